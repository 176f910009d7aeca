import assert from 'node:assert/strict';
import { type Montant, montantDe, montants } from '../../../rules/facts/procedure/montants.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'rc.md', text: `${text}\n` }]).pieces[0] as Piece;
/** « estimé 90000, lot 2, par an »: nature, € HT, what it is for. */
const words = ({ kind, ht, lot, annual }: Montant): string =>
  [`${kind === 'estime' ? 'estimé' : 'maximum'} ${Math.round(ht)}`, lot && `lot ${lot}`, annual && 'par an']
    .filter(Boolean)
    .join(', ');
const read = (text: string): string[] => piece(text).ask(montants).all.map(words);
const total = (text: string): string | undefined => {
  const { total: found } = piece(text).ask(montants);
  return found && words(found);
};
const gives = (text: string, ...expected: string[]) =>
  it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(read(text), expected));

describe('the estimated amount of a contract is read in', () => {
  for (const text of [
    'Le marché est estimé à 90 000 € HT.',
    'Les prestations sont évaluées à 90 000 € HT sur la durée totale.',
    'Le besoin a été chiffré à 90 000 euros hors taxes.',
    'Le montant estimatif est de 90 000 € HT.',
    'Le montant prévisionnel des prestations s’élève à 90 000 € HT.',
    'L’enveloppe financière est fixée à 90 000 € HT.',
    'L’enveloppe budgétaire est de 90 000 € HT.',
    'Le budget alloué est de 90 000 € HT.',
    'Budget prévisionnel : 90 000 € HT',
    'La valeur du besoin est de 90 000 € HT.',
    'Le montant du marché s’élève à 90 000 € HT.',
    'Le marché est conclu pour un montant de 90 000 € HT.',
    'Le prix global et forfaitaire est de 90 000 € HT.',
    'Le prix total du marché s’élève à 90 000 € HT.',
    'Le prix global, forfaitaire du marché est arrêté à 90 000 € HT.',
    'L’acheteur a fait une estimation de 90 000 € HT.',
    'LE MARCHE EST ESTIME A 90 000 EUROS HT.',
    'Le marché est estimé à 90 k€ HT.',
    'Montant du marché : 90 000 € HT',
    'Montant de l’opération : 400 000 € HT, dont 90 000 € HT pour le présent marché.',
    'Le marché est estimé à quatre-vingt-dix mille euros hors taxes.',
  ])
    gives(text, 'estimé 90000');
});

describe('the most that may be spent is read in', () => {
  for (const text of [
    'Le montant maximum est de 90 000 € HT.',
    'Le plafond est fixé à 90 000 € HT.',
    'Les commandes ne pourront pas dépasser 90 000 € HT.',
    'Les dépenses ne peuvent en aucun cas excéder 90 000 € HT.',
    'Des commandes seront passées, sans pouvoir dépasser 90 000 € HT.',
    'Le total ne dépassera pas 90 000 € HT.',
    'Accord-cadre à bons de commande d’un centre hospitalier, maximum de 90 000 € HT.',
    'Les prestations sont commandées dans la limite de 90 000 € HT.',
    'Les prestations sont commandées pour 90 000 € HT au maximum.',
    'Les prestations sont commandées pour 90 000 € HT (maximum).',
    'Les prestations sont commandées pour 90 000 € HT, plafond de l’accord-cadre.',
    'La valeur estimée est plafonnée à 90 000 € HT.',
  ])
    gives(text, 'maximum 90000');
});

describe('an amount is no estimate of the contract', () => {
  for (const text of [
    'Le marché dure 4 ans.',
    'Le candidat a un chiffre d’affaires estimé à 90 000 € HT.',
    'Le montant estimé des pénalités est de 90 000 €.',
    'Une prime estimée à 2 000 € HT est versée.',
    'Le marché est estimé à un montant inférieur à 90 000 € HT.',
    'Le montant estimé est inférieur au seuil de 90 000 € HT.',
    'Le montant du marché s’élève à moins de 90 000 € HT.',
    'Le montant minimum est de 10 000 € HT.',
    'Le montant du marché est de 90 000 € HT minimum.',
    'Le montant du marché est de 90 000 € HT (minimum).',
    'Le montant du marché est de 90 000 € HT au minimum.',
    '# Règlement\n\n## Montant maximum des pénalités\n\n90 000 € HT.',
    '# Règlement\n\n## Estimation du besoin\n\nLe titulaire fera son affaire de toutes les démarches nécessaires auprès de tous, et perçoit 90 000 € HT.',
    '| Tranche | Montant estimé HT |\n|---|---|\n| 1 | 20 000 € |',
    'Le prix total est de 90 € HT.',
    'Le montant estimé est de 999 € HT.',
    'Le prix du marché est de 1 500 € HT par jour.',
    'Le titulaire remet une facture de 90 000 € HT.',
    'La tranche ferme est estimée à 90 000 € HT.',
    'Le montant estimé de chaque tranche est de 90 000 € HT.',
    '| Tranche | Montant estimé HT |\n|---|---|\n| Ferme | 20 000 € |\n| Optionnelle | 30 000 € |',
    '| Désignation | Montant estimé HT |\n|---|---|\n| Tranche optionnelle 1 | 30 000 € |',
    '# Règlement\n\nL’acheteur précise que le titulaire fera son affaire de toutes les démarches nécessaires, et lui verse 90 000 € HT.',
    '# Règlement\n\n## Pénalités\n\nMontant : 3 000 € HT.',
    '# Règlement\n\n## Estimation du besoin au-dessus du seuil de\n\n90 000 € HT.',
  ])
    gives(text);
  gives('Le montant estimé est de 1 000 € HT.', 'estimé 1000');
  gives(
    'Le montant estimé pour l’ensemble des tranches et pour toutes les tranches est de 90 000 € HT.',
    'estimé 90000',
  );
});

describe('an amount of the contract', () => {
  gives('Le montant estimé est de 120 000 € TTC.', 'estimé 100000');
  gives('Le montant estimé est de 100 000 € HT, soit 120 000 € TTC.', 'estimé 100000');
  gives('Le montant estimé est de 25 000 € HT par an.', 'estimé 25000, par an');
  gives('Le montant maximum est de 25 000 € HT au maximum par an.', 'maximum 25000, par an');
  gives('Le montant annuel maximum est fixé à 25 000 € HT.', 'maximum 25000, par an');
  gives('Le marché est estimé à 25 000 € HT pour chaque année.', 'estimé 25000, par an');
  gives('Le marché est estimé à 25 000 € HT, hors révision annuelle.', 'estimé 25000');
  gives('Le montant maximum est de 25 000 € HT par lot.', 'maximum 25000');
  gives(
    'Le montant estimé est de 80 000 € HT et le montant maximum de 160 000 € HT.',
    'estimé 80000',
    'maximum 160000',
  );
  gives(
    'Le montant du marché est compris entre un minimum de 10 000 € HT et un maximum de 40 000 € HT.',
    'maximum 40000',
  );
  // What stands over it says what it is.
  gives('# Règlement\n\n## Montant maximum\n\n90 000 € HT.', 'maximum 90000');
  gives('# Règlement\n\n## Estimation du besoin\n\nIl est retenu 90 000 € HT.', 'estimé 90000');
  gives('Montants estimés du marché :\n\n- études et essais : 90 000 € HT ;', 'estimé 90000');
  gives('# Règlement\n\n## Montant maximum\n\n- 90 000 € HT', 'maximum 90000');
  gives(
    'Montant maximum :\n\n- fournitures, transport, pose, mise en service, formation des agents et maintenance des bornes : 90 000 € HT',
    'maximum 90000',
  );
  gives(
    '| Rubrique | Valeur |\n|---|---|\n| Montant maximum | fournitures, transport, pose, mise en service, formation des agents et maintenance des bornes : 90 000 € HT |',
    'maximum 90000',
  );
  gives('Le montant estimé est de 90 000 € HT, pour un délai minimum de six mois.', 'estimé 90000');
  gives('Le montant estimé est de 100 000 € HT, soit un montant estimé de 120 000 € TTC.', 'estimé 100000');
  gives('Montant maximum :\n\n- fournitures : 90 000 € HT.', 'maximum 90000');
  gives('| Rubrique | Valeur |\n|---|---|\n| Montant estimé du marché | 90 000 € HT |', 'estimé 90000');
  gives('| Durée | Montant maximum |\n|---|---|\n| 4 ans | 90 000 € HT |', 'maximum 90000');
  gives('| Montant maximum 90 000 € HT | Durée |\n|---|---|\n| oui | 4 ans |', 'maximum 90000');
  gives('| Rubrique | Valeur |\n|---|---|\n| Chiffre d’affaires estimé | 90 000 € HT |');
  gives('| Rubrique | Valeur |\n|---|---|\n| Adresse | 90 000 € HT |');
  it('is underlined with its sentence', () => {
    const one = piece('Le marché dure un an. Le montant estimé\nest de 90 000 € HT. Il est ferme.');
    assert.deepEqual(
      one.ask(montants).all.map(({ at }) => one.draft.text.slice(at.start, at.end)),
      ['Le montant estimé\nest de 90 000 € HT.'],
    );
  });
  it('keeps what is written, its tax and where it comes from', () => {
    assert.deepEqual(
      piece('Le montant estimé est de 120 000 € TTC.')
        .ask(montants)
        .all.map(({ value, tax, from }) => [value, tax, from]),
      [[120000, 'ttc', 'text']],
    );
  });
});

describe('an amount goes to the lot', () => {
  gives(
    'Le lot 1 est estimé à 40 000 € HT et le lot n° 2 à 60 000 € HT.',
    'estimé 40000, lot 1',
    'estimé 60000, lot 2',
  );
  gives(
    'Le montant estimé est de 40 000 € HT pour le lot 1 et de 60 000 € HT pour le lot 2.',
    'estimé 40000, lot 1',
    'estimé 60000, lot 2',
  );
  gives('Le montant maximum du lot n°3 est de 40 000 € HT.', 'maximum 40000, lot 3');
  gives('Le montant estimé est de 100 000 € HT tous lots confondus, dont 40 000 € HT pour le lot 1.', 'estimé 100000');
  gives('Montant estimé tous lots : 100 000 € HT ; lot 1 : 40 000 € HT.', 'estimé 100000', 'estimé 40000, lot 1');
  gives(
    'Le lot 1 est estimé à 40 000 € HT et le total des lots 1 et 2 à 100 000 € HT.',
    'estimé 40000, lot 1',
    'estimé 100000',
  );
  gives(
    'Le montant estimé des deux lots est de 40 000 € HT pour le lot 1 et de 60 000 € HT pour le lot 2.',
    'estimé 40000, lot 1',
    'estimé 60000, lot 2',
  );
  gives(
    'Le lot 1 est estimé à 40 000 € HT et le titulaire, une fois les essais achevés, livre au lot 2 du matériel pour 60 000 € HT.',
    'estimé 40000, lot 1',
  );
  gives('# Règlement\n\n## Lot 2\n\nLe montant total est estimé à 40 000 € HT.', 'estimé 40000, lot 2');
  gives('# Règlement\n\n## Lot 2\n\nLes deux lots sont estimés à 40 000 € HT.', 'estimé 40000');
  gives('# Règlement\n\n## Lot 2\n\nLe besoin est estimé à 40 000 € HT pour tous les lots.', 'estimé 40000');
  gives('Le lot 1 porte sur les études. Le besoin de ce marché est estimé à 40 000 € HT.', 'estimé 40000');
  gives('Le montant estimé des deux lots est de 100 000 € HT.', 'estimé 100000');
  gives('Le lot 1 porte sur les études. Son montant est estimé à 40 000 € HT.', 'estimé 40000, lot 1');
  gives(
    'Le lot 1 porte sur les études. Il comprend deux postes. Ce lot est estimé à 40 000 € HT.',
    'estimé 40000, lot 1',
  );
  gives('Les lots sont au nombre de deux : lot 1 et lot 2. Son montant est estimé à 40 000 € HT.', 'estimé 40000');
  gives('Le lot 1 porte sur les études. Le besoin est estimé à 40 000 € HT.', 'estimé 40000');
  gives('# Règlement\n\n## Lot 2 : travaux\n\nLe besoin est estimé à 40 000 € HT.', 'estimé 40000, lot 2');
  gives(
    '# Règlement\n\n## Lot 2 : travaux\n\n### Estimation\n\nLe besoin est estimé à 40 000 € HT.',
    'estimé 40000, lot 2',
  );
  gives('# Règlement\n\n## Lots 1 et 2\n\nLe besoin est estimé à 40 000 € HT.', 'estimé 40000');
  gives('Lot 1 :\n\n- montant estimé : 40 000 € HT ;\n- durée : 2 ans.', 'estimé 40000, lot 1');
  gives('- Lot 1 : études\n  - montant estimé : 40 000 € HT\n- Lot 2 : travaux', 'estimé 40000, lot 1');
  gives(
    '| Lot | Montant maximum HT |\n|---|---|\n| 1 – Études | 40 000 € |\n| 2 – Pose | 60 000 € |',
    'maximum 40000, lot 1',
    'maximum 60000, lot 2',
  );
  gives(
    '| Désignation | Montant maximum HT |\n|---|---|\n| Lot 1 : études | 40 000 € |\n| Ensemble des lots | 60 000 € |',
    'maximum 40000, lot 1',
    'maximum 60000',
  );
  gives(
    '# Règlement\n\n## Lots\n\n| N° | Montant maximum HT |\n|---|---|\n| 1 | 40 000 € |\n| Total | 60 000 € |',
    'maximum 40000, lot 1',
    'maximum 60000',
  );
  gives(
    '| Lot | Montant maximum HT |\n|---|---|\n| 12 | 40 000 € |\n| 120 | 60 000 € |\n| Poste 3 | 70 000 € |',
    'maximum 40000, lot 12',
    'maximum 60000',
    'maximum 70000',
  );
  gives('| Année | Montant maximum HT |\n|---|---|\n| 1 | 40 000 € |', 'maximum 40000');
});

describe('the total of a contract is', () => {
  it('the greatest amount of the whole', () => {
    assert.equal(
      total('Le montant estimé est de 80 000 € HT. Le montant maximum est de 160 000 € HT.'),
      'maximum 160000',
    );
    assert.equal(
      total('Le montant maximum est de 160 000 € HT. Le montant estimé est de 80 000 € HT.'),
      'maximum 160000',
    );
    assert.equal(
      total('Le montant estimé est de 80 000 € HT. Le montant estimé du lot 1 est de 160 000 € HT.'),
      'estimé 80000',
    );
  });
  it('else the sum of the lots, the greatest amount of each', () => {
    assert.equal(
      total(
        '| Lot | Montant estimé HT | Montant maximum HT |\n|---|---|---|\n| 1 | 10 000 € | 20 000 € |\n| 2 | 50 000 € | 40 000 € |\n| 3 | 1 000 € | 2 000 € |',
      ),
      'maximum 72000',
    );
  });
  it('unknown where one lot alone has an amount, or nothing has', () => {
    assert.equal(total('Le montant estimé du lot 1 est de 160 000 € HT.'), undefined);
    assert.equal(total('Le marché dure un an.'), undefined);
    assert.equal(
      piece('Le montant estimé du lot 1 est de 60 000 € TTC. Le montant estimé du lot 2 est de 60 000 € TTC.').ask(
        montants,
      ).total?.tax,
      'ht',
    );
  });
  it('what is declared for the whole folder, at the title of the piece', () => {
    const text = '# Règlement\n\nLe marché dure un an.\n';
    const [one] = open([{ path: 'rc.md', text, values: { 'montant-estime': 45000 } }]).pieces;
    const found = one?.ask(montants).total;
    assert.deepEqual([found?.ht, found?.from], [45000, 'dce-yaml']);
    assert.equal(text.slice(found?.at.start, found?.at.end), 'Règlement');
  });
  it('what the front matter declares, at its place', () => {
    const one = piece(
      '---\ndce:\n  montant-estime: 45000\n---\n\n# Règlement\n\nLe montant maximum est de 160 000 € HT.',
    );
    const { all, total: found } = one.ask(montants);
    assert.deepEqual(all.map(words), ['estimé 45000', 'maximum 160000']);
    assert.equal(found, all[0]);
    assert.equal(found?.from, 'front-matter');
    assert.equal(found?.tax, 'ht');
    assert.equal(found?.value, 45000);
    assert.match(one.draft.slice(found?.at ?? one.draft.end), /45000/);
  });
});

describe('the amount that a piece goes by', () => {
  const asked = (texts: readonly string[], lot?: string) => {
    const files = texts.map((text, i) => ({ path: `${['rc', 'ccap', 'cctp'][i]}.md`, text: `${text}\n` }));
    const found = montantDe(open(files).pieces[0] as Piece, lot);
    return found && words(found);
  };
  it('is the estimate before the maximum', () => {
    assert.equal(
      asked(['Le montant maximum est de 90 000 € HT. Le montant estimé est de 60 000 € HT.']),
      'estimé 60000',
    );
    assert.equal(asked(['Le montant maximum est de 90 000 € HT.']), 'maximum 90000');
  });
  it('is its own, else that of another piece', () => {
    const [rc, ccap] = ['Le montant estimé est de 60 000 € HT.', 'Le montant estimé est de 70 000 € HT.'];
    assert.equal(asked([rc, ccap]), 'estimé 60000');
    assert.equal(asked(['Le marché dure un an.', ccap]), 'estimé 70000');
    assert.equal(asked(['Le marché dure un an.', 'Le prix est ferme.']), undefined);
  });
  it('is that of the lot asked for, and never that of the whole', () => {
    const lots = 'Le montant estimé du lot 1 est de 40 000 € HT. Le montant estimé du lot 2 est de 60 000 € HT.';
    assert.equal(asked([lots], '2'), 'estimé 60000, lot 2');
    assert.equal(asked([lots], '3'), undefined);
    assert.equal(asked([lots]), 'estimé 100000');
    assert.equal(asked(['Le montant estimé est de 60 000 € HT.'], '1'), undefined);
  });
  it('is not that of one year, unless the piece has no other', () => {
    assert.equal(
      asked(['Le montant estimé est de 25 000 € HT par an. Le montant maximum est de 100 000 € HT.']),
      'maximum 100000',
    );
    assert.equal(asked(['Le montant estimé est de 25 000 € HT par an.']), 'estimé 25000, par an');
  });
});

describe('the most that a penalty may come to is no amount of the contract', () => {
  gives('## Pénalités\n\n| Fait | Montant | Plafond |\n|---|---|---|\n| Retard | 50 € par jour | 4 000 € |');
});

describe('a sum that is that of the contract, whatever is beside it', () => {
  gives('Il est signé avec le lauréat du concours, pour un besoin estimé à 310 000 € HT.', 'estimé 310000');
  gives('Un siège ne coûte pas plus de 1 400 € HT à fabriquer.');
  gives('Le marché ne coûte pas plus de 31 400 € HT.', 'estimé 31400');
});
