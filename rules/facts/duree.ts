import type { Reader, Sentence } from '../kit/draft.ts';
import { type DurationItem, durations } from '../kit/french/durations.ts';
import { numbers } from '../kit/french/numbers.ts';
import { fr } from '../kit/french/pattern.ts';
import { before, type Stretch } from '../kit/french/scan.ts';
import { defineFact } from '../kit/piece.ts';
import type { Span } from '../kit/span.ts';
import { find } from '../kit/text.ts';
import { lotAt, lotNames } from './lots-names.ts';

/** Renewals of the contract: « reconductible trois fois par périodes de douze mois ». */
export interface Reconduction {
  /** How many; undefined when not said. Zero: « non reconductible ». */
  readonly times: number | undefined;
  /** Length of each in months; undefined when not said (« pour la même durée » gives that of the first period). */
  readonly months: number | undefined;
  readonly at: Span;
}

/** What one place says of how long the contract lasts. */
export interface Duree {
  /** Numbers of the lots it speaks of; empty: the contract as a whole. */
  readonly lots: readonly string[];
  /** First period in months, or the only one. */
  readonly months: number | undefined;
  /** What the text gives as the whole, renewals included. */
  readonly statedTotal: number | undefined;
  readonly reconduction: Reconduction | undefined;
  /** The whole in months: stated, else first period and renewals; undefined when it cannot be told. */
  readonly total: number | undefined;
  /** The duration, as written: « vingt-quatre mois ». */
  readonly at: Span;
  /** Where the whole is stated. */
  readonly totalAt: Span | undefined;
  readonly sentence: Sentence;
}

const CONTRACT =
  '(?:marches?|accords?-cadres?|contrats?|lots? (?:n ?° ?)?[0-9a-z]{1,3}|presente? (?:marche|contrat)|partenariat|convention)';
const SAYS = new RegExp(
  [
    `\\bduree (?:totale |globale |initiale |maximale |ferme |previsionnelle )?(?:d'execution )?(?:du |de l'|de la |d'un |des |de chaque )?(?:present )?(?:${CONTRACT})`,
    `\\b${CONTRACT}\\b[^.;]{0,90}\\b(?:(?:est|sont|sera|seront) (?:conclu|passe|etabli|signe|souscrit)e?s?|prend effet|prennent effet|a une duree|dure|court|l'est|est d'une duree|s'execute|d'une (?:duree|periode)|pour une (?:duree|periode))\\b`,
    `^(?:il|elle|ils|ce dernier|celui-ci)\\b[^.;]{0,30}\\b(?:est|sont|sera)? ?(?:conclu|passe|etabli|signe|prend effet|dure|court)`,
    '\\b(?:sa|leur) duree\\b',
    '\\b(?:conclu|passe)e?s? pour (?:une (?:duree|periode)|[a-z0-9]+ (?:\\(\\d+\\) )?(?:ans?|mois|annees?))',
    '\\bperiode initiale\\b',
  ].join('|'),
);
/** Other durations that a contract gives. */
const OTHER =
  /\b(?:garanties?|validite|offres?|maintien|paiement|penalites?|conservation|preavis|retard|intervention|livraison|delais? d'execution d|admission|verifications?|apprenti|stagiaire|insertion|exclusivite|droits? de|cession|protection|propriete|assurance|affermi[a-z]*|tranche|visite|formation|bon de commande|bons de commande d|phase|etape|reunion|hebergement|periode de transition|prolong[a-z]*)\b[^.;,]{0,50}$/;
const RENEWS = fr`reconduct[a-z]*|reconduit[a-z]*|renouvel[a-z]*`;
const NOT_RENEWED = fr`(?:n'est|ne sont|n'est) (?:pas|ni) (?:tacitement )?(?:reconductible|renouvelable|reconduit)[a-z]*|non (?:reconductible|renouvelable)s?|sans (?:possibilité de )?(?:reconduction|renouvellement)|(?:aucune|pas de) reconduction|ne (?:peut|pourra) (?:pas )?être (?:reconduit|renouvelé)`;
const TOTAL =
  /\b(?:duree (?:totale|globale|maximale)|au total|en tout|soit (?:une duree )?(?:totale|globale|maximale|au (?:plus|total|maximum))?|sans (?:pouvoir )?exceder|dans la limite de|reconductions? (?:comprises?|incluses?|eventuelles? comprises?)|ne (?:peut|pourra|puisse) (?:pas )?(?:exceder|depasser)|au (?:plus|maximum)|toutes? (?:reconductions?|periodes?) (?:comprises?|confondues?))\b/;

interface Read {
  /** Where the part of the sentence begins. */
  readonly from: number;
  readonly first: DurationItem | undefined;
  readonly total: DurationItem | undefined;
  readonly times: number | undefined;
  readonly each: number | undefined;
  readonly same: boolean;
  readonly renews: { readonly from: number; readonly to: number } | undefined;
  readonly declares: boolean;
}

/** « trois fois », « reconduit deux fois un an », « 2 reconductions ». */
function timesIn(folded: string): number | undefined {
  for (const n of numbers(folded, { articles: true })) {
    const after = folded.slice(n.to, n.to + 40);
    if (
      /^(?: ?\([^)]*\))? (?:fois|reconductions?|renouvellements?|periodes? (?:supplementaires?|de reconduction|identiques)|nouvelles? periodes?)\b/.test(
        after,
      )
    )
      return n.value;
  }
  return /\bune (?:seule )?fois\b/.test(folded) ? 1 : undefined;
}

/** A line that is a duration and little more, under a title or beside a label that says of what. */
const BARE =
  /^[^a-z0-9]*(?:(?:la )?duree (?:totale |globale |initiale |maximale )?: ?)?(?:[a-z-]+|\d+) ?(?:\([^)]*\) ?)?(?:mois|ans?|annees?)\b/;

/** « Lot 1 : trois ans ; lot 2 : quatre ans » is read lot by lot. */
function parts(folded: string): { from: number; text: string }[] {
  const starts = lotNames(folded)
    .filter(
      (n) => n.from === 0 || /[;.,] ?(?:et )?(?:pour )?(?:le )?$/.test(folded.slice(Math.max(0, n.from - 14), n.from)),
    )
    .map((n) => n.from);
  if (starts.length < 2) return [{ from: 0, text: folded }];
  return starts.map((from, i) => ({
    from: i === 0 ? 0 : from,
    text: folded.slice(i === 0 ? 0 : from, starts[i + 1] ?? folded.length),
  }));
}

const LASTS = /\b(?:mois|ans?|annees?)\b|recondu|renouvel/;
const reading: Reader<readonly Read[]> = (phrase) => {
  if (!phrase.has(LASTS)) return undefined;
  return parts(phrase.folded).flatMap(({ from, text }) => {
    const read = readPart(text);
    if (!read) return [];
    const move = <T extends Stretch>(x: T | undefined): T | undefined =>
      x && { ...x, from: x.from + from, to: x.to + from };
    return [{ ...read, first: move(read.first), total: move(read.total), renews: move(read.renews), from }];
  });
};

function readPart(folded: string): Omit<Read, 'from'> | undefined {
  const declares = SAYS.test(folded);
  const renews = find(folded, NOT_RENEWED) ?? find(folded, RENEWS);
  if (!declares && !renews && !/^lots? /.test(folded) && !BARE.test(folded)) return undefined;
  const all = durations(folded).filter((d) => d.months !== undefined && !OTHER.test(before(folded, d.from, 70)));
  let total: DurationItem | undefined;
  let first: DurationItem | undefined;
  let each: DurationItem | undefined;
  const at = renews?.from ?? Number.POSITIVE_INFINITY;
  for (const d of all) {
    const lead = before(folded, d.from, 60);
    const after = folded.slice(d.to, d.to + 60);
    const isTotal =
      TOTAL.test(lead.slice(-45)) ||
      /^,? ?(?:toutes? |les )?(?:periodes? de )?(?:reconductions? )?(?:eventuelles? )?(?:comprises?|incluses?|au (?:plus|total|maximum))\b/.test(
        after,
      ) ||
      /^,? reconductions? (?:comprises?|incluses?)/.test(after);
    if (isTotal && (first || renews || /reconduction/.test(after))) total ??= d;
    else if (d.from < at && !first) first = d;
    else if (d.from > at && !each) each = d;
  }
  const times = find(folded, NOT_RENEWED) ? 0 : timesIn(folded);
  if (!first && !total && !renews) return undefined;
  return {
    first,
    total,
    times: renews ? times : undefined,
    each:
      each?.months ??
      (/\bannuell?e?s?\b|\bd'annee en annee\b|\bchaque annee\b/.test(folded) && renews ? 12 : undefined),
    same: /\b(?:meme|identique|duree equivalente)\b/.test(folded),
    renews: renews && { from: renews.from, to: renews.to },
    declares,
  };
}

/** Where a text says how long the contract lasts, by lot. Empty when it says nothing. */
export const duree = defineFact<readonly Duree[]>({
  id: 'duree',
  title: 'Durée du contrat',
  read({ draft }) {
    const out: Duree[] = [];
    let last: { index: number; sentence: Sentence } | undefined;
    for (const { value, sentence } of draft
      .collect(reading)
      .flatMap(({ value, sentence }) => value.map((v) => ({ value: v, sentence })))) {
      if (sentence.passage.heading && !sentence.passage.heading.runIn) continue;
      const { first, total, renews, times, each, same } = value;
      // A sentence about renewals goes with the duration just before it.
      const previous = last && out[last.index];
      const follows =
        previous &&
        last &&
        last.sentence.section === sentence.section &&
        !value.first &&
        renews &&
        (value.total === undefined || lotNames(sentence.folded).length === 0);
      if (follows && last) {
        out[last.index] = complete({
          ...previous,
          statedTotal: total?.months ?? previous.statedTotal,
          totalAt: total ? sentence.at(total) : previous.totalAt,
          reconduction: {
            times: times ?? previous.reconduction?.times,
            months: each ?? previous.reconduction?.months ?? (same ? previous.months : undefined),
            at: sentence.at(renews),
          },
        });
        continue;
      }
      const main = first ?? total;
      if (
        !main ||
        !(value.declares || isTitled(sentence) || /^lots? /.test(sentence.folded.slice(value.from)) || label(sentence))
      )
        continue;
      const own = [...new Set(lotNames(sentence.folded.slice(value.from, main.from)).flatMap((n) => n.numbers))];
      const around = lotAt(sentence.passage);
      const names = own.length > 0 ? own : around && lotNames(sentence.folded).length === 0 ? [around] : [];
      out.push(
        complete({
          lots: names,
          months: first?.months,
          statedTotal: total?.months,
          reconduction: renews && {
            times,
            months: each ?? (same ? first?.months : undefined),
            at: sentence.at(renews),
          },
          total: undefined,
          at: sentence.at(main),
          totalAt: total && sentence.at(total),
          sentence,
        }),
      );
      last = { index: out.length - 1, sentence };
    }
    return out;
  },
  show: (all) =>
    all.length === 0
      ? undefined
      : all.map(({ lots, months, total, reconduction }) => ({
          lots,
          mois: months,
          total,
          reconductions: reconduction?.times,
        })),
});

const isTitled = (sentence: Sentence): boolean =>
  (/^[^a-z]*duree\b(?!.*\b(?:validite|garantie|offres?|interventions?)\b)/.test(sentence.section.title) ||
    /^[^a-z]*duree (?:du (?:marche|contrat) |de l'accord-cadre )?:/.test(sentence.folded)) &&
  BARE.test(sentence.folded);

/** « Durée | 24 mois » in a table. */
const label = (sentence: Sentence): boolean => {
  const { passage } = sentence;
  const first = passage.table?.rowOf(passage)?.cells[0];
  return (
    first !== undefined &&
    first !== passage &&
    /^duree(?: du (?:marche|contrat)| de l'accord-cadre)?$/.test(first.folded.trim())
  );
};

function complete(d: Duree): Duree {
  const { months, statedTotal, reconduction } = d;
  const { times } = reconduction ?? {};
  const each = reconduction?.months ?? (reconduction && times ? months : undefined);
  const counted =
    months === undefined
      ? undefined
      : reconduction === undefined || times === 0
        ? months
        : times !== undefined && each !== undefined
          ? months + times * each
          : undefined;
  return { ...d, total: statedTotal ?? counted };
}
