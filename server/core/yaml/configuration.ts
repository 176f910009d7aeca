import { PIECES } from '../../../rules/kit/piece.ts';
import { LEVELS, type Rule } from '../../../rules/kit/rule.ts';
import { LEVEL_NAMES } from '../explain.ts';
import { PRESETS, type Preset } from '../settings.ts';
import type { Schema } from './schema.ts';

const PRESET_MEANINGS: Readonly<Record<Preset, string>> = {
  essentiel: 'Les erreurs seules : ce qui est nul ou contraire à un texte impératif.',
  guide: 'Les règles fondées sur le guide « Innovation et marchés publics ».',
  complet: 'Toutes les règles.',
};

const LEVEL_MEANINGS = {
  error: 'nul, ou contraire à un texte impératif.',
  warning: 'risque juridique, ou contraire à une recommandation du guide.',
  info: 'à savoir, sans obligation.',
  off: 'la règle se tait.',
} as const;

const levels = [...LEVELS, 'off'] as const;
const level: Schema = {
  enum: levels,
  markdownEnumDescriptions: levels.map((l) => `${LEVEL_NAMES[l]} : ${LEVEL_MEANINGS[l]}`),
};

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function rulesSchema(rules: readonly Rule[]): Schema {
  const themes = [...new Set(rules.map((r) => r.id.split('/')[0] as string))];
  const byTheme = themes.map((theme) => [
    `${theme}/*`,
    { $ref: '#/$defs/level', title: `toutes les règles du thème « ${theme} »` },
  ]);
  const byRule = rules.map((rule) => [
    rule.id,
    {
      $ref: '#/$defs/level',
      title: rule.title,
      markdownDescription: `${oneLine(rule.why)}\n\nNiveau d’origine : ${LEVEL_NAMES[rule.level]} (\`${rule.level}\`).`,
    },
  ]);
  return {
    type: 'object',
    title: 'niveau des règles',
    markdownDescription:
      'Une règle par ligne, avec son niveau : `pi/garantie: off`. `theme/*` vaut pour toutes les règles d’un thème.',
    additionalProperties: false,
    properties: Object.fromEntries([...byRule, ...byTheme]),
  };
}

const policySchema = (rules: readonly Rule[]): Schema => ({
  type: 'object',
  title: 'politique de l’organisme',
  markdownDescription:
    'Ce que l’organisme décide pour toutes ses consultations : ni les réglages d’un dossier, ni ceux de l’éditeur, ni une option ne vont en deçà.',
  additionalProperties: false,
  properties: {
    nom: { title: 'son nom', type: 'string' },
    niveaux: { ...rulesSchema(rules), title: 'niveaux les plus bas' },
    obligatoires: {
      title: 'règles qui ne peuvent être éteintes',
      markdownDescription:
        'Une règle ou `theme/*` par ligne. Un constat ne s’écarte alors que jusqu’à un jour et sous un nom : `jusqu’au 2027-03-31, par …`.',
      type: 'array',
      items: { type: 'string' },
    },
    clauses: {
      title: 'clauses de la maison',
      markdownDescription: 'Proposées avec celles du programme.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['titre', 'texte'],
        properties: {
          titre: { title: 'titre', type: 'string' },
          quand: { title: 'quand s’en servir', type: 'string' },
          pieces: { title: 'pièces où elle va', type: 'array', items: { enum: PIECES.filter((p) => p !== 'autre') } },
          texte: { title: 'texte, en Markdown', type: 'string' },
        },
      },
    },
  },
});

/** The JSON schema of `.dce-lint.yaml`, texts in French. */
export function configurationSchema(rules: readonly Rule[]): Schema & { readonly $schema: string } {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration de DCE Lint',
    markdownDescription: 'Réglages des pièces de ce dossier et de ceux qu’il contient.',
    type: 'object',
    additionalProperties: false,
    properties: {
      extends: {
        title: 'règles de départ',
        markdownDescription:
          'Le préréglage dont on part, ou un fichier commun à plusieurs dossiers : `../commun/achats.yaml`. Sans cette clé : `complet`.',
        anyOf: [
          { enum: PRESETS, markdownEnumDescriptions: PRESETS.map((p) => PRESET_MEANINGS[p]) },
          { type: 'string', pattern: '\\.ya?ml$' },
        ],
      },
      rules: rulesSchema(rules),
      date: {
        title: 'jour du droit applicable',
        markdownDescription:
          'Jour `AAAA-MM-JJ` dont le droit s’applique aux pièces qui ne donnent pas de date. Sans cette clé : le jour de la vérification.',
        type: 'string',
        examples: ['2027-01-15'],
      },
      ignore: {
        title: 'fichiers laissés de côté',
        markdownDescription: 'Motifs de fichiers, un par ligne, depuis le dossier de ce fichier : `modeles/**`.',
        type: ['array', 'string'],
        items: { type: 'string' },
      },
      politique: policySchema(rules),
    },
    $defs: { level },
  };
}
