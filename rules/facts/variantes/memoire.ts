import type { Draft, Passage, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { VARIANTE } from './mots.ts';

export interface Trame {
  /** What introduces the frame: the sentence, the title or the table. */
  readonly at: Span;
  /** The introducing passage, then the parts of the frame. */
  readonly passages: readonly Passage[];
  /** The parts alone; empty where they are written in one sentence. */
  readonly parts: readonly Passage[];
  /** One of the parts is for those who propose something else, without the word. */
  readonly placesOther: boolean;
}

const MEMOIRE = fr`memoires? (?:techniques?|justificatifs?|methodologiques?|explicatifs?)|notes? (?:methodologiques?|techniques?)|cadres? (?:de|du) (?:reponse|memoire)(?: techniques?)?|memoire|offre technique|dossier technique`;
const PART = fr`(?:parties?|chapitres?|rubriques?|sections?|titres?|points?|plan|sommaire|trame) (?:de |du |des )?(?:la |l'|le )?(?:mémoires?|notes?)|(?:mémoires?|notes?) (?:techniques? )?[:-]? ?(?:parties?|chapitres?|rubriques?|titres?|contenus?)`;
const FRAME = fr`decoup[a-z]*|divis[a-z]*|compren[a-z]*|compos[a-z]*|comport[a-z]*|structur[a-z]*|trame|plan|contien[a-z]*|contenir|sommaire|chapitres?|parties|rubriques|suivant(?:e|s|es)?|decri[a-z]*|ci-apres|ci-dessous|organise|detaill[a-z]*|developp[a-z]*|abord[a-z]*|precis[a-z]*|traite[a-z]*|points|articul[a-z]*`;
/** Parts named in a row: « A. Matériel ; B. Installation », « 1) … 2) … ». */
const INLINE =
  /(?:^|[:;,.( ])(?:[a-z]|\d{1,2}|[ivx]+)(?:[.)]|°| -| :) ?[^;]{3,90}[;,.] (?:[a-z]|\d{1,2}|[ivx]+)(?:[.)]|°| -| :) /;

/** « … suit ce plan : compréhension du besoin ; calendrier ; équipe » */
const IN_A_ROW = /: [^;]{3,90};[^;]{3,90};/;
/** « Cadre du mémoire : », and nothing else. */
const isTitleOfFrame = ({ folded }: Sentence): boolean => /^[^a-z]*cadre [a-z' ]{4,40}: ?$/.test(folded);

/** « La première sur les produits, la deuxième sur la logistique ». */
const ORDINALS = fr`(?:l[ae] |une? )?premi(?:ère?|er)(?: [a-z]+)? (?:sur|consacré|portant|relati|pour|décri|trait|expos|présent)[^;]{3,90}[;,] ?(?:et |puis )?(?:l[ae] |une? )?(?:deuxième|seconde?)`;
/** « Les trois parties traitent des moyens, de la méthode et des délais. » */
const COUNTED = fr`(?:deux|trois|quatre|cinq|six|sept|huit|[2-9]) (?:parties|chapitres|rubriques|volets|titres|sections|thèmes|questions) ?(?:[:(,]|traitent|portent|concernent|décrivent|exposent|sont consacrée?s|, l'une|relative?s)[^.;]{10,}`;
const OTHER_WAY = fr`autres? (?:voies?|solutions?|façons?|approches?|réponses?|propositions?|offres?|procédés?|démarches?|méthodes?|choix)|autrement|alternatives?|différentes? d(?:e|u)|(?:solutions?|propositions?|réponses?|offres?) différentes?|s'écart[a-z]*|contre-propositions?`;
const isOther = (phrase: { has(pattern: RegExp): boolean }): boolean => phrase.has(OTHER_WAY);
/** A document of the offer that goes by another name, and the words that give its parts. */
const NOTE = fr`notes?(?! (?:sur|finales?|globales?|techniques?|éliminatoires?|de \d|est|sont))|documents? de présentation|propositions? techniques?|réponses? techniques?`;
const PLAN = fr`plan|trame|sommaire|parties|chapitres|rubriques`;

/** Under « Mémoire technique », what need not name it again. */
const isOfMemoire = ({ section, isTitle }: Passage): boolean => !isTitle && (section.heading?.has(MEMOIRE) ?? false);

const cellsOf = ({ rows }: Table): readonly Passage[] => rows.flatMap((r) => r.cells);

/** « | Chapitre du mémoire | Pages | » */
function inTable(head: Passage): Trame | undefined {
  const { table, cell } = head;
  if (!table || cell?.row !== 0 || table.rows.length < 2) return undefined;
  if (!head.has(PART) && !(head.has(PLAN) && isOfMemoire(head))) return undefined;
  const parts = cellsOf(table);
  return { at: head.at(), passages: parts, parts, placesOther: parts.some(isOther) };
}

function underTitle(title: Passage): Trame | undefined {
  const { passages } = title.section;
  const parts = passages.filter((x) => x !== title && (x.list || x.cell || x.heading));
  return parts.length >= 2 ? { at: title.at(), passages, parts, placesOther: parts.some(isOther) } : undefined;
}

/** The parts that a sentence announces, in a list or a table, or gives itself. */
function inText(p: Passage, { tables }: Draft): Trame | undefined {
  const lead = p.sentences.find(
    (s) =>
      (s.has(MEMOIRE) && (s.has(FRAME) || isTitleOfFrame(s))) ||
      (s.has(NOTE) && s.has(PLAN)) ||
      (s.has(COUNTED) && isOfMemoire(p)),
  );
  if (!lead) return undefined;
  const table = tables.find((t) => t.lead === p);
  const parts = [p.items, table && table.rows.length >= 2 ? cellsOf(table) : []].find((all) => all.length >= 2) ?? [];
  const isTold =
    parts.length > 0 ||
    INLINE.test(p.folded) ||
    has(p.folded, ORDINALS) ||
    lead.has(COUNTED) ||
    (lead.has(PLAN) && IN_A_ROW.test(lead.folded));
  const placesOther = isOther(lead) || parts.some(isOther);
  return isTold ? { at: lead.at(), passages: [p, ...parts], parts, placesOther } : undefined;
}

/** The frame of the technical proposal: what the piece says it must hold. Undefined when none is described. */
export const trameMemoire = defineFact<Trame | undefined>({
  id: 'trame-memoire',
  title: 'Trame du mémoire technique',
  read(piece: Piece) {
    for (const p of piece.draft.passages) {
      if (!p.has(MEMOIRE) && !p.has(NOTE) && !((p.has(PLAN) || p.has(COUNTED)) && isOfMemoire(p))) continue;
      const found = p.cell ? inTable(p) : p.isTitle ? underTitle(p) : inText(p, piece.draft);
      if (found) return found;
    }
    return undefined;
  },
  show: (trame) => trame && { parties: trame.parts.map((p) => p.text) },
});

/** The paper that candidates hand in, by any of its names. */
const PAPER = fr`memoires?|cadres? de reponse|notes? (?:methodologiques?|techniques?)`;

/** True when a sentence of a piece places the variant in the paper that candidates hand in. */
export const placesVariante = ({ draft }: Piece): boolean => draft.sentencesWith(VARIANTE).some((s) => s.has(PAPER));
