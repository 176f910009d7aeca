import { BlockCache } from '../rules/kit/markdown/block.ts';
import type { Consultation, Piece } from '../rules/kit/piece.ts';
import type { Rule } from '../rules/kit/rule.ts';
import { type Configuration, findConfiguration, LastGood } from './configuration.ts';
import { type Described, type Home, Homes } from './consultation.ts';
import { check, LastingFolder } from './core/check.ts';
import type { DceProblem } from './core/dce.ts';
import { Guard } from './core/guard.ts';
import { identities } from './core/identity.ts';
import type { Failure, Finding } from './core/lint.ts';
import type { Phrasebook } from './core/phrasebook.ts';
import { readSettings, resolveSettings, type Settings } from './core/settings.ts';
import type { Suppressed } from './core/suppress.ts';
import { phrasebookOf } from './english.ts';
import type { Host } from './host.ts';
import { Disk, isMarkdown, type OpenDocument, problemsOf, type Source, toSource, valuesOf } from './sources.ts';
import { folderOf, keyOf, nameOf, pathFrom } from './uri.ts';

export type { OpenDocument } from './sources.ts';

/** What the editor gives, at the moment it is asked. */
export interface Editor {
  documents(): Iterable<OpenDocument>;
  /** The section `dceLint` for a resource. */
  settingsFor(uri: string): Promise<unknown>;
}

/** One file of a folder once looked at. */
export interface FileCheck {
  readonly uri: string;
  /** Of the open document; null for a file on disk. */
  readonly version: number | null;
  /** Undefined when the file is not checked; `reason` then says why, in French. */
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
  readonly failures: readonly Failure[];
  /** The language in which the findings are told. */
  readonly phrasebook: Phrasebook;
}

/** What a check goes by, beside the files. */
interface Given {
  readonly section: unknown;
  readonly configuration: Configuration | undefined;
  readonly described: Described | undefined;
  readonly phrasebook: Phrasebook;
}

/** Blocks of past versions are forgotten after so many checks. */
const CHECKS_A_CACHE = 300;

const NOT_A_PIECE =
  'Ce fichier n’est reconnu comme aucune pièce : ni l’en-tête « dce: », ni le titre, ni le nom du fichier, ni le texte ne disent si c’est un RC, un CCTP, un CCAP, un AE…';

/** The open documents and the files beside them, folder by folder. What was checked is kept until something changes. */
export class Workspace {
  private readonly host: Host;
  private readonly editor: Editor;
  private readonly rules: readonly Rule[];
  private readonly disk: Disk;
  /** Group of each document, as last found. */
  private readonly homes = new Map<string, string>();
  private readonly folders = new Map<string, LastingFolder>();
  private readonly last = new Map<string, { readonly inputs: readonly unknown[]; readonly result: FolderCheck }>();
  private readonly lastGood = new LastGood();
  private readonly guard = new Guard(() => performance.now());
  private cache = new BlockCache();
  private checks = 0;

  constructor(host: Host, editor: Editor, rules: readonly Rule[]) {
    this.host = host;
    this.disk = new Disk(host);
    this.editor = editor;
    this.rules = rules;
  }

  /**
   * Name of the group of documents that are checked together: the folder of the consultation as last found, else the
   * document's own folder, or the document itself when it is in none.
   */
  groupOf(uri: string): string {
    return this.homes.get(keyOf(uri)) ?? keyOf(folderOf(uri) ?? uri);
  }

  /** The open Markdown documents that are checked with this one, itself included. */
  openWith(uri: string): readonly OpenDocument[] {
    const group = this.groupOf(uri);
    return this.drafts().filter((d) => this.groupOf(d.uri) === group);
  }

  /** Checks the consultation of a document, its open versions before those on disk. */
  async check(uri: string): Promise<FolderCheck> {
    const home = await this.settle(uri);
    const [section, found, disk] = await Promise.all([
      this.editor.settingsFor(uri),
      home && findConfiguration(this.host, home.folder, this.rules),
      home ? this.disk.read(home) : { names: [], sources: [] },
    ]);
    const configuration = this.lastGood.steadied(found);
    const phrasebook = await phrasebookOf((section as { langue?: unknown } | null | undefined)?.langue);
    // From here on nothing waits: the open texts are those of one moment.
    const open = this.openWith(uri).map((document) => toSource(document, home));
    const taken = new Set(open.map((s) => keyOf(s.uri)));
    const sources = [...open, ...disk.sources.filter((s) => !taken.has(keyOf(s.uri)))];
    sources.sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = [...new Set([...disk.names, ...open.map((s) => s.name)])];
    const inputs = [
      this.host.today(),
      JSON.stringify(section),
      configuration?.uri,
      configuration?.text,
      home?.described?.text,
      names.join('\n'),
      ...sources.flatMap((s) => [s.uri, s.version, s.text ?? s.refused]),
    ];
    const group = this.groupOf(uri);
    const before = this.last.get(group);
    if (before && before.inputs.length === inputs.length && inputs.every((v, i) => v === before.inputs[i]))
      return before.result;
    const { described } = home ?? {};
    const lasting = this.folders.get(group) ?? new LastingFolder();
    this.folders.set(group, lasting);
    const result = this.compute(lasting, sources, names, { section, configuration, described, phrasebook });
    this.last.set(group, { inputs, result });
    return result;
  }

  /** Forgets the consultations in which nothing is open any more. */
  prune(): void {
    const open = [...this.editor.documents()];
    const keys = new Set(open.map((d) => keyOf(d.uri)));
    const groups = new Set(open.map((d) => this.groupOf(d.uri)));
    for (const kept of [this.last, this.folders])
      for (const group of kept.keys()) if (!groups.has(group)) kept.delete(group);
    for (const key of this.homes.keys()) if (!keys.has(key)) this.homes.delete(key);
    const held = [...this.last.values()].map(({ result }) => result.files);
    this.disk.keep((key) => held.some((files) => files.has(key)));
  }

  private drafts(): readonly OpenDocument[] {
    return [...this.editor.documents()].filter((d) => d.languageId === 'markdown' || isMarkdown(nameOf(d.uri)));
  }

  /** Finds the consultation of a document, and tells which of the open ones belong to it. */
  private async settle(uri: string): Promise<Home | undefined> {
    const open = [...this.editor.documents()];
    const homes = new Homes(this.host, (key) => open.find((d) => keyOf(d.uri) === key)?.getText());
    const all = [...new Set([uri, ...this.drafts().map((d) => d.uri)])];
    const found = await Promise.all(all.map(async (u) => [u, await homes.of(u)] as const));
    for (const [u, home] of found) if (home) this.homes.set(keyOf(u), keyOf(home.folder));
    return found[0]?.[1];
  }

  private compute(
    lasting: LastingFolder,
    sources: readonly Source[],
    names: readonly string[],
    { section, configuration, described, phrasebook }: Given,
  ): FolderCheck {
    if (++this.checks % CHECKS_A_CACHE === 0) this.cache = new BlockCache();
    const editorLayer = readSettings(section, 'réglages de l’éditeur', this.rules);
    const settings = resolveSettings(configuration ? [configuration.layer, editorLayer] : [editorLayer]);
    const ignoredBy = ({ uri }: Source) => {
      const path = configuration && pathFrom(configuration.folder, uri);
      return path === undefined ? undefined : settings.ignoredBy(path);
    };
    const reasons = new Map<Source, string>();
    for (const source of sources) {
      const glob = ignoredBy(source);
      if (source.refused) reasons.set(source, `${source.refused[0]?.toUpperCase()}${source.refused.slice(1)}`);
      else if (glob) reasons.set(source, `Ce fichier est écarté par « ${glob} », dans « ignore » de la configuration.`);
    }
    const read = sources.filter((s) => !reasons.has(s));
    const { consultation, others } = lasting.open(
      read.map((s) => ({ path: s.name, text: s.text ?? '', ...valuesOf(described, s.name) })),
      { date: settings.date?.value ?? this.host.today(), files: names, cache: this.cache },
    );
    const { rules, guard } = this;
    const { findings, suppressed, failures } = check(consultation, { rules, settings, phrasebook, guard });
    const files = sources.map((source): FileCheck => {
      const { uri, version } = source;
      const piece = reasons.has(source) ? undefined : consultation.pieces.find((p) => p.path === source.name);
      const reason = reasons.get(source) ?? (others.includes(source.name) ? NOT_A_PIECE : undefined);
      return {
        uri,
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
      failures,
      phrasebook,
    };
  }
}
