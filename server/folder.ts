import type { BlockCache } from '../rules/kit/markdown/block.ts';
import type { Pace } from '../rules/kit/pace.ts';
import type { Consultation, Piece } from '../rules/kit/piece.ts';
import type { Rule } from '../rules/kit/rule.ts';
import { unreadOf } from './companions.ts';
import type { Configuration } from './configuration.ts';
import type { Described } from './consultation.ts';
import { checkSteps, type LastingFolder } from './core/check.ts';
import type { DceProblem } from './core/dce.ts';
import type { Guard } from './core/guard.ts';
import { identities } from './core/identity.ts';
import { addedIn } from './core/lectures.ts';
import type { Failure, Finding, LintStep } from './core/lint.ts';
import type { Phrasebook } from './core/phrasebook.ts';
import { readSettings, resolveSettings, type Settings } from './core/settings.ts';
import type { Suppressed } from './core/suppress.ts';
import type { LecturesFile } from './lectures.ts';
import { isRendered, renderingOf } from './renderings.ts';
import { problemsOf, type Source, valuesOf } from './sources.ts';
import { keyOf, pathFrom } from './uri.ts';

/** One file of a folder once looked at. */
export interface FileCheck {
  readonly uri: string;
  /** Where the client shows it: its own address, or that of a rendering of what is no text. */
  readonly shown: string;
  /** Of the open document; null for a file on disk. */
  readonly version: number | null;
  /** Undefined when the file is not checked; `reason` then says why, in French, or of what is checked which part is not. */
  readonly piece: Piece | undefined;
  readonly reason: string | undefined;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** A consultation once checked: the files of a folder, or those that its `dce.yaml` lists. */
export interface FolderCheck {
  readonly consultation: Consultation;
  /** By `keyOf` of the address. */
  readonly files: ReadonlyMap<string, FileCheck>;
  readonly identities: ReadonlyMap<Finding, string>;
  readonly settings: Settings;
  readonly configuration: Configuration | undefined;
  /** The `dce.yaml` that describes it, with all that is wrong there, missing files included. */
  readonly described: (Described & { readonly problems: readonly DceProblem[] }) | undefined;
  /** The refused readings of the consultation; undefined where it is in no folder. */
  readonly lectures: LecturesFile | undefined;
  readonly failures: readonly Failure[];
  /** The language in which the findings are told. */
  readonly phrasebook: Phrasebook;
}

/** What a check goes by. */
export interface Given {
  readonly sources: readonly Source[];
  /** Of every file beside the pieces, read or not. */
  readonly names: readonly string[];
  readonly rules: readonly Rule[];
  readonly guard: Guard;
  readonly today: string;
  readonly section: unknown;
  readonly configuration: Configuration | undefined;
  readonly described: Described | undefined;
  readonly lectures: LecturesFile | undefined;
  readonly phrasebook: Phrasebook;
  /** The client shows renderings. */
  readonly renders: boolean;
}

/** What the findings of a folder are told by: the same objects from one check to the next, until something changes. */
export class LastingTerms {
  private premises: readonly unknown[] = [];
  private settings = resolveSettings([]);
  private keys = new Map<Rule, object>();

  of({ configuration, section, rules, phrasebook }: Given): {
    readonly settings: Settings;
    readonly keptUnder: (rule: Rule) => object;
  } {
    const premises = [
      ...[configuration?.uri, configuration?.text, configuration?.basesText],
      ...[JSON.stringify(section), rules, phrasebook],
    ];
    if (premises.some((premise, i) => premise !== this.premises[i]) || configuration?.layer.broken) {
      const editorLayer = readSettings(section, 'réglages de l’éditeur', rules);
      this.settings = resolveSettings(
        configuration ? [...configuration.bases, configuration.layer, editorLayer] : [editorLayer],
      );
      this.keys = new Map();
      this.premises = premises;
    }
    const { settings, keys } = this;
    return {
      settings,
      keptUnder(rule) {
        let key = keys.get(rule);
        if (!key) {
          key = {};
          keys.set(rule, key);
        }
        return key;
      },
    };
  }
}

const sentence = (words: string): string => `${words[0]?.toUpperCase()}${words.slice(1)}`;

const NOT_A_PIECE =
  'Ce fichier n’est reconnu comme aucune pièce : ni l’en-tête « dce: », ni le titre, ni le nom du fichier, ni le texte ne disent si c’est un RC, un CCTP, un CCAP, un AE…';

/** What is kept of a folder from one check to the next. */
export interface Lasting {
  readonly folder: LastingFolder;
  readonly terms: LastingTerms;
}

/** Checks the files of a folder, bit by bit. */
export function* folderSteps(
  { folder, terms }: Lasting,
  cache: BlockCache,
  given: Given,
  pace: Pace,
): Generator<LintStep | undefined, FolderCheck> {
  const { sources, names, rules, guard, today, configuration, described, lectures, phrasebook } = given;
  const { settings, keptUnder } = terms.of(given);
  const ignoredBy = ({ uri }: Source) => {
    const path = configuration && pathFrom(configuration.folder, uri);
    return path === undefined ? undefined : settings.ignoredBy(path);
  };
  const reasons = new Map<Source, string>();
  for (const source of sources) {
    const glob = ignoredBy(source);
    if (source.refused) reasons.set(source, sentence(source.refused));
    else if (glob) reasons.set(source, `Ce fichier est écarté par « ${glob} », dans « ignore » de la configuration.`);
  }
  const read = sources.filter((s) => !reasons.has(s));
  const { consultation, others } = yield* folder.open(
    read.map((s) => ({
      path: s.name,
      text: s.text ?? '',
      ...(s.data && { data: s.data }),
      ...valuesOf(described, s.name),
    })),
    { date: settings.date?.value ?? today, files: names, cache, added: addedIn(lectures) },
  );
  const { findings, suppressed, failures } = yield* checkSteps(consultation, {
    rules,
    settings,
    phrasebook,
    guard,
    pace,
    lectures,
    keptUnder,
    today,
  });
  const files = sources.map((source): FileCheck => {
    const { uri, version } = source;
    const all = source.data ? consultation.companions : consultation.pieces;
    const piece = reasons.has(source) ? undefined : all.find((p) => p.path === source.name);
    const unread = source.data && unreadOf(source.data);
    const partly = unread && sentence(`${unread.why} ${unread.remedy}`);
    const reason = reasons.get(source) ?? partly ?? (others.includes(source.name) ? NOT_A_PIECE : undefined);
    return {
      uri,
      shown: given.renders && piece && isRendered(source.name) ? renderingOf(uri) : uri,
      version,
      piece,
      reason,
      findings: findings.filter((f) => f.piece === piece),
      suppressed: suppressed.filter((s) => s.finding.piece === piece),
    };
  });
  return {
    consultation,
    files: new Map(files.map((f) => [keyOf(f.uri), f])),
    identities: identities(findings),
    settings,
    configuration,
    described: described && { ...described, problems: problemsOf(described, names) },
    lectures,
    failures,
    phrasebook,
  };
}
