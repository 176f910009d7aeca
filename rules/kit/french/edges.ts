/** Marks beside a string that is looked for: no letter stands there. No folded text has these characters. */
export const WORD_BEGINS = '\t';
export const WORD_ENDS = '\n';
/** Either of them: a word boundary of an expression does not tell on which side the word is. */
export const EDGE = '\r';
const MARKS = /[\t\n\r]+/g;

export const isLetter = (c: string | undefined): boolean => c !== undefined && c >= 'a' && c <= 'z';
/** The string without its marks. */
export const bare = (text: string): string => text.replace(MARKS, '');
export const beginsWord = (text: string): boolean => text.startsWith(WORD_BEGINS);
export const endsWord = (text: string): boolean => text.endsWith(WORD_ENDS);

/** Without the marks that say nothing: those inside, and those beside something else than a letter. */
export function trimmed(text: string): string {
  const inside = bare(text);
  if (inside.length === text.length) return text;
  const before = /^[\t\n\r]*/.exec(text)?.[0] ?? '';
  const after = /[\t\n\r]*$/.exec(text)?.[0] ?? '';
  const begins = isLetter(inside[0]) && (before.includes(WORD_BEGINS) || before.includes(EDGE));
  const ends = isLetter(inside.at(-1)) && (after.includes(WORD_ENDS) || after.includes(EDGE));
  return `${begins ? WORD_BEGINS : ''}${inside}${ends ? WORD_ENDS : ''}`;
}
