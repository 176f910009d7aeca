/**
 * `npm run exactitude:dossiers -- DIR [--misses]`: whole consultations, found, missed and wrong, by hand and by rule. `--misses`
 * prints what is misread, to be read: they then are no measure any more.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Dossier, errorsAmong, judgeDossier, readDossiers, together, type Verdict } from './dossiers.ts';

const { values, positionals } = parseArgs({ options: { misses: { type: 'boolean' } }, allowPositionals: true });
const folder = pathToFileURL(`${resolve(positionals[0] ?? 'test/reading/dossiers')}/`);
const judged = readDossiers(folder).map((dossier) => ({ dossier, verdict: judgeDossier(dossier) }));

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
function print(name: string, verdicts: readonly Verdict[]): void {
  const { found, missed, wrong } = together(verdicts);
  console.log(
    `${name.padEnd(36)} found ${found.length}, missed ${missed.length}, wrong ${wrong.length}: precision ${share(found.length, found.length + wrong.length)}, recall ${share(found.length, found.length + missed.length)}; errors right ${errorsAmong(found)} of ${errorsAmong(found) + errorsAmong(wrong)}`,
  );
}

function printRules(): void {
  const { found, missed, wrong } = together(judged.map(({ verdict }) => verdict));
  const ids = [
    ...found.map(({ rule }) => rule.id),
    ...missed.map(({ rule }) => rule),
    ...wrong.map(({ rule }) => rule.id),
  ];
  for (const id of [...new Set(ids)].sort()) {
    const of = (findings: Verdict['found']) => findings.filter(({ rule }) => rule.id === id).length;
    console.log(
      `${id.padEnd(36)} found ${of(found)}, missed ${missed.filter(({ rule }) => rule === id).length}, wrong ${of(wrong)}`,
    );
  }
}

function printMisread({ name }: Dossier, { missed, wrong }: Verdict): void {
  for (const { file, rule, quote = '' } of missed) console.log(`MISSED ${name}/${file} ${rule} « ${quote} »`);
  for (const { piece, rule, at, message } of wrong)
    console.log(`WRONG ${name}/${piece.path} ${rule.id} « ${piece.draft.slice(at)} » ${message.replaceAll('\n', ' ')}`);
}

printRules();
console.log();
for (const { dossier, verdict } of judged) print(`${dossier.hand}/${dossier.name}`, [verdict]);
print(
  'all',
  judged.map(({ verdict }) => verdict),
);
if (values.misses) for (const { dossier, verdict } of judged) printMisread(dossier, verdict);
