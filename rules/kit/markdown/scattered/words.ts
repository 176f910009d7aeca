import { type Cell, FIGURE } from '../cells.ts';
import { states } from '../plain.ts';

/** « 01 », « 02 »: codes of rows. */
export const isCount = (words: string): boolean => FIGURE.test(words) && !/^0\d/.test(words);
/** « ……… € », to be filled in. */
export const BLANK = /^(?:[.…_]{3,}|…+)(?: ?(?:€|%|euros?|jours?|mois)(?: ?(?:HT|TTC))?)?$/i;
/** What may stand for a figure. */
export const NO_FIGURE =
  /^(?:[–—-]|n[ée]ant|aucune?|sans(?: \p{L}+)?|selon devis|compris|inclus|[àa] (?:pr[ée]ciser|compl[ée]ter|d[ée]finir)|xx+|\d[\d ]* \p{Ll}+)$/iu;
/** « vendredi 14 mai 2027, 12 h 00 », « fin avril 2027 ». */
const DAY =
  /^(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:(?:fin|d[eé]but|mi|courant)[ -])?(?:(?:1er|\d{1,2}) )?(?:janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre) \d{4}(?:,? (?:[aà] )?\d.{0,12})?$/iu;
export const isFigure = (words: string): boolean => isCount(words) || BLANK.test(words) || DAY.test(words);

/** What columns are called, and how such a name goes on. */
const NAME =
  /^(?:n°|num[ée]ros?|lots?|(?:sous-)?crit[eè]res?|articles?|pi[eè]ces?|rubriques?|tranches?|[eé]tapes?|phases?|codes?|d[eé]signations?|prestations?|intitul[eé]s?|r[eé]f(?:\.|[ée]rences?)?|rep[eè]res?|postes?|[eé]l[eé]ments?|sujets?|points?|questions?|r[eè]gles?|chapitres?|prescriptions?|exigences?|fonctions?|produits?|livrables?|documents?|manquements?|engagements?|r[ôo]les?|sites?|supports?|th[eè]mes?|objets?|contenus?|formes?|d[eé]lais?|dates?|heures?|dur[eé]es?|poids|pond[eé]rations?|coefficients?|notes?|montants?|prix|quantit[eé]s?|estimations?|valeurs?|r[eé]ponses?|observations?|appr[eé]ciations?|p[eé]nalit[eé]s?|descriptions?|pr[eé]cisions?|unit[eé]s?|parts?|nombres?|fr[eé]quences?|formats?|signatures?|lignes?|niveaux?|mesures?|justificatifs?|indications?|clauses?|d[eé]rogations?)(?!\p{L})/iu;
const GOES_ON =
  /^ ?(?:attendue?s?|remise?s?|concern[eé]e?s?|vis[eé]e?s?|estim[eé]e?s?|total|unitaires?|maximum|minimum|HT|TTC|en |d['’]|de |du |des |\(|$)/i;

/** What a column may be called. */
export function isName(words: string): boolean {
  const [name = ''] = NAME.exec(words) ?? [];
  return name !== '' && words.length <= 45 && GOES_ON.test(words.slice(name.length));
}
export const mayBeName = (words: string): boolean =>
  words.length <= 70 &&
  /^(?:[\p{Lu}(%€]|n°)/u.test(words) &&
  !isFigure(words) &&
  !/[;:,]$/.test(words) &&
  !states(words);

/** « N° Désignation », « Poids Contenu »: two names that stand in one line. */
export function secondName(words: string): number {
  const [first = '', second = ''] = /^(\S+) (\p{Lu}\p{Ll}.{1,30})$/u.exec(words)?.slice(1) ?? [];
  return isName(first) && isName(second) ? first.length + 1 : 0;
}
/** What is told of something, and what a table does not begin with. */
export const TOLD =
  /^(?:poids|pond[eé]rations?|points|notes?|coefficients?|contenus?|montants?|prix|quantit[eé]s?|dur[eé]es?|d[eé]lais?|dates?|heures?|nombres?|valeurs?|r[eé]ponses?|observations?|fr[eé]quences?|unit[eé]s?|estimations?|formes?|descriptions?|[eé]ch[eé]ances?|[eé]l[eé]ments? d['’]appr[eé]ciation)(?!\p{L})/iu;
/** What begins a row: « 3 », « EX04 », « M2 », « B ». */
export const CODE = /^(?:\p{Lu}{0,5}[- ]?\d{1,3}(?:\.\d{1,3})?|\p{Lu})\.?$/u;

const LONGEST_LABEL = 300;
export const LONGEST_SUBJECT = 80;
/** What a row of words begins with. */
const isLabel = ({ text }: Cell): boolean =>
  text.length <= LONGEST_LABEL &&
  /^(?:[–-] ?\p{L}|[\p{Lu}\d«(])/u.test(text) &&
  !/[.;:,]$/.test(text.replace(CODE, ''));
/** What is the head of a column, and no label of a row. */
const HEAD =
  /^(?:poids|pond[eé]ration|contenu|quantit[eé]|montant|estimation|valeur estim[eé]e|observations|description|unit[eé]|forme)(?: (?:HT|TTC)| ?\(.*\))?$/iu;
export const areLabels = (rows: readonly (readonly Cell[])[]): boolean =>
  !HEAD.test(rows[0]?.[0]?.text ?? '') && areWords(rows);
const areWords = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.every(([label]) => isLabel(label as Cell)) ||
  rows.every(([label]) => /^\p{Ll}[^.;:,]+$/u.test(label?.text ?? ''));

/** What the first lines of a piece, or of a form, are about: the labels of a table without heads. */
export const SUBJECT =
  /^(?:pouvoir adjudicateur|entit[eé] adjudicatrice|acheteur|ma[iî]tre d['’]ouvrage|objet|proc[eé]dure|mode de passation|nombre de (?:lots|tranches)|pse|clauses (?:sociales?|environnementales?)|nature|num[eé]ro|r[eé]f[eé]rence|type|forme|dates?|lieu|lots?(?! \d)|allotissement|tranches?(?! \p{Ll}|\s\d)|variantes?|dur[eé]e|validit[eé]|d[eé]lais?|reconduction|prix|variation|r[eé]vision|avance|retenue de garantie|garanties?|paiement|p[eé]nalit[eé]s|sous-traitance|assurances?|langue|monnaie|unit[eé] mon[eé]taire|comptable|CCAG|codes? CPV|nomenclature|contact|renseignements|profil d['’]acheteur|montant|visites?|n[eé]gociation|groupements?|prestations suppl[eé]mentaires|raison sociale|forme juridique|si[eè]ge|adresse|siret|repr[eé]sentant|courriel|t[eé]l[eé]phone)(?!\p{L})/iu;
