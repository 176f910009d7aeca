import type { Draft, Passage, Sentence } from '../../kit/draft.ts';
import { between, endOf, overlaps, type Span, startOf } from '../../kit/span.ts';
import { isNamedIn, keywords, type OpenCritere, type OpenGrille } from './arbre.ts';
import { lotsOf, meets, zoneOf } from './contexte.ts';

/** Adds what notes, sentences and answers away from a grid say of its criteria. */
export function defineAway(draft: Draft, grids: readonly OpenGrille[]): void {
  if (grids.length === 0) return;
  for (const c of grids.flatMap((g) => g.criteria))
    for (const note of notesOf(draft, c.line)) tell(c, note.folded, note.span);
  for (const s of draft.sentencesWith(TOLD)) defineBySubject(draft, s, grids);
  for (const s of draft.sentencesWith(/\?/)) defineByAnswer(s, grids);
}

/** What it says already is not said again. */
const tell = (c: OpenCritere, folded: string, at: Span): void => {
  if (!c.definition.some((d) => overlaps(d.at, at))) c.definition.push({ folded: folded.trim(), at });
};

/** « Parti de restauration [^1] », « Équipe (2) », « Chantier³ ». */
const CALL = /\[\^([^\]\s]{1,20})\]|\((\d{1,2})\)|([¹²³⁴⁵⁶⁷⁸⁹])/g;
const NOTE = /^\s*(?:\((\d{1,2})\)|([¹²³⁴⁵⁶⁷⁸⁹]))\s*\S/;
const MARKED = /\[\^([^\]\s]{1,20})\]:\s*$/;

/** What the mark of a note is; undefined for a passage that is none. */
function markOf(draft: Draft, { before, node, text }: Passage): string | undefined {
  const typed = NOTE.exec(text);
  if (typed) return typed[1] ?? typed[2];
  return before && MARKED.exec(draft.slice(between(endOf(before.node), startOf(node))))?.[1];
}

/** The notes at the foot that a line calls. */
function notesOf(draft: Draft, line: Span): Passage[] {
  const calls = [...draft.slice(line).matchAll(CALL)].flatMap((m) => m[1] ?? m[2] ?? m[3] ?? []);
  if (calls.length === 0) return [];
  return draft.passages.filter((p) => {
    const mark = overlaps(p.span, line) || p.cell || p.heading ? undefined : markOf(draft, p);
    return mark !== undefined && calls.includes(mark);
  });
}

/** « Les nuisances s'apprécient par… », « La note d'usage, ramenée à son poids, est faite de… »: its subject, then what is looked at. */
const TOLD =
  /^[^a-z]*(?:\d+(?:\.\d+)*[ .)-]+)?(?:la |le |les |l')?(?:notes? (?:de la |de l'|du |des |de |d'))?(?<subject>[a-z][a-z' -]{2,60}?)(?:, [^,.;:]{3,50},)? (?:s'(?:apprecie|evalue|entend|attache)(?:nt)?|se (?:juge|lit|lisent|mesure|note|regarde|voit|compose|decompose)(?:nt)?|recouvre(?:nt)?|designe(?:nt)?|vise(?:nt)?|comprend|comprennent|tien(?:t|nent) (?:compte|a)|resulte(?:nt)? d[eu]s?|depend(?:ent)? d[eu]s?|porte(?:nt)? sur|(?:est|sont|sera|seront) (?:[a-z]+ )?(?:faites? (?:de|d'|pour)|appreciee?s?|jugee?s?|evaluee?s?|mesuree?s?|notee?s?|examinee?s?|regardee?s?|lue?s?))(?![a-z])(?<said>.{8,})/;

/** Takes a sentence whose subject is part of the name of one criterion of a grid, and of no other; with all of the name, it stands in its article. */
function defineBySubject(draft: Draft, s: Sentence, grids: readonly OpenGrille[]): void {
  const { subject = '', said = '' } = TOLD.exec(s.folded)?.groups ?? {};
  const words = keywords(subject);
  const isHere = ({ at }: OpenCritere) => draft.sectionAt(at.start).article === s.section.article;
  const isOf = (c: OpenCritere) =>
    words.every((w) => keywords(c.folded).includes(w)) && (isHere(c) || !isNamedIn(c, s.folded));
  if (words.length > 0) define(s, grids, isOf, said);
}

/** « Qu'entendez-vous par tracé ? Deux chemins distincts. »: the answer, with what was asked where it is yes. */
function defineByAnswer(s: Sentence, grids: readonly OpenGrille[]): void {
  if (!/\? ?$/.test(s.folded)) return;
  const answer = s.next ?? s.passage.after?.sentences[0];
  if (!answer || /\? ?$/.test(answer.folded)) return;
  const asked = /^[^a-z]*oui(?![a-z])/.test(answer.folded) ? `${s.folded} ` : '';
  define(s, grids, (c) => isNamedIn(c, s.folded), `${asked}${answer.folded}`, answer.span);
}

/** Gives what is said to the only criterion of each grid that it is of, where it stands outside its line. */
function define(
  s: Sentence,
  grids: readonly OpenGrille[],
  isOf: (c: OpenCritere) => boolean,
  said: string,
  at = s.span,
): void {
  const zone = zoneOf(s.section);
  if (zone === 'candidature' || zone === 'elsewhere') return;
  const lots = lotsOf(s.section, s.folded);
  for (const grid of grids.filter((g) => meets(lots, g.lots))) {
    const [only, second] = grid.criteria.filter(isOf);
    if (only && !second && !overlaps(only.line, s.span)) tell(only, said, at);
  }
}
