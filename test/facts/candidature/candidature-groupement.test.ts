import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { groupement } from '../../../rules/facts/candidature/groupement.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece =>
  openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;
/** « attribution, motif: Le groupement titulaire… » */
const read = (text: string) => {
  const piece = open(text);
  return piece
    .ask(groupement)
    .map(({ stade, motif, at }) => `${stade}${motif ? ', motif' : ''}: ${piece.draft.slice(at)}`);
};
const forms = (text: string) => read(text).map((f) => f.slice(0, f.indexOf(':')));

describe('a form imposed on groups', () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Seuls les groupements solidaires sont admis.', 'offre'],
    ['Le groupement devra être solidaire.', 'offre'],
    ['Les cotraitants sont tenus de se constituer en groupement conjoint.', 'offre'],
    ['La forme imposée est : groupement solidaire.', 'offre'],
    ['Groupement : forme obligatoire : conjointe.', 'offre'],
    ['Le groupement ne peut être que solidaire.', 'offre'],
    ['Les groupements conjoints ne sont pas autorisés.', 'offre'],
    ['Aucun groupement conjoint n’est admis.', 'offre'],
    ['Tout groupement solidaire est exclu.', 'offre'],
    ['Les entreprises qui se groupent remettent leur offre sous la forme d’un groupement solidaire.', 'offre'],
    ['Les groupements se présentent en groupement solidaire.', 'offre'],
    ['La solidarité est exigée des membres du groupement.', 'offre'],
    ['Après attribution, le groupement doit être solidaire.', 'attribution'],
    ['Le groupement prend obligatoirement la forme solidaire avant la signature.', 'attribution'],
    ['Le groupement doit être solidaire afin de garantir la bonne exécution.', 'offre, motif'],
    ['Le groupement doit être solidaire. Cette exigence est justifiée par l’imbrication des tâches.', 'offre, motif'],
    ['La nature des prestations commande cette forme. Le groupement doit être solidaire.', 'offre, motif'],
    ['Le groupement doit être solidaire. Les délais sont justifiés par la saison.', 'offre'],
    ['Le groupement doit être solidaire. Cette forme est usuelle.', 'offre'],
    ['Le groupement doit être solidaire ; le prix est ferme.', 'offre'],
    ['Le prix est ferme ; le groupement doit être solidaire.', 'offre'],
    // What it is a form of may be said by the title, by the head of a list or by another sentence.
    ['## Groupements\n\nLa forme solidaire est exigée.', 'offre'],
    ['## Groupement attributaire\n\nLa forme solidaire est exigée.', 'attribution'],
    ['Pour les groupements :\n\n- la forme solidaire est exigée ;', 'offre'],
    ['Les groupements sont admis. La forme solidaire est exigée.', 'offre'],
    ['La forme solidaire est exigée.', 'offre'],
    ['Si vous êtes plusieurs à répondre, soyez solidaires.', 'offre'],
    ['Le groupement conjoint comprend un mandataire.'],
    // Forms that are both open, in a sentence that goes on with the one that is imposed.
    [
      'Le marché est conclu soit avec des entreprises groupées solidaires, soit avec des entreprises groupées conjointes.',
    ],
    ['Les offres seront remises sous forme de groupement solidaire ou de groupement conjoint.'],
    [
      'Le groupement se présente conjoint ou solidaire et, une fois titulaire, devra prendre la forme solidaire.',
      'attribution',
    ],
    [
      'En cas de groupement conjoint, la transformation en groupement solidaire sera exigée du titulaire.',
      'attribution',
    ],
    ['Forme que devra revêtir le groupement attributaire : pas de forme imposée, solidaire ou non.'],
    ['La forme du groupement titulaire pourra être conjointe et son mandataire doit être désigné.'],
    ['Le groupement titulaire pourra être contraint à la forme solidaire.', 'attribution'],
    // What a condition names is imposed on nobody.
    ['Si le candidat se présente sous la forme d’un groupement conjoint, le mandataire devra être solidaire.'],
    ['Si des candidats se présentent en groupement conjoint, ils devront répartir les prestations.'],
    ['En cas de groupement solidaire ou conjoint, la convention devra être jointe à l’acte d’engagement.'],
    ['Lorsque le titulaire est un groupement, il devra être solidaire.', 'attribution'],
    ['Si le groupement retenu est conjoint, il devra modifier sa forme.', 'attribution'],
    ['Le marché sera attribué à un cabinet seul ou à un groupement momentané de cabinets.'],
    ['Le marché sera attribué à un cabinet seul ou à un groupement momentané de cabinets solidaires.', 'attribution'],
    ['Si le titulaire est un groupement conjoint, le mandataire devra être solidaire du groupement conjoint.'],
    ['Le titulaire est un groupement conjoint (avec mandataire solidaire) ou un groupement d’entreprises solidaires.'],
    // A guarantee.
    ['Le titulaire est un groupement. Aucune caution personnelle et solidaire ne sera exigée, ni imposée.'],
    ['Le groupement fournit une garantie : la caution personnelle et solidaire est exclue.'],
    // In a table.
    ['| Rubrique | Choix |\n|---|---|\n| Forme du groupement | Solidaire |', 'offre'],
    [
      '| Rubrique | Choix |\n|---|---|\n| Forme du groupement attributaire | Conjoint avec mandataire solidaire. |',
      'attribution',
    ],
    ['| Rubrique | Choix |\n|---|---|\n| Groupement | Conjoint |', 'offre'],
    ['| Rubrique | Choix |\n|---|---|\n| Groupement | Non solidaire |'],
    ['| Rubrique | Choix |\n|---|---|\n| Groupement | Solidaire si besoin |'],
    ['| Rubrique | Choix |\n|---|---|\n| Groupement | Libre |'],
    ['| Rubrique | Choix |\n|---|---|\n| Caution | Solidaire |'],
    ['| Groupement | Solidaire |\n|---|---|\n| Caution | Libre |'],
    ['| Groupement | |\n|---|---|\n| Groupement | |'],
    // The choice is free, or the words are explained.
    ['Le groupement est conjoint ou solidaire, mais doit être constitué avant la remise.'],
    ['Le groupement doit être soit conjoint, soit solidaire.'],
    ['La forme du groupement, solidaire par exemple, doit être au choix du candidat.'],
    ['Aucune forme n’est exigée : le groupement sera conjoint s’il le veut.'],
    ['Les groupements conjoints ne seront pas exclus.'],
    ['☐ groupement solidaire ☐ autre : le candidat doit cocher.'],
    ['Le groupement est dit solidaire lorsque chacun doit exécuter le marché.'],
    ['Le mandataire du groupement doit être solidaire.'],
    ['En cas de groupement conjoint, chaque membre doit signer.'],
    ['Le groupement solidaire doit indiquer son mandataire.'],
    [
      'Il est préférable que le groupement devienne solidaire, ce que l’acheteur recommande et que le candidat doit lire.',
    ],
    ['[x] le groupement doit être solidaire'],
    ['Case [] : le groupement doit être solidaire.'],
    ['Case [ x ] : le groupement doit être solidaire.'],
    ['Le groupement solidaire réunit deux entreprises.'],
    ['Les candidats qui se présentent en groupement solidaire désignent un mandataire.'],
    ['En cas de groupement conjoint, chaque membre doit exécuter sa part.'],
    ['Le groupement est solidaire ; les délais doivent être tenus.'],
    ['Le groupement peut être solidaire.'],
    ['Les membres du groupement doivent signer.'],
    ['Les candidats qui se présentent en groupement solidaire signent une convention.'],
    ['Lorsqu’ils répondent en groupement solidaire, les candidats signent une convention.'],
    ['## Les groupements doivent être solidaires\n\nTexte.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text.replace(/\n+/g, ' / ')} » is ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(forms(text), expected));

  it('is underlined by its sentence or its cell, in order', () =>
    assert.deepEqual(
      read(
        '| Rubrique | Choix |\n|---|---|\n| Groupement | Solidaire |\n\nRappel. Le groupement doit être solidaire. Fin.',
      ),
      ['offre: Solidaire', 'offre: Le groupement doit être solidaire.'],
    ));

  it('is told by `dce-lint facts`, or nothing is', () => {
    const shown = (text: string) => groupement.show(open(text).ask(groupement), open(text));
    assert.deepEqual(shown('Le groupement doit être solidaire.'), [
      { stade: 'offre', motif: false, texte: 'Le groupement doit être solidaire.' },
    ]);
    assert.equal(shown('Texte.'), undefined);
  });
});
