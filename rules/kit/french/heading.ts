import { roman } from './numbers.ts';

/** The number of a heading, as printed and as a path: « Article IV.2 – Objet » is `{ label: 'article', path: [4, 2], key: '4.2', title: 'objet' }`. */
export interface HeadingNumber {
  readonly label?: string;
  readonly key: string;
  readonly path: readonly string[];
  /** Folded words after the number. */
  readonly title: string;
}

const LABEL =
  '(?<label>article|art\\.|chapitre|titre|partie|section|annexe|sous-article|paragraphe|lot|volet|phase|etape|§)(?![a-z])';
const number = (first: string) => `(?<number>${first}|(?:\\d{1,3}|[ivx]{1,6}|[a-z])(?:[.-](?:\\d{1,3}|[ivx]{1,4}))*)`;
/** « Article 1er », « Titre Ier »; without a word before, « 1er lot » is no heading number. */
const LABELLED = new RegExp(`^${LABEL} ?(?:n ?° ?)?${number('premier|1 ?er|ier')}(?![a-z0-9])[ .):-]*(?<title>.*)$`);
const BARE = new RegExp(`^${number('premier')}(?:(?<sign> ?[.):]-?| ?-)(?= |$)|(?= ))[ .):-]*(?<title>.*)$`);

/** « 7.1-Dispositions générales » */
const CLOSE = /^(\d{1,2}(?:\.\d{1,2}){1,3}) ?-(?=[a-z]{2})/;

const step = (part: string): string => {
  if (/^(?:premier|1 ?er|ier)$/.test(part)) return '1';
  if (/^\d+$/.test(part)) return String(Number(part));
  const value = part.length > 1 || 'ivx'.includes(part) ? roman(part) : undefined;
  return value === undefined ? part : String(value);
};

/** Reads the number that begins a folded heading; undefined when it has none. A lone letter or a year is none. */
export function headingNumber(folded: string): HeadingNumber | undefined {
  const m = LABELLED.exec(folded) ?? BARE.exec(folded.replace(CLOSE, '$1 - '));
  if (!m?.groups) return undefined;
  const { label, number: printed = '', sign, title = '' } = m.groups;
  const parts = printed.split(/[.-]/);
  if (!label && !/^(?:\d|(?:[ivx]+|[a-z])\.\d)/.test(printed) && !sign) return undefined;
  const path = parts.map(step);
  return {
    ...(label && { label: label === 'art.' ? 'article' : label }),
    key: path.join('.'),
    path,
    title: title.trim(),
  };
}
