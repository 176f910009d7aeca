import { writeFileSync } from 'node:fs';
import type { Concept } from '../../rules/reading/concept.ts';
import { unmarked } from '../../rules/reading/pointed.ts';
import type { KnownWordings } from '../../rules/reading/wordings.ts';

/** What people are shown of each concept: its wordings, and how many there are. */
export const wordingsOf = (concepts: readonly Concept[]): Record<string, KnownWordings> =>
  Object.fromEntries(
    concepts.map(({ id, said, unsaid }) => [
      id,
      {
        said: said.map(({ text }) => unmarked(text)),
        unsaid: unsaid.length,
        hands: new Set([...said, ...unsaid].map(({ hand }) => hand)).size,
      },
    ]),
  );

/** Writes it beside the model. */
export function writeWordings(concepts: readonly Concept[]): void {
  const path = new URL('../../rules/reading/model/wordings.json', import.meta.url);
  writeFileSync(path, `${JSON.stringify(wordingsOf(concepts))}\n`);
}
