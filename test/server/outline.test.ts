import assert from 'node:assert/strict';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver/node';
import { Dialogue, type Setup } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';
const TEXT = `---
dce:
  piece: rc
---

# Règlement de la consultation

**Article 1 – Lots**

Le marché comprend deux lots :

- Lot 1 : maçonnerie
- Lot 2 : peinture

**Article 2 – Critères**

| Critère | Pondération |
|---|---|
| Prix | 40 % |
| Valeur technique | 60 % |

## Propriété intellectuelle

<!-- clause: pi-garantie -->

Le titulaire garantit à l’acheteur la jouissance paisible des droits.
`;

/** The outline as indented names, with what is said of each. */
const shown = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
  symbols.flatMap(({ name, detail, children = [] }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` – ${detail}` : ''}`,
    ...shown(children, depth + 1),
  ]);

describe('the structure of a draft', () => {
  let d: Dialogue;
  afterEach(() => d.end());
  const start = async (text: string, setup: Setup = {}) => {
    d = await Dialogue.start({ rules: [], ...setup });
    await d.open(RC, text);
    const asked = { textDocument: { uri: RC } };
    return {
      symbols: await d.request<DocumentSymbol[]>('textDocument/documentSymbol', asked),
      folds: await d.request<FoldingRange[]>('textDocument/foldingRange', asked),
    };
  };

  it('is its articles, with their lots, criteria and clauses', async () => {
    const { symbols, folds } = await start(TEXT);
    assert.deepEqual(shown(symbols), [
      'Règlement de la consultation',
      '  Article 1 – Lots',
      '    Lot 1 – maçonnerie',
      '    Lot 2 – peinture',
      '  Article 2 – Critères',
      '    Critères d’attribution',
      '      Prix – 40 %',
      '      Valeur technique – 60 %',
      '  Propriété intellectuelle',
      '    Garantie de jouissance paisible',
    ]);
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [5, 25],
        [7, 12],
        [14, 19],
        [21, 25],
      ],
    );
  });

  it('leaves the headings of Markdown to a client that lists and folds them', async () => {
    const { symbols, folds } = await start(TEXT, { initializationOptions: { shows: ['headings'] } });
    assert.deepEqual(shown(symbols), [
      'Article 1 – Lots',
      '  Lot 1 – maçonnerie',
      '  Lot 2 – peinture',
      'Article 2 – Critères',
      '  Critères d’attribution',
      '    Prix – 40 %',
      '    Valeur technique – 60 %',
      'Garantie de jouissance paisible',
    ]);
    assert.deepEqual(
      folds.map(({ startLine }) => startLine),
      [7, 14],
    );
  });

  it('is nothing where that client knows it all, and for a document that is not checked', async () => {
    const only = await start('# RC\n\n## Objet\n\nTexte.\n', { initializationOptions: { shows: ['headings'] } });
    assert.deepEqual(only, { symbols: [], folds: [] });
    const other = { textDocument: { uri: 'file:///marches/2027/autre.md' } };
    assert.deepEqual(await d.request('textDocument/documentSymbol', other), []);
    assert.deepEqual(await d.request('textDocument/foldingRange', other), []);
  });

  it('has each name within its range, in any example', async () => {
    const { symbols } = await start(TEXT.replace(/\n/g, '\r\n'));
    const walk = (s: DocumentSymbol): DocumentSymbol[] => [s, ...(s.children ?? []).flatMap(walk)];
    const upTo = (a: { line: number; character: number }, b: { line: number; character: number }) =>
      a.line < b.line || (a.line === b.line && a.character <= b.character);
    for (const { range, selectionRange } of symbols.flatMap(walk))
      assert.ok(upTo(range.start, selectionRange.start) && upTo(selectionRange.end, range.end));
  });
});
