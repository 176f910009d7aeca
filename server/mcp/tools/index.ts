import type { Input, ToolName } from '../schemas.ts';
import type { Unsaved, World } from '../world.ts';
import { check } from './check.ts';
import { validateCitations } from './citations.ts';
import { clauses } from './clauses.ts';
import { explain } from './explain.ts';
import { facts } from './facts.ts';
import { proposeFix } from './fixes.ts';

/** What each tool answers. Throws a `UsageError` for what cannot be answered. */
type Tools = { readonly [T in ToolName]: (input: Input<T>, world: World, unsaved: Unsaved) => Promise<string> };

export const tools: Tools = {
  check,
  explain,
  facts,
  validate_citations: validateCitations,
  propose_fix: proposeFix,
  clauses,
};
