import { duree, objetDe } from '../facts/piece/index.ts';
import { type Montant, montants, procedure } from '../facts/procedure/index.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { formalisedThreshold } from '../law/law.ts';

const euros = (value: number): string =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ' ');

/** The contract's length in years, renewals included; one where the piece does not tell it. */
const yearsOf = (piece: Piece): number =>
  Math.max(
    1,
    ...piece
      .ask(duree)
      .flatMap(({ lots, total, months, doubt }) => (lots.length > 0 || doubt ? [] : [(total ?? months ?? 0) / 12])),
  );

/** The statement to report: the first in the text that reaches the threshold alone, else the total. */
function over(piece: Piece, amount: number): Montant | undefined {
  const { all: said, total } = piece.ask(montants);
  // « 60 000 € HT par an », for four years.
  const all = said.map((m) => (m.annual && m.lot === undefined ? { ...m, ht: m.ht * yearsOf(piece) } : m));
  const text = all.find((m) => m.from === 'text' && m.lot === undefined && m.ht >= amount);
  return text ?? all.find((m) => m.ht >= amount) ?? (total && total.ht >= amount ? total : undefined);
}

export default defineRule({
  id: 'procedure/seuil-mapa',
  title: 'Procédure adaptée au-delà du seuil',
  level: 'error',
  pieces: ['rc', 'ccap'],
  why: `À partir du seuil européen, le besoin estimé, toutes périodes et tous lots compris, impose une procédure formalisée : un marché passé en
procédure adaptée au-delà du seuil peut être annulé, et son signataire mis en cause.`,
  sources: [guide('II.B.1', 14), ccp('L2124-1'), ccp('R2121-1'), ccp('R2123-1')],
  messages: {
    depasse:
      'Procédure adaptée pour {montant} € HT : le seuil est de {seuil} € HT.\nLe montant{origine} est égal ou supérieur au seuil de procédure formalisée applicable à cette date pour {objet}. {note}Passer le marché selon une procédure formalisée, ou corriger le montant.',
  },
  examples: {
    bad: [
      {
        text: '# Règlement de la consultation – Assurance\n\n| Rubrique | Contenu |\n|---|---|\n| Procédure | adaptée |\n| Valeur | ⟦310 000 € HT⟧ |\n',
        head: { acheteur: 'collectivite' },
      },
      {
        text: '## Procédure\n\nProcédure adaptée (article R. 2123-1, 1°).\n\n## Chantier\n\n⟦Pont nord, 3 200 000 € HT ; pont sud, 2 300 000 € HT ; total estimé, 5 500 000 € HT.⟧\n',
      },
      {
        text: '| Donnée | Valeur |\n|---|---|\n| Nature | travaux |\n| Mode de passation | procédure adaptée |\n| Estimation de l’opération | ⟦6 200 000 € HT⟧ |\n',
      },
      {
        text: 'La région consulte des cabinets sur le fondement de l’article R. 2123-1, 1°. ⟦Le besoin est estimé à 216 000 € HT.⟧\n',
        head: { categorie: 'services' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: '⟦Le marché est passé selon une procédure adaptée ; le besoin est estimé à 230 000 € HT.⟧\n',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      {
        text: 'La procédure est adaptée.\n\n⟦La valeur estimée, toutes tranches comprises, s’élève à 148 000 € HT.⟧\n',
        head: { categorie: 'fournitures', acheteur: 'organisme-securite-sociale' },
      },
      {
        text: 'La procédure est adaptée.\n\n| Lot | Objet | Montant estimé HT |\n| --- | --- | --- |\n| 1 | Sièges | ⟦130 000 €⟧ |\n| 2 | Tables | 95 000 € |\n',
        head: { categorie: 'fournitures', acheteur: 'collectivite' },
      },
      {
        text: 'L’accord-cadre est passé selon une procédure adaptée. ⟦Son montant maximum est de deux cent vingt mille euros hors taxes.⟧\n',
        head: { categorie: 'fournitures', acheteur: 'autre' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: 'La procédure est adaptée. ⟦L’enveloppe prévisionnelle des travaux est de 5,6 M€ HT.⟧\n',
        head: { categorie: 'travaux' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: '⟦Les travaux sont estimés à 5 450 000 € HT.⟧\n\nCe montant étant inférieur au seuil à partir duquel une procédure formalisée est obligatoire, le marché est passé selon la procédure adaptée.\n',
        head: { categorie: 'travaux' },
      },
      {
        text: 'La procédure est adaptée. Le marché dure quatre ans. ⟦La dépense est estimée à 60 000 € HT par an.⟧\n',
        head: { categorie: 'services', acheteur: 'collectivite' },
        skip: { 'broken-line': 'the third sentence begins the mark' },
      },
      {
        text: 'La procédure est adaptée.\n\n## Budget\n\n⟦Pour ces bancs et leur pose, la ville compte dépenser 231 000 € HT.⟧\n',
        head: { categorie: 'fournitures', acheteur: 'collectivite' },
      },
      {
        text: 'La procédure est adaptée.\n\n⟦Estimation : 300 000 € TTC (250 000 € HT)⟧\n',
        head: { categorie: 'fournitures', acheteur: 'collectivite' },
      },
      {
        text: '⟦Marché à procédure adaptée, d’un montant estimé à 225 000 € HT.⟧\n',
        head: { categorie: 'services', acheteur: 'collectivite', date: '2025-05-05' },
      },
    ],
    good: [
      '# Cahier des clauses particulières\n\nAccord-cadre de maintenance tous corps d’état, en procédure adaptée, estimé à 3 575 000 € HT.\n\n## Pièces\n\nLe CCAG-Travaux complète le présent cahier.\n\n## Réception\n\nElle suit l’article 41 du CCAG-Travaux.\n',
      'Procédure adaptée. L’estimation reste en dessous de 216 000 € HT, montant à partir duquel la ville aurait dû lancer un appel d’offres.',
      'Procédure adaptée. Le chantier des ponts est estimé à 4 300 000 € HT.\n',
      // What works will cost is no sum of the contract for the study that prepares them.
      'Objet : étude de programmation pour la construction d’une école\n\nProcédure adaptée.\n\nBudget de travaux : 7 200 000 € HT\n',
      {
        text: 'La procédure est adaptée.\n\n## Valeur estimée\n\nLa valeur est inférieure au seuil qui vaut pour ces achats, fixé à 216 000 € HT.\n',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      {
        text: 'La procédure est adaptée.\n\n## Budget\n\nNous prévoyons 90 000 € HT. L’an dernier, la ville avait dépensé 250 000 € HT.\n',
        head: { categorie: 'fournitures', acheteur: 'collectivite' },
      },
      {
        text: 'La procédure est adaptée. Le marché dure trois ans. La dépense est estimée à 60 000 € HT par an.\n',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      {
        text: 'La consultation suit la procédure adaptée, la dépense prévue restant sous les 216 000 € HT à partir desquels une procédure formalisée est requise.',
        head: { procedure: 'mapa' },
      },
      {
        text: '# Règlement de la consultation\n\nMarché public de travaux passé en procédure adaptée\n\nRestructuration de la demi-pension et fourniture de mobilier\n\nLa valeur estimée est de 1 640 000 € HT.',
      },
      {
        text: 'La procédure est adaptée. Le besoin est estimé à 215 000 € HT.\n',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      {
        text: 'La procédure est adaptée. Le marché est estimé à 160 000 € TTC.\n',
        head: { categorie: 'services', acheteur: 'etat' },
      },
      {
        text: 'La procédure est adaptée, en application du 3° de l’article R. 2123-1 (services sociaux). Le besoin est estimé à 400 000 € HT.\n',
        head: { acheteur: 'collectivite' },
      },
      {
        text: 'Ce lot, de 30 000 € HT, relève du 2° de l’article R. 2123-1 : procédure adaptée. L’ensemble est estimé à 600 000 € HT.\n',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      { text: 'Appel d’offres ouvert. Le besoin est estimé à 900 000 € HT.\n', head: { categorie: 'services' } },
      {
        text: 'La procédure est adaptée : le besoin est inférieur au seuil de 216 000 € HT.\n',
        head: { categorie: 'services' },
      },
      {
        text: 'La procédure est adaptée. Le chiffre d’affaires minimal est de 300 000 € HT.\n',
        head: { categorie: 'services' },
      },
      { text: 'La procédure est adaptée. Le besoin est estimé à 900 000 € HT.\n', head: { categorie: 'travaux' } },
      'La procédure est adaptée. La consultation a pour objet la réhabilitation d’une école (travaux et équipements). Le montant est estimé à 654 000 € HT.',
    ],
    limits: [],
  },
  *check(piece) {
    const { name, grounds } = piece.ask(procedure);
    if (name !== 'mapa' || grounds.some((g) => g.ground !== 'montant')) return;
    const { categorie, acheteur } = objetDe(piece);
    if (categorie === 'services-specifiques') return;
    // What nothing says to be works or services is judged by the highest threshold.
    const seuil = formalisedThreshold({
      date: piece.date,
      categorie: categorie ?? 'travaux',
      ...(acheteur && { acheteur }),
    });
    if (!seuil) return;
    const montant = over(piece, seuil.amount);
    if (!montant) return;
    yield {
      at: montant.at,
      message: 'depasse',
      rests: [seuil],
      data: {
        montant: euros(montant.ht),
        origine:
          montant.tax === 'ttc'
            ? ` (${euros(montant.value)} € TTC)`
            : montant.annual
              ? ` (${euros(montant.value)} € par an)`
              : '',
        seuil: euros(seuil.amount),
        objet:
          (categorie ?? 'travaux') === 'travaux' ? 'des travaux' : 'des fournitures ou des services de cet acheteur',
        note: seuil.note ? `${seuil.note} ` : '',
      },
    };
  },
});
