import type { Rule } from '../../rules/kit/rule.ts';
import { inEnglish, quotedInEnglish } from './english-values.ts';

/** The texts of another language: one data file. Placeholders `{name}` are those of the French. */
export interface Catalogue {
  readonly rules: Readonly<
    Record<string, { readonly title: string; readonly messages: Readonly<Record<string, string>> }>
  >;
  /** French sentences that are written as they go (titles of fixes, notes), each `{name}` any words; and their translation. */
  readonly phrases: Readonly<Record<string, string>>;
  /** The same, of what the tree, the sheet and the reports say around the findings. */
  readonly pages?: Readonly<Record<string, string>>;
}

/** Chooses the text of what is shown. What has no translation stays in French. */
export interface Phrasebook {
  /** As HTML names it. */
  readonly lang: 'fr' | 'en';
  /** The rule with its title and messages; always the same object for the same rule. */
  readonly rule: (rule: Rule) => Rule;
  /** Of findings and fixes. */
  readonly say: (french: string) => string;
  /** Of the tree, the sheet and the reports, whose words stand around them. */
  readonly tell: (french: string) => string;
}

/** French, the language of the rules: nothing is changed. */
export const FRENCH: Phrasebook = {
  lang: 'fr',
  rule: (rule) => rule,
  say: (french) => french,
  tell: (french) => french,
};

/** Says a line of figures, part by part: « 3 lots – total : 10 € », « 40 + 20 = 60 ». */
export const tellParts = ({ tell }: Phrasebook, line: string): string =>
  line
    .split(/(, | – | \+ | = )/)
    .map((part, i) => (i % 2 === 0 ? tell(part) : part))
    .join('');

interface Template {
  readonly pattern: RegExp;
  readonly translation: string;
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** The template as a pattern, each placeholder a named group. */
function templateOf(french: string, translation: string): Template {
  const literal = (s: string) => s.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  let pattern = '';
  let at = 0;
  const seen = new Set<string>();
  for (const { 0: whole, 1: name = '', index } of french.matchAll(PLACEHOLDER)) {
    pattern += literal(french.slice(at, index)) + (seen.has(name) ? `\\k<${name}>` : `(?<${name}>.*?)`);
    seen.add(name);
    at = index + whole.length;
  }
  return { pattern: new RegExp(`^${pattern}${literal(french.slice(at))}$`, 'su'), translation };
}

const JOINTS: Readonly<Record<string, string>> = { ', ': ', ', ' et ': ' and ', ' ou ': ' or ', ' ni ': ' or ' };

/** « la durée, le lieu ni le prix »: an enumeration whose every member has a translation; undefined for anything else. */
function listed(french: string, translate: (word: string) => string | undefined): string | undefined {
  for (const { 0: joint, index } of french.matchAll(/, | et | ou | ni /g)) {
    const first = translate(french.slice(0, index));
    if (first === undefined) continue;
    const others = french.slice(index + joint.length);
    const rest = translate(others) ?? listed(others, translate);
    if (rest !== undefined) return first + (JOINTS[joint] as string) + rest;
  }
  return undefined;
}

const literalLength = (french: string) => french.replace(PLACEHOLDER, '').length;

/** Says a French text by what is known of it. */
function speaker(exact: ReadonlyMap<string, string>): (french: string) => string {
  // The one with most words of its own first; one that is nothing but a placeholder says nothing.
  const templates = [...exact]
    .filter(([french]) => french.includes('{') && literalLength(french) > 0)
    .sort(([a], [b]) => literalLength(b) - literalLength(a))
    .map(([french, translation]) => templateOf(french, translation));
  const translate = (french: string): string | undefined => {
    const whole = exact.get(french) ?? inEnglish(french);
    if (whole !== undefined) return whole;
    for (const { pattern, translation } of templates) {
      const found = pattern.exec(french);
      if (found)
        // Quoted words are those of the draft: they stay its own.
        return translation.replace(/(“?)\{(\w+)\}/g, (_, quote: string, name: string) => {
          const words = found.groups?.[name] ?? '';
          return quote + (quote ? words : (translate(words) ?? words));
        });
    }
    return listed(french, (word) => exact.get(word) ?? inEnglish(word));
  };
  return (french) => quotedInEnglish(translate(french) ?? french);
}

/** The phrasebook of a catalogue. `notices`: rules of the program itself, whose messages come already filled. */
export function phrasebook({ rules, phrases, pages = {} }: Catalogue, notices: readonly Rule[] = []): Phrasebook {
  const known = new Map<Rule, Rule>();
  const own = notices.flatMap(({ id, messages }) =>
    Object.entries(messages).map(([key, french]) => [french, rules[id]?.messages[key] ?? french] as const),
  );
  const exact = [...Object.entries(phrases), ...own];
  return {
    lang: 'en',
    say: speaker(new Map(exact)),
    tell: speaker(new Map([...exact, ...Object.entries(pages)])),
    rule(rule) {
      const translated = rules[rule.id];
      if (!translated) return rule;
      const done = known.get(rule) ?? {
        ...rule,
        title: translated.title,
        messages: { ...rule.messages, ...translated.messages },
      };
      known.set(rule, done);
      return done;
    },
  };
}
