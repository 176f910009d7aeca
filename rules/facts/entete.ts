import { isMap, isScalar, parseDocument } from 'yaml';
import type { Draft } from '../kit/draft.ts';
import { PIECES, STATES } from '../kit/piece.ts';
import type { Span } from '../kit/span.ts';

/** Procedures that the front matter may name. */
export const PROCEDURES = [
  'mapa',
  'appel-offres-ouvert',
  'appel-offres-restreint',
  'procedure-avec-negociation',
  'dialogue-competitif',
  'concours',
  'negociee-sans-publicite',
  'partenariat-innovation',
  'recherche-developpement',
  'appel-a-projets',
] as const;
export type ProcedureName = (typeof PROCEDURES)[number];

export const CATEGORIES = ['travaux', 'fournitures', 'services', 'services-specifiques'] as const;
export const ACHETEURS = ['etat', 'organisme-securite-sociale', 'collectivite', 'autre'] as const;
export type Categorie = (typeof CATEGORIES)[number];
export type Acheteur = (typeof ACHETEURS)[number];

const CCAGS = ['tic', 'pi', 'fcs', 'travaux', 'moe', 'mi'].flatMap((k) => [`${k}-2021`, `${k}-2009`]).concat('aucun');

/** Keys of the front matter, with their allowed values; a function for those that are no list. */
export const KEYS: Readonly<Record<string, readonly string[] | ((value: unknown) => boolean)>> = {
  piece: PIECES.filter((p) => p !== 'autre'),
  etat: STATES,
  procedure: PROCEDURES,
  categorie: CATEGORIES,
  acheteur: ACHETEURS,
  'montant-estime': (v) => typeof v === 'number' && Number.isFinite(v) && v > 0,
  date: (v) => isDay(v),
  ccag: CCAGS,
};

/** What a key wants, for messages. */
const WANTED: Readonly<Record<string, string>> = {
  'montant-estime': 'un nombre d’euros hors taxes, sans espace ni symbole (120000)',
  date: 'une date AAAA-MM-JJ (2027-01-15)',
};

/** True for a day that exists, `YYYY-MM-DD`. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

export interface EnteteProblem {
  readonly kind: 'key' | 'value' | 'syntax' | 'shape';
  readonly at: Span;
  /** The key concerned; empty for the whole header. */
  readonly key: string;
  readonly found: string;
  /** Allowed keys or values, nearest first; what is wanted where there is no list. */
  readonly allowed: readonly string[];
}

export interface Entete {
  readonly values: Readonly<Record<string, string | number>>;
  /** Where each value stands. */
  readonly spans: Readonly<Record<string, Span>>;
  readonly problems: readonly EnteteProblem[];
}

/** Number of edits between two words (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] as number;
}

/** The words of a list, nearest to `word` first: those that hold it (or that it holds), then by edits. */
export function nearest(word: string, list: readonly string[]): readonly string[] {
  const low = word.toLowerCase();
  const far = (w: string) => distance(low, w) - (low.length > 2 && (w.includes(low) || low.includes(w)) ? 100 : 0);
  return [...list].sort((a, b) => far(a) - far(b));
}

/** Reads the `dce:` front matter. Nothing written gives no value and no problem. */
export function readEntete(draft: Draft): Entete {
  const values: Record<string, string | number> = {};
  const spans: Record<string, Span> = {};
  const problems: EnteteProblem[] = [];
  const front = draft.frontMatter;
  if (!front) return { values, spans, problems };
  const yaml = draft.text.slice(front.start, front.span.end).replace(/(?:\r?\n|^)---[ \t]*$/, '');
  const doc = parseDocument(yaml, { strict: false, uniqueKeys: false });
  const at = (range: readonly number[] | null | undefined): Span => ({
    start: front.start + (range?.[0] ?? 0),
    end: front.start + Math.max(range?.[1] ?? 0, (range?.[0] ?? 0) + 1),
  });
  const error = doc.errors[0];
  if (error) {
    problems.push({
      kind: 'syntax',
      at: lineOf(draft.text, front.start + error.pos[0]),
      key: '',
      found: '',
      allowed: [],
    });
    return { values, spans, problems };
  }
  const dce = isMap(doc.contents)
    ? doc.contents.items.find((i) => isScalar(i.key) && i.key.value === 'dce')
    : undefined;
  if (!dce) return { values, spans, problems };
  if (!isMap(dce.value)) {
    const range = isScalar(dce.key) ? dce.key.range : undefined;
    problems.push({ kind: 'shape', at: at(range), key: 'dce', found: '', allowed: Object.keys(KEYS) });
    return { values, spans, problems };
  }
  for (const item of dce.value.items) {
    if (!isScalar(item.key)) continue;
    const key = String(item.key.value);
    const wanted = KEYS[key];
    if (!wanted) {
      const allowed = nearest(key, Object.keys(KEYS));
      problems.push({ kind: 'key', at: at(item.key.range), key, found: key, allowed });
      continue;
    }
    const scalar = isScalar(item.value) ? item.value : undefined;
    const written = scalar?.source ?? '';
    const value = key === 'montant-estime' ? scalar?.value : written;
    const span = scalar?.range && scalar.value !== null ? at(scalar.range) : at(item.key.range);
    const right = typeof wanted === 'function' ? wanted(value) : wanted.includes(String(value));
    if (right) {
      values[key] = value as string | number;
      spans[key] = span;
      continue;
    }
    const allowed = typeof wanted === 'function' ? [WANTED[key] ?? ''] : nearest(written, wanted);
    problems.push({ kind: 'value', at: span, key, found: written, allowed });
  }
  return { values, spans, problems };
}

/** Words of the line of an offset, or of the last line before it that has any. */
function lineOf(text: string, offset: number): Span {
  let end = Math.min(offset, text.length);
  while (end > 0 && /\s/.test(text[end] ?? ' ')) end--;
  const start = text.lastIndexOf('\n', end) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const lead = line.length - line.trimStart().length;
  return { start: start + lead, end: start + line.trimEnd().length };
}
