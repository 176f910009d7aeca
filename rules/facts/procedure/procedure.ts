import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { type Consultation, defineFact, type Piece } from '../../kit/piece.ts';
import type { Hearing } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { hearing, isOfPastContract, lotsAround, telling } from '../commun/index.ts';
import type { ProcedureName } from '../piece/index.ts';
import { isOnPart } from '../recherche/index.ts';
import {
  DENIED,
  isUndecided,
  LABEL,
  type Mention,
  mentions,
  OTHER_PROCEDURE,
  PAST,
  withoutDropped,
} from './mentions.ts';

export interface ProcedureEvidence {
  readonly name: ProcedureName;
  /** The words that name it, or the article that does. */
  readonly at: Span;
  readonly sentence: Sentence;
}

/** Why the procedure is open to the buyer, as the text says it. */
export type MapaGround = 'montant' | 'services-specifiques' | 'petits-lots';

export interface Procedure {
  /** Undefined when the piece names none. */
  readonly name: ProcedureName | undefined;
  readonly from: 'front-matter' | 'text' | undefined;
  /** Where the text names a procedure as its own, in order. More than one name is a contradiction of the text. */
  readonly evidence: readonly ProcedureEvidence[];
  /** Where a procedure is heard to be followed, and whether it is named there. */
  readonly heard: readonly Surely[];
  /** Grounds of an adapted procedure that the text states (several where lots differ). */
  readonly grounds: readonly { readonly ground: MapaGround; readonly at: Span }[];
}

/** Procedures whose weights, publicity and deadlines the code fixes. */
export const FORMALISEES: readonly ProcedureName[] = [
  'appel-offres-ouvert',
  'appel-offres-restreint',
  'procedure-avec-negociation',
  'dialogue-competitif',
  'concours',
  'partenariat-innovation',
];

/** Names as users know them, with their article: « l'appel d'offres ouvert ». */
export const PROCEDURE_NAMES: Readonly<Record<ProcedureName, string>> = {
  mapa: 'la procédure adaptée',
  'appel-offres-ouvert': "l'appel d'offres ouvert",
  'appel-offres-restreint': "l'appel d'offres restreint",
  'procedure-avec-negociation': 'la procédure avec négociation',
  'dialogue-competitif': 'le dialogue compétitif',
  concours: 'le concours',
  'negociee-sans-publicite': 'le marché sans publicité ni mise en concurrence préalables',
  'partenariat-innovation': "le partenariat d'innovation",
  'recherche-developpement': 'le marché de recherche et développement exclu du code',
  'appel-a-projets': "l'appel à projets",
};

/** « Mode de passation : … », « 2. Procédure – … » at the head of a line. */
const LINE_LABEL = /^[^a-z]*([a-z][a-z' ]{3,58}?) ?: /;

/** « Type : AOO », « Consultation : MAPA »: what a name of procedure alone can fill. */
const KIND_LABEL = /^(?:type|nature|forme|mode|consultation)$/;

const isLabelled = ({ passage, folded }: Sentence): boolean => {
  const row = passage.table?.rowOf(passage);
  const head = row?.cells[0];
  if (head && head !== passage && head.folded.length < 60 && (head.has(LABEL) || KIND_LABEL.test(head.folded.trim())))
    return true;
  const label = LINE_LABEL.exec(folded)?.[1] ?? LINE_LABEL.exec(passage.folded)?.[1];
  if (label && (find(label, LABEL)?.from === 0 || KIND_LABEL.test(label))) return true;
  const { heading } = passage.section;
  return heading !== passage && heading?.has(LABEL) === true;
};

/** A title or a line of the cover page: short words that only name the thing. */
const isCover = (passage: Passage): boolean =>
  passage.folded.length <= 140 &&
  ((passage.heading?.level ?? 9) <= 1 || (passage.index < 12 && !passage.table && passage.sentences.length <= 2));

/** What says that a procedure is followed, whatever its words. */
const CONCEPTS: readonly (readonly [ProcedureName, string])[] = [
  ['mapa', 'procedure/suit-mapa'],
  ['appel-offres-ouvert', 'procedure/suit-appel-offres'],
  ['procedure-avec-negociation', 'procedure/suit-avec-negociation'],
  ['dialogue-competitif', 'procedure/suit-dialogue'],
  ['concours', 'procedure/suit-concours'],
  ['partenariat-innovation', 'procedure/suit-partenariat'],
  ['negociee-sans-publicite', 'procedure/suit-sans-publicite'],
  ['recherche-developpement', 'recherche/exclusion-invoquee'],
];
const RESTRICTED = fr`restreinte?s?|r\.? ?2161-(?:[6-9]|1[01])`;

/** « L'appel d'offres ouvert est long »: told of it, or of another one, and not of the consultation. */
function isToldOf(folded: string, named: readonly Mention[]): boolean {
  const isShort = folded.split(' ').length < 8;
  return named.some(({ other, match, follows }) => other || (!follows && (match.from < 5 || isShort)));
}

function isDenied(name: ProcedureName, folded: string, named: readonly Mention[]): boolean {
  if (name !== 'negociee-sans-publicite') return DENIED.test(unnamed(folded));
  // « nous n'avons publié aucun avis » is what that one says.
  return named.some((m) => m.name !== name) || / n'est pas | ne (?:releve|recourt)/.test(folded);
}

/** The procedures that a piece is heard to follow; `mentioned`: what each sentence names. */
const heardIn = (piece: Piece, mentioned: ReadonlyMap<Sentence, readonly Mention[]>): readonly Surely[] =>
  CONCEPTS.flatMap(([name, concept]) =>
    telling(piece, concept).flatMap((one): Surely[] => {
      const { sentence } = one;
      const named = mentioned.get(sentence) ?? [];
      if (!saysFollowed(name, sentence, named)) return [];
      const restricted = name === 'appel-offres-ouvert' && sentence.has(RESTRICTED);
      return [
        {
          name: restricted ? 'appel-offres-restreint' : name,
          at: sentence.span,
          sentence,
          doubt: hearing(one),
          named: named.some((m) => m.name.startsWith(name.slice(0, 8))),
        },
      ];
    }),
  );

/** Whether the words of a sentence heard to say that a procedure is followed bear it out; `named`: what it names. */
function saysFollowed(name: ProcedureName, sentence: Sentence, named: readonly Mention[]): boolean {
  const { folded } = sentence;
  if (isUndecided(sentence) || isToldOf(folded, named) || isDenied(name, folded, named)) return false;
  if (has(folded, OTHER_PROCEDURE) || PAST.test(folded)) return false;
  return name !== 'recherche-developpement' || !isNatureOfPart(sentence);
}

type Surely = ProcedureEvidence & { readonly doubt: Hearing; readonly named: boolean };
/** « | Phase 2 | recherche et développement : prototypes | »: what is done there, and not that the code is left aside. */
const isNatureOfPart = ({ passage, folded }: Sentence): boolean =>
  passage.rowLabel !== undefined &&
  [passage.rowLabel, passage.table?.header.cells[0]].some((said) => said?.has(PARTS)) &&
  !has(folded, OF_CODE);
const PARTS = fr`phases?|étapes?|jalons?|tranches?|volets?|missions?`;
const OF_CODE = fr`codes?|ccp|champ|exclu[a-z]*|exclusion|échapp[a-z]+|soumise?s?|soustraite?s?|relèv[a-z]+|articles?|art|l\.? ?2512-5|hors`;
/** What is said before the reasons: « sans publicité », which names a procedure, left out. */
const unnamed = (folded: string): string =>
  folded.replace(/(?:sans|ni|aucune?) (?:[a-z]+ )?(?:publicite|mise en concurrence|avis)/g, '');

const PRIORITY: readonly ProcedureName[] = ['partenariat-innovation', 'concours', 'dialogue-competitif'];

const isFollowed = ({ follows, byArticle }: Mention, { passage }: Sentence): boolean =>
  follows || (!byArticle && isCover(passage));

/** A bare « appel d'offres » is what many call any consultation. */
const isSureName = ({ text, from }: Match, { folded }: Sentence): boolean =>
  !/d'offres$/.test(text) || /(?:par|selon|voie d[e']|procedure d[e'](?: l')?) ?'?$/.test(folded.slice(0, from));

/** The procedure that the evidence is of; undefined where there is none. */
function nameAmong(own: readonly ProcedureEvidence[]): ProcedureName | undefined {
  const names = own.map((e) => e.name);
  // A partnership is awarded by negotiation, a concours by a negotiated contract: the frame gives its name.
  const frame = PRIORITY.find((name) => names.includes(name));
  const name = frame && names[0] !== 'mapa' ? frame : names[0];
  if (name !== 'appel-offres-ouvert' || !names.includes('appel-offres-restreint')) return name;
  const isOpen = own.some((e) => e.name === name && /ouvert/.test(e.sentence.folded));
  return isOpen ? name : 'appel-offres-restreint';
}

function nameOfKind({ kind, draft }: Piece): ProcedureName | undefined {
  if (kind === 'appel-a-projets') return 'appel-a-projets';
  return kind === 'reglement-concours' && draft.title?.has(fr`concours`) ? 'concours' : undefined;
}

/** Procedures whose name is used of nothing else. */
const SAID_OF_NOTHING_ELSE: readonly ProcedureName[] = FORMALISEES.filter((name) => name !== 'concours').concat('mapa');

/** Named without a word that it is followed, nor one that it is not. */
const isInPassing = ({ name, match, byArticle, underLabel }: Mention, sentence: Sentence): boolean =>
  SAID_OF_NOTHING_ELSE.includes(name) &&
  !byArticle &&
  !underLabel &&
  !sentence.passage.isTitle &&
  OF_THIS_ONE.test(sentence.folded.slice(0, match.from)) &&
  !DENIED.test(sentence.folded.slice(0, match.from).slice(-60)) &&
  !isOfPastContract(sentence);
/** « dans la procédure adaptée », « en appel d'offres ouvert »: what is known to be followed; « un dialogue » may be any. */
const OF_THIS_ONE =
  /\( ?$|(?:^|[ ,;:(])(?:en|par|(?:a|de|dans|pour) (?:la|l'|cette)(?: presente)?|[a-z]+ (?:au|du|cet?|la|l'|cette)(?: present)?e?) ?'?$/;

interface Evidence extends ProcedureEvidence {
  readonly sure: boolean;
}
interface Readings {
  /** Where a procedure is named as the one followed. */
  readonly evidence: readonly Evidence[];
  /** Where one is spoken of as known, or stands under a label. */
  readonly spoken: readonly ProcedureEvidence[];
  /** Where one is named in passing, of this consultation as far as the words tell: « Chaque concurrent à l'appel d'offres… ». */
  readonly passing: readonly ProcedureEvidence[];
  readonly mentioned: ReadonlyMap<Sentence, readonly Mention[]>;
}

interface Named {
  readonly sentence: Sentence;
  readonly mention: Mention;
  /** It stands under a label, a title or a head that says that what follows is the procedure. */
  readonly labelled: boolean;
}

/** The procedures that a piece names, those told of another consultation aside; what each sentence names is kept in `mentioned`. */
function* namedIn({ draft }: Piece, mentioned: Map<Sentence, readonly Mention[]>): Generator<Named> {
  for (const { value, sentence } of draft.collect(mentions)) {
    const found = withoutDropped(value, sentence);
    mentioned.set(sentence, found);
    const labelled = isLabelled(sentence);
    for (const mention of found) if (!mention.other) yield { sentence, mention, labelled };
  }
}

function readingsOf(piece: Piece): Readings {
  const evidence: Evidence[] = [];
  const spoken: ProcedureEvidence[] = [];
  const passing: ProcedureEvidence[] = [];
  const mentioned = new Map<Sentence, readonly Mention[]>();
  for (const { sentence, mention, labelled } of namedIn(piece, mentioned)) {
    const { name, match, underLabel } = mention;
    const place = { name, at: sentence.at(match), sentence };
    if (mention.known || (underLabel && labelled)) spoken.push(place);
    else if (piece.kind === 'rc' && isInPassing(mention, sentence)) passing.push(place);
    if (!underLabel && (labelled || isFollowed(mention, sentence)))
      evidence.push({ ...place, sure: labelled || isSureName(match, sentence) });
  }
  return { evidence, spoken, passing, mentioned };
}

/** Places that name one procedure, and no other: evidence, where there is none better. */
const ofOne = (places: readonly ProcedureEvidence[]): Evidence[] =>
  new Set(places.map((e) => e.name)).size === 1
    ? places.map(({ name, at, sentence }) => ({ name, at, sentence, sure: true }))
    : [];

/** The procedure that a piece says it follows: front matter, else what its text says of itself. */
export const procedure = defineFact<Procedure>({
  id: 'procedure',
  title: 'Procédure',
  read(piece: Piece) {
    const { evidence: named, spoken, passing, mentioned } = readingsOf(piece);
    const declared = piece.entete.values.procedure as ProcedureName | undefined;
    const grounds = groundsOf(piece);
    const heard = heardIn(piece, mentioned);
    const surely = heard.filter(({ doubt }) => doubt.surety === 'sure');
    // What is spoken of as known, surely heard, or alone to be named, where nothing names it otherwise, is what is followed.
    const evidence = [named, ofOne(spoken), ofOne(surely), ofOne(passing)].find((found) => found.length > 0) ?? [];
    const own = evidence.filter((e) => e.sure || evidence.length === 1);
    const plain = own.map(({ name, at, sentence }) => ({ name, at, sentence }));
    if (declared) return { name: declared, from: 'front-matter', evidence: plain, heard, grounds };
    const name = nameAmong(own) ?? nameOfKind(piece);
    return { name, from: name ? 'text' : undefined, evidence: plain, heard, grounds };
  },
  show: ({ name, from, evidence, grounds }) =>
    name
      ? {
          nom: name,
          source: from,
          autres: [...new Set(evidence.map((e) => e.name).filter((n) => n !== name))],
          motifs: grounds.map((g) => g.ground),
        }
      : undefined,
});

const GROUNDS: readonly (readonly [MapaGround, RegExp])[] = [
  [
    'services-specifiques',
    fr`services? sociaux et autres services? specifiques|services? (?:sociaux|specifiques)|(?:r\.? ?2123-1,? ?(?:i )?\(?3°|3° (?:du |de l')?(?:i |article )*r\.? ?2123-1)|r\.? ?2123-7`,
  ],
  [
    'petits-lots',
    fr`(?:r\.? ?2123-1,? ?(?:i )?\(?2°|2° (?:du |de l')?(?:i |article )*r\.? ?2123-1)|petits lots|(?:20|vingt) ?(?:%|pour cent|p\. 100) d[ue] (?:la valeur|montant|total)`,
  ],
  [
    'montant',
    fr`(?:r\.? ?2123-1,? ?(?:i )?\(?1°|1° (?:du |de l')?(?:i |article )*r\.? ?2123-1)|(?:en raison|compte tenu|du fait) de (?:son|sa|leur) (?:montant|valeur)|inferieure?s? (?:au|aux) seuils?`,
  ],
];

const ground = (phrase: Phrase) => {
  for (const [name, pattern] of GROUNDS) {
    const match = phrase.find(pattern);
    if (match) return { ground: name, match };
  }
  return undefined;
};

const groundsOf = (piece: Piece): Procedure['grounds'] =>
  piece.draft.collect(ground).map(({ value, sentence }) => ({ ground: value.ground, at: sentence.at(value.match) }));

/** The procedure of some lots, where the piece names one for them; else that of the piece, undefined when it names none. */
export function procedureOfLots(piece: Piece, lots: readonly string[]): ProcedureName | undefined {
  const { name, evidence } = piece.ask(procedure);
  const theirs = lots.length > 0 ? evidence.filter((e) => lotsAround(e.sentence).some((l) => lots.includes(l))) : [];
  return nameAmong(theirs) ?? name;
}

/** True when a piece says that these lots, or the contract, are research left out of the code. */
export const isResearch = ({ pieces }: Consultation, lots: readonly string[]): boolean =>
  pieces.some((piece) => procedureOfLots(piece, lots) === 'recherche-developpement');

/** True where lots follow procedures of the code, whatever the others are. */
export function isPartlyOfCode({ pieces }: Consultation): boolean {
  const all = pieces.flatMap((piece) => piece.ask(procedure).evidence);
  const others = all.filter(({ name }) => name !== 'recherche-developpement');
  // « Ce volet échappe au code », of what a procedure of the code attributes.
  const isOfPart = all.some(({ name, sentence }) => name === 'recherche-developpement' && isOnPart(sentence));
  return others.some(({ sentence }) => lotsAround(sentence).length > 0) || (isOfPart && others.length > 0);
}

/** Name of the procedure of a piece, or of the first of the consultation's that names one; undefined when none does. */
export function procedureDe(piece: Piece): ProcedureName | undefined {
  const all = [piece, ...piece.consultation.of('rc'), ...piece.consultation.pieces];
  return all.map((p) => p.ask(procedure).name).find((name) => name !== undefined);
}

/** True when the contract of a place is let without competition: that of the piece, or one that its section announces beside it. */
export function isWithoutCompetition(piece: Piece, at: Span): boolean {
  const section = piece.draft.sectionAt(at.start);
  return (
    procedureDe(piece) === 'negociee-sans-publicite' ||
    piece
      .ask(procedure)
      .evidence.some(({ name, sentence }) => name === 'negociee-sans-publicite' && sentence.section === section)
  );
}
