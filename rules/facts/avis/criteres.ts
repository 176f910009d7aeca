import { plain } from '../../kit/french/fold.ts';
import type { NoticeCriterion, NoticeLot } from '../../kit/notice.ts';
import type { Piece } from '../../kit/piece.ts';
import { type Critere, isNamedIn, keywords, subjectsOf } from '../criteres/index.ts';
import { type Bareme, criteresMatter, type Said } from '../dossier/index.ts';

/** A criterion of a piece and the one of the notice that is the same; one may be missing. */
export interface Paire {
  readonly ici: { readonly critere: Critere; readonly share: number | undefined } | undefined;
  readonly la: { readonly criterion: NoticeCriterion; readonly share: number } | undefined;
}

export interface Ecart {
  readonly said: Said<Bareme>;
  readonly lots: readonly NoticeLot[];
  readonly paires: readonly Paire[];
}

const isPrice = (c: Critere): boolean => c.subjects.includes('prix') || c.subjects.includes('cout-global');

/** The shares of the criteria of a lot, out of 100; undefined where one has no weight, or a rank. */
function sharesOf({ criteria }: NoticeLot): { criterion: NoticeCriterion; share: number }[] | undefined {
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

function pairsOf(bareme: Bareme, theirs: readonly { criterion: NoticeCriterion; share: number }[]): Paire[] {
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

/** Where the criteria of a piece are not those of the notice, grid by grid. Empty where either does not give all weights. */
export function ecartsDeCriteres(piece: Piece, lots: readonly NoticeLot[]): readonly Ecart[] {
  return criteresMatter.read(piece).flatMap((said): Ecart[] => {
    const own = said.key === undefined ? lots : lots.filter((l) => l.number === said.key);
    const { full, lines } = said.value;
    if (!full || lines.length < 2 || lines.some((l) => l.share === undefined)) return [];
    const compared = own.map((lot) => {
      const shares = sharesOf(lot);
      if (!shares) return undefined;
      const paires = pairsOf(said.value, shares);
      return { lot, paires: paires.filter(({ ici, la }) => !ici || !la || unequal(ici.share ?? 0, la.share)) };
    });
    // A lot that is not read, or that agrees, is the one meant.
    const wrong = compared.filter((c) => c !== undefined);
    if (wrong.length === 0 || wrong.length < own.length || wrong.some((c) => c.paires.length === 0)) return [];
    const [first] = wrong;
    if (!first) return [];
    // A notice may give the sub-criteria in the place of a criterion: the same part of the note is divided otherwise.
    const divided = first.paires.every((p) => !p.ici || !p.la) && first.paires.some((p) => p.ici);
    const split = divided && lines.length !== first.lot.criteria.length && keepsPrice(first.paires);
    return split ? [] : [{ said, lots: wrong.map((c) => c.lot), paires: first.paires }];
  });
}

/** True where the price weighs the same on both sides: the rest is but divided otherwise. */
const keepsPrice = (wrong: readonly Paire[]): boolean => !wrong.some(({ ici }) => ici && isPrice(ici.critere));
