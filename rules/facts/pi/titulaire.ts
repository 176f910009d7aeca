import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { AT_HIS_WILL } from './matieres-lues.ts';
import { GENERIC, worksIn } from './parties-objets.ts';

const CONDITIONED = fr`redevances?|(?:accord|autorisation) (?:[a-z]+ )?(?:écrite?|préalable|expr[eè]s(?:se)?)|mentionne(?:nt|ra)? (?:[a-z' ]+ )?financement|publication (?:[a-z]+ ){0,4}(?:mention|mentionne)|sous réserve`;
const FREELY = fr`libres?|librement|sans (?:[a-z']+ )?(?:conditions?|accord|autorisation|contrepartie|redevance|limites?|réserve)|comme (?:bon|il|elle|ils)|à (?:sa|leur) guise|à (?:son|leur) gré|peu(?:t|vent)|pourr(?:a|ont)|souhait[a-z]*|rien (?:ne |n')(?:s'|y |l'|les? )?(?:empêche|interdi[a-z]+|oppose|fait obstacle|défend)|laiss[a-z]+ (?:[a-z']+ ){1,4}(?:publier|vendre|commercialiser|exploiter|diffuser|réutiliser|revendre|disposer)|à (?:son|leur|votre) (?:seul|propre|unique) (?:profit|compte|bénéfice)|pour (?:son|leur|votre) (?:propre )?compte|sans (?:[a-z']+ )?(?:formalités?|préavis|demander|avertir|rendre compte|rien (?:verser|devoir|demander))|qui (?:bon )?(?:lui|leur|vous) (?:plaît|semble|convient)|n'a (?:pas|ni|rien) à (?:être )?(?:averti|prévenu|informé|consulté|autoriser|demander|verser)[a-z]*|ni (?:accord|permission|autorisation)`;

const PUBLISHING = fr`publi[a-z]+|diffus[a-z]+|communi[a-z]+|divulgu[a-z]+|présent(?:e|ent|er|era)|articles?|thèses?`;

const SELLING = fr`vent(?:e|es)|(?:re)?vend[a-z]*|commercialis[a-z]+|valoris[a-z]+|exploit[a-z]+|lou(?:e|er|ent)|sous-licenc[a-z]+`;
const USES = [PUBLISHING, SELLING];
/** « ses publications mentionnent le financement »: of whatever is published. */
const ANY_PAPER = fr`publications?|documents?|supports?`;
/** « La vente d'un outil dérivé suppose un accord », beside « il publie les rapports comme il l'entend »: of another use, or of other works. */
function isOnElse(condition: Sentence, free: Sentence): boolean {
  const uses = USES.filter((use) => condition.has(use));
  if (uses.length > 0 && USES.some((use) => free.has(use)) && !uses.some((use) => free.has(use))) return true;
  const [works, own] = [condition, free].map((s) => (s.has(GENERIC) || s.has(ANY_PAPER) ? [] : worksIn(s))) as [
    string[],
    string[],
  ];
  return works.length > 0 && own.length > 0 && !works.some((w) => own.includes(w));
}

/** Whether a condition is one for what the contractor may do; one for selling is none for publishing. */
function binds(condition: Sentence, free: Sentence): boolean {
  if (free.has(AT_HIS_WILL)) return !isOnElse(condition, free);
  return condition.passage === free.passage || !free.has(PUBLISHING) || condition.has(PUBLISHING);
}

/** True where its article puts a condition to what the contractor may do. */
export const isConditioned = (free: Sentence): boolean =>
  free.section.own.some((p) => p.sentences.some((s) => s !== free && s.has(CONDITIONED) && binds(s, free)));

/** « Il ne publie rien … sans l'accord », and what is of a market sounding or of personal data: nobody is left free there. */
const NOT_FREE = fr`(?:ne|n'en) (?:publi|diffus|divulgu|communiqu|exploit|commercialis|vend|revend|tir)[a-zé]* (?:rien|aucune?|pas|ni)|s'interdi[a-z]+|(?:n'est|ne sont|ne sera|ne seront) (?:pas|point|nullement) (?:ouvert|accordé|reconnu|laissé|permis|offert|donné)e?s? (?:à|au|aux)|sourçages?|responsable du traitement|sous-traitant ultérieur`;
export const isBound = (sentence: Sentence): boolean => sentence.has(NOT_FREE);

/** True when a sentence leaves the contractor free. */
export const leavesFree = (sentence: Sentence): boolean => sentence.has(FREELY);
