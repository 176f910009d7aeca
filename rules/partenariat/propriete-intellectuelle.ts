import { insertClause } from '../clauses/insertion.ts';
import { dealsWithRights, followsPartenariat, partenariatPlace } from '../facts/partenariat/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const head = { procedure: 'partenariat-innovation' };
const gains = 'Le partenaire cède à l';

export default defineRule({
  id: 'partenariat/propriete-intellectuelle',
  title: "Partage des droits absent du partenariat d'innovation",
  level: 'error',
  pieces: ['rc', 'cctp', 'ccap'],
  dossier: true,
  absence: true,
  why: `Le partenariat d'innovation doit prévoir comment se répartissent les droits sur les résultats. Protéger le secret des offres pendant la
négociation n'y suffit pas : la question est de savoir qui possède et qui utilise ce que le partenariat aura produit.`,
  sources: [guide('II.C.2', 23), ccp('R2172-25')],
  messages: {
    absente:
      'Aucune pièce ne répartit la propriété intellectuelle des résultats du partenariat.\nLes clauses d’un partenariat d’innovation doivent en répartir les droits. Ajouter un article qui dit ce que l’acheteur acquiert et ce que le partenaire garde.',
  },
  examples: {
    bad: [
      {
        text: '# ⟦Règlement⟧\n\n| Site | Propriétaire |\n|---|---|\n| Station de pompage | Syndicat |\n\nLe logiciel est installé dans les locaux dont la ville est propriétaire.',
        head,
        fixed: { gains },
      },
      {
        text: '# ⟦Règlement⟧\n\nPhase 1 : recherche et développement. Phase 2 : acquisition des licences.',
        head,
        fixed: { gains },
      },
      {
        text: "⟦La procédure suivie est le partenariat d'innovation.⟧ La négociation est confidentielle : les droits de propriété intellectuelle de chaque candidat sont protégés.",
        fixed: { gains },
      },
      {
        text: '# ⟦Règlement⟧\n\nLe partenaire mène les recherches. Il garde le secret sur les informations reçues.',
        head,
        fixed: { gains },
      },
    ],
    good: [
      {
        text: '| Élément | Titulaire des droits |\n|---|---|\n| Moteur développé | Université et partenaire |\n| Briques antérieures | Partenaire |',
        head,
      },
      {
        text: 'Inventions et logiciels nés de la recherche : appartenance au syndicat, qui en dépose les titres.',
        head,
      },
      {
        text: "Les droits de propriété intellectuelle sur les résultats sont partagés entre l'acheteur et le partenaire.",
        head,
      },
      {
        text: 'Le contrat comporte deux phases.',
        head,
        files: { 'ccap.md': "# CCAP\n\nLe partenaire concède à l'acheteur le droit d'utiliser les résultats." },
      },
      {
        text: 'Le contrat comporte deux phases.',
        head,
        files: { 'ccap.md': '# CCAP\n\n## Résultats\n\nLes articles 43 à 46 du CCAG-TIC s’appliquent aux résultats.' },
      },
      { text: 'Les brevets restent la propriété du partenaire, qui verse une redevance.', head },
      "La procédure suivie est l'appel d'offres ouvert.",
    ],
    limits: [],
  },
  *check(piece) {
    const followed = followsPartenariat(piece);
    if (!followed || dealsWithRights(piece)) return;
    const fixes = [
      insertClause(piece, 'partenariat-propriete-intellectuelle', {
        heading: 'Propriété intellectuelle',
        title: 'Ajouter une clause sur les droits',
      }),
    ];
    yield { at: partenariatPlace(piece), message: 'absente', doubt: followed.doubt, fixes };
  },
});
