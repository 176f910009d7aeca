import type { InPlace, Passage, Section, Sentence } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { headingNumber } from '../../kit/french/heading.ts';
import { fr } from '../../kit/french/pattern.ts';
import { overlapsAny, type Stretch } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece, type PieceKind } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { findAll, type Match } from '../../kit/text.ts';

/** A reference to a numbered part of the dossier, or to an annex. */
export interface Renvoi {
  readonly sort: 'article' | 'annexe';
  /** `5.3`; a Roman number is turned into figures. */
  readonly key: string;
  /** The piece referred to: this one, or a kind. */
  readonly vers: 'ici' | PieceKind;
  /** « annexe 2 du présent règlement »: of this piece, and of no other. */
  readonly own: boolean;
  readonly at: Span;
  /** The number alone. */
  readonly numberAt: Span;
  readonly sentence: Sentence;
}

interface ReferenceRead extends Stretch {
  readonly sort: Renvoi['sort'];
  readonly key: string;
  readonly vers: Renvoi['vers'];
  readonly own?: boolean;
  /** Nothing says of which text. */
  readonly loose?: boolean;
  /** It names no piece, be it this one. */
  readonly alone?: boolean;
  readonly number: Stretch;
}

const NUM = '(?:\\d{1,2}(?:[.-]\\d{1,2}){0,6}|[ivx]{1,5}(?:\\.\\d{1,2}){0,3})(?![\\d°]|[.,]\\d| ?%)';
/** « 5.1, 5.2 et 7 ». */
const LIST = `${NUM}(?:(?: ?, ?| et | ou | a )(?:a l'|de l'|l')?(?:article )?${NUM}){0,6}`;
const WORD = '(?:articles?|art\\.?|chapitres?|sections?|paragraphes?|§|points?|parties?)';
/** How each piece is called, on folded text. */
export const PIECE_NAMES: readonly (readonly [PieceKind, string])[] = [
  ['cctp', 'cctp|c\\.c\\.t\\.p\\.?|cahier des clauses techniques particulieres'],
  ['ccap', 'ccap|c\\.c\\.a\\.p\\.?|cahier des clauses administratives particulieres'],
  // One document in the place of both: it has both kinds.
  ['ccap', 'ccp|c\\.c\\.p\\.?|cahier des clauses particulieres'],
  ['rc', 'rc|reglement (?:de |de la )?consultation'],
  ['ae', "ae|acte d'engagement"],
  ['programme-fonctionnel', 'programme fonctionnel'],
];
const PIECES: readonly (readonly [Renvoi['vers'], string])[] = [
  ['ici', "present(?:e)? [a-z']+|meme (?:document|reglement|cahier|piece)"],
  ...PIECE_NAMES,
];
/** « présent marché » may stand for any of its pieces. */
const REFERENCE = new RegExp(
  `(?<![a-z])${WORD} ?(?:n ?° ?)?(?<list>${LIST})(?: (?:du|de la|de l'|au) ?(?<piece>${PIECES.map(([, w]) => w).join('|')})(?![a-z])| ?,? (?<here>ci-dessus|ci-dessous|ci-apres|supra|infra))`,
  'g',
);
/** « CF 1 h », « CF 1/2 h » are degrees of resistance to fire. */
const SEE = new RegExp(
  `(?<![a-z])(?:cf\\.?|voir|se reporter (?:a|au)) (?:l'|le |la )?(?:${WORD} )?(?<num>${NUM})(?! (?:du|de|d'))(?! ?(?:h|heures?|mn|min)(?![a-z])| ?/)(?![a-z])`,
  'g',
);
const PART = '(?:articles?|art\\.?|chapitres?|paragraphes?|§)';
/** References without « du présent… », each by how it stands: in brackets, with the title it leads to, after what it settles. */
const BARE = [
  `(?<=\\( ?)${PART} ?(?:n ?° ?)?(?<num>${NUM})(?= ?\\))`,
  `(?<![a-z])${PART} ?\\[ ?(?<num>${NUM}) [^\\[\\]]{3,80}\\]`,
  `(?<=(?<![a-z])(?:demand|prev|mentionn|vise|defini|decri|list|indiqu|enonc|fixe|figur|precis|exig|stipul)[a-z]* (?:au|aux) )(?<num>\\d{1,2}(?:\\.\\d{1,2}){1,5})(?![\\d°]|[.,]\\d| ?(?:%|€|euros?\\b|h\\b)| (?:du|de|d'))`,
].map((source) => new RegExp(source, 'g'));
const SETTLED =
  '(?:demand|prev|mentionn|vise|defini|decri|list|indiqu|enonc|fixe|figur|precis|exig|stipul|prescri|arrete|dit)[a-z]* (?:a|par|dans)';
/** « au tableau de l'article 4.7 », « dans les formes et délais de l'article 12.4 ». */
const MATTER =
  '(?:tableau|liste|grille|bareme|calendrier|condition|forme|delai|modalite|regle|seuil|exigence|critere|niveau|prescription|procedure|formule|taux|plafond|penalite|stipulation|objectif)';
/** « Dans les conditions fixées à l'article 8.4 », « l'échelle du § 9.5 »: of this piece where nothing around names another text. */
const LOOSE = new RegExp(
  `(?:(?<![0-9] ?)§|(?<=(?<![a-z])(?:(?:${SETTLED}|conformement a|en application de|dans les (?:conditions|limites) de|selon) l'|(?:au|aux|le|la|les|du|des|l') ?${MATTER}s?(?: (?:et|ou) (?:[a-z]+ )?${MATTER}s?)? (?:de|a) l'))(?:article|art\\.?)) ?(?:n ?° ?)?(?<num>\\d{1,2}(?:\\.\\d{1,2}){1,5})(?![\\d°]|[.,]\\d| ?%| (?:du|de|d')|-\\d)`,
  'g',
);
/** « le CCAP et, notamment, son article 1.3 ». */
const ITS_OWN = new RegExp(`(?<=(?<![a-z])(?:son|ses) )${PART} ?(?:n ?° ?)?(?<num>${NUM})`, 'g');
const ANNEX =
  /(?<![a-z])annexes? (?:n ?° ?)?(?<num>\d{1,2}|[ivx]{1,4}|[b-h]|a(?= ?(?:$|[.;,:)]|(?:du|au|de la) )))(?![a-z0-9°']|[.-]\d)(?! (?:du|de la|au|a la) (?:meme|dite?) )(?<own> (?:du|au|de la|a la) presente?)?/g;
const EXTERNAL = fr`c\.?c\.?a\.?g\.?|codes?|loi|décret|arrêté|ordonnance|directive|rgpd|règlement (?:général|ue|\(ue\)|européen)|convention|norme|statuts?|traité|offre|mémoire`;

const keyOf = (written: string): string => headingNumber(`article ${written}`)?.key ?? written;

/** « … du règlement de la consultation ; … du même règlement »: the piece that the words before name last. */
const lastNamed = (before: string): PieceKind | undefined =>
  PIECE_NAMES.map(([kind, words]) => ({
    kind,
    at: findAll(before, new RegExp(`(?<![a-z])(?:${words})(?![a-z])`)).at(-1)?.from ?? -1,
  }))
    .sort((a, b) => b.at - a.at)
    .find(({ at }) => at >= 0)?.kind;

/** « l'article 44 du CCAG ; …, l'article 45.1 du même cahier »: the words before name a text that is none of the pieces last. */
function isOfAnotherText(before: string): boolean {
  const other = findAll(before, EXTERNAL).at(-1);
  return other !== undefined && lastNamed(before.slice(other.from)) === undefined;
}

/** « prévue au CCTP (cf. article 4.1) »: the piece named right before owns the part. */
const namedRightBefore = (before: string): PieceKind | undefined =>
  PIECE_NAMES.find(([, words]) => new RegExp(`(?<![a-z0-9])(?:${words})[ ,(-]*$`).test(before))?.[0];

/** A part that a match numbers; of the piece named right before, else of this one, unless it is told whose it is. */
function partAt(
  folded: string,
  { from, to, text, groups: { num = '', own } }: Match,
  sort: Renvoi['sort'],
  whose?: PieceKind,
): ReferenceRead {
  const start = from + text.indexOf(num);
  return {
    sort,
    vers: whose ?? namedRightBefore(folded.slice(0, from)) ?? 'ici',
    own: own !== undefined,
    key: keyOf(num),
    from,
    to: own ? to - own.length : to,
    number: { from: start, to: start + num.length },
  };
}

const OTHER_MATTER = /^present(?:e)? (?:marche|contrat|accord|dossier|lot|code)/;
const NUMBERS = new RegExp(`(?<![a-z0-9.])${NUM}`, 'g');

/** « articles 5.1 et 7 du CCAP », « article 3 ci-dessus »: the parts of a piece that the words name. */
function partsNamed(folded: string, m: Match): ReferenceRead[] {
  const { list = '', piece } = m.groups;
  if (piece && OTHER_MATTER.test(piece)) return [];
  // « Les articles 38 à 44 du même document », where the sentence before names it.
  const before = folded.slice(0, m.from);
  if (piece?.startsWith('meme ') && isOfAnotherText(before)) return [];
  if (piece === 'meme document' && lastNamed(before) === undefined) return [];
  const named = PIECES.find(([, w]) => piece !== undefined && new RegExp(`^(?:${w})$`).test(piece))?.[0] ?? 'ici';
  const vers = piece?.startsWith('meme ') ? (lastNamed(folded.slice(0, m.from)) ?? named) : named;
  const start = m.from + m.text.indexOf(list);
  const numbers = [...list.matchAll(NUMBERS)];
  return numbers.map((n) => {
    const number = { from: start + n.index, to: start + n.index + n[0].length };
    // One number is a reference with its words; of several, each stands alone.
    const { from, to } = numbers.length === 1 ? m : number;
    return { sort: 'article', vers, key: keyOf(n[0]), from, to, number };
  });
}

/** What refers to a part without « du présent… ». */
const BY_ITSELF: readonly { readonly pattern: RegExp; readonly sort: Renvoi['sort']; readonly loose: boolean }[] = [
  ...[SEE, ...BARE].map((pattern) => ({ pattern, sort: 'article' as const, loose: false })),
  { pattern: ANNEX, sort: 'annexe', loose: false },
  { pattern: LOOSE, sort: 'article', loose: true },
];

function read(phrase: Phrase): ReferenceRead[] {
  const out: ReferenceRead[] = [];
  const put = (one: ReferenceRead) => {
    if (!overlapsAny(one, out)) out.push(one);
  };
  for (const m of phrase.findAll(REFERENCE)) partsNamed(phrase.folded, m).forEach(put);
  if (!phrase.has(EXTERNAL)) {
    for (const m of phrase.findAll(ITS_OWN)) {
      const whose = lastNamed(phrase.folded.slice(0, m.from));
      if (whose) put(partAt(phrase.folded, m, 'article', whose));
    }
    for (const { pattern, sort, loose } of BY_ITSELF)
      for (const m of phrase.findAll(pattern)) put({ ...partAt(phrase.folded, m, sort), loose, alone: true });
  }
  return out.sort((a, b) => a.from - b.from);
}

/** True where the piece has the article, in numbered parts like others, and nothing around speaks of a text that has articles of its own. */
const isAmongOwn = (piece: Piece, { passage, section }: Sentence, key: string): boolean =>
  piece.ask(numeros).has(key.split('.')[0] ?? key) &&
  ![passage, passage.before, passage.lead, section.heading].some((p) => p?.has(EXTERNAL) || p?.has(OTHER_PIECES)) &&
  (hasManyParts(piece) || partsOf(piece, key.split('.')[0] ?? key).length > 1);
/** « (article 46.2.3) » where the same article speaks of « l'article 46 du CCAG-TIC », and the piece has no part 46. */
function isOfTextAround(piece: Piece, { section }: Sentence, key: string): boolean {
  const [chapter = key] = key.split('.');
  if (piece.ask(numeros).has(chapter)) return false;
  return section.article.sentences.some((s) =>
    s
      .findAll(OF_TEXT)
      .some(({ groups }) => groups.list?.match(NUMBERS)?.some((n) => keyOf(n).split('.')[0] === chapter)),
  );
}
const OF_TEXT = new RegExp(
  `(?<![a-z])(?:articles?|art\\.?) (?<list>${LIST}) (?:du|de la|de l'|des) ?(?:c\\.?c\\.?a\\.?g|code|loi|decret|arrete|ordonnance|directive|rgpd|reglement (?:general|ue|\\(ue\\)))`,
  'g',
);
const hasManyParts = ({ draft }: Piece): boolean =>
  draft.sections.filter((s) => s.number && s.number.path.length > 1).length > 1;
/** The numbers of the parts of a chapter, be they of paragraphs: « 9.1. La vérification… ». */
const partsOf = (piece: Piece, chapter: string): readonly string[] =>
  [...piece.ask(numeros).keys()].filter((key) => key.startsWith(`${chapter}.`));
const OTHER_PIECES = new RegExp(`(?<![a-z])(?:${PIECE_NAMES.map(([, words]) => words).join('|')})(?![a-z])`);

/** References from one part of the dossier to another. Those to texts outside it are left out. */
export const renvois = defineFact<readonly Renvoi[]>({
  id: 'renvois',
  title: 'Renvois internes',
  read: (piece: Piece) =>
    piece.draft.collect(read).flatMap(({ value, sentence }) =>
      sentence.passage.isTitle
        ? []
        : value
            .filter(({ loose, key }) => !loose || isAmongOwn(piece, sentence, key))
            .filter(({ alone, sort, key }) => !alone || sort !== 'article' || !isOfTextAround(piece, sentence, key))
            .map(({ sort, key, vers, own = false, from, to, number }) => ({
              sort,
              key,
              vers,
              own,
              at: sentence.at({ from, to }),
              numberAt: sentence.at(number),
              sentence,
            })),
    ),
  show: (all) => (all.length > 0 ? all.map(({ sort, key, vers }) => ({ nature: sort, numero: key, vers })) : undefined),
});

const ownNumber = (folded: string) => headingNumber(folded.trim());

/** The number that a passage begins with; « 15 jours… » is no part 15. */
function ownKey(p: Passage): string | undefined {
  const number = p.read(ownNumber);
  return number && (number.label || p.content.bold > 0 || p.has(NUMBERED)) ? number.key : undefined;
}

const NUMBERED = /^ *[\divx]+ ?[.):-]/;
/** « 9. », alone on the line that ends a paragraph: the number of the title under it, which the page has cut off. */
const LEFT = /\n(\d{1,2}(?:\.\d{1,2}){0,3})\. *$/;

interface Numbered {
  readonly key: string;
  /** The number as a heading writes it, among those of articles. */
  readonly isOwn: boolean;
  readonly passage: Passage;
}

/** The number of a section joined to each of those above it; none of a section that has none. */
function alongTree({ heading, number: own, chain }: Section): readonly Numbered[] {
  if (!heading || !own) return [];
  const above = [...chain].reverse().flatMap(({ number }) => number ?? []);
  let joined = '';
  return above.flatMap(({ key, label, path }) => {
    if (joined === '') joined = key;
    else if (!joined.startsWith(`${key}.`)) joined = `${key}.${joined}`;
    return [
      // An annex bears its number apart from the articles.
      { key: joined, isOwn: joined === key && label !== 'annexe', passage: heading },
      // « 5.3 » also makes an article 5.
      ...path.slice(1).map((_, i) => ({ key: path.slice(0, i + 1).join('.'), isOwn: false, passage: heading })),
    ];
  });
}

/** The numbers that the parts of a piece bear, as they stand and joined along the tree. */
function* numbersIn({ draft }: Piece): Generator<Numbered> {
  for (const section of draft.sections) yield* alongTree(section);
  for (const [{ passage }, { key, left }] of draft.inPlace(BORNE)) {
    if (key) yield { key, isOwn: passage.heading !== undefined, passage };
    if (left) yield { key: left, isOwn: false, passage };
  }
}

/** The number that a passage bears, and the one that it ends with, by its first sentence. */
const BORNE: InPlace<{ readonly key: string | undefined; readonly left: string | undefined }> = {
  take({ passage, index }) {
    if (index > 0) return undefined;
    const key = passage.cell ? undefined : ownKey(passage);
    const left = LEFT.exec(passage.text)?.[1];
    return key || left ? { key, left } : undefined;
  },
  isPlaceless: true,
};

/** Where each number that a part of the piece bears stands: headings, numbered paragraphs, list items, and both joined along the tree. */
export const numeros = defineFact<ReadonlyMap<string, Passage>>({
  id: 'numeros',
  title: 'Numéros des parties',
  read(piece: Piece) {
    const exact = new Map<string, Passage>();
    const others = new Map<string, Passage>();
    for (const { key, isOwn, passage } of numbersIn(piece)) {
      const map = isOwn ? exact : others;
      if (!map.has(key)) map.set(key, passage);
    }
    return new Map([...others, ...exact]);
  },
  show: () => undefined,
});

/** The number of the annex that a text or a file's name begins with; undefined for none. */
const annexeKey = (name: string): string | undefined => {
  const m = /annexe[^a-z0-9]*(?:n[^a-z0-9]*)?0*(\d{1,2}|[ivx]{1,4}|[a-h])(?![a-z0-9])/.exec(
    plain(name).replace(/_/g, ' '),
  );
  return m?.[1] && keyOf(m[1]);
};

/** Where an annex of a number is in the dossier: the passages that begin it, and the files named after it. Both empty when it is nowhere. */
export function annexesOf(piece: Piece, key: string): { places: readonly Passage[]; files: readonly string[] } {
  const { pieces, files } = piece.consultation;
  const named = (name: string) => annexeKey(name) === key;
  return {
    files: [...new Set([...files, ...pieces.map((p) => p.path)])].filter(named),
    places: pieces.flatMap((p) => p.draft.passagesWith(/^ *["(]?annexe/).filter((q) => named(q.folded.slice(0, 40)))),
  };
}

/** True when an annex that no number tells from others stands in the dossier: it may be any of them. */
export function hasAnnexeSansNumero({ consultation: { pieces, files } }: Piece): boolean {
  const names = [...files, ...pieces.map((p) => p.path)].map(plain).filter((name) => name.includes('annexe'));
  const titles = pieces.flatMap((p) => p.draft.passagesWith(/^ *["(]?annexe/).map((q) => q.folded.slice(0, 40)));
  return [...names, ...titles].some((name) => annexeKey(name) === undefined);
}

/** True when a piece holds annexes of its own, and none of that number. */
export function lacksAnnexe(piece: Piece, key: string): boolean {
  const own = piece.draft.passagesWith(/^ *["(]?annexe/).map((p) => annexeKey(p.folded.slice(0, 40)));
  return own.some((k) => k !== undefined) && !own.includes(key);
}

/** True when an annex of that number stands in a piece of the dossier or is the name of one of its files. */
export function hasAnnexe(piece: Piece, key: string): boolean {
  const { places, files } = annexesOf(piece, key);
  return places.length + files.length > 0;
}

/**
 * The pieces a reference may lead to; none when the folder has no such piece. « Article 1.3 du RC – phase candidatures »: where a dossier
 * has several pieces of the kind, it may lead to any of them; the piece itself comes first.
 */
export function piecesOf(piece: Piece, { vers }: Renvoi): readonly Piece[] {
  if (vers === 'ici') return [piece];
  const others = piece.consultation.of(vers).filter((p) => p !== piece);
  return piece.kinds.includes(vers) ? [piece, ...others] : others;
}
