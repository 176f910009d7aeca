import { criteres, opening } from '../facts/criteres/index.ts';
import { procedure } from '../facts/procedure/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const NAMES = {
  'dialogue-competitif': 'un dialogue compétitif',
  'partenariat-innovation': "un partenariat d'innovation",
} as const;

export default defineRule({
  id: 'criteres/pluralite',
  title: 'Critère unique là où il en faut plusieurs',
  level: 'error',
  pieces: ['rc'],
  why: `Dans le dialogue compétitif et le partenariat d'innovation, les solutions diffèrent : le code impose d'attribuer le marché sur une
pluralité de critères. Un critère unique, même le coût global, vicie la procédure.`,
  sources: [ccp('R2152-8')],
  messages: {
    unique:
      'L’attribution repose sur un critère unique.\nOr {procedure} se juge sur une pluralité de critères. Ajouter au moins un autre critère, par exemple la qualité technique ou la performance environnementale.',
  },
  examples: {
    bad: [
      {
        text: '## Choix\n\n⟦Une seule chose compte : le débit mesuré pendant l’essai.⟧',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Choix\n\n⟦L’offre finale qui s’use le moins vite est retenue.⟧',
        head: { procedure: 'dialogue-competitif' },
      },
      { text: '## Choix\n\n⟦Nous ne jugeons que la tenue au gel.⟧', head: { procedure: 'dialogue-competitif' } },
      {
        text: '| Rubrique | Contenu |\n|---|---|\n| Durée | 3 ans |\n| Critère | ⟦Coût du cycle de vie, 100 %⟧ |',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Jugement des offres\n\n⟦Le critère unique est la qualité technique, divisée en deux sous-critères : autonomie, 70 points ; bruit, 30 points.⟧',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: "⟦Le marché est attribué sur le fondement d'un critère unique, le coût global du dispositif sur quatre ans.⟧",
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '⟦Le pouvoir adjudicateur retiendra l’offre la moins chère.⟧',
        head: { procedure: 'partenariat-innovation' },
      },
      {
        text: '# RC\n\nLe marché est passé selon la procédure du dialogue compétitif.\n\n| Critère | Pondération |\n|---|---|\n⟦| Coût global | 100 % |⟧\n',
      },
      {
        text: '⟦L’offre économiquement la plus avantageuse est choisie sur un critère, le prix.⟧',
        head: { procedure: 'dialogue-competitif' },
      },
      { text: '⟦Seule la valeur technique sera prise en compte.⟧', head: { procedure: 'dialogue-competitif' } },
    ],
    good: [
      {
        text: '## Choix\n\nLe coût compte pour 60 %, le débit mesuré pour 40 %. Nous ne regardons rien d’autre.',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '| Rubrique | Contenu |\n|---|---|\n| Durée | 3 ans |\n| Critères | Coût du cycle de vie, 60 % ; bruit, 40 % |',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Choix\n\nPrix, 40 % ; autonomie, 60 %. L’autonomie est jugée sur un seul élément : les heures tenues à l’essai.',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Les offres sont jugées sur le coût global (60 %) et la qualité technique (40 %).',
        head: { procedure: 'dialogue-competitif' },
      },
      { text: 'Le critère unique est le coût global, énergie comprise.', head: { procedure: 'appel-offres-ouvert' } },
      {
        text: 'L’égalité est levée sur un critère, le prix. Les offres sont jugées sur le prix (40 %) et la qualité (60 %).',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '# RC\n\nLe dialogue porte sur tous les aspects du marché.\n',
        head: { procedure: 'dialogue-competitif' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const { name } = piece.ask(procedure);
    if (name !== 'dialogue-competitif' && name !== 'partenariat-innovation') return;
    for (const grille of piece.ask(criteres).grilles)
      if (grille.single && !grille.subsequent)
        yield { at: opening(grille), message: 'unique', data: { procedure: NAMES[name] }, doubt: grille.doubt };
  },
});
