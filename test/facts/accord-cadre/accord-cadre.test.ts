import assert from 'node:assert/strict';
import { accordCadre } from '../../../rules/facts/accord-cadre/accord-cadre.ts';
import { duree } from '../../../rules/facts/piece/duree.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string) => {
  const [p] = open([{ path: 'rc.md', text }]).pieces;
  assert.ok(p);
  return p;
};
const totals = (text: string) =>
  piece(text)
    .ask(duree)
    .map((d) => [d.lots.join('+'), d.total]);

describe('the duration of a contract', () => {
  it('adds renewals to the first period', () => {
    assert.deepEqual(
      totals('Le marché est conclu pour une durée d’un an. Il est renouvelable trois fois, pour une durée d’un an.'),
      [['', 48]],
    );
    assert.deepEqual(
      totals('L’accord-cadre est passé pour un an et peut être reconduit cinq fois, pour la même durée.'),
      [['', 72]],
    );
    assert.deepEqual(totals('Le marché est conclu pour quatre ans. Il n’est pas reconductible.'), [['', 48]]);
  });
  it('prefers the total that the text states', () => {
    assert.deepEqual(
      totals(
        'L’accord-cadre est conclu pour un an, reconductible par périodes d’un an, sans que sa durée totale puisse excéder 48 mois.',
      ),
      [['', 48]],
    );
  });
  it('goes by lot where the text does', () => {
    assert.deepEqual(totals('Lot 1 : trois ans ; lot 2 : quatre ans.'), [
      ['1', 36],
      ['2', 48],
    ]);
    assert.deepEqual(
      totals('Le lot 2 est conclu pour quatre ans. Le lot 1 l’est pour cinq ans, reconductions comprises.'),
      [
        ['2', 48],
        ['1', 60],
      ],
    );
  });
  it('stands alone under its title or beside its label', () => {
    assert.deepEqual(totals('## Durée\n\n36 mois à compter de la notification.'), [['', 36]]);
    assert.deepEqual(totals('| Rubrique | Indication |\n|---|---|\n| Durée du marché | 24 mois |'), [['', 24]]);
  });
  it('is no guarantee, validity of offers, delay of payment or delivery', () => {
    assert.deepEqual(
      totals(
        'La garantie est de deux ans. Le délai de validité des offres est de 6 mois. La livraison intervient sous deux mois.',
      ),
      [],
    );
  });
});

describe('an accord-cadre', () => {
  it('is declared by the contract, and not by the mention of another', () => {
    assert.equal(piece('Il s’agit d’un accord-cadre à bons de commande.').ask(accordCadre).declared.length, 1);
    for (const text of [
      'Le marché n’est pas un accord-cadre.',
      'Les prestations actuelles relèvent de l’accord-cadre de l’UGAP.',
    ])
      assert.deepEqual(piece(text).ask(accordCadre).declared, [], text);
  });
  it('has a maximum in value, in quantity, by reference or by column', () => {
    const kinds = (text: string) =>
      piece(text)
        .ask(accordCadre)
        .maximums.map((m) => `${m.kind} ${m.value ?? ''}`.trim());
    assert.deepEqual(kinds('Le montant maximum est de 300 000 € HT.'), ['value 300000']);
    assert.deepEqual(kinds('Quantité maximale : 1 200 repas par an.'), ['quantity']);
    assert.deepEqual(kinds('Le montant maximum est indiqué à l’acte d’engagement.'), ['open']);
    for (const label of ['Maximum', 'Max. total', 'Montant maximum HT'])
      assert.deepEqual(
        kinds(
          `| Point | Réponse |\n|---|---|\n| Minimum | sans |\n| ${label} | 480 000 € HT (quatre cent quatre-vingt mille euros) |`,
        ),
        ['value 480000'],
      );
    assert.deepEqual(kinds('| Point | Réponse |\n|---|---|\n| Délai maximum | 48 h |\n| Maximum de pages | 25 |'), []);
    assert.deepEqual(kinds('| Lot | Objet | Maximum HT |\n|---|---|---|\n| 1 | Papier | 90 000 € |'), ['value 90000']);
    assert.deepEqual(kinds('Le délai maximum est de trois jours. Le mémoire compte 20 pages au maximum.'), []);
  });
  it('has for maximum the sum of that word, and not that of the minimum', () => {
    const values = (text: string) =>
      piece(text)
        .ask(accordCadre)
        .maximums.map((m) => m.value ?? m.kind);
    for (const text of [
      'L’accord-cadre a un minimum de 10 000 € et un maximum de 50 000 € HT.',
      'Montants de l’accord-cadre : minimum : 10 000 € HT, maximum : 50 000 € HT.',
      'L’accord-cadre va de 10 000 € minimum à 50 000 € maximum.',
      'L’accord-cadre a un maximum de 50 000 € HT et un minimum de 10 000 € HT.',
      'L’accord-cadre est passé pour 50 000 € HT maximum et 10 000 € HT minimum.',
      'Les montants minimum et maximum sont respectivement de 10 000 € HT et 50 000 € HT.',
      'Le minimum est de 10 000 € HT (12 000 € TTC) et le maximum de 50 000 € HT (60 000 € TTC).',
      'Le montant minimum est de 10 000 € ; le montant maximum ne peut excéder 50 000 €.',
      'Montant minimum : néant ; montant maximum : 50 000 € HT.',
      'Il est conclu sans minimum et avec un maximum de 50 000 € HT.',
      'Le montant maximum est de 50 000 € HT, sans minimum.',
      'Un minimum de dix mille euros (10 000 €) et un maximum de cinquante mille euros (50 000 €) sont prévus.',
      'Minimum : 50 000 € HT ; maximum : 50 000 € HT.',
      '| Lot | Minimum et maximum HT |\n|---|---|\n| 1 | 10 000 € / 50 000 € |',
      '| Lot | Maximum (minimum) HT |\n|---|---|\n| 1 | 50 000 € (10 000 €) |',
      'L’accord-cadre a un plancher de 10 000 € et un plafond de 50 000 €.',
    ])
      assert.deepEqual(values(text), [50_000], text);
    for (const text of [
      'Le minimum est de 10 000 € HT, le maximum est fixé à l’acte d’engagement.',
      'Pour 10 000 € HT au minimum, le maximum étant celui du budget annuel.',
    ])
      assert.deepEqual(values(text), ['open'], text);
  });
  it('is said to have none', () => {
    for (const text of [
      'Il est conclu sans minimum ni maximum.',
      'Il est passé sans montant minimum et sans montant maximum.',
      'Il ne comporte aucun maximum.',
    ])
      assert.equal(piece(text).ask(accordCadre).unlimited.length, 1, text);
    assert.deepEqual(
      piece('Il est conclu sans minimum et avec un maximum de 90 000 € HT.').ask(accordCadre).unlimited,
      [],
    );
  });
});
