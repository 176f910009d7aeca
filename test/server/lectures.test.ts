import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import type { Conformite, IgnoreChoice } from '../../server/protocol.ts';
import { Dialogue, MODERN } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';
const FILE = 'file:///marches/2027/.dce-lint-lectures.yaml';
const SENTENCE =
  'Ces offres, quoique tardives, participent au classement dans les mêmes conditions que les offres arrivées à temps.';
const DRAFT = `---
dce:
  piece: rc
  date: 2026-10-01
---

# Règlement de la consultation

${SENTENCE}
`;
const REFUSED = `- enonce: ${SENTENCE}\n  notion: offres/tardives-acceptees\n  motif: Ancien règlement.\n`;
const FULL = {
  ...MODERN,
  workspace: {
    ...MODERN.workspace,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create' as const],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
};
const initializationOptions = { clientCommands: ['dce-lint.ignore' as const] };

describe('« Ce n’est pas cela »', () => {
  let d: Dialogue;
  afterEach(() => d.end());
  const start = async (files: Record<string, string | Uint8Array> = {}, commands = true) => {
    d = await Dialogue.start({ rules, files, capabilities: FULL, ...(commands && { initializationOptions }) });
    await d.open(RC, DRAFT);
  };
  const late = async () => (await d.findings(RC)).filter((f) => f.includes('offres/hors-delai')).length;
  const action = async (title = 'Ce n’est pas cela') =>
    ((await d.actions(RC, 'quoique')) as CodeAction[]).find((a) => a.title.startsWith(title));
  const choice = async () => {
    const [choices] = ((await action('Ignorer…'))?.command?.arguments ?? []) as [IgnoreChoice[]];
    return choices.find((c) => c.rule === 'offres/hors-delai') as IgnoreChoice;
  };
  const refuse = async (reason = 'Ancien règlement.') => {
    const { uri, finding } = await choice();
    return d.request<{ applied: boolean; refused?: string }>('dce-lint/misread', { uri, finding, reason });
  };

  it('writes the sentence, what was heard and the reason in the folder, and the finding goes once that is saved', async () => {
    await start();
    assert.equal(await late(), 1);
    assert.equal((await choice()).lectures, '.dce-lint-lectures.yaml');
    await refuse();
    const [created, change] = d.applied[0]?.edit.documentChanges ?? [];
    assert.deepEqual(created, { kind: 'create', uri: FILE, options: { ignoreIfExists: true } });
    const [edit] = (change as TextDocumentEdit).edits;
    assert.ok(edit && 'newText' in edit);
    assert.match(edit.newText, /^# .* n’est pas cela, .*\. Ce fichier reste dans ce dossier\.\n\n?- enonce: /);
    assert.ok(edit.newText.endsWith(REFUSED), edit.newText);
    d.host.write(FILE, edit.newText);
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: FILE, type: 1 }] });
    await d.next('workspace/diagnostic/refresh');
    assert.equal(await late(), 0);
  });

  it('adds to what the file says already, comments kept', async () => {
    const before = `# À nous.\n${REFUSED.replace('offres, quoique', 'choses, quoique')}`;
    await start({ [FILE]: before });
    await refuse('Deux\nlignes : "x" # y');
    const [change] = (d.applied[0]?.edit.documentChanges ?? []) as TextDocumentEdit[];
    const [edit] = change?.edits ?? [];
    assert.ok(edit && 'newText' in edit);
    assert.equal(edit.range.start.line, before.split('\n').length - 1);
    assert.match(edit.newText, /motif: 'Deux lignes : "x" # y'\n$/);
  });

  it('silences at once what the file refused before, and those words alone', async () => {
    await start({ [FILE]: REFUSED });
    assert.equal(await late(), 0);
    await d.open('file:///marches/2028/rc.md', DRAFT);
    const other = await d.findings('file:///marches/2028/rc.md');
    assert.equal(other.filter((f) => f.includes('offres/hors-delai')).length, 1);
  });

  it('shows in the guide what is refused, why and by which file', async () => {
    const moral =
      'L’intéressé consent à perdre la maîtrise morale de son œuvre, en ce compris le droit d’en interdire la mutilation.';
    d = await Dialogue.start({
      rules,
      files: { [FILE]: `- enonce: ${moral}\n  notion: pi/droits-moraux-abandonnes\n  motif: Cité.\n` },
    });
    await d.open(RC, DRAFT.replace(SENTENCE, moral));
    const { chapitres } = await d.request<Conformite>('dce-lint/conformite', { uri: RC });
    const shown = chapitres.flatMap((c) => c.parties.flatMap((p) => p.rules));
    const rule = shown.find((r) => r.rule === 'pi/droits-moraux');
    assert.equal(rule?.etat, 'ignored');
    assert.equal(rule?.places[0]?.message, 'Lecture écartée par .dce-lint-lectures.yaml : Cité.');
  });

  it('says in the file what is wrong there, and takes nothing from it', async () => {
    await start({ [FILE]: REFUSED.replace(/ {2}motif.*\n/, '') });
    assert.equal(await late(), 1);
    const { diagnostics } = (await d.next('textDocument/publishDiagnostics')) as { diagnostics: { message: string }[] };
    assert.match(diagnostics[0]?.message ?? '', /^Il manque « motif »/);
  });

  it('leaves alone a file that is half written or cannot be read, and says why', async () => {
    await start({ [FILE]: '- enonce: "x\n' });
    const half = await refuse();
    assert.equal(half.applied, false);
    assert.match(half.refused ?? '', /^\.dce-lint-lectures\.yaml est laissé tel quel\./);
    d.host.write(FILE, new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x00, 0x00]));
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: FILE, type: 2 }] });
    const unread = await refuse();
    assert.match(unread.refused ?? '', /illisible/);
    assert.deepEqual(d.applied, []);
  });

  it('is an edit to look at first for a client without our command, and refuses nothing until the reason is written', async () => {
    await start({}, false);
    const { edit } = (await action()) ?? {};
    const label = 'Écrit dans .dce-lint-lectures.yaml';
    assert.deepEqual(edit?.changeAnnotations, { [label]: { label, needsConfirmation: true } });
    const change = edit?.documentChanges?.find((c) => 'edits' in c) as TextDocumentEdit | undefined;
    const [written] = change?.edits ?? [];
    assert.ok(written && 'newText' in written);
    assert.match(written.newText, /motif: "\[à compléter : motif\]"/);
    d.host.write(FILE, written.newText);
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: FILE, type: 1 }] });
    await d.next('workspace/diagnostic/refresh');
    assert.equal(await late(), 1);
  });

  it('is not offered where the words are those that one is used to', async () => {
    d = await Dialogue.start({ rules, initializationOptions });
    const text = DRAFT.replace(SENTENCE, 'Les offres reçues hors délai seront acceptées.');
    await d.open(RC, text);
    assert.equal(await late(), 1);
    const ignoring = (await d.actions(RC, 'hors délai')).find((a) => a.title === 'Ignorer…');
    const [choices] = (ignoring?.command?.arguments ?? []) as [IgnoreChoice[]];
    assert.ok(choices.length > 0);
    assert.ok(choices.every((c) => c.lectures === undefined));
  });
});
