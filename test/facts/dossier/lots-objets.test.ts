import assert from 'node:assert/strict';
import { discord, lotsMatter } from '../../../rules/facts/dossier/index.ts';
import { open } from '../../rules/tester.ts';

describe('lots of one name', () => {
  const differ = (ours: string, theirs: string): number => {
    const table = (object: string) =>
      `| Lot | Objet |\n|---|---|\n| 1 | Zone Est : écoles et gymnases |\n| 2 | ${object} |\n`;
    const [rc] = open([
      { path: 'rc.md', text: `# RC\n\n## Lots\n\n${table(ours)}` },
      { path: 'ccap.md', text: `# CCAP\n\n## Lots\n\n${table(theirs)}` },
    ]).pieces;
    assert.ok(rc);
    return [...discord(rc, lotsMatter, () => 'objet')].length;
  };
  it('are others where what follows the name differs', () =>
    assert.equal(differ('Zone Ouest : écoles et gymnases', 'Zone Ouest : résidences seniors'), 1));
  it('are the same in like words, or where one piece tells the name alone', () => {
    assert.equal(differ('Zone Ouest : écoles et gymnases', 'Zone Ouest : gymnases et écoles'), 0);
    assert.equal(differ('Zone Ouest : écoles et gymnases', 'Zone Ouest'), 0);
  });
});
