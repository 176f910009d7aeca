import type { Reader, Sentence } from '../../kit/draft.ts';
import type { DurationItem } from '../../kit/french/durations.ts';
import { numbers, ordinals } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before, type Stretch } from '../../kit/french/scan.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { type HeardCount, lotNames } from '../commun/index.ts';
import { type DurationRole, type HeardDuration, lengths } from './duree-entendue.ts';
import { endingOf, STOPS } from './duree-fin.ts';

const CONTRACT =
  '(?:marches?|accords?-cadres?|contrats?|lots? (?:n ?° ?)?[0-9a-z]{1,3}|presente? (?:marche|contrat)|partenariat|convention)';
const SAYS = new RegExp(
  [
    ...endingOf(CONTRACT),
    `\\bduree (?:totale |globale |initiale |maximale |ferme |previsionnelle )?(?:d'execution )?(?:du |de l'|de la |d'un |des |de chaque )?(?:present )?(?:${CONTRACT})`,
    `\\b${CONTRACT}\\b[^.;]{0,90}\\b(?:(?:est|sont|sera|seront) (?:conclu|passe|etabli|signe|souscrit)e?s?|prend effet|prennent effet|(?:a|ont|aura|auront) une duree|dure(?:nt|ra|ront)?|court|courent|courra|courront|s'etend(?:ent|ra|ront)?|se deroule(?:nt|ra|ront)?|s'etale(?:nt|ra)?|s'echelonne(?:nt|ra)?|vaut|valent|vaudra|l'est|(?:est|sont) d'une duree|s'execute(?:nt|ra|ront)?|d'une (?:duree|periode)|pour une (?:duree|periode))\\b`,
    `^(?:il|elle|ils|ce dernier|celui-ci)\\b[^.;]{0,30}\\b(?:est|sont|sera)? ?(?:conclu|passe|etabli|signe|prend(?:ra)? effet|dure|durera|court|courra|s'execute(?:ra)? (?:en|pendant|durant|sur))`,
    // « Sa durée de vie », « leur durée d'amortissement » are those of things.
    "\\b(?:sa|leur) duree\\b(?! (?:de |d')(?:vie|service|conservation|stockage|garantie|fonctionnement|charge|sejour|trajet|travail|sechage|disponibilite|usage|utilisation|amortissement|ouverture|intervention|immobilisation|autonomie|occupation))",
    '\\b(?:conclu|passe)e?s? pour (?:une (?:duree|periode)|[a-z0-9]+ (?:\\(\\d+\\) )?(?:ans?|mois|annees?))',
    '\\b(?:periode initiale|premiere periode)\\b',
    // « Les prestations sont exécutées pendant une durée ferme de trois ans à compter du 1er mars »: all of them.
    "(?:^[^a-z]*|, )(?:les (?:prestations|services)|l'ensemble des prestations) (?:sont|seront) (?:executee?s?|assuree?s?|fournie?s?|rendus) (?:pendant|durant|pour|sur) (?:une (?:duree|periode) (?:[a-z]+ )?)?(?:de |d')?[a-z0-9-]+ (?:\\(\\d+\\) )?(?:ans?|mois|annees?) (?:fermes? )?a (?:compter|partir) (?:de (?:la |leur )?(?:date de )?notification|du \\d)",
    // « chaque jour, pendant les dix-huit mois du contrat »
    `\\b(?:pendant|durant|sur|pour) (?:toute?s? )?les (?!(?:[a-z0-9-]+ )?(?:premier|dernier|prochain)e?s? )(?:[a-z0-9-]+ ){1,2}(?:\\(\\d+\\) )?(?:mois|ans|annees) (?:du |de l'|de ce |de cet )(?:present )?(?:${CONTRACT})(?! (?:precedent|en cours|actuel|de (?:travail|maintenance)))\\b`,
    // « les trente-six mois que durera l'accord-cadre »
    `\\b(?:mois|ans|annees) que dure(?:ra)? (?:le |l'|ce |cet )?(?:present )?(?:${CONTRACT})`,
    // Whatever it is that runs, the whole of it from the notification is the contract.
    "\\bduree (?:totale|globale|maximale) (?:de |d')(?:[a-z0-9-]+ ){1,3}(?:\\([^)]{1,20}\\) )?(?:mois|ans?|annees?),? (?:a (?:compter|partir)|des|qui court) (?:de |du |a compter de )?(?:la |sa |jour de la |date de (?:la |sa )?)?notification",
    `\\b${CONTRACT}\\b[^.;]{0,30}\\b(?:debute|demarre|commence)(?:nt|ra|ront)?\\b[^.;]{0,60}\\bpour (?:une (?:duree|periode)|[a-z0-9-]+ (?:\\(\\d+\\) )?(?:ans?|mois|annees?))`,
    `(?:^[^a-z]*(?:il|celui-ci|ce dernier)|(?:^|[^a-z])(?:le |l'|la |ce |cet |cette )(?:presente? )?${CONTRACT}) (?:(?:(?:produit|produira) ses effets|(?:a|aura|prend) effet)|(?:est|sera|reste|restera|demeure) (?:en vigueur|en cours|valable|valide)) (?:(?:pendant|durant|pour|sur) |[a-z0-9-]+ (?:\\(\\d+\\) )?(?:mois|ans?|annees?)\\b)`,
    `(?:^[^a-z]*(?:il|celui-ci|ce dernier)|(?:^|[^a-z])(?:le |l'|ce |cet )(?:present )?${CONTRACT}(?:(?: [a-z'-]+){1,5})?(?:, [^,.;]{2,60},)?) (?:lie|liera|engage|engagera) (?:les )?(?:deux )?(?:parties|cocontractants?|contractants?)\\b[^.;,]{0,12} (?:pendant|pour|durant)\\b`,
  ].join('|'),
);
/** « Dans l'année du contrat, l'astreinte s'étend sur cinq mois »: the contract stands before a subject that is not it. */
const FRONTED = new RegExp(
  `^[^a-z]*(?:dans|pendant|durant|au cours|au titre|lors|sur)\\b[^,.;]{0,60}\\b${CONTRACT}\\b[^,.;]{0,30}, (?:l'|le |la |les |chaque |une? |cette |ce |des )(?!(?:present |presente )?(?:${CONTRACT}|duree|periode|titulaire|prestataire)\\b)`,
);
/** « Les bons de commande émis avant la fin du contrat s'exécutent dans les trois mois »: theirs. */
const OF_ORDERS =
  /^[^a-z]*(?:(?:l'execution|(?:la duree|les? delais?)(?: (?:maximale?s? )?d'execution)?) (?:des?|du|de chaque|d'une?) )?(?:(?:les?|la|tout|toute|chaque|une?|ces|aucune?) )?(?:bons? de commande|commandes?|marches? subsequents?)\b/;
/** Other durations that a contract gives. */
const OTHER_DURATION =
  /\b(?:(?:nos|vos|ses|leurs) prix|couts?|energie|garantie|validite|offre|maintien|paiement|penalite|conserv[a-z]*|preavis|retard|intervention|livraison|delais? d'execution d|admission|verification|apprenti|stagiaire|insertion|exclusivite|droits? de|cession|protection|propriete|assurance|affermi|tranche|visite|formation|(?<!\ba )bons de commande d|bon de commande|phase|etape|reunion|hebergement|depuis|preparation(?! comprise)|periode de transition|prolong)[^.;,]{0,50}$/;
/** « trois mois avant l'échéance »: when something is said, and not how long. */
const BEFOREHAND = /^ (?:au (?:moins|plus tard) |francs? )?(?:avant|a l'avance|auparavant|plus tot)\b/;
/** « Maximum (4 ans, HT) »: over how long a sum is reckoned. */
const OF_SUM = /^,? ?(?:ht|ttc|€|hors taxes)(?![a-z])/;
/** « Prolongé d'un an, deux fois, par tacite reconduction »: by the first of its words. */
export const RENEWS = fr`prolongée?s?(?= [^.;]{0,60}(?:reconduction|renouvellement))|reconduct[a-z]*|reconduit[a-z]*|renouvel[a-z]*`;
const NOT_RENEWED = fr`(?:n'est|ne sont|n'est) (?:pas|ni) (?:tacitement )?(?:reconductible|renouvelable|reconduit|renouvelé|prolongé|prorogé)[a-z]*|non (?:reconductible|renouvelable)s?|sans (?:possibilité de )?(?:reconduction|renouvellement)|(?:aucune|pas de) reconduction|ne (?:peut|pourra) (?:pas )?être (?:reconduit|renouvelé)|ni (?:reconduction|renouvellement)|aucun (?:[a-z-]+ )?n'est (?:tacitement )?(?:reconductible|renouvelable|reconduit|renouvelé)`;
const TOTAL =
  /\b(?:duree (?:totale|globale|maximale)|au (?:total|plus|maximum)(?!,? (?:[a-z]+|\d+) (?:\(\d+\) )?(?:fois|reconductions?|renouvellements?|periodes?))|en tout|soit|(?:terme|echeance)(?: [a-z]+)? au $|port(?:e|ant|era|erait|er) (?:[a-z']+ ){1,4}a $|(?:exced|depass)(?:er|e|ent|era|eront|ant)|dans la limite de|(?:reconduction|renouvellement|periode)s? (?:eventuelles? )?(?:compris|inclus|confondu))/;
const TOTAL_AFTER =
  /^[, (]*(?:(?:toutes?|les|periodes?|de|reconductions?|renouvellements?|eventuel[a-z]*) )*(?:(?:compris|inclus|confondu)e?s?|au (?:plus|total|maximum))\b/;
/** « trois fois 12 mois au plus »: what is at most is how often. */
const SO_OFTEN = /(?:fois|x|×) (?:de )?$/;

/** What is said of the renewals just named, whoever is its subject. */
const WHOLE = /\bduree (?:totale|globale|maximale)\b/;

/** What a sentence, or its part on some lots, says of durations. */
export interface DurationRead {
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

const TIMES = /^(?: ?\([^)]*\))? (?:(?:seule|unique|nouvelle)s? )?(?:fois|reconduction|renouvellement|reprises?(?! d))/;
/** « Reconductions tacites, au nombre de trois », « le nombre de reconductions est limité à trois » */
const COUNT =
  /\bnombre (?:(?:maximal|maximum|total) )?(?:de |des )?(?:(?:reconduction|renouvellement|periode)s? (?:(?:tacites?|possibles?|annuel(?:le)?s?) )*(?:est |sera )?(?:(?:fixe|limite|porte) )?(?:a |de ))?$/;
/** « Reconductions : trois, tacites, d'un an chacune » */
const LABEL =
  /^[^a-z]*(?:(?:reconduction|renouvellement)s?(?: (?:tacites?|expresses?|possibles?|annuel(?:le)?s?))?) ?: ?$/;
const PERIODS = /^(?: ?\([^)]*\))? (?:(?:nouvelle|autre)s )?periodes\b/;
/** « une seule période d'un an » */
const ONE_PERIOD =
  /^ (?:(?:seule|unique) (?:nouvelle )?|(?:nouvelle|autre) )periode\b|^ periode (?:unique|supplementaire|complementaire)\b/;
/** « trois fois », « reconduit deux fois un an », « 2 reconductions », and after its verb « trois périodes d'un an ». */
function timesIn(folded: string, renews: Stretch): number | undefined {
  const all = numbers(folded, { articles: true });
  const counted =
    all.find((n) => TIMES.test(folded.slice(n.to, n.to + 40)) || COUNT.test(before(folded, n.from, 80))) ??
    all.find(
      (n) => LABEL.test(folded.slice(0, n.from)) && /^ ?(?:[,;(.]|$|tacite|expresse)/.test(folded.slice(n.to)),
    ) ??
    all.find((n) => n.value === 1 && ONE_PERIOD.test(folded.slice(n.to))) ??
    // « Par période d'un an », « pour une période d'un an » say how long and not how many.
    all.find(
      (n) =>
        n.value > 1 &&
        PERIODS.test(folded.slice(n.to, n.to + 40)) &&
        (n.from >= renews.to || /(?:puis|suivie?s? de|plus) $/.test(before(folded, n.from, 12))),
    );
  return counted?.value;
}

/** A line that is a duration and little more, under a title or beside a label that says of what. */
export const BARE =
  /^[^a-z0-9]*((?:la )?duree(?: totale| globale| initiale| maximale| d'ensemble| generale)? ?: ?)?(?:[a-z-]+|\d+) ?(?:\([^)]*\) ?)?(?:mois|ans?|annees?)\b/;

/** « Ce délai est de dix mois », after what says that it is that of the contract. */
const ANAPHORA = /^[^a-z]*(?:cette duree|ce delai|celle-ci|celui-ci) (?:est|sera) (?:fixee? )?(?:de |a |d')/;
const ITS_LENGTH = fr`durée (?:totale |globale |initiale |maximale |ferme )?(?:d'exécution )?(?:du |de l'|de chaque |de la )(?:présente? )?(?:marchés?|accords?-cadres?|contrats?|convention)`;
/** A sentence about the contract. */
const IS_SUBJECT = new RegExp(`^[^a-z]*(?:le |l'|la |ce |cet |cette )(?:present )?${CONTRACT}\\b`);
/** True of a sentence that goes on about the contract named by the one before. */
export const goesOn = (sentence: Sentence): boolean => {
  const { passage, section, previous } = sentence;
  const before = previous ?? (passage.before?.section === section ? passage.before.sentences.at(-1) : undefined);
  if (STOPS.test(sentence.folded)) return before !== undefined && IS_SUBJECT.test(before.folded);
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

/** « Le titulaire assure le gardiennage pendant trois ans à partir du 1er mars »: from the beginning of the contract on. */
const SERVES = fr`(?:titulaire|prestataire|attributaire|entreprise|exploitant) (?:assure|exécute|réalise|exploite|gère|effectue)(?:ra)? (?!(?:la |le |une |un |l'|sa |cette )?(?:maintenance|entretien|garantie|formation|astreinte|suivi|assistance))[^.;,]{0,80} (?:pendant|durant|pour) [^.;,]{0,30}(?:à compter|à partir|dès) (?:de )?(?:la |sa |du )?(?:notification|[0-9]+(?:er)?)`;
/** A length of time, or a renewal. */
const LASTS = /\b(?:mois|ans?|annees?)\b|recondu|renouvel/;
/** What a sentence says of durations, by its words. */
export const reading: Reader<readonly DurationRead[]> = (phrase) =>
  phrase.has(LASTS) && !OF_ORDERS.test(phrase.folded) ? readingOf(phrase.folded) : undefined;

/** `heard`: what the durations of the text are heard to be those of; `renewals`: the numbers heard to be of renewals. */
export const readingOf = (
  said: string,
  heard: readonly HeardDuration[] = [],
  renewals: readonly HeardCount[] = [],
): readonly DurationRead[] =>
  parts(said, heard.some(isOfTerm)).flatMap((part) => {
    const { from, lots, text } = part;
    const move = <T extends Stretch>(x: T | undefined, by = from): T | undefined =>
      x && { ...x, from: x.from + by, to: x.to + by };
    const own = renewals.find((n) => n.from >= from && n.to <= from + text.length);
    const read = readPart(part, (d) => heard.find((h) => h.from === d.from + from), move(own, -from));
    if (!read) return [];
    return [{ ...read, first: move(read.first), total: move(read.total), renews: move(read.renews), lots }];
  });

/** « prend fin au terme du trente-sixième mois »: so many months. */
const AT_THE_END =
  /(?:au terme|a l'issue|a la fin|a l'expiration) d(?:u|e son|e leur) $|\b(?:terme|echeance|fin|expiration|duree)(?: (?:[a-z]+ )?(?:extreme|ultime|finale?|derniere?|maximale?|definitive?))? (?:au|(?:est|sera) (?:fixee? |portee? )?au) $/;
const monthRanks = (folded: string): DurationItem[] =>
  ordinals(folded).flatMap(({ from, to, value }): DurationItem[] => {
    const month = /^ mois(?![a-z])/.exec(folded.slice(to));
    return month && AT_THE_END.test(before(folded, from, 24))
      ? [{ from, to: to + month[0].length, value, unit: 'mois', months: value }]
      : [];
  });

/** True of what is surely how long the contract lasts, at first or in all. */
export const isOfTerm = ({ role, surety }: HeardDuration): boolean =>
  surety === 'sure' && (role === 'initiale' || role === 'totale');

/** What a duration is heard to be that of. */
type Hears = (d: DurationItem) => HeardDuration | undefined;

interface Roles {
  readonly first?: DurationItem | undefined;
  readonly total?: DurationItem | undefined;
  /** Of one renewal. */
  readonly each?: DurationItem | undefined;
  /** The first is said to be all that the contract may last. */
  readonly whole: boolean;
}

/** « Il dépasse quatre ans parce que… »: a bound, and not how long it lasts. */
const EXCEEDS =
  /(?:^|[^a-z])(?:il|elle|ils|elles|qui|durees?|contrats?|marches?|accords?-cadres?|lots? \d{1,2}) (?:depasse|excede)(?:nt|ra|ront)? $/;
/** « Si la notification intervient plus de trois mois après »: from when on something is done. */
const WAITED = /(?:^|[^a-z])(?:si|s'il|s'ils|lorsqu(?:e |')|quand|des lors que|au cas ou) ?[^.;]{0,90} plus de $/;
/** What is said of another duration, before its end or after. */
const isOfOther = (folded: string, d: DurationItem, after: number | undefined): boolean =>
  [BEFOREHAND, OF_SUM].some((p) => p.test(folded.slice(d.to))) ||
  [OTHER_DURATION, EXCEEDS, WAITED].some((p) => p.test(folded.slice(after, d.from)));

const OF_CONTRACT: readonly (DurationRole | undefined)[] = ['initiale', 'totale', 'reconduction'];

/** The words in which durations stand, what renews the contract there, and what each is heard to be that of. */
interface Setting {
  readonly folded: string;
  readonly renews: Stretch | undefined;
  /** What renews is but a number heard to be that of renewals. */
  readonly isCounted: boolean;
  readonly hears: Hears;
}

/** Where renewals begin to be told of; past all words where none are, or by a number alone. */
const turnOf = ({ renews, isCounted }: Setting): number =>
  (isCounted ? undefined : renews)?.from ?? Number.POSITIVE_INFINITY;

/** Whether the words deny what a duration is heard to be. */
const DENIES: Readonly<Partial<Record<DurationRole, (setting: Setting, d: DurationItem) => boolean>>> = {
  // Most durations are of something else: that alone proves little against the words.
  autre: () => true,
  // « Cinq ans, reconductions comprises »
  initiale: ({ folded }, d) => isTotal(folded, d) || TOTAL_AFTER.test(folded.slice(d.to, d.to + 60)),
  // « Pour un an, puis reconduit »: what renews comes first, and the whole says that it is.
  totale: (setting, d) =>
    setting.renews !== undefined &&
    d.from < turnOf(setting) &&
    !isTotal(setting.folded, d) &&
    !/compris|inclus/.test(setting.folded.slice(d.to)),
  reconduction: (setting, d) =>
    !setting.isCounted && (setting.renews ? d.from < turnOf(setting) : SAYS.test(setting.folded)),
};

/** What a duration is surely heard to be that of, and the words do not deny. */
function roleHeard(setting: Setting, d: DurationItem): DurationRole | undefined {
  const heard = setting.hears(d);
  if (heard?.surety !== 'sure' || DENIES[heard.role]?.(setting, d)) return undefined;
  return heard.role;
}

/** The roles with those of one duration more: by its role, else by its place before the renewal or after. */
function withDuration(roles: Roles, setting: Setting, d: DurationItem): Roles {
  const { first, total, each } = roles;
  const turn = turnOf(setting);
  const role = roleHeard(setting, d) ?? (isTotal(setting.folded, d) ? 'totale' : undefined);
  if (role === 'totale' && (first || setting.renews)) return { ...roles, total: total ?? d };
  if (role === 'reconduction') return { ...roles, each: each ?? d };
  if (!first && (d.from < turn || role)) return { ...roles, first: d, whole: role === 'totale' };
  return d.from > turn && !each && !role ? { ...roles, each: d } : roles;
}

/** What each duration is of, by its sense, else by the words around it and by its place. */
function byRole(setting: Setting): Roles {
  const { folded } = setting;
  const all = [...lengths(folded), ...monthRanks(folded)].filter((d, i, list) => {
    const role = roleHeard(setting, d);
    const isOfContract = role === undefined || OF_CONTRACT.includes(role);
    // What is surely heard is taken at its word.
    return (
      d.months !== undefined && isOfContract && (role === 'reconduction' || !isOfOther(folded, d, list[i - 1]?.to))
    );
  });
  return all.reduce<Roles>((roles, d) => withDuration(roles, setting, d), { whole: false });
}

const isTotal = (folded: string, d: DurationItem): boolean =>
  TOTAL.test(before(folded, d.from, 45)) ||
  (!SO_OFTEN.test(before(folded, d.from, 8)) && TOTAL_AFTER.test(folded.slice(d.to, d.to + 60)));

/** « Suites : trois périodes de douze mois, par tacite renouvellement »: where what renews begins, its number first. */
function periodsRenewed(folded: string): Match | undefined {
  const found = find(folded, PERIODS_RENEWED);
  return found && { ...found, to: found.from };
}
const PERIODS_RENEWED =
  /(?<![a-z0-9])(?:[a-z]+|\d{1,2}) (?:nouvelles? )?periodes? (?:successives? )?(?:de |d')[^.;,]{1,24},? (?:par|a) (?:tacite )?(?:reconduction|renouvellement)/;

/** « Quatre ans : deux ans fermes, puis deux reconductions d'un an »: the period that makes the one before it with the months added; undefined where none does. */
const firstPeriod = (
  folded: string,
  whole: DurationItem | undefined,
  renews: Stretch,
  added: number,
): DurationItem | undefined =>
  lengths(folded).find(
    (d) =>
      whole?.months !== undefined &&
      d.months !== undefined &&
      added > 0 &&
      d.from > whole.to &&
      d.to <= renews.from &&
      d.months + added === whole.months,
  );

/** « 48 mois dont 24 fermes »: the period that the contract surely lasts, in the unit of the whole; undefined where none is told. */
function firmPart(folded: string, whole: DurationItem | undefined): DurationItem | undefined {
  const said = whole?.months === undefined ? undefined : FIRM_PART.exec(folded.slice(whole.to))?.groups?.value;
  const [firm] = numbers(said ?? '');
  if (!whole?.months || said === undefined || !firm) return undefined;
  const months = (firm.value * whole.months) / whole.value;
  const from = folded.indexOf(said, whole.to);
  return months < whole.months ? { ...whole, from, to: from + said.length, value: firm.value, months } : undefined;
}
const FIRM_PART = /^,? (?:\([^)]*\) ?)?dont (?<value>\d{1,3}|[a-z-]+)(?: mois| ans?| annees?)? fermes?(?![a-z])/;

/** Renewed each time for a year. */
const YEARLY = /\bannuel|\bd'annee en annee\b|\bchaque annee\b/;

interface Renewal extends Pick<Setting, 'renews' | 'isCounted'> {
  /** How often; none at all where it is refused. */
  readonly times: number | undefined;
}

/** What says that the contract is renewed, or not; `counted`: the number heard to be that of renewals. */
function renewalIn({ text: folded, declares }: Part, counted: HeardCount | undefined): Renewal {
  const refused = find(folded, NOT_RENEWED);
  const said = refused ?? (declares ? undefined : periodsRenewed(folded)) ?? find(folded, RENEWS);
  const renews = said ?? counted;
  return {
    renews,
    isCounted: said === undefined && counted !== undefined,
    times: refused ? 0 : renews && (timesIn(folded, renews) ?? counted?.value),
  };
}

function readPart(part: Part, hears: Hears, counted: HeardCount | undefined): Omit<DurationRead, 'lots'> | undefined {
  const { text: folded, declares } = part;
  const { renews, isCounted, times } = renewalIn(part, counted);
  if (!declares && !renews && ![BARE, WHOLE, ANAPHORA, STOPS].some((p) => p.test(folded))) return undefined;
  const { first, total, each: one, whole } = byRole({ folded, renews, isCounted, hears });
  const each = one?.months ?? (renews && YEARLY.test(folded) ? 12 : undefined);
  const added = (times ?? 0) * (each ?? 0);
  const parted = (!total && renews && firstPeriod(folded, first, renews, added)) || firmPart(folded, first);
  return {
    first: parted ?? first,
    total: parted ? first : total,
    times,
    each,
    same: /\b(?:meme|identique|duree equivalente)\b/.test(folded),
    renews: renews && { from: renews.from, to: renews.to },
    declares,
    whole,
  };
}
