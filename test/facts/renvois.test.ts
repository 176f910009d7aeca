import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/facts/piece.ts';
import { numeros, renvois } from '../../rules/facts/renvois.ts';

const open = (text: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
const read = (text: string) =>
  open(text)
    .ask(renvois)
    .map((r) => `${r.sort} ${r.key} ${r.vers}`);

describe('renvois', () => {
  it('reads the piece that is referred to', () => {
    assert.deepEqual(read("Voir l'article 4 du CCTP et l'article IV.2 du présent règlement."), [
      'article 4 cctp',
      'article 4.2 ici',
    ]);
  });

  it('reads each number of a list', () => {
    assert.deepEqual(read("Les articles 5.1, 5.2 et IV du CCAP, et l'article 7 ci-dessous."), [
      'article 5.1 ccap',
      'article 5.2 ccap',
      'article 4 ccap',
      'article 7 ici',
    ]);
  });

  it('reads no reference in a degree of resistance to fire', () => {
    assert.deepEqual(read('Porte CF 1 h, cloison CF 1/2 h, porte cf 2 heures.'), []);
  });

  it('leaves out the articles of texts outside the dossier', () => {
    assert.deepEqual(
      read("L'article 14.1 du CCAG-TIC et l'annexe 2 du code de la commande publique s'appliquent."),
      [],
    );
  });

  it('joins the numbers of a chapter and of its articles', () => {
    const keys = open('# Chapitre 3\n\n## Article 1 – Objet\n\nUn.\n').ask(numeros);
    assert.ok(keys.has('3.1') && keys.has('3') && !keys.has('3.2'));
  });
});
