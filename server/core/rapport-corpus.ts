import { CLES } from '../../rules/facts/entete-cles.ts';
import { objetDe } from '../../rules/facts/montants-acheteur.ts';
import { LEVELS, type Rule } from '../../rules/kit/rule.ts';
import type { Dossier } from './rapport.ts';
import type { Carte, RapportRegle, RapportResume } from './rapport-types.ts';

/** Rules shown by body; the table of the rules has the others. */
const MOST_ROWS = 30;

const BUYERS = CLES.find((c) => c.name === 'acheteur')?.values ?? [];
const UNKNOWN = 'acheteur non dit';

/** How bodies are told apart, and the body of each consultation. */
export interface Bodies {
  readonly by: string;
  readonly of: ReadonlyMap<Dossier, string>;
}

/** The parts that all the paths of folders start with. */
function commonDepth(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  const differs = first.findIndex((part, i) => paths.some((p) => p[i] !== part));
  return Math.min(differs < 0 ? first.length : differs, ...paths.map((p) => p.length - 1));
}

/**
 * The first folder below what the consultations have in common, where that puts some of them together; else the kind of
 * buyer that the pieces name.
 */
export function bodiesOf(dossiers: readonly Dossier[]): Bodies {
  const paths = dossiers.map((d) => d.path.split('/'));
  const depth = Math.max(0, commonDepth(paths));
  const folders = paths.map((p) => p[depth] ?? '');
  const count = new Set(folders).size;
  if (count > 1 && count < dossiers.length)
    return { by: 'sous-dossier', of: new Map(dossiers.map((d, i) => [d, folders[i] ?? ''])) };
  return { by: 'type d’acheteur', of: new Map(dossiers.map((d) => [d, buyerOf(d)])) };
}

function buyerOf({ consultation }: Dossier): string {
  const [name] = consultation.pieces.flatMap((p) => objetDe(p).acheteur ?? []);
  return BUYERS.find((b) => b.value === name)?.label ?? UNKNOWN;
}

const FRENCH = new Intl.Collator('fr');
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The most to be mended first: errors, then warnings, then advice; then by path. */
export const ranking = (a: RapportResume, b: RapportResume): number =>
  LEVELS.map((level) => b.counts[level] - a.counts[level]).find((n) => n !== 0) ?? byText(a.path, b.path);

/** In how many consultations of each body a rule has findings. */
export function carteOf(dossiers: readonly Dossier[], { by, of }: Bodies): Carte {
  const names = [...new Set(of.values())].sort(
    (a, b) => Number(a === UNKNOWN) - Number(b === UNKNOWN) || FRENCH.compare(a, b),
  );
  const cells = new Map<string, { readonly rule: Rule; readonly counts: number[] }>();
  for (const dossier of dossiers) {
    const found = new Map(dossier.files.flatMap((f) => f.findings.map((x) => [x.rule.id, x.rule] as const)));
    for (const [id, rule] of found) {
      const row = cells.get(id) ?? { rule, counts: names.map(() => 0) };
      const column = names.indexOf(of.get(dossier) ?? '');
      row.counts[column] = (row.counts[column] ?? 0) + 1;
      cells.set(id, row);
    }
  }
  const rows = [...cells].map(([id, { rule, counts }]) => ({
    rule: id,
    title: rule.title,
    level: rule.level,
    cells: counts,
    total: counts.reduce((n, c) => n + c, 0),
  }));
  rows.sort((a, b) => b.total - a.total || byText(a.rule, b.rule));
  const sizes = names.map((name) => ({ name, dossiers: dossiers.filter((d) => of.get(d) === name).length }));
  return { by, bodies: sizes, rows: rows.slice(0, MOST_ROWS) };
}

/** Every rule there is, with what it found; in the order of their names. */
export function reglesOf(dossiers: readonly Dossier[], rules: readonly Rule[]): RapportRegle[] {
  const count = (ids: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const files = dossiers.flatMap((d) => d.files);
  const found = count(files.flatMap((f) => f.findings.map((x) => x.rule.id)));
  const ignored = count(files.flatMap((f) => f.suppressed.map((s) => s.finding.rule.id)));
  const active = count(
    dossiers.flatMap(({ settings, consultation }) =>
      rules
        .filter((r) => consultation.pieces.some((p) => settings.effective(r, p.date).level !== 'off'))
        .map((r) => r.id),
    ),
  );
  return [...rules]
    .sort((a, b) => byText(a.id, b.id))
    .map(({ id, title, level }) => ({
      rule: id,
      title,
      level,
      active: active.get(id) ?? 0,
      found: found.get(id) ?? 0,
      ignored: ignored.get(id) ?? 0,
    }));
}
