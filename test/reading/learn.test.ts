import assert from 'node:assert/strict';
import type { Concept } from '../../rules/reading/concept.ts';
import type { Features } from '../../rules/reading/features.ts';
import type { KnownConcept } from '../../rules/reading/model.ts';
import { thresholds } from '../../scripts/train/decide.ts';
import type { Compiled } from '../../scripts/train/lexicon.ts';
import { quantised, tablesOf, weightsIn } from '../../scripts/train/quantise.ts';
import { credible, type Row, teach } from '../../scripts/train/rows.ts';
import { heaviest, learn, learnFew, scoreOf } from '../../scripts/train/svm.ts';

const features = (...keys: number[]): Features => ({
  keys: Int32Array.from(keys),
  values: Float32Array.from(keys, () => 1),
});
const LESSONS = [
  { features: features(1, 2), says: true, cost: 5 },
  { features: features(1, 3), says: true, cost: 5 },
  { features: features(4, 2), says: false, cost: 5 },
  { features: features(4, 3), says: false, cost: 5 },
];

describe('A machine', () => {
  it('learns what tells the ones from the others', () => {
    const machine = learn(LESSONS, 1);
    for (const { features, says } of LESSONS) assert.equal(scoreOf(machine, features) > 0, says);
    assert.ok(scoreOf(machine, features(1, 9)) > scoreOf(machine, features(4, 9)));
  });

  it('is the same for the same lessons and seed', () => {
    assert.deepEqual(learn(LESSONS, 1), learn(LESSONS, 1));
  });

  it('of few weights learns by the heaviest, as if there were no others', () => {
    const lessons = LESSONS.map((lesson, i) => ({ ...lesson, features: features(...lesson.features.keys, 10 + i) }));
    const few = learnFew(lessons, 1, 2);
    assert.deepEqual(heaviest(few.weights).sort(), [1, 4]);
    assert.deepEqual(
      [...few.weights.slice(0, 5)],
      [
        ...learn(
          [1, 1, 4, 4].map((key, i) => ({ ...(LESSONS[i] as (typeof LESSONS)[0]), features: features(key) })),
          1,
        ).weights.slice(0, 5),
      ],
    );
  });

  it('is read from the tables of a model as it was written there', () => {
    const machines = [
      [0, 1, -0.5],
      [0.25, 0, 2],
      [0, 0, 0],
    ].map((weights) => quantised(Float32Array.from(weights)));
    const concepts = machines.map(({ unit }) => ({ unit }) as KnownConcept);
    const tables = tablesOf(
      {
        turns: new Int32Array(),
        strays: new Int32Array(),
        setOfTurn: new Uint16Array(),
        common: new Uint8Array(1),
        proper: new Uint8Array(1),
      } as Compiled,
      machines,
    );
    assert.deepEqual(weightsIn({ concepts, classes: [], sets: [], ...tables, sum: 0 }), machines);
  });

  it('keeps its weights in whole numbers', () => {
    const { kept, unit } = quantised(Float32Array.from([0, 1, -0.5, 1e-9]));
    assert.deepEqual(
      [...kept],
      [
        [1, 127],
        [2, -63],
      ],
    );
    assert.ok(Math.abs(127 * unit - 1) < 1e-6);
  });
});

describe('The thresholds', () => {
  const drawn = { said: [], unsaid: [] };
  const scores = { said: [3, 2, 1, 0.5], unsaid: [0.8, ...Array(19).fill(-1)], ordinary: [-1], words: 10_000, drawn };

  it('let no look-alike through where they are sure', () => {
    const { sure, probable } = thresholds(scores, { role: 'faute', thing: undefined });
    assert.equal(sure, 1);
    assert.equal(probable, 1);
  });

  it('take an answer sooner than a fault, and are as strict where it is sure', () => {
    const { sure, probable } = thresholds(scores, { role: 'reponse', thing: undefined });
    assert.equal(sure, 1);
    assert.equal(probable, 0.5);
  });

  it('are those of whole dossiers where things of these were read', () => {
    const enough = Array(40).fill(3);
    const read = { said: [...enough, 2, 1, 0.2], unsaid: [...Array(12).fill(1.5), 0.5, ...Array(90).fill(-1)] };
    assert.deepEqual(thresholds({ ...scores, drawn: read }, { role: 'matiere', thing: 'duree' }), {
      sure: 2,
      probable: 2,
    });
    const looser = {
      said: [...enough, 2, 1.6, 1.4, 0.2],
      unsaid: [...Array(10).fill(1.5), 0.5, 0.5, 0.5, ...Array(90).fill(-1)],
    };
    assert.equal(thresholds({ ...scores, drawn: looser }, { role: 'matiere', thing: 'duree' }).probable, 1.4);
  });

  it('rest on how rare things are in whole dossiers, and on the scores of hands, where few were read', () => {
    const few = { said: [0.1, 0.1], unsaid: [1.5, ...Array(90).fill(-1)] };
    const { sure, probable } = thresholds({ ...scores, drawn: few }, { role: 'matiere', thing: 'duree' });
    assert.ok(sure > 1.5 && probable > 1.5, `${sure} ${probable}`);
    const clear = { ...few, unsaid: few.unsaid.map((score) => Math.min(score, -1)) };
    assert.equal(
      thresholds({ ...scores, drawn: clear }, { role: 'matiere', thing: 'duree' }).sure,
      Math.min(...scores.said),
    );
  });

  it('are out of reach where ordinary text scores as high as what says it', () => {
    const { sure } = thresholds(
      { said: [1, 1], unsaid: [-1], ordinary: Array(50).fill(2), words: 10_000, drawn },
      { role: 'faute', thing: undefined },
    );
    assert.ok(sure > 1e6);
  });
});

describe('The machine of a concept', () => {
  const row = (key: number, concept: string | undefined, says: boolean): Row => ({
    features: { keys: Int32Array.of(key), values: Float32Array.of(1) },
    own: 1,
    concept,
    says,
    group: concept ? 'h1' : 'a document',
    words: 3,
    thing: undefined,
  });
  const concept: Concept = {
    id: 'a/b',
    says: '',
    pieces: [],
    rules: [],
    role: 'faute',
    thing: undefined,
    said: [],
    unsaid: [],
  };
  // Three wordings, and as many ordinary sentences that say the same.
  const rows = [
    ...[1, 1, 1].map((key) => row(key, 'a/b', true)),
    ...[2, 2, 2].map((key) => row(key, 'a/b', false)),
    ...Array.from({ length: 6 }, () => row(1, undefined, false)),
  ];
  const score = (role: Concept['role']) =>
    scoreOf(teach(concept, credible({ ...concept, role }, rows, 7), 7), (rows[0] as Row).features);

  it('believes ordinary text that says nothing of a fault, and doubts it where it may say what is lawful', () => {
    assert.ok(score('matiere') > 0.5);
    assert.ok(score('faute') < score('matiere'));
  });
});
