import assert from 'node:assert/strict';
import { type Tranche, tranches } from '../../../rules/facts/tranches/tranches.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string, path = 'rc.md'): Piece => open([{ path, text: `${text}\n` }]).pieces[0] as Piece;
/** « ferme:1 | lot 2 | etude | 20000 »: what is left out is not said. */
const words = ({ id, lot, object, amount }: Tranche): string =>
  [id, lot && `lot ${lot}`, object?.text, amount?.value ?? amount?.kind].filter((x) => x !== undefined).join(' | ');
const listed = (text: string, path?: string): string[] => piece(text, path).ask(tranches).listed.map(words);
const gives = (text: string, ...expected: string[]) =>
  it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(listed(text), expected));
/** The words of each that are underlined: name, place, object, amount. */
const places = (text: string): string[] => {
  const one = piece(text);
  return one
    .ask(tranches)
    .listed.map(({ at, whole, object, amount }) =>
      [at, whole, object?.at, amount?.at].map((span) => (span ? one.draft.slice(span) : '')).join(' @ '),
    );
};

describe('tranches are set out by what is done, their nature in brackets', () => {
  gives(
    'La mission se fait en trois tranches : le tri (ferme, 9 000 € HT), le classement (optionnelle 1, 4 000 € HT) et la reliure (optionnelle 2).',
    'ferme:1 | tri | 9000',
    'optionnelle:1 | classement | 4000',
    'optionnelle:2 | reliure',
  );
  gives('Le tri (optionnelle) et la reliure (ferme) sont des tâches.');
});

describe('a table may leave a tranche without its object', () => {
  gives(
    '| Tranche | Ce qui est fait | Estimation HT |\n|---|---|---|\n| TF | Tri des fonds | 9 000 € |\n| TO | | 4 000 € |',
    'ferme:1 | tri des fonds | 9000',
    'optionnelle:1 | 4000',
  );
});

describe('a tranche is set out', () => {
  const ONE = 'ferme:1 | etude des sols';
  for (const text of [
    'Tranche ferme : étude des sols.',
    'TRANCHE FERME : ETUDE DES SOLS',
    'TF 1 : étude des sols',
    '**Tranche ferme** étude des sols',
    'La tranche ferme porte sur l’étude des sols.',
    'La tranche ferme comprend l’étude des sols.',
    'La tranche ferme (TF) a pour objet l’étude des sols.',
    'Une tranche ferme relative à l’étude des sols.',
    'La tranche ferme, d’une durée de six mois, concerne l’étude des sols.',
    'Le marché comprend une tranche ferme (étude des sols).',
    'Le marché comprend une tranche ferme : étude des sols.',
    'Le marché est composé d’une tranche ferme (étude des sols).',
    'Le marché est décomposé : tranche ferme (étude des sols).',
    '- Tranche ferme : étude des sols',
    '- la tranche ferme : étude des sols ;',
    '- une tranche ferme, étude des sols ;',
    '- une tranche ferme - étude des sols ;',
    '- Tranche ferme – étude des sols',
    '- Tranche ferme étude des sols',
    '* Tranche ferme\n  * étude des sols',
    '- Tranche ferme :\n\n  étude des sols',
    '1. Tranche ferme : étude des sols',
    'a) Tranche ferme : étude des sols',
    '## Tranche ferme : étude des sols',
    '## Tranche ferme\n\nÉtude des sols.',
    '## 3.1 Tranche ferme – étude des sols',
    '## Article 4 – Tranche ferme : étude des sols',
    '## A. La tranche ferme : étude des sols',
    '## Étude des sols (tranche ferme)',
    '## 2. Étude des sols – tranche ferme',
    '| Tranche | Objet |\n|---|---|\n| Ferme | Étude des sols |',
    '| Tranche | Description |\n|---|---|\n| TF | Étude des sols |',
  ])
    gives(text, ONE);
});

describe('a tranche is not set out', () => {
  for (const text of [
    'La tranche ferme débute à la notification.',
    'La tranche ferme est affermie.',
    'Le titulaire exécute la tranche ferme (étude des sols).',
    'Les tranches optionnelles : pose des clôtures.',
    'Le délai de la tranche ferme est de six mois.',
    '- une tranche ferme ;',
    '- une tranche ferme.',
    '- Tranche ferme : six mois ;',
    '- Tranche ferme : 100 € par jour de retard ;',
    '- Tranche ferme : 24 heures ;\n- Tranche optionnelle 1 : 15 heures d’insertion.',
    '- La tranche ferme est réceptionnée ;',
    '## Délai de la tranche ferme',
    '## Tranche ferme et tranche optionnelle\n\nÉtude des sols.',
    '## Tranches optionnelles\n\nPose des clôtures.',
    '## Délais\n\n### Tranche ferme\n\nÉtude des sols : six mois.',
    '## Pénalités\n\n### Tranche ferme\n\nÉtude des sols.',
    '| Tranche | Délai |\n|---|---|\n| Ferme | 6 mois |\n| Optionnelle | 3 mois |',
    '| Rubrique | Valeur |\n|---|---|\n| Calendrier | Tranche ferme. Les études sont remises en mai. |',
    '| Poste | Prix | Unité | Tranche |\n|---|---|---|---|\n| Étude | 20 000 | 1 | Tranche ferme |',
    '| Rubrique | Valeur |\n|---|---|\n| Durée | La tranche ferme dure six mois |',
  ])
    gives(text);
});

describe('a place is kept for a tranche whose object or price is still blank', () => {
  gives('- Tranche ferme :\n- Tranche optionnelle :', 'ferme:1', 'optionnelle:1');
  gives('- Tranche ferme : ______\n- Tranche optionnelle : ______', 'ferme:1', 'optionnelle:1');
  gives(
    '- Tranche ferme : objet à définir\n- Tranche optionnelle : étude des sols',
    'ferme:1',
    'optionnelle:1 | etude des sols',
  );
  gives(
    '## Tranche ferme\n\n## Tranche optionnelle\n\nPose des clôtures.',
    'ferme:1',
    'optionnelle:1 | pose des clotures',
  );
  gives('| Tranche | Objet |\n|---|---|\n| Ferme | |\n| Optionnelle | |', 'ferme:1', 'optionnelle:1');
  gives('| Tranche | Prix |\n|---|---|\n| Ferme | |\n| Optionnelle | |', 'ferme:1 | open', 'optionnelle:1 | open');
});

describe('tranches in one paragraph or sentence', () => {
  gives(
    'Tranche ferme : étude des sols, tranche optionnelle 1 : pose des clôtures.',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
  );
  gives(
    'Le marché comprend une tranche ferme (étude des sols), une tranche optionnelle 1 (pose des clôtures) et une tranche optionnelle 2 (essais).',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
    'optionnelle:2 | essais',
  );
  gives(
    'La tranche ferme porte sur l’étude des sols et la tranche optionnelle porte sur la pose des clôtures.',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
  );
  gives(
    'La tranche ferme comprend l’étude des sols ; puis la tranche optionnelle n° 1 comprend la pose des clôtures.',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
  );
  gives(
    'Le marché comporte : 1) tranche ferme : étude des sols ; 2) tranche optionnelle : pose des clôtures.',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
  );
  gives('Lot 1 : tranche ferme : étude des sols, 20 000 € HT.', 'ferme:1 | lot 1 | etude des sols | 20000');
});

describe('the amount of a tranche', () => {
  gives('- Tranche ferme : étude des sols, prix à définir, estimé à 20 000 € HT', 'ferme:1 | etude des sols | 20000');
  gives(
    '- Tranche ferme : étude des sols\n  - prix : à définir\n  - estimation : 20 000 € HT',
    'ferme:1 | etude des sols | 20000',
  );
  gives(
    '- Tranche ferme : étude des sols\n  - estimation : 20 000 € HT\n  - maximum : 30 000 € HT',
    'ferme:1 | etude des sols | 20000',
  );
  gives('- Tranche ferme : étude des sols, entre 20 000 et 30 000 € HT', 'ferme:1 | etude des sols | range');
  gives(
    '| Tranche | Objet | Montant estimé | Montant maximum |\n|---|---|---|---|\n| Ferme | Étude des sols | à définir | 20 000 |',
    'ferme:1 | etude des sols | 20000',
  );
  gives(
    '| Tranche | Objet | Montant estimé | Montant maximum |\n|---|---|---|---|\n| Ferme | Étude des sols | 20 000 | 30 000 |',
    'ferme:1 | etude des sols | 20000',
  );
  gives(
    '| Tranche | Objet | Prix HT | Taux de TVA | Délai |\n|---|---|---|---|---|\n| Ferme | Étude des sols | 20 000 | 20 | 6 |',
    'ferme:1 | etude des sols | 20000',
  );
  gives('| Tranche | Délai | Montant de l’indemnité |\n|---|---|---|\n| Ferme | 6 mois | 20 000 |');
  it('keeps its tax, its kind, and is a field where the candidate gives it', () => {
    const text = '- Tranche ferme : étude des sols, 20 000 € TTC ;\n- Tranche optionnelle : pose, prix : ______ € HT';
    const amounts = (path: string, title: string) =>
      piece(`# ${title}\n\n${text}`, path)
        .ask(tranches)
        .listed.map(({ amount }) => [amount?.kind, amount?.tax, amount?.candidate]);
    assert.deepEqual(amounts('rc.md', 'Règlement'), [
      ['precise', 'ttc', undefined],
      ['open', undefined, undefined],
    ]);
    assert.deepEqual(amounts('ae.md', 'Acte d’engagement'), [
      ['precise', 'ttc', undefined],
      ['open', undefined, true],
    ]);
  });
});

describe('the object of a tranche in a table', () => {
  gives(
    '| Tranche | Objet | Commentaire |\n|---|---|---|\n| Ferme | Étude des sols | À lire avec soin |',
    'ferme:1 | etude des sols',
  );
  gives(
    '| Tranche | Remarque | Objet |\n|---|---|---|\n| Ferme | Voir le plan | Étude des sols |',
    'ferme:1 | etude des sols',
  );
  gives(
    '| Tranche | Délai | Phase |\n|---|---|---|\n| Ferme | Dès réception du bon | Étude des sols |',
    'ferme:1 | etude des sols',
  );
  gives(
    '| Tranche | Condition | Décision au plus tard |\n|---|---|---|\n| TO1 | 70 % des fuites repérées | dix mois |',
  );
  gives(
    '| Tranche | Livraison | Délai |\n|---|---|---|\n| TF | modèle et maquettes | 3 mois |\n| TF | rapport | 9 mois |',
  );
  gives('| Tranche | Fait générateur | Part du prix |\n|---|---|---|\n| TF | remise du rapport d’essai | 30 % |');
  gives(
    '| Tranche | Objet | Livrable |\n|---|---|---|\n| Ferme | Étude des sols | Rapport |',
    'ferme:1 | etude des sols',
  );
  gives(
    '| Tranche | Délai de livraison | Phase |\n|---|---|---|\n| Ferme | trois mois | Étude des sols |',
    'ferme:1 | etude des sols',
  );
  gives(
    '| Tranche | Montant | Phase |\n|---|---|---|\n| Ferme | Voir le bordereau | Étude des sols |',
    'ferme:1 | etude des sols',
  );
  gives(
    '| N° | Objet |\n|---|---|\n| Tranche ferme | Étude des sols |\n| Total | Ensemble |',
    'ferme:1 | etude des sols',
  );
  gives('| Tranche | Caractère | Objet |\n|---|---|---|\n| 1 | Optionnelles | Pose |', 'optionnelle:1 | pose');
  gives('| Tranche | Objet |\n|---|---|\n| Ferme | Lot<br> |', 'ferme:1 | lot');
  gives('| Tranche | Objet |\n|---|---|\n| Ferme | Lot |', 'ferme:1 | lot');
  gives('| Tranche | Objet | Phase |\n|---|---|---|\n| Ferme | | Étude des sols |', 'ferme:1 | etude des sols');
  gives('| Tranche | Phase |\n|---|---|\n| Ferme | Étude des sols |', 'ferme:1 | etude des sols');
  gives('| Tranche | Objet |\n|---|---|\n| Ferme : études | Étude des sols |', 'ferme:1 | etudes');
  gives(
    '| N° | Objet | Type de tranche |\n|---|---|---|\n| 1 | Étude des sols | ferme |\n| 2 | Pose des clôtures | optionnelle |',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
  );
  gives(
    '| N° | Objet | Nature |\n|---|---|---|\n| Tranche 1 | Étude des sols | ferme |\n| Tranche 2 | Pose des clôtures | optionnelle |',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
  );
  gives(
    'Le marché comporte deux tranches :\n\n| N° | Objet |\n|---|---|\n| Ferme | Étude des sols |\n| Optionnelle | Pose des clôtures |',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
  );
  gives(
    '## Tranches\n\n| N° | Objet |\n|---|---|\n| Ferme | Étude des sols |\n| Optionnelle | Pose des clôtures |',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
  );
  gives(
    '| N° | Objet | Nature |\n|---|---|---|\n| 1<br> | Étude des sols | tranche ferme<br> |\n| 2<br> | Pose | tranche optionnelle |',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose',
  );
  // A table without a row of headers.
  gives(
    '| Tranche ferme | Étude des sols |\n|---|---|\n| Tranche optionnelle | Pose des clôtures |',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
  );
  gives('| Nature | Objet |\n|---|---|\n| Ferme | Étude des sols |');
  // A sentence in a cell is prose.
  gives(
    '| Tranche | Objet |\n|---|---|\n| La tranche ferme porte sur l’étude des sols | Oui |',
    'ferme:1 | etude des sols',
  );
  // A tranche at the end of a row goes with the row.
  gives('| Poste | Prix | Quantité | Tranche |\n|---|---|---|---|\n| Étude des sols | 20 000 € | 1 | TF |');
});

describe('tranches and lots', () => {
  gives('Lot 2 :\n\n- Tranche ferme : étude des sols', 'ferme:1 | lot 2 | etude des sols');
  gives(
    '# Règlement\n\n## Lot 2\n\n| Tranche | Objet |\n|---|---|\n| Ferme | Étude des sols |',
    'ferme:1 | lot 2 | etude des sols',
  );
  gives('# Règlement\n\n## Lot 2\n\n### Tranche ferme\n\nÉtude des sols.', 'ferme:1 | lot 2 | etude des sols');
  gives('## Lot 2 – Tranche ferme : étude des sols', 'ferme:1 | lot 2 | etude des sols');
});

describe('tranches are numbered', () => {
  gives(
    '- Tranche ferme : étude des sols ;\n- Tranche optionnelle : pose des clôtures ;\n- Tranche optionnelle : essais.',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
    'optionnelle:2 | essais',
  );
  gives(
    '- Tranche 1 (ferme) : étude des sols ;\n- Tranche 2 (ferme) : plans ;\n- Tranche 3 (optionnelle) : pose des clôtures.',
    'ferme:1 | etude des sols',
    'ferme:2 | plans',
    'optionnelle:1 | pose des clotures',
  );
  gives(
    '- Tranche 1 (ferme) : étude des sols ;\n- Tranche 12 (optionnelle) : pose ;\n- Tranche optionnelle 2 : essais.',
    'ferme:1 | etude des sols',
    'optionnelle:11 | pose',
    'optionnelle:2 | essais',
  );
  gives(
    '- Tranche 1 (ferme) : étude des sols ;\n- Tranche 1 (optionnelle) : pose.',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose',
  );
  gives('- Tranche B (optionnelle) : pose des clôtures.', 'optionnelle:b | pose des clotures');
  gives(
    '| Tranche | Objet |\n|---|---|\n| Ferme | Étude des sols |\n| Optionnelle | Pose des clôtures |\n| Optionnelle | Essais |',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose des clotures',
    'optionnelle:2 | essais',
  );
  // Twice the same words are one tranche, in two paragraphs of a section.
  gives(
    'Tranche optionnelle : pose des clôtures.\n\nTranche optionnelle : pose des clôtures et essais.',
    'optionnelle:1 | pose des clotures',
    'optionnelle:1 | pose des clotures et essais',
  );
  gives(
    'Le marché comporte une tranche ferme.\n\n- Tranche optionnelle 2 : essais ;\n- Tranche optionnelle 1 : pose des clôtures.',
    'optionnelle:2 | essais',
    'optionnelle:1 | pose des clotures',
  );
});

describe('of a tranche are underlined its name, its place, its object and its amount', () => {
  const underlines = (title: string, text: string, ...expected: string[]) =>
    it(title, () => assert.deepEqual(places(text), expected));
  underlines(
    'in a list',
    '- Tranche ferme : étude des sols, 20 000 € HT ;\n- Tranche optionnelle : pose des clôtures.',
    'Tranche ferme @ Tranche ferme : étude des sols, 20 000 € HT @ étude des sols @ 20 000 € HT',
    'Tranche optionnelle @ Tranche optionnelle : pose des clôtures @ pose des clôtures @ ',
  );
  underlines(
    'in an item with an article',
    '- La tranche ferme porte sur l’étude des sols.',
    'tranche ferme @ La tranche ferme porte sur l’étude des sols @ étude des sols @ ',
  );
  underlines(
    'in a sentence',
    'Le marché comprend une tranche ferme (étude des sols, 20 000 € HT) et une tranche optionnelle (essais).',
    'tranche ferme @ tranche ferme (étude des sols, 20 000 € HT) @ étude des sols @ 20 000 € HT',
    'tranche optionnelle @ tranche optionnelle (essais) @ essais @ ',
  );
  underlines(
    'in a numbered sentence',
    'Le marché comporte : 1) tranche ferme (études, 20 000 € HT) ; 2) la tranche optionnelle (essais) et une tranche optionnelle 2 (pose).',
    'tranche ferme @ tranche ferme (études, 20 000 € HT) @ études @ 20 000 € HT',
    'tranche optionnelle @ tranche optionnelle (essais) @ essais @ ',
    'tranche optionnelle 2 @ tranche optionnelle 2 (pose) @ pose @ ',
  );
  underlines(
    'in a sentence that goes on with « puis »',
    'Tranche ferme : études, puis tranche optionnelle : essais.',
    'Tranche ferme @ Tranche ferme : études @ études @ ',
    'tranche optionnelle @ tranche optionnelle : essais @ essais @ ',
  );
  underlines(
    'in a paragraph',
    'Le marché est un marché de travaux. Tranche ferme : étude des sols.',
    'Tranche ferme @ Tranche ferme : étude des sols @ étude des sols @ ',
  );
  underlines(
    'below a heading',
    '## 3. Tranche ferme\n\nÉtude des sols.\n\nMontant : 20 000 € HT.',
    'Tranche ferme @ 3. Tranche ferme @ Étude des sols @ 20 000 € HT',
  );
  underlines(
    'at the end of a heading',
    '## 3. Étude des sols (tranche ferme)\n\nMontant : 20 000 € HT.',
    'tranche ferme @ 3. Étude des sols (tranche ferme) @ Étude des sols @ 20 000 € HT',
  );
  underlines(
    'in a row',
    '| Tranche | Objet | Prix HT | Remarque |\n|---|---|---|---|\n| Ferme | Étude des sols | 20 000 | |',
    'Ferme @ Ferme | Étude des sols | 20 000 @ Étude des sols @ 20 000',
  );
  underlines(
    'in the columns of a table',
    '| Poste | Tranche ferme |\n|---|---|\n| Objet | Étude des sols |\n| Prix | 20 000 € |',
    'Tranche ferme @ Tranche ferme @ Étude des sols @ 20 000 €',
  );
});
