import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { cite } from '../../../rules/law/law.ts';
import { LEVEL_NAMES } from '../../core/explain.ts';
import type { Finding } from '../../core/lint.ts';
import { faultOf } from '../../core/message.ts';
import { type NotChecked, placeOf, said } from '../../core/not-checked.ts';
import { type CheckedFile, type CheckReport, Places, type Reporter, type ReporterOptions, reaches } from './report.ts';

/** Characters that XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const sound = (text: string): string => text.replace(UNWRITABLE, '\ufffd');

/**
 * JUnit XML as continuous integration reads it: a suite for each piece, a case for each finding. One that `--fail-on` does not
 * stop at is a case that passes, its text with it; a suppressed one is skipped. A piece without findings is one case that passes.
 */
export const junit: Reporter = (report, options) => {
  const places = new Places();
  const files = report.files.map((file) => suite(file, report, options, places));
  const suites = [...(report.notChecked.length > 0 ? [notRead(report.notChecked)] : []), ...files];
  const total = (name: 'tests' | 'failures' | 'errors') => String(suites.reduce((n, s) => n + s[name], 0));
  const root = x(
    'testsuites',
    { name: 'dce-lint', tests: total('tests'), failures: total('failures'), errors: total('errors') },
    suites.map((s) => s.element),
  );
  // The library leaves « > » as it is; XML forbids « ]]> » in a text.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root).replaceAll(']]>', ']]&gt;')}\n`;
};

function suite(file: CheckedFile, report: CheckReport, { failOn }: ReporterOptions, places: Places) {
  const path = sound(file.path);
  const one = (f: Finding, inside: ReturnType<typeof x>) => {
    return x('testcase', { name: `${f.rule.id} (${places.where(f.piece, f.at)})`, classname: path }, [inside]);
  };
  const cases = file.findings.map((f) => {
    const text = sound(words(f, report, places));
    return reaches(f.level, failOn)
      ? one(f, x('failure', { type: LEVEL_NAMES[f.level], message: sound(faultOf(f.message)) }, text))
      : one(f, x('system-out', text));
  });
  for (const { finding, reason } of file.suppressed) cases.push(one(finding, x('skipped', sound(reason))));
  if (cases.length === 0) cases.push(x('testcase', { name: 'aucun constat', classname: path }));
  const failures = file.findings.filter((f) => reaches(f.level, failOn)).length;
  const counts = {
    tests: String(cases.length),
    failures: String(failures),
    errors: '0',
    skipped: String(file.suppressed.length),
  };
  return { element: x('testsuite', { name: path, ...counts }, cases), tests: cases.length, failures, errors: 0 };
}

/** What was not read: an error where it was to be, skipped where it is left out. */
function notRead(all: readonly NotChecked[]) {
  const cases = all.map((one) => {
    const text = sound(said(one));
    const inside = one.blocking ? x('error', { type: 'non vérifié', message: text }) : x('skipped', text);
    return x('testcase', { name: `non vérifié : ${sound(placeOf(one))}`, classname: sound(one.what) }, [inside]);
  });
  const errors = all.filter((one) => one.blocking).length;
  const counts = { tests: cases.length, failures: 0, errors, skipped: cases.length - errors };
  const shown = Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, String(n)]));
  return { element: x('testsuite', { name: 'non vérifié', ...shown }, cases), ...counts };
}

/** A finding in a few lines: where, what, why. */
function words(finding: Finding, report: CheckReport, places: Places): string {
  const { line, character } = places.range(finding.piece, finding.at).start;
  const where = places.where(finding.piece, finding.at);
  const column = finding.piece.landmarks ? '' : `, colonne ${character + 1}`;
  return [
    `${report.pathOf(finding.piece)}, ${where}${column} : ${LEVEL_NAMES[finding.level]}`,
    finding.message,
    places.lines(finding.piece).line(line).trim(),
    `Sources : ${finding.rule.sources.map((s) => cite(s, finding.piece.date).label).join(' ; ')}.`,
    ...finding.related.map((r) => {
      return `Voir ${report.pathOf(r.piece)}, ${places.where(r.piece, r.at)} : ${r.message}`;
    }),
  ].join('\n');
}
