// Made by `npm run generate`: change the files it comes from.
import type { Rule } from './kit/rule.ts';
import redactionEnteteInvalide from './redaction/entete-invalide.ts';

/** Every rule, in order of id. */
export const rules: readonly Rule[] = [
  redactionEnteteInvalide,
];
