import { plain } from '../../kit/french/fold.ts';
import { numbers } from '../../kit/french/numbers.ts';

const WORDS = [
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
  'vingt',
];

/** A noun or adjective in the number wanted: « lot » → « lots », « tranches optionnelles » → « tranche optionnelle ». */
const agree = (words: string, many: boolean): string =>
  words.replace(
    /(?<!\p{L})(lot|tranche|ferme|optionnelle|conditionnelle|distinct|séparé|différent)(s?)(?!\p{L})/giu,
    (_, word: string) => (many ? `${word}${word === word.toUpperCase() ? 'S' : 's'}` : word),
  );

/**
 * The same count with another number, in the same style: « trois lots » and 4 give « quatre lots », « 2 (deux) tranches
 * optionnelles » and 1 give « 1 (une) tranche optionnelle ». Undefined when the number cannot be told or is not 1 to 20.
 */
export function recount(text: string, value: number, feminine: boolean): string | undefined {
  if (value < 1 || value > 20) return undefined;
  const folded = plain(text);
  if (folded.length !== text.length) return undefined;
  const found = numbers(folded, { articles: true });
  if (found.length === 0 || found.length > 2) return undefined;
  const upper = text === text.toUpperCase();
  const word = value === 1 && feminine ? 'une' : (WORDS[value - 1] as string);
  let out = '';
  let at = 0;
  for (const { from, to, words } of found) {
    const written = text.slice(from, to);
    out += text.slice(at, from) + (words ? inCase(word, written, upper) : inFigures(value, written));
    at = to;
  }
  return out + agree(text.slice(at), value > 1);
}

const inFigures = (value: number, written: string): string =>
  String(value).padStart(written.startsWith('0') ? 2 : 1, '0');

/** A word with the capital of the one in whose place it goes; `upper`: all is in capitals. */
function inCase(word: string, written: string, upper: boolean): string {
  if (!/^\p{Lu}/u.test(written)) return word;
  return upper ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}
