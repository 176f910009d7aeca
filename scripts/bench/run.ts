import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a whole process. */
export interface Run {
  /** Wall time. */
  readonly ms: number;
  /** Most memory it held, MiB; of the process alone, not of those it starts. */
  readonly mib: number;
}

/** High-water mark of a process's memory, MiB; 0 once it is gone, or where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a command to its end, whatever its exit code: linters end in 1 when they find something. */
export function run(
  [program, ...args]: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program as string, args, {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, ...more, NO_COLOR: '1' },
    });
    let mib = 0;
    const watch = setInterval(() => {
      mib = Math.max(mib, memoryOf(child.pid as number));
    }, 20);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code === null || code > 2) reject(new Error(`${program} ${args.join(' ')} ended in ${code}`));
      else resolve({ ms: performance.now() - start, mib });
    });
  });
}

/** The value below which a share of them stands. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Medians of so many runs. */
export async function runs(command: readonly string[], cwd: string, times: number): Promise<Run> {
  const all: Run[] = [];
  for (let i = 0; i < times; i++) all.push(await run(command, cwd));
  return { ms: median(all.map((r) => r.ms)), mib: median(all.map((r) => r.mib)) };
}
