import assert from 'node:assert/strict';
import { retenues } from '../../rules/facts/execution-retenue.ts';
import { montants } from '../../rules/facts/montants.ts';
import { tranches } from '../../rules/facts/tranches.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { open } from '../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'rc.md', text: `${text}\n` }]).pieces[0] as Piece;
/** As `dce-lint facts --format json` prints it; undefined for nothing. */
const asJson = (shown: unknown): unknown => (shown === undefined ? undefined : JSON.parse(JSON.stringify(shown)));
const listed = (text: string) =>
  piece(text)
    .ask(tranches)
    .listed.map((t) => [t.id, t.object?.text ?? '', t.amount?.value ?? t.amount?.kind ?? ''].join(' | '));
const gives = (sentence: string, text: string, ...expected: string[]) =>
  it(sentence, () => assert.deepEqual(listed(text), expected));

describe('tranches', () => {
  const PRICED = ['ferme:1 | etude | 20000', 'optionnelle:1 | travaux | 30000'];
  gives(
    'may have a number of their own in a first column',
    '| N° | Tranche | Objet | Montant HT |\n|---|---|---|---|\n| 1 | Ferme | Étude | 20 000 |\n| 2 | Optionnelle | Travaux | 30 000 |',
    ...PRICED,
  );
  gives(
    'may be named by the nature of what a row describes',
    '| Désignation | Nature | Montant HT |\n|---|---|---|\n| Étude | tranche ferme | 20 000 |\n| Travaux | tranche optionnelle | 30 000 |',
    ...PRICED,
  );
  gives(
    'may have their amount in a paragraph of their item',
    '- **Tranche ferme** : étude\n\n  Montant : 20 000 € HT\n- **Tranche optionnelle 1** : travaux\n\n  Montant : 30 000 € HT',
    ...PRICED,
  );
  const PLAIN = ['ferme:1 | etude | ', 'optionnelle:1 | travaux | ', 'optionnelle:2 | suivi | '];
  gives(
    'may be a paragraph each',
    'Tranche ferme : étude.\n\nTranche optionnelle 1 : travaux.\n\nTranche optionnelle 2 : suivi.',
    ...PLAIN,
  );
  gives(
    'may be all in one sentence',
    'Tranche ferme : étude ; tranche optionnelle n° 1 : travaux ; tranche optionnelle n° 2 : suivi.',
    ...PLAIN,
  );
  gives(
    'may be headings, their object below',
    '## Tranche ferme\n\nÉtude.\n\n## Tranche optionnelle 1\n\nTravaux.',
    'ferme:1 | etude | ',
    'optionnelle:1 | travaux | ',
  );
  gives(
    'may be of several lots',
    'Lot 1 : tranche ferme (étude) et tranche optionnelle (pose).\n\nLot 2 : tranche ferme (logiciel) et tranche optionnelle (suivi).',
    'ferme:1 | etude | ',
    'optionnelle:1 | pose | ',
    'ferme:1 | logiciel | ',
    'optionnelle:1 | suivi | ',
  );
  gives(
    'may have no amount in their cell yet',
    '| Tranche | Détail | Montant |\n|---|---|---|\n| TF | Étude complète | |\n| TO 1 | Travaux | 10 000 € |',
    'ferme:1 | etude complete | open',
    'optionnelle:1 | travaux | 10000',
  );
  gives(
    'may be the titles of a piece',
    '# Tranche ferme\n\nÉtude.\n\n# Tranche optionnelle\n\nPose.',
    'ferme:1 | etude | ',
    'optionnelle:1 | pose | ',
  );
  gives('are not listed by their mere names', '- une tranche ferme ;\n- une tranche optionnelle.');
  gives('are not listed by their mere number', 'Le marché comporte une tranche ferme et deux tranches optionnelles.');
});

describe('the amounts of a contract', () => {
  const shown = (text: string) => {
    const p = piece(text);
    return asJson(montants.show(p.ask(montants), p));
  };

  it('are by year where it is said, by lot in a sentence and in a table', () => {
    assert.deepEqual(shown('Le montant maximum est de 100 000 € HT par an.'), [
      { nature: 'maximum', ht: 100000, annuel: true },
    ]);
    assert.deepEqual(shown('Le montant estimé du lot 1 est de 40 000 € HT.'), [
      { nature: 'estime', ht: 40000, lot: '1' },
    ]);
    assert.deepEqual(
      shown(
        '| Lot | Montant estimé HT | Montant maximum HT |\n|---|---|---|\n| 1 | 10 000 € | 20 000 € |\n| 2 | 30 000 € | 40 000 € |',
      ),
      [
        { nature: 'estime', ht: 10000, lot: '1' },
        { nature: 'maximum', ht: 20000, lot: '1' },
        { nature: 'estime', ht: 30000, lot: '2' },
        { nature: 'maximum', ht: 40000, lot: '2' },
      ],
    );
    assert.equal(shown('Le marché dure un an.'), undefined);
  });
});

describe('the retention of a guarantee', () => {
  const shown = (text: string) => {
    const p = piece(text);
    return asJson(retenues.show(p.ask(retenues), p));
  };

  it('has its rate, and that of small companies apart', () => {
    assert.deepEqual(shown('Une retenue de garantie de 5 % est prélevée.'), [{ taux: 5 }]);
    assert.deepEqual(shown('La retenue de garantie est de 10 %, ramenée à 3 % pour une PME.'), [
      { taux: 10, pme: 'distinctes' },
      { taux: 3, pme: 'seules' },
    ]);
    assert.equal(shown('Il n’est pas prélevé de retenue de garantie.'), undefined);
  });
});
