import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schemas/diff-report.schema.json' with { type: 'json' };
import { dceLint, inFolder } from './terminal.ts';

const example = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../examples/consultation-conforme/${name}`, import.meta.url)), 'utf8');
const NAMES = ['rc.md', 'ccap.md', 'cctp.md', 'ae.md'];

interface Diff {
  changes: {
    matter: string;
    label: string;
    kind: string;
    before: { text: string; places: { path: string; line: number }[] }[];
    after: { text: string }[];
    verify?: { why: string; sources: { label: string; confidence?: string }[] };
  }[];
  summary: { changes: number; toVerify: number };
}

/** What changes when the sample consultation is edited by `edit`, and the exit code. */
const diff = (edit: (name: string, text: string) => string, args: readonly string[] = ['--format', 'json']) => {
  const files = NAMES.flatMap((name) => [
    [`v1/${name}`, example(name)] as const,
    [`v2 é/${name}`, edit(name, example(name))] as const,
  ]);
  return inFolder(Object.fromEntries(files), async (cwd) => dceLint(cwd, ['diff', 'v1', 'v2 é', ...args]));
};
const changes = async (edit: Parameters<typeof diff>[0]) => JSON.parse((await diff(edit)).out) as Diff;
const only = (name: string, from: string | RegExp, to: string) => (file: string, text: string) => {
  if (file !== name) return text;
  assert.notEqual(text.replace(from, to), text, 'the edit finds its words');
  return text.replace(from, to);
};
const told = ({ changes: all }: Diff) =>
  all.map((c) => `${c.label} : ${c.before.map((v) => v.text).join(' / ')} → ${c.after.map((v) => v.text).join(' / ')}`);

describe('dce-lint diff', () => {
  it('finds no change where there is none, nor in layout, spacing, accents and line ends, and exits 0', async () => {
    for (const edit of [
      (_: string, text: string) => text,
      (_: string, text: string) => text.replace(/\n/g, '\r\n').normalize('NFD'),
      (name: string, text: string) =>
        name === 'cctp.md' ? text.replace(/\n## /, '\nUne phrase de plus.\n\n## ') : text,
    ]) {
      const { out, err, code } = await diff(edit);
      assert.deepEqual([err, code], ['', 0]);
      assert.deepEqual(told(JSON.parse(out)), []);
    }
  }).timeout(60_000);

  it('tells a weight, with its places, and that it is to be checked', async () => {
    const edit = only('rc.md', '| 2. Prix | 35 % |', '| 2. Prix | 30 % |');
    const report = await changes(edit);
    assert.deepEqual(told(report), ['Prix : 35 % → 30 %']);
    const [change] = report.changes;
    assert.deepEqual(
      change?.before[0]?.places.map((p) => p.path),
      ['v1/rc.md'],
    );
    assert.match(change?.verify?.why ?? '', /^À vérifier : /);
    assert.deepEqual(
      change?.verify?.sources.map((s) => [s.label, s.confidence]),
      [['CCP, art. R2151-4', 'P']],
    );
    assert.equal((await diff(edit)).code, 1);
  });

  it('tells a limit brought forward, and that bidders have less time; one put back is a change and no more', async () => {
    const sooner = await changes((_, text) => text.replaceAll('12 mars 2027', '5 mars 2027'));
    const limit = sooner.changes.find((c) => c.label === 'Date limite de remise des offres');
    assert.match(limit?.verify?.why ?? '', /moins de temps/);
    const later = await changes((_, text) => text.replaceAll('vendredi 12 mars 2027', 'vendredi 19 mars 2027'));
    assert.ok(later.changes.some((c) => c.label === 'Date limite de remise des offres'));
    assert.equal(later.summary.toVerify, 0);
  });

  it('tells a level of a requirement, a duration, an object, a tranche and rights', async () => {
    const cases: [Parameters<typeof diff>[0], string, RegExp][] = [
      [
        only('cctp.md', 'Autonomie de dix heures', 'Autonomie de douze heures'),
        'exigences',
        /dix heures.*→.*douze heures/,
      ],
      [(_, t) => t.replaceAll('trente mois', 'vingt-huit mois'), 'duree', /Trente mois.*→ Vingt-huit mois/],
      [(_, t) => t.replaceAll('36 000', '39 000'), 'tranches', /36 000 € → 39 000 €/],
      [(_, t) => t.replaceAll("capteurs de postures et d'efforts", 'capteurs de postures'), 'objet', /^Objet/],
      [only('ccap.md', /non exclusif/, 'exclusif'), 'droits', /Non exclusive.*→ Exclusive/],
    ];
    for (const [edit, matter, words] of cases) {
      const report = await changes(edit);
      const own = report.changes.filter((c) => c.matter === matter);
      assert.ok(own.length > 0 && own.every((c) => c.verify), `${matter} in ${told(report)}`);
      assert.match(told({ ...report, changes: own }).join('\n'), words);
    }
  }).timeout(60_000);

  it('gives JSON of the published schema', async () => {
    const validate = new Ajv2020().compile(schema);
    const report = await changes((_, text) => text.replaceAll('12 mars 2027', '5 mars 2027'));
    assert.ok(validate(report), JSON.stringify(validate.errors));
  });

  it('says to people what it does not judge', async () => {
    const { out } = await diff(only('rc.md', '| 2. Prix | 35 % |', '| 2. Prix | 30 % |'), []);
    assert.match(out, /avant : 35 % \(v1\/rc\.md, ligne \d+\)\n {4}après : 30 % \(v2 é\/rc\.md, ligne \d+\)/);
    assert.match(out, /dce-lint n’en juge pas/);
    assert.match((await diff((_, t) => t, [])).out, /Aucun changement/);
  });
});
