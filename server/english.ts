import { notices } from './core/notices.ts';
import { FRENCH, type Phrasebook, phrasebook } from './core/phrasebook.ts';
import { THEMES } from './core/themes.ts';

/** Languages of findings. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

let english: Promise<Phrasebook> | undefined;

/** The texts of a language; English is read the first time it is asked for. French for any other word. */
export function phrasebookOf(language: unknown): Promise<Phrasebook> {
  if (language !== 'en') return Promise.resolve(FRENCH);
  english ??= import('../l10n/rules.en.json', { with: { type: 'json' } }).then(({ default: { pages, ...rest } }) =>
    phrasebook({ ...rest, pages: { ...Object.fromEntries(Object.values(THEMES)), ...pages } }, notices),
  );
  return english;
}
