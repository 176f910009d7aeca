import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { settingRows, settingsPage } from '../../server/core/origins.ts';
import { readConfiguration, readSettings, resolveSettings } from '../../server/core/settings.ts';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';
const CONFIG = 'file:///marches/2027/.dce-lint.yaml';
const TEXT = '# Règlement de la consultation\n\n## Variantes\n\nLes variantes sont autorisées.\n';
const rule = 'variantes/exigences-minimales';

describe('Where a setting comes from', () => {
  let dialogue: Dialogue;
  afterEach(() => dialogue.end());
  const start = async (settings: unknown, configuration?: string, head = '') => {
    dialogue = await Dialogue.start({ rules, settings, files: configuration ? { [CONFIG]: configuration } : {} });
    await dialogue.open(RC, head + TEXT);
  };
  const page = async (asked?: string) => {
    const params = { uri: RC, ...(asked && { rule: asked }) };
    return (await dialogue.request<{ markdown: string }>('dce-lint/settings', params)).markdown;
  };
  const line = (markdown: string, id: string) => markdown.split('\n').find((l) => l.includes(`(\`${id}\`)`));

  it('is the rule itself where nothing is set', async () => {
    await start({});
    const markdown = await page();
    assert.match(line(markdown, rule) ?? '', /\| erreur \| règle \|$/);
    assert.match(markdown, /\| préréglage \| complet \| défaut \|/);
  });

  it('is the piece itself for its date, and the levels are those of that day', async () => {
    await start({ date: '2026-12-01' }, undefined, '---\ndce:\n  date: 2020-02-02\n---\n\n');
    const markdown = await page();
    assert.match(markdown, /\| date \| 2020-02-02 \| en-tête de la pièce \|/);
    assert.match(line(markdown, 'execution/condition-environnementale') ?? '', /désactivée/);
  });

  it('is the file, the editor or the preset, whichever is strongest', async () => {
    await start(
      { regles: { 'pi/garantie': 'info' } },
      `extends: essentiel\nrules:\n  ${rule}: info\n  pi/garantie: off\n`,
    );
    const markdown = await page();
    assert.match(line(markdown, rule) ?? '', /\| conseil \| …\/2027\/\.dce-lint\.yaml \|$/);
    assert.match(line(markdown, 'pi/garantie') ?? '', /\| conseil \| réglages de l’éditeur \|$/);
    assert.match(markdown, /\| préréglage \| essentiel \| …\/2027\/\.dce-lint\.yaml \|/);
    assert.match(markdown, /\| désactivée \| préréglage essentiel \|/);
  });

  it('is said first of the rule that is asked about', async () => {
    await start({});
    const [, after = ''] = (await page(rule)).split('## La règle du constat');
    assert.ok(line(after.split('## ')[0] ?? '', rule));
  });

  it('is said under the pointer, with the level', async () => {
    await start({}, `rules:\n  ${rule}: error\n`);
    const hover = await dialogue.hover(RC, 'autorisées');
    assert.ok(hover);
    assert.match((hover.contents as MarkupContent).value, /Niveau : erreur \(.*dce-lint\.yaml\)\./);
  });

  it('is told of every rule, with no word lost in the table', () => {
    const layers = [readConfiguration('extends: guide', 'a|b.yaml', rules), readSettings({}, 'x', rules)];
    const settings = resolveSettings(layers);
    assert.equal(settingRows(settings, rules, '2026-12-01').length, rules.length + 2);
    const markdown = settingsPage('r|c.md', settings, rules, { today: '2026-12-01' });
    for (const l of markdown.split('\n').filter((l) => l.startsWith('|')))
      assert.equal(l.replace(/\\\|/g, '').split('|').length, 5, l);
    for (const { id } of rules) assert.ok(markdown.includes(`(\`${id}\`)`), id);
  });
});
