import type { Piece } from '../../rules/kit/piece.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import { DCE } from './dce.ts';
import { LEVEL_NAMES } from './explain.ts';
import type { Origin, Setting, Settings } from './settings.ts';

/** Where a value comes from, in French: « règle », « préréglage guide », « .dce-lint.yaml ». */
export function originName(origin: Origin): string {
  switch (origin.kind) {
    case 'rule':
      return 'règle';
    case 'preset':
      return `préréglage ${origin.preset}`;
    case 'layer':
      return origin.label;
  }
}

/** The same for a page: of the path of a file, its folder and its name. */
export const originShown = (origin: string): string => origin.replace(/^.*\/(?=[^/]*\/[^/]*$)/, '…/');

/** One setting of a file. */
export interface SettingRow {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  /** For a level: its rule, and whether something changes it. */
  readonly rule?: Rule;
  readonly changed: boolean;
}

const row = (rule: Rule, level: Setting, origin: Origin): SettingRow => ({
  name: rule.id,
  value: LEVEL_NAMES[level],
  origin: originName(origin),
  rule,
  changed: origin.kind !== 'rule',
});

/** A day with what gives it, in French. */
interface Given {
  readonly value: string;
  readonly origin: string;
}

/** The day that the front matter of a piece, its `dce.yaml` or another piece gives it; undefined when none does. */
export function dateGiven(piece: Piece): Given | undefined {
  const { values, spans } = piece.entete;
  const value = piece.date;
  if (spans.date) return { value, origin: 'en-tête de la pièce' };
  if (values.date !== undefined) return { value, origin: DCE };
  const other = piece.consultation.pieces.find((p) => p.entete.values.date === value);
  return other && { value, origin: `en-tête de ${other.path}` };
}

/**
 * Each setting with its origin: preset, date, then the level of each rule on that date. `today`: `YYYY-MM-DD`. `given`: the
 * day that a piece has, whatever the settings.
 */
export function settingRows(
  settings: Settings,
  rules: readonly Rule[],
  today: string,
  given?: Given,
): readonly SettingRow[] {
  const { preset } = settings;
  const date = given?.value ?? settings.date?.value ?? today;
  return [
    {
      name: 'préréglage',
      value: preset.value,
      origin: preset.origin.kind === 'rule' ? 'défaut' : originName(preset.origin),
      changed: preset.origin.kind !== 'rule',
    },
    {
      name: 'date',
      value: date,
      origin: given?.origin ?? (settings.date ? originName(settings.date.origin) : 'jour de la vérification'),
      changed: given !== undefined || settings.date !== undefined,
    },
    ...rules.map((rule) => {
      const { level, origin } = settings.effective(rule, date);
      return row(rule, level, origin);
    }),
  ];
}

const cell = (text: string) => text.replace(/[\\`*_[\]<>|]/g, '\\$&');

function table(rows: readonly SettingRow[]): string[] {
  return [
    '| Réglage | Valeur | D’où il vient |',
    '| --- | --- | --- |',
    ...rows.map(({ name, value, origin, rule }) => {
      const shown = rule ? `${cell(rule.title)} (\`${name}\`)` : cell(name);
      return `| ${shown} | ${cell(value)} | ${cell(originShown(origin))} |`;
    }),
    '',
  ];
}

/**
 * The page « D’où vient ce réglage ? » of a file, as Markdown in French: what its settings change first, then every
 * level. `first`: id of the rule asked about, shown before all. `given`: as for `settingRows`.
 */
export function settingsPage(
  file: string,
  settings: Settings,
  rules: readonly Rule[],
  {
    today,
    first,
    given,
  }: { readonly today: string; readonly first?: string | undefined; readonly given?: Given | undefined },
): string {
  const rows = settingRows(settings, rules, today, given);
  const asked = rows.filter((r) => r.rule && r.rule.id === first);
  const byPreset = ({ origin }: SettingRow) => Number(origin.startsWith('préréglage '));
  const changed = rows.filter((r) => r.changed || !r.rule).sort((a, b) => byPreset(a) - byPreset(b));
  return [
    `# Réglages de ${cell(file)}`,
    '',
    'Du plus faible au plus fort : la règle elle-même, le préréglage, le fichier `.dce-lint.yaml` le plus proche, les réglages de l’éditeur.',
    '',
    ...(asked.length > 0 ? ['## La règle du constat', '', ...table(asked)] : []),
    '## Ce qui est réglé ici',
    '',
    ...table(changed),
    '## Niveau d’origine des autres règles',
    '',
    ...table(rows.filter((r) => r.rule && !r.changed)),
  ].join('\n');
}
