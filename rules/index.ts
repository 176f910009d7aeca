// Made by `npm run generate`: change the files it comes from.
import type { Rule } from './kit/rule.ts';
import accordCadreDuree from './accord-cadre/duree.ts';
import accordCadreMaximum from './accord-cadre/maximum.ts';
import allotissementAbsenceMotivee from './allotissement/absence-motivee.ts';
import allotissementLotSansObjet from './allotissement/lot-sans-objet.ts';
import allotissementNombreIncoherent from './allotissement/nombre-incoherent.ts';
import allotissementNonMentionne from './allotissement/non-mentionne.ts';
import appelAProjetsContrepartie from './appel-a-projets/contrepartie.ts';
import appelAProjetsInitiative from './appel-a-projets/initiative.ts';
import appelAProjetsRetrocession from './appel-a-projets/retrocession.ts';
import appelAProjetsVocabulaire from './appel-a-projets/vocabulaire.ts';
import avisCriteres from './avis/criteres.ts';
import avisDate from './avis/date.ts';
import avisDuree from './avis/duree.ts';
import avisLangues from './avis/langues.ts';
import avisLots from './avis/lots.ts';
import avisMaximum from './avis/maximum.ts';
import avisProcedure from './avis/procedure.ts';
import avisValidite from './avis/validite.ts';
import avisVariantes from './avis/variantes.ts';
import besoinDimensionInnovante from './besoin/dimension-innovante.ts';
import besoinExigenceMesurable from './besoin/exigence-mesurable.ts';
import besoinFonctionSansPerformance from './besoin/fonction-sans-performance.ts';
import besoinMarque from './besoin/marque.ts';
import besoinMoyensImposes from './besoin/moyens-imposes.ts';
import besoinOuEquivalent from './besoin/ou-equivalent.ts';
import besoinPresentationGenerale from './besoin/presentation-generale.ts';
import bordereauDqeAbsent from './bordereau/dqe-absent.ts';
import bordereauFormePrix from './bordereau/forme-prix.ts';
import bordereauLots from './bordereau/lots.ts';
import bordereauMontant from './bordereau/montant.ts';
import bordereauPrixPrerempli from './bordereau/prix-prerempli.ts';
import bordereauQuantiteAbsente from './bordereau/quantite-absente.ts';
import bordereauTotal from './bordereau/total.ts';
import bordereauUnites from './bordereau/unites.ts';
import candidatureChiffreAffaires from './candidature/chiffre-affaires.ts';
import candidatureFormeGroupement from './candidature/forme-groupement.ts';
import candidaturePiecesExcessives from './candidature/pieces-excessives.ts';
import candidatureReferencesEliminatoires from './candidature/references-eliminatoires.ts';
import concoursAnonymat from './concours/anonymat.ts';
import concoursCessionResultats from './concours/cession-resultats.ts';
import concoursCriteres from './concours/criteres.ts';
import concoursJuryIndependance from './concours/jury-independance.ts';
import concoursJuryQualification from './concours/jury-qualification.ts';
import concoursMarcheUlterieur from './concours/marche-ulterieur.ts';
import concoursOuvertOuRestreint from './concours/ouvert-ou-restreint.ts';
import concoursPrime from './concours/prime.ts';
import concoursProcesVerbal from './concours/proces-verbal.ts';
import concoursReglementComplet from './concours/reglement-complet.ts';
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
import dossierCriteres from './dossier/criteres.ts';
import dossierDelai from './dossier/delai.ts';
import dossierDuree from './dossier/duree.ts';
import dossierLots from './dossier/lots.ts';
import dossierObjet from './dossier/objet.ts';
import dossierPieceManquante from './dossier/piece-manquante.ts';
import dossierProcedure from './dossier/procedure.ts';
import dossierTranches from './dossier/tranches.ts';
import dossierVariantes from './dossier/variantes.ts';
import droitArticleHorsSujet from './droit/article-hors-sujet.ts';
import droitArticleInexistant from './droit/article-inexistant.ts';
import droitCcagPerime from './droit/ccag-perime.ts';
import droitDerogationsCcag from './droit/derogations-ccag.ts';
import droitJuridiction from './droit/juridiction.ts';
import droitReferenceAbrogee from './droit/reference-abrogee.ts';
import droitSeuilPerime from './droit/seuil-perime.ts';
import executionConditionEnvironnementale from './execution/condition-environnementale.ts';
import executionConditionSociale from './execution/condition-sociale.ts';
import executionDelaiPaiement from './execution/delai-paiement.ts';
import executionDonneesPersonnelles from './execution/donnees-personnelles.ts';
import executionFactureElectronique from './execution/facture-electronique.ts';
import executionRetenueGarantie from './execution/retenue-garantie.ts';
import executionRevisionPrix from './execution/revision-prix.ts';
import executionSousTraitanceInterdite from './execution/sous-traitance-interdite.ts';
import offresDelaiMinimal from './offres/delai-minimal.ts';
import offresHorsDelai from './offres/hors-delai.ts';
import offresPrimeEchantillons from './offres/prime-echantillons.ts';
import offresVoiePapier from './offres/voie-papier.ts';
import partenariatBesoinNonCouvert from './partenariat/besoin-non-couvert.ts';
import partenariatNombrePartenaires from './partenariat/nombre-partenaires.ts';
import partenariatObjectifsIntermediaires from './partenariat/objectifs-intermediaires.ts';
import partenariatPhases from './partenariat/phases.ts';
import partenariatProprieteIntellectuelle from './partenariat/propriete-intellectuelle.ts';
import piBeneficiaires from './pi/beneficiaires.ts';
import piCcagNonComplete from './pi/ccag-non-complete.ts';
import piCessionGlobale from './pi/cession-globale.ts';
import piClauseAbsente from './pi/clause-absente.ts';
import piClauseAlteree from './pi/clause-alteree.ts';
import piCodeSource from './pi/code-source.ts';
import piConnaissancesAnterieures from './pi/connaissances-anterieures.ts';
import piDelimitation from './pi/delimitation.ts';
import piDroitsDistincts from './pi/droits-distincts.ts';
import piDroitsMoraux from './pi/droits-moraux.ts';
import piDroitsTitulaire from './pi/droits-titulaire.ts';
import piExploitationCommerciale from './pi/exploitation-commerciale.ts';
import piGarantie from './pi/garantie.ts';
import piModesExploitation from './pi/modes-exploitation.ts';
import piOptionsConcurrentes from './pi/options-concurrentes.ts';
import piProprieteMaterielle from './pi/propriete-materielle.ts';
import piRegimesDiscordants from './pi/regimes-discordants.ts';
import piRemuneration from './pi/remuneration.ts';
import piResultatsDefinis from './pi/resultats-definis.ts';
import piTierceMaintenance from './pi/tierce-maintenance.ts';
import procedureAchatInnovant from './procedure/achat-innovant.ts';
import procedureAttributionSansNegociation from './procedure/attribution-sans-negociation.ts';
import procedureDialoguePhases from './procedure/dialogue-phases.ts';
import procedureDialogueProgramme from './procedure/dialogue-programme.ts';
import procedureExigencesMinimales from './procedure/exigences-minimales.ts';
import procedureMapaProcedureFormalisee from './procedure/mapa-procedure-formalisee.ts';
import procedureMotifDerogatoire from './procedure/motif-derogatoire.ts';
import procedureNegociationAppelOffres from './procedure/negociation-appel-offres.ts';
import procedureNegociationGaranties from './procedure/negociation-garanties.ts';
import procedureNegociationInterdite from './procedure/negociation-interdite.ts';
import procedureNegociationOffreFinale from './procedure/negociation-offre-finale.ts';
import procedureNegocieeExclusivite from './procedure/negociee-exclusivite.ts';
import procedureNegocieePrototype from './procedure/negociee-prototype.ts';
import procedureNonIndiquee from './procedure/non-indiquee.ts';
import procedureSeuilMapa from './procedure/seuil-mapa.ts';
import rechercheDeuxEntreprises from './recherche/deux-entreprises.ts';
import rechercheDissociation from './recherche/dissociation.ts';
import rechercheExclusionConditions from './recherche/exclusion-conditions.ts';
import rechercheMiseEnConcurrence from './recherche/mise-en-concurrence.ts';
import recherchePartageRisques from './recherche/partage-risques.ts';
import recherchePrototypePreproduction from './recherche/prototype-preproduction.ts';
import redactionChampACompleter from './redaction/champ-a-completer.ts';
import redactionDatePassee from './redaction/date-passee.ts';
import redactionEnteteInvalide from './redaction/entete-invalide.ts';
import redactionMontantIncoherent from './redaction/montant-incoherent.ts';
import redactionRenvoiCasse from './redaction/renvoi-casse.ts';
import redactionResiduAssistant from './redaction/residu-assistant.ts';
import sourcageDelaiPriseConnaissance from './sourcage/delai-prise-connaissance.ts';
import sourcageExclusionSansContradictoire from './sourcage/exclusion-sans-contradictoire.ts';
import sourcageInformationsPartagees from './sourcage/informations-partagees.ts';
import sourcageNombreOperateurs from './sourcage/nombre-operateurs.ts';
import sourcageSecretAffaires from './sourcage/secret-affaires.ts';
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
  accordCadreDuree,
  accordCadreMaximum,
  allotissementAbsenceMotivee,
  allotissementLotSansObjet,
  allotissementNombreIncoherent,
  allotissementNonMentionne,
  appelAProjetsContrepartie,
  appelAProjetsInitiative,
  appelAProjetsRetrocession,
  appelAProjetsVocabulaire,
  avisCriteres,
  avisDate,
  avisDuree,
  avisLangues,
  avisLots,
  avisMaximum,
  avisProcedure,
  avisValidite,
  avisVariantes,
  besoinDimensionInnovante,
  besoinExigenceMesurable,
  besoinFonctionSansPerformance,
  besoinMarque,
  besoinMoyensImposes,
  besoinOuEquivalent,
  besoinPresentationGenerale,
  bordereauDqeAbsent,
  bordereauFormePrix,
  bordereauLots,
  bordereauMontant,
  bordereauPrixPrerempli,
  bordereauQuantiteAbsente,
  bordereauTotal,
  bordereauUnites,
  candidatureChiffreAffaires,
  candidatureFormeGroupement,
  candidaturePiecesExcessives,
  candidatureReferencesEliminatoires,
  concoursAnonymat,
  concoursCessionResultats,
  concoursCriteres,
  concoursJuryIndependance,
  concoursJuryQualification,
  concoursMarcheUlterieur,
  concoursOuvertOuRestreint,
  concoursPrime,
  concoursProcesVerbal,
  concoursReglementComplet,
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
  dossierCriteres,
  dossierDelai,
  dossierDuree,
  dossierLots,
  dossierObjet,
  dossierPieceManquante,
  dossierProcedure,
  dossierTranches,
  dossierVariantes,
  droitArticleHorsSujet,
  droitArticleInexistant,
  droitCcagPerime,
  droitDerogationsCcag,
  droitJuridiction,
  droitReferenceAbrogee,
  droitSeuilPerime,
  executionConditionEnvironnementale,
  executionConditionSociale,
  executionDelaiPaiement,
  executionDonneesPersonnelles,
  executionFactureElectronique,
  executionRetenueGarantie,
  executionRevisionPrix,
  executionSousTraitanceInterdite,
  offresDelaiMinimal,
  offresHorsDelai,
  offresPrimeEchantillons,
  offresVoiePapier,
  partenariatBesoinNonCouvert,
  partenariatNombrePartenaires,
  partenariatObjectifsIntermediaires,
  partenariatPhases,
  partenariatProprieteIntellectuelle,
  piBeneficiaires,
  piCcagNonComplete,
  piCessionGlobale,
  piClauseAbsente,
  piClauseAlteree,
  piCodeSource,
  piConnaissancesAnterieures,
  piDelimitation,
  piDroitsDistincts,
  piDroitsMoraux,
  piDroitsTitulaire,
  piExploitationCommerciale,
  piGarantie,
  piModesExploitation,
  piOptionsConcurrentes,
  piProprieteMaterielle,
  piRegimesDiscordants,
  piRemuneration,
  piResultatsDefinis,
  piTierceMaintenance,
  procedureAchatInnovant,
  procedureAttributionSansNegociation,
  procedureDialoguePhases,
  procedureDialogueProgramme,
  procedureExigencesMinimales,
  procedureMapaProcedureFormalisee,
  procedureMotifDerogatoire,
  procedureNegociationAppelOffres,
  procedureNegociationGaranties,
  procedureNegociationInterdite,
  procedureNegociationOffreFinale,
  procedureNegocieeExclusivite,
  procedureNegocieePrototype,
  procedureNonIndiquee,
  procedureSeuilMapa,
  rechercheDeuxEntreprises,
  rechercheDissociation,
  rechercheExclusionConditions,
  rechercheMiseEnConcurrence,
  recherchePartageRisques,
  recherchePrototypePreproduction,
  redactionChampACompleter,
  redactionDatePassee,
  redactionEnteteInvalide,
  redactionMontantIncoherent,
  redactionRenvoiCasse,
  redactionResiduAssistant,
  sourcageDelaiPriseConnaissance,
  sourcageExclusionSansContradictoire,
  sourcageInformationsPartagees,
  sourcageNombreOperateurs,
  sourcageSecretAffaires,
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
