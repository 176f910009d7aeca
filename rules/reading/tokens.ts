import { stemmer } from '@orama/stemmers/french';

/** What a reader knows of a word, wherever it stands. */
export interface Token {
  /** Fingerprint of its stem. */
  readonly stem: number;
  /** Fingerprints of its first five and six letters; 0 for a shorter word, which its stem tells enough. */
  readonly five: number;
  readonly six: number;
  /** Fingerprint of how large a number is; 0 for what is none. */
  readonly size: number;
  readonly role: Role;
}

/** `negation` begins a negated stretch, `end` ends it; `empty` words only join others; `number` and `mark` have no stem. */
export type Role = 'word' | 'empty' | 'number' | 'mark' | 'negation' | 'end';

const set = (words: string) => new Set(words.split(' '));
const NEGATIONS = set("ne n' aucun aucune sans ni jamais nul nulle non");
/** A negation goes no further. */
const ENDS = set(', ; : . ( ) mais sauf toutefois cependant qui que dont lorsque si');
const EMPTY = set(
  "le la les l' de du des d' un une et ou a au aux en dans par pour sur ce cette ces son sa ses leur leurs qu' il elle ils elles se s' est sont sera seront",
);
const TOKEN = /[a-z]+'|[a-z]+|\d+|[%€:;,.()]/g;
const WORD = /^[a-z]+$/;
const DIGIT = /^\d/;

/** Fingerprint of a text: 32 bits, the same everywhere. */
export function fingerprint(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) | 0;
}

/** Fingerprint of two in this order. */
export const mix = (a: number, b: number): number => {
  const h = Math.imul(Math.imul(a, 0x2545f491) ^ (b + 0x165667b1), 0x27d4eb2f);
  return (h ^ (h >>> 15)) | 0;
};

/** The stem of a folded word, as text. */
export const stemOf = (word: string): string => (WORD.test(word) ? stemmer(word.replace(PARTICIPLE, 'e')) : word);
/** « autorisée » without its accent is no participle to the stemmer. */
const PARTICIPLE = /ees?$/;

const roleOf = (word: string): Role =>
  DIGIT.test(word)
    ? 'number'
    : NEGATIONS.has(word)
      ? 'negation'
      : ENDS.has(word)
        ? 'end'
        : EMPTY.has(word)
          ? 'empty'
          : /[a-z]/.test(word)
            ? 'word'
            : 'mark';

/** None, one, several or many: what a count says, « Opérateurs rencontrés : 1 ». */
function sizeOf(number: string): number {
  const value = Number(number);
  return fingerprint(`size ${value <= 1 ? value : value < 10 ? 'several' : 'many'}`);
}

/** What is known of a folded word. */
export function tokenOf(word: string): Token {
  const role = roleOf(word);
  const start = (n: number) => (word.length > 4 ? fingerprint(word.slice(0, n)) : 0);
  return {
    stem: fingerprint(role === 'number' ? '0' : stemOf(word)),
    five: start(5),
    six: start(6),
    size: role === 'number' ? sizeOf(word) : 0,
    role,
  };
}

/** The words and marks of a folded text, in order; empty when it holds none. */
export const wordsOf = (folded: string): readonly string[] => folded.match(TOKEN) ?? [];
