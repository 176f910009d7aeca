import assert from 'node:assert/strict';
import { areDesignated, matieres, namesBareResults, oeuvresFutures } from '../../../rules/facts/pi/index.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string, title = 'CCAP') => {
  const [piece] = open([{ path: 'ccap.md', text: `# ${title}\n\n## 8. Clauses\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return piece;
};
const matters = (text: string, title?: string) =>
  pieceOf(text, title)
    .ask(matieres)
    .map(({ matter }) => matter);

describe('what is said around rights', () => {
  it('is no assignment of works to come where the law is recalled, or none is bought', () => {
    const future = (text: string) => pieceOf(text).ask(oeuvresFutures).length;
    assert.equal(
      future('Le formateur rappelle que toute clause cédant en bloc les œuvres futures est réputée non écrite.'),
      0,
    );
    assert.equal(future('La ville n’acquiert pas les œuvres futures du dessinateur.'), 0);
    assert.equal(future('Le titulaire cède à la ville l’ensemble de ses œuvres futures.'), 1);
  });
  it('is no delivery of source code where the machine alone reads it', () => {
    assert.ok(!matters('Le titulaire livre le code exécutable du logiciel et sa notice.').includes('code-source'));
    assert.ok(matters('Le titulaire livre le code source du logiciel et sa notice.').includes('code-source'));
  });
  it('is no maintenance by others where it is kept to the contractor', () => {
    assert.ok(
      !matters('La maintenance est réservée au titulaire, à l’exclusion de tout autre prestataire.').includes(
        'tierce-maintenance',
      ),
    );
    assert.ok(matters('La maintenance peut être confiée à un autre prestataire.').includes('tierce-maintenance'));
  });
  it('is no property in works where things are supplied', () => {
    const owned = 'La ville devient propriétaire des bancs à leur admission.';
    assert.ok(!matters(owned, 'CCAP – Fourniture de bancs').includes('propriete-materielle'));
  });
  it('designates nobody by saying that none is', () => {
    assert.equal(areDesignated(pieceOf('Les tiers désignés ne sont nulle part énumérés.')), false);
    assert.equal(areDesignated(pieceOf('Les tiers désignés sont la région et le département.')), true);
  });
  it('names results that another piece lists, or that the sentence tells', () => {
    const isBare = (text: string) => pieceOf(text).draft.sentences.some(namesBareResults);
    assert.equal(isBare('Le titulaire cède les résultats que le CCTP liste.'), false);
    assert.equal(isBare('Le titulaire cède les six cartes, qui constituent tout ce que produit la mission.'), false);
    assert.equal(isBare('Le titulaire cède les résultats.'), true);
  });
});
