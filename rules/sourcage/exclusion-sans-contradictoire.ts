import { sourcage } from '../facts/sourcage/index.ts';
import type { Passage } from '../kit/draft.ts';
import { field, replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const HEARING = `L'opérateur qui a participé à la préparation de la consultation n'est exclu que si aucun autre moyen ne rétablit l'égalité de traitement, et qu'après avoir été mis en mesure de démontrer, dans un délai de ${field('nombre de jours')}, que sa participation ne lui porte pas atteinte.`;

export default defineRule({
  id: 'sourcage/exclusion-sans-contradictoire',
  title: "Exclusion d'office d'un opérateur ayant participé à la préparation",
  level: 'error',
  pieces: ['rc'],
  why: `Avoir participé à la préparation ne suffit pas à exclure une entreprise : l'acheteur doit d'abord corriger l'avantage (informations, délais), puis, s'il en reste un, mettre
l'entreprise à même de montrer qu'elle ne fausse pas la concurrence. Une exclusion écrite d'avance est illégale.`,
  sources: [guide('I.A', 9), ccp('R2111-2'), ccp('L2141-8'), ccp('L2141-11')],
  messages: {
    office:
      'Cet opérateur est exclu d’office, sans pouvoir se défendre.\nIl ne peut être exclu qu’en dernier recours, et après avoir été mis en mesure de démontrer que sa participation à la préparation ne porte pas atteinte à l’égalité de traitement (articles R2111-2 et L2141-11).',
  },
  examples: {
    bad: [
      {
        text: '## Études\n\nLe cabinet Fluvéa a rédigé l’étude de trafic. ⟦Ayant participé à la préparation du marché, ce cabinet ne pourra pas soumissionner.⟧\n\nL’éditeur rencontré en mai serait, s’il candidatait, d’abord invité à démontrer que sa participation ne fausse pas la concurrence.',
        fixed: { gains: 'afic. L’opérateur qui a participé à la préparation de la con' },
      },
      {
        text: '## Préparation\n\nLa société Orphéa a conduit l’étude de cadrage. ⟦Orphéa ne pourra ni se porter candidate, ni intervenir comme sous-traitant.⟧ La société Mérance a relu le programme. Si Mérance se porte candidate, elle est invitée à démontrer que sa participation ne fausse pas la concurrence.',
        fixed: { gains: 'égalité' },
      },
      {
        text: 'Ne sauraient déposer un pli :\n\n- ⟦les fabricants que nos équipes ont rencontrés au printemps 2026 pour mieux connaître l’offre ;⟧\n- leurs filiales.\n',
        fixed: `Ne sauraient déposer un pli :\n\n- ${HEARING.replace(/'/g, '’')}\n- leurs filiales.\n`,
      },
      // « D'office »: what is said elsewhere of other exclusions does not make it heard.
      {
        text: '## Audit\n\nLe cabinet Sûretis a mené l’audit de sûreté des sites. ⟦Le cabinet, de même que toute société de son groupe, est d’office tenu à l’écart de la consultation, en qualité de candidat ou de sous-traitant.⟧\n\n## Examen\n\nUn opérateur qui se trouverait dans un cas d’exclusion à l’appréciation de la caisse est d’abord invité à présenter ses observations.\n',
        fixed: { gains: 'mis en mesure de démontrer' },
      },
      // Who took part is named in another section.
      {
        text: '## Définitions\n\n- « Étude préalable » : l’étude de faisabilité remise en 2026 par la société Littomètre.\n\n## Participation\n\n⟦La société Littomètre, qui en est l’auteur, ne peut, ni à titre individuel, ni comme membre d’un groupement, prendre part à la présente procédure.⟧\n',
        fixed: { gains: 'mis en mesure de démontrer' },
      },
      {
        text: '## Études\n\nL’étude de faisabilité a été confiée au bureau Orvélis.\n\n## Candidats\n\n⟦Orvélis ne peut, à aucun titre, même au sein d’un groupement, répondre à la consultation.⟧\n',
        fixed: { gains: 'mis en mesure de démontrer' },
      },
      {
        text: '## Travaux préparatoires\n\nLe bureau d’études Novelia a établi le diagnostic en 2025. ⟦Cette société est mise hors concours.⟧',
        fixed: { gains: 'en mesure' },
      },
      {
        text: '## Échanges\n\nAvoir été entendu ne donne ni avantage ni handicap : Pyrélis peut concourir dans les mêmes conditions que les autres.\n\n## Études\n\nLe cabinet Thermovia a rendu l’étude de faisabilité.\n\n⟦Parce qu’il a travaillé en amont, Thermovia n’est admis ni comme candidat, ni comme sous-traitant.⟧\n\nTout autre opérateur associé à la préparation serait d’abord invité à démontrer que cette participation ne rompt pas l’égalité.\n',
        fixed: { gains: 'mis en mesure de démontrer' },
      },
      {
        text: '## Préparation\n\n⟦La société Alto, qui a rédigé le programme, ne pourra se présenter à la consultation.⟧\n\n## Offres anormalement basses\n\nL’acheteur demande par écrit les justifications utiles avant tout rejet.\n',
        fixed: { gains: 'mis en mesure de démontrer' },
      },
      {
        text: '## Travaux préparatoires\n\nLe bureau d’études Novelia a établi le diagnostic en 2025. ⟦Novelia ne peut ni concourir, ni se joindre à un groupement.⟧',
        fixed: { gains: 'en mesure' },
      },
      {
        text: '## Travaux préparatoires\n\nLe bureau d’études Novelia a établi le diagnostic en 2025. ⟦Ni Novelia ni ses filiales ne pourront concourir.⟧',
        fixed: { gains: 'en mesure' },
      },
      {
        text: '## Travaux préparatoires\n\nLe bureau d’études Novelia a établi le diagnostic en 2025. ⟦La candidature de Novelia est irrecevable.⟧',
        fixed: { gains: 'en mesure' },
      },
      {
        text: '| Qui peut soumissionner ? | Réponse |\n|---|---|\n| Groupements | oui |\n| Cabinets ayant relu le programme | ⟦non⟧ |\n',
        fixed: { gains: 'mis en mesure de démontrer' },
      },
      {
        text: "⟦Sont exclues d'office les entreprises ayant pris part aux travaux préparatoires.⟧",
        fixed: HEARING,
      },
      {
        text: "L'étude de faisabilité a été confiée au bureau Orvélis. ⟦Cette société n'est pas admise à concourir.⟧",
        fixed: `L'étude de faisabilité a été confiée au bureau Orvélis. ${HEARING}`,
      },
      {
        text: '⟦Tout opérateur ayant participé à la préparation du marché est exclu de la procédure.⟧',
        fixed: HEARING,
      },
      {
        text: "⟦L'entreprise qui a réalisé l'étude de faisabilité ne sera pas autorisée à soumissionner, sans qu'il y ait lieu de l'entendre.⟧",
        fixed: HEARING,
      },
      {
        text: '⟦Le prestataire qui a assisté l’acheteur dans la rédaction du CCTP se voit interdire de candidater.⟧',
        fixed: HEARING.replace(/'/g, '’'),
      },
      {
        text: '## Préparation\n\nLa société Thermalys a rédigé le CCTP.\n\n⟦Son offre sera rejetée ; il en va de même des sociétés de son groupe.⟧\n',
        fixed: `## Préparation\n\nLa société Thermalys a rédigé le CCTP.\n\n${HEARING}\n`,
      },
      {
        text: '⟦Les sociétés rencontrées lors du sourçage sont exclues de la présente consultation.⟧',
        fixed: HEARING,
      },
    ],
    good: [
      // Nobody is shut out by what does not touch him.
      '## Préparation\n\nUn cabinet a dressé en 2025 un diagnostic. Il va de soi que cette règle ne frappe pas les sociétés qui, ayant travaillé pour la région à d’autres fins, n’ont eu aucune part à la préparation du contrat.',
      'Aucun dossier de consultation des entreprises en version papier ne sera fourni.',
      '## Préparation\n\nEn février, l’ingénieur a reçu une entreprise pour se faire présenter la technologie. Cette entreprise n’a pris part ni aux études, ni à la rédaction du cahier.',
      '## Échanges préalables\n\nLe bureau d’études Hydrosol a relu les prescriptions du lot 1. Cette société n’est pas écartée d’office : si l’avance ainsi prise fausse l’égalité, elle est d’abord invitée à établir le contraire.',
      '## Études\n\nLe cabinet Fluvéa a rédigé l’étude de trafic. Ayant participé à la préparation du marché, ce cabinet ne pourra soumissionner qu’après avoir été entendu.\n\nCet assistant sera d’abord invité à démontrer que sa participation ne fausse pas la concurrence.',
      '## Sourçage\n\nSept entreprises ont été entendues. Aucune entreprise n’a participé à la rédaction des documents.',
      '## Préparation\n\nLa société Orphéa a conduit l’étude de cadrage. Orphéa ne pourra se porter candidate que si elle démontre que sa participation ne fausse pas la concurrence.',
      'Ne sauraient déposer un pli :\n\n- les entreprises en liquidation ;\n- les sociétés condamnées en 2026.\n',
      'Le titulaire, qui rédigera le dossier de la future délégation, ne pourra pas être candidat à celle-ci.',
      '## Études\n\nL’étude de faisabilité a été confiée au bureau Orvélis.\n\n## Candidats\n\nLa société Alto, en liquidation, ne peut, à aucun titre, concourir.\n',
      '## Études\n\nL’étude de faisabilité a été confiée au bureau Orvélis.\n\n## Candidats\n\nLe bureau Orvélis ne sera tenu à l’écart qu’après avoir présenté ses observations.\n',
      '## Études\n\nL’étude de faisabilité a été confiée au bureau Orvélis, qui peut concourir. Les pièces tenues à l’écart du dossier le sont pour leur confidentialité.\n',
      '## Travaux préparatoires\n\nLe bureau d’études Novelia a établi le diagnostic en 2025. Les agents de la ville qui ont un intérêt dans une entreprise candidate s’abstiennent de participer à la procédure.',
      '## Travaux préparatoires\n\nLe bureau d’études Novelia a établi le diagnostic. Les membres de la commission liés à une société candidate ne peuvent participer à ses travaux.',
      '## Études\n\nLe cabinet Thermovia a rendu l’étude de faisabilité. Il n’est admis comme candidat qu’après avoir démontré que sa participation ne rompt pas l’égalité. Les autres opérateurs concourent librement.\n',
      '## Préparation\n\nQuatre équipes ont été reçues en mai 2026. Elles nous ont montré leurs travaux et prêté des maquettes.\n',
      '## Travaux préparatoires\n\nLe bureau d’études Novelia a établi le diagnostic en 2025. Novelia peut concourir comme tout autre.',
      '| Point | Réponse |\n|---|---|\n| Entreprises ayant relu le programme | non connues |\n',
      '## Candidats\n\nLa société Alto a relu le CCTP. Les entreprises en liquidation judiciaire sont exclues.\n',
      "La société Kalis a contribué à la définition du besoin. Elle ne serait écartée qu'après avoir été invitée à présenter ses observations.",
      "L'étude préalable a été réalisée par le cabinet Délos. Le cabinet n'est pas exclu de la procédure.",
      "Tout opérateur ayant participé à la préparation ne peut être exclu que s'il n'a pas démontré que sa participation ne fausse pas la concurrence.",
      'Un candidat rencontré lors du sourçage ne peut être écarté pour ce motif.',
      "La société Alphée a participé à l'élaboration du cahier des charges. Elle pourra concourir.",
      'Les candidats dont le dossier est incomplet sont exclus. Une offre hors délai est éliminée.',
      'Un opérateur exclu des marchés publics ne peut soumissionner.',
    ],
    limits: ['Le bureau Orvélis, auteur des plans, est prié de laisser sa place.'],
  },
  *check(piece) {
    const seen = new Set<Passage>();
    for (const { contradictoire, at, sentence, doubt } of piece.ask(sourcage).exclusions) {
      if (contradictoire || seen.has(sentence.passage)) continue;
      seen.add(sentence.passage);
      yield {
        at,
        message: 'office',
        doubt,
        fixes: [replace(piece, at, HEARING, 'Prévoir que l’opérateur soit entendu')],
      };
    }
  },
});
