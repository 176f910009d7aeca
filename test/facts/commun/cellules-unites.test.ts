import assert from 'node:assert/strict';
import { accordCadre } from '../../../rules/facts/accord-cadre/index.ts';
import { measured, unitIn } from '../../../rules/facts/commun/cellules-unites.ts';
import { delaisPaiement } from '../../../rules/facts/execution/paiement.ts';
import { retenues } from '../../../rules/facts/execution/retenue.ts';
import { duree } from '../../../rules/facts/piece/duree.ts';
import { montants } from '../../../rules/facts/procedure/montants.ts';
import { tranches } from '../../../rules/facts/tranches/tranches.ts';
import { Draft } from '../../../rules/kit/draft.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }]).pieces[0] as Piece;

describe('the unit of a column', () => {
  for (const [header, unit] of [
    ['Montant (en k€ HT)', 'k€ ht'],
    ['Montant estimé en milliers d’euros', 'k€'],
    ['Budget (M€ TTC)', 'm€ ttc'],
    ['Montant HT en €', '€ ht'],
    ['Montant annuel (en k€ HT)', 'k€ ht par an'],
    ['Plafond € HT / an', '€ ht par an'],
    ['Durée (en mois)', 'mois'],
    ['Délai en jours ouvrés', 'jours ouvres'],
    ['Délai (jours)', 'jours'],
    ['Délai, en nombre de jours', 'jours'],
    ['Nombre d’heures', 'heures'],
    ['Montant', undefined],
    ['Tous les mois de l’année', undefined],
    ['Réunions du mois', undefined],
    ['Délai en jours de retard', undefined],
    ['Kilomètres', undefined],
    ['Taux, en %', '%'],
    ['Taux de 5 %', undefined],
  ] as const)
    it(`${unit ? `is « ${unit} »` : 'is not told'} in « ${header} »`, () => assert.equal(unitIn(plain(header)), unit));

  it('goes with figures that stand alone, in the column or beside the label', () => {
    const said = (text: string) => [...measured(new Draft(text)).values()];
    assert.deepEqual(
      said('| Lot | Montant (k€) |\n|---|---|\n| 1 | 1 150,5 |\n| 2 | 90 € |\n| 3 | selon devis |\n| 4 | |'),
      ['1 150,5 k€'],
    );
    assert.deepEqual(said('| Rubrique | Valeur |\n|---|---|\n| Durée (en mois) | 24 |'), ['24 mois']);
    assert.deepEqual(said('| Lot | Montant |\n|---|---|\n| 1 | 450 |'), []);
  });

  it('may stand in a column of its own, or over a table of lots', () => {
    const said = (text: string) => [...measured(new Draft(text)).values()];
    const rows = '|---|---|---|\n| Préavis | 20 | jours |\n| Remise | 4 | % |\n| Essais | 2 | séries |';
    assert.deepEqual(said(`| Sujet | Valeur | Unité |\n${rows}`), ['20 jours', '4 %']);
    assert.deepEqual(said(`| Sujet | Quantité | Unité |\n${rows}`), []);
    assert.deepEqual(said('Montants, en k€ HT :\n\n| Lot 1 | Lot 2 | Rang |\n|---|---|---|\n| 70 | 80 | 2 |'), [
      '70 k€ ht',
      '80 k€ ht',
    ]);
  });
});

describe('a figure under a unit', () => {
  it('is a time to pay, and the rate of a retention', () => {
    const apart =
      '| Sujet | Valeur | Unité |\n|---|---|---|\n| Paiement de la facture | 50 | jours |\n| Retenue de garantie | 7 | % |';
    const above = '| Sujet | En jours |\n|---|---|\n| Règlement des factures | 50 |';
    for (const text of [apart, above])
      assert.deepEqual(
        piece(text)
          .ask(delaisPaiement)
          .map(({ days }) => days),
        [50],
        text,
      );
    const kept = (text: string) =>
      piece(text)
        .ask(retenues)
        .map(({ percent }) => percent);
    assert.deepEqual(kept(apart), [7]);
    assert.deepEqual(kept('| Sujet | Taux, en % |\n|---|---|\n| Retenue de garantie | 7 |\n| Avance | 20 |'), [7]);
    assert.deepEqual(kept('| Sujet | Taux, en % |\n|---|---|\n| Retenue de garantie | 0 |\n| Avance | 20 |'), []);
  });

  it('is of the lot of its column', () => {
    const lots = (header: string) =>
      piece(`Montants des commandes :\n\n| ${header} |\n|---|---|---|\n| Maximum, en k€ HT | 90 | 70 |`)
        .ask(accordCadre)
        .maximums.map((m) => [m.lots.join(), m.value]);
    for (const header of ['Lot | 1 | 3', 'N° du lot | 1 | 3', 'Montant | Lot 1 | Lot 3'])
      assert.deepEqual(
        lots(header),
        [
          ['1', 90_000],
          ['3', 70_000],
        ],
        header,
      );
  });

  it('is an amount of the lot, and the last row that of them all', () => {
    const { all, total } = piece(
      '| Lot | Montant estimé (en k€ HT) |\n|---|---|\n| Lot 1 | 450 |\n| Lot 2 | 120,5 |\n| Total | 570,5 |',
    ).ask(montants);
    assert.deepEqual(
      all.map(({ kind, ht, lot, annual }) => [kind, ht, lot, annual]),
      [
        ['estime', 450000, '1', false],
        ['estime', 120500, '2', false],
        ['estime', 570500, undefined, false],
      ],
    );
    assert.equal(total?.ht, 570500);
  });

  it('is an amount by year where its header says so', () => {
    for (const header of ['Montant annuel estimé (k€ HT)', 'Montant estimé (k€ HT par an)'])
      assert.equal(piece(`| Lot | ${header} |\n|---|---|\n| Lot 1 | 450 |`).ask(montants).all[0]?.annual, true, header);
    assert.equal(
      piece('| Lot | Montant annuel estimé |\n|---|---|\n| Lot 1 | 450 000 € HT |').ask(montants).all[0]?.annual,
      true,
    );
  });

  it('is no amount of the contract under another matter', () => {
    assert.deepEqual(piece('| Lot | Pénalité (en k€) |\n|---|---|\n| Lot 1 | 450 |').ask(montants).all, []);
    assert.deepEqual(piece('| Lot | Montant estimé |\n|---|---|\n| Lot 1 | 450 |').ask(montants).all, []);
  });

  it('is how long a lot lasts, a total is none', () => {
    const read = (text: string) => {
      const own = piece(text);
      return own.ask(duree).map((d) => [d.lots.join(), d.months, own.draft.slice(d.at)]);
    };
    const rows = '\n|---|---|\n| Lot 1 | 60 |\n| Lot 2 | 72 |\n| Total | 132 |';
    assert.deepEqual(read(`| Lot | Durée (en mois) |${rows}`), [
      ['1', 60, '60'],
      ['2', 72, '72'],
    ]);
    assert.deepEqual(read('| Lot | Durée |\n|---|---|\n| 3 | 60 mois |'), [['3', 60, '60 mois']]);
    assert.deepEqual(read('| Rubrique | Valeur |\n|---|---|\n| Durée du marché (en mois) | 24 |'), [['', 24, '24']]);
    assert.deepEqual(read(`| Lot | Durée de garantie (en mois) |${rows}`), []);
    assert.deepEqual(read(`| Phase | Durée (en mois) |${rows.replaceAll('Lot', 'Phase')}`), []);
  });

  it('is the price of a tranche in euros', () => {
    const own = piece(
      '| Tranche | Objet | Montant (en k€) |\n|---|---|---|\n| Tranche ferme | Études | 50 |\n| Tranche optionnelle 1 | Travaux | 80 |',
    );
    const { listed } = own.ask(tranches);
    assert.deepEqual(
      listed.map(({ amount }) => amount && [amount.value, own.draft.slice(amount.at)]),
      [
        [50000, '50'],
        [80000, '80'],
      ],
    );
  });
});
