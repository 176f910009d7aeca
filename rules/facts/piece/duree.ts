import type { Reader, Sentence } from '../../kit/draft.ts';
import { type DurationItem, durations } from '../../kit/french/durations.ts';
import { numbers, ordinals } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before, type Stretch } from '../../kit/french/scan.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';
import {
  isOfPastContract,
  LOT_COLUMN,
  lotAt,
  lotNames,
  lotsNamed,
  measured,
  rowLots,
  telling,
} from '../commun/index.ts';
import { periodDurees } from './duree-periodes.ts';

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
    `\\b${CONTRACT}\\b[^.;]{0,90}\\b(?:(?:est|sont|sera|seront) (?:conclu|passe|etabli|signe|souscrit)e?s?|prend effet|prennent effet|(?:a|ont|aura|auront) une duree|dure(?:nt|ra|ront)?|court|courent|s'etend(?:ent|ra|ront)?|se deroule(?:nt|ra|ront)?|s'etale(?:nt|ra)?|s'echelonne(?:nt|ra)?|vaut|valent|vaudra|l'est|(?:est|sont) d'une duree|s'execute(?:nt)?|d'une (?:duree|periode)|pour une (?:duree|periode))\\b`,
    `^(?:il|elle|ils|ce dernier|celui-ci)\\b[^.;]{0,30}\\b(?:est|sont|sera)? ?(?:conclu|passe|etabli|signe|prend effet|dure|court)`,
    // « Sa durée de vie », « leur durée d'amortissement » are those of things.
    "\\b(?:sa|leur) duree\\b(?! (?:de |d')(?:vie|service|conservation|stockage|garantie|fonctionnement|charge|sejour|trajet|travail|sechage|disponibilite|usage|utilisation|amortissement|ouverture|intervention|immobilisation|autonomie|occupation))",
    '\\b(?:conclu|passe)e?s? pour (?:une (?:duree|periode)|[a-z0-9]+ (?:\\(\\d+\\) )?(?:ans?|mois|annees?))',
    '\\bperiode initiale\\b',
    `\\b${CONTRACT}\\b[^.;]{0,30}\\b(?:debute|demarre|commence)(?:nt|ra|ront)?\\b[^.;]{0,60}\\bpour (?:une (?:duree|periode)|[a-z0-9-]+ (?:\\(\\d+\\) )?(?:ans?|mois|annees?))`,
    `(?:^[^a-z]*(?:il|celui-ci|ce dernier)|(?:^|[^a-z])(?:le |l'|ce |cet )(?:present )?${CONTRACT}) (?:lie|liera|engage|engagera) (?:les )?(?:deux )?(?:parties|cocontractants?|contractants?)\\b[^.;,]{0,12} (?:pendant|pour|durant)\\b`,
  ].join('|'),
);
/** « Dans l'année du contrat, l'astreinte s'étend sur cinq mois »: the contract stands before a subject that is not it. */
const FRONTED = new RegExp(
  `^[^a-z]*(?:dans|pendant|durant|au cours|au titre|lors|sur)\\b[^,.;]{0,60}\\b${CONTRACT}\\b[^,.;]{0,30}, (?:l'|le |la |les |chaque |une? |cette |ce |des )(?!(?:present |presente )?(?:${CONTRACT}|duree|periode|titulaire|prestataire)\\b)`,
);
/** Other durations that a contract gives. */
const OTHER =
  /\b(?:garantie|validite|offre|maintien|paiement|penalite|conserv[a-z]*|preavis|retard|intervention|livraison|delais? d'execution d|admission|verification|apprenti|stagiaire|insertion|exclusivite|droits? de|cession|protection|propriete|assurance|affermi|tranche|visite|formation|(?<!\ba )bons de commande d|bon de commande|phase|etape|reunion|hebergement|preparation(?! comprise)|periode de transition|prolong)[^.;,]{0,50}$/;
/** « trois mois avant l'échéance »: when something is said, and not how long. */
const BEFOREHAND = /^ (?:au (?:moins|plus tard) |francs? )?(?:avant|a l'avance)\b/;
const RENEWS = fr`reconduct[a-z]*|reconduit[a-z]*|renouvel[a-z]*`;
const NOT_RENEWED = fr`(?:n'est|ne sont|n'est) (?:pas|ni) (?:tacitement )?(?:reconductible|renouvelable|reconduit)[a-z]*|non (?:reconductible|renouvelable)s?|sans (?:possibilité de )?(?:reconduction|renouvellement)|(?:aucune|pas de) reconduction|ne (?:peut|pourra) (?:pas )?être (?:reconduit|renouvelé)|ni (?:reconduction|renouvellement)|aucun (?:[a-z-]+ )?n'est (?:tacitement )?(?:reconductible|renouvelable|reconduit|renouvelé)`;
const TOTAL =
  /\b(?:duree (?:totale|globale|maximale)|au (?:total|plus|maximum)(?!,? (?:[a-z]+|\d+) (?:\(\d+\) )?(?:fois|reconductions?|renouvellements?|periodes?))|en tout|soit|exceder|depasser|dans la limite de|(?:reconduction|renouvellement|periode)s? (?:eventuelles? )?(?:compris|inclus|confondu))/;
const TOTAL_AFTER =
  /^[, (]*(?:(?:toutes?|les|periodes?|de|reconductions?|renouvellements?|eventuel[a-z]*) )*(?:(?:compris|inclus|confondu)e?s?|au (?:plus|total|maximum))\b/;

/** What is said of the renewals just named, whoever is its subject. */
const WHOLE = /\bduree (?:totale|globale|maximale)\b/;

interface Read {
  /** The lots that its part of the sentence is about; undefined when the sentence is not parted. */
  readonly lots: readonly string[] | undefined;
  readonly first: DurationItem | undefined;
  readonly total: DurationItem | undefined;
  readonly times: number | undefined;
  readonly each: number | undefined;
  readonly same: boolean;
  readonly renews: { readonly from: number; readonly to: number } | undefined;
  readonly declares: boolean;
  /** The first duration is that of the whole: « ne peut dépasser quatre ans ». */
  readonly whole: boolean;
}

const TIMES = /^(?: ?\([^)]*\))? (?:(?:seule|unique|nouvelle)s? )?(?:fois|reconduction|renouvellement)/;
const PERIODS = /^(?: ?\([^)]*\))? (?:(?:nouvelle|autre)s )?periodes\b/;
/** « trois fois », « reconduit deux fois un an », « 2 reconductions », and after its verb « trois périodes d'un an ». */
function timesIn(folded: string, renews: Stretch): number | undefined {
  const all = numbers(folded, { articles: true });
  const counted =
    all.find((n) => TIMES.test(folded.slice(n.to, n.to + 40))) ??
    // « Par période d'un an », « pour une période d'un an » say how long and not how many.
    all.find((n) => n.from > renews.to && n.value > 1 && PERIODS.test(folded.slice(n.to, n.to + 40)));
  return counted?.value;
}

/** A line that is a duration and little more, under a title or beside a label that says of what. */
const BARE =
  /^[^a-z0-9]*((?:la )?duree(?: totale| globale| initiale| maximale)? ?: ?)?(?:[a-z-]+|\d+) ?(?:\([^)]*\) ?)?(?:mois|ans?|annees?)\b/;

/** « Ce délai est de dix mois », after what says that it is that of the contract. */
const ANAPHORA = /^[^a-z]*(?:cette duree|ce delai|celle-ci|celui-ci) (?:est|sera) (?:fixee? )?(?:de |a |d')/;
const ITS_LENGTH = fr`durée (?:totale |globale |initiale |maximale |ferme )?(?:d'exécution )?(?:du |de l'|de chaque |de la )(?:présente? )?(?:marchés?|accords?-cadres?|contrats?|convention)`;
const goesOn = (sentence: Sentence): boolean => {
  const { passage, section, previous } = sentence;
  const before = previous ?? (passage.before?.section === section ? passage.before.sentences.at(-1) : undefined);
  return ANAPHORA.test(sentence.folded) && before?.has(ITS_LENGTH) === true;
};

/** A part of a sentence that speaks of some lots; of no lot in particular when `lots` is undefined. */
interface Part {
  readonly from: number;
  readonly text: string;
  readonly lots: readonly string[] | undefined;
  /** What it says is how long the contract lasts, for want of another subject: « lot 1 : trois ans ». */
  readonly declares: boolean;
}

/** « Lot 1 : trois ans ; lot 2 : quatre ans », « deux ans pour le lot 1 et trois ans pour le lot 2 » are read lot by lot. */
function parts(folded: string, heard: boolean): readonly Part[] {
  const names = lotNames(folded);
  const declares = heard || SAYS.test(folded.replace(FRONTED, '')) || has(folded, SERVES);
  const heads = names.filter((n) => /(?:^|[;.,:] ?)(?:et )?(?:pour )?(?:les? )?$/.test(before(folded, n.from, 16)));
  if (heads.length > 1)
    return heads.map((n, i) => {
      const next = heads[i + 1]?.from ?? folded.length;
      const rest = folded.slice(n.to, next);
      return {
        from: n.from,
        text: folded.slice(n.from, next),
        lots: n.numbers,
        declares: declares || BARE.test(rest.slice(rest.indexOf(':') + 1)),
      };
    });
  const tails = names.filter((n) => /\b(?:mois|ans?) (?:pour |\()(?:les? )?$/.test(before(folded, n.from, 16)));
  if (tails.length === 0)
    return [{ from: 0, text: folded, lots: undefined, declares: declares || /^lots? /.test(folded) }];
  return tails.map((n, i) => {
    const from = tails[i - 1]?.to ?? 0;
    return { from, text: folded.slice(from, tails[i + 1] && n.to), lots: n.numbers, declares };
  });
}

/** Part of the contract, or another. */
const APART = fr`tranches?|phases?|étapes?|garanties?|bons? de commande|marchés? subséquents?|essais?|stages?|chantier|travaux|attestations?|certificats?|extraits?|preuves?|candidats?|offres?|pénalités?|validité|conserv[a-z]*|versions?|mises? à jour|modifi[a-z]*|affermi[a-z]*|options?|retard|avance|revis[a-z]*|révis[a-z]*`;
/** It lasts, runs or ends. */
const GOES_ON = fr`dur(?:e|ent|era|eront|ée)|cour(?:t|ent|ra|ront)|prend(?:ra)? fin|prennent fin|s'ach[eè]v[a-z]*|expir[a-z]*|conclue?s?|engage(?:nt|ra|ment)?|vi(?:t|vra)|cess[a-z]*|li(?:e|ent|era|eront)|termin[a-z]*|échoi[a-z]*`;
const NAMES_CONTRACT = fr`(?:titulaire|prestataire|attributaire) (?:est|sera|reste|demeure) (?:lié|engagé|tenu)e?|partenariats?|marchés?|contrats?|accords?-cadres?|lots? [0-9a-z]{1,3}|conventions?|engagement`;
/** « Le titulaire assure le gardiennage pendant trois ans à partir du 1er mars »: from the beginning of the contract on. */
const SERVES = fr`(?:titulaire|prestataire|attributaire|entreprise|exploitant) (?:assure|exécute|réalise|exploite|gère|effectue)(?:ra)? (?!(?:la |le |une |un |l'|sa |cette )?(?:maintenance|entretien|garantie|formation|astreinte|suivi|assistance))[^.;,]{0,80} (?:pendant|durant|pour) [^.;,]{0,30}(?:à compter|à partir|dès) (?:de )?(?:la |sa |du )?(?:notification|[0-9]+(?:er)?)`;
const LASTS = /\b(?:mois|ans?|annees?)\b|recondu|renouvel/;
const reading: Reader<readonly Read[]> = (phrase) => (phrase.has(LASTS) ? readingOf(phrase.folded) : undefined);

/** `heard`: it is known to say how long the contract lasts, in whatever words. */
const readingOf = (said: string, heard = false): readonly Read[] =>
  parts(said, heard).flatMap((part) => {
    const read = readPart(part);
    if (!read) return [];
    const { from, lots } = part;
    const move = <T extends Stretch>(x: T | undefined): T | undefined =>
      x && { ...x, from: x.from + from, to: x.to + from };
    return [{ ...read, first: move(read.first), total: move(read.total), renews: move(read.renews), lots }];
  });

/** « prend fin au terme du trente-sixième mois »: so many months. */
const AT_THE_END = /(?:au terme|a l'issue|a la fin|a l'expiration) d(?:u|e son|e leur) $/;
const monthRanks = (folded: string): DurationItem[] =>
  ordinals(folded).flatMap(({ from, to, value }): DurationItem[] => {
    const month = /^ mois(?![a-z])/.exec(folded.slice(to));
    return month && AT_THE_END.test(before(folded, from, 24))
      ? [{ from, to: to + month[0].length, value, unit: 'mois', months: value }]
      : [];
  });

function readPart({ text: folded, declares }: Part): Omit<Read, 'lots'> | undefined {
  const refused = find(folded, NOT_RENEWED);
  const renews = refused ?? find(folded, RENEWS);
  if (!declares && !renews && ![BARE, WHOLE, ANAPHORA].some((p) => p.test(folded))) return undefined;
  const all = [...durations(folded), ...monthRanks(folded)].filter(
    (d, i, list) =>
      d.months !== undefined &&
      !BEFOREHAND.test(folded.slice(d.to)) &&
      !OTHER.test(folded.slice(list[i - 1]?.to, d.from)),
  );
  let total: DurationItem | undefined;
  let first: DurationItem | undefined;
  let each: DurationItem | undefined;
  let whole = false;
  const at = renews?.from ?? Number.POSITIVE_INFINITY;
  for (const d of all) {
    const isTotal = TOTAL.test(before(folded, d.from, 45)) || TOTAL_AFTER.test(folded.slice(d.to, d.to + 60));
    if (isTotal && (first || renews)) total ??= d;
    else if (d.from < at && !first) {
      first = d;
      whole = isTotal;
    } else if (d.from > at && !each) each = d;
  }
  return {
    first,
    total,
    times: refused ? 0 : renews && timesIn(folded, renews),
    each: each?.months ?? (/\bannuel|\bd'annee en annee\b|\bchaque annee\b/.test(folded) && renews ? 12 : undefined),
    same: /\b(?:meme|identique|duree equivalente)\b/.test(folded),
    renews: renews && { from: renews.from, to: renews.to },
    declares,
    whole,
  };
}

/** Where a text says how long the contract lasts, by lot. Empty when it says nothing. */
export const duree = defineFact<readonly Duree[]>({
  id: 'duree',
  title: 'Durée du contrat',
  read(piece) {
    const { draft } = piece;
    const out: Duree[] = [];
    const inColumns = measured(draft).flatMap(({ cell, said }) => {
      const [sentence] = cell.sentences;
      const within = <T extends Stretch>(x: T | undefined) => x && { ...x, to: Math.min(x.to, cell.folded.length) };
      const value = readingOf(said).map((v) => ({ ...v, first: within(v.first), total: within(v.total) }));
      return sentence ? [{ sentence, value }] : [];
    });
    const told = draft.collect(reading).filter(({ sentence }) => !isOfPastContract(sentence));
    const known = new Set(told.map(({ sentence }) => sentence));
    const others = telling(piece, 'dossier/duree-du-marche')
      .filter(
        ({ surety, sentence: s }) =>
          surety === 'sure' &&
          !known.has(s) &&
          s.has(LASTS) &&
          s.has(NAMES_CONTRACT) &&
          s.has(GOES_ON) &&
          !FRONTED.test(s.folded) &&
          !s.has(APART),
      )
      .map(({ sentence }) => ({ sentence, value: readingOf(sentence.folded, true) }));
    const inOrder = [...told, ...others].sort((a, b) => a.sentence.span.start - b.sentence.span.start);
    for (const { value, sentence } of [...inOrder, ...inColumns].flatMap(({ value, sentence }) =>
      value.map((v) => ({ value: v, sentence })),
    )) {
      if (sentence.passage.heading && !sentence.passage.heading.runIn) continue;
      const { first, renews, times, each, same } = value;
      // A sentence about renewals, or about the whole that they make, goes with the duration just before it.
      const names = lotsNamed(sentence.folded);
      const index = out.findLastIndex(
        (o) => o.sentence.section === sentence.section && names.every((n) => o.lots.includes(n)),
      );
      const previous = out[index];
      const renewed = previous?.reconduction;
      const total = value.total ?? (value.whole && renewed ? first : undefined);
      if (previous && (total === first || !first)) {
        out[index] = complete({
          ...previous,
          statedTotal: total?.months ?? previous.statedTotal,
          totalAt: total ? sentence.at(total) : previous.totalAt,
          reconduction: renews
            ? {
                times: times ?? renewed?.times,
                months: each ?? renewed?.months ?? (same ? previous.months : undefined),
                at: sentence.at(renews),
              }
            : renewed,
        });
        continue;
      }
      const main = first ?? total;
      if (!main || !(value.declares || isTitled(sentence) || label(sentence) || goesOn(sentence))) continue;
      const own = value.lots ?? lotsNamed(sentence.folded.slice(0, main.from));
      const { passage } = sentence;
      const earlier = passage.sentences.slice(0, passage.sentences.indexOf(sentence));
      const around = rowLots(passage)[0] ?? lotAt(passage, earlier.map((x) => x.folded).join(' '));
      const lots = own.length > 0 ? own : around && names.length === 0 ? [around] : [];
      out.push(
        complete({
          lots,
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
    }
    const tabled = (d: Duree) => out.some((o) => o.sentence.passage.table === d.sentence.passage.table);
    return [...out, ...periodDurees(draft).filter((d) => !tabled(d))];
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

const isTitled = (sentence: Sentence): boolean => {
  const bare = BARE.exec(sentence.folded);
  return (
    bare !== null &&
    (bare[1] !== undefined ||
      /^[^a-z]*(?:[ivx]{1,5}(?![a-z])[^a-z]*)?duree\b(?!.*\b(?:validite|garantie|offre|intervention))/.test(
        sentence.section.title,
      ))
  );
};

const OF_CONTRACT =
  /^ ?durees? ?(?:(?:totale|globale|maximale|initiale|ferme) ?)?(?:(?:du |de l'|des |d'un |par |de chaque )?(?:marches?|contrats?|accords?-cadres?|lots?) ?)?(?:[(,:-] ?|en ?).{0,48}$|^ ?durees? ?(?:du (?:marche|contrat|lot)|de l'accord-cadre)? ?$/;
const WHOLE_ROW = /^[^a-z]*(?:sous-)?(?:total|ensemble)/;

/** « Durée | 24 mois » in a table, or « Durée » over « 24 mois » in a table of lots. */
function label({ passage }: Sentence): boolean {
  const { table } = passage;
  const first = table?.rowOf(passage)?.cells[0];
  if (!table || !first || first === passage) return false;
  if (OF_CONTRACT.test(first.folded)) return true;
  const isOfLots = LOT_COLUMN.test(table.header.cells[0]?.folded ?? '');
  return isOfLots && OF_CONTRACT.test(table.headerOf(passage)?.folded ?? '') && !WHOLE_ROW.test(first.folded);
}

function complete(d: Duree): Duree {
  const { months, statedTotal, reconduction } = d;
  const times = reconduction ? reconduction.times : 0;
  const counted =
    months !== undefined && times !== undefined ? months + times * (reconduction?.months ?? months) : undefined;
  return { ...d, total: statedTotal ?? counted };
}
