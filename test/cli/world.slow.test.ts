import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeHost } from '../../server/node-host.ts';
import { served } from '../fuzz/sessions.ts';
import { BUILT, dceLint, inFolder } from './terminal.ts';

const full = fileURLToPath(new URL('full-disk.cjs', import.meta.url));
const RC = '# Règlement de la consultation\n\nLes variantes sont autorisées.\n';

/** The longest name that most file systems take: 255 bytes. */
const LONG = `rc ${'é'.repeat(124)}a.md`;
const ODD = [
  'rc avec des espaces.md',
  'rc (v2) [final] {1}.md',
  'rc+annexe #3 100 % & co.md',
  'rc «  définitif » ’.md',
  `re${'\u0301'}glement de la consultation.md`,
  '🏛️ rc.md',
  '-rc.md',
  "rc'$(echo).md",
  LONG,
];

interface Json {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[];
}
const pathsOf = (out: string) => (JSON.parse(out) as Json).files.map((f) => f.path);

/** The program as somebody who is not root, so that rights count. */
function asNobody(cwd: string, args: readonly string[]) {
  const root = process.getuid?.() === 0;
  const who = root ? { uid: 65534, gid: 65534 } : {};
  // Who may not write anywhere cannot write down which lines were run.
  const env = { ...process.env, NODE_V8_COVERAGE: '' };
  return spawnSync(process.execPath, [BUILT, ...args], { cwd, encoding: 'utf8', env, ...who });
}

describe('Files as the world has them', () => {
  it('are checked whatever their names, in the terminal and in the editor', () =>
    inFolder(Object.fromEntries(ODD.map((name) => [name, RC])), async (cwd) => {
      assert.deepEqual(readdirSync(cwd).sort(), [...ODD].sort());
      const { out, err } = await dceLint(cwd, ['check', '--format', 'json']);
      assert.equal(err, '');
      assert.deepEqual(pathsOf(out).sort(), [...ODD].sort());
      for (const name of ODD) {
        const one = await dceLint(cwd, ['check', '--format', 'json', '--', `./${name}`]);
        assert.deepEqual([one.err, pathsOf(one.out)], ['', [name]]);
      }
      const shown = await served(Object.fromEntries(ODD.map((name) => [name, RC])));
      for (const name of ODD) assert.ok((shown[name]?.length ?? 0) > 0, name);
      const host = nodeHost(assert.fail);
      const folder = pathToFileURL(cwd).href;
      assert.deepEqual([...((await host.listDirectory(folder)) ?? [])].sort(), [...ODD].sort());
      for (const name of ODD) assert.ok(await host.readFile(`${folder}/${encodeURIComponent(name)}`), name);
    })).timeout(60_000);

  it('that are links to one another in a circle end nothing, and are named when they are asked for', () =>
    inFolder({ 'a/rc.md': RC }, async (cwd) => {
      symlinkSync(cwd, join(cwd, 'a', 'boucle'));
      symlinkSync('rond.md', join(cwd, 'rond.md'));
      symlinkSync('absent.md', join(cwd, 'a', 'pendu.md'));
      const all = await dceLint(cwd, ['check', '--format', 'json', 'a/rc.md']);
      assert.deepEqual(pathsOf(all.out), ['a/rc.md']);
      const asked = await dceLint(cwd, ['check', 'rond.md', 'a/pendu.md', 'a/rc.md', '--format', 'json']);
      assert.equal(asked.code, 2);
      assert.match(asked.err, /rond\.md : lien symbolique qui tourne en rond/);
      assert.match(asked.err, /pendu\.md : ce fichier ou dossier n’existe pas/);
      assert.deepEqual(pathsOf(asked.out), ['a/rc.md']);
    }));

  it('that have gone since the editor listed them are nothing to the server', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      const host = nodeHost(assert.fail);
      const folder = pathToFileURL(cwd).href;
      assert.deepEqual(await host.listDirectory(folder), ['rc.md']);
      rmSync(join(cwd, 'rc.md'));
      assert.equal(await host.stat(`${folder}/rc.md`), undefined);
      assert.equal(await host.readFile(`${folder}/rc.md`), undefined);
      rmSync(cwd, { recursive: true });
      assert.equal(await host.listDirectory(folder), undefined);
      mkdirSync(cwd);
    }));

  it('on a server of the network, or of no machine, are nothing to the server', async () => {
    const logged: string[] = [];
    const host = nodeHost((message) => logged.push(message));
    for (const uri of ['file://serveur/partage/rc.md', 'file:///%00', 'file:///a%2Fb/rc.md', 'file:///%', 'file:'])
      assert.equal(await host.readFile(uri), undefined, uri);
    for (const line of logged) assert.match(line, /^file:/);
  });

  it('in a folder that cannot be listed are told of', () =>
    inFolder({ 'rc.md': RC, 'ferme/rc.md': RC }, async (cwd) => {
      chmodSync(cwd, 0o755);
      chmodSync(join(cwd, 'ferme'), 0o000);
      const { status, stderr, stdout } = asNobody(cwd, ['check', '--format', 'json']);
      chmodSync(join(cwd, 'ferme'), 0o755);
      assert.equal(status, 2);
      assert.equal(stderr, 'dce-lint : ferme : lecture refusée par le système. Donner le droit de le lire.\n');
      assert.deepEqual(pathsOf(stdout), ['rc.md']);
    })).timeout(60_000);

  it('in a folder that may not be written are left as they are, and it is said', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      chmodSync(cwd, 0o555);
      const { status, stderr } = asNobody(cwd, ['check', '--output', 'rapport.json', '--format', 'json']);
      assert.equal(status, 2);
      assert.match(stderr, /^dce-lint : rapport\.json : écriture impossible, accès refusé par le système\n$/);
      chmodSync(cwd, 0o755);
      assert.deepEqual(readdirSync(cwd), ['rc.md']);
    })).timeout(60_000);

  it('whose report cannot be written on a full disk end in one French line, and 2', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      for (const words of ['check', 'rules', '--help']) {
        const args = ['-c', `exec "$0" "$1" ${words} > /dev/full`, process.execPath, BUILT];
        const { status, stderr } = spawnSync('sh', args, { cwd, encoding: 'utf8' });
        assert.deepEqual(
          [status, stderr],
          [2, 'dce-lint : sortie standard : écriture impossible, disque plein\n'],
          words,
        );
      }
    })).timeout(60_000);

  it('whose report nobody reads any more end in one French line, and 2', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      const child = spawn(process.execPath, [BUILT, 'check', '--fail-on', 'never'], { cwd });
      child.stdout.destroy();
      const said: string[] = [];
      child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
      assert.deepEqual(await once(child, 'close'), [2, null]);
      assert.equal(
        said.join(''),
        'dce-lint : sortie standard : écriture impossible, le programme qui lisait s’est arrêté\n',
      );
    })).timeout(60_000);

  it('are as they were when the disk is full, and it is said', () =>
    inFolder({ 'rc.md': RC, 'rapport.json': 'avant' }, async (cwd) => {
      const args = ['--require', full, BUILT, 'check', '--output', 'rapport.json', '--format', 'json'];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
      assert.equal(stderr, 'dce-lint : rapport.json : écriture impossible, disque plein\n');
      assert.equal(status, 2);
      assert.equal(readFileSync(join(cwd, 'rapport.json'), 'utf8'), 'avant');
      assert.deepEqual(readdirSync(cwd).sort(), ['rapport.json', 'rc.md']);
    })).timeout(60_000);
});
