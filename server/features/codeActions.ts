import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { Edit, Fix } from '../../rules/kit/rule.ts';
import { overlaps } from '../../rules/kit/span.ts';
import { toDiagnostic, toSpan, toWorkspaceEdit } from '../convert.ts';
import { safeEdits } from '../core/fix.ts';
import type { Finding } from '../core/lint.ts';
import { isNotice } from '../core/notices.ts';
import { suppression } from '../core/suppress.ts';
import type { IgnoreTarget } from '../protocol.ts';
import { addressesOf, type Context, type Found, find } from './context.ts';

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
    // The narrowest first: a finding on a whole table must not push back those of its cells.
    const here = found.file.findings
      .filter((f) => overlaps(f.at, span))
      .sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start));
    actions.push(
      ...here.flatMap((f) => fixes(context, found, f, params.context.diagnostics)),
      ...here.flatMap((f) => others(context, found, f, params.context.diagnostics)),
    );
  }
  if (only && wants(FIX_ALL)) actions.push(...fixAll(context, found));
  const { say } = found.folder.phrasebook;
  return actions.map((action) => ({ ...action, title: say(action.title) }));
}

const edit = ({ abilities }: Context, { folder, piece }: Found, edits: readonly Edit[]) =>
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
    edit: edit(context, found, fix.edits),
  }));
}

function others(context: Context, found: Found, finding: Finding, known: readonly Diagnostic[]): CodeAction[] {
  const { clientCommands } = context;
  const action = { kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(context, found, finding, known)] };
  const ignore = (scope: IgnoreTarget['scope'], title: string): CodeAction => {
    if (!clientCommands.has('dce-lint.ignore'))
      return { ...action, title, edit: edit(context, found, [suppression(finding, '', scope)]) };
    const target: IgnoreTarget = { uri: found.file.uri, finding: found.folder.identities.get(finding) ?? '', scope };
    return { ...action, title, command: { title, command: 'dce-lint.ignore', arguments: [target] } };
  };
  const explain = 'Expliquer la règle';
  return [
    ...(isNotice(finding.rule)
      ? []
      : [
          ignore('here', `Ignorer ici, avec motif : ${finding.rule.id}`),
          ignore('file', `Ignorer dans toute la pièce, avec motif : ${finding.rule.id}`),
        ]),
    ...(clientCommands.has('dce-lint.explain')
      ? [
          {
            ...action,
            title: `Expliquer la règle : ${finding.rule.id}`,
            command: { title: explain, command: 'dce-lint.explain', arguments: [finding.rule.id] },
          },
        ]
      : []),
  ];
}

function fixAll(context: Context, found: Found): CodeAction[] {
  const edits = safeEdits(found.file.findings).get(found.piece) ?? [];
  if (edits.length === 0) return [];
  return [{ title: 'Appliquer les corrections sûres', kind: FIX_ALL, edit: edit(context, found, edits) }];
}
