import type { Row, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';
import { isSure, saying, withHeard } from '../commun/index.ts';

/** A legal form that the buyer imposes on groups of undertakings. */
export interface FormeImposee {
  /** To tender, or once the contract is awarded. */
  readonly stade: 'offre' | 'attribution';
  /** A reason is written with it. */
  readonly motif: boolean;
  readonly at: Span;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

const GROUP = fr`groupements?|cotraitan[a-z]+|co-traitan[a-z]+|groupes d'entreprises|(?:entreprises|societes|operateurs|candidats|concurrents) (?:[a-z]+ ){0,3}?(?:s'unissent|s'associent|s'allient|se groupent|se regroupent|se reunissent)|membres du groupement|(?:plusieurs )?entreprises (?:groupees|reunies|associees)|plusieurs (?:entreprises|societes|operateurs|candidats)|(?:celles|ceux) qui (?:s'unissent|s'associent|s'allient|se groupent|se regroupent|se reunissent)`;
const FORM = fr`pour le tout|solidaires?|conjointe?s?|solidarite`;
const JOINT = 'conjointe?s?';
const JOINTLY = 'solidaires?';
const BETWEEN = "(?:soit )?(?:(?!doi|devr|ser[ao]|exig|impos|transform)[a-z']+ ){0,7}?";
const OR = `[ ,;()-]*(?:(?:et/ou|et|ou|comme|soit|/) ?${BETWEEN}|(?<=,) ?(?:en )?(?:groupements? )?)`;
/** Forms named beside each other, whatever undertakings they are of: « …s solidaires, soit des entreprises groupées conjointes ». */
const BOTH = fr`(?:${JOINT}${OR}${JOINTLY}|${JOINTLY}${OR}${JOINT})|soit (?:[a-z]+ ){0,4}(?:solidaire|conjoint)[a-z]* ?,? (?:soit|ou)(?: ${BETWEEN}(?:${JOINT}|${JOINTLY}))?`;
/** Words by which a form is made compulsory. */
const IMPOSED = fr`doi(?:t|vent)|devr(?:a|ont)|obligatoire(?:ment)?|impose[a-z]*|exige[a-z]*|requis(?:e|es)?|imperative[a-z]*|contraint[a-z]*|tenue?s? de|uniquement|exclusivement|seule?s? (?:les )?(?:[a-z]+ ){0,3}(?:est|sont|sera|seront|peuvent|pourront|sous|la forme)|seule?s? (?:les |la |le )?(?:groupements?|forme)|ne (?:peu(?:t|vent)|pourr(?:a|ont)|sont|seront) (?:[a-z]+ ){0,4}(?:que|qu'(?:en|a)?)|n'est (?:admis|accepte|autorise)e? que|prend(?:ra|ront|re)? (?:la|obligatoirement|necessairement)|prennent la|adopte(?:nt|ra|ront|r)?|revet(?:ent|ir|ira|iront)?|aur(?:a|ont) (?:obligatoirement )?la forme|se (?:transforme|constitue)[a-z]*|sera|seront|transformation|se (?:fait|font|fera) (?:sous|en)`;
/** « Les entreprises qui se groupent remettent leur offre sous la forme d'un groupement solidaire. » */
const TENDERS = fr`(?:remett(?:ent|ront)|(?:se )?presente(?:nt|ront)|depose(?:nt|ront)|repond(?:ent|ront)|soumissionne(?:nt|ront)|candidate(?:nt|ront)|concour(?:ent|ront)) (?:[a-z']+ ){0,9}?(?:sous (?:la )?forme (?:d'un groupement |de groupements? )?|en (?:tant que )?groupements? )solidaires?`;
const WHO = fr`(?:qui|que|lorsqu'(?:elle|il)s?|lorsque|s'(?:elle|il)s?|si|quand|ou|des lors) (?:[a-z']+ ){0,5}$`;
/** « … le font en s'obligeant chacune pour le tout » */
const PLEDGED = fr`(?:le font|le feront|repondent|repondront|se presentent|candidatent|soumissionnent) (?:toujours )?en (?:s'obligeant|s'engageant|etant tenue?s) (?:chacune? |toutes |tous )?(?:pour le tout|solidairement)`;
/** « chacune s'oblige pour le tout » */
const OBLIGED = fr`(?:s'oblige|s'engage|repond)(?:nt|ra|ront)? (?:[a-z]+ )?(?:pour le tout|solidairement)`;
/** « Ses membres deviennent solidaires », « les cotraitants répondent solidairement »: of those who won, all are bound. */
const BOUND = fr`(?:membres?|cotraitants?|entreprises?|groupements?|chacune?|ils|elles|il)(?: (?!mandataire|conjoint)[a-z']+){0,5} (?:(?:devien(?:t|nent)|deviendr(?:a|ont)) solidaires?|(?:(?:est|sont|sera|seront) (?:tenue?s?|engagée?s?|obligée?s?|responsables?)|s'(?:oblige|engage)(?:nt|ra|ront)?|répond(?:ent|ra|ront)?) (?:alors |ensuite |tous |toutes )?solidairement)`;
const ELSE_OUT = fr`sinon|à défaut|sous peine|à peine|faute de quoi|sans quoi`;
const ONLY_SO = fr`aucune autre (?:sorte|forme|espece)(?: (?:de |d')[a-z]+)? n'est (?:recue|admise|acceptee|autorisee|permise|possible)|a l'exclusion de toute autre forme`;
/** What the groups do, and not which of them a condition or a relative is about. */
const tendersSo = (words: string): boolean => {
  const said = find(words, TENDERS);
  return said !== undefined && !has(words.slice(0, said.from).replace(GROUPED, ' ; '), WHO);
};
const GROUPED = fr`qui (?:se groupent|se regroupent|repondent ensemble|s'associent|souhaitent (?:se grouper|repondre ensemble))`;
/** « Les groupements conjoints ne sont pas admis. » */
const ADMITTED = '(?:admis|accept|autoris|retenu)[a-z]*';
const REFUSED =
  '(?:(?:pas |point |plus |ni |jamais )(?:[a-z]+ )?(?:admis|accept|autoris|permis|possible|recevable|envisag|retenu|prevu|souhait)[a-z]*)';
const FORBIDDEN = fr`(?:solidaires?|conjointe?s?)(?: [a-z',-]+){0,6} (?:ne (?:sera|seront|sont) ${REFUSED}|ne (?:peu(?:t|vent)|pourr(?:a|ont)) (?:pas|ni) (?:etre ${ADMITTED}|[a-z' ]{0,12}(?:presenter|candidater|concourir|repondre|soumissionner|participer|postuler))|n'est (?:${REFUSED}|pas une forme ${ADMITTED})|est (?:exclu|interdit|refuse|irrecevable)[a-z]*|sont (?:exclu|interdit|refuse|irrecevable)[a-z]*|sera (?:exclu|rejete|ecarte|elimine)[a-z]*|seront (?:exclu|rejete|ecarte|elimine)[a-z]*)|aucun groupement (?:solidaire|conjoint) n`;
/** What a member may not do says nothing of the form of its group. */
const MEMBERS =
  /(?<![a-z])(?:membres?|mandataires?|operateurs?(?: economiques?)?|entreprises?|co-?traitants?|candidats?) (?:[a-z]+ )?(?:du |d'un |d'une |des |de ce |de )(?:meme )?groupements? (?:conjoint|solidaire)s?/g;
const LABEL = fr`forme (?:juridique )?(?:imposee|exigee|obligatoire|requise) ?(?:[a-z ,']{0,60})?(?::|est|sera|=)`;
const FREE = fr`n'(?:a|ont|aura) (?:pas|plus|point) (?:cours|lieu d'être|d'objet)|n'est (?:pas|plus) de mise|(?:aucune?|pas de) (?:forme|exigence)[a-z' ]*|n'(?:impose|exige|est (?:pas )?(?:impose|exige|obligatoire|requis))[a-z]*|ne (?:sont|seront|sera|peut|peuvent|pourra|saurait) (?:pas |etre )*(?:impose|exige|contraint|obliger|exiger|imposer|tenu|oblige|obligatoire)[a-z]*|au choix|de (?:son|leur) choix|libre(?:ment|s)?|quelle que soit|pas (?:impose|exige|obligatoire|oblige)[a-z]*|ni (?:conjoint|solidaire)[a-z]*|sans forme|sans qu[e'][^.;:]{0,60} (?:soit|soient)(?: leur| lui)? (?:prescri|impos|exig|demand|requis)[a-z]*|indifferemment|peu importe|qu'(?:il|elle|ils) (?:soit|soient)`;
/** What « solidaire » means, or the mandataire's own liability: nobody's form is imposed. */
const DEFINED = fr`(?:groupement|il|celui-ci) est (?:dit )?(?:conjoint|solidaire) (?:lorsque|quand|si)|lorsque (?:chacun|chaque|le groupement)|on entend par`;
const DEFINITION = fr`${DEFINED.source}|engagee? (?:financierement )?pour la totalite|responsabilite solidaire|solidairement|entrepreneurs? groupes? solidaires? (?:est|s'entend)`;
/** What such a group is made of. */
const DESCRIBES = fr`groupements? (?:conjoint|solidaire)s? (?:réuni|compren|est (?:composé|formé|constitué))[a-z]*`;
const OF_GROUP =
  '(?: (?:(?:de )?(?:chacun|tous|les|des|autres|membres|d[eu]s?) ){0,5}(?:du|de ce) groupement(?: conjoint)?)?';
const MANDATAIRE = fr`(?:(?:avec|dont|a) (?:un |le |son )?)?(?:mandataire(?: [a-z',-]+){0,12}? (?:est|sera|soit|doit etre|devra etre|est donc|etant)? ?(?:obligatoirement |necessairement )?solidaire[a-z]*${OF_GROUP}|solidaire du mandataire|solidarite du mandataire|mandataire solidaire${OF_GROUP})`;
const WISH = fr`souhaite[a-z]*|souhait|preference|prefere[a-z]*|recommande[a-z]*|conseille[a-z]*|(?<!ne )peu(?:t|vent) (?:se presenter|se porter|candidater|concourir|repondre|prendre|etre|opter)|(?<!ne )pourr(?:a|ont) (?:se presenter|se porter|candidater|concourir|repondre|prendre|opter|etre (?:celle|conjoint|solidaire)[a-z]*)|facult[a-z]+|cas echeant`;
const AWARD = fr`attribution|(?:marché|contrat|accord-cadre|lot)s? (?:lui |leur )?(?:revien(?:t|nent|dra|drait)|échoi(?:t|ent)|(?:est|sera|soit) (?:confié|dévolu))|(?:remport|emport|obtien|gagn)[a-z]* (?:le |l'|la |un )(?:marché|contrat|accord-cadre|lot|consultation)|attribue[a-z]*|attributaires?|titulaires?|retenue?s?|laureate?s?|avant (?:la )?signature|notification|transform[a-z]+|au stade de l'execution|pour l'execution|apres (?:le choix|designation)|devenu`;
const REASON = fr`necessaire[a-z]* (?:a|au|pour|par)|bonne execution|en raison d[eu]s?|afin (?:de|d'|que)|parce qu[e']|car|des lors qu[e']|puisqu[e']|justifi[a-z]+|eu egard|compte[- ]tenu|au motif|pour (?:assurer|garantir|permettre)|dans la mesure ou|la nature des prestations|imbrication|indissociab[a-z]+|etant donne|au (?:regard|vu) d[eu]s?|du fait d[eu]s?|motiv[a-z]+|s'expliqu[a-z]+|tien(?:t|nent) (?:a|au)|dicte[a-z]* par|intrication|interdependan[a-z]+|(?:l'|le |la )(?:exigeant|imposant|justifiant|commandant)|(?:l'|le |la )rendant (?:necessaire|indispensable)|(?:tient|tenant) (?:a|au|aux)`;
/** « En cas de groupement conjoint, … », « si le candidat se présente sous la forme d'un groupement conjoint, … »: what follows is not the form. */
const CONDITION = fr`(?:en cas de|pour (?:un|les|chaque)|dans un|au sein d'un|le mandataire (?:du|d'un)|(?:chaque|tout|les|aux?) (?:membres?|co-?traitants?|entreprises?) (?:du|d'un|des)) groupements? (?:est )?(?:conjoint|solidaire)[a-z]*|(?:en cas|dans (?:le cas|l'hypothese|le cadre (?:de la constitution )?(?=d'un groupement))|(?:se presentant|repondant) (?=en|sous)|si|s'(?:ils?|elles?)|lorsque|lorsqu') ?(?:(?!doi|devr|sera|seront|pren|revet|impos|exig|autre|differ|pas )[a-z'()]+ ){0,14}?(?:(?:forme|equipe) |(?:groupements?|groupees?) (?:[a-z']+ ){0,3}?)(?:conjoint|solidaire)[a-z]*`;
/** « …, ils devront modifier la forme de leur groupement »: what a condition names is what they shall leave. */
const CHANGED = fr`transform[a-z]+|(?:modifi|chang)[a-z]+ (?:de |la |leur |sa )?forme`;
/** A guarantee, and no group. */
const GUARANTEE = fr`caution(?:nement)?s? (?:[a-z]+ ){0,3}solidaires?`;
const ASKS = fr`precis(?:er|e|era|eront|ent|ee)|indiqu(?:er|e|era|eront|ent|ee)|mentionn(?:er|e|era|eront|ent|ee)|sign(?:er|e|era|eront|ent|ee?s?)|compte unique|paiement`;
const every = (pattern: RegExp) => new RegExp(pattern.source, 'g');
const CHOICES = /[☐☑☒□]|\[ ?x? ?\]/;

/** « Quelle que soit la forme sous laquelle il a remis son offre, le groupement retenu devra… »: it was free, and is so no more. */
const AS_IT_BID =
  /quelle que soit (?:la|sa|leur) forme [^,;]{0,80}(?:offre|depose|presente|candidature|soumissionne)[^,;]{0,20},(?= [^.;]{0,60}(?:retenu|attributaire|titulaire|tenu|devra|doit|adopte))/g;

const NOT_FORBIDDEN = fr`ne (?:sera|seront) pas (?:impos|exig|exclu|ecart|rejet|elimin)[a-z]*|n'est pas (?:impos|exig|exclu|obligatoire)[a-z]*|ne sont pas (?:impos|exig|exclu|obligatoire)[a-z]*`;
const read = (phrase: Phrase): true | undefined => {
  if (bindsWinner(phrase)) return true;
  if (!phrase.has(FORM) || phrase.has(DEFINITION) || CHOICES.test(phrase.folded)) return undefined;
  const forbidden =
    phrase.has(FORBIDDEN) &&
    !phrase.has(NOT_FORBIDDEN) &&
    has(phrase.folded.replace(MEMBERS, ' ').replace(every(GUARANTEE), ' '), FORBIDDEN);
  const imposed =
    forbidden ||
    (!has(phrase.folded.replace(AS_IT_BID, ' '), FREE) &&
      (phrase.has(LABEL) || phrase.has(ONLY_SO) || parts(phrase.folded).some(isImposed)));
  return imposed ? true : undefined;
};

/** Of one member, or of a group of the other kind. */
const ONE_MEMBER = fr`mandataire|si (?:le|un) groupement`;
/** « Une fois le marché attribué, les membres répondent solidairement de son exécution. » */
const bindsWinner = (phrase: Phrase): boolean =>
  phrase.has(BOUND) &&
  phrase.has(AWARD) &&
  !CHOICES.test(phrase.folded) &&
  ![CONDITION, DEFINED, ONE_MEMBER, BOTH, ASKS, WISH].some((other) => phrase.has(other));

const parts = (folded: string): string[] => clauses(folded).map(({ from, to }) => folded.slice(from, to));

/** What is said of the form itself: without guarantees, the mandataire's own solidarity, forms that are both open, conditions. */
const ofForm = (words: string): string =>
  [GUARANTEE, MANDATAIRE, BOTH, ...(has(words, CHANGED) ? [] : [CONDITION])].reduce(
    (rest, aside) => rest.replace(every(aside), ' '),
    words,
  );

/** A clause that makes a form compulsory. */
const isImposed = (words: string): boolean => {
  const rest = ofForm(words);
  if (!has(rest, FORM) || has(rest, NOT_FORBIDDEN) || has(rest, WISH) || has(rest, ASKS)) return false;
  return has(rest, IMPOSED) || has(rest, PLEDGED) || (has(rest, OBLIGED) && has(words, ELSE_OUT)) || tendersSo(rest);
};

const TABLE_LABEL = fr`formes? (?:juridique )?(?:du|des|de) groupements?|groupements?`;
const bare = /^(?:groupement )?(?:obligatoirement )?(?:solidaire|conjoint(?: avec mandataire solidaire)?)[ .;]*$/;

const AFTER_AWARD = fr`attributaire|apres attribution|titulaire`;
const THIS_FORM = fr`cela|cette (?:exigence|forme|solidarite|obligation|transformation)|ce choix|elle|forme|solidarite|solidaire`;
/** « Cette exigence tient à… »: the reason of what the sentence before imposes. */
const isReason = (sentence: Sentence): boolean =>
  sentence.previous?.has(FORM) === true && TAKES_UP.test(sentence.folded) && sentence.has(REASON);
const TAKES_UP = /^(?:cette (?:exigence|forme|solidarite|obligation)|ce choix)(?![a-z])/;
/** Groups of undertakings are named in a sentence, beside it or above it. */
const isOnGroups = ({ passage }: Sentence): boolean =>
  has(passage.section.chain.map((s) => s.title).join(' ; '), GROUP) ||
  passage.lead?.has(GROUP) === true ||
  passage.rowLabel?.has(GROUP) === true ||
  passage.sentences.some((s) => s.has(GROUP));

/** « Le marché est conclu avec une entreprise unique ou un groupement d'entreprises »: who may tender, and no form. */
const ALONE_OR_GROUPED = fr`(?:candidats?|entreprises?|prestataires?|titulaires?|opérateurs?|cabinets?|unique|seule?|individuel(?:le)?|isolée?|générale)(?: [a-z]+)?,? (?:ou|soit) (?:[a-z']+ ){0,4}(?:groupements?|groupées?)`;

/** « … de telle façon que chacun réponde de la totalité »: how each is bound, without the word. */
const EACH = fr`chacune?|totalité`;

/** The choice stays open, the words are but defined, or the mandataire alone is meant. */
const isLeftFree = (sentence: Sentence, sure: boolean): boolean => {
  return (
    CHOICES.test(sentence.folded) ||
    [WISH, FREE, NOT_FORBIDDEN].some((pattern) => sentence.has(pattern)) ||
    sentence.has(DESCRIBES) ||
    (sentence.has(ALONE_OR_GROUPED) && !sentence.has(FORM)) ||
    ((!sure || sentence.passage.cell || !(sentence.has(FORM) || sentence.has(EACH))) && !isOnGroups(sentence)) ||
    (!sure && (sentence.has(DEFINITION) || sentence.has(ASKS))) ||
    (sentence.has(FORM) && !has(ofForm(sentence.folded), FORM))
  );
};

/** « … solidaire : la défaillance d'un seul … », « …, la continuité exigeant que … »: more is said than the form. */
const GOES_ON = /[:;] ?(?:[a-z']+ ){3}|, (?:l[ea] |l'|les |son |sa |chaque |tout )[^,]*[a-z]ant(?![a-z])/;

const EXPLAINED =
  /(?:solidaires?|conjointe?s?|pour le tout)[a-z ]{0,30}: (?![^:]*(?:solidaire|conjoint))(?:[a-z0-9',"-]+ ){5}/;
const GIVES_REASON = /^[^a-z]*(?:raison|motif|explication|pourquoi|la raison|le motif)(?![a-z])/;

/** What a sentence that imposes a form says of it. */
function formeIn(piece: Piece, sentence: Sentence, doubt: Doubt): FormeImposee {
  const { next, previous, section } = sentence;
  const titles = section.chain.map((s) => s.title).join(' ; ');
  // The words that impose a form are near those that give its reason: a reason stands beside them.
  const heard = new Set(
    saying(piece, 'candidature/motif-de-forme')
      .filter((one) => one.surety === 'sure' && (!one.sentence.has(FORM) || GOES_ON.test(one.sentence.folded)))
      .map((one) => one.sentence),
  );
  // « … solidaire : un seul répondant est tenu de réparer. », « Raison : le toit est ouvert. »
  const told = EXPLAINED.test(sentence.folded) || (next !== undefined && GIVES_REASON.test(next.folded));
  const explains = (s: Sentence | undefined) =>
    s !== undefined && (heard.has(s) || (s.has(REASON) && s.has(THIS_FORM)));
  return {
    stade: sentence.has(AWARD) || has(titles, AFTER_AWARD) ? 'attribution' : 'offre',
    motif: told || sentence.has(REASON) || heard.has(sentence) || explains(next) || explains(previous),
    at: sentence.span,
    sentence,
    doubt,
  };
}

/** « Forme du groupement | solidaire » */
function formeInRow({ cells: [label, value] }: Row): readonly FormeImposee[] {
  const sentence = value?.sentences[0];
  if (!label?.has(TABLE_LABEL) || !sentence || !bare.test(value.folded)) return [];
  return [{ stade: label.has(AWARD) ? 'attribution' : 'offre', motif: false, at: value.span, sentence }];
}

/** The forms imposed on groups, in order. */
export const groupement = defineFact<readonly FormeImposee[]>({
  id: 'groupement',
  title: 'Forme imposée aux groupements',
  read(piece: Piece) {
    const out: FormeImposee[] = [];
    for (const { sentence } of piece.draft.collect(read)) {
      const { passage } = sentence;
      if (passage.isTitle) continue;
      if (!isOnGroups(sentence) || isReason(sentence)) continue;
      out.push(formeIn(piece, sentence, undefined));
    }
    out.push(...piece.draft.tables.flatMap(({ rows }) => rows.flatMap(formeInRow)));
    return withHeard(piece, 'candidature/forme-imposee', out, (sentence, doubt) =>
      sentence.passage.cell?.column === 0 || isReason(sentence) || isLeftFree(sentence, isSure(doubt))
        ? undefined
        : formeIn(piece, sentence, doubt),
    );
  },
  show: (formes) =>
    formes.length > 0
      ? formes.map(({ stade, motif, sentence }) => ({ stade, motif, texte: sentence.text }))
      : undefined,
});
