/**
 * What the dictionary knows: its words and names, and the forms of words whose stem is not that of their infinitive or singular, once accents are folded: « autorisent »,
 * « reçoivent », « remis ». From the French dictionary of Hunspell, as the package `dictionary-fr` has it (MPL-2.0).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { plain } from '../../rules/kit/french/fold.ts';
import { stemOf } from '../../rules/reading/tokens.ts';

const folder = dirname(createRequire(import.meta.url).resolve('dictionary-fr'));
const lines = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n');

/** The words of the dictionary in their first form, and the names of places and people that it holds. */
export function dictionaryWords(): { readonly common: readonly string[]; readonly proper: readonly string[] } {
  const words = lines('index.dic').map((line) => /^[^/\t ]*/.exec(line)?.[0] ?? '');
  return {
    common: words.filter((word) => /^[a-zà-ÿœ]{2,}$/.test(word)),
    proper: words.filter((word) => /^\p{Lu}[\p{L}-]+$/u.test(word)),
  };
}

interface Suffix {
  readonly strip: string;
  readonly add: string;
  readonly after: RegExp;
}

/** Suffixes by their flag of two letters: `SFX flag strip add condition`. */
function suffixes(): Map<string, Suffix[]> {
  const found = new Map<string, Suffix[]>();
  for (const line of lines('index.aff')) {
    const [kind, flag = '', strip = '', add = '', condition] = line.trim().split(/\s+/);
    if (kind !== 'SFX' || condition === undefined) continue;
    const bare = (part: string) => (part === '0' ? '' : part);
    const suffix = { strip: bare(strip), add: bare(add.split('/')[0] as string), after: new RegExp(`${condition}$`) };
    found.set(flag, [...(found.get(flag) ?? []), suffix]);
  }
  return found;
}

/** Past tenses of narrative, which no tender uses. */
const NARRATIVE = /(?:[âîû]mes|[âîû]tes|(?:è|i|u)rent|[aiu]sse(?:s|nt)?|[aiu]ss(?:ions|iez)|[âîû]t)$/;

/** Every form of the words given, in the infinitive or the singular; of those that the dictionary holds. */
function formsOf(words: ReadonlySet<string>): Map<string, string[]> {
  const bySuffix = suffixes();
  const found = new Map<string, string[]>();
  for (const line of lines('index.dic')) {
    const [, word = '', flags = ''] = /^([a-zà-ÿœ]+)(?:\/(\S+))?/.exec(line) ?? [];
    if (!words.has(word)) continue;
    const forms = (flags.match(/../g) ?? []).flatMap((flag) =>
      (bySuffix.get(flag) ?? [])
        .filter(({ strip, after }) => after.test(word) && word.endsWith(strip))
        .map(({ strip, add }) => word.slice(0, word.length - strip.length) + add),
    );
    found.set(word, [...(found.get(word) ?? []), ...forms.filter((form) => !NARRATIVE.test(form))]);
  }
  return found;
}

/** From the stem of a form to that of its word; a stem that is a word's own, or that two words claim, is left alone. */
export function strayStems(words: ReadonlySet<string>): ReadonlyMap<string, string> {
  const own = new Set([...words].map((word) => stemOf(plain(word))));
  const claimed = new Map<string, string | undefined>();
  for (const [word, forms] of formsOf(words)) {
    const to = stemOf(plain(word));
    for (const form of forms) {
      const stem = stemOf(plain(form));
      if (stem.length < 2 || own.has(stem)) continue;
      claimed.set(stem, claimed.has(stem) && claimed.get(stem) !== to ? undefined : to);
    }
  }
  return new Map(
    [...claimed].filter((pair): pair is [string, string] => pair[1] !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
