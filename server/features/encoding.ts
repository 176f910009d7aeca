import { readWindows1252 } from '../core/windows-1252.ts';
import type { Answer } from './requests.ts';

/** The text of a file that is not in UTF-8, as far as it is known for sure. */
export const asUtf8: Answer<'dce-lint/asUtf8'> = async ({ host }, { uri }) => {
  const bytes = await host.readFile(uri);
  if (!bytes) return { error: 'Ce fichier ne peut pas être lu.' };
  const converted = readWindows1252(bytes);
  if (converted.ok) return { text: converted.text };
  return { error: `${converted.why[0]?.toUpperCase()}${converted.why.slice(1)}.` };
};
