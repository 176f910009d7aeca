import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { LEVELS } from '../../rules/kit/rule.ts';
import { SOURCE } from '../convert.ts';
import type { Finding } from '../core/lint.ts';
import { digest } from '../digest.ts';
import { isCompanion } from '../forms.ts';
import { keyOf, nameOf } from '../uri.ts';
import type { FileCheck, FolderCheck } from '../workspace.ts';
import type { Context } from './context.ts';
import { diagnosticsOf } from './diagnostics-of.ts';

/** Findings of the closed pieces of one consultation that the client is given; an editor lists no more to any use. */
export const MOST_TOLD = 1000;

/** What the client is to have of a file. */
interface Report {
  readonly uri: string;
  readonly version: number | null;
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

interface Known {
  readonly uri: string;
  readonly id: string;
}

const isOpen = ({ version }: FileCheck): boolean => version !== null;
const byLevel = (a: Finding, b: Finding): number => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);

/** The name of no diagnostics at all. */
const NOTHING = digest('[]');

/**
 * The consultations of the open pieces, whole: what is found in their other pieces too. A client that asks for the diagnostics
 * of its workspace has its request held until something is new; to any other they are sent.
 */
export class Dossiers {
  private readonly context: Context;
  /** The last check of each consultation in which a piece is open. */
  private readonly checks = new Map<string, FolderCheck>();
  /** What the client has of each file, by whichever way it came. */
  private readonly given = new Map<string, Known>();
  private readonly waiting = new Set<() => void>();
  /** Documents of which the client asks for itself. */
  private readonly own = new Set<string>();
  /** The client asks for the diagnostics of its workspace. */
  private asks = false;
  private deliveries = 0;

  constructor(context: Context) {
    this.context = context;
  }

  /** Answers for all the consultations in view, once the client has not all of it. */
  async pull(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    if (!this.asks) this.takeBack();
    this.asks = true;
    const has = new Map(previousResultIds.map(({ uri, value }) => [keyOf(uri), { uri, id: value }]));
    await this.look();
    for (;;) {
      const before = this.deliveries;
      const news = token.isCancellationRequested ? [] : await this.news(has);
      if (news.length > 0 || token.isCancellationRequested)
        return {
          items: news.map(({ uri, version, id, items }) => ({
            kind: DocumentDiagnosticReportKind.Full,
            uri,
            version,
            resultId: id,
            items: [...items],
          })),
        };
      if (this.deliveries === before) await this.change(token);
    }
  }

  /** A consultation was checked. */
  checked(group: string, folder: FolderCheck): void {
    this.checks.set(group, folder);
  }

  /** The client has asked for the diagnostics of a document, and has them. */
  gave(uri: string, id: string): void {
    this.own.add(keyOf(uri));
    this.given.set(keyOf(uri), { uri, id });
  }

  /** Hands over what is new: to be called once the buyer rests. */
  async deliver(): Promise<void> {
    this.deliveries++;
    if (this.asks) for (const wake of [...this.waiting]) wake();
    else
      for (const { uri, items } of await this.news(new Map()))
        void this.context.connection.sendDiagnostics({ uri, diagnostics: [...items] });
  }

  /** A document is open from now on: it has diagnostics of its own, and those that were sent for its file go. */
  opened(uri: string): void {
    if (this.asks || !this.given.has(keyOf(uri))) return;
    this.given.delete(keyOf(uri));
    void this.context.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** A document is closed: its client may have dropped what it had of it. */
  closed(uri: string): void {
    this.own.delete(keyOf(uri));
    if (!this.asks) this.given.delete(keyOf(uri));
    const { documents, workspace } = this.context;
    const groups = new Set(documents.all().map((d) => workspace.groupOf(d.uri)));
    for (const group of this.checks.keys()) if (!groups.has(group)) this.checks.delete(group);
  }

  /** Whether a closed file is one of a consultation in view. */
  async shows(uri: string): Promise<boolean> {
    const [open] = this.context.workspace.openWith(uri);
    return open !== undefined && this.isWhole(open.uri);
  }

  dispose(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private async look(): Promise<void> {
    const { documents, workspace } = this.context;
    for (const { uri } of documents.all()) {
      const folder = await workspace.check(uri);
      this.checks.set(workspace.groupOf(uri), folder);
    }
  }

  /** What the client has not yet; it is taken to have it from then on. */
  private async news(has: ReadonlyMap<string, Known>): Promise<Report[]> {
    const wanted = await this.wanted();
    for (const [key, { uri }] of [...has, ...this.given])
      if (!wanted.has(key)) wanted.set(key, { uri, version: null, id: NOTHING, items: [] });
    const news: Report[] = [];
    for (const [key, report] of wanted) {
      if (this.own.has(key)) continue;
      const ids = [has.get(key), this.given.get(key)].flatMap((known) => known?.id ?? []);
      if (report.id === NOTHING) this.given.delete(key);
      else this.given.set(key, { uri: report.uri, id: report.id });
      if (!(ids.length > 0 ? ids : [NOTHING]).includes(report.id)) news.push(report);
    }
    return news;
  }

  /** What the client is to have of each file of which it does not ask for itself. */
  private async wanted(): Promise<Map<string, Report>> {
    const reports = new Map<string, Report>();
    for (const folder of this.checks.values()) {
      // What is said of price schedules and notices is sent beside, under the address of their rendering.
      const files = [...folder.files.values()].filter((file) => !isCompanion(nameOf(file.uri)));
      const open = files.find(isOpen);
      const whole = open !== undefined && (await this.isWhole(open.uri));
      const shown = files.filter((file) => !this.own.has(keyOf(file.uri)) && (isOpen(file) ? this.asks : whole));
      for (const report of this.reportsOf(folder, shown)) reports.set(keyOf(report.uri), report);
    }
    return reports;
  }

  private reportsOf(folder: FolderCheck, files: readonly FileCheck[]): Report[] {
    const all = files.flatMap((file) => file.findings);
    const kept = all.length > MOST_TOLD && new Set(all.sort(byLevel).slice(0, MOST_TOLD));
    return files.map(({ uri, version, findings }) => {
      const told = kept ? findings.filter((f) => kept.has(f)) : findings;
      const items = diagnosticsOf(this.context, folder, told);
      const more = findings.length - told.length;
      if (more > 0) items.push(restOf(folder, more));
      return { uri, version, items, id: digest(JSON.stringify(items)) };
    });
  }

  private async isWhole(uri: string): Promise<boolean> {
    const section = await this.context.settingsOf(uri);
    return (section as { portee?: unknown } | null | undefined)?.portee !== 'pieces-ouvertes';
  }

  private change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const given = token.onCancellationRequested(() => done());
      const done = () => {
        this.waiting.delete(done);
        given.dispose();
        resolve();
      };
      this.waiting.add(done);
    });
  }

  /** What was sent before the client asked: it would have all twice. */
  private takeBack(): void {
    for (const [key, { uri }] of this.given)
      if (!this.context.documents.get(uri)) {
        this.given.delete(key);
        void this.context.connection.sendDiagnostics({ uri, diagnostics: [] });
      }
  }
}

/** A line for the findings that are not listed. */
const restOf = ({ phrasebook }: FolderCheck, more: number): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Information,
  source: SOURCE,
  message: phrasebook.say(
    more === 1
      ? 'Et 1 constat de plus dans cette pièce : l’ouvrir pour le voir.'
      : `Et ${more} constats de plus dans cette pièce : l’ouvrir pour les voir.`,
  ),
});
