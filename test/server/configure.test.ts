import assert from 'node:assert/strict';
import fc from 'fast-check';
import { switchOff } from '../../server/core/configure.ts';
import { applyEdits } from '../../server/core/lint.ts';
import { readConfiguration } from '../../server/core/settings.ts';
import { testRules, word } from './texts.ts';

/** The configuration once the rule is off, or why it is not. */
function off(text: string, reason = 'Hors sujet'): string {
  const done = switchOff(text, word, reason, testRules);
  return done.ok ? (applyEdits(text, [done]) ?? 'overlap') : `refusé : ${done.reason}`;
}

describe('switching a rule off in the configuration', () => {
  it('makes the text of a configuration that is not there, with the reason', () => {
    assert.equal(off(''), 'rules:\n  test/mot: off # Hors sujet\n');
    assert.equal(off('', ''), 'rules:\n  test/mot: off\n');
  });

  it('adds to the rules, and keeps comments, order, quotes and unknown keys', () => {
    const before =
      "# Service des marchés\nextends: guide # le guide\n\nautre: 'x'\nrules:\n  # écarté\n  test/espaces: off # voulu\n";
    assert.equal(off(before), `${before}  test/mot: off # Hors sujet\n`);
  });

  it('takes the place of a level already given, whose comment stays', () => {
    assert.equal(
      off('rules:\n  test/mot: error # exigé par le service\n  test/espaces: info\n'),
      'rules:\n  test/mot: off # exigé par le service ; Hors sujet\n  test/espaces: info\n',
    );
  });

  it('fills « rules: » left empty, a file of comments alone, and rules on one line', () => {
    assert.equal(off('extends: guide\nrules:\n'), 'extends: guide\nrules:\n  test/mot: off # Hors sujet\n');
    assert.match(off('# Rien encore\n'), /^# Rien encore\n\n?rules:\n {2}test\/mot: off # Hors sujet\n$/);
    const inline = readConfiguration(off('rules: { test/espaces: info }\n'), '', testRules);
    assert.deepEqual([...inline.levels.keys()], ['test/espaces', 'test/mot']);
  });

  it('keeps the line ends of the file', () => {
    assert.equal(off('extends: guide\r\n'), 'extends: guide\r\nrules:\r\n  test/mot: off # Hors sujet\r\n');
  });

  it('leaves alone what is half written or no map, and says what to do', () => {
    assert.match(off('extends: guide\nrules: [test/mot\n'), /^refusé : .*YAML valide à la ligne \d.*corriger/);
    assert.match(off('rules:\n  a: 1\nrules:\n  b: 2\n'), /^refusé : .*YAML valide/);
    assert.match(off('bonjour'), /^refusé : .*clés/);
    assert.match(off('rules: non\n'), /^refusé : .*une par ligne/);
  });

  it('writes a reason on one line, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (reason) => {
        const layer = readConfiguration(off('date: 2027-01-18\n', reason), '', testRules);
        assert.deepEqual(layer.problems, []);
        assert.equal(layer.levels.get('test/mot')?.value, 'off');
        assert.equal(layer.date?.value, '2027-01-18');
      }),
    );
  });
});
