import { lastChange, lawDate } from '../../rules/law/law.ts';

/** How far the legal data go, and whether that is more than a year before a day (`YYYY-MM-DD`). */
export interface LawAge {
  /** Day on which the law was last read. */
  readonly date: string;
  readonly old: boolean;
}

export const lawAge = (today: string): LawAge => ({
  date: lawDate,
  old: `${Number(lawDate.slice(0, 4)) + 1}${lawDate.slice(4)}` < today,
});

/** The same in a French sentence. */
export function lawAgeShown(today: string): string {
  const { date, old } = lawAge(today);
  const french = (iso: string) => iso.split('-').reverse().join('/');
  const later = lastChange > date ? ` (avec les changements déjà publiés alors pour le ${french(lastChange)})` : '';
  const day = `${french(date)}${later}`;
  return old
    ? `Données juridiques arrêtées au ${day} : elles ont plus d’un an, ce que DCE Lint dit du droit est à vérifier.`
    : `Données juridiques arrêtées au ${day}.`;
}
