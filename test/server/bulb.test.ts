import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { insertAfter, replace } from '../../rules/kit/fix.ts';
import { defineRule } from '../../rules/kit/rule.ts';
import { text } from '../../rules/kit/source.ts';
import type { TurnOffTarget } from '../../server/protocol.ts';
import { Dialogue, MODERN, type Setup } from './dialogue.ts';
import { spaces, testRules, word } from './texts.ts';

const FOLDER = 'file:///marches/2027';
const RC = `${FOLDER}/rc.md`;
const CCTP = `${FOLDER}/cctp.md`;
const CONFIG = `${FOLDER}/.dce-lint.yaml`;
const COMMANDS: Setup['initializationOptions'] = {
  clientCommands: ['dce-lint.ignore', 'dce-lint.turnOff', 'dce-lint.explain'],
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

  it('lists fixes, then ignoring from the narrowest to the widest, then explaining', async () => {
    await start();
    await d.open(RC, '# RC\n\nProjet innovant.\n');
    assert.deepEqual(
      (await d.actions(RC, 'innovant')).map((a) => a.title),
      [
        'Nommer la performance attendue',
        'Écrire « nouveau »',
        'Ignorer ici, avec motif… (test/mot)',
        'Ignorer dans ce fichier… (test/mot)',
        'Ne plus vérifier cette règle dans ce dossier… (test/mot)',
        'Expliquer la règle (test/mot)',
      ],
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

  describe('has a fix looked at first', () => {
    const TEXT = '# RC\n\nÉcrit ici.\n\nFin.\n';
    const annotationOf = ({ edit }: CodeAction) => {
      const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      const [first] = change?.edits ?? [];
      const id = first && 'annotationId' in first ? first.annotationId : undefined;
      return id === undefined ? undefined : edit?.changeAnnotations?.[id];
    };

    it('when it writes out of sight of the finding, or in another piece, and says where', async () => {
      await start({ rules: [far], files: { [CCTP]: '# CCTP\n\nTexte.\n' } });
      await d.open(RC, TEXT);
      const [below, end, other] = await d.actions(RC, 'ici');
      assert.ok(below && end && other);
      assert.equal(below.edit?.changeAnnotations, undefined);
      assert.deepEqual(annotationOf(end), { label: 'Change un autre endroit de la pièce', needsConfirmation: true });
      assert.deepEqual(annotationOf(other), { label: 'Change une autre pièce : cctp.md', needsConfirmation: true });
      assert.equal(d.after(RC, end.edit), `${TEXT.trimEnd()}\n\nAu bout [à compléter : quoi].\n`);
      assert.deepEqual(
        ((other.edit?.documentChanges ?? []) as TextDocumentEdit[]).map((c) => c.textDocument),
        [{ uri: CCTP, version: null }],
      );
    });

    it('only by a client that can show it', async () => {
      await start({ rules: [far], capabilities: MODERN });
      await d.open(RC, TEXT);
      const [, end] = await d.actions(RC, 'ici');
      assert.equal(end?.edit?.changeAnnotations, undefined);
      assert.equal(d.after(RC, end?.edit), `${TEXT.trimEnd()}\n\nAu bout [à compléter : quoi].\n`);
    });
  });

  describe('switches a rule off in the folder', () => {
    const target: TurnOffTarget = { uri: RC, rule: 'test/mot', configuration: '.dce-lint.yaml' };
    const turnOff = (reason = 'Mot du projet') =>
      d.request<{ applied: boolean; refused?: string }>('dce-lint/turnOff', { ...target, reason });
    const NAME = 'Ne plus vérifier';

    it('asking the client for the reason, then making the file', async () => {
      await start();
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      assert.deepEqual(titled(await d.actions(RC, 'innovant'), NAME)?.command?.arguments, [target]);
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
      const action = titled(await d.actions(RC, 'innovant'), NAME);
      assert.equal(action?.title, 'Ne plus vérifier cette règle dans « marches »… (test/mot)');
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
      const actions = await d.actions('untitled:Untitled-1', 'innovant');
      assert.ok(titled(actions, 'Ignorer ici'));
      assert.equal(titled(actions, NAME), undefined);
    });
  });
});
