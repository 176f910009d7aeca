import type { Passage, Reader, Sentence } from '../../kit/draft.ts';
import { type AmountItem, amounts, type Tax } from '../../kit/french/amounts.ts';
import { dates } from '../../kit/french/dates.ts';
import { durations } from '../../kit/french/durations.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import { has, type Match } from '../../kit/text.ts';
import { columnLot, holes, lotAt, lotNames, withUnit } from '../commun/index.ts';
import type { AccordCadreMaximum } from './places.ts';
import { NONE } from './sans-plafond.ts';

export const UNLIMITED = fr`sans (?:montant |valeur |engagement |seuil |quantité )?(?:de )?(?:minimum|minimal)(?:,? (?:ni|et|ou)(?: sans)?|, sans) (?:montant |valeur )?(?:de )?maxim(?:um|al)|sans (?:montant |valeur |seuil |quantité )?(?:de )?maxim(?:um|ale?)(?! de)|(?:aucun|pas de|pas d'un) (?:montant |engagement )?maxim(?:um|al)|ni (?:montant )?(?:minimum|minimal)[a-z' ]{0,20} ni (?:montant )?maxim(?:um|al)|ni maximum,? ni minimum|(?:montant )?maximum ?(?:ht |annuel )?: ?(?:sans|néant|aucun|illimité|non (?:défini|fixé|limité)|sans objet)|(?:montant|volume) (?:[a-z]+ ){0,2}(?:illimité|non (?:plafonné|limité))|(?:il n'est|n'est) (?:pas )?(?:fixé|prévu|défini|arrêté) (?:de |d'|aucun )?(?:montant )?maximum|(?:montant )?maximum n'est (?:pas|ni) (?:fixé|prévu|défini|chiffré|déterminé)(?! (?:à|au|dans|par|ici))`;
/** The same of a « plafond », a word that penalties and advances have too. */
export const UNCAPPED = fr`(?:sans|ni) (?:montant |valeur |engagement |seuil )?(?:minimum|minimal|plancher)(?:,? (?:ni|et|ou)(?: sans)?|, sans) (?:montant )?(?:plafond|plafonnement)|(?:conclu|passé|exécuté)e?s? (?:[a-z]+ ){0,3}sans (?:plafond|plafonnement)|accord-cadre (?:[a-z'-]+ ){0,6}(?:aucun|pas de|ni) plafond|il n'(?:est|a été|en est|y est) (?:pas )?(?:fixé|prévu|défini|arrêté|assigné) (?:de|aucun) (?:montant )?plafond`;
/** « Les commandes ne sont pas plafonnées », « n’est assorti d’aucun plafond ». */
const UNBOUNDED = fr`(?<!nombre (?:de |d'|des )(?:bons de )?)(?:commandes?|cumul|total|montants?|volumes?|quantités?|dépenses?|achats?|besoins?|accords?-cadres?|marché|contrat|lots? \d+) (?:[a-z'-]+ ){0,5}(?:ne (?:sont|seront|sera|font l'objet)|n'(?:est|ont|a|y sont|y est)) (?:[a-z]+ )?(?:pas|point|nullement|aucunement) (?:plafonnée?s?(?! (?:en nombre|par))|limitée?s? en (?:montant|valeur|quantité|volume))|(?:commandes?|cumul|total|montants?|volumes?|quantités?|accords?-cadres?|marché|contrat) (?:[a-z'-]+ ){0,5}(?:d'aucun|aucun|pas de|ni) (?:plafond|plafonnement)|(?:quantités?|volumes?) (?:[a-z'-]+ ){0,3}(?:ne sont|ne seront|n'est|ne sera) (?:pas|point|nullement) (?:limitée?|bornée?|plafonnée?)s?(?! (?:à|par|en nombre))|aucun plafond (?:de |d'|des )(?:commandes?|achats?|dépenses?)|sans (?:plafond|plafonnement|limitation|limite) (?:de |d'|des |du montant des )(?:commandes?|achats?)`;
/** « Un minimum seul »: a floor that is said to stand alone. */
export const LONE_FLOOR = fr`un (?:montant |engagement |seuil )?minimum(?: annuel| garanti)? (?:seul(?:ement)?|uniquement)|(?:seulement|uniquement) (?:d'|avec )?un (?:montant |engagement |seuil )?minimum`;
export const TOP = /(?<![a-z])(?:maxim|plafond)/;
export const OF_OTHERS = /\b(?:page|candidat|delai|lots? attribu)/;
export const unlimiting: Reader<Match> = (phrase) => {
  const at = phrase.find(UNLIMITED) ?? uncapped(phrase);
  return at && !phrase.has(OF_OTHERS) && !isOfOtherSum(phrase.folded, at) ? at : undefined;
};
const ORDERED = fr`accords?-cadres?|commandes?|marchés?|contrats?|lots?|achats?|besoins?|minim(?:um|a|al|ale)|plancher`;
/** « Les pénalités sont sans maximum »: what stands before is of another sum, and of no order. */
function isOfOtherSum(folded: string, { from, text }: Match): boolean {
  const lead = /[^.;:]*$/.exec(folded.slice(0, from))?.[0] ?? '';
  return has(lead, OTHER_CEILING) && !has(lead + text, ORDERED);
}
/** True for what names orders, or the contract they are made under. */
export const namesOrders = (sentence: Sentence): boolean => sentence.has(ORDERED);
const uncapped = (phrase: Phrase): Match | undefined => {
  const lone = phrase.find(LONE_FLOOR);
  const at = phrase.find(UNCAPPED) ?? phrase.find(UNBOUNDED) ?? (lone && !phrase.has(TOP) ? lone : undefined);
  return at && !phrase.has(OTHER_CEILING) ? at : undefined;
};
/** Words that a maximum stated elsewhere makes those of one sort of orders, or of their number. */
export const isWeak = (folded: string): boolean => has(folded, UNBOUNDED) || has(folded, LONE_FLOOR);

const NOT_OVER = "(?:n'exced|ne depass)(?:e|era|ent|eront) pas";
/** « Chaque bon de commande ne peut excéder 5 000 € » bounds one order, and not their sum. */
export const ONE_ORDER =
  /^[^a-z]*(?:(?:le montant|la valeur|le total) (?:de |d'))?(?:chaque|une?|aucune?) (?:bons?|commandes?)(?![a-z])/;
export const CEILING = fr`maxim(?:um|a|al|ale|aux|ums)|plafond|plafonnée?s?|ne (?:peut|peuvent|pourra|pourront|saurait|doit) (?:pas )?(?:excéder|dépasser|aller au[ -]delà|être (?:dépassé|excédé|franchi)e?s?)|${NOT_OVER}|dans la limite de|sans (?:pouvoir )?(?:excéder|dépasser)`;
/** With a sum, the same. */
const LIMITED = fr`(?:commandes?|montants?|achats?|dépenses?)(?: [a-z',-]+){0,8} limitée?s? à`;
const QUANTITY = fr`quantités?|commandes?|unités?|jours?|heures?|repas|interventions?|prestations?|volumes?|exemplaires?|tonnes?|litres?|kg|m3|m2|km|journées?|agents?|licences?|postes?`;
/** « Le colis ne dépasse pas 12 kg » bounds a thing; these words, what is ordered. */
const OF_ORDERS = fr`quantités?|volumes?|total[a-z]*|cumul[a-zé]*|ensemble|${ORDERED.source}|(?:par|chaque|l') ?an|annuel[a-z]*|années?|périodes?|prestations?|repas|interventions?|exemplaires?|licences?|journées?|heures|jours`;
const HEADS = /^[^a-z]*(?:le |un |soit )?(?:maximum|plafond)/;
export const OTHER_CEILING = fr`pénalités?|avances?|acomptes?|retenues?|garanties?|délais?|pages?|caractères|responsabilité|assurances?|remises?|indemnités?|révision|sous-trait[a-z]*|par bon de commande|chiffre d'affaires|note|points|effectifs?`;
const MAXIMUM_ELSEWHERE = fr`(?:fixée?s?|indiquée?s?|définie?s?|précisée?s?|mentionnée?s?|figure(?:nt)?|portée?s?|prévue?s?) (?:à|dans|au|aux|par|en)`;

/** Numbers of a text that are no day, no month and no year of the contract: these bound its length, not what is ordered. */
export const counts = (folded: string) => {
  const times = [...dates(folded), ...durations(folded).filter(({ months }) => months !== undefined)];
  return numbers(folded).filter((n) => !times.some((t) => t.from <= n.from && n.from < t.to));
};
/** « Voir article 5.1 » gives no number of anything. */
const REFERS = fr`voir|cf\.?|articles?|art\.|annexes?|§`;
/** « Estimation ou maximum » over « estimation de 90 000 € »: the cell says which. */
const ESTIMATED = fr`estim[a-zé]+|indicati(?:f|ve)s?|prévisionnel(?:le)?s?`;

interface Ceiling {
  readonly at: Match;
  readonly kind: AccordCadreMaximum['kind'];
  readonly value: number | undefined;
  readonly tax?: Tax | undefined;
}

const FLOOR = fr`(?<!(?:sans|pas de|pas d'un|aucun) (?:(?:montant|seuil|engagement) )?)(?:minim(?:um|a|al|ale|aux|ums)|plancher)`;

/** The sums of a text, « dix mille euros (10 000 €) » being one. */
const unrepeated = (folded: string): AmountItem[] =>
  amounts(folded).filter((a, i, all) => {
    const last = all[i - 1];
    return !(last && last.value === a.value && /^ ?\(? ?(?:soit )?$/.test(folded.slice(last.to, a.from)));
  });

/**
 * The sum that is the ceiling, where a floor stands beside it. With a sum for each word, that of the same rank: « minimum et
 * maximum : A et B », « minimum A, maximum B », « A minimum, B maximum »; undefined when only the floor has one.
 */
function ceilingIn(phrase: Pick<Phrase, 'findAll'>, all: readonly AmountItem[]): AmountItem | undefined {
  const words = [...phrase.findAll(FLOOR), ...phrase.findAll(CEILING)]
    .sort((a, b) => a.from - b.from)
    .map(({ to, text }) => ({ to, top: !has(text, FLOOR) }))
    .filter(({ top }, i, each) => top !== each[i - 1]?.top);
  const net = all.filter((s) => s.tax !== 'ttc');
  const sums = net.length > 0 ? net : all;
  if (sums.length >= words.length) return sums[words.findIndex((w) => w.top)];
  const lead = (sum: AmountItem) => words.filter((w) => w.to <= sum.from).at(-1) ?? words[0];
  return sums.find((s) => lead(s)?.top);
}

/** « 480 000 € TTC, soit 400 000 € HT »: the sum before tax. */
const beforeTax = (sums: readonly AmountItem[]): AmountItem | undefined =>
  sums[0]?.tax === 'ttc' ? (sums.find((s) => s.tax === 'ht') ?? sums[0]) : sums[0];

export const limiting: Reader<Ceiling> = (phrase) => {
  const limited = phrase.find(LIMITED);
  const at = phrase.find(CEILING) ?? (limited && amounts(phrase.folded).length > 0 ? limited : undefined);
  if (!at || phrase.has(UNLIMITED) || uncapped(phrase) || ONE_ORDER.test(phrase.folded)) return undefined;
  if (phrase.has(OTHER_CEILING)) return undefined;
  // « Lot 3 : pas de plafond » gives none.
  if (phrase.findAll(NONE).some((none) => none.from <= at.from && at.to <= none.to)) return undefined;
  const sums = unrepeated(phrase.folded).filter((a) => a.to > at.from - 90);
  const money = phrase.has(FLOOR) ? ceilingIn(phrase, sums) : beforeTax(sums);
  if (money) return { at, kind: 'value', value: money.value, tax: money.tax };
  if (sums.length > 0 || phrase.has(MAXIMUM_ELSEWHERE) || holes(phrase.folded).length > 0)
    return { at, kind: 'open', value: undefined };
  const isOfOrders = phrase.has(OF_ORDERS) || HEADS.test(phrase.folded);
  return isOfOrders && phrase.has(QUANTITY) && counts(phrase.folded).length > 0
    ? { at, kind: 'quantity', value: undefined }
    : undefined;
};

/** The lots a sentence names, else those of the place where it stands. */
export const lotsOf = (sentence: Sentence): readonly string[] => {
  const own = [...new Set(lotNames(sentence.folded).flatMap((n) => n.numbers))];
  if (own.length > 0) return own;
  const { passage } = sentence;
  const row = passage.table?.rowOf(passage);
  const cell = passage.table?.header.cells[0]?.has(/^lots?\b|\bn° ?(?:de |du )?lot|^n ?°$/) ? row?.cells[0] : undefined;
  const number = /^(?:lot )?(?:n ?° ?)?0*(\d{1,3}|[a-h])\b/.exec(cell?.folded.trim() ?? '')?.[1];
  const around = number ?? lotAt(passage) ?? columnLot(passage);
  return around ? [around] : [];
};

/** « Maximum », « au plus », « n'excéderont pas » at the head of a column. */
const MOST = fr`maxim(?:um|a|al|ale)|plafond|au plus|${NOT_OVER}`;
/** « Durée maximale », « Nombre maximum de reconductions » bound no orders. */
const OF_TIME =
  /^[^a-z]*(?:(?:durees?|delais?|periodes?|termes?|echeances?)(?![a-z])|(?:recondu|renouvel)|(?:nombre|nb)[^a-z]* (?:max[a-z.]* )?(?:de |d')?(?:periodes?|recondu|renouvel|mois|ans?|annees))/;
/** Tables with a column « Maximum »: every row that fills it; `told`: sentences that give one by themselves. */
export function columns(piece: Piece, told: ReadonlySet<Sentence>): AccordCadreMaximum[] {
  return piece.draft.tables.flatMap((table) => {
    const column = table.column(MOST);
    const head = table.header.cells[column];
    if (!head || head.has(/\bnote|points?\b/) || head.has(OTHER_CEILING) || head.has(OF_TIME)) return [];
    return table.rows.flatMap((row) => {
      const cell = row.cells.find((c) => c.cell?.column === column);
      const [sentence] = cell?.sentences ?? [];
      if (!cell || !sentence || cell.has(UNLIMITED) || told.has(sentence)) return [];
      if (cell.has(ESTIMATED) && !cell.has(MOST)) return [];
      const given = ceilingOfCell(cell, head);
      return given ? [{ lots: lotsOf(sentence), at: cell.span, sentence, ...given }] : [];
    });
  });
}

/** What a cell gives under the head of its column: a sum, a quantity, a blank to fill; undefined for none of these. */
function ceilingOfCell(cell: Passage, head: Passage): Pick<AccordCadreMaximum, 'kind' | 'value' | 'tax'> | undefined {
  const sums = unrepeated(withUnit(cell));
  const sum = (head.has(FLOOR) ? ceilingIn(head, sums) : undefined) ?? beforeTax(sums);
  if (sum) return { kind: 'value', value: sum.value, tax: sum.tax };
  const counted = cell.has(REFERS) ? undefined : counts(cell.folded)[0]?.value;
  if (counted === undefined)
    return holes(cell.folded).length > 0 ? { kind: 'open', value: undefined, tax: undefined } : undefined;
  const isQuantity = head.has(QUANTITY) && !head.has(TOP);
  return { kind: isQuantity ? 'quantity' : 'value', value: isQuantity ? undefined : counted, tax: undefined };
}

/** « Maximum », « Montant max. HT », « Plafond sur 4 ans » at the head of a row. */
const LABEL =
  /^[^a-z]*(?:(?:montants?|valeurs?|seuils?|total|engagements?) )?(?:maxim(?:um|al|ale|a)|max|plafond)(?![a-z])/;

/** Rows that are named for the maximum, and give it in the next cell, or in those under the lots. */
export const rows = (piece: Piece): AccordCadreMaximum[] =>
  piece.draft.passagesWith(LABEL).flatMap((label) => {
    const row = label.cell?.column === 0 && !label.has(OTHER_CEILING) ? label.table?.rowOf(label) : undefined;
    const given = row?.cells.filter((c) => c !== label && amounts(withUnit(c)).length > 0) ?? [];
    const byLot = given.every(columnLot);
    return (byLot ? given : given.slice(0, 1)).flatMap((cell) => {
      const [sentence] = cell.sentences;
      const sum = beforeTax(unrepeated(withUnit(cell)));
      return sentence && sum && !cell.has(CEILING)
        ? [{ lots: lotsOf(sentence), at: cell.span, sentence, value: sum.value, tax: sum.tax, kind: 'value' as const }]
        : [];
    });
  });

/** Below « les commandes ne peuvent dépasser : », what each item gives, alone; `told`: sentences that give one by themselves. */
export const listed = ({ draft }: Piece, told: ReadonlySet<Sentence>): AccordCadreMaximum[] =>
  draft.sentencesWith(/\d/).flatMap((sentence) => {
    const { lead, list } = sentence.passage;
    if (!list || !lead?.has(CEILING) || [lead, sentence].some((w) => w.has(OTHER_CEILING) || w.has(FLOOR))) return [];
    const sum = beforeTax(unrepeated(sentence.folded));
    if (!sum || told.has(sentence) || amounts(lead.folded).length > 0 || ONE_ORDER.test(lead.folded)) return [];
    const at = sentence.at({ from: sum.from, to: Math.min(sum.to, sentence.folded.length) });
    return [{ lots: lotsOf(sentence), at, sentence, value: sum.value, tax: sum.tax, kind: 'value' }];
  });
