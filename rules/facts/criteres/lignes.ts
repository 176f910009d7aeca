import type { Draft, Passage, Sentence } from '../../kit/draft.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { shares } from '../../kit/french/shares.ts';
import { linesOf } from '../commun/index.ts';
import { critereAt, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import {
  adjustsNotes,
  announcesCriteria,
  isRanked,
  isSubsequent,
  judgesOffers,
  lotsOf,
  namesCriteria,
  SUB_LEAD,
  type Zone,
  zoneOf,
} from './contexte.ts';
import { type Line, readLine } from './ligne.ts';
import { asWeight } from './ligne-poids.ts';
import { BULLET, bulleted } from './puces.ts';
import { CRITERION_HEADING, takeWeight } from './titres.ts';

const LETTERED = /^(?:[a-z]|\d{1,2}) ?[.)°]|^- /;
/** A lettered paragraph after « selon les critères suivants : », or after another that is one. */
export function follows(p: Passage, run: readonly { passage: Passage }[]): boolean {
  if (!p.has(LETTERED)) return false;
  const { before } = p;
  if (!before) return false;
  if (run.length > 0) return run.at(-1)?.passage === before;
  return (
    before.read(namesCriteria) &&
    before.read(announcesCriteria) &&
    before.has(/:\s*$|suivants?|ci-apres|ci-dessous/) &&
    !before.has(SUB_LEAD)
  );
}

const NUMBERED = /^\d+(?:\.\d+)+[ .)-]+[a-z]/;

/**
 * « 6.2 VALEUR TECHNIQUE – 45 POINTS » right above its explanation or its bullets, as texts pasted from a word processor have them: where the
 * title ends, and the lines below it. Undefined for a paragraph that is not so made.
 */
function titleOver(p: Passage): { readonly end: number; readonly below: readonly Stretch[] } | undefined {
  if (!p.text.trim().includes('\n')) return undefined;
  const { folded } = p;
  const [title, ...below] = linesOf(p);
  const words = ({ from, to }: Stretch) => folded.slice(from, to);
  if (!title || below.length === 0 || title.to > 120 || /[.;,]$/.test(words(title))) return undefined;
  if (below.some((l) => NUMBERED.test(words(l)) || CRITERION_HEADING.test(words(l)))) return undefined;
  if (!p.has(NUMBERED) && !p.has(CRITERION_HEADING) && !below.every((l) => BULLET.test(words(l)))) return undefined;
  const line = readLine(folded, title.from, title.to);
  return line?.weight && !line.children.length ? { end: title.to, below } : undefined;
}

/** Takes the lines below a criterion's title: those with a mark and a weight are its sub-criteria. */
function takeBelow(c: OpenCritere, p: Passage, below: readonly Stretch[]) {
  for (const line of below) {
    const part = bulleted(p, line);
    if (part) c.children.push(part);
    else c.definition.push({ folded: p.folded.slice(line.from, line.to), at: p.at(line) });
  }
}

/**
 * « Critère 1 : prix (40 %) », its definition, « Critère 2… » on lines that follow each other, as programs print them: what each line says,
 * with those that go on with it. Empty for any other paragraph.
 */
function statedByLines(p: Passage): OpenCritere[] {
  if (!p.has(CRITERION_LINE)) return [];
  const inRow = p.sentences.filter((s) => CRITERION_HEADING.test(s.folded));
  if (inRow.length > 1 && inRow.length === p.sentences.length) return inRow.flatMap(statedBy);
  if (!p.text.trim().includes('\n')) return [];
  const typed = p.text.split('\n').filter((line) => line.trim() !== '');
  // A line that begins with a small letter goes on with the one before.
  const begins = linesOf(p).filter((_, i) => !/^\s*\p{Ll}/u.test(typed[i] ?? ''));
  const lines = begins.map(({ from }, i) => ({ from, to: begins[i + 1]?.from ?? p.folded.length }));
  const isCriterion = ({ from, to }: Stretch) => CRITERION_HEADING.test(p.folded.slice(from, to));
  if (lines.filter(isCriterion).length < 2 || !lines[0] || !isCriterion(lines[0])) return [];
  return lines.flatMap(({ from, to }) => {
    const line = readLine(p.folded, from, to);
    return line ? critereAt(p, line) : [];
  });
}
/** « Critère 1 : prix. Critère 2 : délai. » */
function statedBy(s: Sentence): OpenCritere[] {
  const line = readLine(s.folded);
  return line ? [critereAt(s, line)] : [];
}
const CRITERION_LINE = /criteres? (?:n ?° ?)?(?:\d|[ivx])/;

/** « Prix : 45 points », and on the next line « Note = 45 × … ». */
const FORMULA = /(?<![a-z])(?:la )?note(?: [a-z]+){0,3} ?= ?/;

type Run = readonly { readonly passage: Passage; readonly critere: OpenCritere }[];

/** The grid of criteria that follow each other on lines; none for one alone, or for titles. */
function grilleOfRun(run: Run): OpenGrille[] {
  const first = run[0]?.passage;
  if (run.length < 2 || !first || run.every((r) => r.passage.heading)) return [];
  const { before, section } = first;
  const words = before?.folded ?? '';
  return [
    openGrille(
      'lines',
      run.map((r) => r.critere),
      {
        announce: before?.span,
        lots: lotsOf(section, before?.heading ? undefined : words),
        ranked: isRanked(words),
        subsequent: isSubsequent(section, words),
        words,
      },
    ),
  ];
}

/** A paragraph, or a title in bold among lines of the same kind: « **Critère 1 – Prix : 40 %** ». */
const isLine = (p: Passage): boolean => p.kind === 'paragraph' && (p.heading ? p.has(CRITERION_HEADING) : !p.list);

/** Adds what an item under a criterion says to it. */
function takeItem(c: OpenCritere, item: Passage): void {
  const line = readLine(item.folded);
  if (line?.weight) c.children.push(critereAt(item, line));
  else c.definition.push({ folded: item.folded.trim(), at: item.span });
}

/** The words of a paragraph that may state a criterion. */
interface Statement {
  /** They call it one: « Critère 1 ». */
  readonly declared: boolean;
  readonly title: ReturnType<typeof titleOver>;
  readonly end: number;
}

/** Where the words that may state a criterion end: with a title, the first sentence, or the formula of its note. */
function statementIn(p: Passage, zone: Zone, lettered: boolean): Statement | undefined {
  const declared = p.has(CRITERION_HEADING);
  if (!declared && !lettered && zone !== 'award') return undefined;
  // « **Critère 1 : prix (60 %).** Jugé sur le DQE. »: what comes after its first sentence defines it.
  const title = zone === 'award' || declared ? titleOver(p) : undefined;
  const first = declared ? (p.sentences[0]?.folded.length ?? 0) : (p.find(FORMULA)?.from ?? p.folded.length);
  const end = title?.end ?? Math.min(p.folded.length, first);
  const isShort = end < 260 || isOverParts(p);
  return isShort && (declared || title || p.sentences.length === 1) ? { declared, title, end } : undefined;
}

/** « 2 - Valeur technique    45 points » over « 2.1  Méthode    20 points », « 2.2 … »: rows as a page prints them. */
const isOverParts = ({ text }: Passage): boolean =>
  /^\s*\d{1,2} ?[-–.)]/.test(text) && (text.match(/\n\s*\d{1,2}\.\d{1,2}[ .)-]/g)?.length ?? 0) > 1;

/** The line of a criterion that such words are: weighed, or short where they are sure to be one. */
function lineOf(p: Passage, { declared, end }: Statement, lettered: boolean): Line | undefined {
  const words = p.folded.slice(0, end);
  if (!declared && adjustsNotes(words)) return undefined;
  const line = readLine(p.folded, 0, end);
  if (!line || line.name.to - line.name.from >= 120) return undefined;
  // « Lot 2 : prix apprécié au vu du devis » names its lot, and judges none.
  if (!declared && !lettered && judgesOffers(words.slice(line.lot ? line.name.from : 0))) return undefined;
  const isShort = (declared && end < 120) || lettered;
  return line.weight || (declared && line.hole) || isShort ? line : undefined;
}

/** « Critère n° 2 : valeur technique au vu du mémoire (notée sur 20) » over « Pondération : 40 % »: the weight is what its own line says. */
function weighedBelow(p: Passage): OpenCritere | undefined {
  if (!p.text.includes('\n') || !p.has(CRITERION_HEADING)) return undefined;
  const below = linesOf(p).find(({ from, to }, i) => i > 0 && WEIGHT_LINE.test(p.folded.slice(from, to)));
  const share = below && shares(p.folded).find(({ from, to }) => from >= below.from && to <= below.to);
  const line = share && readLine(p.folded, 0, below.from);
  return line && critereAt(p, { ...line, weight: asWeight(share), hole: undefined, maybe: undefined });
}
const WEIGHT_LINE =
  /^ ?(?:ponderation|poids|coefficient|bareme)(?: (?:du|de ce) critere)? ?: ?\d[^a-z]*(?:points?)? ?$/;

/** The criterion that a paragraph gives on its line, with what it says further; undefined where it gives none. */
function criterionOf(p: Passage, zone: Zone, lettered: boolean): OpenCritere | undefined {
  const weighed = weighedBelow(p);
  if (weighed) return weighed;
  const statement = statementIn(p, zone, lettered);
  const line = statement && lineOf(p, statement, lettered);
  if (!line) return undefined;
  const critere = critereAt(p, line);
  const { title } = statement;
  if (title) takeBelow(critere, p, title.below);
  else
    for (const s of p.sentences.slice(1)) {
      critere.definition.push({ folded: s.folded, at: s.span });
      takeWeight(critere, s);
    }
  return critere;
}

/** It announces other criteria, and says nothing of how one is noted. */
const isAnother = (p: Passage): boolean => announcesCriteria(p.folded) && !p.has(SUB_LEAD) && !p.has(FORMULA);

/** The criteria that a paragraph gives, on its lines or as a whole; none where it is on candidates. */
function criteriaOf(p: Passage, run: Run): OpenCritere[] {
  const zone = zoneOf(p.section);
  if (zone === 'candidature') return [];
  const stated = statedByLines(p);
  if (stated.length > 1) return stated;
  const own = criterionOf(p, zone, follows(p, run));
  return own ? [own] : [];
}

/** Paragraphs that each give one criterion on their own line: « Critère 1 : Prix – 60 points ». */
export function readLines(draft: Draft): OpenGrille[] {
  const out: OpenGrille[] = [];
  let run: { passage: Passage; critere: OpenCritere }[] = [];
  const close = () => {
    out.push(...grilleOfRun(run));
    run = [];
  };
  for (const p of draft.passages) {
    const last = run.at(-1)?.critere;
    if (!isLine(p)) {
      if (last && p.list && !p.heading) takeItem(last, p);
      else close();
      continue;
    }
    const criteria = criteriaOf(p, run);
    run.push(...criteria.map((critere) => ({ passage: p, critere })));
    if (criteria.length > 0) continue;
    if (!last || isAnother(p)) close();
    else {
      last.definition.push({ folded: p.folded.trim(), at: p.span });
      takeWeight(last, p);
    }
  }
  close();
  return out;
}
