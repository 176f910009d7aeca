import assert from 'node:assert/strict';
import { trancheNames } from '../../../rules/facts/commun/tranches-noms.ts';
import { amountIn, amountInCell } from '../../../rules/facts/tranches/montants.ts';
import { objectIn } from '../../../rules/facts/tranches/objet.ts';
import { tranches } from '../../../rules/facts/tranches/tranches.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string, path = 'rc.md') => {
  const [piece] = open([{ path, text }]).pieces;
  assert.ok(piece);
  return piece.ask(tranches);
};
const listed = (text: string) =>
  read(text).listed.map((t) => [t.id, t.object?.text ?? '', t.amount?.value ?? t.amount?.kind ?? ''].join(' | '));

describe('the tranches of a contract', () => {
  it('are named in every order of words', () => {
    const names = (text: string) => trancheNames(plain(text)).map((n) => `${n.nature} ${n.number ?? '-'}`);
    assert.deepEqual(names('Tranche optionnelle n° 2 – extension'), ['optionnelle 2']);
    assert.deepEqual(names('première tranche optionnelle'), ['optionnelle 1']);
    assert.deepEqual(names('Tranche 1 - ferme, Tranche 2 (optionnelle)'), ['ferme 1', 'optionnelle 2']);
    assert.deepEqual(names('TF, TC 1, TO2'), ['ferme -', 'optionnelle 1', 'optionnelle 2']);
    assert.deepEqual(names('tranche optionnelle A, tranche optionnelle à définir'), ['optionnelle a', 'optionnelle -']);
    assert.deepEqual(names('PÉRIODE DE TRANSITION (tranche optionnelle)'), ['optionnelle -']);
  });

  it('are not hours, ages, brackets of amounts or instalments', () => {
    for (const text of [
      'une tranche de 2 h en soirée',
      'par tranche de 100 000 €',
      'tranche d’âge',
      'payé en trois tranches',
      'balisage tranche à LED',
    ])
      assert.deepEqual(trancheNames(plain(text)), [], text);
  });

  it('are read from a list, a table, headings and one sentence alike', () => {
    const wanted = ['ferme:1 | etude | 20000', 'optionnelle:1 | travaux | 30000'];
    assert.deepEqual(
      listed('- Tranche ferme : étude, 20 000 € HT ;\n- Tranche optionnelle : travaux, 30 000 € HT.'),
      wanted,
    );
    assert.deepEqual(
      listed(
        '| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Étude | 20 000 |\n| Optionnelle 1 | Travaux | 30 000 |',
      ),
      wanted,
    );
    assert.deepEqual(
      listed(
        '## Tranche ferme – Étude\n\nMontant : 20 000 € HT.\n\n## Tranche optionnelle – Travaux\n\nMontant : 30 000 € HT.',
      ),
      wanted,
    );
    assert.deepEqual(
      listed(
        'Le marché comprend une tranche ferme (étude, 20 000 € HT) et une tranche optionnelle (travaux, 30 000 € HT).',
      ),
      ['ferme:1 | etude | 20000', 'optionnelle:1 | travaux | 30000'],
    );
    assert.deepEqual(listed('Tranche ferme : étude, 20 000 € HT\nTranche optionnelle : travaux, 30 000 € HT'), wanted);
  });

  it('are numbered alike whether the number counts all tranches or those of one nature', () => {
    assert.deepEqual(
      read(
        '- Tranche 1 - ferme : étude\n- Tranche 2 - optionnelle : travaux\n- Tranche 3 - optionnelle : suivi',
      ).listed.map((t) => t.id),
      ['ferme:1', 'optionnelle:1', 'optionnelle:2'],
    );
  });

  it('belong to the lot that the heading or the sentence names', () => {
    const [first] = read('## Tranches du lot 2\n\n- Tranche ferme : étude').listed;
    assert.equal(first?.lot, '2');
  });

  it('are not set out by a list of delays or penalties', () => {
    assert.deepEqual(listed('- tranche ferme : 6 mois\n- tranche optionnelle : 3 mois'), []);
    assert.deepEqual(
      listed('- tranche ferme : 100 € par jour de retard\n- tranche optionnelle : 50 € par jour de retard'),
      [],
    );
  });

  it('are announced by number, and not by « les deux tranches »', () => {
    const [a] = read('Le marché comporte une tranche ferme et deux tranches optionnelles.').announced;
    assert.deepEqual([a?.ferme?.value, a?.optionnelle?.value], [1, 2]);
    assert.deepEqual(read('Le rabais est identique pour les deux tranches optionnelles.').announced, []);
  });

  it('are said not to exist', () => {
    assert.equal(read('Le marché ne comporte pas de tranches.').none.length, 1);
    assert.equal(read('## Tranches\n\nSans objet.').none.length, 1);
  });
});

describe('the price of a tranche', () => {
  const kind = (text: string) => amountIn(plain(text))?.kind;
  it('is precise, a range or open', () => {
    assert.equal(kind('80 000 € HT, soit 96 000 € TTC'), 'precise');
    assert.equal(kind('estimée à 25 k€'), 'precise');
    for (const text of ['entre 90 000 et 140 000 € HT', '40 000 – 60 000 € HT', 'inférieur à 50 000 € HT'])
      assert.equal(kind(text), 'range', text);
    for (const text of [
      'montant à définir au vu des résultats',
      'montant selon devis',
      '… € HT',
      'prix : ____',
      'le montant n’est pas connu',
    ])
      assert.equal(kind(text), 'open', text);
  });
  it('is no indemnity, no daily penalty and no delay', () => {
    for (const text of ['indemnité de dédit de 300 €', '500 € par jour', 'six mois'])
      assert.equal(kind(text), undefined, text);
  });
  it('needs no currency in a column of prices', () => {
    assert.equal(amountInCell('80 000')?.value, 80000);
    assert.equal(amountInCell('')?.kind, 'open');
    assert.equal(amountInCell('12 mois'), undefined);
  });
});

describe('the object of a lot or tranche', () => {
  const object = (text: string) => {
    const folded = plain(text);
    const at = objectIn(folded);
    return at && folded.slice(at.from, at.to);
  };
  it('is the words that say what, without price, link or delay', () => {
    assert.equal(object(' – extension aux sites, entre 9 000 et 14 000 € HT'), 'extension aux sites');
    assert.equal(object(' de 24 mois, dédiée à la maintenance du site, et'), 'maintenance du site');
    assert.equal(object(' : 22 000 € HT – formation'), 'formation');
    assert.equal(object(' : VRD'), 'vrd');
  });
  it('is undefined where there is only a price, a blank or a predicate', () => {
    for (const text of [' : 75 000 € HT.', '.', ' : à définir', ' est affermie par décision', ' : douze semaines'])
      assert.equal(object(text), undefined, text);
  });
});
