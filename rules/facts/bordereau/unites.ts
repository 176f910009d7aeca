import { compare } from '../../kit/decimal.ts';
import { durations } from '../../kit/french/durations.ts';
import { plain } from '../../kit/french/fold.ts';
import type { Consultation } from '../../kit/piece.ts';
import { contentOf, differ } from '../piece/index.ts';
import { type Place, tableauxDe } from './bordereau.ts';
import type { Ligne } from './tableau.ts';

/** One line, in two schedules that do not say the same of it. */
export interface Discorde {
  readonly what: 'unite' | 'quantite';
  readonly ici: Place & { readonly ligne: Ligne };
  readonly la: Place & { readonly ligne: Ligne };
}

/** Units of one meaning. */
const SAME: readonly (readonly string[])[] = [
  ['u', 'un', 'unite', 'unites', 'piece', 'pieces', 'pce', 'ex'],
  ['ens', 'ensemble', 'ft', 'fft', 'forfait', 'f', 'global', 'gl', 'lot'],
  ['ml', 'm', 'metre', 'metres', 'metre lineaire', 'metres lineaires', 'm l'],
  ['m2', 'm²', 'metre carre', 'metres carres'],
  ['m3', 'm³', 'metre cube', 'metres cubes'],
  ['h', 'heure', 'heures', 'hr'],
  ['j', 'jour', 'jours', 'journee', 'journees', 'jh', 'j h', 'hj', 'jour homme', 'jours homme', 'homme jour'],
  ['mois', 'mois d abonnement', 'mensuel', 'forfait mensuel', 'forfait mois'],
  ['an', 'ans', 'annee', 'annees', 'annuel', 'forfait annuel', 'forfait an'],
  ['kg', 'kilo', 'kilogramme', 'kilogrammes'],
  ['t', 'tonne', 'tonnes'],
  ['l', 'litre', 'litres'],
];

/** Numbers that units are counted by, in words and in figures: « le millier de plis », « 1 000 plis ». */
const COUNTED: readonly (readonly [RegExp, string])[] = [
  [/^(?:mille|milliers?|1 000)(?: de| d)?(?= |$)/, '1000'],
  [/^(?:cent|centaines?)(?: de| d)?(?= |$)/, '100'],
  [/^(?:dix|dizaines?)(?: de| d)?(?= |$)/, '10'],
];

/** A unit under the first name of its meaning. */
export function uniteDe(text: string): string {
  const folded = plain(text)
    .replace(/[^a-z0-9²³]+/g, ' ')
    .replace(/^(?:(?:la|le|l|les|par|un|une) )+/, '')
    .trim();
  const counted = COUNTED.find(([words]) => words.test(folded));
  if (counted) return uniteDe(folded.replace(...counted));
  return SAME.find((names) => names.includes(folded))?.[0] ?? folded.replace(/(?<=[a-z]{3})s\b/g, '');
}

/** The lines that stand once in their table, by lot, tranche and words. */
function linesOf(place: Place): Map<string, Ligne> {
  const seen = new Map<string, Ligne | undefined>();
  for (const line of place.tableau.lignes) {
    if (line.folded.length < 4) continue;
    const key = `${line.lot?.id ?? ''}\n${line.tranche?.id ?? ''}\n${line.folded}`;
    seen.set(key, seen.has(key) ? undefined : line);
  }
  return new Map([...seen].flatMap(([key, line]) => (line ? [[key, line] as const] : [])));
}

function discord(ici: Discorde['ici'], la: Discorde['la']): Discorde['what'] | undefined {
  const [a, b] = [ici.ligne.cells, la.ligne.cells];
  if (a.unite && b.unite && uniteDe(a.unite.text) !== uniteDe(b.unite.text)) return 'unite';
  const [x, y] = [a.quantite?.value, b.quantite?.value];
  return x && y && compare(x, y) !== 0 ? 'quantite' : undefined;
}

/** The same, by their numbers. */
function numbered(place: Place): Map<string, Ligne> {
  const seen = new Map<string, Ligne | undefined>();
  for (const line of place.tableau.lignes) {
    const number = plain(line.cells.numero?.text ?? '').replace(/[^a-z0-9]+/g, '.');
    if (number === '') continue;
    const key = `${line.lot?.id ?? ''}\n${line.tranche?.id ?? ''}\n${number}`;
    seen.set(key, seen.has(key) ? undefined : line);
  }
  return new Map([...seen].flatMap(([key, line]) => (line ? [[key, line] as const] : [])));
}

/** True where two lines of one number are one line in other words; false in doubt. */
function sameWords({ folded: a }: Ligne, { folded: b }: Ligne): boolean {
  const [x, y] = [contentOf(a), contentOf(b)];
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared > 0 && shared * 2 >= Math.min(x.size, y.size) && !differ(a, b);
}

/** The lines of one schedule with those of another that are the same: of the same words, or of one number and near words. */
function* paired(earlier: Place, later: Place): Generator<readonly [Ligne, Ligne]> {
  const [own, numbers] = [linesOf(later), numbered(later)];
  const met = new Set<Ligne>();
  for (const [key, line] of linesOf(earlier)) {
    const mine = own.get(key);
    if (!mine) continue;
    met.add(line).add(mine);
    yield [line, mine];
  }
  for (const [key, line] of numbered(earlier)) {
    const mine = numbers.get(key);
    if (mine && !met.has(line) && !met.has(mine) && sameWords(line, mine)) yield [line, mine];
  }
}

/** How long quantities are for, in months: « annuelles », « sur 24 mois »; empty where nothing tells. */
const periodOf = ({ tableau: { notes, columns } }: Place): string =>
  [
    ...new Set(
      [...`${notes} ${plain(columns.get('quantite')?.text ?? '')}`.matchAll(PERIOD)].map(([said]) => monthsIn(said)),
    ),
  ]
    .sort((a, b) => a - b)
    .join();
const PERIOD = /\b(?:annuel|mensuel|trimestriel|par an\b|par mois\b|(?:\d+|un|deux|trois|quatre) (?:ans?|mois)\b)/g;

/** « annuel », « 12 mois », « un an »: twelve. */
function monthsIn(said: string): number {
  const months = durations(said)[0]?.months;
  if (months !== undefined) return months;
  return said === 'mensuel' || said === 'par mois' ? 1 : said === 'trimestriel' ? 3 : 12;
}

/** Quantities of a year and of the whole contract are not compared. */
const ofOnePeriod = (a: Place, b: Place): boolean =>
  periodOf(a) === periodOf(b) || periodOf(a) === '' || periodOf(b) === '';

/** Lines with two units or two quantities between two schedules; said of the later one, and once of a line. */
export function discordes(consultation: Consultation): readonly Discorde[] {
  const places = tableauxDe(consultation);
  const out: Discorde[] = [];
  for (const [i, later] of places.entries()) {
    for (const earlier of places.slice(0, i)) {
      // Two parts of one schedule are of two things.
      if (earlier.tableau.kind === later.tableau.kind) continue;
      for (const [ligne, mine] of paired(earlier, later)) {
        const [ici, la] = [
          { ...later, ligne: mine },
          { ...earlier, ligne },
        ];
        const what = discord(ici, la);
        const isKnown = out.some((d) => d.what === what && [d.ici, d.la].some((o) => [ligne, mine].includes(o.ligne)));
        if (what && !isKnown && (what === 'unite' || ofOnePeriod(ici, la))) out.push({ what, ici, la });
      }
    }
  }
  return out;
}
