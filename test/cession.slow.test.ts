import assert from 'node:assert/strict';
import { rules } from '../rules/index.ts';
import { completions } from '../server/core/complete.ts';
import { preferredFix } from '../server/core/fix.ts';
import { applyEdits, type Finding, lint } from '../server/core/lint.ts';
import { open } from './rules/tester.ts';

const TEXT =
  '---\ndce:\n  piece: ccap\n---\n\n# CCAP\n\n## 9. Droits\n\nLe titulaire cède à l’acheteur tous ses droits sur les résultats.\n\nLe reste est dit ailleurs.\n';
/** The words that open each part, in the order in which a clause reads. */
const ORDER = [
  'Sont des résultats',
  'Les droits cédés sont les suivants',
  'La cession s’exerce dans les limites',
  'La rémunération des droits',
  'Le titulaire garantit',
  'Le reste est dit ailleurs',
];

const findings = (text: string): readonly Finding[] => lint(open([{ path: 'ccap.md', text }]), { rules }).findings;
const parts = (text: string): Finding[] => findings(text).filter((f) => preferredFix(f)?.part);
const made = (text: string, finding: Finding): string =>
  applyEdits(text, preferredFix(finding)?.edits ?? []) ?? assert.fail('edits that overlap');
const inOrder = (text: string): void => {
  const places = ORDER.map((words) => text.indexOf(words));
  assert.ok(!places.includes(-1), text);
  assert.deepEqual(
    [...places].sort((a, b) => a - b),
    places,
    text,
  );
};

describe('A clause of assignment', () => {
  it('is completed at once, each part in its place', () => {
    const [all, ...others] = completions(findings(TEXT));
    assert.deepEqual(others, []);
    assert.equal(all?.fix.title, 'Compléter la clause de cession (5 constats)');
    const text = applyEdits(TEXT, all?.fix.edits ?? []) ?? '';
    inOrder(text);
    const answered = new Set(all?.findings.map((f) => f.rule.id));
    assert.deepEqual(
      parts(text).flatMap((f) => (answered.has(f.rule.id) ? [f.rule.id] : [])),
      [],
    );
    assert.doesNotMatch(text, /\n{3}/);
  });

  it('is in the same order when its parts are added one by one, whichever comes first', () => {
    for (const pick of [(n: number) => n - 1, () => 0, (n: number) => Math.floor(n / 2)]) {
      let text = TEXT;
      for (let left = parts(text); left.length > 0; left = parts(text))
        text = made(text, left[pick(left.length)] as Finding);
      inOrder(text.includes('La cession s’exerce') ? text : assert.fail(text));
    }
  });

  it('keeps what stands between the parts that are there', () => {
    const [droits] = parts(TEXT).filter((f) => f.rule.id === 'pi/droits-distincts');
    const begun = made(TEXT, droits as Finding);
    const [rest] = completions(findings(begun));
    inOrder(applyEdits(begun, rest?.fix.edits ?? []) ?? '');
  });

  it('has nothing to complete where one part alone is missing', () => {
    const [droits] = parts(TEXT).filter((f) => f.rule.id === 'pi/droits-distincts');
    assert.deepEqual(completions(droits ? [droits] : []), []);
  });
});
