import type { Consultation, Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { lotsMatter } from '../dossier/index.ts';
import { sameLot, type Tranche, tranches } from '../tranches/index.ts';
import { type Place, tableauxDe } from './bordereau.ts';
import type { Ligne, Portee } from './tableau.ts';

/** A lot or a tranche as a draft or a schedule names it. */
export interface Designe {
  readonly id: string;
  readonly piece: Piece;
  readonly at: Span;
}

/** What there is on one side and not on the other. */
export interface Manques {
  /** In the drafts, and priced nowhere. */
  readonly sansPrix: readonly Designe[];
  /** In the schedules, and in no draft. */
  readonly inconnus: readonly Designe[];
  /** Where the other side is: one place of the drafts, one of the schedules. */
  readonly drafts: Designe;
  readonly bordereau: Designe;
}

const once = (all: readonly Designe[]): Designe[] => all.filter((d, i) => all.findIndex((o) => o.id === d.id) === i);

/** The first draft that lists them: what the consultation is divided in. One optional tranche stands beside the firm one. */
function listed(consultation: Consultation, read: (piece: Piece) => readonly Designe[]): readonly Designe[] {
  const all = consultation.of('rc', 'ae', 'ccap', 'cctp').map((piece) => once(read(piece)));
  return all.find((found) => found.length > 1) ?? all.find(([only]) => only?.id.startsWith('optionnelle')) ?? [];
}

const lotsListed = (piece: Piece): Designe[] =>
  lotsMatter
    .read(piece)
    .flatMap(({ key, at, value }) => (value.kind === 'objet' && key ? [{ id: key.slice(4), piece, at }] : []));

/** A tranche of a draft as schedules name it; a contract has one that is firm. */
export const trancheId = ({ nature, number }: Pick<Tranche, 'nature' | 'number'>): string =>
  nature === 'ferme' ? 'ferme' : `optionnelle ${number}`;

const tranchesListed = (piece: Piece, lot: string | undefined): Designe[] =>
  piece.ask(tranches).listed.flatMap((t) => (sameLot(t.lot, lot) ? [{ id: trancheId(t), piece, at: t.at }] : []));

function priced(places: readonly Place[], of: (line: Ligne) => Portee | undefined): Designe[] {
  return once(
    places.flatMap(({ piece, tableau }) =>
      tableau.lignes.flatMap((line) => {
        const found = of(line);
        return found ? [{ id: found.id, piece, at: found.cell?.at ?? line.row.at }] : [];
      }),
    ),
  );
}

/** Words by which one schedule serves every lot. */
const FOR_ALL =
  /\b(?:commun(?:e|s)? (?:a tous les |aux )lots|tous (?:les )?lots|tous lots confondus|ensemble des lots)\b/;

function compared(
  places: readonly Place[],
  asked: readonly Designe[],
  of: (line: Ligne) => Portee | undefined,
): readonly Manques[] {
  const known = priced(places, of);
  const [drafts, bordereau] = [asked[0], known[0]];
  if (!drafts || !bordereau) return [];
  // A table that names none may be for all of them.
  const open = places.some(({ tableau }) => tableau.lignes.some((l) => !of(l)) || FOR_ALL.test(tableau.notes));
  const sansPrix = open ? [] : asked.filter((d) => !known.some((k) => k.id === d.id));
  const inconnus = asked.length > 1 ? known.filter((k) => !asked.some((d) => d.id === k.id)) : [];
  return [{ sansPrix, inconnus, drafts, bordereau }];
}

/** The lots that drafts and schedules do not share; empty where either names none. */
export function lotsManquants(consultation: Consultation): readonly Manques[] {
  const places = tableauxDe(consultation);
  if (places.length === 0) return [];
  return compared(places, listed(consultation, lotsListed), (line) => line.lot);
}

/** Of each table, the lines of a lot; tables that have none left out. */
const ofLot = (places: readonly Place[], lot: string | undefined): readonly Place[] =>
  places.flatMap(({ piece, tableau }) => {
    const lignes = tableau.lignes.filter((l) => l.lot?.id === lot);
    return lignes.length > 0 ? [{ piece, tableau: { ...tableau, lignes } }] : [];
  });

/** The same of the tranches, lot by lot where the schedules are: those of one lot are no matter of the others. */
export function tranchesManquantes(consultation: Consultation): readonly Manques[] {
  const places = tableauxDe(consultation);
  const lots = new Set(places.flatMap(({ tableau }) => tableau.lignes.flatMap((l) => (l.tranche ? [l.lot?.id] : []))));
  if (lots.size === 0) return [];
  return [...lots].flatMap((lot) => {
    const asked = listed(consultation, (piece) => tranchesListed(piece, lot));
    return compared(lot === undefined ? places : ofLot(places, lot), asked, (line) => line.tranche);
  });
}

/**
 * Whether candidates price a tranche (« ferme », « optionnelle 2 ») in the schedules: in lines of its own (`propre`), or in lines
 * that name none, or only others (`autre`). Undefined where no schedule is for its lot.
 */
export function chiffrage(
  consultation: Consultation,
  id: string,
  lot: string | undefined,
): 'propre' | 'autre' | undefined {
  const lignes = tableauxDe(consultation).flatMap(({ tableau }) => tableau.lignes);
  const own = lignes.filter((l) => sameLot(l.lot?.id, lot));
  if (own.length === 0) return undefined;
  return own.some((l) => l.tranche?.id === id) ? 'propre' : 'autre';
}
