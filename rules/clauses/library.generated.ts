// Made by `npm run generate`: change the files it comes from.
import type { Clause } from './clause.ts';

export const library: readonly Clause[] = [
  {
    "id": "accord-cadre-maximum",
    "titre": "Maximum de l'accord-cadre",
    "quand": "Accord-cadre sans maximum en valeur ou en quantité.",
    "regime": "tous",
    "pieces": [
      "rc",
      "ccap",
      "ae"
    ],
    "variables": [
      {
        "nom": "maximum",
        "sens": "en euros, pour toute la durée",
        "exemple": "180 000"
      }
    ],
    "sources": [
      "ccp R2162-4",
      "ccp R2121-8"
    ],
    "protege": [
      "maximum"
    ],
    "date": "2026-11-24",
    "body": "L'accord-cadre est conclu sans montant minimum et avec un montant maximum de [à compléter : maximum — en euros, pour toute la durée] € HT pour toute sa durée, reconductions comprises. Aucune commande n'est passée au-delà de ce maximum."
  },
  {
    "id": "achat-innovant-justification",
    "titre": "Justification d'un achat innovant",
    "quand": "Achat innovant de moins de 100 000 € HT passé sans publicité ni mise en concurrence.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp",
      "ccap"
    ],
    "procedures": [
      "negociee-sans-publicite"
    ],
    "variables": [
      {
        "nom": "montant",
        "sens": "montant en euros, inférieur à 100 000",
        "exemple": "78 000"
      },
      {
        "nom": "caractère",
        "sens": "nouvelles, ou sensiblement améliorées",
        "valeurs": [
          "nouvelles",
          "sensiblement améliorées"
        ],
        "exemple": "nouvelles"
      },
      {
        "nom": "démonstration",
        "sens": "ce qui distingue l'achat des solutions connues, et les gains attendus",
        "exemple": "aucun service connu ne transcrit en langue des signes les appels reçus, avec un délai inférieur à deux secondes"
      }
    ],
    "sources": [
      "ccp R2122-9-1",
      "ccp L2172-3"
    ],
    "protege": [
      "caractere-nouveau",
      "montant"
    ],
    "date": "2026-11-24",
    "heading": "Achat innovant",
    "body": "Le marché est passé en application de l'article R. 2122-9-1 du code de la commande publique, pour un montant estimé à [à compléter : montant — montant en euros, inférieur à 100 000] € HT. L'achat est innovant au sens du deuxième alinéa de l'article L. 2172-3 du même code, parce qu'il porte sur des prestations [à compléter : caractère — nouvelles, ou sensiblement améliorées] : [à compléter : démonstration — ce qui distingue l'achat des solutions connues, et les gains attendus]. L'acheteur veille à choisir une offre pertinente, à bien employer les deniers publics et à ne pas s'adresser toujours au même opérateur."
  },
  {
    "id": "allotissement-lots",
    "titre": "Marché divisé en lots",
    "quand": "Les prestations se distinguent et sont attribuées par lots séparés.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "objet du lot 1",
        "sens": "prestations du lot",
        "exemple": "fourniture et installation des équipements"
      },
      {
        "nom": "objet du lot 2",
        "sens": "prestations du lot",
        "exemple": "maintenance des équipements"
      },
      {
        "nom": "lots ouverts",
        "sens": "un ou plusieurs lots, ou nombre maximal",
        "valeurs": [
          "un ou plusieurs lots",
          "un seul lot"
        ],
        "exemple": "un ou plusieurs lots"
      }
    ],
    "sources": [
      "guide I.C 10",
      "ccp L2113-10",
      "ccp R2113-1"
    ],
    "protege": [
      "objet-de-chaque-lot"
    ],
    "date": "2026-11-24",
    "heading": "Allotissement",
    "body": "Les prestations sont réparties en lots séparés :\n\n| Lot | Objet |\n|---|---|\n| 1 | [à compléter : objet du lot 1 — prestations du lot] |\n| 2 | [à compléter : objet du lot 2 — prestations du lot] |\n\nChaque lot fait l'objet d'un marché. Un candidat peut présenter une offre pour [à compléter : lots ouverts — un ou plusieurs lots, ou nombre maximal] ; il remet une offre distincte par lot, sans la faire varier selon le nombre de lots obtenus."
  },
  {
    "id": "allotissement-non-alloti",
    "titre": "Marché non alloti : motif",
    "quand": "Le marché n'est pas divisé en lots : il faut en donner la raison de droit et de fait.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "motif de droit",
        "sens": "au choix : prestations non distinctes, concurrence restreinte, ou exécution difficile ou coûteuse",
        "valeurs": [
          "son objet ne permet pas l'identification de prestations distinctes",
          "la dévolution en lots séparés risquerait de restreindre la concurrence",
          "la dévolution en lots séparés rendrait techniquement difficile ou financièrement plus coûteuse l'exécution des prestations"
        ],
        "exemple": "son objet ne permet pas l'identification de prestations distinctes"
      },
      {
        "nom": "circonstances",
        "sens": "considérations de fait propres au marché",
        "exemple": "la conception, la réalisation et la maintenance portent sur un même code, dont la responsabilité ne se partage pas"
      }
    ],
    "sources": [
      "guide I.C 10",
      "ccp L2113-10",
      "ccp L2113-11",
      "ccp R2113-2",
      "ccp R2113-3"
    ],
    "protege": [
      "motif"
    ],
    "date": "2026-11-24",
    "heading": "Allotissement",
    "body": "Le marché n'est pas alloti, pour le motif suivant, tiré des articles L. 2113-10 et L. 2113-11 du code de la commande publique : [à compléter : motif de droit — au choix : prestations non distinctes, concurrence restreinte, ou exécution difficile ou coûteuse]. En effet, [à compléter : circonstances — considérations de fait propres au marché]."
  },
  {
    "id": "besoin-equivalence-generale",
    "titre": "Équivalence des références techniques",
    "quand": "Le cahier des charges cite des normes, des labels, des certifications ou des produits, sans « ou équivalent » à chaque fois.",
    "regime": "tous",
    "pieces": [
      "cctp",
      "rc",
      "programme-fonctionnel"
    ],
    "variables": [],
    "sources": [
      "guide I.B 9",
      "ccp R2111-7",
      "ccp R2111-9",
      "ccp R2111-11",
      "ccp R2111-16"
    ],
    "protege": [
      "equivalence",
      "preuve-libre"
    ],
    "date": "2026-11-24",
    "heading": "Références techniques",
    "body": "Toute référence du présent document à une norme, un label, une certification, un agrément technique, une marque, un brevet, un type ou une origine s'entend avec la mention « ou équivalent ». Le candidat prouve l'équivalence par tout moyen approprié."
  },
  {
    "id": "besoin-presentation-generale",
    "titre": "Présentation générale du besoin",
    "quand": "Le cahier des charges entre dans les exigences sans dire à quoi le marché doit servir.",
    "regime": "tous",
    "pieces": [
      "cctp",
      "programme-fonctionnel"
    ],
    "variables": [
      {
        "nom": "contexte",
        "sens": "activité de l'acheteur, situation actuelle, difficulté à résoudre",
        "exemple": "L'acheteur reçoit chaque année 42 000 visiteurs dans six accueils ; l'attente y est en moyenne de 27 minutes."
      },
      {
        "nom": "objet",
        "sens": "ce que le marché doit procurer, en une phrase",
        "exemple": "Le marché a pour objet la fourniture, l'installation et la maintenance d'un système de gestion des files d'attente."
      },
      {
        "nom": "objectif 1",
        "sens": "résultat attendu, avec sa mesure et son échéance",
        "exemple": "ramener l'attente moyenne à 12 minutes dans les six mois de l'installation"
      },
      {
        "nom": "objectif 2",
        "sens": "résultat attendu, avec sa mesure et son échéance",
        "exemple": "informer 90 % des visiteurs de leur heure de passage à deux minutes près"
      },
      {
        "nom": "existant",
        "sens": "équipements, logiciels et organisation en place, à titre d'information",
        "exemple": "Les accueils disposent d'un réseau filaire et de deux écrans d'affichage chacun."
      }
    ],
    "sources": [
      "guide I.B 9",
      "ccp L2111-1"
    ],
    "protege": [
      "contexte",
      "objet",
      "objectifs"
    ],
    "date": "2026-11-24",
    "heading": "Présentation générale du besoin",
    "body": "**Contexte.** [à compléter : contexte — activité de l'acheteur, situation actuelle, difficulté à résoudre]\n\n**Objet.** [à compléter : objet — ce que le marché doit procurer, en une phrase]\n\n**Objectifs.** L'acheteur poursuit les objectifs suivants :\n\n- [à compléter : objectif 1 — résultat attendu, avec sa mesure et son échéance] ;\n- [à compléter : objectif 2 — résultat attendu, avec sa mesure et son échéance].\n\n**Existant.** [à compléter : existant — équipements, logiciels et organisation en place, à titre d'information]"
  },
  {
    "id": "candidature-declaration",
    "titre": "Déclaration sur l'honneur et DUME",
    "quand": "Le règlement réclame à tous les candidats des attestations, des originaux ou des copies certifiées.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "délai",
        "sens": "nombre de jours",
        "exemple": "sept jours"
      }
    ],
    "sources": [
      "ccp R2143-3",
      "ccp R2143-4",
      "ccp R2143-5",
      "ccp R2143-13",
      "ccp R2144-4"
    ],
    "protege": [
      "declaration",
      "DUME"
    ],
    "date": "2026-11-24",
    "body": "À l'appui de sa candidature, chaque candidat remet une déclaration sur l'honneur selon laquelle il n'est dans aucun cas d'exclusion, et les renseignements demandés sur ses capacités. Il peut employer le document unique de marché européen (DUME). Les attestations fiscales et sociales ne sont demandées qu'au candidat auquel il est envisagé d'attribuer le marché, dans un délai de [à compléter : délai — nombre de jours], et seulement si l'acheteur ne peut les obtenir lui-même."
  },
  {
    "id": "candidature-groupement",
    "titre": "Forme des groupements",
    "quand": "Le règlement impose une forme de groupement, ou n'en dit rien.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [],
    "sources": [
      "ccp R2142-22",
      "ccp R2142-23"
    ],
    "protege": [
      "liberte-de-forme"
    ],
    "date": "2026-11-24",
    "body": "Les entreprises peuvent se présenter seules ou en groupement. L'acheteur n'impose aucune forme de groupement, ni pour la présentation de l'offre, ni après l'attribution. Un même membre ne peut être mandataire de plus d'un groupement."
  },
  {
    "id": "candidature-references",
    "titre": "Capacités et absence de références",
    "quand": "Le règlement demande des références, ou écarte les entreprises qui n'en ont pas.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "période",
        "sens": "nombre d'années",
        "exemple": "trois"
      }
    ],
    "sources": [
      "ccp L2142-1",
      "ccp R2142-14",
      "ccp R2143-3"
    ],
    "protege": [
      "preuve-libre"
    ],
    "date": "2026-11-24",
    "body": "Le candidat présente les prestations comparables qu'il a exécutées au cours des [à compléter : période — nombre d'années] dernières années, ou tout autre élément qui démontre ses capacités : qualification des personnes, moyens, essais, prototypes. L'absence de références n'est pas éliminatoire à elle seule."
  },
  {
    "id": "concours-anonymat",
    "titre": "Anonymat des projets",
    "quand": "Concours : les projets sont examinés sans que le jury en connaisse les auteurs.",
    "regime": "tous",
    "pieces": [
      "reglement-concours",
      "rc"
    ],
    "procedures": [
      "concours"
    ],
    "variables": [
      {
        "nom": "responsable",
        "sens": "personne extérieure au jury",
        "exemple": "le service des affaires juridiques"
      }
    ],
    "sources": [
      "guide II.B.4 17",
      "ccp R2162-18"
    ],
    "protege": [
      "anonymat-jusqu-a-l-avis"
    ],
    "date": "2026-11-24",
    "heading": "Anonymat",
    "body": "Les projets sont examinés de manière anonyme. Le candidat n'y porte ni nom, ni signe qui permette de le reconnaître ; [à compléter : responsable — personne extérieure au jury] attribue un numéro à chacun et garde la correspondance. L'anonymat n'est levé qu'une fois l'avis et le classement du jury signés."
  },
  {
    "id": "concours-criteres",
    "titre": "Critères de jugement des projets",
    "quand": "Le règlement n'indique pas selon quels critères les projets sont classés.",
    "regime": "tous",
    "pieces": [
      "reglement-concours",
      "rc"
    ],
    "procedures": [
      "concours"
    ],
    "variables": [
      {
        "nom": "éléments du programme",
        "sens": "usages, fonctions, publics",
        "exemple": "parcours proposés aux usagers, accessibilité, lisibilité des informations"
      },
      {
        "nom": "éléments de faisabilité",
        "sens": "calendrier, coût, risques",
        "exemple": "coût sur cinq ans, calendrier, dépendances techniques"
      },
      {
        "nom": "éléments environnementaux",
        "sens": "mesures liées à l'objet",
        "exemple": "énergie consommée par visite, durée d'usage des équipements"
      }
    ],
    "sources": [
      "guide II.B.4 17",
      "ccp R2162-18"
    ],
    "protege": [
      "criteres"
    ],
    "date": "2026-11-24",
    "heading": "Critères de jugement des projets",
    "body": "Le jury classe les projets selon les critères suivants :\n\n| Critère | Poids | Éléments d'appréciation |\n|---|---:|---|\n| Réponse au programme | 40 % | [à compléter : éléments du programme — usages, fonctions, publics] |\n| Faisabilité technique et coût prévisionnel | 35 % | [à compléter : éléments de faisabilité — calendrier, coût, risques] |\n| Performance environnementale | 25 % | [à compléter : éléments environnementaux — mesures liées à l'objet] |"
  },
  {
    "id": "concours-jury-qualification",
    "titre": "Qualification des membres du jury",
    "quand": "Une qualification professionnelle est exigée des candidats.",
    "regime": "tous",
    "pieces": [
      "reglement-concours",
      "rc"
    ],
    "procedures": [
      "concours"
    ],
    "variables": [
      {
        "nom": "qualification",
        "sens": "titre ou profession",
        "exemple": "architecte ou designer d'espace"
      }
    ],
    "sources": [
      "guide II.B.4 17",
      "ccp R2162-22"
    ],
    "protege": [
      "tiers-qualifie"
    ],
    "date": "2026-11-24",
    "body": "La qualification exigée des candidats est la suivante : [à compléter : qualification — titre ou profession]. Au moins un tiers des membres du jury possède cette qualification ou une qualification équivalente."
  },
  {
    "id": "concours-jury",
    "titre": "Jury indépendant",
    "quand": "Le règlement ne dit pas qui juge, ou ne garantit pas l'indépendance du jury.",
    "regime": "tous",
    "pieces": [
      "reglement-concours",
      "rc"
    ],
    "procedures": [
      "concours"
    ],
    "variables": [
      {
        "nom": "nombre",
        "sens": "nombre de membres",
        "exemple": "sept"
      }
    ],
    "sources": [
      "guide II.B.4 17",
      "ccp R2162-17",
      "ccp R2162-22"
    ],
    "protege": [
      "independance"
    ],
    "date": "2026-11-24",
    "heading": "Jury",
    "body": "Le jury compte [à compléter : nombre — nombre de membres] membres, désignés par l'acheteur. Il n'est composé que de personnes indépendantes des participants au concours : chacune déclare par écrit, avant d'examiner les projets, n'avoir avec eux aucun lien d'intérêt, et se retire si elle s'en découvre un."
  },
  {
    "id": "concours-marche-ulterieur",
    "titre": "Marché conclu avec le lauréat",
    "quand": "Un marché de services doit suivre le concours.",
    "regime": "tous",
    "pieces": [
      "reglement-concours",
      "rc"
    ],
    "procedures": [
      "concours"
    ],
    "variables": [
      {
        "nom": "attributaire",
        "sens": "au choix : le lauréat, ou l'un des lauréats, tous invités à négocier",
        "valeurs": [
          "le lauréat",
          "l'un des lauréats, qui sont tous invités à négocier"
        ],
        "exemple": "le lauréat"
      },
      {
        "nom": "objet",
        "sens": "prestations du marché",
        "exemple": "la réalisation du projet classé premier et le suivi de sa mise en service"
      }
    ],
    "sources": [
      "guide II.B.4 17",
      "guide II.B.4 18",
      "ccp R2122-6"
    ],
    "protege": [
      "annonce",
      "deduction-de-la-prime"
    ],
    "date": "2026-11-24",
    "heading": "Marché conclu à l'issue du concours",
    "body": "Le concours est suivi d'un marché de services, négocié avec [à compléter : attributaire — au choix : le lauréat, ou l'un des lauréats, tous invités à négocier] en application de l'article R. 2122-6 du code de la commande publique. Il a pour objet [à compléter : objet — prestations du marché]. Son prix tient compte de la prime reçue, qui vient en déduction de la rémunération du titulaire."
  },
  {
    "id": "concours-ouvert",
    "titre": "Concours ouvert",
    "quand": "Tout opérateur intéressé peut remettre un projet.",
    "regime": "tous",
    "pieces": [
      "reglement-concours",
      "rc"
    ],
    "procedures": [
      "concours"
    ],
    "variables": [],
    "sources": [
      "guide II.B.4 16",
      "ccp L2125-1",
      "ccp R2162-15"
    ],
    "protege": [
      "forme"
    ],
    "date": "2026-11-24",
    "heading": "Forme du concours",
    "body": "Le concours est ouvert : tout opérateur économique qui satisfait aux conditions de participation peut remettre un projet, sans sélection préalable."
  },
  {
    "id": "concours-prime",
    "titre": "Prime des participants",
    "quand": "Concours : une prime d'un montant fixé est due aux candidats qui remettent un projet conforme.",
    "regime": "tous",
    "pieces": [
      "reglement-concours",
      "rc"
    ],
    "procedures": [
      "concours"
    ],
    "variables": [
      {
        "nom": "montant",
        "sens": "en euros, hors taxes",
        "exemple": "9 000"
      }
    ],
    "sources": [
      "guide II.B.4 18",
      "ccp R2162-20"
    ],
    "protege": [
      "montant"
    ],
    "date": "2026-11-24",
    "heading": "Prime",
    "body": "Chaque participant qui remet un projet conforme au règlement reçoit une prime de [à compléter : montant — en euros, hors taxes] € HT, versée dans les trente jours de la décision qui désigne le lauréat. Le jury peut proposer de la réduire, par un avis motivé, pour un projet incomplet."
  },
  {
    "id": "concours-proces-verbal",
    "titre": "Procès-verbal du jury",
    "quand": "Le règlement ne dit pas comment le jury rend compte de son avis.",
    "regime": "tous",
    "pieces": [
      "reglement-concours",
      "rc"
    ],
    "procedures": [
      "concours"
    ],
    "variables": [],
    "sources": [
      "guide II.B.4 17",
      "ccp R2162-18"
    ],
    "protege": [
      "signature",
      "classement",
      "observations"
    ],
    "date": "2026-11-24",
    "heading": "Procès-verbal",
    "body": "Le jury consigne dans un procès-verbal, signé de tous ses membres, le classement des projets, les raisons de ce classement, ses observations et les points à éclaircir. Il peut inviter les candidats à y répondre ; leurs réponses sont annexées au procès-verbal."
  },
  {
    "id": "concours-restreint",
    "titre": "Concours restreint",
    "quand": "L'acheteur limite le nombre de candidats admis à remettre un projet.",
    "regime": "tous",
    "pieces": [
      "reglement-concours",
      "rc"
    ],
    "procedures": [
      "concours"
    ],
    "variables": [
      {
        "nom": "nombre",
        "sens": "nombre de candidats, suffisant pour une concurrence réelle",
        "exemple": "cinq"
      },
      {
        "nom": "critère de sélection 1",
        "sens": "clair et non discriminatoire, avec la pièce qui le prouve",
        "exemple": "qualification des personnes chargées du projet, d'après leurs diplômes ou titres"
      },
      {
        "nom": "critère de sélection 2",
        "sens": "clair et non discriminatoire, avec la pièce qui le prouve",
        "exemple": "qualité de trois réalisations présentées par le candidat, quel qu'en soit le commanditaire"
      }
    ],
    "sources": [
      "guide II.B.4 16",
      "ccp L2125-1",
      "ccp R2162-15",
      "ccp R2162-16"
    ],
    "protege": [
      "forme",
      "nombre",
      "criteres-de-selection"
    ],
    "date": "2026-11-24",
    "heading": "Forme du concours",
    "body": "Le concours est restreint. L'acheteur, après avis du jury sur les candidatures, admet [à compléter : nombre — nombre de candidats, suffisant pour une concurrence réelle] candidats à remettre un projet. Il les choisit selon les critères de sélection suivants, par ordre décroissant d'importance :\n\n1. [à compléter : critère de sélection 1 — clair et non discriminatoire, avec la pièce qui le prouve] ;\n2. [à compléter : critère de sélection 2 — clair et non discriminatoire, avec la pièce qui le prouve]."
  },
  {
    "id": "criteres-deux",
    "titre": "Deux critères : coût et environnement",
    "quand": "Achat simple, jugé jusqu'ici sur le seul prix : depuis le 21 août 2026, l'environnement doit être pris en compte.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "éléments",
        "sens": "mesures environnementales liées à l'objet du marché",
        "exemple": "émissions de CO2 des livraisons en grammes par kilomètre, part de matière recyclée des produits"
      }
    ],
    "sources": [
      "guide I.E 10",
      "ccp L2152-7",
      "ccp R2152-7"
    ],
    "protege": [
      "somme-de-100",
      "critere-environnemental"
    ],
    "date": "2026-11-24",
    "heading": "Critères d'attribution",
    "body": "Le marché est attribué selon deux critères pondérés :\n\n| Critère | Pondération | Éléments d'appréciation |\n|---|---:|---|\n| Prix | 70 % | Montant total HT ; note = 70 × (montant le plus bas / montant de l'offre) |\n| Performance environnementale | 30 % | [à compléter : éléments — mesures environnementales liées à l'objet du marché] |"
  },
  {
    "id": "criteres-environnement",
    "titre": "Critère environnemental à ajouter",
    "quand": "Aucun critère ne prend en compte les caractéristiques environnementales de l'offre ; à placer parmi les critères, en réduisant d'autant le poids des autres.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "poids",
        "sens": "pourcentage pris sur les autres critères",
        "exemple": "10"
      },
      {
        "nom": "éléments",
        "sens": "mesures liées à l'objet du marché, et document de l'offre où elles figurent",
        "exemple": "la consommation d'énergie des équipements et leur durée de vie, décrites dans le mémoire technique"
      }
    ],
    "sources": [
      "ccp L2152-7",
      "ccp R2152-7"
    ],
    "protege": [
      "critere-environnemental"
    ],
    "date": "2026-11-24",
    "body": "- Performance environnementale de l'offre ([à compléter : poids — pourcentage pris sur les autres critères] %), appréciée d'après [à compléter : éléments — mesures liées à l'objet du marché, et document de l'offre où elles figurent]."
  },
  {
    "id": "criteres-skeleton",
    "titre": "Critères d'attribution (article complet)",
    "quand": "Le règlement ne donne pas de critères, ou ceux qu'il donne ne forment pas un total de 100 %.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "éléments techniques",
        "sens": "performances, méthode, qualité de service",
        "exemple": "gains de temps mesurés sur le jeu d'essai, méthode de déploiement, délai de rétablissement"
      },
      {
        "nom": "éléments environnementaux",
        "sens": "mesures liées à l'objet du marché",
        "exemple": "consommation d'énergie en kWh par an, part de matière recyclée, durée de disponibilité des pièces"
      },
      {
        "nom": "éléments de délai",
        "sens": "calendrier, durées proposées",
        "exemple": "nombre de semaines entre la notification et la mise en service"
      }
    ],
    "sources": [
      "guide I.E 10",
      "ccp L2152-7",
      "ccp R2152-7",
      "ccp R2152-11",
      "ccp R2152-12"
    ],
    "protege": [
      "somme-de-100",
      "critere-environnemental"
    ],
    "date": "2026-11-24",
    "heading": "Critères d'attribution",
    "body": "Le marché est attribué à l'offre économiquement la plus avantageuse, appréciée selon les critères pondérés suivants :\n\n| Critère | Pondération | Éléments d'appréciation |\n|---|---:|---|\n| Valeur technique | 40 % | [à compléter : éléments techniques — performances, méthode, qualité de service] |\n| Prix | 40 % | Montant total HT ; note = 40 × (montant le plus bas / montant de l'offre) |\n| Performance environnementale | 10 % | [à compléter : éléments environnementaux — mesures liées à l'objet du marché] |\n| Délais d'exécution | 10 % | [à compléter : éléments de délai — calendrier, durées proposées] |"
  },
  {
    "id": "derogations-liste",
    "titre": "Liste récapitulative des dérogations",
    "quand": "Dernier article d'un CCAP qui déroge au CCAG auquel il se réfère.",
    "regime": "tous",
    "pieces": [
      "ccap"
    ],
    "variables": [
      {
        "nom": "cahier",
        "sens": "nom du CCAG visé par le marché",
        "valeurs": [
          "TIC",
          "PI",
          "FCS"
        ],
        "exemple": "TIC"
      },
      {
        "nom": "article du cahier",
        "sens": "numéro ou titre",
        "exemple": "« Pénalités de retard »"
      },
      {
        "nom": "article du CCAG",
        "sens": "numéro",
        "exemple": "14.1"
      }
    ],
    "sources": [
      "ccp R2112-3",
      "ccag tic-2021 1.2"
    ],
    "protege": [
      "liste-complete"
    ],
    "date": "2026-11-24",
    "heading": "Dérogations au CCAG",
    "body": "Le présent cahier déroge aux articles suivants du CCAG-[à compléter : cahier — nom du CCAG visé par le marché] :\n\n| Article du présent cahier | Article du CCAG auquel il déroge |\n|---|---|\n| [à compléter : article du cahier — numéro ou titre] | [à compléter : article du CCAG — numéro] |"
  },
  {
    "id": "dialogue-criteres-phases",
    "titre": "Phases du dialogue compétitif",
    "quand": "Le dialogue se déroule en phases successives qui réduisent le nombre de solutions.",
    "regime": "tous",
    "pieces": [
      "rc",
      "programme-fonctionnel"
    ],
    "procedures": [
      "dialogue-competitif"
    ],
    "variables": [
      {
        "nom": "objet de la phase 1",
        "sens": "sujets discutés",
        "exemple": "principes de la solution"
      },
      {
        "nom": "solutions après la phase 1",
        "sens": "nombre",
        "exemple": "trois"
      },
      {
        "nom": "critères de la phase 1",
        "sens": "critères et poids",
        "exemple": "performance de la solution (60 %), performance environnementale (40 %)"
      },
      {
        "nom": "objet de la phase 2",
        "sens": "sujets discutés",
        "exemple": "organisation, prix et calendrier"
      },
      {
        "nom": "solutions après la phase 2",
        "sens": "nombre",
        "exemple": "deux"
      },
      {
        "nom": "critères de la phase 2",
        "sens": "critères et poids",
        "exemple": "performance de la solution (40 %), coût global (40 %), performance environnementale (20 %)"
      }
    ],
    "sources": [
      "guide II.B.3 16",
      "ccp L2124-4",
      "ccp R2161-24",
      "ccp R2152-8"
    ],
    "protege": [
      "criteres-de-chaque-phase"
    ],
    "date": "2026-11-24",
    "heading": "Phases du dialogue",
    "body": "Le dialogue se déroule en phases successives. À la fin de chacune, les solutions sont départagées par application des critères d'attribution indiqués ci-après ; l'acheteur garde assez de solutions pour assurer une concurrence réelle.\n\n| Phase | Objet | Solutions admises ensuite | Critères appliqués |\n|---|---|---|---|\n| 1 | [à compléter : objet de la phase 1 — sujets discutés] | [à compléter : solutions après la phase 1 — nombre] | [à compléter : critères de la phase 1 — critères et poids] |\n| 2 | [à compléter : objet de la phase 2 — sujets discutés] | [à compléter : solutions après la phase 2 — nombre] | [à compléter : critères de la phase 2 — critères et poids] |"
  },
  {
    "id": "execution-donnees-personnelles",
    "titre": "Traitement de données personnelles",
    "quand": "Le titulaire traite des données personnelles pour le compte de l'acheteur.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "finalité",
        "sens": "but du traitement",
        "exemple": "prise de rendez-vous et envoi de rappels"
      },
      {
        "nom": "opérations",
        "sens": "collecte, hébergement, consultation…",
        "exemple": "collecte, hébergement, consultation, sauvegarde"
      },
      {
        "nom": "types de données",
        "sens": "catégories traitées",
        "exemple": "identité, coordonnées, date et lieu du rendez-vous"
      },
      {
        "nom": "personnes",
        "sens": "catégories",
        "exemple": "assurés et agents de l'acheteur"
      },
      {
        "nom": "durée",
        "sens": "de chacune",
        "exemple": "durée du marché ; douze mois après chaque rendez-vous"
      },
      {
        "nom": "sort des données",
        "sens": "restitution, destruction, délai",
        "exemple": "restitution au format CSV, puis destruction attestée dans les trente jours"
      },
      {
        "nom": "alerte",
        "sens": "nombre d'heures",
        "exemple": "vingt-quatre"
      }
    ],
    "sources": [
      "ccag tic-2021 5.2"
    ],
    "protege": [
      "finalite",
      "types-de-donnees",
      "duree",
      "sort-des-donnees"
    ],
    "date": "2026-11-24",
    "heading": "Données personnelles",
    "body": "Le titulaire traite des données personnelles pour le compte de l'acheteur, dans les conditions suivantes :\n\n| Élément | Stipulation |\n|---|---|\n| Finalité du traitement | [à compléter : finalité — but du traitement] |\n| Nature des opérations | [à compléter : opérations — collecte, hébergement, consultation…] |\n| Types de données | [à compléter : types de données — catégories traitées] |\n| Personnes concernées | [à compléter : personnes — catégories] |\n| Durée du traitement et de conservation | [à compléter : durée — de chacune] |\n| Sort des données en fin de marché | [à compléter : sort des données — restitution, destruction, délai] |\n\nLe titulaire n'agit que sur instruction écrite de l'acheteur, garantit la sécurité et la confidentialité des données, n'y donne accès à un sous-traitant qu'avec l'autorisation écrite de l'acheteur, l'aide à répondre aux personnes concernées et lui signale toute violation dans les [à compléter : alerte — nombre d'heures] heures où il en a connaissance."
  },
  {
    "id": "execution-environnement",
    "titre": "Condition d'exécution environnementale",
    "quand": "Aucune pièce ne contient de condition d'exécution relative à l'environnement.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "programme-fonctionnel"
    ],
    "variables": [
      {
        "nom": "obligation",
        "sens": "engagement mesurable lié à l'objet du marché",
        "exemple": "80 % au moins des réunions se tiennent à distance et tous les équipements remplacés sont remis à une filière de réemploi"
      },
      {
        "nom": "preuve",
        "sens": "document et date de remise",
        "exemple": "un bilan remis le 31 janvier de chaque année"
      },
      {
        "nom": "pénalité",
        "sens": "en euros",
        "exemple": "300"
      }
    ],
    "sources": [
      "ccp L2112-2",
      "ccag tic-2021 16.2"
    ],
    "protege": [
      "obligation-verifiable",
      "preuve"
    ],
    "date": "2026-11-24",
    "heading": "Condition d'exécution environnementale",
    "body": "Pendant toute l'exécution, le titulaire respecte l'obligation environnementale suivante : [à compléter : obligation — engagement mesurable lié à l'objet du marché]. Il en rend compte par [à compléter : preuve — document et date de remise]. Un manquement constaté, après que le titulaire a pu présenter ses observations, donne lieu à une pénalité de [à compléter : pénalité — en euros] €."
  },
  {
    "id": "execution-facture-electronique",
    "titre": "Facturation électronique",
    "quand": "L'acheteur est une personne publique : les factures passent par le portail public de facturation.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "ae"
    ],
    "variables": [
      {
        "nom": "SIRET",
        "sens": "quatorze chiffres",
        "exemple": "123 456 789 00012"
      },
      {
        "nom": "code du service",
        "sens": "code d'identification du service chargé du paiement",
        "exemple": "FACT01"
      }
    ],
    "sources": [
      "ccp L2192-1",
      "ccp L2192-5",
      "ccp R2192-3"
    ],
    "protege": [
      "facture-electronique",
      "portail-exclusif"
    ],
    "date": "2026-11-27",
    "heading": "Facturation électronique",
    "body": "Le titulaire et ses sous-traitants payés directement transmettent leurs factures par le portail public de facturation (Chorus Pro), à l'exclusion de tout autre mode. Chaque facture porte le SIRET de l'acheteur, [à compléter : SIRET — quatorze chiffres], le code [à compléter : code du service — code d'identification du service chargé du paiement] et le numéro du bon de commande ou, à défaut, de l'engagement. Une facture reçue autrement n'est rejetée qu'après que son auteur a été invité à la déposer sur ce portail."
  },
  {
    "id": "execution-revision-prix",
    "titre": "Révision des prix",
    "quand": "Prix révisables : date du prix initial, formule et période.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "ae"
    ],
    "variables": [
      {
        "nom": "mois zéro",
        "sens": "mois de la remise des offres",
        "exemple": "février 2027"
      },
      {
        "nom": "période",
        "sens": "périodicité",
        "exemple": "une fois par an"
      },
      {
        "nom": "indice",
        "sens": "nom et source",
        "exemple": "Syntec"
      }
    ],
    "sources": [
      "ccp R2112-13"
    ],
    "protege": [
      "date-du-prix-initial",
      "formule",
      "periode"
    ],
    "date": "2026-11-24",
    "heading": "Révision des prix",
    "body": "Les prix sont révisables. Ils sont établis aux conditions économiques du « mois zéro » : [à compléter : mois zéro — mois de la remise des offres]. Ils sont révisés [à compléter : période — périodicité], à la date anniversaire de la notification, selon la formule P = P0 × (0,15 + 0,85 × I/I0), où P est le prix révisé, P0 le prix du mois zéro, I la dernière valeur publiée à la date de révision de l'indice [à compléter : indice — nom et source] et I0 la valeur du même indice au mois zéro."
  },
  {
    "id": "execution-sociale",
    "titre": "Condition d'exécution sociale",
    "quand": "Marché dont la valeur atteint le seuil européen, sauf exception légale ; possible au-dessous.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "programme-fonctionnel"
    ],
    "variables": [
      {
        "nom": "heures",
        "sens": "nombre d'heures",
        "exemple": "350"
      },
      {
        "nom": "publics",
        "sens": "catégories de personnes",
        "exemple": "demandeurs d'emploi depuis plus d'un an, bénéficiaires du revenu de solidarité active, travailleurs handicapés"
      },
      {
        "nom": "pénalité",
        "sens": "en euros",
        "exemple": "40"
      }
    ],
    "sources": [
      "ccp L2112-2-1",
      "ccag tic-2021 16.1"
    ],
    "protege": [
      "publics",
      "volume-d-heures"
    ],
    "date": "2026-11-24",
    "heading": "Condition d'exécution sociale",
    "body": "Le titulaire réserve à des personnes éloignées de l'emploi au moins [à compléter : heures — nombre d'heures] heures de travail sur la durée du marché. Sont concernées : [à compléter : publics — catégories de personnes]. Les heures sont accomplies par embauche directe, mise à disposition ou sous-traitance. Le titulaire en transmet le relevé à l'acheteur chaque trimestre ; chaque heure non accomplie par son fait donne lieu à une pénalité de [à compléter : pénalité — en euros] €."
  },
  {
    "id": "execution-sous-traitance",
    "titre": "Sous-traitance et tâches essentielles",
    "quand": "Le cahier interdit toute sous-traitance, ou ne dit pas quelles tâches doivent être exécutées par le titulaire.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "rc"
    ],
    "variables": [
      {
        "nom": "tâches essentielles",
        "sens": "tâches désignées une à une",
        "exemple": "la conception de l'architecture de sécurité et la gestion des clés de chiffrement"
      }
    ],
    "sources": [
      "ccp L2193-3",
      "ccp L2193-4",
      "ccp R2193-10"
    ],
    "protege": [
      "liberte-de-sous-traiter"
    ],
    "date": "2026-11-24",
    "heading": "Sous-traitance",
    "body": "Le titulaire peut sous-traiter l'exécution d'une partie du marché, après acceptation du sous-traitant et agrément de ses conditions de paiement par l'acheteur. Les tâches essentielles suivantes sont exécutées par le titulaire ou par un membre du groupement : [à compléter : tâches essentielles — tâches désignées une à une]."
  },
  {
    "id": "hackathon-reglement",
    "titre": "Règlement d'un hackathon (trame)",
    "quand": "Hackathon hors concours, sans marché ni prix en contrepartie ; si l'organisateur veut utiliser les réalisations, remplacer l'article « Propriété intellectuelle » par la clause pi-hackathon-cession.",
    "regime": "sans-ccag",
    "pieces": [
      "reglement-concours"
    ],
    "variables": [
      {
        "nom": "début",
        "sens": "date et heure",
        "exemple": "5 mars 2027 à 9 h"
      },
      {
        "nom": "fin",
        "sens": "date et heure",
        "exemple": "6 mars 2027 à 18 h"
      },
      {
        "nom": "lieu",
        "sens": "adresse ou plateforme",
        "exemple": "la maison des associations de Quéverin"
      },
      {
        "nom": "calendrier",
        "sens": "date et heure de chaque phase",
        "exemple": "présentation le 5 mars à 9 h, équipes à 11 h, travail jusqu'au 6 mars à 15 h, jury à 16 h"
      },
      {
        "nom": "membres",
        "sens": "nombre",
        "exemple": "cinq"
      },
      {
        "nom": "durée de confidentialité",
        "sens": "nombre d'années",
        "exemple": "deux ans"
      }
    ],
    "sources": [
      "guide III.B 26",
      "guide annexe-1 34"
    ],
    "protege": [
      "duree",
      "phases",
      "criteres",
      "propriete-intellectuelle",
      "confidentialite",
      "jury"
    ],
    "date": "2026-11-24",
    "body": "**Durée.** Le hackathon se tient du [à compléter : début — date et heure] au [à compléter : fin — date et heure], à [à compléter : lieu — adresse ou plateforme]. La participation est gratuite ; aucune prime n'est versée et aucun marché n'est conclu à son issue.\n\n**Déroulement.** Il comprend quatre phases : présentation du défi, constitution des équipes, travail accompagné, présentation au jury. Le calendrier de chacune est le suivant : [à compléter : calendrier — date et heure de chaque phase].\n\n**Critères de sélection.** Un jury de [à compléter : membres — nombre] membres, tous indépendants des participants, classe les réalisations selon l'utilité pour les usagers, la faisabilité technique et la sobriété environnementale, à parts égales.\n\n**Propriété intellectuelle.** Chaque équipe reste titulaire des droits sur sa réalisation. L'organisateur ne l'utilise pas ; il peut seulement en mentionner le titre et les auteurs, avec leur accord.\n\n**Confidentialité.** Chacun garde confidentielles les informations désignées comme telles par l'organisateur ou par une équipe, pendant le hackathon et [à compléter : durée de confidentialité — nombre d'années] après."
  },
  {
    "id": "negociation-attribution-offres-initiales",
    "titre": "Attribution possible sans négociation",
    "quand": "Procédure adaptée où la négociation n'est qu'une faculté.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "procedures": [
      "mapa"
    ],
    "variables": [],
    "sources": [
      "guide II.B.1 14",
      "ccp R2123-5"
    ],
    "protege": [
      "reserve"
    ],
    "date": "2026-11-24",
    "body": "L'acheteur se réserve la possibilité d'attribuer le marché sur la base des offres initiales, sans négociation (article R. 2123-5 du code de la commande publique)."
  },
  {
    "id": "negociation-garanties",
    "titre": "Garanties de la négociation ou du dialogue",
    "quand": "Le règlement prévoit une négociation ou un dialogue : égalité, confidentialité, propriété intellectuelle.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "procedures": [
      "mapa",
      "procedure-avec-negociation",
      "dialogue-competitif",
      "negociee-sans-publicite",
      "partenariat-innovation",
      "recherche-developpement"
    ],
    "variables": [
      {
        "nom": "échanges",
        "sens": "au choix : la négociation, ou le dialogue",
        "valeurs": [
          "la négociation",
          "le dialogue"
        ],
        "exemple": "la négociation"
      }
    ],
    "sources": [
      "guide II.B 14",
      "ccp L3",
      "ccp L2132-1",
      "ccp R2161-13",
      "ccp R2161-17"
    ],
    "protege": [
      "egalite",
      "confidentialite",
      "propriete-intellectuelle"
    ],
    "date": "2026-11-24",
    "body": "Tous les candidats admis à [à compléter : échanges — au choix : la négociation, ou le dialogue] sont traités à égalité : mêmes informations, au même moment, et même délai pour remettre leur proposition. La propriété intellectuelle et la confidentialité de chaque solution sont protégées : aucun élément n'en est révélé à un autre candidat sans l'accord écrit et préalable de son auteur. Les échanges ne portent ni sur les exigences minimales, ni sur les critères d'attribution."
  },
  {
    "id": "negociee-exclusivite",
    "titre": "Marché négocié pour un motif technique, artistique ou de droits exclusifs",
    "quand": "Marché passé sans publicité ni mise en concurrence parce qu'un seul opérateur peut l'exécuter.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp"
    ],
    "procedures": [
      "negociee-sans-publicite"
    ],
    "variables": [
      {
        "nom": "raisons",
        "sens": "au choix : techniques, artistiques, ou tenant à des droits d'exclusivité",
        "valeurs": [
          "techniques",
          "artistiques",
          "tenant à la protection de droits d'exclusivité"
        ],
        "exemple": "techniques"
      },
      {
        "nom": "opérateur",
        "sens": "dénomination",
        "exemple": "la société Mesurane"
      },
      {
        "nom": "démonstration",
        "sens": "faits et droits qui l'établissent",
        "exemple": "elle détient seule le brevet du procédé de mesure sans contact, qu'aucun licencié n'exploite en Europe"
      },
      {
        "nom": "solutions examinées",
        "sens": "solutions étudiées et motif de leur rejet",
        "exemple": "les trois procédés par contact essayés en 2026 dégradent les pièces contrôlées"
      }
    ],
    "sources": [
      "guide II.B.5 19",
      "ccp R2122-3"
    ],
    "protege": [
      "operateur-unique",
      "absence-de-solution-de-remplacement"
    ],
    "date": "2026-11-24",
    "heading": "Motif de l'absence de mise en concurrence",
    "body": "Le marché est passé sans publicité ni mise en concurrence préalables, en application de l'article R. 2122-3 du code de la commande publique. Pour des raisons [à compléter : raisons — au choix : techniques, artistiques, ou tenant à des droits d'exclusivité], un seul opérateur, [à compléter : opérateur — dénomination], peut exécuter les prestations : [à compléter : démonstration — faits et droits qui l'établissent].\n\nIl n'existe aucune solution de remplacement raisonnable : [à compléter : solutions examinées — solutions étudiées et motif de leur rejet]. L'absence de concurrence ne vient pas d'une restriction artificielle des caractéristiques du marché."
  },
  {
    "id": "offres-prime-echantillons",
    "titre": "Prime pour échantillons, maquettes ou prototypes",
    "quand": "Les candidats doivent remettre des échantillons, des maquettes ou des prototypes qui leur coûtent.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "objets demandés",
        "sens": "échantillons, maquettes ou prototypes",
        "exemple": "un prototype fonctionnel du capteur"
      },
      {
        "nom": "montant",
        "sens": "en euros, hors taxes",
        "exemple": "2 500"
      }
    ],
    "sources": [
      "ccp R2151-15",
      "ccp R2132-12"
    ],
    "protege": [
      "montant"
    ],
    "date": "2026-11-24",
    "body": "Chaque candidat remet avec son offre [à compléter : objets demandés — échantillons, maquettes ou prototypes]. Compte tenu de l'investissement qu'ils représentent, une prime de [à compléter : montant — en euros, hors taxes] € HT est versée à tout candidat qui en remet de conformes au présent règlement ; celle de l'attributaire vient en déduction du prix du marché."
  },
  {
    "id": "offres-profil-acheteur",
    "titre": "Remise des offres par voie électronique",
    "quand": "Le règlement prévoit des offres sur papier, ou ne dit pas où les déposer.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "adresse",
        "sens": "adresse du profil d'acheteur",
        "exemple": "https://achats.caisse.example"
      },
      {
        "nom": "échéance",
        "sens": "date et heure",
        "exemple": "12 février 2027 à 12 heures"
      }
    ],
    "sources": [
      "ccp L2132-2",
      "ccp R2132-7",
      "ccp R2132-11",
      "ccp R2151-5",
      "ccp R2151-6"
    ],
    "protege": [
      "voie-electronique",
      "hors-delai"
    ],
    "date": "2026-11-24",
    "heading": "Remise des offres",
    "body": "Les candidatures et les offres sont déposées par voie électronique sur le profil d'acheteur, à l'adresse [à compléter : adresse — adresse du profil d'acheteur], avant le [à compléter : échéance — date et heure]. Les offres reçues après cette échéance sont éliminées. Si un candidat en dépose plusieurs, seule la dernière reçue dans le délai est ouverte. Il peut remettre, dans le même délai, une copie de sauvegarde."
  },
  {
    "id": "partenariat-besoin-non-couvert",
    "titre": "Besoin non couvert par le marché",
    "quand": "Partenariat d'innovation : il suppose qu'aucune solution disponible ne réponde au besoin.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp"
    ],
    "procedures": [
      "partenariat-innovation"
    ],
    "variables": [
      {
        "nom": "vérification",
        "sens": "sourçage, veille, essais, avec leurs dates",
        "exemple": "un sourçage mené en mai 2026 auprès de six entreprises"
      },
      {
        "nom": "écart",
        "sens": "ce que les solutions existantes ne font pas",
        "exemple": "aucun produit ne repère les chutes sans caméra ni équipement porté par la personne"
      }
    ],
    "sources": [
      "guide II.C.2 22",
      "ccp L2172-3"
    ],
    "protege": [
      "absence-de-solution"
    ],
    "date": "2026-11-24",
    "body": "Aucune solution disponible sur le marché ne répond au besoin. L'acheteur l'a constaté par [à compléter : vérification — sourçage, veille, essais, avec leurs dates] : [à compléter : écart — ce que les solutions existantes ne font pas]. C'est pourquoi il recourt au partenariat d'innovation."
  },
  {
    "id": "partenariat-nombre-partenaires",
    "titre": "Un ou plusieurs partenaires",
    "quand": "Partenariat d'innovation : le nombre de partenaires est annoncé.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "procedures": [
      "partenariat-innovation"
    ],
    "variables": [
      {
        "nom": "partenaires",
        "sens": "au choix : un seul partenaire, ou plusieurs partenaires qui mènent des recherches distinctes",
        "valeurs": [
          "un seul partenaire",
          "plusieurs partenaires, qui exécutent chacun des activités de recherche et développement distinctes"
        ],
        "exemple": "un seul partenaire"
      }
    ],
    "sources": [
      "guide II.C.2 22",
      "ccp R2172-20",
      "ccp R2172-21"
    ],
    "protege": [
      "nombre"
    ],
    "date": "2026-11-24",
    "body": "Le partenariat d'innovation est conclu avec [à compléter : partenaires — au choix : un seul partenaire, ou plusieurs partenaires qui mènent des recherches distinctes]."
  },
  {
    "id": "partenariat-objectifs",
    "titre": "Objectifs intermédiaires et fin du partenariat",
    "quand": "Partenariat d'innovation : ce que chaque phase doit atteindre et ce qui suit un échec.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp",
      "ccap"
    ],
    "procedures": [
      "partenariat-innovation"
    ],
    "variables": [
      {
        "nom": "objectif de la phase 1",
        "sens": "résultat à atteindre",
        "exemple": "maquette qui détecte les situations définies au programme"
      },
      {
        "nom": "mesure de la phase 1",
        "sens": "essai et seuil",
        "exemple": "85 % de détections justes sur 400 séquences d'essai"
      },
      {
        "nom": "objectif de la phase 2",
        "sens": "résultat à atteindre",
        "exemple": "prototype utilisé dans un service"
      },
      {
        "nom": "mesure de la phase 2",
        "sens": "essai et seuil",
        "exemple": "95 % de détections justes pendant soixante jours"
      },
      {
        "nom": "délai",
        "sens": "nombre de jours",
        "exemple": "trente jours"
      }
    ],
    "sources": [
      "guide II.C.2 23",
      "ccp R2172-22",
      "ccp R2172-23"
    ],
    "protege": [
      "objectifs",
      "fin-du-partenariat"
    ],
    "date": "2026-11-24",
    "heading": "Objectifs intermédiaires",
    "body": "| Phase | Objectif intermédiaire | Mesure |\n|---|---|---|\n| 1 | [à compléter : objectif de la phase 1 — résultat à atteindre] | [à compléter : mesure de la phase 1 — essai et seuil] |\n| 2 | [à compléter : objectif de la phase 2 — résultat à atteindre] | [à compléter : mesure de la phase 2 — essai et seuil] |\n\nÀ la fin de chaque phase, l'acheteur constate par écrit si l'objectif est atteint. S'il ne l'est pas, il peut mettre fin au partenariat, ou réduire le nombre de partenaires, par une décision motivée notifiée dans un délai de [à compléter : délai — nombre de jours] ; les prestations exécutées de la phase sont payées."
  },
  {
    "id": "partenariat-phases",
    "titre": "Phases du partenariat d'innovation",
    "quand": "Partenariat d'innovation : une phase de recherche et développement au moins, puis une phase d'acquisition.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp",
      "ccap"
    ],
    "procedures": [
      "partenariat-innovation"
    ],
    "variables": [
      {
        "nom": "contenu de la phase 1",
        "sens": "études, maquettes",
        "exemple": "étude de faisabilité et maquette"
      },
      {
        "nom": "durée de la phase 1",
        "sens": "nombre de mois",
        "exemple": "six mois"
      },
      {
        "nom": "prix de la phase 1",
        "sens": "en euros",
        "exemple": "60 000"
      },
      {
        "nom": "contenu de la phase 2",
        "sens": "prototypes, essais",
        "exemple": "prototype essayé sur un site"
      },
      {
        "nom": "durée de la phase 2",
        "sens": "nombre de mois",
        "exemple": "neuf mois"
      },
      {
        "nom": "prix de la phase 2",
        "sens": "en euros",
        "exemple": "140 000"
      },
      {
        "nom": "contenu de la phase 3",
        "sens": "fournitures ou services acquis",
        "exemple": "équipement de douze sites et maintenance"
      },
      {
        "nom": "durée de la phase 3",
        "sens": "nombre de mois",
        "exemple": "vingt-quatre mois"
      },
      {
        "nom": "prix de la phase 3",
        "sens": "coût maximal, en euros",
        "exemple": "480 000"
      }
    ],
    "sources": [
      "guide II.C.2 22",
      "ccp L2172-3",
      "ccp R2172-22"
    ],
    "protege": [
      "recherche-et-developpement",
      "acquisition"
    ],
    "date": "2026-11-24",
    "heading": "Phases du partenariat",
    "body": "| Phase | Contenu | Durée | Rémunération |\n|---|---|---|---:|\n| 1. Recherche et développement : conception | [à compléter : contenu de la phase 1 — études, maquettes] | [à compléter : durée de la phase 1 — nombre de mois] | [à compléter : prix de la phase 1 — en euros] € HT |\n| 2. Recherche et développement : prototype | [à compléter : contenu de la phase 2 — prototypes, essais] | [à compléter : durée de la phase 2 — nombre de mois] | [à compléter : prix de la phase 2 — en euros] € HT |\n| 3. Acquisition | [à compléter : contenu de la phase 3 — fournitures ou services acquis] | [à compléter : durée de la phase 3 — nombre de mois] | [à compléter : prix de la phase 3 — coût maximal, en euros] € HT au plus |\n\nL'acquisition n'a lieu que si la solution atteint les niveaux de performance et respecte le coût maximal fixés au partenariat."
  },
  {
    "id": "partenariat-propriete-intellectuelle",
    "titre": "Droits sur les résultats du partenariat d'innovation",
    "quand": "Partenariat d'innovation : le partage des droits de propriété intellectuelle est obligatoire.",
    "regime": "sans-ccag",
    "pieces": [
      "rc",
      "cctp",
      "ccap"
    ],
    "procedures": [
      "partenariat-innovation"
    ],
    "variables": [
      {
        "nom": "étendue et modes",
        "sens": "supports, réseaux, procédés",
        "exemple": "tous supports numériques et imprimés ; exploitation sur serveur, poste de travail et terminal mobile, en ligne et hors ligne"
      },
      {
        "nom": "destination",
        "sens": "besoins et finalités pour lesquels les résultats sont utilisés",
        "exemple": "gestion, suivi et évaluation des actions de l'acheteur, formation de ses agents et information de ses usagers, hors toute exploitation commerciale"
      },
      {
        "nom": "lieu",
        "sens": "territoire ; « le monde entier » si les résultats sont en ligne",
        "exemple": "le monde entier"
      },
      {
        "nom": "durée",
        "sens": "au plus la durée légale de protection",
        "exemple": "la durée légale de protection des droits d'auteur"
      },
      {
        "nom": "bénéficiaires",
        "sens": "personnes qui exercent les droits, désignées par leur nom",
        "exemple": "la Carsat Val d'Orée et la Caisse nationale d'assurance vieillesse"
      },
      {
        "nom": "taux",
        "sens": "pourcentage",
        "exemple": "3"
      },
      {
        "nom": "durée de la redevance",
        "sens": "nombre d'années",
        "exemple": "six ans"
      },
      {
        "nom": "connaissances de l'acheteur",
        "sens": "liste, ou « aucune »",
        "exemple": "ses jeux de données d'essai"
      }
    ],
    "sources": [
      "guide II.C.2 23",
      "ccp R2172-25",
      "cpi L131-3",
      "cpi L131-4"
    ],
    "protege": [
      "reproduction",
      "representation",
      "adaptation",
      "traduction",
      "distribution",
      "modes",
      "etendue",
      "destination",
      "lieu",
      "duree",
      "beneficiaires",
      "prix",
      "connaissances-anterieures",
      "redevance"
    ],
    "date": "2026-11-24",
    "heading": "Droits de propriété intellectuelle",
    "body": "Les résultats sont les études, maquettes, prototypes, logiciels (code source compris), données et documents que le partenaire réalise dans chaque phase. Le partenaire cède à l'acheteur, à titre non exclusif, les droits de reproduction, de représentation, d'adaptation, de traduction et de distribution de ces résultats :\n\n| Élément | Stipulation |\n|---|---|\n| Étendue et modes d'exploitation | [à compléter : étendue et modes — supports, réseaux, procédés] |\n| Destination | [à compléter : destination — besoins et finalités pour lesquels les résultats sont utilisés] |\n| Lieu | [à compléter : lieu — territoire ; « le monde entier » si les résultats sont en ligne] |\n| Durée | [à compléter : durée — au plus la durée légale de protection] |\n| Bénéficiaires | [à compléter : bénéficiaires — personnes qui exercent les droits, désignées par leur nom] |\n| Prix | compris forfaitairement dans la rémunération de chaque phase |\n\nLe partenaire livre ensemble le code source, le code objet et la documentation des logiciels ; l'acheteur peut en confier la maintenance à tout tiers de son choix. Les brevets tirés des résultats sont déposés par le partenaire, à ses frais ; l'acheteur peut les mettre en œuvre sans redevance pour la même destination. Le partenaire exploite et publie les résultats avec l'accord écrit et préalable de l'acheteur, en mentionnant son financement et contre une redevance de [à compléter : taux — pourcentage] % du chiffre d'affaires HT qu'il en retire, due pendant [à compléter : durée de la redevance — nombre d'années]. Les connaissances antérieures de l'acheteur sont [à compléter : connaissances de l'acheteur — liste, ou « aucune »] ; celles du partenaire sont listées dans son offre et suivent, lorsqu'elles sont incorporées aux résultats, les mêmes limites et le même prix. Le partenaire garantit à l'acheteur la jouissance paisible de tous ces droits."
  },
  {
    "id": "pi-beneficiaires",
    "titre": "Bénéficiaires des droits",
    "quand": "D'autres personnes que l'acheteur signataire utiliseront les résultats : les droits ne valent que pour celles que le marché désigne.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "ae",
      "rc",
      "reglement-concours"
    ],
    "variables": [
      {
        "nom": "personnes désignées",
        "sens": "dénomination de chacune",
        "exemple": "la Caisse nationale de l'assurance maladie et les quatre caisses primaires de la région Bretagne"
      }
    ],
    "sources": [
      "guide III.A 25",
      "ccag tic-2021 46.1",
      "ccag pi-2021 35.1"
    ],
    "protege": [
      "beneficiaires"
    ],
    "date": "2026-11-24",
    "body": "Les droits sur les résultats profitent à l'acheteur et aux personnes suivantes : [à compléter : personnes désignées — dénomination de chacune]. Chacune les exerce dans les mêmes limites que lui. Ils passent de plein droit à la personne qui reprendrait les compétences de l'une d'elles. Les prestataires d'un bénéficiaire n'en usent que pour exécuter ses commandes."
  },
  {
    "id": "pi-ccag-2009-option",
    "titre": "Option du CCAG de 2009 complétée (marché en cours)",
    "quand": "Uniquement pour un marché signé sous un CCAG de 2009 et encore en cours (avenant, marché subséquent) ; jamais dans une nouvelle consultation.",
    "regime": "ccag-2009",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "date de signature",
        "sens": "avant l'entrée en vigueur des CCAG de 2021",
        "exemple": "4 mars 2021"
      },
      {
        "nom": "cahier",
        "sens": "TIC ou PI",
        "valeurs": [
          "TIC",
          "PI"
        ],
        "exemple": "TIC"
      },
      {
        "nom": "option",
        "sens": "A ou B, une seule",
        "valeurs": [
          "A",
          "B"
        ],
        "exemple": "A"
      },
      {
        "nom": "étendue et modes",
        "sens": "supports, réseaux, procédés",
        "exemple": "tous supports numériques et imprimés ; exploitation sur serveur, poste de travail et terminal mobile, en ligne et hors ligne"
      },
      {
        "nom": "destination",
        "sens": "besoins et finalités",
        "exemple": "gestion, suivi et évaluation des actions de l'acheteur, formation de ses agents et information de ses usagers, hors toute exploitation commerciale"
      },
      {
        "nom": "lieu",
        "sens": "lieux d'exploitation",
        "exemple": "le monde entier"
      },
      {
        "nom": "durée",
        "sens": "au plus la durée légale de protection",
        "exemple": "la durée légale de protection des droits d'auteur"
      },
      {
        "nom": "bénéficiaires",
        "sens": "dénomination de chacun, ou « aucun »",
        "exemple": "la Caisse nationale d'assurance vieillesse"
      },
      {
        "nom": "redevance",
        "sens": "mode de calcul",
        "exemple": "3 % du chiffre d'affaires HT tiré de l'exploitation, pendant cinq ans"
      }
    ],
    "sources": [
      "guide III.C.3 30",
      "guide III.C.3 32",
      "cpi L131-3",
      "cpi L131-4"
    ],
    "protege": [
      "reproduction",
      "representation",
      "adaptation",
      "traduction",
      "distribution",
      "modes",
      "etendue",
      "destination",
      "lieu",
      "duree",
      "beneficiaires",
      "prix",
      "option-unique"
    ],
    "date": "2026-11-24",
    "heading": "Utilisation des résultats",
    "body": "Le marché, signé le [à compléter : date de signature — avant l'entrée en vigueur des CCAG de 2021], reste soumis au CCAG-[à compléter : cahier — TIC ou PI] approuvé par l'arrêté du 16 septembre 2009. L'option [à compléter : option — A ou B, une seule] de son chapitre relatif à l'utilisation des résultats s'applique ; elle porte sur la reproduction, la représentation, l'adaptation, la traduction et la distribution des résultats, ainsi délimitées :\n\n- étendue et modes d'exploitation : [à compléter : étendue et modes — supports, réseaux, procédés] ;\n- destination : [à compléter : destination — besoins et finalités] ;\n- territoire : [à compléter : lieu — lieux d'exploitation] ;\n- durée : [à compléter : durée — au plus la durée légale de protection] ;\n- bénéficiaires : le pouvoir adjudicateur et les tiers désignés suivants : [à compléter : bénéficiaires — dénomination de chacun, ou « aucun »] ;\n- prix : compris forfaitairement dans le prix du marché ; redevance d'exploitation commerciale : [à compléter : redevance — mode de calcul]."
  },
  {
    "id": "pi-cession-exclusive-ccag-pi",
    "titre": "Cession exclusive des droits sur les résultats (dérogation au CCAG-PI de 2021)",
    "quand": "Marché qui se réfère au CCAG-PI de 2021, quand un besoin précis justifie que le titulaire ne puisse pas réutiliser les résultats ; reporter l'article 35.2.1 dans la liste des dérogations du CCAP.",
    "regime": "ccag-pi-2021",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "étendue et modes",
        "sens": "supports, réseaux, procédés",
        "exemple": "tous supports numériques et imprimés ; exploitation sur serveur, poste de travail et terminal mobile, en ligne et hors ligne"
      },
      {
        "nom": "destination",
        "sens": "besoins et finalités pour lesquels les résultats sont utilisés",
        "exemple": "gestion, suivi et évaluation des actions de l'acheteur, formation de ses agents et information de ses usagers, hors toute exploitation commerciale"
      },
      {
        "nom": "lieu",
        "sens": "territoire ; « le monde entier » si les résultats sont en ligne",
        "exemple": "le monde entier"
      },
      {
        "nom": "durée",
        "sens": "au plus la durée légale de protection",
        "exemple": "la durée légale de protection des droits d'auteur"
      },
      {
        "nom": "bénéficiaires",
        "sens": "personnes qui exercent les droits, désignées par leur nom",
        "exemple": "la Carsat Val d'Orée et la Caisse nationale d'assurance vieillesse"
      },
      {
        "nom": "motif",
        "sens": "raison tirée du besoin",
        "exemple": "les règles de contrôle programmées perdraient leur effet si elles étaient connues des personnes contrôlées"
      }
    ],
    "sources": [
      "guide III.A 25",
      "guide III.C.3 32",
      "cpi L131-3",
      "cpi L131-4",
      "ccag pi-2021 35.2.1",
      "ccag pi-2021 33.2",
      "ccp R2112-3"
    ],
    "protege": [
      "reproduction",
      "representation",
      "adaptation",
      "traduction",
      "distribution",
      "modes",
      "etendue",
      "destination",
      "lieu",
      "duree",
      "beneficiaires",
      "prix",
      "exclusivite",
      "derogation"
    ],
    "date": "2026-11-24",
    "heading": "Cession des droits sur les résultats",
    "body": "Par dérogation à l'article 35.2.1 du CCAG-PI, le titulaire cède à titre exclusif les droits de reproduction, de représentation, d'adaptation, de traduction et de distribution des résultats :\n\n| Élément | Stipulation |\n|---|---|\n| Étendue et modes d'exploitation | [à compléter : étendue et modes — supports, réseaux, procédés] |\n| Destination | [à compléter : destination — besoins et finalités pour lesquels les résultats sont utilisés] |\n| Lieu | [à compléter : lieu — territoire ; « le monde entier » si les résultats sont en ligne] |\n| Durée | [à compléter : durée — au plus la durée légale de protection] |\n| Bénéficiaires | [à compléter : bénéficiaires — personnes qui exercent les droits, désignées par leur nom] |\n| Prix | compris forfaitairement dans le prix du marché |\n\nL'exclusivité est demandée pour le motif suivant : [à compléter : motif — raison tirée du besoin]. Le titulaire ne publie ni n'exploite les résultats ; il garde l'usage de son savoir-faire et de ses méthodes. L'exclusivité ne s'étend pas aux connaissances antérieures, que le titulaire liste dans son offre et que l'acheteur utilise, dans les mêmes limites, pour les besoins des résultats."
  },
  {
    "id": "pi-cession-exclusive",
    "titre": "Cession exclusive des droits sur les résultats (dérogation au CCAG-TIC de 2021)",
    "quand": "Marché qui se réfère au CCAG-TIC de 2021, quand un besoin précis justifie que le titulaire ne puisse pas réutiliser les résultats ; reporter l'article 46.2.1 dans la liste des dérogations du CCAP.",
    "regime": "ccag-tic-2021",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "étendue et modes",
        "sens": "supports, réseaux, procédés",
        "exemple": "tous supports numériques et imprimés ; exploitation sur serveur, poste de travail et terminal mobile, en ligne et hors ligne"
      },
      {
        "nom": "destination",
        "sens": "besoins et finalités pour lesquels les résultats sont utilisés",
        "exemple": "gestion, suivi et évaluation des actions de l'acheteur, formation de ses agents et information de ses usagers, hors toute exploitation commerciale"
      },
      {
        "nom": "lieu",
        "sens": "territoire ; « le monde entier » si les résultats sont en ligne",
        "exemple": "le monde entier"
      },
      {
        "nom": "durée",
        "sens": "au plus la durée légale de protection",
        "exemple": "la durée légale de protection des droits d'auteur"
      },
      {
        "nom": "bénéficiaires",
        "sens": "personnes qui exercent les droits, désignées par leur nom",
        "exemple": "la Carsat Val d'Orée et la Caisse nationale d'assurance vieillesse"
      },
      {
        "nom": "motif",
        "sens": "raison tirée du besoin",
        "exemple": "les règles de contrôle programmées perdraient leur effet si elles étaient connues des personnes contrôlées"
      }
    ],
    "sources": [
      "guide III.A 25",
      "guide III.C.3 32",
      "cpi L131-3",
      "cpi L131-4",
      "ccag tic-2021 46.2.1",
      "ccag tic-2021 44.2",
      "ccp R2112-3"
    ],
    "protege": [
      "reproduction",
      "representation",
      "adaptation",
      "traduction",
      "distribution",
      "modes",
      "etendue",
      "destination",
      "lieu",
      "duree",
      "beneficiaires",
      "prix",
      "exclusivite",
      "derogation"
    ],
    "date": "2026-11-24",
    "heading": "Cession des droits sur les résultats",
    "body": "Par dérogation à l'article 46.2.1 du CCAG-TIC, le titulaire cède à titre exclusif les droits de reproduction, de représentation, d'adaptation, de traduction et de distribution des résultats :\n\n| Élément | Stipulation |\n|---|---|\n| Étendue et modes d'exploitation | [à compléter : étendue et modes — supports, réseaux, procédés] |\n| Destination | [à compléter : destination — besoins et finalités pour lesquels les résultats sont utilisés] |\n| Lieu | [à compléter : lieu — territoire ; « le monde entier » si les résultats sont en ligne] |\n| Durée | [à compléter : durée — au plus la durée légale de protection] |\n| Bénéficiaires | [à compléter : bénéficiaires — personnes qui exercent les droits, désignées par leur nom] |\n| Prix | compris forfaitairement dans le prix du marché |\n\nL'exclusivité est demandée pour le motif suivant : [à compléter : motif — raison tirée du besoin]. Le titulaire ne publie ni n'exploite les résultats ; il garde l'usage de son savoir-faire et de ses méthodes. L'exclusivité ne s'étend pas aux connaissances antérieures, que le titulaire liste dans son offre et que l'acheteur utilise, dans les mêmes limites, pour les besoins des résultats."
  },
  {
    "id": "pi-cession-sans-ccag",
    "titre": "Cession des droits sur les résultats (sans CCAG)",
    "quand": "Marché qui ne se réfère à aucun CCAG : chacun des droits est nommé et chacune des limites est fixée par le marché lui-même.",
    "regime": "sans-ccag",
    "pieces": [
      "ccap",
      "cctp",
      "ae"
    ],
    "variables": [
      {
        "nom": "caractère",
        "sens": "exclusif ou non exclusif",
        "valeurs": [
          "non exclusif",
          "exclusif"
        ],
        "exemple": "non exclusif"
      },
      {
        "nom": "étendue et modes",
        "sens": "supports, réseaux, procédés",
        "exemple": "tous supports numériques et imprimés ; exploitation sur serveur, poste de travail et terminal mobile, en ligne et hors ligne"
      },
      {
        "nom": "destination",
        "sens": "besoins et finalités pour lesquels les résultats sont utilisés",
        "exemple": "gestion, suivi et évaluation des actions de l'acheteur, formation de ses agents et information de ses usagers, hors toute exploitation commerciale"
      },
      {
        "nom": "lieu",
        "sens": "territoire ; « le monde entier » si les résultats sont en ligne",
        "exemple": "le monde entier"
      },
      {
        "nom": "durée",
        "sens": "au plus la durée légale de protection",
        "exemple": "la durée légale de protection des droits d'auteur"
      },
      {
        "nom": "bénéficiaires",
        "sens": "personnes qui exercent les droits, désignées par leur nom",
        "exemple": "la Carsat Val d'Orée et la Caisse nationale d'assurance vieillesse"
      }
    ],
    "sources": [
      "guide III.A 25",
      "cpi L122-6",
      "cpi L122-7",
      "cpi L131-2",
      "cpi L131-3",
      "cpi L131-4"
    ],
    "protege": [
      "reproduction",
      "representation",
      "adaptation",
      "traduction",
      "distribution",
      "modes",
      "etendue",
      "destination",
      "lieu",
      "duree",
      "beneficiaires",
      "prix",
      "garantie"
    ],
    "date": "2026-11-24",
    "heading": "Cession des droits sur les résultats",
    "body": "Au fur et à mesure de leur livraison, le titulaire cède à l'acheteur, à titre [à compléter : caractère — exclusif ou non exclusif], les droits patrimoniaux suivants sur les résultats définis au marché :\n\n1. reproduction : copier, charger, afficher, exécuter et stocker, en tout ou partie, sans limite de nombre ;\n2. représentation : communiquer aux bénéficiaires et au public, par tout réseau ;\n3. adaptation : corriger, modifier, faire évoluer, intégrer à une autre œuvre ou à un autre logiciel ;\n4. traduction : transposer en toute langue et en tout langage de programmation ;\n5. distribution : remettre à un tiers, à titre gratuit, l'original ou des copies.\n\n| Élément | Stipulation |\n|---|---|\n| Étendue et modes d'exploitation | [à compléter : étendue et modes — supports, réseaux, procédés] |\n| Destination | [à compléter : destination — besoins et finalités pour lesquels les résultats sont utilisés] |\n| Lieu | [à compléter : lieu — territoire ; « le monde entier » si les résultats sont en ligne] |\n| Durée | [à compléter : durée — au plus la durée légale de protection] |\n| Bénéficiaires | [à compléter : bénéficiaires — personnes qui exercent les droits, désignées par leur nom] |\n| Prix | compris forfaitairement dans le prix du marché |\n\nLe titulaire garantit la jouissance paisible de ces droits. Les droits moraux des auteurs, inaliénables, sont préservés."
  },
  {
    "id": "pi-code-source",
    "titre": "Livraison du code source et de la documentation",
    "quand": "Un logiciel est développé ou adapté pour l'acheteur.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "lieu de dépôt",
        "sens": "forge ou support",
        "exemple": "la forge logicielle de l'acheteur"
      },
      {
        "nom": "délai",
        "sens": "nombre de jours",
        "exemple": "dix jours ouvrés"
      }
    ],
    "sources": [
      "guide III.C.3 30",
      "ccag tic-2021 46.4.1",
      "ccag pi-2021 35.4.1"
    ],
    "protege": [
      "code-source",
      "documentation",
      "absence-de-confidentialite-imposee"
    ],
    "date": "2026-11-24",
    "heading": "Code source et documentation",
    "body": "À chaque livraison d'une version, le titulaire remet ensemble le code objet, le code source correspondant, les scripts de construction et de déploiement, les jeux de tests et la documentation d'installation, d'exploitation et d'utilisation. Il les dépose sur [à compléter : lieu de dépôt — forge ou support], dans un format qui permet de reconstruire la version livrée. Il ne peut en imposer la confidentialité à l'acheteur. L'admission n'est prononcée qu'après une reconstruction réussie dans un délai de [à compléter : délai — nombre de jours]."
  },
  {
    "id": "pi-concession-completee-ccag-pi",
    "titre": "Droits non exclusifs sur les résultats (CCAG-PI de 2021 complété)",
    "quand": "Marché qui se réfère au CCAG-PI de 2021, quand l'acheteur veut utiliser et faire évoluer les résultats sans en réserver l'exclusivité (ce que l'ancien CCAG appelait concession).",
    "regime": "ccag-pi-2021",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "étendue et modes",
        "sens": "supports, réseaux, procédés",
        "exemple": "tous supports numériques et imprimés ; exploitation sur serveur, poste de travail et terminal mobile, en ligne et hors ligne"
      },
      {
        "nom": "destination",
        "sens": "besoins et finalités pour lesquels les résultats sont utilisés",
        "exemple": "gestion, suivi et évaluation des actions de l'acheteur, formation de ses agents et information de ses usagers, hors toute exploitation commerciale"
      },
      {
        "nom": "lieu",
        "sens": "territoire ; « le monde entier » si les résultats sont en ligne",
        "exemple": "le monde entier"
      },
      {
        "nom": "durée",
        "sens": "au plus la durée légale de protection",
        "exemple": "la durée légale de protection des droits d'auteur"
      },
      {
        "nom": "bénéficiaires",
        "sens": "personnes qui exercent les droits, désignées par leur nom",
        "exemple": "la Carsat Val d'Orée et la Caisse nationale d'assurance vieillesse"
      },
      {
        "nom": "taux",
        "sens": "pourcentage",
        "exemple": "3"
      },
      {
        "nom": "durée de la redevance",
        "sens": "nombre d'années",
        "exemple": "cinq ans"
      }
    ],
    "sources": [
      "guide III.A 25",
      "guide III.C.3 30",
      "cpi L131-3",
      "cpi L131-4",
      "ccag pi-2021 35.1",
      "ccag pi-2021 35.2.1",
      "ccag pi-2021 35.3.1",
      "ccag pi-2021 33.2"
    ],
    "protege": [
      "reproduction",
      "representation",
      "adaptation",
      "traduction",
      "distribution",
      "modes",
      "etendue",
      "destination",
      "lieu",
      "duree",
      "beneficiaires",
      "prix",
      "redevance"
    ],
    "date": "2026-11-24",
    "heading": "Droits sur les résultats",
    "body": "Les articles 32 à 35 du CCAG-PI s'appliquent, avec les compléments suivants. En application de l'article 35.2.1, le titulaire cède à titre non exclusif les droits de reproduction, de représentation, d'adaptation, de traduction et de distribution des résultats :\n\n| Élément | Stipulation |\n|---|---|\n| Étendue et modes d'exploitation | [à compléter : étendue et modes — supports, réseaux, procédés] |\n| Destination (besoins et finalités, article 35.1) | [à compléter : destination — besoins et finalités pour lesquels les résultats sont utilisés] |\n| Lieu | [à compléter : lieu — territoire ; « le monde entier » si les résultats sont en ligne] |\n| Durée | [à compléter : durée — au plus la durée légale de protection] |\n| Bénéficiaires | [à compléter : bénéficiaires — personnes qui exercent les droits, désignées par leur nom] |\n| Prix | compris forfaitairement dans le prix du marché |\n\nUne exploitation commerciale par le titulaire est soumise à l'accord écrit et préalable de l'acheteur ; elle donne lieu, selon l'article 35.3.1, à une redevance de [à compléter : taux — pourcentage] % du chiffre d'affaires HT qu'il en retire, due pendant [à compléter : durée de la redevance — nombre d'années]. Le titulaire liste dans son offre les connaissances antérieures qu'il emploie ; à défaut, l'article 33.2 les répute résultats."
  },
  {
    "id": "pi-concession-completee",
    "titre": "Droits non exclusifs sur les résultats (CCAG-TIC de 2021 complété)",
    "quand": "Marché qui se réfère au CCAG-TIC de 2021, quand l'acheteur veut utiliser et faire évoluer les résultats sans en réserver l'exclusivité (ce que l'ancien CCAG appelait concession).",
    "regime": "ccag-tic-2021",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "étendue et modes",
        "sens": "supports, réseaux, procédés",
        "exemple": "tous supports numériques et imprimés ; exploitation sur serveur, poste de travail et terminal mobile, en ligne et hors ligne"
      },
      {
        "nom": "destination",
        "sens": "besoins et finalités pour lesquels les résultats sont utilisés",
        "exemple": "gestion, suivi et évaluation des actions de l'acheteur, formation de ses agents et information de ses usagers, hors toute exploitation commerciale"
      },
      {
        "nom": "lieu",
        "sens": "territoire ; « le monde entier » si les résultats sont en ligne",
        "exemple": "le monde entier"
      },
      {
        "nom": "durée",
        "sens": "au plus la durée légale de protection",
        "exemple": "la durée légale de protection des droits d'auteur"
      },
      {
        "nom": "bénéficiaires",
        "sens": "personnes qui exercent les droits, désignées par leur nom",
        "exemple": "la Carsat Val d'Orée et la Caisse nationale d'assurance vieillesse"
      },
      {
        "nom": "taux",
        "sens": "pourcentage",
        "exemple": "3"
      },
      {
        "nom": "durée de la redevance",
        "sens": "nombre d'années",
        "exemple": "cinq ans"
      }
    ],
    "sources": [
      "guide III.A 25",
      "guide III.C.3 30",
      "cpi L131-3",
      "cpi L131-4",
      "ccag tic-2021 46.1",
      "ccag tic-2021 46.2.1",
      "ccag tic-2021 46.3.1",
      "ccag tic-2021 44.2"
    ],
    "protege": [
      "reproduction",
      "representation",
      "adaptation",
      "traduction",
      "distribution",
      "modes",
      "etendue",
      "destination",
      "lieu",
      "duree",
      "beneficiaires",
      "prix",
      "redevance"
    ],
    "date": "2026-11-24",
    "heading": "Droits sur les résultats",
    "body": "Les articles 43 à 46 du CCAG-TIC s'appliquent, avec les compléments suivants. En application de l'article 46.2.1, le titulaire cède à titre non exclusif les droits de reproduction, de représentation, d'adaptation, de traduction et de distribution des résultats :\n\n| Élément | Stipulation |\n|---|---|\n| Étendue et modes d'exploitation | [à compléter : étendue et modes — supports, réseaux, procédés] |\n| Destination (besoins et finalités, article 46.1) | [à compléter : destination — besoins et finalités pour lesquels les résultats sont utilisés] |\n| Lieu | [à compléter : lieu — territoire ; « le monde entier » si les résultats sont en ligne] |\n| Durée | [à compléter : durée — au plus la durée légale de protection] |\n| Bénéficiaires | [à compléter : bénéficiaires — personnes qui exercent les droits, désignées par leur nom] |\n| Prix | compris forfaitairement dans le prix du marché |\n\nUne exploitation commerciale par le titulaire est soumise à l'accord écrit et préalable de l'acheteur ; elle donne lieu, selon l'article 46.3.1, à une redevance de [à compléter : taux — pourcentage] % du chiffre d'affaires HT qu'il en retire, due pendant [à compléter : durée de la redevance — nombre d'années]. Le titulaire liste dans son offre les connaissances antérieures qu'il emploie ; à défaut, l'article 44.2 les répute résultats."
  },
  {
    "id": "pi-connaissances-anterieures",
    "titre": "Connaissances antérieures",
    "quand": "Dès que des résultats protégeables sont réalisés pour l'acheteur : liste, accord préalable et droits d'usage.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "connaissances de l'acheteur",
        "sens": "éléments qu'il met à disposition, ou « aucune »",
        "exemple": "sa charte graphique, son référentiel des établissements et ses jeux de données d'essai"
      },
      {
        "nom": "emplacement de la liste",
        "sens": "document de l'offre qui reçoit la liste",
        "exemple": "le tableau prévu à cet effet dans l'acte d'engagement"
      }
    ],
    "sources": [
      "guide III.C.1 27",
      "guide III.C.2 28",
      "ccag tic-2021 44.2",
      "ccag tic-2021 45.1",
      "ccag pi-2021 33.2",
      "ccag pi-2021 34.1"
    ],
    "protege": [
      "liste-acheteur",
      "liste-titulaire",
      "accord-prealable",
      "droits-consentis",
      "duree",
      "prix"
    ],
    "date": "2026-11-24",
    "heading": "Connaissances antérieures",
    "body": "Les connaissances antérieures de l'acheteur sont : [à compléter : connaissances de l'acheteur — éléments qu'il met à disposition, ou « aucune »]. Le titulaire ne s'en sert que pour exécuter le marché.\n\nCelles du titulaire et des tiers sont listées, avec leur auteur et leur licence, dans [à compléter : emplacement de la liste — document de l'offre qui reçoit la liste]. Aucune autre n'est incorporée aux résultats ni rendue nécessaire à leur emploi sans l'accord écrit et préalable de l'acheteur.\n\nSur les connaissances antérieures incorporées aux résultats ou nécessaires à leur emploi, l'acheteur reçoit les droits de reproduction, de représentation, d'adaptation, de traduction et de distribution avec la même étendue, la même destination, les mêmes lieux, la même durée et les mêmes bénéficiaires que sur les résultats. Leur prix est compris forfaitairement dans le prix du marché. Les connaissances antérieures standards suivent la licence listée dans l'offre et acceptée par l'acheteur, parce que leur éditeur en fixe seul les conditions."
  },
  {
    "id": "pi-delimitation",
    "titre": "Limites des droits cédés",
    "quand": "La clause de cession nomme les droits, mais il lui manque l'étendue, la destination, le lieu ou la durée : à placer dans le même article.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "ae",
      "rc",
      "reglement-concours"
    ],
    "variables": [
      {
        "nom": "étendue",
        "sens": "supports, réseaux, nombre d'exemplaires",
        "exemple": "tous supports numériques et imprimés, sans limite de nombre"
      },
      {
        "nom": "destination",
        "sens": "besoins et finalités",
        "exemple": "gestion, suivi et évaluation des actions de l'acheteur, formation de ses agents et information de ses usagers, hors toute exploitation commerciale"
      },
      {
        "nom": "lieu",
        "sens": "territoire",
        "exemple": "le monde entier"
      },
      {
        "nom": "durée",
        "sens": "au plus la durée légale de protection",
        "exemple": "la durée légale de protection des droits d'auteur"
      }
    ],
    "sources": [
      "guide III.A 25",
      "cpi L131-3"
    ],
    "protege": [
      "etendue",
      "destination",
      "lieu",
      "duree"
    ],
    "date": "2026-11-24",
    "body": "Ces droits s'exercent dans les limites suivantes :\n\n- étendue : [à compléter : étendue — supports, réseaux, nombre d'exemplaires] ;\n- destination : [à compléter : destination — besoins et finalités] ;\n- lieu : [à compléter : lieu — territoire] ;\n- durée : [à compléter : durée — au plus la durée légale de protection]."
  },
  {
    "id": "pi-droits-moraux-rappel",
    "titre": "Rappel des droits moraux",
    "quand": "À la place de toute clause qui ferait renoncer un auteur à ses droits moraux.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "ae",
      "rc",
      "reglement-concours"
    ],
    "variables": [
      {
        "nom": "mention",
        "sens": "forme et place du nom des auteurs",
        "exemple": "noms des auteurs dans la page de présentation de l'application et en dernière page des documents imprimés"
      }
    ],
    "sources": [
      "guide III.A 24",
      "cpi L121-1",
      "cpi L121-7"
    ],
    "protege": [
      "inalienabilite"
    ],
    "date": "2026-11-24",
    "body": "Les stipulations relatives aux résultats ne portent que sur les droits patrimoniaux. Les droits moraux des auteurs sont perpétuels, inaliénables et imprescriptibles : ils sont respectés. Les mentions d'auteur sont apposées comme suit : [à compléter : mention — forme et place du nom des auteurs]. Pour les logiciels, ces droits s'exercent dans les limites de l'article L. 121-7 du code de la propriété intellectuelle."
  },
  {
    "id": "pi-droits-titulaire",
    "titre": "Droits du titulaire sur les résultats",
    "quand": "Le titulaire peut publier ou exploiter les résultats : accord préalable, redevance et mention du financement.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "taux",
        "sens": "pourcentage",
        "exemple": "4"
      },
      {
        "nom": "durée",
        "sens": "nombre d'années",
        "exemple": "cinq ans"
      },
      {
        "nom": "territoire",
        "sens": "lieux d'exploitation",
        "exemple": "le territoire de l'Union européenne"
      },
      {
        "nom": "date du relevé",
        "sens": "jour et mois",
        "exemple": "31 mars"
      }
    ],
    "sources": [
      "guide III.C.3 31",
      "ccag tic-2021 46.3.1",
      "ccag tic-2021 46.3.2",
      "ccag pi-2021 35.3.1",
      "ccag pi-2021 35.3.2"
    ],
    "protege": [
      "accord-prealable",
      "redevance",
      "mention-du-financement"
    ],
    "date": "2026-11-24",
    "heading": "Droits du titulaire",
    "body": "Le titulaire ne publie les résultats, en tout ou partie, qu'avec l'accord écrit et préalable de l'acheteur, et hors informations confidentielles. La publication mentionne que l'acheteur les a financés.\n\nIl ne les exploite commercialement qu'avec le même accord. Il verse alors à l'acheteur une redevance de [à compléter : taux — pourcentage] % du chiffre d'affaires HT tiré de cette exploitation, pendant [à compléter : durée — nombre d'années], sur [à compléter : territoire — lieux d'exploitation] et dans la limite du montant payé au titre du marché. Il remet chaque année, au [à compléter : date du relevé — jour et mois], le relevé des ventes qui sert au calcul."
  },
  {
    "id": "pi-exploitation-commerciale",
    "titre": "Exploitation commerciale des résultats par l'acheteur",
    "quand": "L'acheteur veut vendre, louer ou faire payer l'usage de résultats dont il n'a pas l'exclusivité.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "ae"
    ],
    "variables": [
      {
        "nom": "durée",
        "sens": "nombre d'années",
        "exemple": "dix ans"
      },
      {
        "nom": "territoire",
        "sens": "lieux d'exploitation",
        "exemple": "la France et les autres États de l'Union européenne"
      },
      {
        "nom": "modes",
        "sens": "vente, location, abonnement, et supports",
        "exemple": "abonnement payant à un service en ligne et remise de copies numériques"
      },
      {
        "nom": "taux",
        "sens": "pourcentage",
        "exemple": "5"
      },
      {
        "nom": "plafond",
        "sens": "montant en euros",
        "exemple": "80 000"
      }
    ],
    "sources": [
      "guide III.C.3 32",
      "ccag tic-2021 46.1",
      "ccag pi-2021 35.1"
    ],
    "protege": [
      "duree",
      "territoire",
      "modes",
      "redevance"
    ],
    "date": "2026-11-24",
    "heading": "Exploitation commerciale par l'acheteur",
    "body": "L'acheteur peut exploiter les résultats à titre commercial, dans les conditions suivantes :\n\n- durée : [à compléter : durée — nombre d'années] ;\n- territoire : [à compléter : territoire — lieux d'exploitation] ;\n- modes d'exploitation : reproduction, représentation, adaptation, traduction et distribution, par [à compléter : modes — vente, location, abonnement, et supports] ;\n- redevance du titulaire : [à compléter : taux — pourcentage] % des recettes HT, due à partir du moment où leur total dépasse le prix payé pour les résultats et dans la limite de [à compléter : plafond — montant en euros] € HT."
  },
  {
    "id": "pi-garantie",
    "titre": "Garantie de jouissance paisible",
    "quand": "Des droits sont cédés ou concédés et le marché ne se réfère à aucun CCAG, ou l'acheteur veut préciser les suites d'une réclamation.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "ae"
    ],
    "variables": [
      {
        "nom": "délai de signalement",
        "sens": "nombre de jours",
        "exemple": "quinze jours"
      },
      {
        "nom": "délai de remède",
        "sens": "nombre de jours ou de mois",
        "exemple": "deux mois"
      }
    ],
    "sources": [
      "guide III.C.3 30",
      "ccag tic-2021 46.4.2",
      "ccag pi-2021 35.4.2"
    ],
    "protege": [
      "jouissance-paisible",
      "prise-en-charge"
    ],
    "date": "2026-11-24",
    "heading": "Garantie",
    "body": "Le titulaire garantit à l'acheteur la jouissance paisible des droits accordés sur les résultats et sur les connaissances antérieures qu'il y incorpore. En cas de réclamation d'un tiers, que l'acheteur lui signale dans un délai de [à compléter : délai de signalement — nombre de jours], il prend à sa charge la défense, les indemnités et les frais. Il obtient en outre, à ses frais et dans un délai de [à compléter : délai de remède — nombre de jours ou de mois], le droit de poursuivre l'usage, ou remplace ou modifie l'élément contesté sans perte de fonction ; à défaut, il rembourse le prix de cet élément. La garantie ne couvre pas les modifications faites par l'acheteur sans lui."
  },
  {
    "id": "pi-hackathon-cession",
    "titre": "Cession des droits des équipes d'un hackathon",
    "quand": "L'organisateur veut utiliser ce que les équipes produisent (code, spécifications, maquettes, prototypes) ; inutile pour un simple cahier des charges.",
    "regime": "sans-ccag",
    "pieces": [
      "reglement-concours"
    ],
    "variables": [
      {
        "nom": "réalisations",
        "sens": "code, spécifications, maquettes, prototypes…",
        "exemple": "code source, spécifications fonctionnelles et maquettes de l'application"
      },
      {
        "nom": "étendue et modes",
        "sens": "supports, réseaux, procédés",
        "exemple": "tous supports numériques et imprimés ; exploitation sur serveur, poste de travail et terminal mobile, en ligne et hors ligne"
      },
      {
        "nom": "destination",
        "sens": "usages prévus de la réalisation",
        "exemple": "développement et mise à disposition gratuite d'un service d'information des assurés"
      },
      {
        "nom": "lieu",
        "sens": "territoire ; « le monde entier » si la réalisation est mise en ligne",
        "exemple": "le monde entier"
      },
      {
        "nom": "durée",
        "sens": "au plus la durée légale de protection",
        "exemple": "la durée légale de protection des droits d'auteur"
      },
      {
        "nom": "bénéficiaires",
        "sens": "personnes qui exercent les droits, désignées par leur nom",
        "exemple": "la Carsat Val d'Orée et la Caisse nationale d'assurance vieillesse"
      },
      {
        "nom": "montant",
        "sens": "somme due à chaque équipe, en euros",
        "exemple": "1 500"
      }
    ],
    "sources": [
      "guide III.B 26",
      "cpi L131-2",
      "cpi L131-3",
      "cpi L131-4"
    ],
    "protege": [
      "reproduction",
      "representation",
      "adaptation",
      "traduction",
      "distribution",
      "modes",
      "etendue",
      "destination",
      "lieu",
      "duree",
      "beneficiaires",
      "prix",
      "ecrit-signe"
    ],
    "date": "2026-11-24",
    "heading": "Droits sur les réalisations des équipes",
    "body": "Chaque équipe signe, avant le début des travaux, l'acte par lequel ses membres cèdent à l'organisateur, à titre non exclusif, les droits de reproduction, de représentation, d'adaptation, de traduction et de distribution de la réalisation qu'elle remet au jury, à savoir : [à compléter : réalisations — code, spécifications, maquettes, prototypes…].\n\n| Élément | Stipulation |\n|---|---|\n| Étendue et modes d'exploitation | [à compléter : étendue et modes — supports, réseaux, procédés] |\n| Destination | [à compléter : destination — usages prévus de la réalisation] |\n| Lieu | [à compléter : lieu — territoire ; « le monde entier » si la réalisation est mise en ligne] |\n| Durée | [à compléter : durée — au plus la durée légale de protection] |\n| Bénéficiaires | [à compléter : bénéficiaires — personnes qui exercent les droits, désignées par leur nom] |\n| Prix | somme forfaitaire de [à compléter : montant — somme due à chaque équipe, en euros] € HT, versée dans les trente jours de la remise |\n\nLes membres des équipes gardent leurs droits moraux, inaliénables, et la faculté d'exploiter eux-mêmes leur réalisation. L'organisateur n'utilise aucune réalisation dont l'acte n'a pas été signé."
  },
  {
    "id": "pi-modes-exploitation",
    "titre": "Modes d'exploitation",
    "quand": "La clause ne nomme que la reproduction et la représentation, ou ne dit pas comment elles s'exercent : à placer dans le même article.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "ae",
      "rc",
      "reglement-concours"
    ],
    "variables": [
      {
        "nom": "modes de reproduction",
        "sens": "procédés et supports",
        "exemple": "copie numérique, impression, stockage sur les serveurs de l'acheteur et de ses prestataires"
      },
      {
        "nom": "modes de représentation",
        "sens": "réseaux, lieux, publics",
        "exemple": "diffusion sur l'intranet, l'internet et les écrans des accueils, projection en réunion"
      },
      {
        "nom": "modes d'adaptation",
        "sens": "corrections, évolutions, traductions, ou « néant »",
        "exemple": "correction, mise à jour, changement de format, traduction en anglais"
      }
    ],
    "sources": [
      "guide III.A 25",
      "cpi L122-7",
      "cpi L131-3"
    ],
    "protege": [
      "modes"
    ],
    "date": "2026-11-24",
    "body": "Les droits énumérés au présent article s'exercent selon les modes d'exploitation suivants :\n\n- reproduction : [à compléter : modes de reproduction — procédés et supports] ;\n- représentation : [à compléter : modes de représentation — réseaux, lieux, publics] ;\n- adaptation : [à compléter : modes d'adaptation — corrections, évolutions, traductions, ou « néant »]."
  },
  {
    "id": "pi-prix-complementaire",
    "titre": "Prix de la cession distinct du prix des prestations",
    "quand": "L'acheteur veut isoler le prix des droits, ou ne l'acquitter que s'il en a l'usage : à placer dans l'article de cession.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "ae"
    ],
    "variables": [
      {
        "nom": "montant",
        "sens": "prix des droits, en euros",
        "exemple": "12 500"
      },
      {
        "nom": "échéance",
        "sens": "fait qui rend le prix exigible",
        "exemple": "à l'admission des résultats"
      }
    ],
    "sources": [
      "guide III.A 25",
      "cpi L131-4"
    ],
    "protege": [
      "prix"
    ],
    "date": "2026-11-24",
    "body": "Les droits énumérés au présent article sont rémunérés par un prix forfaitaire de [à compléter : montant — prix des droits, en euros] € HT, distinct de celui des prestations. Il est payé [à compléter : échéance — fait qui rend le prix exigible], dans le délai de paiement du marché."
  },
  {
    "id": "pi-prix-forfaitaire",
    "titre": "Prix de la cession compris dans le prix du marché",
    "quand": "Cession portant sur un logiciel, ou entrant dans un autre des cas où l'article L131-4 du CPI admet le forfait : à placer dans l'article de cession.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "ae"
    ],
    "variables": [
      {
        "nom": "cas",
        "sens": "cas où cet article admet le forfait",
        "valeurs": [
          "la cession porte sur un logiciel",
          "la base d'une participation proportionnelle ne peut être pratiquement déterminée",
          "l'utilisation des résultats n'est que l'accessoire du service rendu"
        ],
        "exemple": "la cession porte sur un logiciel"
      },
      {
        "nom": "montant",
        "sens": "part du prix, en euros",
        "exemple": "6 000"
      }
    ],
    "sources": [
      "guide III.A 25",
      "cpi L131-4"
    ],
    "protege": [
      "prix"
    ],
    "date": "2026-11-24",
    "body": "La rémunération des droits énumérés au présent article est comprise forfaitairement dans le prix du marché, au titre du cas suivant de l'article L. 131-4 du code de la propriété intellectuelle : [à compléter : cas — cas où cet article admet le forfait]. Leur part dans ce prix est de [à compléter : montant — part du prix, en euros] € HT."
  },
  {
    "id": "pi-prix-proportionnel",
    "titre": "Participation proportionnelle aux recettes",
    "quand": "L'acheteur tirera des recettes des résultats, ou aucun des cas de forfait de l'article L131-4 du CPI n'est rempli : à placer dans l'article de cession.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp",
      "ae"
    ],
    "variables": [
      {
        "nom": "taux",
        "sens": "pourcentage",
        "exemple": "8"
      },
      {
        "nom": "date d'arrêté",
        "sens": "jour et mois",
        "exemple": "31 décembre"
      }
    ],
    "sources": [
      "guide III.A 25",
      "cpi L131-4"
    ],
    "protege": [
      "taux",
      "assiette",
      "reddition-des-comptes"
    ],
    "date": "2026-11-24",
    "body": "En contrepartie des droits énumérés au présent article, le titulaire reçoit une participation proportionnelle de [à compléter : taux — pourcentage] % des recettes HT que l'acheteur tire de l'exploitation des résultats. L'acheteur arrête chaque année, au [à compléter : date d'arrêté — jour et mois], le compte de ces recettes, le communique au titulaire et paie la somme due dans les trente jours de la facture."
  },
  {
    "id": "pi-resultats-definition",
    "titre": "Définition des résultats",
    "quand": "Dès que des droits sont cédés ou concédés sur des résultats : aucune pièce ne dit encore lesquels.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "logiciels",
        "sens": "noms des logiciels et modules à réaliser",
        "exemple": "l'application mobile de suivi des visites et son module d'administration"
      },
      {
        "nom": "conception",
        "sens": "spécifications, maquettes, dossiers d'architecture…",
        "exemple": "spécifications générales et détaillées, maquettes, dossier d'architecture"
      },
      {
        "nom": "documentation",
        "sens": "manuels, guides, supports de formation…",
        "exemple": "manuel d'installation, manuel d'exploitation, guide de l'utilisateur, supports de formation"
      },
      {
        "nom": "autres productions",
        "sens": "bases de données, études, signes distinctifs, ou « néant »",
        "exemple": "base de données de référence et jeux d'essai"
      }
    ],
    "sources": [
      "guide III.C.1 27",
      "ccag tic-2021 43.1",
      "ccag pi-2021 32.1"
    ],
    "protege": [
      "liste-des-resultats"
    ],
    "date": "2026-11-24",
    "heading": "Définition des résultats",
    "body": "Sont des résultats, livrés ou non, les productions du titulaire issues de l'exécution du marché :\n\n- logiciels, code source et code objet compris : [à compléter : logiciels — noms des logiciels et modules à réaliser] ;\n- éléments de conception : [à compléter : conception — spécifications, maquettes, dossiers d'architecture…] ;\n- documentation : [à compléter : documentation — manuels, guides, supports de formation…] ;\n- autres productions : [à compléter : autres productions — bases de données, études, signes distinctifs, ou « néant »].\n\nCe qui préexiste au marché, ou en a été réalisé indépendamment, relève des connaissances antérieures."
  },
  {
    "id": "pi-tierce-maintenance",
    "titre": "Maintenance des résultats par un tiers",
    "quand": "Un logiciel est développé pour l'acheteur, qui veut pouvoir en confier la maintenance à une autre entreprise.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "cctp"
    ],
    "variables": [
      {
        "nom": "période",
        "sens": "pendant et après le marché, ou après son terme",
        "valeurs": [
          "pendant et après le marché",
          "après le terme du marché"
        ],
        "exemple": "pendant et après le marché"
      }
    ],
    "sources": [
      "guide III.C.4 33",
      "ccag tic-2021 46.1",
      "ccag pi-2021 35.1",
      "cpi L122-6-1"
    ],
    "protege": [
      "choix-du-tiers",
      "absence-d-autorisation"
    ],
    "date": "2026-11-24",
    "heading": "Maintenance par un tiers",
    "body": "L'acheteur peut confier à tout tiers de son choix, [à compléter : période — pendant et après le marché, ou après son terme], la maintenance corrective, préventive, adaptative et évolutive des logiciels qui constituent des résultats, sans autorisation du titulaire ni rémunération à son profit. Il remet à ce tiers le code source et la documentation, pour ce seul usage. Le titulaire ne répond pas des défauts que ce tiers introduit."
  },
  {
    "id": "procedure-adaptee",
    "titre": "Procédure adaptée",
    "quand": "Besoin inférieur au seuil de procédure formalisée.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "procedures": [
      "mapa"
    ],
    "variables": [
      {
        "nom": "forme",
        "sens": "ouverte ou restreinte",
        "valeurs": [
          "ouverte",
          "restreinte"
        ],
        "exemple": "ouverte"
      },
      {
        "nom": "valeur estimée",
        "sens": "montant en euros",
        "exemple": "96 000"
      }
    ],
    "sources": [
      "guide II.B.1 14",
      "ccp L2123-1",
      "ccp R2123-1",
      "ccp R2123-4"
    ],
    "protege": [
      "valeur-estimee"
    ],
    "date": "2026-11-24",
    "heading": "Procédure",
    "body": "La consultation est passée selon une procédure adaptée [à compléter : forme — ouverte ou restreinte], en application des articles L. 2123-1 et R. 2123-1 (1°) du code de la commande publique. La valeur estimée du besoin, toutes périodes et tous lots compris, est de [à compléter : valeur estimée — montant en euros] € HT, inférieure au seuil de procédure formalisée."
  },
  {
    "id": "procedure-exigences-minimales",
    "titre": "Exigences minimales non négociables",
    "quand": "Procédure avec négociation : les documents fixent ce qui ne se négocie pas.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp",
      "programme-fonctionnel"
    ],
    "procedures": [
      "procedure-avec-negociation"
    ],
    "variables": [
      {
        "nom": "exigence 1",
        "sens": "exigence du besoin à laquelle aucune offre ne déroge",
        "exemple": "les exigences fonctionnelles EF-01 à EF-06 du CCTP"
      },
      {
        "nom": "exigence 2",
        "sens": "niveau de performance, avec sa mesure",
        "exemple": "une disponibilité mensuelle du service d'au moins 99,5 %"
      },
      {
        "nom": "exigence 3",
        "sens": "délai, sécurité, réglementation…",
        "exemple": "une mise en service six mois au plus après la notification du marché"
      }
    ],
    "sources": [
      "guide II.B.2 15",
      "ccp R2161-13"
    ],
    "protege": [
      "exigences-minimales"
    ],
    "date": "2026-11-24",
    "heading": "Exigences minimales",
    "body": "Les exigences suivantes sont minimales : toute offre les respecte et elles ne sont pas négociables.\n\n- [à compléter : exigence 1 — exigence du besoin à laquelle aucune offre ne déroge] ;\n- [à compléter : exigence 2 — niveau de performance, avec sa mesure] ;\n- [à compléter : exigence 3 — délai, sécurité, réglementation…]."
  },
  {
    "id": "procedure-motif-negociation",
    "titre": "Motif de la procédure avec négociation ou du dialogue compétitif",
    "quand": "L'acheteur recourt à l'une de ces procédures : il indique le cas légal qui l'ouvre.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "procedures": [
      "procedure-avec-negociation",
      "dialogue-competitif"
    ],
    "variables": [
      {
        "nom": "procédure",
        "sens": "au choix : la procédure avec négociation, ou le dialogue compétitif",
        "valeurs": [
          "la procédure avec négociation",
          "le dialogue compétitif"
        ],
        "exemple": "la procédure avec négociation"
      },
      {
        "nom": "article",
        "sens": "R. 2124-3 pour la négociation, R. 2124-5 pour le dialogue",
        "valeurs": [
          "l'article R. 2124-3",
          "l'article R. 2124-5"
        ],
        "exemple": "l'article R. 2124-3"
      },
      {
        "nom": "cas",
        "sens": "l'un des cas légaux",
        "valeurs": [
          "le besoin ne peut être satisfait sans adapter des solutions immédiatement disponibles",
          "le besoin consiste en une solution innovante",
          "le marché comporte des prestations de conception",
          "la nature, la complexité, le montage juridique et financier du marché ou les risques qui s'y attachent imposent une négociation préalable",
          "l'acheteur n'est pas en mesure de définir les spécifications techniques avec une précision suffisante",
          "seules des offres irrégulières ou inacceptables ont été remises lors d'un appel d'offres dont les conditions initiales ne sont pas substantiellement modifiées"
        ],
        "exemple": "le besoin ne peut être satisfait sans adapter des solutions immédiatement disponibles"
      },
      {
        "nom": "circonstances",
        "sens": "faits propres au marché",
        "exemple": "aucun produit disponible ne relie les mesures des capteurs aux dossiers de prévention sans un développement propre"
      }
    ],
    "sources": [
      "guide II.B.2 15",
      "guide II.B.3 16",
      "ccp R2124-3",
      "ccp R2124-5"
    ],
    "protege": [
      "cas-legal",
      "circonstances"
    ],
    "date": "2026-11-24",
    "heading": "Motif du recours à la procédure",
    "body": "Le recours à [à compléter : procédure — au choix : la procédure avec négociation, ou le dialogue compétitif] est ouvert par le cas suivant, au sens de [à compléter : article — R. 2124-3 pour la négociation, R. 2124-5 pour le dialogue] du code de la commande publique : [à compléter : cas — l'un des cas légaux]. Il est rempli pour la raison suivante : [à compléter : circonstances — faits propres au marché]."
  },
  {
    "id": "recherche-mise-en-concurrence",
    "titre": "Mise en concurrence des services de recherche",
    "quand": "Services de recherche et développement placés hors du code : une concurrence minimale écarte le risque d'aide d'État.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp"
    ],
    "procedures": [
      "recherche-developpement"
    ],
    "variables": [
      {
        "nom": "support",
        "sens": "profil d'acheteur, site, revue",
        "exemple": "le profil d'acheteur et le site de l'acheteur"
      },
      {
        "nom": "délai",
        "sens": "nombre de jours",
        "exemple": "trente jours"
      }
    ],
    "sources": [
      "guide II.C.1 20",
      "ccp L2512-5"
    ],
    "protege": [
      "concurrence"
    ],
    "date": "2026-11-24",
    "heading": "Mise en concurrence",
    "body": "Bien que les services de recherche et développement du contrat ne soient pas soumis aux règles de passation du code de la commande publique (article L. 2512-5, 2°), l'acheteur met en concurrence les organismes intéressés. Un avis est publié sur [à compléter : support — profil d'acheteur, site, revue], au moins [à compléter : délai — nombre de jours] avant la remise des propositions. Celles-ci sont choisies selon l'intérêt scientifique, la méthode, le prix et l'incidence environnementale des travaux."
  },
  {
    "id": "recherche-partage-risques",
    "titre": "Partage des risques et des bénéfices",
    "quand": "Achat public avant commercialisation (APAC) : partage aux conditions du marché.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp",
      "ccap"
    ],
    "procedures": [
      "recherche-developpement"
    ],
    "variables": [
      {
        "nom": "part",
        "sens": "pourcentage inférieur à 100",
        "exemple": "70"
      },
      {
        "nom": "taux",
        "sens": "pourcentage",
        "exemple": "2"
      },
      {
        "nom": "durée",
        "sens": "nombre d'années",
        "exemple": "huit ans"
      }
    ],
    "sources": [
      "guide II.C.1 21",
      "ccp L2512-5"
    ],
    "protege": [
      "partage-des-risques",
      "partage-des-benefices"
    ],
    "date": "2026-11-24",
    "heading": "Partage des risques et des bénéfices",
    "body": "Les risques et les bénéfices des travaux sont partagés aux conditions du marché. L'acheteur finance [à compléter : part — pourcentage inférieur à 100] % du coût des travaux ; l'entreprise supporte le reste et l'aléa du résultat. Chaque entreprise garde la propriété de ses résultats et peut, avec l'accord écrit et préalable de l'acheteur, les exploiter commercialement ; elle verse alors à l'acheteur une redevance de [à compléter : taux — pourcentage] % du chiffre d'affaires HT qu'elle en retire pendant [à compléter : durée — nombre d'années]. Toute publication mentionne le financement de l'acheteur."
  },
  {
    "id": "sourcage-informations-partagees",
    "titre": "Partage des informations issues du sourçage",
    "quand": "Le dossier mentionne un sourçage ou des échanges préalables avec des entreprises.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "nombre",
        "sens": "nombre d'entreprises, deux au moins et de préférence trois",
        "exemple": "quatre"
      },
      {
        "nom": "lieu de mise à disposition",
        "sens": "profil d'acheteur ou document du dossier",
        "exemple": "le profil d'acheteur"
      }
    ],
    "sources": [
      "guide I.A 8",
      "ccp R2111-1",
      "ccp L3"
    ],
    "protege": [
      "partage",
      "secret-des-affaires"
    ],
    "date": "2026-11-24",
    "heading": "Échanges préalables",
    "body": "Avant la consultation, l'acheteur a mené un sourçage auprès de [à compléter : nombre — nombre d'entreprises, deux au moins et de préférence trois] entreprises. Les documents qu'il leur a remis et la synthèse des échanges sont mis à la disposition de tous les candidats sur [à compléter : lieu de mise à disposition — profil d'acheteur ou document du dossier], à l'exception des éléments protégés des entreprises rencontrées : droits de propriété intellectuelle, procédés, données économiques et financières, stratégie commerciale."
  },
  {
    "id": "sourcage-participation-prealable",
    "titre": "Entreprise ayant participé à la préparation",
    "quand": "Une entreprise a participé à la préparation (étude, assistance, relecture du cahier des charges) et peut se porter candidate.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "entreprise",
        "sens": "dénomination",
        "exemple": "Atelier Bellerive"
      },
      {
        "nom": "participation",
        "sens": "nature et objet de son intervention",
        "exemple": "une étude des flux d'accueil"
      },
      {
        "nom": "délai",
        "sens": "nombre de jours avant la date limite de réception des offres",
        "exemple": "trente-cinq jours"
      },
      {
        "nom": "délai de réponse",
        "sens": "nombre de jours",
        "exemple": "huit jours"
      }
    ],
    "sources": [
      "guide I.A 8",
      "guide I.A 9",
      "ccp R2111-2",
      "ccp L2141-8",
      "ccp L2141-11"
    ],
    "protege": [
      "partage",
      "delai",
      "audition-prealable"
    ],
    "date": "2026-11-24",
    "heading": "Participation d'une entreprise à la préparation",
    "body": "La société [à compléter : entreprise — dénomination] a participé à la préparation de la consultation par [à compléter : participation — nature et objet de son intervention]. Les informations qu'elle a reçues et celles qu'elle a produites sont mises à la disposition de tous les candidats sur le profil d'acheteur, à l'exception des éléments protégés des entreprises concernées : droits de propriété intellectuelle, procédés, données économiques et financières, stratégie commerciale. Les candidats disposent, pour en prendre connaissance, d'un délai de [à compléter : délai — nombre de jours avant la date limite de réception des offres] avant la date limite de réception des offres.\n\nSi aucun autre moyen ne remédiait à une distorsion de concurrence, cette société ne serait exclue qu'après avoir été invitée à démontrer, dans un délai de [à compléter : délai de réponse — nombre de jours], que sa participation ne porte pas atteinte à l'égalité de traitement."
  },
  {
    "id": "sourcage-secret-affaires",
    "titre": "Secret des affaires",
    "quand": "Le dossier annonce la diffusion des échanges préalables, des offres, des prix ou des procédés sans réserver le secret des affaires.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp"
    ],
    "variables": [
      {
        "nom": "délai",
        "sens": "nombre de jours",
        "exemple": "huit jours"
      }
    ],
    "sources": [
      "guide I.A 8",
      "ccp L2132-1"
    ],
    "protege": [
      "exception"
    ],
    "date": "2026-11-24",
    "body": "Cette mise à disposition ne comprend pas les éléments couverts par le secret des affaires des entreprises rencontrées : droits de propriété intellectuelle, procédés, données économiques et financières, stratégie commerciale. Avant toute diffusion, chaque entreprise désigne ces éléments dans un délai de [à compléter : délai — nombre de jours]."
  },
  {
    "id": "tranches-affermissement",
    "titre": "Affermissement des tranches optionnelles",
    "quand": "Le marché comporte des tranches optionnelles et ne dit ni quand, ni comment elles sont affermies.",
    "regime": "tous",
    "pieces": [
      "ccap",
      "rc",
      "cctp",
      "ae"
    ],
    "variables": [
      {
        "nom": "délai",
        "sens": "nombre de mois",
        "exemple": "douze mois"
      },
      {
        "nom": "prolongation",
        "sens": "nombre de mois",
        "exemple": "six mois"
      },
      {
        "nom": "taux d'attente",
        "sens": "pourcentage",
        "exemple": "0,5"
      },
      {
        "nom": "taux de dédit",
        "sens": "pourcentage",
        "exemple": "3"
      }
    ],
    "sources": [
      "guide I.F 11",
      "ccp R2113-6"
    ],
    "protege": [
      "delai",
      "decision-notifiee"
    ],
    "date": "2026-11-24",
    "heading": "Affermissement",
    "body": "Chaque tranche optionnelle est affermie par une décision notifiée au titulaire dans un délai de [à compléter : délai — nombre de mois] à compter de la notification du marché. Son exécution ne commence pas avant cette décision. Une décision prise après ce délai, mais au plus [à compléter : prolongation — nombre de mois] plus tard, ouvre droit à une indemnité d'attente de [à compléter : taux d'attente — pourcentage] % du montant HT de la tranche par mois entier de retard ; l'abandon de la tranche, à une indemnité de dédit de [à compléter : taux de dédit — pourcentage] % de ce montant."
  },
  {
    "id": "tranches-definition",
    "titre": "Définition des tranches",
    "quand": "Marché à tranches : l'objet et le montant de chacune, la ferme comprise.",
    "regime": "tous",
    "pieces": [
      "rc",
      "ccap",
      "cctp",
      "ae"
    ],
    "variables": [
      {
        "nom": "objet de la tranche ferme",
        "sens": "prestations, qui forment un ensemble cohérent",
        "exemple": "équipement et mise en service des trois sites principaux"
      },
      {
        "nom": "montant de la tranche ferme",
        "sens": "en euros",
        "exemple": "64 000"
      },
      {
        "nom": "objet de la tranche optionnelle 1",
        "sens": "prestations, cohérentes avec la tranche ferme",
        "exemple": "extension aux deux sites annexes"
      },
      {
        "nom": "montant de la tranche optionnelle 1",
        "sens": "en euros",
        "exemple": "21 500"
      }
    ],
    "sources": [
      "guide I.F 11",
      "ccp R2113-4",
      "ccp R2113-5"
    ],
    "protege": [
      "objet-de-chaque-tranche",
      "montant-de-chaque-tranche",
      "tranche-ferme"
    ],
    "date": "2026-11-24",
    "heading": "Tranches",
    "body": "| Tranche | Objet | Montant |\n|---|---|---:|\n| Tranche ferme | [à compléter : objet de la tranche ferme — prestations, qui forment un ensemble cohérent] | [à compléter : montant de la tranche ferme — en euros] € HT |\n| Tranche optionnelle 1 | [à compléter : objet de la tranche optionnelle 1 — prestations, cohérentes avec la tranche ferme] | [à compléter : montant de la tranche optionnelle 1 — en euros] € HT |"
  },
  {
    "id": "tranches-jugement",
    "titre": "Jugement des offres avec tranches",
    "quand": "Le règlement annonce des tranches sans dire que toutes comptent dans le jugement.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [],
    "sources": [
      "guide I.F 11"
    ],
    "protege": [
      "toutes-les-tranches"
    ],
    "date": "2026-11-24",
    "body": "Les offres sont jugées sur l'ensemble formé par la tranche ferme et toutes les tranches optionnelles. Le prix comparé est la somme de leurs montants."
  },
  {
    "id": "variantes-autorisees",
    "titre": "Variantes autorisées (article complet)",
    "quand": "L'acheteur ouvre la consultation aux variantes à l'initiative des candidats ; l'indiquer aussi dans l'avis.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [
      {
        "nom": "nombre",
        "sens": "nombre de variantes",
        "valeurs": [
          "une variante",
          "deux variantes"
        ],
        "exemple": "une variante"
      },
      {
        "nom": "éléments attendus",
        "sens": "parties du besoin ouvertes à d'autres solutions",
        "exemple": "le mode d'alimentation des équipements et l'organisation de la maintenance"
      },
      {
        "nom": "exigence 1",
        "sens": "exigence du besoin à laquelle aucune variante ne déroge",
        "exemple": "les exigences fonctionnelles EF-01 à EF-06 du CCTP"
      },
      {
        "nom": "exigence 2",
        "sens": "niveau de performance, avec sa mesure",
        "exemple": "une disponibilité mensuelle du service d'au moins 99,5 %"
      },
      {
        "nom": "exigence 3",
        "sens": "délai, sécurité, réglementation…",
        "exemple": "une mise en service six mois au plus après la notification du marché"
      }
    ],
    "sources": [
      "guide I.D 10",
      "ccp L2151-2",
      "ccp R2151-8",
      "ccp R2151-10",
      "ccp R2152-7"
    ],
    "protege": [
      "autorisation",
      "exigences-minimales",
      "criteres",
      "presentation"
    ],
    "date": "2026-11-24",
    "heading": "Variantes",
    "body": "Les variantes à l'initiative des candidats sont autorisées : chaque candidat peut présenter [à compléter : nombre — nombre de variantes] en plus de son offre de base. Elles sont attendues sur les éléments suivants : [à compléter : éléments attendus — parties du besoin ouvertes à d'autres solutions].\n\nToute variante respecte, sous peine de rejet, les exigences minimales suivantes :\n\n- [à compléter : exigence 1 — exigence du besoin à laquelle aucune variante ne déroge] ;\n- [à compléter : exigence 2 — niveau de performance, avec sa mesure] ;\n- [à compléter : exigence 3 — délai, sécurité, réglementation…].\n\nLe candidat présente sa variante dans une partie distincte du mémoire technique. Il y justifie, mesures à l'appui, les gains et les améliorations qu'elle apporte par rapport à l'offre de base. Offres de base et variantes sont jugées selon les mêmes critères, affectés des mêmes poids. Le contenu d'une variante n'est révélé à aucun autre candidat sans l'accord écrit de son auteur."
  },
  {
    "id": "variantes-confidentialite",
    "titre": "Confidentialité des variantes",
    "quand": "Les variantes sont autorisées dans une procédure qui comporte une négociation ou un dialogue.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [],
    "sources": [
      "guide I.D 10",
      "guide II.B 14",
      "ccp L2132-1"
    ],
    "protege": [
      "confidentialite"
    ],
    "date": "2026-11-24",
    "body": "La solution présentée en variante reste confidentielle. Pendant les échanges, l'acheteur n'en révèle aucun élément aux autres candidats sans l'accord écrit et préalable de son auteur, limité aux informations que cet accord désigne ; il ne l'impose pas davantage aux autres candidats comme base de leur offre."
  },
  {
    "id": "variantes-criteres",
    "titre": "Jugement des offres de base et des variantes",
    "quand": "Les variantes sont autorisées et rien ne dit selon quels critères elles sont jugées.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [],
    "sources": [
      "guide I.D 10",
      "ccp R2152-7"
    ],
    "protege": [
      "memes-criteres"
    ],
    "date": "2026-11-24",
    "body": "Les offres de base et les variantes sont jugées ensemble, selon les mêmes critères d'attribution et les mêmes pondérations. Une variante peut être retenue alors même que l'offre de base de son auteur est moins bien classée."
  },
  {
    "id": "variantes-elements-attendus",
    "titre": "Éléments sur lesquels les variantes sont attendues",
    "quand": "Les variantes sont autorisées sans indication des parties du besoin où elles seraient utiles.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp"
    ],
    "variables": [
      {
        "nom": "élément 1",
        "sens": "partie du besoin ouverte à d'autres solutions",
        "exemple": "le mode de collecte des mesures"
      },
      {
        "nom": "élément 2",
        "sens": "partie du besoin ouverte à d'autres solutions",
        "exemple": "le conditionnement et la reprise des équipements"
      }
    ],
    "sources": [
      "guide I.D 10"
    ],
    "protege": [],
    "date": "2026-11-24",
    "body": "Les variantes sont attendues en particulier sur les éléments suivants :\n\n- [à compléter : élément 1 — partie du besoin ouverte à d'autres solutions] ;\n- [à compléter : élément 2 — partie du besoin ouverte à d'autres solutions]."
  },
  {
    "id": "variantes-exigences-minimales",
    "titre": "Exigences minimales des variantes",
    "quand": "Les variantes sont autorisées ou exigées et aucune pièce ne dit les exigences minimales qu'elles respectent.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp"
    ],
    "variables": [
      {
        "nom": "exigence 1",
        "sens": "exigence du besoin à laquelle aucune variante ne déroge",
        "exemple": "les exigences fonctionnelles EF-01 à EF-06 du CCTP"
      },
      {
        "nom": "exigence 2",
        "sens": "niveau de performance, avec sa mesure",
        "exemple": "une disponibilité mensuelle du service d'au moins 99,5 %"
      },
      {
        "nom": "exigence 3",
        "sens": "délai, sécurité, réglementation…",
        "exemple": "une mise en service six mois au plus après la notification du marché"
      }
    ],
    "sources": [
      "guide I.D 10",
      "ccp R2151-10"
    ],
    "protege": [
      "exigences-minimales"
    ],
    "date": "2026-11-24",
    "body": "Toute variante respecte, sous peine de rejet, les exigences minimales suivantes :\n\n- [à compléter : exigence 1 — exigence du besoin à laquelle aucune variante ne déroge] ;\n- [à compléter : exigence 2 — niveau de performance, avec sa mesure] ;\n- [à compléter : exigence 3 — délai, sécurité, réglementation…]."
  },
  {
    "id": "variantes-interdites",
    "titre": "Variantes non autorisées",
    "quand": "L'acheteur n'admet pas de variante : il doit alors l'écrire, dans l'avis et dans le règlement.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [],
    "sources": [
      "guide I.D 10",
      "ccp L2151-2",
      "ccp R2151-8"
    ],
    "protege": [
      "interdiction"
    ],
    "date": "2026-11-24",
    "heading": "Variantes",
    "body": "Les variantes ne sont pas autorisées. L'acheteur n'en exige aucune."
  },
  {
    "id": "variantes-justification-gains",
    "titre": "Justification des gains d'une variante",
    "quand": "Les variantes sont autorisées et le candidat n'est pas invité à en démontrer l'intérêt.",
    "regime": "tous",
    "pieces": [
      "rc",
      "cctp"
    ],
    "variables": [
      {
        "nom": "points",
        "sens": "coût, délai, qualité, environnement…",
        "exemple": "coût sur la durée du marché, délai de mise en service, consommation d'énergie"
      }
    ],
    "sources": [
      "guide I.D 10"
    ],
    "protege": [
      "justification"
    ],
    "date": "2026-11-24",
    "body": "Le candidat justifie les gains et les améliorations que sa variante apporte par rapport à son offre de base, au moins sur les points suivants : [à compléter : points — coût, délai, qualité, environnement…]. Il en donne la mesure et la méthode de calcul."
  },
  {
    "id": "variantes-trame-memoire",
    "titre": "Place de la variante dans la trame du mémoire technique",
    "quand": "Les variantes sont autorisées et la trame imposée du mémoire technique ne leur réserve aucune partie.",
    "regime": "tous",
    "pieces": [
      "rc"
    ],
    "variables": [],
    "sources": [
      "guide I.D 10",
      "ccp R2151-10"
    ],
    "protege": [],
    "date": "2026-11-24",
    "body": "Le mémoire technique comprend une partie réservée à la variante éventuelle : description, respect des exigences minimales, gains justifiés par rapport à l'offre de base, incidences sur les prix et les délais."
  }
];
