/**
 * Makes a version: `npm run release -- [patch|minor|major|X.Y.Z] [--dry-run]`. In `release/` go the `.vsix` (desktop and web in
 * one), the package for npm (the command line and its server alone), the tree that the GitHub action runs from, SHA-256 checksums
 * and the notes. The version follows the last tag `vX.Y.Z` (that of package.json where there is none); the notes are what CHANGELOG.md
 * has under « Non publié », which gets the version's name and day.
 *
 * With `--dry-run` all of it is made, and nothing else is touched. Without, package.json, its lock and CHANGELOG.md are written and
 * committed, and the tag is set on a commit of its own that holds what npm is given: an action and a hook run from a tag, which npm
 * would otherwise build first, with all that this takes; and the branch keeps no built file. Nothing is pushed nor published: the commands are printed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What the action runs from. */
const RUN_BY_ACTION = [
  ...['cli', 'report', 'word', 'formats'].map((bundle) => `dist/${bundle}.cjs`),
  'dist/model.bin',
  'dist/THIRD_PARTY_NOTICES.txt',
];

/** What npm is given beside the manifest. */
const GIVEN_TO_NPM = [
  ...['cli', 'server', 'report', 'word', 'wordings', 'formats', 'mcp'].map((bundle) => `dist/${bundle}.cjs`),
  ...['dist/model.bin', 'dist/wordings.json'],
  ...['dist/THIRD_PARTY_NOTICES.txt', 'dist/sbom.cdx.json', 'schemas', 'man/dce-lint.1', 'CHANGELOG.md', 'LICENSE'],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}release`;
/** Bytes that a `.vsix` may be without a word. */
const LIGHT = 4 << 20;

const { values, positionals } = parseArgs({ options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true });
const dryRun = values['dry-run'] === true;

const run = (/** @type {string} */ program, /** @type {string[]} */ ...args) =>
  execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
const fail = (/** @type {string} */ words) => {
  console.error(`release: ${words}`);
  process.exit(1);
};
const read = (/** @type {string} */ path) => readFileSync(`${root}${path}`, 'utf8');
const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;

const manifest = JSON.parse(read('package.json'));
const version = next(lastTag(), positionals[0]);
const { notes, changelog } = changesOf(read('CHANGELOG.md'), version);
if (!dryRun) {
  if (manifest.repository.url.includes('VOTRE-ORGANISATION'))
    fail('fill in the address of the repository in package.json first');
  if (run('git', 'status', '--porcelain') !== '') fail('there are changes that are not committed');
}

const before = ['package.json', 'package-lock.json', 'CHANGELOG.md'].map(
  (path) => /** @type {const} */ ([path, read(path)]),
);
try {
  writeVersion();
  build();
  if (!dryRun) tag();
} finally {
  if (dryRun) for (const [path, text] of before) writeFileSync(`${root}${path}`, text);
}

/** The last version that was tagged; undefined where there is none, or no history. */
function lastTag() {
  try {
    return execFileSync('git', ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .slice(1);
  } catch {
    return undefined;
  }
}

/** The version to make; what package.json says is the first. */
function next(/** @type {string | undefined} */ last, /** @type {string | undefined} */ wanted) {
  if (wanted && /^\d+\.\d+\.\d+$/.test(wanted)) return wanted;
  if (!last && !wanted) return manifest.version;
  const [major = 0, minor = 0, patch = 0] = (last ?? manifest.version).split('.').map(Number);
  switch (wanted ?? 'minor') {
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'major':
      return `${major + 1}.0.0`;
    default:
      return fail(`« ${wanted} » is neither patch, minor, major nor a version`);
  }
}

/** What is under « Non publié », and the journal with that named. */
function changesOf(/** @type {string} */ text, /** @type {string} */ name) {
  const [, head = '', notes = '', rest = ''] =
    /^([\s\S]*?)^## Non publié\n([\s\S]*?)(^## [\s\S]*)?$(?![\s\S])/m.exec(text) ?? [];
  if (notes.trim() === '') fail('CHANGELOG.md has nothing under « Non publié »');
  const day = new Date().toISOString().slice(0, 10);
  return { notes: notes.trim(), changelog: `${head}## Non publié\n\n## ${name} (${day})\n${notes}${rest}` };
}

function writeVersion() {
  const set = (/** @type {string} */ path) =>
    writeFileSync(`${root}${path}`, read(path).replace(`"version": "${manifest.version}"`, `"version": "${version}"`));
  set('package.json');
  const lock = JSON.parse(read('package-lock.json'));
  lock.version = version;
  lock.packages[''].version = version;
  writeFileSync(`${root}package-lock.json`, json(lock));
  writeFileSync(`${root}CHANGELOG.md`, changelog);
}

function build() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const vsix = `${out}/dce-lint-${version}.vsix`;
  run(process.execPath, 'scripts/build.mjs');
  run(process.execPath, 'scripts/package.mjs', '--out', vsix);
  makeNpm();
  makeAction();
  writeFileSync(`${out}/NOTES.md`, `${notes}\n`);
  const made = readdirSync(out).filter((name) => /\.(?:vsix|tgz)$/.test(name));
  const sums = made.map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(`${out}/${name}`))
        .digest('hex')}  ${name}\n`,
  );
  writeFileSync(`${out}/SHA256SUMS`, sums.join(''));
  console.log(`version ${version}${dryRun ? ' (nothing is written but release/)' : ''}`);
  for (const name of made) console.log(`${name}: ${(statSync(`${out}/${name}`).size / 1e6).toFixed(1)} MB`);
  if (statSync(vsix).size > LIGHT)
    console.log(
      `more than ${LIGHT >> 20} MiB: docs/performance.md says what takes the room, and why (« Taille de l’extension »)`,
    );
}

/** The command line for npm, without what is the extension's: a manifest of its own, made from ours. */
function makeNpm() {
  const folder = `${out}/npm`;
  const { name, description, license, repository, publishConfig, keywords, bin, man } = manifest;
  const { node } = manifest.engines;
  const own = { name, version, description, license, repository, publishConfig, keywords, engines: { node }, bin, man };
  for (const file of GIVEN_TO_NPM) cpSync(`${root}${file}`, `${folder}/${file}`, { recursive: true });
  cpSync(`${root}dist/README.md`, `${folder}/README.md`);
  writeFileSync(`${folder}/package.json`, json({ ...own, files: GIVEN_TO_NPM }));
  execFileSync('npm', ['pack', '--pack-destination', out], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** What the GitHub action needs to run: nothing is installed. */
function makeAction() {
  const folder = `${out}/action`;
  for (const file of ['action.yml', 'LICENSE', ...RUN_BY_ACTION]) cpSync(`${root}${file}`, `${folder}/${file}`);
}

/** Commits the version, and tags a commit beside the branch that holds what was built. */
function tag() {
  if (!existsSync(`${root}.git`)) fail('there is no history to tag');
  const branch = run('git', 'symbolic-ref', '--short', 'HEAD');
  run(
    'git',
    'commit',
    '--quiet',
    '--message',
    `Release ${version}`,
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
  );
  run('git', 'checkout', '--quiet', '--detach');
  try {
    cpSync(`${out}/npm/package.json`, `${root}package.json`);
    run('git', 'rm', '--quiet', '--cached', 'package-lock.json');
    run('git', 'add', '--force', 'package.json', ...GIVEN_TO_NPM);
    run('git', 'commit', '--quiet', '--message', `Add what ${version} runs from`);
    run('git', 'tag', '--annotate', `v${version}`, '--message', `DCE Lint ${version}`);
  } finally {
    run('git', 'checkout', '--quiet', '--force', branch);
  }
  console.log(`git push origin ${branch} v${version}`);
  console.log('npm publish release/npm        (with provenance, from a CI that npm knows: untested)');
  console.log(`npx vsce publish --packagePath release/dce-lint-${version}.vsix`);
}
