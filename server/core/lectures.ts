import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { saying } from '../../rules/facts/commun/index.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import { type Span, TOP } from '../../rules/kit/span.ts';
import { isBlank, isTooDeep } from '../../rules/kit/yaml.ts';
import { theModel } from '../../rules/reading/hear.ts';
import { type Configured, difference } from './configure.ts';
import type { Finding } from './lint.ts';
import type { NotChecked } from './not-checked.ts';
import { PLACEHOLDER, type Suppressed } from './suppress.ts';

/** Name of the file where a buyer keeps what he has said of readings. */
export const LECTURES = '.dce-lint-lectures.yaml';

/** What a buyer has said of a reading. */
export interface Lecture {
  readonly text: string;
  readonly concept: string;
  /** These words say that, and were not heard to; else they were heard to say it, and do not. */
  readonly says: boolean;
  readonly reason: string;
  /** The heading above, and what announces the sentence or comes before; empty when not told. */
  readonly heading: string;
  readonly context: string;
}

/** One that stands in a file. */
export interface WrittenLecture extends Lecture {
  readonly at: Span;
}

/** A file of refused readings and added wordings. */
export interface Lectures {
  /** The file, as shown. */
  readonly file: string;
  readonly lectures: readonly WrittenLecture[];
  /** What is wrong there: a French sentence and its place. `harmless`: nothing is lost by it. */
  readonly problems: readonly { readonly at: Span; readonly message: string; readonly harmless?: true }[];
}

/** Longest file read, in UTF-16 units. */
const LONGEST = 100_000;
const KEYS = ['enonce', 'notion', 'motif'] as const;
const OPTIONAL = ['sens', 'titre', 'annonce'] as const;
const SAYS = 'dit';
const SENSES: readonly string[] = [SAYS, 'ne-dit-pas'];
const EXPECTED = '« enonce », « notion » et « motif »';
const LEAD = ` Ce que DCE Lint a entendu et qui n’est pas cela, et les tournures qu’il a manquées (sens: ${SAYS}). Ce fichier reste dans ce dossier.`;

const spanOf = (node: unknown): Span => {
  const [start = 0, end = start] = (node as Node | null | undefined)?.range ?? [];
  return { start, end };
};

/** The line of a place, from 1. */
export const lineAt = (text: string, { start }: Span): number => text.slice(0, start).split('\n').length;

/** Reads what was said of readings. What is not whole is left out and said at its place; the rest stands. Never throws. */
export function readLectures(text: string, file: string): Lectures {
  const nothing = (message: string, at: Span = TOP): Lectures => ({ file, lectures: [], problems: [{ at, message }] });
  if (text.length > LONGEST || isTooDeep(text))
    return nothing('Ce fichier est trop long, ou trop imbriqué : il est ignoré.');
  const doc = parseDocument(text, { logLevel: 'silent' });
  const [error] = doc.errors;
  if (error) return nothing('Ceci n’est pas du YAML valide : le fichier est ignoré.', spanOf({ range: error.pos }));
  const { contents } = doc;
  if (isBlank(contents)) return { file, lectures: [], problems: [] };
  if (!isSeq(contents))
    return nothing(`Ce fichier est une liste de lectures, chacune avec ${EXPECTED}.`, spanOf(contents));
  const lectures = new Map<string, WrittenLecture>();
  const problems: Lectures['problems'][number][] = [];
  for (const item of contents.items) {
    const at = spanOf(item);
    const wrong = faultOf(item);
    if (wrong) {
      problems.push({ at, message: `${wrong} Cette lecture ne compte pas.` });
      continue;
    }
    const lecture = { ...lectureOf(item), at };
    const before = lectures.get(keyOf(lecture));
    if (!before) lectures.set(keyOf(lecture), lecture);
    else if (before.says === lecture.says)
      problems.push({ at, message: `Cette lecture est déjà à la ligne ${lineAt(text, before.at)}.`, harmless: true });
    else
      problems.push({
        at,
        message: `La ligne ${lineAt(text, before.at)} dit le contraire de cette phrase. Cette lecture ne compte pas.`,
      });
  }
  return { file, lectures: [...lectures.values()], problems };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const wordsAt = (item: unknown, key: string): string => {
  const value = isMap(item) ? item.get(key) : undefined;
  return typeof value === 'string' ? oneLine(value) : '';
};

const lectureOf = (item: unknown): Lecture => ({
  text: wordsAt(item, 'enonce'),
  concept: wordsAt(item, 'notion'),
  says: wordsAt(item, 'sens') === SAYS,
  reason: wordsAt(item, 'motif'),
  heading: wordsAt(item, 'titre'),
  context: wordsAt(item, 'annonce'),
});

/** What keeps an entry from being one. */
function faultOf(item: unknown): string | undefined {
  const names = isMap(item) ? item.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
  const other = names.find((name) => !([...KEYS, ...OPTIONAL] as readonly string[]).includes(name));
  if (other !== undefined)
    return `« ${other} » n’est pas une clé d’une lecture, qui a ${EXPECTED}, et parfois « sens », « titre » et « annonce ».`;
  const missing = KEYS.find((key) => wordsAt(item, key) === '');
  if (missing) return `Il manque « ${missing} » à cette lecture, qui a ${EXPECTED}.`;
  if (names.includes('sens') && !SENSES.includes(wordsAt(item, 'sens')))
    return `« sens » vaut « ${SENSES.join(' » ou « ')} ».`;
  if (PLACEHOLDER.test(wordsAt(item, 'motif'))) return 'Le motif de cette lecture reste à écrire.';
  const concept = wordsAt(item, 'notion');
  const concepts = theModel()?.concepts;
  const known = concepts?.find(({ id }) => id === concept);
  if (concepts && !known) return `« ${concept} » n’est pas une notion (\`dce-lint concepts\` les liste).`;
  return known?.thing ? ofThing(concept) : undefined;
}

/** Why a sentence can neither be given to a concept that is said of one thing in it, nor be refused to it. */
export const ofThing = (concept: string): string =>
  `« ${concept} » est dite d’une chose dans une phrase, d’un nom ou d’une durée, et non de la phrase entière.`;

const keyOf = ({ concept, text }: Pick<Lecture, 'concept' | 'text'>): string =>
  `${concept}\n${plain(text).replace(/\s+/g, ' ').trim()}`;

/** Tells which findings rest on a refused reading: of that concept, in those words. */
export function refusalsIn({ file, lectures }: Lectures): (finding: Finding) => Suppressed | undefined {
  const byKey = new Map(lectures.filter(({ says }) => !says).map((one) => [keyOf(one), one]));
  return (finding) => {
    const refused = finding.heard && byKey.get(keyOf(finding.heard));
    return refused && { finding, reason: refused.reason, at: finding.at, file };
  };
}

/** The wordings that a buyer has added. */
export const addedIn = (lectures: Lectures | undefined): readonly Lecture[] =>
  lectures?.lectures.filter(({ says }) => says) ?? [];

/** An added wording where it is heard, though it was not. */
export interface AddedHeard {
  readonly piece: Piece;
  readonly at: Span;
  readonly lecture: Lecture;
}

/** Where the added wordings are heard in a consultation that was opened with them. */
export const heardByAdding = ({ pieces }: Consultation, lectures: Lectures | undefined): readonly AddedHeard[] =>
  addedIn(lectures).flatMap((lecture) =>
    pieces.flatMap((piece) =>
      saying(piece, lecture.concept)
        .filter(({ added, sentence }) => added && keyOf({ ...lecture, text: sentence.text }) === keyOf(lecture))
        .map(({ sentence }) => ({ piece, at: sentence.span, lecture })),
    ),
  );

/** A refused reading, for every report. `what`, `line`: the place of the finding, as shown. */
export const refusedReading = ({ finding, reason, file }: Suppressed, what: string, line: number): NotChecked => ({
  what,
  line,
  rule: finding.rule.id,
  why: `la lecture de « ${finding.heard?.text} » est écartée par ${file} (motif : ${reason}).`,
  remedy: 'Relire cette phrase.',
  blocking: false,
});

/** The same for an added wording, which may answer a rule: that one is then silent. */
export const addedReading = ({ lecture }: AddedHeard, file: string, what: string, line: number): NotChecked => ({
  what,
  line,
  why: `« ${lecture.text} » est lu comme ${lecture.concept}, ajouté par ${file} (motif : ${lecture.reason}).`,
  remedy: 'Relire cette phrase.',
  blocking: false,
});

/** Adds to the text of the file what is said of a reading; a text that cannot be changed without risk is left as it is. */
export function writeLecture(text: string, given: Lecture): Configured {
  const refused = (reason: string): Configured => ({ ok: false, reason });
  const lecture = { ...given, text: oneLine(given.text), reason: oneLine(given.reason) };
  if (isTooDeep(text)) return refused('Il est trop imbriqué : le corriger, puis recommencer.');
  const doc = parseDocument<Node, false>(text, { logLevel: 'silent' });
  const [error] = doc.errors;
  if (error) {
    const line = lineAt(text, spanOf({ range: error.pos }));
    return refused(`Il n’est pas du YAML valide à la ligne ${line} : corriger cette ligne, puis recommencer.`);
  }
  const known = readLectures(text, '').lectures.find((one) => keyOf(one) === keyOf(lecture));
  if (known) {
    const place = `à la ligne ${lineAt(text, known.at)}`;
    return refused(
      known.says === lecture.says
        ? `Cette phrase y est déjà, ${place}.`
        : `Il dit le contraire de cette phrase ${place} : ôter d’abord cette lecture.`,
    );
  }
  if (isBlank(doc.contents)) {
    doc.contents = doc.createNode([]);
    if (text.trim() === '') doc.commentBefore = LEAD;
  }
  if (!isSeq(doc.contents)) return refused('Il n’est pas une liste de lectures : le corriger, puis recommencer.');
  doc.contents.flow = false;
  doc.add(
    doc.createNode({
      enonce: lecture.text,
      notion: lecture.concept,
      ...(lecture.says && { sens: SAYS }),
      motif: lecture.reason,
      ...(lecture.heading && { titre: oneLine(lecture.heading) }),
      ...(lecture.context && { annonce: oneLine(lecture.context) }),
    }),
  );
  const written = doc.toString({ lineWidth: 0 });
  const after = /\r\n/.test(text) ? written.replace(/\r?\n/g, '\r\n') : written;
  const isRead = readLectures(after, '').lectures.some((one) => keyOf(one) === keyOf(lecture));
  return isRead || PLACEHOLDER.test(lecture.reason)
    ? { ok: true, ...difference(text, after) }
    : refused('Il ne peut être complété sans risque : y écrire la lecture à la main.');
}
