import { LEVELS, type Level } from '../../rules/kit/rule.ts';
import { countsOf } from './rapport.ts';
import type { Change, Contribution, Counts, Evolution } from './rapport-types.ts';

/** Rules whose change is shown. */
const MOST_RULES = 20;

interface EarlierFinding {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
}

/** A JSON report of `dce-lint check`, read back. */
export interface Earlier {
  /** Name, as the user gave it. */
  readonly name: string;
  readonly version: string;
  readonly files: readonly { readonly path: string; readonly findings: readonly EarlierFinding[] }[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isFinding = (value: unknown): value is EarlierFinding =>
  isRecord(value) &&
  typeof value.rule === 'string' &&
  typeof value.message === 'string' &&
  LEVELS.includes(value.level as Level);

const isFile = (value: unknown): value is Earlier['files'][number] =>
  isRecord(value) && typeof value.path === 'string' && Array.isArray(value.findings) && value.findings.every(isFinding);

/** Reads parsed JSON as an earlier report; undefined when it is none. */
export function earlierOf(name: string, value: unknown): Earlier | undefined {
  if (!isRecord(value) || !isRecord(value.tool) || value.tool.name !== 'dce-lint') return undefined;
  const { files } = value;
  const { version } = value.tool;
  if (typeof version !== 'string' || !Array.isArray(files) || !files.every(isFile)) return undefined;
  return { name, version, files };
}

const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');

/** The same finding in two reports: lines move, the file, the rule and the words stay. */
const keyOf = (path: string, rule: string, message: string) => JSON.stringify([path, rule, message]);

/** What has changed since an earlier report of the same drafts. `titleOf`: title of a rule; undefined when it is no more. */
export function evolutionOf(
  earlier: Earlier,
  dossiers: readonly Contribution[],
  titleOf: (rule: string) => string | undefined,
): Evolution {
  const now = dossiers.flatMap((d) =>
    d.files.flatMap(({ path, findings }) => findings.map((f) => ({ ...f, dossier: d.resume.path, path }))),
  );
  const home = new Map(dossiers.flatMap((d) => d.files.map((f) => [f.path, d.resume.path] as const)));
  const before = earlier.files.flatMap(({ path, findings }) =>
    findings.map((f) => ({ ...f, dossier: home.get(path) ?? folderOf(path), path })),
  );
  const left = new Map<string, number>();
  for (const f of before) add(left, keyOf(f.path, f.rule, f.message), 1);
  for (const f of now) add(left, keyOf(f.path, f.rule, f.message), -1);
  const rest = [...left.values()];
  const level = (name: Level): Change => ({
    before: before.filter((f) => f.level === name).length,
    now: now.filter((f) => f.level === name).length,
  });
  return {
    name: earlier.name,
    version: earlier.version,
    levels: { error: level('error'), warning: level('warning'), info: level('info') },
    gone: rest.reduce((n, c) => n + Math.max(0, c), 0),
    appeared: rest.reduce((n, c) => n + Math.max(0, -c), 0),
    dossiers: byDossier(
      earlier.files.map((f) => home.get(f.path) ?? folderOf(f.path)),
      before,
      dossiers,
    ),
    rules: byRule(before, now, titleOf),
  };
}

const add = (counts: Map<string, number>, key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n);

function byDossier(
  known: readonly string[],
  before: readonly { readonly dossier: string; readonly level: Level }[],
  dossiers: readonly Contribution[],
): Evolution['dossiers'] {
  const old = new Map<string, { level: Level }[]>(known.map((path) => [path, []]));
  for (const f of before) old.get(f.dossier)?.push(f);
  const out = new Map<string, { before?: Counts; now?: Counts }>();
  for (const [path, findings] of old) out.set(path, { before: countsOf(findings) });
  for (const { resume } of dossiers) out.set(resume.path, { ...out.get(resume.path), now: resume.counts });
  return out;
}

function byRule(
  before: readonly { readonly rule: string }[],
  now: readonly { readonly rule: string }[],
  titleOf: (rule: string) => string | undefined,
): Evolution['rules'] {
  const counts = new Map<string, { before: number; now: number }>();
  const count = (rule: string, when: 'before' | 'now') => {
    const known = counts.get(rule) ?? { before: 0, now: 0 };
    known[when]++;
    counts.set(rule, known);
  };
  for (const { rule } of before) count(rule, 'before');
  for (const { rule } of now) count(rule, 'now');
  return [...counts]
    .filter(([, c]) => c.before !== c.now)
    .map(([rule, c]) => ({ rule, title: titleOf(rule) ?? 'règle qui n’existe plus', ...c }))
    .sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before) || (a.rule < b.rule ? -1 : 1))
    .slice(0, MOST_RULES);
}
