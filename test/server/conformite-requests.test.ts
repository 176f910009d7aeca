import assert from 'node:assert/strict';
import type { Conformite } from '../../server/protocol.ts';
import { Dialogue } from './dialogue.ts';
import { word } from './texts.ts';

const FOLDER = 'file:///marches/2027%20tri';
const RC = `${FOLDER}/rc.md`;
const CCTP = `${FOLDER}/cctp.md`;

describe('the guide in dialogue', () => {
  let d: Dialogue;
  afterEach(() => d.end());
  const ask = (uri: string) => d.request<Conformite | null>('dce-lint/conformite', { uri });
  const rulesOf = (given: Conformite | null) =>
    (given?.chapitres ?? []).flatMap((c) => c.parties.flatMap((p) => p.rules));

  it('tells the places of the findings of every piece of the folder, open or on disk', async () => {
    d = await Dialogue.start({ files: { [CCTP]: '# CCTP\n\nOutil innovant.\n' } });
    await d.open(RC, '# RC\n\nProjet innovant.\n');
    const given = await ask(RC);
    assert.equal(given?.dossier, '2027 tri');
    assert.equal(given?.totals.missing, 1);
    const [mot] = rulesOf(given);
    assert.equal(mot?.etat, 'missing');
    assert.deepEqual(
      mot?.places.map(({ uri, file, range }) => [uri, file, range.start]),
      [
        [CCTP, 'cctp.md', { line: 2, character: 6 }],
        [RC, 'rc.md', { line: 2, character: 7 }],
      ],
    );
    assert.equal(mot?.places[0]?.fix?.title, 'Nommer la performance attendue');
  });

  it('tells the reason of what is set aside, and the place of the comment', async () => {
    d = await Dialogue.start();
    await d.open(RC, `# RC\n\n<!-- dce-lint-ignore-next ${word.id} : mot de la notice -->\nProjet innovant.\n`);
    const [mot] = rulesOf(await ask(RC));
    assert.equal(mot?.etat, 'ignored');
    assert.deepEqual(
      mot?.places.map((p) => [p.message, p.range.start.line]),
      [['Ignoré : mot de la notice', 2]],
    );
  });

  it('follows what is typed', async () => {
    d = await Dialogue.start();
    await d.open(RC, '# RC\n\nProjet innovant.\n');
    assert.equal((await ask(RC))?.totals.missing, 1);
    await d.type(RC, 'innovant', 'nouveau');
    assert.equal((await ask(RC))?.totals.missing, 0);
  });

  it('gives nothing for a document that is no piece', async () => {
    d = await Dialogue.start();
    await d.open(`${FOLDER}/notes.md`, 'Rien de particulier.\n');
    assert.equal(await ask(`${FOLDER}/notes.md`), null);
  });

  it('applies the preferred fix of a finding', async () => {
    d = await Dialogue.start();
    await d.open(RC, '# RC\n\nProjet innovant.\n');
    const [mot] = rulesOf(await ask(RC));
    const finding = mot?.places[0]?.fix?.finding;
    assert.deepEqual(await d.request('dce-lint/fix', { uri: RC, finding }), { applied: true });
    assert.match(d.after(RC, d.applied[0]?.edit), /Projet performant \[à compléter : mesure\]\./);
  });

  it('applies nothing when the finding is gone', async () => {
    d = await Dialogue.start();
    await d.open(RC, '# RC\n\nProjet nouveau.\n');
    assert.deepEqual(await d.request('dce-lint/fix', { uri: RC, finding: 'inconnu' }), { applied: false });
    assert.equal(d.applied.length, 0);
  });
});
