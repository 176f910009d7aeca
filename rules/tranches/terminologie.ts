import { oldNames } from '../facts/tranches/index.ts';
import { defineRule, type Edit } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'tranches/terminologie',
  title: 'Terme périmé : « tranche conditionnelle »',
  level: 'info',
  pieces: '*',
  why: `Le code parle de « tranche optionnelle ». L'ancien terme laisse penser à un texte abrogé, et les deux mots dans un même dossier font douter qu'il s'agisse de la même tranche.`,
  sources: [guide('I.F', 11), ccp('R2113-4')],
  messages: {
    outdated:
      '« Conditionnelle » est le terme ancien : le code dit « tranche optionnelle ».\nLe code de la commande publique a changé ce mot.{more} Le remplacer.',
  },
  examples: {
    bad: [
      {
        text: 'Les tranches sont au nombre de trois : une ⟦ferme et deux conditionnelles⟧.',
        fixed: 'Les tranches sont au nombre de trois : une ferme et deux optionnelles.',
        skip: { capitals: 'the fix keeps capitals, which the next example shows' },
      },
      {
        text: 'Le marché a deux tranches, l’une ferme (tri des fonds), ⟦l’autre conditionnelle⟧ (reliure).',
        fixed: { gains: 'optionnelle' },
      },
      {
        text: 'Le marché comprend une tranche ferme et une ⟦tranche conditionnelle⟧.',
        fixed: 'Le marché comprend une tranche ferme et une tranche optionnelle.',
        skip: { capitals: 'the fix keeps capitals, which the next example shows' },
      },
      {
        text: 'Une ⟦tranche conditionnelle⟧ est prévue. Une tranche conditionnelle est prévue.',
        fixed: 'Une tranche optionnelle est prévue. Une tranche optionnelle est prévue.',
        skip: { capitals: 'the fix keeps capitals, which the next example shows' },
      },
      {
        text: 'LES ⟦TRANCHES CONDITIONNELLES⟧ SONT AFFERMIES PAR DÉCISION NOTIFIÉE.',
        fixed: 'LES TRANCHES OPTIONNELLES SONT AFFERMIES PAR DÉCISION NOTIFIÉE.',
      },
      {
        text: '- ⟦Tranche conditionnelle⟧ 1 : formation\n- Tranche conditionnelle 2 : maintenance',
        fixed: '- Tranche optionnelle 1 : formation\n- Tranche optionnelle 2 : maintenance',
      },
      {
        text: 'Les ⟦tranches fermes et conditionnelles⟧ sont jugées ensemble.',
        fixed: 'Les tranches fermes et optionnelles sont jugées ensemble.',
      },
      {
        text: '| Désignation | Montant |\n|---|---|\n| ⟦Tranche 2 (conditionnelle⟧) | 12 000 € |',
        fixed: '| Désignation | Montant |\n|---|---|\n| Tranche 2 (optionnelle) | 12 000 € |',
      },
      {
        text: 'Le marché a deux tranches : la première est due à la signature, ⟦la seconde, dite conditionnelle⟧, sur ordre de service.',
        fixed: { gains: 'dite optionnelle' },
      },
    ],
    good: [
      'Les travaux du petit bassin avaient été découpés en 2014 en une tranche ferme et une tranche conditionnelle.',
      'Le marché a deux tranches, l’une ferme, l’autre optionnelle, dite conditionnelle par certains.',
      'Le marché comprend une tranche ferme et une tranche optionnelle.',
      'Les marchés antérieurs parlaient de « tranche conditionnelle » ; l’expression a été abandonnée en 2016.',
      'Les tranches optionnelles (anciennement tranches conditionnelles) sont affermies par décision.',
      'La validité de l’offre est conditionnelle. La tranche ferme est exécutée sans délai.',
      'Le terme « tranche conditionnelle » n’est plus employé.',
    ],
    limits: ['| Désignation | Montant |\n|---|---|\n| TC 1 | 12 000 € |'],
  },
  *check(piece) {
    const all = oldNames(piece);
    const [first, ...others] = all;
    if (!first) return;
    const edits: Edit[] = all.map(({ word: at, plural }) => {
      const written = piece.draft.slice(at);
      const capital = /^\p{Lu}/u.test(written);
      const base = plural ? 'optionnelles' : 'optionnelle';
      const text =
        capital && written === written.toUpperCase() ? base.toUpperCase() : capital ? `O${base.slice(1)}` : base;
      return { at, text };
    });
    yield {
      at: first.at,
      message: 'outdated',
      data: { more: others.length > 0 ? ` Il revient ${all.length} fois dans cette pièce.` : '' },
      fixes: [{ title: 'Remplacer « conditionnelle » par « optionnelle »', grade: 'safe', edits }],
      related: others.map(({ at }) => ({ piece, at, message: 'Même terme.' })),
    };
  },
});
