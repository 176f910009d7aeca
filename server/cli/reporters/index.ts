import { csv } from './csv.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html.ts';
import { json, jsonl } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { part } from './part.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';
import { compact, text } from './text.ts';

/** Ways to write a report, by the name `--format` takes; the first is the default. */
export const REPORTERS: Readonly<Record<string, Reporter>> = {
  text,
  compact,
  json,
  jsonl,
  csv,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
  html,
  part,
};

/** Names that `--format` takes. A Word document is the page of `html`, made a document as it is written: see `inForm`. */
export const FORMATS: readonly string[] = [...Object.keys(REPORTERS).filter((name) => name !== 'part'), 'docx', 'part'];

export const reporterOf = (format: string): Reporter => REPORTERS[format === 'docx' ? 'html' : format] as Reporter;
