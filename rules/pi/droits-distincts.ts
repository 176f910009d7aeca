import { completeCession } from '../clauses/cession.ts';
import { clauseText } from '../clauses/clauses.ts';
import { assignments, LIMITS } from '../facts/pi/index.ts';
import { defineRule } from '../kit/rule.ts';
import { cpi, guide } from '../kit/source.ts';

/** The rights of the complete assignment of the clause library, as a list. */
const RIGHTS = (clauseText('pi-cession-sans-ccag').match(/^\d+\. .*/gm) ?? []).map((line) =>
  line.replace(/^\d+\./, '-'),
);
const LIST = `Les droits cédés sont les suivants :\n\n${RIGHTS.join('\n')}`;

export default defineRule({
  id: 'pi/droits-distincts',
  title: 'Cession qui ne nomme pas chacun des droits cédés',
  level: 'error',
  pieces: ['cctp', 'ccap', 'rc', 'reglement-concours', 'ae'],
  why: `L'article L131-3 du code de la propriété intellectuelle veut que chacun des droits cédés fasse l'objet d'une mention distincte dans
l'acte de cession. Une cession de « tous les droits » ou « des droits de propriété intellectuelle » n'en nomme aucun : l'auteur peut en demander la nullité, et
l'acheteur ne plus pouvoir reproduire, modifier ou diffuser ce qu'il a payé.`,
  sources: [guide('III.A', 25), cpi('L131-3'), cpi('L122-7')],
  messages: {
    aucun:
      'Cette cession ne nomme aucun des droits cédés.\nChacun doit faire l’objet d’une mention distincte (article L131-3 du CPI), faute de quoi l’auteur peut en demander la nullité. Énumérer les droits : reproduction, représentation, adaptation, traduction, distribution, selon le besoin.',
  },
  examples: {
    bad: [
      {
        text: '## 10. Dérogations au CCAG-PI\n\n⟦Par dérogation à l’article 35 du CCAG-PI, le titulaire cède à la ville l’ensemble de ses droits sur les études.⟧',
        fixed: { gains: 'reproduction' },
      },
      {
        text: '⟦Les études remises par le titulaire sont la propriété intellectuelle exclusive de la ville.⟧',
        fixed: { gains: 'reproduction' },
      },
      {
        text: '⟦Droits : cédés au parc en totalité, tout support, pour l’accueil des visiteurs, monde, dix ans, prix inclus.⟧',
        fixed: { gains: 'traduction' },
      },
      {
        text: '⟦Par le paiement, la ville se trouve substituée au cabinet dans toutes les prérogatives de l’auteur sur le guide.⟧',
        fixed: { gains: 'traduction' },
      },
      {
        text: '⟦La régie récupère la propriété intellectuelle des portraits, sur papier, pour sa communication, en Europe, dix ans.⟧',
        fixed: { gains: 'reproduction' },
      },
      {
        text: '⟦L’auteur abandonne à la ville tout ce que la loi réserve à l’auteur de tels dessins.⟧',
        fixed: { gains: 'reproduction' },
      },
      {
        text: "⟦Le prestataire cède à la Ville l'intégralité des droits patrimoniaux attachés aux créations, pour le monde entier et pour la durée légale de protection.⟧",
        fixed: { gains: 'Les droits cédés sont les suivants' },
      },
      {
        text: "⟦L'ensemble des droits de propriété intellectuelle sur les livrables est transféré à l'acheteur dès leur paiement.⟧",
        fixed: { gains: '- représentation :' },
      },
      {
        text: "## Article 9 – Droits d'auteur\n\n⟦La Métropole devient seule titulaire de tous les droits d'auteur sur les supports réalisés.⟧ Le prix de la cession est compris dans le prix du marché.",
        fixed: { gains: '- adaptation :' },
      },
      {
        text: "⟦Le règlement du prix vaut cession des droits d'auteur à la collectivité.⟧",
        fixed: { gains: '- reproduction :' },
      },
      {
        text: '⟦Les équipes lauréates cèdent leurs droits sur les prototypes à l’organisateur.⟧',
        head: { piece: 'reglement-concours' },
        fixed: { gains: '- distribution :' },
      },
      {
        text: '## 8. Propriété intellectuelle\n\n### 8.1 Droits cédés\n\n⟦Tous les droits sur le logiciel développé sont cédés en exclusivité au Département.⟧\n\n### 8.2 Licence\n\nLe titulaire concède au Département le droit de reproduire ses connaissances antérieures.',
        fixed: { gains: '- traduction :' },
      },
    ],
    good: [
      'Le responsable informe les personnes concernées de leurs droits d’accès et de rectification.\nDans le cas où des demandes d’exercice de ces droits lui sont adressées, le titulaire transmet ces demandes à la caisse.',
      // Told as what nobody can give.
      '## 7. Droit moral\n\nL’illustrateur et le photographe gardent le droit de voir leur nom porté sur les livrables ; ce droit sur leur création ne se cède point.',
      // The assignment is told beside the licence, and made elsewhere.
      '## 9. Connaissances antérieures\n\nLe titulaire les concède à la ville, alors que les résultats sont cédés.\n\n## 10. Résultats\n\nLe titulaire cède à la ville les droits de reproduction et d’adaptation des plans.',
      'Le titulaire cède à la ville le droit de reproduire les plans.\n\n## Récapitulatif des dérogations au CCAG-PI\n\n| Article du CCAP | Objet | Article du CCAG |\n|---|---|---|\n| Article 4 (propriété intellectuelle) | Cession exclusive des droits à la ville | 35 |',
      {
        text: 'Les pièces du dossier de consultation restent la propriété intellectuelle du maître d’ouvrage.',
        head: { piece: 'rc' },
      },
      'Le titulaire qui cède à une banque, établissement de crédit, l’ensemble de ses droits à paiement en avertit le comptable.',
      '**Objet :** réalisation d’un outil de lecture, avec cession des droits sur les développements.',
      'Le titulaire qui cède tout ou partie de ses droits à paiement notifie la cession au comptable.',
      // A price or a guarantee that mentions the rights assigns none.
      'Les prix comprennent la cession des droits de propriété intellectuelle sur les livrables.',
      '## Prix\n\nLes prix sont fermes. Ils incluent la cession des droits de propriété intellectuelle sur les créations.',
      "Le titulaire garantit l'acheteur contre tout recours d'un tiers sur les droits de propriété intellectuelle qu'il cède.",
      "Le graphiste cède à la Ville, à l'exclusion de tout autre bénéficiaire, les droits de reproduire la mascotte, de la représenter et de la décliner.",
      "## Données\n\nLes fichiers restent à la caisse. Celle-ci lui accorde un droit d'utilisation limité à l'exécution des prestations.",
      "Le titulaire cède à l'acheteur les droits de reproduction, de représentation et d'adaptation des visuels, pour le monde entier.",
      "## 5. Propriété intellectuelle\n\nLe titulaire cède à l'acheteur ses droits patrimoniaux sur les résultats.\n\nLes droits cédés comprennent :\n\n- le droit de reproduire ;\n- le droit de représenter ;\n- le droit d'adapter et de traduire.",
      '## Cession\n\nLe titulaire cède les droits suivants :\n\n| Droit | Contenu |\n|---|---|\n| Reproduction | Copier, imprimer |\n| Représentation | Communiquer au public |',
      "Le titulaire cède à titre exclusif le droit d'utiliser, de reproduire, de représenter et de modifier les résultats.",
      "L'acheteur bénéficie d'un droit d'usage non exclusif des livrables.",
      "La cession du contrat est subordonnée à l'accord préalable de l'acheteur, et la cession de créances est notifiée au comptable.",
      "Le titulaire garantit l'acheteur contre toute revendication relative aux brevets, licences et droits de propriété intellectuelle.",
      'Le CHU n’acquiert aucun droit de propriété intellectuelle sur les capteurs.',
      "Pendant la durée de l'accord-cadre, la Ville cède au titulaire le droit d'utiliser ses droits d'auteur sur le plan.",
      "Conformément à l'article 46.2.1 du CCAG-TIC, le titulaire cède à l'acheteur l'ensemble de ses droits sur les résultats.",
      "Le candidat retenu cède ses droits patrimoniaux dans les conditions fixées par l'annexe 3.",
    ],
    limits: ["Les visuels sont livrés libres de droits et l'acheteur en fait ce qu'il veut."],
  },
  *check(piece) {
    for (const clause of assignments(piece)) {
      if (clause.named) continue;
      // An option of a CCAG of 2009 lists the rights, once the contract completes it.
      if (clause.option2009 && LIMITS.every((l) => clause.bounds.has(l))) continue;
      const at = clause.sentence.span;
      yield {
        at,
        message: 'aucun',
        doubt: clause.doubt,
        fixes: [completeCession(piece, at, 'droits', LIST, 'Énumérer les droits cédés')],
      };
    }
  },
});
