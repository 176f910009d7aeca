import type { Rule } from '../../rules/kit/rule.ts';

/** What a report looks at a consultation for. Every rule serves one. */
export type Axe = 'legalite' | 'clarte' | 'completude' | 'egalite' | 'faisabilite' | 'coherence' | 'environnement';

interface AxeInfo {
  readonly title: string;
  /** What its rules look for: a noun phrase. */
  readonly looks: string;
  /** What no rule of the program checks, and a reader must: noun phrases. */
  readonly beyond: string;
}

/** In the order of the report. */
export const AXES: Readonly<Record<Axe, AxeInfo>> = {
  legalite: {
    title: 'Légalité',
    looks: 'ce qui contredit un texte impératif, ou cite un texte qui n’est plus en vigueur',
    beyond:
      'la computation des besoins de l’année, les délégations de signature, les avis publiés, les règles propres à l’organisme',
  },
  clarte: {
    title: 'Clarté',
    looks: 'ce qu’un candidat ne peut ni mesurer ni comprendre d’une seule façon',
    beyond: 'la justesse technique du besoin, l’orthographe, le style',
  },
  completude: {
    title: 'Complétude',
    looks: 'ce qui devrait être écrit quelque part, et ne l’est pas',
    beyond: 'les annexes et les fichiers qui ne sont pas en Markdown, les formulaires, les plans',
  },
  egalite: {
    title: 'Égalité entre candidats',
    looks: 'ce qui ferme la concurrence ou traite différemment les candidats',
    beyond: 'l’état réel du marché, les liens d’intérêts, la façon dont l’analyse sera menée',
  },
  faisabilite: {
    title: 'Faisabilité',
    looks: 'les délais, montants et durées que le marché ne pourrait pas tenir',
    beyond: 'le réalisme du prix estimé, les crédits disponibles, la charge de travail demandée',
  },
  coherence: {
    title: 'Cohérence',
    looks: 'ce que les pièces, ou deux passages d’une pièce, disent différemment',
    beyond: 'l’accord avec l’avis publié, le profil d’acheteur et les pièces qui n’ont pas été relues',
  },
  environnement: {
    title: 'Environnement',
    looks: 'le critère et les conditions d’exécution environnementaux exigés par le code',
    beyond:
      'la pertinence de ces clauses, leur suivi, le coût du cycle de vie, le schéma de promotion des achats responsables',
  },
};

/** Rules of a theme that serve another axis than it, or than absences. */
const OWN: Readonly<Record<string, Axe>> = {
  'allotissement/absence-motivee': 'egalite',
  'allotissement/nombre-incoherent': 'coherence',
  'appel-a-projets/vocabulaire': 'clarte',
  'besoin/dimension-innovante': 'coherence',
  'besoin/marque': 'egalite',
  'besoin/moyens-imposes': 'egalite',
  'besoin/ou-equivalent': 'egalite',
  'concours/anonymat': 'egalite',
  'concours/jury-independance': 'egalite',
  'criteres/application-differenciee': 'egalite',
  'criteres/caractere-innovant': 'clarte',
  'criteres/environnemental': 'environnement',
  'criteres/lies-au-candidat': 'egalite',
  'criteres/ponderation-somme': 'coherence',
  'criteres/sans-appreciation': 'clarte',
  'dossier/piece-manquante': 'completude',
  'droit/derogations-ccag': 'coherence',
  'execution/condition-environnementale': 'environnement',
  'offres/delai-minimal': 'faisabilite',
  'offres/hors-delai': 'egalite',
  'offres/prime-echantillons': 'faisabilite',
  'pi/clause-alteree': 'coherence',
  'pi/options-concurrentes': 'coherence',
  'pi/regimes-discordants': 'coherence',
  'procedure/mapa-procedure-formalisee': 'coherence',
  'procedure/negociation-garanties': 'egalite',
  'procedure/negociation-interdite': 'egalite',
  'redaction/champ-a-completer': 'completude',
  'redaction/date-passee': 'faisabilite',
  'redaction/montant-incoherent': 'coherence',
  'redaction/renvoi-casse': 'coherence',
  'sourcage/delai-prise-connaissance': 'faisabilite',
  'tranches/nombre-incoherent': 'coherence',
  'tranches/objet-indefini': 'completude',
  'tranches/terminologie': 'clarte',
  'variantes/contradiction': 'coherence',
};

/** Themes of one axis, but for absences. Those not named are of legality. */
const THEMES: Readonly<Record<string, Axe>> = {
  allotissement: 'completude',
  besoin: 'clarte',
  candidature: 'egalite',
  'dce-lint': 'clarte',
  dossier: 'coherence',
  redaction: 'clarte',
  sourcage: 'egalite',
  tranches: 'faisabilite',
};

/** The axis that a rule serves. */
export const axeOf = ({ id, absence }: Pick<Rule, 'id' | 'absence'>): Axe =>
  OWN[id] ?? (absence ? 'completude' : (THEMES[id.split('/')[0] as string] ?? 'legalite'));
