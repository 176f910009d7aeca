import { type Critere, criteres, type Grille } from '../../rules/facts/criteres/index.ts';
import { offres } from '../../rules/facts/offres/index.ts';
import { dossierTranches, trancheDelay } from '../../rules/facts/tranches/index.ts';
import type { Consultation, Piece, PieceKind } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import { DCE, type Dce, SHARED } from './dce.ts';
import { pieceName } from './explain.ts';
import { CHAPTERS, DATE_NAMES, euros, type FicheRow, readable, trancheName, written } from './fiche-rows.ts';
import type {
  Fiche,
  FicheCritere,
  FicheDate,
  FicheEntry,
  FicheGrille,
  FicheMatter,
  FichePlace,
  FicheTranche,
} from './fiche-types.ts';
import { Lines } from './lines.ts';
import { FRENCH, type Phrasebook } from './phrasebook.ts';
import { landmarkAt, landmarkShown } from './where.ts';

export type * from './fiche-types.ts';

type PlaceOf = (piece: Piece, at: Span) => FichePlace;

const ORDER: readonly PieceKind[] = ['rc', 'reglement-concours', 'appel-a-projets', 'ccap', 'cctp', 'ae'];

/** The pieces in the order in which a reader takes them. */
export const inOrder = ({ pieces }: Consultation): readonly Piece[] => {
  const rank = ({ kind }: Piece) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
  return [...pieces].sort((a, b) => rank(a) - rank(b));
};

/** A place of a piece, for the fiche. */
export const placeOf: PlaceOf = ({ path, kind, kinds, draft, landmarks }, { start, end }) => {
  const range = { start: draft.positionAt(start), end: draft.positionAt(end) };
  const landmark = landmarkAt({ landmarks }, { start, end });
  const where = landmark && { where: landmarkShown(landmark) };
  const line = range.start.line + 1;
  return { path, piece: kind, pieceName: pieceName({ kinds }), at: { start, end }, line, ...where, range };
};

const spelling = ({ text }: { readonly text: string }) =>
  text
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();

/** « La tranche porte sur : la pose » repeats « La pose »: a sentence that ends in a value says the same. */
const repeats = (long: string, short: string): boolean =>
  short.length > 20 && long.endsWith(short) && /[\s:]/.test(long.charAt(long.length - short.length - 1) || ' ');

/** One place a line is enough to go there. */
const onceALine = (places: readonly FichePlace[]): FichePlace[] =>
  places.filter((p, i) => places.findIndex((o) => o.path === p.path && o.line === p.line) === i);

/** Rows of one matter, those of one key together, then those of one text. */
function entriesOf(rows: readonly FicheRow[], place: PlaceOf, say: Phrasebook['say']): FicheEntry[] {
  const byKey = new Map<string, FicheRow[]>();
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  return [...byKey.values()].map((own) => {
    const groups: FicheRow[][] = [];
    for (const row of [...own].sort((a, b) => spelling(a).length - spelling(b).length)) {
      const known = groups.find(([g]) => g && (spelling(g) === spelling(row) || repeats(spelling(row), spelling(g))));
      if (known) known.push(row);
      else groups.push([row]);
    }
    const first = (group: readonly FicheRow[]) => Math.min(...group.map((r) => own.indexOf(r)));
    const values = groups
      .sort((a, b) => first(a) - first(b))
      .map((same) => ({
        text: readable(same[0]?.text ?? ''),
        places: onceALine(own.filter((r) => same.includes(r)).map(({ piece, at }) => place(piece, at))),
        conflict: same.some((r) => r.conflict),
      }));
    return {
      label: own[0]?.drafted ? own[0].label : say(own[0]?.label ?? ''),
      values,
      conflict: values.some((v) => v.conflict),
    };
  });
}

function criteresOf(list: readonly Critere[], piece: Piece, place: PlaceOf, top = true): FicheCritere[] {
  const percent = top && list.every((c) => !c.weight || c.weight.unit === 'percent');
  const total = percent ? 100 : list.every((c) => c.weight) ? list.reduce((t, c) => t + (c.weight?.value ?? 0), 0) : 0;
  return list.map(({ name, weight, line, children }) => ({
    name: readable(name),
    ...(weight && { weight: weight.value, unit: weight.unit }),
    ...(weight && total > 0 && { share: Math.round((weight.value * 10_000) / total) / 100 }),
    place: place(piece, line),
    children: criteresOf(children, piece, place, false),
  }));
}

const grilleOf = ({ lots, subsequent, at, criteria }: Grille, piece: Piece, place: PlaceOf): FicheGrille => ({
  lots: lots.map(String),
  subsequent,
  place: place(piece, at),
  criteres: criteresOf(criteria, piece, place),
});

function tranchesOf(consultation: Consultation, place: PlaceOf, say: Phrasebook['say']): FicheTranche[] {
  return dossierTranches(consultation).map(({ id, lot, places, amount, object }) => {
    const priced = places.find((p) => p.tranche.amount === amount);
    const named = places.find((p) => p.tranche.object === object);
    const [delay] = places.flatMap(({ piece, tranche }) => {
      const found = trancheDelay(piece, tranche);
      return found ? [{ ...found, piece }] : [];
    });
    const { value, tax } = amount ?? {};
    const text = value !== undefined ? say(euros(value, tax)) : amount && priced && written(priced.piece, amount.at);
    return {
      id,
      name: say(trancheName(id)),
      optional: id.startsWith('optionnelle'),
      ...(lot && { lot }),
      ...(object && named && { object: written(named.piece, object.at) }),
      ...(text && { amount: { text, ...(value !== undefined && { euros: value }), ...(tax && { tax }) } }),
      ...(delay && {
        delay: {
          text: say(written(delay.piece, delay.at)),
          ...(delay.item.months !== undefined && { months: delay.item.months }),
          ...(delay.item.days !== undefined && { days: delay.item.days }),
        },
      }),
      places: places.map(({ piece, tranche }) => place(piece, tranche.whole)),
    };
  });
}

const two = (n: number) => String(n).padStart(2, '0');

const dateLabel = (kind: keyof typeof DATE_NAMES, finale: boolean, lots: readonly string[]) =>
  `${DATE_NAMES[kind]}${finale ? ' finales' : ''}${lots.length > 0 ? ` (lot ${lots.join(', ')})` : ''}`;

function datesOf(pieces: readonly Piece[], place: PlaceOf, say: Phrasebook['say']): FicheDate[] {
  const found = new Map<string, FicheDate & { places: FichePlace[] }>();
  for (const piece of pieces)
    for (const { kind, iso: day, date, finale, lots, at } of piece.ask(offres).dates) {
      if (!day) continue;
      const time = date.time && `${two(date.time.hour)}:${two(date.time.minute)}`;
      const label = dateLabel(kind, finale, lots);
      const key = `${label} ${day} ${time ?? ''}`;
      const known = found.get(key);
      if (known) known.places.push(place(piece, at));
      else
        found.set(key, {
          kind,
          label: say(label),
          day,
          ...(time && { time }),
          text: written(piece, at),
          places: [place(piece, at)],
        });
    }
  return [...found.values()].sort((a, b) => (`${a.day} ${a.time}` < `${b.day} ${b.time}` ? -1 : 1));
}

/** What `dce.yaml` says for all the pieces, as a matter of its own. */
function sharedMatter(text: string, { values, spans }: Dce, say: Phrasebook['say']): FicheMatter {
  const lines = new Lines(text);
  const entries = SHARED.flatMap(({ name, title, values: choices, type }): FicheEntry[] => {
    const [value, at] = [values[name], spans[name]];
    if (value === undefined || !at) return [];
    const label = choices.find((v) => v.value === value)?.label;
    const shown = type === 'montant' ? say(euros(Number(value), 'ht')) : label ? say(label) : String(value);
    const range = lines.range(at);
    const place = { path: DCE, piece: 'autre', pieceName: DCE, at, line: range.start.line + 1, range } as const;
    return [{ label: say(title), values: [{ text: shown, places: [place], conflict: false }], conflict: false }];
  });
  return { id: 'dce', title: say(`Données communes (${DCE})`), entries };
}

/**
 * The merged facts of a consultation, with the places they come from and the conflicts that the `dossier/*` rules find.
 * `described`: the `dce.yaml` of the consultation, when it has one. The words of the drafts stay theirs in any language.
 */
export function ficheOf(
  consultation: Consultation,
  described?: { readonly text: string; readonly dce: Dce },
  { tell: say } = FRENCH,
): Fiche {
  const place = placeOf;
  const pieces = inOrder(consultation);
  const ordered: Consultation = { ...consultation, pieces, of: (...kinds) => consultation.of(...kinds) };
  const read = CHAPTERS.map(({ id, title, rule, rows }): FicheMatter => {
    const entries = entriesOf(rows(ordered, say), place, say);
    return { id, title: say(title), ...(rule && { rule }), entries };
  });
  const shared = described ? [sharedMatter(described.text, described.dce, say)] : [];
  const matters = [...shared, ...read].filter((m) => m.entries.length > 0);
  return {
    pieces: [...pieces, ...consultation.companions].map(({ path, kind, kinds, state, date }) => ({
      path,
      kind,
      name: pieceName({ kinds }),
      ...(state && { state }),
      date,
    })),
    matters,
    grilles: pieces.flatMap((p) => p.ask(criteres).grilles.map((g) => grilleOf(g, p, place))),
    tranches: tranchesOf(consultation, place, say),
    dates: datesOf(pieces, place, say),
    conflicts: matters.flatMap((m) => m.entries).filter((e) => e.conflict).length,
  };
}
