import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { boxLinesIn } from '../../rules/kit/markdown/boxes.ts';

const read = (text: string) => new Draft(text).passages.map((p) => p.folded);

describe('options with a box', () => {
  it('are left out when theirs is empty and another of the list is ticked', () => {
    assert.deepEqual(read('- ☐ Procédure adaptée\n- ☒ Appel d’offres ouvert\n- ☐ Dialogue compétitif\n'), [
      "☒ appel d'offres ouvert",
    ]);
    assert.deepEqual(read('- [ ] Procédure adaptée\n- [x] Appel d’offres ouvert\n'), ["appel d'offres ouvert"]);
    assert.deepEqual(read('Procédure :\n☐ Procédure adaptée\n☒ Appel d’offres ouvert\n'), [
      'procedure :',
      "☒ appel d'offres ouvert",
    ]);
  });
  it('are all read when none is ticked, or what is ticked is in another list', () => {
    assert.deepEqual(read('- ☐ Papier\n- ☐ Clé USB\n'), ['☐ papier', '☐ cle usb']);
    assert.deepEqual(read('- ☐ Papier\n- ☐ Clé USB\n\nEt aussi :\n\n- ☒ Copie de sauvegarde\n'), [
      '☐ papier',
      '☐ cle usb',
      'et aussi :',
      '☒ copie de sauvegarde',
    ]);
  });
  it('are told apart line by line', () => {
    assert.deepEqual(boxLinesIn('☐ un\n☒ deux\n☐ trois'), [5, 12]);
    assert.deepEqual(boxLinesIn('☐ un\ndeux'), []);
    assert.deepEqual(boxLinesIn('un\ndeux'), []);
    assert.deepEqual(boxLinesIn(''), []);
  });
});
