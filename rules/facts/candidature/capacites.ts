import type { Passage, Reader, Section, Sentence } from '../../kit/draft.ts';
import { type AmountItem, endOfSum } from '../../kit/french/amounts.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, findAll, has } from '../../kit/text.ts';
import { answering, type HeardSum, hearing, LOT_COLUMN, lotCell, type Said, sumsHeard } from '../commun/index.ts';
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
  readonly match: Stretch;
  readonly montant: number | undefined;
  readonly multiple: number | undefined;
  readonly tax: AmountItem['tax'];
  readonly doubt?: Doubt;
}

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
  return {
    match: { from: number.from, to },
    montant: undefined,
    multiple: number.value + (half ? 0.5 : 0),
    tax: undefined,
  };
}

/** « Deux fois le montant estimé », asked as a turnover. */
const asMultiple: Reader<Level> = (phrase) =>
  phrase.has(TIMES) || phrase.has(MULTIPLE) ? multipleOf(phrase.folded) : undefined;

/** What names the figure of a cell or item: its row's label, its column, the head of its list. */
const labelsOf = (passage: Passage): string => {
  const row = passage.table?.rowOf(passage);
  if (!row) return passage.list ? (passage.lead?.folded ?? '') : '';
  const label = row.cells[0] === passage ? undefined : row.cells[0];
  const { table } = passage;
  const first = table?.header.cells[0]?.folded ?? '';
  const heads = [table?.headerOf(passage)?.folded, table?.lead?.folded, has(first, CA) ? first : undefined];
  return [label?.folded, ...heads].join(' ; ');
};

/** The lot that a row of a table by lots is for: « Lot | Minimum exigé », « 4 | 150 000 € ». */
function rowLot(passage: Passage): string | undefined {
  const label = lotCell(passage);
  const head = label && passage.table?.headerOf(label);
  if (!label || label === passage || !head || !LOT_COLUMN.test(head.folded)) return undefined;
  return /^ ?(?<lot>\d{1,2}|[a-h])(?: ?[-:.)] ?[a-z][^\d]*)? ?$/.exec(label.folded)?.groups?.lot;
}
/** A column beside the turnovers that gives what the lots are worth. */
const WORTH = fr`estim[a-z]*|valeurs? d(?:u|es)|montants? (?:maxim[a-z]+|du lot|du marche|prévisionnels?)|budgets?`;

/** The lot that the sentence gives to a level. Lots stand all before their levels, or all after: the first tells. */
function lotBeside(folded: string, place: Stretch, levels: readonly Level[]): string | undefined {
  const rank = levels.findIndex(({ match }) => match === place);
  const before = folded.slice(levels[rank - 1]?.match.to ?? 0, place.from);
  const after = folded.slice(place.to, levels[rank + 1]?.match.from ?? folded.length);
  const leads = has(folded.slice(0, levels[0]?.match.from), LOT);
  const own = findAll(leads ? before : after, LOT).at(leads ? -1 : 0);
  if (own) return own.groups.lot;
  // « … pour le lot 2 ; celui qui se présente au lot 3 établit… »: another clause may go the other way.
  const [clause] = leads ? after.split(';') : before.split(';').slice(-1);
  const other = before.includes(';') && levels.length > 1 ? findAll(clause ?? '', LOT) : [];
  return other.length === 1 ? other[0]?.groups.lot : undefined;
}

/** The lot that its row, its labels or the titles above it give to a passage. */
function lotAbove(passage: Passage): string | undefined {
  const row = rowLot(passage);
  if (row) return row;
  const titles = [...passage.section.chain].reverse().map((s) => s.heading?.folded ?? '');
  for (const words of [labelsOf(passage), ...titles]) {
    const m = find(words, LOT);
    if (m) return m.groups.lot;
  }
  return undefined;
}

/** The lot of a level: of its sentence, else of its place, else of the sentence before, of which it speaks on. */
function lotOf(sentence: Sentence, place: Stretch, levels: readonly Level[]): string | undefined {
  const { folded, passage } = sentence;
  const own = lotBeside(folded, place, levels) ?? lotAbove(passage);
  if (own) return own;
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
const isDeclared = ({ folded, passage: { cell, list }, section }: Sentence): boolean =>
  DECLARED.test(folded) && !((cell || list) && section.under(LEAST_LEVELS));
/** « La commune exigeait », « cette exigence est abandonnée »: asked in another contract, or no more. */
const PAST = fr`(?:demand|exige|impos|requér|réclam|fix|prévoy)(?:ait|aient)|(?:avai(?:t|ent)|a|ont) été (?:demandé|exigé|imposé|requis|réclamé)[a-z]*|(?:n'est|ne sont|ne sera|ne seront) plus (?:demandé|exigé|imposé|requis)[a-z]*|(?:n'exig|n'impos|ne demand|ne réclam|ne requi)[a-z]* plus`;
const DROPPED = fr`(?:exigences?|conditions?|seuils?|niveaux?|planchers?|minim(?:um|a)),?(?: [a-z0-9',-]+){0,6}? (?:est|sont|a été|ont été) (?:abandonn|supprim|lev|retir|écart)[a-z]*`;
const isPast = (sentence: Sentence): boolean => {
  const after = sentence.next;
  return sentence.has(PAST) || sentence.has(DROPPED) || (after?.passage === sentence.passage && after.has(DROPPED));
};
/** What is around a figure gives it for another capacity, for no condition, or for one that is over. */
function isOfOther(sentence: Sentence, labels: string): boolean {
  const said = (pattern: RegExp) => sentence.has(pattern) || has(labels, pattern);
  const head = sentence.passage.table?.headerOf(sentence.passage);
  if (!sentence.has(CA) && head?.has(WORTH) && !head.has(CA)) return true;
  return said(FREE) || said(OTHER_CAPACITY) || isDeclared(sentence) || isPast(sentence);
}

/** A multiple is of a turnover that is asked: the sentence says so, or the labels of its cell or item. */
function multipleIn(sentence: Sentence, value: Level, labels: string): Level[] {
  const said = (pattern: RegExp) => sentence.has(pattern) || has(labels, pattern);
  return said(CA) && said(REQUIRED) ? [value] : [];
}

/** Sums that are heard as a turnover; those of a table of least levels, below a title that names it. */
function sumsIn(sentence: Sentence, sums: readonly HeardSum[], labels: string): Level[] {
  const { folded, passage, section } = sentence;
  const asked = sums.filter(({ role, unit, from }) => {
    if (unit && unit !== 'an' && unit !== 'lot') return false;
    const before = folded.slice(Math.max(0, from - 70), from);
    if (ESTIMATE.test(before) && !has(before.slice(-50), CA)) return false;
    const isRequired = passage.cell !== undefined && has(labels, REQUIRED);
    return role === 'chiffre-affaires' || (isRequired && (has(labels, CA) || section.heading?.has(CA)));
  });
  // « 70 000 €, contre 50 000 € au marché passé »
  const several = new Set(asked.map(({ value }) => value)).size > 1 && sentence.findAll(LOT).length < 2;
  return (several ? asked.slice(0, 1) : asked).map((sum) => ({
    match: { from: sum.from, to: endOfSum(folded, sum) },
    montant: sum.value,
    multiple: undefined,
    tax: sum.tax,
    ...(sum.surety === 'probable' && { doubt: hearing({ ...sum, sentence }) }),
  }));
}

function turnovers(piece: Piece): ChiffreAffaires[] {
  const multiples = new Map(piece.draft.collect(asMultiple).map(({ sentence, value }) => [sentence, value]));
  const sums = sumsHeard(piece.draft);
  return [...new Set([...sums.keys(), ...multiples.keys()])].flatMap((sentence) => {
    const labels = labelsOf(sentence.passage);
    const times = multiples.get(sentence);
    const levels = times ? multipleIn(sentence, times, labels) : sumsIn(sentence, sums.get(sentence) ?? [], labels);
    if (levels.length === 0 || isOfOther(sentence, labels)) return [];
    return levels.map(
      ({ match, ...level }): ChiffreAffaires => ({
        ...level,
        lot: lotOf(sentence, match, levels),
        justifie: isReasoned(piece, sentence.section),
        at: sentence.at(match),
        sentence,
      }),
    );
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
