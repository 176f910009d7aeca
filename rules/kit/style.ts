/** How a draft is typed, for what is inserted to look like the rest. */
export interface Style {
  /** Typographic apostrophes rather than straight ones. */
  readonly curly: boolean;
  /** No-break spaces before double punctuation. */
  readonly hardSpaces: boolean;
  readonly crlf: boolean;
}

export function styleOf(source: string): Style {
  const count = (what: string) => source.split(what).length - 1;
  return {
    curly: count('’') > count("'"),
    hardSpaces: count('\u00a0') + count('\u202f') > 1,
    crlf: source.includes('\r\n'),
  };
}

/** True when adding or taking away such a text may change the style. */
export const bearsStyle = (text: string): boolean => /[’'\u00a0\u202f\r]/.test(text);
