/** What must hold of any input, whatever it is. Each check throws an assertion that names what is wrong. */
import assert from 'node:assert/strict';
import { rules } from '../../rules/index.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import type { Edit, Fix } from '../../rules/kit/rule.ts';
import { contains, type Span } from '../../rules/kit/span.ts';
import { check, readFolder } from '../../server/core/check.ts';
import { preferredFix, safeEdits } from '../../server/core/fix.ts';
import { identities } from '../../server/core/identity.ts';
import { applyEdits, type Finding } from '../../server/core/lint.ts';

/** Texts of the pieces of a folder, by file name. */
export type Texts = Readonly<Record<string, string>>;

export const TODAY = '2026-12-01';

export function openTexts(texts: Texts): Consultation {
  const sources = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return readFolder(sources, { date: TODAY, files: Object.keys(texts) }).consultation;
}

/** The findings of a consultation; a rule that throws is let through. */
export const findingsIn = (consultation: Consultation): readonly Finding[] =>
  check(consultation, { rules, rethrow: true }).findings;

/** All that is said of a consultation, as plain data. */
export function said(findings: readonly Finding[]) {
  const names = identities(findings);
  return findings.map((f) => ({
    rule: f.rule.id,
    piece: f.piece.path,
    at: [f.at.start, f.at.end],
    level: f.level,
    message: f.message,
    identity: names.get(f),
    fixes: f.fixes.map((x) => [x.title, x.edits.map((e) => [(e.piece ?? f.piece).path, e.at.start, e.at.end, e.text])]),
    related: f.related.map((r) => [r.piece.path, r.at.start, r.at.end, r.message]),
  }));
}

/** True between the two halves of one character. */
const splitsCharacter = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');

function assertSpan(piece: Piece, { start, end }: Span, what: string): void {
  const { text } = piece.draft;
  assert.ok(Number.isInteger(start) && start >= 0 && start <= end && end <= text.length, `${what}: [${start}, ${end})`);
  assert.ok(!splitsCharacter(text, start) && !splitsCharacter(text, end), `${what}: half a character`);
}

/** Spans lie in their piece, on whole characters; no finding comes twice; messages are filled. */
export function assertSound(findings: readonly Finding[]): void {
  const seen = new Set<string>();
  for (const f of findings) {
    const { id } = f.rule;
    assertSpan(f.piece, f.at, id);
    for (const r of f.related) assertSpan(r.piece, r.at, `${id}, related`);
    for (const fix of f.fixes)
      for (const e of fix.edits) assertSpan(e.piece ?? f.piece, e.at, `${id}, « ${fix.title} »`);
    assert.doesNotMatch(f.message, /undefined|NaN|\[object|\{\w+\}/, id);
    const key = JSON.stringify([id, f.piece.path, f.at.start, f.at.end, f.message]);
    assert.ok(!seen.has(key), `${id}: the same finding twice`);
    seen.add(key);
  }
}

const editsIn = (piece: Piece, finding: Finding, fix: Fix): Edit[] =>
  fix.edits.filter((e) => (e.piece ?? finding.piece) === piece);

const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const GRAMMAR = ['le', 'la', 'les', 'l', 'un', 'une', 'des', 'du', 'de', 'd', 'au', 'aux', 'à', 'et'];

/** What a fix may be said to speak of: the finding, its related places, and the whole comment where it stands in one. */
function placesOf(finding: Finding, piece: Piece): Span[] {
  const places = [finding, ...finding.related].filter((p) => p.piece === piece).map((p) => p.at);
  return [...places, ...piece.draft.comments.map((c) => c.span).filter((c) => places.some((p) => contains(c, p)))];
}

/** What an edit takes away is named: it stands in those places, in the fix's title, or in the new text. */
function assertNamed(finding: Finding, fix: Fix, edit: Edit): void {
  const piece = edit.piece ?? finding.piece;
  const removed = piece.draft.text.slice(edit.at.start, edit.at.end);
  const places = placesOf(finding, piece);
  const outside = [...removed].filter((_, i) => {
    const at = edit.at.start + i;
    return !places.some((p) => p.start <= at && at < p.end);
  });
  const known = new Set([...GRAMMAR, ...words(`${edit.text} ${fix.title} ${finding.message}`)]);
  const lost = words(outside.join('')).filter((w) => !known.has(w));
  assert.deepEqual(lost, [], `${finding.rule.id}, « ${fix.title} » deletes words that nothing names`);
}

/** The texts once a fix is made. Throws when its edits overlap. */
export function fixed(texts: Texts, finding: Finding, fix: Fix): Texts {
  const out: Record<string, string> = { ...texts };
  for (const piece of new Set(fix.edits.map((e) => e.piece ?? finding.piece))) {
    const text = applyEdits(piece.draft.text, editsIn(piece, finding, fix));
    assert.ok(text !== undefined, `${finding.rule.id}, « ${fix.title} »: edits overlap`);
    out[piece.path] = text;
  }
  return out;
}

/** Every fix applies cleanly and takes away nothing that it does not name. */
export function assertFixes(texts: Texts, findings: readonly Finding[]): void {
  for (const finding of findings)
    for (const fix of finding.fixes) {
      if (fix.grade === 'show') continue;
      fixed(texts, finding, fix);
      for (const edit of fix.edits) assertNamed(finding, fix, edit);
    }
}

/** More rounds than any draft of the grammar has findings. */
const MOST_ROUNDS = 60;

/** Makes the safe fixes of all rules, as fixing on save does: this ends, and nothing is left that they were for. */
export function assertSafeFixesEnd(texts: Texts): void {
  let now = texts;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(findingsIn(openTexts(now)));
    if (edits.size === 0) return;
    const after = { ...now };
    for (const [piece, list] of edits) after[piece.path] = applyEdits(piece.draft.text, list) as string;
    now = after;
  }
  assert.fail(`safe fixes do not end: ${JSON.stringify(texts)}`);
}

/** Makes the preferred fix of each finding of one rule, one after the other: this ends, and leaves none that has a fix. */
export function assertSettles(texts: Texts, rule: string): void {
  let now = texts;
  let soon = texts;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round === 2) soon = now;
    const findings = findingsIn(openTexts(now));
    assertSound(findings);
    const finding = findings.find((f) => f.rule.id === rule && preferredFix(f));
    const fix = finding && preferredFix(finding);
    if (!finding || !fix) return;
    now = fixed(now, finding, fix);
  }
  assert.fail(`${rule}: its fixes do not end; after two of them:\n${Object.values(soon).join('\n\n')}`);
}

/** The whole of what holds of a consultation. `twice`: also that a second look gives the same. */
export function examine(texts: Texts, twice: boolean): void {
  const findings = findingsIn(openTexts(texts));
  assertSound(findings);
  assertFixes(texts, findings);
  if (findings.some((f) => f.fixes.some((x) => x.grade === 'safe'))) assertSafeFixesEnd(texts);
  if (twice) assert.deepEqual(said(findingsIn(openTexts(texts))), said(findings), 'same input, other output');
}
