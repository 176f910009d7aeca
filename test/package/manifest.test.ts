import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import { rules } from '../../rules/index.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const keysOf = (path: string) => Object.keys(JSON.parse(read(path))).sort();

/** What a pattern with one group finds, once each, sorted. */
const found = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, group]) => group))].sort();

const clientSources = readdirSync(new URL('client/', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`client/${name}`));

describe('The manifest of the extension', () => {
  it('has its texts in English and in French, with none missing and none left over', () => {
    const wanted = found(read('package.json'), /"%([^%]+)%"/g);
    assert.deepEqual(keysOf('package.nls.json'), wanted);
    assert.deepEqual(keysOf('package.nls.fr.json'), wanted);
  });

  it('declares in the palette only commands that the client registers', () => {
    const registered = clientSources.join('\n');
    for (const { command } of manifest.contributes.commands) assert.ok(registered.includes(`'${command}'`), command);
  });

  it('declares each setting once, and a setting for each rule', () => {
    // In the text: of a name that stands twice in one object, JSON keeps the last.
    const declared = [...read('package.json').matchAll(/^\s*"(dceLint\.[^"]+)": \{/gm)].map(([, name]) => name);
    assert.deepEqual(declared, [...new Set(declared)]);
    const properties = manifest.contributes.configuration.flatMap((c) => Object.keys(c.properties));
    assert.deepEqual(declared, properties);
    const ids = properties.filter((name) => name.startsWith('dceLint.regles.')).map((name) => name.slice(15));
    assert.deepEqual(ids.sort(), rules.map((rule) => rule.id).sort());
  });

  it('puts the settings in the order of their use: where to start, helps, levels, then rules by theme', () => {
    const [first, ...themes] = manifest.contributes.configuration;
    const orders = manifest.contributes.configuration.map(({ order }) => order);
    assert.deepEqual(
      orders,
      [...orders].sort((a = 0, b = 0) => a - b),
    );
    const byHand = Object.values(first?.properties ?? {}).map((p) => (p as { order: number }).order);
    assert.deepEqual(
      byHand,
      byHand.map((_, i) => i + 1),
    );
    assert.deepEqual(Object.keys(first?.properties ?? {}).slice(0, 2), ['dceLint.preset', 'dceLint.langue']);
    for (const { title, properties } of themes) {
      const theme = title.replace(/^%config\.rules\.|%$/g, '');
      assert.ok(Object.keys(properties).every((name) => name.startsWith(`dceLint.regles.${theme}/`)));
    }
  });

  it('has no word of the program in the French of its settings', () => {
    const texts = JSON.parse(read('package.nls.fr.json')) as Record<string, string>;
    const rulesTexts = Object.entries(texts).filter(([key]) => /^(?:rule|level)\./.test(key));
    assert.deepEqual(
      rulesTexts.filter(([, text]) => /\b(?:warning|error|info|off)\b/.test(text)),
      [],
    );
  });

  it('names files that exist', () => {
    const { icon, l10n, contributes } = manifest;
    const grammars = contributes.grammars.map(({ path }) => path);
    const pictures = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.map(({ media }) => media.image ?? media.svg),
    );
    const styles = contributes['markdown.previewStyles'];
    const schemas = contributes.yamlValidation.map(({ url }) => url);
    for (const path of [icon, l10n, ...grammars, ...pictures, ...styles, ...schemas])
      assert.ok(existsSync(new URL(path, root)), path);
  });

  it('asks for no VS Code older than the client library does', () => {
    const library = JSON.parse(read('node_modules/vscode-languageclient/package.json'));
    assert.equal(manifest.engines.vscode, library.engines.vscode);
  });
});

describe('The client', () => {
  it('has each of its texts in French, with none left over', () => {
    const wanted = found(clientSources.join('\n'), /l10n\.t\(\s*'([^']+)'/g);
    assert.notEqual(wanted.length, 0);
    assert.deepEqual(keysOf('l10n/bundle.l10n.fr.json'), wanted);
  });
});
