import { CLES } from '../../rules/facts/piece/index.ts';
import { LEVELS, type Rule } from '../../rules/kit/rule.ts';
import { type Earlier, evolutionOf } from './evolution.ts';
import { countNotRun } from './not-run.ts';
import type { Carte, Contribution, Rapport, RapportDetail, RapportRegle, RapportResume } from './rapport-types.ts';

/** Rules shown by body; the table of the rules has the others. */
const MOST_ROWS = 30;
/** Consultations told in full: a page with more is too heavy to open. */
export const MOST_DETAILS = 100;

const BUYERS = CLES.find((c) => c.name === 'acheteur')?.values ?? [];
const UNKNOWN = 'acheteur non indiqué';

/** How bodies are told apart, and the body of each consultation. */
interface Bodies {
  readonly by: string;
  readonly of: ReadonlyMap<Contribution, string>;
}

/** What a report says beside its consultations. */
export interface Frame
  extends Pick<Rapport, 'version' | 'day' | 'phrasebook' | 'law' | 'minLevel' | 'compared' | 'notChecked'> {
  /** Every rule there is, in the words of the report. */
  readonly rules: readonly Rule[];
  /** A report to compare with. */
  readonly earlier?: Earlier | undefined;
}

/**
 * The report on consultations, whatever their order. `detailOf` is asked for the first `MOST_DETAILS` of them by `ranking`
 * alone; without it, none is told in full.
 */
export function rapportOf(
  given: readonly Contribution[],
  detailOf: ((contribution: Contribution) => RapportDetail) | undefined,
  { rules, earlier, ...frame }: Frame,
): Rapport {
  const all = [...given].sort((a, b) => byText(a.resume.path, b.resume.path));
  const bodies = bodiesOf(all);
  const titles = new Map(rules.map((r) => [r.id, r.title]));
  const ranked = [...all].sort(ranking);
  const resumeOf = (c: Contribution): RapportResume => ({ ...c.resume, body: bodies.of.get(c) ?? '' });
  return {
    ...frame,
    resumes: ranked.map(resumeOf),
    dossiers: detailOf ? ranked.slice(0, MOST_DETAILS).map((c) => ({ ...resumeOf(c), ...detailOf(c) })) : [],
    regles: reglesOf(all, rules),
    carte: carteOf(all, bodies, rules),
    ...(earlier && { evolution: evolutionOf(earlier, all, (rule) => titles.get(rule)) }),
  };
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
function bodiesOf(dossiers: readonly Contribution[]): Bodies {
  const paths = dossiers.map((d) => d.resume.path.split('/'));
  const depth = Math.max(0, commonDepth(paths));
  const folders = paths.map((p) => p[depth] ?? '');
  const count = new Set(folders).size;
  if (count > 1 && count < dossiers.length)
    return { by: 'sous-dossier', of: new Map(dossiers.map((d, i) => [d, folders[i] ?? ''])) };
  return { by: 'type d’acheteur', of: new Map(dossiers.map((d) => [d, buyerOf(d)])) };
}

const buyerOf = ({ acheteur }: Contribution): string => BUYERS.find((b) => b.value === acheteur)?.label ?? UNKNOWN;

const FRENCH = new Intl.Collator('fr');
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The most to be mended first: errors, then warnings, then advice; then by path. */
export const ranking = ({ resume: a }: Contribution, { resume: b }: Contribution): number =>
  LEVELS.map((level) => b.counts[level] - a.counts[level]).find((n) => n !== 0) ?? byText(a.path, b.path);

/** In how many consultations of each body a rule has findings. */
function carteOf(dossiers: readonly Contribution[], { by, of }: Bodies, rules: readonly Rule[]): Carte {
  const names = [...new Set(of.values())].sort(
    (a, b) => Number(a === UNKNOWN) - Number(b === UNKNOWN) || FRENCH.compare(a, b),
  );
  const cells = new Map<string, number[]>();
  for (const dossier of dossiers) {
    for (const id of new Set(dossier.files.flatMap((f) => f.findings.map((x) => x.rule)))) {
      const counts = cells.get(id) ?? names.map(() => 0);
      const column = names.indexOf(of.get(dossier) ?? '');
      counts[column] = (counts[column] ?? 0) + 1;
      cells.set(id, counts);
    }
  }
  const rows = rules.flatMap(({ id, title, level }) => {
    const counts = cells.get(id);
    return counts ? [{ rule: id, title, level, cells: counts, total: counts.reduce((n, c) => n + c, 0) }] : [];
  });
  rows.sort((a, b) => b.total - a.total || byText(a.rule, b.rule));
  const sizes = names.map((name) => ({ name, dossiers: dossiers.filter((d) => of.get(d) === name).length }));
  return { by, bodies: sizes, rows: rows.slice(0, MOST_ROWS) };
}

/** How often each name comes. */
function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Every rule there is, with what it found; in the order of their names. */
function reglesOf(dossiers: readonly Contribution[], rules: readonly Rule[]): RapportRegle[] {
  const files = dossiers.flatMap((d) => d.files);
  const found = tally(files.flatMap((f) => f.findings.map((x) => x.rule)));
  const ignored = tally(files.flatMap((f) => f.ignored));
  const notRun = countNotRun(dossiers.flatMap((d) => d.notRun));
  return [...rules]
    .sort((a, b) => byText(a.id, b.id))
    .map(({ id, title, level }) => {
      const own = notRun.filter((one) => one.rule === id);
      // A rule that was stopped had begun.
      const off = own.filter((one) => one.why !== 'stopped').reduce((n, one) => n + one.consultations, 0);
      return {
        rule: id,
        title,
        level,
        active: dossiers.length - off,
        notRun: Object.fromEntries(own.map((one) => [one.why, one.consultations])),
        found: found.get(id) ?? 0,
        ignored: ignored.get(id) ?? 0,
      };
    });
}
