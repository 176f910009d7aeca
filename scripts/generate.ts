/**
 * Writes what comes out of the rules and the clause library: registry, clause data, catalogue page, one documentation
 * page a rule, settings of the extension, schemas of the configuration and of `dce.yaml`. With `--check`, writes nothing and fails when a file is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import type { Rule } from '../rules/kit/rule.ts';
import { LEVEL_NAMES } from '../server/core/explain.ts';
import type { Catalogue } from '../server/core/phrasebook.ts';
import { THEMES, themeOf } from '../server/core/themes.ts';
import { configurationSchema } from '../server/core/yaml/configuration.ts';
import { dceSchema } from '../server/core/yaml/dce.ts';
import { inputSchema, offers } from '../server/mcp/schemas.ts';
import { catalogue, rulePage } from './pages.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];
const written = new Set<string>();

const write = (path: string, text: string) => {
  written.add(path);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (before === text) return;
  stale.push(path);
  if (check) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

const ROOMS = ['kit', 'reading', 'concepts', 'facts', 'consultation', 'formats', 'law', 'clauses'];
const NOTE = '// Made by `npm run generate`: change the files it comes from.';
const folders = (root: string) => readdirSync(root, { withFileTypes: true }).filter((d) => d.isDirectory());

const ids = folders('rules')
  .filter((d) => !ROOMS.includes(d.name))
  .flatMap((d) =>
    readdirSync(join('rules', d.name))
      .filter((f) => f.endsWith('.ts'))
      .map((f) => `${d.name}/${f.slice(0, -3)}`),
  )
  .sort();

const camel = (id: string) => id.replace(/[-/](\w)/g, (_, c: string) => c.toUpperCase());
write(
  'rules/index.ts',
  `${NOTE}
import type { Rule } from './kit/rule.ts';
${ids.map((id) => `import ${camel(id)} from './${id}.ts';`).join('\n')}

/** Every rule, in order of id. */
export const rules: readonly Rule[] = [
${ids.map((id) => `  ${camel(id)},`).join('\n')}
];
`,
);

const facts = readdirSync('rules/facts', { recursive: true })
  .map((f) => String(f).replaceAll('\\', '/'))
  .filter((f) => f.endsWith('.ts') && !f.endsWith('index.ts'))
  .sort();
const factNames: { file: string; name: string }[] = [];
for (const file of facts) {
  const source = readFileSync(join('rules/facts', file), 'utf8');
  for (const m of source.matchAll(/^export const (\w+)(?:: [^=]+)? = defineFact\b/gm))
    factNames.push({ file, name: m[1] as string });
}
// Two matters may give a fact the same name: the file's then tells them apart.
const aliasOf = ({ file, name }: { file: string; name: string }) =>
  factNames.filter((f) => f.name === name).length > 1 ? camel(`${file.slice(0, -3)}-${name}`) : name;
write(
  'rules/facts/index.ts',
  `${NOTE}
import type { Fact } from '../kit/piece.ts';
${[...new Set(factNames.map((f) => f.file))]
  .map((file) => {
    const names = factNames
      .filter((f) => f.file === file)
      .map((f) => (aliasOf(f) === f.name ? f.name : `${f.name} as ${aliasOf(f)}`));
    return `import { ${names.join(', ')} } from './${file}';`;
  })
  .join('\n')}

/** Every fact, as \`dce-lint facts\` prints them. */
export const facts: readonly Fact<unknown>[] = [
${factNames.map((f) => `  ${aliasOf(f)} as Fact<unknown>,`).join('\n')}
];
`,
);

/** Markdown files of a folder, each with its front matter. */
const markdown = (folder: string) =>
  readdirSync(folder)
    .filter((f) => f.endsWith('.md') && f !== 'README.md')
    .sort()
    .map((file) => {
      const [, head = '', body = ''] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
      return { head: parse(head) as Record<string, unknown>, body };
    });

const clauses = markdown('rules/clauses').map(({ head, body }) => {
  const heading = /^\s*## (.*)\n/.exec(body);
  return {
    ...head,
    ...(heading && { heading: heading[1] }),
    body: (heading ? body.slice(heading[0].length) : body).trim(),
  };
});
write(
  'rules/clauses/library.generated.ts',
  `${NOTE}
import type { Clause } from './clause.ts';

export const library: readonly Clause[] = ${JSON.stringify(clauses, null, 2)};
`,
);

// In the order in which a dossier is drawn up.
const PIECES = ['rc', 'cctp', 'ccap', 'ae', 'programme-fonctionnel', 'reglement-concours', 'appel-a-projets'];
const templates = markdown('rules/clauses/pieces')
  .map(({ head, body }) => ({ ...head, body: body.trim() }) as { piece?: unknown; body: string })
  .sort((a, b) => PIECES.indexOf(String(a.piece)) - PIECES.indexOf(String(b.piece)));
write(
  'rules/clauses/pieces.generated.ts',
  `${NOTE}
import type { Template } from './template.ts';

export const templates: readonly Template[] = ${JSON.stringify(templates, null, 2)};
`,
);

const rules: Rule[] = [];
for (const id of ids)
  rules.push(((await import(pathToFileURL(join('rules', `${id}.ts`)).href)) as { default: Rule }).default);

write('rules/README.md', catalogue(rules));
for (const rule of rules) write(`docs/regles/${rule.id}.md`, rulePage(rule));

// What a contributor's patch is anchored by: the first hand of each list of a concept.
const anchors = readdirSync('rules/concepts', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => {
    const source = readFileSync(join('rules/concepts', path), 'utf8');
    const after = (key: string) => new RegExp(`^${key}:\\n( {2}\\S+:)$`, 'm').exec(source)?.[1];
    const said = after('dit');
    // The look-alikes of what is said of a thing may all be what other concepts say of such.
    const unsaid = after('ne-dit-pas') ?? 'ne-dit-pas:';
    if (!said) throw new Error(`rules/concepts/${path}: "dit:" begins by a hand`);
    return [path.replace(/\.yaml$/, ''), { said, unsaid }];
  });
write('rules/reading/model/anchors.json', `${JSON.stringify(Object.fromEntries(anchors))}\n`);

write('schemas/dce.schema.json', `${JSON.stringify(dceSchema, null, 2)}\n`);
write('schemas/dce-lint.schema.json', `${JSON.stringify(configurationSchema(rules), null, 2)}\n`);

interface Section {
  readonly title: string;
  readonly order: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

const settingOf = (rule: Rule) => ({
  scope: 'resource',
  type: 'string',
  enum: ['défaut', 'error', 'warning', 'info', 'off'],
  enumItemLabels: ['default', 'error', 'warning', 'info', 'off'].map((level) => `%level.label.${level}%`),
  default: 'défaut',
  markdownDescription: `%rule.${rule.id}%`,
});
const titleOf = (theme: string) => `%config.rules.${theme}%`;
const themes = Object.keys(THEMES);
const strange = rules.find((rule) => !themes.includes(themeOf(rule.id)));
if (strange) throw new Error(`${strange.id}: its theme has no name in server/core/themes.ts`);
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { configuration: Section[]; languageModelTools: unknown };
};
// The one section that is written by hand, then the rules theme by theme.
manifest.contributes.configuration = [
  ...manifest.contributes.configuration.slice(0, 1),
  ...themes.map((theme, i) => ({
    title: titleOf(theme),
    order: i + 2,
    properties: Object.fromEntries(
      rules.filter(({ id }) => themeOf(id) === theme).map((rule) => [`dceLint.regles.${rule.id}`, settingOf(rule)]),
    ),
  })),
];

// The same tools as over the Model Context Protocol.
manifest.contributes.languageModelTools = offers.map((offer) => ({
  name: `dce-lint_${offer.name}`,
  toolReferenceName: `dce-${offer.name.replaceAll('_', '-')}`,
  displayName: `%tool.${offer.name}%`,
  userDescription: `%tool.${offer.name}.about%`,
  modelDescription: offer.description,
  canBeReferencedInPrompt: true,
  icon: '$(law)',
  tags: ['dce-lint'],
  when: 'config.dceLint.assistants',
  inputSchema: inputSchema(offer),
}));
write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
const french = ([title]: readonly string[]) => `Règles : ${title}`;
writeTexts('package.nls.fr.json', french, (rule) => `${rule.title} (niveau d’origine : ${LEVEL_NAMES[rule.level]}).`);
const english = JSON.parse(readFileSync('l10n/rules.en.json', 'utf8')) as Catalogue;
const inEnglish = ([, title]: readonly string[]) => `Rules: ${title}`;
const ENGLISH_LEVELS = { error: 'error', warning: 'warning', info: 'advice' };
writeTexts(
  'package.nls.json',
  inEnglish,
  (rule) => `${english.rules[rule.id]?.title} (own level: ${ENGLISH_LEVELS[rule.level]}).`,
);

/** The texts of the settings of rules, in a file whose other texts are written by hand. */
function writeTexts(path: string, titled: (names: readonly string[]) => string, textOf: (rule: Rule) => string) {
  const texts = Object.entries(JSON.parse(readFileSync(path, 'utf8'))).filter(
    ([key]) => !/^(?:rule|config\.rules)\./.test(key),
  );
  const sections = Object.entries(THEMES).map(([theme, names]) => [`config.rules.${theme}`, titled(names)]);
  const own = rules.map((rule) => [`rule.${rule.id}`, textOf(rule)]);
  write(path, `${JSON.stringify(Object.fromEntries([...texts, ...sections, ...own]), null, 2)}\n`);
}

// Last: it reads the whole program, which the registries above must fit.
const { manualPage } = await import('./man.ts');
write('man/dce-lint.1', manualPage());

// A rule that is gone leaves no page behind.
if (existsSync('docs/regles'))
  for (const theme of folders('docs/regles'))
    for (const file of readdirSync(join('docs/regles', theme.name))) {
      const path = `docs/regles/${theme.name}/${file}`;
      if (written.has(path)) continue;
      stale.push(path);
      if (!check) rmSync(path);
    }

if (check && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run generate\`.`);
  process.exit(1);
}
console.log(
  check
    ? 'Generated files are up to date.'
    : `${rules.length} rules, ${clauses.length} clauses; ${stale.length} file(s) written.`,
);
