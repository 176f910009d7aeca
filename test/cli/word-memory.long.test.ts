import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ooxml, p, r } from '../word/ooxml.ts';
import { inFolder } from './terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = pathToFileURL(`${root}server/cli/program.ts`).href;

/** Checks and annotates a folder in a process of its own: exit code, and megabytes at most. */
const SCRIPT = `
const { run } = await import(${JSON.stringify(program)});
const quiet = { out() {}, err() {}, colour: false, today: '2026-12-01', stdin: async () => new Uint8Array() };
const code = await run(['check', '.', '--annotate', 'relu'], { cwd: process.argv[1], ...quiet });
console.log(JSON.stringify({ code, memory: process.resourceUsage().maxRSS / 1024 }));
`;

describe('dce-lint check of a Word document of 20 MB', () => {
  it('takes less than 600 MB, copy included', () => {
    const files = { 'word/media/image1.png': Uint8Array.from(randomBytes(20_000_000)) };
    const document = ooxml({
      body: p(r('Règlement de la consultation')) + p(r('Les variantes sont autorisées.')),
      files,
    });
    return inFolder({ 'RC.docx': document }, async (cwd) => {
      const args = ['--import', 'tsx', '--input-type=module', '-e', SCRIPT, cwd];
      const { code, memory } = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
      assert.equal(code, 1);
      assert.ok(memory < 600, `${memory} MB`);
    });
  });
});
