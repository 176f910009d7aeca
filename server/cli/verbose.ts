import { procedure } from '../../rules/facts/procedure/index.ts';
import { pieceName } from '../core/explain.ts';
import type { Terminal } from './io.ts';
import { type FolderReport, inert } from './reporters/report.ts';

/** Says on standard error what was read of a consultation, and as what. `left`: drafts of the folder that are no piece, or that its settings leave out. */
export function tell({ folder, files }: FolderReport, left: readonly string[], { err }: Pick<Terminal, 'err'>): void {
  const say = (line: string) => err(`dce-lint : ${inert(line).replace(/\n/g, ' ')}\n`);
  say(`lu : ${folder} (${files.length} pièce${files.length > 1 ? 's' : ''})`);
  for (const { path, piece, findings, suppressed, known } of files) {
    const what = [pieceName(piece), piece.ask(procedure).name, `droit au ${piece.date}`].filter(Boolean);
    const counts = [
      `constats : ${findings.length}`,
      ...(suppressed.length > 0 ? [`ignorés : ${suppressed.length}`] : []),
      ...(known > 0 ? [`connus : ${known}`] : []),
    ];
    say(`  ${path} : ${[...what, ...counts].join(', ')}`);
  }
  for (const path of left) say(`  ${path} : pas lu comme une pièce (pièce inconnue, ou écartée par « ignore »)`);
}
