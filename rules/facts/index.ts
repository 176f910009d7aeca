// Made by `npm run generate`: change the files it comes from.
import type { Fact } from '../kit/piece.ts';
import { differenciations } from './criteres-differenciation.ts';
import { expressesInnovation } from './criteres-innovation.ts';
import { criteres } from './criteres.ts';
import { procedure } from './procedure.ts';

/** Every fact, as `dce-lint facts` prints them. */
export const facts: readonly Fact<unknown>[] = [
  differenciations as Fact<unknown>,
  expressesInnovation as Fact<unknown>,
  criteres as Fact<unknown>,
  procedure as Fact<unknown>,
];
