import assert from 'node:assert/strict';
import { isVagueLabel, vagueDuty, vagueIn } from '../../../rules/facts/besoin/exigences-vague.ts';
import { plain } from '../../../rules/kit/french/fold.ts';

/** The vague words of a requirement, as they stand in it. */
const words = (text: string): string[] => {
  const folded = plain(text);
  const found = vagueIn(folded);
  for (const v of found) assert.equal(folded.slice(v.from, v.to).trim(), v.words);
  return found.map((v) => v.words);
};
type Case = readonly (readonly [text: string, ...expected: string[]])[];
const cases = (list: Case) => {
  for (const [text, ...expected] of list)
    it(`${expected.join(' + ') || 'none'}: ${text}`, () => assert.deepEqual(words(text), expected));
};

describe('an adjective that cannot be assessed', () => {
  it('is known in every gender and number', () => {
    const FORMS = [
      'intuitif, intuitifs, intuitive, intuitives',
      'harmonieux, harmonieuse, harmonieuses',
      'optimal, optimals, optimale, optimales, optimaux',
      'léger, légers, légère, légères',
      'discret, discrets, discrète, discrètes',
      'adapté, adaptés, adaptée, adaptées',
      'fédérateur, fédérateurs, fédératrice, fédératrices',
      'rapide, rapides',
      'performant, performants, performante, performantes',
    ];
    for (const form of FORMS.flatMap((f) => f.split(', ')))
      assert.deepEqual(words(`Il doit être ${form}.`), [plain(form), plain(form)], form);
    for (const other of ['rapidee', 'performance', 'harmonie', 'optimum', 'légerement', 'discrétion', 'rapid'])
      assert.deepEqual(words(`Il doit être ${other}.`), [], other);
  });
});

describe('what follows « être »', () => {
  cases([
    ["L'outil doit être simple et intuitif.", 'simple', 'intuitif', 'simple et intuitif'],
    ["L'outil devra rester performant.", 'performant', 'performant'],
    ["L'identité doit être forte, moderne et attractive.", 'moderne', 'attractive', 'forte, moderne et attractive'],
    ['Les panneaux doivent être étanches, modernes et simples.'],
    ['Le panneau doit être rouge, bleu et moderne.'],
    ['Le panneau doit être rouge et moderne.'],
    ["L'outil doit être intuitif et demeurer simple.", 'intuitif', 'simple', 'intuitif et demeurer simple'],
    ["L'outil doit être intuitif et trier les dossiers."],
    [
      'Les interfaces seront conviviales, modernes ou claires.',
      'conviviales',
      'modernes',
      'claires',
      'conviviales, modernes ou claires',
    ],
    ["Le service devra être d'une grande fluidité.", "d'une grande fluidite"],
    [
      "Le service devra être à la fois très rapide et d'une bonne lisibilité.",
      'rapide',
      "a la fois tres rapide et d'une bonne lisibilite",
    ],
    ["Le support doit être d'un encombrement adapté.", 'adapte', "d'un encombrement adapte"],
    ['Le matériel doit être de qualité.', 'de qualite', 'de qualite'],
    ["L'outil doit être facile à porter.", 'facile', 'facile a porter'],
    ["L'outil doit être simple d'accès.", 'simple', "simple d'acces"],
    ["L'outil doit être robuste, afin de durer.", 'robuste', 'robuste, afin de durer'],
    [
      "L'outil doit être robuste, pour durer et résister au temps.",
      'robuste',
      'robuste, pour durer et resister au temps',
    ],
    ["L'outil doit être robuste, bien entendu.", 'robuste', 'robuste, bien entendu'],
    ["L'outil doit être robuste, mais en acier."],
    ["L'outil doit être robuste ainsi que lavable."],
    ["L'outil doit être robuste et résister aux chocs."],
    ["L'outil doit être robuste et démontable."],
    ["L'outil doit être robuste et neuf."],
    ["L'outil doit être robuste et par tous les temps.", 'robuste', 'robuste et par tous les temps'],
    ["L'outil, simple, doit être robuste.", 'robuste', 'robuste'],
    [
      'Il doit être simple, clair, moderne, souple, fluide, rapide et fiable.',
      'simple',
      'clair',
      'moderne',
      'souple',
      'fluide',
      'rapide',
    ],
    ["L'outil doit être robuste, lavable."],
    ["L'outil doit être robuste et en acier."],
    ["L'outil doit être robuste et conforme à la norme."],
    ["L'outil doit être en acier et robuste."],
    ["L'outil doit être posé au sol, robuste."],
    ['Les matériels doivent être neufs et performants.'],
    ["L'outil doit être robuste ; il pèse peu.", 'robuste', 'robuste'],
    ['Le sol souple sera robuste.'],
    ["L'accès doit être adapté aux personnes handicapées."],
    ['Il doit être envoyé sur simple demande.'],
    [`L'outil doit être robuste, ${"quel que soit l'usage que les agents en font, ".repeat(9)}toujours.`],
  ]);
});

describe('what is asked, given or expected', () => {
  cases([
    ['Il est exigé une solution moderne.', 'il est exige une solution moderne'],
    ['Il est exigé une solution en acier.'],
    ['Il est expressément demandé un outil clair.', 'il est expressement demande un outil clair'],
    ['Il sera requis des outils clairs et fiables.', 'il sera requis des outils clairs et fiables'],
    ["Il est attendu de l'outillage fiable.", "il est attendu de l'outillage fiable"],
    ['Il est exigé une table en bois clair.'],
    ['Le fil est exigé, une solution moderne aussi.'],
    ['Une réactivité optimale est attendue.', 'une reactivite optimale est attendue'],
    ['Une bonne ergonomie est exigée.', 'une bonne ergonomie est exigee'],
    ['Une ergonomie certifiée est exigée.'],
    ['Le titulaire doit assurer une grande réactivité.', 'assurer une grande reactivite'],
    ['Le titulaire doit garantir un suivi optimal.', 'garantir un suivi optimal'],
    ['Le titulaire doit garantir un suivi écrit.'],
    [
      'Le titulaire doit proposer un suivi des travaux particulièrement efficace.',
      'proposer un suivi des travaux particulierement efficace',
    ],
  ]);
});

describe('a good quality', () => {
  it('is vague with any verb that gives it', () => {
    for (const verb of [
      'assurer une',
      'garantir une',
      'présenter une',
      'offrir une',
      'avoir une',
      'disposer de',
      "disposer d'une",
      'posséder une',
      'proposer une',
      'fournir une',
      'comporter une',
      'permettre une',
      'apporter une',
      'veiller à la',
      'maintenir une',
      'mettre en place une',
      'assure une',
      'garantit une',
      'assurera une',
      'garantira une',
      'offrira une',
      'présentera une',
      'justifier de',
      "justifier d'une",
    ])
      assert.deepEqual(words(`Le titulaire doit ${verb} bonne réactivité.`), [plain(`${verb} bonne réactivité`)], verb);
    assert.deepEqual(words('Le titulaire doit noter la bonne réactivité.'), []);
    for (const shown of ['bonne réactivité', 'patience'])
      assert.equal(vagueDuty(plain(`Le titulaire doit faire preuve de ${shown}.`)).length, 1, shown);
  });
});

describe('a vague adverb', () => {
  cases([
    ['Le titulaire intervient rapidement.', 'rapidement'],
    ['Le titulaire intervient rapidement et au mieux.', 'rapidement', 'au mieux'],
    ['Le titulaire intervient dans les meilleurs délais.', 'dans les meilleurs delais'],
    ['Le titulaire remplace rapidement la pièce, conforme à la norme.'],
    ['Le titulaire pose rapidement un banc et de couleur verte.'],
    ['Le titulaire remplace rapidement la pièce conforme à la norme.', 'rapidement'],
    ['Le titulaire remplace rapidement la pièce, avec soin.', 'rapidement'],
    ['Le titulaire intervient en 4 h au maximum.'],
    ['Le titulaire intervient en 4 heures au maximum.'],
    ['Le taux est de 95 % au maximum.'],
    ['Le titulaire intervient en 4h au maximum.'],
    ['Le taux est de 95% au maximum.'],
    ['Le lot 2 est aidé au maximum.', 'au maximum'],
    ['Le banc, conforme à la norme, est posé rapidement.', 'rapidement'],
    ['Le titulaire rend le banc rapidement conforme à la norme.', 'rapidement'],
    ['Le titulaire remplace rapidement la pièce, quand elle est conforme.', 'rapidement'],
    ['Le titulaire remplace rapidement la pièce, exempte de défaut.'],
    ['Le titulaire remplace rapidement la pièce, compatible avec le banc.'],
    ['Le titulaire remplace rapidement la pièce, étanche.'],
    ['Le titulaire aide au maximum les agents.', 'au maximum'],
    ['Le titulaire intervient.'],
  ]);
});

describe('a bare label', () => {
  it('is vague when it holds a vague quality alone', () => {
    for (const text of [
      'Interface conviviale',
      'Interface conviviale et moderne.',
      'Grande robustesse',
      "Une bonne ergonomie de l'outil",
      "L'interface est conviviale.",
      'Les outils de la commune sont simples et clairs.',
      'Interface très simple',
    ])
      assert.equal(isVagueLabel(plain(text)), true, text);
  });

  it('is not when it says something else', () => {
    for (const text of [
      'Poids de 4 kg',
      "L'interface est en acier.",
      'Interface conviviale, en français',
      'Interface du grand logiciel de la commune de Nantes conviviale',
      'Grande robustesse du banc que la commune a choisi pour le parc en 2019',
      'Voir la grande robustesse',
      'Interface conviviale pour 40 agents',
      "L'interface a été jugée et testée par tous les agents de la commune de Nantes, elle est conviviale.",
    ])
      assert.equal(isVagueLabel(plain(text)), false, text);
  });
});

describe('a duty is vague', () => {
  for (const [text, expected] of [
    ['Il devra entretenir une coopération fluide.', 'devra entretenir une cooperation fluide'],
    [
      'Il devra mobiliser les outils et ressources adaptés pour tenir le délai.',
      'devra mobiliser les outils et ressources adaptes',
    ],
    ['Il est tenu de produire des bilans réguliers.', 'est tenu de produire des bilans reguliers'],
    ['Il veille à la prise en charge rapide des appels.', 'la prise en charge rapide'],
    [
      'Il assure l’accueil, ainsi que la résolution des incidents très rapide.',
      'la resolution des incidents tres rapide',
    ],
    ['Il informe avec toute la rigueur requise.', 'avec toute la rigueur'],
    ['Il agit avec célérité.', 'avec celerite'],
    ['Le relevé sera aussi complet que possible.', 'aussi complet que possible'],
    // Things and their sort, what they suit, why.
    ['Il devra poser un sol souple.', undefined],
    ['Il devra proposer une solution cohérente.', 'devra proposer une solution coherente'],
    ['Il pose une installation performante.', undefined],
    ['Il devra fournir des outils adaptés à la salle.', undefined],
    ['Il devra poser un éclairage suffisant pour chaque salle.', undefined],
    ['Il tient un carnet afin de permettre une intervention rapide.', undefined],
    ['Il lève les réserves avant le service régulier.', undefined],
    ['Il compare le mode de consommation et les usages pertinents.', undefined],
    ['Il devra prendre les mesures techniques et organisationnelles appropriées.', undefined],
    ['Il agit avec les agents.', undefined],
  ] as const)
    it(`${expected ? `by « ${expected} »` : 'not'}: ${text}`, () =>
      assert.equal(vagueDuty(plain(text))[0]?.words, expected));

  it('as a requirement is', () =>
    assert.deepEqual(vagueDuty(plain('Il doit être rapide.')), vagueIn(plain('Il doit être rapide.'))));
});
