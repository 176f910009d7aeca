// Made by `npm run generate`: change the files it comes from.
import type { Rule } from './kit/rule.ts';
import besoinDimensionInnovante from './besoin/dimension-innovante.ts';
import besoinExigenceMesurable from './besoin/exigence-mesurable.ts';
import besoinFonctionSansPerformance from './besoin/fonction-sans-performance.ts';
import besoinMarque from './besoin/marque.ts';
import besoinMoyensImposes from './besoin/moyens-imposes.ts';
import besoinOuEquivalent from './besoin/ou-equivalent.ts';
import besoinPresentationGenerale from './besoin/presentation-generale.ts';
import criteresAbsents from './criteres/absents.ts';
import criteresApplicationDifferenciee from './criteres/application-differenciee.ts';
import criteresCaractereInnovant from './criteres/caractere-innovant.ts';
import criteresEnvironnemental from './criteres/environnemental.ts';
import criteresLiesAuCandidat from './criteres/lies-au-candidat.ts';
import criteresPluralite from './criteres/pluralite.ts';
import criteresPonderationAbsente from './criteres/ponderation-absente.ts';
import criteresPonderationSomme from './criteres/ponderation-somme.ts';
import criteresPrixUnique from './criteres/prix-unique.ts';
import criteresSansAppreciation from './criteres/sans-appreciation.ts';
import offresDelaiMinimal from './offres/delai-minimal.ts';
import offresHorsDelai from './offres/hors-delai.ts';
import offresPrimeEchantillons from './offres/prime-echantillons.ts';
import offresVoiePapier from './offres/voie-papier.ts';
import piBeneficiaires from './pi/beneficiaires.ts';
import piCessionGlobale from './pi/cession-globale.ts';
import piDelimitation from './pi/delimitation.ts';
import piDroitsDistincts from './pi/droits-distincts.ts';
import piDroitsMoraux from './pi/droits-moraux.ts';
import piModesExploitation from './pi/modes-exploitation.ts';
import piProprieteMaterielle from './pi/propriete-materielle.ts';
import piRemuneration from './pi/remuneration.ts';
import redactionEnteteInvalide from './redaction/entete-invalide.ts';
import tranchesAffermissement from './tranches/affermissement.ts';
import tranchesJugementOffres from './tranches/jugement-offres.ts';
import tranchesMontantIndefini from './tranches/montant-indefini.ts';
import tranchesNombreIncoherent from './tranches/nombre-incoherent.ts';
import tranchesObjetIndefini from './tranches/objet-indefini.ts';
import tranchesTerminologie from './tranches/terminologie.ts';
import tranchesTrancheFerme from './tranches/tranche-ferme.ts';
import variantesConfidentialite from './variantes/confidentialite.ts';
import variantesContradiction from './variantes/contradiction.ts';
import variantesCriteresEvaluation from './variantes/criteres-evaluation.ts';
import variantesElementsAttendus from './variantes/elements-attendus.ts';
import variantesExigencesMinimales from './variantes/exigences-minimales.ts';
import variantesJustificationGains from './variantes/justification-gains.ts';
import variantesNonMentionnees from './variantes/non-mentionnees.ts';
import variantesTrameMemoire from './variantes/trame-memoire.ts';

/** Every rule, in order of id. */
export const rules: readonly Rule[] = [
  besoinDimensionInnovante,
  besoinExigenceMesurable,
  besoinFonctionSansPerformance,
  besoinMarque,
  besoinMoyensImposes,
  besoinOuEquivalent,
  besoinPresentationGenerale,
  criteresAbsents,
  criteresApplicationDifferenciee,
  criteresCaractereInnovant,
  criteresEnvironnemental,
  criteresLiesAuCandidat,
  criteresPluralite,
  criteresPonderationAbsente,
  criteresPonderationSomme,
  criteresPrixUnique,
  criteresSansAppreciation,
  offresDelaiMinimal,
  offresHorsDelai,
  offresPrimeEchantillons,
  offresVoiePapier,
  piBeneficiaires,
  piCessionGlobale,
  piDelimitation,
  piDroitsDistincts,
  piDroitsMoraux,
  piModesExploitation,
  piProprieteMaterielle,
  piRemuneration,
  redactionEnteteInvalide,
  tranchesAffermissement,
  tranchesJugementOffres,
  tranchesMontantIndefini,
  tranchesNombreIncoherent,
  tranchesObjetIndefini,
  tranchesTerminologie,
  tranchesTrancheFerme,
  variantesConfidentialite,
  variantesContradiction,
  variantesCriteresEvaluation,
  variantesElementsAttendus,
  variantesExigencesMinimales,
  variantesJustificationGains,
  variantesNonMentionnees,
  variantesTrameMemoire,
];
