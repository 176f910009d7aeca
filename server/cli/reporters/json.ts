import { procedure } from '../../../rules/facts/procedure.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { cite } from '../../../rules/law/law.ts';
import { Lines } from '../../core/lines.ts';
import { type Reporter, summary } from './report.ts';

/** The JSON of the command line contract. */
export const json: Reporter = (report) => {
  const lines = new Map<Piece, Lines>();
  const linesOf = (piece: Piece) => {
    const found = lines.get(piece) ?? new Lines(piece.draft.text);
    lines.set(piece, found);
    return found;
  };
  const files = report.files.map(({ path, piece, findings }) => ({
    path,
    piece: piece.kind,
    pieceFrom: piece.kindFrom,
    ...(piece.ask(procedure).name && { procedure: piece.ask(procedure).name }),
    date: piece.date,
    findings: findings.map((f) => ({
      rule: f.rule.id,
      level: f.level,
      message: f.message,
      range: linesOf(piece).range(f.at),
      sources: f.rule.sources.map((s) => cite(s, piece.date)),
      fixes: f.fixes.map(({ title, grade, edits }) => ({
        title,
        grade,
        edits: edits.map((e) => ({
          path: report.pathOf(e.piece ?? piece),
          range: linesOf(e.piece ?? piece).range(e.at),
          text: e.text,
        })),
      })),
      related: f.related.map((r) => ({
        path: report.pathOf(r.piece),
        range: linesOf(r.piece).range(r.at),
        message: r.message,
      })),
    })),
  }));
  return `${JSON.stringify({ tool: { name: 'dce-lint', version: report.version }, files, summary: summary(report) }, null, 2)}\n`;
};
