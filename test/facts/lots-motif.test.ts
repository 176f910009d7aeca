import assert from 'node:assert/strict';
import { accordCadre } from '../../rules/facts/accord-cadre.ts';
import { lots } from '../../rules/facts/lots.ts';
import { objet } from '../../rules/facts/objet.ts';
import type { Fact, Piece } from '../../rules/kit/piece.ts';
import { open } from '../rules/tester.ts';

const shown = <T>(fact: Fact<T>, text: string): unknown => {
  const piece = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces[0] as Piece;
  return JSON.parse(JSON.stringify(fact.show?.(piece.ask(fact), piece) ?? null));
};

describe('why a contract is not divided into lots', () => {
  const told = (text: string) => (shown(lots, text) as { nonAlloti?: { motif: boolean } }).nonAlloti?.motif;

  it('is told in the sentence, after a colon, in a list, further on or in a table', () => {
    for (const text of [
      'Le marché n’est pas alloti. Motif : la coordination des prestations serait trop difficile.',
      'Le marché n’est pas alloti pour le motif suivant :\n\n- la coordination serait trop difficile.',
      'Le marché n’est pas alloti.\n\nLes raisons de l’absence d’allotissement tiennent à la coordination.',
      '| Allotissement | Non : la coordination des prestations serait impossible |\n|---|---|\n| Durée | 1 an |',
      '| Objet | Contenu |\n|---|---|\n| Allotissement | Marché non alloti. Motif : coordination. |',
    ])
      assert.equal(told(text), true, text);
  });

  it('is not told by saying it twice', () => {
    assert.equal(told('Le marché n’est pas alloti : il n’est pas alloti.'), false);
    assert.equal(told('Le marché n’est pas alloti.'), false);
  });
});

describe('the object of a contract', () => {
  it('is what is bought, not what the piece is for', () => {
    assert.deepEqual(shown(objet, 'L’objet du marché : fourniture de balises.'), ['fourniture de balises']);
    assert.deepEqual(shown(objet, '**Objet** : fourniture de balises de bruit'), ['fourniture de balises de bruit']);
    assert.equal(shown(objet, 'Le présent règlement a pour objet de fixer les règles.'), null);
    assert.equal(shown(objet, '## Objet du CCTP\n\nLe présent CCTP a pour objet la fourniture de balises.'), null);
  });
});

describe('the maximum of a framework agreement', () => {
  it('is one of each lot in a table, or none', () => {
    assert.deepEqual(
      shown(
        accordCadre,
        '| Lot | Minimum | Maximum |\n|---|---|---|\n| 1 | sans | 10 000 € |\n| 2 | 5 000 | … |\n\nL’accord-cadre est à bons de commande.',
      ),
      { lots: [], maximums: [{ lots: ['1'], valeur: 10000 }], sansMaximum: false },
    );
    assert.deepEqual(shown(accordCadre, 'L’accord-cadre est sans maximum.'), {
      lots: [],
      maximums: [],
      sansMaximum: true,
    });
  });
});
