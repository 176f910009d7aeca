// Made by `npm run generate` from the rule files.
import type { Rule } from './kit/rule.ts';
import redactionEnteteInvalide from './redaction/entete-invalide.ts';

/** Every rule, in order of id. */
export const rules: readonly Rule[] = [redactionEnteteInvalide];
