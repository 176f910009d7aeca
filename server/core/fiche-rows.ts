import {
  criteresMatter,
  delaiMatter,
  dissents,
  dureeMatter,
  lotsMatter,
  type Matter,
  objetMatter,
  procedureMatter,
  type Said,
  tranchesMatter,
  variantesMatter,
} from '../../rules/facts/dossier/index.ts';
import { type OffresDateKind, offres } from '../../rules/facts/offres/index.ts';
import { droits } from '../../rules/facts/pi/index.ts';
import { isThere, piecesListe } from '../../rules/facts/piece/index.ts';
import { montants } from '../../rules/facts/procedure/index.ts';
import { champs } from '../../rules/facts/redaction/index.ts';
import { variantes } from '../../rules/facts/variantes/index.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import type { Phrasebook } from './phrasebook.ts';

type Say = Phrasebook['say'];

/** One thing that one place says, before like values are put together. */
export interface FicheRow {
  /** What it is compared with: equal from piece to piece. */
  readonly key: string;
  readonly label: string;
  /** The label is words of the draft. */
  readonly drafted?: boolean;
  /** In the language asked for, but for the words of the draft. */
  readonly text: string;
  readonly piece: Piece;
  readonly at: Span;
  /** A rule finds that it disagrees with another place. */
  readonly conflict?: boolean;
}

/** A matter of the fiche: its title and all that the pieces say of it. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** The rule that compares it from piece to piece; undefined when none does. */
  readonly rule?: string;
  readonly rows: (consultation: Consultation, say: Say) => readonly FicheRow[];
}

/** What a reader sees of Markdown: no mark of emphasis, no backslash before a sign. */
export const readable = (markdown: string): string =>
  markdown.replace(/(?<!\\)(\*\*|__|`)(?=\S)(.+?)\1/g, '$2').replace(/\\(?=[!-/:-@[-`{-~])/g, '');

export const written = (piece: Piece, at: Span): string => readable(piece.draft.slice(at).replace(/\s+/g, ' ').trim());

const number = (value: number): string => new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(value);

/** « 128 000 € HT » */
export const euros = (value: number, tax?: 'ht' | 'ttc'): string =>
  `${number(value)} €${tax ? ` ${tax.toUpperCase()}` : ''}`;

/** What a message shows as a value that stands alone: « « 12 mois » » gives « 12 mois », « le CCAG TIC » « CCAG TIC ». */
function alone(shown: string): string {
  const words = shown.replace(/^« ([^«»]*) »/, '$1');
  // Of several things, each keeps its article.
  const bare = /(?:,| et) (?:le |la |les |l['’])/.test(words) ? words : words.replace(/^(?:le |la |l['’]|the )/, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** « Prix : 40 % ; Délai : 60 % »; English has no space before these signs. */
const colon = (say: Say): string => `${say(' :')} `;
const listed = (parts: readonly string[], say: Say): string => parts.join(`${say(' ;')} `);

/** What a message says of a value; the words of the draft, which it has between quotation marks, stay theirs. */
const told = ({ shown }: Said<unknown>, say: Say): string => alone(shown.startsWith('«') ? shown : say(shown));

/** « (lot 2) »; empty for the contract as a whole. */
const ofLot = (lot: string | undefined): string => (lot ? ` (lot ${lot})` : '');

const place = ({ piece, at, key = '' }: Said<unknown>): string => `${piece.path} ${at.start} ${at.end} ${key}`;

/** A chapter on a matter that a rule compares: what it reads, with the places it finds to disagree. */
const compared = <V>(
  head: Pick<Chapter, 'id' | 'title'>,
  matter: Matter<V>,
  label: (said: Said<V>) => string,
  text: (said: Said<V>, say: Say) => string = told,
): Chapter => ({
  ...head,
  rule: `dossier/${head.id}`,
  rows(consultation, say) {
    const apart = new Set(dissents(consultation, matter).flatMap((d) => [d.ours, ...d.theirs].map(place)));
    return consultation.pieces.flatMap(matter.read).map((said) => ({
      key: said.key ?? '',
      label: label(said),
      text: text(said, say),
      piece: said.piece,
      at: said.at,
      conflict: apart.has(place(said)),
    }));
  },
});

/** A chapter that every piece fills alone. */
const read = (
  head: Pick<Chapter, 'id' | 'title' | 'rule'>,
  rows: (piece: Piece, say: Say) => readonly Omit<FicheRow, 'piece'>[],
): Chapter => ({
  ...head,
  rows: (consultation, say) =>
    consultation.pieces.flatMap((piece) => rows(piece, say).map((row) => ({ ...row, piece }))),
});

/** « ferme:1 » as people say it. */
export const trancheName = (id: string): string => {
  const [nature, rank] = id.split(':');
  return nature === 'ferme' ? `Tranche ferme${rank === '1' ? '' : ` ${rank}`}` : `Tranche optionnelle ${rank}`;
};

function trancheLabel(said: Said<{ readonly kind: string }>): string {
  const [, id = '', lot] = /^\S+ (\S+:\S+)? ?(.*)$/.exec(said.key ?? '') ?? [];
  if (said.value.kind === 'nombre') return `Nombre de tranches${ofLot(lot)}`;
  return `${trancheName(id)}${ofLot(lot)} : ${said.value.kind === 'objet' ? 'objet' : 'montant'}`;
}

export const DATE_NAMES: Readonly<Record<OffresDateKind, string>> = {
  envoi: "Envoi de l'avis",
  lancement: 'Lancement de la consultation',
  publication: 'Publication',
  invitation: "Envoi de l'invitation à soumissionner",
  offres: 'Date limite de remise des offres',
  candidatures: 'Date limite de remise des candidatures',
};

const weight = (share: number | undefined): string => (share === undefined ? 'sans poids' : `${number(share)} %`);

const POSITIONS: Readonly<Record<string, string>> = { exigees: 'Exigées', 'non-exigees': 'Non exigées' };

const LIMITS: Readonly<Record<string, string>> = {
  etendue: 'étendue',
  destination: 'destination',
  lieu: 'lieu',
  duree: 'durée',
  prix: 'prix',
  modes: "modes d'exploitation",
};

/** Whether what is said at a place, in its sentence or in its row of a table, is still to be filled in. */
function leftToFill(piece: Piece, at: Span): boolean {
  const { draft } = piece;
  const covers = ({ start, end }: Span) => start <= at.start && at.start < end;
  const passage = draft.passages.find((p) => covers(p.span));
  const own = passage?.sentences.find((s) => covers(s.span))?.span ?? passage?.span ?? at;
  const row = passage?.kind === 'cell' ? { start: own.start, end: draft.text.indexOf('\n', own.end) } : own;
  return piece.ask(champs).some((c) => row.start <= c.at.start && c.at.start < row.end);
}

/** Matters of the fiche, in the order in which it is read. */
export const CHAPTERS: readonly Chapter[] = [
  compared(
    { id: 'objet', title: 'Objet' },
    objetMatter,
    () => 'Objet',
    ({ value }) => alone(`« ${value.text} »`),
  ),
  compared({ id: 'procedure', title: 'Procédure et CCAG' }, procedureMatter, ({ value }) =>
    value.kind === 'ccag' ? 'CCAG de référence' : 'Procédure',
  ),
  read({ id: 'montants', title: 'Montants' }, (piece, say) =>
    piece
      .ask(montants)
      .all.filter((m) => m.from !== 'dce-yaml')
      .map(({ kind, value, tax, lot, annual, at }) => ({
        key: `${kind} ${lot ?? ''} ${annual ? 'an' : ''}`,
        label: `${kind === 'estime' ? 'Montant estimé' : 'Montant maximum'}${ofLot(lot)}${annual ? ', par an' : ''}`,
        text: say(euros(value, tax)),
        at,
      })),
  ),
  read({ id: 'dates', title: 'Dates' }, (piece) => {
    const { dates } = piece.ask(offres);
    return dates
      .filter((d) => d.kind !== 'offres' || d.iso === undefined)
      .map(({ kind, lots, at }) => ({
        key: `${kind} ${lots.join(',')}`,
        label: `${DATE_NAMES[kind]}${ofLot(lots.join(', '))}`,
        text: written(piece, at),
        at,
      }));
  }),
  compared({ id: 'delai', title: 'Remise et validité des offres' }, delaiMatter, ({ value, key = '' }) => {
    const [, finale, lot] = key.split(' ');
    const what = value.kind === 'limite' ? DATE_NAMES.offres : 'Validité des offres';
    return `${what}${finale ? ' finales' : ''}${ofLot(lot)}`;
  }),
  compared(
    { id: 'duree', title: 'Durée du contrat' },
    dureeMatter,
    ({ key }) => (key === 'execution' ? 'Délai d’exécution' : `Durée${key ? ` (${key})` : ''}`),
    ({ shown }, say) => say(alone(shown)),
  ),
  compared({ id: 'lots', title: 'Lots' }, lotsMatter, ({ key = '' }) =>
    key === 'nombre' ? 'Allotissement' : key.replace(/^l/, 'L'),
  ),
  compared({ id: 'tranches', title: 'Tranches' }, tranchesMatter, trancheLabel),
  compared({ id: 'variantes', title: 'Variantes' }, variantesMatter, ({ key }) => `Variantes${ofLot(key)}`),
  read({ id: 'variantes-exigees', title: 'Variantes exigées' }, (piece, say) =>
    piece.ask(variantes).prises.flatMap(({ position, at, lots }) => {
      const text = POSITIONS[position];
      return text ? [{ key: '', label: `Variantes exigées${ofLot(lots?.join(', '))}`, text: say(text), at }] : [];
    }),
  ),
  compared(
    { id: 'criteres', title: "Critères d'attribution" },
    criteresMatter,
    ({ key, value }) => `${value.full ? 'Critères' : 'Poids rappelés'}${ofLot(key)}`,
    ({ value }, say) =>
      listed(
        value.lines.map((l) => `${l.critere.name}${colon(say)}${say(weight(l.share))}`),
        say,
      ),
  ),
  read({ id: 'droits', title: 'Droits de propriété intellectuelle' }, (piece, say) =>
    piece.ask(droits).map((clause) => {
      const rights = [...clause.rights].map(say).join(', ');
      const limits = (isOpen: boolean) =>
        [...clause.bounds]
          .flatMap(([b, at]) => (leftToFill(piece, at) === isOpen ? say(LIMITS[b] ?? b) : []))
          .join(', ');
      const [bounds, open] = [limits(false), limits(true)];
      const parts = [
        clause.exclusive === undefined ? undefined : say(clause.exclusive ? 'exclusive' : 'non exclusive'),
        rights && `${say('droits')}${colon(say)}${rights}`,
        bounds && `${say('limites fixées')}${colon(say)}${bounds}`,
        open && `${say('limites à compléter')}${colon(say)}${open}`,
      ].filter((part) => part !== undefined && part !== '') as string[];
      return {
        key: `${clause.kind} ${clause.prior ? 'anterieures' : ''}`,
        label: `${clause.kind === 'cession' ? 'Cession' : 'Concession'}${clause.prior ? ' (connaissances antérieures)' : ''}`,
        text: alone(listed(parts, say) || written(piece, clause.sentence.span)),
        at: clause.sentence.span,
      };
    }),
  ),
  read({ id: 'pieces', title: 'Documents annoncés', rule: 'dossier/piece-manquante' }, (piece, say) =>
    piece.ask(piecesListe).map((listed) => {
      const missing = !isThere(listed, piece);
      return {
        key: listed.folded,
        label: alone(written(piece, listed.at)),
        drafted: true,
        text: say(missing ? 'Absent du dossier' : 'Dans le dossier'),
        at: listed.at,
        conflict: missing,
      };
    }),
  ),
  read({ id: 'etat', title: 'État du projet' }, (piece, say) => {
    const at = piece.entete.spans.etat;
    return piece.state && at ? [{ key: '', label: 'État', text: say(alone(piece.state)), at }] : [];
  }),
];
