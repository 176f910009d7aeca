import assert from 'node:assert/strict';
import { rules } from '../rules/index.ts';
import { check, readFolder } from '../server/core/check.ts';
import { cpuTime } from './cpu-time.ts';

describe('the time of a check', () => {
  it('grows as the text does: less than six times for four times as much', () => {
    const article = (n: number) =>
      `## Article ${n} – Exigences\n\nLe titulaire fournit les livrables n° ${n} sous ${n} jours. La solution est conforme à la norme ISO ${n}.\n\n- un point ${n} ;\n- un autre, à ${n} %.\n`;
    // Never the same article twice: sentences already read would cost nothing.
    let written = 0;
    const text = (count: number) => Array.from({ length: count }, () => article(++written)).join('\n');
    const checked = (count: number) => {
      const sources = [{ path: 'cctp.md', text: text(count) }];
      return cpuTime(() => check(readFolder(sources, { date: '2026-12-01' }).consultation, { rules }));
    };
    checked(400);
    const ratio = Math.min(...[1, 2, 3].map(() => checked(400) / checked(100)));
    assert.ok(ratio < 6, `${ratio.toFixed(1)} times`);
  }).timeout(120_000);
});
