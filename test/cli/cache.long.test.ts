import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cache } from '../../server/cli/cache.ts';
import { CACHE } from '../../server/cli/not-pieces.ts';
import { KEY_VARIABLE, userKey } from '../../server/cli/user-key.ts';
import type { Packed } from '../../server/cli/wire.ts';
import { dceLint, inFolder } from './terminal.ts';

const AE =
  '---\ndce:\n  piece: ae\n  procdure: mapa\n---\n\n# Acte d’engagement\n\nLe prix est de [à compléter] euros.\n';
const CCAP = '# CCAP\n\nLes tranches conditionnelles sont affermies par décision.\n';
const FILES = { 'a/ae.md': AE, 'a/ccap.md': CCAP, 'b/ae.md': AE };
const WITNESS = 'Message lu dans le cache.';

const silent = () => {};
const KEY = { key: Buffer.from('une clé pour les épreuves') };
const cacheIn = (cwd: string) => new Cache(cwd, silent, Promise.resolve(KEY));
const entries = (cwd: string) =>
  existsSync(join(cwd, CACHE)) ? readdirSync(join(cwd, CACHE)).filter((n) => n.endsWith('.json')) : [];
const keyOf = (entry: string) => entry.slice(0, -'.json'.length);
const check = (cwd: string, ...more: string[]) => dceLint(cwd, ['check', '--format', 'json', '--cache', ...more]);

/** Puts words in every entry that only a reader of the entry can know. */
async function mark(cwd: string): Promise<void> {
  const cache = cacheIn(cwd);
  for (const entry of entries(cwd)) {
    const packed = (await cache.read(keyOf(entry))) as Packed;
    await cache.write({ ...packed, findings: packed.findings.map((f) => ({ ...f, message: WITNESS })) });
  }
}

/** Runs on files checked once, with marked entries: true when what is said comes from the entries. */
async function reads(cwd: string, run: () => Promise<{ readonly out: string }>): Promise<boolean> {
  rmSync(join(cwd, CACHE), { recursive: true, force: true });
  await check(cwd);
  await mark(cwd);
  return (await run()).out.includes(WITNESS);
}

describe('dce-lint check --cache', () => {
  const given = process.env[KEY_VARIABLE];
  before(() => {
    process.env[KEY_VARIABLE] = KEY.key.toString();
  });
  after(() => {
    if (given === undefined) delete process.env[KEY_VARIABLE];
    else process.env[KEY_VARIABLE] = given;
  });

  it('says warm, byte for byte, what it says cold and without cache, with threads and without', () =>
    inFolder(FILES, async (cwd) => {
      const none = await dceLint(cwd, ['check', '--format', 'json']);
      assert.ok(none.out.includes('redaction/entete-invalide'));
      assert.deepEqual(await check(cwd, '--jobs', '2'), none);
      assert.equal(entries(cwd).length, 2);
      assert.deepEqual(await check(cwd), none);
      assert.deepEqual(await check(cwd, '--jobs', '2'), none);
      assert.equal(entries(cwd).length, 2);
    })).timeout(60_000);

  it('is of use to the consultation of the working directory, where it stands', () =>
    inFolder({ 'ae.md': AE }, async (cwd) => {
      assert.ok(await reads(cwd, () => check(cwd)));
      assert.equal(entries(cwd).length, 1);
    }));

  it('serves any format, level shown and baseline from the same entries', () =>
    inFolder(FILES, async (cwd) => {
      for (const format of ['text', 'sarif', 'junit'])
        assert.ok(await reads(cwd, () => dceLint(cwd, ['check', '--cache', '--format', format])), format);
      assert.ok(await reads(cwd, () => check(cwd, '--min-level', 'warning')));
      await dceLint(cwd, ['check', '--write-baseline', 'connus.json', '--rule', 'redaction/entete-invalide=off']);
      assert.ok(await reads(cwd, () => check(cwd, '--baseline', 'connus.json')));
    })).timeout(60_000);

  for (const [what, files] of [
    ['a piece', { 'b/ae.md': AE.replace('mapa', 'aoo') }],
    ['a file beside', { 'b/bpu.xlsx': '' }],
    ['the configuration', { 'b/.dce-lint.yaml': 'rules:\n  redaction/champ-a-completer: off\n' }],
    ['what dce.yaml says', { 'b/dce.yaml': 'pieces:\n  - ae.md\nprocedure: mapa\n' }],
  ] as const)
    it(`reads one consultation again, and the other not, when ${what} changes`, () =>
      inFolder(FILES, async (cwd) => {
        await check(cwd);
        await mark(cwd);
        for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
        const { out } = await check(cwd);
        const { files: seen } = JSON.parse(out) as { files: { path: string; findings: { message: string }[] }[] };
        for (const { path, findings } of seen)
          assert.equal(
            findings.every((f) => f.message === WITNESS),
            path.startsWith('a/'),
            path,
          );
        assert.equal(entries(cwd).length, 3);
      }));

  it('reads again under other settings, another day, another language', () =>
    inFolder(FILES, async (cwd) => {
      assert.ok(await reads(cwd, () => check(cwd)));
      for (const more of [
        ['--rule', 'redaction/champ-a-completer=error'],
        ['--date', '2018-01-01'],
        ['--lang', 'en'],
      ])
        assert.ok(!(await reads(cwd, () => check(cwd, ...more))), more.join(' '));
      const tomorrow = { today: '2026-12-02' };
      assert.ok(!(await reads(cwd, () => dceLint(cwd, ['check', '--format', 'json', '--cache'], tomorrow))));
    })).timeout(60_000);

  it('trusts no entry that is cut, altered, empty or under the name of another, and makes it anew', () =>
    inFolder(FILES, async (cwd) => {
      const cold = await check(cwd);
      const at = (name: string) => join(cwd, CACHE, name);
      const [first = '', second = ''] = entries(cwd);
      const whole = readFileSync(at(first));
      const altered = Buffer.from(whole);
      altered[altered.length - 20] = (altered[altered.length - 20] as number) ^ 1;
      for (const wrong of [whole.subarray(0, whole.length / 2), altered, Buffer.alloc(0), readFileSync(at(second))]) {
        writeFileSync(at(first), wrong);
        assert.equal(await cacheIn(cwd).read(keyOf(first)), undefined);
        const again = await check(cwd);
        assert.deepEqual([again.out, again.code], [cold.out, cold.code]);
        assert.match(again.err, /^dce-lint : \.dce-lint-cache : [^\n]* n’est pas cru ; ces dossiers sont relus\.\n$/);
        assert.ok(readFileSync(at(first)).equals(whole));
      }
      renameSync(at(second), at(first));
      assert.equal((await check(cwd)).out, cold.out);
    })).timeout(60_000);

  it('says once, and reads anew, what another wrote, as a forger who knows the program would', () =>
    inFolder(FILES, async (cwd) => {
      const cold = await check(cwd);
      const forger = new Cache(cwd, silent, Promise.resolve({ key: Buffer.from('la clé d’un autre') }));
      for (const entry of entries(cwd)) {
        const packed = (await cacheIn(cwd).read(keyOf(entry))) as Packed;
        await forger.write({ ...packed, findings: [] });
      }
      const { out, err, code } = await check(cwd);
      assert.deepEqual([out, code], [cold.out, cold.code]);
      assert.equal(err.split('\n').length, 2, err);
      assert.match(err, /n’est pas cru/);
      assert.deepEqual(await check(cwd), cold);
    }));

  it('goes without where there is no key, and says so once', () =>
    inFolder(FILES, async (cwd) => {
      process.env[KEY_VARIABLE] = 'court';
      try {
        const { err, code } = await check(cwd);
        assert.equal(
          err,
          'dce-lint : cache laissé de côté, car DCE_LINT_CACHE_KEY a moins de 16 caractères ; la vérification se fait sans lui.\n',
        );
        assert.equal(code, 1);
        assert.ok(!existsSync(join(cwd, CACHE)));
      } finally {
        process.env[KEY_VARIABLE] = KEY.key.toString();
      }
    }));

  it('trusts an entry at no length but its own', () =>
    inFolder({}, async (cwd) => {
      const key = 'a'.repeat(64);
      const cache = cacheIn(cwd);
      const packed: Packed = {
        key,
        failed: false,
        pieces: [],
        findings: [],
        suppressed: [],
        fixed: [],
        notChecked: [{ what: 'é', why: '', remedy: '', blocking: true }],
        notRun: [],
      };
      await cache.write(packed);
      const path = join(cwd, CACHE, `${key}.json`);
      const whole = readFileSync(path);
      assert.deepEqual(await cache.read(key), packed);
      for (let length = 0; length < whole.length; length++) {
        writeFileSync(path, whole.subarray(0, length));
        assert.equal(await cache.read(key), undefined, `${length}`);
      }
    }));

  it('leaves no broken entry to be trusted when it is killed while it writes', () =>
    inFolder({}, async (cwd) => {
      const cache = cacheIn(cwd);
      const key = 'b'.repeat(64);
      for (let round = 0; round < 3; round++) {
        const args = ['--import', 'tsx', fileURLToPath(new URL('cache-writer.ts', import.meta.url)), cwd, key];
        const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
        for (let heard = 0; heard <= round; heard++) await once(writer.stdout, 'data');
        writer.kill('SIGKILL');
        await once(writer, 'exit');
        const packed = await cache.read(key);
        if (packed) assert.equal(packed.notChecked.length, 20_000);
      }
      await cache.write({
        key,
        failed: false,
        pieces: [],
        findings: [],
        suppressed: [],
        fixed: [],
        notChecked: [],
        notRun: [],
      });
      assert.deepEqual((await cache.read(key))?.notChecked, []);
    })).timeout(60_000);

  it('writes nothing unasked, nor for standard input, fixes and --no-cache', () =>
    inFolder(FILES, async (cwd) => {
      await dceLint(cwd, ['check']);
      await check(cwd, '--no-cache');
      await check(cwd, '--fix-dry-run');
      await dceLint(cwd, ['check', '--cache', '--stdin'], { stdin: async () => Buffer.from(AE) });
      assert.ok(!existsSync(join(cwd, CACHE)));
    }));

  it('tells git to leave it out', () =>
    inFolder(FILES, async (cwd) => {
      await check(cwd);
      assert.equal(readFileSync(join(cwd, CACHE, '.gitignore'), 'utf8'), '*\n');
    }));

  it('says in one line that it cannot write, and goes on', () =>
    inFolder({ ...FILES, [CACHE]: '' }, async (cwd) => {
      const { out, err, code } = await check(cwd);
      const none = await dceLint(cwd, ['check', '--format', 'json']);
      assert.deepEqual([out, code], [none.out, none.code]);
      assert.equal(
        err,
        `dce-lint : cache non écrit dans ${CACHE} (un fichier tient la place d’un dossier) ; la vérification continue sans lui.\n`,
      );
    }));

  it('follows no link that came with the drafts: what it writes stays in its folder', () =>
    inFolder(FILES, async (cwd) => {
      const kept = join(cwd, 'ailleurs', '.gitignore');
      mkdirSync(join(cwd, 'ailleurs'));
      writeFileSync(kept, 'garde');
      await check(cwd);
      const at = (name: string) => join(cwd, CACHE, name);
      const [first = ''] = entries(cwd);
      for (const name of [first, '.gitignore']) {
        rmSync(at(name));
        symlinkSync(kept, at(name));
      }
      await check(cwd);
      assert.equal(readFileSync(kept, 'utf8'), 'garde');
      assert.ok(lstatSync(at(first)).isFile() && lstatSync(at('.gitignore')).isFile());
      rmSync(join(cwd, CACHE), { recursive: true });
      symlinkSync(join(cwd, 'ailleurs'), join(cwd, CACHE));
      assert.match((await check(cwd)).err, /^dce-lint : cache non écrit dans \.dce-lint-cache/);
      assert.equal(readFileSync(kept, 'utf8'), 'garde');
    }));

  it('throws out what has been of no use for a month, and nothing else', () =>
    inFolder(FILES, async (cwd) => {
      await check(cwd);
      const used = entries(cwd);
      const at = (name: string) => join(cwd, CACHE, name);
      const [old, killed, recent] = [`${'c'.repeat(64)}.json`, `${'d'.repeat(64)}.json.123`, `${'e'.repeat(64)}.json`];
      for (const name of [old, killed, recent, 'notes.json']) writeFileSync(at(name), '');
      const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
      for (const name of [...used, old, killed, 'notes.json']) utimesSync(at(name), daysAgo(31), daysAgo(31));
      utimesSync(at(recent), daysAgo(29), daysAgo(29));
      await check(cwd);
      assert.deepEqual(readdirSync(join(cwd, CACHE)).sort(), ['.gitignore', 'notes.json', recent, ...used].sort());
    }));
});

describe('The key of a user', () => {
  const at = (cwd: string) => ({ XDG_CACHE_HOME: join(cwd, 'cache') });
  const made = (cwd: string) => join(cwd, 'cache', 'dce-lint', 'cle');
  const work = (cwd: string) => {
    mkdirSync(join(cwd, 'dossier'));
    return join(cwd, 'dossier');
  };

  it('is made once, for its user alone', () =>
    inFolder({}, async (cwd) => {
      const first = await userKey(work(cwd), at(cwd), 'linux');
      assert.ok('key' in first && first.key.length === 32);
      assert.equal(statSync(made(cwd)).mode & 0o777, 0o600);
      assert.deepEqual(await userKey(join(cwd, 'dossier'), at(cwd), 'linux'), first);
    }));

  it('is refused when another may read it, when it is no key, or a link', () =>
    inFolder({}, async (cwd) => {
      const folder = work(cwd);
      await userKey(folder, at(cwd), 'linux');
      chmodSync(made(cwd), 0o644);
      assert.match(JSON.stringify(await userKey(folder, at(cwd), 'linux')), /n’est pas sûre/);
      chmodSync(made(cwd), 0o600);
      renameSync(made(cwd), join(cwd, 'ailleurs'));
      symlinkSync(join(cwd, 'ailleurs'), made(cwd));
      assert.match(JSON.stringify(await userKey(folder, at(cwd), 'linux')), /n’est pas sûre/);
      rmSync(made(cwd));
      writeFileSync(made(cwd), 'trop court', { mode: 0o600 });
      assert.match(JSON.stringify(await userKey(folder, at(cwd), 'linux')), /n’est pas sûre/);
    }));

  it('is refused below the folder that is checked, where it may have come with the drafts', () =>
    inFolder({}, async (cwd) => {
      assert.match(JSON.stringify(await userKey(cwd, at(cwd), 'linux')), /serait dans le dossier vérifié/);
      assert.ok(!existsSync(made(cwd)));
    }));

  it('is refused, and that is said, where it can be neither read nor made', () =>
    inFolder({ cache: 'un fichier' }, async (cwd) => {
      assert.match(JSON.stringify(await userKey(work(cwd), at(cwd), 'linux')), /ne peut être lue ni faite/);
    }));
});
