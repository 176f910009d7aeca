/** What a draft cannot carry over from a document, or a document from a draft: one, several, and what became of it. */
const KINDS = {
  underline: ['passage souligné', 'passages soulignés', 'le Markdown n’a pas de souligné'],
  image: ['image', 'images', 'laissées dans le document Word, un lien en tient la place'],
  drawing: ['dessin, graphique ou objet incorporé', 'dessins, graphiques ou objets incorporés', 'non repris'],
  box: ['zone de texte', 'zones de texte', 'le texte suit le paragraphe où elle est ancrée'],
  hidden: ['passage masqué', 'passages masqués', 'gardés en commentaire'],
  merged: ['cellule fusionnée', 'cellules fusionnées', 'le texte est dans la première cellule, les autres sont vides'],
  nested: ['tableau dans un tableau', 'tableaux dans un tableau', 'mis à plat dans la cellule'],
  frame: ['cadre ou tableau d’une seule cellule', 'cadres ou tableaux d’une seule cellule', 'repris en paragraphes'],
  contents: ['table des matières', 'tables des matières', 'non reprise : Word la refait'],
  formula: ['formule', 'formules', 'reprises en une ligne de texte'],
  symbol: ['caractère d’une police de symboles', 'caractères d’une police de symboles', 'non repris'],
  deep: ['titre de niveau 7 ou plus', 'titres de niveau 7 ou plus', 'ramenés au niveau 6'],
  format: ['mise en forme suivie', 'mises en forme suivies', 'la nouvelle est gardée, sans trace de l’ancienne'],
  header: ['en-tête ou pied de page', 'en-têtes ou pieds de page', 'non repris'],
  html: ['balise HTML', 'balises HTML', 'non reprises, sauf les commentaires'],
  picture: ['image', 'images', 'remplacées par leur lien'],
} as const satisfies Record<string, readonly [one: string, several: string, fate: string]>;

export type LossKind = keyof typeof KINDS;

/** Counts what is lost on the way. */
export class Losses {
  private readonly counts = new Map<LossKind, number>();

  add(kind: LossKind, times = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + times);
  }

  /** One French line each, without a full stop; empty when all was carried over. */
  lines(): string[] {
    return [...this.counts].map(([kind, count]) => {
      const [one, several, fate] = KINDS[kind];
      return `${count} ${count > 1 ? several : one} : ${fate}`;
    });
  }
}
