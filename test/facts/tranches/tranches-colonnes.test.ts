import assert from 'node:assert/strict';
import { type Tranche, tranches } from '../../../rules/facts/tranches/tranches.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string, path = 'rc.md'): Piece => open([{ path, text: `${text}\n` }]).pieces[0] as Piece;
const words = ({ id, lot, object, amount }: Tranche): string =>
  [id, lot && `lot ${lot}`, object?.text, amount?.value ?? amount?.kind].filter((x) => x !== undefined).join(' | ');
const listed = (text: string): string[] => piece(text).ask(tranches).listed.map(words);
const table = (...rows: readonly string[]): string =>
  rows.flatMap((r, i) => [`| ${r} |`, ...(i === 0 ? [`|${'---|'.repeat(r.split('|').length)}`] : [])]).join('\n');
const gives = (title: string, rows: readonly string[], ...expected: string[]) =>
  it(title, () =>
    assert.deepEqual(
      piece(table(...rows))
        .ask(tranches)
        .listed.map(words),
      expected,
    ),
  );

describe('a column for each tranche', () => {
  gives(
    'gives the object in a row « Objet »',
    ['Rubrique | Tranche ferme | Tranche optionnelle 1', 'Délai | 6 mois | 3 mois', 'Objet | Étude des sols | Pose'],
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose',
  );
  gives(
    'gives a short object in a row « Objet »',
    ['Rubrique | Tranche ferme | Tranche optionnelle 1', 'Contenu | Lot | Plan A'],
    'ferme:1 | lot',
    'optionnelle:1 | plan a',
  );
  gives(
    'gives no object where the row « Objet » is blank',
    ['Rubrique | Tranche ferme | Tranche optionnelle 1', 'Objet | | ____', 'Prix | 20 000 | 30 000'],
    'ferme:1 | 20000',
    'optionnelle:1 | 30000',
  );
  gives(
    'gives the object in a row without a label',
    ['| Tranche ferme | Tranche optionnelle 1', '| Étude des sols | Pose', 'Prix | 20 000 € | 30 000 €'],
    'ferme:1 | etude des sols | 20000',
    'optionnelle:1 | pose | 30000',
  );
  gives(
    'has for object the label of the first row that it fills',
    ['Poste | Tranche ferme | Tranche optionnelle 1', 'Plans | | x', 'Étude des sols | x | '],
    'ferme:1 | etude des sols',
    'optionnelle:1 | plans',
  );
  gives(
    'has an open price where the row of prices is blank',
    ['Rubrique | Tranche ferme | Tranche optionnelle 1', 'Objet | Étude des sols | Pose', 'Prix | | 30 000 €'],
    'ferme:1 | etude des sols | open',
    'optionnelle:1 | pose | 30000',
  );
  gives(
    'has an open price where it is blank all along',
    ['Poste | Tranche ferme | Tranche optionnelle 1', 'Plans | | ', 'Étude des sols | | '],
    'ferme:1 | plans | open',
    'optionnelle:1 | plans | open',
  );
  gives(
    'has the first precise price of its rows, else the first price',
    [
      'Poste | Tranche ferme | Tranche optionnelle 1',
      'Plans | à définir | à définir',
      'Étude des sols | 20 000 € | entre 1 000 et 2 000 €',
    ],
    'ferme:1 | plans | 20000',
    'optionnelle:1 | plans | open',
  );
  gives(
    'has no object in the rows of other things',
    [
      'Rubrique | Tranche ferme | Tranche optionnelle 1',
      'Accès | Par la cour | Par la rue',
      'Objet | Étude des sols | Pose',
    ],
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose',
  );
  gives(
    'has no open price where a row of delays is blank',
    ['Rubrique | Tranche ferme | Tranche optionnelle 1', 'Objet | Étude des sols | Pose', 'Délai | | 3 mois'],
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose',
  );
  gives(
    'may be cut short in some rows',
    ['Rubrique | Tranche ferme | Tranche optionnelle 1', 'Objet | Étude des sols', 'Contenu | Plans | Pose'],
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose',
  );
  gives(
    'has no object in a sum',
    ['Rubrique | Tranche ferme | Tranche optionnelle 1', 'Prestations | 20 000 euros | 30 000 euros'],
    'ferme:1 | prestations | 20000',
    'optionnelle:1 | prestations | 30000',
  );
  gives(
    'leaves out the lines that are broken in a cell',
    ['Rubrique | Tranche ferme | Tranche optionnelle 1', 'Contenu<br> | Lot<br> | Plan A'],
    'ferme:1 | lot',
    'optionnelle:1 | plan a',
  );
  gives(
    'may come after other columns',
    ['N° | Poste | Tranche ferme | Tranche optionnelle 1', '1 | Plans | 20 000 € | 30 000 €'],
    'ferme:1 | plans | 20000',
    'optionnelle:1 | plans | 30000',
  );
  for (const head of [
    'A – Tranche ferme',
    'Colonne 2 : tranche ferme',
    'Colonne b – la tranche ferme',
    '12. la tranche ferme',
    '1) Tranche ferme',
    '1)Tranche ferme',
    '(Tranche ferme)',
    'La tranche ferme',
  ])
    gives(`may be headed « ${head} »`, [`Poste | ${head}`, 'Plans | 20 000 €'], 'ferme:1 | plans | 20000');
  for (const head of ['Prix tranche ferme', 'Durée : tranche ferme', 'Poste 120. Tranche ferme'])
    gives(`is none under « ${head} »`, [`Poste | ${head}`, 'Plans | x']);
  gives('is none for two tranches at once', ['Poste | Tranches optionnelles', 'Plans | 20 000 €']);
  gives('is none where a header speaks of a tranche', ['Poste | Prix de la tranche ferme', 'Plans | x']);
  gives('is none in a table of other things', ['Poste | Prix', 'Plans | 20 000 €']);
});

describe('a row for each lot and a column for each tranche', () => {
  const HEAD = 'Lot | Tranche ferme | Tranche optionnelle';
  gives(
    'gives what is in the cell to the tranche of the lot',
    [HEAD, 'Lot 1 | Étude des sols, 20 000 € | 30 000 €', 'Lot 2 | Plans : à définir | Pose'],
    'ferme:1 | lot 1 | etude des sols | 20000',
    'ferme:1 | lot 2 | plans',
    'optionnelle:1 | lot 1 | 30000',
    'optionnelle:1 | lot 2 | pose',
  );
  gives(
    'gives the words of the lot to each of its tranches',
    [HEAD, 'Lot 1 : réseau | 20 000 € | 30 000 €', 'Lot 2 : postes | 40 000 € | 50 000 €'],
    'ferme:1 | lot 1 | reseau | 20000',
    'ferme:1 | lot 2 | postes | 40000',
    'optionnelle:1 | lot 1 | reseau | 30000',
    'optionnelle:1 | lot 2 | postes | 50000',
  );
  gives(
    'may have the words of the lot in a column of their own',
    ['N° du lot | Intitulé | Tranche ferme', '1 | Réseau | 20 000 €', 'B | Postes | 30 000 €'],
    'ferme:1 | lot 1 | reseau | 20000',
    'ferme:1 | lot b | postes | 30000',
  );
  for (const head of ['Lot', 'N° de lot', 'N°lot', 'Numéro du lot', 'Numéros des lots', 'Lots'])
    gives(
      `may be under « ${head} »`,
      [`${head} | Tranche ferme`, '1 | 20 000 €', '12 | 30 000 €'],
      'ferme:1 | lot 1 | 20000',
      'ferme:1 | lot 12 | 30000',
    );
  gives(
    'is not under « Nombre de lots »',
    ['Nombre de lots | Tranche ferme', '1 | 20 000 €', '2 | 30 000 €'],
    'ferme:1 | 30000',
  );
  gives(
    'says in words what is there',
    [HEAD, '1 | Aucune coupure du réseau | - 20 000 €', '2 | Maintenance : sans objet | Aucun'],
    'ferme:1 | lot 1 | aucune coupure du reseau',
    'ferme:1 | lot 2 | maintenance',
    'optionnelle:1 | lot 1 | 20000',
  );
  gives(
    'has no tranche where the cell says that there is none',
    [HEAD, '1 | 20 000 € | sans objet', '2 | Néant | -', '3 | 40 000 € | aucune', '4 | 50 000 € | pas de tranche'],
    'ferme:1 | lot 1 | 20000',
    'ferme:1 | lot 3 | 40000',
    'ferme:1 | lot 4 | 50000',
  );
  gives(
    'has none where the cell says nothing of it',
    [HEAD, '1 | 6 mois | 30 000 €', '2 | 40 000 € | 3 mois'],
    'ferme:1 | lot 2 | 40000',
    'optionnelle:1 | lot 1 | 30000',
  );
  gives(
    'leaves out the rows of several lots and those of none',
    [
      HEAD,
      '1 | 20 000 € | 30 000 €',
      '2 | 20 000 € | 30 000 €',
      'Lots 1 et 2 | 40 000 € | 60 000 €',
      'Lot 1 + lot 2 | 40 000 € | 60 000 €',
      'Total | 40 000 € | 60 000 €',
      '2,5 | 1 € | 1 €',
    ],
    'ferme:1 | lot 1 | 20000',
    'ferme:1 | lot 2 | 20000',
    'optionnelle:1 | lot 1 | 30000',
    'optionnelle:1 | lot 2 | 30000',
  );
  gives(
    'is a table of one lot where all its rows are for it',
    [HEAD, 'Lot 1 | 20 000 € | 30 000 €'],
    'ferme:1 | 20000',
    'optionnelle:1 | 30000',
  );
  it('is underlined in its cell, and named in its header', () => {
    const one = piece(
      table(HEAD, 'Lot 1 : réseau | Étude, 20 000 € | 30 000 €', 'Lot 2 : postes | 40 000 € | 50 000 €'),
    );
    assert.deepEqual(
      one
        .ask(tranches)
        .listed.slice(0, 3)
        .map(({ at, whole, object, amount }) =>
          [at, whole, object?.at, amount?.at].map((span) => (span ? one.draft.slice(span) : '')).join(' @ '),
        ),
      [
        'Tranche ferme @ Étude, 20 000 € @ Étude @ 20 000 €',
        'Tranche ferme @ 40 000 € @ postes @ 40 000 €',
        'Tranche optionnelle @ 30 000 € @ réseau @ 30 000 €',
      ],
    );
  });
  it('keeps the tranches of one lot together', () => {
    const { listed } = piece(
      table('Lot | Tranche optionnelle | Tranche optionnelle', '1 | 20 000 € | 30 000 €', '2 | 40 000 € | 50 000 €'),
    ).ask(tranches);
    assert.deepEqual(listed.map(words).sort(), [
      'optionnelle:1 | lot 1 | 20000',
      'optionnelle:1 | lot 2 | 40000',
      'optionnelle:2 | lot 1 | 30000',
      'optionnelle:2 | lot 2 | 50000',
    ]);
  });
});

describe('the words over the cells of a table of tranches', () => {
  const OBJECTS =
    'Objet Contenu Consistance Désignation Description Descriptif Prestation Intitulé Libellé Périmètre Composition Définition Travaux Mission Fournitures';
  for (const head of [...OBJECTS.split(' '), 'Nature des prestations', 'Prestations', 'Missions'])
    it(`« ${head} » is over an object`, () =>
      assert.deepEqual(listed(`| Tranche | ${head} |\n|---|---|\n| Ferme | Lot |`), ['ferme:1 | lot']));
  for (const head of 'Montant,Prix,Coût,Estimation,Valeur,Budget,Forfait,HT,Total TTC,En euro,En €,Coûts'.split(','))
    it(`« ${head} » is over a price`, () =>
      assert.deepEqual(listed(`| Tranche | ${head} |\n|---|---|\n| Ferme | 20 000 |`), ['ferme:1 | 20000']));
  for (const head of 'Délai,Durée,Date,Calendrier,Échéance,TVA,Taux,Indemnité,Dédit,Attente,Pénalité,Rabais'.split(','))
    it(`« ${head} (prix) » is over none`, () =>
      assert.deepEqual(listed(`| Tranche | ${head} (prix) |\n|---|---|\n| Ferme | 20 000 |`), []));
});
