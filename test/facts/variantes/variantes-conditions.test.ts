import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { conditionsVariantes } from '../../../rules/facts/variantes/conditions.ts';

const open = (text: string, others: Readonly<Record<string, string>> = {}) => {
  const files = [{ path: 'rc.md', text }, ...Object.entries(others).map(([path, t]) => ({ path, text: t }))];
  const [piece] = openConsultation(files, { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
/** « exigences, criteres » */
const stated = (text: string, others?: Readonly<Record<string, string>>) => {
  const { exigencesLots: _, ...found } = open(`# RC\n\n${text}\n`, others).ask(conditionsVariantes);
  return Object.entries(found)
    .flatMap(([name, at]) => (at ? [name] : []))
    .join(', ');
};

type Case = readonly [text: string, expected: string];
const each = (cases: readonly Case[]) => {
  for (const [text, expected] of cases) it(text, () => assert.equal(stated(text), expected));
};

describe('the requirements that variants must meet', () => {
  each([
    ['Les variantes respectent les exigences minimales suivantes : 40 places au moins.', 'exigences'],
    ['Les variantes respectent les exigences minimales suivantes :\n\n- 40 places.', 'exigences'],
    [
      'Les variantes respectent les exigences minimales suivantes\n\n| Exigence | Valeur |\n|---|---|\n| Places | 40 |',
      'exigences',
    ],
    ['Les variantes respectent a minima 40 places assises.', 'exigences'],
    ['Les variantes doivent au minimum offrir deux clés.', 'exigences'],
    ['LES VARIANTES DOIVENT A MINIMA GARANTIR L’ETANCHEITE.', 'exigences'],
    ['Les variantes respectent les normes en vigueur.', 'exigences'],
    ['Les variantes ne peuvent modifier l’emprise du bâtiment.', 'exigences'],
    ['Les variantes ne doivent en rien déroger au calendrier.', 'exigences'],
    ['La performance des variantes est au moins égale à celle de la solution de base.', 'exigences'],
    ['Toute variante satisfait aux prescriptions techniques du dossier.', 'exigences'],
    ['Les variantes atteignent un rendement de 92 % : atteindre 92 % est exigé.', 'exigences'],
    ['## Variantes\n\n- respect de la norme NF EN 1176 ;', 'exigences'],
    ['## Variantes\n\n| Point | Exigence minimale |\n|---|---|\n| Poids | au minimum 3 kg |', 'exigences'],
    ['Les variantes respectent les exigences minimales suivantes :\n\nPoids de trois kilogrammes.', 'exigences'],
    ['Les variantes respectent les exigences minimales\n\n- bois massif ;\n- vernis.', 'exigences'],
    ['Les variantes respectent les exigences minimales : bois massif.', 'exigences'],
    ['Les variantes respectent les 12 points du dossier.', 'exigences'],
    // only promised, refused or put off
    ['Les variantes respectent le dossier.', ''],
    [
      'Les variantes respectent les exigences minimales.\n\n## Prix\n\n| Lot | Prix |\n|---|---|\n| Bancs | ferme |',
      '',
    ],
    ['Les variantes respectent les exigences minimales.', ''],
    ['Les variantes doivent a minima être conformes.', ''],
    ['Les variantes respectent le règlement des échéances.', 'exigences'],
    ['Aucune exigence minimale n’est fixée pour les variantes.', ''],
    ['Les variantes sont admises sans condition minimale de performance.', ''],
    ['Les exigences minimales des variantes seront précisées ultérieurement : performances, délais.', ''],
    // of another thing
    ['Les offres respectent les exigences minimales suivantes : 40 places au moins.', ''],
  ]);

  it('are those of a section of their own, when it holds some', () => {
    const variantes = '## Variantes\n\nElles sont admises.';
    assert.equal(stated(`## Exigences minimales\n\nPoids de 3 kg.\n\n${variantes}`), 'exigences');
    assert.equal(stated(`## Caractéristiques techniques intangibles\n\nPoids de 3 kg.\n\n${variantes}`), 'exigences');
    assert.equal(stated(`## Exigences minimales\n\nÀ définir.\n\n${variantes}`), '');
    assert.equal(stated(`## Exigences minimales\n\nPoids indicatif : 3 kg.\n\n${variantes}`), '');
    assert.equal(stated(`## Exigences minimales\n\n${variantes}`), '');
    assert.equal(stated(`## Exigences\n\nPoids de 3 kg.\n\n${variantes}`), '');
  });

  it('are in the article, the annex or the piece that the sentence names, if it is there', () => {
    const article = 'Les variantes respectent les exigences minimales de l’article 4.';
    assert.equal(stated(`## 4. Performances\n\nPoids de 3 kg.\n\n## 5. Variantes\n\n${article}`), 'exigences');
    assert.equal(stated(`## 3. Performances\n\nPoids de 3 kg.\n\n## 5. Variantes\n\n${article}`), '');
    assert.equal(stated('Les variantes respectent les exigences minimales de l’annexe 2.'), 'exigences');
    assert.equal(stated('Les variantes respectent les exigences minimales du chapitre IV.'), 'exigences');
    for (const law of [
      '(article R. 2151-10 du code)',
      'de l’article R2151-10',
      'au sens de l’article L. 2152',
      'des articles R.2151-8 et suivants',
    ])
      assert.equal(stated(`Les variantes respectent les exigences minimales ${law}.`), '', law);

    const cctp = 'Les variantes respectent les exigences minimales du CCTP.';
    assert.equal(stated(cctp), 'exigences', 'a piece that is not there to be read');
    assert.equal(stated(cctp, { 'cctp.md': '# CCTP\n\nBancs en bois.\n' }), '');
    assert.equal(stated(cctp, { 'cctp.md': '# CCTP\n\nLe banc porte au minimum 300 kg.\n' }), 'exigences');
    assert.equal(stated(cctp, { 'cctp.md': '# CCTP\n\n## Exigences fonctionnelles\n\nAssise.\n' }), 'exigences');
    const dashed = 'Les variantes respectent les exigences minimales de l’article 4-2 du CCTP.';
    assert.equal(stated(dashed, { 'cctp.md': '# CCTP\n\n## 4. Bancs\n\n### 4.2 Assise\n\nBois.\n' }), 'exigences');
    assert.equal(stated(dashed, { 'cctp.md': '# CCTP\n\n## 4. Bancs\n\n### 4.1 Assise\n\nBois.\n' }), '');
    const roman = 'Les variantes respectent les exigences minimales du chapitre IV du CCTP.';
    assert.equal(stated(roman, { 'cctp.md': '# CCTP\n\nBancs en bois.\n' }), 'exigences');
    for (const [name, title] of [
      ['du CCAP', 'CCAP'],
      ['de l’acte d’engagement', 'Acte d’engagement'],
      ['du programme fonctionnel', 'Programme fonctionnel'],
    ] as const) {
      const words = `Les variantes respectent les exigences minimales ${name}.`;
      assert.equal(stated(words, { 'a.md': `# ${title}\n\nBancs en bois.\n` }), '', name);
      assert.equal(stated(words, { 'a.md': `# ${title}\n\nPoids : 3 kg au minimum.\n` }), 'exigences', name);
    }
    const here = 'Les variantes respectent les exigences minimales du présent règlement de la consultation.';
    assert.equal(stated(here), 'exigences');
  });
});

describe('how variants are judged', () => {
  each([
    [
      'Les variantes sont admises. Elles sont notées avec les offres de base, selon la grille de l’article 9.',
      'criteres',
    ],
    ['Les variantes sont jugées selon les critères du présent règlement.', 'criteres'],
    ['Les variantes sont jugées comme une offre de base.', 'criteres'],
    ['Les offres de base et les variantes sont classées ensemble.', 'criteres'],
    ['Les critères s’appliquent aux variantes.', 'criteres'],
    ['La notation des variantes suit le barème des offres.', 'criteres'],
    ['Les variantes sont classées.', ''],
    ['Les critères sont annexés. Les variantes sont admises.', ''],
    ['Les offres sont jugées selon les mêmes critères.', ''],
  ]);
});

describe('what the candidate says of the gains of a variant', () => {
  each([
    ['Le candidat justifie les gains de sa variante.', 'justification'],
    ['Les avantages de chaque variante sont présentés en un bilan chiffré.', 'justification'],
    ['La plus-value de la variante est démontrée par le soumissionnaire.', 'justification'],
    ['Le candidat présente sa variante.', ''],
    ['Les gains de la variante sont appréciés.', ''],
  ]);
});

describe('what variants may bear on', () => {
  each([
    ['Deux variantes sont admises. Elles ne portent que sur le conditionnement.', 'elements'],
    ['Les variantes portent sur le mode de chauffage.', 'elements'],
    ['Les variantes sont autorisées sur la toiture.', 'elements'],
    ['Le candidat propose à titre de variante une toiture végétalisée.', 'elements'],
    ['Le candidat chiffre, en variante, des menuiseries en bois.', 'elements'],
    ['Les variantes sont limitées au poste 3.', 'elements'],
    ['Une variante peut concerner le revêtement.', 'elements'],
    ['Les variantes portent sur les critères d’attribution.', ''],
    ['Les variantes sont autorisées sur le lot 2.', ''],
    ['Les variantes sont autorisées sur l’ensemble du marché.', ''],
    ['Les variantes sont autorisées.', ''],
  ]);
});

describe('the secret of variants', () => {
  each([
    ['Les variantes restent confidentielles.', 'confidentialite'],
    ['Les variantes sont tenues secrètes.', 'confidentialite'],
    ['L’acheteur ne divulgue pas les variantes des candidats.', 'confidentialite'],
    ['Les idées des variantes ne seront pas communiquées aux autres candidats.', 'confidentialite'],
    ['Les variantes sont communiquées aux autres candidats.', ''],
    ['Le candidat ne divulgue pas les données de l’acheteur dans sa variante.', ''],
    ['Le titulaire garde le secret sur la variante retenue.', ''],
    ['Les candidatures restent confidentielles.', ''],
    ['## Variantes\n\nLes plans du site restent confidentiels.', ''],
  ]);
});

describe('the conditions of a piece', () => {
  it('are each the first sentence that states it', () => {
    const piece = open(
      '# RC\n\n## Variantes\n\nElles sont jugées selon les mêmes critères. Elles sont classées selon les mêmes critères.\n',
    );
    const { criteres, exigences } = piece.ask(conditionsVariantes);
    assert.ok(criteres);
    assert.equal(piece.draft.slice(criteres), 'Elles sont jugées selon les mêmes critères.');
    assert.equal(exigences, undefined);
  });

  it('are the title where a section states the requirements', () => {
    const piece = open('# RC\n\n## Exigences minimales\n\nPoids de 3 kg.\n\n## Variantes\n\nElles sont admises.\n');
    const { exigences } = piece.ask(conditionsVariantes);
    assert.ok(exigences);
    assert.equal(piece.draft.slice(exigences), 'Exigences minimales');
    const both = open(
      '# RC\n\n## Exigences minimales\n\nPoids de 3 kg.\n\n## Variantes\n\nElles respectent la norme NF EN 1176.\n',
    );
    const said = both.ask(conditionsVariantes).exigences;
    assert.ok(said);
    assert.equal(both.draft.slice(said), 'Elles respectent la norme NF EN 1176.');
  });

  it('are for the lots that their sentence or place names', () => {
    const lots = (text: string) => open(`# RC\n\n${text}\n`).ask(conditionsVariantes).exigencesLots;
    const said = 'les variantes respectent au minimum : 40 places.';
    assert.deepEqual(lots(`Pour le lot 2, ${said}`), [['2']]);
    assert.deepEqual(lots(`## Lot 3\n\nIci, ${said}`), [['3']]);
    assert.deepEqual(lots(`Ici, ${said}`), [[]]);
    assert.deepEqual(lots('Les variantes sont admises.'), []);
  });

  it('are shown by name, or not at all', () => {
    const show = (text: string) => {
      const piece = open(text);
      return conditionsVariantes.show(piece.ask(conditionsVariantes), piece);
    };
    assert.deepEqual(show('# RC\n\nLes variantes restent confidentielles.\n'), ['confidentialite']);
    assert.equal(show('# RC\n\nLes variantes sont admises.\n'), undefined);
  });
});
