import { createHash } from 'node:crypto';
import type { Level } from '../../../rules/kit/rule.ts';
import { type NotChecked, said } from '../../core/not-checked.ts';
import { around, byFile, item, items } from './by-file.ts';
import { asText } from './json.ts';
import { Places } from './report.ts';

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'critical', warning: 'major', info: 'info' };

/** Name of the check that stands for what no check has read. */
const NOT_CHECKED = 'dce-lint/non-verifie';

const FIRST_LINE = { start: { line: 0 }, end: { line: 0 } };

/** GitLab's Code Quality report: what the merge request shows as better or worse than its target. */
export const gitlab = byFile({
  file({ path, piece, findings }, report) {
    const places = new Places();
    const issues = findings.map((f) => {
      // A Word document has no lines: the place is in the words.
      const { start, end } = piece.landmarks ? FIRST_LINE : places.range(piece, f.at);
      const where = piece.landmarks ? `${places.where(piece, f.at)} : ` : '';
      return {
        description: where + f.message,
        check_name: f.rule.id,
        // Unique in the report, and the same as long as the words are.
        fingerprint: createHash('sha256')
          .update(`${path}\n${report.idOf(f)}`)
          .digest('hex'),
        severity: SEVERITIES[f.level],
        location: { path, lines: { begin: start.line + 1, end: end.line + 1 } },
      };
    });
    return [issues.map((one) => item(one, 1)).join(',\n  ')];
  },
  whole: ({ notChecked }, _, has) => around(asText([...notChecked.map(notRead), ...items(0, has)])),
});

const notRead = (one: NotChecked) => ({
  description: said(one),
  check_name: NOT_CHECKED,
  fingerprint: createHash('sha256')
    .update(`${NOT_CHECKED}\n${said(one)}`)
    .digest('hex'),
  severity: one.blocking ? 'blocker' : 'info',
  location: { path: one.what, lines: { begin: one.line ?? 1, end: one.line ?? 1 } },
});
