import assert from 'node:assert/strict';
import { accordCadre } from '../../../rules/facts/accord-cadre/accord-cadre.ts';
import { lots } from '../../../rules/facts/allotissement/lots.ts';
import { objet } from '../../../rules/facts/piece/objet.ts';
import type { Fact, Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

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

  describe('is told by what the needs or the works are', () => {
    for (const text of [
      'Le marché n’est pas alloti en raison de la nature indivisible des prestations.',
      'Le marché n’est pas alloti, la dévolution en lots séparés risquant de restreindre la concurrence.',
      'Compte tenu de l’homogénéité des prestations, le marché n’est pas alloti.',
      'En raison de la taille du site, le marché n’est pas alloti.',
      'L’objet du marché ne permettant pas l’identification de prestations distinctes, il n’est pas alloti.',
      'Le marché n’est pas alloti : l’allotissement rendrait l’exécution techniquement difficile.',
      'Le marché n’est pas alloti : un site, un gardien.',
      'Le marché n’est pas alloti puisqu’un seul prestataire doit assurer la cohérence de l’ensemble.',
      'Le marché n’est pas alloti en raison de la taille du site.',
      'Le marché n’est pas alloti parce que les interventions sont imbriquées.',
      'Le marché n’est pas alloti pour la raison suivante : le site est petit.',
      'Le marché n’est pas alloti pour les raisons exposées au rapport de présentation.',
      'Le marché n’est pas alloti. Le rapport de présentation en donne les raisons.',
      'Le marché n’est pas alloti car [motif à compléter].',
      'Le marché n’est pas alloti. Motif : ........',
      'Le marché n’est pas alloti. Motif : site de petite taille.',
      'Le marché n’est pas alloti. Justifications : la taille du site.',
      'Le marché n’est pas alloti pour le motif suivant : ........',
      'Le marché n’est pas alloti pour le motif suivant : ____',
      '## Allotissement\n\nLe marché n’est pas alloti.\n\nLes prestations sont indissociables.',
      'Les prestations sont indissociables.\n\nLe marché n’est pas alloti.',
      'Le marché n’est pas alloti.\n\nLes motifs de cette absence de lots figurent en annexe.',
      'Le marché n’est pas alloti.\n\nLa raison de ce choix d’allotissement est donnée en annexe.',
      'Le marché n’est pas alloti pour les raisons suivantes :\n\n- coût ;\n- calendrier.',
      'Le marché n’est pas alloti :\n\n- site unique.',
      '| Allotissement | Non alloti | Prestations indivisibles |\n|---|---|---|\n| x | y | z |',
    ])
      it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.equal(told(text), true));
  });

  describe('is not told by saying it twice, or elsewhere', () => {
    for (const text of [
      'Le marché n’est pas alloti : il n’est pas alloti.',
      'Le marché n’est pas alloti.',
      'Le marché n’est pas alloti : ........',
      'Le marché n’est pas alloti : lire la suite.',
      'Le marché n’est pas alloti pour le motif suivant : il s’agit d’un marché unique.',
      'Le marché n’est pas alloti car il est non alloti.',
      'Le marché fait l’objet d’un lot unique car il s’agit d’un contrat unique de services.',
      'Le marché fait l’objet d’un lot unique car le présent marché n’est pas divisé en lots.',
      'Le marché n’est pas alloti. Les candidats remettent une offre.',
      'Le marché n’est pas alloti. Motif : marché unique.',
      'Le marché n’est pas alloti.\n\nLes motifs de rejet sont communiqués.',
      'Le marché n’est pas alloti.\n\n## Prestations homogènes\n\nVoir le CCTP.',
      '## Objet\n\nLes prestations sont indissociables.\n\n## Allotissement\n\nLe marché n’est pas alloti.',
      '## Prestations homogènes\n\nLe marché n’est pas alloti.',
      '| Lot unique | Oui |\n|---|---|\n| Motif | Prestations indivisibles |',
    ])
      it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.equal(told(text), false));
  });

  it('is the sentence or item that tells it', () => {
    const reason = (text: string) => {
      const piece = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces[0] as Piece;
      return piece.ask(lots).notAllotted.map((n) => n.reason && piece.draft.slice(n.reason));
    };
    assert.deepEqual(reason('Le marché n’est pas alloti. Les prestations sont indissociables. Il dure un an.'), [
      'Les prestations sont indissociables.',
    ]);
    assert.deepEqual(reason('Le marché n’est pas alloti car le site est petit.'), [
      'Le marché n’est pas alloti car le site est petit.',
    ]);
    assert.deepEqual(reason('Le marché n’est pas alloti :\n\n- site de petite taille ;\n- délai.'), [
      'site de petite taille ;',
    ]);
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
