import { criteres, type Grille, isPriceAlone, isStandard, opening, REFORM } from '../facts/criteres/index.ts';
import { field, replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { articleGround } from '../law/law.ts';

const lotsOf = ({ lots }: Grille): string =>
  lots.length === 0 ? '' : lots.length === 1 ? ` du lot ${lots[0]}` : ` des lots ${lots.join(', ')}`;

export default defineRule({
  id: 'criteres/prix-unique',
  title: 'Prix seul critère',
  level: 'warning',
  levels: [{ from: REFORM.date, level: 'error' }],
  pieces: ['rc'],
  why: `Juger sur le seul prix écarte les solutions qui coûtent moins à l'usage. Depuis le 21 août 2026, ce n'est plus permis : le seul critère
unique possible est le coût, calculé selon une approche globale qui tient compte de l'environnement. Avant cette date, c'était réservé
aux achats standardisés dont la qualité ne varie pas d'un opérateur à l'autre.`,
  sources: [guide('I.E', 10), ccp('L2152-7'), ccp('R2152-7')],
  messages: {
    interdit:
      'Le prix est le seul critère{lots}.\nDepuis le 21 août 2026, un critère unique ne peut être que le coût, déterminé selon une approche globale qui prend en compte les caractéristiques environnementales de l’offre. Ajouter un critère environnemental, ou juger sur ce coût global.',
    deconseille:
      'Le prix est le seul critère{lots}.\nCe n’est admis que pour des fournitures ou services standardisés dont la qualité ne varie pas. Ajouter au moins un critère de qualité, ou expliquer en quoi l’achat est standardisé.',
    cout: 'Le coût est le seul critère{lots} sans que l’environnement y entre.\nDepuis le 21 août 2026, un critère unique de coût suppose une approche globale qui prend en compte les caractéristiques environnementales de l’offre. Dire quels coûts environnementaux sont comptés.',
  },
  examples: {
    bad: [
      { text: '## Choix\n\n⟦La commission retient le projet qui coûte le moins.⟧', fixed: { gains: 'deux critères' } },
      { text: '## Notre critère\n\n⟦Un seul : le prix du repas.⟧', fixed: { gains: 'deux critères' } },
      {
        text: '⟦Seul le prix est pris en considération.⟧',
        fixed: { gains: 'deux critères pondérés' },
      },
      {
        text: '⟦Le lot 3 est attribué au candidat qui propose le prix le plus bas.⟧',
        fixed: { gains: 'Les offres du lot 3 sont jugées' },
      },
      { text: "⟦Le critère unique d'attribution est le prix.⟧", fixed: { gains: 'performance environnementale' } },
      {
        text: '⟦Le marché sera attribué au moins-disant.⟧',
        head: { date: '2026-03-01' },
        fixed: { gains: 'performance environnementale' },
      },
      { text: '⟦Les offres sont classées uniquement en fonction du prix.⟧', fixed: { gains: 'deux critères' } },
      '| Critère | Pondération |\n|---|---|\n⟦| Prix | 100 % |⟧\n',
      { text: '⟦Le critère unique est le coût global de possession.⟧', fixed: { gains: 'deux critères' } },
      '## Critères\n\n### Grille A\n\n| Critère | Poids | Appréciation |\n|---|---|---|\n| Prix | 60 % | montant |\n| Environnement | 40 % | émissions |\n\n### Grille B\n\n| Critère | Poids | Appréciation |\n|---|---|---|\n⟦| Prix | 100 % | panier type |⟧\n',
    ],
    good: [
      '## Notre critère\n\nUn seul : le coût complet du four sur dix ans, achat, électricité, recyclage et tonnes de CO2 comprises.',
      '# Règlement de la consultation\n\n## Retour d’expérience\n\nEn 2022, le marché avait été attribué sur le prix uniquement.\n\n## Critères\n\n- Prix : 50 %\n- Délai : 50 %\n',
      '## Jugement des offres\n\nLa note de prix est égale au poids du critère multiplié par le rapport de l’offre la moins-disante à l’offre jugée.',
      '## Critères\n\n### Grille A\n\n| Critère | Poids | Appréciation |\n|---|---|---|\n| Prix | 60 % | montant |\n| Environnement | 40 % | émissions |\n\n### Grille du prix\n\n| Critère | Poids | Appréciation |\n|---|---|---|\n| Prix | 100 % | panier type |\n',
      '## Critères\n\n### Grille A\n\n| Critère | Poids | Appréciation |\n|---|---|---|\n| Prix | 60 % | montant |\n| Environnement | 40 % | émissions |\n\n### Grille de détail\n\n| Sous-critère | Poids |\n|---|---|\n| Prix du panier | 100 % |\n',
      'Les offres sont jugées sur le prix (60 %) et la valeur technique (40 %).',
      "Le critère unique est le coût global, calculé sur le cycle de vie : prix d'achat, énergie consommée et émissions de gaz à effet de serre.",
      {
        text: "Les rames de papier sont des fournitures standardisées dont la qualité ne varie pas d'un fournisseur à l'autre. Le prix est donc le seul critère d'attribution.",
        head: { date: '2026-03-01' },
      },
      "Les offres sont jugées sur le prix (60 %) et la qualité (40 %). En cas d'égalité, l'offre dont le prix est le plus bas est retenue.",
      "Les offres sont jugées sur le prix (60 %) et la qualité (40 %). L'offre dont le prix est le plus bas obtient la note maximale.",
      'Le prix n’est pas le seul critère : la qualité compte pour moitié.',
      'Seul le montant porté à l’acte d’engagement fait foi. Seul le prix en euros est pris en compte.',
      { text: 'Le critère unique est le coût global de possession.', head: { date: '2026-03-01' } },
    ],
    limits: [],
  },
  *check(piece) {
    for (const grille of piece.ask(criteres).grilles) {
      if (grille.subsequent || !isPriceAlone(grille, piece.date)) continue;
      const after = piece.date >= REFORM.date;
      if (!after && isStandard(piece, grille)) continue;
      const lots = lotsOf(grille);
      const forbidden = grille.criteria[0]?.subjects.includes('cout-global') ? 'cout' : 'interdit';
      const text = `Les offres${lots} sont jugées selon deux critères pondérés : le prix (70 %) et la performance environnementale (30 %), appréciée d'après ${field('mesures liées à l’objet du marché')}.`;
      const fixes =
        grille.place === 'sentence' ? [replace(piece, grille.at, text, 'Remplacer par deux critères pondérés')] : [];
      const at = opening(grille);
      yield {
        at,
        message: after ? forbidden : 'deconseille',
        data: { lots },
        doubt: grille.doubt,
        rests: [after ? REFORM : articleGround('ccp', 'R2152-7')],
        fixes,
      };
    }
  },
});
