import assert from 'node:assert/strict';
import fc from 'fast-check';
import { facts } from '../rules/facts/index.ts';
import { rules } from '../rules/index.ts';
import type { Consultation } from '../rules/kit/piece.ts';
import { check, checkSteps, readFolder } from '../server/core/check.ts';
import { identities } from '../server/core/identity.ts';
import { drafts, strike, strokes } from './drafts.ts';

const open = (texts: readonly string[]): Consultation =>
  readFolder(
    texts.map((text, i) => ({ path: `piece-${i}.md`, text })),
    { date: '2026-12-01', files: ['piece-0.md', 'piece-1.md'] },
  ).consultation;

/** Findings are kept from one check to the next, as the server does. */
const keys = new Map<object, object>(rules.map((rule) => [rule, {}]));
const keptUnder = (rule: object): object => keys.get(rule) as object;

/** All that is said of a consultation, as plain data. */
function said(consultation: Consultation) {
  const { findings, suppressed, failures } = check(consultation, { rules, rethrow: true, keptUnder });
  const names = identities(findings);
  return {
    findings: findings.map((f) => ({
      rule: f.rule.id,
      piece: f.piece.path,
      at: [f.at.start, f.at.end],
      level: f.level,
      message: f.message,
      identity: names.get(f),
      fixes: f.fixes.map((x) => [
        x.title,
        x.edits.map((e) => [(e.piece ?? f.piece).path, e.at.start, e.at.end, e.text]),
      ]),
      related: f.related.map((r) => [r.piece.path, r.at.start, r.at.end, r.message]),
    })),
    suppressed: suppressed.map((s) => s.finding.message),
    failures: failures.length,
    facts: consultation.pieces.map((p) => facts.map((f) => JSON.stringify(f.show(p.ask(f), p)))),
  };
}

/** Goes so many steps into a check that gives way wherever it can, and leaves it there. */
function checkInPart(consultation: Consultation, steps: number): void {
  let now = 0;
  const spent = () => {
    now += 1;
    return now;
  };
  const under = checkSteps(consultation, { rules, rethrow: true, pace: { spent, most: 0 } });
  for (let i = 0; i < steps && !under.next().done; i++);
}

describe('a consultation edited in place', () => {
  it('says what it would say if it had never been left in the middle of a check', () => {
    const runs = Math.ceil(Number(process.env.RUNS ?? 250) / 5);
    const left = fc.array(fc.nat(600), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.tuple(drafts, drafts), strokes, left, (start, edits, stops) => {
        const texts = [...start];
        let consultation = open(texts);
        edits.forEach((stroke, i) => {
          checkInPart(consultation, stops[i % stops.length] as number);
          texts[i % 2] = strike(texts[i % 2] as string, stroke);
          if (!consultation.edit(`piece-${i % 2}.md`, texts[i % 2] as string)) consultation = open(texts);
        });
        assert.deepEqual(said(consultation), said(open(texts)));
      }),
      { numRuns: runs },
    );
  }).timeout(0);

  it('says what it would say if it were read anew', () => {
    const runs = Number(process.env.RUNS ?? 250);
    let inPlace = 0;
    fc.assert(
      fc.property(fc.tuple(drafts, drafts), strokes, fc.boolean(), (start, edits, first) => {
        const texts = [...start];
        let consultation = open(texts);
        check(consultation, { rules, rethrow: true, keptUnder });
        const edited = first ? 0 : 1;
        for (const stroke of edits) {
          texts[edited] = strike(texts[edited] as string, stroke);
          if (consultation.edit(`piece-${edited}.md`, texts[edited] as string)) inPlace++;
          else consultation = open(texts);
          check(consultation, { rules, rethrow: true, keptUnder });
        }
        assert.deepEqual(said(consultation), said(open(texts)));
      }),
      { numRuns: runs },
    );
    assert.ok(inPlace > runs / 2, `only ${inPlace} edits were made in place`);
  }).timeout(0);
});
