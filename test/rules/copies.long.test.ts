import { everyRule } from './all.ts';
import { holdCopies } from './copies.ts';

const rules = await everyRule();

describe('each rule, under changed conditions,', () => {
  for (const { path, rule } of rules) describe(path, () => holdCopies(rule));
});
