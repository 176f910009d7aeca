import { createTwoFilesPatch } from 'diff';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Fix } from '../../../rules/kit/rule.ts';
import { UsageError } from '../../cli/io.ts';
import {
  type CheckedFile,
  type FolderReport,
  type Overview,
  Places,
  type Reporter,
} from '../../cli/reporters/report.ts';
import { hasFields } from '../../core/fix.ts';
import { applyEdits, type Finding } from '../../core/lint.ts';
import { asJson, boundedList } from '../bounds.ts';
import type { Input } from '../schemas.ts';
import type { Unsaved, World } from '../world.ts';
import { checked } from './check.ts';

const GRADES: Readonly<Record<Fix['grade'], string>> = {
  safe: 'ne change aucune obligation',
  review: 'change le texte du marché : à relire par celui qui rédige',
  show: 'un exemple de rédaction : à adapter, jamais à appliquer tel quel',
};

/** The fixes of findings, as edits and as a patch; no file is written. */
export async function proposeFix(input: Input<'propose_fix'>, world: World, unsaved: Unsaved): Promise<string> {
  const { finding, rule, ...draft } = input;
  return checked(draft, world, unsaved, { reporter: proposals({ finding, rule }) });
}

interface Wanted {
  readonly finding: string | undefined;
  readonly rule: string | undefined;
}

/** Writes the fixes of the findings that are wanted, file by file. */
const proposals =
  (wanted: Wanted): Reporter =>
  () => {
    const byFile: (readonly Proposal[])[] = [];
    return {
      add: async (report) => report.files.map((file) => byFile.push(proposed(file, report, wanted)) - 1),
      async *end(overview) {
        yield answer(
          overview.files.flatMap(({ rank }) => byFile[rank] ?? []),
          overview,
          wanted,
        );
      },
    };
  };

type Proposal = ReturnType<typeof proposed>[number];

function proposed({ path, piece, findings }: CheckedFile, report: FolderReport, wanted: Wanted) {
  const places = new Places();
  return findings
    .map((found) => ({ found, id: report.idOf(found) }))
    .filter(({ found, id }) => (wanted.finding ?? id) === id && (wanted.rule ?? found.rule.id) === found.rule.id)
    .map(({ found, id }) => ({
      path,
      id,
      rule: found.rule.id,
      level: found.level,
      message: found.message,
      range: places.range(piece, found.at),
      fixes: found.fixes.map((fix) => fixOf(fix, found, report, places)),
    }));
}

function answer(told: readonly Proposal[], { version: program, notChecked }: Overview, { finding, rule }: Wanted) {
  if (told.length === 0 && (finding ?? rule) !== undefined)
    throw new UsageError(`aucun constat « ${finding ?? rule} » dans ce texte : il a pu changer, relancer check`);
  const shown = boundedList(told);
  return asJson({
    tool: { name: 'dce-lint', version: program },
    applied: false,
    next: 'Appliquer ce que celui qui rédige accepte, puis vérifier de nouveau (check).',
    ...(shown.length < told.length && {
      notShown: {
        findings: told.length - shown.length,
        how: 'Demander un constat (« finding ») ou une règle (« rule »).',
      },
    }),
    notChecked,
    proposals: shown,
  });
}

function fixOf({ title, grade, edits }: Fix, finding: Finding, report: FolderReport, places: Places) {
  const pieces = [...new Set(edits.map((e) => e.piece ?? finding.piece))];
  const own = (piece: Piece) => edits.filter((e) => (e.piece ?? finding.piece) === piece);
  return {
    title,
    grade,
    meaning: GRADES[grade],
    toFill: edits.some((e) => hasFields(e.text)),
    edits: edits.map(({ piece = finding.piece, at, text }) => ({
      path: report.pathOf(piece),
      range: places.range(piece, at),
      text,
    })),
    patch: pieces.map((piece) => patchOf(piece, own(piece), report.pathOf(piece))).join(''),
  };
}

function patchOf({ draft }: Piece, edits: Fix['edits'], path: string): string {
  const after = applyEdits(draft.text, edits);
  return after === undefined ? '' : createTwoFilesPatch(path, path, draft.text, after, 'avant', 'après');
}
