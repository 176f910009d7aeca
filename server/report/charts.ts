import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, ScatterChart, GridComponent, SVGRenderer]);

/** A bar of a chart: `text` stands at its end. Without a value, the text stands alone. */
export interface Bar {
  readonly label: string;
  readonly value?: number;
  readonly text: string;
  /** A part of the bar above. */
  readonly part?: boolean;
}

/** A point of a time line. `day`: `YYYY-MM-DD`. */
export interface Point {
  readonly label: string;
  readonly day: string;
}

/** Colours are those of the page, by name: the same drawing serves light, dark, high contrast and print. */
const INK = 'var(--dce-ink)';
const LINE = 'var(--dce-line)';
const BAR = 'var(--dce-bar)';

/** Units of the drawing, which is stretched to the width it has. */
const WIDTH = 600;
const ROW = 26;
/** Room for names, on the left; a longer one goes over several lines. */
const NAMES = 240;
/** Characters that surely fit on a line of a name, and the height of a line. */
const NAME_WIDTH = 30;
const NAME_LINE = 14;

/** Height of the rows: that of the longest name. */
const rowFor = (names: readonly string[]): number =>
  Math.max(ROW, ...names.map((name) => 8 + NAME_LINE * Math.ceil(name.length / NAME_WIDTH)));
const NAME_LABEL = { color: INK, width: NAMES - 16, overflow: 'break', lineHeight: NAME_LINE, interval: 0 } as const;

/**
 * Horizontal bars as an SVG drawing, without style, script nor identifier, so that a page with a strict policy can hold
 * it. `max`: end of the axis; the greatest value when left out. `unit` follows the numbers of the axis.
 */
export function barChart(
  bars: readonly Bar[],
  { max, unit }: { readonly max?: number; readonly unit: string },
): string {
  return draw(bars.length * rowFor(bars.map((b) => b.label)) + 30, {
    grid: { left: NAMES, right: 80, top: 4, bottom: 26 },
    xAxis: {
      type: 'value',
      min: 0,
      ...(max !== undefined && { max }),
      axisLabel: { color: INK, formatter: `{value} ${unit}`, hideOverlap: true },
      splitLine: { lineStyle: { color: LINE } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label, part }) => (part ? `– ${label}` : label)),
      axisLabel: NAME_LABEL,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
    },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        label: {
          show: true,
          position: 'right',
          color: INK,
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.text ?? '',
        },
        data: bars.map(({ value, part }) => ({
          value: value ?? 0,
          itemStyle: part ? { color: 'none', borderColor: BAR, borderWidth: 1.5 } : { color: BAR },
        })),
      },
    ],
  });
}

/** Days on a line, one row each, in their order, as an SVG drawing like `barChart`'s. Nothing when there is no day.
 * `shown`: a day in words. */
export function timeLine(points: readonly Point[], shown = french): string {
  const days = points.map((p) => Date.parse(p.day));
  if (days.length === 0) return '';
  // A margin of a tenth on each side: a lone day stands in the middle of two weeks.
  const first = Math.min(...days);
  const last = Math.max(...days);
  const margin = Math.max((last - first) / 10, 7 * 86_400_000);
  return draw(points.length * rowFor(points.map((p) => p.label)) + 30, {
    useUTC: true,
    grid: { left: NAMES, right: 80, top: 4, bottom: 26 },
    xAxis: {
      type: 'time',
      min: first - margin,
      max: last + margin,
      splitNumber: 4,
      axisLabel: {
        color: INK,
        formatter: (at: number) => shown(new Date(at).toISOString().slice(0, 10)),
        hideOverlap: true,
      },
      axisLine: { lineStyle: { color: LINE } },
      splitLine: { show: true, lineStyle: { color: LINE } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: points.map((_, i) => String(i)),
      axisLabel: { ...NAME_LABEL, formatter: (row: string) => points[Number(row)]?.label ?? '' },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
    },
    series: [
      {
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 14,
        itemStyle: { color: BAR, opacity: 1 },
        label: {
          show: true,
          position: 'right',
          color: INK,
          formatter: ({ dataIndex }: { dataIndex: number }) => shown(points[dataIndex]?.day ?? ''),
        },
        data: days.map((day, i) => [day, i]),
      },
    ],
  });
}

const french = (day: string) => day.split('-').reverse().join('/');

function draw(height: number, option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, ...option });
    return bare(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/**
 * Takes from a drawing what a strict content policy refuses or what changes from one drawing to the next: style sheets
 * and classes (for pointers, which this drawing does without), inline styles (turned into attributes), fixed size. Text is
 * escaped by the library, so that no name can look like an attribute.
 */
const bare = (svg: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/ ecmeta_\w+="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => {
      const size = /font-size:([\d.]+)px/.exec(style)?.[1];
      return size ? ` font-size="${size}"` : '';
    })
    .replace(/^<svg width="[^"]*" height="[^"]*"/, '<svg aria-hidden="true" focusable="false"');
