import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { revisionPrix } from '../../../rules/facts/execution/prix.ts';

const open = (text: string) => {
  const [piece] = openConsultation([{ path: 'ccap.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
/** « date, formule »: the parts that a clause fixes; « ferme » where prices are not revised. */
const read = (text: string): string => {
  const found = open(text).ask(revisionPrix);
  if (!found) return 'ferme';
  const parts = (['date', 'formule', 'periode'] as const).filter((p) => found.parts.has(p));
  return [parts.join(', ') || 'rien', ...(found.elsewhere ? ['ailleurs'] : [])].join(' ; ');
};
const reads = (text: string, expected: string) =>
  it(`${expected}: « ${text.replace(/\s*\n+/g, ' / ')} »`, () => assert.equal(read(text), expected));

describe('the revision of prices', () => {
  describe('is told', () => {
    for (const text of [
      'Les prix sont révisables.',
      'Les prix du marché, hors fournitures, sont révisés.',
      'Le bordereau des prix est révisable.',
      'L’acheteur révise les prix.',
      'Le titulaire révisera les tarifs.',
      'La révision se calcule ainsi : P = P0 × I/I0, I étant l’indice Syntec.',
      'La révision des honoraires est possible.',
      'La révision annuelle du prix est possible.',
      'L’indexation des loyers est possible.',
      'Les prix sont indexés.',
      'Prix révisables.',
      'Prix variables par révision.',
      'LES PRIX SONT REVISABLES.',
      'La rémunération du titulaire est révisée.',
    ])
      it(`by « ${text} »`, () => assert.notEqual(read(text), 'ferme'));
    it('of prices named before, by a pronoun', () => {
      assert.equal(read('Les prix sont unitaires. Ceux du bordereau sont révisables.'), 'rien');
      assert.equal(read('Les prix sont unitaires. Ils sont révisés selon l’indice Syntec.'), 'formule');
    });
    it('first where a sentence says so, which is the one to point at', () => {
      const text = '# CCAP\n\nLe marché est à prix unitaires. Les prix sont révisables. Ils sont révisés chaque année.';
      const piece = open(text);
      const found = piece.ask(revisionPrix);
      assert.equal(found && piece.draft.slice(found.sentence.span), 'Les prix sont révisables.');
    });
  });

  describe('is none', () => {
    for (const text of [
      'Les prix sont fermes et non révisables.',
      'Les prix ne sont pas révisables.',
      'Les prix ne seront pas révisés.',
      'Le prix n’est ni révisable ni actualisable.',
      'Le prix ne peut en aucun cas être révisé.',
      'Le prix ne saurait être révisé.',
      'Aucune révision des prix n’est admise.',
      'Le marché est conclu sans révision des prix.',
      'Le prix ne fait l’objet d’aucune révision.',
      'La révision des prix est exclue.',
      'Prix ☐ fermes ☐ révisables',
      'Prix fermes ou révisables.',
      'Prix révisable ou ferme.',
      'Prix révisables/fermes.',
      'Le prix est révisable / ferme.',
      'Prix : [] révisables',
      'Prix : ( ) révisables',
      'Les prix sont : []révisables, []fermes',
      'Forme : [ ] prix révisables',
      'Prix : [ ] révisables',
      'Prix révisables / fermes (rayer la mention inutile).',
      'Le plan de charge est révisé chaque mois.',
      'La révision du document est à la charge du titulaire, dont le prix est forfaitaire.',
      'Le prix comprend la révision des installations.',
      'La clause de réexamen est révisable selon le prix du marché.',
      'Les prix sont unitaires.',
      'La chaudière est révisée chaque année.',
      'Ils sont révisés chaque année.',
    ])
      reads(text, 'ferme');
    reads('## Révision des prix\n\nSans objet.', 'ferme');
  });

  describe('fixes the date of the first price', () => {
    for (const text of [
      'Les prix, établis au mois de mars 2027, sont révisables.',
      'Les prix sont établis en mars 2027 et révisables.',
      'Les prix sont réputés établis à la date de remise des offres et sont révisables.',
      'Les prix sont révisables. Le mois zéro est celui de la remise des offres.',
      'Les prix sont révisables. Le prix initial est celui de la date limite de remise des offres.',
      'Les prix sont révisables. Ils sont fermes jusqu’au mois précédant la notification.',
      'Les prix sont révisables, aux conditions économiques en vigueur en mars 2027.',
    ])
      reads(text, 'date');
    reads(
      '# CCAP\n\n## 1 Mois zéro\n\nLe mois zéro est mars 2027.\n\n## 9 Paiement\n\nLes prix sont révisables.',
      'date',
    );
  });

  describe('fixes the way it is worked out', () => {
    for (const text of [
      'Les prix sont révisables par la formule ci-dessous.',
      'Les prix sont révisables. P = P0 × (0,15 + 0,85 × I/I0).',
      'Les prix sont révisés par application d’un coefficient de révision.',
      'Les prix sont révisables : Pn = Po × (In / Io).',
      'Les prix sont révisables selon l’index BT 01.',
      'Les prix sont révisables par référence au barème du fournisseur.',
      'Les prix sont révisables selon la mercuriale de Rungis.',
      'Les loyers sont révisés selon l’ILC.',
    ])
      reads(text, 'formule');
  });

  describe('fixes how often', () => {
    for (const text of [
      'Les prix sont révisables chaque trimestre.',
      'Les prix sont révisables. Les révisions sont mensuelles.',
      'Les prix sont révisables annuellement.',
      'La révision mensuelle des prix est possible.',
      'Les prix sont révisés une fois par an.',
      'Les prix sont révisés tous les six mois.',
      'Les prix sont révisés à la date anniversaire.',
      'Les prix sont révisables au 1er janvier.',
      'Les prix sont révisables à chaque reconduction.',
      'Les prix sont révisables. La révision est semestrielle.',
    ])
      reads(text, 'periode');
  });

  describe('is read with what stands beside it', () => {
    reads(
      '# CCAP\n\n## 5 Prix\n\n### 5.1 Forme des prix\n\nLes prix sont révisables.\n\n### 5.2 Périodicité\n\nElle est annuelle.\n\n### 5.3 Formule\n\nPn = P0 × In/I0.',
      'formule, periode',
    );
    reads(
      '# CCAP\n\n## 5 Prix\n\n### 5.1 Nature\n\nLes prix sont révisables.\n\n### 5.2 Modalités\n\nLa révision se fait chaque année.',
      'periode',
    );
    reads(
      '# CCAP\n\n## 5 Prix\n\nLes prix sont révisables.\n\n## 6 Reconduction\n\nIl est reconduit chaque année.',
      'rien',
    );
    reads(
      '# CCAP\n\n## 5 Prix\n\n### 5.1 Forme\n\nLes prix sont révisables.\n\n### 5.2 Paiement\n\nLes factures sont mensuelles.',
      'rien',
    );
    reads(
      '# CCAP\n\n## 5 Variation des prix\n\n### 5.1 Principe\n\nLes prix sont révisables.\n\n### 5.2 Rythme\n\nChaque année.',
      'periode',
    );
    reads(
      '# CCAP\n\n## 5 Prix\n\nLes prix sont révisables.\n\n## 9 Indexation\n\nLes tarifs sont révisés chaque année.',
      'periode',
    );
  });

  describe('may have its terms elsewhere', () => {
    for (const text of [
      'Les prix sont révisables dans les conditions de l’article 3.3 du CCAP.',
      'Les prix sont révisables selon les modalités prévues au CCAP.',
      'Les prix sont révisables conformément à l’article 5.',
      'Les prix sont révisables (voir l’annexe 2).',
      'Les prix sont révisables (cf. article 5.2).',
      'Les prix sont révisables en application de l’article 4 de l’acte d’engagement.',
      'Les prix sont révisables comme indiqué dans l’annexe au CCAG.',
    ])
      reads(text, 'rien ; ailleurs');
    reads(
      'Les prix sont révisables. Les prix du lot 2 sont révisables dans les conditions de l’article 3.3 du CCAP.',
      'rien ; ailleurs',
    );
    reads('Les prix sont révisables conformément à l’article 10 du CCAG-FCS.', 'rien');
  });

  it('is shown by what it fixes, or not at all', () => {
    const show = (text: string) => revisionPrix.show(open(text).ask(revisionPrix), open(text));
    assert.deepEqual(show('Les prix sont révisables annuellement selon l’indice Syntec.'), {
      fixe: ['formule', 'periode'],
    });
    assert.equal(show('Les prix sont fermes.'), undefined);
  });
});
