import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { RightsClause } from './droits.ts';

const EXPLAINED = fr`parce qu[a-z']*|donc|par (?:conséquent|suite)|pourquoi|raisons?(?! sociales?)|car|en raison|afin|dès lors|(?:au|du|le|ce|ces|les) motifs?(?! (?:graphique|décoratif|imprimé)s?)|motifs? :|justifi(?:e|ée?|és)|puisqu[a-z']*|compte tenu|s'expliqu(?:e|ent)|standards?|étant donné|du fait|suffi(?:t|sent|ra)|empêch[a-z]+|n'(?:a|ont|ayant) (?:pas (?:l'usage|besoin|l'utilité)|besoin que)|serv[a-z]+ (?:aussi |déjà |encore )?(?:à |chez |auprès )(?:d'|de )?(?:ses |leurs )?autres clients|sans (?:utilité|intérêt)`;

/** « cédé dans les mêmes conditions que les résultats », « une licence pour les usages de l'article 9.2 », « autant que l'exploitation des résultats le demande ». */
const AS_RESULTS = fr`mêmes? (?:droits|régime|conditions|usages|modes|étendue|fins|finalités|limites|territoires?|durée)|pour les (?:usages|droits|modes|exploitations|lieux|fins|finalités)[^.;:]{0,60} (?:de|à|par) l'article|(?:nécessaires?|nécessité|besoins?|indispensables?|permett[a-z]+|autant qu[e']|aussi longtemps qu[e']|dans la mesure)[^.;:]{0,40} (?:l'exploitation|l'utilisation|l'usage|exploiter|utiliser) (?:[a-z]+ ){0,2}(?:des |les |ces |de ces |ses )?(?:résultats|livrables)`;
/** True when what is said of prior knowledge tells why its regime is another, or that it goes as far as that of the results. */
export const isExplained = ({ passage, section }: Sentence): boolean =>
  passage.has(EXPLAINED) || section.own.some((x) => x.has(AS_RESULTS));

/** « une simple licence, limitée à la durée du marché », « ne consent qu'un droit d'usage »: less than what the CCAG gives, and told so. */
const NARROWED = fr`simples?|seule?s?|seulement|uniquement|exclusivement pour|limitée?s?|restreinte?s?|bornée?s?|réduite?s?|sans (?:faculté|droit|possibilité|pouvoir) de|(?:ne |n')[a-z]+(?: [a-z']+){0,6} qu(?:e |')(?:une?|le|la|à)`;
export const isNarrowed = ({ kind, acts }: RightsClause): boolean =>
  kind === 'concession' && acts.some(({ sentence }) => sentence.has(NARROWED));
