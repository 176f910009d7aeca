import type { Passage, Sentence } from '../kit/draft.ts';

/** « Elle satisfait au socle… », « Chacune est chiffrée », « On les attend sur deux points »: who or what, the sentences before tell. */
const SUBJECT =
  /^([^a-z]*(?:(?:et|mais|or|enfin|toutefois|cependant|en outre|de plus|par ailleurs),? )?)(elles?|ils?|celles?-ci|celui-ci|ceux-ci|chacune?(?: d'elles| d'eux| d'entre elles| d'entre eux)?|cette derniere|ces derni(?:eres|ers)|ce dernier)(?= )/;
/** « Elle est valable… »: what it says is said of what the sentences before speak of. « Chacun » may be anyone. */
export const isByPronoun = ({ folded }: Sentence): boolean =>
  /^[^a-z]*(?:elles?|ils?|celles?-ci|ceux-ci|celui-ci) /.test(folded);
const OBJECT = /^([^a-z]*(?:on|nous|l'acheteur|le pouvoir adjudicateur) )(les|la|l')( ?)([a-z]+)(?= )/;

/** What a sentence that may begin with one has: to be asked first. */
export const PRONOUN =
  /^[^a-z]*(?:(?:et|mais|or|enfin|toutefois|cependant|en outre|de plus|par ailleurs),? )?(?:elle|il|cel|ceu|chacun|cette derniere|ces dern|ce dernier|on |nous |l'acheteur |le pouvoir )/;

/** Words that announce a noun, by what they say of its gender and number. */
const NOUN =
  /(?<![a-z'])(une|la|cette|aucune|toute|chaque|un|le|ce|cet|du|au|tout|aucun|les|des|aux|ces|ses|leurs|plusieurs|deux|trois|quatre|cinq|l'|d') ?((?!(?:la|le|les|des|ou|et|a)(?![a-z]))[a-z]{4,})/g;
const FEMININE = /^(?:une|la|cette|aucune|toute)$/;
const MASCULINE = /^(?:un|le|ce|cet|du|au|tout|aucun)$/;
const MANY = /^(?:les|des|aux|ces|ses|leurs|plusieurs|deux|trois|quatre|cinq)$/;

interface Noun {
  readonly word: string;
  readonly gender: 'f' | 'm' | undefined;
  readonly isMany: boolean;
}

const nounsIn = (folded: string): Noun[] =>
  [...folded.matchAll(NOUN)].map(([, article = '', word = '']) => ({
    word,
    gender: FEMININE.test(article) ? 'f' : MASCULINE.test(article) ? 'm' : undefined,
    isMany: MANY.test(article),
  }));

/** What a pronoun may stand for: of its gender and number, as far as these are told. */
function agrees(pronoun: string, { gender, isMany }: Noun): boolean {
  const isPlural = /^(?:elles|ils|celles|ceux|ces|chacun|les)/.test(pronoun);
  const wanted = /^(?:elle|celle|chacune|cette|la$|ces dernieres)/.test(pronoun)
    ? 'f'
    : /^(?:il|ce|chacun)/.test(pronoun)
      ? 'm'
      : undefined;
  return isPlural === isMany && (!gender || !wanted || gender === wanted);
}

/** How far back, and among how many, one looks for what a pronoun stands for. */
const FURTHEST = 3;
const MOST_NOUNS = 6;

/** The last sentence of the paragraph over one, in its section; none under a heading. */
const lastOver = ({ before, section }: Passage): readonly Sentence[] =>
  before && !before.isTitle && before.section === section ? before.sentences.slice(-1) : [];

/**
 * The words of a sentence that begins with a pronoun, with each thing that it may stand for in its place, the nearest
 * first; none for any other. At the head of a paragraph, `over` looks at the one over it.
 */
export function resolved({ folded, passage, previous }: Sentence, over = false): readonly string[] {
  const subject = SUBJECT.exec(folded);
  const object = subject ? null : OBJECT.exec(folded);
  const pronoun = subject?.[2] ?? object?.[2];
  if (!pronoun) return [];
  const at = previous ? passage.sentences.indexOf(previous) : -1;
  const before =
    at < 0
      ? over
        ? lastOver(passage)
        : []
      : passage.sentences.slice(Math.max(0, at + 1 - FURTHEST), at + 1).reverse();
  const nouns = before.flatMap((s) => nounsIn(s.folded)).filter((noun) => agrees(pronoun, noun));
  // « la département »: what is heard hangs on the noun, hardly on its article.
  return [...new Set(nouns.map(({ word, isMany }) => `${isMany ? 'les' : 'la'} ${word}`))]
    .slice(0, MOST_NOUNS)
    .map((noun) => (subject ? folded.replace(SUBJECT, `$1${noun}`) : folded.replace(OBJECT, `$1$4 ${noun}`)));
}
