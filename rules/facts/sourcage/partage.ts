import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { answering, isSure, saying, withHeard } from '../commun/index.ts';
import { OPERATEUR, type Prealable } from './mentions.ts';

/** What was exchanged, given to all candidates. */
export interface Partage {
  /** All that operators said or gave, or their prices, offers, processes: it may hold trade secrets. */
  readonly sensible: boolean;
  /** Trade secrets are left out, here or in the sentences next to it. */
  readonly reserve: boolean;
  readonly at: Span;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

const GIVE = fr`(?:est|sont) (?:en annexe|au dossier|dans le dossier)|communique[a-z]*|communication|publie[a-z]*|publication|mise?s? en ligne|(?:est|sont|etaient|restent) en ligne|form(?:e|ent) (?:l'annexe|le (?:paragraphe|chapitre|point)|l'article|la partie)|mis(?:e|es)? (?:a (?:la )?|librement )?(?:a )?disposition|mise a disposition|annexe[a-z]*|joint(?:e|s|es)?|porte[a-z]* a la connaissance|diffus[a-z]*|deposee?s?|transmis[a-z]*|transmett[a-z]*|remis(?:e|es)?|remettr[a-z]*|remettons|figure(?:nt|ra|ront)?|accessibles?|consultables?|donne[a-z]*|partage[a-z]*|verse[a-z]*|telechargeables?|en (?:libre )?(?:telechargement|consultation|acces)|integre[a-z]*|repris(?:e|es)?|rendu[a-z]* public[a-z]*|divulgue[a-z]*|reproduit[a-z]*|insere[a-z]*|disponibles?|constitue[a-z]* l'annexe|fait l'objet|restitue[a-z]*|fourni[a-z]*|recoivent|recoit|recevr[a-z]+|ont acces|a acces|auront acces|dispos(?:ent|eront) (?:de|du|des)|expose[a-z]*|resume[a-z]*|ouvrons|vous (?:est|sont|seront) ouverte?s?|vous (?:lirez|lisez|trouverez|trouvez|verrez)`;
const TO_ALL = fr`(?:nous|on) vous (?:l'|les? |la )?[a-z]+ons|vous (?:sont|est|seront|sera) [a-z]+|tous (?:les )?(?:candidats|soumissionnaires|concurrents|participants|operateurs|interesses)|(?:a |de )?(?:l'ensemble|la totalite) des (?:candidats|soumissionnaires|concurrents|participants|operateurs)|chaque (?:candidat|soumissionnaire|participant|concurrent)|chaque entreprise (?:consultee|invitee|candidate|admise)|(?:aux|les|des) entreprises (?:consultees|invitees|candidates|admises)|(?:aux|les|des) (?:candidats|soumissionnaires|participants|concurrents)|profil d'acheteur|plateforme|plate-forme|annexes?|dossier(?: de consultation)?(?! (?:patient|medical|usager|agent|numerique|individuel|personnel|administratif|client|eleve|social)s?(?![a-z]))|dce|present reglement|cctp|publiquement|en ligne|toutes les (?:equipes|agences|entreprises)|chaque equipe|page de la consultation|a chacun|de tous|a tous|public|(?:a|avec) (?:l'|cet )avis(?! (?:d[eu]s?|favorable|technique|consultatif)(?![a-z]))|(?:avec|en meme temps que) (?:cette|la presente|notre) (?:lettre|invitation)`;
/** Talks, and not the upkeep of a thing: « l'entretien préventif », « les frais d'entretien », « l'entretien des locaux ». */
const NO_UPKEEP =
  "(?<!(?:frais|operations?|produits?|travaux|contrats?|charges?|prestations?|marche|programme|plan|fiches?|carnet) d')";
const TALKS = `${NO_UPKEEP}entretiens(?! (?:preventifs|curatifs|courants|periodiques|menagers))|${NO_UPKEEP}entretien(?= ?(?:[,.;:)]|$)| (?:avec|prealable|preparatoire|exploratoire|individuel|telephonique|tenu|mene|conduit|realise|en visio|d[eu] \\d|s'est|a (?:ete|eu|porte)|est|sera|figure|dont|qui)(?![a-z]))`;
const MATTER = fr`enregistrements?|verbatims?|captations?|transcriptions?|procès-verbaux|notes prises|sour[cs]ages?|sourcings?|sourcages?|echang[a-z]*|${TALKS}|rencontres?|informations? (?:echangees?|recueillies?|obtenues?|utiles?|transmises?|communiquees?|recues?|donnees?|produites?)|syntheses?|comptes?[ -]rendus?|releves?|questionnaires?|reponses?|etudes?|notes?|rapports?|diagnostics?|audits?|documents?|elements?|supports? de presentation|presentations?|livrables?|travaux|ce qu'ils|tout ce qu|ce qu(?:e |')(?:elle|il|nous|on|la [a-z]+|le [a-z]+) (?:en )?(?:a|avons|ont) [a-z]+|(?:qui|que) (?:leur|lui) (?:a|ont) ete (?:[a-z]+ )?(?:remis|donne|fourni|transmis|communique|montre|presente|expose|adresse|pose)[a-z]*|ce que nous (?:leur |en |y )?(?:avons|leur avons) [a-z]+|informations?|resultats|donnees|offres?|devis|tarifs?|prix|procedes?|chiffrages?`;
/** Said of the consultation itself, of its questions and answers, or of a later step. */
const OTHER_SHARING = fr`(?:offres|plis|propositions|candidatures|demandes|questions)(?: [a-z']+){0,3} (?:est|sont|seront|etre) deposee?s?|(?<!(?:trame|liste|grille)s? des )questions (?:posees|des candidats|ecrites)|renseignements complementaires|reponses? aux questions|modifications? (?:du|de) dossier|attribution|notification|titulaire(?! sortant)|offres finales|candidatures`;
const NOT = /\bn'|\b(?:ne|ni|aucune?|sans|non)\b/;
const SECRECY = fr`confidentiel[a-z]*|secrets?`;

const ALL = fr`du premier au dernier mot|mot (?:à|pour) mot|verbatims?|rien n'(?:en |y )?(?:est|sera|a été) (?:retranch|retir|coup|ôt|enlev|supprim|occult|masqu)[a-z]*|sans (?:retrait|coup(?:ur)?es?|filtres?|tri|rature|omission|suppression|caviardage|masque)|ensemble d[eu]s? (?:[a-z]+ ){0,3}(?:echang|reponses|informations|elements|documents|entretiens|donnees|contenu|propos|supports|contributions|presentations)[a-z]*|totalite|integral[a-z]*|in extenso|integralement|tout ce qu[a-z']*|toutes les (?:reponses|informations|offres|donnees|presentations|contributions|propositions)(?: utiles)?|tous les (?:echanges|documents|elements|devis|comptes?[ -]rendus|supports|prix|entretiens)|sans (?:exception|restriction|reserve|occultation|exclusion)|y compris|compris|sans rien (?:en )?(?:retrancher|omettre)|tels quels|telles quelles|en totalite|dans leur (?:entier|integralite)`;
const SENSITIVE = fr`(?:offres?|propositions?)(?: (?:de prix|commerciales?|remises?|recues?|financieres?|techniques?|chiffrees?|des (?:operateurs|entreprises|fabricants|societes|fournisseurs|editeurs)|initiales?))|devis|tarifs?|prix|grilles? tarifaires?|chiffrages?|couts? (?:de revient|unitaires?)|procedes?|savoir-faire|strategies?|projets commerciaux|plans? de fabrication|recettes?|codes? sources?|formules?|marges?`;
/** « la remise des offres initiales »: what candidates hand in, when this tender is due. */
const DUE =
  /(?:remise|reception|depot|envoi|ouverture|date limite|delai)s? (?:de (?:la )?(?:remise|reception) )?(?:de |des |d'|de leurs |de vos )(?:candidatures et (?:des )?)?(?:offres|propositions|devis)(?: (?:initiales|finales|commerciales|financieres|techniques|de prix))*/g;
/** The buyer's own documents, given to the operators: no secret of theirs. */
const OWN = fr`(?:remis|transmis|communique|adresse|donne|presente|fourni|envoye|soumis)[a-z]* (?:par (?:l'acheteur|le service|la [a-z]+|l'[a-z]+) )?(?:aux|a chacune? des|a ces|a l'|a la|a toute?s? les) [a-z]+`;
/** « le diaporama que nous avons présenté »: written by the buyer. */
const OF_BUYER = fr`(?:que |qu')(?:nous|on|l'acheteur|(?:la|le) (?!${OPERATEUR})[a-z]+) (?:(?:avons|avions|ont|a|avait) )?(?:[a-z]+ )?(?:présenté|remis|montré|transmis|adressé|soumis|projeté|exposé|envoyé|diffusé|préparé|écrit|rédigé|posé)(?:e|s|es)?`;
const EXCEPTION = fr`déduction faite d[eu]s?|a l'exception|excepte[a-z]*|sauf|hormis|sous (?:la )?reserve d[eu]s?|a l'exclusion|hors (?:elements?|informations?|donnees|secrets?|ce qui|tout)|occult[a-z]*|anonymis[a-z]*|expurg[a-z]*|debarrass[a-z]*|epur[a-z]*|purg[a-z]*|delest[a-z]*|masqu[a-z]*|secrets? (?:des affaires|industriel|commercial|en matiere|de fabrication|protege|des procedes|d'affaires)[a-z]*|caviard[a-z]*|proteg[a-z]*|retir[a-z]*|retranch[a-z]*|soustrait(?:e|s|es)?|enleve(?:e|s|es)|dans le respect|ecarte[a-z]* de (?:cette|la)|(?<!sans )retraits?|n'y (?:figur|apparai)[a-z]*|purg[a-z]*|depouill[a-z]*|dans la limite|neutralis[a-z]*|confidentialite|confidentiel[a-z]*`;
const DENIED_EXCEPTION = fr`sans (?:exception|restriction|reserve|occultation|exclusion|distinction)|y compris|secrets? (?:[a-z]+ )?compris|(?:aucune?|sans|rien)(?: [a-z',-]+){0,8} (?:occult|masqu|retir|exclu|retranch|supprim|ecart|caviard|confidentiel)[a-z]{0,20}|(?<!(?:entretiens?|rendus?|annexes?|reponses?|notes?) )compris`;

/** What is a firm's own, by its name. */
const SECRET_THINGS = fr`${SENSITIVE}|secrets?|propriété intellectuelle|tours? de main|données (?:économiques|financières|commerciales)|chiffres|coûts`;
const TAKEN_OUT =
  '(?:ot(?:e|es|ee|ees|ant|ons)|supprim|omis|omet|alleg|effac|gomm|noirc|ampute|biff|elague|elimine|expurge|enlev|dispar|soustrai|retir|retranch|tronque)[a-z]*';
/** « les prix en ont été effacés », « ne contient ni prix ni procédé », « elle tait leurs procédés » */
const LEFT_OUT = fr`${TAKEN_OUT}|tai(?:t|sent|ra|ront)|(?:y|en|est|sont|fois|été) tu(?:e|s|es)?|passe(?:nt|e|es|ee|ees)? sous silence|laisse[a-z]* (?:dans l'ombre|de côté)|(?:ne|n'y|n'en) (?:[a-z]+ ){0,3}?(?:contien|compren|comport|repren|mentionn|donne|livre|figur|appara|repri|report|reprodui|cite)[a-z]*(?! (?:que|qu'))|n'y (?:est|sont|sera|seront) (?:pas|point|plus)|sans (?:[a-z]+ )?(?:leurs?|les?|la|ni|aucune?) ?(?:${SECRET_THINGS})`;
/** « les prix n'en ont pas été effacés », « sans que rien en soit ôté » */
const NOT_TAKEN = fr`(?:ne|n'[a-z]+|ni|rien|sans|aucune?|aucunement)(?: (?!contien|figur|comport|compren)[a-z',-]+){0,6} (?:${TAKEN_OUT}|tu(?:e|s|es)?)`;

interface SharingRead {
  readonly given: boolean;
  readonly matter: boolean;
  readonly own: boolean;
  readonly all: boolean;
  readonly sensitive: boolean;
  readonly reserve: boolean;
}

/** Their secrets are said to be out of it, in whatever words. */
const keepsSecrets = (phrase: Pick<Phrase, 'has'>): boolean =>
  phrase.has(LEFT_OUT) && phrase.has(SECRET_THINGS) && !phrase.has(NOT_TAKEN);

const WITHOUT_LIMIT = fr`sans (?:exception|restriction|reserve|occultation|frais|retrait|coup(?:ur)?es?|filtres?|tri|rature|omission|suppression|caviardage|modification|masque)|ne (?:[a-z]+ )?(?:comprend|contien|comporte)[a-z]*`;
export const NAMED_MATTER = fr`sour[cs]ages?|sourcings?|sourcages?|echanges? (?:prealables?|avec(?! (?:le|la|les|l'|d'autres|un|une) ?(?:dossier|base|systeme|application|logiciel|portail|si|outil|serveur|interface|plate-?forme|referentiel|progiciel|module)s?(?![a-z])))|etudes? (?:de faisabilite|prealables?|d'opportunite)|informations? echangees?|${TALKS}|entreprises? (?:rencontree|consultee|interrogee)s?|operateurs? (?:rencontre|consulte|interroge)s?|participation|assistan[a-z]+ a (?:la )?maitrise`;
/** « dont le compte rendu est en annexe 1 »: a statement of its own, whatever the sentence denies around it. */
const GIVEN_BESIDE = fr`dont (?:le|la|les|l'|un|une) ?(?:comptes?[ -]rendus?|syntheses?|bilan|rapport|restitution|resultats?)(?: (?:complet|detaille|anonymise)e?s?)? (?:est|sont|figure(?:nt)?) (?:en annexe|annexe[es]*|joint[es]*|publie[es]*|au dossier|dans le dossier)`;
/** « Son rapport complet »: what was ordered and paid for, and no talk with firms. */
const STUDY = fr`(?:rapport|étude|diagnostic)(?: [a-z]+)?(?: de (?:faisabilité|programmation))?`;
const HEARD_FROM = fr`${TALKS}|échanges?|réponses?|rencontr[a-z]*|comptes?[ -]rendus?|rendez-vous|sour[cs]ages?|sourcings?|visites?|ils|elles|leurs?`;
/** « …, sans les prix ni les méthodes de chacun »: what is left out of what is given. */
const WITHOUT_SECRETS = new RegExp(
  `(?<![a-z])sans (?:leurs?|les|la|le) (?:${SECRET_THINGS.source}|methodes?)(?![a-z]).*`,
);
const read = (phrase: Phrase): SharingRead | undefined => {
  if (!phrase.has(GIVE) || !phrase.has(MATTER)) return undefined;
  const { folded } = phrase;
  const given =
    phrase.has(GIVEN_BESIDE) ||
    clauses(folded).some(({ from, to }) => {
      const words = folded.slice(from, to).replace(WITHOUT_SECRETS, ' ');
      return has(words, GIVE) && (!has(words, NOT) || [WITHOUT_LIMIT, NOT_TAKEN].some((p) => has(words, p)));
    });
  if (!given || !phrase.has(TO_ALL)) return undefined;
  return {
    given,
    matter: phrase.has(NAMED_MATTER),
    own: phrase.has(OWN) || phrase.has(OF_BUYER) || (phrase.has(STUDY) && !phrase.has(HEARD_FROM)),
    all: phrase.has(ALL),
    sensitive: has(folded.replace(DUE, ' '), SENSITIVE),
    reserve: (phrase.has(EXCEPTION) && !phrase.has(DENIED_EXCEPTION)) || keepsSecrets(phrase),
  };
};

/** What of the exchanges is given to all, in the article that speaks of them or wherever they are named. */
export function readPartages(piece: Piece, prealables: readonly Prealable[]): Partage[] {
  const sections = new Set(prealables.map((p) => p.sentence.section));
  const mentions = new Set(prealables.map((p) => p.sentence));
  const articles = new Set([...sections].flatMap(({ chain }) => chain.filter((s) => s.heading?.has(PRIOR))));
  const followsOne = (sentence: Sentence): boolean => {
    const last = before(sentence);
    return last !== undefined && mentions.has(last);
  };
  const isNear = (sentence: Sentence): boolean =>
    (sections.has(sentence.section) &&
      (sentence.section.heading !== undefined || mentions.has(sentence) || isNextTo(sentence, mentions))) ||
    // « 2.2 Égalité », beside « 2.1 Déroulement » in the article on the exchanges.
    sentence.section.chain.some((s) => articles.has(s)) ||
    (THEIR.test(sentence.folded) && followsOne(sentence));
  const listed = piece.draft
    .collect(listedIn)
    .filter(({ sentence }) => isPieceList(sentence))
    .map(({ sentence }): Partage => ({ sensible: false, reserve: false, at: sentence.span, sentence }));
  const said = piece.draft.collect(read).flatMap(({ value, sentence }): Partage[] => {
    if ((isOfNegotiation(sentence) && !sentence.has(PRIOR)) || sentence.has(CHANNEL) || sentence.has(TIME_TO_READ))
      return [];
    const near = isNear(sentence);
    if (!value.matter && (!near || isOtherSharing(sentence))) return [];
    const reserve = value.reserve || isReservedAround(sentence);
    const sensible = (value.all && !value.own && !isOfStudies(sentence)) || value.sensitive;
    return [{ sensible, reserve, at: sentence.span, sentence }];
  });
  const divulged = new Set(saying(piece, 'sourcage/tout-divulgue').map(({ sentence }) => sentence));
  // « Rencontres avec quatre loueurs »: heard, and given to nobody yet.
  // « Nous fournissons à chaque candidat : » over « les devis de ces loueurs ».
  const items = piece.draft.collect(itemIn).flatMap(({ sentence }): Partage[] => {
    const lead = sentence.passage.list && sentence.passage.lead?.sentences.at(-1);
    const opens = lead && / ?: ?$/.test(lead.folded) && lead.has(GIVE) && (lead.has(TO_ALL) || lead.has(A_CANDIDATE));
    const near = isNear(sentence) || (opens && followsOne(lead));
    if (!opens || !near || has(lead.folded, NOT) || said.some((s) => s.sentence === sentence)) return [];
    return [{ sensible: true, reserve: isReservedAround(sentence), at: sentence.span, sentence }];
  });
  const given = saying(piece, 'sourcage/informations-remises-a-tous')
    .filter(({ sentence }) => (sentence.has(GIVE) || !mentions.has(sentence)) && !divulged.has(sentence))
    .filter(
      ({ sentence }) =>
        ![OTHER_SHARING, CHANNEL].some((other) => sentence.has(other)) &&
        !isOfNegotiation(sentence) &&
        (isNear(sentence) || sentence.has(NAMED_MATTER)),
    )
    .filter(({ sentence }) => ![...said, ...listed].some((s) => s.sentence === sentence))
    .map(({ sentence }): Partage => ({ sensible: false, reserve: false, at: sentence.span, sentence }));
  const all = withHeard(piece, 'sourcage/tout-divulgue', [...said, ...listed, ...items, ...given], (sentence, doubt) =>
    sentence.has(NOTHING_GIVEN) ||
    sentence.has(CHANNEL) ||
    sentence.has(TIME_TO_READ) ||
    !(isNear(sentence) || sentence.has(NAMED_MATTER) || (isSure(doubt) && mayBeOfOperators(sentence))) ||
    (!isSure(doubt) && sentence.has(GIVEN_TO_US))
      ? undefined
      : {
          sensible: !sentence.has(OF_BUYER),
          reserve: isReserve(sentence) || isReservedAround(sentence),
          at: (givenNext(sentence, said) ?? sentence).span,
          sentence,
          doubt,
        },
  );
  // A sentence that gives all without an exception keeps nothing back.
  const reserved = answering(
    piece,
    'sourcage/secret-affaires-reserve',
    (s, sure) => isReserve(s) || (sure && !s.has(OF_OFFERS) && !all.some((one) => one.sentence === s && one.sensible)),
  );
  // « CCTP | avec la synthèse des échanges », where the synthesis has been said to leave secrets out.
  const isKept = all.some(({ reserve }) => reserve);
  return all.map((one) => ({ ...one, reserve: reserved !== undefined || one.reserve || (isKept && isUnsure(one)) }));
}

/** « Les candidats disposent, pour en prendre connaissance, de tout le temps qui les sépare de la remise »: how long they have. */
const TIME_TO_READ = fr`dispose(?:nt|z|ront)?,? (?:pour [^,;.]{0,60},? )?(?:de la totalité du|de l'ensemble du|de tout le|du|d'un|de) (?:[a-z0-9-]+ ){0,2}?(?:temps|délai|jours|semaines|mois)`;

const STUDIED = fr`${STUDY.source}|sondages?|relevés?|métrés?|avant-projet`;

/** « Une étude a été réalisée par un laboratoire. Ces deux documents, intégralement communiqués… »: what was ordered and paid for. */
const isOfStudies = ({ folded, previous }: Sentence): boolean =>
  /^[^a-z]*(?:(?:l'ensemble|la totalite|tous) (?:de )?(?:ces|ses|leurs)|ces) (?:deux |trois |quatre )?(?:documents|pieces|travaux|etudes|rapports)(?![a-z])/.test(
    folded,
  ) &&
  previous?.has(STUDIED) === true &&
  !previous.has(HEARD_FROM);

/** « – transcrits mot à mot, – publiés avec le dossier »: what says all, and the item after it by which it is given. */
const givenNext = (sentence: Sentence, said: readonly Partage[]): Sentence | undefined =>
  sentence.has(GIVE)
    ? undefined
    : said.find((one) => one.sentence.passage.list && one.sentence.passage === sentence.passage.after)?.sentence;

/** « Ce prix rémunère toutes les opérations », « les devis sont remis »: however it sounds, nobody was met there. */
const mayBeOfOperators = (s: Sentence): boolean =>
  !s.has(OF_PRICES) || s.has(OPERATOR) || s.has(THEIRS) || s.section.under(NAMED_MATTER) || s.section.under(OPERATOR);
const OF_PRICES = fr`prix|tarifs?|devis|forfaits?|bordereaux?|frais|montants?|rémunèr[a-z]*|maintenance|entretien`;
const OPERATOR = fr`${OPERATEUR}`;
const THEIRS = fr`leurs?|ils|elles|chacune?|ceux-ci|celles-ci`;

const isUnsure = ({ doubt }: Partage): boolean => doubt !== undefined && !isSure(doubt);

/** In the article on the exchanges, « les questions posées et la synthèse des réponses » are those of the exchanges. */
const isOtherSharing = (s: Sentence): boolean =>
  has(
    s.has(fr`synthèses?|comptes?[ -]rendus?|(?:qui|que) leur (?:a|ont) été`)
      ? s.folded.replace(/questions (?:posees|ecrites)/g, ' ')
      : s.folded,
    OTHER_SHARING,
  );

/** What is told of the talks of the tender itself: each candidate is asked and heard in the same way. */
const isOfNegotiation = ({ section, passage, previous }: Sentence): boolean =>
  section.under(NEGOTIATION) || [passage, previous].some((near) => near?.has(NEGOTIATION));
const NEGOTIATION = fr`négoci(?:ations?|er|e|ent|era)|soutenances?|discu(?:ssions?|ter|te|tent|tera) avec (?:[a-z]+ ){0,2}(?:candidat|soumissionnaire|concurrent)s?|offres? (?:revue|améliorée|finale)s?`;

/** « Les échanges transitent en totalité par la plateforme »: the way they take, and not who reads them. */
const CHANNEL = fr`transit[a-z]*|(?:échanges|communications|correspondances?)(?: [a-z',-]+){0,8} (?:passent|se font|s'effectuent|ont lieu|se déroulent)(?: [a-z]+){0,3} (?:par|sur|via|au moyen)`;
/** « Le cabinet nous a remis une étude »: received, and given to nobody yet. */
const GIVEN_TO_US = fr`nous (?:a|ont|avait|avaient) (?:[a-z]+ )?(?:remis|présenté|fourni|transmis|livré|communiqué|rendu|adressé)(?:e|s|es)?`;
/** « Rien de ce qu'ils ont remis n'est diffusé », and not « rien n'en est retiré ». */
const NOTHING_GIVEN = fr`(?:rien|aucune?|nul|nulle)(?: [a-z',-]+){0,12} (?:ne|n'[a-z]+)(?! (?:[a-z'-]+ ){0,4}(?:retir|occult|masqu|omis|écart|exclu|soustrait|supprim|retranch|caché|caviard))`;
/** What operators alone can have given, in an item of what is given to all. */
const THEIR_MATTER = fr`(?:ces|ceux-ci|leurs?|qu'ils|qu'elles|remise?s? par|reçue?s? des?|adressée?s?|opérateurs?|${OPERATEUR})`;
const itemIn = (phrase: Phrase): true | undefined =>
  phrase.has(SENSITIVE) && phrase.has(THEIR_MATTER) && !phrase.has(EXCEPTION) && !phrase.has(NOT) ? true : undefined;
const A_CANDIDATE = fr`(?:à|de|d'|aux) ?(?:la demande d'|tout |chaque |un )?(?:candidats?|soumissionnaires?|concurrents?)`;
/** It goes on with those of the paragraph before. */
const THEIR =
  /^[^a-z]*(?:\d[^a-z]*)?(?:[a-z]+\. )?(?:leurs?|ces|ceux-ci|celles-ci|l'ensemble de leurs|tout ce qu'(?:ils|elles)) /;
const before = ({ index, passage }: Sentence): Sentence | undefined => {
  if (index > (passage.heading?.runIn ? 1 : 0)) return undefined;
  const all = passage.draft.passages;
  return all[all.indexOf(passage) - 1]?.sentences.at(-1);
};

/** Trade secrets are left out in the sentences next to it, or elsewhere in its article. */
function isReservedAround(sentence: Sentence): boolean {
  const all = sentence.passage.sentences;
  const rank = all.indexOf(sentence);
  return [all[rank + 1], all[rank + 2]].some((s) => s !== undefined && isReserve(s)) || isReserved(sentence);
}

const PRIOR = fr`sour[cs]ages?|sourcings?|sourcages?|echanges? prealables?|etudes? (?:de faisabilite|prealables?|d'opportunite|preliminaires?)|rapport (?:de l'|d')(?:amo|assistan[a-z]+|etude)|diagnostic prealable`;
const listedIn = (phrase: Phrase): true | undefined =>
  phrase.has(PRIOR) && !has(phrase.folded, NOT) ? true : undefined;
const PIECES = fr`(?:pieces?|documents?|contenu|composition|dossier)(?: [a-z'-]+){0,6} (?:consultation|dossier|dce|marche|candidats?|contractuel[a-z]*)|contenu du dossier|dossier de consultation|dce|annexes?|(?:dossier|dce) (?:comprend|contient|se compose|est compose)`;

/** An entry in the list of the dossier's documents: the candidates have it. */
const isPieceList = ({ passage }: Sentence): boolean =>
  passage.list !== undefined || passage.cell !== undefined
    ? passage.lead?.has(PIECES) === true || passage.section.under(PIECES)
    : false;

const isNextTo = (sentence: Sentence, mentions: ReadonlySet<Sentence>): boolean =>
  sentence.passage.sentences.some((s) => mentions.has(s));

const PROTECTED = fr`prix|tarifs?|savoir-faire|orientations? commerciales?|elements?|informations?|donnees|propriete intellectuelle|procedes?|strategie|disposition|diffusion|publication`;
/** « Ce que vos offres ont de secret n'est pas dit aux évincés »: another promise. */
const OF_OFFERS = fr`évincée?s?|(?:non|pas) retenue?s?|dans (?:l'|votre |vos |leurs? |les |son )offres?|(?:les|vos|leurs) (?:offres|plis) (?:[a-z]+ ){0,2}?(?:contien|compren|comport|renferm)[a-z]+`;
const isReserve = (s: Sentence): boolean =>
  !s.has(OF_OFFERS) &&
  (keepsSecrets(s) || (s.has(EXCEPTION) && !s.has(DENIED_EXCEPTION) && (s.has(SECRECY) || s.has(PROTECTED))));

const SECRET_MATTER = fr`secrets?|propriete intellectuelle|procedes?|confidentiel[a-z]*`;
/** The exception may stand in another paragraph of the same article. */
const isReserved = (sentence: Sentence): boolean =>
  sentence.section.heading !== undefined &&
  sentence.section.sentences.some((s) => s !== sentence && isReserve(s) && s.has(SECRET_MATTER));
