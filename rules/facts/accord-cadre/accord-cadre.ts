import type { Reader, Sentence } from '../../kit/draft.ts';
import { type AmountItem, amounts, type Tax } from '../../kit/french/amounts.ts';
import { dates } from '../../kit/french/dates.ts';
import { durations } from '../../kit/french/durations.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has, type Match } from '../../kit/text.ts';
import { hearing, holes, lotAt, lotNames, onlyLot, saying, withUnit } from '../commun/index.ts';
import { type Duree, duree } from '../piece/index.ts';
import { readSpans } from './dates.ts';
import { isUnderOrders, isUnderOthers, NONE, unbounded } from './sans-plafond.ts';

export interface AccordCadrePlace {
  /** Numbers of the lots concerned; empty: the whole contract. */
  readonly lots: readonly string[];
  readonly at: Span;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

export interface AccordCadreMaximum extends AccordCadrePlace {
  /** In euros; undefined for a quantity, a blank or a reference to another piece. */
  readonly value: number | undefined;
  /** Undefined where the text does not say. */
  readonly tax: Tax | undefined;
  readonly kind: 'value' | 'quantity' | 'open';
}

export interface AccordCadre {
  /** Where the piece says that the contract, or some lots, are an accord-cadre. Empty: nothing says so. */
  readonly declared: readonly AccordCadrePlace[];
  readonly maximums: readonly AccordCadreMaximum[];
  /** « sans minimum ni maximum ». */
  readonly unlimited: readonly AccordCadrePlace[];
  /** Places that say how long, of which one says why it is over four years, with that reason's place. */
  readonly durees: readonly (Duree & { readonly reason: Span | undefined })[];
  /** The buyer is an entité adjudicatrice: eight years instead of four. */
  readonly entiteAdjudicatrice: boolean;
}

const DECLARED = fr`(?:il s'agit|s'agissant|sous (?:la )?forme|donnent? lieu|font? l'objet|conclusion|passation|consiste|constitue|est|sont|sera|seront)(?: pass[a-z]+| conclue?s?)? ?(?:d'|à |en |de |dans le cadre d'|sous la forme d'|par )?(?:un |une |l'|des )?(?:marchés? sous forme d'|présents? )?accords?-cadres?|(?:présents?|chaque|cet|l') ?accords?-cadres?|accords?-cadres? (?:mono|multi|à bons? de commande|à marchés subséquents|exécuté|s'exécut|est |sont |n°|de (?:services|fournitures|travaux|prestations)|avec )|marchés? (?:publics? )?à bons de commande|accords?-cadres?`;
const NOT_DECLARED =
  // « les géomètres sont titulaires d'accords-cadres »: it is of others.
  /\btitulaires? d'(?:un |autres )?$|(?:n'est|ne sont|pas|aucun|sans|hors|autre|ancien|precedent|actuel|ni|ccag|d'un autre|ugap|resah)(?: [a-z']+){0,3} (?:d'|un |l')?$/;
const OTHER_FRAME =
  /^[^.;]{0,40}\b(?:ugap|resah|uniha|interministeriel|anterieur|precedent|en cours|existant|arrive a (?:echeance|terme))|^[^.;]{0,80}\b(?:etrangers? a|sans (?:lien|rapport) avec) (?:la presente|cette|la) (?:consultation|procedure)/;

const NAMED = /accords?-cadres?|bons de commande/;
const declaring: Reader<Match> = (phrase) => {
  if (!phrase.has(NAMED)) return undefined;
  for (const m of phrase.findAll(DECLARED)) {
    if (NOT_DECLARED.test(before(phrase.folded, m.from, 40)) || OTHER_FRAME.test(phrase.folded.slice(m.to))) continue;
    return m;
  }
  return undefined;
};

const UNLIMITED = fr`sans (?:montant |valeur |engagement |seuil |quantité )?(?:de )?(?:minimum|minimal)(?:,? (?:ni|et|ou)(?: sans)?|, sans) (?:montant |valeur )?(?:de )?maxim(?:um|al)|sans (?:montant |valeur |seuil |quantité )?(?:de )?maxim(?:um|ale?)(?! de)|(?:aucun|pas de|pas d'un) (?:montant |engagement )?maxim(?:um|al)|ni (?:montant )?(?:minimum|minimal)[a-z' ]{0,20} ni (?:montant )?maxim(?:um|al)|ni maximum,? ni minimum|(?:montant )?maximum ?(?:ht |annuel )?: ?(?:sans|néant|aucun|illimité|non (?:défini|fixé|limité)|sans objet)|(?:montant|volume) (?:[a-z]+ ){0,2}(?:illimité|non (?:plafonné|limité))|(?:il n'est|n'est) (?:pas )?(?:fixé|prévu|défini|arrêté) (?:de |d'|aucun )?(?:montant )?maximum|(?:montant )?maximum n'est (?:pas|ni) (?:fixé|prévu|défini|chiffré|déterminé)(?! (?:à|au|dans|par|ici))`;
/** The same of a « plafond », a word that penalties and advances have too. */
const UNCAPPED = fr`(?:sans|ni) (?:montant |valeur |engagement |seuil )?(?:minimum|minimal|plancher)(?:,? (?:ni|et|ou)(?: sans)?|, sans) (?:montant )?(?:plafond|plafonnement)|(?:conclu|passé|exécuté)e?s? (?:[a-z]+ ){0,3}sans (?:plafond|plafonnement)|accord-cadre (?:[a-z'-]+ ){0,6}(?:aucun|pas de|ni) plafond|il n'(?:est|a été|en est|y est) (?:pas )?(?:fixé|prévu|défini|arrêté|assigné) (?:de|aucun) (?:montant )?plafond`;
/** « Les commandes ne sont pas plafonnées », « n’est assorti d’aucun plafond ». */
const UNBOUNDED = fr`(?<!nombre (?:de |d'|des )(?:bons de )?)(?:commandes?|cumul|total|montants?|volumes?|quantités?|dépenses?|achats?|besoins?|accords?-cadres?|marché|contrat|lots? \d+) (?:[a-z'-]+ ){0,5}(?:ne (?:sont|seront|sera|font l'objet)|n'(?:est|ont|a|y sont|y est)) (?:[a-z]+ )?(?:pas|point|nullement|aucunement) (?:plafonnée?s?(?! (?:en nombre|par))|limitée?s? en (?:montant|valeur|quantité|volume))|(?:commandes?|cumul|total|montants?|volumes?|quantités?|accords?-cadres?|marché|contrat) (?:[a-z'-]+ ){0,5}(?:d'aucun|aucun|pas de|ni) (?:plafond|plafonnement)|aucun plafond (?:de |d'|des )(?:commandes?|achats?|dépenses?)|sans (?:plafond|plafonnement|limitation|limite) (?:de |d'|des |du montant des )(?:commandes?|achats?)`;
/** « Un minimum seul »: a floor that is said to stand alone. */
const LONE_FLOOR = fr`un (?:montant |engagement |seuil )?minimum(?: annuel| garanti)? (?:seul(?:ement)?|uniquement)|(?:seulement|uniquement) (?:d'|avec )?un (?:montant |engagement |seuil )?minimum`;
const TOP = /(?<![a-z])(?:maxim|plafond)/;
const OF_OTHERS = /\b(?:page|candidat|delai|lots? attribu)/;
const unlimiting: Reader<Match> = (phrase) => {
  const at = phrase.find(UNLIMITED) ?? uncapped(phrase);
  return at && !phrase.has(OF_OTHERS) ? at : undefined;
};
const uncapped = (phrase: Phrase): Match | undefined => {
  const lone = phrase.find(LONE_FLOOR);
  const at = phrase.find(UNCAPPED) ?? phrase.find(UNBOUNDED) ?? (lone && !phrase.has(TOP) ? lone : undefined);
  return at && !phrase.has(OTHER_CEILING) ? at : undefined;
};
/** What an accord-cadre has a maximum of. */
const OF_ORDERS = fr`accords?-cadres?|commandes?|montants?|volumes?|quantités?|achats?|dépenses?|engagements?|besoins?|minimum|maximum|plafond[a-z]*|limit[a-z]*`;
const NO_BOUND =
  /\b(?:sans|aucune?|ni|pas|point|nul(?:le)?|illimite[a-z]*|autant|libre(?:ment|s)?|seul(?:e|ement)?|uniquement)\b/;
/** Words that a maximum stated elsewhere makes those of one sort of orders, or of their number. */
const isWeak = (folded: string): boolean => has(folded, UNBOUNDED) || has(folded, LONE_FLOOR);

const NOT_OVER = "(?:n'exced|ne depass)(?:e|era|ent|eront) pas";
/** « Chaque bon de commande ne peut excéder 5 000 € » bounds one order, and not their sum. */
const ONE_ORDER =
  /^[^a-z]*(?:(?:le montant|la valeur|le total) (?:de |d'))?(?:chaque|une?|aucune?) (?:bons?|commandes?)(?![a-z])/;
const CEILING = fr`maxim(?:um|a|al|ale|aux|ums)|plafond|plafonnée?s?|ne (?:peut|peuvent|pourra|pourront|saurait|doit) (?:pas )?(?:(?:excéder|dépasser)|être (?:dépassé|excédé|franchi)e?s?)|${NOT_OVER}|dans la limite de|sans (?:pouvoir )?(?:excéder|dépasser)`;
const QUANTITY = fr`quantités?|commandes?|unités?|jours?|heures?|repas|interventions?|prestations?|volumes?|exemplaires?|tonnes?|litres?|kg|m3|m2|km|journées?|agents?|licences?|postes?`;
const OTHER_CEILING = fr`pénalités?|avances?|acomptes?|retenues?|garanties?|délais?|pages?|caractères|responsabilité|assurances?|remises?|indemnités?|révision|sous-trait[a-z]*|par bon de commande|chiffre d'affaires|note|points|effectifs?`;
const MAXIMUM_ELSEWHERE = fr`(?:fixée?s?|indiquée?s?|définie?s?|précisée?s?|mentionnée?s?|figure(?:nt)?|portée?s?|prévue?s?) (?:à|dans|au|aux|par|en)`;

/** Numbers of a text that are no day, no month and no year of the contract: these bound its length, not what is ordered. */
const counts = (folded: string) => {
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

const limiting: Reader<Ceiling> = (phrase) => {
  const at = phrase.find(CEILING);
  if (!at || phrase.has(UNLIMITED) || uncapped(phrase) || ONE_ORDER.test(phrase.folded)) return undefined;
  // « Lot 3 : pas de plafond » gives none.
  if (phrase.findAll(NONE).some((none) => none.from <= at.from && at.to <= none.to)) return undefined;
  const sums = unrepeated(phrase.folded).filter((a) => a.to > at.from - 90);
  const money = phrase.has(FLOOR) ? ceilingIn(phrase, sums) : beforeTax(sums);
  if (money) return phrase.has(OTHER_CEILING) ? undefined : { at, kind: 'value', value: money.value, tax: money.tax };
  if (sums.length > 0 || phrase.has(MAXIMUM_ELSEWHERE) || holes(phrase.folded).length > 0)
    return phrase.has(OTHER_CEILING) ? undefined : { at, kind: 'open', value: undefined };
  if (phrase.has(OTHER_CEILING) || !phrase.has(QUANTITY) || counts(phrase.folded).length === 0) return undefined;
  return { at, kind: 'quantity', value: undefined };
};

const REASON = fr`car|en raison|étant donné|parce qu['a-z]*|puisqu['a-z]*|du fait|compte tenu|dès lors|afin|au motif|(?:motif|raison)s?|en effet|eu égard|au regard|justifi[a-z]*|motiv[a-z]*|amorti[a-z]*|exceptionnel[a-z]*|nécessaires? (?:à|pour)|nécessité[a-z]*`;

/** The lots a sentence names, else those of the place where it stands. */
const lotsOf = (sentence: Sentence): readonly string[] => {
  const own = [...new Set(lotNames(sentence.folded).flatMap((n) => n.numbers))];
  if (own.length > 0) return own;
  const { passage } = sentence;
  const row = passage.table?.rowOf(passage);
  const cell = passage.table?.header.cells[0]?.has(/^lots?\b|\bn° ?(?:de |du )?lot|^n ?°$/) ? row?.cells[0] : undefined;
  const number = /^(?:lot )?(?:n ?° ?)?0*(\d{1,3}|[a-h])\b/.exec(cell?.folded.trim() ?? '')?.[1];
  const around = number ?? lotAt(passage) ?? onlyLot(passage.table?.headerOf(passage)?.folded ?? '');
  return around ? [around] : [];
};

/** « Maximum », « au plus », « n'excéderont pas » at the head of a column. */
const MOST = fr`maxim(?:um|a|al|ale)|plafond|au plus|${NOT_OVER}`;
/** Tables with a column « Maximum »: every row that fills it; `told`: sentences that give one by themselves. */
function columns(piece: Piece, told: ReadonlySet<Sentence>): AccordCadreMaximum[] {
  return piece.draft.tables.flatMap((table) => {
    const column = table.column(MOST);
    const head = table.header.cells[column];
    if (!head || head.has(/\bnote|points?\b/) || head.has(OTHER_CEILING)) return [];
    return table.rows.flatMap((row) => {
      const cell = row.cells.find((c) => c.cell?.column === column);
      const [sentence] = cell?.sentences ?? [];
      if (!cell || !sentence || cell.has(UNLIMITED) || told.has(sentence)) return [];
      if (cell.has(ESTIMATED) && !cell.has(MOST)) return [];
      const sums = unrepeated(withUnit(cell));
      const both = head.has(FLOOR) ? ceilingIn(head, sums) : undefined;
      const sum = both ?? beforeTax(sums);
      const counted = cell.has(REFERS) ? undefined : numbers(cell.folded)[0]?.value;
      const quantity = !sum && counted !== undefined && head.has(QUANTITY) && !head.has(TOP);
      const value = sum?.value ?? (quantity ? undefined : counted);
      return value === undefined && !quantity && holes(cell.folded).length === 0
        ? []
        : [
            {
              lots: lotsOf(sentence),
              at: cell.span,
              sentence,
              value,
              tax: sum?.tax,
              kind: quantity ? ('quantity' as const) : value === undefined ? ('open' as const) : ('value' as const),
            },
          ];
    });
  });
}

/** « Maximum », « Montant max. HT », « Plafond sur 4 ans » at the head of a row. */
const LABEL =
  /^[^a-z]*(?:(?:montants?|valeurs?|seuils?|total|engagements?) )?(?:maxim(?:um|al|ale|a)|max|plafond)(?![a-z])/;

/** Rows that are named for the maximum, and give it in the next cell, or in those under the lots. */
const rows = (piece: Piece): AccordCadreMaximum[] =>
  piece.draft.passagesWith(LABEL).flatMap((label) => {
    const row = label.cell?.column === 0 && !label.has(OTHER_CEILING) ? label.table?.rowOf(label) : undefined;
    const given = row?.cells.filter((c) => c !== label && amounts(withUnit(c)).length > 0) ?? [];
    const byLot = given.every((c) => onlyLot(c.table?.headerOf(c)?.folded ?? ''));
    return (byLot ? given : given.slice(0, 1)).flatMap((cell) => {
      const [sentence] = cell.sentences;
      const sum = beforeTax(unrepeated(withUnit(cell)));
      return sentence && sum && !cell.has(CEILING)
        ? [{ lots: lotsOf(sentence), at: cell.span, sentence, value: sum.value, tax: sum.tax, kind: 'value' as const }]
        : [];
    });
  });

const ENTITE = /\bentites? adjudicatrices?\b/;

/** An amount, and no more. */
const AT_MOST = /(?:€|euros?)(?: h\.?t\.?| t\.?t\.?c\.?| hors taxes)?,? au (?:plus|maximum)(?![a-z])/;

/** Whether the contract, or some lots, are an accord-cadre, with its maximum and its duration. */
export const accordCadre = defineFact<AccordCadre>({
  id: 'accord-cadre',
  title: 'Accord-cadre',
  read(piece) {
    const { draft } = piece;
    const place = (at: Span, sentence: Sentence): AccordCadrePlace => ({ lots: lotsOf(sentence), at, sentence });
    const spans = readSpans(piece).map((d) => ({ ...d, lots: lotsOf(d.sentence) }));
    const durees = [...piece.ask(duree), ...spans].map((d) => {
      const near = d.sentence.section.sentences.filter(
        (s) => s.has(REASON) && (s.passage === d.sentence.passage || /\bduree|ans\b|mois\b/.test(s.folded)),
      );
      return { ...d, reason: near[0]?.span };
    });
    // The head of a column gives none: its rows do.
    const limits = draft.collect(limiting).filter(({ sentence }) => sentence.passage.cell?.row !== 0);
    const maximums: AccordCadreMaximum[] = [
      ...limits.map(({ value, sentence }) => ({
        ...place(sentence.at(value.at), sentence),
        kind: value.kind,
        value: value.value,
        tax: value.tax,
      })),
      ...columns(piece, new Set(limits.map((l) => l.sentence))),
      ...rows(piece),
    ];
    // « un accord-cadre à bons de commande, de 40 000 € HT au plus »
    for (const sentence of draft.sentencesWith(AT_MOST))
      if (
        (sentence.has(fr`accords?-cadres?`) || (lotNames(sentence.folded).length > 0 && isUnderOrders(sentence))) &&
        !maximums.some((m) => m.sentence === sentence)
      )
        maximums.push({ ...place(sentence.span, sentence), kind: 'open', value: undefined, tax: undefined });
    for (const { surety, sentence } of saying(piece, 'accord-cadre/maximum-fixe'))
      if (
        (surety === 'sure' || sentence.has(NAMED)) &&
        sentence.folded.trim().split(' ').length > 3 &&
        !maximums.some((m) => m.sentence === sentence) &&
        // Of these words expressions know what they say.
        !sentence.has(CEILING) &&
        !sentence.has(UNLIMITED) &&
        !sentence.has(UNCAPPED) &&
        !sentence.has(LONE_FLOOR) &&
        !sentence.has(OTHER_CEILING) &&
        counts(sentence.folded).length > 0
      )
        maximums.push({ ...place(sentence.span, sentence), kind: 'open', value: undefined, tax: undefined });
    const unlimited = draft
      .collect(unlimiting)
      .map(({ value, sentence }) => ({ ...place(sentence.at(value), sentence), weak: isWeak(value.text) }))
      .filter(({ weak, lots }) => !weak || !maximums.some((m) => meets(m.lots, lots)))
      .map(({ weak: _, ...kept }): AccordCadrePlace => kept);
    for (const { sentence, at } of unbounded(draft))
      if (![...unlimited, ...maximums].some((m) => m.sentence === sentence))
        unlimited.push(place(sentence.at(at), sentence));
    // Heard, where nothing gives a maximum, and of the contract itself.
    for (const one of saying(piece, 'accord-cadre/sans-maximum')) {
      const { sentence } = one;
      const heard = place(sentence.span, sentence);
      const known = [...unlimited, ...maximums].some((m) => m.sentence === sentence || meets(m.lots, heard.lots));
      if (
        !known &&
        !sentence.has(OTHER_CEILING) &&
        !OF_OTHERS.test(sentence.folded) &&
        !isUnderOthers(sentence) &&
        sentence.has(OF_ORDERS) &&
        NO_BOUND.test(sentence.folded)
      )
        unlimited.push({ ...heard, doubt: hearing(one) });
    }
    return {
      declared: draft.collect(declaring).map(({ value, sentence }) => place(sentence.at(value), sentence)),
      maximums,
      unlimited,
      durees,
      entiteAdjudicatrice: draft.passagesWith(ENTITE).length > 0,
    };
  },
  show: ({ declared, maximums, unlimited }) =>
    declared.length + unlimited.length === 0
      ? undefined
      : {
          lots: [...new Set(declared.flatMap((d) => d.lots))],
          maximums: maximums.map((m) => ({ lots: m.lots, valeur: m.value ?? m.kind })),
          sansMaximum: unlimited.length > 0,
        },
});

/** True when what is said of some lots bears on others: lists that meet, or one that means the whole. */
export const meets = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((x) => b.includes(x));
