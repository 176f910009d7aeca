import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byThread, jobsFor } from '../../server/cli/judge.ts';
import { Workers } from '../../server/cli/workers.ts';
import { said } from '../../server/core/not-checked.ts';
import { ODD } from './odd.ts';
import { BUILT, dceLint, inFolder } from './terminal.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

const FOLDERS = ['consultation-conforme', 'consultation-fautive'];

/** A consultation of the examples, drafts with odd words, a README, a file that is no piece. */
function corpus(): string {
  const path = mkdtempSync(join(tmpdir(), 'dce-lint-jobs-'));
  for (const name of FOLDERS) cpSync(join(examples, name), join(path, name), { recursive: true });
  for (const [name, text] of Object.entries(ODD)) {
    cpSync(join(examples, 'consultation-conforme'), join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  writeFileSync(join(path, 'notes.md'), '# Compte rendu\n\nRien à dire.\n');
  return path;
}

/** A run of the program as shipped, whose threads start in a third of the time that those of the sources take. */
function shipped(cwd: string, args: readonly string[]) {
  const day = args.includes('--date') ? [] : ['--date', '2026-12-01'];
  const done = spawnSync(process.execPath, [BUILT, ...args, ...day], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe('dce-lint check --jobs', () => {
  let drafts: string;
  before(() => {
    drafts = corpus();
  });
  after(() => rmSync(drafts, { recursive: true }));

  for (const format of ['json', 'sarif', 'text', 'junit'])
    it(`gives in ${format}, byte for byte, what one job gives`, () => {
      const one = shipped(drafts, ['check', '--jobs', '1', '--format', format]);
      const two = shipped(drafts, ['check', '--jobs', '2', '--format', format]);
      assert.deepEqual(two, one);
      assert.ok(one.out.length > 0 && one.err.includes('notes.md'), one.err);
    }).timeout(120_000);

  it('gives the same under settings, levels, a day, a language and a baseline', () =>
    inFolder({}, async (out) => {
      const baseline = join(out, 'connus.json');
      shipped(drafts, ['check', '--jobs', '2', '--write-baseline', baseline, '--rule', 'variantes/*=off']);
      for (const more of [
        ['--baseline', baseline],
        ['--rule', 'redaction/entete-invalide=off', '--min-level', 'warning'],
        ['--date', '2018-01-01', '--lang', 'en'],
      ]) {
        const run = (jobs: string) => shipped(drafts, ['check', '--format', 'json', '--jobs', jobs, ...more]);
        const two = run('2');
        assert.deepEqual(two, run('1'));
        assert.ok(two.out.length > 0, two.err);
      }
    })).timeout(120_000);

  it('counts consultations on a terminal as they are done', async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}/ae.md`, '# Acte d’engagement\n']));
    await inFolder(files, async (cwd) => {
      const { err } = await dceLint(cwd, ['check', '--jobs', '2'], { interactive: true });
      const counts = [...err.matchAll(/(\d+) consultations sur 12/g)].map((m) => Number(m[1]));
      assert.deepEqual(counts, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      assert.ok(err.endsWith('\r\u001b[K'));
    });
  }).timeout(60_000);

  it('says in one line that a configuration cannot be read, as one job does', async () => {
    const run = (jobs: string) => dceLint(drafts, ['check', '--jobs', jobs, '--config', 'absent.yaml']);
    const two = await run('2');
    assert.deepEqual(two, await run('1'));
    assert.equal(two.code, 2);
    assert.match(two.err, /^dce-lint : absent\.yaml : configuration introuvable/);
  }).timeout(60_000);

  it('names the folder on which a thread died among what was not checked, and goes on', () =>
    inFolder(
      {
        'dies.cjs':
          "const { parentPort } = require('node:worker_threads'); parentPort.on('message', () => process.exit(3)); parentPort.postMessage('ready');",
      },
      async (cwd) => {
        const setup = { options: { rule: [] }, lang: undefined, build: '', cwd, today: '2026-12-01' };
        const workers = new Workers(2, setup, join(cwd, 'dies.cjs'));
        const folder = { path: join(cwd, 'lot-1'), sources: [], wanted: undefined, files: [], hashes: new Map() };
        try {
          const { pieces, failed, notChecked } = await byThread(workers, folder);
          assert.deepEqual([pieces, failed], [[], true]);
          assert.match(notChecked.map(said).join(), /^lot-1 : un fil de vérification s’est arrêté .*--jobs 1\.$/);
        } finally {
          await workers.end();
        }
      },
    ));

  it('starts no thread for little to read, one a core for much, never more than folders nor than eight unasked', () => {
    assert.equal(jobsFor(3, 3000, undefined, 16), 1);
    assert.equal(jobsFor(3, 3_000_000, undefined, 16), 3);
    assert.equal(jobsFor(100, 10_000_000, undefined, 16), 8);
    assert.equal(jobsFor(100, 10_000_000, undefined, 2), 2);
    assert.equal(jobsFor(100, 10_000, 12, 2), 12);
    assert.equal(jobsFor(0, 0, 12, 2), 1);
  });

  it('refuses in French what is no number of threads', () =>
    inFolder({}, async (cwd) => {
      for (const wrong of ['0', '-1', 'deux', '1.5', '65', '1e1']) {
        const { code, err } = await dceLint(cwd, ['check', `--jobs=${wrong}`]);
        assert.equal(code, 2);
        assert.match(err, /ne convient pas pour --jobs <n>.* : écrire un nombre entier de 1 à 64/);
      }
    }));
});
