/**
 * Something that a check did not read, or read otherwise than was asked for: a piece that was refused or not read to its end,
 * a setting that was dropped, a rule that was stopped. Plain data, which every report shows and parts carry.
 */
export interface NotChecked {
  /** Shown path of the file or folder, or the name people know it by: « entrée standard », « part 3/8 ». */
  readonly what: string;
  /** Where in the file, from 1. */
  readonly line?: number;
  /** The rule that did not do its work, when it is one. */
  readonly rule?: string;
  /** In French, to be read after « : », with its full stop. */
  readonly why: string;
  /** What the buyer can do: a French sentence. */
  readonly remedy: string;
  /**
   * The check is not whole without it: exit 2, an unsuccessful run in SARIF, an error in JUnit. False for what nobody takes
   * for a piece, or that `dce.yaml` leaves out.
   */
  readonly blocking: boolean;
}

/** Where it is: « rc.md, ligne 3 ». */
export const placeOf = ({ what, line, rule }: NotChecked): string =>
  [what, line ? `ligne ${line}` : '', rule ? `règle ${rule}` : ''].filter(Boolean).join(', ');

/** The whole of it on one French line. */
export const said = (one: NotChecked): string => `${placeOf(one)} : ${one.why} ${one.remedy}`;

/** True when something that was to be checked was not. */
export const isPartial = (all: readonly NotChecked[]): boolean => all.some((one) => one.blocking);

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** Each once, in an order that depends on nothing but what they are: what stands in the way first, then by place. */
export function inOrder(all: readonly NotChecked[]): NotChecked[] {
  const once = new Map(all.map((one) => [JSON.stringify([one.blocking, said(one)]), one]));
  return [...once.values()].sort(
    (a, b) =>
      Number(b.blocking) - Number(a.blocking) ||
      compare(a.what, b.what) ||
      compare(a.line ?? 0, b.line ?? 0) ||
      compare(said(a), said(b)),
  );
}
