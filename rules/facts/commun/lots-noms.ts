import type { Passage, Section, Sentence, Table } from '../../kit/draft.ts';
import { matchesIn, type Stretch } from '../../kit/french/scan.ts';
import { numeral } from './tranches-noms.ts';

/** A lot, or several, named by number in a folded text: « lot n° 2 », « lots 1 et 3 », « lot A ». */
export interface LotName extends Stretch {
  /** As printed, in lower case, Roman numerals and leading zeros apart: « 2 », « a », « 1-2 ». A range gives its ends and what lies between. */
  readonly numbers: readonly string[];
}

const ONE =
  '(?:n ?° ?|no ?|numero |num\\. ?)?(?:\\d{1,3}(?![\\d/]| ?[%€]|,\\d| ?\\d{3}\\b)(?:[.-]\\d{1,2}|[a-h])?(?![a-z0-9])|(?:i{1,3}|iv|vi{0,3}|ix|[b-h])(?![a-z0-9\'°])|a(?= ?(?:$|[,.;:)(/"|-]| (?:est|sont|sera|du|de|et|ou|porte|comprend|concerne)\\b)))';
const NAME = new RegExp(
  `(?<![a-z0-9])(?:sous-)?lots? ?(${ONE}(?:(?: ?, ?| et | ou | a | ?/ ?| ?& ?)(?:le |du |lot )?${ONE})*)`,
  'g',
);

const numbersOf = (text: string): string[] => {
  const out: string[] = [];
  const parts = text.split(/ ?, ?| et | ou | ?\/ ?| ?& ?/);
  for (const part of parts) {
    const ends = part
      .split(/ a /)
      .map((p) => numeral(p.replace(/^(?:le |du |lot )?(?:n ?° ?|no ?|numero |num\. ?)?/, '').trim()));
    const [first, last] = [Number(ends[0]), Number(ends[1])];
    if (last > first && last - first < 60) for (let n = first; n <= last; n++) out.push(String(n));
    else out.push(...ends);
  }
  return out;
};

/** The lots that a folded text names by number, in order. */
export function lotNames(folded: string): LotName[] {
  if (!folded.includes('lot')) return [];
  return matchesIn(NAME, folded).map((m) => ({
    from: m.index,
    to: m.index + m[0].length,
    numbers: numbersOf(m[1] ?? ''),
  }));
}

/** True when a folded index of a passage stands at the head of a line of the file: converted lists have no other mark. */
export const beginsLine = (passage: Passage, from: number): boolean => {
  const { start } = passage.at({ from, to: from });
  return /\n[ \t>]*$/.test(passage.draft.slice({ start: start - 12, end: start }));
};

/** Numbers of all the lots that a text names, each once; empty when it names none. */
export const lotsNamed = (folded: string): readonly string[] => lotsNamedIn(lotNames(folded));

/**
 * For each thing of a text, in order, the lots it is said of: « 180 jours pour le lot 1 et 120 jours pour les lots 2 et 3 »,
 * « lot 1 : 180 jours ; lot 2 : 120 jours ». Empty for what none stands beside; a single thing has all those of the text.
 */
export function lotsBeside(folded: string, things: readonly Stretch[]): readonly (readonly string[])[] {
  if (things.length < 2) return things.map(() => lotsNamed(folded));
  const names = lotNames(folded);
  const leads = names[0] !== undefined && names[0].from < (things[0]?.from ?? 0);
  return things.map(({ from, to }, i) => {
    const [start, end] = leads ? [things[i - 1]?.to ?? 0, from] : [to, things[i + 1]?.from ?? folded.length];
    return [...new Set(names.filter((n) => n.from >= start && n.to <= end).flatMap((n) => n.numbers))];
  });
}

/** The single lot that a text names; undefined when it names none or several. */
export function onlyLot(folded: string): string | undefined {
  const [only, other] = lotsNamed(folded);
  return other === undefined ? only : undefined;
}

/** The lot that a heading names, the nearest first. */
export const sectionLot = (section: Section): string | undefined => {
  for (const s of [...section.chain].reverse()) {
    const lot = s.heading && onlyLot(s.heading.folded);
    if (lot) return lot;
  }
  return undefined;
};

/** The header of a column of lots: « Lot », « N° du lot ». */
export const LOT_COLUMN = /^[^a-z]*(?:n ?°s? ?|numeros? )?(?:des? |du )?lots?(?![a-z])/;

const NUMBERED = /^[^a-z]*n ?°[^a-z0-9]*$|^[^a-z]*num(?:ero|\.)?[^a-z0-9]*$/;
const NAMES_LOTS =
  /^[^a-z]*(?:(?:intitules?|designations?|objets?|libelles?|noms?|denominations?|descriptions?) )?(?:d[ue]s? )?lots?[^a-z]*$/;

/** True for a table that has a lot a row: its first column is headed « Lot », or « N° » beside « Intitulé du lot ». */
export function isOfLots({ header: { cells } }: Table): boolean {
  const first = cells[0]?.folded ?? '';
  return LOT_COLUMN.test(first) || (NUMBERED.test(first) && cells.some((c) => NAMES_LOTS.test(c.folded)));
}

/** The cell of a row that names its lot: under « Lot », in whatever column, else the first. Undefined outside of tables. */
export function lotCell(passage: Passage): Passage | undefined {
  const { table } = passage;
  const column = table?.header.cells.find((c) => LOT_COLUMN.test(c.folded))?.cell?.column ?? 0;
  return table?.rowOf(passage)?.cells.find(({ cell }) => cell?.column === column);
}

/** The lots of the row, in a table of lots; empty elsewhere. */
export function rowLots({ table, rowLabel }: Passage): readonly string[] {
  if (!rowLabel || !table || !isOfLots(table)) return [];
  const named = lotsNamed(rowLabel.folded);
  const bare = /^[^a-z0-9]*(\d{1,2}|[a-h])(?![a-z0-9])/.exec(rowLabel.folded)?.[1];
  return named.length > 0 || !bare ? named : [numeral(bare)];
}

/** The lot that a column is of: « Lot 3 » at its head, or « 3 » right of « Lot ». */
export function columnLot(cell: Passage): string | undefined {
  const { table } = cell;
  const head = table?.headerOf(cell);
  const first = table?.header.cells[0];
  if (!head || head === cell || head === first) return undefined;
  const bare = LOT_COLUMN.test(first?.folded ?? '') ? BARE_NUMBER.exec(head.folded)?.[1] : undefined;
  return onlyLot(head.folded) ?? (bare && numeral(bare));
}
const BARE_NUMBER = /^[^a-z0-9]*(\d{1,2}|[a-h])[^a-z0-9]*$/;

/** The lot that a place of a passage speaks of: its own words (or those given), what introduces it, the headings above. Undefined: all, or no lots. */
export const lotAt = (passage: Passage, words: string = passage.folded): string | undefined =>
  onlyLot(words) ??
  (passage.lead && passage.lead !== passage ? onlyLot(passage.lead.folded) : undefined) ??
  sectionLot(passage.section);

/** The lots that the first words of a paragraph name and nothing else: « 3.1 Lots n° 1 et n° 2. L'accord-cadre… ». Empty where they do not. */
export function labelLots({ sentences: [first, second] }: Passage): readonly string[] {
  const names = first && second ? lotNames(first.folded) : [];
  const words = names.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), first?.folded ?? '');
  return /[a-z]{2}/.test(words.replace(/(?<![a-z])(?:pour|les?|du|des|et)(?![a-z])/g, '')) ? [] : lotsNamedIn(names);
}
const lotsNamedIn = (names: readonly LotName[]): readonly string[] => [...new Set(names.flatMap((n) => n.numbers))];

/** The lots that a sentence speaks of: it says so, or its row does, or what introduces it. Empty: all, or no lots. */
export function lotsAround({ folded, passage }: Sentence): readonly string[] {
  const around = lotAt(passage, folded);
  const column = columnLot(passage);
  const titled = lotsNamed(passage.section.heading?.folded ?? '');
  const all = [
    lotsNamed(folded),
    labelLots(passage),
    rowLots(passage),
    column ? [column] : [],
    lotsNamed(passage.rowLabel?.folded ?? ''),
    around ? [around] : [],
    titled,
  ];
  return all.find((l) => l.length > 0) ?? [];
}

const OF_THE_OTHERS = /(?<![a-z])(?:les|des|aux) autres lots(?![a-z])/;
/** « Pour les autres lots, … », of those that the other sentence names not. */
const isOfTheOthers = (a: Sentence, b: Sentence): boolean =>
  OF_THE_OTHERS.test(a.folded) && lotsNamed(a.folded).length === 0 && lotsNamed(b.folded).length > 0;

/** « 12.2 Lot 1 » and « 12.3 Lot 2 »: true where two sentences speak of lots that have none in common. */
export function ofOtherLots(a: Sentence, b: Sentence): boolean {
  if (isOfTheOthers(a, b) || isOfTheOthers(b, a)) return true;
  const [ours, theirs] = [lotsAround(a), lotsAround(b)];
  return ours.length > 0 && theirs.length > 0 && !ours.some((lot) => theirs.includes(lot));
}
