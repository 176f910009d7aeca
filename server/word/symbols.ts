/** Characters of the symbol fonts that French forms use, by code in the font. */
const WINGDINGS: Readonly<Record<number, string>> = {
  110: '■',
  111: '☐',
  113: '☐',
  114: '☐',
  118: '❖',
  167: '▪',
  168: '☐',
  216: '➢',
  224: '→',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

const WINGDINGS_2: Readonly<Record<number, string>> = { 80: '✓', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 163: '☐' };

const SYMBOL: Readonly<Record<number, string>> = {
  163: '≤',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  185: '≠',
  187: '≈',
  215: '·',
};

/** The character of a symbol font, `code` in hexadecimal; undefined when it is not known. */
export function symbol(font: string, code: string): string | undefined {
  const full = Number.parseInt(code, 16);
  // Word moves these fonts to a private range.
  const point = full >= 0xf000 && full <= 0xf0ff ? full - 0xf000 : full;
  const table = { wingdings: WINGDINGS, 'wingdings 2': WINGDINGS_2, symbol: SYMBOL }[font.toLowerCase()];
  if (table) return table[point];
  return full > 0x20 && full < 0xe000 ? String.fromCodePoint(full) : undefined;
}
