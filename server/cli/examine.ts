import { join } from 'node:path';
import type { SourceFile } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { BlockCache } from '../../rules/kit/markdown/block.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import { worked } from '../clock.ts';
import { type CheckResult, check, readFolder } from '../core/check.ts';
import { fixAll } from '../core/fix-all.ts';
import { Guard, TooSlow } from '../core/guard.ts';
import { identities } from '../core/identity.ts';
import {
  type AddedHeard,
  addedIn,
  addedReading,
  heardByAdding,
  type Lectures,
  refusedReading,
} from '../core/lectures.ts';
import { Lines } from '../core/lines.ts';
import type { Failure, Finding } from '../core/lint.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { type NotRun, notRunIn } from '../core/not-run.ts';
import { notices } from '../core/notices.ts';
import { passedOverOf } from '../core/passed-over.ts';
import type { Phrasebook } from '../core/phrasebook.ts';
import type { Layer, Settings } from '../core/settings.ts';
import type { Suppressed } from '../core/suppress.ts';
import { isCompanion } from '../forms.ts';
import { fingerprint } from './fingerprint.ts';
import { type FixedFile, fixedFiles } from './fixing.ts';
import type { Folder } from './folder.ts';
import type { Terminal } from './io.ts';
import { isCommon } from './not-pieces.ts';
import { type SettingOptions, settingsOf } from './settings.ts';
import { shown } from './shown.ts';

export interface ExamineOptions extends SettingOptions {
  /** Applies the safe fixes to what is examined; files are not written. */
  readonly fixing: boolean;
  /** The words of the findings. */
  readonly phrasebook: Phrasebook;
  /** Readings that the buyer has refused. */
  readonly lectures?: Lectures | undefined;
  /** Which build and which words: two of the same name find the same. */
  readonly build: string;
}

/** What was found in one folder, whatever the baseline and the level shown. */
export interface Judged {
  /** The fingerprint of all that the findings depend on. */
  readonly key: string;
  /** A rule fell or was too slow: another run may do better. */
  readonly failed: boolean;
  /** Every piece of the folder, checked or beside. */
  readonly pieces: readonly Piece[];
  /** Piece by piece, in the order of the text. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly ids: ReadonlyMap<Finding, string>;
  /** The consultation itself; undefined once what was found has travelled or been kept. */
  readonly whole?: { readonly consultation: Consultation; readonly result: CheckResult; readonly settings: Settings };
  /** Files that safe fixes change. */
  readonly fixed: readonly FixedFile[];
  /** What is wrong in the configuration, rules that were stopped, files that are no piece. */
  readonly notChecked: readonly NotChecked[];
  readonly notRun: readonly NotRun[];
}

/** What a folder is judged by. */
interface Terms {
  readonly settings: Settings;
  /** Day of the law where no piece says. */
  readonly date: string;
  /** The sources that no setting leaves out. */
  readonly kept: readonly SourceFile[];
  /** What is wrong in the configuration. */
  readonly problems: readonly NotChecked[];
  readonly key: string;
}

/** A rule that fell, or was cut off, on a piece. */
export const stopped = ({ rule, error }: Failure, what: string): NotChecked => ({
  what,
  rule,
  why:
    error instanceof TooSlow
      ? 'cette règle a été arrêtée, car elle prenait trop de temps.'
      : 'cette règle s’est arrêtée sur une erreur du programme.',
  remedy: 'Vérifier ce point à la main ; c’est un défaut de DCE Lint, à faire connaître à ses auteurs.',
  blocking: true,
});

/** `named`: it was asked for by its name. */
const unrecognized = (what: string, named: boolean): NotChecked => ({
  what,
  why: named ? 'pièce non reconnue (ni RC, ni CCTP, ni CCAP…).' : 'ni RC, ni CCTP, ni autre pièce connue.',
  remedy: named ? 'Ajouter l’en-tête « dce: ».' : 'Un en-tête « dce: » le dirait.',
  blocking: named,
});

function refusedAt(suppressed: Suppressed, at: (name: string) => string): NotChecked {
  const { piece, at: span } = suppressed.finding;
  return refusedReading(suppressed, at(piece.path), new Lines(piece.draft.text).positionAt(span.start).line + 1);
}

function addedAt(heard: AddedHeard, file: string, at: (name: string) => string): NotChecked {
  const { piece, at: span } = heard;
  return addedReading(heard, file, at(piece.path), new Lines(piece.draft.text).positionAt(span.start).line + 1);
}

/** UTF-16 units of drafts after which the blocks that were read are forgotten: what folders share is found again soon. */
const MOST_READ = 250_000;

/** Checks folders one by one; those that follow one another share what was read of their blocks. */
export class Examiner {
  private cache = new BlockCache();
  private read = 0;
  private readonly guard = new Guard(worked);
  private readonly options: ExamineOptions;
  private readonly own: Layer;
  private readonly terminal: Pick<Terminal, 'cwd' | 'today' | 'access'>;

  /** `own`: the settings of the command line. */
  constructor(options: ExamineOptions, own: Layer, terminal: Pick<Terminal, 'cwd' | 'today' | 'access'>) {
    this.options = options;
    this.own = own;
    this.terminal = terminal;
  }

  /** The fingerprint of what a folder's findings depend on, at this moment. */
  async keyOf(folder: Folder): Promise<string> {
    return (await this.terms(folder)).key;
  }

  async examine(folder: Folder): Promise<Judged> {
    const { options, terminal } = this;
    const at = (name: string) => shown(terminal.cwd, join(folder.path, name));
    const { settings, date, kept, problems, key } = await this.terms(folder);
    const cache = this.cacheFor(kept);
    const wanted = (path: string) => !folder.wanted || folder.wanted.has(path);
    const examine = (sources: readonly SourceFile[]) => {
      const added = addedIn(options.lectures);
      const { consultation, others } = readFolder(sources, { date, files: folder.files, cache, added, once: true });
      const { guard } = this;
      return {
        consultation,
        others,
        ...check(consultation, {
          rules,
          settings,
          phrasebook: options.phrasebook,
          guard,
          lectures: options.lectures,
          today: terminal.today,
        }),
      };
    };
    // A Word document is never written.
    const drafts = new Set(kept.filter((s) => !s.landmarks).map((s) => s.path));
    const { sources, result } = options.fixing
      ? fixAll(kept, (path) => wanted(path) && drafts.has(path), examine)
      : { sources: kept, result: examine(kept) };
    const { consultation, others, findings, suppressed } = result;
    const unknown = others.filter((name) => folder.wanted?.has(name) ?? !(isCommon(name) || isCompanion(name)));
    return {
      key,
      failed: result.failures.length > 0,
      pieces: [...consultation.pieces, ...consultation.companions],
      whole: { consultation, result, settings },
      findings,
      suppressed,
      // The suppressed come last: to suppress one leaves the others their names.
      ids: identities([...findings, ...suppressed.map((s) => s.finding)]),
      fixed: fixedFiles(folder, kept, sources),
      notChecked: [
        ...problems,
        ...result.failures.map((failure) => stopped(failure, at(failure.piece.path))),
        ...consultation.pieces.filter((p) => wanted(p.path)).flatMap((p) => passedOverOf(p, at(p.path))),
        ...suppressed.filter((s) => s.file && wanted(s.finding.piece.path)).map((s) => refusedAt(s, at)),
        ...heardByAdding(consultation, options.lectures)
          .filter(({ piece }) => wanted(piece.path))
          .map((heard) => addedAt(heard, options.lectures?.file ?? '', at)),
        ...unknown.map((name) => unrecognized(at(name), folder.wanted !== undefined)),
      ],
      notRun: notRunIn(consultation, [...rules, ...notices], settings, result.failures),
    };
  }

  private async terms(folder: Folder): Promise<Terms> {
    const { options, own, terminal } = this;
    const { settings, configured, problems } = await settingsOf(folder.path, options, own, terminal);
    const kept = folder.sources.filter(
      (s) => folder.wanted?.has(s.path) || !settings.ignoredBy(shown(configured, join(folder.path, s.path))),
    );
    const date = settings.date?.value ?? terminal.today;
    const path = shown(terminal.cwd, folder.path);
    const { lectures } = options;
    const key = fingerprint({
      build: options.build,
      path,
      folder,
      kept,
      settings,
      date,
      problems,
      lectures,
      today: terminal.today,
    });
    return { settings, date, kept, problems, key };
  }

  private cacheFor(sources: readonly SourceFile[]): BlockCache {
    if (this.read > MOST_READ) {
      this.cache = new BlockCache();
      this.read = 0;
    }
    this.read += sources.reduce((n, s) => n + s.text.length, 0);
    return this.cache;
  }
}
