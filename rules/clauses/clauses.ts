import type { Clause } from './clause.ts';
import { library } from './library.generated.ts';

export type { Clause, ClauseVariable } from './clause.ts';

const byId = new Map(library.map((c) => [c.id, c]));

export const clauses: readonly Clause[] = library;

/** The clause of that id. Throws when the library has none: ids are written by authors. */
export function clause(id: string): Clause {
  const found = byId.get(id);
  if (!found) throw new Error(`no clause "${id}"`);
  return found;
}

/** Text of a clause without its heading. */
export const clauseText = (id: string): string => clause(id).body;
