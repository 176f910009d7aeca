import { defineFact } from '../kit/piece.ts';
import { type Said, whole, withHeard } from '../reading/hear.ts';
import { matieres } from './droits-matieres.ts';

/** Where moral rights are assigned, waived or kept from being used; empty when nowhere. */
export const droitsMoraux = defineFact<readonly Said[]>({
  id: 'droits-moraux',
  title: 'Droits moraux cédés ou abandonnés',
  read: (piece) =>
    withHeard(
      piece,
      'pi/droits-moraux-abandonnes',
      piece
        .ask(matieres)
        .filter(({ matter }) => matter === 'moral-abandonne')
        .map(({ sentence }) => whole(sentence, undefined)),
      whole,
    ),
  show: (said) => (said.length > 0 ? said.map(({ sentence }) => sentence.text) : undefined),
});
