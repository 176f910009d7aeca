import type { Reader, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before } from '../../kit/french/scan.ts';
import { EMPTY_BOXES } from '../../kit/markdown/boxes.ts';
import { defineFact } from '../../kit/piece.ts';
import { overlaps, type Span } from '../../kit/span.ts';
import type { Match } from '../../kit/text.ts';
import type { Heard } from '../../reading/hear.ts';
import { hearing, lotNames, saying, sumsHeard } from '../commun/index.ts';
import { type Duree, duree } from '../piece/index.ts';
import { readSpans } from './dates.ts';
import type { AccordCadreMaximum, AccordCadrePlace } from './places.ts';
import {
  CEILING,
  columns,
  counts,
  isWeak,
  LONE_FLOOR,
  limiting,
  listed,
  lotsOf,
  namesOrders,
  OF_OTHERS,
  ONE_ORDER,
  OTHER_CEILING,
  rows,
  UNCAPPED,
  UNLIMITED,
  unlimiting,
} from './plafonds.ts';
import { isUnderOrders, isUnderOthers, unbounded } from './sans-plafond.ts';

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

/** « Les besoins sont commandés au fur et à mesure, par bons »: a contract of orders, whatever it is called. */
const BY_ORDERS =
  "(?:command(?:e|es|ent|era|ons|ees?)|execut(?:e|es|ee|ees)|exprim(?:e|es|ee|ees)|regroup(?:e|es|ee|ees)|serv(?:i|is|ie|ies|ons|irons|ira)|satisfait(?:e?s?)|honore(?:e?s?)|achet(?:ons|erons|ee?s?)),? (?:[a-z',-]+ ){0,8}?par (?:des |l'emission de )?bons(?: (?:de commande|successifs?))?(?= ?(?:[.,;:)]|$)|,? pendant| sur | au fur)";
const DECLARED = fr`(?:il s'agit|s'agissant|sous (?:la )?forme|donnent? lieu|font? l'objet|conclusion|passation|consiste|constitue|est|sont|sera|seront)(?: pass[a-z]+| conclue?s?)? ?(?:d'|à |en |de |dans le cadre d'|sous la forme d'|par )?(?:un |une |l'|des )?(?:marchés? sous forme d'|présents? )?accords?-cadres?|(?:présents?|chaque|cet|l') ?accords?-cadres?|accords?-cadres? (?:mono|multi|à bons? de commande|à marchés subséquents|exécuté|s'exécut|est |sont |n°|de (?:services|fournitures|travaux|prestations)|avec )|marchés? (?:publics? )?à bons de commande|${BY_ORDERS}|accords?-cadres?`;
const NOT_DECLARED =
  // « les géomètres sont titulaires d'accords-cadres »: it is of others.
  /\btitulaires? d'(?:un |autres )?$|(?:n'est|ne sont|pas|aucun|sans|hors|autre|ancien|precedent|actuel|ni|ccag|d'un autre|ugap|resah)(?: [a-z']+){0,3} (?:d'|un |l')?$/;
/** « d'un autre contrat, déjà passé sous forme d'accord-cadre »: it is of another consultation. */
const OF_ANOTHER =
  /(?<!\baucune? )\b(?:autre|second|tiers) (?:contrat|marche|consultation|procedure)\b|\b(?:contrat|marche|consultation|procedure) (?:distincte?|separee?|tierce|a part)\b|\b(?:contrats?|marches?|prestations?|fournitures?|travaux|services?|besoins?)\b.*\b(?:deja|par ailleurs) (?:ete )?(?:passe|conclu|notifie|attribue|couvert|assure|traite|achete)/;
const OTHER_FRAME =
  /^[^.;]{0,60}\b(?:passe|conclu|signe|notifie|attribue)e?s? en (?:[a-z]+ )?20\d\d|^[^.;]{0,40}\b(?:ugap|resah|uniha|interministeriel|anterieur|precedent|en cours|existant|arrive a (?:echeance|terme))|^[^.;]{0,80}\b(?:etrangers? a|sans (?:lien|rapport) avec) (?:la presente|cette|la) (?:consultation|procedure)/;

/** « ☐ accord-cadre ☒ marché ordinaire » */
const UNTICKED = new RegExp(`(?:[${EMPTY_BOXES}]|\\[ ?\\]) ?(?:un |en |l'|d')?$`, 'u');
/** « Accord-cadre : non » */
const ANSWERED_NO = /^ ?\??(?: ?\([^()]*\))? ?[:=] ?(?:non|sans objet|neant|aucun)(?![a-z])/;
const NAMED = /accords?-cadres?|bons de commande/;
const MAY_DECLARE = /accords?-cadres?|\bbons\b/;
/** « techniques d'achat utilisées (accords-cadres, concours, systèmes d'acquisition dynamiques…) »: the code's list, on a form of the State. */
const OTHER_TECHNIQUES = fr`systèmes? d'acquisition dynamiques?|enchères? électroniques?|catalogues? électroniques?,? (?:et|ou)`;
const declaring: Reader<Match> = (phrase) => {
  if (!phrase.has(MAY_DECLARE) || phrase.has(OTHER_TECHNIQUES)) return undefined;
  for (const m of phrase.findAll(DECLARED)) {
    const lead = before(phrase.folded, m.from, 40);
    const rest = phrase.folded.slice(m.to);
    if (NOT_DECLARED.test(lead) || UNTICKED.test(lead) || OTHER_FRAME.test(rest) || ANSWERED_NO.test(rest)) continue;
    const clause = phrase.folded.slice(0, m.from).split(/[.;:]/).at(-1) ?? '';
    if (OF_ANOTHER.test(clause) && !m.text.startsWith('present')) continue;
    return m;
  }
  return undefined;
};

/** What an accord-cadre has a maximum of. */
const OF_ORDERS = fr`accords?-cadres?|commandes?|montants?|volumes?|quantités?|achats?|dépenses?|engagements?|besoins?|minimum|maximum|plafond[a-z]*|limit[a-z]*`;
const NO_BOUND =
  /\b(?:sans|aucune?|ni|pas|point|nul(?:le)?|illimite[a-z]*|autant|libre(?:ment|s)?|seul(?:e|ement)?|uniquement)\b/;
const REASON = fr`car|en raison|étant donné|parce qu['a-z]*|puisqu['a-z]*|du fait|compte tenu|dès lors|afin|au motif|(?:motif|raison)s?|en effet|eu égard|au regard|justifi[a-z]*|motiv[a-z]*|amorti[a-z]*|exceptionnel[a-z]*|nécessaires? (?:à|pour)|nécessité[a-z]*`;

/** « | Justification | L'amortissement des moules… | » in the table that says how long. */
const isRowOfReason = ({ passage }: Sentence, told: Sentence): boolean =>
  passage.table !== undefined && passage.table === told.passage.table && passage.rowLabel?.has(REASON) === true;

const ENTITE = /\bentites? adjudicatrices?\b/;

/** « | Accord-cadre | non | » */
const isRowOfNo = ({ passage: { rowLabel, table, cell } }: Sentence): boolean => {
  const [, answer, more] = (cell?.column === 0 && rowLabel && table?.rowOf(rowLabel)?.cells) || [];
  return answer !== undefined && more === undefined && NO.test(answer.folded);
};
const NO = /^[^a-z]*(?:non|sans objet|neant)[^a-z]*$/;

/** An amount, and no more. */
const AT_MOST = /(?:€|euros?)(?: h\.?t\.?| t\.?t\.?c\.?| hors taxes)?,? au (?:plus|maximum)(?![a-z])/;

/** « un accord-cadre à bons de commande, de 40 000 € HT au plus » */
const isAtMost = (s: Sentence): boolean =>
  s.has(fr`accords?-cadres?`) || (lotNames(s.folded).length > 0 && isUnderOrders(s));

/** « Bons de plus de 50 000 € »: those above, and no bound. */
const OVER = /(?:plus|moins) de $|(?:superieur|inferieur)[a-z]* a $/;
/** It bounds one order, or says that there is no bound. */
const isOtherwise = (s: Sentence): boolean =>
  ONE_ORDER.test(s.folded) || s.has(OF_EACH) || s.has(UNLIMITED) || s.has(UNCAPPED) || isWeak(s.folded);
const OF_EACH = fr`moyenne|(?:par|chaque|à chaque) (?:bon|commande|marché subséquent)|marchés? subséquents? ?:`;

/** Of what is said in these words, expressions know what it says. */
const KNOWN = [CEILING, UNLIMITED, UNCAPPED, LONE_FLOOR, OTHER_CEILING];
const isMaximumHeard = ({ surety, sentence }: Heard): boolean =>
  (surety === 'sure' || sentence.has(NAMED)) &&
  sentence.folded.trim().split(' ').length > 3 &&
  !KNOWN.some((words) => sentence.has(words)) &&
  counts(sentence.folded).length > 0;

const boundsNoOrders = (s: Sentence): boolean =>
  !s.has(OTHER_CEILING) &&
  !OF_OTHERS.test(s.folded) &&
  !isUnderOthers(s) &&
  s.has(OF_ORDERS) &&
  NO_BOUND.test(s.folded.replace(NO_OTHER, ' '));
/** « qui n'entrent dans aucun autre marché »: what they are, and no bound. */
const NO_OTHER = /\baucune? autre (?:marche|contrat|accord-cadre|procedure|lot)s?\b/g;

/** « … ne dépasse pas 10 % du montant maximum »: there is one. */
const PART_OF_MAXIMUM = /(?:%|pour cent) (?:ht )?du (?:montant )?maxim(?:um|al)/;

/** Whether the contract, or some lots, are an accord-cadre, with its maximum and its duration. */
export const accordCadre = defineFact<AccordCadre>({
  id: 'accord-cadre',
  title: 'Accord-cadre',
  read(piece) {
    const { draft } = piece;
    const place = (at: Span, sentence: Sentence): AccordCadrePlace => ({ lots: lotsOf(sentence), at, sentence });
    const told = piece.ask(duree);
    const spans = readSpans(piece)
      .filter(({ at }) => !told.some((d) => !d.doubt && overlaps(d.at, at)))
      .map((d) => ({ ...d, lots: lotsOf(d.sentence) }));
    // What words surely say takes the place of what is but probable there.
    const others = told.filter((d) => !d.doubt || !spans.some(({ at }) => overlaps(d.at, at)));
    const durees = [...others, ...spans].map((d) => {
      const near = d.sentence.section.sentences.filter(
        (s) =>
          s.has(REASON) &&
          (s.passage === d.sentence.passage || /\bduree|ans\b|mois\b/.test(s.folded) || isRowOfReason(s, d.sentence)),
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
      ...listed(piece, new Set(limits.map((l) => l.sentence))),
    ];
    for (const [sentence, sums] of sumsHeard(draft)) {
      const most = sums.find(
        (sum) => sum.role === 'maximum' && sum.surety === 'sure' && !OVER.test(sentence.folded.slice(0, sum.from)),
      );
      if (most && !isOtherwise(sentence) && !maximums.some((m) => m.sentence === sentence))
        maximums.push({ ...place(sentence.at(most), sentence), kind: 'value', value: most.value, tax: most.tax });
    }
    for (const sentence of [
      ...draft.sentencesWith(AT_MOST).filter(isAtMost),
      ...saying(piece, 'accord-cadre/maximum-fixe').flatMap((one) => (isMaximumHeard(one) ? one.sentence : [])),
    ])
      if (!maximums.some((m) => m.sentence === sentence))
        maximums.push({ ...place(sentence.span, sentence), kind: 'open', value: undefined, tax: undefined });
    const unlimited = draft
      .collect(unlimiting)
      .filter(({ sentence }) => namesOrders(sentence) || !isUnderOthers(sentence))
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
      if (!known && boundsNoOrders(sentence) && !sentence.has(PART_OF_MAXIMUM))
        unlimited.push({ ...heard, doubt: hearing(one) });
    }
    return {
      declared: draft
        .collect(declaring)
        .filter(({ sentence }) => !isRowOfNo(sentence))
        .map(({ value, sentence }) => place(sentence.at(value), sentence)),
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
