import assert from 'node:assert/strict';
import { readBlock } from '../../rules/kit/markdown/block.ts';
import { paragraphsIn } from '../../rules/kit/markdown/paragraphs.ts';

const read = (chunk: string) => readBlock(chunk, false).passages.map(({ kind, prose }) => `${kind} ${prose.text}`);

const FIRST = 'Le titulaire arrose les massifs chaque matin avant huit heures, du premier\nmai au trente septembre.';
const SECOND = 'Les allées ne sont pas mouillées. Le jardinier ferme les vannes du réseau avant\nde quitter le parc.';

describe('paragraphs that a line left short alone ends', () => {
  it('stand alone where the other lines are full', () => {
    assert.deepEqual(read(`${FIRST}\n${SECOND}`), [`paragraph ${FIRST}`, `paragraph ${SECOND}`]);
    assert.deepEqual(read(`${SECOND}\n${FIRST}\n${SECOND}`).length, 3);
  });
  it('and not in a text whose lines are cut otherwise', () => {
    for (const text of [
      // The first word under it would not have stood on the line.
      `Le titulaire arrose les massifs du parc, et ferme les vannes avant huit h.\nLe jardinier ne mouille pas les allées du parc avant la fin de la journée,\nni le soir.`,
      // A sentence on each line.
      'Le titulaire arrose.\nLe jardinier ferme les vannes du réseau avant de quitter le parc.\nLes allées sont sèches.',
      // Lines that end where they please.
      'Le titulaire arrose les massifs\nchaque matin.\nLe jardinier ferme les vannes du réseau avant\nde quitter le parc de la ville et de rendre les clés.',
      `${FIRST}\nIl ferme les vannes du réseau avant de quitter le parc.`,
      `${FIRST}\n- la bêche.\n${SECOND}`,
      FIRST,
    ])
      assert.deepEqual(paragraphsIn(text), [], text);
  });
});

describe('a text right under a list', () => {
  it('is none of its last item, where that ends on a short line', () => {
    assert.deepEqual(read(`- la bêche ;\n- le râteau.\n${SECOND}`), [
      'item la bêche ;',
      'item le râteau.',
      `paragraph ${SECOND}`,
    ]);
    assert.deepEqual(read(`• la bêche ;\n• le râteau.\n${SECOND}`).at(-1), `paragraph ${SECOND}`);
    assert.deepEqual(read(`1. la bêche ;\n2. le râteau.\n${SECOND}`).at(-1), `paragraph ${SECOND}`);
  });
  it('is of it elsewhere', () => {
    for (const text of [
      `- la bêche ;\n- le râteau, pour les allées. Le titulaire apporte aussi les brouettes du\nParc des Tilleuls.`,
      `- la bêche.\n${SECOND}\n- le râteau.`,
      '- la bêche ;\n- le râteau.\nLe tout.',
    ])
      assert.ok(
        read(text).every((line) => line.startsWith('item')),
        text,
      );
  });
});
