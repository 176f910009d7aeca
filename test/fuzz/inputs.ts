/** Inputs of every kind: bytes, texts, consultations. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { drafts, strike, strokes } from '../drafts.ts';
import type { Texts } from './examine.ts';

const examples = new URL('../../examples/', import.meta.url);

/** Every file of the sample consultations, by path. */
export const SAMPLES: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, examples), 'utf8')]),
);

const NAMES = ['rc.md', 'cctp.md', 'ccap.md', 'ae.md', 'programme-fonctionnel.md', 'reglement-concours.md', 'aap.md'];

/** A name that tells the kind of piece. */
export const pieceName = fc.constantFrom(...NAMES);

/** What Markdown, YAML and the suppressions are made of, and what breaks careless readers of text. */
const MARKS = [
  '---\n',
  'dce:\n',
  '  piece: rc\n',
  '<!--',
  '-->',
  'dce-lint-ignore-next ',
  '|',
  '| - |\n',
  '```',
  '~~~',
  '> ',
  '    ',
  '- ',
  '1. ',
  '# ',
  '===',
  '[^1]',
  '[^1]: ',
  '[a](b)',
  '![',
  '](',
  '<div>',
  '</div>',
  '&nbsp;',
  '&#8217;',
  '\\',
  '**',
  '_',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  '\u00a0',
  '\u202f',
  '\u2028',
  '\ufeff',
  '\u0301',
  '\u200b',
  '\u202e',
  '🏛️',
  '👩‍⚖️',
  '\ud83c',
  '\udfdb',
  'ﬁ',
  'İ',
  'ß',
  '１２',
  '€',
  '%',
  'é',
  'e\u0301',
  '10 000',
  'article R. 2151-8',
  'lot n° 1',
  'tranche',
  'variantes',
  'critère',
  '60 %',
]; // prettier-ignore
const soup = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...MARKS) }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 25,
  })
  .map((parts) => parts.join(''));

/** Bytes flipped, cut out or repeated. */
const wounds = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255), fc.nat(2)), {
  minLength: 1,
  maxLength: 4,
});
function wounded(bytes: Uint8Array, all: readonly (readonly [number, number, number])[]): Uint8Array {
  let out = Buffer.from(bytes);
  for (const [share, byte, how] of all) {
    const at = Math.floor(share * out.length);
    if (how === 0) out[at] = byte;
    else if (how === 1) out = Buffer.concat([out.subarray(0, at), out.subarray(at + byte)]);
    else out = Buffer.concat([out, out.subarray(at, at + byte)]);
  }
  return out;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** The bytes of a file, mostly not of a draft. */
export const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 20, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }).map((b) => b.map((x) => (x % 95) + 32)) },
  { weight: 3, arbitrary: soup.map(utf8) },
  { weight: 1, arbitrary: soup.map(utf16) },
  { weight: 1, arbitrary: fc.tuple(drafts.map(utf8), wounds).map(([draft, all]) => wounded(draft, all)) },
);

/** Lines of a text taken out, doubled or moved: what cutting and pasting does. */
const shuffle = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'double', 'move'));
function shuffled(text: string, [a, b, how]: readonly [number, number, string]): string {
  const lines = text.split('\n');
  const [line] = how === 'double' ? [lines[a % lines.length]] : lines.splice(a % lines.length, 1);
  if (how !== 'drop') lines.splice(b % (lines.length + 1), 0, line ?? '');
  return lines.join('\n');
}

const sample = fc.constantFrom(...Object.values(SAMPLES)).chain((text) => {
  const paragraphs = text.split('\n\n');
  return fc
    .tuple(fc.nat(paragraphs.length - 1), fc.integer({ min: 1, max: 8 }))
    .map(([from, count]) => paragraphs.slice(from, from + count).join('\n\n'));
});

/** A draft, wounded as editing wounds: by strokes and by whole lines. */
export const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: drafts }, { weight: 1, arbitrary: sample }),
    fc.option(strokes, { nil: [] }),
    fc.array(shuffle, { maxLength: 2 }),
  )
  .map(([text, all, lines]) => lines.reduce<string>(shuffled, all.reduce<string>(strike, text)));

/** One to three pieces in a folder. */
export const folders: fc.Arbitrary<Texts> = fc
  .uniqueArray(fc.tuple(pieceName, mutated), { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .map((pieces) => Object.fromEntries(pieces));
