import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/facts/piece.ts';
import { rules } from '../../rules/index.ts';
import { Draft } from '../../rules/kit/draft.ts';
import {
  heardAnywhere,
  lecture,
  listenBy,
  modelFailure,
  suretyOf,
  whole,
  withHeard,
} from '../../rules/reading/hear.ts';
import file from '../../rules/reading/model/model.json' with { type: 'json' };
import { Model, type ModelFile, sumOf } from '../../rules/reading/model.ts';
import { statementOf } from '../../rules/reading/statement.ts';
import { lint } from '../../server/core/lint.ts';

const MODEL = file as unknown as ModelFile;
const statement = (text: string, words: string) => {
  const sentence = new Draft(text).sentences.find((s) => s.text.includes(words));
  assert.ok(sentence, words);
  const { heading, context } = statementOf(sentence);
  return { heading: heading?.text, context: context.map((c) => c.text) };
};

describe('A statement', () => {
  it('has the heading of its section and the sentence before', () => {
    assert.deepEqual(statement('## Négociation\n\nElle est prévue. Elle porte sur tout.\n', 'porte sur tout'), {
      heading: 'Négociation',
      context: ['Elle est prévue.'],
    });
  });
  it('has the clause that announces its list', () => {
    assert.deepEqual(statement('## Prix\n\nLe candidat :\n\n- remet un prix ;\n- le signe.\n', 'le signe').context, [
      'Le candidat :',
    ]);
  });
  it('has its column and the label of its row', () => {
    const table = '| Critère | Poids |\n|---|---|\n| Prix | 40 points |\n';
    assert.deepEqual(statement(table, '40 points').context, ['Poids', 'Prix']);
  });
  it('has neither at the beginning of a text', () => {
    assert.deepEqual(statement('Les plis sont remis.', 'plis'), { heading: undefined, context: [] });
  });
});

const LATE = 'Un pli reçu dix minutes après l’heure limite sera tout de même examiné.';
const piecesOf = (text: string, path = 'rc.md') =>
  openConsultation([{ path, text: `# Règlement de la consultation\n\n## Remise des plis\n\n${text}\n` }], {
    date: '2026-12-01',
  });

describe('What is heard', () => {
  afterEach(() => listenBy(MODEL));

  it('is what every concept of a piece can say there, and no more', () => {
    const [rc] = piecesOf(LATE).pieces;
    const [cctp] = openConsultation([{ path: 'cctp.md', text: `# CCTP\n\n${LATE}\n` }], { date: '2026-12-01' }).pieces;
    assert.ok(rc && cctp);
    assert.deepEqual([...rc.ask(lecture).keys()], ['offres/tardives-acceptees']);
    assert.deepEqual([...cctp.ask(lecture).keys()], []);
  });

  it('is the same for the ways in which one sentence is typed', () => {
    const heard = (text: string) => heardAnywhere(new Draft(text)).map(({ concept, surety }) => [concept, surety]);
    const written = heard(LATE);
    assert.ok(written.length > 0);
    for (const copy of [
      LATE.toUpperCase()
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, ''),
      LATE.replaceAll('’', "'"),
      LATE.normalize('NFD'),
      LATE.replace(' après ', '\naprès '),
      LATE.replaceAll(' ', '\u00a0'),
    ])
      assert.deepEqual(heard(copy), written, copy);
  });

  it('is nothing in what announces a list, nor in a title', () => {
    assert.deepEqual(heardAnywhere(new Draft(`## ${LATE}\n\nTexte.`)), []);
    const led = `${LATE.slice(0, -1)} :\n\n- si la poste est en grève ;\n- par courtoisie.\n`;
    assert.equal(
      heardAnywhere(new Draft(led)).some(({ sentence }) => sentence.text.endsWith(':')),
      false,
    );
  });

  it('goes after what expressions found, in the order of the text, and never twice', () => {
    const [piece] = piecesOf(`Un texte. ${LATE}`).pieces;
    assert.ok(piece);
    const [first, second] = piece.draft.sentences.filter(({ passage }) => passage.kind !== 'heading');
    assert.ok(first && second);
    const both = withHeard(piece, 'offres/tardives-acceptees', [whole(first, undefined)], whole);
    assert.deepEqual(
      both.map(({ sentence }) => sentence),
      [first, second],
    );
    const once = withHeard(piece, 'offres/tardives-acceptees', [whole(second, undefined)], whole);
    assert.deepEqual(
      once.map(({ doubt }) => doubt),
      [undefined],
    );
  });

  it('is nothing without a model, and expressions still speak', () => {
    listenBy(undefined);
    assert.match(modelFailure() ?? '', /aucun modèle/);
    const [piece] = piecesOf(LATE).pieces;
    assert.equal(piece?.ask(lecture).size, 0);
    const late = lint(piecesOf('Les offres tardives seront acceptées.'), {
      rules: rules.filter(({ id }) => id === 'offres/hors-delai'),
    });
    assert.equal(late.findings.length, 1);
  });

  it('lowers the level and says so where it is only probable', () => {
    const doubtful = { ...MODEL, concepts: MODEL.concepts.map((c) => ({ ...c, sure: 1e9 })) };
    listenBy({ ...doubtful, sum: sumOf(doubtful) });
    const { findings } = lint(
      piecesOf('Un pli arrivé un quart d’heure trop tard trouvera encore grâce aux yeux du service.'),
      { rules: rules.filter(({ id }) => id === 'offres/hors-delai') },
    );
    assert.deepEqual(
      findings.map(({ level }) => level),
      ['warning'],
    );
    assert.match(findings[0]?.message ?? '', /Lecture probable/);
  });

  it('is sure, probable or nothing by its score', () => {
    const concept = { ...(MODEL.concepts[0] as ModelFile['concepts'][number]), sure: 1, probable: 0 };
    assert.deepEqual(
      [2, 1, 0.5, 0, -1].map((score) => suretyOf(score, concept)),
      ['sure', 'sure', 'probable', 'probable', undefined],
    );
  });
});

describe('A model', () => {
  it('is refused when a byte of it has changed', () => {
    assert.throws(() => new Model({ ...MODEL, weights: `A${MODEL.weights.slice(1)}A` }), /abîmé/);
    assert.throws(() => new Model({ ...MODEL, concepts: [] }), /abîmé/);
  });
});
