import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { readAsAnew } from './edited.ts';

const OPEN = 'Le titulaire exécute les prestations sous réserve des dispositions';
const REST = 'relatives aux congés payés.';

describe('a sentence that the end of a page cuts', () => {
  it('is read after an edit as it would be read anew', () => {
    const lines = [
      OPEN,
      REST,
      `${OPEN}.`,
      'Page 3 sur 20',
      'RC – LOT 2',
      'Commune de Valmer – Jardins',
      '\fCommune de Valmer – Jardins',
      '12',
      '---',
      '- le plan et',
      '## Objet',
      '\f',
      'LES PRIX',
      'Sommaire',
      'le plan ;',
      'Sont remis :',
    ];
    assert.ok(readAsAnew(lines, ['\n', '\n\n', '\n\f', '\n\n\n'], 1000) > 300);
  });

  it('is read anew where an edit touches what a page repeats, under the blank lines of its top', () => {
    const text = page('Objet du lot.');
    assert.equal(new Draft(text).edit(text.replace('\f\n\nSont', '\f\n\nont')), undefined);
  });

  it('is no header for standing under the first marks of pages alone, nor is one kept when these go', () => {
    const passages = (draft: Draft) => draft.passages.map((p) => p.text);
    assert.deepEqual(passages(new Draft('\f\n\f\nRC – LOT 2\n')), ['RC – LOT 2']);
    const twice = 'RC – LOT 2\n\n\fLe plan est joint.\n\n\n\f\n\nRC – LOT 2\n';
    assert.equal(new Draft(twice).edit(twice.replace('\f\n', '')), undefined);
  });

  it('leaves the number of a page that ends a paragraph out of its words', () => {
    const [passage] = new Draft(
      'Le banc est livré monté sur ses\nsupports\n   Page 3 sur 6\n   Lycée – CCTP – Moteurs\n',
    ).passages;
    assert.equal(passage?.text, 'Le banc est livré monté sur ses\nsupports');
    const [cited] = new Draft('Le modèle est donné en\nPage 3 sur 6 du dossier.\n').passages;
    assert.equal(cited?.text, 'Le modèle est donné en\nPage 3 sur 6 du dossier.');
  });
});
const page = (before: string) => `${before}\n\fSont remis :\n\n---\n\f\n\nSont remis :\nLe plan est joint.\n\f`;
