import assert from 'node:assert/strict';
import type { Critere } from '../../../rules/facts/criteres/arbre.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const UNITS = { percent: ' %', points: ' points', bare: '', coefficient: ' (coefficient)' } as const;
const weight = ({ weight: w, hole }: Critere): string => (w ? ` ${w.value}${UNITS[w.unit]}` : hole ? ' à remplir' : '');
/** « Prix 60 % [parts] | what is said of it ». */
const summary = (c: Critere, piece: Piece): string =>
  [
    `${c.name}${weight(c)}${c.children.length > 0 ? ` [${c.children.map((x) => `${x.name}${weight(x)}`).join(' ; ')}]` : ''}`,
    ...c.definition.map((d) => piece.draft.slice(d.at)),
  ].join(' | ');
/** Reads an item of a list of criteria, the other item being « Réemploi : 10 % ». */
const read = (item: string): string => {
  const text = `# RC\n\n## Jugement des offres\n\nLes critères sont les suivants :\n\n- ${item}\n- Réemploi : 10 %\n`;
  const [piece] = open([{ path: 'rc.md', text }]).pieces;
  assert.ok(piece);
  const [found] = piece.ask(criteres).grilles[0]?.criteria ?? [];
  return found ? summary(found, piece) : '';
};
const each = (words: readonly string[], item: (words: string) => string, expected: (words: string) => string) => {
  for (const w of words) it(`« ${item(w)} »`, () => assert.equal(read(item(w)), expected(w)));
};

describe('a percentage in a line of a criterion', () => {
  describe('is no weight before what it is a part of', () => {
    each(
      ['de bois', 'des produits', 'du papier', 'd’acier', 'en bois', 'de l’effectif', 'recyclé', 'recyclés'],
      (words) => `Matériaux : 30 % ${words} (60 %)`,
      (words) => `Matériaux 60 % | 30 % ${words}`,
    );
  });
  describe('is one before « de la note » and the like', () => {
    each(
      ['de la note', 'de la pondération', 'de l’ensemble', 'du total', 'de la note globale', 'de pondération'],
      (words) => `Qualité : 60 % ${words}`,
      () => 'Qualité 60 %',
    );
  });
  describe('is no weight after words that bound or change a quantity', () => {
    each(
      [
        'au moins',
        'moins de',
        'plus de',
        'supérieur à',
        'supérieure à',
        'inférieur à',
        'inférieure à',
        'taux de',
        'TVA',
        'TVA de',
        'TVA à',
        'réduction de',
        'baisse de',
        'hausse de',
        'rabais de',
        'dans la limite de',
        'minimum',
        'maximum de',
        'jusqu’à',
      ],
      (words) => `Remise : ${words} 30 % (60 %)`,
      (words) => `Remise 60 % | ${words} 30 %`,
    );
  });
});

describe('a weight', () => {
  each(
    ['100 %', '110 points', '1000 points', '0,5 point'],
    (w) => `Prix : ${w}`,
    (w) => `Prix ${w.replace(',', '.').replace(/point$/, 'points')}`,
  );
  it('is no more than the whole, nor one mark among thousands', () => {
    assert.equal(read('Remise : 150 % (60 %)'), 'Remise 60 %');
    assert.equal(read('Remise : 2000 points (60 %)'), 'Remise 60 % | 2000 points');
  });
});

describe('points in a line of a criterion', () => {
  describe('are the rungs of a scale, of which the highest weighs', () => {
    each(
      [
        's’il est court',
        's’ils sont courts',
        'si le délai est court',
        'lorsque le délai est court',
        'quand le délai est court',
        'pour une offre courte',
        'pour un délai court',
        'pour tout délai court',
        'pour le délai court',
        'pour les délais courts',
        'pour l’offre courte',
        'pour le candidat prompt',
        'pour une réponse prompte',
        'pour une prestation prompte',
        'au-delà d’un jour',
        'en cas de délai court',
        ': si le délai est court',
      ],
      (words) => `Délai : 10 points ${words}, 5 points sinon`,
      (words) => `Délai 10 points | ${words.replace(/^: /, '')}, 5 points sinon`,
    );
  });
  it('weigh by the highest rung, wherever it stands', () => {
    assert.equal(
      read('Délai : 5 points si le délai est long, 10 points si le délai est court'),
      'Délai 10 points | 5 points si le délai est long | si le délai est court',
    );
    assert.equal(
      read('Délai, 20 points (5 points si le délai est long)'),
      'Délai 20 points | 5 points si le délai est long',
    );
  });

  it('stand in brackets before the weight that follows these', () => {
    assert.equal(
      read('Délai (moins de deux heures : 10 points ; de deux à quatre : 5 points) : 10 points').split(' | ')[0],
      'Délai 10 points',
    );
  });
});

describe('weights in a line of a criterion', () => {
  describe('are no parts when they are the degrees of a judgment', () => {
    each(
      [
        'si bref',
        'lorsque bref',
        'quand bref',
        'offre brève',
        'offres brèves',
        'note',
        'très bien',
        'bon',
        'bonne',
        'moyen',
        'moyenne',
        'insuffisant',
        'insuffisante',
        'satisfaisant',
        'satisfaisante',
        'passable',
        'excellent',
        'excellente',
        'absence de mémoire',
        'non conforme',
        'sans mémoire',
        'conforme',
        'le candidat répond',
        'moins bien',
        'plus bas',
        'délai inférieur',
        'délai supérieur',
        'formule',
        'nombre de points',
        'la note',
        'qualité supérieure à la norme',
        'tenue supérieure ou égale à la norme',
        'tenues inférieures à la norme',
        'une note maximale',
        'mémoire respectivement',
      ],
      (words) => `Qualité (60 %) : ${words} 40 %, tenue 20 %`,
      (words) => `Qualité 60 % | ${words} 40 %, tenue 20 %`,
    );
  });
  it('are no parts when their names are no names', () => {
    const long = 'organisation des équipes et des moyens sur le site du chantier, '.repeat(3);
    assert.equal(read(`Qualité (60 %) : ${long}40 %, tenue 20 %`).includes('['), false);
    assert.equal(read('Qualité (60 %) : 12 : 40 %, tenue 20 %').includes('['), false);
  });
  describe('are parts when they name something of the offer', () => {
    each(
      ['méthode', 'moyens', 'notice', 'bonnes pratiques', 'simplicité', 'totalité du mémoire', 'planning'],
      (words) => `Qualité (60 %) : ${words} 40 %, tenue 20 %`,
      (words) => `Qualité 60 % [${words} 40 % ; tenue 20 %] | ${words} 40 %, tenue 20 %`,
    );
  });
});

describe('a field in a line of a criterion', () => {
  describe('is a weight to fill', () => {
    each(
      [
        'x',
        'X',
        'xx',
        'XXX',
        'XXXX',
        '...',
        '……',
        '__',
        '____',
        '--',
        '---',
        '[…]',
        '[à compléter]',
        '[nombre]',
      ].flatMap((w) => [`${w} %`, `${w} points`]),
      (words) => `Prix : ${words}`,
      () => 'Prix à remplir',
    );
    each(
      [
        'XX point',
        'XX pts',
        'XX pt',
        'XX pts',
        'XX point',
        'XX%',
        'XX/100',
        'XX / 100',
        '[poids]',
        '[la pondération retenue]',
        '[nombre de points]',
      ],
      (words) => `Prix : ${words}`,
      () => 'Prix à remplir',
    );
  });
  describe('is none in other words', () => {
    each(
      ['xxl points', 'a_x', '[voir annexe]', 'maxx'],
      (words) => `Prix : ${words}`,
      (words) => (words === 'a_x' ? 'Prix' : `Prix | ${words.replace(/^\[/, '').replace(/\]$/, ']')}`),
    );
  });
});

describe('the name of a criterion', () => {
  describe('ends where a sign or a word cuts it', () => {
    each(
      [
        '- mémoire',
        ' – mémoire',
        '(mémoire)',
        ' [mémoire]',
        '; mémoire',
        '. Mémoire',
        ', appréciée sur mémoire',
        ' appréciés sur mémoire',
        ' jugé sur mémoire',
        ' jugées sur mémoire',
        ' évalué sur mémoire',
        ', évaluées sur mémoire',
        ', notée sur mémoire',
        ', analysées sur mémoire',
        ' sera mesuré sur mémoire',
        ' étant calculée sur mémoire',
        ', d’après mémoire',
        ' d’après mémoire',
        ', au vu du mémoire',
        ', sur la base du mémoire',
        ', en fonction du mémoire',
        ', à partir du mémoire',
        ', l’examen du mémoire',
        ', attestation à l’appui',
        ', soit le mémoire',
        ', pour ce mémoire',
        ', répartie par mémoire',
        ', fondée sur mémoire',
        ', établie sur mémoire',
        ', décomposée par mémoire',
        ', ce critère étant large',
        ', sur le mémoire',
      ],
      (words) => `Tenue${words} : 60 %`,
      (words) => `Tenue 60 % | ${words.replace(/^[ :;,.([–-]+/, '').replace(/\)$/, '')}`,
    );
  });
  describe('ends before how much it weighs', () => {
    each(
      [
        ' à hauteur de 60 %',
        ', à hauteur de 60 %',
        ' à raison de 60 %',
        ' portée à 60 %',
        ' porté à 60 %',
        ', pondérée à 60 %',
        ' pondérés à 60 %',
        ', valant 60 %',
        ', représentant 60 %',
        ' sera de 60 %',
        ' est de 60 %',
        ', comptant pour 60 %',
        ' [60 %]',
        '[60 %]',
        '(60 %)',
        ':60 %',
        ' :(60 %)',
        ', soit 60 %',
        ', avec un coefficient de 60 %',
        ' (pondération : 60 %)',
        ' (poids de 60 %)',
      ],
      (words) => `Tenue${words}`,
      () => 'Tenue 60 %',
    );
  });
});
