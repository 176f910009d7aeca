import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { droits, droitsDuDossier } from '../../../rules/facts/pi/droits.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const piece = (text: string): Piece =>
  openConsultation([{ path: 'ccap.md', text: `# CCAP\n\n## Article 8 – Dispositions\n\n${text}\n` }], {
    date: '2026-12-01',
  }).pieces[0] as Piece;
const read = (text: string) => piece(text).ask(droits);
const one = (text: string) => {
  const [clause, ...others] = read(text);
  assert.ok(clause, `no clause in: ${text}`);
  assert.equal(others.length, 0, `more than one clause in: ${text}`);
  return clause;
};

/** Wordings by which rights are assigned to the buyer. */
const CESSIONS = [
  "Le prestataire cède à la Ville l'intégralité des droits patrimoniaux attachés aux créations.",
  "L'ensemble des droits de propriété intellectuelle sur les livrables est transféré à l'acheteur dès leur paiement.",
  'Tous les droits sur le logiciel développé sont cédés en exclusivité au Département.',
  "La Métropole devient seule titulaire de tous les droits d'auteur sur les supports réalisés.",
  'Le pouvoir adjudicateur acquiert la totalité des droits de propriété intellectuelle afférents aux études.',
  'Les droits de propriété intellectuelle afférents aux résultats appartiennent à la caisse.',
  "La remise des livrables emporte cession au profit de l'acheteur de tous les droits y afférents.",
  "Le titulaire s'engage à céder à l'office tous ses droits sur les photographies.",
  "Les équipes lauréates cèdent leurs droits sur les prototypes à l'organisateur.",
  'Le titulaire transfère à la personne publique la propriété intellectuelle des développements.',
  "La cession porte sur l'ensemble des droits patrimoniaux relatifs aux résultats, pour le monde entier.",
  "Le marché emporte cession exclusive des droits d'exploitation des œuvres.",
  "L'attributaire abandonne à la commune tous ses droits sur le site internet.",
  "Le règlement du prix vaut cession des droits d'auteur à la collectivité.",
  "Les participants cèdent gratuitement à la Carsat leurs droits d'exploitation sur les projets présentés.",
  'La propriété intellectuelle des rapports est acquise au CHU.',
  "Le titulaire consent à la cession des droits de reproduction, de représentation et d'adaptation des visuels.",
  "L'acheteur est investi de l'ensemble des droits patrimoniaux sur les plans.",
  "Il est procédé à la cession de l'ensemble des droits sur les films au bénéfice de la région.",
  "Les droits patrimoniaux sur les créations graphiques seront dévolus à l'AMF.",
  "L'acheteur sera propriétaire des droits d'auteur sur les visuels.",
  "Les résultats et les droits qui y sont attachés sont la propriété exclusive de l'Urssaf.",
  "LE TITULAIRE CEDE A L'ACHETEUR L'ENSEMBLE DE SES DROITS DE PROPRIETE INTELLECTUELLE.",
  "Le candidat retenu cédera à la chambre d'agriculture, à titre exclusif, ses droits sur l'identité visuelle.",
  "Les droits de propriété intellectuelle sont intégralement cédés au maître d'ouvrage.",
  "Le maître d'œuvre cède au maître d'ouvrage les droits d'exploitation du projet.",
];

/** Wordings by which the buyer may use what it does not own. */
const CONCESSIONS = [
  "Le titulaire concède à l'acheteur une licence non exclusive d'utilisation des résultats pour dix ans.",
  "L'acheteur bénéficie d'un droit d'usage non exclusif des livrables.",
  "Le prestataire autorise l'acheteur à utiliser, reproduire et modifier les livrables pour ses besoins internes.",
  "Le titulaire accorde à l'acheteur les droits nécessaires pour utiliser ou faire utiliser les résultats, en l'état ou modifiés.",
  "Une licence d'exploitation est concédée à titre gratuit à la Région.",
];

/** Wordings that look alike and grant the buyer nothing. */
const NOTHING = [
  "Le titulaire garantit l'acheteur contre toute revendication relative aux brevets, licences, dessins et modèles et droits de propriété intellectuelle.",
  "La cession du contrat est subordonnée à l'accord préalable de l'acheteur.",
  "Le titulaire peut céder ou nantir ses créances dans les conditions de l'article R. 2191-45.",
  "En cas de cession de créances, l'acheteur remet un exemplaire unique.",
  "Pendant la durée de l'accord-cadre, l'AMF concède au Titulaire le droit d'utilisation de ses logiciels.",
  "L'acheteur autorise le titulaire à utiliser son logo pour les besoins du marché.",
  "Le présent règlement n'emporte aucune cession ni aucune licence des droits de propriété intellectuelle.",
  "Le CHU n'acquiert aucun droit de propriété intellectuelle sur les capteurs.",
  'Le titulaire reste propriétaire de ses droits de propriété intellectuelle.',
  "Les candidats conservent l'ensemble de leurs droits sur les projets.",
  "Le titulaire garantit qu'il est titulaire des droits cédés et qu'il a obtenu de ses salariés les autorisations nécessaires.",
  'Les données à caractère personnel ne sont ni cédées ni transférées à des tiers. Les droits des personnes sont garantis.',
  "La personne concernée dispose d'un droit d'accès, de rectification et d'effacement.",
  "Le titulaire dispose des droits et licences nécessaires à l'exécution du marché.",
  "Le matériel est cédé à la commune à l'issue de la location.",
  "L'acheteur peut céder ou concéder à des tiers tout ou partie des droits.",
  "Aux termes de l'article L. 131-3, la cession des droits est subordonnée à la mention distincte de chacun d'eux.",
  "Les droits d'inscription sont acquis à l'organisateur.",
  "Le pouvoir adjudicateur se réserve le droit d'utiliser les services d'un autre prestataire.",
  "L'acheteur se réserve le droit de ne pas donner suite.",
  "Le titulaire transmet à l'acheteur les documents et les droits d'accès aux plateformes.",
  "Le titulaire s'interdit de céder à un tiers les droits sur les résultats.",
  "Le candidat bénéficie d'un droit de réponse de dix jours.",
  "Le risque est transféré à l'acheteur à la livraison ; il est propriétaire du matériel.",
  "La licence d'entrepreneur de spectacles est exigée.",
  'Le titulaire remet au pouvoir adjudicateur, à la livraison, les licences des logiciels.',
  'Les droits de douane appartiennent au titulaire.',
  "L'acheteur dispose du droit de résilier le marché.",
  'Le bénéficiaire de la subvention cède ses parts.',
  "Tout transfert de droits fera l'objet d'un avenant.",
];

describe('clauses that grant rights', () => {
  for (const text of CESSIONS)
    it(`reads an assignment in « ${text.slice(0, 100)} »`, () => {
      assert.equal(one(text).kind, 'cession');
    });
  for (const text of CONCESSIONS)
    it(`reads a licence in « ${text.slice(0, 100)} »`, () => {
      assert.equal(one(text).kind, 'concession');
    });
  for (const text of NOTHING)
    it(`reads nothing in « ${text.slice(0, 100)} »`, () => {
      assert.deepEqual(
        read(text).map((c) => c.sentence.text),
        [],
      );
    });

  it('says whether the grant is exclusive', () => {
    assert.equal(one("Le titulaire cède à titre exclusif ses droits d'auteur à la ville.").exclusive, true);
    assert.equal(one("Le titulaire cède, de manière non exclusive, ses droits d'auteur à la ville.").exclusive, false);
    assert.equal(one("Le titulaire cède ses droits d'auteur à la ville.").exclusive, undefined);
  });

  it('gathers what the section says over a list and a paragraph', () => {
    const clause = one(
      'Le titulaire cède à la Région les droits suivants :\n\n- reproduction ;\n- représentation et adaptation.\n\nLa cession vaut pour le monde entier et pour dix ans, sur tous supports, aux fins de communication. Son prix est compris dans le forfait.',
    );
    assert.deepEqual([...clause.rights].sort(), ['adaptation', 'reproduction', 'représentation']);
    assert.deepEqual([...clause.bounds.keys()].sort(), ['destination', 'duree', 'etendue', 'lieu', 'modes', 'prix']);
  });

  it('reads the rows of a table as limits', () => {
    const clause = one(
      'Le titulaire cède à la Région ses droits patrimoniaux sur les films :\n\n| Élément | Stipulation |\n|---|---|\n| Droits | Reproduction, représentation, traduction |\n| Territoire | Monde |\n| Durée | 10 ans |',
    );
    assert.deepEqual([...clause.rights].sort(), ['reproduction', 'représentation', 'traduction']);
    assert.ok(clause.bounds.has('lieu') && clause.bounds.has('duree') && !clause.bounds.has('prix'));
  });

  it('leaves the limits of another clause of the article to it', () => {
    const [first, second] = read(
      '### 8.1 Études\n\nLe titulaire cède à la ville ses droits sur les études.\n\n### 8.2 Photographies\n\nLe titulaire cède à la ville les droits de reproduction des photographies, en France et pour dix ans.',
    );
    assert.deepEqual([...(first?.bounds.keys() ?? [])], []);
    assert.deepEqual([...(second?.bounds.keys() ?? [])].sort(), ['duree', 'lieu']);
  });

  it('tells prior knowledge from results', () => {
    const [results, prior] = read(
      "Le titulaire cède à la ville ses droits sur les résultats. Ses connaissances antérieures restent à lui : la ville n'en reçoit qu'une licence.",
    );
    assert.equal(results?.prior, false);
    assert.deepEqual([prior?.prior, prior?.kind], [true, 'concession']);
  });

  it('does not take an exception for the object', () => {
    assert.equal(
      one("Le titulaire cède ses droits sur les livrables à la ville, à l'exception des éléments préexistants.").prior,
      false,
    );
  });

  it('takes the limits from the CCAG of 2021 that the article invokes, and not from one it derogates from', () => {
    const text = (how: string) =>
      `${how} l'article 46.2.1 du CCAG-TIC, le titulaire cède à la ville ses droits sur les résultats.`;
    assert.equal(one(text('En application de')).suppliedBy, 'ccag-2021');
    assert.equal(one(text('Par dérogation à')).suppliedBy, undefined);
  });

  it('takes the limits from another document it refers to', () => {
    assert.equal(
      one("Le titulaire cède ses droits à la ville dans les conditions fixées à l'annexe 2.").suppliedBy,
      'renvoi',
    );
  });

  it('follows a reference to another article of the piece', () => {
    const clause = one(
      "Le titulaire cède ses droits de reproduction à la ville dans les limites de l'article 12.\n\n## Article 12 – Limites\n\nTous supports, en France, pendant dix ans, à des fins d'information.",
    );
    for (const limit of ['etendue', 'destination', 'lieu', 'duree'] as const)
      assert.ok(clause.bounds.has(limit), limit);
  });

  it('does not take the duration of the secret, or of a royalty, for that of the rights', () => {
    assert.equal(
      one('Le titulaire cède ses droits à la ville. La confidentialité des droits cédés est due cinq ans.').bounds.has(
        'duree',
      ),
      false,
    );
    assert.equal(
      one('Le titulaire cède ses droits à la ville contre une redevance versée pendant cinq ans.').bounds.has('duree'),
      false,
    );
  });

  it('does not take « à titre gratuit ou onéreux » for a price', () => {
    assert.equal(
      one('Le titulaire cède ses droits à la ville pour tout usage, à titre gratuit ou onéreux.').bounds.has('prix'),
      false,
    );
  });

  it('sees the clauses of every piece of the dossier', () => {
    const consultation = openConsultation(
      [
        { path: 'ccap.md', text: "# CCAP\n\nLe titulaire cède ses droits d'auteur à la ville.\n" },
        { path: 'cctp.md', text: "# CCTP\n\nL'acheteur bénéficie d'une licence d'utilisation du logiciel livré.\n" },
      ],
      { date: '2026-12-01' },
    );
    const found = droitsDuDossier(consultation.pieces[0] as Piece);
    assert.deepEqual(
      found.map((f) => [f.piece.path, f.clause.kind]),
      [
        ['ccap.md', 'cession'],
        ['cctp.md', 'concession'],
      ],
    );
  });
});

describe('a clause of rights that is told elsewhere', () => {
  it('is none where it is announced', () => {
    for (const text of [
      'Les modalités de la cession des droits d’un sous-traitant au maître d’ouvrage sont définies à l’article 11.4.',
      'Les conditions de cession des droits de reproduction à la ville sont précisées au CCAP.',
    ])
      assert.deepEqual(read(text), [], text);
    one('Le titulaire cède à la ville ses droits sur les plans, dans les conditions définies à l’article 11.4.');
  });
});
