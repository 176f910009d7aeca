import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { EMPTY_BOXES, TICKED_BOXES } from '../../kit/markdown/boxes.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { isContradicted, suretyIn } from '../../reading/hear.ts';
import { STRAYS } from './ecarts.ts';
import {
  ALTERNATIVE,
  BASE_ONLY,
  BESIDE_BASE,
  COSTLY,
  isOfPart,
  NO_OTHER,
  OTHER_THAN,
  SECOND,
  VARIANTE,
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

/** Written, or heard beyond doubt. */
export const isSure = ({ doubt }: Prise): boolean => doubt?.surety !== 'probable';

/** One opens what the other bans. */
export const opposed = (a: Prise, b: Prise): boolean =>
  (a.position === 'autorisees' && b.position === 'interdites') ||
  (a.position === 'interdites' && b.position === 'autorisees');

/** « | Étude | permises | », « | Exposition | non permises | »: two rows of a table, each of its own part of the need. */
function areOfTwoRows({ sentence: { passage: a } }: Prise, { sentence: { passage: b } }: Prise): boolean {
  if (!a.table || a.table !== b.table) return false;
  const [one, other] = [a.table.rowOf(a), a.table.rowOf(b)];
  return one !== other && ![one, other].some((row) => row?.cells[0]?.has(VARIANTE));
}

/** Lots on which two statements meet: [] for all; undefined when they do not meet. A general rule gives way to a lot's own. */
export function meet(a: Prise, b: Prise): readonly string[] | undefined {
  if (areOfTwoRows(a, b)) return undefined;
  if (!a.lots && !b.lots) return [];
  const shared = a.lots?.filter((lot) => b.lots?.includes(lot)) ?? [];
  return shared.length > 0 ? shared : undefined;
}

/** The title speaks of variants the buyer asks for, and of no other. */
const ASKED_TITLE = fr`variantes? (?:[a-z]+ )?(?:exigees?|imposees?|obligatoires?|requises?)|variantes? a l'initiative d(?:e l'acheteur|u pouvoir adjudicateur)`;
/** A sentence that leaves its subject to what stands above it. */
const LEANS =
  /^[^a-z]*(?:elles?|celles?-ci|ces dernieres|cette (?:possibilite|faculte)|leurs? (?:presentation|depot|proposition|remise|utilisation)|l[ea] (?:presentation|proposition|remise|depot)|oui|non|sans|avec|neant|aucune?|(?:une|deux|trois|\d)(?= (?:par|au|maximum|seule))|refus|interdit|autoris|admis|accept|proscri|exclu|ferme|ouvert|permis|possible|facultati|pour (?:le|les|tous|chaque)|lots? (?:n ?° ?)?\d|tous|uniquement|seul|pas )/;
/** A pronoun that takes up what stands above: « chacun en remet une », « nous ne les examinons pas ». */
const THERE =
  /n'y(?! (?:a|aura) (?:pas|aucune?|ni) (?:de |d')?(?:prestations?|options?|tranches?|pse)(?![a-z]))|y (?:sont|sommes)|(?<![a-z])en (?:est|sera|seront|sont) (?:admis|accept|autoris|recu|examin|laiss)|(?<![a-z])(?:en|les) (?![a-z]*ant )(?:presente|remet|depose|propose|soumet|chiffre|joi|formule|produi|comport|prevoi|accept|admet|admis|autoris|refus|exclu|interdi|ecart|rejet|examin|etudi|analys|recev|recoi|accueill|li[sr])[a-z]*(?![a-z])/;
/** « Pour le lot 2, elles le sont »: takes up the verb of the place before it. */
const TAKES_UP = /(?<![a-z])le (?:sont|seront)(?: (?:aussi|en revanche|toutefois))?(?<not> pas)?(?=[ ,.;]|$)/;
const leansOn = (phrase: Pick<Phrase, 'has'>): boolean =>
  phrase.has(LEANS) || phrase.has(TAKES_UP) || phrase.has(THERE) || phrase.has(SECOND);
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

/** « Variantes obligatoires », alone on its line: a title that nothing makes one. */
const NAMED_ALONE = /^[^a-z]*variantes? (?:obligatoires?|facultatives?|exigees?|imposees?)[^a-z]*$/;

const scan = (phrase: Phrase): Scan | undefined => {
  const anchored = phrase.has(VARIANTE);
  const marks = phrase.findAll(BOX);
  const mayLean = anchored || marks.length > 0 || leansOn(phrase);
  const mayName = [ALTERNATIVE, OTHER_THAN, BESIDE_BASE, BASE_ONLY, NO_OTHER, COSTLY, STRAYS].some((name) =>
    phrase.has(name),
  );
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
export function lotsAround({ passage }: Sentence): readonly string[] | undefined {
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

/** What expressions read in a piece, sentence by sentence. */
export function saidIn(piece: Piece): Said {
  const said: Said = { prises: [], titles: [], cases: [], read: new Set() };
  for (const { value: found, sentence } of piece.draft.collect(scan)) {
    const isName = NAMED_ALONE.test(sentence.folded) && sentence.passage.kind === 'paragraph';
    const stated =
      isName || sentence.has(NONE_OF_HIS) ? [] : (takenUp(sentence, said.prises) ?? statedIn(found, sentence));
    if (isName || stated.length > 0 || found.boxes.length > 0) said.read.add(sentence);
    for (const one of stated) putInto(said, one, found, sentence);
  }
  return said;
}

const BANS = fr`interdi(?:t|te)s?|exclue?s?|proscrite?s?|prohibée?s?|refusée?s?|écartée?s?`;
/** What it then says; undefined where nothing before it in its section says anything of variants. */
function takenUp(sentence: Sentence, before: readonly Prise[]): readonly Stated[] | undefined {
  const found = sentence.find(TAKES_UP);
  const last = before.at(-1);
  if (!found || !last || last.sentence.section !== sentence.section || sentence.has(VARIANTE)) return undefined;
  const isBan = last.sentence.has(BANS);
  const isDenied = found.groups.not !== undefined;
  const lots = lotsIn(sentence.folded);
  const position = isBan === isDenied ? 'autorisees' : 'interdites';
  return [{ position, from: found.from, to: found.to, lots: lots.length > 0 ? lots : undefined }];
}

/** A statement goes with what is said, with the titles or, where its box is not ticked, with the boxes. */
function putInto(said: Said, { position, lots, ...place }: Stated, found: Scan, sentence: Sentence): void {
  const unticked = untickedBox(found, sentence, place);
  const prises = sentence.passage.isTitle ? said.titles : said.prises;
  const prise: Prise = { position, at: sentence.at(), sentence, lots: lots ?? lotsAround(sentence) };
  if (unticked) said.cases.push(unticked);
  // « Elles ne sont pas admises : le dialogue laisse toute latitude »: the reason is no other position.
  else if (lots || !prises.some((first) => first.sentence === sentence && opposed(first, prise))) prises.push(prise);
}

/** « ☐ Je présente une variante (autorisée) »: it is for the candidate to tick. */
const OF_CANDIDATE = fr`je|nous (?:présent|propos|remett|dépos|soumett|chiffr)ons|le (?:candidat|soumissionnaire) (?:présente|propose|remet|dépose|soumet|chiffre)|à remplir par le (?:candidat|soumissionnaire)|au (?:prix|montant) de ?[_….]`;

/** « ☐ Je n'en présente pas »: what the candidate says of his own offer. */
const NONE_OF_HIS = fr`je (?:ne|n'en) (?:présente|propose|remets|dépose|soumets|chiffre)`;

/** The box that a statement stands in, where it is not ticked: its item, or a part of the sentence. */
function untickedBox({ boxes }: Scan, sentence: Sentence, { from, to }: Stretch): Span | undefined {
  if (sentence.has(OF_CANDIDATE)) return undefined;
  if (sentence.passage.list?.checked === false) return sentence.at();
  const box = boxes.find((b) => b.from <= from && to <= b.to);
  return box && !box.ticked ? sentence.at({ from: box.from, to: box.to }) : undefined;
}

/** What a sentence says, by itself or as an answer to what stands above it. */
function statedIn(found: Scan, sentence: Sentence): readonly Stated[] {
  const above = found.alone.length > 0 && found.boxes.length === 0 ? undefined : subjectOf(sentence);
  const leans = above !== undefined && (leansOn(sentence) || found.boxes.length > 0);
  if (!leans) return found.alone;
  return has(above, ASKED_TITLE) ? found.asked : found.leaning;
}

/** « | Variantes autorisées | Non | »: the label of a row gives way to the cell that answers it. */
export function answerLabels(prises: Prise[]): void {
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

/** « Une offre alternative est recevable » in the rules of the consultation, where the sense does not tell against it. */
export function loosely(piece: Piece, read: Set<Sentence>): Prise[] {
  if (!piece.kinds.includes('rc')) return [];
  return piece.draft.collect(scan).flatMap(({ value: { loose }, sentence }) => {
    if (loose.length === 0 || read.has(sentence) || sentence.passage.isTitle) return [];
    return loose.flatMap(({ position, lots }): Prise[] => {
      const concept = position === 'interdites' ? 'variantes/interdites' : 'variantes/ouvertes';
      if (isContradicted(sentence, concept)) return [];
      read.add(sentence);
      const doubt = { concept, surety: suretyIn(sentence, concept) ?? 'probable', text: sentence.text } as const;
      return [{ position, at: sentence.at(), sentence, lots: lots ?? lotsAround(sentence), doubt }];
    });
  });
}
