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
const MOST = 200;

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
  const isRule = (given: string, at: Span | undefined): boolean => {
    if (known.has(given)) return true;
    const near = nearOne(given, [...known]);
    problem(
      `« ${given} » n'est pas une règle : la politique n'en tient pas compte.${near ? ` Règle la plus proche : « ${near} ».` : ''}`,
      at,
    );
    return false;
  };
  for (const { name: key, key: keyNode, value } of entries(node))
    switch (key) {
      case 'nom':
        name = textOf(value) || label;
        break;
      case 'niveaux':
        for (const one of isMap(value) ? entries(value) : []) {
          const level = LEVELS.find((l) => l === scalarOf(one.value));
          if (!isRule(one.name, spanOf(one.key))) continue;
          if (level) levels.push([one.name, level]);
          else
            problem(
              `« ${String(scalarOf(one.value) ?? '')} » n'est pas un niveau de politique pour « ${one.name} ». Niveaux admis : ${list(LEVELS)}.`,
              spanOf(one.value) ?? spanOf(one.key),
            );
        }
        if (!isMap(value))
          problem(
            '« niveaux » contient des règles, une par ligne et en retrait : « pi/garantie: error ».',
            spanOf(value),
          );
        break;
      case 'obligatoires':
        for (const item of isSeq(value) ? value.items : [value])
          if (isRule(textOf(item), spanOf(item))) required.push(textOf(item));
        break;
      case 'clauses':
        for (const item of (isSeq(value) ? value.items : [value]).slice(0, MOST)) {
          const read = clauseIn(item, problem);
          if (read) clauses.push(read);
        }
        break;
      default:
        problem(
          `« ${key} » n'est pas une clé de la politique : elle est ignorée. Clés admises${nearOne(key, KEYS) ? ", la plus proche d'abord" : ''} : ${list(nearest(key, KEYS))}.`,
          spanOf(keyNode),
        );
    }
  return { name, levels, required, clauses };
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
