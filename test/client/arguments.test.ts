import assert from 'node:assert/strict';
import { areArguments } from '../../client/arguments.ts';
import { rules } from '../../rules/index.ts';
import { notices } from '../../server/core/notices.ts';

describe('The commands of the light bulb', () => {
  it('take what the server gives them, for every rule', () => {
    for (const { id: rule } of [...rules, ...notices]) {
      assert.ok(areArguments('dce-lint.explain', [rule]), rule);
      assert.ok(areArguments('dce-lint.turnOff', [{ uri: 'file:///rc.md', rule, configuration: '.dce-lint.yaml' }]));
    }
    for (const scope of ['here', 'file'])
      assert.ok(areArguments('dce-lint.ignore', [{ uri: 'file:///rc.md', finding: 'x', scope }]));
    assert.ok(areArguments('dce-lint.misread', [{ uri: 'file:///rc.md', finding: 'x', file: 'y.yaml' }]));
    assert.ok(areArguments('dce-lint.explain', []));
  });

  it('take nothing else', () => {
    for (const value of [null, 3, '', '../x', 'a/../b', 'javascript:x', {}, [], { uri: 3 }, { uri: 'x', rule: '../y' }])
      for (const command of [
        'dce-lint.explain',
        'dce-lint.ignore',
        'dce-lint.misread',
        'dce-lint.turnOff',
        'dce-lint.other',
      ])
        assert.ok(!areArguments(command, [value]), `${command} ${JSON.stringify(value)}`);
    assert.ok(!areArguments('dce-lint.ignore', [{ uri: 'x', finding: 'y', scope: 'tout' }]));
    assert.ok(!areArguments('dce-lint.ignore', []));
  });
});
