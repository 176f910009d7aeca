import { BlockCache } from '../rules/kit/markdown/block.ts';
import type { Consultation, Piece } from '../rules/kit/piece.ts';
import type { Rule } from '../rules/kit/rule.ts';
import { type Configuration, findConfiguration } from './configuration.ts';
import { check, readFolder } from './core/check.ts';
import { decode, LARGEST } from './core/decode.ts';
import { identities } from './core/identity.ts';
import type { Failure, Finding } from './core/lint.ts';
import { readSettings, resolveSettings, type Settings } from './core/settings.ts';
import type { Suppressed } from './core/suppress.ts';
import type { Host, Stamp } from './host.ts';
import { child, folderOf, keyOf, nameOf, pathFrom } from './uri.ts';

/** A document as the editor holds it. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  getText(): string;
}

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

/** A folder once checked: its files are one consultation. */
export interface FolderCheck {
  readonly consultation: Consultation;
  /** By `keyOf` of the address. */
  readonly files: ReadonlyMap<string, FileCheck>;
  readonly identities: ReadonlyMap<Finding, string>;
  readonly settings: Settings;
  readonly configuration: Configuration | undefined;
  readonly failures: readonly Failure[];
}

/** A Markdown file, or why it cannot be read. */
interface Source {
  readonly uri: string;
  readonly name: string;
  readonly version: number | null;
  readonly text: string | undefined;
  readonly refused: string | undefined;
}

/** A folder with more Markdown files is no consultation: those beyond, by name, are read only when they are open. */
const MOST_FILES = 200;
/** Blocks of past versions are forgotten after so many checks. */
const CHECKS_A_CACHE = 300;

const isMarkdown = (name: string) => /\.(?:md|markdown)$/i.test(name);

const NOT_A_PIECE =
  'Ce fichier n’est reconnu comme aucune pièce : ni l’en-tête « dce: », ni le titre, ni le nom du fichier, ni le texte ne disent si c’est un RC, un CCTP, un CCAP, un AE…';

/** The open documents and the files beside them, folder by folder. What was checked is kept until something changes. */
export class Workspace {
  private readonly host: Host;
  private readonly editor: Editor;
  private readonly rules: readonly Rule[];
  private readonly onDisk = new Map<string, { readonly stamp: Stamp; readonly source: Source }>();
  private readonly last = new Map<string, { readonly inputs: readonly unknown[]; readonly result: FolderCheck }>();
  private cache = new BlockCache();
  private checks = 0;

  constructor(host: Host, editor: Editor, rules: readonly Rule[]) {
    this.host = host;
    this.editor = editor;
    this.rules = rules;
  }

  /** Name of the group of documents that are checked together: the folder, or the document itself when it is in none. */
  groupOf(uri: string): string {
    return keyOf(folderOf(uri) ?? uri);
  }

  /** The open Markdown documents that are checked with this one, itself included. */
  openWith(uri: string): readonly OpenDocument[] {
    const group = this.groupOf(uri);
    return [...this.editor.documents()].filter(
      (d) => (d.languageId === 'markdown' || isMarkdown(nameOf(d.uri))) && this.groupOf(d.uri) === group,
    );
  }

  /** Checks the folder of a document, its open versions before those on disk. */
  async check(uri: string): Promise<FolderCheck> {
    const folder = folderOf(uri);
    const [section, configuration, disk] = await Promise.all([
      this.editor.settingsFor(uri),
      folder === undefined ? undefined : findConfiguration(this.host, folder, this.rules),
      folder === undefined ? { names: [], sources: [] } : this.readDisk(folder),
    ]);
    // From here on nothing waits: the open texts are those of one moment.
    const open = this.openWith(uri).map(toSource);
    const taken = new Set(open.map((s) => keyOf(s.uri)));
    const sources = [...open, ...disk.sources.filter((s) => !taken.has(keyOf(s.uri)))];
    sources.sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = [...new Set([...disk.names, ...open.map((s) => s.name)])];
    const inputs = [
      this.host.today(),
      JSON.stringify(section),
      configuration?.uri,
      configuration?.text,
      names.join('\n'),
      ...sources.flatMap((s) => [s.uri, s.version, s.text ?? s.refused]),
    ];
    const group = this.groupOf(uri);
    const before = this.last.get(group);
    if (before && before.inputs.length === inputs.length && inputs.every((v, i) => v === before.inputs[i]))
      return before.result;
    const result = this.compute(sources, names, section, configuration);
    this.last.set(group, { inputs, result });
    return result;
  }

  /** Forgets the folders in which nothing is open any more. */
  prune(): void {
    const groups = new Set([...this.editor.documents()].map((d) => this.groupOf(d.uri)));
    for (const group of this.last.keys()) if (!groups.has(group)) this.last.delete(group);
    for (const key of this.onDisk.keys()) if (!groups.has(this.groupOf(key))) this.onDisk.delete(key);
  }

  private compute(
    sources: readonly Source[],
    names: readonly string[],
    section: unknown,
    configuration: Configuration | undefined,
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
    const { consultation, others } = readFolder(
      read.map((s) => ({ path: s.name, text: s.text ?? '' })),
      { date: settings.date?.value ?? this.host.today(), files: names, cache: this.cache },
    );
    const { findings, suppressed, failures } = check(consultation, { rules: this.rules, settings });
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
      failures,
    };
  }

  private async readDisk(folder: string): Promise<{ names: readonly string[]; sources: readonly Source[] }> {
    const names = (await this.host.listDirectory(folder)) ?? [];
    const drafts = [...names].filter(isMarkdown).sort().slice(0, MOST_FILES);
    const sources = await Promise.all(drafts.map((name) => this.readFile(folder, name)));
    return { names, sources: sources.filter((s) => s !== undefined) };
  }

  private async readFile(folder: string, name: string): Promise<Source | undefined> {
    const uri = child(folder, name);
    const stamp = await this.host.stat(uri);
    if (!stamp) return undefined;
    const known = this.onDisk.get(keyOf(uri));
    if (known && known.stamp.mtime === stamp.mtime && known.stamp.size === stamp.size) return known.source;
    const bytes = await this.host.readFile(uri);
    if (!bytes) return undefined;
    const decoded = decode(bytes);
    const source: Source = {
      uri,
      name,
      version: null,
      text: decoded.ok ? decoded.text : undefined,
      refused: decoded.ok ? undefined : decoded.reason,
    };
    this.onDisk.set(keyOf(uri), { stamp, source });
    return source;
  }
}

const toSource = (document: OpenDocument): Source => {
  const text = document.getText();
  const refused = text.length > LARGEST ? 'ce fichier est trop gros pour une pièce : il n’est pas vérifié.' : undefined;
  return { uri: document.uri, name: nameOf(document.uri), version: document.version, text, refused };
};
