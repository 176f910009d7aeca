import { type OpenOptions, openingSteps, type SourceFile } from '../../rules/consultation/open.ts';
import { isChecked } from '../../rules/facts/piece/index.ts';
import { BlockCache } from '../../rules/kit/markdown/block.ts';
import { finish, type Pace } from '../../rules/kit/pace.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import { LEVELS, type Level, type Rule } from '../../rules/kit/rule.ts';
import { TOP } from '../../rules/kit/span.ts';
import { type Guard, TooSlow } from './guard.ts';
import { type Lectures, refusalsIn } from './lectures.ts';
import { type Failure, type Finding, inOrder, type LintStep, lintSteps } from './lint.ts';
import { fill } from './message.ts';
import { failed, notices } from './notices.ts';
import { passedOverFindings } from './passed-over.ts';
import { FRENCH, type Phrasebook } from './phrasebook.ts';
import { resolveSettings, type Settings } from './settings.ts';
import { type Suppressed, Suppressions } from './suppress.ts';

export interface CheckOptions {
  readonly rules: readonly Rule[];
  /** Every rule at its own level when left out. */
  readonly settings?: Settings;
  /** Tests let a rule's error through. */
  readonly rethrow?: boolean;
  /** Stops rules that take too long, for as long as it is kept. */
  readonly guard?: Guard;
  /** Texts in another language than French. */
  readonly phrasebook?: Phrasebook;
  /** When a rule gives way within its work; left out, it never does. */
  readonly pace?: Pace;
  /** Readings that the buyer has refused. */
  readonly lectures?: Lectures | undefined;
  /** The day of the check, `YYYY-MM-DD`, for suppressions that have an end; left out, none has ended. */
  readonly today?: string | undefined;
  /** As for `lint`. */
  readonly keptUnder?: (rule: Rule) => object;
}

export interface CheckResult {
  /** Piece by piece, in the order of the text; the program's own notices included. */
  readonly findings: readonly Finding[];
  /** Set aside by a comment of the draft or a refused reading, with the reason. */
  readonly suppressed: readonly Suppressed[];
  /** Errors of rules, for the log: each rule and piece has its finding already. */
  readonly failures: readonly Failure[];
}

/** The pieces of a folder, and the files of it that are none (a README, minutes). */
export interface Folder {
  readonly consultation: Consultation;
  /** Paths. */
  readonly others: readonly string[];
}

/** Reads the Markdown files of a folder and leaves out of the consultation those that are no piece. */
export const readFolder = (sources: readonly SourceFile[], options: OpenOptions): Folder =>
  finish(readSteps(sources, options));

/** The same, a bit at a time. The blocks of an unfinished reading are in the cache. */
function* readSteps(sources: readonly SourceFile[], given: OpenOptions): Generator<undefined, Folder> {
  const options = { ...given, cache: given.cache ?? new BlockCache() };
  const all = yield* openingSteps(sources, options);
  const drafts = all.pieces.filter((p) => !isChecked(p)).map((p) => p.path);
  const read = new Set(all.companions.map((p) => p.path));
  const others = [...drafts, ...sources.filter((s) => s.data && !read.has(s.path)).map((s) => s.path)];
  if (drafts.length === 0) return { consultation: all, others };
  const pieces = sources.filter((s) => !others.includes(s.path));
  return { consultation: yield* openingSteps(pieces, options), others };
}

/**
 * A consultation kept from one check to the next: what has changed of it is edited in place as far as can be, and it is
 * opened anew otherwise.
 */
export class LastingFolder {
  private kept:
    | {
        readonly frame: string;
        /** Read anew only when a file that is no draft has changed. */
        readonly data: readonly SourceFile['data'][];
        readonly texts: Map<string, string>;
        readonly folder: Folder;
      }
    | undefined;

  /** Opened a block at a time. Steps left unfinished are to be left for good before others begin. */
  *open(sources: readonly SourceFile[], options: OpenOptions): Generator<undefined, Folder> {
    const own = sources.map(({ text: _, data: __, ...rest }) => rest);
    const frame = JSON.stringify([options.date, options.files, options.added, own]);
    const data = sources.map((s) => s.data);
    const { kept } = this;
    const isSame = kept?.frame === frame && data.every((d, i) => d === kept.data[i]);
    if (kept && isSame && sources.every((source) => this.take(kept, source))) return kept.folder;
    // It may have taken some of the new texts: it is the folder of no moment any more.
    this.kept = undefined;
    const folder = yield* readSteps(sources, options);
    this.kept = { frame, data, texts: new Map(sources.map((s) => [s.path, s.text])), folder };
    return folder;
  }

  /** False when the file has to be read anew: then the folder is, whatever has been taken already. */
  private take({ texts, folder }: NonNullable<typeof this.kept>, { path, text }: SourceFile): boolean {
    if (texts.get(path) === text) return true;
    if (folder.others.includes(path) || !folder.consultation.edit(path, text)) return false;
    texts.set(path, text);
    return true;
  }
}

const rank = (level: Level) => LEVELS.indexOf(level);

/** Checks a consultation under settings and the suppressions of its pieces: all that an editor, a terminal or a report has to show. */
export const check = (consultation: Consultation, options: CheckOptions): CheckResult =>
  finish(checkSteps(consultation, options));

/** The same, a rule on a piece at a time. */
export function* checkSteps(
  consultation: Consultation,
  {
    rules,
    settings = resolveSettings([]),
    rethrow,
    guard,
    phrasebook = FRENCH,
    pace,
    lectures,
    keptUnder,
    today,
  }: CheckOptions,
): Generator<LintStep | undefined, CheckResult> {
  const every = [...rules, ...notices];
  const suppressions = new Map<Piece, Suppressions>();
  const terms = { today, requiredBy: (rule: Rule) => settings.policies.requires(rule) };
  for (const piece of consultation.pieces) suppressions.set(piece, new Suppressions(piece, every, terms));
  const suppressed: Suppressed[] = [];
  const refused = lectures && refusalsIn(lectures);
  const active = rules.filter((rule) => settings.levelOf(rule) !== 'off');
  const { findings, failures } = yield* lintSteps(consultation, {
    rules: active,
    levelOf: settings.levelOf,
    rethrow: rethrow ?? false,
    ...(guard && { guard }),
    phrasebook,
    ...(pace && { pace }),
    ...(keptUnder && { keptUnder }),
    keep(finding) {
      // Under a preset that hides it, a finding is neither shown nor counted, but its suppression has a use.
      const covered = suppressions.get(finding.piece)?.covers(finding) ?? refused?.(finding);
      if (rank(finding.level) > rank(settings.floor(finding.rule))) return false;
      if (covered) suppressed.push(covered);
      return !covered;
    },
  });
  const fallen = new Set(failures.map((f) => f.rule));
  const ran = (piece: Piece) => (id: string) => {
    const rule = active.find((r) => r.id === id);
    return rule !== undefined && !fallen.has(id) && settings.effective(rule, piece.date).level !== 'off';
  };
  const own = [
    ...consultation.pieces.flatMap((piece) => suppressions.get(piece)?.notices(ran(piece)) ?? []),
    ...failures.map(failureNotice),
    ...consultation.pieces.flatMap(passedOverFindings),
  ].flatMap((finding): Finding[] => {
    const set = settings.levelOf(finding.rule);
    if (set === 'off') return [];
    const rule = phrasebook.rule(finding.rule);
    return [{ ...finding, rule, message: phrasebook.say(finding.message), ...(set && { level: set }) }];
  });
  return { findings: inOrder([...findings, ...own], consultation), suppressed, failures };
}

/** On the title of the piece that the rule was reading. */
function failureNotice({ rule, piece, error }: Failure): Finding {
  const at = piece.draft.title?.span ?? TOP;
  const message = fill(failed.messages[error instanceof TooSlow ? 'slow' : 'failed'], { rule });
  return { rule: failed, piece, at, level: failed.level, message, fixes: [], related: [] };
}
