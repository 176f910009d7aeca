import { type Clause, clauses } from '../../rules/clauses/clauses.ts';
import { clauseAt, insertClause } from '../../rules/clauses/insertion.ts';
import { ccagOf } from '../../rules/facts/droit/index.ts';
import { procedure } from '../../rules/facts/procedure/index.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import { PIECES, type Piece } from '../../rules/kit/piece.ts';
import type { Edit } from '../../rules/kit/rule.ts';
import type { Finding } from './lint.ts';
import type { Policies } from './policy.ts';

const REGIMES: Readonly<Record<Clause['regime'], string>> = {
  'ccag-tic-2021': 'CCAG-TIC de 2021',
  'ccag-pi-2021': 'CCAG-PI de 2021',
  'ccag-2009': 'CCAG de 2009',
  'sans-ccag': 'sans CCAG',
  tous: '',
};

/** The regime a clause is written for, in French; empty for one that goes with any. */
export const regimeOf = ({ regime }: Clause): string => REGIMES[regime];

/** The Markdown of a clause as the library has it, heading included, fields left. */
export const textOf = ({ heading, body }: Clause): string => (heading ? `## ${heading}\n\n${body}` : body);

/** What a clause is for, then its text: a page for someone who chooses. */
export const pageOf = (clause: Clause): string => `${clause.quand}\n\n---\n\n${textOf(clause)}`;

/** Whether the regime of a clause goes with the CCAG that the consultation refers to; any does when it names none. */
function fitsRegime({ regime }: Clause, { consultation }: Piece): boolean {
  const { kinds, year } = ccagOf(consultation);
  switch (regime) {
    case 'tous':
      return true;
    case 'ccag-2009':
      return year === 2009;
    case 'sans-ccag':
      return !kinds.some((k) => k === 'tic' || k === 'pi');
    default:
      return kinds.length === 0 || (year !== 2009 && kinds.some((k) => regime === `ccag-${k}-2021`));
  }
}

/** Whether a clause is for a procedure that the consultation names; any is when it names none. */
function fitsProcedure({ procedures }: Clause, { consultation }: Piece): boolean {
  const named = consultation.pieces.flatMap((piece) => piece.ask(procedure).name ?? []);
  return !procedures || named.length === 0 || named.some((name) => procedures.includes(name));
}

/**
 * True when a clause may stand in a piece, under the procedure and the CCAG of its consultation. A piece of no known kind
 * takes any.
 */
export const suits = (clause: Clause, piece: Piece): boolean =>
  (piece.kind === 'autre' || piece.kinds.some((kind) => clause.pieces.includes(kind))) &&
  fitsRegime(clause, piece) &&
  fitsProcedure(clause, piece);

/** A clause as it is offered to the writer of a piece. */
export interface Offer {
  readonly clause: Clause;
  readonly suits: boolean;
  /** A finding in the piece asks for it. */
  readonly missing: boolean;
}

const lettersOf = (text: string): string => plain(text).replace(/[^a-z0-9]+/g, '');
const marks = new Map<Clause, string>();

/** The letters of the longest stretch of a clause without a field: whatever its typography, a text that holds them inserts it. */
function markOf(clause: Clause): string {
  let mark = marks.get(clause);
  if (mark === undefined) {
    const stretches = clause.body.split(/\[à compléter[^\]]*\]/).map(lettersOf);
    mark = stretches.reduce((longest, stretch) => (stretch.length > longest.length ? stretch : longest), '');
    marks.set(clause, mark);
  }
  return mark;
}

/** What the names of clauses of the house begin with: none of the library does. */
const HOUSE = 'maison/';

/** The clauses of a body as those of the library are. */
export const houseClauses = (policies: Policies | undefined): readonly Clause[] =>
  (policies?.all ?? []).flatMap(({ name, clauses: own }, i) =>
    own.map(
      ({ titre, quand, pieces, texte }, j): Clause => ({
        id: `${HOUSE}${i}-${j}`,
        titre,
        quand: [quand, `Clause de la maison (${name}).`].filter(Boolean).join(' '),
        regime: 'tous',
        pieces: pieces.length > 0 ? pieces : PIECES,
        variables: [],
        sources: [],
        protege: [],
        date: '',
        ...headed(texte),
      }),
    ),
  );

/** A text with the title of its own article apart, where it begins with one. */
function headed(texte: string): Pick<Clause, 'heading' | 'body'> {
  const [whole, heading] = /^#{1,6}[ \t]+([^\n]+)\n+/.exec(texte) ?? [];
  return whole && heading ? { heading: heading.trim(), body: texte.slice(whole.length) } : { body: texte };
}

/** Every clause, those that are missing in the piece first, then those that suit it; in each group those of the house first, by title. */
export function offers(
  piece: Piece,
  findings: readonly Finding[] = [],
  house: readonly Clause[] = [],
): readonly Offer[] {
  const own = new Set(house);
  const edits = findings.flatMap((f) => f.fixes.flatMap((fix) => fix.edits.map(({ text }) => lettersOf(text))));
  const isMissing = (clause: Clause) => !own.has(clause) && edits.some((text) => text.includes(markOf(clause)));
  const rank = ({ suits: fits, missing }: Offer) => (missing ? 0 : fits ? 1 : 2);
  return [...house, ...clauses]
    .map((clause) => {
      const fits = suits(clause, piece);
      return { clause, suits: fits, missing: fits && isMissing(clause) };
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        Number(own.has(b.clause)) - Number(own.has(a.clause)) ||
        a.clause.titre.localeCompare(b.clause.titre, 'fr'),
    );
}

/** The clause of that id; undefined for a word that names none. */
export const clauseNamed = (id: string, house: readonly Clause[] = []): Clause | undefined =>
  [...house, ...clauses].find((c) => c.id === id);

/** Inserts a clause in the section it belongs to, for a writer at `offset`; values by the name of the variable. */
export function insertion(
  piece: Piece,
  clause: string | Clause,
  offset: number,
  values: Readonly<Record<string, string>>,
): Edit {
  const [edit] = insertClause(piece, clause, { offset, values }).edits;
  if (!edit) throw new Error(`no edit for the clause "${typeof clause === 'string' ? clause : clause.id}"`);
  return unindented(piece, edit);
}

/** A clause in place of the words typed to find it, from the start of their line. */
export const typed = (piece: Piece, clause: string | Clause, at: Edit['at']): Edit => clauseAt(piece, clause, at);

/**
 * An insertion after an indented line takes that line in: an editor gives the lines of a snippet the indentation of the line
 * it begins in.
 */
function unindented({ draft }: Piece, edit: Edit): Edit {
  const start = draft.text.lastIndexOf('\n', edit.at.start - 1) + 1;
  const line = draft.text.slice(start, edit.at.start);
  return /^[ \t]/.test(line) ? { ...edit, at: { start, end: edit.at.end }, text: line + edit.text } : edit;
}
