import type { ReadValue } from '../../../rules/facts/commun/index.ts';
import { nearest } from '../../../rules/facts/piece/index.ts';
import type { PieceKind } from '../../../rules/kit/piece.ts';
import type { Surety } from '../../../rules/kit/rule.ts';
import { modelFailure, SURETIES, theModel } from '../../../rules/reading/hear.ts';
import { type KnownConcept as Concept, type Model, NEVER } from '../../../rules/reading/model.ts';
import { PIECE_NAMES } from '../../core/explain.ts';
import { type ReadConcept, type ReadStatement, readPhrase } from '../../core/read.ts';
import { OK, type Terminal, UsageError } from '../io.ts';
import { inert } from '../reporters/report.ts';

export interface ReadOptions {
  readonly format: string;
  readonly piece?: PieceKind;
  readonly heading?: string;
  readonly context?: string;
}

/** Scores as people and JSON have them: the last figures of a sum say nothing. */
const rounded = (score: number): number => Number(score.toFixed(4));
const figure = (score: number): string => score.toFixed(2).replace('.', ',');
/** A threshold that no score reaches has none. */
const threshold = (score: number): number | null => (score < NEVER ? rounded(score) : null);

/** Prints what is heard in a text, and why. */
export async function readCommand(phrase: string, options: ReadOptions, terminal: Terminal): Promise<number> {
  const { format, ...given } = options;
  const read = await readPhrase({ ...given, phrase }, listening());
  if (read.length === 0) throw new UsageError('rien à lire, la phrase n’a pas de mot');
  terminal.out(
    format === 'json'
      ? `${JSON.stringify({ statements: read.map(statementJson) }, null, 2)}\n`
      : inert(read.map(statementText).join('\n')),
  );
  return OK;
}

const conceptJson = ({ id, says, pieces, sure, probable }: Concept) => ({
  id,
  says,
  pieces,
  sure: threshold(sure),
  probable: threshold(probable),
});

const statementJson = ({ concepts, ...rest }: ReadStatement) => ({
  ...rest,
  concepts: concepts.map(({ concept, score, surety, nearest }) => ({
    ...conceptJson(concept),
    score: rounded(score),
    heard: surety ? SURETIES[surety] : null,
    rules: concept.rules,
    nearest: nearest.map(({ text, closeness }) => ({ text, closeness: rounded(closeness) })),
  })),
});

function statementText({ text, heading, context, words, values, concepts }: ReadStatement): string {
  const heard = concepts.filter(({ surety }) => surety);
  const others = concepts.filter(({ surety }) => !surety);
  return [
    `Énoncé : ${text}`,
    ...(heading ? [`  Sous le titre : ${heading}`] : []),
    ...context.map((c) => `  Après : ${c}`),
    `  Mots : ${words.map(({ word, classes }) => word + (classes.length > 0 ? ` [${classes.join(', ')}]` : '')).join(' ')}`,
    ...(values.length > 0 ? [`  Valeurs : ${values.map(valueText).join(' ; ')}`] : []),
    ...(heard.length > 0 ? heard.flatMap(conceptText) : ['', '  Rien n’y est entendu.']),
    ...(others.length > 0 ? ['', '  Non entendu, du plus proche au plus lointain :'] : []),
    ...others.map((c) => `    ${scored(c)}`),
    ...(heard.length === 0 ? others.slice(0, 1).flatMap((c) => ['', ...nearestText(c)]) : []),
    '',
  ].join('\n');
}

const valueText = ({ kind, text, value, unit }: ReadValue): string =>
  `${kind} « ${text} » = ${typeof value === 'number' ? String(value).replace('.', ',') : value}${unit ? ` ${unit}` : ''}`;

const scored = ({ concept: { id, sure, probable }, score }: ReadConcept): string => {
  const from = (name: string, at: number) => (at < NEVER ? `${name} à partir de ${figure(at)}` : `jamais ${name}`);
  return `${id} : ${figure(score)} (${from('probable', probable)}, ${from('sûr', sure)})`;
};

const conceptText = (read: ReadConcept): string[] => [
  '',
  `  ${scored(read)}, ${SURETIES[read.surety as Surety]}`,
  `    ${read.concept.says}`,
  ...(read.concept.rules.length > 0 ? [`    Règles qui s’y fient : ${read.concept.rules.join(', ')}`] : []),
  ...nearestText(read),
];

const nearestText = ({ concept, nearest }: ReadConcept): string[] =>
  nearest.length === 0
    ? []
    : [
        `    Tournures connues les plus proches (${concept.id}) :`,
        ...nearest.map(({ text, closeness }) => `      ${figure(closeness)}  « ${text} »`),
      ];

/** Lists the concepts that are listened for, or shows one with its wordings. */
export async function conceptsCommand(
  id: string | undefined,
  { format }: { readonly format: string },
  terminal: Terminal,
): Promise<number> {
  const all = listening().concepts;
  const wordings = (await import('../../../rules/reading/wordings.ts')).knownWordings();
  const known = (concept: Concept) => wordings[concept.id] ?? { said: [], unsaid: 0, hands: 0 };
  const named = all.filter((concept) => !id || concept.id === id);
  if (id && named.length === 0) throw unknownConcept(id, all);
  const rows = named.map((concept) => {
    const { said, unsaid, hands } = known(concept);
    return {
      ...conceptJson(concept),
      rules: concept.rules,
      wordings: said.length,
      lookAlikes: unsaid,
      hands,
      ...(id && { said }),
    };
  });
  if (format === 'json') {
    terminal.out(`${JSON.stringify(id ? rows[0] : rows, null, 2)}\n`);
    return OK;
  }
  for (const row of rows)
    terminal.out(
      [
        row.id,
        `  ${row.says}`,
        `  Pièces : ${row.pieces.map((kind) => PIECE_NAMES[kind]).join(', ')}`,
        `  Règles qui s’y fient : ${row.rules.join(', ') || 'aucune'}`,
        `  ${row.wordings} tournures qui le disent, ${row.lookAlikes} proches qui ne le disent pas, de ${row.hands} mains`,
        ...('said' in row ? ['', ...(row.said as readonly string[]).map((text) => `  - ${text}`)] : []),
        '',
      ].join('\n'),
    );
  if (!id) terminal.out(`\n${rows.length} notions.\n`);
  return OK;
}

/** What to say of a concept that there is not. */
export function unknownConcept(id: string, all: readonly Concept[]): UsageError {
  const near = nearest(
    id,
    all.map((concept) => concept.id),
  ).slice(0, 3);
  return new UsageError(`« ${id} » n’est pas une notion. Les plus proches : ${near.join(', ')}`);
}

/** The model; throws a `UsageError` when its file is damaged. */
export function listening(): Model {
  const model = theModel();
  if (!model) throw new UsageError(`lecture impossible, ${modelFailure()} ; réinstaller DCE Lint`);
  return model;
}
