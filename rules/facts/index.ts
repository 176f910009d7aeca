// Made by `npm run generate`: change the files it comes from.
import type { Fact } from '../kit/piece.ts';
import { procedure } from './procedure.ts';

/** Every fact, as `dce-lint facts` prints them. */
export const facts: readonly Fact<unknown>[] = [
  procedure as Fact<unknown>,
];
