import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { Span } from '../../rules/kit/span.ts';
import { modelFailure } from '../../rules/reading/hear.ts';
import { rangeIn, SOURCE } from '../convert.ts';
import { DCE } from '../core/dce.ts';
import { misconfigured } from '../core/notices.ts';
import { digest } from '../digest.ts';
import { isCompanion } from '../forms.ts';
import { keyOf, nameOf } from '../uri.ts';
import type { FileCheck, FolderCheck } from '../workspace.ts';
import type { Context } from './context.ts';
import { diagnosticsOf } from './diagnostics-of.ts';
import { Dossiers } from './dossier.ts';
import { sendStatus } from './status.ts';

/** How the client gets its diagnostics. */
export interface Delivery {
  /** It asks for them; else they are sent to it. */
  readonly pull: boolean;
  /** It can be told to ask again. */
  readonly refresh: boolean;
  /** Milliseconds of quiet before diagnostics are sent, or before the client is told to ask again. */
  readonly delay: number;
}

/** Gives diagnostics to the client: on request, or sent after a short quiet to a client that does not ask. */
export class Diagnostics {
  private readonly context: Context;
  private readonly delivery: Delivery;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** What the client was last given, by document. */
  private readonly given = new Map<string, string>();
  /** Files that govern each consultation (configuration, `dce.yaml`), and what was last said of each file. */
  private readonly governed = new Map<string, readonly string[]>();
  private readonly faults = new Map<string, string>();
  private readonly logged = new Set<string>();
  /** Documents of which the client was sent diagnostics. */
  private readonly sent = new Set<string>();
  private readonly dossiers: Dossiers;

  constructor(context: Context, delivery: Delivery) {
    this.context = context;
    this.dossiers = new Dossiers(context);
    this.delivery = delivery;
  }

  /** Answers a request. A request the client has given up is dropped. */
  async pull(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const folder = await this.context.workspace.check(uri);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'outdated');
    this.sayAside(uri, folder);
    const file = folder.files.get(keyOf(uri));
    const isOpen = file ? file.version !== null : this.context.documents.get(uri) !== undefined;
    // Clients ask a last time for what is closed: it stays in view with the other pieces of its consultation.
    const items = file && (isOpen || (await this.dossiers.shows(uri))) ? this.diagnosticsOf(folder, file) : [];
    this.countLines(uri);
    const resultId = JSON.stringify(items);
    const id = digest(resultId);
    if (isOpen) {
      this.given.set(keyOf(uri), resultId);
      this.dossiers.gave(uri, id);
      this.hold(uri, folder);
    }
    // The answer goes first.
    setTimeout(() => {
      this.refreshSiblings(uri, folder);
      sendStatus(this.context, uri, folder);
    });
    return previousResultId === id
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }

  /** Answers for the whole of the consultations in which a piece is open. */
  pullWorkspace(asked: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    return this.dossiers.pull(asked, token);
  }

  /** A document was opened: what was sent of its file is the client's to ask for now, or comes with it. */
  opened(uri: string): void {
    if (this.delivery.pull) this.dossiers.opened(uri);
  }

  /** A document was opened, changed or saved. */
  changed(uri: string): void {
    // Which documents go together may be other now.
    if (nameOf(uri) === DCE) this.recheck();
    else if (!this.delivery.pull) {
      // Nobody types yet in a text just opened: there is no quiet to wait for.
      const delay = this.sent.has(keyOf(uri)) ? this.delivery.delay : 0;
      this.soon(this.context.workspace.groupOf(uri), () => this.push(uri), delay);
    }
  }

  /** A document was closed: nothing is left of it, and its folder is looked at again with the file on disk. */
  closed(uri: string): void {
    this.given.delete(keyOf(uri));
    this.sent.delete(keyOf(uri));
    if (!this.delivery.pull) void this.context.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.context.workspace.prune();
    this.forget();
    this.dossiers.closed(uri);
    this.soon('dossiers', () => this.dossiers.deliver());
    const [sibling] = this.context.workspace.openWith(uri);
    if (!sibling) return;
    if (this.delivery.pull) this.refresh();
    else this.changed(sibling.uri);
  }

  /** Settings or files on disk have changed. */
  recheck(): void {
    if (this.delivery.pull) this.refresh();
    else
      for (const { uri } of this.context.documents.all())
        this.soon(this.context.workspace.groupOf(uri), () => this.push(uri));
  }

  private async push(uri: string): Promise<void> {
    const folder = await this.context.workspace.check(uri);
    this.sayAside(uri, folder);
    for (const document of this.context.workspace.openWith(uri)) {
      const file = folder.files.get(keyOf(document.uri));
      // A text that has changed meanwhile has its own turn coming.
      if (!file || file.version !== document.version) continue;
      const diagnostics = this.diagnosticsOf(folder, file);
      this.sent.add(keyOf(document.uri));
      this.countLines(document.uri);
      void this.context.connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
      this.dossiers.gave(document.uri, '');
      sendStatus(this.context, document.uri, folder);
    }
    this.hold(uri, folder);
  }

  /** An edit finds its place by the lines of the text, which are counted the first time they are asked for: before it comes. */
  private countLines(uri: string): void {
    void this.context.documents.get(uri)?.lineCount;
  }

  private diagnosticsOf(folder: FolderCheck, file: FileCheck): Diagnostic[] {
    return diagnosticsOf(this.context, folder, file.findings);
  }

  /** The other pieces of a consultation that was checked: the client is given what is new of them once the buyer rests. */
  private hold(uri: string, folder: FolderCheck): void {
    this.dossiers.checked(this.context.workspace.groupOf(uri), folder);
    this.soon('dossiers', () => this.dossiers.deliver());
  }

  /** The other open documents of the folder have other diagnostics than the client knows: it is told to ask, once. */
  private refreshSiblings(uri: string, folder: FolderCheck): void {
    let stale = false;
    for (const document of this.context.workspace.openWith(uri)) {
      const key = keyOf(document.uri);
      const file = folder.files.get(key);
      if (key === keyOf(uri) || !file) continue;
      const now = JSON.stringify(this.diagnosticsOf(folder, file));
      if (this.given.has(key) && this.given.get(key) !== now) stale = true;
      if (this.given.has(key)) this.given.set(key, now);
    }
    if (stale) this.refresh();
  }

  private refresh(): void {
    if (!this.delivery.refresh) return;
    this.soon('', async () => this.context.connection.languages.diagnostics.refresh());
  }

  private soon(key: string, run: () => Promise<void>, delay = this.delivery.delay): void {
    clearTimeout(this.timers.get(key));
    const timer = setTimeout(() => {
      this.timers.delete(key);
      run().catch((error: unknown) => this.context.host.log(String(error)));
    }, delay);
    this.timers.set(key, timer);
  }

  /** Stops what is waiting. */
  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.dossiers.dispose();
  }

  /** What concerns no draft: the own faults of configuration, `dce.yaml` and refused readings, wrong editor settings, errors of rules. */
  private sayAside(uri: string, folder: FolderCheck): void {
    const { configuration, described, lectures, settings, failures } = folder;
    const group = this.context.workspace.groupOf(uri);
    const beside = [...folder.files.values()].filter((file) => isCompanion(nameOf(file.uri)));
    const files = [configuration, described, lectures].flatMap((file) => file?.uri ?? []);
    this.governed.set(group, [...files, ...beside.map((file) => file.shown)]);
    this.forget();
    if (configuration) this.sayFaults(configuration.uri, configuration.text, configuration.layer.problems);
    if (described) this.sayFaults(described.uri, described.text, described.problems);
    if (lectures) this.sayFaults(lectures.uri, lectures.text ?? '', lectures.problems);
    // They are open in no editor, which would ask for what is said of them.
    for (const file of beside) {
      const unread = file.reason ? [toFault('', { start: 0, end: 0 }, file.reason)] : [];
      this.say(file.shown, file.piece ? [...this.diagnosticsOf(folder, file), ...unread] : unread);
    }
    for (const { label, message } of settings.problems)
      if (label !== configuration?.layer.label) this.warnOnce(`DCE Lint, ${label} : ${message}`);
    const unheard = modelFailure();
    if (unheard) this.logOnce(unheard);
    for (const { rule, piece, error } of failures) this.logOnce(`${rule}, ${piece.path}: ${traceOf(error)}`);
  }

  /** Takes back what was said of files that govern no open document any more. */
  private forget(): void {
    const { workspace, documents } = this.context;
    const groups = new Set(documents.all().map((d) => workspace.groupOf(d.uri)));
    for (const group of this.governed.keys()) if (!groups.has(group)) this.governed.delete(group);
    const governing = new Set([...this.governed.values()].flat());
    for (const uri of this.faults.keys()) if (!governing.has(uri)) this.sayFaults(uri, '', []);
  }

  private sayFaults(uri: string, text: string, problems: readonly { at?: Span; message: string }[]): void {
    this.say(
      uri,
      problems.map(({ at, message }) => toFault(text, at ?? { start: 0, end: 0 }, message)),
    );
  }

  /** Sends what is said of a file that the client does not ask of, where it is not what was said last. */
  private say(uri: string, diagnostics: Diagnostic[]): void {
    const now = JSON.stringify(diagnostics);
    if ((this.faults.get(uri) ?? '[]') === now) return;
    if (diagnostics.length === 0) this.faults.delete(uri);
    else this.faults.set(uri, now);
    void this.context.connection.sendDiagnostics({ uri, diagnostics });
  }

  /** What is wrong in the editor's settings stands in no file of the consultation: the buyer is told, once. */
  private warnOnce(message: string): void {
    const { connection } = this.context;
    if (!this.logged.has(message))
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    this.logOnce(message);
  }

  private logOnce(message: string): void {
    if (this.logged.has(message)) return;
    this.logged.add(message);
    this.context.host.log(message);
  }
}

/** A fault of the configuration file. */
const traceOf = (error: unknown): string => (error instanceof Error && error.stack) || String(error);

const toFault = (text: string, at: Span, message: string): Diagnostic => ({
  range: rangeIn(text, at),
  severity: DiagnosticSeverity.Warning,
  source: SOURCE,
  code: misconfigured.id,
  message,
});
