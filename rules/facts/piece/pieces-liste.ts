import type { InPlace, Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { EMPTY_BOXES } from '../../kit/markdown/boxes.ts';
import { defineFact, type Piece, type PieceKind, SCHEDULES } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { find, findAll, has } from '../../kit/text.ts';
import { unfoldedIn } from '../commun/index.ts';
import { STANDS_FOR } from './pieces-valant.ts';

/** Pieces that have a name of their own: those the program knows, and the schedules of prices. */
export type PieceNom = Exclude<PieceKind, 'autre' | 'appel-a-projets' | 'avis'>;

/** A document that the list names. */
export interface PieceListee {
  /** Undefined for a document that has no name of its own: a plan, a form. */
  readonly nom: PieceNom | undefined;
  /** Folded name, what is said of it left out. */
  readonly folded: string;
  /** « 2 », where it is « annexe 2 ». */
  readonly annexe: string | undefined;
  readonly at: Span;
}

const NOMS: readonly (readonly [PieceNom, RegExp])[] = [
  ['reglement-concours', fr`règlement (?:du|de) concours`],
  ['rc', fr`(?:présent )?règlement(?: particulier)?(?: de (?:la )?(?:présente )?consultation)?|r\.?c\.?`],
  [
    'ccap',
    fr`cahiers? des clauses particulières|c\.?c\.?p\.?|cahiers? des (?:clauses|conditions|charges) administratives(?: particulières)?|c\.?c\.?a\.?p\.?|ccatp`,
  ],
  [
    'cctp',
    fr`cahiers? des (?:clauses|conditions|charges) techniques(?: particulières)?|c\.?c\.?t\.?p\.?|cahier des charges(?! fonctionnel)|cahier technique`,
  ],
  ['programme-fonctionnel', fr`programme fonctionnel(?: détaillé)?|cahier des charges fonctionnel`],
  ['ae', fr`actes? d'engagement|a\.?e\.?`],
  ['bpu', fr`bordereaux? (?:des |de )?prix(?: unitaires)?|b\.?p\.?u\.?`],
  ['dpgf', fr`décompositions? d[ue]s? prix(?: globale?s?)?(?: et)?(?: forfaitaires?)?|d\.?p\.?g\.?f\.?`],
  ['dqe', fr`détails? (?:quantitatifs?(?: et)?(?: |-)?)?estimatifs?|devis quantitatifs? estimatifs?|d\.?q\.?e\.?`],
];

const DOSSIER =
  '(?:dossier(?: de (?:la )?(?:presente )?consultation)?(?: des entreprises)?(?! (?:techniques?|administratifs?|d.|des |du |de |remis|complet|presente par))|d\\.?c\\.?e\\.?|documents? de (?:la )?(?:presente )?consultation)';
const GIVEN_TO =
  '(?:aux?|a tous les|a chaque) (?:[a-z]+ )?(?:candidats?|operateurs?|concurrents?|soumissionnaires?|entreprises?)';
/** « Dossier mis à disposition », « Ce que contient le dossier », « Liste des pièces remises aux entreprises ». */
const TITLE_GIVEN = new RegExp(
  `^(?:(?:le )?dossier (?:mis (?:a (?:la |votre )?disposition|en ligne)|telechargeable|(?:remis|fourni|communique|transmis|propose) ${GIVEN_TO})|ce que (?:contient|comprend|comporte) (?:le |ce )?dossier$|(?:(?:liste|contenu|composition) des )?(?:les )?(?:pieces|documents|fichiers) (?:mis(?:es)? (?:a (?:la |votre )?disposition|en ligne)|telechargeables|(?:remis|fourni|communique|transmis|propose)(?:e?s)? ${GIVEN_TO}))`,
);
const TITLE =
  /^(?:(?:les )?(?:contenu|composition|constitution|pieces?|documents?|liste)[a-z', ()]{0,40}(?:dossier|consultation|d\.?c\.?e)|(?:le )?dossier de (?:la )?consultation|(?:le )?dossier$|d\.?c\.?e\.?$|(?:les )?documents (?:de la consultation|remis aux candidats|mis a disposition))/;
const NOT_TITLE =
  /\b(?:candidature|(?<!appels? d')offres?|repon[a-z]+|soumission|contractuel|a (?:fournir|remettre|produire)|modification|retrait)/;
const COMPOSES = new RegExp(
  `(?<![a-z])(?:${DOSSIER})(?: ?\\([^)]{0,40}\\))?(?:,? [a-z0-9',.()-]+){0,22}?,? (?:comprend|comporte|contient|inclut|est (?:compose|constitue|forme)e?s?|se compose|reuni(?:t|ssent)|sont(?= (?:les suivants|: ?$|le |la |les |l'))|regroupe|rassemble)`,
);
/** « Sont remis aux candidats : », « Les candidats disposent des documents suivants : ». */
const GIVEN =
  /\b(?:remis|fournis|mis a (?:la )?disposition|communiques|transmis|delivres|accessibles|joints)(?: gratuitement)? (?!par )(?:[a-z]+ ){0,2}(?:l')?(?:candidats?|operateurs?|concurrents?|soumissionnaires?|entreprises?)\b[^.;]{0,60}: ?$|\b(?:candidats?|operateurs?) (?:recoivent|recoit|(?:dispose|telecharge|trouve)(?:nt)?) [^.;]{0,80}: ?$/;
/** « Pièces téléchargeables : », « Vous trouverez sur le profil d'acheteur … », « Remis à l'entreprise »: what is had of the buyer. */
const HAD =
  /^[^a-z]*(?:(?:les )?(?:pieces?|documents?|fichiers?) (?:[a-z]+ ){0,2}?(?:telechargeables?|a telecharger|remis(?:es)?|fournis|mis(?:es)? a disposition|mis(?:es)? en ligne|disponibles|communique(?:e?s)|transmis(?:es)?|joint(?:e?s))(?: [a-z' ]{0,60})? ?:|(?:vous (?:trouverez|disposez|telechargez|recevez|recevrez)|on (?:trouve|trouvera)|sont (?:a telecharger|mis en ligne|telechargeables)) )/;
const HAD_HEAD =
  /^(?:pieces?|documents?|fichiers?) (?:[a-z]+ )?(?:du (?:dossier|d\.?c\.?e)|de la consultation)|^(?:(?:pieces?|documents?|fichiers?) )?(?:remis(?:e?s?)|fournie?s?|mis(?:es)? a (?:la )?disposition|telechargeables?|transmis(?:es)?|communique(?:e?s)?|joint(?:e?s))(?: (?:a|aux?) (?:l')?(?:entreprises?|candidats?|concurrents?|soumissionnaires?))?$/;

/** « Il comprend : », under a title on the dossier. */
const IT =
  /^(?:[a-z', ]+\b)?(?:il|celui-ci|ce dossier|ils|elle)s? (?:comprend|comporte|contient|est (?:compose|constitue)|se compose|sont)/;
const CANDIDATE =
  /\b(?:candidatures?|candidats? (?:remet|fourni|produi|depos|transm)|dossier de (?:candidature|reponse|offre)|offres? (?:comprend|comporte|contient)|son offre|leur offre)/;

/** What is no file of the dossier: the notice, published texts, forms that each candidate has. */
const PUBLISHED =
  /\bavis\b|\bccag\b|clauses administratives generales|\bdc ?[1-4]\b|\bdume\b|\bnoti ?\d|\blettre (?:de consultation|d'invitation)|\bnormes?\b|\bcode d|\barretes?\b|\bdecrets?\b|\bloi\b/;
/** The list says that it is elsewhere, inside another piece, or to come. « Annexe A : … » is no « annexé à … ». */
const LISTED_ELSEWHERE =
  /\b(?:sur (?:simple )?demande|consultables?|sur place|remise?s? (?:lors|a l'issue|ulterieurement)|ulterieurement|telechargeables?|disponibles?|accessibles?|a retirer|(?:joint|insere|reproduit|communique|fourni)(?:e|s|es)? (?:au|dans|en annexe|par|aupres)|integree?s?|inclus(?:es?)?|contenue?s? dans|figurant (?:dans|au|en)|annexee?s? (?:a(?! ?[:(,-]|$)|au)|le cas echeant|eventuel(?:le)?s?)\b|https?:/;
/** « Le CCAP et son annexe (bordereau des prix) ». */
const ITS_ANNEX = /\b(?:son|ses|leurs?) annexes?\b/;
const INSTRUCTION = /\[[^[\]]*\]/g;
/** A schedule of prices may be a part of another piece. */
const PRICES: ReadonlySet<PieceListee['nom']> = new Set(SCHEDULES);
const CUT =
  /,? (?:qui|que|comprenant|comportant|contenant|incluant|dont|ainsi que|a (?:completer|remettre|remplir|joindre|dater|signer|accepter)|dument|commune?s?|etablie?s?|valable)\b|;|, (?:et|datee?|signee?|version|sous)|\. /;
/** « Retrait : profil d'acheteur », « Questions : jusqu'au 5 janvier »: how the documents are had, and what is done with them. */
const HOW =
  /^(?:retraits?|telechargements?|mises? a disposition|acces|obtention|consultation|questions?|renseignements?|demandes?|reponses?|modifications?|rectifi[a-z]+|complements?|delais?|dates?|visites?|contacts?|correspondants?|adresses?|formats?|langues?|ordre|priorite|nota|nb|remarques?|depots?|remises?|echanges?|profil|plateforme|plate-forme|site|lien|url|courriel|telephone|cout|prix|gratuit[a-z]*)(?: [a-z'-]+){0,4} ?:/;
const FINITE = /\b(?:est|sont|peut|peuvent|doit|doivent|sera|seront|a ete|permet|precise|figure|figurent|trouve)\b/;
const ANNEXE =
  /\bannexes? ?(?:n ?° ?|no ?)?(\d{1,2}|[a-h]|i{1,3}|iv)(?![a-z0-9'])(?: (?:au|a la|a l'|du|de la|de l') ?[a-z'. ]{2,30}?)?(?: ?[:(,-] ?|$)/;

const SENTENCE =
  /^ ?(?:ils?|elles?|ces?|cet|cette|les?|la|l'|une?|tou(?:t|s|te|tes)|chaque|aucune?|si|en cas)(?![a-z]).*\b(?:est|sont|peut|peuvent|doit|doivent|sera|seront|a ete|devra|devront|pourra|pourront)\b/;
/** The words of an item without the sentence that a page has left right under it: « Le cadre de réponse », « Il est remis gratuitement. » */
function ownWords({ text, folded, content: { prose } }: Passage): string {
  const breaks = [...text.matchAll(/\n(?=\s*\p{Lu})/gu)].map((m) => prose.foldedIndex(m.index));
  return folded.slice(
    0,
    breaks.find((at) => SENTENCE.test(folded.slice(at))),
  );
}

function documentsIn(passage: Passage): PieceListee[] {
  // What the drafter is told in brackets names no document.
  const folded = ownWords(passage).replace(INSTRUCTION, (m) => '#'.repeat(m.length));
  if (PUBLISHED.test(folded) || folded.length > 260) return [];
  const lead = /^[^a-z0-9]*(?:\d{1,2}[.)°-]+ ?)?/.exec(folded)?.[0].length ?? 0;
  const stop = folded.slice(lead).search(CUT);
  const to = (stop < 0 ? folded : folded.slice(0, lead + stop)).replace(/[\s.,;:]+$/, '').length;
  const text = folded.slice(lead, to);
  const whole = passage.at({ from: lead, to: folded.replace(/[\s.,;:]+$/, '').length });
  const annexe = ANNEXE.exec(text);
  // « Annexe 1 au CCTP : plan du réseau » names the annex, not the CCTP.
  const ownAnnexe = annexe && annexe.index <= 4;
  const out = ownAnnexe ? [] : namedIn(passage, lead, to, whole);
  if (LISTED_ELSEWHERE.test(folded) || ITS_ANNEX.test(folded)) return out.filter((o) => !PRICES.has(o.nom));
  if (annexe) {
    const rest = text.slice(annexe.index + annexe[0].length).replace(/[)\s]+$/, '');
    if (!/[a-z]{3}/.test(rest)) return out;
    const at = ownAnnexe ? whole : passage.at({ from: lead + annexe.index, to });
    return [...out, { nom: undefined, folded: rest, annexe: annexe[1], at }];
  }
  // « Le projet de marché comprenant : » leads to those that follow.
  if (out.length > 0 || /:\s*$/.test(folded) || HOW.test(text) || FINITE.test(text) || text.length > 160) return out;
  return [{ nom: undefined, folded: text, annexe: undefined, at: whole }];
}

const SAME = new RegExp(`\\b${STANDS_FOR}(?: [a-z']+){0,2} ?$`);

/** « L'acte d'engagement, avec la décomposition du prix »: in the same file. */
const WITH =
  /(?:avec|y compris|assorti d'|assorti de|accompagne d'|accompagne de|incluant|comprenant) ?(?:les? |la |l'|sa |son |ses |une? )?$/;

/** Pieces named in a part of a passage. One alone is reported with all its item. */
function namedIn(passage: Passage, from: number, to: number, whole: Span | undefined): PieceListee[] {
  const text = passage.folded.slice(from, to).replace(INSTRUCTION, (m) => '#'.repeat(m.length));
  const found = new Map<PieceNom, { from: number; to: number }>();
  let left = text;
  for (const [nom, pattern] of NOMS)
    for (const m of findAll(left, pattern)) {
      if (!found.has(nom)) found.set(nom, { from: m.from, to: m.to });
      left = left.slice(0, m.from) + '#'.repeat(m.to - m.from) + left.slice(m.to);
    }
  // « le CCAP valant cahier des clauses techniques »: one document, under its first name.
  for (const [nom, m] of found) {
    const before = text.slice(0, m.from);
    if (SAME.test(before) || (PRICES.has(nom) && found.size > 1 && WITH.test(before))) found.delete(nom);
  }
  const named = [...found].sort(([, a], [, b]) => a.from - b.from);
  return named.map(([nom, m]) => ({
    nom,
    folded: text.slice(m.from, m.to),
    annexe: undefined,
    at: whole && found.size === 1 ? whole : passage.at({ from: from + m.from, to: from + m.to }),
  }));
}

/** A piece of a form, which this dossier has not. */
const EMPTY_BOX = new RegExp(`^ ?[${EMPTY_BOXES}] ?(?:non ?)?$`, 'u');

/** « Étape | Date »: a calendar. */
const OF_CALENDAR =
  /^[^a-z]*(?:etapes?|dates?|jalons?|echeances?|calendrier|phases?|delais?|jours?|evenements?)(?![a-z])/;
const NAMES = /\b(?:documents?|pieces?|intitules?|designations?|noms?|libelles?)\b/;
/** The column of a table that names the documents; the first where no header says so. */
const isNameCell = (passage: Passage): boolean => {
  const { table, cell } = passage;
  if (!table || !cell || cell.row === 0) return false;
  // Its own header first: a row has as many cells as there are headers to look through.
  if (cell.column > 0 && !table.headerOf(passage)?.has(NAMES)) return false;
  const column = table.column(NAMES);
  if (column < 0 && table.header.cells.some((c) => OF_CALENDAR.test(c.folded))) return false;
  return cell.column === Math.max(column, 0) && !table.rowOf(passage)?.cells.some((c) => c.has(EMPTY_BOX));
};

/** The column over a cell says that these are the documents that candidates have. */
const isHad = (passage: Passage): boolean =>
  [passage.table?.header.cells[0], passage.table?.headerOf(passage)].some((head) => head?.has(HAD_HEAD));

/** Under « Candidatures », « le dossier comporte » speaks of what each candidate hands in. */
const isOfCandidate = ({ section }: Passage): boolean =>
  section.chain.some(({ level, title }) => level > 1 && NOT_TITLE.test(title));
const OF_CONSULTATION = /\bconsultation|\bd\.?c\.?e\b|\bdes entreprises\b/;

/** An item or a cell names a document of the consultation, by the title above or by what introduces it. */
function isListed(passage: Passage, isTitled: boolean): boolean {
  const lead = passage.lead?.folded ?? '';
  if (passage.heading || CANDIDATE.test(lead) || !(passage.kind === 'item' || isNameCell(passage))) return false;
  return (
    isTitled ||
    (COMPOSES.test(lead) && (!isOfCandidate(passage) || OF_CONSULTATION.test(lead))) ||
    GIVEN.test(lead) ||
    HAD.test(passage.lead?.sentences.at(-1)?.folded ?? '') ||
    isHad(passage)
  );
}

/** « Le dossier comprend le RC et le CCAP »: what a sentence names after its verb. */
function namedAfterVerb({ folded, passage, phrase }: Sentence, isTitled: boolean): PieceListee[] {
  const m = find(folded, COMPOSES) ?? find(folded, HAD) ?? (isTitled ? find(folded, IT) : undefined);
  if (!m || CANDIDATE.test(folded) || has(folded.slice(m.to), /\b(?:ne|n')\b/)) return [];
  return namedIn(passage, phrase.from + m.to, phrase.from + folded.length, undefined);
}

/** « 4.1 Contenu », under « 4. Dossier de consultation ». */
const CONTENTS = /^(?:contenu|composition|liste|pieces)(?: (?:du dossier|des pieces|remises))?$/;

/** The documents that a sentence names; those of an item or of a cell are told by its first one. */
function listedBy(sentence: Sentence): readonly PieceListee[] {
  const { passage, index } = sentence;
  const { title, chain } = passage.section;
  const above = CONTENTS.test(title) ? chain.find((s) => s.title !== title)?.title : undefined;
  const isTitled =
    [title, above].some((t) => t !== undefined && [TITLE, TITLE_GIVEN].some((p) => p.test(t))) &&
    (!isOfCandidate(passage) || (OF_CONSULTATION.test(title) && !NOT_TITLE.test(title)));
  if (passage.kind === 'item' || passage.kind === 'cell')
    return index === 0 && isListed(passage, isTitled) ? documentsIn(passage) : [];
  return passage.items.length > 0 ? [] : namedAfterVerb(sentence, isTitled);
}
const LISTED: InPlace<readonly PieceListee[]> = {
  take(sentence) {
    const listed = listedBy(sentence);
    return listed.length > 0 ? listed : undefined;
  },
  // They hold passages and places, which are not compared.
  isSame: (before, now) => before === now,
};

/** The documents of the consultation as a piece lists them, in order; empty when it lists none. */
export const piecesListe = defineFact<readonly PieceListee[]>({
  id: 'pieces-liste',
  title: 'Documents de la consultation',
  read: ({ draft }: Piece) => [...draft.inPlace(LISTED).values()].flat(),
  show: (all, piece) => (all.length === 0 ? undefined : all.map((p) => p.nom ?? unfoldedIn(piece, p.folded))),
});
