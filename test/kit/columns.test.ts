import assert from 'node:assert/strict';
import { Draft, type Sentence } from '../../rules/kit/draft.ts';
import { addRow } from '../../rules/kit/fix.ts';
import { readBlock } from '../../rules/kit/markdown/block.ts';
import { openTexts } from '../fuzz/examine.ts';

const words = (chunk: string) => readBlock(chunk, false).passages.map((p) => `${p.kind} ${p.prose.text}`);
const TABLE = [
  'Critère              Points    Jugé sur',
  'Prix                     45    le montant total',
  'Délai d’intervention     20    les heures annoncées',
];

describe('a table without bars, as a page has it', () => {
  it('has its header and its rows, each cell in its place', () => {
    const text = `Les offres sont notées ainsi :\n\n${TABLE.join('\n')}\n\nSuite.\n`;
    const draft = new Draft(text);
    const [table] = draft.tables;
    assert.deepEqual(
      table?.rows.map((row) => row.cells.map((c) => text.slice(c.node.start, c.node.end))),
      [
        ['Prix', '45', 'le montant total'],
        ['Délai d’intervention', '20', 'les heures annoncées'],
      ],
    );
    assert.deepEqual(
      table?.header.cells.map((c) => c.text),
      ['Critère', 'Points', 'Jugé sur'],
    );
  });

  it('is told from what stands over and under it on the next lines', () => {
    assert.deepEqual(words(`Le tableau suit :\n${TABLE.join('\n')}\nLe prix compte pour moitié.`), [
      'paragraph Le tableau suit :',
      ...TABLE.flatMap((line) => line.split(/ {2,}/)).map((cell) => `cell ${cell}`),
      'paragraph Le prix compte pour moitié.',
    ]);
  });

  it('has numbered rows and sub-rows under its header, and numbered lines without one are a list', () => {
    const rows = [
      '   1. Prix, d’après les quantités',
      '      relevées l’an dernier                   45,0 %',
      '   2. Valeur technique                        55,0 %',
      '      2.1 Circuit du linge                    30,0 %',
      '      2.2 Contrôles                           25,0 %',
    ];
    assert.deepEqual(words(['   Critères                            Pondération', ...rows].join('\n')), [
      'cell Critères',
      'cell Pondération',
      'cell 1. Prix, d’après les quantités relevées l’an dernier',
      'cell 45,0 %',
      'cell 2. Valeur technique',
      'cell 55,0 %',
      'cell 2.1 Circuit du linge',
      'cell 30,0 %',
      'cell 2.2 Contrôles',
      'cell 25,0 %',
    ]);
    const alone = ['1. Prix              45,0 %', '2. Méthode           35,0 %', '3. Délai             20,0 %'];
    assert.ok(words(alone.join('\n')).every((word) => word.startsWith('item')));
  });

  it('may stand off the margin, with headers over the middle of its columns, and a last cell that goes on under itself', () => {
    const cells = (text: string) => words(text).map((word) => word.replace('cell ', ''));
    assert.deepEqual(
      cells(
        '   Acheteur     Ville de Brest\n   Objet        fourniture de\n                mobilier neuf\n   Procédure    adaptée',
      ),
      ['', '', 'Acheteur', 'Ville de Brest', 'Objet', 'fourniture de mobilier neuf', 'Procédure', 'adaptée'],
    );
    assert.deepEqual(
      cells(
        '   Sous-critère        Lot 1   Lot 2\n   Méthode              15      12\n   Délai                 5       8',
      ),
      ['Sous-critère', 'Lot 1', 'Lot 2', 'Méthode', '15', '12', 'Délai', '5', '8'],
    );
    assert.deepEqual(cells('Critère       Poids\nPrix          40\nDélai         60'), [
      'Critère',
      'Poids',
      'Prix',
      '40',
      'Délai',
      '60',
    ]);
    assert.deepEqual(cells('Variantes               Sans'), ['', '', 'Variantes', 'Sans']);
    for (const line of [
      '1 - Objet         4',
      'Article 5       Délais',
      'CCTP            Page 3',
      'Fait à          , le',
    ])
      assert.deepEqual(words(line), [`paragraph ${line}`], line);
    const text = '# RC\n\nObjet       Délai\nPlans       huit jours\n            ouvrés\nRelevés     dix jours\n';
    const cell = new Draft(text).tables[0]?.rows[0]?.cells[1];
    assert.ok(cell);
    assert.equal(text.slice(cell.node.start, cell.node.end), 'huit jours\n            ouvrés');
  });

  it('is none where columns do not stand in line, a page is listed, or two rows alone do', () => {
    for (const text of [
      'Le prix  est de dix euros\nau plus,  hors taxes\net hors frais  de port.',
      'Le lot un  porte sur  le gros\nœuvre. Le lot  deux sur la  charpente.',
      'Objet     Achats ...... 1\nDurée     Un an ....... 2\nPrix      Fermes ...... 3',
      'Lot 1    voirie    200 000 €\nLot 2    ponts     100 000 €',
      'Objet    Délai    Prix\nPlans    2 mois   300 €\nEssais de toutes    1 mois   200 €',
      'Fait à Brest        Le maire\nle 3 mai 2027       Le titulaire',
      'Objet          Plans  Délai\nPlans            deux jours\n  Relevés    trois semaines',
    ])
      assert.ok(
        words(text).every((word) => word.startsWith('paragraph ')),
        text,
      );
  });

  it('may have a rule under its header, near the margin or far from it', () => {
    const cells = ['Lot', 'Estimation', '01', '410 000 €', '02', '380 000 €'].map((cell) => `cell ${cell}`);
    for (const lead of ['', '   ', '        ']) {
      const lines = ['Lot    Estimation', '-------------------', '01      410 000 €', '02      380 000 €'];
      const text = `Les lots sont :\n\n${lines.map((line) => lead + line).join('\n')}\n\nSuite.\n`;
      assert.deepEqual(
        new Draft(text).passages.map((p) => `${p.kind} ${p.text}`),
        ['paragraph Les lots sont :', ...cells, 'paragraph Suite.'],
        lead,
      );
    }
  });

  it('may have rules between its rows, under a header or a cell of two lines', () => {
    const text = [
      '   Lot   Désignation                            Maximum en euros sur la',
      '                                                durée totale',
      '   ----------------------------------------------------------------',
      '    1    Échographes polyvalents (urgences,              640 000,00',
      '         bloc opératoire)',
      '    2    Moniteurs et centrales de                       420 000,00',
      '         surveillance',
      '   ----------------------------------------------------------------',
      '         TOTAL                                         1 060 000,00',
    ].join('\n');
    assert.deepEqual(
      new Draft(`Les lots :\n\n${text}\n`).tables.map(({ header, rows }) =>
        [header, ...rows].map((row) => row.cells.map((c) => c.text).join(' | ')),
      ),
      [
        [
          'Lot | Désignation | Maximum en euros sur la durée totale',
          '1 | Échographes polyvalents (urgences, bloc opératoire) | 640 000,00',
          '2 | Moniteurs et centrales de surveillance | 420 000,00',
          ' | TOTAL | 1 060 000,00',
        ],
      ],
    );
  });

  it('may have first cells of several lines and levels, over or under their figure', () => {
    const text = [
      'Critères                               Poids',
      '1 - Prix, jugé sur le montant du',
      '    devis type                          40 %',
      '2 - Valeur technique, dont :            60 %',
      '    2.1 - Méthode et délais, au         35 %',
      '          regard du planning',
      '    2.2 - Sécurité                      25 %',
    ].join('\n');
    const cells = ['Critères', 'Poids', '1 - Prix, jugé sur le montant du devis type', '40 %'];
    cells.push('2 - Valeur technique, dont :', '60 %', '2.1 - Méthode et délais, au regard du planning', '35 %');
    assert.deepEqual(
      words(text),
      [...cells, '2.2 - Sécurité', '25 %'].map((cell) => `cell ${cell}`),
    );
    const label = new Draft(text).tables[0]?.rows[2]?.cells[0];
    const word = label?.sentences[0]?.find(/planning/);
    assert.ok(label && word);
    const { start, end } = (label.sentences[0] as Sentence).at(word);
    assert.equal(text.slice(start, end), 'planning');
  });

  it('may have any cell on several lines, where the next word had no room, be it of the header or of several cells at once', () => {
    const text = [
      '  Étape        Remise au    Retenue      Remarque',
      '               plus tard    par jour',
      '  Plan de      lundi        50           sous pli',
      '  prévention                             fermé',
      '  Essais       mardi        20           au siège',
    ].join('\n');
    assert.deepEqual(
      words(text).map((word) => word.replace('cell ', '')),
      [
        ...['Étape', 'Remise au plus tard', 'Retenue par jour', 'Remarque'],
        ...['Plan de prévention', 'lundi', '50', 'sous pli fermé'],
        ...['Essais', 'mardi', '20', 'au siège'],
      ],
    );
    const cell = new Draft(text).tables[0]?.header.cells[1]?.sentences[0];
    const word = cell?.find(/tard/);
    assert.ok(cell && word);
    const { start, end } = cell.at(word);
    assert.equal(text.slice(start, end), 'tard');
  });

  const rowsOf = (lines: readonly string[]) => {
    const [table] = new Draft(`${lines.join('\n')}\n`).tables;
    return table && [table.header, ...table.rows].map((row) => row.cells.map((cell) => cell.text));
  };

  it('may set the cells of a row on its middle', () => {
    const rows = rowsOf([
      '  Critère                Poids   Éléments jugés',
      '                                 Clarté du protocole,',
      '  Méthode                45 %    choix des témoins et',
      '                                 place des usagers',
      '  Équipe                         Temps donné par chacun, et',
      '                         35 %',
      '  affectée                       titres de deux chimistes',
      '                                 Nombre de dosages par an',
      '  Coût d’usage           20 %',
      '                                 et prix des réactifs',
    ]);
    assert.deepEqual(rows, [
      ['Critère', 'Poids', 'Éléments jugés'],
      ['Méthode', '45 %', 'Clarté du protocole, choix des témoins et place des usagers'],
      ['Équipe affectée', '35 %', 'Temps donné par chacun, et titres de deux chimistes'],
      ['Coût d’usage', '20 %', 'Nombre de dosages par an et prix des réactifs'],
    ]);
  });

  it('has its rows from the first of their words to the last, wherever their first cell begins', () => {
    const text =
      'Critère       Poids   Éléments\n                      Clarté du plan,\nMéthode       45 %    choix des lieux et\n                      des jours\nPrix          55 %    Devis\n';
    const [row] = new Draft(text).tables[0]?.rows ?? [];
    assert.ok(row);
    assert.equal(
      text.slice(row.span.start, row.span.end).trim().replace(/\s+/g, ' '),
      'Clarté du plan, Méthode 45 % choix des lieux et des jours',
    );
  });

  it('may have labels that leave one blank before the next column, and cells left empty', () => {
    const rows = rowsOf([
      ' Tranche               Contenu                            Montant',
      ' Tranche ferme         étude des réseaux et relevé des    38 000 €',
      '                       regards',
      ' Tranche               suivi des débits pendant un an     12 500 €',
      ' optionnelle 1',
      ' Ensemble des tranches                                    50 500 €',
    ]);
    assert.deepEqual(rows?.slice(1), [
      ['Tranche ferme', 'étude des réseaux et relevé des regards', '38 000 €'],
      ['Tranche optionnelle 1', 'suivi des débits pendant un an', '12 500 €'],
      ['Ensemble des tranches', '', '50 500 €'],
    ]);
  });

  it('may have sub-rows that a dash begins, fields between brackets, and the foot of the page under it', () => {
    const text = [
      '   Critères                     Points',
      '   1. Prix                      [40]',
      '   2. Technique                 60',
      '   – Pose                       35',
      '   – Essais                     25',
      '',
      '',
      '                  Page 3 sur 7',
    ];
    assert.deepEqual(
      rowsOf(text)?.map(([label]) => label),
      ['Critères', '1. Prix', '2. Technique', '– Pose', '– Essais'],
    );
    const items = ['– Pose du mobilier', '– Essais sur place', '– Reprise des anciens meubles'];
    assert.ok(words(items.join('\n')).every((word) => word.startsWith('item ')));
  });

  it('has in a cell the words that the end of a line cuts, each at its place', () => {
    const text =
      '# RC\n\nQuestion         Réponse\nLes lots seront- oui\nils groupés ?\nLe site est-il   non\nouvert ?\n';
    const [one] = new Draft(text).tables[0]?.rows ?? [];
    const label = one?.cells[0]?.sentences[0] as Sentence;
    assert.equal(one?.cells[0]?.text, 'Les lots seront-ils groupés ?');
    const { start, end } = label.at(label.find(/groupes/) as NonNullable<ReturnType<Sentence['find']>>);
    assert.equal(text.slice(start, end), 'groupés');
  });

  it('has a cell that goes on with room left where its row has nothing else there', () => {
    assert.deepEqual(
      rowsOf([
        'Objet       Délai              Preuve',
        'Plans       huit jours         fiche',
        '            ouvrés',
        'Relevés     dix jours          fiche',
      ])?.map(([, delay]) => delay),
      ['Délai', 'huit jours ouvrés', 'dix jours'],
    );
  });

  it('has rows whose labels begin with no capital', () => {
    for (const [head, one, two, three] of [
      ['Lot      Objet', 'lot 1    voirie', 'lot 2    ponts', 'lot 3    signaux'],
      ['Pièce    Jointe', 'plan     avec le pli', 'acte     avec le pli', 'devis    plus tard'],
    ])
      assert.equal(new Draft(`${head}\n${one}\n${two}\n${three}\n`).tables[0]?.rows.length, 3, head);
  });

  it('may have one row under three headers, and its first header over the middle of its column', () => {
    const cells = (text: string) => words(text).map((word) => word.replace('cell ', ''));
    assert.deepEqual(cells('Début          Durée     Suite\n2 mai 2027     9 mois    aucune'), [
      ...['Début', 'Durée', 'Suite', '2 mai 2027', '9 mois', 'aucune'],
    ]);
    assert.deepEqual(cells('  Rang   Pièce\n    1    contrat\n    2    plans'), [
      ...['Rang', 'Pièce', '1', 'contrat', '2', 'plans'],
    ]);
  });

  it('stands off the margin under a numbered title, and in no item', () => {
    const text =
      '9. Écarts\n\n  CCAP    CCAG    Sujet\n  5.2     28.2    délai\n  5.4     14.1    retard\n\n9.1 Suite\n';
    const draft = new Draft(text);
    assert.deepEqual(
      draft.tables.map(({ section }) => section.title),
      ['ecarts'],
    );
    assert.deepEqual(words('9. Écarts\n\n  avec les mots de la suite.'), [
      'item Écarts',
      'paragraph avec les mots de la suite.',
    ]);
  });

  it('takes a row more in its columns', () => {
    const piece = openTexts({ 'rc.md': `# RC\n\n${TABLE.join('\n')}\n` }).pieces[0];
    const table = piece?.draft.tables[0];
    assert.ok(piece && table);
    const [edit] = addRow(piece, table, ['Accueil', '35', 'le planning'], 'Ajouter').edits;
    assert.equal(edit?.text, '\nAccueil              35        le planning');
  });
});

describe('clauses that their number begins', () => {
  it('stand alone, though no blank line parts them', () => {
    assert.deepEqual(
      words(
        '2.1 Les surfaces sont en annexe.\n2.2 Les sanitaires sont équipés\nde distributeurs.\n2.3 Le reste est nu.',
      ),
      [
        'paragraph 2.1 Les surfaces sont en annexe.',
        'paragraph 2.2 Les sanitaires sont équipés\nde distributeurs.',
        'paragraph 2.3 Le reste est nu.',
      ],
    );
    assert.deepEqual(words('9.1 Le pli contient :\n- le devis ;\n- le plan.\n9.2 Rien n’est signé.'), [
      'paragraph 9.1 Le pli contient :',
      'item le devis ;',
      'item le plan.',
      'paragraph 9.2 Rien n’est signé.',
    ]);
  });

  it('are no numbers that end up at the beginning of a line', () => {
    assert.deepEqual(words('Le forfait suit l’article\n2.2 Du cahier et le taux de\n12.5 % par mois.'), [
      'paragraph Le forfait suit l’article\n2.2 Du cahier et le taux de\n12.5 % par mois.',
    ]);
  });
});

describe('a table whose rows a page sets apart', () => {
  const rows = (text: string) => new Draft(text).tables.map((t) => t.rows.map((r) => r.cells.map((c) => c.text)));
  const HEAD = 'Critère                    Poids   Jugé sur';
  const PRICE = 'Prix                       60 %    le devis';
  const TIME = 'Délai de                   40 %    le calendrier\nlivraison';
  const READ = ['Délai de livraison', '40 %', 'le calendrier'];

  it('is one, each row with what stands under it', () => {
    assert.deepEqual(rows(`${HEAD}\n\n${PRICE}\n\n${TIME}\n\nSuite.\n`), [[['Prix', '60 %', 'le devis'], READ]]);
  });

  it('has rows that begin with a number or a dash', () => {
    const numbered = `${HEAD}\n\n1. Prix                    60 %    le devis\n\n– Délai                    40 %    le calendrier\n`;
    assert.deepEqual(rows(numbered), [
      [
        ['1. Prix', '60 %', 'le devis'],
        ['– Délai', '40 %', 'le calendrier'],
      ],
    ]);
  });

  it('goes on over the end of a page, and so does a row of it', () => {
    const foot = 'Consultation 14                                  Page 2 sur 9';
    const read = [[['Prix', '60 %', 'le devis'], READ]];
    assert.deepEqual(rows(`${HEAD}\n\n${PRICE}\n\n\n${foot}\n\n${TIME}\n`), read);
    assert.deepEqual(rows(`${HEAD}\n\n${PRICE}\n\n${TIME.replace('\n', `\n\n${foot}\n\n`)}\n`), read);
    assert.deepEqual(rows(`${HEAD}\n${PRICE}\n\n${foot}\n\n${TIME}\n`), read);
  });

  it('is none of lines that stand in other columns, nor under a sentence', () => {
    assert.deepEqual(
      rows(`${HEAD}\n\n  Prix               60 %         le devis\n\n   Délai     40 %    le calendrier\n`),
      [],
    );
    assert.deepEqual(rows(`Sont jugés :\n\nle prix ;     le délai ;\n\nle devis ;    le plan.\n`), []);
  });
});

describe('rows that numbers begin', () => {
  const grid = (...lines: string[]) => new Draft(lines.join('\n')).tables.map((t) => t.rows.length);
  it('go on under their words, whatever room the line above has', () => {
    assert.deepEqual(
      grid(
        '1 - Prix des prestations                                           60 points',
        '2 - Valeur technique au vu du mémoire                              40 points',
        '    2.1 - Méthode en site occupé : phasage                         25 points',
        '          du lot et séparation des flux',
        '    2.2 - Qualification du conducteur et du chef                   15 points',
        '          d’équipe affectés au chantier, en ce qu’elle joue',
        '          sur la qualité',
      ),
      [4],
    );
  });
  it('may have a column of their own', () => {
    const [table] = new Draft(
      [
        'N°   Critères et sous-critères                   Pondération',
        '1    Prix des prestations                               35 %',
        '     (montant de la tranche ferme',
        '     et des autres)',
        '2    Valeur technique                                   65 %',
        '     2.1 Organisation                                   40 %',
        '     2.2 Sécurité                                       25 %',
      ].join('\n'),
    ).tables;
    assert.deepEqual(
      table?.rows.map(({ cells }) => cells.map((c) => c.text).join(' | ')),
      [
        '1 | Prix des prestations (montant de la tranche ferme et des autres) | 35 %',
        '2 | Valeur technique | 65 %',
        ' | 2.1 Organisation | 40 %',
        ' | 2.2 Sécurité | 25 %',
      ],
    );
  });
});
