import { isAnnex, isMissing } from '../../rules/facts/piece/index.ts';
import { finish, type Pace, runAt } from '../../rules/kit/pace.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import type { Edit, Fix, Hearing, Level, Report, Rule } from '../../rules/kit/rule.ts';
import { overlaps, type Span } from '../../rules/kit/span.ts';
import type { Guard } from './guard.ts';
import { fill, withMore } from './message.ts';
import { FRENCH, type Phrasebook } from './phrasebook.ts';
import { unread, unsure } from './surety.ts';

/** One fault of one piece, ready for the editor, the terminal and reports. */
export interface Finding {
  readonly rule: Rule;
  readonly piece: Piece;
  readonly at: Span;
  readonly level: Level;
  /** The fault on a line of its own, then what to do: see `message.ts`. */
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly { readonly piece: Piece; readonly at: Span; readonly message: string }[];
  /** The statement that it rests on, where that was heard by its sense. */
  readonly heard?: Hearing;
}

/** A rule that could not do its work on a piece. */
export interface Failure {
  readonly rule: string;
  readonly piece: Piece;
  readonly error: unknown;
}

export interface LintOptions {
  readonly rules: readonly Rule[];
  /** Level of a rule in a piece, when settings change it; undefined keeps the rule's own. */
  readonly levelOf?: (rule: Rule, piece: Piece) => Level | 'off' | undefined;
  /** Leaves findings out (suppressed, below a level) once the specific rule has silenced the general one, before they are grouped. */
  readonly keep?: (finding: Finding) => boolean;
  /** Tests let a rule's error through. */
  readonly rethrow?: boolean;
  /** Stops rules that take too long; none is stopped when left out. */
  readonly guard?: Guard;
  /** Texts in another language than French. */
  readonly phrasebook?: Phrasebook;
  /** When a rule gives way within its work; left out, it never does. */
  readonly pace?: Pace;
  /**
   * Under what the findings of a rule are kept with a consultation that lasts: others when the settings or the language
   * are. Left out, they are made anew each time.
   */
  readonly keptUnder?: (rule: Rule) => object;
}

/** A rule on a piece, done or put aside until the next step. */
export interface LintStep {
  readonly rule: Rule;
  readonly piece: Piece;
  readonly isDone: boolean;
}

export interface LintResult {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

/** More findings of one rule in a piece than this are given as one, where the rule says nothing else. */
const MOST_ALIKE = 40;

const LOWER: Readonly<Record<Level, Level>> = { error: 'warning', warning: 'info', info: 'info' };

/** The rule's level for a consultation of that day; undefined before the rule's law is in force. */
export function levelAt(rule: Rule, date: string): Level | undefined {
  if (rule.since && date < rule.since) return undefined;
  const changes = (rule.levels ?? []).filter((l) => l.from <= date);
  return changes[changes.length - 1]?.level ?? rule.level;
}

/** The pieces on which a rule runs. */
export function targets(rule: Rule, consultation: Consultation): readonly Piece[] {
  const { pieces } = rule;
  if (pieces === '*') return consultation.pieces;
  const present = consultation.of(...pieces);
  if (!(rule.absence && rule.dossier)) return present;
  if (pieces.some((kind) => isMissing(consultation, kind))) return [];
  const first = pieces.find((kind) => consultation.of(kind).length > 0);
  const holders = first ? consultation.of(first) : [];
  // What the dossier does not say is told once, and not in the annexes of the piece too.
  const whole = holders.filter((piece) => !isAnnex(piece));
  return whole.length > 0 ? whole : holders;
}

/** Checks a consultation. Findings come piece by piece, in the order of the text. */
export const lint = (consultation: Consultation, options: LintOptions): LintResult =>
  finish(lintSteps(consultation, options));

/** The same, a rule on a piece at a time. What is done of an unfinished check is kept with the consultation. */
export function* lintSteps(
  consultation: Consultation,
  options: LintOptions,
): Generator<LintStep | undefined, LintResult> {
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  const all = [...consultation.pieces, ...consultation.companions];
  const size = all.reduce((n, p) => n + p.draft.length, 0);
  const run = (rule: Rule, piece: Piece) =>
    options.guard ? options.guard.run(rule.id, size, () => rule.check(piece)) : [...rule.check(piece)];
  for (const rule of options.rules) {
    for (const piece of yield* given(
      () => targets(rule, consultation),
      options.pace,
      () => undefined,
    )) {
      try {
        const report = () => run(rule, piece);
        const step = (isDone: boolean): LintStep => ({ rule, piece, isDone });
        const reports = yield* given(() => piece.keep(rule, report), options.pace, step);
        const make = (all: readonly Report[]) =>
          all.flatMap((each) => toFinding(rule, each.piece ?? piece, each, options) ?? []);
        const key = options.keptUnder?.(rule);
        findings.push(...(key ? piece.keep(key, () => make(piece.keep(rule, report))) : make(reports)));
      } catch (error) {
        if (options.rethrow) throw error;
        failures.push({ rule: rule.id, piece, error });
      }
    }
  }
  const spoken = silence(dedupe(findings));
  const { keep, phrasebook = FRENCH } = options;
  const kept = group(keep ? spoken.filter(keep) : spoken, phrasebook);
  return { findings: inOrder(kept, consultation), failures };
}

/** What a work gives that may be put aside; `step` is what is told of each time it is taken up. */
function* given<T, S>(work: () => T, pace: Pace | undefined, step: (isDone: boolean) => S): Generator<S, T> {
  for (;;) {
    const done = runAt(pace, work);
    yield step(done !== undefined);
    if (done) return done.value;
  }
}

/** Piece by piece, in the order of the text. */
export function inOrder(findings: readonly Finding[], consultation: Consultation): Finding[] {
  const order = new Map([...consultation.pieces, ...consultation.companions].map((p, i) => [p, i]));
  return [...findings].sort(
    (a, b) =>
      (order.get(a.piece) ?? 0) - (order.get(b.piece) ?? 0) ||
      a.at.start - b.at.start ||
      a.at.end - b.at.end ||
      (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0),
  );
}

/** What the sense of the whole denies is not told, nor an absence that only a probable reading wakes: a doubt upon a doubt. */
const isTooUnsure = ({ absence }: Rule, { doubt }: Report): boolean =>
  doubt?.contradicted === true || (absence === true && doubt?.surety === 'probable' && !doubt.added);

function toFinding(rule: Rule, piece: Piece, report: Report, options: LintOptions): Finding | undefined {
  if (isTooUnsure(rule, report)) return undefined;
  const own = levelAt(rule, piece.date);
  const set = options.levelOf?.(rule, piece);
  if (set === 'off' || (!own && !set)) return undefined;
  let level = set ?? report.level ?? (own as Level);
  if (rule.absence && piece.state === 'brouillon') level = LOWER[level];
  if (report.doubt?.surety === 'probable') level = LOWER[level];
  assertPlaces(rule, piece, report);
  const book = options.phrasebook ?? FRENCH;
  const shown = book.rule(rule);
  const message = shown.messages[report.message];
  if (message === undefined) throw new Error(`${rule.id}: no message "${report.message}"`);
  return {
    rule: shown,
    piece,
    at: report.at,
    level,
    message: [unread(report.rests, book.say), unsure(report.doubt, book.say)].reduce(
      withMore,
      fill(message, report.data, book.say),
    ),
    fixes: (report.fixes ?? []).filter((fix) => changes(fix, piece)).map((fix) => inWords(fix, book)),
    related: (report.related ?? []).map((r) => ({ ...r, message: book.say(r.message) })),
    ...(report.doubt && { heard: report.doubt }),
  };
}

/** Every place that a report names is in its draft. */
function assertPlaces(rule: Rule, piece: Piece, { at, related = [], fixes = [] }: Report): void {
  const edits = fixes.flatMap((f) => f.edits).map((e) => ({ piece: e.piece ?? piece, at: e.at }));
  for (const place of [{ piece, at }, ...related, ...edits]) {
    const { start, end } = place.at;
    if (!(start >= 0 && start <= end && end <= place.piece.draft.length))
      throw new Error(`${rule.id}: span [${start}, ${end}) is not in ${place.piece.path}`);
  }
}

/** False for a fix that would write what stands there already. Advice has no edits. */
const changes = ({ edits }: Fix, piece: Piece): boolean =>
  edits.length === 0 || edits.some((e) => (e.piece ?? piece).draft.slice(e.at) !== e.text);

const inWords = (fix: Fix, { say }: Phrasebook): Fix => ({ ...fix, title: say(fix.title) });

const dedupe = (findings: readonly Finding[]): Finding[] => {
  const seen = new Set<string>();
  return findings.filter((f) => {
    const key = `${f.rule.id}\n${f.piece.path}\n${f.at.start}:${f.at.end}\n${f.message}`;
    return !seen.has(key) && seen.add(key);
  });
};

function addTo(map: Map<string, Finding[]>, key: string, finding: Finding): void {
  const list = map.get(key);
  if (list) list.push(finding);
  else map.set(key, [finding]);
}

/** The specific rule speaks, the general one is silent on the same place. */
function silence(findings: readonly Finding[]): Finding[] {
  const byRule = new Map<string, Finding[]>();
  for (const f of findings) addTo(byRule, f.rule.id, f);
  const covers = (f: Finding, other: Finding, where: string): boolean => {
    if (where === 'consultation') return true;
    if (f.piece !== other.piece) return false;
    if (where === 'piece') return true;
    if (where === 'place') return overlaps(f.at, other.at);
    const section = (x: Finding) => x.piece.draft.sectionAt(x.at.start).article;
    return section(f) === section(other);
  };
  return findings.filter(
    (f) => !f.rule.silencedBy?.some(({ rule, where }) => byRule.get(rule)?.some((other) => covers(f, other, where))),
  );
}

/** One finding that counts and lists the others, where a rule has too many in a piece. */
function group(findings: readonly Finding[], book: Phrasebook): Finding[] {
  const out: Finding[] = [];
  const byKey = new Map<string, Finding[]>();
  for (const f of findings) {
    addTo(byKey, `${f.rule.id}\n${f.piece.path}`, f);
  }
  for (const all of byKey.values()) {
    const [first, ...others] = [...all].sort((a, b) => a.at.start - b.at.start);
    if (!first || all.length <= (first.rule.mostAlike ?? MOST_ALIKE)) {
      out.push(...all);
      continue;
    }
    const settle = settlementOf(first);
    out.push({
      ...first,
      message: withMore(
        first.message,
        book.say(`Il y a ${all.length} passages semblables dans cette pièce : les autres sont listés avec celui-ci.`),
      ),
      fixes: settle ? [inWords(settle, book), ...first.fixes] : first.fixes,
      related: others.map((o) => ({ piece: o.piece, at: o.at, message: book.say('Passage semblable.') })),
    });
  }
  return out;
}

/** The fix that settles all the findings of a rule in a piece; looked for again only when an edit touches what it rests on. */
const settlementOf = ({ rule: { settle }, piece }: Finding): Fix | undefined =>
  settle && piece.keep(settle, () => settle(piece));

/** Applies edits to a text. Overlapping edits are refused: undefined. */
export function applyEdits(text: string, edits: readonly Pick<Edit, 'at' | 'text'>[]): string | undefined {
  const sorted = [...edits].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  let out = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.at.start < at) return undefined;
    out += text.slice(at, edit.at.start) + edit.text;
    at = edit.at.end;
  }
  return out + text.slice(at);
}
