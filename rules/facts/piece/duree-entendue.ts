import type { Draft, Passage, Reader, Sentence } from '../../kit/draft.ts';
import { type DurationItem, durations, TIME_UNITS } from '../../kit/french/durations.ts';
import { foldUnits, plain } from '../../kit/french/fold.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Surety } from '../../kit/rule.ts';
import { type AboutThing, aboutThing, isAudible, saidOfThing } from '../../reading/hear.ts';
import { type Cut, cutAt, pointing } from '../../reading/pointed.ts';

const durationsOf = (folded: string): DurationItem[] => (TIME_UNITS.test(folded) ? durations(folded) : []);

/** The durations of a text as typed, at their places. */
export function durationsIn(typed: string): Stretch[] {
  const { text, map } = foldUnits(typed);
  return durationsOf(text).map(({ from, to }) => ({
    from: map[from] as number,
    to: (map[to - 1] as number) + 1,
  }));
}

/** What a duration is like, in words that no text holds. */
function likeness(thing: string): string[] {
  const [item] = durationsOf(plain(thing));
  const { unit = 'mois', months = 0 } = item ?? {};
  const size = months >= 24 ? 'dureelongue' : months >= 6 ? 'dureemoyenne' : 'dureecourte';
  return ['laduree', `dureeen${unit}`, size];
}

/** The words of a statement about a duration in it. */
export const aboutDuration = (cut: Cut): string => pointing(cut, likeness(cut.thing));

/** What a duration is that of. */
export type DurationRole = 'initiale' | 'totale' | 'reconduction' | 'execution' | 'validite' | 'paiement' | 'autre';

/** A duration with what the sense of its sentence says that it is that of. */
export interface HeardDuration extends DurationItem {
  readonly role: DurationRole;
  readonly surety: Surety;
}

interface Candidate {
  readonly item: DurationItem;
  readonly about: AboutThing;
}

const candidates: Reader<readonly Candidate[]> = (phrase) => {
  if (!phrase.has(TIME_UNITS)) return undefined;
  const { folded } = phrase;
  return durations(folded).flatMap((item): Candidate[] => {
    const about = aboutThing(aboutDuration(cutAt(folded, item)), 'duree');
    return about ? [{ item, about }] : [];
  });
};

/** A cell of a table of several columns is read by their heads. */
const isInGrid = ({ table }: Passage): boolean => (table?.header.cells.length ?? 0) > 2;

/** The durations of a draft, by their sentences, with what each is heard to be that of. */
export const durationsHeard = (draft: Draft): ReadonlyMap<Sentence, readonly HeardDuration[]> =>
  new Map(
    draft.collect(candidates).flatMap(({ sentence, value }): [Sentence, HeardDuration[]][] => {
      if (!isAudible(sentence) || isInGrid(sentence.passage)) return [];
      const heard = value.flatMap(({ item, about }): HeardDuration[] => {
        const said = saidOfThing(sentence, about);
        const role = said?.concept.replace('dossier/duree-', '') as DurationRole;
        return said ? [{ ...item, role, surety: said.surety }] : [];
      });
      return heard.length > 0 ? [[sentence, heard]] : [];
    }),
  );
