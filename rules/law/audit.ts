import { articleRows, families } from './articles.ts';
import { ccagArticles, ccagSuccessions, ccagTexts } from './ccag.ts';
import { datedRules } from './dates.ts';
import type { Confidence } from './model.ts';
import { pageRows } from './pages.ts';
import { repealedTexts, successions } from './repealed.ts';
import { seriesRows } from './series.ts';
import { otherTexts } from './sources.ts';
import { thresholdRows } from './thresholds.ts';

/** A row of any data file, named for a reader. */
export interface AuditedRow {
  readonly file: string;
  readonly name: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly asOf: string;
  readonly verified: boolean;
  readonly note?: string;
}

/** Every row that carries a source, over all files. */
export function auditedRows(): AuditedRow[] {
  return [
    ...articleRows.map((r) => ({ ...r, file: 'articles', name: `${r.code.toUpperCase()} ${r.number}` })),
    ...families.map((r) => ({
      ...r,
      file: 'families',
      name: `${r.code.toUpperCase()} ${r.family}`,
      verified: r.confidence !== 'K',
    })),
    ...thresholdRows.map((r) => ({ ...r, file: 'thresholds', name: `${r.id} = ${r.value} (${r.since})` })),
    ...ccagTexts.map((r) => ({ ...r, file: 'ccag', name: `${r.name} ${r.year}` })),
    ...ccagArticles.map((r) => ({ ...r, file: 'ccag', name: `${r.kind} ${r.year}, ${r.number}` })),
    ...ccagSuccessions.map((r) => ({ ...r, file: 'ccag', name: `${r.kind} 2009, ${r.article}` })),
    ...seriesRows.map((r) => ({ ...r, file: 'series' })),
    ...pageRows.map((r) => ({ ...r, file: 'pages', name: r.label })),
    ...repealedTexts.map((r) => ({ ...r, file: 'repealed', name: r.short })),
    ...otherTexts.map((r) => ({ ...r, file: 'texts', name: r.label })),
    ...Object.entries(datedRules).map(([key, r]) => ({ ...r, file: 'dates', name: `${key} (${r.date})` })),
  ];
}

/** What a maintainer must look at on a day: rows not verified, rows read more than a year before, mappings known by subject only. */
export function audit(date: string): {
  readonly unverified: readonly AuditedRow[];
  readonly stale: readonly AuditedRow[];
  readonly uncheckedMappings: number;
} {
  const aYearBefore = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  const rows = auditedRows();
  return {
    unverified: rows.filter((r) => !r.verified),
    stale: rows.filter((r) => r.asOf < aYearBefore),
    uncheckedMappings: successions.filter((s) => s.mapping === 'K').length,
  };
}
