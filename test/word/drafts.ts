import fc from 'fast-check';
import type { BlockContent, PhrasingContent, Root } from 'mdast';
import { markdown } from '../../server/word/markdown.ts';

const word = fc.constantFrom(
  ...[
    'lot',
    'R&D',
    'l’offre',
    '40 %',
    'n° 2',
    '1.',
    '2)',
    '*',
    '_x_',
    'a_b',
    '[à compléter : date]',
    '[x]',
    '[^1]',
    '<br>',
  ],
  ...[
    '&amp;',
    '#',
    '- a',
    '+',
    '|',
    'a|b',
    '\\',
    '`c`',
    '~~',
    '~',
    '!',
    'd’« ici »',
    '(annexe)',
    'https://a.example/b_c',
    '==',
    '>',
  ],
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const text: fc.Arbitrary<PhrasingContent> = words.map((value) => ({ type: 'text', value }));
const nested = (type: 'strong' | 'emphasis' | 'delete'): fc.Arbitrary<PhrasingContent> =>
  words.map((value) => ({ type, children: [{ type: 'text', value }] }));
const space: PhrasingContent = { type: 'text', value: ' ' };
const inline = fc
  .array(
    fc.oneof(
      text,
      nested('strong'),
      nested('emphasis'),
      nested('delete'),
      words.map(
        (value): PhrasingContent => ({
          type: 'link',
          url: 'https://a.example/b_c',
          children: [{ type: 'text', value }],
        }),
      ),
      fc.constant<PhrasingContent>({ type: 'html', value: '<!-- commentaire de A B, 2026-11-03 : à voir -->' }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((nodes) =>
    [{ type: 'text', value: 'Le' } as PhrasingContent, ...nodes].flatMap((n, i) => (i > 0 ? [space, n] : [n])),
  );
const paragraph = inline.map((children): BlockContent => ({ type: 'paragraph', children }));
const list = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 9 }), fc.array(inline, { minLength: 1, maxLength: 3 }))
  .map(
    ([ordered, start, items]): BlockContent => ({
      type: 'list',
      ordered,
      spread: false,
      ...(ordered && { start }),
      children: items.map((children) => ({
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children }],
      })),
    }),
  );
const heading = fc.tuple(fc.integer({ min: 1, max: 5 }), words).map(
  ([depth, value]): BlockContent => ({
    type: 'heading',
    depth: depth as 1,
    children: [{ type: 'text', value: `Article ${value}` }],
  }),
);
const table = fc.array(fc.tuple(inline, words), { minLength: 2, maxLength: 3 }).map(
  (rows): BlockContent => ({
    type: 'table',
    children: rows.map(([cell, value]) => ({
      type: 'tableRow',
      children: [
        { type: 'tableCell', children: cell },
        { type: 'tableCell', children: [{ type: 'text', value }] },
      ],
    })),
  }),
);

/** Drafts full of what Markdown gives a meaning to. */
export const DRAFTS: fc.Arbitrary<string> = fc
  .array(fc.oneof(paragraph, paragraph, list, heading, table), { minLength: 1, maxLength: 5 })
  .map((children) => markdown({ type: 'root', children } as Root));
