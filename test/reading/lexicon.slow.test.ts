import assert from 'node:assert/strict';
import { plain } from '../../rules/kit/french/fold.ts';
import { compileLexicon, lexiconOf, readClasses } from '../../scripts/train/lexicon.ts';

const compiled = compileLexicon();
const lexicon = lexiconOf(compiled);
const classesOf = (text: string): string[][] =>
  lexicon.tag(lexicon.tokenizer.read(plain(text))).map((classes) => classes.map((c) => compiled.classes[c] as string));

describe('The lexicon', () => {
  it('knows a word whatever its inflexion, its case and its accents', () => {
    for (const form of ['autorise', 'autorisées', 'AUTORISE', 'autoriseront', 'autorisé'])
      assert.ok(classesOf(form)[0]?.includes('AUTORISER'), form);
    for (const form of ['renonce', 'renonçant', 'renonceront', 'RENONCE'])
      assert.ok(classesOf(form)[0]?.includes('RENONCER'), form);
  });

  it('knows turns of several words, at the first of them', () => {
    const found = classesOf('les plis parvenus hors délai');
    assert.ok(found[3]?.includes('RETARD'), JSON.stringify(found));
  });

  it('says nothing of a word that it does not hold', () => {
    assert.deepEqual(classesOf('xyzzy'), [[]]);
  });

  it('has every class once, with words of its own', () => {
    const names = readClasses().map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const { name, turns } of readClasses()) assert.ok(turns.filter(Boolean).length >= 20, name);
  });

  it('is filed in one order, so that two compilations are the same', () => {
    const again = compileLexicon();
    assert.deepEqual(again.turns, compiled.turns);
    assert.deepEqual(again.setOfTurn, compiled.setOfTurn);
    assert.ok([...compiled.turns].every((turn, i, all) => i === 0 || (all[i - 1] as number) < turn));
  });
});
