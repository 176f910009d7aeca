import type {
  Invocation,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Run,
  Suppression,
} from 'sarif';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Edit, Level, Rule } from '../../../rules/kit/rule.ts';
import type { Span } from '../../../rules/kit/span.ts';
import { cite } from '../../../rules/law/law.ts';
import { sourcesOf } from '../../core/explain.ts';
import { lawAge, lawAgeShown } from '../../core/law-age.ts';
import { type Finding, levelAt } from '../../core/lint.ts';
import { isPartial, type NotChecked, said } from '../../core/not-checked.ts';
import type { Suppressed } from '../../core/suppress.ts';
import { isWord } from '../../kinds.ts';
import { pages } from '../address.ts';
import { isNotChecked } from '../not-checked.ts';
import { around, byFile, item, items } from './by-file.ts';
import { asText } from './json.ts';
import { type CheckedFile, type FolderReport, type Overview, Places } from './report.ts';

const LEVELS: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** Folder that the addresses start from: the working directory. */
const ROOT = '%SRCROOT%';

/** SARIF 2.1.0 (OASIS), one run. Suppressed findings are in it, with their reasons. */
export const sarif = byFile({
  file: (file, report) => [
    results(file, report)
      .map((one) => item(one, 4))
      .join(`,\n${'  '.repeat(4)}`),
  ],
  whole: (overview, _, has) => around(asText(logOf(overview, items(0, has)))),
});

/** `results`: what stands for them. */
function logOf(report: Overview, results: readonly string[]): Log {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dce-lint',
            fullName: `DCE Lint ${report.version}`,
            version: report.version,
            semanticVersion: report.version,
            language: 'fr-FR',
            ...(pages && { informationUri: pages.home }),
            rules: report.rules.map((rule) => descriptor(rule, report.date)),
            properties: { law: lawAge(report.today) },
          },
        },
        invocations: [invocationOf(report.notChecked, report.today)],
        ...(report.shard && { properties: { shard: report.shard } }),
        language: report.language === 'en' ? 'en' : 'fr-FR',
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'Dossier de travail de la vérification.' } } },
        artifacts: report.files.map(({ path, piece }) => ({
          location: location(path),
          roles: ['analysisTarget'],
          ...(!isWord(path) && { sourceLanguage: 'markdown' }),
          properties: { piece: piece.kind, pieceFrom: piece.kindFrom, date: piece.date },
        })),
        results: results as unknown as Result[],
      },
    ],
  };
}

/** What viewers show of a run as a whole: that the legal data are old, and what was not read. */
const invocationOf = (notChecked: readonly NotChecked[], today: string): Invocation => ({
  executionSuccessful: !isPartial(notChecked),
  toolExecutionNotifications: [
    ...(lawAge(today).old ? [{ level: 'warning' as const, message: { text: lawAgeShown(today) } }] : []),
    ...notChecked.map(notificationOf),
  ],
});

/** The list that it was made of is kept with it: `notCheckedIn` reads it back. */
const notificationOf = (one: NotChecked): Notification => ({
  level: one.blocking ? 'error' : 'note',
  message: { text: plain(said(one)) },
  ...(one.rule && { associatedRule: { id: one.rule } }),
  locations: [
    {
      physicalLocation: {
        artifactLocation: location(one.what),
        ...(one.line && { region: { startLine: one.line } }),
      },
    },
  ],
  properties: { notChecked: one },
});

/** What a run says that it did not read. */
export const notCheckedIn = ({ invocations = [] }: Run): NotChecked[] =>
  invocations.flatMap((i) =>
    (i.toolExecutionNotifications ?? []).map((n) => n.properties?.notChecked).filter(isNotChecked),
  );

/** A run that did not read this either. */
export const withNotChecked = (run: Run, notChecked: readonly NotChecked[]): Run => {
  const notifications = run.invocations?.[0]?.toolExecutionNotifications ?? [];
  const others = notifications.filter((n) => !n.properties?.notChecked);
  return {
    ...run,
    invocations: [
      {
        executionSuccessful: !isPartial(notChecked),
        toolExecutionNotifications: [...others, ...notChecked.map(notificationOf)],
      },
    ],
  };
};

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The page of a rule; where the project has no address yet, the first text that it rests on and that has one. */
function helpOf(rule: Rule, date: string): Pick<ReportingDescriptor, 'helpUri'> {
  const helpUri = pages?.rule(rule.id) ?? rule.sources.map((s) => cite(s, date).url).find((url) => url !== undefined);
  return helpUri ? { helpUri } : {};
}

/** What viewers show of a rule: why, and on which texts. */
function descriptor(rule: Rule, date: string): ReportingDescriptor {
  const why = oneLine(rule.why);
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: why },
    help: {
      text: [why, 'Sources :', ...rule.sources.map((s) => `- ${cite(s, date).label}`)].join('\n'),
      markdown: [why, '', '**Sources**', '', ...sourcesOf(rule, date).map((s) => `- ${s}`)].join('\n'),
    },
    ...helpOf(rule, date),
    defaultConfiguration: { level: LEVELS[levelAt(rule, date) ?? rule.level] },
    properties: { tags: [rule.id.split('/')[0] as string], precision: 'high' },
  };
}

/** An address relative to the root: RFC 3986 leaves no space nor accent as it is. */
const location = (path: string) => ({ uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT });

/** A text where a reader of SARIF sees neither links nor places to fill in. */
const plain = (text: string): string => text.replace(/\[(?=[^\]]*\]\()/g, '\\[').replace(/\{(\d+)\}/g, '{{$1}}');

/** Place of each rule in the list that a report gives. */
const ranks = new WeakMap<readonly Rule[], ReadonlyMap<string, number>>();

function rankIn(rules: readonly Rule[]): ReadonlyMap<string, number> {
  const known = ranks.get(rules) ?? new Map(rules.map((rule, i) => [rule.id, i]));
  ranks.set(rules, known);
  return known;
}

function results(file: CheckedFile, report: FolderReport): Result[] {
  const places = new Places();
  const rank = rankIn(report.rules);
  const place = (piece: Piece, at: Span): PhysicalLocation => ({
    artifactLocation: location(report.pathOf(piece)),
    ...(!piece.landmarks && { region: regionOf(piece, at, places) }),
  });
  // A Word document has no lines: articles and pages are what a reader finds his way by.
  const located = (piece: Piece, at: Span) => ({
    physicalLocation: place(piece, at),
    ...(piece.landmarks && { logicalLocations: [{ fullyQualifiedName: places.where(piece, at) }] }),
  });
  const result = (finding: Finding, suppressions: Suppression[]): Result => ({
    ruleId: finding.rule.id,
    ruleIndex: rank.get(finding.rule.id) ?? -1,
    level: LEVELS[finding.level],
    message: { text: plain(finding.message) },
    locations: [located(finding.piece, finding.at)],
    partialFingerprints: { 'dceLint/v1': report.idOf(finding) },
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((r, id) => ({
        id,
        ...located(r.piece, r.at),
        message: { text: plain(r.message) },
      })),
    }),
    ...(fixable(finding).length > 0 && {
      fixes: fixable(finding).map((fix) => fixOf(fix, finding.piece, report, places)),
    }),
    // What is shown beside a baseline is what it does not know.
    ...(report.compared && suppressions.length === 0 && { baselineState: 'new' as const }),
    suppressions,
  });
  const aside = ({ finding, reason, at, file }: Suppressed): Result =>
    result(finding, [
      {
        kind: file ? 'external' : 'inSource',
        status: 'accepted',
        justification: file ? `${reason} (${file})` : reason,
        location: located(finding.piece, at),
      },
    ]);
  return [...file.findings.map((f) => result(f, [])), ...file.suppressed.map(aside)];
}

/** The fixes that change drafts alone: nothing here writes in a Word document. */
const fixable = ({ fixes, piece }: Finding): Finding['fixes'] =>
  fixes.filter((fix) => fix.edits.every((e) => !(e.piece ?? piece).landmarks));

/** Counted from 1; the end is just after the last unit. */
function regionOf(piece: Piece, at: Span, places: Places): Region {
  const { start, end } = places.range(piece, at);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** One change for each file that the fix touches. */
function fixOf(fix: Finding['fixes'][number], own: Piece, report: FolderReport, places: Places) {
  const byPiece = new Map<Piece, Edit[]>();
  for (const edit of fix.edits) {
    const piece = edit.piece ?? own;
    byPiece.set(piece, [...(byPiece.get(piece) ?? []), edit]);
  }
  return {
    description: { text: plain(fix.title) },
    artifactChanges: [...byPiece].map(([piece, edits]) => ({
      artifactLocation: location(report.pathOf(piece)),
      replacements: edits.map((e) => ({
        deletedRegion: regionOf(piece, e.at, places),
        ...(e.text !== '' && { insertedContent: { text: e.text } }),
      })),
    })),
    properties: { grade: fix.grade },
  };
}
