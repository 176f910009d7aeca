import { defineFact, type Piece } from '../../kit/piece.ts';
import { citations } from './citations.ts';

/** How a piece writes the numbers of articles: what stands between the letter and the figures, « . » or nothing… */
export interface CitationStyle {
  /** `''`, `'. '`, `'.'` or `' '`, spaces as the piece has them; undefined where it cites no article of a code. */
  readonly sign: string | undefined;
}

/** The spelling that most of the citations of a piece have; the first one where two are even. */
export const citationStyle = defineFact<CitationStyle>({
  id: 'citations-style',
  title: 'Écriture des numéros d’articles',
  read(piece: Piece) {
    const counts = new Map<string, number>();
    for (const { at } of piece.ask(citations).articles) {
      const sign = /^[A-Za-z](?<sign>\.?[\s\u00a0\u202f]?)\d/.exec(piece.draft.slice(at))?.groups?.sign;
      if (sign !== undefined && !/[\n\r]/.test(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return { sign: most?.[0] };
  },
  show: () => undefined,
});

/** « R2152-7 » as it is to be written: « R. 2152-7 » with `'. '`. */
export const spelled = (number: string, sign: string): string => `${number.charAt(0)}${sign}${number.slice(1)}`;
