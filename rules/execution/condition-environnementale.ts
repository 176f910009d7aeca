import { insertClause } from '../clauses/insertion.ts';
import { conditionsOf, isPublicContract } from '../facts/execution/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, ccp } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';
import { datedRules } from '../law/law.ts';

const gains = "Pendant toute l'exécution, le titulaire respecte l'obligation environnementale suivante";

export default defineRule({
  id: 'execution/condition-environnementale',
  title: "Aucune condition d'exécution environnementale",
  level: 'error',
  since: datedRules.environmentalCondition.date,
  pieces: ['ccap', 'cctp', 'programme-fonctionnel'],
  dossier: true,
  absence: true,
  why: `Depuis le 22 août 2026, les conditions d'exécution de tout marché prennent en compte l'environnement. Un critère d'attribution n'y suffit pas :
il compare les offres, mais n'oblige le titulaire à rien une fois le marché signé.`,
  sources: [ccp('L2112-2'), ccag('tic', '16.2')],
  messages: {
    absente:
      'Aucune pièce n’impose au titulaire de condition relative à l’environnement.\nCette condition d’exécution est obligatoire depuis le 22 août 2026 (article L2112-2). Un critère d’attribution n’en tient pas lieu. Ajouter une obligation vérifiable et liée à l’objet du marché.',
  },
  examples: {
    bad: [
      {
        text: "# ⟦CCAP⟧\n\n## Calendrier\n\nLa caisse repousse la date limite de remise des livrables et en avertit le titulaire. L'étude ne peut être réutilisée par le titulaire hors du marché.",
        fixed: { gains },
      },
      // « Le cahier des charges » alone may be the very piece.
      { text: '# ⟦CCAP⟧\n\nLe titulaire exécute le cahier des charges en trente jours.', fixed: { gains } },
      { text: "# ⟦CCAP⟧\n\nLes cartons vides sont aujourd'hui collectés par la commune.", fixed: { gains } },
      {
        text: "# ⟦Cahier des clauses administratives particulières⟧\n\nLe titulaire livre l'application.",
        fixed: { gains },
      },
      {
        text: "# ⟦CCAP⟧\n\n## Environnement technique\n\nLes postes fonctionnent sous Windows. Le titulaire s'y adapte.",
        files: {
          'rc.md':
            '# Règlement de la consultation\n\nCritère : performance environnementale, 10 %. Le candidat décrit ses véhicules électriques.',
        },
        fixed: { gains },
      },
      {
        text: "# ⟦CCAP⟧\n\n## Environnement\n\nAucune condition relative à l'environnement n'est prévue.",
        fixed: { gains },
      },
      {
        text: '# ⟦CCTP⟧\n\nLes sondes sont posées en soixante jours.',
        head: { piece: 'cctp' },
        files: {
          'ae.md':
            "# Acte d'engagement\n\nLe cahier des clauses administratives générales applicable est celui des fournitures et services. Le cahier des clauses techniques générales ne s'applique pas.",
        },
        fixed: { gains },
      },
    ],
    good: [
      {
        text: '# CCAP\n\nLes bancs sont posés en trente jours.',
        files: {
          'ae.md': "# Acte d'engagement\n\nPièces du marché :\n\n- le CCAP ;\n- le cahier des charges des travaux ;",
        },
      },
      {
        text: '# CCAP',
        files: {
          'cctp.md':
            '# CCTP\n\n| Secteur | Moyen |\n|---|---|\n| Centre | Camionnette électrique |\n| Bourgs | Véhicule Crit’Air 1 |\n',
        },
      },
      '# CCAP\n\nLes bidons, consignés, sont repris vides et remplis de nouveau.',
      '# CCAP\n\nAucun fourgon n’émet plus de 90 g de CO2 par kilomètre.',
      '# CCAP\n\nLes colis voyagent dans une camionnette électrique.',
      '# CCAP\n\nVous réemployez, pour au moins la moitié de leur masse, des éléments d’abris déposés que nous vous donnons.',
      {
        text: '# CCTP\n\nLes sondes sont posées en soixante jours.',
        head: { piece: 'cctp' },
        files: { 'ae.md': "# Acte d'engagement\n\nLe cahier des clauses administratives particulières s'applique." },
      },
      '# CCAP\n\n## Environnement\n\nLes réunions se tiennent à distance.',
      '# CCAP\n\nLe titulaire reprend les équipements usagés et les remet à un éco-organisme.',
      {
        text: '# CCAP\n\nLe titulaire livre les bornes.',
        files: { 'cctp.md': '# CCTP\n\n| N° | Exigence |\n|---|---|\n| 7 | Les emballages doivent être recyclables |' },
      },
      { text: "# CCAP\n\nLe titulaire livre l'application.", head: { date: '2026-08-01' } },
      "# CCAP\n\nLes prestations sont exclues du code par le 2° de l'article L. 2512-5. L'acheteur finance la moitié du programme.",
      '# CCAP\n\nLes livraisons sont effectuées par le titulaire au moyen de véhicules à faibles émissions.',
      "# CCAP\n\n## 8. Développement durable\n\nLe titulaire s'engage dans une démarche de progrès et remet un bilan annuel.",
      '# CCAP\n\nARTICLE 10 — RÉSULTATS ET DONNÉES\n\nLes mesures sont restituées.\n\nARTICLE 14 — CLAUSE ENVIRONNEMENTALE. Capteurs repris, réparés ou recyclés ; bilan annuel des masses.',
      '# CCAP\n\nLe titulaire rend compte chaque semestre de l’empreinte de l’application, mesurée selon le RGESN.',
      '# CCAP\n\nLe titulaire assure le tri et l’évacuation de ses déchets.',
    ],
    limits: [],
  },
  *check(piece) {
    if (!isPublicContract(piece) || conditionsOf(piece).environnement) return;
    const fixes = [
      insertClause(piece, 'execution-environnement', {
        heading: "Condition d'exécution environnementale",
        title: "Ajouter une condition d'exécution environnementale",
      }),
    ];
    yield { at: piece.draft.title?.span ?? TOP, message: 'absente', rests: [datedRules.environmentalCondition], fixes };
  },
});
