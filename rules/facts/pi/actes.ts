import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Doubt } from '../../kit/rule.ts';
import { findAll, has, type Match } from '../../kit/text.ts';
import type { Readable } from '../../kit/words.ts';
import {
  isAct,
  isDenied,
  isKept,
  isOfEmployer,
  isOfOtherRights,
  isOfRights,
  isPast,
  isReverse,
  isSetElsewhere,
  NAMED,
  OTHER_CESSION,
  OTHER_OBJECT,
  RECALLED,
  USES,
} from './actes-ecartes.ts';
import { ACTS, type ActKind, NEGATED, ONLY } from './actes-verbes.ts';
import {
  buyer,
  contractor,
  type Future,
  futureOf,
  GENERIC,
  isOnPrior,
  isStandard,
  PRIOR,
  production,
  RIGHTS,
  WORKS,
} from './parties-objets.ts';

/** What one sentence grants to the buyer. */
export interface Act {
  readonly kind: ActKind;
  /** The grant itself, or (false) a sentence that describes one: « la cession porte sur… ». */
  readonly strong: boolean;
  /** Undefined when not said. */
  readonly exclusive: boolean | undefined;
  /** Sorts of works named (`logiciel`, `image`…); empty when the object is « les résultats », or not named. */
  readonly works: readonly string[];
  /** « résultats », « livrables »… are named. */
  readonly generic: boolean;
  /** Prior knowledge is the object. */
  readonly prior: boolean;
  /** A product of the trade. */
  readonly standard: boolean;
  /** « cède les photographies »: rights are not named, and only a title on rights tells it from a sale. */
  readonly bare: boolean;
  /** Works to come, beyond those of the contract. */
  readonly future: Future | undefined;
  /** The one who receives is named. */
  readonly recipient: boolean;
  /** The subject receives: « l'acheteur bénéficie… ». */
  readonly receives: boolean;
  /** The terms stand in another document: annex, other piece, contract to be signed. */
  readonly elsewhere: boolean;
  readonly from: number;
  readonly to: number;
  /** The parts of the sentence that are those of its other acts; empty when it has no other. */
  readonly foreign: readonly Stretch[];
  /** How surely it was heard; undefined where its words are those that one is used to. */
  readonly doubt?: Doubt;
}

const NON_EXCLUSIVE = fr`non[- ]exclusi(?:f|fs|ve|ves|vement)|sans exclusivité|(?:n'est|ne sont) (?:pas|ni) exclusi(?:f|fs|ve|ves)|sans caractère exclusif|licences? simples?|(?:permission|autorisation|licence|droit d'(?:usage|emploi|utilisation))s? (?:simples?|partagée?s?)|simple (?:permission|autorisation|licence|droit)|cumulable|(?:accorder|fournir|vendre|concéder|donner|proposer)(?: [a-z]+){0,2} à d'autres`;
const EXCLUSIVE = fr`à titre (?:[a-z]+(?:,| et)? ){0,3}exclusif|exclusivement|exclusi(?:f|fs|ve|ves)|de (?:façon|manière) exclusive|en exclusivité|avec exclusivité|(?:seul|unique)e?s? (?:investie?s?|titulaires?|propriétaires?|détenteurs?|détentrices?)|privati(?:f|ve)|personne d'autre|à l'exclusion de tou(?:t|te) autre (?:personne|bénéficiaire|utilisateur|organisme)|qui (?:les? |la |l'|en )?(?:[a-z]+era|aura|jouira|a|exerce|use) seule?|nul autre|(?:et |pour )(?:à )?(?:lui|elle|eux) seule?s?|n'appart[a-z]+ (?:plus )?qu'(?:à|au)|ne (?:pourra|peut)(?: lui-même| elle-même)? plus|ne? ?gard(?:e|ant|era) (?:plus )?aucun|n'en (?:garde|conserve)(?:ra)? (?:plus )?(?:rien|aucun)`;

/** Undefined when not said. */
export const exclusivity = (words: { has(pattern: RegExp): boolean }): boolean | undefined =>
  words.has(NON_EXCLUSIVE) ? false : words.has(EXCLUSIVE) ? true : undefined;

const LIMITS_ELSEWHERE = fr`(?:fixées?|fixés|définie?s?|prévue?s?|précisée?s?|décrite?s?|figurant|énumérée?s?|détaillée?s?|stipulée?s?|mentionnée?s?|conditions|modalités|limites|termes)(?: [a-z']+){0,3} (?:à |au |aux |dans |de |du |par )(?:l'|le |la |les |une |un )?(?:présent )?(?:annexes?|ccap|c\.c\.a\.p|cctp|cahier des clauses|acte d'engagement|contrat de cession|article [0-9.]+ du (?:ccap|cctp|ccag)|convention)|(?:fera|fait|font|feront|devra faire|devront faire) (?:chacune? )?l'objet (?:ultérieurement )?d'un (?:[a-z]+ )?(?:contrat|acte|accord|avenant)|(?:un|le) contrat de cession`;

const TO = / (?:a|au|aux|au profit de|au benefice de) (?:l'|la |le |les |d'|du )?(?<name>[a-z-]+)/g;
const NO_ONE =
  /^(?:titre|fur|cette|cet|des|fin|fins|exclusion|exception|compter|moment|jour|marche|present|prix|plus|terme|tous?|toute|leur|son|ses|sa|un|une|article|annexe|travers|partir|mesure|duree|venir|television|radio|cinema|ecran|presse|web|affichage|etranger|public|identique|impression|la|l|cession|concession|licence|transfert)$/;
/** « … attachés aux écrans et à la charte »: what rights are in, and not who receives them. */
const ATTACHED =
  /(?:attache|afferent|relati|inherent|propre|lie|destine)[a-z]* (?:a|aux?) (?:l'|la |les |le |ses )?[a-z-]+(?:(?:,| et|, et) (?:a|aux?) (?:l'|la |les |le |ses )?[a-z-]+)*/g;
const NOUS = fr`nous`;
/** Someone, known by name alone (« à l'AMF »), receives; « nous » is the buyer, who writes. */
const hasRecipient = (folded: string): boolean =>
  has(folded, NOUS) ||
  findAll(folded.replace(ATTACHED, ' '), TO).some((m) => {
    const name = m.groups.name ?? '';
    return !NO_ONE.test(name) && !has(name, production) && !has(name, contractor);
  });

/** « La fondation Pasquier devient titulaire des droits »: whoever the sentence begins with. */
const ownsName = (folded: string, { from }: Match): boolean =>
  /^[^a-z]*(?:(?:article|art\.) ?[0-9.]+[^a-z]*)?(?:le |la |les |l'|notre |nos )[a-z' -]{3,60}$/.test(
    folded.slice(0, from),
  );

/** The words of a grant that may name its object: not its purposes, media or ways. */
const objectOf = (folded: string, m: Match): string => {
  const rest = folded.slice(m.from);
  const end =
    /[ ,](?:pour|(?:aux?|a des) fins?|y compris|par voie|sur tou[st]|sur (?:le |les |la |l')?(?:papier|ecrans?|supports?|fichiers?)|sur quelque|dans le cadre|afin|en vue|concession et|sous forme)(?![a-z])/.exec(
      rest,
    )?.index ?? rest.length;
  return folded.slice(0, m.from + end);
};

const WORDS_OF_ACTS =
  /reprodui|copier|recueill|substitu|subrog|permet|publi|ecouler|distribu|traduire|recadrer|projeter|exposer|imprimer|decliner|remanier|permission|faculte|possibilite|ced|pass|defai|defont|dessais|depart|depouill|concess|cession|transf|transm|abandon|attribu|acqui|licence|droit|appartien|revien|propriet|autoris|devolu/;

/** « pour la même durée que les résultats auxquels elles sont incorporées »: what is given is likened to them, or put in them. */
const LIKENED = fr`mêmes?(?:,? (?:[ld]')?[a-z]+){0,24} que (?:pour |sur |celles? (?:de|sur) |ceux (?:de|sur) )?les (?:résultats|livrables)`;
const isOnResults = (folded: string): boolean =>
  has(folded, GENERIC) && has(folded.replace(LIKENED, ' ').replace(RECALLED, ' '), GENERIC);

/** What a sentence says of an act, whatever the verb; `object`: the words that may name what is given. */
const saidOf = (phrase: Pick<Phrase, 'folded' | 'has'>, object: string) => ({
  exclusive: exclusivity(phrase),
  works: WORKS.filter(([, words]) => has(object, words)).map(([name]) => name),
  generic: isOnResults(phrase.folded),
  prior: isOnPrior(phrase.folded),
  standard: isStandard(phrase.folded),
  future: futureOf(phrase.folded),
  elsewhere: phrase.has(LIMITS_ELSEWHERE),
  foreign: [],
});

/** Someone is named to whom the act gives. */
const namesRecipient = (phrase: Readable, m: Match, receives: boolean): boolean =>
  phrase.has(buyer) ||
  phrase.has(NOUS) ||
  hasRecipient(phrase.folded.slice(m.from)) ||
  (receives && ownsName(phrase.folded, m)) ||
  /propriete [a-z ]*d[ue]$/.test(m.text);

/** A licence, by its name or not: « une permission d'usage », « une autorisation non exclusive ». */
const LICENCE =
  /licence|(?:permission|autorisation|tolerance)s? (?:[a-z-]+ ){0,2}?(?:d'(?:usage|utilisation|emploi|exploitation)|exclusive)/;

/** The acts of a sentence, in order; of one kind and strength, only the first. */
export function acts(phrase: Readable): Act[] {
  if (!phrase.has(WORDS_OF_ACTS)) return [];
  const { folded } = phrase;
  const rights = phrase.has(RIGHTS) && !isOfOtherRights(phrase);
  const out: Act[] = [];
  for (const [kind, strong, subject, pattern] of ACTS) {
    for (const m of phrase.findAll(pattern)) {
      const licence = kind === 'concession' && LICENCE.test(/conced/.test(m.text) ? folded : m.text);
      const cede = /(?<![a-z])(?:con)?ced|cession (?:exclusive|privative|totale|complete|pleine)/.test(m.text);
      if (out.some((a) => a.kind === kind) || !isAct({ kind, phrase, m, rights, licence, cede }, subject)) continue;
      const receives = subject === 'receiver';
      out.push({
        ...saidOf(phrase, objectOf(folded, m)),
        kind,
        strong,
        bare: !rights && !licence && cede && !phrase.has(EXCLUSIVE) && !phrase.has(USES),
        receives,
        recipient: namesRecipient(phrase, m, receives),
        from: m.from,
        to: m.to,
      });
    }
  }
  return apart(folded, out);
}

/** A word of rights that are given, and not of what rights are worth. */
const OF_RIGHTS = fr`droits? (?:cédés?|concédés?|transférés?|transmis|abandonnés?)|droits? (?:de|du|d'[a-z]+)|licences?|cessions?|transferts?|concessions?`;

/** What stays is not given, unless it may be used. */
const KEEPS = fr`(?:garde|conserve)(?:nt|ra)?|reste(?:nt|ra)? (?:au|à|la propriété|propriétaires?|titulaires?)`;
const PERMITS = fr`concé?d[a-z]+|concessions?|cède(?:nt)?|cédée?s?|licences?|usages?|utilis[a-z]+|servir|permi[a-z]+|permet[a-z]*|autoris[a-z]+|accorde[a-z]*|laiss[a-z]+|transf[a-z]+`;

/** What a sentence grants that was heard to grant: no word of it tells where. Undefined where its words are of another matter. */
export function actHeard(phrase: Readable, kind: ActKind, doubt: Doubt): Act | undefined {
  if (
    [OTHER_CESSION, OTHER_OBJECT].some((p) => phrase.has(p)) ||
    isOfEmployer(phrase) ||
    isOfOtherRights(phrase) ||
    isPast(phrase) ||
    isSetElsewhere(phrase) ||
    isKept(phrase)
  )
    return undefined;
  const { folded } = phrase;
  // Where the words are those that one is used to, they tell who gives and whether anything is given.
  const isGiven = (m: Match) =>
    doubt?.surety === 'sure' && has(folded.slice(m.to), buyer) && !has(folded.slice(m.to), contractor);
  for (const [, strong, subject, pattern] of ACTS)
    if (
      strong &&
      phrase
        .findAll(pattern)
        .some(
          (m) =>
            (isReverse(folded, m, subject) && !isGiven(m)) ||
            isDenied(folded.slice(0, m.to), m) ||
            !isOfRights(folded, m),
        )
    )
      return undefined;
  const everything: Match = { from: 0, to: folded.length, text: folded, groups: {} };
  const recipient = phrase.has(buyer) || hasRecipient(folded);
  const isProbable = doubt?.surety === 'probable';
  if (phrase.has(NEGATED) && !phrase.has(ONLY) && (isProbable || !recipient)) return undefined;
  if (!recipient && ![production, NAMED, OF_RIGHTS].some((p) => phrase.has(p))) return undefined;
  if (phrase.has(KEEPS) && !phrase.has(PERMITS)) return undefined;
  return {
    ...saidOf(phrase, objectOf(folded, everything)),
    kind,
    strong: true,
    bare: false,
    receives: false,
    recipient,
    from: 0,
    to: folded.length,
    doubt,
  };
}

/** What begins the part of an act, of what stands between it and the act before. */
const BEGINS =
  /\((?=[^()]*$)|[;:]|,? (?:mais|puis|tandis que|alors que|ainsi que|et (?=(?:(?:lui|leur|il|elle|y|en|l'acheteur|une?) ?){0,3}$)) ?/g;

/** The acts of a sentence, each read by the words that are its own: a licence is not the price, or the duration, of the assignment beside it. */
function apart(folded: string, all: readonly Act[]): Act[] {
  const strong = all.filter((a) => a.strong).sort((a, b) => a.from - b.from);
  if (strong.length < 2) return [...all];
  const parts = strong.map((act, i) => {
    const last = strong[i - 1];
    if (!last) return { act, from: 0 };
    const between = folded.slice(last.to, act.from);
    const mark = findAll(between, BEGINS).at(-1) ?? findAll(between, /, | et /g).at(-1);
    return { act, from: mark ? last.to + mark.from : act.from };
  });
  const stretches = parts.map(({ act, from }, i) => {
    const end = parts[i + 1]?.from ?? folded.length;
    const close = folded[from] === '(' ? folded.indexOf(')', from) + 1 : 0;
    return { act, from, to: close > 0 ? Math.min(close, end) : end };
  });
  return all.map((act) => {
    if (!act.strong) return act;
    const foreign = stretches.filter((s) => s.act !== act).map(({ from, to }) => ({ from, to }));
    const own = wordsOf(folded, { foreign });
    const { from } = stretches.find((s) => s.act === act) as Stretch;
    return {
      ...act,
      foreign,
      exclusive: exclusivity({ has: (pattern) => has(own, pattern) }),
      generic: isOnResults(own),
      // « … des éléments préexistants (dont une licence est concédée) ».
      prior: isOnPrior(own) || (folded[from] === '(' && has(folded.slice(Math.max(0, from - 70), from), PRIOR)),
      standard: isStandard(own),
    };
  });
}

/** The folded words of a sentence, those of its other acts blanked. */
export const wordsOf = (folded: string, { foreign }: Pick<Act, 'foreign'>): string =>
  foreign.reduce((text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to), folded);
