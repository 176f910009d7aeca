import type { Element } from 'xast';
import { at, attribute, elements, textOf } from './xml.ts';

/** A formula of Word on one line: « (a)/(b) », « √(x) », « x^(2) ». */
export function formula(element: Element | undefined): string {
  if (!element) return '';
  const part = (name: string) => formula(at(element, name));
  switch (element.name) {
    case 'm:t':
      return textOf(element);
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
