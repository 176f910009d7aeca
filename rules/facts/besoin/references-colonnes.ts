import type { Draft, Sentence, Table } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import communs from '../words/noms-communs.json' with { type: 'json' };
import { standsInDescription } from './references-existant.ts';
import { endOf, type GoodsName, isCommon, isDerived, STARTS_LISTED, tokens } from './references-noms.ts';
import { labelAlone, type StandardName, standardNames } from './references-normes.ts';
import { typed } from './references-typees.ts';

/** What a cell names, by the head of its column. */
interface InColumn<T> {
  readonly value: readonly T[];
  readonly sentence: Sentence;
}

/** The first sentence of each cell below the head of a column. */
const below = (table: Table, head: RegExp): readonly Sentence[] => {
  const column = table.column(head);
  if (column < 1) return [];
  const cells = table.rows.flatMap((row) => row.cells.filter((c) => c.cell?.column === column));
  return cells.flatMap(({ sentences }) => sentences[0] ?? []);
};

/** The head of a column of what products must bear. */
const LABELS = fr`exigences?|exigée?s?|labels?|certifications?|certificats?|signes?(?: (?:officiels?|de qualité))?|référentiels?`;
/** « Dos de colin | MSC »: a label that its initials alone name, in a column that asks for one. */
export const labelCells = ({ tables }: Draft): readonly InColumn<StandardName>[] =>
  tables.flatMap((table) =>
    below(table, LABELS).flatMap((sentence) => {
      const name = standardNames(sentence.folded).length === 0 && labelAlone(sentence.folded);
      return name ? [{ value: [name], sentence }] : [];
    }),
  );

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
export const makerCells = (draft: Draft): readonly InColumn<GoodsName>[] =>
  draft.tables
    .filter(({ header }) => header.cells.some((c) => c.has(BOUGHT)) && !header.cells.some((c) => c.has(NOT_ASKED)))
    .flatMap((table) => below(table, MAKERS))
    .filter((s) => !standsInDescription(s) && !s.section.under(UPKEEP) && !draft.title?.has(UPKEEP))
    .flatMap((sentence) => {
      const name = makerIn(sentence);
      return name ? [{ value: [name], sentence }] : [];
    });

function makerIn({ folded, phrase }: Sentence): GoodsName | undefined {
  const words = tokens(folded, typed(phrase), 0);
  const [first] = words;
  if (!first || !/^\p{Lu}\p{L}{2}/u.test(first.text) || STARTS_LISTED.test(folded.slice(first.from))) return undefined;
  if (isCommon(first) || isDerived(first.text) || ANYONE.test(plain(first.text))) return undefined;
  if (communs.lieux.includes(plain(first.text))) return undefined;
  return { from: first.from, to: endOf(words, false), kind: 'marque', by: 'outil', doubtful: true };
}
