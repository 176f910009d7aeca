import { procedure } from '../../../rules/facts/procedure.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Span } from '../../../rules/kit/span.ts';
import { cite } from '../../../rules/law/law.ts';
import { SURETIES } from '../../../rules/reading/hear.ts';
import { lawAge } from '../../core/law-age.ts';
import { landmarkAt } from '../../core/where.ts';
import { type CheckedFile, type CheckReport, Places, type Reporter, summary } from './report.ts';

/** The JSON of the command line contract. */
export const json: Reporter = (report) => {
  const places = new Places();
  const files = report.files.map((file) => fileOf(file, report, places));
  const tool = { name: 'dce-lint', version: report.version };
  const { shard, notChecked, notRun } = report;
  return asText({
    tool,
    law: lawAge(report.today),
    ...(shard && { shard }),
    notChecked,
    rulesNotRun: notRun,
    files,
    summary: summary(report),
  });
};

/** A JSON report as it is written to a file. */
export const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Where it is in the Word document that the piece was read from: lines and columns are those of what it was read as. */
function placeIn(piece: Piece, at: Span) {
  const landmark = landmarkAt(piece, at);
  if (!landmark) return {};
  const { from, ...place } = landmark;
  return { place };
}

function fileOf({ path, piece, findings }: CheckedFile, report: CheckReport, places: Places) {
  const { name } = piece.ask(procedure);
  return {
    path,
    piece: piece.kind,
    pieceFrom: piece.kindFrom,
    ...(name && { procedure: name }),
    date: piece.date,
    findings: findings.map((f) => ({
      rule: f.rule.id,
      id: report.idOf(f),
      level: f.level,
      message: f.message,
      ...(f.heard && { heard: { concept: f.heard.concept, surety: SURETIES[f.heard.surety] } }),
      range: places.range(piece, f.at),
      ...placeIn(piece, f.at),
      sources: f.rule.sources.map((s) => cite(s, piece.date)),
      fixes: f.fixes.map(({ title, grade, edits }) => ({
        title,
        grade,
        edits: edits.map((e) => ({
          path: report.pathOf(e.piece ?? piece),
          range: places.range(e.piece ?? piece, e.at),
          text: e.text,
        })),
      })),
      related: f.related.map((r) => ({
        path: report.pathOf(r.piece),
        range: places.range(r.piece, r.at),
        ...placeIn(r.piece, r.at),
        message: r.message,
      })),
    })),
  };
}
