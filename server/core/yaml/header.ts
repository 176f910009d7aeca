import { CLES, type Cle } from '../../../rules/facts/piece/index.ts';
import type { Span } from '../../../rules/kit/span.ts';
import type { Schema } from './schema.ts';

/** A key of the metadata as a schema. */
export const keySchema = ({ title, description, type, values, wanted, example }: Cle): Schema => ({
  title,
  markdownDescription: wanted ? `${description}\n\nAttendu : ${wanted}.` : description,
  ...(type === 'montant' && { type: 'number', exclusiveMinimum: 0 }),
  ...(type === 'date' && { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  ...(values.length > 0 && {
    enum: values.map((v) => v.value),
    markdownEnumDescriptions: values.map((v) => v.label),
  }),
  examples: [example],
});

/** The front matter of a draft: other programs may have keys of their own beside `dce`. */
export const headerSchema: Schema = {
  type: 'object',
  properties: {
    dce: {
      type: 'object',
      title: 'En-tête de la pièce',
      markdownDescription:
        'Ce que DCE Lint doit savoir de la pièce et ne peut pas toujours lire dans le texte. Chaque clé est facultative.',
      properties: Object.fromEntries(CLES.map((cle) => [cle.name, keySchema(cle)])),
    },
  },
};

/**
 * Where the YAML of the front matter of a draft stands, its closing line written or not: then it ends at the first empty
 * line from `offset` on. Undefined when `offset` is not in it.
 */
export function headerAt(text: string, offset: number): Span | undefined {
  const start = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (start === undefined || offset < start) return undefined;
  const closing = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start));
  if (closing) return offset < start + closing.index ? { start, end: start + closing.index } : undefined;
  const empty = /\r?\n[ \t]*(?:\r?\n|$)/.exec(text.slice(offset));
  // Whole lines above: a title or an empty one tells that the dashes were a mere rule.
  const above = text.slice(start, text.lastIndexOf('\n', offset - 1) + 1);
  return /^(?:#.*|[ \t]*)\r?\n/m.test(above) ? undefined : { start, end: empty ? offset + empty.index : text.length };
}
