import type { Level } from '../../rules/kit/rule.ts';
import { inOrder, type NotChecked } from '../core/not-checked.ts';
import { countNotRun, type NotRun, type NotRunIn } from '../core/not-run.ts';
import type { Counts } from '../core/rapport-types.ts';
import {
  type CheckedFile,
  comparePaths,
  type FileLine,
  type FolderReport,
  type Overview,
  type RuleLine,
  type RunHead,
} from './reporters/report.ts';

const countsOf = ({ findings }: CheckedFile): Counts => {
  const count = (level: Level) => findings.filter((f) => f.level === level).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
};

/** What is kept of a run as its folders go by: counts, and a line a file. */
export class Tally {
  private readonly files: FileLine[] = [];
  private readonly found = new Map<string, RuleLine>();
  private readonly notRun = new Map<string, NotRunIn>();

  /** `ranks`: where the writer has put each file. */
  add({ folder, files }: FolderReport, ranks: readonly number[], notRun: readonly NotRun[]): void {
    for (const [i, file] of files.entries()) {
      const { path, piece, suppressed, known } = file;
      const { kind, kinds, kindFrom, date } = piece;
      this.files.push({
        path,
        folder,
        piece: { kind, kinds, kindFrom, date },
        counts: countsOf(file),
        suppressed: suppressed.length,
        known,
        rank: ranks[i] ?? 0,
      });
    }
    const own = new Map<string, RuleLine>();
    for (const { rule, level } of files.flatMap((f) => f.findings)) {
      const { found = 0 } = own.get(rule.id) ?? {};
      own.set(rule.id, { rule: rule.id, level, found: found + 1, consultations: 1 });
    }
    for (const [id, line] of own) {
      const { found = 0, consultations = 0 } = this.found.get(id) ?? {};
      this.found.set(id, { ...line, found: found + line.found, consultations: consultations + 1 });
    }
    for (const one of countNotRun([...this.notRun.values(), ...notRun])) this.notRun.set(`${one.rule} ${one.why}`, one);
  }

  /** The run as a whole, said by `head`. */
  overview(head: RunHead, notChecked: readonly NotChecked[]): Overview {
    return {
      ...head,
      files: this.files.sort((a, b) => comparePaths(a.path, b.path)),
      found: [...this.found.values()].sort((a, b) => b.found - a.found || (a.rule < b.rule ? -1 : 1)),
      notChecked: inOrder(notChecked),
      notRun: countNotRun([...this.notRun.values()]),
    };
  }
}
