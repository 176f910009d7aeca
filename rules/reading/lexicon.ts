import { fingerprint, mix, stemOf, type Token, tokenOf, wordsOf } from './tokens.ts';

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

/** Words by their fingerprints, a bit each: of those that are not in it, one in some twenty passes for one that is. */
export class WordSet {
  private readonly bits: Uint8Array;

  /** As many bits as a power of two, eight a byte. */
  constructor(bits: Uint8Array) {
    this.bits = bits;
  }

  has(word: string): boolean {
    const at = fingerprint(word) & (this.bits.length * 8 - 1);
    return ((this.bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0;
  }
}

/** A table from the fingerprint of a turn (stems in order) to a set of classes. */
export class Lexicon {
  readonly tokenizer: Tokenizer;
  private readonly keys: Int32Array;
  private readonly values: Uint16Array;
  private readonly mask: number;
  private readonly sets: readonly (readonly number[])[];
  private readonly common: WordSet;
  private readonly proper: WordSet;

  /**
   * `turns` and `sets` side by side: turn i has the classes of sets[of[i]]. `common`: stems of the words of the language;
   * `proper`: its names of places and people.
   */
  constructor(
    turns: Int32Array,
    of: Uint16Array,
    sets: readonly (readonly number[])[],
    tokenizer: Tokenizer,
    { common, proper }: { readonly common: Uint8Array; readonly proper: Uint8Array },
  ) {
    this.tokenizer = tokenizer;
    this.common = new WordSet(common);
    this.proper = new WordSet(proper);
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

  /** True of a folded word that the language has, but for a few that it has not. */
  isCommon(word: string): boolean {
    return this.common.has(stemOf(word));
  }

  /** True of a folded name of a place or of a person, but for a few that are none. */
  isProper(word: string): boolean {
    return this.proper.has(word);
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
