import type { Counts } from '../../core/rapport-types.ts';
import { inert, type Overview, type RuleLine } from './report.ts';

interface ConsultationLine extends Counts {
  /** Its folder, as shown. */
  readonly path: string;
}

/** What was found, by rule and by consultation: the most first. Plain data. */
export interface Statistics {
  readonly rules: readonly RuleLine[];
  readonly consultations: readonly ConsultationLine[];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Counts of a run; consultations without a finding are in it. */
export function statisticsOf({ files, found }: Overview): Statistics {
  const byFolder = new Map<string, ConsultationLine>();
  for (const { folder, counts } of files) {
    const { error = 0, warning = 0, info = 0 } = byFolder.get(folder) ?? {};
    byFolder.set(folder, {
      path: folder,
      error: error + counts.error,
      warning: warning + counts.warning,
      info: info + counts.info,
    });
  }
  const consultations = [...byFolder.values()].sort(
    (a, b) => b.error - a.error || b.warning - a.warning || b.info - a.info || compare(a.path, b.path),
  );
  return { rules: found, consultations };
}

/** The same as two tables of text, columns in line. */
export function statisticsText(overview: Overview): string {
  const { rules, consultations } = statisticsOf(overview);
  const titles = new Map(overview.rules.map((r) => [r.id, r.title]));
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
    const all = [head, ...rows];
    // The last column is words, the others numbers.
    const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
    const line = (row: readonly string[]) =>
      row.map((cell, i) => (i === head.length - 1 ? cell : cell.padStart(widths[i] ?? 0))).join('  ');
    return all.map((row) => `${line(row)}\n`).join('');
  };
  const byRule = rules.map((r) => [
    String(r.found),
    String(r.consultations),
    `${r.rule} (${titles.get(r.rule) ?? ''})`,
  ]);
  const byFolder = consultations.map((c) => [String(c.error), String(c.warning), String(c.info), inert(c.path)]);
  return [
    table(['constats', 'consultations', 'règle'], byRule),
    '\n',
    table(['erreurs', 'avertissements', 'conseils', 'consultation'], byFolder),
    '\n',
  ].join('');
}
