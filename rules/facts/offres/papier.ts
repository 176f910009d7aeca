import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Piece } from '../../kit/piece.ts';
import { find, has } from '../../kit/text.ts';
import { isInRowOfNo, isOfLots, saying } from '../commun/index.ts';
import { zoneOf } from '../criteres/index.ts';
import { CANDIDATURE, OFFRE, REMISE } from './mots.ts';

/** What a sentence says of the way of handing in. */
export interface PaperRead {
  readonly papier: boolean;
  /** The sentence names what is handed in. */
  readonly named: boolean;
  readonly verb: boolean;
}

/** « Une enveloppe offre pour chaque lot »: what a platform calls so. */
const VIRTUAL = '(?:offre|candidature|virtuelle|electronique|dematerialisee|numerique)s?(?![a-z])';
const VIRTUAL_ENVELOPE = fr`enveloppes? ${VIRTUAL}`;
const OBJET = `(?:${OFFRE}|${CANDIDATURE}|enveloppes?(?! ${VIRTUAL})|dossiers? (?:complets?|d'offres?|de reponse)|(?:leurs?|son|votre|vos) (?:dossiers?|reponses?)|documents de l'offre)`;
const MODE = fr`envois? posta(?:l|ux)|(?:support|format|forme|version|voie|exemplaires?|copies?|dossiers?|jeux?|tirages?|impressions?) (?:[a-z]+ )?papier|(?:sur|en) papier(?! (?:libre|à en-tête))|papier (?:ou|et) (?:(?:electronique|dematerialis)[a-z]*|(?:le |au )?profil|(?:la )?plate-?forme)|contre (?:recepisse|recu|signature|decharge)|en mains? propres?|(?<!(?:poste|prix|cout|detail|decompos[a-z]*|forfaitaires?|chiffr[a-z]*|ventil[a-z]*|estimation)(?:,? [a-z']+)?,? )(?:par |voie |la )(?:la )?(?:poste|postale)|(?:par )?(?:courrier|lettre|pli|envoi) recommandee?|lettre recommandee|par courrier(?! electronique)|par (?:un )?(?:coursier|porteur|transporteur)|sous (?:simple |double )?(?:plis?|enveloppes?)(?! (?:electronique|dematerialise|numerique))(?: (?:unique|cachete|ferme|scelle)e?s?)?|(?:plis?|enveloppes?) (?:cachete|ferme|scelle|exterieure|interieure)e?s?|double enveloppe|en (?:\(?\w+\)? )?(?:\(\d\) )?exemplaires? (?:papier|relies?|imprimes?)|physiquement|ne pas ouvrir`;
const ORIGINALS = fr`en (?:\(?\w+\)? )?(?:\(\d\) )?exemplaires? (?:originaux|original)`;
/** What candidates prove with: an original of it is too much to ask, but is no way of sending offers. */
const PROOF = fr`certificats?|attestations?|extraits?|k-?bis|justificati(?:f|fs|ves?)|diplomes?|brevets?|habilitations?|agrements?|cartes? professionnelles?|pouvoirs?|polices? d'assurance|cautions?|jugements?`;
const DEPOT = fr`depos[a-z]+ (?:[a-z]+ ){0,3}(?:au secretariat|a l'accueil|au guichet|en mairie|au bureau|dans les locaux|au siege)|(?:apporte[a-z]*|porter|porte(?:nt|ra|ront)?) (?:[a-z']+ ){0,4}(?:au secretariat|a l'accueil|au guichet|en mairie|a la mairie|au bureau|dans les locaux|au siege)|rem(?:is|et)[a-z]* (?:[a-z]+ ){0,3}(?:au secretariat|a l'accueil|au guichet|en mairie|au bureau)`;
/** What may be handed in by hand, and the cases of article R2132-12. */
const PERMIS = fr`sauvegarde|(?:terminal|terminaux|materiels?|appareils?|equipements?|machines?|outils?|vehicules?|objets?) pretee?s?|en pret|echantillons?|affiches?|tirages?(?! (?:papier|relie|signe))|epreuves?|maquettes?|prototypes?|modeles? reduits?|demonstrateurs?|specimens?|(?:d'|pour |aux fins d'|a l'|en )essais?|(?:de |en )demonstration|ren(?:du|due|dus|dues|dra|dront|voye|voyes|voyees?) (?:au candidat|aux candidats|apres|a l'issue|sur demande)|restitu[a-z]*|materiels? (?:de test|de demonstration|a tester)|r ?\.? ?2132-1[23]|l ?\.? ?2132-3|notification|notifiee?|factures?|recours|rematerialis[a-z]+|imprimee?s? par|facturation|questions?|virus|raison de (?:leur|sa) nature|cles? usb (?:de|contenant) la copie`;
/** The basket of orders by which the buyer compares prices, and keeps under seal. */
const HIDDEN = `(?:paniers?|commandes?|simulations?|scenarios?|detail|dqe)(?: [a-z'-]+){0,3} (?:types?|fictives?|masquee?s?|cachee?s?)|paniers? de commandes?|(?:non|pas|ni) (?:communiquee?s?|divulguee?s?|publiee?s?|portee?s? a la connaissance)`;
/** Another time or another person than the tenderer's: the contract signed, the dossier to be fetched, what the buyer has put away. */
const AILLEURS = fr`(?:a|ont) ete (?:depos|plac|constitu|etabli|arret|consign|confi)[a-z]*|(?:dossier|dce|cahier|documents?) de (?:la )?consultation|retrait|retire(?:r|e|s)?|telecharg[a-z]+|attributaire|titulaire|signature du marche|marche signe|apres attribution|candidats? retenus?|lettres? de rejet|decisions?|rejet de (?:leur|son) offre|${HIDDEN}`;
const NEGATION = fr`(?:ne|n') ?(?:[a-z']+ ){0,3}?(?:sont|est|sera|seront|peut|peuvent|pourra|pourront|doit|doivent|fait|saurait)(?: [a-z]+){0,2} (?:pas|plus|aucun[a-z]*|ni|jamais)|ne (?:[a-z]+ ){1,3}(?:pas|plus|aucun[a-z]*)|(?<!ne )(?:rien|jamais|point|pas) (?:sur|en|par|de|d'|sous)|n'[a-z]+ (?:pas|plus|aucun[a-z]*|ni)|aucune?s?|sans|ni|interdite?s?|exclu[es]*|a l'exclusion|(?:refus|rejet|ecart|elimin)(?:e[es]*|er)?|elimination|irrecevables?|irregulier[es]*|non conformes?|proscrite?s?|non (?:admis|autoris|accept|recevable)[a-z]*|ne (?:peut|peuvent|pourra|pourront|saurait|sauraient|sera|seront) etre (?:accept|admis|utilis|retenu|adress|transmis|remis|depos|envoy)[a-z]*|pas (?:admis|autoris|accept|possible)[a-z]*|impossible|plus possible`;
/** Refusing the electronic way is asking for paper. */
const REFUS = fr`(?:transmission|reponse|depot|remise|voie|envoi)s? (?:des (?:plis|offres) )?(?:par voie )?(?:electronique|dematerialise[a-z]*)s? (?:n'est pas|ne sont pas|n'est|est|ne sera pas|(?:interdit|exclu|refus)[a-z]*)(?: (?!mais|et )[a-z']+)*|(?:aucune|pas de) (?:offre|reponse|transmission|remise) (?:par voie )?(?:electronique|dematerialisee)`;
const REFUSED = fr`n'est pas (?:autoris|admis|accept|possible|prevu|permis)[a-z]*|ne sont pas (?:autoris|admis|accept)[a-z]*|ne sera pas (?:autoris|admis|accept)[a-z]*|est (?:interdit|exclu|refus)[a-z]*|interdite?|exclue?|refusee?|aucune|pas de`;
/** What is handed in. */
export const OBJETS = fr`${OBJET}`;

/** The words of each clause. */
export const clausesOf = (folded: string): string[] => clauses(folded).map(({ from, to }) => folded.slice(from, to));

/** « Celui qui n'est pas équipé apporte son enveloppe »: it is not the sending that is denied. */
const UNEQUIPPED =
  /(?<![a-z])qui (?:ne |n')[^,;.]{2,30}?(?<![a-z])(?:pas|plus|aucune?)(?![a-z])[^,;.]{0,40}?(?=,? (?:peu(?:t|vent)|pourr(?:a|ont)|apport|depos|remet|envo|adress|transm|port(?:e|ent|era|eront) ))/g;
/** « Aucune offre sur papier (envoi postal ou dépôt) ne sera acceptée »: what brackets only detail goes with what they detail. */
const withAsides = (folded: string): string =>
  folded.replace(/ ?\(([^()]*)\)/g, (whole, inside) => (has(inside, NEGATION) ? whole : ` ${inside}`));
/** A clause asks for paper, or refuses the electronic way. */
export function asksForPaper(folded: string): boolean {
  const refusal = find(folded, REFUS);
  if (refusal && has(refusal.text, REFUSED)) return true;
  const isOfProof = has(folded, PROOF) && !has(folded, OFFER_NAMED);
  return clausesOf(withAsides(folded).replace(UNEQUIPPED, 'qui ')).some(
    (words) =>
      (has(words, MODE) || has(words, DEPOT) || (!isOfProof && has(words, ORIGINALS))) && !has(words, NEGATION),
  );
}

const SOME_THINGS = '(?:une?|deux|trois|quatre|cinq|six|dix|\\d{1,2})';
/** Papers, what holds them, who sends and who takes them; any other thing is handed over to be looked at or tried. */
const PAPERS = `(?:${OBJET}|dossiers?|documents?|pieces?|lettres?|memoires?|actes?|bordereaux?|dpgf|dqe|bpu|dc ?\\d|dume|formulaires?|notes?|exemplaires?|copies?|originaux|original|cles?|supports?|cd|cd-rom|disques?|cartons?|colis|chemises?|classeurs?|attestations?|certificats?|annexes?|devis|plannings?|calendriers?|fiches?|plans?|planches?|projets?|listes?|catalogues?|cadres?|details?|jeux?|ensembles?|cahiers?|contrats?|rapports?|curriculum|cv|references?|tout|tous|autres?|candidats?|soumissionnaires?|entreprises?|concurrents?|operateurs?|societes?|groupements?|mandataires?|lots?|remises?|depots?|envois?|transmissions?|adresses?|dates?|heures?|delais?|seule?s?|memes?|simples?|doubles?|premiere?s?|accueil|secretariats?|guichets?|bureaux?|mairies?|services?|acheteurs?|pouvoirs?|agents?|mode|voie|forme)`;
const beginsWith = (article: string) =>
  new RegExp(
    `^(?:(?:pour )?(?:les? )?lots? (?:n ?° ?)?\\d[\\d, et]{0,12} ?[:,-] ?|- )?${article} ?(?!${PAPERS}(?![a-z]))[a-z]{4}`,
  );
const THINGS = beginsWith(SOME_THINGS);
/** In a list of what is handed in, « le fauteuil… » is a thing too; a sentence may begin with anything. */
const ITEM = beginsWith(`(?:${SOME_THINGS}|chaque|les?|la|l'|des)`);
const GIVES = fr`(?:remet|livre|depose|presente|fournit|apporte)[a-z]* (?:contre (?:recepisse|recu|decharge) |en mains? propres? ){0,2}(?:une?|deux|trois|quatre|cinq|dix) (?!${PAPERS}(?![a-z]))[a-z]{4}[a-z]*`;
/** « ; ces flacons sont déposés à l'accueil »: what was named before, and no offer. */
const THAT_THING = new RegExp(`(?:^[^a-z]*|[;:,.] )(?:ces|cet|cette|ce) (?!${PAPERS}(?![a-z]))[a-z]{4}[^;.]*$`);
const ON_PAPER = fr`papiers?|enveloppes?|poste|postale?|courriers?|lettres?|imprimee?s?|reliee?s?|ne pas ouvrir`;
/** « un fauteuil, livré contre reçu au magasin », among what an offer holds: a thing to be looked at, which goes by hand. */
const isThing = ({ folded, passage, previous }: Sentence): boolean => {
  if (THAT_THING.test(folded)) return true;
  const begins = (passage.list || passage.cell) && !previous ? ITEM : THINGS;
  return !has(folded, ON_PAPER) && (begins.test(folded.trim()) || has(folded, GIVES));
};

const SUBJECT = new RegExp(`^[^a-z]*(?:les?|la|l'|ces?|chaque) ?(?!${PAPERS}(?![a-z]))(?<noun>[a-z-]{4,})`);
const SAMPLES = fr`échantillons?|maquettes?|prototypes?|spécimens?`;
/** « Les flacons sont apportés au guichet », where another sentence says that they are samples. */
const isSampleByName = ({ folded, passage }: Sentence): boolean => {
  const noun = SUBJECT.exec(folded)?.groups?.noun;
  return noun !== undefined && passage.draft.sentences.some((s) => s.has(SAMPLES) && s.folded.includes(noun));
};

/** Titles and leads under which offers are handed in. */
export const ABOUT_OFFERS = fr`(?:${REMISE}|modalites|conditions|mode|forme)s? (?:[a-z'-]+ ){0,5}(?:${OBJET})|(?:${OBJET})|transmission`;

const COPY = fr`copies? de secours|sauvegarde`;
/** « Elle est envoyée… », « soit déposée… », « le pli »: the thing that was spoken of before. */
const TAKEN_UP =
  /^[^a-z]*(?:elles?|il|celle-ci|celui-ci|cette (?:copie|version|derniere|enveloppe)|cet envoi|ce pli|soit|ou|et|le pli|l'enveloppe) ?(?!s)/;
/** It goes on with the backup copy, which the last sentence that names what is handed in is about. */
function isOfCopy(sentence: Sentence): boolean {
  const { folded, passage } = sentence;
  if (!TAKEN_UP.test(folded)) return false;
  const { own } = passage.section;
  const isNaming = (words: Pick<Sentence, 'folded' | 'has'>) =>
    (words.has(COPY) || words.has(OBJETS)) && !TAKEN_UP.test(words.folded);
  const all = own.slice(0, own.indexOf(passage) + 1).flatMap((p) => p.sentences);
  const before = all.slice(0, all.indexOf(sentence));
  return before.findLast(isNaming)?.has(COPY) === true;
}

/** What may be handed in on paper: samples, backup copies, and what is not of the offers. */
function isPermittedPaper(sentence: Sentence): boolean {
  const { passage } = sentence;
  const titles = passage.section.chain.map((s) => s.title).join(' ; ');
  if (has(titles, PERMIS) || passage.lead?.has(PERMIS) || sentence.has(PERMIS) || sentence.has(AILLEURS)) return true;
  if (isOfCopy(sentence)) return true;
  const row = passage.table?.rowOf(passage);
  return row?.cells.some((c) => c !== passage && (c.has(PERMIS) || c.has(AILLEURS))) === true;
}

/** The electronic way alone is named. */
const isOnline = (sentence: Sentence): boolean => sentence.has(ONLINE) && !sentence.has(PHYSICAL);
const ONLINE = fr`électroniques?|électroniquement|dématérialisée?s?|profil d'acheteur|plate-?forme|en ligne`;
const PHYSICAL = fr`papiers?|post(?:e|al|ale|aux)|courriers?|main|guichet|accueil|enveloppes?|plis? cachetés?|recommandés?|récépissé|porteur|exemplaires?|clé|support physique|imprimée?s?`;

/** Files are handed in, in the words of papers: « les onglets du classeur », « le fichier tableur ». */
const isInFiles = (sentence: Sentence): boolean => sentence.has(FILES) && !sentence.has(PHYSICAL);
const FILES = fr`(?<!à )onglets?|(?:classeurs?|feuilles?) (?:excel|tableurs?|de calcul|numériques?|(?:de |des )prix)|fichiers?|tableurs?|excel|pdf|xlsx?|docx?|\.ods`;

/** An earlier sentence of its paragraph names something, and it names no offer of its own. */
const takesUp = (sentence: Sentence, isNamedIn: (earlier: Sentence) => boolean): boolean => {
  const { sentences } = sentence.passage;
  return !sentence.has(OFFER_NAMED) && sentences.slice(0, sentences.indexOf(sentence)).some(isNamedIn);
};

/** Samples and the like are asked for there, in whatever words. */
export function asksThings(piece: Piece): (sentence: Sentence) => boolean {
  const asked = new Set(
    ['offres/objet-demande', 'offres/objet-couteux'].flatMap((c) => saying(piece, c).map(({ sentence }) => sentence)),
  );
  return (sentence) => sentence.has(PERMIS) || asked.has(sentence);
}

/** « Délai de livraison, par poste », in a grid or a list by which offers are judged. */
const isJudged = ({ passage, section }: Sentence): boolean =>
  (passage.cell ?? passage.list) !== undefined && zoneOf(section) === 'award';

/** « Transmission sur papier : la voie électronique est imposée »: the label names a way, what follows opens another. */
const isLabelOnly = ({ folded }: Sentence): boolean => {
  const [label] = /^[^:.;]{3,60}: /.exec(folded) ?? [];
  const rest = label && folded.slice(label.length);
  return label !== undefined && rest !== undefined && has(label, MODE) && has(rest, ONLINE) && !asksForPaper(rest);
};

const OFFER_NAMED = fr`(?:les|des|leurs?|l'|son|une?) ?(?:offres?|candidatures?|propositions?)`;
/** « Papier, courriel, remise au guichet : refusés. » */
const ALL_REFUSED =
  /: ?(?:tous |toutes )?(?:refus|interdit|exclu|proscrit|irrecevab|ecart|non admis|pas admis)[a-z]*[ .;]*$/;
/** Offers are handed in there on paper, by hand or by post. */
export function isPaper(value: PaperRead, sentence: Sentence, isThingAsked: (s: Sentence) => boolean): boolean {
  const { passage } = sentence;
  // A title names a way; what stands under it says whether it is open.
  if (!value.papier || passage.isTitle || isInRowOfNo(sentence)) return false;
  if (isPermittedPaper(sentence) || isJudged(sentence) || ALL_REFUSED.test(sentence.folded)) return false;
  if (isLabelOnly(sentence)) return false;
  const titles = passage.section.chain.map((s) => s.title).join(' ; ');
  const row = passage.table?.rowOf(passage);
  if (takesUp(sentence, isThingAsked)) return false;
  if (value.named && (value.verb || passage.cell)) return true;
  // « contre récépissé au secrétariat », under « Remise des offres ».
  if (isThing(sentence) || isSampleByName(sentence)) return false;
  const context = [passage.lead?.folded, row?.cells[0] === passage ? undefined : row?.cells[0]?.folded, titles];
  return (
    (value.verb || passage.list !== undefined || passage.cell !== undefined) &&
    // « au choix : profil d'acheteur ou courrier »: of what else could it be the way?
    (sentence.has(ONLINE) || context.some((w) => w && has(w, ABOUT_OFFERS)))
  );
}

/** Under « Retrait du dossier », the head of its column. */
const isUnderOther = (passage: Passage): boolean => passage.table?.headerOf(passage)?.has(AILLEURS) === true;

/** What is heard of paper there is of something else, or is refused. */
export const isOtherThanPaper = (sentence: Sentence, isThingAsked: (s: Sentence) => boolean): boolean =>
  (sentence.passage.table && isOfLots(sentence.passage.table)) ||
  isUnderOther(sentence.passage) ||
  isPermittedPaper(sentence) ||
  isInRowOfNo(sentence) ||
  isSampleByName(sentence) ||
  takesUp(sentence, isThingAsked) ||
  sentence.has(REFUSED) ||
  sentence.has(VIRTUAL_ENVELOPE) ||
  ALL_REFUSED.test(sentence.folded) ||
  isOnline(sentence) ||
  isInFiles(sentence) ||
  isJudged(sentence);

/** « impression, mise sous pli et expédition »: what is bought; « leur remise ne concerne pas l'offre ». */
export const NO_OFFER = fr`(?:mises?|mettre|met) sous (?:pli|enveloppe)s?|(?:consultation|marché|accord-cadre) (?:a pour objet|porte sur|concerne)|ne concerne(?:nt)? pas (?:les? )?(?:l'offre|offres?|plis?)`;

/** The electronic way is not due for the whole contract, by the article that says so. */
const EXEMPT = fr`(?:voie|transmission|communication)s? (?:électroniques?|dématérialisées?) (?:n'est|ne (?:sont|sera)) (?:pas|nullement) (?:obligatoires?|imposées?|exigées?|requises?)|dispensée?s? d(?:e|'utiliser) (?:la )?(?:dématérialisation|voie électronique|moyens électroniques|communication électronique)`;
const ITS_ARTICLE = fr`r ?\.? ?2132-12`;
/** True where a piece says that it is not due, and cites the article. */
export const isExempt = (piece: Piece): boolean =>
  piece.draft.sentencesWith(EXEMPT).some((s) => s.passage.has(ITS_ARTICLE));
