import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openConsultation } from '../../rules/facts/piece.ts';
import { procedure } from '../../rules/facts/procedure.ts';
import { rules } from '../../rules/index.ts';
import { lint } from '../core/lint.ts';

const dir = process.argv[process.argv.length - 1] as string;
const names = readdirSync(dir);
const files = names
  .filter((f) => f.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(dir, path), 'utf8') }));
const consultation = openConsultation(files, { date: '2026-12-01', files: names });
const { findings, failures } = lint(consultation, { rules });
for (const f of failures) console.error(f.rule, f.piece.path, f.error);
const pos = (text: string, o: number) => {
  const before = text.slice(0, o).split('\n');
  return { line: before.length - 1, character: (before[before.length - 1] as string).length };
};
console.log(
  JSON.stringify({
    files: consultation.pieces.map((p) => ({
      path: relative('.', join(dir, p.path)),
      piece: p.kind,
      pieceFrom: p.kindFrom,
      procedure: p.ask(procedure).name,
      date: p.date,
      findings: findings
        .filter((f) => f.piece === p)
        .map((f) => ({
          rule: f.rule.id,
          level: f.level,
          message: f.message,
          range: { start: pos(p.draft.text, f.at.start), end: pos(p.draft.text, f.at.end) },
        })),
    })),
  }),
);
