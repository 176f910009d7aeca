import { gives, silent, table } from './grilles.ts';

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
