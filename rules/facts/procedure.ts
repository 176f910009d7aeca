import type { Passage, Sentence } from '../kit/draft.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Phrase } from '../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../kit/piece.ts';
import type { Span } from '../kit/span.ts';
import { has, type Match } from '../kit/text.ts';
import type { ProcedureName } from './entete.ts';
import { enteteOf } from './piece.ts';

export interface ProcedureEvidence {
  readonly name: ProcedureName;
  /** The words that name it, or the article that does. */
  readonly at: Span;
  readonly sentence: Sentence;
}

/** Why the procedure is open to the buyer, as the text says it. */
export type MapaGround = 'montant' | 'services-specifiques' | 'petits-lots';

export interface Procedure {
  /** Undefined when the piece names none. */
  readonly name: ProcedureName | undefined;
  readonly from: 'front-matter' | 'text' | undefined;
  /** Where the text names a procedure as its own, in order. More than one name is a contradiction of the text. */
  readonly evidence: readonly ProcedureEvidence[];
  /** Grounds of an adapted procedure that the text states (several where lots differ). */
  readonly grounds: readonly { readonly ground: MapaGround; readonly at: Span }[];
}

/** Procedures whose weights, publicity and deadlines the code fixes. */
export const FORMALISEES: readonly ProcedureName[] = [
  'appel-offres-ouvert',
  'appel-offres-restreint',
  'procedure-avec-negociation',
  'dialogue-competitif',
  'concours',
  'partenariat-innovation',
];

/** Names as users know them, with their article: « l'appel d'offres ouvert ». */
export const PROCEDURE_NAMES: Readonly<Record<ProcedureName, string>> = {
  mapa: 'la procédure adaptée',
  'appel-offres-ouvert': "l'appel d'offres ouvert",
  'appel-offres-restreint': "l'appel d'offres restreint",
  'procedure-avec-negociation': 'la procédure avec négociation',
  'dialogue-competitif': 'le dialogue compétitif',
  concours: 'le concours',
  'negociee-sans-publicite': 'le marché sans publicité ni mise en concurrence préalables',
  'partenariat-innovation': "le partenariat d'innovation",
  'recherche-developpement': 'le marché de recherche et développement exclu du code',
  'appel-a-projets': "l'appel à projets",
};

/** In the order in which a sentence that holds several is read: the most particular first. */
const NAMES: readonly (readonly [ProcedureName, RegExp])[] = [
  ['partenariat-innovation', fr`partenariats? d'innovation`],
  ['dialogue-competitif', fr`dialogue competitif`],
  [
    'concours',
    fr`concours (?:[a-z]+ )?(?:ouvert|restreint|d'idees|de maitrise d'oeuvre|d'architecture|d'ingenierie|en un seul degre|a un degre|de projets?)|(?:technique|procedure) (?:d'achat )?(?:du|de) concours|(?:le|du|un|au) present concours|avis de concours`,
  ],
  [
    'negociee-sans-publicite',
    fr`(?:procedures?|marches?|accord-cadre) negociee?s? sans (?:publicite|mise en concurrence)(?: prealables?)?(?:,? (?:ni|et sans) (?:mise en concurrence|publicite)(?: prealables?)?)?|gre a gre|sans (?:publicite|mise en concurrence)(?: prealables?)?,? (?:ni|et sans) (?:mise en concurrence|publicite)(?: prealables?)?|sans (?:publicite|mise en concurrence) prealable`,
  ],
  ['appel-offres-restreint', fr`appels? d'offres (?:[a-z]+ ){0,2}restreints?|a\.?o\.?r\.?(?= )`],
  ['appel-offres-ouvert', fr`appels? d'offres(?: (?:[a-z]+ ){0,2}ouverts?)?|aoo`],
  [
    'procedure-avec-negociation',
    fr`procedures? (?:formalisee )?(?:concurrentielles? )?avec negociations?|procedure negociee (?:avec|apres) (?:publicite|mise en concurrence|publication)(?: prealable)?(?: d'un avis(?: de marche)?)?(?: et mise en concurrence)?(?: prealables?)?|pcn`,
  ],
  [
    'mapa',
    fr`procedures? (?:de passation )?(?:dite )?adaptees?|m\.?a\.?p\.?a\.?|procedure (?:de passation )?(?:utilisee |retenue |suivie )?est adaptee`,
  ],
];

/** Articles that name a procedure when a sentence says it is the one followed. */
const ARTICLES: readonly (readonly [ProcedureName, RegExp])[] = [
  ['partenariat-innovation', fr`[lr]\.? ?2172-(?:3|2[0-9]|3[0-2])`],
  ['dialogue-competitif', fr`l\.? ?2124-4|r\.? ?2124-5|r\.? ?2161-(?:2[4-9]|3[01])`],
  ['concours', fr`l\.? ?2125-1,? 2°|r\.? ?2162-(?:1[5-9]|2[0-6])`],
  ['appel-offres-restreint', fr`r\.? ?2161-(?:[6-9]|1[01])`],
  ['appel-offres-ouvert', fr`r\.? ?2161-[2-5]`],
  ['procedure-avec-negociation', fr`l\.? ?2124-3|r\.? ?2124-3|r\.? ?2161-(?:1[2-9]|20)`],
  ['recherche-developpement', fr`l\.? ?2512-5`],
  ['negociee-sans-publicite', fr`l\.? ?2122-1|r\.? ?2122-(?:[1-68]|9-1|9|1[01])`],
  ['mapa', fr`[lr]\.? ?2123-1|r\.? ?2123-[4-6]`],
];

/** Words by which a text takes a procedure as its own. */
const FOLLOWS = fr`passe(?:e|s|es)?|lance(?:e|s|es)?|conclue?s?|organisee?s?|soumise?s?|attribuee?s?|engagee?s?|menee?s?|conduite?|realisee?s?|effectuee?|prend la forme|tend a|a recours|il est recouru|recour(?:t|ons|ra)|fait l'objet|s'inscrit|releve(?:nt)?|releve de|procedure (?:[a-z]+ ){0,3}(?:est|sera|suivie|retenue|utilisee|choisie)|il s'agit|est (?:un|une|le|la|l')|constitue|en application|application des?|conformement|selon|par voie|dans le cadre d(?:u|e la) present|le present|la presente|suivant|sous (?:la )?forme|au moyen|par la (?:voie|procedure)|regie?s? par|organise`;
/** A matter that is named without being followed. */
const OTHER = fr`(?:si |lorsque |lorsqu')(?:l'|le |la |un |une )|en cas d|dans (?:l'hypothese|le cas) ou|(?:a la suite|apres|issue|suite a|suite d) ?(?:d')?(?:un |une |l'|'un )?(?:appel|procedure|premiere?|precedent)|infructue[a-z]+|precedent(?:e|s|es)?|anterieure?s?|ancien(?:ne)?s?|prestations? (?:similaires|complementaires)|realisation de prestations|marches? (?:ulterieurs?|subsequents?)|seuils?|a la difference|contrairement|plutot qu|au lieu d|dialogue avec le jury|pourr(?:a|ont|ait|aient)|se reserve|references?|experience|laureat|n'est pas|ne sont pas|ne s'agit pas|(?:dispose|beneficie|a|ont) deja|ne constitue pas|ne releve(?:nt)? pas|sans recourir|ni d|exclu(?:e|s)?|litige|pour memoire|a l'avenir|ulterieurement|relance|(?:s'inspir|inspire)[a-z]*`;
/** Where « passé sans publicité » is the rule of a modification or of a later purchase. */
const LABEL = fr`procedures?(?: de (?:passation|consultation|mise en concurrence|marche))?|modes? de (?:passation|consultation|devolution)|type (?:de (?:consultation|procedure|marche|contrat)|d'avis)|forme de la (?:consultation|procedure)|cadre juridique|textes? (?:applicables|de reference)|regime (?:de passation|juridique)|nature de la (?:consultation|procedure)|passation`;

/** The sentence begins with the name: « Procédure adaptée ouverte. », « Marché public sans publicité… ». */
const OPENS =
  /^[^a-z]*(?:par une? |(?:le |la |un |une |present |presente )*(?:marche|accord-cadre|consultation|contrat)(?: (?:public|publique|de [a-z]+|unique)){0,2}(?: a| en)? ?)?$/;

/** « Mode de passation : procédure adaptée », wherever it stands in a line. */
const NAMES_IT =
  /(?:modes? de (?:passation|consultation|devolution)|procedures? (?:de passation|de consultation|suivie|retenue)|type de (?:procedure|consultation)) ?: ?$/;

/** « L'appel d'offres ouvert a été retenu ». */
const FOLLOWED = /^ (?:(?:est|sera|a ete) (?:retenu|suivi|choisi|utilis)|(?:est|sera) (?:mis|organis))/;
/** « Le dialogue compétitif est mené en trois phases », and not « un marché négocié est conclu pour… ». */
const LED = /^ (?:est|sera) (?:lanc|men|condui|engag|pass|conclu|publi)/;

interface Mention {
  readonly name: ProcedureName;
  readonly match: Match;
  /** The sentence itself says that it is followed. */
  readonly follows: boolean;
  /** Said of another contract, or under a condition. */
  readonly other: boolean;
  readonly byArticle: boolean;
}

/** The words before a mention that rule on it: from the last stop on. */
function ruling(folded: string, match: Match): string {
  const head = folded.slice(0, match.from);
  return head.slice(Math.max(head.lastIndexOf(';'), head.lastIndexOf(' mais '), 0));
}

const mentions = (phrase: Phrase): Mention[] => {
  const out: Mention[] = [];
  const add = (name: ProcedureName, match: Match, byArticle: boolean) => {
    if (out.some((m) => m.match.from <= match.from && match.to <= m.match.to)) return;
    const { folded } = phrase;
    const before = ruling(folded, match);
    const after = folded.slice(match.to);
    const other =
      has(before, OTHER) ||
      /(?:commission|dossier|reglement|avis) d(?:e l)?'$/.test(before) ||
      /^ (?:infructueu|precedent|anterieur|ulterieur|n'est pas|est exclu|(?:ne |n')(?:vaut|constitue|emporte|saurait|rend|implique|s'applique|trouve) )/.test(
        after,
      );
    const follows =
      has(before.slice(-160), FOLLOWS) ||
      OPENS.test(folded.slice(0, match.from)) ||
      NAMES_IT.test(before) ||
      FOLLOWED.test(after) ||
      (LED.test(after) && !/\bune? $/.test(before)) ||
      /\b(?:cet?|cette) $/.test(before) ||
      / est adaptee$/.test(match.text);
    out.push({ name, match, follows, other, byArticle });
  };
  for (const [name, pattern] of NAMES) for (const match of phrase.findAll(pattern)) add(name, match, false);
  if (
    phrase.has(
      fr`recherche|r ?(?:&|et) ?d|avant commercialisation|exclu(?:e|s|es)?|hors (?:du )?(?:champ|code)|non soumis|soustrait|echappe`,
    )
  )
    for (const match of phrase.findAll(fr`l\.? ?2512-5(?:,? ?(?:\(?2°\)?|al\.? ?2))?|14,? ?3° (?:de l'ordonnance)?`))
      out.push({ name: 'recherche-developpement', match, follows: true, other: false, byArticle: true });
  for (const [name, pattern] of ARTICLES) {
    if (out.length > 0) break;
    const match = phrase.find(pattern);
    if (match) add(name, match, true);
  }
  return out.sort((a, b) => a.match.from - b.match.from);
};

const isLabelled = (passage: Passage): boolean => {
  const row = passage.table?.rowOf(passage);
  if (row && row.cells[0] !== passage && row.cells[0]?.has(LABEL) && row.cells[0].folded.length < 60) return true;
  if (
    /^[ -]*(?:procedure|mode de passation|type de (?:marche|consultation|procedure)|forme de la consultation)[a-z' ]{0,40} ?: /.test(
      passage.folded,
    )
  )
    return true;
  const { heading } = passage.section;
  return heading !== passage && heading?.has(LABEL) === true;
};

/** A title or a line of the cover page: short words that only name the thing. */
const isCover = (passage: Passage): boolean =>
  passage.folded.length <= 140 &&
  ((passage.heading?.level ?? 9) <= 1 || (passage.index < 12 && !passage.table && passage.sentences.length <= 2));

const PRIORITY: readonly ProcedureName[] = ['partenariat-innovation', 'concours', 'dialogue-competitif'];

/** The procedure that a piece says it follows: front matter, else what its text says of itself. */
export const procedure = defineFact<Procedure>({
  id: 'procedure',
  title: 'Procédure',
  read(piece: Piece) {
    const evidence: (ProcedureEvidence & { sure: boolean })[] = [];
    for (const { value: found, sentence } of piece.draft.collect(mentions)) {
      for (const { name, match, follows, other, byArticle } of found) {
        if (other) continue;
        const labelled = isLabelled(sentence.passage);
        const cover = !byArticle && isCover(sentence.passage);
        if (!follows && !labelled && !cover) continue;
        // A bare « appel d'offres » is what many call any consultation.
        const bare = /d'offres$/.test(match.text);
        const sure =
          !bare ||
          labelled ||
          /(?:par|selon|voie d[e']|procedure d[e'](?: l')?) ?'?$/.test(sentence.folded.slice(0, match.from));
        evidence.push({ name, at: sentence.at(match), sentence, sure });
      }
    }
    const declared = enteteOf(piece).values.procedure as ProcedureName | undefined;
    const grounds = groundsOf(piece);
    const own = evidence.filter((e) => e.sure || evidence.length === 1);
    const plain = own.map(({ name, at, sentence }) => ({ name, at, sentence }));
    if (declared) return { name: declared, from: 'front-matter', evidence: plain, grounds };
    // A partnership is awarded by negotiation, a concours by a negotiated contract: the frame gives its name.
    const frame = PRIORITY.find((name) => own.some((e) => e.name === name));
    const restricted = own.find((e) => e.name === 'appel-offres-restreint');
    const first = own[0];
    let name = frame && first?.name !== 'mapa' ? frame : first?.name;
    if (
      name === 'appel-offres-ouvert' &&
      restricted &&
      !own.some((e) => e.name === name && /ouvert/.test(e.sentence.folded))
    )
      name = 'appel-offres-restreint';
    if (!name && piece.kind === 'appel-a-projets') name = 'appel-a-projets';
    if (!name && piece.kind === 'reglement-concours' && piece.draft.title?.has(fr`concours`)) name = 'concours';
    return { name, from: name ? 'text' : undefined, evidence: plain, grounds };
  },
  show: ({ name, from, evidence, grounds }) =>
    name
      ? {
          nom: name,
          source: from,
          autres: [...new Set(evidence.map((e) => e.name).filter((n) => n !== name))],
          motifs: grounds.map((g) => g.ground),
        }
      : undefined,
});

const GROUNDS: readonly (readonly [MapaGround, RegExp])[] = [
  [
    'services-specifiques',
    fr`services? sociaux et autres services? specifiques|services? (?:sociaux|specifiques)|(?:r\.? ?2123-1,? ?(?:i )?\(?3°|3° (?:du |de l')?(?:i |article )*r\.? ?2123-1)|r\.? ?2123-7`,
  ],
  [
    'petits-lots',
    fr`(?:r\.? ?2123-1,? ?(?:i )?\(?2°|2° (?:du |de l')?(?:i |article )*r\.? ?2123-1)|petits lots|(?:20|vingt) ?(?:%|pour cent|p\. 100) d[ue] (?:la valeur|montant|total)`,
  ],
  [
    'montant',
    fr`(?:r\.? ?2123-1,? ?(?:i )?\(?1°|1° (?:du |de l')?(?:i |article )*r\.? ?2123-1)|(?:en raison|compte tenu|du fait) de (?:son|sa|leur) (?:montant|valeur)|inferieure?s? (?:au|aux) seuils?`,
  ],
];

const ground = (phrase: Phrase) => {
  for (const [name, pattern] of GROUNDS) {
    const match = phrase.find(pattern);
    if (match) return { ground: name, match };
  }
  return undefined;
};

const groundsOf = (piece: Piece): Procedure['grounds'] =>
  piece.draft.collect(ground).map(({ value, sentence }) => ({ ground: value.ground, at: sentence.at(value.match) }));

/** Name of the procedure of a piece, or of the first of the consultation's that names one; undefined when none does. */
export function procedureDe(piece: Piece): ProcedureName | undefined {
  const all = [piece, ...piece.consultation.of('rc'), ...piece.consultation.pieces];
  return all.map((p) => p.ask(procedure).name).find((name) => name !== undefined);
}

/** True when the contract of a place is let without competition: that of the piece, or one that its section announces beside it. */
export function isWithoutCompetition(piece: Piece, at: Span): boolean {
  const section = piece.draft.sectionAt(at.start);
  return (
    procedureDe(piece) === 'negociee-sans-publicite' ||
    piece
      .ask(procedure)
      .evidence.some(({ name, sentence }) => name === 'negociee-sans-publicite' && sentence.section === section)
  );
}
