import type { Draft, InPlace, Passage, Section, Sentence } from '../../kit/draft.ts';
import { numbers } from '../../kit/french/numbers.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { ShareItem } from '../../kit/french/shares.ts';
import { overlaps } from '../../kit/span.ts';
import { type HeardShare, linesOf, PARTS, sharesIn } from '../commun/index.ts';
import { critereAt, isPrice, type OpenCritere } from './arbre.ts';
import { isUnderAward, lotsOf } from './contexte.ts';
import { OF_PAYMENT } from './enumeration.ts';
import { linesAround, readLine } from './ligne.ts';
import type { LineWeight } from './ligne-poids.ts';
import { BARE_AFTER } from './poids-ecrits.ts';
import { BULLET } from './puces.ts';
import { subjectsOf } from './sujet.ts';

/** A line, an item of a list or a row of a table that is a name and a number. */
export interface Numbered {
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
        value > 0 && value <= 100 && BARE_AFTER.test(folded.slice(to)) && !/\d\.\d/.test(folded.slice(from, to)),
    )
    .map(({ from, to, value }) => ({ from, to, value, unit: 'points' }));
const SCALE = /(?<![a-z])(?:sur|total de|partage[a-z]*|reparti[a-z]*) (?:cent|100) ?(?:points?)?(?![a-z])/;

/** The shares of a sentence that are weights: those heard; beside them, or where offers are judged, most others too. */
function weightsOf(s: Sentence): readonly ShareItem[] {
  const isOfAward = () => isUnderAward(s.section);
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

/** The rows that an item or the lines of a paragraph are, and the words that lead to what follows. */
function rowsOfLines(passage: Passage, lead: string): { readonly rows: Numbered[]; readonly leadOn: string } {
  const rows: Numbered[] = [];
  let leadOn = lead;
  for (const at of passage.list ? [{ from: 0, to: passage.folded.length }] : linesOf(passage)) {
    const row = rowOf(passage, at, leadOn);
    if (row) {
      rows.push(row);
      continue;
    }
    const words = passage.folded.slice(at.from, at.to);
    // A name may be on two lines.
    if (LEADS.test(words)) leadOn = words;
    // What follows a criterion says how it is judged.
    rows.at(-1)?.critere.definition.push({ folded: words, at: passage.at(at) });
  }
  return { rows, leadOn };
}

/** The rows that a passage tells, and the words that lead to what follows. */
function rowsIn(passage: Passage, lead: string): { readonly rows: readonly Numbered[]; readonly leadOn: string } {
  if (passage.heading) return { rows: [], leadOn: lead };
  if (passage.table) {
    const rows = rowsOfTable(passage, lead);
    return { rows, leadOn: rows.length === 0 && passage.cell?.column === 0 ? passage.folded : lead };
  }
  const { rows, leadOn } = rowsOfLines(passage, lead);
  const said = passage.list ? [] : rowsSaid(passage, passage.section.title);
  return { rows: said.length > rows.length ? said : rows, leadOn };
}

/** The rows of a section that are told by lines or items, with what leads to each. */
function rowsOf(section: Section): Numbered[] {
  const out: Numbered[] = [];
  let lead = section.title;
  for (const passage of section.own) {
    const { rows, leadOn } = rowsIn(passage, lead);
    out.push(...rows);
    lead = leadOn;
  }
  return out;
}

/** How many rows the passage tells that a sentence begins. */
const ROWS: InPlace<number> = {
  take: ({ passage, index }) => (index === 0 && rowsIn(passage, '').rows.length) || undefined,
  isPlaceless: true,
};

/** The sections of a draft that tell two rows at least, in order. */
export function sectionsOfRows(draft: Draft): readonly Section[] {
  const counts = new Map<Section, number>();
  for (const [{ section }, rows] of draft.inPlace(ROWS)) counts.set(section, (counts.get(section) ?? 0) + rows);
  return [...counts].flatMap(([section, rows]) => (rows > 1 ? section : []));
}

/** The row that begins with a cell: its first words, and the number that is all of its last cell or that a cell says. */
function rowsOfTable(cell: Passage, lead: string): Numbered[] {
  const { table } = cell;
  if (cell.cell?.column !== 0) return [];
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

/** The rows of a section, those of each set of lots apart. */
export function rowsByLots(section: Section): readonly (readonly Numbered[])[] {
  const out = new Map<string, Numbered[]>();
  for (const row of rowsOf(section)) {
    const words = row.form === 'said' ? row.passage.folded : '';
    const key = row.critere.lot ?? lotsOf(section, words, row.lead).join(',');
    const rows = out.get(key);
    if (rows) rows.push(row);
    else out.set(key, [row]);
  }
  return [...out.values()];
}
