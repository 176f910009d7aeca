/** The beginning of a citation, before the place where one types. */
export interface Begun {
  /** Characters already there that an article takes the place of: « R. 21 ». */
  readonly length: number;
  /** `L`, `R` or `D`; undefined when it is not typed yet. */
  readonly letter: string | undefined;
  /** What is typed between the letter and the figures; undefined while neither a sign nor a figure is. */
  readonly sign: string | undefined;
}

const NUMBER = String.raw`[LRD](?:\.[\s\u00a0\u202f]?|[\s\u00a0\u202f])?\*?\d[\d-]*`;
const LISTED = String.raw`(?:${NUMBER}(?:[\s\u00a0\u202f]*,[\s\u00a0\u202f]*|[\s\u00a0\u202f]+(?:et|ou|à)[\s\u00a0\u202f]+(?:l['’])?))*`;
const AFTER_WORD = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:articles?|art\.)[\s\u00a0\u202f]+${LISTED}(?<begun>(?:(?<letter>[LRD])(?<sign>\.[\s\u00a0\u202f]?|[\s\u00a0\u202f])?)?(?<figures>\d[\d-]*)?)$`,
  'iu',
);
/** « L. », « R. 21 » without the word before. */
const ALONE = /(?:^|[^\p{L}\d.])(?<begun>(?<letter>[LRD])(?<sign>\.[\s\u00a0\u202f]?|(?=\d))(?<figures>\d[\d-]*)?)$/u;

/** Reads the citation begun at the end of a line's text. Undefined where none is: « article 5 » begins none of a code. */
export function begunCitation(before: string): Begun | undefined {
  const m = AFTER_WORD.exec(before) ?? ALONE.exec(before);
  if (!m?.groups) return undefined;
  const { begun = '', letter, sign, figures } = m.groups;
  // « article 5 » is a part of the piece.
  if (!letter && figures) return undefined;
  return {
    length: begun.length,
    letter: letter?.toUpperCase(),
    sign: sign || figures ? (sign ?? '') : undefined,
  };
}

/** True when the text after a citation begins to name its code: « , du code… ». */
export const namesCodeNext = (after: string): boolean =>
  /^[\s\u00a0\u202f]*,?[\s\u00a0\u202f]*(?:du|dudit)[\s\u00a0\u202f]/u.test(after);
