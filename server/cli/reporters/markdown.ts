import type { BlockContent, ListItem, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Level } from '../../../rules/kit/rule.ts';
import { cite } from '../../../rules/law/law.ts';
import { LEVEL_NAMES, pieceName } from '../../core/explain.ts';
import { lawAgeShown } from '../../core/law-age.ts';
import type { Finding } from '../../core/lint.ts';
import { type NotChecked, placeOf } from '../../core/not-checked.ts';
import { byFile } from './by-file.ts';
import { type CheckedFile, type FileLine, type FolderReport, inert, type Overview, Places, summary } from './report.ts';

/** Units of a draft quoted for a finding. */
const LONGEST = 240;

const text = (value: string): PhrasingContent => ({ type: 'text', value: inert(value) });
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value: inert(value) });
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
const heading = (depth: 1 | 2, ...children: PhrasingContent[]): RootContent => ({ type: 'heading', depth, children });

/** A page for a comment of a merge request, a wiki or a summary of a job. */
export const markdown = byFile({
  file: (file, report) => [
    file.findings.length > 0 || file.suppressed.length > 0 ? `\n${write(section(file, report, new Places()))}` : '',
  ],
  whole: (overview) => [
    write([
      heading(1, text('Relecture DCE Lint')),
      paragraph(text(total(overview))),
      paragraph(text(lawAgeShown(overview.today))),
      ...notRead(overview.notChecked),
      ...(overview.files.length > 0 ? [table(overview)] : []),
    ]),
    { section: 0, between: '' },
  ],
});

const write = (children: RootContent[]): string =>
  toMarkdown({ type: 'root', children }, { bullet: '-', extensions: [gfmTableToMarkdown()] });

function total(report: Overview): string {
  const { files, errors, warnings, infos, suppressed, known } = summary(report);
  return [
    `Pièces vérifiées : ${files}`,
    `erreurs : ${errors}`,
    `avertissements : ${warnings}`,
    `conseils : ${infos}`,
    `ignorés avec un motif : ${suppressed}`,
    ...(known === undefined ? [] : [`déjà connus : ${known}`]),
  ].join(' ; ');
}

function notRead(all: readonly NotChecked[]): RootContent[] {
  if (all.length === 0) return [];
  const children = all.map((one): ListItem => {
    const place = one.blocking ? strong(placeOf(one)) : text(placeOf(one));
    const item = paragraph(place, text(` : ${one.why} ${one.remedy}`));
    return { type: 'listItem', spread: false, children: [item] };
  });
  return [heading(2, text('Non vérifié')), { type: 'list', ordered: false, spread: false, children }];
}

function table({ files }: Overview): Table {
  const row = (...cells: PhrasingContent[]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell): TableCell => ({ type: 'tableCell', children: [cell] })),
  });
  const count = (file: FileLine, level: Level) => text(String(file.counts[level]));
  return {
    type: 'table',
    align: ['left', 'left', 'right', 'right', 'right'],
    children: [
      row(text('Fichier'), text('Pièce'), text('Erreurs'), text('Avertissements'), text('Conseils')),
      ...files.map((f) =>
        row(code(f.path), text(pieceName(f.piece)), count(f, 'error'), count(f, 'warning'), count(f, 'info')),
      ),
    ],
  };
}

function section(file: CheckedFile, report: FolderReport, places: Places): RootContent[] {
  const items: ListItem[] = [
    ...file.findings.map((f) => item(f, report, places)),
    ...file.suppressed.map(({ finding, reason }): ListItem => {
      const where = places.where(finding.piece, finding.at);
      const words = [text(`${where} : ignoré, `), code(finding.rule.id), text(` (motif : ${reason})`)];
      return { type: 'listItem', spread: true, children: [paragraph(...words)] };
    }),
  ];
  return [heading(2, code(file.path)), { type: 'list', ordered: false, spread: true, children: items }];
}

function item(finding: Finding, report: FolderReport, places: Places): ListItem {
  const { piece, at } = finding;
  const words = piece.draft.text.slice(at.start, at.end).replace(/\s+/g, ' ').trim();
  const quoted = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  const sources = finding.rule.sources.flatMap((source, i): PhrasingContent[] => {
    const { label, url } = cite(source, piece.date);
    const shown: PhrasingContent = url ? { type: 'link', url, children: [text(label)] } : text(label);
    return i === 0 ? [shown] : [text(' ; '), shown];
  });
  const related = finding.related.map((r) => {
    const where = places.where(r.piece, r.at);
    return paragraph(text('Voir '), code(report.pathOf(r.piece)), text(`, ${where} : ${r.message}`));
  });
  return {
    type: 'listItem',
    spread: true,
    children: [
      paragraph(strong(LEVEL_NAMES[finding.level]), text(`, ${places.where(piece, at)}, `), code(finding.rule.id)),
      ...finding.message.split('\n').map((part) => paragraph(text(part))),
      ...(quoted ? [{ type: 'blockquote' as const, children: [paragraph(text(quoted))] }] : []),
      ...related,
      paragraph(text('Sources : '), ...sources),
    ],
  };
}
