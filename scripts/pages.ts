import type { Example, Rule } from '../rules/kit/rule.ts';
import type { Source } from '../rules/kit/source.ts';
import { cite, DOUBT, lawDate } from '../rules/law/law.ts';
import { levels, pieces } from '../server/core/explain.ts';

const longLabel = (s: Source): string => {
  switch (s.kind) {
    case 'guide':
      return `Guide « Innovation et marchés publics » (2018), ${s.part === 'Note' ? 'note en annexe' : `partie ${s.part}`}, p. ${s.page}`;
    case 'code':
      return s.code === 'ccp'
        ? `Code de la commande publique, art. ${s.article}`
        : `Code de la propriété intellectuelle, art. ${s.article}`;
    case 'ccag':
      return `CCAG-${s.ccag.toUpperCase()} de 2021${s.article ? `, art. ${s.article}` : ''}`;
    case 'text':
      return s.label;
  }
};

/** The name of a source, with the doubt that the data of the law have on it. */
const sourceLabel = (s: Source): string => longLabel(s) + (cite(s, lawDate).label.endsWith(DOUBT) ? DOUBT : '');

const exampleText = (e: string | Example): string =>
  (typeof e === 'string' ? e : e.text).replace(/[⟦⟧]/g, (c) => (c === '⟦' ? '⟪' : '⟫'));

const fence = (text: string): string => `\`\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\``;

/** One rule's documentation page, in French. */
export function rulePage(rule: Rule): string {
  const part = (title: string, list: readonly (string | Example)[]) =>
    list.length === 0 ? [] : [`## ${title}`, '', ...list.flatMap((e) => [fence(exampleText(e)), ''])];
  return [
    `# ${rule.title}`,
    '',
    `\`${rule.id}\` · niveau : ${levels(rule)} · ${pieces(rule)}${rule.absence ? ' · signale une absence' : ''}`,
    '',
    rule.why.replace(/\s+/g, ' ').trim(),
    '',
    '## Ce que dit le constat',
    '',
    ...Object.values(rule.messages).map((m) => `- ${m.replace(/\{(\w+)\}/g, '…').replace('\n', ' ')}`),
    '',
    '## Sources',
    '',
    ...rule.sources.map((s) => `- ${sourceLabel(s)}`),
    '',
    ...part('Signalé (le passage entre ⟪ ⟫)', rule.examples.bad),
    ...part('Non signalé', rule.examples.good),
    ...part('Limites connues', rule.examples.limits),
    '## Ignorer ce constat',
    '',
    fence(`<!-- dce-lint-ignore-next ${rule.id} : votre motif -->`),
    '',
  ].join('\n');
}

/** The catalogue of all rules, by theme. */
export function catalogue(rules: readonly Rule[]): string {
  const themes = [...new Set(rules.map((r) => r.id.split('/')[0] as string))];
  return [
    '# Règles',
    '',
    `Fichier produit par \`npm run generate\` à partir des règles : ${rules.length} règles. Chacune est un fichier, avec ses exemples ; sa page est dans \`docs/regles/\`.`,
    '',
    ...themes.flatMap((theme) => [
      `## ${theme}`,
      '',
      '| règle | objet | niveau | pièces |',
      '| --- | --- | --- | --- |',
      ...rules
        .filter((r) => r.id.startsWith(`${theme}/`))
        .map((r) => `| [\`${r.id}\`](../docs/regles/${r.id}.md) | ${r.title} | ${levels(r)} | ${pieces(r)} |`),
      '',
    ]),
  ].join('\n');
}
