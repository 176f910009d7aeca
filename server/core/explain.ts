import type { Piece } from '../../rules/kit/piece.ts';
import type { Example, Level, Rule } from '../../rules/kit/rule.ts';
import { cite } from '../../rules/law/law.ts';
import type { KnownConcept as Concept } from '../../rules/reading/model.ts';
import { isNotice, notices } from './notices.ts';

/** Levels as people read them. */
export const LEVEL_NAMES: Readonly<Record<Level | 'off', string>> = {
  error: 'erreur',
  warning: 'avertissement',
  info: 'conseil',
  off: 'désactivée',
};

/** Kinds of pieces as people read them. */
export const PIECE_NAMES: Readonly<Record<string, string>> = {
  rc: 'RC',
  cctp: 'CCTP',
  ccap: 'CCAP',
  ae: 'AE',
  'programme-fonctionnel': 'programme fonctionnel',
  'reglement-concours': 'règlement de concours ou de hackathon',
  'appel-a-projets': 'appel à projets',
  bpu: 'BPU',
  dpgf: 'DPGF',
  dqe: 'DQE',
  avis: 'avis de marché',
  autre: 'pièce non reconnue',
};

/** What a piece is, for people: « CCAP et CCTP ». */
export const pieceName = ({ kinds }: Pick<Piece, 'kinds'>): string =>
  kinds.map((kind) => PIECE_NAMES[kind] ?? kind).join(' et ');

const french = (day: string) => day.split('-').reverse().join('/');

/** The level of a rule in words, with the days on which the law changes it. */
export const levels = (rule: Rule): string =>
  [
    LEVEL_NAMES[rule.level] + (rule.since ? ` (consultations lancées à partir du ${french(rule.since)})` : ''),
    ...(rule.levels ?? []).map((l) => `${LEVEL_NAMES[l.level]} à partir du ${french(l.from)}`),
  ].join(' ; ');

/** The pieces in which a rule can fire, in words. */
export const pieces = (rule: Rule): string =>
  rule.pieces === '*'
    ? 'toutes les pièces'
    : rule.pieces.map((p) => PIECE_NAMES[p] ?? p).join(', ') + (rule.dossier ? ' (tout le dossier)' : '');

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The references of a rule in the law of a day, as Markdown, linked where the law has a public address. */
export const sourcesOf = (rule: Rule, date: string): readonly string[] =>
  rule.sources.map((source) => {
    const { label, url } = cite(source, date);
    return url ? `[${label}](${url})` : label;
  });

const exampleText = (example: string | Example): string => {
  const text = typeof example === 'string' ? example : example.text;
  return text.replace(/⟦/g, '⟪').replace(/⟧/g, '⟫').trim();
};

/** At most this many examples of each kind: the page is read beside a draft. */
const EXAMPLES = 4;

function examples(title: string, all: readonly (string | Example)[]): string[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, EXAMPLES).flatMap((e) => ['````markdown', exampleText(e), '````', '']);
  return [`## ${title}`, '', ...shown];
}

/** What a rule hears by its sense beside the words that it knows. */
const heardIn = (concepts: readonly Concept[]): readonly string[] =>
  concepts.length === 0
    ? []
    : [
        '## Ce qui est aussi entendu par son sens',
        '',
        ...concepts.map(({ id, says }) => `- ${says} (\`dce-lint concepts ${id}\`)`),
        '',
      ];

/**
 * The page of a rule as Markdown in French, its references in the law of a day (`YYYY-MM-DD`). `concepts`: those that it
 * rests on.
 */
export function explain(rule: Rule, date: string, concepts: readonly Concept[] = []): string {
  const { bad, good, limits } = rule.examples;
  const ignoring = isNotice(rule)
    ? []
    : [
        '## Ignorer ce constat',
        '',
        '````markdown',
        `<!-- dce-lint-ignore-next ${rule.id} : votre motif -->`,
        '````',
        '',
      ];
  return [
    `# ${rule.title}`,
    '',
    `\`${rule.id}\` · niveau : ${levels(rule)} · ${pieces(rule)}${rule.absence ? ' · signale une absence' : ''}`,
    '',
    oneLine(rule.why),
    '',
    '## Ce que dit le constat',
    '',
    ...Object.values(rule.messages).map((m) => `- ${m.replace(/\{(\w+)\}/g, '…').replace('\n', ' ')}`),
    '',
    `## Sources au ${french(date)}`,
    '',
    ...sourcesOf(rule, date).map((s) => `- ${s}`),
    '',
    ...heardIn(concepts),
    ...examples('Signalé (le passage entre ⟪ ⟫)', bad),
    ...examples('Non signalé', good),
    ...examples('Limites connues', limits),
    ...ignoring,
  ].join('\n');
}

/** The rule or notice of that id; undefined when there is none. */
export const ruleNamed = (id: string, rules: readonly Rule[]): Rule | undefined =>
  rules.find((r) => r.id === id) ?? notices.find((r) => r.id === id);
