import type { Draft, Passage, Section, Table } from '../../kit/draft.ts';
import { fold } from '../../kit/french/fold.ts';
import { headingNumber } from '../../kit/french/heading.ts';
import { fr } from '../../kit/french/pattern.ts';
import { between, type Span } from '../../kit/span.ts';
import { find } from '../../kit/text.ts';
import { linesOf } from '../commun/index.ts';
import { isMeasured } from './exigences-mesure.ts';

/** A function or requirement that the draft identifies: « FP1 – Mesurer », « EX-04 », « Fonction 3 ». */
export interface Identified {
  /** Folded, without spaces or leading zeros: « fp1 », « ex4 », « f1-2 ». */
  readonly id: string;
  readonly kind: 'fonction' | 'exigence';
  readonly at: Span;
  /** Folded words of its name, without the identifier. */
  readonly name: string;
  readonly shape: 'titre' | 'ligne' | 'element' | 'paragraphe';
  /** What is said of it, the name left out. */
  readonly body: readonly Passage[];
  /** The rest of its own passage after the bold name, for a paragraph or item. */
  readonly rest: string;
  /** Its own passage (the first cell of a row). */
  readonly passage: Passage;
}

const NUM = '\\d{1,3}(?:[.-]\\d{1,3}){0,3}';
/** « Fonction B – », « Deuxième fonction : »: told apart by a letter or a rank. */
const RANKED =
  'fonctions? (?:n ?° ?)?(?:[a-h]|[ivx]{1,4})(?= ?[-:.)|]|$)|(?:premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|derniere) fonction(?= ?[-:.(|]|$)';
const FUNCTION = `(?:${RANKED}|fonctions? (?:de service |principales? |contraintes? |secondaires? |complementaires? |techniques? )?(?:n ?° ?)?(?:[a-z]{1,3}[ .-]?)?${NUM}|(?:fp|fs|fc|ft|fct|fonc)[ ._-]?${NUM}|f[ ._-]?${NUM})`;
const REQUIREMENT = `(?:(?:exigences?|besoins?|specifications?|spec)(?: [a-z]+)? (?:n ?° ?)?(?:[a-z]{1,4}[ ._-]?){0,2}${NUM}|(?:ef|enf|exi|exig|exg|ex|e|req|rq|rf|rnf|ent|bf|bnf|eft|ets)[._-]?(?:[a-z]{1,5}[._-])?${NUM})`;
const IDENTIFIER = new RegExp(
  `^[ "*-]*(?:${NUM}[.)]? )?(?<id>(?<f>${FUNCTION})|(?<r>${REQUIREMENT}))(?![a-z0-9])(?<sep> ?[-:.)|(]+| (?=[a-z"])|$)`,
);
const NAMED =
  /^ ?(?:\d+[.)-]* )*(?<id>(?:fonction|exigence)(?: (?:principale|de service|de contrainte|contrainte|technique))?)(?: ?[:-] ?| "| (?=[a-z]+(?:er|ir|re) ))/;
/** « Mettre en relation… »: what a function does. */
export const INFINITIVE = /^[ :."-]*(?!voir )(?:ne pas |se |s'|en |y )?[a-z]+(?:er|ir|re)(?![a-z])/;
const FUNCTIONAL = fr`fonctions?|fonctionnel(?:le)?s?|besoins?|exigences?|spécifications?|services? attendus?`;

interface Head {
  readonly id: string;
  readonly kind: Identified['kind'];
  readonly to: number;
}

/** Reads the identifier that begins folded words. A bare « F1 » counts only before an infinitive or where functions are spoken of. */
function headOf(folded: string, functional: boolean): Head | undefined {
  const m = find(folded, IDENTIFIER);
  const id = m?.groups.id;
  if (m === undefined || id === undefined) {
    const named = find(folded, NAMED);
    return named
      ? { id: '', kind: named.groups.id?.startsWith('fonction') ? 'fonction' : 'exigence', to: named.to }
      : undefined;
  }
  const kind = m.groups.f !== undefined ? 'fonction' : 'exigence';
  const long = /^(?:fonction|exigence|besoin|specification|[a-z]+e fonction)/.test(id);
  const rest = folded.slice(m.to);
  if (!long && kind === 'fonction' && !functional && !INFINITIVE.test(rest)) return undefined;
  if (!long && kind === 'exigence' && !functional && !/^(?:exi|exig|exg|req|enf|rnf|bnf|ef[._-]|ex[._-]\d)/.test(id))
    return undefined;
  const key = id
    .replace(/[ ._°-]+/g, '-')
    .replace(/(?<![\d])0+(?=\d)/g, '')
    .replace(/^(fonction|exigence)s?-(?:[a-z]+-)*(?=[a-z]{0,3}-?\d)/, (s) => s[0] as string)
    .replace(/(?<!\d)-(?=\d)/g, '');
  return { id: key, kind, to: m.to };
}

const maybeHead = (folded: string) => headOf(folded, true) ?? headOf(folded, false);

const speaksOfFunctions = (section: Section): boolean => section.chain.some((s) => s.heading?.has(FUNCTIONAL));

const until = (all: readonly Passage[], from: number, isHead: (p: Passage) => boolean): Passage[] => {
  const out: Passage[] = [];
  for (let i = from + 1; i < all.length; i++) {
    const p = all[i] as Passage;
    if (p.heading || isHead(p) || (!p.list && !p.cell && p.read(headingNumber))) break;
    out.push(p);
  }
  return out;
};

/** « **Fonction 2.** Peser la benne. À l'usage du chauffeur. »: the mark alone is bold, and its name comes first. */
const FIRST_SENTENCE = /^[ .:-]*[a-z][^.:;]{2,79}\. (?=[a-z])/;

/** Folded words after the bold beginning of a passage, or after its first sentence when nothing is bold. */
function restOf(p: Passage, head: Head): { name: string; rest: string; nameTo: number } {
  const { folded } = p;
  const bold = p.content.bold;
  if (bold > 0 && bold < p.text.trimEnd().length) {
    const end = Math.min(folded.length, fold(p.text.slice(0, bold)).text.length);
    const bare = /[a-z]/.test(folded.slice(head.to, end)) ? undefined : FIRST_SENTENCE.exec(folded.slice(end));
    const to = end + (bare?.[0].length ?? 0);
    return { name: folded.slice(head.to, to), rest: folded.slice(to), nameTo: end };
  }
  const colon = /[a-z")] ?: |\. (?=[a-z])/.exec(folded.slice(head.to));
  const end = colon ? head.to + colon.index + 1 : folded.length;
  const name = folded.slice(head.to, end).replace(/[ .;,:]+$/, '');
  return { name, rest: folded.slice(end), nameTo: head.to + name.length };
}

/** Every identified function and requirement of a draft, in order. */
export function identified(draft: Draft): readonly Identified[] {
  const out: Identified[] = [];
  const { passages } = draft;
  const heads = headsIn(draft);
  const isHead = (p: Passage) => heads.has(p) && !p.cell;
  for (const [i, p] of passages.entries()) {
    const head = heads.get(p);
    if (!head) continue;
    const byLine = p.kind === 'paragraph' && !p.isTitle ? ofLines(p) : [];
    const found = p.cell
      ? ofRow(p, head, heads)
      : p.isTitle
        ? ofTitle(p, head, heads)
        : ofText(p, head, out, () => until(passages, i, isHead));
    if (byLine.length > 1) out.push(...byLine);
    else if (found) out.push(found);
  }
  return out;
}

/** The passages that begin with an identifier, or with the name of a function. */
function headsIn(draft: Draft): ReadonlyMap<Passage, Head> {
  const heads = new Map<Passage, Head>();
  for (const p of draft.passagesWith(maybeHead)) {
    if (p.cell && p.cell.column !== 0) continue;
    const around = [p.lead, ...(p.table?.header.cells ?? [])];
    const head = headOf(p.folded, speaksOfFunctions(p.section) || around.some((c) => c?.has(FUNCTIONAL)));
    if (head) heads.set(p, head);
  }
  return heads;
}

/** « F1  Trier ⏎ Résultat : … ⏎ F2  Peser »: those that begin a line of a paragraph, with the lines under each. */
function ofLines(p: Passage): Identified[] {
  const { folded } = p;
  const isFunctional = speaksOfFunctions(p.section) || p.lead?.has(FUNCTIONAL) === true;
  const begun = linesOf(p).flatMap(({ from, to }) => {
    const head = headOf(folded.slice(from, to), isFunctional);
    return head?.id ? [{ head, from, to }] : [];
  });
  return begun.map(({ head: { id, kind, to: mark }, from, to }, i) => ({
    id,
    kind,
    at: p.at({ from, to }),
    name: folded.slice(from + mark, to),
    shape: 'paragraphe',
    body: [],
    rest: folded.slice(to, begun[i + 1]?.from),
    passage: p,
  }));
}

/** A heading with its section, unless others are told apart in it. */
function ofTitle(p: Passage, head: Head, heads: ReadonlyMap<Passage, Head>): Identified | undefined {
  const { section } = p;
  const body = section.passages.slice(1);
  if (section.children.some((c) => c.heading && heads.has(c.heading))) return undefined;
  if (!head.id && body.some((b) => heads.has(b) && !b.cell)) return undefined;
  const name = p.folded.slice(head.to);
  return { id: head.id, kind: head.kind, at: p.span, name, shape: 'titre', body, rest: '', passage: p };
}

/** A paragraph or an item; `earlier`: those before it, `following`: the passages down to the next. */
function ofText(
  p: Passage,
  head: Head,
  earlier: readonly Identified[],
  following: () => readonly Passage[],
): Identified | undefined {
  if (!head.id) return undefined;
  const { name, rest, nameTo } = restOf(p, head);
  // After two that are a paragraph each, the last of a run is one too: what follows it is said of all, or of others.
  const run = earlier.filter((o) => o.shape === 'paragraphe' && o.passage.section === p.section);
  const isOne = run.length > 1 && run.every((o) => o.body.length === 0);
  const isFull = p.list || isOne || rest.replace(/[ .:-]+/g, '') !== '';
  return {
    id: head.id,
    kind: head.kind,
    at: p.at({ from: 0, to: nameTo }),
    name,
    shape: p.list ? 'element' : 'paragraphe',
    body: isFull ? p.items : following(),
    rest,
    passage: p,
  };
}

/** The head of a column of levels and of what checks them. */
export const LEVEL_COLUMN = fr`niveaux?|critères?(?: d'[a-z]+)?|performances?|mesures?|résultats?|valeurs?|seuils?|objectifs?|cibles?|indicateurs?|vérification|contrôle|essais?|tolérances?|attendue?s?`;

/** « Alerte ⏎ Le module affiche… », in one cell that a page prints on lines: where the name ends. */
function endOfName({ text, folded, content: { prose } }: Passage): number {
  const at = BENEATH.exec(text)?.index;
  if (at !== undefined) return prose.foldedIndex(at);
  return DETAILED.exec(folded)?.groups?.name?.length ?? folded.length;
}
/** « Validation à deux niveaux, horodatée, avec motif obligatoire… », alone in its cell: what follows the name says what is expected. */
const DETAILED = /^(?<name>[^,;:()]{8,60}) ?[,;:(].{24,}/;
const BENEATH = /(?<=\p{Ll}) (?=(?:Les?|La|Il|Elle|Une?|Cet?|Cette|Chaque) |L['’]\p{Ll})/u;

/** Columns of blanks may have their head apart, over a blank line: a function over others stands where it would. */
const firstOf = (table: Table | undefined, heads: ReadonlyMap<Passage, Head>): Table['header'] | undefined =>
  table?.rows.some(({ cells: [first] }) => first && heads.get(first)?.id) ? table.header : undefined;

/** « | FP1 | 24 places | » under « Seuil »: its name stands elsewhere, and the cell beside is what is said of it. */
function ofRow(p: Passage, head: Head, heads: ReadonlyMap<Passage, Head>): Identified | undefined {
  const row = p.cell?.row === 0 ? firstOf(p.table, heads) : p.table?.rowOf(p);
  if (!row || !head.id) return undefined;
  const others = row.cells.filter((c) => c !== p);
  const rest = p.folded.slice(head.to);
  const own = rest.trim() !== '';
  const [beside] = others;
  // « 24 places » begins with no number of its own.
  const isLevel =
    beside !== undefined &&
    (/^ ?\d/.test(beside.folded) || isMeasured(beside.folded)) &&
    p.table?.headerOf(beside)?.has(LEVEL_COLUMN) === true;
  const named = own || isLevel ? undefined : beside;
  const words = named?.folded ?? rest;
  const end = named ? endOfName(named) : words.length;
  return {
    id: head.id,
    kind: head.kind,
    at: between(p.span, (own ? p : (beside ?? p)).span),
    name: words.slice(0, end),
    shape: 'ligne',
    body: others.slice(named ? 1 : 0),
    rest: words.slice(end),
    passage: p,
  };
}
