import type { Draft, InPlace, Passage, Sentence } from '../kit/draft.ts';
import { foldUnits, plain } from '../kit/french/fold.ts';
import type { Stretch } from '../kit/french/scan.ts';
import { type AboutThing, aboutThing, isAudible, type SaidOfThing, saidOfThing } from './hear.ts';
import { type Cut, cutAt, pointing, type Thing } from './pointed.ts';

/** A kind of thing that statements hold and that is told by its form, such as a duration: its concepts are `dossier/<thing>-<role>`. */
export interface Kind<Item extends Stretch> {
  readonly thing: Thing;
  /** What words hold when there is one in them: to be asked first, being far cheaper. */
  readonly signs: RegExp;
  /** Those of a folded text, in order. */
  readonly find: (folded: string) => readonly Item[];
  /** What one is like, in words that no text holds; undefined: of a form that is not read. */
  readonly like: (item: Item | undefined) => readonly string[];
  /** They are heard in tables of several columns too, by the heads of these. */
  readonly inGrids: boolean;
}

/** A thing with what the sense of its sentence says that it is that of, and how surely. */
export type ThingSaid<Item, Role> = Item & { readonly role: Role } & SaidOfThing;

/** The things of a text as typed, at their places. */
export function thingsIn<Item extends Stretch>({ signs, find }: Kind<Item>, typed: string): Stretch[] {
  const { text, map } = foldUnits(typed);
  const found = signs.test(text) ? find(text) : [];
  return found.map(({ from, to }) => ({ from: map[from] as number, to: (map[to - 1] as number) + 1 }));
}

/** The words of a statement about a thing in it. */
export const aboutIt = <Item extends Stretch>({ find, like }: Kind<Item>, cut: Cut): string =>
  pointing(cut, like(find(plain(cut.thing))[0]));

interface Candidate<Item> {
  readonly item: Item;
  readonly about: AboutThing;
  /** It is of the same as the one before: what that becomes, or the same of another lot. */
  readonly goesOn: boolean;
}
/** « 5 %, porté à 8 % en cas de réserves » */
const CHANGED = /\b(?:port|ramen|relev|abaiss|reduit|rehauss|limit)[a-z]* (?:alors |donc |a son tour )?a $/;

/** « 900 000 € pour le lot 1, 480 000 € pour le lot 5 »: nothing between them but the names of lots. */
const OF_LOTS =
  /^(?=.*\blots?\b)(?:[ ,;:()-]|\b(?:pour|le|la|les|du|des|au|aux|d|de|a|et|puis|enfin|celui|lots?|n|numero|\d{1,2}|moins|plus|par|an)\b|[°'])*$/;

function candidates<Item extends Stretch>(kind: Kind<Item>, folded: string): readonly Candidate<Item>[] {
  let end = 0;
  return kind.find(folded).flatMap((item): Candidate<Item>[] => {
    const between = folded.slice(end, item.from);
    const goesOn = end > 0 && (CHANGED.test(between) || OF_LOTS.test(between));
    end = item.to;
    const about = aboutThing(aboutIt(kind, cutAt(folded, item)), kind.thing);
    return about ? [{ item, about, goesOn }] : [];
  });
}

const isInGrid = ({ table }: Passage): boolean => (table?.header.cells.length ?? 0) > 2;

/** What is heard in a sentence of the things that were found in its words. */
function judged<Item extends Stretch, Role extends string>(
  { thing, inGrids }: Kind<Item>,
  sentence: Sentence,
  found: readonly Candidate<Item>[],
): ThingSaid<Item, Role>[] {
  if (!isAudible(sentence) || (!inGrids && isInGrid(sentence.passage))) return [];
  let last: SaidOfThing | undefined;
  return found.flatMap(({ item, about, goesOn }): ThingSaid<Item, Role>[] => {
    last = goesOn && last ? last : saidOfThing(sentence, about);
    return last ? [{ ...item, ...last, role: last.concept.replace(`dossier/${thing}-`, '') as Role }] : [];
  });
}

/** What is heard of the things in words that stand for a sentence: those of a cell, with the unit of its column. */
export const thingsSaid = <Item extends Stretch, Role extends string>(
  kind: Kind<Item>,
  sentence: Sentence,
  words: string,
): readonly ThingSaid<Item, Role>[] => judged(kind, sentence, candidates(kind, words));

/** The things of a kind in a sentence, with what each is heard to be that of. */
export function thingsOf<Item extends Stretch, Role extends string>(
  kind: Kind<Item>,
): (sentence: Sentence) => readonly ThingSaid<Item, Role>[] {
  const reading = (folded: string) => (kind.signs.test(folded) ? candidates(kind, folded) : []);
  return (sentence) => judged(kind, sentence, sentence.read(reading));
}

/** The things of a kind in a draft, by their sentences; those where nothing that is wanted is heard are left out. */
export function readThings<Item extends Stretch, Role extends string>(
  kind: Kind<Item>,
  isWanted: (thing: ThingSaid<Item, Role>) => boolean = () => true,
): (draft: Draft) => ReadonlyMap<Sentence, readonly ThingSaid<Item, Role>[]> {
  const inSentence = thingsOf<Item, Role>(kind);
  const inPlace: InPlace<readonly ThingSaid<Item, Role>[]> = {
    signs: kind.signs,
    take(sentence) {
      const heard = inSentence(sentence);
      return heard.some(isWanted) ? heard : undefined;
    },
  };
  return (draft) => draft.inPlace(inPlace);
}
