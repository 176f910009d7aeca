import type { InPlace, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { isByPronoun } from '../../reading/anaphora.ts';
import { answering, isSure, isTold, withHeard } from '../commun/index.ts';
import { OPERATEUR, type Prealable } from './mentions.ts';

/** An operator left out of the procedure for its part in the preparation. */
export interface Exclusion {
  /** It is first put in a position to show that equality is not harmed. */
  readonly contradictoire: boolean;
  readonly at: Span;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

const BID =
  '(?:concourir|candidater|soumissionner|deposer|presenter|repondre|participer|remettre|etre candidate?|etre admise?|se porter|etre attributaire|prendre part|faire acte|postuler)';
/** « est tenu à l'écart », « sont mises hors concours » */
const KEPT_OFF =
  "(?:tenu|mis|maintenu|laisse|place)e?s? (?:d'office )?(?:a l'ecart|de cote|en dehors|hors (?:concours|course|jeu|competition|de (?:la|cette) (?:consultation|competition|procedure)))";
/** « ne peut, ni à titre individuel, ni comme membre d'un groupement, prendre part » */
const NEITHER = `(?:ne|n') ?(?:peu(?:t|vent)|pourr(?:a|ont)|saurai(?:t|ent)|sera|seront|est|sont),? (?:ni|a (?:quelque|aucun) titre|sous (?:quelque|aucune) forme|directement|que ce soit|en aucun cas|seule?s?|en (?:son|leur|groupement|nom))(?![a-z])[^;.:]{2,140}?,? (?:${BID}|admise?s?|autorisee?s?)`;
const OUT = fr`(?:ne|n') ?(?:peu(?:t|vent)|pourr(?:a|ont)|sera|seront|est|sont|saurai(?:t|ent)|doi(?:t|vent)|devra)(?: (?!exclu|ecart|elimin|rejet|interdi)[a-z]+){0,4}? (?:${BID}|admise?s?|autorisee?s?|recevables?|retenue?s?|examinee?s?)|(?:est|sont|sera|seront|serai(?:t|ent)|reste|restent|demeure) (?:[a-z']+ ){0,4}?(?:exclue?s?|ecartee?s?|eliminee?s?|interdite?s?|rejetee?s?|irrecevables?|evincee?s?|inegibles?|ineligibles?)|se voi(?:t|ent) (?:interdire|refuser)|(?:exclut|interdit|elimine|ecarte|ecartera|exclura|eliminera|rejettera|rejette) (?:[a-z'-]+ ){0,4}?(?:${BID}|operateur|societe|entreprise|candidature|offre|cabinet|prestataire|titulaire|celui|celle|auteur)|exclusion (?:d'office|automatique|immediate|de plein droit|definitive)|(?:entraine|emporte|vaut|conduit a|justifie)(?:ra)? (?:[a-z]+ ){0,3}?(?:l')?(?:exclusion|elimination|eviction|rejet)|(?:n'a|n'ont|n'aura|n'auront) pas (?:le droit|acces|la possibilite)|(?:candidature|offre)s? (?:[a-z'-]+ ){0,8}?(?:sera|seront|est|sont|serai(?:t|ent)) (?:[a-z']+ ){0,3}?(?:rejetee?s?|ecartee?s?|irrecevables?|eliminee?s?|exclues?|exclue)|incompatible avec (?:[a-z']+ ){0,4}?(?:candidature|depot|participation)|s'interdit|abstien(?:t|dra|dront|nent)|${KEPT_OFF}|${NEITHER}`;
const NOT_OUT = fr`(?:ne|n') ?(?:est|sont|sera|seront|serai(?:t|ent)|peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|saurai(?:t|ent)|entraine|emporte|justifie|vaut)(?: [a-z']+){0,3}? (?:pas|aucunement|ni|etre)? ?(?:[a-z']+ ){0,3}?(?:exclue?s?|ecartee?s?|eliminee?s?|interdite?s?|rejetee?s?|exclusion|elimination|evincee?s?)|n'est pas (?:de ce (?:seul )?fait )?(?:exclu|ecart|elimin|interdi)[a-z]*|(?<!ne )peut (?:concourir|candidater|soumissionner|deposer|remettre|se porter|repondre|participer)`;
/** The operator is heard first, or goes out only for want of an answer. */
const HEARD = fr`(?:qu'|que |seulement |uniquement )(?:[a-z]+ )?apres|qu'a l'issue|mise?s? (?:a meme|en mesure|en demeure|en situation)|invitee?s? (?:[a-z]+ )?(?:a |par)|(?:ses|leurs|des) (?:observations|explications|justifications|arguments)|observations|demontr[a-z]*|prouv[a-z]*|etabli(?:r|t|sse|ssent)? qu[e']|justifi(?:er|e|ent|era|eront) (?:que|qu'|de ce que|de l'absence)|entendue?s?|contradictoire[a-z]*|apporte[a-z]* la preuve|s'expliquer|explique[a-z]*|presente[a-z]* (?:ses|leurs) (?:observations|explications)|sauf (?:si|a)|r ?\.? ?2111-2|l ?\.? ?2141-11|si (?:aucun|d'autres|sa participation|cette participation|l'egalite|la concurrence)|autre(?:s)? (?:moyen|mesure)s?`;
const UNHEARD = fr`sans (?:etre |avoir |qu'il soit |qu'elle soit |qu'elle |qu'il |autre |aucune? )?(?:[a-z]+ ){0,4}?(?:entendue?|invitee?|observations?|explications?|contradictoire|formalite|mis a meme|mise a meme|discussion|recours|examen|demontrer|prouver|justifier)|d'office|de plein droit|automatiquement`;
const WHO = fr`maisons?|enseignes?|firmes?|operateurs?|societes?|entreprises?|cabinets?|prestataires?|bureaux? ?(?:d'etudes)?|titulaires? (?:de l'etude|de la mission|sortant|actuel)|fournisseurs?|fabricants?|editeurs?|associations?|elles?|ils?|celui-ci|celle-ci|ceux-ci|candidats? (?:ayant|qui)|personnes?|industriels?|auteurs?|assistants?|amo|consultants?|ce dernier|cette derniere|laboratoires?|agences?|groupes?|celui qui|ceux qui|quiconque|toute? (?:structure|personne|candidat)|dont (?:l'|la|le)`;
/** « … ne pourra être candidat à la future délégation »: kept out of another contract than this one. */
const OF_ANOTHER = fr`(?:futur|prochain|ultérieur|suivant)e?s? (?:marché|délégation|concession|consultation|contrat|mission|accord-cadre|appel d'offres|opération|concours)s?|(?:marché|délégation|concession|consultation|contrat|mission|accord-cadre|opération)s? (?:futur|ultérieur|suivant|à venir|qui (?:en découl|suivr|en résult))[a-z]*|titulaire du présent (?:marché|contrat|accord-cadre)`;
/** Exclusion for another cause. */
const OTHER_EXCLUSION = fr`hors delai|incomplet[a-z]*|motifs? d'exclusion|anormalement|irregulier[a-z]*|signature|references?|variantes?|dc ?1|dume|fiscal[a-z]*|retard|liquidation|redressement|condamn[a-z]*|infractions?|interdictions? de soumissionner|l ?\.? ?2141-[1-57]|r ?\.? ?2143-\d`;

/** « Il est interdit de présenter plusieurs candidatures en agissant à la fois… »: nobody is left out, but nobody bids twice (R2142-21). */
const TWICE = fr`plusieurs (?:offres|candidatures|groupements|équipes)|(?:d'une|qu'une|dans une) seule (?:et même )?(?:équipe|candidature|offre)|r ?\.? ?2142-21`;
const isOfTwice = ({ folded, previous }: Sentence): boolean =>
  TWICE.test(folded) || (OTHERWISE.test(folded) && previous?.has(TWICE) === true);
const OTHERWISE = /^[^a-z]*(?:dans le cas contraire|a defaut|sinon|faute de quoi)(?![a-z])/;

/** « Cette règle ne frappe pas les sociétés qui… »: whom nothing shuts out. */
const SPARES = fr`ne (?:frappe|vise|concerne|touche|s'appliqu)[a-z]* (?:pas|point|nullement|aucunement)`;
/** « n'est pas écartée d'office » */
const NOT_AT_ONCE = fr`(?:n'est|ne sont|n'a|n'ont|ne (?:sera|seront|peu(?:t|vent))) (?:pas|point|jamais|aucunement)(?: [a-z]+){0,5} (?:d'office|de plein droit|automatiquement)`;
const read = (phrase: Phrase): { heard: boolean; unheard: boolean } | undefined => {
  if (
    !phrase.has(OUT) ||
    phrase.has(OTHER_EXCLUSION) ||
    phrase.has(OF_ANOTHER) ||
    phrase.has(OF_BUYER) ||
    !phrase.has(WHO)
  )
    return undefined;
  const unheard = phrase.has(UNHEARD) && !phrase.has(NOT_AT_ONCE);
  if (phrase.has(NOT_OUT) && !has(phrase.folded, HEARD) && !unheard) return undefined;
  return { heard: !unheard && phrase.has(HEARD), unheard };
};

/** « Hydralis ne peut se porter candidat », of the one that the sentences before named. */
const readNamed = (phrase: Phrase): true | undefined =>
  phrase.has(OUT) && !phrase.has(OTHER_EXCLUSION) && !phrase.has(WHO) && !phrase.has(NOT_OUT) ? true : undefined;
/** Names keep their case; accents are one letter with theirs, however they were typed. */
const asWritten = ({ text }: Sentence): string => text.normalize('NFC');
/** « Hydralis », « Ni Hydralis ni ses filiales », « La candidature d'Hydralis » */
const nameAtHead = (sentence: Sentence): string | undefined =>
  /^(?:Ni |(?:La|Aucune|Toute|Une) (?:candidature|offre|participation) (?:de |d['’]))?(\p{Lu}[\p{L}-]{3,})/u.exec(
    asWritten(sentence),
  )?.[1];
/** « La société Littomètre », « le bureau d'études Orvélis » */
const namedFirm = (sentence: Sentence): string | undefined =>
  /(?:[Ss]ociété|[Cc]abinet|[Bb]ureau(?: d['’]études)?|[Ee]ntreprise|[Gg]roupe(?:ment)?|[Aa]gence|[Ll]aboratoire|[Aa]ssociation)s? (\p{Lu}[\p{L}-]{3,})/u.exec(
    asWritten(sentence),
  )?.[1];
const FIRMS: InPlace<string> = {
  signs: fr`${OPERATEUR}|agences?|bureau|groupement`,
  take: namedFirm,
  isPlaceless: true,
};
/** Whom a sentence speaks of, by the names of firms that the piece gives; by the one before where it names none. */
function firmsIn(sentence: Sentence | undefined, known: readonly string[]): readonly string[] {
  const near = [sentence, sentence?.previous].map((s) => known.filter((name) => s && asWritten(s).includes(name)));
  return near.find((names) => names.length > 0) ?? [];
}
/** What an operator is, where that tells it from others; « cet éditeur » takes up one that is named, by whatever word. */
const ROLE =
  /(?<!(?:cet|cette|ce|ces|ledit|ladite) )(?<![a-z])(?<role>bureau|cabinet|assistant|editeur|fabricant|laboratoire|association|agence|consultant|constructeur|fournisseur|architecte|programmiste|geometre|diagnostiqueur|installateur|hebergeur|integrateur)(?:e?s|e|x)?(?![a-z])/g;
/** The roles that a sentence names; those of the one before where it goes on with « il ». */
function rolesIn({ folded, previous, passage }: Sentence): readonly string[] {
  const own = [...folded.matchAll(ROLE)].flatMap(({ groups }) => groups?.role ?? []);
  if (own.length > 0 || previous?.passage !== passage) return own;
  return [...previous.folded.matchAll(ROLE)].flatMap(({ groups }) => groups?.role ?? []);
}
/** « L'éditeur pourra s'expliquer » is no word for the cabinet that is left out. */
const isOfOtherRole = (said: Sentence, left: Sentence): boolean => {
  const [theirs, its] = [rolesIn(said), rolesIn(left)];
  return theirs.length > 0 && !theirs.some((role) => its.includes(role)) && (its.length > 0 || !left.has(WHO));
};
/** The buyer's own people keep away as their status wants: they are no operator. */
const OF_BUYER =
  /^[^a-z]*(?:les? |tout |chaque |un |aucun |l')?(?:agents?|elu[es]*|fonctionnaires?|conseill[a-z]+|jures?|(?:membres?|personnels?|salarie[es]*|collaborat[a-z]+) (?:du|de la|de l'|des) (?!groupements?|equipes?|cabinets?|societes?|entreprises?|candidats?|prestataires?|titulaires?|operateurs?|bureaux?)[a-z]+)(?![a-z])/;

const PREPARED_HERE = fr`(?:ayant|a|ont) (?:[a-z]+ ){0,2}?(?:relu|redige|prepare|complete|annote|corrige|elabore|etabli|conseille|assiste)(?:e|s|es)?(?: [a-z']+){0,5} (?:cctp|cahier|dossier|marche|programme|besoin|pieces|consultation|acheteur)|(?:participe|pris part|contribue|assiste|redige|relu|prepare|collabore|concouru|associe)[a-z]*(?: [a-z']+){0,5} (?:preparation|preparatoires?|elaboration|redaction|consultation|cctp|cahier|dossier|marche|projet|etude|procedure|definition)|(?:preparation|elaboration|redaction) (?:du|de la|de l'|des) (?:present )?(?:marche|consultation|cctp|cahier|dossier|procedure|besoin)|etudes? (?:de faisabilite|prealables?|d'opportunite)|sour[cs]ages?|sourcings?`;
const ABOUT_EXCLUSION = fr`exclu[a-z]*|ecart[a-z]*|decision|elimin[a-z]*|egalite|observations|demontr[a-z]*|prouv[a-z]*|participation|invitee?`;
const BEFOREHAND = fr`(?:prepar|etud|amont|consult|sour[cs]|rencontr|redig|redac|conseil|assist|amo|echang|particip|contribu|concour|collabor|interrog|sollicit|visit|bench|programm|diagnos|esquiss|concu|concept|prealab|demonstr|entendu|entretien|recu|panel|atelier|enquet|questionn|audit|chiffr|estim|devis|avis|sonde|aide|appui|eclair|inspir|nourri)[a-z]*`;
/** « Tout autre opérateur serait d'abord invité à démontrer… »: said of all but the one that is left out. */
const OF_OTHERS = fr`(?:tout|toute|tous|toutes|les|aux|des|chaque|d') ?(?:les )?autres? (?:opérateur|entreprise|société|candidat|prestataire|cabinet|participant|structure|personne|fournisseur)s?|(?:quant|pour ce qui est) (?:à |aux |des )(?:tous )?(?:les )?autres|pour les autres,`;
/** « Avoir été entendu ne donne ni avantage ni handicap »: nobody is left out, and nobody is asked to show anything. */
const FREE = fr`ni avantage ni (?:handicap|désavantage|inconvénient)|(?:peu(?:t|vent)|pourr(?:a|ont)) ${BID} (?:[a-z]+ ){0,2}(?:librement|(?:aux|dans les) mêmes conditions|comme (?:tou[ts]|les) )`;
/** « Aucun dossier sur papier ne sera fourni »: a thing is left out, and nobody. */
const NOT_SENT =
  /^[^a-z]*(?:aucune? |les? |la )?(?:dossier|document|envoi|support|version|exemplaire|copie|demande)s?(?![a-z]).* (?:fourni|remis|envoy|transmis|transmet|adress|delivr|accept|admis|trait)[a-z]*/;
/** The label of a row asks, and the cell beside it answers. */
const isAsked = ({ passage }: Sentence): boolean =>
  passage.cell?.column === 0 &&
  (passage.table?.rowOf(passage)?.cells.some((c) => c !== passage && c.folded.trim() !== '') ?? false);

/** Candidates asked to explain a price or an offer answer for that, and not for what they did before. */
const isOfOffers = (s: Sentence): boolean =>
  s.section.under(OFFERS) || [s, s.previous, s.passage.rowLabel].some((near) => near?.has(OFFERS));
const OFFERS = fr`anormalement|offres? (?:trop )?basses?|négociations?|régularis[a-z]+|offres? irrégulières?`;

/** « Aucune entreprise n'a participé à la rédaction », « Celle-ci n'a pris part ni aux études… »: what was, and nobody is left out for it. */
const NONE_TOOK_PART = fr`aucune? (?:[a-z]+ ){1,3}(?:n'a|n'ont) (?:[a-z]+ )?(?:participé|pris part|contribué|(?:été )?(?:associé|consulté|sollicité|rencontré)e?|rédigé|reçu|eu|tenu|fourni)|(?:elle|il|celle-ci|celui-ci|entreprise|société|opérateur|cabinet|éditeur|fournisseur)s? n'(?:a|ont) (?:[a-z]+ )?(?:participé|pris part|contribué|(?:été )?associée?s?) (?:ni|à|en rien)(?! [^.;]*(?:seule|admis|exclu|écart))`;
/** Nobody is left out without a word of refusal. */
const EXCLUDING = fr`ne|n'[a-z]+|ni|non|sans|hors|aucune?|(?:exclu|écart|elimin|élimin|interdi|refus|rejet|évinc|absten|abstien|abstenir|renonc|incompatib|irrecevab|inéligib|retir|ferm|disqualifi|banni|privé|empêch|dispens|s'efface|réserv|récus|désist)[a-z]*`;

/** A refusal that a list goes on with. */
const leadsOut = (folded: string): boolean => folded.trimEnd().endsWith(':') && has(folded, OUT);
const MET_BEFORE = fr`(?:rencontr|consult|interrog|sollicit|reç|reçu|visit|audition|entend|sour[cs])[a-zé]* (?:[a-z0-9',-]+ ){0,8}?(?:pour (?:mieux )?(?:connaître|préparer|définir|évaluer|cerner)|en amont|avant (?:la|cette|le)|lors d|au (?:printemps|cours)|en (?:[a-zéû]+ )?20\d\d|préalable[a-z]*)`;

/** A table says who may bid. */
const MAY_BID = fr`(?:peu(?:t|vent)|pourr(?:a|ont)|admise?s?|autorisée?s?|droit|accès|exclue?s?|exclusions?|interdictions?) ?(?:de |d'|à |au |aux )?(?:[a-z]+ ){0,2}?${BID}?|qui (?:peut|pourra) ${BID}|candidats? (?:admis|exclus|autorisés)|participation`;
const REFUSED =
  /^[^a-z]*(?:non|exclue?s?|interdite?s?|refusee?s?|(?:pas|non) (?:admise?s?|autorisee?s?|recevables?)|ecartee?s?)(?![a-z])/;

/** « Ne sauraient déposer un pli : », over « les fabricants que nos équipes ont rencontrés ». */
const listedOut = ({ draft }: Piece): readonly Sentence[] =>
  draft
    .passagesWith(leadsOut)
    .filter((lead) => ![OTHER_EXCLUSION, OF_ANOTHER, OF_BUYER, NOT_OUT, HEARD].some((p) => lead.has(p)))
    .flatMap((lead) => lead.items.flatMap((item) => item.sentences.slice(0, 1)))
    .filter((s) => s.has(WHO) && (s.has(PREPARED_HERE) || s.has(MET_BEFORE)) && !s.has(HEARD));

/** « | Qui peut répondre ? | | » over « | Prestataires ayant relu le cahier des charges | non | ». */
const refusedInTables = ({ draft }: Piece): readonly Sentence[] =>
  draft.tables
    .filter(({ header, section, lead }) => [...header.cells, section.heading, lead].some((p) => p?.has(MAY_BID)))
    .flatMap(({ rows }) => rows)
    .flatMap(({ cells: [who, answer] }) => (who?.has(PREPARED_HERE) ? (answer?.sentences.slice(0, 1) ?? []) : []))
    .filter(({ folded }) => REFUSED.test(folded));

/** Who is left out for what it did before the consultation. */
export function readExclusions(piece: Piece, prealables: readonly Prealable[]): Exclusion[] {
  const sections = new Set(prealables.map((p) => p.sentence.section));
  const passages = new Set(prealables.map((p) => p.sentence.passage));
  /** It is named, wherever that is, for its part in the preparation. */
  const tookPart = (name: string | undefined) =>
    name !== undefined && prealables.some((p) => p.kind === 'participation' && asWritten(p.sentence).includes(name));
  const firms = [...new Set(piece.draft.inPlace(FIRMS).values())];
  /** « Mérance pourra s'expliquer » is no word for Orphéa. */
  const areOthers = (said: Sentence, left: Sentence) => {
    const [theirs, its] = [firmsIn(said, firms), firmsIn(left, firms)];
    return theirs.length > 0 && its.length > 0 && !its.some((name) => theirs.includes(name));
  };
  const isOfIt = (said: Sentence, left: Sentence) =>
    !said.has(UNHEARD) && !said.has(OF_OTHERS) && !areOthers(said, left) && !isOfOtherRole(said, left);
  const isHeardNearby = (left: Sentence) =>
    answering(
      piece,
      'sourcage/contradictoire-prealable',
      (s, sure) => isOfIt(s, left) && !s.has(FREE) && !isOfOffers(s) && (s.has(HEARD) || (sure && !s.has(OUT))),
    ) !== undefined ||
    [left.next, left.next?.next, left.previous].some((s) => s?.has(HEARD) && isOfIt(s, left) && s.has(ABOUT_EXCLUSION));
  const found = piece.draft.collect(read).flatMap(({ value, sentence }): Exclusion[] => {
    const { passage, section } = sentence;
    const placed = passages.has(passage) || (section.heading !== undefined && sections.has(section));
    if (isOfTwice(sentence)) return [];
    if (!placed && !sentence.has(PREPARED_HERE) && !tookPart(namedFirm(sentence))) return [];
    // « D'office » leaves no room for what is said of others elsewhere.
    const contradictoire = value.heard || (!value.unheard && isHeardNearby(sentence));
    return [{ contradictoire, at: sentence.span, sentence }];
  });
  for (const { sentence } of piece.draft.collect(readNamed)) {
    const name = nameAtHead(sentence);
    const isNear = ({ sentence: other }: Prealable) =>
      other.section === sentence.section && name !== undefined && asWritten(other).includes(name);
    if (!tookPart(name) && !prealables.some(isNear)) continue;
    found.push({ contradictoire: isHeardNearby(sentence), at: sentence.span, sentence });
  }
  for (const sentence of [...listedOut(piece), ...refusedInTables(piece)])
    found.push({ contradictoire: isHeardNearby(sentence), at: sentence.span, sentence });
  // What is heard wants a word of what was done before, there or nearby.
  const isPlaced = ({ passage, section, previous }: Sentence) =>
    [passage, passage.rowLabel, previous, passage.lead, section.heading].some((near) => near?.has(BEFOREHAND)) ||
    passages.has(passage) ||
    (section.heading !== undefined && sections.has(section));
  // « Elles sont conseillées, sans plus »: what the sentence before speaks of is no operator.
  const isOfSomethingElse = (s: Sentence) => isByPronoun(s) && !s.has(WHO) && !s.previous?.has(WHO);
  const excludes = (s: Sentence) =>
    isPlaced(s) && !isOfSomethingElse(s) && s.has(EXCLUDING) && !s.has(OTHER_EXCLUSION) && !s.has(NOT_OUT);
  return withHeard(piece, 'sourcage/participant-exclu', found, (sentence, doubt) => {
    if (isAsked(sentence) || [OF_BUYER, OF_ANOTHER, NONE_TOOK_PART, SPARES].some((p) => sentence.has(p)))
      return undefined;
    if (isOfTwice(sentence) || NOT_SENT.test(sentence.folded)) return undefined;
    if (!(isSure(doubt) && isTold(sentence)) && !excludes(sentence)) return undefined;
    return { contradictoire: isHeardNearby(sentence), at: sentence.span, sentence, doubt };
  });
}
