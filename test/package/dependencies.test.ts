import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** Packages that a `package.json` asks for. */
const askedFor = (folder: string): string[] => {
  const { dependencies, devDependencies } = JSON.parse(read(`${folder}package.json`));
  return Object.keys({ ...dependencies, ...devDependencies }).sort();
};

const [, chapter = ''] = read('CONTRIBUTING.md').split(/^## Dependencies\n/m);
const rows = [...(chapter.split(/^## /m)[0] ?? '').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)];
const reasons = new Map(rows.map(([, name = '', reason = '']) => [name, reason]));

const APART = ['scripts/packaging', 'scripts/bench', 'test/editor', 'test/formats'];

describe('The table of dependencies in CONTRIBUTING.md', () => {
  it('says once why each package is there, and of none that is not', () => {
    const lines = rows.map(([, name = '']) => name).filter((name) => !APART.includes(name));
    assert.deepEqual(lines.sort(), askedFor(''));
  });

  it('says it of those that are installed apart', () => {
    for (const folder of APART) {
      const named = [...(reasons.get(folder) ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name);
      const missing = askedFor(`${folder}/`).filter((name) => !named.includes(name));
      assert.deepEqual(missing, [], folder);
    }
  });
});
