import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Rule } from '../../rules/kit/rule.ts';
import { toFileEdit } from '../convert.ts';
import { switchOff } from '../core/configure.ts';
import { CONFIGURATION } from '../core/settings.ts';
import { child, folderOf, nameOf } from '../uri.ts';
import type { Context, Found } from './context.ts';

/** The file that settles the rules of a document: the nearest, else the one to make beside it; undefined in no folder. */
export function configurationOf({
  folder,
  file,
}: Found): { readonly uri: string; readonly folder: string } | undefined {
  if (folder.configuration) return folder.configuration;
  const beside = folderOf(file.uri);
  return beside === undefined ? undefined : { uri: child(beside, CONFIGURATION), folder: beside };
}

/**
 * The change of the configuration that switches a rule off, or why there is none. `confirm`: the buyer is to see it
 * first. Undefined where there is no folder, or where the client cannot make the file.
 */
export function turnedOff(
  { abilities, rules }: Context,
  found: Found,
  rule: Rule,
  { reason, confirm }: { readonly reason: string; readonly confirm?: string },
): { readonly edit: WorkspaceEdit } | { readonly refused: string } | undefined {
  const place = configurationOf(found);
  if (!place) return undefined;
  const { configuration } = found.folder;
  if (configuration?.readable === false)
    return { refused: `La configuration ${nameOf(place.uri)} est illisible : elle est laissée telle quelle.` };
  const change = switchOff(configuration?.text ?? '', rule, reason, rules);
  if (!change.ok)
    return { refused: `La configuration ${nameOf(place.uri)} est laissée telle quelle. ${change.reason}` };
  const edit = toFileEdit(place.uri, configuration?.text, change, abilities, confirm);
  return edit && { edit };
}
