import { JUDGE, reads } from './grilles-dites.ts';

const LEAD = `${JUDGE}Les critères sont les suivants :\n\n`;
const TITLE = '## Critères de jugement des offres\n\n';

describe('a list of names under the title of criteria', () => {
  describe('is one of criteria', () => {
    reads(
      TITLE,
      ['- Prix\n- Valeur technique\n- Délai', 'list : Prix ; Valeur technique ; Délai'],
      ['- Coût global\n- Délai', 'list : Coût global ; Délai'],
      ['- Délai\n- Prix\n- Autre chose', 'list : Délai ; Prix ; Autre chose'],
    );
  });
  describe('is none without a price, with papers of the offer, or with names of something else', () => {
    reads(
      TITLE,
      ['- Qualité\n- Délai'],
      ['- Prix'],
      ['- Prix\n- Planètes\n- Étoiles'],
      ['- Mémoire technique\n- Prix'],
      ['- Bordereau des prix\n- Délai'],
      ['- Acte d’engagement\n- Prix'],
      ['- Décomposition du prix\n- Délai'],
      ['- Détail quantitatif du prix\n- Délai'],
      ['- DPGF et prix\n- Délai'],
      ['- BPU\n- Prix'],
      ['- Devis au prix\n- Délai'],
      ['- Fiche technique\n- Prix'],
      ['- Fiches techniques\n- Prix'],
      ['- Prix\n- Annexe sur les délais'],
      ['- Prix\n- Attestations de qualité'],
      ['- Prix\n- Cahiers de formation'],
      ['- Prix\n- Qualité des finitions extérieures, portes, fenêtres, volets, menuiseries'],
      ['Prix\n\n- Délai\n- Prix'],
    );
    reads('## Choix des offres\n\n', ['- Prix\n- Délai']);
    reads('## Divers\n\n', ['- Prix\n- Délai']);
  });
});

describe('a list of weights in the part that judges offers', () => {
  reads(
    '## Choix des offres\n\n',
    ['- Prix : 60 %\n- Délai : 40 %', 'list : Prix 60 % ; Délai 40 %'],
    ['- Prix : 60 %\n- Délai : 40 %\n- Qualité', 'list : Prix 60 % ; Délai 40 % ; Qualité'],
    ['- Prix : 60 %\n- Délai : XX %', 'list : Prix 60 % ; Délai à remplir'],
    ['- Prix noté sur 60 points\n- Délai noté sur 40 points', 'list : Prix 60 points ; Délai 40 points'],
    ['Le total se forme ainsi :\n\n- Prix : 60 %\n- Délai : 40 %', 'list : Prix 60 % ; Délai 40 %'],
    // Too few of them, or too long for names.
    ['- Prix : 60 %'],
    ['- Prix : 60 %\n- Délai\n- Qualité'],
    [`- Prix : 60 %\n- ${'beaucoup de mots '.repeat(14)}: 20 %\n- Délai : 20 %`],
    // Two that make a whole, whatever stands beside them.
    ['- Prix : 60 %\n- Délai : 40 %\n- Qualité\n- Service', 'lines : Prix 60 % ; Délai 40 %'],
    [`- Prix : 60 %\n- ${'beaucoup de mots '.repeat(8)}\n- Délai : 40 %`, 'lines : Prix 60 % ; Délai 40 %'],
    ['- Prix : 60 %\n- 12\n- Délai : 40 %', 'lines : Prix 60 % ; Délai 40 %'],
  );

  describe('is none of the parts of one criterion, of papers, or of the letters of a formula', () => {
    for (const lead of [
      'Les sous-critères de la valeur technique sont :',
      'Ce critère comprend :',
      'Le premier critère se lit ainsi :',
      'Critère n° 2 :',
      'Le mémoire comporte :',
      'Le candidat remet :',
      'Les candidats fournissent les documents suivants :',
      'La formule est la suivante :',
      'Barème suivant :',
      'Légende :',
      'où :',
      'Les candidats retenus sont ceux-ci :',
      'Les candidatures se répartissent ainsi :',
    ])
      reads(JUDGE, [`${lead}\n\n- Méthode : 40 %\n- Moyens : 20 %`]);
  });
});

describe('a list after a sentence that announces criteria', () => {
  reads(
    LEAD,
    ['- Prix', 'list : Prix'],
    ['- Prix : 100 %', 'seul list : Prix 100 %'],
    ['- Divers\n- Autres'],
    ['- Divers : 60 %\n- Autres : 40 %', 'list : Divers 60 % ; Autres 40 %'],
    ['- Divers\n- Prix', 'list : Divers ; Prix'],
    ['- Prix : 60 %\n- 12\n- Délai : 40 %', 'list : Prix 60 % ; Délai 40 %'],
    ['- Prix : 60 %\n\n  Jugé sur le DQE.\n\n- Délai : 40 %', 'list : Prix 60 % (Jugé sur le DQE.) ; Délai 40 %'],
    ['- Prix : 60 %\n  - 12\n- Délai : 40 %', 'list : Prix 60 % (12) ; Délai 40 %'],
    [
      '- Qualité : 60 %\n  - méthode : 40 %\n    - clarté : 30 %\n    - rigueur : 10 %\n  - moyens : 20 %\n- Délai : 40 %',
      'list : Qualité 60 % [méthode 40 % [clarté 30 % ; rigueur 10 %] ; moyens 20 %] ; Délai 40 %',
    ],
  );
  reads(
    JUDGE,
    ['Le critère unique d’attribution est le suivant :\n\n- Prix', 'seul list : Prix'],
    ['Le seul critère est le suivant :\n\n- Prix : 100 %', 'seul list : Prix 100 %'],
    ['Les critères, par ordre décroissant, sont :\n\n- Prix\n- Délai', 'classés list : Prix ; Délai'],
    ['Par ordre décroissant. Les critères sont les suivants :\n\n- Prix\n- Délai', 'classés list : Prix ; Délai'],
    [
      'Les critères sont les suivants. Ils sont classés par ordre décroissant :\n\n- Prix\n- Délai',
      'classés list : Prix ; Délai',
    ],
    [
      'Les offres des candidats retenus sont jugées selon les critères suivants :\n\n- Prix : 60 %\n- Délai : 40 %',
      'list : Prix 60 % ; Délai 40 %',
    ],
    ['Critères retenus\n\n- Prix\n- Délai', 'list : Prix ; Délai'],
  );
  reads('## Candidatures\n\n', [
    'Les offres sont jugées selon les critères suivants :\n\n- Prix : 60 %\n- Délai : 40 %',
    'list : Prix 60 % ; Délai 40 %',
  ]);
  reads('## Candidatures\n\n', ['Les critères de jugement sont les suivants :\n\n- Prix : 60 %\n- Délai : 40 %']);
});

describe('criteria in titles', () => {
  reads(
    JUDGE,
    [
      '### Prix (60 %)\n\nJugé sur le DQE.\n\n### Délai (40 %)\n\nJugé sur le planning.',
      'headings : Prix 60 % (Jugé sur le DQE.) ; Délai 40 % (Jugé sur le planning.)',
    ],
    [
      '### Prix\n\nCe critère est noté sur 60 points.\n\n### Délai\n\nCe critère est noté sur 40 points.',
      'headings : Prix 60 points (Ce critère est noté sur 60 points.) ; Délai 40 points (Ce critère est noté sur 40 points.)',
    ],
    [
      '### Critère prix\n\nPondération : 60 %\n\n### Critère délai\n\nPondération : 40 %',
      'headings : prix 60 % (Pondération : 60 %) ; délai 40 % (Pondération : 40 %)',
    ],
    [
      '### Prix\n\nDQE.\n\nIl vaut 60 points.\n\n### Délai\n\nIl vaut 40 points.',
      'headings : Prix 60 points (DQE. / Il vaut 60 points.) ; Délai 40 points (Il vaut 40 points.)',
    ],
    [
      '### Prix : XX %\n\nDQE.\n\n### Délai : XX %\n\nPlanning.',
      'headings : Prix à remplir (DQE.) ; Délai à remplir (Planning.)',
    ],
    [
      '### Qualité (60 %)\n\n- méthode : 40 %\n- moyens : 20 %\n- autre\n\n### Prix (40 %)\n\nDQE.',
      'headings : Qualité 60 % [méthode 40 % ; moyens 20 %] (méthode : 40 % / moyens : 20 % / autre) ; Prix 40 % (DQE.)',
    ],
    [
      '**Critère 1 : Prix – 60 points**\n\nJugé sur le DQE.\n\n**Critère 2 : Délai – 40 points**\n\nJugé sur le planning.',
      'headings : Prix 60 points (Jugé sur le DQE.) ; Délai 40 points (Jugé sur le planning.)',
    ],
    [
      'Les critères, par ordre décroissant, sont :\n\n### Prix (60 %)\n\nDQE.\n\n### Délai (40 %)\n\nPlanning.',
      'classés headings : Prix 60 % (DQE.) ; Délai 40 % (Planning.)',
    ],
    // What is no criterion, or weighs none.
    ['### Lot 1 (60 %)\n\nx\n\n### Lot 2 (40 %)\n\ny'],
    ['### Méthode de notation (60 %)\n\nx\n\n### Négociation (40 %)\n\ny'],
    ['### Recours (60 %)\n\nx\n\n### Modalités de remise (40 %)\n\ny'],
    ['### Prix (60 %)\n\nDQE.\n\n### Délai\n\nPlanning.'],
    ['### Prix\n\nLe DQE compte 30 % de lignes.\n\n### Délai\n\nPondération : 40 %'],
    ['### Prix\n\nUn.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nPondération : 60 %\n\n### Délai\n\nPondération : 40 %'],
  );
  reads(
    '',
    [
      '## Critère 1 : prix (60 %)\n\nDQE.\n\n## Critère 2 : délai (40 %)\n\nPlanning.',
      'headings : prix 60 % (DQE.) ; délai 40 % (Planning.)',
    ],
    [
      '## Lot 2\n\n### Critère prix (60 %)\n\nDQE.\n\n### Critère délai (40 %)\n\nPlanning.',
      'lots 2 headings : prix 60 % (DQE.) ; délai 40 % (Planning.)',
    ],
    ['## Divers\n\n### Critère d’alerte (60 %)\n\nx\n\n### Critère de recette (40 %)\n\ny'],
    ['## Divers\n\n### Prix (60 %)\n\nx\n\n### Délai (40 %)\n\ny'],
    ['## Candidatures\n\n### Critère 1 : effectifs (60 %)\n\nx\n\n### Critère 2 : moyens (40 %)\n\ny'],
  );
});

describe('criteria in paragraphs', () => {
  reads(
    JUDGE,
    ['Critère 1 : Prix – 60 points\n\nCritère 2 : Délai – 40 points', 'lines : Prix 60 points ; Délai 40 points'],
    ['Prix : 60 %\n\nDélai : 40 %', 'lines : Prix 60 % ; Délai 40 %'],
    // A sentence a criterion, be they of one paragraph, then what defines it.
    [
      'Prix : 60 %. Il est ferme.\n\nDélai : 40 %. Il est court.',
      'lines : Prix 60 % (Il est ferme.) ; Délai 40 % (Il est court.)',
    ],
    ['Prix : 60 %. Délai : 40 %. Il est court.', 'lines : Prix 60 % ; Délai 40 % (Il est court.)'],
    ['Prix : 60 %. Délai : 20 %.'],
    ['Avance : 60 %. Solde : 40 %.'],
    ['Critère n° 1 : Prix : XX %\n\nCritère n° 2 : Délai : XX %', 'lines : Prix à remplir ; Délai à remplir'],
    [
      'Critère 1 : Prix – 60 points\n\nJugé sur le DQE.\n\nCritère 2 : Délai – 40 points\n\nJugé sur le planning.',
      'lines : Prix 60 points (Jugé sur le DQE.) ; Délai 40 points (Jugé sur le planning.)',
    ],
    [
      'Critère 1 : Prix – 60 points\n\n- méthode : 40 points\n- moyens : 20 points\n\nCritère 2 : Délai – 40 points\n\n- planning',
      'lines : Prix 60 points [méthode 40 points ; moyens 20 points] ; Délai 40 points (planning)',
    ],
    [
      '**Critère 1 : Prix (60 %).** Jugé sur le DQE.\n\n**Critère 2 : Délai (40 %).** Jugé sur le planning.',
      'lines : Prix 60 % (Jugé sur le DQE.) ; Délai 40 % (Jugé sur le planning.)',
    ],
    [
      '**Critère 1 : Prix.** Ce critère compte pour 60 %.\n\n**Critère 2 : Délai.** Ce critère compte pour 40 %.',
      'lines : Prix 60 % (Ce critère compte pour 60 %.) ; Délai 40 % (Ce critère compte pour 40 %.)',
    ],
    [
      'Critère 1 : Prix\n\nCe critère compte pour 60 %.\n\nCritère 2 : Délai\n\nCe critère est noté sur 40 points.',
      'lines : Prix 60 % (Ce critère compte pour 60 %.) ; Délai 40 points (Ce critère est noté sur 40 points.)',
    ],
    ['Pour le lot 2, les critères sont :\n\nPrix : 60 %\n\nDélai : 40 %', 'lots 2 lines : Prix 60 % ; Délai 40 %'],
    [
      'Les critères, par ordre décroissant, sont :\n\nPrix : 60 %\n\nDélai : 40 %',
      'classés lines : Prix 60 % ; Délai 40 %',
    ],
    ['Les critères sont les suivants :\n\na) le prix ;\n\nb) le délai.', 'list : prix ; délai'],
    ['Les critères sont ci-après\n\na. le prix\n\nb. le délai', 'list : prix ; délai'],
    [
      'Les critères sont les suivants :\n\na) le prix ;\n\nb) le délai.\n\nc. la qualité\n\nAutre.',
      'list : prix ; délai ; qualité',
    ],
    // Under the title of the award, as any list is.
    ['- le prix ;\n- le délai.', 'list : prix ; délai'],
    ['a) le prix ;\n\nb) le délai.', 'list : prix ; délai'],
    // Nothing announces them, or something else comes between.
    ['a° le prix ;\n\nb° le délai.'],
    ['Les sous-critères sont les suivants :\n\na) le prix ;\n\nb) le délai.'],
    ['Les critères sont les suivants :\n\nle prix ;\n\nle délai.'],
    ['Critère 1 : XX %\n\nCritère 2 : XX %'],
    // What makes a whole needs no announcement.
    [
      'Prix : 60 %\n\nLes offres sont jugées sur les critères de l’annexe.\n\nDélai : 40 %',
      'lines : Prix 60 % ; Délai 40 %',
    ],
    [
      `Prix : 60 %\n\n${'Le délai est celui que donne le mémoire '.repeat(7)}: 40 %`,
      `lines : Prix 60 % ; délai 40 % (est celui que donne le mémoire${' Le délai est celui que donne le mémoire'.repeat(6)})`,
    ],
  );
  reads(
    '## Divers\n\n',
    ['Critère 1 : Prix\n\nCritère 2 : Délai', 'lines : Prix ; Délai'],
    ['Prix : 60 %\n\nDélai : 40 %'],
    ['Prix : 60 %. Délai : 40 %.'],
    ['Chaque offre est notée sur 100 points.\n\nPrix : 60 %. Délai : 40 %.', 'lines : Prix 60 % ; Délai 40 %'],
    ['Critère 1 : Prix : 60 %\n\n## Suite\n\nCritère 2 : Délai : 40 %'],
  );
  reads('## Candidatures\n\n', ['Critère 1 : Effectifs : 60 %\n\nCritère 2 : Moyens : 40 %']);
});

describe('a criterion, its definition and its parts at one level', () => {
  reads(
    LEAD,
    [
      '- Critère 1 : Prix (40 %)\n- Le prix est jugé au vu du DQE\n- Critère 2 : Technique (60 %)\n- Sous-critère 1 : méthode (35 %)\n- Sous-critère 2 : moyens (20 %)',
      'list : Prix 40 % (Le prix est jugé au vu du DQE / est jugé au vu du DQE) ; Technique 60 % [méthode 35 % ; moyens 20 %]',
    ],
    [
      '- Prix : 40 %\n- Au regard du détail estimatif\n- Technique : 60 %\n- Méthode : 30 %\n- Moyens : 30 %',
      'list : Prix 40 % (Au regard du détail estimatif) ; Technique 60 % [Méthode 30 % ; Moyens 30 %]',
    ],
    [
      '- 1 – Prix : 40 %\n- 2 – Technique : 60 %\n- 2.1 Méthode : 35 %\n- 2.2 Moyens : 20 %',
      'list : Prix 40 % ; Technique 60 % [Méthode 35 % ; Moyens 20 %]',
    ],
    [
      'Critère 1 : Prix (40 %)\nLe prix est jugé au vu du DQE.\nCritère 2 : Technique appréciée\nsur le mémoire (60 %)\nSous-critère 1 : méthode (30 %)\nSous-critère 2 : moyens (20 %)',
      'lines : Prix 40 % (Le prix est jugé au vu du DQE. / est jugé au vu du DQE) ; Technique 60 % [méthode 30 % ; moyens 20 %] (appréciée sur le mémoire)',
    ],
    // All are criteria, or one of them was not weighed.
    ['- Prix : 40 %\n- Technique : 30 %\n- Méthode : 30 %', 'list : Prix 40 % ; Technique 30 % ; Méthode 30 %'],
    ['- Prix : 40 %\n- Délai\n- Technique : 30 %', 'list : Prix 40 % ; Délai ; Technique 30 %'],
    ['- 1.4 Prix : 40 %\n- 1.5 Technique : 60 %', 'list : Prix 40 % ; Technique 60 %'],
  );
});

describe('a list announced as one of criteria and their sub-criteria', () => {
  const PARTS = 'list : Prix 70 % ; Qualité 30 % [soin 20 % ; délai 10 %]';
  describe('is one of criteria, its parts in their brackets or after them', () => {
    reads(
      '### 7.2 Lot 5\n\nLes critères et sous-critères sont pondérés comme suit :\n\n',
      ['- Prix : 70 % ;\n- Qualité : 30 % (soin 20 %, délai 10 %).', `lots 5 ${PARTS} (soin 20 %, délai 10 %)`],
      [
        '- Prix : 70 % ;\n- Qualité : 30 %, soit soin (20 %), délai (10 %).',
        `lots 5 ${PARTS} (soit soin (20 %), délai (10 %))`,
      ],
    );
    reads('### Choix des offres\n\nLes critères et leurs sous-critères sont :\n\n', [
      '- Prix : 70 %\n- Qualité (30 %), dont soin (20 %), délai (10 %)',
      `${PARTS} (dont soin (20 %), délai (10 %))`,
    ]);
  });
  describe('is none where sub-criteria alone are', () => {
    reads('### 7.2 Lot 5\n\nLes sous-critères sont pondérés comme suit :\n\n', ['- Soin : 20 %\n- Délai : 10 %']);
  });
});
