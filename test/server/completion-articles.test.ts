import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';

describe('completion of articles', () => {
  let dialogue: Dialogue;
  beforeEach(async () => {
    dialogue = await Dialogue.start();
  });
  afterEach(() => dialogue.end());

  /** The items at the mark `|` of an RC, and what the text becomes with one of them. */
  const ask = async (marked: string, head = '# Règlement de la consultation\n\n') => {
    const whole = head + marked;
    const offset = whole.indexOf('|');
    const text = whole.replace('|', '');
    const document = TextDocument.create(RC, 'markdown', 1, text);
    await dialogue.open(RC, text);
    const items = await dialogue.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: RC },
      position: document.positionAt(offset),
    });
    await dialogue.close(RC);
    const taken = (number: string, suffixed = false) => {
      const item = items.find((i) => i.label === number && (i.labelDetails?.description?.length ?? 0) > 3 === suffixed);
      assert.ok(item?.textEdit && 'range' in item.textEdit, number);
      return TextDocument.applyEdits(document, [item.textEdit]).slice(head.length);
    };
    return { items, taken };
  };

  it('is offered as one types, after the words that announce an article', async () => {
    assert.deepEqual(dialogue.capabilities.completionProvider?.triggerCharacters, [' ', '.', '-', ':']);
    for (const begun of [
      "selon l'article |",
      'Articles |',
      '(art. |',
      "l'article R. |",
      'les articles L2113-10 et |',
      'R. |',
      'au L.|',
    ])
      assert.ok((await ask(begun)).items.length > 100, begun);
  });

  it('says nothing after other words, in front matter, in code or in a comment', async () => {
    for (const begun of ['selon le |', 'l’article 5|', 'les trois articles|', 'Le pli est remis. |', 'niveau R+2. |'])
      assert.deepEqual((await ask(begun)).items, [], begun);
    assert.deepEqual((await ask('', '---\ndce:\n  objet: article |\n---\n\n# RC\n\nUn.\n')).items, []);
    assert.deepEqual((await ask('```\narticle |\n```\n')).items, []);
    assert.deepEqual((await ask('Un. <!-- article | -->\n')).items, []);
  });

  it('gives the subject and what the article says on the day of the consultation', async () => {
    const { items } = await ask("selon l'article |");
    const item = items.find((i) => i.label === 'R2142-7');
    assert.equal(item?.detail, 'Plafond du chiffre d’affaires exigé');
    assert.match(String(item?.documentation), /En vigueur depuis le 01\/01\/2026\.$/);
    const before = await ask("selon l'article |", '---\ndce:\n  date: 2025-06-01\n---\n\n# RC\n\n');
    const older = before.items.find((i) => i.label === 'R2142-7');
    assert.match(String(older?.documentation), /En vigueur depuis le 01\/04\/2019\.$/);
  });

  it('leaves out what is not yet, or no more, in force that day', async () => {
    const numbers = async (date: string) =>
      (await ask("l'article |", `---\ndce:\n  date: ${date}\n---\n\n# RC\n\n`)).items.map((i) => i.label);
    const old = await numbers('2020-02-01');
    const now = await numbers('2026-10-01');
    assert.ok(old.includes('R2123-3') && !now.includes('R2123-3'), 'repealed on 2021-04-02');
    assert.ok(!old.includes('L2113-17') && now.includes('L2113-17'), 'in force since 2026-05-28');
    assert.deepEqual(
      (await numbers('2018-06-01')).filter((n) => n.startsWith('R')),
      [],
    );
  });

  it('writes the number as the citations of the draft do', async () => {
    const cites = (written: string) => `# RC\n\nSelon l'article ${written} du code de la commande publique.\n\n`;
    for (const [written, expected] of [
      ['R. 2123-1', 'R. 2152-7'],
      ['R2123-1', 'R2152-7'],
      ['R.2123-1', 'R.2152-7'],
      ['L 2113-10', 'R 2152-7'],
    ] as const) {
      const { taken } = await ask('Voir l’article |.', cites(written));
      assert.equal(taken('R2152-7'), `Voir l’article ${expected}.`);
    }
  });

  it('goes on with what is typed', async () => {
    const { items, taken } = await ask('Voir l’article R. 215| du code de la commande publique.');
    assert.ok(items.every((i) => i.label.startsWith('R')));
    assert.equal(taken('R2152-7'), 'Voir l’article R. 2152-7 du code de la commande publique.');
    assert.equal(new Set(items.map((i) => i.label)).size, items.length, 'no name of the code is offered twice');
    assert.equal(
      (await ask('Voir les articles L2113-10 et L|')).taken('L2113-11'),
      'Voir les articles L2113-10 et L2113-11',
    );
  });

  it('offers the name of the code where the draft does not give it', async () => {
    const { taken } = await ask('Voir l’article |.');
    assert.equal(taken('R2152-7'), 'Voir l’article R2152-7.');
    assert.equal(taken('R2152-7', true), 'Voir l’article R2152-7 du code de la commande publique.');
    const named = await ask('Voir l’article |.', '# RC\n\nLe code de la commande publique s’applique.\n\n');
    assert.equal(named.items.filter((i) => i.label === 'R2152-7').length, 1);
  });

  it('is found under a word of the subject, with accents or none', async () => {
    const { items } = await ask("selon l'article |");
    const found = items.filter((i) => i.filterText?.includes('sauvegarde')).map((i) => i.label);
    assert.ok(found.includes('R2132-11'));
  });
});
