import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { check } from '../../server/core/check.ts';
import type { Conformite } from '../../server/protocol.ts';
import { Dialogue } from './dialogue.ts';
import { TODAY, word } from './texts.ts';

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

  it('has one place for every finding of the check, those of the law alone too', async () => {
    const faulty = new URL('../../examples/consultation-fautive/', import.meta.url);
    const files = readdirSync(faulty).filter((name) => name.endsWith('.md'));
    const texts = files.map((name) => [`${FOLDER}/${name}`, readFileSync(new URL(name, faulty), 'utf8')] as const);
    d = await Dialogue.start({ rules, files: Object.fromEntries(texts) });
    const [[uri, text] = ['', '']] = texts;
    await d.open(uri, text);
    const given = await ask(uri);
    assert.ok(given);
    const ids = rulesOf(given).map((r) => r.rule);
    assert.deepEqual([...new Set(ids)], ids);
    const placed = rulesOf(given).flatMap((r) => r.places.filter((p) => p.level).map((p) => [r.rule, p.level]));
    const consultation = openConsultation(
      texts.map(([path, t]) => ({ path: path.slice(FOLDER.length + 1), text: t })),
      { date: TODAY, files },
    );
    const { findings } = check(consultation, { rules });
    assert.deepEqual(placed.sort(), findings.map((f) => [f.rule.id, f.level]).sort());
    assert.equal(given.counts.error + given.counts.warning + given.counts.info, findings.length);
    const law = given.chapitres.at(-1);
    assert.equal(law?.title, 'Le droit, hors guide');
    assert.ok(law?.parties.some((p) => p.rules.some((r) => r.places.length > 0)));
  });

  it('can be told apart by the first words of a label, those that a narrow side bar shows', async () => {
    d = await Dialogue.start({ rules });
    await d.open(RC, '# RC\n\nProjet innovant.\n');
    for (const { title, rules: own } of (await ask(RC))?.chapitres.flatMap((c) => c.parties) ?? []) {
      const labels = own.map((r) => r.title.slice(0, 32));
      assert.deepEqual([...new Set(labels)], labels, title);
    }
  });

  it('has no tick where nothing was read of the matter', async () => {
    d = await Dialogue.start({ rules });
    await d.open(RC, '# RC\n\nProcédure adaptée. Les variantes ne sont pas autorisées.\n');
    const all = rulesOf(await ask(RC));
    const of = (id: string) => all.filter((r) => r.rule === id).map((r) => [r.etat, r.seen, r.label]);
    assert.deepEqual(of('redaction/montant-incoherent'), [['met', false, 'rien trouvé']]);
    assert.deepEqual(of('variantes/non-mentionnees'), [['met', true, 'rien ne manque']]);
    assert.deepEqual(of('procedure/non-indiquee'), [['met', true, 'rien ne manque']]);
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
