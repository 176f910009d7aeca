import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { Dialogue, PLAIN, type Setup } from './dialogue.ts';

const FOLDER = 'file:///marches/2027';
const RC = `${FOLDER}/rc.md`;
const AE = `${FOLDER}/ae.md`;
const CCAP = `${FOLDER}/ccap.md`;
const table = (technique: number) =>
  `## 4. Critères\n\n| Critère | Poids |\n|---|---|\n| Valeur technique | ${technique} % |\n| Prix | ${100 - technique} % |\n`;
const rc = `# RC\n\n${table(60)}`;
const ae = `# Acte d'engagement\n\n${table(60)}`;

describe('the pieces of one consultation, in dialogue', () => {
  let dialogue: Dialogue;
  afterEach(() => dialogue.end());
  const start = async (files: Readonly<Record<string, string>> = {}, more: Setup = {}) => {
    dialogue = await Dialogue.start({ rules, files, ...more });
    return dialogue;
  };
  const of = async (uri: string, rule: string) => (await dialogue.findings(uri)).filter((f) => f.startsWith(rule));

  it('have the findings of one refreshed by an edit of another', async () => {
    const d = await start();
    await d.open(RC, rc);
    await d.open(AE, ae);
    assert.deepEqual([await of(RC, 'dossier/'), await of(AE, 'dossier/')], [[], []]);
    await d.type(RC, '60 %', '55 %');
    await d.type(RC, '40 %', '45 %');
    assert.equal((await of(RC, 'dossier/criteres')).length, 1);
    await d.next('workspace/diagnostic/refresh');
    assert.equal((await of(AE, 'dossier/criteres')).length, 1);
    await d.type(RC, '55 %', '60 %');
    await d.type(RC, '45 %', '40 %');
    assert.deepEqual([await of(RC, 'dossier/'), await of(AE, 'dossier/')], [[], []]);
  });

  it('can be brought in line either way, and both findings are gone', async () => {
    const d = await start();
    await d.open(RC, rc);
    await d.open(AE, `# Acte d'engagement\n\n${table(55)}`);
    const fixes = (await d.actions(AE, 'Valeur technique')).filter((a) => a.title.startsWith('Reprendre'));
    assert.deepEqual(
      fixes.map((a) => [a.title, a.isPreferred ?? false]),
      [
        ["Reprendre à l'acte d'engagement les poids donnés au RC", true],
        ["Reprendre au RC les poids donnés à l'acte d'engagement", false],
      ],
    );
    for (const fix of fixes) {
      const after = { [RC]: d.after(RC, fix.edit), [AE]: d.after(AE, fix.edit) };
      assert.notDeepEqual(after, { [RC]: d.textOf(RC).getText(), [AE]: d.textOf(AE).getText() });
      const other = await Dialogue.start({ rules });
      for (const [uri, text] of Object.entries(after)) await other.open(uri, text);
      for (const uri of [RC, AE])
        assert.deepEqual(
          (await other.findings(uri)).filter((f) => f.startsWith('dossier/')),
          [],
        );
      other.end();
    }
  });

  it('leave no finding behind when one is deleted on disk', async () => {
    const d = await start({ [AE]: `# Acte d'engagement\n\n${table(55)}` });
    await d.open(RC, rc);
    assert.equal((await of(RC, 'dossier/criteres')).length, 1);
    d.host.remove(AE);
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: AE, type: 3 }] });
    await d.next('workspace/diagnostic/refresh');
    assert.deepEqual(await of(RC, 'dossier/'), []);
  });

  it('leave no finding behind when one is renamed into another folder, or by another name', async () => {
    const d = await start();
    const text = `# Acte d'engagement\n\n${table(55)}`;
    await d.open(RC, rc);
    await d.open(AE, text);
    assert.equal((await of(RC, 'dossier/criteres')).length, 1);
    // An editor closes the old name and opens the new one.
    const renamed = `${FOLDER}/acte.md`;
    await d.close(AE);
    await d.open(renamed, text);
    assert.equal((await of(RC, 'dossier/criteres')).length, 1);
    const report = await d.pull(RC);
    assert.ok(report.kind === 'full');
    const finding = report.items.find((i) => i.code === 'dossier/criteres');
    assert.equal(finding?.relatedInformation?.[0]?.location.uri, renamed);
    await d.close(renamed);
    await d.open('file:///marches/ailleurs/acte.md', text);
    assert.deepEqual(await of(RC, 'dossier/'), []);
  });

  it('have nothing left of a renamed one, with a client that is sent diagnostics', async () => {
    const d = await start({}, { capabilities: PLAIN });
    await d.open(RC, rc);
    await d.open(AE, `# Acte d'engagement\n\n${table(55)}`);
    const sent = (uri: string, wants: (codes: readonly unknown[]) => boolean) =>
      d.next<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (p) => p.uri === uri && wants(p.diagnostics.map((x) => x.code)),
      );
    await sent(RC, (codes) => codes.includes('dossier/criteres'));
    await d.close(AE);
    await sent(AE, (codes) => codes.length === 0);
    await sent(RC, (codes) => !codes.includes('dossier/criteres'));
  });

  it('have a broken reference to another flagged, with the nearest headings to choose from', async () => {
    const d = await start({
      [CCAP]: '# CCAP\n\n## 1. Objet\n\nTexte.\n\n## 2. Prix\n\nTexte.\n\n## 3. Délais\n\nTexte.\n',
    });
    await d.open(RC, '# RC\n\n## 1. Prix\n\nLes prix sont fixés à l’article 5.2 du CCAP.\n');
    const [broken] = await of(RC, 'redaction/renvoi-casse');
    assert.match(broken ?? '', /article 5\.2/);
    const titles = (await d.actions(RC, 'article 5.2')).map((a) => a.title).filter((t) => t.startsWith('Renvoyer'));
    assert.match(titles[0] ?? '', /^Renvoyer à .*3.*d[ée]lais/i);
    assert.equal(titles.length, 3);
    d.host.write(CCAP, '# CCAP\n\n## 5. Prix\n\n### 5.1. Forme\n\nTexte.\n\n### 5.2. Révision\n\nTexte.\n');
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CCAP, type: 2 }] });
    assert.deepEqual(await of(RC, 'redaction/renvoi-casse'), []);
  });
});
