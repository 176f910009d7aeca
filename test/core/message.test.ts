import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FAULT, faultOf, fill, remedyOf, withMore } from '../../server/core/message.ts';

const LONG = 'un logiciel de gestion des ressources humaines, de la paie et du temps de travail de tous les agents';

describe('The message of a finding', () => {
  it('is the fault on its first line, and what to do on the next', () => {
    const message = 'Le lot 2 n’a pas d’objet.\nÉcrire ses prestations.';
    assert.equal(faultOf(message), 'Le lot 2 n’a pas d’objet.');
    assert.equal(remedyOf(message), 'Écrire ses prestations.');
    assert.equal(remedyOf('La date est fausse.'), '');
  });

  it('takes a sentence more with what to do, never with the fault', () => {
    assert.equal(withMore('Faute.', 'À relire.'), 'Faute.\nÀ relire.');
    assert.equal(withMore('Faute.\nCorriger.', 'À relire.'), 'Faute.\nCorriger. À relire.');
    assert.equal(withMore('Faute.', ''), 'Faute.');
  });

  it('cuts what it quotes in the fault, at a word, and only where it is too long; the rest has it whole', () => {
    const template = '« {words} » impose un moyen.\nLe besoin est « {words} » : dire le résultat.';
    assert.equal(fill(template, { words: 'un serveur' }).split('\n')[0], '« un serveur » impose un moyen.');
    const [fault = '', remedy = ''] = fill(template, { words: LONG }).split('\n');
    assert.equal(fault, '« un logiciel de gestion des ressources humaines, de la paie et du… » impose un moyen.');
    assert.ok(fault.length <= FAULT);
    assert.ok(remedy.includes(LONG));
  });

  it('leaves a short value whole beside a long one', () => {
    const fault = fill('« {long} » n’est pas une valeur de « {key} ».', { long: LONG, key: 'categorie' });
    assert.match(fault, /^« un logiciel de gestion des [^»]*… » n’est pas une valeur de « categorie »\.$/);
    assert.ok(fault.length <= FAULT && fault.length > FAULT - 12);
  });

  it('keeps the two lines whatever the lines of a value, and never halves a character', () => {
    assert.equal(fill('« {words} » est vague.\nPréciser.', { words: 'deux\n  lignes' }).split('\n').length, 2);
    assert.doesNotMatch(
      fill('« {words} » est vague.', { words: '🏛️'.repeat(60) }),
      /[\ud800-\udbff](?![\udc00-\udfff])/,
    );
  });

  it('has a value for each name', () => {
    assert.throws(() => fill('« {words} » est vague.', {}), /\{words\}/);
  });
});
