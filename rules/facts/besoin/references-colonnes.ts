import type { Sentence } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import communs from '../words/noms-communs.json' with { type: 'json' };
import { standsInDescription } from './references-existant.ts';
import { endOf, type GoodsName, isCommon, isDerived, STARTS_LISTED, tokens } from './references-noms.ts';
import { labelAlone, type StandardName, standardNames } from './references-normes.ts';
import { typed } from './references-typees.ts';

/** True of the first sentence of a cell below the head of a column. */
function isBelow(sentence: Sentence, head: RegExp): boolean {
  const { passage } = sentence;
  const { cell, table } = passage;
  if (!cell || !table || cell.column < 1 || passage.sentences[0] !== sentence) return false;
  return table.column(head) === cell.column && table.rowOf(passage) !== table.header;
}

/** The head of a column of what products must bear. */
const LABELS = fr`exigences?|exigée?s?|labels?|certifications?|certificats?|signes?(?: (?:officiels?|de qualité))?|référentiels?`;
/** « Dos de colin | MSC »: a label that its initials alone name, in a column that asks for one. */
export function labelIn(sentence: Sentence): StandardName | undefined {
  if (!isBelow(sentence, LABELS) || standardNames(sentence.folded).length > 0) return undefined;
  return labelAlone(sentence.folded);
}

/** The head of a column of makers, which the buyer fills. */
const MAKERS = fr`marques?|fabricants?|constructeurs?`;
/** The bidder fills that one, or it tells of what is there. */
const NOT_ASKED = fr`proposée?s?|offerte?s?|candidats?|soumissionnaires?|à (?:compléter|indiquer|préciser|renseigner|remplir)|actuel(?:le)?s?|en place|existante?s?|année|état|n° de série|localisation|emplacement|implantation|sites?`;
/** What is bought, by how much of it or how good. */
const BOUGHT = fr`volumes?|quantités?|qté|demandée?s?|exigée?s?|minimale?s?|minimum|conditionnements?|prix`;
const UPKEEP = fr`maintenance|entretien|existante?s?|parc|inventaire|exploitation|dépannage|vérifications?`;
/** Who stands in such a column and names no one. */
const ANYONE = /^(?:tou[st]|toute|libre|indifferent|aucun|sans|idem|neant|choix|divers|autre|meme|selon|equivalent)/;

/** « Réactif | Brantel, en flacons »: a maker that its column alone tells, in a table of what is bought. */
export function makerIn(sentence: Sentence): GoodsName | undefined {
  const { passage } = sentence;
  const heads = passage.table?.header.cells ?? [];
  if (!isBelow(sentence, MAKERS) || !heads.some((c) => c.has(BOUGHT)) || heads.some((c) => c.has(NOT_ASKED)))
    return undefined;
  const isOfUpkeep = sentence.section.under(UPKEEP) || passage.draft.title?.has(UPKEEP);
  return isOfUpkeep || standsInDescription(sentence) ? undefined : makerNamed(sentence);
}

function makerNamed({ folded, phrase }: Sentence): GoodsName | undefined {
  const words = tokens(folded, typed(phrase), 0);
  const [first] = words;
  if (!first || !/^\p{Lu}\p{L}{2}/u.test(first.text) || STARTS_LISTED.test(folded.slice(first.from))) return undefined;
  if (isCommon(first) || isDerived(first.text) || ANYONE.test(plain(first.text))) return undefined;
  if (communs.lieux.includes(plain(first.text))) return undefined;
  return { from: first.from, to: endOf(words, false), kind: 'marque', by: 'outil', doubtful: true };
}
