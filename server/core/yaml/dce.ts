import { CLES } from '../../../rules/facts/piece/index.ts';
import { DCE_KEYS, SHARED } from '../dce.ts';
import { keySchema } from './header.ts';
import type { Schema } from './schema.ts';

const { pieces, fichier } = DCE_KEYS;

const path: Schema = {
  title: fichier.title,
  markdownDescription: fichier.description,
  type: 'string',
  minLength: 1,
  examples: ['rc.md', 'technique/cctp.md'],
};

/** The JSON schema of `dce.yaml`, texts in French. */
export const dceSchema: Schema & { readonly $schema: string } = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Description de la consultation',
  markdownDescription:
    'Les pièces de la consultation, et ce qui vaut pour toutes. L’en-tête d’une pièce l’emporte sur ce fichier.',
  type: 'object',
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(SHARED.map((cle) => [cle.name, keySchema(cle)])),
    pieces: {
      title: pieces.title,
      markdownDescription: pieces.description,
      type: 'array',
      items: {
        anyOf: [
          path,
          {
            type: 'object',
            additionalProperties: false,
            required: ['fichier'],
            properties: { fichier: path, ...Object.fromEntries(CLES.map((cle) => [cle.name, keySchema(cle)])) },
          },
        ],
      },
    },
  },
};
