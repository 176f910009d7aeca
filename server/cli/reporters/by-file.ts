import type { Spool } from '../spool.ts';
import type { CheckedFile, FileLine, FolderReport, Overview, Reporter, ReporterOptions } from './report.ts';

/** A place of a report where what one section says of the files goes, file by file; `between`: what stands between two. */
export interface Section {
  readonly section: number;
  readonly between: string;
}

export interface Form {
  /** What is said of a file, a text for each section; an empty one says nothing. */
  file(
    file: CheckedFile,
    report: FolderReport,
    options: ReporterOptions,
  ): readonly string[] | Promise<readonly string[]>;
  /** What stands around the sections, once all is known. `has`: a section says something. */
  whole(
    overview: Overview,
    options: ReporterOptions,
    has: (section: number) => boolean,
  ): readonly (string | Section)[] | Promise<readonly (string | Section)[]>;
}

/** A report that says something of each file, in their order, between a head and an end. */
export const byFile =
  (form: Form): Reporter =>
  (spool, options) => {
    /** By rank of the file, then by section: where it is; undefined where nothing is said. */
    const said: (number | undefined)[][] = [];
    return {
      async add(report) {
        const ranks: number[] = [];
        for (const file of report.files) {
          const places: (number | undefined)[] = [];
          for (const text of await form.file(file, report, options))
            places.push(text === '' ? undefined : await spool.put(text));
          ranks.push(said.push(places) - 1);
        }
        return ranks;
      },
      async *end(overview) {
        const at = ({ rank }: FileLine, section: number) => said[rank]?.[section];
        const has = (section: number) => overview.files.some((f) => at(f, section) !== undefined);
        for (const bit of await form.whole(overview, options, has)) {
          if (typeof bit === 'string') yield bit;
          else {
            const places = overview.files.flatMap((file) => at(file, bit.section) ?? []);
            yield* joined(spool, places, bit.between);
          }
        }
      },
    };
  };

async function* joined(spool: Spool, places: readonly number[], between: string) {
  for (const [i, place] of places.entries()) {
    if (i > 0) yield between;
    yield await spool.get(place);
  }
}

/** Text that stands in the place of a section in a value: no report holds it otherwise. */
const MARK = '\u0000section ';

/** Stands for the items that a section gives, in a value that `around` writes. */
export const items = (section: number, has: (section: number) => boolean): readonly string[] =>
  has(section) ? [`${MARK}${section}`] : [];

/** JSON as `asText` writes it, its `items` left to their sections. */
export function around(text: string): (string | Section)[] {
  const mark = JSON.stringify(MARK).slice(0, -1);
  return text.split(mark).flatMap((bit, i): (string | Section)[] => {
    if (i === 0) return [bit];
    const end = bit.indexOf('"');
    const section = Number(bit.slice(0, end));
    const before = text.split(mark)[i - 1] as string;
    return [{ section, between: `,\n${/[^\n]*$/.exec(before)?.[0]}` }, bit.slice(end + 1)];
  });
}

/** An item of a list at a depth of JSON as `asText` writes it, without the indentation of its first line. */
export const item = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 2).replace(/\n/g, `\n${'  '.repeat(depth)}`);
