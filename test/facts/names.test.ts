import assert from 'node:assert/strict';
import { facts } from '../../rules/facts/index.ts';

describe('facts', () => {
  it('have each a name of their own: `dce-lint facts` gives them by name', () => {
    const ids = facts.map((f) => f.id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
  });
  it('have each a name in small letters and a French heading', () => {
    for (const { id, title } of facts) {
      assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
      assert.match(title, /^\p{Lu}.*\p{L}$/u, id);
    }
  });
});
