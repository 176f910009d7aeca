import { toFileEdit } from '../convert.ts';
import { DCE } from '../core/dce.ts';
import { gathered, type Part, partsOf } from '../core/parts.ts';
import type { Host } from '../host.ts';
import { isMarkdown } from '../sources.ts';
import { below, child, folderOf, keyOf, nameOf } from '../uri.ts';
import type { Context } from './context.ts';
import type { Answer } from './requests.ts';

interface Spread {
  readonly folder: string;
  readonly parts: readonly Part[];
}

/** The folders of the consultation of a document that no `dce.yaml` puts together yet. */
async function spreadOf({ workspace, host }: Context, uri: string): Promise<Spread | undefined> {
  const own = folderOf(uri);
  const folder = own === undefined ? undefined : folderOf(own);
  const check = await workspace.check(uri);
  if (own === undefined || folder === undefined || check.described || !check.files.get(keyOf(uri))?.piece)
    return undefined;
  if (await host.stat(child(folder, DCE))) return undefined;
  const parts = partsOf(nameOf(own), await siblings(host, folder));
  return parts.length > 0 ? { folder, parts } : undefined;
}

/** More folders than a consultation is ever spread over. */
const MOST_FOLDERS = 30;

async function siblings(host: Host, folder: string): Promise<Part[]> {
  const names = (await host.listFolders(folder)) ?? [];
  if (names.length > MOST_FOLDERS) return [];
  return Promise.all(
    names.map(async (name) => {
      const files = (await host.listDirectory(below(folder, name))) ?? [];
      return { name, drafts: files.filter((file) => isMarkdown(file) && !COMMON.test(file)) };
    }),
  );
}

/** Files that nobody takes for a piece. */
const COMMON = /^(?:readme|lisez-?moi)\b/i;

/** The folders over which a consultation seems to be spread. */
export const parts: Answer<'dce-lint/parts'> = async (context, { uri }) => {
  const spread = await spreadOf(context, uri);
  return spread ? { dossier: nameOf(spread.folder), folders: spread.parts.map(({ name }) => name) } : null;
};

/** Writes the `dce.yaml` that puts them together, through the client. */
export const gather: Answer<'dce-lint/gather'> = async (context, { uri }) => {
  const spread = await spreadOf(context, uri);
  if (!spread) return { applied: false };
  const written = child(spread.folder, DCE);
  const change = { at: { start: 0, end: 0 }, text: gathered(spread.parts) };
  const edit = toFileEdit(written, undefined, change, context.abilities);
  if (!edit) return { applied: false };
  const { applied } = await context.connection.workspace.applyEdit({ label: 'Réunir ces dossiers', edit });
  return applied ? { applied, written } : { applied };
};
