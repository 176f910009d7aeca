import type { Token } from './tokens.ts';
import { mix } from './tokens.ts';

/** Longest turn of the lexicon, in tokens. */
export const LONGEST = 6;
/** Classes kept of a token at most, those of longer turns first. */
const MOST = 4;

/** A table from the fingerprint of a turn (stems in order) to a set of classes. */
export class Lexicon {
  private readonly keys: Int32Array;
  private readonly values: Uint16Array;
  private readonly mask: number;
  private readonly sets: readonly (readonly number[])[];

  /** `turns` and `sets` side by side: turn i has the classes of sets[of[i]]. */
  constructor(turns: Int32Array, of: Uint16Array, sets: readonly (readonly number[])[]) {
    let size = 1;
    while (size < turns.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.values = new Uint16Array(size);
    this.sets = sets;
    turns.forEach((turn, i) => {
      let at = turn & this.mask;
      while (this.values[at]) at = (at + 1) & this.mask;
      this.keys[at] = turn;
      this.values[at] = (of[i] as number) + 1;
    });
  }

  private classesOf(turn: number): readonly number[] {
    for (let at = turn & this.mask; this.values[at]; at = (at + 1) & this.mask)
      if (this.keys[at] === turn) return this.sets[(this.values[at] as number) - 1] as readonly number[];
    return NONE;
  }

  /** The classes of each token, those of the longest turn that begins there first; empty where none is known. */
  tag(words: readonly Token[]): readonly (readonly number[])[] {
    return words.map((word, i) => {
      let turn = word.stem;
      let classes = this.classesOf(turn);
      const end = Math.min(i + LONGEST, words.length);
      for (let j = i + 1; j < end; j++) {
        turn = mix(turn, (words[j] as Token).stem);
        const longer = this.classesOf(turn);
        if (longer.length > 0) classes = [...longer, ...classes.filter((c) => !longer.includes(c))];
      }
      return classes.length > MOST ? classes.slice(0, MOST) : classes;
    });
  }
}
const NONE: readonly number[] = [];

/** Fingerprint of a turn of words. */
export const turnOf = (words: readonly Token[]): number =>
  words.slice(1).reduce((turn, word) => mix(turn, word.stem), (words[0] as Token).stem);
