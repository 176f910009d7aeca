import { defineFact } from '../../kit/piece.ts';
import { isOfPastCall } from '../commun/index.ts';
import { type OffresDate, readDates } from './dates.ts';
import { readValidite, type Validite } from './validite.ts';

export interface Offres {
  /** Every day of the procedure that the piece writes, in order. */
  readonly dates: readonly OffresDate[];
  /** Deadlines for the receipt of offers; often the same one written twice. Empty when none is written. */
  readonly limites: readonly OffresDate[];
  /** Deadlines for candidatures, where they are received apart from the offers. */
  readonly limitesCandidatures: readonly OffresDate[];
  /** The first day by which the consultation is open: the notice sent, else the launch, else the publication. */
  readonly debut: OffresDate | undefined;
  /** How long the offers stand, wherever it is said; empty when it is not. */
  readonly validites: readonly Validite[];
}

const RANK = ['envoi', 'lancement', 'publication'] as const;

/**
 * The days and the validity of the offers: `piece.ask(offres)`. Each thing has the span of the date or duration as
 * written (`at`) and its sentence. What is said of questions, visits, samples or past laws is left out.
 */
export const offres = defineFact<Offres>({
  id: 'offres',
  title: 'Remise des offres',
  read(piece) {
    const read = readDates(piece).filter(({ sentence }) => !isOfPastCall(sentence));
    const dates = read.filter((day) => !(day.isHeard && isOutOfOrder(day, read)));
    const of = (kind: OffresDate['kind']) => dates.filter((d) => d.kind === kind);
    const begun = RANK.map((kind) => of(kind).filter((d) => d.iso !== undefined)).find((found) => found.length > 0);
    return {
      dates,
      limites: of('offres'),
      limitesCandidatures: of('candidatures'),
      debut: begun?.reduce((a, b) => ((b.iso ?? '') < (a.iso ?? '') ? b : a)),
      validites: readValidite(piece).filter(({ sentence }) => !isOfPastCall(sentence)),
    };
  },
  show({ dates, validites }) {
    if (dates.length === 0 && validites.length === 0) return undefined;
    return {
      dates: dates.map(({ kind, iso, lots }) => ({ sens: kind, date: iso ?? null, ...(lots.length > 0 && { lots }) })),
      validite: validites.map(({ duration, lots }) => ({
        valeur: duration.value,
        unite: duration.unit,
        ...(lots.length > 0 && { lots }),
      })),
    };
  },
});

const isDeadline = ({ kind }: OffresDate): boolean => kind === 'offres' || kind === 'candidatures';
/** A deadline before the day from which offers are called for, or that day after a deadline: one of both is something else. */
const isOutOfOrder = (day: OffresDate, all: readonly OffresDate[]): boolean =>
  all.some((other) => {
    const [first, last] = isDeadline(day) ? [other, day] : [day, other];
    const isPair = isDeadline(last) && !isDeadline(first) && !other.isHeard;
    return isPair && first.iso !== undefined && last.iso !== undefined && last.iso < first.iso;
  });
