import assert from 'node:assert/strict';
import { prime } from '../../../rules/facts/concours/prime.ts';
import { suites } from '../../../rules/facts/concours/suites.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (body: string) => {
  const [piece] = open([{ path: 'reglement-concours.md', text: `# Règlement du concours\n\n${body}\n` }]).pieces;
  assert.ok(piece);
  return piece;
};

/** In a few words: promised or refused, the sums, and where else the amount stands. */
const summary = (body: string): string => {
  const p = pieceOf(body).ask(prime);
  return [
    p.promised && 'promise',
    p.refused && 'refus',
    ...p.amounts.map((a) => String(a.value)),
    p.otherwise && 'ailleurs',
    p.deferred && (p.deferred.relative ? 'dont le montant viendra' : 'montant à venir'),
    p.blank && 'blanc',
  ]
    .filter(Boolean)
    .join(', ');
};

describe('a prime, promised or not', () => {
  const TABLE: readonly (readonly [string, string])[] = [
    ['UNE PRIME DE 5 000 € EST VERSEE A CHAQUE EQUIPE.', 'promise, 5000'],
    ['Une indemnité est allouée aux concurrents non retenus.', 'promise'],
    ['Chaque concurrent est indemnisé à hauteur de 4 000 € HT.', 'promise, 4000'],
    ['Les récompenses sont de 3 000 € et de 1 000 €.', 'promise, 3000, 1000'],
    ['Une prime de 0 € est inscrite au budget.', 'promise'],
    ['L’équipe lauréate gagne 2 000 €.', '2000'],
    ['Le premier prix est doté de 2 000 €.', '2000'],
    ['## Prix\n\nPremier : 2 000 €.', '2000'],
    ['## Que gagne-t-on ?\n\n- 2 000 €\n- 1 000 €', '2000, 1000'],
    ['Une prime est versée à chaque équipe. Elle est de 2 000 €.', 'promise, 2000'],
    ['Primes :\n\n- premier : 2 000 €\n- second : 1 000 €', 'promise, 2000, 1000'],
    ['| Rubrique | Contenu |\n|---|---|\n| Prime | 2 000 € |', 'promise, 2000'],
    ['L’équipe reçoit 8 000 €, soit le coût estimé des études.', '8000'],
    // The prime is refused.
    ['Aucune prime n’est versée.', 'refus'],
    ['Les concurrents ne sont pas indemnisés.', 'refus'],
    ['Il n’est pas versé d’indemnité aux concurrents.', 'refus'],
    ['Les concurrents ne reçoivent pas d’indemnité.', 'refus'],
    ['Le retard n’ôte pas la prime aux concurrents.', 'promise'],
    ['Aucune indemnité n’est due aux équipes hors délai. La prime est de 2 000 €.', 'promise, 2000'],
    ['Il n’est versé aucune autre prime que celle de 2 000 €.', 'promise, 2000'],
    ['Les équipes ne reçoivent aucune prime d’assurance.', ''],
    // Look-alikes.
    ['Le présent règlement prime sur l’avis.', ''],
    ['L’avis prime : la prime est de 2 000 €.', ''],
    ['La prime d’ancienneté des agents est de 300 €.', ''],
    ['Les frais de transport des équipes sont remboursés jusqu’à 300 €.', ''],
    ['Les repas des lauréats, de 20 € chacun, sont à la charge de la ville.', ''],
    ['Le budget est de 90 000 €.', ''],
    ['Le lauréat exécute un marché de 90 000 €, prix ferme.', ''],
    ['Une équipe reçoit 8 000 € en vertu du contrat de conception.', ''],
    ['## Prix du marché\n\nMontant : 90 000 €.', ''],
    ['## Prix\n\nLe marché est de 90 000 €.', ''],
    ['## Calendrier\n\nPremier : 2 000 €.', ''],
    ['## Primes\n\nLe jury se réunit en mars.', 'promise'],
    ['Le candidat a 90 000 € de capital.', ''],
    ['La ville reçoit 90 000 € de la région.', ''],
    ['L’équipe reçoit une médaille ; le coût de la salle est estimé à 900 €.', ''],
    ['Une indemnité de déplacement est versée aux candidats.', ''],
    ['Aucune prime de 500 € n’est due.', 'refus'],
    ['Le lauréat est choisi en mars.', ''],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(summary(body), wanted);
    });
});

describe('the amount of a prime', () => {
  const TABLE: readonly (readonly [string, string])[] = [
    ['Le montant de la prime figure dans l’avis de concours.', 'promise, ailleurs'],
    ['La prime est égale à 80 % du prix estimé des études.', 'promise, ailleurs'],
    ['La prime est versée à 80 %.', 'promise'],
    ['La prime est conforme à l’estimation.', 'promise'],
    ['La prime est versée. Le calendrier figure dans l’avis.', 'promise'],
    ['## Indemnités\n\nLe calendrier figure dans l’avis.', ''],
    ['Le montant de la prime est fixé par délibération.', 'promise, montant à venir'],
    ['Une prime, dont le montant est hors taxes, est versée.', 'promise'],
    ['La date de la prime sera fixée par le jury.', 'promise'],
    ['La prime est de [....] €.', 'promise, blanc'],
    ['La prime est de ____ €.', 'promise, blanc'],
    ['La prime est de [2] €.', 'promise'],
    ['La prime est de [à compléter] €.', 'promise, blanc'],
    ['Une prime est versée. Son montant est de ..... €.', 'promise, blanc'],
    ['## Indemnités\n\nLe montant figure dans l’avis.', 'ailleurs'],
    ['Une prime, dont le montant sera fixé ultérieurement, est versée.', 'promise, dont le montant viendra'],
    ['Le montant de la prime sera précisé par délibération.', 'promise, montant à venir'],
    ['La prime est versée au lauréat. Son montant reste à définir ; il sera fixé en mars.', 'promise, montant à venir'],
    ['La prime sera annoncée aux équipes par le jury.', 'promise'],
    ['Le montant des travaux sera fixé ultérieurement.', ''],
    ['Le montant de la prime, réduit d’un quart si le jury statue en ce sens, est arrêté par le maire.', 'promise'],
    ['Le lauréat sera désigné ultérieurement. La prime est de 2 000 €.', 'promise, 2000'],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(summary(body), wanted);
    });

  it('is pointed at, like the word and what puts it off', () => {
    const at = (body: string) => {
      const piece = pieceOf(body);
      const { word, amounts, deferred } = piece.ask(prime);
      return [word, ...amounts.map((a) => a.at), deferred?.at].map((s) => s && piece.draft.slice(s));
    };
    assert.deepEqual(at('Une prime de 2 000 € HT est versée.'), ['prime', '2 000 € HT', undefined]);
    assert.deepEqual(at('Une prime dont le montant sera fixé ultérieurement est versée.'), [
      'prime',
      'dont le montant sera fixé ultérieurement est versée',
    ]);
    assert.deepEqual(at('Le montant de la prime sera précisé par délibération.'), [
      'prime',
      'sera précisé par délibération',
    ]);
  });

  it('is promised in the text rather than in its title', () => {
    const promised = (body: string) => {
      const piece = pieceOf(body);
      const s = piece.ask(prime).promised;
      return s && piece.draft.slice(s.span);
    };
    assert.equal(promised('## Prime\n\nUne prime de 2 000 € est versée.'), 'Une prime de 2 000 € est versée.');
    assert.match(promised('## Prime des concurrents\n\nVoir l’avis.') ?? '', /Prime des concurrents/);
  });
});

describe('the summary of a prime', () => {
  const shown = (body: string) => {
    const piece = pieceOf(body);
    return prime.show?.(piece.ask(prime), piece);
  };
  it('tells sums and refusal', () => {
    assert.deepEqual(shown('Une prime de 2 000 € est versée.'), { prevue: true, montants: [2000] });
    assert.deepEqual(shown('Aucune prime n’est versée.'), { prevue: false, refusee: true, montants: [] });
    assert.deepEqual(shown('L’équipe lauréate gagne 2 000 €.'), { prevue: false, montants: [2000] });
    assert.deepEqual(shown('Le montant de la prime figure dans l’avis.'), {
      prevue: true,
      montants: [],
      montantAilleurs: true,
    });
    assert.equal(shown('Le lauréat est choisi en mars.'), undefined);
  });
});

describe('what follows the choice of a winner', () => {
  /** The contract, announced or by the way; a refusal; how the prime stands to its price. */
  const follows = (body: string): string => {
    const s = pieceOf(body).ask(suites);
    return [s.contract && (s.contract.announced ? 'marché' : 'travaux'), s.refused && 'aucun', s.deduction]
      .filter(Boolean)
      .join(', ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['UN MARCHE DE SERVICES SERA CONCLU AVEC LE LAUREAT.', 'marché'],
    ['Le lauréat deviendra titulaire du marché.', 'marché'],
    ['Le concours est suivi d’un marché négocié en application de l’article R. 2122-6.', 'marché'],
    ['Le lauréat sera chargé du développement de la solution.', 'travaux'],
    ['Le lauréat sera chargé du développement de la solution dans le cadre d’un marché.', 'marché'],
    [
      'Le lauréat sera chargé de la réalisation. Un marché sera conclu avec lui : le lauréat signe ce contrat.',
      'marché',
    ],
    ['Aucun marché n’est conclu avec le lauréat.', 'aucun'],
    ['Le concours ne débouche sur aucun contrat.', 'aucun'],
    ['Un marché sera conclu avec le lauréat ; aucun contrat n’est signé avec les autres équipes.', 'marché'],
    ['Un marché sera attribué au lauréat après une nouvelle mise en concurrence.', ''],
    ['Le lauréat sera chargé de la réalisation après une nouvelle consultation.', ''],
    ['Le lauréat n’est pas tenu ; aucune équipe lauréate ne sera chargée des travaux.', ''],
    ['Le marché est publié en mars.', ''],
    ['Le lauréat est félicité.', ''],
    ['## Attribution du marché au lauréat\n\nVoir le code.', ''],
    ['La prime est déduite de la rémunération du lauréat.', 'counted'],
    ['Le prix tient compte de l’indemnité déjà versée.', 'counted'],
    ['La rémunération est diminuée de l’indemnité.', 'counted'],
    ['La prime s’ajoute au prix.', 'apart'],
    ['La prime est un acompte. La prime n’est pas déduite du prix.', 'apart'],
    ['Le prix tient compte du délai.', ''],
    ['Les acomptes sont déduits du solde.', ''],
    ['La prime est versée en mars.', ''],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(follows(body), wanted);
    });

  it('is pointed at', () => {
    const piece = pieceOf(
      'Le jury se réunit. La prime est un acompte. Un marché sera conclu avec le lauréat en mars. Le reste est exclu.',
    );
    const { contract, deductionAt } = piece.ask(suites);
    assert.deepEqual(
      [contract?.at, contract?.sentence.span, deductionAt].map((at) => at && piece.draft.slice(at)),
      [
        'marché sera conclu avec le lauréat',
        'Un marché sera conclu avec le lauréat en mars.',
        'La prime est un acompte.',
      ],
    );
    const none = pieceOf('Le concours ne débouche sur aucun contrat, selon le code.');
    const { refused } = none.ask(suites);
    assert.equal(refused && none.draft.slice(refused), 'ne débouche sur aucun contrat');
  });

  it('is told in a few words', () => {
    const shown = (body: string) => {
      const piece = pieceOf(body);
      return suites.show?.(piece.ask(suites), piece);
    };
    assert.deepEqual(shown('Un marché sera conclu avec le lauréat. La prime en est déduite.'), {
      marche: 'annoncé',
      prime: 'counted',
    });
    assert.deepEqual(shown('Le lauréat sera chargé de la réalisation.'), { marche: 'tacite' });
    assert.deepEqual(shown('Aucun marché n’est conclu avec le lauréat.'), { marche: 'aucun' });
    assert.equal(shown('La prime est un acompte.'), undefined);
  });
});
