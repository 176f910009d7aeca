import { amounts } from '../../kit/french/amounts.ts';
import { dates, MONTH_NAME } from '../../kit/french/dates.ts';
import { durations } from '../../kit/french/durations.ts';
import { type NumberItem, numbers } from '../../kit/french/numbers.ts';
import { overlapsAny } from '../../kit/french/scan.ts';
import { shares } from '../../kit/french/shares.ts';
import { type Kind, readThings, type ThingSaid } from '../../reading/things.ts';

/** « lot 3 », « tranche optionnelle 2 », « n° 2 », « L. 2123-1 », « lots 1 à 3 », « 2. Durée »: a name or a rank, and no number of things. */
const NAMED =
  /(?:(?<![a-z])(?:lots?|articles?|art\.?|annexes?|chapitres?|alineas?|n ?°s?|numeros?|pages?|versions?|reconduction|periode|tranche|optionnelle|conditionnelle|ferme|phase|etape|critere|poste|zone|secteur|niveau|type|annee|option|pse|variante|rubrique|to|[lrd]\.) ?|[\d./-]|(?<![a-z])(?:lots|articles|tranches|optionnelles|phases|annexes|criteres|postes) (?:n ?°s? ?)?\d+(?:(?: ?,| a| et| ou| -) ?\d+)*(?: ?,| a| et| ou| -) ?)$/;
/** Units before a number in which the word that names it, or the list of ranks it ends, is looked for. */
const FAR = 200;
const GOES_ON = new RegExp(
  `^ ?(?:/|-(?=\\d)|°|€|%|m2|m3|km|kg|h(?![a-z])|ere?(?![a-z])|[.,:]\\d|(?:(?:et|au|ou|,|-) ?\\d{1,2} )*(?:${MONTH_NAME}))`,
);
const RANKS = /^[^a-z0-9]*\d{1,2} ?[.)·-] ?(?=[a-z])/;

/** « un » and « une » are articles, but for what is counted one by one. */
const ONE =
  /^ (?:seule?s?|unique|fois|nouvel(?:le)?|autre|entreprise|operateur|fournisseur|societe|prestataire|industriel|editeur|candidat|periode|annee|tranche|lot)(?![a-z])/;
/** What is counted in tenders is seldom more. */
const MOST_COUNTED = 200;

/** Numbers of things: no day, no duration, no sum, no share, no number by which a thing is called. */
function counts(folded: string): readonly NumberItem[] {
  const all = numbers(folded, { articles: true });
  if (all.length === 0) return [];
  const begins = RANKS.exec(folded)?.[0].length ?? 0;
  const others = [...dates(folded), ...durations(folded), ...amounts(folded), ...shares(folded)];
  return all.filter(
    (n) =>
      n.value <= MOST_COUNTED &&
      Number.isInteger(n.value) &&
      n.from >= begins &&
      (!/^une?$/.test(n.text) || ONE.test(folded.slice(n.to))) &&
      !overlapsAny(n, others) &&
      !NAMED.test(folded.slice(Math.max(0, n.from - FAR), n.from)) &&
      !GOES_ON.test(folded.slice(n.to)),
  );
}

/** Numbers, as statements are heard about them: by their size. */
export const NOMBRES: Kind<NumberItem> = {
  thing: 'nombre',
  inGrids: true,
  signs:
    /\d|(?<![a-z])(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent)(?![a-z])/,
  find: counts,
  like: (item) => {
    const { value = 0 } = item ?? {};
    return [
      'lenombre',
      value <= 1 ? 'nombreun' : value <= 4 ? 'nombrepetit' : value <= 12 ? 'nombremoyen' : 'nombregrand',
    ];
  },
};

/** What a number counts: renewals of the contract, its lots, or something else. */
export type CountRole = 'reconductions' | 'lots' | 'autre';

/** A number with what the sense of its sentence says that it counts. */
export type HeardCount = ThingSaid<NumberItem, CountRole>;

/** The numbers of a draft that count renewals or lots, by their sentences, with what each is heard to count. */
export const countsHeard = readThings<NumberItem, CountRole>(NOMBRES, ({ role }) => role !== 'autre');
