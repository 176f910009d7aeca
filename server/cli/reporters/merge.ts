import type { Log, Result, Run } from 'sarif';
import { LEVELS, type Level } from '../../../rules/kit/rule.ts';
import { inOrder, type NotChecked } from '../../core/not-checked.ts';
import { countNotRun, type NotRunIn } from '../../core/not-run.ts';
import { UsageError } from '../io.ts';
import { isNotChecked } from '../not-checked.ts';
import { asText } from './json.ts';
import { comparePaths, type ShardOf } from './report.ts';
import { notCheckedIn, withNotChecked } from './sarif.ts';

/** A report read back, with the name people know it by. */
export interface ReportFile {
  readonly name: string;
  readonly value: unknown;
}

export interface Merged {
  readonly form: 'json' | 'sarif';
  readonly text: string;
  /** Level of each finding shown. */
  readonly levels: readonly Level[];
  readonly notChecked: readonly NotChecked[];
}

/** What reports lack to make a whole, which is told beside what they say of themselves; throws where that is not allowed. */
export type MissingOf = (shards: readonly (ShardOf | undefined)[]) => readonly NotChecked[];

interface JsonFile {
  readonly path: string;
  readonly findings: readonly { readonly level: Level }[];
}

interface JsonReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly law?: unknown;
  readonly shard?: ShardOf;
  readonly notChecked?: readonly NotChecked[];
  readonly rulesNotRun?: readonly NotRunIn[];
  readonly files: readonly JsonFile[];
  readonly summary: Readonly<Record<string, number>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isJson = (value: unknown): value is JsonReport =>
  isRecord(value) &&
  isRecord(value.tool) &&
  value.tool.name === 'dce-lint' &&
  isRecord(value.summary) &&
  (value.notChecked === undefined || (Array.isArray(value.notChecked) && value.notChecked.every(isNotChecked))) &&
  (value.rulesNotRun === undefined || (Array.isArray(value.rulesNotRun) && value.rulesNotRun.every(isRecord))) &&
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
export function merge(parts: readonly ReportFile[], missingOf: MissingOf = () => []): Merged {
  const values = parts.map((p) => p.value);
  if (values.every(isJson)) return mergeJson(parts, values, missingOf);
  if (values.every(isSarif)) return mergeSarif(parts, values, missingOf);
  const odd = parts.find((p) => !isJson(p.value) && !isSarif(p.value));
  if (odd) throw new UsageError(`${odd.name} : ce n’est pas un rapport json ou sarif de dce-lint, ni une part`);
  throw mixed();
}

/** Reports of several forms say together nothing that one form could tell. */
export const mixed = () =>
  new UsageError(
    'les rapports ne sont pas de même forme : donner des parts (--format part), des rapports json ou des rapports sarif',
  );

/** Reports of two versions of the program are not parts of one run. */
export function refuseUnlike(parts: readonly ReportFile[], heads: readonly string[]): void {
  const other = heads.findIndex((h) => h !== heads[0]);
  if (other > 0)
    throw new UsageError(
      `${parts[other]?.name} : ce rapport n’a pas été fait comme ${parts[0]?.name} (autre version, autre jour ou autres options)`,
    );
}

/** A file that two reports hold. */
export const inTwo = (path: string, before: string, name: string) =>
  new UsageError(`${path} figure dans deux rapports : ${before} et ${name}`);

/** Nor are reports that hold one file twice. */
function refuseTwice(parts: readonly ReportFile[], paths: readonly (readonly string[])[]): void {
  const seen = new Map<string, string>();
  for (const [i, list] of paths.entries())
    for (const path of list) {
      const name = parts[i]?.name ?? '';
      const before = seen.get(path);
      if (before !== undefined) throw inTwo(path, before, name);
      seen.set(path, name);
    }
}

function mergeJson(parts: readonly ReportFile[], reports: readonly JsonReport[], missingOf: MissingOf): Merged {
  refuseUnlike(
    parts,
    reports.map((r) => JSON.stringify([r.tool, r.law, Object.keys(r.summary)])),
  );
  const missing = missingOf(reports.map((r) => r.shard));
  refuseTwice(
    parts,
    reports.map((r) => r.files.map((f) => f.path)),
  );
  const files = reports.flatMap((r) => r.files).sort((a, b) => comparePaths(a.path, b.path));
  const names = Object.keys(reports[0]?.summary ?? {});
  const sum = (name: string) => reports.reduce((n, r) => n + (r.summary[name] ?? 0), 0);
  const summary = Object.fromEntries(names.map((name) => [name, sum(name)]));
  const notChecked = inOrder([...reports.flatMap((r) => r.notChecked ?? []), ...missing]);
  const rulesNotRun = countNotRun(reports.flatMap((r) => r.rulesNotRun ?? []));
  const { shard, ...head } = reports[0] as JsonReport;
  const text = asText({ ...head, notChecked, rulesNotRun, files, summary });
  return { form: 'json', text, levels: files.flatMap((f) => f.findings.map((x) => x.level)), notChecked };
}

const LEVEL_OF: Readonly<Record<string, Level>> = { error: 'error', warning: 'warning', note: 'info' };

/** A run without what is told of one part alone. */
const wholly = ({ properties, ...run }: Run): Run => withNotChecked(run, []);

function mergeSarif(parts: readonly ReportFile[], logs: readonly Log[], missingOf: MissingOf): Merged {
  const runs = logs.map((log) => log.runs[0] as Run);
  const uri = (r: Result) => r.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
  refuseUnlike(
    parts,
    runs.map((run) => JSON.stringify({ ...wholly(run), artifacts: [], results: [] })),
  );
  const missing = missingOf(runs.map((run) => run.properties?.shard as ShardOf | undefined));
  refuseTwice(
    parts,
    runs.map((run) => (run.artifacts ?? []).map((a) => decodeURIComponent(a.location?.uri ?? ''))),
  );
  const byPath = (a = '', b = '') => comparePaths(decodeURIComponent(a), decodeURIComponent(b));
  const artifacts = runs.flatMap((r) => r.artifacts ?? []).sort((a, b) => byPath(a.location?.uri, b.location?.uri));
  const results = runs.flatMap((r) => r.results ?? []).sort((a, b) => byPath(uri(a), uri(b)));
  const shown = results.filter((r) => (r.suppressions ?? []).length === 0);
  const notChecked = inOrder([...runs.flatMap(notCheckedIn), ...missing]);
  const run = withNotChecked({ ...wholly(runs[0] as Run), artifacts, results }, notChecked);
  return {
    form: 'sarif',
    notChecked,
    text: asText({ ...logs[0], runs: [run] }),
    levels: shown.map((r) => LEVEL_OF[r.level ?? 'warning'] ?? 'warning'),
  };
}
