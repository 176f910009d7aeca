import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { nearest, nearOne } from '../../rules/facts/piece/index.ts';
import { PIECES, type PieceKind } from '../../rules/kit/piece.ts';
import { LEVELS, type Level } from '../../rules/kit/rule.ts';
import type { Span } from '../../rules/kit/span.ts';
import type { HouseClause, Policy } from './policy.ts';

type Problem = (message: string, at?: Span) => void;

const KEYS = ['nom', 'niveaux', 'obligatoires', 'clauses'];
const CLAUSE_KEYS = ['titre', 'quand', 'pieces', 'texte'];
/** Clauses read of one policy. */
const MOST_CLAUSES = 200;

const spanOf = (node: unknown): Span | undefined => {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: Math.max(range[1], range[0]) } : undefined;
};
const scalarOf = (node: unknown): unknown => (isScalar(node) ? node.value : undefined);
const textOf = (node: unknown): string => {
  const value = scalarOf(node);
  return typeof value === 'string' ? value.trim() : '';
};
const list = (values: readonly string[]) => values.map((v) => `« ${v} »`).join(', ');
const entries = (map: YAMLMap) =>
  map.items.map(({ key, value }) => ({ name: String(scalarOf(key) ?? ''), key, value }));

/**
 * Reads what stands under `politique`. What is wrong is left out and said at its place; the rest stands. `known`: rules and themes.
 * `label`: what the policy is called where it has no name.
 */
export function readPolicy(
  node: unknown,
  label: string,
  known: ReadonlySet<string>,
  problem: Problem,
): Policy | undefined {
  if (!isMap(node)) {
    problem(`« politique » contient des clés, une par ligne et en retrait : ${list(KEYS)}.`, spanOf(node));
    return undefined;
  }
  let name = label;
  const levels: (readonly [string, Level])[] = [];
  const required: string[] = [];
  const clauses: HouseClause[] = [];
  const read: Readonly<Record<string, (value: unknown) => void>> = {
    nom: (value) => {
      name = textOf(value) || label;
    },
    niveaux: (value) => levels.push(...levelsIn(value, known, problem)),
    obligatoires: (value) =>
      required.push(
        ...itemsOf(value)
          .filter((item) => isRule(textOf(item), known, problem, spanOf(item)))
          .map(textOf),
      ),
    clauses: (value) =>
      clauses.push(
        ...itemsOf(value)
          .slice(0, MOST_CLAUSES)
          .flatMap((item) => clauseIn(item, problem) ?? []),
      ),
  };
  for (const { name: key, key: keyNode, value } of entries(node))
    if (KEYS.includes(key)) read[key]?.(value);
    else
      problem(
        `« ${key} » n'est pas une clé de la politique : elle est ignorée. Clés admises${nearOne(key, KEYS) ? ", la plus proche d'abord" : ''} : ${list(nearest(key, KEYS))}.`,
        spanOf(keyNode),
      );
  return { name, levels, required, clauses };
}

const itemsOf = (value: unknown): readonly unknown[] => (isSeq(value) ? value.items : [value]);

/** Says it of a name that is neither a rule nor a theme. */
function isRule(given: string, known: ReadonlySet<string>, problem: Problem, at: Span | undefined): boolean {
  if (known.has(given)) return true;
  const near = nearOne(given, [...known]);
  problem(
    `« ${given} » n'est pas une règle : la politique n'en tient pas compte.${near ? ` Règle la plus proche : « ${near} ».` : ''}`,
    at,
  );
  return false;
}

function levelsIn(value: unknown, known: ReadonlySet<string>, problem: Problem): (readonly [string, Level])[] {
  if (!isMap(value)) {
    problem('« niveaux » contient des règles, une par ligne et en retrait : « pi/garantie: error ».', spanOf(value));
    return [];
  }
  return entries(value).flatMap((one): (readonly [string, Level])[] => {
    const level = LEVELS.find((l) => l === scalarOf(one.value));
    if (!isRule(one.name, known, problem, spanOf(one.key))) return [];
    if (level) return [[one.name, level]];
    problem(
      `« ${String(scalarOf(one.value) ?? '')} » n'est pas un niveau de politique pour « ${one.name} ». Niveaux admis : ${list(LEVELS)}.`,
      spanOf(one.value) ?? spanOf(one.key),
    );
    return [];
  });
}

function clauseIn(node: unknown, problem: Problem): HouseClause | undefined {
  const all = isMap(node) ? entries(node) : [];
  const of = (name: string) => all.find((one) => one.name === name)?.value;
  const [titre, texte] = [textOf(of('titre')), textOf(of('texte'))];
  for (const { name, key } of all)
    if (!CLAUSE_KEYS.includes(name))
      problem(
        `« ${name} » n'est pas une clé de clause : elle est ignorée. Clés admises : ${list(CLAUSE_KEYS)}.`,
        spanOf(key),
      );
  if (titre === '' || texte === '') {
    problem('Une clause de la maison a un « titre » et un « texte » : celle-ci est ignorée.', spanOf(node));
    return undefined;
  }
  const kinds = of('pieces');
  const pieces = (isSeq(kinds) ? kinds.items : kinds ? [kinds] : []).flatMap((item): PieceKind[] => {
    const kind = PIECES.find((p) => p === textOf(item) && p !== 'autre');
    if (!kind) problem(`« ${textOf(item)} » n'est pas une pièce.`, spanOf(item));
    return kind ? [kind] : [];
  });
  return { titre, quand: textOf(of('quand')), pieces, texte };
}
