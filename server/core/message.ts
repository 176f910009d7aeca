import type { Report } from '../../rules/kit/rule.ts';
import { head } from './excerpt.ts';
import { FRENCH, type Phrasebook } from './phrasebook.ts';

/**
 * The message of a finding is two parts on lines of their own: the fault, which a list of problems shows alone, then why it
 * matters and what to write instead, with what is to be verified. A few have nothing to add to the fault.
 */

/** Units that a list of problems shows of a fault without cutting it. */
export const FAULT = 90;
/** A value that is quoted in the fault keeps at least so many of its units: fewer say nothing. */
const LEAST = 16;

const VALUE = /([«“]\s?)?\{(\w+)\}/g;

/** The fault alone. */
export const faultOf = (message: string): string => message.split('\n', 1)[0] as string;

/** Why it matters and what to do; empty where the fault says all. */
export const remedyOf = (message: string): string => message.slice(faultOf(message).length).trim();

/** The message with a sentence more, that qualifies it or says what to do. */
export const withMore = (message: string, sentence: string): string =>
  sentence ? `${message}${message.includes('\n') ? ' ' : '\n'}${sentence}` : message;

/**
 * Fills the `{names}` of a message, each value through `say` unless it is quoted: the words of a draft stay its own, and
 * those quoted in the fault are cut where they would make it too long. The text has them all at the place of the finding.
 */
export function fill(message: string, data: Report['data'] = {}, say: Phrasebook['say'] = FRENCH.say): string {
  const fault = faultOf(message);
  const valueAt = (quote: string | undefined, name: string): string => {
    const value = data[name];
    if (value === undefined) throw new Error(`message without a value for {${name}}`);
    // A line of its own is for the two parts alone.
    const words = String(value).replace(/\s*\n\s*/g, ' ');
    return quote?.startsWith('“') || typeof value === 'number' ? words : say(words);
  };
  const put = (text: string, shown: (value: string) => string = (value) => value) =>
    text.replace(VALUE, (_, quote: string | undefined, name: string) => {
      const value = valueAt(quote, name);
      return quote ? quote + shown(value) : value;
    });
  const rest = put(message.slice(fault.length));
  const whole = put(fault);
  if (whole.length <= FAULT) return whole + rest;
  const values = [...fault.matchAll(VALUE)].flatMap(([, quote, name = '']) => (quote ? valueAt(quote, name) : []));
  const most = shareOf(
    values.map((v) => v.length),
    FAULT - put(fault, () => '').length,
  );
  return put(fault, (value) => (value.length <= most ? value : head(value, Math.max(LEAST, most) - 1))) + rest;
}

/** The length that none may pass for all to fit in a room: the short ones leave theirs to the long ones. */
function shareOf(lengths: readonly number[], room: number): number {
  const [least = 0, ...others] = [...lengths].sort((a, b) => a - b);
  const share = Math.floor(room / lengths.length);
  return least > share || others.length === 0 ? share : shareOf(others, room - least);
}
