import type { Draft, Passage } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';
import { addUp, critereAt, isNamedIn, type OpenCritere, type OpenGrille } from './arbre.ts';
import { lotsOf, meets } from './contexte.ts';
import { type Line, readLine, readParts } from './ligne.ts';
import { isAbout, weightsIn } from './poids-ecrits.ts';
import { rankTold } from './rang.ts';

const DIVIDES = fr`(?:notée?|jugée?|évaluée?|appréciée?)s? (?:ainsi|comme suit|de la (?:façon|manière) suivante)|(?:décompos|subdivis|ventil)[a-zé]*|se (?:divise|partage|décline)(?:nt|ra)?|sous[- ]?critères?|dont|répart[a-zé]*|se compose|comprend`;
/** « C2 », « 3.1 »: what a row calls its criterion by. */
const CODE = /^[a-z]{1,2}[.-]?\d{1,2}$/;

/** Hangs under each criterion of a grid the parts that a paragraph below the grid tells: « La méthode se décompose ainsi : », « C2, dont : ». */
export function hangPartsApart(draft: Draft, grille: OpenGrille): void {
  if (!grille.criteria.some(isBare)) return;
  const { passages } = draft.sectionAt(grille.at.start).article;
  for (const passage of passages) {
    if (!mayDivide(passage) || passage.span.start < grille.at.end) continue;
    // « Valeur technique, lot 2 »: of the grid of that lot alone.
    if (!meets(lotsOf(passage.section, passage.folded), grille.lots)) continue;
    const { parent, from } = dividedBy(passage, grille) ?? {};
    const parts = parent && from ? partsIn(passage, from, parent.weight?.value ?? 0) : [];
    if (parent && parts.length > 1) parent.children = parts;
  }
}

/** A paragraph, or an item that begins with the code of a criterion. */
const mayDivide = ({ kind, folded }: Passage): boolean =>
  kind === 'paragraph' || (kind === 'item' && CODED.test(folded));
const isBare = ({ weight, children }: OpenCritere): boolean => weight !== undefined && !children.some((c) => c.weight);

/** « Critère 2 (25 points) — couverture : 12 points ; confort : 13 points »: its number, then its parts. */
const NUMBERED = /^[^a-z]*criteres? (?:n ?° ?)?\d{1,2}(?: ?\([^()]{1,30}\)|[^;:—–-]{0,40})? ?[—–:-] ?/;

/** « Dans la qualité, notée sur 100, le rendu compte pour 60 et la tenue pour 40. »: the criterion, then its parts. */
const WITHIN =
  /^[^a-z]*(?:dans|au sein d[eu]|a l'interieur d[eu]|au titre d[eu]|pour) (?:les? |la |l'|cette |ce )?[^:;.]{3,140}?, (?=(?:les? |la |l')[^,:;.]{3,60}? (?:compt|vau|pes|represent|rapport|donn|inter)[a-z]* (?:pour )?\d)/;

/** « A (40 points) : couverture, 20 points ; lisibilité, 10 points »: by what its row is called. */
const CODED = /^[^a-z0-9]*(?:[a-h]|[a-z]{1,2}[.-]?\d{1,2}) ?(?:\([^()]{1,30}\) ?): ?(?=.*\d)/;
/** « Le premier critère réunit la rigueur (12 %), le calendrier (8 %) et l'équipe (10 %). » */
const JOINS =
  /^[^a-z]*(?:le (?:premier|second|dernier|[a-z]+ieme) critere|le critere (?:n ?° ?)?\d{1,2}) (?:reuni|rassembl|regroup|addition|comprend|compte|agreg|englob|recouvr)[a-z]* (?=.*\d)/;

/** The criterion that a paragraph divides before its colon, and where its parts begin; undefined where it divides none, or one that has its parts. */
function dividedBy({ folded }: Passage, grille: OpenGrille): { parent: OpenCritere; from: number } | undefined {
  const numbered = (NUMBERED.exec(folded) ?? WITHIN.exec(folded) ?? JOINS.exec(folded) ?? CODED.exec(folded))?.[0];
  const colon = folded.indexOf(':') + 1;
  const lead = numbered ?? folded.slice(0, Math.max(0, colon - 1));
  const parent = numbered || has(lead, DIVIDES) ? ofLead(grille, lead) : undefined;
  return parent && isBare(parent) ? { parent, from: numbered?.length ?? colon } : undefined;
}

/** The parts that a paragraph gives, in a list or from a place on, where they make about the `whole`. */
function partsIn(passage: Passage, from: number, whole: number): OpenCritere[] {
  const { items } = passage;
  const parts = items.length > 1 ? inItems(items) : inSentence(passage, from, whole);
  // Parts may be told out of a hundred, whatever their criterion weighs.
  return [whole, 100].some((total) => isAbout(addUp(parts), total)) ? parts : [];
}

/** The only criterion that words name, by its name, its rank or its code. */
function ofLead({ criteria, table }: OpenGrille, lead: string): OpenCritere | undefined {
  const named = criteria.filter((c) => isNamedIn(c, lead));
  if (named.length === 1) return named[0];
  const words = lead.split(/[^a-z0-9.-]+/);
  const coded = criteria.filter((c) =>
    table?.rows
      .find(({ span }) => span.start <= c.line.start && c.line.start < span.end)
      ?.cells.some(({ folded }) => isCode(folded.trim(), lead) && words.includes(folded.trim())),
  );
  return coded.length === 1 ? coded[0] : criteria[(rankTold(lead) ?? 0) - 1];
}

/** A letter alone calls a row where words begin with it and its weight. */
const isCode = (cell: string, lead: string): boolean =>
  CODE.test(cell) || (/^[a-h]$/.test(cell) && CODED.test(`${lead} 0`));

/** The parts of a list whose items each give a weight; empty where one does not. */
function inItems(items: readonly Passage[]): OpenCritere[] {
  const parts = items.flatMap((item) => {
    const line = readLine(item.folded);
    if (line?.weight) return critereAt(item, line);
    const [weight] = weightsIn(item.folded);
    const named = weight && readLine(item.folded, 0, weight.from);
    return named ? critereAt(item, weighing(named, weight)) : [];
  });
  return parts.length === items.length ? parts : [];
}

/** « captage 12, pureté 8, bruit 6 », after the colon at `from`. */
function inSentence(passage: Passage, from: number, whole: number): OpenCritere[] {
  const folded = ' '.repeat(from) + passage.folded.slice(from);
  const read = readParts(folded, whole);
  return (read.length > 1 ? read : counted(folded, from)).map((line) => critereAt(passage, line));
}

/** « le rendu 60 et la tenue 40 ». */
const LAST = /,? et (?=(?:l[ae]s? |l')[^,;]*$)/;
const COUNTED = /^(?<name>.*[a-z][^a-z\d]*?) (?<value>\d{1,3}(?:,\d{1,2})?)(?: ?(?:points?|pts?|%))?[\s.]*$/;
/** Parts that each end with their figure, whatever stands in brackets; empty where one does not. */
function counted(folded: string, start: number): Line[] {
  const plain = folded.replace(/\([^()]*\)/g, (words) => ' '.repeat(words.length));
  const stop = plain.includes(';') ? ';' : ', ';
  const listed = plain.replace(LAST, (joint) => stop.padEnd(joint.length));
  let from = start;
  const parts = listed
    .slice(start)
    .split(stop)
    .map((text) => {
      const part = { text, from };
      from += text.length + stop.length;
      return part;
    });
  const lines = parts.flatMap(({ text, from }): Line[] => {
    const { name = '', value = '' } = COUNTED.exec(text)?.groups ?? {};
    const at = from + name.length + 1;
    const line = name ? readLine(folded, from, from + name.length) : undefined;
    return line ? [weighing(line, { from: at, to: at + value.length, value: Number(value.replace(',', '.')) })] : [];
  });
  return lines.length === parts.length ? lines : [];
}

/** In the unit of its criterion, whichever it is. */
const weighing = (line: Line, { from, to, value }: { from: number; to: number; value: number }): Line => ({
  ...line,
  to: Math.max(line.to, to),
  weight: { from, to, value, unit: 'bare' },
});
