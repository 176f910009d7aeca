import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { procedure } from '../../../rules/facts/procedure/index.ts';
import { lonePhases } from '../../../rules/facts/recherche/phases.ts';
import {
  missesBothConditions,
  type RechercheSignal,
  recherche,
  reliesOnExclusion,
  rightlyExcluded,
} from '../../../rules/facts/recherche/recherche.ts';
import { suites } from '../../../rules/facts/recherche/suites.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string, ...others: string[]): Piece => {
  const names = ['cctp.md', 'ccap.md', 'rc.md'];
  const [piece] = openConsultation(
    [text, ...others].map((t, i) => ({ path: names[i] as string, text: t })),
    { date: '2026-12-01' },
  ).pieces;
  assert.ok(piece);
  return piece;
};
const has = (text: string, signal: RechercheSignal) =>
  open(text)
    .ask(recherche)
    .found.some((f) => f.signal === signal);

describe('the exclusion of research and development', () => {
  const RELIED = [
    "Le contrat est conclu sur le fondement du 2° de l'article L. 2512-5 du code de la commande publique.",
    'Marché de services de R&D exclu du code (art. L.2512-5, 2°).',
    "En application de l'article 14, 3° de l'ordonnance n° 2015-899, le présent contrat n'est pas soumis à l'ordonnance.",
    "Les services de recherche et de développement en cause n'entrent pas dans le champ d'application du code de la commande publique.",
    'Les travaux de recherche et développement échappent aux règles de la commande publique.',
    "S'agissant de services de recherche et développement, l'article L2512-5 s'applique.",
    "Il n'est pas fait application des règles du code, le marché relevant du 2° de l'article L. 2512-5.",
    'Services de recherche et développement : le code de la commande publique ne joue pas (article L. 2512-5, 2°).',
    "Le syndicat recourt au 2° de l'article L. 2512-5 sans pour autant renoncer à toute publicité.",
    "Le marché est conclu sans mise en concurrence en application du 2° de l'article L. 2512-5.",
  ];
  const NOT = [
    "Le présent marché ne relève pas de l'exclusion du 2° de l'article L. 2512-5.",
    "Les services juridiques sont exclus du code par l'article L. 2512-5.",
    'Le candidat décrit ses capacités de recherche et développement. Les offres exclues du code couleur sont signalées.',
    'Le marché de recherche et développement est passé en appel d’offres ouvert selon le code de la commande publique.',
  ];
  const DECLINED = [
    "Le syndicat n'entend pas pour autant se placer hors du code au titre du 2° de l'article L. 2512-5.",
    "Il n'est pas fait usage du 2° de l'article L. 2512-5.",
    "Le syndicat n'invoque pas le 2° de l'article L. 2512-5.",
    "L'exclusion prévue au 2° de l'article L. 2512-5 est écartée.",
    "Malgré sa part de recherche et développement, le marché n'échappe pas au code (article L. 2512-5).",
    'Le marché de recherche et développement demeure soumis au code ; il est étranger à l’article L. 2512-5.',
    'Il est rappelé, sans que cette clause ait pour effet de s’en prévaloir, que l’article L. 2512-5 (2°) soustrait au code certains services de recherche et développement.',
    'L’acheteur connaît l’exclusion du 2° de l’article L. 2512-5 ; il ne s’en prévaut pas.',
    'L’exclusion du 2° de l’article L. 2512-5 est ici sans objet, les exemplaires issus de la recherche étant achetés.',
    'La dispense du 2° de l’article L. 2512-5 reste étrangère à la présente consultation.',
  ];
  for (const text of RELIED) it(`is relied on: ${text}`, () => assert.ok(reliesOnExclusion(open(text))));
  for (const text of NOT) it(`is not relied on: ${text}`, () => assert.ok(!reliesOnExclusion(open(text))));
  for (const text of DECLINED)
    it(`is declined, and no procedure: ${text}`, () => {
      const piece = open(text);
      assert.ok(!reliesOnExclusion(piece));
      assert.notEqual(piece.ask(procedure).name, 'recherche-developpement');
    });
});

describe('who pays for the research', () => {
  const WHOLE = [
    "L'acheteur finance l'intégralité du programme.",
    'Le programme est financé en totalité par la caisse.',
    'La région prend à sa charge 100 % des dépenses.',
    "L'Institut supporte seul le coût des travaux, sans cofinancement.",
    "Le financement intégral des travaux est assuré par l'Urssaf.",
  ];
  const PART = [
    "L'acheteur ne finance que partiellement le programme.",
    "L'acheteur finance 70 % du coût du programme.",
    "La participation de l'acheteur est limitée à 50 % des dépenses du projet.",
    'Le laboratoire apporte le complément de financement.',
    'Les travaux sont cofinancés.',
    "L'acheteur finance le programme à hauteur de 60 %.",
  ];
  for (const text of WHOLE)
    it(`the buyer, in whole: ${text}`, () => assert.ok(has(text, 'finance-tout') && !has(text, 'finance-partie')));
  for (const text of PART)
    it(`in part: ${text}`, () => assert.ok(has(text, 'finance-partie') && !has(text, 'finance-tout')));
  it('an advance of 30 % or a balance is no share of the funding', () => {
    for (const text of [
      'Une avance de 30 % est payée à la notification du programme.',
      'Le solde de 20 % est payé à la remise du rapport.',
    ])
      assert.ok(!has(text, 'finance-partie') && !has(text, 'finance-tout'), text);
  });
});

describe('who owns the results', () => {
  const BUYER = [
    "Les résultats sont la propriété exclusive de l'acheteur.",
    'L’acheteur est seul propriétaire des résultats.',
    "Les résultats appartiennent à l'acheteur.",
    "Le laboratoire cède à titre exclusif à l'acheteur l'ensemble des droits sur les résultats.",
    'La caisse acquiert la pleine propriété des résultats.',
    'Tous les résultats deviennent, dès leur réalisation, propriété du CHU.',
  ];
  const SHARED = [
    "L'acheteur n'acquiert pas la propriété exclusive des résultats.",
    "Les résultats appartiennent à l'équipe qui les a obtenus.",
    'Les résultats sont détenus en copropriété par les parties.',
    "Le titulaire conserve la propriété de ses résultats et concède une licence à l'acheteur.",
    "Une licence non exclusive sur les résultats est accordée à l'acheteur.",
    'Les brevets restent la propriété du laboratoire.',
  ];
  for (const text of BUYER)
    it(`the buyer alone: ${text}`, () =>
      assert.ok(has(text, 'resultats-acheteur') && !has(text, 'resultats-partages')));
  for (const text of SHARED)
    it(`not the buyer alone: ${text}`, () =>
      assert.ok(has(text, 'resultats-partages') && !has(text, 'resultats-acheteur')));
});

describe('rightly excluded', () => {
  const relies = "Les prestations sont exclues du code par le 2° de l'article L. 2512-5.";
  it('when one condition is met in any piece', () => {
    assert.ok(rightlyExcluded(open(relies, '# CCAP\n\nLe titulaire finance 40 % du programme.')));
    assert.ok(!missesBothConditions(open(relies, "# CCAP\n\nL'acheteur finance tout le programme en totalité.")));
  });
  it('not when the buyer pays all and owns all, nor when nothing is relied on', () => {
    const ccap = "# CCAP\n\nL'acheteur finance la totalité du programme. Il est seul propriétaire des résultats.";
    assert.ok(!rightlyExcluded(open(relies, ccap)));
    assert.ok(!rightlyExcluded(open('Le marché est passé en procédure adaptée.', ccap)));
  });
});

describe('phases and outcome', () => {
  const LONE = [
    'À l’issue de la phase 1, une seule entreprise est sélectionnée pour la phase 2.',
    'Seule l’équipe classée première accède à la phase 3 : une seule équipe reste en lice.',
    'La phase 3 est menée par un titulaire unique, retenu au vu des prototypes.',
    'Le laboratoire le mieux classé réalise seul les essais de la dernière phase.',
  ];
  const SEVERAL = [
    'Trois équipes sont retenues pour la phase 2, deux pour la phase 3.',
    'Une équipe se présente seule ou en groupement ; deux équipes sont retenues pour la phase finale.',
    'Il ne peut rester une seule entreprise dans la dernière phase.',
    'Chaque entreprise mène seule les essais de la phase 2.',
  ];
  for (const text of LONE) it(`one firm: ${text}`, () => assert.equal(open(text).ask(lonePhases).length, 1));
  for (const text of SEVERAL) it(`several: ${text}`, () => assert.equal(open(text).ask(lonePhases).length, 0));

  const PROMISED = [
    "L'entreprise retenue à l'issue de la phase 3 se verra attribuer le marché de fourniture.",
    "L'acheteur s'engage à commander au titulaire 300 unités du produit fini.",
    'Le titulaire est assuré de la commande de la première série.',
    "L'opérateur ayant mené la dernière étape bénéficiera de l'exclusivité des commandes passées par le CHU.",
    "Au terme du programme, le marché de déploiement est conclu de gré à gré avec l'équipe lauréate.",
  ];
  const FREE = [
    "L'acheteur ne s'engage à aucune commande auprès du titulaire.",
    'Le déploiement fera l’objet d’un marché distinct, mis en concurrence.',
    "L'acheteur attribue au titulaire la phase 2 si les résultats de la phase 1 sont probants.",
    'La participation au programme n’ouvre aucun droit au marché de fourniture.',
    'Le titulaire remet son rapport à l’issue de la phase 3.',
  ];
  for (const text of PROMISED) it(`promised: ${text}`, () => assert.equal(open(text).ask(suites).length, 1));
  for (const text of FREE) it(`not promised: ${text}`, () => assert.equal(open(text).ask(suites).length, 0));
});
