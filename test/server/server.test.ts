import assert from 'node:assert/strict';
import type { Diagnostic, MarkupContent, PublishDiagnosticsParams, TextDocumentEdit } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { lawDate } from '../../rules/law/law.ts';
import type { IgnoreChoice } from '../../server/protocol.ts';
import { Dialogue, PLAIN, type Setup } from './dialogue.ts';
import { TODAY } from './texts.ts';

const FOLDER = 'file:///marches/2027';
const RC = `${FOLDER}/rc.md`;
const CCTP = `${FOLDER}/cctp.md`;
const CONFIG = `${FOLDER}/.dce-lint.yaml`;
const COMMANDS: Setup['initializationOptions'] = { clientCommands: ['dce-lint.ignore', 'dce-lint.explain'] };

describe('the server in dialogue', () => {
  let dialogue: Dialogue;
  const start = async (setup?: Setup) => {
    dialogue = await Dialogue.start(setup);
    return dialogue;
  };
  afterEach(() => dialogue.end());

  describe('with a client that asks for diagnostics', () => {
    it('says what it can do and asks to be told of changes', async () => {
      const d = await start();
      assert.deepEqual(d.capabilities.diagnosticProvider, {
        identifier: 'dce-lint',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      });
      assert.equal(d.capabilities.positionEncoding, 'utf-16');
      // Those of the client would be registered twice.
      assert.deepEqual(d.capabilities.executeCommandProvider, { commands: ['dce-lint.applyFix'] });
      await d.next('client/registerCapability', (p: { registrations: { method: string }[] }) =>
        p.registrations.some((r) => r.method === 'workspace/didChangeWatchedFiles'),
      );
    });

    it('gives the findings of a draft with their page, level and related places', async () => {
      const d = await start({ files: { [CCTP]: '# CCTP\n\nDurée : 12 mois.\n' } });
      await d.open(RC, '# RC\n\nDurée : 24 mois. Projet innovant.\n');
      const report = await d.pull(RC);
      assert.ok(report.kind === 'full');
      const [duration, word] = report.items as [Diagnostic, Diagnostic];
      assert.equal(report.items.length, 2);
      assert.equal(d.shown(RC, duration), 'dossier/duree-de-test « Durée : 24 mois »');
      assert.equal(duration.severity, 1);
      assert.equal(duration.source, 'dce-lint');
      assert.match(duration.codeDescription?.href ?? '', /docs\/regles\/dossier\/duree-de-test\.md$/);
      assert.deepEqual(duration.relatedInformation, [
        {
          location: { uri: CCTP, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 15 } } },
          message: 'Autre durée.',
        },
      ]);
      assert.equal(word.severity, 2);
      assert.equal(word.message, '« innovant » ne se mesure pas. Écrire ce qui est attendu.');
    });

    it('follows what is typed', async () => {
      const d = await start();
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      assert.deepEqual(await d.findings(RC), ['test/mot « innovant »']);
      await d.type(RC, 'innovant', 'sobre');
      assert.deepEqual(await d.findings(RC), []);
      await d.type(RC, 'Projet', 'Premier paragraphe.\n\nProjets innovants,');
      assert.deepEqual(await d.findings(RC), ['test/mot « innovants »']);
    });

    it('counts in UTF-16 units, after emoji, in CRLF and with accents in two units', async () => {
      const d = await start();
      await d.open(RC, '# 🏛️ RC 🇫🇷\r\n\r\n👩‍💻 œuvre de\u0301libe\u0301re\u0301e « 🚀 » : projet innovant.\r\n');
      const report = await d.pull(RC);
      assert.ok(report.kind === 'full');
      assert.deepEqual(
        report.items.map((i) => i.range),
        [d.rangeOf(RC, 'innovant')],
      );
    });

    it('says that nothing has changed when nothing has', async () => {
      const d = await start();
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const first = await d.pull(RC);
      const second = await d.pull(RC, first.resultId);
      assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
      await d.type(RC, 'innovant', 'sobre');
      assert.equal((await d.pull(RC, first.resultId)).kind, 'full');
    });

    it('has the sibling looked at again when an edit changes what is said of it, and only then', async () => {
      const d = await start();
      await d.open(RC, '# RC\n\nDurée : 24 mois.\n');
      await d.open(CCTP, '# CCTP\n\nDurée : 24 mois.\n');
      assert.deepEqual(await d.findings(RC), []);
      assert.deepEqual(await d.findings(CCTP), []);
      await d.type(CCTP, 'Durée', 'Au plus, durée');
      await d.findings(CCTP);
      assert.equal(d.count('workspace/diagnostic/refresh'), 0);
      await d.type(CCTP, '24 mois', '12 mois');
      assert.deepEqual(await d.findings(CCTP), []);
      await d.next('workspace/diagnostic/refresh');
      assert.deepEqual(await d.findings(RC), ['dossier/duree-de-test « Durée : 24 mois »']);
      await d.findings(CCTP);
      assert.equal(d.count('workspace/diagnostic/refresh'), 0);
    });

    it('goes back to the file on disk when its sibling is closed, and forgets it when it is deleted', async () => {
      const d = await start({ files: { [CCTP]: '# CCTP\n\nDurée : 12 mois.\n' } });
      await d.open(RC, '# RC\n\nDurée : 24 mois.\n');
      await d.open(CCTP, '# CCTP\n\nDurée : 24 mois.\n');
      assert.deepEqual(await d.findings(RC), []);
      await d.close(CCTP);
      await d.next('workspace/diagnostic/refresh');
      assert.deepEqual(await d.findings(RC), ['dossier/duree-de-test « Durée : 24 mois »']);
      d.host.remove(CCTP);
      await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CCTP, type: 3 }] });
      await d.next('workspace/diagnostic/refresh');
      assert.deepEqual(await d.findings(RC), []);
    });

    it('knows a file by any spelling of its address', async () => {
      const escaped = 'file:///c%3A/March%C3%A9s/r%C3%A8gles%20RC.md';
      const d = await start({ files: { 'file:///C:/Marchés/règles RC.md': '# RC\n\nProjet innovant, innovant.\n' } });
      await d.open(escaped, '# RC\n\nProjet innovant.\n');
      assert.deepEqual(await d.findings(escaped), ['test/mot « innovant »']);
    });

    it('drops a request that the client has given up', async () => {
      const d = await start();
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const asked = d.pull(RC);
      await d.notify('$/cancelRequest', { id: 1 });
      await assert.rejects(asked, /outdated|cancel/i);
      assert.deepEqual(await d.findings(RC), ['test/mot « innovant »']);
    });
  });

  describe('with a client that is sent diagnostics', () => {
    it('sends them on opening and after each change, with the version', async () => {
      const d = await start({ capabilities: PLAIN });
      assert.equal(d.capabilities.diagnosticProvider, undefined);
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      assert.deepEqual(await d.sent(RC, 1), ['test/mot « innovant »']);
      await d.type(RC, 'innovant', 'sobre');
      assert.deepEqual(await d.sent(RC, 2), []);
    });

    it('waits for no quiet when a text is opened', async () => {
      const d = await start({ capabilities: PLAIN, delay: 3_600_000 });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      assert.deepEqual(await d.sent(RC, 1), ['test/mot « innovant »']);
    });

    it('sends those of the siblings too, and takes them away on closing', async () => {
      const d = await start({ capabilities: PLAIN });
      await d.open(RC, '# RC\n\nDurée : 24 mois.\n');
      assert.deepEqual(await d.sent(RC, 1), []);
      await d.open(CCTP, '# CCTP\n\nDurée : 12 mois.\n');
      assert.deepEqual(await d.sent(RC, 1), ['dossier/duree-de-test « Durée : 24 mois »']);
      await d.close(RC);
      await d.next<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (p) => p.uri === RC && p.version === undefined && p.diagnostics.length === 0,
      );
    });

    it('takes settings from those it is given', async () => {
      const d = await start({
        capabilities: PLAIN,
        initializationOptions: { dceLint: { levels: { 'test/mot': 'off' } } },
      });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      assert.deepEqual(await d.sent(RC, 1), []);
      await d.notify('workspace/didChangeConfiguration', { settings: { dceLint: {} } });
      assert.deepEqual(await d.sent(RC, 1), ['test/mot « innovant »']);
    });
  });

  describe('code actions', () => {
    it('come for the narrowest finding first', async () => {
      const d = await start({ files: { [CCTP]: '# CCTP\n\nDurée : 12 mois.\n' }, initializationOptions: COMMANDS });
      await d.open(RC, '# RC\n\nDurée :  24 mois.\n');
      const [fix, ignoring, explaining] = await d.actions(RC, '  ');
      assert.deepEqual([fix?.title, ignoring?.title], ['Garder une seule espace', 'Ignorer…']);
      const rules = ['test/espaces', 'dossier/duree-de-test'];
      for (const action of [ignoring, explaining]) {
        const [choices] = (action?.command?.arguments ?? []) as [{ rule: string }[]];
        assert.deepEqual(
          choices.map((c) => c.rule),
          rules,
        );
      }
    });

    it('offer the fixes first, the preferred one ahead, then ignoring and explaining', async () => {
      const d = await start({ initializationOptions: COMMANDS });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const actions = await d.actions(RC, 'innovant');
      assert.deepEqual(
        actions.map((a) => [a.title, a.isPreferred === true]),
        [
          ['Nommer la performance attendue', true],
          ['Écrire « nouveau »', false],
          ['Ignorer…', false],
          ['Expliquer…', false],
        ],
      );
      assert.equal(d.after(RC, actions[1]?.edit), '# RC\n\nProjet nouveau.\n');
      assert.deepEqual(await d.actions(RC, 'Projet'), []);
    });

    it('tie their edits to the version, with tab stops for what is to be filled in', async () => {
      const d = await start({ initializationOptions: COMMANDS });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      await d.type(RC, 'Projet', 'Un projet');
      const [fix] = await d.actions(RC, 'innovant');
      const [change] = (fix?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(change?.textDocument, { uri: RC, version: 2 });
      const [snippet] = change?.edits ?? [];
      assert.ok(snippet && 'snippet' in snippet);
      assert.match(snippet.snippet.value, /^performant \$\{1:\[à compléter : mesure\]\}$/);
      assert.equal(d.after(RC, fix?.edit), '# RC\n\nUn projet performant [à compléter : mesure].\n');
    });

    it('give plain edits, and the comment to complete, to a client that can do no more', async () => {
      const d = await start({ capabilities: PLAIN });
      await d.open(RC, '# RC\n\n- projet innovant\n');
      await d.sent(RC, 1);
      const actions = await d.actions(RC, 'innovant');
      assert.deepEqual(
        actions.map((a) => a.title),
        [
          'Nommer la performance attendue',
          'Écrire « nouveau »',
          'Ignorer ici, avec motif… (test/mot)',
          'Ignorer dans ce fichier… (test/mot)',
        ],
      );
      assert.equal(d.after(RC, actions[0]?.edit), '# RC\n\n- projet performant [à compléter : mesure]\n');
      assert.equal(
        d.after(RC, actions[2]?.edit),
        '# RC\n\n<!-- dce-lint-ignore-next test/mot : [à compléter : motif] -->\n- projet innovant\n',
      );
    });

    it('name the diagnostic of the client that they answer', async () => {
      const d = await start({ initializationOptions: COMMANDS });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const report = await d.pull(RC);
      assert.ok(report.kind === 'full');
      const [fix] = await d.actions(RC, 'innovant', ['quickfix'], report.items);
      assert.deepEqual(fix?.diagnostics, report.items);
    });

    it('apply all the safe fixes on demand, and nothing else', async () => {
      const d = await start();
      await d.open(RC, '# RC\n\nProjet  innovant,  sobre.\n');
      assert.equal((await d.actions(RC, 'Projet', ['source.organizeImports'])).length, 0);
      for (const only of ['source.fixAll.dce-lint', 'source.fixAll', 'source']) {
        const [all, ...more] = await d.actions(RC, 'Projet', [only]);
        assert.equal(more.length, 0);
        assert.equal(all?.kind, 'source.fixAll.dce-lint');
        assert.equal(d.after(RC, all?.edit), '# RC\n\nProjet innovant, sobre.\n');
      }
    });
  });

  describe('ignoring', () => {
    const targetIn = async (d: Dialogue, words: string) => {
      const actions = await d.actions(RC, words);
      const action = actions.find((a) => a.command?.command === 'dce-lint.ignore');
      const [[choice]] = (action?.command?.arguments ?? []) as [[IgnoreChoice]];
      return { uri: choice.uri, finding: choice.finding, scope: 'here' };
    };

    it('writes the comment with the reason through the client, and the finding is gone', async () => {
      const d = await start({ initializationOptions: COMMANDS });
      await d.open(RC, '# RC\n\n| Objet |\n| --- |\n| innovant |\n');
      const target = await targetIn(d, 'innovant');
      const result = await d.request('dce-lint/ignore', { ...target, reason: 'nom du programme' });
      assert.deepEqual(result, { applied: true });
      const after = d.after(RC, d.applied[0]?.edit);
      assert.equal(
        after,
        '# RC\n\n<!-- dce-lint-ignore-next test/mot « innovant » : nom du programme -->\n| Objet |\n| --- |\n| innovant |\n',
      );
      await d.type(RC, d.textOf(RC).getText(), after);
      assert.deepEqual(await d.findings(RC), []);
    });

    it('finds the finding again after lines were added above', async () => {
      const d = await start({ initializationOptions: COMMANDS });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const target = await targetIn(d, 'innovant');
      await d.type(RC, '# RC\n', '# RC\n\nPréambule.\n');
      assert.deepEqual(await d.request('dce-lint/ignore', { ...target, reason: 'charte' }), { applied: true });
      assert.match(
        d.after(RC, d.applied[0]?.edit),
        /Préambule\.\n\n<!-- dce-lint-ignore-next test\/mot : charte -->\nProjet/,
      );
    });

    it('is refused without a reason, and when the finding is gone', async () => {
      const d = await start({ initializationOptions: COMMANDS });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const target = await targetIn(d, 'innovant');
      assert.deepEqual(await d.request('dce-lint/ignore', { ...target, reason: '  ' }), { applied: false });
      await d.type(RC, 'innovant', 'sobre');
      assert.deepEqual(await d.request('dce-lint/ignore', { ...target, reason: 'charte' }), { applied: false });
      assert.equal(d.applied.length, 0);
    });
  });

  describe('explaining', () => {
    it('shows on hover the message, the reason, the sources of the day and the fixes', async () => {
      const d = await start();
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const hover = await d.hover(RC, 'innovant');
      assert.ok(hover);
      const { value } = hover.contents as MarkupContent;
      for (const part of [
        'Mot vague',
        'test/mot',
        'ne se mesure pas',
        'Pour les tests.',
        'Guide, II.A, p. 11',
        '01/12/2026',
        'nouveau',
      ])
        assert.ok(value.includes(part), `${part} is not in:\n${value}`);
      assert.deepEqual(hover.range, d.rangeOf(RC, 'innovant'));
      assert.equal(await d.hover(RC, 'Projet'), null);
    });

    it('shows on a citation what the article says on the day of the consultation', async () => {
      const d = await start();
      await d.open(RC, '# RC\n\nLes variantes relèvent de l’article R. 2151-10 du code de la commande publique.\n');
      const hover = await d.hover(RC, 'R. 2151-10');
      assert.ok(hover);
      const { value } = hover.contents as MarkupContent;
      assert.match(value, /Article R2151-10 du code de la commande publique/);
      assert.match(value, /En vigueur depuis le 01\/04\/2019/);
      assert.deepEqual(hover.range, d.rangeOf(RC, 'R. 2151-10'));
      assert.equal(await d.hover(RC, 'relèvent'), null);
    });

    it('gives the page of a rule or of a notice, and nothing for an unknown one', async () => {
      const d = await start();
      const page = await d.request<{ markdown: string } | null>('dce-lint/explain', { id: 'test/mot' });
      assert.match(page?.markdown ?? '', /^# Mot vague\n/);
      const notice = await d.request<{ markdown: string } | null>('dce-lint/explain', {
        id: 'dce-lint/suppression-sans-motif',
      });
      assert.match(notice?.markdown ?? '', /^# Suppression sans motif\n/);
      assert.equal(await d.request('dce-lint/explain', { id: 'test/rien' }), null);
    });
  });

  describe('the status', () => {
    it('says what the piece is, how it is known, and how much was found', async () => {
      const d = await start();
      await d.open(RC, '---\ndce:\n  piece: rc\n  procedure: mapa\n  etat: brouillon\n---\n\nProjet innovant.\n');
      await d.findings(RC);
      assert.deepEqual(await d.status(RC), {
        uri: RC,
        checked: true,
        piece: 'rc',
        pieceFrom: 'front-matter',
        procedure: 'mapa',
        etat: 'brouillon',
        date: TODAY,
        law: { date: lawDate, old: false },
        findings: 1,
        dossier: 1,
      });
    });

    it('says why nothing is checked: no piece, left out by the configuration, no Markdown', async () => {
      const d = await start({ files: { [CONFIG]: 'ignore: [rc.md]\n' } });
      const readme = `${FOLDER}/README.md`;
      await d.open(readme, '# Notes de travail\n\nProjet innovant.\n');
      assert.deepEqual(await d.findings(readme), []);
      const status = await d.status(readme);
      assert.equal(status.checked, false);
      assert.match(status.reason ?? '', /aucune pièce/);
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      assert.deepEqual(await d.findings(RC), []);
      assert.match((await d.status(RC)).reason ?? '', /écarté par « rc\.md »/);
      const text = `${FOLDER}/notes.txt`;
      await d.open(text, 'Projet innovant.', 'plaintext');
      assert.deepEqual(await d.findings(text), []);
      assert.match((await d.status(text)).reason ?? '', /Markdown/);
    });

    it('knows a draft that is in no folder yet', async () => {
      const d = await start();
      await d.open('untitled:Untitled-1', '# Règlement de la consultation\n\nProjet innovant.\n');
      assert.deepEqual(await d.findings('untitled:Untitled-1'), ['test/mot « innovant »']);
      assert.equal((await d.status('untitled:Untitled-1')).pieceFrom, 'title');
    });
  });

  describe('settings', () => {
    it('are those of the resource, and a change of theirs is followed', async () => {
      const d = await start({ settings: { levels: { 'test/mot': 'error' } } });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      const first = await d.pull(RC);
      assert.ok(first.kind === 'full');
      assert.equal(first.items[0]?.severity, 1);
      d.settings = { levels: { 'test/*': 'off' } };
      await d.notify('workspace/didChangeConfiguration', { settings: null });
      await d.next('workspace/diagnostic/refresh');
      assert.deepEqual(await d.findings(RC), []);
    });

    it('of the configuration file count, and its faults are shown in it', async () => {
      const d = await start({ files: { [CONFIG]: 'rules:\n  test/mott: off\n  test/espaces: off\n' } });
      await d.open(RC, '# RC\n\nProjet  innovant.\n');
      assert.deepEqual(await d.findings(RC), ['test/mot « innovant »']);
      const published = await d.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
      assert.equal(published.uri, CONFIG);
      assert.deepEqual(
        published.diagnostics.map((f) => [f.code, f.range.start, f.range.end]),
        [['dce-lint/configuration-invalide', { line: 1, character: 2 }, { line: 1, character: 11 }]],
      );
      d.host.write(CONFIG, 'rules:\n  test/mot: off\n');
      await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
      await d.next('workspace/diagnostic/refresh');
      assert.deepEqual(await d.findings(RC), ['test/espaces «    »']);
      const repaired = await d.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
      assert.deepEqual([repaired.uri, repaired.diagnostics.length], [CONFIG, 0]);
      d.host.remove(CONFIG);
      await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 3 }] });
      await d.next('workspace/diagnostic/refresh');
      assert.equal((await d.findings(RC)).length, 2);
    });

    it('of a folder above count too, and wrong settings of the editor are said once', async () => {
      const d = await start({
        files: { 'file:///marches/.dce-lint.yaml': 'date: 2027-06-01\n' },
        settings: { preset: 'tout' },
      });
      await d.open(RC, '# RC\n');
      await d.findings(RC);
      assert.equal((await d.status(RC)).date, '2027-06-01');
      assert.ok(d.host.logged.some((m) => m.includes('« tout »')));
      const { message } = await d.next<{ message: string }>('window/showMessage');
      assert.match(message, /^DCE Lint, réglages de l’éditeur : « tout » n'est pas un préréglage/);
      await d.type(RC, '# RC', '# RC.');
      await d.findings(RC);
      assert.equal(d.count('window/showMessage'), 0, 'said once');
    });
  });

  describe('when something is wrong', () => {
    it('shows one finding for a rule that throws, and the others go on', async () => {
      const d = await start();
      await d.open(RC, '# RC\n\nProjet innovant en panne.\n');
      assert.deepEqual(await d.findings(RC), ['dce-lint/regle-en-echec « RC »', 'test/mot « innovant »']);
      await d.findings(RC);
      assert.equal(d.host.logged.filter((m) => m.includes('broken on purpose')).length, 1);
    });

    it('shows the faults of the front matter, with the fix', async () => {
      const d = await start({ rules });
      await d.open(RC, '---\ndce:\n  piece: rc\n  procdure: mapa\n---\n\n# RC\n');
      const report = await d.pull(RC);
      assert.ok(report.kind === 'full');
      const wrong = report.items.find((i) => i.code === 'redaction/entete-invalide');
      assert.deepEqual(wrong?.range, d.rangeOf(RC, 'procdure'));
      const [fix] = await d.actions(RC, 'procdure');
      assert.match(d.after(RC, fix?.edit), / {2}procedure: mapa\n/);
    });

    it('leaves out siblings that cannot be read, and goes on', async () => {
      const latin1 = Buffer.from('# CCTP\n\nDurée : 12 mois.\n', 'latin1');
      const d = await start({ files: { [CCTP]: new Uint8Array(latin1) } });
      await d.open(RC, '# RC\n\nDurée : 24 mois. Projet innovant.\n');
      assert.deepEqual(await d.findings(RC), ['test/mot « innovant »']);
    });

    it('answers for documents that are not there, and odd addresses', async () => {
      const d = await start();
      assert.deepEqual(await d.findings(RC), []);
      assert.deepEqual(await d.findings('file:///%E0%A4%A'), []);
      assert.deepEqual(await d.findings(''), []);
    });

    it('goes on without settings when the client fails to give them', async () => {
      const d = await start({ settings: new Error('no settings') });
      await d.open(RC, '# RC\n\nProjet innovant.\n');
      assert.deepEqual(await d.findings(RC), ['test/mot « innovant »']);
    });
  });
});
