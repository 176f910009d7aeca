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
