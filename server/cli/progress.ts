import type { Terminal } from './io.ts';

/** Work shorter than this many consultations shows no progress. */
const SHORT = 10;

/** Milliseconds before a pace is worth telling. */
const SURE = 3000;

/** A line on standard error that counts consultations, on a terminal only; gone when the work is done. */
export class Progress {
  private done = 0;
  private readonly start: number | undefined;
  private readonly total: number;
  private readonly terminal: Terminal;

  constructor(total: number, terminal: Terminal) {
    this.total = total;
    this.terminal = terminal;
    this.start = terminal.elapsed?.();
  }

  private get shown(): boolean {
    return this.terminal.interactive === true && this.total > SHORT;
  }

  step(): void {
    this.done++;
    if (!this.shown) return;
    const percent = Math.floor((100 * this.done) / this.total);
    this.terminal.err(`\r\u001b[K${this.done} consultations sur ${this.total} (${percent} %)${this.left}`);
  }

  /** About how long it lasts still, at the pace so far; empty while too little is done to tell, and where it is soon over. */
  private get left(): string {
    const now = this.terminal.elapsed?.();
    if (now === undefined || this.start === undefined) return '';
    const seconds = Math.round(((now - this.start) / 1000) * (this.total / this.done - 1));
    if (now - this.start < SURE || seconds < 5) return '';
    if (seconds < 60) return `, encore ${seconds} s environ`;
    return seconds < 3600
      ? `, encore ${Math.round(seconds / 60)} min environ`
      : `, encore ${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} environ`;
  }

  end(): void {
    if (this.shown) this.terminal.err('\r\u001b[K');
  }
}
