import type { Sentence } from '../../kit/draft.ts';
import type { Span } from '../../kit/span.ts';
import type { TrancheNature } from '../commun/index.ts';
import { type AmountRead, amountIn } from './montants.ts';
import { objectIn } from './objet.ts';

/** What a sentence says of one of the tranches named before it, by its place among them or its nature. */
export interface Ranked {
  /** 0 for « la première », 1 for « la seconde ». */
  readonly rank?: number;
  /** « la ferme », « la part ferme ». */
  readonly nature?: TrancheNature;
  readonly amount: (AmountRead & { readonly at: Span }) | undefined;
  readonly object: Span | undefined;
  readonly text: string;
}

/** « la première », « la seconde », « l'une », « l'autre »; « la ferme », « l'optionnelle ». */
const NAMES =
  /(?<![a-z0-9'-])(?:la (?<ordinal>premiere|seconde|deuxieme|troisieme|quatrieme)(?= ?(?:[,.;:(]|$)| (?!tranche|fois|annee|phase|partie|offre|etape|semaine|quinzaine|moitie|main|date))|(?<one>l'une|l'autre)(?! d)|(?:la |l')(?<nature>ferme|optionnelle)(?= ?(?:[,.;:(]|$)| (?!(?:n ?°)? ?\d)))/g;
const RANKS: readonly (readonly string[])[] = [
  ['premiere', "l'une"],
  ['seconde', 'deuxieme', "l'autre"],
  ['troisieme'],
  ['quatrieme'],
];
const rankOf = (word: string): number => RANKS.findIndex((words) => words.includes(word));
/** « rive gauche pour la première »: what is said stands before. */
const AFTER_WORDS = /[a-z0-9€)] (?:pour|a|dans) $/;

/** What a sentence says of each by « la première … la seconde … »; empty where it names but one. */
export function ranked(sentence: Sentence): Ranked[] {
  const { folded } = sentence;
  const found = [...folded.matchAll(NAMES)];
  const [first] = found;
  if (!first || found.length < 2) return [];
  const before = AFTER_WORDS.test(folded.slice(0, first.index));
  return found.map((m, i) => {
    const last = found[i - 1];
    const start = last ? last.index + last[0].length : folded.lastIndexOf(': ', m.index) + 1;
    const from = before ? start : m.index + m[0].length;
    const to = before ? m.index : (found[i + 1]?.index ?? folded.length);
    const said = folded.slice(from, to);
    const read = amountIn(said);
    const object = objectIn(said.replace(/ (?:pour|a|dans) $/, ' '));
    const place = (x: { from: number; to: number } | undefined) =>
      x && sentence.at({ from: from + x.from, to: from + x.to });
    const { ordinal, one, nature } = m.groups ?? {};
    return {
      ...(nature ? { nature: nature as TrancheNature } : { rank: rankOf(ordinal ?? one ?? '') }),
      amount: read && { ...read, at: place(read) as Span },
      object: place(object),
      text: object ? said.slice(object.from, object.to) : '',
    };
  });
}
export const RANKED = new RegExp(NAMES.source);
