// Made by `npm run generate`: change the files it comes from.
import type { Rule } from './kit/rule.ts';
import besoinDimensionInnovante from './besoin/dimension-innovante.ts';
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
import redactionEnteteInvalide from './redaction/entete-invalide.ts';

/** Every rule, in order of id. */
export const rules: readonly Rule[] = [
  besoinDimensionInnovante,
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
  redactionEnteteInvalide,
];
