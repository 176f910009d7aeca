import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CompletionItem,
  InsertTextFormat,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { skeleton, skeletons } from '../../rules/clauses/skeletons.ts';
import { Dialogue, MODERN } from './dialogue.ts';

const NEW = 'file:///marches/2027/nouveau.md';
const SNIPPETS: ClientCapabilities = {
  ...MODERN,
  textDocument: { ...MODERN.textDocument, completion: { completionItem: { snippetSupport: true } } },
};

const editOf = (item: CompletionItem | undefined): TextEdit => {
  assert.ok(item?.textEdit && 'range' in item.textEdit);
  return item.textEdit;
};

describe('completion of skeletons', () => {
  let dialogue: Dialogue;
  afterEach(() => dialogue.end());

  const start = async (capabilities: ClientCapabilities = SNIPPETS) => {
    dialogue = await Dialogue.start({ capabilities });
    return dialogue;
  };
  const ask = async (text: string, line: number, character: number, uri = NEW, language = 'markdown') => {
    await dialogue.open(uri, text, language);
    const items = await dialogue.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    });
    await dialogue.close(uri);
    return items;
  };
  const labels = (items: readonly CompletionItem[]) => items.map((i) => i.label);

  it('is announced, and gives one item for each piece and procedure in an empty file', async () => {
    await start();
    assert.ok(dialogue.capabilities.completionProvider?.triggerCharacters?.includes(':'));
    const items = await ask('', 0, 0);
    assert.equal(items.length, skeletons.flatMap((t) => t.procedures).length);
    assert.ok(labels(items).includes('Règlement de la consultation (RC) – dialogue compétitif'));
    assert.ok(labels(items).includes('Règlement du concours'));
    assert.equal(new Set(labels(items)).size, items.length);
  });

  it('is found under the words that buyers type, with accents or none', async () => {
    await start();
    const items = await ask('', 0, 0);
    const found = (typed: string) =>
      labels(items.filter((i) => i.filterText?.split(/[\s']+/).some((word) => word.startsWith(typed))));
    for (const typed of ['rc', 'règlement', 'reglement'])
      assert.ok(found(typed).includes('Règlement de la consultation (RC) – procédure adaptée (MAPA)'), typed);
    assert.ok(found('mapa').includes("Acte d'engagement (AE) – procédure adaptée (MAPA)"));
    assert.deepEqual(found('subvention'), ['Appel à projets']);
    assert.deepEqual(found('zzz'), []);
  });

  it('puts the skeleton in place of what was typed', async () => {
    await start();
    for (const typed of ['rc', '# Règlement de', 'acte d’eng']) {
      const [first] = await ask(`${typed}\n\n`, 0, typed.length);
      const document = TextDocument.create(NEW, 'markdown', 1, `${typed}\n\n`);
      const plain = { ...editOf(first), newText: 'SQUELETTE' };
      assert.equal(TextDocument.applyEdits(document, [plain]), 'SQUELETTE\n\n');
    }
  });

  it('has a tab stop for each field, in order, where the client takes snippets', async () => {
    await start();
    const [first] = await ask('', 0, 0);
    assert.equal(first?.insertTextFormat, InsertTextFormat.Snippet);
    const { newText } = editOf(first);
    const stops = [...newText.matchAll(/\$\{(\d+)[:|]\[à compléter : /g)].map((m) => Number(m[1]));
    assert.deepEqual(
      stops,
      stops.map((_, i) => i + 1),
    );
    assert.equal(stops.length, skeleton('rc', 'mapa').split('[à compléter').length - 1);
    // A field that chooses among fixed wordings holds itself until one is chosen.
    const filled = newText
      .replace(/\$\{\d+\|((?:\\.|[^,\\])*),(?:\\.|[^|\\])*\|\}/g, '$1')
      .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1');
    assert.equal(filled.replace(/\\([\\$},|])/g, '$1'), skeleton('rc', 'mapa'));
  });

  it('is plain text for a client without snippets', async () => {
    await start(MODERN);
    const [first] = await ask('', 0, 0);
    assert.equal(first?.insertTextFormat, InsertTextFormat.PlainText);
    assert.equal(editOf(first).newText, skeleton('rc', 'mapa'));
  });

  it('says nothing elsewhere: in a text, below the first line, in another language', async () => {
    await start();
    assert.deepEqual(await ask('# RC\n\nLes offres sont remises le 2 mai.\n', 0, 4), []);
    assert.deepEqual(await ask('# RC\n\nLes offres', 2, 10), []);
    assert.deepEqual(await ask('Les offres sont jugées selon deux critères, pondérés.', 0, 10), []);
    assert.deepEqual(await ask('\n\nrc', 2, 2), []);
    assert.deepEqual(await ask('---\ndce:\n', 0, 3), []);
    assert.deepEqual(await ask('', 0, 0, 'file:///marches/2027/notes.txt', 'plaintext'), []);
  });
});
