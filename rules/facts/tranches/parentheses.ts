import type { Passage } from '../../kit/draft.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import type { TrancheName } from '../commun/index.ts';
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
/** What joins one to the next: « et le suivi (optionnelle 1) ». */
const JOINS = /^[\s,;:]*(?:et |puis |enfin |ainsi que )?(?:l[ae] |les |l')?/;

/** The brackets of a passage that list tranches, in order; none where they only tell of one. */
function listing(passage: Passage): readonly RegExpExecArray[] {
  const { folded } = passage;
  const found = [...folded.matchAll(IN_BRACKETS)];
  const [first] = found;
  if (!first) return [];
  const isNamed = first.groups?.noun !== undefined;
  if (!passage.has(SPEAKS) && !passage.has(INITIALS) && !isNamed) return [];
  // « une tranche ferme (TF) » names it twice.
  const isTwice = found.some(
    ({ index, groups }) => groups?.initial && /tranches? [^;(]*$/.test(folded.slice(0, index)),
  );
  if (isTwice) return [];
  // « la pose (tranche ferme) dure deux mois »: one alone lists a tranche where its price stands beside it.
  const isPriced = () => amountIn(folded.slice(first.index).split(')', 1)[0] ?? '') !== undefined;
  return found.length > 1 || (isNamed && isPriced()) ? found : [];
}

/** The tranche that a bracket names. */
function nameIn({ 0: text, index, groups }: RegExpExecArray): TrancheName {
  const number = groups?.number ?? groups?.rank;
  return {
    from: index + 1,
    to: index + text.length,
    nature: /^(?:ferme|tf)$/.test(groups?.nature ?? groups?.initial ?? '') ? 'ferme' : 'optionnelle',
    ...(number && { number }),
    plural: false,
  };
}

/** What is done, before a bracket, from the end of the one before it. */
function saidBefore(folded: string, from: number, index: number): Stretch {
  const stop = Math.max(from, ...['; ', '. '].map((mark) => folded.lastIndexOf(mark, index) + 1));
  const start = stop + (LEADS.exec(folded.slice(stop, index))?.[0].length ?? 0);
  const joint = JOINS.exec(folded.slice(start, index))?.[0].length ?? 0;
  return { from: start + joint, to: folded.slice(0, index).trimEnd().length };
}

/** « en deux tranches : l'étude (ferme, 20 000 € HT) et le suivi (optionnelle 1) »: what is done stands before its bracket. */
export function* inBrackets(piece: Piece, passage: Passage): Generator<Entry> {
  const { folded } = passage;
  const found = listing(passage);
  const [first] = found;
  if (!first) return;
  let from = folded.lastIndexOf(': ', first.index) + 1;
  for (const one of found) {
    const name = nameIn(one);
    const close = folded.indexOf(')', one.index);
    const to = close < 0 ? folded.length : close;
    const at = saidBefore(folded, from, one.index);
    const words = folded.slice(at.from, at.to);
    yield entryIn(piece, passage, name, {
      whole: { from: at.from, to: Math.min(to + 1, folded.length) },
      object: at.to > at.from && !ORDINAL.test(words) ? { ...at, text: words } : undefined,
      read: amountIn(folded.slice(name.to, to)),
    });
    from = to + 1;
  }
}
