import assert from 'node:assert/strict';
import type { DocumentLink, MarkupContent } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import type { FichePage } from '../../server/protocol.ts';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///marche/rc.md';
const EVIL =
  '<script>alert(1)</script><img src=x onerror=alert(2)> [ici](javascript:alert(3)) [là](command:evil) `x` **y**';
const TEXT = `---
dce:
  piece: rc
---

# Règlement de la consultation ${EVIL}

## Lots

Le marché est divisé en deux lots :

- lot 1 : voirie ${EVIL} ;
- lot 2 : réseaux ${EVIL}.

Le marché est divisé en trois lots. Les variantes ${EVIL} sont autorisées.

Marché soumis à l'ordonnance n° 2015-899 du 23 juillet 2015 <script>alert(1)</script>.

Les offres sont jugées sur le prix (60 %) et <b>le degré d’innovation</b> [x](javascript:alert(4)) (30 %).
`;

/** Markup that a Markdown page would read as its own: HTML, and links that run something. */
const markupIn = (markdown: string): string[] =>
  [...markdown.matchAll(/(?<!\\)<[a-z/!][^>]*>|(?<!\\)\]\(\s*(?!https:)[^)]*\)/gi)].map(([found]) => found);

describe('Markup in a draft', () => {
  let d: Dialogue;
  beforeEach(async () => {
    d = await Dialogue.start({ rules });
    await d.open(RC, TEXT);
  });
  afterEach(() => d.end());

  it('is text under the pointer, wherever it rests', async () => {
    let shown = 0;
    for (const [line, words] of TEXT.split('\n').entries())
      for (let character = 0; character < words.length; character += 7) {
        const hover = await d.request<{ contents: MarkupContent } | null>('textDocument/hover', {
          textDocument: { uri: RC },
          position: { line, character },
        });
        if (!hover) continue;
        shown++;
        assert.deepEqual(markupIn(hover.contents.value), [], hover.contents.value);
      }
    assert.ok(shown > 5, String(shown));
  });

  it('makes no link but to the web and to files of the consultation', async () => {
    const links = await d.request<DocumentLink[] | null>('textDocument/documentLink', { textDocument: { uri: RC } });
    for (const { target } of links ?? []) assert.match(target ?? '', /^(?:https|file):/);
  });

  it('is text in the page of the sheet, which runs its own script alone', async () => {
    const { page } = await d.request<FichePage>('dce-lint/fichePage', { uri: RC, nonce: 'a1b2' });
    assert.ok(page.includes('&#x3C;script>') || page.includes('&lt;script'));
    for (const [tag] of page.matchAll(/<script\b[^>]*>/gi)) assert.match(tag, /nonce="a1b2"/);
    assert.doesNotMatch(page, /<img\b|<[^>]*\son[a-z]+\s*=/i);
    assert.doesNotMatch(page, /(?:href|src)="?\s*(?:javascript|command|data):/i);
    const policy =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(page)?.[1]?.replaceAll('&#x27;', "'") ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe-(?:eval|inline)|\*|https?:/);
  });

  it('and parameters that are not what they should be are refused, and the server goes on', async () => {
    for (const [method, params] of [
      ['dce-lint/explain', { id: 3 }],
      ['dce-lint/ignore', { uri: RC, finding: 'x', scope: 'tout', reason: 'r' }],
      ['dce-lint/setState', { uri: RC, etat: '../../etc' }],
      ['dce-lint/fichePage', { uri: RC, nonce: '"><script>' }],
      ['dce-lint/turnOff', null],
      ['dce-lint/refuse', []],
    ] as const)
      await assert.rejects(d.request(method, params), { code: -32602 }, method);
    assert.ok((await d.findings(RC)).length > 0);
  });
});
