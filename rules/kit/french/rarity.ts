import common from './common.json' with { type: 'json' };
import { bare, beginsWord, endsWord } from './edges.ts';

const COMMON = Object.entries(common.pourMille).map(([word, each]) => [` ${word} `, each] as const);

/** Other words of so many letters: in fewer sentences the longer they are. */
const others = (letters: number): number => 40 * 0.55 ** letters;
const SIGNS: Readonly<Record<string, number>> = { '0': 300, '%': 20, '/': 60, ':': 150, '(': 120, ')': 120 };
const OTHER_SIGN = 10;

const known = new Map<string, number>();

/** How often letters stand, as a word or a part of one. */
function rateOfLetters(letters: string, begins: boolean, ends: boolean): number {
  const key = `${begins ? ' ' : ''}${letters}${ends ? ' ' : ''}`;
  let rate = known.get(key);
  if (rate === undefined) {
    rate = COMMON.reduce((sum, [word, each]) => (word.includes(key) ? sum + each : sum), others(letters.length));
    known.set(key, rate);
  }
  return rate;
}

const PARTS = /[a-z]+|[^a-z ,.'-]+/g;

const rates = new Map<string, number>();

/** Of a thousand sentences, in how many a cue stands, roughly: no more than the rarest of its words does. */
export function rateOf(cue: string): number {
  let rate = rates.get(cue);
  if (rate === undefined) {
    rate = reckoned(cue);
    rates.set(cue, rate);
  }
  return rate;
}

function reckoned(cue: string): number {
  const text = bare(cue);
  const rates = [...text.matchAll(PARTS)].map(({ 0: part, index }) => {
    if (!/[a-z]/.test(part)) return (SIGNS[part[0] as string] ?? OTHER_SIGN) * 0.5 ** (part.length - 1);
    const end = index + part.length;
    return rateOfLetters(part, index > 0 || beginsWord(cue), end < text.length || endsWord(cue));
  });
  return Math.min(1000, ...rates) * 0.5 ** Math.max(0, rates.length - 1);
}
