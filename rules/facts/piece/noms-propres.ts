import { plain } from '../../kit/french/fold.ts';
import words from '../words/dossier-sens.json' with { type: 'json' };

/** « agence de Montrieux », « collège Jean-Moulin », as written: a common noun and the name that follows it. */
const NAMED =
  /(?<![\p{L}])(\p{L}\p{Ll}+) (?:(?:de la|de l['’]|de|du|des|d['’]|à|au|aux) ?)?(\p{Lu}[\p{L}'’-]+(?: (?:(?:sur|en|la|le|les|sous|de) )?\p{Lu}[\p{L}'’-]+){0,3})/gu;
/** « 85 postes » */
const COUNTED = /(?<![\p{L}\d.,°/])(\d{1,3}(?:\s\d{3})+|\d{1,6})\s(\p{Ll}{4,})/gu;

const singular = (noun: string): string => plain(noun).replace(/(?:s|x)$/, '');
const PLACES: ReadonlySet<string> = new Set(words.lieux.map(singular));

/** By noun, what is said of it: names or numbers. */
type Sayings = ReadonlyMap<string, readonly string[]>;

function collect(pairs: readonly (readonly [noun: string, said: string])[]): Sayings {
  const out = new Map<string, string[]>();
  for (const [noun, said] of pairs) out.set(noun, [...(out.get(noun) ?? []), said]);
  return out;
}

const namesIn = (text: string): Sayings =>
  collect(
    [...text.normalize('NFC').matchAll(NAMED)].flatMap(([, noun = '', name = '']) =>
      PLACES.has(singular(noun)) ? [[singular(noun), name] as const] : [],
    ),
  );

const countsIn = (text: string): Sayings =>
  collect(
    [...text.normalize('NFC').matchAll(COUNTED)].map(
      ([, n = '', noun = '']) => [singular(noun), n.replace(/\D/g, '')] as const,
    ),
  );

/** The words of a name that tell it from others, folded. */
const wordsOf = (name: string): readonly string[] =>
  plain(name)
    .split(/[^a-z]+/)
    .filter((w) => w.length > 2);

/** Two names may be of one thing: they share a word, or one of them is letters alone. */
function mayBeOne(a: string, b: string): boolean {
  const isInitials = (name: string) => name === name.toUpperCase() && name.length < 7;
  if (isInitials(a) !== isInitials(b)) return true;
  const theirs = wordsOf(b);
  return wordsOf(a).some((w) => theirs.includes(w));
}

const apart = (a: Sayings, b: Sayings, isOne: (x: string, y: string) => boolean): boolean =>
  [...a].some(([noun, ours]) => {
    const theirs = b.get(noun);
    return theirs !== undefined && !ours.some((x) => theirs.some((y) => isOne(x, y)));
  });

/**
 * True when two texts, as written, give one thing two names (« l’agence de Montrieux », « l’agence de Trémaudan ») or two
 * numbers (« 85 postes », « 95 postes »), whatever else they share. False in doubt.
 */
export const nameOthers = (a: string, b: string): boolean =>
  apart(namesIn(a), namesIn(b), mayBeOne) || apart(countsIn(a), countsIn(b), (x, y) => x === y);
