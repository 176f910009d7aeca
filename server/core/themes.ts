/** What the rules of each theme (the first part of their id) are about, in French and in English. */
export const THEMES: Readonly<Record<string, readonly [french: string, english: string]>> = {
  variantes: ['Variantes', 'Variants'],
  criteres: ['Critères d’attribution', 'Award criteria'],
  besoin: ['Besoin', 'Needs'],
  allotissement: ['Allotissement', 'Lots'],
  tranches: ['Tranches', 'Stages'],
  'accord-cadre': ['Accord-cadre', 'Framework agreements'],
  sourcage: ['Sourçage', 'Market sounding'],
  procedure: ['Procédure', 'Procedure'],
  concours: ['Concours', 'Contests'],
  partenariat: ['Partenariat d’innovation', 'Innovation partnerships'],
  recherche: ['Recherche et développement', 'Research and development'],
  'appel-a-projets': ['Appel à projets', 'Calls for projects'],
  candidature: ['Candidature', 'Applications'],
  offres: ['Remise des offres', 'Submission of tenders'],
  pi: ['Propriété intellectuelle', 'Intellectual property'],
  execution: ['Exécution du marché', 'Performance of the contract'],
  droit: ['Textes cités', 'Texts cited'],
  dossier: ['Accord des pièces entre elles', 'Agreement between the pieces'],
  bordereau: ['Bordereaux de prix', 'Price schedules'],
  avis: ['Avis publié', 'Published notice'],
  redaction: ['Rédaction', 'Drafting'],
};

export const themeOf = (rule: string): string => rule.replace(/\/.*/s, '');
