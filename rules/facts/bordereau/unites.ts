import { compare } from '../../kit/decimal.ts';
import { plain } from '../../kit/french/fold.ts';
import type { Consultation } from '../../kit/piece.ts';
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
  ['j', 'jour', 'jours', 'journee', 'journees', 'jh', 'jour homme', 'jours homme'],
  ['mois', 'mois d abonnement'],
  ['an', 'ans', 'annee', 'annees'],
  ['kg', 'kilo', 'kilogramme', 'kilogrammes'],
  ['t', 'tonne', 'tonnes'],
  ['l', 'litre', 'litres'],
];

/** A unit under the first name of its meaning. */
export function uniteDe(text: string): string {
  const folded = plain(text)
    .replace(/[^a-z0-9²³]+/g, ' ')
    .replace(/^(?:la |le |l |par )/, '')
    .trim();
  return SAME.find((names) => names.includes(folded))?.[0] ?? folded;
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

/** Lines with two units or two quantities between two schedules; said of the later one. */
export function discordes(consultation: Consultation): readonly Discorde[] {
  const places = tableauxDe(consultation);
  const out: Discorde[] = [];
  for (const [i, later] of places.entries()) {
    const own = linesOf(later);
    for (const earlier of places.slice(0, i)) {
      // Two parts of one schedule are of two things.
      if (earlier.tableau.kind === later.tableau.kind) continue;
      for (const [key, ligne] of linesOf(earlier)) {
        const mine = own.get(key);
        if (!mine) continue;
        const [ici, la] = [
          { ...later, ligne: mine },
          { ...earlier, ligne },
        ];
        const what = discord(ici, la);
        if (what) out.push({ what, ici, la });
      }
    }
  }
  return out;
}
