import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { EMPTY_BOXES } from '../../kit/markdown/boxes.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { has, type Match } from '../../kit/text.ts';
import { asksWhether, isOfPastContract, isOpenChoice } from '../commun/index.ts';
import type { ProcedureName } from '../piece/index.ts';
import { declinesExclusion } from '../recherche/index.ts';
import { isDroppedThen, isSetAside } from './ecartee.ts';

/** In the order in which a sentence that holds several is read: the most particular first. */
const NAMES: readonly (readonly [ProcedureName, RegExp])[] = [
  ['partenariat-innovation', fr`partenariats? d'innovation`],
  ['dialogue-competitif', fr`dialogue competitif`],
  [
    'concours',
    fr`concours (?:[a-z]+ )?(?:ouvert|restreint|d'idees|de maitrise d'oeuvre|d'architecture|d'ingenierie|en un seul degre|a un degre|de projets?)|(?:technique|procedure) (?:d'achat )?(?:du|de) concours|(?:le|du|un|au) present concours|avis de concours|(?:recour[a-z]*|organis[a-z]*|lanc[a-z]*|ouvr[a-z]*|tien[a-z]*) (?:a )?un concours(?! (?:financier|actif|technique)s?| de (?!maitrise|projets?|conception|prestations)| entre)`,
  ],
  [
    'negociee-sans-publicite',
    fr`(?:procedures?|marches?|accord-cadre) negociee?s? sans (?:publicite|mise en concurrence)(?: prealables?)?(?:,? (?:ni|et sans) (?:mise en concurrence|publicite)(?: prealables?)?)?|gre a gre|sans (?:publicite|mise en concurrence)(?: prealables?)?,? (?:ni|et sans) (?:mise en concurrence|publicite)(?: prealables?)?|sans (?:publicite|mise en concurrence) prealable`,
  ],
  ['appel-offres-restreint', fr`appels? d'offres (?:[a-z]+ ){0,2}restreints?|a\.?o\.?r\.?(?= )|ao restreints?`],
  ['appel-offres-ouvert', fr`appels? d'offres(?: (?:[a-z]+ ){0,2}ouverts?)?|aoo|ao ouverts?`],
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
const FOLLOWS = fr`passe(?:e|s|es)?|lance(?:e|s|es)?|conclue?s?|organisee?s?|soumise?s?|attribuee?s?|engagee?s?|menee?s?|conduite?|realisee?s?|effectuee?|prend la forme|tend a|a recours|il est recouru|recour(?:t|ons|ra)|fait l'objet|s'inscrit|releve(?:nt)?|releve de|procedure (?:[a-z]+ ){0,3}(?:est|sera|suivie|retenue|utilisee|choisie)|il s'agit|est (?:un|une|le|la|l')|(?:resulte|decoule|procede) d|constitue|suit|suivra|suivons|conduire|mener|se soumet|en application|sur le fondement|application des?|(?:dispositions|regles|modalites) applicables? (?:a|aux?)|(?:menee?s?|conduite?s?|traitee?s?|jugee?s?) (?:[a-z' ]{0,30})?comme|conformement|selon|par voie|dans le cadre d(?:u|e la) present|le present|la presente|suivant|sous (?:la )?forme|au moyen|par la (?:voie|procedure)|regie?s? par|organise`;
/** A matter that is named without being followed. */
export const OTHER_PROCEDURE = fr`(?:si |lorsque |lorsqu')(?:l'|le |la |un |une )|en cas d|dans (?:l'hypothese|le cas) ou|(?:a la suite|apres|issue|suite a|suite d) ?(?:d')?(?:un |une |l'|'un )?(?:appel|procedure|premiere?|precedent)|infructue[a-z]+|precedent(?:e|s|es)?|anterieure?s?|ancien(?:ne)?s?|(?:marche|contrat|accord-cadre)s? (?:actuel|en cours|en vigueur|sortant|finissant)s?,? (?:[a-z]+ )?(?:est |a ete |avait ete )?(?:issu|conclu|passe|attribu|signe|resulte|provien)[a-z]*|si (?:vous|votre|le candidat|l'entreprise) |prestations? (?:similaires|complementaires)|realisation de prestations|marches? (?:ulterieurs?|subsequents?)|seuils?|a la difference|contrairement|plutot qu|au lieu d|dialogue avec le jury|pourr(?:a|ont|ait|aient)|se reserve|references?|experience|laureat|n'est pas|ne sont pas|ne s'agit pas|(?:dispose|beneficie|a|ont|avez|avons) deja|deja (?:gagne|obtenu|remporte|execute|realise|suivi|tenu)e?s?|ne constitue pas|ne releve(?:nt)? pas|sans recourir|ni d|exclu(?:e|s)?|echapp(?:e|ent|ant)|litige|pour memoire|a l'avenir|ulterieurement|relance|(?:s'inspir|inspire)[a-z]*`;
/** « conclu en 2024 à la suite d'un appel d'offres »: another contract. */
export const PAST =
  /(?:conclu|passe|attribue|signe|achete|acquis)[a-z]* en (?:[a-z]+ )?20\d\d [^.;]*$|(?:a la suite|suite) (?:a |d')(?:un |une )?$|avai(?:t|en)t (?:[a-z]+ ){1,2}[^.;]*$|(?:a|ont) deja (?:ete |fait )[^.;]*$/;
/** « Il est attribué au terme d'un dialogue compétitif »: the contract itself, now. */
const LET_BY =
  /(?<=^[^a-z]*(?:il|(?:le|la|l'|ce|cet|cette) ?(?:present|presente)? ?(?:marche|contrat|accord-cadre)(?: public)?) est (?:passe|conclu|attribue)e? )(?:a l'issue|a la suite|au terme|apres) d'une? $/;
/** « Accord-cadre multi-attributaires à marchés subséquents »: its form, and no other contract. */
const ITS_FORM =
  /(accords?-cadres?(?: [a-z-]+){0,4}?,?) (?:a|avec|par|execute par|donnant lieu a)(?: des)? marches subsequents(?! (?:passe|conclu|attribue|lance|issu|so?nt |est ))/g;
/** « ne se place pas sous le régime de », « sans reprendre les règles de », « aucune des règles de »: what a denial reaches, up to the name. */
const REFUSED =
  /(?:^|[ '(,:])(?:ne |n')(?:(?:se|y|en|nous|les?|leur) |[sl]'){0,2}[a-z-]+(?: (?:donc|ainsi|ici|toutefois))? (?:pas|point|nullement|aucunement|en rien|aucune?s?)(?: (?!est|sont|sera|seront|mais|afin|pour)[a-z'-]+){0,9} ?'?$|(?:^|[ ,;(])(?:sans (?:se |s'|y |en |l')?[a-z-]+(?:er|ir|re)|aucune?s?)(?: (?!est|sont|sera|seront|mais)[a-z'-]+){0,9} ?'?$/;
/** Where « passé sans publicité » is the rule of a modification or of a later purchase. */
export const LABEL = fr`procedures?(?: de (?:passation|consultation|mise en concurrence|marche))?|modes? de (?:passation|consultation|devolution)|type (?:de (?:consultation|procedure|marche|contrat)|d'avis)|forme de la (?:consultation|procedure)|(?:cadre|base|fondement) juridique|textes? (?:applicables|de reference)|regime (?:de passation|juridique)|nature de la (?:consultation|procedure)|passation`;

/** The sentence begins with the name: « Procédure adaptée ouverte. », « Marché public sans publicité… ». */
const OPENS =
  /^(?:[a-z]\d{1,2}[.)])?[^a-z]*(?:lots? (?:n ?° ?)?[0-9a-z]{1,3}(?:,[^.;:]{0,60})? ?: ?)?(?:de |par une? |(?:le |la |un |une |present |presente )*(?:marche|accord-cadre|consultation|contrat)(?: (?:public|publique|de [a-z]+|unique)){0,2}(?: a| en| de)? ?)?$/;

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
/** « Dispense de l'article R. 2122-10 », at the head of a line. */
const DISPENSED_BY =
  /^(?:[a-z ]{3,40} : )?[^a-z]*(?:(?:achat|marche|commande|contrat|acquisition) (?:sous |par |en )?)?(?:la )?dispense (?:de publicite )?(?:d[eu]|prevue? (?:a|par)|ouverte (?:a|par)|au titre d[eu]|tiree d[eu]) (?:\d° (?:de )?)?l'(?:article|art\.?) ?$/;
/** « Procédure : adaptée »: its name is in the label. */
const ADAPTED = /^(?:[a-z' ]{3,58} ?: )?[^a-z]*(?:de type )?(adaptee?)s?(?= |$|[.,;:(])/;

/** « Procédure : avec négociation » */
const NEGOTIATED =
  /^(?:[a-z' ]{3,58} ?: )?[^a-z]*(?:(?:formalisee|concurrentielle),? )*avec negociation(?= ?(?:$|[.,;:(]| (?:apres|et|en|au)(?= )))/;
/** Names that are one under a label alone: the name, its word, and the line. */
const UNDER_LABEL: readonly (readonly [ProcedureName, RegExp, RegExp])[] = [
  ['mapa', fr`adaptée?s?`, ADAPTED],
  ['procedure-avec-negociation', fr`avec négociation`, NEGOTIATED],
];

export interface Mention {
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

/** « Comme le montant reste sous le seuil, nous suivons… », « Ce montant étant inférieur au seuil, le marché… »: why, and not what is followed. */
const SINCE =
  /^[^a-z]*(?:comme|puisqu[e']|parce qu[e']|des lors qu[e']|(?:etant donne|attendu|compte tenu|en raison|eu egard|au vu)(?![a-z])|(?:ce|cet|cette|le|la|l'|son|sa|leur) ?[^;,]{3,60}(?: etant| restant| demeurant| ne (?:depassant|franchissant)| n'(?:atteignant|excedant))) ?[^;]*, (?=(?:nous|on|l'|la|le|il|elle|cette) ?)/;
/** The words before a mention that rule on it: from the last stop on. */
function ruling(folded: string, match: Match): string {
  const whole = folded.slice(0, match.from);
  const head = whole.slice(SINCE.exec(whole)?.[0].length ?? 0);
  return head.slice(Math.max(head.lastIndexOf(';'), head.lastIndexOf(' mais '), 0));
}

/** Procedures that a whole text speaks of: « les participants au dialogue compétitif ». */
const FRAMES: readonly ProcedureName[] = ['dialogue-competitif', 'partenariat-innovation'];
/** « Publication de l'appel d'offres ouvert », in a calendar: its first step is told as known. */
const STEP =
  /(?:publication|lancement|ouverture|mise en ligne|parution) (?:de l'avis )?(?:de l' ?'?|du |de la |d'une? |d' ?'?)$/;
export const DENIED = /(?:^|[ (,])(?:ne|ni|sans|aucune?|non|pas|hors) |n'/;

/** A name, or an article, and the words around it: those before that rule on it, and all those after. */
interface Place extends Pick<Mention, 'name' | 'match' | 'byArticle'> {
  readonly folded: string;
  readonly before: string;
  readonly after: string;
}

/** « L'appel d'offres précédent », « le dialogue compétitif déclaré sans suite » */
const GONE_AFTER =
  /^ (?:(?:a|avait|ont|avaient)(?: [a-z']+){0,3} ete (?:[a-z]+ )?(?:envisage|etudie|evoque|discute|imagine|examine)e?s?(?![a-z])|infructueu|precedent|anterieur|ulterieur|n'est pas|est exclu|(?:[a-z0-9',-]+ ){0,6}(?:declare|classe|reste|demeure)s? (?:sans suite|infructueu)|(?:ne |n')(?:vaut|constitue|emporte|saurait|aurait|serait|conviendrait|convient|presenterait|apporterait|rend|implique|s'applique|se justifie|trouve) )/;
/** « la commission d'appel d'offres »: named for a thing that bears its name. */
const BEARS_ITS_NAME = /(?:commission|dossier|reglement|avis) d(?:e l)?'$/;

/** What says that a procedure is named and not followed here. */
const OTHER_SIGNS: readonly ((place: Place) => boolean)[] = [
  ({ before }) => has(before.replace(LET_BY, '').replace(ITS_FORM, '$1'), OTHER_PROCEDURE),
  ({ before, byArticle }) => byArticle && has(before, DEFINES),
  ({ before }) => BEARS_ITS_NAME.test(before),
  ({ before }) => PAST.test(before.replace(LET_BY, '')),
  ({ before, name }) => name !== 'negociee-sans-publicite' && REFUSED.test(before),
  ({ before, after }) => isSetAside(before, after),
  ({ after }) => GONE_AFTER.test(after),
];

/** What says that a procedure is followed. */
const FOLLOW_SIGNS: readonly ((place: Place) => boolean)[] = [
  ({ before }) => has(before.slice(-160), FOLLOWS),
  ({ folded, match }) => OPENS.test(folded.slice(0, match.from)),
  ({ before }) => NAMES_IT.test(before),
  ({ after }) => FOLLOWED.test(after),
  ({ before, after, name }) => LED.test(after) && (name === 'concours' || !/\bune? $/.test(before)),
  ({ name, match }) => name === 'concours' && / un concours$/.test(match.text),
  ({ before, after, byArticle }) =>
    byArticle ? OF_ARTICLE.test(before) || DISPENSED_BY.test(before) : WITH_ARTICLE.test(after),
  ({ before }) => /\b(?:cet?|cette) $/.test(before),
  ({ match }) => / est adaptee$/.test(match.text),
];

function isKnown({ name, before, byArticle }: Place): boolean {
  if (DENIED.test(before)) return false;
  if (byArticle) return /\( ?(?:articles?|art\.?)? ?$/.test(before);
  return (FRAMES.includes(name) && /(?:^|[ '])(?:le|du|au) $/.test(before)) || STEP.test(before);
}

function mentionAt(folded: string, name: ProcedureName, match: Match, byArticle: boolean): Mention {
  const place = { name, match, byArticle, folded, before: ruling(folded, match), after: folded.slice(match.to) };
  return {
    name,
    match,
    follows: FOLLOW_SIGNS.some((says) => says(place)),
    other: OTHER_SIGNS.some((says) => says(place)),
    byArticle,
    known: isKnown(place),
  };
}

/** Procedures that a sentence names; a name within another is a part of it. */
function namedIn(phrase: Phrase): Mention[] {
  const out: Mention[] = [];
  for (const [name, pattern] of NAMES)
    for (const match of phrase.findAll(pattern))
      if (!out.some((m) => m.match.from <= match.from && match.to <= m.match.to))
        out.push(mentionAt(phrase.folded, name, match, false));
  return out;
}

const OF_EXCLUSION = fr`recherche|r ?(?:&|et) ?d|avant commercialisation|exclu(?:e|s|es)?|hors (?:du )?(?:champ|code)|non soumis|soustrait|echappe`;
const EXCLUSION_ARTICLE = fr`l\.? ?2512-5(?:,? ?(?:\(?2°\)?|al\.? ?2))?|14,? ?3° (?:de l'ordonnance)?`;

/** Research that a sentence leaves out of the code by its article. */
function exclusionsIn(phrase: Phrase): Mention[] {
  if (!phrase.has(OF_EXCLUSION) || declinesExclusion(phrase)) return [];
  const said = { name: 'recherche-developpement', follows: true, other: false, byArticle: true, known: false } as const;
  return phrase.findAll(EXCLUSION_ARTICLE).map((match) => ({ ...said, match }));
}

/** The procedure of the first article that a sentence cites. */
function citedIn(phrase: Phrase): Mention[] {
  for (const [name, pattern] of ARTICLES) {
    const match = phrase.find(pattern);
    if (match && !(name === 'recherche-developpement' && declinesExclusion(phrase)))
      return [mentionAt(phrase.folded, name, match, true)];
  }
  return [];
}

/** The procedure of a sentence whose words are a name under a label alone. */
function labelledIn(phrase: Phrase): Mention[] {
  const said = { follows: false, other: false, byArticle: false, known: false, underLabel: true } as const;
  const labelled = UNDER_LABEL.find(([, words, pattern]) => phrase.has(words) && pattern.test(phrase.folded));
  const match = labelled && phrase.find(labelled[1]);
  return match ? [{ name: labelled[0], match, ...said }] : [];
}

/** « Références : art. R. 2161-2 (appel d'offres) »: the articles of the code that are followed, whatever is named beside them. */
const TEXTS = fr`(?:références?|textes?|articles?)(?: (?:juridiques?|légaux|légales?|réglementaires?|applicables?|visée?s?))? ?: ?(?:les )?(?:(?:articles?|art\.?) )?[lr]\.? ?21\d\d-\d{1,2}`;

export const mentions = (phrase: Phrase): Mention[] => {
  const texts = phrase.has(TEXTS)
    ? citedIn(phrase).map((mention) => ({ ...mention, follows: true, other: false }))
    : [];
  const named = [...namedIn(phrase), ...exclusionsIn(phrase), ...texts];
  if (named.length > 0) return named.sort((a, b) => a.match.from - b.match.from);
  const cited = citedIn(phrase);
  return cited.length > 0 ? cited : labelledIn(phrase);
};

/** « Comment le marché précédent fut-il passé ? Par appel d'offres. »: the answer is of that one. */
const isAnswerOnAnother = ({ previous }: Sentence): boolean =>
  previous?.folded.trimEnd().endsWith('?') === true && isOfPastContract(previous);

/** What a sentence names, less what it only asks about and what the next one puts aside. */
export function withoutDropped(found: readonly Mention[], sentence: Sentence): readonly Mention[] {
  if (isUndecided(sentence)) return [];
  const asked = asksWhether(sentence) || isAnswerOnAnother(sentence);
  if (!asked && !isDroppedThen(sentence)) return found;
  return found.map((m, i) => (asked || i === found.length - 1 ? { ...m, other: true } : m));
}

/** « [Procédure adaptée / Appel d'offres ouvert] », « ☐ procédure adaptée ☐ appel d'offres »: the choice is still to be made. */
export const isUndecided = (sentence: Sentence): boolean =>
  (BOX.test(sentence.folded) && isOpenChoice(sentence)) ||
  [...sentence.folded.matchAll(CHOICE)].some(([choice]) => /procedure|appel d'offres|mapa/.test(choice));
const CHOICE = /\[[^[\]]{3,80} (?:\/|ou) [^[\]]{3,120}\]/g;
const BOX = new RegExp(`[${EMPTY_BOXES}]|\\[ ?\\]`, 'u');
