import assert from 'node:assert/strict';
import { defineRule, type Report, type Rule } from '../../rules/kit/rule.ts';
import { text } from '../../rules/kit/source.ts';
import { check } from '../../server/core/check.ts';
import { Guard } from '../../server/core/guard.ts';
import type { Finding } from '../../server/core/lint.ts';
import { consult, word } from '../server/texts.ts';

const RC = { 'rc.md': '# Règlement de la consultation\n\nProjet innovant.\n' };

/** A rule of one check, in the company of a sound one. */
const rule = (check: Rule['check']): Rule =>
  defineRule({
    id: 'test/folle',
    title: 'Folle',
    level: 'error',
    pieces: '*',
    why: 'Pour les tests.',
    sources: [text('Essai')],
    messages: { said: 'Dit.' },
    examples: { bad: [], good: [], limits: [] },
    check,
  });

const shown = (findings: readonly Finding[]) => findings.map((f) => f.rule.id);

/** A clock that goes on by a second each time it is looked at. */
const hurried = () => {
  let now = 0;
  return () => {
    now += 1000;
    return now;
  };
};

describe('A rule that loses its way', () => {
  it('is stopped when it looks at the draft without end, named once, and not run again', () => {
    let runs = 0;
    const endless = rule((piece) => {
      runs++;
      for (;;) piece.draft.slice({ start: 0, end: 1 });
    });
    const guard = new Guard(hurried());
    const rules = [endless, word];
    for (let n = 0; n < 3; n++) {
      const { findings, failures } = check(consult(RC), { rules, guard });
      assert.deepEqual(shown(findings), ['dce-lint/regle-en-echec', 'test/mot']);
      assert.match(findings[0]?.message ?? '', /« test\/folle » a été arrêtée/);
      assert.equal(failures.length, 1);
    }
    assert.equal(runs, 1);
  });

  it('is stopped when it reports without end', () => {
    const endless = rule(function* () {
      for (;;) yield { at: { start: 0, end: 1 }, message: 'said' };
    });
    const { findings } = check(consult(RC), { rules: [endless, word], guard: new Guard(() => 0) });
    assert.deepEqual(shown(findings), ['dce-lint/regle-en-echec', 'test/mot']);
  });

  it('is left alone when it is slow on a large consultation, in proportion', () => {
    const slow = rule(function* (piece) {
      for (let n = 0; n < 30 * 1024; n++) piece.draft.slice({ start: 0, end: 1 });
      yield { at: { start: 0, end: 1 }, message: 'said' };
    });
    const large = { 'rc.md': `# Règlement\n\n${`${'Un mot. '.repeat(5000)}\n\n`.repeat(80)}` };
    assert.deepEqual(shown(check(consult(RC), { rules: [slow], guard: new Guard(hurried()) }).findings), [
      'dce-lint/regle-en-echec',
    ]);
    assert.deepEqual(shown(check(consult(large), { rules: [slow], guard: new Guard(hurried()) }).findings), [
      'test/folle',
    ]);
  }).timeout(0);

  const nonsense: readonly [string, Report][] = [
    ['a place before the text', { at: { start: -1, end: 2 }, message: 'said' }],
    ['a place after the text', { at: { start: 0, end: 9999 }, message: 'said' }],
    ['a place that ends before it starts', { at: { start: 5, end: 2 }, message: 'said' }],
    ['no number', { at: { start: Number.NaN, end: 2 }, message: 'said' }],
    ['a message it does not have', { at: { start: 0, end: 2 }, message: 'tu' }],
    [
      'an edit out of the text',
      {
        at: { start: 0, end: 2 },
        message: 'said',
        fixes: [{ title: 'Non', grade: 'review', edits: [{ at: { start: 0, end: 9999 }, text: '' }] }],
      },
    ],
  ];
  for (const [what, report] of nonsense)
    it(`is named and says nothing when it gives ${what}; the others go on`, () => {
      const { findings } = check(consult(RC), { rules: [rule(() => [report]), word] });
      assert.deepEqual(shown(findings), ['dce-lint/regle-en-echec', 'test/mot']);
    });

  it('offers no fix that would write what stands there', () => {
    const vain = rule(() => [
      {
        at: { start: 0, end: 1 },
        message: 'said',
        fixes: [{ title: 'Rien', grade: 'review', edits: [{ at: { start: 0, end: 1 }, text: '#' }] }],
      },
    ]);
    const [finding] = check(consult(RC), { rules: [vain] }).findings;
    assert.deepEqual(finding?.fixes, []);
  });
});
