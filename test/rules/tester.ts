import assert from 'node:assert/strict';
import { openConsultation, type SourceFile } from '../../rules/consultation/open.ts';
import { readText } from '../../rules/formats/index.ts';
import { fold } from '../../rules/kit/french/fold.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import { COPIES, type Copy, type Example, type Rule } from '../../rules/kit/rule.ts';
import type { Span } from '../../rules/kit/span.ts';
import { applyEdits, type Finding, lint } from '../../server/core/lint.ts';
import { isCompanion } from '../../server/forms.ts';

/** Day of the law in examples that give none. */
export const EXAMPLE_DATE = '2026-12-01';

export const asExample = (example: string | Example): Example =>
  typeof example === 'string' ? { text: example } : example;

interface Marked {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** Takes the ⟦ ⟧ out of a text and says where they were. */
export function unmark(marked: string): Marked {
  const marks: Span[] = [];
  let text = '';
  let open = -1;
  for (const c of marked) {
    if (c === '⟦') open = text.length;
    else if (c === '⟧') {
      marks.push({ start: open, end: text.length });
      open = -1;
    } else text += c;
  }
  return { text, marks: marks.sort((a, b) => a.start - b.start) };
}

const headOf = (rule: Rule, example: Example): string => {
  const declared = rule.pieces === '*' ? 'rc' : (rule.pieces[0] ?? 'rc');
  const head: Record<string, string | number> = { piece: declared, ...example.head };
  const lines = Object.entries(head).map(([key, value]) => `  ${key}: ${value}`);
  return `---\ndce:\n${lines.join('\n')}\n---\n\n`;
};

/** The files of an example: its own first, front matter included (unless the text brings its own). */
export function filesOf(rule: Rule, example: Example): readonly { path: string; marked: string }[] {
  const body = /^\ufeff?---\r?\n/.test(example.text) ? example.text : headOf(rule, example) + example.text;
  const others = Object.entries(example.files ?? {}).map(([path, marked]) => ({ path, marked }));
  return [{ path: 'exemple.md', marked: body }, ...others];
}

/** A price schedule or a notice of an example is read as the program reads it. */
const withData = (file: SourceFile): SourceFile => {
  const data = isCompanion(file.path) ? readText(file.text, file.path) : undefined;
  return data ? { ...file, data } : file;
};

/** Nothing is edited in it. */
export function open(files: readonly SourceFile[]): Consultation {
  return openConsultation(files.map(withData), { date: EXAMPLE_DATE, files: files.map((f) => f.path), once: true });
}

export function run(
  rule: Rule,
  files: readonly SourceFile[],
): { consultation: Consultation; findings: readonly Finding[] } {
  const consultation = open(files);
  const { findings } = lint(consultation, { rules: [{ ...rule, silencedBy: [] }], rethrow: true });
  return { consultation, findings };
}

const words = (piece: Piece | undefined, at: Span) => piece?.draft.text.slice(at.start, at.end) ?? '';
const bare = (s: string) =>
  fold(s)
    .text.replace(/[\s>*_|-]+/g, ' ')
    .trim();

/** An example and what its rule says of it: to read a draft is what takes long. */
export interface Trial {
  readonly example: Example;
  readonly files: readonly (Marked & { readonly path: string })[];
  readonly findings: readonly Finding[];
  /** Every message that the rule gave, shown or not. */
  readonly messages: ReadonlySet<string>;
}

export function tryOn(rule: Rule, example: Example): Trial {
  const files = filesOf(rule, example).map(({ path, marked }) => ({ path, ...unmark(marked) }));
  const messages = new Set<string>();
  const spied: Rule = {
    ...rule,
    *check(piece) {
      for (const report of rule.check(piece)) {
        messages.add(report.message);
        yield report;
      }
    },
  };
  return { example, files, findings: run(spied, files).findings, messages };
}

/** A bad example gives exactly the marked spans, in order. */
export function checkBad(rule: Rule, { example, files, findings }: Trial): void {
  assert.ok(
    files.some((f) => f.marks.length > 0),
    `bad example without ⟦ ⟧: ${example.text.slice(0, 80)}`,
  );
  for (const { path, text, marks } of files) {
    const own = findings.filter((f) => f.piece.path === path);
    assert.deepEqual(
      own.map((f) => `${f.at.start}-${f.at.end} « ${text.slice(f.at.start, f.at.end)} »`),
      marks.map((m) => `${m.start}-${m.end} « ${text.slice(m.start, m.end)} »`),
      `${rule.id}, ${path}: ${text.slice(0, 400)}`,
    );
  }
}

/** A good example, or a known miss, gives nothing. */
export function checkGood(rule: Rule, example: Example): void {
  assert.ok(!example.text.includes('⟦'), 'good example with a mark');
  const files = filesOf(rule, example).map(({ path, marked }) => ({ path, text: unmark(marked).text }));
  const { findings } = run(rule, files);
  assert.deepEqual(
    findings.map((f) => `${f.message} « ${words(f.piece, f.at)} »`),
    [],
    `${rule.id}: ${example.text.slice(0, 400)}`,
  );
}

/** Applies the first fix of each finding and gives the files again. */
function fixed(rule: Rule, files: readonly SourceFile[], findings: readonly Finding[]): readonly SourceFile[] {
  const edits = new Map<string, { at: Span; text: string }[]>();
  for (const finding of findings) {
    for (const edit of finding.fixes[0]?.edits ?? []) {
      const path = (edit.piece ?? finding.piece).path;
      const list = edits.get(path) ?? [];
      if (!list.some((e) => e.at.start === edit.at.start && e.at.end === edit.at.end && e.text === edit.text))
        list.push(edit);
      edits.set(path, list);
    }
  }
  return files.map((f) => {
    const text = applyEdits(f.text, edits.get(f.path) ?? []);
    assert.ok(text !== undefined, `${rule.id}: overlapping edits`);
    return { path: f.path, text };
  });
}

/** Terms that a text in force has renamed without a change of what they mean (R2113-4 for the tranches). */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['conditionnelle', 'optionnelle'],
  ['conditionnelles', 'optionnelles'],
]);

const letters = (s: string) => s.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
const sameWord = (was: string, is: string) => was === is || RENAMED.get(was.toLowerCase()) === is.toLowerCase();

/** The fixed text is what the fix gives, has no finding of the rule, and a second pass changes nothing. */
export function checkFix(rule: Rule, { example, files, findings }: Trial): void {
  const offered = findings.some((f) => f.fixes.length > 0);
  assert.equal(
    offered,
    example.fixed !== undefined,
    `${rule.id}: "fixed" stands with a fix, and only then: ${example.text.slice(0, 200)}`,
  );
  if (!offered) return;
  const once = fixed(rule, files, findings);
  const before = files[0]?.text ?? '';
  const after = once[0]?.text ?? '';
  const head = before.slice(0, before.length - unmark(example.text).text.length);
  if (typeof example.fixed === 'string') {
    const expected = /^---\n/.test(example.fixed) ? example.fixed : head + example.fixed;
    assert.equal(after, expected, rule.id);
  } else if (example.fixed) {
    const { gains } = example.fixed;
    const all = once.map((f) => f.text).join('\n');
    assert.ok(all.includes(gains), `${rule.id}: the fix does not add « ${gains} » :\n${all}`);
  }
  for (const finding of findings) {
    const fix = finding.fixes[0];
    if (fix?.grade !== 'safe') continue;
    for (const e of fix.edits) {
      const [was, is] = [letters(words(e.piece ?? finding.piece, e.at)), letters(e.text)];
      assert.ok(sameWord(was, is), `a safe fix changes no letter but those of an old term: ${was} → ${is}`);
    }
  }
  const again = run(rule, once);
  assert.deepEqual(
    again.findings.filter((f) => f.fixes.length > 0).map((f) => f.message),
    [],
    `${rule.id}: the fixed text still has findings of the rule:\n${after}`,
  );
  assert.deepEqual(fixed(rule, once, again.findings), once, `${rule.id}: a second pass changes the text`);
}

const isParagraph = (text: string) =>
  !/\n\s*\n|^\s*(?:#|[-*+>|]|\d+[.)] )|^\||\n\s*(?:[-*+|>#]|\d+[.)] )/m.test(text.trim());

/** Puts a line break before each mark that has words before it on its line. */
const broken = (text: string, prefix: string) => text.replace(/(?<=[^\s\n]) ⟦/g, `\n${prefix}⟦`);

const isLine = (body: string) => isParagraph(body) && !body.includes('\n');
const isBreakable = (body: string) => isLine(body) && / ⟦/.test(body);

/** The body as an item after a mark, broken where it can be; undefined for more than a paragraph. */
const asItem = (mark: string) => (body: string) => {
  if (!isParagraph(body)) return undefined;
  return mark + (isBreakable(body) ? broken(body, ' '.repeat(mark.length)) : body);
};

const capitals = (s: string) =>
  s
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[œŒ]/g, 'OE')
    .toUpperCase();

/** What makes a copy: a change of the body, undefined where it makes no sense for it, or one of the whole file. */
interface Change {
  readonly body?: (body: string) => string | undefined;
  readonly file?: (text: string) => string;
}

const same = (text: string) => text;

const CHANGES: Readonly<Record<Copy, Change>> = {
  'broken-line': { body: (body) => (isBreakable(body) ? broken(body, '') : undefined) },
  list: { body: asItem('- ') },
  'ordered-list': { body: asItem('12. ') },
  'nested-list': { body: asItem('- - ') },
  quotation: {
    body: (body) =>
      body
        .split('\n')
        .map((l) => `> ${l}`)
        .join('\n'),
  },
  footnote: { body: (body) => (isLine(body) ? `[^1]: ${body}` : undefined) },
  'table-cell': {
    body: (body) => (isLine(body) && !body.includes('|') ? `| Rubrique |\n| --- |\n| ${body} |` : undefined),
  },
  'emoji-heading': { body: (body) => `## 🏛️ Préambule 🇫🇷\n\n${body}` },
  crlf: { file: (s) => s.replace(/\n/g, '\r\n') },
  bom: { file: (s) => `\ufeff${s}` },
  nfd: { file: (s) => s.normalize('NFD') },
  'straight-apostrophe': { file: (s) => s.replace(/’/g, "'") },
  'curly-apostrophe': { file: (s) => s.replace(/(?<=\p{L})'(?=\p{L})/gu, '’') },
  'no-break-space': { file: (s) => s.replace(/ (?=[;:!?»%€])|(?<=«) |(?<=\d) (?=\d{3})/g, '\u00a0') },
  'narrow-no-break-space': { file: (s) => s.replace(/ (?=[;:!?»%€])|(?<=«) |(?<=\d) (?=\d{3})/g, '\u202f') },
  capitals: { body: (body) => (/[|`]|^\s*[-*#]/m.test(body) ? undefined : capitals(body)) },
};

/** In each copy of a bad example the same words are reported, wherever they now stand; none in a quotation. */
export function checkCopies(rule: Rule, example: Example): void {
  const marks = filesOf(rule, example).flatMap(({ marked }) => {
    const { text, marks: spans } = unmark(marked);
    return spans.map((m) => bare(text.slice(m.start, m.end)));
  });
  for (const copy of COPIES) {
    if (example.skip?.[copy]) continue;
    const change = CHANGES[copy];
    const body = (change.body ?? same)(example.text);
    if (body === undefined) continue;
    // An absence goes to the title or the place that would hold it: another container changes where that is.
    const container = ['list', 'ordered-list', 'nested-list', 'footnote', 'table-cell', 'emoji-heading', 'quotation'];
    if (rule.absence && container.includes(copy)) continue;
    const files = filesOf(rule, { ...example, text: body }).map(({ path, marked }) => {
      const { text, marks: spans } = unmark((change.file ?? same)(marked));
      return { path, text, spans };
    });
    const { findings } = run(rule, files);
    const found = findings.map((f) => bare(words(f.piece, f.at)));
    if (copy === 'quotation') {
      const own = findings.filter((f) => f.piece.path === 'exemple.md').map((f) => bare(words(f.piece, f.at)));
      assert.deepEqual(own, [], `${rule.id}: speaks in a quotation: ${body}`);
      continue;
    }
    assert.deepEqual(found.sort(), [...marks].sort(), `${rule.id}, copy "${copy}":\n${files[0]?.text}`);
    // The places are the marked ones too, not only the words.
    const places = findings.map((f) => `${f.piece.path}:${f.at.start}-${f.at.end}`).sort();
    const wanted = files.flatMap((f) => f.spans.map((m) => `${f.path}:${m.start}-${m.end}`)).sort();
    assert.deepEqual(places, wanted, `${rule.id}, copy "${copy}", places:\n${files[0]?.text}`);
  }
}
