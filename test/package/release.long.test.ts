import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ODD } from '../cli/odd.ts';
import { folder, inFolder } from '../cli/terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sources as somebody has them who was handed a copy: no history, no tests. */
function copy(): ReturnType<typeof folder> {
  const made = folder({});
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const path of listed.filter((p) => !p.startsWith('test/') && existsSync(join(root, p)))) {
    mkdirSync(dirname(join(made.path, path)), { recursive: true });
    cpSync(join(root, path), join(made.path, path));
  }
  symlinkSync(join(root, 'node_modules'), join(made.path, 'node_modules'));
  const tool = join(root, 'scripts/packaging/node_modules');
  if (existsSync(tool)) symlinkSync(tool, join(made.path, 'scripts/packaging/node_modules'));
  return made;
}

describe('npm run release -- --dry-run, in a copy without history nor tests', () => {
  let made: ReturnType<typeof folder>;
  let untouched: readonly string[];
  const path = (...names: string[]) => join(made.path, ...names);
  const WRITTEN = ['package.json', 'package-lock.json', 'CHANGELOG.md'];
  const said = { out: '' };

  before(async () => {
    made = copy();
    untouched = WRITTEN.map((name) => readFileSync(path(name), 'utf8'));
    said.out = execFileSync(process.execPath, ['scripts/release.mjs', '9.8.7', '--dry-run'], {
      cwd: made.path,
      encoding: 'utf8',
    });
  }).timeout(300_000);
  after(() => made.remove());

  it('makes the extension, the package, the action, checksums that hold and notes, and touches nothing else', () => {
    assert.match(said.out, /^version 9\.8\.7 \(nothing is written but release\/\)$/m);
    assert.deepEqual(readdirSync(path('release')).sort(), [
      'NOTES.md',
      'SHA256SUMS',
      'action',
      'dce-lint-9.8.7.tgz',
      'dce-lint-9.8.7.vsix',
      'npm',
    ]);
    for (const line of readFileSync(path('release/SHA256SUMS'), 'utf8').trimEnd().split('\n')) {
      const [sum, name = ''] = line.split('  ');
      assert.equal(
        createHash('sha256')
          .update(readFileSync(path('release', name)))
          .digest('hex'),
        sum,
      );
    }
    assert.ok(readFileSync(path('release/NOTES.md'), 'utf8').trim().length > 0);
    assert.deepEqual(
      WRITTEN.map((name) => readFileSync(path(name), 'utf8')),
      untouched,
    );
  });

  it('gives npm a package that it would publish, and that runs where nothing else is', () =>
    inFolder(ODD, async (cwd) => {
      execFileSync('tar', ['xf', path('release/dce-lint-9.8.7.tgz'), '-C', cwd]);
      const cli = join(cwd, 'package/dist/cli.cjs');
      const version = execFileSync(process.execPath, [cli, '--version'], { encoding: 'utf8' });
      assert.match(version, /^9\.8\.7\n/);
      for (const format of ['json', 'html']) {
        const run = spawnSync(process.execPath, [cli, 'check', '--format', format, '--exclude', 'package'], { cwd });
        assert.equal(run.status, 1, format);
      }
      const own = JSON.parse(readFileSync(join(cwd, 'package/package.json'), 'utf8'));
      assert.deepEqual([own.private, own.contributes, own.devDependencies], [undefined, undefined, undefined]);
      for (const file of ['LICENSE', 'README.md', 'man/dce-lint.1', 'schemas/check-report.schema.json'])
        assert.ok(existsSync(join(cwd, 'package', file)), file);
    })).timeout(120_000);

  it('gives npm a package that it takes for publication', () => {
    const args = ['publish', '--dry-run', '--offline'];
    const { status, stdout, stderr } = spawnSync('npm', args, { cwd: path('release/npm'), encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^\+ dce-lint@9\.8\.7$/m);
  }).timeout(60_000);

  it('gives a tree from which the action runs, nothing installed', () =>
    inFolder(ODD, async (cwd) => {
      const { parse } = await import('yaml');
      const action = parse(readFileSync(path('release/action/action.yml'), 'utf8'));
      const step = action.runs.steps.find((s: { env?: unknown }) => s.env);
      const env = Object.fromEntries(
        Object.entries(step.env as Record<string, string>).map(([name, expression]) => {
          const input = /inputs\.([a-z-]+)/.exec(expression)?.[1] ?? '';
          return [name, action.inputs[input].default];
        }),
      );
      const args = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run];
      const own = {
        ...process.env,
        ...env,
        GITHUB_ACTION_PATH: path('release/action'),
        GITHUB_OUTPUT: '',
        GITHUB_STEP_SUMMARY: '',
      };
      const { status, stdout } = spawnSync('bash', args, { cwd, env: own, encoding: 'utf8' });
      assert.equal(status, 1);
      assert.match(stdout, /^::error file=/m);
    })).timeout(120_000);
});

describe('npm run release, in a history of its own', () => {
  let made: ReturnType<typeof folder>;
  const git = (...args: string[]) => execFileSync('git', args, { cwd: made.path, encoding: 'utf8' }).trim();

  before(() => {
    made = copy();
    const manifest = join(made.path, 'package.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll('VOTRE-ORGANISATION', 'essai'));
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.email', 'essai@example.org');
    git('config', 'user.name', 'Essai');
    // The folder of packages is a link here: no pattern that ends in a slash leaves it out.
    writeFileSync(join(made.path, '.git/info/exclude'), 'node_modules\n');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Begin');
    execFileSync(process.execPath, ['scripts/release.mjs', '9.8.7'], { cwd: made.path, stdio: 'pipe' });
  }).timeout(300_000);
  after(() => made.remove());

  it('leaves the branch with the version and no built file', () => {
    assert.equal(git('status', '--porcelain'), '');
    assert.equal(git('ls-files', 'dist'), '');
    assert.equal(JSON.parse(readFileSync(join(made.path, 'package.json'), 'utf8')).version, '9.8.7');
    assert.match(readFileSync(join(made.path, 'CHANGELOG.md'), 'utf8'), /^## 9\.8\.7 \(\d{4}-\d\d-\d\d\)$/m);
  });

  it('sets a tag that npm installs as a hook does, building nothing and bringing nothing else', () =>
    inFolder(ODD, async (cwd) => {
      const prefix = join(cwd, 'npm');
      const address = `git+file://${made.path}#v9.8.7`;
      execFileSync('npm', ['install', '--offline', '--install-links', '--global', '--prefix', prefix, address], {
        stdio: 'pipe',
      });
      assert.deepEqual(readdirSync(join(prefix, 'lib/node_modules')), ['dce-lint']);
      assert.ok(!existsSync(join(prefix, 'lib/node_modules/dce-lint/node_modules')));
      const program = join(prefix, 'bin/dce-lint');
      const { status, stdout } = spawnSync(program, ['check', '--exclude', 'npm', '--format', 'json'], { cwd });
      assert.equal(status, 1, String(stdout));
    })).timeout(120_000);
});
