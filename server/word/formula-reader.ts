import type { Element } from 'xast';
import { x } from 'xastscript';

/** A formula in a draft: « $N = (P min)/(P)$ », its line between signs that no amount in dollars has so. */
export const FORMULA = /(?<![\p{L}\p{N}$\\])(\$(?=[^\s$])[^$\n]{0,500}[^\s$\\]\$)(?![\p{L}\p{N}$])/u;

/** What makes a formula of words between dollars. */
const SIGNS = /[=+−×÷·^_√∑∏∫≤≥<>≠≈±*]|\)\/\(/u;
const NARY = /^[∑∏∫∐⋃⋂]/u;
const OPENS: Readonly<Record<string, string>> = { '(': ')', '{': '}' };
/** What an index or an exponent belongs to, where no bracket says it. */
const BASE = /[\p{L}\p{N}'’]+$/u;

/**
 * A formula as it is written on one line (`formula`), as an element of Word. An index or an exponent may also be one word, or stand in braces. Undefined
 * where it has no sign of a formula, or its brackets do not close.
 */
export function readFormula(line: string): Element | undefined {
  if (!SIGNS.test(line)) return undefined;
  const reader = new Reader(line);
  const read = reader.sequence([]);
  return reader.isBroken ? undefined : m('oMath', ...read);
}

const m = (name: string, ...children: Element[]): Element => x(`m:${name}`, {}, ...children);
const property = (name: string, value: string): Element => x(`m:${name}`, { 'm:val': value });
const words = (text: string): Element => m('r', x('m:t', { 'xml:space': 'preserve' }, text));
const spelt = (text: string): Element[] => (text === '' ? [] : [words(text)]);

class Reader {
  isBroken = false;
  private readonly line: string;
  private at = 0;

  constructor(line: string) {
    this.line = line;
  }

  /** What stands before the first of the `stops`, which is left; before the end of the line where there is none. */
  sequence(stops: readonly string[]): Element[] {
    const out: Element[] = [];
    let text = '';
    while (this.at < this.line.length && !stops.some((stop) => this.isNext(stop))) {
      const made = this.root() ?? this.sum() ?? this.brackets();
      const sign = this.line[this.at] as string;
      if (made) {
        out.push(...spelt(text), made);
        text = '';
      } else if (sign === '_' || sign === '^') {
        const base = BASE.exec(text)?.[0] ?? '';
        out.push(...spelt(text.slice(0, text.length - base.length)));
        text = '';
        out.push(...this.script(base === '' ? out.pop() : words(base)));
      } else {
        this.isBroken ||= sign === ')';
        text += sign;
        this.at++;
      }
    }
    this.isBroken ||= stops.length > 0 && this.at >= this.line.length;
    return [...out, ...spelt(text)];
  }

  private isNext(text: string): boolean {
    return this.line.startsWith(text, this.at);
  }

  /** Goes over a text; false where it is not next. */
  private take(text: string): boolean {
    const isNext = this.isNext(text);
    if (isNext) this.at += text.length;
    return isNext;
  }

  /** What stands up to an end, which is gone over. */
  private upTo(end: string): Element[] {
    const inside = this.sequence([end]);
    this.take(end);
    return inside;
  }

  private root(): Element | undefined {
    if (this.take('√(')) return m('rad', m('radPr', property('degHide', '1')), m('deg'), m('e', ...this.upTo(')')));
    if (!this.take('√[')) return undefined;
    const degree = this.upTo(']');
    if (!this.take('(')) this.isBroken = true;
    return m('rad', m('deg', ...degree), m('e', ...this.upTo(')')));
  }

  private sum(): Element | undefined {
    const sign = this.line[this.at] as string;
    if (!NARY.test(sign) || !(this.isNext(`${sign}[`) || this.isNext(`${sign} (`))) return undefined;
    this.at++;
    const bounded = this.take('[');
    const from = bounded ? this.sequence([' à ', ']']) : [];
    const to = bounded && this.take(' à ') ? this.sequence([']']) : [];
    if (bounded) this.take(']');
    if (!this.take(' (')) this.isBroken = true;
    const properties = [property('chr', sign), property('limLoc', 'undOvr')];
    if (from.length === 0) properties.push(property('subHide', '1'));
    if (to.length === 0) properties.push(property('supHide', '1'));
    return m('nary', m('naryPr', ...properties), m('sub', ...from), m('sup', ...to), m('e', ...this.upTo(')')));
  }

  /** Brackets around a numerator, or around what they say. */
  private brackets(): Element | undefined {
    if (!this.take('(')) return undefined;
    const inside = this.upTo(')');
    return this.take('/(') ? m('f', m('num', ...inside), m('den', ...this.upTo(')'))) : m('d', m('e', ...inside));
  }

  /** An index or an exponent of what stands before it. */
  private script(base: Element | undefined): Element[] {
    const name = this.line[this.at++] === '_' ? 'sub' : 'sup';
    if (!base) {
      this.isBroken = true;
      return [];
    }
    const own = m(name, ...this.operand());
    if (name === 'sup' && base.name === 'm:sSub') return [m('sSubSup', ...(base.children as Element[]), own)];
    return [m(name === 'sub' ? 'sSub' : 'sSup', m('e', base), own)];
  }

  private operand(): Element[] {
    const end = OPENS[this.line[this.at] ?? ''];
    if (end !== undefined) {
      this.at++;
      return this.upTo(end);
    }
    const word = /^[\p{L}\p{N}]+/u.exec(this.line.slice(this.at))?.[0] ?? '';
    if (word === '') this.isBroken = true;
    this.at += word.length;
    return [words(word)];
  }
}
