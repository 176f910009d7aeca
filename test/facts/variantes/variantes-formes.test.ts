import assert from 'node:assert/strict';
import { holes, isBlank } from '../../../rules/facts/commun/champs-marques.ts';
import { champs } from '../../../rules/facts/redaction/champs.ts';
import { variantes } from '../../../rules/facts/variantes/variantes.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece =>
  open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces[0] as Piece;
/** « autorisees », « exigees lots 2 » … */
const positions = (text: string) =>
  piece(text)
    .ask(variantes)
    .prises.map(({ position, lots }) => `${position}${lots ? ` lots ${lots.join(', ')}` : ''}`);

describe('the position on variants', () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Variantes : autorisées', 'autorisees'],
    ['Variantes : non', 'interdites'],
    ['Variantes exigées : non', 'non-exigees'],
    ['Les variantes ne sont ni exigées ni interdites.', 'non-exigees', 'autorisees'],
    ['Il est possible de présenter des variantes.', 'autorisees'],
    ['Les candidats peuvent proposer des variantes.', 'autorisees'],
    ['Les candidats ne peuvent pas proposer de variante.', 'interdites'],
    ['Une variante est exigée pour le lot 2.', 'exigees lots 2'],
    ['Les variantes des lots 1 à 3 sont autorisées.', 'autorisees lots 1, 2, 3'],
    ['Toute variante sera rejetée.', 'interdites'],
    ['Les offres comportant une variante seront éliminées.', 'interdites'],
    ['Aucune variante n’est admise.', 'interdites'],
    ['Les variantes ne sont pas exigées.', 'non-exigees'],
    ['Aucune variante exigée.', 'non-exigees'],
    ['Il n’est pas exigé de variante.', 'non-exigees'],
    ['La présentation d’une variante n’est pas interdite.', 'autorisees'],
    ['Il ne leur est pas interdit de présenter une variante.', 'autorisees'],
    ['Exiger une variante est possible.', 'autorisees'],
    ['Le candidat doit proposer une variante.', 'exigees'],
    ['Le candidat doit proposer des variantes.', 'exigees'],
    ['Proposer une variante est obligatoire.', 'exigees'],
    ['Les soumissionnaires sont tenus de remettre une variante.', 'exigees'],
    ['Le candidat ne doit pas proposer de variante.', 'interdites'],
    ['Il est interdit de proposer des variantes.', 'interdites'],
    ['Les variantes du lot n° 3 sont interdites.', 'interdites lots 3'],
    ['Sans variante.', 'interdites'],
    ['Pas de variantes.', 'interdites'],
    [
      'Les variantes sont autorisées pour les lots 1, 3 et 5 ; elles sont interdites pour le lot 2.',
      'autorisees lots 1, 3, 5',
      'interdites lots 2',
    ],
  ];
  for (const [text, ...expected] of CASES)
    it(`is read in « ${text} »`, () => assert.deepEqual(positions(text), expected));

  it('is none where a variant is described, or its absence', () => {
    for (const text of [
      'Le candidat remet une variante portant sur le délai.',
      'Le candidat remet la variante décrite à l’annexe.',
      'L’absence de variante n’est pas éliminatoire.',
      'Les offres comportant une variante ne seront pas rejetées.',
      'Une variante ne sera pas sanctionnée.',
      'Le candidat doit proposer la variante.',
    ])
      assert.deepEqual(positions(text), [], text);
  });
});

describe('a field to fill in', () => {
  const fields = (text: string) => {
    const p = piece(text);
    const shown = champs.show(p.ask(champs), p) as { texte: string; libelle: string; candidat: boolean }[] | undefined;
    return shown?.map(
      ({ texte, libelle, candidat }) => `${libelle || '-'} ${texte} ${candidat ? 'candidat' : 'acheteur'}`,
    );
  };

  it('has the label that stands before it', () => {
    assert.deepEqual(fields('Nom : ………'), ['Nom ……… acheteur']);
    assert.deepEqual(fields('Durée : … mois'), ['Durée … acheteur']);
    assert.deepEqual(fields('Le délai est fixé à [à compléter] jours.'), ['- [à compléter] acheteur']);
    assert.deepEqual(fields('[à compléter : date]'), ['- [à compléter : date] acheteur']);
  });

  it('is for the candidate where the candidate speaks or signs', () => {
    assert.deepEqual(fields('Je soussigné ………, atteste.'), ['- ……… candidat']);
    assert.deepEqual(fields('Fait à ………, le ………'), ['- ……… candidat', '- ……… candidat']);
  });

  it('is none in the table of a form', () => {
    assert.equal(fields('| Nom du candidat | |\n|---|---|\n| Adresse | |\n| SIRET | |'), undefined);
    assert.equal(fields('| Lot | Prix (à remplir par le candidat) |\n|---|---|\n| 1 | … |'), undefined);
  });
});

describe('the marks of a field', () => {
  const marks = (text: string) => {
    const folded = plain(text);
    return holes(folded).map((h) => `${folded.slice(h.from, h.to)} ${h.kind}`);
  };

  it('are dots, letters, brackets and dates', () => {
    const cases: [text: string, ...expected: string[]][] = [
      ['n° ......', '...... line'],
      ['"à compléter', 'a completer words'],
      ['le jj/mm/aaaa', 'jj/mm/aaaa date'],
      ['xx mois', 'xx letters'],
      ['article xx', 'xx letters'],
      ['20xx', '20xx letters'],
      ['de x jours', 'x letters'],
      ['todo', 'todo letters'],
      ['{{nom}}', '{{nom}} bracket'],
      ['<<nom>>', '<<nom>> bracket'],
    ];
    for (const [text, ...expected] of cases) assert.deepEqual(marks(text), expected, text);
  });

  it('are none after « etc. », a value or a title, in a quotation, nor in a format', () => {
    for (const text of [
      ...['etc......', 'prix : 12 ......', '1. Objet ...... 3', 'a : 10 h ......', 'x jours'],
      ...['les champs "à compléter" sont', 'au format jj/mm/aaaa'],
    ])
      assert.deepEqual(marks(text), [], text);
  });

  it('leave a cell blank, alone or with a word that says so', () => {
    for (const text of [
      '',
      ' - ',
      'n.c.',
      'nc',
      'non renseigné',
      'néant',
      'sans objet',
      's/o',
      'so',
      '… €',
      'à compléter',
      'à définir',
    ])
      assert.ok(isBlank(plain(text)), text);
    for (const text of ['12 mois', 'oui', '[à compléter] mois, au plus']) assert.ok(!isBlank(plain(text)), text);
  });
});
