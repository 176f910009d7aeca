import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { type Lots, lots } from '../../rules/facts/allotissement/index.ts';
import { criteres, french, type Grille, near, weightTotal } from '../../rules/facts/criteres/index.ts';
import { type Tranche, tranches } from '../../rules/facts/tranches/index.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { cover, type Span } from '../../rules/kit/span.ts';
import { toRange } from '../convert.ts';
import { tellParts } from '../core/phrasebook.ts';
import { type Context, find } from './context.ts';
import { type Help, wantedFor } from './preferences.ts';

/** A line of figures above a place of the draft. */
interface Lens {
  readonly help: Help;
  readonly at: Span;
  readonly title: string;
}

/** What the facts count, above the place that states it. Empty for a document that is not checked. */
export async function codeLenses(context: Context, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  const [found, wants] = await Promise.all([find(context, uri), wantedFor(context, uri)]);
  if (!found) return [];
  const { piece } = found;
  const lenses = [...dayOf(piece), ...weights(piece), ...lotsOf(piece.ask(lots)), ...tranchesOf(piece)];
  return lenses
    .filter((lens) => wants(lens.help))
    .map(({ at, title }) => {
      const { start } = toRange(piece.draft, at);
      // A lens without a command is only text.
      return {
        range: { start, end: start },
        command: { title: tellParts(found.folder.phrasebook, title), command: '' },
      };
    });
}

function* dayOf({ draft, date }: Piece): Iterable<Lens> {
  const at = draft.title?.node;
  if (at) yield { help: 'codeLens.droit', at, title: `Droit au ${date.split('-').reverse().join('/')}` };
}

function* weights(piece: Piece): Iterable<Lens> {
  for (const grille of piece.ask(criteres).grilles) {
    const title = totalOf(grille);
    if (title) yield { help: 'codeLens.criteres', at: grille.at, title };
  }
}

/** « Total des poids : 85 % – il manque 15 % »; undefined where nothing can be added up. */
function totalOf(grille: Grille): string | undefined {
  const total = weightTotal(grille);
  if (!total) return undefined;
  const { sum, wanted, unit, bare } = total;
  const said = `Total des poids : ${french(sum)} ${unit}`;
  const without = bare.length === 0 ? '' : `, ${count(bare.length, 'critère')} sans poids`;
  if (near(sum, wanted)) return `${said}${without}`;
  const gap = french(Math.abs(wanted - sum));
  return `${said} – ${sum < wanted ? `il manque ${gap} ${unit}` : `${gap} ${unit} de trop`}${without}`;
}

function* lotsOf({ list }: Lots): Iterable<Lens> {
  if (!list || list.lots.length < 2) return;
  const at = list.table?.span ?? list.lots.map((l) => l.whole).reduce(cover);
  const sum = addAll(list.lots.map((l) => l.amount));
  yield { help: 'codeLens.lots', at, title: count(list.lots.length, 'lot') + sum };
}

/** Above each table, list or run of headings that sets out tranches; a sentence that names some is read at a glance. */
function* tranchesOf(piece: Piece): Iterable<Lens> {
  const groups = new Map<unknown, Tranche[]>();
  for (const t of piece.ask(tranches).listed) groups.set(t.container, [...(groups.get(t.container) ?? []), t]);
  for (const group of groups.values()) {
    const [first] = group;
    const spread = new Set(group.map((t) => t.passage)).size > 1;
    if (!first || !spread || new Set(group.map((t) => t.lot)).size > 1) continue;
    const of = (nature: Tranche['nature']) => new Set(group.filter((t) => t.nature === nature).map((t) => t.id)).size;
    const parts = [
      of('ferme') > 0 ? count(of('ferme'), 'tranche ferme', 'tranches fermes') : '',
      of('optionnelle') > 0 ? count(of('optionnelle'), 'tranche optionnelle', 'tranches optionnelles') : '',
    ];
    const once = new Set(group.map((t) => t.id)).size === group.length;
    const sum = once ? addAll(group.map((t) => t.amount?.value)) : '';
    const at = first.passage.table?.span ?? group.map((t) => t.whole).reduce(cover);
    yield { help: 'codeLens.tranches', at, title: parts.filter(Boolean).join(', ') + sum };
  }
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n > 1 ? many : one}`;

/** « – total : 132 000 € »; empty unless each has its amount. */
function addAll(amounts: readonly (number | undefined)[]): string {
  if (amounts.length < 2 || amounts.some((a) => a === undefined)) return '';
  const sum = amounts.reduce<number>((t, a) => t + Math.round((a ?? 0) * 100), 0) / 100;
  const cents = Number.isInteger(sum) ? 0 : 2;
  return ` – total : ${sum.toLocaleString('fr-FR', { minimumFractionDigits: cents })} €`;
}
