import { isDay, nearOne } from '../../rules/facts/piece/index.ts';
import type { Block, Draft } from '../../rules/kit/draft.ts';
import { field } from '../../rules/kit/fix.ts';
import type { BlockContent } from '../../rules/kit/markdown/block.ts';
import { commentsIn } from '../../rules/kit/markdown/comments.ts';
import { blanked } from '../../rules/kit/markdown/parse.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Fix, Rule } from '../../rules/kit/rule.ts';
import type { Span } from '../../rules/kit/span.ts';
import { anchored } from './anchor.ts';
import type { Finding } from './lint.ts';
import { fill } from './message.ts';
import { expired, isNotice, reasonless, unknown, unused } from './notices.ts';

export type Verb = 'next' | 'file' | 'start' | 'end';

/** A rule (or `theme/*`) that a suppression names, with its place. */
export interface Named {
  readonly name: string;
  readonly at: Span;
}

/** A suppression comment as written. */
export interface Directive {
  readonly verb: Verb;
  /** The comment, marks included. */
  readonly at: Span;
  readonly names: readonly Named[];
  /** First words of the only item or row that is meant, of the list or table that follows; undefined for all of it. */
  readonly anchor: string | undefined;
  readonly anchorAt: Span;
  /** Without spaces around; empty when there is none. */
  readonly reason: string;
  /** The same without the end and the name that it may carry. */
  readonly bare: string;
  /** The last day on which it holds; undefined: it has no end, or what is written is no day. */
  readonly until?: string;
  /** What stands for that day. */
  readonly endWritten?: string;
  /** Who decides it. */
  readonly by?: string;
  /** Where the reason stands, or would: before the end mark. */
  readonly reasonAt: Span;
}

/** Where a suppression holds for one name. */
interface Hold {
  readonly named: Named;
  readonly directive: Directive;
  readonly scope: Span;
}

/** A finding that a comment of the draft sets aside, or a file of refused readings. */
export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
  /** The comment; the finding's own place where a file says it. */
  readonly at: Span;
  /** That file, as shown. */
  readonly file?: string;
}

/** Rules, then the first words of an item or of a row between « », then the reason. */
const COMMENT = /^<!--(\s*)dce-lint-([a-z-]*)((?:[^:«]|«(?![^»]*»))*)(?:«([^»]*)»([^:]*))?(?::([\s\S]*?))?-->$/;
const VERBS: readonly Verb[] = ['next', 'file', 'start', 'end'];
/** A reason that is still to be written. */
export const PLACEHOLDER = /^\[?à compléter\b/iu;

/** « jusqu’au 2027-03-31 », « jusqu’au 31/03/2027 ». */
const UNTIL = /[,;(–—]?\s*jusqu['’]au\s+(\d[\d/-]*\d)\s*\)?/iu;
/** « , par Camille Durand »: after a comma, or what is left once the day is taken out, so that « motif donné par le service » is none. */
const BY = /(?:^|[,;–—(])\s*par\s+([^,;()]+?)\s*\)?\s*(?=$|[,;])/iu;

/** A reason with its end and its name taken apart. */
function termsIn(
  written: string,
): Pick<Directive, 'reason' | 'until' | 'endWritten' | 'by'> & { readonly bare: string } {
  const day = UNTIL.exec(written);
  const rest = day ? `${written.slice(0, day.index)},${written.slice(day.index + day[0].length)}` : written;
  const name = BY.exec(rest);
  const bare = (name ? rest.slice(0, name.index) + rest.slice(name.index + name[0].length) : rest)
    .replace(/[\s,;:–—]+/g, ' ')
    .trim();
  const endWritten = day?.[1];
  const until = endWritten?.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, d: string, m: string, y: string) =>
    [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
  );
  return {
    reason: written,
    bare,
    ...(endWritten && { endWritten }),
    ...(until && isDay(until) && { until }),
    ...(name?.[1] && { by: name[1] }),
  };
}

/** Suppression comments of a draft, and those that are none though they look like one. */
export function read(draft: Draft): { readonly directives: readonly Directive[]; readonly odd: readonly Named[] } {
  const directives: Directive[] = [];
  const odd: Named[] = [];
  for (const { span } of draft.comments) {
    // The words between the marks come without the indentation of their container: read the source itself.
    const close = draft.text.indexOf('-->', span.start + 4);
    const source = close < 0 ? '' : draft.text.slice(span.start, close + 3);
    const m = COMMENT.exec(source);
    if (!m) continue;
    const [, lead = '', word = '', list = '', anchor, after = '', reason] = m;
    const at = { start: span.start, end: span.start + source.length };
    const wordAt = at.start + 4 + lead.length;
    const verb = VERBS.find((v) => word === `ignore-${v}`);
    if (!verb) {
      odd.push({ name: `dce-lint-${word}`, at: { start: wordAt, end: wordAt + 9 + word.length } });
      continue;
    }
    const listAt = wordAt + 9 + word.length;
    const names = [...list.matchAll(/[^\s,;]+/g)].map((n) => ({
      name: n[0],
      at: { start: listAt + n.index, end: listAt + n.index + n[0].length },
    }));
    const words = (reason ?? '').replace(/\s+/g, ' ').trim();
    const end = at.end - 3;
    const listed = anchor === undefined ? list : `${list}«${anchor}»${after}`;
    const from = reason === undefined ? listAt + listed.trimEnd().length : end - reason.length;
    const anchorAt = { start: listAt + list.length, end: listAt + listed.trimEnd().length };
    directives.push({ verb, at, names, anchor, anchorAt, ...termsIn(words), reasonAt: { start: from, end } });
  }
  return { directives, odd };
}

const commentBlocks = new WeakMap<BlockContent, boolean>();

/** True when a block is nothing but comments. */
function isComment({ content, span }: Block, draft: Draft): boolean {
  let known = commentBlocks.get(content);
  if (known === undefined) {
    const text = draft.text.slice(span.start, span.end);
    known = blanked(text, commentsIn(text)).trim() === '';
    commentBlocks.set(content, known);
  }
  return known;
}

/** Finds what each « next » of a draft speaks of. */
export function nextIn(draft: Draft): (directive: Directive) => Span | undefined {
  const { blocks } = draft;
  /** For each block, the first from there on that is more than comments. */
  const spoken: (Block | undefined)[] = [];
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i] as Block;
    spoken[i] = isComment(block, draft) ? spoken[i + 1] : block;
  }
  return ({ at }) => {
    const own = draft.blockAt(at.start);
    if (own && spoken[own.index] === own) {
      const eol = draft.text.slice(at.end, own.span.end).indexOf('\n');
      if (eol >= 0) {
        const start = at.end + eol + 1;
        const after = draft.text.slice(start, own.span.end).indexOf('\n');
        return { start, end: after < 0 ? own.span.end : start + after };
      }
    }
    const block = spoken[own ? own.index + 1 : 0];
    return block && { start: block.span.start, end: block.span.end };
  };
}

/** What a map holds under a key, made the first time it is asked for. */
function memo<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  if (!map.has(key)) map.set(key, make());
  return map.get(key) as V;
}

/** Names that are no rule's for which the nearest is looked for in one piece, each against all rules. */
const MOST_PROPOSALS = 50;
/** UTF-16 units; no rule has so long a name. */
const LONGEST_NAME = 100;

const matches = (name: string, id: string): boolean =>
  name === id || (name.endsWith('/*') && id.startsWith(name.slice(0, -1)));

const within = (scope: Span, at: Span): boolean =>
  scope.start <= at.start && (at.start < scope.end || at.end <= scope.end);

/** What suppressions are held to. */
export interface SuppressionTerms {
  /** `YYYY-MM-DD`; left out, none has ended. */
  readonly today?: string | undefined;
  /** The name of the policy by which a rule is set aside only until a day and under a name. */
  readonly requiredBy?: (rule: Rule) => string | undefined;
}

/** The suppressions of one piece. Ask `covers` for each finding, then `notices` for what is to be said of them. */
export class Suppressions {
  private readonly piece: Piece;
  private readonly holds: Hold[] = [];
  private readonly used = new Set<Named>();
  private readonly said: Finding[] = [];
  private readonly refused = new Set<Named>();
  private readonly ids: readonly string[];
  private readonly byRule = new Map<string, readonly Hold[]>();
  private readonly byName = new Map<string, boolean>();
  private proposals = 0;

  private readonly terms: SuppressionTerms;

  /** `rules`: every rule that exists, on or off. */
  constructor(piece: Piece, rules: readonly Rule[], terms: SuppressionTerms = {}) {
    this.piece = piece;
    this.terms = terms;
    this.ids = rules.map((r) => r.id);
    const { directives, odd } = read(piece.draft);
    for (const { name, at } of odd) this.say(unknown, 'verb', at, { verb: name });
    const starts: Directive[] = [];
    const next = nextIn(piece.draft);
    for (const directive of directives) {
      if (directive.verb === 'end') this.end(directive, starts);
      else if (!this.isSound(directive)) continue;
      else if (directive.verb === 'start') starts.push(directive);
      else if (directive.verb === 'file') this.hold(directive, this.whole());
      else if (directive.verb === 'next' && directive.anchor !== undefined) this.holdOne(directive, next(directive));
      else this.hold(directive, next(directive));
    }
    for (const directive of starts) {
      this.say(unknown, 'start', directive.at);
      this.hold(directive, { start: directive.at.end, end: piece.draft.text.length });
    }
  }

  private whole(): Span {
    return { start: 0, end: this.piece.draft.text.length };
  }

  private known(name: string): boolean {
    return memo(this.byName, name, () => this.ids.some((id) => matches(name, id)));
  }

  /** The name that was meant; undefined when there are too many to look for. */
  private near(name: string): string | undefined {
    if (name.length > LONGEST_NAME || this.proposals === MOST_PROPOSALS) return undefined;
    this.proposals++;
    return nearOne(name, this.ids);
  }

  /** True when it names something and says why; says what is missing. */
  private isSound(directive: Directive): boolean {
    const { names, reason, at, reasonAt } = directive;
    if (names.length === 0) {
      this.say(unknown, 'none', at);
      return false;
    }
    for (const named of names) {
      if (this.known(named.name)) continue;
      const near = this.near(named.name);
      if (near === undefined) {
        this.say(unknown, 'far', named.at, { rule: named.name });
        continue;
      }
      const fix: Fix = {
        title: `Remplacer par « ${near} »`,
        grade: 'review',
        edits: [{ piece: this.piece, at: named.at, text: near }],
      };
      this.say(unknown, 'rule', named.at, { rule: named.name, nearest: near }, [fix]);
    }
    if (!names.some((n) => this.known(n.name))) return false;
    if (directive.bare !== '' && !PLACEHOLDER.test(directive.bare)) return this.lasts(directive);
    const fix: Fix = {
      title: 'Écrire le motif',
      grade: 'review',
      edits: [{ piece: this.piece, at: reasonAt, text: ` : ${field('motif')} ` }],
    };
    this.say(reasonless, reason === '' ? 'missing' : 'pending', at, {}, reason === '' ? [fix] : []);
    return false;
  }

  /** True until its last day is over; says when it is, and when what is written is no day. */
  private lasts(directive: Directive): boolean {
    const { until, endWritten, by, at } = directive;
    if (endWritten === undefined) return true;
    if (until === undefined) {
      this.say(unknown, 'day', at, { day: endWritten });
      return false;
    }
    if (this.terms.today === undefined || this.terms.today <= until) return true;
    const [removal] = directive.names.map((named) => this.removal(named, { ...directive, names: [named] }));
    const day = until.split('-').reverse().join('/');
    this.say(expired, by ? 'signed' : 'expired', at, { day, by: by ?? '' }, removal ? [removal] : []);
    return false;
  }

  private end(directive: Directive, starts: Directive[]): void {
    const { names, at } = directive;
    const named = (d: Directive) => names.length === 0 || d.names.some((n) => names.some((e) => e.name === n.name));
    const open = starts.filter(named);
    if (open.length === 0) this.say(unknown, 'end', at);
    for (const start of open) {
      const closes = (n: Named) => names.length === 0 || names.some((e) => e.name === n.name);
      this.hold({ ...start, names: start.names.filter(closes) }, { start: start.at.end, end: at.start });
      const rest = start.names.filter((n) => !closes(n));
      starts.splice(starts.indexOf(start), 1, ...(rest.length > 0 ? [{ ...start, names: rest }] : []));
    }
  }

  /** Holds over the item or row that the comment names; says so where there is none. */
  private holdOne(directive: Directive, scope: Span | undefined): void {
    const { draft } = this.piece;
    const { anchor = '', anchorAt, names } = directive;
    const block = scope && draft.blockAt(scope.end);
    const lines = block ? anchored(draft, block, anchor) : [];
    for (const line of lines) this.hold(directive, line);
    const [first] = names;
    if (lines.length === 0 && first)
      this.say(unused, 'line', anchorAt, { words: anchor.trim() }, [
        this.removal(first, { ...directive, names: [first] }),
      ]);
  }

  private hold(directive: Directive, scope: Span | undefined): void {
    const nowhere = { start: directive.at.end, end: directive.at.end };
    for (const named of directive.names)
      if (this.known(named.name)) this.holds.push({ named, directive, scope: scope ?? nowhere });
  }

  /** The comment that sets a finding aside; undefined when none does. */
  covers(finding: Finding): Suppressed | undefined {
    if (isNotice(finding.rule)) return undefined;
    const { id } = finding.rule;
    const at = { start: finding.at.start, end: finding.at.end };
    const held = memo(this.byRule, id, () => this.holds.filter((h) => matches(h.named.name, id))).filter((h) =>
      within(h.scope, at),
    );
    for (const { named } of held) this.used.add(named);
    const policy = held.length > 0 ? this.terms.requiredBy?.(finding.rule) : undefined;
    const first = held.find(({ directive }) => policy === undefined || (directive.until && directive.by));
    if (!first && policy !== undefined) this.refuse(held[0] as Hold, id, policy);
    return first && { finding, reason: first.directive.reason, at: first.directive.at };
  }

  /** Says once a comment that a policy gives no effect. */
  private refuse({ directive, named }: Hold, rule: string, policy: string): void {
    if (this.refused.has(named)) return;
    this.refused.add(named);
    this.say(reasonless, 'policy', directive.at, { rule, policy });
  }

  /** What is to be said of the suppressions themselves. `ran`: the rule has read the piece, so that its silence tells something. */
  notices(ran: (id: string) => boolean): readonly Finding[] {
    const tells = new Map<string, boolean>();
    const tell = (name: string) => memo(tells, name, () => this.ids.every((id) => !matches(name, id) || ran(id)));
    const idle = this.holds.filter(({ named }) => !this.used.has(named) && tell(named.name));
    const seen = new Set<Named>();
    for (const { named, directive } of idle) {
      if (seen.has(named)) continue;
      seen.add(named);
      this.say(unused, 'unused', named.at, { rule: named.name }, [this.removal(named, directive)]);
    }
    return this.said;
  }

  /** Takes a name out of its comment, or the comment with its line when it is the only one. */
  private removal(named: Named, directive: Directive): Fix {
    const { text } = this.piece.draft;
    const names = directive.names;
    const i = names.indexOf(named);
    const title = 'Retirer cette suppression';
    const edit = (at: Span): Fix => ({ title, grade: 'review', edits: [{ piece: this.piece, at, text: '' }] });
    if (names.length > 1) {
      const before = names[i - 1];
      const after = names[i + 1];
      return edit(
        before
          ? { start: before.at.end, end: named.at.end }
          : { start: named.at.start, end: after?.at.start ?? named.at.end },
      );
    }
    const { start, end } = directive.at;
    let from = start;
    while (from > 0 && ' \t'.includes(text[from - 1] as string)) from--;
    const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
    if (!after || (from > 0 && !'\n\r'.includes(text[from - 1] as string))) return edit(directive.at);
    return edit({ start: from, end: end + after[0].length });
  }

  private say(
    rule: Rule,
    message: string,
    at: Span,
    data: Readonly<Record<string, string>> = {},
    fixes: readonly Fix[] = [],
  ): void {
    const { piece } = this;
    const words = fill(rule.messages[message] as string, data);
    this.said.push({ rule, piece, at, level: rule.level, message: words, fixes, related: [] });
  }
}
