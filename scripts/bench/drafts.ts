/**
 * Tender drafts made up for measures: the same seed gives the same text. They have the shape of real CCTPs (articles,
 * paragraphs of two to five sentences, lists, tables, notes), sentences that differ from one another, and a few faults.
 */

/** A small seeded generator of numbers in [0, 1) (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SUBJECTS = [
  'Le titulaire',
  'Le prestataire retenu',
  'L’équipe projet du titulaire',
  'Le chef de projet',
  'L’organisme',
  'La caisse',
  'Le service des systèmes d’information',
  'La solution',
  'L’application',
  'Le module de supervision',
  'Le dispositif',
  'L’interface',
  'Le sous-traitant déclaré',
  'Le comité de pilotage',
  'La plateforme',
  'Le support',
]; // prettier-ignore
const VERBS = [
  'fournit',
  'met à jour',
  'documente',
  'présente',
  'contrôle',
  'conserve',
  'transmet',
  'rend accessible',
  'prépare',
  'installe',
  'décrit',
  'vérifie',
  'restitue',
  'consigne',
  'tient à disposition',
  'planifie',
  'recense',
  'corrige',
];
const OBJECTS = [
  'les livrables prévus au planning',
  'le compte rendu de la réunion',
  'la liste des anomalies constatées',
  'les jeux de données de recette',
  'le plan de formation des agents',
  'les indicateurs de suivi de l’activité',
  'le dossier d’exploitation',
  'les droits d’accès des utilisateurs',
  'les traces des opérations sensibles',
  'le guide d’utilisation destiné aux agents',
  'les sauvegardes quotidiennes',
  'l’état des stocks de pièces',
  'le calendrier des interventions',
  'la procédure de reprise après incident',
  'les comptes d’administration',
  'les équipements livrés sur les sites',
  'le rapport annuel d’exécution',
  'la fiche de chaque intervention',
]; // prettier-ignore
const WHEN = [
  'au plus tard {n} jours après la notification',
  'dans un délai de {n} jours ouvrés',
  'chaque semaine',
  'avant le dernier jour du mois',
  'à chaque livraison',
  'lors de la réunion de lancement',
  'pendant toute la durée du marché',
  'sous {n} heures',
  'à la demande du service',
  'avant la mise en production',
  'pour chacun des {n} sites',
  'une fois par trimestre',
]; // prettier-ignore
const HOW = [
  'sous une forme exploitable par les agents',
  'avec l’accord écrit du service',
  'sans interruption du service rendu',
  'selon le modèle joint en annexe',
  'en français',
  'dans l’outil de suivi partagé',
  'conformément au plan d’assurance qualité',
  'et signale tout écart constaté',
  'sans frais supplémentaires',
  'et recueille les observations du service',
  '',
  'après une relecture contradictoire',
  'dans le respect des règles de sécurité de l’organisme',
]; // prettier-ignore
const LONGER = [
  'Les {n} agents concernés sont répartis sur {m} sites, dont {k} ouverts au public.',
  'Le volume traité est estimé à {n}00 dossiers par mois, avec des pointes en janvier et en septembre.',
  'Les échanges entre les parties se font par écrit ; les décisions prises oralement sont confirmées sous {k} jours.',
  'Une réunion de suivi se tient tous les {k} mois dans les locaux de l’organisme ou à distance.',
  'La recette comprend une vérification d’aptitude de {n} jours, puis une vérification de service régulier de {m} jours.',
  'En cas d’anomalie bloquante, le rétablissement est attendu en moins de {k} heures ouvrées.',
  'Les données restent la propriété de l’organisme et sont restituées à la fin du marché.',
  'Les locaux sont accessibles de {k} h à 18 h, du lundi au vendredi, hors jours fériés.',
  'Le poste de travail type dispose de {k} Go de mémoire et d’un écran de {n} pouces.',
  'Le taux de disponibilité mensuel attendu est de 99,{k} %, hors maintenance annoncée.',
  'La pénalité pour retard est de {n} € par jour, dans la limite de 10 % du montant du bon de commande.',
];
/** What a rule may have something to say of; one in about forty paragraphs. */
const FAULTS = [
  'La solution est simple et intuitive.',
  'Le poste est équipé d’un processeur Intel Core i{k}.',
  'Le marché est soumis au code des marchés publics.',
  'Les résultats sont la propriété de l’organisme.',
  'L’interface est conforme à la norme NF Z67-{n}.',
  'Le délai est de [à compléter] jours.',
];
const TITLES = [
  'Objet et périmètre',
  'Organisation du projet',
  'Exigences fonctionnelles',
  'Reprise des données',
  'Sécurité et accès',
  'Formation des agents',
  'Maintenance et support',
  'Niveaux de service',
  'Recette et mise en production',
  'Réversibilité',
  'Livrables et documentation',
  'Équipements',
  'Interventions sur site',
  'Suivi et pilotage',
  'Conditions d’accès aux locaux',
]; // prettier-ignore
const HEADERS = ['Fonction', 'Attendu', 'Seuil', 'Contrôle'];

class Writer {
  private readonly random: () => number;
  constructor(seed: number) {
    this.random = randomOf(seed);
  }
  number(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from + 1));
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }
  private fill(text: string): string {
    return text.replace(/\{(\w)\}/g, (_, size: string) =>
      String(size === 'k' ? this.number(2, 9) : size === 'm' ? this.number(3, 30) : this.number(10, 95)),
    );
  }
  sentence(): string {
    if (this.random() < 0.3) return this.fill(this.pick(LONGER));
    const how = this.pick(HOW);
    const when = this.fill(this.pick(WHEN));
    return `${this.pick(SUBJECTS)} ${this.pick(VERBS)} ${this.pick(OBJECTS)} ${when}${how && ` ${how}`}.`;
  }
  paragraph(): string {
    const sentences = Array.from({ length: this.number(2, 5) }, () => this.sentence());
    if (this.random() < 0.025) sentences.push(this.fill(this.pick(FAULTS)));
    return sentences.join(' ');
  }
  list(): string {
    const lead = `${this.pick(SUBJECTS)} ${this.pick(VERBS)} notamment :`;
    const items = Array.from(
      { length: this.number(3, 7) },
      () => `- ${this.pick(OBJECTS)}, ${this.fill(this.pick(WHEN))} ;`,
    );
    return `${lead}\n\n${items.join('\n')}`;
  }
  table(): string {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const rows = Array.from({ length: this.number(3, 8) }, () =>
      row([this.pick(OBJECTS), this.fill(this.pick(WHEN)), `${this.number(1, 100)} %`, this.pick(VERBS)]),
    );
    return [row(HEADERS), row(HEADERS.map(() => '---')), ...rows].join('\n');
  }
  block(): string {
    const kind = this.random();
    return kind < 0.8 ? this.paragraph() : kind < 0.93 ? this.list() : this.table();
  }
}

/** A CCTP of about so many UTF-8 bytes. */
export function draftOf(bytes: number, seed = 1): string {
  const writer = new Writer(seed);
  const parts = [
    `---\ndce:\n  piece: cctp\n  date: 2026-10-01\n---`,
    `# Cahier des clauses techniques particulières n° ${seed}`,
  ];
  let size = 0;
  for (let article = 1; size < bytes; article++) {
    const before = parts.length;
    parts.push(`## Article ${article} – ${writer.pick(TITLES)}`);
    for (let sub = writer.number(1, 4), i = 1; i <= sub; i++) {
      parts.push(`### ${article}.${i} ${writer.pick(TITLES)}`);
      for (let n = writer.number(2, 6); n > 0; n--) parts.push(writer.block());
    }
    for (let i = before; i < parts.length; i++) size += Buffer.byteLength(parts[i] as string) + 2;
  }
  return `${parts.join('\n\n')}\n`;
}
