import { faultOf, remedyOf } from './message.ts';

/** Words of a draft stand in messages: they are shown, not read as markup. */
export const literal = (text: string): string => text.replace(/[\\`*_[\]<>|#~!]/g, '\\$&');

/** The message of a finding as Markdown: the fault stands out, what to do is a paragraph of its own. */
export const marked = (message: string): string =>
  [`**${literal(faultOf(message))}**`, literal(remedyOf(message))].filter(Boolean).join('\n\n');
