import assert from 'node:assert/strict';
import { sharesIn, sumsHeard } from '../../../rules/facts/commun/index.ts';
import type { Sentence } from '../../../rules/kit/draft.ts';
import { open } from '../../rules/tester.ts';

/** « maximum 90 000 € HT », by the places of a draft. */
const heard = (text: string, things: 'sums' | 'shares'): string[] => {
  const [piece] = open([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  const { draft } = piece;
  const all: [Sentence, readonly { role: string; from: number; to: number }[]][] =
    things === 'sums' ? [...sumsHeard(draft)] : draft.sentences.map((s) => [s, sharesIn(s)]);
  return all.flatMap(([s, list]) => list.map(({ role, from, to }) => `${role} ${s.folded.slice(from, to).trim()}`));
};

describe('the sums of a draft', () => {
  const CASES: readonly (readonly [string, ...string[]])[] = [
    ['Nous tablons sur 90 000 € HT, entretien compris.', 'estime 90 000 € ht'],
    [
      'L’accord-cadre a un minimum de 20 000 € HT et un maximum de 90 000 € HT, taxes en sus.',
      'minimum 20 000 € ht',
      'maximum 90 000 € ht',
    ],
    [
      'Le chiffre d’affaires annuel est d’au moins 900 000 € pour le lot 1, de 480 000 € pour le lot 5.',
      'chiffre-affaires 900 000 €',
      'chiffre-affaires 480 000 €',
    ],
    ['Chaque candidat éliminé reçoit une prime de 4 000 € HT pour sa peine.', 'prime 4 000 € ht'],
    ['Un sinistre est couvert jusqu’à 150 000 €.', 'autre 150 000 €'],
    ['| Lot | Maximum (€ HT) |\n|---|---|\n| 1 | 90 000 |', 'maximum 90 000'],
  ];
  for (const [text, ...expected] of CASES) it(text, () => assert.deepEqual(heard(text, 'sums'), expected));
});

describe('the shares of a draft', () => {
  const CASES: readonly (readonly [string, ...string[]])[] = [
    ['Une retenue de 5 %, portée à 8 % en cas de réserves, est pratiquée.', 'retenue 5 %', 'retenue 8 %'],
    ['Une avance de 30 % est versée à la notification.', 'avance 30 %'],
    ['Les pénalités sont plafonnées à 10 % du montant du marché.', 'penalite 10 %'],
    ['Les offres ont été jugées à 60 % sur le prix.', 'critere 60 %'],
    ['La TVA est de 20 %.', 'autre 20 %'],
  ];
  for (const [text, ...expected] of CASES) it(text, () => assert.deepEqual(heard(text, 'shares'), expected));
});
