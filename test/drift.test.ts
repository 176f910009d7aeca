import assert from 'node:assert/strict';
import { clause, clauses } from '../rules/clauses/clauses.ts';
import { fieldOf, filled, markedBody } from '../rules/clauses/insertion.ts';
import { openConsultation } from '../rules/consultation/open.ts';
import rule from '../rules/pi/clause-alteree.ts';
import { type Finding, lint } from '../server/core/lint.ts';

const marked = clauses.filter((c) => markedBody(c.id).startsWith('<!--'));

/** What the rule says of a text under the heading of the clause it comes from. */
function drift(id: string, text: string): readonly Finding[] {
  const source = `# CCAP\n\n## 1. ${clause(id).heading ?? 'Droits'}\n\n${text}\n`;
  return lint(openConsultation([{ path: 'ccap.md', text: source }], { date: '2026-12-01' }), {
    rules: [rule],
    rethrow: true,
  }).findings;
}
const examples = (id: string) => Object.fromEntries(clause(id).variables.map((v) => [v.nom, v.exemple]));

describe('A clause that comes from the library', () => {
  it('carries its mark when it is on rights', () => {
    assert.deepEqual(
      clauses.filter((c) => c.id.startsWith('pi-')).map((c) => c.id),
      marked.map((c) => c.id).filter((id) => id.startsWith('pi-')),
    );
    assert.ok(marked.length < clauses.length);
  });

  for (const { id } of marked)
    it(`has not drifted as it is inserted, filled or not: ${id}`, () => {
      assert.deepEqual(drift(id, markedBody(id)), []);
      assert.deepEqual(drift(id, markedBody(id, examples(id))), []);
      assert.deepEqual(
        drift(id, markedBody(id).replace(/'/g, '’').replace(/ :/g, '\u00a0:').replace(/\n/g, '\r\n')),
        [],
      );
    });

  /** Lines whose removal takes a protected point away, and the name it is missed by. */
  const LOST: readonly (readonly [id: string, line: RegExp, named: RegExp])[] = [
    ['pi-cession-sans-ccag', /^1\. reproduction.*\n/m, /le droit de reproduction/],
    ['pi-cession-sans-ccag', /^4\. traduction.*\n/m, /le droit de traduction/],
    ['pi-cession-sans-ccag', /^\| Durée.*\n/m, /la durée/],
    ['pi-cession-sans-ccag', /^\| Destination.*\n/m, /la destination/],
    ['pi-cession-sans-ccag', /^\| Prix.*\n/m, /le prix/],
    ['pi-cession-sans-ccag', /Le titulaire garantit[^.]*\. /, /la garantie/],
    ['pi-cession-exclusive', /Par dérogation à l'article 46\.2\.1 du CCAG-TIC, /, /la dérogation/],
    ['pi-cession-exclusive', / à titre exclusif/, /l'exclusivité/],
    ['pi-cession-exclusive-ccag-pi', /^\| Lieu.*\n/m, /le lieu/],
    ['pi-concession-completee', /^\| Bénéficiaires.*\n/m, /les bénéficiaires/],
    ['pi-concession-completee', / ; elle donne lieu[^.]*\.3\.1, à une redevance[^.]*\./, /la redevance/],
    ['pi-hackathon-cession', / d'adaptation,/, /le droit d'adaptation/],
    ['pi-delimitation', /^- durée.*\n?/m, /la durée/],
  ];
  for (const [id, line, named] of LOST)
    it(`gives one finding, that shows the difference, without ${named.source}: ${id}`, () => {
      const values = examples(id);
      const text = markedBody(id, values);
      const shorter = text.replace(line, '');
      assert.notEqual(shorter, text);
      const [finding, ...more] = drift(id, shorter);
      assert.deepEqual(more, []);
      assert.match(finding?.message.replace(/Le modèle dit.*/, '') ?? '', named);
      assert.match(finding?.message ?? '', /Le modèle dit : « [^»]{10}/);
      // The fix keeps the values of the lines that are still the model's.
      const { body, variables } = clause(id);
      const lines = shorter.split('\n');
      const gone = body.split('\n').filter((_, i) => !lines.includes(filled(clause(id), values).split('\n')[i] ?? ''));
      const kept = variables.filter((v) => !gone.some((l) => l.includes(fieldOf(v))));
      const restored = filled(clause(id), Object.fromEntries(kept.map((v) => [v.nom, v.exemple])));
      assert.equal(finding?.fixes[0]?.edits[0]?.text, restored);
    });
});
