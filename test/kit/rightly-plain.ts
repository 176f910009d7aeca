import assert from 'node:assert/strict';
import { type BlockContent, readParsed } from '../../rules/kit/markdown/block.ts';
import { readPlain } from '../../rules/kit/markdown/plain.ts';

/** All that a block says, with the place of every unit of its words. */
const spelt = ({ passages, ...rest }: BlockContent) => ({
  ...rest,
  passages: passages.map(({ prose, ...passage }) => ({
    ...passage,
    text: prose.text,
    folded: prose.folded,
    places: Array.from(prose.folded, (_, i) => prose.at(i, i + 1)),
    bounds: [prose.at(0, prose.folded.length), prose.at(prose.folded.length, prose.folded.length)],
    sentences: prose.sentences.map((s) => [s.from, s.folded]),
  })),
});

/** True when a chunk was taken for plain; it must then say what the parser says. */
export function isRightlyPlain(chunk: string): boolean {
  const plain = readPlain(chunk);
  if (plain) assert.deepEqual(spelt(plain), spelt(readParsed(chunk, false)), JSON.stringify(chunk));
  return plain !== undefined;
}
