import { clauseText } from '../clauses/clauses.ts';
import { followsPartenariat, partenariatPlace, saidOfPartenariat } from '../facts/partenariat/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const head = { procedure: 'partenariat-innovation' };
const gains = 'Aucune solution disponible sur le marché ne répond au besoin.';

export default defineRule({
  id: 'partenariat/besoin-non-couvert',
  title: 'Absence de solution sur le marché non affirmée',
  level: 'warning',
  pieces: ['rc', 'cctp'],
  dossier: true,
  absence: true,
  why: `Le partenariat d'innovation n'est ouvert que si aucun produit, service ou ouvrage disponible sur le marché ne répond au besoin. Un concurrent
qui vend une telle solution obtiendrait l'annulation de la procédure.`,
  sources: [guide('II.C.2', 22), ccp('L2172-3')],
  messages: {
    besoin:
      'Rien ne dit qu’aucune solution disponible sur le marché ne répond au besoin.\nLe partenariat d’innovation le suppose. L’écrire, avec la vérification faite (sourçage, veille) et ce qui manque aux solutions existantes.',
  },
  examples: {
    bad: [
      {
        text: "# ⟦Règlement⟧\n\nLe marché n'est pas alloti. Les variantes ne sont pas disponibles au profil.",
        head,
        fixed: { gains },
      },
      {
        text: "⟦La procédure suivie est le partenariat d'innovation.⟧ L'outil annonce les arrivées à six heures.",
        fixed: { gains },
      },
      {
        text: '# ⟦Règlement⟧\n\nLes solutions disponibles sur le marché ont été étudiées. Le CHU attend un outil performant.',
        head,
        fixed: { gains },
      },
    ],
    good: [
      {
        text: "Rien de ce qui se vend aujourd'hui n'y parvient : les caméras du commerce ne voient que le feu de surface.",
        head,
      },
      { text: "Le marché n'offre à ce jour rien qui réponde au besoin.", head },
      { text: 'Les offres actuelles des éditeurs sont insuffisantes pour couvrir le besoin.', head },
      { text: "Un tel système n'existe pas sur le marché ; le sourçage l'a confirmé.", head },
      { text: 'Aucune solution disponible sur le marché ne répond au besoin.', head },
      { text: "Il n'existe pas, à ce jour, de produit commercialisé qui détecte les chutes sans caméra.", head },
      {
        text: "Ce besoin ne peut être satisfait par l'acquisition de produits, services ou travaux déjà disponibles sur le marché.",
        head,
      },
      {
        text: 'Le besoin est décrit au CCTP.',
        head,
        files: {
          'cctp.md': '# CCTP\n\nLes produits du commerce ne permettent pas de localiser une fuite sur du polyéthylène.',
        },
      },
      { text: 'Le sourçage a montré que le marché n’offre aucun équipement de ce type.', head },
      'La procédure suivie est la procédure adaptée.',
    ],
    limits: [],
  },
  *check(piece) {
    const followed = followsPartenariat(piece);
    if (!followed || saidOfPartenariat(piece, 'besoin')) return;
    const at = partenariatPlace(piece);
    const fixes = [
      insertBlockAfter(piece, at, clauseText('partenariat-besoin-non-couvert'), "Affirmer l'absence de solution"),
    ];
    yield { at, message: 'besoin', doubt: followed.doubt, fixes };
  },
});
