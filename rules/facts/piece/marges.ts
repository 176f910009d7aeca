import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';

/** What a margin may say that binds: by when offers come in, how long they stand or the contract lasts. */
const BINDS = fr`(?:(?:date|heure|jour)s?(?: et (?:date|heure))? limites?|remise des (?:plis|offres)|réception des (?:plis|offres)|dépôt des (?:plis|offres)|au plus tard)[^.;|]{0,60}[0-9]{1,2}(?:er)?[ /.-](?:[0-9]{1,2}|[a-z]{3,9})[ /.-][0-9]{4}|(?:durée|validité)[^.;|]{0,60}(?:mois|ans?|jours)`;

/** True where the words of a header or a footer bind, and do not just name the piece. */
export const binds = (words: string): boolean => has(plain(words), BINDS);
