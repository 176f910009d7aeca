import assert from 'node:assert/strict';
import { gives, grilles, silent, table } from './grilles.ts';

describe('rows without a sign of rank', () => {
  gives(
    'are parts where that alone makes the total, were others to make the number of the one above',
    table(
      'Critère | Points',
      'Prix | 50',
      'Valeur technique | 30',
      'Méthode | 12',
      'Conducteur | 8',
      'Planning | 10',
      'Environnement | 20',
      'Tri | 8',
      'Énergie | 12',
    ),
    'table : Prix 50 points ; Valeur technique 30 points [Méthode 12 points ; Conducteur 8 points ; Planning 10 points] ; Environnement 20 points [Tri 8 points ; Énergie 12 points]',
  );
});

const PLAIN = '# Règlement de la consultation\n\n## Article 7 – Ce que la commission regardera\n\n';

describe('lines that make a whole, with a price among them, are criteria by', () => {
  for (const [sentence, text, expected] of [
    [
      'an arrow',
      '- Loyers et coûts kilométriques → 60\n- Émissions de CO2 → 20\n- Réseau d’entretien → 20',
      'lines : Loyers et coûts kilométriques 60 ; Émissions de CO2 20 ; Réseau d’entretien 20',
    ],
    [
      'numbers in words',
      '* a. prix du panier annuel, trente-huit ;\n* b. confort au porter, trente-deux ;\n* c. durabilité et réparabilité, trente.',
      'lines : prix du panier annuel 38 ; confort au porter 32 ; durabilité et réparabilité 30',
    ],
    [
      'parts under their criterion',
      '- Offre technique (55 %)\n  - architecture : 40 % de la note\n  - sécurité : 35 % de la note\n  - équipe : 25 % de la note\n- Offre financière (35 %)\n- Numérique responsable (10 %)',
      'list : Offre technique 55 % [architecture 40 % ; sécurité 35 % ; équipe 25 %] ; Offre financière 35 % ; Numérique responsable 10 %',
    ],
  ] as const)
    gives(sentence, text, expected);
});

describe('lines that make a whole, and are no criteria', () => {
  for (const [sentence, text] of [
    ['with no price', '- Accueil → 60\n- Cuisine → 20\n- Ménage → 20'],
    ['of which two only make it', 'Divers.\n\n- Prix → 60\n- Délai → 40'],
    ['on payment', '- Acompte à la commande → 60\n- Prix au montage → 20\n- Solde → 20'],
    ['that make no whole', '- Prix → 60\n- Cuisine → 20\n- Ménage → 10'],
    [
      'on candidates',
      'Les candidatures sont notées ainsi :\n\n- Prix des références → 60\n- Moyens → 20\n- Garanties → 20',
    ],
  ] as const)
    silent(sentence, text, PLAIN);
  silent('a table of something else', table('Poste | Part', 'Accueil | 60', 'Cuisine | 20', 'Ménage | 20'), PLAIN);
});

describe('rows whose numbers are heard to be weights', () => {
  for (const [sentence, text, expected] of [
    [
      'need make no whole',
      'a) le prix forfaitaire annuel, 50 % ;\nb) les moyens affectés au contrat, 30 % ;\nc) les délais d’intervention sur panne, 15 % ;\nd) la politique sociale de l’entreprise, 10 %.',
      'lines : prix forfaitaire annuel 50 % ; moyens affectés au contrat 30 % ; délais d’intervention sur panne 15 % ; politique sociale de l’entreprise 10 %',
    ],
    [
      'may be fractions of several sentences',
      'Le prix pèse pour quatre dixièmes de la note. Un quart revient à l’équipe désignée pour l’exécution. Un cinquième est réservé à l’organisation du débordement, et le dernier dixième à l’empreinte carbone de la prestation.',
      'lines : prix 40 % ; équipe désignée pour l’exécution 25 % ; organisation du débordement 20 % ; empreinte carbone de la prestation 10 %',
    ],
    [
      'may be coefficients',
      '5.1. Compétence des avocats proposés : pondération 4\n5.2. Réponse aux deux consultations fictives : pondération 3\n5.3. Honoraires : pondération 3',
      'lines : Compétence des avocats proposés 4 (coefficient) ; Réponse aux deux consultations fictives 3 (coefficient) ; Honoraires 3 (coefficient)',
    ],
    [
      'may say no unit under the scale that is told',
      'L’offre est notée sur cent points. Le prix en reçoit quarante. La qualité du service en reçoit trente-cinq, dont quinze pour les délais, dix pour les tests et dix pour l’outillage. La sécurité en reçoit vingt, selon le délai de correction. La sobriété en reçoit quinze.',
      'lines : prix 40 points ; qualité du service 35 points [délais 15 points ; tests 10 points ; outillage 10 points] ; sécurité 20 points ; sobriété 15 points',
    ],
    [
      'have the parts that their sentence opens',
      'Ce que l’on mange vaut 40 points : l’équilibre des menus, 15 points ; la part de cuisine sur place, 20 points.\n\nLe prix vaut 35 points.\n\nLa planète vaut 15 points.\n\nLa tournée vaut 10 points.',
      'lines : Ce que l’on mange 40 points [équilibre des menus 15 points ; part de cuisine sur place 20 points] ; prix 35 points ; planète 15 points ; tournée 10 points',
    ],
  ] as const)
    it(sentence, () =>
      assert.deepEqual(
        grilles(text, PLAIN.replace('Ce que la commission regardera', 'Comment les offres sont classées')),
        [expected],
      ),
    );
  it('have no parts in another sentence, be they as many', () =>
    assert.deepEqual(
      grilles(
        'Le prix pèse pour 45 % de la note. La méthode pèse pour 30 % de la note. Le délai pèse pour 15 % de la note. Quant à la reprise des emballages, elle reçoit 20 %.',
      ).map((grid) => grid.includes('[')),
      [false],
    ));
  it('are of each lot apart', () =>
    assert.deepEqual(
      grilles(
        'Lot 1. Le prix compte pour 60 % de la note, le délai pour 25 % et la reprise des emballages pour 15 %.\n\nLot 2. Le prix compte pour 50 % de la note, le délai pour 30 % et la reprise des emballages pour 10 %.',
      ).length,
      2,
    ));
});

describe('what else says that names and numbers are criteria', () => {
  const RC = '# Règlement de la consultation – Procédure avec négociation\n\n';
  for (const [sentence, text, expected] of [
    [
      'parts under a title of their own, were they to make another number',
      '## 5. Jugement\n\n### 5.1 Critères\n\nCoût 55 %. Technique 45 %.\n\n### 5.2 Détail de la technique\n\nPose 25 %. Reprise des gravats 10 %.',
      'lines : Coût 55 % ; Technique 45 % [Pose 25 % ; Reprise des gravats 10 %]',
    ],
    [
      'coefficients in words',
      '## Critères\n\nLes critères sont les suivants :\n\n- coût, coefficient six ;\n- secours, coefficient trois ;\n- bruit, coefficient un.',
      'list : coût 6 (coefficient) ; secours 3 (coefficient) ; bruit 1 (coefficient)',
    ],
    [
      'names alone under the title of criteria',
      '## 6. Critères d’attribution\n\nTenue au gel ; prix ; reprise des emballages.',
      'sentence : Tenue au gel ; prix ; reprise des emballages',
    ],
    [
      'a table under the title of the piece, which speaks of something else',
      table('Critère | Pondération', 'Coût | 60 %', 'Délai | 30 %', 'Énergie | '),
      'table : Coût 60 % ; Délai 30 % ; Énergie',
    ],
    [
      'a grid of one, by its label',
      '| Rubrique | Contenu |\n|---|---|\n| Grille | coût du cycle de vie : 100 points |',
      'seul, sentence : coût du cycle de vie 100 points',
    ],
  ] as const)
    it(sentence, () => assert.deepEqual(grilles(text, RC), [expected]));
  silent('is none: names alone under another title', '## Lieux\n\nCrèches ; prix des repas ; écoles.');
});
