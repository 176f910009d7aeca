import assert from 'node:assert/strict';
import { expressesInnovation } from '../../../rules/facts/criteres/innovation.ts';
import { open } from '../../rules/tester.ts';

const isExpressed = (text: string) => {
  const [piece] = open([{ path: 'cctp.md', text }]).pieces;
  assert.ok(piece);
  return piece.ask(expressesInnovation);
};

describe('the innovative dimension of a need', () => {
  it('is expressed by whatever expects something new', () => {
    for (const text of [
      'Le titulaire fournit une solution sensiblement améliorée.',
      'Le service est sensiblement meilleur.',
      'Une amélioration sensible est attendue.',
      "Le besoin va au-delà de l'état de l'art.",
      "La solution est à la pointe de l'état de l'art.",
      'Une rupture technologique est attendue.',
      'Le titulaire va expérimenter un capteur.',
      "L'expérimentation dure un an.",
      'Un dispositif expérimental est livré.',
      'Le titulaire livre un prototype.',
      'Deux démonstrateurs sont livrés.',
      'Une preuve de concept est livrée.',
      'Le marché comporte de la recherche et développement.',
      'Le titulaire propose de nouvelles méthodes.',
      'Un nouveau procédé est attendu.',
      'Une solution inédite est attendue.',
    ])
      assert.equal(isExpressed(text), true, text);
  });

  it('is expressed by saying that the market has nothing of the kind, which is no denial', () => {
    for (const text of [
      "De tels produits n'existent pas encore sur le marché.",
      "Ce produit n'existe pas sur le marché.",
      'Aucune solution disponible ne répond au besoin.',
      "Aucun produit n'existe.",
      "Aucune offre n'est disponible.",
    ])
      assert.equal(isExpressed(text), true, text);
  });

  it('is shown where it is expressed', () => {
    const [piece] = open([{ path: 'cctp.md', text: 'Rien.' }]).pieces;
    assert.ok(piece);
    assert.deepEqual(
      [expressesInnovation.show(true, piece), expressesInnovation.show(false, piece)],
      ['exprimée', undefined],
    );
  });

  it('is denied by clause: what another clause says stands', () => {
    for (const text of [
      'Le marché ne comporte pas de prototype.',
      "Aucun prototype n'est demandé.",
      "Le besoin n'appelle pas de nouvelle solution.",
      'Sans rupture technologique.',
      'Ni prototype ni démonstrateur.',
      'Le marché ne vise aucune recherche et développement.',
      "Le besoin n'est pas un prototype.",
      "Ce n'est rien d'inédit.",
      "L'acheteur n'attend pas de prototype.",
      'La demande ne requiert pas de prototype.',
    ])
      assert.equal(isExpressed(text), false, text);
    assert.equal(isExpressed("Aucun prototype n'est demandé ; une preuve de concept est livrée."), true);
    assert.equal(isExpressed('Aucun prototype, mais une preuve de concept est livrée.'), true);
  });

  it('is not expressed by what is new without being another solution', () => {
    for (const text of ['Le titulaire livre du papier.', 'Un nouveau lot est créé.', 'La nouvelle date est le 3 mars.'])
      assert.equal(isExpressed(text), false, text);
  });
});
