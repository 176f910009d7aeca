import type { Passage, Row, Table } from '../kit/draft.ts';
import { replace } from '../kit/fix.ts';
import { AMOUNT_SIGNS, type AmountItem, amounts, pairs } from '../kit/french/amounts.ts';
import { parseFigures } from '../kit/french/numbers.ts';
import { fr } from '../kit/french/pattern.ts';
import { shares } from '../kit/french/shares.ts';
import type { Phrase } from '../kit/markdown/prose.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix, type Report } from '../kit/rule.ts';
import { text } from '../kit/source.ts';
import { overlaps, type Span } from '../kit/span.ts';
import { find, has } from '../kit/text.ts';

const CENT = 0.0101;
const differ = (a: number, b: number) => Math.abs(a - b) > CENT;
const euros = (n: number) => {
  const [whole = '', cents = '00'] = n.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ' ')}${cents === '00' ? '' : `,${cents}`}`;
};

interface Fault {
  readonly message: 'lettres' | 'tva' | 'bornes' | 'somme';
  readonly from: number;
  readonly to: number;
  readonly data: Readonly<Record<string, string>>;
  /** The amount to correct and its right value. */
  readonly figure?: { readonly item: AmountItem; readonly value: number };
}

const NOT = "(?:ne|sans) (?:[a-z']+ ){0,3}?";
const MIN = fr`(?:minimum|minimal|minimale|mini|au moins|plancher|${NOT}(?:inférieure?s?|descend[a-z]*))`;
const MAX = fr`(?:maximum|maximal|maximale|maxi|au plus|plafond|${NOT}(?:supérieure?s?|dépass[a-z]*|excéd[a-z]*))`;
/** What a sum is of: « par sinistre », « de franchise ». */
const WHAT = /^ (?:par|de|d') ?([a-z]+)/;
const BETWEEN =
  /(?:entre|compris(?:e|es)? entre|varie de|fourchette de) (?:un |une )?(?:montant )?(?:minimum |minimal )?(?:de )?$/;

/** Faults within one sentence; at most one of each kind. */
function faultsIn(phrase: Phrase): Fault[] {
  if (!phrase.has(AMOUNT_SIGNS)) return [];
  const { folded } = phrase;
  const out: Fault[] = [];
  for (const [words, figures] of pairs(folded))
    if (differ(words.value, figures.value)) {
      const [from, to] = [Math.min(words.from, figures.from), Math.max(words.to, figures.to)];
      const close = folded[to] === ')' ? 1 : 0;
      const data = { lettres: euros(words.value), chiffres: euros(figures.value) };
      out.push({ message: 'lettres', from, to: to + close, data, figure: { item: figures, value: words.value } });
    }
  const items = amounts(folded).filter((a) => !out.some((o) => o.from < a.to && a.from < o.to));
  return [...out, ...bounds(folded, items), ...taxes(folded, items)];
}

function bounds(folded: string, items: readonly AmountItem[]): Fault[] {
  let min: AmountItem | undefined;
  for (const [i, item] of items.entries()) {
    const before = folded.slice(Math.max(items[i - 1]?.to ?? 0, item.from - 70), item.from);
    const after = folded.slice(item.to, Math.min(items[i + 1]?.from ?? folded.length, item.to + 26));
    const isMin = has(before, MIN) || /^ ?(?:au |de )?minim/.test(after);
    const isMax = has(before, MAX) || /^ ?(?:au |de )?maxim/.test(after);
    const upper = min !== undefined && /^ (?:et|a) (?:de )?$/.test(folded.slice(min.to, item.from));
    const what = (a: AmountItem) => WHAT.exec(folded.slice(a.to))?.[1];
    if (
      min &&
      (isMax || upper) &&
      !isMin &&
      min.value - item.value > CENT &&
      min.tax === item.tax &&
      min.unit === item.unit &&
      (upper || what(min) === what(item))
    )
      return [
        { message: 'bornes', from: 0, to: folded.length, data: { min: euros(min.value), max: euros(item.value) } },
      ];
    if ((isMin && !isMax) || BETWEEN.test(before)) min = item;
    else if (isMax) min = undefined;
  }
  return [];
}

/** « 2 000 € de TVA », « 2 000 € au titre de la taxe ». */
const VAT_AFTER = /^ (?:de|pour|au titre de) (?:la )?(?:tva|taxe)(?![a-z])/;

/** « 10 000 € HT, soit 12 500 € TTC (TVA 20 %) » : one sum of each tax, and the rate or the sum of the VAT. */
function taxes(folded: string, items: readonly AmountItem[]): Fault[] {
  const vat = items.filter(
    (a) =>
      VAT_AFTER.test(folded.slice(a.to)) ||
      // « hors taxes (10 000 €) » is no sum of the tax.
      /(?<![a-z])(?<!(?:hors|toutes?) )(?:tva|taxe)[a-z' ]{0,24}(?:[\d,. ]{1,6}% ?)?[ :)=(]*(?:soit |de |d'un montant de )?$/.test(
        folded.slice(Math.max(0, a.from - 50), a.from),
      ),
  );
  const [ht, ttc] = (['ht', 'ttc'] as const).map((tax) => items.filter((a) => a.tax === tax && !vat.includes(a)));
  const [h, t] = [ht?.[0], ttc?.[0]];
  if (!h || !t || ht?.length !== 1 || ttc?.length !== 1 || h.unit !== t.unit) return [];
  const rates = shares(folded).filter(
    (s) => s.unit === 'percent' && /(?:tva|taxe)/.test(folded.slice(Math.max(0, s.from - 30), s.to + 12)),
  );
  const rate = rates.length === 1 ? rates[0]?.value : undefined;
  const right =
    vat.length === 1 && vat[0] ? h.value + vat[0].value : rate === undefined ? undefined : h.value * (1 + rate / 100);
  if (right === undefined || !differ(right, t.value)) return [];
  // Rounded to the euro, the sum is right.
  if (Number.isInteger(t.value) && rate !== undefined && vat.length === 0 && Math.round(right) === t.value) return [];
  const data = { ht: euros(h.value), ttc: euros(t.value), juste: euros(right) };
  return [
    {
      message: 'tva',
      from: Math.min(h.from, t.from),
      to: Math.max(h.to, t.to),
      data,
      figure: { item: t, value: right },
    },
  ];
}

/** The sum of a cell: with its currency, or a bare figure in a column of euros. */
function sumOf(cell: Passage | undefined, inEuros: boolean): number | undefined {
  if (!cell) return undefined;
  const found = amounts(cell.folded);
  if (found.length === 1) return found[0]?.value;
  const bare = /^[ *]*(\d[\d .]*(?:,\d{1,2})?)[ *]*$/.exec(cell.folded)?.[1];
  return inEuros && found.length === 0 && bare ? parseFigures(bare.trim()) : undefined;
}

const TOTAL = fr`(?:total|totale|totaux|ensemble|somme|montant global|enveloppe globale)`;
const PARTIAL = fr`sous-total|sous total|dont|options?|variantes?|pse|unitaire|quantite|taux|pourcentage|rabais|remise|tva|taxe|report|pour memoire|par an|annuel[a-z]*|ans|annees|mois|maximum|minimum|maxi|mini|moyenne`;
const MONEY = fr`€|euros?|h\.?t\.?|t\.?t\.?c\.?|montants?|prix|couts?|budget`;

interface RowFault {
  readonly row: Row;
  readonly message: Fault['message'];
  readonly data: Fault['data'];
  readonly cell?: Passage | undefined;
  readonly value?: number;
}

const isMoney = (words: string) => /€/.test(words) || has(words, MONEY);

function* rowFaults(table: Table): Iterable<RowFault> {
  const col = (p: RegExp) => {
    const found = table.header.cells.filter((c) => c.has(p));
    return found.length === 1 ? found[0]?.cell?.column : undefined;
  };
  const at = (row: Row, column: number | undefined) =>
    column === undefined ? undefined : row.cells.find((c) => c.cell?.column === column);
  const [ht, ttc, tva] = [
    col(fr`h\.?t|hors taxes?|hors tva`),
    col(fr`ttc|t\.t\.c|toutes taxes comprises`),
    col(fr`^ ?(?:montant )?(?:de la |de )?(?:t\.?v\.?a|taxe).*`),
  ];
  const [min, max] = [col(MIN), col(MAX)];
  for (const row of table.rows) {
    const [h, t] = [sumOf(at(row, ht), true), sumOf(at(row, ttc), true)];
    const v = at(row, tva);
    if (h !== undefined && t !== undefined && v && ht !== ttc) {
      const rate = shares(v.folded).find((s) => s.unit === 'percent')?.value;
      const sum = sumOf(v, rate === undefined);
      const right =
        rate !== undefined && sum === undefined ? h * (1 + rate / 100) : sum !== undefined ? h + sum : undefined;
      if (right !== undefined && differ(right, t)) {
        yield {
          row,
          message: 'tva',
          data: { ht: euros(h), ttc: euros(t), juste: euros(right) },
          cell: at(row, ttc),
          value: right,
        };
        continue;
      }
    }
    const [lo, hi] = [sumOf(at(row, min), true), sumOf(at(row, max), true)];
    if (lo !== undefined && hi !== undefined && min !== max && lo - hi > CENT)
      yield { row, message: 'bornes', data: { min: euros(lo), max: euros(hi) } };
  }
  yield* totalFault(table);
}

function* totalFault(table: Table): Iterable<RowFault> {
  const label = (row: Row) => row.cells[0]?.folded ?? '';
  const rank = table.rows.findIndex((r) => has(label(r), TOTAL));
  const total = table.rows[rank];
  const parts = table.rows.slice(0, rank);
  if (!total || parts.length < 2 || has(label(total), PARTIAL) || parts.some((r) => has(label(r), PARTIAL))) return;
  for (const header of table.header.cells.slice(1)) {
    const column = header.cell?.column;
    const words = header.folded;
    const cells = [...parts, total].map((r) => r.cells.find((c) => c.cell?.column === column));
    const inEuros = isMoney(words);
    if (has(words, PARTIAL) || !(inEuros || cells.every((c) => /€|eur/.test(c?.folded ?? '')))) continue;
    const values = cells.map((c) => sumOf(c, inEuros));
    if (values.some((v) => v === undefined)) continue;
    const written = values.at(-1) as number;
    const right = Math.round(values.slice(0, -1).reduce<number>((s, v) => s + (v as number), 0) * 100) / 100;
    if (differ(right, written)) {
      yield {
        row: total,
        message: 'somme',
        data: { total: euros(written), juste: euros(right) },
        cell: cells.at(-1),
        value: right,
      };
      return;
    }
  }
}

const FIGURES = /\d{1,3}(?:[ .]?\d{3})*(?:,\d{1,2})?/;

/** The right figure, with cents where the wrong one had them, as its neighbours do. */
function fixOf(piece: Piece, at: Span, value: number): Fix[] {
  const cents = /,\d\d$/.test(piece.draft.slice(at)) && !euros(value).includes(',') ? ',00' : '';
  const figure = euros(value) + cents;
  return [replace(piece, at, figure, `Écrire ${figure}`)];
}

export default defineRule({
  id: 'redaction/montant-incoherent',
  title: 'Montants qui se contredisent',
  level: 'error',
  pieces: '*',
  why: `Deux montants qui ne s'accordent pas laissent le prix, le maximum ou l'enveloppe indéterminés. La contradiction se règle au contentieux, contre
celui qui a rédigé.`,
  sources: [text('Code civil, article 1376')],
  messages: {
    lettres: 'Le montant en lettres ({lettres} €) et le montant en chiffres ({chiffres} €) diffèrent.\nGarder le bon.',
    tva: 'Montant TTC de {ttc} € : {ht} € HT et la TVA font {juste} €.\nCorriger l’un des montants ou le taux.',
    bornes: 'Le minimum ({min} €) dépasse le maximum ({max} €).\nLes inverser ou corriger l’un des deux.',
    somme: 'Le total ({total} €) n’est pas la somme de ses lignes ({juste} €).\nCorriger le total ou une ligne.',
  },
  examples: {
    bad: [
      {
        text: 'La prime est de ⟦quatre cents euros (450 €)⟧ par équipe.',
        fixed: 'La prime est de quatre cents euros (400 €) par équipe.',
      },
      {
        text: 'Le prix est de ⟦2 000 € hors taxes, et avec la TVA (400 €) de 2 600 € TTC⟧.',
        fixed: 'Le prix est de 2 000 € hors taxes, et avec la TVA (400 €) de 2 400 € TTC.',
      },
      {
        text: 'Le prix est de ⟦10 000 € HT, soit 12 500 € TTC⟧ (TVA à 20 %).',
        fixed: 'Le prix est de 10 000 € HT, soit 12 000 € TTC (TVA à 20 %).',
      },
      '⟦Le montant est compris entre un minimum de 420 000 € HT et un maximum de 380 000 € HT.⟧',
      {
        text: 'La prime est de ⟦2 000 € HT, à quoi s’ajoutent 400 € de TVA, soit 2 600 € TTC⟧.',
        fixed: 'La prime est de 2 000 € HT, à quoi s’ajoutent 400 € de TVA, soit 2 400 € TTC.',
      },
      '⟦Le total des bons ne sera pas inférieur à 60 000 € HT et ne pourra excéder 45 000 € HT.⟧',
      '⟦Les commandes vont d’un montant minimum de 50 000 € HT à un montant maximum de 20 000 € HT.⟧',
      {
        text: '| Poste | HT | TVA | TTC |\n| --- | --- | --- | --- |\n⟦| Étude | 100,00 € | 20,00 € | 130,00 € |⟧\n',
        fixed: { gains: '| 120,00 € |' },
      },
      {
        text: '| Action | Montant |\n| --- | --- |\n| Un | 60 000 € |\n| Deux | 45 000 € |\n| Trois | 30 000 € |\n⟦| **Enveloppe totale** | **145 000 €** |⟧\n',
        fixed: { gains: '**135 000 €**' },
      },
      '| Lot | Minimum HT | Maximum HT |\n| --- | --- | --- |\n⟦| 1 | 80 000 € | 8 000 € |⟧\n| 2 | 10 000 € | 40 000 € |\n',
    ],
    good: [
      'Le marché est plafonné à trente mille euros hors taxes (30 000 € HT), soit 36 000 € TTC.',
      'La prime est de quatre cents euros (400 €) par équipe.',
      'Le prix est de 10 000 € HT, soit 12 000 € TTC (TVA à 20 %).',
      'Le montant est compris entre un minimum de 20 000 € HT et un maximum de 80 000 € HT.',
      'La prime est de 2 000 € HT, à quoi s’ajoutent 400 € de TVA, soit 2 400 € TTC.',
      'Le total des bons ne sera pas inférieur à 45 000 € HT et ne pourra excéder 60 000 € HT.',
      'L’assurance couvre au moins 900 000 € par accident, avec au plus 2 000 € de reste à charge.',
      'Le minimum est de 20 000 € HT par an et le maximum de 15 000 € HT par commande.',
      '| Poste | HT | TVA | TTC |\n| --- | --- | --- | --- |\n| Étude | 100,00 € | 20 % | 120,00 € |\n',
      '| Action | Montant |\n| --- | --- |\n| Un | 60 000 € |\n| Deux | 45 000 € |\n| Total | 105 000 € |\n',
      '| Poste | Prix unitaire | Quantité | Total |\n| --- | --- | --- | --- |\n| A | 10 € | 2 | 20 € |\n| B | 5 € | 4 | 20 € |\n| Total | | | 40 € |\n',
      '| Critère | Points |\n| --- | --- |\n| Prix | 40 |\n| Technique | 50 |\n| Total | 100 |\n',
    ],
    limits: ['Le minimum est de 80 000 € HT. Le maximum est de 8 000 € HT.'],
  },
  *check(piece: Piece): Iterable<Report<'lettres' | 'tva' | 'bornes' | 'somme'>> {
    const taken: Span[] = [];
    for (const table of piece.draft.tables)
      for (const { row, message, data, cell, value } of rowFaults(table)) {
        if (taken.some((s) => overlaps(s, row.span))) continue;
        taken.push(row.span);
        const figures = cell?.find(FIGURES);
        const fixes = cell && figures && value !== undefined ? fixOf(piece, cell.at(figures), value) : [];
        yield { at: row.span, message, data, fixes };
      }
    for (const { value: faults, sentence } of piece.draft.collect(faultsIn)) {
      const row = sentence.passage.table?.rowOf(sentence.passage);
      for (const { message, from, to, data, figure } of faults) {
        if (row && taken.some((s) => overlaps(s, row.span))) continue;
        if (row) taken.push(row.span);
        const inner = figure && find(sentence.folded.slice(0, figure.item.to), FIGURES, figure.item.from);
        const fixes = figure && inner ? fixOf(piece, sentence.at(inner), figure.value) : [];
        yield { at: sentence.at({ from, to }), message, data, fixes };
      }
    }
  },
});
