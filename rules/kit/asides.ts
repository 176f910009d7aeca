import { plain } from './french/fold.ts';
import type { PassageContent } from './markdown/content.ts';
import { isFolio, isFoot } from './markdown/pages.ts';
import { states } from './markdown/plain.ts';

/** Words by which a text addresses the one who drafts, and not the candidate. */
const INSTRUCTION =
  /^["[(<]*\s?(?:note|nota|consigne|instruction|aide|conseil|remarque|rappel|commentaire|mode d'emploi)s? (?:internes? )?(?:aux? |a l'|a (?:l'attention|destination) (?:du |des |de l')|pour (?:le |la |les |l')|du |de )(?:redact|acheteur|services? (?:achat|acheteur|juridique|redacteur|prescripteur)|prescripteur)|^["[(]*(?:a supprimer avant|redacteur :)/;

/** Lines of a table of contents: leaders, then the page. They announce what stands elsewhere and say nothing of it. */
const CONTENTS =
  /(?:(?<!\.|n° ?)\.{5,}|(?<!\. )(?:\. ){5,}|(?<!_)_{5,}) ?(?:p\. ?)?\d{1,3}(?![\d ., ]*(?:€|%|euro|points?(?![a-z])|pts?(?![a-z])|jour|mois|an))(?= |$)/;

/** The page that a leader leads to: at the end of its line, or before another title. */
const PAGE = /[._…] ?[._…] ?(?:[Pp]\. ?)?(\d{1,3})(?=\s*(?:\n|$)|\s+(?:\p{Lu}|\d{1,2}[-.) ]))/gu;

/** « - 12 - », or a bullet that the text it stood before has left. */
const MARK = /^-? ?(?:\d{1,3} ?)?-$/;

/** « 2/6 », alone in its paragraph. */
const isNumber = ({ kind, list, prose }: PassageContent): boolean =>
  kind === 'paragraph' && !list && isFoot(prose.text);

const has = ({ prose }: PassageContent, pattern: RegExp): boolean => prose.row && prose.words.has(pattern);

/** Pages go up: what is « Méthode ..... 20 », then « Délai ..... 10 », is no list of them. */
function isContents(content: PassageContent): boolean {
  if (!has(content, CONTENTS)) return false;
  const pages = [...content.prose.text.matchAll(PAGE)].map(([, page]) => Number(page));
  return pages.length > 0 && pages.every((page, i) => page >= (pages[i - 1] ?? 0));
}

/** True for what speaks neither to the candidate nor of the contract: quotations, notes to the drafter, contents, folios, options not taken. */
export const isAside = (content: PassageContent): boolean =>
  content.quoted ||
  content.unticked === true ||
  has(content, INSTRUCTION) ||
  isContents(content) ||
  isFolio(content.prose.text) ||
  isNumber(content) ||
  (!content.cell && MARK.test(content.prose.folded.trim()));

const CONTENTS_TITLE = /^(?:sommaire|table des matieres) ?:?$/;
export const isContentsTitle = ({ prose }: PassageContent): boolean => CONTENTS_TITLE.test(prose.folded.trim());
/** The words of a title, without its number, its leader and its page. */
const lettersOf = (line: string): string =>
  plain(line)
    .replace(/[^a-z]+/g, ' ')
    .trim();
/** Units of a line of contents, at most. */
const LONGEST_LINE = 120;

/**
 * Knows what stands under « Sommaire », with leaders or without: lines up to a title that Markdown marks, a new page, what states something,
 * or the first of those lines met again, which then begins the text. Passages are shown to it in order.
 */
export class Contents {
  private lines: Set<string> | undefined;
  /** The blocks of its title, its lines, and what ends them. */
  private readonly blocks = new Set<number>();

  /** True for a line of contents. */
  takes(content: PassageContent, block: number, isFirstOfPage: boolean): boolean {
    if (this.lines || isContentsTitle(content)) this.blocks.add(block);
    if (isContentsTitle(content)) {
      this.lines = new Set();
      return false;
    }
    const lines = content.prose.text.split('\n');
    const isTable = content.cell !== undefined;
    const isText = lines.some((line) => line.length > LONGEST_LINE || states(line));
    const isMet = this.lines?.has(lettersOf(lines[0] ?? ''));
    if (content.kind === 'heading' || isFirstOfPage || isTable || isText || isMet) this.lines = undefined;
    for (const line of lines) this.lines?.add(lettersOf(line));
    return this.lines !== undefined;
  }

  /** True for a block whose words say where contents begin or end. */
  touches(block: number): boolean {
    return this.blocks.has(block);
  }
}
