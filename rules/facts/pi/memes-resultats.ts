import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { findAll, has } from '../../kit/text.ts';
import { ofOtherLots } from '../commun/index.ts';
import parties from '../words/pi-parties.json' with { type: 'json' };
import type { RightsClause } from './droits.ts';

const SPLIT = fr`autres résultats|à défaut|pour le surplus|non cédée?s?|à l'exception|selon (?:le|les) résultats?|respectivement|autres que`;
const LICENCE = fr`licences?|concé?d[a-z]+|concessions?|droits? d'(?:usage|utilisation)|cessions?|cède(?:nt)?|transferts?`;

/** « Volet 1 », « phase B »: a part of the contract, with results of its own. */
const PART =
  /(?<![a-z])(volet|phase|tranche|axe|module|composante|etape|mission)s? (?:(?:ferme|optionnelle|conditionnelle) ?)?(?:n ?° ?)?(\d{1,2}|[a-h])(?![a-z\d'])/g;
const partsOf = ({ folded, section }: Sentence): readonly string[] => {
  const own = findAll(folded, PART);
  const said = own.length > 0 ? own : findAll(section.heading?.folded ?? '', PART);
  return said.map(({ text }) => text.replace(/s? (?:n ?° ?)?(?=\S+$)/, ' '));
};
/** « les maquettes provisoires », « pendant l'étude »: what is not yet what is delivered in the end. */
const NOT_YET = fr`provisoires?|intermédiaires?|préparatoires?|d'étape|de travail|versions? d'essai|ébauches?|esquisses?|brouillons?|non (?:retenue?s?|définiti(?:f|ve)s?)|(?:jusqu'à|avant|en attendant) (?:l'|la |leur |son )?(?:admission|réception|livraison|remise)|(?:pendant|durant) (?:l'étude|les études|la phase|la mission|les travaux)`;
/** What the labels of two rows of a table name; undefined where the sentences are not in two rows of one. */
function labelsOf({ passage: a }: Sentence, { passage: b }: Sentence): readonly [string, string] | undefined {
  if (!a.table || a.table !== b.table || a.cell?.row === b.cell?.row || !a.rowLabel || !b.rowLabel) return undefined;
  return [a.rowLabel.folded.trim(), b.rowLabel.folded.trim()];
}
/** « Carte des sols | concession », « Carte des crues | cession exclusive »: rows on two things. */
const areOtherRows = (a: Sentence, b: Sentence): boolean => {
  const rows = labelsOf(a, b);
  return rows !== undefined && rows[0] !== rows[1];
};
/** Each names parts of the contract, lots or states of the work, and not the same. */
const areApart = (a: Sentence, b: Sentence): boolean => {
  if (ofOtherLots(a, b) || areOtherRows(a, b) || a.has(NOT_YET) !== b.has(NOT_YET)) return true;
  const [one, other] = [partsOf(a), partsOf(b)];
  return one.length > 0 && other.length > 0 && !one.some((part) => other.includes(part));
};

/** True when two clauses deal with the same results: those of two parts of the contract are not. */
export const sameObject = (a: RightsClause, b: RightsClause): boolean =>
  !areApart(a.sentence, b.sentence) && areSame(a, b);

const areSame = (a: RightsClause, b: RightsClause): boolean =>
  a.works.size === 0 && b.works.size === 0
    ? (a.generic && b.generic) || (!a.generic && !b.generic && shareObject(a.sentence, b.sentence))
    : [...a.works].some((w) => b.works.has(w));

/** « de l'extranet », « du même extranet »: an object that no list of works knows. */
const THING =
  /(?<![a-z])(?:du|de la|de l'|des|sur (?:la |le |l'|les )?|la |le |l'|les ) ?(?:meme |present )?([a-z-]{5,})/g;

const NO_THING = fr`${parties.acheteur.join('|')}|${parties.titulaire.join('|')}|assurances?|allocations|maladie|droits?|licences?|cessions?|besoins?|durée|protection|monde|france|territoire|marché|forfait|exclusi[a-z]+|reproduction|représentation|utilisation|modification|adaptation|exécution|usage`;

const thingsIn = ({ folded }: Sentence): ReadonlySet<string> =>
  new Set(
    findAll(folded, THING)
      .flatMap(({ text }) => /[a-z-]{5,}$/.exec(text)?.[0] ?? [])
      .filter((w) => !has(w, NO_THING)),
  );

const shareObject = (a: Sentence, b: Sentence): boolean => {
  if (labelsOf(a, b)) return true;
  const things = thingsIn(a);
  return [...thingsIn(b)].some((w) => things.has(w));
};

/** True when a sentence, or the one before it that « il » takes up, shares the results out between two regimes. */
export const isSharedOut = (sentence: Sentence): boolean =>
  sentence.has(SPLIT) || (TAKES_UP.test(sentence.folded) && sentence.previous?.has(SPLIT) === true);
const TAKES_UP = /^[^a-z]*(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette derniere)(?![a-z])/;

/** True when a sentence names a licence or an assignment. */
export const namesLicence = (sentence: Sentence): boolean => sentence.has(LICENCE);
