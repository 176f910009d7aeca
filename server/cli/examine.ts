import { join } from 'node:path';
import type { SourceFile } from '../../rules/facts/piece.ts';
import { rules } from '../../rules/index.ts';
import { BlockCache } from '../../rules/kit/markdown/block.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import type { Level } from '../../rules/kit/rule.ts';
import { Known, type KnownFinding } from '../core/baseline.ts';
import { type CheckResult, check, readFolder } from '../core/check.ts';
import { fixAll } from '../core/fix-all.ts';
import { Guard } from '../core/guard.ts';
import { identities } from '../core/identity.ts';
import type { Finding } from '../core/lint.ts';
import type { Phrasebook } from '../core/phrasebook.ts';
import type { Dossier } from '../core/rapport.ts';
import type { Layer } from '../core/settings.ts';
import { type Folder, shown } from './files.ts';
import { type FixedFile, fixedFiles } from './fixing.ts';
import type { Terminal } from './io.ts';
import { type CheckedFile, reaches } from './reporters/report.ts';
import { type SettingOptions, settingsOf } from './settings.ts';

export interface ExamineOptions extends SettingOptions {
  readonly minLevel: Level;
  /** Applies the safe fixes to what is examined; files are not written. */
  readonly fixing: boolean;
  /** The words of the findings. */
  readonly phrasebook: Phrasebook;
  /** Known findings by shown folder; undefined without a baseline. */
  readonly knownBefore?: Readonly<Record<string, readonly KnownFinding[]>>;
}

/** What there is to say of one folder. */
export interface Examined {
  readonly files: readonly CheckedFile[];
  readonly dossier: Dossier;
  /** Every piece of the folder, checked or beside, with its shown path. */
  readonly paths: ReadonlyMap<Piece, string>;
  readonly ids: ReadonlyMap<Finding, string>;
  /** All findings, whatever the baseline and the level shown. */
  readonly known: readonly KnownFinding[];
  /** Files that safe fixes change. */
  readonly fixed: readonly FixedFile[];
  /** What stands in the way: one French line each. */
  readonly complaints: readonly string[];
  /** Files that are no piece, as shown paths. */
  readonly unknown: readonly string[];
}

/** What is known of a file of a folder by its name. */
interface Names {
  at(name: string): string;
  wanted(name: string): boolean;
  hashOf(name: string): string | undefined;
}

/** Files that nobody takes for a piece. */
const COMMON = /^(?:readme|lisez-?moi|changelog|licen[cs]e|contributing|security)\b/i;

export const isCommon = (name: string): boolean => COMMON.test(name);

/** Checks folders one by one; one cache of blocks serves them all. */
export class Examiner {
  private readonly cache = new BlockCache();
  private readonly guard = new Guard(() => performance.now());
  private readonly options: ExamineOptions;
  private readonly own: Layer;
  private readonly terminal: Terminal;

  /** `own`: the settings of the command line. */
  constructor(options: ExamineOptions, own: Layer, terminal: Terminal) {
    this.options = options;
    this.own = own;
    this.terminal = terminal;
  }

  async examine(folder: Folder): Promise<Examined> {
    const { options, terminal } = this;
    const at = (name: string) => shown(terminal.cwd, join(folder.path, name));
    const { settings, configured, problem } = await settingsOf(folder.path, options, this.own, terminal);
    const kept = folder.sources.filter(
      (s) => folder.wanted?.has(s.path) || !settings.ignoredBy(shown(configured, join(folder.path, s.path))),
    );
    const wanted = (path: string) => !folder.wanted || folder.wanted.has(path);
    const examine = (sources: readonly SourceFile[]) => {
      const date = settings.date?.value ?? terminal.today;
      const { consultation, others } = readFolder(sources, { date, files: folder.files, cache: this.cache });
      const { guard } = this;
      return {
        consultation,
        others,
        ...check(consultation, { rules, settings, phrasebook: options.phrasebook, guard }),
      };
    };
    const { sources, result } = options.fixing
      ? fixAll(kept, wanted, examine)
      : { sources: kept, result: examine(kept) };
    const { consultation, others } = result;
    const asked = others.filter((name) => folder.wanted?.has(name));
    const fixed = fixedFiles(folder.path, kept, sources);
    const path = shown(terminal.cwd, folder.path);
    // What was fixed is no longer what was read.
    const hashOf = (name: string) =>
      fixed.some((f) => f.path === join(folder.path, name)) ? undefined : folder.hashes.get(name);
    const sorted = this.sort(consultation, result, { at, wanted, hashOf, folder: path });
    return {
      ...sorted,
      dossier: { path, files: sorted.files, consultation, result, settings, described: folder.described },
      fixed,
      complaints: [
        ...(problem ? [problem] : []),
        ...asked.map((n) => `${at(n)} : pièce non reconnue (ni RC, ni CCTP, ni CCAP…) ; ajouter l’en-tête « dce: ».`),
      ],
      unknown: folder.wanted ? [] : others.filter((name) => !isCommon(name)).map(at),
    };
  }

  /** Findings by piece: shown, suppressed, known. */
  private sort(
    consultation: Consultation,
    { findings, suppressed }: CheckResult,
    { at, wanted, hashOf, folder }: Names & { readonly folder: string },
  ) {
    const { knownBefore, minLevel } = this.options;
    // The suppressed come last: to suppress one leaves the others their names.
    const ids = identities([...findings, ...suppressed.map((s) => s.finding)]);
    const old = new Known(knownBefore?.[folder]);
    const known: KnownFinding[] = [];
    const files = consultation.pieces
      .filter((p) => wanted(p.path))
      .map((piece): CheckedFile => {
        const path = at(piece.path);
        const own = findings.filter((f) => f.piece === piece);
        const kept = own.map((f) => ({ file: path, rule: f.rule.id, level: f.level, id: ids.get(f) as string }));
        known.push(...kept);
        const fresh = knownBefore ? own.filter((_, i) => !old.take(kept[i] as KnownFinding)) : own;
        const sha256 = hashOf(piece.path);
        return {
          path,
          piece,
          ...(sha256 && { sha256 }),
          findings: fresh.filter((f) => reaches(f.level, minLevel)),
          suppressed: suppressed.filter((s) => s.finding.piece === piece),
          known: own.length - fresh.length,
        };
      });
    return { files, known, ids, paths: new Map(consultation.pieces.map((p) => [p, at(p.path)])) };
  }
}
