import type { Draft, InPlace, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { suretyIn } from '../../reading/hear.ts';
import { hearing, isOfPastContract, lotNames, saying, sharesIn } from '../commun/index.ts';
import { critereAt, type Grille, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import {
  CANDIDATURE,
  isOfChoice,
  isRanked,
  isSubsequent,
  judgesOffers,
  lotsOf,
  namesCriteria,
  type Zone,
  zoneOf,
} from './contexte.ts';
import { differsIn } from './differe.ts';
import { listIn, OF_PAYMENT, split } from './enumeration.ts';
import { type Line, readLine } from './ligne.ts';
import { weightsIn } from './poids-ecrits.ts';
import { rankTold } from './rang.ts';
import { announcesOne, criterionBelow } from './unique.ts';
import { FORMULA, NOT_SINGLE, onlyCriterion, sharesOut, TIE } from './unique-phrase.ts';

/** « La qualité se décompose ainsi : méthode 20 %, moyens 15 % », « Elle se répartit entre… »: where the parts begin. */
const DIVIDES =
  /\bs(?:e|'y) (?:decompos|repart|divis|subdivis|partag)[a-z]*(?: (?:ainsi|comme suit|en|entre|de la facon suivante|selon))* ?:? |\b(?:est|sont|sera) (?:decompos|repart|divis|subdivis|partag)ee?s?(?: (?:ainsi|comme suit|en|entre))* ?:? /;

/** The weighted parts of one criterion that a sentence gives; undefined for any other. */
function divisionIn(folded: string): Line[] | undefined {
  // « Pour le deuxième critère : méthode, 20 points ; équipe, 15 points. »
  const ranked = () => (rankTold(folded) ? /^[^:]{0,60}: /.exec(folded) : null);
  const lead = has(folded, OF_PAYMENT) ? null : (DIVIDES.exec(folded) ?? ranked());
  const weights = lead && weightsIn(folded);
  if (!lead || !weights || weights.length < 2) return undefined;
  const parts = split(folded, lead.index + lead[0].length, folded.length);
  const lines = parts.map((p) => readLine(folded, p.from, p.to)).filter((l) => l?.weight !== undefined);
  return lines.length > 1 && lines.length === parts.length ? (lines as Line[]) : undefined;
}

/** A grid of the lines that a sentence gives. */
const gridOfLines = (s: Sentence, lines: readonly Line[], more: Partial<OpenGrille> = {}): OpenGrille =>
  openGrille(
    'sentence',
    lines.map((l) => critereAt(s, l)),
    { ...around(s), at: s.span, ...more },
  );

/** The parts of criteria that sentences give, to be hung under the criterion that they name. */
export const readDivisions = (draft: Draft): OpenGrille[] =>
  draft
    .sentencesWith(divisionIn)
    .filter((s) => zoneOf(s.section) !== 'candidature')
    .map((s) => gridOfLines(s, s.read(divisionIn) as Line[]));

/** What joins the name of a lot to what is said of it. */
const OF_LOT = /^[ ,:-]*(?:(?:au (?:regard|vu)|sur la base|en fonction|a partir|selon|d'apres|sur|par) ?)?/;
const BEFORE_LOT = /(?:[ ,;]|(?<![a-z])(?:et|puis|pour|enfin|les?|au titre|du))*$/;

/** « La qualité s'apprécie, pour le lot 1, au regard de A (20 points) et de B (10 points) et, pour le lot 2, … »: the weighted lines of each lot. */
function byLotIn(folded: string): { readonly lots: number[]; readonly lines: Line[] }[] | undefined {
  const names = lotNames(folded);
  if (names.length < 2 || !names[0] || has(folded, OF_PAYMENT) || weightsIn(folded.slice(0, names[0].from)).length > 0)
    return undefined;
  const parts = names.map(({ to, numbers }, i) => {
    const said = folded.slice(to, names[i + 1]?.from ?? folded.length);
    const from = to + (OF_LOT.exec(said)?.[0].length ?? 0);
    const end = to + said.replace(BEFORE_LOT, '').length;
    const stretches = from < end ? split(folded, from, end) : [];
    const lines = stretches.map((p) => readLine(folded, p.from, p.to)).filter((l) => l?.weight !== undefined) as Line[];
    return { lots: numbers.map(Number), lines, whole: lines.length > 1 && lines.length === stretches.length };
  });
  return parts.every((p) => p.whole && p.lots.every((n) => n > 0)) ? parts : undefined;
}

const listHeard = (folded: string) => listIn(folded, 'heard');
const listInAward = (folded: string) => listIn(folded, 'award');
const listAnywhere = (folded: string) => listIn(folded, 'anywhere');

const OFFER = /offre|attribu/;
/** « Les candidatures ont été triées selon A (70 %) et B (30 %), puis les offres… »: the weights are of who may bid. */
const weighsCandidates = (folded: string): boolean => {
  const [first] = weightsIn(folded);
  const head = first && folded.slice(0, first.from);
  return head !== undefined && has(head, CANDIDATURE) && !OFFER.test(head);
};

/** A title, what puts the criteria off, or what tells who may bid. */
const givesNone = (s: Sentence, zone: Zone): boolean =>
  s.passage.isTitle || s.read(differsIn) || ((zone === 'candidature' || s.has(CANDIDATURE)) && !s.has(OFFER));

/** The name of the only criterion that a sentence leaves; what decides alone is sought where offers are chosen. */
const singleOf = (s: Sentence, zone: Zone): Stretch | undefined =>
  onlyCriterion(s, zone === 'award' || (zone === 'unknown' && (isOfChoice(s.section) || isBesideChoice(s))));

/** The grid of one criterion, with what the paragraph goes on to say of it. */
function gridOfOne(s: Sentence, name: Stretch): OpenGrille {
  const critere = critereAt(s, aloneIn(s.folded, name));
  // « Celui qui coûte le moins »: a price by another name.
  if (critere.subjects.includes('autre') && has(critere.folded, ON_PRICE)) critere.subjects = ['prix'];
  const { sentences } = s.passage;
  for (const r of sentences.slice(sentences.indexOf(s) + 1)) critere.definition.push({ folded: r.folded, at: r.span });
  return openGrille('sentence', [critere], { ...around(s), at: s.span, single: true });
}

const isOnOffers = (s: Sentence): boolean => s.read(judgesOffers) || s.read(namesCriteria);

/** An item of a list or a cell is read with its list or table, unless it judges offers by itself. */
const isReadWithin = (s: Sentence): boolean =>
  (s.passage.list !== undefined || s.passage.cell !== undefined) && !isOnOffers(s);

/** The grids that one sentence gives: one a lot, that of a single criterion, or that of a list. */
function gridsOf(s: Sentence): OpenGrille[] {
  const zone = zoneOf(s.section);
  if (givesNone(s, zone)) return [];
  const byLot = !s.passage.cell && (zone === 'award' || isOnOffers(s)) ? s.read(byLotIn) : undefined;
  if (byLot) return byLot.map(({ lots, lines }) => gridOfLines(s, lines, { lots }));
  const single = singleOf(s, zone);
  if (single) return isOfPastContract(s) ? [] : [gridOfOne(s, single)];
  const isNoList = isReadWithin(s) || s.has(FORMULA) || s.read(weighsCandidates);
  const list = isNoList ? undefined : listOf(s, zone);
  if (list) return [gridOfLines(s, list.lines, { ranked: isRanked(s.folded) })];
  const below = s.read(announcesOne) ? criterionBelow(s) : undefined;
  return below ? [openGrille('sentence', [below], { ...around(s), at: s.span, single: true })] : [];
}

/** Grids that one sentence gives, and single criteria. */
export const readSentences = (draft: Draft): OpenGrille[] => [
  ...[...draft.inPlace(GIVING).keys()].flatMap(gridsOf),
  ...readOneByOne(draft),
];

/** « Offres finales | Jugées sur la seule qualité acoustique ». */
const isBesideChoice = ({ passage: { rowLabel } }: Sentence): boolean =>
  rowLabel?.has(fr`offres?(?: finales?)?|critères?|jugements?|choix|attribution|classement`) === true;

/** The criteria that a sentence lists: more loosely where it stands in the part on award, or is heard to announce them. */
const listOf = (s: Sentence, zone: Zone): ReturnType<typeof listIn> =>
  s.read(
    zone === 'award' || isIntroduced(s) || (zone === 'unknown' && isOfChoice(s.section)) ? listInAward : listAnywhere,
  ) ??
  (s.read(listHeard) && !s.passage.before?.has(CANDIDATURE) && (suretyIn(s, 'criteres/annonce') || weighsCriteria(s))
    ? s.read(listHeard)
    : undefined);

/** Two shares at least are heard to be weights of criteria. */
const weighsCriteria = (s: Sentence): boolean =>
  !s.has(OF_PAYMENT) && sharesIn(s).filter(({ role }) => role === 'critere').length > 1;

/** « La note est égale au poids multiplié par le rapport entre A et B »: how a mark is worked out. */

const ON_VALUE =
  /seule?s? |unique|autre|qu[e'] |qui |dont |croissant|totalite|integralite|crit|facteur|element|valeur|qualite|prix|tarif|cout|montant|disant|cher|%|point|devis|cent/;

/** The sentences that give some grid. */
const GIVING: InPlace<true> = { signs: ON_VALUE, take: (s) => gridsOf(s).length > 0 || undefined, isPlaceless: true };

/** What the sentence and its section tell of the grid it gives. */
export const around = (s: Sentence) => ({
  announce: s.span,
  lots: lotsOf(s.section, s.folded),
  subsequent: isSubsequent(s.section, s.folded),
  words: s.folded,
});

/** Something that names what is paid. */
export const ON_PRICE = fr`prix|tarif[a-z]*|coûts?|montants?|loyers?|devis|dépenses?|cher|chère|chères|coûte|coûtera|disant[a-z]*|onéreu(?:x|se)|total|factures?|bas|basse`;

/** « Prix : 40 »: what has such a weight stands beside others. */
const weighsLess = (folded: string): boolean => {
  const line = readLine(folded);
  const weight = line?.weight ?? line?.maybe;
  return weight !== undefined && weight.unit !== 'coefficient' && weight.value < 100;
};

const SEVERAL = fr`(?:les|des|aux|ces) critères`;
/** Grids of the price alone that are heard, where no other grid is for the same lots. */
export function priceHeard(piece: Piece, grids: readonly Grille[]): Grille[] {
  const out: Grille[] = [];
  for (const one of saying(piece, 'criteres/prix-seul')) {
    const { sentence: s } = one;
    const at = s.find(ON_PRICE);
    if (!at || s.has(SEVERAL) || s.has(TIE) || s.has(NOT_SINGLE) || s.has(CANDIDATURE) || s.read(sharesOut)) continue;
    if (zoneOf(s.section) === 'candidature' || s.read(differsIn) || s.read(weighsLess)) continue;
    const lots = lotsOf(s.section, s.folded);
    const isMet = (g: Grille) => g.lots.length === 0 || lots.length === 0 || g.lots.some((l) => lots.includes(l));
    if ([...grids, ...out].some(isMet)) continue;
    const criterion = critereAt(s, aloneIn(s.folded, at));
    const subjects = criterion.subjects.includes('cout-global') ? criterion.subjects : (['prix'] as const);
    out.push({
      ...openGrille('sentence', [{ ...criterion, subjects, rank: 1 }], { ...around(s), at: s.span, single: true }),
      doubt: hearing(one),
    });
  }
  return out;
}

/** A criterion that a whole sentence gives, under the name that stands there. */
const aloneIn = (folded: string, name: Stretch): Line => ({
  from: 0,
  to: folded.length,
  name,
  number: undefined,
  lot: undefined,
  weight: undefined,
  hole: undefined,
  maybe: undefined,
  bareName: name,
  definition: [{ from: 0, to: folded.length }],
  children: [],
});

/** True when the paragraph before announces criteria and says no more. */
function isIntroduced(s: Sentence): boolean {
  if (s.passage.kind !== 'paragraph' || s.previous) return false;
  const { before } = s.passage;
  return (
    before?.read(namesCriteria) === true &&
    before.folded.length < 160 &&
    zoneOf(before.section) !== 'candidature' &&
    !has(before.folded, CANDIDATURE)
  );
}

/** A verb gives one weight. */
const weighsOne = (folded: string): boolean => has(folded, COUNTS_FOR) && weightsIn(folded).length === 1;

/** Weights that single sentences give to a criterion, in any piece: « la valeur technique compte pour 55 % ». */
export function readMentions(draft: Draft): OpenCritere[] {
  return [...draft.inPlace(WEIGHING).keys()].flatMap((s) => {
    // « Il est rappelé que la valeur technique… »: the name begins after what introduces it.
    const that = /^.{0,80}\bqu(?:e |')/.exec(s.folded);
    const line = readLine(s.folded, that?.[0].length ?? 0);
    if (!line?.weight || line.name.to - line.name.from > 90) return [];
    const c = critereAt(s, line);
    return c.subjects.includes('autre') ? [] : [c];
  });
}
const WEIGHING: InPlace<true> = {
  signs: /\d|(?<![a-z])cent|points?(?![a-z])/,
  take: (s) => (!s.read(differsIn) && !isOfPastContract(s) && (isSaidWeight(s) || isHeardWeight(s))) || undefined,
  isPlaceless: true,
};
const isSaidWeight = (s: Sentence): boolean => s.read(weighsOne) && s.has(JUDGING);
/** One share stands there, surely heard to be the weight of a criterion. */
const isHeardWeight = (s: Sentence): boolean =>
  s.read(weightsIn).length === 1 && sharesIn(s).some(({ role, surety }) => role === 'critere' && surety === 'sure');
const JUDGING = fr`notes?|notation|jugement|offres?|pondér[a-zé]+|critères?|classement|choix`;

/** « La valeur technique compte pour 60 % de la note. Le prix compte pour 40 %. »: one sentence a criterion. */
function readOneByOne(draft: Draft): OpenGrille[] {
  const out: OpenGrille[] = [];
  const bySection = new Map<Section, Sentence[]>();
  for (const s of draft.sentencesWith(weighsOne)) bySection.set(s.section, [...(bySection.get(s.section) ?? []), s]);
  for (const [section, sentences] of bySection) {
    if (zoneOf(section) === 'candidature') continue;
    const found = sentences
      .filter(({ passage: p }) => !p.cell && !p.list && !p.isTitle)
      .map((s) => ({ s, line: readLine(s.folded) }))
      .filter(({ line }) => line?.weight && line.name.to - line.name.from < 90);
    const first = found[0];
    if (found.length < 2 || !first) continue;
    const criteria = found.map(({ s, line }) => critereAt(s, line as Line));
    if (
      !criteria.some((c) => c.subjects.some((x) => x === 'prix' || x === 'cout-global')) &&
      zoneOf(section) !== 'award'
    )
      continue;
    out.push(
      openGrille('sentence', criteria, {
        announce: first.s.span,
        lots: lotsOf(section, first.s.folded),
        subsequent: isSubsequent(section),
        words: section.own.map((p) => p.folded).join(' '),
      }),
    );
  }
  return out;
}

const COUNTS_FOR = fr`(?:donne|donnent|donnera|rapporte|rapportent|rapportera|apporte|compte|comptent|comptera|représente|représentent|représentera|intervient|interviennent|interviendra|vaut|entre|pèse|récompense|récompensent|va|vont|revient|reviennent)(?: pour| à hauteur de| dans)?|(?:sont|est|seront|sera) (?:réservée?s?|attribuée?s?|accordée?s?|consacrée?s?|dévolue?s?)|(?:est|sont|sera|seront) (?:pondérée?s?|affectée?s? d'un(?:e)?|notée?s?|évaluée?s?|appréciée?s?)`;
