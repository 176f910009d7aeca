import { CATEGORIES, KEYS, PROCEDURES } from '../../../rules/facts/entete.ts';
import { PROCEDURE_NAMES } from '../../../rules/facts/procedure.ts';
import type { Span } from '../../../rules/kit/span.ts';
import { PIECE_NAMES } from '../explain.ts';
import type { Schema } from './schema.ts';

interface Key {
  readonly title: string;
  readonly about: string;
  /** What each value means, in French. */
  readonly meanings?: Readonly<Record<string, string>>;
  readonly example?: string | number;
}

const CCAG_NAMES: Readonly<Record<string, string>> = {
  tic: 'techniques de l’information et de la communication',
  pi: 'prestations intellectuelles',
  fcs: 'fournitures courantes et services',
  travaux: 'travaux',
  moe: 'maîtrise d’œuvre',
  mi: 'marchés industriels',
};

const ccagMeaning = (value: string): string => {
  const [kind = '', year = ''] = value.split('-');
  return value === 'aucun' ? 'Le marché ne se réfère à aucun CCAG.' : `CCAG ${CCAG_NAMES[kind]}, version de ${year}.`;
};

const meanings = (values: readonly string[], of: (value: string) => string) =>
  Object.fromEntries(values.map((v) => [v, of(v)]));

const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;

/** What each key of the `dce:` front matter says, in French. */
const HEADER: Readonly<Record<string, Key>> = {
  piece: {
    title: 'nature de la pièce',
    about:
      'La pièce que ce fichier contient. Sans cette clé, elle est reconnue au titre, au nom du fichier ou au texte.',
    meanings: meanings(Object.keys(PIECE_NAMES), (v) => `${capital(PIECE_NAMES[v] ?? v)}.`),
  },
  etat: {
    title: 'état de la pièce',
    about:
      'Où en est la rédaction. Dans un brouillon, ce qui manque encore est signalé moins fort que dans une pièce finale.',
    meanings: {
      brouillon: 'En cours de rédaction.',
      relecture: 'Rédigée, à relire avant signature.',
      final: 'Prête à être publiée.',
    },
  },
  procedure: {
    title: 'procédure de passation',
    about: 'La procédure suivie. Sans cette clé, elle est lue dans le texte.',
    meanings: meanings(PROCEDURES, (v) => `${capital(PROCEDURE_NAMES[v as (typeof PROCEDURES)[number]])}.`),
  },
  categorie: {
    title: 'objet du marché',
    about: 'Ce que le marché achète : les seuils et certaines règles en dépendent.',
    meanings: meanings(CATEGORIES, (v) =>
      v === 'services-specifiques' ? 'Services sociaux et autres services spécifiques.' : `Marché de ${v}.`,
    ),
  },
  acheteur: {
    title: 'nature de l’acheteur',
    about: 'Qui achète : les seuils et certains délais en dépendent.',
    meanings: {
      etat: 'État, établissement public de l’État.',
      'organisme-securite-sociale': 'Organisme de sécurité sociale.',
      collectivite: 'Collectivité territoriale, établissement public local.',
      autre: 'Autre acheteur.',
    },
  },
  'montant-estime': {
    title: 'montant estimé',
    about: 'Valeur estimée du marché en euros hors taxes, sans espace ni symbole : `120000`.',
    example: 120000,
  },
  date: {
    title: 'jour du droit applicable',
    about:
      'Jour de l’envoi de la consultation, `AAAA-MM-JJ` : le droit de ce jour est appliqué. Sans cette clé, celui du jour de la vérification.',
    example: '2027-01-15',
  },
  ccag: {
    title: 'CCAG auquel le marché se réfère',
    about: 'Le cahier des clauses administratives générales et sa version. Sans cette clé, il est lu dans le texte.',
    meanings: meanings(typeof KEYS.ccag === 'object' ? KEYS.ccag : [], ccagMeaning),
  },
};

function keySchema(key: string): Schema {
  const { title, about, meanings: said = {}, example } = HEADER[key] ?? { title: key, about: '' };
  const values = KEYS[key];
  return {
    title,
    markdownDescription: about,
    ...(typeof values === 'object' && {
      enum: values,
      markdownEnumDescriptions: values.map((v) => said[v] ?? ''),
    }),
    ...(example !== undefined && { examples: [example] }),
  };
}

/** The front matter of a draft: other programs may have keys of their own beside `dce`. */
export const headerSchema: Schema = {
  type: 'object',
  properties: {
    dce: {
      type: 'object',
      title: 'en-tête de la pièce',
      markdownDescription:
        'Ce que DCE Lint doit savoir de la pièce et ne peut pas toujours lire dans le texte. Chaque clé est facultative.',
      properties: Object.fromEntries(Object.keys(KEYS).map((key) => [key, keySchema(key)])),
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
