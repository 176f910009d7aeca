import { plain } from '../../kit/french/fold.ts';
import type { Entete, KindSource, PieceData, PieceKind } from '../../kit/piece.ts';
import { kindsNamed, looksPriced, spaced, tableauxOf } from './tableau.ts';

/** Workbooks of prices that are not for the candidates to fill. */
const OURS =
  /\b(?:estimations?|analyses?|rao|simulations?|comparatifs?|comparaisons?|offres?|budgets?|factures?|mercuriale)\b/;

const SCHEDULE: readonly PieceKind[] = ['bpu', 'dpgf', 'dqe'];

/** What a file that is no draft is, and how it is known; `autre` where it is no piece of a consultation. */
export function companionKinds(
  data: PieceData,
  path: string,
  values: Entete['values'],
): { kinds: readonly PieceKind[]; from: KindSource } {
  const declared = values.piece as PieceKind | undefined;
  if (data.form === 'avis') return { kinds: ['avis'], from: declared === 'avis' ? 'dce-yaml' : 'text' };
  if (declared && SCHEDULE.includes(declared)) return { kinds: [declared], from: 'dce-yaml' };
  const name = spaced((path.split('/').pop() ?? '').replace(/\.[a-z]+$/i, ''));
  const named = kindsNamed(name);
  // Words of a name are enough where there is a table; one document may hold two, sheet by sheet.
  const tables = data.sheets.flatMap((sheet) => tableauxOf(sheet, name, named));
  const held = SCHEDULE.filter((kind) => tables.some((t) => t.kind === kind));
  if (named.length > 0) return { kinds: held.length > 0 ? held : named, from: 'name' };
  if (OURS.test(name) || data.sheets.some((s) => OURS.test(spaced(s.name)))) return { kinds: ['autre'], from: 'text' };
  const titled = data.sheets.some(
    (s) =>
      kindsNamed(`${spaced(s.name)} ${s.rows.slice(0, 6).map((r) => r.cells.map((c) => plain(c.text)).join(' '))}`)
        .length > 0,
  );
  if (held.length > 0 && titled) return { kinds: held, from: 'title' };
  return data.sheets.some(looksPriced) ? { kinds: held, from: 'text' } : { kinds: ['autre'], from: 'text' };
}
