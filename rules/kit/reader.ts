import type { PassageContent } from './markdown/content.ts';
import type { Phrase } from './markdown/prose.ts';
import type { Sentence } from './passage.ts';

/** What a reader takes from a sentence; undefined or an empty list when there is nothing. It may look at nothing else. */
export type Reader<T> = (phrase: Phrase, passage: PassageContent) => T | undefined;

export interface Found<T> {
  readonly value: T;
  readonly sentence: Sentence;
}
