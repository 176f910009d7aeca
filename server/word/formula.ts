import type { Element } from 'xast';
import { FORMULA, readFormula } from './formula-reader.ts';
import { at, attribute, elements, textOf } from './xml.ts';

/** What a line tells of a formula; accents, matrices and limits are not. */
const TOLD = new Set('oMath r t f num den sSup sSub sSubSup e sub sup rad deg nary d'.split(' ').map((n) => `m:${n}`));

/** A formula of Word as a draft has it: between dollars where Word can have it back, else on a line of words (`isLost`). */
export function draftOf(element: Element): { readonly text: string; readonly isLost: boolean } {
  const line = formula(element).replace(/\s+/g, ' ').trim();
  const text = `$${line}$`;
  const again = isTold(element) && FORMULA.exec(text)?.[0] === text ? readFormula(line) : undefined;
  return again && formula(again) === line ? { text, isLost: false } : { text: line, isLost: line !== '' };
}

const isTold = (element: Element): boolean =>
  elements(element).every((child) => child.name.endsWith('Pr') || (TOLD.has(child.name) && isTold(child)));

/** A formula of Word on one line: « (a)/(b) », « √(x) », « x^(2) ». */
function formula(element: Element | undefined): string {
  if (!element) return '';
  const part = (name: string) => formula(at(element, name));
  switch (element.name) {
    case 'm:t':
      return textOf(element);
    case 'w:del':
      return '';
    case 'm:f':
      return `(${part('m:num')})/(${part('m:den')})`;
    case 'm:sSup':
      return `${part('m:e')}^(${part('m:sup')})`;
    case 'm:sSub':
      return `${part('m:e')}_(${part('m:sub')})`;
    case 'm:sSubSup':
      return `${part('m:e')}_(${part('m:sub')})^(${part('m:sup')})`;
    case 'm:rad':
      return part('m:deg') === '' ? `√(${part('m:e')})` : `√[${part('m:deg')}](${part('m:e')})`;
    case 'm:nary': {
      const sign = attribute(at(element, 'm:naryPr', 'm:chr'), 'm:val') ?? '∫';
      const bounds = [part('m:sub'), part('m:sup')].filter((b) => b !== '').join(' à ');
      return `${sign}${bounds && `[${bounds}]`} (${part('m:e')})`;
    }
    case 'm:d': {
      const sign = (name: string, usual: string) => attribute(at(element, 'm:dPr', name), 'm:val') ?? usual;
      const inside = elements(element).filter((e) => e.name === 'm:e');
      return `${sign('m:begChr', '(')}${inside.map(formula).join(' ; ')}${sign('m:endChr', ')')}`;
    }
    default:
      return elements(element).map(formula).join('');
  }
}
