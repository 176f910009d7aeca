import { markedBody } from '../clauses/insertion.ts';
import { ccagOf } from '../facts/droit/index.ts';
import { droitsDuDossier, isUnder2021, matieres, regimes } from '../facts/pi/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { cpi, guide } from '../kit/source.ts';

export default defineRule({
  id: 'pi/propriete-materielle',
  title: 'Propriété des livrables sans cession de droits',
  level: 'warning',
  pieces: ['cctp', 'ccap', 'rc', 'reglement-concours', 'ae'],
  why: `La propriété d'un support ou d'une copie est indépendante des droits de l'auteur (article L111-3 du code de la propriété
intellectuelle) : l'acheteur « propriétaire du logiciel » ou « des études » ne peut, de ce seul fait, ni les modifier, ni les reproduire, ni les diffuser.`,
  sources: [guide('III.A', 24), cpi('L111-3'), cpi('L131-3')],
  messages: {
    materielle:
      'Cette propriété de l’objet ne donne aucun droit d’auteur, et rien ne cède ces droits.\nCelui qui acquiert l’objet n’acquiert pas le droit de le reproduire, de le modifier ou de le diffuser (article L111-3 du CPI), et aucune pièce ne cède ces droits. Ajouter une clause de cession qui énumère et délimite les droits.',
  },
  // The rules of a contest answer for the assignment they lack.
  silencedBy: [{ rule: 'concours/cession-resultats', where: 'piece' }],
  examples: {
    bad: [
      {
        text: '⟦Le guide entre, dès sa remise, dans le patrimoine du département.⟧',
        fixed: { gains: 'le titulaire cède' },
      },
      {
        text: "⟦A compter de l'admission, la caisse devient pleinement propriétaire du logiciel, des codes sources et de la documentation.⟧",
        fixed: { gains: "le titulaire cède à l'acheteur" },
      },
      {
        text: "⟦Les études et rapports sont la propriété exclusive de l'acheteur.⟧",
        fixed: { gains: 'le titulaire cède' },
      },
      {
        text: '⟦Les maquettes et les prototypes remis par les équipes appartiennent à la communauté de communes.⟧',
        head: { piece: 'reglement-concours' },
        fixed: { gains: 'le titulaire cède' },
      },
      {
        text: '⟦La propriété du site internet est transférée à la commune à son paiement.⟧',
        fixed: { gains: 'le titulaire cède' },
      },
    ],
    good: [
      'Il appartient à la ville de vérifier les études et documents que le titulaire remet.',
      "L'acheteur reste propriétaire des données.",
      "Le matériel et les équipements deviennent la propriété de l'acheteur.",
      "Les documents remis par l'acheteur au titulaire restent la propriété de l'acheteur.",
      "Le titulaire demeure propriétaire des outils qu'il crée.",
      "Les plans sont la propriété de la ville.\n\n## Droits\n\nLe titulaire cède à la ville les droits de reproduction et d'adaptation des plans.",
      {
        text: "Les livrables sont la propriété de l'acheteur.",
        files: { 'ccap.md': "# CCAP\n\nLe marché se réfère au CCAG-TIC approuvé par l'arrêté du 30 mars 2021." },
      },
    ],
    limits: [],
  },
  *check(piece) {
    if (
      piece.consultation.pieces.some((p) => p.ask(regimes).length > 0) ||
      isUnder2021(piece, ['tic', 'pi', 'fcs', 'moe', 'mi'])
    )
      return;
    // Execution drawings of public works are not ordered as works of authors.
    if (ccagOf(piece.consultation).kinds.every((k) => k === 'travaux') && ccagOf(piece.consultation).kinds.length > 0)
      return;
    if (droitsDuDossier(piece).some(({ clause: c }) => !c.standard && !c.prior)) return;
    for (const m of piece.ask(matieres)) {
      if (m.matter !== 'propriete-materielle') continue;
      const at = m.sentence.span;
      const text = markedBody('pi-cession-sans-ccag');
      yield {
        at,
        message: 'materielle',
        doubt: m.doubt,
        fixes: [insertBlockAfter(piece, at, text, 'Ajouter une cession de droits')],
      };
    }
  },
});
