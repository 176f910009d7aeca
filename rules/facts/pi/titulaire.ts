import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

const CONDITIONED = fr`redevances?|(?:accord|autorisation) (?:[a-z]+ )?(?:écrite?|préalable|expr[eè]s(?:se)?)|mentionne(?:nt|ra)? (?:[a-z' ]+ )?financement|publication (?:[a-z]+ ){0,4}(?:mention|mentionne)|sous réserve`;
const FREELY = fr`libres?|librement|sans (?:[a-z']+ )?(?:conditions?|accord|autorisation|contrepartie|redevance|limites?|réserve)|comme (?:bon|il|elle|ils)|à (?:sa|leur) guise|à (?:son|leur) gré|peu(?:t|vent)|pourr(?:a|ont)|souhait[a-z]*|rien (?:ne |n')(?:s'|y |l'|les? )?(?:empêche|interdi[a-z]+|oppose|fait obstacle|défend)|laiss[a-z]+ (?:[a-z']+ ){1,4}(?:publier|vendre|commercialiser|exploiter|diffuser|réutiliser|revendre|disposer)|à (?:son|leur|votre) (?:seul|propre|unique) (?:profit|compte|bénéfice)|pour (?:son|leur|votre) (?:propre )?compte|sans (?:[a-z']+ )?(?:formalités?|préavis|demander|avertir|rendre compte|rien (?:verser|devoir|demander))|qui (?:bon )?(?:lui|leur|vous) (?:plaît|semble|convient)|n'a (?:pas|ni|rien) à (?:être )?(?:averti|prévenu|informé|consulté|autoriser|demander|verser)[a-z]*|ni (?:accord|permission|autorisation)`;

const PUBLISHING = fr`publi[a-z]+|diffus[a-z]+|communi[a-z]+|divulgu[a-z]+|présent(?:e|ent|er|era)|articles?|thèses?`;

/** True where its article puts a condition to what the contractor may do: one for selling is none for publishing. */
export const isConditioned = (free: Sentence): boolean =>
  free.section.own.some((p) =>
    p.sentences.some(
      (s) => s !== free && s.has(CONDITIONED) && (p === free.passage || !free.has(PUBLISHING) || s.has(PUBLISHING)),
    ),
  );

/** « Il ne publie rien … sans l'accord », and what is of a market sounding or of personal data: nobody is left free there. */
const NOT_FREE = fr`(?:ne|n'en) (?:publi|diffus|divulgu|communiqu|exploit|commercialis|vend|revend|tir)[a-zé]* (?:rien|aucune?|pas|ni)|s'interdi[a-z]+|sourçages?|responsable du traitement|sous-traitant ultérieur`;
export const isBound = (sentence: Sentence): boolean => sentence.has(NOT_FREE);

/** True when a sentence leaves the contractor free. */
export const leavesFree = (sentence: Sentence): boolean => sentence.has(FREELY);
