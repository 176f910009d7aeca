import assert from 'node:assert/strict';
import { droits, sameObject } from '../../../rules/facts/pi/index.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string) => {
  const [piece] = open([
    { path: 'ccap.md', text: `# CCAP\n\n## Article 8 – Propriété intellectuelle\n\n${text}\n` },
  ]).pieces;
  assert.ok(piece);
  return piece;
};
const grants = (text: string) => pieceOf(text).ask(droits);
const limits = (text: string) => [...(grants(text)[0]?.bounds.keys() ?? [])].sort();
const ACT = 'Le titulaire cède à la ville les droits de reproduction et d’adaptation des cartes';

describe('a limit of rights', () => {
  const SAID: readonly (readonly [text: string, limit: string, isSaid: boolean])[] = [
    [`${ACT}. Cette cession cesse avec la protection légale.`, 'duree', true],
    [`${ACT}, sur n’importe quel support.`, 'etendue', true],
    [`${ACT}, partout.`, 'lieu', true],
    [`${ACT}, pour la ville.`, 'destination', false],
    [`${ACT}, pour le fleurissement de la ville.`, 'destination', true],
    [`${ACT}. Le forfait rétribue cette cession.`, 'prix', true],
    [`${ACT}. Le forfait rétribue les vacations.`, 'prix', false],
    [`${ACT}. Le prix a été fixé en considération de cette cession.`, 'prix', true],
    [`- Droits de reproduction des cartes que le titulaire cède à la ville (papier) : 800 € HT`, 'prix', true],
    [`- Cession à la ville : reproduction des cartes\n- Durée de la cession : non précisée`, 'duree', false],
    [`- Cession à la ville : reproduction des cartes\n- Durée de la cession : six ans`, 'duree', true],
    [
      '| Point | Clause |\n|---|---|\n| Droits cédés à la ville | reproduction, adaptation |\n| Contrepartie | à fixer |',
      'prix',
      false,
    ],
    [
      '| Point | Clause |\n|---|---|\n| Droits cédés à la ville | reproduction, adaptation |\n| Contrepartie | 900 € HT |',
      'prix',
      true,
    ],
    [
      '| Point | Clause |\n|---|---|\n| Droits cédés à la ville | reproduction, adaptation |\n| Fins | fleurissement |',
      'destination',
      true,
    ],
  ];
  for (const [text, limit, isSaid] of SAID)
    it(`${limit} ${isSaid ? 'is' : 'is not'} said: ${text.replace(/\n+/g, ' ')}`, () =>
      assert.equal(limits(text).includes(limit as never), isSaid));
});

describe('a row that names a thing and its regime', () => {
  const table = (...rows: string[]) => `| Résultat | Régime |\n|---|---|\n${rows.map((r) => `| ${r} |\n`).join('')}`;
  it('grants, and is on the thing that its label names', () => {
    const [a, b] = grants(
      table(
        'Base de données des arbres | cession exclusive à la ville',
        'Base de données des arbres | concession à la ville',
      ),
    );
    assert.ok(a && b);
    assert.equal(sameObject(a, b), true);
  });
  it('is on another than the row beside it', () => {
    const [a, b] = grants(
      table(
        'Base de données des arbres | cession exclusive à la ville',
        'Base de données des sols | concession à la ville',
      ),
    );
    assert.ok(a && b);
    assert.equal(sameObject(a, b), false);
  });
});
