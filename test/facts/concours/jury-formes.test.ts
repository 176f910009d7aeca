import assert from 'node:assert/strict';
import { jury } from '../../../rules/facts/concours/jury.ts';
import { procesVerbal } from '../../../rules/facts/concours/jury-proces-verbal.ts';
import { juryQualification } from '../../../rules/facts/concours/jury-qualification.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (body: string) => {
  const [piece] = open([{ path: 'reglement-concours.md', text: `# Règlement du concours\n\n${body}\n` }]).pieces;
  assert.ok(piece);
  return piece;
};

describe('a jury and its independence', () => {
  const told = (body: string): string => {
    const j = pieceOf(body).ask(jury);
    return [
      j.sentence && 'jury',
      j.refused && 'refusé',
      j.independent && 'indépendant',
      j.partial && 'en partie',
      j.breach && 'lien',
    ]
      .filter(Boolean)
      .join(', ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['LE JURY SE REUNIT EN MARS.', 'jury'],
    ['Il n’est pas constitué de jury.', 'refusé'],
    ['Le choix est fait sans jury.', 'refusé'],
    ['Les membres du comité de sélection sont tous indépendants.', 'jury, indépendant'],
    ['Le jury est composé de personnes indépendantes.', 'jury, indépendant'],
    ['Tous les membres du jury sont extérieurs aux équipes.', 'jury, indépendant'],
    ['Le jury ne comprend que des personnes étrangères aux équipes.', 'jury, indépendant'],
    ['Le jury a un membre extérieur aux équipes.', 'jury'],
    ['Les membres du jury ne peuvent participer au concours.', 'jury, indépendant'],
    ['Les membres du jury sont indépendants de la ville.', 'jury'],
    ['Le jury est présidé par une personne indépendante.', 'jury, en partie'],
    ['Les membres sont pour moitié indépendants des candidats. Le jury vote.', 'jury'],
    ['Le jury vote. Ses membres sont pour moitié indépendants des candidats.', 'jury, en partie'],
    ['La moitié des membres du jury, tous indépendants, est élue.', 'jury, indépendant'],
    ['L’indépendance des membres du jury n’est pas requise.', 'jury, lien'],
    ['Le jury siège. L’indépendance de ses membres n’est pas exigée.', 'jury, lien'],
    ['Il n’est pas exigé d’indépendance des membres du jury.', 'jury, lien'],
    ['Un membre du jury ne peut accompagner l’équipe d’un candidat.', 'jury, indépendant'],
    ['Le jury siège. L’indépendance du site web n’est pas exigée.', 'jury, indépendant'],
    ['La charte de déontologie s’applique aux membres du jury.', 'jury, indépendant'],
    ['Le jury siège. La charte graphique est jointe.', 'jury'],
    ['Les membres du jury signent une déclaration d’absence de liens avec les candidats.', 'jury, indépendant'],
    ['## Jury\n\nAucun membre n’a d’intérêt commun avec une équipe.', 'jury, indépendant'],
    ['## Qui juge ?\n\nTous sont indépendants des équipes.', 'indépendant'],
    ['## Exécution\n\nLe prestataire n’a aucun lien avec le fournisseur.', ''],
    ['Le jury compte cinq personnes.\n\nIl est indépendant de tous les candidats.', 'jury, indépendant'],
    ['Le jury compte cinq personnes.\n\n3.2. Ses membres sont tous indépendants des candidats.', 'jury, indépendant'],
    ['Le jury compte cinq personnes.\n\nIII.2 Il est indépendant de tous les candidats.', 'jury, indépendant'],
    ['Le jury compte cinq personnes.\n\nLa société est indépendante des candidats.', 'jury'],
    ['Le jury compte :\n\n- cinq personnes indépendantes ;\n- un président.', 'jury, indépendant'],
    ['Le jury compte cinq mentors.', 'jury, lien'],
    ['Le jury est formé des représentants des équipes.', 'jury, lien'],
    ['Les mentors ne siègent pas au jury.', 'jury'],
    ['Le jury comprend deux élus, qui répondent aux représentants des équipes.', 'jury'],
    ['Les sponsors offrent un repas.', ''],
    ['L’indépendance du jury est décrite dans la charte.', 'jury, indépendant'],
    ['Le jury siège. Leur indépendance est décrite dans l’avis de concours.', 'jury'],
    ['Le jury dispose d’un secrétariat indépendant.', 'jury'],
    ['Le bureau compte cinq personnes.\n\nIl est indépendant de tous les candidats.', ''],
    ['Le bureau siège. Tous sont indépendants des candidats.', ''],
    ['Le bureau compte :\n\n- cinq personnes indépendantes ;\n- un président.', ''],
    ['Les équipes sont remises en mars.', ''],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(told(body), wanted);
    });

  it('is pointed at by its composition, else by the first word on it', () => {
    const said = (body: string) => {
      const piece = pieceOf(body);
      const { sentence } = piece.ask(jury);
      return sentence && piece.draft.slice(sentence.span).replace(/^#+ /, '');
    };
    assert.equal(
      said('## Jury\n\nLe jury vote. Le jury est composé de cinq élus.'),
      'Le jury est composé de cinq élus.',
    );
    assert.equal(said('## Jury\n\nLe jury vote en mars.'), 'Le jury vote en mars.');
    assert.match(said('## Composition du jury\n\nVoir le code.') ?? '', /Composition du jury/);
    assert.equal(said('Aucun jury n’est constitué.'), undefined);
  });

  it('is shown in a few words', () => {
    const shown = (body: string) => {
      const piece = pieceOf(body);
      return jury.show?.(piece.ask(jury), piece);
    };
    assert.deepEqual(shown('Le jury se réunit.'), { jury: true, independant: false });
    assert.deepEqual(shown('Le choix est fait sans jury.'), { jury: false, independant: false });
    assert.deepEqual(shown('Le jury est présidé par une personne indépendante.'), {
      jury: true,
      independant: false,
      enPartie: true,
    });
    assert.deepEqual(shown('Le jury compte cinq mentors.'), { jury: true, independant: false, lien: true });
    assert.equal(shown('Les plis sont remis.'), undefined);
  });
});

describe('the minutes of a jury', () => {
  const told = (body: string): string => {
    const p = pieceOf(body).ask(procesVerbal);
    return [
      p.sentence && 'procès-verbal',
      p.signe && 'signé',
      p.classement && 'classement',
      p.observations && 'observations',
    ]
      .filter(Boolean)
      .join(', ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['LE JURY DRESSE UN PROCES-VERBAL.', 'procès-verbal'],
    [
      'Le procès-verbal, signé des membres, porte le classement et les remarques.',
      'procès-verbal, signé, classement, observations',
    ],
    ['Le jury dresse un PV. Ses membres le signent.', 'procès-verbal, signé'],
    [
      'Le jury dresse un procès-verbal avec :\n\n- le classement ;\n- les motifs.',
      'procès-verbal, classement, observations',
    ],
    [
      'Les membres donnent leur avis.\n\nUn procès-verbal est dressé.\n\nIl est signé.',
      'procès-verbal, signé, observations',
    ],
    [
      'Un procès-verbal est dressé.\n\nLe secrétaire le garde.\n\nLa séance est levée après signature.',
      'procès-verbal',
    ],
    ['Le jury classe les projets.\n\nIl se retire.\n\nUn procès-verbal est dressé.', 'procès-verbal'],
    ['Le jury classe les projets. Un procès-verbal d’ouverture est signé.', ''],
    ['Aucun procès-verbal n’est dressé.', ''],
    ['Le jury signe son avis.', ''],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(told(body), wanted);
    });
  it('are pointed at in the text rather than in a title, and shown', () => {
    const piece = pieceOf('## Procès-verbal\n\nLe jury dresse un procès-verbal signé.');
    const found = piece.ask(procesVerbal);
    assert.equal(found.sentence && piece.draft.slice(found.sentence.span), 'Le jury dresse un procès-verbal signé.');
    assert.deepEqual(procesVerbal.show?.(found, piece), { signe: true, classement: false, observations: false });
    const none = pieceOf('Le jury vote.');
    assert.equal(procesVerbal.show?.(none.ask(procesVerbal), none), undefined);
    const titled = pieceOf('## Procès-verbal du jury\n\nVoir le code.');
    assert.match(titled.draft.slice(titled.ask(procesVerbal).sentence?.span ?? { start: 0, end: 0 }), /Procès-verbal/);
  });
});

const ASKED = 'Chaque candidat doit être titulaire du diplôme d’architecte.';

describe('a qualification required of those who compete', () => {
  const TABLE: readonly (readonly [string, boolean])[] = [
    [ASKED, true],
    ['UNE QUALIFICATION PROFESSIONNELLE EST EXIGEE DES CANDIDATS.', true],
    ['L’inscription à l’ordre des architectes est obligatoire.', true],
    ['L’équipe comprend obligatoirement un paysagiste.', true],
    ['Seuls les architectes peuvent concourir.', true],
    ['Chaque équipe doit réunir :\n\n- un titulaire du diplôme de paysagiste ;\n- un élu.', true],
    ['## Jury\n\nLe mandataire doit être titulaire du diplôme d’architecte.', true],
    ['## Jury\n\nL’inscription à l’ordre est obligatoire.', true],
    ['## Jury\n\nUne qualification professionnelle est exigée pour la participation.', false],
    ['Les membres du jury doivent être titulaires du diplôme d’architecte, comme les candidats.', false],
    ['Aucune qualification professionnelle n’est exigée des candidats, qui doivent être majeurs.', false],
    ['L’équipe peut comprendre un titulaire du diplôme d’architecte, si un mandataire est requis.', false],
    ['Le diplôme d’État d’architecte du candidat est joint.', false],
    ['Une qualification professionnelle est exigée des agents d’accueil.', false],
    ['Le mandataire est exigé de chaque équipe.', false],
    ['Chaque équipe peut réunir :\n\n- un titulaire du diplôme de paysagiste ;\n- un élu.', false],
    ['Le jury des candidats doit réunir :\n\n- un titulaire du diplôme de paysagiste ;\n- un élu.', false],
    [
      'Chaque équipe doit réunir :\n\n- un titulaire du diplôme de paysagiste, si elle le souhaite, facultatif ;\n- un élu.',
      false,
    ],
    ['Le dossier doit réunir :\n\n- un titulaire du diplôme de paysagiste ;\n- un élu.', false],
    ['Chaque équipe doit réunir un dossier. Titulaire du diplôme de paysagiste : voir l’annexe.', false],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted ? 'is' : 'is not'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(pieceOf(body).ask(juryQualification).required !== undefined, wanted);
    });
});

describe('the part of a jury that is qualified', () => {
  const part = (body: string): string => {
    const q = pieceOf(`${ASKED}\n\n${body}`).ask(juryQualification);
    return [q.third && 'un tiers', q.under && 'moins'].filter(Boolean).join(', ');
  };
  const PARTS: readonly (readonly [string, string])[] = [
    ['Un tiers des membres du jury a cette qualification.', 'un tiers'],
    ['LA MOITIE DES MEMBRES DU JURY EST DIPLOMEE.', 'un tiers'],
    ['Le jury comprend 33 % de membres qualifiés.', 'un tiers'],
    ['Le jury comprend 32 % de membres qualifiés.', 'moins'],
    ['Un quart des membres du jury est qualifié.', 'moins'],
    ['Un seul membre du jury est diplômé.', 'moins'],
    ['La qualification des membres du jury est précisée dans l’avis de concours.', 'un tiers'],
    ['La composition du jury est précisée dans l’avis de concours.', ''],
    ['Un tiers des membres du jury est élu.', ''],
    ['Un tiers des architectes de la ville a cette qualification.', ''],
    ['Un tiers qualifié des membres du jury n’est pas requis.', ''],
    ['La compétence compte pour 40 % de la composition de la note.', ''],
    ['Le jury compte des membres qualifiés.', ''],
  ];
  for (const [body, wanted] of PARTS)
    it(`${wanted || 'is not said'}: ${body}`, () => {
      assert.equal(part(body), wanted);
    });

  const count = (body: string): string => {
    const { composition: c } = pieceOf(`${ASKED}\n\n${body}`).ask(juryQualification);
    return c ? `${c.qualified} sur ${c.members}` : '';
  };
  const COUNTS: readonly (readonly [string, string])[] = [
    ['Le jury compte six membres, dont deux architectes.', '2 sur 6'],
    ['Le jury compte six membres, parmi lesquels un architecte et un juriste.', '1 sur 6'],
    ['Le jury réunit un architecte, deux élus et trois agents.', '1 sur 6'],
    ['Le jury est composé de deux architectes ainsi que de quatre élus, d’un agent.', '2 sur 7'],
    ['Le jury comprend sept personnes : trois architectes, deux élus, deux agents.', '3 sur 7'],
    ['Composition du jury : un architecte, un élu et une usagère.', '1 sur 3'],
    ['Le jury réunit un architecte, un agent et six élus.', '1 sur 8'],
    ['Le jury réunit un titulaire de la délégation, un candidat malheureux et un architecte.', '1 sur 3'],
    ['Le jury réunit un professeur d’architecture, un élu et un agent.', '1 sur 3'],
    ['Le jury comprend :\n\n- le maire, élu depuis 12 ans ;\n- un architecte ;\n- un agent.', '1 sur 3'],
    ['Le jury comprend :\n\n- un architecte.', ''],
    ['Le jury compte six membres, dont deux élus.', '0 sur 6'],
    ['Le jury comprend un architecte, un élu, un agent, un médecin, deux usagers du service : tous votent.', '1 sur 6'],
    ['Le jury comprend :\n\n- un architecte ;\n- un agent non qualifié ;\n- un élu.', '1 sur 3'],
    ['## Jury\n\n| Membre | Nombre |\n|---|---|\n| Élus | 12 |\n| Architectes | 2 |', '2 sur 14'],
    ['Le jury compte neuf membres, dont trois membres architectes.', '3 sur 9'],
    ['Le jury compte au moins cinq membres, dont deux architectes.', ''],
    ['Le jury compte neuf membres.', ''],
    ['Le jury délibère avec deux architectes, un élu et un agent.', ''],
    ['Le jury ne délibère que si cinq membres, dont deux architectes, sont présents.', ''],
    ['Le jury comprend un architecte et un élu.', ''],
    ['## Jury\n\nIl comprend un architecte, un élu et un agent.', '1 sur 3'],
    ['## Équipe\n\nIl comprend un architecte, un élu et un agent.', ''],
    ['Le jury comprend :\n\n- 3 architectes ;\n- 4 élus.', '3 sur 7'],
    [
      'Le jury comprend :\n\n- le maire ;\n- un architecte ;\n- une personne qui a la même qualification ;\n- un agent non qualifié.',
      '2 sur 4',
    ],
    [
      'Composition du jury :\n\n| Membre | Nombre |\n|---|---|\n| Élus | 4 |\n| Architectes | 2 |\n| Total | 6 |\n| Suppléants | 3 |',
      '2 sur 6',
    ],
    ['Composition du jury :\n\n| Membre |\n|---|\n| Le maire |\n| Un architecte |\n| Un agent |', '1 sur 3'],
    ['## Jury\n\n| Membre | Voix |\n|---|---|\n| Élus | 4 voix |\n| Architectes |  |', '1 sur 5'],
    ['## Calendrier\n\n| Étape | Nombre |\n|---|---|\n| Architectes | 4 |\n| Élus | 2 |', ''],
    ['## Jury\n\n| Membre | Nombre |\n|---|---|\n| Élus | 4 |', ''],
  ];
  for (const [body, wanted] of COUNTS)
    it(`is counted, ${wanted || 'or not'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(count(body), wanted);
    });

  it('is told by the words of the profession, and by none that any sentence has', () => {
    const text =
      'Toute personne inscrite doit être titulaire du diplôme de paysagiste.\n\nLe jury réunit une personne inscrite, un élu et un paysagiste.';
    const { composition } = pieceOf(`Chaque candidat le sait. Mandataire : ${text}`).ask(juryQualification);
    assert.deepEqual([composition?.qualified, composition?.members], [1, 3]);
  });

  it('is shown with what is required', () => {
    const shown = (body: string) => {
      const piece = pieceOf(body);
      return juryQualification.show?.(piece.ask(juryQualification), piece);
    };
    assert.deepEqual(shown(ASKED), { exigee: true, tiers: false });
    assert.deepEqual(shown('Un quart des membres du jury est qualifié.'), { exigee: false, tiers: false });
    assert.equal(shown('Le jury compte six membres.'), undefined);
    const piece = pieceOf('Le jury vote. Un quart des membres du jury est qualifié. Il est composé de cinq élus.');
    const { under, jurySentence } = piece.ask(juryQualification);
    assert.deepEqual(
      [under, jurySentence].map((s) => s && piece.draft.slice(s.span)),
      ['Un quart des membres du jury est qualifié.', 'Un quart des membres du jury est qualifié.'],
    );
  });
});
