import { lessSure } from '../facts/commun/index.ts';
import { failsByItself, isOfLot, missesBothConditions, reliesOnExclusion, signaled } from '../facts/recherche/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'recherche/exclusion-conditions',
  title: 'Exclusion de la recherche invoquée sans remplir ses conditions',
  level: 'error',
  pieces: ['rc', 'cctp', 'ccap'],
  dossier: true,
  why: `Les services de recherche et développement n'échappent au code que si l'acheteur ne les finance pas en entier, ou s'il n'acquiert pas la
propriété exclusive des résultats. S'il paie tout et garde tout, le marché passé sans les procédures du code est annulé.`,
  sources: [guide('II.C.1', 20), guide('Note', 64), ccp('L2512-5')],
  messages: {
    conditions:
      'L’exclusion des services de recherche est invoquée sans que ses conditions soient réunies.\nL’acheteur finance la totalité du programme et acquiert la propriété exclusive des résultats : aucune des deux conditions n’est remplie et le code s’applique. Partager le financement, laisser des droits au titulaire, ou suivre une procédure du code.',
  },
  examples: {
    bad: [
      // The licence is of what the firm had before.
      "⟦Ces travaux de recherche et développement échappent au code (article L. 2512-5, 2°).⟧ La région en supporte la totalité du coût. Elle est seule propriétaire des résultats.\n\n## Connaissances antérieures\n\nLe laboratoire en reste propriétaire et nous accorde un droit d'usage non exclusif.",
      // Of two lots, one meets neither condition.
      {
        text: "⟦Les deux lots, de recherche et développement, sont exclus du code par le 2° de l'article L. 2512-5.⟧\n\n## Lot 1\n\nLa région finance 50 % du programme. Chaque équipe reste propriétaire de ses résultats.\n\n## Lot 2\n\nLa région finance la totalité du programme. Elle devient seule propriétaire des résultats.",
      },
      "Le volet 1 échappe au code (article L. 2512-5, 2°) : l'acheteur supporte 60 % du coût et les entreprises restent propriétaires des résultats.\n\n⟦Le volet 2 est placé sous la même exclusion, l'acheteur en acquittant la totalité du coût et devenant l'unique propriétaire des résultats.⟧",
      {
        text: "⟦Ces services de recherche et développement sont passés en dehors du code (2° de l'article L. 2512-5).⟧",
        files: {
          'ccap.md':
            '# CCAP\n\n## Prix\n\nNous prenons en charge la totalité du coût de la recherche.\n\n## Résultats\n\nVous nous cédez tous vos droits sur les résultats ; nous en sommes seuls propriétaires.',
          'appel-a-projets.md':
            '# Appel à projets\n\nL’aide couvre au plus 70 % des dépenses du projet. La convention de subvention est signée en mai.',
        },
      },
      "Les prestations relèvent de la recherche appliquée. ⟦Elles sont exclues du code par le 2° de l'article L. 2512-5.⟧ La caisse finance la totalité du programme. Elle acquiert la propriété exclusive des résultats.",
      {
        text: "⟦Les services de recherche et développement faisant l'objet du contrat sont exclus du champ d'application du code de la commande publique.⟧",
        files: {
          'ccap.md':
            "# CCAP\n\n## Financement\n\nLe programme est entièrement financé par l'acheteur.\n\n## Résultats\n\nLes résultats appartiennent en exclusivité à l'acheteur.",
        },
      },
      {
        text: "⟦Ce marché échappe au code de la commande publique (art. L2512-5, 2°).⟧ L'Institut prend à sa charge l'intégralité des dépenses.\n\nL'Institut est seul propriétaire des résultats et des brevets.",
      },
      {
        text: "⟦Le marché est passé en application du 3° de l'article 14 de l'ordonnance n° 2015-899 du 23 juillet 2015.⟧ Les travaux sont financés à 100 % par la région.\n\nLe laboratoire cède à titre exclusif à la région l'ensemble des droits sur les résultats.",
      },
      "⟦Marché de services de recherche et développement exclu du champ du code (article L2512-5, 2°), la caisse finançant l'intégralité des travaux et acquérant la propriété exclusive de leurs résultats.⟧",
    ],
    good: [
      'Ces travaux de recherche et développement échappent au code (article L. 2512-5, 2°). La région en supporte la totalité du coût.\n\n## Connaissances antérieures et résultats\n\nLe laboratoire reste propriétaire de ses connaissances antérieures comme des résultats.',
      // What one lot pays for and what the other owns are of two contracts.
      "Les deux lots, de recherche et développement, sont exclus du code par le 2° de l'article L. 2512-5.\n\n## Lot 1\n\nLa région finance 50 % du programme. Elle devient seule propriétaire des résultats.\n\n## Lot 2\n\nLa région finance la totalité du programme. Chaque équipe reste propriétaire de ses résultats.",
      // Only the lot that meets them relies on it.
      "Le lot 1 est exclu du code par le 2° de l'article L. 2512-5.\n\n## Lot 1\n\nLa région finance 50 % du programme. Chaque équipe reste propriétaire de ses résultats.\n\n## Lot 2\n\nLa région finance la totalité du programme. Elle devient seule propriétaire des résultats.",
      "Le volet 1 échappe au code (article L. 2512-5, 2°) : l'acheteur supporte 60 % du coût et les entreprises restent propriétaires des résultats. Le volet 2 ne bénéficie pas de la même exclusion, l'acheteur en acquittant la totalité du coût et devenant l'unique propriétaire des résultats.",
      {
        text: "Ces services de recherche et développement sont passés en dehors du code (2° de l'article L. 2512-5).",
        files: {
          'ccap.md':
            '# CCAP\n\n## Prix\n\nNous prenons en charge 70 % du coût de la recherche.\n\n## Résultats\n\nNous en sommes seuls propriétaires.',
        },
      },
      "Les prestations sont des services de recherche et développement au sens du 2° de l'article L. 2512-5. La Caisse en finance la totalité ; en revanche, elle n'acquiert pas la propriété exclusive des résultats.",
      "Elles sont exclues du code par le 2° de l'article L. 2512-5. L'acheteur finance 60 % du programme, le laboratoire supporte le reste. Les résultats sont la propriété exclusive de l'acheteur.",
      "Ce marché échappe au code (article L. 2512-5, 2°). L'acheteur supporte l'intégralité du coût. Chaque équipe reste propriétaire de ses résultats et lui concède une licence non exclusive.",
      "Ce marché ne relève pas de l'exclusion prévue au 2° de l'article L. 2512-5 : l'acheteur finance la totalité du programme et acquiert la propriété exclusive des résultats.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. L'entreprise cofinance les travaux pour moitié et les résultats appartiennent à l'acheteur.",
      "Le marché est passé selon une procédure adaptée. La commune finance la totalité de l'étude et devient seule propriétaire des résultats.",
      "Elles sont exclues du code par le 2° de l'article L. 2512-5. La Caisse finance la totalité du programme et les résultats sont détenus en copropriété. Le logotype du programme est cédé à titre exclusif.",
    ],
    limits: [
      "Elles sont exclues du code par le 2° de l'article L. 2512-5. Le prix couvre les travaux. Rien de ce qui est trouvé ne reste au laboratoire.",
    ],
  },
  *check(piece) {
    const relied = reliesOnExclusion(piece);
    const alone = relied && failsByItself(piece);
    if (alone) {
      yield { at: alone.span, message: 'conditions', doubt: relied.doubt };
      return;
    }
    const missed = missesBothConditions(piece);
    const said = signaled(piece, 'exclusion').filter(({ sentence }) => isOfLot(sentence, missed?.lot));
    const first = said.find(({ doubt }) => !doubt) ?? said[0];
    if (!relied || !missed || !first) return;
    yield { at: first.sentence.span, message: 'conditions', doubt: lessSure(relied.doubt, missed.doubt) };
  },
});
