import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { dceLint, inFolder } from './terminal.ts';

const FAULTY = '---\ndce:\n  piece: rc\n  procdure: mapa\n---\n\n# Règlement de la consultation\n\n🏛️ Un texte.\n';
const CLEAN = '---\ndce:\n  piece: ae\n---\n\n# Acte d’engagement\n';

interface Json {
  tool: { name: string; version: string };
  files: {
    path: string;
    piece: string;
    pieceFrom: string;
    date: string;
    findings: {
      rule: string;
      level: string;
      range: unknown;
      sources: { label: string }[];
      fixes: { edits: { path: string; text: string }[] }[];
    }[];
  }[];
  summary: { files: number; errors: number; warnings: number; infos: number; suppressed: number };
}
const parse = (out: string) => JSON.parse(out) as Json;

describe('dce-lint check', () => {
  it('gives the JSON of the contract: places from 0, sources, fixes, summary', () =>
    inFolder({ 'rc.md': FAULTY }, async (cwd) => {
      const { out, err, code } = await dceLint(cwd, ['check', '--format', 'json']);
      const report = parse(out);
      assert.equal(err, '');
      assert.equal(code, 1);
      assert.equal(report.tool.name, 'dce-lint');
      assert.match(report.tool.version, /^\d+\.\d+\.\d+$/);
      const [file] = report.files;
      assert.deepEqual(
        [file?.path, file?.piece, file?.pieceFrom, file?.date],
        ['rc.md', 'rc', 'front-matter', '2026-12-01'],
      );
      const finding = file?.findings.find((f) => f.rule === 'redaction/entete-invalide');
      assert.equal(finding?.level, 'error');
      assert.deepEqual(finding?.range, { start: { line: 3, character: 2 }, end: { line: 3, character: 10 } });
      assert.equal(finding?.fixes[0]?.edits[0]?.text, 'procedure');
      assert.equal(finding?.fixes[0]?.edits[0]?.path, 'rc.md');
      const found = report.files.flatMap((f) => f.findings);
      assert.deepEqual(report.summary, {
        files: 1,
        errors: found.filter((f) => f.level === 'error').length,
        warnings: found.filter((f) => f.level === 'warning').length,
        infos: found.filter((f) => f.level === 'info').length,
        suppressed: 0,
      });
    }));

  it('says what it is not of a call for persons, and asks of it nothing that a tender must have', () =>
    inFolder(
      { 'reglement.md': '# Règlement de l’appel à candidatures\n\nLa séance est le 31 février 2027.\n' },
      async (cwd) => {
        const { out, err, code } = await dceLint(cwd, ['check', '--format', 'json']);
        assert.match(
          err,
          /^dce-lint : pas vérifié, car son titre dit autre chose \(appel à candidatures, label…\).* : reglement\.md\./m,
        );
        assert.deepEqual(
          parse(out).files.map((f) => [f.piece, ...f.findings.map((x) => x.rule)]),
          [['autre', 'redaction/date-passee']],
        );
        assert.equal(code, 0);
      },
    ));

  it('shows people the line and the words', () =>
    inFolder({ 'rc.md': FAULTY }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check']);
      assert.match(out, /rc\.md \(RC, droit au 2026-12-01\)/);
      assert.match(out, /erreur {2}redaction\/entete-invalide {2}ligne 4/);
      assert.match(out, /4 │ {3}procdure: mapa\n.*│ {3}~~~~~~~~/);
      assert.ok(!out.includes('\u001b'));
    }));

  it('takes each folder as a consultation and lists every piece, with or without findings', () =>
    inFolder(
      { 'a/rc.md': FAULTY, 'a/ae.md': CLEAN, 'b/ae.md': CLEAN, 'LISEZMOI.md': '# Notes\n\nRien.\n' },
      async (cwd) => {
        const report = parse((await dceLint(cwd, ['check', '.', '--format', 'json'])).out);
        assert.deepEqual(
          report.files.map((f) => f.path),
          ['a/ae.md', 'a/rc.md', 'b/ae.md'],
        );
      },
    ));

  it('checks the files that are named, with the others of their folder in mind, and globs', () =>
    inFolder({ 'rc.md': FAULTY, 'ae.md': CLEAN }, async (cwd) => {
      assert.deepEqual(
        parse((await dceLint(cwd, ['check', 'rc.md', '--format', 'json'])).out).files.map((f) => f.path),
        ['rc.md'],
      );
      assert.deepEqual(
        parse((await dceLint(cwd, ['check', '*e.md', '--format', 'json'])).out).files.map((f) => f.path),
        ['ae.md'],
      );
    }));

  it('exits 0 when nothing reaches --fail-on, 1 when something does', () =>
    inFolder({ 'rc.md': FAULTY }, async (cwd) => {
      assert.equal((await dceLint(cwd, ['check'])).code, 1);
      assert.equal((await dceLint(cwd, ['check', '--fail-on', 'never'])).code, 0);
      const off = await dceLint(cwd, ['check', '--rule', 'redaction/entete-invalide=off', '--format', 'json']);
      assert.ok(parse(off.out).files[0]?.findings.every((f) => f.rule !== 'redaction/entete-invalide'));
    }));

  it('shows nothing below --min-level', () =>
    inFolder({ 'rc.md': FAULTY }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--min-level', 'error', '--format', 'json']);
      assert.ok(parse(out).files[0]?.findings.every((f) => f.level === 'error'));
    }));

  it('reads the piece on standard input under the name it is given', () =>
    inFolder({}, async (cwd) => {
      const stdin = async () => Buffer.from(FAULTY);
      const { out } = await dceLint(cwd, ['check', '--stdin', '--stdin-filename', 'rc.md', '--format', 'json'], {
        stdin,
      });
      assert.deepEqual(
        parse(out).files.map((f) => f.path),
        ['rc.md'],
      );
    }));

  for (const [what, bytes, line] of [
    ['binary bytes', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /fichier de texte/],
    ['Latin-1 bytes', Buffer.from('# Règlement de la consultation', 'latin1'), /UTF-8/],
    ['10 MB', Buffer.alloc(10 * 1024 * 1024, 0x61), /8 Mo/],
  ] as const) {
    it(`says in one French line why ${what} cannot be read, checks the others and exits 2`, () =>
      inFolder({ 'bad.md': bytes, 'rc.md': FAULTY }, async (cwd) => {
        const { out, err, code } = await dceLint(cwd, ['check', '--format', 'json']);
        assert.equal(code, 2);
        assert.match(err, /^dce-lint : bad\.md : .*\n$/);
        assert.match(err, line);
        assert.deepEqual(
          parse(out).files.map((f) => f.path),
          ['rc.md'],
        );
      }));
  }

  it('reads UTF-16 with its mark and an empty file, and says that it leaves a paragraph of 4 MB', () =>
    inFolder(
      {
        'rc.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(FAULTY, 'utf16le')]),
        'ae.md': '',
        'cctp.md': `# CCTP\n\n${'Le service est ouvert aux agents du site. '.repeat(100_000)}`,
      },
      async (cwd) => {
        const { out, err } = await dceLint(cwd, ['check', '--format', 'json']);
        assert.match(err, /^dce-lint : cctp\.md, ligne 3 : ce paragraphe a plus de 60\u00a0000 caractères [^\n]*\n$/);
        const report = parse(out);
        assert.deepEqual(
          report.files.map((f) => f.path),
          ['ae.md', 'cctp.md', 'rc.md'],
        );
        assert.ok(report.files[2]?.findings.some((f) => f.rule === 'redaction/entete-invalide'));
      },
    )).timeout(60_000);

  it('says what is missing, unreadable or unknown, and exits 2', () =>
    inFolder({ 'rc.md': CLEAN, 'note.txt': 'x' }, async (cwd) => {
      const cases: [string[], RegExp][] = [
        [['check', 'absent.md'], /absent\.md : ce fichier ou dossier n’existe pas/],
        [['check', 'absent/*.md'], /aucun fichier ne répond à ce motif/],
        [['check', '--formt', 'json'], /option inconnue : --formt \(peut-être --format \?\)/],
        [['check', '--format', 'xml'], /« xml » ne convient pas pour --format/],
        [['check', '--date', '2027-02-30'], /n’est pas une date AAAA-MM-JJ/],
        [['check', '--rule', 'variantes/exigence-minimale=error'], /variantes\/exigences-minimales/],
        [['check', '--rule', 'redaction/entete-invalide=grave'], /grave/],
        [['verifier'], /commande inconnue : verifier/],
        [['explain'], /argument manquant/],
      ];
      for (const [args, line] of cases) {
        const { code, err } = await dceLint(cwd, args);
        assert.equal(code, 2, args.join(' '));
        assert.match(err, line, args.join(' '));
        for (const one of err.trimEnd().split('\n')) assert.match(one, /^dce-lint : /, args.join(' '));
      }
    }));

  it('says that nothing was checked in a folder without pieces', () =>
    inFolder({ 'note.txt': 'x' }, async (cwd) => {
      const { code, err } = await dceLint(cwd, ['check']);
      assert.equal(code, 2);
      assert.match(err, /rien n’a été vérifié/);
    }));

  it('goes on past a file it may not read', async () => {
    // Root reads everything.
    if (process.getuid?.() === 0) return;
    await inFolder({ 'rc.md': FAULTY, 'ae.md': CLEAN }, async (cwd) => {
      chmodSync(join(cwd, 'ae.md'), 0);
      const { code, err, out } = await dceLint(cwd, ['check', '--format', 'json']);
      assert.equal(code, 2);
      assert.match(err, /ae\.md : lecture refusée/);
      assert.deepEqual(
        parse(out).files.map((f) => f.path),
        ['rc.md'],
      );
    });
  });

  it('sets the level of a rule from the command line', () =>
    inFolder({ 'rc.md': FAULTY }, async (cwd) => {
      const args = ['check', '--format', 'json', '--rule', 'redaction/entete-invalide=info'];
      const finding = parse((await dceLint(cwd, args)).out).files[0]?.findings.find(
        (f) => f.rule === 'redaction/entete-invalide',
      );
      assert.equal(finding?.level, 'info');
    }));
});
