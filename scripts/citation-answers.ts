import { openConsultation } from '../rules/consultation/open.ts';
import { type CcagCitation, ccagReference, citations } from '../rules/facts/droit/index.ts';
import type { Piece } from '../rules/kit/piece.ts';
import { articleAt, ccagAt, repealedTexts } from '../rules/law/law.ts';

/** A sentence with the citations it holds, labelled apart from the program. A bare `unknown` is right when nothing is said. */
export interface Case {
  readonly text: string;
  /** Day of the consultation; 2026-10-01 when left out. */
  readonly date?: string;
  /** « ccp:R2152-7 changed ». */
  readonly cites: readonly string[];
}

/** What the program answers of each citation of a piece, in the words of the labels. */
function answers(piece: Piece): string[] {
  const { articles, repealed, ccag } = piece.ask(citations);
  const out = new Set<string>();
  for (const { code, number, between } of articles)
    if (code === 'ccp' || code === 'cpi')
      for (const n of [number, ...between]) out.add(`${code}:${n} ${articleAt(code, n, piece.date).status}`);
  for (const { text, articles: of } of repealed) {
    const until = repealedTexts.find((t) => t.id === text)?.until ?? '';
    const answer = piece.date < until ? 'in-force' : 'repealed';
    const numbers = of.length > 0 ? of.map((n) => `:${n}`) : [''];
    for (const a of numbers) out.add(`${text}${a} ${answer}`);
  }
  const articled = new Set(ccag.map((c) => c.sentence));
  const mentions = piece.ask(ccagReference).mentions.filter((m) => !articled.has(m.sentence));
  return [...new Set([...out, ...[...ccag, ...mentions].flatMap((c) => ccagAnswer(piece, c) ?? [])])];
}

type Mention = ReturnType<typeof ccagReference.read>['mentions'][number];

function ccagAnswer(piece: Piece, cited: CcagCitation | Mention): string | undefined {
  const kind = cited.kind ?? piece.ask(ccagReference).kind;
  if (!kind || kind === 'aucun') return undefined;
  const now = ccagAt(kind, piece.date);
  const year = cited.year ?? now?.text.year;
  const alive = now !== undefined && [now.text, ...now.also].some((t) => t.year === year);
  const number = 'article' in cited ? `:${cited.article}` : '';
  return `ccag-${kind}-${year}${number} ${alive ? 'in-force' : 'repealed'}`;
}

/** What the program misses in a sentence, what it wrongly says, and how many of the labels it finds. */
export function compare({ text, date = '2026-10-01', cites }: Case) {
  const source = { path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` };
  const [piece] = openConsultation([source], { date, files: ['rc.md'] }).pieces;
  if (!piece) throw new Error(text);
  const said = answers(piece);
  const wanted = cites.filter((c) => c !== 'unknown');
  const missed = wanted.filter((c) => !said.includes(c));
  return { missed, wrong: said.filter((c) => !wanted.includes(c)), found: wanted.length - missed.length };
}
