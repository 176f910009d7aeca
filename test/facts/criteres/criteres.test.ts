import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import type { Critere, Grille } from '../../../rules/facts/criteres/arbre.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';

const AWARD = '# Règlement de la consultation\n\n## Article 6 – Jugement des offres\n\n';

const read = (text: string, head = AWARD) => {
  const piece = openConsultation([{ path: 'rc.md', text: `${head}${text}\n` }], { date: '2026-12-01' }).pieces[0];
  assert.ok(piece);
  return { piece, fact: piece.ask(criteres) };
};

const UNITS = { percent: '%', points: ' points', bare: '', coefficient: ' coef' } as const;

/** « prix 60% ; technique 40% [méthode 20% ; moyens 20%] ». */
const tree = (list: readonly Critere[]): string =>
  list
    .map((c) => {
      const { weight } = c;
      const value =
        weight && `${weight.value}${weight.upper === undefined ? '' : `..${weight.upper}`}${UNITS[weight.unit]}`;
      const parts = c.children.length > 0 ? ` [${tree(c.children)}]` : '';
      return `${c.folded} ${value ?? (c.hole ? 'à remplir' : '-')}${parts}`;
    })
    .join(' ; ');

const line = (g: Grille): string =>
  `${g.lots.length > 0 ? `lots ${g.lots.join(',')} : ` : ''}${g.single ? 'seul : ' : ''}${g.ranked ? 'classés : ' : ''}${tree(g.criteria)}`;

const gives = (sentence: string, text: string, ...expected: string[]) =>
  it(sentence, () => assert.deepEqual(read(text).fact.grilles.map(line), expected));

describe('award criteria are read', () => {
  describe('in tables', () => {
    gives(
      'of two columns',
      '| Critère | Pondération |\n|---|---|\n| Prix | 60 % |\n| Valeur technique | 40 % |',
      'prix 60% ; valeur technique 40%',
    );
    gives(
      'whose header is the first criterion',
      '| Prix | 60 % |\n|---|---|\n| Qualité | 40 % |',
      'prix 60% ; qualite 40%',
    );
    gives(
      'with sub-criteria in rows that go on from the one above',
      '| Critères | Sous-critères | Pondération |\n|---|---|---|\n| Valeur technique (60 %) | Méthode | 30 % |\n| | Moyens | 30 % |\n| Prix | | 40 % |',
      'valeur technique 60% [methode 30% ; moyens 30%] ; prix 40%',
    );
    gives(
      'with a column of weights for each level',
      '| Critères | Sous-critères | Points sous-critères | Points critères |\n|---|---|---|---|\n| Valeur technique | Méthode | 20 | 60 |\n| | Moyens | 40 | |\n| Prix | DQE | 40 | 40 |',
      'valeur technique 60 points [methode 20 points ; moyens 40 points] ; prix 40 points [dqe 40 points]',
    );
    gives(
      'with sub-criteria after « dont », in one cell',
      '| Critère | Poids |\n|---|---|\n| Technique, dont : méthode (20 %), moyens (25 %) | 45 % |\n| Prix | 55 % |',
      'technique 45% [methode 20% ; moyens 25%] ; prix 55%',
    );
    gives(
      'with sub-criteria that only bold rows or arithmetic tell apart',
      '| Critère | Poids |\n|---|---|\n| Valeur technique | 60 |\n| Méthode | 35 |\n| Moyens | 25 |\n| Prix | 40 |',
      'valeur technique 60 [methode 35 ; moyens 25] ; prix 40',
    );
    gives(
      'with a column for each lot, a criterion left empty being none of that lot',
      '| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Technique | 40 % | 30 % |\n| Environnement | | 20 % |',
      'lots 1 : prix 60% ; technique 40%',
      'lots 2 : prix 50% ; technique 30% ; environnement 20%',
    );
    gives(
      'in coefficients',
      '| Critère | Coefficient |\n|---|---|\n| Prix | 3 |\n| Qualité | 2 |',
      'prix 3 coef ; qualite 2 coef',
    );
    gives(
      'and a second table that names its criterion goes under it',
      '| Critère | Poids |\n|---|---|\n| Valeur technique | 60 % |\n| Prix | 40 % |\n\n| Sous-critère de la valeur technique | Points |\n|---|---|\n| Méthode | 70 |\n| Planning | 30 |',
      'valeur technique 60% [methode 70 points ; planning 30 points] ; prix 40%',
    );
  });

  describe('in lists, lines and headings', () => {
    gives(
      'with weights before or after the name, glued or not',
      '- Proposition créative : 40 %\n- 30% : prix\n- Délai de livraison (20 %)\n- Démarche d’éco-conception 10%',
      "proposition creative 40% ; prix 30% ; delai de livraison 20% ; demarche d'eco-conception 10%",
    );
    gives(
      'with nested lists',
      'Les critères sont les suivants :\n\n- Valeur technique (60 %) :\n  - méthode : 40 %\n  - moyens : 20 %\n- Prix (40 %)',
      'valeur technique 60% [methode 40% ; moyens 20%] ; prix 40%',
    );
    gives(
      'with weights left to fill',
      'Critères :\n\n- XX % pour le prix\n- [à compléter] % pour la technique',
      'prix à remplir ; technique à remplir',
    );
    gives(
      'with bare numbers that make a hundred',
      '1. Prix des prestations 60\n2. Valeur technique 40',
      'prix des prestations 60 ; valeur technique 40',
    );
    gives(
      'in capital headings, each with its own list',
      '### CRITERE 1 : VALEUR TECHNIQUE (70 % DE LA NOTE GLOBALE)\n\n- méthode : 40 points\n- moyens : 60 points\n\n### CRITERE 2 : PRIX (30 % DE LA NOTE GLOBALE)\n\nDPGF.',
      'valeur technique 70% [methode 40 points ; moyens 60 points] ; prix 30%',
    );
    gives(
      'with an article for each criterion',
      '### 6.1 Prix\n\nCe critère sera noté sur 40 points.\n\n### 6.2 Valeur technique\n\nCe critère sera noté sur 60 points.',
      'prix 40 points ; valeur technique 60 points',
    );
    gives(
      'in lettered paragraphs, by order of importance',
      'Les critères ci-après sont classés par ordre décroissant d’importance :\n\na) la qualité de l’offre, jugée sur la note ;\n\nb) le prix ;\n\nc) le délai.',
      "classés : qualite de l'offre - ; prix - ; delai -",
    );
    gives(
      'as ranges',
      'Prix des prestations (pondération comprise entre 50 et 80%)\n\nQualité des prestations (pondération comprise entre 20 et 50%)',
      'prix des prestations 50..80% ; qualite des prestations 20..50%',
    );
    gives(
      'a scale of marks inside an item being no sub-criterion',
      '- Prix : 90 points\n- Délai : 10 points si la livraison a lieu sous deux jours, 5 points sous quatre jours, 0 au-delà',
      'prix 90 points ; delai 10 points',
    );
  });

  describe('in sentences', () => {
    it('that announce one alone, by the name that follows', () => {
      for (const [text, expected] of [
        ['Les offres sont jugées selon le critère unique suivant :\n\n- Prix : 100 %', 'seul : prix 100%'],
        ['Le critère unique est le suivant :\n\n- Coût global : 100 %', 'seul : cout global 100%'],
        ['Le critère unique ci-après est retenu :\n\n- le prix', 'seul : prix -'],
        ['Les offres sont jugées au regard du seul critère suivant :\n\n- Prix', 'seul : prix -'],
        ['Les offres sont jugées selon le critère unique suivant :\n\nPrix : 100 %', 'seul : prix 100%'],
        ['L’unique critère est le suivant :\n\n| Critère | Poids |\n|---|---|\n| Prix | 100 % |', 'seul : prix 100%'],
        ['Les offres sont jugées selon le critère unique suivant : le prix.', 'seul : prix -'],
        ['Le critère unique suivant est retenu : le coût global.', 'seul : cout global -'],
        ['Le critère unique ci-dessous est le prix.', 'seul : prix -'],
      ])
        assert.deepEqual(read(text as string).fact.grilles.map(line), [expected], text);
      assert.deepEqual(read('Le critère unique est le suivant :\n\nLes plis sont ouverts en séance.').fact.grilles, []);
    });
    gives(
      'with weights in brackets',
      'Les offres sont jugées sur le prix (60 %) et la qualité (40 %).',
      'prix 60% ; qualite 40%',
    );
    gives('with weights first', '60 % pour le prix et 40 % pour la qualité.', 'prix 60% ; qualite 40%');
    gives(
      'in words',
      'L’offre est appréciée au regard du prix, pour soixante pour cent, et de la qualité technique, pour quarante pour cent.',
      'prix 60% ; qualite technique 40%',
    );
    gives(
      'with more in the brackets than the weight',
      'Les offres sont jugées selon les critères suivants : prix (50 %, sur la base du devis), qualité (50 %, organisation et suivi).',
      'prix 50% ; qualite 50%',
    );
    gives(
      'one for each criterion',
      'La valeur technique compte pour 60 % de la note. Le prix compte pour 40 %.',
      'valeur technique 60% ; prix 40%',
    );
    gives(
      'glued by a converter',
      '1-Prix des prestations60.0 % 2-Valeur technique40.0 %',
      'prix des prestations 60% ; valeur technique 40%',
    );
    gives(
      'numbered, without weights',
      'Le marché est attribué selon les critères suivants : 1) délai ; 2) prix.',
      'delai - ; prix -',
    );
    gives('at equal parts', 'Le choix se fait à parts égales entre le prix et la qualité.', 'prix 50% ; qualite 50%');
    gives(
      'lot by lot',
      '### Lot 1\n\nPrix (60 %), qualité (40 %).\n\n### Lot 2\n\nSeul le prix compte.',
      'lots 1 : prix 60% ; qualite 40%',
      'lots 2 : seul : prix -',
    );
    for (const text of [
      'Seul le prix est pris en compte.',
      'Le critère unique d’attribution est le prix.',
      'Le prix est le seul critère d’attribution.',
      'Les offres sont classées uniquement en fonction du prix.',
      'L’offre est jugée sur son seul prix.',
      'Le critère d’attribution est le prix.',
    ])
      it(`that leave one criterion: ${text}`, () => {
        const [only, ...others] = read(text).fact.grilles;
        assert.equal(others.length, 0);
        assert.equal(only?.single, true);
        assert.deepEqual(only?.criteria[0]?.subjects, ['prix']);
      });
  });

  it('once, when the text after a table repeats its weights', () => {
    const { fact } = read(
      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Qualité | 40 % |\n\nLe prix (60 %) est noté sur la base du devis. La qualité (40 %) est appréciée sur échantillon.',
    );
    assert.deepEqual(fact.grilles.map(line), ['prix 60% ; qualite 40%']);
    assert.ok(fact.grilles[0]?.criteria[1]?.definition.some((d) => d.folded.includes('echantillon')));
  });

  it('with the place of each name and weight', () => {
    const { piece, fact } = read('- Prix : 60 %\n- **Qualité** : 40 %');
    const quality = fact.grilles[0]?.criteria[1];
    const words = (at: { start: number; end: number } | undefined) => at && piece.draft.text.slice(at.start, at.end);
    assert.equal(words(quality?.at), 'Qualité');
    assert.equal(words(quality?.weight?.at), '40 %');
  });
});

describe('award criteria are not read', () => {
  const silent = (sentence: string, text: string, head = AWARD) =>
    it(sentence, () => assert.deepEqual(read(text, head).fact.grilles.map(line), []));

  silent(
    'where candidates are chosen',
    '## Sélection des candidatures\n\nLes candidatures sont classées selon les critères suivants :\n\n- moyens : 60 points\n- références : 40 points',
    '# RC\n\n',
  );
  silent(
    'in the rungs of a scale',
    '| Note | Appréciation |\n|---|---|\n| 0 | Non répondu |\n| 10 | Très satisfaisant |',
  );
  silent(
    'in penalties',
    '## Pénalités\n\n| Critère | Montant |\n|---|---|\n| Retard | 5 % |\n| Absence de rapport | 3 % |',
    '# RC\n\n',
  );
  silent(
    'in what the offer must hold',
    '## Contenu de l’offre\n\nLe mémoire comprend :\n\n- la méthode (10 points au plus) ;\n- le planning (5 points au plus).',
    '# RC\n\n',
  );
  silent(
    'in rates of advances and retentions',
    '## Prix\n\nL’avance est de 20 % ; la retenue de garantie est de 5 %.',
    '# RC\n\n',
  );
  silent('when nothing is said but the best offer', 'L’acheteur retient l’offre économiquement la plus avantageuse.');
  silent(
    'where a low price only earns the best mark',
    'L’offre dont le prix est le plus bas obtient la note maximale.',
  );
});

describe('what else the fact tells', () => {
  it('says where the criteria are, when they are in another document', () => {
    const { fact } = read('Les critères d’attribution figurent dans l’avis d’appel à la concurrence.');
    assert.ok(fact.referred);
    assert.deepEqual(fact.grilles, []);
  });

  it('says when weighting is declared impossible', () => {
    const { fact } = read(
      'La pondération est objectivement impossible. Les critères sont, par ordre décroissant d’importance : la qualité, le prix.',
    );
    assert.ok(fact.grilles[0]?.unweighable);
    assert.equal(fact.grilles[0]?.ranked, true);
  });

  it('reads the weight that a CCTP recalls', () => {
    const { fact } = read(
      'Il est rappelé que la valeur technique compte pour 55 % dans le jugement des offres.',
      '# CCTP\n\n',
    );
    assert.deepEqual(
      fact.mentions.map((c) => [c.folded, c.weight?.value]),
      [['valeur technique', 55]],
    );
  });

  it('shows the tree', () => {
    const { piece, fact } = read('- Prix : 60 %\n- Qualité : 40 %');
    assert.deepEqual(criteres.show(fact, piece), [
      {
        forme: 'list',
        criteres: [
          { nom: 'Prix', poids: '60 %', sujets: ['prix'] },
          { nom: 'Qualité', poids: '40 %', sujets: ['qualite'] },
        ],
      },
    ]);
  });
});
