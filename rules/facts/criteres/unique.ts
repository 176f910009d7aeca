import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import { find } from '../../kit/text.ts';
import { critereAt, type Grille, type OpenCritere } from './arbre.ts';
import { readLine } from './ligne.ts';

/** « le critère unique suivant », « le seul critère d'attribution est énoncé ci-après »: its name comes after. */
const POINTED = fr`(?:(?:critère|facteur|élément)(?: d'attribution| de jugement| de choix| de sélection| de notation| d'appréciation| des offres)* unique|(?:seul|unique) (?:et unique |et seul )?(?:critère|facteur))(?: (?!est (?:le|la|celui) (?!suivant))[a-z']+){0,8}? (?:suivant|ci-après|ci-dessous)(?! l[ae'])`;
const BEFORE_NAME =
  /^(?:(?: [a-z' ]{1,40})? ?[:,] ?| (?:est|sera) (?!retenu|applique|pris|utilise|pondere))(?:celui d[ue] |d[ue] )?(?:le |la |l')?/;

/** True when words say that one criterion follows. */
export const announcesOne = (folded: string): boolean => find(folded, POINTED) !== undefined;

/** The name that stands after the announcement, in the same sentence; undefined when it stands below. */
export function announcedOne(folded: string): Stretch | undefined {
  const pointed = find(folded, POINTED);
  const lead = pointed && BEFORE_NAME.exec(folded.slice(pointed.to));
  return lead ? readLine(folded, pointed.to + lead[0].length)?.name : undefined;
}

const LONGEST = 80;
/** The criterion that a paragraph gives right below the sentence that announces it; lists and tables are read as such. */
export function criterionBelow({ next, passage }: Sentence): OpenCritere | undefined {
  const { after } = passage;
  if (next?.passage === passage || after?.kind !== 'paragraph' || after.list || after.cell) return undefined;
  const line = readLine(after.folded);
  if (!line || line.name.to - line.name.from > LONGEST) return undefined;
  const criterion = critereAt(after, line);
  return line.weight || !criterion.subjects.includes('autre') ? criterion : undefined;
}

const STANDARD = fr`standardisée?s?|qualité ne (?:peut|varie|saurait)[^.;]{0,40}vari(?:e|er|able)?|qualité[^.;]{0,40}(?:n'est pas (?:susceptible|de nature)|ne varie|identique)|insusceptibles? de variation|pas susceptibles? de var`;

export const isStandard = (piece: Piece, grille: Grille): boolean =>
  piece.draft.sectionAt(grille.at.start).own.some((p) => p.has(STANDARD));
