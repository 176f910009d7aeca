import assert from 'node:assert/strict';
import { RecentHost } from '../../server/recent-host.ts';
import { MemoryHost } from './memory-host.ts';

const FILE = 'file:///dossier/dce.yaml';

describe('what the disk said a moment ago', () => {
  it('is not asked again within a second, unless a change is known of', async () => {
    const disk = new MemoryHost();
    disk.write(FILE, 'un');
    let now = 0;
    const host = new RecentHost(disk, () => now);
    const read = async () => new TextDecoder().decode(await host.readFile(FILE));
    assert.equal(await read(), 'un');
    disk.write(FILE, 'deux');
    now += 900;
    assert.equal(await read(), 'un');
    now += 200;
    assert.equal(await read(), 'deux');
    disk.write(FILE, 'trois');
    host.forget();
    assert.equal(await read(), 'trois');
  });

  it('is kept apart for each question', async () => {
    const disk = new MemoryHost();
    disk.write(FILE, 'un');
    const host = new RecentHost(disk, () => 0);
    assert.equal((await host.readFile(FILE))?.length, 2);
    assert.equal((await host.stat(FILE))?.size, 2);
    assert.deepEqual(await host.listDirectory('file:///dossier'), ['dce.yaml']);
    assert.equal(await host.stat('file:///dossier/autre.md'), undefined);
  });
});
