import { insertClause } from '../clauses/insertion.ts';
import { followsPartenariat, partenariatPhases, partenariatPlace } from '../facts/partenariat/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const head = { procedure: 'partenariat-innovation' };
const gains = '| 1. Recherche et développement : conception |';

export default defineRule({
  id: 'partenariat/phases',
  title: "Phases du partenariat d'innovation incomplètes",
  level: 'error',
  pieces: ['rc', 'cctp', 'ccap'],
  dossier: true,
  absence: true,
  why: `Le partenariat d'innovation enchaîne une ou plusieurs phases de recherche et développement, puis l'acquisition de ce qui en résulte. S'il
manque l'une ou l'autre, ce n'est pas un partenariat d'innovation, et la procédure est irrégulière.`,
  sources: [guide('II.C.2', 22), ccp('L2172-3'), ccp('R2172-23')],
  messages: {
    phases:
      'Le partenariat d’innovation n’a pas les deux phases qu’il doit comporter.\nL’une est de recherche et développement, l’autre d’acquisition : il manque {manque}. Décrire chaque phase, sa durée et sa rémunération.',
  },
  examples: {
    bad: [
      {
        text: '# ⟦Règlement⟧\n\n## Découpage\n\n| Repère | Nature | Durée |\n|---|---|---|\n| R1 | Recherche | 15 mois |\n| R2 | Essais en bassin, livraison du rapport | 24 mois |',
        head,
        fixed: { gains },
      },
      {
        text: "## Déroulement\n\n⟦Le partenariat comprend une étape.⟧ L'étude est menée en premier ; vient ensuite l'essai en atelier.",
        head,
        fixed: { gains },
      },
      {
        text: "## Déroulement\n\n⟦Le partenariat comprend une phase d'étude des données et une phase d'expérimentation dans deux services.⟧",
        head,
        fixed: { gains },
      },
      {
        text: '⟦Le partenariat s’exécute en deux phases de livraison.⟧\n\n| Phase | Contenu |\n|---|---|\n| Première | 40 capteurs posés |\n| Seconde | 400 capteurs posés |',
        head,
        fixed: { gains },
      },
      {
        text: "⟦La procédure suivie est le partenariat d'innovation.⟧ Le contrat dure trente mois.",
        fixed: { gains },
      },
      {
        text: '⟦Le contrat comporte une phase unique, qui va de la recherche à l’acquisition.⟧',
        head,
      },
    ],
    good: [
      {
        text: "## Découpage\n\n| Repère | Nature | Durée |\n|---|---|---|\n| R1 | Recherche, jusqu'au prototype | 15 mois |\n| R2 | Achat de 400 vannes conformes | 24 mois |",
        head,
      },
      {
        text: "Dans un premier temps, conception et essais de l'engin, neuf mois. Ensuite, si les performances sont atteintes, livraison de trois engins de série.",
        head,
      },
      'Marché de recherche, sans phasage. Ni acquisition ultérieure, ni partenariat d’innovation.',
      {
        text: "L'étude est menée en premier ; vient ensuite l'essai ; l'achat des bras articulés, enfin, clôt le contrat.",
        head,
      },
      {
        text: "Le contrat commence par la recherche et le développement d'un prototype et s'achève par l'acquisition de la solution.",
        head,
      },
      { text: "Le partenariat comprend une phase de recherche et développement, puis une phase d'acquisition.", head },
      {
        text: 'Le partenariat se déroule en trois phases :\n\n1. faisabilité ;\n2. prototype ;\n3. déploiement dans quarante agences.',
        head,
      },
      {
        text: '## Phase 1 – Conception et prototypage\n\nDix mois.\n\n## Phase 2 – Fourniture des équipements\n\nVingt mois.',
        head,
      },
      {
        text: "Le partenariat comprend deux phases de recherche. L'acquisition de la solution n'a lieu que si les performances sont atteintes.",
        head,
      },
      {
        text: 'Le règlement renvoie au cahier.',
        head,
        files: { 'ccap.md': '# CCAP\n\n| Étapes | Contenu |\n|---|---|\n| 1 | Recherche |\n| 2 | Acquisition |' },
      },
      "La procédure suivie est l'appel d'offres ouvert.",
    ],
    limits: [],
  },
  *check(piece) {
    const followed = followsPartenariat(piece);
    if (!followed) return;
    const said = piece.consultation.pieces.map((p) => p.ask(partenariatPhases));
    const research = said.some((p) => p.research);
    const acquisition = said.some((p) => p.acquisition);
    const lone = said.some((p) => p.lone);
    if (research && acquisition && !lone) return;
    const missing = [
      ...(research ? [] : ['une phase de recherche et développement']),
      ...(acquisition ? [] : ["une phase d'acquisition"]),
    ];
    const manque = missing.length > 0 ? missing.join(' et ') : 'une seconde phase';
    const at = piece.ask(partenariatPhases).first?.span ?? partenariatPlace(piece);
    const fixes = [
      insertClause(piece, 'partenariat-phases', {
        heading: 'Phases du partenariat',
        title: 'Ajouter le tableau des phases',
      }),
    ];
    yield { at, message: 'phases', data: { manque }, doubt: followed.doubt, fixes: lone ? [] : fixes };
  },
});
