import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { objet } from '../../../rules/facts/piece/acheteur.ts';
import { type Montant, montantDe, montants } from '../../../rules/facts/procedure/montants.ts';

const open = (text: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
const line = ({ kind, ht, lot, annual }: Montant) =>
  [kind, Math.round(ht), lot && `lot ${lot}`, annual && 'an'].filter(Boolean).join(' ');
const read = (body: string) => open(`# RC\n\n${body}\n`).ask(montants).all.map(line);

const SENTENCES: readonly (readonly [string, readonly string[]])[] = [
  ['Le montant estimé du marché est de 180 000 € TTC.', ['estime 150000']],
  ['Le besoin est estimé à 96 000 € HT, soit 115 200 € TTC.', ['estime 96000']],
  ["L'estimation administrative s'élève à 90 000 euros HT.", ['estime 90000']],
  ["Le budget prévisionnel de l'opération est de 2,3 M€ HT.", ['estime 2300000']],
  ['Le besoin est évalué à deux cent quarante mille euros hors taxes.', ['estime 240000']],
  ["L'accord-cadre est conclu avec un montant maximum de 215 000 € HT.", ['maximum 215000']],
  ['Le montant total des commandes ne pourra excéder 300 000 € HT.', ['maximum 300000']],
  ['Montant maximum annuel : 60 000 € HT.', ['maximum 60000 an']],
  ['Le lot 1 est estimé à 40 000 € HT et le lot 2 à 25 000 € HT.', ['estime 40000 lot 1', 'estime 25000 lot 2']],
  ['La valeur estimée est inférieure au seuil de 140 000 € HT.', []],
  ["Le chiffre d'affaires minimal est de 300 000 € HT.", []],
  ['Une prime de 5 000 € HT est versée à chaque candidat.', []],
  ['La pénalité est plafonnée à 10 000 € HT.', []],
  ['Une avance est versée au-dessus de 50 000 € HT.', []],
];

describe('amounts of a contract', () => {
  for (const [sentence, expected] of SENTENCES)
    it(sentence, () => {
      assert.deepEqual(read(sentence), expected);
    });

  it('are read in tables, by lot, and added', () => {
    const text =
      '# RC\n\n| Lot | Désignation | Montant estimé HT |\n| --- | --- | --- |\n| 1 | A | 100 000 € |\n| 2 | B | 50 000 € |\n';
    assert.deepEqual(open(text).ask(montants).all.map(line), ['estime 100000 lot 1', 'estime 50000 lot 2']);
    assert.equal(open(text).ask(montants).total?.ht, 150000);
    assert.equal(montantDe(open(text), '2')?.ht, 50000);
  });

  it('leave out the sums of tranches', () => {
    assert.deepEqual(
      read('| Tranche | Montant estimé |\n| --- | --- |\n| Ferme | 290 000 € |\n| Optionnelle 1 | 64 000 € |\n'),
      [],
    );
  });

  it('come first from the front matter', () => {
    const piece = open(
      '---\ndce:\n  piece: rc\n  montant-estime: 120000\n---\n\n# RC\n\nLe besoin est estimé à 90 000 € HT.\n',
    );
    assert.equal(piece.ask(montants).total?.ht, 120000);
  });
});

describe('buyer and kind of contract', () => {
  const of = (text: string) => open(text).ask(objet);

  it('are read on the cover page', () => {
    assert.equal(of('# CPAM des Landes – Règlement de la consultation\n').acheteur, 'organisme-securite-sociale');
    assert.equal(of('# Ville de Cahors\n\nRèglement de la consultation\n').acheteur, 'collectivite');
    assert.equal(of('# Préfecture de la Creuse\n').acheteur, 'etat');
    assert.equal(of('# CHU de Brest\n').acheteur, 'autre');
  });

  it('are not taken from the papers asked of candidates', () => {
    assert.equal(of('# RC\n\nLe candidat remet ses attestations Urssaf.\n').acheteur, undefined);
  });

  it('tell the kind of contract by the line or the row that is labelled so', () => {
    const of = (text: string) => open(`# CCAP – Piscine\n\n${text}\n`).ask(objet).categorie;
    assert.equal(of('| Sujet | Réponse |\n|---|---|\n| Type de marché | Travaux |\n| Durée | un an |'), 'travaux');
    assert.equal(of('**Nature** : fournitures\n**Chantier** : livré en trois fois'), 'fournitures');
    assert.notEqual(of('| Sujet | Réponse |\n|---|---|\n| Réception | travaux achevés au chantier |'), 'travaux');
  });

  it('tell works from the rest', () => {
    assert.equal(of('# RC\n\nMarché public de travaux : réfection de la toiture.\n').categorie, 'travaux');
    assert.equal(of('# RC\n\nMarché de services : entretien des locaux.\n').categorie, 'fournitures');
    assert.equal(of('# RC\n\nServices sociaux et autres services spécifiques.\n').categorie, 'services-specifiques');
  });
});
