import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { toOffset, toRange } from '../convert.ts';
import { LEVEL_NAMES, sourcesOf } from '../core/explain.ts';
import { explainAt } from '../core/explain-cited.ts';
import { readAs } from '../core/heard.ts';
import type { Finding } from '../core/lint.ts';
import { originName, originShown } from '../core/origins.ts';
import type { FolderCheck } from '../workspace.ts';
import { type Context, find } from './context.ts';

/**
 * Why a finding is one, what it rests on in the law of the day, and what can be done; on a citation, what our data
 * says of it that day. Null where there is neither.
 */
export async function hover(context: Context, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const found = await find(context, textDocument.uri);
  if (!found) return null;
  const { draft, date } = found.piece;
  const offset = toOffset(draft, position);
  const here = found.file.findings.filter((f) => f.at.start <= offset && offset <= f.at.end);
  const [first] = [...here].sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start));
  const law = explainAt(found.piece, offset, context.rules);
  const at = first?.at ?? law?.at;
  if (!at) return null;
  const pages = await Promise.all(here.map((f) => page(f, date, found.folder)));
  const value = [...pages, ...(law ? [law.markdown] : [])].join('\n\n---\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(draft, at) };
}

/** Words of a draft stand in messages: they are shown, not read as markup. */
const literal = (text: string): string => text.replace(/[\\`*_[\]<>|#~!]/g, '\\$&');

async function page(finding: Finding, date: string, { settings, phrasebook: { say } }: FolderCheck): Promise<string> {
  const { rule, level, message, fixes, heard } = finding;
  const { origin } = settings.effective(rule, date);
  const sources = sourcesOf(rule, date).map((s) => `- ${s}`);
  const titles = fixes.map((f) => `- ${literal(f.title)}`);
  return [
    `**${literal(rule.title)}** (\`${rule.id}\`)`,
    '',
    literal(message),
    '',
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
