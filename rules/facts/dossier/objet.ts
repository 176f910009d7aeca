import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { hearing, lotNames, saying } from '../commun/index.ts';
import { contentOf, differ, lotsDe, type Objet, objet } from '../piece/index.ts';
import type { Matter, Said } from './dossier.ts';

/** « de remédier à la situation, en recueillant … »: why the contract is made, in words that go beyond its object. */
const PURPOSE = /^(?:de |d')[a-z]+(?:er|ir|re) /;

/** What a place says is bought. `told`: in prose, heard or said of the contractor, in words that go beyond the object. */
interface ObjetDit extends Pick<Objet, 'folded' | 'text'> {
  readonly told: boolean;
}

/** « Le titulaire est chargé de… », « il s'agit de… », first thing in a piece. */
const CHARGES = fr`le titulaire (?:est chargé|a la charge|a pour mission|se voit confier)|il s'agit,?(?: pour le titulaire)?,? (?:de|d')|il est (?:demandé|confié) au (?:titulaire|prestataire) (?:de |d'|la |le |les |l')|nous (?:cherchons|recherchons|confions|commandons|achetons)`;
/** Passages in which a piece that has no article on its object says it. */
const EARLY = 6;

/** It is at the head of the piece, is no title, and speaks of no part of the contract. */
const isFirst = ({ passage, folded }: Sentence): boolean =>
  passage.index < EARLY && !passage.cell && !passage.isTitle && lotNames(folded).length === 0 && !has(folded, PART);
const PART = fr`tranches?|phases?|pénalités?|durée|prix|offres?|candidats?`;

/** The object of a piece that states none: what is heard, or what the contractor is charged with. */
function told(piece: Piece): Said<ObjetDit>[] {
  // « CCTP – Lot 3 : plomberie » says what its lot is.
  if (lotsDe(piece).size > 0) return [];
  const said = (sentence: Sentence): Said<ObjetDit> => {
    const text = sentence.text.replace(/\s+/g, ' ').trim();
    return { piece, at: sentence.span, value: { folded: sentence.folded, text, told: true }, shown: `« ${text} »` };
  };
  const charged = piece.draft.sentencesWith(CHARGES).find(isFirst);
  const heard = saying(piece, 'dossier/objet-du-marche').find((one) => one.surety === 'sure' && isFirst(one.sentence));
  const all = [
    ...(charged ? [said(charged)] : []),
    ...(heard ? [{ ...said(heard.sentence), doubt: hearing(heard) }] : []),
  ];
  return all.slice(0, 1);
}

/** Two wordings that have no word in common, where one at least is prose; what they do is told by other words. */
function differInProse(a: string, b: string): boolean {
  const [x, y] = [contentOf(a), contentOf(b)];
  return differ(a, b) && ![...x].some((word) => y.has(word));
}

/** Passages in which a piece may name what it is about, title and preamble included. */
const PREAMBLE = 12;

/** A title or a sentence at the head of the piece has nearly all the words of an object, whatever else is said there. */
function speaksOf(piece: Piece, folded: string): boolean {
  const words = [...contentOf(folded)];
  return piece.draft.passages.slice(0, PREAMBLE).some((passage) => {
    const said = contentOf(passage.folded);
    const shared = words.filter((word) => said.has(word)).length;
    return words.length > 1 && shared * 4 >= words.length * 3 && !differ(passage.folded, folded);
  });
}

/** « Un service qui va au-devant d'elles »: of whom the sentence before speaks. */
const OF_THEM = fr`elles?|eux|ceux-ci|celles?-ci|lui`;
/** What is bought. */
export const objetMatter: Matter<ObjetDit> = {
  read: (piece) => {
    const stated = piece.ask(objet).slice(0, 2);
    return stated.length === 0
      ? told(piece)
      : stated.map(({ folded, text, at }) => ({
          piece,
          at,
          value: { folded, text, told: PURPOSE.test(folded) },
          shown: `« ${text} »`,
        }));
  },
  agree: ({ piece, value: a }, { piece: other, value: b }) =>
    ((a.told || b.told) && [a, b].some(({ folded }) => has(folded, OF_THEM))) ||
    !(a.told || b.told ? differInProse : differ)(a.folded, b.folded) ||
    (piece !== other && (speaksOf(piece, b.folded) || speaksOf(other, a.folded))),
};
