/** What a draft cannot carry over from a document, or a document from a draft: one, several, and what became of it. */
const KINDS = {
  underline: ['passage souligné', 'passages soulignés', 'le Markdown n’a pas de souligné'],
  image: ['image', 'images', 'laissées dans le document Word, un lien en tient la place'],
  drawing: ['dessin, graphique ou objet incorporé', 'dessins, graphiques ou objets incorporés', 'non repris'],
  box: ['zone de texte', 'zones de texte', 'le texte suit le paragraphe où elle est ancrée'],
  hidden: ['passage masqué', 'passages masqués', 'gardés en commentaire'],
  caption: [
    'titre sur la largeur d’un tableau',
    'titres sur la largeur d’un tableau',
    'repris en gras au-dessus de lui',
  ],
  unmerged: ['fusion de cellules', 'fusions de cellules', 'non refaites : leurs cellules ne font plus un rectangle'],
  nested: ['tableau dans un tableau', 'tableaux dans un tableau', 'mis à plat dans la cellule'],
  frame: ['cadre ou tableau d’une seule cellule', 'cadres ou tableaux d’une seule cellule', 'repris en paragraphes'],
  contents: ['table des matières', 'tables des matières', 'non reprise : Word la refait'],
  control: ['champ de formulaire', 'champs de formulaire', 'repris en texte : remplis, ils ne sont plus des champs'],
  formula: ['formule', 'formules', 'reprises en une ligne de texte'],
  symbol: ['caractère d’une police de symboles', 'caractères d’une police de symboles', 'non repris'],
  deep: ['titre de niveau 7 ou plus', 'titres de niveau 7 ou plus', 'ramenés au niveau 6'],
  format: ['mise en forme suivie', 'mises en forme suivies', 'la nouvelle est gardée, sans trace de l’ancienne'],
  header: ['en-tête ou pied de page', 'en-têtes ou pieds de page', 'non repris'],
  html: ['balise HTML', 'balises HTML', 'non reprises, sauf les commentaires'],
  linked: ['image', 'images', 'liens vers les fichiers d’origine, à garder à côté du brouillon'],
} as const satisfies Record<string, readonly [one: string, several: string, fate: string]>;

export type LossKind = keyof typeof KINDS;

/** Counts what is lost on the way. */
export class Losses {
  private readonly counts = new Map<LossKind, number>();
  private readonly told = new Set<string>();

  add(kind: LossKind, times = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + times);
  }

  /** A loss of its own, as one French line without a full stop. */
  tell(line: string): void {
    this.told.add(line);
  }

  /** One French line each, without a full stop; empty when all was carried over. */
  lines(): string[] {
    const counted = [...this.counts].map(([kind, count]) => {
      const [one, several, fate] = KINDS[kind];
      return `${count} ${count > 1 ? several : one} : ${fate}`;
    });
    return [...counted, ...this.told];
  }
}
