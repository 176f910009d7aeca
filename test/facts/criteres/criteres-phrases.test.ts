import assert from 'node:assert/strict';
import { listenBy } from '../../../rules/reading/hear.ts';
import model from '../../../rules/reading/model/model.json' with { type: 'json' };
import type { ModelFile } from '../../../rules/reading/model.ts';
import { AWARD, criteriaIn, definitions, gives, grilles, readCriteres, silent, table } from './grilles.ts';

const RC = '# RC\n\n';

describe('a sentence that leaves one criterion', () => {
  const leaves = (text: string, name: string) => gives(text, text, `seul, sentence : ${name}`);
  for (const [text, name] of [
    ['Les offres sont jugées sur un seul critère : le prix.', 'prix'],
    ['Le marché est attribué sur un critère, celui du prix.', 'prix'],
    ['Les offres sont classées selon 1 critère (le coût).', 'coût'],
    ['Le critère d’attribution est le prix.', 'prix'],
    ['Le critère de jugement des offres est le tarif.', 'tarif'],
    ['Le critère retenu est celui du prix.', 'prix'],
    ['Le prix est le seul critère.', 'Le prix'],
    ['Le prix est le seul critère (100 %).', 'Le prix'],
    ['Le critère unique suivant est retenu : le prix (100 %).', 'prix'],
    ['Le prix des prestations constitue l’unique critère de jugement.', 'Le prix'],
    ['Le montant du devis reste le seul élément de choix.', 'Le montant'],
    ['Le critère d’attribution unique est le prix.', 'prix'],
    ['Critère unique : prix des fournitures.', 'prix des fournitures'],
    ['Le critère unique est indiqué plus loin.', 'critère unique'],
    ['Le critère unique retenu est celui du prix.', 'prix'],
    ['Le seul critère d’attribution est le coût global.', 'coût global'],
    ['L’unique critère de choix, le prix, est apprécié sur devis.', 'prix, est apprécié sur devis'],
    ['Seul le prix sera pris en compte.', 'prix'],
    ['Uniquement le tarif est examiné.', 'tarif'],
    ['Seule la valeur technique est jugée.', 'valeur technique'],
    ['Les offres sont jugées uniquement sur le prix.', 'prix'],
    ['Les propositions sont classées exclusivement selon le montant.', 'montant'],
    ['Les offres sont appréciées au regard du seul prix.', 'prix'],
    ['Le marché est attribué sur la base du prix uniquement.', 'prix'],
    ['Les offres sont évaluées sur le prix exclusivement.', 'prix'],
    ['Le marché est attribué au candidat qui propose le prix le plus bas.', 'prix le plus bas'],
    ['Le titulaire sera le candidat dont l’offre présente le moindre coût.', 'moindre coût'],
    ['Le marché est attribué au moins-disant.', 'moins-disant'],
    ['L’offre la moins chère est retenue.', 'moins chère'],
    ['LE MARCHE EST ATTRIBUE AU CANDIDAT LE MOINS-DISANT.', 'MOINS-DISANT'],
  ] as const)
    leaves(text, name);

  it('takes what follows as what the criterion is judged on', () => {
    assert.deepEqual(definitions('Le prix est le seul critère. Il est apprécié sur le devis. Le devis est détaillé.'), [
      'le prix : le prix est le seul critere., il est apprecie sur le devis., le devis est detaille.',
    ]);
    assert.deepEqual(definitions('Le marché est simple. Le prix est le seul critère.'), [
      'le prix : le prix est le seul critere.',
    ]);
  });
  it('points at its name, and at itself', () => {
    const { piece, fact } = readCriteres('Les offres sont jugées uniquement sur le prix. Le reste suit.');
    const [g] = fact.grilles;
    assert.deepEqual(
      [g?.at, g?.announce, g?.criteria[0]?.at].map((at) => at && piece.draft.slice(at)),
      ['Les offres sont jugées uniquement sur le prix.', 'Les offres sont jugées uniquement sur le prix.', 'prix'],
    );
  });
  it('may be of one lot, or of the contracts that follow', () => {
    assert.deepEqual(grilles('Pour le lot 2, seul le prix est pris en compte.'), ['lots 2, seul, sentence : prix']);
    assert.deepEqual(grilles('Les marchés subséquents sont attribués au regard du seul prix.'), [
      'seul, marchés subséquents, sentence : prix',
    ]);
  });

  for (const text of [
    'Le prix n’est pas le seul critère.',
    'Le prix ne constitue pas l’unique critère.',
    'Seul le prix en toutes lettres fait foi.',
    'Seul le prix du bordereau est facturé.',
    'En cas d’égalité, l’offre au prix le plus bas est retenue.',
    'L’offre au prix le plus bas obtient la note maximale.',
    'Le seul critère du prix (60 %) ne suffit pas.',
    'Les offres sont jugées uniquement sur le prix pour 60 %.',
    'Le prix le plus bas est noté par la formule suivante.',
    'Le critère unique suivant compte pour 60 % : le prix.',
    'Une offre anormalement basse au moindre prix est écartée.',
  ])
    silent(`is none: « ${text} »`, text);
  silent(
    'is none where candidates are chosen',
    'Le prix est le seul critère.',
    `${RC}## Sélection des candidatures\n\n`,
  );
  it('may be heard, in words that no expression knows', () => {
    assert.deepEqual(grilles('Le candidat le moins cher est reçu.'), ['seul, sentence : cher']);
    assert.deepEqual(grilles('À notes égales, le candidat le moins cher est reçu.'), []);
  });
  it('is one among candidates where it speaks of offers', () => {
    assert.deepEqual(grilles('Les offres sont jugées uniquement sur le prix.', `${RC}## Candidatures\n\n`), [
      'seul, sentence : prix',
    ]);
  });
});

describe('a sentence that lists criteria', () => {
  const BOTH = 'sentence : prix 60 % ; qualité 40 %';
  for (const text of [
    'Les offres sont jugées sur le prix (60 %) et la qualité (40 %).',
    'Les critères sont : prix 60 %, qualité 40 %.',
    'Les critères sont les suivants : 1) prix (60 %) 2) qualité (40 %).',
    'Critères de jugement des offres : prix : 60 % ; qualité : 40 %.',
    'Les offres sont notées selon 60 % pour le prix et 40 % pour la qualité.',
    'L’offre est choisie en tenant compte du prix à hauteur de 60 % et de la qualité à hauteur de 40 %.',
    'Les offres sont classées d’après le prix pour 60 %, la qualité pour 40 %.',
    '60 % pour le prix et 40 % pour la qualité.',
    'Critères d’attribution : a) prix (60 %), b) qualité (40 %).',
    'Sont pris en considération : prix (60 %), qualité (40 %).',
    'Les offres sont jugées à raison de 60 % pour le prix et 40 % pour la qualité.',
    'L’offre est choisie selon le prix (pour 60 %) ; la qualité (pour 40 %).',
    'Les critères du lot unique sont : le prix à hauteur de 60 %, la qualité à hauteur de 40 %.',
    'Le choix se fait en fonction du prix (60 % de la note), de la qualité (40 % de la note).',
  ])
    gives(text, text, BOTH);
  gives(
    'keeps brackets whole',
    'Les critères sont : prix (devis, bordereau) ; qualité (méthode ; moyens) ; délai.',
    'sentence : prix ; qualité ; délai',
  );
  gives(
    'in order of importance',
    'Les critères sont, par ordre décroissant d’importance, le prix, la qualité et le délai.',
    'ordre, sentence : prix ; qualité ; délai',
  );
  gives(
    'without weights, with « puis » and « enfin »',
    'Les critères de jugement des offres sont le prix, la qualité puis enfin le délai.',
    'sentence : prix ; qualité ; délai',
  );
  for (const text of [
    'Les critères sont : 1° le prix, 2° la qualité, 3° le délai.',
    'Les critères sont : 1 - prix, 2 - qualité, 3 - délai.',
    'La pondération n’étant pas possible, les critères sont le prix, la qualité et le délai.',
    'Les critères sont : a) prix b) qualité c) délai.',
    'Les offres sont jugées sur le prix et sur la qualité, puis sur le délai.',
    'Les critères de jugement retenus sont : le prix, la qualité et le délai.',
    'Les offres sont jugées selon les critères suivants : prix ; qualité ; et délai.',
    'Sont pris en compte, par ordre de citation, le prix, la qualité, le délai.',
  ])
    gives(text, text, 'sentence : prix ; qualité ; délai');
  gives(
    'in which one has no weight, where it calls them criteria',
    'Les critères sont le prix (60 %) et la qualité.',
    'sentence : prix 60 % ; qualité',
  );
  gives('alone, of names that are all known', 'Qualité (60 %), délai (40 %).', 'sentence : Qualité 60 % ; délai 40 %');
  gives(
    'that are not ranked',
    'Les critères, qui ne sont pas hiérarchisés, sont le prix (60 %) et la qualité (40 %).',
    BOTH,
  );
  gives(
    'with words that a criterion may end with',
    'Les critères sont le prix et la qualité de l’offre.',
    'sentence : prix ; qualité de l’offre',
  );
  gives(
    'with a cost for a price',
    'Les offres sont jugées sur le coût global, la qualité et le délai.',
    'sentence : coût global ; qualité ; délai',
  );
  gives('after the lot', 'Lot 2 : prix, qualité, délai.', 'lots 2, sentence : prix ; qualité ; délai');
  gives('alone, with a price', 'Prix (60 %), finition (40 %).', 'sentence : Prix 60 % ; finition 40 %');
  gives(
    'with a weight left to fill',
    'Les offres sont jugées selon les critères suivants : prix (XX %), qualité (XX %).',
    'sentence : prix … ; qualité …',
  );
  gives(
    'of one lot',
    'Pour le lot 2, les offres sont jugées sur le prix (60 %) et la qualité (40 %).',
    'lots 2, sentence : prix 60 % ; qualité 40 %',
  );
  gives(
    'of the contracts that follow',
    'Pour les marchés subséquents, les offres sont jugées sur le prix (60 %) et la qualité (40 %).',
    'marchés subséquents, sentence : prix 60 % ; qualité 40 %',
  );
  gives(
    'in an item that judges offers by itself',
    '- Les offres sont jugées sur le prix (60 %) et la qualité (40 %).',
    BOTH,
  );
  gives(
    'in the paragraph below the one that announces them',
    'Les critères d’attribution sont indiqués ci-dessous.\n\nPrix (60 %), qualité (40 %).',
    'sentence : Prix 60 % ; qualité 40 %',
  );
  gives('alone in the part on judging', 'Prix (60 %), qualité (40 %).', 'sentence : Prix 60 % ; qualité 40 %');

  for (const text of [
    'Les offres sont jugées en commission.',
    'Les offres sont jugées sur le prix (60 %) et la qualité.',
    'Finition (60 %), pose (40 %).',
    'Prix (50 %), qualité (30 %).',
    'Les critères sont indiqués au règlement, au cahier et à l’avis.',
    `Les critères sont le prix et ${'la tenue de la finition '.repeat(7)}.`,
    'Les offres sont jugées selon le calendrier, la commission et le quorum.',
    'Le prix et la qualité sont importants.',
    'Les critères sont le prix et ce que le candidat propose.',
    'Les offres ne sont pas jugées sur le prix (60 %) et la qualité (40 %).',
    'Les offres sont jugées selon le prix et la commission peut négocier.',
    'Les critères sont : offre la plus basse, délai.',
    'La note des PME est majorée : prix (60 %), qualité (40 %).',
    'L’avance est de 30 % et le solde de 70 %.',
    'Les critères de sélection des candidatures sont : moyens (60 %), références (40 %).',
    'Les sous-critères sont : méthode (60 %), moyens (40 %).',
    'La pondération étant impossible, les critères sont hiérarchisés.',
    'Le prix (60 %) est noté sur la base du devis.',
    'Le prix et la qualité ne sont pas des critères.',
    'Les offres sont examinées : [à compléter : poids].',
  ])
    silent(`is none: « ${text} »`, text);
  describe('by expressions alone', () => {
    before(() => listenBy(undefined));
    after(() => listenBy(model as unknown as ModelFile));
    it('may stand outside the part on judging, where it says it judges offers', () => {
      const head = `${RC}## Divers\n\n`;
      assert.deepEqual(grilles('Les offres sont jugées sur le prix (60 %) et la qualité (40 %).', head), [BOTH]);
      assert.deepEqual(grilles('Prix (60 %), qualité (40 %).', head), []);
      assert.deepEqual(grilles('Les critères sont ceux-ci.\n\nPrix (60 %), qualité (40 %).', head), [
        'sentence : Prix 60 % ; qualité 40 %',
      ]);
      assert.deepEqual(grilles('Les critères sont ceux-ci.\n\nVoici. Prix (60 %), qualité (40 %).', head), []);
      const long = 'Les critères sont ceux que le conseil a voulus'.padEnd(170, ', après débat');
      assert.deepEqual(grilles(`${long}.\n\nPrix (60 %), qualité (40 %).`, head), []);
      assert.deepEqual(grilles('Le comité est établi sur le prix, la qualité et le délai.', head), []);
      assert.deepEqual(
        grilles('Les critères de choix des candidats admis sont ceux-ci.\n\nPrix (60 %), qualité (40 %).', head),
        [],
      );
    });
  });
  it('may stand outside it too where it is heard, unless it follows what is said of candidatures', () => {
    const head = `${RC}## Divers\n\n`;
    assert.deepEqual(grilles('Prix (60 %), qualité (40 %).', head), ['sentence : Prix 60 % ; qualité 40 %']);
    assert.deepEqual(
      grilles('Les critères de choix des candidats admis sont ceux-ci.\n\nPrix (60 %), qualité (40 %).', head),
      [],
    );
    assert.deepEqual(
      grilles('Pour choisir, nous comparerons le tarif, la tenue des joints et le bruit du chantier.', head),
      ['sentence : tarif ; tenue des joints ; bruit du chantier'],
    );
    assert.deepEqual(
      grilles('Le titulaire maintient le tarif, la tenue des joints et le bruit du chantier.', head),
      [],
    );
  });
  silent('is none in a title', '### Prix (60 %), qualité (40 %)\n\nSans objet.');
});

describe('sentences that give one criterion each', () => {
  gives(
    'are read together',
    'La valeur technique représente 60 % de la note. Le prix est pondéré à hauteur de 40 %.',
    'sentence : valeur technique 60 % ; prix 40 %',
  );
  gives(
    'across paragraphs of one article',
    'Rappel. La qualité compte pour 60 %.\n\nRappel. Le prix compte pour 40 %.',
    'sentence : qualité 60 % ; prix 40 %',
  );
  gives(
    'in the part on judging, with or without a price',
    'Rappel. La qualité compte pour 60 %.\n\nRappel. Le délai compte pour 40 %.',
    'sentence : qualité 60 % ; délai 40 %',
  );
  silent(
    'but not where one is too long to be a name',
    `Rappel. La qualité${' et la tenue'.repeat(9)} compte pour 60 %.\n\nRappel. Le prix compte pour 40 %.`,
  );
  it('outside the part on judging, with a price only', () => {
    const head = `${RC}## Divers\n\n`;
    assert.deepEqual(grilles('La qualité compte pour 60 %. Le prix compte pour 40 %.', head), [
      'sentence : qualité 60 % ; prix 40 %',
    ]);
    assert.deepEqual(grilles('La qualité compte pour 60 %. Le coût global compte pour 40 %.', head), [
      'sentence : qualité 60 % ; coût global 40 %',
    ]);
    assert.deepEqual(grilles('La qualité compte pour 60 %. Le délai compte pour 40 %.', head), []);
    assert.deepEqual(grilles('La qualité compte pour 60 %. Le prix compte pour 40 %.', `${RC}## Candidatures\n\n`), []);
  });
  gives(
    'of one lot, by the first of them',
    'Pour le lot 1, la qualité compte pour 60 %. Le prix compte pour 40 %.',
    'lots 1, sentence : qualité 60 % ; prix 40 %',
  );
  silent('are none where there is one', 'La qualité compte pour 60 %. Le reste est libre.');
});

describe('weights that a piece recalls', () => {
  const mentions = (text: string) => criteriaIn(readCriteres(text, '# CCTP\n\n## Divers\n\n').fact.mentions);
  const CASES: readonly (readonly [string, string])[] = [
    ['La valeur technique compte pour 55 % dans le jugement des offres.', 'valeur technique 55 %'],
    ['Il est rappelé que le prix représente 45 % de la note.', 'prix 45 %'],
    ['Le critère du délai est noté sur 10 points.', ''],
    ['Le critère du délai est affecté d’une pondération de 10 points.', 'délai 10 points'],
    ['Le prix compte pour quarante pour cent de la note.', 'prix 40 %'],
    ['Le prix compte pour 40 %.', 'prix 40 %'],
    ['Le prix de l’acier compte pour 40 % dans l’indice de révision.', ''],
    ['Le prix compte pour 40/100 dans la notation.', 'prix 40 points'],
    ['La pose compte pour 40 % dans les offres.', ''],
    ['Pour les PME, le prix compte pour 40 % de la note.', ''],
    ['Le béton recyclé compte pour 40 % des offres.', ''],
    ['Le prix compte pour 40 % et le délai pour 60 % de la note.', ''],
    ['Pour les PME, le prix compte pour 40 % de la note, contre 60 % pour les autres.', ''],
    [`${'Le prix des prestations de toute sorte '.repeat(3)}compte pour 40 % de la note.`, ''],
  ];
  for (const [text, expected] of CASES)
    it(`${expected || 'none'}: « ${text} »`, () => assert.equal(mentions(text), expected));
});

describe('the part that judges offers', () => {
  const { fact, piece } = readCriteres('Les offres sont jugées.');
  it('is told by its title', () => {
    assert.equal(fact.heading && piece.draft.slice(fact.heading).trim(), 'Article 6 – Jugement des offres');
    assert.equal(readCriteres('Les offres sont jugées.', `${RC}## Divers\n\n`).fact.heading, undefined);
    assert.equal(readCriteres('Moyens.', `${RC}## Critères de sélection des candidatures\n\n`).fact.heading, undefined);
    assert.equal(readCriteres('Moyens.', `${RC}## Sélection des candidatures\n\n`).fact.heading, undefined);
  });
});

describe('criteria that are announced and not read', () => {
  const unread = (text: string, head = AWARD) => {
    const { fact, piece } = readCriteres(text, head);
    return fact.unread && piece.draft.slice(fact.unread);
  };
  for (const text of [
    'Les critères d’attribution sont les suivants : selon la note jointe.',
    'Les offres sont jugées selon les critères suivants : néant.',
  ])
    it(`« ${text} »`, () => assert.equal(unread(text), text));
  it('before a list, a table or weights that are none', () => {
    const lead = 'Les offres sont jugées selon les critères suivants :';
    assert.equal(unread(`${lead}\n\n- voir plus loin`), lead);
    assert.equal(unread(`${lead}\n\nVoir l’annexe, 100 % numérique.`), lead);
    assert.equal(unread(`${lead}\n\nVoir l’annexe.`), undefined);
    assert.equal(unread(`${lead}\n\n### Suite à 100 %`), undefined);
    assert.equal(unread(`${lead}\n\n${table('Pièce | Signée', 'Devis | oui')}`), lead);
    assert.equal(unread('Les critères sont : voir plus loin.', `${RC}## Candidatures\n\n`), undefined);
    assert.equal(unread(lead), undefined);
  });
  it('by weights in a sentence that names the price', () => {
    const text = 'Le prix, pour partie, donne droit à 60 points ou à 40 points.';
    assert.equal(unread(text, `${RC}## Divers\n\n`), text);
    assert.equal(unread('Le prix donne droit à une avance de 60 % ou 40 %.', `${RC}## Divers\n\n`), undefined);
    assert.equal(unread(text, `${RC}## Candidatures\n\n`), undefined);
  });
  it('by price and quality weighed together', () => {
    const text = 'Il est tenu compte du prix comme de la qualité.';
    assert.equal(unread(text), text);
    assert.equal(unread(text, `${RC}## Divers\n\n`), undefined);
    assert.equal(unread('Il est tenu compte du prix.'), undefined);
    assert.equal(unread('Le prix et la qualité plaisent.'), undefined);
    assert.equal(unread('La négociation porte sur le prix au regard de la qualité.'), undefined);
  });
  it('but not where a grid is read', () => {
    assert.equal(unread('- Prix : 60 %\n- Qualité : 40 %\n\nLes autres critères sont : sans objet.'), undefined);
  });
});
