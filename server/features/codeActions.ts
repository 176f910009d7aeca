import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { field } from '../../rules/kit/fix.ts';
import { type Edit, type Fix, LEVELS } from '../../rules/kit/rule.ts';
import { overlaps } from '../../rules/kit/span.ts';
import { toDiagnostic, toSpan, toWorkspaceEdit } from '../convert.ts';
import { safeEdits } from '../core/fix.ts';
import { LECTURES } from '../core/lectures.ts';
import type { Finding } from '../core/lint.ts';
import { isNotice } from '../core/notices.ts';
import { suppression } from '../core/suppress.ts';
import type { IgnoreTarget, MisreadTarget, TurnOffTarget } from '../protocol.ts';
import { isRendering } from '../rendering.ts';
import { nameOf, pathFrom } from '../uri.ts';
import { configurationOf, turnedOff } from './configuration.ts';
import { addressesOf, type Context, type Found, find } from './context.ts';
import { misread } from './misread.ts';

/** Applies every safe fix of a document; may run on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.dce-lint`;

/** What can be done at a range: the fixes of its findings, the preferred first, then ignoring and explaining them. */
export async function codeActions(context: Context, params: CodeActionParams): Promise<CodeAction[]> {
  const found = await find(context, params.textDocument.uri);
  if (!found) return [];
  const { only } = params.context;
  const wants = (kind: string) => only?.some((k) => k === '' || kind === k || kind.startsWith(`${k}.`));
  const actions: CodeAction[] = [];
  if (!only || wants(CodeActionKind.QuickFix)) {
    const span = toSpan(found.piece.draft, params.range);
    // The narrowest first: a finding on a whole table must not push back those of its cells. Then the gravest.
    const here = found.file.findings
      .filter((f) => overlaps(f.at, span))
      .sort((a, b) => width(a) - width(b) || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
    actions.push(
      ...here.flatMap((f) => fixes(context, found, f, params.context.diagnostics)),
      ...fixAllFrom(context, found, here),
      ...here.flatMap((f) => others(context, found, f, params.context.diagnostics)),
    );
  }
  if (only && wants(FIX_ALL)) actions.push(...fixAll(context, found));
  const { say } = found.folder.phrasebook;
  return actions
    .filter((action) => !writesInDocument(action, found))
    .map((action) => ({ ...action, title: say(action.title) }));
}

/** Whether it would write in what a Word document is shown as, which nobody can. */
function writesInDocument({ edit, command }: CodeAction, { file }: Found): boolean {
  const changed = (edit?.documentChanges ?? []).flatMap((c) => ('textDocument' in c ? [c.textDocument.uri] : []));
  const written = [...changed, ...Object.keys(edit?.changes ?? {})];
  return written.some(isRendering) || (command?.command === 'dce-lint.ignore' && isRendering(file.uri));
}

const width = ({ at }: Finding): number => at.end - at.start;

/** Why a fix is to be seen before it is made: it writes out of sight of the finding. Undefined when it does not. */
function confirmation({ piece, at }: Finding, edit: Edit): string | undefined {
  if (edit.piece && edit.piece !== piece) return `Change une autre pièce : ${edit.piece.path}`;
  const block = piece.draft.blockAt(at.start)?.span ?? at;
  return overlaps(block, edit.at) ? undefined : 'Change un autre endroit de la pièce';
}

const edit = (
  { abilities }: Context,
  { folder, piece }: Found,
  edits: readonly (Edit & { confirm?: string | undefined })[],
) =>
  toWorkspaceEdit(
    edits.map((e) => ({ ...e, piece: e.piece ?? piece })),
    addressesOf(folder),
    abilities,
  );

/** The client's own diagnostic for a finding, so that it ties the action to it; ours when it has none. */
function diagnosticOf(context: Context, { folder }: Found, finding: Finding, known: readonly Diagnostic[]): Diagnostic {
  const identity = folder.identities.get(finding) ?? '';
  const named = known.find((d) => (d.data as { finding?: unknown } | undefined)?.finding === identity);
  return named ?? toDiagnostic(finding, identity, addressesOf(folder), context.abilities);
}

function fixes(context: Context, found: Found, finding: Finding, known: readonly Diagnostic[]): CodeAction[] {
  const diagnostics = [diagnosticOf(context, found, finding, known)];
  const applicable = finding.fixes.filter((f: Fix) => f.grade !== 'show' && f.edits.length > 0);
  return applicable.map((fix, i) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(i === 0 && { isPreferred: true }),
    edit: edit(
      context,
      found,
      fix.edits.map((e) => ({ ...e, confirm: confirmation(finding, e) })),
    ),
  }));
}

/** What can be done with a finding besides mending it, from the narrowest to the widest. */
function others(context: Context, found: Found, finding: Finding, known: readonly Diagnostic[]): CodeAction[] {
  const { clientCommands } = context;
  const action = { kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(context, found, finding, known)] };
  const { id } = finding.rule;
  const ignore = (scope: IgnoreTarget['scope'], title: string): CodeAction => {
    if (!clientCommands.has('dce-lint.ignore'))
      return { ...action, title, edit: edit(context, found, [suppression(finding, '', scope)]) };
    const target: IgnoreTarget = { uri: found.file.uri, finding: found.folder.identities.get(finding) ?? '', scope };
    return { ...action, title, command: { title, command: 'dce-lint.ignore', arguments: [target] } };
  };
  const explain = 'Expliquer la règle';
  const explained = clientCommands.has('dce-lint.explain') && {
    ...action,
    title: `${explain} (${id})`,
    command: { title: explain, command: 'dce-lint.explain', arguments: [id] },
  };
  return [
    ...(isNotice(finding.rule)
      ? []
      : [
          ...notThat(context, found, finding).map((a) => ({ ...action, ...a })),
          ignore('here', `Ignorer ici, avec motif… (${id})`),
          ignore('file', `Ignorer dans ce fichier… (${id})`),
          ...turnOff(context, found, finding).map((a) => ({ ...action, ...a })),
        ]),
    ...(explained ? [explained] : []),
  ];
}

/** Refuses the reading that a finding rests on; nothing where its words were not heard by their sense. */
function notThat(context: Context, found: Found, finding: Finding): Pick<CodeAction, 'title' | 'command' | 'edit'>[] {
  if (!finding.heard || !found.folder.lectures) return [];
  const title = `Ce n’est pas cela… (${finding.rule.id})`;
  if (context.clientCommands.has('dce-lint.misread')) {
    const identity = found.folder.identities.get(finding) ?? '';
    const target: MisreadTarget = { uri: found.file.uri, finding: identity, file: LECTURES };
    return [{ title, command: { title, command: 'dce-lint.misread', arguments: [target] } }];
  }
  const written = misread(context, found, finding, { reason: field('motif'), confirm: `Écrit dans ${LECTURES}` });
  return written && 'edit' in written ? [{ title, edit: written.edit }] : [];
}

/** Switches the rule off in the configuration; nothing where there is no folder, or nothing to write it with. */
function turnOff(context: Context, found: Found, { rule }: Finding): Pick<CodeAction, 'title' | 'command' | 'edit'>[] {
  const place = configurationOf(found);
  if (!place) return [];
  const own = pathFrom(place.folder, found.file.uri)?.includes('/') === false;
  const title = own
    ? `Ne plus vérifier cette règle dans ce dossier… (${rule.id})`
    : `Ne plus vérifier cette règle dans « ${nameOf(place.folder)} »… (${rule.id})`;
  if (context.clientCommands.has('dce-lint.turnOff')) {
    const target: TurnOffTarget = { uri: found.file.uri, rule: rule.id, configuration: nameOf(place.uri) };
    return [{ title, command: { title, command: 'dce-lint.turnOff', arguments: [target] } }];
  }
  const confirm = `Écrit dans ${nameOf(place.uri)}`;
  const written = turnedOff(context, found, rule, { reason: '', confirm });
  return written && 'edit' in written ? [{ title, edit: written.edit }] : [];
}

/** Every safe fix of the piece from the light bulb of one of them, when there are several. */
function fixAllFrom(context: Context, found: Found, here: readonly Finding[]): CodeAction[] {
  const safe = (f: Finding) => f.fixes.some((fix) => fix.grade === 'safe');
  const count = found.file.findings.filter(safe).length;
  if (count < 2 || !here.some(safe)) return [];
  const title = `Appliquer les ${count} corrections sûres de la pièce`;
  return fixAll(context, found).map((action) => ({ ...action, title, kind: CodeActionKind.QuickFix }));
}

function fixAll(context: Context, found: Found): CodeAction[] {
  const edits = safeEdits(found.file.findings).get(found.piece) ?? [];
  if (edits.length === 0) return [];
  return [{ title: 'Appliquer les corrections sûres', kind: FIX_ALL, edit: edit(context, found, edits) }];
}
