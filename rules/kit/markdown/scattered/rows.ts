import { type Cell, EMPTY, type Line } from '../cells.ts';
import { flat } from '../pages.ts';
import { states } from '../plain.ts';
import { after, cellOf, isFootLine, parted, type Unit, type Units, withMore, wordsAt } from './units.ts';
import { CODE, isFigure, NO_FIGURE } from './words.ts';

/** A few words that a justified line has let fall out of their cell. */
function isShred(lines: readonly Line[]): boolean {
  const { text } = cellOf(lines);
  return text.length <= 40 && /^\p{Ll}[^.;:]*$/u.test(text) && !NO_FIGURE.test(text) && !states(text);
}

/**
 * The words of a cell and the figure of the next that stands among its lines, alone or at the end of one, and what begins the next row;
 * undefined where no figure stands so.
 */
export function figureWithin(
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

/** « Nombre de lots », which a number alone answers. */
const NUMBER_OF = /^nombre /i;

/** Reads the rows of a table one by one out of paragraphs. */
export class Rows {
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
    if (unit.lines.every(isFootLine) && this.units(at + 1)?.isTop !== false) {
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
    if (!unit || (unit.isTop && at > this.at) || unit.lines.every(isFootLine)) return [];
    const { lines } = unit;
    return this.units(at + 1)?.isTop && isFootLine(lines.at(-1) as Line) ? lines.slice(0, -1) : lines;
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
      if (!this.fits(lines, column, cells.at(-1)?.text)) return undefined;
      const within = this.figureAmong(lines, column, at);
      if (within) [lines, rest, ahead] = within;
      cells.push(cellOf(lines));
    }
    this.at = at;
    this.ahead = ahead;
    return cells;
  }

  /** The words of a cell, the figure of the next column that stands among them where the paragraph at a place is none, and what begins the next row. */
  private figureAmong(lines: readonly Line[], column: number, at: number): ReturnType<typeof figureWithin> {
    if (!this.isCounted || this.counts[column] || !this.counts[column + 1]) return undefined;
    const [words, figure, under] = figureWithin(lines) ?? [];
    const begun = column + 2 === this.counts.length ? under : undefined;
    if (!words || !figure || (!begun && isFigure(cellOf(this.linesAt(at)).text))) return undefined;
    return [words, figure, begun];
  }

  /** Whether the lines of a cell are of the sort of its column. */
  private fits(lines: readonly Line[], column: number, label = ''): boolean {
    if (lines.length === 0) return false;
    const { text } = cellOf(lines);
    const counts = this.counts[column] === true;
    const isNumber = /^\d/.test(text) && NUMBER_OF.test(label);
    if (this.isCounted && counts !== (isFigure(text) || (counts && NO_FIGURE.test(text)))) return false;
    if (!this.isCounted && !this.isCoded && (column > 0 ? CODE.test(text) && !isNumber : isFigure(text))) return false;
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

const folded = (words: string): string => flat(words).toLowerCase();

/** How many paragraphs are the heads of a table again, and what goes on under each with the cells over the page; undefined where they are not. */
function headsOf(
  units: Units,
  heads: readonly Cell[],
): { readonly taken: number; readonly rests: readonly (readonly Line[])[] } | undefined {
  if (heads.every(({ text }) => text === '')) return undefined;
  let words = '';
  const all = folded(heads.map(({ text }) => text).join(' '));
  for (let taken = 1; taken <= heads.length && units(taken - 1); taken++) {
    words = folded(`${words} ${wordsAt(units, taken - 1)}`);
    if (words === all) return { taken, rests: [] };
  }
  const rests = heads.map(({ text }, rank) => restUnder(units(rank)?.lines ?? [], text));
  return rests.every((rest) => rest !== undefined) ? { taken: heads.length, rests } : undefined;
}

/** What stands under a head in its paragraph, and goes on with a cell; undefined where the head does not stand there. */
function restUnder(lines: readonly Line[], head: string): readonly Line[] | undefined {
  const count = lines.findIndex((_, i) => folded(cellOf(lines.slice(0, i + 1)).text) === folded(head)) + 1;
  const rest = lines.slice(count);
  return count > 0 && (rest.length === 0 || /^\s*[\p{Ll}(]/u.test(rest[0]?.text ?? '')) ? rest : undefined;
}
