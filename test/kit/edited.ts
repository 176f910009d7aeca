import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Draft } from '../../rules/kit/draft.ts';

const shapeOf = (draft: Draft) =>
  draft.passages.map((p) => [
    p.kind,
    p.text,
    p.heading?.level,
    p.section.heading?.text,
    p.node.start,
    p.node.end,
    p.lead?.text,
    p.sentences.map((s) => s.text),
  ]);

/** Checks that texts drawn from such lines are read after an edit as they would be read anew; gives how many edits were taken in place. */
export function readAsAnew(lines: readonly string[], gaps: readonly string[], runs: number): number {
  const texts = fc
    .array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...gaps)), { minLength: 3, maxLength: 12 })
    .map((all) => all.flat().join(''));
  let inPlace = 0;
  fc.assert(
    fc.property(
      texts,
      fc.nat(),
      fc.nat(3),
      fc.constantFrom('', 'e', '.', 'E', ' ', 'page', '\n', '1'),
      (text, place, removed, added) => {
        const at = place % (text.length + 1);
        const now = text.slice(0, at) + added + text.slice(at + removed);
        const draft = new Draft(text);
        if (!draft.edit(now)) return;
        inPlace++;
        assert.deepEqual(shapeOf(draft), shapeOf(new Draft(now)));
      },
    ),
    { numRuns: runs },
  );
  return inPlace;
}
