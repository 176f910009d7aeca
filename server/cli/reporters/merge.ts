import type { Log, Result, Run } from 'sarif';
import { LEVELS, type Level } from '../../../rules/kit/rule.ts';
import { UsageError } from '../io.ts';
import { asText } from './json.ts';
import { comparePaths } from './report.ts';

/** A report read back, with the name people know it by. */
export interface Part {
  readonly name: string;
  readonly value: unknown;
}

export interface Merged {
  readonly text: string;
  /** Level of each finding shown. */
  readonly levels: readonly Level[];
}

interface JsonFile {
  readonly path: string;
  readonly findings: readonly { readonly level: Level }[];
}

interface JsonReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly law?: unknown;
  readonly files: readonly JsonFile[];
  readonly summary: Readonly<Record<string, number>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isJson = (value: unknown): value is JsonReport =>
  isRecord(value) &&
  isRecord(value.tool) &&
  value.tool.name === 'dce-lint' &&
  isRecord(value.summary) &&
  Array.isArray(value.files) &&
  value.files.every(
    (f) =>
      isRecord(f) &&
      typeof f.path === 'string' &&
      Array.isArray(f.findings) &&
      f.findings.every((x) => isRecord(x) && LEVELS.includes(x.level as Level)),
  );

const isSarif = (value: unknown): value is Log =>
  isRecord(value) &&
  value.version === '2.1.0' &&
  Array.isArray(value.runs) &&
  value.runs.length === 1 &&
  isRecord(value.runs[0]) &&
  isRecord(value.runs[0].tool) &&
  isRecord(value.runs[0].tool.driver) &&
  value.runs[0].tool.driver.name === 'dce-lint' &&
  Array.isArray(value.runs[0].artifacts) &&
  Array.isArray(value.runs[0].results);

/**
 * Puts reports of the parts of one run together: the text is that of the run unparted. All are JSON reports of
 * `dce-lint check`, or all SARIF. Throws a `UsageError` for anything else, for two versions and for a file that is in two.
 */
export function merge(parts: readonly Part[]): Merged {
  const values = parts.map((p) => p.value);
  if (values.every(isJson)) return mergeJson(parts, values);
  if (values.every(isSarif)) return mergeSarif(parts, values);
  const odd = parts.find((p) => !isJson(p.value) && !isSarif(p.value));
  if (odd) throw new UsageError(`${odd.name} : ce n’est pas un rapport json ou sarif de dce-lint`);
  throw new UsageError('les rapports ne sont pas de même forme : donner des rapports json, ou des rapports sarif');
}

/** Reports of two versions of the program, or that hold one file twice, are not parts of one run. */
function refuseOdd(parts: readonly Part[], heads: readonly string[], paths: readonly (readonly string[])[]): void {
  const other = heads.findIndex((h) => h !== heads[0]);
  if (other > 0)
    throw new UsageError(
      `${parts[other]?.name} : ce rapport vient d’une autre version ou d’un autre jour que ${parts[0]?.name}`,
    );
  const seen = new Map<string, string>();
  for (const [i, list] of paths.entries())
    for (const path of list) {
      const name = parts[i]?.name ?? '';
      const before = seen.get(path);
      if (before !== undefined) throw new UsageError(`${path} figure dans deux rapports : ${before} et ${name}`);
      seen.set(path, name);
    }
}

function mergeJson(parts: readonly Part[], reports: readonly JsonReport[]): Merged {
  refuseOdd(
    parts,
    reports.map((r) => JSON.stringify([r.tool, r.law, Object.keys(r.summary)])),
    reports.map((r) => r.files.map((f) => f.path)),
  );
  const files = reports.flatMap((r) => r.files).sort((a, b) => comparePaths(a.path, b.path));
  const names = Object.keys(reports[0]?.summary ?? {});
  const sum = (name: string) => reports.reduce((n, r) => n + (r.summary[name] ?? 0), 0);
  const summary = Object.fromEntries(names.map((name) => [name, sum(name)]));
  const text = asText({ ...reports[0], files, summary });
  return { text, levels: files.flatMap((f) => f.findings.map((x) => x.level)) };
}

const LEVEL_OF: Readonly<Record<string, Level>> = { error: 'error', warning: 'warning', note: 'info' };

function mergeSarif(parts: readonly Part[], logs: readonly Log[]): Merged {
  const runs = logs.map((log) => log.runs[0] as Run);
  const uri = (r: Result) => r.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
  refuseOdd(
    parts,
    runs.map((run) => JSON.stringify({ ...run, artifacts: [], results: [] })),
    runs.map((run) => (run.artifacts ?? []).map((a) => decodeURIComponent(a.location?.uri ?? ''))),
  );
  const byPath = (a = '', b = '') => comparePaths(decodeURIComponent(a), decodeURIComponent(b));
  const artifacts = runs.flatMap((r) => r.artifacts ?? []).sort((a, b) => byPath(a.location?.uri, b.location?.uri));
  const results = runs.flatMap((r) => r.results ?? []).sort((a, b) => byPath(uri(a), uri(b)));
  const shown = results.filter((r) => (r.suppressions ?? []).length === 0);
  return {
    text: asText({ ...logs[0], runs: [{ ...runs[0], artifacts, results }] }),
    levels: shown.map((r) => LEVEL_OF[r.level ?? 'warning'] ?? 'warning'),
  };
}
