import type { ProcedureName } from '../../rules/facts/piece/index.ts';

/** A part of the guide of 2018. `code` is how rules cite it: « I.D », « annexe 1 », « Note » for its annex 5. */
export interface Partie {
  readonly code: string;
  /** What it is about, in our own words. */
  readonly title: string;
  /** The procedures it is about; undefined where it is about any. */
  readonly procedures?: readonly ProcedureName[];
}

/** A part and those below it, in the order of the guide. */
export interface Chapitre extends Partie {
  readonly parties: readonly Partie[];
}

/** The plan of the guide, as deep as rules cite it. */
export const chapitres: readonly Chapitre[] = [
  {
    code: 'I',
    title: 'Ouvrir les outils classiques à l’innovation',
    parties: [
      { code: 'I.A', title: 'Sourçage' },
      { code: 'I.B', title: 'Besoin ouvert et fonctionnel' },
      { code: 'I.C', title: 'Allotissement' },
      { code: 'I.D', title: 'Variantes' },
      { code: 'I.E', title: 'Critères d’attribution' },
      { code: 'I.F', title: 'Tranches' },
    ],
  },
  {
    code: 'II',
    title: 'Choisir une procédure favorable à l’innovation',
    parties: [
      { code: 'II.A', title: 'Appel à projets', procedures: ['appel-a-projets'] },
      { code: 'II.B', title: 'Échanges avec les entreprises' },
      { code: 'II.B.1', title: 'Procédure adaptée', procedures: ['mapa'] },
      { code: 'II.B.2', title: 'Procédure avec négociation', procedures: ['procedure-avec-negociation'] },
      { code: 'II.B.3', title: 'Dialogue compétitif', procedures: ['dialogue-competitif'] },
      { code: 'II.B.4', title: 'Concours', procedures: ['concours'] },
      {
        code: 'II.B.5',
        title: 'Marché négocié sans publicité ni mise en concurrence',
        procedures: ['negociee-sans-publicite'],
      },
      { code: 'II.C.1', title: 'Recherche et développement hors du code', procedures: ['recherche-developpement'] },
      { code: 'II.C.2', title: 'Partenariat d’innovation', procedures: ['partenariat-innovation'] },
    ],
  },
  {
    code: 'III',
    title: 'Régler la propriété intellectuelle',
    parties: [
      { code: 'III.A', title: 'Cession des droits' },
      { code: 'III.B', title: 'Hackathon' },
      { code: 'III.C', title: 'Clauses types' },
      { code: 'III.C.1', title: 'Définitions' },
      { code: 'III.C.2', title: 'Connaissances antérieures' },
      { code: 'III.C.3', title: 'Droits sur les résultats' },
      { code: 'III.C.4', title: 'Tierce maintenance' },
    ],
  },
  {
    code: 'Annexes',
    title: 'Exemples et travaux préparatoires',
    parties: [
      { code: 'annexe 1', title: 'Pratiques d’autres acheteurs' },
      { code: 'Note', title: 'Comptes rendus du groupe de travail' },
    ],
  },
];
