const two = (n: number) => String(n).padStart(2, '0');

/** The day, `YYYY-MM-DD`, where the program runs. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Milliseconds that this program has worked, from any origin: what else the machine does does not count. A browser tells
 * only what has passed.
 */
export function worked(): number {
  if (typeof process === 'undefined' || typeof process.cpuUsage !== 'function') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
