import type { ProcedureName } from '../facts/piece/index.ts';
import { clause } from './clauses.ts';
import { templates } from './pieces.generated.ts';
import type { Template } from './template.ts';

/** How a piece that is not the règlement names the procedure followed. */
const FOLLOWED: Readonly<Record<ProcedureName, string>> = {
  mapa: 'procédure adaptée, en application des articles L. 2123-1 et R. 2123-1 du code de la commande publique',
  'appel-offres-ouvert':
    "appel d'offres ouvert, en application des articles L. 2124-2 et R. 2161-2 à R. 2161-5 du code de la commande publique",
  'appel-offres-restreint':
    "appel d'offres restreint, en application des articles L. 2124-2 et R. 2161-6 à R. 2161-11 du code de la commande publique",
  'procedure-avec-negociation':
    'procédure avec négociation, en application des articles L. 2124-3 et R. 2161-12 à R. 2161-20 du code de la commande publique',
  'dialogue-competitif':
    'dialogue compétitif, en application des articles L. 2124-4 et R. 2161-24 à R. 2161-31 du code de la commande publique',
  concours:
    'technique du concours, en application des articles L. 2125-1 (2°) et R. 2162-15 à R. 2162-21 du code de la commande publique',
  'negociee-sans-publicite':
    "marché passé sans publicité ni mise en concurrence préalables, en application de l'article R. 2122-3 du code de la commande publique",
  'partenariat-innovation':
    "partenariat d'innovation, en application des articles L. 2172-3 et R. 2172-20 à R. 2172-32 du code de la commande publique",
  'recherche-developpement':
    'contrat de services de recherche et développement, exclu du champ du code de la commande publique (article L. 2512-5, 2°) et conclu après une mise en concurrence des organismes intéressés',
  'appel-a-projets': 'appel à projets',
};

const byPiece = new Map(templates.map((t) => [t.piece, t]));

/** Every template, in the order of the pieces. */
export const skeletons: readonly Template[] = templates;

/** The template of a piece; undefined for a word that names none. */
export const skeletonOf = (piece: string): Template | undefined => byPiece.get(piece as Template['piece']);

/** Pieces that go with a procedure. */
export const piecesOf = (procedure: ProcedureName): readonly Template['piece'][] =>
  templates.filter((t) => t.procedures.includes(procedure)).map((t) => t.piece);

const DIRECTIVE = /^<!-- (si|sauf|fin|clause|procedure)(?: (.*))? -->$/;

/** The procedures that a condition names. Throws on one that the piece has not. */
function proceduresIn(words: string, { piece, procedures }: Template): string[] {
  const named = words.split(', ');
  const stray = named.find((name) => !(procedures as readonly string[]).includes(name));
  if (stray !== undefined) throw new Error(`"${stray}" is no procedure of ${piece}`);
  return named;
}

/** A line, or what it asks to put in its place. */
function filled(line: string, procedure: ProcedureName): string {
  const [, word, rest = ''] = DIRECTIVE.exec(line) ?? [];
  if (word === 'clause') return clause(rest).body;
  return word === 'procedure' ? `Procédure : ${FOLLOWED[procedure]}.` : line;
}

/** The lines of a template that stand under a procedure, clauses put in. Throws on a directive that is wrong. */
function linesFor(template: Template, procedure: ProcedureName): string[] {
  const { piece, body } = template;
  const out: string[] = [];
  const open: boolean[] = [];
  for (const line of body.split('\n')) {
    const [, word, rest = ''] = DIRECTIVE.exec(line) ?? [];
    const kept = open.every(Boolean);
    if (word === 'si' || word === 'sauf') {
      const isNamed = proceduresIn(rest, template).includes(procedure);
      open.push(isNamed === (word === 'si'));
    } else if (word === 'fin') {
      if (open.pop() === undefined) throw new Error(`"fin" without a condition in ${piece}`);
    } else if (kept) out.push(filled(line, procedure));
  }
  if (open.length > 0) throw new Error(`a condition is not closed in ${piece}`);
  return out;
}

/** Numbers articles (« ## Article 3 – Prix ») and their parts (« ### 3.1 Révision »). */
function numbered(lines: readonly string[]): string {
  let article = 0;
  let part = 0;
  return lines
    .map((line) => {
      if (line.startsWith('## ')) {
        part = 0;
        return `## Article ${++article} – ${line.slice(3)}`;
      }
      return line.startsWith('### ') ? `### ${article}.${++part} ${line.slice(4)}` : line;
    })
    .join('\n');
}

/**
 * The skeleton of a piece under a procedure: front matter, numbered articles, fields « [à compléter : …] ». Markdown that
 * ends with a line break. Throws when the procedure does not go with the piece: ask `skeletonOf` first.
 */
export function skeleton(piece: Template['piece'], procedure: ProcedureName): string {
  const template = byPiece.get(piece);
  if (!template?.procedures.includes(procedure)) throw new Error(`no skeleton of ${piece} for ${procedure}`);
  const head = ['---', 'dce:', `  piece: ${piece}`, '  etat: brouillon', `  procedure: ${procedure}`, '---', ''];
  const text = numbered(linesFor(template, procedure)).replace(/\n{3,}/g, '\n\n');
  return `${head.join('\n')}\n# ${template.titre}\n\n${text.trim()}\n`;
}
