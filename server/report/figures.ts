import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Counts } from '../core/rapport-types.ts';
import { block, type Content, tag } from './elements.ts';

export type Level = keyof Counts;

/** Levels as headings of figures. */
export const LEVEL_TITLES: Readonly<Record<Level, string>> = {
  error: 'Erreurs',
  warning: 'Avertissements',
  info: 'Conseils',
};
export const LEVELS = Object.keys(LEVEL_TITLES) as readonly Level[];
/** Levels as names of one finding. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  error: 'Erreur',
  warning: 'Avertissement',
  info: 'Conseil',
};

/** A word on a ground of its colour. */
export const badge = (kind: string, words: string): Element => block('span', `badge ${kind}`, words);

/** A list of figures, each with its name and its colour. */
export const tiles = (all: readonly (readonly [kind: string, value: number, name: string])[]): Element =>
  block('ul', 'tiles', ...all.map(([kind, value, name]) => block('li', kind, tag('b', String(value)), name)));

/** Parts of a whole as one bar; the words beside it say the same. */
export function stack(parts: readonly (readonly [kind: string, value: number])[]): Content {
  const total = parts.reduce((n, [, value]) => n + value, 0);
  if (total === 0) return '';
  let x = 0;
  const bars = parts.map(([kind, value]) => {
    const width = (100 * value) / total;
    const bar = s('rect', { className: [kind], x: x.toFixed(2), y: 0, width: width.toFixed(2), height: 10 });
    x += width;
    return bar;
  });
  const frame = { className: ['stack'], viewBox: '0 0 100 10', preserveAspectRatio: 'none', ariaHidden: 'true' };
  return s('svg', frame, bars);
}
