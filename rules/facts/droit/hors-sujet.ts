import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { article } from '../../law/law.ts';
import type { ArticleCitation } from './citations.ts';
import type { Matter } from './citations-matieres.ts';

/** Words that articles of every matter have. */
const COMMON =
  /^(?:march|artic|titul|achet|prest|execu|condi|dispo|regle|regim|appli|commu|publi|code|gener|princ|objet|contr|opera|econo|parti|mesur|autre|modal|notif|deman|conte|ident|infor|droit|decis|calcu|delai|effet|trava|fourn|servi|maitr|oeuvr|indus)/;

const stems = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z]{5,}/g)
    ?.filter((w) => !COMMON.test(w))
    .map((w) => w.slice(0, 6)) ?? [];

/** Whether a sentence has a word of what an article is about: its matter may then be that one. */
export const speaksOf = (folded: string, { name }: Matter, subjects: readonly string[]): boolean => {
  // Every article on an end of the contract speaks of « résiliation »: only the case tells them apart.
  const said = new Set(
    stems(folded).filter((s) => s !== 'resili' || !/résiliation (?:pour|de)|de résiliation/.test(name)),
  );
  return subjects.some((s) => stems(s).some((stem) => said.has(stem)));
};

const OF_CONCESSIONS = fr`(?:contrats? de )?concessions? (?:de |d'|des |du )?(?:services?|travaux|aménagement|domaine)|contrats? de concession|concessionnaires?|autorités? concédantes?|délégations? de service public|délégataires?|affermage`;

/** An article on concessions, in a contract that speaks of none. */
export const isOfConcessions = (piece: Piece, { number, linked }: ArticleCitation): boolean =>
  linked &&
  /^[LRD]3\d{3}-/.test(number) &&
  article('ccp', number) !== undefined &&
  !piece.draft.root.has(OF_CONCESSIONS);
