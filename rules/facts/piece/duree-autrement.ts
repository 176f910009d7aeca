import type { Draft, Passage, Sentence, Table } from '../../kit/draft.ts';
import { type DurationItem, durations } from '../../kit/french/durations.ts';
import { ordinals } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { isOfPastContract } from '../commun/index.ts';
import { withoutCounted } from './duree-comprise.ts';
import { monthSpan } from './duree-mois.ts';
import { type DurationRead, LASTS, readingOf } from './duree-phrase.ts';

/**
 * How long the contract lasts where nothing calls it so: by what is done, by whom, for whom, until when. « Notre collaboration
 * court sur trente mois », « l'entreprise choisie balaie pendant deux ans », « Période couverte : 24 mois ».
 */

const NUMBER =
  '(?:\\d{1,3}|(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent)[a-z-]*(?: et une?)?)';
/** « trente mois », « 2 (deux) ans et demi ». */
const LENGTH = `${NUMBER}(?: ?\\([a-z0-9 -]{1,20}\\))? (?:mois|ans?|annees?)\\b(?: et demie?\\b)?`;
const FOR = `(?:pendant|durant|sur|pour) (?:une (?:duree|periode) (?:[a-z]+ )?(?:de |d')|toute une )?`;
/** The contract, or all that it is for: not « la prestation de dératisation », « la convention d'occupation », which are a part or another. */
const WHOLE =
  "(?:(?:le |la |l'|les |notre |votre |cette |cet |ce )(?:presente? )?(?:marche|contrat|accord-cadre|(?:mission|location|exploitation)(?! d'assistance)|(?:convention|prestations?|services?)(?! (?:de |d'|du |des ))|partenariat|collaboration|cooperation|aventure|accord(?!-)|periode (?:contractuelle|d'execution)|entente|relation|(?:premier|premiere|initial|ferme) (?:engagement|periode)|engagement (?:initial|ferme|reciproque|mutuel|des parties))\\b)";
const HOLDER =
  "(?:titulaire|prestataire|attributaire|laureat|exploitant|operateur|fournisseur|(?<!lots? [a-z ]{0,20})entreprise|entrepreneur|cabinet|laboratoire|structure|societe|association|cooperative|equipe|artisan|organisme|groupement|bureau d'etudes)(?: (?:retenu|choisi|designe|selectionne|laureat)e?)?(?! (?:sortant|actuel|en place|precedent|cede))";
const LASTING =
  "(?:dure|cour[rt]|s'eten|s'etal|s'echelonn|vau[dt]|couvr|se poursui|tien|occupe|vi[tv]|se deroul|s'execut|porter? sur|portera sur|se prolonger? sur)[a-z]*";
const GIVEN = '(?:est|sont|sera|seront) (?:assure|execute|fourni|mene|conduit|rendu|confie|prevu|etabli|souscrit)e?s?';
/** « quatre exercices, soit quarante-huit mois ». */
const COUNTED = "(?:[a-z0-9]+ (?:exercices|saisons|campagnes|rentrees),? (?:soit|c'est-a-dire) )?";
const STOPPING =
  "(?:s'acheve|prend(?:ra)? fin|prennent fin|expire|s'eteint|se termine|se clot|cesse|s'arrete|arreter|arrive a (?:son )?(?:terme|echeance))[a-z]*";
const FROM =
  "(?:apres|suivant|a (?:compter|dater|partir) d[eu]|comptes? (?:de|a partir de|depuis)|depuis) ?(?:la |le |l'|sa |son |leur |cette |ce )?(?:(?:date|jour|reunion) de (?:la |sa |son |l')?)?(?:premiere? |premier )?(?:notification|signature|prise d'effet|debut|demarrage|commencement|entree en vigueur|ouverture|lancement|mise en route|ordre de service|commande|bon|conclusion|avoir ete (?:notifie|signe|conclu))";
const ORDERS = '(?:commandes?|bons?(?: de commande)?|ordonnances|ordres)';

/** What says it, up to the duration. */
const SAID = [
  // « La mission, ouverte en mai, se poursuit cinq ans »
  `${WHOLE}[^.;]{0,60}? (?:${LASTING}|${GIVEN}) (?:${FOR}|en )?${COUNTED}`,
  // « La durée est de trois ans », « la période d'exécution sera de 40 mois »
  "(?:^[^a-z]*|, )(?:la duree|le terme|la periode (?:contractuelle|d'execution)|l'horizon)(?: (?:totale|retenue|ferme))? (?:est|sera) (?:fixee? )?(?:a |de |d')",
  // « Nous vous confions ce travail pour deux ans », « le prestataire est choisi pour trois ans »
  "\\b(?:nous (?:vous |lui )?confi[a-z]+|(?:est|sont|sera|seront) (?:choisi|retenu|couvert|confie|missionne|designe)e?s?)\\b[^.;]{0,40}? (?:pour|pendant|durant) (?:une duree (?:de |d'))?",
  // « Début des prestations : 1er mai 2027, pour trois ans »
  "^[^a-z]*(?:debut|demarrage|depart|prise d'effet|effet)\\b[^.;:]{0,40}: [^.;]{0,30}, (?:pour|et pour) ",
  // « Nous ferons route ensemble quatre ans »
  `\\bnous [^.;,]{0,40}\\bensemble,? (?:${FOR})?`,
  // « On les commandera pendant trois ans », « les bons sont émis durant deux ans »
  `\\b(?:on|nous|acheteur|ville|commune|etablissement|agence|chu|centre|syndicat)\\b[^.;]{0,40}\\bcommand[a-z]+ [^.;]{0,40}?${FOR}`,
  `\\b${ORDERS} (?:[a-z',-]+ ){0,5}?(?:emis|possible|passe|adresse|servi|honore)e?s? (?:[a-z'-]+ ){0,3}?${FOR}`,
  `\\bhonore[a-z]* (?:nos|les|ces|toutes les|chacune de nos) ${ORDERS} (?:[a-z'-]+ ){0,3}?${FOR}`,
].join('|');
/** « Elle occupe trente mois », under the name of what it is. */
const PRONOUN = new RegExp(`^[^a-z]*(?:elle|il|elles|ils) (?:${LASTING}|${GIVEN}) (?:${FOR}|en )?(?=${LENGTH})`, 'g');
/** « Le prestataire retenu entretient les haies pendant deux ans », « vous entretiendrez nos jardins durant deux ans ». */
const DOING = new RegExp(
  `(?:\\b${HOLDER}\\b|\\bvous (?=[a-z]+rez\\b)|\\bnous (?=[a-z]+rons\\b)|\\b(?:est|sont|sera|seront) [a-z]{2,14}es?\\b)[^.;]{0,90}? (?:${FOR}(?=${LENGTH})|(?=${LENGTH} durant\\b))`,
  'g',
);
/** From its beginning on, or by the one who is chosen, for the buyer: all of the work, and not a task within it. */
const BEGUN =
  /^(?: scolaires?| fermes?| pleins?)?,? (?:a (?:compter|partir|dater) d|comptes? d|des (?:la |le |sa |l')|depuis )/;
const FOR_US =
  /(?:retenu|choisi|designe|selectionne|laureat)e?(?![a-z])|(?<![a-z])(?:nos|notre|a nos cotes|pour (?:nous|le compte))(?![a-z])/;
/** « Pendant une année à partir de la réunion de lancement, une équipe entretient les fossés ». */
const FRONT = `^(?:[^a-z]*|[0-9.]+ [a-z' -]{3,30} )(?:pendant|durant) (?=${LENGTH}[^.;,]{0,60}, (?:le |la |l'|les |une? |notre |votre |nos |vos )${HOLDER})`;
/** « Les chaussures sont commandées quatre ans durant ». */
const THROUGHOUT = `\\bcommand[a-z]+ (?=${LENGTH} durant\\b)`;
/** « Nous arrêterons, en tout état de cause, soixante mois après la signature ». */
const ENDING = `(?:${WHOLE}|^[^a-z]*(?:il|elle|celui-ci|celle-ci)|\\bnous)\\b[^.;]{0,60}?${STOPPING} [^.;]{0,90}?(?=${LENGTH} ${FROM}\\b)`;
/** « Dernière tournée : deux ans après celle-ci ». */
const LAST_ONE = `\\bderni(?:er|ere) [a-z' -]{3,30}?[:,]? (?=${LENGTH} apres (?:celle-ci|celui-ci|la premiere|le premier|celle d'ouverture)\\b)`;
const OPENERS = new RegExp([`(?:${SAID})(?=${LENGTH})`, FRONT, THROUGHOUT, ENDING, LAST_ONE].join('|'), 'g');

/** What lasts beside the contract or within it, and what bids and bidders are held to. */
const OTHER_THINGS = fr`conservation|archiv[a-zé]*|garanties?|maintenance|maintien|secret|confidentialité|discrétion|formations?|assurances?|pièces|rechanges?|stock[a-zé]*|expérience|références?|cession|droits?|licences?|apprenti[a-z]*|insertion|astreintes?|agréments?|tranches?|phases?|étapes?|périodes?(?! (?:initiale|ferme|contractuelle|couverte|d'exécution))|marchés? subséquents?|candidats?|soumissionnaires?|offres?|propositions?|parole|prix|tarifs?|validité|pénalités?|essais?|stages?|fiches?|registres?|retenues? de|préavis|avances?|prototype|études?|hébergement|abonnements?|après la (?:réception|livraison|fin)|mise à jour|suivi|exposition|visites?|réunions?|actuel(?:le)?|sortante?|précédente?|ancien(?:ne)?|en place|désordres?|dommages?|vices?|obligations?|concurren[a-z]*|images?|photographies|permanences?|(?:contrats?|temps|durée|arrêts?) de travail|occupation`;
/** Kept, guaranteed, forbidden, proved, let for so long: what is done, or not done, is no work of the contract. */
const OTHER_DEEDS = fr`conserv[a-zé]*|gard(?:e|er|ent|era|erons)|garanti[a-zé]*|maint[a-zé]*|form(?:e|er|era|erons)|interdi[a-z]*|abst[a-z]*|exerc[a-zé]*|cèd[a-z]*|céd[a-zé]*|rappel[a-z]*|effac[a-zé]*|détrui[a-z]*|a été|ont été|avait|avaient|tien(?:t|nent|dra) [^.;]{0,30}disposition|répond[a-z]*|responsab[a-z]+|recrut[a-z]*|laiss[a-zé]*|rest(?:e|er|era|erez|erons|ent)|justifi[a-z]*|libres?|gratui[a-z]*|peu(?:t|vent)|pourra|doit|doivent|a [a-zé]+é|n'|ne|résili[a-zé]*|remplac[a-zé]*|dépann[a-z]*|assist[a-z]*`;
/** « … pendant un an après la réception », « … deux ans par an »: of what comes after the contract, or in each year of it. */
const THEN =
  /^,? (?:au (?:moins|plus tard) )?(?:avant|apres (?!(?:(?:la |le |leur |sa |son |cette )|l')?(?:notification|signature|prise d'effet|debut|demarrage|lancement|ouverture|conclusion|entree en vigueur|ordre|premiere?|avoir ete|celle-ci|celui-ci))|(?:qui suit|suivant|a (?:compter|partir) de) (?:la |le |l'|leur |sa )?(?:reception|admission|livraison|pose|repose|mise en|achevement|fin|resiliation|remise|cloture|date limite)|par (?:an|mois)|de l'annee|sur (?:douze|12)|(?:de |d')[a-z]+ a |chaque|d'(?:age|experience)|francs?)/;
/** Less is some work in the contract. */
const SHORTEST = 6;

const readingAt = (folded: string, from: number): DurationRead[] =>
  readingOf(folded.slice(from), true).flatMap((read) => {
    const { first, total, renews } = read;
    const move = <T extends { from: number; to: number }>(x: T | undefined) =>
      x && { ...x, from: x.from + from, to: x.to + from };
    return first ? [{ ...read, first: move(first), total: move(total), renews: move(renews) }] : [];
  });

/** The clause that a place stands in, up to it. */
const clauseTo = (folded: string, to: number): string =>
  folded
    .slice(0, to)
    .split(/[.;]|, (?:que|et que|qu')/)
    .at(-1) ?? '';

const isOther = (words: string): boolean => has(words, OTHER_THINGS) || has(words, OTHER_DEEDS);
/** Where the durations stand that these words bring, with what comes before and after each. */
const brought = (folded: string, openers: RegExp) =>
  [...folded.matchAll(openers)].flatMap(({ index, 0: words }) => {
    const from = index + words.length;
    const [item] = durations(folded.slice(from));
    if (!item || item.from > 1 || (item.months ?? 0) < SHORTEST) return [];
    const after = folded.slice(from + item.to);
    return THEN.test(after) || isOther(withoutCounted(words)) ? [] : [{ from, index, words, after }];
  });

function told(sentence: Sentence): DurationRead[] {
  const { folded } = sentence;
  const found = [
    ...brought(folded, OPENERS),
    ...(isOfNamed(sentence) ? brought(folded, PRONOUN) : []),
    ...brought(folded, DOING).filter(({ words, after }) => FOR_US.test(words) || BEGUN.test(after)),
  ].sort((a, b) => a.from - b.from);
  return found.flatMap(({ from }, i) =>
    from === found[i - 1]?.from
      ? []
      : readingAt(folded.slice(0, found.slice(i + 1).find((o) => o.from > from)?.index), from),
  );
}

/** What stands before, or above, is the contract or its work. */
const NAMED = new RegExp(
  `^[^a-z]*(?:[0-9a-z]{1,4}[.):-]+ ?)*(?:${WHOLE}|(?:duree|terme|temps|mission|prestations?|marche|contrat|accord-cadre|location|exploitation)\\b)`,
);
const isOfNamed = ({ previous, passage, section }: Sentence): boolean =>
  NAMED.test(previous?.passage === passage ? previous.folded : section.title);

/** « au cinquième anniversaire de la signature », « à l'issue de sa troisième année »: so many years, or months. */
const RANK =
  /^ (?:(anniversaire)(?: de (?:la |sa |son |l')?(?:signature|notification|prise d'effet|conclusion|entree en vigueur)| du (?:marche|contrat|debut|demarrage)|(?! ?[a-z]))|(annee|mois)(?![a-z]))/;
const AT_ITS_END =
  /(?:terme|issue|fin|expiration|achevement) d(?:u|e (?:la|sa|son)) $|jusqu'(?:au|a la fin d[eu](?: la| sa| son)?) $/;
const ENDS = fr`${STOPPING}|jusqu'au?|arrêt[a-z]*|^[^a-z]*(?:terme|fin|échéance)[^.;]{0,30}:`;
const ranked = (folded: string): DurationRead[] =>
  ordinals(folded).flatMap(({ from, to, value }): DurationRead[] => {
    const rest = RANK.exec(folded.slice(to));
    const lead = clauseTo(folded, from);
    if (!rest || !has(lead, ENDS) || !(rest[1] || AT_ITS_END.test(lead)) || has(lead, OTHER_THINGS)) return [];
    const months = rest[2] === 'mois' ? value : value * 12;
    const end = to + 1 + (rest[1] ?? rest[2] ?? '').length;
    return months < SHORTEST ? [] : [{ ...ALONE, first: { from, to: end, value, unit: 'mois', months } }];
  });
const ALONE: DurationRead = {
  lots: undefined,
  first: undefined,
  total: undefined,
  times: undefined,
  each: undefined,
  same: false,
  renews: undefined,
  declares: true,
  whole: false,
};

/** « Période couverte », « Prestation », « Temps de la mission »: a label that a duration alone follows. */
const LABEL =
  /^[^a-z]*(?:(?:duree|periode|temps|terme|fin|echeance|vie|calendrier|horizon)(?: (?:couverte|contractuel(?:le)?|d'execution|d'intervention|d'engagement|(?:de (?:la |notre |l')|du |des |d'une? )?(?:presente? )?(?:marche|contrat|accord-cadre|mission|prestations?|services?|collaboration|location|exploitation|convention|partenariat)))?|(?:prestations?|mission|execution|contrat|marche|accord-cadre|collaboration|location|exploitation|engagement reciproque)(?:, a (?:partir|compter) [^:|]{2,40})?)[^a-z]*$/;
const VALUE = new RegExp(`^[^a-z0-9]*(?:(?:pendant|durant|sur|pour|soit) )?(?=${LENGTH})`);
const AFTER_VALUE = new RegExp(
  `^(?: scolaires?| fermes?| pleins?)?(?: ?$|[,.;(] ?| (?:${FROM}|non recon|recon|sans|au (?:total|plus|maximum)|a (?:compter|partir)|pour (?:tous|l'ensemble)))`,
);

function labelled({ folded, passage }: Sentence): DurationRead[] {
  const row = passage.rowLabel;
  const colon = folded.indexOf(' :') + 1;
  const own = colon > 0 ? folded.slice(0, colon) : '';
  const label = row && row !== passage ? row.folded : own;
  if (!LABEL.test(label)) return [];
  const start = label === own ? colon + 1 : 0;
  const lead = VALUE.exec(folded.slice(start))?.[0];
  if (lead === undefined) return [];
  const from = start + lead.length;
  const [item] = durations(folded.slice(from));
  const isAlone =
    item && item.from <= 1 && (item.months ?? 0) >= SHORTEST && AFTER_VALUE.test(folded.slice(from + item.to));
  return isAlone ? readingAt(folded, from) : [];
}

/** « Quand le contrat s'arrête-t-il ? Six ans après la première commande »: what the words before ask, in the text or above. */
const ASKS =
  /^[^a-z]*(?:[a-z]+ question ?: ?)?(?:(?:quand|combien de temps|jusqu'a quand|pour combien de temps|a quelle date)\b(?:[^?]{0,40}\b(?:marche|contrat|accord-cadre|mission|collaboration|prestations?|location|service)\b[^?]{0,40})?|(?:terme|fin|temps|duree) (?:du |de la |de l')(?:marche|contrat|mission|accord-cadre)) ?\??[^a-z]*$/;
const ANSWERS = new RegExp(`^[^.;]{0,60}?(?:^[^a-z0-9]*|\\bsoit |: )(?=${LENGTH}(?: [a-z]+)?(?: ${FROM}| ?[.,;]| ?$))`);
function answered({ folded, previous, passage, section }: Sentence): DurationRead[] {
  const asked = previous?.passage === passage ? previous.folded : section.title;
  const lead = ASKS.test(asked) ? ANSWERS.exec(folded)?.[0] : undefined;
  const [item] = lead === undefined ? [] : durations(folded.slice(lead.length));
  return lead !== undefined && item && item.from <= 1 && (item.months ?? 0) >= SHORTEST
    ? readingAt(folded, lead.length)
    : [];
}

/** « Commandes possibles de juillet 2027 à juin 2033 »: of the contract, its work or its orders. */
const RUNS = new RegExp(
  `${WHOLE}|\\b${ORDERS}\\b|\\b${HOLDER}\\b|\\b(?:marche|contrat|accord-cadre|mission|prestations?|livraisons?|interventions?|tournees?|fournitures?)\\b`,
);
function spanned({ folded, passage, section }: Sentence): DurationRead[] {
  const item = monthSpan(folded);
  const about = [folded, passage.rowLabel?.folded ?? '', section.title].join(' ; ');
  const isOfContract = item && (item.months ?? 0) >= SHORTEST && RUNS.test(about) && !has(about, OTHER_THINGS);
  return isOfContract ? [{ ...ALONE, first: item }] : [];
}

const OTHER_TITLE = fr`garanties?|droits?|cession|confidentialité|secret|données|assurances?|offres?|candidat[a-z]*|variantes?|références?|réversibilité|stocks?|formation|maintenance`;

/** « Années », « Mois de prestation »: a column of figures, a lot or a part of the contract a row. */
const HEAD =
  /^[^a-z]*(?:(?:duree|nombre d(?:e |')) ?(?:\(?en )?)?(mois|annees?|ans)\)?(?: (?:de (?:prestations?|contrat|marche|service|mission|location|commandes?)|d'(?:execution|engagement)))?[^a-z]*$/;
const LOT_HEAD = /^[^a-z]*lots?(?: n ?°)?[^a-z]*$/;
const ITS_ROW = new RegExp(
  `^[^a-z0-9]*(?:${WHOLE}|(?:mission|marche|contrat|prestations?|location|exploitation|accord-cadre))\\b`,
);

/** The lots that a row is of, or none in particular where it is of the contract; undefined where it is of something else. */
function rowOfContract(table: Table, cells: readonly Passage[]): readonly string[] | undefined {
  const lot = cells.find((c) => LOT_HEAD.test(table.headerOf(c)?.folded ?? ''));
  const number = /^[^a-z0-9]*(?:lot )?(?:n ?° ?)?(\d{1,2})[^a-z0-9]*$/.exec(lot?.folded ?? '')?.[1];
  if (number) return [number];
  return cells.some((c) => ITS_ROW.test(c.folded) && !c.has(OTHER_THINGS)) ? [] : undefined;
}

interface Otherwise {
  readonly sentence: Sentence;
  readonly value: readonly DurationRead[];
}

function inCell(table: Table, cells: readonly Passage[], cell: Passage): Otherwise[] {
  const unit = HEAD.exec(table.headerOf(cell)?.folded ?? '')?.[1];
  const value = Number(/^ ?(\d{1,2}) ?$/.exec(cell.folded)?.[1] ?? 0);
  const months = unit === 'mois' ? value : value * 12;
  const lots = unit && months >= SHORTEST ? rowOfContract(table, cells) : undefined;
  const first: DurationItem = { from: 0, to: cell.folded.length, value, unit: 'mois', months };
  return lots ? cell.sentences.slice(0, 1).map((sentence) => ({ sentence, value: [{ ...ALONE, lots, first }] })) : [];
}

const inColumns = ({ tables }: Draft): Otherwise[] =>
  tables.flatMap((table) => table.rows.flatMap(({ cells }) => cells.flatMap((cell) => inCell(table, cells, cell))));

/** What a piece says of how long the contract lasts, where it names no duration of it. */
export const saidOtherwise = ({ draft }: Piece): Otherwise[] => [
  ...inColumns(draft),
  ...draft.sentencesWith(WORTH).flatMap((sentence) => {
    if (isOfPastContract(sentence) || sentence.section.heading?.has(OTHER_TITLE)) return [];
    const { folded } = sentence;
    const value = [labelled(sentence), answered(sentence), ranked(folded), told(sentence), spanned(sentence)].find(
      (r) => r.length > 0,
    );
    return value ? [{ sentence, value }] : [];
  }),
];
const WORTH = new RegExp(`${LASTS.source}|anniversaire|(?<![a-z])20\\d\\d`);

/** Whether a sentence is about something that lasts beside the contract. */
export const isOfBeside = (sentence: Sentence): boolean => sentence.has(OTHER_THINGS);
