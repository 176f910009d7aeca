import assert from 'node:assert/strict';
import { areArguments } from '../../client/arguments.ts';
import { rules } from '../../rules/index.ts';
import { notices } from '../../server/core/notices.ts';

describe('The commands of the light bulb', () => {
  it('take what the server gives them, for every rule', () => {
    for (const { id: rule } of [...rules, ...notices]) {
      assert.ok(areArguments('dce-lint.explain', [rule]), rule);
      const choice = { uri: 'file:///rc.md', finding: 'x', rule, title: 'Titre', message: 'Faute.' };
      assert.ok(areArguments('dce-lint.ignore', [[choice, choice]]));
      assert.ok(areArguments('dce-lint.explain', [[choice, choice]]));
    }
    assert.ok(areArguments('dce-lint.moreFixes', [[{ uri: 'file:///rc.md', finding: 'x', title: 'y', of: 'z' }]]));
    assert.ok(areArguments('dce-lint.explain', []));
    const at = { line: 0, character: 3 };
    assert.ok(areArguments('dce-lint.missed', [{ uri: 'file:///rc.md', range: { start: at, end: at } }]));
    assert.ok(areArguments('dce-lint.missed', []));
  });

  it('take nothing else', () => {
    for (const value of [null, 3, '', '../x', 'a/../b', 'javascript:x', {}, [], { uri: 3 }, { uri: 'x', rule: '../y' }])
      for (const command of [
        'dce-lint.explain',
        'dce-lint.ignore',
        'dce-lint.moreFixes',
        'dce-lint.missed',
        'dce-lint.other',
      ])
        assert.ok(!areArguments(command, [value]), `${command} ${JSON.stringify(value)}`);
    const choice = { uri: 'x', finding: 'y', rule: '../y', title: 't', message: 'm' };
    assert.ok(!areArguments('dce-lint.ignore', [[choice]]));
    assert.ok(!areArguments('dce-lint.explain', [[choice]]));
    assert.ok(!areArguments('dce-lint.ignore', []));
    const range = { start: { line: -1, character: 0 }, end: { line: 0, character: 0 } };
    assert.ok(!areArguments('dce-lint.missed', [{ uri: 'x', range }]));
  });
});
