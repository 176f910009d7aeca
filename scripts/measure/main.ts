/**
 * `npm run exactitude`: what the reader finds of the sealed wordings, with the model and by expressions alone, in one run.
 * `-- --write` puts it in `docs/exactitude.md` too;
 * `-- --real DIR` also counts what is heard in real texts that were never learnt from, and prints it to be judged; `--curve`
 * shows what more wordings bring, `--adding` what one of them brings to its paraphrases (minutes each).
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Draft } from '../../rules/kit/draft.ts';
import { heardAnywhere, listenBy } from '../../rules/reading/hear.ts';
import file from '../../rules/reading/model/model.json' with { type: 'json' };
import type { ModelFile } from '../../rules/reading/model.ts';
import { asTheyAre, COPIES, changes } from './copies.ts';
import { type Dossier, errorsAmong, judgeDossier, readDossiers, together, type Verdict } from './dossiers.ts';
import { by, type Judged, judge, readDrafts, ruleOf, tally, themeOf } from './drafts.ts';
import { adding, curve } from './learning.ts';
import { isAnswer, isFound, readSealed, type Score, type Sealed, scoreOf } from './sealed.ts';

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);
/** Wilson's interval at 95 %. */
export function interval(part: number, whole: number): string {
  const z = 1.96;
  const p = part / whole;
  const middle = (p + (z * z) / (2 * whole)) / (1 + (z * z) / whole);
  const half = (z / (1 + (z * z) / whole)) * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  const bound = (share: number) => (100 * Math.min(1, Math.max(0, share))).toFixed(0);
  return `${bound(middle - half)}–${bound(middle + half)}`;
}
const shown = ({ said, found, unsaid, taken }: Score) =>
  `found ${share(found, said)} (${interval(found, said)}), look-alikes taken ${share(taken, unsaid)} (${interval(taken, unsaid)})`;

const lines = readSealed();
const scored = () => new Map(lines.map((line) => [line, isFound(line)]));
const withModel = scored();
listenBy(undefined);
const alone = scored();
listenBy(file as unknown as ModelFile);

for (const rule of [...new Set(lines.map((l) => l.rule))].sort()) {
  const own = lines.filter((l) => l.rule === rule);
  console.log(rule);
  console.log(`  with the model     ${shown(scoreOf(own, (l) => withModel.get(l) === true))}`);
  console.log(`  expressions alone  ${shown(scoreOf(own, (l) => alone.get(l) === true))}`);
}
console.log(`all ${lines.length}`);
console.log(`  with the model     ${shown(scoreOf(lines, (l) => withModel.get(l) === true))}`);
console.log(`  expressions alone  ${shown(scoreOf(lines, (l) => alone.get(l) === true))}`);

/** A share as the page has it. */
const cell = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1).replace('.', ',')} % (${interval(part, whole)})`;

/** A row of the page: what it is of, found and taken with the model, and by expressions alone. */
function row(name: string, own: readonly Sealed[]): string {
  const cells = [withModel, alone].flatMap((scores) => {
    const { said, found, unsaid, taken } = scoreOf(own, (l) => scores.get(l) === true);
    return [cell(found, said), cell(taken, unsaid)];
  });
  return `| ${name} | ${own.length} | ${cells.join(' | ')} |`;
}

/** The figures of faults, or of answers. */
function table(answers: boolean): string {
  const own = lines.filter((l) => isAnswer(l) === answers);
  const names = [...new Set(own.map((l) => l.rule))].sort();
  return [
    `| ${answers ? 'notion' : 'règle'} | phrases | trouvées | voisines prises | expressions seules : trouvées | prises |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...names.map((name) =>
      row(
        `\`${name}\``,
        own.filter((l) => l.rule === name),
      ),
    ),
    row('**ensemble**', own),
  ].join('\n');
}

/** Texts of published notices, drawn by lot: as rare in faults as they are there. */
function noticesTable(): string {
  const texts = readSealed(new URL('../../test/reading/notices/', import.meta.url));
  const found = new Set(texts.filter(isFound));
  return [
    '| règle | textes | dont fautifs | trouvés | dits à tort | justes, de ce qui est dit |',
    '| --- | --- | --- | --- | --- | --- |',
    ...[...new Set(texts.map((t) => t.rule))].sort().map((rule) => {
      const own = texts.filter((t) => t.rule === rule);
      const score = scoreOf(own, (t) => found.has(t));
      const right = share(score.found, score.found + score.taken)
        .trim()
        .replace('.', ',');
      return `| \`${rule}\` | ${own.length} | ${score.said} | ${score.found} | ${score.taken} | ${right} |`;
    }),
  ].join('\n');
}

/** The figures of the short drafts, theme by theme, and the weakest rules. */
function draftsTable(): string {
  const judged = judge(readDrafts(new URL('../../test/reading/drafts/', import.meta.url)));
  const line = (name: string, own: readonly Judged[]) => {
    const { fires, found, silent, flagged } = tally(own);
    return `| ${name} | ${own.length} | ${cell(found, fires)} | ${cell(flagged, silent)} |`;
  };
  const weak = by(judged, ruleOf).filter(([, own]) => tally(own).found * 2 < tally(own).fires);
  return [
    '| thème | dossiers | fautes trouvées | licites signalés |',
    '| --- | --- | --- | --- |',
    ...by(judged, themeOf).map(([theme, own]) => line(theme, own)),
    line('**ensemble**', judged),
    '',
    `Règles qui trouvent moins d’une faute sur deux : ${weak.map(([rule]) => `\`${rule}\``).join(', ') || 'aucune'}.`,
  ].join('\n');
}

/** The figures of whole consultations, hand by hand. */
function dossiersTable(): string {
  const all = readDossiers(new URL('../../test/reading/dossiers/', import.meta.url));
  const judged = all
    .filter(({ findings }) => findings.length > 0)
    .map((dossier) => ({ hand: dossier.hand, verdict: judgeDossier(dossier) }));
  const line = (name: string, own: readonly Verdict[]) => {
    const { found, missed, wrong } = together(own);
    const said = errorsAmong(found) + errorsAmong(wrong);
    return `| ${name} | ${own.length} | ${found.length + missed.length} | ${cell(found.length, found.length + wrong.length)} | ${cell(found.length, found.length + missed.length)} | ${errorsAmong(found)} sur ${said} |`;
  };
  const verdicts = (hand?: string) => judged.filter((one) => !hand || one.hand === hand).map(({ verdict }) => verdict);
  return [
    '| main | dossiers | constats attendus | justes, de ce qui est dit | trouvés, de ce qui est attendu | erreurs justes |',
    '| --- | --- | --- | --- | --- | --- |',
    ...[...new Set(judged.map(({ hand }) => hand))].map((hand) => line(`\`${hand}\``, verdicts(hand))),
    line('**ensemble**', verdicts()),
    '',
    soundLine(all.filter(({ findings }) => findings.length === 0)),
  ].join('\n');
}

/** How much of what is said of whole consultations stays when they are written otherwise. */
function copiesTable(): string {
  const dossiers = asTheyAre(readDossiers(new URL('../../test/reading/dossiers/', import.meta.url)));
  const rows = Object.entries(COPIES).map(([name, copy]) => {
    const { lost, added, all } = changes(dossiers, copy);
    return `| ${name} | ${all} | ${cell(all - lost.length - added.length, all)} |`;
  });
  return ['| écrit autrement | constats | les mêmes |', '| --- | --- | --- |', ...rows].join('\n');
}

/** What is said of dossiers in which nothing is wrong. */
function soundLine(sound: readonly Dossier[]): string {
  const words = sound.flatMap(({ files }) => files).reduce((n, { text }) => n + text.split(/\s+/).length, 0);
  const { wrong } = together(sound.map(judgeDossier));
  const rate = ((1e4 * wrong.length) / words).toFixed(1).replace('.', ',');
  return `Dans ${sound.length} dossiers sains (${words} mots), où il n’y a rien à dire : ${wrong.length} constats à tort, dont ${errorsAmong(wrong)} erreurs, soit ${rate} pour dix mille mots.`;
}

if (process.argv.includes('--write'))
  writeFileSync(
    new URL('../../docs/exactitude.md', import.meta.url),
    `# Ce que DCE Lint trouve, règle par règle

Page écrite par \`npm run exactitude -- --write\`. Phrases scellées (\`test/reading/sealed/\`) : notées, jamais lues pour réparer, de mains qui n’ont rien écrit de ce que le lecteur a appris, chacune dans une petite pièce de sa sorte et de sa procédure, à travers tout le programme. La moitié dit la chose, l’autre en est une voisine, souvent sa jumelle. Entre parenthèses, l’intervalle à 95 %. Une règle faible est ici pour ce qu’elle vaut.

## Des fautes dites en prose

« Trouvée » : la règle le dit. « Prise » : elle le dit d’une voisine qui ne dit rien de tel.

${table(false)}

## Des réponses que cherchent les règles d’absence

« Trouvée » : la règle d’absence se tait, comme il faut. « Prise » : elle se tait devant une voisine qui ne répond pas.

${table(true)}

## De vrais avis

Des rubriques et des critères d’avis publiés au BOAMP, tirés au sort et étiquetés par deux mains (\`test/reading/notices/\`, scellés) : une faute y est aussi rare qu’elle l’est.

${noticesTable()}

## Des dossiers entiers

Chacun de plusieurs pièces, avec ce qu’il faut en dire et rien d’autre (\`test/reading/dossiers/\`, scellés de même ; \`npm run exactitude:dossiers\`). « Erreurs justes » : de ce qui est dit au niveau le plus haut.

${dossiersTable()}

Les mêmes, écrits autrement sans que rien n’y soit dit autrement (\`npm run exactitude:copies\`) : combien de constats sont au même endroit, de tous ceux de l’une ou de l’autre écriture. En capitales, un nom que l’on ne connaît pas ne se distingue plus des mots qui l’entourent. De la page imprimée (ni marques ni traits, lignes coupées, tableaux en colonnes, pied de page), seuls la règle et la pièce d’un constat sont comparés : ses mots changent de place.

${copiesTable()}

## De petits dossiers, règle par règle

Chacun tient en quelques lignes, d’une pièce ou de plusieurs (\`test/reading/drafts/\`, scellés comme les phrases) : trois à sept qui portent la faute de chaque règle, autant de licites où un acheteur écrirait de même. « Signalés » : la règle y parle à tort.

${draftsTable()}
`,
  );

const at = process.argv.indexOf('--real');
const folder = at > 0 ? process.argv[at + 1] : undefined;
if (folder) {
  // Documents whose name falls on an odd number were left out of what is learnt from.
  const isHeldOut = (name: string) =>
    Number.parseInt(createHash('md5').update(name).digest('hex').slice(-1), 16) % 2 === 1;
  let words = 0;
  let hits = 0;
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:md|txt)$/.test(name) || name === 'README.md' || !isHeldOut(name)) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    words += text.split(/\s+/).length;
    for (const { concept, surety, sentence } of heardAnywhere(new Draft(text))) {
      hits++;
      console.log(
        `${surety.padEnd(8)} ${concept.padEnd(36)} ${name.slice(0, 20)} ${sentence.text.replace(/\s+/g, ' ').slice(0, 200)}`,
      );
    }
  }
  console.log(
    `real text held out: ${hits} statements heard in ${words} words, whatever the piece: ${((hits * 1e5) / words).toFixed(1)} in 100,000`,
  );
}

if (process.argv.includes('--curve')) for (const shown of curve()) console.log(shown);
if (process.argv.includes('--adding')) for (const shown of adding()) console.log(shown);
