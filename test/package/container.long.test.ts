import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ODD } from '../cli/odd.ts';
import { dceLint, folder, inFolder } from '../cli/terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** An instruction of a container file, its lines joined. */
type Instruction = readonly [name: string, words: string];

const instructions = readFileSync(join(root, 'Containerfile'), 'utf8')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line): Instruction => [line.split(' ')[0] as string, line.slice(line.indexOf(' ') + 1)]);
const said = (name: string) => instructions.filter(([own]) => own === name).map(([, words]) => words);

/**
 * Goes through the instructions in folders that stand for the file systems of the stages: no engine, no base image, the machine's
 * own Node. Absolute paths of commands are put under the stage's folder.
 */
class Stages {
  private readonly path: string;
  private readonly stages: { readonly root: string; readonly name: string | undefined; at: string }[] = [];

  constructor(path: string) {
    this.path = path;
  }

  /** Folder of the last stage: the image. */
  get image(): string {
    return this.now.root;
  }

  private get now() {
    return this.stages.at(-1) as (typeof this.stages)[number];
  }

  run([name, words]: Instruction): void {
    const { now } = this;
    if (name === 'FROM') {
      const as = / AS (\w+)$/.exec(words)?.[1];
      const own = join(this.path, `stage-${this.stages.length}`);
      mkdirSync(own);
      // What a base image has.
      for (const path of ['usr/local/bin', 'usr/local/lib', 'usr/local/share'])
        mkdirSync(join(own, path), { recursive: true });
      this.stages.push({ root: own, name: as, at: own });
    } else if (name === 'WORKDIR') {
      now.at = join(now.root, words);
      mkdirSync(now.at, { recursive: true });
    } else if (name === 'COPY') this.copy(words);
    else if (name === 'RUN') {
      const command = words.replace(/(?<![\w.])\/(?=usr\/|src\/)/g, `${now.root}/`);
      const env = { ...process.env, npm_config_prefer_offline: 'true' };
      execFileSync('sh', ['-e', '-c', command], { cwd: now.at, env, stdio: ['ignore', 'ignore', 'inherit'] });
    } else assert.ok(['ARG', 'LABEL', 'USER', 'ENTRYPOINT', 'CMD'].includes(name), name);
  }

  private copy(words: string): void {
    const { now } = this;
    if (words === '. .') {
      for (const path of context()) {
        mkdirSync(dirname(join(now.at, path)), { recursive: true });
        cpSync(join(root, path), join(now.at, path));
      }
      return;
    }
    const [from = '', ...paths] = words.split(' ');
    const stage = this.stages.find((s) => s.name === from.replace('--from=', ''));
    assert.ok(stage, from);
    const to = paths.pop() as string;
    for (const path of paths) {
      const inside = to.endsWith('/') ? join(to, path.split('/').at(-1) as string) : to;
      cpSync(join(stage.root, path), join(now.root, inside), { recursive: true });
    }
  }
}

/** Files of the project that a build is given. */
function context(): string[] {
  const left = readFileSync(join(root, '.containerignore'), 'utf8').split('\n').filter(Boolean);
  const names = left.map((name) => name.replace('**/', ''));
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  return listed.filter((path) => existsSync(join(root, path)) && !path.split('/').some((part) => names.includes(part)));
}

describe('The container file', () => {
  it('builds from a base that its digest names, which has no default', () => {
    assert.ok(said('ARG').includes('EMPREINTE'));
    for (const from of said('FROM')) assert.match(from, /^\$\{BASE\}@\$\{EMPREINTE\}(?: AS build)?$/);
    assert.match(readFileSync(join(root, 'README.md'), 'utf8'), /--build-arg EMPREINTE=sha256:…/);
    assert.deepEqual(said('USER'), ['node']);
  });

  it('has steps that, run in empty folders, give a program that checks, with licence, manual and schemas', () =>
    inFolder({}, async (path) => {
      const stages = new Stages(path);
      for (const instruction of instructions) stages.run(instruction);
      const { image } = stages;
      for (const file of [
        'doc/dce-lint/LICENSE',
        'doc/dce-lint/THIRD_PARTY_NOTICES.txt',
        'man/man1/dce-lint.1',
        'dce-lint/schemas/check-report.schema.json',
      ])
        assert.ok(existsSync(join(image, 'usr/local/share', file)), file);
      // Nothing else of the build is there when it runs.
      rmSync(join(path, 'stage-0'), { recursive: true });
      const [program = '', ...more] = [...said('ENTRYPOINT'), ...said('CMD')].flatMap(
        (words) => JSON.parse(words) as string[],
      );
      const own = folder(ODD);
      try {
        const env = { ...process.env, PATH: `${join(image, 'usr/local/bin')}${delimiter}${process.env.PATH}` };
        for (const args of [[], ['--format', 'html'], ['--format', 'json']]) {
          const line = [...more, ...args, '--date', '2026-12-01'];
          const { stdout, stderr, status } = spawnSync(program, line, { cwd: own.path, env, encoding: 'utf8' });
          const here = await dceLint(own.path, line, day());
          assert.deepEqual([stdout, stderr, status], [here.out, here.err, here.code], args.join(' '));
        }
        writeFileSync(join(own.path, 'x.docx'), 'abîmé');
        const broken = spawnSync(program, more, { cwd: own.path, env, encoding: 'utf8' });
        assert.equal(broken.status, 2);
        assert.match(broken.stderr, /x\.docx/);
      } finally {
        own.remove();
      }
    })).timeout(600_000);
});

/** Today, for a program that has no other. */
function day() {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return { today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` };
}
