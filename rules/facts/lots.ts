import type { Passage, Reader, Section, Sentence, Table } from '../kit/draft.ts';
import { counts } from '../kit/french/counts.ts';
import { fr } from '../kit/french/pattern.ts';
import { before } from '../kit/french/scan.ts';
import { defineFact, type Piece } from '../kit/piece.ts';
import { cover, type Span } from '../kit/span.ts';
import { isBlank } from './champs-marks.ts';
import { beginsLine, lotNames } from './lots-names.ts';
import { amountIn, amountInCell } from './tranches-amounts.ts';
import { numeral } from './tranches-names.ts';
import { objectIn } from './tranches-objet.ts';

/** A lot as one list of a piece gives it. */
export interface Lot {
  /** « 1 », « 2 », « a », « 1-2 »: leading zeros and Roman numerals are turned into plain numbers. */
  readonly number: string;
  /** The number, with the word « lot » where it is written. */
  readonly at: Span;
  /** The item, row or words that list it. */
  readonly whole: Span;
  /** Undefined when the place gives none or leaves it to fill. `text` is folded. */
  readonly object: { readonly at: Span; readonly text: string } | undefined;
  /** Estimate or maximum in euros, when the place gives one. */
  readonly amount: number | undefined;
  readonly passage: Passage;
}

/** Lots that one table, list, run of headings or sentence sets out. */
export interface LotList {
  readonly lots: readonly Lot[];
  readonly section: Section;
  /** The table has a column for the object. */
  readonly columned: boolean;
  readonly table: Table | undefined;
}

export interface LotCount {
  readonly value: number;
  /** « trois lots ». */
  readonly at: Span;
  readonly sentence: Sentence;
}

export interface NotAllotted {
  /** The sentence, cell or item that says so. */
  readonly at: Span;
  readonly sentence: Sentence;
  /** Where a reason is given, in the sentence or its section; undefined when there is none. */
  readonly reason: Span | undefined;
}

export interface Lots {
  readonly announced: readonly LotCount[];
  /** The list that sets out the lots of the contract; undefined when the piece has none. */
  readonly list: LotList | undefined;
  /** Every list that names lots, the main one included: criteria, prices or deadlines by lot too. */
  readonly lists: readonly LotList[];
  /** « n'est pas alloti », « lot unique », « marché global ». Empty also where boxes leave both statements. */
  readonly notAllotted: readonly NotAllotted[];
  /** True when the piece says anything of lots, one way or the other. */
  readonly mentioned: boolean;
}

const DECLARES =
  /\b(?:compren|comport|decompos|divis|allot|fractionn|scind|repart|constitu|compos|decoup|separ|declin|structur|organis|regroup|compt|contien|inclu)[a-z]*\b|\b(?:porte|portent) sur|\bfait l'objet|\b(?:en|nombre de|a) (?=[a-z0-9() ]{1,12} ?(?:lots?\b))|\bil y a\b/;
const OTHER_SUBJECT =
  /\b(?:candidats?|soumissionnaires?|concurrents?|offres?|entreprises?|attributaires?|titulaires?|operateurs?)\b[^.;:]{0,60}$/;
const DEFINITE = /(?:\b(?:les|ces|des|aux|ses|leurs|l'un des|chacun des|pour|sur|tous les|par|parmi|d') ?|[a-z]d')$/;
/** A batch of goods is no lot of a contract. */
const BATCH = /^ (?:de |d')(?!travaux|prestations|services|fournitures)[a-z]/;

const announcing: Reader<{ from: number; to: number; value: number }> = (phrase) => {
  const { folded } = phrase;
  if (!/\blots?\b/.test(folded)) return undefined;
  for (const c of counts(folded, 'lots?(?! (?:temoins?|test|geographiques?))')) {
    if (c.value === 0 || c.bound || (c.article && !/\bseul|unique/.test(folded.slice(c.from, c.to + 8)))) continue;
    if (/\buniques?\b|\bseule?\b/.test(folded.slice(c.from, c.to + 8)) && c.value === 1) continue;
    const lead = folded.slice(0, c.from);
    if (DEFINITE.test(before(folded, c.from, 12)) && !/\bcompos[a-z]* d[e']$/.test(lead.trimEnd())) continue;
    if (BATCH.test(folded.slice(c.to)) || OTHER_SUBJECT.test(lead)) continue;
    const alone = /^[^a-z]*$/.test(lead) && /^(?: (?:distincts?|separes?))?[^a-z]*(?:$|:|\()/.test(folded.slice(c.to));
    if (alone || DECLARES.test(lead) || folded.startsWith('nombre', c.from)) return c;
  }
  return undefined;
};

const NOT = [
  fr`n(?:e|')? ?(?:est|sont|a|fait|font|sera|seront|comporte|comprend|prévoit|donne|constitue|y a)[^.;:]{0,50}(?:pas|aucune?|point|ni)[^.;:]{0,50}(?:allotie?s?|allotissement|lots?)`,
  fr`(?:ne|n') ?(?:fait|font|comporte|comprend|prévoit|donne)[^.;:]{0,30}(?:allotie?s?|allotissement|(?:division|décomposition|répartition|dévolution) en lots?)`,
  fr`(?:ne pas|non) (?:allotir|diviser|décomposer|recourir à l'allotissement)|(?:renonc[a-z]*|déroge[a-z]*) à l'allotissement`,
  fr`non[ -]?allotie?s?|non[ -]allotissement|sans (?:allotissement|division en lots|décomposition en lots|lots?)|(?:aucun|pas d') ?allotissement`,
  fr`(?:un |le |en )?lot unique|(?:un|en un) seul lot`,
  fr`(?:est|sera|constitue|s'agit d'|sous (?:la )?forme d'|fait l'objet d'|passé (?:en|sous)|conclu (?:en|sous)|en) ?(?:un )?marché (?:unique|global)(?! (?:de performance|sectoriel))`,
  fr`(?:divisée?s?|décomposée?s?|réparties?|décomposition|division)[a-z ]{0,20} en lots? ?: (?:non|sans objet|néant)|allotissement ?: (?:non|sans objet|néant)`,
];
/** A lot that is not cut further, lots that are not negotiated, limits on how many one wins. */
const OF_A_LOT =
  /\blots? (?:n ?° ?)?\d|\b(?:nombre|attribu|soumission|offres?|negoci|variante|chaque lot|lots? qui|tous les lots|pour (?:aucun|un ou plusieurs))\b/;
const denying: Reader<{ from: number; to: number }> = (phrase) => {
  if (!/lot|marche (?:unique|global)/.test(phrase.folded)) return undefined;
  for (const pattern of NOT) {
    const at = phrase.find(pattern);
    if (at && !OF_A_LOT.test(phrase.folded.slice(0, at.to).replace(/lots? unique|seul lot/, ''))) return at;
  }
  return undefined;
};
const NOTHING = /^(?:sans objet|neant|non|aucune?|lot unique|unique)\b ?[.;]?/;
const nothing: Reader<{ from: number; to: number }> = (phrase) => phrase.find(NOTHING);
const affirming: Reader<true> = (phrase) =>
  /\b(?:il est prevu|est prevue?|fait l'objet|donne lieu a) (?:une |d'une )?(?:decomposition|division|repartition|devolution) en lots\b|\bles prestations (?:sont|font)[^.;]{0,20} (?:reparties|divisees|decomposees) en lots\b/.test(
    phrase.folded,
  ) && !/\bn(?:e |')|\bpas\b/.test(phrase.folded)
    ? true
    : undefined;

const BECAUSE = fr`car|en raison|étant donné|parce|puisque|puisqu|du fait|compte tenu|dans la mesure où|dès lors|afin de|au motif|(?:motif|raison|considération|justification)s?|en effet|considérant|eu égard|au regard|faute de|justifi[a-z]*|motiv[a-z]*`;
/** What the law and practice call reasons. */
const GROUNDS = fr`(?:prestations?|objet|besoins?|missions?|travaux|fournitures) (?:[a-z']+ ){0,4}(?:distincte?s?|indissociables?|homogènes?|liée?s?|indivisibles?|interdépendante?s?|séparables?|dissociables?|unique)|identif(?:ication|ier) [^.;]{0,30}distinct|indivisib[a-z]*|interdépendan[a-z]*|indissociab[a-z]*|(?:techniquement|financièrement|économiquement) (?:plus )?[a-z]+|(?:restreindre|limiter|réduire) la concurrence|plus (?:difficile|complexe|coûteu[sx]e?|onéreu[sx]e?)|surcoûts?|(?:même|seul|unique) (?:objet technique|code|prestataire|titulaire|interlocuteur|ensemble|modèle|outil)|forment? un tout|tout (?:cohérent|indivisible|homogène)|étroitement|cohérence|coordination|lots séparés|ne peut (?:en )?être détaché|rapport de présentation|même question|homogénéité|caractère (?:unique|global|homogène)`;
const REPORT = fr`rapport de présentation|fiche de (?:recensement|procédure)|documents? (?:relatifs à la procédure|conservé)`;
/** « marché unique de prestations », « il s'agit d'un lot unique »: the statement over again. */
const TAUTOLOGY =
  /^[^a-z]*(?:(?:il |le |la |l'|ce |cette |un |une |s'agit |d'un |d'une |est |sera |constitue |que |qu'|de |des |du |prestations?|services?|fournitures?|travaux|marche|consultation|accord-cadre|contrat|lot|unique|global|seul|seule|non|alloti|allotie|present|presente|pas|n'est|ne|en|lots|divise)[\s,.:;-]*)*$/;

/** What follows « car », « en raison de », « : » says more than the statement itself. */
function reasonIn(folded: string, statement: { from: number; to: number }): boolean {
  const after = folded.slice(statement.to);
  const lead = folded.slice(0, statement.from);
  const because = after.search(BECAUSE);
  BECAUSE.lastIndex = 0;
  if (because >= 0) {
    const said = after
      .slice(because)
      .replace(/^[a-z' ]*?(?:suivante?s?|ci-apres|qu'|que|de|du|des|la|les|ou)\b/, '')
      .replace(/^.*?(?:motifs?|raisons?)[^:]*: ?/, '');
    if (!TAUTOLOGY.test(said) || isBlankReason(said)) return true;
    return false;
  }
  if (GROUNDS.test(after)) return reset(true);
  const colon = /^[^:]{0,80}: ?(.*)$/.exec(after)?.[1];
  if (colon && colon.split(' ').length > 3 && !TAUTOLOGY.test(colon)) return true;
  return /^[^.]{10,}/.test(lead) && (BECAUSE.test(lead) || GROUNDS.test(lead)) ? reset(true) : reset(false);
}
const reset = (value: boolean): boolean => {
  BECAUSE.lastIndex = 0;
  GROUNDS.lastIndex = 0;
  return value;
};
/** A field for the reason: `redaction/champ-a-completer` asks for it. */
const isBlankReason = (said: string): boolean => /\[|\.{4,}|_{3,}/.test(said);

function reasonFor(sentence: Sentence, statement: { from: number; to: number }): Span | undefined {
  if (reasonIn(sentence.folded, statement)) return sentence.span;
  const { section, passage } = sentence;
  const near = passage.cell
    ? (passage.table?.rowOf(passage)?.cells.flatMap((c) => c.sentences) ?? [])
    : section.sentences;
  for (const other of near) {
    if (other.span.start === sentence.span.start || other.passage.heading?.runIn === false) continue;
    if (other.has(GROUNDS) || other.has(REPORT)) return other.span;
    if (other.has(/\b(?:motifs?|raisons?)\b/) && /\blot|allot/.test(other.folded)) return other.span;
  }
  // « Les raisons du non-allotissement sont les suivantes : » and its list.
  return passage.items[0] && /: ?$/.test(sentence.folded) ? passage.items[0].span : undefined;
}

const KEY = /^(?:n ?° ?|numeros? |no )?(?:d[ue]s? )?lots?(?: n ?°| no)?$|^(?:n ?°|no|numero|num\.?)$|^lots?\b/;
const OBJECT =
  /\b(?:objets?|intitules?|designations?|libelles?|contenus?|descriptions?|descriptifs?|prestations?|consistance|nature des|denominations?|missions?|travaux|fournitures|perimetres?|noms? du lot|corps d'etat|secteurs?|zones?)\b/;
const PRICE = /\b(?:montants?|estimations?|estime|valeurs?|maximum|budgets?|prix|ht)\b|€/;
const NUMBER = /^(?:lots? ?)?(?:n ?° ?|no ?)?(\d{1,3}(?:[.-]\d{1,2}|[a-h])?|[a-h]|i{1,3}|iv|vi{0,3}|ix|x)(?![a-z0-9'])/;
const ABOUT = /\blots?\b|allot/;

function* rowsOf(table: Table): Generator<Lot> {
  const key = table.header.cells.findIndex((c) => KEY.test(c.folded.trim()));
  if (key < 0) return;
  const saysLot = /\blots?\b/.test(table.header.cells[key]?.folded ?? '');
  if (!saysLot && !(table.section.under(ABOUT) || table.lead?.has(ABOUT))) return;
  const column = (pattern: RegExp) => table.header.cells.findIndex((c, i) => i !== key && pattern.test(c.folded));
  const objects = column(OBJECT);
  const price = column(PRICE);
  for (const row of table.rows) {
    const cell = row.cells.find((c) => c.cell?.column === key);
    const m = cell && NUMBER.exec(cell.folded.trim());
    if (!cell || !m?.[1]) continue;
    const rest = { from: m[0].length, to: cell.folded.length };
    const inKey = objectIn(cell.folded.slice(rest.from));
    const stated = row.cells.find((c) => c.cell?.column === objects);
    const priced = row.cells.find((c) => c.cell?.column === price);
    const amount = priced ? amountInCell(priced.folded) : undefined;
    const last = [...row.cells].reverse().find((c) => c.folded.trim() !== '') ?? cell;
    const text =
      stated && !isBlank(stated.folded) && !/^a (?:preciser|definir|determiner|completer)/.test(stated.folded.trim())
        ? stated
        : undefined;
    yield {
      number: numeral(m[1]),
      at: cell.span,
      whole: cover(cell.span, last.span),
      object: text
        ? { at: text.span, text: text.folded.trim() }
        : inKey && {
            at: cell.at({ from: rest.from + inKey.from, to: rest.from + inKey.to }),
            text: cell.folded.slice(rest.from + inKey.from, rest.from + inKey.to),
          },
      amount: amount?.value,
      passage: cell,
    };
  }
}

/** Before a lot's name at the head of an item, a heading, a part of a sentence. */
const EDGE =
  /(?:^|[;:•☐☑☒□■(,]|\n| - |\. |\bet)[\s(]*(?:[-*•☐☑☒□■➢] ?)*(?:(?:article|art\.?) ?)?(?:\d{1,2}(?:[.-]\d{1,2})*|[a-h])? ?[).°:-]* ?(?:le )?$/;
const SAYS = /^ ?(?:\(|:|-|=|, (?!(?:et|ou|le|la|les|pour|il|dont|qui|sauf|un|une)\b))/;
const VERB = /^ ?(?:porte sur|concerne|comprend|correspond a|a pour objet|est relatif a|:)/;

function* proseOf(passage: Passage): Generator<Lot> {
  const names = lotNames(passage.folded).filter((n) => {
    if (n.numbers.length !== 1) return false;
    const lead = before(passage.folded, n.from, 30);
    if (!EDGE.test(lead) && !beginsLine(passage, n.from)) return false;
    const after = passage.folded.slice(n.to);
    const article = /\ble $/.test(lead);
    const first = /^[^a-z]*(?:(?:article|art\.?) ?\d*[^a-z]*)?$/.test(passage.folded.slice(0, n.from));
    if (/^ ?"/.test(after)) return true;
    if (article) return VERB.test(after) && /^(?: ?:|.*)$/.test(after);
    return (
      SAYS.test(after) ||
      (first &&
        (passage.kind === 'item' || passage.heading !== undefined) &&
        (/^ ?[.;]?$/.test(after) ||
          (passage.kind === 'item' && !/^ ?(?:est|sont|n'|ne |sera|releve|fait|donne|et |ou |,)/.test(after))))
    );
  });
  for (const [i, name] of names.entries()) {
    const end = names[i + 1]?.from ?? passage.folded.length;
    const cut = passage.folded.slice(name.to, end).search(/[☐☑☒□■]|;(?= )/);
    const to = cut < 0 ? end : name.to + cut;
    const text = passage.folded.slice(name.to, to);
    const words = objectIn(text);
    const amount = amountIn(text);
    const trimmed = name.to + text.replace(/[\s;,.-]+$/, '').length;
    yield {
      number: name.numbers[0] as string,
      at: passage.at(name),
      whole: passage.at({ from: name.from, to: trimmed }),
      object: words && {
        at: passage.at({ from: name.to + words.from, to: name.to + words.to }),
        text: text.slice(words.from, words.to),
      },
      amount: amount?.value,
      passage,
    };
  }
}

function readLists(piece: Piece): LotList[] {
  const out: LotList[] = [];
  const { draft } = piece;
  const used = new Set<Table>();
  for (const table of draft.tables) {
    const lots = [...rowsOf(table)];
    if (lots.length === 0) continue;
    used.add(table);
    const columned = table.header.cells.some((c) => OBJECT.test(c.folded));
    out.push({ lots, section: table.section, columned, table });
  }
  const runs = new Map<unknown, Lot[]>();
  for (const passage of draft.passages) {
    if (!passage.folded.includes('lot') || (passage.table && used.has(passage.table))) continue;
    const lots = [...proseOf(passage)];
    if (lots.length === 0) continue;
    const heading = passage.heading && !passage.heading.runIn;
    const key = heading
      ? `h${passage.section.parent?.span.start}`
      : passage.list
        ? `${passage.block.index}:${passage.list.list}`
        : lots.length > 1
          ? passage
          : passage.section;
    runs.set(key, [...(runs.get(key) ?? []), ...lots]);
  }
  for (const lots of runs.values()) {
    const first = lots[0] as Lot;
    const heading = first.passage.heading && !first.passage.heading.runIn;
    const section = heading ? (first.passage.section.parent ?? first.passage.section) : first.passage.section;
    out.push({ lots, section, columned: false, table: undefined });
  }
  return out;
}

const MAIN_TITLE = fr`lots?|allotissement|objet|étendue|décomposition|consistance|forme|division|présentation|lot concerné`;
const OTHER_TITLE = fr`critères?|jugement|prix|délais?|durées?|pénalités?|variantes?|négociation|paiement|tranches?|candidatures?|capacités?|offres?|garanties?|assurances?|visite|livraison|avances?|réception|estimation|révision|primes?`;

/** How likely a list is to be the one that sets out the lots. */
function rank(list: LotList, announced: readonly LotCount[]): number {
  const objects = list.lots.filter((l) => l.object).length;
  if (objects === 0) return -1;
  const first = list.lots[0] as Lot;
  const lead = first.passage.lead;
  const near = announced.some(
    (a) => a.sentence.passage === first.passage || a.sentence.passage === lead || a.sentence.section === list.section,
  );
  const title = list.section.heading?.folded ?? '';
  return (
    (near ? 5 : 0) +
    (list.columned ? 3 : 0) +
    (/[☐☑☒□■]|\blots? concerne/.test(first.passage.folded) ? 2 : 0) +
    (lead && lead !== list.section.heading && /\blots?\b/.test(lead.folded) ? 2 : 0) +
    (matches(title, MAIN_TITLE) ? 2 : 0) -
    (matches(title, OTHER_TITLE) && !/\blots?\b|allot/.test(title) ? 5 : 0) -
    (list.lots.some((l) => l.passage.heading) ? 1 : 0) +
    Math.min(objects, 4)
  );
}
const matches = (text: string, pattern: RegExp): boolean => {
  pattern.lastIndex = 0;
  return pattern.test(text);
};

const MENTION = fr`allot[a-z]*|lots? (?:n ?° ?)?(?:\d+|[a-h])|lots? uniques?|seul lot|lots séparés|(?:en|de|par|des|les|chaque|chacun des|plusieurs|aucun|\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) lots?(?! (?:de |d')[a-z])|marché (?:unique|global)|dévolution`;

/** How the contract is divided into lots, or why it is not. */
export const lots = defineFact<Lots>({
  id: 'lots',
  title: 'Lots',
  read(piece) {
    const { draft } = piece;
    const announced = draft
      .collect(announcing)
      .map(({ value, sentence }) => ({ value: value.value, at: sentence.at(value), sentence }));
    const lists = readLists(piece);
    let list: LotList | undefined;
    let best = 2;
    for (const l of lists) {
      const r = rank(l, announced);
      if (
        r > best &&
        (new Set(l.lots.map((x) => x.number)).size > 1 ||
          announced.some((a) => a.sentence.passage === l.lots[0]?.passage.lead))
      ) {
        best = r;
        list = l;
      }
    }
    const both = draft.collect(affirming).length > 0;
    const said = [
      ...draft.collect(denying),
      ...draft
        .collect(nothing)
        .filter(
          ({ sentence: s }) =>
            !s.passage.heading &&
            ((/^[^a-z]*(?:article |[ivx]{1,4}[ .-])?[^a-z]*(?:allotissement|lots?|division en lots|decomposition en lots)\b/.test(
              s.section.heading?.folded ?? '',
            ) &&
              s.section.own.indexOf(s.passage) === 1) ||
              /^(?:allotissement|lots?|(?:division|decomposition) en lots?)\b/.test(label(s.passage))),
        ),
    ];
    const notAllotted = both
      ? []
      : said
          .filter(
            ({ sentence }, i) =>
              said.findIndex((o) => o.sentence.span.start === sentence.span.start) === i &&
              !(sentence.passage.heading && !sentence.passage.heading.runIn),
          )
          .map(({ value, sentence }) => ({ at: sentence.span, sentence, reason: reasonFor(sentence, value) }));
    return {
      announced,
      list,
      lists,
      notAllotted,
      mentioned:
        announced.length > 0 || lists.length > 0 || said.length > 0 || draft.passages.some((p) => p.has(MENTION)),
    };
  },
  show: ({ announced, list, notAllotted }) =>
    announced.length === 0 && !list && notAllotted.length === 0
      ? undefined
      : {
          annonces: announced.map((a) => a.value),
          lots: list?.lots.map((l) => ({ lot: l.number, objet: l.object?.text, montant: l.amount })),
          nonAlloti: notAllotted.length > 0 ? { motif: notAllotted.some((n) => n.reason) } : undefined,
        },
});

const label = (passage: Passage): string => {
  const first = passage.table?.rowOf(passage)?.cells[0];
  return first && first !== passage ? first.folded.trim() : '';
};
