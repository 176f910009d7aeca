import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOMS = ['kit', 'facts', 'law', 'clauses'];
const rules = readdirSync('rules', { withFileTypes: true })
  .filter((d) => d.isDirectory() && !ROOMS.includes(d.name))
  .flatMap((d) =>
    readdirSync(join('rules', d.name))
      .filter((f) => f.endsWith('.ts'))
      .map((f) => `${d.name}/${f.slice(0, -3)}`),
  )
  .sort();
const camel = (id: string) => id.replace(/[-/](\w)/g, (_, c: string) => c.toUpperCase());
writeFileSync(
  'rules/index.ts',
  `// Made by \`npm run generate\` from the rule files.\nimport type { Rule } from './kit/rule.ts';\n${rules
    .map((id) => `import ${camel(id)} from './${id}.ts';`)
    .join(
      '\n',
    )}\n\n/** Every rule, in order of id. */\nexport const rules: readonly Rule[] = [\n${rules.map((id) => `  ${camel(id)},`).join('\n')}\n];\n`,
);
