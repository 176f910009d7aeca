import type { PieceKind } from '../../rules/kit/piece.ts';
import { LEVELS, type Level, type Rule } from '../../rules/kit/rule.ts';

/** A clause of the house: what a body has its buyers write. */
export interface HouseClause {
  readonly titre: string;
  /** When it is of use; empty when it is not said. */
  readonly quand: string;
  /** Where it may stand; none: in any piece. */
  readonly pieces: readonly PieceKind[];
  /** Markdown. */
  readonly texte: string;
}

/** What a body decides for all its consultations: no configuration of a folder, setting of an editor or option goes below it. */
export interface Policy {
  /** Its own name, else the file that holds it. */
  readonly name: string;
  /** By rule or `theme/*`. */
  readonly levels: readonly (readonly [name: string, level: Level])[];
  /** Rules, or `theme/*`, that cannot be switched off; they are set aside only until a day and under a name. */
  readonly required: readonly string[];
  readonly clauses: readonly HouseClause[];
}

export const NO_POLICY: Omit<Policy, 'name'> = { levels: [], required: [], clauses: [] };

const names = (name: string, { id }: Rule): boolean =>
  name === id || (name.endsWith('/*') && id.startsWith(name.slice(0, -1)));

const severer = (a: Level, b: Level): Level => (LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b);

/** The policies that hold together: the severest of each counts. */
export class Policies {
  readonly all: readonly Policy[];
  private readonly known = new Map<Rule, { readonly level: Level | undefined; readonly by: string | undefined }>();

  constructor(all: readonly Policy[]) {
    this.all = all;
  }

  /** The name of the policy that a rule cannot be switched off by; undefined where none holds it. */
  requires(rule: Rule): string | undefined {
    return this.all.find((p) => p.required.some((name) => names(name, rule)))?.name;
  }

  /** The least level of a rule. */
  private leastOf(rule: Rule) {
    const known = this.known.get(rule);
    if (known) return known;
    let level: Level | undefined;
    let by: string | undefined;
    for (const policy of this.all)
      for (const [name, least] of policy.levels)
        if (names(name, rule) && severer(least, level ?? 'info') === least && least !== level) {
          level = least;
          by = policy.name;
        }
    const found = { level, by };
    this.known.set(rule, found);
    return found;
  }

  /** True when a rule is to speak whatever preset leaves it out. */
  holds(rule: Rule): boolean {
    return this.all.length > 0 && (this.leastOf(rule).level !== undefined || this.requires(rule) !== undefined);
  }

  /**
   * What becomes of a level: `given` by settings (undefined: none is), `own` to the rule (undefined: its law is not in force, which
   * no policy changes). `by` names the policy where it decides.
   */
  raise(
    rule: Rule,
    given: Level | 'off' | undefined,
    own: Level | undefined,
  ): { readonly level: Level | 'off' | undefined; readonly by?: string | undefined } {
    if (this.all.length === 0) return { level: given };
    const { level: least, by } = this.leastOf(rule);
    const required = this.requires(rule);
    const kept = given === 'off' && (required !== undefined || least !== undefined) ? undefined : given;
    const present = kept ?? own;
    if (least === undefined || present === undefined || present === 'off')
      return kept === given ? { level: given } : { level: kept, by: required ?? by };
    const level = severer(present, least);
    if (level !== present) return { level, by };
    return kept === given ? { level: given } : { level: kept, by: required ?? by };
  }
}
