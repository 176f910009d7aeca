import { excludedIndustry } from '../facts/recherche/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'recherche/prototype-preproduction',
  title: 'Étapes industrielles sous le régime de la recherche',
  level: 'error',
  pieces: ['rc', 'cctp'],
  why: `L'exclusion va jusqu'au démonstrateur technologique. Les prototypes de préproduction, l'outillage, l'ingénierie et la conception
industrielles, la fabrication relèvent du code : les commander sous le régime de la recherche expose le contrat à l'annulation.`,
  sources: [guide('II.C.1', 20), ccp('L2512-5')],
  messages: {
    industriel:
      'Des étapes industrielles sont commandées ici sous l’exclusion de la recherche.\nPrototype de préproduction, outillage, ingénierie industrielle ou fabrication : elles ne relèvent pas de l’exclusion des services de recherche et développement, qui est invoquée. S’arrêter au démonstrateur technologique et mettre la suite en concurrence selon le code.',
  },
  examples: {
    bad: [
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. ⟦Phase 4 : outillages de production, industrialisation du filtre.⟧ Hors objet : la vente du filtre.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. ⟦Le titulaire réalise et qualifie les prototypes de préproduction, puis met au point l'outillage de la chaîne d'assemblage.⟧",
      "Les services de recherche et développement sont exclus du code de la commande publique.\n\n⟦La dernière phase porte sur l'industrialisation du capteur.⟧",
      "Article L. 2512-5, 2° : le code ne s'applique pas.\n\n- Phase 1 : faisabilité\n- Phase 2 : démonstrateur technologique\n- ⟦Phase 3 : ingénierie industrielle et fabrication en série⟧",
      "Le contrat n'est pas soumis au code (article L. 2512-5, 2°).\n\n| Phase | Contenu |\n|---|---|\n| 1 | Maquette |\n| 2 | ⟦Prototypes de pré-série et essais de qualification⟧ |",
      // Of one part alone: what is at fault is to leave that part out of the code.
      '⟦La phase 3 échappe au code en tant que service de recherche et développement (article L. 2512-5, 2°).⟧\n\n| Phase | Contenu |\n|---|---|\n| 2 | Démonstrateur technologique |\n| 3 | Outillage de production, prototypes de pré-série |',
    ],
    good: [
      // A label leaves out all that it lists.
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. Hors programme : moules et outillages de production, industrialisation du filtre.",
      // The part that is industrial follows the code.
      'La phase 1 échappe au code en tant que service de recherche et développement (article L. 2512-5, 2°).\n\n| Phase | Contenu |\n|---|---|\n| 1 | Étude des matériaux |\n| 2 | Outillage de production, prototypes de pré-série |',
      'Le syndicat n’invoque donc pas l’exclusion propre aux services de recherche et développement et applique le code. Le titulaire fabrique une présérie.',
      'Les prestations sont exclues du code par le 2° de l’article L. 2512-5. L’industrialisation, l’outillage et la certification n’entrent pas dans le marché.',
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. Le titulaire réalise un démonstrateur technologique.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. Ni la réalisation de prototypes de préproduction, ni l'outillage, ni l'ingénierie industrielle, ni la fabrication n'en font partie.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5, qui vise la recherche à l'exception des prototypes de préproduction, de l'outillage et de l'ingénierie industrielle.",
      "Le marché est passé en procédure adaptée. Le titulaire réalise les prototypes de préproduction et l'outillage de production.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. Le programme s'arrête avant l'industrialisation.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. Le laboratoire utilise son propre outillage et fabrique un démonstrateur.",
    ],
    limits: [
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. L'entreprise livre 4 000 boîtiers prêts à l'emploi.",
    ],
  },
  *check(piece) {
    for (const { sentence, doubt } of excludedIndustry(piece))
      yield { at: sentence.span, message: 'industriel', doubt };
  },
});
