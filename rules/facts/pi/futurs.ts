import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { isSure, type Said, saying, whole, withHeard } from '../commun/index.ts';
import { droits, futureActs } from './droits.ts';
import { LIMITS } from './libelles.ts';
import { speaksOfMoral } from './moral.ts';
import { type Future, GENERIC, withoutHosts, worksIn } from './parties-objets.ts';

/** What the law forbids, and what is not done: « nullité de la cession globale des œuvres futures ». */
const RECALLS = fr`nullités?|(?:est|sont) (?:réputée?s? )?null?e?s?(?: de plein droit)?|réputée?s? non écrites?|prohib[a-z]*|aucune clause|aucune? (?:cession|transfert)`;
/** « … est nulle, et les clauses qui… réputées non écrites », « N'achète pas les œuvres futures »: surely heard, and no assignment. */
const FORBIDS = fr`réputée?s? non écrites?|(?:ne |n')(?:achèt|acquiert|acquièr|cèd|transfèr|port|vis|couvr|concern|s'étend)[a-z]* (?:pas|point|jamais|ni|aucune?)(?: [a-z',]+){0,5} (?:oeuvres?|créations?|productions?|travaux)`;
/** What a right is, and not who gives it. */
const DEFINES = fr`s'entend(?:ent)? (?:de|du|des|d'|comme)|on entend par|désigne(?:nt)?|signifie(?:nt)?`;
/** « Framework : désigne l'ensemble de composants qui sert à créer… »: a word explained, and nothing given. */
const GIVEN = fr`droits?|c[eéè]d[a-zé]*|cessions?|transf[a-zé]+|abandonn[a-zé]*|acqui[a-z]+|appart[a-z]+|propriét[a-z]+`;
/** A word of the future, or a verb in it. */
const TO_COME = fr`à venir|futur[a-z]*|ultérieur[a-z]*|(?:d'|par )avance|par anticipation|à mesure|[a-z]+(?:er|ir|dr|tr|vr|ur)(?:a|ont)`;

/** What tells of works that are not there yet, or of all that there may be: with none of it, what is given is what the contract makes. */
const NOT_YET = fr`à venir|futur[a-z]*|ultérieur[a-z]*|subséquent[a-z]*|postérieur[a-z]*|prochain[a-z]*|anticip[a-zé]*|(?:d'|par )avance|à mesure|au fil de l'eau|[a-z]+(?:er|ir|dr|tr|vr|ur)(?:a|ont|ez|ai[a-z]*)|[a-z]+r(?:as|ai)|(?:à|reste(?:nt)? à) [a-z]+(?:er|ir|re)|(?:pas|non) encore|jamais|dès (?:lors|à présent|l'origine|aujourd'hui|maintenant|que?|qu'[a-z]+)|d'ici|plus tard|demain|désormais|ensuite|après|avant|avenir|devenir|un jour|nouve(?:au|aux|lle|lles)|inédits?|inconnue?s?|éventuel[a-z]*|projeté[a-z]*|envisagé[a-z]*|accroissement|carrière|globale?s?|globalement|général[a-z]*|universel[a-z]*|universalité|entier|en bloc|d'un coup|quoi qu[a-z']*|quel(?:le)?s? qu[a-z']*|n'existai?[a-z]*|tant qu[a-z']*|pendant|durant|au cours|tout au long|jusqu'[a-z]+|au-delà|dehors|sans (?:[a-z]+ )?(?:énumér|désign|précis|distinction|limit)[a-z]*|naiss[a-z]*|devant|années?|également|aussi|ancien(?:ne)?s?|épuise|voi(?:t|e|ent) le jour|quelque`;
/** « Propriétaire de l'intégralité des données collectées »: data that a system gathers are no works, and nobody's rights in them are given. */
const isOfData = (s: Sentence): boolean =>
  s.has(fr`données`) && !s.has(fr`droits?|auteurs?|bases? de données`) && !s.has(GENERIC) && worksIn(s).length === 0;

/** « La convention s'achève…, toutes phases comprises », « ils profitent à tout partenaire qu'elle indiquera »: no work is named. */
const OF_WORKS = fr`droits?|oeuvres?|créations?|productions?|résultats?|(?:tout|tous|toute|toutes|ce|ceux|celles) (?:ce )?(?:qu[e'][^.;]{0,60}?|dont[^.;]{0,60}?)(?:écri|compos|cré|produi|conce|conç|réalis|dessin|invent|imagin|fer|développ|naît|naiss|éla)[a-z]*|travaux|inventions?|brevets?|livrables?|études?|logiciels?|plans?|dessins?|textes?|photographies?|films?|musiques?|futur[a-z]*|à venir|livr[a-z]+|c[eè]d[a-z]*|cessions?|abandonn[a-z]*|transf[eè]r[a-z]*|transm[a-z]+|apparti[a-z]+|acqui[a-z]+|propri[a-z]+|auteurs?|titulaires?`;

const TO_COME_SAID = fr`à venir|futur[a-z]*|(?:à|restant à) naître|à créer|qu'il créera`;

/** « tous les supports, papier, numérique ou à venir »: what is to come is not the works. */
const SUPPORTS_TO_COME = new RegExp(
  `(?:supports?|formats?|procedes?|medias?|reseaux|canaux|techniques?|technologies?|moyens?|modes?)(?![a-z])[^.;:]{0,60}?(?:${TO_COME_SAID.source})`,
  'g',
);
const ofWorks = (folded: string): string => withoutHosts(folded).replace(SUPPORTS_TO_COME, ' ');
const isOfSupports = (folded: string): boolean => !has(ofWorks(folded), TO_COME_SAID);

/** « – droit de représentation : le droit de diffuser, par tout procédé connu ou inconnu… »: one of the rights given, and what it allows. */
const ONE_RIGHT =
  /^[^a-z]*(?:[a-z0-9][).] )?(?:(?:pour|au titre d[eu]s?|s'agissant d[eu]s?) )?(?:le |les |du |des )?droits? (?:de|d') ?[a-z' ,/-]{3,80}?(?: ?[:;(]|,| comp(?:orte|rend)| inclu| s'entend| couvre| emporte)/;
const isOneRight = ({ folded }: Sentence): boolean => ONE_RIGHT.test(folded) && !has(ofWorks(folded), TO_COME_SAID);

/** « Les candidats garantissent qu'ils disposent de l'intégralité des droits »: that they have them, and not that they give them. */
const WARRANTS = fr`garanti(?:t|s|ssent|ra|ront)|certifi(?:e|ent|era|eront)|déclare(?:nt|ra|ront)?`;
const ASSIGNS = fr`c[eè]d[a-zé]*|cessions?|transf[eéè]r[a-zé]*|abandonn[a-zé]*|concèd[a-z]*`;

/** Works to come that are assigned in advance and in one. */
export interface OeuvresFutures extends Said {
  /** `mixte`: with works or rights that exist. Undefined where it was heard, not read. */
  readonly future: Future | undefined;
}

/** Where works to come are assigned globally; a delimited assignment that covers them too is none. Empty when nowhere. */
export const oeuvresFutures = defineFact<readonly OeuvresFutures[]>({
  id: 'oeuvres-futures',
  title: "Cession globale d'œuvres futures",
  read(piece) {
    const delimited = new Set<Sentence>();
    // An assignment whose words were read, and are not of works to come.
    const read = new Set(piece.ask(droits).flatMap(({ acts }) => acts.map(({ sentence }) => sentence)));
    const moral = new Set(saying(piece, 'pi/droits-moraux-abandonnes').map(({ sentence }) => sentence));
    const found = piece.ask(droits).flatMap((clause): OeuvresFutures[] => {
      if (clause.kind !== 'cession') return [];
      const isDelimited = clause.rights.size > 0 && LIMITS.every((l) => clause.bounds.has(l));
      if (isDelimited) for (const { sentence } of clause.acts) delimited.add(sentence);
      return futureActs(clause)
        .filter(({ future, sentence }) => !(isDelimited && future === 'mixte') && !sentence.has(FORBIDS))
        .map(({ sentence, future }) => ({ ...whole(sentence, undefined), future }));
    });
    return withHeard(piece, 'pi/oeuvres-futures-en-bloc', found, (sentence, doubt) =>
      delimited.has(sentence) ||
      !sentence.has(OF_WORKS) ||
      !sentence.has(NOT_YET) ||
      isOfData(sentence) ||
      isOneRight(sentence) ||
      (sentence.has(WARRANTS) && !sentence.has(ASSIGNS)) ||
      (sentence.has(DEFINES) && !sentence.has(GIVEN)) ||
      sentence.has(FORBIDS) ||
      // « … à ne jamais invoquer le respect dû à son œuvre »: another fault, of moral rights.
      ((speaksOfMoral(sentence) || moral.has(sentence)) && !sentence.has(TO_COME_SAID)) ||
      (sentence.has(TO_COME_SAID) && isOfSupports(sentence.folded)) ||
      (!isSure(doubt) && (sentence.has(DEFINES) || sentence.has(RECALLS))) ||
      (read.has(sentence) && !(isSure(doubt) && sentence.has(TO_COME)))
        ? undefined
        : { ...whole(sentence, doubt), future: undefined },
    );
  },
  show: (said) => (said.length > 0 ? said.map(({ sentence }) => sentence.text) : undefined),
});
