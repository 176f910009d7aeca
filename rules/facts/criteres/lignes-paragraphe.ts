import type { Draft, Passage } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { has } from '../../kit/text.ts';
import { critereAt, isPrice, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import { announcesCriteria, isOfChoice, isRanked, isSubsequent, lotsOf, namesCriteria, zoneOf } from './contexte.ts';
import { OF_PAYMENT } from './enumeration.ts';
import { type Line, readLine } from './ligne.ts';
import { isAbout, isWhole } from './poids-ecrits.ts';
import { linesOf } from './puces.ts';

/** A line that may be a criterion: with a weight, or a place for one. */
const weighs = (line: Line | undefined): boolean => (line?.weight ?? line?.maybe ?? line?.hole) !== undefined;

/** The lines of a paragraph, each with those that go on with it: they begin with a small letter under one that has no weight, or have none. */
function wholeLines(p: Passage): Stretch[] {
  const typed = p.text.split('\n').filter((line) => line.trim() !== '');
  const out: Stretch[] = [];
  for (const [i, line] of linesOf(p).entries()) {
    const last = out.at(-1);
    const goesOn = /^\s*\p{Ll}/u.test(typed[i] ?? '');
    const isApart = () =>
      last && weighs(readLine(p.folded, last.from, last.to)) && weighs(readLine(p.folded, line.from, line.to));
    if (last && goesOn && !isApart()) out[out.length - 1] = { from: last.from, to: line.to };
    else out.push(line);
  }
  return out;
}

/** A name of a criterion, on its line: no statement, and nothing that is paid. */
const isNamed = (folded: string, { name, from, to }: Line): boolean =>
  name.to - name.from < 120 &&
  to - from < 260 &&
  !has(folded.slice(from, to), OF_PAYMENT) &&
  !has(folded.slice(name.from, name.to), NO_NAME);
const NO_NAME = fr`totaux|total|notes? (?:éliminatoires?|minimales?)|seuils?|clauses?|taux|durées?|montants? (?:ht|ttc)|plafonds?`;

/** A criterion on its line. */
interface Stated {
  readonly passage: Passage;
  readonly line: Line;
}

/** The lines of a paragraph, in a row; undefined for what is no criterion. */
function statedIn(p: Passage, run: readonly Stated[]): (Stated | undefined)[] {
  if (!mayHold(p)) return [undefined];
  let rank = run.length;
  return wholeLines(p).map(({ from, to }) => {
    const line = readLine(p.folded, from, to);
    // « 4␣␣␣Dépannage », in a numbered run: its weight was forgotten.
    const isNext = rank > 1 && Number(line?.number) === rank + 1;
    const isOne = line !== undefined && (weighs(line) || isNext) && isNamed(p.folded, line);
    rank = isOne ? rank + 1 : 0;
    return isOne ? { passage: p, line } : undefined;
  });
}

/** The runs of lines that each weigh something, in one paragraph or in several that follow each other. */
function runsOf(draft: Draft): Stated[][] {
  const runs: Stated[][] = [[]];
  for (const p of draft.passages) {
    if (runs.at(-1)?.[0] && runs.at(-1)?.[0]?.passage.section !== p.section) runs.push([]);
    for (const stated of statedIn(p, runs.at(-1) ?? [])) {
      if (stated) runs.at(-1)?.push(stated);
      else runs.push([]);
    }
  }
  return runs.filter((run) => run.filter(({ line }) => weighs(line)).length > 1);
}

const valueIn = (c: OpenCritere) => (c.weight ?? c.maybe)?.value ?? 0;

/** What they are to make: what each says that it is out of, else a hundred. */
const wholeOf = (criteria: readonly OpenCritere[]): number => {
  const [first, ...others] = criteria.map((c) => c.weight?.of);
  return first !== undefined && others.every((of) => of === first) ? first : 100;
};

/** Criteria stand there: by the title, by what is said right above, or by the first line. */
const isOnAward = (p: Passage): boolean =>
  zoneOf(p.section) === 'award' ||
  isOfChoice(p.section) ||
  [p.before?.folded ?? '', p.folded.slice(0, 80)].some((words) => namesCriteria(words) && announcesCriteria(words));

/**
 * Grids that lines make, a criterion each, in one paragraph or in several: « Prix : 45 % ↵ Service rendu : 55 % »,
 * « Prix␣␣␣60 ↵ Précision␣␣␣40 », « ☒ prix : 60 % ↵ ☒ délai : 40 % ». A price is among them; their weights make a whole, or
 * nearly where offers are judged.
 */
export const readParagraphs = (draft: Draft): OpenGrille[] => runsOf(draft).flatMap(gridOf);

const mayHold = (p: Passage): boolean =>
  p.kind === 'paragraph' && !p.list && !p.isTitle && p.has(/\d|\.{3}/) && zoneOf(p.section) !== 'candidature';

function gridOf(run: readonly Stated[]): OpenGrille[] {
  const [first] = run as readonly [Stated];
  const { passage: p } = first;
  const criteria = run.map(({ passage, line }) => critereAt(passage, line));
  const sum = criteria.reduce((t, c) => t + valueIn(c), 0);
  const isMeant = isWhole(sum, wholeOf(criteria)) || (isOnAward(p) && isAbout(sum, wholeOf(criteria)));
  if (!criteria.some(isPrice) || !isMeant) return [];
  for (const c of criteria) if (!c.weight && c.maybe) c.accept();
  const opening = p.folded.slice(0, first.line.from);
  const words = `${p.before?.folded ?? ''} ${opening}`;
  const { section } = p;
  return [
    openGrille('lines', criteria, {
      announce: p.before?.section === section ? p.before.span : undefined,
      lots: lotsOf(section, opening),
      ranked: isRanked(words),
      subsequent: isSubsequent(section, words),
      words,
    }),
  ];
}
