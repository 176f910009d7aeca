import type { Passage, Row, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before, type Stretch } from '../../kit/french/scan.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { Readable } from '../../kit/words.ts';
import { asWritten, type Hole, holes, isBlank, isForm, unfolded } from '../commun/index.ts';
import { isPrinted } from './points-de-conduite.ts';
import { isOverItsParts } from './rangees-de-parties.ts';

/** Something a draft leaves to fill. */
export interface Champ {
  readonly at: Span;
  readonly kind: Hole['kind'] | 'cell';
  /** The marks as written; empty for an empty cell. */
  readonly text: string;
  /** What the field is for, when its label, column or row says: « Contact », « Désignation ». Empty otherwise. */
  readonly label: string;
  /** Meant for the candidate, the titulaire or the signatory, and rightly left open. */
  readonly candidate: boolean;
}

/** Who answers the consultation. The titulaire, who also performs it, fills a field only where the text says so. */
const BIDDER =
  '(?:candidats?|soumissionnaires?|concurrents?|entreprises?|operateurs?(?: economiques?)?|cotraitants?|mandataires?|groupements?|signataires?|equipes?|participants?|porteurs?(?: de projet)?|beneficiaires?|laureats?|cocontractants?|societe|repondants?)';
const TO_FILL = '(?:complet|rempli|renseign|indiqu|precis|inscri|propos|fourni|defini|determin|port)[a-z]*';
/** The text tells the one who answers to fill. Apart, so that each is sought only where its words are. */
const FILLS = [
  `\\b(?:par|pour) (?:le |la |les |l'|chaque |tout )?${BIDDER}\\b`,
  `\\b${BIDDER}\\b[^.;]{0,40}\\b(?:${TO_FILL}|declar[a-z]*|certifi[a-z]*|s'engag[a-z]*|attest[a-z]*)\\b`,
  `\\b${TO_FILL} par (?:vous|vos soins)\\b`,
  `\\b${TO_FILL} (?:[a-z']+ ){0,3}par (?:le |la |l'|un )?(?:titulaire|prestataire|fournisseur|entrepreneur|sous-traitant|association|structure|laboratoire|etablissement)`,
  `\\bdans (?:son|l'|leur|sa|votre) (?:offre|memoire|reponse|proposition|candidature|dossier)\\b|\\breponses? d(?:u|es) ${BIDDER}\\b`,
  `\\(${BIDDER}\\)|\\b(?:prix|montants?) (?:du |de la |de l'|des )(?:candidat|soumissionnaire|concurrent)s?\\b`,
  "\\b(?:je|nous) (?:soussigne|m'engage|nous engageons|declare|certifie)",
].map((source) => new RegExp(source));
const fills = (said: Readable): boolean => FILLS.some((pattern) => said.has(pattern));
const FORM = fr`formulaires?|bulletins?|fiches?|cadres? de réponse|coupons?|modèles?|attestations?|signatures?|signataires?|inscription|(?:identification|désignation|présentation|engagements?|coordonnées) (?:du|de la|des|de l')(?! ?(?:demandes? de paiement|factures?|offres?|besoins?)(?![a-z]))[a-z' ]*|contractants?|cocontractants?|à (?:remplir|compléter|renseigner)(?: et signer)?|réponses?|bordereaux?|bpu|dpgf|dqe|détail estimatif|décomposition du prix|déclaration|lettre de candidature|parties|acte de sous-traitance|annexes?[^.;]{0,40} conventions?|conventions? (?:type|individuelle|tripartite|de stage|de groupement)`;
const LABEL = fr`raison sociale|dénomination|siret|siren|iban|bic|rib|représentée? par|représentant|signataire|cachet|signature|nom,? (?:et )?(?:prénom|qualité)s?(?: et qualité)?|nom de l'équipe|fait (?:à|en)|lu et approuvé|rabais|(?:en toutes )?lettres|titulaire du compte|compte (?:bancaire )?à créditer|domiciliation bancaire|établissement|mandataire|cotraitant|tva intracommunautaire|capital|rcs|code (?:ape|naf)|en qualité de|agissant|soussignée?|domiciliée?|sous-traitant|notifiée? le|date de (?:réception de la )?notification|reçu (?:l'avis|le)|visa|parafe`;
const SIGNED = fr`fait (?:en [a-z ]+,? ?)?à|signature`;

/** Fields of an acte d'engagement that only the buyer can fill, whatever else is said. */
const BUYER = fr`acheteur|pouvoir adjudicateur|maître d'ouvrage|personne publique|comptable|imputation|maximum|minimum|date limite|validité|avance|pénalités?`;
/** Those that are his where nothing tells that they are the candidate's. */
const CONTRACT = fr`(?:marché|accord-cadre|consultation|contrat) n ?°|numéro (?:de|du) (?:la )?(?:marché|consultation)|durée|objet|lieux? d'exécution|délai d'exécution|article|référence`;
/** Terms between which the buyer has not chosen: « [fermes / révisables] », « [ou le présent arrêté] ». */
const TERMS = fr`procédure adaptée|appel d'offres|fermes?|révisables?|actualisables?|forfaitaires?|bons de commande|accord-cadre|arrêté|décision`;
/** What the candidate offers, and who he is. */
const OFFERED = fr`propos(?:é|ée|és|ées)|(?:de|dans) (?:l'|mon |notre |son )offre|(?:du |de la |de l'|des )(?:candidat|contractant|cocontractant|titulaire|groupement|entreprise|société|fournisseur|prestataire)s?`;
/** Said when the contract is signed. */
const LATER = fr`signatures?|signatair[a-z]+|accept(?:e|ée|ation)|notifi(?:ée?|cation)|décision|fait (?:à|en)`;
const PRICE = fr`prix|p\.?u\.?|total|montants?|sommes?|rémunération|rabais|taux de remise`;

/** In a piece that the candidate fills, whether a blank is his, by what it names and by the sentence around it. */
function isHis(passage: Passage, hole: Hole, said: string): boolean {
  if (has(said, BUYER)) return has(said, LATER);
  const own = passage.folded.slice(hole.from, hole.to);
  if (has(own, TERMS)) return false;
  const isSum = /^ ?(?:€|euros?\b)/.test(passage.folded.slice(hole.to));
  return (
    !has(said, CONTRACT) ||
    isSum ||
    has(own, PRICE) ||
    [own, said].some((words) => has(words, LABEL) || has(words, OFFERED))
  );
}

const isLine = ({ kind }: Hole): boolean => kind === 'line' || kind === 'date';

/** Whether a blank is the candidate's by what it is and by the words beside it. */
function isHisByItself(passage: Passage, hole: Hole, said: string): boolean {
  if (isOfSchedule(passage, hole) || isOfPrices(passage)) return true;
  if (isLine(hole)) return isLabelled(passage, hole, said) || isOnEnvelope(passage, hole);
  return (
    hole.kind === 'bracket' &&
    (HIS_NAME.test(passage.folded.slice(hole.from, hole.to)) || isHisSignature(passage, hole))
  );
}

/** Whether it is by what stands around: a call to fill, a form, a statement that he signs. */
function isHisByPlace(passage: Passage, hole: Hole, sentence: Sentence | undefined): boolean {
  const { table } = passage;
  const around = [...introducing(passage), ...(table ? headers(table, passage) : [])];
  if (around.some(fills) || isUnderCall(passage) || isAfterCall(sentence)) return true;
  if (table && isExplainedBelow(table)) return true;
  return isLine(hole) && (around.some((words) => words.has(FORM)) || isSignedFrom(passage) || isHandedIn(passage));
}

function isForCandidate(piece: Piece, passage: Passage, hole: Hole): boolean {
  const sentence = passage.sentences.find((s) => {
    const { from } = s.phrase;
    return from <= hole.from && hole.from < from + s.folded.length;
  });
  const { folded: said } = bareUnderLabel(passage) ?? sentence ?? passage;
  if (fills(sentence ?? passage) || isHisByItself(passage, hole, said)) return true;
  if (isHisByPlace(passage, hole, sentence)) return true;
  return isForm(piece) && (isLine(hole) || hole.kind === 'words' || isHis(passage, hole, said));
}

/** « Les zones entre crochets sont remplies par le porteur du projet », anywhere in the piece. */
const areTheirs = ({ draft }: Piece, { kind }: Hole): boolean =>
  kind === 'bracket' && draft.sentencesWith(BRACKETS).some(fills);
const BRACKETS = fr`(?:zones?|mentions?|champs?|parties?|passages?|blancs?|rubriques?|éléments?)[^.;]{0,30} crochets`;

/** « Fait en deux exemplaires, à [lieu], le [date] »: written when it is signed. */
const isOfSigning = ({ folded }: Passage, { from, to }: Hole): boolean =>
  /^[^a-z]*fait /.test(folded) && has(before(folded, from, 80), SIGNED) && BARE_BLANK.test(folded.slice(from, to));
/** And no « [à préciser : lieu] », which is left to the buyer. */
const BARE_BLANK = /^\W*(?:lieu|date|ville|jour)\W*$/;

/** « Le dossier de candidature comprend : »: who hands it in fills it. */
const isHandedIn = ({ list, lead }: Passage): boolean => list !== undefined && lead?.has(HANDED_IN) === true;
const HANDED_IN = fr`pièces (?:constitutives |composant )?d(?:u|e chaque|e la) (?:dossier|pli|candidature|demande)|(?:dossiers?|plis?|pièces|documents?) (?:complet )?(?:de |d'|à )?(?:candidature|réponse|demande|offre|remettre|fournir|produire|joindre)|(?:dossier|pli|offre|candidature|demande)s? (?:comprend|comprennent|contient|contiennent|comporte|est composée?|se compose)`;

/** « H.T. » under a line of dots, alone in its box: what stands above says what for. */
const bareUnderLabel = ({ folded, before: above }: Passage): Passage | undefined =>
  /[a-z]{4}/.test(folded) || /[.;]\s*$/.test(above?.folded.replace(/h\.? ?t\.?\s*$/, '') ?? '.') ? undefined : above;

/** What a candidate writes on the envelope of his copy: « Candidat : …… » between « copie de sauvegarde » and « ne pas ouvrir ». */
function isOnEnvelope(passage: Passage, hole: Hole): boolean {
  if (passage.folded.length > 200 || has(labelOf(passage.folded, hole), ON_NOTICE)) return false;
  const { before: above, after: below } = passage;
  return [passage, above, above?.before, below, below?.after].some(
    (p) => p?.section === passage.section && p.has(ENVELOPE),
  );
}
const ENVELOPE = fr`copies? de sauvegarde|ne pas ouvrir|ne pas décacheter|à (?:n')?ouvrir (?:que )?par|(?:enveloppe|pli|colis|carton)s? (?:extérieure?|cachetée?|scellée?|intérieure?)|(?:porter?a?|portent|comporte(?:nt|ra)?) (?:la|les) mentions?`;
/** What the buyer knows before anyone answers. */
const ON_NOTICE = fr`objet|adresse|consultation|marché|date|heure|service`;

/** « [Nom, prénom, qualité] » under « Pour le titulaire », be it the left one of two columns of a page. */
function isHisSignature(passage: Passage, { from, to }: Hole): boolean {
  if (!SIGNS.test(passage.folded.slice(from, to))) return false;
  const head = passage.table?.headerOf(passage);
  if (head) return head.has(FOR_HIM);
  const above = [passage, passage.before, passage.before?.before];
  const sides = above.map((p) => p?.folded.slice(0, p === passage ? from : undefined).match(SIDES)).find(Boolean) ?? [];
  const isFirst = holes(passage.folded.slice(0, from)).length === 0;
  return has(sides.at(isFirst && sides.length > 1 ? 0 : -1) ?? '', FOR_HIM);
}
const SIGNS = /^\W*(?:noms?|prenoms?|qualite|fonction|signature|signataire|date|lieu)(?![a-z])/;
const SIDES = /(?<![a-z])pour (?:le |la |les |l')[a-z]+/g;
const FOR_HIM = fr`pour (?:le|la|les|l') ?(?:titulaire|candidat|soumissionnaire|prestataire|entreprise|entrepreneur|fournisseur|groupement|attributaire|cocontractant|contractant|société|mandataire|maître d'œuvre)`;

/** A wide blank for a sum, with a label and no sentence: a schedule of prices. */
const isOfSchedule = ({ folded }: Passage, { kind, from, to }: Hole): boolean =>
  kind === 'line' &&
  to - from >= 12 &&
  /^ ?(?:€|f (?:ht|ttc)(?![a-z]))/.test(folded.slice(to)) &&
  !/\b(?:de|a|est) $/.test(before(folded, from, 8));

/** « Prix unitaire HT » over blanks alone: nobody else has prices to give. */
function isOfPrices({ table, cell }: Passage): boolean {
  const head = table?.header.cells.find((c) => c.cell?.column === cell?.column);
  const below = table?.rows.flatMap((r) => r.cells.filter((c) => c.cell?.column === cell?.column)) ?? [];
  return head?.has(PRICE) === true && below.length > 1 && below.every((c) => isBlank(c.folded));
}

/** « Raison sociale : ………… », « Fait à ………… ». */
const isLabelled = ({ folded }: Passage, hole: Hole, said: string): boolean =>
  has(said.slice(0, 200), LABEL) ||
  HIS_NAME.test(said.slice(0, 200)) ||
  (has(said, CAPACITY) && !has(said, DEMAND)) ||
  HIMSELF.test(labelOf(folded, hole)) ||
  has(before(folded, hole.from, 80), SIGNED);
/** « Chiffre d'affaires global », which he declares; the one that is demanded of him is the buyer's. */
const CAPACITY = fr`chiffres? d'affaires|effectifs? (?:moyens?|annuels?)`;
const DEMAND = fr`minim(?:al|um|a|aux)|exigée?s?|requise?s?|supérieure?s?`;
/** « Candidat : …… ». */
const HIMSELF = new RegExp(`^(?:le |la |l'|nom (?:du |de la |de l'))?(?:${BIDDER}|titulaire|expediteur)$`);
/** « Nom du soumissionnaire : …… », and what stands beside it. */
const HIS_NAME = new RegExp(
  `\\b(?:nom|adresse|coordonnees|telephone|courriel|effectif)s? (?:du |de la |de l')${BIDDER}\\b`,
);

/** Lines of a frame. */
const FRAME = 24;
/** « Lots 1 et 2 », over some lines of a frame. */
const isCaption = ({ folded }: Passage): boolean => folded.length < 40 && !/[.;:]\s*$/.test(folded);
/** « CADRE À REMPLIR PAR LE CANDIDAT », a line that is no heading, over lines that each leave something to fill, and their captions. */
function isUnderCall({ before, section }: Passage): boolean {
  let above = before;
  for (let n = 0; above && above.section === section && n < FRAME; n++) {
    if (holes(above.folded).length === 0 && (fills(above) || !isCaption(above)))
      return above.folded.length < 100 && !/[.;]\s*$/.test(above.folded) && fills(above);
    above = above.before;
  }
  return false;
}

/** « Et (à remplir par le bénéficiaire) », then fields on lines of the same paragraph. */
function isAfterCall(sentence: Sentence | undefined): boolean {
  let above = sentence?.previous;
  while (above && holes(above.folded).length > 0 && !fills(above)) above = above.previous;
  return above !== undefined && fills(above) && TO_FILL_IN.test(above.folded);
}
const TO_FILL_IN =
  /(?<![a-z])(?:a|partie|cadre|zone) (?:remplir|completer|renseigner|reserve)|(?:remplie?s?|completee?s?|renseignee?s?) par/;

/** « Je soussigné… »: who signs the statement that begins there fills what follows, to the end of the section. */
const SIGNER = fr`(?:je|nous),? soussigné(?:e|s|es|\(e\)|\(es\))?|entre les soussignée?s|(?:nom|qualité|identité)s?(?:,? (?:et )?(?:prénom|qualité|fonction)s?)* d(?:u|e la|es) signataires?`;
const isSignedFrom = ({ section, index }: Passage): boolean =>
  section.own.some((p) => p.index < index && p.has(SIGNER));

/** What introduces a passage or a table, and the headings it stands under. */
const introducing = ({ lead, section }: Passage | Table): Readable[] =>
  [lead, ...section.chain.map((s) => s.heading)].filter((said) => said !== undefined);

/** « Les mentions entre crochets sont renseignées par le candidat. », right below a table. */
const isExplainedBelow = ({ rows }: Table): boolean => {
  const below = rows.at(-1)?.cells.at(-1)?.after;
  return below !== undefined && fills(below) && below.has(OF_TABLE);
};
const OF_TABLE = fr`crochets|colonnes?|tableau|cases?|cadre|trame|mentions?|champs?|lignes?`;

/** The header above a cell, that of the rows, and what its row is named: « Le fournisseur (à remplir dans l'offre) ». */
const headers = (table: Table, cell: Passage): Readable[] =>
  [table.headerOf(cell), table.header.cells[0], cell.rowLabel].filter((said) => said !== undefined);

/** Two marks with only punctuation between them are one field: « JJ/MM/20XX – XX h 00 ». */
function joined(folded: string, all: readonly Hole[]): Hole[] {
  const out: Hole[] = [];
  for (const hole of all) {
    const last = out[out.length - 1];
    if (
      last &&
      last.kind !== 'bracket' &&
      hole.kind !== 'bracket' &&
      /^[\s,/h:-]{0,4}$/.test(folded.slice(last.to, hole.from))
    )
      out[out.length - 1] = { ...last, to: hole.to };
    else out.push(hole);
  }
  return out;
}

const CONTENTS = /(?<!\.|n° ?)\.{4,} ?\d{1,3}\b(?! ?(?:%|€|euros|jours|mois))/;

/** In the cells of a table in HTML, and not the marks of « <<nom>> ». */
const TAG = /(?<!<)<\/?[a-z][^<>]*>/gi;

/** « Contact » in « Contact : [à compléter] ». */
const labelOf = (folded: string, hole: Stretch): string =>
  /(?<![a-z])([a-z][a-z' -]{2,40}?) ?[:=] ?$/.exec(folded.slice(0, hole.from))?.[1]?.trim() ?? '';

/** « ARTICLE 2 – OBJET ........ | 3 »: a line of a table of contents, its page in the next cell. */
const isOfContents = (passage: Passage): boolean => {
  const last = passage.table?.rowOf(passage)?.cells.at(-1);
  return CONTENTS.test(passage.folded) || (last !== passage && /^ ?\d{1,3} ?$/.test(last?.folded ?? ''));
};

function inPassage(piece: Piece, passage: Passage): Champ[] {
  const found = joined(passage.folded, holes(passage.folded)).filter(
    (h) => h.kind !== 'line' || !(isOfContents(passage) || isPrinted(passage, h)),
  );
  // A schedule of prices: the candidate writes the sums.
  const sums = found.filter((h) => h.kind === 'line' && /^ ?(?:€|euros?\b)/.test(passage.folded.slice(h.to))).length;
  return found.map((hole) => {
    const at = passage.at(hole);
    return {
      at,
      kind: hole.kind,
      text: piece.draft.slice(at).replace(TAG, ' ').replace(/\s+/g, ' '),
      label: unfolded(passage, labelOf(passage.folded, hole)),
      candidate:
        sums > 2 || isOfSigning(passage, hole) || areTheirs(piece, hole) || isForCandidate(piece, passage, hole),
    };
  });
}

/** Parts of a contract, each with its column. */
const PARTS =
  /^[^a-z]*(?:lots?|tranches?|phases?|sites?|zones?) (?:n ?°s? ?)?(?:\d|[a-h](?![a-z])|fermes?|optionnelles?)/;
const TOTAL = /^(?:sous-)?(?:totaux|total|ensemble|montant total|somme|cumul)\b/;
/** Columns that someone fills later, or that hold marks. */
const OPEN_COLUMN = fr`observations?|remarques?|commentaires?|notes?|réponses?|conformité|conforme|oui|non|visa|signature|candidats?|titulaire|entreprise|offre|proposition|à (?:remplir|compléter|renseigner)|points?|pondération|poids|coefficient|sous-critères?|justificatifs?|page|repère|prix (?:unitaire )?(?:ht|en)|critères?`;
const MARK = /^(?:x|o|oui|non|✓|✔|✗|●|■|☑|☒|-|\*|n\/?a|so)$/;
/** A closed half day is an empty cell of a timetable. */
const HOURS = /^\d{1,2} ?(?:h|:)/;

/** Left empty; where no bars stand, nothing tells such a cell from one that its row does without. */
const isLeftEmpty = (cell: Passage | undefined): cell is Passage =>
  cell?.folded === '' && !cell.cell?.merged && cell.node.start !== cell.node.end;

/** Columns of lots or of tranches, in which one value may be said for two. */
function areAlike({ header }: Table): boolean {
  const [, ...heads] = header.cells;
  return heads.length > 1 && heads.every((head) => head.has(PARTS));
}

/** Empty cells of rows that have others, in a column that the other rows fill. */
function emptyCells(piece: Piece, table: Table): Champ[] {
  const candidate = isForm(piece) || introducing(table).some((said) => fills(said) || said.has(FORM));
  const rows = table.rows.filter((r) => !TOTAL.test(r.cells.map((c) => c.folded).find((t) => t !== '') ?? ''));
  const inRow = rows.map((row) => ({
    row,
    byColumn: new Map(row.cells.map((c) => [c.cell?.column, c])),
    filledIn: row.cells.filter((c) => c.folded !== '').length,
  }));
  const isOfParts = areAlike(table);
  const isGap = (row: Row, filledIn: number, column: number): boolean => {
    // A lone title across the row, or a cell merged with the one above.
    if (filledIn < Math.min(2, table.header.cells.length - 1) || !row.cells[0]?.folded) return false;
    // « | Validité | 90 jours | |» under « Lots 1 et 2 | Lot 3 »: merged with the one on its left.
    if (isOfParts && filledIn === 2 && column > 1) return false;
    return !isOverItsParts(row, table.rows[table.rows.indexOf(row) + 1]);
  };
  return table.header.cells.flatMap((head, column) => {
    const cells = inRow.map(({ byColumn }) => byColumn.get(column));
    const values = cells.map((cell) => cell?.folded.trim() ?? '');
    if (!isOfValues(head.folded, values)) return [];
    return inRow.flatMap(({ row, filledIn }, i): Champ[] => {
      const cell = cells[i];
      if (!isLeftEmpty(cell) || !isGap(row, filledIn, column)) return [];
      return [{ at: cell.node, kind: 'cell', text: '', label: asWritten(piece.draft, head.span), candidate }];
    });
  });
}

/** A column that is mostly empty, of marks, or of the candidate's, is no list of values with a gap. */
function isOfValues(head: string, values: readonly string[]): boolean {
  const filled = values.filter((v) => v !== '');
  if (filled.length * 2 < values.length || filled.every((v) => MARK.test(v)) || filled.every((v) => HOURS.test(v)))
    return false;
  return head !== '' && !has(head, OPEN_COLUMN);
}

/** Everything a piece leaves to fill, in order, the candidate's own fields included. */
export const champs = defineFact<readonly Champ[]>({
  id: 'champs',
  title: 'Champs à compléter',
  read(piece) {
    const { draft } = piece;
    const prose = piece.keep(inPassage, () => draft.passagesWith(holes).flatMap((p) => inPassage(piece, p)));
    const cells = draft.tables.flatMap((t) => piece.keep(t, () => emptyCells(piece, t)));
    return [...prose, ...cells].sort((a, b) => a.at.start - b.at.start);
  },
  show: (all) =>
    all.length === 0
      ? undefined
      : all.map(({ text, label, candidate }) => ({ texte: text, libelle: label, candidat: candidate })),
});
