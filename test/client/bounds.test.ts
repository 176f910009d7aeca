import assert from 'node:assert/strict';
import { type Address, isWithin } from '../../client/bounds.ts';

const at = (path: string, authority = 'github', scheme = 'vscode-vfs'): Address => ({ scheme, authority, path });

describe('The server may look', () => {
  const folders = [at('/ville/marche')];
  const drafts = [at('/ailleurs/rc.md', '', 'memfs')];
  const may = (asked: Address) => isWithin(asked, folders, drafts);

  it('in a folder of the workspace and below', () => {
    for (const path of ['/ville/marche', '/ville/marche/rc.md', '/ville/marche/lot 1/cctp.md'])
      assert.ok(may(at(path)), path);
    assert.ok(isWithin(at('/rc.md'), [at('/')], []));
  });

  it('beside an open draft that is in no folder of the workspace', () => {
    for (const path of ['/ailleurs', '/ailleurs/cctp.md']) assert.ok(may(at(path, '', 'memfs')), path);
  });

  it('nowhere else', () => {
    for (const path of ['/', '/ville', '/ville/marche-2/rc.md', '/ville/.dce-lint.yaml'])
      assert.ok(!may(at(path)), path);
    for (const path of ['/', '/ailleurs/sous/cctp.md', '/autre/cctp.md']) assert.ok(!may(at(path, '', 'memfs')), path);
  });

  it('in no other authority or scheme', () => {
    assert.ok(!may(at('/ville/marche/rc.md', 'gitlab')));
    assert.ok(!may(at('/ville/marche/rc.md', '', 'file')));
  });

  it('nowhere by a path that climbs', () => {
    for (const path of [
      '/ville/marche/../../etc/rc.md',
      '/ville/marche/..',
      '/ville/marche/./rc.md',
      '/ville/marche/a\\..\\..\\b',
    ])
      assert.ok(!may(at(path)), path);
  });
});
