import { LEVELS, type Level } from '../../rules/kit/rule.ts';

/** UTF-16 units of an answer: more would fill the memory of an assistant. */
export const MOST_ANSWER = 100_000;

interface Report {
  readonly files: readonly { readonly findings: readonly { readonly level: Level }[] }[];
}

/** As a command writes it. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const HOW = 'Demander une pièce à la fois (« path »), ou moins de niveaux (« min_level »).';

/** A report of `check` that is too long without its slightest findings, and that says so; any other as it is. */
export function boundedReport(written: string, most = MOST_ANSWER): string {
  if (written.length <= most) return written;
  const report = JSON.parse(written) as Report;
  const all = report.files.flatMap((file) => file.findings.map((finding) => ({ file, finding })));
  all.sort((a, b) => LEVELS.indexOf(a.finding.level) - LEVELS.indexOf(b.finding.level));
  const kept = new Set<unknown>();
  const bare = { ...report, files: [] };
  // What indents each line counts too.
  let room = most - asJson(bare).length - HOW.length - 100;
  const begun = new Set<unknown>();
  for (const { file, finding } of all) {
    const first = begun.has(file) ? 0 : JSON.stringify([[{ ...file, findings: [] }]], null, 2).length;
    const size = first + JSON.stringify([[[[finding]]]], null, 2).length;
    if (size > room) continue;
    room -= size;
    kept.add(finding);
    begun.add(file);
  }
  const files = report.files.flatMap((file) => {
    const findings = file.findings.filter((f) => kept.has(f));
    return findings.length > 0 ? [{ ...file, findings }] : [];
  });
  const notShown = { findings: all.length - kept.size, files: report.files.length - files.length, how: HOW };
  return asJson({ notShown, ...report, files });
}

/** A text cut at the end of a line, and that says so. */
export function boundedText(text: string, how: string, most = MOST_ANSWER): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf('\n', most);
  return `${text.slice(0, end > 0 ? end : most)}\n\n[Coupé ici : ${text.length - end} caractères ne sont pas montrés. ${how}]\n`;
}

/** As many items as an answer holds, in their order: one that is too long leaves its room to the next. */
export function boundedList<T>(items: readonly T[], most = MOST_ANSWER): readonly T[] {
  let room = most;
  return items.filter((item) => {
    const size = JSON.stringify([[item]], null, 2).length;
    if (size > room) return false;
    room -= size;
    return true;
  });
}
