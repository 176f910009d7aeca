import { fr } from '../../kit/french/pattern.ts';
import { overlapsAny, type Stretch } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { RepealedTextId } from '../../law/law.ts';

export interface RepealedRead extends Stretch {
  readonly text: RepealedTextId;
  /** Articles cited with it, « 58 », « 30 »; empty when none is. */
  readonly articles: readonly string[];
  /** The word before it: « le », « de », « à », or none; where it begins is `determined`. */
  readonly case: 'nom' | 'de' | 'a' | 'nu';
  readonly determined: Stretch;
  /** Told as history by the sentence itself. */
  readonly past: boolean;
}

const NO = '(?:n ?° ?|no\\.? |numero )?';
const DECREE = '(?:decrets?|d\\.)';
const ORDER = '(?:ordonnances?|ord\\.)';
const ABOUT = '(?: relati(?:f|ve)s?)?(?: aux?)?';
/** « de 2016 sur les marchés publics »: the year and the matter do for the number. */
const ON_CONTRACTS =
  ' (?:sur|pour|concernant|regissant|relati(?:f|ve)s? (?:a|aux)) ?(?:les |la passation des )?marches publics';
/** What may follow the number: its day and its title. */
const TAIL = `(?: du \\d{1,2}(?:er)? [a-z]+ (?:19|20)\\d\\d)?(?: modifiee?)?(?: relati(?:f|ve) aux (?:contrats de concession|marches publics)(?: de defense ou de securite)?)?`;
/** « susvisé », « précité ». */
const SAID = '(?:(?:susvise|precite|sus-vise|sus-mentionne|susmentionne)e? )?';
const ON_MISSIONS =
  "(?: relatif aux missions de maitrise d'oeuvre(?: confiees par des maitres d'ouvrages? publics a des prestataires de droit prive)?)?";
const numbered = (kind: string, number: string) => fr`(?:${kind} ${SAID})?${NO}${number}${TAIL}`;

/** How each text is written. A bare number is read only where it is telling enough. */
const TEXTS: readonly (readonly [RepealedTextId, RegExp])[] = [
  ['decret-2016-360', numbered(DECREE, '2016-360')],
  [
    'decret-2016-360',
    fr`${DECREE} (?:dit )?"?${ABOUT} ?marches publics"?|${DECREE} de 2016${ON_CONTRACTS}|${DECREE}${ABOUT} "?marches publics"?(?: du 25 mars 2016)?|${DECREE} du 25 mars 2016(?: relatif aux marches publics)?(?! de defense)`,
  ],
  ['ordonnance-2015-899', numbered(ORDER, '2015-899')],
  [
    'ordonnance-2015-899',
    fr`${ORDER} de 2015${ON_CONTRACTS}|${ORDER}${ABOUT} "?marches publics"?(?: du 23 juillet 2015)?|${ORDER} du 23 juillet 2015(?: relative aux marches publics)?`,
  ],
  [
    'cmp-2006',
    fr`codes? des marches publics(?: (?:de |version )?2006)?|(?:cmp|c\.m\.p\.) (?:de )?2006|${DECREE} ${SAID}${NO}2006-975${TAIL}|${DECREE} du 1 ?er aout 2006`,
  ],
  ['decret-2016-361', fr`${DECREE} ${SAID}${NO}2016-361${TAIL}`],
  ['ordonnance-2005-649', numbered(ORDER, '2005-649')],
  ['decret-2005-1742', numbered(DECREE, '2005-1742')],
  ['ordonnance-2016-65', fr`${ORDER} ${SAID}${NO}2016-65${TAIL}`],
  ['decret-2016-86', fr`${DECREE} ${SAID}${NO}2016-86${TAIL}`],
  ['loi-85-704', fr`loi ${NO}85-704${TAIL}|loi "?mop"?`],
  ['decret-93-1268', fr`${DECREE} ${SAID}${NO}93-1268${TAIL}${ON_MISSIONS}`],
  ['decret-2013-269', fr`${DECREE} ${SAID}${NO}2013-269${TAIL}`],
  ['decret-2018-1225', fr`${DECREE} ${SAID}${NO}2018-1225${TAIL}`],
];
/** « CMP » alone has other meanings: only with its articles. */
const CMP_SHORT = fr`cmp|c\.m\.p`;

const PIECE =
  '(?:\\d{1,3}(?:-\\d|-[ivx]{1,5}(?:-\\d{1,2})?)?(?:er)?|[ivx]{1,5}|°|,|&|et|a|ou|-|al\\.?|alineas?|suivants?|s\\.|bis|ter|premier|[()])';
const LIST = `\\d{1,3}(?:-\\d|-[ivx]{1,5}(?:-\\d{1,2})?)?(?:er)?(?:(?: |(?<=[\\d,ivx(])(?=[°,)]))*${PIECE}(?![a-z0-9])){0,16}`;
const ARTICLES_BEFORE = new RegExp(
  `(?<![a-z])(?:articles?|art\\.?) (?<list>${LIST}) ?(?:du|de la|de l'|de l |issus? du|de ce|des) ?(?:"|dit |meme |present )?$`,
);
const ARTICLES_AFTER = new RegExp(
  `^,? ?\\(?(?:et )?(?:notamment |en particulier |pris )?(?:dans |en |a |aux? )?(?:son |ses |leurs? |l'|les )?(?:articles?|art\\.?) (?<list>${LIST})\\)?`,
);
/** After a number: it is an article of something else, « article 52 du CCAP », « article 5 ci-dessous ». */
const OF_ANOTHER = /^ (?:du|de la|de l'|ci-)/;

const PAST = fr`pour memoire|(?:a|ont|ayant|qui) (?:pris|prend|prennent) la suite d(?:e|es|u)|(?:a|ont|qui) (?:succede|succedent|remplace|remplacent|repris|reprend|reprennent)(?: [a-z']+){0,3}|(?:renvoy|vis|cit|prevoy|appliqu|fix|regiss|dispos|relev|impos|permett|autoris|refer|soumett|exige)(?:ait|aient)|ancien(?:ne)?s? (?:(?:\d{1,2}°|[ivx]{1,4}|alineas?) (?:de |du )?(?:l')?)?(?:articles?|decrets?|ordonnances?|codes?|textes?|droit|regime|reglementations?|dispositions?)|anciennement|autrefois|jadis|abrogee?s?|abroge(?:ant)?|abrogation|codifiee?s?|codification|recodifiee?s?|remplac(?:e|ee|es|ees|ant|ait)|se substituent?|s'est substitue|succede(?:nt)?|reprend|reprennent|anterieurement|a l'epoque|alors (?:en vigueur|applicable)|sous l'empire|n'(?:est|etait|sont) plus (?:en vigueur|applicables?)|ne s'applique(?:nt)? plus|(?:ne |n')[a-z]+ plus (?:aucun|le|la|les|ce|cette|ces|notre|nos)|sans (?:application|effet|objet|valeur|portee)|inapplicables?|non applicables?|etait|etaient|avait|avaient|ex-|(?:marche|contrat|convention|accord-cadre|consultation)s? (?:[a-z'-]+ ){0,6}(?:conclu|passe|notifie|signe|attribue|lance)e?s? (?:[a-z0-9'-]+ ){0,5}20(?:0|1)\d|(?:precedente?s?|anterieure?s?|ancien(?:ne)?s?) (?:marche|contrat|convention|accords?-cadre|consultation|procedure)s?|(?:marche|contrat|convention|accord-cadre) (?:precedent|anterieur|echu|en cours)|applicable jusqu'(?:au|en|a)|en vigueur jusqu'(?:au|en|a)|ne (?:doit|doivent|faut) (?:[a-z]+ ){0,3}(?:citer|viser|plus)`;

/** « Comme le prévoyait l'article 48, qui s'applique à la consultation ». */
const STILL = fr`(?:s'appliqu(?:e|ent|era|eront)|(?:est|sont|demeure(?:nt)?|reste(?:nt)?) applicables?) (?:ici|encore|toujours|au présent|à la présente|à cette|au marché|à la consultation)`;

/** What joins a list of articles to the words after it: « (article 52), », « article 52, et ». */
const JOINT = /(?:[ ,&(-]|(?<![a-z])(?:et|ou|a))+$/;

const articlesOf = (list: string | undefined): string[] => {
  const out: string[] = [];
  // « 58, I, 2° » is one article with its items; « 88 et 89 » two.
  for (const m of (list ?? '').matchAll(/(?<![\d-])\d{1,3}(?![\d°])(?: a (?<last>\d{1,3})(?![\d°]))?/g)) {
    const first = Number.parseInt(m[0], 10);
    const last = Number(m.groups?.last ?? first);
    out.push(String(first));
    for (let n = first + 1; n <= Math.min(last, first + 60); n++) out.push(String(n));
  }
  return [...new Set(out)];
};

const DETERMINER = /(?<![a-z'])(?:(?:de |a )?(?:l'|la )|l'|les? |du |des |aux? )$/;
const caseOf = (word: string): RepealedRead['case'] =>
  word === '' ? 'nu' : /^d/.test(word) ? 'de' : /^a/.test(word) ? 'a' : 'nom';

/** What a text has to hold for one of them to be named. */
const NAMED = /20\d\d-\d|85-704|93-1268|loi "?mop|marches publics|c\.?m\.?p|25 mars 2016|23 juillet 2015|aout 2006/;

/** The name of a text with the list of articles right before it, or right after; without one, the name alone. */
function withArticles(folded: string, { from, to }: Stretch): Stretch & { readonly list: string | undefined } {
  const before = ARTICLES_BEFORE.exec(folded.slice(Math.max(0, from - 140), from));
  if (before) return { from: from - before[0].length, to, list: before.groups?.list };
  const after = ARTICLES_AFTER.exec(folded.slice(to, to + 140));
  if (!after || OF_ANOTHER.test(folded.slice(to + after[0].length))) return { from, to, list: undefined };
  return { from, to: to + after[0].replace(JOINT, '').length, list: after.groups?.list };
}

/** The repealed texts that a sentence cites, each with its articles, in order. Empty when it cites none. */
export function readRepealed(phrase: Phrase): RepealedRead[] {
  if (!phrase.has(NAMED)) return [];
  const { folded } = phrase;
  const past = phrase.has(PAST) && !phrase.has(STILL);
  const out: RepealedRead[] = [];
  for (const [text, pattern] of [...TEXTS, ['cmp-2006', CMP_SHORT] as const]) {
    for (const m of phrase.findAll(pattern)) {
      if (overlapsAny(m, out)) continue;
      const { from, to, list } = withArticles(folded, m);
      if (pattern === CMP_SHORT && list === undefined) continue;
      const word = DETERMINER.exec(folded.slice(Math.max(0, from - 8), from))?.[0] ?? '';
      const determined = { from: from - word.length, to };
      out.push({ text, from, to, articles: articlesOf(list), case: caseOf(word), determined, past });
    }
  }
  return out.sort((a, b) => a.from - b.from);
}
