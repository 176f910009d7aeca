import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut } from '../../rules/kit/markdown/cut.ts';
import { drafts } from '../drafts.ts';
import { isRightlyPlain } from './rightly-plain.ts';

const PIECES = [
  ...'a é œ A 1 0 . ) ( - + = # : " « » … • – ’ ! ? ; , / $ % ^ € { } @ \' * _ ` ~ | [ ] < > & \\'.split(' '),
  ...[' ', '  ', '\n', '\n\n', '\t', '\r\n', '\u00a0', '\u2028', '\u0000', '\ufeff', '\u00ad'],
  ...[
    '- ',
    '1. ',
    '2) ',
    '12 mois',
    '# ',
    '## ',
    '---',
    '| ',
    ' | ',
    ' |\n',
    '|---|',
    '|:-: | -|\n',
    '===',
    'https://x.fr',
    'M. Dupont. Le',
    '🏛️',
    'e\u0301',
  ],
];

describe('what has no markup is read without the parser', () => {
  it('as the parser reads it, for strings of marks, spaces and words', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }), (pieces) => {
        for (const { text } of cut(pieces.join(''))) if (isRightlyPlain(text)) plain++;
      }),
      { numRuns: 8000, seed: 7 },
    );
    assert.ok(plain > 500, `only ${plain} were plain`);
  });

  it('as the parser reads it, for strings of bars, dashes and words', () => {
    let plain = 0;
    const cell = fc.array(fc.constantFrom('a', ' ', '-', '12 %', '\u00a0', '#', '1. ', '!', ':', '--'), {
      maxLength: 4,
    });
    const row = fc
      .array(cell, { minLength: 1, maxLength: 3 })
      .map((cells) => `|${cells.map((c) => c.join('')).join('|')}|`);
    const rule = fc.constantFrom('|-|', '| - | :-: |', '|---|--:| -|', '|:-|');
    fc.assert(
      fc.property(row, rule, fc.array(row, { maxLength: 3 }), (head, line, rows) => {
        if (isRightlyPlain([head, line, ...rows].join('\n'))) plain++;
      }),
      { numRuns: 8000, seed: 9 },
    );
    assert.ok(plain > 500, `only ${plain} were plain`);
  });

  it('as the parser reads it, for the blocks of drafts', () => {
    let plain = 0;
    let all = 0;
    fc.assert(
      fc.property(drafts, (text) => {
        for (const chunk of cut(text).slice(1)) {
          all++;
          if (isRightlyPlain(chunk.text)) plain++;
        }
      }),
      { numRuns: 300, seed: 11 },
    );
    assert.ok(plain > all / 4, `${plain} of ${all} were plain`);
  });
});
