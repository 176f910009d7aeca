import type { Reader } from '../../kit/draft.ts';
import { type CountItem, counts } from '../../kit/french/counts.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { before } from '../../kit/french/scan.ts';
import type { Match } from '../../kit/text.ts';
import { trancheNames } from '../commun/index.ts';

const CONTRACT =
  "(?:compren|comport|decompos|divis|fractionn|scind|repart|partag|constitu|compos|decoup|prevoi|structur|articul|sequenc|phas|conclu|pass|organis|inclu|couvr|compt)[a-z]*|(?:marches?|accords?-cadres?|contrat|consultation|prestations?|lot [0-9a-z]+) (?:a|avec|en)|est un marche|(?:s'(?:ajout|adjoin|y ajout)|adjoin|ajout|complet|assorti|accompagn|distingu|suivi)[a-z]*|(?:est|sont) formee?s?|il y a|fait l'objet|donne lieu";
const DECLARES = new RegExp(`\\b(?:${CONTRACT})\\b`);
const DEFINITE = /\b(?:les|ces|des|aux|ses|leurs|chacune des|l'une des|par|pour|sur|de la|toutes les|d') ?$/;
/** « se compose d'une tranche ferme et d'une tranche optionnelle ». */
const PARTS = /\b(?:compos|constitu|form)[a-z]* (?:d'|de )$|\b(?:tranches? )?fermes?(?: \([^)]*\))?,? et (?:d'|de )$/;

interface TranchesRead {
  readonly ferme: CountItem | undefined;
  readonly optionnelle: CountItem | undefined;
  readonly total: CountItem | undefined;
  /** « scindé en deux »: of tranches where the text around it speaks of these. */
  readonly bare?: true;
}

const TRANCHE = /tranche/;
/** « L'achat est scindé en trois : … », « fractionné en deux parts ». */
const DIVIDED =
  /\b(?:scind|fractionn|divis|decoup|decompos|partag)[a-z]* en (?=(?:deux|trois|quatre|cinq|six|\d)(?: (?:parts|parties|fractions|temps))?(?: ?[.:,;(]|$))/;

function divided(folded: string): TranchesRead | undefined {
  const { index, 0: text } = DIVIDED.exec(folded) ?? {};
  if (index === undefined || !text) return undefined;
  const [count] = numbers(folded.slice(index + text.length));
  if (!count || count.from > 0) return undefined;
  const from = index + text.length;
  return {
    ferme: undefined,
    optionnelle: undefined,
    total: { from, to: from + count.to, value: count.value },
    bare: true,
  };
}
/** « Deux : une ferme, une optionnelle »: both natures counted stand for the noun. */
const COUPLE =
  /\b(?:1|une) ferme(?: ?\([^)]*\))?,? (?:(?:et|puis|plus|\+) )?(?:de |d')?(?:\d{1,2}|une|deux|trois|quatre|cinq|six) (?:optionnelle|conditionnelle)s?\b/;
/** « 1 TF + 2 TO » */
const ABBREVIATED = /(?<![a-z0-9])t[fo](?![a-z0-9])/;
/** « Nombre de tranches : 3 » */
const LABELLED = /\bnombre (?:total )?de tranches(?: du marche)? ?: ?(?<count>\d{1,2})(?![\d.,]*\d)/;

/** Both natures counted by their initials; undefined where these only stand beside the words. */
function abbreviated(folded: string): TranchesRead | undefined {
  const [ferme] = counts(folded, 'tf(?![a-z0-9])');
  const [optionnelle] = counts(folded, 'to(?![a-z0-9])');
  return ferme && optionnelle && !optionnelle.article ? { ferme, optionnelle, total: undefined } : undefined;
}

const NUMBERED = /^ ?(?:n ?° ?|no ?|numero )?\d{1,2}(?![\d.,]*\d)/;

/** « Deux tranches optionnelles : la première …, la seconde … »: all that there are. */
const EACH_TOLD =
  /^ ?(?:\([^)]*\) ?)?: (?:[^()]{3,60} \([^()]*\d ?(?:€|euros?|eur|k€)[^()]*\)[,;]|(?:l'|la |-|•)? ?(?:une?|premiere|1(?:re|ere))\b|(?:la |- )?(?:t[of] ?1|tranche))/;

/** A number of tranches, beside its label. */
const labelled = ({ from, to, groups }: Match): TranchesRead => ({
  ferme: undefined,
  optionnelle: undefined,
  total: { from, to, value: Number(groups.count) },
});

/** The tranches that a sentence counts, whatever it says of them. */
function counted(folded: string): TranchesRead {
  // « une tranche optionnelle 1 (bureaux) » names one of them, and does not count them.
  const numbered = trancheNames(folded).filter((n) => n.number !== undefined);
  const usable = (c: CountItem | undefined) =>
    c &&
    c.value > 0 &&
    !c.bound &&
    !(c.article && numbered.some((n) => n.from < c.to && c.from < n.to)) &&
    (!DEFINITE.test(before(folded, c.from, 14)) || PARTS.test(before(folded, c.from, 40)))
      ? c
      : undefined;
  const ferme = usable(counts(folded, '(?:tranches? )?fermes?')[0]);
  const optional = counts(folded, '(?:tranches? )?(?:optionnelles?|conditionnelles?)');
  // « Une tranche optionnelle 1 (…) et une tranche optionnelle 2 (…) » names each and counts none.
  const areNamed = optional[0]?.article && (optional.length > 1 || NUMBERED.test(folded.slice(optional[0].to)));
  const optionnelle = areNamed ? undefined : usable(optional[0]);
  const total = counts(folded, "tranches?(?! (?:fermes?|optionnelles?|conditionnelles?|de \\d|d'age|horaires?))")
    .map(usable)
    .find((c) => c && !c.article);
  return { ferme, optionnelle, total };
}

/**
 * True where the counts, the first of which is given, announce the tranches of the contract: by what leads to them or by the list that they
 * open. « d'une tranche » alone, an article and no number, announces only beside the other nature or after a verb.
 */
function isAnnouncement(folded: string, first: CountItem, { ferme, optionnelle, total }: TranchesRead): boolean {
  const lead = folded.slice(0, Math.min(...[ferme, optionnelle, total].flatMap((c) => c?.from ?? [])));
  if (DECLARES.test(lead)) return true;
  const couple = ferme !== undefined && optionnelle !== undefined;
  if (couple && /(?:[:;,.–-]|\b(?:en|a|avec)) $/.test(lead)) return true;
  if ((couple || (optionnelle ?? total)?.value !== 1) && /^[^a-z]*(?:[a-z]+ ?[:-] ?)?$/.test(lead)) return true;
  return !first.article && first.value > 1 && EACH_TOLD.test(folded.slice(first.to));
}

export const announcing: Reader<TranchesRead> = (phrase) => {
  const { folded } = phrase;
  const short = phrase.has(ABBREVIATED) ? abbreviated(folded) : undefined;
  if (short) return short;
  if (!(phrase.has(TRANCHE) || phrase.has(COUPLE))) return phrase.has(DIVIDED) ? divided(folded) : undefined;
  const label = phrase.find(LABELLED);
  if (label) return labelled(label);
  const read = counted(folded);
  const first = read.ferme ?? read.optionnelle ?? read.total;
  if (!first) return divided(folded);
  return isAnnouncement(folded, first, read) ? read : undefined;
};

const NONE =
  /\b(?:ne|n') ?[^.;:]{0,60}\b(?:pas|aucune|aucun|ni)\b[^.;:]{0,60}\btranches?\b|\b(?:sans|aucune|pas de) (?:decomposition en )?tranches?\b|\btranches? ?(?:optionnelles? )?: (?:non|sans objet|neant|aucune|sans)\b|\bnon (?:decompose|fractionne|divise)e?s? en tranches\b/;
/** « Il n'est pas opéré de retenue supérieure à 5 % du montant de la tranche »: there is one. */
const OF_ITS_LIFE =
  /\b(?:afferm|indemnit|execut|confondues|priv)|\b(?:retenue|montant|avance|acompte|prix)s? (?:[a-z0-9 %]{0,40})?(?:de|pour) (?:la|cette|chaque) tranche\b/;
export const refusing: Reader<Match> = (phrase) =>
  phrase.has(TRANCHE) && !phrase.has(OF_ITS_LIFE) ? phrase.find(NONE) : undefined;
const NOTHING = /^(?:sans objet|neant|non|aucune?)\b ?\.?$/;
export const nothing: Reader<Match> = (phrase) => phrase.find(NOTHING);
