/** Milliseconds within which the restarts are counted, and how many there may be. */
const SPAN = 3 * 60 * 1000;
const MOST = 5;

/** Counts the times that the server had to be started again. */
export class RestartCount {
  private past: readonly number[] = [];

  /** True when the server may be started again; that is counted. `now`: milliseconds. */
  mayRestart(now: number): boolean {
    this.past = this.past.filter((at) => now - at < SPAN);
    if (this.past.length >= MOST) return false;
    this.past = [...this.past, now];
    return true;
  }
}
