import assert from 'node:assert/strict';
import { AWARD, definitions, grilles, readCriteres, silent, table } from './grilles.ts';

const RC = '# Règlement de la consultation\n\n';
const anywhere = (sentence: string, text: string, ...expected: string[]) =>
  it(sentence, () => assert.deepEqual(grilles(text, RC), expected));
const nowhere = (sentence: string, text: string) => silent(sentence, text, RC);

describe('weights without a unit', () => {
  anywhere(
    'stand after each name and make a hundred',
    'Barème : tarif 55, souplesse 30, emballages 15.',
    'sentence : tarif 55 points ; souplesse 30 points ; emballages 15 points',
  );
  anywhere(
    'stand in brackets, with what is judged',
    'Nous départageons les concurrents sur le prix (45), la tenue à l’usage (35, selon l’essai) et la réparation (20).',
    'sentence : prix 45 points ; tenue à l’usage 35 points ; réparation 20 points',
  );
  anywhere(
    'are each a scale of its own',
    'Le coût est noté sur 60, le confort sur 25, la poussière sur 15.',
    'sentence : coût 60 points ; confort 25 points ; poussière 15 points',
  );
  anywhere(
    'make the scale that the sentence gives',
    'Nous notons l’offre sur 20 : prix 9, reliure 7, encres végétales 4.',
    'sentence : prix 9 points ; reliure 7 points ; encres végétales 4 points',
  );
  it('are out of that scale', () => {
    const [grid] = readCriteres('Nous notons l’offre sur 20 : prix 9, reliure 7, encres 4.', RC).fact.grilles;
    assert.deepEqual(
      grid?.criteria.map((c) => c.weight?.of),
      [20, 20, 20],
    );
  });
  anywhere(
    'are fractions',
    'L’offre est notée pour moitié sur le prix, pour un quart sur le rendu et pour un quart sur le recyclage.',
    'sentence : prix 50 % ; rendu 25 % ; recyclage 25 %',
  );
  anywhere(
    'may miss their total where offers are judged',
    'Les offres sont notées sur le prix 50, le délai 30, les déchets 25.',
    'sentence : prix 50 points ; délai 30 points ; déchets 25 points',
  );
  anywhere(
    'divide the weight of their criterion',
    'Le prix compte pour 40 points. La technique compte pour 60 points : 35 pour la tenue des délais, 25 pour la clarté du rapport.',
    'sentence : prix 40 points ; technique 60 points [tenue des délais 35 points ; clarté du rapport 25 points]',
  );
  anywhere(
    'go to what is left',
    'Le prix compte pour 50 points. La méthode compte pour 35 points. Les 15 points restants vont au réemploi.',
    'sentence : prix 50 points ; méthode 35 points ; réemploi 15 points',
  );
  nowhere('are none in the numbers of lots and articles', 'Le prix du lot 60, du lot 25 et du lot 15 est ferme.');
  nowhere('are none without a price', 'Il y a ici chaises 50, tables 30, armoires 20.');
  nowhere('are none in a schedule of payments', 'Le prix est payé : commande 30 %, livraison 50 %, réception 20 %.');
  nowhere(
    'are none in what is paid of a task',
    'L’AOR est réglé pour 60 % à la réception, 20 % à la remise du dossier, 20 % à la fin de la garantie.',
  );
  nowhere('are none where a third of something is spoken of', 'Un tiers du prix est versé à un tiers.');
  nowhere('are none in a formula of revision', 'Le prix est révisé : part fixe 15 %, salaires 60 %, énergie 25 %.');
});

describe('weights that make a hundred with a price', () => {
  anywhere(
    'are criteria wherever they stand',
    'Pour attribuer le contrat : tarif, 50 % ; outillage, 30 % ; trajets, 20 %.',
    'sentence : tarif 50 % ; outillage 30 % ; trajets 20 %',
  );
  anywhere(
    'are divided by a sentence after them',
    'Le prix pèse 50 %, la méthode 35 %, les déchets 15 %.\n\nLa méthode se répartit ainsi : relevés 20 %, restitution 10 %.',
    'sentence : prix 50 % ; méthode 35 % [relevés 20 % ; restitution 10 %] ; déchets 15 %',
  );
  nowhere('are no criteria where they divide a note', 'La note technique se décompose ainsi : prix 60 %, pose 40 %.');
});

describe('a table whose headers do not speak of criteria', () => {
  anywhere(
    'gives them where a price stands beside marks that make a hundred',
    table('Rubrique | /100', 'Loyer | 60', 'Délai de reprise | 25', 'Énergie | 15'),
    'table : Loyer 60 ; Délai de reprise 25 ; Énergie 15',
  );
  anywhere(
    'gives them where its headers speak of notes, whatever they add up to',
    table('Ce que nous notons | Sur 20', 'Tarif | 10', 'Accueil | 7', 'Papier | 4'),
    'sur 20, table : Tarif 10 ; Accueil 7 ; Papier 4',
  );
  anywhere(
    'gives one that weighs all',
    table('Ce que l’on compare | Note', 'Montant du devis | 100'),
    'seul, table : Montant du devis 100 points',
  );
  nowhere(
    'gives none where it breaks a price down',
    table('Poste | Part', 'Prix des fournitures | 60', 'Main d’œuvre | 40'),
  );
  nowhere(
    'gives none where it pays one',
    table('Échéance | %', 'Prix de la pose | 60', 'Délai de garantie écoulé | 40'),
  );
  nowhere('gives none without a price', table('Équipe | Points', 'Rouges | 60', 'Bleus | 40'));
});

describe('a list under what judges offers', () => {
  it('gives criteria without weights', () => {
    const list = 'Les offres sont jugées d’après :\n\n- le prix ;\n- la tenue des couleurs ;\n- les encres.';
    assert.deepEqual(grilles(list, AWARD), ['list : prix ; tenue des couleurs ; encres']);
  });
  it('gives papers, and no criteria', () => {
    const list = 'Les offres sont jugées recevables d’après :\n\n- le bordereau des prix ;\n- l’attestation de visite.';
    assert.deepEqual(grilles(list, AWARD), []);
  });
});

describe('what a criterion is judged on', () => {
  it('may be said by what it means', () => {
    assert.deepEqual(
      definitions('Critères : prix 60 %, accueil 40 %.\n\nL’accueil s’entend du temps d’attente au guichet.').at(-1),
      "accueil : l'accueil s'entend du temps d'attente au guichet.",
    );
  });
});
