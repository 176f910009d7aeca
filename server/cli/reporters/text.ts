import { styleText } from 'node:util';
import { procedure } from '../../../rules/facts/procedure/index.ts';
import type { Level } from '../../../rules/kit/rule.ts';
import { cite } from '../../../rules/law/law.ts';
import { LEVEL_NAMES, pieceName } from '../../core/explain.ts';
import { readAs } from '../../core/heard.ts';
import { lawAgeShown } from '../../core/law-age.ts';
import { Lines } from '../../core/lines.ts';
import type { Finding } from '../../core/lint.ts';
import { type NotChecked, placeOf } from '../../core/not-checked.ts';
import type { Phrasebook } from '../../core/phrasebook.ts';
import { landmarkAt, landmarkShown, whereIs } from '../../core/where.ts';
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
      // A Word document has no lines: the place is in the words.
      const place = piece.landmarks ? '1:1' : `${line + 1}:${character + 1}`;
      const where = piece.landmarks ? `${whereIs(piece, at, line)} : ` : '';
      const words = inert(where + message).replace(/\s+/g, ' ');
      return `${inert(path)}:${place}: ${LEVEL_NAMES[level]} : ${words} [${rule.id}]\n`;
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
  const { say } = report.phrasebook;
  const known = [pieceName(piece), piece.ask(procedure).name ?? '', `${say('droit au')} ${piece.date}`].flatMap((s) =>
    s ? say(s) : [],
  );
  const out = [`${paint('bold', inert(file.path))} ${paint('dim', `(${known.join(', ')})`)}`, ''];
  for (const finding of file.findings) out.push(await one(finding, lines, paint, report), '');
  return `${out.join('\n')}\n`;
}

function ending(overview: Overview, options: ReporterOptions): string {
  const { quiet } = options;
  const { say } = overview.phrasebook;
  const left = overview.notChecked.filter((one) => one.blocking || !quiet);
  const out = notRead(left, painter(options), say).map((line) => `${line}\n`);
  return quiet ? out.join('') : [...out, total(overview), say(lawAgeShown(overview.today)), '\n'].join('');
}

function total(overview: Overview): string {
  const { say } = overview.phrasebook;
  const { files, errors, warnings, infos, suppressed, known = 0 } = summary(overview);
  const count = (n: number, one: string, many: string) => `${n} ${say(n > 1 ? many : one)}`;
  const counts = [
    count(errors, 'erreur', 'erreurs'),
    count(warnings, 'avertissement', 'avertissements'),
    count(infos, 'conseil', 'conseils'),
    ...(suppressed > 0 ? [count(suppressed, 'constat ignoré', 'constats ignorés')] : []),
    ...(known > 0 ? [count(known, 'constat déjà connu', 'constats déjà connus')] : []),
  ];
  return `${count(files, 'pièce vérifiée :', 'pièces vérifiées :')} ${counts.join(', ')}.\n`;
}

function notRead(all: readonly NotChecked[], paint: Paint, say: Phrasebook['say']): string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap((n) => [
    `  ${paint(n.blocking ? 'red' : 'dim', inert(placeOf(n)))}`,
    wrap(inert(`${n.why} ${n.remedy}`), '    '),
  ]);
  return [paint('bold', say('Non vérifié')), '', ...lines, ''];
}

async function one(
  finding: Finding,
  lines: Lines,
  paint: Paint,
  { pathOf, phrasebook }: FolderReport,
): Promise<string> {
  const { say } = phrasebook;
  const word = say(LEVEL_NAMES[finding.level]);
  const style = STYLE[finding.level];
  const { start, end } = lines.range(finding.at);
  const head = `  ${paint(style, word)}  ${finding.rule.id}  ${paint('dim', whereIs(finding.piece, finding.at, start.line, say))}`;
  const body = [
    head,
    ...finding.message.split('\n').map((part) => wrap(inert(part), '  ')),
    frame(
      lines,
      start,
      end,
      (s) => paint(style, s),
      (s) => paint('dim', s),
      !finding.piece.landmarks,
    ),
  ];
  if (finding.heard) body.push(wrap(inert(await readAs(finding.heard, say)), '  '));
  const sources = finding.rule.sources.map((s) => cite(s, finding.piece.date).label).join(' ; ');
  body.push(paint('dim', wrap(`${say('Sources :')} ${sources}.`, '  ')));
  const [fix] = finding.fixes;
  if (fix) body.push(wrap(`${say('Correction proposée :')} ${fix.title}`, '  '));
  body.push(...related(finding, pathOf, say));
  return body.join('\n');
}

/** Related places, those of one piece and one message on one line. */
function related(
  { piece, related }: Finding,
  pathOf: (p: Finding['piece']) => string,
  say: Phrasebook['say'],
): string[] {
  const groups = new Map<string, (number | string)[]>();
  const texts = new Map<Finding['piece'], Lines>();
  for (const r of related) {
    const where = r.piece === piece ? '' : `${say(' de')} ${pathOf(r.piece)}`;
    const key = `${where}\n${r.message}`;
    const text = texts.get(r.piece) ?? new Lines(r.piece.draft.text);
    texts.set(r.piece, text);
    const landmark = landmarkAt(r.piece, r.at);
    const places = groups.get(key) ?? [];
    places.push(landmark ? landmarkShown(landmark) : text.positionAt(r.at.start).line + 1);
    groups.set(key, places);
  }
  return [...groups].map(([key, all]) => {
    const [where = '', message = ''] = key.split('\n');
    const rest = all.length > MOST_LINES ? ` ${say('et')} ${all.length - MOST_LINES} ${say('autres')}` : '';
    const isPlace = typeof all[0] === 'string';
    const lines = all.slice(0, MOST_LINES).join(isPlace ? ' ; ' : ', ') + rest;
    const named = say(isPlace ? 'Voir' : all.length > 1 ? 'Voir les lignes' : 'Voir la ligne');
    return wrap(`${named} ${lines}${where}${say(' :')} ${message}`, '  ');
  });
}

/** What surrounds the words of a line, and how much of it is left out before: a paragraph may be one very long line. */
function around(line: string, from: number): { readonly shown: string; readonly shift: number } {
  const shift = from > WIDTH - 40 ? Math.max(0, from - 30) : 0;
  const cut = line.slice(shift, shift + WIDTH);
  return { shown: `${shift > 0 ? '…' : ''}${cut}${shift + WIDTH < line.length ? '…' : ''}`, shift };
}

/** The first lines of a span with a mark under its words. */
function frame(
  lines: Lines,
  start: { line: number; character: number },
  end: { line: number; character: number },
  mark: (s: string) => string,
  dim: (s: string) => string,
  numbered: boolean,
): string {
  const last = Math.min(end.line, start.line + 2);
  const width = numbered ? String(last + 1).length : 0;
  const out: string[] = [];
  for (let n = start.line; n <= last; n++) {
    const whole = inert(lines.line(n).replace(/\t/g, ' '));
    const from = n === start.line ? start.character : whole.length - whole.trimStart().length;
    const to = n === end.line ? Math.max(end.character, from + 1) : whole.length;
    const { shown, shift } = around(whole, from);
    const lead = from - shift + (shift > 0 ? 1 : 0);
    const length = Math.max(1, Math.min(to - from, WIDTH - (from - shift)));
    out.push(`  ${dim(`${numbered ? String(n + 1).padStart(width) : ''} │`)} ${shown}`);
    out.push(`  ${dim(`${' '.repeat(width)} │`)} ${' '.repeat(Math.max(0, lead))}${mark('~'.repeat(length))}`);
  }
  if (end.line > last) out.push(`  ${dim(`${' '.repeat(width)} │`)} …`);
  return out.join('\n');
}
