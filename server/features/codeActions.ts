import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { type Edit, type Fix, LEVELS } from '../../rules/kit/rule.ts';
import { overlaps } from '../../rules/kit/span.ts';
import { toDiagnostic, toSpan, toWorkspaceEdit } from '../convert.ts';
import { completions } from '../core/complete.ts';
import { isOffered, safeEdits } from '../core/fix.ts';
import type { Finding } from '../core/lint.ts';
import type { FixChoice } from '../protocol.ts';
import { isRendering } from '../rendering.ts';
import { APPLY_FIX, isInSight } from './applyFix.ts';
import { addressesOf, type Context, type Found, find } from './context.ts';
import { missedAction } from './missed.ts';
import { type Entry, setAside } from './setAside.ts';

/** Applies every safe fix of a document; may run on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.dce-lint`;

/** Entries of a light bulb: what is read at a glance. */
const MOST_ENTRIES = 12;

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
    actions.push(...bulb(context, found, here, params.context.diagnostics));
    // Words that a finding spans are selected by whoever goes from one to the next.
    if (!here.some(({ at }) => at.start === span.start && at.end === span.end))
      actions.push(...missedAction(context, found, params.range));
  }
  const { say } = found.folder.phrasebook;
  if (only && wants(FIX_ALL)) actions.push(...fixAll(context, found, say('Appliquer les corrections sûres')));
  return actions
    .filter((action) => !writesInDocument(action, found))
    .map((action) => ({ ...action, title: say(action.title) }));
}

/** Whether it would write in what a Word document is shown as, which nobody can. */
function writesInDocument({ edit, command }: CodeAction, { file }: Found): boolean {
  const changed = (edit?.documentChanges ?? []).flatMap((c) => ('textDocument' in c ? [c.textDocument.uri] : []));
  const written = [...changed, ...Object.keys(edit?.changes ?? {})];
  const isOurs = command?.command === 'dce-lint.ignore' || command?.command === APPLY_FIX;
  return written.some(isRendering) || (isOurs && isRendering(file.uri));
}

const width = ({ at }: Finding): number => at.end - at.start;

/** The whole menu for the findings of a place: fixes, those of the whole piece, then what sets findings aside. */
function bulb(context: Context, found: Found, here: readonly Finding[], known: readonly Diagnostic[]): CodeAction[] {
  const diagnosed = (findings: readonly Finding[]) => ({
    kind: CodeActionKind.QuickFix,
    diagnostics: findings.map((f) => diagnosticOf(context, found, f, known)),
  });
  const safe = fixAllFrom(context, found, here);
  const aside = setAside(
    context,
    found,
    here,
    MOST_ENTRIES - safe.length - Math.min(offersOf(here).length, MOST_ENTRIES - 4),
  );
  const fixes = fixesOf(context, found, here, MOST_ENTRIES - safe.length - aside.length);
  return [
    ...fixes.map(({ findings, ...action }) => ({ ...diagnosed(findings), ...action })),
    ...safe,
    ...aside.map(({ findings, ...action }) => ({ ...diagnosed(findings), ...action })),
  ];
}

/** One fix with the findings that it mends: two rules may ask for the same words. */
interface Offer {
  readonly fix: Fix;
  readonly findings: readonly Finding[];
  readonly isFirst: boolean;
}

/** Each fix once; the first one of every finding before any other. */
function offersOf(here: readonly Finding[]): readonly Offer[] {
  const byEdits = new Map<string, Offer>();
  const add = (finding: Finding, fix: Fix, isFirst: boolean) => {
    const key = fix.edits.map((e) => `${e.piece?.path ?? ''}\n${e.at.start}:${e.at.end}\n${e.text}`).join('\n\n');
    const same = byEdits.get(key);
    if (!same) byEdits.set(key, { fix, findings: [finding], isFirst });
    else if (!same.findings.includes(finding)) byEdits.set(key, { ...same, findings: [...same.findings, finding] });
  };
  const each = here.map((finding) => ({ finding, fixes: finding.fixes.filter(isOffered) }));
  for (const { finding, fixes } of each) if (fixes[0]) add(finding, fixes[0], true);
  for (const { finding, fixes } of each) for (const fix of fixes.slice(1)) add(finding, fix, false);
  return [...byEdits.values()];
}

/** The fixes as entries, at most so many. Those that find no room are in a list of their own, where the client has one. */
function fixesOf(context: Context, found: Found, here: readonly Finding[], room: number): readonly Entry[] {
  const { say } = found.folder.phrasebook;
  const offers = offersOf(here);
  const isOneOfSeveral = new Set(offers.flatMap((o) => o.findings)).size > 1;
  const named = ({ fix, findings }: Offer) =>
    isOneOfSeveral ? `${fix.title} – ${findings.map((f) => f.rule.title).join(' – ')}` : fix.title;
  const whole = completions(here).map(
    ({ fix, findings }): Entry => ({
      title: say(fix.title),
      findings,
      isPreferred: true,
      edit: editOf(context, found, fix.edits),
    }),
  );
  const entry = (offer: Offer): Entry => {
    const { fix, findings, isFirst } = offer;
    const title = named(offer);
    const isPreferred = isFirst && { isPreferred: true };
    const [finding] = findings;
    if (context.abilities.showDocument && finding && !fix.edits.some((e) => isInSight(finding, e))) {
      const target: FixChoice = { uri: found.file.uri, title: fix.title, finding: identity(found, finding) };
      return { title, findings, ...isPreferred, command: { title, command: APPLY_FIX, arguments: [target] } };
    }
    return { title, findings, ...isPreferred, edit: editOf(context, found, fix.edits) };
  };
  const left = room - whole.length;
  if (offers.length <= left) return [...whole, ...offers.map(entry)];
  if (!context.clientCommands.has('dce-lint.moreFixes')) return [...whole, ...offers.slice(0, left).map(entry)];
  const more = offers.slice(left - 1);
  const title = say(`Autres corrections (${more.length})…`);
  const choices = more.map(
    ({ fix, findings }): FixChoice => ({
      uri: found.file.uri,
      title: fix.title,
      finding: identity(found, findings[0] as Finding),
      of: findings.map((f) => f.rule.title).join(' – '),
    }),
  );
  return [
    ...whole,
    ...offers.slice(0, left - 1).map(entry),
    {
      title,
      findings: more.flatMap((o) => o.findings),
      command: { title, command: 'dce-lint.moreFixes', arguments: [choices] },
    },
  ];
}

const identity = ({ folder }: Found, finding: Finding): string => folder.identities.get(finding) ?? '';

const editOf = ({ abilities }: Context, { folder, piece }: Found, edits: readonly Edit[]) =>
  toWorkspaceEdit(
    edits.map((e) => ({ ...e, piece: e.piece ?? piece })),
    addressesOf(folder),
    abilities,
  );

/** The client's own diagnostic for a finding, so that it ties the action to it; ours when it has none. */
function diagnosticOf(context: Context, found: Found, finding: Finding, known: readonly Diagnostic[]): Diagnostic {
  const own = identity(found, finding);
  const named = known.find((d) => (d.data as { finding?: unknown } | undefined)?.finding === own);
  return named ?? toDiagnostic(finding, own, addressesOf(found.folder), context.abilities);
}

/** Every safe fix of the piece from the light bulb of one of them, when there are several. */
function fixAllFrom(context: Context, found: Found, here: readonly Finding[]): CodeAction[] {
  const safe = (f: Finding) => f.fixes.some((fix) => fix.grade === 'safe');
  const count = found.file.findings.filter(safe).length;
  if (count < 2 || !here.some(safe)) return [];
  const title = `Appliquer les ${count} corrections sûres de la pièce`;
  return fixAll(context, found, title).map((action) => ({ ...action, kind: CodeActionKind.QuickFix }));
}

function fixAll(context: Context, found: Found, title: string): CodeAction[] {
  const edits = safeEdits(found.file.findings).get(found.piece) ?? [];
  if (edits.length === 0) return [];
  return [{ title: found.folder.phrasebook.say(title), kind: FIX_ALL, edit: editOf(context, found, edits) }];
}
