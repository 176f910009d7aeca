import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { plain } from '../../rules/kit/french/fold.ts';
import type { Hearing } from '../../rules/kit/rule.ts';
import { type Span, TOP } from '../../rules/kit/span.ts';
import { isTooDeep } from '../../rules/kit/yaml.ts';
import { theModel } from '../../rules/reading/hear.ts';
import { type Configured, difference } from './configure.ts';
import type { Finding } from './lint.ts';
import type { NotChecked } from './not-checked.ts';
import { PLACEHOLDER, type Suppressed } from './suppress.ts';

/** Name of the file where a buyer keeps the readings that he has refused. */
export const LECTURES = '.dce-lint-lectures.yaml';

/** A reading that a buyer has refused: those words do not say that. */
export interface Lecture {
  readonly text: string;
  readonly concept: string;
  readonly reason: string;
}

/** A file of refused readings. */
export interface Lectures {
  /** The file, as shown. */
  readonly file: string;
  readonly lectures: readonly Lecture[];
  /** What is wrong there: a French sentence and its place. */
  readonly problems: readonly { readonly at: Span; readonly message: string }[];
}

/** Longest file read, in UTF-16 units. */
const LONGEST = 100_000;
const KEYS = ['enonce', 'notion', 'motif'] as const;
const EXPECTED = '« enonce », « notion » et « motif »';
const LEAD = ` Ce que DCE Lint a entendu et qui n’est pas cela. Ce fichier reste dans ce dossier.`;

const spanOf = (node: unknown): Span => {
  const [start = 0, end = start] = (node as Node | null | undefined)?.range ?? [];
  return { start, end };
};

/** Reads refused readings. What is not whole is left out and said at its place; the rest stands. Never throws. */
export function readLectures(text: string, file: string): Lectures {
  const nothing = (message: string, at: Span = TOP): Lectures => ({ file, lectures: [], problems: [{ at, message }] });
  if (text.length > LONGEST || isTooDeep(text))
    return nothing('Ce fichier est trop long, ou trop imbriqué : il est ignoré.');
  const doc = parseDocument(text, { logLevel: 'silent' });
  const [error] = doc.errors;
  if (error) return nothing('Ceci n’est pas du YAML valide : le fichier est ignoré.', spanOf({ range: error.pos }));
  const { contents } = doc;
  if (!contents || (isScalar(contents) && contents.value === null)) return { file, lectures: [], problems: [] };
  if (!isSeq(contents))
    return nothing(`Ce fichier est une liste de lectures, chacune avec ${EXPECTED}.`, spanOf(contents));
  const lectures: Lecture[] = [];
  const problems: Lectures['problems'][number][] = [];
  for (const item of contents.items) {
    const wrong = faultOf(item);
    if (wrong) problems.push({ at: spanOf(item), message: `${wrong} Cette lecture n’est pas écartée.` });
    else {
      const [text, concept, reason] = KEYS.map((key) => wordsAt(item, key)) as [string, string, string];
      lectures.push({ text, concept, reason });
    }
  }
  return { file, lectures, problems };
}

const wordsAt = (item: unknown, key: string): string => {
  const value = isMap(item) ? item.get(key) : undefined;
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
};

/** What keeps an entry from being one. */
function faultOf(item: unknown): string | undefined {
  const names = isMap(item) ? item.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
  const other = names.find((name) => !(KEYS as readonly string[]).includes(name));
  if (other !== undefined) return `« ${other} » n’est pas une clé d’une lecture, qui a ${EXPECTED}.`;
  const missing = KEYS.find((key) => wordsAt(item, key) === '');
  if (missing) return `Il manque « ${missing} » à cette lecture, qui a ${EXPECTED}.`;
  if (PLACEHOLDER.test(wordsAt(item, 'motif'))) return 'Le motif de cette lecture reste à écrire.';
  const concept = wordsAt(item, 'notion');
  const concepts = theModel()?.concepts;
  if (concepts && !concepts.some(({ id }) => id === concept))
    return `« ${concept} » n’est pas une notion (\`dce-lint concepts\` les liste).`;
  return undefined;
}

const keyOf = ({ concept, text }: Pick<Lecture, 'concept' | 'text'>): string =>
  `${concept}\n${plain(text).replace(/\s+/g, ' ').trim()}`;

/** Tells which findings rest on a refused reading: of that concept, in those words. */
export function refusalsIn({ file, lectures }: Lectures): (finding: Finding) => Suppressed | undefined {
  const byKey = new Map(lectures.map((one) => [keyOf(one), one]));
  return (finding) => {
    const refused = finding.heard && byKey.get(keyOf(finding.heard));
    return refused && { finding, reason: refused.reason, at: finding.at, file };
  };
}

/** The same for every report. `what`, `line`: the place of the finding, as shown. */
export const refusedReading = ({ finding, reason, file }: Suppressed, what: string, line: number): NotChecked => ({
  what,
  line,
  rule: finding.rule.id,
  why: `la lecture de « ${finding.heard?.text} » est écartée par ${file} (motif : ${reason}).`,
  remedy: 'Relire cette phrase.',
  blocking: false,
});

/** Adds a refused reading to the text of the file; a text that cannot be changed without risk is left as it is. */
export function refuse(text: string, { concept, text: words }: Hearing, reason: string): Configured {
  const refused: Configured = { ok: false, reason: 'La corriger, puis recommencer.' };
  const doc = parseDocument<Node, false>(text, { logLevel: 'silent' });
  if (isTooDeep(text) || doc.errors.length > 0) return refused;
  if (doc.contents === null || (isScalar(doc.contents) && doc.contents.value === null)) {
    doc.contents = doc.createNode([]);
    if (text.trim() === '') doc.commentBefore = LEAD;
  }
  if (!isSeq(doc.contents)) return refused;
  doc.contents.flow = false;
  const oneLine = (s: string) => s.replace(/\s+/g, ' ').trim();
  doc.add(doc.createNode({ enonce: oneLine(words), notion: concept, motif: oneLine(reason) }));
  const written = doc.toString({ lineWidth: 0 });
  const after = /\r\n/.test(text) ? written.replace(/\r?\n/g, '\r\n') : written;
  const { lectures } = readLectures(after, '');
  const isWritten = lectures.some((one) => keyOf(one) === keyOf({ concept, text: words }));
  return isWritten || PLACEHOLDER.test(reason) ? { ok: true, ...difference(text, after) } : refused;
}
