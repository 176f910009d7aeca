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
import { landmarkAt, landmarkShown, whereIs } from '../../core/where.ts';
import { type CheckReport, inert, type Reporter, summary } from './report.ts';

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
export const text: Reporter = async (report, { colour }) => {
  const paint = (style: Style, s: string) => (colour ? styleText(style, s, { validateStream: false }) : s);
  const out: string[] = [];
  for (const file of report.files) {
    if (file.findings.length === 0) continue;
    const { piece } = file;
    const lines = new Lines(piece.draft.text);
    const known = [pieceName(piece), piece.ask(procedure).name, `droit au ${piece.date}`].filter(Boolean).join(', ');
    out.push(`${paint('bold', inert(file.path))} ${paint('dim', `(${known})`)}`, '');
    for (const finding of file.findings) out.push(await one(finding, lines, paint, report), '');
  }
  out.push(...notRead(report.notChecked, paint));
  const { files, errors, warnings, infos, suppressed, known = 0 } = summary(report);
  const total = [plural(errors, 'erreur'), plural(warnings, 'avertissement'), plural(infos, 'conseil')].join(', ');
  const ignored = suppressed > 0 ? `, ${plural(suppressed, 'constat')} ignoré${suppressed > 1 ? 's' : ''}` : '';
  const old = known > 0 ? `, ${plural(known, 'constat')} déjà connu${known > 1 ? 's' : ''}` : '';
  out.push(`${plural(files, 'pièce')} ${files > 1 ? 'vérifiées' : 'vérifiée'} : ${total}${ignored}${old}.`);
  out.push(lawAgeShown(report.today), '');
  return out.join('\n');
};

function notRead(all: readonly NotChecked[], paint: (style: Style, s: string) => string): string[] {
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
  paint: (style: Style, s: string) => string,
  { pathOf, phrasebook }: CheckReport,
): Promise<string> {
  const word = LEVEL_NAMES[finding.level];
  const style = STYLE[finding.level];
  const { start, end } = lines.range(finding.at);
  const head = `  ${paint(style, word)}  ${finding.rule.id}  ${paint('dim', whereIs(finding.piece, finding.at, start.line))}`;
  const body = [
    head,
    wrap(inert(finding.message), '  '),
    frame(
      lines,
      start,
      end,
      (s) => paint(style, s),
      (s) => paint('dim', s),
      !finding.piece.landmarks,
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
  const groups = new Map<string, (number | string)[]>();
  for (const r of related) {
    const where = r.piece === piece ? '' : ` de ${pathOf(r.piece)}`;
    const key = `${where}\n${r.message}`;
    const at = new Lines(r.piece.draft.text).positionAt(r.at.start);
    const landmark = landmarkAt(r.piece, r.at);
    groups.set(key, [...(groups.get(key) ?? []), landmark ? landmarkShown(landmark) : at.line + 1]);
  }
  return [...groups].map(([key, all]) => {
    const [where = '', message = ''] = key.split('\n');
    const rest = all.length > MOST_LINES ? ` et ${all.length - MOST_LINES} autres` : '';
    const lines = all.slice(0, MOST_LINES).join(typeof all[0] === 'string' ? ' ; ' : ', ') + rest;
    const named = typeof all[0] === 'string' ? '' : all.length > 1 ? 'les lignes ' : 'la ligne ';
    return wrap(`Voir ${named}${lines}${where} : ${message}`, '  ');
  });
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
    // A paragraph may be one very long line: show what surrounds the words.
    const shift = from > WIDTH - 40 ? Math.max(0, from - 30) : 0;
    const cut = whole.slice(shift, shift + WIDTH);
    const shown = `${shift > 0 ? '…' : ''}${cut}${shift + WIDTH < whole.length ? '…' : ''}`;
    const lead = from - shift + (shift > 0 ? 1 : 0);
    const length = Math.max(1, Math.min(to - from, WIDTH - (from - shift)));
    out.push(`  ${dim(`${numbered ? String(n + 1).padStart(width) : ''} │`)} ${shown}`);
    out.push(`  ${dim(`${' '.repeat(width)} │`)} ${' '.repeat(Math.max(0, lead))}${mark('~'.repeat(length))}`);
  }
  if (end.line > last) out.push(`  ${dim(`${' '.repeat(width)} │`)} …`);
  return out.join('\n');
}
