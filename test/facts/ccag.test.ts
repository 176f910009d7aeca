import assert from 'node:assert/strict';
import { ccagOf, ccagReference } from '../../rules/facts/ccag.ts';
import { openConsultation } from '../../rules/facts/piece.ts';

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
  ];
  for (const [name, text, wanted] of cases)
    it(name, () => {
      assert.deepEqual(reference(text), wanted);
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
  it('is nothing when no piece names one', () => {
    assert.deepEqual(ccagOf(open('Rien.')), { kinds: [], year: undefined, mixed: false });
  });
});
