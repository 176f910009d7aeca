// Made by `npm run generate`: change the files it comes from.
import type { Fact } from '../kit/piece.ts';
import { ccagReference } from './ccag.ts';
import { differenciations } from './criteres-differenciation.ts';
import { expressesInnovation } from './criteres-innovation.ts';
import { criteres } from './criteres.ts';
import { matieres } from './droits-matieres.ts';
import { regimes } from './droits-regime.ts';
import { droits } from './droits.ts';
import { echantillons } from './echantillons.ts';
import { moyens } from './exigences-moyens.ts';
import { exigences } from './exigences.ts';
import { trameMemoire } from './memoire.ts';
import { objet } from './montants-acheteur.ts';
import { montants } from './montants.ts';
import { negociation } from './negociation.ts';
import { transmission } from './offres-transmission.ts';
import { offres } from './offres.ts';
import { presentation } from './presentation.ts';
import { prestations } from './prestations.ts';
import { procedure } from './procedure.ts';
import { references } from './references.ts';
import { tranchesRegime } from './tranches-regime.ts';
import { tranches } from './tranches.ts';
import { conditionsVariantes } from './variantes-conditions.ts';
import { variantes } from './variantes.ts';

/** Every fact, as `dce-lint facts` prints them. */
export const facts: readonly Fact<unknown>[] = [
  ccagReference as Fact<unknown>,
  differenciations as Fact<unknown>,
  expressesInnovation as Fact<unknown>,
  criteres as Fact<unknown>,
  matieres as Fact<unknown>,
  regimes as Fact<unknown>,
  droits as Fact<unknown>,
  echantillons as Fact<unknown>,
  moyens as Fact<unknown>,
  exigences as Fact<unknown>,
  trameMemoire as Fact<unknown>,
  objet as Fact<unknown>,
  montants as Fact<unknown>,
  negociation as Fact<unknown>,
  transmission as Fact<unknown>,
  offres as Fact<unknown>,
  presentation as Fact<unknown>,
  prestations as Fact<unknown>,
  procedure as Fact<unknown>,
  references as Fact<unknown>,
  tranchesRegime as Fact<unknown>,
  tranches as Fact<unknown>,
  conditionsVariantes as Fact<unknown>,
  variantes as Fact<unknown>,
];
