import assert from 'node:assert/strict';
import { citations } from '../../rules/facts/citations.ts';
import { openConsultation } from '../../rules/facts/piece.ts';

const read = (text: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece.ask(citations);
};
const articles = (text: string) => read(text).articles.map((a) => `${a.number} ${a.code}`);

describe('citations', () => {
  it('takes the code named after a list of articles', () => {
    assert.deepEqual(articles('Les articles L.2113-10 et R. 2113-1 du code de la commande publique.'), [
      'L2113-10 ccp',
      'R2113-1 ccp',
    ]);
  });

  it('leaves to its own code an article of another one', () => {
    assert.deepEqual(articles("L'article L. 8222-6 du code du travail et l'article R. 2152-7 du CCP."), [
      'L8222-6 autre',
      'R2152-7 ccp',
    ]);
  });

  it('does not give a code to a number of three digits that stands alone', () => {
    assert.deepEqual(articles("L'article L. 131-3 s'applique."), ['L131-3 undefined']);
  });

  it('reads a repealed text with its articles, and items are none', () => {
    const [one] = read("L'article 58, I, 2° du décret n°2016-360 du 25 mars 2016 s'applique.").repealed;
    assert.deepEqual([one?.text, one?.articles, one?.past], ['decret-2016-360', ['58'], false]);
  });
});
