import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { isUnder2009, isUnder2021, regimes } from '../../../rules/facts/pi/regime.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const piece = (text: string, date = '2026-12-01'): Piece =>
  openConsultation([{ path: 'ccap.md', text: `${text}\n` }], { date }).pieces[0] as Piece;
/** « pi 2021 : article 35 », « tic 2009 option A : option A », with « accessoire » and « dérogation » where they are. */
const read = (text: string): string[] => {
  const p = piece(text.startsWith('---') ? text : `# CCAP\n\n${text}`);
  return p
    .ask(regimes)
    .map(
      (r) =>
        `${r.kind ?? 'CCAG'} ${r.year ?? '?'}${r.option ? ` option ${r.option}` : ''}${r.core ? '' : ' accessoire'}${r.derogation ? ' dérogation' : ''} : ${p.draft.slice(r.at)}`,
    );
};

describe('the regime of rights of a CCAG', () => {
  const ARTICLES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ["Les résultats relèvent de l'article 35 du CCAG-PI.", 'pi 2021 : article 35'],
    ["Les résultats relèvent de l'article 32 du CCAG-PI.", 'pi 2021 accessoire : article 32'],
    ["Les résultats relèvent de l'article 31 du CCAG-PI."],
    ["Les résultats relèvent de l'article 36 du CCAG-PI."],
    ["Les résultats relèvent de l'article 25 du CCAG-PI.", 'pi 2009 : article 25'],
    ["Les résultats relèvent de l'article 23 du CCAG-PI.", 'pi 2009 accessoire : article 23'],
    ["Les résultats relèvent de l'article 22 du CCAG-PI."],
    ["Les résultats relèvent de l'article 26 du CCAG-PI."],
    ["Les résultats relèvent de l'article 46 du CCAG-TIC.", 'tic 2021 : article 46'],
    ["Les résultats relèvent de l'article 43 du CCAG-TIC.", 'tic 2021 accessoire : article 43'],
    ["Les résultats relèvent de l'article 42 du CCAG-TIC."],
    ["Les résultats relèvent de l'article 47 du CCAG-TIC."],
    ["Les résultats relèvent de l'article 38 du CCAG-TIC.", 'tic 2009 : article 38'],
    ["Les résultats relèvent de l'article 35 du CCAG-TIC.", 'tic 2009 : article 35'],
    ["Les résultats relèvent de l'article 34 du CCAG-TIC."],
    ["Les résultats relèvent de l'article 38 du CCAG-FCS."],
    ["LES RESULTATS RELEVENT DE L'ARTICLE 35 DU C.C.A.G. – P.I.", 'pi 2021 : ARTICLE 35'],
    ['Les résultats relèvent des articles 43 et 46 du CCAG-TIC.', 'tic 2021 : articles 43 et 46'],
    ["Les résultats sont définis à l'article 35.3 du CCAG-PI.", 'pi 2021 accessoire : article 35.3'],
    ["La garantie des résultats est celle de l'article 46.4 du CCAG-TIC.", 'tic 2021 accessoire : article 46.4'],
    ["La licence est celle de l'article 46.2 du CCAG-TIC.", 'tic 2021 : article 46.2'],
    ["Les résultats relèvent de l'article A.38 du CCAG-TIC.", 'tic 2009 : article A.38'],
    ["Les résultats relèvent de l'article B.35 du CCAG-PI."],
    ['Les résultats relèvent du A.38 du CCAG-TIC.', 'tic 2009 : A.38'],
    [
      'Les résultats relèvent du cahier des clauses administratives générales des marchés de prestations intellectuelles, article 35.',
      'pi 2021 : article 35',
    ],
    ["Le retard est régi par l'article 46 du CCAG-TIC."],
    ['Les résultats relèvent de l’article 35 du code civil et du CCAG-PI.'],
    ['Les résultats relèvent de l’article 46 du présent CCAP et du CCAG-TIC.'],
    ["Les résultats relèvent de l'article 35."],
    ["Les résultats relèvent de l'article 35 du CCAG."],
    ["Le marché relève du CCAG-PI.\n\nLes résultats relèvent de l'article 35 du CCAG.", 'pi 2021 : article 35'],
    ["Le marché relève du CCAG-PI.\n\nLes résultats relèvent de l'article 46 du CCAG-TIC.", 'tic 2021 : article 46'],
    ["Le marché relève du CCAG-PI.\n\nLes résultats relèvent de l'article 35 du CCAG-FCS."],
    ["Il est dérogé à l'article 38 du CCAG-TIC sur les résultats.", 'tic 2009 dérogation : article 38'],
    ["Par dérogation à l'article 35 du CCAG-PI, les résultats sont libres.", 'pi 2021 dérogation : article 35'],
    ["L'article 25 du CCAG-PI sur les résultats est abrogé."],
  ];
  for (const [text, ...expected] of ARTICLES)
    it(`is that of an article: ${text.replace(/\n+/g, ' ')}`, () => assert.deepEqual(read(text), expected));

  const OPTIONS: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Les résultats relèvent de l’option « B ».', 'CCAG 2009 option B : option « B »'],
    ["L'option A du CCAG-PI s'applique à la propriété intellectuelle.", 'pi 2009 option A : option A'],
    ["L'option A de l'article 25 du CCAG-PI s'applique.", 'pi 2009 option A : option A'],
    ["L'option A du chapitre 5 du CCAG-PI s'applique.", 'pi 2009 option A : option A'],
    ["L'option A de l'article 12 du CCAG-PI s'applique."],
    ["L'option A s'applique."],
    ["L'option B de l'article 11.1 du CCAG-PI, sur les avances, vaut pour l'exploitation."],
    ["Les résultats relevaient de l'option A : le CCAG-PI ne connaît plus d'options."],
    ["## Propriété intellectuelle\n\nL'option A s'applique.", 'CCAG 2009 option A : option A'],
  ];
  for (const [text, ...expected] of OPTIONS)
    it(`is that of an option: ${text.replace(/\n+/g, ' ')}`, () => assert.deepEqual(read(text), expected));

  const WHOLE: readonly (readonly [text: string, ...expected: string[]])[] = [
    ["## Propriété intellectuelle\n\nLe CCAG-PI s'applique.", 'pi 2021 : CCAG'],
    ["## Propriété intellectuelle\n\n### Dispositions\n\nLe CCAG-PI s'applique.", 'pi 2021 : CCAG'],
    ["## Propriété intellectuelle\n\nLe chapitre 7 du CCAG-PI s'applique.", 'pi 2021 : chapitre 7 du CCAG'],
    ["Le régime du CCAG-PI s'applique.", 'pi 2021 : régime du CCAG'],
    ["## Pénalités\n\nLe CCAG-PI s'applique."],
    ["## Pénalités\n\nLe régime du CCAG-PI s'applique."],
    ['La réception est prononcée selon le régime du CCAG-Travaux.'],
    ['Les avances suivent le régime prévu par le CCAG-PI.'],
    ['Les maquettes suivent le régime du CCAG-PI.', 'pi 2021 : régime du CCAG'],
    ["## Propriété intellectuelle\n\nLe CCAG s'applique.", 'CCAG ? : CCAG'],
    [
      "Le marché relève du CCAG-TIC approuvé par l'arrêté du 30 mars 2021.\n\n## Propriété intellectuelle\n\nLe CCAG s'applique.",
      'tic 2021 : CCAG',
    ],
    [
      "Le marché relève du CCAG-PI, version 2009.\n\n## Propriété intellectuelle\n\nLe CCAG s'applique.",
      'pi 2009 : CCAG',
    ],
    ["---\ndce:\n  ccag: aucun\n---\n\n# CCAP\n\n## Propriété intellectuelle\n\nLe CCAG s'applique.", 'CCAG ? : CCAG'],
    ['## Propriété intellectuelle\n\nLe marché ne se réfère à aucun CCAG.'],
    ['## Propriété intellectuelle et CCAG-PI\n\nTexte.'],
    ["## Propriété intellectuelle\n\nLe CCAG-PI n'est pas applicable."],
  ];
  for (const [text, ...expected] of WHOLE)
    it(`is that of the whole: ${text.replace(/\n+/g, ' ')}`, () => assert.deepEqual(read(text), expected));

  it('is of the only CCAG of the consultation, when the piece names none', () => {
    const { pieces } = openConsultation(
      [
        { path: 'ccap.md', text: "# CCAP\n\nLes résultats relèvent de l'article 35 du CCAG.\n" },
        { path: 'ae.md', text: "# Acte d'engagement\n\nLe marché relève du CCAG-PI.\n" },
      ],
      { date: '2026-12-01' },
    );
    assert.deepEqual(
      pieces[0]?.ask(regimes).map((r) => `${r.kind} ${r.year}`),
      ['pi 2021'],
    );
    const other = openConsultation(
      [
        {
          path: 'ccap.md',
          text: "# CCAP\n\nLe marché relève du CCAG-PI.\n\nLes résultats relèvent de l'article 35 du CCAG.\n",
        },
        { path: 'ae.md', text: "# Acte d'engagement\n\nLe marché relève du CCAG-TIC.\n" },
      ],
      { date: '2026-12-01' },
    );
    assert.deepEqual(
      other.pieces[0]?.ask(regimes).map((r) => `${r.kind} ${r.year}`),
      ['pi 2021'],
    );
    const two = openConsultation(
      [
        { path: 'ccap.md', text: "# CCAP\n\nLes résultats relèvent de l'article 35 du CCAG.\n" },
        { path: 'ae.md', text: "# Acte d'engagement\n\nLe marché relève du CCAG-PI et du CCAG-TIC.\n" },
      ],
      { date: '2026-12-01' },
    );
    assert.deepEqual(two.pieces[0]?.ask(regimes), []);
  });

  it('is shown with its kind, version and option', () => {
    const shown = (text: string) => {
      const p = piece(`# CCAP\n\n${text}`);
      return regimes.show(p.ask(regimes), p);
    };
    assert.deepEqual(shown('Les résultats relèvent de l’option B du CCAG-PI.'), [
      { type: 'pi', version: 2009, option: 'B' },
    ]);
    assert.equal(shown('Les résultats sont remis.'), undefined);
  });
});

describe('the version of the CCAG by which what is not said is supplied', () => {
  const under2021 = (text: string, date?: string) => isUnder2021(piece(`# CCAP\n\n${text}`, date), ['pi', 'tic']);
  const under2009 = (text: string, date?: string) => isUnder2009(piece(`# CCAP\n\n${text}`, date), ['pi', 'tic']);

  it('is that of 2021 for a contract that refers to it alone', () => {
    assert.equal(under2021('Le marché relève du CCAG-PI.'), true);
    assert.equal(under2021('Le marché relève du CCAG-FCS et du CCAG-TIC.'), true);
    assert.equal(under2021('Le marché relève du CCAG-FCS.'), false);
    assert.equal(under2021('Le marché relève du CCAG-PI, version 2009.', '2021-06-01'), false);
    assert.equal(under2021('Le marché relève du CCAG-PI 2021.\n\nIl relève du CCAG-PI 2009.', '2021-06-01'), false);
    assert.equal(under2021('Le marché est soumis au code.'), false);
  });

  it('is that of 2009 as long as it could be referred to', () => {
    assert.equal(under2009('Le marché relève du CCAG-PI, version 2009.', '2021-06-01'), true);
    assert.equal(under2009('Le marché relève du CCAG-FCS 2009 et du CCAG-TIC 2009.', '2021-06-01'), true);
    assert.equal(under2009('Le marché relève du CCAG-FCS, version 2009.', '2021-06-01'), false);
    assert.equal(under2009('Le marché relève du CCAG-PI, version 2009.', '2021-10-01'), false);
    assert.equal(under2009('Le marché relève du CCAG-PI, version 2009.', '2026-12-01'), false);
    assert.equal(under2009('Le marché relève du CCAG-PI, version 2021.', '2021-06-01'), false);
    assert.equal(under2009('Le marché relève du CCAG-PI 2009.\n\nIl relève du CCAG-PI 2021.', '2021-06-01'), false);
  });
});
