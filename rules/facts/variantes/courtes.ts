import { fr } from '../../kit/french/pattern.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { ASKED, BESIDE, CONDITION, OWN, REQUIRE } from './mots.ts';
import type { Position } from './predicat.ts';

export interface PositionRead {
  readonly position: Position;
  readonly match: Match;
}

/**
 * What stands above a sentence. `about`: it is about variants, so that the sentence need not name them; `asked`: about
 * those that the buyer asks for.
 */
export interface Context {
  readonly about?: boolean;
  readonly asked?: boolean;
}

const BARE_NO =
  /^[ .:-]*(?:non|sans(?: objet)?|neant|aucune?|refus|nul|pas de variantes?)(?=[ .,;:]*$| ?[,(]| -| pour)/;
const BARE_YES = /^[ .:-]*(?:oui|avec)(?=[ .,;:]*$| ?[,(;]| -| pour)/;
/** « Sans », « Néant », « Aucune variante », « Refus des variantes »: no verb. */
export const bareOf = (folded: string, context: Context): PositionRead | undefined =>
  shortAnswer(folded, context) ??
  answeredName(folded, context) ??
  counted(folded, context) ??
  takenUp(folded, context) ??
  leftOut(folded) ??
  withoutVariant(folded) ??
  verblessOf(folded, context);

/** « Non », « Oui »: the context names what it answers. */
function shortAnswer(folded: string, { about, asked }: Context): PositionRead | undefined {
  if (!about || has(folded, BESIDE)) return undefined;
  const no = find(folded, BARE_NO);
  if (no) return { position: asked ? 'non-exigees' : 'interdites', match: no };
  const yes = find(folded, BARE_YES);
  return yes && { position: asked ? 'exigees' : 'autorisees', match: yes };
}

/** What stands between a label and its answer: « : », or the dots of a form. */
const ANSWER_IS = ' ?(?:[:?-]|[._…·]{3,}|(?:[._·] ){3,}) ?';
const ADMITTED = '(?:autoris|admis|accept|permis|possible|recevable|libre)[a-z]*';
/** « Variantes : non », « Variantes admises : oui »: the word, and its answer. */
function answeredName(folded: string, { asked }: Context): PositionRead | undefined {
  const colon = find(
    folded,
    fr`variante(?:s|\(s\))?(?: ${OWN})?(?<asked> ${ASKED})?(?:(?: ${ADMITTED}| \(oui ?/ ?non\))?(?: ${OWN})?(?:${ANSWER_IS}| ?, ?)(?:non|sans(?: objet)?|neant|aucune|(?:ferme|clos|exclu|interdit|refuse)e?s?)| (?:sans objet|neant|non))(?=[ .,;]*$| ?[,(;]| -| pour)`,
  );
  if (colon) return { position: colon.groups.asked || asked ? 'non-exigees' : 'interdites', match: colon };
  const open = find(
    folded,
    fr`variante(?:s|\(s\))?(?: ${OWN})?(?: ${ADMITTED}| \(oui ?/ ?non\))?(?: ${OWN})?${ANSWER_IS}(?:oui|avec)(?=[ .,;]*$| ?[,(;]| -| pour)`,
  );
  return open && { position: asked ? 'exigees' : 'autorisees', match: open };
}

const NUMBER = '(?:une?|deux|trois|quatre|cinq|[1-9])';
const AT_MOST = `(?:au (?:plus|maximum)|maximum|seule|par (?:candidat|soumissionnaire|concurrent|entreprise|participant|groupement|offre|lot))`;
/** « Variante : une par candidat », « Nombre maximal de variantes : 2 »: how many is that they are open. */
const COUNTED = new RegExp(
  `variantes?(?: ${OWN})? ?[:-] ?(?:(?:limitees? a|jusqu'a|maximum) )?${NUMBER} ${AT_MOST}|nombre (?:maxim(?:al|um) )?de variantes?(?: ${OWN})?(?: [a-z]+)? ?[:-] ?${NUMBER}(?![a-z0-9])`,
);
/** « 2 au maximum », where the label names them. */
const COUNT_ALONE = new RegExp(`^[ .:-]*(?:oui,? )?(?:jusqu'a )?${NUMBER}(?: variantes?)? ${AT_MOST}`);
const ZERO = /nombre (?:maxim(?:al|um) )?de variantes?(?: [a-z]+){0,2} ?[:-] ?(?:0|zero|aucune)(?![a-z0-9])/;

function counted(folded: string, { about, asked }: Context): PositionRead | undefined {
  const none = find(folded, ZERO);
  if (none) return { position: 'interdites', match: none };
  const match = find(folded, COUNTED) ?? (about ? find(folded, COUNT_ALONE) : undefined);
  return match && { position: asked ? 'exigees' : 'autorisees', match };
}

const HAND_IN = '(?![a-z]*ant )(?:presente|remet|depose|propose|soumet|chiffre|joi|formule|produi)';
/** « Chacun en remet une au plus »: the pronoun stands for what the context names. */
const HANDS_ONE = new RegExp(
  `(?<![a-z'])en (?:${HAND_IN}[a-z]*|(?:est|sera|seront|sont) (?:admis|accepte|autorise|recu|examine)[a-z]*) (?:(?:au (?:plus|maximum)|seulement|librement|jusqu'a) )?${NUMBER}(?![a-z]| fois)`,
);
const HANDS_NONE = new RegExp(
  `n'en (?:${HAND_IN}|comport|prevoi|est |sera |sont |seront )[a-z]* (?:pas|point|aucune?)(?![a-z])`,
);
const LEFT_FREE = fr`(?:elles|celles-ci) (?:sont|demeurent|restent) libres(?! d)|l'initiative en (?:est|sera) laissée`;

function takenUp(folded: string, { about, asked }: Context): PositionRead | undefined {
  if (!about || has(folded, BESIDE)) return undefined;
  const none = find(folded, HANDS_NONE);
  if (none) return isOfSome(folded, none) ? undefined : { position: asked ? 'non-exigees' : 'interdites', match: none };
  const one = find(folded, HANDS_ONE) ?? find(folded, LEFT_FREE);
  // « Chaque équipe choisit sa solution et en propose une »: what stands before it is meant.
  if (
    one &&
    /(?<![a-z])(?:solution|offre|proposition|reponse|projet|maquette)s? [^.;]*$/.test(folded.slice(0, one.from))
  )
    return undefined;
  if (!one || isOfSome(folded, one) || DENIAL.test(folded.slice(0, one.from))) return undefined;
  return { position: asked || OBLIGED.test(folded) ? 'exigees' : 'autorisees', match: one };
}
const DENIAL = /(?<![a-z])n(?:e |')[^,;:]*$/;
const OBLIGED = /(?<![a-z])(?:obligatoire|doi(?:t|vent)|devr(?:a|ont)|tenue?s? d)/;
/** « Le candidat qui n'en présente pas le précise »: of one of them, and no rule. */
const isOfSome = (folded: string, { from }: Match): boolean =>
  has(
    folded.slice(0, from),
    fr`(?:candidats?|entreprises?|soumissionnaires?|celui|ceux|celles?|concurrents?) qui|${CONDITION}`,
  );

/** « Ni variantes ni options », « à l'exclusion des variantes »: beside what is asked. */
function leftOut(folded: string): PositionRead | undefined {
  const neither = find(
    folded,
    fr`ni variantes?(?: ni| ou|,)|sans variantes? (?:possible|autorisee|admise)s?|(?<=, )sans variantes?(?=[ .;]*$)`,
  );
  if (neither && !has(folded, fr`${REQUIRE}|${CONDITION}`)) return { position: 'interdites', match: neither };
  const shut = find(
    folded,
    fr`a l'exclusion de (?:toutes? |la |leurs? )?(?:propositions? de )?variantes?|a l'exclusion des variantes`,
  );
  return shut && { position: 'interdites', match: shut };
}

/** « Procédure ouverte, sans variante »: of the consultation, or alone. */
function withoutVariant(folded: string): PositionRead | undefined {
  const without = find(folded, fr`sans variantes?(?! ${ASKED})`);
  if (
    without &&
    (folded.length <= 40 ||
      has(folded, fr`consultation|marche|procedure|lancee?|passee?|appel d'offres|mise en concurrence`))
  )
    if (!has(folded, CONDITION)) return { position: 'interdites', match: without };
  return undefined;
}

/** « Pas de variante pour le lot 2 »: a denial that is a sentence, or its end. */
function verblessOf(folded: string, { asked }: Context): PositionRead | undefined {
  const verbless = find(
    folded,
    new RegExp(
      `(?:^|[.;:,(-] ?)(?:pas de|aucune|nulle|point de|sans)(?: [a-z]+)? variantes?(?: ${OWN})?(?<asked> ${ASKED})?(?: (?:pour|sur|dans) [a-z0-9 ']*)?(?=(?:,? donc)?[ .;,)]*$)`,
      'g',
    ),
  );
  return verbless && { position: verbless.groups.asked || asked ? 'non-exigees' : 'interdites', match: verbless };
}
