import type { Draft, InPlace, Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { zoneOf } from './contexte.ts';
import { OF_PAYMENT } from './enumeration.ts';
import { fractionsIn, isWhole, weightsIn } from './poids-ecrits.ts';

/** What else is shared out in a draft: what is paid, what is ordered, who holds what. */
const OF_OTHERS = fr`${OF_PAYMENT}|primes?|commandes?|capital|financement|subvention[a-zé]*|taxes?`;

/** The wholes that marks are out of. */
const WHOLES = [1, 10, 20, 40, 50, 60, 100, 200];

/** « La moitié au prix, un quart à la solidité, le reste à la réparabilité ». */
const REST = fr`le (?:reste|surplus|restant)|l'autre(?: moitié)?|ce qui (?:reste|demeure)`;
/** « Deux notes de même poids, l'une sur…, l'autre sur… ». */
const EQUALLY = fr`(?:de |du )?même (?:poids|valeur|importance)|à parts? égales?|(?:poids|importance)s? égale?s?|à égalité|autant de points`;
const OF_MARKS = fr`points?|notes?|notation|critères?|pondér[a-zé]+|offres?|propositions?`;

/** One share or more of a mark, then all that is left; or a mark in equal parts. */
function sharesMarks(s: Sentence): boolean {
  if (!s.has(OF_MARKS)) return false;
  if (s.has(EQUALLY)) return s.has(fr`l'une?[^.;]{3,90}l'autre|entre[^.;]{3,90} et`);
  const shares = s.read(sharesOf);
  return s.has(REST) && shares.length > 0 && shares.reduce((t, { value }) => t + value, 0) < 100;
}

/** The shares of a text, in figures, in words or as fractions. */
function sharesOf(folded: string): readonly { readonly value: number; readonly unit: string }[] {
  const weights = weightsIn(folded);
  return weights.length > 0 ? weights : fractionsIn(folded);
}

/** True when several shares of one unit make a whole. */
function makeWhole(list: readonly { readonly value: number; readonly unit: string }[]): boolean {
  const [first] = list;
  if (!first || list.length < 2 || list.some((s) => s.unit !== first.unit)) return false;
  const sum = list.reduce((t, s) => t + s.value, 0);
  return first.unit === 'percent' ? isWhole(sum) : WHOLES.some((whole) => isWhole(sum, whole));
}

const shareOne = (folded: string): ReturnType<typeof sharesOf> => {
  const found = sharesOf(folded);
  return found.length === 1 ? found : [];
};

const isOurs = (p: Passage | Sentence, section: Section): boolean =>
  zoneOf(section) !== 'candidature' && !section.under(OF_OTHERS) && !p.has(OF_OTHERS);

/** Sentences that share a whole out. */
const IN_ONE: InPlace<true> = {
  isPlaceless: true,
  take: (s) => (isOurs(s, s.section) && (makeWhole(s.read(sharesOf)) || sharesMarks(s))) || undefined,
};

/**
 * Where a draft shares a whole out between what offers or projects are judged on, in whatever words: a sentence or a cell
 * (« la moitié pour l'usage, l'autre pour le coût »), a list, a column. It names no criterion: it tells that some are given.
 * Undefined when nothing is.
 */
export function sharedOut(draft: Draft): Passage | undefined {
  const [inOne] = draft.inPlace(IN_ONE).keys();
  if (inOne) return inOne.passage;
  const lists = new Map<string, Passage[]>();
  for (const p of draft.passages)
    if (p.list) lists.set(`${p.block.index}`, [...(lists.get(`${p.block.index}`) ?? []), p]);
  const columns = draft.tables.flatMap((t) => {
    const width = Math.max(0, ...t.rows.map((r) => r.cells.length));
    return Array.from({ length: width }, (_, k) => t.rows.flatMap((r) => r.cells[k] ?? []));
  });
  return [...lists.values(), ...columns].find((group) => {
    const [first] = group;
    if (!first || group.some((p) => !isOurs(p, p.section)) || (first.lead && !isOurs(first.lead, first.section)))
      return false;
    const all = group.flatMap((p) => p.read(shareOne));
    // A row of the total doubles the whole.
    return makeWhole(all) || makeWhole(all.slice(0, -1));
  })?.[0];
}
