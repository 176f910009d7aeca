/** Words of a draft stand in messages: they are shown, not read as markup. */
export const literal = (text: string): string => text.replace(/[\\`*_[\]<>|#~!]/g, '\\$&');

/** A first sentence that another follows; the stop of « L. 131-3 » ends none. */
const FIRST = /^[^\n]{1,200}?[.!?](?=\s+\p{Lu})/u;

/** A message as Markdown: the fault stands out from the remedy. */
export function marked(message: string): string {
  const fault = FIRST.exec(message)?.[0];
  return fault ? `**${literal(fault)}**${literal(message.slice(fault.length))}` : literal(message);
}
