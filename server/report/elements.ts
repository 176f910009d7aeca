import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';

/** What may stand in an element; lists are laid flat, empty strings leave nothing. */
export type Content = string | ElementContent | readonly Content[];

export const french = (day: string): string => day.split('-').reverse().join('/');
/** A day that is never cut at the end of a line. */
export const day = (iso: string): Element => h('span', { className: ['day'] }, french(iso));
export const number = (n: number): string =>
  n.toLocaleString('fr-FR', { maximumFractionDigits: 2 }).replace(/\u202f/g, '\u00a0');

/** « 1 constat », « 3 constats »; zero is singular in French. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${number(n)}\u00a0${Math.abs(n) > 1 ? many : one}`;

/** Contents one after the other, with something between. */
export const joined = (parts: readonly Content[], between = ' ; '): Content =>
  parts.flatMap((part, i) => (i > 0 ? [between, part] : [part]));

const flat = (content: readonly Content[]): (string | ElementContent)[] =>
  content.flatMap((c) => (Array.isArray(c) ? flat(c) : [c as string | ElementContent]));

/** An element without attributes. */
export const tag = (name: string, ...content: Content[]): Element => h(name, ...flat(content));

/** An element of a class. */
export const block = (name: string, className: string, ...content: Content[]): Element =>
  h(name, { className: className.split(' ') }, ...flat(content));

/** Words of a draft, or of a message that has its language already: see `inLanguage`. */
export const quoted = (value: string): Text => ({ type: 'text', value, data: { quoted: true } });

export const heading = (level: number, ...content: Content[]): Element => tag(`h${level}`, ...content);

/** A drawing made by `charts.ts`, which has no text but escaped one. */
export const drawing = (svg: string): Element =>
  h('figure', { className: ['dce-chart'] }, [{ type: 'raw', value: svg } as unknown as ElementContent]);

/** A table whose first column names the rows. */
export const table = (caption: string, head: readonly string[], rows: readonly (readonly Content[])[]): Element =>
  tag(
    'table',
    tag('caption', caption),
    tag('thead', tag('tr', ...head.map((c) => h('th', { scope: 'col' }, c)))),
    tag(
      'tbody',
      ...rows.map(([first, ...cells]) =>
        tag('tr', h('th', { scope: 'row' }, ...flat([first ?? ''])), ...cells.map((c) => tag('td', c))),
      ),
    ),
  );

/** A table that may be wider than the window: the keyboard too can move it. */
export const scrolled = (className: string, ariaLabel: string, content: Element): Element =>
  h('div', { className: `wide ${className}`, tabIndex: 0, role: 'region', ariaLabel }, content);

/** Elements whose words stay as they were written. */
export const VERBATIM = ['blockquote', 'code', 'style', 'svg', 'title'];

const TIED = / (?=[»€]|[;:!?](?:\s|$))|(?<=«) |(?<=\d) (?=\d{3}(?!\d))/g;

/** French typography, in place: no line begins with « ; », « : », « » » or « € », nor ends with « « », nor cuts a number. */
export function spaced(element: Element): Element {
  for (const child of element.children) {
    if (child.type === 'text') child.value = child.value.replace(TIED, '\u00a0');
    else if (child.type === 'element' && !VERBATIM.includes(child.tagName)) spaced(child);
  }
  return element;
}
