import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { find, findAll, has } from '../../kit/text.ts';
import { keywords } from './arbre.ts';
import { isNegated, judgesOffers, namesCriteria } from './contexte.ts';
import { endOfPart, type Line, OFFER_OR_NOTE, readLine } from './ligne.ts';
import { isWhole, sumOf, weightsIn } from './poids-ecrits.ts';
import { subjectsOf } from './sujet.ts';

const INTRO = fr`not(?:ation|é|ée|és|ées|er|era|eront|ent|ons|erons)|notes?(?! (?:de \d|d'|technique|méthodolog|explicativ|descriptiv|de (?:calcul|synthèse|présentation|cadrage)))|(?:jug|class|évalu|appréci|sélectionn|chois|reten|départag|compar|attribu|analys|pondér|fond|examin|hiérarchis|établi|effectu)[a-zé]*|t(?:en|ien)(?:u|ir|ant|dra|dront|drons|t|nent|ons) compte|compte tenu|(?<!au )choix|économiquement la plus avantageuse`;
const BY = fr`selon|sur (?:la base|le fondement)|d'après|au (?:regard|vu|moyen)|en fonction|à partir|sur|par|suivant(?!s)|en tenant compte|prenant en compte|compte tenu|à raison|pour|entre|d[ue](?= (?:prix|la|l'|les|coût|tarif|montant|loyer|devis))`;
const LIST_LEAD =
  /(?:(?<!sous-)(?<!sous )criteres(?: d'attribution| de jugement| de choix| de selection| de notation| retenus?| ponderes?| suivants?| ci-apres| et (?:leur )?ponderation| enonces| d'evaluation| des offres| sont| seront| est| comme suit|,| par ordre decroissant d'importance| avec leur ponderation| du lot \d+| classes| hierarchises| affectes?)*) ?(?:[^.;:]{0,110}?)(?::|(?<=sont|seront|suivants) (?!pas |les suivants|ponder|class|hierarch|indiqu|enonc|fixe|defini|precis|identique|meme|applic|appliqu|note|juge|evalu|appreci|examin|analys|ceux|list|ci-))/;
/** Talked over with candidates: no criteria. */
const TALKED_OVER = fr`(?:discut|négoci|échang|dialogu|entret)(?:er|ent|era|eront|e|enir|iendra|iennent)? (?:[a-z']+ ){0,3}?(?:de|du|des|sur|d')`;

/** A part with a verb of its own is a statement and no name. */
const FINITE = fr`(?:peu(?:t|vent)|doi(?:t|vent)|est|sont|sera|seront|dépend(?:ent)?|propose(?:nt|ra)?|a|ont|fera|fait|ne)`;

/** Shares of a price that is paid or revised, and not of a note. */
export const OF_PAYMENT = fr`acomptes?|avances?|soldes?|pay(?:é|ée|és|ées|able|ables|er)|paiements?|vers(?:é|ée|és|ées|er|ement|ements)|factur[a-zé]+|pénalités?|révis(?:ion|ions|é|és|able|ables)|ind(?:ice|ices|exé|exés)|tva|retenues?|réglée?s?|mandatée?s?|partie fixe|part fixe|rabais|marge`;

/** Verbs of who compares offers, before what he compares. */
const WEIGH_UP = fr`(?:compar|examin|appréci|not|jug|évalu|analys|considér|regard|pès|pes)(?:e|ent|era|eront|erons|ons|eons)`;

/** What is settled with the winner is no criterion. */
const BARGAINED = fr`négoci[a-zé]+|mises? au point`;

/** What is listed is then what one criterion is made of. */
const ONLY = fr`seule?s?|unique(?:s|ment)?|exclusivement`;

/** Two shares alone may be of anything, where nothing says that they are of a note. */
const OF_AWARD = fr`not(?:e|es|é|ée|és|ées|er|ation|ons|erons)|attribu[a-zé]+|jug[a-zé]+|critères?|lots?|class[a-zé]+|départag[a-zé]+|offres?`;

/** What follows divides one note or criterion, and is no grid. */
const OF_PART = fr`sous[- ]?critères?|notes? (?:technique|financière|qualité|environnementale|intermédiaire|de la|du)|(?:ce|chaque|le) critère|décompos[a-zé]*|subdivis[a-zé]*|sous[- ](?:éléments?|rubriques?)`;

const total = (lines: readonly Line[]) => lines.reduce((t, l) => t + (l.weight?.value ?? 0), 0);

/** Cuts words apart where a pattern stands, brackets kept whole; what holds no word is left out. */
function cutAt(folded: string, from: number, to: number, sticky: RegExp): Stretch[] {
  const text = folded.slice(from, to);
  const out: Stretch[] = [];
  let start = from;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth = Math.max(0, depth - 1);
    sticky.lastIndex = i;
    const m = depth === 0 ? sticky.exec(text) : null;
    if (!m) continue;
    out.push({ from: start, to: from + i });
    start = from + i + m[0].length;
    i += m[0].length - 1;
  }
  out.push({ from: start, to });
  return out.filter((s) => /[a-z]{3}/.test(folded.slice(s.from, s.to)));
}

/** « 1) le prix 2) la qualité » */
function numberedParts(folded: string, from: number, to: number): Stretch[] | undefined {
  const text = folded.slice(from, to);
  const numbered = [...text.matchAll(/(?:^|[ ,])(?:\d{1,2}|[a-h])(?:\)|°| ?- ?(?=[a-z])|\.(?= [a-z]))/g)];
  if (numbered.length < 2) return undefined;
  const starts = numbered.map((m) => m.index + (/^[ ,]/.test(m[0]) ? 1 : 0));
  return starts.map((s, i) => ({ from: from + s, to: from + (starts[i + 1] ?? text.length) }));
}

/** « 60 % pour le prix, 40 % pour la qualité », or each weight after its name. */
function weightedParts(folded: string, from: number, to: number): Stretch[] | undefined {
  const weights = weightsIn(folded, from, to);
  const [first] = weights;
  if (!first || weights.length < 2) return undefined;
  const beforeFirst = folded.slice(from, first.from);
  const weightFirst = !/[a-z]{3}/.test(beforeFirst.replace(/\b(?:pour|raison|hauteur|respectivement|soit)\b/g, ''));
  if (weightFirst) return weights.map((w, i) => ({ from: w.from, to: weights[i + 1]?.from ?? to }));
  const edge = (w: Stretch) => endOfPart(folded, w, from, to);
  return weights.map((w, i) => ({
    from: i === 0 ? from : edge(weights[i - 1] as Stretch),
    to: i === weights.length - 1 ? to : edge(w),
  }));
}

/** Splits an enumeration: by `;`, else by its numbers, else after each weight, else by commas. Brackets are kept whole. */
export function split(folded: string, from: number, to: number): Stretch[] {
  if (folded.slice(from, to).includes(';')) return cutAt(folded, from, to, /;(?: et)?/y);
  return (
    numberedParts(folded, from, to) ??
    weightedParts(folded, from, to) ??
    cutAt(
      folded,
      from,
      to,
      /,? (?:et|puis)(?: enfin)? (?:sur |par |d'apres |selon )?(?=l[ea']|l'|d|prix|valeur|qual|delai|perf)|, /y,
    )
  );
}

/** « Tenue au gel ; prix ; reprise des emballages » */
const THREE_PARTS = /;[^;]*;/;

/** Something introduces a list of criteria, it has three parts, or weights are given. */
const mayList = (folded: string): boolean =>
  /crit|pris|: /.test(folded) ||
  THREE_PARTS.test(folded) ||
  has(folded, INTRO) ||
  has(folded, WEIGH_UP) ||
  weightsIn(folded).length > 1;

/** Where a sentence stands: heard to announce criteria, in the part on award, or anywhere. */
export type Place = 'heard' | 'award' | 'anywhere';

/** A sentence that may list criteria. */
interface Listing {
  readonly folded: string;
  /** The same without the colons in brackets, which announce nothing: « [à compléter : poids] ». */
  readonly open: string;
  /** Where its colon is; -1 where it has none. */
  readonly colon: number;
  readonly lead: RegExpExecArray | null;
  readonly weights: ReturnType<typeof weightsIn>;
  readonly isHeard: boolean;
  readonly isAward: boolean;
}

function listingOf(folded: string, place: Place): Listing {
  const open = folded.replace(/\[[^\]]*\]|\([^()]{0,200}\)/g, (b) => b.replace(/[:;]/g, '_'));
  return {
    folded,
    open,
    colon: open.indexOf(': '),
    lead: LIST_LEAD.exec(open),
    weights: weightsIn(folded),
    isHeard: place === 'heard',
    isAward: place !== 'anywhere',
  };
}

const isPartOfOne = ({ open, colon }: Listing): boolean => has(open.slice(0, Math.max(0, colon)), OF_PART);

/** Negated, of one criterion alone, or talked over. */
function isNoList(listing: Listing): boolean {
  const { folded, isHeard, weights } = listing;
  if (isNegated(folded) && !/critere/.test(folded)) return true;
  if (isHeard && (has(folded, ONLY) || has(folded, BARGAINED) || isPartOfOne(listing))) return true;
  return weights.length === 0 && has(folded, TALKED_OVER);
}

/** Weights that make a whole of notes. */
const makesWhole = (listing: Listing): boolean => {
  const { folded, weights } = listing;
  const least = has(folded, OF_AWARD) ? 1 : 2;
  return weights.length > least && isWhole(sumOf(weights)) && !has(folded, OF_PAYMENT) && !isPartOfOne(listing);
};

const TAKEN =
  /(?:prise?|pren(?:d(?:ra|re|rons|ront)?|ons|nent))e?s? en (?:consideration|compte),? (?:(?:par|dans l'|sans) ?ordre [^,:;]{0,50}, ?)?:? ?/;
const IN_ORDER = /criteres?[^.;:]{0,80}(?:sont|seront),? [^.;:]{0,40}(?:importance|priorite|decroissant|ordre),? /;
const UNDER = /sous-?\s?critere/;

/** Right after an expression; none where it does not stand. */
const after = (m: RegExpExecArray | null): number[] => (m ? [m.index + m[0].length] : []);

/** After the colon of what is said to judge offers. */
function afterColon({ folded, open, colon, isHeard, isAward }: Listing): number[] {
  if (colon <= 0 || UNDER.test(open.slice(0, colon))) return [];
  const announced = folded.slice(0, colon);
  return judgesOffers(announced) || isHeard || (isAward && /lot/.test(announced)) ? [colon + 2] : [];
}

/** « jugées selon… » */
function afterJudged({ folded, isAward }: Listing, isTotal: boolean): number[] {
  const intro = find(folded, INTRO);
  const by = intro && find(folded, BY, intro.to);
  if (!by || by.from - intro.to >= 60) return [];
  return judgesOffers(folded) || isAward || isTotal ? [by.to] : [];
}

/** The places where a list may begin, the most telling first. */
function startsOf(listing: Listing): number[] {
  const { folded, colon, lead, weights, isHeard, isAward } = listing;
  const isTotal = makesWhole(listing);
  return [
    ...(isAward ? after(TAKEN.exec(folded)) : []),
    ...(lead && !UNDER.test(lead[0]) ? after(lead) : []),
    ...after(IN_ORDER.exec(folded)),
    ...afterColon(listing),
    ...afterJudged(listing, isTotal),
    // The verb nearest to the list: « pour choisir, nous comparerons le tarif, la tenue des joints… ».
    ...(isHeard || isAward ? findAll(folded.slice(0, 100), WEIGH_UP).reverse() : []).map(({ to }) => to),
    ...(isTotal && colon > 0 ? [colon + 2] : []),
    ...((isAward && (weights.length > 1 || THREE_PARTS.test(folded))) || isTotal ? [0] : []),
  ];
}

/** The lines that a list would have from there; undefined where some part is no line. */
function linesFrom(folded: string, from: number): Line[] | undefined {
  const parts = split(folded, from, folded.length);
  const lines = parts.map((p) => readLine(folded, p.from, p.to)).filter((l) => l !== undefined);
  return lines.length < 2 || lines.length !== parts.length ? undefined : lines;
}

const isPrice = (name: string): boolean => subjectsOf(name).some((x) => x === 'prix' || x === 'cout-global');

/** Longer than so many characters, without a word, or the name of something else. */
const isNoName = (name: string, most = 140): boolean =>
  name.length > most || !/[a-z]{3}/.test(name) || NO_NAME.test(name);
/** « De 0 à 10, sur la base du mémoire, puis pondération »: how one notes. */
const NO_NAME = new RegExp(
  `^(?:${OFFER_OR_NOTE}|formule|ponderation$|(?:sur )?(?:la )?base (?:du|de|des)|(?:les )?memes? (?:pour|quel)|quel(?:le)?s? que)\\b`,
);

/** A piece of the contract, in the order of their precedence: « ce CCAP, votre cadre de prix, votre mémoire ». */
const A_PAPER =
  /^(?:(?:le|la|les|ce|cet|cette|votre|vos|notre|nos|son|sa|ses|leur|du|de|un|une|present|presente) |l'|d')*(?:cc(?:ap|tp|p|ag|atp)|rc|ae|acte d'engagement|bordereau|memoire|cadre d[eu]|dpgf|bpu|dqe|devis|annexe|cahier|reglement|bons? de commande|actes? speciau?x|pieces?)(?![a-z])/;

/** « Critères, prise en compte de l'environnement, prime : RC – phase offres »: matters, and the piece that tells of them. */
const TOLD_IN =
  /(?:^|:)\s?(?:(?:voir|cf\.?|au|le|a l') ?)?(?:rc|cctp|ccap|ccp|reglement d[eu]|articles? \d|annexe)(?![a-z])/;

/** « Lot 2, coiffes : ». */
const OF_ONE_LOT = /^[^a-z]*(?:pour )?(?:le )?lots? (?:n ?° ?)?\d{1,2}(?!\d)[^:;.]{0,60}: ?$/;
const PRICE_ALONE = /^(?:prix|tarifs?|couts?|montants?|loyers?|devis)$/;

/** « Nous regardons le prix, le confort et la part de bois certifié. », where the choice is told: one price beside other things. */
const isWeighedUp = ({ folded, isAward }: Listing, from: number, names: readonly string[]): boolean =>
  isAward &&
  names.length > 2 &&
  from > 0 &&
  (judgesOffers(folded.slice(0, from)) || has(folded.slice(0, from), WEIGH_UP) || has(folded.slice(0, from), INTRO)) &&
  !names.some((n) => A_PAPER.test(n)) &&
  names.filter(isPrice).length === 1;

/** Lines that a list would have, and what they name. */
interface Listed {
  readonly from: number;
  readonly lines: readonly Line[];
  readonly names: readonly string[];
  /** How many have a weight, or a place for one. */
  readonly weighted: number;
  /** How many are of a known matter. */
  readonly known: number;
  readonly priced: boolean;
}

function listedBy({ folded }: Listing, from: number, lines: readonly Line[]): Listed {
  const names = lines.map((l) => folded.slice(l.name.from, l.name.to));
  return {
    from,
    lines,
    names,
    weighted: lines.filter((l) => l.weight ?? l.hole).length,
    known: names.filter((n) => !subjectsOf(n).includes('autre')).length,
    priced: names.some(isPrice),
  };
}

/** Statements, or papers, and no names of criteria. */
const areNoNames = ({ names, weighted }: Listed): boolean =>
  (weighted === 0 && names.some((n) => has(n, FINITE))) ||
  // What has its weight is sure enough to be long.
  names.some((n) => isNoName(n, weighted === names.length ? 220 : 140)) ||
  names.filter((n) => A_PAPER.test(n)).length > 1;

/** « Prix, 50 points ; bruit, 30 points ; énergie consommée »: one was forgotten. */
const lacksOne = ({ folded, isAward }: Listing, { lines, weighted, known, priced }: Listed): boolean =>
  isAward &&
  lines.length > 2 &&
  weighted === lines.length - 1 &&
  priced &&
  folded.includes(';') &&
  known * 2 >= lines.length &&
  total(lines) < 100;

/** Weights that make a whole, of a price or of known matters: they need no word that announces them. */
const standAlone = ({ lines, weighted, known, priced }: Listed): boolean =>
  weighted === lines.length && (priced || known === lines.length) && total(lines) >= 90;

/** Whether lines without weight are criteria, by their matters and by what leads to them. */
function areMatters(listing: Listing, { from, lines, names, known, priced }: Listed): boolean {
  const { folded, lead, isHeard, isAward } = listing;
  // « Une retenue de garantie de 5 % du montant initial, augmenté du montant des avenants… »
  if (has(folded.slice(0, from), OF_PAYMENT)) return false;
  // « Lot 2, coiffes : prix, tenue à la pluie »: the price that opens the list of a lot tells what the others are.
  const isOfLot = isAward && OF_ONE_LOT.test(folded.slice(0, from)) && PRICE_ALONE.test(names[0] ?? '');
  const isLikely = priced && (isHeard || isOfLot || known * 2 >= lines.length);
  if (!isLikely && !(lead && from > lead.index && known > 0)) return false;
  const isAll = known === lines.length;
  return namesCriteria(folded) || (priced && (isHeard || isAll || isOfLot || isWeighedUp(listing, from, names)));
}

/** « Qualité des supports ; prix ; sobriété. », under a title that judges offers: names alone, one of them the price. */
const areNamesAlone = ({ isAward }: Listing, { names, weighted }: Listed): boolean =>
  isAward &&
  weighted === 0 &&
  names.length > 2 &&
  names.filter(isPrice).length === 1 &&
  names.every((n) => keywords(n).length <= 5 && !A_PAPER.test(n));

/** « La note technique est calculée ainsi : … »: how one mark is worked out. */
const MARK_OF_ONE = /^[^a-z]*(?:la |le )?notes? [a-z ]{3,40}? (?:est|sera) (?:calcule|obtenue|etablie|determinee)/;

/** « Notés sur 10 : 0, non traité ; 5, niveau demandé ; 10, niveau dépassé »: marks with what earns each, the highest or none among them. */
function isScale({ folded }: Listing, lines: readonly Line[]): boolean {
  const marks = lines.flatMap((l) => MARK_FIRST.exec(folded.slice(l.from, l.to))?.[1] ?? []).map(Number);
  const [, highest] = SCALE.exec(folded) ?? [];
  return marks.length > 2 && marks.length === lines.length && marks.some((m) => m === 0 || m === Number(highest));
}
const MARK_FIRST = /^ ?(?:[^:]{0,200}: ?)?(\d{1,3})(?: ?(?:points?|pts?))? ?[,:=-] ?[a-z]/;
const SCALE = /(?<![a-z])(?:not|evalu|appreci|jug)[a-z]* [^:;.]{0,20}?(?:sur|(?:de )?0 a) (\d{1,3})/;

/** Whether lines are criteria, by their weights and their matters. */
function areCriteria(listing: Listing, from: number, lines: readonly Line[]): boolean {
  const listed = listedBy(listing, from, lines);
  if (areNoNames(listed) || MARK_OF_ONE.test(listing.folded) || isScale(listing, lines)) return false;
  const { weighted, known } = listed;
  if (weighted === 0 && TOLD_IN.test(listing.folded.slice(from))) return false;
  if (from === 0 && areNamesAlone(listing, listed)) return true;
  const isLacking = lacksOne(listing, listed);
  if (from === 0 && !isLacking && !standAlone(listed)) return false;
  if (weighted === 0) return areMatters(listing, listed);
  return (from === 0 || known > 0) && (weighted === lines.length || isLacking || namesCriteria(listing.folded));
}

/** Reads the criteria of a sentence that gives them all. */
export function listIn(folded: string, place: Place): { lines: Line[]; from: number; to: number } | undefined {
  if (!mayList(folded)) return undefined;
  const listing = listingOf(folded, place);
  if (isNoList(listing)) return undefined;
  for (const from of startsOf(listing)) {
    const lines = linesFrom(folded, from);
    if (lines && areCriteria(listing, from, lines)) return { lines, from, to: folded.length };
  }
  return undefined;
}

/** The criteria that words give and nothing else, beside a label that announces them: « Prix 60 %, délai 40 % ». */
export function bareList(folded: string): Line[] | undefined {
  const lines = linesFrom(folded, 0);
  const names = lines?.map((l) => folded.slice(l.name.from, l.name.to)) ?? [];
  if (!lines || names.some((n) => isNoName(n) || has(n, FINITE) || A_PAPER.test(n))) return undefined;
  const weighted = lines.filter((l) => l.weight ?? l.hole).length;
  const isPriced = names.some(isPrice);
  return isPriced && (weighted === 0 || weighted === lines.length) ? lines : undefined;
}
