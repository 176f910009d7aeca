import assert from 'node:assert/strict';
import { accelereesDe } from '../../../rules/facts/procedure/acceleree.ts';
import { open } from '../../rules/tester.ts';

const said = (text: string): string => {
  const [piece] = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n## Procédure\n\n${text}\n` }]).pieces;
  return piece
    ? accelereesDe(piece)
        .map(({ value }) => (value ? 'oui' : 'non'))
        .join(', ')
    : '';
};
const each = (expected: string, texts: readonly string[]) => {
  for (const text of texts) it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.equal(said(text), expected));
};

describe('a procedure', () => {
  describe('is accelerated', () => {
    each('oui', [
      'La procédure est accélérée en raison de l’urgence.',
      'En raison de l’urgence, le délai de réception des offres est ramené à quinze jours (article R2161-3).',
      'Procédure accélérée : oui, l’urgence rendant impossible le délai minimal.',
    ]);
  });

  describe('is not accelerated', () => {
    each('non', [
      'La procédure n’est pas accélérée.',
      'Il n’est pas fait usage de la procédure accélérée.',
      '| Rubrique | Valeur |\n|---|---|\n| Procédure accélérée | Non |',
      'Aucune urgence n’est invoquée pour réduire le délai de réception des offres.',
      'La Ville n’invoque pas l’urgence et ne réduit pas les délais de réception des offres.',
    ]);
  });

  describe('says neither', () => {
    each('', [
      'Le délai de paiement n’est pas réduit.',
      'En cas d’urgence, le titulaire intervient sous deux heures.',
      'En cas d’urgence, le délai de réception des offres peut être réduit.',
      'Le traitement accéléré des demandes n’est pas prévu.',
    ]);
  });
});
