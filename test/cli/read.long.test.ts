import assert from 'node:assert/strict';
import model from '../../rules/reading/model/model.json' with { type: 'json' };
import { dceLint, inFolder } from './terminal.ts';

/** One of those that the model was taught from. */
const LATE =
  'Les offres parvenues après l’heure limite pourront néanmoins être examinées si le retard n’excède pas une heure.';
const run = (...args: readonly string[]) => inFolder({}, (cwd) => dceLint(cwd, args));

interface Read {
  statements: {
    text: string;
    heading: string;
    context: string[];
    words: { word: string; classes: string[] }[];
    values: { kind: string; text: string; value: number | string; unit?: string }[];
    concepts: {
      id: string;
      score: number;
      sure: number | null;
      probable: number;
      heard: string | null;
      rules: string[];
      nearest: { text: string; closeness: number }[];
    }[];
  }[];
}
const read = async (...args: readonly string[]) =>
  (JSON.parse((await run('read', ...args, '--format', 'json')).out) as Read).statements;

describe('dce-lint read', () => {
  it('tells what is heard in a sentence, how surely, and which rules rest on it', async () => {
    const { out, code } = await run('read', LATE, '--piece', 'rc');
    assert.equal(code, 0);
    assert.match(out, /^Énoncé : Les offres parvenues après l’heure limite/);
    assert.match(
      out,
      /offres\/tardives-acceptees : \d,\d\d \(probable à partir de -?\d,\d\d, sûr à partir de -?\d,\d\d\), (?:sûr|probable)\n/,
    );
    assert.match(out, /Règles qui s’y fient : offres\/hors-delai/);
    assert.match(out, /Tournures connues les plus proches \(offres\/tardives-acceptees\) :\n {6}[01],\d\d {2}« .+ »\n/);
    assert.match(out, /Non entendu, du plus proche au plus lointain :/);
  });

  it('gives the same as JSON: words with their classes, concepts with their thresholds, the nearest wordings', async () => {
    const [one, ...more] = await read(LATE);
    assert.equal(more.length, 0);
    // Those of one thing are said of an amount, a day or a name, and not of the whole.
    assert.equal(one?.concepts.length, model.concepts.filter((c) => !('thing' in c)).length);
    const [first] = one?.concepts ?? [];
    assert.equal(first?.id, 'offres/tardives-acceptees');
    assert.equal(first?.heard, (first?.score ?? 0) >= (first?.sure ?? Infinity) ? 'sûr' : 'probable');
    assert.ok((first?.score ?? 0) >= (first?.probable ?? Infinity));
    assert.equal(first?.nearest.length, 3);
    const closeness = first?.nearest.map((n) => n.closeness) ?? [];
    assert.deepEqual(
      [...closeness].sort((a, b) => b - a),
      closeness,
    );
    assert.ok(one?.words.find(({ word }) => word === 'offres') !== undefined);
    assert.ok(one?.words.some(({ classes }) => classes.length > 0));
    // No score makes it sure.
    for (const { id, sure } of model.concepts)
      assert.equal(one?.concepts.find((c) => c.id === id)?.sure === null, sure > 1e6, id);
  });

  it('finds a known wording at a closeness of one', async () => {
    const known = JSON.parse((await run('concepts', 'offres/tardives-acceptees', '--format', 'json')).out) as {
      said: string[];
    };
    const [one] = await read(known.said[3] as string);
    const near = one?.concepts.find((c) => c.id === 'offres/tardives-acceptees')?.nearest[0];
    assert.equal(near?.text, known.said[3]);
    assert.equal(near?.closeness, 1);
  });

  it('counts the heading and what announces the sentence', async () => {
    const scoreOf = async (...args: readonly string[]) =>
      (await read('Elles restent recevables.', ...args))[0]?.concepts.find((c) => c.id === 'offres/tardives-acceptees')
        ?.score ?? 0;
    const bare = await scoreOf();
    assert.ok((await scoreOf('--heading', 'Plis reçus hors délai')) > bare);
    assert.ok((await scoreOf('--context', 'Les offres arrivées après l’heure limite sont ouvertes :')) > bare);
  });

  it('reads each sentence after the one before', async () => {
    const [, second] = await read('Les offres arrivent trop tard. Elles restent recevables.');
    assert.equal(second?.text, 'Elles restent recevables.');
    assert.deepEqual(second?.context, ['Les offres arrivent trop tard.']);
  });

  it('names the amounts, durations, dates and shares that it reads', async () => {
    const [one] = await read('Avant le 12 mars 2027 à 12 h, sous 2 mois, une retenue de 5 % et 4 000 € HT par jour.');
    assert.deepEqual(one?.values, [
      { kind: 'date', text: '12 mars 2027 à 12 h', value: '2027-03-12, 12 h 00' },
      { kind: 'durée', text: '2 mois', value: 2, unit: 'mois' },
      { kind: 'part', text: '5 %', value: 5, unit: '%' },
      { kind: 'montant', text: '4 000 € HT par jour', value: 4000, unit: '€ ht par jour' },
    ]);
  });

  it('leaves out what the piece cannot say, and says when nothing is heard', async () => {
    const concepts = (await read(LATE, '--piece', 'ccap'))[0]?.concepts ?? [];
    assert.ok(concepts.length > 0);
    assert.ok(concepts.every(({ id, heard }) => !id.startsWith('offres/') && heard === null));
    assert.match((await run('read', LATE, '--piece', 'ccap')).out, /Rien n’y est entendu\./);
    const title = await read(`# ${LATE}`);
    assert.ok(
      title[0]?.concepts.every(({ heard }) => heard === null),
      'a heading says nothing by itself',
    );
  });

  it('refuses what has no word, and a piece that is none', async () => {
    for (const args of [['   '], [LATE, '--piece', 'autre']]) {
      const { code, err } = await run('read', ...args);
      assert.equal(code, 2);
      assert.match(err, /^dce-lint : /);
    }
  });

  it('writes no command of the terminal', async () => {
    assert.ok(!(await run('read', 'Un pli\u001b[31m tardif est admis.')).out.includes('\u001b'));
  });
});

describe('dce-lint concepts', () => {
  it('lists every concept with its pieces, its rules and what it was taught from', async () => {
    const { out, code } = await run('concepts');
    assert.equal(code, 0);
    for (const { id, says } of model.concepts) assert.ok(out.includes(`${id}\n  ${says}\n`), id);
    assert.match(out, /Règles qui s’y fient : offres\/hors-delai/);
    assert.match(out, /\d+ tournures qui le disent, \d+ proches qui ne le disent pas, de \d+ mains/);
    assert.doesNotMatch(out, /Les offres parvenues après/);
  });

  it('shows one with its wordings, and names the nearest when there is none of that name', async () => {
    const { out } = await run('concepts', 'offres/tardives-acceptees');
    assert.match(out, / {2}- Les offres parvenues après l'heure limite pourront néanmoins être examinées/);
    const { code, err } = await run('concepts', 'offres/tardive-acceptee');
    assert.equal(code, 2);
    assert.match(err, /n’est pas une notion.*offres\/tardives-acceptees/);
  });
});
