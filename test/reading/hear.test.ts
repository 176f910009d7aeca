import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/consultation/open.ts';
import { lecture, whole, withHeard } from '../../rules/facts/commun/lecture.ts';
import { rules } from '../../rules/index.ts';
import { Draft, type Sentence } from '../../rules/kit/draft.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { resolved } from '../../rules/reading/anaphora.ts';
import { heardAnywhere, listenBy, modelFailure, scoresOf, suretyOf, theModel } from '../../rules/reading/hear.ts';
import file from '../../rules/reading/model/model.json' with { type: 'json' };
import { Model, type ModelFile, sumOf } from '../../rules/reading/model.ts';
import { statementOf } from '../../rules/reading/statement.ts';
import { lint } from '../../server/core/lint.ts';

const MODEL = file as unknown as ModelFile;
const statement = (text: string, words: string) => {
  const sentence = new Draft(text).sentences.find((s) => s.text.includes(words));
  assert.ok(sentence, words);
  const { heading, context, label } = statementOf(sentence);
  return { heading: heading?.text, context: context.map((c) => c.text), ...(label && { label: label.text }) };
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
    assert.deepEqual(statement(table, '40 points'), { heading: undefined, context: ['Poids'], label: 'Prix' });
  });
  it('has the label of its row before it where the cell says much by itself', () => {
    const long = 'Les offres sont notées sur le montant total du bordereau des prix';
    const table = `| Critère | Note |\n|---|---|\n| Prix | ${long} |\n`;
    assert.deepEqual(statement(table, long).context, ['Note', 'Prix']);
  });
  it('has neither at the beginning of a text', () => {
    assert.deepEqual(statement('Les plis sont remis.', 'plis'), { heading: undefined, context: [] });
  });
});

describe('A sentence that begins with a pronoun', () => {
  const readings = (text: string) => {
    const sentence = new Draft(text).sentences.at(-1);
    assert.ok(sentence);
    return resolved(sentence);
  };
  it('is read with each thing that it may stand for, of its gender and number', () => {
    assert.deepEqual(readings('Le candidat peut déposer une variante par lot. Elle satisfait au socle.'), [
      'la variante satisfait au socle.',
    ]);
    assert.deepEqual(readings('Les candidats remettent deux variantes. On les attend sur un point.'), [
      'on attend les candidats sur un point.',
      'on attend les variantes sur un point.',
    ]);
  });
  it('is read as it stands where nothing is before it, or nothing agrees', () => {
    assert.deepEqual(readings('Elle satisfait au socle.'), []);
    assert.deepEqual(readings('Le candidat signe. Elle satisfait au socle.'), []);
    assert.deepEqual(readings('La variante est admise. La note est jointe.'), []);
  });
});

const LATE_OFFERS = 'offres/tardives-acceptees';
const LATE = 'Un pli reçu dix minutes après l’heure limite sera tout de même examiné.';
const consultationOf = (text: string) =>
  openConsultation([{ path: 'rc.md', text: `# Règlement de la consultation\n\n## Remise des plis\n\n${text}\n` }], {
    date: '2026-12-01',
  });
const pieceOf = (text: string): Piece => consultationOf(text).pieces[0] as Piece;
const HORS_DELAI = rules.filter(({ id }) => id === 'offres/hors-delai');

/** Listens with other thresholds for one concept, and to no other. */
function listenTo(concept: string, thresholds: { readonly sure: number; readonly probable: number }): void {
  const concepts = MODEL.concepts.map((c) =>
    c.id === concept ? { ...c, ...thresholds } : { ...c, sure: 1e9, probable: 1e9 },
  );
  listenBy({ ...MODEL, concepts, sum: sumOf({ ...MODEL, concepts }) });
}
const SURELY = { sure: -10, probable: -10 };
const PROBABLY = { sure: 1e9, probable: -10 };

describe('What is heard', () => {
  afterEach(() => listenBy(MODEL));

  it('is what every concept of a piece can say there, and no more', () => {
    listenTo(LATE_OFFERS, SURELY);
    const [cctp] = openConsultation([{ path: 'cctp.md', text: `# CCTP\n\n${LATE}\n` }], { date: '2026-12-01' }).pieces;
    assert.deepEqual([...pieceOf(LATE).ask(lecture).keys()], [LATE_OFFERS]);
    assert.deepEqual([...(cctp as Piece).ask(lecture).keys()], []);
  });

  it('is all that any of its kinds can say, in a draft that is several pieces', () => {
    listenTo('besoin/moyen-impose', SURELY);
    const text = '# Cahier des clauses particulières (CCP)\n\n## Prestations\n\nLe titulaire pose les clôtures.\n';
    const [ccp] = openConsultation([{ path: 'ccp.md', text }], { date: '2026-12-01' }).pieces;
    assert.deepEqual(ccp?.kinds, ['ccap', 'cctp']);
    assert.equal(ccp?.ask(lecture).get('besoin/moyen-impose')?.length, 1);
  });

  it('has the same score for the ways in which one sentence is typed', () => {
    listenTo(LATE_OFFERS, SURELY);
    const model = theModel() as Model;
    const score = (text: string) => scoresOf(statementOf(new Draft(text).sentences[0] as Sentence), model);
    const written = score(LATE);
    assert.ok(written);
    const copies = [
      LATE.toUpperCase()
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, ''),
      LATE.replaceAll('’', "'"),
      LATE.normalize('NFD'),
      LATE.replace(' après ', '\naprès '),
      LATE.replaceAll(' ', '\u00a0'),
    ];
    for (const copy of copies) assert.deepEqual(score(copy), written, copy);
  });

  it('is heard in a cell that answers the label of its row, and not in one that answers otherwise', () => {
    const heard = (cell: string) =>
      heardAnywhere(new Draft(`| Point | Règle |\n|---|---|\n| Plis hors délai | ${cell} |\n`))
        .filter(({ concept }) => concept === LATE_OFFERS)
        .map(({ sentence }) => sentence.text);
    assert.deepEqual(heard('admis jusqu’à l’ouverture'), ['admis jusqu’à l’ouverture']);
    assert.deepEqual(heard('éliminés'), []);
  });
  it('is nothing in what announces a list, in a heading, nor at the head of a column', () => {
    listenTo(LATE_OFFERS, SURELY);
    const heard = (text: string) => heardAnywhere(new Draft(text)).map(({ sentence }) => sentence.text);
    assert.deepEqual(heard(`## ${LATE}\n`), []);
    assert.deepEqual(heard(`Un pli tardif est examiné :\n\n- en cas de grève.\n`), ['en cas de grève.']);
    assert.deepEqual(heard(`| Pli | Sort |\n|---|---|\n| tardif | examiné |\n`), ['tardif', 'examiné']);
  });

  it('goes after what expressions found, in the order of the text, and never twice', () => {
    listenTo(LATE_OFFERS, SURELY);
    const piece = pieceOf(`Un texte. ${LATE}`);
    const [first, second] = piece.draft.sentences.filter(({ passage }) => passage.kind !== 'heading');
    assert.ok(first && second);
    const all = withHeard(piece, LATE_OFFERS, [whole(second, undefined)], whole);
    assert.deepEqual(
      all.map(({ sentence }) => sentence.text),
      ['Un texte.', LATE],
    );
    assert.equal(all[1]?.doubt, undefined);
  });

  it('is nothing without a model, and expressions still speak', () => {
    listenBy(undefined);
    assert.match(modelFailure() ?? '', /aucun modèle/);
    assert.equal(pieceOf(LATE).ask(lecture).size, 0);
    const { findings } = lint(consultationOf('Les offres tardives seront acceptées.'), { rules: HORS_DELAI });
    assert.deepEqual(
      findings.map(({ level }) => level),
      ['error'],
    );
  });

  it('lowers the level and says so where it is only probable', () => {
    const told = 'Le pli trouvera encore grâce aux yeux du service.';
    const found = () => lint(consultationOf(told), { rules: HORS_DELAI }).findings[0];
    listenTo(LATE_OFFERS, PROBABLY);
    assert.equal(found()?.level, 'warning');
    assert.match(found()?.message ?? '', /Lecture probable/);
    listenTo(LATE_OFFERS, SURELY);
    assert.equal(found()?.level, 'error');
    assert.doesNotMatch(found()?.message ?? '', /Lecture probable/);
  });

  it('is sure, probable or nothing by its score', () => {
    const concept = { ...(MODEL.concepts[0] as ModelFile['concepts'][number]), sure: 1, probable: 0 };
    assert.deepEqual(
      [2, 1, 0.5, 0, -1].map((score) => suretyOf(score, concept)),
      ['sure', 'sure', 'probable', 'probable', undefined],
    );
  });
});

describe('What is heard in a draft that is edited', () => {
  it('is the same, to what rests on it, until the edit changes it', () => {
    const text = (other: string, heard: string, title = 'Remise des offres') =>
      `---\ndce:\n  piece: rc\n---\n\n# Règlement\n\n## ${title}\n\nLes plis sont remis ${other}.\n\n${heard}\n`;
    const late = 'Un pli tardif reste recevable.';
    const consultation = openConsultation([{ path: 'rc.md', text: text('en ligne', late) }], { date: '2026-10-01' });
    const piece = consultation.pieces[0] as Piece;
    const heard = piece.ask(lecture);
    assert.deepEqual(
      heard.get('offres/tardives-acceptees')?.map(({ sentence }) => sentence.text),
      [late],
    );
    assert.ok(consultation.edit('rc.md', text('au format PDF', late)));
    assert.ok(piece.ask(lecture) === heard);
    assert.ok(consultation.edit('rc.md', text('au format PDF', 'Le soleil se lève à midi.')));
    assert.ok(piece.ask(lecture) !== heard);
    assert.equal(piece.ask(lecture).get('offres/tardives-acceptees'), undefined);
    assert.ok(consultation.edit('rc.md', text('au format PDF', late, 'Dépôt des plis')));
    assert.equal(piece.ask(lecture).get('offres/tardives-acceptees')?.length, 1);
  });
});

describe('An added wording', () => {
  const CONCEPT = 'offres/tardives-acceptees';
  const MISSED = 'Le guichet ne ferme pas à la minute.';
  const text = (words: string) => `# Règlement de la consultation\n\n## Remise des offres\n\n${words}\n`;
  const open = (words: string, added: string, path = 'rc.md') =>
    openConsultation([{ path, text: text(words) }], {
      date: '2026-10-01',
      ...(added && { added: [{ concept: CONCEPT, text: added }] }),
    });
  const heardIn = (words: string, added: string, path?: string) =>
    [...((open(words, added, path).pieces[0] as Piece).ask(lecture).get(CONCEPT) ?? [])].map(
      ({ surety, added: own }) => [surety, own],
    );

  it('is heard where its very words stand, however they are typed, and was not', () => {
    assert.deepEqual(heardIn(MISSED, ''), []);
    assert.deepEqual(heardIn(MISSED, MISSED), [['sure', true]]);
    assert.deepEqual(heardIn(MISSED.toUpperCase(), MISSED.replaceAll(' ', '\u00a0')), [['sure', true]]);
    assert.deepEqual(heardIn(`**Le guichet** ne ferme\npas à la minute.`, MISSED), [['sure', true]]);
    assert.deepEqual(heardIn('Le guichet ne ferme pas à midi.', MISSED), []);
  });

  it('is heard where its concept can be said, and in no heading', () => {
    assert.deepEqual(heardIn(MISSED, MISSED, 'cctp.md'), [['sure', true]], 'the title tells the piece');
    const cctp = openConsultation([{ path: 'cctp.md', text: `---\ndce:\n  piece: cctp\n---\n\n${text(MISSED)}` }], {
      date: '2026-10-01',
      added: [{ concept: CONCEPT, text: MISSED }],
    });
    assert.equal((cctp.pieces[0] as Piece).ask(lecture).get(CONCEPT), undefined);
    assert.deepEqual(heardIn(`### ${MISSED}`, MISSED), []);
  });

  it('adds nothing to what is surely heard already', () => {
    const known = 'Un pli tardif reste recevable.';
    assert.deepEqual(heardIn(known, known), [['sure', undefined]]);
  });

  it('makes a finding one level lower, which says why', () => {
    const late = (added: string) =>
      lint(open(MISSED, added), { rules }).findings.filter(({ rule }) => rule.id === 'offres/hors-delai');
    assert.deepEqual(late(''), []);
    const [finding] = late(MISSED);
    assert.equal(finding?.level, 'warning');
    assert.match(finding.message, /Lecture probable : une tournure ajoutée/);
    assert.deepEqual(finding.heard, { concept: CONCEPT, surety: 'probable', text: MISSED, added: true });
  });

  it('comes and goes with its words in a draft that is edited', () => {
    const consultation = open(MISSED, MISSED);
    const piece = consultation.pieces[0] as Piece;
    const count = () => piece.ask(lecture).get(CONCEPT)?.length ?? 0;
    assert.equal(count(), 1);
    assert.ok(consultation.edit('rc.md', text('Le guichet ne ferme pas à midi.')));
    assert.equal(count(), 0);
    assert.ok(consultation.edit('rc.md', text(MISSED)));
    assert.equal(count(), 1);
  });
});

describe('A model', () => {
  it('is refused when a byte of it has changed', () => {
    assert.throws(() => new Model({ ...MODEL, weights: `A${MODEL.weights.slice(1)}A` }), /abîmé/);
    assert.throws(() => new Model({ ...MODEL, concepts: [] }), /abîmé/);
  });
});
