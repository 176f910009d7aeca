import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { citations } from '../../../rules/facts/droit/citations.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string) => openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;
const read = (text: string) => open(text).ask(citations);
const articles = (text: string) =>
  read(text).articles.map(({ number, between, code, from }) => {
    const range = between.length > 0 ? ` [${between.join(' ')}]` : '';
    return `${number}${range} ${code ?? '?'}${{ nommé: '', contexte: ' by context' }[from]}`;
  });

describe('an article of a code', () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    [
      'Les articles L.2113-10 et R. 2113-1 du code de la commande publique s’appliquent.',
      'L2113-10 ccp',
      'R2113-1 ccp',
    ],
    ['L’ARTICLE R 2152-7 DU CCP S’APPLIQUE.', 'R2152-7 ccp'],
    ['L’article R.*2152-7 du C.C.P. s’applique.', 'R2152-7 ccp'],
    ['L’article R2152-7 du code commande publique s’applique.', 'R2152-7 ccp'],
    ['L’article R2152-7 du C. com. publ. s’applique.', 'R2152-7 ccp'],
    [
      'Le code de la commande publique, en ses articles L. 2141-1 à L. 2141-5, le prévoit.',
      'L2141-1 [L2141-2 L2141-3 L2141-4] ccp',
      'L2141-5 ccp',
    ],
    ['Les articles R. 2151-8 à 11 du code de la commande publique', 'R2151-8 [R2151-9 R2151-10] ccp', 'R2151-11 ccp'],
    ['Les articles R. 2151-8 à R. 2151-9 du code de la commande publique', 'R2151-8 ccp', 'R2151-9 ccp'],
    ['Les articles R. 2151-8 jusqu’à l’article R. 2151-10 du CCP', 'R2151-8 [R2151-9] ccp', 'R2151-10 ccp'],
    ['Les articles R. 2151-8, R. 2151-10 du CCP', 'R2151-8 ccp', 'R2151-10 ccp'],
    ['Les articles R. 2151-8 à R. 2152-11 du CCP', 'R2151-8 ccp', 'R2152-11 ccp'],
    ['Les articles R. 2151-8 à art. R. 2151-10 du CCP', 'R2151-8 [R2151-9] ccp', 'R2151-10 ccp'],
    [
      'Les articles R. 2151-8, à R. 2151-10 et R. 2151-12 du CCP',
      'R2151-8 [R2151-9] ccp',
      'R2151-10 ccp',
      'R2151-12 ccp',
    ],
    [
      'Les articles R. 2151-8 et de R. 2151-10 à R. 2151-12 du CCP',
      'R2151-8 ccp',
      'R2151-10 [R2151-11] ccp',
      'R2151-12 ccp',
    ],
    ['Les articles R. 2151-18 à 20 du CCP', 'R2151-18 [R2151-19] ccp', 'R2151-20 ccp'],
    ['Les articles R. 2151-40 à R. 2151-42 du CCP', 'R2151-40 [R2151-41] ccp', 'R2151-42 ccp'],
    ['Offre (R. 2151-8 à 10)', 'R2151-8 [R2151-9] ccp by context', 'R2151-10 ccp by context'],
    ['L’article D. 2131-1-1 du CCP', 'D2131-1-1 ccp'],
    ['Fondement R2152-7 du CCP', 'R2152-7 ccp'],
    ['Les articles R. 2151-1 à R. 2151-99 du CCP', 'R2151-1 ccp', 'R2151-99 ccp'],
    // « à 5 » of a smaller rank, and « à 90 jours », end no range.
    ['L’article R. 2151-8 à 5 du CCP', 'R2151-8 ccp'],
    ['L’article R. 2151-8 à 90 du CCP', 'R2151-8 ccp'],
    // The code named with the article is its own.
    ['L’article L. 8222-6 du code du travail et l’article R. 2152-7 du CCP.', 'L8222-6 autre', 'R2152-7 ccp'],
    ['L’article L. 122-6 du code de la propriété intellectuelle', 'L122-6 cpi'],
    ['Les articles L. 122-6 et suivants du CPI', 'L122-6 cpi'],
    ['L’article L. 1111-1 du CGCT', 'L1111-1 autre'],
    ['L’article L. 110-1 du code des assurances', 'L110-1 autre'],
    ['L’article L. 110-1 du code général de la fonction publique', 'L110-1 autre'],
    ['L’article L. 541-1, alinéa 2, du code de l’environnement', 'L541-1 autre'],
    ['L’article R. 2152-7 (2° a) du code de la commande publique', 'R2152-7 ccp'],
    [
      'En application du CCP, notamment de ses articles L. 2152-1 et L. 2152-2, l’offre est rejetée.',
      'L2152-1 ccp',
      'L2152-2 ccp',
    ],
    ['L’article L. 2113-10, alinéa 2, du CCP prime sur le code civil.', 'L2113-10 ccp'],
    ['L’article L. 2113-10 (alinéas 1 et 12) du CCP prime sur le code civil.', 'L2113-10 ccp'],
    ['Les articles L. 2113-10 et suivants du CCP priment sur le code civil.', 'L2113-10 ccp'],
    [
      'L’article L. 2113-10, mentionné au VIII de l’article R.*2152-7 du CCP, prime sur le code civil.',
      'L2113-10 ccp',
      'R2152-7 ccp',
    ],
    [
      'L’article L. 2113-10, visé au 12° de l’art. D. 2131 - 1-12 du CCP, prime sur le code civil.',
      'L2113-10 ccp',
      'D2131-1-12 ccp',
    ],
    ['L’article L. 2113-10 (a) du CCP prime sur le code civil.', 'L2113-10 ccp'],
    ['L’article L. 2113-10 du règlement du CCP, et le code civil.', 'L2113-10 autre'],
    ['Le CPI étant écarté, l’article L. 2113-10 s’applique et le code civil aussi.', 'L2113-10 autre'],
    [
      'Le CCP, et notamment en ses articles L. 2113-10 et L. 2113-11, prime sur le code civil.',
      'L2113-10 ccp',
      'L2113-11 ccp',
    ],
    // Two codes and a number that neither goes with: another code than ours, rather than a guess.
    [
      'Vu le code du travail, l’article L. 2113-10 s’applique et le code de la commande publique aussi.',
      'L2113-10 autre',
    ],
    ['Le CCP (et son article L. 2113-10) prime sur le code civil.', 'L2113-10 ccp'],
    // A number alone.
    ['L’article L. 131-3 s’applique.', 'L131-3 ? by context'],
    ['L’article R. 2152-7 s’applique.', 'R2152-7 ccp by context'],
    ['Voir R. 2152-7.', 'R2152-7 ccp by context'],
    ['Cf. R. 2152-7 et cf R. 2152-6', 'R2152-7 ccp by context', 'R2152-6 ccp by context'],
    ['Cet art R. 2152-7', 'R2152-7 ccp by context'],
    ['L. 2113-10 impose l’allotissement.', 'L2113-10 ccp by context'],
    ['Allotissement (L. 2113-10).', 'L2113-10 ccp by context'],
    ['Selon R. 2152-7, l’offre est jugée.', 'R2152-7 ccp by context'],
    ['En vertu du 2° L. 2113-10, un lot est réservé.', 'L2113-10 ccp by context'],
    // What is no article.
    ['Le livrable R2152-7 est remis en mai.'],
    ['Le modèle HR2152-7 est exigé.'],
    ['La référence R2152-7B est exigée.'],
    ['La salle L. 12,5 m².'],
    ['Le présent marché est forfaitaire.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text} » is ${expected.join(', ') || 'none'}`, () => assert.deepEqual(articles(text), expected));

  it('is of the code named before, in the same section only', () => {
    const first = 'L’article L. 122-6 du code de la propriété intellectuelle s’applique.';
    assert.deepEqual(articles(`${first} L’article L. 122-9 du même code aussi.`), [
      'L122-6 cpi',
      'L122-9 cpi by context',
    ]);
    assert.deepEqual(articles(`${first} Ce code le prévoit. L’article L. 122-9 s’applique.`), [
      'L122-6 cpi',
      'L122-9 cpi by context',
    ]);
    assert.deepEqual(articles(`${first}\n\nL’article L. 122-9 s’applique.`), ['L122-6 cpi', 'L122-9 cpi by context']);
    assert.deepEqual(articles(`${first}\n\nLedit code, article L. 122-9.`), ['L122-6 cpi', 'L122-9 cpi by context']);
    assert.deepEqual(articles(`## A\n\n${first}\n\n## B\n\nL’article L. 122-9 s’applique.`), [
      'L122-6 cpi',
      'L122-9 ? by context',
    ]);
    assert.deepEqual(articles('Le code du travail s’applique.\n\nVoir l’article L. 8222-6.'), [
      'L8222-6 autre by context',
    ]);
  });

  it('is ours by its number, but where its chapter is cited from another code', () => {
    assert.deepEqual(
      articles(
        '## A\n\nL’article L. 2131-1 du CGCT.\n\n## B\n\nL’article L. 2131-11.\n\n## C\n\nL’article L. 2113-10.',
      ),
      ['L2131-1 autre', 'L2131-11 ? by context', 'L2113-10 ccp by context'],
    );
  });

  it('is underlined as its number is written', () => {
    const text = 'Les articles **L.2113-10** et R.\u00a02151-8 à 11 du CCP.';
    const piece = open(text);
    assert.deepEqual(
      piece.ask(citations).articles.map((a) => piece.draft.slice(a.at)),
      ['L.2113-10', 'R.\u00a02151-8', '11'],
    );
  });
});

describe('what can be the number of no article', () => {
  const mistyped = (text: string) => {
    const piece = open(text);
    return piece.ask(citations).mistyped.map((m) => `${m.number} ${m.code} « ${piece.draft.slice(m.at)} »`);
  };
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['L’article R.21113-4 du code de la commande publique', 'R21113-4 ccp « R.21113-4 »'],
    ['L’article R. 21624 du CCP', 'R21624 ccp « R. 21624 »'],
    ['L’article R. 2l62-14 du CCP', 'R2162-14 ccp « R. 2l62-14 »'],
    // Out of pages, the end of a line may have taken the hyphen.
    ['L’article R. 21624 du CCP s’applique.\n\n\fL’article R. 21229-1 du CCP aussi.'],
    ['L’article R. 216299 du CCP s’applique.\n\n\fSuite.', 'R216299 ccp « R. 216299 »'],
    ['L’article R. 2151-l0 du CCP', 'R2151-10 ccp « R. 2151-l0 »'],
    ['L’article A. 2123-1 du CCP', 'A2123-1 ccp « A. 2123-1 »'],
    ['L’article R.2161.5 du CCP', 'R2161-5 ccp « R.2161.5 »'],
    ['Les articles L. 2124-2 et R.21113-4 du CCP', 'R21113-4 ccp « R.21113-4 »'],
    ['L’article 2123-1 du code de la commande publique', '2123-1 ccp « 2123-1 »'],
    ['L’article L. 11131-3 du CPI', 'L11131-3 cpi « L. 11131-3 »'],
    // A letter said once for all, an item, another code, no code.
    ['Les articles R. 2123-1 à 2123-7 du CCP'],
    ['L’article R. 2123-1-1° du CCP'],
    ['L’article L. 82222-5 du code du travail'],
    ['Le matériel R. 21113-4 est livré. Le code de la commande publique s’applique au marché de fournitures.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text} » is ${expected.join(', ') || 'nowhere'}`, () => assert.deepEqual(mistyped(text), expected));
});

describe('the number of an article that is glued to other words', () => {
  for (const [text, number] of [
    ['Les articles L. 2191-4 etR. 2191-20 du CCP', 'R2191-20 ccp'],
    ['L’article R2172-1à 6 du CCP', 'R2172-6 ccp'],
    ['L’article R. 2162-6du CCP', 'R2162-6 ccp'],
    ['L’article R .2151-7 du CCP', 'R2151-7 ccp'],
    ['L’article R2123-1° du CCP', 'R2123-1 ccp'],
  ] as const)
    it(`is read in « ${text} »`, () => assert.ok(articles(text).includes(number), articles(text).join()));
});

describe('the codes that a piece names', () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Le code de la commande publique s’applique.', 'ccp'],
    ['Le CPI et le CCP s’appliquent.', 'cpi', 'ccp'],
    ['Le code général des collectivités territoriales, le code de justice administrative.', 'autre'],
    ['Le règlement (UE) 2016/679 s’applique.', 'autre'],
    ['Ledit code s’applique.'],
    ['Le code source est remis.'],
    ['Le code postal, le code couleur et le code d’accès.'],
    ['Le CCP1 est un poste.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text} » are ${expected.join(', ') || 'none'}`, () => assert.deepEqual([...read(text).codes], expected));
});

describe('a repealed text', () => {
  const repealed = (text: string) =>
    read(text).repealed.map((r) => `${r.text} [${r.articles.join(' ')}] ${r.case}${r.past ? ' past' : ''}`);
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ["L'article 58, I, 2° du décret n°2016-360 du 25 mars 2016 s'applique.", 'decret-2016-360 [58] nom'],
    ['Les articles 88 et 89 du décret 2016-360 s’appliquent.', 'decret-2016-360 [88 89] nom'],
    ['Les articles 133 à 135 du décret n° 2016-360 s’appliquent.', 'decret-2016-360 [133 134 135] nom'],
    [
      'Le décret relatif aux marchés publics, notamment ses articles 30 et 42, s’applique.',
      'decret-2016-360 [30 42] nom',
    ],
    ['En application du décret marchés publics', 'decret-2016-360 [] de'],
    ['Conformément au décret du 25 mars 2016', 'decret-2016-360 [] a'],
    ['Le décret du 25 mars 2016 de défense'],
    ['L’ORDONNANCE N° 2015-899 DU 23 JUILLET 2015 S’APPLIQUE.', 'ordonnance-2015-899 [] nom'],
    ['L’article 45 de l’ordonnance du 23 juillet 2015 relative aux marchés publics', 'ordonnance-2015-899 [45] nom'],
    ['Selon l’ordonnance marchés publics (art. 52)', 'ordonnance-2015-899 [52] nom'],
    ['Le code des marchés publics s’applique.', 'cmp-2006 [] nom'],
    ['Article 28 du CMP', 'cmp-2006 [28] nu'],
    ['Procédure adaptée (CMP, article 28)', 'cmp-2006 [28] nu'],
    ['Le CMP du projet est M. Durand.'],
    ['Le CMP de 2006 s’applique.', 'cmp-2006 [] nom'],
    ['Article 28 du CMP de 2006', 'cmp-2006 [28] nu'],
    ['L’ordonnance n° 2015-899 et le décret n° 2016-360', 'ordonnance-2015-899 [] nom', 'decret-2016-360 [] nom'],
    ['Le décret 2006-975 s’applique.', 'cmp-2006 [] nom'],
    ['Le décret n° 2016-361 relatif aux marchés publics de défense ou de sécurité', 'decret-2016-361 [] nom'],
    ['L’ordonnance n° 2005-649 et le décret n° 2005-1742', 'ordonnance-2005-649 [] nom', 'decret-2005-1742 [] nom'],
    ['L’ordonnance n° 2016-65 et le décret n° 2016-86', 'ordonnance-2016-65 [] nom', 'decret-2016-86 [] nom'],
    ['La loi MOP s’applique.', 'loi-85-704 [] nom'],
    ['La loi n° 85-704 du 12 juillet 1985', 'loi-85-704 [] nom'],
    ['Le décret n° 2013-269 fixe les délais.', 'decret-2013-269 [] nom'],
    ['Le décret n° 2018-1225 porte diverses mesures.', 'decret-2018-1225 [] nom'],
    ['Selon l’article 4 d’un décret susvisé n° 2016-360.', 'decret-2016-360 [] nu'],
    ['L’article 3 bis de l’ordonnance n° 2015-899', 'ordonnance-2015-899 [3] nom'],
    ['L’article 12 du marché reprend le décret n° 2016-360.', 'decret-2016-360 [] nom past'],
    ['La loi n° 2016-360 du 25 mars 2016 s’applique.', 'decret-2016-360 [] nu'],
    ['Selon l’ordonnance n° 2015-899, article 52, et le CCAP', 'ordonnance-2015-899 [52] nom'],
    // An article of the contract, and none of the order.
    ['Selon l’ordonnance n° 2015-899, article 52 du CCAP', 'ordonnance-2015-899 [] nom'],
    ['Selon l’ordonnance n° 2015-899, articles 52 et 53 ci-dessous', 'ordonnance-2015-899 [] nom'],
    ['Le code de la commande publique s’applique.'],
    ['Le décret de 2016 relatif aux marchés publics, article 27, s’applique.', 'decret-2016-360 [27] nom'],
    ['L’ordonnance de 2015 sur les marchés publics régit la procédure.', 'ordonnance-2015-899 [] nom'],
    ['Le code annexé au décret du 1er août 2006', 'cmp-2006 [] a'],
    ['Le décret de 2016 sur les marchés financiers s’applique.'],
    // History.
    ['- Code des marchés publics : sans objet', 'cmp-2006 [] nu past'],
    ['L’ordonnance n° 2015-899 ne régit plus aucun achat.', 'ordonnance-2015-899 [] nom past'],
    ['Le décret n° 2016-360 est abrogé.', 'decret-2016-360 [] nom past'],
    ['Le marché conclu en 2017 sous l’empire de l’ordonnance n° 2015-899', 'ordonnance-2015-899 [] de past'],
    ['L’ancien code des marchés publics', 'cmp-2006 [] nu past'],
    ['Le titulaire applique le code des marchés publics de 2006.', 'cmp-2006 [] nom'],
    ['Le marché de 2006 vise le code des marchés publics.', 'cmp-2006 [] nom past'],
    ['Le code des marchés publics s’applique. Ces textes ont été abrogés.', 'cmp-2006 [] nom past'],
    ['Le code des marchés publics s’applique. Le prix est ferme.', 'cmp-2006 [] nom'],
    ['## Historique\n\nLe code des marchés publics.', 'cmp-2006 [] nom past'],
    ['## Textes\n\nLe code des marchés publics.', 'cmp-2006 [] nom'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text.replace(/\n+/g, ' / ')} » is ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(repealed(text), expected));

  it('is underlined with its articles, and with its determiner apart', () => {
    const places = (text: string) => {
      const piece = open(text);
      return piece.ask(citations).repealed.map((r) => [piece.draft.slice(r.at), piece.draft.slice(r.determined)]);
    };
    assert.deepEqual(places('Selon les articles 30 et 42 du décret n° 2016-360 du 25 mars 2016, le prix est ferme.'), [
      [
        'articles 30 et 42 du décret n° 2016-360 du 25 mars 2016',
        'les articles 30 et 42 du décret n° 2016-360 du 25 mars 2016',
      ],
    ]);
    assert.deepEqual(places('Par application de l’ordonnance n° 2015-899 (article 52), l’offre est rejetée.'), [
      ['ordonnance n° 2015-899 (article 52)', 'de l’ordonnance n° 2015-899 (article 52)'],
    ]);
    assert.deepEqual(places('Selon l’ordonnance n° 2015-899, article 52, et le CCAP.'), [
      ['ordonnance n° 2015-899, article 52', 'l’ordonnance n° 2015-899, article 52'],
    ]);
    assert.deepEqual(places('Décret n° 2016-360.'), [['Décret n° 2016-360', 'Décret n° 2016-360']]);
  });
});

describe('an article of a CCAG', () => {
  const ccag = (text: string) => {
    const piece = open(text);
    return piece
      .ask(citations)
      .ccag.map((c) => `${c.article} ${c.kind ?? '?'} ${c.year ?? '?'} « ${piece.draft.slice(c.at)} »`);
  };
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['L’article 46.2.1 du CCAG-TIC s’applique.', '46.2.1 tic ? « 46.2.1 »'],
    [
      'Les articles 14.1, 14.2 et 20 du CCAG PI de 2021',
      '14.1 pi 2021 « 14.1 »',
      '14.2 pi 2021 « 14.2 »',
      '20 pi 2021 « 20 »',
    ],
    ['L’article 29 du C.C.A.G./FCS (2009)', '29 fcs 2009 « 29 »'],
    ['L’ARTICLE A. 38.1 DU CCAG-PI', 'A.38.1 pi ? « A. 38.1 »'],
    ['L’article B38 du CCAG', 'B.38 ? ? « B38 »'],
    ['Le CCAG-Travaux, en son article 20.1, le prévoit.', '20.1 travaux ? « 20.1 »'],
    ['CCAG-MOE (articles 15 ou 16)', '15 moe ? « 15 »', '16 moe ? « 16 »'],
    ['L’article 5 du cahier des clauses administratives générales', '5 ? ? « 5 »'],
    ['L’article 5 du CCAG-TIC et l’article 12 du CCAG-PI', '5 tic ? « 5 »', '12 pi ? « 12 »'],
    ['L’article 5 de ce CCAG et le CCAG, article 3', '5 ? ? « 5 »', '3 ? ? « 3 »'],
    ['Le CCAG-TIC article 5 du CCAG-TIC', '5 tic ? « 5 »'],
    ['Le CCAG-TIC, article 5, et l’article 3 du CCAG-PI', '5 tic ? « 5 »', '3 pi ? « 3 »'],
    // Parts of one article, ranges, and what is no number.
    ['Les articles 16.1.1.1 et 2 du CCAG-TIC', '16.1.1.1 tic ? « 16.1.1.1 »', '16.1.1.2 tic ? « 2 »'],
    ['Les articles 3.1 et 4 du CCAG-TIC', '3.1 tic ? « 3.1 »', '4 tic ? « 4 »'],
    ['Les articles 16.1.2 à 16.1.5 du CCAG-TIC', '16.1.2 tic ? « 16.1.2 »', '16.1.5 tic ? « 16.1.5 »'],
    ['L’article 14.1.1, alinéa 2, du CCAG TIC', '14.1.1 tic ? « 14.1.1 »'],
    ['Le 2e alinéa de l’article 14.1.1 (2°) du CCAG TIC', '14.1.1 tic ? « 14.1.1 »'],
    ['L’article 34-3 du dit CCAG-TIC', '34.3 tic ? « 34-3 »'],
    ['Les articles 47-54 du CCAG-TIC', '47 tic ? « 47 »', '54 tic ? « 54 »'],
    // Kinds in full, and several at once.
    ['L’article 19 du CCAG Fournitures courantes et services', '19 fcs ? « 19 »'],
    [
      'L’article 12.4 du cahier des clauses administratives générales applicables aux marchés publics de travaux',
      '12.4 travaux ? « 12.4 »',
    ],
    ['L’article 16.1.3 du CCAG-FCS, TIC et PI', '16.1.3 ? ? « 16.1.3 »'],
    // Articles of the contract itself.
    ['L’article 5 du CCAP déroge au CCAG-TIC.'],
    ['Par dérogation au CCAG-TIC, article 7 du présent CCAP.'],
    ['Le CCAG-TIC, article 4 du marché.'],
    ['Le CCAG-TIC s’applique.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text} » is ${expected.join(', ') || 'none'}`, () => assert.deepEqual(ccag(text), expected));
});

describe('what `dce-lint facts` tells of citations', () => {
  const shown = (text: string) => citations.show(read(text), open(text));
  it('is the articles with their code, and the repealed texts with theirs', () => {
    assert.deepEqual(shown('L’article L. 131-3. L’article 58 du décret n° 2016-360.'), {
      articles: [{ numero: 'L131-3', code: null }],
      abroges: [{ texte: 'decret-2016-360', articles: ['58'], historique: false }],
    });
    assert.deepEqual(shown('L’article R. 2152-7 du CCP.'), {
      articles: [{ numero: 'R2152-7', code: 'ccp' }],
      abroges: [],
    });
  });
  it('is nothing where nothing is cited', () => assert.equal(shown('Le CCAG-TIC s’applique.'), undefined));
});
