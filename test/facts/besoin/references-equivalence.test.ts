import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { references } from '../../../rules/facts/besoin/references.ts';

/** « Wilo mention », « NF EN 1176 non »: each reference of the CCTP, and what admits an equivalent of it. */
const read = (text: string, rc?: string) => {
  const files = [{ path: 'cctp.md', text: `---\ndce:\n  piece: cctp\n---\n\n${text}\n` }];
  if (rc) files.push({ path: 'rc.md', text: `---\ndce:\n  piece: rc\n---\n\n${rc}\n` });
  const [piece] = openConsultation(files, { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece.ask(references).map((r) => `${r.name} ${r.equivalence ?? 'non'}`);
};

type Case = readonly [text: string, ...expected: string[]];
const each = (cases: readonly Case[]) => {
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(read(text), expected));
};

describe('an equivalent in the sentence', () => {
  each([
    ['Norme NF EN 1176 ou équivalent.', 'NF EN 1176 mention'],
    ['NORME NF EN 1176 OU EQUIVALENTE.', 'NF EN 1176 mention'],
    ['Norme NF EN 1176 et/ou analogue.', 'NF EN 1176 mention'],
    ['Norme NF EN 1176 ou toute autre norme reconnue.', 'NF EN 1176 mention'],
    ['Norme NF EN 1176 ou autre.', 'NF EN 1176 mention'],
    ['Norme NF EN 1176 ou tout moyen de preuve.', 'NF EN 1176 mention'],
    ['Norme NF EN 1176 ou par tout autre moyen.', 'NF EN 1176 mention'],
    ['Norme NF EN 1176 (ou eq.).', 'NF EN 1176 mention'],
    ['Norme NF EN 1176/équivalent.', 'NF EN 1176 mention'],
    ['Pompe de marque Wilo / similaire.', 'Wilo mention'],
    ['Pompe de marque Wilo, ou matériel de même type, éventuellement équiv.', 'Wilo mention'],
    ['Pompe de marque Wilo de qualité équivalente.', 'Wilo mention'],
    ['Pompe techniquement comparable à la marque Wilo.', 'Wilo mention'],
    ['Pompe de performances similaires aux pompes de marque Wilo.', 'Wilo mention'],
    ['Pompe de marque Wilo ; les équivalents peuvent être proposés.', 'Wilo mention'],
    ['Pompe de marque Wilo, les produits équivalents étant acceptés.', 'Wilo mention'],
    // units and measures
    ['Norme NF EN 1176 et 2 équivalents temps plein.', 'NF EN 1176 non'],
    ['Norme NF EN 1176 ou 3 équivalents-habitants.', 'NF EN 1176 non'],
    ['Pompe de marque Wilo ou deux pompes de puissance équivalente.', 'Wilo non'],
    ['Pompe de débit équivalent à 3 m3/h, de marque Wilo.', 'Wilo non'],
    // refused
    ['Norme NF EN 1176 sans aucun produit équivalent.', 'NF EN 1176 non'],
    ['Norme NF EN 1176, à l’exclusion de tout produit équivalent.', 'NF EN 1176 non'],
    ['Norme NF EN 1176, aucun équivalent ne sera admis.', 'NF EN 1176 non'],
    ['Pompe de marque Wilo, les produits équivalents ne sont pas acceptés.', 'Wilo non'],
    ['Pompe de marque Wilo, les produits similaires étant exclus.', 'Wilo non'],
    // nothing
    ['Norme NF EN 1176.', 'NF EN 1176 non'],
    ['Norme NF EN 1176 ou norme NF EN 1177.', 'NF EN 1176 non', 'NF EN 1177 non'],
  ]);
});

describe('an equivalent around the sentence', () => {
  each([
    ['Pompe de marque Wilo. Un produit équivalent peut être proposé.', 'Wilo voisinage'],
    ['Pompe de marque Wilo. Le candidat peut proposer un produit équivalent.', 'Wilo voisinage'],
    ['Pompe de marque Wilo. L’équivalence est démontrée par une fiche technique.', 'Wilo voisinage'],
    ['Pompe de marque Wilo. Les produits équivalents sont acceptés.', 'Wilo voisinage'],
    ['Pompe de marque Wilo. L’acheteur accepte les produits équivalents.', 'Wilo voisinage'],
    ['Les produits équivalents sont acceptés.\n\nPompe de marque Wilo.', 'Wilo voisinage'],
    ['Pompe de marque Wilo.\n\nLes marques citées le sont à titre indicatif.', 'Wilo voisinage'],
    ['Fourniture ou équivalent :\n\n- pompe de marque Wilo.', 'Wilo voisinage'],
    [
      'Sont livrés, les équivalents étant acceptés :\n\n- une chaufferie :\n  - pompe de marque Wilo.',
      'Wilo voisinage',
    ],
    ['- Pompe de marque Wilo. Ou équivalent.', 'Wilo voisinage'],
    ['| Désignation |\n|---|\n| Pompe de marque Wilo. Ou équivalent. |', 'Wilo voisinage'],
    ['| Désignation | Référence ou équivalent |\n|---|---|\n| Pompe | marque Wilo |', 'Wilo voisinage'],
    ['| Désignation | Marque | Marque proposée |\n|---|---|---|\n| Pompe | marque Wilo | |', 'Wilo voisinage'],
    // refused, elsewhere or of another thing
    ['Pompe de marque Wilo.\n\nLes produits équivalents ne sont pas acceptés.', 'Wilo non'],
    ['Pompe de marque Wilo.\n\n## Suite\n\nUn produit équivalent peut être proposé.', 'Wilo non'],
    ['Pompe de marque Wilo. Le titre de la note est libre.', 'Wilo non'],
    ['Pompe de marque Wilo :\n\n- les produits équivalents sont acceptés.', 'Wilo non'],
    ['| Désignation | Marque |\n|---|---|\n| Pompe | marque Wilo |', 'Wilo non'],
    ['Fourniture :\n\n- pompe de marque Wilo.', 'Wilo non'],
  ]);

  it('is no further than a dozen paragraphs', () => {
    const accepts = 'Les produits équivalents sont acceptés.';
    const apart = (n: number) => ['Pompe de marque Wilo.', ...Array(n).fill('Le banc est bleu.'), accepts].join('\n\n');
    assert.deepEqual([read(apart(11)), read(apart(12))], [['Wilo voisinage'], ['Wilo non']]);
  });
});

describe('an equivalent in a clause of the piece', () => {
  const LOT = '## Lot\n\nPompe de marque Wilo. Norme NF EN 1176.';
  const clause = (words: string, rc?: string) => read(`${words}\n\n${LOT}`, rc);
  const neither = ['Wilo non', 'NF EN 1176 non'];
  const goods = ['Wilo clause', 'NF EN 1176 non'];
  const standards = ['Wilo non', 'NF EN 1176 clause'];
  const both = ['Wilo clause', 'NF EN 1176 clause'];
  const CASES: readonly (readonly [string, readonly string[]])[] = [
    ['Toute référence à une norme s’entend « ou équivalent ».', standards],
    ['Les normes citées sont réputées suivies de « ou équivalent ».', standards],
    ['Toutes les références à des marques s’entendent « ou équivalent ».', goods],
    ['Tout produit cité s’entend « ou équivalent ».', goods],
    ['Les matériels mentionnés dans le CCTP le sont à titre d’exemple.', goods],
    ['Les marques citées ne sont pas obligatoires.', goods],
    ['Les marques et les normes citées s’entendent « ou équivalent ».', both],
    ['Toutes les désignations citées s’entendent « ou équivalent ».', both],
    ['Le CCTP nomme des marques. Toute référence citée s’entend « ou équivalent ».', goods],
    ['Le CCTP nomme des normes. Toute référence citée s’entend « ou équivalent ».', standards],
    ['Lorsqu’une référence est faite à une norme, un équivalent est accepté.', standards],
    ['Les marques citées n’admettent pas d’équivalent.', neither],
    ['Les marques citées sont sans équivalent.', neither],
    ['Une marque équivalente est acceptée pour les bancs.', neither],
    ['Les marques citées sont connues.', neither],
    ['Les marques citées dans le CCTP ont une valeur sûre.', neither],
  ];
  for (const [words, expected] of CASES) it(words, () => assert.deepEqual(clause(words), expected));

  it('of another piece counts when it speaks of every piece', () => {
    const every = 'Dans les pièces du dossier, toute référence à une marque s’entend « ou équivalent ».';
    assert.deepEqual(read(LOT, every), goods);
    assert.deepEqual(read(LOT, 'Toute référence à une marque s’entend « ou équivalent ».'), neither);
  });
});
