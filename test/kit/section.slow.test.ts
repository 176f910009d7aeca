import assert from 'node:assert/strict';
import { readAsAnew } from './edited.ts';

describe('titles in plain words, and lists off the margin', () => {
  it('are read after an edit as they would be read anew', () => {
    const lines = [
      'Jugement des offres',
      'Les offres sont jugées sur le prix, la valeur technique et le délai.',
      'Durée',
      'Un mois de',
      'LES PRIX',
      'Mairie de Valmer',
      '## Objet',
      '→ le plan ;',
      '→',
      'le devis.',
      'Sont remis :',
      '    1. Prix : 60 points',
      '    2. Délai : 40 points',
      '    Note = 60 x prix, selon les critères',
    ];
    assert.ok(readAsAnew(lines, ['\n', '\n\n', '\n\n\n'], 1000) > 300);
  });

  it('are so with tables whose rows stand apart, over the end of a page', () => {
    const lines = [
      'Critère          Poids',
      'Prix             60 %',
      'Délai de         40 %',
      'livraison',
      '                 et notes',
      '– dont prix      10 %',
      '1. Prix          20 %',
      'RC – Lot 2                 Page 2 sur 9',
      'Page 3',
      'VALMER',
      'Jugement des offres',
      'Les offres sont jugées sur le prix, la valeur technique et le délai.',
    ];
    assert.ok(readAsAnew(lines, ['\n', '\n\n', '\n\n\n', '\n\f'], 1000) > 300);
  });
});
