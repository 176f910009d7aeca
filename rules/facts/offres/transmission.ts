import type { Sentence } from '../../kit/draft.ts';
import { durations } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import { EMPTY_BOXES } from '../../kit/markdown/boxes.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { isByPronoun } from '../../reading/anaphora.ts';
import { isSure, type Said, saying, whole, withHeard } from '../commun/index.ts';
import { CANDIDATURE, OFFRE, REMIS, REMISE } from './mots.ts';
import {
  ABOUT_OFFERS,
  asksForPaper,
  asksThings,
  clausesOf,
  isExempt,
  isOtherThanPaper,
  isPaper,
  NO_OFFER,
  OBJETS,
  type PaperRead,
} from './papier.ts';
import { isOfBids } from './tenue.ts';

export interface Transmission {
  /** Where offers are to be handed in, or may be, otherwise than on line: on paper, by hand, by post. */
  readonly papier: readonly Said[];
  /** Where an offer received after the deadline may be taken all the same. */
  readonly tardives: readonly Said[];
  /** Where late offers are said to be left out. */
  readonly eliminees: readonly Said[];
}

/** « que la connexion ne permet d'achever qu'après midi », « parvenu en entier seulement ensuite » */
const ENDS_LATE =
  "(?:acheve|termine|fini|complete|parven|prolonge|arrive)[a-z]*(?: [a-z]+){0,2}? (?:(?:que |seulement |encore )?dans l(?:es |a |e |')[a-z0-9()' -]*?(?:minutes?|heures?|instants?|apres-midi|soiree)(?: (?:qui )?sui(?:t|v[a-z]+))?|(?:qu'|seulement |peu )?(?:ensuite|apres(?: coup)?|plus tard)(?! (?:la|le|l'|les|cette|ce|ces|analyse|examen) ?[a-z]*)|(?:qu'|seulement |peu )?(?:apres|au-dela de|passe) (?:midi|minuit|\\d{1,2} ?(?:h|heures)))";
const LATE = fr`${ENDS_LATE}|(?:s'achev|se termin|prend fin|aboutit|parvien|arriv)[a-z]* (?:[a-z]+ )?(?:plus tard|ensuite)|(?:ne )?(?:s'achev|se termin|prend fin|fini|aboutit|parvien|arriv)[a-z]* (?:qu')?(?:après|au-delà d[eu]|postérieurement à)(?: (?:celle-ci|celui-ci)|(?= ?[.;,)]| ?$)| (?:la |l'|le |cette |ce )?(?:[a-z]+ (?:et |ou )?(?:l'|la )?){0,2}(?:date|heure|échéance|clôture|délai|limite|expiration|terme))|(?:ne )?(?:s'achev|se termin|prend fin|fini)[a-z]* (?:que )?dans l(?:es |a |')[a-z0-9() -]*?(?:minutes?|heures?|instants?) (?:qui )?sui(?:t|v[a-z]+)|(?:${REMIS}|parvenant|arrivant|recu[es]*|parviendrai(?:t|ent)|arriverai(?:t|ent)|serai(?:t|ent) (?:${REMIS})|acheve[es]*|enregistre[es]*|termine[es]*|horodate[es]*|remise?s?)(?: (?!est |sont |sera |seront |ne )[a-z'",-]+){0,8}? (?:hors(?: des)? delais?|apres (?:la |l'|le |les |cette |ce |ces )?(?:[a-z]+ (?:et |ou )?(?:l'|la )?){0,2}(?:date|heure|echeance|cloture|delai|limite|expiration|terme|horaire)s?|posterieurement a|apres \d{1,2} ?(?:h|heures)|au-dela d[eu]|en retard|trop tard|avec (?:[a-z0-9']+ ){0,6}?(?:de )?retard|tardivement|dans l(?:es |a |')[a-z0-9() -]*?(?:minutes?|heures?|jours?|journee|instants?) (?:qui )?sui(?:t|v[a-z]+))|(?:${OFFRE}|${CANDIDATURE}|depots?|remises?|envois?|dossiers?)(?: (?!est |sont |sera |seront |ne )[a-z'-]+){0,4}? (?:hors(?: des)? delais?|tardi(?:f|fs|ve|ves)|en retard|posterieure?s? a (?:la|l'|cette|ce))|(?:plis?|offres?|depots?) retarde[es]*|(?:depots?|plis?|offres?) (?:tardi(?:f|fs|ve|ves)|hors(?: des)? delais?)|retards? (?:d'une? (?:heure|minute|jour|demi)|de (?:depot|remise|transmission|livraison du pli)|inferieurs? a|n'excedant pas|de moins de|de quelques|(?:d'un|du|des) (?:plis?|depots?|offres?)|d'acheminement|postal)`;
const SUBJECT = fr`${OFFRE}|${CANDIDATURE}|depots?|televersements?|telechargements?|chargements?|remises? (?:des|de l')|envois?|retardataires?|celles?|ceux`;
const STILL = 'quand meme|tout de meme|malgre tout|neanmoins|toutefois|cependant|pourtant|egalement|aussi';
/** « réputé fait à temps »: late, and treated as if it were not. */
const DEEMED =
  "(?:repute|considere|regarde|tenu)(?:e|s|es)? (?:comme |pour )?(?:(?:(?:etre|avoir ete) )?(?:fait|depose|recu|parvenu|remis|arrive|transmis|effectue|acheve|presente)(?:e|s|es)? )?(?:a temps|(?:valablement|regulierement) [a-z]+|dans (?:les|le) (?:delais?|temps)|en temps (?:utile|voulu)|a l'heure|recevables?)";
const ACCEPT = fr`${DEEMED}|(?:demeure|reste)(?:nt|ra|ront)? (?:valable|valide|regulier|reguliere|dans la course)s?|(?:accepte|admise|admis|examine|ouverte|ouvert|analyse|etudie|prise?|pris|retenue|retenu|recevable|tolere|jugee|recue|maintenue|maintenu|conserve|excuse|pardonne)(?:e|s|es)?(?: en (?:compte|consideration))?|(?:accepter|admettre|examiner|ouvrir|analyser|etudier|prendre en (?:compte|consideration)|retenir|tolerer|accepte|admet|examine|tolere|ouvrira|acceptera|admettra|examinera|acceptons|admettons|examinons|analysons|etudions|retenons|tolerons|gardons|prenons)|(?:ouvre|ouvrent|ouvrons) (?:${STILL})`;
const REJECT = fr`(?:elimine|rejete|ecarte|exclu|refuse|sanctionne)(?:e|s|es)?|(?:eliminer|rejeter|ecarter|refuser)|(?:rejet|elimination|exclusion|irrecevabilite)|irrecevables?`;
const NOT = /\bn'|\b(?:ne|ni|non|aucune?|sans|jamais|nulle?)\b/;
const EXCEPT = fr`sauf|toutefois|neanmoins|cependant|exceptionnellement|par exception|par derogation|hormis|a moins que|en revanche|meme|pourtant`;
/** A failure of the platform, or the backup copy opened in its stead: the code and the judge allow for these. */
const EXCUSED = fr`sauvegarde|dysfonctionnement|panne|indisponib[a-z]+|inaccessib[a-z]+|interruption|incident|defaillance|r ?\.? ?2132-11|transmission (?:[a-z]+ ){0,4}a commence|commencee? avant|report(?:ee?)? de (?:la|l')|prolong[a-z]+`;
/** What fails on the tenderer's side excuses nothing. */
const OWN_FAILURE = fr`(?:incident|panne|interruption|dysfonctionnement|defaillance)s? (?:de (?:(?:sa|leur|la) )?(?:connexion|ligne|reseau|messagerie)|d'acces a internet|d'internet|de (?:son|sa|leur) (?!plate|profil)[a-z]+|(?:chez le|du) (?:candidat|soumissionnaire|fournisseur d'acces))`;
const BUYERS_SITE = fr`plate-?formes?|profils?|site|acheteur`;
/** « Dernière offre arrivée trop tard : on garde la précédente »: the late one is left aside. */
const FORMER_KEPT = fr`(?:gard|conserv|retien|maintien|revien|s'en tien)[a-zé]*(?: [a-z'-]+){0,4} (?:précédente|initiale|antérieure)|(?:offre )?(?:précédente|initiale|antérieure) (?:est|reste|demeure|sera)(?: [a-z]+)? (?:examinée|jugée|retenue|conservée|valable|prise en compte)`;
/** The buyer's means, or the copy that stands in for the offer. */
const NOT_THEIRS = fr`${BUYERS_SITE.source}|sauvegarde|report[a-z]*|prolong[a-z]+`;
const BEGUN = fr`commencee? avant`;
const TREATED_AS = fr`${DEEMED}`;
const COPY = fr`copies?|sauvegarde`;
/** « Elle reste close, à moins que… », after a sentence on the backup copy. */
const isOfCopy = (sentence: Sentence): boolean =>
  isByPronoun(sentence) && sentence.previous?.has(BACKUP) === true && !sentence.previous.has(LATE);
const BACKUP = fr`sauvegarde`;
const isExcused = (folded: string): boolean => {
  let words = has(folded, BUYERS_SITE) ? folded : folded.replace(OWN_FAILURE, ' ');
  // That the sending began in time saves the backup copy alone.
  if (!has(words, COPY)) words = words.replace(BEGUN, ' ');
  return has(words, EXCUSED);
};
/** What comes late is no offer. */
const OTHER_SENDING = fr`questions?|auditions?|soutenances?|renseignements|livraison|execution|penalites?`;
const TOLERANCE = fr`(?:une |cette )?tolerance(?: (?:de|d')[a-z0-9' -]+?)?|(?:un )?(?:delai|temps|quart d'heure) de (?:grace|courtoisie|tolerance)|quart d'heure de grace|(?:une )?marge (?:de|d') ?[a-z0-9 -]+|(?:un )?(?:battement|delai supplementaire) (?:de|d') ?[a-z0-9 -]+`;
const GRANTED = fr`accorde[es]*|admise?|laisse[es]*|consentie?|appliquee?|prevue?|est de|toleree?|octroye[es]*|beneficient?|disposent?|retenue`;
const POSTMARK = fr`(?:le )?cachet de la poste (?:[a-z]+ )?(?:faisant foi|fait foi|fera foi)|(?:date|cachet) d'(?:envoi|expedition|oblitération) (?:postale? )?(?:faisant|fait|fera) foi`;

/** « n'en serait pas moins ouvert », « n'empêche pas l'ouverture »: denied in words, and granted. */
const GRANTED_BY_DENIAL =
  /n'en (?:est|sont|sera|seront|serait|seraient|demeure|reste) pas moins|(?:n'empeche(?:nt|ra|raient)?|ne (?:fait|font|fera|met|s'oppose)) pas (?:obstacle (?:a|au) |a )?(?:l'|la |son |leur |cet |cette )?/g;
const granting = (folded: string): string => folded.replace(GRANTED_BY_DENIAL, 'est admis ');
/** « Les plis sont ouverts dans l'heure qui suit la clôture »: when, and not although late. */
const OPENED_THEN = fr`ouvert(?:e|s|es)? (?:dans|le|dès|à partir|après|aussitôt|à \d)`;
const VALIDITY = fr`valables?|validité|séances?`;
/** « Les offres restent valables cent jours après la date limite »: how long they hold. */
const holdsFor = (sentence: Sentence): boolean => sentence.has(VALIDITY) && durations(sentence.folded).some(isOfBids);

interface SendingRead extends PaperRead {
  readonly tardive: boolean;
  /** It says what comes late: an offer, not a question or a delivery. */
  readonly subject: boolean;
  readonly late: boolean;
  readonly eliminee: boolean;
  /** « L'acheteur peut toutefois les admettre. » */
  readonly exception: boolean;
}

const HANDING = fr`${REMIS}|${REMISE}|apporter|apporte(?:nt|ra|ront)?|porter|doi(?:t|vent)|parvenir|porte(?:nt|ra)? (?:la|les) mentions?`;
const read = (phrase: Phrase): SendingRead | undefined => {
  const papier = asksForPaper(phrase.folded);
  const late = phrase.find(LATE);
  const tardive = admitsLate(phrase.folded, late);
  const exception = phrase.has(EXCEPT) && hasClause(phrase.folded, ACCEPT, false);
  if (!papier && !late && !tardive && !exception) return undefined;
  return {
    papier,
    named: phrase.has(OBJETS),
    verb: phrase.has(HANDING),
    tardive,
    subject: phrase.has(SUBJECT) || phrase.has(POSTMARK) || phrase.has(TOLERANCE),
    late: late !== undefined && phrase.has(SUBJECT),
    eliminee:
      late !== undefined &&
      !tardive &&
      !phrase.has(OTHER_SENDING) &&
      (phrase.has(REJECT) || hasClause(phrase.folded, ACCEPT, true)),
    exception,
  };
};

/** True when a clause has the pattern, negated or not as asked. */
const hasClause = (folded: string, pattern: RegExp, negated: boolean): boolean =>
  clausesOf(folded).some((words) => has(words, pattern) && has(words, NOT) === negated);

const NO_POSTMARK = fr`ne (?:fait|fera|faisant) pas foi|ne faisant pas|pas foi`;
const TOLERATED = fr`${OFFRE}|depots?|candidatures?|retards?|retardataires?|heure limite|horaire|cloture|candidats?|soumissionnaires?|concurrents?|entreprises?`;
const EXCEPTS = fr`(?:${EXCEPT})`;
const NOT_REJECTED = fr`(?:ne|n') ?(?:[a-z]+ ){1,3}(?:rejete|elimine|ecarte|exclu|refuse)[a-z]* (?:que si|que lorsqu|qu'au-dela|que (?:au-dela|pour)|que s'il)[a-z']*|(?:ne|n') ?(?:[a-z]+ ){1,3}(?:pas|aucun|aucunement|nullement)|sans (?:etre (?:rejet|elimin|ecart)|entrainer)[a-z]*`;
const UNLESS = fr`sauf (?:si|accord|decision|autorisation|lorsque|cas|appreciation)|a moins que`;
const AT_WILL = fr`(?:l'acheteur|le pouvoir adjudicateur|la (?:commission|collectivite|personne publique)|le representant|accord|decision|retard|cause|motif|circonstances?)`;
/** « Lorsque l'heure est dépassée de moins de trente minutes »: the time of offers, unless it is said to be another's. */
const PASSED = fr`(?:heure|date|échéance|délai|horaire|limite)s?(?: (?!est |a |sont |serait |etait |etant |d'ouverture|de (?:seance|livraison))[a-z']+){0,6}? (?:(?:est|a été|sont|serait|était|étant) )?(?:(?:légèrement|à peine|tout juste|déjà) )?(?:dépassée?s?|passée?s?|franchie?s?|expirée?s?|écoulée?s?)|(?:dépass(?:e|ent|ant|er|é|ement)|passé) (?:(?:légèrement|à peine|de peu) )?(?:l'|la |le |de l'|de la |du |cette |ce )(?:heure|date|échéance|délai|horaire|limite)s?`;
/** By little, which no one says of the time from which offers are opened. */
const BY_LITTLE = fr`(?:dépassée?s?|passée?s?|franchie?s?|expirée?s?|écoulée?s?|limite|heure|remise|dépôt) (?:de |depuis )(?:moins|quelques|peu|(?:\d+|une|deux|trois|cinq|dix|quinze|vingt|trente) (?:min|minutes?|secondes?))|légèrement|à peine|de peu|(?:${STILL})`;
const OTHER_TIME = fr`délai (?:de (?:remise|réception|dépôt)|minimal)[^.;:]{0,60} (?:jours|semaines|mois)|(?:heure|date|horaire|délai)s?(?: [a-z']+){0,4} (?:l'|d')ouverture|séances?|réunions?|visites?|auditions?|négociations?|validité|pièces? manquantes?|régularis[a-z]+`;
const TAKES = fr`${ACCEPT}|(?:ouvre|ouvrent|ouvrons)`;
/** The words take an offer, in a verb that nothing denies. */
const isTaken = (words: string, verb: RegExp): boolean => has(words, verb) && !has(words, NOT) && !has(words, REJECT);
const takesPassed = (words: string): boolean =>
  has(words, PASSED) && has(words, BY_LITTLE) && !has(words, OTHER_TIME) && isTaken(words, TAKES);
/** « lorsque le retard n'excède pas une heure » denies nothing. */
const NO_MORE = fr`(?:n'excede(?:nt|ra)?|n'excedant|ne depasse(?:nt|ra)?|ne depassant|n'est pas superieur[a-z]*|n'etant pas superieur[a-z]*)(?: (?:pas|guere))?`;
const AFTER_HOUR = fr`apres (?:\d{1,2} ?(?:h|heures)|midi|minuit)`;
const SAID_LATE = fr`${STILL}|retards?|tolere[a-z]*|${DEEMED}`;
/** « …, hormis celles retardées par une grève. » */
const SOME = fr`(?:sauf|hormis|à l'exception de) (?:celles?|ceux)`;
/** An option that is not chosen says nothing. */
const UNTICKED = new RegExp(`^[^a-z\\d]*?(?:[${EMPTY_BOXES}]|\\[ ?\\])`, 'u');
const isByPostmark = (folded: string): boolean => has(folded, POSTMARK) && !has(folded, NO_POSTMARK);
const isTolerated = (folded: string): boolean =>
  has(folded, TOLERANCE) && has(folded, GRANTED) && !has(folded, NOT) && has(folded, TOLERATED);

/** A clause on late offers that takes them, or does not reject them. */
function takesLate(words: string, late: Match): boolean {
  if (!has(words, LATE) && !has(words, EXCEPTS)) return false;
  const own = withoutLate(words, late);
  return isTaken(own, ACCEPT) || (has(own, REJECT) && has(own, NOT_REJECTED));
}
/** « n'est parvenu en entier qu'ensuite »: « ne… que » denies nothing. */
const ONLY_THEN = /n(?:e |')(?:[a-z]+ ){1,3}(?:d')?$/;
function withoutLate(words: string, late: Match): string {
  const at = words.indexOf(late.text);
  if (at < 0) return words.replace(NO_MORE, ' ');
  const before = words.slice(0, at);
  const told = / qu[e'] ?/.test(late.text) ? before.replace(ONLY_THEN, ' ') : before;
  return `${told} ${words.slice(at + late.text.length)}`.replace(NO_MORE, ' ');
}

function admitsLate(said: string, late: Match | undefined): boolean {
  const folded = granting(said);
  if (UNTICKED.test(folded) || isExcused(folded) || has(folded, OTHER_SENDING)) return false;
  if (isByPostmark(folded) || isTolerated(folded) || takesPassed(folded)) return true;
  // Offers that come after such an hour may be opened the day after: it must be said that they are late.
  if (!late || (has(late.text, AFTER_HOUR) && !has(folded, SAID_LATE))) return false;
  if (clausesOf(folded).some((words) => takesLate(words, late))) return true;
  // « Le pli qui ne s'achève qu'après celle-ci, …, est regardé comme parvenu dans le délai »: over its clauses.
  if (isTaken(withoutLate(folded, late), TREATED_AS)) return true;
  // « Les offres hors délai sont éliminées, sauf si l'acheteur décide de les examiner. »
  const except = find(folded, UNLESS);
  return has(folded, SOME) || (except !== undefined && has(folded.slice(except.to), AT_WILL));
}

/** « Tout retard sera toléré », in the article on the deposit of offers. */
const isAboutOffers = ({ passage, section }: Sentence): boolean =>
  passage.sentences.some((s) => s.has(SUBJECT)) || section.under(ABOUT_OFFERS);

/** What is late there is the contractor. */
const EXECUTION = fr`exécution|livraisons?|pénalités?|paiements?|interventions?|chantier|résiliation`;

/** Words that take up the late offers of the sentence before: « les admettre », « elles peuvent être ouvertes ». */
const PRONOUN = fr`(?:les |la |l')(?:accept|admet|examin|ouvr|analys|etudi|prend|reten|toler|conserv)[a-z]*|(?:elles?|ils?|celles?-ci|ceux-ci) (?:[a-z'-]+ ){0,6}?(?:est|sont|sera|seront|être|soit|soient)|(?:ces|cette|ce) (?:offres?|plis?|depots?)|(?:un|une) (?:offre|pli|telle)`;
/** « La copie peut arriver par la poste avant l'heure limite »: nothing late. */
const IN_TIME = fr`(?:arriver|parvenir|déposée?s?|remise?s?|reçue?s?|transmise?s?)(?: [a-z']+){0,5} avant (?:l'|la |cette |les )(?:même )?(?:heure|date|échéance|limite|clôture)s?|(?:premier|second|dernier)e?s?(?: (?:dépôt|pli|envoi|offre)s?)? (?:arrivé|parvenu|reçu|déposé)e?s? à temps`;
/** What is late is so by a time: « l'absence d'une rubrique n'entraîne pas l'élimination » tells of none. */
const OF_TIME = fr`encore|tard[a-z]*|retard[a-z]*|délais?|après|heures?|minutes?|secondes?|jours?|instants?|limite|échéance|dépass[a-z]*|horodat[a-z]*|clôtur[a-z]*|fermetures?|ferm[a-z]*|passée?s?|ultérieur[a-z]*|avant|à temps|dates?|au-delà|commenc[a-z]*|achev[a-z]*|expir[a-z]*|lendemain|guichet|forclo[a-z]*|créneaux?|hors (?:de )?(?:la |le |du )?(?:période|temps|horaires?)|horaires?|dernier moment|(?:à|avant|après|passé) (?:midi|minuit)|soirs?|nuits?|semaines?|mois|quart d'heure|moment|impartie?s?|butoirs?|couperet|ponctuel[a-z]*|traîn[a-z]*|attard[a-z]*|décal[a-z]*|anticip[a-z]*|postérieur[a-z]*|trop (?:court|juste)`;

/** « | Pli arrivé après l'heure | non ouvert, éliminé | » */
const isRejectedBeside = ({ passage }: Sentence): boolean =>
  passage.table?.rowOf(passage)?.cells.some((c) => c !== passage && c.has(REJECT)) ?? false;

/** « Tout pli arrivé après l'heure est considéré comme hors délai »: what it is taken for, and nothing more is let in. */
const DEEMED_LATE = fr`(?:considér|réput|regard|trait|déclar|qualifi)[a-z]* (?:comme )?(?:étant )?(?:arrivée?s? |parvenue?s? |reçue?s? )?(?:hors (?:du |des )?délais?|tardi(?:f|fs|ve|ves))`;
/** How offers are handed in, and what becomes of late ones. */
export const transmission = defineFact<Transmission>({
  id: 'transmission',
  title: 'Transmission des offres',
  read(piece: Piece) {
    const papier: Said[] = [];
    const tardives: Said[] = [];
    const eliminees: Said[] = [];
    const isThingAsked = asksThings(piece);
    for (const { value, sentence } of piece.draft.collect(read)) {
      const said = { at: sentence.span, sentence };
      if (isPaper(value, sentence, isThingAsked)) papier.push(said);
      const previous = sentence.previous;
      const follows =
        value.exception &&
        !value.late &&
        previous?.has(LATE) &&
        previous.has(SUBJECT) &&
        !sentence.has(EXCUSED) &&
        sentence.has(PRONOUN);
      const tardive = value.tardive && !isRejectedBeside(sentence) && !sentence.has(IN_TIME) && !isOfCopy(sentence);
      if ((tardive && (value.subject || isAboutOffers(sentence))) || follows) tardives.push(said);
      else if (value.eliminee && (value.subject || isAboutOffers(sentence))) eliminees.push(said);
    }
    const out = new Set(eliminees.map(({ sentence }) => sentence));
    const heardOut = new Set(
      saying(piece, 'offres/tardives-eliminees').flatMap((h) => (h.surety === 'sure' ? [h.sentence] : [])),
    );
    const late = withHeard(piece, 'offres/tardives-acceptees', tardives, (sentence, doubt) =>
      isRejectedBeside(sentence) ||
      isOfCopy(sentence) ||
      sentence.has(IN_TIME) ||
      sentence.has(DEEMED_LATE) ||
      !sentence.has(OF_TIME) ||
      (isExcused(sentence.folded) && !(isSure(doubt) && !sentence.has(NOT_THEIRS))) ||
      sentence.has(FORMER_KEPT) ||
      holdsFor(sentence) ||
      (sentence.has(OPENED_THEN) && !sentence.has(LATE)) ||
      (!isSure(doubt) && out.has(sentence) && !sentence.has(EXCEPT)) ||
      (sentence.section.under(EXECUTION) && !sentence.has(SUBJECT)) ||
      (!isSure(doubt) &&
        (heardOut.has(sentence) ||
          [OTHER_SENDING, OTHER_TIME, VALIDITY].some((other) => sentence.has(other)) ||
          !(sentence.has(SUBJECT) || isAboutOffers(sentence))))
        ? undefined
        : whole(sentence, doubt),
    );
    const onPaper = withHeard(piece, 'offres/voie-papier-admise', papier, (sentence, doubt) =>
      // « Le cachet de la poste fait foi » tells when an offer is late.
      sentence.has(POSTMARK) || isOtherThanPaper(sentence, isThingAsked) ? undefined : whole(sentence, doubt),
    );
    const ofOffers = onPaper.filter(({ sentence: s }) => !s.has(NO_OFFER) && !s.next?.has(NO_OFFER));
    return { papier: isExempt(piece) ? [] : ofOffers, tardives: late, eliminees };
  },
  show({ papier, tardives, eliminees }) {
    if (papier.length + tardives.length + eliminees.length === 0) return undefined;
    const words = (said: readonly Said[]) => said.map((s) => s.sentence.text);
    return { papier: words(papier), tardivesAdmises: words(tardives), tardivesEliminees: words(eliminees) };
  },
});
