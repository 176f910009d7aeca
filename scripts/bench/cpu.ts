import { readFileSync } from 'node:fs';

/**
 * Milliseconds for which a processor has worked for the main thread of a live process, from `/proc`: what else the machine does
 * changes it far less than the clock, and the threads that collect or compile beside it, which vary from run to run, are left
 * out. Throws where the system does not tell.
 */
export const cpuOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

/** For `node --require`: writes, as a process ends, what it has taken of the processors, in milliseconds, to `CPU_TO`. */
export const AT_EXIT =
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); require('fs').writeFileSync(process.env.CPU_TO, String((user + system) / 1000)); });\n";
