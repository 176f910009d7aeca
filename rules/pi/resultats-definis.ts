import { completeCession } from '../clauses/cession.ts';
import { markedBody } from '../clauses/insertion.ts';
import { droitsDuDossier, namesBareResults, saidInDossier } from '../facts/pi/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'pi/resultats-definis',
  title: 'Résultats cédés ou concédés sans être définis',
  level: 'warning',
  pieces: ['ccap', 'cctp'],
  dossier: true,
  absence: true,
  why: `Une clause de cession ou de concession vaut pour les résultats que le marché définit. Sans définition, on discutera de savoir si les
spécifications, les maquettes, le code source ou la documentation en sont.`,
  sources: [guide('III.C.1', 27), ccag('tic', '43.1'), ccag('pi', '32.1')],
  messages: {
    indefinis:
      'Des droits sont accordés sur « les résultats » et rien ne dit ce qu’ils sont.\nAucune pièce ne les définit. Ajouter une définition : logiciels, spécifications, maquettes, bases de données, documentation, études, par exemple.',
  },
  silencedBy: [{ rule: 'pi/clause-absente', where: 'consultation' }],
  examples: {
    bad: [
      {
        text: '## 9\n\n⟦Les productions de l’équipe sont cédées à l’université, qui peut les reproduire et les adapter.⟧',
        fixed: { gains: 'Sont des résultats' },
      },
      {
        text: '## 9\n\n⟦Tout le fruit de votre mission est cédé à la ville, avec le droit de le reproduire.⟧',
        fixed: { gains: 'Sont des résultats' },
      },
      {
        text: "## 9. Droits\n\n⟦Le titulaire cède à l'acheteur les droits de reproduction sur les résultats.⟧ L'acheteur peut modifier les plans qui constituent des résultats.",
        fixed: { gains: 'Sont des résultats, livrés ou non' },
      },
      {
        text: "## 9. Droits\n\n⟦Le titulaire cède à l'acheteur les droits de reproduction sur les résultats.⟧",
        fixed: { gains: 'Sont des résultats, livrés ou non' },
      },
      {
        text: "## 9. Droits\n\n⟦L'acheteur bénéficie d'un droit d'utilisation non exclusif des résultats.⟧ Les résultats sont remis à l'acheteur.",
        fixed: { gains: 'éléments de conception' },
      },
      {
        text: "## 9. Droits\n\n⟦Le titulaire cède à l'acheteur les droits de reproduction sur les résultats.⟧ Il s'agit d'une cession exclusive des droits sur ce logiciel.",
        fixed: { gains: 'Sont des résultats, livrés ou non' },
      },
      {
        text: "## 9\n\n9.1. Résultats. Le titulaire livre le logiciel sous huit jours.\n\n⟦9.2. Le titulaire cède à l'acheteur les droits de reproduction sur les résultats.⟧",
        fixed: { gains: 'éléments de conception' },
      },
    ],
    good: [
      'Le titulaire concède à la caisse, pour la France et vingt ans, le droit de reproduire ce qu’il lui remet, c’est-à-dire les relevés et la carte sonore.',
      "## 9\n\n9.1. Résultats. Il s'agit du site, de son code et de sa documentation.\n\n9.2. Le titulaire cède à l'acheteur les droits de reproduction sur les résultats.",
      "## 9\n\n9.1. Résultats. Le logiciel et ses supports de formation.\n\n9.2. Le titulaire cède à l'acheteur les droits de reproduction sur les résultats.",
      "### 9.1 Résultats\n\nCe sont les études et les plans.\n\n### 9.2 Cession\n\nLe titulaire cède à l'acheteur les droits de reproduction sur les résultats.",
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction sur les résultats. Ceux-ci comprennent le film et ses rushes.",

      "Le titulaire cède à l'acheteur les droits de reproduction sur les résultats du marché, à savoir le film et ses rushes.",
      "## 9\n\n9.1 Résultats : le simulateur et sa documentation.\n\n9.2 Le titulaire cède à l'acheteur les droits de reproduction sur les résultats.",
      "Le livre, son manuscrit et ses notes sont les résultats. L'auteur cède à la Caisse le droit de reproduire les résultats.",
      "## 9\n\nLes résultats comprennent les études et les plans. Le titulaire cède à l'acheteur les droits de reproduction sur les résultats.",
      "## 9\n\nSont considérés comme résultats tous les éléments livrés. Le titulaire concède à l'acheteur le droit d'utiliser les résultats.",
      "## 7\n\n7.1 Sont des « résultats » les algorithmes et les modèles entraînés.\n\n7.2 Le titulaire concède à l'acheteur le droit de reproduire les résultats.",
      "Le titulaire cède à l'acheteur les droits de reproduction sur le logiciel de gestion.",
      {
        text: "Le titulaire cède à l'acheteur ses droits sur les résultats.",
        files: { 'cctp.md': '# CCTP\n\n## Définition des résultats\n\nLe logiciel et sa documentation.' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const granted = droitsDuDossier(piece).filter(
      ({ clause: c }) => !c.prior && !c.standard && namesBareResults(c.sentence),
    );
    if (granted.length === 0 || saidInDossier(piece, 'resultats')) return;
    const own = granted.find((g) => g.piece === piece);
    const at = own?.clause.sentence.span ?? piece.draft.title?.span ?? TOP;
    yield {
      at,
      message: 'indefinis',
      doubt: (own ?? granted[0])?.clause.doubt,
      fixes: [completeCession(piece, at, 'resultats', markedBody('pi-resultats-definition'), 'Définir les résultats')],
    };
  },
});
