import { mix, type Token, tokenOf, wordsOf } from './tokens.ts';

/** Longest turn of the lexicon, in tokens. */
export const LONGEST = 6;
/** Classes kept of a token at most, those of longer turns first. */
const MOST_CLASSES = 4;

/** Words known at most: a draft has some thousands. */
const KNOWN = 30_000;

/** Reads folded texts as tokens. A form whose stem strays is given that of its word. */
export class Tokenizer {
  /** Fingerprints of stems, each with that of the word's own. */
  private readonly strays: ReadonlyMap<number, number>;
  private known = new Map<string, Token>();

  constructor(strays: ReadonlyMap<number, number>) {
    this.strays = strays;
  }

  /** The tokens of a folded text, in order; empty when it holds no word. */
  read(folded: string): Token[] {
    return wordsOf(folded).map((word) => {
      const known = this.known.get(word);
      if (known) return known;
      if (this.known.size >= KNOWN) this.known = new Map();
      const token = tokenOf(word);
      const own = { ...token, stem: this.strays.get(token.stem) ?? token.stem };
      this.known.set(word, own);
      return own;
    });
  }
}

/** A table from the fingerprint of a turn (stems in order) to a set of classes. */
export class Lexicon {
  readonly tokenizer: Tokenizer;
  private readonly keys: Int32Array;
  private readonly values: Uint16Array;
  private readonly mask: number;
  private readonly sets: readonly (readonly number[])[];

  /** `turns` and `sets` side by side: turn i has the classes of sets[of[i]]. */
  constructor(turns: Int32Array, of: Uint16Array, sets: readonly (readonly number[])[], tokenizer: Tokenizer) {
    this.tokenizer = tokenizer;
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
        if (longer.length > 0) classes = longer.concat(classes.filter((c) => !longer.includes(c)));
      }
      return classes.length > MOST_CLASSES ? classes.slice(0, MOST_CLASSES) : classes;
    });
  }
}
const NONE: readonly number[] = [];

/** Fingerprint of a turn of words. */
export const turnOf = (words: readonly Token[]): number =>
  words.slice(1).reduce((turn, word) => mix(turn, word.stem), (words[0] as Token).stem);
