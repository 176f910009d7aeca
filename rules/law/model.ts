/** Shapes of the data files of this room. Dates are `YYYY-MM-DD`; a period runs from `since` to the day before `until`. */

export type Code = 'ccp' | 'cpi';

/** `P` read in a primary text, `S` in a secondary source only, `K` known but not read. */
export type Confidence = 'P' | 'S' | 'K';

/** How sure it is that an old article is the ancestor: wording found (`W`), cross-reference re-coded (`X`), subject only (`K`). */
export type Mapping = 'W' | 'X' | 'K';

/** What every row says of itself. */
export interface Provenance {
  /** Key of `sources.json`. */
  readonly source: string;
  readonly confidence: Confidence;
  /** The state of the text that was read, or the day the source was read. */
  readonly asOf: string;
  /** False: never to be stated as certain. */
  readonly verified: boolean;
  /** A caveat, in French, fit to be shown. */
  readonly note?: string;
}

export interface Period {
  readonly since: string;
  /** First day it no longer applies; null while in force. */
  readonly until: string | null;
}

export interface Version extends Period {
  /** One French sentence of our own; null when that wording was not read. */
  readonly summary: string | null;
}

export interface ArticleRow extends Provenance {
  readonly code: Code;
  /** Canonical: `R2152-7`. */
  readonly number: string;
  readonly subject: string;
  readonly versions: readonly Version[];
  /** How sure the dates of the versions are. */
  readonly dates: Confidence;
  readonly repealed?: { readonly on: string; readonly successors: readonly string[] };
}

/** All articles `L2113-…`: which exist, and what each group of them is about. */
export interface Family {
  readonly code: Code;
  readonly family: string;
  readonly first: number;
  /** Highest plain number; 0 for a chapter that holds no article. */
  readonly last: number;
  readonly subject: string;
  /** Numbers such as `L2113-13-1`. */
  readonly extra: readonly string[];
  /** Numbers within the extent that hold nothing, often repealed. */
  readonly vacant: readonly number[];
  /** Articles that are not listed may exist: the whole series is not known. */
  readonly open?: boolean;
  /** `open`: articles such as `L122-5-4` may exist that are not listed. */
  readonly suffixes: 'complete' | 'open';
  readonly sections: readonly { readonly from: number; readonly to: number; readonly subject: string }[];
  readonly source: string;
  readonly confidence: Confidence;
  readonly asOf: string;
  readonly note?: string;
}

export const THRESHOLD_IDS = [
  'europeen/fs-centrale',
  'europeen/fs-autres',
  'europeen/travaux',
  'europeen/fs-entites',
  'dispense/fs',
  'dispense/travaux',
  'dispense/innovation',
  'dispense/innovation-lots-fs',
  'dispense/innovation-lots-travaux',
  'dispense/livres',
  'publicite/boamp-jal',
  'profil-acheteur',
  'ecrit',
  'donnees-essentielles',
  'donnees-essentielles/liste-petits-marches',
  'avance',
  'petits-lots/fs',
  'petits-lots/travaux',
  'petits-lots/part',
  'paiement-direct',
  'spaser',
  'chiffre-affaires',
  'lots-jei',
  'retenue-garantie',
  'retenue-garantie/pme',
  'delai-paiement',
  'delai-paiement/sante',
  'accord-cadre/duree',
  'suspension/electronique',
  'suspension/autre',
  'delai/aoo',
  'delai/aoo-electronique',
  'delai/aoo-reduit',
  'delai/aor-candidatures',
  'delai/aor-candidatures-urgence',
  'delai/aor-offres',
  'delai/aor-offres-electronique',
  'delai/aor-offres-reduit',
  'delai/pan-candidatures',
  'delai/pan-candidatures-urgence',
  'delai/pan-offres',
  'delai/pan-offres-electronique',
  'delai/pan-offres-reduit',
  'delai/dialogue-candidatures',
] as const;
export type ThresholdId = (typeof THRESHOLD_IDS)[number];

export interface Threshold extends Provenance, Period {
  readonly id: ThresholdId;
  /** French, without article: « marché écrit ». */
  readonly label: string;
  readonly unit: 'EUR HT' | 'EUR TTC' | '%' | 'multiple' | 'jours' | 'ans';
  readonly value: number;
  /** Article that sets it, or « annexe 2… ». */
  readonly article: string;
  readonly categorie?: 'travaux' | 'fournitures-services';
  readonly acheteur?: 'centrale' | 'autre' | 'entite';
}

export type CcagKind = 'tic' | 'pi' | 'fcs' | 'travaux' | 'moe' | 'mi';

export interface CcagText extends Provenance, Period {
  readonly kind: CcagKind;
  readonly name: string;
  readonly year: 2009 | 2021;
  readonly arrete: string;
}

export interface CcagArticle extends Provenance {
  readonly kind: CcagKind;
  readonly year: 2009 | 2021;
  readonly number: string;
  readonly subject: string;
  readonly summary: string;
}

export interface CcagSuccession extends Provenance {
  readonly kind: CcagKind;
  /** Article of 2009. */
  readonly article: string;
  /** Articles of 2021; empty when the matter was dropped. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly change: string;
}

export type RepealedTextId =
  | 'decret-2016-360'
  | 'ordonnance-2015-899'
  | 'cmp-2006'
  | 'decret-2016-361'
  | 'ordonnance-2005-649'
  | 'decret-2005-1742'
  | 'ordonnance-2016-65'
  | 'decret-2016-86'
  | 'loi-85-704'
  | 'decret-93-1268'
  | 'decret-2013-269'
  | 'decret-2018-1225';

export interface RepealedText extends Provenance, Period {
  readonly id: RepealedTextId;
  readonly label: string;
  /** As cited: « décret n° 2016-360 ». */
  readonly short: string;
  readonly successor: string;
  /** True when some of it is still in force: no finding on the mere mention. */
  readonly partial: boolean;
}

export interface Succession {
  readonly text: RepealedTextId;
  readonly article: string;
  /** Articles of the CCP, or ranges `R2151-8..R2151-11`. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly mapping: Mapping;
  readonly note?: string;
}

/** A text outside the codes and the CCAG that a rule names as its source, by the words it is named with. */
export interface OtherText extends Provenance {
  readonly label: string;
}

export interface DatedRule extends Provenance {
  readonly date: string;
  readonly label: string;
  readonly article: string | null;
}

/** Whether `date` falls in the period. */
export const within = (period: Period, date: string): boolean =>
  period.since <= date && (period.until === null || date < period.until);
