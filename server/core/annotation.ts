import type { Span } from '../../rules/kit/span.ts';
import { cite } from '../../rules/law/law.ts';
import { LEVEL_NAMES } from './explain.ts';
import { preferredFix } from './fix.ts';
import type { Finding } from './lint.ts';
import type { Phrasebook } from './phrasebook.ts';

/** A finding as a comment in the margin of a document. */
export interface FindingAnnotation {
  readonly at: Span;
  readonly lines: readonly string[];
  readonly links: readonly { readonly label: string; readonly url?: string | undefined }[];
}

/** Markdown as plain words on one line. */
const plain = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a comment says of a finding: message, why, proposed wording, rule, and the texts that it rests on. */
export function annotationOf(finding: Finding, phrasebook: Phrasebook): FindingAnnotation {
  const { rule, at, level, message, piece } = finding;
  const fix = preferredFix(finding);
  const wording = fix?.edits
    .map(({ text }) => text.trim())
    .filter((text) => /\p{L}/u.test(text))
    .join(' […] ');
  return {
    at,
    lines: [
      `${LEVEL_NAMES[level][0]?.toUpperCase()}${LEVEL_NAMES[level].slice(1)} : ${plain(message)}`,
      `Pourquoi : ${plain(phrasebook.rule(rule).why)}`,
      ...(fix ? [`Correction proposée : ${plain(fix.title)}`] : []),
      ...(wording ? wording.split(/\n+/).map((line, i) => (i === 0 ? `Rédaction proposée : ${line}` : line)) : []),
      `Règle : ${rule.id}`,
    ],
    links: rule.sources.map((source) => cite(source, piece.date)),
  };
}
