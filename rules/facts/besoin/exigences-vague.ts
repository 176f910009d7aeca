import { plain } from '../../kit/french/fold.ts';
import { fr, oneOf } from '../../kit/french/pattern.ts';
import { before, type Stretch } from '../../kit/french/scan.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import words from '../words/adjectifs-vagues.json' with { type: 'json' };

/** Masculine, feminine and plural forms of a folded adjective. */
function forms(adjective: string): string[] {
  const a = plain(adjective);
  const with_ = (cut: number, ends: readonly string[]) => ends.map((e) => a.slice(0, a.length - cut) + e);
  if (a.endsWith('if')) return with_(1, ['f', 'fs', 've', 'ves']);
  if (a.endsWith('eux')) return with_(1, ['x', 'se', 'ses']);
  if (a.endsWith('teur')) return with_(3, ['eur', 'eurs', 'rice', 'rices']);
  if (a.endsWith('al')) return with_(1, ['l', 'ls', 'le', 'les', 'ux']);
  if (a.endsWith('e')) return with_(0, ['', 's', ...(adjective.endsWith('é') ? ['e', 'es'] : [])]);
  return with_(0, ['', 's', 'e', 'es']);
}

const ADJECTIVE = oneOf(words.adjectifs.flatMap(forms));
const LOCUTION = oneOf(words.locutions);
const GOOD =
  '(?:bonne?|bel(?:le)?|beau|joli|haute?|grande?|forte?|meilleure?|parfaite?|excellente?|reelle|vraie|certaine|totale?|maximale?|optimale?|suffisante?)s?';
const QUALITY = oneOf(words.noms);
/** « d'une bonne réactivité », « une grande simplicité ». */
const GOOD_QUALITY = `(?:tres |de )?${GOOD} (?:niveau de |niveaux de )?${QUALITY}`;
const DEGREE =
  "(?:(?:tres|plus|le plus|la plus|les plus|suffisamment|particulierement|assez|aussi|a la fois|parfaitement|totalement|tout a fait|relativement|raisonnablement|extremement|facilement|aisement|d'une part|d'autre part|enfin|notamment|egalement|bien|toujours|possible) )*";
const VAGUE_START = new RegExp(
  `^(?:ni )?${DEGREE}(?:${LOCUTION}|${ADJECTIVE}|(?:d'une? |de |des |d'|une? )(?:${GOOD_QUALITY}|(?:[a-z'-]+ ){1,2}${ADJECTIVE}|[a-z'-]+ (?:et de |et d'une? |et )?(?:[a-z'-]+ )?${ADJECTIVE})|faciles? (?:a|d')|simples? (?:a|d')|(?:facilement|aisement|rapidement|simplement|suffisamment|${oneOf(words.manieres)}) [a-z]+)(?![a-z])`,
);

/** « adapté aux personnes handicapées » is a rule of law, « régulièrement constitué » a state of law. */
const LEGAL = fr`assurance qualité|propres? (?:à|aux?)|adaptée?s? aux (?:personnes|pmr|handicap)|régulièrement (?:constituée?s?|déclarée?s?|convoquée?s?|habilitée?s?|inscrite?s?|notifiée?s?|établie?s?|immatriculée?s?|autorisée?s?)|simple (?:demande|lettre|mail|courrier|appel|notification)|double ou simple|simple (?:flux|vitrage|peau|face)|(?:sol|revêtement|gaine|joint|tube|câble|canalisation)s? souples?`;

const BE =
  "(?:etre|rester|demeurer|s'averer|se reveler|se vouloir|se montrer|etre rendue?s?|seront|sera|restera|resteront|soit|soient)";
const PREDICATE = new RegExp(`(?<![a-z])${BE} (?<rest>[^.;:]+)`);
const HAVE = oneOf([
  'assurer',
  'garantir',
  'présenter',
  'offrir',
  'avoir',
  'disposer de',
  "disposer d'",
  'posséder',
  'proposer',
  'fournir',
  'comporter',
  'permettre',
  'apporter',
  'veiller à',
  'maintenir',
  'mettre en place',
  'assure',
  'assurera',
  'assureront',
  'garantit',
  'garantira',
  'garantiront',
  'offrira',
  'offriront',
  'présentera',
  'présenteront',
  'justifier de',
  "justifier d'",
  'maintenir',
  'conserver',
  'ayant',
  'présentant',
  'offrant',
  'possédant',
]);
/** « …, offrant une communication fluide »: goes on with what is owed. */
const GIVING = '(?<=, (?:tout en )?)(?:assurant|garantissant|offrant|presentant)';
const SUBJECT = oneOf(words.sujets);
const OBJECT = new RegExp(
  `(?<![a-z])(?:${HAVE}|${GIVING}) ?(?:(?:un|une|le|la|les|des|de|d'|du|son|leur|une?) ?)?(?:${GOOD_QUALITY}|${SUBJECT}(?: (?:de|d'|du|des) ?[a-z'-]+){0,2} ${DEGREE}(?:${ADJECTIVE}|${LOCUTION}))(?![a-z])`,
);
/** « Il est exigé une solution moderne et évolutive », « Une réactivité optimale est attendue ». */
const ASKED =
  /(?<![a-z])il (?:est|sera) (?:[a-z]+ )?(?:exige|demande|requis|attendu)e? (?:une?|des|de la|du|de l'|de) ?[a-z'-]+ (?<rest>[^.;:]+)/;
const EXPECTED = new RegExp(
  `(?<![a-z])(?:une?|la|le|les|des) (?:${GOOD_QUALITY}|(?:${SUBJECT}|${QUALITY})(?: (?:de|d'|du|des) ?[a-z'-]+){0,2} ${DEGREE}(?:${ADJECTIVE}|${LOCUTION}))(?: [a-z'-]+){0,6}? (?:est|sont|sera|seront) (?:[a-z]+ )?(?:exige|attendu|requis|demande)e?s?(?![a-z])`,
);
const ADVERB = fr`${oneOf(words.adverbes)}`;

/** A complement that can be checked, beside the vague one: « et lavable », « , en acier », « , conforme à ». */
const CHECKABLE =
  /^(?:a |au |aux |de couleur|de teinte|en |entierement |conforme|muni|equip|dot|livr|fourni|pose|fix|realis|constitu|compos|etanche|ignifug|recycl|certifi|normalis|securis|raccord|sign|valid|metallique|neu[fv]|exempt|identique|electrique|numerique|[a-z]+(?:er|ir|re)(?= )|[a-z]+[ai]bles?(?![a-z]))/;
/** What only says why, when or for whom. */
const PURPOSE =
  /^(?:afin|pour|permettant|de (?:maniere|facon|sorte)|sans|dans|lors|en cas|en vue|y compris|notamment|quel|selon|qui|que|dont|tant|comme|meme|et ce|avec|par|sur)/;

/** « intuitive et demeurer simple », « intuitive et offrir une bonne ergonomie »: the verb is said again. */
const AGAIN = new RegExp(`^(?:doit |devra )?${BE} `);
const VAGUE_OBJECT = new RegExp(`^${OBJECT.source}`);

/** « Évolutive, modulable et permettre à terme l'intégration de capteurs »: what may change one day, and how is not said. */
const OPEN_ENDED =
  /^(?:(?:modulable|adaptable|extensible|maintenable|personnalisable|accessible)s?$|permettre (?:(?:a (?:court|moyen|long|plus long)? ?terme|a l'avenir|ulterieurement|facilement|aisement) )?(?:l'|la |une? |des )(?:integration|evolution|ajout|adaptation|extension|accueil)s?(?![a-z]))/;

/** « Forte, moderne et fédératrice »: single words, more of them vague than not, none to be checked. */
const isMostlyVague = (parts: readonly string[]): boolean =>
  parts.every((part) => /^[a-z-]+$/.test(part) && !CHECKABLE.test(part)) &&
  parts.filter((part) => VAGUE_START.test(part)).length * 2 > parts.length;

/** Whether the complement of « être » holds vague qualities and nothing else. */
function isOnlyVague(rest: string): boolean {
  const parts = rest
    .split(/,| et | ou | mais | ainsi que /)
    .map((p) => p.trim())
    .filter(Boolean);
  const [first, ...others] = parts;
  if (!first) return false;
  if (!VAGUE_START.test(first)) return isMostlyVague(parts);
  for (const part of others) {
    if (VAGUE_START.test(part.replace(AGAIN, '')) || VAGUE_OBJECT.test(part) || OPEN_ENDED.test(part)) continue;
    if (PURPOSE.test(part)) return true;
    if (CHECKABLE.test(part)) return false;
  }
  return true;
}

/** A vague qualification in folded text: the words that cannot be assessed. */
export interface Vague extends Stretch {
  readonly words: string;
}

const vague = (m: Match): Vague => ({ from: m.from, to: m.to, words: m.text.trim() });

/** « Les services compétents », « la valeur efficace du courant », « leur tenue d'agent »: words of another sense. */
const OTHER_SENSE =
  /(?<![a-z])(?:(?:services?|autorites?|juridictions?|tribuna(?:l|ux)|administrations?|instances?|organes?|commissions?) competente?s?|valeurs? (?:maximales?|minimales?|efficaces?)|(?:ses|leurs?|son|sa|nos|vos) propres?|(?:leurs?|sa|cette|ces|une|les?|la) tenues?(?! (?:mecanique|au|a la))|tenues? :|tenues? (?:d'|de (?:travail|securite|service|protection)|vestimentaires?))(?![a-z])/g;
/** How a thing is to look or to be, which anyone can see: « de teinte uniforme claire », « les huiles doivent être limpides ». */
const SEEN = [
  '(?<=(?:teinte|couleur|coloris|nuance|robe|chair|mie|verre|vernis|bois|chene|hetre|erable|gris|bleu|vert|brun|beige|marron|rose|blond)s? (?:[a-z]+ ){0,3})claire?s?',
  '(?<=(?:huile|eau|vin|jus|bouillon|sirop|miel|vinaigre|gelee|liquide|solution aqueuse|effluent|cidre|biere)(?:x|s)? (?:[^.;:]{0,70} )?)(?:limpide|claire?)s?',
  '(?<=(?:inox|acier|beton|laiton|marbre|granit|pierre|metal|chrome|verre|surface)s? (?:[^.;:]{0,40} )?)polie?s?',
  '(?<=(?:volaille|poulet|animal|animaux|poule|dinde|canard|porc|boeuf|veau|agneau|bovin|ovin|poisson|lapin)s? (?:[^.;:]{0,50} )?)elevee?s?',
  '(?<=(?:passages?|etats?|travaux|essais?|charges?|vehicules?|poids) )(?:solide|pratique|dynamique|leger)e?s?',
  '(?<=(?:signal|signaux|panneaux?|flux|voyants?|enseignes?|points?|sources?|efficacite|indicateurs?|affichages?|rubans?|balisages?|bornes?) )lumineu(?:x|ses?)',
];
/** « Pouvoir être adaptée à la lumière », « adapté à la tension », « adaptée à chaque site », « évolutive selon l'avancement »: set, sized or changed, and no praise. */
const CHANGED = [
  "(?<=(?:pouvoir|puiss[a-z]+|peu(?:t|vent)|pourr[a-z]+) (?:s'|etre )(?:[a-z]+ment )?)adaptee?s?",
  'adaptee?s?(?= (?:a chaque|a chacune?|au cas par cas)(?![a-z]))',
  "adaptee?s?(?= (?:a|au|aux) ?(?:la |l'|les |leurs? |sa |son )?(?:valeur|tension|intensite|charge|puissance|debit|pression|dimension|diametre|epaisseur|poids|section|taille|courant|temperature|format|longueur|largeur|hauteur|voltage|gabarit|profondeur|surface)s?(?![a-z]))",
  "evoluti(?:f|ve)s?(?= (?:selon|suivant|en fonction|au fur et a mesure|au gre|avec l')(?![a-z]))",
];
/** « Plan d'assurance qualité », « une démarche de qualité »: what it is called. */
const NAMED = [
  '(?<=(?:assurance|plan|politique|charte|responsable|referent|controle|audit|pilote|manuel|certification)s? )qualite',
  '(?<=(?:demarche|management|politique|referentiel|directeur|responsable)s? )(?:de (?:la )?)?qualite',
];
const WITHOUT_PRAISE = new RegExp(
  `${OTHER_SENSE.source}|(?<![a-z])(?:${[...SEEN, ...CHANGED, ...NAMED].join('|')})(?![a-z])`,
  'g',
);
/** True where a word that is vague elsewhere has such a sense. */
export const isOfOtherSense = (folded: string): boolean => inThatSense(folded) !== folded;
/** A text without them, each word at its place. */
const inThatSense = (folded: string): string => folded.replace(WITHOUT_PRAISE, (text) => ' '.repeat(text.length));
/** The vague words of a text, whatever they qualify; empty when it has none. */
export const vagueWordsIn = (folded: string): Vague[] => findAll(inThatSense(folded), VAGUE_WORD).map(vague);

/** More than this is a page without full stops, not a requirement. */
const LONGEST = 420;

/**
 * The vague words by which alone the text is qualified; empty when there are none, or when something that can be
 * checked stands beside them. Numbers and other measures are not looked at here.
 */
export function vagueIn(text: string): Vague[] {
  if (text.length > LONGEST || has(text, LEGAL)) return [];
  const folded = inThatSense(text);
  const predicate = find(folded, PREDICATE);
  const rest = predicate?.groups.rest ?? '';
  if (predicate && isOnlyVague(rest)) {
    const start = predicate.to - rest.length;
    return findAll(folded, new RegExp(`(?<![a-z])(?:${LOCUTION}|${ADJECTIVE})(?![a-z])`))
      .filter((m) => m.from >= start)
      .map(vague)
      .concat(vague({ ...predicate, from: start, text: rest }))
      .slice(0, 6);
  }
  const asked = find(folded, ASKED);
  const wanted = asked && isOnlyVague(asked.groups.rest ?? '') ? asked : find(folded, EXPECTED);
  if (wanted) return [vague(wanted)];
  const object = find(folded, OBJECT);
  if (object) return [vague(object)];
  const adverbs = findAll(folded, ADVERB).filter((m) => !/\d ?[a-z%]* $/.test(before(folded, m.from, 16)));
  const last = adverbs[adverbs.length - 1];
  if (!last) return [];
  const beside = folded.slice(last.to).split(/,| (?=et )/);
  return beside.slice(1).some((part) => CHECKABLE_QUALITY.test(part.trim())) ? [] : adverbs.map(vague);
}

const CHECKABLE_QUALITY =
  /^(?:et )?(?:conforme|exempt|en (?:acier|bois|beton|pvc|verre)|de couleur|de teinte|compatible|etanche|certifi)/;

/** What says nothing of something that is done, whatever it is. */
const OF_SERVICE = oneOf(words.services.flatMap((w) => (w.startsWith('de ') ? [w] : forms(w))));
/** Something that is done, and no thing: « la résolution rapide des incidents », « des rapports réguliers ». */
const DEED =
  '(?!(?:solution|application|installation|station|section|version|dimension|option|condition|question|position|mention|equipement|batiment|document|element|vetement|revetement|instrument|logement|aliment|emplacement|appartement|image|page|etage|message|garage|village)s?(?![a-z]))(?:[a-z]{3,}(?:tions?|sions?|ments?|ages?)|suivis?|mises? (?:a jour|en (?:oeuvre|place|service|relation))|prises? en (?:charge|compte)|reponses?|retours?|echanges?|maintenance|assistance|reportings?|visites?|comptes[ -]rendus?|rapports?|bilans?|reunions?|veille)';
/** « Adapté aux locaux », « suffisant pour dix postes » say to what. */
const NO_MORE =
  '(?![a-z])(?<!(?:adapte|approprie|adequat|suffisant)e?s?(?= (?:(?:a|au|aux)(?![a-z])|pour (?![a-z]+(?:er|ir|re) ))))';
const DEED_QUALIFIED = new RegExp(
  `(?<![a-z])(?:les?|la|l'|des|une?|leurs?|ses) ?${DEED}(?: (?:de la|de l'|de|du|des|d') ?[a-z'-]+)? ${DEGREE}(?:${OF_SERVICE})${NO_MORE}`,
);
const OWES =
  "(?:doit|doivent|devra|devront|s'engage(?:nt)? a|(?:est|sont|sera|seront) tenue?s? (?:de|d')|(?:veille|veillera) a|(?:est|sera) chargee? (?:de|d')|se doit (?:de|d'))";
/** « Devra mobiliser les outils et ressources adaptés »: what a duty bears on, right after it. */
const DUTY = new RegExp(
  `(?<![a-z])${OWES} ?(?:[a-z]+ment )?[a-z'-]+(?:er|ir|re)(?: en (?:oeuvre|place))? (?:les?|la|l'|des|une?|tou[a-z]+ (?:les|ses)|ses|leurs?) ?[a-z'-]+(?: et [a-z'-]+)? ${DEGREE}(?:${OF_SERVICE})${NO_MORE}`,
);
const CARE = oneOf(words.soins);
/** « Avec la plus grande diligence », « avec le soin voulu ». */
const CAREFULLY = new RegExp(
  `(?<![a-z])avec (?:(?:toute? (?:la |le )?|(?:la |le |une? )?(?:plus )?(?:tres )?(?:grande?|haute?|extreme|particuliere?|meilleure?) )${CARE}|(?:la |le |l'|toute la |tout le )?${CARE} (?:que|qu'[a-z]+|requise?s?|necessaires?|voulue?s?|qui s'impose|attendue?s?)|diligence|celerite|professionnalisme|plaisir|aisance|facilite|elegance|agrement)(?![a-z])`,
);
/** « Une attention particulière est attendue sur le graphisme »: what is looked for there is not said. */
const HEED =
  /(?<![a-z])attention (?:toute )?particuliere (?:(?:est|sera) )?(?:attendue?|exigee?|requise|demandee?|portee?|apportee?)(?![a-z])/;
/** « De manière simple et rapide », « la plus universelle possible », « aussi discret que possible ». */
const MANNER = new RegExp(
  `(?<![a-z])(?:(?:de (?:maniere|facon)|d'une (?:maniere|facon)) ${DEGREE}(?:${ADJECTIVE})(?: (?:et|ou) ${DEGREE}(?:${ADJECTIVE}))?|(?:le|la|les) (?:plus [a-z-]+|meilleure?s?|moindres?) possibles?|(?:dans|avec|d'|employer|adopter|garder|conserver) ?une? (?:[a-z]+ )?(?:style|langue|langage|ton|esprit|etat|cadre|ambiance|abord|acces|maniement|usage|emploi|aspect|presentation|allure|tenue) ${DEGREE}(?:${ADJECTIVE})|aussi [a-z-]+ que possible|du mieux possible|un maximum (?:de |d')[a-z'-]+|dans (?:les meilleures|de bonnes) conditions(?! d)|suffisamment (?!de |d')[a-z-]+)(?![a-z])`,
);
/** « Font preuve de patience », « avec un certain entrain », « avec goût »: what persons are to be, which no one weighs. */
const SHOWS = new RegExp(
  `(?<![a-z])(?:fai(?:t|re|sant)|fera|feront|font|feraient) (?:[a-z]+ )?preuve (?:de la |de l'|de |d')(?:une? )?[a-z-]{3,}|avec (?:beaucoup (?:de |d')|un certain |une certaine )?(?:${oneOf(words.vertus)})(?![a-z])`,
);
/** « Prend toutes dispositions pour atténuer le bruit »: how far is not said. */
const ALL_STEPS =
  /(?<![a-z])tou(?:te|tes|s) (?:les )?(?:mesure|disposition|precaution|moyen)s? (?:[a-z]+ )?(?:pour|afin de|en vue de|propres? a|visant a|de nature a) (?:limiter|reduire|minimiser|attenuer|diminuer|amoindrir) (?:au (?:mieux|maximum) )?(?:les? |la |l'|tout )?(?:poussiere|bruit|nuisance|gene|vibration|odeur|desagrement|inconfort|derangement|consommation)s?/;
/** Why something is done is not how. */
const WHY =
  /(?<![a-z])(?:afin (?:d|qu)|pour (?:ne pas |l'|les? |la |s'|se |y |en )?[a-z]+(?:er|ir|re)(?![a-z])|permettant|en vue d|de (?:maniere|facon|sorte) (?:a|qu))/;
/** « Afin de lutter contre le brouillage, le système… »: before what is done. */
const WHY_FIRST = /^[^a-z]*(?:afin d|pour|en vue d)[^.;:,]*, /;
/** « Être maintenu simplement »; « simplement signalé » and « simplement par courriel » are no praise. */
const SIMPLY =
  /(?<=(?<![a-z])(?:etre|se|s') ?(?:maint|utilis|administr|exploit|configur|parametr|install|desinstall|demont|mont|nettoy|entret|modifi|deploy|manipul|transport|repar|retir|regl|remplac|prend en main|mis a jour|mis en oeuvre)[a-z]* )simplement(?! (?:de|d'|pour|par (?:mail|courriel|lettre)))/;
/** « Des données faciles à approvisionner », whatever is to be done with them. */
const EASY =
  /(?<![a-z])(?:faciles?|aisee?s?|simples?|commodes?) (?:a |d')(?:[a-z]{2,}(?:er|ir|re)|entretien|utilisation|usage|emploi|acces|nettoyage|maintenance)(?![a-z])/;
/** « Conçues dans une logique d'accessibilité et d'ergonomie »: a quality to have in mind. */
const IN_MIND =
  /(?<![a-z])(?:dans une? (?:logique|optique|recherche|souci|esprit)|avec (?:un|le) souci) (?:constant |permanent )?(?:d'|de )(?:[^.;:]{0,70} (?:d'|de ))?(?:ergonomie|simplicite|lisibilite|fluidite|convivialite|souplesse|facilite|fiabilite|robustesse|performance|efficacite|confort|rapidite)(?![a-z])/;
/** A step of a contract, « vérification de service régulier », and words of the law on data, « mesures techniques appropriées »: no quality. */
const OF_LAW = fr`mesures? (?:[a-z']+ ){0,4}(?:appropriée?s?|adéquate?s?|adaptée?s?|suffisante?s?)|(?:vérification|étape|période|constat) (?:de|du) service régulier|service régulier`;

/** « Informer réguliè- rement »: the mark of a word that the end of a printed line cut. */
const CUT = /(?<=[a-z]{2})- ?(?=[a-z]{2})/g;

/** The vague words by which alone a duty is qualified, whatever it is to do; empty when there are none. */
export function vagueDuty(folded: string): Vague[] {
  const found = dutyIn(folded);
  const cuts = found.length > 0 ? [] : findAll(folded, CUT);
  if (cuts.length === 0) return found;
  const place = (at: number) => cuts.reduce((to, cut) => (cut.from < to ? to + cut.to - cut.from : to), at);
  return dutyIn(folded.replace(CUT, '')).map((v) => ({ ...v, from: place(v.from), to: place(v.to) }));
}

function dutyIn(folded: string): Vague[] {
  const known = vagueIn(folded);
  if (known.length > 0 || folded.length > LONGEST || has(folded, LEGAL) || has(folded, OF_LAW)) return known;
  const said = folded.replace(WHY_FIRST, (why) => ' '.repeat(why.length));
  const done = said.slice(0, find(said, WHY)?.from);
  const found =
    find(folded, DUTY) ??
    find(done, DEED_QUALIFIED) ??
    find(folded, CAREFULLY) ??
    find(folded, MANNER) ??
    find(folded, HEED) ??
    find(folded, SIMPLY) ??
    find(folded, IN_MIND) ??
    find(done, EASY) ??
    find(folded, SHOWS) ??
    find(folded, ALL_STEPS);
  return found ? [vague(found)] : [];
}

/** True when a bare label or cell is but a vague quality: « Interface conviviale », « Grande robustesse ». */
export const isVagueLabel = (folded: string): boolean =>
  new RegExp(`^ ?(?:[a-z'-]+ ){0,4}${DEGREE}(?:${ADJECTIVE}|${LOCUTION})(?: et ${DEGREE}${ADJECTIVE})? ?\\.?$`).test(
    folded,
  ) ||
  new RegExp(`^ ?(?:une? |la |le )?${GOOD_QUALITY}(?: [a-z'-]+){0,4} ?\\.?$`).test(folded) ||
  isOnlyVague(folded.replace(/^.{0,60}? (?:est|sont) /, ''));

const QUALIFIED = `${DEGREE}(?:${LOCUTION}|${ADJECTIVE}|(?:faciles?|simples?) (?:a|d') ?[a-z]+)`;
const QUALITIES = new RegExp(`^${QUALIFIED}$`);
const QUALIFIED_THING = new RegExp(
  `^(?:une? |des |la |les? |l'|d'une? |de )?(?:(?:[a-z'-]+ ){0,3}?${QUALIFIED}|${GOOD_QUALITY}(?: (?:de|du|des|d'|de la|de l') ?[a-z'-]+){0,2})$`,
);
/** True when a text says a vague quality and nothing else: « interface intuitive et moderne », « une bonne ergonomie ». */
export function isVagueAlone(folded: string): boolean {
  const [first = '', ...others] = folded.split(/,| et /).map((part) => part.trim());
  return QUALIFIED_THING.test(first) && others.every((part) => QUALITIES.test(part)) && !has(folded, LEGAL);
}

/** What any vague statement holds. */
export const VAGUE_WORD = new RegExp(
  `(?<![a-z])(?:${LOCUTION}|${ADJECTIVE}|${QUALITY}|facilement|aisement|rapidement|simplement|${oneOf(words.adverbes)})(?![a-z])`,
);
