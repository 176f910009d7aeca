import { type ChildProcess, fork } from 'node:child_process';
import type { Server } from './api.ts';
import type { Call, Outcome, Program } from './assistants.ts';

/** An editor's own program is Node when it is told so. */
const AS_NODE = { ELECTRON_RUN_AS_NODE: '1' };

type Answer = { readonly id: number; readonly outcome: Outcome };

/** Our command line, started at the first call and ended with the window: a long check holds up nobody. */
export class CommandLine implements Program {
  private readonly module: string;
  private readonly execArgv: readonly string[];
  private child: ChildProcess | undefined;
  private calls = 0;
  private readonly waiting = new Map<number, { resolve(outcome: Outcome): void; reject(error: Error): void }>();

  constructor(module: string, execArgv: readonly string[]) {
    this.module = module;
    this.execArgv = execArgv;
  }

  call(call: Call): Promise<Outcome> {
    const child = this.child ?? this.start();
    this.child = child;
    const id = ++this.calls;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      child.send({ id, ...call });
    });
  }

  server(folders: readonly string[], version: string): Server {
    return { command: process.execPath, args: [this.module, 'mcp', ...folders], env: AS_NODE, version };
  }

  dispose(): void {
    this.child?.kill();
  }

  private start(): ChildProcess {
    const env = { ...process.env, ...AS_NODE };
    const child = fork(this.module, ['mcp', '--ipc'], {
      env,
      execArgv: [...this.execArgv],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', ({ id, outcome }: Answer) => {
      this.waiting.get(id)?.resolve(outcome);
      this.waiting.delete(id);
    });
    const end = (error: Error) => {
      if (this.child === child) this.child = undefined;
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    child.once('error', end);
    child.once('exit', (code, signal) => end(new Error(`dce-lint s’est arrêté (${signal ?? code}) : redemander`)));
    return child;
  }
}
