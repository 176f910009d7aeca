import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { programOutside } from '../../server/cli/program-outside.ts';
import { inFolder } from './terminal.ts';

describe('A program that is started', () => {
  const place = (files: readonly string[], test: (cwd: string) => void) =>
    inFolder(Object.fromEntries(files.map((f) => [f, '#!/bin/sh\n'])), async (cwd) => {
      for (const file of files) chmodSync(join(cwd, file), 0o755);
      test(cwd);
    });
  const found = (cwd: string, ...places: string[]) => programOutside(join(cwd, 'in'), 'git', places.join(delimiter));

  it('is the first of the search path', () =>
    place(['in/x', 'a/git', 'b/git'], (cwd) => {
      assert.equal(found(cwd, join(cwd, 'b'), join(cwd, 'a')), join(cwd, 'b/git'));
      assert.equal(found(cwd, join(cwd, 'none'), join(cwd, 'a')), join(cwd, 'a/git'));
    }));

  it('does not stand in the folder that is checked, even by a link', () =>
    place(['in/git', 'in/bin/git', 'in..out/git'], (cwd) => {
      mkdirSync(join(cwd, 'links'));
      symlinkSync(join(cwd, 'in/git'), join(cwd, 'links/git'));
      symlinkSync(join(cwd, 'in/bin'), join(cwd, 'way'));
      const inside = ['in', 'in/bin', 'links', 'way', 'in/../in'].map((p) => join(cwd, p));
      assert.equal(found(cwd, ...inside), undefined);
      assert.equal(found(cwd, ...inside, join(cwd, 'in..out')), join(cwd, 'in..out/git'));
    }));

  it('is not looked for from the current folder', () =>
    place(['in/x', 'bin/git'], (cwd) => {
      const before = process.cwd();
      process.chdir(cwd);
      try {
        assert.equal(found(cwd, '', '.', 'bin', './bin'), undefined);
      } finally {
        process.chdir(before);
      }
    }));

  it('is a file that may be run', () =>
    place(['in/x', 'a/git/x', 'b/git'], (cwd) => {
      chmodSync(join(cwd, 'b/git'), 0o644);
      assert.equal(found(cwd, join(cwd, 'a'), join(cwd, 'b')), undefined);
    }));
});
