import { before, matchesIn, ordered, type Stretch } from '../../kit/french/scan.ts';
import { has } from '../../kit/text.ts';

/** Something left to fill in a folded text. */
export interface Hole extends Stretch {
  /**
   * - `bracket`: « [à compléter : nom] », « [date] », « […] », « {{champ}} »
   * - `words`: « à préciser », « date à définir »
   * - `letters`: « XXX », « xx € », « 20XX », « TBD »
   * - `line`: « …… », « ____ », « … € »: where a form is filled
   * - `date`: « JJ/MM/AAAA »
   */
  readonly kind: 'bracket' | 'words' | 'letters' | 'line' | 'date';
}

const TO_DO =
  'a (?:completer|preciser|definir|determiner|renseigner|remplir|indiquer|inserer|confirmer|saisir|fixer|adapter|arreter|trancher|choisir)';
const THINGS =
  'noms?|dates?|montants?|nombres?|adresses?|lieux?|objets?|references?|numeros?|n°|durees?|delais?|intitules?|titres?|taux|pourcentages?|heures?|villes?|telephones?|courriels?|e-?mails?|mails?|url|liens?|quantites?|prix|chiffres?|valeurs?|coordonnees|service|acheteur|organisme|signataire|articles?|motifs?|raisons?|justifications?|description|liste|min|max|minimum|maximum';
/** « [Variante si accord-cadre : », « [En cas de groupement : »: a clause to keep or to strike, which may hold fields of its own. */
const OPTIONAL =
  "(?:(?:variante|option|alternative|clause|version|hypothese)s?(?: \\d| [a-d])?(?: (?:si|selon|pour|a|en cas)\\b[^\\[\\]:]{1,80})?|(?:si|en cas d[e'])(?![a-z])[^\\[\\]:]{3,80}) ?:";
/** « [fermes / révisables] », « [ou le présent arrêté] »: nothing is chosen. */
const CHOICE = '[a-z][^\\[\\]/:;]{2,80} / [a-z][^\\[\\]:;]{2,120}|ou (?!equivalent)[^\\[\\]]{3,80}';
/** What may stand between brackets and be a field: an instruction to fill, a choice, a kind of value, or nothing. */
const BRACKET = new RegExp(
  `\\[ ?(?:[^\\[\\]]{0,80}\\b(?:${TO_DO}|a negocier)\\b[^\\[\\]]{0,400}|(?:inserer|indiquer|preciser|saisir|completer|choisir|rappeler|lister|decrire|definir|determiner|fixer|detailler|votre|vos)\\b[^\\[\\]]{0,400}|(?:description|liste|option(?= ?:)|autres? [a-z]+)\\b[^\\[\\]]{0,300}|${OPTIONAL}[^\\[\\]]{0,400}|${CHOICE}|[a-z][^\\[\\]]{2,60} ?\\.\\.\\.|(?:un |une |a |en )?[a-z][^\\[\\].;:]{2,40} ou (?!equivalent)[^\\[\\].;:]{3,40}|(?:le |la |les |l'|une? )?(?:${THINGS})\\b[^\\[\\]]{0,60}|[.x_ -]{2,40}) ?\\](?! ?\\(#)|\\[ ?${OPTIONAL}(?=[^\\[\\]]{0,200}\\[)`,
  'g',
);
const BRACES =
  /\{\{ ?(?![<%])[^{}]{1,60} ?\}\}|<<[^<>]{1,60}>>|#[a-z]+(?:_[a-z]+)+#|"(?:nom|numero|num|date|montant|adresse|objet|duree|lieu|titre|intitule|reference|ville|acheteur|titulaire|signataire)(?:_[a-z]+)+"/g;

const UNIT =
  '(?:€|%|k€|euros?\\b|ht\\b|ttc\\b|mois\\b|jours?\\b|semaines?\\b|ans?\\b|annees?\\b|heures?\\b|h\\b|points?\\b|pts\\b|fois\\b|lots?\\b|pages?\\b|m2\\b|m²|km\\b)';
/** « [X %] », « [N jours] »: a value that is not there. */
const VALUE = new RegExp(`\\[ ?[nx]{1,3} ?${UNIT} ?\\]`, 'g');
/** What a word processor shows where nothing was typed, and a form where nothing was said. */
const PROMPT =
  /cliquez (?:ou appuyez )?ici pour (?:entrer|taper|saisir|ajouter|indiquer|choisir)(?: (?:du|de la|une?|le|la|votre) [a-z]+)?|choisissez un element|(?<=[a-z)"] ?: ?)non renseignee?s?(?= ?(?:$|[.;,|]))/g;

/** After « à définir »: nobody else is to do it, and nothing more is said. */
const ALONE = `(?= ?(?:$|[.,;)|\\]]|- |ulterieurement\\b|plus tard\\b|\\?|!|€|(?:ht|ttc)\\b))`;
const WORDS = new RegExp(`${TO_DO}\\b${ALONE}`, 'g');
/** Before « à définir »: a place of its own, or the thing that is to be told. */
const TOLD = new RegExp(
  `(?:^[ "(-]{0,3}|[:=] ?|\\( ?|- |\\breste(?:nt|ra)? (?:encore )?|\\b(?:${THINGS})(?: (?:exacte?s? |precise?s? |definitif |definitive |ht |ttc )?(?:est |sont |reste(?:nt)? |restante? |encore )?|\\b[^.;:]{0,30} (?:est|sont|reste|restent|demeure) ))$`,
);

const LETTERS = new RegExp(
  [
    `\\[ ?[nx]{1,3} ?\\](?= ?${UNIT})`,
    '(?<![a-z0-9])(?:[a-z]{0,4}|20\\d?)x{2,}(?:[_-]x{2,})+(?![a-z0-9])',
    '(?<![a-z0-9])x{2}(?: x{2})+(?![a-z0-9])',
    '(?<![a-z0-9])x{3,}(?![a-z0-9])',
    '(?<![a-z0-9])20x{2}(?![a-z0-9])',
    '(?<=[a-z0-9)"] ?: ?)x{2}(?= ?(?:$|[.;,]))',
    `(?<![a-z0-9])x{2} ?(?=${UNIT})`,
    // « Surface : ? m² », « un délai de ?? jours »
    `(?<=: ?)\\?{1,3} ?(?=${UNIT})`,
    `(?<=[ :(])\\?{2,3} ?(?=${UNIT})`,
    '(?<=(?<![a-z])(?:article|articles|annexe|n°|chapitre|lot|lots) ?)\\[ ?[nx]{1,3} ?\\](?!\\()',
    // « XX messages par seconde »: of something counted.
    '(?<![a-z0-9])(?<!taille ?:? ?)x{2} (?=[a-z]{3,}s(?![a-z]))',
    '(?<=(?<![a-z])(?:article|articles|annexe|n°|chapitre) ?)x{2}(?![a-z0-9])',
    `(?<=\\b(?:de|d'|a|sous|maximum|minimum|dans) |: ?)x (?=${UNIT})`,
    '(?<![a-z0-9-])(?:tbd|todo|lorem ipsum)(?![a-z0-9-])',
  ].join('|'),
  'g',
);
const LINE = new RegExp(
  `(?:_ ?){3,}|(?<![a-z.])\\.(?: ?\\.){3,}(?![a-z])|(?<=[a-z])\\.{6,}(?![a-z])|(?<=^|[ :(/])\\.{3} ?(?=${UNIT})|(?<=\\b(?:de|le|est|sont|a|:|n°) ?:? )\\.{3}(?= ?(?:\\(|$|[.,;]))`,
  'g',
);
/** « JJ/MM/AAAA », « xx/xx/2027 », « XX/03/2027 »: a part of it at least is not there. */
const DATE =
  /(?<![a-z/"])(?:j{1,2}[ /.-]?m{1,2}[ /.-](?:a{2,4}|20x{2}|20\.\.|20\d\d|y{4})|(?:__?|\.\.|xx)\/(?:__?|\.\.|xx)\/(?:_{2,4}|\.{2,4}|20[_.x]{2}|x{4}|\d{4})|(?:__?|\.{2,3}|xx|jj)\/(?:0?[1-9]|1[0-2])\/20\d\d|(?:0?[1-9]|[12]\d|3[01])\/(?:__?|\.{2,3}|xx|mm)\/20\d\d)(?![a-z/\d])/g;
/** « au format JJ/MM/AAAA » tells how to write, not what is missing. */
const FORMAT =
  /\b(?:format|forme|sous la forme|type|syntaxe|nommage|nomme[es]*|intitul[a-z]+|modele de nom)[^.;]{0,40}$/;

interface Mark {
  readonly pattern: RegExp;
  readonly kind: Hole['kind'];
  /** Whether what is matched leaves something to fill, where it stands. */
  readonly isLeft: (folded: string, hole: Stretch) => boolean;
}

const isNoFormat: Mark['isLeft'] = (folded, { from }) => !FORMAT.test(folded.slice(0, from));
/** « Le bordereau des prix à remplir »: a paper that candidates fill, by its name. */
const PAPER_TO_FILL =
  /(?<![a-z])(?:bordereaux?|tableaux?|decompositions?|details?|cadres?|grilles?|formulaires?|annexes?|modeles?|fiches?|imprimes?) (?:des? |du |d'|de la )[a-z' -]{2,40}$/;
const isToTell: Mark['isLeft'] = (folded, hole) => {
  const lead = before(folded, hole.from, 100);
  return TOLD.test(lead) && !PAPER_TO_FILL.test(lead) && !quoted(folded, hole);
};

function* all(folded: string): Generator<Hole> {
  for (const { pattern, kind, isLeft } of MARKS)
    for (const m of matchesIn(pattern, folded)) {
      const hole = { from: m.index, to: m.index + m[0].trimEnd().length, kind };
      if (isLeft(folded, hole)) yield hole;
    }
}

/** « les champs "à compléter" » speaks of fields. */
const quoted = (folded: string, { from, to }: Stretch) =>
  (folded.slice(0, from).split('"').length - 1) % 2 === 1 && folded.indexOf('"', to) >= 0;

/** « supprimer les mentions "[à compléter]" de ses modèles »: told as an example of what is left in a text. */
const MENTION =
  /(?<![a-z])(?:mentions?|champs?|formules?|crochets?|balises?|modeles?|gabarits?|trames?|libelles?|marques?)(?![a-z])[^.;]{0,60}$/;
/** « Les champs [à compléter] sont à renseigner »: all of them. */
const ALL_SUCH =
  /(?<![a-z])(?:les|des|ces|aux) (?:champs|mentions|passages|zones|balises|crochets)(?: (?:entre crochets|du type|marquees?|notees?))? "? ?$/;
const isMentioned = (folded: string, hole: Stretch): boolean => {
  const lead = before(folded, hole.from, 100);
  return (quoted(folded, hole) && MENTION.test(lead)) || ALL_SUCH.test(lead);
};

/** « La table a un champ "nom_voie" »: what a program calls a thing that it holds. */
const OF_DATA =
  /(?<![a-z])(?:champs?|colonnes?|attributs?|tables?|couches?|bases?|fichiers?|variables?|parametres?|entites?|geometri[a-z]+|donnees|sig|sql|schema)(?![a-z])/;

/** Leaders of a table of contents, « etc.... » and dots after a value are no fields. */
function isField(folded: string, { from, to }: Stretch): boolean {
  const lead = folded.slice(Math.max(0, from - 60), from);
  const text = folded.slice(from, to);
  if (text.startsWith('_')) return true;
  if (/\betc ?$/.test(lead)) return false;
  if (/^ ?\d{1,3}(?: |$|\.\.)/.test(folded.slice(to)) && !/(?::|n°) ?$/.test(lead)) return false;
  if (lead.endsWith(')') && text.length < 6) return false;
  const after = folded.slice(to);
  // « Marseille, Lyon, Paris, …. »: and so on.
  if (text.length < 8 && /^ ?(?:[.;)]|$)/.test(after) && /[a-z)], ?[^,:]{2,50},? ?$/.test(lead)) return false;
  // What stands before the dash of an item is a leader left by a word processor.
  if (/^ ?- ?[a-z][^:_.]{30,}/.test(after)) return false;
  return !/[:=].*\d ?[h€]? ?$/.test(lead);
}

/** In an address of the web. */
const isInAddress = (folded: string, { from }: Stretch): boolean =>
  /(?:https?:\/\/|www\.)[^\s]*$/.test(before(folded, from, 200));
/** « l'article dispose : "L'acheteur peut, […], passer un marché" »: words left out of a quotation. */
const isLeftOut = (folded: string, hole: Stretch): boolean =>
  /^\[[ .]+\]$/.test(folded.slice(hole.from, hole.to)) && quoted(folded, hole);
/** « [référence PA-19739] »: it has its number. */
const hasNumber = (folded: string, { from, to }: Stretch): boolean =>
  /^\[ ?(?:references?|numeros?|n°) [^[\]]*\d{3}[^[\]]*\]$/.test(folded.slice(from, to)) &&
  !new RegExp(`x{2}|\\.{2}|_{2}|${TO_DO}`).test(folded.slice(from, to));

/** « [lot]_memoire_[candidat] »: how files are named. */
const isInName = (folded: string, { from, to }: Stretch): boolean =>
  /[^_\s]_$/.test(before(folded, from, 2)) || /^_[^_\s]/.test(folded.slice(to, to + 2));

const MARKS: readonly Mark[] = [
  {
    pattern: BRACKET,
    kind: 'bracket',
    isLeft: (folded, hole) =>
      !isMentioned(folded, hole) && !isInName(folded, hole) && !isLeftOut(folded, hole) && !hasNumber(folded, hole),
  },
  { pattern: VALUE, kind: 'bracket', isLeft: (folded, hole) => !isMentioned(folded, hole) },
  { pattern: PROMPT, kind: 'bracket', isLeft: () => true },
  {
    pattern: BRACES,
    kind: 'bracket',
    isLeft: (folded, { from }) => folded[from] !== '"' || !OF_DATA.test(folded),
  },
  { pattern: DATE, kind: 'date', isLeft: isNoFormat },
  { pattern: LETTERS, kind: 'letters', isLeft: isNoFormat },
  { pattern: WORDS, kind: 'words', isLeft: isToTell },
  { pattern: LINE, kind: 'line', isLeft: (folded, hole) => isField(folded, hole) && !isInAddress(folded, hole) },
];

/** Without any of these signs a text leaves nothing to fill: most paragraphs are known at once to hold no field. */
const SIGN = new RegExp(
  `[[{_#]|<<|[ :(]\\? ?[?€a-z%]|\\.\\.|\\. \\.|xx|(?<![a-z0-9])x |"[a-z]+_|j[ /.-]?m|tbd|todo|lorem|cliquez|choisissez un|non renseigne|(?<![a-z0-9])${TO_DO}`,
);

/** What is left to fill in a folded text, in order; none when nothing is. One hole for each run of marks. */
export const holes = (folded: string): Hole[] => (SIGN.test(folded) ? ordered(all(folded)) : []);

const LETTERS_IN = /[a-z]{3,}/;
const ONLY_MARKS = /^[\s_.?/x*-]*$/;

/** True when a folded text says nothing: blank, dots, a dash, or a field with a unit and a label at most. */
export function isBlank(folded: string): boolean {
  const text = folded.trim();
  if (ONLY_MARKS.test(text)) return true;
  if (/^(?:n\.?c\.?|non (?:renseigne|communique|defini)e?s?|neant|sans objet|s\/?o)$/.test(text)) return true;
  const found = holes(text);
  if (found.length === 0) return new RegExp(`^${TO_DO}\\b`).test(text);
  let rest = text;
  for (const hole of [...found].reverse()) rest = `${rest.slice(0, hole.from)} ${rest.slice(hole.to)}`;
  return (
    !has(rest, LETTERS_IN) ||
    /^[^a-z]*(?:(?:euros?|montant|prix|objet|hors|taxes?|ht|ttc|lot|tranche|ulterieurement|estime|total)[^a-z]*)*$/.test(
      rest,
    )
  );
}
