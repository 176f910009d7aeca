import { createHash } from 'node:crypto';
import type { Level } from '../../../rules/kit/rule.ts';
import { asText } from './json.ts';
import { Places, type Reporter } from './report.ts';

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'critical', warning: 'major', info: 'info' };

/** GitLab's Code Quality report: what the merge request shows as better or worse than its target. */
export const gitlab: Reporter = (report) => {
  const places = new Places();
  return asText(
    report.files.flatMap(({ path, piece, findings }) =>
      findings.map((f) => {
        const { start, end } = places.range(piece, f.at);
        return {
          description: f.message,
          check_name: f.rule.id,
          // Unique in the report, and the same as long as the words are.
          fingerprint: createHash('sha256')
            .update(`${path}\n${report.idOf(f)}`)
            .digest('hex'),
          severity: SEVERITIES[f.level],
          location: { path, lines: { begin: start.line + 1, end: end.line + 1 } },
        };
      }),
    ),
  );
};
