export { appelAProjets } from './appel-a-projets.ts';
export { motsDeMarche } from './mots.ts';
