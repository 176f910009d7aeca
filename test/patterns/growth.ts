import { type AST, RegExpParser } from '@eslint-community/regexpp';

/**
 * How the time of a failed match grows with the text, at worst: 1 as the text, 2 as its square, `Infinity` doubled by a
 * character more.
 *
 * An expression is taken as an automaton in which each way of reading is a path. Two ways round a loop on the same
 * words double with each turn; a way from one loop to another on words that turn both gives a degree more (Weber and
 * Seidl, « On the degree of ambiguity of finite automata », 1991). The search for a place to begin is a loop too.
 *
 * Where it is not exact it says too much rather than too little: a match is thought to fail whatever comes before, an
 * assertion of more than a character to hold. Counted repetitions of what has a bound are taken as of two turns at most.
 */
export interface Growth {
  readonly degree: number;
  /** Words that, repeated, make it grow so. */
  readonly pumps: readonly string[];
}

type Condition = (before: number, next: number) => boolean;
const never: Condition = () => false;

/** A way without a character to one that is read, and where it leads. */
interface Way {
  readonly set: ReadonlySet<number>;
  readonly to: number;
  readonly when: readonly Condition[];
}

type Vertex =
  | { readonly kind: 'read'; readonly set: ReadonlySet<number>; readonly to: number }
  | { readonly kind: 'pass'; readonly ways: Pass[] };

interface Pass {
  readonly to: number;
  readonly when?: Condition;
  /** Begins a turn that must read something before it ends, at the vertex that is said. */
  readonly turn?: number;
}

/** A set of states that a walk reaches, by which letter, and from which of those before. */
interface Reached {
  readonly at: number[];
  readonly letter: number;
  readonly back: number;
}

type Single = AST.Character | AST.CharacterClass | AST.CharacterSet | AST.ExpressionCharacterClass;

const parser = new RegExpParser();
const isSingle = (e: AST.Element): e is Single => /^(?:Expression)?Character/.test(e.type);

/** The one character that an assertion looks at; undefined of one that looks further. */
function looksAt(e: AST.LookaroundAssertion): Single | undefined {
  const [only, ...more] = e.alternatives;
  const [first, ...rest] = only?.elements ?? [];
  return first && more.length + rest.length === 0 && isSingle(first) ? first : undefined;
}

const hasNoBound = (e: AST.Element | AST.Alternative): boolean => {
  if (e.type === 'Quantifier') return e.max === Number.POSITIVE_INFINITY || hasNoBound(e.element);
  if (e.type === 'Alternative') return e.elements.some(hasNoBound);
  return 'alternatives' in e && !isSingle(e) && e.alternatives.some(hasNoBound);
};

/** Most turns that are told apart of a counted repetition around one without a bound. */
const TURNS = 8;

const USUAL = [
  ...'\t\n\r',
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'\u00a0\u202fé’€–\ue000',
];

class Automaton {
  private readonly vertices: Vertex[] = [];
  private readonly letters: string[];
  private readonly sets = new Map<string, ReadonlySet<number>>();
  private readonly flags: string;
  private readonly known = new Map<number, readonly Way[]>();
  private readonly steps = new Map<number, readonly number[]>();
  private readonly search: number;
  /** What is asked of the character before. */
  private readonly asked: ReadonlySet<number>[] = [];
  /** For each letter, one that no question on the character before tells from it. */
  private readonly alike: readonly number[];
  private readonly after = new Map<number, readonly number[]>();
  private readonly ahead = new Map<number, number[]>();
  /** What looks back with no bound on how far. */
  readonly backwards: AST.LookbehindAssertion[] = [];

  constructor(source: string, flags: string, alternatives: readonly AST.Alternative[], backwards: boolean) {
    this.flags = flags.replace(/[dgy]/g, '');
    this.letters = this.alphabet(source, /[uv]/.test(flags));
    const start = this.branches(alternatives, this.pass(), backwards);
    const first = new Map<string, number>();
    this.alike = [...this.letters.keys()].map((letter) => {
      const answers = this.asked.map((set) => set.has(letter)).join();
      if (!first.has(answers)) first.set(answers, letter);
      return first.get(answers) as number;
    });
    this.search = this.pass();
    if (flags.includes('y') && !backwards) return;
    const all = new Set(this.letters.keys());
    this.ways(this.search).push({ to: this.vertex({ kind: 'read', set: all, to: this.search }) }, { to: start });
  }

  /** A letter for each kind of character that the expression tells apart. */
  private alphabet(source: string, unicode: boolean): string[] {
    const singles = new Set(source.match(/\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|[^\\[\]]/gsu) ?? []);
    const tests = [...singles, '\\w', '.'].flatMap((raw) => {
      try {
        return [new RegExp(`^(?:${raw})$`, this.flags)];
      } catch {
        return [];
      }
    });
    const kinds = new Map<string, string>();
    for (const c of new Set([...USUAL, ...(unicode ? source : source.split(''))]))
      if (unicode || c.length === 1) {
        const kind = tests.map((test) => (test.test(c) ? 1 : 0)).join('');
        // The letter that a reader of the report can write, if there is one.
        if (!kinds.has(kind) || /[a-z]/.test(c))
          kinds.set(kind, kinds.get(kind)?.match(/[a-z]/) ? (kinds.get(kind) as string) : c);
      }
    return [...kinds.values()];
  }

  private setOf(raw: string): ReadonlySet<number> {
    let set = this.sets.get(raw);
    if (!set) {
      const test = new RegExp(`^(?:${raw})$`, this.flags);
      set = new Set([...this.letters.keys()].filter((i) => test.test(this.letters[i] as string)));
      this.sets.set(raw, set);
    }
    return set;
  }

  private vertex(v: Vertex): number {
    return this.vertices.push(v) - 1;
  }

  private pass(...to: number[]): number {
    return this.vertex({ kind: 'pass', ways: to.map((n) => ({ to: n })) });
  }

  private ways(n: number): Pass[] {
    const v = this.vertices[n] as Vertex;
    return v.kind === 'pass' ? v.ways : [];
  }

  private branches(alternatives: readonly AST.Alternative[], then: number, backwards: boolean): number {
    return this.pass(
      ...alternatives.map(({ elements }) => {
        const order = backwards ? elements : [...elements].reverse();
        return order.reduce((next, e) => this.element(e, next, backwards), then);
      }),
    );
  }

  private element(e: AST.Element, then: number, backwards: boolean): number {
    if (isSingle(e)) return this.vertex({ kind: 'read', set: this.setOf(e.raw), to: then });
    switch (e.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.branches(e.alternatives, then, backwards);
      case 'Quantifier':
        return this.repeated(e, then, backwards);
      case 'Assertion':
        return this.assertion(e, then, backwards);
      default:
        throw new Error(`${e.type} is not judged`);
    }
  }

  private repeated(e: AST.Quantifier, then: number, backwards: boolean): number {
    const body = (next: number) => this.element(e.element, next, backwards);
    let { min, max } = e;
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.pass();
      const inside = body(loop);
      this.ways(loop).push({ to: inside, turn: loop }, { to: then });
      let entry = min === 0 ? loop : inside;
      for (let i = 1; i < Math.min(min, TURNS); i++) entry = body(entry);
      return entry;
    }
    const most = hasNoBound(e.element) ? TURNS : 2;
    if (max > most) {
      min = min === max ? most : Math.min(min, most - 1);
      max = most;
    }
    let entry = then;
    for (let i = max; i > min; i--) {
      const done = this.pass(entry);
      entry = this.vertex({ kind: 'pass', ways: [{ to: body(done), turn: done }, { to: then }] });
    }
    for (let i = 0; i < min; i++) entry = body(entry);
    return entry;
  }

  private assertion(e: AST.Assertion, then: number, backwards: boolean): number {
    const guarded = (when?: Condition) =>
      this.vertex({ kind: 'pass', ways: [when ? { to: then, when } : { to: then }] });
    if (!('negate' in e)) return guarded(this.flags.includes('m') ? undefined : never);
    if (e.kind === 'word') {
      const word = this.setOf('\\w');
      this.asked.push(word);
      return guarded((before, next) => (word.has(before) !== word.has(next)) !== e.negate);
    }
    const single = looksAt(e);
    const ahead = (e.kind === 'lookahead') !== backwards;
    if (single) {
      const set = this.setOf(single.raw);
      if (!ahead) this.asked.push(set);
      return guarded(ahead ? (_, next) => set.has(next) !== e.negate : (before) => set.has(before) !== e.negate);
    }
    const entry = guarded();
    // To look ahead costs what it costs to go there. What looks back is judged apart.
    if (!ahead && e.kind === 'lookbehind' && e.alternatives.some(hasNoBound)) this.backwards.push(e);
    if (ahead) this.ways(entry).push({ to: this.branches(e.alternatives, this.pass(), backwards) });
    return entry;
  }

  /** All ways from a vertex to a character: one that is reached in two ways is there twice. */
  private waysFrom(n: number): readonly Way[] {
    const known = this.known.get(n);
    if (known) return known;
    const found: Way[] = [];
    const times = new Map<number, number>();
    const turning = new Set<number>();
    const take = ({ to, turn, when: own }: Pass, when: readonly Condition[]) => {
      if (turn !== undefined) turning.add(turn);
      go(to, own ? [...when, own] : when);
      if (turn !== undefined) turning.delete(turn);
    };
    const go = (at: number, when: readonly Condition[]) => {
      const v = this.vertices[at] as Vertex;
      const count = times.get(at) ?? 0;
      if (turning.has(at) || count >= 4) return;
      times.set(at, count + 1);
      if (v.kind === 'read') {
        found.push({ set: v.set, to: v.to, when });
        return;
      }
      for (const way of v.ways) if (way.when !== never) take(way, when);
    };
    go(n, []);
    this.known.set(n, found);
    return found;
  }

  private next(n: number, before: number, letter: number): readonly number[] {
    const size = this.letters.length;
    const key = (n * size + before) * size + letter;
    let to = this.steps.get(key);
    if (!to) {
      to = this.waysFrom(n)
        .filter(({ set, when }) => set.has(letter) && when.every((w) => w(before, letter)))
        .map((way) => way.to);
      this.steps.set(key, to);
    }
    return to;
  }

  /** Sets of states that reach each other, those that come later first. */
  loops(): number[][] {
    const open = [this.search, ...this.vertices.flatMap((v) => (v.kind === 'read' ? [v.to] : []))];
    for (const n of open) {
      if (this.after.has(n)) continue;
      const to = [...new Set(this.waysFrom(n).map((way) => way.to))];
      this.after.set(n, to);
      for (const m of to) this.ahead.set(m, [...(this.ahead.get(m) ?? []), n]);
    }
    return components(this.after);
  }

  /** What can come after, each state with what it can lead to. */
  reachable(from: Iterable<number>, edges: ReadonlyMap<number, readonly number[]> = this.after): Set<number> {
    const seen = new Set(from);
    for (const n of seen) for (const to of edges.get(n) ?? []) seen.add(to);
    return seen;
  }

  /** Words round a loop in two ways; undefined when there is one way only. */
  twice(loop: ReadonlySet<number>): string | undefined {
    const inside = (n: number, before: number, letter: number) =>
      this.next(n, before, letter).filter((to) => loop.has(to));
    const step = ([x = 0, y = 0, parted = 0]: number[], before: number, letter: number) => {
      const ys = inside(y, before, letter);
      return inside(x, before, letter).flatMap((to, i) =>
        ys.map((other, j) => [to, other, parted || to !== other || (x === y && i !== j) ? 1 : 0]),
      );
    };
    // Two ways from one state to another: what leads back to the first makes them a turn.
    const all = [...loop];
    const meet = ([x, y, parted]: number[]) => parted === 1 && x === y;
    if (
      this.walk(
        all.map((p) => [p, p, 0]),
        step,
        meet,
      ) === undefined
    )
      return undefined;
    for (const p of loop) {
      const word = this.walk([[p, p, 0]], step, (at) => meet(at) && at[0] === p, true);
      if (word !== undefined) return word;
    }
    return undefined;
  }

  /** Words that turn both loops and lead from the first to the second. */
  between(first: ReadonlySet<number>, second: ReadonlySet<number>): string | undefined {
    const before = this.reachable(second, this.ahead);
    const leads = (n: number) => before.has(n);
    for (const p of first)
      for (const q of second) {
        const step = ([x = 0, y = 0, z = 0]: number[], last: number, letter: number) => {
          const xs = this.next(x, last, letter).filter((to) => first.has(to));
          const zs = xs.length > 0 ? this.next(z, last, letter).filter((to) => second.has(to)) : [];
          if (zs.length === 0) return [];
          const ys = this.next(y, last, letter).filter(leads);
          return xs.flatMap((a) => ys.flatMap((b) => zs.map((c) => [a, b, c])));
        };
        const found = this.walk([[p, p, q]], step, ([x, y, z]) => x === p && y === q && z === q, true);
        if (found !== undefined) return found;
      }
    return undefined;
  }

  /** The shortest word from one of some states to a goal; with `again`, one that can follow itself. */
  private walk(
    from: readonly number[][],
    step: (at: number[], before: number, letter: number) => number[][],
    goal: (at: number[]) => boolean,
    again = false,
  ): string | undefined {
    for (const last of new Set(this.alike)) {
      const ends = (at: number[], as: number) => goal(at) && (!again || as === last);
      const word = this.walkAfter(last, from, step, ends);
      if (word !== undefined) return word;
    }
    return undefined;
  }

  /** The same, after one letter; `goal` is told also which letter the last is like. */
  private walkAfter(
    last: number,
    from: readonly number[][],
    step: (at: number[], before: number, letter: number) => number[][],
    goal: (at: number[], as: number) => boolean,
  ): string | undefined {
    const queue = from.map((at): Reached => ({ at, letter: last, back: -1 }));
    const seen = new Set<string>();
    for (let i = 0; i < queue.length; i++) {
      const { at, letter: read } = queue[i] as Reached;
      const before = this.alike[read] as number;
      for (let letter = 0; letter < this.letters.length; letter++)
        for (const there of step(at, before, letter)) {
          const as = this.alike[letter] as number;
          const key = `${there.join()} ${as}`;
          if (seen.has(key)) continue;
          seen.add(key);
          queue.push({ at: there, letter, back: i });
          if (goal(there, as)) return this.wordTo(queue, from.length);
        }
    }
    return undefined;
  }

  /** The letters that lead to the last state reached, from one of so many first. */
  private wordTo(queue: readonly Reached[], first: number): string {
    let word = '';
    for (let k = queue.length - 1; k >= first; k = (queue[k] as Reached).back)
      word = `${this.letters[(queue[k] as Reached).letter]}${word}`;
    return word;
  }
}

/** By Tarjan's way, without recursion. */
function components(edges: ReadonlyMap<number, readonly number[]>): number[][] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const on = new Set<number>();
  const found: number[][] = [];
  const enter = (n: number): { n: number; i: number } => {
    low.set(n, index.size);
    index.set(n, index.size);
    stack.push(n);
    on.add(n);
    return { n, i: 0 };
  };
  const lower = (n: number, to: number) => low.set(n, Math.min(low.get(n) as number, to));
  /** What stands on the stack from a state on is a component, if none of it leads farther back. */
  const leave = (n: number) => {
    if (low.get(n) !== index.get(n)) return;
    const component = stack.splice(stack.lastIndexOf(n)).reverse();
    for (const m of component) on.delete(m);
    if (component.length > 1 || edges.get(n)?.includes(n)) found.push(component);
  };
  const visit = (root: number) => {
    const work = [enter(root)];
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { n } = frame;
      const to = edges.get(n)?.[frame.i++];
      if (to === undefined) {
        work.pop();
        const above = work.at(-1);
        if (above) lower(above.n, low.get(n) as number);
        leave(n);
      } else if (!index.has(to)) work.push(enter(to));
      else if (on.has(to)) lower(n, index.get(to) as number);
    }
  };
  for (const n of edges.keys()) if (!index.has(n)) visit(n);
  return found;
}

export function growthOf(source: string, flags: string): Growth {
  const unicodeSets = flags.includes('v');
  const { alternatives } = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u'), unicodeSets });
  if (!alternatives.some(hasNoBound)) return { degree: 1, pumps: [] };
  const judged = (of: readonly AST.Alternative[], backwards: boolean): Growth => {
    const automaton = new Automaton(source, flags, of, backwards);
    const own = growthIn(automaton);
    return automaton.backwards
      .map((e) => judged(e.alternatives, true))
      .reduce((a, b) => ({ degree: a.degree + b.degree - 1, pumps: [...a.pumps, ...b.pumps] }), own);
  };
  return judged(alternatives, false);
}

function growthIn(automaton: Automaton): Growth {
  const loops = automaton.loops().map((loop) => new Set(loop));
  for (const loop of loops) {
    const word = automaton.twice(loop);
    if (word !== undefined) return { degree: Number.POSITIVE_INFINITY, pumps: [word] };
  }
  // Loops come last first: what follows one is known when it is its turn.
  const best: { degree: number; pumps: readonly string[] }[] = [];
  loops.forEach((loop, i) => {
    let most = { degree: 0, pumps: [] as readonly string[] };
    const after = automaton.reachable(loop);
    for (let j = 0; j < i; j++) {
      const other = loops[j] as Set<number>;
      const then = best[j] as { degree: number; pumps: readonly string[] };
      if (![...other].some((n) => after.has(n))) continue;
      if (then.degree > most.degree) most = then;
      if (then.degree + 1 <= most.degree) continue;
      const word = automaton.between(loop, other);
      if (word !== undefined) most = { degree: then.degree + 1, pumps: [word, ...then.pumps] };
    }
    best.push(most);
  });
  const worst = best.reduce((a, b) => (b.degree > a.degree ? b : a), { degree: 0, pumps: [] });
  return { degree: worst.degree + 1, pumps: worst.pumps };
}
