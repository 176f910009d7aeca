import assert from 'node:assert/strict';
import { limitesDeLots } from '../../../rules/facts/allotissement/limites.ts';
import { open } from '../../rules/tester.ts';

const said = (text: string): string => {
  const [piece] = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n## Lots\n\n${text}\n` }]).pieces;
  return piece
    ? limitesDeLots(piece)
        .map(({ of, most }) => `${of} ${most}`)
        .join(', ')
    : '';
};
const each = (expected: string, texts: readonly string[]) => {
  for (const text of texts) it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.equal(said(text), expected));
};

describe('how many lots one may have', () => {
  describe('is all of them, to submit for', () => {
    each('soumission tous', [
      'Un même candidat peut présenter une offre pour un seul, plusieurs ou l’ensemble des lots.',
      'Les candidats peuvent répondre à un, plusieurs ou tous les lots.',
      'Il est possible de soumissionner à la totalité des lots.',
      'Le nombre de lots auxquels un candidat peut soumissionner n’est pas limité.',
      'Les soumissionnaires peuvent candidater sur tout ou partie des lots.',
    ]);
  });

  describe('is a number, to submit for', () => {
    each('soumission 2', [
      'Un candidat ne peut soumissionner que pour deux lots.',
      'Un même candidat peut présenter une offre pour deux lots au maximum.',
      'Les candidats ne peuvent pas répondre à plus de deux lots.',
      'Le nombre de lots auxquels un soumissionnaire peut répondre est limité à deux.',
      'Chaque candidat remet une offre pour deux lots au plus.',
      '| Rubrique | Valeur |\n|---|---|\n| Nombre maximal de lots auxquels un candidat peut répondre | 2 |',
    ]);
  });

  describe('is all of them, or a number, to be awarded', () => {
    each('attribution tous', [
      'Tous les lots peuvent être attribués au même candidat.',
      'Un candidat peut être attributaire de tous les lots.',
      'Le nombre de lots qui peuvent lui être attribués n’est pas limité.',
    ]);
    each('attribution 2', [
      'Un candidat ne peut être attributaire que de deux lots.',
      'Le nombre de lots attribués à un même soumissionnaire est limité à deux.',
      'Nombre maximal de lots pouvant être attribués à un candidat : 2',
    ]);
    each('soumission tous, attribution 2', [
      'Un candidat peut répondre à tous les lots, mais il ne peut se voir attribuer plus de deux lots.',
    ]);
  });

  describe('is not said', () => {
    each('', [
      'Les variantes sont autorisées pour tous les lots.',
      'Les lots sont attribués séparément.',
      'L’offre comprend un acte d’engagement pour chacun des lots auxquels le candidat répond.',
      'Un candidat ne peut présenter plusieurs offres pour un même lot.',
      'Les candidats peuvent répondre aux lots 1 et 2.',
      'Le candidat remet deux échantillons pour chacun des lots 1 et 2.',
      'Le candidat produit deux références pour chaque lot auquel il soumissionne.',
    ]);
  });
});
