import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { droits, futureActs, priceElsewhere, type RightsClause } from '../../../rules/facts/pi/droits.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const piece = (text: string): Piece =>
  openConsultation([{ path: 'ccap.md', text: `# CCAP\n\n## Article 8 – Dispositions\n\n${text}\n` }], {
    date: '2026-12-01',
  }).pieces[0] as Piece;
/** « cession exclusive : image, film ; sans bénéficiaire » */
const read = (text: string): string[] =>
  piece(text)
    .ask(droits)
    .map((c) => {
      const nature = c.exclusive === undefined ? c.kind : `${c.kind} ${c.exclusive ? 'exclusive' : 'non exclusive'}`;
      const object = objectOf(c).join(', ');
      return [`${nature}${object && ` : ${object}`}`, ...(c.recipient ? [] : ['sans bénéficiaire'])].join(' ; ');
    });
const objectOf = (c: RightsClause): readonly string[] => [
  ...c.works,
  ...(c.generic ? ['résultats'] : []),
  ...(c.prior ? ['connaissances antérieures'] : []),
  ...(c.standard ? ['du commerce'] : []),
  ...(c.futureOnly ? ['à venir'] : []),
];
const cases = (list: readonly (readonly [text: string, ...expected: string[]])[]) => {
  for (const [text, ...expected] of list)
    it(`${expected.join(' + ') || 'nothing'}: ${text.replace(/\n+/g, ' ')}`, () =>
      assert.deepEqual(read(text), expected));
};
const TITLE = "### Droits d'auteur\n\n";

describe('who gives rights to whom', () => {
  cases([
    ["Le titulaire cède à la ville ses droits d'auteur.", 'cession'],
    ["Il cède ses droits d'auteur.", 'cession ; sans bénéficiaire'],
    ["Le titulaire lui cède ses droits d'auteur.", 'cession ; sans bénéficiaire'],
    ["Le titulaire cède ses droits d'auteur à l'AMF.", 'cession'],
    ["Le titulaire cède ses droits d'auteur à titre gratuit.", 'cession ; sans bénéficiaire'],
    ["Le titulaire cède ses droits d'auteur à compter de la livraison.", 'cession ; sans bénéficiaire'],
    ["Le titulaire cède ses droits d'auteur aux fins suivantes.", 'cession ; sans bénéficiaire'],
    ["Le titulaire cède ses droits d'auteur au bénéfice de l'Ircam.", 'cession'],
    ["La livraison emporte cession des droits d'auteur du titulaire à la ville.", 'cession'],
    ['La livraison emporte cession au titulaire des droits sur les plans.'],
    ['La ville transfère au titulaire les droits sur ses logiciels.'],
    ['La ville cède les droits sur ses logiciels.'],
    ["Les droits d'auteur sont cédés par la ville au titulaire."],
    ["La ville cède à des tiers ses droits d'auteur."],
    ["Le titulaire cède à des tiers ses droits d'auteur.", 'cession ; sans bénéficiaire'],
    ["Le titulaire bénéficie d'une licence d'utilisation."],
    ["Un titulaire, choisi par la ville, cède à cette dernière ses droits d'auteur.", 'cession'],
    ['Le titulaire est autorisé à utiliser les plans.'],
    ['La ville est autorisée à reproduire les plans.', 'concession : plan'],
    ['Le titulaire autorise la ville à reproduire les plans.', 'concession : plan'],
    ['La ville autorise le titulaire à reproduire les plans.'],
    ['Il reçoit une licence strictement limitée à la réalisation des prestations.'],
    ["Il reçoit une licence strictement limitée à l'exécution du marché."],
    ["La ville reçoit une licence strictement limitée à l'exécution du marché.", 'concession'],
    ['Il reçoit une licence pour dix ans.', 'concession ; sans bénéficiaire'],
  ]);

  it('is the last party named, for « celle-ci »', () => {
    const THEN = "lui accorde un droit d'usage des modèles.";
    assert.deepEqual(read(`La ville possède des modèles. Celle-ci ${THEN}`), []);
    assert.deepEqual(read(`Avec la ville, le titulaire trace des modèles. Celui-ci ${THEN}`), [
      'concession : modele ; sans bénéficiaire',
    ]);
    assert.deepEqual(read(`Les modèles sont nombreux. Celle-ci ${THEN}`), ['concession : modele ; sans bénéficiaire']);
    assert.deepEqual(read(`Celle-ci ${THEN}`), ['concession : modele ; sans bénéficiaire']);
    assert.deepEqual(read("La ville possède des modèles. Celle-ci accorde un droit d'usage des modèles."), [
      'concession : modele ; sans bénéficiaire',
    ]);
    assert.deepEqual(read(`La ville possède des modèles. Un éditeur ${THEN}`), [
      'concession : modele ; sans bénéficiaire',
    ]);
    assert.deepEqual(
      read("La ville possède des modèles. Elle dispose, car on lui en fait l'octroi, d'un droit d'usage."),
      ['concession ; sans bénéficiaire'],
    );
  });
});

describe('who is meant by « il » and « elle »', () => {
  cases([
    ["La ville paie le titulaire. Elle lui accorde un droit d'usage des modèles."],
    ["La ville choisit le titulaire, qui aide la ville. Elle lui accorde un droit d'usage des modèles."],
    [
      "Le titulaire aide la ville, qui paie le titulaire. Il lui accorde un droit d'usage des modèles.",
      'concession : modele ; sans bénéficiaire',
    ],
  ]);
});

describe('what is given', () => {
  cases([
    [
      'Le titulaire cède à la ville ses droits sur les photographies, les vidéos et le logiciel.',
      'cession : logiciel, image, film',
    ],
    ["Le titulaire cède à la ville ses droits sur les visuels pour l'illustration de rapports.", 'cession : image'],
    [
      'Le titulaire cède à la ville ses droits sur les visuels, sur support papier ou sur tous logiciels.',
      'cession : image',
    ],
    ['Le titulaire cède à la ville ses droits sur les résultats.', 'cession : résultats'],
    ['Le titulaire cède à la ville ses droits sur un progiciel du commerce.', 'cession : logiciel, du commerce'],
    [
      'Le titulaire concède à la ville une licence sur ses connaissances antérieures.',
      'concession : connaissances antérieures',
    ],
    [
      "### Connaissances antérieures\n\nLe titulaire concède à la ville une licence d'usage.",
      'concession : connaissances antérieures',
    ],
    [
      "### Connaissances antérieures\n\nLe titulaire concède à la ville une licence d'usage des résultats.",
      'concession : résultats',
    ],
    [
      'Le titulaire garde ses connaissances antérieures. La ville reçoit une licence sur celles-ci.',
      'concession : connaissances antérieures',
    ],
    ['Le titulaire garde ses modèles. La ville reçoit une licence sur celles-ci.', 'concession'],
    ['Le titulaire garde ses connaissances antérieures. La ville reçoit une licence pour dix ans.', 'concession'],
    ['Le titulaire cède à la ville les photographies.'],
    [`${TITLE}Le titulaire cède à la ville les photographies.`, 'cession : image'],
    ['Le titulaire cède à la ville, à titre exclusif, les photographies.', 'cession exclusive : image'],
    [`${TITLE}La photographie est cédée à la ville.`, 'cession : image'],
    [`${TITLE}La photographie est remise à la ville.`],
    [`${TITLE}Le mobilier est cédé à la ville.`],
    [`${TITLE}Le titulaire concède les visuels à la ville.`, 'concession : image'],
    ['Le titulaire concède les visuels à la ville.'],
    ['Les plans appartiennent à la ville.'],
    ['Les droits sur les plans appartiennent à la ville.', 'cession : plan'],
    ['La ville acquiert les visuels.'],
    ['La ville acquiert les droits sur les visuels.', 'cession : image'],
    ["Le titulaire cède les droits d'accès à la ville."],
    ["Le titulaire cède les droits d'accès et les droits d'auteur à la ville.", 'cession'],
    ["Une licence d'entrepreneur de spectacles est accordée à la ville."],
    ["Une licence d'utilisation est accordée à la ville.", 'concession'],
  ]);
});

describe('an act, among other words', () => {
  it('grants by its verb, even in a sentence that recalls the law, unlike « la cession… »', () => {
    for (const text of [
      'le titulaire cède à la ville ses droits',
      'le titulaire transfère à la ville ses droits',
      'les droits sont cédés à la ville',
      'la livraison emporte pour la ville cession des droits sur les plans',
      'les droits sur les plans appartiennent à la ville',
      'les droits sur les plans sont la propriété de la ville',
      'la ville acquiert les droits sur les plans',
      'la ville devient titulaire des droits sur les plans',
      'le titulaire concède à la ville un droit d’usage',
      'une licence est concédée à la ville',
      'une licence sur les plans est accordée à la ville',
      'la livraison donne lieu à une licence pour la ville',
      'le titulaire accorde à la ville un droit d’usage',
      'la ville bénéficie d’un droit d’usage',
      'le titulaire autorise la ville à reproduire les plans',
    ])
      assert.equal(read(`Selon l'article L. 131-3, ${text}.`).length, 1, text);
    for (const text of ['la cession des droits à la ville est écrite', 'la ville est autorisée à reproduire les plans'])
      assert.deepEqual(read(`Selon l'article L. 131-3, ${text}.`), [], text);
  });

  it('is none of the buyer, nor to the holder', () => {
    for (const text of [
      'La ville transfère ses droits sur les logiciels.',
      'La ville concède une licence sur ses logiciels.',
      'La ville accorde une licence sur ses logiciels.',
      'La ville cède aux tiers ses droits sur les logiciels.',
      'Le titulaire acquiert les droits sur les logiciels.',
      'Le titulaire devient titulaire des droits sur les logiciels.',
      'Les droits de la ville sur les plans sont cédés aux tiers.',
    ])
      assert.deepEqual(read(text), [], text);
  });

  cases([
    ["Le titulaire peut céder ses droits d'auteur à la ville."],
    ["Le titulaire s'engage à céder ses droits d'auteur à la ville.", 'cession'],
    ["Le prix ne comprend pas la livraison ; le titulaire cède à la ville ses droits d'auteur.", 'cession'],
    ["Le titulaire cède à la ville ses droits d'auteur ; le prix ne comprend pas la livraison.", 'cession'],
    ["Sur l'ordre donné au titulaire, il est procédé à la cession des droits d'auteur.", 'cession ; sans bénéficiaire'],
    ["Les droits d'auteur sont cédés ; le prix est versé au titulaire.", 'cession ; sans bénéficiaire'],
    ["La ville acquiert les droits d'auteur contre un prix versé au titulaire.", 'cession'],
    [
      "Les accès sont strictement limités à l'exécution du marché ; il reçoit une licence pour dix ans.",
      'concession ; sans bénéficiaire',
    ],
    ["Le titulaire transfère le matériel à la ville ; les droits d'auteur sont libres."],
    ["Le titulaire cède ses droits d'auteur à Nantes.", 'cession'],
    ["Le titulaire cède ses droits d'auteur à Verdun.", 'cession'],
    ["Le titulaire cède ses droits d'auteur à Lannion.", 'cession'],
    ["À Nantes, le titulaire cède ses droits d'auteur.", 'cession ; sans bénéficiaire'],
    ["Le titulaire cède ses droits d'auteur à cet effet.", 'cession ; sans bénéficiaire'],
    ["La ville dispose d'un droit d'accès au logiciel."],
    ['La ville est autorisée à utiliser le parking.'],
    ["Le titulaire cède à la ville ses droits sur les plans, à des fins d'étude.", 'cession : plan'],
    ["Le titulaire cède à la ville ses droits sur les plans, sur l'écran des logiciels.", 'cession : plan'],
    ['Le titulaire cède à la ville ses droits sur les plans, sur supports logiciels.', 'cession : plan'],
    ['Le titulaire cède à la ville ses droits sur les plans, sur les fichiers des logiciels.', 'cession : plan'],
    ["## Le titulaire cède à la ville ses droits d'auteur"],
    ["**Le titulaire cède à la ville ses droits d'auteur**"],
  ]);

  it('is one for each nature in a sentence', () => {
    const count = (text: string) =>
      piece(text)
        .ask(droits)
        .map((c) => c.acts.length);
    assert.deepEqual(
      count('Le titulaire cède à la ville ses droits ; il lui transfère ses droits sur les plans.'),
      [1],
    );
    assert.deepEqual(count('Le titulaire cède à la ville ses droits, et la cession des droits est écrite.'), [1]);
    assert.deepEqual(count('Le titulaire cède à la ville ses droits et lui concède une licence.'), [1, 1]);
  });
});

describe('works to come', () => {
  cases([
    [
      "Le titulaire cède à la ville ses droits sur les œuvres futures qu'il créera après le marché.",
      'cession : résultats, à venir',
    ],
    ['Le titulaire cède à la ville ses droits sur les résultats et sur les œuvres futures.', 'cession : résultats'],
    ["Le titulaire cède à la ville ses droits d'auteur présents et à venir.", 'cession'],
    ["Les œuvres futures font l'objet d'une cession à la ville.", 'cession : résultats, à venir'],
    ["Les œuvres présentes font l'objet d'une remise à la ville."],
    [
      'Le titulaire cède à la ville ses droits sur les plans. Il cède à la ville ses droits sur ses œuvres futures.',
      'cession : plan',
      'cession : résultats, à venir',
    ],
  ]);

  it('are told from those of the contract, sentence by sentence', () => {
    const futures = (text: string) =>
      piece(text)
        .ask(droits)
        .flatMap(futureActs)
        .map((f) => `${f.future} : ${f.sentence.text}`);
    assert.deepEqual(futures('Le titulaire cède à la ville ses droits sur ses œuvres futures.'), [
      'oeuvres : Le titulaire cède à la ville ses droits sur ses œuvres futures.',
    ]);
    assert.deepEqual(futures('Le titulaire cède à la ville ses droits sur les résultats et les œuvres futures.'), [
      'mixte : Le titulaire cède à la ville ses droits sur les résultats et les œuvres futures.',
    ]);
    assert.deepEqual(futures("Le titulaire cède à la ville ses droits d'auteur présents et à venir."), [
      "mixte : Le titulaire cède à la ville ses droits d'auteur présents et à venir.",
    ]);
    assert.deepEqual(futures("Le titulaire cède à la ville ses droits d'auteur."), []);
  });
});

describe('what grants nothing', () => {
  cases([
    ["Le présent marché n'emporte cession d'aucun droit d'auteur."],
    ["La livraison ne donne pas lieu à une licence d'utilisation."],
    ["Le présent marché n'emporte cession que des droits d'auteur.", 'cession ; sans bénéficiaire'],
    ["Le titulaire ne concède à la ville qu'une licence d'utilisation du logiciel.", 'concession : logiciel'],
    ["Le titulaire ne lui cède ses droits qu'à la livraison.", 'cession ; sans bénéficiaire'],
    ["Le titulaire ne lui abandonne guère ses droits d'auteur."],
    ["Il est rappelé que la cession des droits d'auteur est écrite."],
    ["L'article L. 131-3 régit la cession des droits d'auteur."],
    ["### Cession des droits d'auteur\n\nTexte."],
    ["Le titulaire cède ses créances et ses droits d'auteur à la banque."],
    ["Le titulaire cède son activité et ses droits d'auteur."],
    ['Le titulaire cite les œuvres.'],
  ]);
});

describe('the clauses of an article', () => {
  cases([
    ["Le titulaire cède à la ville ses droits d'auteur. La cession est exclusive.", 'cession exclusive'],
    [
      "La ville reçoit une licence d'utilisation. Elle est libre. La licence est non exclusive.",
      'concession non exclusive',
    ],
    ["Le titulaire cède à la ville ses droits d'auteur. Il a une voiture exclusive.", 'cession'],
    ["Le titulaire cède à la ville ses droits d'auteur. La cession est écrite.", 'cession'],
    [
      "Le titulaire cède à la ville ses droits d'auteur ; la cession est faite sans exclusivité.",
      'cession non exclusive',
    ],
    [
      'Le titulaire cède à la ville ses droits sur les visuels. Il cède à la ville ses droits sur les logiciels.',
      'cession : image',
      'cession : logiciel',
    ],
    [
      'Le titulaire cède à la ville ses droits sur les visuels. Il cède à la ville ses droits sur les photos et les films.',
      'cession : image, film',
    ],
    [
      "Le titulaire cède à la ville ses droits sur les visuels. Il cède à la ville ses droits d'auteur.",
      'cession : image',
    ],
    [
      "### 8.1 Visuels\n\nLe titulaire cède à la ville ses droits sur les visuels.\n\n### 8.2 Suite\n\nIl cède à la ville ses droits d'auteur.",
      'cession : image',
      'cession',
    ],
    [
      "### 8.1 Un\n\nLe titulaire cède à la ville ses droits d'auteur.\n\n### 8.2 Deux\n\nIl cède à la ville ses droits d'auteur.",
      'cession',
    ],
    [
      "Le titulaire cède à la ville ses droits d'auteur.\n\n## Article 9 – Suite\n\nIl cède à la ville ses droits d'auteur.",
      'cession',
      'cession',
    ],
    [
      "Le titulaire cède à la ville ses droits sur les plans. Il lui concède une licence d'utilisation du progiciel.",
      'cession : plan',
      'concession : logiciel, du commerce ; sans bénéficiaire',
    ],
    [
      'Le titulaire cède à la ville ses droits sur les logiciels. Il cède à la ville ses droits sur les logiciels du commerce.',
      'cession : logiciel',
      'cession : logiciel, du commerce',
    ],
    ["**Cession des droits d'auteur.** Le titulaire cède ses droits à la ville.", 'cession'],
  ]);

  it('come in the order of the text', () => {
    assert.deepEqual(
      piece(
        'La cession porte sur les plans et les droits qui y sont attachés.\n\nLe titulaire concède à la ville une licence.\n\n## Article 9\n\nLe titulaire cède à la ville ses droits sur les films.',
      )
        .ask(droits)
        .map((c) => c.sentence.text),
      [
        'La cession porte sur les plans et les droits qui y sont attachés.',
        'Le titulaire concède à la ville une licence.',
        'Le titulaire cède à la ville ses droits sur les films.',
      ],
    );
  });

  it('come in the order of the sentences that grant', () => {
    assert.deepEqual(
      read(
        "La cession des droits d'auteur est faite pour dix ans. La ville reçoit une licence. Le titulaire cède à la ville ses droits d'auteur.",
      ),
      ['concession', 'cession'],
    );
  });

  it('are told by the sentence that grants, and not by one that describes the grant before it', () => {
    const [clause] = piece(
      "La cession des droits d'auteur est faite pour dix ans. Le titulaire cède à la ville ses droits d'auteur.",
    ).ask(droits);
    assert.equal(clause?.sentence.text, "Le titulaire cède à la ville ses droits d'auteur.");
    assert.equal(clause?.acts.length, 2);
  });

  it('are shown with rights and limits', () => {
    const p = piece(
      'Le titulaire cède à la ville, à titre exclusif, le droit de reproduction des plans, en France et pour dix ans.',
    );
    assert.deepEqual(droits.show(p.ask(droits), p), [
      {
        nature: 'cession',
        exclusive: true,
        droits: ['reproduction'],
        limites: ['lieu', 'duree'],
        connaissancesAnterieures: undefined,
        suppleePar: undefined,
      },
    ]);
    const none = piece('Rien.');
    assert.equal(droits.show(none.ask(droits), none), undefined);
  });
});

describe('the price of the rights, said elsewhere', () => {
  const price = (...texts: string[]) => {
    const { pieces } = openConsultation(
      texts.map((text, i) => ({
        path: i === 0 ? 'ccap.md' : 'ae.md',
        text: `# ${i === 0 ? 'CCAP' : "Acte d'engagement"}\n\n${text}\n`,
      })),
      { date: '2026-12-01' },
    );
    return priceElsewhere(pieces[0] as Piece)?.text;
  };
  it('is that of the contract, in any piece', () => {
    assert.equal(price('Rien.', 'Le prix comprend la cession des droits.'), 'Le prix comprend la cession des droits.');
    assert.equal(
      price('Les droits cédés sont compris dans le forfait. Le prix comprend la cession.'),
      'Les droits cédés sont compris dans le forfait.',
    );
    assert.equal(price('Le prix comprend la livraison.', 'Rien.'), undefined);
  });
});
