import type { Passage } from '../../kit/draft.ts';
import type { Piece } from '../../kit/piece.ts';
import { type Entry, entryIn } from './entree.ts';
import { amountIn } from './montants.ts';

const IN_BRACKETS =
  /\((?:(?<noun>tranche )?(?<nature>ferme|optionnelle|conditionnelle)(?: (?:n ?° ?)?(?<number>\d{1,2}))?(?=[,;:) ])|(?<initial>t[foc]) ?(?<rank>\d{1,2})?(?=[,;:)]))/g;
export const IN_BRACKETS_ONCE = new RegExp(IN_BRACKETS.source);
/** « La première (TF, …) » says nothing of what is done. */
const ORDINAL = /^(?:premiere|seconde|deuxieme|troisieme|derniere|suivante)$/;
const SPEAKS = /\btranches\b/;
/** « (TF, …) … (TO, …) »: both initials stand for the word. */
const INITIALS = /\(tf\b.*\(t[oc]\b/;
/** What leads to the thing itself: « L'accord porte sur la collecte (tranche ferme…) ». */
const LEADS =
  /^.*\b(?:portent?(?: [a-z' ]{0,24})?,? sur|sur|sont(?: (?:ainsi|donc|successivement))?|comprend|comporte|concerne|couvre|englobe|achetons|commandons|confions|achete|commande|confie)(?: (?:fermement|d'abord|ensuite|enfin|ainsi))? /;
/** « en deux tranches : l'étude (ferme, 20 000 € HT) et le suivi (optionnelle 1) »: what is done stands before its bracket. */
export function* inBrackets(piece: Piece, passage: Passage): Generator<Entry> {
  const { folded } = passage;
  const found = [...folded.matchAll(IN_BRACKETS)];
  const [first] = found;
  const isNamed = first?.groups?.noun !== undefined;
  if (!passage.has(SPEAKS) && !passage.has(INITIALS) && !isNamed) return;
  // « une tranche ferme (TF) » names it twice.
  const isTwice = found.some(
    ({ index, groups }) => groups?.initial && /tranches? [^;(]*$/.test(folded.slice(0, index)),
  );
  // « la pose (tranche ferme) dure deux mois »: one alone lists a tranche where its price stands beside it.
  const isPriced = (one: RegExpExecArray) => amountIn(folded.slice(one.index).split(')', 1)[0] ?? '') !== undefined;
  if (!first || isTwice || (found.length < 2 && !(isNamed && isPriced(first)))) return;
  let from = Math.max(folded.lastIndexOf(': ', first.index) + 1, folded.lastIndexOf('. ', first.index) + 1);
  for (const { 0: text, index, groups } of found) {
    const number = groups?.number ?? groups?.rank;
    const name = {
      from: index + 1,
      to: index + text.length,
      nature: /^(?:ferme|tf)$/.test(groups?.nature ?? groups?.initial ?? '') ? 'ferme' : 'optionnelle',
      ...(number && { number }),
      plural: false,
    } as const;
    const close = folded.indexOf(')', index);
    const to = close < 0 ? folded.length : close;
    for (const stop of ['; ', '. ']) from = Math.max(from, folded.lastIndexOf(stop, index) + 1);
    from += LEADS.exec(folded.slice(from, index))?.[0].length ?? 0;
    const lead =
      /^[\s,;:]*(?:et |puis |enfin |ainsi que )?(?:l[ae] |les |l')?/.exec(folded.slice(from, index))?.[0].length ?? 0;
    const at = { from: from + lead, to: folded.slice(0, index).trimEnd().length };
    const words = folded.slice(at.from, at.to);
    const read = amountIn(folded.slice(name.to, to));
    yield entryIn(piece, passage, name, {
      whole: { from: at.from, to: Math.min(to + 1, folded.length) },
      object: at.to > at.from && !ORDINAL.test(words) ? { ...at, text: words } : undefined,
      read,
    });
    from = to + 1;
  }
}
