import { procedure } from '../../../rules/facts/procedure/index.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Span } from '../../../rules/kit/span.ts';
import { cite } from '../../../rules/law/law.ts';
import { SURETIES } from '../../../rules/reading/hear.ts';
import { lawAge } from '../../core/law-age.ts';
import { landmarkAt } from '../../core/where.ts';
import { around, byFile, item, items } from './by-file.ts';
import { type CheckedFile, type FolderReport, type Overview, Places, type ReporterOptions, summary } from './report.ts';
import { statisticsOf } from './statistics.ts';

/** The JSON of the command line contract. */
export const json = byFile({
  file: (file, report) => [item(jsonOf(file, report), 2)],
  whole: (overview, options, has) =>
    around(asText({ ...headOf(overview), files: items(0, has), ...endOf(overview, options) })),
});

const headOf = ({ version, today, shard, notChecked, notRun }: Overview) => ({
  tool: { name: 'dce-lint', version },
  law: lawAge(today),
  ...(shard && { shard }),
  notChecked,
  rulesNotRun: notRun,
});

const endOf = (overview: Overview, { statistics }: ReporterOptions) => ({
  summary: summary(overview),
  ...(statistics && { statistics: statisticsOf(overview) }),
});

/**
 * JSON Lines: a finding a line, with its piece, which a program reads as it comes; what was not checked and the totals in the
 * last.
 */
export const jsonl = byFile({
  file(file, report) {
    const { findings, ...piece } = jsonOf(file, report);
    return [findings.map((finding) => `${JSON.stringify({ ...piece, ...finding })}\n`).join('')];
  },
  whole: (overview, options) => [
    { section: 0, between: '' },
    `${JSON.stringify({ ...headOf(overview), ...endOf(overview, options) })}\n`,
  ],
});

/** A JSON report as it is written to a file. */
export const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Where it is in the Word document that the piece was read from: lines and columns are those of what it was read as. */
function placeIn(piece: Piece, at: Span) {
  const landmark = landmarkAt(piece, at);
  if (!landmark) return {};
  const { from, ...place } = landmark;
  return { place };
}

/** A piece with its findings, as the contract of the command line has it. */
function jsonOf({ path, piece, findings }: CheckedFile, report: FolderReport) {
  const places = new Places();
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
