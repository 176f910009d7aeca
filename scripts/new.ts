/**
 * `npm run new-rule theme/name`, `npm run new-concept theme/name`: writes the file with what there is to fill between
 * square brackets, which the tests refuse until it is filled, and says what to run next. Nothing that stands is written over.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { THEMES, themeOf } from '../server/core/themes.ts';

const ENGLISH = 'l10n/rules.en.json';

const MAKE = { rule: newRule, concept: newConcept } as const;
const [kind = '', id = '', ...more] = process.argv.slice(2);
const make = MAKE[kind as keyof typeof MAKE] ?? refuse('usage: new.ts rule|concept theme/name');
if (!id || more.length > 0)
  refuse(`one id is expected: npm run new-${kind} theme/name, for instance candidature/visite-imposee`);
if (!/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/.test(id))
  refuse(`"${id}" is no id: theme/name is expected, in small letters from a to z and single hyphens`);
if (!Object.hasOwn(THEMES, themeOf(id)))
  refuse(
    `no theme "${themeOf(id)}": there are ${Object.keys(THEMES).join(', ')} (a new one is a line of server/core/themes.ts)`,
  );
make(id);

function refuse(what: string): never {
  console.error(`new-${kind || 'rule'}: ${what}`);
  process.exit(2);
}

function free(path: string): string {
  if (existsSync(path)) refuse(`${path} is there already, nothing was written`);
  return path;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
}

function newRule(id: string): void {
  const path = free(`rules/${id}.ts`);
  const english = JSON.parse(readFileSync(ENGLISH, 'utf8')) as { rules: Record<string, unknown> };
  if (Object.hasOwn(english.rules, id)) refuse(`${ENGLISH} has "${id}" already, nothing was written`);
  write(path, ruleFile(id));
  const entries = Object.entries(english.rules);
  const after = entries.findIndex(([other]) => other > id);
  entries.splice(after < 0 ? entries.length : after, 0, [
    id,
    {
      title: '[Title, in English]',
      messages: { fault: '[The fault, in 90 characters.]\n[Why it matters and what to write.]' },
    },
  ]);
  writeFileSync(ENGLISH, `${JSON.stringify({ ...english, rules: Object.fromEntries(entries) }, null, 2)}\n`);
  console.log(`Written: ${path}, and its English in ${ENGLISH}. Fill what is between [ ] in both, then:

  RULES=${id} npx mocha --spec test/rules/rules.test.ts    the examples, until they are green
  npm run generate                                         registry, documentation page, settings
  npx mocha --spec test/server/english.long.test.ts test/rules/messages.long.test.ts    the two lines of each message, in both languages
  npm run format && npm test

CONTRIBUTING.md, « Adding a rule », says what a good rule holds.`);
}

function ruleFile(id: string): string {
  const room = `rules/facts/${themeOf(id)}`;
  const asks = existsSync(room) ? `${room} has: ${factsOf(room).join(', ')}` : 'see rules/facts/*/index.ts';
  return `import type { Said } from '../facts/commun/index.ts';
import { defineRule } from '../kit/rule.ts';

export default defineRule({
  id: '${id}',
  title: '[What is found, a French noun phrase without a full stop]',
  level: 'warning',
  pieces: ['rc'],
  why: \`[What is at stake for the buyer, in a French sentence or two.]\`,
  // [Law and guide, by the functions of ../kit/source.ts: ccp('R2151-8'), guide('I.D', 10).]
  sources: [],
  messages: {
    fault: '[The fault, in French, in 90 characters.]\\n[Why it matters and what to write.]',
  },
  examples: {
    bad: ['⟦[A sentence with the fault, the place of the finding between the marks.]⟧', '⟦[Another wording of it.]⟧'],
    good: ['[A look-alike that is innocent.]', '[The fault put right.]'],
    limits: [],
  },
  *check(piece) {
    // [Where the fault is said: what a fact gives, piece.ask(fact).]
    // [Facts: ${asks}.]
    const places: readonly Said[] = [];
    for (const { at, doubt } of places) yield { at, message: 'fault', doubt };
  },
});
`;
}

/** The facts that a room lets others ask. */
function factsOf(room: string): string[] {
  const shown = readFileSync(join(room, 'index.ts'), 'utf8');
  return readdirSync(room)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .flatMap((file) => [...readFileSync(join(room, file), 'utf8').matchAll(/^export const (\w+)\b.*= defineFact\b/gm)])
    .map((match) => match[1] as string)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(shown))
    .sort();
}

function newConcept(id: string): void {
  const path = free(`rules/concepts/${id}.yaml`);
  write(path, conceptFile(id));
  console.log(`Written: ${path}. Fill what is between [ ]: a hundred wordings and a hundred look-alikes, by three hands at least, then:

  npx mocha --spec test/reading/concepts.slow.test.ts    what is missing, with its line
  npm run train                                          a dozen minutes: the model, and what it finds of each concept
  npm run build && node dist/cli.cjs read "A sentence." --piece rc
  npm test

CONTRIBUTING.md, « Teaching a wording », says what a good concept holds.`);
}

function conceptFile(id: string): string {
  const rules = existsSync(`rules/${id}.ts`) ? id : '';
  const hands = (what: string) =>
    nextHands(3).map((hand) => `  ${hand}:\n    - ["[Heading]", "[What announces it, or nothing]", "[${what}]"]\n`);
  return `dit-que: "[What a statement says, in one French sentence]"
pieces: [rc]
regles: [${rules}] # the rules that rest on it
role: faute # or reponse, what answers a rule of absence; or matiere, what wakes a rule and is lawful in itself
dit:
${hands('A wording').join('')}ne-dit-pas:
${hands('A look-alike that does not say it').join('')}`;
}

/** Names for new hands: whoever writes lines is a hand, and is held out whole when thresholds are set. */
function nextHands(count: number): string[] {
  const root = 'rules/concepts';
  const files = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
  const taken = files
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/^ {2}h(\d+):$/gm)])
    .reduce((most, match) => Math.max(most, Number(match[1])), 0);
  return Array.from({ length: count }, (_, i) => `h${taken + 1 + i}`);
}
