import type { Draft, Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Match } from '../../kit/text.ts';
import { lotNames } from '../commun/index.ts';

/** Where words that leave a bound out stand for it: in its column, in its row, or after the name of a lot. */
export interface Unbounded {
  readonly sentence: Sentence;
  readonly at: Match;
}

/** What says that there is no bound. */
export const NONE = fr`(?:non|pas) (?:plafonnée?s?|limitée?s?|bornée?s?)|illimitée?s?|(?:sans|pas de|aucune?) (?:plafond|plafonnement|limite|limitation|maximum|montant maximum|borne)(?! (?:de |d'|des |du )(?:candidats?|lots?|pages?|offres?))`;
/** « Aucun », « néant, les besoins étant variables », « selon les besoins des services »: an answer to the head of the column. */
const NONE_ALONE =
  /^[^a-z0-9]*(?:aucune?|neant|sans|non (?:fixe|determine|defini)e?|pas (?:fixe|determine|defini)e?|libre|(?:selon|suivant|en fonction des?|au gre des|au fil des) ?(?:les |la |l')?(?:demandes?|besoins?|commandes?)(?: (?:des? |du |de la |de l')[a-z'-]+)?)(?= ?(?:$|[,.;:(]))/;
const OF_CEILING = fr`maxim(?:um|a|al|ale)|max|plafond`;
/** Of orders, or of the contract that they are made under. */
const OF_ORDERS = fr`accords?-cadres?|bons? de commande|commandes?|montants?|minim(?:um|a|al|ale)|maxim(?:um|a|al|ale)`;
const OF_OTHERS = fr`pénalités?|avances?|acomptes?|retenues?|garanties?|délais?|pages?|responsabilité|assurances?|remises?|indemnités?|révision|notes?|points?|candidats?|lots? attribu[a-z]*|visites?|effectifs?`;

/** « Maximum », « Montant max. HT », « Plafond des commandes »: no number of users, of variants. */
const isOfMost = (label: Passage | undefined): boolean =>
  label?.has(OF_CEILING) === true && !label.has(OF_OTHERS) && (label.has(OF_SUMS) || ALONE.test(label.folded));
const OF_SUMS = fr`€|euros?|h\.?t|montants?|valeurs?|commandes?|achats?|dépenses?|accords?-cadres?|engagements?`;
const ALONE =
  /^[^a-z]*(?:maximum|maxi|max|plafond)(?: (?:annuel|total|global|ht|par (?:an|lot|periode)|sur (?:\d+ ans|la duree(?: totale)?(?: (?:du|de l'|de la) ?[a-z-]+)?)))*[^a-z]*$/;

/** « Non plafonné » under « Maximum », or beside it. */
const inTables = ({ tables }: Draft): Unbounded[] =>
  tables.flatMap((table) =>
    table.rows.flatMap(({ cells }) =>
      cells.flatMap((cell): Unbounded[] => {
        const [sentence] = cell.sentences;
        const at = sentence?.find(NONE) ?? sentence?.find(NONE_ALONE);
        const label = cells[0] === cell ? undefined : cells[0];
        return at && sentence && (isOfMost(table.headerOf(cell)) || isOfMost(label)) ? [{ sentence, at }] : [];
      }),
    ),
  );

const LEAD = /^[^a-z0-9]*(?:pour )?(?:le |les )?$/;
const AFTER = /^(?: ?\([^()]{0,60}\))?(?: ?[:,–-]| n'a| n'ont| est| sont)/;

const above = ({ passage, previous, section }: Sentence) =>
  [passage.lead ?? previous, section.heading].filter((x) => x !== undefined);
/** True when what stands above is of other ceilings: penalties, advances. */
export const isUnderOthers = (sentence: Sentence): boolean => above(sentence).some((x) => x.has(OF_OTHERS));
/** True when what stands above speaks of the sum of orders. */
export const isUnderOrders = (sentence: Sentence): boolean =>
  !isUnderOthers(sentence) && above(sentence).some((x) => x.has(OF_ORDERS));

/** « Lot 3 : pas de plafond », where what stands above speaks of sums or orders. */
const ofLots = (draft: Draft): Unbounded[] =>
  draft.sentencesWith(NONE).flatMap((sentence): Unbounded[] => {
    const { passage, folded } = sentence;
    const [name] = lotNames(folded);
    const at = sentence.find(NONE);
    if (!name || !at || at.from < name.to || passage.cell || sentence.has(OF_OTHERS)) return [];
    if (!LEAD.test(folded.slice(0, name.from)) || !AFTER.test(folded.slice(name.to))) return [];
    return isUnderOrders(sentence) || (sentence.has(OF_ORDERS) && !isUnderOthers(sentence)) ? [{ sentence, at }] : [];
  });

/** The lots, or the contract, that are said in a word to have no bound. */
export const unbounded = (draft: Draft): readonly Unbounded[] => [...inTables(draft), ...ofLots(draft)];
