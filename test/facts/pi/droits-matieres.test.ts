import assert from 'node:assert/strict';
import { areDesignated, matieres, saidInDossier } from '../../../rules/facts/pi/matieres.ts';
import type { Matter } from '../../../rules/facts/pi/matieres-lues.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }]).pieces[0] as Piece;
/** « garantie : garantit l'acheteur contre toute revendication » */
const read = (text: string): string[] => {
  const p = piece(text);
  return p.ask(matieres).map(({ matter, at, sentence }) => `${matter} : ${p.draft.slice(sentence.at(at))}`);
};
const named = (text: string): Matter[] =>
  piece(text)
    .ask(matieres)
    .map((m) => m.matter);
const one = (line: string) => line.replace(/\n+/g, ' ');

const title = (matter: string, cases: readonly (readonly [text: string, ...expected: string[]])[]) =>
  describe(matter, () => {
    for (const [text, ...expected] of cases)
      it(`${expected.map((e) => e.split(' : ')[0]).join(', ') || 'nothing'}: ${one(text)}`, () =>
        assert.deepEqual(read(text), expected));
  });

title('what the results are', [
  ['Les résultats sont les rapports et les plans.', 'resultats : Les résultats sont'],
  ['Les résultats du marché comprennent le logiciel.', 'resultats : Les résultats du marché comprennent'],
  ['LE LOGICIEL CONSTITUE UN RESULTAT.', 'resultats : CONSTITUE UN RESULTAT'],
  ['Résultats : le logiciel et sa documentation.', 'resultats : Résultats :'],
  ['- Résultats du marché : le logiciel.', 'resultats : Résultats du marché :'],
  ['8.1 « Résultats » : le logiciel.', 'resultats : 8.1 « Résultats » :'],
  ['Résultat : un logiciel.', 'resultats : Résultat :'],
  ['Article 12\n\n12.10 - Résultats : un logiciel.', 'resultats : 12.10 - Résultats :'],
  ['Les résultats sont remis au service.'],
  ['Remise des résultats : en mairie.'],
]);

title('prior knowledge', [
  ['Les connaissances antérieures restent au titulaire.', 'anterieures : connaissances antérieures'],
  [
    'Les connaissances antérieures du titulaire sont listées en annexe.',
    'anterieures-listees : connaissances antérieures',
  ],
  [
    'Les connaissances antérieures (bibliothèque Alpha) restent au titulaire.',
    'anterieures-listees : connaissances antérieures',
  ],
  [
    'Les connaissances antérieures du titulaire, nombreuses (Alpha et Bêta), lui restent.',
    'anterieures-listees : connaissances antérieures',
  ],
  [
    'Les connaissances antérieures (article 33 du CCAG) restent au titulaire.',
    'anterieures : connaissances antérieures',
  ],
  ['Les éléments préexistants (au sens du CCAG) restent au titulaire.', 'anterieures : éléments préexistants'],
  [
    "Aucune liste des connaissances antérieures n'est dressée.",
    'anterieures : connaissances antérieures',
    'anterieures-sans-liste : Aucune liste',
  ],
  // A list of what, the title says or nothing does.
  ["Aucune liste n'est jointe."],
  [
    "## Antériorités\n\nAucune liste n'est jointe.",
    'anterieures : Antériorités',
    'anterieures-sans-liste : Aucune liste',
  ],
  ['Le titulaire apporte le moteur Alpha.'],
  ['## Divers\n\nLe titulaire apporte le moteur Alpha.'],
  [
    '## Connaissances antérieures\n\nLe titulaire apporte le moteur Alpha.',
    'anterieures : Connaissances antérieures',
    'anterieures-listees : apporte le',
  ],
  [
    "## Connaissances antérieures\n\nAucun élément n'est utilisé.",
    'anterieures : Connaissances antérieures',
    'anterieures-listees : Aucun élément',
  ],
  [
    'Les connaissances antérieures restent au titulaire. Les parties en dressent la liste.',
    'anterieures : connaissances antérieures',
    'anterieures-listees : en dressent la liste',
  ],
  [
    "Les connaissances antérieures restent au titulaire. Le titulaire n'apporte rien.",
    'anterieures : connaissances antérieures',
    "anterieures-listees : n'apporte rien",
  ],
  [
    "Les connaissances antérieures restent au titulaire. Les parties n'en dressent pas la liste.",
    'anterieures : connaissances antérieures',
    "anterieures-sans-liste : n'en dressent pas la liste",
  ],
  ['Les parties en dressent la liste.'],
  [
    '## Les connaissances antérieures et ce que le titulaire apporte\n\n### Suite\n\nTexte.',
    'anterieures : connaissances antérieures',
  ],
]);

title('the source code', [
  ['Le titulaire remet les codes sources.', 'code-source : codes sources'],
  ['Les sources sont déposées sur la forge de la ville.', 'code-source : Les sources sont déposées'],
  ['LE CODE SOURCE EST LIVRE A CHAQUE VERSION.', 'code-source : CODE SOURCE'],
  ['Le titulaire ne remet pas les codes sources.'],
  ['Le titulaire conserve seul les codes sources et les dépôts.'],
  ['Les codes sources existants sont remis au titulaire.'],
  ['Le code source est en langage Java.'],
  ['Le logiciel est livré.'],
]);

title('maintenance by another', [
  ['La maintenance pourra être confiée à un tiers.', 'tierce-maintenance : maintenance pourra être confiée à un tiers'],
  ['La tierce maintenance applicative est ouverte.', 'tierce-maintenance : tierce maintenance'],
  ['La maintenance est assurée par le titulaire.'],
]);

title('the guarantee', [
  [
    "Le titulaire garantit l'acheteur contre toute revendication.",
    "garantie : garantit l'acheteur contre toute revendication",
  ],
  ['Le titulaire garantit la jouissance paisible des droits.', 'garantie : garantit la jouissance'],
  ['Le titulaire garantit le matériel deux ans.'],
]);

title('moral rights', [
  ['Le titulaire renonce à ses droits moraux.', 'moral-abandonne : droits moraux'],
  ['Le titulaire cède ses droits moraux et patrimoniaux.', 'moral-abandonne : droits moraux'],
  [
    "Le titulaire remet les plans ; l'auteur ne pourra se prévaloir de son droit au respect de l'œuvre.",
    'moral-abandonne : droit au respect',
  ],
  ["L'auteur renonce à la mention de son nom.", 'moral-abandonne : mention de son nom'],
  [
    'LES AUTEURS RENONCENT, PAR L’INTERMEDIAIRE DU TITULAIRE, A FAIRE VALOIR LEUR DROIT AU NOM ET AU RESPECT DE L’ŒUVRE.',
    'moral-abandonne : DROIT AU NOM',
  ],
  ['Les auteurs renoncent à être cités.', 'moral-abandonne : à être cités'],
  ['L’auteur ne pourra invoquer l’intégrité de l’œuvre.', 'moral-abandonne : intégrité de l’œuvre'],
  ['L’auteur ne renonce pas à son droit moral.', 'moral-rappele : droit moral'],
  ['L’auteur renonce à son droit au respect de la vie privée.'],
  ['La société renonce au droit au nom commercial.'],
  ['Le titulaire cède ses droits ; il veille au respect de l’œuvre et du droit au nom.'],
  ["L'auteur de la fresque renonce au droit de retrait.", 'moral-abandonne : droit de retrait'],
  ["L'auteur du logiciel renonce au droit de retrait."],
  ["L'auteur du logiciel renonce à la paternité.", 'moral-abandonne : paternité'],
  ['Le titulaire cède ses droits patrimoniaux, dans le respect des droits moraux.', 'moral-rappele : droits moraux'],
  ["Le titulaire cède ses droits ; les droits moraux restent à l'auteur.", 'moral-rappele : droits moraux'],
  ['Les droits moraux sont inaliénables.', 'moral-rappele : droits moraux'],
  ["L'auteur a un droit moral."],
  ["L'auteur renonce à la paternité des plans ; la ville en conserve un tirage.", 'moral-abandonne : paternité'],
  ["L'auteur conserve la paternité."],
  ['Le titulaire renonce à son droit de préférence.'],
]);

title('exploitation for money', [
  ["L'acheteur peut exploiter commercialement les résultats.", 'commerce-acheteur : exploiter commercialement'],
  [
    "Le titulaire cède ses droits pour que l'acheteur puisse exploiter commercialement les plans.",
    'commerce-acheteur : exploiter commercialement',
  ],
  ["L'acheteur exploite les résultats à des fins non commerciales."],
  ["Par ce marché passé avec l'acheteur, le titulaire vendra les plans, à des fins commerciales."],
  ['Les rapports sont à exploiter commercialement.', 'commerce-acheteur : exploiter commercialement'],
]);

title('what the holder may do with the results', [
  ['Le titulaire peut publier les résultats.', 'usage-titulaire : Le titulaire peut publier les résultats.'],
  [
    "Le titulaire peut publier les résultats avec l'accord de l'acheteur.",
    "usage-titulaire-conditionne : Le titulaire peut publier les résultats avec l'accord de l'acheteur.",
  ],
  ['Le titulaire ne peut publier les résultats.'],
  ['Le titulaire remet les résultats pour publier une revue.'],
  ['Le titulaire peut lire les résultats.'],
  ["L'acheteur peut publier les résultats du titulaire."],
  ['La ville peut demander au titulaire de publier les résultats.'],
  ["Le titulaire remet les plans, les résultats que l'acheteur peut publier."],
  ['Le titulaire peut publier ses méthodes et les résultats.'],
  ['Le titulaire peut vendre son camion.'],
  ['Il peut publier les résultats.'],
]);

title('who owns what is delivered', [
  ['Les rapports sont la propriété de la ville.', 'propriete-materielle : sont la propriété de'],
  ["L'acheteur devient propriétaire des plans.", 'propriete-materielle : devient propriétaire des'],
  ['Les plans appartiennent à la commune, et non au titulaire.', 'propriete-materielle : appartiennent à'],
  ['La propriété des plans est transférée à la région.', 'propriete-materielle : propriété des plans est transférée'],
  ['Les plans appartiennent au titulaire.'],
  ['Les plans appartiennent au titulaire, qui les remet à la commune.'],
  ['Le titulaire est propriétaire des plans.'],
  ['Il est propriétaire des plans de la ville.'],
  ["Le titulaire, payé par l'acheteur, est propriétaire des plans."],
  ['Les plans sont la propriété de leur auteur.'],
  ['Les badges et plans sont la propriété de la ville.'],
  ['Les droits sur les plans sont la propriété de la ville.'],
  ['Le terrain est la propriété de la ville.'],
  ['La ville reste propriétaire de la cour.'],
]);

title('receivers of rights that nobody names', [
  ['Le titulaire cède ses droits à la ville et à ses partenaires.', 'beneficiaires-vagues : et à ses partenaires'],
  [
    'Les organismes partenaires bénéficient des mêmes droits.',
    'beneficiaires-vagues : organismes partenaires bénéficient des mêmes droits',
  ],
  ['Le titulaire cède ses droits à la ville et à ses partenaires, à savoir la régie et le musée.'],
  ['La ville et ses partenaires visitent le site.'],
  ['Le titulaire cède ses droits à la ville.'],
]);

describe('the matters of a dossier', () => {
  const dossier = open([
    { path: 'ccap.md', text: '# CCAP\n\nLes résultats sont les plans.\n' },
    { path: 'cctp.md', text: '# CCTP\n\nLe titulaire remet les codes sources. Les résultats sont les rapports.\n' },
  ]);
  const from = dossier.pieces[0] as Piece;

  it('are looked for in every piece, the first sentence first', () => {
    assert.equal(saidInDossier(from, 'code-source')?.sentence.text, 'Le titulaire remet les codes sources.');
    assert.equal(saidInDossier(from, 'resultats')?.sentence.text, 'Les résultats sont les plans.');
    assert.equal(saidInDossier(from, 'garantie', 'code-source')?.matter, 'code-source');
    assert.equal(saidInDossier(from, 'garantie'), undefined);
  });

  it('are shown once each', () => {
    const p = piece('Les résultats sont les plans. Les résultats sont les notes. Le titulaire remet le code source.');
    assert.deepEqual(matieres.show(p.ask(matieres), p), ['resultats', 'code-source']);
    assert.equal(matieres.show([], p), undefined);
    assert.deepEqual(named('Rien.'), []);
  });

  it('say who the other receivers of rights are', () => {
    for (const text of [
      'Les tiers désignés sont la régie et le musée.',
      'Les droits sont cédés aux personnes suivantes :\n\n- la régie.',
      'Bénéficiaires : la régie et le musée.',
    ])
      assert.equal(areDesignated(piece(text)), true, text);
    for (const text of [
      "L'acheteur et les tiers désignés exploitent les résultats.",
      'Les plans sont listés en annexe.',
      'La ville exploite les résultats.',
    ])
      assert.equal(areDesignated(piece(text)), false, text);
    assert.equal(areDesignated(from), false);
    const { pieces } = open([
      { path: 'ccap.md', text: '# CCAP\n\nLes tiers désignés exploitent les plans.\n' },
      { path: 'cctp.md', text: '# CCTP\n\nLes tiers désignés sont la régie et le musée.\n' },
    ]);
    assert.equal(areDesignated(pieces[0] as Piece), true);
  });
});
