import assert from 'node:assert/strict';
import { type AmountRead, amountIn, amountInCell } from '../../../rules/facts/tranches/montants.ts';
import { plain } from '../../../rules/kit/french/fold.ts';

/** « precise 80000 ht [80 000 € ht] »: kind, euros, tax, and the words that say it. */
const words = (folded: string, found: AmountRead | undefined): string | undefined =>
  found && [found.kind, found.value, found.tax, `[${folded.slice(found.from, found.to)}]`].filter(Boolean).join(' ');
const price = (text: string, expected: string | undefined) =>
  it(`« ${text} »`, () => assert.equal(words(plain(text), amountIn(plain(text))), expected));
const cell = (text: string, expected: string | undefined) =>
  it(`« ${text} »`, () => assert.equal(words(plain(text), amountInCell(plain(text))), expected));

describe('a precise price is read in', () => {
  price('étude, 80 000 € HT', 'precise 80000 ht [80 000 € ht]');
  price('étude : 80 000 € TTC', 'precise 80000 ttc [80 000 € ttc]');
  price('étude : 80 000 euros', 'precise 80000 [80 000 euros]');
  price('Le montant est de 80 000 € HT.', 'precise 80000 ht [80 000 € ht]');
  price('Le montant est de 80 000 € H.T.', 'precise 80000 ht [80 000 € h.t.]');
  price('Le montant est de 96 000 € TTC.', 'precise 96000 ttc [96 000 € ttc]');
  price('quatre-vingt mille euros hors taxes', 'precise 80000 ht [quatre-vingt mille euros hors taxes]');
  price('80 000 € HT, soit 96 000 € TTC', 'precise 80000 ht [80 000 € ht]');
  // A price and what is left to define: the price stands.
  price('montant à définir, estimé à 80 000 € HT', 'precise 80000 ht [80 000 € ht]');
  price('Une indemnité d’attente est prévue ; le prix est de 80 000 € HT', 'precise 80000 ht [80 000 € ht]');
  price('La pénalité est de 300 €. Le prix est de 80 000 € HT', 'precise 80000 ht [80 000 € ht]');
  price('80 000 € HT pour les études et 96 000 € HT pour la pose', 'precise 80000 ht [80 000 € ht]');
  price('20 000 € HT ou 20 000 € HT', 'precise 20000 ht [20 000 € ht]');
  price('90 000 € et, en option, 140 000 €', 'precise 90000 [90 000 €]');
  price('délai supérieur à six mois, 50 000 € HT', 'precise 50000 ht [50 000 € ht]');
  price('moins de six mois, 50 000 € HT', 'precise 50000 ht [50 000 € ht]');
  price('phase 2 - 60 000 € HT', 'precise 60000 ht [60 000 € ht]');
  price('1 200 m2 - 60 000 € HT', 'precise 60000 ht [60 000 € ht]');
  price('de 1 200 à 1 300 m2 : 60 000 € HT', 'precise 60000 ht [60 000 € ht]');
  price('20 000 € HT et 24 000 € TTC', 'precise 20000 ht [20 000 € ht]');
});

describe('a range is read in', () => {
  price('entre 90 000 € et 140 000 € HT', 'range [entre 90 000 € et 140 000 € ht]');
  price('entre 90 000 et 140 000 € HT.', 'range [entre 90 000 et 140 000 € ht]');
  price('de 90 000 € à 140 000 €', 'range [de 90 000 € a 140 000 €]');
  price('compris entre 90 000 € HT et 140 000 € HT.', 'range [entre 90 000 € ht et 140 000 € ht]');
  price('90 000 € - 140 000 €', 'range [90 000 € - 140 000 €]');
  price('40 000 – 60 000 € HT', 'range [40 000 - 60 000 € ht]');
  price('90 000 €-140 000 €', 'range [90 000 €-140 000 €]');
  price('supérieur à 50 000 € HT', 'range [superieur a 50 000 € ht]');
  price('moins de 50 000 € HT.', 'range [moins de 50 000 € ht]');
  price('plus de 50 000 € HT', 'range [plus de 50 000 € ht]');
  price('à partir de 50 000 € HT', 'range [a partir de 50 000 € ht]');
  price('inférieur ou égal à 50 000 € HT', 'range [inferieur ou egal a 50 000 € ht]');
  price('supérieure à la somme de 50 000 € HT', 'range [superieure a la somme de 50 000 € ht]');
});

describe('a price left open is read in', () => {
  price('Le montant est à définir au vu des résultats.', 'open [montant est a definir au vu des resultats]');
  price('prix restant à chiffrer', 'open [prix restant a chiffrer]');
  price('Budget : à préciser', 'open [budget : a preciser]');
  price('Le prix de la tranche reste à négocier', 'open [prix de la tranche reste a negocier]');
  price('Le montant est à définir (annexe 2).', 'open [montant est a definir]');
  price('Étude : ____ €', 'open [____ €]');
  price('Étude : ____€ HT', 'open [____€ ht]');
  price('montant selon devis du titulaire', 'open [montant selon devis du titulaire]');
  price('rémunération sur devis', 'open [remuneration sur devis]');
  price('d’après un chiffrage ultérieur', "open [d'apres un chiffrage ulterieur]");
  price('Le montant n’est pas encore connu.', "open [montant n'est pas encore connu]");
  price('Le coût de la pose n’a pas été évalué.', "open [cout de la pose n'a pas ete evalue]");
  price('Le prix sera fixé ultérieurement.', 'open [prix sera fixe ulterieurement]');
  price(
    'Le prix sera déterminé à l’issue de la tranche ferme.',
    "open [prix sera determine a l'issue de la tranche ferme]",
  );
  price('Le montant est variable selon les sites', 'open [montant est variable selon les sites]');
  price('travaux à chiffrer', 'open [a chiffrer]');
  price('option non chiffrée', 'open [non chiffree]');
  price('prix : ____', 'open [____]');
  price('montant de la tranche ferme : ............', 'open [............]');
  price('Étude : …… € HT', 'open [...... € ht]');
  price('Étude : ____ euros TTC par an', 'open [____ euros ttc]');
});

describe('no price is read in', () => {
  for (const text of [
    'étude des sols',
    'six mois',
    'nom du candidat : ____',
    'délai : …… mois',
    'délai : ____ mois ; facture en euros',
    'une indemnité de 300 €',
    'un dédit de 300 €',
    'une retenue de 300 €',
    'une garantie de 300 €',
    'une amende de 300 €',
    'une prime de 300 €',
    'une remise de 300 €',
    'des pénalités de 300 €',
    'le seuil de 90 000 €',
    'des frais de 300 €',
    'Une avance de 5 000 € est versée',
    'chiffre d’affaires minimal de 50 000 €',
    'caution de 5 000 €',
    '500 € par jour',
    '80 € par heure',
    'Le calendrier est à définir',
    'prix ferme ; délai à définir',
  ])
    price(text, undefined);
});

describe('no price is what a sum is compared with', () => {
  price('une avance est versée si le montant de la tranche ferme est supérieur à 50 000 € HT', undefined);
  price('lorsque la tranche est d’un montant inférieur ou égal à 50 000 € HT', undefined);
});

describe('in a column of prices', () => {
  cell('80 000', 'precise 80000 [80 000]');
  cell('80 000 € HT', 'precise 80000 ht [80 000 € ht]');
  cell('environ 80 000', 'precise 80000 [80 000]');
  cell('80 000 hors taxes', 'precise 80000 ht [80 000 hors taxes]');
  cell('80 000 ttc', 'precise 80000 ttc [80 000 ttc]');
  cell('40 000 - 60 000', 'range [40 000 - 60 000]');
  cell('40 000 à 60 000', 'range [40 000 a 60 000]');
  cell('entre 40 000 et 60 000', 'range [entre 40 000 et 60 000]');
  cell('', 'open []');
  cell('____', 'open [____]');
  cell('à définir', 'open [a definir]');
  cell('à estimer par le candidat', 'open [a estimer par le candidat]');
  cell('12 mois', undefined);
  cell('deux', undefined);
  cell('étude', undefined);
  cell('phase 2', undefined);
  cell('n/a', undefined);
  cell('un', undefined);
});
