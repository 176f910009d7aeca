// Made by `npm run generate`: change the files it comes from.
import type { Fact } from '../kit/piece.ts';
import { accordCadre } from './accord-cadre/accord-cadre.ts';
import { lots } from './allotissement/lots.ts';
import { appelAProjets } from './appel-a-projets/appel-a-projets.ts';
import { motsDeMarche } from './appel-a-projets/mots.ts';
import { avis } from './avis/avis.ts';
import { moyens } from './besoin/exigences-moyens.ts';
import { exigences } from './besoin/exigences.ts';
import { presentation } from './besoin/presentation.ts';
import { references } from './besoin/references.ts';
import { bordereau } from './bordereau/bordereau.ts';
import { formesPrix } from './bordereau/forme-prix.ts';
import { capacites } from './candidature/capacites.ts';
import { groupement } from './candidature/groupement.ts';
import { piecesExcessives } from './candidature/pieces.ts';
import { lecture } from './commun/lecture.ts';
import { anonymat } from './concours/anonymat.ts';
import { concours } from './concours/concours.ts';
import { criteresProjets } from './concours/criteres.ts';
import { formeConcours } from './concours/forme.ts';
import { reglementHackathon } from './concours/hackathon.ts';
import { procesVerbal } from './concours/jury-proces-verbal.ts';
import { juryQualification } from './concours/jury-qualification.ts';
import { jury } from './concours/jury.ts';
import { prime } from './concours/prime.ts';
import { productions } from './concours/productions.ts';
import { suites as concoursSuitesSuites } from './concours/suites.ts';
import { criteresCandidat } from './criteres/candidat.ts';
import { criteres } from './criteres/criteres.ts';
import { differenciations } from './criteres/differenciation.ts';
import { expressesInnovation } from './criteres/innovation.ts';
import { ccagReference } from './droit/ccag.ts';
import { citationStyle } from './droit/citations-style.ts';
import { citations } from './droit/citations.ts';
import { derogations } from './droit/derogations.ts';
import { conditionsExecution } from './execution/conditions.ts';
import { donneesPersonnelles } from './execution/donnees.ts';
import { envoiFactures } from './execution/facture.ts';
import { delaisPaiement } from './execution/paiement.ts';
import { revisionPrix } from './execution/prix.ts';
import { retenues } from './execution/retenue.ts';
import { sousTraitanceInterdite } from './execution/soustraitance.ts';
import { echantillons } from './offres/echantillons.ts';
import { offres } from './offres/offres.ts';
import { transmission } from './offres/transmission.ts';
import { partenariat } from './partenariat/partenariat.ts';
import { partenariatPhases } from './partenariat/phases.ts';
import { droits } from './pi/droits.ts';
import { oeuvresFutures } from './pi/futurs.ts';
import { matieres } from './pi/matieres.ts';
import { droitsMoraux } from './pi/moraux.ts';
import { regimes } from './pi/regime.ts';
import { objet as pieceAcheteurObjet } from './piece/acheteur.ts';
import { designation } from './piece/designation.ts';
import { duree } from './piece/duree.ts';
import { objet as pieceObjetObjet } from './piece/objet.ts';
import { piecesListe } from './piece/pieces-liste.ts';
import { prestations } from './piece/prestations.ts';
import { exigencesMinimales } from './procedure/exigences-minimales.ts';
import { montants } from './procedure/montants.ts';
import { motifs } from './procedure/motif.ts';
import { baseDialogue } from './procedure/negociation-base.ts';
import { negociation } from './procedure/negociation.ts';
import { procedure } from './procedure/procedure.ts';
import { seuils } from './procedure/seuils.ts';
import { lonePhases } from './recherche/phases.ts';
import { recherche } from './recherche/recherche.ts';
import { suites as rechercheSuitesSuites } from './recherche/suites.ts';
import { champs } from './redaction/champs.ts';
import { clausesMarquees } from './redaction/clauses-marquees.ts';
import { piecesNommees } from './redaction/renvois-pieces.ts';
import { renvois, numeros } from './redaction/renvois.ts';
import { sourcage } from './sourcage/sourcage.ts';
import { tranchesRegime } from './tranches/regime.ts';
import { tranches } from './tranches/tranches.ts';
import { conditionsVariantes } from './variantes/conditions.ts';
import { trameMemoire } from './variantes/memoire.ts';
import { variantes } from './variantes/variantes.ts';

/** Every fact, as `dce-lint facts` prints them. */
export const facts: readonly Fact<unknown>[] = [
  accordCadre as Fact<unknown>,
  lots as Fact<unknown>,
  appelAProjets as Fact<unknown>,
  motsDeMarche as Fact<unknown>,
  avis as Fact<unknown>,
  moyens as Fact<unknown>,
  exigences as Fact<unknown>,
  presentation as Fact<unknown>,
  references as Fact<unknown>,
  bordereau as Fact<unknown>,
  formesPrix as Fact<unknown>,
  capacites as Fact<unknown>,
  groupement as Fact<unknown>,
  piecesExcessives as Fact<unknown>,
  lecture as Fact<unknown>,
  anonymat as Fact<unknown>,
  concours as Fact<unknown>,
  criteresProjets as Fact<unknown>,
  formeConcours as Fact<unknown>,
  reglementHackathon as Fact<unknown>,
  procesVerbal as Fact<unknown>,
  juryQualification as Fact<unknown>,
  jury as Fact<unknown>,
  prime as Fact<unknown>,
  productions as Fact<unknown>,
  concoursSuitesSuites as Fact<unknown>,
  criteresCandidat as Fact<unknown>,
  criteres as Fact<unknown>,
  differenciations as Fact<unknown>,
  expressesInnovation as Fact<unknown>,
  ccagReference as Fact<unknown>,
  citationStyle as Fact<unknown>,
  citations as Fact<unknown>,
  derogations as Fact<unknown>,
  conditionsExecution as Fact<unknown>,
  donneesPersonnelles as Fact<unknown>,
  envoiFactures as Fact<unknown>,
  delaisPaiement as Fact<unknown>,
  revisionPrix as Fact<unknown>,
  retenues as Fact<unknown>,
  sousTraitanceInterdite as Fact<unknown>,
  echantillons as Fact<unknown>,
  offres as Fact<unknown>,
  transmission as Fact<unknown>,
  partenariat as Fact<unknown>,
  partenariatPhases as Fact<unknown>,
  droits as Fact<unknown>,
  oeuvresFutures as Fact<unknown>,
  matieres as Fact<unknown>,
  droitsMoraux as Fact<unknown>,
  regimes as Fact<unknown>,
  pieceAcheteurObjet as Fact<unknown>,
  designation as Fact<unknown>,
  duree as Fact<unknown>,
  pieceObjetObjet as Fact<unknown>,
  piecesListe as Fact<unknown>,
  prestations as Fact<unknown>,
  exigencesMinimales as Fact<unknown>,
  montants as Fact<unknown>,
  motifs as Fact<unknown>,
  baseDialogue as Fact<unknown>,
  negociation as Fact<unknown>,
  procedure as Fact<unknown>,
  seuils as Fact<unknown>,
  lonePhases as Fact<unknown>,
  recherche as Fact<unknown>,
  rechercheSuitesSuites as Fact<unknown>,
  champs as Fact<unknown>,
  clausesMarquees as Fact<unknown>,
  piecesNommees as Fact<unknown>,
  renvois as Fact<unknown>,
  numeros as Fact<unknown>,
  sourcage as Fact<unknown>,
  tranchesRegime as Fact<unknown>,
  tranches as Fact<unknown>,
  conditionsVariantes as Fact<unknown>,
  trameMemoire as Fact<unknown>,
  variantes as Fact<unknown>,
];
