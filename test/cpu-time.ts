/** Milliseconds of this process alone that something takes: what else the machine does is of no matter. For ratios only. */
export function cpuTime(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
