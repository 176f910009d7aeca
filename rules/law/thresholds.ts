import { type Confidence, type Threshold, type ThresholdId, within } from './model.ts';
import data from './thresholds.json' with { type: 'json' };

/** Every value, past and present. */
export const thresholdRows = data as readonly Threshold[];

export type Categorie = 'travaux' | 'fournitures' | 'services';
export type Acheteur = 'etat' | 'organisme-securite-sociale' | 'collectivite' | 'autre';

/** The values that apply on a day. A value that the data does not have for that day is left out. */
export const thresholds = (date: string): readonly Threshold[] => thresholdRows.filter((t) => within(t, date));

/** One of them; undefined when the data has none for that day. */
export const threshold = (id: ThresholdId, date: string): Threshold | undefined =>
  thresholdRows.find((t) => t.id === id && within(t, date));

export interface FormalisedThreshold {
  /** € HT: a formalised procedure is due at this amount and above. */
  readonly amount: number;
  readonly since: string;
  readonly until: string | null;
  readonly confidence: Confidence;
  readonly verified: boolean;
  /** « seuil européen… », without article. */
  readonly label: string;
  readonly id: ThresholdId;
  /** To be shown with the amount when there is a doubt on which one applies. */
  readonly note?: string;
}

const NOTES: Partial<Record<Acheteur | 'inconnu', string>> = {
  'organisme-securite-sociale':
    'Les caisses nationales, établissements publics de l’État, relèvent du seuil des autorités centrales ; pour les organismes de droit privé, son application par l’arrêté du 19 juillet 2018 repose sur des sources secondaires.',
  autre:
    'Un établissement public de l’État relèverait du seuil des autorités centrales, une entité adjudicatrice d’un seuil plus élevé.',
  inconnu: 'L’acheteur n’étant pas connu, c’est le seuil le plus élevé des pouvoirs adjudicateurs qui est retenu.',
};

const lower = (a: Confidence, b: Confidence): Confidence => ('PSK'.indexOf(a) > 'PSK'.indexOf(b) ? a : b);

/**
 * The European threshold for a contract of this kind and buyer. Undefined for a day the data does not cover (before 2014, after 2027).
 * Social and other specific services have none: do not ask for them.
 */
export function formalisedThreshold(of: {
  date: string;
  categorie: Categorie;
  acheteur?: Acheteur;
}): FormalisedThreshold | undefined {
  const works = of.categorie === 'travaux';
  const central = of.acheteur === 'etat' || of.acheteur === 'organisme-securite-sociale';
  const id: ThresholdId = works ? 'europeen/travaux' : central ? 'europeen/fs-centrale' : 'europeen/fs-autres';
  const row = threshold(id, of.date);
  if (!row) return undefined;
  const note = works ? undefined : NOTES[of.acheteur ?? 'inconnu'];
  const social = !works && of.acheteur === 'organisme-securite-sociale';
  return {
    amount: row.value,
    since: row.since,
    until: row.until,
    // Which row applies to a private-law body of Social Security was read in secondary sources only.
    confidence: social ? lower(row.confidence, 'S') : row.confidence,
    verified: row.verified && !social,
    label: row.label,
    id,
    ...(note && { note }),
  };
}

export interface PastThreshold {
  readonly threshold: Threshold;
  /** In force on the day asked for. */
  readonly inForce: boolean;
  /** What the same threshold is on that day; undefined when the data does not say. */
  readonly current: Threshold | undefined;
}

/** The thresholds in euros that had this amount, each period apart, oldest first. Empty when none had. */
export function pastThresholds(amount: number, date: string): PastThreshold[] {
  return thresholdRows
    .filter((t) => t.value === amount && t.unit.startsWith('EUR'))
    .map((t) => ({ threshold: t, inForce: within(t, date), current: threshold(t.id, date) }))
    .sort((a, b) => a.threshold.since.localeCompare(b.threshold.since));
}
