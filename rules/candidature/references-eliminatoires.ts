import { clauseText } from '../clauses/clauses.ts';
import { capacites } from '../facts/candidature/index.ts';
import { replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

export default defineRule({
  id: 'candidature/references-eliminatoires',
  title: 'Absence de références éliminatoire',
  level: 'error',
  pieces: ['rc'],
  why: `Une jeune entreprise qui propose une solution nouvelle n'a, par définition, pas de référence comparable. L'absence de références ne peut justifier à elle
seule l'élimination : le candidat doit pouvoir prouver sa capacité autrement (personnes, moyens, essais, prototypes).`,
  sources: [ccp('R2142-14'), ccp('R2142-13')],
  messages: {
    references:
      'Ici, l’absence de références suffit à écarter un candidat.\nL’article R2142-14 l’interdit. Admettre toute autre preuve des capacités : qualification des personnes, moyens, essais, prototypes.',
  },
  examples: {
    bad: [
      {
        text: '⟦Lot 3 : les entreprises qui n’ont pas trois références de dorure sont éliminées.⟧ Pour les autres lots, la capacité se prouve par tout moyen.\n',
        fixed: { gains: 'capacités' },
      },
      {
        text: '## Niveau attendu\n\nLe candidat justifie de deux portails mis en service depuis 2023. ⟦Les dossiers qui n’en comportent qu’un, ou aucun, sont écartés.⟧\n',
        fixed: { gains: 'capacités' },
      },
      {
        text: '⟦Lot 4 : seules concourent les entreprises qui ont déjà tenu deux saisons d’hiver en altitude.⟧\n',
        fixed: { gains: 'capacités' },
      },
      // What was open is shut again.
      {
        text: 'Les références se racontent librement ; une jeune entreprise peut les remplacer par un prototype. ⟦Une réserve cependant : une équipe qui n’aurait jamais équipé cinquante logements verra son dossier refermé sans autre examen.⟧',
        fixed: { gains: 'L’absence de références n’est pas éliminatoire' },
      },
      {
        text: '⟦Les candidats ne justifiant pas de trois références similaires seront éliminés.⟧',
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: '⟦Le candidat présente au moins trois références de moins de trois ans, sous peine de rejet de sa candidature.⟧',
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: 'Trois références en milieu hospitalier sont demandées. ⟦À défaut, la candidature est déclarée irrecevable.⟧',
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: '⟦Seules seront admises les candidatures présentant au moins deux réalisations comparables.⟧',
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: '| Capacité | Attendu |\n| --- | --- |\n| Professionnelle | ⟦Trois marchés de géolocalisation exécutés ; faute de les produire, le candidat est éliminé⟧ |\n',
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: "Sous peine d'élimination, le candidat fournit :\n\n- le formulaire DC1 ;\n- ⟦au moins trois références comparables.⟧\n",
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: "⟦Les entreprises n'ayant jamais exécuté de prestations similaires ne pourront pas candidater.⟧",
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: "⟦Il est toutefois indiqué que le candidat qui ne serait pas en mesure de faire état d'au moins deux interventions comparables verra son dossier écarté, sans que ses autres justifications soient examinées.⟧",
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: "⟦Le candidat qui n'a jamais équipé d'hôpital est écarté.⟧",
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: '⟦Faute de deux installations de même importance, la candidature est disqualifiée, quels que soient ses autres justificatifs.⟧',
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: "Deux références de maintenance en gare sont à joindre. ⟦L'entreprise qui n'en apporte aucune est écartée.⟧",
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: "⟦La société qui n'aurait encore équipé aucun lycée verra son dossier renvoyé sans autre examen.⟧",
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: "Le candidat peut s'appuyer sur d'autres opérateurs. ⟦Celui qui n'a servi aucune collectivité est éliminé.⟧",
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: '⟦Pour le lot 1, ne sont examinés que les dossiers d’entreprises ayant déjà livré deux passerelles en service.⟧ Pour le lot 2, le candidat qui n’a pas de références apporte tout autre élément.',
        fixed: { gains: 'ou tout autre élément qui démontre ses capacités' },
        skip: { 'table-cell': 'what is admitted for one lot of a cell may be for all' },
      },
      {
        text: '⟦Trois références comparables sont impérativement exigées.⟧',
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
      {
        text: '⟦Au moins deux contrats comparables sont exigés sous peine de rejet. Faute de les justifier, le candidat est écarté.⟧',
        fixed: { gains: "L'absence de références n'est pas éliminatoire" },
      },
    ],
    good: [
      'Absence de références : ni motif d’exclusion, ni motif de rejet.\n',
      // Asked for, and no more.
      'Sont à fournir, au moyen du formulaire DC2, les renseignements suivants :\n\n- le chiffre d’affaires ;\n- une liste de trois missions comparables au plus, réalisées au cours des trois dernières années ;\n',
      'Lot 3 : les entreprises qui n’ont pas trois références de dorure sont éliminées, à défaut d’une preuve équivalente. Pour ce lot, la capacité se prouve par tout moyen.\n',
      '# Règlement\n\nGroupement hospitalier des Trois-Vallées\nÉtablissement support : Centre hospitalier Jeanne-Barret (établissement public de santé)\nDossier TS-2027-01\n',
      '| Pièce | Observation |\n|---|---|\n| Déclaration sur l’honneur relative aux motifs d’exclusion | signature non exigée |\n| Cinq références au plus | voir 3.2 |\n',
      'Les échantillons sont remis avant midi. Les dossiers qui n’en comportent qu’un sont écartés.\n',
      'Pour le lot 2, il faut avoir réalisé au moins 400 000 € HT sur le meilleur des trois derniers exercices.',
      'Les candidats donnent la liste de leurs références de moins de trois ans. Leur absence n’est pas éliminatoire.\n',
      'Une liste de prestations comparables est souhaitée ; sa carence ne saurait, par elle-même, entraîner le rejet.',
      'L’absence de livraisons comparables n’écarte pas, à elle seule, un candidat.',
      'Pièces demandées à tous : DUME ou déclaration sur l’honneur relative aux cas d’exclusion ; chiffre d’affaires ; liste de livraisons comparables.',
      '| Document | Exigence |\n| --- | --- |\n| Attestation d’assurance | En cours de validité, produite par chacun sous peine de rejet |\n',
      "L'absence de référence n'est pas, à elle seule, une cause d'élimination.",
      "Trois références au plus sont présentées. L'entreprise qui n'en présente aucune établit sa capacité autrement.",
      "Trois références sont demandées. L'entreprise qui n'en présente aucune n'est pas écartée.",
      "Trois références sont demandées. L'entreprise qui n'a pas signé l'acte d'engagement le fait avant l'attribution.",
      "La société qui n'a servi aucune collectivité le signale ; son dossier est examiné d'après ses moyens.",
      "Le candidat qui n'a fourni aucun document est écarté.",
      "L'absence de référence n'est pas un motif d'élimination.",
      "L'absence de références n'est pas éliminatoire.",
      "L'absence de références ne peut justifier, à elle seule, l'élimination du candidat.",
      'Le candidat présente trois références, ou tout autre moyen de preuve. Les candidatures incomplètes sont rejetées.',
      'Sous peine de rejet, le candidat fournit :\n\n- le formulaire DC1 ;\n- la liste de ses références.\n',
      'Les références sont notées sur dix points. La référence du produit est indiquée sous peine de rejet de l’offre.',
      "Une entreprise qui n'a exécuté aucune prestation comparable n'est pas écartée pour ce motif.",
      'Le candidat qui ne dispose pas de références démontre sa capacité par d’autres moyens ; à défaut de tout élément, sa candidature est rejetée.',
      'Les offres qui ne respectent pas les références normatives du CCTP sont rejetées.',
      'Le candidat qui ne produit pas de références ne sera pas éliminé de ce seul fait.',
      'Le candidat qui ne fournit ni référence ni autre preuve de sa capacité est écarté.',
      'Le candidat qui ne présente ni interventions comparables ni qualifications de son équipe est écarté.',
      "Le candidat qui n'a jamais équipé d'hôpital n'est pas écarté ; il prouve sa capacité par d'autres moyens.",
      'Les interventions effectuées sans bon de commande sont refusées.',
    ],
    limits: [],
  },
  *check(piece) {
    for (const { at, doubt } of piece.ask(capacites).referencesEliminatoires)
      yield {
        at,
        message: 'references',
        doubt,
        fixes: [replace(piece, at, clauseText('candidature-references'), 'Admettre toute autre preuve des capacités')],
      };
  },
});
