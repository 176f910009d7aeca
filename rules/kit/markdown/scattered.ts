import type { Span } from '../span.ts';
import { type Cell, EMPTY, isHeader, type Line, tableOf } from './cells.ts';
import type { BlockContent } from './content.ts';
import { isFolio } from './pages.ts';
import { isTitle, states } from './plain.ts';

/** Paragraphs that a table may be made of, and columns that it may have, at most. */
export const MOST_CELLS = 240;
const MOST_COLUMNS = 5;
/** Lines of a cell, and units of them, at most. */
const MOST_LINES = 9;
const LONGEST_CELL = 420;
const WIDEST = 74;
/** Units of the paragraph whose last line begins a table, at most. */
const LONGEST_OPENING = 6000;

/** A paragraph, the marks of its page left out. */
interface Unit {
  readonly lines: readonly Line[];
  /** It begins a page. */
  readonly isTop: boolean;
}

/** A table whose cells stand each in a paragraph of its own: where its first cell begins, where its last ends, its rows. */
export interface Scattered {
  readonly from: number;
  readonly end: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** « 2/5 », « - 5 - », under a page. */
const FOOT = /^(?:\d{1,3} ?\/ ?\d{1,3}|[-–] ?\d{1,3} ?[-–])$/;
const isFoot = ({ text }: Line): boolean => FOOT.test(text.trim()) || isFolio(text);

/** The paragraph that begins at a place, or after the blank lines that do; undefined at the end of the text. */
function unitAt(text: string, start: number): { readonly unit: Unit; readonly next: number } | undefined {
  const lines: Line[] = [];
  let isTop = false;
  let at = start;
  while (at < text.length) {
    const eol = text.indexOf('\n', at);
    const end = eol < 0 ? text.length : eol;
    const raw = text.slice(at, end);
    const isPage = raw.startsWith('\f');
    if (lines.length > 0 && (isPage || raw.trim() === '')) break;
    if (isPage) isTop = true;
    const lead = isPage ? 1 : 0;
    if (raw.trim() !== '') lines.push({ at: at + lead, text: raw.slice(lead) });
    at = end + 1;
    if (at - start > LONGEST_OPENING) return undefined;
  }
  return lines.length > 0 ? { unit: { lines, isTop }, next: at } : undefined;
}

/** What no cell begins with: marks of Markdown, numbered titles. */
const NO_CELL =
  /^\s*(?:[#>|<]|`{3}|~{3}|[*_]{2}|(?:ARTICLE|Article|CHAPITRE|Chapitre|ANNEXE|Annexe|SECTION|Section) [\dIVX]|\d{1,2}(?:\.\d{1,2}){1,3}\.? +[–-]? ?\p{Lu}|[IVX]{1,4}\.\d)/u;

/** A sentence, or a title over its text. */
function isProse({ lines: all }: Unit): boolean {
  const lines = all.filter((line) => !isFoot(line));
  const words = cellOf(lines).text;
  const [first, second] = lines;
  return (
    (words.length > 60 && /[.!?:]$/.test(words) && states(words)) ||
    (second !== undefined && isTitle(first?.text ?? '') && /^\p{Lu}/u.test(second.text))
  );
}

function mayBeCell(unit: Unit): boolean {
  const { lines } = unit;
  return (
    lines.length <= MOST_LINES &&
    lines.every(({ text }) => text.length <= WIDEST) &&
    lines.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_CELL &&
    !lines.some(({ text }) => NO_CELL.test(text)) &&
    !isProse(unit)
  );
}

/** True for a text that is paragraphs which a table may be made of, and nothing else. */
export function mayBeCells(text: string): boolean {
  let found = unitAt(text, 0);
  for (; found; found = unitAt(text, found.next)) if (!mayBeCell(found.unit)) return false;
  return true;
}

/** A count, a sum, a share… */
const FIGURE =
  /^[<>≤≥~±]? ?(?:[1-9]|0(?!\d))[\d\s.,]*(?:(?:%|‰|points?|pts\.?|k?€|euros?|jours?|mois|ans?|semaines?|heures?|h|[ckm]?m[²³]?|kg|g|t|u|pages?)(?!\p{L}) ?)*(?:H\.?T\.?|TTC)?$/iu;
/** « ……… € », to be filled in. */
const BLANK = /^(?:[.…_]{3,}|…+)(?: ?(?:€|%|euros?|jours?|mois)(?: ?(?:HT|TTC))?)?$/i;
/** What may stand for a figure. */
const NO_FIGURE =
  /^(?:[–—-]|n[ée]ant|aucune?|sans(?: \p{L}+)?|selon devis|compris|inclus|[àa] (?:pr[ée]ciser|compl[ée]ter|d[ée]finir)|xx+|\d[\d ]* \p{Ll}+)$/iu;
/** « vendredi 14 mai 2027, 12 h 00 », « fin avril 2027 ». */
const DAY =
  /^(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:(?:fin|d[eé]but|mi|courant)[ -])?(?:(?:1er|\d{1,2}) )?(?:janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre) \d{4}(?:,? (?:[aà] )?\d.{0,12})?$/iu;
const isFigure = (words: string): boolean => FIGURE.test(words) || BLANK.test(words) || DAY.test(words);

/** What columns are called, and how such a name goes on. */
const NAME =
  /^(?:n°|num[ée]ros?|lots?|(?:sous-)?crit[eè]res?|articles?|pi[eè]ces?|rubriques?|tranches?|[eé]tapes?|phases?|codes?|d[eé]signations?|prestations?|intitul[eé]s?|r[eé]f(?:\.|[ée]rences?)?|rep[eè]res?|postes?|[eé]l[eé]ments?|sujets?|points?|questions?|r[eè]gles?|chapitres?|prescriptions?|exigences?|fonctions?|produits?|livrables?|documents?|manquements?|engagements?|r[ôo]les?|sites?|supports?|th[eè]mes?|objets?|contenus?|formes?|d[eé]lais?|dates?|heures?|dur[eé]es?|poids|pond[eé]rations?|coefficients?|notes?|montants?|prix|quantit[eé]s?|estimations?|valeurs?|r[eé]ponses?|observations?|appr[eé]ciations?|p[eé]nalit[eé]s?|descriptions?|pr[eé]cisions?|unit[eé]s?|parts?|nombres?|fr[eé]quences?|formats?|signatures?|lignes?|niveaux?|mesures?|justificatifs?|indications?|clauses?|d[eé]rogations?)(?!\p{L})/iu;
const GOES_ON =
  /^ ?(?:attendue?s?|remise?s?|concern[eé]e?s?|vis[eé]e?s?|estim[eé]e?s?|total|unitaires?|maximum|minimum|HT|TTC|en |d['’]|de |du |des |\(|$)/i;

/** What a column may be called. */
function isName(words: string): boolean {
  const [name = ''] = NAME.exec(words) ?? [];
  return name !== '' && words.length <= 45 && GOES_ON.test(words.slice(name.length));
}
const mayBeName = (words: string): boolean =>
  words.length <= 70 &&
  /^(?:[\p{Lu}(%€]|n°)/u.test(words) &&
  !isFigure(words) &&
  !/[;:,]$/.test(words) &&
  !states(words);

/** « N° Désignation », « Poids Contenu »: two names that stand in one line. */
function secondName(words: string): number {
  const [first = '', second = ''] = /^(\S+) (\p{Lu}\p{Ll}.{1,30})$/u.exec(words)?.slice(1) ?? [];
  return isName(first) && isName(second) ? first.length + 1 : 0;
}
/** What is told of something, and what a table does not begin with. */
const TOLD =
  /^(?:poids|pond[eé]rations?|points|notes?|coefficients?|contenus?|montants?|prix|quantit[eé]s?|dur[eé]es?|d[eé]lais?|dates?|heures?|nombres?|valeurs?|r[eé]ponses?|observations?|fr[eé]quences?|unit[eé]s?|estimations?|formes?|descriptions?|[eé]ch[eé]ances?|[eé]l[eé]ments? d['’]appr[eé]ciation)(?!\p{L})/iu;
/** What begins a row: « 3 », « EX04 », « M2 », « B ». */
const CODE = /^(?:\p{Lu}{0,5}[- ]?\d{1,3}(?:\.\d{1,3})?|\p{Lu})\.?$/u;

const spanOf = ({ at, text }: Line): Span => {
  const start = at + text.length - text.trimStart().length;
  return { start, end: start + text.trim().length };
};

const cellOf = (lines: readonly Line[]): Cell => ({
  text: lines.map(({ text }) => text.trim()).join(' '),
  pieces: lines.map(spanOf),
});

/** A cell with lines more. */
const withMore = ({ text, pieces }: Cell, lines: readonly Line[]): Cell => {
  const more = cellOf(lines);
  return text === '' ? more : { text: `${text} ${more.text}`, pieces: [...pieces, ...more.pieces] };
};

/** A few words that a justified line has let fall out of their cell. */
function isShred(lines: readonly Line[]): boolean {
  const { text } = cellOf(lines);
  return text.length <= 40 && /^\p{Ll}[^.;:]*$/u.test(text) && !NO_FIGURE.test(text) && !states(text);
}

/** A line cut in two at a place. */
const parted = ({ at, text }: Line, place: number): readonly [Line, Line] => [
  { at, text: text.slice(0, place) },
  { at: at + place, text: text.slice(place) },
];

/**
 * The words of a cell and the figure of the next that stands among its lines, alone or at the end of one, and what begins the next row;
 * undefined where no figure stands so.
 */
function figureWithin(
  lines: readonly Line[],
): readonly [readonly Line[], readonly Line[], (readonly Line[])?] | undefined {
  const alone = lines.findIndex(({ text }) => isFigure(text.trim()));
  if (alone === 0) return undefined;
  if (alone > 0) {
    const under = lines.slice(alone + 1);
    const begins = under.findIndex(({ text }) => /^\s*\p{Lu}/u.test(text));
    const words = [...lines.slice(0, alone), ...(begins < 0 ? under : under.slice(0, begins))];
    return [words, [lines[alone] as Line], begins < 0 ? undefined : under.slice(begins)];
  }
  const ends = lines.slice(0, -1).flatMap(({ text }, i) => {
    const [figure] = / \d[\d.,]* ?(?:%|points?|€)\s*$/.exec(text) ?? [];
    return figure ? [{ i, place: text.length - figure.length }] : [];
  });
  const [only, ...others] = ends;
  if (!only || others.length > 0) return undefined;
  const [words, figure] = parted(lines[only.i] as Line, only.place);
  return [lines.map((line, i) => (i === only.i ? words : line)), [figure]];
}

/** Paragraphs by their rank, those that may be cells, as long as they follow each other. */
type Units = (rank: number) => Unit | undefined;

/** Those from a place on, read as they are asked for. */
function unitsFrom(text: string, start: number): Units {
  const units: Unit[] = [];
  let at = start;
  return (rank) => {
    while (units.length <= rank && rank < MOST_CELLS) {
      const found = unitAt(text, at);
      if (!found || !mayBeCell(found.unit)) {
        at = text.length;
        return undefined;
      }
      units.push(found.unit);
      at = found.next;
    }
    return units[rank];
  };
}

const after =
  (units: Units, count: number): Units =>
  (rank) =>
    units(rank + count);
/** The words of a paragraph; none where it is none. */
const wordsAt = (units: Units, rank: number): string => cellOf(units(rank)?.lines ?? []).text;

/** Reads the rows of a table one by one out of paragraphs. */
class Rows {
  readonly rows: (readonly Cell[])[] = [];
  private at = 0;
  /** What the last paragraph holds of the row that is next. */
  private ahead: readonly Line[] | undefined;

  constructor(
    private readonly units: Units,
    private readonly heads: readonly Cell[],
    /** For each column, whether it counts. */
    private readonly counts: readonly boolean[],
    private readonly isCoded: boolean,
    /** Figures stand in the columns that count, and in no other. */
    private readonly isCounted: boolean,
  ) {}

  /** The paragraphs that are left. */
  get left(): Units {
    return after(this.units, this.at);
  }

  read(): void {
    while (this.units(this.at)) {
      if (this.turnsPage()) continue;
      const row = this.row();
      if (!row) break;
      this.rows.push(row);
    }
    if (!this.isCounted || this.rows.length === 0) return;
    while (isShred(this.linesAt(this.at))) this.goOn(this.counts.lastIndexOf(false), this.linesAt(this.at++));
  }

  /** Lines more in a cell of the last row. */
  private goOn(column: number, lines: readonly Line[]): void {
    const row = this.rows.at(-1) ?? [];
    this.rows[this.rows.length - 1] = row.map((cell, i) => (i === column ? withMore(cell, lines) : cell));
  }

  /** Leaves out what stands over and under a page, and the heads that are printed again. */
  private turnsPage(): boolean {
    const { at } = this;
    const unit = this.units(at) as Unit;
    if (unit.lines.every(isFoot) && this.units(at + 1)?.isTop !== false) {
      this.at++;
      return true;
    }
    if (!unit.isTop) return false;
    for (let skipped = 0; skipped <= Math.min(2, unit.lines.length); skipped++) {
      const lines = unit.lines.slice(skipped);
      const rest = after(this.units, at + 1);
      const units: Units = lines.length > 0 ? (rank) => (rank > 0 ? rest(rank - 1) : { ...unit, lines }) : rest;
      const again = headsOf(units, this.heads);
      if (!again) continue;
      this.at += again.taken + (lines.length > 0 ? 0 : 1);
      for (const [column, more] of again.rests.entries()) if (more.length > 0) this.goOn(column, more);
      return true;
    }
    return false;
  }

  private row(): Cell[] | undefined {
    const start = this.at;
    const row = this.units(start)?.isTop ? undefined : (this.plainRow() ?? this.total(start));
    if (!row) this.at = start;
    return row;
  }

  /** The lines of a paragraph, without the foot of the page that they end. */
  private linesAt(at: number): readonly Line[] {
    const unit = this.units(at);
    if (!unit || (unit.isTop && at > this.at) || unit.lines.every(isFoot)) return [];
    const { lines } = unit;
    return this.units(at + 1)?.isTop && isFoot(lines.at(-1) as Line) ? lines.slice(0, -1) : lines;
  }

  private plainRow(): Cell[] | undefined {
    const cells: Cell[] = [];
    let { at } = this;
    let rest = this.ahead;
    let ahead: readonly Line[] | undefined;
    for (const [column, counts] of this.counts.entries()) {
      let lines = rest ?? this.linesAt(at);
      if (!rest) at++;
      rest = undefined;
      const before = cells.length - 1;
      if (counts && before >= 0 && isShred(lines) && isFigure(cellOf(this.linesAt(at)).text)) {
        cells[before] = withMore(cells[before] as Cell, lines);
        lines = this.linesAt(at++);
      }
      if (!this.fits(lines, column)) return undefined;
      const within = this.isCounted && !counts && this.counts[column + 1] ? figureWithin(lines) : undefined;
      const begun = column + 2 === this.counts.length ? within?.[2] : undefined;
      if (within && (begun || !isFigure(cellOf(this.linesAt(at)).text))) {
        [lines, rest] = within;
        ahead = begun;
      }
      cells.push(cellOf(lines));
    }
    this.at = at;
    this.ahead = ahead;
    return cells;
  }

  /** Whether the lines of a cell are of the sort of its column. */
  private fits(lines: readonly Line[], column: number): boolean {
    if (lines.length === 0) return false;
    const { text } = cellOf(lines);
    const counts = this.counts[column] === true;
    if (this.isCounted && counts !== (isFigure(text) || (counts && NO_FIGURE.test(text)))) return false;
    if (!this.isCounted && (column > 0 ? CODE.test(text) && !this.isCoded : isFigure(text) && !this.isCoded))
      return false;
    return column > 0 || !this.isCoded || CODE.test(text);
  }

  /** « Total », and its sums alone. */
  private total(start: number): Cell[] | undefined {
    const label = cellOf(this.linesAt(start));
    const sums = this.counts.flatMap((counts, column) => (counts && column > 0 ? [column] : []));
    if (!/^(?:sous-)?total|^ensemble/i.test(label.text) || sums.length === 0) return undefined;
    const cells: Cell[] = [label, ...this.counts.slice(1).map(() => EMPTY)];
    for (const [i, column] of sums.entries()) {
      const cell = cellOf(this.linesAt(start + 1 + i));
      if (!isFigure(cell.text)) return undefined;
      cells[column] = cell;
    }
    this.at = start + 1 + sums.length;
    return cells;
  }
}

const flat = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase();

/** How many paragraphs are the heads of a table again, and what goes on under each with the cells over the page; undefined where they are not. */
function headsOf(
  units: Units,
  heads: readonly Cell[],
): { readonly taken: number; readonly rests: readonly (readonly Line[])[] } | undefined {
  if (heads.every(({ text }) => text === '')) return undefined;
  let words = '';
  const all = flat(heads.map(({ text }) => text).join(' '));
  for (let taken = 1; taken <= heads.length && units(taken - 1); taken++) {
    words = flat(`${words} ${wordsAt(units, taken - 1)}`);
    if (words === all) return { taken, rests: [] };
  }
  const rests = heads.map(({ text }, rank) => restUnder(units(rank)?.lines ?? [], text));
  return rests.every((rest) => rest !== undefined) ? { taken: heads.length, rests } : undefined;
}

/** What stands under a head in its paragraph, and goes on with a cell; undefined where the head does not stand there. */
function restUnder(lines: readonly Line[], head: string): readonly Line[] | undefined {
  const count = lines.findIndex((_, i) => flat(cellOf(lines.slice(0, i + 1)).text) === flat(head)) + 1;
  const rest = lines.slice(count);
  return count > 0 && (rest.length === 0 || /^\s*[\p{Ll}(]/u.test(rest[0]?.text ?? '')) ? rest : undefined;
}

/** The head that the lines of a paragraph are, or the two. */
function namesIn(lines: readonly Line[]): Cell[] {
  const [only, ...others] = lines;
  const second = only && others.length === 0 ? secondName(only.text.trim()) : 0;
  return second > 0
    ? parted(only as Line, (only as Line).text.search(/\S/) + second).map((line) => cellOf([line]))
    : [cellOf(lines)];
}

/** The heads that the first paragraphs are, so many columns; undefined where they are none. */
function headCells(opening: Line, units: Units, columns: number): { heads: Cell[]; taken: number } | undefined {
  const heads = namesIn([opening]);
  let taken = 0;
  for (; heads.length < columns; taken++) {
    const unit = units(taken);
    if (!unit || unit.isTop) return undefined;
    heads.push(...namesIn(unit.lines));
  }
  return heads.length === columns && heads.every(({ text }) => mayBeName(text)) ? { heads, taken } : undefined;
}

const isKnown = ({ text }: Cell): boolean => isName(text);

/** Paragraphs that are looked at under a table. */
const LOOKED_AT = 8;
const isTold = ([first]: readonly Cell[]): boolean => TOLD.test(first?.text ?? '');

/** Nothing that counts is left for another row. */
const isWhole = (left: Units): boolean =>
  !Array.from({ length: LOOKED_AT }, (_, rank) => wordsAt(left, rank)).some((words) => FIGURE.test(words));

const LONGEST_LABEL = 300;
const LONGEST_SUBJECT = 80;
/** What a row of words begins with. */
const isLabel = ({ text }: Cell): boolean =>
  text.length <= LONGEST_LABEL &&
  /^(?:[–-] ?\p{L}|[\p{Lu}\d«(])/u.test(text) &&
  !/[.;:,]$/.test(text.replace(CODE, ''));
/** What is the head of a column, and no label of a row. */
const HEAD =
  /^(?:poids|pond[eé]ration|contenu|quantit[eé]|montant|estimation|valeur estim[eé]e|observations|description|unit[eé]|forme)(?: (?:HT|TTC)| ?\(.*\))?$/iu;
const areLabels = (rows: Rows['rows']): boolean => !HEAD.test(rows[0]?.[0]?.text ?? '') && areWords(rows);
const areWords = (rows: Rows['rows']): boolean =>
  rows.every(([label]) => isLabel(label as Cell)) ||
  rows.every(([label]) => /^\p{Ll}[^.;:,]+$/u.test(label?.text ?? ''));

/** « 1 », « 2 »: the numbers of rows that have more cells, and no figures of these. */
const areNumbers = (rows: Rows['rows']): boolean => rows.every(([, figure], i) => figure?.text === `${i + 1}`);

/** The table of so many columns whose first rows have their figures at the same place. */
function counted(heads: readonly Cell[], body: Units, isLabelled: boolean): Rows | undefined {
  const columns = heads.length;
  const counts = heads.map(
    (_, column) =>
      isFigure(wordsAt(body, column)) ||
      (/^\d/.test(wordsAt(body, column)) && isFigure(wordsAt(body, column + columns))),
  );
  const last = columns - 1;
  if (!counts.includes(true) && figureWithin(body(last - 1)?.lines ?? [])) counts[last] = true;
  if (!body(columns) || !counts.slice(1).includes(true) || counts.every(Boolean)) return undefined;
  if (isTold(heads) && !BLANK.test(wordsAt(body, counts.lastIndexOf(true)))) return undefined;
  const rows = new Rows(body, heads, counts, counts[0] === true, true);
  rows.read();
  const isCertain = heads.some(isKnown) && isLabelled;
  if (columns === 2 && areNumbers(rows.rows)) return undefined;
  const isSure = rows.rows.length >= (isCertain ? 2 : 3) && isWhole(rows.left) && areLabels(rows.rows);
  return isSure ? rows : undefined;
}

/** The table of so many columns, each of a known name, or whose rows begin with codes, that the paragraphs make to the last. */
function named(heads: readonly Cell[], body: Units): Rows | undefined {
  const [first] = heads;
  const isCoded = CODE.test(wordsAt(body, 0));
  if (!(isCoded ? first && isKnown(first) : heads.every(isKnown))) return undefined;
  const rows = new Rows(
    body,
    heads,
    heads.map((_, column) => column === 0 && isCoded && isFigure(wordsAt(body, 0))),
    isCoded,
    false,
  );
  rows.read();
  const isShort = isCoded || rows.rows.every(([label]) => (label?.text.length ?? 0) <= LONGEST_SUBJECT);
  const isDone = isShort && rows.left(0)?.isTop !== false;
  return isDone && rows.rows.length >= 2 && areLabels(rows.rows) && !isTold(heads) ? rows : undefined;
}

/** What the first lines of a piece, or of a form, are about: the labels of a table without heads. */
const SUBJECT =
  /^(?:pouvoir adjudicateur|entit[eé] adjudicatrice|acheteur|ma[iî]tre d['’]ouvrage|objet|proc[eé]dure|nature|num[eé]ro|r[eé]f[eé]rence|type|forme|dates?|lieu|lots?(?! \d)|allotissement|tranches?(?! \p{Ll}|\s\d)|variantes?|dur[eé]e|validit[eé]|d[eé]lais?|reconduction|prix|variation|r[eé]vision|avance|retenue de garantie|garanties?|paiement|p[eé]nalit[eé]s|sous-traitance|assurances?|langue|monnaie|unit[eé] mon[eé]taire|comptable|CCAG|codes? CPV|nomenclature|contact|renseignements|profil d['’]acheteur|montant|visites?|n[eé]gociation|groupements?|prestations suppl[eé]mentaires|raison sociale|forme juridique|si[eè]ge|adresse|siret|repr[eé]sentant|courriel|t[eé]l[eé]phone)(?!\p{L})/iu;

/** The rows of labels and what answers each, without heads: fields to be filled in, or subjects that are known. */
function answered(units: Units): Rows | undefined {
  const isForm = BLANK.test(wordsAt(units, 1));
  if (!isForm && ![0, 2, 4].some((rank) => SUBJECT.test(wordsAt(units, rank)))) return undefined;
  const rows = new Rows(units, [EMPTY, EMPTY], [false, isForm], false, isForm);
  rows.read();
  const isDone = isForm || rows.left(0)?.isTop !== false;
  if (!isDone || rows.rows.length < 2 || !areLabels(rows.rows)) return undefined;
  if (isForm) return rows;
  if (!rows.rows.every(([label]) => (label?.text.length ?? 0) <= LONGEST_SUBJECT)) return undefined;
  const count = (column: number) => rows.rows.filter((row) => SUBJECT.test(row[column]?.text ?? '')).length;
  return count(0) >= 3 && count(0) * 2 > rows.rows.length && count(1) < 2 ? rows : undefined;
}

/** The table with heads that begins with a line; undefined where none does, or where it may have so many columns or others. */
function headed(opening: Line, units: Units, isLabelled: boolean): Rows['rows'] | undefined {
  const found: Rows['rows'][] = [];
  for (const read of [counted, named]) {
    for (let columns = 2; columns <= MOST_COLUMNS; columns++) {
      const { heads, taken } = headCells(opening, units, columns) ?? {};
      const body = after(units, taken ?? 0);
      const rows = heads && body(0) ? read(heads, body, isLabelled) : undefined;
      if (heads && rows) found.push([heads, ...rows.rows]);
    }
    if (found.length > 0) break;
  }
  return found.length === 1 ? found[0] : undefined;
}

/** A line that a cell may be, under what it is no part of. */
function mayOpen({ lines }: Unit): boolean {
  const line = lines.at(-1)?.text.trim() ?? '';
  const above = lines.at(-2)?.text.trim();
  if (line === '' || line.length > WIDEST || NO_CELL.test(line) || isFigure(line)) return false;
  if (above !== undefined && isName(above)) return false;
  return above === undefined || isName(line) || secondName(line) > 0 || /[.:;!?]$/.test(above) || NO_CELL.test(above);
}

/** The table that begins with the last line of the paragraph at a place, each of its cells in a paragraph; undefined where none surely does. */
export function scatteredAt(text: string, start: number): Scattered | undefined {
  const first = unitAt(text, start);
  if (!first || !mayOpen(first.unit)) return undefined;
  const units = unitsFrom(text, first.next);
  if (!units(2)) return undefined;
  const opening = first.unit.lines.at(-1) as Line;
  const isLabelled = isName(opening.text.trim()) || secondName(opening.text.trim()) > 0;
  const rows = headed(opening, units, isLabelled) ?? unheaded(opening, units);
  if (!rows || (first.unit.isTop && mayBeRest(rows))) return undefined;
  const pieces = rows.at(-1)?.flatMap((cell) => cell.pieces) ?? [];
  const end = pieces.reduce((most, piece) => Math.max(most, piece.end), 0);
  return { from: spanOf(opening).start, end, rows };
}

/** Criteria at the head of a page whose weights are not all: others may stand under the same heads on the page before. */
function mayBeRest([heads, ...rows]: Rows['rows']): boolean {
  if (!/crit[eè]re/i.test(heads?.[0]?.text ?? '')) return false;
  const weights = rows.flatMap(([label, ...cells]) => {
    const weight = /^total/i.test(label?.text ?? '') ? undefined : cells.find(({ text }) => FIGURE.test(text));
    return weight ? [Number.parseFloat(weight.text.replace(',', '.'))] : [];
  });
  return weights.reduce((sum, weight) => sum + weight, 0) < ALL_WEIGHTS;
}
const ALL_WEIGHTS = 100;

function unheaded(opening: Line, units: Units): Rows['rows'] | undefined {
  const rows = answered((rank) => (rank > 0 ? units(rank - 1) : { lines: [opening], isTop: false }))?.rows;
  const [first] = rows ?? [];
  return rows && first && (isHeader(first) ? rows : [[EMPTY, EMPTY], ...rows]);
}

/** Such a table within a chunk, as if it stood alone, and where it begins; undefined for most. */
export function readScattered(
  chunk: string,
): { readonly from: number; readonly end: number; readonly table: BlockContent } | undefined {
  const found = /\n\s*\n/.test(chunk) ? scatteredAt(chunk, 0) : undefined;
  if (!found) return undefined;
  const { from, end } = found;
  const moved = ({ text, pieces }: Cell): Cell => ({
    text,
    pieces: pieces.map((piece) => ({ start: piece.start - from, end: piece.end - from })),
  });
  return {
    from,
    end,
    table: tableOf(
      chunk.slice(from, end),
      found.rows.map((row) => row.map(moved)),
    ),
  };
}
