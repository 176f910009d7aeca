import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { findAll, has } from '../../kit/text.ts';
import words from '../words/dossier-sens.json' with { type: 'json' };

/** Words that say nothing of what is bought: links, contract words, buyers, ways to supply or make. */
const EMPTY: ReadonlySet<string> = new Set(words.vides);
/** Words of one meaning, each under the first of its group. */
const SAME: ReadonlyMap<string, string> = new Map(
  words.synonymes.flatMap((group) => group.map((w) => [stem(w), stem(group[0] as string)] as const)),
);
/** Words that so many objects have that they tell none apart. */
const WEAK: ReadonlySet<string> = new Set(words.faibles.map((w) => SAME.get(stem(w)) ?? stem(w)));
const ACTIVITIES: readonly (readonly [string, RegExp])[] = Object.entries(words.activites).map(
  ([name, list]) => [name, fr`${list}`] as const,
);

/** A word without its mark of number or gender. */
function stem(word: string): string {
  if (/[^e]aux$/.test(word)) return word.slice(0, -3).concat('al');
  return word.replace(/(?:es|s|e|x)$/, '').slice(0, 9);
}

/** Folded words that carry the meaning of an object, as stems; what stands in brackets left out. */
export const contentOf = (folded: string): ReadonlySet<string> => contentIn(folded.replace(/\([^()]{0,200}\)/g, ' '));

function contentIn(folded: string): ReadonlySet<string> {
  const out = new Set<string>();
  for (const word of folded.split(/[^a-z0-9]+/)) {
    if (word.length < 3 || /^\d/.test(word) || EMPTY.has(word)) continue;
    const s = stem(word);
    if (!EMPTY.has(s)) out.add(SAME.get(s) ?? s);
  }
  return out;
}

/** Links that initials leave out. */
const LINKS = /^(?:de|du|des|la|le|les|l|d|et|en|a|au|aux|pour|sur|un|une)$/;
/** « OPAH » beside « opération programmée d'amélioration de l'habitat »: a name, and the initials of it. */
function isInitials(short: string, long: string): boolean {
  const initials = long
    .split(/[^a-z0-9]+/)
    .filter((w) => w !== '' && !LINKS.test(w))
    .map((w) => w[0])
    .join('');
  return short.split(/[^a-z]+/).some((w) => w.length > 3 && w.length < 8 && initials.includes(w));
}

/** « le bâtiment D », « l'axe 2 »: what tells apart things that bear one name, by that name. */
const DESIGNATED =
  /(?<![a-z])([a-z]{3,}) (?:n ?° ?)?(\d{1,3}(?![\d.,°h%€]| ?(?:ans?|mois|jours|heures|%|€|euros?|m2|km)\b)|[b-df-h](?![a-z0-9'])|[ae](?= ?(?:$|[,;:.)])))(?:(?: et | ou |, )(\d{1,3}|[a-h])(?![a-z0-9']))?/g;
function designations(folded: string): ReadonlyMap<string, ReadonlySet<string>> {
  const out = new Map<string, Set<string>>();
  for (const { groups: _, text } of findAll(folded, DESIGNATED)) {
    const [noun = '', ...rest] = text.split(/ (?:n ?° ?)?|, /);
    const marks = rest.filter((w) => /^(?:\d{1,3}|[a-h])$/.test(w));
    if (!EMPTY.has(noun)) out.set(stem(noun), new Set([...(out.get(stem(noun)) ?? []), ...marks]));
  }
  return out;
}

/** True when two texts name things of one sort by other letters or numbers. */
function designateOthers(a: string, b: string): boolean {
  const theirs = designations(b);
  return [...designations(a)].some(([noun, marks]) => {
    const others = theirs.get(noun);
    return others !== undefined && ![...marks].some((m) => others.has(m));
  });
}

/** Words that shut each other out: « menuiseries intérieures » are no « menuiseries extérieures ». */
const OPPOSITES: readonly (readonly RegExp[])[] = words.contraires.map((pair) => pair.map((w) => fr`${w}(?:e|s|es)?`));
/** Each text has one word of a pair, and not the same. */
const areOpposed = (a: string, b: string): boolean =>
  OPPOSITES.some((pair) => {
    const [ours, theirs] = [a, b].map((text) => pair.filter((word) => has(text, word)));
    return ours?.length === 1 && theirs?.length === 1 && ours[0] !== theirs[0];
  });

/** Places of one sort a pattern: parks and gardens, schools. */
const SORTS: readonly RegExp[] = words.sortesDeLieux.map((list) => fr`(?:${list.join('|')})(?:s|es)?`);
/** Stems of words for what is done: two objects may well share one. */
const DONE: ReadonlySet<string> = new Set(
  Object.values(words.activites).flatMap((list) => list.flatMap((name) => [...contentOf(plain(name))])),
);

/** True when two texts name places of no common sort, and share no word but for what is done there. */
function ofOtherPlaces(a: string, b: string): boolean {
  const [ours, theirs] = [a, b].map((text) => SORTS.filter((sort) => has(text, sort))) as [RegExp[], RegExp[]];
  if (ours.length === 0 || theirs.length === 0 || ours.some((sort) => theirs.includes(sort))) return false;
  const known = contentOf(b);
  return ![...contentOf(a)].some((w) => known.has(w) && !DONE.has(w) && !WEAK.has(w));
}

/** The kinds of activity that an object names. */
const activitiesOf = (folded: string): readonly string[] =>
  ACTIVITIES.filter(([, pattern]) => has(folded, pattern)).map(([name]) => name);

/** True when all that an object says stands in another, be it in brackets: « le bâtiment B, ateliers », « le bâtiment B (ateliers) ». */
function isWithin(content: ReadonlySet<string>, folded: string): boolean {
  const all = contentIn(folded);
  return content.size > 1 && [...content].every((word) => all.has(word));
}

/** What tells an object apart: of « rénovation du bâtiment B (sciences) », which names a thing by a letter, what the brackets add. */
function tellingIn(folded: string, content: ReadonlySet<string>): readonly string[] {
  const isTelling = (word: string) => !WEAK.has(word) && !DONE.has(word);
  const own = [...content].filter((w) => !WEAK.has(w));
  return own.some(isTelling) || designations(folded).size === 0 ? own : [...contentIn(folded)].filter(isTelling);
}

/**
 * True when two folded objects are different services, and not two wordings of one: they share next to none of the words
 * that carry meaning, name activities that exclude each other, or designate other things of one sort. False in doubt.
 */
export function differ(a: string, b: string): boolean {
  if (isInitials(a, b) || isInitials(b, a)) return false;
  if (designateOthers(a, b) || areOpposed(a, b) || ofOtherPlaces(a, b)) return true;
  const [x, y] = [contentOf(a), contentOf(b)];
  const [p, q] = [activitiesOf(a), activitiesOf(b)];
  if (p.length > 0 && q.length > 0 && !p.some((w) => q.includes(w))) return true;
  if (isWithin(x, b) || isWithin(y, a)) return false;
  const small = Math.min(x.size, y.size);
  const shared = [...x].filter((w) => y.has(w)).length;
  if (shared / small < 0.25) return true;
  // « une application de réservation » and « un logiciel de paie » share a word that half the contracts have.
  const [u, v] = [tellingIn(a, x), tellingIn(b, y)];
  const [head, other] = [u[0], v[0]];
  if (head && other && shared / small <= 1 / 3 && !v.includes(head) && !u.includes(other)) return true;
  return Math.min(u.length, v.length) > 0 && Math.max(u.length, v.length) > 1 && !u.some((w) => v.includes(w));
}
