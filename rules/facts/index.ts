// Made by `npm run generate`: change the files it comes from.
import type { Fact } from '../kit/piece.ts';
import { accordCadre } from './accord-cadre.ts';
import { motsDeMarche } from './appel-a-projets-mots.ts';
import { appelAProjets } from './appel-a-projets.ts';
import { avis } from './avis.ts';
import { bordereau } from './bordereau.ts';
import { capacites } from './candidature-capacites.ts';
import { groupement } from './candidature-groupement.ts';
import { piecesExcessives } from './candidature-pieces.ts';
import { ccagReference } from './ccag.ts';
import { champs } from './champs.ts';
import { citationStyle } from './citations-style.ts';
import { citations } from './citations.ts';
import { clausesMarquees } from './clauses-marquees.ts';
import { anonymat } from './concours-anonymat.ts';
import { criteresProjets } from './concours-criteres.ts';
import { formeConcours } from './concours-forme.ts';
import { prime } from './concours-prime.ts';
import { productions } from './concours-productions.ts';
import { suites as concoursSuitesSuites } from './concours-suites.ts';
import { concours } from './concours.ts';
import { criteresCandidat } from './criteres-candidat.ts';
import { differenciations } from './criteres-differenciation.ts';
import { expressesInnovation } from './criteres-innovation.ts';
import { criteres } from './criteres.ts';
import { derogations } from './derogations.ts';
import { designation } from './designation.ts';
import { donneesPersonnelles } from './donnees.ts';
import { oeuvresFutures } from './droits-futurs.ts';
import { matieres } from './droits-matieres.ts';
import { droitsMoraux } from './droits-moraux.ts';
import { regimes } from './droits-regime.ts';
import { droits } from './droits.ts';
import { duree } from './duree.ts';
import { echantillons } from './echantillons.ts';
import { conditionsExecution } from './execution-conditions.ts';
import { envoiFactures } from './execution-facture.ts';
import { delaisPaiement } from './execution-paiement.ts';
import { retenues } from './execution-retenue.ts';
import { sousTraitanceInterdite } from './execution-soustraitance.ts';
import { moyens } from './exigences-moyens.ts';
import { exigences } from './exigences.ts';
import { formesPrix } from './forme-prix.ts';
import { reglementHackathon } from './hackathon.ts';
import { procesVerbal } from './jury-proces-verbal.ts';
import { juryQualification } from './jury-qualification.ts';
import { jury } from './jury.ts';
import { lecture } from './lecture.ts';
import { lots } from './lots.ts';
import { trameMemoire } from './memoire.ts';
import { objet as montantsAcheteurObjet } from './montants-acheteur.ts';
import { montants } from './montants.ts';
import { baseDialogue } from './negociation-base.ts';
import { negociation } from './negociation.ts';
import { objet as objetObjet } from './objet.ts';
import { transmission } from './offres-transmission.ts';
import { offres } from './offres.ts';
import { partenariatPhases } from './partenariat-phases.ts';
import { partenariat } from './partenariat.ts';
import { piecesListe } from './pieces-liste.ts';
import { presentation } from './presentation.ts';
import { prestations } from './prestations.ts';
import { revisionPrix } from './prix.ts';
import { motifs, exigencesMinimales } from './procedure-motif.ts';
import { procedure } from './procedure.ts';
import { lonePhases } from './recherche-phases.ts';
import { suites as rechercheSuitesSuites } from './recherche-suites.ts';
import { recherche } from './recherche.ts';
import { references } from './references.ts';
import { piecesNommees } from './renvois-pieces.ts';
import { renvois, numeros } from './renvois.ts';
import { seuils } from './seuils.ts';
import { sourcage } from './sourcage.ts';
import { tranchesRegime } from './tranches-regime.ts';
import { tranches } from './tranches.ts';
import { conditionsVariantes } from './variantes-conditions.ts';
import { variantes } from './variantes.ts';

/** Every fact, as `dce-lint facts` prints them. */
export const facts: readonly Fact<unknown>[] = [
  accordCadre as Fact<unknown>,
  motsDeMarche as Fact<unknown>,
  appelAProjets as Fact<unknown>,
  avis as Fact<unknown>,
  bordereau as Fact<unknown>,
  capacites as Fact<unknown>,
  groupement as Fact<unknown>,
  piecesExcessives as Fact<unknown>,
  ccagReference as Fact<unknown>,
  champs as Fact<unknown>,
  citationStyle as Fact<unknown>,
  citations as Fact<unknown>,
  clausesMarquees as Fact<unknown>,
  anonymat as Fact<unknown>,
  criteresProjets as Fact<unknown>,
  formeConcours as Fact<unknown>,
  prime as Fact<unknown>,
  productions as Fact<unknown>,
  concoursSuitesSuites as Fact<unknown>,
  concours as Fact<unknown>,
  criteresCandidat as Fact<unknown>,
  differenciations as Fact<unknown>,
  expressesInnovation as Fact<unknown>,
  criteres as Fact<unknown>,
  derogations as Fact<unknown>,
  designation as Fact<unknown>,
  donneesPersonnelles as Fact<unknown>,
  oeuvresFutures as Fact<unknown>,
  matieres as Fact<unknown>,
  droitsMoraux as Fact<unknown>,
  regimes as Fact<unknown>,
  droits as Fact<unknown>,
  duree as Fact<unknown>,
  echantillons as Fact<unknown>,
  conditionsExecution as Fact<unknown>,
  envoiFactures as Fact<unknown>,
  delaisPaiement as Fact<unknown>,
  retenues as Fact<unknown>,
  sousTraitanceInterdite as Fact<unknown>,
  moyens as Fact<unknown>,
  exigences as Fact<unknown>,
  formesPrix as Fact<unknown>,
  reglementHackathon as Fact<unknown>,
  procesVerbal as Fact<unknown>,
  juryQualification as Fact<unknown>,
  jury as Fact<unknown>,
  lecture as Fact<unknown>,
  lots as Fact<unknown>,
  trameMemoire as Fact<unknown>,
  montantsAcheteurObjet as Fact<unknown>,
  montants as Fact<unknown>,
  baseDialogue as Fact<unknown>,
  negociation as Fact<unknown>,
  objetObjet as Fact<unknown>,
  transmission as Fact<unknown>,
  offres as Fact<unknown>,
  partenariatPhases as Fact<unknown>,
  partenariat as Fact<unknown>,
  piecesListe as Fact<unknown>,
  presentation as Fact<unknown>,
  prestations as Fact<unknown>,
  revisionPrix as Fact<unknown>,
  motifs as Fact<unknown>,
  exigencesMinimales as Fact<unknown>,
  procedure as Fact<unknown>,
  lonePhases as Fact<unknown>,
  rechercheSuitesSuites as Fact<unknown>,
  recherche as Fact<unknown>,
  references as Fact<unknown>,
  piecesNommees as Fact<unknown>,
  renvois as Fact<unknown>,
  numeros as Fact<unknown>,
  seuils as Fact<unknown>,
  sourcage as Fact<unknown>,
  tranchesRegime as Fact<unknown>,
  tranches as Fact<unknown>,
  conditionsVariantes as Fact<unknown>,
  variantes as Fact<unknown>,
];
