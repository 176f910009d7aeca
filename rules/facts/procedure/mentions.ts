import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { has, type Match } from '../../kit/text.ts';
import type { ProcedureName } from '../piece/index.ts';
import { declinesExclusion } from '../recherche/index.ts';
import { asksWhether, isDroppedThen, isSetAside } from './ecartee.ts';

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
export const OTHER_PROCEDURE = fr`(?:si |lorsque |lorsqu')(?:l'|le |la |un |une )|en cas d|dans (?:l'hypothese|le cas) ou|(?:a la suite|apres|issue|suite a|suite d) ?(?:d')?(?:un |une |l'|'un )?(?:appel|procedure|premiere?|precedent)|infructue[a-z]+|precedent(?:e|s|es)?|anterieure?s?|ancien(?:ne)?s?|prestations? (?:similaires|complementaires)|realisation de prestations|marches? (?:ulterieurs?|subsequents?)|seuils?|a la difference|contrairement|plutot qu|au lieu d|dialogue avec le jury|pourr(?:a|ont|ait|aient)|se reserve|references?|experience|laureat|n'est pas|ne sont pas|ne s'agit pas|(?:dispose|beneficie|a|ont) deja|ne constitue pas|ne releve(?:nt)? pas|sans recourir|ni d|exclu(?:e|s)?|echapp(?:e|ent|ant)|litige|pour memoire|a l'avenir|ulterieurement|relance|(?:s'inspir|inspire)[a-z]*`;
/** « conclu en 2024 à la suite d'un appel d'offres »: another contract. */
export const PAST =
  /(?:conclu|passe|attribue|signe|achete|acquis)[a-z]* en (?:[a-z]+ )?20\d\d [^.;]*$|(?:a la suite|suite) (?:a |d')(?:un |une )?$|avai(?:t|en)t (?:[a-z]+ ){1,2}[^.;]*$|(?:a|ont) deja (?:ete |fait )[^.;]*$/;
/** « Il est attribué au terme d'un dialogue compétitif »: the contract itself, now. */
const LET_BY =
  /(?<=^[^a-z]*(?:il|(?:le|la|l'|ce|cet|cette) ?(?:present|presente)? ?(?:marche|contrat|accord-cadre)(?: public)?) est (?:passe|conclu|attribue)e? )(?:a l'issue|a la suite|au terme|apres) d'une? $/;
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

/** « Comme le montant reste sous le seuil, nous suivons… »: why, and not what is followed. */
const SINCE =
  /^[^a-z]*(?:comme|puisqu[e']|parce qu[e']|des lors qu[e']|etant donne qu[e']|attendu qu[e']) ?[^;]*, (?=(?:nous|on|l'|la|le|il|elle|cette) ?)/;
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

export const mentions = (phrase: Phrase): Mention[] => {
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
        : (FRAMES.includes(name) && /(?:^|[ '])(?:le|du|au) $/.test(before)) || STEP.test(before));
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
export function withoutDropped(found: readonly Mention[], sentence: Sentence): readonly Mention[] {
  const asked = asksWhether(sentence);
  if (!asked && !isDroppedThen(sentence)) return found;
  return found.map((m, i) => (asked || i === found.length - 1 ? { ...m, other: true } : m));
}
