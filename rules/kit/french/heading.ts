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
const NUMBER = '(?<number>premier|(?:\\d{1,3}|[ivx]{1,6}|[a-z])(?:[.-](?:\\d{1,3}|[ivx]{1,4}))*)';
const LABELLED = new RegExp(`^${LABEL} ?(?:n ?° ?)?${NUMBER}(?![a-z0-9])[ .):-]*(?<title>.*)$`);
const BARE = new RegExp(`^${NUMBER}(?:(?<sign> ?[.):]-?| ?-)(?= |$)|(?= ))[ .):-]*(?<title>.*)$`);

const step = (part: string): string => {
  if (part === 'premier') return '1';
  if (/^\d+$/.test(part)) return String(Number(part));
  const value = part.length > 1 || 'ivx'.includes(part) ? roman(part) : undefined;
  return value === undefined ? part : String(value);
};

/** Reads the number that begins a folded heading; undefined when it has none. A lone letter or a year is none. */
export function headingNumber(folded: string): HeadingNumber | undefined {
  const m = LABELLED.exec(folded) ?? BARE.exec(folded);
  if (!m?.groups) return undefined;
  const { label, number = '', sign, title = '' } = m.groups;
  const parts = number.split(/[.-]/);
  if (!label && !/^\d/.test(number) && !sign) return undefined;
  if (!label && !sign && parts.length === 1 && title === '') return undefined;
  const path = parts.map(step);
  return {
    ...(label && { label: label === 'art.' ? 'article' : label }),
    key: path.join('.'),
    path,
    title: title.trim(),
  };
}
