import { euros, faultsIn, figuresIn, figuresOf, rowFaults, taxesApart } from '../facts/redaction/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix, type Report } from '../kit/rule.ts';
import { text } from '../kit/source.ts';
import { overlaps, type Span } from '../kit/span.ts';

/** The right figure, with cents where the wrong one had them, as its neighbours do; none where it is not known, or has no place. */
function fixesOf(piece: Piece, at: Span | undefined, value: number | undefined): Fix[] {
  if (!at || value === undefined) return [];
  const cents = /,\d\d$/.test(piece.draft.slice(at)) && !euros(value).includes(',') ? ',00' : '';
  const figure = euros(value) + cents;
  return [replace(piece, at, figure, `Écrire ${figure}`)];
}

/** The faults of sentences, each read alone, then with those before it. */
function* saidFaults({ draft }: Piece) {
  for (const { value, sentence } of draft.collect(faultsIn)) yield* value.map((fault) => ({ ...fault, sentence }));
  yield* taxesApart(draft);
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
        text: '| Montant | HT par an | En lettres |\n|---|---|---|\n| Minimum | 500 000 € | cinq cent mille euros |\n⟦| Maximum | 1 150 000 € | un million cent cinq mille euros |⟧\n',
        fixed: { gains: '1 105 000' },
      },
      {
        text: '| Lot | Désignation | Maximum annuel € HT |\n|---|---|---|\n| 1 | Peinture | 180 000,00 |\n| 2 | Sols | 85 000,00 |\n⟦| | Total des lots | 255 000,00 |⟧\n',
        fixed: { gains: '265 000' },
      },

      {
        text: '| Lot | Objet | Montant (€ HT) |\n|---|---|---|\n| 1 | Toiture | 640 000 |\n| 2 | Façade | 410 000 |\n⟦| | Ensemble des lots | 1 150 000 |⟧',
        fixed: { gains: 's | 1 0' },
      },
      // The currency is told above the table.
      {
        text: 'Le prix de chaque phase est plafonné ainsi, en euros hors taxes :\n\n| Phase | Plafond par partenaire | Partenaires | Plafond de la phase |\n|---|---|---|---|\n| Phase 1 | 120 000 | 3 | 360 000 |\n| Phase 2 | 410 000 | 2 | 820 000 |\n⟦| Total |  |  | 880 000 |⟧',
        fixed: { gains: '1 180 000' },
      },
      {
        text: 'Lot 1 : ⟦75 000 € HT au plus (soixante-dix mille euros hors taxes)⟧.',
        fixed: 'Lot 1 : 70 000 € HT au plus (soixante-dix mille euros hors taxes).',
      },
      {
        text: 'La prime est de ⟦4 500 € maximum par équipe (quatre mille euros)⟧.',
        fixed: 'La prime est de 4 000 € maximum par équipe (quatre mille euros).',
      },
      {
        text: 'Le lot a un minimum de 30 000 € HT et un maximum de ⟦240 000 € HT, soit, la taxe sur la valeur ajoutée étant perçue au taux de 20 %, un maximum de 280 000 € TTC⟧.',
        fixed: { gains: '288 000 € TTC' },
      },
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
      {
        text: 'Le prix est de 10 000 € HT. La TVA, au taux de 20 %, est de 2 000 €. Le total est donc de ⟦12 500 € TTC⟧.',
        fixed:
          'Le prix est de 10 000 € HT. La TVA, au taux de 20 %, est de 2 000 €. Le total est donc de 12 000 € TTC.',
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
      {
        text: '| Lot | Objet | Estimation (€ HT) |\n| --- | --- | --- |\n| 1 | Bancs | 60 000 (hors tranche optionnelle) |\n| 2 | Bornes | 45 000 |\n⟦| Total | | 115 000 |⟧\n',
        fixed: { gains: '| 105 000 |' },
      },
      {
        text: '| Lot | Secteur | Maximum en € HT |\n|---|---|---|\n| 1 | Nord | 420 000 |\n| 2 | Sud | 260 000 |\n⟦| Total | | 690 000 |⟧\n',
        fixed:
          '| Lot | Secteur | Maximum en € HT |\n|---|---|---|\n| 1 | Nord | 420 000 |\n| 2 | Sud | 260 000 |\n| Total | | 680 000 |\n',
      },
      {
        text: '| Lot | Estimation HT/an | Estimation HT sur 4 ans |\n|---|---|---|\n| 1 | 300 000 € | 1 200 000 € |\n| 2 | 160 000 € | 640 000 € |\n⟦| Total | 460 000 € | 1 740 000 € |⟧\n',
        fixed: { gains: '1 840 000 €' },
      },
      '| Lot | Minimum HT | Maximum HT |\n| --- | --- | --- |\n⟦| 1 | 80 000 € | 8 000 € |⟧\n| 2 | 10 000 € | 40 000 € |\n',
    ],
    good: [
      '| Lot | Maximum (€ HT) | Effectif minimal | Chiffre d’affaires minimal (€ HT) |\n|---|---|---|---|\n| 1 | 90 000 | 4 | 120 000 |\n| 2 | 70 000 | 2 | 80 000 |',
      '| Année | Maximum en € HT |\n|---|---|\n| 2027 | 420 000 |\n| 2028 | 260 000 |\n| Total | 600 000 |\n',
      'Le prix est de 10 000 € HT. La TVA, au taux de 20 %, est de 2 000 €. Le total est donc de 12 000 € TTC.',
      // The tax of another sum.
      'Le prix est de 10 000 € HT. La TVA de l’option, au taux de 20 %, est de 500 €. Elle revient à 3 000 € TTC.',
      'Les sommes sont en euros :\n\n| Phase | Nombre de bornes | Part |\n|---|---|---|\n| Phase 1 | 12 | 30 |\n| Phase 2 | 20 | 60 |\n| Total | 40 | 100 |',
      'Les phases sont les suivantes :\n\n| Phase | Usagers |\n|---|---|\n| Phase 1 | 1 200 |\n| Phase 2 | 2 000 |\n| Ensemble | 2 500 |',
      'Lot 1 : 70 000 € HT au plus (soixante-dix mille euros hors taxes).',
      'La prime est de 4 500 € maximum par équipe (mille euros sont retenus si une pièce manque).',
      'Le minimum est de 30 000 € HT et le maximum de 240 000 € HT, soit 288 000 € TTC (TVA à 20 %).',
      'Le minimum est de 30 000 € HT, le maximum de 240 000 € HT ; l’avance est de 28 000 € TTC (TVA à 20 %).',
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
    /** One fault of a row is told; false where one has been. */
    const take = (row: Span): boolean => {
      const isFree = !taken.some((s) => overlaps(s, row));
      if (isFree) taken.push(row);
      return isFree;
    };
    for (const table of piece.draft.tables)
      for (const { row, message, data, cell, value } of rowFaults(table)) {
        if (!take(row.span)) continue;
        yield { at: row.span, message, data, fixes: fixesOf(piece, cell && figuresIn(cell), value) };
      }
    for (const { sentence, message, from, to, data, figure } of saidFaults(piece)) {
      const row = sentence.passage.table?.rowOf(sentence.passage);
      if (row && !take(row.span)) continue;
      const fixes = fixesOf(piece, figure && figuresOf(sentence, figure.item), figure?.value);
      yield { at: sentence.at({ from, to }), message, data, fixes };
    }
  },
});
