import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CompletionItem,
  InsertTextFormat,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clauses } from '../../rules/clauses/clauses.ts';
import { rules } from '../../rules/index.ts';
import type { Requests } from '../../server/protocol.ts';
import { Dialogue, MODERN } from './dialogue.ts';

const CCAP = 'file:///marches/2027/ccap.md';
const SNIPPETS: ClientCapabilities = {
  ...MODERN,
  textDocument: { ...MODERN.textDocument, completion: { completionItem: { snippetSupport: true } } },
};
const titled = (id: string) => clauses.find((c) => c.id === id)?.titre;
const HEAD = '# CCAP\n\n## Article 1 – Objet\n\nLe marché porte sur un logiciel.\n';

describe('clauses in dialogue', () => {
  let dialogue: Dialogue;
  afterEach(() => dialogue.end());

  const start = async (text: string, { capabilities = SNIPPETS, uri = CCAP } = {}) => {
    dialogue = await Dialogue.start({ capabilities });
    await dialogue.open(uri, text, 'markdown');
  };
  const complete = (line: number, character: number, uri = CCAP) =>
    dialogue.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    });
  const ask = <M extends 'dce-lint/clauses' | 'dce-lint/insertClause'>(method: M, params: Requests[M]['params']) =>
    dialogue.request<Requests[M]['result']>(method, params);

  for (const typed of ['clause:', 'clause: cession', 'Clause : cess'])
    it(`lists the clauses that suit the piece where a line begins with « ${typed} »`, async () => {
      await start(`${HEAD}\n${typed}\n`);
      const items = await complete(6, typed.length);
      const ids = items.map((i) => clauses.find((c) => c.titre === i.label));
      assert.ok(ids.length > 10 && ids.every((c) => c?.pieces.includes('ccap')));
      const word = typed.split(/: ?/)[1] ?? '';
      const left = items.filter((i) => i.filterText?.toLowerCase().includes(`clause: ${word.toLowerCase()}`));
      assert.ok(left.length > 0);
    });

  it('writes the clause in place of what was typed, with tab stops, and shows when to use it', async () => {
    await start(`${HEAD}\nclause: code\n`);
    const item = (await complete(6, 12)).find((i) => i.label === titled('pi-code-source'));
    assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
    const { documentation, textEdit } = item as { documentation: MarkupContent; textEdit: TextEdit };
    const model = clauses.find((c) => c.id === 'pi-code-source');
    assert.ok(model && documentation.value.startsWith(model.quand) && documentation.value.includes(model.body));
    const after = TextDocument.applyEdits(TextDocument.create(CCAP, 'markdown', 1, `${HEAD}\nclause: code\n`), [
      textEdit,
    ]);
    assert.match(
      after,
      /logiciel\.\n\n## Article 2 – Code source et documentation\n\n<!-- clause: pi-code-source -->\n\n/,
    );
    assert.match(after, /\$\{1:\[à compléter : lieu de dépôt/);
    assert.doesNotMatch(after, /clause: code/);
  });

  it('writes plain text for a client without snippets', async () => {
    await start(`${HEAD}\nclause:\n`, { capabilities: MODERN });
    const [item] = await complete(6, 7);
    assert.equal(item?.insertTextFormat, InsertTextFormat.PlainText);
    assert.doesNotMatch((item as { textEdit: TextEdit }).textEdit.newText, /\$\{1/);
  });

  it('offers everything in a new file, and nothing in the middle of a text', async () => {
    const uri = 'untitled:Untitled-1';
    await start('clause:', { uri });
    const all = await complete(0, 7, uri);
    assert.ok(
      all.some((i) => i.label === titled('pi-code-source')) &&
        all.some((i) => i.label === titled('variantes-autorisees')),
    );
    await dialogue.open(CCAP, `${HEAD}\nUne clause: cession\n\n## clause\n`, 'markdown');
    assert.deepEqual(await complete(6, 11), []);
    assert.deepEqual(await complete(8, 9), []);
  });

  it('lists the whole library for the command, those of the piece first', async () => {
    await start(HEAD);
    const offers = await ask('dce-lint/clauses', { uri: CCAP });
    assert.equal(offers.length, clauses.length);
    assert.ok(offers[0]?.suits && !offers.at(-1)?.suits);
    assert.ok(
      offers.every((o) => o.titre && o.quand && o.text && o.variables.every((v) => v.nom && v.sens && v.exemple)),
    );
  });

  it('puts first what is missing in the piece, in the list and where a line asks for one', async () => {
    dialogue = await Dialogue.start({ capabilities: SNIPPETS, rules });
    const uri = 'file:///marches/2027/rc.md';
    await dialogue.open(uri, '# RC\n\n## Article 1 – Procédure\n\nProcédure adaptée.\n\nclause:\n', 'markdown');
    const offers = await ask('dce-lint/clauses', { uri });
    const missing = offers.filter((o) => o.missing);
    assert.ok(missing.some((o) => o.id.startsWith('variantes-')));
    assert.ok(missing.length < offers.filter((o) => o.suits).length);
    assert.deepEqual(offers.slice(0, missing.length), missing);
    const items = await complete(6, 7, uri);
    assert.deepEqual(
      items.filter((i) => i.detail?.endsWith('manque ici')).map((i) => i.label),
      missing.map((o) => o.titre),
    );
    assert.deepEqual(items[0]?.sortText, '000');
    assert.equal(items[0]?.label, missing[0]?.titre);
  });

  it('leaves out those of another procedure, once one is named', async () => {
    const uri = 'file:///marches/2027/rc.md';
    const suiting = async (named: string) => {
      await start(`# RC\n\n${named}\n`, { uri });
      const ids = (await ask('dce-lint/clauses', { uri })).filter((o) => o.suits).map((o) => o.id);
      dialogue.end();
      return ids.filter((id) => /^(?:partenariat|dialogue|procedure-adaptee|variantes-autorisees)/.test(id)).sort();
    };
    const all = await suiting('Un texte.');
    assert.ok(all.includes('dialogue-criteres-phases') && all.includes('partenariat-phases'));
    assert.deepEqual(await suiting('La procédure est adaptée.'), ['procedure-adaptee', 'variantes-autorisees']);
    assert.deepEqual(await suiting('La consultation est passée en dialogue compétitif.'), [
      'dialogue-criteres-phases',
      'variantes-autorisees',
    ]);
  });

  it('says where a clause goes and how it reads there, values put in', async () => {
    await start(HEAD);
    const values = { 'lieu de dépôt': 'la forge de la caisse $1}' };
    const place = await ask('dce-lint/insertClause', {
      uri: CCAP,
      id: 'pi-code-source',
      position: { line: 0, character: 0 },
      values,
    });
    assert.deepEqual(place?.range.start, { line: 4, character: 'Le marché porte sur un logiciel.'.length });
    assert.deepEqual(place?.range.end, place?.range.start);
    assert.match(place?.snippet ?? '', /^\n\n## Article 2 – Code source/);
    assert.match(place?.snippet ?? '', /la forge de la caisse \\\$1\\\}/);
    assert.match(place?.snippet ?? '', /\$\{1:\[à compléter : délai/);
  });

  it('offers the clauses of the house before the others, from the policy that the folder is under', async () => {
    const files = {
      'file:///marches/commun/achats.yaml':
        'politique:\n  nom: Région\n  niveaux:\n    test/mot: error\n  clauses:\n    - titre: Éco-conduite\n      quand: Pour toute livraison.\n      pieces: [ccap]\n      texte: |\n        ## Éco-conduite\n\n        Les conducteurs sont formés.\n',
      'file:///marches/2027/.dce-lint.yaml': 'extends: ../commun/achats.yaml\nrules:\n  test/mot: off\n',
    };
    dialogue = await Dialogue.start({ capabilities: SNIPPETS, files });
    await dialogue.open(CCAP, `${HEAD}\nUn mot innovant.\n\nclause: éco\n`, 'markdown');
    const [item] = await complete(8, 11);
    assert.equal(item?.label, 'Éco-conduite');
    assert.match(
      (item?.textEdit as TextEdit | undefined)?.newText ?? '',
      /^## Article 2 – Éco-conduite\n\nLes conducteurs sont formés\.$/,
    );
    const [first] = await ask('dce-lint/clauses', { uri: CCAP });
    assert.deepEqual([first?.titre, first?.suits], ['Éco-conduite', true]);
    assert.match(first?.quand ?? '', /Pour toute livraison\. Clause de la maison \(Région\)\./);
    const position = { line: 0, character: 0 };
    const place = await ask('dce-lint/insertClause', { uri: CCAP, id: first?.id ?? '', position, values: {} });
    assert.match(place?.snippet ?? '', /## Article 2 – Éco-conduite/);
  });

  it('answers nothing for an unknown clause or a document that is not open', async () => {
    await start(HEAD);
    const position = { line: 0, character: 0 };
    for (const [uri, id] of [
      [CCAP, 'inconnue'],
      [CCAP, 'constructor'],
      ['file:///marches/absent.md', 'pi-garantie'],
    ] as const)
      assert.equal(await ask('dce-lint/insertClause', { uri, id, position, values: {} }), null);
    assert.deepEqual(await ask('dce-lint/clauses', { uri: 'file:///marches/absent.md' }), []);
  });
});
