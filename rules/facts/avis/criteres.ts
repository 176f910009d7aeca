import { plain } from '../../kit/french/fold.ts';
import type { NoticeCriterion, NoticeLot } from '../../kit/notice.ts';
import type { Piece } from '../../kit/piece.ts';
import { type Critere, isNamedIn, keywords, subjectsOf } from '../criteres/index.ts';
import { type Bareme, criteresMatter, type Said } from '../dossier/index.ts';
import { ecartsDe } from './ecarts.ts';

/** A criterion of a piece and the one of the notice that is the same; one may be missing. */
export interface Paire {
  readonly ici: { readonly critere: Critere; readonly share: number | undefined } | undefined;
  readonly la: { readonly criterion: NoticeCriterion; readonly share: number } | undefined;
}

export interface Ecart {
  readonly said: Said<Bareme>;
  readonly lots: readonly NoticeLot[];
  readonly paires: readonly Paire[];
  /** The lots that the grid is for all have the same criteria. */
  readonly alike: boolean;
}

const isPrice = (c: Critere): boolean => c.subjects.includes('prix') || c.subjects.includes('cout-global');

type Shares = readonly { readonly criterion: NoticeCriterion; readonly share: number }[];

/** The shares of the criteria of a lot, out of 100; undefined where one has no weight, or a rank. */
function sharesOf({ criteria }: NoticeLot): Shares | undefined {
  const weights = criteria.map((c) => (c.weight?.unit === 'order' ? undefined : c.weight));
  if (criteria.length < 2 || weights.some((w) => w === undefined)) return undefined;
  const total = weights.reduce((t, w) => t + (w?.value ?? 0), 0);
  if (total <= 0) return undefined;
  return criteria.map((criterion, i) => ({ criterion, share: ((weights[i]?.value ?? 0) * 100) / total }));
}

const namesSame = (critere: Critere, { name = '' }: NoticeCriterion): boolean => {
  const folded = plain(name);
  return isNamedIn(critere, folded) || (keywords(folded).length > 0 && isNamedIn({ folded }, critere.folded));
};

/** Subjects that nothing else stands for: the technical value, or quality, may be many things. */
const NARROW: readonly string[] = ['delai', 'environnement', 'social'];

/** True of a delay and of the environment, say: one was not put for the other by its name alone. */
function ofTwoThings(critere: Critere | undefined, { name = '' }: NoticeCriterion): boolean {
  const narrow = (all: readonly string[]) => all.filter((s) => NARROW.includes(s));
  const [ours, theirs] = [narrow(critere?.subjects ?? []), narrow(subjectsOf(plain(name)))];
  return ours.length > 0 && theirs.length > 0 && !ours.some((s) => theirs.includes(s));
}

function pairsOf(bareme: Bareme, theirs: Shares): Paire[] {
  const left = [...theirs];
  const take = (found: (t: (typeof left)[number]) => boolean) => {
    const i = left.findIndex(found);
    return i < 0 ? undefined : left.splice(i, 1)[0];
  };
  const pairs: { ici: Paire['ici']; la: Paire['la'] }[] = bareme.lines.map((ici) => ({
    ici,
    la:
      take(({ criterion }) => namesSame(ici.critere, criterion)) ??
      (isPrice(ici.critere)
        ? take(({ criterion }) => criterion.kind === 'price' || criterion.kind === 'cost')
        : undefined),
  }));
  const alone = pairs.filter((p) => !p.la);
  // One is left on each side: it is the same under another name, unless they are of two things.
  const [one, other] = [alone[0], left[0]];
  if (one && other && alone.length + left.length === 2 && !ofTwoThings(one.ici?.critere, other.criterion))
    one.la = left.pop();
  return [...pairs, ...left.map((la) => ({ ici: undefined, la }))];
}

const unequal = (a: number, b: number) => Math.abs(a - b) > 0.05;

/** The criteria on which a grid and a lot differ; empty where they agree, or only divide a part of the note otherwise. */
function differences(bareme: Bareme, { criteria }: NoticeLot, theirs: Shares): Paire[] {
  const wrong = pairsOf(bareme, theirs).filter(({ ici, la }) => !ici || !la || unequal(ici.share ?? 0, la.share));
  // A notice may give the sub-criteria in the place of a criterion: the same part of the note is divided otherwise.
  const divided = wrong.every((p) => !p.ici || !p.la) && wrong.some((p) => p.ici);
  return divided && bareme.lines.length !== criteria.length && keepsPrice(wrong) ? [] : wrong;
}

const shownShares = (shares: Shares): string =>
  shares.map(({ criterion: { name, kind }, share }) => `${name ?? kind} : ${share} %`).join(', ');

const isWhole = ({ full, lines }: Bareme): boolean =>
  full && lines.length >= 2 && lines.every((l) => l.share !== undefined);

/** Where the criteria of a piece are not those of the notice, grid by grid. Empty where either does not give all weights. */
export function ecartsDeCriteres(piece: Piece, lots: readonly NoticeLot[]): readonly Ecart[] {
  const dits = lots.flatMap((lot) => {
    const shares = sharesOf(lot);
    return shares ? [{ lot: lot.number, value: { lot, shares }, shown: shownShares(shares), at: lot.at }] : [];
  });
  type Lot = (typeof dits)[number];
  const read = (p: Piece) => {
    const all = criteresMatter.read(p).filter(({ value }) => isWhole(value));
    return all.flatMap((said) => {
      // A grid of several lots stands there once.
      const own = all.filter((s) => s.value === said.value);
      if (own[0] !== said) return [];
      const paires = new Map(dits.map(({ value: { lot, shares } }) => [lot, differences(said.value, lot, shares)]));
      const agrees = ({ value: { lot } }: Lot) => paires.get(lot)?.length === 0;
      return [{ said, at: said.at, lots: own.flatMap((s) => s.key ?? []), paires, agrees }];
    });
  };
  return ecartsDe(piece, { kinds: ['rc'], read, entrePieces: true }, dits).flatMap((ecart): Ecart[] => {
    const { ici, dits: wrong, seul } = ecart;
    const first = wrong[0]?.value.lot;
    // Where the notice gives the criteria of some lots alone, those of the others may be the ones meant.
    if (!first || (ici.lots.length === 0 && dits.length < lots.length)) return [];
    const paires = ici.paires.get(first) ?? [];
    return [{ said: ici.said, lots: wrong.map((d) => d.value.lot), paires, alike: seul !== undefined }];
  });
}

/** True where the price weighs the same on both sides: the rest is but divided otherwise. */
const keepsPrice = (wrong: readonly Paire[]): boolean => !wrong.some(({ ici }) => ici && isPrice(ici.critere));
