export {
  dealsWithRights,
  followsPartenariat,
  partenariat,
  partenariatPlace,
  saidOfPartenariat,
} from './partenariat.ts';
export { partenariatPhases } from './phases.ts';
