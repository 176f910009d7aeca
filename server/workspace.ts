import { BlockCache } from '../rules/kit/markdown/block.ts';
import type { Rule } from '../rules/kit/rule.ts';
import { worked } from './clock.ts';
import { findConfiguration, LastGood } from './configuration.ts';
import { type Home, Homes } from './consultation.ts';
import { LastingFolder } from './core/check.ts';
import { Guard } from './core/guard.ts';
import { phrasebookOf } from './english.ts';
import { type FolderCheck, folderSteps, type Given, type Lasting, LastingTerms } from './folder.ts';
import type { Host } from './host.ts';
import { isMarkdown } from './kinds.ts';
import { findLectures } from './lectures.ts';
import { RecentHost } from './recent-host.ts';
import { fileOf } from './rendering.ts';
import { Disk, type OpenDocument, once, type Source, toSource } from './sources.ts';
import { type Clock, runSteps, SlowRules } from './steps.ts';
import { folderOf, keyOf, nameOf } from './uri.ts';

export type { FileCheck, FolderCheck } from './folder.ts';
export type { OpenDocument } from './sources.ts';

/** What the editor gives, at the moment it is asked. */
export interface Editor {
  documents(): Iterable<OpenDocument>;
  /** The section `dceLint` for a resource. */
  settingsFor(uri: string): Promise<unknown>;
  /** It shows renderings of what is no text. */
  readonly renders?: boolean;
  /** It shows Word documents as texts. */
  readonly showsWord?: boolean;
}

/** What a check rests on: the same inputs give the same result. */
interface Asked {
  readonly group: string;
  readonly given: Given;
  readonly inputs: readonly unknown[];
}

/** A check under way; undefined comes of it when a text has changed before its end. */
interface Run {
  readonly inputs: readonly unknown[];
  readonly result: Promise<FolderCheck | undefined>;
}

/** Blocks of past versions are forgotten after so many checks. */
const CHECKS_A_CACHE = 300;

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** The open documents and the files beside them, folder by folder. What was checked is kept until something changes. */
export class Workspace {
  private readonly host: RecentHost;
  private readonly editor: Editor;
  private readonly rules: readonly Rule[];
  private readonly disk: Disk;
  /** Group of each document, as last found. */
  private readonly homes = new Map<string, string>();
  private readonly folders = new Map<string, Lasting>();
  private readonly last = new Map<string, { readonly inputs: readonly unknown[]; readonly result: FolderCheck }>();
  private readonly running = new Map<string, Run>();
  private readonly clock: Clock;
  private readonly slow: SlowRules;
  private readonly lastGood = new LastGood();
  private readonly guard = new Guard(worked);
  private cache = new BlockCache();
  private checks = 0;

  constructor(host: Host, editor: Editor, rules: readonly Rule[], clock: Clock = () => performance.now()) {
    this.host = new RecentHost(host, clock);
    this.clock = clock;
    this.slow = new SlowRules((message) => host.log(message));
    this.disk = new Disk(this.host, editor.showsWord);
    this.editor = editor;
    this.rules = rules;
  }

  /**
   * Name of the group of documents that are checked together: the folder of the consultation as last found, else the
   * document's own folder, or the document itself when it is in none.
   */
  groupOf(uri: string): string {
    const file = fileOf(uri);
    return this.homes.get(keyOf(uri)) ?? keyOf(folderOf(file) ?? file);
  }

  /** The open Markdown documents that are checked with this one, itself included. */
  openWith(uri: string): readonly OpenDocument[] {
    const group = this.groupOf(uri);
    return this.drafts().filter((d) => this.groupOf(d.uri) === group);
  }

  /**
   * Checks the consultation of a document, its open versions before those on disk. A check that a newer text overtakes
   * is left, and what it has read serves the next: the result is of the texts of the moment it comes.
   */
  async check(uri: string): Promise<FolderCheck> {
    for (;;) {
      const { group, given, inputs } = await this.gather(uri);
      // From here on nothing waits: the texts are those of one moment.
      const before = this.last.get(group);
      if (before && same(before.inputs, inputs)) return before.result;
      // Two checks never work on one folder: another that is under way has its end first.
      const run = this.running.get(group) ?? this.start(group, given, inputs);
      const result = await run.result;
      if (result && same(run.inputs, inputs)) return result;
    }
  }

  /** All that the check of a document rests on now. */
  private async gather(uri: string): Promise<Asked> {
    // The client is asked while the disk is.
    const settings = this.editor.settingsFor(uri);
    const home = await this.settle(uri);
    const [section, found, lectures, disk] = await Promise.all([
      settings,
      home && findConfiguration(this.host, home.folder, this.rules),
      home && findLectures(this.host, home.folder),
      home ? this.disk.read(home) : { names: [], sources: [] },
    ]);
    const configuration = home && this.lastGood.steadied(keyOf(home.folder), found);
    const phrasebook = await phrasebookOf((section as { langue?: unknown } | null | undefined)?.langue);
    const open = this.openWith(uri).map((document) => toSource(document, home));
    const taken = new Set(open.map((s) => keyOf(s.uri)));
    const sources = once([...open, ...disk.sources.filter((s) => !taken.has(keyOf(s.uri)))]);
    sources.sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = [...new Set([...disk.names, ...open.map((s) => s.name)])];
    const today = this.host.today();
    const inputs = [
      today,
      JSON.stringify(section),
      configuration?.uri,
      configuration?.text,
      home?.described?.text,
      lectures?.text,
      lectures?.readable,
      names.join('\n'),
      ...sources.flatMap((s) => [s.uri, s.version, s.text ?? s.refused]),
    ];
    const { described } = home ?? {};
    const { rules, guard } = this;
    const { renders = false } = this.editor;
    const given = {
      renders,
      sources,
      names,
      rules,
      guard,
      today,
      section,
      configuration,
      described,
      lectures,
      phrasebook,
    };
    return { group: this.groupOf(uri), given, inputs };
  }

  /** Begins a check; it works at once as long as it may. */
  private start(group: string, given: Given, inputs: readonly unknown[]): Run {
    if (++this.checks % CHECKS_A_CACHE === 0) this.cache = new BlockCache();
    // Its consultation is edited in place from here on.
    this.last.delete(group);
    const lasting = this.folders.get(group) ?? { folder: new LastingFolder(), terms: new LastingTerms() };
    this.folders.set(group, lasting);
    const isWanted = () => this.isCurrent(given.sources);
    const course = { clock: this.clock, isWanted, watch: this.slow.watch() };
    const result = runSteps((pace) => folderSteps(lasting, this.cache, given, pace), course)
      .then((done) => {
        if (done) this.last.set(group, { inputs, result: done });
        return done;
      })
      .finally(() => this.running.delete(group));
    const run = { inputs, result };
    this.running.set(group, run);
    return run;
  }

  /** True while the editor holds these versions. */
  private isCurrent(sources: readonly Source[]): boolean {
    const versions = new Map([...this.editor.documents()].map((d) => [keyOf(d.uri), d.version]));
    return sources.every((s) => s.version === null || versions.get(keyOf(s.uri)) === s.version);
  }

  /** Files are known to have changed, or may have: they are looked at afresh. */
  forget(): void {
    this.host.forget();
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
}
