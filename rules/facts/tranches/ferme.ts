import type { Draft, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { isOfPastContract, lotAt } from '../commun/index.ts';

const FERME =
  /\btranches? (?:[a-z0-9°]+ ?[:(-]? ?)?\(?fermes?\b|\b(?:partie|part|phase|mission|prestations?) fermes?\b|(?<![a-z0-9])tf(?: ?\d)?(?![a-z0-9])/;
const AT_ONCE =
  "(?:d'emblee|d'office|des (?:la |l'|le )(?:signature|notification|attribution|origine|depart)|a (?:la |l')(?:signature|notification|attribution)|immediatement)";
const OWED = '(?:certaine?s?|acquise?s?|assuree?s?|due?s?|garantie?s?|engagee?s?|commandee?s?|confiee?s?)';
/** « Une partie acquise dès la signature », « la première est commandée d'emblée »: firm in other words. */
const OWED_AT_ONCE = fr`(?<!aucune )(?:partie|part|phase|mission|prestations?|volet|étape|saison|année|travaux|tranche|première) (?:[a-z']+ ){0,4}?${OWED} (?:[a-z']+ ){0,3}?${AT_ONCE}|(?<!aucune )(?:partie|part|phase|mission|tranche) (?:certaine|irrévocable|acquise)`;
const TRANCHES = fr`tranches?`;

const ALL_OF_THEM =
  fr`(?:toutes(?: (?:les )?(?:deux|trois|quatre|cinq))?|l'une et l'autre|l'une comme l'autre|l'une ainsi que l'autre|les unes comme les autres|chacune|sans exception)`
    .source;
/** « Les deux tranches, le quai et la cale, sont l'une et l'autre optionnelles », where nothing there is firm. */
const EACH_OPTIONAL = fr`(?:tranches|fractions|parts)[^.;:]{0,160}?(?:sont|seront|restent|demeurent|,) ${ALL_OF_THEM},? (?:(?:sont|seront|restent|demeurent|est) )?(?:optionnelles?|conditionnelles?)`;
/** « Toutes sont optionnelles », under a title on tranches or after a sentence on them. */
const THEY_ARE_OPTIONAL = new RegExp(
  `^[^a-z]*(?:(?:elles|celles-ci) (?:sont|seront|restent|demeurent) ${ALL_OF_THEM}|${ALL_OF_THEM},? (?:sont|seront|restent|demeurent|est)) (?:optionnelles?|conditionnelles?)(?![a-z])`,
);
const NONE_FIRM = fr`tranches? fermes? ?[:=] ?(?:néant|aucune|sans objet|non|0|zéro)|(?:0|zéro) tranche ferme|dépourvue? de tranche ferme|(?:rien|aucune prestation) n'est (?:commandée? |engagée? |prévue? )?(?:ferme|fermement|à titre ferme)|(?:toutes (?:les|ses|ces) |les )tranches (?:[a-z']+ ){0,4}(?:sont|seront) toutes (?:optionnelles|conditionnelles)|(?:toutes (?:les|ses|ces)|chacune des) tranches (?:[a-z']+ ){0,4}(?:sont|seront|est|sera) (?:optionnelles?|conditionnelles?)|(?:sans|aucune|pas de|ni) tranche ferme|aucune (?:tranche|partie|des tranches) n'est ferme`;
/** « Le marché a trois tranches. Aucune n'est due à la notification »: not one is owed. */
const NONE_OWED = fr`aucune (?:d'elles |d'entre elles |de ces tranches |des tranches |tranche )?(?:n'|ne )(?:[a-z]+ )?(?:est|sera) (?:[a-z]+ )?(?:ferme|${OWED})(?:,? (?:${AT_ONCE}|d'avance))?(?= ?[.:;,)]|$)`;
/** « Ni tranche ferme ni tranche optionnelle »: no tranche whatever. */
const NONE_AT_ALL = fr`(?:ni|sans|aucune|pas de) tranches? (?:optionnelle|conditionnelle)s?|ni (?:optionnelle|conditionnelle)s?`;
const OPTIONAL = fr`optionnelles?|conditionnelles?|affermies?`;

const saysNoneOwed = (s: Sentence): boolean => {
  const around = [s, s.previous, s.passage.lead].filter((x) => x !== undefined);
  return around.some((x) => x.has(TRANCHES)) && !around.some((x) => x.has(OPTIONAL));
};

/** They are the tranches, of which no place names a firm one. */
const areAllOptional = (draft: Draft, s: Sentence): boolean =>
  (s.previous ?? s.section.heading)?.has(TRANCHES) === true && draft.passagesWith(FERME).length === 0;

/** Where a draft says that none of its tranches is firm; undefined where it does not. */
export const noneFirmIn = (draft: Draft): Sentence | undefined =>
  draft.sentencesWith(NONE_FIRM).find((s) => !s.has(NONE_AT_ALL)) ??
  draft.sentencesWith(EACH_OPTIONAL).find(({ passage }) => !passage.has(fr`fermes?`)) ??
  draft.sentencesWith(THEY_ARE_OPTIONAL).find((s) => areAllOptional(draft, s)) ??
  draft.sentencesWith(NONE_OWED).find(saysNoneOwed);

/** The lots of the passages that name a firm tranche, or say that a part is owed at once; undefined: any. */
export const firmLotsIn = (draft: Draft, noneFirm: Sentence | undefined): (string | undefined)[] => {
  const owed = draft.passagesWith(TRANCHES).length > 0 ? draft.passagesWith(OWED_AT_ONCE) : [];
  return [...draft.passagesWith(FERME), ...owed]
    .filter((p) => p !== noneFirm?.passage && !p.sentences.every(isOfPastContract))
    .map((p) => lotAt(p));
};
