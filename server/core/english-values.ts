const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const NUMBER = String.raw`\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?`;
const FIGURE = new RegExp(`^${NUMBER}$`);
const EUROS = new RegExp(`^(${NUMBER})[ \\u00a0\\u202f](?:€|euros?)(?: (HT|TTC))?$`, 'i');
const DAY = /^(\d{2})\/(\d{2})\/(\d{4})(?: à (\d{2}) h (\d{2}))?$/;
const ARTICLES = /^([LRDA]\d[\d-]*)(?: à ([LRDA]\d[\d-]*))?$/;
const SHARE = new RegExp(`^(${NUMBER})[ \\u00a0\\u202f]%$`);

const figure = (french: string) =>
  french
    .replace(',', '.')
    .replace(/[ \u00a0\u202f]/g, ',')
    .replace(/^\d{4,}/, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ','));

const TAX: Readonly<Record<string, string>> = { ht: ' excl. tax', ttc: ' incl. tax' };

/**
 * A number, an amount, a share, a day or articles as English writes them: « 1 500 000 € HT » is “EUR 1,500,000 excl. tax”.
 * Undefined for words.
 */
export function inEnglish(french: string): string | undefined {
  const [, first, last] = ARTICLES.exec(french) ?? [];
  if (first) return last ? `${first} to ${last}` : first;
  const amount = EUROS.exec(french);
  if (amount) return `EUR ${figure(amount[1] as string)}${TAX[amount[2]?.toLowerCase() ?? ''] ?? ''}`;
  const share = SHARE.exec(french)?.[1];
  if (share) return `${figure(share)}%`;
  const [, day, month, year, hour, minute] = DAY.exec(french) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name) return `${Number(day)} ${name} ${year}${hour ? ` at ${hour}:${minute}` : ''}`;
  return /[ \u00a0\u202f,]/.test(french) && FIGURE.test(french) ? figure(french) : undefined;
}

/** French quotation marks as English writes them. */
export const quotedInEnglish = (text: string): string =>
  text.replace(/«[ \u00a0\u202f]?/g, '“').replace(/[ \u00a0\u202f]?»/g, '”');
