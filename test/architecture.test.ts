import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const walk = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((d) => {
    if (d.name === 'node_modules' || d.name.startsWith('.')) return [];
    const path = join(dir, d.name);
    return d.isDirectory() ? walk(path) : /\.m?ts$/.test(d.name) ? [path] : [];
  });

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

/** Every import of the rooms, relative ones as paths from the root. */
function imports(): Import[] {
  return ['client', 'server', 'rules', 'scripts']
    .flatMap((room) => walk(join(root, room)))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((m) => {
        const target = (m[2] ?? m[3]) as string;
        const to = target.startsWith('.') ? relative(root, normalize(join(dirname(file), target))) : target;
        return {
          from: relative(root, file).split(sep).join('/'),
          to: to.split(sep).join('/'),
          typeOnly: Boolean(m[1]),
        };
      }),
    );
}

const all = imports();
/** The room of a fact; empty for what is in none. */
const factRoom = (path: string) => /^rules\/facts\/([^/]+)\/.*\.ts$/.exec(path)?.[1] ?? '';
const room = (path: string) => path.split('/').slice(0, 2).join('/');
const THEMES = readdirSync(join(root, 'rules'), { withFileTypes: true })
  .filter(
    (d) =>
      d.isDirectory() &&
      !['kit', 'reading', 'concepts', 'facts', 'consultation', 'law', 'clauses', 'formats'].includes(d.name),
  )
  .map((d) => `rules/${d.name}`);

const refuse = (sentence: string, wrong: (i: Import) => boolean) =>
  it(sentence, () => {
    assert.deepEqual(
      all.filter(wrong).map((i) => `${i.from} imports ${i.to}`),
      [],
      sentence,
    );
  });

/** Who takes from whom, itself left out. */
function taking(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const below = new Map<string, Set<string>>();
  for (const [from, to] of pairs)
    if (from && to && from !== to) below.set(from, (below.get(from) ?? new Set()).add(to));
  return below;
}

/** The circles that a walk along the imports comes upon, each as « a → b → a ». */
function circles(below: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  const walked = new Set<string>();
  const go = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) found.push([...path.slice(path.indexOf(name)), name].join(' → '));
    if (walked.has(name)) return;
    walked.add(name);
    for (const next of below.get(name) ?? []) go(next, [...path, name]);
  };
  for (const name of below.keys()) go(name, []);
  return found;
}

describe('the rooms of the house', () => {
  it('are found by their imports', () => {
    assert.ok(all.length > 50);
    assert.ok(existsSync(join(root, 'rules/kit/draft.ts')));
  });

  const isLocal = (to: string) => /^(?:client|server|rules|test|scripts)\//.test(to);

  refuse(
    'The client takes types of the protocol and nothing else of the server or the rules.',
    (i) =>
      i.from.startsWith('client/') && isLocal(i.to) && !i.to.startsWith('client/') && !(i.to === 'server/protocol.ts'),
  );
  refuse('No rule imports a rule.', (i) => THEMES.includes(room(i.from)) && THEMES.includes(room(i.to)));
  refuse(
    'A rule takes what it needs from consultation, facts, law, clauses and kit.',
    (i) => THEMES.includes(room(i.from)) && !/^rules\/(?:consultation|facts|law|clauses|kit)\//.test(i.to),
  );
  refuse(
    'Facts take from what is read, law and kit (and from one another).',
    (i) => i.from.startsWith('rules/facts/') && isLocal(i.to) && !/^rules\/(?:facts|reading|law|kit)\//.test(i.to),
  );
  refuse(
    'Of a room of facts, what is outside takes its index.ts alone (the generated list apart).',
    (i) =>
      /^rules\/facts\/[^/]+\/(?!index\.ts$).*\.ts$/.test(i.to) &&
      factRoom(i.from) !== factRoom(i.to) &&
      i.from !== 'rules/facts/index.ts',
  );
  it('Facts are in rooms, and no room takes from one that takes from it.', () => {
    const below = taking(all.map(({ from, to }) => [factRoom(from), factRoom(to)]));
    assert.ok(below.size > 15);
    assert.deepEqual(circles(below), []);
    assert.deepEqual(
      readdirSync(join(root, 'rules/facts')).filter((f) => f.endsWith('.ts')),
      ['index.ts'],
    );
  });
  it('No file takes from one that takes from it, by however many others: not even a type.', () => {
    const below = taking(all.filter(({ to }) => isLocal(to)).map(({ from, to }) => [from, to]));
    assert.ok(below.size > 500);
    assert.deepEqual(circles(below), []);
  });
  refuse(
    'The consultation takes from facts and kit.',
    (i) =>
      i.from.startsWith('rules/consultation/') && isLocal(i.to) && !/^rules\/(?:consultation|facts|kit)\//.test(i.to),
  );
  refuse(
    'Reading takes from the kit only.',
    (i) => i.from.startsWith('rules/reading/') && isLocal(i.to) && !/^rules\/(?:reading|kit)\//.test(i.to),
  );
  refuse(
    'The kit takes nothing from the other rooms.',
    (i) => i.from.startsWith('rules/kit/') && isLocal(i.to) && !i.to.startsWith('rules/kit/'),
  );
  refuse(
    'The law takes from the kit only.',
    (i) => i.from.startsWith('rules/law/') && isLocal(i.to) && !/^rules\/(?:law|kit)\//.test(i.to),
  );
  refuse(
    'The rules know nothing of the server, and nothing knows the tests.',
    (i) => (i.from.startsWith('rules/') && /^(?:server|client)\//.test(i.to)) || i.to.startsWith('test/'),
  );
  refuse(
    'The core is pure: no editor, no protocol, no file system, no network, no process.',
    (i) => i.from.startsWith('server/core/') && /^(?:node:(?!util)|vscode|fs$|net$|http|child_process)/.test(i.to),
  );
  refuse(
    'Reports are made of what the core says, without file, network nor process.',
    (i) =>
      i.from.startsWith('server/report/') &&
      (isLocal(i.to) ? !/^server\/(?:core|report)\//.test(i.to) : /^(?:node:|vscode|fs$|net$|http)/.test(i.to)),
  );
  refuse(
    'Rules and kit touch no file, clock, network or process.',
    (i) => i.from.startsWith('rules/') && /^(?:node:|vscode|fs$|net$|http|child_process)/.test(i.to),
  );
  refuse(
    'The Word converter turns bytes into text and text into bytes: no file, no network, no process.',
    (i) => i.from.startsWith('server/word/') && /^(?:node:|vscode|fs$|net$|http|child_process)/.test(i.to),
  );
  refuse(
    'The Word converter is loaded on demand.',
    (i) => !i.from.startsWith('server/word/') && i.to.startsWith('server/word/') && i.to !== 'server/word/index.ts',
  );
  refuse(
    'What reads spreadsheets and notices takes from the kit only.',
    (i) => i.from.startsWith('rules/formats/') && isLocal(i.to) && !/^rules\/(?:formats|kit)\//.test(i.to),
  );
  refuse(
    'What reads spreadsheets and notices is loaded on demand.',
    (i) =>
      !i.from.startsWith('rules/formats/') && i.to.startsWith('rules/formats/') && i.to !== 'rules/formats/index.ts',
  );
  refuse(
    'The Model Context Protocol and its schemas are loaded on demand.',
    (i) =>
      (i.to === 'server/mcp/main.ts' && i.from !== 'server/cli/commands/mcp.ts') ||
      (i.to === 'server/mcp/schemas.ts' && !i.typeOnly && !/^(?:server\/mcp\/main\.ts|scripts\/)/.test(i.from)) ||
      (/^(?:@modelcontextprotocol\/|zod)/.test(i.to) &&
        !/^(?:server\/mcp\/(?:main|schemas)\.ts|scripts\/)/.test(i.from)),
  );
  refuse(
    'Only convert.ts, server.ts, the entries, the host over the client, the features and the client of the bench speak LSP.',
    (i) =>
      /^vscode-languageserver/.test(i.to) &&
      !/^(?:server\/(?:convert|server|main|web-main|client-host|protocol|features\/|workspace)|scripts\/bench\/client)/.test(
        i.from,
      ),
  );
});
