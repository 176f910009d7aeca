import { toWorkspaceEdit } from '../convert.ts';
import { explain as page, ruleNamed } from '../core/explain.ts';
import { conceptsOf } from '../core/heard.ts';
import { dateGiven, settingsPage } from '../core/origins.ts';
import { suppression } from '../core/suppression.ts';
import type { Requests } from '../protocol.ts';
import { keyOf, nameOf } from '../uri.ts';
import { turnedOff } from './configuration.ts';
import { addressesOf, type Context, find } from './context.ts';
import { misread as refusal } from './misread.ts';

/** How a request of our own is answered. */
export type Answer<M extends keyof Requests> = (
  context: Context,
  params: Requests[M]['params'],
) => Promise<Requests[M]['result']>;

/** The page of a rule, in the law of today. */
export const explain: Answer<'dce-lint/explain'> = async ({ rules, host }, { id }) => {
  const rule = ruleNamed(id, rules);
  return rule ? { markdown: page(rule, host.today(), conceptsOf(rule.id)) } : null;
};

/** What a spreadsheet of a consultation holds. */
export const rendering: Answer<'dce-lint/rendering'> = async ({ workspace }, { uri }) => {
  const piece = (await workspace.check(uri)).files.get(keyOf(uri))?.piece;
  return piece?.data ? { text: piece.draft.text } : null;
};

/** Writes the comment that sets a finding aside, through the client. */
export const ignore: Answer<'dce-lint/ignore'> = async (context, { uri, finding: identity, scope, reason }) => {
  const found = await find(context, uri);
  const finding = found?.file.findings.find((f) => found.folder.identities.get(f) === identity);
  if (!found || !finding || reason.trim() === '') return { applied: false };
  const edit = { ...suppression(finding, reason, scope), piece: found.piece };
  const { applied } = await context.connection.workspace.applyEdit({
    label: `Ignorer ${finding.rule.id}`,
    edit: toWorkspaceEdit([edit], addressesOf(found.folder), context.abilities),
  });
  return { applied };
};

/** Writes that a sentence does not say what was heard, through the client. */
export const misread: Answer<'dce-lint/misread'> = async (context, { uri, finding: identity, reason }) => {
  const found = await find(context, uri);
  const finding = found?.file.findings.find((f) => found.folder.identities.get(f) === identity);
  if (!found || !finding || reason.trim() === '') return { applied: false };
  const written = refusal(context, found, finding, { reason });
  if (!written) return { applied: false };
  if ('refused' in written) return { applied: false, refused: written.refused };
  const { applied } = await context.connection.workspace.applyEdit({ label: 'Ce n’est pas cela', ...written });
  return { applied };
};

/** Where each setting of a file comes from. */
export const settings: Answer<'dce-lint/settings'> = async ({ workspace, rules, host }, { uri, rule }) => {
  const folder = await workspace.check(uri);
  const piece = folder.files.get(keyOf(uri))?.piece;
  const given = piece && dateGiven(piece);
  return { markdown: settingsPage(nameOf(uri), folder.settings, rules, { today: host.today(), first: rule, given }) };
};

/** Writes in the configuration that a rule is off, through the client. */
export const turnOff: Answer<'dce-lint/turnOff'> = async (context, { uri, rule: id, reason }) => {
  const found = await find(context, uri);
  const rule = ruleNamed(id, context.rules);
  const written = found && rule && turnedOff(context, found, rule, { reason });
  if (!written) return { applied: false };
  if ('refused' in written) return { applied: false, refused: written.refused };
  const { applied } = await context.connection.workspace.applyEdit({ label: `Ne plus vérifier ${id}`, ...written });
  return { applied };
};
