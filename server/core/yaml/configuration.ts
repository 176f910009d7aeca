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
        markdownDescription: 'Le préréglage dont on part. Sans cette clé : `complet`.',
        enum: PRESETS,
        markdownEnumDescriptions: PRESETS.map((p) => PRESET_MEANINGS[p]),
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
    },
    $defs: { level },
  };
}
