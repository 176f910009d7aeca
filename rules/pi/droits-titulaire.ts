import { clauseText } from '../clauses/clauses.ts';
import { droitsDuDossier, isBound, isConditioned, leavesFree, matieres, regimes } from '../facts/pi/index.ts';
import { replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, guide } from '../kit/source.ts';

export default defineRule({
  id: 'pi/droits-titulaire',
  title: 'Publication ou exploitation par le titulaire sans condition',
  level: 'info',
  pieces: ['cctp', 'ccap', 'rc', 'reglement-concours', 'ae'],
  why: `L'acheteur finance les résultats. S'il laisse le titulaire les publier ou les exploiter, trois conditions protègent le service : son
accord écrit et préalable, une redevance, la mention du financement dans les publications.`,
  sources: [guide('III.C.3', 31), guide('III.C.3', 33), ccag('tic', '46.3')],
  messages: {
    libre:
      'Le titulaire peut publier ou exploiter les résultats sans condition.\nPrévoir l’accord écrit et préalable de l’acheteur, une redevance en cas d’exploitation commerciale et la mention du financement dans les publications.',
  },
  examples: {
    bad: [
      {
        text: '## Propriété\n\nLe titulaire cède à la ville, à titre non exclusif, le droit de reproduire les résultats.\n\n⟦Le titulaire demeure libre d’exploiter les résultats et de les commercialiser auprès de tout établissement, sans avoir à en référer à la ville ni à lui verser de redevance.⟧',
        fixed: { gains: 'écrit et préalable de l’acheteur' },
      },
      // A condition on other works, or for another use, is none for these.
      {
        text: '## 9. Résultats\n\nLe titulaire cède à la ville ses droits sur les plans.\n\n## 10. Usages\n\n⟦Les études peuvent être publiées et vendues par le titulaire comme il l’entend.⟧\n\nToute communication sur les films est soumise à l’accord préalable et écrit de la ville.',
        fixed: { gains: 'redevance' },
      },
      {
        text: '## 9. Résultats\n\nLe titulaire cède à la ville ses droits sur les plans.\n\n## 10. Usages\n\n⟦Le titulaire publie à sa guise les rapports.⟧ La vente d’un outil dérivé suppose un accord écrit.',
        fixed: { gains: 'redevance' },
      },
      {
        text: '## 9. Résultats\n\nLe titulaire cède à la ville ses droits sur les plans.\n\n## 10. Usages\n\n⟦Le titulaire offre à d’autres clients, comme bon lui semble, les affiches dessinées pour la ville.⟧',
        fixed: { gains: 'redevance' },
      },
      {
        text: '## 9. Résultats\n\nLe titulaire cède à la ville ses droits sur les plans. ⟦Il use librement, de son côté, des textes nés de la commande.⟧',
        fixed: { gains: 'redevance' },
      },
      {
        text: '⟦L’office laisse le studio commercialiser les films auprès de qui lui plaît, sans formalité.⟧',
        fixed: { gains: 'redevance' },
      },
      {
        text: '⟦Vous pouvez vendre les photos à d’autres clients, librement.⟧',
        fixed: { gains: 'redevance' },
      },
      {
        text: '## 10. Résultats\n\nLe titulaire cède ses droits sur les plans à la ville. La vente des résultats par le titulaire donne lieu à une redevance de 2 %.\n\n⟦Le titulaire publie et diffuse les résultats comme il l’entend, sans formalité d’aucune sorte.⟧',
        fixed: { gains: 'accord' },
      },
      {
        text: "## 9. Résultats\n\nLe titulaire cède à l'Institut les droits de reproduction des résultats.\n\n## 10. Exploitation\n\nLe titulaire tient un cahier de laboratoire.\n\n⟦Il communique et publie les travaux de recherche quand et comme il l'entend.⟧",
        fixed: { gains: 'Le titulaire ne publie les résultats' },
      },
      {
        text: '⟦Le prestataire peut publier l’étude et la revendre, sans condition ni redevance.⟧',
        fixed: { gains: 'accord' },
      },
      {
        text: "## 9. Résultats\n\nLe titulaire cède à l'Institut les droits de reproduction des résultats.\n\n⟦Le titulaire publie les résultats comme il l'entend et peut les exploiter pour son propre compte.⟧",
        fixed: { gains: 'Le titulaire ne publie les résultats' },
      },
      {
        text: "## 9. Résultats\n\nLe titulaire cède à l'Institut les droits de reproduction des résultats.\n\n## 10. Publications\n\n⟦Le titulaire peut faire paraître les résultats dans toute revue ou tout colloque de son choix.⟧",
        fixed: { gains: 'redevance' },
      },
      {
        text: "## 9. Résultats\n\nLe prestataire concède à la Ville le droit d'utiliser les livrables. ⟦Le prestataire reste libre de commercialiser les livrables.⟧",
        fixed: { gains: 'redevance' },
      },
      {
        text: "## 9. Résultats\n\nLe titulaire cède à l'Institut les droits de reproduction des résultats. ⟦L'équipe qui exploite le logiciel peut publier les résultats.⟧",
        fixed: { gains: 'redevance' },
      },
      {
        text: "## 9. Résultats\n\nLe partenaire cède à l'État les droits de reproduction des résultats.\n\n## 10. Exploitation\n\n⟦Le partenaire exploite les résultats comme il l'entend, y compris hors de France, et fait état de sa collaboration dans les termes qu'il choisit.⟧",
        fixed: { gains: 'redevance' },
      },
    ],
    good: [
      // Those of soundings that others make.
      '## Prestations non comprises\n\nRestent à la charge du département les sondages de sol. Le maître d’œuvre en définit le besoin et en exploite les résultats.',
      {
        text: 'Le titulaire cède à la ville le droit de reproduire les résultats.\n\n## Protection des données personnelles\n\nLe prestataire peut librement diffuser une copie du contrat, dont il ôte les noms.',
      },
      {
        text: 'Les sommes de ce tableau forment le montant maximal de la créance que le sous-traitant pourra présenter en nantissement ou céder, travaux compris.',
        head: { piece: 'ae' },
      },
      '## 9. Résultats\n\nLe titulaire cède à la ville ses droits sur les plans. Il publie librement les études. Il mentionne dans ses publications le financement de la ville.',
      '## 9. Résultats\n\nLe titulaire cède à la ville ses droits sur les plans.\n\nLa ville garde le fonds. Elle use librement des textes.',
      'Le titulaire cède les droits sur les résultats. Il ne publie rien sur ceux-ci sans l’accord préalable et écrit de la caisse.',
      'Le titulaire cède à la ville les droits de reproduction de l’application. Le titulaire publie l’application sous licence libre.',
      // Published by somebody, before the contract.
      "## 1. Préparation\n\nLe bureau d'études Terralys a rédigé le bilan dont est tiré le CCTP ; ce bilan est publié avec le dossier et chaque candidat l'étudie.\n\n## 9. Résultats\n\nLe titulaire cède à l'Institut les droits de reproduction des résultats.",
      // Whoever holds what was there before.
      "## 9. Résultats\n\nLe titulaire cède à l'Institut les droits de reproduction des résultats.\n\n## 10. Connaissances antérieures\n\nSi les résultats sont cédés quand ces connaissances ne sont que concédées, c'est parce que leur titulaire les exploite auprès d'autres clients.",
      "## 9. Résultats\n\nLe titulaire cède à l'Institut les droits de reproduction des résultats.\n\n## 10. Exploitation\n\nL'Institut tient le registre.\n\nIl communique et publie les travaux de recherche quand et comme il l'entend.",
      "Le titulaire cède à l'acheteur les droits de reproduction des résultats.\n\n## Critères\n\nLa société qui exploite le service en place n'est pas notée sur les données.",
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des résultats. L'entreprise qui publie des études sur le même sujet le déclare dans son offre.",
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des résultats. Le titulaire exploite l'application pour le compte de la Ville.",

      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des résultats. Le titulaire peut publier les résultats après accord écrit de l'acheteur.",
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des résultats. Le titulaire peut exploiter les résultats. Il verse à l'acheteur une redevance de 3 %.",
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des résultats. Le titulaire ne peut ni publier ni exploiter les résultats.",
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des résultats. Le titulaire reste libre d'utiliser son savoir-faire et d'exploiter ses connaissances antérieures.",
      'Le titulaire publie les résultats des mesures sur le portail chaque mois.',
    ],
    limits: [],
  },
  *check(piece) {
    const isRegulated =
      droitsDuDossier(piece).length > 0 || piece.consultation.pieces.some((p) => p.ask(regimes).length > 0);
    for (const m of piece.ask(matieres)) {
      if (m.matter !== 'usage-titulaire' || isBound(m.sentence) || isConditioned(m.sentence)) continue;
      // Where no right is dealt with, publishing may be what the contract is for.
      if (!isRegulated && !leavesFree(m.sentence)) continue;
      const at = m.sentence.span;
      yield {
        at,
        message: 'libre',
        doubt: m.doubt,
        fixes: [replace(piece, at, clauseText('pi-droits-titulaire').split('\n\n').join(' '), 'Poser les conditions')],
      };
    }
  },
});
