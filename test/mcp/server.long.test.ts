import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { MOST_ANSWER } from '../../server/mcp/bounds.ts';
import { dceLint, folder, inFolder } from '../cli/terminal.ts';
import { type Era, inSession, type Session } from './client.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const DAY = '2026-11-02';
const NAMES = ['check', 'explain', 'facts', 'validate_citations', 'propose_fix', 'clauses'];

/** What the command line prints of the same. */
const printed = async (cwd: string, ...args: string[]) => (await dceLint(cwd, args)).out;

for (const [era, version] of [
  ['legacy', '2025-11-25'],
  ['2026-07-28', '2026-07-28'],
] as const satisfies readonly (readonly [Era, string])[])
  describe(`An assistant that speaks MCP (${version})`, function () {
    this.timeout(120_000);
    const session = <T>(test: (session: Session) => Promise<T>) => inSession([examples], era, test);

    it('is offered six tools that read alone, each with a strict schema and both languages', () =>
      session(async ({ client }) => {
        assert.equal(client.getNegotiatedProtocolVersion(), version);
        const { tools } = await client.listTools();
        assert.deepEqual(
          tools.map((t) => t.name),
          NAMES,
        );
        const ajv = new Ajv2020({ strict: true, strictRequired: false });
        for (const { name, description, inputSchema, annotations } of tools) {
          ajv.addFormat('date', /^/);
          ajv.compile(inputSchema);
          assert.equal(inputSchema.additionalProperties, false, name);
          assert.match(description ?? '', /[éèà].+ \/ [A-Z]/s, name);
          assert.equal(annotations?.readOnlyHint, true, name);
        }
      }));

    it('gets from each tool what the command line says, byte for byte', () =>
      session(async ({ call }) => {
        const path = 'consultation-fautive';
        const date = ['--date', DAY];
        const same = async (name: string, given: Record<string, unknown>, ...args: string[]) => {
          const { text, refused } = await call(name, given);
          assert.equal(refused, false, text);
          assert.equal(text, await printed(examples, ...args));
        };
        await same('check', { path, date: DAY }, 'check', path, '--format', 'json', ...date);
        await same(
          'check',
          { path: `${path}/rc.md`, date: DAY },
          'check',
          `${path}/rc.md`,
          '--format',
          'json',
          ...date,
        );
        await same(
          'facts',
          { path: `${path}/rc.md`, date: DAY },
          'facts',
          `${path}/rc.md`,
          '--format',
          'json',
          ...date,
        );
        await same('explain', { what: 'R2152-7', date: DAY }, 'explain', 'R2152-7', ...date);
        await same('explain', { what: 'pi/garantie', date: DAY }, 'explain', 'pi/garantie', ...date);
      }));

    it('reads the rules, the guide and the law of a day, and is told how to review and to draft', () =>
      session(async ({ client }) => {
        const read = async (uri: string) => {
          const [content] = (await client.readResource({ uri })).contents as { text: string }[];
          return content?.text ?? '';
        };
        const { resources } = await client.listResources();
        assert.deepEqual(
          resources.map((r) => r.uri),
          ['dce-lint://regles', 'dce-lint://guide', 'dce-lint://droit'],
        );
        assert.equal((await client.listResourceTemplates()).resourceTemplates.length, 3);
        assert.ok(JSON.parse(await read('dce-lint://regles')).length > 100);
        assert.match(await read('dce-lint://regles/variantes/exigences-minimales'), /^# Variantes/);
        assert.match(await read('dce-lint://guide'), /## I\.D Variantes\n\n(?:- .+\n)*- p\. \d+ : .+`variantes\//);
        assert.equal(
          await read(`dce-lint://droit/${DAY}/R2152-7`),
          await printed(examples, 'explain', 'R2152-7', '--date', DAY),
        );
        const amounts = (day: string) => read(`dce-lint://droit/${day}`).then((text) => JSON.parse(text).thresholds);
        assert.notDeepEqual(await amounts('2018-06-01'), await amounts(DAY));
        await assert.rejects(read('dce-lint://droit/2026-13-01'), /pas une date AAAA-MM-JJ/);
        await assert.rejects(read('file:///etc/passwd'), /Rien à l’adresse/);

        const { prompts } = await client.listPrompts();
        assert.deepEqual(
          prompts.map((p) => p.title),
          ['Relire ce dossier', 'Rédiger la clause de…'],
        );
        const asked = { name: 'rediger-la-clause', arguments: { sujet: 'variantes', piece: 'rc' } };
        const [message] = (await client.getPrompt(asked)).messages as { content: { text: string } }[];
        assert.match(message?.content.text ?? '', /« variantes » pour la pièce rc.+validate_citations/s);
        await assert.rejects(client.getPrompt({ name: 'rediger-la-clause' }), /« sujet » manque/);
      }));
  });

describe('What an assistant asks of the MCP server', function () {
  this.timeout(120_000);
  const with_ = (files: Record<string, string>, test: (session: Session, cwd: string) => Promise<void>) =>
    inFolder(files, (cwd) => inSession([cwd], '2026-07-28', (session) => test(session, cwd)));
  const refuses = async ({ call }: Session, name: string, given: Record<string, unknown>, why: RegExp) => {
    const { text, refused } = await call(name, given);
    assert.ok(refused, `${name} ${JSON.stringify(given).slice(0, 200)} => ${text.slice(0, 200)}`);
    assert.match(text, why);
    assert.ok(text.length < 1000);
  };

  it('is refused in French when it is malformed', () =>
    with_({ 'rc.md': '# Règlement de la consultation\n' }, async (session) => {
      const bad: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
        ['check', {}, /^Donner « path » .+ ou « text »/],
        ['check', { path: 'rc.md', text: 'a' }, /^Donner « path »/],
        ['check', { path: 'rc.md', piece: 'rc' }, /vont avec « text »/],
        ['check', { path: 3 }, /« path » : Entrée invalide/],
        ['check', { path: 'rc.md', verbose: true }, /Clé non reconnue : "verbose"/],
        ['check', { path: 'rc.md', date: '2026-02-30' }, /« date » : date AAAA-MM-JJ attendue/],
        ['check', { text: 'a', piece: 'roman' }, /« piece » : Option invalide/],
        ['check', { text: 'a', name: '../rc.md' }, /« name » : un nom de fichier/],
        ['check', { text: 'x'.repeat(1_000_001) }, /« text » : Trop grand/],
        ['explain', { what: 'varriantes' }, /Les règles les plus proches/],
        ['validate_citations', {}, /^Donner « citations »/],
        ['validate_citations', { citations: [] }, /« citations » : Trop petit/],
        ['propose_fix', { path: 'rc.md', finding: 'zzz' }, /Aucun constat « zzz »/],
        ['clauses', { action: 'find', id: 'x' }, /« id » ne va pas avec l’action « find »/],
        ['clauses', { action: 'fill', id: 'variante' }, /Aucune clause « variante »\. Les plus proches : variantes-/],
        ['clauses', { action: 'fill', id: 'tranches-definition', values: { prix: '1' } }, /n’est pas une variable/],
        ['clauses', { action: 'fill', id: 'variantes-autorisees', values: { nombre: 'mille' } }, /se choisit parmi/],
        ['rm', {}, /^Aucun outil « rm »/],
      ];
      for (const [name, given, why] of bad) await refuses(session, name, given, why);
    }));

  it('reaches nothing outside its folders, by no path and by no link', async () => {
    const secret = folder({
      'secret/ccap.md': '# CCAP\n\nLe mot de passe est SESAME. [à compléter : clé — secrète]\n',
    });
    try {
      await with_(
        { 'rc.md': '# Règlement de la consultation\n\nLe marché n’est pas alloti.\n' },
        async (session, cwd) => {
          const out = join(secret.path, 'secret');
          symlinkSync(join(out, 'ccap.md'), join(cwd, 'ccap.md'));
          symlinkSync(out, join(cwd, 'lien'));
          mkdirSync(join(cwd, 'projet'));
          writeFileSync(join(cwd, 'projet', 'dce.yaml'), 'pieces:\n  - ../lien/ccap.md\n  - cctp.md\n');
          writeFileSync(join(cwd, 'projet', 'cctp.md'), '# CCTP\n');
          const escapes = [
            '..',
            '../',
            out,
            join(out, 'ccap.md'),
            'lien',
            'lien/ccap.md',
            'ccap.md',
            '/etc/passwd',
            'a\0b',
            '**/*.md',
            `../${'x/'.repeat(300)}`,
          ];
          for (const tool of ['check', 'facts', 'propose_fix', 'validate_citations'])
            for (const path of escapes)
              await refuses(session, tool, { path }, /hors des dossiers ouverts|n’existe pas/);
          for (const tool of ['check', 'facts', 'propose_fix', 'validate_citations']) {
            const { text } = await session.call(tool, { path: '.' });
            assert.doesNotMatch(text, /SESAME|à compléter : clé/, tool);
          }
          const { notChecked } = JSON.parse((await session.call('check', { path: '.' })).text);
          assert.ok(
            notChecked.some(
              (n: { what: string; why: string }) => n.what === 'ccap.md' && /^hors des dossiers/.test(n.why),
            ),
          );
        },
      );
    } finally {
      secret.remove();
    }
  });

  it('does not read settings above its folders', () =>
    inFolder(
      {
        '.dce-lint.yaml': 'rules:\n  redaction/champ-a-completer: off\n',
        'sous/rc.md': '# Règlement de la consultation\n\nDurée : [à compléter].\n',
      },
      (cwd) => {
        const fields = async (at: string, path: string) =>
          inSession([at], '2026-07-28', async ({ call }) =>
            /champ-a-completer", *\n +"id/.test((await call('check', { path })).text),
          );
        return Promise.all([fields(cwd, 'sous'), fields(join(cwd, 'sous'), '.')]).then((found) =>
          assert.deepEqual(found, [false, true]),
        );
      },
    ));

  it('writes nothing', () =>
    with_(
      { 'rc.md': '# Règlement de la consultation\n\nArticle R. 2152-99 du code de la commande publique.\n' },
      async ({ call }, cwd) => {
        for (const name of ['check', 'facts', 'propose_fix', 'validate_citations']) await call(name, { path: '.' });
        assert.deepEqual(readdirSync(cwd), ['rc.md']);
      },
    ));

  it('is answered in turn, and told when it is a flood', () =>
    with_({ 'rc.md': '# Règlement de la consultation\n' }, async ({ call }) => {
      const flood = await Promise.all(Array.from({ length: 200 }, () => call('check', { path: 'rc.md' })));
      const answered = flood.filter((a) => !a.refused);
      assert.ok(answered.length >= 32 && answered.length < 200, String(answered.length));
      assert.equal(new Set(answered.map((a) => a.text)).size, 1);
      for (const { text } of flood.filter((a) => a.refused)) assert.match(text, /^Trop d’appels à la fois/);
      assert.equal((await call('check', { path: 'rc.md' })).refused, false);
    }));

  it('gets an answer of a bounded length, the gravest first, that says what it leaves out', () =>
    with_({}, async ({ call }, cwd) => {
      const text = (i: number) =>
        `# CCAP\n\nRapport le 31 février 2030. Article R. 2152-${100 + i} du code de la commande publique.\n`;
      for (let i = 0; i < 120; i++) {
        mkdirSync(join(cwd, `d${i}`));
        writeFileSync(join(cwd, `d${i}`, 'ccap.md'), text(i));
      }
      const whole = JSON.parse(await printed(cwd, 'check', '.', '--format', 'json'));
      const { text: written } = await call('check', { path: '.' });
      assert.ok(written.length <= MOST_ANSWER, String(written.length));
      const cut = JSON.parse(written);
      const findingsOf = (report: { files: { findings: { level: string }[] }[] }) =>
        report.files.flatMap((f) => f.findings);
      const [own, all] = [findingsOf(cut), findingsOf(whole)];
      assert.ok(own.length > 20);
      assert.equal(cut.notShown.findings, all.length - own.length);
      assert.ok(own.some((f) => f.level === 'error'));
      const known = new Set(all.map((f) => JSON.stringify(f)));
      for (const finding of own) assert.ok(known.has(JSON.stringify(finding)));
      assert.deepEqual(cut.summary, whole.summary);
      const proposed = (await call('propose_fix', { path: '.' })).text;
      assert.ok(proposed.length <= MOST_ANSWER + 5000, String(proposed.length));
      assert.ok(JSON.parse(proposed).notShown.findings > 0);
      writeFileSync(join(cwd, 'ccap.md'), Array.from({ length: 600 }, (_, i) => text(i)).join('\n'));
      const named = (await call('validate_citations', { path: 'ccap.md' })).text;
      assert.ok(named.length <= MOST_ANSWER + 5000, String(named.length));
      assert.equal(JSON.parse(named).summary.unsupported, 600);
      assert.ok(JSON.parse(named).notShown.citations > 0);
    }));

  it('gets whole files of what was understood, and the names of the others', () =>
    inSession([examples], '2026-07-28', async ({ call }) => {
      const { text } = await call('facts', { path: '.' });
      const { notShown, consultations, files } = JSON.parse(text);
      assert.ok(text.length <= MOST_ANSWER + 5000 && consultations.length > 0);
      const { files: all } = JSON.parse(await printed(examples, 'facts', '.', '--format', 'json'));
      assert.deepEqual(
        [...files.map((f: { path: string }) => f.path), ...notShown.files].sort(),
        all.map((f: { path: string }) => f.path).sort(),
      );
    }));
});

describe('The tools of the MCP server', function () {
  this.timeout(120_000);
  const ask = (name: string, given: Record<string, unknown>) =>
    inSession([examples], '2026-07-28', async ({ call }) => {
      const { text, refused } = await call(name, given);
      assert.equal(refused, false, text);
      return JSON.parse(text);
    });

  it('check a text for the piece and procedure that it is said to be, on a day', async () => {
    const text = 'Article R. 2152-99 du code de la commande publique.\n';
    const { files } = await ask('check', { text, piece: 'ccap', procedure: 'mapa', date: DAY });
    const { path, piece, procedure, date, findings } = files[0];
    assert.deepEqual(
      { path, piece, procedure, date },
      { path: 'ccap.md', piece: 'ccap', procedure: 'mapa', date: DAY },
    );
    assert.ok(findings.some((f: { rule: string; id: string }) => f.rule === 'droit/article-inexistant' && f.id));
  });

  it('understand a text', async () => {
    const { files } = await ask('facts', {
      text: 'Le prix est ferme. Article R. 2152-7 du CCP.',
      piece: 'ccap',
      date: DAY,
    });
    assert.equal(files[0].piece, 'ccap');
    assert.deepEqual(files[0].facts.citations.articles, [{ numero: 'R2152-7', code: 'ccp' }]);
  });

  it('propose the edits of a finding, with a patch that makes them, and say that none is applied', async () => {
    const text = '# CCAP\n\nVoir l’article R. 2152-99 du code de la commande publique.\n';
    const draft = { text, date: DAY };
    const { applied, proposals } = await ask('propose_fix', draft);
    assert.equal(applied, false);
    const one = proposals.find((p: { fixes: unknown[] }) => p.fixes.length > 0);
    assert.ok(one);
    const again = await ask('propose_fix', { ...draft, finding: one.id });
    assert.deepEqual(again.proposals, [one]);
    const [fix] = one.fixes;
    assert.match(fix.patch, /^Index: piece\.md\n=+\n--- piece\.md\tavant\n\+\+\+ piece\.md\taprès\n@@/);
    assert.match(fix.meaning, /^(?:ne change aucune|change le texte|un exemple)/);
  });

  it('find, fill in and check a clause', async () => {
    const { clauses } = await ask('clauses', { action: 'find', query: 'définition des tranches', piece: 'ccap' });
    assert.equal(clauses[0].id, 'tranches-definition');
    const [first] = clauses[0].variables;
    const filled = await ask('clauses', {
      action: 'fill',
      id: clauses[0].id,
      values: { [first.nom]: 'tout le réseau' },
    });
    assert.match(filled.text, /^## Tranches\n[\s\S]+\| tout le réseau \|/);
    assert.equal(filled.toFill.length, clauses[0].variables.length - 1);
    assert.equal(filled.complete, false);
    const text = '## Garantie\n\nLe titulaire ne garantit rien. Durée : [à compléter].';
    const { clause, checked, files, rulesNotRun } = await ask('clauses', {
      action: 'check',
      id: 'pi-garantie',
      text,
      date: DAY,
    });
    assert.equal(clause.id, 'pi-garantie');
    assert.match(checked, /^## Garantie\n\n<!-- clause: pi-garantie -->\n\nLe titulaire/);
    const rules = files[0].findings.map((f: { rule: string }) => f.rule);
    assert.ok(rules.includes('redaction/champ-a-completer'), rules.join());
    assert.ok(rules.includes('pi/clause-alteree'), rules.join());
    // What an extract cannot lack is not asked of it, and that is said.
    assert.ok(rulesNotRun.length > 0);
  });
});
