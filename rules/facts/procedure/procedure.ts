import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { type Consultation, defineFact, type Piece } from '../../kit/piece.ts';
import type { Hearing } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { hearing, lotsAround, telling } from '../commun/index.ts';
import type { ProcedureName } from '../piece/index.ts';
import { declinesExclusion } from '../recherche/index.ts';
import { asksWhether, isDroppedThen, isSetAside } from './ecartee.ts';

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
  /** Where a procedure is heard to be followed, and whether it is named there. */
  readonly heard: readonly Surely[];
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
    fr`concours (?:[a-z]+ )?(?:ouvert|restreint|d'idees|de maitrise d'oeuvre|d'architecture|d'ingenierie|en un seul degre|a un degre|de projets?)|(?:technique|procedure) (?:d'achat )?(?:du|de) concours|(?:le|du|un|au) present concours|avis de concours|(?:recour[a-z]*|organis[a-z]*|lanc[a-z]*|ouvr[a-z]*|tien[a-z]*) (?:a )?un concours(?! (?:financier|actif|de recrutement|technique)s?)`,
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
  ['appel-offres-ouvert', fr`l\.? ?2124-2|r\.? ?2161-[2-5]`],
  ['procedure-avec-negociation', fr`l\.? ?2124-3|r\.? ?2124-3|r\.? ?2161-(?:1[2-9]|20)`],
  ['recherche-developpement', fr`l\.? ?2512-5`],
  ['negociee-sans-publicite', fr`l\.? ?2122-1|r\.? ?2122-(?:[1-68]|9-1|9|1[01])`],
  ['mapa', fr`[lr]\.? ?2123-1|r\.? ?2123-[4-6]`],
];

/** Words by which a text takes a procedure as its own. */
const FOLLOWS = fr`passe(?:e|s|es)?|lance(?:e|s|es)?|conclue?s?|organisee?s?|soumise?s?|attribuee?s?|engagee?s?|menee?s?|conduite?|realisee?s?|effectuee?|prend la forme|tend a|a recours|il est recouru|recour(?:t|ons|ra)|fait l'objet|s'inscrit|releve(?:nt)?|releve de|procedure (?:[a-z]+ ){0,3}(?:est|sera|suivie|retenue|utilisee|choisie)|il s'agit|est (?:un|une|le|la|l')|(?:resulte|decoule|procede) d|constitue|suit|suivra|suivons|conduire|mener|se soumet|en application|sur le fondement|application des?|conformement|selon|par voie|dans le cadre d(?:u|e la) present|le present|la presente|suivant|sous (?:la )?forme|au moyen|par la (?:voie|procedure)|regie?s? par|organise`;
/** A matter that is named without being followed. */
const OTHER_PROCEDURE = fr`(?:si |lorsque |lorsqu')(?:l'|le |la |un |une )|en cas d|dans (?:l'hypothese|le cas) ou|(?:a la suite|apres|issue|suite a|suite d) ?(?:d')?(?:un |une |l'|'un )?(?:appel|procedure|premiere?|precedent)|infructue[a-z]+|precedent(?:e|s|es)?|anterieure?s?|ancien(?:ne)?s?|prestations? (?:similaires|complementaires)|realisation de prestations|marches? (?:ulterieurs?|subsequents?)|seuils?|a la difference|contrairement|plutot qu|au lieu d|dialogue avec le jury|pourr(?:a|ont|ait|aient)|se reserve|references?|experience|laureat|n'est pas|ne sont pas|ne s'agit pas|(?:dispose|beneficie|a|ont) deja|ne constitue pas|ne releve(?:nt)? pas|sans recourir|ni d|exclu(?:e|s)?|echapp(?:e|ent|ant)|litige|pour memoire|a l'avenir|ulterieurement|relance|(?:s'inspir|inspire)[a-z]*`;
/** « conclu en 2024 à la suite d'un appel d'offres »: another contract. */
const PAST =
  /(?:conclu|passe|attribue|signe|achete|acquis)[a-z]* en (?:[a-z]+ )?20\d\d [^.;]*$|(?:a la suite|suite) (?:a |d')(?:un |une )?$|avai(?:t|en)t (?:[a-z]+ ){1,2}[^.;]*$|(?:a|ont) deja (?:ete |fait )[^.;]*$/;
/** « Il est attribué au terme d'un dialogue compétitif »: the contract itself, now. */
const LET_BY =
  /(?<=^[^a-z]*(?:il|(?:le|la|l'|ce|cet|cette) ?(?:present|presente)? ?(?:marche|contrat|accord-cadre)(?: public)?) est (?:passe|conclu|attribue)e? )(?:a l'issue|a la suite|au terme|apres) d'une? $/;
/** « ne se place pas sous le régime de », « sans reprendre les règles de », « aucune des règles de »: what a denial reaches, up to the name. */
const REFUSED =
  /(?:^|[ '(,:])(?:ne |n')(?:(?:se|y|en|nous|les?|leur) |[sl]'){0,2}[a-z-]+(?: (?:donc|ainsi|ici|toutefois))? (?:pas|point|nullement|aucunement|en rien|aucune?s?)(?: (?!est|sont|sera|seront|mais|afin|pour)[a-z'-]+){0,9} ?'?$|(?:^|[ ,;(])(?:sans (?:se |s'|y |en |l')?[a-z-]+(?:er|ir|re)|aucune?s?)(?: (?!est|sont|sera|seront|mais)[a-z'-]+){0,9} ?'?$/;
/** Where « passé sans publicité » is the rule of a modification or of a later purchase. */
const LABEL = fr`procedures?(?: de (?:passation|consultation|mise en concurrence|marche))?|modes? de (?:passation|consultation|devolution)|type (?:de (?:consultation|procedure|marche|contrat)|d'avis)|forme de la (?:consultation|procedure)|(?:cadre|base|fondement) juridique|textes? (?:applicables|de reference)|regime (?:de passation|juridique)|nature de la (?:consultation|procedure)|passation`;

/** The sentence begins with the name: « Procédure adaptée ouverte. », « Marché public sans publicité… ». */
const OPENS =
  /^(?:[a-z]\d{1,2}[.)])?[^a-z]*(?:de |par une? |(?:le |la |un |une |present |presente )*(?:marche|accord-cadre|consultation|contrat)(?: (?:public|publique|de [a-z]+|unique)){0,2}(?: a| en| de)? ?)?$/;

/** « Mode de passation : procédure adaptée », wherever it stands in a line. */
const NAMES_IT =
  /(?:modes? de (?:passation|consultation|devolution)|procedures? (?:de passation|de consultation|suivie|retenue)|type de (?:procedure|consultation)) ?: ?$/;

/** « L'appel d'offres ouvert a été retenu ». */
const FOLLOWED = /^ (?:(?:est|sera|a ete) (?:retenu|suivi|choisi|utilis)|(?:est|sera) (?:mis|organis))/;
/** « Le dialogue compétitif est mené en trois phases », and not « un marché négocié est conclu pour… ». */
const LED = /^ (?:est|sera) (?:lanc|men|condui|engag|pass|conclu|publi)/;

/** « Procédure avec négociation (R. 2124-3, 4°) », « …, en application de l'article L. 2124-3 »: named with the article that opens it. */
const WITH_ARTICLE =
  /^ ?(?:[-,(:;]|en application|sur le fondement|au titre|conformement)(?:[^.;]|art\.){0,50}?(?:[lr]\.? ?21[27][2-5]-\d|2161-\d)/;
/** « contrat de l'article L. 2172-3 », « marché relevant de l'art. R. 2124-3 » */
const OF_ARTICLE =
  /(?:contrat|marche|consultation|accord-cadre|procedure)(?: public)? (?:de|relevant de|prevue? (?:a|par)|regie? par|ouverte? par) l'(?:article|art\.?) ?$/;
/** « Procédure : adaptée »: its name is in the label. */
const ADAPTED = /^(?:[a-z' ]{3,58} ?: )?[^a-z]*(?:de type )?(adaptee)s?(?= |$|[.,;:(])/;

/** « Procédure : avec négociation » */
const NEGOTIATED =
  /^(?:[a-z' ]{3,58} ?: )?[^a-z]*(?:(?:formalisee|concurrentielle),? )*avec negociation(?= ?(?:$|[.,;:(]| (?:apres|et|en|au)(?= )))/;
/** Names that are one under a label alone: the name, its word, and the line. */
const UNDER_LABEL: readonly (readonly [ProcedureName, RegExp, RegExp])[] = [
  ['mapa', fr`adaptées?`, ADAPTED],
  ['procedure-avec-negociation', fr`avec négociation`, NEGOTIATED],
];

interface Mention {
  readonly name: ProcedureName;
  readonly match: Match;
  /** The sentence itself says that it is followed. */
  readonly follows: boolean;
  /** Said of another contract, or under a condition. */
  readonly other: boolean;
  readonly byArticle: boolean;
  /** Says a name that is one under a label alone. */
  readonly underLabel?: true;
  /** Spoken of as known: « le dialogue compétitif débute », or an article alone between brackets. */
  readonly known: boolean;
}

/** « L'innovation s'entend, selon l'article L. 2172-3, de… », « au sens de l'article L. 2124-2 »: cited for what a word means. */
const DEFINES = fr`s'enten(?:d|dent|dre)|au sens d[eu]s?|défini(?:t|e|s|es|ssent|tions?)|notions?|signifi(?:e|ent)|désigne(?:nt)?`;

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
      has(before.replace(LET_BY, ''), OTHER_PROCEDURE) ||
      (byArticle && has(before, DEFINES)) ||
      /(?:commission|dossier|reglement|avis) d(?:e l)?'$/.test(before) ||
      PAST.test(before.replace(LET_BY, '')) ||
      (name !== 'negociee-sans-publicite' && REFUSED.test(before)) ||
      isSetAside(before, after) ||
      /^ (?:infructueu|precedent|anterieur|ulterieur|n'est pas|est exclu|(?:[a-z0-9',-]+ ){0,6}(?:declare|classe|reste|demeure)s? (?:sans suite|infructueu)|(?:ne |n')(?:vaut|constitue|emporte|saurait|rend|implique|s'applique|trouve) )/.test(
        after,
      );
    const follows =
      has(before.slice(-160), FOLLOWS) ||
      OPENS.test(folded.slice(0, match.from)) ||
      NAMES_IT.test(before) ||
      FOLLOWED.test(after) ||
      (LED.test(after) && (name === 'concours' || !/\bune? $/.test(before))) ||
      (name === 'concours' && / un concours$/.test(match.text)) ||
      (byArticle && OF_ARTICLE.test(before)) ||
      (!byArticle && WITH_ARTICLE.test(after)) ||
      /\b(?:cet?|cette) $/.test(before) ||
      / est adaptee$/.test(match.text);
    const known =
      !DENIED.test(before) &&
      (byArticle
        ? /\( ?(?:articles?|art\.?)? ?$/.test(before)
        : FRAMES.includes(name) && /(?:^|[ '])(?:le|du|au) $/.test(before));
    out.push({ name, match, follows, other, byArticle, known });
  };
  for (const [name, pattern] of NAMES) for (const match of phrase.findAll(pattern)) add(name, match, false);
  if (
    phrase.has(
      fr`recherche|r ?(?:&|et) ?d|avant commercialisation|exclu(?:e|s|es)?|hors (?:du )?(?:champ|code)|non soumis|soustrait|echappe`,
    ) &&
    !declinesExclusion(phrase)
  )
    for (const match of phrase.findAll(fr`l\.? ?2512-5(?:,? ?(?:\(?2°\)?|al\.? ?2))?|14,? ?3° (?:de l'ordonnance)?`))
      out.push({ name: 'recherche-developpement', match, follows: true, other: false, byArticle: true, known: false });
  for (const [name, pattern] of ARTICLES) {
    if (out.length > 0) break;
    const match = phrase.find(pattern);
    if (match && !(name === 'recherche-developpement' && declinesExclusion(phrase))) add(name, match, true);
  }
  const labelled =
    out.length === 0
      ? UNDER_LABEL.find(([, words, pattern]) => phrase.has(words) && pattern.test(phrase.folded))
      : undefined;
  const match = labelled && phrase.find(labelled[1]);
  if (labelled && match) {
    out.push({
      name: labelled[0],
      match,
      follows: false,
      other: false,
      byArticle: false,
      known: false,
      underLabel: true,
    });
  }
  return out.sort((a, b) => a.match.from - b.match.from);
};

/** What a sentence names, less what it only asks about and what the next one puts aside. */
function withoutDropped(found: readonly Mention[], sentence: Sentence): readonly Mention[] {
  const asked = asksWhether(sentence);
  if (!asked && !isDroppedThen(sentence)) return found;
  return found.map((m, i) => (asked || i === found.length - 1 ? { ...m, other: true } : m));
}

/** Procedures that a whole text speaks of: « les participants au dialogue compétitif ». */
const FRAMES: readonly ProcedureName[] = ['dialogue-competitif', 'partenariat-innovation'];
const DENIED = /(?:^|[ (,])(?:ne|ni|sans|aucune?|non|pas|hors) |n'/;

/** « Mode de passation : … », « 2. Procédure – … » at the head of a line. */
const LINE_LABEL = /^[^a-z]*([a-z][a-z' ]{3,58}?) ?: /;

const isLabelled = ({ passage, folded }: Sentence): boolean => {
  const row = passage.table?.rowOf(passage);
  if (row && row.cells[0] !== passage && row.cells[0]?.has(LABEL) && row.cells[0].folded.length < 60) return true;
  const label = LINE_LABEL.exec(folded)?.[1] ?? LINE_LABEL.exec(passage.folded)?.[1];
  if (label && find(label, LABEL)?.from === 0) return true;
  const { heading } = passage.section;
  return heading !== passage && heading?.has(LABEL) === true;
};

/** A title or a line of the cover page: short words that only name the thing. */
const isCover = (passage: Passage): boolean =>
  passage.folded.length <= 140 &&
  ((passage.heading?.level ?? 9) <= 1 || (passage.index < 12 && !passage.table && passage.sentences.length <= 2));

/** What says that a procedure is followed, whatever its words. */
const CONCEPTS: readonly (readonly [ProcedureName, string])[] = [
  ['mapa', 'procedure/suit-mapa'],
  ['appel-offres-ouvert', 'procedure/suit-appel-offres'],
  ['procedure-avec-negociation', 'procedure/suit-avec-negociation'],
  ['dialogue-competitif', 'procedure/suit-dialogue'],
  ['concours', 'procedure/suit-concours'],
  ['partenariat-innovation', 'procedure/suit-partenariat'],
  ['negociee-sans-publicite', 'procedure/suit-sans-publicite'],
  ['recherche-developpement', 'recherche/exclusion-invoquee'],
];
const RESTRICTED = fr`restreinte?s?|r\.? ?2161-(?:[6-9]|1[01])`;

/** The procedures that a piece is heard to follow; `mentioned`: what each sentence names. */
const heardIn = (piece: Piece, mentioned: ReadonlyMap<Sentence, readonly Mention[]>): readonly Surely[] =>
  CONCEPTS.flatMap(([name, concept]) =>
    telling(piece, concept).flatMap((one): Surely[] => {
      const { sentence } = one;
      const { folded } = sentence;
      const named = mentioned.get(sentence) ?? [];
      // « L'appel d'offres ouvert est long »: told of it, and not of the consultation.
      const isShort = folded.split(' ').length < 8;
      if (named.some(({ other, match, follows }) => other || (!follows && (match.from < 5 || isShort)))) return [];
      // « nous n'avons publié aucun avis » is what that one says.
      const denied =
        name === 'negociee-sans-publicite'
          ? named.some((m) => m.name !== name) || / n'est pas | ne (?:releve|recourt)/.test(folded)
          : DENIED.test(unnamed(folded));
      if (denied || has(folded, OTHER_PROCEDURE) || PAST.test(folded)) return [];
      const restricted = name === 'appel-offres-ouvert' && sentence.has(RESTRICTED);
      const doubt = hearing(one);
      return [
        {
          name: restricted ? 'appel-offres-restreint' : name,
          at: sentence.span,
          sentence,
          doubt,
          named: named.some((m) => m.name.startsWith(name.slice(0, 8))),
        },
      ];
    }),
  );
type Surely = ProcedureEvidence & { readonly doubt: Hearing; readonly named: boolean };
/** What is said before the reasons: « sans publicité », which names a procedure, left out. */
const unnamed = (folded: string): string =>
  folded.replace(/(?:sans|ni|aucune?) (?:[a-z]+ )?(?:publicite|mise en concurrence|avis)/g, '');

const PRIORITY: readonly ProcedureName[] = ['partenariat-innovation', 'concours', 'dialogue-competitif'];

const isFollowed = ({ follows, byArticle }: Mention, { passage }: Sentence): boolean =>
  follows || (!byArticle && isCover(passage));

/** A bare « appel d'offres » is what many call any consultation. */
const isSureName = ({ text, from }: Match, { folded }: Sentence): boolean =>
  !/d'offres$/.test(text) || /(?:par|selon|voie d[e']|procedure d[e'](?: l')?) ?'?$/.test(folded.slice(0, from));

/** The procedure that the evidence is of; undefined where there is none. */
function nameAmong(own: readonly ProcedureEvidence[]): ProcedureName | undefined {
  const names = own.map((e) => e.name);
  // A partnership is awarded by negotiation, a concours by a negotiated contract: the frame gives its name.
  const frame = PRIORITY.find((name) => names.includes(name));
  const name = frame && names[0] !== 'mapa' ? frame : names[0];
  if (name !== 'appel-offres-ouvert' || !names.includes('appel-offres-restreint')) return name;
  const isOpen = own.some((e) => e.name === name && /ouvert/.test(e.sentence.folded));
  return isOpen ? name : 'appel-offres-restreint';
}

function nameOfKind({ kind, draft }: Piece): ProcedureName | undefined {
  if (kind === 'appel-a-projets') return 'appel-a-projets';
  return kind === 'reglement-concours' && draft.title?.has(fr`concours`) ? 'concours' : undefined;
}

/** The procedure that a piece says it follows: front matter, else what its text says of itself. */
export const procedure = defineFact<Procedure>({
  id: 'procedure',
  title: 'Procédure',
  read(piece: Piece) {
    const evidence: (ProcedureEvidence & { sure: boolean })[] = [];
    const spoken: ProcedureEvidence[] = [];
    const mentioned = new Map<Sentence, readonly Mention[]>();
    for (const { value, sentence } of piece.draft.collect(mentions)) {
      const found = withoutDropped(value, sentence);
      mentioned.set(sentence, found);
      const labelled = isLabelled(sentence);
      for (const mention of found.filter((m) => !m.other)) {
        const { name, match, underLabel } = mention;
        const place = { name, at: sentence.at(match), sentence };
        if (mention.known || (underLabel && labelled)) spoken.push(place);
        if (!underLabel && (labelled || isFollowed(mention, sentence)))
          evidence.push({ ...place, sure: labelled || isSureName(match, sentence) });
      }
    }
    const declared = piece.entete.values.procedure as ProcedureName | undefined;
    const grounds = groundsOf(piece);
    // What is spoken of as known, where nothing names it otherwise, is what is followed.
    if (evidence.length === 0 && new Set(spoken.map((e) => e.name)).size === 1)
      evidence.push(...spoken.map((e) => ({ ...e, sure: true })));
    const heard = heardIn(piece, mentioned);
    const surely = heard.filter(({ doubt }) => doubt.surety === 'sure');
    if (evidence.length === 0 && new Set(surely.map((e) => e.name)).size === 1)
      evidence.push(...surely.map(({ name, at, sentence }) => ({ name, at, sentence, sure: true })));
    const own = evidence.filter((e) => e.sure || evidence.length === 1);
    const plain = own.map(({ name, at, sentence }) => ({ name, at, sentence }));
    if (declared) return { name: declared, from: 'front-matter', evidence: plain, heard, grounds };
    const name = nameAmong(own) ?? nameOfKind(piece);
    return { name, from: name ? 'text' : undefined, evidence: plain, heard, grounds };
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

/** The procedure of some lots, where the piece names one for them; else that of the piece, undefined when it names none. */
export function procedureOfLots(piece: Piece, lots: readonly string[]): ProcedureName | undefined {
  const { name, evidence } = piece.ask(procedure);
  const theirs = lots.length > 0 ? evidence.filter((e) => lotsAround(e.sentence).some((l) => lots.includes(l))) : [];
  return nameAmong(theirs) ?? name;
}

/** True when a piece says that these lots, or the contract, are research left out of the code. */
export const isResearch = ({ pieces }: Consultation, lots: readonly string[]): boolean =>
  pieces.some((piece) => procedureOfLots(piece, lots) === 'recherche-developpement');

/** True where lots follow procedures of the code, whatever the others are. */
export const isPartlyOfCode = ({ pieces }: Consultation): boolean =>
  pieces.some((piece) =>
    piece
      .ask(procedure)
      .evidence.some((e) => e.name !== 'recherche-developpement' && lotsAround(e.sentence).length > 0),
  );

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
