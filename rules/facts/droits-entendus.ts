import type { Found, Sentence } from '../kit/draft.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Piece } from '../kit/piece.ts';
import type { Heard } from '../reading/hear.ts';
import { type Act, type ActKind, actHeard } from './droits-actes.ts';
import { type Unit, unitsOf } from './droits-unites.ts';
import { hearing, saying } from './lecture.ts';

/** What grants, by its sense; `prior` where its object is prior knowledge. */
interface Grant {
  readonly concept: string;
  readonly kind: ActKind;
  readonly prior?: true;
}
const GRANTS: readonly Grant[] = [
  { concept: 'pi/cession', kind: 'cession' },
  { concept: 'pi/concession', kind: 'concession' },
  { concept: 'pi/connaissances-concedees', kind: 'concession', prior: true },
];

/** What recalls a grant, warrants it or speaks of one that is not made. */
const RECALLS = fr`il est rappelé|(?:en cas|à l'occasion) de (?:la |toute )?cession|s'entend(?:ent)? (?:de|du|des|comme)|garanti(?:t|ssent)`;

/**
 * Grants that expressions have read, then those that are heard in sentences in which they read none. Beside a grant of that
 * kind, in its article, what is heard describes it.
 */
export function withGrantsHeard(piece: Piece, read: readonly Found<Act>[]): readonly Found<Act>[] {
  const granting = new Set(read.filter(({ value }) => value.strong).map(({ sentence }) => sentence));
  const heard = new Map<Sentence, Grant & { readonly one: Heard }>();
  for (const grant of GRANTS)
    for (const one of saying(piece, grant.concept)) {
      const { sentence } = one;
      if (granting.has(sentence) || sentence.has(RECALLS)) continue;
      const other = heard.get(sentence)?.one;
      if (!other || (other.surety === 'probable' && one.surety === 'sure')) heard.set(sentence, { ...grant, one });
    }
  if (heard.size === 0) return read;
  const units = unitsOf(piece);
  const known = new Map<Unit | undefined, Set<string>>();
  const isFirst = ({ value: { kind, prior }, sentence }: Found<Act>): boolean => {
    const unit = units.get(sentence.passage);
    const kinds = known.get(unit) ?? new Set();
    known.set(unit, kinds);
    const key = `${kind} ${prior}`;
    return !kinds.has(key) && kinds.add(key) !== undefined;
  };
  for (const f of read) if (f.value.strong) isFirst(f);
  const inOrder = [...heard].sort(([a], [b]) => a.span.start - b.span.start);
  const added = inOrder.flatMap(([sentence, { one, kind, prior }]): Found<Act>[] => {
    const act = actHeard(sentence, kind, hearing(one));
    if (!act) return [];
    const value = prior ? { ...act, prior } : act;
    return [{ value: { ...value, strong: isFirst({ value, sentence }) }, sentence }];
  });
  const better = new Set(added.map(({ sentence }) => sentence));
  return [...read.filter(({ sentence }) => !better.has(sentence)), ...added].sort(
    (a, b) => a.sentence.span.start - b.sentence.span.start,
  );
}
