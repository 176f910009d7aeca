import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConcept } from '../../rules/reading/concept-file.ts';
import { knownWordings } from '../../rules/reading/wordings.ts';
import { dceLint, inFolder } from './terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FILE = '.dce-lint-lectures.yaml';
const CONCEPT = 'offres/tardives-acceptees';
const MISSED = 'Le guichet ne ferme pas à la minute.';
const adding = (...more: readonly string[]) => ['readings', 'add', MISSED, '--concept', CONCEPT, ...more];
const WHY = ['--reason', 'Dit ainsi chez nous'];
const read = (cwd: string, name = FILE) => readFileSync(join(cwd, name), 'utf8');

describe('dce-lint readings add, refuse', () => {
  it('write the sentence, the concept and the reason in the local file, which check then goes by', () =>
    inFolder({ 'rc.md': `---\ndce:\n  piece: rc\n---\n\n# Règlement\n\n${MISSED}\n` }, async (cwd) => {
      const late = async () => {
        const { out } = await dceLint(cwd, ['check', 'rc.md', '--format', 'compact', '--lectures', FILE]);
        return out.includes('[offres/hors-delai]');
      };
      const { code, out } = await dceLint(cwd, adding(...WHY, '--heading', 'Remise', '--context', 'Passé\nl’heure :'));
      assert.equal(code, 0);
      assert.match(out, /^Écrit dans \.dce-lint-lectures\.yaml : « Le guichet .* » dit offres\/tardives-acceptees \(/);
      assert.ok(
        read(cwd).endsWith(
          `\n\n- enonce: ${MISSED}\n  notion: ${CONCEPT}\n  sens: dit\n  motif: Dit ainsi chez nous\n  titre: Remise\n  annonce: "Passé l’heure :"\n`,
        ),
        read(cwd),
      );
      assert.ok(await late());
      const late2 = 'Un pli tardif reste recevable.';
      await dceLint(cwd, ['readings', 'refuse', late2, '--concept', CONCEPT, '--reason', 'Cité']);
      assert.ok(read(cwd).endsWith(`\n- enonce: ${late2}\n  notion: ${CONCEPT}\n  motif: Cité\n`));
    }));

  it('write where --lectures says, in the encoding that the file has', () =>
    inFolder({ 'a.yaml': Buffer.from('\ufeff# Été\r\n', 'utf16le') }, async (cwd) => {
      const { code } = await dceLint(cwd, adding(...WHY, '--lectures', 'a.yaml'));
      assert.equal(code, 0);
      const text = readFileSync(join(cwd, 'a.yaml'), 'utf16le');
      assert.match(text, /^\ufeff# Été\r\n[\s\S]*sens: dit\r\n/);
      assert.ok(!existsSync(join(cwd, FILE)));
    }));

  const WRONG: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['without a sentence', ['readings', 'add', '--concept', CONCEPT, ...WHY], /attend la phrase/],
    ['without a concept', ['readings', 'add', MISSED, ...WHY], /--concept est attendu/],
    ['without a reason', adding(), /--reason est attendu/],
    ['with a blank reason', adding('--reason', ' '), /--reason est attendu/],
    [
      'with a concept that there is not',
      ['readings', 'refuse', MISSED, '--concept', 'offres/tardives', ...WHY],
      /« offres\/tardives » n’est pas une notion\. Les plus proches : offres\/tardives-acceptees/,
    ],
    [
      'with a concept that is said of a name',
      ['readings', 'refuse', MISSED, '--concept', 'besoin/produit-nomme', ...WHY],
      /dite d’une chose dans une phrase/,
    ],
    [
      'with two sentences',
      ['readings', 'add', `${MISSED} Il rouvre à midi.`, '--concept', CONCEPT, ...WHY],
      /il y en a 2/,
    ],
    ['with a heading', ['readings', 'add', '# Plis', '--concept', CONCEPT, ...WHY], /un titre, ou ce qui annonce/],
    [
      'with what announces a list',
      ['readings', 'add', 'Les plis :', '--concept', CONCEPT, ...WHY],
      /un titre, ou ce qui/,
    ],
    ['with no word', ['readings', 'add', '<!-- -->', '--concept', CONCEPT, ...WHY], /n’a pas de mot/],
    ['of another action', ['readings', 'oublier'], /« oublier » ne convient pas/],
    ['with a sentence where none is taken', ['readings', 'export', MISSED], /ne prend pas de phrase/],
  ];
  for (const [what, args, told] of WRONG)
    it(`refuse a command ${what}, and write nothing`, () =>
      inFolder({}, async (cwd) => {
        const { code, err } = await dceLint(cwd, args);
        assert.equal(code, 2);
        assert.match(err, told);
        assert.deepEqual(readdirSync(cwd), []);
      }));

  const ONE = `- enonce: ${MISSED}\n  notion: ${CONCEPT}\n  sens: dit\n  motif: Su.\n`;
  const LEFT: readonly (readonly [string, string, RegExp])[] = [
    ['that has the sentence', ONE, /laissé tel quel\. Cette phrase y est déjà, à la ligne 1\./],
    ['that says the contrary', `# À nous.\n${ONE.replace('  sens: dit\n', '')}`, /le contraire .* à la ligne 2/],
    ['that is half written', `${ONE}- enonce: "x\n`, /pas du YAML valide à la ligne \d/],
    ['that is no list', 'enonce: x\n', /n’est pas une liste/],
    ['too deep', '['.repeat(5000), /trop imbriqué/],
    ['too long to be read back', `# ${'x'.repeat(100_000)}\n`, /sans risque/],
  ];
  for (const [what, text, told] of LEFT)
    it(`leave a file alone ${what}, and say why`, () =>
      inFolder({ [FILE]: text }, async (cwd) => {
        const { code, err } = await dceLint(cwd, adding(...WHY));
        assert.equal(code, 2);
        assert.match(err, told);
        assert.equal(read(cwd), text);
      }));

  it('leave a file alone that is no text', () =>
    inFolder({ [FILE]: Buffer.from([0xff, 0xfe, 0, 0xd8, 0, 0]) }, async (cwd) => {
      const { code, err } = await dceLint(cwd, adding(...WHY));
      assert.equal(code, 2);
      assert.match(err, /^dce-lint : \.dce-lint-lectures\.yaml : /);
    }));
});

describe('dce-lint readings', () => {
  const BOTH = `- enonce: ${MISSED}\n  notion: ${CONCEPT}\n  sens: dit\n  motif: Su.\n- enonce: Autre.\n  notion: ${CONCEPT}\n  motif: Cité.\n`;

  it('lists each with its line, what it silences or adds, and its reason', () =>
    inFolder({ [FILE]: BOTH }, async (cwd) => {
      const { out, err, code } = await dceLint(cwd, ['readings']);
      assert.deepEqual([code, err], [0, '']);
      assert.match(
        out,
        /^\.dce-lint-lectures\.yaml:1 : « Le guichet .* »\n {2}dit offres\/tardives-acceptees : Un pli/,
      );
      assert.match(out, /Fait entendre, comme probable, dans : RC\. Règles : offres\/hors-delai\n {2}Motif : Su\.\n/);
      assert.match(
        out,
        /yaml:5 : « Autre\. »\n {2}ne dit pas .*\n {2}Tait ce qui repose .*hors-delai\n {2}Motif : Cité\./,
      );
      assert.match(out, /\n1 lecture écartée, 1 tournure ajoutée\. L’éditeur en tient compte/);
      const json = JSON.parse((await dceLint(cwd, ['readings', 'list', '--format', 'json'])).out);
      assert.deepEqual(
        json.lectures.map((l: Record<string, unknown>) => [l.line, l.text, l.effect, l.rules, l.reason]),
        [
          [1, MISSED, 'adds', ['offres/hors-delai'], 'Su.'],
          [5, 'Autre.', 'silences', ['offres/hors-delai'], 'Cité.'],
        ],
      );
    }));

  it('says that there is none, and what is wrong in the file at its line', async () => {
    await inFolder({}, async (cwd) => {
      const { out, code } = await dceLint(cwd, ['readings']);
      assert.deepEqual([code, out], [0, `${FILE} : aucune lecture écartée, aucune tournure ajoutée.\n`]);
    });
    await inFolder({ [FILE]: `${BOTH}- enonce: Seul.\n` }, async (cwd) => {
      const { err, out, code } = await dceLint(cwd, ['readings']);
      assert.equal(code, 2);
      assert.equal(
        err,
        `dce-lint : ${FILE}, ligne 8 : Il manque « notion » à cette lecture, qui a « enonce », « notion » et « motif ». Cette lecture ne compte pas.\n`,
      );
      assert.match(out, /1 tournure ajoutée/);
    });
  });
});

describe('dce-lint readings export', () => {
  const known = knownWordings()[CONCEPT]?.said[0] as string;
  const OTHER = 'partenariat/objectif-intermediaire';
  const LECTURES = [
    ['Le « guichet » : il\\\'ne ferme "pas" – à la minute #3.', CONCEPT, true, 'Remise: des plis', '- tiret'],
    ['Autre chose.', CONCEPT, false, '', ''],
    ['Le lot 2, oui.', OTHER, false, '', ''],
  ] as const;
  const text = LECTURES.map(
    ([enonce, notion, says, titre, annonce]) =>
      `- ${JSON.stringify({ enonce, notion, motif: 'm', ...(says && { sens: 'dit' }), ...(titre && { titre, annonce }) })}\n`,
  ).join('');

  /** The concepts' files in a folder of their own, as in a checkout. */
  const checkout = (cwd: string) => {
    for (const id of [CONCEPT, OTHER]) {
      const path = join(cwd, 'rules/concepts', `${id}.yaml`);
      mkdirSync(dirname(path), { recursive: true });
      cpSync(join(root, 'rules/concepts', `${id}.yaml`), path);
    }
  };
  const conceptIn = (cwd: string, id: string) => readConcept(id, read(cwd, `rules/concepts/${id}.yaml`));

  it('gives a patch that git applies, which adds the sentences under one hand and nothing else', () =>
    inFolder({ [FILE]: text }, async (cwd) => {
      const { code, err } = await dceLint(cwd, ['readings', 'export', '--output', 'contribution']);
      assert.equal(code, 0);
      assert.match(err, /^dce-lint : les phrases sont exportées telles qu’elles sont écrites : noms, montants.*\n/);
      const [name = ''] = readdirSync(join(cwd, 'contribution'));
      const [, hand] = /^lectures-(u[0-9a-f]{8})\.patch$/.exec(name) ?? [];
      assert.ok(hand, name);
      checkout(cwd);
      const before = [CONCEPT, OTHER].map((id) => conceptIn(cwd, id));
      execFileSync('git', ['apply', join('contribution', name)], { cwd, env: { ...process.env, GIT_DIR: '/nowhere' } });
      const after = [CONCEPT, OTHER].map((id) => conceptIn(cwd, id));
      const own = (says: boolean, id: string) =>
        LECTURES.filter(([, concept, s]) => s === says && concept === id).map(([t, , , heading, context]) => ({
          text: t,
          heading,
          context,
          hand,
        }));
      after.forEach((concept, i) => {
        const { said, unsaid, ...rest } = before[i] as typeof concept;
        assert.deepEqual(concept, {
          ...rest,
          said: [...own(true, concept.id), ...said],
          unsaid: [...own(false, concept.id), ...unsaid],
        });
      });
    })).timeout(60_000);

  it('is the same from one time to the next, on standard output', () =>
    inFolder({ [FILE]: text }, async (cwd) => {
      const [one, two] = [await dceLint(cwd, ['readings', 'export']), await dceLint(cwd, ['readings', 'export'])];
      assert.match(one.out, /^diff --git a\/rules\/concepts\/offres\/tardives-acceptees\.yaml b\//);
      assert.equal(one.out, two.out);
    }));

  it('leaves out what is known already, and says so', () =>
    inFolder(
      { [FILE]: `- ${JSON.stringify({ enonce: known, notion: CONCEPT, sens: 'dit', motif: 'm' })}\n${text}` },
      async (cwd) => {
        const { out, err, code } = await dceLint(cwd, ['readings', 'export']);
        assert.equal(code, 0);
        assert.match(
          err,
          /^dce-lint : pas exporté : « .* » est déjà une tournure connue de offres\/tardives-acceptees\.\n/,
        );
        assert.ok(!out.includes(known));
      },
    ));

  it('has nothing to give of an empty file', () =>
    inFolder({}, async (cwd) => {
      const { code, err, out } = await dceLint(cwd, ['readings', 'export', '--output', 'x']);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /rien à exporter/);
      assert.ok(!existsSync(join(cwd, 'x')));
    }));
});
