import { fr } from '../../kit/french/pattern.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';

/** `interdites` and `autorisees` speak of variants of the candidate's own; the two others of those the buyer asks for. */
export type Position = 'autorisees' | 'interdites' | 'exigees' | 'non-exigees';

/** What one predicate of a sentence says. `from` and `to` are in the folded sentence. */
export interface Stated {
  readonly position: Position;
  readonly from: number;
  readonly to: number;
  /** Numbers of the lots it is for; undefined for all. */
  readonly lots: readonly string[] | undefined;
}

const OWN = `(?:libres?|techniques?|facultatives?|eventuelles?|proposees?|par les (?:candidats|soumissionnaires)|a l'initiative d(?:u|es|e chaque) (?:candidats?|soumissionnaires?|entreprises?))`;
const ASKED = `(?:exigees?|imposees?|obligatoires?|requises?|demandees?|prescrites?|a l'initiative d(?:e l'acheteur|u pouvoir adjudicateur|u maitre d'ouvrage))`;
export const VARIANTE = fr`variante(?:s|\(s\))?(?![a-z])(?! (?:de |des |du |d'un |d'une |d')?(?:affichages?|impressions?|ecrans?|interfaces?|themes?|menus?|rendus?|mises? en page|logos?|polices?|langues?|icones?|couleurs?|coloris|teintes?|tailles?|finitions?|gammes?|orthographiques?|regionales?|linguistiques?|dialectales?|genetiques?|graphiques?|graphies?|virus|genes?|formulaires?|logiciels?|souches?)(?![a-z]))`;
/** The thing without the word. */
export const ALTERNATIVE = fr`(?:solutions?|propositions?|offres?|materiaux|materiels?|procedes?|produits?|equipements?|methodes?|reponses?) (?:techniques? )?(?:alternati(?:f|ve|fs|ves)|paralleles?|differentes?|differents|de (?:substitution|remplacement|rechange)|autres? que)|alternatives? (?:techniques?|a la solution)|autres? solutions? (?:techniques? )?(?:que|dans)|(?:solutions?|propositions?|dispositions?) (?:[a-z]+ )?qui (?:s'ecartent|s'ecarte|derogent|deroge|s'eloignent|different) (?:[a-z]+ ){0,2}(?:specifications?|cctp|ccp|cahier|prescriptions?|exigences?|clauses?|solution de base|offre de base|besoin)`;
/** « Outre l'offre demandée, une seconde réponse »: the thing is known by what it stands beside. */
export const BESIDE_BASE = fr`(?:joindre|ajouter|adjoindre|assortir) (?:à )?(?:la |l'|son |sa |leur |votre )?(?:offres?|réponses?|solutions?|propositions?)|(?:outre|en plus|en complément|en sus|à côté|au-delà|parallèlement|en marge)(?: de| d'| à)? ?(?:la |l'|une? |son |sa |leur |votre |cette )?(?:offres?|réponses?|solutions?|propositions?)|(?:à côté|en plus|en complément|en sus) de (?:la première|celle-ci|celle-là)`;
const SECOND = fr`une (?:autre|seconde|deuxième)(?=,| qui| dont| à côté| différente)|(?:autres?|seconde?s?|deuxièmes?) (?:offres?|réponses?|solutions?|propositions?|techniques?|plans?|procédés?|méthodes?|versions?|modes?|systèmes?|matériaux|conceptions?|organisations?)`;
export const BASE_ONLY = fr`seules? (?:les |l'|la )?(?:offres?|solutions?|réponses?|propositions?) (?:de base|conformes? (?:au cahier|au cctp|à la solution de base)) (?:est|sont|sera|seront) (?:[a-z]+ ){0,2}?(?:acceptée?s?|admises?|recevables?|examinée?s?|autorisée?s?|retenue?s?)`;
/** « Aucune autre solution n'est examinée », « toute contre-proposition est rejetée » */
export const NO_OTHER = fr`(?:aucune|nulle) autre (?:solution|proposition|réponse)(?: [a-z]+){0,3} (?:n'est|ne sera|n'y est|n'y sera) (?:[a-z]+ ){0,2}(?:examinée|admise|acceptée|recevable|retenue|autorisée|étudiée|analysée|lue|prise en compte)|(?:toute|les) contre-propositions? (?:(?:est|sont|étant|sera|seront) )?(?:rejetée|écartée|exclue|interdite|refusée|éliminée|irrecevable)s?|(?:aucune|sans|ni) contre-proposition`;
/** « Le logo admet trois variantes »: of a thing that is drawn, and nobody offers it. */
export const OF_DESIGN = fr`(?:logos?|logotypes?|emblèmes?|blasons?|pictogrammes?|icônes?|motifs?|maquettes?|gabarits?|visuels?|affiches?|chartes?|mascottes?|personnages?|signatures?|uniformes?|tenues?|boutons?|symboles?|signalétique|identité visuelle|polices?|modèles?)(?: [a-z'-]+){0,4} (?:admet|admettent|accepte|comporte|comprend|présente|connaît|possède|prévoit|existe|permet|se décline)(?:nt|ra|ront)? (?:[a-z'-]+ ){0,3}variantes?`;
/** « Solution alternative », « seconde réponse », « contre-proposition »: a name that variants go by where they are open. */
export const OTHER_NAME = fr`(?:solutions?|propositions?|offres?|réponses?) (?:techniques? )?(?:alternatives?|de substitution|de rechange|de remplacement|parallèles?)|(?:secondes?|deuxièmes?|autres?) (?:offres?|propositions?|réponses?|solutions?)|contre-propositions?`;
const BIDDER = fr`candidats?|soumissionnaires?|concurrents?|participants?|entreprises?|entrepreneurs?|operateurs? economiques?|ces derniers|fournisseurs?|dans (?:son|leur|l')? ?offre|vous`;

const e = '(?:e|s|es)?';
const ALLOW = `(?:autorise${e}|autorise(?:nt|ra|ront)|admis(?:e|es)?|admet(?:tent|tra)?|accepte${e}|accepte(?:nt|ra)|permis(?:e|es)?|permet(?:tent|tra)?|recevables?|possibles?|envisageables?|acceptables?|admissibles?|tolere${e}|ouvert${e}|prevu${e}|souhaite${e}|encourage${e}|bienvenues?|facultati(?:f|ve|fs|ves)|libres?(?= de)|limitee?s? a (?:une|deux|trois|\\d)|offerte?|laissee?|donnee?|accordee?|reconnue?|autoriser|admettre|accepter|permettre)`;
const PUT =
  '(?:propos|present|soumett|soumis|remett|remis|depos|formul|sugger|offr|recevoir|repond[a-z]* (?:par|avec|en)|joindre|ajouter|assortir|transmett|introdui|envisag|accompagn|complet|defend|imagin)[a-z]*';
/** « laisse aux candidats la possibilité de »: said by the buyer or the rules, for the candidate. */
const GIVE = '(?:laisse|offre|donne|accorde|reconnait|ouvre)(?:nt|ra)?';
const CAN = `(?:peu(?:t|vent)|pouvez|pourr(?:a|ont|aient|ait|ez)|(?:a|ont|avez|aura|auront|aurez|dispose(?:nt|z)? de|conserve(?:nt)?) (?:(?:pas|egalement|toutefois|aussi) )?(?:de )?(?:la |le |toute )?(?:possibilite|faculte|droit|loisir|liberte|latitude) (?:de |d'|pour )|(?:possibilite|faculte) (?:est )?(?:offerte|donnee|laissee|ouverte) (?:aux? [a-z]+ )?(?:de |d')|${GIVE} (?:(?:pas|egalement|aussi) )?(?:aux? [a-z]+ )?(?:la |le |toute )?(?:possibilite|faculte|droit|loisir|liberte|latitude) (?:aux? [a-z]+ )?(?:de |d'|pour )|(?:est|sont|sera|seront|etes|serez) (?:(?:pas|plus|vivement|egalement|aussi|toutefois|donc) )?(?:(?:invit|admis|autoris|habilit)e?e?s? a|libres? de|libres? d')|(?:qui|s'ils?|si elles?|si vous) le (?:souhaite|desire|juge|veu)(?:nt|z|t|lent)?(?: (?:utile|bon|opportun))?)`;
const DUTY = `(?:doi(?:t|vent)|devr(?:a|ont)|(?:est|sont|sera|seront) tenue?s? (?:de |d'))`;
const REQUIRE = `(?:exige${e}|exige(?:nt|ra)|impose${e}|impose(?:nt|ra)|obligatoires?|requis(?:e|es)?|demande${e}|demande(?:nt)?)`;
const BAN = `(?:interdit${e}|interdi(?:sent|ra)|exclu${e}|exclut|excluent|proscrit${e}|prohibe${e}|refuse${e}|refusent|irrecevables?|inacceptables?|impossibles?|(?:declare|considere|repute|juge)${e} (?:irreguliere?s?|irrecevables?)|s'abst(?:enir|iendra|iendront|iennent|ient)(?= d)|ecartees?|rejetees?|eliminees?|laissee?s? (?:sans examen|sans suite|de cote)|refus(?= d)|interdiction(?= d))`;
/** Verbs that say something only when denied: « aucune variante ne sera examinée », « ne comporte pas de variante ». */
const DENIED = `(?:examine${e}|etudie${e}|analyse${e}|retenu${e}|pris(?:e|es)? en (?:compte|consideration)|considere${e}|propose${e}|presente${e}|depose${e}|remis(?:e|es)?|soumis(?:e|es)?|attendu${e}|recu${e}|recevra|recoit|recoivent|regarde${e}|instruit${e}|accueilli${e}|(?:propose|depose|remette|soumette)nt|remet|soumet|comporte(?:nt|ra)?|prevoit|prevoient|prevoira|presente(?:nt)?|contient|y a|y aura|fait l'objet)`;
/** Words between a verb and its object, when that object is the variant. */
const LINK =
  /^(?: (?:a|de|par|les?|la|des|une?|toutes?|deux|trois|quatre|plusieurs|seules?|autres?|aux?|aucunes?|pas|plus|moins|ni|proposer|presenter|chiffrer|recevoir|obtenir|examiner|remettre|soumettre|deposer|formuler|presentation|proposition|remise|depot|recours|repondre|ou|et|eventuelles?|candidats?|soumissionnaires?|qu|que|egalement|seulement|uniquement|maximum|sa|ses|leurs?|en|titre)|'| d'|l'| d'une?| d'autres| qu'une?)*[ ']*$/;
/** « sont admises, pour les lots 1 et 2, les variantes » */
const FOR_LOTS = /,? pour les? lots? \d+(?:(?:,| et| a) \d+)*,?/g;
/** « … ne sont pas admises et les variantes »: another clause begins. */
const NEXT = /^,? (?:et|ou) (?:l'|les?|la|des|une?) /;
const PREDICATE = new RegExp(
  `(?<![a-z0-9-])(?:(?<can>${CAN},? ?(?:[a-z'-]+,? ){0,7}?${PUT}(?:,? (?:et|ou) ${PUT})?)|(?<duty>${DUTY} ?(?:[a-z'-]+ ){0,4}?(?:${PUT}|chiffr[a-z]*|comport[a-z]*|fourni[a-z]*|etabli[a-z]*))|(?<ban>${BAN})|(?<require>${REQUIRE})|(?<allow>${ALLOW})|(?<denied>${DENIED}))(?![a-z0-9])`,
  'g',
);

const AUX =
  "(?:sont|est|seront|sera|etaient|sauraient|saurait|peuvent|peut|pourront|pourra|doivent|doit|devront|devra|soient|soit|ont|fera|feront|seraient|s'agit|entend|souhaite|envisage|desire)";
const PASSIVE = new RegExp(`${AUX} (?:(?:pas|plus|jamais|ni|etre|donc|en aucun cas|[a-z]+ment) ){0,4}$`);
/** A negation whose verb is the one that governs the predicate. */
const NEGATED = new RegExp(
  `(?<![a-z])n(?:e |')(?:y |lui |leur |en )?${AUX},? (?:[a-z0-9.',-]+ ){0,9}$|(?<![a-z])n(?:e |')(?:[a-z]+ ){0,1}$|(?<![a-z])(?:aucune?|pas de) (?:[a-z'-]+ ){0,6}$|(?<![a-z])(?:non|pas|point|jamais|ni)[ -](?:[a-z]+ )?$|(?<![a-z])sans (?:que|qu') (?:[a-z'-]+ ){0,6}$`,
);
/** Ban of some variants only, or for a fault: it leaves the others open. */
export const PARTIAL = fr`portant sur|relatives? a(?! l'article)|concernant|qui|dont|modifiant|remettant en cause|non[ -]?(?:conformes?|autorisees?|accompagnees?|chiffrees?|justifiees?)|ne (?:respectant|presentant|comportant|repondant)|sans (?:offre|solution|proposition) de base|seules?|au-dela|incompletes?|irregulieres?|hors delai|(?:presentee|remise|deposee|proposee)s? (?:sans|hors|seule)`;
const CONDITION = fr`si|s'ils?|lorsqu(?:e|')|quand|lesquel(?:le)?s|ou (?:des|les|une) variantes?|des lors qu(?:e|')|hypothese|au cas ou|selon que|en cas`;
export const VARIANTS_ELSEWHERE = fr`(?:si|des lors que|lorsque|quand|dans la mesure ou|pour autant que) (?:le|les|l'|la) (?:presente? )?(?:reglement|rc|dossier|documents?|avis|consultation|cahier|acheteur|pouvoir|maitre|pieces)[^.;]{0,60}(?:autoris|permet|prevoi|admet|accept)[a-z]*|sous reserve (?:que|d[a-z']+) [^.;]{0,50}(?:reglement|rc)[^.;]*|sauf (?:mention|stipulation|disposition|indication|precision) contraire[a-z ]*|(?:selon|suivant) ce que prevoit`;
/** « Ceci ne constitue pas une variante »: something else is left open. */
export const NO_VARIANT = fr`(?:ne (?:constitue|forme)(?:nt|ra|ront)?|n'est|ne sont|ne ser(?:a|ont)|ne vau(?:t|dra)) pas (?:comme )?(?:une |des |considérée?s? comme (?:une |des )?)?variantes?`;
/** What was said in another contract. */
export const FORMER = fr`(?:étai(?:t|ent)|fu(?:t|rent)|(?:avai(?:t|ent)|eurent|eut) été) (?:[a-z]+ )?(?:autorise|admis|accepte|permis|interdit|exclu|proscrit|refuse|exige|ouvert|possible|recevable)(?:e|s|es)?|(?:marchés?|contrats?|consultations?|accords?-cadres?) (?:précédente?s?|antérieure?s?|actuel(?:le)?s?|sortante?s?|expirée?s?|échue?s?|de 20\d\d)`;
/** Another subject than the variant. */
const RIVAL = fr`(?:offres?|solutions?|propositions?|reponse) de base|sous-traitance|groupements?|cotraitance|candidatures?|visites?|negociations?|avances?|chiffrage|mise au point|exigences? minimales?|exigences?|criteres?|documents?|pieces?|memoire|prescriptions?`;
const BESIDE = fr`prestations? supplementaires?|pse|options?|prestations? alternatives?`;
/** « les variantes et les options »: both are the subject. */
const WITH_BESIDE = new RegExp(
  `^(?:(?:,| et| ou| ni| ainsi que) (?:les? |la |des |de )?${BESIDE.source}(?: eventuelles?)?)+`,
);
/** « le mémoire de la variante », « le prix des variantes »: a thing about them. */
const PART = new RegExp(
  `(?:${RIVAL.source}|(?<![a-z])(?:prix|montants?|couts?|devis|dossiers?|notices?|descriptifs?|notations?|jugements?|evaluations?|analyses?|classements?)) (?:de la |des |d'une |de chaque )$`,
);

/** True for a label of what is done with variants: « Notation des variantes ». */
export function isOfPart(folded: string): boolean {
  const at = find(folded, VARIANTE);
  return at !== undefined && PART.test(folded.slice(0, at.from));
}

const LOTS = fr`lots? (?:n ?(?:°s?|os?) ?|numeros? )?(?<list>\d{1,2}(?:(?: ?, ?| et | ou | a | & |-)(?:le |les |lots? |n ?° ?|au lot )*\d{1,2})*)`;
const EXCEPT = fr`(?:sauf|hormis|excepte|a l'exception|a l'exclusion|hors) ?(?:pour |d[ue]s? |d' ?)?(?:les? |des )?lots? (?:n ?° ?)?\d+`;

/** Numbers of the lots a folded text names, ranges opened; empty when none. */
export function lotsIn(folded: string): string[] {
  const out: string[] = [];
  for (const { groups } of findAll(folded, LOTS)) {
    for (const part of groups.list?.split(/,| et | ou | & /) ?? []) {
      const ends = (part.match(/\d+/g) ?? []).map(Number);
      const [first, last] = ends;
      if (first !== undefined && last !== undefined && last > first)
        for (let n = first; n <= last; n++) out.push(String(n));
      else out.push(...ends.map(String));
    }
  }
  return [...new Set(out)];
}

const FLIP: Readonly<Record<Position, Position>> = {
  autorisees: 'interdites',
  interdites: 'autorisees',
  exigees: 'non-exigees',
  'non-exigees': 'exigees',
};

interface PositionRead {
  readonly position: Position;
  readonly match: Match;
}

/** Where a clause that holds a place begins. */
const startOf = (folded: string, at: number): number => {
  const head = folded.slice(0, at);
  const stops = [
    ...head.matchAll(/[;:(]|,? (?:mais|toutefois|cependant|sauf|tandis que|alors que|en revanche|et les|et la) /g),
  ];
  const last = stops.at(-1);
  return last ? last.index + last[0].length : 0;
};

/**
 * What a folded sentence says of variants. `about`: its context (title, label of the row, lead of the list) is about
 * them, so that it need not name them; `asked`: the context is about those that the buyer asks for; `loose`: a « solution
 * alternative » is one though no bidder is named. No statement gives an empty list.
 */
export function positions(
  folded: string,
  context: { about?: boolean; asked?: boolean; loose?: boolean } = {},
): Stated[] {
  if (has(folded, OF_DESIGN)) return [];
  const anchors = findAll(folded, VARIANTE);
  // « des solutions qui s'écartent du CCTP ; ces variantes… »: the word takes up what is already named.
  const open = anchors.every((a) => /(?:^|[^a-z])(?:ces|cesdites|lesdites|de telles) $/.test(folded.slice(0, a.from)));
  const only = find(folded, BASE_ONLY) ?? find(folded, NO_OTHER);
  if (only) return [{ position: 'interdites', from: only.from, to: only.to, lots: undefined }];
  const others =
    open && (context.loose || has(folded, BIDDER))
      ? [...findAll(folded, ALTERNATIVE), ...(has(folded, BESIDE_BASE) ? findAll(folded, SECOND) : [])]
      : [];
  if (has(folded, fr`equivalen(?:t|te|ts|tes|ce)`) && anchors.length === 0) return [];
  const things = [...anchors, ...others].sort((a, b) => a.from - b.from);
  if (things.length === 0 && !context.about) return [];
  if (has(folded, VARIANTS_ELSEWHERE) || has(folded, FORMER)) return [];
  const bare = bareOf(folded, context);
  const readings = bare ? [bare] : predicates(folded, things, context);
  return withLots(folded, readings);
}

const BARE_NO =
  /^[ .:-]*(?:non|sans(?: objet)?|neant|aucune?|refus|nul|pas de variantes?)(?=[ .,;:]*$| ?[,(]| -| pour)/;
const BARE_YES = /^[ .:-]*(?:oui|avec)(?=[ .,;:]*$| ?[,(;]| -| pour)/;
/** « Sans », « Néant », « Aucune variante », « Refus des variantes »: no verb. */
function bareOf(folded: string, { about, asked }: { about?: boolean; asked?: boolean }): PositionRead | undefined {
  const none: Position = asked ? 'non-exigees' : 'interdites';
  if (about && !has(folded, BESIDE)) {
    const no = find(folded, BARE_NO);
    if (no) return { position: none, match: no };
    const yes = find(folded, BARE_YES);
    if (yes) return { position: asked ? 'exigees' : 'autorisees', match: yes };
  }
  const colon = find(
    folded,
    fr`variante(?:s|\(s\))?(?: ${OWN})?(?<asked> ${ASKED})?(?: ?[:,-] ?(?:non|sans(?: objet)?|neant|aucune|(?:ferme|clos|exclu|interdit|refuse)e?s?)| (?:sans objet|neant|non))(?=[ .,;]*$| ?[,(;]| pour)`,
  );
  if (colon) return { position: colon.groups.asked ? 'non-exigees' : none, match: colon };
  const open = find(folded, fr`variante(?:s|\(s\))?(?: ${OWN})? ?[:-] ?(?:oui|avec)(?=[ .,;]*$| ?[,(;]| pour)`);
  if (open) return { position: asked ? 'exigees' : 'autorisees', match: open };
  const neither = find(
    folded,
    fr`ni variantes?(?: ni| ou|,)|sans variantes? (?:possible|autorisee|admise)s?|(?<=, )sans variantes?(?=[ .;]*$)`,
  );
  if (neither && !has(folded, fr`${REQUIRE}|${CONDITION}`)) return { position: 'interdites', match: neither };
  const shut = find(
    folded,
    fr`a l'exclusion de (?:toutes? |la |leurs? )?(?:propositions? de )?variantes?|a l'exclusion des variantes`,
  );
  if (shut) return { position: 'interdites', match: shut };
  const without = find(folded, fr`sans variantes?(?! ${ASKED})`);
  if (
    without &&
    (folded.length <= 40 ||
      has(folded, fr`consultation|marche|procedure|lancee?|passee?|appel d'offres|mise en concurrence`))
  )
    if (!has(folded, CONDITION)) return { position: 'interdites', match: without };
  const verbless = find(
    folded,
    new RegExp(
      `(?:^|[.;:,(-] ?)(?:pas de|aucune|point de|sans)(?: [a-z]+)? variantes?(?: ${OWN})?(?<asked> ${ASKED})?(?: (?:pour|sur|dans) [a-z0-9 ']*)?(?=[ .;,)]*$)`,
      'g',
    ),
  );
  if (verbless) return { position: verbless.groups.asked || asked ? 'non-exigees' : 'interdites', match: verbless };
  return undefined;
}

/** What may be wrong with a predicate: it is denied, or only supposed. */
interface Mood {
  readonly to: number;
  readonly negated: boolean;
  readonly supposed: boolean;
}

/** « ne sont admises que », « n'est pas admis plus d'une »: a limit, and no denial. */
const isLimit = (before: string, after: string): boolean =>
  /^(?: [a-z']+){0,3} plus d/.test(after) ||
  (/^(?: [a-z']+){0,3} qu(?:e |')/.test(after) && !/(?:pas|aucune?) (?:[a-z]+ )?$/.test(before));

/** How a predicate is said, by the words before it and, where it is joined to another, as that one. */
function moodOf(folded: string, match: Match, before: string, previous: Mood | undefined): Mood {
  const joined =
    previous && /^,? (?:ou|et|ni)? ?(?:ni )?$/.test(folded.slice(previous.to, match.from)) ? previous : undefined;
  const own = NEGATED.test(before) || joined?.negated === true;
  const clause = before.slice(Math.max(before.lastIndexOf(','), 0));
  return {
    to: match.to,
    negated: own && !isLimit(before, folded.slice(match.to)) && !/(?:pas|jamais) plus d/.test(before),
    supposed:
      /qu'elles? soi(?:en)?t [^,]*$/.test(before) ||
      (has(clause, CONDITION) && !/^ ?,? ?si .*souhait/.test(clause)) ||
      // « selon que les variantes sont admises ou interdites »
      joined?.supposed === true,
  };
}

const WISHED = fr`(?:si|s'ils?) (?:[a-z']+ ){0,4}(?:souhaite|desire|veu)(?:nt|t)?[^.;]{0,40} (?:une|deux|des|plusieurs|sa|ses|leurs?) (?:ou (?:deux|plusieurs) )?variantes?`;

function predicates(
  folded: string,
  things: readonly Match[],
  context: { about?: boolean; asked?: boolean },
): PositionRead[] {
  const out: PositionRead[] = [];
  let previous: Mood | undefined;
  for (const match of findAll(folded, PREDICATE)) {
    const start = Math.max(startOf(folded, match.from), previous?.to ?? 0);
    const thing = thingOf(folded, match, things, start, context.about === true);
    if (!thing) continue;
    previous = moodOf(folded, match, folded.slice(start, match.from), previous);
    if (previous.supposed) continue;
    const position = positionOf(folded, match, thing, previous.negated, context.asked === true);
    if (position) out.push({ position, match });
  }
  if (out.length > 0) return out;
  const wish = find(folded, WISHED);
  return wish ? [{ position: 'autorisees', match: wish }] : [];
}

interface Thing {
  /** undefined when the context alone names it. */
  readonly match: Match | undefined;
  readonly side: 'before' | 'after';
  /** Nothing stands between it and the predicate: « variantes autorisées ». */
  readonly adjacent: boolean;
}

/** The variant that a predicate speaks of; undefined when it speaks of something else. */
function thingOf(
  folded: string,
  match: Match,
  things: readonly Match[],
  start: number,
  about: boolean,
): Thing | undefined {
  const within = things.find((t) => t.from >= match.from && t.to <= match.to);
  if (within) return { match: within, side: 'after', adjacent: false };
  const after = things.find((t) => t.from >= match.to);
  if (after && reaches(match, folded.slice(match.to, after.from)))
    return { match: after, side: 'after', adjacent: false };
  const before = things.filter((t) => t.to <= match.from).at(-1);
  if (before) return thingBefore(folded, match, before, start);
  return about && isSaidOfContext(folded.slice(0, match.from), match)
    ? { match: undefined, side: 'before', adjacent: false }
    : undefined;
}

/** The words between a predicate and the variant after it link the two. */
function reaches({ groups }: Match, between: string): boolean {
  if (!groups.can && !groups.duty) return LINK.test(between.replace(FOR_LOTS, '')) && !NEXT.test(between);
  const definite = / (?:la|sa|cette|leur|l'eventuelle|chaque|ses|ces) $/.test(between);
  return !/[;:]/.test(between) && !definite;
}

function thingBefore(folded: string, match: Match, before: Match, start: number): Thing | undefined {
  const isVerb = Boolean(match.groups.can || match.groups.duty);
  const between = folded.slice(before.to, match.from).replace(WITH_BESIDE, '');
  if (has(between, RIVAL) || PART.test(folded.slice(0, before.from))) return undefined;
  if (new RegExp(`${BESIDE.source} (?:[a-z]+ )?$`).test(between)) return undefined;
  const from = Math.max(start, match.from - between.length);
  if (before.to <= start && has(folded.slice(from, match.from), BESIDE)) return undefined;
  if (isVerb && hasOwnObject(folded, match)) return undefined;
  const adjacent = !isVerb && new RegExp(`^(?: ${OWN})*,? (?:non )?$`).test(between);
  return { match: before, side: 'before', adjacent };
}

/** « les variantes … ; les candidats ne peuvent proposer que … » : a verb with its own object. */
const hasOwnObject = (folded: string, { text, to }: Match): boolean =>
  !/^(?: [a-z]+){0,3} etre /.test(text.replace(/^\S+/, '')) &&
  /^ (?:les?|la|des?|une?|l'|son|sa|leurs?|qu)/.test(folded.slice(to));

/** Nothing before the predicate is what it speaks of: « l'appel nominatif proscrit » qualifies another noun. */
const isSaidOfContext = (head: string, { groups }: Match): boolean =>
  !has(head, RIVAL) &&
  !has(head, BESIDE) &&
  (Boolean(groups.can || groups.duty) || !QUALIFIED.test(head) || IS.test(head));

const QUALIFIED = /(?:^|[ ,:(])(?:l'|les? |la |d'|des |du |une? |tou(?:t|te|s|tes) )(?:[a-z'-]+ ){1,3}$/;
const IS = /(?:est|sont|sera|seront|etre|reste(?:nt|ra|ront)?|demeure(?:nt|ra|ront)?)(?: [a-z]+)? $/;

/** A predicate with what stands around it and its variant. */
interface Said {
  readonly folded: string;
  readonly match: Match;
  readonly thing: Thing;
  readonly negated: boolean;
  /** The words before it, and after it. */
  readonly head: string;
  readonly rest: string;
}

const LABEL_HEAD =
  /^[^a-z]*(?:[a-z][^a-z]*)?(?:article [0-9ivx.]+ ?[-:]? ?)?(?:(?:pour )?(?:les? )?lots?(?: n ?°| et| a| ou|[^a-z])+)?(?:aucune |sans |pas de |proposition de )?$/;
const STATES = /(?:^| )(?:doi(?:t|vent)|devr|respect|port(?:e|ent) |sont |est |sera|peu(?:t|vent)|ne |comport|n')/;

/** « Variantes autorisées » states; « les variantes autorisées respectent… » does not. */
function isEpithet({ folded, match, thing, rest }: Said): boolean {
  if (!thing.adjacent) return false;
  const head = folded.slice(0, thing.match?.from ?? 0);
  const opening = head.slice(Math.max(head.lastIndexOf(':'), head.lastIndexOf(';'), head.lastIndexOf('(')) + 1);
  return !LABEL_HEAD.test(opening) || STATES.test(rest) || Boolean(match.groups.require);
}

/** The one who may or must is not who offers. */
const isOfBuyer = ({ match: { groups, text }, head }: Said): boolean =>
  Boolean(groups.can || groups.duty) &&
  !new RegExp(`^${GIVE} `).test(text) &&
  /(?:titulaire|acheteur|pouvoir adjudicateur|maitre d'(?:ouvrage|oeuvre)|prestataire|commission|caisse|commune)(?: [a-z]+)? ?$/.test(
    head,
  );

/** « peuvent remettre une offre par lot, mais aucune variante », « une offre sans variante » */
const leavesOut = ({ folded, match, thing, negated }: Said): boolean =>
  Boolean(match.groups.can) &&
  !negated &&
  thing.side === 'after' &&
  /[ ,](?:aucune|sans|ni|pas de|hors|sauf) $/.test(folded.slice(match.to, thing.match?.from));

/** « offert », « prévu »: words that open variants only with others. */
function isOfOthers({ folded, match: { text, to }, negated, head }: Said): boolean {
  if (/^(?:offert|laiss|donn|accord|reconnu)/.test(text))
    return !/possibilite|faculte|droit|liberte|latitude/.test(folded.slice(0, to));
  return /^prevu/.test(text) && !negated && !PASSIVE.test(head);
}

/** Of some variants, or of those that stand alone: the others are not banned with them. */
function isPartial({ folded, match, thing, rest }: Said): boolean {
  const noun = thing.match;
  if (
    /^ (?:sans (?:offre|solution|proposition|l'offre|une)|seules?|isolement|hors|au-dela|apres|independamment|que si|qu'a condition)/.test(
      rest,
    )
  )
    return true;
  if (!noun) return false;
  if (thing.side === 'before') return has(folded.slice(noun.to, match.from), PARTIAL);
  return /^ (?:portant|relatives?|concernant|qui|ne |non|dont|modifiant|sans)/.test(folded.slice(noun.to));
}

/** « Toute variante sera rejetée si… », « … sous peine d'être rejetée » : a sanction. */
const isSanction = ({ folded, match, negated }: Said): boolean =>
  /^(?:ecart|rejet|elimin)/.test(match.text) &&
  (negated || /sous peine|faute|a defaut|pourr| si |lorsqu|quand/.test(folded));

/** « la consultation ne comporte pas de variante », « ne sont pas proposées »: denied, and not of one bidder who offers none. */
function isDenied({ folded, match, negated, head, rest }: Said): boolean {
  const actor = has(head.slice(-60), BIDDER) && /^(?:propos|present|depos|remi|soumi)/.test(match.text);
  const passive = /(?:est|sont|sera|seront|etre|etaient) (?:pas )?(?:[a-z]+ )?$/.test(head);
  const verb =
    /^(?:comport|prevoi|(?:presente|propose|depose|remette|soumette)(?:nt)?$|remet$|soumet$|contient|y a)/.test(
      match.text,
    );
  const spared =
    actor &&
    !passive &&
    (has(folded, fr`qui|si|lorsqu(?:e|')|quand|cas|celui|ceux|ne presentant`) || !/^ (?:aucune|pas de|ni) /.test(rest));
  return negated && !spared && (verb || PASSIVE.test(head));
}

/** What a predicate decides by its own words; undefined where it decides nothing. */
function decided(said: Said): 'autorisees' | 'interdites' | undefined {
  const { match, negated } = said;
  const { groups } = match;
  if (groups.can || groups.allow) return negated ? 'interdites' : 'autorisees';
  if (groups.ban) return isSanction(said) ? undefined : negated ? 'autorisees' : 'interdites';
  return groups.denied && isDenied(said) ? 'interdites' : undefined;
}

function positionOf(
  folded: string,
  match: Match,
  thing: Thing,
  negated: boolean,
  asked: boolean,
): Position | undefined {
  const { groups } = match;
  const said: Said = { folded, match, thing, negated, head: folded.slice(0, match.from), rest: folded.slice(match.to) };
  if (isEpithet(said) || isOfBuyer(said) || leavesOut(said) || isOfOthers(said)) return undefined;
  const position = decided(said);
  if (!position) return decidesNothing(groups) ? obligation(said) : undefined;
  const tail = thing.match ? folded.slice(thing.match.to) : '';
  if (asked || new RegExp(`^ ${ASKED}(?![a-z])`).test(tail)) return whenAsked(position, Boolean(groups.can));
  return position === 'interdites' && isPartial(said) ? undefined : position;
}

/** No word that opens or bans: what is required may stand. */
const decidesNothing = ({ can, allow, ban, denied }: Match['groups']): boolean => !(can || allow || ban || denied);

/** « les variantes exigées sont admises »: what is asked is due, or not asked. */
const whenAsked = (position: Position, isFaculty: boolean): Position | undefined => {
  if (position !== 'autorisees') return 'non-exigees';
  return isFaculty ? undefined : 'exigees';
};

/** « une variante est exigée », « les candidats doivent chiffrer une variante » */
function obligation({ folded, match, thing, negated }: Said): Position | undefined {
  if (match.groups.require) {
    if (negated) return 'non-exigees';
    return thing.side === 'after' && !indefinite(folded, thing) ? undefined : 'exigees';
  }
  return match.groups.duty ? dutyOf(folded, match, thing, negated) : undefined;
}

const indefinite = (folded: string, { match }: Thing): boolean =>
  match !== undefined && /(?:une|deux|trois|des|de|d'autres) $/.test(folded.slice(0, match.from));

/** « Une variante devra être proposée », « les candidats doivent chiffrer une variante ». */
function dutyOf(folded: string, match: Match, thing: Thing, negated: boolean): Position | undefined {
  const noun = thing.match;
  if (!noun) return undefined;
  const article = /(?:^| )(une|la|deux|trois|de|aucune|des) $/.exec(folded.slice(0, noun.from))?.[1];
  if (!article) return undefined;
  const isDue = thing.side === 'after' ? isItsObject(folded.slice(match.to, noun.from)) : isToBe(folded, match);
  if (!isDue || (thing.side !== 'after' && article === 'la')) return undefined;
  if (negated) return 'interdites';
  return article === (thing.side === 'after' ? 'de' : 'des') ? undefined : 'exigees';
}

/** No other object stands between the verb and the variant, unless both are due: « une offre de base et une variante ». */
const isItsObject = (between: string): boolean =>
  !/offre|solution de base|dossier|memoire|document|bordereau/.test(between) || / et [a-z]+ $/.test(between);
/** « … devra être proposée. » */
const isToBe = (folded: string, match: Match): boolean =>
  / etre (?:propos|remis|fourni|chiffr|present|etabli)[a-z]*$/.test(match.text) &&
  /^(?:[ .;,)]*$| par | pour | ;|,)/.test(folded.slice(match.to));

/** Gives each statement its lots: in a sentence they stand all before what is said of them, or all after. */
function withLots(folded: string, readings: readonly PositionRead[]): Stated[] {
  const out: Stated[] = [];
  const first = readings[0];
  if (!first) return out;
  const leads = lotsIn(folded.slice(0, first.match.from)).length > 0;
  readings.forEach(({ position, match }, i) => {
    const before = folded.slice(readings[i - 1]?.match.to ?? 0, match.from);
    const after = folded.slice(match.to, readings[i + 1]?.match.from ?? folded.length);
    const own = leads ? before : after;
    const except = find(own, EXCEPT);
    const spared = except ? lotsIn(own.slice(except.from)) : [];
    const named = lotsIn(except ? own.slice(0, except.from) : own);
    const place = { from: match.from, to: match.to };
    const lots = named.length > 0 ? named : undefined;
    const last = out.at(-1);
    if (last?.position !== position || String(last.lots) !== String(lots)) out.push({ position, ...place, lots });
    if (spared.length > 0) out.push({ position: FLIP[position], ...place, lots: spared });
  });
  return out;
}
