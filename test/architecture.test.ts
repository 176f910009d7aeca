import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain } from '../rules/kit/french/fold.ts';
import { literalsIn } from './patterns/every.ts';

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

/** What rules and the server are to leave to facts. */
const asksFacts = (path: string) => THEMES.includes(room(path)) || path.startsWith('server/');
/** Of what reads French, `fold.ts` alone finds nothing: it makes keys and names alike. */
const findsWords = ({ from, to, typeOnly }: Import) =>
  asksFacts(from) && !typeOnly && /^rules\/kit\/(?:text|french\/(?!fold\.ts)[^/]+)\.?/.test(to);

/** The words that the reader knows, folded. */
const WORDS = new Set(
  readdirSync(join(root, 'rules/reading/lexicon')).flatMap((name) =>
    readFileSync(join(root, 'rules/reading/lexicon', name), 'utf8')
      .split('\n')
      .flatMap((line) => (line.split('\t')[1] ?? '').split(/[^\p{L}]+/u).map(plain))
      .filter((word) => word.length >= 4),
  ),
);
/** The French words of an expression, but for the mark of our own fields. */
const frenchIn = ({ source }: RegExp): string[] =>
  (plain(source.replace(/\\u[\da-f]{4}|\\[a-z]|\(\?<\w+>|à compléter|\?/gi, ' ')).match(/[a-z]+/g) ?? []).filter(
    (word) => WORDS.has(word) || WORDS.has(word.replace(/s$/, '')),
  );
/** Names that tell nothing of what they are of, as a text declares them. */
const namesIn = (text: string): string[] =>
  [
    ...text.matchAll(/^(?:export )?(?:interface|type|class|const) (Row|Table|Reading|Read|OTHER|ELSEWHERE|MOST)\b/gm),
  ].map((m) => m[1] as string);
/** Files whose expressions of French words run on something else than the sentences of a draft. */
const NO_DRAFT: ReadonlyMap<string, string> = new Map([
  ['rules/concours/ouvert-ou-restreint.ts', 'the text of our clause'],
  ['rules/pi/clause-alteree.ts', 'the text of our clauses, in examples'],
  ['rules/procedure/achat-innovant.ts', 'the text of our clause'],
  ['rules/procedure/motif-derogatoire.ts', 'the fields of our clause'],
  ['rules/procedure/negociee-exclusivite.ts', 'the text of our clause'],
  ['server/cli/cache.ts', 'names of files'],
  ['server/cli/fingerprint.ts', 'our comments'],
  ['server/cli/mistakes.ts', 'what the library of the command line says'],
  ['server/cli/watch.ts', 'names of files'],
  ['server/companions.ts', 'names of files'],
  ['server/core/citation-check.ts', 'names of rules'],
  ['server/core/explain-cited.ts', 'what is asked'],
  ['server/core/parts.ts', 'names of folders'],
  ['server/core/suppress.ts', 'our comments'],
  ['server/core/yaml/schema.ts', 'our schemas'],
  ['server/documents.ts', 'our messages'],
  ['server/features/clauses.ts', 'what is asked'],
  ['server/forms.ts', 'names of files'],
  ['server/main.ts', 'the command line'],
  ['server/mcp/tools/citations.ts', 'what is asked'],
  ['server/mcp/tools/clauses.ts', 'what is asked'],
  ['server/report/rapport-couverture.ts', 'our labels'],
]);

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
  refuse('Rules and server read no sentence: they take nothing that finds words, and ask the facts.', findsWords);
  it('would see a rule that takes what finds words', () => {
    const taking = (from: string, to: string, typeOnly = false) => findsWords({ from, to, typeOnly });
    assert.ok(taking('rules/pi/garantie.ts', 'rules/kit/french/pattern.ts'));
    assert.ok(taking('server/core/lint.ts', 'rules/kit/text.ts'));
    assert.ok(!taking('rules/facts/pi/droits.ts', 'rules/kit/french/pattern.ts'));
    assert.ok(!taking('rules/pi/garantie.ts', 'rules/kit/french/fold.ts'));
    assert.ok(!taking('rules/pi/garantie.ts', 'rules/kit/text.ts', true));
  });
  it('No rule and nothing of the server has a regular expression of French words, but on what is ours or no draft.', () => {
    const files = ['rules', 'server'].flatMap((r) => walk(join(root, r))).map((f) => relative(root, f));
    const asked = files.map((f) => f.split(sep).join('/')).filter((f) => asksFacts(f) && !f.startsWith('server/word/'));
    const french = literalsIn(asked).filter(({ pattern }) => frenchIn(pattern).length > 0);
    assert.deepEqual(
      french.filter(({ path }) => !NO_DRAFT.has(path)).map(({ path, pattern }) => `${path}: ${pattern}`),
      [],
    );
    assert.deepEqual([...new Set(french.map(({ path }) => path))].sort(), [...NO_DRAFT.keys()].sort());
  }).timeout(240_000);
  it('A name says which: none of the words that many would take is taken twice.', () => {
    const declared = ['rules', 'server']
      .flatMap((r) => walk(join(root, r)))
      .flatMap((file) => namesIn(readFileSync(file, 'utf8')));
    const twice = declared.filter((name, i) => declared.indexOf(name) !== i);
    assert.deepEqual([...new Set(twice)], []);
    assert.deepEqual(namesIn('export interface Row {}\nconst OTHER = /x/;\nconst OTHER_SUM = 1;\n'), ['Row', 'OTHER']);
  });
  it('knows French words by the lexicon', () => {
    assert.deepEqual(frenchIn(/redevances? due|^Néant$/), ['redevances', 'neant']);
    assert.deepEqual(frenchIn(/^\p{Lu}[a-z]*\s+\d+|\.(?:md|docx)$|\[à compléter : [^\]]*\]/u), []);
  });
});
