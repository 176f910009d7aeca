import type { Report } from '../../rules/kit/rule.ts';
import { head } from './excerpt.ts';
import { FRENCH, type Phrasebook } from './phrasebook.ts';

/**
 * The message of a finding is two parts on lines of their own: the fault, which a list of problems shows alone, then why it
 * matters and what to write instead, with what is to be verified. A few have nothing to add to the fault.
 */

/** Units that a list of problems shows of a fault without cutting it. */
export const FAULT = 90;
/** Words that are quoted in the fault keep at least so many of their units: fewer say nothing. */
const LEAST = 12;

const QUOTED = /(?<=[«“]\s?)[^«»“”\s][^«»“”]*?(?=\s?[»”])/g;

/** The fault alone. */
export const faultOf = (message: string): string => message.split('\n', 1)[0] as string;

/** Why it matters and what to do; empty where the fault says all. */
export const remedyOf = (message: string): string => message.slice(faultOf(message).length).trim();

/** The message with a sentence more, that qualifies it or says what to do. */
export const withMore = (message: string, sentence: string): string =>
  sentence ? `${message}${message.includes('\n') ? ' ' : '\n'}${sentence}` : message;

/**
 * Fills the `{names}` of a message, each value through `say` unless it is quoted: the words of a draft stay its own. Those
 * quoted in the fault are cut where they would make it too long; the draft has them all, at the place of the finding.
 */
export function fill(message: string, data: Report['data'] = {}, say: Phrasebook['say'] = FRENCH.say): string {
  const filled = message.replace(/(“?)\{(\w+)\}/g, (_, quote: string, name: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`message without a value for {${name}}`);
    // A line of its own is for the two parts alone.
    const words = String(value).replace(/[^\S\n]*\n\s*/g, ' ');
    return quote + (quote || typeof value === 'number' ? words : say(words));
  });
  const fault = faultOf(filled);
  return inShort(fault) + filled.slice(fault.length);
}

/** A fault that is not too long, by what it quotes. */
function inShort(fault: string): string {
  if (fault.length <= FAULT) return fault;
  const lengths = [...fault.matchAll(QUOTED)].map(([words]) => words.length);
  const quoted = lengths.reduce((sum, length) => sum + length, 0);
  const most = Math.max(LEAST, shareOf(lengths, FAULT - fault.length + quoted));
  const cut = fault.replace(QUOTED, (words) => (words.length <= most ? words : head(words, most - 1)));
  return cut.length <= FAULT ? cut : head(cut, FAULT - 1);
}

/** The length that none may pass for all to fit in a room: the short ones leave theirs to the long ones. */
function shareOf(lengths: readonly number[], room: number): number {
  const [least = 0, ...others] = [...lengths].sort((a, b) => a - b);
  const share = Math.floor(room / lengths.length);
  return least > share || others.length === 0 ? share : shareOf(others, room - least);
}
