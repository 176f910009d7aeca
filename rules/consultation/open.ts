import { companionKinds } from '../facts/bordereau/index.ts';
import { kindsOf, readEntete, readLancement } from '../facts/piece/index.ts';
import { Draft } from '../kit/draft.ts';
import { plain } from '../kit/french/fold.ts';
import { BlockCache } from '../kit/markdown/block.ts';
import { finish } from '../kit/pace.ts';
import type {
  Added,
  Consultation,
  Entete,
  Fact,
  KindSource,
  Landmark,
  Piece,
  PieceData,
  PieceKind,
  State,
} from '../kit/piece.ts';
import { Computation, forgetTouched, type Same } from '../kit/trace.ts';

export interface SourceFile {
  /** Path from the consultation's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Metadata that `dce.yaml` gives it; its front matter prevails. */
  readonly values?: Entete['values'];
  /** What was read of a file that is no draft; `text` is then its text or a rendering of it. */
  readonly data?: PieceData;
  /** Of a text that was read from a Word document. */
  readonly landmarks?: readonly Landmark[];
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

class ReadPiece implements Piece {
  readonly path: string;
  readonly draft: Draft;
  readonly data: PieceData | undefined;
  readonly landmarks: readonly Landmark[] | undefined;
  readonly entete: Entete;
  kinds: readonly PieceKind[];
  private readonly recognised: readonly PieceKind[];
  readonly kindFrom: KindSource;
  readonly state: State | undefined;
  /** The day of the metadata, of this piece or of another. */
  declared: string | undefined;
  /** The day given to the program. */
  today = '';
  /** The pieces in which the day is looked for, surest first. */
  dated: readonly ReadPiece[] = [];
  consultation!: Consultation;
  readonly computations = new Map<object, Computation<unknown>>();
  /** Takes note of each question that does not come from a fact. */
  hearing: Hearing | undefined;

  private readonly isLasting: boolean;

  constructor(file: SourceFile, draft: Draft, isLasting: boolean) {
    this.path = file.path;
    this.data = file.data;
    this.isLasting = isLasting;
    this.draft = draft;
    this.landmarks = file.landmarks;
    const own = readEntete(this.draft);
    this.entete = file.values ? { ...own, values: { ...file.values, ...own.values } } : own;
    const { kinds, from } = this.recognise();
    this.recognised = kinds;
    this.kinds = kinds;
    this.kindFrom = from;
    this.state = this.entete.values.etat as State | undefined;
  }

  readonly ask = <T>(fact: Fact<T>): T => {
    const { hearing } = this;
    if (!hearing) return this.keep(fact, () => fact.read(this), fact.isSame);
    if (hearing.depth === 0) hearing.heard.push({ fact: fact as Fact<unknown>, piece: this });
    hearing.depth++;
    try {
      return this.keep(fact, () => fact.read(this), fact.isSame);
    } finally {
      hearing.depth--;
    }
  };

  readonly keep = <T>(key: object, run: () => T, isSame?: Same<T>): T => {
    let computation = this.computations.get(key) as Computation<T> | undefined;
    if (!computation) {
      computation = new Computation(run, this.isLasting, isSame);
      this.computations.set(key, computation as Computation<unknown>);
    }
    return computation.value;
  };

  /** The day that metadata or the text of a piece give. */
  get knownDate(): string | undefined {
    if (this.declared !== undefined) return this.declared;
    for (const piece of [...this.dated, this]) {
      const day = piece.keep(readLancement, () => readLancement(piece));
      if (day) return day;
    }
    return undefined;
  }

  get date(): string {
    return this.knownDate ?? this.today;
  }

  get kind(): PieceKind {
    return this.kinds[0] as PieceKind;
  }

  /** Leaves to other pieces of the folder the kinds that they are by themselves. */
  leave(single: ReadonlySet<PieceKind>): void {
    const own = this.kinds.filter((kind) => !single.has(kind));
    if (this.kinds.length > 1 && own.length > 0) this.kinds = own;
  }

  private recognise() {
    const { data } = this;
    return this.keep(kindsOf, () =>
      data ? companionKinds(data, this.path, this.entete.values) : kindsOf(this.draft, this.path, this.entete),
    );
  }

  /** True while the draft is the kind of piece it was taken for. */
  get isSameKind(): boolean {
    const { kinds, from } = this.recognise();
    return kinds.join() === this.recognised.join() && from === this.kindFrom;
  }
}

/** The questions that some work puts to the pieces of a consultation, what facts ask of one another left out. */
export function overhear(consultation: Consultation, work: () => void): readonly Asked[] {
  const hearing: Hearing = { depth: 0, heard: [] };
  const readings = [...consultation.pieces, ...consultation.companions].filter((p) => p instanceof ReadPiece);
  for (const reading of readings) reading.hearing = hearing;
  try {
    work();
  } finally {
    for (const reading of readings) reading.hearing = undefined;
  }
  return hearing.heard;
}

const DATED: readonly PieceKind[] = ['rc', 'reglement-concours', 'appel-a-projets', 'ccap', 'cctp', 'ae'];

/** Words that a buyer has said say a concept. */
export interface AddedWording {
  readonly concept: string;
  readonly text: string;
}

/** However they are typed. */
function addedBy(wordings: readonly AddedWording[]): Added {
  const concepts = new Map<string, string[]>();
  for (const { concept, text } of wordings) {
    const words = plain(text);
    concepts.set(words, [...(concepts.get(words) ?? []), concept]);
  }
  return (folded) => concepts.get(folded.trim());
}

export interface OpenOptions {
  /** The day whose law applies where no piece says. */
  readonly date: string;
  /** Names of the other files of the folder. */
  readonly files?: readonly string[];
  readonly cache?: BlockCache;
  /** Wordings that a buyer has added. */
  readonly added?: readonly AddedWording[];
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
  const pieces: ReadPiece[] = [];
  for (const file of sources)
    if (!file.data) pieces.push(new ReadPiece(file, yield* Draft.reading(file.text, cache), !options.once));
  const companions = sources
    .filter((file) => file.data)
    .map((file) => new ReadPiece(file, Draft.verbatim(file.text), !options.once))
    .filter((piece) => piece.kind !== 'autre');
  const all = [...pieces, ...companions];
  const consultation: Consultation = {
    pieces,
    companions,
    files: options.files ?? [],
    added: options.added && options.added.length > 0 ? addedBy(options.added) : undefined,
    of: (...kinds) =>
      kinds.length === 0 ? pieces : [...new Set(kinds.flatMap((kind) => all.filter((p) => p.kinds.includes(kind))))],
    edit(path, text) {
      if (options.once) return false;
      const piece = pieces.find((p) => p.path === path);
      const change = piece?.draft.edit(text);
      if (!piece || !change) return false;
      forgetTouched(
        all.flatMap((p) => [...p.computations.values()]),
        change,
      );
      return piece.isSameKind;
    },
  };
  const single = new Set(pieces.flatMap(({ kinds }) => (kinds.length === 1 ? kinds : [])));
  for (const piece of pieces) piece.leave(single);
  const dated = DATED.flatMap((kind) => pieces.filter((p) => p.kind === kind));
  const shared = [...dated, ...pieces].map((p) => p.entete.values.date).find((d) => d !== undefined);
  for (const piece of all) {
    piece.consultation = consultation;
    const declared = piece.entete.values.date ?? shared;
    piece.declared = declared === undefined ? undefined : String(declared);
    piece.today = options.date;
    piece.dated = dated;
  }
  return consultation;
}
