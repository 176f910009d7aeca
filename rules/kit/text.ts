/** A match in a folded text. `from` and `to` are indexes in the folded text of the `Words` it was found in. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

const toMatch = (m: RegExpExecArray): Match => ({
  from: m.index,
  to: m.index + m[0].length,
  text: m[0],
  groups: m.groups ?? {},
});

const global = new WeakMap<RegExp, RegExp>();
const bySource = new Map<string, RegExp>();

/** The pattern as it is run: one object for all the patterns of one source, whose own place between two runs is reset. */
export function compiled(pattern: RegExp): RegExp {
  let found = global.get(pattern);
  if (!found) {
    const flags = pattern.global ? pattern.flags : `${pattern.flags}g`;
    const key = `${flags}/${pattern.source}`;
    found = bySource.get(key) ?? new RegExp(pattern.source, flags);
    bySource.set(key, found);
    global.set(pattern, found);
    global.set(found, found);
  }
  return found;
}

/** A folded text of which it is known which patterns cannot stand in it. */
interface Known {
  readonly text: string;
  lacks(pattern: RegExp): boolean;
}
let last: Known | undefined;

/** Notes that a text is handed out: who asks next about this very text is spared the patterns that cannot stand in it. */
export function handedOut(known: Known): string {
  last = known;
  return known.text;
}
const cannotStand = (folded: string, pattern: RegExp): boolean => last?.text === folded && last.lacks(pattern);

/** True when the folded text holds the pattern. */
export function has(folded: string, pattern: RegExp): boolean {
  if (cannotStand(folded, pattern)) return false;
  const re = compiled(pattern);
  re.lastIndex = 0;
  return re.test(folded);
}

/** First match at or after `from`, or undefined. */
export function find(folded: string, pattern: RegExp, from = 0): Match | undefined {
  if (cannotStand(folded, pattern)) return undefined;
  const re = compiled(pattern);
  re.lastIndex = from;
  const m = re.exec(folded);
  return m ? toMatch(m) : undefined;
}

/** Every match, in order. */
export function findAll(folded: string, pattern: RegExp): Match[] {
  const out: Match[] = [];
  if (cannotStand(folded, pattern)) return out;
  const re = compiled(pattern);
  re.lastIndex = 0;
  for (let m = re.exec(folded); m; m = re.exec(folded)) {
    out.push(toMatch(m));
    if (m[0] === '') re.lastIndex++;
  }
  return out;
}
