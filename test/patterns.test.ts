import assert from 'node:assert/strict';
import { rules } from '../rules/index.ts';
import { check, readFolder } from '../server/core/check.ts';
import { everyPattern } from './patterns/every.ts';

/** What is repeated to lead an expression to try again and again. */
const PUMPS = [
  'a',
  'a ',
  '1',
  '1 ',
  'les offres ',
  'du marche ',
  '(',
  '- ',
  ', ',
  "l'",
  'lot 1 ',
  'article 1.1 ',
  ' ',
  '.',
  '€ ',
  '"',
  '_',
];

const timeOf = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

describe('regular expressions', () => {
  it('never grow faster than the square of a text, whatever is repeated in it', () => {
    const patterns = everyPattern();
    assert.ok(patterns.length > 1000, `only ${patterns.length} seen`);
    const bad: string[] = [];
    for (const pattern of patterns) {
      const all = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
      for (const pump of PUMPS) {
        const scan = (length: number) => timeOf(() => pump.repeat(Math.ceil(length / pump.length)).match(all));
        if (scan(2000) < 5) continue;
        // A pause of the machine happens once; growth happens each time.
        const ratio = Math.min(...[1, 2, 3].map(() => scan(2000) / Math.max(scan(500), 0.05)));
        if (ratio > 30)
          bad.push(`${ratio.toFixed(0)} × for 4 × ${JSON.stringify(pump)}: ${pattern.source.slice(0, 120)}`);
      }
    }
    assert.deepEqual(bad, []);
  }).timeout(120_000);
});

describe('the time of a check', () => {
  it('grows as the text does: less than six times for four times as much', () => {
    const article = (n: number) =>
      `## Article ${n} – Exigences\n\nLe titulaire fournit les livrables n° ${n} sous ${n} jours. La solution est conforme à la norme ISO ${n}.\n\n- un point ${n} ;\n- un autre, à ${n} %.\n`;
    // Never the same article twice: sentences already read would cost nothing.
    let written = 0;
    const text = (count: number) => Array.from({ length: count }, () => article(++written)).join('\n');
    const checked = (count: number) => {
      const sources = [{ path: 'cctp.md', text: text(count) }];
      return timeOf(() => check(readFolder(sources, { date: '2026-12-01' }).consultation, { rules }));
    };
    checked(400);
    const ratio = Math.min(...[1, 2, 3].map(() => checked(400) / checked(100)));
    assert.ok(ratio < 6, `${ratio.toFixed(1)} times`);
  }).timeout(120_000);
});
