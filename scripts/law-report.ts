/** Prints what in the law data is unverified or was read more than a year ago. A day may be given: `law-report.ts 2027-03-01`. */
import { type AuditedRow, audit } from '../rules/law/audit.ts';
import { dataSources, lawDate, unverified } from '../rules/law/law.ts';

const given = process.argv[2];
if (given !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(given)) {
  console.error(`Date attendue sous la forme AAAA-MM-JJ : ${given}`);
  process.exit(2);
}
const date = given ?? new Date().toISOString().slice(0, 10);
const report = audit(date);

const line = (row: AuditedRow): string => {
  const source = dataSources[row.source]?.label ?? row.source;
  return `  ${row.file.padEnd(10)} ${row.name} — ${row.confidence}, lu au ${row.asOf} (${source})${row.note ? ` — ${row.note}` : ''}`;
};

const lines = [
  `État des textes lus : ${lawDate}. Rapport au ${date}.`,
  `\nPoints non vérifiés (${unverified.length})`,
  ...unverified.map((point) => `  ${point}`),
  `\nLignes non vérifiées (${report.unverified.length})`,
  ...report.unverified.map(line),
  `\nLignes lues il y a plus d’un an (${report.stale.length})`,
  ...report.stale.map(line),
  `\nCorrespondances ancien → nouveau non confrontées à une table officielle : ${report.uncheckedMappings}`,
];
console.log(lines.join('\n'));
