import type { Sentence } from '../../kit/draft.ts';
import type { OpenCritere } from './arbre.ts';
import { near, parted } from './partage.ts';
import { sumOf } from './poids-ecrits.ts';
import type { Numbered } from './rangees.ts';

/** By how it stands, a row is a part of that criterion: deeper in its list, in the list that it opens, under its number. */
function isUnder({ passage, form, critere }: Numbered, top: Numbered): boolean {
  const depth = top.passage.list?.depth ?? 0;
  if (passage.block === top.passage.block && depth > 0 && (passage.list?.depth ?? 0) > depth) return true;
  if (top.form === 'opens' && form === 'item') return true;
  return top.critere.number !== undefined && critere.number?.startsWith(`${top.critere.number}.`) === true;
}

/** « Ce que l'on mange vaut 40 points : l'équilibre, 15 points ; … » */
const opensParts = (s: Sentence, { weight }: OpenCritere): boolean => {
  const after = weight && s.passage.draft.slice({ start: weight.at.end, end: s.span.end });
  return after !== undefined && /^[ )]*(?::|\(|,? (?:dont|soit|à savoir|répartis?)\b)/.test(after);
};

/** Where the parts that its own sentence gives of a criterion end: they make its number, or it opens them. */
function endOfSaid(rows: readonly Numbered[], at: number): number {
  const top = rows[at] as Numbered;
  if (!top.sentence) return at + 1;
  let sum = 0;
  let end = at + 1;
  for (; rows[end]?.sentence === top.sentence; end++) {
    sum += (rows[end] as Numbered).value;
    if (end > at + 1 && near(sum, top.value)) return end + 1;
  }
  return opensParts(top.sentence, top.critere) ? end : at + 1;
}

/** Criteria with their parts, by how they stand. */
export function grouped(rows: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const out: Numbered[][] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at + 1;
    while (end < rows.length && isUnder(rows[end] as Numbered, rows[at] as Numbered)) end++;
    if (end === at + 1) end = endOfSaid(rows, at);
    out.push(rows.slice(at, end));
    at = end;
  }
  return out;
}

const addsUp = ([top, ...parts]: readonly Numbered[]): boolean =>
  parts.length === 0 || [top?.value ?? 0, 100].some((whole) => near(sumOf(parts), whole));

export const topsOf = (groups: readonly (readonly Numbered[])[]): Numbered[] => groups.map(([top]) => top as Numbered);

/** Criteria with their parts that make a whole: by how they stand, else by what makes it; undefined where nothing does. */
export function partedOf(rows: readonly Numbered[], whole: number): readonly (readonly Numbered[])[] | undefined {
  const groups = grouped(rows);
  // Parts that make another number than their criterion are a fault of a grid, or no grid.
  const isSure = groups.every(addsUp) || rows.filter(({ heard }) => heard).length * 2 > rows.length;
  if (isSure && near(sumOf(topsOf(groups)), whole)) return groups;
  const tops = parted(rows, whole);
  // No sentence gives parts of what another one gives.
  const isTogether = ([top, ...parts]: readonly Numbered[]) =>
    parts.every(({ form, passage }) => form !== 'said' || passage === top?.passage);
  return tops?.every(isTogether) ? tops : undefined;
}
