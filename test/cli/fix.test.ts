import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../rules/consultation/open.ts';
import { replace } from '../../rules/kit/fix.ts';
import { defineRule } from '../../rules/kit/rule.ts';
import { text } from '../../rules/kit/source.ts';
import { differences, fixedFiles, writeFixed } from '../../server/cli/fixing.ts';
import type { Terminal } from '../../server/cli/io.ts';
import { check, readFolder } from '../../server/core/check.ts';
import { fixAll } from '../../server/core/fix-all.ts';
import { dceLint, inFolder } from './terminal.ts';

/** Two spaces for one. */
const spaces = (grade: 'safe' | 'review') =>
  defineRule({
    id: 'essai/espaces',
    title: 'Deux espaces',
    level: 'warning',
    pieces: '*',
    why: 'Essai.',
    sources: [text('Essai')],
    messages: { twice: 'Deux espaces.' },
    examples: { bad: [], good: [], limits: [] },
    *check(piece) {
      for (const m of piece.draft.text.matchAll(/(?<=\S) {2}/g)) {
        const at = { start: m.index, end: m.index + 2 };
        yield { at, message: 'twice', fixes: [replace(piece, at, ' ', 'Garder une espace', grade)] };
      }
    },
  });

const examiner =
  (grade: 'safe' | 'review' = 'safe') =>
  (sources: readonly SourceFile[]) => {
    const { consultation } = readFolder(sources, { date: '2026-12-01' });
    return check(consultation, { rules: [spaces(grade)], rethrow: true });
  };
const RC = '# RC\r\n\r\nUn  🏛️  texte   é.\r\n';
const terminal = (cwd: string): Terminal => ({
  cwd,
  today: '2026-12-01',
  colour: false,
  out: () => {},
  err: () => {},
  stdin: async () => new Uint8Array(),
});

describe('Safe fixes', () => {
  it('are applied until none is left, and the result is that of the fixed text', () => {
    const { sources, fixed, result } = fixAll([{ path: 'rc.md', text: RC }], () => true, examiner());
    assert.deepEqual(sources, [{ path: 'rc.md', text: '# RC\r\n\r\nUn 🏛️ texte é.\r\n' }]);
    assert.deepEqual([[...fixed], result.findings], [['rc.md'], []]);
  });

  it('touch no file that was not asked for, and no fix of another grade is applied', () => {
    const sources = [{ path: 'rc.md', text: RC }];
    assert.deepEqual(fixAll(sources, () => false, examiner()).sources, sources);
    assert.deepEqual(fixAll(sources, () => true, examiner('review')).sources, sources);
  });

  it('are written in the encoding of the file, its mark and its line ends kept', () =>
    inFolder({ 'rc.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(RC, 'utf16le')]) }, async (cwd) => {
      const before = [{ path: 'rc.md', text: RC }];
      const { sources } = fixAll(before, () => true, examiner());
      await writeFixed(fixedFiles({ path: cwd }, before, sources));
      const bytes = readFileSync(join(cwd, 'rc.md'));
      assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe]);
      assert.equal(bytes.subarray(2).toString('utf16le'), '# RC\r\n\r\nUn 🏛️ texte é.\r\n');
      assert.deepEqual(readdirSync(cwd), ['rc.md']);
    }));

  it('are not written over a file that has changed since', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      const fixed = fixedFiles({ path: cwd }, [{ path: 'rc.md', text: RC }], [{ path: 'rc.md', text: 'autre' }]);
      writeFileSync(join(cwd, 'rc.md'), `${RC}Ajout.`);
      const { written, refused } = await writeFixed(fixed);
      assert.deepEqual([written, refused.map((r) => r.path)], [[], [join(cwd, 'rc.md')]]);
      assert.match(refused[0]?.why ?? '', /ce fichier a changé/);
      assert.equal(readFileSync(join(cwd, 'rc.md'), 'utf8'), `${RC}Ajout.`);
    }));

  it('are shown as a diff without being written', () =>
    inFolder({ 'rc.md': 'a\n' }, async (cwd) => {
      const fixed = fixedFiles({ path: cwd }, [{ path: 'rc.md', text: 'a\n' }], [{ path: 'rc.md', text: 'b\n' }]);
      assert.match(differences(fixed, terminal(cwd)), /^--- rc\.md\tavant\n\+\+\+ rc\.md\taprès\n@@.*@@\n-a\n\+b\n$/m);
    }));
});

describe('dce-lint check --fix', () => {
  it('writes the term in force, and leaves to the buyer what changes an obligation', () =>
    inFolder({ 'ccap.md': '# CCAP\n\nLa tranche conditionnelle est affermie.\n' }, async (cwd) => {
      const { out, err } = await dceLint(cwd, ['check', '--fix']);
      assert.doesNotMatch(out, /tranches\/terminologie/);
      assert.match(out, /Correction proposée : Ajouter une condition d'exécution environnementale/);
      assert.match(err, /ccap\.md/);
      assert.equal(readFileSync(join(cwd, 'ccap.md'), 'utf8'), '# CCAP\n\nLa tranche optionnelle est affermie.\n');
    }));

  it('shows what it would write, and writes nothing, when told to', () =>
    inFolder({ 'ccap.md': '# CCAP\n\nLa tranche conditionnelle est affermie.\n' }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--fix-dry-run']);
      assert.match(out, /^-La tranche conditionnelle est affermie\.\n\+La tranche optionnelle est affermie\.$/m);
      assert.match(readFileSync(join(cwd, 'ccap.md'), 'utf8'), /conditionnelle/);
    }));

  it('goes on after a file that it cannot write, lists what it wrote and what not, and exits 2', () => {
    const text = '# CCAP\n\nLa tranche conditionnelle est affermie.\n';
    // There is no room for the name of its draft beside it.
    const long = `${'ccap'.padEnd(252, ' a')}.md`;
    return inFolder({ 'a/ccap.md': text, [`b/${long}`]: text, 'c/ccap.md': text }, async (cwd) => {
      const { out, err, code } = await dceLint(cwd, ['check', '--fix', '--format', 'json', '--fail-on', 'never']);
      assert.equal(code, 2);
      const lines = err.split('\n');
      assert.equal(lines[0], 'dce-lint : corrigé : a/ccap.md, c/ccap.md');
      assert.equal(lines[1], `dce-lint : pas corrigé : b/${long}`);
      assert.match(lines[2] ?? '', /écriture impossible, nom trop long\. Ce fichier est resté tel quel/);
      assert.equal(readFileSync(join(cwd, 'b', long), 'utf8'), text);
      for (const name of ['a', 'c']) assert.match(readFileSync(join(cwd, name, 'ccap.md'), 'utf8'), /optionnelle/);
      const { notChecked } = JSON.parse(out) as { notChecked: { what: string }[] };
      assert.deepEqual(
        notChecked.map((n) => n.what),
        [`b/${long}`],
      );
    });
  });
});
