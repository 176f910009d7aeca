import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { exigencesMinimales } from '../../../rules/facts/procedure/exigences-minimales.ts';
import { motifs } from '../../../rules/facts/procedure/motif.ts';

const open = (body: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text: `# RC\n\n${body}\n` }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
const read = (body: string) => open(body).ask(motifs);
const UNDER = '## Justification du recours à la procédure\n\n';

describe('the case that opens a negotiated procedure', () => {
  const CASES: readonly (readonly [string, readonly string[]])[] = [
    [
      'adaptation',
      [
        'Le besoin ne peut être satisfait sans adapter des solutions immédiatement disponibles.',
        'L’achat exige l’adaptation de produits existants.',
        'Les solutions disponibles sur le marché ne suffisent pas.',
        'Aucune solution du marché ne convient.',
        'Les logiciels disponibles manquent ; aucun logiciel existant ne convient.',
      ],
    ],
    [
      'innovation',
      [
        'Le besoin consiste en une solution innovante.',
        'Le marché porte sur des services particulièrement innovants.',
        'En raison du caractère innovant des travaux, la négociation est ouverte.',
        'L’achat, vu son caractère innovant, est négocié.',
      ],
    ],
    ['conception', ['Le marché comporte des prestations de conception.', 'Le contrat inclut une part de conception.']],
    [
      'complexite',
      [
        'En raison de la complexité du projet, l’acheteur négocie.',
        'La complexité du montage impose de négocier.',
        'Le montage juridique et financier est à bâtir.',
        'Des circonstances particulières liées à la nature des travaux le justifient.',
      ],
    ],
    [
      'specifications',
      [
        'L’acheteur n’est pas en mesure de définir avec précision les spécifications.',
        'Les spécifications techniques ne peuvent être définies.',
        'Il est impossible de déterminer seul les moyens de répondre au besoin.',
      ],
    ],
    [
      'infructueux',
      [
        'Un appel d’offres a été déclaré infructueux.',
        'Seules des offres irrégulières ont été remises.',
        'Des offres inacceptables ont été remises lors de l’appel d’offres.',
      ],
    ],
  ];
  for (const [cas, sentences] of CASES)
    for (const sentence of sentences)
      it(`${cas}: « ${sentence} »`, () => {
        const piece = open(UNDER + sentence);
        const found = piece.ask(motifs).cas;
        assert.deepEqual(found && [found.cas, piece.draft.slice(found.at)], [cas, sentence]);
      });
  it('may be cited by its article alone', () => {
    for (const text of [
      'Le marché relève du 3° de l’article R. 2124-3.',
      'Le dialogue est ouvert (R. 2124-5, 4°).',
      'La procédure est ouverte par le cas suivant.',
    ])
      assert.equal(read(text).cas?.cas, 'cite', text);
    assert.equal(read('La complexité impose de négocier (3° du R. 2124-3).').cas?.cas, 'complexite');
    assert.equal(read('Le délai de l’article R. 2124-3 est de trente jours.').cas, undefined);
  });
  it('is the first that is stated', () => {
    const found = read(
      `${UNDER}Le marché comporte des prestations de conception. Un appel d’offres a été déclaré infructueux.`,
    );
    assert.equal(found.cas?.cas, 'conception');
    const cited = read('Le marché relève du 3° de l’article R. 2124-3. Il relève du 4° de l’article R. 2124-3.');
    assert.equal(cited.cas?.cas, 'cite');
    const piece = open('Le marché relève du 3° de l’article R. 2124-3. Il relève du 4° de l’article R. 2124-3.');
    const at = piece.ask(motifs).cas?.at;
    assert.equal(at && piece.draft.slice(at), 'Le marché relève du 3° de l’article R. 2124-3.');
  });
  it('is told where the procedure is spoken of, and not in the description of the need', () => {
    const sentence = 'Le marché comporte des prestations de conception.';
    assert.equal(read(`## Objet\n\n${sentence}`).cas, undefined);
    assert.equal(
      read(`## Objet\n\n${sentence} Il est passé selon une procédure avec négociation.`).cas?.cas,
      'conception',
    );
    assert.equal(read(`## Dialogue\n\n${sentence}`).cas?.cas, 'conception');
  });
});

describe('exclusive rights', () => {
  /** « seul, sans autre »: one operator, no other solution. */
  const shown = (text: string) => {
    const { exclusivite } = read(text);
    return (
      exclusivite &&
      ([exclusivite.seulOperateur && 'seul', exclusivite.sansAlternative && 'sans autre'].filter(Boolean).join(', ') ||
        'rien')
    );
  };
  const LEAD = 'Le marché est négocié pour des raisons techniques, article R. 2122-3.';
  it('are invoked by a reason or an article, where the contract is passed without notice', () => {
    for (const text of [
      LEAD,
      'Marché sans publicité, fondé sur des droits exclusifs.',
      'Passé de gré à gré, pour des raisons artistiques.',
      'Marché négocié pour des considérations tenant à la protection de droits d’auteur.',
      '## Marché sans publicité\n\nIl tient à des raisons techniques.',
      'Il tient à des raisons techniques, selon l’article R. 2122-8.',
    ])
      assert.equal(shown(text), 'rien', text);
    assert.equal(shown('Pour des raisons techniques, le lot est unique.'), undefined);
    assert.equal(shown('Le marché est négocié.'), undefined);
    assert.equal(shown('Le marché est négocié, article R. 2122-30.'), undefined);
  });
  for (const [text, expected] of [
    ['Un seul opérateur peut exécuter le marché.', 'seul'],
    ['Seule la société Nox détient le brevet.', 'seul'],
    ['La société Nox est seule en mesure de produire la pièce.', 'seul'],
    ['Nox en est le fournisseur unique.', 'seul'],
    ['Aucun autre éditeur ne maintient ce logiciel.', 'seul'],
    ['Nox est titulaire exclusif des droits.', 'seul'],
    ['Nox détient les droits exclusifs.', 'seul'],
    ['Nox produit un certificat d’exclusivité.', 'seul'],
    ['Le marché ne peut être confié qu’à un opérateur.', 'seul'],
    ['Il n’existe aucune solution de remplacement raisonnable.', 'sans autre'],
    ['L’absence d’alternative est établie.', 'sans autre'],
    ['Aucun autre logiciel ne conviendrait ni ne remplacerait celui-ci.', 'sans autre'],
    ['Le produit est sans équivalent.', 'sans autre'],
    ['Il n’existe pas d’alternative.', 'sans autre'],
    ['Ce logiciel n’est pas une alternative au nôtre.', 'rien'],
    ['Nox, seul opérateur, livre un produit sans équivalent.', 'seul, sans autre'],
    ['La pièce est livrée en juin.', 'rien'],
    ['Plusieurs opérateurs existent.', 'rien'],
  ] as const)
    it(`${expected}: « ${text} »`, () => {
      assert.equal(shown(`${LEAD} ${text}`), expected);
      assert.equal(shown(`${LEAD}\n\n${text}`), expected);
      assert.equal(shown(`## Procédure\n\n${text}\n\nTexte.\n\nTexte.\n\n${LEAD}`), expected);
      assert.equal(shown(`## Motifs\n\n${text}\n\n## Procédure\n\n${LEAD}`), expected);
    });
  it('are not justified by what another article says, unless it gives reasons', () => {
    const other = 'Un seul opérateur est admis par lot, sans équivalent.';
    assert.equal(shown(`## Procédure\n\n${LEAD}\n\n## Lots\n\n${other}`), 'rien');
    assert.equal(shown(`## Procédure\n\n${LEAD}\n\n## Divers\n\nConsidérant le besoin : ${other}`), 'seul, sans autre');
  });
  it('are read once, at the first sentence that invokes them', () => {
    const piece = open(`## Procédure\n\n${LEAD} Il repose sur des droits exclusifs.`);
    const at = piece.ask(motifs).exclusivite?.at;
    assert.equal(at && piece.draft.slice(at), LEAD);
  });
});

describe('an innovative purchase', () => {
  const LEAD = 'Le marché est conclu en application de l’article R. 2122-9-1.';
  /** « justifié, 38000 » */
  const shown = (text: string) => {
    const { achatInnovant } = read(text);
    return (
      achatInnovant &&
      [achatInnovant.justifie ? 'justifié' : 'nu', ...(achatInnovant.ht ? [Math.round(achatInnovant.ht)] : [])].join(
        ', ',
      )
    );
  };
  for (const [text, expected] of [
    [LEAD, 'nu'],
    ['Le dispositif des achats innovants est utilisé.', 'nu'],
    ['L’achat innovant est passé sans publicité.', 'nu'],
    ['L’achat est innovant.', undefined],
    [`${LEAD} La solution est nouvelle.`, 'justifié'],
    [`${LEAD} Il n’existe pas d’équivalent.`, 'justifié'],
    [`${LEAD} Cette innovation repose sur un procédé breveté.`, 'justifié'],
    [`${LEAD} Son montant est de 38 000 € HT.`, 'nu, 38000'],
    [`${LEAD} Son montant est de 48 000 € TTC.`, 'nu, 40000'],
    [`${LEAD} Son montant, inférieur à 100 000 € HT, est de 38 000 € HT.`, 'nu, 38000'],
    [`${LEAD} Son montant est inférieur à 100 000 € HT.`, 'nu'],
    [`${LEAD}\n\n## Montant\n\nLe montant estimé du marché est de 52 000 € HT.`, 'nu, 52000'],
    [`${LEAD} Son montant est sous le seuil de 100 000 € HT.`, 'nu'],
    [`${LEAD}\n\nLa solution est nouvelle.`, 'justifié'],
    [`${LEAD}\n\nTexte.\n\nLes nouveaux locaux ouvrent en mai.`, 'nu'],
    [`${LEAD}\n\nTexte.\n\nLe caractère innovant tient à une nouveauté.`, 'justifié'],
  ] as const)
    it(`${expected ?? 'none'}: « ${text.replace(/\n+/g, ' / ')} »`, () => assert.equal(shown(text), expected));
  it('is read once, where it is first invoked', () => {
    const piece = open(`${LEAD} ${LEAD}`);
    const at = piece.ask(motifs).achatInnovant?.at;
    assert.equal(at?.start, piece.draft.text.indexOf(LEAD));
  });
});

describe('a contract of research', () => {
  const LEAD = 'Le marché est passé uniquement à des fins de recherche, article R. 2122-10.';
  /** The words by which its prototype is meant for a later contract; '' where none does. */
  const later = (text: string) => {
    const piece = open(text);
    const { prototype } = piece.ask(motifs);
    return prototype && (prototype.ulterieur ? piece.draft.slice(prototype.ulterieur) : '');
  };
  it('is invoked by its article or its end', () => {
    assert.equal(later('Le produit est fabriqué exclusivement pour les besoins de la recherche.'), '');
    assert.equal(later('Article R. 2122-10 du code.'), '');
    assert.equal(later('Le marché porte sur la recherche.'), undefined);
    assert.equal(later('Le prototype précède une production en série.'), undefined);
  });
  for (const text of [
    'Le prototype précède une production en série.',
    'Le démonstrateur sera industrialisé.',
    'Le pilote préfigure l’équipement de tous les sites.',
    'L’appareil est destiné à la commercialisation.',
    'Le prototype donnera lieu à un marché ultérieur.',
    'Avec ce modèle, l’hôpital veut équiper ensuite ses établissements.',
  ])
    it(`looks further: « ${text} »`, () => assert.equal(later(`${LEAD} ${text}`), text));
  for (const text of [
    'Le prototype est sans vocation commerciale ni vente.',
    'Le prototype n’aura aucune suite commerciale.',
    'Le prototype ne sera pas commercialisé.',
    'Le prototype est rendu au laboratoire.',
    'La commercialisation des places est libre.',
  ])
    it(`does not look further: « ${text} »`, () => assert.equal(later(`${LEAD} ${text}`), ''));
});

describe('the grounds that a piece states', () => {
  const show = (text: string) => motifs.show(read(text), open(text));
  it('are shown by what they say', () => {
    assert.deepEqual(show('Marché sans publicité, article R. 2122-3 : un seul opérateur.'), {
      cas: undefined,
      exclusivite: { seulOperateur: true, sansAlternative: false },
      achatInnovant: undefined,
      prototypeUlterieur: undefined,
    });
    assert.deepEqual(show('Le marché relève du 3° de l’article R. 2124-3.'), {
      cas: 'cite',
      exclusivite: undefined,
      achatInnovant: undefined,
      prototypeUlterieur: undefined,
    });
    assert.deepEqual(show('Le marché relève des articles R. 2122-9-1 et R. 2122-10.'), {
      cas: undefined,
      exclusivite: undefined,
      achatInnovant: { justifie: false, ht: undefined },
      prototypeUlterieur: false,
    });
    assert.equal(show('Le marché est passé en procédure adaptée.'), undefined);
  });
});

describe('the requirements that negotiation may not touch', () => {
  /** « énoncées », « provisoires », or both. */
  const said = (text: string) => {
    const piece = open(text);
    const { enoncees, provisoires } = piece.ask(exigencesMinimales);
    return [
      ...(enoncees ? [`énoncées : ${piece.draft.slice(enoncees).replace(/\s*\n+/g, ' / ')}`] : []),
      ...(provisoires ? [`provisoires : ${piece.draft.slice(provisoires)}`] : []),
    ].join(' ; ');
  };
  for (const text of [
    'Les exigences minimales sont celles du CCTP.',
    'Le débit minimal et le socle intangible figurent au programme.',
    'Les caractéristiques suivantes sont intangibles : débit, pression.',
    'Les prescriptions non négociables sont les articles 3 et 4.',
    'Les points 1 à 4 ne pourront être remis en cause au cours de la négociation.',
    'Ces fonctions sont impératives : alerte, secours.',
    'Les exigences de sécurité sont impératives.',
    'Les conditions de l’article 4 ne peuvent être modifiées.',
    'Sont non négociables : le débit et la pression.',
    'Les délais demeurent intangibles.',
  ])
    it(`are given: « ${text} »`, () => assert.equal(said(text), `énoncées : ${text}`));
  for (const text of [
    'Les exigences minimales seront précisées ultérieurement.',
    'Les exigences minimales sont indicatives.',
    'Les exigences minimales sont communiquées aux candidats retenus.',
    'Les exigences minimales sont arrêtées au cours de la négociation.',
  ])
    it(`are provisional: « ${text} »`, () => assert.equal(said(text), `provisoires : ${text}`));
  for (const text of [
    'La négociation ne peut porter sur les exigences minimales.',
    'Les exigences minimales ne font pas l’objet de la négociation.',
    'Tout est négocié, hormis les exigences minimales.',
    'Les exigences minimales sont exclues de la négociation.',
    'Les exigences minimales des variantes sont celles du CCTP.',
    'Les exigences sont nombreuses.',
    'Le délai est négociable.',
  ])
    it(`are not given: « ${text} »`, () => assert.equal(said(text), ''));
  it('may be firm and still name the negotiation, and be provisional elsewhere', () => {
    const firm = 'Les exigences minimales du CCTP ne pourront être remises en cause au cours de la négociation.';
    assert.equal(said(firm), `énoncées : ${firm}`);
    assert.equal(
      said('Les exigences minimales sont indicatives. Les exigences minimales sont celles du CCTP.'),
      'énoncées : Les exigences minimales sont celles du CCTP. ; provisoires : Les exigences minimales sont indicatives.',
    );
  });
  it('may have a title of their own, over something', () => {
    assert.equal(said('## Exigences minimales\n\nDébit.\n\nPression.'), 'énoncées : Exigences minimales');
    assert.equal(said('## Exigences minimales\n\nDébit.'), 'énoncées : Exigences minimales');
    assert.equal(
      said('## Exigences minimales\n\nDébit.\n\nPression.\n\nPoids, à titre d’exemple.'),
      'énoncées : Exigences minimales',
    );
    assert.ok(
      said('## Objet\n\nBalances.\n\n**Exigences minimales.** Débit de trois litres.').startsWith('énoncées : '),
    );
    assert.equal(said('## Exigences minimales'), '');
    assert.equal(said('## Exigences minimales\n\nElles seront définies ultérieurement.'), '');
  });
  it('may be a column of a table', () => {
    const t = (header: string, ...rows: string[]) =>
      [`| ${header} |`, '|---|---|', ...rows.map((r) => `| ${r} |`)].join('\n');
    const given = t('Exigence | Minimale', 'Débit | oui');
    assert.equal(said(given), 'énoncées : | Exigence | Minimale | / |---|---| / | Débit | oui |');
    assert.equal(said(t('Exigence | Minimale')), '');
    const negotiable = t('Exigence | Négociable', 'Débit | Non', 'Couleur | Oui');
    assert.ok(said(negotiable).startsWith('énoncées : | Exigence | Négociable |'));
    assert.equal(said(t('Exigence | Négociable', 'Débit | Oui')), '');
    assert.equal(said(t('Négociable | Exigence', 'Oui | Non conforme')), '');
    assert.ok(said(t('Négociable | Exigence', 'Non | Débit')).startsWith('énoncées : '));
    assert.equal(said(t('Exigence | Négociable', 'Débit | Oui, non sans débat')), '');
    assert.equal(said(t('Exigence | Unité', 'Débit | non')), '');
  });
  it('are shown as given or provisional', () => {
    const show = (text: string) => exigencesMinimales.show(open(text).ask(exigencesMinimales), open(text));
    assert.deepEqual(show('Les exigences minimales sont celles du CCTP.'), { enoncees: true, provisoires: false });
    assert.deepEqual(show('Les exigences minimales sont indicatives.'), { enoncees: false, provisoires: true });
    assert.equal(show('Le délai est négociable.'), undefined);
  });
});
