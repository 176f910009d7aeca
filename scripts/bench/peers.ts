import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(join(here, 'package.json'));
const bin = (path: string) => join(here, 'node_modules', path);
const versionOf = (name: string): string =>
  (require(join(here, 'node_modules', name, 'package.json')) as { version: string }).version;

/** A program measured: on its stock rules for Markdown. */
export interface Program {
  readonly name: string;
  readonly version: string;
  readonly checks: string;
  /** Checks every Markdown file of the folder it runs in. */
  readonly whole: readonly string[];
  /** Its language server, where it has one. */
  readonly server?: { readonly command: readonly string[]; readonly pull: boolean; readonly ranges: boolean };
}

export const ours: Program = {
  name: 'dce-lint',
  version: (require(join(root, 'package.json')) as { version: string }).version,
  checks: '138 règles sur le sens du texte, entre pièces',
  whole: ['node', join(root, 'dist/cli.cjs'), 'check', '.', '--format', 'json', '--fail-on', 'never'],
  // As the extension starts it (client/node.ts).
  server: {
    command: ['node', '--no-regexp-tier-up', '--min-semi-space-size=16', join(root, 'dist/server.cjs'), '--stdio'],
    pull: true,
    ranges: true,
  },
};

/** The same again on what has not changed. */
export const warm: Program = {
  ...ours,
  checks: 'les mêmes, rien n’ayant changé depuis un premier passage avec --cache',
  whole: [...ours.whole, '--cache'],
};

export const peers: readonly Program[] = [
  {
    name: 'markdownlint-cli2',
    version: versionOf('markdownlint-cli2'),
    checks: 'forme du Markdown',
    whole: ['node', bin('markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'],
  },
  {
    name: 'remark-cli',
    version: versionOf('remark-cli'),
    checks: 'forme du Markdown (préréglage recommandé, gfm, frontmatter)',
    whole: [
      'node',
      bin('remark-cli/cli.js'),
      '.',
      '--quiet',
      ...['remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended'].flatMap((n) => [
        '--use',
        bin(`${n}/index.js`),
      ]),
    ],
  },
  {
    name: 'cspell',
    version: `${versionOf('cspell')} + dict-fr-fr ${versionOf('@cspell/dict-fr-fr')}`,
    checks: 'orthographe française',
    whole: ['node', bin('cspell/bin.mjs'), 'lint', '--no-progress', '--quiet', '--config', 'cspell.json', '**/*.md'],
  },
  {
    name: 'rumdl (natif)',
    version: versionOf('@rumdl/cli-linux-x64'),
    checks: 'forme du Markdown',
    whole: [bin('@rumdl/cli-linux-x64/rumdl'), 'check', '--no-cache', '.'],
    server: { command: [bin('@rumdl/cli-linux-x64/rumdl'), 'server'], pull: false, ranges: false },
  },
];

/** What a peer needs beside the drafts. */
export function prepare(folder: string): void {
  const cspell = { version: '0.2', language: 'fr,fr-fr', import: [bin('@cspell/dict-fr-fr/cspell-ext.json')] };
  writeFileSync(join(folder, 'cspell.json'), JSON.stringify(cspell));
}
