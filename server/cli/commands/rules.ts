import { rules } from '../../../rules/index.ts';
import { cite } from '../../../rules/law/law.ts';
import { LEVEL_NAMES } from '../../core/explain.ts';
import { levelAt } from '../../core/lint.ts';
import { OK, type Terminal } from '../io.ts';

/** Lists every rule with its level at a date, its pieces and its sources. */
export function rulesCommand(options: { readonly format: string; readonly date: string }, terminal: Terminal): number {
  const rows = rules.map((rule) => ({
    id: rule.id,
    title: rule.title,
    level: levelAt(rule, options.date) ?? null,
    ...(rule.since && { since: rule.since }),
    pieces: rule.pieces,
    dossier: rule.dossier === true,
    absence: rule.absence === true,
    sources: rule.sources.map((s) => cite(s, options.date)),
  }));
  if (options.format === 'json') {
    terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
    return OK;
  }
  const width = Math.max(...rows.map((r) => r.id.length));
  for (const r of rows) {
    const level = r.level ? LEVEL_NAMES[r.level] : `à partir du ${r.since}`;
    const pieces = r.pieces === '*' ? 'toutes' : r.pieces.join(' ');
    terminal.out(`${r.id.padEnd(width)}  ${level.padEnd(13)}  ${r.title}  [${pieces}]\n`);
  }
  terminal.out(`\n${rows.length} règles.\n`);
  return OK;
}
