import type { Terminal } from './io.ts';

/** Work shorter than this many consultations shows no progress. */
const SHORT = 10;

/** A line on standard error that counts consultations, on a terminal only; gone when the work is done. */
export class Progress {
  private done = 0;
  private readonly total: number;
  private readonly terminal: Terminal;

  constructor(total: number, terminal: Terminal) {
    this.total = total;
    this.terminal = terminal;
  }

  private get shown(): boolean {
    return this.terminal.interactive === true && this.total > SHORT;
  }

  step(): void {
    this.done++;
    if (!this.shown) return;
    const percent = Math.floor((100 * this.done) / this.total);
    this.terminal.err(`\r\u001b[K${this.done} consultations sur ${this.total} (${percent} %)`);
  }

  end(): void {
    if (this.shown) this.terminal.err('\r\u001b[K');
  }
}
