import { readdirSync, readFileSync } from 'node:fs';
import { plain } from '../../rules/kit/french/fold.ts';
import { Lexicon, LONGEST, Tokenizer, turnOf } from '../../rules/reading/lexicon.ts';
import { pairs } from '../../rules/reading/model.ts';
import { fingerprint, stemOf } from '../../rules/reading/tokens.ts';
import { dictionaryWords, strayStems } from './forms.ts';

const FOLDER = new URL('../../rules/reading/lexicon/', import.meta.url);

/** Classes with the turns of words that are in them, as the tables of the model. */
export interface Compiled {
  readonly classes: readonly string[];
  readonly sets: readonly (readonly number[])[];
  readonly turns: Int32Array;
  readonly setOfTurn: Uint16Array;
  /** Stems that stray, each followed by its word's own. */
  readonly strays: Int32Array;
  /** Words of the language, and its names, as bits: see `WordSet`. */
  readonly common: Uint8Array;
  readonly proper: Uint8Array;
}

/** Classes and their turns, as written. */
export const readClasses = (): { readonly name: string; readonly turns: readonly string[] }[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').split('\n').filter(Boolean))
    .map((line) => {
      const [name = '', turns = ''] = line.split('\t');
      return { name, turns: turns.split(';').map((turn) => turn.trim()) };
    });

/** A reflexive pronoun and the negation of a turn stand where the sentence has them: the rest is what is looked for. */
const LEAD = /^(?:s'|se |ne |n')/;
const WORD = /^[a-zà-ÿœ]+$/;
/** Negation is read by itself. */
const READ_APART = 'NEGATION';

/** Files the turns of all classes by the stems of their words. */
export function compileLexicon(): Compiled {
  const all = readClasses().filter(({ name }) => name !== READ_APART);
  const words = new Set(
    all.flatMap(({ turns }) => turns.map((t) => t.toLowerCase().replace(LEAD, ''))).filter((t) => WORD.test(t)),
  );
  const strays = Int32Array.from(
    [...strayStems(words)].flatMap(([stem, own]) => [fingerprint(stem), fingerprint(own)]),
  );
  const tokenizer = new Tokenizer(pairs(strays));
  const byTurn = new Map<number, Set<number>>();
  all.forEach(({ turns }, c) => {
    for (const turn of turns) {
      const folded = plain(turn);
      if (/^(?:ne |n')/.test(folded)) continue;
      const read = tokenizer.read(folded.replace(LEAD, ''));
      // « s'il » without its pronoun is no turn.
      if (read.every(({ role }) => role === 'empty') || read.length > LONGEST) continue;
      const key = turnOf(read);
      byTurn.set(key, (byTurn.get(key) ?? new Set()).add(c));
    }
  });
  const sets: number[][] = [];
  const setOf = new Map<string, number>();
  const keys = [...byTurn.keys()].sort((a, b) => a - b);
  const setOfTurn = keys.map((key) => {
    const classes = [...(byTurn.get(key) as Set<number>)].sort((a, b) => a - b);
    const name = classes.join();
    if (!setOf.has(name)) setOf.set(name, sets.push(classes) - 1);
    return setOf.get(name) as number;
  });
  return {
    classes: all.map(({ name }) => name),
    sets,
    turns: Int32Array.from(keys),
    setOfTurn: Uint16Array.from(setOfTurn),
    strays,
    ...dictionary(),
  };
}

/** One word in some twenty then passes for a common one that is none, one in fifty for a name. */
const BITS = { common: 2 ** 20, proper: 2 ** 18 };

/** The words of the dictionary by their stems, and its names. */
function dictionary(): Pick<Compiled, 'common' | 'proper'> {
  const { common, proper } = dictionaryWords();
  return {
    common: bitsOf(
      common.map((word) => stemOf(plain(word))),
      BITS.common,
    ),
    proper: bitsOf(
      proper.map((name) => plain(name)),
      BITS.proper,
    ),
  };
}

function bitsOf(words: readonly string[], count: number): Uint8Array {
  const bits = new Uint8Array(count / 8);
  for (const word of words) {
    const at = fingerprint(word) & (count - 1);
    bits[at >>> 3] = (bits[at >>> 3] as number) | (1 << (at & 7));
  }
  return bits;
}

/** The lexicon of compiled tables. */
export const lexiconOf = ({ turns, setOfTurn, sets, strays, ...words }: Compiled): Lexicon =>
  new Lexicon(turns, setOfTurn, sets, new Tokenizer(pairs(strays)), words);

/** The same without its classes: what words alone tell. */
export const withoutClasses = (compiled: Compiled): Compiled => ({
  ...compiled,
  turns: new Int32Array(),
  setOfTurn: new Uint16Array(),
});
