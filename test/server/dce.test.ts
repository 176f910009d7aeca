import assert from 'node:assert/strict';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { missing, readDce } from '../../server/core/dce.ts';
import type { FicheAnswer } from '../../server/protocol.ts';
import { Dialogue, PLAIN } from './dialogue.ts';

/** `words: message` of each problem. */
const problems = (text: string): string[] =>
  readDce(text).problems.map(({ at, message }) => `${text.slice(at.start, at.end)}: ${message}`);

describe('dce.yaml', () => {
  it('lists pieces in any folder below, with shared metadata that a piece may change', () => {
    const { pieces, problems: wrong } = readDce(
      'etat: relecture\npieces:\n  - ./rc.md\n  - fichier: technique\\cctp.md\n    piece: cctp\n    etat: final\n',
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      pieces?.map(({ path, values }) => ({ path, ...values })),
      [
        { path: 'rc.md', etat: 'relecture' },
        { path: 'technique/cctp.md', piece: 'cctp', etat: 'final' },
      ],
    );
  });

  it('says what is wrong at its place with the nearest name, and keeps the rest', () => {
    const text =
      'procedur: mapa\ndate: 2027-02-30\nmontant-estime: 12 k€\nacheteur: commune\netat: final\netat: final\npieces:\n  - rc.md\n  - fichier: cctp.md\n    piece: ctp\n    auteur: x\n  - rc.md\n  - ../ae.md\n  - 12\n';
    const said = problems(text);
    assert.match(said[0] ?? '', /^procedur: .*plus proche d'abord : « procedure »/);
    assert.match(said[1] ?? '', /^2027-02-30: .*AAAA-MM-JJ/);
    assert.match(said[2] ?? '', /^12 k€: .*nombre d’euros/);
    assert.match(said[3] ?? '', /^commune: .*« acheteur ».*« autre »/);
    assert.match(said[4] ?? '', /^etat: .*deux fois/);
    assert.match(said[5] ?? '', /^ctp: .*plus proche d'abord : « cctp »/);
    assert.match(said[6] ?? '', /^auteur: .*pas une clé/);
    assert.match(said[7] ?? '', /^rc\.md: .*déjà dans la liste/);
    assert.match(said[8] ?? '', /^\.\.\/ae\.md: .*sort du dossier/);
    assert.match(said[9] ?? '', /^12: /);
    assert.equal(said.length, 10);
    assert.deepEqual(
      readDce(text).pieces?.map((p) => p.path),
      ['rc.md', 'cctp.md'],
    );
  });

  it('says what a key wants that has no value, or a list for one', () => {
    assert.match(problems('etat:\n')[0] ?? '', /^etat: « etat » attend l'une de ces valeurs : .*« brouillon »/);
    assert.match(problems('date: [2027]\n')[0] ?? '', /^date: « date » attend une date AAAA-MM-JJ/);
    assert.match(problems('montant-estime: {a: 1}\n')[0] ?? '', /^montant-estime: .* attend un nombre d’euros/);
  });

  it('that is no YAML, no map, no list, empty or a bomb of aliases does no harm', () => {
    assert.match(problems('etat: final\npieces: [rc.md\n')[0] ?? '', /^pieces: \[rc\.md: .*pas du YAML/);
    assert.match(problems('- rc.md')[0] ?? '', /contient des clés/);
    assert.match(problems('pieces: rc.md')[0] ?? '', /^rc\.md: .*liste/);
    assert.equal(readDce('pieces: rc.md').pieces, undefined);
    assert.deepEqual(problems(''), []);
    assert.deepEqual(problems('# rien\n'), []);
    assert.equal(problems('a: &a [x]\npieces: [*a, *a]\n').length, 3);
    assert.equal(problems('x'.repeat(200_000)).length, 1);
  });

  it('names the nearest file for one that is not there', () => {
    const dce = readDce('pieces:\n  - cctp.md\n');
    assert.deepEqual(
      missing(dce, () => true, []),
      [],
    );
    assert.match(
      missing(dce, () => false, ['rc.md', 'technique/cctp.md'])[0]?.message ?? '',
      /« technique\/cctp\.md »/,
    );
  });
});

describe('a consultation described by dce.yaml, in dialogue', () => {
  const FOLDER = 'file:///marches/2027';
  const DCE = `${FOLDER}/dce.yaml`;
  const RC = `${FOLDER}/rc.md`;
  const BESOIN = `${FOLDER}/technique/besoin.md`;
  const NOTES = `${FOLDER}/notes.md`;
  const LIST = 'date: 2027-01-15\npieces:\n  - rc.md\n  - fichier: technique/besoin.md\n    piece: cctp\n';
  const rc = '# RC\n\n## 1. Durée\n\nLa durée du marché est de 24 mois.\n';
  const besoin = '# Besoin\n\n## 1. Durée\n\nLa durée du marché est de 36 mois.\n';
  let dialogue: Dialogue;
  afterEach(() => dialogue.end());

  const start = async (files: Readonly<Record<string, string>>, capabilities = {}) => {
    dialogue = await Dialogue.start({ rules, files, ...capabilities });
    return dialogue;
  };
  const duree = async (uri: string) => (await dialogue.findings(uri)).filter((f) => f.startsWith('dossier/duree'));
  const faults = async (wants: (items: readonly Diagnostic[]) => boolean) =>
    (
      await dialogue.next<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (p) => p.uri === DCE && wants(p.diagnostics),
      )
    ).diagnostics;

  it('spans folders: a piece below is read with those above, from either side', async () => {
    const d = await start({ [DCE]: LIST, [RC]: rc });
    await d.open(BESOIN, besoin);
    assert.deepEqual(await duree(BESOIN), ['dossier/duree « 36 mois »']);
    const status = await d.status(BESOIN);
    assert.deepEqual([status.piece, status.pieceFrom, status.date], ['cctp', 'dce-yaml', '2027-01-15']);
    await d.open(RC, rc);
    assert.deepEqual(await duree(RC), ['dossier/duree « 24 mois »']);
    await d.type(RC, '24 mois', '36 mois');
    assert.deepEqual(await duree(RC), []);
    await d.next('workspace/diagnostic/refresh');
    assert.deepEqual(await duree(BESOIN), []);
    const { fiche, uris } = await d.request<FicheAnswer>('dce-lint/fiche', { uri: RC });
    assert.equal(uris['technique/besoin.md'], BESOIN);
    assert.deepEqual(
      fiche.matters.find((m) => m.id === 'dce')?.entries.map((e) => e.label),
      ['Date de lancement'],
    );
  });

  it('leaves out the drafts that it does not list, and says so', async () => {
    const d = await start({ [DCE]: LIST, [RC]: rc });
    await d.open(NOTES, besoin.replace('Besoin', 'CCTP'));
    assert.deepEqual(await d.findings(NOTES), []);
    assert.match((await d.status(NOTES)).reason ?? '', /pas dans la liste « pieces » de dce\.yaml/);
    await d.open(RC, rc);
    assert.deepEqual(await duree(RC), []);
  });

  it('follows what is typed in dce.yaml, saved or not', async () => {
    const d = await start({ [RC]: rc, [DCE]: 'pieces:\n  - rc.md\n' });
    await d.open(RC, rc);
    await d.open(BESOIN, besoin);
    assert.deepEqual(await duree(RC), []);
    await d.open(DCE, 'pieces:\n  - rc.md\n', 'yaml');
    await d.type(DCE, '- rc.md\n', '- rc.md\n  - fichier: technique/besoin.md\n    piece: cctp\n');
    await d.next('workspace/diagnostic/refresh');
    assert.deepEqual(await duree(RC), ['dossier/duree « 24 mois »']);
    assert.deepEqual(await duree(BESOIN), ['dossier/duree « 36 mois »']);
    await d.type(DCE, '  - fichier: technique/besoin.md\n    piece: cctp\n', '');
    await d.next('workspace/diagnostic/refresh');
    assert.deepEqual(await duree(RC), []);
    assert.deepEqual(await duree(BESOIN), []);
  });

  it('has its own faults shown in it, and taken back when they are mended or the file is gone', async () => {
    const d = await start({ [DCE]: LIST.replace('date', 'dat'), [RC]: rc });
    await d.open(RC, rc);
    await d.findings(RC);
    const first = await faults((items) => items.length > 0);
    assert.deepEqual(
      first.map((f) => [f.range.start.line, f.range.start.character, f.code]),
      [
        [0, 0, 'dce-lint/configuration-invalide'],
        [3, 13, 'dce-lint/configuration-invalide'],
      ],
    );
    d.host.write(BESOIN, besoin);
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: BESOIN, type: 1 }] });
    await d.findings(RC);
    assert.equal((await faults(() => true)).length, 1);
    d.host.remove(DCE);
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: DCE, type: 3 }] });
    await d.findings(RC);
    assert.deepEqual(await faults(() => true), []);
  });

  it('is followed by a client that is sent diagnostics', async () => {
    const d = await start({ [DCE]: LIST, [RC]: rc }, { capabilities: PLAIN });
    await d.open(RC, rc);
    assert.ok((await d.sent(RC, 1)).every((f) => !f.startsWith('dossier/duree')));
    await d.open(BESOIN, besoin);
    assert.ok((await d.sent(RC, 1)).includes('dossier/duree « 24 mois »'));
    assert.ok((await d.sent(BESOIN, 1)).includes('dossier/duree « 36 mois »'));
  });
});
