import type { Draft, Passage, Section } from '../../kit/draft.ts';
import { numbers } from '../../kit/french/numbers.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { has } from '../../kit/text.ts';
import { critereAt, isPrice, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import {
  CANDIDATURE,
  isNegated,
  isOfSomethingElse,
  isSubsequent,
  lotsOf,
  OF_EXECUTION,
  OTHER_LEAD,
  SUB_LEAD,
  zoneOf,
} from './contexte.ts';
import { readLine } from './ligne.ts';
import type { LineWeight } from './ligne-poids.ts';
import { linesOf } from './puces.ts';
import { subjectsOf } from './sujet.ts';
import { parted } from './total.ts';

/** A line, an item of a list or a row of a table that is a name and a number. */
interface Numbered {
  readonly passage: Passage;
  readonly critere: OpenCritere;
  readonly value: number;
  /** It speaks of a price. */
  readonly priced: boolean;
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
  if (!read || read.name.to - read.name.from > 120 || (!read.weight && /: *$/.test(words))) return undefined;
  const said = read.weight ?? read.maybe;
  const ending = said ? undefined : endNumber(folded, at);
  const line = ending ? readLine(folded, at.from, ending.from) : read;
  const weight = said ?? ending;
  if (!line || !weight || weight.upper !== undefined) return undefined;
  const name = read.maybe ? read.bareName : line.name;
  const critere = critereAt(passage, { ...line, ...at, name, weight, maybe: undefined });
  return { passage, critere, value: weight.value, priced: isPrice(critere), lead };
}

/** The rows of a section that are told by lines or items, with what leads to each. */
function rowsOf(section: Section): Numbered[] {
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
    for (const at of passage.list ? [{ from: 0, to: passage.folded.length }] : linesOf(passage)) {
      const row = rowOf(passage, at, lead);
      if (row) out.push(row);
      // A name may be on two lines.
      else if (LEADS.test(passage.folded.slice(at.from, at.to))) lead = passage.folded.slice(at.from, at.to);
    }
  }
  return out;
}

/** The row that begins with a cell: its first words, and the number that is all of its last cell or that a cell says. */
function rowsOfTable(cell: Passage, lead: string): Numbered[] {
  const { table } = cell;
  const row = [table?.header, ...(table?.rows ?? [])].find((r) => r?.cells[0] === cell);
  const [last, ...others] = [...(row?.cells ?? [])].reverse();
  const name = others.reverse().find(({ folded }) => /[a-z]{3}/.test(folded) && !TELLS.test(folded));
  const read = last && ALONE.test(last.folded) ? numbers(last.folded)[0] : undefined;
  if (!last || !read || !name)
    return row?.cells.flatMap((c) => rowOf(c, { from: 0, to: c.folded.length }, lead) ?? []) ?? [];
  const line = readLine(name.folded);
  if (!line) return [];
  const critere = critereAt(name, line);
  critere.weight = { value: read.value, unit: /%/.test(last.folded) ? 'percent' : 'bare', at: last.at(read) };
  const priced = row?.cells.some((c) => isPrice({ subjects: subjectsOf(c.folded) })) ?? false;
  return [{ passage: cell, critere, value: read.value, priced, lead }];
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
  for (const [i, first] of rows.entries()) {
    if (!isOfChoice(first)) continue;
    const wholes = [...new Set([100, ...wholesTold(first)])];
    for (let end = Math.min(rows.length, i + MOST_ROWS); end > i + 2; end--) {
      const taken = rows.slice(i, end);
      if (taken.some(({ critere }) => PAID.test(critere.folded))) continue;
      const tops = wholes.map((whole) => parted(taken, whole)).find((found) => found && found.length > 2);
      if (tops?.some(([top]) => top?.priced)) return openOf(first, tops);
    }
  }
  return undefined;
}
const MOST_ROWS = 30;

function openOf({ passage: { section, before }, lead }: Numbered, tops: readonly (readonly Numbered[])[]): OpenGrille {
  const criteria = tops.map(([top, ...parts]) => {
    const { critere } = top as Numbered;
    if (parts.length > 0) critere.children = parts.map((part) => part.critere);
    return critere;
  });
  return openGrille('lines', criteria, {
    announce: before?.span,
    lots: lotsOf(section, lead),
    subsequent: isSubsequent(section, lead),
    words: lead,
  });
}

/**
 * Grids that nothing announces: lines or items of a section that follow each other, each a name and a number, that make a
 * hundred (or the whole that is told above them) with a price among them.
 */
export const readWholes = (draft: Draft): OpenGrille[] =>
  [...new Set(draft.passages.map((p) => p.section))].flatMap((section) => grilleOf(rowsOf(section)) ?? []);
