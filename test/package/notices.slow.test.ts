import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
// @ts-expect-error plain JavaScript, without types
import { bundles } from '../../scripts/build.mjs';
// @ts-expect-error plain JavaScript, without types
import { bundledPackages, madeOf } from '../../scripts/bundled.mjs';
// @ts-expect-error plain JavaScript, without types
import { notices } from '../../scripts/notices.mjs';

/** Licences that let a program be handed on, with their text alone as a condition. Any other is to be read by a person first. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MPL-2.0'];

interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence?: string;
  readonly texts: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of the packages that have bytes in a bundle, as esbuild says. */
const foldersOf = (metafiles: readonly Metafile[]) => {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap((o) => Object.entries(o.inputs)));
  const folders = inputs.flatMap(([path, { bytesInOutput }]) => {
    const at = path.lastIndexOf('node_modules/');
    if (at < 0 || bytesInOutput === 0) return [];
    const parts = path.slice(at).split('/');
    return [path.slice(0, at) + parts.slice(0, parts[1]?.startsWith('@') ? 3 : 2).join('/')];
  });
  return [...new Set(folders)];
};

/** Packages with no line of their own in the notices. */
const unnamed = (folders: readonly string[], text: string) =>
  folders
    .map((folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')))
    .map(({ name, version }) => `${name} ${version}`)
    .filter((named) => !text.split('\n').some((line) => line.startsWith(`${named} (`)));

describe('The licences that go with the bundles', () => {
  let metafiles: Metafile[];
  let packages: Bundled[];
  let text: string;

  before(async () => {
    metafiles = [];
    for (const bundle of bundles) {
      const { metafile } = await build<{ metafile: true }>({ ...bundle, metafile: true, write: false });
      metafiles.push(metafile);
    }
    packages = bundledPackages(madeOf(metafiles, root), root);
    text = notices(packages);
  }).timeout(0);

  it('name every package that a bundle holds', () => {
    const folders = foldersOf(metafiles);
    assert.ok(folders.length > 50, String(folders.length));
    assert.deepEqual(unnamed(folders, text), []);
    assert.deepEqual(unnamed(folders, text.replace(/^yaml .*$/m, '')).length, 1);
  });

  it('are all on the list of those that ask for no more than their text', () => {
    const others = packages.filter(({ licence }) => !ALLOWED.includes(licence ?? ''));
    assert.deepEqual(others, []);
  });

  it('are given whole, with the notices that Apache-2.0 asks to hand on', () => {
    for (const { name, texts } of packages) for (const part of texts) assert.ok(text.includes(part), name);
    const noticed = foldersOf(metafiles).filter((folder) => existsSync(join(root, folder, 'NOTICE')));
    assert.ok(noticed.some((folder) => folder.endsWith('/echarts')));
    for (const folder of noticed) assert.ok(text.includes(readFileSync(join(root, folder, 'NOTICE'), 'utf8').trim()));
    assert.match(text, /Copyright 2010-2016 Mike Bostock/, 'd3, in ECharts');
  });

  it('are the same at each build', () => {
    assert.equal(notices(bundledPackages(madeOf([...metafiles].reverse(), root), root)), text);
  });

  it('cannot be written for a package without a licence text', () => {
    assert.throws(() => notices([{ name: 'bare', version: '1.0.0', licence: 'MIT', texts: [] }]), /bare 1\.0\.0/);
  });
});

describe('A package that carries another in its own file', () => {
  const host = 'node_modules/host/index.js';
  const metafile = {
    inputs: { [host]: { bytes: 9, imports: [] } },
    outputs: { 'out.js': { inputs: { [host]: { bytesInOutput: 9 } }, imports: [], exports: [], bytes: 9 } },
  } as Metafile;

  const inRoot = (files: Readonly<Record<string, string>>, see: (folder: string) => void) => {
    const folder = mkdtempSync(join(tmpdir(), 'dce-lint-notices-'));
    try {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      see(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const files = {
    [host]: '// node_modules/@a/guest/main.js\nlet a;\n//#region node_modules/other/main.js\n',
    'node_modules/host/package.json': '{ "name": "host", "version": "1.0.0", "license": "MIT" }',
    'node_modules/host/LICENSE': 'its licence',
    'node_modules/@a/guest/package.json': '{ "name": "@a/guest", "version": "2.0.0", "licenses": [{ "type": "MIT" }] }',
    'node_modules/@a/guest/README.md': '# Guest\n\n## License\n\nAs you like.\n',
  };
  const other = {
    'node_modules/host/node_modules/other/package.json': '{ "name": "other", "version": "3.0.0", "license": "ISC" }',
    'node_modules/host/node_modules/other/LICENCE.md': 'another',
  };

  it('is listed with it', () =>
    inRoot({ ...files, ...other }, (folder) => {
      assert.deepEqual(bundledPackages(madeOf([metafile], folder), folder), [
        { name: '@a/guest', version: '2.0.0', licence: 'MIT', texts: ['As you like.'] },
        { name: 'host', version: '1.0.0', licence: 'MIT', texts: ['its licence'] },
        { name: 'other', version: '3.0.0', licence: 'ISC', texts: ['another'] },
      ]);
    }));

  it('stops the build where its licence is not known', () =>
    inRoot(files, (folder) => assert.throws(() => madeOf([metafile], folder), /host\/index\.js carries other/)));
});
