import assert from 'node:assert/strict';
import type {
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { MOST_TOLD } from '../../server/features/dossier.ts';
import { Dialogue, MODERN, PLAIN, type Setup } from './dialogue.ts';

const FOLDER = 'file:///marches/2027';
const AE = `${FOLDER}/ae.md`;
const RC = `${FOLDER}/rc.md`;
const CCTP = `${FOLDER}/cctp.md`;
const OTHER = 'file:///marches/autre/rc.md';
const ae = '# Acte d’engagement\n\nProjet innovant.\n';
const files = {
  [RC]: '# RC\n\nProjet innovant, outil innovant.\n',
  [CCTP]: '# CCTP\n\nOutil innovant.\n',
  [`${FOLDER}/notes.md`]: 'Projet innovant.\n',
  [OTHER]: '# RC\n\nProjet innovant.\n',
};

/** Holds what a client that asks for its workspace has, as VS Code's does. */
class Asking {
  readonly counts = new Map<string, number>();
  readonly messages = new Map<string, string[]>();
  private readonly ids = new Map<string, string>();
  private readonly dialogue: Dialogue;
  constructor(dialogue: Dialogue) {
    this.dialogue = dialogue;
  }
  async next(): Promise<Record<string, number>> {
    const previousResultIds = [...this.ids].map(([uri, value]) => ({ uri, value }));
    const { items } = await this.dialogue.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds,
    });
    for (const { uri, items: found, resultId = '' } of items as WorkspaceFullDocumentDiagnosticReport[]) {
      this.ids.set(uri, resultId);
      this.counts.set(uri, found.length);
      this.messages.set(
        uri,
        found.map((d) => String(d.message)),
      );
    }
    return Object.fromEntries(items.map(({ uri }) => [uri, this.counts.get(uri) ?? 0]));
  }
}

describe('the consultation of an open piece, in dialogue', () => {
  let d: Dialogue;
  afterEach(() => d.end());
  const start = async (more: Setup = {}) => {
    d = await Dialogue.start({ files, ...more });
  };
  const pushed = (uri: string, count: number) =>
    d.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (p) => p.uri === uri && p.diagnostics.length === count,
    );

  describe('with a client that asks for its workspace', () => {
    it('has the findings of its other pieces, and those of no other consultation', async () => {
      await start();
      const client = new Asking(d);
      const first = client.next();
      await d.open(AE, ae);
      assert.equal((await d.findings(AE)).length, 1);
      assert.deepEqual(await first, { [RC]: 2, [CCTP]: 1 });
    });

    it('is told of what changes and of nothing else', async () => {
      await start();
      const client = new Asking(d);
      const first = client.next();
      await d.open(AE, ae);
      await d.findings(AE);
      await first;
      const second = client.next();
      d.host.write(RC, '# RC\n\nProjet nouveau.\n');
      await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: RC, type: 2 }] });
      await d.findings(AE);
      assert.deepEqual(await second, { [RC]: 0 });
    });

    it('goes out of view with its last piece', async () => {
      await start();
      const client = new Asking(d);
      const first = client.next();
      await d.open(AE, ae);
      await d.findings(AE);
      await first;
      const second = client.next();
      await d.close(AE);
      assert.deepEqual(await second, { [AE]: 0, [RC]: 0, [CCTP]: 0 });
      // VS Code asks a last time for what it has closed.
      assert.deepEqual(await d.findings(AE), []);
    });

    it('keeps a closed piece in view as long as another is open', async () => {
      await start();
      await d.open(AE, ae);
      await d.open(RC, files[RC] as string);
      await d.findings(AE);
      await d.findings(RC);
      d.host.write(AE, ae);
      await d.close(AE);
      const report = await d.pull(AE);
      assert.equal(report.kind === 'full' && report.items.length, 1);
    });

    it('has only the open pieces when the setting says so, and the others again after', async () => {
      await start({ settings: { portee: 'pieces-ouvertes' } });
      const client = new Asking(d);
      const first = client.next();
      await d.open(AE, ae);
      assert.equal((await d.findings(AE)).length, 1);
      d.settings = {};
      await d.notify('workspace/didChangeConfiguration', { settings: null });
      await d.findings(AE);
      assert.deepEqual(await first, { [RC]: 2, [CCTP]: 1 });
      const second = client.next();
      d.settings = { portee: 'pieces-ouvertes' };
      await d.notify('workspace/didChangeConfiguration', { settings: null });
      await d.findings(AE);
      assert.deepEqual(await second, { [RC]: 0, [CCTP]: 0 });
    });

    it('is shown for each of twelve consultations by its own piece', async () => {
      const folders = Array.from({ length: 12 }, (_, i) => `file:///marches/2027-${i + 1}`);
      const all = folders.flatMap((f) => [
        [`${f}/rc.md`, '# RC\n\nProjet innovant.\n'],
        [`${f}/ae.md`, ae],
      ]);
      await start({ files: Object.fromEntries(all) });
      const client = new Asking(d);
      const first = client.next();
      const [one, two] = folders as [string, string];
      await d.open(`${one}/ae.md`, ae);
      await d.findings(`${one}/ae.md`);
      assert.deepEqual(await first, { [`${one}/rc.md`]: 1 });
      const second = client.next();
      await d.open(`${two}/ae.md`, ae);
      await d.findings(`${two}/ae.md`);
      assert.deepEqual(await second, { [`${two}/rc.md`]: 1 });
    });

    it('says how many findings it leaves out', async () => {
      const lots = Array.from({ length: MOST_TOLD / 10 + 1 }, (_, i) => `${FOLDER}/cctp-lot-${100 + i}.md`);
      await start({
        files: Object.fromEntries(lots.map((uri) => [uri, `# CCTP\n\n${'Un innovant.\n\n'.repeat(10)}`])),
      });
      const client = new Asking(d);
      const first = client.next();
      await d.open(AE, ae);
      await d.findings(AE);
      const counts = Object.values(await first);
      assert.equal(
        counts.reduce((a, b) => a + b, 0),
        MOST_TOLD + 1,
      );
      assert.deepEqual(client.messages.get(lots.at(-1) as string), [
        'Et 10 constats de plus dans cette pièce : l’ouvrir pour les voir.',
      ]);
    });
  });

  for (const [client, capabilities] of Object.entries({ 'asks for documents alone': MODERN, 'never asks': PLAIN }))
    describe(`with a client that ${client}`, () => {
      const look = (uri: string) => (capabilities === MODERN ? d.findings(uri) : Promise.resolve());

      it('is sent the findings of its other pieces, and they are taken back with the last piece', async () => {
        await start({ capabilities });
        await d.open(AE, ae);
        await look(AE);
        await pushed(RC, 2);
        await pushed(CCTP, 1);
        await d.close(AE);
        await pushed(RC, 0);
        await pushed(CCTP, 0);
        assert.equal(d.count('textDocument/publishDiagnostics'), capabilities === MODERN ? 0 : 2);
      });

      it('has one set of findings for a piece that is opened, then closed', async () => {
        await start({ capabilities });
        await d.open(AE, ae);
        await look(AE);
        await pushed(RC, 2);
        await d.open(RC, '# RC\n\nProjet innovant.\n');
        await look(RC);
        await pushed(RC, capabilities === MODERN ? 0 : 1);
        await d.close(RC);
        await look(AE);
        await pushed(RC, 2);
      });
    });
});
