import * as z from 'zod';
import fr from 'zod/v4/locales/fr.js';
import { isDay, PROCEDURE_VALUES } from '../../rules/facts/piece/index.ts';
import { COMPOUNDS, PIECES } from '../../rules/kit/piece.ts';
import { LEVELS } from '../../rules/kit/rule.ts';

// What is wrong in a call is said in French; nothing is made from a text and run.
z.config({ ...fr(), jitless: true });

/** UTF-16 units of a text given in a call. */
export const MOST_TEXT = 1_000_000;
/** Citations given one by one in a call, and units of each. */
export const MOST_CITATIONS = 200;
const MOST_CITATION = 500;

const WRONG_DAY = 'date AAAA-MM-JJ attendue (2027-01-15)';
const day = (words: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, WRONG_DAY)
    .refine(isDay, WRONG_DAY)
    .describe(words)
    .optional();
const LAW = 'Droit de ce jour (AAAA-MM-JJ) ; aujourd’hui à défaut. / Law of that day; today by default.';

const draft = {
  path: z
    .string()
    .min(1)
    .max(1000)
    .describe(
      'Fichier Markdown ou dossier (une consultation), sous un dossier ouvert à l’assistant. / File or folder, in an open folder.',
    )
    .optional(),
  text: z
    .string()
    .max(MOST_TEXT)
    .describe(
      'Le texte Markdown lui-même, à la place de « path », jugé comme une pièce entière. / The text itself, read as a whole piece.',
    )
    .optional(),
  name: z
    .string()
    .regex(/^[^/\\\0]{1,200}$/, 'un nom de fichier, sans « / »')
    .describe('Nom du fichier que serait ce texte (ccap.md). / File name of the text.')
    .optional(),
  piece: z
    .enum([...PIECES.filter((kind) => kind !== 'autre'), ...(Object.keys(COMPOUNDS) as (keyof typeof COMPOUNDS)[])])
    .describe('Ce qu’est ce texte, avec « text » seulement. / What the text is, with text only.')
    .optional(),
  procedure: z
    .enum(PROCEDURE_VALUES.map((v) => v.value))
    .describe('Procédure suivie, avec « text » seulement. / Procedure, with text only.')
    .optional(),
  date: day(
    'Droit de ce jour (AAAA-MM-JJ) pour une pièce qui n’en dit pas ; aujourd’hui à défaut. / Law of that day, for pieces without a date.',
  ),
};

const inputs = {
  check: z.strictObject({
    ...draft,
    min_level: z.enum(LEVELS).describe('Plus bas niveau rendu. / Lowest level given back.').optional(),
  }),
  explain: z.strictObject({
    what: z
      .string()
      .min(1)
      .max(200)
      .describe(
        'Règle (variantes/exigences-minimales) ou article (R2152-7, cpi L131-3, 14.1 CCAG-TIC). / Rule or article.',
      ),
    date: day(LAW),
  }),
  facts: z.strictObject(draft),
  validate_citations: z.strictObject({
    citations: z
      .array(z.string().min(1).max(MOST_CITATION))
      .min(1)
      .max(MOST_CITATIONS)
      .describe('Références une par une (« article R. 2152-7 du code de la commande publique »). / One by one.')
      .optional(),
    path: draft.path,
    text: draft.text,
    date: day(LAW),
  }),
  propose_fix: z.strictObject({
    ...draft,
    finding: z
      .string()
      .min(1)
      .max(100)
      .describe('« id » d’un constat de check ; à défaut, tous. / id of a finding of check; all by default.')
      .optional(),
    rule: z.string().min(1).max(100).describe('Constats de cette règle seulement. / Findings of that rule.').optional(),
  }),
  clauses: z.strictObject({
    action: z
      .enum(['find', 'fill', 'check'])
      .describe(
        'find : chercher ; fill : remplir une clause ; check : vérifier un texte tiré d’une clause. / Find, fill in, or check.',
      ),
    query: z.string().max(200).describe('find : mots cherchés. / Words looked for.').optional(),
    piece: draft.piece.describe('find : pièce où la clause doit aller. / Piece that it is for.'),
    id: z.string().min(1).max(100).describe('fill, check : clause. / Clause.').optional(),
    values: z
      .record(z.string().max(200), z.string().max(2000))
      .describe('fill : valeur de chaque variable, par son nom. / Values by name of variable.')
      .optional(),
    text: draft.text.describe('check : le texte tiré de la clause. / The text made from the clause.'),
    date: day(LAW),
  }),
};

export type ToolName = keyof typeof inputs;
export type Input<T extends ToolName> = z.infer<(typeof inputs)[T]>;

/** A tool as it is offered. */
export interface ToolOffer {
  readonly name: ToolName;
  /** In French. */
  readonly title: string;
  /** In French, then in English. */
  readonly description: string;
  readonly input: z.ZodType;
}

const offer = (name: ToolName, title: string, french: string, english: string): ToolOffer => ({
  name,
  title,
  description: `${french} / ${english}`,
  input: inputs[name],
});

/** Every tool, in the order in which they are usually called. */
export const offers: readonly ToolOffer[] = [
  offer(
    'check',
    'Vérifier un dossier de consultation',
    'Vérifie un dossier, un fichier ou un texte de marché public (RC, CCTP, CCAP, AE…) : le rapport JSON de « dce-lint check », constats (règle, id, niveau, message, place, sources, corrections) et ce qui n’a pas été vérifié (notChecked, rulesNotRun). L’absence de constat n’est pas une preuve de conformité.',
    'Checks a French public tender draft; the JSON report of the command line, with what was not checked.',
  ),
  offer(
    'explain',
    'Expliquer une règle ou un article',
    'La page d’une règle, ou ce que dit un article (code de la commande publique, CPI, CCAG) au jour demandé.',
    'The page of a rule, or what an article of law says on a day.',
  ),
  offer(
    'facts',
    'Montrer ce qui a été compris',
    'Ce que le programme a compris d’un dossier ou d’une pièce : lots, critères, délais, prix, droits… avec leur place.',
    'What was understood of a draft: lots, criteria, time limits, prices, rights…',
  ),
  offer(
    'validate_citations',
    'Valider les références juridiques',
    'Dit de chaque référence (liste, texte ou fichier) si elle est en vigueur, modifiée, abrogée (et par quoi remplacée), inexistante ou inconnue au jour demandé. Dans le doute, « supported » est faux : n’en garder aucune qui le soit.',
    'Tells of each citation whether it is in force, changed, repealed (with its successor), absent or unknown. Fails closed.',
  ),
  offer(
    'propose_fix',
    'Proposer des corrections',
    'Les corrections des constats, comme modifications de texte. Rien n’est écrit : les appliquer est à celui qui rédige, puis revérifier.',
    'The fixes of findings as text edits. Nothing is ever written.',
  ),
  offer(
    'clauses',
    'Chercher, remplir, vérifier une clause type',
    'La bibliothèque de clauses : « find » cherche, « fill » remplit une clause et dit ce qui reste à compléter, « check » vérifie un texte qui en est tiré.',
    'The clause library: find, fill in, or check a clause.',
  ),
];

/** The JSON Schema of what a tool takes. */
export const inputSchema = ({ input }: ToolOffer): { type: 'object'; [key: string]: unknown } => {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' });
  return { ...schema, type: 'object' };
};

/** What is wrong in the arguments of a call, as one French sentence; undefined when nothing is. */
export function faultOf({ name, input }: ToolOffer, given: unknown): string | undefined {
  const read = input.safeParse(given ?? {});
  if (read.success) return undefined;
  const said = read.error.issues.slice(0, 5).map(({ path, message }) => {
    const where = path.length > 0 ? `« ${path.join('.')} » : ` : '';
    return `${where}${message}`;
  });
  return `Appel de « ${name} » refusé : ${said.join(' ; ')}`;
}
