import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { EMPTY_BOXES, TICKED_BOXES } from '../../kit/markdown/boxes.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { type Span, TOP } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';
import { isContradicted, suretyIn } from '../../reading/hear.ts';
import { hearing, saying } from '../commun/index.ts';
import {
  ALTERNATIVE,
  BASE_ONLY,
  BESIDE_BASE,
  FORMER,
  isOfPart,
  NO_OTHER,
  NO_VARIANT,
  OF_DESIGN,
  OTHER_NAME,
  PARTIAL,
  VARIANTE,
  VARIANTS_ELSEWHERE,
} from './mots.ts';
import { lotsIn, positions, type Stated } from './position.ts';
import type { Position } from './predicat.ts';

/** A place that says whether variants are open. */
export interface Prise {
  readonly position: Position;
  /** The sentence, cell or item that says it. */
  readonly at: Span;
  readonly sentence: Sentence;
  /** Numbers of the lots it is for; undefined for all. */
  readonly lots: readonly string[] | undefined;
  readonly doubt?: Doubt;
}

const COUNT = '(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\\d+)';
const ALL_LOTS = fr`(?:tous(?: les)?|chacun des|l'ensemble des|la totalité des|chaque|quels? que soi(?:t|ent) les?|aucun(?: des)?|l'un (?:ni|ou|et) l'autre des|quelque)(?: ${COUNT})? lots?|pour les ${COUNT} lots`;
const BUT = fr`sauf|excepté|hormis|à l'exception|autres? que`;

/** True where what a place says is said of all the lots: by itself, at the head of its row or of its section. */
export function saidOfAllLots({ draft }: Piece, at: Span): boolean {
  const passage = draft.passageAt(at.start);
  const around = [passage, passage?.rowLabel, passage?.section.heading].map((p) => p?.folded ?? '').join(' ; ');
  return has(around, ALL_LOTS) && !has(passage?.folded ?? '', BUT);
}

export interface Variantes {
  /** In order. Empty when the piece takes no side. */
  readonly prises: readonly Prise[];
  /** Statements before a box that nobody ticked: the piece does not choose. */
  readonly cases: readonly Span[];
  /** Two places that surely say the contrary for the same lots: the later, with the earlier. */
  readonly contradictions: readonly {
    readonly later: Prise;
    readonly earlier: Prise;
    readonly lots: readonly string[];
  }[];
  /** The section that treats of variants, where the piece has one. */
  readonly section: Passage['section'] | undefined;
}

/** The title speaks of variants the buyer asks for, and of no other. */
const ASKED_TITLE = fr`variantes? (?:[a-z]+ )?(?:exigees?|imposees?|obligatoires?|requises?)|variantes? a l'initiative d(?:e l'acheteur|u pouvoir adjudicateur)`;
/** A sentence that leaves its subject to what stands above it. */
const LEANS =
  /^[^a-z]*(?:elles?|celles?-ci|ces dernieres|cette (?:possibilite|faculte)|leurs? (?:presentation|depot|proposition|remise|utilisation)|l[ea] (?:presentation|proposition|remise|depot)|oui|non|sans|avec|neant|aucune?|refus|interdit|autoris|admis|accept|proscri|exclu|permis|possible|facultati|pour (?:le|les|tous|chaque)|lots? (?:n ?° ?)?\d|tous|uniquement|seul|pas )/;
const THERE = /n'y|y sont/;
const TICKED = new RegExp(`[${TICKED_BOXES}]|\\[x\\]`, 'u');
const BOX = new RegExp(`[${EMPTY_BOXES}]|\\[ ?\\]|${TICKED.source}`, 'gu');

interface Scan {
  readonly anchored: boolean;
  /** Read as it stands, with the context's subject, and with the context's « exigées ». */
  readonly alone: readonly Stated[];
  /** As it stands, where a « solution alternative » is a variant though no bidder is named. */
  readonly loose: readonly Stated[];
  readonly leaning: readonly Stated[];
  readonly asked: readonly Stated[];
  readonly boxes: readonly { readonly ticked: boolean; readonly from: number; readonly to: number }[];
}

const scan = (phrase: Phrase): Scan | undefined => {
  const anchored = phrase.has(VARIANTE);
  const marks = phrase.findAll(BOX);
  const mayLean = anchored || marks.length > 0 || phrase.has(LEANS) || phrase.has(THERE);
  const mayName = phrase.has(ALTERNATIVE) || phrase.has(BESIDE_BASE) || phrase.has(BASE_ONLY) || phrase.has(NO_OTHER);
  if (!mayLean && !mayName) return undefined;
  const { folded } = phrase;
  const alone = positions(folded);
  const loose = mayName && alone.length === 0 ? positions(folded, { loose: true }) : [];
  if (!mayLean && alone.length === 0 && loose.length === 0) return undefined;
  // « oui ☐ non ☒ »: where nothing follows the last box, each stands after its words.
  const trailing = !/[a-z]/.test(folded.slice(marks.at(-1)?.to));
  const boxes = marks.map((m, i) => ({
    ticked: TICKED.test(m.text),
    from: trailing ? (marks[i - 1]?.to ?? 0) : m.to + (folded[m.to] === ' ' ? 1 : 0),
    to: trailing ? m.from : (marks[i + 1]?.from ?? folded.length),
  }));
  const inBoxes = (context: { about: boolean; asked: boolean }): Stated[] =>
    boxes.flatMap(({ from, to }) =>
      positions(folded.slice(from, to), context).map((s) => ({ ...s, from: s.from + from, to: s.to + from })),
    );
  const read = (about: boolean, asked: boolean): readonly Stated[] => {
    if (boxes.length > 0) return inBoxes({ about: about || anchored, asked });
    return about ? positions(folded, { about, asked }) : alone;
  };
  return { anchored, alone: read(false, false), loose, leaning: read(true, false), asked: read(true, true), boxes };
};

const isTitle = (p: Passage): boolean => p.heading !== undefined && !p.heading.runIn;

/** « Variantes », « Solutions alternatives »: what a label or a title is about. */
const names = (label: Passage): boolean =>
  (label.has(VARIANTE) && !isOfPart(label.folded)) || ALTERNATIVES.test(label.folded);
const ALTERNATIVES = new RegExp(`^[^a-z]*(?:article [^a-z]*)?${ALTERNATIVE.source}`);

/** What stands above a sentence and may give it its subject; undefined when nothing speaks of variants there. */
function subjectOf(sentence: Sentence): string | undefined {
  const { passage } = sentence;
  const row = passage.table?.rowOf(passage);
  if (row) {
    return [row.cells[0], passage.table?.headerOf(passage)].find((p) => p !== passage && p && names(p))?.folded;
  }
  if (passage.list && passage.lead?.has(VARIANTE)) return passage.lead.folded;
  const previous = sentence.previous;
  if (previous?.has(VARIANTE)) return previous.folded;
  const title = passage.section.heading;
  return title && names(title) ? title.folded : undefined;
}

/** Lots that the place of a sentence gives it. */
function lotsAround({ passage }: Sentence): readonly string[] | undefined {
  const row = passage.table?.rowOf(passage);
  if (row) {
    const label = row.cells[0]?.folded ?? '';
    const named = [label, passage.table?.headerOf(passage)?.folded ?? ''].map(lotsIn).find((l) => l.length > 0);
    if (named) return named;
    const number = passage.table?.header.cells[0]?.has(fr`lots?`) ? /^ ?(\d{1,2})(?!\d)/.exec(label)?.[1] : undefined;
    if (number) return [number];
  }
  for (const title of [
    passage.lead?.folded ?? '',
    ...passage.section.chain.map((s) => s.heading?.folded ?? '').reverse(),
  ]) {
    const named = lotsIn(title);
    if (named.length > 0) return named;
  }
  return undefined;
}

/** What expressions read: positions, those of titles, boxes that are not ticked, and the sentences read. */
interface Said {
  readonly prises: Prise[];
  readonly titles: Prise[];
  readonly cases: Span[];
  readonly read: Set<Sentence>;
}

function saidIn(piece: Piece): Said {
  const said: Said = { prises: [], titles: [], cases: [], read: new Set() };
  for (const { value: found, sentence } of piece.draft.collect(scan)) {
    const stated = statedIn(found, sentence);
    if (stated.length > 0 || found.boxes.length > 0) said.read.add(sentence);
    for (const { position, lots, ...place } of stated) {
      const unticked = untickedBox(found, sentence, place);
      const prises = isTitle(sentence.passage) ? said.titles : said.prises;
      const prise: Prise = { position, at: sentence.at(), sentence, lots: lots ?? lotsAround(sentence) };
      if (unticked) said.cases.push(unticked);
      // « Elles ne sont pas admises : le dialogue laisse toute latitude »: the reason is no other position.
      else if (lots || !prises.some((first) => first.sentence === sentence && opposed(first, prise)))
        prises.push(prise);
    }
  }
  return said;
}

/** The box that a statement stands in, where it is not ticked: its item, or a part of the sentence. */
function untickedBox({ boxes }: Scan, sentence: Sentence, { from, to }: Stretch): Span | undefined {
  if (sentence.passage.list?.checked === false) return sentence.at();
  const box = boxes.find((b) => b.from <= from && to <= b.to);
  return box && !box.ticked ? sentence.at({ from: box.from, to: box.to }) : undefined;
}

/** What a sentence says, by itself or as an answer to what stands above it. */
function statedIn(found: Scan, sentence: Sentence): readonly Stated[] {
  const above = found.alone.length > 0 && found.boxes.length === 0 ? undefined : subjectOf(sentence);
  const leans =
    above !== undefined && (LEANS.test(sentence.folded) || THERE.test(sentence.folded) || found.boxes.length > 0);
  if (!leans) return found.alone;
  return has(above, ASKED_TITLE) ? found.asked : found.leaning;
}

/** « | Variantes autorisées | Non | »: the label of a row gives way to the cell that answers it. */
function answerLabels(prises: Prise[]): void {
  for (const [i, label] of [...prises.entries()].reverse()) {
    const { passage } = label.sentence;
    const row = passage.cell?.column === 0 ? passage.table?.rowOf(passage) : undefined;
    const j = row ? prises.findIndex((p) => p !== label && row.cells.includes(p.sentence.passage)) : -1;
    const answer = prises[j];
    if (!answer) continue;
    // « | Variantes interdites | Oui | »: the answer is to the ban.
    if (label.position === 'interdites' && /^[^a-z]*(?:oui|non)(?![a-z])/.test(answer.sentence.folded))
      prises[j] = { ...answer, position: answer.position === 'interdites' ? 'autorisees' : 'interdites' };
    prises.splice(i, 1);
  }
}

/** What a piece says of variants: whether they are open, for which lots, and where. */
export const variantes = defineFact<Variantes>({
  id: 'variantes',
  title: 'Variantes',
  read(piece: Piece) {
    const { prises, titles, cases, read } = saidIn(piece);
    answerLabels(prises);
    // « Variantes autorisées » as a title gives way to what stands under it.
    for (const title of titles) {
      const { section } = title.sentence;
      const body =
        prises.some((p) => p.sentence.section.chain.includes(section)) ||
        cases.some((c) => c.start > title.at.start && c.start < section.span.end);
      if (!body) prises.push(title);
    }
    prises.push(...loosely(piece, read));
    prises.push(...heardPrises(piece, prises, read));
    prises.sort((a, b) => a.at.start - b.at.start);
    const section = piece.draft.sections.find((s) => s.heading?.has(VARIANTE));
    return { prises, cases, contradictions: contradictionsOf(prises), section };
  },
  show: ({ prises, cases }) =>
    prises.length > 0 || cases.length > 0
      ? {
          positions: prises.map(({ position, lots, sentence }) => ({ position, lots, texte: sentence.text })),
          casesNonCochees: cases.length || undefined,
        }
      : undefined,
});

/** « Une offre alternative est recevable » in the rules of the consultation, where the sense does not tell against it. */
function loosely(piece: Piece, read: Set<Sentence>): Prise[] {
  if (!piece.kinds.includes('rc')) return [];
  return piece.draft.collect(scan).flatMap(({ value: { loose }, sentence }) => {
    if (loose.length === 0 || read.has(sentence) || sentence.passage.heading?.runIn === false) return [];
    return loose.flatMap(({ position, lots }): Prise[] => {
      const concept = position === 'interdites' ? 'variantes/interdites' : 'variantes/ouvertes';
      if (isContradicted(sentence, concept)) return [];
      read.add(sentence);
      const doubt = { concept, surety: suretyIn(sentence, concept) ?? 'probable', text: sentence.text } as const;
      return [{ position, at: sentence.at(), sentence, lots: lots ?? lotsAround(sentence), doubt }];
    });
  });
}

const HEARD = [
  ['variantes/ouvertes', 'autorisees'],
  ['variantes/interdites', 'interdites'],
  ['variantes/exigees', 'exigees'],
] as const;

/** What stands before or above a short answer speaks of variants. */
const isLabelled = ({ passage, previous, section }: Sentence): boolean => {
  const label = passage.rowLabel;
  return (label ? [label] : [previous, passage.lead, section.heading]).some(
    (above) => above?.has(VARIANTE) || above?.has(ALTERNATIVE),
  );
};

const DIFFERENT = fr`autres?|autrement|différ[a-z]*|alternati[a-z]*|écart[a-z]*|remplac[a-z]*|seconde?s?|deuxièmes?|substitu[a-z]*|façon|éloign[a-z]*|dérog[a-z]*|modifi[a-z]*|innov[a-z]*|contre-proposition|en (?:plus|complément|sus)|supplémentaires?`;
const OF_OFFERS = fr`candidats?|soumissionnaires?|concurrents?|entreprises?|participants?|opérateurs?|fournisseurs?|vous|vos|votre|offres?|réponses?|propositions?|base|consultation`;
/**
 * What is offered beside what is asked, by the sentence or by what it stands under: in a description of the need, by the
 * sentence or its label alone.
 */
const isOtherOffer = (piece: Piece, sentence: Sentence): boolean => {
  if (!piece.kinds.includes('rc') && !isLabelled(sentence) && !sentence.has(DIFFERENT) && !sentence.has(VARIANTE))
    return false;
  const { passage, previous, section } = sentence;
  const around = [sentence, passage.rowLabel, passage.lead, previous, section.heading];
  const has = (pattern: RegExp) => around.some((s) => s?.has(pattern));
  return has(VARIANTE) || (has(OF_OFFERS) && (has(DIFFERENT) || has(ALTERNATIVE)));
};

const KNOWN = fr`(?:votre|vos|sa|ses|leurs?|cette|ces|chaque) variantes?`;
/** « prix de la variante » under « Variante »: what the column is of, and no demand. */
const isCellOfVariant = ({ passage }: Sentence): boolean => passage.table?.headerOf(passage)?.has(VARIANTE) === true;
const OFFERING = fr`candidats?|soumissionnaires?|concurrents?|vous|offres?|réponses?|solutions?|propos[a-z]*|présent[a-z]*|chiffr[a-z]*|remett[a-z]*|remis[a-z]*|dépos[a-z]*|soumett[a-z]*|répond[a-z]*|tarif[a-z]*|prix|devis|exigée?s?|imposée?s?|obligatoires?|autoris[a-z]*|admis[a-z]*`;
const isOffered = (sentence: Sentence): boolean =>
  sentence.has(OFFERING) || (sentence.section.heading?.has(VARIANTE) ?? false);

const isSure = ({ doubt }: Prise): boolean => doubt?.surety !== 'probable';

/** What is heard where expressions read nothing, each sentence once; nothing that is said more surely to be otherwise. */
function heardPrises(piece: Piece, known: readonly Prise[], read: ReadonlySet<Sentence>): Prise[] {
  const heard = HEARD.flatMap(([concept, position]) =>
    saying(piece, concept)
      .filter(
        ({ surety, sentence }) =>
          !read.has(sentence) &&
          // Where the word stands expressions seldom miss what is said of it.
          (surety === 'sure' || !sentence.has(VARIANTE)) &&
          !sentence.has(FORMER) &&
          !sentence.has(VARIANTS_ELSEWHERE) &&
          !sentence.has(NO_VARIANT) &&
          !sentence.has(OF_DESIGN) &&
          // « Une variante remise seule est écartée » leaves the others open.
          !(position === 'interdites' && sentence.has(PARTIAL)) &&
          sentence.passage.list?.checked !== false &&
          // One that is spoken of as known is not asked for: « ce que votre variante fait gagner ».
          !(position === 'exigees' && (sentence.has(KNOWN) || isCellOfVariant(sentence))) &&
          // Of a garment or a document: the need describes it, and nobody offers it.
          (piece.kinds.includes('rc') || position === 'interdites' || !sentence.has(VARIANTE) || isOffered(sentence)) &&
          // A variant is something else, of those who offer.
          (position === 'interdites' || isOtherOffer(piece, sentence)) &&
          // « Oui » answers what the label asks.
          (sentence.folded.trim().split(' ').length > 3 || isLabelled(sentence)),
      )
      .map((one): Prise => {
        const { sentence } = one;
        const own = lotsIn(sentence.folded);
        const lots = own.length > 0 ? own : lotsAround(sentence);
        return { position, at: sentence.at(), sentence, lots, doubt: hearing(one) };
      }),
  );
  // What expressions have read for all lots, or for some, heard words of no lot do not widen.
  const adds = ({ position, lots }: Prise) => {
    const same = known.filter((prise) => prise.position === position);
    return same.length === 0 || (lots !== undefined && same.every((prise) => prise.lots));
  };
  // What is heard beside a position that is written explains it.
  const isBeside = (prise: Prise, other: Prise) =>
    prise.sentence.passage === other.sentence.passage && !heard.includes(other);
  const isDenied = (prise: Prise) =>
    [...known, ...heard].some(
      (other) =>
        opposed(prise, other) && meet(prise, other) && (isBeside(prise, other) || (isSure(other) && !isSure(prise))),
    );
  return heard.filter(
    (prise) =>
      adds(prise) &&
      !isDenied(prise) &&
      // One sentence heard to say two things: the surer, and neither where both are as sure.
      !heard.some(
        (other) =>
          other !== prise &&
          other.sentence === prise.sentence &&
          (isSure(other) === isSure(prise) ? opposed(prise, other) || other.position === 'autorisees' : isSure(other)),
      ),
  );
}

const opposed = (a: Prise, b: Prise): boolean =>
  (a.position === 'autorisees' && b.position === 'interdites') ||
  (a.position === 'interdites' && b.position === 'autorisees');

/** Lots on which two statements meet: [] for all; undefined when they do not meet. A general rule gives way to a lot's own. */
export function meet(a: Prise, b: Prise): readonly string[] | undefined {
  if (!a.lots && !b.lots) return [];
  const shared = a.lots?.filter((lot) => b.lots?.includes(lot)) ?? [];
  return shared.length > 0 ? shared : undefined;
}

function contradictionsOf(prises: readonly Prise[]): Variantes['contradictions'] {
  const out: { later: Prise; earlier: Prise; lots: readonly string[] }[] = [];
  const sure = prises.filter(isSure);
  sure.forEach((later, i) => {
    for (const earlier of sure.slice(0, i)) {
      const lots = opposed(later, earlier) ? meet(earlier, later) : undefined;
      if (!lots) continue;
      out.push({ later, earlier, lots });
      return;
    }
  });
  return out;
}

/**
 * The first place of a piece that opens variants (or asks for them) and that nothing in the consultation contradicts
 * for all its lots; undefined when there is none.
 */
export function ouverture(piece: Piece): Prise | undefined {
  const { prises } = piece.ask(variantes);
  const bans = piece.consultation.pieces.flatMap((p) =>
    p
      .ask(variantes)
      .prises.filter((x) => x.position === 'interdites')
      // Another piece that bans them for every lot leaves none to this one.
      .map((ban) => ({ ...ban, whole: p !== piece && !ban.lots && saidOfAllLots(p, ban.at) })),
  );
  return prises.find((prise) => {
    if (prise.position === 'exigees') return true;
    if (prise.position !== 'autorisees') return false;
    const against = bans
      .filter((ban) => isSure(ban) || !isSure(prise))
      .map((ban) => (ban.whole ? [] : meet(prise, ban)))
      .filter((lots) => lots !== undefined);
    if (against.some((lots) => lots.length === 0)) return false;
    return !prise.lots || prise.lots.some((lot) => !against.some((lots) => lots.includes(lot)));
  });
}

export interface Ouverte {
  /** Where to report in the piece asked: the place that opens variants, else the section on variants, else the title. */
  readonly at: Span;
  /** The text that opens them stands in the piece asked. */
  readonly ici: boolean;
  /** Numbers of the lots that they are open for; undefined for all. */
  readonly lots: readonly string[] | undefined;
  readonly doubt: Doubt;
}

/** Whether any piece of the consultation opens variants, as seen from one piece; undefined when none does. */
export function ouvertureDuDossier(piece: Piece): Ouverte | undefined {
  const own = ouverture(piece);
  if (own) return { at: own.at, ici: true, lots: own.lots, doubt: own.doubt };
  const others = piece.consultation.of('rc', 'cctp', 'programme-fonctionnel', 'ccap', 'ae');
  const opening = others.filter(ouverture);
  const [first] = opening;
  // A piece of the same kind that opens variants speaks for itself.
  if (!first || opening.some((p) => p.kind === piece.kind)) return undefined;
  const there = ouverture(first);
  return { at: lieu(piece), ici: false, lots: there?.lots, doubt: there?.doubt };
}

/** Where the buyer would write on variants: the heading of their section, else the title of the piece. */
export const lieu = (piece: Piece): Span => (piece.ask(variantes).section?.heading ?? piece.draft.title)?.span ?? TOP;

/** True where the sentence speaks of variants: by its words, its passage, its section or the lead of its list. */
export function parleDeVariantes({ passage, folded }: Sentence): boolean {
  if (find(folded, VARIANTE) || passage.has(VARIANTE) || passage.has(OTHER_NAME)) return true;
  if (passage.section.chain.some((s) => s.heading?.has(VARIANTE) && s.level > 1)) return true;
  for (let lead = passage.lead; lead; lead = lead.list ? lead.lead : undefined) if (lead.has(VARIANTE)) return true;
  if (/^[^a-z]*(?:elles?|celles?-ci|leurs?|son|ces dernieres) /.test(folded) && !passage.heading) {
    const all = passage.draft.passages;
    const above = all[all.indexOf(passage) - 1];
    if (above && !above.heading && above.has(VARIANTE)) return true;
  }
  const row = passage.table?.rowOf(passage);
  return row?.cells.some((c) => c.has(VARIANTE)) ?? false;
}

const INCIDENTAL = fr`sauf variantes? eventuelles?|eventuelles? variantes?|variantes? eventuelles?|variantes? suivantes?`;
const RULES_ON = fr`respect[a-z]*|exigences?|criteres?|jugee?s?|attendue?s?|portent|traitee?s?|regime|article|reglement|avis|present[a-z]*|accompagn[a-z]*|conditions?`;

/** True where the piece treats of variants without taking sides: a section of their own, a rule on them, a reference. */
export const traiteDesVariantes = (piece: Piece): boolean => {
  const { section } = piece.ask(variantes);
  if (section && section.passages.length > 1) return true;
  return piece.draft.sentences.some(
    (s) => s.has(VARIANTE) && !s.has(INCIDENTAL) && s.has(RULES_ON) && !s.passage.heading,
  );
};
