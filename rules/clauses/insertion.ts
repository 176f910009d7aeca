import type { Draft, Section } from '../kit/draft.ts';
import { appendSection, appendToSection, inSection, inStyleOf, insertBlockAfter } from '../kit/fix.ts';
import { headingAfter, headingUnderTitle, headingWithin } from '../kit/numbering.ts';
import type { Piece } from '../kit/piece.ts';
import type { Edit, Fix } from '../kit/rule.ts';
import { endOf, type Span, startOf, widen } from '../kit/span.ts';
import { type Clause, type ClauseVariable, clause, clauses } from './clauses.ts';
import { homeOf } from './places.ts';

/** The field of a variable, as it stands in the body of a clause. */
export const fieldOf = ({ nom, sens }: ClauseVariable): string => `[à compléter : ${nom} — ${sens}]`;

/** The body of a clause with its fields filled; a variable without a value, or with a blank one, stays to be filled. */
export function filled({ body, variables }: Clause, values: Readonly<Record<string, string>>): string {
  const lines = body.split('\n');
  for (const v of variables) {
    const value = (Object.hasOwn(values, v.nom) ? values[v.nom] : undefined)?.replace(/\s+/g, ' ').trim();
    if (!value) continue;
    const i = lines.findIndex((line) => line.includes(fieldOf(v)));
    const line = lines[i];
    if (line === undefined) continue;
    const safe = line.startsWith('|') ? value.replace(/(?<!\\)\|/g, '\\|') : value;
    lines[i] = line.replace(fieldOf(v), () => safe);
  }
  return lines.join('\n');
}

/**
 * The comment that says of the text after it, up to the next heading, which clause it was. Nothing of it is printed; the rule
 * `pi/clause-alteree` reads it. Other themes have no reading of their protected points, and so no mark.
 */
const markOf = ({ id, protege }: Clause): string =>
  id.startsWith('pi-') || protege.includes('reproduction') ? `<!-- clause: ${id} -->\n\n` : '';

/** A clause by its id in the library, or one that is not of it. */
const modelOf = (given: string | Clause): Clause => (typeof given === 'string' ? clause(given) : given);

/** The text of a clause as it is inserted, without its heading. */
export function markedBody(given: string | Clause, values: Readonly<Record<string, string>> = {}): string {
  const model = modelOf(given);
  return markOf(model) + filled(model, values);
}

/** The first section of that matter; the title of the piece is no section of it. */
function sectionOn(draft: Draft, pattern: RegExp | undefined): Section | undefined {
  if (!pattern) return undefined;
  const titled = draft.sectionsTitled(pattern).filter((s) => s.heading !== draft.title || s.number !== undefined);
  return titled.find((s) => s.heading && !s.heading.heading?.runIn);
}

export interface Insertion {
  /** Title of the fix; « Insérer la clause … » when left out. */
  readonly title?: string;
  /** Values by the name of the variable. */
  readonly values?: Readonly<Record<string, string>>;
  /** Where the writer is, for a clause that no section of the piece calls for. The end of the piece when left out. */
  readonly offset?: number;
  /** Title of the new section, when it is not the clause's own. */
  readonly heading?: string;
}

/**
 * Inserts a clause where it belongs: in the section on its matter; else as a part, numbered after the others, of the section
 * on the wider matter; else beside the section the writer is in, or as the last article. Numbers that stand are never changed.
 */
export function insertClause(piece: Piece, given: string | Clause, options: Insertion = {}): Fix {
  const model = modelOf(given);
  const { draft } = piece;
  const { values = {}, offset, title = `Insérer la clause « ${model.titre} »` } = options;
  const heading = options.heading ?? model.heading;
  const text = markedBody(model, values);
  const home = homeOf(model.id);
  const own = sectionOn(draft, home.own);
  if (own) {
    if (!heading || own.children.length === 0) return inSection(piece, own, text, title);
    return appendToSection(piece, own, `${headingWithin(draft, own, heading)}\n\n${text}`, title);
  }
  const wider = sectionOn(draft, home.wider);
  if (wider && !heading) return inSection(piece, wider, text, title);
  if (wider && heading)
    return appendToSection(piece, wider, `${headingWithin(draft, wider, heading)}\n\n${text}`, title);
  if (!heading) {
    const at = offset === undefined ? draft.end : { start: offset, end: offset };
    return insertBlockAfter(piece, at, text, title);
  }
  const beside = offset === undefined ? undefined : neighbour(draft, offset);
  if (!beside) return appendSection(piece, heading, text, title);
  return appendToSection(piece, beside, `${headingAfter(draft, beside, heading)}\n\n${text}`, title);
}

/** The section that a new one follows for a writer at `offset`: the last numbered one beside theirs; undefined at the title. */
function neighbour(draft: Draft, offset: number): Section | undefined {
  const here = draft.sectionAt(offset);
  if (here.level < 2 && !here.number) return undefined;
  const siblings = here.parent?.children ?? [here];
  return here.number ? siblings.filter((s) => s.number).at(-1) : here;
}

/**
 * A clause as it reads when it takes the place of the words at `at`, a paragraph of their own: blank lines around it, and the
 * number that the place calls for when it is free. In a section on its matter it has no heading.
 */
export function clauseAt(piece: Piece, given: string | Clause, at: Span): Edit {
  const { draft } = piece;
  const model = modelOf(given);
  const { heading, id } = model;
  const here = draft.sectionAt(at.start);
  const { own } = homeOf(id);
  const isTitle = here.level < 2 && !here.number;
  const isHome = own !== undefined && !isTitle && here.chain.some((s) => s.heading?.has(own));
  const title = isTitle ? headingUnderTitle(draft, heading ?? '') : headingAfter(draft, here, heading ?? '');
  const text = heading && !isHome ? `${title}\n\n${markedBody(model)}` : markedBody(model);
  const before = draft.slice(widen(startOf(at), 200, 0));
  const after = draft.slice(widen(endOf(at), 0, 200));
  const above = before === '' || /\n[ \t]*\r?\n$/.test(before) ? '' : '\n';
  const below = after === '' || /^\r?\n[ \t]*(?:\r?\n|$)/.test(after) ? '' : '\n';
  return { piece, at, text: inStyleOf(draft, `${above}${text}${below}`) };
}

const CHOICES = new Map(
  clauses.flatMap((c) => c.variables.flatMap((v) => (v.valeurs ? [[fieldOf(v), v.valeurs] as const] : []))),
);

/** The wordings that a field of a clause chooses from, whatever the typography it was given; undefined for a free one. */
export const choicesOf = (field: string): readonly string[] | undefined =>
  CHOICES.get(field.replace(/’/g, "'").replace(/[\u00a0\u202f]/g, ' '));
