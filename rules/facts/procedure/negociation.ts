import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { PassageContent } from '../../kit/markdown/block.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { suretyIn } from '../../reading/hear.ts';
import { isSure, withHeard } from '../commun/index.ts';
import { equalityHeard, owed, promised, promisedAfter, protectionHeard } from './negociation-garanties.ts';
import {
  forbidden,
  isBeyond,
  JOINTLY_SAID,
  type Negociable,
  openRows,
  pointed,
  wholeOf,
} from './negociation-interdits.ts';
import { inNegociation, NEGO } from './negociation-lieux.ts';
import { CRITERIA, type Interdit, lineOf, MINIMUM, opensList, shutsList } from './negociation-objets.ts';
import { afterFinal, finalHeard, isFinal, type OffreFinale, pressed } from './negociation-offre-finale.ts';
import { ELIMINATE, hasCriteria, LEFT_IN, NO_PHASE, type Phase, phasesOf, STAGE } from './negociation-phases.ts';
import {
  areBinding,
  type Decided,
  denialOf,
  FACULTY,
  IMPROVE,
  isOfNobody,
  isReserved,
  NO,
  negotiated,
  noteFragment,
  noteRow,
  type Prevue,
  reopened,
  type Stance,
  stanceOf,
  TALK,
  talksOfPrice,
} from './negociation-prevue.ts';
import { bargained } from './negociation-tue.ts';
import { procedure } from './procedure.ts';

export interface Negociation {
  /** What the piece decides; undefined when it says nothing. */
  readonly stance: Stance;
  /** True where the buyer binds himself to negotiate; false for a faculty. */
  readonly certaine: boolean;
  /** The first place that foresees it, or excludes it. */
  readonly at: Span | undefined;
  /** Every place that foresees it. */
  readonly prevues: readonly Prevue[];
  /** Award on the initial offers is reserved. */
  readonly offresInitiales: Span | undefined;
  readonly egalite: Span | undefined;
  /** Confidentiality of each solution, or its intellectual property, is protected. */
  readonly protection: Span | undefined;
  /** What the law keeps out of a negotiation and the piece lets in; the clause that does, or the line of a list. */
  readonly interdits: readonly Negociable[];
  /** The final offer is to be negotiated. */
  readonly offreFinale: OffreFinale | undefined;
  readonly phases: readonly Phase[];
}

interface Scan {
  readonly stance: Stance;
  readonly certaine: boolean;
  readonly reserve: boolean;
  readonly egalite: boolean;
  readonly protection: boolean;
  readonly interdits: readonly { readonly objet: Interdit; readonly clause: Stretch }[];
  /** What it names as a line of a list, whatever introduces it. */
  readonly line: readonly Interdit[];
  readonly finale: boolean;
  readonly phase: boolean;
}

const scan = (phrase: Phrase, { kind }: PassageContent): Scan | undefined => {
  const { folded } = phrase;
  const nego = phrase.find(NEGO);
  const no = nego && phrase.find(NO);
  const denial = no && denialOf(folded, no);
  /** What it says besides the object that is not negotiated. */
  const rest = no && denial === 'object' ? folded.slice(0, no.from) + folded.slice(no.to) : folded;
  const interdits = forbidden(folded);
  const found = {
    stance: stanceOf(phrase, nego, denial, rest),
    reserve: isReserved(phrase, nego),
    ...promised(phrase),
    finale: isFinal(folded, nego !== undefined),
    phase: phrase.has(ELIMINATE) && phrase.has(STAGE) && !phrase.has(NO_PHASE),
  };
  const line = kind === 'item' && interdits.length === 0 ? lineOf(folded) : [];
  if (interdits.length + line.length === 0 && !Object.values(found).some(Boolean)) return undefined;
  return { ...found, certaine: !has(rest, FACULTY), interdits, line };
};

const KEPT_OUT = fr`hors|sauf|excepte|hormis|(?:a (?:la seule |l'unique )|l')(?:exception|exclusion)|reserve faite|mis(?:es?)? à part|exceptée?s?|exclu(?:e|s|es)?|echapp[a-z]*|ne|n'[a-z]+|ni|aucune?`;
/** « Grille de notation hors discussion », « ni l'une ni l'autre ne sont ouvertes à la discussion ». */
const SHUT_OUT = fr`hors (?:de )?(?:la )?(?:discussion|négociation|débat)s?|ni [^.;:]{3,80} n(?:e|') ?(?:est|sont|sera|seront) (?:ouvert|négoci|discut|soumis|débatt|modifi)[a-zé]*`;
const ON_THE_CONTRARY = fr`en revanche|toutefois|cependant|seule?s?|néanmoins`;
/** « Qu'est-ce qui n'est pas négociable ? Les critères. » */
const isRefused = ({ previous }: Sentence): boolean =>
  previous !== undefined && /\? ?$/.test(previous.folded) && shutsList(previous.folded);

/** An item of a list of what is negotiated. */
const introduced = ({ lead, list }: Passage): boolean =>
  list !== undefined && lead !== undefined && (opensList(lead.folded) || isHeardToOpen(lead));

/** « Points ouverts à la discussion, dans l'ordre : », by its sense. */
function isHeardToOpen({ sentences, folded }: Passage): boolean {
  const last = sentences.at(-1);
  const isHeard = (concept: string) => last !== undefined && suretyIn(last, concept) !== undefined;
  return (
    /: ?$/.test(folded) &&
    !shutsList(folded) &&
    (isHeard('procedure/negociation-prevue') || isHeard('procedure/negociation-sur-l-intangible'))
  );
}

/** Procedures in which a negotiation or a dialogue always takes place. */
const NEGOTIATED: readonly unknown[] = ['procedure-avec-negociation', 'dialogue-competitif'];

/** What is read of a negotiation by its words. */
interface Said extends Decided {
  readonly interdits: Negociable[];
  readonly phases: Phase[];
  offresInitiales?: Span;
  egalite?: Span;
  protection?: Span;
  offreFinale?: { readonly at: Span };
}

function saidIn(piece: Piece, isDialogue: boolean): Said {
  const said: Said = { found: [], exclues: [], interdits: [], phases: [] };
  for (const { value, sentence } of piece.draft.collect(scan)) {
    noteStance(said, value, sentence);
    const { egalite, protection } = owed(value, sentence);
    if (egalite) said.egalite ??= sentence.at();
    if (protection) said.protection ??= sentence.at();
    said.interdits.push(...opensUp(value, sentence));
    const isHere = inNegociation(sentence) || (isDialogue && sentence.has(LEFT_IN));
    if (value.phase && isHere && !ASKED.test(sentence.folded))
      said.phases.push({ at: sentence.at(), criteres: hasCriteria(sentence) });
  }
  said.phases.push(...phasesOf(piece, said.phases));
  said.interdits.push(...pointed(piece), ...openRows(piece));
  for (const section of piece.draft.sections) noteFragment(said, section);
  for (const table of piece.draft.tables) for (const row of [table.header, ...table.rows]) noteRow(said, row);
  return said;
}

const ASKED = /\?[^a-z]*$/;

/** « Exigences minimales | négociables : oui », told once. */
const areOfOneRow = ({ passage: a }: Sentence, { passage: b }: Sentence): boolean =>
  a.table !== undefined && a.table === b.table && a.cell?.row === b.cell?.row;

function noteStance(said: Said, value: Scan, sentence: Sentence): void {
  const at = sentence.at();
  const isTitle = sentence.passage.isTitle;
  if (value.stance === 'prevue' && !isTitle && !isOfNobody(sentence))
    said.found.push({ at, sentence, certaine: value.certaine });
  if (value.stance === 'exclue') said.exclues.push(at);
  if (value.reserve) said.offresInitiales ??= at;
  if (value.finale) said.offreFinale ??= { at };
}

/** What may not be negotiated and a sentence says to be. */
function opensUp({ interdits, line }: Scan, sentence: Sentence): Negociable[] {
  const isHere = inNegociation(sentence);
  const told = isHere || JOINTLY_SAID.test(sentence.folded) ? interdits : [];
  const listed = line.length > 0 && isHere && introduced(sentence.passage) ? line : [];
  return [
    ...told.map(({ objet, clause }) => ({ objet, at: sentence.at(clause), sentence })),
    ...listed.map((objet) => ({ objet, at: sentence.at(wholeOf(sentence.folded)), sentence, line: true as const })),
  ];
}

/** Nothing that may not be negotiated is named there. */
const namesNone = (sentence: Passage | Sentence): boolean => !sentence.has(CRITERIA) && !sentence.has(MINIMUM);

/** « Hors champ : les critères et leur poids », in the same section. */
const isKeptOutBeside = ({ section }: Sentence): boolean =>
  section.passages.some((p) => p.sentences.some((s) => s.has(KEPT_OUT) && !namesNone(s)));

/** « Le barème des pénalités peut être discuté », « la part variable du prix »: scales that judge no offer. */
const OTHER_SCALE = fr`(?:part|poids) (?:variable|fixe|forfaitaire)s?|(?:poids|barèmes?|coefficients?|nombre|parts?|points|répartition|grille) (?:des? |de la |du |de l'|d')(?:pénalités?|révision|équipements?|livraisons?|collectes?|tâches|prestations|matériels?|véhicules?|colis|sous-trait[a-z]*)`;

/** What it speaks of may be negotiated, or is kept out just beside. */
const isOfElse = (sentence: Sentence, doubt: Doubt): boolean =>
  sentence.has(OTHER_SCALE) || (!isSure(doubt) && isKeptOutBeside(sentence));

/** « Séances de négociation | semaine du 15 mars »: a cell says of what its row is. */
const isInRowOfElse = ({ passage: { cell, rowLabel } }: Sentence): boolean =>
  cell !== undefined && rowLabel !== undefined && namesNone(rowLabel);

/** What is heard to be negotiated and may not be; `isOn`: there is a negotiation. */
function untouchable(sentence: Sentence, doubt: Doubt, isOn: boolean): Negociable | undefined {
  if (!isOn && !inNegociation(sentence)) return undefined;
  if (shutsList(sentence.passage.lead?.folded ?? '') || isRefused(sentence)) return undefined;
  if ((!isSure(doubt) && sentence.has(KEPT_OUT)) || sentence.has(SHUT_OUT) || isBeyond(sentence.folded))
    return undefined;
  if (namesNone(sentence) && (isOfElse(sentence, doubt) || isInRowOfElse(sentence))) return undefined;
  // « Tout peut être débattu. En revanche, ni les critères ni leur poids ne sont ouverts à la discussion. »
  const { next } = sentence;
  if (next?.has(ON_THE_CONTRARY) && next.has(SHUT_OUT) && namesNone(sentence)) return undefined;
  return {
    objet: sentence.has(CRITERIA) ? 'criteres' : 'exigences',
    at: sentence.span,
    sentence,
    line: sentence.passage.list ? true : undefined,
    doubt,
  };
}

/** What a piece says of a negotiation or of a dialogue. */
export const negociation = defineFact<Negociation>({
  id: 'negociation',
  title: 'Négociation et dialogue',
  read(piece: Piece) {
    const { name } = piece.ask(procedure);
    const said = saidIn(piece, name === 'dialogue-competitif');
    const settled = reopened(piece);
    // What a « mise au point » rediscusses is negotiated, where nothing may be.
    if (settled && /^appel-offres/.test(name ?? '') && !said.found.some(({ sentence }) => sentence === settled))
      said.found.push({ at: settled.at(), sentence: settled, certaine: true });
    // « Nous y discuterons de tout, prix compris »: by what the sentence before says, where nothing is heard.
    const known = new Set(said.found.map(({ sentence }) => sentence));
    const talks = new Set([...piece.draft.sentencesWith(TALK), ...piece.draft.sentencesWith(IMPROVE)]);
    const talked = [...talks].filter((s) => talksOfPrice(s) && !known.has(s));
    said.found.push(...talked.flatMap((s) => negotiated(s, undefined) ?? []));
    const told = new Set(said.found.map(({ sentence }) => sentence));
    said.found.push(...bargained(piece).filter(({ sentence }) => !told.has(sentence)));
    const prevues = withHeard(piece, 'procedure/negociation-prevue', said.found, negotiated);
    const [first] = prevues;
    const [ban] = said.exclues;
    const stance = first ? 'prevue' : ban ? 'exclue' : undefined;
    const beside = promisedAfter(prevues.map(({ sentence }) => sentence));
    const isOn = stance === 'prevue' || NEGOTIATED.includes(name);
    return {
      stance,
      certaine: areBinding(prevues),
      at: first?.at ?? ban,
      prevues,
      offresInitiales: said.offresInitiales,
      egalite: said.egalite ?? beside.egalite ?? equalityHeard(piece),
      protection: said.protection ?? beside.protection ?? protectionHeard(piece),
      interdits: withHeard(piece, 'procedure/negociation-sur-l-intangible', said.interdits, (sentence, doubt) =>
        said.interdits.some((known) => areOfOneRow(known.sentence, sentence))
          ? undefined
          : untouchable(sentence, doubt, isOn),
      ),
      offreFinale:
        said.offreFinale ??
        (settled ? { at: settled.at() } : (pressed(piece) ?? afterFinal(piece, prevues) ?? finalHeard(piece))),
      phases: said.phases,
    };
  },
  show: (n) =>
    n.stance || n.phases.length > 0 || n.interdits.length > 0
      ? {
          prevue: n.stance === 'prevue',
          certaine: n.certaine,
          egalite: n.egalite !== undefined,
          protection: n.protection !== undefined,
          offresInitiales: n.offresInitiales !== undefined,
          interdits: n.interdits.map((i) => i.objet),
          offreFinaleNegociee: n.offreFinale !== undefined || undefined,
          phases: n.phases.length || undefined,
        }
      : undefined,
});

/** What was first handed in, or that it is not gone back to: without such words nothing answers. */
const OF_FIRST_OFFERS = fr`(?:initi|premi|négoci|discu|renonc|échang|audition|dialog|relanc)[a-z]*|d'emblée|directement|plis?|tours?|remises?|reçues?|déposées?|présentées?`;
/** True for a sentence that may reserve the award on first offers. */
export const speaksOfFirstOffers = (sentence: Sentence): boolean => sentence.has(OF_FIRST_OFFERS);
