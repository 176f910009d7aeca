import type { SourceFile } from '../../rules/consultation/open.ts';
import { procedure } from '../../rules/facts/procedure/index.ts';
import type { Draft } from '../../rules/kit/draft.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Fix, Grade, Hearing, Level, Rule } from '../../rules/kit/rule.ts';
import type { Span } from '../../rules/kit/span.ts';
import type { Finding } from '../core/lint.ts';
import type { NotChecked } from '../core/not-checked.ts';
import type { NotRun } from '../core/not-run.ts';
import type { Judged } from './examine.ts';
import type { FixedFile } from './fixing.ts';

/** Half-open, UTF-16 units. */
type At = readonly [start: number, end: number];

/** A place by the rank of its piece. */
interface PackedPlace {
  readonly piece: number;
  readonly at: At;
}

interface PackedPiece extends Pick<Piece, 'path' | 'kind' | 'kinds' | 'kindFrom' | 'date' | 'state' | 'landmarks'> {
  /** What the procedure is called; absent when nothing says. */
  readonly procedure?: string;
  /** Absent when it is that of the source. */
  readonly text?: string;
}

interface PackedFix {
  readonly title: string;
  readonly grade: Grade;
  readonly edits: readonly { readonly piece?: number; readonly at: At; readonly text: string }[];
}

interface PackedFinding extends PackedPlace {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly id: string;
  readonly fixes: readonly PackedFix[];
  readonly related: readonly (PackedPlace & { readonly message: string })[];
  readonly heard?: Hearing;
}

/** Findings with the pieces they speak of, as plain data. */
export interface PackedFindings {
  readonly pieces: readonly PackedPiece[];
  readonly findings: readonly PackedFinding[];
  readonly suppressed: readonly {
    readonly finding: PackedFinding;
    readonly reason: string;
    readonly at: At;
    readonly file?: string;
  }[];
}

/** The same in use. */
export type Findings = Pick<Judged, 'pieces' | 'findings' | 'suppressed' | 'ids'>;

/** What was found in one folder as plain data: it goes from one thread to another, or to a file as JSON. */
export interface Packed extends PackedFindings {
  /** The fingerprint of what was judged. */
  readonly key: string;
  readonly failed: boolean;
  readonly fixed: readonly FixedFile[];
  readonly notChecked: readonly NotChecked[];
  readonly notRun: readonly NotRun[];
}

const at = ({ start, end }: Span): At => [start, end];
const span = ([start, end]: At): Span => ({ start, end });

/** Takes from what was found in a folder what reports read. `sources`: the texts that `unpack` will be given again. */
export function pack(judged: Judged, sources: readonly SourceFile[]): Packed {
  const { key, failed, fixed, notChecked, notRun } = judged;
  return { key, failed, ...packFindings(judged, sources), fixed, notChecked, notRun };
}

/** As `pack`; without sources every piece has its text with it. */
export function packFindings(
  { pieces, findings, suppressed, ids }: Findings,
  sources: readonly SourceFile[],
): PackedFindings {
  const texts = new Map(sources.map((s) => [s.path, s.text]));
  const ranks = new Map(pieces.map((piece, i) => [piece, i]));
  const rank = (piece: Piece) => ranks.get(piece) as number;
  const packedFix = ({ title, grade, edits }: Fix): PackedFix => ({
    title,
    grade,
    edits: edits.map((e) => ({ ...(e.piece && { piece: rank(e.piece) }), at: at(e.at), text: e.text })),
  });
  const packedFinding = (f: Finding): PackedFinding => ({
    rule: f.rule.id,
    piece: rank(f.piece),
    at: at(f.at),
    level: f.level,
    message: f.message,
    id: ids.get(f) as string,
    fixes: f.fixes.map(packedFix),
    related: f.related.map((r) => ({ piece: rank(r.piece), at: at(r.at), message: r.message })),
    ...(f.heard && { heard: f.heard }),
  });
  return {
    pieces: pieces.map((piece) => {
      const { path, kind, kinds, kindFrom, date, state, landmarks } = piece;
      const { name } = piece.ask(procedure);
      const { text } = piece.draft;
      return {
        path,
        kind,
        kinds,
        kindFrom,
        date,
        state,
        ...(name && { procedure: name }),
        ...(texts.get(path) !== text && { text }),
        ...(landmarks && !texts.has(path) && { landmarks }),
      };
    }),
    findings: findings.map(packedFinding),
    suppressed: suppressed.map(({ finding, at: place, ...rest }) => ({
      ...rest,
      finding: packedFinding(finding),
      at: at(place),
    })),
  };
}

/**
 * A piece as reports see it: what it is called, its text, its procedure. To ask more of it is a mistake of the program's,
 * and throws.
 */
function standIn(packed: PackedPiece): Piece {
  const { path, kind, kinds, kindFrom, date, state, landmarks, procedure: name, text = '' } = packed;
  const refuse = (): never => {
    throw new Error(`${path}: only a whole consultation can tell`);
  };
  return {
    path,
    kind,
    kinds,
    kindFrom,
    date,
    state,
    landmarks,
    draft: { text } as Draft,
    data: undefined,
    get consultation() {
      return refuse();
    },
    get entete() {
      return refuse();
    },
    get knownDate() {
      return refuse();
    },
    ask: <T>(fact: unknown) => (fact === procedure ? ({ name } as T) : refuse()),
    keep: refuse,
  };
}

/** What was packed, on light pieces that keep nothing but their text. `ruleOf`: the rules in the words of the report. */
export function unpack(packed: Packed, sources: readonly SourceFile[], ruleOf: (id: string) => Rule): Judged {
  const { key, failed, fixed, notChecked, notRun } = packed;
  return { key, failed, ...unpackFindings(packed, sources, ruleOf), fixed, notChecked, notRun };
}

/** What `packFindings` packed. */
export function unpackFindings(
  packed: PackedFindings,
  sources: readonly SourceFile[],
  ruleOf: (id: string) => Rule,
): Findings {
  const known = new Map(sources.map((s) => [s.path, s]));
  const pieces = packed.pieces.map((p) => {
    const { text = '', landmarks } = known.get(p.path) ?? {};
    return standIn({ text, landmarks, ...p });
  });
  const pieceAt = (rank: number) => pieces[rank] as Piece;
  const ids = new Map<Finding, string>();
  const unpacked = (f: PackedFinding): Finding => {
    const finding: Finding = {
      rule: ruleOf(f.rule),
      piece: pieceAt(f.piece),
      at: span(f.at),
      level: f.level,
      message: f.message,
      fixes: f.fixes.map(({ title, grade, edits }) => ({
        title,
        grade,
        edits: edits.map(({ piece, at, text }) => ({
          ...(piece !== undefined && { piece: pieceAt(piece) }),
          at: span(at),
          text,
        })),
      })),
      related: f.related.map((r) => ({ piece: pieceAt(r.piece), at: span(r.at), message: r.message })),
      ...(f.heard && { heard: f.heard }),
    };
    ids.set(finding, f.id);
    return finding;
  };
  const findings = packed.findings.map(unpacked);
  const suppressed = packed.suppressed.map(({ finding, at, ...rest }) => ({
    ...rest,
    finding: unpacked(finding),
    at: span(at),
  }));
  return { pieces, findings, suppressed, ids };
}
