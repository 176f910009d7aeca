import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  SymbolKind,
} from 'vscode-languageserver';
import { lots } from '../../rules/facts/allotissement/index.ts';
import { asWritten } from '../../rules/facts/commun/index.ts';
import { type Critere, criteres, french } from '../../rules/facts/criteres/index.ts';
import { clausesMarquees } from '../../rules/facts/redaction/index.ts';
import { tranches } from '../../rules/facts/tranches/index.ts';
import type { Passage, Section } from '../../rules/kit/draft.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { between, coverAll, type Span } from '../../rules/kit/span.ts';
import { toRange } from '../convert.ts';
import { clauseNamed } from '../core/clauses.ts';
import type { Phrasebook } from '../core/phrasebook.ts';
import { type Context, find } from './context.ts';

/** A thing of the outline, before its place among the others is known. */
interface Entry {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  /** All of it; begins with `at`, its name. */
  readonly span: Span;
  readonly at: Span;
}

/**
 * The structure of a draft: its articles, and in them criteria, lots, tranches and clauses of the library. A client that lists
 * the headings of Markdown by itself is not given them again.
 */
export async function documentSymbols(
  context: Context,
  { textDocument }: DocumentSymbolParams,
): Promise<DocumentSymbol[]> {
  const found = await find(context, textDocument.uri);
  if (!found) return [];
  const { piece, folder } = found;
  const { say } = folder.phrasebook;
  const entries = [
    ...articles(piece, context.shows.has('headings')),
    ...grids(piece, say),
    ...listed(piece),
    ...clausesOf(piece),
  ].filter((e) => e.name !== '');
  return nested(piece, entries);
}

/** The articles of a draft to fold; those alone that are no headings of Markdown for a client that folds these by itself. */
export async function foldingRanges(context: Context, { textDocument }: FoldingRangeParams): Promise<FoldingRange[]> {
  const found = await find(context, textDocument.uri);
  if (!found) return [];
  const { piece } = found;
  return articles(piece, context.shows.has('headings')).flatMap(({ span }) => {
    const { start, end } = toRange(piece.draft, span);
    return end.line > start.line ? [{ startLine: start.line, endLine: end.line }] : [];
  });
}

const isMarkdown = (p: Passage): boolean => p.kind === 'heading';

function articles({ draft }: Piece, knowsHeadings: boolean): Entry[] {
  return draft.sections.flatMap((section: Section) => {
    const { heading } = section;
    if (!heading || (knowsHeadings && isMarkdown(heading))) return [];
    const last = section.passages.at(-1) ?? heading;
    // Of « **Article 4. Délais.** Le titulaire… » the title alone.
    const at = heading.heading?.runIn ? (heading.sentences[0]?.span ?? heading.span) : heading.span;
    return [{ name: asWritten(draft, at), kind: SymbolKind.Namespace, span: between(at, last.node), at }];
  });
}

const weighed = ({ weight }: Critere): string => {
  if (!weight) return '';
  const unit = weight.unit === 'percent' ? ' %' : weight.unit === 'points' ? ' points' : '';
  return weight.upper === undefined
    ? `${french(weight.value)}${unit}`
    : `${french(weight.value)} – ${french(weight.upper)}${unit}`;
};

/** A grid of criteria that headings set out is in the outline already. */
function grids(piece: Piece, say: Phrasebook['say']): Entry[] {
  const tree = (c: Critere): Entry[] => {
    const { start, end } = coverAll([c.at, c.line, ...c.children.map((x) => x.line)]);
    const own: Entry = {
      name: c.name,
      detail: weighed(c),
      kind: SymbolKind.EnumMember,
      span: { start, end },
      at: c.at,
    };
    return [own, ...c.children.flatMap(tree)];
  };
  return piece
    .ask(criteres)
    .grilles.filter((g) => g.place !== 'headings' && g.criteria.length > 0)
    .flatMap((g): Entry[] => {
      const of = g.lots.length > 0 ? ` (lot${g.lots.length > 1 ? 's' : ''} ${g.lots.join(', ')})` : '';
      const each = g.criteria.flatMap(tree);
      const span = coverAll([g.at, ...each.map((e) => e.span)]);
      return [{ name: say('Critères d’attribution') + of, kind: SymbolKind.Enum, span, at: g.at }, ...each];
    });
}

function listed(piece: Piece): Entry[] {
  const { draft } = piece;
  const all = [
    ...(piece.ask(lots).list?.lots ?? []).map((l) => ({
      ...l,
      name: `Lot ${l.number.toUpperCase()}`,
      kind: SymbolKind.Package,
    })),
    ...piece.ask(tranches).listed.map((t) => ({ ...t, name: asWritten(draft, t.at), kind: SymbolKind.Object })),
  ];
  return all
    .filter(({ passage }) => !isMarkdown(passage))
    .map(({ name, kind, object, whole, at }) => ({
      name,
      kind,
      ...(object && { detail: asWritten(draft, object.at) }),
      span: coverAll([whole, at]),
      at,
    }));
}

function clausesOf(piece: Piece): Entry[] {
  return piece.ask(clausesMarquees).map(({ id, span }) => ({
    name: clauseNamed(id)?.titre ?? id,
    kind: SymbolKind.Interface,
    span,
    at: { start: span.start, end: span.start },
  }));
}

/** Puts each thing in the narrowest one that holds it. */
function nested({ draft }: Piece, entries: readonly Entry[]): DocumentSymbol[] {
  const sorted = [...entries].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const roots: DocumentSymbol[] = [];
  const open: { readonly end: number; readonly children: DocumentSymbol[] }[] = [];
  for (const { name, detail, kind, span, at } of sorted) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) < span.end) open.pop();
    const children: DocumentSymbol[] = [];
    const symbol: DocumentSymbol = {
      name,
      kind,
      ...(detail && { detail }),
      range: toRange(draft, span),
      selectionRange: toRange(draft, at),
      children,
    };
    (open.at(-1)?.children ?? roots).push(symbol);
    open.push({ end: span.end, children });
  }
  return roots;
}
