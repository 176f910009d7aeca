import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { ccagOf, ccagReference } from '../../../rules/facts/droit/ccag.ts';

const open = (...texts: string[]) =>
  openConsultation(
    texts.map((text, i) => ({ path: ['ccap.md', 'cctp.md', 'rc.md'][i] as string, text })),
    { date: '2026-12-01' },
  );
const reference = (text: string) => {
  const { kind, year } = (open(text).pieces[0] as ReturnType<typeof open>['pieces'][number]).ask(ccagReference);
  return [kind, year];
};

describe('the CCAG that a piece refers to', () => {
  const cases: readonly [string, string, readonly unknown[]][] = [
    ['is read from its short name', 'Le marché se réfère au CCAG-TIC.', ['tic', undefined]],
    ['is read of its matter', 'Le CCAG retenu est celui des prestations intellectuelles.', ['pi', undefined]],
    ['is read with a slash', 'Le CCAG/PI s’applique.', ['pi', undefined]],
    ['is read with dots', 'Le C.C.A.G.-F.C.S. s’applique.', ['fcs', undefined]],
    [
      'is read from its long name and its order',
      "Le cahier des clauses administratives générales applicables aux marchés publics de techniques de l'information et de la communication (CCAG-TIC), approuvé par l'arrêté du 30 mars 2021.",
      ['tic', 2021],
    ],
    [
      'is read from « marchés publics de » without a short name',
      'le CCAG des marchés publics de fournitures courantes et de services (arrêté du 30 mars 2021)',
      ['fcs', 2021],
    ],
    ['is what its label gives', '- CCAG : PI, 2021', ['pi', 2021]],
    ['has the year that follows its name', 'Application du CCAG-PI 2009.', ['pi', 2009]],
    ['is the one of 2009 by its order', "le CCAG-TIC approuvé par l'arrêté du 16 septembre 2009", ['tic', 2009]],
    [
      'is none when the text says so',
      'Le marché ne se réfère à aucun cahier des clauses administratives générales.',
      ['aucun', undefined],
    ],
    [
      'is not the one of a former contract',
      "L'ancien marché se référait au CCAG-TIC de 2009.\n\nLe présent marché se réfère au CCAG-TIC.",
      ['tic', undefined],
    ],
    ['is unknown when no kind is said', 'Les pénalités du CCAG sont applicables.', [undefined, undefined]],
    ['is unknown when no CCAG is named', 'Le marché est forfaitaire.', [undefined, undefined]],
    ['is what the front matter says', '---\ndce:\n  ccag: moe-2021\n---\n\nLe CCAG-PI s’applique.', ['moe', 2021]],
    ['is the maîtrise d’œuvre one', 'Le CCAG applicable aux marchés publics de maîtrise d’œuvre', ['moe', undefined]],
    ['is the travaux one', 'LE CCAG TRAVAUX S’APPLIQUE.', ['travaux', undefined]],
    ['is the marchés industriels one', 'Le CCAG applicable aux marchés industriels', ['mi', undefined]],
    ['is not the name of a word that begins alike', 'Le CCAG-Piscine et le CCAG (ticket)', [undefined, undefined]],
    ['has the year in brackets', 'Le CCAG-FCS (version 2021) s’applique.', ['fcs', 2021]],
    ['has the year of its order, by its figures', 'Le CCAG-FCS (arrêté du 30/03/2021)', ['fcs', 2021]],
    [
      'has the year of another sentence not',
      'Le CCAG-FCS s’applique ; le marché débute le 3 mars 2021.',
      ['fcs', undefined],
    ],
    ['has no year of a date', 'Le CCAG-FCS en vigueur au 12-2021/4 s’applique.', ['fcs', undefined]],
    [
      'has no year where the sentence speaks of both',
      'Le CCAG-PI en vigueur au jour où le marché est notifié au titulaire s’applique, soit la version 2009, soit la version 2021.',
      ['pi', undefined],
    ],
    [
      'is the first that is named with its version',
      'Le CCAG s’applique.\n\nLe CCAG-PI s’applique.\n\nLe CCAG-TIC de 2021 s’applique.',
      ['tic', 2021],
    ],
    [
      'is the first that is named by its kind, before one with a version alone',
      'Le CCAG de 2021 s’applique.\n\nLe CCAG-PI s’applique.',
      ['pi', undefined],
    ],
    ['has a version where no kind is said', 'Le CCAG s’applique.\n\nLe CCAG de 2021 s’applique.', [undefined, 2021]],
    [
      'is none, though another is recalled',
      'Aucun CCAG ne s’applique. Pour mémoire, le CCAG-PI.',
      ['aucun', undefined],
    ],
    [
      'is one that is named, though none is for a part',
      'Aucun CCAG ne s’applique à la maintenance. Le CCAG-PI régit le reste.',
      ['pi', undefined],
    ],
    ['is none that is set aside after its name', 'Le CCAG-TIC n’est pas rendu applicable.', ['aucun', undefined]],
    ['is none that the parties exclude', 'Les parties excluent le CCAG-PI et tout autre cahier.', ['aucun', undefined]],
    ['is one of which a part is set aside', 'L’article 46 du CCAG-TIC n’est pas applicable.', ['tic', undefined]],
    ['is one that is set aside in part', 'Les parties écartent le CCAG-TIC en son article 46.', ['tic', undefined]],
    ['is none by the front matter', '---\ndce:\n  ccag: aucun\n---\n\nLe CCAG-PI s’applique.', ['aucun', undefined]],
    [
      'is the one of its brackets',
      'Le cahier des clauses administratives générales (CCAG-PI) s’applique.',
      ['pi', undefined],
    ],
    [
      'keeps its kind before bare brackets',
      'Le CCAG-PI (cahier des clauses administratives générales) s’applique.',
      ['pi', undefined],
    ],
  ];
  for (const [name, text, wanted] of cases)
    it(name, () => {
      assert.deepEqual(reference(text), wanted);
    });
});

describe('the places where a piece names a CCAG', () => {
  const mentions = (text: string) => {
    const [piece] = open(text).pieces;
    assert.ok(piece);
    return piece
      .ask(ccagReference)
      .mentions.map((m) => `${m.kind ?? '?'} ${m.year ?? '?'}${m.past ? ' past' : ''} « ${piece.draft.slice(m.at)} »`);
  };
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Le CCAG-TIC s’applique.', 'tic ? « CCAG »'],
    [
      'Le cahier des clauses administratives générales (CCAG-TIC) s’applique.',
      'tic ? « cahier des clauses administratives générales »',
    ],
    ['Le CCAG-PI (le CCAG-TIC étant exclu) s’applique.', 'pi ? « CCAG »', 'tic ? « CCAG »'],
    [
      'Le cahier des clauses administratives générales des marchés de techniques de l’information (CCAG-TIC) s’applique.',
      'tic ? « cahier des clauses administratives générales »',
    ],
    ['Le CCAG-PI s’applique ; les autres (CCAG-PI compris) non.', 'pi ? « CCAG »', 'pi ? « CCAG »'],
    ['Le CCAG-PI (art. 4 du CCAG-PI) s’applique.', 'pi ? « CCAG »', 'pi ? « CCAG »'],
    [
      `Le CCAG-PI (et ${'tous les autres textes '.repeat(7)}dont le CCAG-PI) s’applique.`,
      'pi ? « CCAG »',
      'pi ? « CCAG »',
    ],
    ['Le CCAG-PI, puis le CCAG-PI.', 'pi ? « CCAG »', 'pi ? « CCAG »'],
    ['Le CCAG-PI (2021) et le CCAG-TIC (2009)', 'pi 2021 « CCAG »', 'tic 2009 « CCAG »'],
    ['L’ancien marché renvoyait au CCAG-FCS de 2009.', 'fcs 2009 past « CCAG »'],
    ['Le marché de 2015 relevait du CCAG-FCS de 2009.', 'fcs 2009 past « CCAG »'],
    ['Le marché est soumis au CCAG des marchés industriels de 2009.', 'mi 2009 « CCAG »'],
    ['Les logiciels acquis par un marché de 2012 relèvent du CCAG-TIC.', 'tic ? past « CCAG »'],
    ['Les logiciels acquis par le marché relèvent du CCAG-TIC.', 'tic ? « CCAG »'],
    ['Aucun CCAG ne s’applique.'],
    ['Le marché ne fait référence à aucun C.C.A.G.'],
    ['Le marché est forfaitaire.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text} » are ${expected.join(', ') || 'none'}`, () => assert.deepEqual(mentions(text), expected));

  it('tell where it is referred to, and by what it is known', () => {
    const told = (text: string) => {
      const [piece] = open(text).pieces;
      assert.ok(piece);
      const { at, from } = piece.ask(ccagReference);
      return [from, at && piece.draft.slice({ start: at.start, end: at.end + 4 })];
    };
    const head = (ccag: string) => `---\ndce:\n  ccag: ${ccag}\n---\n\n`;
    assert.deepEqual(told('Le CCAG s’applique.\n\nLe CCAG-PI aussi.'), ['text', 'CCAG-PI ']);
    assert.deepEqual(told('Le CCAG s’applique.'), ['text', 'CCAG s’a']);
    assert.deepEqual(told('Aucun CCAG ne s’applique.'), ['text', 'CCAG ne ']);
    assert.deepEqual(told('L’ancien CCAG s’appliquait.'), [undefined, undefined]);
    assert.deepEqual(told('Texte.'), [undefined, undefined]);
    assert.deepEqual(told(`${head('tic-2021')}Le CCAG-PI aussi.`), ['front-matter', 'CCAG-PI ']);
    assert.deepEqual(told(`${head('tic-2021')}Texte.`), ['front-matter', undefined]);
    assert.deepEqual(told(`${head('aucun')}Le CCAG-PI aussi.`), ['front-matter', undefined]);
  });

  it('are summed up by `dce-lint facts`, where a kind is known', () => {
    const shown = (text: string) => {
      const [piece] = open(text).pieces;
      assert.ok(piece);
      return ccagReference.show(piece.ask(ccagReference), piece);
    };
    assert.deepEqual(shown('CCAG-TIC de 2009.'), { type: 'tic', version: 2009, source: 'text' });
    assert.equal(shown('Le CCAG s’applique.'), undefined);
  });
});

describe('the CCAG of a consultation', () => {
  it('has the version in force when no piece states one', () => {
    const { kinds, year, mixed } = ccagOf(open('Le CCAG-PI s’applique.', 'Texte.'));
    assert.deepEqual([kinds, year, mixed], [['pi'], 2021, false]);
  });
  it('is mixed when its pieces refer to both versions', () => {
    assert.equal(ccagOf(open('CCAG-TIC de 2009.', 'Le CCAG-TIC (arrêté du 30 mars 2021).')).mixed, true);
  });
  it('is each of those that its pieces name, the CCAP first; « aucun » and the past are none', () => {
    const kinds = (...texts: string[]) => ccagOf(open(...texts)).kinds;
    assert.deepEqual(kinds('Le CCAG-PI s’applique.', 'Le CCAG-TIC s’applique.', 'Le CCAG-FCS et le CCAG-MOE.'), [
      'pi',
      'tic',
      'fcs',
      'moe',
    ]);
    assert.deepEqual(kinds('Aucun CCAG ne s’applique.', 'L’ancien marché se référait au CCAG-TIC.'), []);
    assert.deepEqual(kinds('---\ndce:\n  ccag: mi-2021\n---\n\nTexte.'), ['mi']);
  });
  it('is told in the order CCAP, acte d’engagement, CCTP, others', () => {
    const names = ['note', 'cctp', 'ae', 'ccap'];
    const marks = ['FCS', 'TIC', 'MOE', 'PI'];
    const sources = names.map((name, i) => ({ path: `${name}.md`, text: `Le CCAG-${marks[i]} s’applique.` }));
    assert.deepEqual(ccagOf(openConsultation(sources, { date: '2026-12-01' })).kinds, ['pi', 'moe', 'tic', 'fcs']);
  });
  it('has the version that a piece states, be it in a second sentence or its front matter', () => {
    const year = (...texts: string[]) => ccagOf(open(...texts)).year;
    assert.equal(year('Le CCAG-PI s’applique.', 'Le CCAG-PI de 2009.'), 2009);
    assert.equal(year('Le CCAG-PI s’applique. Selon le CCAG (version de 2009), il prime.'), 2009);
    assert.equal(year('---\ndce:\n  ccag: mi-2009\n---\n\nTexte.'), 2009);
    assert.equal(year('Le CCAG-PI s’applique.', 'L’ancien CCAG-PI de 2009 ne s’applique plus.'), 2021);
    assert.equal(year('Le CCAG de 2021 s’applique.'), undefined);
  });
  it('has none of both versions before October 2021', () => {
    const year = (date: string) =>
      ccagOf(openConsultation([{ path: 'ccap.md', text: 'Le CCAG-PI s’applique.' }], { date })).year;
    assert.deepEqual([year('2021-09-30'), year('2021-10-01')], [undefined, 2021]);
  });
  it('is mixed when one piece refers to both versions', () => {
    assert.equal(ccagOf(open('CCAG-TIC de 2009.\n\nLe CCAG-TIC de 2021.')).mixed, true);
    assert.equal(ccagOf(open('CCAG-TIC de 2021.\n\nLe CCAG-PI de 2021.')).mixed, false);
  });
  it('is nothing when no piece names one', () => {
    assert.deepEqual(ccagOf(open('Rien.')), { kinds: [], year: undefined, mixed: false });
  });
});
