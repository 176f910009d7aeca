import type { Draft, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { suretyIn } from '../../reading/hear.ts';
import { hearing, isOfPastContract, lotNames, saying } from '../commun/index.ts';
import { critereAt, type Grille, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import {
  CANDIDATURE,
  isOfChoice,
  isRanked,
  isSubsequent,
  judgesOffers,
  lotsOf,
  namesCriteria,
  type Zone,
  zoneOf,
} from './contexte.ts';
import { differsIn } from './differe.ts';
import { listIn, OF_PAYMENT, split } from './enumeration.ts';
import { type Line, readLine } from './ligne.ts';
import { weightsIn } from './poids-ecrits.ts';
import { rankTold } from './rang.ts';
import { subjectsOf } from './sujet.ts';
import { announcedOne, announcesOne, criterionBelow } from './unique.ts';

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
  fr`seule? (?:le |la |l')(?<object>[a-z][^.;:,]{3,70}?) (?:nous |vous |les )?(?:décid|départag|tranch|command|détermin|guid)(?:e|era)`,
  fr`(?:regard|compar|not|jug|retien|reten|considér|examin|mesur)(?:ons|e|ent|era|erons|eront) (?:que )?(?<object>(?:le |la |les |l')[a-z][^.;:]{3,90}?),? (?:et |mais |à l'exclusion de |sans )(?:rien d'autre|(?:nul|aucun|tout) autre (?:élément|critère|chose|aspect|considération)|toute autre (?:chose|considération))`,
  // « Nous ne jugeons que la tenue au feu », « Il n'est tenu compte que de la tenue au feu ».
  fr`n(?:e |'|')(?:[a-z]+ ){0,2}?(?:jug|regard|not|compar|consid[eè]r|examin|reten|retien|ten|tien|pren|prend|compt)[a-zé]*(?: compte| en compte)? qu(?:e |')(?:de |du |d'|sur |d'après )?(?:le |la |l'|les |leur )?(?!${PAPERS})(?<object>[a-z][^.;:,]{3,70})`,
  // « L'offre qui consomme le moins l'emporte », « Nous prenons celle qui s'use le moins vite ».
  fr`(?:offre|proposition|projet|solution|réponse|candidat|équipe|celui|celle)(?: finale?)? (?:qui|dont) (?!${PLEASES})(?<object>[^.;:,]{3,60}? (?:le (?:moins|plus)|au (?:moins|plus)|la plus)(?! (?:de|grand nombre de) points)[^.;:,]{0,40}?) (?:l'emporte|gagne|remporte|(?:est|sera) (?:retenue?|choisie?)|a(?:ura)? le marché)`,
  fr`(?:choisi|prend|pren|reten|retien|gagn|attribu)[a-zé]* (?:à |au )?(?:l'|le |la )?(?:offre|proposition|projet|solution|réponse|candidat|équipe|celui|celle)(?: finale?)? (?:qui|dont) (?!${PLEASES})(?<object>[^.;:,]{3,60}? (?:le (?:moins|plus)|la plus)(?! (?:de|grand nombre de) points|avantag|économiquement)[^.;:,]{0,40})`,
  fr`(?:jug|class|not|évalu|appréci|départag|compar|choisi|attribu)[a-zé]* (?:[a-z']+ ){0,4}?(?:sur|selon|d'après|au regard de|au vu de) (?:la seule|le seul|l'unique|leur seule?) (?!critères?|facteur|élément)(?<object>[a-z][^.;:,]{3,60})`,
  fr`(?:class|départag|compar)[a-zé]* (?:les (?:offres|propositions) )?(?:en fonction|sur la base|au vu|au regard|d'après|selon) (?:de |du |le |la |leur |d')+(?<object>prix|montant|coût|tarif|devis)(?! [^.;]{0,80}(?: et |,))`,
  fr`(?:class|rang|ordonn)[a-zé]* (?:par|selon le(?:ur)?|d'après le(?:ur)?) (?!notes?|points?|ordre|importance|scores?|totaux?)(?<object>[a-z][^.;:,]{3,40}?) (?:dé)?croissante?`,
  // « Le prix, et lui seul. »
  fr`^[^a-z]*(?:le |la |l')?(?<object>[a-z][^.;:,]{2,60}?),? (?:et )?(?:(?:lui|elle|cela|ça) seule?|seulement|uniquement|exclusivement|rien d'autre|c'est tout)[ .]*$`,
  // « Confort acoustique : 100 points. »
  fr`^[^a-z]*(?:le |la |l')?(?!${RUNGS})(?<object>[a-z][^.;:,]{2,80}?)(?: ?[:,(]| (?:compte|donne|vaut|fait|représente)[a-z]*) ?(?:pour |à hauteur de )?(?:100 ?%|cent pour cent|(?:les )?(?:100|cent) points|(?:la totalité|l'intégralité) de la note|toute la note)[^a-z]*$`,
];
export const TIE = fr`notes? égales?|(?:à|en cas d'|si) égalité|(?:points?|scores?|rangs?) égaux|départag[a-zé]*[^.;]{0,60}(?:égal|ex[- ]aequo|mêmes? (?:note|rang|total|score))|(?:égal|ex[- ]aequo|mêmes? (?:note|rang|total|score))[^.;]{0,60}départag`;
const NOT_SINGLE = fr`n'est (?:pas|en aucun cas|donc pas)|ne (?:sera|seront|constitue|sont|peut|saurait) (?:pas|ni|en aucun cas)|pas (?:le|l'|un) (?:seul|unique)|formule|note (?:maximale|de \d+|=|du|obtenue|d'une)|obtien(?:t|dra|nent|dront)|sous[- ]critère|anormalement bas|égalité|ex[- ]aequo|pénalité|variante|rabais|prix (?:unitaires?|du public)|révision|f(?:ait|ont|era|eront) foi|euros?|discordance|erreurs?|en (?:toutes )?lettres|prévau(?:t|dra)|(?:est|sont|sera|seront) facturée?s?|factur(?:ées?|er|ation|ations)|indemni[a-zé]+`;

/** « …, décomposé en deux sous-critères : A, 60 points ; B, 40 points »: what a criterion is made of. */
const MADE_OF = fr`,? (?:(?:lui|elle)-même |qui (?:se|est|sera) |est |sera )?(?:décompos|subdivis|divis|répart|détaill)[a-zé]+ (?:en|entre|selon|comme|ainsi)`;

/** True where weights share out a whole: none is the only one. */
const sharesOut = (folded: string): boolean => weightsIn(folded).some((w) => w.value < 100);

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

/** « La qualité se décompose ainsi : méthode 20 %, moyens 15 % », « Elle se répartit entre… »: where the parts begin. */
const DIVIDES =
  /\bs(?:e|'y) (?:decompos|repart|divis|subdivis|partag)[a-z]*(?: (?:ainsi|comme suit|en|entre|de la facon suivante|selon))* ?:? |\b(?:est|sont|sera) (?:decompos|repart|divis|subdivis|partag)ee?s?(?: (?:ainsi|comme suit|en|entre))* ?:? /;

/** The weighted parts of one criterion that a sentence gives; undefined for any other. */
function divisionIn(folded: string): Line[] | undefined {
  // « Pour le deuxième critère : méthode, 20 points ; équipe, 15 points. »
  const ranked = () => (rankTold(folded) ? /^[^:]{0,60}: /.exec(folded) : null);
  const lead = has(folded, OF_PAYMENT) ? null : (DIVIDES.exec(folded) ?? ranked());
  const weights = lead && weightsIn(folded);
  if (!lead || !weights || weights.length < 2) return undefined;
  const parts = split(folded, lead.index + lead[0].length, folded.length);
  const lines = parts.map((p) => readLine(folded, p.from, p.to)).filter((l) => l?.weight !== undefined);
  return lines.length > 1 && lines.length === parts.length ? (lines as Line[]) : undefined;
}

/** A grid of the lines that a sentence gives. */
const gridOfLines = (s: Sentence, lines: readonly Line[], more: Partial<OpenGrille> = {}): OpenGrille =>
  openGrille(
    'sentence',
    lines.map((l) => critereAt(s, l)),
    { ...around(s), at: s.span, ...more },
  );

/** The parts of criteria that sentences give, to be hung under the criterion that they name. */
export const readDivisions = (draft: Draft): OpenGrille[] =>
  draft
    .sentencesWith(divisionIn)
    .filter((s) => zoneOf(s.section) !== 'candidature')
    .map((s) => gridOfLines(s, s.read(divisionIn) as Line[]));

/** What joins the name of a lot to what is said of it. */
const OF_LOT = /^[ ,:-]*(?:(?:au (?:regard|vu)|sur la base|en fonction|a partir|selon|d'apres|sur|par) ?)?/;
const BEFORE_LOT = /(?:[ ,;]|(?<![a-z])(?:et|puis|pour|enfin|les?|au titre|du))*$/;

/** « La qualité s'apprécie, pour le lot 1, au regard de A (20 points) et de B (10 points) et, pour le lot 2, … »: the weighted lines of each lot. */
function byLotIn(folded: string): { readonly lots: number[]; readonly lines: Line[] }[] | undefined {
  const names = lotNames(folded);
  if (names.length < 2 || !names[0] || has(folded, OF_PAYMENT) || weightsIn(folded.slice(0, names[0].from)).length > 0)
    return undefined;
  const parts = names.map(({ to, numbers }, i) => {
    const said = folded.slice(to, names[i + 1]?.from ?? folded.length);
    const from = to + (OF_LOT.exec(said)?.[0].length ?? 0);
    const end = to + said.replace(BEFORE_LOT, '').length;
    const stretches = from < end ? split(folded, from, end) : [];
    const lines = stretches.map((p) => readLine(folded, p.from, p.to)).filter((l) => l?.weight !== undefined) as Line[];
    return { lots: numbers.map(Number), lines, whole: lines.length > 1 && lines.length === stretches.length };
  });
  return parts.every((p) => p.whole && p.lots.every((n) => n > 0)) ? parts : undefined;
}

const listHeard = (folded: string) => listIn(folded, 'heard');
const listInAward = (folded: string) => listIn(folded, 'award');
const listAnywhere = (folded: string) => listIn(folded, 'anywhere');

const OFFER = /offre|attribu/;
/** « Les candidatures ont été triées selon A (70 %) et B (30 %), puis les offres… »: the weights are of who may bid. */
const weighsCandidates = (folded: string): boolean => {
  const [first] = weightsIn(folded);
  const head = first && folded.slice(0, first.from);
  return head !== undefined && has(head, CANDIDATURE) && !OFFER.test(head);
};

/** A title, what puts the criteria off, or what tells who may bid. */
const givesNone = (s: Sentence, zone: Zone): boolean =>
  s.passage.isTitle || s.read(differsIn) || ((zone === 'candidature' || s.has(CANDIDATURE)) && !s.has(OFFER));

/** The only criterion that a sentence leaves, by its words, its label, its title or where it stands. */
function singleOf(s: Sentence, zone: Zone): Stretch | undefined {
  const isOfAward = zone === 'award' || (zone === 'unknown' && (isOfChoice(s.section) || isBesideChoice(s)));
  return s.read(singleIn) ?? s.read(labelledOne) ?? underOne(s) ?? (isOfAward ? s.read(oneThingIn) : undefined);
}

/** The grid of one criterion, with what the paragraph goes on to say of it. */
function gridOfOne(s: Sentence, name: Stretch): OpenGrille {
  const critere = critereAt(s, aloneIn(s.folded, name));
  // « Celui qui coûte le moins »: a price by another name.
  if (critere.subjects.includes('autre') && has(critere.folded, ON_PRICE)) critere.subjects = ['prix'];
  const { sentences } = s.passage;
  for (const r of sentences.slice(sentences.indexOf(s) + 1)) critere.definition.push({ folded: r.folded, at: r.span });
  return openGrille('sentence', [critere], { ...around(s), at: s.span, single: true });
}

const isOnOffers = (s: Sentence): boolean => s.read(judgesOffers) || s.read(namesCriteria);

/** An item of a list or a cell is read with its list or table, unless it judges offers by itself. */
const isReadWithin = (s: Sentence): boolean =>
  (s.passage.list !== undefined || s.passage.cell !== undefined) && !isOnOffers(s);

/** The grids that one sentence gives: one a lot, that of a single criterion, or that of a list. */
function gridsOf(s: Sentence): OpenGrille[] {
  const zone = zoneOf(s.section);
  if (givesNone(s, zone)) return [];
  const byLot = !s.passage.cell && (zone === 'award' || isOnOffers(s)) ? s.read(byLotIn) : undefined;
  if (byLot) return byLot.map(({ lots, lines }) => gridOfLines(s, lines, { lots }));
  const single = singleOf(s, zone);
  if (single) return isOfPastContract(s) ? [] : [gridOfOne(s, single)];
  const isNoList = isReadWithin(s) || s.has(FORMULA) || s.read(weighsCandidates);
  const list = isNoList ? undefined : listOf(s, zone);
  if (list) return [gridOfLines(s, list.lines, { ranked: isRanked(s.folded) })];
  const below = s.read(announcesOne) ? criterionBelow(s) : undefined;
  return below ? [openGrille('sentence', [below], { ...around(s), at: s.span, single: true })] : [];
}

/** Grids that one sentence gives, and single criteria. */
export const readSentences = (draft: Draft): OpenGrille[] => [
  ...draft.sentencesWith(ON_VALUE).flatMap(gridsOf),
  ...readOneByOne(draft),
];

/** « Offres finales | Jugées sur la seule qualité acoustique ». */
const isBesideChoice = ({ passage: { rowLabel } }: Sentence): boolean =>
  rowLabel?.has(fr`offres?(?: finales?)?|critères?|jugements?|choix|attribution|classement`) === true;

/** The criteria that a sentence lists: more loosely where it stands in the part on award, or is heard to announce them. */
const listOf = (s: Sentence, zone: Zone): ReturnType<typeof listIn> =>
  s.read(
    zone === 'award' || isIntroduced(s) || (zone === 'unknown' && isOfChoice(s.section)) ? listInAward : listAnywhere,
  ) ??
  (s.read(listHeard) && !s.passage.before?.has(CANDIDATURE) && suretyIn(s, 'criteres/annonce')
    ? s.read(listHeard)
    : undefined);

/** « La note est égale au poids multiplié par le rapport entre A et B »: how a mark is worked out. */
const FORMULA = fr`multipliée?s?|divisée?s?|rapport entre|(?:est|sera) égale? (?:à|au)|au prorata`;

const ON_VALUE =
  /seule?s? |unique|autre|qu[e'] |qui |dont |croissant|totalite|integralite|crit|facteur|element|valeur|qualite|prix|tarif|cout|montant|disant|cher|%|point|devis|cent/;

/** What the sentence and its section tell of the grid it gives. */
export const around = (s: Sentence) => ({
  announce: s.span,
  lots: lotsOf(s.section, s.folded),
  subsequent: isSubsequent(s.section, s.folded),
  words: s.folded,
});

/** Something that names what is paid. */
export const ON_PRICE = fr`prix|tarif[a-z]*|coûts?|montants?|loyers?|devis|dépenses?|cher|chère|chères|coûte|coûtera|disant[a-z]*|onéreu(?:x|se)|total|factures?|bas|basse`;

const SEVERAL = fr`(?:les|des|aux|ces) critères`;
/** Grids of the price alone that are heard, where no other grid is for the same lots. */
export function priceHeard(piece: Piece, grids: readonly Grille[]): Grille[] {
  const out: Grille[] = [];
  for (const one of saying(piece, 'criteres/prix-seul')) {
    const { sentence: s } = one;
    const at = s.find(ON_PRICE);
    if (!at || s.has(SEVERAL) || s.has(TIE) || s.has(NOT_SINGLE) || s.has(CANDIDATURE) || s.read(sharesOut)) continue;
    if (zoneOf(s.section) === 'candidature' || s.read(differsIn)) continue;
    const lots = lotsOf(s.section, s.folded);
    const isMet = (g: Grille) => g.lots.length === 0 || lots.length === 0 || g.lots.some((l) => lots.includes(l));
    if ([...grids, ...out].some(isMet)) continue;
    const criterion = critereAt(s, aloneIn(s.folded, at));
    const subjects = criterion.subjects.includes('cout-global') ? criterion.subjects : (['prix'] as const);
    out.push({
      ...openGrille('sentence', [{ ...criterion, subjects, rank: 1 }], { ...around(s), at: s.span, single: true }),
      doubt: hearing(one),
    });
  }
  return out;
}

/** A criterion that a whole sentence gives, under the name that stands there. */
const aloneIn = (folded: string, name: Stretch): Line => ({
  from: 0,
  to: folded.length,
  name,
  number: undefined,
  weight: undefined,
  hole: undefined,
  maybe: undefined,
  bareName: name,
  definition: [{ from: 0, to: folded.length }],
  children: [],
});

/** True when the paragraph before announces criteria and says no more. */
function isIntroduced(s: Sentence): boolean {
  if (s.passage.kind !== 'paragraph' || s.previous) return false;
  const { before } = s.passage;
  return (
    before?.read(namesCriteria) === true &&
    before.folded.length < 160 &&
    zoneOf(before.section) !== 'candidature' &&
    !has(before.folded, CANDIDATURE)
  );
}

/** A verb gives one weight. */
const weighsOne = (folded: string): boolean => has(folded, COUNTS_FOR) && weightsIn(folded).length === 1;

/** Weights that single sentences give to a criterion, in any piece: « la valeur technique compte pour 55 % ». */
export function readMentions(draft: Draft): OpenCritere[] {
  return draft
    .sentencesWith(weighsOne)
    .filter((s) => !s.read(differsIn))
    .filter((s) => has(s.folded, JUDGING))
    .flatMap((s) => {
      // « Il est rappelé que la valeur technique… »: the name begins after what introduces it.
      const that = /^.{0,80}\bqu(?:e |')/.exec(s.folded);
      const line = readLine(s.folded, that?.[0].length ?? 0);
      if (!line?.weight || line.name.to - line.name.from > 90) return [];
      const c = critereAt(s, line);
      return c.subjects.includes('autre') ? [] : [c];
    });
}
const JUDGING = fr`notes?|notation|jugement|offres?|pondér[a-zé]+|critères?|classement|choix`;

/** « La valeur technique compte pour 60 % de la note. Le prix compte pour 40 %. »: one sentence a criterion. */
function readOneByOne(draft: Draft): OpenGrille[] {
  const out: OpenGrille[] = [];
  const bySection = new Map<Section, Sentence[]>();
  for (const s of draft.sentencesWith(weighsOne)) bySection.set(s.section, [...(bySection.get(s.section) ?? []), s]);
  for (const [section, sentences] of bySection) {
    if (zoneOf(section) === 'candidature') continue;
    const found = sentences
      .filter(({ passage: p }) => !p.cell && !p.list && !p.isTitle)
      .map((s) => ({ s, line: readLine(s.folded) }))
      .filter(({ line }) => line?.weight && line.name.to - line.name.from < 90);
    const first = found[0];
    if (found.length < 2 || !first) continue;
    const criteria = found.map(({ s, line }) => critereAt(s, line as Line));
    if (
      !criteria.some((c) => c.subjects.some((x) => x === 'prix' || x === 'cout-global')) &&
      zoneOf(section) !== 'award'
    )
      continue;
    out.push(
      openGrille('sentence', criteria, {
        announce: first.s.span,
        lots: lotsOf(section, first.s.folded),
        subsequent: isSubsequent(section),
        words: section.own.map((p) => p.folded).join(' '),
      }),
    );
  }
  return out;
}

const COUNTS_FOR = fr`(?:donne|donnent|donnera|rapporte|rapportent|rapportera|apporte|compte|comptent|comptera|représente|représentent|représentera|intervient|interviennent|interviendra|vaut|entre|pèse|récompense|récompensent|va|vont|revient|reviennent)(?: pour| à hauteur de| dans)?|(?:sont|est|seront|sera) (?:réservée?s?|attribuée?s?|accordée?s?|consacrée?s?|dévolue?s?)|(?:est|sont|sera|seront) (?:pondérée?s?|affectée?s? d'un(?:e)?|notée?s?|évaluée?s?|appréciée?s?)`;
