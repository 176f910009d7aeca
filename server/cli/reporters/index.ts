import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { part } from './part.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Ways to write a report, by the name `--format` takes; the first is the default. */
export const REPORTERS: Readonly<Record<string, Reporter>> = {
  text,
  json,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
  html,
  // The same page, which is made a document as it is written: see `inForm`.
  docx: html,
  part,
};
