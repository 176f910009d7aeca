import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Code } from '../../rules/law/model.ts';
import { keyOf, parseNumber } from '../../rules/law/numbers.ts';

/** An article as a mirror of LEGI gives it; a number that stands twice there has two wordings. */
export interface ReadArticle {
  readonly number: string;
  /** What the article is about: its heading, with the one above where it says nothing alone. */
  readonly subject: string;
  readonly texts: readonly string[];
}

/** A code as read from one file. */
export interface ReadCode {
  readonly code: Code;
  /** The state of the text, as its first lines say. */
  readonly asOf: string;
  readonly articles: readonly ReadArticle[];
}

const CODES: Readonly<Record<string, Code>> = { LEGITEXT000037701019: 'ccp', LEGITEXT000006069414: 'cpi' };
const RANKS = ['partie', 'livre', 'titre', 'chapitre', 'section', 'sous-section', 'paragraphe', 'sous-paragraphe'];
/** Says nothing without the heading above it. */
const EMPTY =
  /^(?:(?:dispositions?|règles|conditions|principes|stipulations|modalités)(?: (?:générales?|générau?x|communes?|particulières?|diverses|applicables|d'application|d'adaptation|préliminaires?))?|généralités|chapitre unique|section unique|contenu|durée|champ d'application|définitions?|objet)$/i;

/** Capitals that a title in small letters keeps. */
const NAMES =
  /saint-(?:barthélemy|martin|pierre)|miquelon|wallis|futuna|polynésie|nouvelle-calédonie|terres australes|guadeloupe|guyane|martinique|la réunion|mayotte|état(?=s tiers)/g;
const named = (title: string) => title.replace(NAMES, (n) => n.replace(/(?<!\p{L})\p{L}/gu, (l) => l.toUpperCase()));

const sentenceCase = (title: string): string => {
  const plain = title
    .replace(/\s+/g, ' ')
    .replace(/[ .]+$/, '')
    .replace(/'/g, '’');
  const letters = plain.replace(/[^\p{L}]/gu, '');
  const low = letters === letters.toUpperCase() ? named(plain.toLowerCase()) : plain;
  return low.charAt(0).toUpperCase() + low.slice(1);
};

function rankOf(heading: string): number {
  const word = /^(sous-section|sous-paragraphe|paragraphe|section|chapitre|titre|livre)/i
    .exec(heading)?.[1]
    ?.toLowerCase();
  return word ? RANKS.indexOf(word) : 0;
}

/** « Section 2 : Marchés à tranches » is « Marchés à tranches ». */
const titleOf = (heading: string) =>
  sentenceCase(
    heading.replace(
      /^(?:sous-section|(?:sous-)?paragraphe|section|chapitre|titre|livre|[\p{L}]+ partie)(?: (?:unique|préliminaire|(?:[IVX]+(?:er|e)?|\d+(?:er)?)(?: (?:bis|ter|quater|quinquies|sexies|septies|octies))?))?\s*:?\s*/iu,
      '',
    ),
  ) || 'Chapitre unique';

const small = (title: string) => `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
const isEmpty = (title: string) => EMPTY.test(title.replace(/’/g, "'"));

/** The heading nearest to the article, after that of its section or, where it says nothing alone, the one above. */
function subjectOf(path: readonly string[]): string {
  const titles = Array.from(path, (heading) => (heading ? titleOf(heading) : ''));
  const last = titles.findLast(Boolean) ?? '';
  const section = titles[RANKS.indexOf('section')] ?? '';
  const inSection = titles.length > RANKS.indexOf('sous-section') && section !== '' && !isEmpty(section);
  if (!isEmpty(last)) return inSection ? `${section} : ${small(last)}` : last;
  const above = titles.slice(0, -1).findLast((t) => t !== '' && t !== last && !isEmpty(t));
  if (!above) return last;
  return /unique/i.test(last) ? above : `${above} : ${small(last)}`;
}

/** The words of an article as they are compared: spaces and apostrophes tell nothing. */
const words = (text: string) => text.replace(/\s+/g, ' ').replace(/[’']/g, "'").trim();

/** Eight figures that stand for the wordings of an article. */
export const digest = (texts: readonly string[]): string =>
  createHash('sha256').update(texts.map(words).join('\n')).digest('hex').slice(0, 8);

/** Only the first part of the CPI is read: what a public contract cites of it. */
const isRead = (code: Code, number: string) => code === 'ccp' || /^[LRD][123]\d\d-/.test(number);

/** Reads a code in the Markdown of a mirror of LEGI. Throws on another text. */
export function readCode(path: string): ReadCode {
  const text = readFileSync(path, 'utf8');
  const code = CODES[/^identifier: "(\w+)"/m.exec(text)?.[1] ?? ''];
  const asOf = /^last_updated: "([\d-]+)"/m.exec(text)?.[1];
  if (!code || !asOf)
    throw new Error(`${path} : ni le code de la commande publique, ni celui de la propriété intellectuelle`);
  const found = new Map<string, { number: string; subject: string; texts: string[] }>();
  const path_: string[] = [];
  let lines: string[] | undefined;
  let open: { number: string; subject: string } | undefined;
  const close = () => {
    if (open && lines) {
      const key = keyOf(code, open.number);
      const known = found.get(key);
      const wording = lines.join('\n').trim();
      if (known) known.texts.push(wording);
      else found.set(key, { ...open, texts: [wording] });
    }
    open = undefined;
    lines = undefined;
  };
  for (const line of text.split('\n')) {
    const heading = /^#{2,6} +(.+)$/.exec(line)?.[1];
    if (heading === undefined) {
      lines?.push(line);
      continue;
    }
    close();
    const number = /^Article ([LRD]\d+(?:-\d+)*)\s*$/.exec(heading)?.[1];
    if (number && isRead(code, number)) {
      open = { number, subject: subjectOf(path_) };
      lines = [];
    } else if (!/^Article/.test(heading)) {
      const rank = rankOf(heading);
      path_.length = rank;
      path_[rank] = heading;
    }
  }
  close();
  return { code, asOf, articles: [...found.values()] };
}

/** The number of articles that each chapter or title has, as its table of contents says. */
export function chapterCounts(): readonly { readonly group: string; readonly count: number }[] {
  return readFileSync(new URL('chapters.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((l) => /^[LR]\d/.test(l))
    .map((l) => {
      const [group = '', count = '0'] = l.split('\t');
      return { group, count: Number(count) };
    });
}

/** Whether an article of a family is counted in a line of the table of contents. */
export function isIn(group: string, family: string, groups: ReadonlySet<string>): boolean {
  const own = family.replace(/^D/, 'R');
  return group.length === 5 ? own === group : own.startsWith(group) && own.length === 5 && !groups.has(own);
}

/** The family of a number, D with R. */
export const familyKey = (number: string): string => (parseNumber(number)?.family ?? number).replace(/^D/, 'R');

/** Every number of each CCAG with its subject, in the order of a table like `ccag-2021.tsv`. */
export function readCcag(path: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const out = new Map<string, Map<string, string>>();
  for (const line of readFileSync(path, 'utf8').trim().split('\n').slice(1)) {
    const [kind = '', number = '', subject = ''] = line.split('\t');
    const of = out.get(kind.toLowerCase()) ?? new Map<string, string>();
    out.set(kind.toLowerCase(), of.set(number, subject.replace(/'/g, '’')));
  }
  return out;
}
