import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import type { Requests, Selected } from '../../server/protocol.ts';
import { Dialogue, MODERN } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';
const FILE = 'file:///marches/2027/.dce-lint-lectures.yaml';
const MISSED = 'Le guichet ne ferme pas à la minute.';
const DRAFT = `---
dce:
  piece: rc
  date: 2026-10-01
---

# Règlement de la consultation

## Remise des offres

Le dépôt se fait en ligne. ${MISSED}

Sont remis :

- l’acte d’engagement.
`;
const CAPABILITIES = {
  ...MODERN,
  workspace: {
    ...MODERN.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};
type Sayable = Requests['dce-lint/sayable']['result'];
type Done = Requests['dce-lint/missed']['result'];

describe('« Voici une tournure manquée »', () => {
  let d: Dialogue;
  afterEach(() => d.end());
  const start = async (files: Record<string, string | Uint8Array> = {}, commands = true, uri = RC) => {
    const initializationOptions = { clientCommands: ['dce-lint.missed' as const] };
    d = await Dialogue.start({ rules, files, capabilities: CAPABILITIES, ...(commands && { initializationOptions }) });
    await d.open(uri, DRAFT);
  };
  /** Words of the draft as a selection; a cursor before them when `cursor`. */
  const selected = (words: string, cursor = false, uri = RC): Selected => {
    const offset = DRAFT.indexOf(words);
    assert.ok(offset >= 0, words);
    const at = (end: number) => {
      const before = DRAFT.slice(0, end).split('\n');
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    };
    return { uri, range: { start: at(offset), end: at(offset + (cursor ? 0 : words.length)) } };
  };
  const sayable = (of: Selected) => d.request<Sayable>('dce-lint/sayable', of);
  const missed = (reason = 'Dit ainsi chez nous', more: Partial<Requests['dce-lint/missed']['params']> = {}) =>
    d.request<Done>('dce-lint/missed', {
      ...selected(MISSED),
      sentence: MISSED,
      concept: 'offres/tardives-acceptees',
      reason,
      ...more,
    });
  const late = async () => (await d.findings(RC)).filter((f) => f.includes('offres/hors-delai')).length;
  const actions = async ({ range }: Selected) => {
    const params = { textDocument: { uri: RC }, range, context: { diagnostics: [] } };
    const all = await d.request<CodeAction[]>('textDocument/codeAction', params);
    return all.filter((a) => a.command?.command === 'dce-lint.missed');
  };

  it('offers what can be said in the piece, the nearest first, then by rule', async () => {
    await start();
    const asked = await sayable(selected('guichet', true));
    assert.ok(!('refused' in asked));
    assert.deepEqual([asked.sentence, asked.file], [MISSED, '.dce-lint-lectures.yaml']);
    const ids = asked.choices.map(({ concept }) => concept);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.includes('offres/tardives-acceptees'));
    assert.ok(!ids.includes('besoin/moyen-impose'), 'said in a CCTP alone');
    assert.deepEqual(
      asked.choices.map(({ near }) => near === true),
      ids.map((_, i) => i < 5),
    );
    const titles = asked.choices.slice(5).map(({ title }) => title);
    const groups = titles.filter((title, i) => title !== titles[i - 1]);
    assert.equal(new Set(groups).size, groups.length, 'each rule once');
    assert.ok(asked.choices.every(({ says }) => says.endsWith('.')));
  });

  it('writes the sentence with what stands around it, and the wording is heard once that is saved', async () => {
    await start();
    assert.equal(await late(), 0);
    assert.deepEqual(await missed(), { applied: true });
    const [created, change] = d.applied[0]?.edit.documentChanges ?? [];
    assert.deepEqual(created, { kind: 'create', uri: FILE, options: { ignoreIfExists: true } });
    const [edit] = (change as TextDocumentEdit).edits;
    assert.ok(edit && 'newText' in edit);
    assert.ok(
      edit.newText.endsWith(
        `\n- enonce: ${MISSED}\n  notion: offres/tardives-acceptees\n  sens: dit\n  motif: Dit ainsi chez nous\n  titre: Remise des offres\n  annonce: Le dépôt se fait en ligne.\n`,
      ),
      edit.newText,
    );
    d.host.write(FILE, edit.newText);
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: FILE, type: 1 }] });
    await d.next('workspace/diagnostic/refresh');
    assert.equal(await late(), 1);
    const hover = await d.hover(RC, 'guichet');
    assert.match(JSON.stringify(hover), /Lu comme : « Un pli .*» \(tournure ajoutée\)/);
  });

  it('is in the light bulb of words selected in one sentence, and nowhere else', async () => {
    await start();
    const [action] = await actions(selected(MISSED));
    assert.equal(action?.title, 'Voici une tournure manquée…');
    assert.deepEqual(action?.command?.arguments, [selected(MISSED)]);
    assert.deepEqual(await actions(selected('guichet', true)), []);
    assert.deepEqual(await actions(selected(`en ligne. ${MISSED}`)), []);
    assert.deepEqual(await actions(selected('Remise des offres')), []);
  });

  it('is not offered to a client that has not the command', async () => {
    await start({}, false);
    assert.deepEqual(await actions(selected(MISSED)), []);
  });

  for (const [what, words, told] of [
    ['two sentences', `en ligne. ${MISSED}`, /^Plusieurs phrases/],
    ['a heading', 'Remise des offres', /^Un titre/],
    ['what announces a list', 'Sont remis :', /^Un titre/],
    ['the front matter', 'piece: rc', /^Il n’y a pas de phrase/],
  ] as const)
    it(`refuses ${what}, and says why`, async () => {
      await start();
      const asked = await sayable(selected(words));
      assert.match('refused' in asked ? asked.refused : '', told);
    });

  it('refuses a document that is in no folder', async () => {
    await start({}, true, 'untitled:rc.md');
    const asked = await sayable(selected(MISSED, false, 'untitled:rc.md'));
    assert.match('refused' in asked ? asked.refused : '', /dans aucun dossier/);
  });

  it('writes nothing without a reason, of a text that has changed, or where the file has it or is half written', async () => {
    const one = `- enonce: ${MISSED}\n  notion: offres/tardives-acceptees\n  sens: dit\n  motif: Su.\n`;
    await start({ [FILE]: one });
    assert.deepEqual(await missed(' '), { applied: false });
    assert.match((await missed('Su', { sentence: 'Autre.' })).refused ?? '', /^Le texte a changé/);
    assert.match((await missed()).refused ?? '', /laissé tel quel\. Cette phrase y est déjà, à la ligne 1\./);
    for (const [bytes, told] of [
      ['- enonce: "x\n', /pas du YAML valide à la ligne \d/],
      [new Uint8Array([0xff, 0xfe, 0, 0xd8, 0, 0]), /illisible/],
    ] as const) {
      d.host.write(FILE, bytes);
      await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: FILE, type: 2 }] });
      assert.match((await missed()).refused ?? '', told);
    }
    assert.deepEqual(d.applied, []);
  });
});
