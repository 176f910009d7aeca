import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { plain } from '../../rules/kit/french/fold.ts';
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
  it('are left out within a line or a cell', () => {
    assert.deepEqual(read('Prix : ☐ fermes ☒ révisables. La formule suit.\n'), [
      'prix : ☒ revisables. la formule suit.',
    ]);
    assert.deepEqual(read('| Mode | ☒ Dépôt en ligne<br>☐ Courriel<br>☐ Remise en main propre |\n|---|---|\n'), [
      'mode',
      '☒ depot en ligne',
    ]);
    assert.deepEqual(read('Clause sociale : [x] Oui [ ] Non (article 9)\n'), ['clause sociale : [x] oui (article 9)']);
    assert.deepEqual(read('<table><tr><td>Avance</td><td><p>☐ Oui</p><p>☒ Non</p></td></tr></table>\n'), [
      'avance',
      '☒ non',
    ]);
  });
  it('are all read in a line that ticks none, or lists lots', () => {
    for (const line of [
      'visite : ☐ oui ☐ non',
      '☒ lot 1 ☐ lot 2',
      'papier : ☐ oui ☐ non\nenvoi : ☒ oui ☒ non',
      'dépôt ☐ envoi ☒',
    ])
      assert.deepEqual(read(`${line}\n`), [plain(line)]);
  });
  it('are left out where a row of a table ticks nothing, and another does', () => {
    const rows = (first: string, second: string, heads = 'Lot 1 | Lot 2') =>
      read(`| Pièce | ${heads} |\n|---|---|---|\n| Devis | ${first} |\n| Plan | ${second} |\n`).slice(3);
    assert.deepEqual(rows('☒ | ☐', '☐ | ☐'), ['devis', '☒', '☐']);
    assert.deepEqual(rows('☐ | ☐', '☐ | ☐'), ['devis', '☐', '☐', 'plan', '☐', '☐']);
    assert.deepEqual(rows('☒ | ☐', '☐ | ☐', 'Oui | Non'), ['devis', '☒', '☐', 'plan', '☐', '☐']);
  });
  it('keep their places', () => {
    const [said] = new Draft('Prix : ☐ fermes ☒ révisables').passages;
    const at = said?.at(said.find(/revisables/) ?? { from: 0, to: 0 });
    assert.deepEqual([at?.start, at?.end], [18, 28]);
  });
  it('are told apart line by line', () => {
    assert.deepEqual(boxLinesIn('☐ un\n☒ deux\n☐ trois'), [5, 12]);
    assert.deepEqual(boxLinesIn('☐ un\ndeux'), []);
    assert.deepEqual(boxLinesIn('un\ndeux'), []);
    assert.deepEqual(boxLinesIn(''), []);
  });
});
