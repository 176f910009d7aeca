import type { Fiche, FicheEntry, FicheValue } from '../core/fiche.ts';

/** Widest column of values; longer ones push the place to their right. */
const WIDEST = 60;

/** The merged facts of a consultation for a terminal: each value, then the pieces and lines that give it. */
export function ficheText(fiche: Fiche, title: string, pathOf: (path: string) => string): string {
  const dates = [...new Set(fiche.pieces.map((p) => p.date))];
  const lines = [
    title,
    `  Pièces : ${fiche.pieces.map((p) => `${p.name} (${pathOf(p.path)})`).join(', ')}`,
    `  Droit appliqué : celui du ${dates.join(' ou du ')}`,
  ];
  const rows = fiche.matters.flatMap((m) => m.entries.flatMap((e) => e.values.map((v) => said(e, v))));
  const width = Math.min(WIDEST, Math.max(0, ...rows.map((r) => r.length)));
  for (const { title: matter, entries } of fiche.matters) {
    lines.push('', `  ${matter}`);
    for (const entry of entries)
      for (const value of entry.values) {
        const places = value.places
          .map((p) => (p.where ? `${pathOf(p.path)} (${p.where})` : `${pathOf(p.path)}:${p.line}`))
          .join(', ');
        lines.push(`  ${value.conflict ? '!' : ' '} ${said(entry, value).padEnd(width)}  ${places}`);
      }
  }
  const { conflicts } = fiche;
  const end =
    conflicts === 0
      ? 'Aucune contradiction.'
      : `${conflicts} contradiction${conflicts > 1 ? 's' : ''}, marquée${conflicts > 1 ? 's' : ''} d’un « ! ».`;
  return `${[...lines, '', `  ${end}`].join('\n')}\n\n`;
}

const said = ({ label }: FicheEntry, { text }: FicheValue): string => `${label} : ${text}`;
