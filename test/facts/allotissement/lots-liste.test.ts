import assert from 'node:assert/strict';
import type { Lot } from '../../../rules/facts/allotissement/lot.ts';
import { lots } from '../../../rules/facts/allotissement/lots.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string) => {
  const [piece] = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return { piece, fact: piece.ask(lots) };
};
/** « 1 peinture 10000 »: number, object or dash, sum. */
const summary = ({ number, object, amount }: Lot): string =>
  `${number} ${object?.text ?? '-'}${amount === undefined ? '' : ` ${amount}`}`;
const main = (text: string) => read(text).fact.list?.lots.map(summary) ?? [];
/** The lots of every list, whichever sets out the lots of the contract. */
const all = (text: string) => read(text).fact.lists.map((l) => l.lots.map(summary).join(' ; '));

const reads = (...cases: readonly (readonly [string, ...string[]])[]) => {
  for (const [text, ...expected] of cases)
    it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(main(text), expected));
};
const table = (header: string, ...rows: string[]) =>
  [header, header.replace(/[^|]+/g, '---'), ...rows].map((r) => `| ${r} |`).join('\n');

describe('a table of lots', () => {
  reads(
    [
      `## Lots\n\n${table('Lot | Intitulé | Montant estimé', '1 | Peinture | 10 000 €', '2 | Plomberie | 20 000 € HT')}`,
      '1 peinture 10000',
      '2 plomberie 20000',
    ],
    [`## Allotissement\n\n${table('N° | Objet', 'Lot 1 | Peinture', 'Lot 2 | À définir')}`, '1 peinture', '2 -'],
    [`## Allotissement\n\n${table('N° | Objet', '01 | Peinture', '02 | [à compléter]')}`, '1 peinture', '2 -'],
    [`## Allotissement\n\n${table('Num. | Objets', 'n° 1 | Peinture', 'n°2 | A PRECISER')}`, '1 peinture', '2 -'],
    [`## Lots\n\n${table('Numéro | Dénomination', 'lot n° 1 | Peinture', 'LOT N°2 | Sols')}`, '1 peinture', '2 sols'],
    [`## Lots\n\n${table('No | Contenu', 'no 1 | Peinture', 'no2 | Sols')}`, '1 peinture', '2 sols'],
    [table('Lot | Libellé | Budget', 'A | Peinture | 15000', 'B | Sols | …'), 'a peinture 15000', 'b sols'],
    [
      table('N° de lot | Désignation des prestations', '1 | Gardiennage', '2 | Nettoyage'),
      '1 gardiennage',
      '2 nettoyage',
    ],
    [table('N° du lot | Description', '1 | Gardiennage', '2 | Nettoyage'), '1 gardiennage', '2 nettoyage'],
    [
      table('Numéro du lot | Périmètre', 'I | Nord', 'IV | Sud', 'VIII | Est', 'IX | Ouest'),
      '1 nord',
      '4 sud',
      '8 est',
      '9 ouest',
    ],
    [table('Numéros des lots | Descriptif', '1 | Nord', '2 | Sud'), '1 nord', '2 sud'],
    [
      table('Lot no | Secteur | Maximum HT', '3 | Nord | 100 000', '4 | Sud | 200 000'),
      '3 nord 100000',
      '4 sud 200000',
    ],
    [table('Lot n° | Corps d’état', '1a | Gros œuvre', '1b | Charpente'), '1a gros oeuvre', '1b charpente'],
    [table('Lot n° | Mission', '1.1 | Étude', '1-2 | Suivi'), '1.1 etude', '1-2 suivi'],
    [table('Estimation | Lots | Fournitures', '500 | 1 | Stylos', '600 | 2 | Papier'), '1 stylos 500', '2 papier 600'],
    [table('Lot | Prix | Nom du lot', '1 | 500 € | Stylos', '2 | néant | Papier'), '1 stylos 500', '2 papier'],
    // A row of anything else is no lot.
    [
      `Deux lots :\n\n${table('Lots | Nature des travaux', 'Total | 3', '1 | Peinture', '2 | Sols', '1000 | x')}`,
      '1 peinture',
      '2 sols',
    ],
    // What the lead says of them makes them lots.
    [
      `Le marché comprend deux lots.\n\nLes lots sont :\n\n${table('N° | Objet', '1 | Peinture', '2 | Sols')}`,
      '1 peinture',
      '2 sols',
    ],
    [`Le marché comprend deux lots.\n\n${table('Lots', 'Lot 1 : peinture', 'Lot 2 : sols')}`, '1 peinture', '2 sols'],
    [
      `Le marché comprend deux lots.\n\n${table('Lots | Délai', '1 – Peinture | 3 mois', '2 – Sols | 4 mois')}`,
      '1 peinture',
      '2 sols',
    ],
    [
      `Le marché comprend deux lots.\n\n${table('Lots | Objet', '1 – Peinture | À compléter', '2 – Sols | Sols durs')}`,
      '1 peinture',
      '2 sols durs',
    ],
  );

  for (const header of ['N°lot', 'Numéro lot', 'No lot', 'N° des lots', 'Lots n°', 'Num', 'Lot concerné'])
    for (const object of ['Prestation', 'Zone', 'Zones', 'Travaux', 'Nature des services'])
      it(`has columns « ${header} » and « ${object} »`, () =>
        assert.deepEqual(main(`## Lots\n\n${table(`${header} | ${object}`, '1 | Nord', '2 | Sud')}`), [
          '1 nord',
          '2 sud',
        ]));
  for (const price of ['Montant', 'Montants', 'Valeur', 'Valeurs', 'Budgets', 'Estimé', 'Total €'])
    it(`has a column « ${price} »`, () =>
      assert.deepEqual(main(table(`Lot | Objet | ${price}`, '1 | Nord | 500 €', '2 | Sud | 600 €')), [
        '1 nord 500',
        '2 sud 600',
      ]));
  it('may name prestations in the column of its numbers', () =>
    assert.deepEqual(
      main(
        `Le marché comprend deux lots.\n\n${table('Lots (prestations) | Délai', '1 – Peinture | 3 mois', '2 – Sols | 4 mois')}`,
      ),
      ['1 peinture', '2 sols'],
    ));

  describe('is none where nothing speaks of lots, or nothing of what is bought', () => {
    reads(
      [`## Divers\n\n${table('N° | Objet', '1 | Peinture', '2 | Sols')}`],
      [`## Allotissement\n\n${table('Numéro | Titulaire', '1 | X', '2 | Y')}`],
      [`## Allotissement\n\n${table('Ilot | Objet', '1 | Peinture', '2 | Sols')}`],
      [`## Allotissement\n\n${table('Bordereau n° | Objet', '1 | Peinture', '2 | Sols')}`],
      [`## Lots\n\n${table('Lot | Objet', '1 | Peinture')}`],
    );
  });
});

const TWO = 'Le marché est divisé en deux lots';
const SETS = '- Lot 1 : peinture\n- Lot 2 : sols';
describe('a list of lots in words', () => {
  describe('is of items', () => {
    reads(
      [`${TWO} :\n\n- Lot n° 1 : Peinture ;\n- Lot n° 2 : Sols souples.`, '1 peinture', '2 sols souples'],
      [`${TWO} :\n\n- Lot 1 – Peinture, 10 000 € HT\n- Lot 2 – Sols (20 000 € HT)`, '1 peinture 10000', '2 sols 20000'],
      [`${TWO} :\n\n- Lot 1 (peinture)\n- Lot 2 (sols)`, '1 peinture', '2 sols'],
      [`${TWO} :\n\n- Lot 1 : à définir\n- Lot 2 : sols`, '1 -', '2 sols'],
      [`${TWO} :\n\n- Lot 1 « Peinture »\n- Lot 2 « Sols »`, '1 "peinture"', '2 "sols"'],
      [`${TWO} :\n\n1. Lot 1 : peinture\n2. Lot 2 : sols`, '1 peinture', '2 sols'],
      [`${TWO} :\n\na) Lot A : peinture ;\n\nb) Lot B : sols.`, 'a peinture', 'b sols'],
      [`${TWO} :\n\n- Lot 1 peinture intérieure\n- Lot 2 sols souples`, '1 peinture interieure', '2 sols souples'],
      [`${TWO} :\n\n- Le lot 1 porte sur la peinture\n- Le lot 2 concerne les sols`, '1 peinture', '2 sols'],
      [`${TWO} :\n\n- ☒ Lot 1 : peinture\n- ☐ Lot 2 : sols`, '1 peinture', '2 sols'],
      [`${TWO} :\n\n- Article 1.1 – Lot 1 : peinture\n- Art. 1.2 : lot 2 : sols`, '1 peinture', '2 sols'],
    );
  });

  describe('is of sentences, or of parts of one', () => {
    reads(
      [`${TWO} : le lot 1 porte sur la peinture, le lot 2 concerne les sols.`, '1 peinture', '2 sols'],
      [`${TWO} : le lot n° 1 a pour objet la peinture et le lot n° 2 comprend les sols.`, '1 peinture', '2 sols'],
      [
        `${TWO} : le lot 1 comprend les peintures, le lot 2 correspond à la pose des sols.`,
        '1 peintures',
        '2 pose des sols',
      ],
      [`${TWO}, lot 1 = peinture, lot 2 = sols.`, '1 peinture', '2 sols'],
      [`${TWO}, lot 1, peinture ; lot 2, sols.`, '1 peinture', '2 sols'],
      [`${TWO} (lot 1 : peinture ; lot 2 : sols).`, '1 peinture', '2 sols'],
      [`${TWO}. Lot 1 : peinture. Lot 2 : sols.`, '1 peinture', '2 sols'],
      [`${TWO} : lot 1 : peinture et lot 2 : sols.`, '1 peinture', '2 sols'],
      [`${TWO} : lot 1 : peinture et vernis ; puis le lot 2 : sols.`, '1 peinture et vernis', '2 sols'],
      [`${TWO} • lot 1 : peinture • lot 2 : sols`, '1 peinture', '2 sols'],
      [`${TWO} : le lot 1, peinture ; le lot 2, sols.`, '1 peinture', '2 sols'],
      [`${TWO} : lot 1, peinture ; lot 2, dont la nature reste à définir.`, '1 peinture', '2 -'],
      [`${TWO} : le lot 1, peinture ; le lot 2, dont le contenu sera précisé plus tard.`, '1 peinture', '2 -'],
      [
        'L’achat est scindé en deux parties attribuées séparément, la première (lot 1) pour la peinture, la seconde (lot 2) pour les sols.',
        '1 peinture',
        '2 sols',
      ],
      ['☒ Lot 1 : peinture ☐ Lot 2 : sols', '1 peinture', '2 sols'],
      ['Lots concernés : ☐ 1) lot 1 – peinture ☐ 2) lot 2 – sols', '1 peinture', '2 sols'],
    );
  });

  describe('is of lines, paragraphs or titles', () => {
    reads(
      ['☒ Lot 1 : peinture\n☐ Lot 2 : sols', '1 peinture', '2 sols'],
      ['## Lots\n\nLot 1 : peinture\nLot 2\nLot 3 : sols', '1 peinture', '2 -', '3 sols'],
      [`${TWO}.\n\nLot 1 : peinture\n\nLot 2 : sols`, '1 peinture', '2 sols'],
      ['## Allotissement\n\n### Lot 1 : peinture\n\nDétail.\n\n### Lot 2 : sols\n\nDétail.', '1 peinture', '2 sols'],
      [
        '## Allotissement\n\n### 2.1 Lot 1 – Peinture\n\nDétail.\n\n### 2.2 Lot 2 – Sols\n\nDétail.',
        '1 peinture',
        '2 sols',
      ],
      ['## Allotissement\n\n**Lot 1 : peinture.** Détail.\n\n**Lot 2 : sols.** Détail.', '1 peinture', '2 sols'],
    );
  });

  describe('is none of what becomes of lots, of what is paid, or of how long each takes', () => {
    reads(
      ['Le lot 1 est attribué, le lot 2 est infructueux.'],
      ['Le lot 1 sera livré en mars et le lot 2 en avril.'],
      ['Le lot 1 donne lieu à une visite, et le lot 2 à une autre.'],
      ['Les candidats au lot 1, et ceux du lot 2, remettent un mémoire.'],
      ['Ils répondent au lot 1, pour tout ou partie, ou au lot 2, sauf exception.'],
      ['## Pénalités\n\n- Lot 1 : 100 € par jour\n- Lot 2 : 200 € par jour'],
      ['## Délais\n\n- Lot 1 : peinture en deux mois\n- Lot 2 : sols en trois mois'],
      ['## Critères\n\n- Lot 1 : prix et délai\n- Lot 2 : qualité des matériaux'],
      ['- Lot 1 est le plus important\n- Lot 2 relève du règlement'],
      ['Le titulaire du\nlot 1\nrend compte à celui du\nlot 2.'],
      ['- Lots 1 et 2 : peinture\n- Lots 3 et 4 : sols'],
      ['Le marché comprend un lot 1 : peinture.'],
    );
  });
});

describe('lots are named, and set out or not', () => {
  for (const [text, ...expected] of [
    ['- Lot 1\n- Lot 2', '1 - ; 2 -'],
    ['- Lot 1.\n- Lot 2 ;', '1 - ; 2 -'],
    ['### Lot 1\n\nUn.\n\n### Lot 2\n\nDeux.', '1 - ; 2 -'],
    ['- Art. 1.1 – lot 1 peinture\n- Art 2 : lot 2 sols\n- Article 12 lot 3 murs', '1 peinture ; 2 sols ; 3 murs'],
    ['Le marché comprend lot 1 « Peinture », lot 2 « Sols ».', '2 "sols"'],
    ['Il comprend : lot 1 « Peinture », lot 2« Sols ».', '1 "peinture" ; 2 "sols"'],
    ['Il comprend : le lot 1 couvrant la peinture, le lot 2 : les sols.', '2 les sols'],
    ['Le lot 1 est attribué, le lot 2 est infructueux.'],
    ['Le lot 1 est attribué et porte sur la peinture.'],
    ['Le lot 1 (peinture) est attribué.'],
    ['Les lots 1 et 2 : peinture.'],
    ['Lot 1 attribué : non.'],
    ['Lot 1\n\nLot 2'],
    ['### Lot 1 peinture\n\nUn.'],
    ['- Voir lot 1 peinture'],
    ['- Lot 1 est prioritaire\n- Lot 2 n’est pas urgent'],
    ['Le prix du lot 1 : au mètre ; le délai du lot 2 : au jour.'],
    ['Les candidats au lot 1 : une copie.'],
  ] as const)
    it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(all(text), expected));
});

describe('the list that sets out the lots', () => {
  it('is the first of two alike', () =>
    assert.deepEqual(
      main(`## Suite\n\nLes lots :\n\n${SETS}\n\n## Autre\n\nLes lots :\n\n- Lot 1 : murs\n- Lot 2 : toits`),
      ['1 peinture', '2 sols'],
    ));
  it('may hold one lot, right after their number', () => {
    assert.deepEqual(main(`${TWO} :\n\n- Lot 1 : peinture`), ['1 peinture']);
    assert.deepEqual(main(`${TWO}.\n\nVoici :\n\n- Lot 1 : peinture`), []);
  });
  it('is no shorter for being one of few lots', () =>
    assert.deepEqual(
      main(
        `## Objet\n\n${SETS}\n\n## Suite\n\n- Lot 1 : murs\n- Lot 2 : toits\n- Lot 3 : vitres\n- Lot 4 : portes\n- Lot 5 : volets`,
      ),
      ['1 peinture', '2 sols'],
    ));

  const OTHER = '- Lot 1 : remise des échantillons\n- Lot 2 : remise des maquettes\n- Lot 3 : remise des plans';
  it('is the one near the number of lots, under the title that speaks of them, or with a column for their objects', () => {
    const wanted = ['1 peinture', '2 sols'];
    assert.deepEqual(main(`## Échantillons\n\n${OTHER}\n\n## Étendue\n\n${TWO} :\n\n${SETS}`), wanted);
    assert.deepEqual(main(`## Candidature\n\n${OTHER}\n\n## Allotissement\n\n${SETS}`), wanted);
    assert.deepEqual(
      main(`## Offres\n\n${OTHER}\n\n## Suite\n\n${table('Lot | Objet', '1 | peinture', '2 | sols')}`),
      wanted,
    );
    assert.deepEqual(main(`## Livraison\n\n${OTHER}\n\n## Suite\n\nLes lots :\n\n${SETS}`), wanted);
    assert.deepEqual(
      main(`## Suite\n\n${OTHER}\n\n## Choix\n\n**Lot concerné** : ☐ lot 1 – peinture ☐ lot 2 – sols`),
      wanted,
    );
  });

  it('is one among all those that name lots', () => {
    assert.deepEqual(all(`${TWO} :\n\n${SETS}\n\n## Délais\n\n- Lot 1 : deux mois\n- Lot 2 : trois mois`), [
      '1 peinture ; 2 sols',
      '1 - ; 2 -',
    ]);
    assert.deepEqual(all(`${SETS}\n\nAutre :\n\n${SETS}`), ['1 peinture ; 2 sols', '1 peinture ; 2 sols']);
    assert.deepEqual(all(table('Lot | Objet', '1 | peinture (lot 2 : sols)', '2 | sols')), [
      '1 peinture (lot 2 : sols) ; 2 sols',
    ]);
    assert.deepEqual(all('## Lots\n\n### Lot 1 : vitrerie\n\n## Prix\n\n### Lot 1 : forfait de base'), [
      '1 vitrerie',
      '1 -',
    ]);
  });
});

describe('the words of a lot', () => {
  const words = (text: string) => {
    const { piece, fact } = read(text);
    return fact.list?.lots.map((l) => [l.at, l.whole, l.object?.at].map((at) => at && piece.draft.slice(at)));
  };
  it('are its name, all that sets it out, and its object', () => {
    assert.deepEqual(words(`${TWO} :\n\n- Lot n° 1 : Peinture intérieure, 10 000 € ;\n- Lot n° 2 : à définir.`), [
      ['Lot n° 1', 'Lot n° 1 : Peinture intérieure, 10 000 €', 'Peinture intérieure'],
      ['Lot n° 2', 'Lot n° 2 : à définir', undefined],
    ]);
    assert.deepEqual(words(`${TWO} : ☐ lot 1 – peinture ☐ lot 2 – sols, par exemple.`), [
      ['lot 1', 'lot 1 – peinture', 'peinture'],
      ['lot 2', 'lot 2 – sols, par exemple', 'sols, par exemple'],
    ]);
    assert.deepEqual(
      words(`## Lots\n\n${table('Lot | Objet | Remarque', 'Lot 1 | Peinture | ', '2 – Sols | À définir | Urgent')}`),
      [
        ['Lot 1', 'Lot 1 | Peinture', 'Peinture'],
        ['2 – Sols', '2 – Sols | À définir | Urgent', 'Sols'],
      ],
    );
  });
});

describe('lots that only their numbers set out', () => {
  describe('are rows that count from one, under a head on lots or beside as many lots', () => {
    reads(
      [
        '## Lots\n\nLes ouvrages sont répartis en deux lots :\n\nN° Intitulé du lot Estimation (€ HT)\n1 Façades et menuiseries 1 420 000\n2 Sols et peintures 318 000',
        '1 facades et menuiseries 1420000',
        '2 sols et peintures 318000',
      ],
      [
        '## Plafonds de commande, par lot\n\n→ lot n° 1, Engins de terrassement : 480 000 € HT\n→ lot n° 2, Nacelles : 260 000 € HT',
        '1 engins de terrassement 480000',
        '2 nacelles 260000',
      ],
      [
        `## Forme\n\nTrois accords-cadres séparés sont conclus, un par lot.\n\n${table('N° | Secteur | Surface', '1 | Siège | 11 240', '2 | Nord | 3 870', '3 | Sud | 2 950')}`,
        '1 siege',
        '2 nord',
        '3 sud',
      ],
      [`## Lots\n\n${table('Lot 1 | Bassins', 'Lot 2 | Fontaines')}`, '1 bassins', '2 fontaines'],
      [
        `## Périmètre\n\n${table('N° | Contenu | Surface', 'Lot 1 | Bureaux | 14 600 m²', 'Lot 2 | Vitrerie | 2 150 m²')}`,
        '1 bureaux',
        '2 vitrerie',
      ],
    );
  });
  describe('are none in other rows', () => {
    reads(
      ['## Visites\n\nLes sites sont visités dans cet ordre :\n1 Siège\n2 Annexe'],
      [`## Sites\n\n${table('N° | Site', '1 | Siège', '2 | Annexe')}`],
      [
        `## Maintenance\n\n${table('Prestation | Lots 1 et 2 | Lot 3', 'Appel | 30 minutes | 4 heures', 'Visite | 2 par an | 1 par an')}`,
      ],
    );
  });
  it('are no plots of land', () => {
    assert.deepEqual(read('Le terrain doit être partagé en 27 lots à bâtir.').fact.announced, []);
  });
});

describe('a table of lots under the title of the piece', () => {
  const table = '| Lot | Désignation |\n|---|---|\n| 1 | Façades |\n| 2 | Toitures |\n';
  it('sets them out, whatever the procedure it says', () =>
    assert.equal(main(`# Règlement (appel d’offres ouvert)\n\n${table}`).length, 2));
  it('does not, under a title on offers', () => assert.equal(main(`# Remise des offres\n\n${table}`).length, 0));
});
