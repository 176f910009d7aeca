import assert from 'node:assert/strict';
import { explained, proposals, type Schema, schemaAt } from '../../server/core/yaml/schema.ts';

const SCHEMA = {
  type: 'object',
  properties: {
    mode: { const: 'strict', description: 'Le seul mode.' },
    actif: { type: 'boolean', title: 'Actif' },
    jours: { type: 'array', items: { enum: ['lundi', 'mardi'], enumDescriptions: ['Le premier.'] } },
    libre: { type: 'string' },
    lots: { type: 'array', items: { type: 'object', properties: { nom: { type: 'string' } } } },
  },
  patternProperties: { '^x-': { enum: ['oui', 'non'] } },
  additionalProperties: { enum: ['autre'] },
} as unknown as Schema;

const at = (marked: string) => ({ text: marked.replace('|', ''), offset: marked.indexOf('|') });
const labels = (marked: string) => {
  const { text, offset } = at(marked);
  return proposals(SCHEMA, text, offset).map((p) => `${p.label}${p.detail ? ` : ${p.detail}` : ''}`);
};
const said = (marked: string) => {
  const { text, offset } = at(marked);
  return explained(SCHEMA, text, offset)?.markdown;
};

describe('what a schema foresees', () => {
  it('is a constant, yes or no, or the values of an enumeration, each with its meaning', () => {
    assert.deepEqual(labels('mode: |'), ['strict : Le seul mode.']);
    assert.deepEqual(labels('actif: |'), ['true : Oui.', 'false : Non.']);
    assert.deepEqual(labels('jours:\n  - |'), ['lundi : Le premier.', 'mardi']);
    assert.deepEqual(labels('libre: |'), []);
  });

  it('is told by a pattern of the key, else by what is foreseen for any other key', () => {
    assert.deepEqual(labels('x-plus: |'), ['oui', 'non']);
    assert.deepEqual(labels('inconnu: |'), ['autre']);
    assert.equal(schemaAt(SCHEMA, ['libre', 'plus', 'loin']), undefined);
  });

  it('is keys, but those that stand already', () => {
    assert.deepEqual(labels('libre: a\nactif: true\n|'), ['mode', 'jours', 'lots']);
    assert.deepEqual(labels('lots:\n  - n|'), ['nom']);
  });

  it('is explained with its title and values, where there are some', () => {
    assert.equal(said('ac|tif: true'), '**actif** – Actif\n\nValeurs admises :\n\n- `true` : Oui.\n- `false` : Non.');
    assert.equal(said('x-|plus: oui'), '**x-plus**\n\nValeurs admises :\n\n- `oui`\n- `non`');
    assert.equal(said('mode: str|ict'), '**mode**\n\nLe seul mode.\n\n`strict` : Le seul mode.');
    assert.equal(said('libre: |'), undefined);
  });
});
