import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { REPORTERS } from '../../server/cli/reporters/index.ts';
import { readPage } from '../report/page.ts';
import { ATTRIBUTES, arm, embed, trap } from './armed.ts';
import { committed, git, IGNORED } from './git.ts';
import { BUILT, dceLint, inFolder } from './terminal.ts';

const FILES = { 'ccap.md': IGNORED, 'cctp.md': IGNORED.replace('CCAP', 'CCTP'), '.gitattributes': ATTRIBUTES };

const formats = Object.keys(REPORTERS);

/** Runs every form of a check in a folder that is armed: nothing may have run. Who ignored findings there, the page says. */
async function checked(author: string, setUp: (cwd: string, program: string) => void) {
  const { program, mark, remove } = trap();
  try {
    await inFolder(FILES, async (cwd) => {
      setUp(cwd, program);
      for (const since of ['HEAD', 'HEAD~1', 'main@{upstream}']) {
        await dceLint(cwd, ['check', '--since', since]);
        assert.ok(!existsSync(mark), since);
      }
      for (const format of formats) {
        const { out } = await dceLint(cwd, ['check', '--format', format, '.']);
        assert.notEqual(out, '', format);
        assert.ok(!existsSync(mark), format);
        if (format === 'html') assert.match(readPage(out).text('#d1-ignores'), new RegExp(author));
      }
    });
  } finally {
    remove();
  }
}

describe('A folder that is checked runs nothing', () => {
  before(() => import('../../server/report/main.ts'));

  it('by the configuration of its own repository', () =>
    checked('Camille Durand', (cwd, program) => {
      committed(cwd, 'Camille Durand');
      arm(join(cwd, '.git'), program);
      // Written again, the same: git looks into it to know.
      writeFileSync(join(cwd, 'ccap.md'), IGNORED);
    })).timeout(60_000);

  it('where its drafts are not as they were committed', () =>
    checked('inconnu', (cwd, program) => {
      committed(cwd, 'Camille Durand');
      arm(join(cwd, '.git'), program);
      appendFileSync(join(cwd, 'ccap.md'), '\nUn mot de plus.\n');
      appendFileSync(join(cwd, 'cctp.md'), '\nUn mot de plus.\n');
    })).timeout(60_000);

  it('where its history lacks what a program would fetch', () =>
    checked('inconnu', (cwd, program) => {
      committed(cwd, 'Camille Durand');
      const blob = git(cwd, 'Camille', 'rev-parse', 'HEAD:ccap.md').toString().trim();
      rmSync(join(cwd, '.git/objects', blob.slice(0, 2), blob.slice(2)));
      arm(join(cwd, '.git'), program);
    })).timeout(60_000);

  it('by files that make it a bare repository', () =>
    checked('inconnu', (cwd, program) => {
      committed(cwd, 'Camille Durand');
      embed(cwd);
      arm(cwd, program);
    })).timeout(60_000);

  it('by such files below a repository, whose history is the one that counts', async () => {
    const { program, mark, remove } = trap();
    try {
      await inFolder({ 'lot/ccap.md': IGNORED, 'lot/.gitattributes': ATTRIBUTES }, async (cwd) => {
        const lot = join(cwd, 'lot');
        committed(lot, 'Mal Intentionné');
        embed(lot);
        arm(lot, program);
        committed(cwd, 'Camille Durand');
        for (const format of formats) await dceLint(cwd, ['check', '--format', format, 'lot']);
        await dceLint(cwd, ['check', '--since', 'HEAD', 'lot']);
        await dceLint(lot, ['check', '--since', 'HEAD']);
        const { out } = await dceLint(lot, ['check', '--format', 'html', '.']);
        assert.match(readPage(out).text('#d1-ignores'), /Camille Durand/);
        assert.ok(!existsSync(mark));
      });
    } finally {
      remove();
    }
  }).timeout(60_000);

  it('by a program of the name of git, wherever the search path finds it there', () =>
    inFolder({ 'ccap.md': IGNORED, git: '#!/bin/sh\n: > "$(dirname "$0")/mark"\n' }, async (cwd) => {
      chmodSync(join(cwd, 'git'), 0o755);
      committed(cwd, 'Camille Durand');
      const PATH = ['', '.', cwd, process.env.PATH].join(delimiter);
      const args = [BUILT, 'check', '--fail-on', 'never', '--format', 'html', '.'];
      const page = execFileSync(process.execPath, args, { cwd, env: { ...process.env, PATH } });
      assert.match(readPage(page.toString()).text('#d1-ignores'), /Camille Durand/);
      assert.ok(!existsSync(join(cwd, 'mark')));
    })).timeout(60_000);
});
