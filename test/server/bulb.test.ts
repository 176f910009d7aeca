import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { insertAfter, replace } from '../../rules/kit/fix.ts';
import { defineRule } from '../../rules/kit/rule.ts';
import { text } from '../../rules/kit/source.ts';
import type { FixChoice, IgnoreChoice, TurnOffTarget } from '../../server/protocol.ts';
import { Dialogue, MODERN, type Setup } from './dialogue.ts';
import { spaces, testRules, word } from './texts.ts';

const FOLDER = 'file:///marches/2027';
const RC = `${FOLDER}/rc.md`;
const CCTP = `${FOLDER}/cctp.md`;
const CONFIG = `${FOLDER}/.dce-lint.yaml`;
const COMMANDS: Setup['initializationOptions'] = {
  clientCommands: ['dce-lint.ignore', 'dce-lint.explain', 'dce-lint.moreFixes'],
};
const FULL = {
  ...MODERN,
  workspace: {
    ...MODERN.workspace,
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      resourceOperations: ['create' as const],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
};

/** Reports « ici » in an RC, with fixes at the place, at the end of the piece, and in the CCTP. */
const far = defineRule({
  ...word,
  id: 'test/loin',
  pieces: ['rc'],
  sources: [text('Essai')],
  messages: { here: 'Ici.' },
  *check(piece) {
    const sentence = piece.draft.sentences.find((s) => s.has(/ici/));
    if (!sentence) return;
    const [sibling] = piece.consultation.of('cctp');
    const end = { start: piece.draft.text.trimEnd().length, end: piece.draft.text.trimEnd().length };
    const fixes = [
      insertAfter(piece, sentence.span, '\n\nParagraphe.', 'Au-dessous'),
      insertAfter(piece, end, '\n\nAu bout [à compléter : quoi].', 'Au bout'),
      ...(sibling ? [replace(sibling, { start: 0, end: 0 }, 'Avant. ', 'Dans le CCTP')] : []),
    ];
    yield { at: sentence.span, message: 'here', fixes };
  },
});

describe('the light bulb', () => {
  let d: Dialogue;
  const start = async (setup: Setup = {}) => {
    d = await Dialogue.start({ capabilities: FULL, initializationOptions: COMMANDS, ...setup });
  };
  afterEach(() => d.end());
  const titled = (actions: readonly CodeAction[], title: string) => actions.find((a) => a.title.startsWith(title));

  const choicesIn = async (uri: string, words: string) => {
    const ignoring = titled(await d.actions(uri, words), 'Ignorer…');
    return ((ignoring?.command?.arguments ?? []) as [IgnoreChoice[]])[0] ?? [];
  };

  it('lists fixes, then ignoring, then explaining', async () => {
    await start();
    await d.open(RC, '# RC\n\nProjet innovant.\n');
    assert.deepEqual(
      (await d.actions(RC, 'innovant')).map((a) => a.title),
      ['Nommer la performance attendue', 'Écrire « nouveau »', 'Ignorer…', 'Expliquer…'],
    );
  });

  it('offers all the safe fixes of the piece from one of them, when there are others', async () => {
    await start({ rules: [spaces] });
    await d.open(RC, '# RC\n\nUn  marché,  deux.\n');
    const all = titled(await d.actions(RC, '  '), 'Appliquer les 2 corrections sûres de la pièce');
    assert.equal(d.after(RC, all?.edit), '# RC\n\nUn marché, deux.\n');
    await d.type(RC, ',  deux', ', deux');
    assert.equal(titled(await d.actions(RC, '  '), 'Appliquer'), undefined);
  });

  it('gives a save the safe fixes alone, under the name that settings use', async () => {
    await start({ rules: testRules });
    assert.ok(
      (d.capabilities.codeActionProvider as { codeActionKinds: string[] }).codeActionKinds.includes(
        'source.fixAll.dce-lint',
      ),
    );
    await d.open(RC, '# RC\n\nUn  projet innovant.\n');
    for (const only of ['source.fixAll', 'source.fixAll.dce-lint']) {
      const actions = await d.actions(RC, '# RC', [only]);
      assert.deepEqual(
        actions.map((a) => a.kind),
        ['source.fixAll.dce-lint'],
      );
      assert.equal(d.after(RC, actions[0]?.edit), '# RC\n\nUn projet innovant.\n');
    }
    assert.deepEqual(await d.actions(RC, '# RC', ['source.organizeImports']), []);
  });

  describe('for a fix that writes out of sight of the finding', () => {
    const TEXT = '# RC\n\nÉcrit ici.\n\nFin.\n';
    const GOING = { ...FULL, window: { showDocument: { support: true } } };

    it('has the server write and takes the buyer there, with tab stops and nothing to confirm', async () => {
      await start({ rules: [far], files: { [CCTP]: '# CCTP\n\nTexte.\n' }, capabilities: GOING });
      await d.open(RC, TEXT);
      const [below, end, other] = await d.actions(RC, 'ici');
      assert.ok(below?.edit && end && other);
      assert.deepEqual([end.edit, other.edit], [undefined, undefined]);
      for (const { command } of [end, other]) await d.request('workspace/executeCommand', command);
      assert.deepEqual(
        [await d.next('window/showDocument'), await d.next('window/showDocument')].map((shown) => {
          const { uri, selection } = shown as { uri: string; selection: { start: { line: number } } };
          return [uri, selection.start.line];
        }),
        [
          [RC, 4],
          [CCTP, 0],
        ],
      );
      const [atEnd, inOther] = d.applied.map((a) => a.edit);
      assert.equal(atEnd?.changeAnnotations, undefined);
      const [change] = (atEnd?.documentChanges ?? []) as TextDocumentEdit[];
      assert.ok(change?.edits[0] && 'snippet' in change.edits[0]);
      assert.equal(d.after(RC, atEnd), `${TEXT.trimEnd()}\n\nAu bout [à compléter : quoi].\n`);
      const [elsewhere] = (inOther?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(elsewhere?.textDocument, { uri: CCTP, version: null });
    });

    it('gives the edit to a client that goes nowhere', async () => {
      await start({ rules: [far] });
      await d.open(RC, TEXT);
      const [, end] = await d.actions(RC, 'ici');
      assert.equal(end?.edit?.changeAnnotations, undefined);
      assert.equal(d.after(RC, end?.edit), `${TEXT.trimEnd()}\n\nAu bout [à compléter : quoi].\n`);
    });

    it('writes nothing when the finding is gone, and refuses what it does not know', async () => {
      await start({ rules: [far], capabilities: GOING });
      await d.open(RC, TEXT);
      const [, end] = await d.actions(RC, 'ici');
      await d.type(RC, 'ici', 'là');
      assert.deepEqual(await d.request('workspace/executeCommand', end?.command), { applied: false });
      for (const asked of [{ command: 'autre' }, { command: end?.command?.command, arguments: [{ uri: 3 }] }])
        await assert.rejects(d.request('workspace/executeCommand', asked));
      assert.deepEqual(d.applied, []);
    });
  });

  describe('on a sentence with many findings', () => {
    /** As many rules as wanted, each with its fix of the same word. */
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        defineRule({
          ...word,
          id: `test/regle-${i}`,
          title: `Règle ${i}`,
          sources: [text('Essai')],
          messages: { here: 'Ici.' },
          *check(piece) {
            const sentence = piece.draft.sentences.find((s) => s.has(/ici/));
            if (!sentence) return;
            const fixes = [`a${i}`, `b${i}`].map((by) => replace(piece, sentence.at(/ici/), by, `Écrire ${by}`));
            yield { at: sentence.span, message: 'here', fixes };
          },
        }),
      );

    it('has twelve entries at most, each fix naming its finding, the others one pick away', async () => {
      await start({ rules: many(9) });
      await d.open(RC, '# RC\n\nÉcrit ici.\n');
      const actions = await d.actions(RC, 'ici');
      const titles = actions.map((a) => a.title);
      assert.equal(titles.length, 12);
      assert.deepEqual(titles.slice(0, 2), ['Écrire a0 – Règle 0', 'Écrire a1 – Règle 1']);
      assert.deepEqual(titles.slice(-4), ['Écrire a8 – Règle 8', 'Autres corrections (9)…', 'Ignorer…', 'Expliquer…']);
      const [choices] = (titled(actions, 'Autres')?.command?.arguments ?? []) as [FixChoice[]];
      assert.equal(choices.length, 9);
      const { uri, finding, title } = choices[0] as FixChoice;
      await d.request('dce-lint/fix', { uri, finding, title });
      assert.equal(d.after(RC, d.applied[0]?.edit), '# RC\n\nÉcrit b0.\n');
      assert.equal((await choicesIn(RC, 'ici')).length, 9);
    });

    it('has twelve at most for a client that asks nothing either, some of them to ignore', async () => {
      await start({ rules: many(9), initializationOptions: {} });
      await d.open(RC, '# RC\n\nÉcrit ici.\n');
      const titles = (await d.actions(RC, 'ici')).map((a) => a.title);
      assert.equal(titles.length, 12);
      assert.equal(titles.filter((t) => t.startsWith('Écrire')).length, 8);
      assert.equal(titles.filter((t) => t.startsWith('Ignorer ici')).length, 4);
    });

    it('says once what two rules would write alike', async () => {
      const [one, two] = many(2);
      assert.ok(one && two);
      const twin = defineRule({ ...one, id: 'test/jumelle', title: 'Jumelle' });
      await start({ rules: [one, twin, two] });
      await d.open(RC, '# RC\n\nÉcrit ici.\n');
      const [first, ...others] = await d.actions(RC, 'ici');
      assert.equal(first?.title, 'Écrire a0 – Jumelle – Règle 0');
      assert.equal(first?.diagnostics?.length, 2);
      assert.equal(others.filter((a) => a.title.startsWith('Écrire a0')).length, 0);
    });
  });

  describe('switches a rule off in the folder', () => {
    const target: TurnOffTarget = { uri: RC, rule: 'test/mot' };
    const turnOff = (reason = 'Mot du projet') =>
      d.request<{ applied: boolean; refused?: string }>('dce-lint/turnOff', { ...target, reason });
    const NAME = 'Ne plus vérifier';

    it('asking the client for the reason, then making the file', async () => {
      await start();
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const [choice] = await choicesIn(RC, 'innovant');
      assert.deepEqual(
        [choice?.rule, choice?.configuration, choice?.folder],
        ['test/mot', '.dce-lint.yaml', undefined],
      );
      await turnOff();
      const [asked] = d.applied;
      assert.deepEqual(asked?.edit.documentChanges, [
        { kind: 'create', uri: CONFIG, options: { ignoreIfExists: true } },
        {
          textDocument: { uri: CONFIG, version: null },
          edits: [
            {
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
              newText: 'rules:\n  test/mot: off # Mot du projet\n',
            },
          ],
        },
      ]);
    });

    it('adding to the file that is there, and the finding goes once it is written', async () => {
      await start({ files: { [CONFIG]: '# Service\nextends: complet\n' } });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      await turnOff();
      const [change, ...more] = (d.applied[0]?.edit.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(more, []);
      const [edit] = change?.edits ?? [];
      assert.ok(edit && 'newText' in edit);
      assert.deepEqual(edit.range.start, { line: 2, character: 0 });
      d.host.write(CONFIG, `# Service\nextends: complet\n${edit.newText}`);
      await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
      await d.next('workspace/diagnostic/refresh');
      assert.deepEqual(await d.findings(RC), []);
    });

    it('naming the folder that the file above governs', async () => {
      await start({ files: { 'file:///marches/.dce-lint.yaml': 'extends: complet\n' } });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      assert.equal((await choicesIn(RC, 'innovant'))[0]?.folder, 'marches');
      await turnOff();
      const [change] = (d.applied[0]?.edit.documentChanges ?? []) as TextDocumentEdit[];
      assert.equal(change?.textDocument.uri, 'file:///marches/.dce-lint.yaml');
    });

    it('but never in a file that is half written or cannot be read: it says why and changes nothing', async () => {
      await start({ files: { [CONFIG]: 'rules: [test/mot\n' } });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const half = await turnOff();
      assert.equal(half.applied, false);
      assert.match(half.refused ?? '', /^La configuration \.dce-lint\.yaml est laissée telle quelle\. .*YAML valide/);
      d.host.write(CONFIG, new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x00, 0x00]));
      const unread = await turnOff();
      assert.equal(unread.applied, false);
      assert.match(unread.refused ?? '', /illisible/);
      assert.deepEqual(d.applied, []);
    });

    it('with an edit to look at first, for a client without our commands', async () => {
      await start({ initializationOptions: {} });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const action = titled(await d.actions(RC, 'innovant'), NAME);
      assert.equal(action?.command, undefined);
      assert.deepEqual(action?.edit?.changeAnnotations, {
        'Écrit dans .dce-lint.yaml': { label: 'Écrit dans .dce-lint.yaml', needsConfirmation: true },
      });
    });

    it('nowhere for a document in no folder, a notice of the program, or a client that cannot make the file', async () => {
      await start({ initializationOptions: {}, capabilities: MODERN });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      assert.equal(titled(await d.actions(RC, 'innovant'), NAME), undefined);
      d.end();
      await start();
      await d.open('untitled:Untitled-1', '# Règlement de la consultation\n\nProjet innovant.\n');
      const [choice] = await choicesIn('untitled:Untitled-1', 'innovant');
      assert.equal(choice?.rule, 'test/mot');
      assert.equal(choice?.configuration, undefined);
    });
  });
});
