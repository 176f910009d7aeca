import assert from 'node:assert/strict';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../rules/index.ts';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';
const CONFIG = 'file:///marches/2027/.dce-lint.yaml';

describe('Front matter and settings in YAML', () => {
  let dialogue: Dialogue;
  beforeEach(async () => {
    dialogue = await Dialogue.start({ rules, initializationOptions: { clientCommands: ['dce-lint.explain'] } });
  });
  afterEach(() => dialogue.end());

  /** Opens a text with the cursor at `|`; gives what is proposed there. */
  const ask = async (uri: string, marked: string, language: string) => {
    const text = marked.replace('|', '');
    await dialogue.open(uri, text, language);
    const position = TextDocument.create(uri, language, 1, text).positionAt(marked.indexOf('|'));
    return dialogue.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position });
  };
  const apply = (uri: string, item: CompletionItem | undefined) => {
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    return TextDocument.applyEdits(dialogue.textOf(uri), [item.textEdit]);
  };

  it('are completed in a draft whose front matter is not closed yet', async () => {
    const items = await ask(RC, '---\ndce:\n  pie|\n\n# Règlement\n', 'markdown');
    const item = items.find((i) => i.label === 'piece');
    assert.equal(apply(RC, item), '---\ndce:\n  piece: \n\n# Règlement\n');
    assert.equal(item?.command?.command, 'editor.action.triggerSuggest');
  });

  it('are completed in the configuration file, with the titles of the rules', async () => {
    const items = await ask(CONFIG, 'rules:\n  pi/gar|: off\n', 'yaml');
    const item = items.find((i) => i.label === 'pi/garantie');
    assert.equal(item?.detail, rules.find((r) => r.id === 'pi/garantie')?.title);
    assert.equal(apply(CONFIG, item), 'rules:\n  pi/garantie: off\n');
  });

  it('are explained under the pointer', async () => {
    await dialogue.open(RC, '---\ndce:\n  piece: rc\n  etat: brouillon\n---\n\n# RC\n');
    const hover = async (words: string) => (await dialogue.hover(RC, words)) as Hover & { contents: { value: string } };
    assert.match((await hover('etat')).contents.value, /^\*\*etat\*\* – État du projet/);
    assert.match((await hover('brouillon')).contents.value, /en cours d’écriture/);
  });

  it('are no draft: nothing is reported in a configuration file but its own faults', async () => {
    dialogue.host.write(CONFIG, 'rules:\n  pi/garanti: off\n');
    await dialogue.open(CONFIG, 'rules:\n  pi/garanti: off\n', 'yaml');
    assert.deepEqual(await dialogue.findings(CONFIG), []);
    const { diagnostics } = await dialogue.next<{ uri: string; diagnostics: { code: string }[] }>(
      'textDocument/publishDiagnostics',
      (p) => p.uri.endsWith('.dce-lint.yaml'),
    );
    assert.deepEqual(
      diagnostics.map((d) => d.code),
      ['dce-lint/configuration-invalide'],
    );
  });

  it('leave tables to the text: the table of criteria is proposed under its words, on a line of its own', async () => {
    const items = await ask(RC, '---\ndce:\n  piece: rc\n---\n\n# RC\n\n## Critères\ncrit|\n', 'markdown');
    assert.deepEqual(
      items.map((i) => i.label),
      ['Tableau des critères pondérés'],
    );
    assert.match(apply(RC, items[0]), /## Critères\n\n.+ :\n\n\| Critère \| Pondération \|/);
    assert.equal((await ask(RC, '# RC\n\nLes critères|\n', 'markdown')).length, 0);
    assert.equal((await ask(RC, '# RC\n\n|\n', 'markdown')).length, 3);
  });
});
