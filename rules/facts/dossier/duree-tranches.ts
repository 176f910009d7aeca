import type { Sentence } from '../../kit/draft.ts';
import { type DurationItem, durations, TIME_UNITS } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { lotsAround, nameInTable, type TrancheName, trancheNames, withUnit } from '../commun/index.ts';

/** How long one tranche takes, as one place says. */
export interface TrancheTerm {
  readonly item: DurationItem;
  readonly at: Span;
  readonly sentence: Sentence;
  /** « ferme », « optionnelle 2 ». */
  readonly tranche: string;
  readonly lots: readonly string[];
}

const TERM =
  "(?:delais?|durees?)(?: (?:d'execution|de realisation|des travaux|maximale?s?|maximums?|globale?s?|prevue?s?))*";
/** « Tranche ferme (TF) : 16 semaines », « tranche ferme : délai de 16 semaines », « … s'exécute en 16 semaines ». */
const AFTER_NAME = new RegExp(
  `^ ?(?:\\([^()]{1,20}\\))?(?: ?[:-] ?(?:(?:le |un |son )?${TERM} ?(?:est )?(?:fixee? )?(?:a |de |: ?)?)?| ?,? ?(?:dure(?:ra)?|s'execute(?:ra)?|est (?:executee|realisee)|se deroule(?:ra)?) (?:en |sur |pendant )?)$`,
);
/** « Le délai de la tranche ferme est de 16 semaines ». */
const BEFORE_NAME = new RegExp(`(?<![a-z])${TERM} (?:de |pour )(?:la )?$`);
const THEN_IS = /^ ?(?:\([^()]{1,20}\))? ?(?::|(?:est|sera)(?: fixee?)? (?:a|de)) ?$/;
/** Of when it is decided, and of what is no work. */
const OF_OTHERS = fr`affermi[a-z]*|décision|préavis|validité|garanties?|paiements?|pénalités?|attente|offres?|dédit`;
const ABOUT = fr`délais?|durées?|calendrier|planning|exécution|travaux|ordre de service|préparation`;
/** « Quatre mois après la notification au plus tard »: a day, and no length. */
const IS_DAY = /^ (?:apres|avant|au plus tard (?:apres|avant))/;

const nameOf = ({ nature, number }: TrancheName): string => (number ? `${nature} ${number}` : nature);

/** Each name of a sentence with the duration that it is given. */
function termsOf(folded: string): { readonly name: TrancheName; readonly item: DurationItem }[] {
  const names = trancheNames(folded);
  const all = durations(folded);
  return names.flatMap((name, i) => {
    const item = all.find((d) => d.from >= name.to);
    const next = names[i + 1];
    if (!item || name.plural || (next && next.from < item.from)) return [];
    const between = folded.slice(name.to, item.from);
    const head = folded.slice(names[i - 1]?.to ?? 0, name.from);
    const isGiven = AFTER_NAME.test(between) || (BEFORE_NAME.test(head) && THEN_IS.test(between));
    // « Un mois de préparation puis sept mois de travaux » is neither.
    const isParted = all.some(
      (d) => d.from >= item.to && d.from < (next?.from ?? folded.length) && THEN.test(folded.slice(item.to, d.from)),
    );
    return isGiven && !isParted && !IS_DAY.test(folded.slice(item.to)) && !OF_OTHERS.test(head) ? [{ name, item }] : [];
  });
}

const THEN = /^[^.;:]{0,60}(?<![a-z])(?:puis|et|suivis? d[e']|auxquels?|plus) ?$/;

/** How long each tranche takes: by its name, or by the column of a table. Empty where nothing says it. */
export function trancheTerms({ draft }: Piece): TrancheTerm[] {
  const told = draft.sentencesWith(TIME_UNITS).flatMap((sentence) => {
    const { passage, section } = sentence;
    if (passage.cell || section.heading?.has(OF_OTHERS)) return [];
    const isAbout = [sentence, passage.lead, section.heading].some((p) => p?.has(ABOUT));
    return (isAbout ? termsOf(sentence.folded) : []).map(({ name, item }) => ({
      item,
      at: sentence.at(item),
      sentence,
      tranche: nameOf(name),
      lots: lotsAround(sentence),
    }));
  });
  const tabled = draft.tables.flatMap((table) => {
    const column = table.column(COLUMN);
    const labels = table.rows.map(({ cells }) => cells[0]?.folded);
    return table.rows.flatMap(({ cells }): TrancheTerm[] => {
      const [label] = cells;
      const cell = cells.find((c) => c.cell?.column === column);
      const name = label && cell && label !== cell ? nameInTable(label.folded.replace(LOT_BEFORE, '')) : undefined;
      const [sentence] = cell?.sentences ?? [];
      const [item, other] = cell && name ? durations(withUnit(cell)) : [];
      // « Ferme | Enquêtes », « Ferme | Diagnostic »: a row for each phase, and none for the tranche.
      const isPhase = labels.filter((words) => words === label?.folded).length > 1;
      if (!cell || !name || !sentence || !item || other || isPhase) return [];
      const at = cell.at({ from: item.from, to: Math.min(item.to, cell.folded.length) });
      return [{ item, at, sentence, tranche: nameOf(name), lots: lotsAround(sentence) }];
    });
  });
  return [...told, ...tabled];
}
const COLUMN = /^[^a-z]*(?:delais?|durees?)(?! (?:d'affermissement|de validite|de garantie|de paiement|limite))/;
/** « | 1, tranche ferme | », « | Lot 1 – tranche optionnelle | »: its lot stands before its name. */
const LOT_BEFORE = /^[^a-z0-9]*(?:lots? ?)?(?:n ?° ?)?\d{1,2} ?[,:;/-]+ ?(?=la |tranche|t[foc](?![a-z]))/;
