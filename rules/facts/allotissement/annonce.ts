import type { Reader } from '../../kit/draft.ts';
import { type CountItem, counts } from '../../kit/french/counts.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { before } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';

const DECLARES =
  /\b(?:compren|comport|decompos|divis|allot|fractionn|scind|repart|constitu|compos|decoup|separ|declin|structur|organis|regroup|reuni|rassembl|compt|contien|inclu|partag|eclat)[a-z]*\b|\bform(?:e|ent|ant|era|eront)\b|\bport(?:e|ent|ant) sur|\b(?:fait|font|faisant) l'objet|\b(?:marche|accord-cadre|consultation|operation|procedure)s? en $|\bil y a\b|\b(?:achet|acquer|acquier|pass|lanc|devolu|attribu|consult)[a-z]* [^.;:]{0,60}(?<=[a-z,] )en $/;
const OTHER_SUBJECT =
  /\b(?:candidats?|soumissionnaires?|concurrents?|(?<!appels? d')offres?|entreprises?|attributaires?|titulaires?|operateurs?)\b[^.;:]{0,60}$/;
const DEFINITE = /(?:\b(?:les|ces|des|aux|ses|leurs|l'un des|chacun des|pour|sur|tous les|par|parmi|d') ?|[a-z]d')$/;
/** « Composé de trois lots », « porte sur trois lots » are no such limits. */
const PARTED = /\b(?:compos[a-z]* d[e']|port(?:e|ent|ant) sur) ?$/;
/** « Chacun des trois lots », « l'ensemble des trois lots »: all that there are, where nothing narrows them. */
const EACH_OF =
  /\b(?:chacun des|(?:l'ensemble|la totalite) des|(?:communs?|communes?|applicables?|identiques?) aux) ?$/;
/** « Les trois lots de l'accord-cadre ». */
const OF_CONTRACT =
  /^ (?:qui composent |composant |de |du |de la |de l'|d'un )(?:le |la |l')?(?:presente? )?(?:marche|accord-cadre|consultation|contrat|operation|procedure)(?! (?:precedent|actuel|anterieur|sortant|en cours|de \d|d'origine|initial|(?:de|d') (?!services|travaux|fournitures|prestations)|(?:auxquels?|lesquels|pour lesquels|qui|qu'il|que|dont|reserves?|concernes?|retenus?)(?![a-z])))(?![a-z-])/;
/** « Les trois lots (lot 1, voirie ; lot 2, réseaux) »: all are named. */
const NAMED_ALL = /^ ?\((?:le )?lot (?:n ?° ?)?1(?!\d)/;
/** « Trois lots en composent l'ensemble ». */
const MAKE_UP = /^ (?:en |le |la |l')?(?:compos|constitu|form)(?:ent|eront|ant)(?! (?:un|une|le meme|chacun)(?![a-z]))/;
const countsAll = (lead: string, rest: string): boolean =>
  (MAKE_UP.test(rest) && !DEFINITE.test(lead)) ||
  (/\b(?:les|des|aux) ?$/.test(lead) &&
    (OF_CONTRACT.test(rest) || NAMED_ALL.test(rest) || (EACH_OF.test(lead) && /^ ?(?:$|[.;,:)])/.test(rest))));

/** A batch of goods, or a plot of land, is no lot of a contract. */
const BATCH = /^ (?:a batir|constructibles|(?:de |d')(?!travaux|prestations|services|fournitures)[a-z])/;

/** « cinq corps d'état, chacun formant un lot »: the parts are counted in the place of the lots. */
const PARTS =
  "(?:corps d'etat|corps de metiers?|parties|domaines|secteurs|familles|volets|ensembles|categories|zones|specialites)";
const EACH_A_LOT =
  /^(?: (?!et |ou )[a-z'-]+){0,4}?,? ?\(?(?:(?:dont )?chacune? (?:(?:de ces [a-z]+ )?(?:(?:form|constitu|correspond|fai?s|donn)(?:ant|e|ait|t|era)|etant|est|sera|fait))(?: (?:l'objet d'|lieu a|a))? ?un lot|(?:(?:form|constitu)(?:ant|ent)|qui (?:forment|constituent|sont)) (?:chacune? un lot|autant de lots))(?![a-z])/;

/** « quatre unités contractuelles (lots) » */
const CALLED_LOTS = '(?:unites|parties|ensembles|groupes|volets|sections)(?: [a-z]+)? \\((?:ou )?lots';
const A_LOT_EACH = /\bun lot\b|\bautant de lots\b/;
/** « quatre marchés séparés, un par lot » */
const CONTRACTS = '(?:marches|accords-cadres|contrats)';
/** « En six marchés, attribués séparément » */
const APART =
  /^(?: (?:separes|distincts))?,? ?(?:(?:attribues?|conclus?|passes?|devolus?) (?:separement|un a un|l'un apres l'autre)|(?:separes|distincts)[ .;,)]*$)/;
/** « Réparti en deux parts attribuées séparément » */
const IS_APART = /^ (?:attribue|conclu|passe|devolu)e?s (?:chacune? )?separement/;
const SEPARATELY = /\b(?:separement|un a un|marches (?:separes|distincts))\b/;
const ONE_A_LOT =
  /^(?: (?:separes|distincts|differents))?,? ?\(?(?:soit |a raison d')?un (?:par|pour chaque) lot(?![a-z])/;

const isOneEach = (folded: string, { from, to }: CountItem): boolean =>
  ONE_A_LOT.test(folded.slice(to)) || (/^[^a-z]*(?:en )?$/.test(folded.slice(0, from)) && APART.test(folded.slice(to)));

const IN_BRACKETS = /\((?:ou )?lots\)/;
const BY_LOT = /\bun (?:par|pour chaque) lot\b/;
const LOT = /\blots?\b/;
/** A number of lots that a sentence gives the contract. */
export const announcing: Reader<{ from: number; to: number; value: number }> = (phrase) => {
  if (!phrase.has(LOT) && !phrase.has(SEPARATELY)) return undefined;
  const { folded } = phrase;
  const parts = phrase.has(A_LOT_EACH) ? counts(folded, PARTS) : [];
  const called = phrase.has(IN_BRACKETS) ? counts(folded, CALLED_LOTS).map((c) => ({ ...c, to: c.to + 1 })) : [];
  const contracts = phrase.has(BY_LOT) || phrase.has(SEPARATELY) ? counts(folded, CONTRACTS) : [];
  const apart = phrase.has(SEPARATELY) ? counts(folded, '(?:parts?|parties|ensembles|unites|portions|fractions)') : [];
  return (
    inNumber(phrase) ??
    parts.find((c) => isSeveral(c) && EACH_A_LOT.test(folded.slice(c.to)) && DECLARES.test(folded.slice(0, c.from))) ??
    apart.find((c) => isSeveral(c) && IS_APART.test(folded.slice(c.to)) && DECLARES.test(folded.slice(0, c.from))) ??
    called.find((c) => isSeveral(c) && !DEFINITE.test(before(folded, c.from, 12))) ??
    contracts.find((c) => isSeveral(c) && isOneEach(folded, c)) ??
    counts(folded, 'lots?(?! (?:temoins?|test))').find((c) => announces(folded, c))
  );
};

/** « Les lots sont au nombre de trois », « ils sont au nombre de quatre : le lot 1… » */
const IN_NUMBER = /(?:\blots?\b[^.;:]{0,30}|^[^a-z]*(?:ils|ceux-ci|ces derniers) sont )\bau nombre de (?=[a-z0-9])/;
function inNumber(phrase: Phrase): { from: number; to: number; value: number } | undefined {
  const lead = phrase.find(IN_NUMBER);
  const [count] = lead ? numbers(phrase.folded.slice(lead.to)) : [];
  if (!lead || count?.from !== 0 || count.value < 2) return undefined;
  return { from: lead.to, to: lead.to + count.to, value: count.value };
}

const GOES_ON = /^ ?(?:$|[.;:)]| (?:est|sont|sera|seront|fait|font|relevent?)(?![a-z]))/;
/** « Les prestations des trois lots sont décrites au CCTP »: all of those that are listed right under it. */
export const recalling: Reader<CountItem> = (phrase) => {
  if (!phrase.has(LOT)) return undefined;
  const { folded } = phrase;
  return counts(folded, 'lots').find(
    (count) =>
      isSeveral(count) &&
      /\b(?:les|des|aux) ?$/.test(folded.slice(0, count.from)) &&
      !OTHER_SUBJECT.test(folded.slice(0, count.from)) &&
      GOES_ON.test(folded.slice(count.to)),
  );
};

const isSeveral = ({ value, bound, article }: CountItem): boolean => value > 1 && !bound && !article;

/** Whether a number of lots is that of the contract, by the words around it. */
function announces(folded: string, { from, to, value, bound, article }: CountItem): boolean {
  if (value === 0 || bound || article) return false;
  if (value === 1 && /\buniques?\b|\bseule?\b/.test(folded.slice(from, to + 8))) return false;
  const lead = folded.slice(0, from);
  const after = folded.slice(to);
  if (countsAll(lead, after)) return true;
  const opensList = /^ ?:/.test(after) && folded.trimEnd().endsWith(':');
  if (DEFINITE.test(before(folded, from, 12)) && !PARTED.test(lead) && !opensList) return false;
  if (BATCH.test(after) || OTHER_SUBJECT.test(lead)) return false;
  if (opensList || DECLARES.test(lead) || folded.startsWith('nombre', from)) return true;
  const isAlone =
    /^[^a-z]*$/.test(lead) && /^(?: (?:distincts|separes|au total|en tout))*[^a-z]*(?:$|:|\()/.test(after);
  return isAlone || (lead.endsWith('(') && after.startsWith(')'));
}
