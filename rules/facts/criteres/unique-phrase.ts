import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { CANDIDATURE } from './contexte.ts';
import { readLine } from './ligne.ts';
import { weightsIn } from './poids-ecrits.ts';
import { subjectsOf } from './sujet.ts';
import { announcedOne, announcesOne } from './unique.ts';

const PRICE =
  "(?:le |du |de |d'|au |un |leur )?(?:prix|tarif|montant|cout|devis|offre financiere|critere (?:du |de |financier|prix|economique|unique du )? ?(?:prix|cout)?)";

/** What is told of a criterion without naming it: « est indiqué plus loin ». */
const NAME =
  '(?!(?:est |sera |ainsi |donc )*(?:indiqu|enonc|precis|defini|mentionn|fixe|decrit|detaill|retenu|appliqu|utilis|pris |ponder))[a-z][^.;:()]{2,90}';

/** Sentences that leave one criterion. `object` is its name, where the pattern can tell it. */
const SINGLE: readonly RegExp[] = [
  fr`(?:sur|selon|d'après|au regard d') ?(?:un|1) (?:seul )?critère ?[,:(] ?(?:celui d[ue] )?(?:le |la |l')?(?<object>prix|coût|montant|tarif)[a-z ]*`,
  fr`le critère (?:d'attribution|de jugement(?: des offres)?|de choix(?: des offres)?|de sélection(?: des offres)?|retenu|d'attribution retenu) (?:est|sera|retenu est|pour [a-z0-9 ]{1,20} est) (?:celui du |donc )?(?:le |la |l')?(?<object>prix|coût|montant|tarif)[a-z ]*`,
  fr`(?<object>${PRICE})(?: [a-z' ]{1,40})? (?:est|sera|constitue|constituera|reste|demeure) (?:donc |ainsi |alors )?(?:le |l'|un )(?:seul|unique) (?:et unique )?(?:critère|élément|facteur)(?! de (?:calcul|révision))`,
  fr`(?:critère|facteur|élément) (?:d'attribution |de jugement |de choix |de sélection |de notation |d'appréciation )?unique(?: d'attribution| de jugement| de choix| de sélection| des offres)*(?:(?: est| sera| retenu| étant| pour [a-z0-9 ]{1,20})* ?[,:(]? ?(?:est |sera |celui d[ue] |que (?:constitue )?|d[ue] (?=prix|coût|la |l'))?(?:le |la |l')?(?<object>${NAME}))?`,
  fr`(?:seul|unique) (?:et unique |et seul )?(?:critère|facteur)(?: (?:d'attribution|de jugement|de choix|de sélection|de notation|des offres|d'appréciation|retenu|pris en compte|du lot \d+|pour [a-z0-9 ]{1,20}|pondéré))*(?:(?: ?[,:(] ?| est | sera | d[ue] (?=prix|coût|montant)| que (?:constitue )?)(?:le |la |l'|celui d[ue] )?(?<object>${NAME}))?`,
  fr`(?:seule?|uniquement|exclusivement|seulement) (?:par |sur |selon |en fonction (?:de |du )?)?(?:le |la |du |de )?(?<object>prix|tarif|montant|coût|valeur technique|qualité(?: technique)?|critère (?:du |de |financier|économique)? ?(?:prix|coût)?)(?: [a-z' ]{1,50})? (?:est|sera|seront|sont|compte|comptera|prévaut|détermine|déterminera|entre|entrera|fait|fera|départage)(?: pris| retenu| considéré| jugé| examiné| apprécié| en| compte)*`,
  fr`(?:jug|class|not|évalu|appréci|départag|compar|sélectionn|choisi|attribu|retenu)[a-zé]*(?: [a-z']+){0,4} (?:uniquement|exclusivement|seulement|intégralement|(?:sur|selon|d'après|par) (?:la (?:seule )?base|le seul|son seul|leur seul)|au (?:regard|vu) du seul|en fonction du seul|d'après le seul|sur le fondement du seul|au seul)(?: (?:sur|selon|d'après|en fonction|au regard|au vu|par|la base|à partir))?(?: (?:de|du|le|la|des|critère|seul))* ?(?<object>prix|tarif|montant|coût|devis)`,
  fr`(?:jug|class|not|évalu|appréci|départag|compar|sélectionn|choisi|attribu|retenu)[a-zé]* (?:[a-z']+ ){0,4}(?:sur|selon|d'après|par|au (?:regard|vu) du|en fonction du) (?:la base du |le |leur |son )?(?<object>prix|tarif|montant|coût)(?: total| global| proposé| ht| ttc)* (?:uniquement|exclusivement|seulement|seul|et (?:par |sur )?lui seul|(?:sur|de|du) [a-z', ]{1,60} et (?:par |sur )?lui seul)`,
];
/** « Le candidat le moins-disant » says who wins, only where something is awarded. */
const OF_WINNER: readonly RegExp[] = [
  fr`(?:offre|candidat|entreprise|proposition|soumissionnaire|fournisseur|prestataire|attributaire)s?(?: (?:qui|ayant|retenu|sera|est|celui|classé|conforme|recevable|régulière|et|acceptable|appropriée|dont))*(?: [a-z']+){0,3} (?:propos|présent|offr|remet|affich|à|au|le|la|est)[a-zé]*(?: [a-z']+){0,2} ?(?<object>(?:prix|montant|tarif|coût|devis)(?: total| global| ttc| ht)* (?:est )?le (?:plus bas|moins (?:élevé|cher)|plus faible|moindre)|moindre (?:prix|coût))`,
  fr`(?:attribu|retenu|retien|choisi|class|désign)[a-zé]*(?: [a-z'-]+){0,9} (?<object>(?:prix|montant|tarif|coût|devis)(?: total| global| ttc| ht)* le (?:plus bas|moins (?:élevé|cher)|plus faible)|moins[- ]disante?|la moins chère|la plus basse|moindre prix)`,
  fr`(?:offre|candidat|soumissionnaire|proposition) (?:conforme |régulière |recevable )?(?:la |le )?(?<object>moins[- ]disante?|moins chère|moins cher)`,
  fr`(?:choisi|prend|pren|reten|retien|sélectionn|attribu|désign|échoi|revien)[a-zé]* (?:[a-z'-]+ ){0,6}(?:qui|dont) (?:nous |lui |leur |vous )?(?<object>(?:coûte|coûtera|revient|reviendra|demande|facture|réclame)(?: [a-z]+){0,2} (?:le |la )?(?:moins|plus (?:bas|faible))[a-z]*(?: (?:cher|élevée?))?)`,
];

/** « Critère de choix : coût complet », « Attribution : au moins-disant »: a label that gives the only criterion by itself. */
const LABELLED_ONE = fr`(?:^|[.;\n] ?)[^a-z]*(?:critère(?: (?:de choix|de jugement|de sélection|d'attribution|de notation|des offres(?: finales)?|retenu))* ?: ?(?:le |la |l')?(?<object>[a-z][^.;:,]{2,80})|(?:attribution|choix|jugement)(?: (?:du|des|de la|final) ?(?:marché|titulaire|offres?)?)? ?: ?(?:au |le |la )?(?<price>(?:prix|montant|coût|tarif|moins[- ](?:disant|cher))[^.;:,]{0,40}))(?:,? ?(?:pour )?\(?(?:100 ?%|cent pour cent|100 points)\)?)?[^a-z]*$`;

/** What is read, and no criterion. */
const PAPERS =
  '(?:offres?|propositions?|plis?|pages?|pièces?|documents?|mémoires?|variantes?|lots?|candidat[a-z]*|projets?|réponses?|ce qui|celles?|ceux) ?';
/** Liked, and measured by nothing. */
const PLEASES =
  '(?:nous |lui |leur |vous )?(?:plaît|plait|répond|convien|convainc|convaincra|sembl|paraît|parait|obtien|a obtenu|a (?:le plus|la meilleure)|totalis|recueill|satisfai|correspond|présente l)';
/** Rungs of a scale of marks. */
const RUNGS = '(?:offre|candidat|note|moins|plus|très|excellen|bonne?|si |tout|total|délai (?:inf|de))';

/** A single matter, whichever, decides: « Un seul élément compte : la durée de l'essai », « Nous ne regardons rien d'autre ». */
const DECIDES = fr`(?:décid|départag|tranch|command|détermin|guid|compt)(?:e|era)|import(?:e|era)|l'emport(?:e|era)|fai(?:t|ra) (?:la différence|le (?:choix|classement))|(?:est|sera) (?:seule? )?(?:regardé|comparé|jugé|noté|retenu|pris|considéré|examiné)e?(?: en (?:compte|considération))?`;
const ONE_THING: readonly RegExp[] = [
  fr`un(?:e)? (?:seule?|unique) (?:élément|chose|point|donnée|mesure|chiffre|question|résultat|considération|aspect|épreuve|essai|facteur|grandeur) (?:nous |vous |les )?(?:${DECIDES.source})(?:[^:;.]{0,60})? ?: ?(?<object>[a-z][^.;]{2,90})`,
  // « Nous ne jugeons que la tenue au feu », « Il n'est tenu compte que de la tenue au feu ».
  fr`n(?:e |')(?:[a-z]+ ){0,2}?(?:jug|regard|not|compar|consid[eè]r|examin|reten|retien|ten|tien|pren|prend|compt)[a-zé]*(?: compte| en compte)? qu(?:e |')(?:de |du |d'|sur |d'après )?(?:le |la |l'|les |leur )?(?!${PAPERS})(?<object>[a-z][^.;:,]{3,70})`,
  // « L'offre qui consomme le moins l'emporte », « Nous prenons celle qui s'use le moins vite ».
  fr`(?:offre|proposition|projet|solution|réponse|candidat|équipe|celui|celle)(?: finale?)? (?:qui|dont) (?!${PLEASES})(?<object>[^.;:,]{3,60}? (?:le (?:moins|plus)|au (?:moins|plus)|la plus)(?! (?:de|grand nombre de) points)[^.;:,]{0,40}?) (?:l'emporte|gagne|remporte|(?:est|sera) (?:retenue?|choisie?)|a(?:ura)? le marché)`,
  // « Le prix, et lui seul. »
  fr`^[^a-z]*(?:le |la |l')?(?<object>[a-z][^.;:,]{2,60}?),? (?:et )?(?:(?:lui|elle|cela|ça) seule?|seulement|uniquement|exclusivement|rien d'autre|c'est tout)[ .]*$`,
  // « Confort acoustique : 100 points. »
  fr`^[^a-z]*(?:le |la |l')?(?!${RUNGS})(?<object>[a-z][^.;:,]{2,80}?)(?: ?[:,(]| (?:compte|donne|vaut|fait|représente)[a-z]*) ?(?:pour |à hauteur de )?(?:100 ?%|cent pour cent|(?:les )?(?:100|cent) points|(?:la totalité|l'intégralité) de la note|toute la note)[^a-z]*$`,
];
export const TIE = fr`notes? égales?|(?:à|en cas d'|si) égalité|(?:points?|scores?|rangs?) égaux|départag[a-zé]*[^.;]{0,60}(?:égal|ex[- ]aequo|mêmes? (?:note|rang|total|score))|(?:égal|ex[- ]aequo|mêmes? (?:note|rang|total|score))[^.;]{0,60}départag`;
export const NOT_SINGLE = fr`n'est (?:pas|en aucun cas|donc pas)|ne (?:sera|seront|constitue|sont|peut|saurait) (?:pas|ni|en aucun cas)|pas (?:le|l'|un) (?:seul|unique)|formule|note (?:maximale|de \d+|=|du|obtenue|d'une)|obtien(?:t|dra|nent|dront)|sous[- ]critère|anormalement bas|égalité|ex[- ]aequo|pénalité|variante|rabais|prix (?:unitaires?|du public)|révision|f(?:ait|ont|era|eront) foi|euros?|discordance|erreurs?|en (?:toutes )?lettres|prévau(?:t|dra)|(?:est|sont|sera|seront) facturée?s?|factur(?:ées?|er|ation|ations)|indemni[a-zé]+`;

/** « …, décomposé en deux sous-critères : A, 60 points ; B, 40 points »: what a criterion is made of. */
const MADE_OF = fr`,? (?:(?:lui|elle)-même |qui (?:se|est|sera) |est |sera )?(?:décompos|subdivis|divis|répart|détaill)[a-zé]+ (?:en|entre|selon|comme|ainsi)`;

/** True where weights share out a whole: none is the only one. */
export const sharesOut = (folded: string): boolean => weightsIn(folded).some((w) => w.value < 100);

/** Where words stand, from an index on. */
function stretchOf(folded: string, words: string, after: number): Stretch {
  const from = folded.indexOf(words, after);
  return { from, to: from + words.length };
}

const AWARDS = /attribu|retenu|retien|choisi|jug|class|design|gagn|titulaire|lot|marche/;

/** What an expression names, else the price of which its sentence speaks. */
function namedBy(folded: string, m: Match): Stretch {
  const object = m.groups.object?.trim();
  if (object) return stretchOf(folded, object, m.from);
  return find(folded, fr`prix|coûts?(?: global| total| complet)?|montants?|tarifs?`) ?? m;
}

/** The only criterion that a sentence leaves, whatever its parts are. */
function singleIn(said: string): Stretch | undefined {
  const folded = said.slice(0, find(said, MADE_OF)?.from);
  if (has(folded, NOT_SINGLE) || has(folded, FORMULA) || has(folded, TIE) || has(folded, CANDIDATURE)) return undefined;
  if (announcesOne(folded)) return sharesOut(folded) ? undefined : announcedOne(folded);
  for (const pattern of [...SINGLE, ...OF_WINNER]) {
    const m = find(folded, pattern);
    if (!m) continue;
    if (sharesOut(folded)) return undefined;
    if (!OF_WINNER.includes(pattern) || AWARDS.test(folded)) return namedBy(folded, m);
  }
  return undefined;
}

/** The only criterion, beside its label. */
function labelledOne(folded: string): Stretch | undefined {
  const m = has(folded, NOT_SINGLE) || has(folded, CANDIDATURE) ? undefined : find(folded, LABELLED_ONE);
  const object = (m?.groups.object ?? m?.groups.price)?.trim();
  if (!m || !object || / et /.test(object) || sharesOut(folded)) return undefined;
  return stretchOf(folded, object, m.from);
}

/** « Notre critère », « Critère d'attribution »: a title that speaks of one. */
const ONE_TITLE =
  /^[^a-z]*(?:article [^a-z]*)?(?:(?:notre|le|un seul|unique) )?critere(?: unique)?(?: (?:d'attribution|de (?:choix|jugement|notation)|des offres)[a-z ']*)?[^a-z]*$/;
const UNDER_ONE = /^[^a-z]*(?:un seul ?:? ?)?(?:le |la |l')?(?=[a-z])/;

/** « Notre critère », then « Un seul : le coût complet sur dix ans. »: what stands under the title of one criterion names it. */
function underOne({ section, passage, previous, folded }: Sentence): Stretch | undefined {
  const { heading } = section;
  if (!heading || previous || passage.before !== heading || passage.list || passage.cell) return undefined;
  if (!ONE_TITLE.test(heading.folded) || sharesOut(folded) || has(folded, CANDIDATURE)) return undefined;
  const line = readLine(folded, UNDER_ONE.exec(folded)?.[0].length ?? 0);
  const name = line && folded.slice(line.name.from, line.name.to);
  return name && !subjectsOf(name).includes('autre') && !has(name, SAYS) ? line?.name : undefined;
}
/** A verb of its own makes it a statement. */
const SAYS = fr`est|sont|sera|seront|figur[a-z]+|peu(?:t|vent)|doi(?:t|vent)|a|ont|compte|critères?`;

/** The only matter that decides, where the choice is told: whatever it is, nothing else is looked at. */
function oneThingIn(folded: string): Stretch | undefined {
  if (has(folded, NOT_SINGLE) || has(folded, TIE) || sharesOut(folded)) return undefined;
  for (const pattern of ONE_THING) {
    const m = find(folded, pattern);
    const object = m?.groups.object?.trim();
    if (m && object) return stretchOf(folded, object, m.from);
  }
  return undefined;
}

/** How a mark is worked out. */
export const FORMULA = fr`multipliée?s?|divisée?s?|rapport entre|(?:est|sera) égale? (?:à|au)|au prorata`;

/**
 * The name of the only criterion that a sentence leaves: by its words, its label, the title that it stands under and,
 * where `isOfChoice`, because one matter decides alone. Undefined where it leaves several, or none.
 */
export const onlyCriterion = (s: Sentence, isOfChoice: boolean): Stretch | undefined =>
  s.read(singleIn) ?? s.read(labelledOne) ?? underOne(s) ?? (isOfChoice ? s.read(oneThingIn) : undefined);
