import assert from 'node:assert/strict';
import { trameMemoire } from '../../rules/facts/memoire.ts';
import { openConsultation } from '../../rules/facts/piece.ts';
import { presentation } from '../../rules/facts/presentation.ts';
import { made, type Prestation, prestations } from '../../rules/facts/prestations.ts';
import type { Piece } from '../../rules/kit/piece.ts';

const open = (text: string, path = 'cctp.md') =>
  openConsultation([{ path, text }], { date: '2026-12-01' }).pieces[0] as Piece;

describe('the presentation of the need', () => {
  /** « titre: 1. Contexte »: by what the need is presented, and where. */
  const read = (text: string) => {
    const piece = open(text);
    const found = piece.ask(presentation);
    return found && `${found.by}: ${piece.draft.slice(found.at)}`;
  };
  const section = (title: string) => `# CCTP\n\n## Prix\n\nFerme.\n\n## ${title}\n\nTexte.\n`;
  for (const title of [
    'Contexte',
    '2. PRESENTATION GENERALE',
    'Présentation de l’acheteur',
    'Préambule',
    'Objet du marché',
    'Objet de la présente consultation',
    'Description sommaire des travaux',
    'Définition du besoin',
    'Enjeux',
    'Pourquoi ce marché',
    'Le problème posé',
    'Constat initial',
  ])
    it(`is under the title « ${title} », wherever it stands`, () =>
      assert.equal(read(section(title)), `titre: ${title}`));
  for (const title of ['Pénalités', 'Objectifs', 'Généralités', 'Situation actuelle', 'Objet de la garantie'])
    it(`is not under a later title « ${title} »`, () =>
      assert.equal(
        read(`# CCTP\n\n## Prix\n\n## Délais\n\n## Lieu\n\n## Primes\n\n## ${title}\n\nTexte.\n`),
        undefined,
      ));
  for (const title of [
    'Objectifs',
    'Généralités',
    '1. Objet',
    'Objectif',
    'Objectif général',
    'Objectifs généraux',
    'Constat',
    'Situation',
    'Situation générale',
    'Diagnostic',
    'Chapitre 1 – Le projet',
    'Titre I. Dispositions générales',
    'Situation actuelle',
    'État des lieux',
    'Besoin',
    'Indications générales du projet',
  ])
    it(`is under « ${title} » at the head of the piece`, () =>
      assert.equal(read(`# CCTP\n\n## ${title}\n\nTexte.\n`), `titre: ${title}`));

  const CASES: readonly (readonly [name: string, text: string, expected: string | undefined])[] = [
    ['a title of a chapter far inside', '# CCTP\n\n## Lot\n\n### Formation\n\n#### Contexte\n\nTexte.\n', undefined],
    [
      'the object of the contract, far inside',
      '# CCTP\n\n## Lot\n\n### Clauses\n\n#### Objet du marché\n\nTexte.\n',
      'titre: Objet du marché',
    ],
    ['objectives far inside', '# CCTP\n\n## Lot\n\n### Formation\n\n#### Objectifs\n\nTexte.\n', undefined],
    ['a title that is the only one of its level', '## Contexte\n\nTexte.\n', 'titre: Contexte'],
    ['objectives that do not begin a title', '# CCTP\n\n## Formation et objectifs\n\nTexte.\n', undefined],
    ['a title two levels below that of the piece', '# CCTP\n\n## Lot\n\n### Contexte\n\nTexte.\n', 'titre: Contexte'],
    ['a lot after four passages', '# CCTP\n\nUn.\n\nDeux.\n\nTrois.\n\nLot 2.\n', undefined],
    ['a numbered title that names a lot', '# 1. CCTP – Lot n°2\n\nTexte.\n', 'renvoi: 1. CCTP – Lot n°2'],
    [
      'a label without a space',
      `# CCTP\n\n${'Un.\n\n'.repeat(14)}Objectif: pose de bancs.\n`,
      'texte: Objectif: pose de bancs.',
    ],
    ['the title of the whole piece', '# Contexte\n\nTexte.\n', undefined],
    ['a second title of the first level', '# CCTP\n\n# Contexte\n\nTexte.\n', 'titre: Contexte'],
    // The piece of one lot goes back to the one common to all.
    ['the name of a lot', '# CCTP – Lot n° 3 Peinture\n\n## Prix\n\nTexte.\n', 'renvoi: CCTP – Lot n° 3 Peinture'],
    ['a lot with a letter', '# CCTP\n\nLot B\n\nTexte.\n', 'renvoi: Lot B'],
    ['a lot in a word', '# CCTP\n\nUn lot de peinture, des pilotes 3.\n', undefined],
    ['a lot named further down', '# CCTP\n\n## 1 Prix\n\nUn.\n\nDeux.\n\nLot 2.\n', undefined],
    ['a lot in a numbered section', '# CCTP\n\n## 1 Prix\n\nLe lot 2 est ferme.\n', undefined],
    ['a lot in a very long paragraph', `# CCTP\n\n${'La peinture est mate. '.repeat(20)} Le lot 2 aussi.\n`, undefined],
    // Sentences that open.
    [
      'a sentence on the object',
      '# CCTP\n\nFerme. Le présent marché a pour objet la pose de bancs. Fin.\n',
      'texte: Le présent marché a pour objet la pose de bancs.',
    ],
    ['a wish', '# CCTP\n\nLa commune souhaite poser des bancs.\n', 'texte: La commune souhaite poser des bancs.'],
    [
      'a context',
      '# CCTP\n\nDans le cadre de sa politique, la commune pose des bancs.\n',
      'texte: Dans le cadre de sa politique, la commune pose des bancs.',
    ],
    [
      'several verbs',
      '# CCTP\n\nLes prestations consistent en la pose de bancs.\n',
      'texte: Les prestations consistent en la pose de bancs.',
    ],
    ['an item of a list', '# CCTP\n\n- L’opération porte sur des bancs.\n', 'texte: L’opération porte sur des bancs.'],
    [
      'a reference',
      '# CCTP\n\nLe besoin est décrit dans la note de présentation.\n',
      'renvoi: Le besoin est décrit dans la note de présentation.',
    ],
    ['a cell', '# CCTP\n\n| Le marché a pour objet la pose de bancs | B |\n|---|---|\n| A | B |\n', undefined],
    ['a heading that says it', '# CCTP\n\n## Le marché vise à poser des bancs\n\nTexte.\n', undefined],
    [
      'a sentence in the fourteenth passage',
      `# CCTP\n\n${'Un.\n\n'.repeat(12)}Le marché porte sur des bancs.\n`,
      'texte: Le marché porte sur des bancs.',
    ],
    [
      'a sentence in the fifteenth passage',
      `# CCTP\n\n${'Un.\n\n'.repeat(13)}Le marché porte sur des bancs.\n`,
      undefined,
    ],
    ['a label', `# CCTP\n\n${'Un.\n\n'.repeat(14)}Objet : pose de bancs.\n`, 'texte: Objet : pose de bancs.'],
    ['a label in the middle of a line', `# CCTP\n\n${'Un.\n\n'.repeat(14)}Prix, objet : pose de bancs.\n`, undefined],
    ['prescriptions', '# CCTP\n\n## Bancs\n\nLes bancs sont en chêne.\n', undefined],
    ['nothing', '', undefined],
  ];
  for (const [name, text, expected] of CASES)
    it(`from ${name} is ${expected ?? 'none'}`, () => assert.equal(read(text), expected));

  it('is told by `dce-lint facts`, or nothing is', () => {
    const shown = (text: string) => presentation.show(open(text).ask(presentation), open(text));
    assert.deepEqual(shown('## Contexte\n\nTexte.'), { par: 'titre' });
    assert.equal(shown('Texte.'), undefined);
  });
});

describe('the frame of the technical proposal', () => {
  /** What introduces it, then its parts. */
  const read = (text: string) => {
    const piece = open(text, 'rc.md');
    const trame = piece.ask(trameMemoire);
    return trame && [piece.draft.slice(trame.at), ...trame.parts.map((p) => p.text)];
  };
  const all = (text: string) =>
    open(text, 'rc.md')
      .ask(trameMemoire)
      ?.passages.map((p) => p.text);
  const ITEMS = '\n\n- méthode ;\n- équipe.\n';
  it('is the list that a sentence introduces', () => {
    const text = `Le pli est clos. Le mémoire technique comprend :${ITEMS}`;
    assert.deepEqual(read(text), ['Le mémoire technique comprend :', 'méthode ;', 'équipe.']);
    assert.deepEqual(all(text), ['Le pli est clos. Le mémoire technique comprend :', 'méthode ;', 'équipe.']);
    for (const lead of [
      'LA NOTE MÉTHODOLOGIQUE DÉCRIT :',
      'La trame du mémoire justificatif est la suivante :',
      'L’offre technique traite les points suivants :',
      'Le cadre de réponse est organisé ainsi :',
    ])
      assert.equal(read(`${lead}${ITEMS}`)?.length, 3, lead);
  });
  it('is the table that a sentence introduces', () => {
    const text =
      'Le mémoire suit le plan ci-dessous :\n\n| Partie | Contenu |\n|---|---|\n| 1 | Méthode |\n| 2 | Moyens |\n';
    assert.deepEqual(read(text), ['Le mémoire suit le plan ci-dessous :', '1', 'Méthode', '2', 'Moyens']);
    assert.equal(all(text)?.length, 5);
  });
  it('is what stands under its title', () => {
    const text = '## Mémoire technique\n\nIl est noté.\n\n- méthode ;\n- équipe.\n\n## Prix\n\n- ferme.\n';
    assert.deepEqual(read(text), ['Mémoire technique', 'méthode ;', 'équipe.']);
    assert.deepEqual(all(text), ['Mémoire technique', 'Il est noté.', 'méthode ;', 'équipe.']);
    assert.deepEqual(read('## Mémoire technique\n\n### Méthode\n\nTexte.\n\n### Équipe\n\nTexte.\n'), [
      'Mémoire technique',
      'Méthode',
      'Équipe',
    ]);
    assert.deepEqual(read('## Cadre du mémoire\n\n| A | B |\n|---|---|\n')?.slice(1), ['A', 'B']);
  });
  it('is a sentence that names its parts in a row', () => {
    for (const text of [
      'Le mémoire technique suit le plan suivant : A. matériel ; B. pose ; C. entretien.',
      'Le mémoire technique comprend 1) la méthode, 2) les moyens humains et 3) le calendrier.',
      'Le mémoire technique comporte : I - méthode de pose ; II - moyens.',
    ])
      assert.deepEqual(read(text), [text]);
  });
  it('is none where no part is named, or where something else is listed', () => {
    for (const text of [
      'Le candidat remet un mémoire technique.',
      `Le mémoire technique est noté :${ITEMS}`,
      `Le dossier comprend :${ITEMS}`,
      'Le mémoire technique comprend :\n\n- méthode.\n',
      'Le mémoire technique comprend :\n\n| A | B |\n|---|---|\n| 1 | Méthode |\n',
      '## Mémoire technique\n\nIl est noté.\n\n- méthode.\n',
      '## Mémoire technique\n\nUn.\n\nDeux.\n',
      '| Le mémoire technique comprend : A. matériel ; B. pose ; C. fin. | B |\n|---|---|\n',
      'Le mémoire technique comprend la méthode et les moyens.',
      'Le mémoire suit le plan ci-dessous.\n\nFin.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n',
    ])
      assert.equal(read(text), undefined, text);
  });
  it('is the first that has parts', () =>
    assert.deepEqual(
      read(`## Mémoire technique\n\nIl est noté.\n\nLe mémoire est un atout.\n\nLa note technique comprend :${ITEMS}`),
      ['Mémoire technique', 'méthode ;', 'équipe.'],
    ));
  it('is told by `dce-lint facts`, or nothing is', () => {
    const shown = (text: string) => trameMemoire.show(open(text).ask(trameMemoire), open(text));
    assert.deepEqual(shown(`Le mémoire technique comprend :${ITEMS}`), { parties: ['méthode ;', 'équipe.'] });
    assert.equal(shown('Texte.'), undefined);
  });
});

describe('the works made for the buyer', () => {
  const read = (text: string) => {
    const piece = open(text);
    return piece.ask(prestations).map(({ kind, at }) => `${kind} « ${at.text} »`);
  };
  const kinds = (text: string) => [
    ...new Set(
      open(text)
        .ask(prestations)
        .map((p) => p.kind),
    ),
  ];
  const CASES: readonly (readonly [text: string, ...kinds: Prestation[]])[] = [
    ['Le marché porte sur la conception, la réalisation et la maintenance d’une application.', 'logiciel'],
    ['Le titulaire développe un site internet.', 'logiciel'],
    ['LE TITULAIRE CONÇOIT ET RÉALISE LE PORTAIL DES USAGERS.', 'logiciel'],
    ['Les développements spécifiques sont livrés en mai.', 'logiciel'],
    ['La plateforme est développée par le titulaire.', 'logiciel'],
    ['Le titulaire crée le logo et la charte graphique.', 'creation'],
    ['Production de deux vidéos de présentation', 'creation'],
    ['Le marché a pour objet une étude de mobilité.', 'etude'],
    ['Le titulaire réalise un diagnostic et développe un extranet.', 'logiciel', 'etude'],
    ['La mission consiste en la réalisation d’un film et le prestataire conduit une enquête.', 'creation', 'etude'],
    // Nothing is ordered, or something else.
    ['Aucun développement spécifique n’est prévu.'],
    ['Le site internet existant, développé par le titulaire sortant, est maintenu.'],
    ['Le candidat peut créer un compte sur la plateforme.'],
    ['La mise en application de la clause est immédiate.'],
    ['La réalisation des travaux est suivie sur une plateforme.'],
    ['Le titulaire réalise les études d’exécution ; le marché porte sur une étude.'],
    ['Le titulaire fournit des bancs.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text} » are ${expected.join(', ') || 'none'}`, () => assert.deepEqual(kinds(text), expected));

  it('are each pointed at', () =>
    assert.deepEqual(read('Le titulaire développe un site internet. Il crée le logo.'), [
      'logiciel « developpe un site internet »',
      'creation « cree le logo »',
    ]));
  it('are not those of the past, of the candidate or of the criteria, but are under an object or a need', () => {
    const under = (title: string) => kinds(`## ${title}\n\nLe titulaire développe un site internet.\n`);
    for (const title of ['Contexte', 'Historique', 'Références', 'Critères d’attribution', 'Capacités', 'L’existant'])
      assert.deepEqual(under(title), [], title);
    for (const title of ['Contexte et objet', 'Contexte et besoins', 'Prestations'])
      assert.deepEqual(under(title), ['logiciel'], title);
    assert.deepEqual(kinds('## Contexte\n\n### Site\n\nLe titulaire développe un site internet.\n'), []);
  });
  it('are none in works, and software alone in supplies', () => {
    const of = (categorie: string) =>
      kinds(`---\ndce:\n  categorie: ${categorie}\n---\n\nLe titulaire développe un site internet. Il crée le logo.\n`);
    assert.deepEqual(of('travaux'), []);
    assert.deepEqual(of('fournitures'), ['logiciel']);
    assert.deepEqual(of('services'), ['logiciel', 'creation']);
  });
  it('are looked for in the pieces of the contract, the CCAP first', () => {
    const { pieces } = openConsultation(
      [
        { path: 'rc.md', text: 'Le titulaire développe un extranet.' },
        { path: 'cctp.md', text: 'Il crée le logo. Le titulaire développe un site internet.' },
        { path: 'ccap.md', text: 'Le titulaire développe un portail.' },
      ],
      { date: '2026-12-01' },
    );
    const [rc] = pieces as [Piece];
    const first = (...wanted: Prestation[]) => made(rc, ...wanted)?.sentence.text;
    assert.equal(first('logiciel'), 'Le titulaire développe un portail.');
    assert.equal(first('creation'), 'Il crée le logo.');
    assert.equal(first('creation', 'logiciel'), 'Le titulaire développe un portail.');
    assert.equal(first('etude'), undefined);
  });
  it('are told by `dce-lint facts`, each kind once', () => {
    const shown = (text: string) => prestations.show(open(text).ask(prestations), open(text));
    assert.deepEqual(shown('Il développe un site internet. Il développe un portail. Il crée le logo.'), [
      'logiciel',
      'creation',
    ]);
    assert.equal(shown('Texte.'), undefined);
  });
});
