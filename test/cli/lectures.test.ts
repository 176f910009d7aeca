import assert from 'node:assert/strict';
import { REPORTERS } from '../../server/cli/reporters/index.ts';
import { dceLint, inFolder } from './terminal.ts';

const SENTENCE =
  'Ces offres, quoique tardives, participent au classement dans les mêmes conditions que les offres arrivées à temps.';
const RC = `---
dce:
  piece: rc
  date: 2026-10-01
---

# Règlement de la consultation

${SENTENCE}
`;
const refusing = (text: string, concept = 'offres/tardives-acceptees') =>
  `- enonce: "${text}"\n  notion: ${concept}\n  motif: C’est une citation de l’ancien règlement.\n`;
const FILE = '.dce-lint-lectures.yaml';

interface Report {
  files: { findings: { rule: string }[] }[];
  notChecked: { what: string; line?: number; rule?: string; why: string; blocking: boolean }[];
  summary: { suppressed: number };
}

/** What a check finds of the sentence, with options. */
const checked = (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  inFolder({ 'rc.md': RC, ...files }, async (cwd) => {
    const { out, err, code } = await dceLint(cwd, ['check', '--format', 'json', '--fail-on', 'never', ...args]);
    const report = out ? (JSON.parse(out) as Report) : undefined;
    const late = report?.files.flatMap((f) => f.findings).filter(({ rule }) => rule === 'offres/hors-delai').length;
    return { report, late, err, code };
  });

describe('check --lectures', () => {
  it('silences what rests on a refused reading, and says so', async () => {
    const { report, late, err, code } = await checked({ [FILE]: refusing(SENTENCE) }, '--lectures', FILE);
    assert.equal(code, 0);
    assert.equal(late, 0);
    assert.equal(report?.summary.suppressed, 1);
    assert.match(err, /^dce-lint : 1 lecture écartée par \.dce-lint-lectures\.yaml\.\n/);
    assert.deepEqual(
      report?.notChecked.map(({ what, line, rule, why, blocking }) => ({ what, line, rule, why, blocking })),
      [
        {
          what: 'rc.md',
          line: 9,
          rule: 'offres/hors-delai',
          why: `la lecture de « ${SENTENCE} » est écartée par ${FILE} (motif : C’est une citation de l’ancien règlement.).`,
          blocking: false,
        },
      ],
    );
  });

  it('reads no such file that it is not told of', async () => {
    const { late, report } = await checked({ [FILE]: refusing(SENTENCE) });
    assert.equal(late, 1);
    assert.deepEqual(report?.notChecked, []);
  });

  it('silences those words alone, however they are typed, and that concept alone', async () => {
    const of = async (text: string) => (await checked({ [FILE]: text }, '--lectures', FILE)).late;
    assert.equal(await of(refusing(SENTENCE.toUpperCase().replace(/ /g, '  '))), 0);
    assert.equal(await of(refusing(SENTENCE.replace('offres', 'plis'))), 1);
    assert.equal(await of(refusing(SENTENCE, 'sourcage/participant-exclu')), 1);
    assert.equal(await of(''), 1);
  });

  for (const format of Object.keys(REPORTERS))
    it(`is told with the sentence, the reason and the file in ${format}, where nothing else tells`, () =>
      inFolder({ 'rc.md': RC, [FILE]: refusing(SENTENCE) }, async (cwd) => {
        const { out } = await dceLint(cwd, ['check', '--format', format, '--lectures', FILE]);
        const words = out.replace(/\\?[\s ]+/g, ' ');
        for (const said of ['quoique tardives', 'citation de l’ancien règlement', 'dce-lint-lectures.yaml'])
          assert.ok(words.includes(said), `${format}: ${said}`);
      })).timeout(20_000);

  it('is no comment of the draft in SARIF', () =>
    inFolder({ 'rc.md': RC, [FILE]: refusing(SENTENCE) }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--format', 'sarif', '--lectures', FILE]);
      const { runs } = JSON.parse(out) as { runs: { results: { suppressions: { kind: string }[] }[] }[] };
      assert.deepEqual(
        runs[0]?.results.flatMap((r) => r.suppressions.map((s) => s.kind)),
        ['external'],
      );
    }));

  it('tells what is wrong in the file at its line, applies the rest and exits 2', async () => {
    const odd = [
      refusing(SENTENCE),
      '- enonce: Un pli.\n  notion: offres/tardives-acceptees\n',
      '- enonce: Un pli.\n  notion: offres/autre\n  motif: Non.\n',
      '- enonce: Un pli.\n  notion: offres/tardives-acceptees\n  motif: "[à compléter : motif]"\n',
      '- enonce: Un pli.\n  regle: offres/hors-delai\n  motif: Non.\n',
      '- Un pli.\n',
    ].join('');
    const { report, late, code } = await checked({ [FILE]: odd }, '--lectures', FILE);
    assert.equal(code, 2);
    assert.equal(late, 0);
    const told = report?.notChecked.filter(({ blocking }) => blocking).map(({ what, line, why }) => [what, line, why]);
    assert.deepEqual(
      told?.map(([what, line]) => [what, line]),
      [4, 6, 9, 12, 15].map((line) => [FILE, line]),
    );
    for (const said of [/manque « motif »/, /pas une notion/, /reste à écrire/, /« regle » n’est pas une clé/])
      assert.ok(
        told?.some(([, , why]) => said.test(String(why))),
        String(said),
      );
  });

  for (const [what, text] of [
    ['that is no YAML', '- enonce: "x\n'],
    ['that is no list', 'enonce: x\n'],
    ['too deep', '['.repeat(5000)],
  ] as const)
    it(`tells of a file ${what}, goes on without it and exits 2`, async () => {
      const { report, late, code } = await checked({ [FILE]: text }, '--lectures', FILE);
      assert.equal(code, 2);
      assert.equal(late, 1);
      assert.deepEqual(
        report?.notChecked.map(({ what, blocking }) => [what, blocking]),
        [[FILE, true]],
      );
    });

  const MISSED = 'Le guichet ne ferme pas à la minute.';
  const adding = (text: string, concept = 'offres/tardives-acceptees') =>
    `- enonce: ${text}\n  notion: ${concept}\n  sens: dit\n  motif: Dit ainsi chez nous.\n`;

  it('makes an added wording heard, and says so where it stands', async () => {
    const rc = RC.replace(SENTENCE, MISSED);
    assert.equal((await checked({ 'rc.md': rc })).late, 0);
    const { late, report, err, code } = await checked({ 'rc.md': rc, [FILE]: adding(MISSED) }, '--lectures', FILE);
    assert.equal(code, 0);
    assert.equal(late, 1);
    assert.match(err, /^dce-lint : 1 tournure ajoutée par \.dce-lint-lectures\.yaml\.\n/);
    assert.deepEqual(
      report?.notChecked.map(({ what, line, why, blocking }) => [what, line, why, blocking]),
      [
        [
          'rc.md',
          9,
          `« ${MISSED} » est lu comme offres/tardives-acceptees, ajouté par ${FILE} (motif : Dit ainsi chez nous.).`,
          false,
        ],
      ],
    );
  });

  it('tells of an added answer too, which silences a rule', async () => {
    const answer = 'Le candidat qui voit autrement ne sera pas mal vu.';
    const silent = async (...args: string[]) => {
      const files = { 'rc.md': RC.replace(SENTENCE, answer), [FILE]: adding(answer, 'variantes/ouvertes') };
      const { report } = await checked(files, ...args);
      const found = report?.files.flatMap((f) => f.findings).filter(({ rule }) => rule === 'variantes/non-mentionnees');
      return [found?.length, report?.notChecked.map(({ line }) => line)];
    };
    assert.deepEqual(await silent(), [1, []]);
    assert.deepEqual(await silent('--lectures', FILE), [0, [9]]);
  });

  it('tells a wording that is there twice, and one that is told both ways', async () => {
    const twice = [refusing(SENTENCE), refusing(SENTENCE.toUpperCase())].join('');
    const double = await checked({ [FILE]: twice }, '--lectures', FILE);
    assert.deepEqual([double.code, double.late], [0, 0]);
    const told = ({ report }: typeof double) =>
      report?.notChecked.filter(({ what }) => what === FILE).map(({ line, why }) => [line, why]);
    assert.deepEqual(told(double), [[4, 'Cette lecture est déjà à la ligne 1.']]);
    const both = await checked({ [FILE]: refusing(SENTENCE) + adding(SENTENCE) }, '--lectures', FILE);
    assert.deepEqual([both.code, both.late], [2, 0]);
    assert.match(String(told(both)?.[0]?.[1]), /^La ligne 1 dit le contraire/);
  });

  it('refuses a file that cannot be read', async () => {
    const { code, err } = await checked({}, '--lectures', 'nulle-part.yaml');
    assert.equal(code, 2);
    assert.match(err, /^dce-lint : nulle-part\.yaml : lectures écartées introuvables/);
  });
});
