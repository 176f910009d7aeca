import { styleText } from 'node:util';
import { procedure } from '../../../rules/facts/procedure.ts';
import type { Level } from '../../../rules/kit/rule.ts';
import { cite } from '../../../rules/law/law.ts';
import { LEVEL_NAMES, pieceName } from '../../core/explain.ts';
import { readAs } from '../../core/heard.ts';
import { lawAgeShown } from '../../core/law-age.ts';
import { Lines } from '../../core/lines.ts';
import type { Finding } from '../../core/lint.ts';
import { type NotChecked, placeOf } from '../../core/not-checked.ts';
import { byFile } from './by-file.ts';
import { type CheckedFile, type FolderReport, inert, type Overview, type ReporterOptions, summary } from './report.ts';
import { statisticsText } from './statistics.ts';

type Style = Parameters<typeof styleText>[0];

const STYLE: Readonly<Record<Level, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };

const WIDTH = 96;
/** Related lines shown. */
const MOST_LINES = 15;

/** Cuts a text in lines of at most WIDTH units, at spaces. */
const wrap = (text: string, indent: string): string => {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > WIDTH) {
      out.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...out, line].map((l) => indent + l).join('\n');
};

const plural = (n: number, word: string) => `${n} ${word}${n > 1 ? 's' : ''}`;

/** Findings with the lines they stand in, for people. */
export const text = byFile({
  file: async (file, report, options) => [options.statistics ? '' : await found(file, report, painter(options))],
  whole: (overview, options) => [
    { section: 0, between: '' },
    ...(options.statistics ? [statisticsText(overview)] : []),
    ending(overview, options),
  ],
});

/**
 * A finding a line, as compilers write them: path, line and column from 1, level, message, rule. Editors and tools read it, and so
 * do `grep` and `sort`.
 */
export const compact = byFile({
  file({ path, piece, findings }, _, options) {
    if (options.statistics) return [''];
    const lines = new Lines(piece.draft.text);
    const said = findings.map(({ at, level, message, rule }) => {
      const { line, character } = lines.positionAt(at.start);
      const words = inert(message).replace(/\s+/g, ' ');
      return `${inert(path)}:${line + 1}:${character + 1}: ${LEVEL_NAMES[level]} : ${words} [${rule.id}]\n`;
    });
    return [said.join('')];
  },
  whole: (overview, options) => [
    { section: 0, between: '' },
    ...overview.notChecked
      .filter((one) => one.blocking || !options.quiet)
      .map(
        ({ what, line, why, remedy }) => `${inert(what)}:${line ?? 1}:1: non vérifié : ${inert(`${why} ${remedy}`)}\n`,
      ),
    ...(options.statistics ? [statisticsText(overview)] : []),
    options.quiet ? '' : total(overview),
  ],
});

type Paint = (style: Style, s: string) => string;

const painter =
  ({ colour }: ReporterOptions): Paint =>
  (style, s) =>
    colour ? styleText(style, s, { validateStream: false }) : s;

async function found(file: CheckedFile, report: FolderReport, paint: Paint): Promise<string> {
  if (file.findings.length === 0) return '';
  const { piece } = file;
  const lines = new Lines(piece.draft.text);
  const known = [pieceName(piece), piece.ask(procedure).name, `droit au ${piece.date}`].filter(Boolean).join(', ');
  const out = [`${paint('bold', inert(file.path))} ${paint('dim', `(${known})`)}`, ''];
  for (const finding of file.findings) out.push(await one(finding, lines, paint, report), '');
  return `${out.join('\n')}\n`;
}

function ending(overview: Overview, options: ReporterOptions): string {
  const { quiet } = options;
  const left = overview.notChecked.filter((one) => one.blocking || !quiet);
  const out = notRead(left, painter(options)).map((line) => `${line}\n`);
  return quiet ? out.join('') : [...out, total(overview), lawAgeShown(overview.today), '\n'].join('');
}

function total(overview: Overview): string {
  const { files, errors, warnings, infos, suppressed, known = 0 } = summary(overview);
  const counts = [plural(errors, 'erreur'), plural(warnings, 'avertissement'), plural(infos, 'conseil')].join(', ');
  const ignored = suppressed > 0 ? `, ${plural(suppressed, 'constat')} ignoré${suppressed > 1 ? 's' : ''}` : '';
  const old = known > 0 ? `, ${plural(known, 'constat')} déjà connu${known > 1 ? 's' : ''}` : '';
  return `${plural(files, 'pièce')} ${files > 1 ? 'vérifiées' : 'vérifiée'} : ${counts}${ignored}${old}.\n`;
}

function notRead(all: readonly NotChecked[], paint: Paint): string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap((n) => [
    `  ${paint(n.blocking ? 'red' : 'dim', inert(placeOf(n)))}`,
    wrap(inert(`${n.why} ${n.remedy}`), '    '),
  ]);
  return [paint('bold', 'Non vérifié'), '', ...lines, ''];
}

async function one(
  finding: Finding,
  lines: Lines,
  paint: Paint,
  { pathOf, phrasebook }: FolderReport,
): Promise<string> {
  const word = LEVEL_NAMES[finding.level];
  const style = STYLE[finding.level];
  const { start, end } = lines.range(finding.at);
  const head = `  ${paint(style, word)}  ${finding.rule.id}  ${paint('dim', `ligne ${start.line + 1}`)}`;
  const body = [
    head,
    wrap(inert(finding.message), '  '),
    frame(
      lines,
      start,
      end,
      (s) => paint(style, s),
      (s) => paint('dim', s),
    ),
  ];
  if (finding.heard) body.push(wrap(inert(await readAs(finding.heard, phrasebook.say)), '  '));
  const sources = finding.rule.sources.map((s) => cite(s, finding.piece.date).label).join(' ; ');
  body.push(paint('dim', wrap(`Sources : ${sources}.`, '  ')));
  const [fix] = finding.fixes;
  if (fix) body.push(wrap(`Correction proposée : ${fix.title}`, '  '));
  body.push(...related(finding, pathOf));
  return body.join('\n');
}

/** Related places, those of one piece and one message on one line. */
function related({ piece, related }: Finding, pathOf: (p: Finding['piece']) => string): string[] {
  const groups = new Map<string, number[]>();
  for (const r of related) {
    const where = r.piece === piece ? '' : ` de ${pathOf(r.piece)}`;
    const key = `${where}\n${r.message}`;
    const at = new Lines(r.piece.draft.text).positionAt(r.at.start);
    groups.set(key, [...(groups.get(key) ?? []), at.line + 1]);
  }
  return [...groups].map(([key, all]) => {
    const [where = '', message = ''] = key.split('\n');
    const rest = all.length > MOST_LINES ? ` et ${all.length - MOST_LINES} autres` : '';
    const lines = all.slice(0, MOST_LINES).join(', ') + rest;
    return wrap(`Voir ${all.length > 1 ? 'les lignes' : 'la ligne'} ${lines}${where} : ${message}`, '  ');
  });
}

/** The first lines of a span with a mark under its words. */
function frame(
  lines: Lines,
  start: { line: number; character: number },
  end: { line: number; character: number },
  mark: (s: string) => string,
  dim: (s: string) => string,
): string {
  const last = Math.min(end.line, start.line + 2);
  const width = String(last + 1).length;
  const out: string[] = [];
  for (let n = start.line; n <= last; n++) {
    const whole = inert(lines.line(n).replace(/\t/g, ' '));
    const from = n === start.line ? start.character : whole.length - whole.trimStart().length;
    const to = n === end.line ? Math.max(end.character, from + 1) : whole.length;
    // A paragraph may be one very long line: show what surrounds the words.
    const shift = from > WIDTH - 40 ? Math.max(0, from - 30) : 0;
    const cut = whole.slice(shift, shift + WIDTH);
    const shown = `${shift > 0 ? '…' : ''}${cut}${shift + WIDTH < whole.length ? '…' : ''}`;
    const lead = from - shift + (shift > 0 ? 1 : 0);
    const length = Math.max(1, Math.min(to - from, WIDTH - (from - shift)));
    out.push(`  ${dim(`${String(n + 1).padStart(width)} │`)} ${shown}`);
    out.push(`  ${dim(`${' '.repeat(width)} │`)} ${' '.repeat(Math.max(0, lead))}${mark('~'.repeat(length))}`);
  }
  if (end.line > last) out.push(`  ${dim(`${' '.repeat(width)} │`)} …`);
  return out.join('\n');
}
