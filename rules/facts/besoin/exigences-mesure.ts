import { durations } from '../../kit/french/durations.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr, oneOf } from '../../kit/french/pattern.ts';
import { before, type Stretch } from '../../kit/french/scan.ts';
import { has } from '../../kit/text.ts';
import words from '../words/mesures.json' with { type: 'json' };
import { standardNames } from './references-normes.ts';

const WORDS = fr`${oneOf(words.mots)}`;
const PERIOD = fr`${oneOf(words.periodes)}`;
const UNIT = new RegExp(`^ ?(?:${oneOf(words.unites)})(?![a-z0-9'])`);
const COMPARED =
  /(?:moins|plus|maximum|minimum|maximal|minimal|inferieure?s?|superieure?s?|egale?s?|jusqu'a|entre|environ|raison de|limite|[<>≤≥±=]) ?(?:ou egale?s? )?(?:a |au |de |d'|que )?$/;
/** « Résiste à 20 ouvertures »: how many times, or how many, a thing bears. */
const BEARS =
  /(?<![a-z])(?:resiste|supporte|tien|endure|encaisse|contien|accueille|loge|admet)(?:t|nt|nent|ra|ront|tent|dra|dront)? (?:a )?$/;
const COMPARES_AFTER =
  /^ ?(?:[a-z]+ ){0,3}(?:au (?:plus|moins|maximum|minimum)|maximum|minimum|ou (?:plus|moins)|par (?:an|mois|semaine|jour|heure|minute|agent|poste|personne|site|unite)|sur [a-z0-9]+|en une? seule? )/;
/** « en moins d'une minute »: the article counts before a unit of time. */
const ONE = /(?<![a-z])une? (?:seconde|minute|heure|demi|journee|jour|semaine|mois|an(?:nee)?)(?![a-z])/;
/** A number that names a place or a date and measures nothing. */
const NUMBERING =
  /(?:^|[^a-z])(?:articles?|art\.|lots?|annexes?|chapitres?|sections?|pages?|tranches?|phases?|paragraphes?|§|n ?°|fonctions?|exigences?|points?|ccag|alinea|version|niveau|depuis|annee|r\.|l\.|r|l|d|f|f[pcst]|fct|(?:ex|exi|exig|exg|ef|enf|req|rq|rf|rnf|bf|bnf)(?:[._-][a-z]{1,5})?)[ ._-]{0,2}$/;
/** The number of the article that begins a sentence, « 4.3 - Il est tenu… », and not « 12 kg ». */
const OWN_NUMBER = new RegExp(
  `^[ "*-]*(?:article |art\\. )?\\d{1,3}(?:[.-]\\d{1,3})*[ .):°-]+(?!(?:${oneOf(words.unites)})(?![a-z0-9']))(?=[a-z"])`,
);
const REFERENCE = fr`(?:portée?|inscrite?|consignée?|reprise?|arrêtée?)s? (?:au|aux|à l'|à la|dans (?:le|la|l')|sur (?:le|la)) ?(?:tableau|annexe|bordereau|article|chapitre|planning|calendrier|fiche)|(?:définie?s?|décrite?s?|précisée?s?|indiquée?s?|fixée?s?|prévue?s?|mentionnée?s?|détaillée?s?|figurant|présentée?s?|listée?s?) (?:[a-z]+ )?(?:à|au|aux|dans|en|ci|par|sur|ainsi)(?! (?:une |un |le |la )?(?:budget|version|phase|second|stade|avenir|terme))|(?:cf|voir)\.? |ci-(?:dessous|après|joint)|tableau (?!de bord|blanc|tenu|noir|électrique|existant|excel)[a-z]+|suivante?s? ?:|plans? (?:jointe?s?|annex[a-z]+|d'exécution)|24 ?h(?:eures)? ?(?:\/|sur) ?24|7 ?j ?(?:\/|sur) ?7`;

/** « Dans les limites de la directive 2014/30/UE »: what fixes the measure, by its number. */
const LAW_TEXT =
  /(?<![a-z])(?:(?:directive|reglement|decision)s? (?:(?:europeen(?:ne)?|\(?(?:ue|ce|cee)\)?) )?(?:n ?° ?)?\d{2,4}[/-]\d|arretes? (?:[a-z]+ )?du \d|decrets? n ?° ?\d)/;

/** « Ouvert à nos 140 référents »: how many there are of those that are there, and how much of nothing. */
const isHeadcount = (words: string, { from, to }: Stretch): boolean =>
  /(?<![a-z])(?:aux|nos|vos|leurs|ses|des|les) $/.test(before(words, from, 8)) && HEADS.test(words.slice(to));
const HEADS =
  /^ (?:agents|referents|utilisateurs|usagers|eleves|residents|patients|salaries|stagiaires|managers|habitants|sites|services|communes|ecoles|batiments|agences|antennes|directions|caisses|colleges|lycees|mairies|bureaux|postes de travail)(?![a-z])(?! (?:interroges|sondes|testes|reussi))/;

/** « Les deux (2) caméras »: how many of them there are, and « les deux jours » how long. */
const HOW_MANY = new RegExp(
  `^[^a-z0-9]*(?:(?:les|ces|nos|chacune? des|l'ensemble des) )(?:\\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze) (?:\\(\\d+\\) ?)?(?!(?:premi|derni)[a-z]+ |(?:${oneOf(words.unites)})(?![a-z0-9']))(?=[a-z]{3})`,
);

/** True when a number stands in the text that is not an article, a lot or a year. */
function counted(folded: string): boolean {
  const words = folded.replace(OWN_NUMBER, '').replace(HOW_MANY, '');
  return numbers(words).some(
    (n) =>
      !isHeadcount(words, n) &&
      !NUMBERING.test(before(words, n.from, 16)) &&
      !(n.value >= 1900 && n.value < 2100 && !n.words),
  );
}

/** Tasks that are among what is owed, duties in general, what no level covers: no check of it. */
const NO_CHECK =
  /(?<![a-z])(?:(?:au|le|du|leur|son|notre|votre) quotidien|d'une? (?:jour|journee|annee|semaine|fois|heure|seance|saison) (?:a|sur) l'autre|(?<=(?:eur|ant|ager|euse|iste)s? )d'un jour|(?:aucun|hors|en dehors) (?:de |d')(?:ces|l'un des) [a-z]+|(?:la|les|des|une|de) ?verifications? (?:de la|de l'|des|du)|(?:gestion|suivi|pilotage) (?:de la qualite|des? (?:niveaux? de service|indicateurs?|taux|tests?|essais?|recettes?))|(?:standards?|normes?|usages?|referentiels?) (?:d(?:u|es) (?:marches?|metier|secteur)|de (?:la profession|l'industrie|fait)|(?:actuel(?:le)?s|reconnu(?:e)?s|courant(?:e)?s|en vigueur|applicables))|conformes? (?:a|aux?) ?(?:l[ae]s? |l'|toute )?(?:reglementations?|legislation|lois?|regles?)(?: (?:[a-z]+ ){0,2}?(?:en vigueur|applicables?))?|(?:bandes?|sauts?|plages?|gammes?|changements?) (?:[a-z]+ )?d(?:e|es) frequences?|frequences? (?:radio|de (?:commande|transmission)|d'emission|utilis|propos|allou|attribu)[a-z]*|conformement (?:aux?|a la|a l') ?(?:[a-z]+ )?(?:obligations?|engagements?|regles? de l'art|besoins?|attentes?|reglementation|legislation)(?![a-z])[^.,;:()]{0,60})(?![a-z])/g;

/** True when the text holds a number, a standard, a period, a test or a reference to what fixes the measure. */
export function isMeasured(folded: string): boolean {
  const said = folded.replace(NO_CHECK, '');
  return (
    counted(said) ||
    ONE.test(said) ||
    has(said, WORDS) ||
    has(said, PERIOD) ||
    has(said, REFERENCE) ||
    standardNames(said).length > 0
  );
}

/** True when the text names a test, an indicator, a standard level: something to check by, without a number. */
export const namesCheck = (folded: string): boolean => has(folded.replace(NO_CHECK, ''), WORDS);

/** True when a number has a unit or a bound, or the text names a test, a criterion, a standard or a period: a level of performance. */
export const statesLevel = (folded: string): boolean =>
  has(folded, WORDS) ||
  has(folded, PERIOD) ||
  has(folded, REFERENCE) ||
  durations(folded).length > 0 ||
  ONE.test(folded) ||
  standardNames(folded).length > 0 ||
  LAW_TEXT.test(folded) ||
  numbers(folded).some((n) => {
    const after = folded.slice(n.to, n.to + 40);
    if (NUMBERING.test(before(folded, n.from, 16))) return false;
    const words = before(folded, n.from, 30);
    return UNIT.test(after) || COMPARED.test(words) || BEARS.test(words) || COMPARES_AFTER.test(after);
  });
