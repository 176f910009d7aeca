import assert from 'node:assert/strict';
import { readDce } from '../server/core/dce.ts';
import { readConfiguration } from '../server/core/settings.ts';
import { placeIn } from '../server/core/yaml/place.ts';
import { assertSound, findingsIn, openTexts } from './fuzz/examine.ts';

const N = 10_000;
const numbers = Array.from({ length: 1000 }, (_, i) => i);

/** Markdown that exhausts the stack of a parser, or takes it minutes. */
const DRAFTS: Readonly<Record<string, string>> = {
  'quotations in quotations': '>'.repeat(N),
  'spaced quotations': `${'> '.repeat(N)}x`,
  'lists in lists on one line': `${'- '.repeat(N)}x`,
  'numbers in numbers': `${'1. '.repeat(N)}x`,
  'lists in lists on many lines': numbers.map((i) => `${'  '.repeat(i)}- a`).join('\n'),
  'notes in notes': '[^1]: '.repeat(N),
  'emphasis in emphasis': '*a '.repeat(N) + 'a*'.repeat(N),
  'emphasis on many lines': '*a _b\n'.repeat(N),
  'links in links': `${'['.repeat(N)}a${'](b)'.repeat(N)}`,
  'pictures in pictures': `${'!['.repeat(N)}a${'](b)'.repeat(N)}`,
  'code marks of every length': numbers.map((i) => '`'.repeat(i)).join(' '),
  'tags in tags': '<div>'.repeat(N),
  bars: `${'|'.repeat(N)}\n${'|-'.repeat(N)}`,
};

/** YAML that exhausts the stack or memory of a reader that follows it. */
const YAML: Readonly<Record<string, string>> = {
  'brackets in brackets': '['.repeat(20_000),
  'maps in maps': 'a: {'.repeat(20_000),
  'lists in lists on one line': `${'- '.repeat(5000)}x`,
  'maps in maps on many lines': numbers
    .slice(0, 600)
    .map((i) => `${' '.repeat(i)}a:`)
    .join('\n'),
  'a bomb of aliases': [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefghi'].map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]`),
    ...['pieces', 'rules', 'dce', 'extends', 'ignore'].map((key) => `${key}: *i`),
  ].join('\n'),
  'an alias of itself': 'rules: &a [*a]',
  'a function': 'rules: !!js/function "process.exit(1)"',
  'a mapping key': '? [a]\n: b',
};

describe('A hostile draft', () => {
  for (const [what, text] of Object.entries(DRAFTS))
    it(`of ${what} ends no program, and what stands beside it is read`, () => {
      const fault = 'Les variantes sont autorisées.';
      const rc = `# Règlement de la consultation\n\n${fault}\n\n${text}\n`;
      const findings = findingsIn(openTexts({ 'rc.md': rc }));
      assertSound(findings);
      assert.ok(findings.some((f) => f.rule.id.startsWith('variantes/')));
    }).timeout(60_000);

  it('that holds the byte order marks of the files it was made of has its places right', () => {
    const text = '# Règlement\n\n\ufeff🏛️ Les variantes sont autorisées.\n\n\ufeff# Autre\n\nUn texte.\n';
    const findings = findingsIn(openTexts({ 'rc.md': text }));
    assertSound(findings);
    const found = findings.find((f) => f.rule.id === 'variantes/exigences-minimales');
    assert.equal(text.slice(found?.at.start, found?.at.end), '🏛️ Les variantes sont autorisées.');
  });
});

describe('A hostile configuration', () => {
  for (const [what, text] of Object.entries(YAML))
    it(`of ${what} ends no program, in any of the places where YAML is read`, () => {
      readConfiguration(text, '.dce-lint.yaml', []);
      readDce(text);
      readDce(`pieces:\n  - ${text}`);
      placeIn(text, text.length);
      for (const front of [text, `dce: ${text}`])
        assertSound(findingsIn(openTexts({ 'rc.md': `---\n${front}\n---\n\n# Règlement\n` })));
    }).timeout(60_000);
});
