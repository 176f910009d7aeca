import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { piecesExcessives } from '../../../rules/facts/candidature/pieces.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece =>
  openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;
const found = (text: string) => open(text).ask(piecesExcessives);
/** « original of exclusion »: an original that proves that the candidate is not excluded. */
const kinds = (text: string) => found(text).map((p) => `${p.kind}${p.exclusion ? ' of exclusion' : ''}`);

describe('an excessive document', () => {
  const FAULTS: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Tout soumissionnaire devra fournir un extrait K-bis original.', 'original of exclusion'],
    ['Le candidat remet l’original de son diplôme.', 'original'],
    ['Le candidat joint une copie certifiée conforme de ses diplômes.', 'original'],
    ['LES CANDIDATS PRODUISENT LES ORIGINAUX DES STATUTS.', 'original'],
    ['Le candidat joint son agrément en original.', 'original'],
    ['Le candidat joint la photocopie certifiée conforme de sa licence.', 'original'],
    ['Le candidat produit une attestation de vigilance de l’Urssaf.', 'preuve of exclusion'],
    ['Chaque candidat remet ses certificats fiscaux et sociaux.', 'preuve of exclusion'],
    ['Le candidat joint un extrait de casier judiciaire.', 'preuve of exclusion'],
    ['Le candidat joint un Kbis de moins de trois mois, ni plus ni moins.', 'preuve of exclusion'],
    ['Le candidat joint une déclaration sur l’honneur et un Kbis.', 'preuve of exclusion'],
    ['Le candidat joint une déclaration sur l’honneur et son attestation fiscale.', 'preuve of exclusion'],
    ['Pour la tranche optionnelle, le candidat joint un extrait Kbis.', 'preuve of exclusion'],
    ['Pour la prestation optionnelle, le candidat joint un extrait Kbis.', 'preuve of exclusion'],
    ['Le candidat joint une attestation sur l’honneur et une attestation fiscale.', 'preuve of exclusion'],
    [
      'Le candidat joint les pouvoirs du signataire, un extrait Kbis et ses attestations fiscales.',
      'preuve of exclusion',
    ],
    // Who is asked may be said before.
    ['Pièces du candidat :\n\n- extrait Kbis.', 'preuve of exclusion'],
    ['## Candidatures\n\n| Objet | Forme |\n|---|---|\n| Extrait Kbis | PDF |', 'preuve of exclusion'],
    ['## Candidatures\n\nIl produit un Kbis. Le candidat retenu signe le marché.', 'preuve of exclusion'],
    ['| Pièce du candidat | Facultatif |\n|---|---|\n| Extrait Kbis | Choix |', 'preuve of exclusion'],
    ['| Pièce du candidat | Facultatif |\n|---|---|\n| Extrait Kbis | Sans |', 'preuve of exclusion'],
    ['| Pièce du candidat | Obligatoire |\n|---|---|\n| Extrait Kbis | Oui, sinon rejet |', 'preuve of exclusion'],
    ['Le candidat remet :\n\n- un DC1 ;\n- un extrait Kbis.', 'preuve of exclusion'],
    ['Pièces exigées à l’appui de la candidature :\n\n- extrait Kbis.', 'preuve of exclusion'],
    ['## Candidatures\n\nIl est demandé un extrait Kbis.', 'preuve of exclusion'],
    ['Le candidat remet son pli. Il joint un extrait Kbis.', 'preuve of exclusion'],
    ['| Pièce du candidat | Forme |\n|---|---|\n| Extrait Kbis | PDF |', 'preuve of exclusion'],
    ['| Pièce du candidat | Obligatoire |\n|---|---|\n| Extrait Kbis | Oui |', 'preuve of exclusion'],
    ['| Pièce du candidat | Facultatif |\n|---|---|\n| Extrait Kbis | Non |', 'preuve of exclusion'],
    ['**Kbis.** Le candidat joint un extrait Kbis.', 'preuve of exclusion'],
    // Whether it is optional is said of the manner, or of something else.
    ['Le candidat peut fournir ses pièces par voie électronique :\n\n- extrait Kbis.', 'preuve of exclusion'],
    ['Le candidat peut joindre un plan et doit fournir :\n\n- un extrait Kbis.', 'preuve of exclusion'],
    ['## Pièces obligatoires ou facultatives des candidats\n\nIl est demandé un extrait Kbis.', 'preuve of exclusion'],
    ['Pour les tranches optionnelles, le candidat joint un extrait Kbis.', 'preuve of exclusion'],
    ['Le candidat n’est pas tenu au DC1 ; il joint un extrait Kbis.', 'preuve of exclusion'],
  ];
  for (const [text, ...expected] of FAULTS)
    it(`in « ${text.replace(/\n+/g, ' / ')} » is ${expected.join(', ')}`, () =>
      assert.deepEqual(kinds(text), expected));

  for (const text of [
    // The winner owes them.
    'Le candidat retenu fournit un extrait Kbis.',
    'L’entreprise classée première remet ses certificats fiscaux.',
    '### Pièces à produire par l’attributaire\n\n- attestations fiscales et sociales.',
    'Le titulaire remet :\n\n- un extrait Kbis.',
    '| Pièce de l’attributaire | Forme |\n|---|---|\n| Extrait Kbis | PDF |',
    '| Pièce | Qui |\n|---|---|\n| Extrait Kbis | Attributaire |',
    'Le candidat retenu est invité à produire ses pièces. Elles comprennent un extrait Kbis.',
    // A declaration is enough.
    'Le candidat déclare sur l’honneur être en règle. Aucun original n’est demandé.',
    'Le candidat joint une déclaration sur l’honneur attestant de la régularité fiscale et sociale.',
    'Le candidat joint une attestation d’assurance.',
    'Le candidat n’a pas à fournir d’attestation fiscale ou sociale.',
    'Le candidat peut fournir un extrait Kbis.',
    'Pour une raison impérieuse, le candidat joint un Kbis original.',
    'Le candidat joint une attestation sur l’honneur de régularité fiscale et sociale.',
    'Le candidat joint une déclaration sur l’honneur, preuve de l’absence d’exclusion.',
    'Le candidat, dispensé d’attestation fiscale, joint un DC1.',
    'Les candidats, dispensés de certificats fiscaux, joignent un DC1.',
    'Le candidat joint un Kbis facultatif.',
    'Les candidats joignent une attestation fiscale facultative.',
    'Le candidat joint un Kbis optionnel.',
    'Le candidat joint une attestation fiscale optionnelle.',
    'Le candidat joint un Kbis s’il le souhaite.',
    'Les candidats qui le souhaitent joignent un Kbis.',
    'Le candidat qui le désire joint un Kbis.',
    'Les candidats qui le désirent joignent un Kbis.',
    'Aucun candidat, aucune attestation fiscale à joindre.',
    'Le candidat joint, sans aucuns certificats fiscaux, un DC1.',
    // Signed, or handed in with the offer.
    'Le candidat remet l’acte d’engagement original, document original.',
    'Le candidat remet une copie de sauvegarde, pièce originale.',
    'Le candidat dépose le document original du contrat.',
    // Left to the candidate.
    'Le candidat peut fournir :\n\n- un extrait Kbis.',
    'Le candidat a la possibilité de joindre :\n\n- un extrait Kbis.',
    'S’il le souhaite, le candidat joint :\n\n- un extrait Kbis.',
    'Le candidat joint, à titre facultatif :\n\n- un extrait Kbis.',
    'Le candidat peut fournir :\n\n- ses pièces :\n  - un extrait Kbis.',
    'Pièces du candidat, facultatives :\n\n- ses pièces :\n  - un extrait Kbis.',
    '## Pièces facultatives des candidats\n\nIl est demandé un extrait Kbis.',
    '| Pièce du candidat | Facultatif |\n|---|---|\n| Extrait Kbis | X |',
    '| Pièce du candidat | Facultatif |\n|---|---|\n| Extrait Kbis | ☑ |',
    '| Pièce du candidat | Obligatoire |\n|---|---|\n| Extrait Kbis | Non |',
    '| Pièce du candidat | Remise |\n|---|---|\n| Extrait Kbis | Facultative |',
    '| Pièce du candidat | Facultatif |\n|---|---|\n| Extrait Kbis | (oui) |',
    '| Pièce du candidat | Facultatif |\n|---|---|\n| Extrait Kbis | ✗ |',
    '| Pièce du candidat | Obligatoire |\n|---|---|\n| Extrait Kbis | (non). |',
    // Who may sign, and what offers are judged by.
    'Le candidat joint le document relatif aux pouvoirs de la personne habilitée à le représenter (extrait Kbis, délégation de signature).',
    '## Critères de jugement des offres\n\n- Soin des documents originaux remis au titulaire : 35 %\n- Prix : 65 %',
    // Nobody is asked, or later.
    'Le Kbis du candidat est un document usuel.',
    'Un extrait Kbis prouve l’immatriculation des sociétés.',
    'L’usager demande un extrait Kbis.',
    'Le candidat remet un Kbis tous les six mois, en cours d’exécution.',
    'Le candidat joint le Kbis de son sous-traitant.',
    '## Le candidat joint un extrait Kbis\n\nTexte.',
    'Le candidat remet son offre.',
  ])
    it(`is none in « ${text.replace(/\n+/g, ' / ')} »`, () => assert.deepEqual(kinds(text), []));

  it('is underlined by its sentence, the words on a certified copy apart', () => {
    const piece = open('Rappel. Le candidat joint une copie certifiée conforme de ses diplômes. Il joint un Kbis.');
    assert.deepEqual(
      piece
        .ask(piecesExcessives)
        .map(({ at, certifiee }) => [piece.draft.slice(at), certifiee && piece.draft.slice(certifiee)]),
      [
        ['Le candidat joint une copie certifiée conforme de ses diplômes.', 'copie certifiée conforme'],
        ['Il joint un Kbis.', undefined],
      ],
    );
  });

  it('is told by `dce-lint facts`, or nothing is', () => {
    const shown = (text: string) => piecesExcessives.show(found(text), open(text));
    assert.deepEqual(shown('Le candidat joint un Kbis.'), [{ nature: 'preuve', texte: 'Le candidat joint un Kbis.' }]);
    assert.equal(shown('Texte.'), undefined);
  });
});
