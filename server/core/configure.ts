import { isMap, isScalar, type Node, parseDocument, Scalar } from 'yaml';
import type { Rule } from '../../rules/kit/rule.ts';
import type { Span } from '../../rules/kit/span.ts';
import { isBlank, isTooDeep } from '../../rules/kit/yaml.ts';
import { readConfiguration } from './settings.ts';

/** The change of a configuration's text, or why it is left as it is: a French sentence. */
export type Configured =
  | { readonly ok: true; readonly at: Span; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const refused = (reason: string): Configured => ({ ok: false, reason });

/**
 * Writes in the text of a `.dce-lint.yaml` that a rule is off, with the reason as a comment. Comments, order and all that
 * is not understood stay; a text that cannot be changed without risk (half written, not a map) is refused.
 */
export function switchOff(text: string, rule: Rule, reason: string, rules: readonly Rule[]): Configured {
  if (isTooDeep(text)) return refused('Elle est trop imbriquée : la corriger, puis recommencer.');
  const doc = parseDocument<Node, false>(text, { logLevel: 'silent' });
  const [error] = doc.errors;
  if (error) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    return refused(`Elle n’est pas du YAML valide à la ligne ${line} : corriger cette ligne, puis recommencer.`);
  }
  if (isBlank(doc.contents)) doc.contents = doc.createNode({});
  if (!isMap(doc.contents))
    return refused('Elle ne contient pas de clés (« rules: ») : la corriger, puis recommencer.');
  const levels = doc.get('rules', true);
  if (!isMap(levels) && !isBlank(levels))
    return refused('« rules » n’y contient pas de règles, une par ligne : la corriger, puis recommencer.');
  if (!isMap(levels)) doc.set('rules', doc.createNode({}));
  else levels.flow = levels.flow && levels.items.length > 0;
  const before = doc.getIn(['rules', rule.id], true);
  const off = new Scalar('off');
  const words = reason.replace(/\s+/g, ' ').trim();
  const comments = [isScalar(before) && before.comment, words && ` ${words}`].filter(Boolean);
  if (comments.length > 0) off.comment = comments.join(' ;');
  doc.setIn(['rules', rule.id], off);
  const written = doc.toString({ lineWidth: 0, flowCollectionPadding: false });
  const after = /\r\n/.test(text) ? written.replace(/\r?\n/g, '\r\n') : written;
  if (readConfiguration(after, '', rules).levels.get(rule.id)?.value !== 'off')
    return refused('Elle ne peut être complétée sans risque : y écrire la règle à la main.');
  return { ok: true, ...difference(text, after) };
}

/** The one change that makes a text of another: what both begin and end with is left alone. */
export function difference(before: string, after: string): { readonly at: Span; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { at: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
