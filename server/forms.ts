/** How a file is read, by the ending of its name; undefined for one that is no piece of any form. */
export type Form = 'draft' | 'spreadsheet' | 'csv' | 'notice';

const FORMS: readonly (readonly [Form, RegExp])[] = [
  ['draft', /\.(?:md|markdown)$/i],
  ['spreadsheet', /\.(?:xlsx|xlsm|xls|ods)$/i],
  ['csv', /\.csv$/i],
  ['notice', /\.(?:xml|json)$/i],
];

export const formOf = (name: string): Form | undefined => FORMS.find(([, pattern]) => pattern.test(name))?.[0];

/** A file that may be a price schedule or a notice: it is read as data, beside the drafts. */
export function isCompanion(name: string): boolean {
  const form = formOf(name);
  return form !== undefined && form !== 'draft';
}
