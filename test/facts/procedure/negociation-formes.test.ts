import assert from 'node:assert/strict';
import { negociation } from '../../../rules/facts/procedure/negociation.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (body: string, title = 'Examen des offres') => {
  const [piece] = open([{ path: 'rc.md', text: `# RC\n\n## ${title}\n\n${body}\n` }]).pieces;
  assert.ok(piece);
  return piece;
};
const read = (body: string, title?: string) => pieceOf(body, title).ask(negociation);

/** What is foreseen, and whether the right to award on the first offers is kept. */
const stance = (body: string, title?: string): string => {
  const n = read(body, title);
  const said = n.stance === 'prevue' ? (n.certaine ? 'certaine' : 'possible') : (n.stance ?? '');
  return [said, n.offresInitiales && 'réserve'].filter(Boolean).join(' ');
};

describe('a negotiation, foreseen or not', () => {
  const SAID: readonly (readonly [string, string])[] = [
    ['LA NEGOCIATION EST CONDUITE AVEC LES TROIS PREMIERS.', 'certaine'],
    ['Les offres sont négociées avec les trois premiers.', 'certaine'],
    ['La ville mène des pourparlers ; chaque offre doit être négociée.', 'certaine'],
    ['Négociation : prévue.', 'certaine'],
    ['La ville peut inviter l’attributaire pressenti à revoir ses prix à la baisse.', 'possible'],
    ['L’attributaire pressenti est invité à produire ses attestations.', ''],
    ['Le titulaire est invité à réduire ses prix chaque année.', ''],
    ['Négociation : possible.', 'possible'],
    ['La négociation est possible avec les deux premiers.', 'possible'],
    ['La ville se réserve le droit de négocier ou non.', 'possible réserve'],
    ['La ville négocie avec les candidats. Elle peut négocier par écrit.', 'possible'],
    ['La ville négocie avec tous. La négociation peut porter sur tous les éléments des offres.', 'certaine'],
    ['La ville négocie avec tous. La négociation pourra également porter sur le prix.', 'certaine'],
    // Denied, of the whole negotiation or of a part of it.
    ['La ville ne négociera pas.', 'exclue'],
    ['Négociation : non.', 'exclue'],
    ['Il n’est pas prévu de négociation.', 'exclue'],
    ['Il ne sera procédé à aucune négociation, quels que soient les prix.', 'exclue'],
    ['L’offre est retenue selon les critères annoncés ; aucune phase de négociation.', 'exclue'],
    ['La ville ne négociera que le prix.', 'certaine'],
    ['La ville ne négociera qu’avec les trois premiers.', 'certaine'],
    ['Les critères ne sont pas négociables.', ''],
    ['Les clauses du marché ne seront pas négociées.', ''],
    ['Les prescriptions du cahier des charges ne sont pas négociées.', ''],
    ['Les exigences minimales ne peuvent être négociées.', ''],
    ['Les offres finales ne peuvent être négociées.', ''],
    ['La négociation est menée avec tous ; les exigences minimales ne peuvent être négociées.', 'certaine'],
    ['La ville ne négociera pas lorsque la loi l’interdit.', 'exclue'],
    ['La ville ne négociera pas, sachant que les prix sont réglés.', 'exclue'],
    ['Il ne sera procédé qu’à une négociation par écrit.', 'certaine'],
    ['Le critère du prix n’est pas négociable.', ''],
    ['Selon la clause 5, la ville négocie avec tous.', 'certaine'],
    ['Le marché est attribué sans engager de négociation.', 'exclue'],
    // The word in a name, or of another moment.
    ['Les marchés négociés antérieurs sont cités.', ''],
    ['La négociation collective de branche est menée chaque année.', ''],
    ['Un avenant sera négocié avec le titulaire.', ''],
    ['La négociation est menée par des agents ayant une expérience de l’achat.', ''],
    ['La proposition financière négociée est jointe au contrat une fois que la négociation est close.', ''],
    ['La procédure avec négociation est décrite par le code.', ''],
    ['Le présent article traite de la négociation.', ''],
    // Award on the first offers.
    ['Le marché peut être attribué sur la base des offres initiales.', 'réserve'],
    ['La ville peut attribuer le marché sans négociation.', 'réserve'],
    ['Elle se réserve la faculté de renoncer à la négociation.', 'réserve'],
    ['Elle se réserve d’attribuer le marché sans engager de négociation.', 'réserve'],
    ['Elle se réserve de ne pas engager de négociation lorsque les offres suffisent.', 'réserve'],
    [
      'Elle peut mener la négociation, lancer des tours de négociation, puis renoncer à la négociation.',
      'possible réserve',
    ],
    ['Elle peut engager une négociation ou s’en tenir aux offres initiales.', 'possible réserve'],
    ['Elle peut s’en tenir aux offres initiales ou engager une négociation.', 'possible réserve'],
    ['Le marché peut être attribué dès l’ouverture des plis.', ''],
    ['Le marché est attribué au vu des offres remises.', ''],
    ['Les offres initiales sont remises le 3 mars.', ''],
  ];
  for (const [body, wanted] of SAID)
    it(`${wanted || 'nothing'}: ${body}`, () => {
      assert.equal(stance(body), wanted);
    });

  const UNNAMED: readonly (readonly [string, string])[] = [
    ['Les trois candidats les mieux classés sont invités à améliorer leur offre.', 'certaine'],
    ['Les soumissionnaires sont entendus lors d’un entretien et pourront revoir leurs prix.', 'possible'],
    ['La ville rencontre les candidats afin de discuter de leurs conditions tarifaires.', 'certaine'],
    ['Les candidats publient de nouveaux prix chaque année.', ''],
    ['Les usagers sont invités à discuter des tarifs de la régie.', ''],
    ['Les candidats sont invités à visiter le site.', ''],
    ['Les candidats ne sont pas invités à améliorer leur offre.', ''],
    ['Pour les marchés subséquents, les candidats sont invités à remettre de nouveaux prix.', ''],
    ['Les candidats dont l’offre est inacceptable sont invités à revoir leur prix.', ''],
  ];
  for (const [body, wanted] of UNNAMED)
    it(`that does not say its name: ${wanted || 'nothing'}: ${body}`, () => {
      assert.equal(stance(body), wanted);
    });

  it('is not foreseen by a title alone, and may be excluded by one', () => {
    assert.equal(stance('Voir le code.', 'La négociation est menée par la commission'), '');
    assert.equal(stance('Voir le code.', 'Attribution sans négociation'), 'exclue');
  });

  it('is foreseen where the text first says so', () => {
    const piece = pieceOf('Les plis sont ouverts. La ville négocie avec tous. Elle négociera par écrit.');
    const n = piece.ask(negociation);
    assert.equal(piece.draft.slice(n.at ?? { start: 0, end: 0 }), 'La ville négocie avec tous.');
    assert.deepEqual(
      n.prevues.map((p) => [piece.draft.slice(p.at), p.certaine]),
      [
        ['La ville négocie avec tous.', true],
        ['Elle négociera par écrit.', true],
      ],
    );
    const none = pieceOf('Les plis sont ouverts. La ville ne négocie pas.');
    assert.equal(none.draft.slice(none.ask(negociation).at ?? { start: 0, end: 0 }), 'La ville ne négocie pas.');
  });

  it('is read beside its label in a table, to the letter', () => {
    const row = (label: string, value: string) =>
      stance(`| Rubrique | Contenu |\n|---|---|\n| Variantes | Oui |\n| ${label} | ${value} |`);
    for (const [value, wanted] of [
      ['Oui', 'possible'],
      ['Avec les trois premiers', 'possible'],
      ['Autorisée', 'possible'],
      ['Non', 'exclue'],
      ['Néant', 'exclue'],
      ['Interdite', 'exclue'],
      ['Voir l’article 5', ''],
      ['En option, oui', ''],
      ['À définir, ou non', ''],
      ['', ''],
    ] as const)
      assert.equal(row('Négociation', value), wanted, value);
    assert.equal(row('Visite', 'Non'), '');
    assert.equal(stance('| Négociation | Oui |\n|---|---|\n| Variantes | Non |'), 'possible');
    const piece = pieceOf('| Rubrique | Contenu |\n|---|---|\n| Négociation | Non |');
    assert.equal(piece.draft.slice(piece.ask(negociation).at ?? { start: 0, end: 0 }), 'Non');
  });
});

describe('what may not be negotiated', () => {
  const found = (body: string, title = 'Négociation') => {
    const piece = pieceOf(body, title);
    return piece.ask(negociation).interdits.map((i) => `${i.objet} : ${piece.draft.slice(i.at)}`);
  };
  const TABLE: readonly (readonly [string, readonly string[]])[] = [
    ['Les exigences minimales peuvent être discutées.', ['exigences : Les exigences minimales peuvent être discutées']],
    ['Elle peut conduire à modifier les critères.', ['criteres : Elle peut conduire à modifier les critères']],
    ['Les critères d’attribution sont négociables.', ['criteres : Les critères d’attribution sont négociables']],
    [
      'Les échanges portent sur le prix, le délai et les exigences minimales.',
      ['exigences : Les échanges portent sur le prix, le délai et les exigences minimales'],
    ],
    [
      'Sont négociables : le prix, le délai, les critères de jugement.',
      ['criteres : Sont négociables : le prix, le délai, les critères de jugement'],
    ],
    [
      'La pondération et les exigences minimales pourront être revues pendant le dialogue.',
      [
        'exigences : La pondération et les exigences minimales pourront être revues pendant le dialogue',
        'criteres : La pondération et les exigences minimales pourront être revues pendant le dialogue',
      ],
    ],
    ['La négociation peut concerner les critères.', ['criteres : La négociation peut concerner les critères']],
    [
      'Les candidats négocient aussi l’exigence minimale.',
      ['exigences : Les candidats négocient aussi l’exigence minimale'],
    ],
    ['Les minima sont aussi négociables, dit-on.', ['exigences : Les minima sont aussi négociables, dit-on']],
    ['Élément négociable: critères.', ['criteres : négociable: critères']],
    [
      'Sont notamment ouverts à la négociation :\n• les prix et les délais\n• les exigences dites minimales du CCTP et le poids respectif des critères',
      [
        'exigences : les exigences dites minimales du CCTP et le poids respectif des critères',
        'criteres : les exigences dites minimales du CCTP et le poids respectif des critères',
      ],
    ],
    [
      'Points soumis à discussion :\n\n- les délais ;\n- les critères et leur pondération ;\n- le niveau des exigences minimales.',
      ['criteres : les critères et leur pondération', 'exigences : le niveau des exigences minimales'],
    ],
    [
      'Rien n’est soustrait à la négociation, pas même les critères de jugement.',
      ['criteres : Rien n’est soustrait à la négociation, pas même les critères de jugement'],
    ],
    ['Sont discutés :\n\n- les critères d’accessibilité de la page ;\n- le respect des exigences minimales.', []],
    ['Sont exclus de la négociation :\n\n- les exigences minimales ;\n- les critères.', []],
    ['Sont négociés :\n\n- le prix, hors exigences minimales ;\n- les critères de performance.', []],
    ['Aucun point n’est exclu de la négociation. Les critères d’attribution restent ceux du règlement.', []],
    ['Les questions peuvent concerner les exigences minimales.', []],
    ['Les pièces portant les exigences minimales sont jointes.', []],
    ['Les critères sont fixes et les délais négociables.', []],
    ['Sont négociables : le prix. Les critères sont fixes.', []],
    ['Le prix négociable est celui du bordereau ; les critères sont fixes.', []],
    ['Les échanges portent sur le prix, exigences minimales exclues.', []],
    ['Aucun critère, fût-il mineur, ne peut être modifié.', []],
    ['Les exigences minimales ne peuvent pas être discutées.', []],
    ['Ni les critères ni leur pondération ne peuvent être modifiés.', []],
    ['Les échanges portent sur tout, sauf les exigences minimales.', []],
    ['Les critères intangibles peuvent être rappelés.', []],
    ['Éléments non négociables : le prix ; les exigences minimales.', []],
    ['Les offres peuvent être modifiées au regard des critères.', []],
    ['Les offres modifiées doivent respecter les exigences minimales, qui peuvent être rappelées.', []],
    ['Les exigences minimales sont rappelées au programme.', []],
    ['Les critères sont énoncés à l’article 5.', []],
    ['La négociation porte sur le prix et le délai.', []],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted.length} in « ${body} »`, () => {
      assert.deepEqual(found(body), wanted);
    });
  it('is not looked for where no negotiation is spoken of', () => {
    assert.deepEqual(found('Les exigences minimales peuvent être discutées.', 'Exécution'), []);
  });
});

describe('the final offer', () => {
  const TABLE: readonly (readonly [string, boolean])[] = [
    ['L’offre finale est négociée avec le lauréat.', true],
    ['Les candidats remettent une offre finale, qui est ensuite négociée.', true],
    ['Les offres finales peuvent être discutées.', true],
    ['Les offres définitives, une fois remises, pourront encore être améliorées.', true],
    ['Les candidats sont invités à remettre une offre finale à l’issue de la négociation.', false],
    ['La négociation est close par la remise des offres finales.', false],
    ['Les offres finales ne donnent lieu à aucune négociation.', false],
    ['L’offre finale n’est pas négociée.', false],
    ['Les échanges sur l’offre finale peuvent servir à confirmer les engagements financiers négociés.', false],
    ['Les candidats remettent leur offre finale ; à l’issue de la négociation, nul n’y revient.', false],
    ['Les offres finales ne sont plus négociées.', false],
    ['Les offres finales ne peuvent pas être discutées.', false],
    ['La négociation est menée avant la remise des offres finales.', false],
    ['Les offres finales sont classées.', false],
    ['Les offres initiales peuvent être discutées.', false],
    ['Les offres finales sont jugées ; les prix peuvent être lus par tous.', false],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted ? 'is' : 'is not'} negotiated: ${body}`, () => {
      const piece = pieceOf(body);
      const at = piece.ask(negociation).offreFinale?.at;
      assert.equal(at && piece.draft.slice(at), wanted ? body : undefined);
    });
});

describe('what is promised to those who negotiate', () => {
  const kept = (body: string, title: string) => {
    const { egalite, protection } = read(body, title);
    return [egalite && 'égalité', protection && 'secret'].filter(Boolean).join(' ');
  };
  const TABLE: readonly (readonly [string, string, string])[] = [
    ['Négociation', 'Chacun reçoit les mêmes informations.', 'égalité'],
    ['Exécution', 'Chacun reçoit les mêmes informations.', ''],
    ['Exécution', 'L’égalité de traitement des candidats est assurée.', 'égalité'],
    ['Négociation', 'Les factures sont réglées dans des délais identiques.', ''],
    ['Négociation', 'Les candidats remettent un mémoire.', ''],
    ['Négociation', 'Les échanges restent confidentiels.', 'secret'],
    ['Exécution', 'Les échanges restent confidentiels.', ''],
    ['Exécution', 'Les propositions des candidats restent confidentielles.', 'secret'],
    ['Négociation', 'La confidentialité des plans du site est assurée.', ''],
    ['Négociation', 'Le titulaire tient confidentiels les échanges.', ''],
    [
      'Négociation',
      'Les discussions sont confidentielles et menées dans des conditions identiques pour tous.',
      'égalité secret',
    ],
  ];
  for (const [title, body, wanted] of TABLE)
    it(`${wanted || 'nothing'}, under « ${title} »: ${body}`, () => {
      assert.equal(kept(body, title), wanted);
    });
  it('is pointed at where it is first said', () => {
    const piece = pieceOf(
      'Les échanges sont confidentiels. Chacun reçoit les mêmes informations. Le même temps est donné à chacun. Les propositions sont confidentielles.',
      'Négociation',
    );
    const { egalite, protection } = piece.ask(negociation);
    assert.deepEqual(
      [egalite, protection].map((at) => at && piece.draft.slice(at)),
      ['Chacun reçoit les mêmes informations.', 'Les échanges sont confidentiels.'],
    );
  });
});
