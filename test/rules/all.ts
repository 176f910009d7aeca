import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Rule } from '../../rules/kit/rule.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'rules');
const ROOMS = ['kit', 'reading', 'concepts', 'facts', 'consultation', 'law', 'clauses', 'formats'];

/** Every rule file, found by folder rather than by the registry: `{ id of the path, rule }`. */
export async function everyRule(): Promise<readonly { path: string; rule: Rule }[]> {
  const themes = readdirSync(root, { withFileTypes: true })
    .filter((d) => d.isDirectory() && !ROOMS.includes(d.name))
    .map((d) => d.name)
    .sort();
  const paths = themes.flatMap((theme) =>
    readdirSync(join(root, theme))
      .filter((f) => f.endsWith('.ts'))
      .sort()
      .map((f) => `${theme}/${f.slice(0, -3)}`),
  );
  return Promise.all(
    paths.map(async (path) => {
      const module = (await import(pathToFileURL(join(root, `${path}.ts`)).href)) as { default: Rule };
      return { path, rule: module.default };
    }),
  );
}
