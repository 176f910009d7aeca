import assert from 'node:assert/strict';
import { designation } from '../../../rules/facts/piece/designation.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string) => {
  const [piece] = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  const { acheteur, numero } = piece.ask(designation);
  return [acheteur?.text, numero?.text];
};

describe('what a consultation is called by', () => {
  const names: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['**Urssaf des Marches de l’Est – Marché n° 2027-09 – Assistant vocal**', 'Urssaf des Marches de l’Est', '2027-09'],
    [
      '## Article 1 – Acheteur\n\nCaisse primaire d’assurance maladie (CPAM) de l’Argance\nDirection des achats, 14 rue des Tanneurs',
      'Caisse primaire d’assurance maladie (CPAM) de l’Argance',
      undefined,
    ],
    ['Acheteur : la ville de Brécey, 2 place du Marché', 'Ville de Brécey', undefined],
    [
      'CENTRE HOSPITALIER DE MONTBRAC\n\n**Accord-cadre n° 2027-014** – Fourniture de lits',
      'CENTRE HOSPITALIER DE MONTBRAC',
      '2027-014',
    ],
    ['Direction des systèmes – consultation n° 2027-SI-03', undefined, '2027-SI-03'],
  ];
  for (const [text, ...expected] of names)
    it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(read(text), expected));

  it('is not made up from a sentence that speaks of a body, nor of another contract', () => {
    assert.deepEqual(read('La CPAM de l’Argance organise chaque année 6 200 rendez-vous.'), [undefined, undefined]);
    assert.deepEqual(read('Les agents de la commune ne concourent pas'), [undefined, undefined]);
    assert.deepEqual(read('Le précédent marché n° 2023-04 prend fin en mai.'), [undefined, undefined]);
    assert.deepEqual(read('Le marché n’est pas alloti.'), [undefined, undefined]);
  });
});
