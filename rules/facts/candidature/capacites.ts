import type { Passage, Section, Sentence } from '../../kit/draft.ts';
import { AMOUNT_SIGNS, type AmountItem, amounts } from '../../kit/french/amounts.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import { type Readable, wordsOf } from '../../kit/words.ts';
import { answering, hearing, LOT_COLUMN, measured, type Said, saying } from '../commun/index.ts';
import { eliminating } from './references.ts';

/** A least turnover asked of the candidates. */
export interface ChiffreAffaires {
  /** Euros a year, as written; undefined when it is given as a multiple of the contract's amount. */
  readonly montant: number | undefined;
  /** « deux fois le montant estimé »: 2; undefined when it is given in euros. */
  readonly multiple: number | undefined;
  readonly tax: AmountItem['tax'];
  /** Number of the lot it is for; undefined when it names none. */
  readonly lot: string | undefined;
  /** The reason of so high a level is written in the same article. */
  readonly justifie: boolean;
  /** The amount or multiple as written. */
  readonly at: Span;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

const CA = fr`chiffres? d'affaires?|volumes? d'affaires|(?:ventes|recettes|activite|produits?) annuel(?:le)?s?(?: (?:moyen(?:ne)?s?|global(?:e|es)?))?|c\.?a\.? (?:annuel|moyen|global|minimum|minimal|minimaux|total|ht|h\.t)`;
const REQUIRED = fr`depass(?:e|ent|er|ant)|(?:n'est|ne sont|ne seront) admise?s? que|minim(?:um|a|al|ale|aux|ales)|au moins|superieure?s? (?:ou egale?s? )?au?|egale?s? au?|atteindre|atteint|atteigne|inferieure?s? au?|exige[a-z]*|requis(?:es?)?|plancher|seuil|en deca|en dessous|doi(?:t|vent)|devr(?:a|ont)|justifi(?:e|ent|er|era|eront) (?:d'un|d'une|de)|preuve (?:d'un|de)|dispos(?:e|ent|er|ant) d'un|realis(?:e|er|ant|ent)|niveau`;
const FREE = fr`(?:aucun|pas de|sans)(?: (?:niveau|seuil|montant|minimum|plancher|chiffre))+|n'est (?:pas )?(?:exige|requis|demande|impose|fixe)|a titre (?:indicatif|d'information|informatif)|pour information`;
/** Of another than the candidate: « le chiffre d'affaires du service en 2025 », or what a rebate depends on. */
const OTHER_CAPACITY = fr`chiffres? d'affaires (?:annuel )?(?:du|de la|de l'|des) ?(?:service|régie|boutique|restaurant|équipement|établissement|accord-cadre|marché|contrat|titulaire|exploitation|délégation|activité|stade|musée|piscine)s?|remises? (?:est|sont|sera|de)|redevances?|petites? (?:et|ou) moyennes?|pme|microentreprises?|jeunes? entreprises?|n'exced(?:e|ent) pas|amendes?|rgpd|penalites?|% (?:de|du) (?:son |leur |ce )?chiffre|pour cent (?:de|du) (?:son |leur )?chiffre|cumule[a-z]*|ristourne|remise de fin`;
/** Before an amount: it is the contract's, not the turnover's. */
const ESTIMATE = /(?:estime|estimation|valeur|montant (?:du|de)|enveloppe|budget)[a-z' -]*$/;
const LOT = fr`lots? (?:n ?° ?|numero )?(?<lot>\d{1,2}|[a-h](?= ))`;
const TIMES = fr`fois (?:et demie? )?(?:le |la |l'|ce |cette )?(?:montant|valeur|estimation|prix|cout|budget)`;
const MULTIPLES: Readonly<Record<string, number>> = { double: 2, triple: 3, quadruple: 4, quintuple: 5 };
const MULTIPLE = fr`(?<word>double|triple|quadruple|quintuple) (?:du |de la |de l'|de ce |de cette )(?:montant|valeur|estimation|prix|cout|budget)`;
const REASON = fr`(?:est|sont|etant|se) (?:ainsi |donc |dument )?justifie[a-z]*|justifiee?s? (?:par|en raison)|se justifie|justification|en raison d[eu]s?|s'explique[a-z]*|motivee?s? par|compte tenu|au regard d[eu]s?|eu egard|du fait d[eu]s?|dicte[a-z]* par|risques?|parce qu[e']|puisqu[e']|des lors qu[e']|tient (?:a|au|aux)`;
/** A cause, in whatever words: what is heard to justify has one. */
const CAUSE = fr`${REASON.source}|car|afin|pour (?:[a-z']+ ){0,2}[a-z]+er|exigean?t|impose(?:nt)?|necessite(?:nt)?|defaillance|prefinanc[a-z]*|permet(?:tre|tent)?|garanti[a-z]*`;
const LEVEL = fr`chiffres? d'affaires?|ce niveau|ce montant|ce seuil|cette exigence|ce plancher|ce minimum`;

interface Level {
  readonly match: Match;
  readonly montant: number | undefined;
  readonly multiple: number | undefined;
  readonly tax: AmountItem['tax'];
}

interface CapacityRead {
  readonly named: boolean;
  readonly required: boolean;
  readonly levels: readonly Level[];
}

const read = (phrase: Readable): CapacityRead | undefined => {
  const ca = phrase.find(CA);
  const isMultiple = phrase.has(TIMES) || phrase.has(MULTIPLE);
  if (!ca && !isMultiple && !phrase.has(AMOUNT_SIGNS)) return undefined;
  const items = amounts(phrase.folded);
  if (!ca && !isMultiple && items.length === 0) return undefined;
  if (phrase.has(OTHER_CAPACITY) || phrase.has(FREE)) return undefined;
  const times = isMultiple ? multipleOf(phrase.folded) : undefined;
  const levels = times ? [times] : items.flatMap((item) => levelOf(phrase.folded, item) ?? []);
  if (levels.length === 0) return undefined;
  return { named: ca !== undefined, required: phrase.has(REQUIRED), levels };
};

/** A sum as a least turnover; undefined for an estimate, and for what is counted otherwise than by year or lot. */
function levelOf(folded: string, item: AmountItem): Level | undefined {
  if (item.unit && item.unit !== 'an' && item.unit !== 'lot') return undefined;
  const isEstimate = ESTIMATE.test(folded.slice(Math.max(0, item.from - 70), item.from));
  if (isEstimate && !turnoverNear(folded, item)) return undefined;
  return { match: trimmed(folded, item), montant: item.value, multiple: undefined, tax: item.tax };
}

/** An amount without the full stop of its sentence (« 500 000 € HT. »). */
const trimmed = (folded: string, { from, to }: AmountItem): Match => {
  const text = folded.slice(from, to).replace(/(?<=ht|ttc|€|euros)\.$/, '');
  return { from, to: from + text.length, text, groups: {} };
};

/** « … la valeur estimée étant de 90 000 €, un chiffre d'affaires de 120 000 € » */
const turnoverNear = (folded: string, item: AmountItem) =>
  has(folded.slice(Math.max(0, item.from - 50), item.from), CA);

function multipleOf(folded: string): Level | undefined {
  const word = find(folded, MULTIPLE);
  const value = word?.groups.word && MULTIPLES[word.groups.word];
  if (word && value) return { match: word, montant: undefined, multiple: value, tax: undefined };
  const times = find(folded, TIMES);
  if (!times) return undefined;
  const number = numbers(folded, { articles: true }).find((n) => n.to <= times.from && times.from - n.to <= 6);
  if (!number) return undefined;
  const half = /^fois et demie? /.exec(times.text);
  const to = times.from + (half ? half[0].length - 1 : 'fois'.length);
  const match = { from: number.from, to, text: folded.slice(number.from, to), groups: {} };
  return { match, montant: undefined, multiple: number.value + (half ? 0.5 : 0), tax: undefined };
}

/** What names the figure of a cell or item: its row's label, its column, the head of its list. */
const labelsOf = (passage: Passage): string => {
  const row = passage.table?.rowOf(passage);
  if (!row) return passage.list ? (passage.lead?.folded ?? '') : '';
  const label = row.cells[0] === passage ? undefined : row.cells[0];
  return [label?.folded, passage.table?.headerOf(passage)?.folded, passage.table?.lead?.folded].join(' ; ');
};

/** The lot that a row of a table by lots is for: « Lot | Minimum exigé », « 4 | 150 000 € ». */
function rowLot(passage: Passage): string | undefined {
  const { table } = passage;
  const row = table?.rowOf(passage);
  const label = row?.cells.find((c) => c.cell?.column === 0);
  const heads = table?.header.cells.find((c) => c.cell?.column === 0);
  if (!label || label === passage || !heads || !LOT_COLUMN.test(heads.folded)) return undefined;
  return /^ ?(?<lot>\d{1,2}|[a-h])(?: ?[-:.)] ?[a-z][^\d]*)? ?$/.exec(label.folded)?.groups?.lot;
}
/** A column beside the turnovers that gives what the lots are worth. */
const WORTH = fr`estim[a-z]*|valeurs? d(?:u|es)|montants? (?:maxim[a-z]+|du lot|du marche|prévisionnels?)|budgets?`;

/** The lot of a level. In a sentence lots stand all before their levels, or all after: the first tells. */
function lotOf(sentence: Sentence, level: Level, levels: readonly Level[]): string | undefined {
  const { folded, passage } = sentence;
  const rank = levels.indexOf(level);
  const before = folded.slice(levels[rank - 1]?.match.to ?? 0, level.match.from);
  const after = folded.slice(level.match.to, levels[rank + 1]?.match.from ?? folded.length);
  const leads = has(folded.slice(0, levels[0]?.match.from), LOT);
  const own = findAll(leads ? before : after, LOT).at(leads ? -1 : 0);
  if (own) return own.groups.lot;
  const row = rowLot(passage);
  if (row) return row;
  const titles = [...passage.section.chain].reverse().map((s) => s.heading?.folded ?? '');
  for (const words of [labelsOf(passage), ...titles]) {
    const m = find(words, LOT);
    if (m) return m.groups.lot;
  }
  const earlier = sentence.previous?.findAll(LOT) ?? [];
  return earlier.length === 1 && /^(?:il|elle|le candidat|celui)/.test(folded) ? earlier[0]?.groups.lot : undefined;
}

const isReasoned = (piece: Piece, section: Section): boolean =>
  section.sentences.some((s) => s.has(LEVEL) && s.has(REASON)) ||
  answering(piece, 'candidature/chiffre-affaires-justifie', (s) => s.section === section && s.has(CAUSE)) !== undefined;

const LEAST_LEVELS = fr`niveaux? (?:de capacités? )?(?:minim[a-z]+|demandés?|exigés?|requis|attendus?)|capacites? (?:minim[a-z]+|exigées?|requises?)|(?:seuils?|planchers?|minim(?:um|a)) (?:exigés?|requis|demandés?|de capacités?)`;
/** « Chiffre d'affaires : 60 000 € », « était de 60 000 € »: what a candidate has. */
const DECLARED =
  /^[^a-z]*chiffres? d'affaires[a-z ]*: [^a-z]*€?[^a-z]*$|(?<![a-z])(?:etait|etaient|s'elevait|s'elevaient)(?![a-z])/;
/** « La commune exigeait », « cette exigence est abandonnée »: asked in another contract, or no more. */
const PAST = fr`(?:demand|exige|impos|requér|réclam|fix|prévoy)(?:ait|aient)|(?:avai(?:t|ent)|a|ont) été (?:demandé|exigé|imposé|requis|réclamé)[a-z]*|(?:n'est|ne sont|ne sera|ne seront) plus (?:demandé|exigé|imposé|requis)[a-z]*|(?:n'exig|n'impos|ne demand|ne réclam|ne requi)[a-z]* plus`;
const DROPPED = fr`(?:exigences?|conditions?|seuils?|niveaux?|planchers?|minim(?:um|a)),?(?: [a-z0-9',-]+){0,6}? (?:est|sont|a été|ont été) (?:abandonn|supprim|lev|retir|écart)[a-z]*`;
const isPast = (sentence: Sentence): boolean => {
  const after = sentence.next;
  return sentence.has(PAST) || sentence.has(DROPPED) || (after?.passage === sentence.passage && after.has(DROPPED));
};
/** The turnover is named: by the sentence, the labels of a cell or item, or the title above a table of levels. */
const isNamedAt = ({ named }: CapacityRead, { passage, section }: Sentence, labels: string): boolean =>
  named || has(labels, CA) || (passage.cell !== undefined && section.heading?.has(CA) === true);

/** The least is said to be one: by the sentence, the labels of a cell or item, or the titles above it. */
const isRequired = ({ required }: CapacityRead, { passage, section }: Sentence, labels: string): boolean =>
  required ||
  has(labels, REQUIRED) ||
  ((passage.cell !== undefined || passage.list !== undefined) && section.under(LEAST_LEVELS));

/** What is around the figure gives it for another capacity, for no condition, or for what something is worth. */
function isOfOther({ named }: CapacityRead, { passage }: Sentence, labels: string): boolean {
  if (has(labels, FREE) || has(labels, OTHER_CAPACITY)) return true;
  const head = named ? undefined : passage.table?.headerOf(passage);
  return head?.has(WORTH) === true && !head.has(CA);
}

function turnovers(piece: Piece): ChiffreAffaires[] {
  const heard = new Map(saying(piece, 'candidature/chiffre-affaires-exige').map((one) => [one.sentence, one]));
  // « Chiffre d'affaires minimal (€ HT) » over « 240 000 »
  const inColumns = measured(piece.draft).flatMap(({ cell, said }) => {
    const [sentence] = cell.sentences;
    const value = read(wordsOf(said));
    if (!sentence || !value) return [];
    const within = ({ match, ...level }: Level): Level => ({
      ...level,
      match: { ...match, to: Math.min(match.to, cell.folded.trimEnd().length) },
    });
    return [{ sentence, value: { ...value, levels: value.levels.map(within) } }];
  });
  return [...piece.draft.collect(read), ...inColumns].flatMap(({ value, sentence }): ChiffreAffaires[] => {
    const labels = labelsOf(sentence.passage);
    const isNamed = isNamedAt(value, sentence, labels);
    const asked = DECLARED.test(sentence.folded) ? undefined : heard.get(sentence);
    if (!(asked || (isNamed && isRequired(value, sentence, labels)))) return [];
    if (isOfOther(value, sentence, labels) || isPast(sentence)) return [];
    const several = new Set(value.levels.map((l) => l.montant)).size > 1 && sentence.findAll(LOT).length < 2;
    const kept = several ? value.levels.slice(0, 1) : value.levels;
    return kept.map((level) => ({
      montant: level.montant,
      multiple: level.multiple,
      tax: level.tax,
      lot: lotOf(sentence, level, kept),
      justifie: isReasoned(piece, sentence.section),
      at: sentence.at(level.match),
      sentence,
      doubt: isNamed ? undefined : asked && hearing(asked),
    }));
  });
}

export interface Capacites {
  readonly chiffresAffaires: readonly ChiffreAffaires[];
  /** Where having no references is enough to be left out. */
  readonly referencesEliminatoires: readonly Said[];
}

/** What is asked of the candidates' capacities: least turnover, references without which they are left out. */
export const capacites = defineFact<Capacites>({
  id: 'capacites',
  title: 'Capacités demandées aux candidats',
  read: (piece) => ({ chiffresAffaires: turnovers(piece), referencesEliminatoires: eliminating(piece) }),
  show({ chiffresAffaires, referencesEliminatoires }) {
    if (chiffresAffaires.length + referencesEliminatoires.length === 0) return undefined;
    return {
      chiffreAffaires: chiffresAffaires.map(({ montant, multiple, lot, justifie }) => ({
        montant,
        multiple,
        lot,
        justifie,
      })),
      referencesEliminatoires: referencesEliminatoires.map((s) => s.sentence.text),
    };
  },
});
