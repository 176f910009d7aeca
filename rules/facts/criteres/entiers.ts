import type { Draft, Passage, Section, Sentence } from '../../kit/draft.ts';
import { numbers } from '../../kit/french/numbers.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { ShareItem } from '../../kit/french/shares.ts';
import { overlaps } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { type HeardShare, linesOf, PARTS, sharesIn } from '../commun/index.ts';
import { critereAt, isPrice, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import {
  CANDIDATURE,
  isNegated,
  isOfChoice as isOfChoiceTitle,
  isOfSomethingElse,
  isSubsequent,
  lotsOf,
  OF_EXECUTION,
  OTHER_LEAD,
  SUB_LEAD,
  zoneOf,
} from './contexte.ts';
import { OF_PAYMENT } from './enumeration.ts';
import { linesAround, readLine } from './ligne.ts';
import type { LineWeight } from './ligne-poids.ts';
import { isAbout, sumOf } from './poids-ecrits.ts';
import { BULLET } from './puces.ts';
import { subjectsOf } from './sujet.ts';
import { near, parted } from './total.ts';

/** A line, an item of a list or a row of a table that is a name and a number. */
interface Numbered {
  readonly passage: Passage;
  readonly critere: OpenCritere;
  readonly value: number;
  /** It speaks of a price. */
  readonly priced: boolean;
  /** Its number is heard to be the weight of a criterion or of a part of one. */
  readonly heard: boolean;
  /** How it stands in the text: a part of a sentence, what opens a list by its colon, an item. */
  readonly form: 'said' | 'opens' | 'item' | 'row';
  /** The sentence of which it is a part; undefined for other rows. */
  readonly sentence?: Sentence;
  /** The words above it that are no such row. */
  readonly lead: string;
}

/** « … → 60 », « … : maximum 350 », « …, trente-huit »: a number that ends a line, whatever leads to it. */
function endNumber(folded: string, { from, to }: Stretch): LineWeight | undefined {
  const text = folded.slice(from, to);
  const last = numbers(text).pop();
  if (!last || !/^ ?(?:points?|pts)?[ ).;,]*$/.test(text.slice(last.to))) return undefined;
  const led = /(?<=[a-z0-9)]) ?(?:[,:;(.→>=-]+|[,:.(]? ?(?:maximum|coef(?:ficient|\.)?)| {3,}) ?$/.exec(
    text.slice(0, last.from),
  );
  return led ? { from: from + led.index, to: from + last.to, value: last.value, unit: 'bare' } : undefined;
}

/** « … la grille qui suit (maximum : 1 000 points) », « Total des coefficients : 10 », « le mémoire est noté sur 40 » */
const TELLS =
  /^[^a-z]*(?:(?:sous-)?total|ensemble|note (?:globale|finale|totale)|soit)(?![a-z])|(?:qui suit|ci-(?:dessous|apres))(?![a-z])|(?<![a-z])(?:est|sont|sera|seront|doit|doivent|peut|peuvent|recoit|obtient|ne)(?![a-z])/;
/** « Sous-critères de la valeur technique : » */
const LEADS = /: *$|[a-z].{60}/;
/** « ☐ Délai … 10 % »: left out. */
const UNTICKED = /^ ?☐/;

/** What a line gives as a criterion: its name, and the number that it says or ends with. */
function rowOf(passage: Passage, at: Stretch, lead: string): Numbered | undefined {
  const { folded } = passage;
  const words = folded.slice(at.from, at.to);
  const read = UNTICKED.test(words) || TELLS.test(words) ? undefined : readLine(folded, at.from, at.to);
  if (!read || read.name.to - read.name.from > (passage.list ? 220 : 120) || (!read.weight && /: *$/.test(words)))
    return undefined;
  const said = read.weight ?? read.maybe;
  const ending = said ? undefined : endNumber(folded, at);
  const line = ending ? readLine(folded, at.from, ending.from) : read;
  const weight = said ?? ending;
  if (!line || !weight || weight.upper !== undefined) return undefined;
  const name = read.maybe ? read.bareName : line.name;
  const critere = critereAt(passage, { ...line, ...at, name, weight, maybe: undefined });
  return {
    passage,
    critere,
    value: weight.value,
    priced: isPrice(critere),
    heard: isHeard(passage, critere),
    form: formOf(passage, words),
    lead,
  };
}

function formOf({ list }: Passage, words: string): Numbered['form'] {
  if (/: *$/.test(words)) return 'opens';
  return list || BULLET.test(words) ? 'item' : 'row';
}

/** The shares of a sentence that are heard to be weights of criteria or of their parts. */
const weighing = (s: Sentence): HeardShare[] =>
  sharesIn(s).filter(({ role }) => role === 'critere' || role === 'sous-critere');

/** Its number is heard to weigh a criterion, or is told to: « coefficient 4 ». */
const isHeard = ({ sentences }: Passage, { weight }: OpenCritere): boolean =>
  weight?.unit === 'coefficient' ||
  sentences.some((s) => weight && weighing(s).some((share) => overlaps(s.at(share), weight.at)));

/** « Sur cent points : le prix en reçoit quarante »: numbers that say no unit, and that nothing counts. */
const bareIn = (folded: string): ShareItem[] =>
  numbers(folded)
    .filter(
      ({ value, from, to }) =>
        value > 0 && value <= 100 && ENDS_PART.test(folded.slice(to)) && !/\d\.\d/.test(folded.slice(from, to)),
    )
    .map(({ from, to, value }) => ({ from, to, value, unit: 'points' }));
const ENDS_PART = /^ ?(?:[,;.)]|$|(?:pour|au|aux|a) )/;
const SCALE = /(?<![a-z])(?:sur|total de|partage[a-z]*|reparti[a-z]*) (?:cent|100) ?(?:points?)?(?![a-z])/;

/** The shares of a sentence that are weights: those heard; beside them, or where offers are judged, most others too. */
function weightsOf(s: Sentence): readonly ShareItem[] {
  const isOfAward = () => zoneOf(s.section) === 'award' || s.section.chain.some(isOfChoiceTitle);
  if (!PARTS.signs.test(s.folded)) return s.previous?.passage.has(SCALE) && isOfAward() ? bareIn(s.folded) : [];
  if (s.has(OF_PAYMENT)) return [];
  const heard = weighing(s);
  const all = PARTS.find(s.folded).filter(({ unit }) => unit !== 'sur');
  if (heard.length > 0) return heard.length * 2 >= all.length ? all : heard;
  return isOfAward() ? all : [];
}

/** What the sentences of a paragraph give as criteria, by the shares heard in them: « le prix pèse quarante pour cent, le délai dix ». */
function rowsSaid(passage: Passage, lead: string): Numbered[] {
  const out: Numbered[] = [];
  for (const s of passage.sentences) {
    const lines = linesAround(s.folded, weightsOf(s));
    // What follows a criterion says how it is judged.
    if (lines.length === 0) out.at(-1)?.critere.definition.push({ folded: s.folded, at: s.span });
    for (const line of lines) {
      const critere = critereAt(s, line);
      const { value } = line.weight as LineWeight;
      // The scale above tells what numbers without unit are.
      const heard = isHeard(passage, critere) || !PARTS.signs.test(s.folded);
      out.push({ passage, critere, value, priced: isPrice(critere), heard, lead, form: 'said', sentence: s });
    }
  }
  return out;
}

/** The rows of a section that are told by lines or items, with what leads to each. */
export function rowsOf(section: Section): Numbered[] {
  const out: Numbered[] = [];
  let lead = section.title;
  for (const passage of section.own) {
    if (passage.heading) continue;
    if (passage.table) {
      const rows = rowsOfTable(passage, lead);
      out.push(...rows);
      if (rows.length === 0 && passage.cell?.column === 0) lead = passage.folded;
      continue;
    }
    const rows: Numbered[] = [];
    for (const at of passage.list ? [{ from: 0, to: passage.folded.length }] : linesOf(passage)) {
      const row = rowOf(passage, at, lead);
      if (row) rows.push(row);
      // A name may be on two lines.
      else if (LEADS.test(passage.folded.slice(at.from, at.to))) lead = passage.folded.slice(at.from, at.to);
    }
    const said = passage.list ? [] : rowsSaid(passage, section.title);
    out.push(...(said.length > rows.length ? said : rows));
  }
  return out;
}

/** The row that begins with a cell: its first words, and the number that is all of its last cell or that a cell says. */
function rowsOfTable(cell: Passage, lead: string): Numbered[] {
  const { table } = cell;
  const rows = table ? [table.header, ...table.rows] : [];
  const at = rows.findIndex((r) => r.cells[0] === cell);
  const row = rows[at];
  const [last, ...others] = [...(row?.cells ?? [])].reverse();
  const names = others.reverse().filter(({ folded }) => /[a-z]{3}/.test(folded) && !TELLS.test(folded));
  // « Offre | Prix | 50 » over « Offre | Délai | 30 »: the first says where these belong.
  const isRepeated = ({ folded }: Passage) =>
    [rows[at - 1], rows[at + 1]].some((r) => r?.cells.some((c) => c.folded === folded));
  const name = names.find((c) => !isRepeated(c)) ?? names[0];
  const read = last && ALONE.test(last.folded) ? numbers(last.folded)[0] : undefined;
  if (!last || !read || !name)
    return row?.cells.flatMap((c) => rowOf(c, { from: 0, to: c.folded.length }, lead) ?? []) ?? [];
  const line = readLine(name.folded);
  if (!line) return [];
  const critere = critereAt(name, line);
  critere.weight = { value: read.value, unit: /%/.test(last.folded) ? 'percent' : 'bare', at: last.at(read) };
  const priced = row?.cells.some((c) => isPrice({ subjects: subjectsOf(c.folded) })) ?? false;
  const heard = row?.cells.some((c) => isHeard(c, critere)) ?? false;
  return [{ passage: cell, critere, value: read.value, priced, heard, form: 'row', lead }];
}
/** « 42,5 », « 40 % », « coef. 5 » */
const ALONE = /^[^a-z0-9]*(?:coef[a-z]*\.? ?)?\d{1,4}(?:,\d+)? ?(?:%|points?|pts)?[^a-z0-9]*$/;

/** Numbers that the title, or what leads to the rows, gives as the whole: « sur 1 000 points ». */
const wholesTold = ({ lead, passage: { section } }: Numbered): readonly number[] =>
  [lead, section.title].flatMap((words) => (WHOLE.test(words) ? numbers(words).map(({ value }) => value) : []));
const WHOLE = /(?<![a-z])(?:sur|total|maximum|points?|somme|bareme)(?![a-z])/;

/** What is paid, and when, or where a price comes from: shares that make a hundred, with a price among them, and no criteria. */
const PAID =
  /acompte|avance(?!e)|a la (?:commande|livraison|reception|signature|remise|notification|validation|mise)(?![a-z])|solde|factur|versement|paiement|penalite|parametre|indice|formule/;

const isOfChoice = ({ passage: { section }, lead }: Numbered): boolean =>
  !['candidature', 'elsewhere'].includes(zoneOf(section)) &&
  !section.under(OF_EXECUTION) &&
  ![CANDIDATURE, SUB_LEAD, OTHER_LEAD].some((p) => has(lead, p)) &&
  !isNegated(lead) &&
  !isOfSomethingElse(lead) &&
  !PAID.test(lead);

/** The longest rows in a row that make a whole, with a price among what makes it: three, for two make one by chance. */
function grilleOf(rows: readonly Numbered[]): OpenGrille | undefined {
  // A criterion is taken with all that stands under it.
  const starts = grouped(rows).map(([top]) => rows.indexOf(top as Numbered));
  for (const i of starts) {
    const first = rows[i] as Numbered;
    if (!isOfChoice(first)) continue;
    const wholes = [...new Set([100, ...wholesTold(first)])];
    const ends = [...starts, rows.length].filter((end) => end > i + 2 && end <= i + MOST_ROWS);
    for (const end of ends.reverse()) {
      const taken = rows.slice(i, end);
      if (taken.some(({ critere }) => PAID.test(critere.folded))) continue;
      const tops = wholes.map((whole) => partedOf(taken, whole)).find((found) => found && found.length > 2);
      if (tops?.some(([top]) => top?.priced)) return openOf(first, tops);
    }
  }
  return heardOf(rows);
}
const MOST_ROWS = 30;

/** By how it stands, a row is a part of that criterion: deeper in its list, in the list that it opens, under its number. */
function isUnder({ passage, form, critere, sentence }: Numbered, top: Numbered): boolean {
  const depth = top.passage.list?.depth ?? 0;
  if (passage.block === top.passage.block && depth > 0 && (passage.list?.depth ?? 0) > depth) return true;
  if (top.form === 'opens' && form === 'item') return true;
  if (top.sentence && top.sentence === sentence && opensParts(top.sentence, top.critere)) return true;
  return top.critere.number !== undefined && critere.number?.startsWith(`${top.critere.number}.`) === true;
}

/** « Ce que l'on mange vaut 40 points : l'équilibre, 15 points ; … » */
const opensParts = (s: Sentence, { weight }: OpenCritere): boolean => {
  const after = weight && s.passage.draft.slice({ start: weight.at.end, end: s.span.end });
  return after !== undefined && /^[ )]*(?::|\(|,? (?:dont|soit|à savoir|répartis?)\b)/.test(after);
};

/** Where the parts that the same sentence gives of a criterion end: they make its number. */
function endOfSaid(rows: readonly Numbered[], at: number): number {
  const top = rows[at] as Numbered;
  let sum = 0;
  for (let end = at + 1; end < rows.length; end++) {
    const { passage, form, value } = rows[end] as Numbered;
    if (form !== 'said' || passage !== top.passage) break;
    sum += value;
    if (end > at + 1 && near(sum, top.value)) return end + 1;
  }
  return at + 1;
}

/** Criteria with their parts, by how they stand. */
function grouped(rows: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const out: Numbered[][] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at + 1;
    while (end < rows.length && isUnder(rows[end] as Numbered, rows[at] as Numbered)) end++;
    if (end === at + 1) end = endOfSaid(rows, at);
    out.push(rows.slice(at, end));
    at = end;
  }
  return out;
}

const addsUp = ([top, ...parts]: readonly Numbered[]): boolean =>
  parts.length === 0 || [top?.value ?? 0, 100].some((whole) => near(sumOf(parts), whole));

const topsOf = (groups: readonly (readonly Numbered[])[]): Numbered[] => groups.map(([top]) => top as Numbered);

/** Criteria with their parts that make a whole: by how they stand, else by what makes it; undefined where nothing does. */
function partedOf(rows: readonly Numbered[], whole: number): readonly (readonly Numbered[])[] | undefined {
  const groups = grouped(rows);
  // Parts that make another number than their criterion are a fault of a grid, or no grid.
  const isSure = groups.every(addsUp) || rows.filter(({ heard }) => heard).length * 2 > rows.length;
  if (isSure && near(sumOf(topsOf(groups)), whole)) return groups;
  const tops = parted(rows, whole);
  // No sentence gives parts of what another one gives.
  const isTogether = ([top, ...parts]: readonly Numbered[]) =>
    parts.every(({ form, passage }) => form !== 'said' || passage === top?.passage);
  return tops?.every(isTogether) ? tops : undefined;
}

/** Rows of which two numbers in three are heard to be weights, with a price among them: they may fail to make a whole. */
function heardOf(rows: readonly Numbered[]): OpenGrille | undefined {
  const at = rows.map(({ heard }) => heard);
  const [from, to] = [at.indexOf(true), at.lastIndexOf(true)];
  // Lines of the same paragraph, or items of the same list, are of the same kind.
  const isOfEnds = ({ passage: { block } }: Numbered): boolean =>
    block === rows[from]?.passage.block || block === rows[to]?.passage.block;
  const run = rows.filter((row, i) => (i >= from && i <= to) || isOfEnds(row));
  const [first] = run;
  const taken = run.filter(({ critere }) => critere.weight?.unit === first?.critere.weight?.unit);
  const heard = taken.filter((row) => row.heard);
  if (!first || !isOfChoice(first) || heard.length < 2 || heard.length * 3 < taken.length * 2) return undefined;
  if (taken.some(({ critere }) => PAID.test(critere.folded)) || !taken.some(({ priced }) => priced)) return undefined;
  const groups = grouped(taken);
  const whole = [...wholesTold(first), 100].find((told) => isAbout(sumOf(topsOf(groups)), told));
  const isCounted = whole ?? taken.every(({ critere }) => critere.weight?.unit === 'coefficient');
  if (!isCounted || groups.length < 3) return undefined;
  return openOf(first, partedOf(taken, whole ?? 0) ?? groups);
}

function openOf({ passage, form, lead }: Numbered, tops: readonly (readonly Numbered[])[]): OpenGrille {
  const criteria = tops.map(([top, ...parts]) => {
    const { critere } = top as Numbered;
    if (parts.length > 0) critere.children = parts.map((part) => part.critere);
    return critere;
  });
  const { section, before } = passage;
  return openGrille('lines', criteria, {
    announce: before?.span,
    lots: lotsOf(section, form === 'said' ? passage.folded : '', lead),
    subsequent: isSubsequent(section, lead),
    words: lead,
  });
}

/** The rows of a section, those of each set of lots apart. */
function rowsByLots(section: Section): readonly (readonly Numbered[])[] {
  const out = new Map<string, Numbered[]>();
  for (const row of rowsOf(section)) {
    const words = row.form === 'said' ? row.passage.folded : '';
    const key = lotsOf(section, words, row.lead).join(',');
    const rows = out.get(key);
    if (rows) rows.push(row);
    else out.set(key, [row]);
  }
  return [...out.values()];
}

/**
 * Grids that nothing announces: lines, items, rows or parts of sentences of a section that follow each other, each a name and
 * a number, with a price among them, that make a hundred (or the whole that is told above them) or are heard to be weights.
 */
export const readWholes = (draft: Draft): OpenGrille[] =>
  [...new Set(draft.passages.map((p) => p.section))].flatMap((section) =>
    rowsByLots(section).flatMap((rows) => grilleOf(rows) ?? []),
  );
