import { Draft } from '../kit/draft.ts';
import { plain } from '../kit/french/fold.ts';
import { fr } from '../kit/french/pattern.ts';
import { BlockCache } from '../kit/markdown/block.ts';
import { finish } from '../kit/pace.ts';
import type { Consultation, Fact, KindSource, Piece, PieceKind, State } from '../kit/piece.ts';
import { find, has } from '../kit/text.ts';
import { Computation, forgetTouched } from '../kit/trace.ts';
import { type Entete, readEntete } from './entete.ts';

const CCTP = fr`cahier des (?:clauses|conditions|charges) techniques(?: particulières)?|c\.?c\.?t\.?p\.?`;
/** Titles that name a piece, surest first. */
const TITLES: readonly (readonly [PieceKind, RegExp])[] = [
  ['reglement-concours', fr`règlement (?:du|de|d'un|particulier du) ?(?:la |l')?(?:concours|hackathon|défi|challenge)`],
  ['reglement-concours', fr`(?:concours|hackathon) (?:[a-z']+ ){0,6}- ?règlement`],
  [
    'appel-a-projets',
    fr`appels? à projets?|convention(?:-type)? (?:[a-z-]+ ){0,3}de (?:subvention|financement)|convention(?:-type)? (?:de subvention|d'attribution)`,
  ],
  ['rc', fr`règlement (?:particulier )?(?:de (?:la )?consultation|d'appel d'offres|de (?:la )?mise en concurrence)`],
  [
    'ccap',
    fr`cahier des (?:clauses|conditions|charges) (?:administratives(?: (?:et techniques )?particulières)?|particulières)`,
  ],
  ['cctp', CCTP],
  [
    'programme-fonctionnel',
    fr`programme fonctionnel(?: détaillé)?|cahier des charges fonctionnel|expression (?:fonctionnelle )?des besoins`,
  ],
  ['ae', fr`acte d'engagement`],
  ['ccap', fr`c\.?c\.?a\.?p\.?|c\.?c\.?p\.?|ccatp`],
  ['cctp', fr`cahier des charges`],
  ['rc', fr`r\.?c\.?`],
];

/** File names: words between separators. */
const NAMES: readonly (readonly [PieceKind, RegExp])[] = [
  [
    'reglement-concours',
    fr`règlement (?:[a-z0-9]+ ){0,3}(?:concours|hackathon|défi|challenge)|(?:concours|hackathon) règlement|rco`,
  ],
  ['appel-a-projets', fr`appel à projets?|aap|convention(?: type)?|convention (?:[a-z]+ )?subvention`],
  ['programme-fonctionnel', fr`programme fonctionnel|programme|pf|cdcf`],
  ['ccap', fr`ccap|ccatp|ccp|cahier (?:des )?clauses administratives`],
  ['cctp', fr`cctp|cahier (?:des )?(?:clauses techniques|charges)|cdc`],
  ['ae', fr`ae|acte (?:d )?engagement|attri1`],
  ['rc', fr`rc|règlement (?:de )?(?:la )?consultation|reglement|rdc`],
];

/** Words that a piece of its kind says of itself. */
const WORDS: readonly (readonly [PieceKind, RegExp])[] = [
  ['reglement-concours', fr`(?:le )?présent (?:règlement (?:du|de|d'un) (?:concours|hackathon)|concours|hackathon)`],
  ['rc', fr`(?:le )?présent règlement(?: de (?:la )?consultation)?`],
  ['ccap', fr`(?:le )?présent (?:ccap|cahier des clauses administratives particulières)`],
  ['cctp', fr`(?:le )?présent (?:cctp|cahier des clauses techniques particulières|cahier des charges)`],
  ['ae', fr`(?:le )?présent acte d'engagement`],
  ['programme-fonctionnel', fr`(?:le )?présent programme fonctionnel`],
  ['appel-a-projets', fr`(?:le )?présent appel à projets`],
];

/** The name of a rulebook; what it is the rulebook of follows, or stands alone on another line. */
const BOOK =
  "[^a-z0-9]*(?:reglement|cahier des charges)(?: particulier| general)?(?: ?[:-] ?| (?:(?:du|de|des|pour|relatif (?:a|au)) (?:la |le |l'|les )?|d'(?:un |une )?)?)";
/** Firms: « recrutement d'un bureau d'études » is a contract. */
const FIRM = fr`prestataires?|cabinets?|bureaux?|consultants?|maîtres? d'oeuvre|maîtrise|entreprises?|titulaires?|assistan(?:ts?|ce)|amo|opérateurs?|agences?|sociétés?|groupements?|fournisseurs?|organismes?`;

/** What is no tender, though its rulebook has the name of a piece of one. */
const CALLS: readonly (readonly [PieceKind, RegExp])[] = [
  ['appel-a-projets', fr`^(?:${BOOK})?appels? à projets?`],
  ['reglement-concours', fr`^${BOOK}(?:hackathon|défi|challenge)s?`],
  [
    'autre',
    fr`^(?:${BOOK})?(?:appels? à (?:candidatures?|manifestations? d'intérêts?|idées|initiatives|volontaires)|ami)`,
  ],
  ['autre', fr`^${BOOK}(?:label(?:lisation)?s?|prix|trophées?|bourses?|résidences?|jeu(?:-concours)?|intérieur)`],
  ['autre', fr`^${BOOK}recrutements?(?! (?:[a-z']+ ){0,3}(?:d'(?:un |une )?)?${FIRM})`],
];
/** A call for candidates may be the first phase of a tender. */
const TENDER = fr`marchés?|accords?-cadres?|consultation|appel d'offres|concours|concession|délégation|maîtrise d'oeuvre|ccap|cctp|ccp|rc`;
const TENDER_TEXT = fr`présent marché|présent accord-cadre|présente consultation|soumissionnaires?|règlement de (?:la )?consultation|actes? d'engagement|ccap|cctp`;
const FUNDING = fr`co-?financements?|subventions?|aides? financières?`;

/** What a draft is whose first lines call for persons, projects or ideas; undefined where they do not, or for a tender. */
function calledFor(draft: Draft, name: string): PieceKind | undefined {
  const lines = draft.passages.slice(0, 6).filter((p) => p.kind !== 'cell' && p.folded.length <= 160);
  const kind = lines.map((p) => firstOf(p.folded, CALLS)).find((k) => k !== undefined);
  if (kind !== 'autre') return kind;
  if (lines.some((p) => p.has(FUNDING))) return 'appel-a-projets';
  const isTender = has(name, TENDER) || lines.some((p) => p.has(TENDER)) || draft.passagesWith(TENDER_TEXT).length > 0;
  return isTender ? undefined : kind;
}

const firstOf = (folded: string, list: readonly (readonly [PieceKind, RegExp])[]): PieceKind | undefined => {
  let best: { kind: PieceKind; from: number } | undefined;
  for (const [kind, pattern] of list) {
    const from = find(folded, pattern)?.from;
    if (from === undefined) continue;
    if (!best || from < best.from) best = { kind, from };
  }
  return best?.kind;
};

/** What a file is, and how it is known: front matter, then `dce.yaml`, then title, then file name, then text. `autre` when nothing tells. */
export function kindOf(draft: Draft, path: string, entete: Entete): { kind: PieceKind; from: KindSource } {
  const declared = entete.values.piece;
  if (typeof declared === 'string')
    return { kind: declared as PieceKind, from: entete.spans.piece ? 'front-matter' : 'dce-yaml' };
  // A title stands in the first lines; a list of documents further down names other pieces.
  const heads = draft.passages.slice(0, 8).filter((p, i) => p.heading?.level === 1 || (i < 4 && isTitleLike(p)));
  const name = plain((path.split('/').pop() ?? '').replace(/\.[a-z]+$/i, '')).replace(/[^a-z0-9]+/g, ' ');
  const called = calledFor(draft, name);
  for (const p of heads) {
    const kind = firstOf(p.folded, TITLES);
    // « Cahier des charges » is the name of many a rulebook.
    if (kind && !(called && kind === 'cctp' && !p.has(CCTP))) return { kind, from: 'title' };
  }
  if (called) return { kind: called, from: 'title' };
  const named = firstOf(name, NAMES);
  if (named) return { kind: named, from: 'name' };
  for (const [kind, pattern] of WORDS) if (draft.passagesWith(pattern).length > 0) return { kind, from: 'text' };
  return { kind: 'autre', from: 'text' };
}

const isTitleLike = (p: Draft['passages'][number]) =>
  p.kind !== 'cell' &&
  p.folded.length <= 160 &&
  (p.heading !== undefined || p.content.bold >= p.text.trim().length || p.text === p.text.toUpperCase());

export interface SourceFile {
  /** Path from the consultation's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Metadata that `dce.yaml` gives it; its front matter prevails. */
  readonly values?: Entete['values'];
}

/** A question put to a piece. */
export interface Asked {
  readonly fact: Fact<unknown>;
  readonly piece: Piece;
}

interface Hearing {
  /** Above 0 while a fact is being read: what it asks is its own affair. */
  depth: number;
  readonly heard: Asked[];
}

class Reading implements Piece {
  readonly path: string;
  readonly draft: Draft;
  readonly entete: Entete;
  readonly kind: PieceKind;
  readonly kindFrom: KindSource;
  readonly state: State | undefined;
  date = '';
  consultation!: Consultation;
  readonly computations = new Map<object, Computation<unknown>>();
  /** Takes note of each question that does not come from a fact. */
  hearing: Hearing | undefined;

  private readonly isLasting: boolean;

  constructor(file: SourceFile, draft: Draft, isLasting: boolean) {
    this.path = file.path;
    this.isLasting = isLasting;
    this.draft = draft;
    const own = readEntete(this.draft);
    this.entete = file.values ? { ...own, values: { ...file.values, ...own.values } } : own;
    const { kind, from } = this.recognise();
    this.kind = kind;
    this.kindFrom = from;
    this.state = this.entete.values.etat as State | undefined;
  }

  readonly ask = <T>(fact: Fact<T>): T => {
    const { hearing } = this;
    if (!hearing) return this.keep(fact, () => fact.read(this));
    if (hearing.depth === 0) hearing.heard.push({ fact: fact as Fact<unknown>, piece: this });
    hearing.depth++;
    try {
      return this.keep(fact, () => fact.read(this));
    } finally {
      hearing.depth--;
    }
  };

  readonly keep = <T>(key: object, run: () => T): T => {
    let computation = this.computations.get(key) as Computation<T> | undefined;
    if (!computation) {
      computation = new Computation(run, this.isLasting);
      this.computations.set(key, computation as Computation<unknown>);
    }
    return computation.value;
  };

  private recognise() {
    return this.keep(kindOf, () => kindOf(this.draft, this.path, this.entete));
  }

  /** True while the draft is the kind of piece it was taken for. */
  get isSameKind(): boolean {
    const { kind, from } = this.recognise();
    return kind === this.kind && from === this.kindFrom;
  }
}

/** The questions that some work puts to the pieces of a consultation, what facts ask of one another left out. */
export function overhear(consultation: Consultation, work: () => void): readonly Asked[] {
  const hearing: Hearing = { depth: 0, heard: [] };
  const readings = consultation.pieces.filter((p) => p instanceof Reading);
  for (const reading of readings) reading.hearing = hearing;
  try {
    work();
  } finally {
    for (const reading of readings) reading.hearing = undefined;
  }
  return hearing.heard;
}

/** Metadata of a piece: its front matter, then what `dce.yaml` says (without a place in the piece). Empty when there is none. */
export const enteteOf = (piece: Piece): Entete => (piece instanceof Reading ? piece.entete : readEntete(piece.draft));

/** True for what its title says to be no piece of a tender, be its file called « règlement »: a call for persons, a label. */
export const isCall = ({ kind, kindFrom }: Piece): boolean => kind === 'autre' && kindFrom === 'title';

/** True when the file is a piece: its kind is known, or its front matter speaks to the program. A README is none. */
export const isChecked = (piece: Piece): boolean =>
  piece.kind !== 'autre' ||
  isCall(piece) ||
  Object.keys(enteteOf(piece).values).length > 0 ||
  enteteOf(piece).problems.length > 0;

const DATED: readonly PieceKind[] = ['rc', 'reglement-concours', 'appel-a-projets', 'ccap', 'cctp', 'ae'];

export interface OpenOptions {
  /** The day whose law applies where no piece says. */
  readonly date: string;
  /** Names of the other files of the folder. */
  readonly files?: readonly string[];
  readonly cache?: BlockCache;
  /** It is read once and never edited in place: what is looked at need not be noted. */
  readonly once?: boolean;
}

/** Reads the files of one folder as a consultation. */
export const openConsultation = (sources: readonly SourceFile[], options: OpenOptions): Consultation =>
  finish(openingSteps(sources, options));

/** The same, a bit at a time. The blocks of an unfinished reading are in the cache. */
export function* openingSteps(
  sources: readonly SourceFile[],
  { cache = new BlockCache(), ...options }: OpenOptions,
): Generator<undefined, Consultation> {
  const pieces: Reading[] = [];
  for (const file of sources) pieces.push(new Reading(file, yield* Draft.reading(file.text, cache), !options.once));
  const consultation: Consultation = {
    pieces,
    files: options.files ?? [],
    of: (...kinds) => (kinds.length === 0 ? pieces : kinds.flatMap((kind) => pieces.filter((p) => p.kind === kind))),
    edit(path, text) {
      if (options.once) return false;
      const piece = pieces.find((p) => p.path === path);
      const change = piece?.draft.edit(text);
      if (!piece || !change) return false;
      forgetTouched(
        pieces.flatMap((p) => [...p.computations.values()]),
        change,
      );
      return piece.isSameKind;
    },
  };
  const dated = DATED.flatMap((kind) => pieces.filter((p) => p.kind === kind));
  const shared = [...dated, ...pieces].map((p) => p.entete.values.date).find((d) => d !== undefined);
  for (const piece of pieces) {
    piece.consultation = consultation;
    piece.date = String(piece.entete.values.date ?? shared ?? options.date);
  }
  return consultation;
}
