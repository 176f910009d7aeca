import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { LEVELS } from '../../rules/kit/rule.ts';
import { toOffset, toRange } from '../convert.ts';
import { LEVEL_NAMES, sourcesOf } from '../core/explain.ts';
import { explainAt } from '../core/explain-cited.ts';
import { readAs } from '../core/heard.ts';
import type { Finding } from '../core/lint.ts';
import { literal } from '../core/markdown.ts';
import { originName, originShown } from '../core/origins.ts';
import type { FolderCheck } from '../workspace.ts';
import { type Context, find } from './context.ts';

/**
 * Why a finding is one, what it rests on in the law of the day, and what can be done; on a citation, what our data
 * says of it that day. The gravest finding is open, the others are folded or a line each. Null where there is neither.
 */
export async function hover(context: Context, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const found = await find(context, textDocument.uri);
  if (!found) return null;
  const { draft, date } = found.piece;
  const offset = toOffset(draft, position);
  const width = ({ at }: Finding) => at.end - at.start;
  const here = found.file.findings
    .filter((f) => f.at.start <= offset && offset <= f.at.end)
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || width(a) - width(b));
  const narrowest = [...here].sort((a, b) => width(a) - width(b))[0];
  const law = explainAt(found.piece, offset, context.rules);
  const at = narrowest?.at ?? law?.at;
  if (!at) return null;
  const [first, ...others] = here;
  const { shows } = context;
  const pages = [
    ...(first
      ? [`**${literal(first.rule.title)}** (\`${first.rule.id}\`)\n\n${await page(first, date, found.folder, shows)}`]
      : []),
    ...(await Promise.all(others.map((f) => folded(f, date, found.folder, shows)))),
  ];
  // What is folded needs no rule between.
  const findings = pages.join(shows.has('details') ? '\n\n' : '\n\n---\n\n');
  const value = [findings, law?.markdown].filter(Boolean).join('\n\n---\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(draft, at) };
}

type Shows = Context['shows'];

/** A finding behind its title, where the client can fold; else what it says, in a line. */
async function folded(finding: Finding, date: string, folder: FolderCheck, shows: Shows): Promise<string> {
  const { id, title } = finding.rule;
  if (!shows.has('details')) return `**${literal(title)}** (\`${id}\`) – ${literal(finding.message)}`;
  const summary = `<b>${inHtml(title)}</b> (<code>${id}</code>)`;
  return `<details><summary>${summary}</summary>\n\n${await page(finding, date, folder, shows)}\n\n</details>`;
}

const inHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** All but the title. A client that shows the message above, with a way to the fixes, is not told them again. */
async function page(
  finding: Finding,
  date: string,
  { settings, phrasebook: { say } }: FolderCheck,
  shows: Shows,
): Promise<string> {
  const { rule, level, message, fixes, heard } = finding;
  const { origin } = settings.effective(rule, date);
  const sources = sourcesOf(rule, date).map((s) => `- ${s}`);
  const isTold = shows.has('messages');
  const titles = isTold ? [] : fixes.map((f) => `- ${literal(f.title)}`);
  return [
    ...(isTold ? [] : [literal(message), '']),
    ...(heard ? [literal(await readAs(heard, say)), ''] : []),
    literal(rule.why.replace(/\s+/g, ' ').trim()),
    '',
    say(`Sources, droit au ${date.split('-').reverse().join('/')} :`),
    '',
    ...sources,
    '',
    say(`Niveau : ${LEVEL_NAMES[level]} (${literal(originShown(originName(origin)))}).`),
    ...(titles.length > 0 ? ['', say('Corrections proposées :'), '', ...titles] : []),
  ].join('\n');
}
