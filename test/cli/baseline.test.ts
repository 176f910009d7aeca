import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schemas/baseline.schema.json' with { type: 'json' };
import { ODD } from './odd.ts';
import { dceLint, inFolder } from './terminal.ts';

const RC = '---\ndce:\n  piece: rc\n---\n\n# Règlement de la consultation\n\nLes variantes sont autorisées.\n';

const rulesIn = (out: string) =>
  (JSON.parse(out) as { files: { findings: { rule: string }[] }[] }).files.flatMap((f) =>
    f.findings.map((x) => x.rule),
  );
const check = (cwd: string, ...args: string[]) => dceLint(cwd, ['check', '--format', 'json', ...args]);

describe('dce-lint check --baseline', () => {
  it('writes what is known in the form of the published schema, and exits 0', () =>
    inFolder(ODD, async (cwd) => {
      const { code, err } = await check(cwd, '--write-baseline', 'connu.json');
      assert.deepEqual([code, err], [0, '']);
      const baseline: unknown = JSON.parse(readFileSync(join(cwd, 'connu.json'), 'utf8'));
      const validate = new Ajv2020().compile(schema);
      assert.ok(validate(baseline), JSON.stringify(validate.errors));
    }));

  it('shows nothing of what is known, counts it, and exits 0', () =>
    inFolder(ODD, async (cwd) => {
      const all = rulesIn((await check(cwd)).out);
      await check(cwd, '--write-baseline', 'connu.json');
      const { out, code } = await check(cwd, '--baseline', 'connu.json');
      assert.deepEqual([rulesIn(out), code], [[], 0]);
      assert.equal(JSON.parse(out).summary.known, all.length);
      const text = await dceLint(cwd, ['check', '--baseline', 'connu.json']);
      assert.match(text.out, new RegExp(`${all.length} constats déjà connus`));
    }));

  it('knows a finding again below added lines, with other line ends and accents, in a renamed piece', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      await check(cwd, '--write-baseline', 'connu.json');
      const moved = RC.replace('consultation\n', 'consultation\n\nUn paragraphe de plus.\n').replace(/\n/g, '\r\n');
      writeFileSync(join(cwd, 'rc.md'), moved.normalize('NFD'));
      renameSync(join(cwd, 'rc.md'), join(cwd, 'rc-v2.md'));
      assert.deepEqual(rulesIn((await check(cwd, '--baseline', 'connu.json')).out), []);
    }));

  it('shows what is new, and a second time what was known once', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      await check(cwd, '--write-baseline', 'connu.json');
      writeFileSync(join(cwd, 'rc.md'), `${RC}\nLe montant est de [à compléter] euros HT.\n`);
      const one = await check(cwd, '--baseline', 'connu.json', '--fail-on', 'info');
      assert.deepEqual(rulesIn(one.out), ['redaction/champ-a-completer']);
      assert.equal(one.code, 1);
      writeFileSync(join(cwd, 'ccap.md'), '# CCAP\n\nLa tranche conditionnelle est affermie.\n');
      await check(cwd, '--write-baseline', 'connu.json');
      const again = '\nLe montant est de [à compléter] euros HT.\n'.repeat(2);
      writeFileSync(join(cwd, 'rc.md'), RC + again);
      assert.deepEqual(rulesIn((await check(cwd, '--baseline', 'connu.json')).out), ['redaction/champ-a-completer']);
    }));

  it('does not take a finding of one consultation for known in another', () =>
    inFolder({ 'a/rc.md': RC, 'b/rc.md': RC }, async (cwd) => {
      await dceLint(cwd, ['check', 'a', '--write-baseline', 'connu.json']);
      const { out } = await check(cwd, '--baseline', 'connu.json');
      const files = (JSON.parse(out) as { files: { path: string; findings: unknown[] }[] }).files;
      assert.equal(files[0]?.findings.length, 0);
      assert.notEqual(files[1]?.findings.length, 0);
    }));

  it('takes a finding whose level has risen for new', () =>
    inFolder({ 'ccap.md': '# CCAP\n\nLa tranche conditionnelle est affermie.\n' }, async (cwd) => {
      await check(cwd, '--write-baseline', 'connu.json');
      const { out } = await check(cwd, '--baseline', 'connu.json', '--rule', 'tranches/terminologie=error');
      assert.deepEqual(rulesIn(out), ['tranches/terminologie']);
    }));

  for (const [what, text, words] of [
    ['cut short', '{ "version": 1, "consu', /abîmée \(ce n’est pas du JSON\)/],
    ['of another version', '{ "version": 2, "consultations": {} }', /version 2, celle de ce programme est 1/],
    ['no baseline', '{ "files": [] }', /ce n’est pas une référence de dce-lint/],
    ['wrong in an entry', '{ "version": 1, "consultations": { ".": [{ "id": 3 }] } }', /un constat y est mal écrit/],
    ['missing', undefined, /ce fichier ou dossier n’existe pas/],
  ] as const) {
    it(`says in one line, and exits 2, when the baseline is ${what}`, () =>
      inFolder({ 'rc.md': RC, ...(text !== undefined && { 'connu.json': text }) }, async (cwd) => {
        const { out, err, code } = await check(cwd, '--baseline', 'connu.json');
        assert.deepEqual([out, code], ['', 2]);
        assert.match(err, /^dce-lint : connu\.json : .*\n$/);
        assert.match(err, words);
      }));
  }

  it('leaves nothing half-written where it cannot write', () =>
    inFolder({ 'rc.md': RC, tenu: 'un fichier' }, async (cwd) => {
      const { err, code } = await check(cwd, '--write-baseline', 'tenu/connu.json');
      assert.equal(code, 2);
      assert.match(err, /tenu\/connu\.json : écriture impossible/);
      assert.deepEqual(readdirSync(cwd).sort(), ['rc.md', 'tenu']);
    }));
});
