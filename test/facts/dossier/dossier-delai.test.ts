import assert from 'node:assert/strict';
import { delaiMatter } from '../../../rules/facts/dossier/delai.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string) =>
  delaiMatter.read(open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces[0] as Piece);
const agree = (a: string, b: string) => {
  const [one, other] = [read(a)[0], read(b)[0]];
  assert.ok(one && other);
  return delaiMatter.agree(one, other);
};

describe('the deadlines of a dossier', () => {
  it('are told apart by round and lot, and keep the words as written', () => {
    assert.deepEqual(
      read(
        'Les offres sont remises avant le 12\nmars 2027 à 12 h. Les offres finales sont remises avant le 3 mai 2027.',
      ).map(({ key, shown }) => [key, shown]),
      [
        ['limite  ', '« 12 mars 2027 à 12 h »'],
        ['limite finale ', '« 3 mai 2027 »'],
      ],
    );
    assert.deepEqual(
      read('Date limite de remise des offres (lot 2) : 12 mars 2027').map(({ key }) => key),
      ['limite  2'],
    );
    assert.deepEqual(read('Les offres sont remises avant le 30 février 2027.'), []);
  });

  it('agree on the day, and on the hour where both say it', () => {
    const at = (when: string) => `Les offres sont remises avant le ${when}.`;
    assert.equal(agree(at('12 mars 2027 à 12 h'), at('12 mars 2027 à 12 h 00')), true);
    assert.equal(agree(at('12 mars 2027 à 12 h'), at('12 mars 2027')), true);
    assert.equal(agree(at('12 mars 2027 à 12 h'), at('12 mars 2027 à 16 h')), false);
    assert.equal(agree(at('12 mars 2027 à 12 h'), at('13 mars 2027 à 12 h')), false);
  });

  it('of validity agree where a month of 28 to 31 days may be that many days', () => {
    const stands = (long: string) => `Le délai de validité des offres est de ${long}.`;
    const [days, months] = [read(stands('120 jours'))[0], read(stands('4 mois'))[0]];
    assert.deepEqual(days?.value, { kind: 'validite', least: 120, most: 120 });
    assert.deepEqual(months?.value, { kind: 'validite', least: 118, most: 124 });
    assert.equal(days?.key, 'validite  ');
    assert.equal(agree(stands('120 jours'), stands('4 mois')), true);
    assert.equal(agree(stands('4 mois'), stands('120 jours')), true);
    assert.equal(agree(stands('90 jours'), stands('4 mois')), false);
    assert.equal(agree(stands('4 mois'), stands('90 jours')), false);
    assert.equal(agree(stands('150 jours'), stands('4 mois')), false);
    assert.equal(agree(stands('4 mois'), 'Les offres sont remises avant le 12 mars 2027.'), false);
    assert.equal(agree('Les offres sont remises avant le 12 mars 2027.', stands('4 mois')), false);
  });
});
