import { plain } from '../../kit/french/fold.ts';
import { type Piece, type PieceKind, SCHEDULES } from '../../kit/piece.ts';
import { type PieceListee, type PieceNom, piecesListe } from './pieces-liste.ts';

/** Kinds that answer a name, and how files and headings spell it. */
const ANSWERS: Readonly<Record<PieceNom, { readonly kinds: readonly PieceKind[]; readonly words: RegExp }>> = {
  rc: { kinds: ['rc'], words: /./ },
  'reglement-concours': { kinds: ['reglement-concours', 'rc'], words: /concours/ },
  ccap: { kinds: ['ccap'], words: /\b(?:ccap|ccatp|ccp|ccag)\b|clauses (?:administratives|particulieres)/ },
  cctp: {
    kinds: ['cctp', 'programme-fonctionnel'],
    words: /\b(?:cctp|ccatp|ccp|cdc)\b|clauses (?:techniques|particulieres)|cahier des charges/,
  },
  'programme-fonctionnel': { kinds: ['programme-fonctionnel', 'cctp'], words: /programme|\bpf\b|cdcf/ },
  ae: { kinds: ['ae'], words: /\b(?:ae|attri ?1?|dc3)\b|acte (?:d )?engagement/ },
  bpu: { kinds: ['bpu'], words: /\bbpu\b|bordereaux? (?:de |des )?prix|\bbp\b|prix unitaires/ },
  dpgf: { kinds: ['dpgf'], words: /\bdpgf\b|decomposition (?:du |des |de )?prix/ },
  dqe: { kinds: ['dqe'], words: /\bdqe\b|detail (?:quantitatif )?(?:et )?estimatif|devis quantitatif/ },
};

/** Words of a document's name that tell it from no other. */
const COMMON = new Set(
  'les des une aux par sur pour avec son ses leur leurs annexe annexes document documents fichier modele modeles piece pieces liste lot lots present presente marche consultation dossier format version page pages'.split(
    ' ',
  ),
);

const isSchedule = (nom: PieceNom): boolean => (SCHEDULES as readonly PieceNom[]).includes(nom);

const tokens = (name: string): string => plain(name.replace(/\.[a-z0-9]{1,5}$/i, '')).replace(/[^a-z0-9]+/g, ' ');
const stem = (word: string): string => word.replace(/(?:es|s|e|x)$/, '');
const wordsOf = (folded: string): string[] =>
  folded.split(/[^a-z0-9]+/).filter((w) => w.length > 2 && !/^\d/.test(w) && !COMMON.has(w));

/** First letters of the words of a name: « cadre de réponse technique » gives « crt ». */
const initials = (folded: string): string =>
  wordsOf(folded)
    .map((w) => w[0])
    .join('');

/**
 * True when the folder holds a document of the list: a piece of its kind, a file whose name speaks of it, a part of a
 * piece that bears its title; or when its name is too vague to tell.
 */
export function isThere({ nom, folded, annexe }: PieceListee, from: Piece): boolean {
  const { consultation } = from;
  const files = [...new Set([...consultation.files, ...consultation.pieces.map((p) => p.path)])].map(tokens);
  const titles = consultation.pieces.flatMap((p) => p.draft.headings.map((h) => h.folded.replace(/[^a-z0-9]+/g, ' ')));
  if (nom) {
    const { kinds, words } = ANSWERS[nom];
    if (kinds.length > 0 && consultation.of(...kinds).length > 0) return true;
    // A schedule of prices may be a part of another piece, and the acte d'engagement its annex.
    const isPart = (title: string) =>
      words.test(title) && (isSchedule(nom) || (nom === 'ae' && /^ ?annexe /.test(title)));
    return files.some((f) => words.test(f)) || titles.some(isPart);
  }
  const own = wordsOf(folded);
  if (own.length === 0) return true;
  if (annexe) {
    const number = new RegExp(`(?:^| )(?:annexes?|ann|a) ?(?:n ?|no ?)?0?${annexe}(?: |$)`);
    if ([...files, ...titles, ...annexesIn(from)].some((t) => number.test(t))) return true;
  }
  const short = initials(folded);
  return (
    files.some((f) => {
      const words = f.split(' ');
      return words.some(
        (w) => (short.length > 1 && w === short) || own.some((o) => w === o || (w.length > 3 && stem(w) === stem(o))),
      );
    }) || titles.some((t) => own.every((o) => t.split(' ').some((w) => stem(w) === stem(o))))
  );
}

/** « ANNEXE A - CADRE DE RÉPONSE » over a table, which is no heading: the first words of paragraphs that begin an annex. */
const annexesIn = ({ consultation }: Piece): string[] =>
  consultation.pieces.flatMap(({ draft }) =>
    draft
      .passagesWith(BEGINS_ANNEX)
      .flatMap((p) => (p.kind === 'paragraph' ? [p.folded.slice(0, 40).replace(/[^a-z0-9]+/g, ' ')] : [])),
  );
const BEGINS_ANNEX = /^ *annexe (?:n ?° ?)?(?:\d{1,2}|[a-h]|[ivx]{1,4}) ?[-:.(]/;

/** « l'acte d'engagement et son cadre de prix », in one item: one document, and what goes with it. */
const WITH_IT = /^[^.;:\n]{0,12} et (?:ses?|son|sa|leurs?) (?:\p{L}+ ){0,2}(?:de |du |d[’'])?$/u;

/** The documents of the list that the folder lacks, in order; what goes with another is not told apart. */
export function piecesManquantes(piece: Piece): readonly PieceListee[] {
  const missing = piece.ask(piecesListe).filter((listed) => !isThere(listed, piece));
  const goesWith = ({ at }: PieceListee, last: PieceListee | undefined): boolean =>
    last !== undefined && WITH_IT.test(piece.draft.slice({ start: last.at.end, end: at.start }));
  return missing.filter((listed, i) => !goesWith(listed, missing[i - 1]));
}
