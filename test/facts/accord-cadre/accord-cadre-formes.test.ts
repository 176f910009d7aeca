import assert from 'node:assert/strict';
import { accordCadre, meets } from '../../../rules/facts/accord-cadre/accord-cadre.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string): Piece => {
  const [p] = open([{ path: 'rc.md', text }]).pieces;
  assert.ok(p);
  return p;
};
const read = (text: string) => pieceOf(text).ask(accordCadre);

describe('a contract said to be an accord-cadre', () => {
  const declared = (text: string) => {
    const piece = pieceOf(text);
    return piece
      .ask(accordCadre)
      .declared.map((d) => [d.lots.join('+'), piece.draft.slice(d.at)].filter(Boolean).join(' : '));
  };
  const TABLE: readonly (readonly [string, readonly string[]])[] = [
    ['Le présent accord-cadre est conclu pour un an.', ['présent accord-cadre']],
    ['LE MARCHE EST PASSE SOUS LA FORME D’UN ACCORD-CADRE.', ['EST PASSE SOUS LA FORME D’UN ACCORD-CADRE']],
    ['Il s’agit d’un marché à bons de commande.', ['marché à bons de commande']],
    ['Les lots 1 et 3 donnent lieu à un accord-cadre.', ['1+3 : donnent lieu à un accord-cadre']],
    ['## Lot 2\n\nIl s’agit d’un accord-cadre.', ['2 : Il s’agit d’un accord-cadre']],
    ['Sans reprendre l’accord-cadre actuel, le présent accord-cadre est conclu pour un an.', ['présent accord-cadre']],
    ['L’accord-cadre est conclu pour une durée de trois ans et remplace aussi celui de l’UGAP.', ['L’accord-cadre']],
    ['Le marché n’est pas conclu sous la forme d’un accord-cadre.', []],
    ['L’accord-cadre précédent arrive à échéance en mars.', []],
    ['Le titulaire de l’accord-cadre interministériel est informé.', []],
    ['Le CCAG de cet autre accord-cadre ne s’applique pas.', []],
    ['Le marché est conclu pour un an.', []],
  ];
  for (const [text, wanted] of TABLE)
    it(`${wanted.join(', ') || 'nothing'}: ${text}`, () => {
      assert.deepEqual(declared(text), wanted);
    });
});

describe('the maximum of an accord-cadre', () => {
  const maximums = (text: string) =>
    read(text).maximums.map((m) => [m.lots.join('+'), m.value ?? m.kind].filter((x) => x !== '').join(' : '));
  const TABLE: readonly (readonly [string, readonly string[]])[] = [
    ['Le montant maximum est de 60 000 € TTC.', ['60000']],
    ['Le minimum est de 60 000 € HT par an ; les commandes ne sont pas plafonnées.', []],
    ['Le minimum est de 12 000 € TTC et le maximum de 60 000 € TTC.', ['60000']],
    ['Les commandes ne peuvent excéder 90 000 € HT par an.', ['90000']],
    ['Le montant maximum est de cent mille euros, soit 100 000 € HT, pour deux périodes de 50 000 €.', ['100000']],
    ['Pour les lots 1 et 2, le montant maximum est de 90 000 € HT.', ['1+2 : 90000']],
    ['Pour le lot 1, le maximum du lot 1 est de 90 000 € HT.', ['1 : 90000']],
    ['## Lot 3\n\nLe montant maximum est de 90 000 € HT.', ['3 : 90000']],
    ['Le montant maximum est de [à compléter] € HT.', ['open']],
    ['Le montant maximum figure à l’acte d’engagement.', ['open']],
    ['Le montant maximum est fixé à l’acte d’engagement.', ['open']],
    ['La quantité maximale est de 300 repas.', ['quantity']],
    ['La quantité maximale est arrêtée plus tard.', []],
    ['Le maximum est de 20.', []],
    [
      'Le contrat qui s’achève a coûté 80 000 € à la commune et à ses écoles, pour des prestations moins étendues que celles du présent document ; le maximum est fixé à l’annexe.',
      ['open'],
    ],
    ['Les pénalités sont plafonnées à 5 000 €.', []],
    ['Le plafond des pénalités est fixé au CCAP.', []],
    ['Les pénalités sont plafonnées à 20 jours.', []],
    ['Il est conclu sans minimum ni maximum, dans la limite de 90 000 € de crédits.', []],
    ['L’accord-cadre est passé sans minimum ni plafond, pour 40 commandes.', []],
    ['Minimum : dix mille euros soit 10 000 € ; maximum : 50 000 €.', ['50000']],
    ['Les montants minimum et maximum (plafond) sont de 10 000 € et 50 000 €.', ['50000']],
    ['Le maximum est de 50 000 €, le minimum étant de 10 000 € HT (12 000 € TTC).', ['50000']],
    // Tables.
    ['| Lot | Minimum (maximum) HT |\n|---|---|\n| 1 | 10 000 € (50 000 €) |', ['1 : 50000']],
    ['| Maximum HT | Lot |\n|---|---|\n| 90 000 € | 1 |', ['90000']],
    ['| N° du lot | Maximum |\n|---|---|\n| N°2 | 90 000 € |', ['2 : 90000']],
    ['| Désignation du lot | Maximum |\n|---|---|\n| 3 écrans | 90 000 € |', ['90000']],
    ['| N° de commande | Maximum |\n|---|---|\n| 12 | 90 000 € |', ['90000']],
    ['| Lot | Maximum |\n|---|---|\n| Papier 3 | 90 000 € |', ['90000']],
    ['| Lot | Maximum |\n|---|---|\n| 1 | 90 000 € |\n| 2 | 40 000 € |', ['1 : 90000', '2 : 40000']],
    ['| N° de lot | Objet | Plafond HT |\n|---|---|---|\n| Lot n° 4 | Papier | 90 000 € |', ['4 : 90000']],
    ['| Lots | Montant maximal |\n|---|---|\n| B – Papier | 90 000 € |', ['b : 90000']],
    ['| N° | Montant maximal |\n|---|---|\n| 12 | 90 000 € |', ['12 : 90000']],
    ['| Prestation | Maximum |\n|---|---|\n| 3 écrans | 90 000 € |', ['90000']],
    ['| Lot | Maximum (repas) |\n|---|---|\n| 1 | 1 200 |', ['1 : 1200']],
    ['| Lot | Maximum (en k€ HT) |\n|---|---|\n| 1 | 900 |\n| 2 | 90 000 € |', ['1 : 900000', '2 : 90000']],
    ['| Rubrique | Valeur |\n|---|---|\n| Maximum (k€) | 900 |', ['900000']],
    ['| Lot | Maximum |\n|---|---|\n| 1 | [à compléter] |\n| 2 | – |\n| 3 |  |', ['1 : open']],
    ['| Lot | Maximum |\n|---|---|\n| 1 | Sans maximum |\n| 2 | 40 000 € |', ['2 : 40000']],
    ['| Critère | Maximum de points |\n|---|---|\n| Prix | 40 |', []],
    ['| Critère | Note maximum |\n|---|---|\n| Prix | 40 |', []],
    ['| Lot | Minimum |\n|---|---|\n| 1 | 40 000 € |', []],
  ];
  for (const [text, wanted] of TABLE)
    it(`${wanted.join(', ') || 'nothing'}: ${text.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(maximums(text), wanted);
    });
  it('is pointed at by its word, or by the cell that holds it', () => {
    for (const [text, wanted] of [
      ['Le montant maximum est de 90 000 € HT.', 'maximum'],
      ['| Lot | Maximum |\n|---|---|\n| 1 | 90 000 € |', '90 000 €'],
    ] as const) {
      const piece = pieceOf(text);
      const [first] = piece.ask(accordCadre).maximums;
      assert.equal(first && piece.draft.slice(first.at), wanted);
    }
  });
});

describe('an accord-cadre without maximum', () => {
  const TABLE: readonly (readonly [string, readonly string[]])[] = [
    ['Il est conclu sans minimum ni maximum.', ['']],
    ['Le lot 2 ne comporte aucun maximum.', ['2']],
    ['L’accord-cadre est conclu sans plafond.', ['']],
    ['L’accord-cadre est exécuté sans plancher ni plafond.', ['']],
    ['| Lot | Maximum |\n|---|---|\n| 1 | Sans maximum |', ['1']],
    ['| Lot | Maximum (€ HT) |\n|---|---|\n| 2 | non plafonné |', ['2']],
    ['| | Lot 1 | Lot 2 |\n|---|---|---|\n| Montant maximum | 9 000 € | illimité |', ['2']],
    ['## Montant des commandes\n\nPour le lot 3, pas de plafond.', ['3']],
    ['Accord-cadre. Montants :\n\n- Lot n° 2 (accueil) : sans limite', ['2']],
    ['| Lot | Nombre maximum d’utilisateurs |\n|---|---|\n| 1 | illimité |', []],
    ['## Pénalités\n\n- Lot 1 : sans plafond', []],
    ['Le mémoire est rédigé sans maximum de pages.', []],
    ['Les pages sont en nombre libre, sans maximum.', []],
    ['Les pénalités courent sans minimum ni plafond.', []],
    ['Le plafond est de 90 000 €.', []],
  ];
  for (const [text, wanted] of TABLE)
    it(`${wanted.length > 0 ? 'is' : 'is not'} in « ${text.replaceAll('\n', ' ')} »`, () => {
      assert.deepEqual(
        read(text).unlimited.map((u) => u.lots.join('+')),
        wanted,
      );
    });
});

describe('the duration of an accord-cadre', () => {
  const reasons = (text: string) => {
    const piece = pieceOf(text);
    return piece.ask(accordCadre).durees.map((d) => [d.total, d.reason && piece.draft.slice(d.reason)]);
  };
  it('goes with its reason, in the same paragraph or where the duration is spoken of', () => {
    const long = 'L’accord-cadre est conclu pour six ans.';
    const because = 'En effet, les véhicules sont amortis lentement.';
    const since = 'Cette durée est justifiée par l’amortissement des véhicules.';
    assert.deepEqual(reasons(`## Durée\n\n${long} ${because}`), [[72, because]]);
    assert.deepEqual(reasons(`## Durée\n\n${long}\n\n${since}`), [[72, since]]);
    assert.deepEqual(reasons(`## Durée\n\n${long}\n\n${because}`), [[72, undefined]]);
    assert.deepEqual(reasons(`## Durée\n\n${long}\n\n## Objet\n\n${since}`), [[72, undefined]]);
    assert.deepEqual(reasons(`## Durée\n\n${long} Il est notifié par voie électronique.`), [[72, undefined]]);
  });
  it('may be longer for an entité adjudicatrice', () => {
    assert.equal(read('Texte.\n\nLa régie, entité adjudicatrice, lance la consultation.').entiteAdjudicatrice, true);
    assert.equal(read('La régie, pouvoir adjudicateur, lance la consultation.').entiteAdjudicatrice, false);
  });
});

describe('the summary of an accord-cadre', () => {
  const shown = (text: string) => {
    const piece = pieceOf(text);
    return accordCadre.show?.(piece.ask(accordCadre), piece);
  };
  it('tells its lots and maximums', () => {
    assert.deepEqual(
      shown(
        'Le lot 1 est un accord-cadre. Le lot 1 est cet accord-cadre. Le lot 1 a un maximum de 90 000 € HT. Le maximum du lot 2 est fixé à l’annexe.',
      ),
      {
        lots: ['1'],
        maximums: [
          { lots: ['1'], valeur: 90_000 },
          { lots: ['2'], valeur: 'open' },
        ],
        sansMaximum: false,
      },
    );
    assert.notEqual(shown('C’est un accord-cadre. Il est conclu sans maximum.'), undefined);
    assert.deepEqual(shown('Le contrat est conclu sans minimum ni maximum.'), {
      lots: [],
      maximums: [],
      sansMaximum: true,
    });
    assert.equal(shown('Le montant maximum est de 90 000 € HT.'), undefined);
  });
});

describe('what is said of some lots', () => {
  it('bears on others when one is the same, or when either is the whole contract', () => {
    assert.deepEqual(
      [meets(['1', '2'], ['2', '3']), meets([], ['3']), meets(['1'], []), meets([], []), meets(['1', '2'], ['3'])],
      [true, true, true, true, false],
    );
  });
});
