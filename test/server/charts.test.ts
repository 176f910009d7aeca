import assert from 'node:assert/strict';
import { barChart, timeLine } from '../../server/report/charts.ts';

const BARS = [
  { label: 'Prix', value: 60, text: '60 %' },
  { label: '<script>alert(1)</script> style="x" & « Qualité »', value: 40, text: '40 %', part: true },
  { label: 'Sans poids', text: 'sans pondération' },
];

describe('charts as drawings', () => {
  it('hold what a strict policy allows: no script, no style, no address, no identifier', () => {
    for (const svg of [barChart(BARS, { max: 100, unit: '%' }), timeLine([{ label: 'Offres', day: '2027-02-01' }])]) {
      assert.match(svg, /^<svg aria-hidden="true" focusable="false" [^>]*viewBox="0 0 600 \d+">/);
      const tags = [...svg.matchAll(/<([a-z]+)([^>]*)>/g)];
      assert.deepEqual([...new Set(tags.map(([, name]) => name))].sort(), ['path', 'rect', 'svg', 'text']);
      for (const [, , attributes] of tags) assert.doesNotMatch(attributes ?? '', / (?:style|class|id|on\w+|href)=/);
    }
  });

  it('show a name that looks like markup as text', () => {
    const svg = barChart(BARS, { unit: '%' });
    assert.doesNotMatch(svg, /<script/);
    assert.match(svg, /– &lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  });

  it('draw a bar as long as its value', () => {
    const width = (value: number) => {
      const svg = barChart([{ label: 'Prix', value, text: '' }], { max: 100, unit: '%' });
      return Number(/<path d="M[\d.]+ [\d.]+l([\d.]+) 0[^"]*" fill="var\(--dce-bar\)"/.exec(svg)?.[1]);
    };
    assert.ok(Math.abs(width(80) - 2 * width(40)) < 1, `${width(80)} ${width(40)}`);
  });

  it('take their colours from the page', () => {
    const colours = [...barChart(BARS, { unit: '%' }).matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, c]) => c);
    assert.deepEqual([...new Set(colours)].sort(), ['none', 'var(--dce-bar)', 'var(--dce-ink)', 'var(--dce-line)']);
  });

  it('give the same drawing for the same values', () => {
    assert.equal(barChart(BARS, { unit: '%' }), barChart(BARS, { unit: '%' }));
  });

  it('put days in the order of time, with their date in French', () => {
    const svg = timeLine([
      { label: 'Publication', day: '2027-02-01' },
      { label: 'Offres', day: '2027-03-12' },
    ]);
    assert.match(svg, />01\/02\/2027</);
    const xs = [
      ...svg.matchAll(/transform="(?:translate\(|matrix\([^)]*,)([\d.]+)[ ,]([\d.]+)\)" fill="var\(--dce-bar\)"/g),
    ].map((m) => Number(m[1]));
    assert.equal(xs.length, 2, svg);
    assert.ok((xs[0] ?? 0) < (xs[1] ?? 0));
  });

  it('draw nothing where there is no day', () => {
    assert.equal(timeLine([]), '');
  });
});
