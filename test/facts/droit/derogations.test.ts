import assert from 'node:assert/strict';
import { covers, derogations } from '../../../rules/facts/droit/derogations.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string) => {
  const [piece] = open([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return { piece, fact: piece.ask(derogations) };
};
const made = (text: string) => {
  const { piece, fact } = read(text);
  return fact.made.map((m) => [m.articles.join(', '), piece.draft.slice(m.at)]);
};
/** « 5 → 14.1 »: article of the piece, article of the CCAG. */
const listed = (text: string) =>
  read(`## Article 20 – Dérogations au CCAG\n\n${text}`).fact.listed.map(({ own, articles, elsewhere }) =>
    `${own.join(', ')} → ${articles.join(', ')}${elsewhere ? ' (autre pièce)' : ''}`.trim(),
  );

describe('a derogation to the CCAG', () => {
  it('stands beside the clause that makes it, in columns of blanks', () => {
    assert.deepEqual(listed('Article du CCAP   Article auquel il est dérogé\n9.1               14.1 du CCAG-FCS'), [
      '9.1 → 14.1',
    ]);
  });

  it('stands beside the clause that makes it, each under its label or its column', () => {
    assert.deepEqual(listed('Article du CCAP : 7.2        Article du CCAG auquel il est dérogé : 14.1.1'), [
      '7.2 → 14.1.1',
    ]);
    const columns = [
      '  Article du présent CCP              Article du CCAG-TIC auquel il déroge',
      '  ................................................................',
      '  Article 10                          14.1',
    ];
    assert.deepEqual(listed(columns.join('\n')), ['10 → 14.1']);
  });

  describe('is listed in cells that a printed page has left as lines, under the names of their columns', () => {
    for (const text of [
      'Les dérogations explicitées ci-après sont apportées aux articles suivants :\nCCAG/FCS\nCCAP\nArticle 14.1 « Retards »\nArticle 5 « Pénalités »\nArticle 27 « Vérifications quantitatives et Article 6 « Vérifications »\nqualitatives »',
      'Article du CCAP\n\nArticle du CCAG auquel il est dérogé\n\n5\n\n14.1\n\n6\n\n27\n\n- 12 -',
      'Articles du présent cahier\n5\n6\nArticles du CCAG-FCS\n14.1\n27',
      'Article du CCAP Article du CCAG\n5 14.1\n6 Vérifications 27',
      'CCAP CCAG-FCS\nArticle 5 Article 14.1\nArticle 6 Article 27',
    ])
      it(text.replace(/\n+/g, ' ⏎ '), () => assert.deepEqual(listed(text), ['5 → 14.1', '6 → 27']));

    it('and is left unread where cells lack', () => {
      assert.deepEqual(listed('CCAP\nCCAG-FCS\n5\n14.1\n6'), []);
      assert.deepEqual(listed('Articles du CCAP\n5\n6\nArticles du CCAG\n14.1'), []);
    });
  });

  it('is listed line by line in one paragraph, each line whole; a line that a width cuts is none', () => {
    assert.deepEqual(
      listed(
        'Article 5 du CCAP : dérogation à l’article 14.1 du CCAG-FCS\nArticle 6 du CCAP : dérogation à l’article 27 du CCAG-FCS',
      ),
      ['5 → 14.1', '6 → 27'],
    );
    assert.deepEqual(
      listed('L’article 5 du CCAP déroge à l’article 14.1 du CCAG-FCS et à\nl’article 27 du CCAG-FCS.'),
      ['5 → 14.1, 27'],
    );
  });

  it('is listed each name before its number, or by numbers whose sides nothing tells', () => {
    assert.deepEqual(listed('CCAP art. 5 / CCAG art. 14.1\n\nCCAP 6 déroge au CCAG-FCS 27'), ['5 → 14.1', '6 → 27']);
    assert.deepEqual(listed('Les articles suivants dérogent au CCAG-FCS : article 5 (article 14.1).'), ['5 → 14.1']);
    assert.deepEqual(listed('Articles du CCAG-FCS auxquels il est dérogé : 14.1, 27.'), ['→ 14.1, 27']);
    assert.deepEqual(listed('- 5 : 14.1'), []);
  });

  it('is none of the numbers of titles inside the list, nor of what its object is drawn from', () => {
    const under = (text: string) =>
      read(`## 14. Dérogations au CCAG\n\n${text}`).fact.listed.map((l) => l.articles.join(', '));
    assert.deepEqual(under('### 14.1 Méthode\n\nVoici.\n\n### 14.2 Dérogation à l’article 27 du CCAG'), ['27']);
    const table = (row: string) =>
      under(`| Article du CCAP | Objet de la dérogation | Article du CCAG dérogé |\n|---|---|---|\n${row}`);
    assert.deepEqual(table('| 5 | Repris de l’article 38 du CCAG-TIC | 14.1 |'), ['14.1']);
    assert.deepEqual(table('| 5 | Repris de l’article 38 du CCAG-TIC | à remplir |'), []);
    assert.deepEqual(
      under('| N° | Objet de la dérogation | CCAG | CCAP |\n|---|---|---|---|\n| 1 | Retards | 14.1 | 5 |'),
      ['14.1'],
    );
  });

  it('is to an article whose word is left out, and listed so', () => {
    assert.deepEqual(made('Deux jours suffisent (dérogation au 3.7.2 du CCAG-FCS).')[0]?.[0], '3.7.2');
    assert.deepEqual(listed('- le 5.1 déroge au 3.7.2 du CCAG ;'), ['→ 3.7.2']);
  });

  it('is none of the prices of an annex under the list', () => {
    const list =
      '- article 4.1 du CCAG, par l’article 2.1.\n\nANNEXE AU CCAP – PRIX\n\n- vidage, 9 600 par an et par lot : 12 €';
    assert.deepEqual(listed(list), ['2.1 → 4.1']);
  });

  it('is listed under a title that but sums up', () => {
    const under = (title: string) => {
      const { made, listed } = read(
        `## 4. Prix\n\nPrix fermes.\n\n## ${title}\n\nDérogation au CCAG-PI : article 10.1, par l’article 4.`,
      ).fact;
      return [made.length, listed.length];
    };
    assert.deepEqual(under('12. Récapitulatif'), [0, 1]);
    assert.deepEqual(under('12. Récapitulatif des prix'), [1, 0]);
  });

  it('is to two parts of one article, or to a paragraph of it', () => {
    assert.equal(made('Par dérogation aux articles 16.1.1.1 et 2 du CCAG-TIC, rien.')[0]?.[0], '16.1.1.1, 16.1.1.2');
    assert.equal(made('Par dérogation à l’article 14.1.1 alinéa 2 du CCAG-TIC, rien.')[0]?.[0], '14.1.1');
    const table = (cell: string) =>
      listed(`| Article du présent CCAP | Article du CCAG auquel il déroge |\n|---|---|\n| 5 | ${cell} |`);
    assert.deepEqual(table('16.1.1.1 et 2'), ['5 → 16.1.1.1, 16.1.1.2']);
    assert.deepEqual(table('14.1.1 alinéa 2'), ['5 → 14.1.1']);
    assert.deepEqual(table('14.1 et 20'), ['5 → 14.1, 20']);
  });

  it('names its article before the CCAG, or after it in brackets or behind a comma', () => {
    assert.deepEqual(made('Par dérogation à l’article 14.1 du CCAG-FCS, les pénalités sont plafonnées.'), [
      ['14.1', 'Par dérogation à l’article 14.1 du CCAG-FCS'],
    ]);
    assert.deepEqual(made('Par dérogation au CCAG-TIC (article 14.1), les pénalités sont plafonnées.'), [
      ['14.1', 'Par dérogation au CCAG-TIC'],
    ]);
    assert.deepEqual(made('Par dérogation au CCAG, article 14.1, le délai est porté à dix jours.'), [
      ['14.1', 'Par dérogation au CCAG'],
    ]);
  });

  describe('is made in many words, to one article or several', () => {
    for (const [text, articles, words] of [
      [
        'Par dérogation aux articles 14.1 et 14.2 du CCAG-TIC, rien.',
        '14.1, 14.2',
        'Par dérogation aux articles 14.1 et 14.2 du CCAG-TIC',
      ],
      [
        'En dérogation à l’article 14 du cahier des clauses administratives générales, rien.',
        '14',
        'En dérogation à l’article 14 du cahier des clauses administratives générales',
      ],
      ['PAR DEROGATION A L’ARTICLE 14.1 DU CCAG-FCS, RIEN.', '14.1', 'PAR DEROGATION A L’ARTICLE 14.1 DU CCAG-FCS'],
      [
        'Le présent article déroge à l’article 20.4 du CCAG PI 2021, pour partie.',
        '20.4',
        'déroge à l’article 20.4 du CCAG PI 2021',
      ],
      [
        'Ces clauses dérogent aux articles 14 ou 15 du CCAG MOE.',
        '14, 15',
        'dérogent aux articles 14 ou 15 du CCAG MOE',
      ],
      [
        'Il est dérogé à l’article B.13 du CCAG-travaux, en partie.',
        'b.13',
        'Il est dérogé à l’article B.13 du CCAG-travaux',
      ],
      ['Il est dérogé à l’article B 13 du CCAG, en partie.', 'b.13', 'Il est dérogé à l’article B 13 du CCAG'],
      [
        'Il est dérogé partiellement à l’article 13 du C.C.A.G., en partie.',
        '13',
        'Il est dérogé partiellement à l’article 13 du C.C.A.G.',
      ],
      ['Contrairement à l’article 11 du CCAG, rien.', '11', 'Contrairement à l’article 11 du CCAG'],
      ['Nonobstant l’article 11 du CCAG, rien.', '11', 'Nonobstant l’article 11 du CCAG'],
      ['Par exception aux articles 3 à 5 du CCAG, rien.', '3, 4, 5', 'Par exception aux articles 3 à 5 du CCAG'],
      [
        'Par exception aux articles 3 et 5 à 7 du CCAG, rien.',
        '3, 5, 6, 7',
        'Par exception aux articles 3 et 5 à 7 du CCAG',
      ],
      [
        'Par exception aux articles 13.1 à 13.3 du CCAG, rien.',
        '13.1, 13.3',
        'Par exception aux articles 13.1 à 13.3 du CCAG',
      ],
      ['Par dérogation à l’article 14 bis du CCAG, rien.', '14bis', 'Par dérogation à l’article 14 bis du CCAG'],
      [
        'Par dérogation aux articles 14.1, 15 et 16.2.3 du CCAG, rien.',
        '14.1, 15, 16.2.3',
        'Par dérogation aux articles 14.1, 15 et 16.2.3 du CCAG',
      ],
      [
        'Par dérogation à l’article 14.1 et à l’article 15 du CCAG, rien.',
        '14.1, 15',
        'Par dérogation à l’article 14.1 et à l’article 15 du CCAG',
      ],
      [
        'Par dérogation à l’article 14.1 ainsi que l’article 15 du CCAG, rien.',
        '14.1, 15',
        'Par dérogation à l’article 14.1 ainsi que l’article 15 du CCAG',
      ],
      ['Par dérogation à l’art. 14.1 du CCAG, rien.', '14.1', 'Par dérogation à l’art. 14.1 du CCAG'],
      ['Par dérogation au § 14.1 du CCAG, rien.', '14.1', 'Par dérogation au § 14.1 du CCAG'],
      ['Par dérogation au paragraphe 14.1 du CCAG, rien.', '14.1', 'Par dérogation au paragraphe 14.1 du CCAG'],
      ['Par dérogation à l’article n° 14.1 du CCAG, rien.', '14.1', 'Par dérogation à l’article n° 14.1 du CCAG'],
      [
        'Par dérogation à l’alinéa 2 de l’article 14.1 du CCAG, rien.',
        '14.1',
        'Par dérogation à l’alinéa 2 de l’article 14.1 du CCAG',
      ],
      [
        'Par dérogation aux stipulations de l’article 14.1 du CCAG-PI, rien.',
        '14.1',
        'Par dérogation aux stipulations de l’article 14.1 du CCAG-PI',
      ],
      ['Par dérogation au CCAG, rien.', '', 'Par dérogation au CCAG'],
    ] as const)
      it(text, () => assert.deepEqual(made(text), [[articles, words]]));

    for (const [text, articles, words] of [
      [
        'Par dérogation à l’article 14.1 du CCAG, et en application du code civil, rien.',
        '14.1',
        'Par dérogation à l’article 14.1 du CCAG',
      ],
      [
        'Par dérogation à l’article 14.1, et pour les besoins du suivi de toutes les commandes passées par la ville, le règlement s’applique.',
        '14.1',
        'Par dérogation à l’article 14.1',
      ],
      [
        'Aucune dérogation n’est faite au CCTP et, pour les besoins du service, par dérogation à l’article 14 du CCAG, rien.',
        '14',
        'par dérogation à l’article 14 du CCAG',
      ],
      [
        'Par dérogation au CCAG, le délai que fixent les stipulations du contrat pour les commandes urgentes est celui de l’article 12.',
        '',
        'Par dérogation au CCAG',
      ],
      ['Par dérogation à l’article 14 du CCAG qui vise la PI, rien.', '14', 'Par dérogation à l’article 14 du CCAG'],
      ['Par exception aux articles 3 à 30 du CCAG, rien.', '3, 30', 'Par exception aux articles 3 à 30 du CCAG'],
      ['Par exception aux articles 5 à 3 du CCAG, rien.', '5, 3', 'Par exception aux articles 5 à 3 du CCAG'],
    ] as const)
      it(text, () => assert.deepEqual(made(text), [[articles, words]]));

    it('twice in a sentence', () =>
      assert.deepEqual(
        made('Par dérogation à l’article 14.1 du CCAG et par dérogation à l’article 15 du CCAG, rien.'),
        [
          ['14.1', 'Par dérogation à l’article 14.1 du CCAG'],
          ['15', 'par dérogation à l’article 15 du CCAG'],
        ],
      ));

    it('and names the CCAG or leaves it to guess', () => {
      const named = (text: string) => read(text).fact.made.map((m) => m.named);
      assert.deepEqual(named('Par dérogation à l’article 14.1 du CCAG, rien.'), [true]);
      assert.deepEqual(named('Par dérogation à l’article 14.1, rien.'), [false]);
      assert.deepEqual(
        named(
          'Par dérogation à l’article 14, et pour tenir compte de la nature particulière des prestations commandées par la ville au titulaire retenu, le CCAG est écarté.',
        ),
        [false],
      );
    });
  });

  describe('is none where it is denied, spoken of, a title, or another text is meant', () => {
    for (const text of [
      'Il n’est pas dérogé à l’article 14 du CCAG.',
      'Aucune dérogation à l’article 14 du CCAG n’est admise.',
      'Toute dérogation à l’article 14 du CCAG est récapitulée.',
      'Le CCAP ne déroge pas à l’article 14 du CCAG.',
      'Sans qu’il soit dérogé à l’article 14 du CCAG.',
      'Les dérogations à l’article 14 du CCAG sont listées.',
      'Les candidats peuvent déroger à l’article 14 du CCAG.',
      'Par dérogation à l’article 5 du CCAP, rien.',
      'Par dérogation à l’article 5 du présent contrat, rien.',
      'Par dérogation à l’article 12 de la loi du 3 mars, rien.',
      'Par dérogation à l’article 5 du décret, rien.',
      'Par dérogation à ce qui précède, rien.',
      '## Dérogation à l’article 14 du CCAG\n\nRien.',
      '## Clause qui déroge à l’article 14 du CCAG\n\nRien.',
    ])
      it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(made(text), []));
  });

  it('is none to another text', () => {
    assert.deepEqual(made('Par dérogation à l’article L. 2191-1 du code de la commande publique, rien.'), []);
  });

  it('is shown with those of the final list, or not at all', () => {
    const both = read(
      'Par dérogation à l’article 14.1 du CCAG, rien.\n\n## Dérogations au CCAG\n\n- article 20.2 du CCAG',
    );
    assert.deepEqual(derogations.show(both.fact, both.piece), { corps: ['14.1'], liste: ['20.2'] });
    const none = read('Le marché dure un an.');
    assert.equal(derogations.show(none.fact, none.piece), undefined);
  });
});

describe('the list of derogations', () => {
  it('tells the articles of the piece from those of the CCAG by their words', () => {
    assert.deepEqual(listed('- L’article 5 du CCAP déroge à l’article 14.1 du CCAG ;\n- CCAP 6 : CCAG 20.2'), [
      '5 → 14.1',
      '6 → 20.2',
    ]);
    assert.deepEqual(
      listed(
        '- Article 5 : article 14.1 du CCAG-FCS\n- Article 6 du présent contrat : articles 20.2 et 30 du CCAG\n- Article 7 déroge à l’article 31',
      ),
      ['5 → 14.1', '6 → 20.2, 30', '7 → 31'],
    );
    assert.deepEqual(listed('14.1\n\n20.2'), ['→ 14.1', '→ 20.2']);
  });

  it('is a table of two columns in either order, or of lines that say it all', () => {
    assert.deepEqual(
      listed('| Article du CCAP | Article du CCAG |\n|---|---|\n| 5 | 14.1 |\n| 6.2 | 20 et 30 |\n| 7 | néant |'),
      ['5 → 14.1', '6.2 → 20, 30'],
    );
    assert.deepEqual(listed('| Article du CCAG | Article du présent CCAP |\n|---|---|\n| 14.1 | 5 |'), ['5 → 14.1']);
    assert.deepEqual(listed('| Article du CCAP | Autre |\n|---|---|\n| 5 | 14.1 |'), ['5 → 14.1']);
    assert.deepEqual(
      listed('| Objet | Détail |\n|---|---|\n| Pénalités | l’article 5 du CCAP déroge à l’article 14.1 du CCAG |'),
      ['5 → 14.1'],
    );
  });

  describe('gives in each line what derogates and what it derogates to', () => {
    for (const [line, ...expected] of [
      ['- Article 5 du CCAP : dérogation à l’article 14.1 du CCAG', '5 → 14.1'],
      ['- Article 5 du présent document : article 14.1 du CCAG', '5 → 14.1'],
      ['- Article 5 du marché : article 14.1 du CCAG', '5 → 14.1'],
      ['- L’article 14.1 du CCAG est dérogé par l’article 5', '5 → 14.1'],
      ['- Les articles 14 et 15 sont dérogés par l’article 5', '5 → 14, 15'],
      ['- CCAG-TIC 14.1', '→ 14.1'],
      ['- CCAG : 14.1 et 15', '→ 14.1, 15'],
      ['- Article 14.1', '→ 14.1'],
      ['- Articles 14.1 et 14.2 du CCAG', '→ 14.1, 14.2'],
      ['- Articles 3 à 5 du CCAG', '→ 3, 4, 5'],
      ['- 14.1\n- 20.2', '→ 14.1', '→ 20.2'],
      ['- Pénalités : 14.1, plafonnées à 20 euros', '→ 14.1'],
      ['- Article 5 relatif aux pénalités : article 14.1 du CCAG', '5 → 14.1'],
      ['- Article 5 relatif aux pénalités dues au titulaire : article 14.1 du CCAG', '5 → 14.1'],
      ['Article 5 : article 14.1', '5 → 14.1'],
      ['L’article 5 déroge à l’article 14.1 du CCAG.', '5 → 14.1'],
      ['- à l’article 14.1 du CCAG-PI, par l’article 12 ci-dessus ;', '12 → 14.1'],
      ['- Article 14.1 du CCAG-PI (article 12)', '12 → 14.1'],
      ['- article 4.1, par l’article 3 du présent cahier ;', '3 → 4.1'],
      ['- 14.1 : article 12 du présent CCAP', '12 → 14.1'],
      ['- article 4.1 (ordre des pièces) : article 3 du CCAP', '3 → 4.1'],
      ['- l’article 4.1, auquel déroge l’article 3', '3 → 4.1'],
      ['- article 14.1 du CCAG-TIC : dérogation prévue à l’article 12', '12 → 14.1'],
      ['- article 12 du CCAP : article 14.1', '12 → 14.1'],
      ['- article 12 : dérogation à l’article 14.1', '12 → 14.1'],
      ['- Article 5 du CCTP : article 14.1 du CCAG', '5 → 14.1 (autre pièce)'],
      ['- L’article 5 de l’acte d’engagement déroge à l’article 14.1 du CCAG', '5 → 14.1 (autre pièce)'],
      ['- Article 5 du règlement : article 14.1 du CCAG', '5 → 14.1 (autre pièce)'],
      ['- Article 5 de l’AE : article 14.1 du CCAG', '5 → 14.1 (autre pièce)'],
      ['Le montant est de 12 euros.'],
      ['Rien de chiffré ici.'],
      ['Aucune dérogation n’est prévue.'],
      ['Il n’est pas dérogé à l’article 14 du CCAG.'],
    ] as const)
      it(line.replace(/\n+/g, ' ⏎ '), () => assert.deepEqual(listed(line), expected));
  });

  describe('may be a table, known by its columns or by its cells', () => {
    for (const [rows, ...expected] of [
      ['| N° | CCAG auquel il est dérogé | Article du présent document |\n|---|---|---|\n| 1 | 14.1 | 5 |', '5 → 14.1'],
      ['| Article | Dérogation |\n|---|---|\n| 5 | 14.1 |', '→ 14.1'],
      ['| A | B |\n|---|---|\n| article 5 du CCAP | article 14.1 du CCAG |', '5 → 14.1'],
      ['| Article du CCTP | Article du CCAG |\n|---|---|\n| 5 | 14.1 |', '5 → 14.1'],
      ['| Articles auxquels il est dérogé |\n|---|\n| 14.1 |\n| sans objet |', '→ 14.1'],
      ['| Article du contrat | Articles dérogés | Objet |\n|---|---|---|\n| 5 | 14.1 | délai de 3 mois |', '5 → 14.1'],
      ['| Objet | Article du CCAP | Motif |\n|---|---|---|\n| article 14.1 du CCAG | 5 | taille |', '→ 14.1'],
      [
        'Voici :\n\n| Article du CCAP | Article du CCAG |\n|---|---|\n| 5 | 14.1 |\n\nEt l’article 6 déroge à l’article 20 du CCAG.',
        '5 → 14.1',
        '6 → 20',
      ],
    ] as const)
      it(rows.replace(/\n+/g, ' ⏎ '), () => assert.deepEqual(listed(rows), expected));
  });

  it('is the last section titled so, or the one that announces it', () => {
    const place = (text: string) => {
      const { list, listed: lines } = read(text).fact;
      return `${list?.title} : ${lines.map((l) => l.articles.join(', ')).join(' ; ')}`;
    };
    const ONE = '\n\n- article 14.1 du CCAG';
    assert.equal(place(`## Dérogations\n\nRien.\n\n## Dérogations au CCAG${ONE}`), 'derogations au ccag : 14.1');
    assert.equal(place(`## Dérogations au CCAG\n\n### Liste${ONE}`), 'derogations au ccag : 14.1');
    assert.equal(place('## Articles dérogés\n\n- 14.1'), 'articles deroges : 14.1');
    assert.equal(place(`## Divers\n\nListe récapitulative des dérogations :${ONE}`), 'divers : 14.1');
    assert.equal(place(`## Divers\n\nLe tableau récapitule les dérogations :${ONE}`), 'divers : 14.1');
    assert.equal(place(`## Divers\n\nLes dérogations au CCAG sont récapitulées ci-après :${ONE}`), 'divers : 14.1');
    assert.equal(place(`## Dérogations aux pénalités${ONE}`), 'undefined : ');
    assert.equal(
      place(`## Liste des dérogations\n\nx\n\n### Dérogations au CCAG${ONE}`),
      'liste des derogations : 14.1',
    );
  });

  it('may be in an annex, or in a table', () => {
    const { fact } = read('## Divers\n\nLes dérogations au CCAG sont récapitulées en annexe.');
    assert.equal(fact.annexed, true);
    assert.equal(fact.table, undefined);
    assert.equal(read('## Divers\n\nL’annexe 2 liste les dérogations.').fact.annexed, true);
    const tabled = read(
      'Voir :\n\n| a | b |\n|---|---|\n| c | d |\n\n## Dérogations au CCAG\n\n| CCAG | CCAP |\n|---|---|\n| 14.1 | 5 |',
    ).fact;
    assert.equal(tabled.annexed, false);
    assert.equal(tabled.table?.header.cells[0]?.folded, 'ccag');
  });

  it('points to the cell or the sentence of each', () => {
    const words = (text: string) => {
      const { piece, fact } = read(`## Dérogations au CCAG\n\n${text}`);
      return fact.listed.map((l) => piece.draft.slice(l.at));
    };
    assert.deepEqual(words('| CCAP | CCAG |\n|---|---|\n| 5 | 14.1 et 15 |'), ['14.1 et 15']);
    assert.deepEqual(words('| A | B |\n|---|---|\n| pénalités | article 14.1 du CCAG |'), ['pénalités']);
    assert.deepEqual(words('Voici. L’article 5 déroge à l’article 14.1 du CCAG. Fin.'), [
      'L’article 5 déroge à l’article 14.1 du CCAG.',
    ]);
  });

  it('is not counted among the derogations that the body makes', () => {
    const { fact } = read('## Dérogations au CCAG\n\nL’article 5 déroge à l’article 14.1 du CCAG.');
    assert.deepEqual([fact.made.length, fact.listed.length], [0, 1]);
  });

  it('says when a derogation is made by another piece', () => {
    assert.deepEqual(listed('| Article du CCTP | CCAG auquel il est dérogé |\n|---|---|\n| 5 du CCTP | 14.1 |'), [
      '5 → 14.1 (autre pièce)',
    ]);
  });

  it('may be empty', () => {
    assert.deepEqual(listed('Néant.'), []);
    assert.deepEqual(listed('Sans objet.'), []);
  });

  it('may have a title at the head of its paragraph, or none but a sentence before it', () => {
    const articles = (text: string) => read(text).fact.listed.map((l) => l.articles.join(', '));
    assert.deepEqual(articles('**ARTICLE 17 – DÉROGATIONS.** L’article 5 déroge à l’article 14.1 du CCAG.'), ['14.1']);
    assert.deepEqual(
      articles(
        '## Divers\n\nLes dérogations au CCAG sont les suivantes :\n\n- article 14.1 du CCAG\n- article 20 du CCAG',
      ),
      ['14.1', '20'],
    );
  });

  it('covers an article by the one that holds it', () => {
    assert.deepEqual(
      [covers('14', '14.1'), covers('14.1', '14'), covers('14.1', '14.1'), covers('14', '140'), covers('14.1', '14.2')],
      [true, true, true, false, false],
    );
  });
});
