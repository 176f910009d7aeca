import type { Span } from '../../../rules/kit/span.ts';
import { placeIn, type YamlPlace } from './place.ts';

/** The part of JSON Schema that our schemas use. Descriptions are French Markdown. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly exclusiveMinimum?: number;
  readonly enum?: readonly unknown[];
  /** What each value of `enum` means, in the same order. */
  readonly markdownEnumDescriptions?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly examples?: readonly unknown[];
}

/** A key or a value that may stand at a place. */
export interface Proposal {
  readonly kind: 'key' | 'value';
  readonly label: string;
  /** One line beside the label; empty when there is nothing to say. */
  readonly detail: string;
  /** French Markdown. */
  readonly documentation: string;
  readonly at: Span;
  readonly text: string;
  /** True when a value is to follow, of which a list is known. */
  readonly more: boolean;
}

const MAP = 'object';

/** The schema with its reference followed. */
function followed(root: Schema, schema: Schema): Schema {
  const name = /^#\/(?:\$defs|definitions)\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  const target = name === undefined ? undefined : root.$defs?.[name];
  return target ? { ...target, ...schema } : schema;
}

/** Each form that a schema allows; itself when it allows one. */
const formsOf = (root: Schema, schema: Schema): readonly Schema[] => {
  const own = followed(root, schema);
  const forms = [...(own.oneOf ?? []), ...(own.anyOf ?? [])].flatMap((s) => formsOf(root, s));
  return [own, ...forms];
};

/** The schema of what stands at a path; undefined where nothing is foreseen. */
export function schemaAt(root: Schema, path: readonly string[]): Schema | undefined {
  let here: Schema | undefined = root;
  for (const step of path) {
    if (!here) return undefined;
    here = formsOf(root, here)
      .map((form) => (step === '[]' ? form.items : memberOf(form, step)))
      .find((s) => s !== undefined);
  }
  return here && followed(root, here);
}

function memberOf({ properties, patternProperties, additionalProperties }: Schema, key: string): Schema | undefined {
  if (properties && Object.hasOwn(properties, key)) return properties[key];
  const pattern = Object.keys(patternProperties ?? {}).find((p) => new RegExp(p, 'u').test(key));
  if (pattern !== undefined) return patternProperties?.[pattern];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

const about = (schema: Schema): string => schema.markdownDescription ?? schema.description ?? '';

interface Choice {
  readonly value: string;
  readonly about: string;
}

/** The values that a schema lists. */
const choicesOf = (root: Schema, schema: Schema): readonly Choice[] =>
  formsOf(root, schema).flatMap((form) => {
    if (form.const !== undefined) return [{ value: String(form.const), about: about(form) }];
    const meanings = form.markdownEnumDescriptions ?? form.enumDescriptions ?? [];
    if (form.type === 'boolean')
      return [
        { value: 'true', about: 'Oui.' },
        { value: 'false', about: 'Non.' },
      ];
    return (form.enum ?? []).map((value, i) => ({ value: String(value), about: meanings[i] ?? '' }));
  });

const isMapOrList = (root: Schema, schema: Schema) =>
  formsOf(root, schema).some((s) => s.type === MAP || s.type === 'array' || s.properties || s.items);

/** The keys or values that may stand at an offset of a YAML text; none where nothing is foreseen. */
export function proposals(root: Schema, text: string, offset: number): readonly Proposal[] {
  const place = placeIn(text, offset);
  const schema = place && schemaAt(root, place.path);
  if (!place || !schema) return [];
  if (place.kind === 'value') return valuesAt(root, schema, place, text);
  const keys = formsOf(root, schema).flatMap((form) => Object.entries(form.properties ?? {}));
  if (keys.length === 0 && place.path.at(-1) === '[]') return valuesAt(root, schema, place, text);
  return keys
    .filter(([key]) => !place.siblings.includes(key))
    .map(([key, given]): Proposal => {
      const own = followed(root, given);
      const more = choicesOf(root, own).length > 0;
      const colon = place.colon ? '' : isMapOrList(root, own) && !more ? ':' : ': ';
      return {
        kind: 'key',
        label: key,
        detail: own.title ?? '',
        documentation: about(own),
        at: place.at,
        text: `${key}${colon}`,
        more: more && !place.colon,
      };
    });
}

function valuesAt(root: Schema, schema: Schema, { at }: YamlPlace, text: string): readonly Proposal[] {
  // A value glued to its colon would be read as part of the key.
  const space = text[at.start - 1] === ':' ? ' ' : '';
  return choicesOf(root, schema).map(({ value, about: documentation }) => ({
    kind: 'value',
    label: value,
    detail: documentation.split('\n')[0] ?? '',
    documentation,
    at,
    text: space + value,
    more: false,
  }));
}

/** What is under an offset, explained in French Markdown; undefined where nothing is foreseen or nothing is written. */
export function explained(root: Schema, text: string, offset: number): { at: Span; markdown: string } | undefined {
  const place = placeIn(text, offset);
  if (!place || place.at.start === place.at.end) return undefined;
  const { at } = place;
  const word = text.slice(at.start, at.end).replace(/^(["'])(.*)\1$/, '$2');
  const path = place.kind === 'key' && place.colon ? [...place.path, word] : place.path;
  const schema = schemaAt(root, path);
  if (!schema) return undefined;
  const choice = place.kind === 'value' ? choicesOf(root, schema).find((c) => c.value === word) : undefined;
  const lines = [
    `**${place.kind === 'key' ? word : path.at(-1)}**${schema.title ? ` – ${schema.title}` : ''}`,
    about(schema),
    ...(choice?.about ? [`\`${choice.value}\` : ${choice.about}`] : []),
    ...(place.kind === 'key' ? valuesIn(choicesOf(root, schema)) : []),
  ];
  const markdown = lines.filter((l) => l !== '').join('\n\n');
  return place.kind === 'key' && !place.colon ? undefined : { at, markdown };
}

const valuesIn = (choices: readonly Choice[]): readonly string[] =>
  choices.length === 0
    ? []
    : [`Valeurs admises :\n\n${choices.map((c) => `- \`${c.value}\`${c.about ? ` : ${c.about}` : ''}`).join('\n')}`];
