import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { procedure, procedureDe } from '../../../rules/facts/procedure/procedure.ts';

const open = (text: string, path = 'rc.md', ...others: { path: string; text: string }[]) => {
  const [piece] = openConsultation([{ path, text }, ...others], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
/** A body long enough for what follows to be no cover page. */
const BODY = `# Règlement de la consultation\n\n## 1. Objet\n\n${'Fourniture de balances.\n\n'.repeat(12)}## 2. Conditions\n\n`;
/** « mapa | concours »: the name, then the others that the text gives beside it. */
const read = (text: string, head = BODY): string | undefined => {
  const piece = open(`${head}${text}\n`);
  const shown = procedure.show(piece.ask(procedure), piece) as { nom: string; autres: string[] } | undefined;
  return shown && [shown.nom, ...shown.autres].join(' | ');
};
const reads = (name: string, ...sentences: string[]) => {
  for (const sentence of sentences) it(`${name}: « ${sentence} »`, () => assert.equal(read(sentence), name));
};
const silent = (...sentences: string[]) => {
  for (const sentence of sentences) it(`none: « ${sentence} »`, () => assert.equal(read(sentence), undefined));
};

describe('a sentence that takes a procedure as its own', () => {
  reads(
    'mapa',
    'Le marché est passé selon la procédure adaptée.',
    'Les marchés sont passés en procédure adaptée.',
    'La consultation est lancée selon une procédure de passation dite adaptée.',
    'LE MARCHE EST PASSE SOUS FORME DE M.A.P.A.',
    'Le présent marché à procédure adaptée est ouvert à tous.',
    'Procédure adaptée ouverte.',
    'Marché public de fournitures à procédure adaptée.',
    'Mode de passation : procédure adaptée.',
    'La procédure adaptée est retenue.',
    'La procédure de passation utilisée est adaptée.',
    'Le contrat relève de la procédure adaptée.',
    'L’acheteur recourt à la procédure adaptée.',
  );
  reads(
    'appel-offres-ouvert',
    'Le marché est passé par voie d’appel d’offres ouvert.',
    'L’appel d’offres ouvert est organisé par la commune.',
    'Le marché est lancé en AOO.',
    'Il s’agit d’un appel d’offres européen ouvert.',
    'Le marché est passé selon la procédure de l’appel d’offres.',
    'Procédure suivie : appel d’offres ouvert.',
    'Cet appel d’offres ouvert est soumis au code de la commande publique.',
  );
  reads(
    'appel-offres-restreint',
    'Le marché est passé par appel d’offres restreint.',
    'La consultation est un A.O.R. en deux phases.',
    'La consultation est lancée sous la forme d’un appel d’offres européen restreint.',
  );
  reads(
    'procedure-avec-negociation',
    'Le marché est passé selon une procédure avec négociation.',
    'La consultation est une procédure formalisée avec négociation.',
    'Le marché est passé selon la procédure négociée après publicité et mise en concurrence.',
    'Le marché est conclu par la voie d’une PCN.',
  );
  reads(
    'dialogue-competitif',
    'La consultation est organisée sous forme de dialogue compétitif.',
    'Le dialogue compétitif est mené en trois phases.',
    'Ce dialogue compétitif réunit trois candidats.',
    'La procédure du dialogue compétitif a été choisie.',
  );
  reads(
    'concours',
    'La présente consultation est un concours de maîtrise d’œuvre.',
    'Le présent concours est anonyme.',
    'La technique d’achat du concours est retenue.',
    'L’avis de concours est publié conformément au code.',
  );
  reads(
    'negociee-sans-publicite',
    'Le marché est passé de gré à gré.',
    'Marché sans publicité ni mise en concurrence préalables.',
    'Le marché négocié sans publicité est conclu avec la société Nox.',
    'Le contrat est conclu sans mise en concurrence préalable.',
  );
  reads('partenariat-innovation', 'Le marché constitue un partenariat d’innovation.');
});

describe('an article that stands for a procedure', () => {
  reads('mapa', 'Le marché est passé en application de l’article R. 2123-4.', 'Il est régi par l’article L.2123-1.');
  reads('appel-offres-ouvert', 'Le marché est passé en application des articles R. 2161-2 et suivants.');
  reads('appel-offres-restreint', 'Le marché est passé en application de l’article R. 2161-6.');
  reads('procedure-avec-negociation', 'Le marché est passé conformément à l’article R. 2124-3.');
  reads('dialogue-competitif', 'Le marché est passé conformément à l’article R. 2161-24.');
  reads('concours', 'La consultation est soumise à l’article R. 2162-15.');
  reads('partenariat-innovation', 'Le marché est passé en application de l’article R. 2172-20.');
  reads('negociee-sans-publicite', 'Le marché est passé en application de l’article R. 2122-3.');
  reads(
    'recherche-developpement',
    'Le marché de recherche, exclu du code, est soumis à l’article L. 2512-5.',
    'Ce contrat de R&D est hors du champ du code (article L. 2512-5, 2°).',
    'Le marché est soumis à l’article L. 2512-5.',
    'Ce contrat échappe au code, en vertu de l’article 14, 3° de l’ordonnance.',
  );
  silent(
    // An article cited for what a word means.
    'L’innovation s’entend, selon l’article L. 2172-3 du code de la commande publique, de services nouveaux.',
    'Est innovante une solution nouvelle au sens de l’article L. 2172-3 du code.',
    'La notion de besoin, selon l’article L. 2124-2, est large.',
  );
  silent(
    'Le marché comprend l’article R. 2123-4 en annexe.',
    'L’article R. 2161-6 donne trente jours.',
    'Le délai de l’article R. 2124-3 est respecté.',
    'Les contrats de l’article L. 2512-5 figurent en annexe.',
  );
  it('is not looked at where the procedure is named', () => {
    assert.equal(
      read('Le marché est passé selon une procédure adaptée, en application de l’article R. 2161-2.'),
      'mapa',
    );
  });
});

describe('a procedure that is named without being followed', () => {
  silent(
    'Si l’appel d’offres ouvert est infructueux, un autre marché est passé.',
    'Lorsqu’un appel d’offres ouvert est organisé, le délai est plus long.',
    'Un marché négocié sans publicité est passé pour la réalisation de prestations similaires.',
    'En cas d’appel d’offres ouvert, le délai est organisé autrement.',
    'L’appel d’offres ouvert infructueux a été relancé.',
    'Les marchés subséquents sont passés en procédure adaptée.',
    'Le montant est inférieur au seuil de l’appel d’offres.',
    'À la différence du dialogue compétitif, la consultation est simple.',
    'L’acheteur se réserve de passer un marché négocié sans publicité.',
    'Les références en concours d’architecture sont organisées par année.',
    'Il ne s’agit pas d’un marché passé sans recourir à une procédure adaptée.',
    'La commission d’appel d’offres attribue le marché.',
    'Les membres de la commission d’appel d’offres sont élus selon le code.',
    'Le dossier d’appel d’offres est organisé en trois pièces.',
    'Le règlement d’appel d’offres constitue une pièce.',
    'L’avis d’appel d’offres est conforme au code, selon le modèle.',
    'La consultation est organisée ; un appel d’offres ouvert ne vaut pas commande.',
    'Le titulaire est passé maître dans l’art du dialogue.',
    'L’appel d’offres ouvert est long.',
    'Un appel d’offres ouvert n’emporte aucun engagement de l’acheteur.',
    'Cette commune a connu un dialogue compétitif.',
    'Rappel de procédure : les élus ont vu un dialogue compétitif.',
    `Le marché est conclu pour la fourniture de balances de cuisine, de laboratoire et de bureau aux écoles, aux crèches, aux cantines, aux gymnases et aux services de la commune, que tente un dialogue compétitif.`,
  );
  it('where a « mais » or a semicolon cuts the condition off', () => {
    assert.equal(read('Si l’offre est seule, rien ne change ; le marché est passé en procédure adaptée.'), 'mapa');
    assert.equal(
      read('Le précédent marché était simple, mais celui-ci est passé en dialogue compétitif.'),
      'dialogue-competitif',
    );
    assert.equal(
      read('La commission d’appel d’offres réunie, le marché est passé par appel d’offres ouvert.'),
      'appel-offres-ouvert',
    );
    assert.equal(read('Le marché est passé en procédure adaptée ; il n’est pas exclu du code.'), 'mapa');
    assert.equal(read('Le marché est passé en procédure adaptée, sauf si le seuil est atteint.'), 'mapa');
  });
});

describe('where a procedure is named', () => {
  const PARAGRAPHS = 'Texte.\n\n'.repeat(14);
  const RC = '# Règlement de la consultation\n\n';
  it('under a title that bears the matter', () => {
    for (const title of [
      'Procédure',
      'Mode de passation',
      'Type de consultation',
      'Cadre juridique',
      'Textes applicables',
      'Passation',
    ])
      assert.equal(
        read(`## ${title}\n\n${PARAGRAPHS}Un dialogue compétitif, en deux tours.`, RC),
        'dialogue-competitif',
        title,
      );
    assert.equal(read(`## Divers\n\n${PARAGRAPHS}Un dialogue compétitif, en deux tours.`, RC), undefined);
    assert.equal(
      read(`## Divers\n\n${PARAGRAPHS}## Textes applicables à un dialogue compétitif\n\nAucun.`, RC),
      undefined,
    );
  });
  it('in a line that begins with its label', () => {
    const line = 'Procédure : dialogue compétitif, avec trois candidats, tel que le conseil l’a voulu.';
    assert.equal(read(line), 'dialogue-competitif');
    assert.equal(read('- Procédure de passation retenue : un dialogue compétitif'), 'dialogue-competitif');
    assert.equal(read('- Type de procédure : concours restreint'), 'concours');
    assert.equal(
      read('Remarque : dialogue compétitif, avec trois candidats, tel que le conseil le prévoit.'),
      undefined,
    );
  });
  it('in the row of a table, by its first cell', () => {
    const table = (a: string, b: string) => `| Rubrique | Contenu |\n|---|---|\n| ${a} | ${b} |`;
    assert.equal(read(table('Procédure', 'Un dialogue compétitif')), 'dialogue-competitif');
    assert.equal(read(table('Divers', 'Un dialogue compétitif')), undefined);
    assert.equal(read(table('Un dialogue compétitif', 'Procédure')), undefined);
    assert.equal(read(table('Passation d’un dialogue compétitif', 'Sans objet')), undefined);
    const long = `Procédure que le conseil municipal a retenue dans sa délibération du 3 mars`;
    assert.equal(read(table(long, 'Un dialogue compétitif')), undefined);
  });
  it('on the cover, by its title or a short line', () => {
    assert.equal(read('# Dialogue compétitif – Règlement\n\nCommune de Vire.', ''), 'dialogue-competitif');
    assert.equal(read('Vers un dialogue compétitif pour des balances', RC), 'dialogue-competitif');
    assert.equal(read(`${'Texte.\n\n'.repeat(14)}Vers un dialogue compétitif pour des balances`, RC), undefined);
    assert.equal(read('Vers un dialogue compétitif. Balances. Vire.', RC), undefined);
    assert.equal(read(`Vers un dialogue compétitif${', des balances de précision'.repeat(6)}.`, RC), undefined);
    assert.equal(read(`${PARAGRAPHS}# Vers un dialogue compétitif`, RC), 'dialogue-competitif');
    assert.equal(read(`${PARAGRAPHS}## Vers un dialogue compétitif`, RC), undefined);
  });
  it('by an article on the cover: not enough', () => {
    assert.equal(read('Article R. 2161-24', RC), undefined);
  });
  it('at its words', () => {
    const piece = open(`${BODY}Le marché est passé par appel d’offres ouvert, articles R. 2161-2 à R. 2161-5.`);
    const { evidence } = piece.ask(procedure);
    assert.deepEqual(
      evidence.map((e) => [piece.draft.slice(e.at), piece.draft.slice(e.sentence.span)]),
      [['appel d’offres ouvert', 'Le marché est passé par appel d’offres ouvert, articles R. 2161-2 à R. 2161-5.']],
    );
  });
});

describe('a procedure named in passing', () => {
  reads(
    'procedure-avec-negociation',
    'Réception des dossiers (procédure avec négociation, R. 2124-3 2°) : 4 mars.',
    '| Étape | Durée |\n|---|---|\n| Rencontres, procédure avec négociation (art. R. 2124-3 5°) | 1 h |',
    '- Passation : articles L. 2124-3 et suivants',
  );
  reads(
    'dialogue-competitif',
    'Trois groupements sont reçus tour à tour pour bâtir la solution (article L. 2124-4 du code).',
    'Le dialogue compétitif s’achève en mai.',
    'Les admis au dialogue compétitif déposent une note.',
  );
  reads(
    'mapa',
    '| Sujet | Règle |\n|---|---|\n| Procédure | adaptée |',
    '**Mode de passation** : adaptée, ouverte',
    'La ville consulte trois cabinets sur le fondement de l’article R. 2123-1, 1°.',
  );
  reads(
    'negociee-sans-publicite',
    'La régie s’adresse à la société Nox, sans publicité ni mise en concurrence, au titre de l’article R. 2122-3.',
  );
  reads('appel-offres-ouvert', 'Fondement juridique : article L. 2124-2 du code.');
  silent(
    'Les dossiers incomplets (article R. 2144-2) sont écartés.',
    '| Sujet | Règle |\n|---|---|\n| Tarification | adaptée |',
    'L’acheteur n’a pas recours au régime des achats simplifiés (article R. 2122-8).',
    'Un dialogue compétitif permet de définir la solution.',
  );
});

describe('several procedures in one piece', () => {
  it('contradict each other, the first being the name', () => {
    assert.equal(
      read('Le marché est passé en procédure adaptée. Le marché est passé par appel d’offres ouvert.'),
      'mapa | appel-offres-ouvert',
    );
    assert.equal(
      read('Le marché est passé par appel d’offres ouvert ou en procédure adaptée.'),
      'appel-offres-ouvert | mapa',
    );
    assert.equal(
      read('Le marché est passé en procédure adaptée ou par appel d’offres ouvert.'),
      'mapa | appel-offres-ouvert',
    );
  });
  it('are one where a partnership, a concours or a dialogue frames the other', () => {
    assert.equal(
      read('Le marché est passé selon une procédure avec négociation. Il constitue un partenariat d’innovation.'),
      'partenariat-innovation | procedure-avec-negociation',
    );
    assert.equal(
      read('Le marché est passé en procédure adaptée. Il constitue un partenariat d’innovation.'),
      'mapa | partenariat-innovation',
    );
    assert.equal(
      read('Le marché est passé selon une procédure avec négociation. Le dialogue compétitif est organisé ensuite.'),
      'dialogue-competitif | procedure-avec-negociation',
    );
    assert.equal(
      read('Le marché est passé sans publicité ni mise en concurrence. Le présent concours est restreint.'),
      'concours | negociee-sans-publicite',
    );
  });
  it('a restricted call is one, though it is also called a call for tenders', () => {
    assert.equal(
      read('Le marché est passé par voie d’appel d’offres. La consultation est un appel d’offres restreint.'),
      'appel-offres-restreint | appel-offres-ouvert',
    );
    assert.equal(
      read('Le marché est passé par appel d’offres ouvert. La consultation est un appel d’offres restreint.'),
      'appel-offres-ouvert | appel-offres-restreint',
    );
    assert.equal(
      read(
        'Le marché est passé par voie d’appel d’offres. La consultation est un appel d’offres restreint, ouvert à tous.',
      ),
      'appel-offres-restreint | appel-offres-ouvert',
    );
    assert.equal(
      read('Le marché est passé en procédure adaptée. La consultation est un appel d’offres restreint.'),
      'mapa | appel-offres-restreint',
    );
  });
  it('a bare « appel d’offres » is any consultation, where another procedure is named', () => {
    assert.equal(read('Le présent appel d’offres est lancé. Le marché est passé en procédure adaptée.'), 'mapa');
    assert.equal(
      read('Par délibération, le présent appel d’offres est lancé. Il est passé en procédure adaptée.'),
      'mapa',
    );
    assert.equal(read('Le présent appel d’offres est lancé.'), 'appel-offres-ouvert');
    for (const way of [
      'par appel d’offres',
      'selon la procédure d’appel d’offres',
      'selon la procédure de l’appel d’offres',
      'par voie d’appel d’offres',
    ])
      assert.equal(
        read(`Le marché est passé ${way}. Il relève de la procédure adaptée.`),
        'appel-offres-ouvert | mapa',
        way,
      );
  });
});

describe('a piece that names no procedure', () => {
  it('has that of its kind, for a call for projects and a règlement de concours', () => {
    const of = (text: string) => open(text, 'piece.md').ask(procedure);
    assert.equal(
      of('---\ndce:\n  piece: appel-a-projets\n---\n\n# Appel à projets\n\nDes projets.').name,
      'appel-a-projets',
    );
    const concours = of('---\ndce:\n  piece: reglement-concours\n---\n\n# Règlement du concours\n\nDes projets.');
    assert.deepEqual([concours.name, concours.from], ['concours', 'text']);
    assert.equal(of('---\ndce:\n  piece: reglement-concours\n---\n\n# Règlement\n\nDes projets.').name, undefined);
    assert.equal(of('---\ndce:\n  piece: rc\n---\n\n# Règlement du concours\n\nDes projets.').name, undefined);
    assert.equal(
      of(
        '---\ndce:\n  piece: reglement-concours\n---\n\n# Règlement du concours\n\nLe marché est passé en procédure adaptée.',
      ).name,
      'mapa',
    );
    assert.deepEqual([of('# RC\n\nDes projets.').name, of('# RC\n\nDes projets.').from], [undefined, undefined]);
  });
  it('is asked of the other pieces', () => {
    const rc = { path: 'rc.md', text: `${BODY}Le marché est passé en procédure adaptée.` };
    const cctp = open('# CCTP\n\nBalances.', 'cctp.md', rc);
    assert.equal(cctp.ask(procedure).name, undefined);
    assert.equal(procedureDe(cctp), 'mapa');
    assert.equal(procedureDe(open('# CCTP\n\nBalances.', 'cctp.md')), undefined);
    const ccap = { path: 'ccap.md', text: `# CCAP\n\n## Marché\n\nLe marché est passé par appel d’offres ouvert.` };
    assert.equal(procedureDe(open('# CCTP\n\nBalances.', 'cctp.md', ccap, rc)), 'mapa');
  });
});

describe('the grounds of an adapted procedure', () => {
  const grounds = (text: string) => {
    const piece = open(`${BODY}${text}`);
    return piece.ask(procedure).grounds.map(({ ground, at }) => `${ground} : ${piece.draft.slice(at)}`);
  };
  for (const [text, expected] of [
    ['En raison de son montant, le marché est passé en procédure adaptée.', 'montant : En raison de son montant'],
    ['Sa valeur est inférieure au seuil européen.', 'montant : inférieure au seuil'],
    [
      'Services sociaux et autres services spécifiques.',
      'services-specifiques : Services sociaux et autres services spécifiques',
    ],
    ['Marché passé selon l’article R. 2123-7.', 'services-specifiques : R. 2123-7'],
    ['Article R. 2123-1, 3° du code.', 'services-specifiques : R. 2123-1, 3°'],
    ['Ce lot pèse moins de 20 % de la valeur.', 'petits-lots : 20 % de la valeur'],
    ['Les petits lots suivent la procédure adaptée.', 'petits-lots : petits lots'],
  ] as const)
    it(expected, () => assert.deepEqual(grounds(text), [expected]));
  it('may be several, or none', () => {
    assert.deepEqual(grounds('Lot 1 : services sociaux. Lot 2 : en raison de sa valeur.'), [
      'services-specifiques : services sociaux',
      'montant : en raison de sa valeur',
    ]);
    assert.deepEqual(grounds('Le marché est passé en procédure adaptée.'), []);
  });
  it('are shown with the name, and not without', () => {
    const piece = open(`${BODY}En raison de son montant, le marché est passé en procédure adaptée.`);
    assert.deepEqual(procedure.show(piece.ask(procedure), piece), {
      nom: 'mapa',
      source: 'text',
      autres: [],
      motifs: ['montant'],
    });
    const none = open(`${BODY}En raison de son montant, rien.`);
    assert.equal(procedure.show(none.ask(procedure), none), undefined);
  });
});
