import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { asksWhether, isLeftEmpty, isSure, withHeard } from '../commun/index.ts';
import { zoneOf } from '../criteres/index.ts';

/** A document asked of candidates beyond what the code lets a buyer ask. */
export interface PieceExcessive {
  /** `original`: an original or a certified copy. `preuve`: a proof of non-exclusion that only the winner owes. */
  readonly kind: 'original' | 'preuve';
  /** It proves that the candidate is not excluded: a declaration is enough. False for diplomas and the like. */
  readonly exclusion: boolean;
  /** « copie certifiée conforme », where it is written so. */
  readonly certifiee: Span | undefined;
  readonly at: Span;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

const DOCUMENT =
  '(?:attestations?|certificats?|extraits?|k[ -]?bis|diplomes?|justificatifs?|documents?|pieces?|copies?|declarations?|pouvoirs?|statuts|bilans?|releves?|licences?|agrements?|habilitations?|qualifications?|cartes?)';
const BY_AUTHORITY =
  "(?:apposee?s? |delivree?s? |etablie?s? |donnee?s? )?par (?:un |une |la |le |l')?(?:notaires?|mairie|maire|officiers?|autorites?|administration|commissaire|expert|greff(?:e|ier)|huissier)";
/** « revêtue d'une mention de conformité apposée par une autorité », « certifiés par un officier public »: a copy that another vouches for. */
const ORIGINAL = fr`(?:(?:mention|visa|formule|attestation)s? (?:de |pour )conformite|vis(?:e|ee|es|ees) pour (?:copie )?conforme?(?:ite)?|conforme a l'original) (?:[a-z]+ ){0,2}?${BY_AUTHORITY}|certifiee?s? (?:[a-z]+ ){0,2}?par (?:un |une |la |le |l')?(?:notaires?|mairie|maire|officiers? publics?)|(?:photo)?copies? (?:[a-z]+ ){0,3}(?:dont|avec) (?:la |l')?(?:conformite|authenticite|veracite) (?:[a-z]+ ){0,4}(?:attest|certifi|etabli|constat|verifi|legalis)[a-z]*|(?:photo)?copies? (?:[a-z]+ ){0,3}(?:attestee?s?|declaree?s?|reconnue?s?) conformes?|(?:photo)?copies? (?:[a-z]+ ){0,3}(?:attest|certifi|legalis|authentifi|vise)ee?s? (?:par|en|a|aupres) (?:(?:la |le |un |une |l')?(?:mairie|notaire|autorite|administration|officier|commissariat|prefecture|consulat))|copies? (?:dument )?(?:certifiee?s?|legalisee?s?|authentifiee?s?)(?: conformes?)?|(?:photo)?copies? (?:[a-z-]+ ){0,3}certifiee?s? conformes?|certifiee?s? conformes? (?:a l'original|aux originaux)|${DOCUMENT}(?: (?!copie|acte|offre)[a-z'()-]+){0,4} (?:en )?(?:original|originale|originaux|originales)|(?:les |l'|des |un |une )?originaux (?:de |des |du |d')(?: ?[a-z'-]+(?: [a-z'-]+){0,3})?|(?:l'|un )original (?:de |du |des |d')(?: ?(?:l'|la |le |son |sa )?)${DOCUMENT}|en original`;
const CERTIFIED = fr`copies? (?:dument )?(?:certifiee?s?|legalisee?s?)(?: conformes?)?`;
const PROOF = fr`(?:attestations?|certificats?)(?: (?!d'assurance|de capacite|d'aptitude|de bonne|de conformite|de qualification|de visite)[a-z'(),-]+){0,5} (?:[dl](?:e l)?')?(?:fiscal[a-z]*|social[a-z]*|sociaux|urssaf|trésor|regularite|vigilance|impots?|dgfip|cotisations?)|bordereaux? de situation fiscale|(?:etat annuel|liasse) (?:des |de )?certificats?|noti ?2|dc ?7|extraits? (?:de )?(?:l'inscription au )?(?:k[ -]?bis|d'immatriculation|du casier|de casier|d 1|d1|rcs|du registre)|k[ -]?bis|casier judiciaire|certificats? (?:de )?(?:non-?faillite|delivre[a-z]* par (?:l'administration|les administrations|les services))|justificatifs? d'(?:immatriculation|inscription au)|justificatifs? de (?:regularite|non-exclusion)|preuves? de (?:l'absence|non-exclusion|regularite)`;
/** What is signed or handed in with the offer, and is not a proof. */
const OTHER_ORIGINAL = fr`acte d'engagement|marche (?:signe|original|notifie)|exemplaires? (?:unique )?origina(?:l|ux)|offres? origina[a-z]+|sauvegarde|langue d'origine|version originale|traduction|factures?|nantissement|cession|bordereau|contrat|pieces? de rechange|solution[a-z]* origin[a-z]+|equipement[a-z]* origin[a-z]+|pieces? d'origine`;
const WINNER = fr`attributaires?|titulaires?|laureate?s?|pressenti[es]*|(?:candidat|soumissionnaire|operateur|groupement|entreprise|celui|celle|societe)s?(?: [a-z'-]+){0,3} (?:retenue?s?|choisie?s?|designe[es]*|selectionne[es]*|envisage|classee? premiere?|arrivee? en tete)|envisage d'attribuer|(?:au|du|par le|chez le) seule? (?:candidat|soumissionnaire|concurrent|operateur|groupement)|(?:a la|de la|par la) seule (?:entreprise|societe)|(?:candidat|soumissionnaire|concurrent|operateur|groupement|entreprise|societe|celui|celle)s? (?:que|qu'|auquel|a laquelle|a qui|avec (?:qui|lequel|laquelle)|dont)(?: [a-z']+){1,6}? (?:d')?(?:reten|retien|choisi|design|attribu|selectionn|sign|contract)[a-z]*|dont (?:la proposition|l'offre) est retenue|avant (?:la signature|notification|l'attribution|attribution)|apres (?:l'attribution|attribution|le choix|notification)|vainqueur|mieux class[ee]e?|obtenir le marche|a l'issue d[eu]|premier (?:classe|au classement)`;
/** « retenue ou non », « y compris celle qui n'est pas retenue », « chaque lauréat »: all of them, or several. */
const WHOEVER = fr`(?:retenue?s?|choisie?s?) ou (?:non|pas)|(?:y compris|même)(?: [a-z']+){0,6} (?:pas|non) (?:[a-z]+ )?(?:retenu|choisi|désigné)(?:e|s|es)?|(?:chaque|tous les|les|des) lauréate?s?`;
const isOfWinner = ({ folded }: { readonly folded: string }): boolean => has(folded.replace(WHOEVER, ' '), WINNER);
const NOT =
  /\bn'|\b(?:ne|ni|aucune?s?|sans|non|pas|dispense[a-z]*|inutile|facultati[a-z]*|(?<!tranches? |prestations? )optionnel[a-z]*|peut|peuvent|pourra|pourront|souhaite[nt]*|desire[nt]*)\b/;
/** « L'article R. 2143-5 interdit d'exiger des originaux. » */
const FORBIDS = fr`(?:interdi(?:t|sent|sant)|proscri(?:t|vent)|prohibe(?:nt)?|exclu(?:t|ent)|fait obstacle|s'oppose|contraire|illégal|dispensée?s?|(?:est|sont) (?:interdit|proscrit|prohibé)e?s?)(?: [a-z',-]+){0,4} (?:[dl]')?(?:exig|demand|réclam|produ|fourni|originaux|original)[a-z]*`;
const ASKED = fr`(?:joign|fourniss|remett|produis|depos|envoy|transmett|adress|present|ajout)ez|remet|remettent|remettra|remettront|remettre|remise?s?|fourni[a-z]*|produi[a-z]*|joint|joindre|joignent|joindra|joindront|jointe?s?|present[a-z]*|transmet[a-z]*|transmis[a-z]*|compren[a-z]*|comporte[a-z]*|demande[a-z]*|exige[a-z]*|requis[a-z]*|obligatoire[a-z]*|doi(?:t|vent)|devr(?:a|ont)|accompagne[a-z]*|contien[a-z]*|adresse[a-z]*|justifi[a-z]*|depos[a-z]*|gliss(?:e|ent|er|era|eront|ee?s?)|inser(?:e|ent|er|era|eront|ee?s?)|ajout(?:e|ent|er|era|eront|ee?s?)|verse(?:nt|ront)?|ci-apres|suivante?s?|attendu[a-z]*|a l'appui`;
const CANDIDATE = fr`(?:chaque|tout|tous les) membres?|membres? du groupement|candidate?s?|candidatures?|soumissionnaires?|operateurs? economiques?|concurrents?|entreprises?|dossiers?|plis?|groupements?|cotraitants?|pieces? a (?:fournir|remettre|produire|joindre)|offres?|laboratoires?|(?:toutes les|chaque) societes?|(?:entreprises?|societes?) en lice`;
const REASON = fr`raison imperieuse|motif imperieux`;
const INHERENT = fr`(?:declarations?|attestations?) sur l'honneur`;

interface PaperRead {
  readonly kind: PieceExcessive['kind'];
  readonly exclusion: boolean;
  readonly winner: boolean;
  readonly asked: boolean;
  readonly candidate: boolean;
}

/** « À ne pas joindre : Kbis, attestations fiscales ». */
const NOT_TO_JOIN = fr`(?:à )?ne (?:pas|rien|point) (?:joindre|fournir|produire|remettre|envoyer|déposer)|(?:n'ont|n'a) pas à être (?:joint|fourni|produit|remis)e?s?`;
const HAND =
  'fournir|joindre|produire|remettre|presenter|transmettre|deposer|adresser|ajouter|completer|apporter|annexer';
/** « Un service permet au candidat de déposer son Kbis dans un coffre-fort »: what a platform offers is asked of nobody. */
const OFFERED = fr`permet(?:tent|tra|tant)? (?:aux?|à (?:l'|la |chaque |tout |toute )?)(?: ?[a-z]+ ){0,2}?(?: ?(?:${CANDIDATE.source})) (?:[a-z]+ )?(?:de |d')(?:[a-z]+ )?(?:${HAND}|stocker|conserver|enregistrer|partager)|(?:mis|mise|met|mettent|tenu) (?:[a-z]+ )?à (?:la |sa |leur )?disposition|(?:offr|propos)[a-z]+ (?:[a-z' -]{2,40} )?(?:coffres?-?forts?|espaces?|services?)|(?:a|ont|aura|auront) (?:la (?:faculté|possibilité)|le loisir) de (?:${HAND})`;
/** « Originaux, copies certifiées : non demandés »: the label is denied by what answers it. */
const ANSWERED_NO =
  /^ ?: ?(?:(?:non|pas) (?:[a-z]+ )?(?:demand|exig|requi|obligatoire|necessaire|attendu|a (?:fournir|joindre|produire))|inutiles?(?![a-z])|superflue?s?|aucune?s?(?![a-z])|neant|sans objet|facultati)/;
const RECENT = fr`(?:moins|pas plus|plus) de (?:trois|six|3|6)`;
/** Said not to be wanted: « Kbis : non demandé »; « de moins de trois mois » refuses none. */
const isRefused = (words: string, after: string): boolean =>
  (has(words, NOT) && !has(words, RECENT)) || has(words, FORBIDS) || ANSWERED_NO.test(after);

const read = (phrase: Phrase): PaperRead | undefined => {
  if (!(phrase.has(ORIGINAL) || phrase.has(PROOF)) || phrase.has(REASON) || phrase.has(NOT_TO_JOIN)) return undefined;
  if (phrase.has(OFFERED)) return undefined;
  const { folded } = phrase;
  for (const { from, to } of clauses(folded)) {
    const words = folded.slice(from, to);
    if (isRefused(words, folded.slice(to))) continue;
    const original = has(words, ORIGINAL) && !has(words, OTHER_ORIGINAL);
    if (!original && (!has(words, PROOF) || isDeclared(words) || isOfPower(folded.slice(0, from), words))) continue;
    return {
      kind: original ? 'original' : 'preuve',
      exclusion: has(words, PROOF),
      winner: isOfWinner(phrase),
      asked: phrase.has(ASKED),
      candidate: phrase.has(CANDIDATE),
    };
  }
  return undefined;
};

/** « les pouvoirs du signataire (extrait Kbis, délégation de signature) »: who may sign, which a Kbis shows among other papers. */
const isOfPower = (before: string, words: string): boolean =>
  !has(words.replace(KBIS, ' '), PROOF) && has(`${before.slice(-200)} ${words}`, POWER);
const KBIS = /(?:extraits? (?:de )?)?k[ -]?bis/g;
const POWER = fr`(?:pouvoirs?|habilit[a-z]+|délégations?|capacité)[^.;]{0,60} (?:signer|engager|signature|signataires?|habilitée?s?)`;

const CERTIFICATE = fr`(?:attestations?|certificats?) (?:fiscal|social|de (?:regularite|vigilance))[a-z]*|k[ -]?bis|casier`;
/** « une déclaration sur l'honneur attestant de la régularité fiscale et sociale » is no certificate. */
const isDeclared = (words: string): boolean => has(words, INHERENT) && !has(words, CERTIFICATE);

/** « Ce que nous ne demandons pas à ce stade : ». */
const NOT_WANTED = fr`(?:ne (?:vous )?(?:demand|requér|réclam|souhait|veu|voul)|n'(?:exige|attend|attendr|avez))[a-z]* (?:pas|point|aucune?|rien|à)|ne (?:joign|fourniss|remett|produis|dépos|envoy)[a-z]* (?:pas|point|aucune?|rien)|${NOT_TO_JOIN.source}`;
const OPTIONAL = fr`sauvegarde|inutiles?|superflue?s?|pas nécessaires?|facultati[a-z]*|(?<!tranches? |prestations? )optionnel[a-z]*|non (?:obligatoires?|exigée?s?|requise?s?|demandée?s?)|ne (?:sont|seront) pas|n'ont pas|${NOT_WANTED.source}`;
const MANDATORY = fr`obligatoires?|exigée?s?|requise?s?`;
/** « il peut fournir », « s'il le souhaite »: what is listed below is left to the candidate. */
const PERMITTED = fr`(?<!ne )(?:peut|peuvent|pourra|pourront)(?:,? (?:également|aussi|en outre|librement|toutefois|s'ils? le (?:souhaite|désire|juge)[nt]* ?(?:utile)?|à titre facultatif|en complément|y))*,? (?:${HAND})|(?:a|ont|aura|auront) (?:la (?:faculté|possibilité)|le choix|le loisir) de (?:${HAND})|(?:est|sont) (?:libres?|autorisés?) (?:de|à) (?:${HAND})|s(?:'ils?|i (?:le |la |les |l')?[a-z]+) le (?:souhaite|désire|juge)[nt]*|à (?:son|leur) (?:convenance|initiative|libre choix)|sans (?:y être tenue?s?|obligation)`;
const DEMANDED = fr`fourni(?:t|ssent|ra|ront)|joi(?:nt|gnent|ndra|ndront)|produi(?:t|sent|ra|ront)|remet(?:tent|tra|tront)?|présentent|doi(?:t|vent)|devr(?:a|ont)|(?:est|sont) (?:exigée?s?|obligatoires?|demandée?s?)`;

/** « il peut fournir ses pièces par voie électronique » leaves the manner to the candidate, and not the matter. */
const MANNER = fr`par (?:voie|courri[a-z]*|mail|porteur)|en ligne|sous (?:la )?forme|au format|sur (?:papier|support|la plateforme|le profil)|via`;

/** True when the last words before a list leave it to the candidate to hand over, and do not ask it afterwards. */
function permits(lead: Passage): boolean {
  const last = lead.sentences.at(-1);
  const leave = last?.find(PERMITTED);
  if (!last || !leave) return false;
  const rest = last.folded.slice(leave.to);
  return !has(rest, MANNER) && (/^s/.test(leave.text) || !has(rest, DEMANDED));
}

/** The heads of an item from the nearest up: the item above it in a nested list, the sentence before the list. */
function* leads(passage: Passage): Generator<Passage> {
  for (let lead = passage.lead; lead; lead = lead.list ? lead.lead : undefined) yield lead;
}

const MARKED = /^\W*(?:x|oui|[✓✔☒☑✗✘])\W*$/;
const REFUSED = /^\W*non\W*$/;
/** A tick in a column « Facultatif », a « non » in a column « Obligatoire » or « À la candidature ». */
function tickedOptional(cell: Passage): boolean {
  const header = cell.table?.headerOf(cell);
  if (!header) return false;
  if (header.has(OPTIONAL) && !header.has(MANDATORY)) return cell.has(MARKED);
  const isOfAll = header.has(MANDATORY) || (header.has(CANDIDATE) && !isOfWinner(header));
  return isOfAll && !header.has(OPTIONAL) && cell.has(REFUSED);
}

/** False where what is around a sentence leaves it to the one chosen, or to the candidate's own choice. */
function isAskedOfAll(sentence: Sentence): boolean {
  const { passage } = sentence;
  const titles = passage.section.chain.map((s) => s.heading);
  const above = [...leads(passage)];
  const others = passage.table?.rowOf(passage)?.cells.filter((c) => c !== passage) ?? [];
  const heads = [passage.table?.headerOf(passage), ...above, ...others, ...titles];
  if (isOfWinner(sentence) || heads.some((p) => p && isOfWinner(p))) return false;
  if (
    sentence.has(REASON) ||
    sentence.has(OPTIONAL) ||
    sentence.has(OFFERED) ||
    sentence.has(LATER) ||
    others.some(tickedOptional)
  )
    return false;
  return !heads.some((p) => p?.has(OPTIONAL) && !p.has(MANDATORY)) && !above.some(permits);
}

/** What customers certify of works done is no proof of non-exclusion. */
const OF_WORKS = fr`destinataires?|bonne exécution|livraisons|(?:prestations|services) (?:fournis|exécutée?s?)`;
/** « Pas d'original, pas de copie certifiée. » */
const NONE_ASKED = fr`dispensée?s? (?:de |d'|des )(?:[a-z]+ ){0,2}?${DOCUMENT}|(?:pas|point) (?:d'|de )(?:${DOCUMENT}|original(?:e|ux)?)`;
/** Explanations of a price are no papers of a candidate. */
const LOW_OFFER = fr`anormalement`;
const PAPER = fr`${DOCUMENT}|certifiée?s?|origina(?:l|ux|le|les)|casier`;
/** « Qui : tous », in a row. */
const ALL = /^[^a-z]*(?:tous|toutes|chacune?)[^a-z]*$/;
const LATER = fr`sous-trait[a-z]+|tous les six mois|en cours d'execution|execution du marche`;
interface Around {
  /** The other cells of the row. */
  readonly others: readonly Passage[];
  /** What introduces the sentence, the header over it, and the other cells. */
  readonly heads: readonly (Passage | undefined)[];
  readonly titles: readonly (Passage | undefined)[];
  /** The sentences before it in its passage. */
  readonly earlier: readonly Sentence[];
}

function aroundOf(sentence: Sentence): Around {
  const { passage } = sentence;
  const others = passage.table?.rowOf(passage)?.cells.filter((c) => c !== passage) ?? [];
  return {
    others,
    heads: [passage.lead, passage.table?.headerOf(passage), ...others],
    titles: passage.section.chain.map((s) => s.heading),
    earlier: passage.sentences.slice(0, passage.sentences.indexOf(sentence)),
  };
}

/** A paper that is asked, and of all candidates: neither of the winner alone, nor left to their choice. */
function isOfCandidates(value: PaperRead, { passage }: Sentence, { others, heads, titles, earlier }: Around): boolean {
  const around = [...heads, ...titles];
  if (value.winner || around.some((p) => p?.has(WINNER))) return false;
  // « Le candidat retenu est invité à produire ses pièces. Elles comprennent : … »
  if (earlier.some((s) => s.has(WINNER)) && !value.candidate) return false;
  const above = [...leads(passage)];
  if ([...heads, ...above].some((p) => p?.has(OPTIONAL)) || others.some(tickedOptional)) return false;
  if (above.some(permits) || titles.some((t) => t?.has(OPTIONAL) && !t.has(MANDATORY))) return false;
  const isAsked = value.asked || passage.cell !== undefined || heads.some((p) => p?.has(ASKED) || p?.has(CANDIDATE));
  if (!isAsked) return false;
  if (value.candidate || others.some((c) => ALL.test(c.folded))) return true;
  return [...around, ...earlier].some((p) => p?.has(CANDIDATE));
}

/** What is heard is a paper of a candidate, asked of all and not left to choose. */
function isExcess(sentence: Sentence, sure: boolean): boolean {
  const { passage, section } = sentence;
  if (zoneOf(section) === 'award' || isOfPower('', sentence.folded)) return false;
  if (sentence.has(OF_WORKS) || [passage, section.heading].some((p) => p?.has(LOW_OFFER))) return false;
  if ((!sure && !sentence.has(PAPER)) || sentence.has(NONE_ASKED) || isLeftEmpty(sentence)) return false;
  // « Oui », « PDF »: a cell beside the document is read by the form of its table.
  const isFull = sure && sentence.has(ASKED) && sentence.has(CANDIDATE);
  const isNamed = isFull || sentence.has(PROOF) || sentence.has(ORIGINAL);
  return isAskedOfAll(sentence) && (passage.cell === undefined || isNamed);
}

function heardAs(sentence: Sentence, doubt: Doubt): PieceExcessive {
  const copy = sentence.find(CERTIFIED);
  const kind = sentence.has(ORIGINAL) ? 'original' : 'preuve';
  // An original may be of a diploma, which no declaration stands for.
  const exclusion = kind === 'preuve' || sentence.has(PROOF);
  return { kind, exclusion, certifiee: copy && sentence.at(copy), at: sentence.span, sentence, doubt };
}

/** What candidates are asked for that the code does not let a buyer ask of them all. */
export const piecesExcessives = defineFact<readonly PieceExcessive[]>({
  id: 'pieces-excessives',
  title: 'Pièces de candidature',
  read(piece: Piece) {
    const found = piece.draft.collect(read).flatMap(({ value, sentence }): PieceExcessive[] => {
      const { passage } = sentence;
      // What offers are judged by is asked of nobody.
      if (zoneOf(passage.section) === 'award') return [];
      if (passage.isTitle || isLeftEmpty(sentence) || asksWhether(sentence)) return [];
      if (sentence.has(LATER) || !isOfCandidates(value, sentence, aroundOf(sentence))) return [];
      const copy = sentence.find(CERTIFIED);
      const { kind, exclusion } = value;
      return [{ kind, exclusion, certifiee: copy && sentence.at(copy), at: sentence.span, sentence }];
    });
    // « | Attestation fiscale | jointe par chaque candidat | »: one paper, in two cells.
    const placeOf = (s: Sentence) => s.passage.table?.rowOf(s.passage) ?? s;
    const known = new Set(found.map(({ sentence }) => placeOf(sentence)));
    return withHeard(piece, 'candidature/preuves-excessives', found, (sentence, doubt) =>
      !known.has(placeOf(sentence)) && !asksWhether(sentence) && isExcess(sentence, isSure(doubt))
        ? heardAs(sentence, doubt)
        : undefined,
    );
  },
  show: (found) =>
    found.length > 0 ? found.map(({ kind, sentence }) => ({ nature: kind, texte: sentence.text })) : undefined,
});
