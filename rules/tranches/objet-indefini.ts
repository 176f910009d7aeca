import { dossierTranches, isNamedInPassing, isObjectToFill, namesAbsent } from '../facts/tranches/index.ts';
import { field, insertAfter } from '../kit/fix.ts';
import type { PieceKind } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const PIECES: readonly PieceKind[] = ['rc', 'cctp', 'ccap', 'ae'];
const FIELD = field('objet');

export default defineRule({
  id: 'tranches/objet-indefini',
  title: 'Tranche sans objet',
  level: 'error',
  pieces: PIECES,
  why: `Le marché définit la consistance de chaque tranche. Une tranche qui n'a qu'un numéro ou qu'un prix ne permet ni de chiffrer l'offre, ni de savoir à quoi l'affermissement engage.`,
  sources: [guide('I.F', 11), ccp('R2113-4'), ccp('R2113-5')],
  messages: {
    missing:
      'La {tranche} n’a pas d’objet.\nNi cette pièce ni les autres ne disent ce qu’elle comprend. Décrire ses prestations.',
  },
  examples: {
    bad: [
      {
        text: '## Tranches\n\nFerme : nettoyage du hall, 40 000 € HT. ⟦Optionnelle (six mois pour décider) : selon les besoins, 20 000 € HT⟧.',
        fixed: { gains: 'Optionnelle :' },
      },
      '| Tranche | Ce que vous ferez | Prix HT |\n|---|---|---|\n| TF | relevé de la salle | 30 000 € |\n| ⟦TO1 | nous en parlerons le moment venu | 25 000 €⟧ |\n| TO2 | maquette numérique | 40 000 € |',
      '| Tranche | Objet | Montant HT |\n|---|---|---|\n| TF | Refonte du portail | 90 000 € |\n| ⟦TO 1 | sera précisé ultérieurement | 20 000 €⟧ |',
      {
        text: 'La passerelle du Moulin forme la tranche ferme (380 000 € HT) ; ⟦tranche optionnelle (290 000 € HT)⟧.',
        fixed: { gains: '[à compléter : objet]' },
        skip: { 'table-cell': 'a sentence on several tranches in one cell is not read as one' },
      },
      {
        text: '- Tranche ferme : étude et pose, 310 000 € HT ;\n- ⟦deuxième tranche optionnelle : 75 000 € HT⟧.',
        fixed:
          '- Tranche ferme : étude et pose, 310 000 € HT ;\n- deuxième tranche optionnelle, [à compléter : objet] : 75 000 € HT.',
      },
      {
        text: '* **Tranche ferme** : aménagement du rez-de-chaussée.\n* **Tranche optionnelle 1** : aménagement de l’étage.\n* **⟦Tranche optionnelle 2⟧**.',
        fixed:
          '* **Tranche ferme** : aménagement du rez-de-chaussée.\n* **Tranche optionnelle 1** : aménagement de l’étage.\n* **Tranche optionnelle 2 : [à compléter : objet]**.',
      },
      '| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Refonte du portail | 90 000 € |\n| ⟦Optionnelle | à préciser | 20 000 €⟧ |',
      '| Tranche | Objet | Montant HT |\n|---|---|---|\n| TF | Refonte du portail | 90 000 € |\n| ⟦TO 1 | | 20 000 €⟧ |',
      {
        text: 'Le marché est composé comme suit. Tranche ferme : reprise des données. ⟦Tranche optionnelle : 20 000 € HT⟧.',
        fixed: { gains: 'Tranche optionnelle, [à compléter : objet] : 20 000 € HT.' },
      },
    ],
    good: [
      'La tranche ferme (300 000 € HT) et la tranche optionnelle (150 000 € HT) sont de même nature : quartier est pour la première, quartier ouest pour la seconde.',
      '| Tranche | Objet | Montant HT |\n|---|---|---|\n| TF | Refonte du portail | 90 000 € |\n| TO 1 | pose des bornes, dont les sites seront précisés plus tard | 20 000 € |',
      'La passerelle du Moulin forme la tranche ferme (380 000 € HT) ; celle du Lavoir, la tranche optionnelle 1 (290 000 € HT) ; celle de l’Écluse, la tranche optionnelle 2 (310 000 € HT).',
      'L’étude constitue la tranche ferme, pour 20 000 € HT, et les travaux du hall constituent la tranche optionnelle, pour 80 000 € HT.',
      '- Tranche ferme : étude et pose, 310 000 € HT ;\n- Tranche optionnelle : maintenance, 75 000 € HT.',
      {
        text: '- Tranche ferme : 310 000 € HT ;\n- Tranche optionnelle : 75 000 € HT.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranche ferme – Études\n\nÉtude de site.\n\n## Tranche optionnelle – Travaux\n\nLe titulaire réalise les travaux.',
        },
      },
      'Le marché comprend une tranche ferme (refonte du portail) et une tranche optionnelle (application mobile).',
      'La tranche optionnelle est affermie par décision notifiée au titulaire.',
      'Le marché comprend :\n\n- une tranche ferme ;\n- deux tranches optionnelles.',
      '| Poste | Tranche ferme | Tranche optionnelle |\n|---|---|---|\n| Installation | 10 000 € | 4 000 € |',
      '| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | VRD | 90 000 € |\n| Optionnelle | Gros œuvre | 20 000 € |\n| Total | | 110 000 € |',
    ],
    limits: ['Le marché comprend une tranche ferme et une tranche optionnelle.'],
  },
  *check(piece) {
    const all = dossierTranches(piece.consultation);
    const someHas = all.some((t) => t.object);
    const unknown = namesAbsent(piece.consultation, ['rc', 'cctp', 'ccap']);
    for (const { object, places } of all) {
      if (object || (!someHas && unknown)) continue;
      const first = places.find((p) => p.piece.kinds.some((kind) => PIECES.includes(kind)));
      if (!first || first.piece !== piece || (!someHas && isNamedInPassing(piece, first.tranche))) continue;
      const { at, whole, passage } = first.tranche;
      const text = piece.draft.slice({ start: at.end, end: whole.end });
      const name = piece.draft.slice(at).toLowerCase().replace(/\s+/g, ' ');
      const open = passage.cell !== undefined || isObjectToFill(text);
      const before = /^\s*:/.test(text);
      yield {
        at: whole,
        message: 'missing',
        data: { tranche: name.includes('tranche') ? name : `tranche ${name}` },
        ...(!open && {
          fixes: [insertAfter(piece, at, before ? `, ${FIELD}` : ` : ${FIELD}`, 'Ajouter l’objet de la tranche')],
        }),
      };
    }
  },
});
