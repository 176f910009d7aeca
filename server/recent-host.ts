import type { Host } from './host.ts';
import type { Clock } from './steps.ts';

/** Milliseconds for which what the world answered is held for true. */
const LASTS = 1000;

/**
 * A host that asks the same of the world once a second at most: every keystroke looks for the same few files, and a shared
 * drive takes its time.
 */
export class RecentHost implements Host {
  private readonly host: Host;
  private readonly clock: Clock;
  private answers = new Map<string, Promise<unknown>>();
  private since = 0;

  constructor(host: Host, clock: Clock) {
    this.host = host;
    this.clock = clock;
  }

  /** Something is known to have changed: all is asked again. */
  forget(): void {
    this.answers = new Map();
  }

  get word(): Host['word'] {
    return this.host.word;
  }

  reaches(uri: string): boolean {
    return this.host.reaches(uri);
  }

  readFile(uri: string): ReturnType<Host['readFile']> {
    return this.recent(`read ${uri}`, () => this.host.readFile(uri));
  }

  stat(uri: string): ReturnType<Host['stat']> {
    return this.recent(`stat ${uri}`, () => this.host.stat(uri));
  }

  listDirectory(uri: string): ReturnType<Host['listDirectory']> {
    return this.recent(`list ${uri}`, () => this.host.listDirectory(uri));
  }

  listFolders(uri: string): ReturnType<Host['listFolders']> {
    return this.recent(`folders ${uri}`, () => this.host.listFolders(uri));
  }

  today(): string {
    return this.host.today();
  }

  log(message: string): void {
    this.host.log(message);
  }

  private recent<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const now = this.clock();
    if (now - this.since > LASTS) {
      this.answers = new Map();
      this.since = now;
    }
    const known = this.answers.get(question) as Promise<T> | undefined;
    if (known) return known;
    const answer = ask();
    this.answers.set(question, answer);
    return answer;
  }
}
