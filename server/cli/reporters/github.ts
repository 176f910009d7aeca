import type { Level } from '../../../rules/kit/rule.ts';
import type { Finding } from '../../core/lint.ts';
import { byFile } from './by-file.ts';
import { inert, Places, summary } from './report.ts';

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** What the runner would take for the end of a line. */
const data = (text: string): string => inert(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
/** What it would take for the end of a property, too. */
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

function annotation(finding: Finding, path: string, places: Places): string {
  const { piece } = finding;
  const { start, end } = places.range(piece, finding.at);
  const lines = {
    line: start.line + 1,
    endLine: end.line + 1,
    // The runner refuses columns for a passage of several lines.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
  };
  const at: Record<string, string | number> = {
    file: path,
    ...(!piece.landmarks && lines),
    title: `${finding.rule.title} (${finding.rule.id})`,
  };
  const properties = Object.entries(at).map(([name, value]) => `${name}=${property(String(value))}`);
  // A Word document has no lines.
  const where = piece.landmarks ? `${places.where(piece, finding.at)} : ` : '';
  return `::${COMMANDS[finding.level]} ${properties.join(',')}::${data(where + finding.message)}\n`;
}

/** Commands of the GitHub Actions runner: each finding is an annotation in the pull request. */
export const github = byFile({
  file({ findings, path }) {
    const places = new Places();
    return [findings.map((f) => annotation(f, path, places)).join('')];
  },
  whole(overview) {
    const notRead = overview.notChecked.map(({ what, line, why, remedy, blocking }) => {
      const at = `file=${property(what)},${line ? `line=${line},` : ''}title=Non vérifié`;
      return `::${blocking ? 'error' : 'notice'} ${at}::${data(`${why} ${remedy}`)}\n`;
    });
    const { files, errors, warnings, infos } = summary(overview);
    const left = notRead.length > 0 ? `, non vérifié : ${notRead.length}` : '';
    const total = `pièces : ${files}, erreurs : ${errors}, avertissements : ${warnings}, conseils : ${infos}${left}`;
    // First: a runner shows no more than so many.
    return [notRead.join(''), { section: 0, between: '' }, `dce-lint : ${total}.\n`];
  },
});
