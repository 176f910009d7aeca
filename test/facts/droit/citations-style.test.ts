import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { citationStyle, spelled } from '../../../rules/facts/droit/citations-style.ts';
import { inForce } from '../../../rules/facts/droit/citations-successeurs.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { RepealedTextId } from '../../../rules/law/law.ts';

const open = (text: string) => openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;

describe('how a piece writes the numbers of articles', () => {
  const sign = (text: string) => open(text).ask(citationStyle).sign;
  const CASES: readonly (readonly [text: string, sign: string | undefined])[] = [
    ['L’article R2152-7 du CCP.', ''],
    ['L’article R. 2152-7 du CCP.', '. '],
    ['L’article R.2152-7 du CCP.', '.'],
    ['L’article R 2152-7 du CCP.', ' '],
    ['L’article R.\u00a02152-7 du CCP.', '.\u00a0'],
    ['L’article R.\u202f2152-7 du CCP.', '.\u202f'],
    ['Les articles R2152-7, R. 2152-6 et R. 2152-5 du CCP.', '. '],
    ['Les articles R2152-7, R. 2152-6, R. 2152-5 et R2152-3 du CCP.', ''],
    // A number that a line break cuts, or whose letter is left out, tells nothing.
    ['L’article R.\n2152-7 du CCP.', undefined],
    ['Les articles R. 2151-8 à 11 du CCP.', '. '],
    ['Le marché est forfaitaire.', undefined],
  ];
  for (const [text, expected] of CASES)
    it(`is « ${expected ?? 'unknown'} » from « ${text} »`, () => assert.equal(sign(text), expected));
  it('is kept for a number that is put in the place of another', () => {
    assert.equal(spelled('R2152-7', '. '), 'R. 2152-7');
    assert.equal(spelled('L2113-10', ''), 'L2113-10');
  });
});

describe('the articles in force in the place of those of a repealed text', () => {
  const told = (text: RepealedTextId, ...articles: readonly string[]) => {
    const { list, plural, verified } = inForce({ text, articles }) ?? {};
    return `${plural ? 'articles' : 'article'} ${list}${verified ? '' : ' ?'}`;
  };
  it('are given as ranges where three or more follow one another', () => {
    assert.equal(told('decret-2016-360', '58'), 'articles L2151-2 et R2151-8 à R2151-11');
    assert.equal(told('decret-2016-360', '88', '89'), 'articles L2125-1 et R2162-15 à R2162-26');
    assert.equal(told('decret-2016-360', '77'), 'articles R2113-4 à R2113-6, R2112-12 et R2191-13 ?');
    assert.equal(told('ordonnance-2015-899', '52'), 'articles L2152-7 et L2152-8 ?');
    assert.equal(told('ordonnance-2015-899', '38'), 'articles L2112-2, L2112-2-1 et L2112-3 ?');
    assert.equal(told('decret-2016-360', '43'), 'articles R2143-1 et R2151-1 à R2151-4 ?');
  });
  it('are each given once, one alone too', () => {
    assert.equal(told('decret-2016-360', '71', '72'), 'articles L2124-3 et R2161-12 à R2161-20');
    assert.equal(told('decret-2016-360', '4'), 'article R2111-1');
    assert.equal(told('ordonnance-2015-899', '10'), 'article L1211-1 ?');
  });
  it('are to be verified as soon as one of them is', () => {
    assert.equal(told('decret-2016-360', '4', '12'), 'articles R2111-1 et R2113-1 à R2113-3 ?');
  });
  it('are none where no article is cited, or where one of them is unknown', () => {
    assert.equal(inForce({ text: 'decret-2016-360', articles: [] }), undefined);
    assert.equal(inForce({ text: 'decret-2016-360', articles: ['58', '999'] }), undefined);
    assert.equal(inForce({ text: 'decret-2016-360', articles: ['999'] }), undefined);
  });
});
