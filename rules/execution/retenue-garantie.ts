import { isPublicContract, retenues } from '../facts/execution/index.ts';
import { objetDe, statutDe } from '../facts/piece/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import { threshold } from '../law/law.ts';

/** The State, or a body of its own of that size: a national fund of social security. */
const isOfState = (piece: Piece): boolean => {
  const { acheteur } = objetDe(piece);
  return acheteur === 'etat' || (acheteur === 'organisme-securite-sociale' && statutDe(piece) === 'public');
};

export default defineRule({
  id: 'execution/retenue-garantie',
  title: 'Retenue de garantie au-dessus du plafond',
  level: 'error',
  pieces: ['ccap'],
  why: `La retenue de garantie ne dépasse pas 5 % du montant du marché, et 3 % lorsque le titulaire d'un marché de l'État ou d'un grand organisme public
est une petite ou moyenne entreprise. Au-dessus, la clause est irrégulière et pèse sur la trésorerie du titulaire.`,
  sources: [ccp('R2191-33')],
  messages: {
    plafond:
      'La retenue de garantie de {taux} % dépasse le plafond de {max} %.\nCe plafond est celui de l’article R2191-33. La ramener à {max} % au plus.',
    pme: 'La retenue de garantie de {taux} % s’applique aussi aux petites et moyennes entreprises.\nL’État et ses grands établissements ne peuvent retenir pour elles plus de {max} % (article R2191-33). La ramener à {max} %, ou prévoir ce taux pour elles.',
  },
  examples: {
    bad: [
      {
        text: 'Sur chaque somme due au titulaire, la Caisse conserve par-devers elle ⟦6 %⟧, qu’elle libère un mois après la fin de la période de garantie.',
        fixed: { gains: '5 %' },
      },
      {
        text: 'Caisse nationale des allocations familiales\n\n## Retenue de garantie\n\nUne retenue de garantie de ⟦5 %⟧ est faite sur tout acompte, que le titulaire soit ou non une PME.',
        fixed: { gains: 'garantie de 3 %' },
      },
      {
        text: 'Sur chaque facture de pose, ⟦un dixième⟧ est mis de côté pendant un an, pour le cas où des défauts apparaîtraient.',
        fixed: { gains: '5 % est mis de côté' },
      },
      {
        text: '## Retenue de garantie\n\nSon taux est de ⟦4 %⟧, même si le titulaire est une PME.',
        head: { acheteur: 'etat' },
        fixed: '## Retenue de garantie\n\nSon taux est de 3 %, même si le titulaire est une PME.',
      },
      {
        text: '## 5. Retenue\n\nTaux : 5 %, porté à ⟦8 %⟧ si la réception est prononcée avec réserves.',
        fixed: '## 5. Retenue\n\nTaux : 5 %, porté à 5 % si la réception est prononcée avec réserves.',
      },
      {
        text: '## 9. Retenue de garantie\n\nLe taux, de 10 % au marché précédent, est ramené à ⟦8 %⟧.',
        fixed: '## 9. Retenue de garantie\n\nLe taux, de 10 % au marché précédent, est ramené à 5 %.',
      },
      {
        text: '## 6. Retenue\n\nTaux : ⟦7 %⟧\n\nObjet : couvrir les réserves émises à la réception',
        fixed: '## 6. Retenue\n\nTaux : 5 %\n\nObjet : couvrir les réserves émises à la réception',
      },
      {
        text: 'À chaque situation, nous gardons ⟦huit centièmes⟧ de la somme due, afin de couvrir les défauts relevés à la réception.',
        fixed:
          'À chaque situation, nous gardons 5 % de la somme due, afin de couvrir les défauts relevés à la réception.',
      },
      {
        text: 'Une fraction de ⟦huit pour cent⟧ de chaque acompte demeure entre les mains de la région jusqu’à la levée des réserves.',
        fixed:
          'Une fraction de 5 % de chaque acompte demeure entre les mains de la région jusqu’à la levée des réserves.',
      },
      {
        text: 'Le marché n’est pas conclu au titre de l’exclusion de l’article L. 2512-5 (2°). ⟦8 %⟧ de chaque acompte restent bloqués jusqu’à la réception.',
        fixed:
          'Le marché n’est pas conclu au titre de l’exclusion de l’article L. 2512-5 (2°). 5 % de chaque acompte restent bloqués jusqu’à la réception.',
      },
      {
        text: '## Retenue de garantie\n\n| Entreprise | Taux retenu |\n|---|---|\n| Autre entreprise | 5 % |\n| PME | ⟦5 %⟧ |\n',
        head: { acheteur: 'etat' },
        fixed:
          '## Retenue de garantie\n\n| Entreprise | Taux retenu |\n|---|---|\n| Autre entreprise | 5 % |\n| PME | 3 % |\n',
      },
      {
        text: 'De chaque situation, ⟦un dixième⟧ est mis de côté afin de réparer les malfaçons qui se révéleraient.',
        fixed: 'De chaque situation, 5 % est mis de côté afin de réparer les malfaçons qui se révéleraient.',
      },
      {
        text: 'Le comptable garde ⟦8 %⟧ de chaque acompte, que la commune libère un an après la réception.',
        fixed: 'Le comptable garde 5 % de chaque acompte, que la commune libère un an après la réception.',
      },
      {
        text: 'Une retenue de garantie de **⟦7 %⟧** est prélevée sur chaque acompte.',
        fixed: 'Une retenue de garantie de **5 %** est prélevée sur chaque acompte.',
      },
      {
        text: 'Il est retenu sur chaque acompte, à titre de garantie, ⟦huit pour cent⟧ de son montant.',
        fixed: 'Il est retenu sur chaque acompte, à titre de garantie, 5 % de son montant.',
      },
      {
        text: 'Une retenue de garantie de ⟦5 %⟧ est opérée, que le titulaire soit ou non une petite ou moyenne entreprise.',
        head: { acheteur: 'etat' },
        fixed:
          'Une retenue de garantie de 3 % est opérée, que le titulaire soit ou non une petite ou moyenne entreprise.',
      },
      {
        text: '## Retenue de garantie\n\nElle est constituée sur chaque situation. Son taux est de ⟦10 %⟧.',
        fixed: '## Retenue de garantie\n\nElle est constituée sur chaque situation. Son taux est de 5 %.',
      },
      {
        text: 'Une retenue de garantie de ⟦5 %⟧ est prélevée sur chaque acompte.',
        head: { acheteur: 'etat' },
        fixed: 'Une retenue de garantie de 3 % est prélevée sur chaque acompte.',
      },
      {
        text: "Sur chaque situation, l'office conserve ⟦12 %⟧ du montant. Il les restitue à la levée des réserves.",
        fixed: "Sur chaque situation, l'office conserve 5 % du montant. Il les restitue à la levée des réserves.",
      },
      {
        text: "Le syndicat conserve ⟦8 %⟧ de chaque acompte jusqu'à la levée de toutes les réserves.",
        fixed: "Le syndicat conserve 5 % de chaque acompte jusqu'à la levée de toutes les réserves.",
      },
      {
        text: 'La région garde par-devers elle ⟦sept centièmes⟧ de chaque acompte.',
        fixed: 'La région garde par-devers elle 5 % de chaque acompte.',
      },
      {
        text: "⟦Un dixième⟧ de chaque paiement est mis de côté ; l'entreprise peut y substituer une caution.",
        fixed: "5 % de chaque paiement est mis de côté ; l'entreprise peut y substituer une caution.",
      },
      // The rate of small firms that stands near is of the advance.
      {
        text: '## Avance et retenue\n\nL’avance est de 10 %, portée à 20 % lorsque le titulaire est une petite ou moyenne entreprise.\n\nUne retenue de garantie de ⟦5 %⟧ est opérée sur chaque acompte.',
        head: { acheteur: 'etat' },
        fixed:
          '## Avance et retenue\n\nL’avance est de 10 %, portée à 20 % lorsque le titulaire est une petite ou moyenne entreprise.\n\nUne retenue de garantie de 3 % est opérée sur chaque acompte.',
      },
      {
        text: 'Une retenue de garantie de ⟦5 %⟧ est opérée, sans distinguer selon la taille ou la qualité du titulaire.',
        head: { acheteur: 'etat' },
        fixed: 'Une retenue de garantie de 3 % est opérée, sans distinguer selon la taille ou la qualité du titulaire.',
      },
    ],
    good: [
      'Caisse primaire d’assurance maladie de Valmer\n\n## Retenue de garantie\n\nUne retenue de garantie de 5 % est faite sur tout acompte, que le titulaire soit ou non une PME.',
      '| Retenue de garantie | 5 % (3 % PME) |\n|---|---|\n| Avance | 10 % |',
      'Une retenue de garantie de 5 % (3 % pour une PME) est prélevée sur chaque acompte.',
      '## 5. Retenue\n\nTaux : 3 %, porté à 5 % si la réception est prononcée avec réserves.',
      'Une retenue de garantie est appliquée ; la somme des pénalités peut atteindre 10 % du montant du lot.',
      '## 9. Retenue de garantie\n\nPar acompte : 4 %. Le taux de 8 % retenu au précédent marché n’est pas repris.',
      '## 6. Retenue\n\nTaux : 7 %\n\nUne place sur trois est retenue pour les groupes.',
      {
        text: '## Avance et retenue\n\nUne avance de 10 % est versée, de 20 % si le titulaire est une PME.\n\nUne retenue de garantie de 5 % est opérée sur chaque acompte.\n\nPour une PME, ce taux est de 3 %.',
        head: { acheteur: 'etat' },
      },
      {
        text: 'Une retenue de garantie de 3 % est opérée, sans distinguer selon la taille du titulaire.',
        head: { acheteur: 'etat' },
      },
      'Le prix de chaque acompte reste bloqué 30 jours ; 8 % du montant sont une remise.',
      'Aucune retenue de garantie n’est pratiquée. Une somme égale à 10 % d’un bon de commande peut demeurer impayée tant que les réserves concernent des prestations non faites : elle correspond au prix de celles-ci.',
      'Les phases donnent lieu à un acompte à chaque point franchi : 40 % du prix au premier, 60 % au second.\n\n| Échéance | Part |\n|---|---|\n| Entretien, par trimestre échu | 20 % |',
      '## Avance et retenue de garantie\n\nLe titulaire reçoit une avance. Son taux est de 15 % de chaque bon de commande.',
      {
        text: '## Retenue de garantie\n\n| Entreprise | Taux retenu |\n|---|---|\n| Petite ou moyenne entreprise | 3 % |\n| Autre entreprise | 5 % |\n',
        head: { acheteur: 'etat' },
      },
      'L’entreprise met de côté un dixième de chaque paiement afin de réparer les malfaçons.',
      'Sur chaque acompte, la ville conserve cinq centièmes du montant, rendus à la levée des réserves.',
      "L'avance est remboursée par prélèvement de 20 % sur chaque acompte, jusqu'à la réception.",
      "Le titulaire conserve les justificatifs de 10 % des factures jusqu'à la réception.",
      "La commune conserve les décomptes dans un rapport de 10 % d'échantillon.",
      'Le mandataire garde 8 % de chaque paiement, versés aux cotraitants à la réception.',
      'Le prix est payé à hauteur de 90 % à la livraison et de 10 % à la réception.',
      'La ville conserve 10 % des places. Le solde est payé à la réception des factures.',
      'Une réfaction de 10 % est prélevée sur la facture quand une livraison est refusée.',
      'Une retenue de garantie de 5 % est prélevée sur chaque acompte.',
      {
        text: 'La retenue de garantie est de 5 %, ramenée à 3 % si le titulaire est une PME.',
        head: { acheteur: 'etat' },
      },
      "Il n'est pas pratiqué de retenue de garantie.",
      'La retenue de garantie est de 5 %. Une avance de 10 % est versée à la notification.',
      'Une avance de 20 % est versée ; elle est garantie par une garantie à première demande.',
      'La retenue de garantie est remplacée par une caution. Les pénalités sont plafonnées à 10 %.',
      { text: 'Une retenue de garantie de 3 % est constituée sur chaque acompte.', head: { acheteur: 'etat' } },
    ],
    limits: [],
  },
  *check(piece) {
    if (!isPublicContract(piece)) return;
    const all = threshold('retenue-garantie', piece.date);
    const small = threshold('retenue-garantie/pme', piece.date);
    if (!all || !small) return;
    const ofState = isOfState(piece) ? small : undefined;
    for (const { percent, pme, at, doubt } of piece.ask(retenues)) {
      const over = percent > all.value;
      const overSme = ofState && pme !== 'distinctes' && percent > ofState.value;
      const cap = overSme && (!over || pme !== undefined) ? small : all;
      const max = cap.value;
      if (percent <= max) continue;
      yield {
        at,
        doubt,
        message: over ? 'plafond' : 'pme',
        // Nothing is said of small firms: the holder may be none.
        ...(!over && pme === undefined && { level: 'warning' as const }),
        rests: [cap],
        data: { taux: String(percent).replace('.', ','), max },
        fixes: [replace(piece, at, `${max} %`, `Écrire « ${max} % »`)],
      };
    }
  },
});
