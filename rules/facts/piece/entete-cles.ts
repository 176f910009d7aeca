import type { COMPOUNDS, PIECES, STATES } from '../../kit/piece.ts';

/** One admitted value of a key. */
export interface Valeur<V extends string = string> {
  readonly value: V;
  /** What it means, in a few French words. */
  readonly label: string;
}

/**
 * A key of the metadata of a draft: the `dce:` front matter, and `dce.yaml` for a whole consultation. The one source of
 * messages, completion, hover and JSON schema.
 */
export interface Cle {
  readonly name: string;
  /** Short French title. */
  readonly title: string;
  /** What it is for and what it changes: a sentence or two, in French. */
  readonly description: string;
  /** `choix`: one of `values`; `montant`: a number of euros before tax; `date`: a day `YYYY-MM-DD`. */
  readonly type: 'choix' | 'montant' | 'date';
  /** Empty for what is no choice. */
  readonly values: readonly Valeur[];
  /** What is wanted where there is no list of values, for messages; undefined for a choice. */
  readonly wanted?: string;
  readonly example: string;
  /** Says something of one file: it cannot be shared by all the pieces of a consultation. */
  readonly ownToPiece?: true;
}

const choice = <V extends string>(labels: Readonly<Record<V, string>>): readonly Valeur<V>[] =>
  (Object.entries(labels) as [V, string][]).map(([value, label]) => ({ value, label }));

const PIECE_VALUES = choice<Exclude<(typeof PIECES)[number], 'autre'> | keyof typeof COMPOUNDS>({
  rc: 'règlement de la consultation',
  cctp: 'cahier des clauses techniques particulières',
  ccap: 'cahier des clauses administratives particulières',
  ae: 'acte d’engagement',
  'programme-fonctionnel': 'programme fonctionnel',
  'reglement-concours': 'règlement de concours ou de hackathon',
  'appel-a-projets': 'appel à projets',
  bpu: 'bordereau des prix unitaires (tableur)',
  dpgf: 'décomposition du prix global et forfaitaire (tableur)',
  dqe: 'détail quantitatif estimatif (tableur)',
  avis: 'avis de marché (eForms)',
  ccp: 'cahier des clauses particulières : CCAP et CCTP en un seul document',
  contrat: 'contrat unique : CCAP et acte d’engagement en un seul document',
});

const STATE_VALUES = choice<(typeof STATES)[number]>({
  brouillon: 'en cours d’écriture : ce qui manque est signalé un niveau plus bas',
  relecture: 'à relire : tout est signalé à son niveau',
  final: 'prêt à publier : un champ resté à compléter est une erreur',
});

/** Procedures that the metadata may name. */
export type ProcedureName =
  | 'mapa'
  | 'appel-offres-ouvert'
  | 'appel-offres-restreint'
  | 'procedure-avec-negociation'
  | 'dialogue-competitif'
  | 'concours'
  | 'negociee-sans-publicite'
  | 'partenariat-innovation'
  | 'recherche-developpement'
  | 'appel-a-projets';
export const PROCEDURE_VALUES = choice<ProcedureName>({
  mapa: 'procédure adaptée (MAPA)',
  'appel-offres-ouvert': 'appel d’offres ouvert',
  'appel-offres-restreint': 'appel d’offres restreint',
  'procedure-avec-negociation': 'procédure avec négociation',
  'dialogue-competitif': 'dialogue compétitif',
  concours: 'concours',
  'negociee-sans-publicite': 'sans publicité ni mise en concurrence',
  'partenariat-innovation': 'partenariat d’innovation',
  'recherche-developpement': 'recherche et développement',
  'appel-a-projets': 'appel à projets',
});

export type Categorie = 'travaux' | 'fournitures' | 'services' | 'services-specifiques';
const CATEGORIE_VALUES = choice<Categorie>({
  travaux: 'travaux',
  fournitures: 'fournitures',
  services: 'services',
  'services-specifiques': 'services sociaux et autres services spécifiques',
});

export type Acheteur = 'etat' | 'organisme-securite-sociale' | 'collectivite' | 'autre';
const ACHETEUR_VALUES = choice<Acheteur>({
  etat: 'État et ses établissements publics',
  'organisme-securite-sociale': 'organisme de sécurité sociale',
  collectivite: 'collectivité territoriale et ses établissements',
  autre: 'autre acheteur',
});

const CCAG_NAMES = {
  tic: 'techniques de l’information et de la communication',
  pi: 'prestations intellectuelles',
  fcs: 'fournitures courantes et services',
  travaux: 'travaux',
  moe: 'maîtrise d’œuvre',
  mi: 'marchés industriels',
};
const CCAG_VALUES: readonly Valeur[] = [
  ...Object.entries(CCAG_NAMES).flatMap(([name, label]) =>
    ['2021', '2009'].map((year) => ({ value: `${name}-${year}`, label: `CCAG ${label}, version de ${year}` })),
  ),
  { value: 'aucun', label: 'aucun CCAG ne s’applique' },
];

/** Every key, in the order in which they are usually written. */
export const CLES: readonly Cle[] = [
  {
    name: 'piece',
    title: 'Pièce du dossier',
    description:
      'Ce qu’est le fichier. À défaut, la pièce est reconnue à son titre, puis au nom du fichier, puis à son texte.',
    type: 'choix',
    values: PIECE_VALUES,
    example: 'rc',
    ownToPiece: true,
  },
  {
    name: 'etat',
    title: 'État du projet',
    description:
      'Où en est la rédaction. Dans un brouillon, les règles qui signalent une absence descendent d’un niveau ; dans une version finale, un champ resté à compléter est une erreur.',
    type: 'choix',
    values: STATE_VALUES,
    example: 'brouillon',
  },
  {
    name: 'procedure',
    title: 'Procédure de passation',
    description: 'La procédure suivie. À défaut, elle est lue dans le texte de chaque pièce.',
    type: 'choix',
    values: PROCEDURE_VALUES,
    example: 'mapa',
  },
  {
    name: 'categorie',
    title: 'Nature du marché',
    description: 'Ce qui est acheté. Les seuils de procédure en dépendent. À défaut, elle est déduite de l’objet.',
    type: 'choix',
    values: CATEGORIE_VALUES,
    example: 'services',
  },
  {
    name: 'acheteur',
    title: 'Type d’acheteur',
    description: 'Qui achète. Les seuils et le juge compétent en dépendent. À défaut, il est déduit du texte.',
    type: 'choix',
    values: ACHETEUR_VALUES,
    example: 'collectivite',
  },
  {
    name: 'montant-estime',
    title: 'Montant estimé',
    description: 'Valeur estimée du contrat entier, en euros hors taxes, comparée aux seuils du jour.',
    type: 'montant',
    values: [],
    wanted: 'un nombre d’euros hors taxes, sans espace ni symbole (120000)',
    example: '120000',
  },
  {
    name: 'date',
    title: 'Date de lancement',
    description:
      'Jour du lancement de la consultation : le droit en vigueur ce jour-là s’applique. À défaut, celui d’une autre pièce du dossier, sinon celui que disent une étiquette (« Date d’envoi de l’avis », « Date d’émission ») ou la page de garde, sinon celui d’aujourd’hui.',
    type: 'date',
    values: [],
    wanted: 'une date AAAA-MM-JJ (2027-01-15)',
    example: '2027-01-15',
  },
  {
    name: 'ccag',
    title: 'CCAG de référence',
    description: 'Le cahier des clauses administratives générales auquel le marché se réfère, avec sa version.',
    type: 'choix',
    values: CCAG_VALUES,
    example: 'tic-2021',
  },
];

/** True for a day that exists, `YYYY-MM-DD`. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

/** True when a key takes a value: `written` as it stands in the file, `value` as YAML reads it. */
export function takes(cle: Cle, value: unknown, written: string): boolean {
  if (cle.type === 'date') return isDay(written);
  if (cle.type === 'montant') return typeof value === 'number' && Number.isFinite(value) && value > 0;
  return cle.values.some((v) => v.value === written);
}
