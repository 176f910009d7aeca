import assert from 'node:assert/strict';
import { retenues } from '../../../rules/facts/execution/retenue.ts';
import { montants } from '../../../rules/facts/procedure/montants.ts';
import { dossierTranches } from '../../../rules/facts/tranches/dossier.ts';
import { tranches } from '../../../rules/facts/tranches/tranches.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

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
    'may be columns, what each is for below its name',
    '| Tranche ferme | Tranche optionnelle 1 |\n|---|---|\n| Étude | Travaux |',
    'ferme:1 | etude | ',
    'optionnelle:1 | travaux | ',
  );
  gives(
    'may be columns, with object and amount in one cell',
    '| Tranche ferme | Tranche optionnelle 1 |\n|---|---|\n| Étude : 20 000 € HT | Travaux : 30 000 € HT |',
    ...PRICED,
  );
  gives(
    'may be columns, with a row for objects',
    '| | Tranche ferme | Tranche optionnelle 1 |\n|---|---|---|\n| Objet | Étude | Travaux |\n| Montant HT | 20 000 € | 30 000 € |',
    ...PRICED,
  );
  gives(
    'may be columns that tick the rows they hold',
    '| Poste | Tranche ferme | Tranche optionnelle 1 |\n|---|---|---|\n| Étude | 20 000 € | |\n| Travaux | | 30 000 € |',
    ...PRICED,
  );
  gives(
    'may be columns that share the rows',
    '| Phase | Tranche ferme | Tranche optionnelle 1 |\n|---|---|---|\n| Étude | 3 mois | 4 mois |',
    'ferme:1 | etude | ',
    'optionnelle:1 | etude | ',
  );
  it('may be columns of a table whose rows are lots', () => {
    const byLot = (text: string) =>
      piece(text)
        .ask(tranches)
        .listed.map((t) =>
          `${t.lot} ${t.id} ${t.object?.text ?? ''} ${t.amount?.value ?? t.amount?.kind ?? ''}`.trim(),
        );
    const sums = ['1 ferme:1  10000', '2 ferme:1  30000', '1 optionnelle:1  20000', '2 optionnelle:1  40000'];
    const HEAD = 'Tranche ferme | Tranche optionnelle |\n|---|---|---|\n';
    for (const text of [
      `| Lot | ${HEAD}| Lot 1 | 10 000 € | 20 000 € |\n| Lot 2 | 30 000 € | 40 000 € |`,
      `| N° du lot | ${HEAD}| 1 | 10 000 € | 20 000 € |\n| 2 | 30 000 € | 40 000 € |\n| Total | 40 000 € | 60 000 € |`,
      `| | ${HEAD}| Lot n° 1 | 10 000 € | 20 000 € |\n| Lot n° 2 | 30 000 € | 40 000 € |\n| Lots 1 et 2 | 40 000 € | 60 000 € |`,
    ])
      assert.deepEqual(byLot(text).sort(), [...sums].sort(), text);
    assert.deepEqual(
      byLot(`| Lot | ${HEAD}| Lot 1 : réseau | 10 000 € | 20 000 € |\n| Lot 2 : postes | 30 000 € | néant |`),
      ['1 ferme:1 reseau 10000', '2 ferme:1 postes 30000', '1 optionnelle:1 reseau 20000'],
    );
    assert.deepEqual(byLot(`| Lot | ${HEAD}| 1 | Étude | Travaux |\n| 2 | Audit | Pose |`), [
      '1 ferme:1 etude',
      '2 ferme:1 audit',
      '1 optionnelle:1 travaux',
      '2 optionnelle:1 pose',
    ]);
    assert.deepEqual(byLot(`| Poste | ${HEAD}| 1 | 10 000 € | 20 000 € |\n| 2 | 30 000 € | 40 000 € |`).length, 2);
  });
  it('have in every lot the object that is said for all lots', () => {
    const { consultation } = piece(
      '- Tranche ferme : étude ;\n- Tranche optionnelle : travaux.\n\n| Lot | Tranche ferme | Tranche optionnelle |\n|---|---|---|\n| 1 | 10 000 € | 20 000 € |\n| 2 | 30 000 € | 40 000 € |',
    );
    assert.deepEqual(
      dossierTranches(consultation).map((t) => `${t.lot} ${t.id} ${t.object?.text} ${t.amount?.value}`),
      [
        '1 ferme:1 etude 10000',
        '1 optionnelle:1 travaux 20000',
        '2 ferme:1 etude 30000',
        '2 optionnelle:1 travaux 40000',
      ],
    );
  });
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
