import type { Row, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { isRowLabel } from '../commun/index.ts';
import { denied } from './negociation-interdits.ts';
import { NEGO } from './negociation-lieux.ts';

/** What words decide of a negotiation; undefined where they decide nothing. */
export type Stance = 'prevue' | 'exclue' | undefined;

/** A place that foresees a negotiation. */
export interface Prevue {
  readonly at: Span;
  readonly sentence: Sentence;
  readonly certaine: boolean;
  readonly doubt?: Doubt;
}

/** Where a negotiation is foreseen, and where it is excluded. */
export interface Decided {
  readonly found: Prevue[];
  readonly exclues: Span[];
}

/** Words in which « negotiation » decides nothing here. */
const NAME = fr`procedures? (?:formalisees? )?(?:concurrentielles? )?(?:avec|sans) negociations?|(?:marches?|procedures?|accord-cadre) negociee?s?|negociations? (?:collectives?|annuelles?|commerciales?|salariales?|sociales?|internationales?)|gre a gre|prix negocies?|(?:tarifs?|remises?|conditions?) negociee?s?|delegation|droit de negociation`;
export const REGULARISE = fr`regularis[a-z]*|irregulieres?|inacceptables?|inappropriees?|anormalement`;
/** « ceux dont l'offre n'est ni irrégulière ni inacceptable »: with whom one negotiates, and no offer put in order. */
const ADMITTED =
  /(?:n'(?:est|etant)|ne (?:sont|serai(?:t|ent))|ni|non|autres? qu[e']|hors|hormis|sauf|a l'exc(?:lusion|eption)|en dehors)(?: (?:pas|ni|les?|celles|des?|offres?|jugee?s?|declaree?s?|reconnue?s?))* ?(?:anormalement basses?|irregulieres?|inacceptables?|inappropriees?)(?:(?:,| ou| ni| et)(?: (?:ni|ou))? (?:anormalement basses?|irregulieres?|inacceptables?|inappropriees?))*/g;
/** « négocie avec les candidats ayant remis une offre régulière, irrégulière ou inacceptable »: with whom too. */
const ADMITTED_TOO =
  /(?:avec|y compris) (?:[a-z0-9',]+ ){0,6}(?:candidats?|soumissionnaires?|concurrents?|entreprises?|ceux|celles),? (?:[a-z',]+ ){0,8}(?:l'|d')?offres? (?:[a-z',]+ ){0,5}?(?:irregulieres?|inacceptables?)(?:(?:,| ou| et)(?: (?:ou|meme))? (?:irregulieres?|inacceptables?))*/g;
/** « négocier avec les compagnies aériennes »: the work of the contract, and not its award. */
const WITH_OTHERS =
  "(?:charge|capable|capacite|aptitude|mandate|savoir-faire|missionne|responsable)e?s? (?:de|a|pour) (?:[a-z]+ )?negocier|negoci[a-z]* (?:[a-z'-]+ ){0,6}?avec (?:les|des|ses|leurs|ces|chaque) (?:compagnies|hotel[a-z]*|loueurs?|bailleurs?|assureurs?|proprietaires?|riverains?|banques?|usagers?|partenaires sociaux|syndicats|exploitants|transporteurs|distributeurs|fabricants|producteurs|agriculteurs|constructeurs|locataires|creanciers|tiers|concessionnaires|gestionnaires|fournisseurs|etablissements (?:bancaires|de credit))(?! (?:les mieux|classe|ayant|retenu|admis|arriv|candidat))";
/** « formation à la négociation », « le stagiaire pourra négocier »: what is taught, or done by neither buyer nor bidder. */
const TAUGHT =
  "(?:apprend(?:re|ra|ront|s)?|savoir|maitriser|exercent?) (?:[a-z']+ ){0,3}?negoci[a-z]*|(?:formations?|former|stages?|ateliers?|modules?|cours|initiation|sensibilisation) (?:[a-z'-]+ ){0,5}(?:a la|en|de|a) negoci[a-z]*|(?:stagiaires?|apprenants?|eleves?|etudiants?|salaries?|agents?|mediateurs?|negociateurs?) (?:qui )?(?:[a-z]+ )?(?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|s(?:ait|avent|aura|auront)) negocier";
/** « expose la manière dont il négocie ses achats »: what a bidder tells of himself. */
const TOLD_HOW =
  "(?:comment|(?:manieres?|facons?|conditions?|methodes?) (?:dont|selon lesquelles)|par quels moyens) (?:il|elle|ils|elles|vous|on|le candidat|l'entreprise|le soumissionnaire) (?:[a-z']+ ){0,3}?(?:re)?(?:negoci|discut|obt[ie]+n|achet)[a-z]*";
export const LATER = fr`prestations? similaires|avenants?|titulaires?(?! pressenti)|reconduction|renouvellement du marche|en cours d'execution|infructueu[a-z]+|sans suite|ayant negocie|ont negocie|avoir negocie|avai(?:t|ent) ete|pour memoire|precedente?s?|nouvelles? (?:consultation|procedure)s?|proposition financiere negociee|experience|references?|competences?|subsequents?|${WITH_OTHERS}|${TAUGHT}|${TOLD_HOW}`;
/** The buyer may, and is not bound to. */
export const FACULTY = fr`(?:se |nous )(?:reserv|autoris|permett)[a-z]*|libres? d(?:e|')|peu(?:t|vent)|pouvons|pourr(?:a|ont|ait|ons)|facultati(?:f|ve)|eventuel(?:le)?s?|eventuellement|au besoin|susceptibles?|le cas echeant|possibilite|faculte|si (?:elle|il|l'acheteur|la|le)|en tant que de besoin|s'il (?:le|l')|(?:est|sera|reste|demeure|:) possible`;
const RESERVE = fr`(?:attribue[rz]?|reti(?:en|end)[a-z]*|choisi[a-z]*) [^.;]{0,60}offres?[^.;]{0,30} tel(?:le)?s? qu[^.;]{0,24}(?:presente|remise|deposee|recue)e?s?|(?:attribue[rz]?|attribution|retenir|choisir|designer|conclure|signer|notifier) [^.;]{0,90}(?:offres? (?:initiales?|remises?|recues?)|sans (?:(?:[a-z]+ ){0,4}?negoci[a-z]*|y recourir))|(?:offres? initiales?|offres? (?:initialement )?remises?),? sans (?:aucune )?negoci[a-z]*|ne pas (?:[a-z]+ )?(?:negocier|proceder|recourir|engager|mener|mettre en oeuvre|y recourir|en faire usage|donner suite|ouvrir)[^.;]{0,40}|negocier ou (?:non|pas)|renoncer a (?:la |toute |cette )?negociation|sans (?:passer par|recourir a|engager de|proceder a) (?:la |une )?(?:phase de )?negociation|des les offres initiales|s'en tenir aux offres (?:initiales|remises|recues)|attribue[rz]? [^.;]{0,40}(?:des|a l'issue de) (?:le |la |l')?(?:depot|ouverture|remise|reception|premiere analyse|analyse)(?: [a-z]+)?|(?:sur|a partir|au vu|sur la base) (?:de |des |du )?(?:seules? )?offres initiales`;

/** A negotiation, or one of its objects, is denied. */
export const NO = fr`(?:interdit|exclu|impossible|defendu|sans pouvoir|hors de question) (?:de )?negocier|(?:aucune|sans|pas de|ni) (?:phase de |possibilite de )?(?:negociations?|negocier)|(?:ne|n'|non) ?(?:[a-z']+ ){0,8}(?:negocie(?:e|s|es)?|negociables?|negociera|negocieront|negocient|negocier|negociations?)|sans (?:engager|mener|ouvrir|conduire|recourir a) (?:de |la |une |aucune )?(?:phase de )?negociations?|negociations? ?:? ?(?:non|sans objet|interdite|exclue|neant|aucune)|(?:exclut|interdit|exclure) (?:toute )?negociation|negociation (?:est|sera) (?:exclue|interdite|impossible)`;
const YES_LABEL = fr`negociations? ?: ?(?:oui|avec|possible|prevue|autorisee)`;
const ACT = fr`negoci(?:er|e|era|eront|ent)|negociations? (?:[a-z',-]+ ){0,8}?(?:est|sont|sera|seront|se|aura|auront|porte(?:ra|nt|ront)?|pourr(?:a|ont)|peu(?:t|vent)|demeure|s'engage|debute|intervien[a-z]+|suit|suivra|menee?s?|conduite|organisee|portant|avec)|(?:engage(?:r|ra|ront)?|effectu(?:er|e|era)|realise[rz]?|poursuiv[a-z]+|initie[rz]?|lance[rz]?|demarre[rz]?|tenir|ouvr(?:e|ir|ira)|men(?:er|e|era)|organise(?:r|ra)?|proced(?:er|e|era) (?:qu')?a|recourir a|mettre en (?:oeuvre|place)|conduire|conduit|entame[rz]?|prevoit|est prevue?|lieu a|invite(?:r|ra|s|es)? (?:a|aux?)|phases? de|seances? de|tours? de|possibilite d'une|recours a|objet d') ?(?:l'|la |une |des |les |de |a )*(?:phase de |ou plusieurs |eventuelles? |seances? de )*negociations?|etre negocie(?:e|s|es)?|(?:est|sont|sera|seront) negocie(?:e|s|es)?`;

/** « un prix abaissé », « des offres améliorées » */
const LOWERED =
  '(?:offres?|prix|propositions?|tarifs?|devis|chiffrages?|chiffres|montants?|conditions?) (?:(?:amelior|revis|abaiss|minor|optimis)ee?s?|revue?s?|reduite?s?|plus (?:bas|basses?|serree?s?|avantageu[a-z]+|competiti[a-z]+))';
/** A negotiation that does not say its name: candidates are heard so that they better their price or offer. */
export const IMPROVE = fr`(?:amelior|parfai|optimis|retouch|remani|revoi|revis|baiss|dimin|bonifi|ajust|reconsider|rabais)[a-z]* (?:[a-z,'-]+ ){0,3}?(?:(?:leurs?|son|sa|ses|les|des) (?:[a-z]+ ){0,2}?(?:offres?|propositions?)|(?:[a-z]+ ){1,4}de leurs? (?:offres?|propositions?)|(?:leurs?|son|sa|ses) (?:[a-z]+ ){0,2}?(?:taux|honoraires|devis|montants?|forfaits?|chiffrages?)|(?:(?:leurs?|son|sa|ses|les|des|du|de|le) )?(?:[a-z]+ ){0,2}?(?:prix|tarifs?|conditions? (?:financieres?|tarifaires?|de prix)))|(?:(?:re)?discut|debatt)[a-z]* (?:[a-z']+ ){0,3}(?:prix|couts|tarifs|conditions? (?:financieres?|tarifaires?))|(?:reparl|rediscut|repren|revien|reviendr)[a-z]* (?:sur |de |d')?(?:leurs?|ses|son|vos) (?:prix|tarifs?|chiffres|montants?|remises)|nouve(?:lles?|aux?) (?:prix|tarifs?|chiffres|montants?|offres?|propositions? (?:financieres?|de prix|tarifaires?)|conditions (?:financieres?|tarifaires?|de prix))|efforts? (?:commercial|financier|tarifaire)[a-z]*|rabais|${LOWERED}|prix a la baisse|(?:redui|abaiss|comprim)[a-z]* (?:leurs?|ses|son|les|le) (?:[a-z]+ ){0,2}?(?:prix|tarifs?|conditions? (?:financieres?|tarifaires?))|align[a-z]* (?:leurs?|ses|son) (?:[a-z]+ ){0,2}?(?:prix|tarifs?|offres?) sur (?:l'offre|celle|celui|ceux|l[ae] (?:moins|plus|meilleure?)|les (?:moins|plus|meilleure?s?))|gestes? (?:commercia|financier|tarifaire)[a-z]*|(?:obten|obtien|tir|arrach)[a-z]* (?:[a-z'-]+ ){0,4}?(?:de )?meilleure?s? (?:conditions?|prix|tarifs?|offres?|propositions?|delais)|(?:discut|debatt)[a-z]*,? (?:[a-z',-]+ ){0,22}?(?:du|des|le|les|leurs?|son|ses) (?:montants?|prix|tarifs?) (?:de (?:leurs?|sa|chaque)|(?:qu'ils|qu'elles|qui sont) (?:ont )?propos[a-z]*) ?(?:offres?|propositions?|devis)?|efforts? sur (?:le|les|leurs?|ses|son) (?:prix|tarifs?|delais)|gestes? sur (?:le|les|leurs?|ses|son) (?:prix|tarifs?|forfaits?|montants?|honoraires|taux)|remises? (?:supplementaire|complementaire|commerciale)s?`;
const HEARD = fr`(?:est|sont|sera|seront|etre) (?:recu|entendu)e?s?|(?:re)?discut[a-z]*|(?:vien(?:t|nent)|viendr(?:a|ont)) (?:y )?(?:defendre|presenter|exposer)|discussions?|entretiens?|auditions?|auditionne[a-z]*|echanges?|rencontre[a-z]*|appelee?s? a|(?:invit|reuni|recev|recoi|rappel|sollicit|demand|convi|convoqu)[a-z]*|tours? de table|soutenances?`;
export const BIDDERS = fr`candidats?|soumissionnaires?|concurrents?|entreprises? (?:les mieux|arrivee|classee)[a-z]*|(?:premiers|mieux classes)|(?:arrive|classe|place)e?s? (?:en tete|(?:aux|dans les|a la|a l'une des) (?:[a-z]+ )?premieres? (?:places?|rangs?))|avec (?:les|chacun des|chacune des) (?:bureaux d'etudes|entreprises|equipes|societes|groupements|cabinets|architectes|prestataires)|attributaires?|laureats?|mieux[ -]disants?|(?:titulaires?|entreprises?|societes?|operateurs?|cabinets?|equipes?|prestataires?|fournisseurs?) (?:pressentie?s?|retenue?s?|choisie?s?)`;
/** What is bettered there is no offer, or is not bettered. */
export const NOT_IMPROVED = fr`mini-?concurrences?|remises? en concurrence|sans|ne|n'(?:est|a|ont|aura|entraine|emporte)[a-z]*|ni|aucune?|interdit[a-z]*|exclu[a-z]*|variantes?|mise au point|precis(?:er|ion|ions)|anormalement|sous-evalue[a-z]*|revision (?:de |du |des )?prix|indice[a-z]*|(?:nouveau|second|dernier|seul|autre|premier) plis?|plis? (?:suivant|precedent|anterieur|ulterieur|electronique|papier)s?|date limite|remplace[a-z]*|offres? de (?:services?|soins|transports?|base)`;
/** Agreed with the winner of a dialogue: what the offer holds may not move. */
const SETTLEMENT = fr`mises? au point`;
const TERMS = fr`taux|franchises?|prix|montants?|forfaits?|tarifs?|delais?|penalites?|engagements?|remises?`;
const REOPENED = fr`(?:re)?(?:discut|negoci|debatt)[a-z]*|(?:est|sont|sera|seront|peu(?:t|vent)|pourr(?:a|ont)) (?:[a-z]+ ){0,2}(?:revu|modifi|revis|ajust|baiss|reduit)[a-z]*`;

/** What a sentence decides of a negotiation; undefined where it decides nothing. */
export function stanceOf(
  phrase: Phrase,
  nego: Match | undefined,
  denial: 'whole' | 'object' | undefined,
  rest: string,
): Stance {
  if (
    has(phrase.folded.replace(ADMITTED, ' ').replace(ADMITTED_TOO, 'avec les candidats '), REGULARISE) ||
    phrase.has(LATER)
  )
    return undefined;
  if (!nego) return isUnnamed(phrase) ? 'prevue' : undefined;
  if (!has(phrase.folded.replace(NAME, ' '), NEGO)) return undefined;
  if (denial === 'whole') return isReserved(phrase, nego) ? undefined : 'exclue';
  return phrase.has(YES_LABEL) || (has(rest, ACT) && !onlyReserve(phrase.folded)) ? 'prevue' : undefined;
}

/** Candidates are heard so that they better their offers; « ils », where the sentence before names them. */
const isUnnamed = (phrase: Phrase): boolean =>
  (phrase.has(HEARD) || phrase.has(THERE)) &&
  !phrase.has(NOT_IMPROVED) &&
  (phrase.has(BIDDERS) ? phrase.has(IMPROVE) : phrase.has(THEY) && phrase.has(BY_THEM));
/** « Ils y reprennent leurs tarifs »: in the talk that the sentence before tells of. */
const THERE = fr`(?:ils|elles|chacun) y`;
const THEY = fr`ils|elles|chacune?|ceux-ci|celles-ci`;
const BY_THEM = fr`${LOWERED}`;
/** « Au sortir de l'entretien, ils déposent un prix abaissé », of nobody that offers. */
export const isOfNobody = (s: Sentence): boolean =>
  IN_CONTENTS.test(s.folded) || (![NEGO, BIDDERS].some((p) => s.has(p)) && !s.previous?.has(BIDDERS));
/** « NEGOCIATION 6 EGALITE ENTRE LES FEMMES 13 »: columns of a table of contents. */
const IN_CONTENTS = /(?<![a-z])negociations? +\d{1,3}(?![\d€%.,]) [a-z' ]+ \d{1,3}(?!\d)/;

/** The award on the first offers is kept open. */
export const isReserved = (phrase: Phrase, nego: Match | undefined): boolean =>
  phrase.has(RESERVE) && (phrase.has(fr`offres? initiales?`) || (nego !== undefined && phrase.has(FACULTY)));

/** « Elle se réserve d'attribuer sans négociation » foresees nothing by itself. */
const onlyReserve = (folded: string): boolean => {
  const kept = find(folded, RESERVE);
  // « Elle se réserve de négocier ou non » does.
  if (!kept || kept.text.startsWith('negocier ou ')) return false;
  return !has(folded.slice(0, kept.from), NEGO) && !has(folded.slice(kept.to), NEGO);
};

/** What is denied: the negotiation, one of its objects (« l'offre finale n'est pas négociée »), or what lies beyond its bounds. */
export function denialOf(folded: string, no: Match): 'whole' | 'object' | undefined {
  if (
    /(?:exigence|critere|minima|finale|clause|prescription)s?(?: [a-z']+){0,8}$/.test(
      folded.slice(Math.max(0, no.from - 90), no.from).trim(),
    )
  )
    return 'object';
  const bounded =
    /^ne (?:[^.]*(?:\bporte|plus d|exigences|criteres)|(?:(?!(?:pas|aucune?)\b)[a-z']+,? )*?(?:qu'|que ))/.test(
      folded.slice(no.from),
    );
  return bounded && !/aucune (?:phase de )?negociation/.test(no.text) ? undefined : 'whole';
}

/** « Mise au point : le forfait y est rediscuté », in a sentence or under the label of a row. */
export function reopened({ draft }: Piece): Sentence | undefined {
  return draft.sentencesWith(REOPENED).find((s) => {
    const row = s.passage.rowLabel;
    const settles = s.has(SETTLEMENT) || (row !== undefined && row !== s.passage && row.has(SETTLEMENT));
    return (
      settles &&
      s.has(TERMS) &&
      !denied(s.folded) &&
      !s.has(fr`sans|ni|confirm[a-z]*|(?:non|ne|n') ?(?:[a-z]+ )?substantiel[a-z]*`)
    );
  });
}

/** A statement that is heard to foresee a negotiation. */
export function negotiated(sentence: Sentence, doubt: Doubt): Prevue | undefined {
  const asks = sentence.has(CALLED) && sentence.has(BETTER);
  const talks = talksOfPrice(sentence) || (asks && sentence.has(BETTER_OFFER) && isToBidders(sentence));
  if ((doubt?.surety !== 'sure' && !talks) || isRowLabel(sentence) || IN_CONTENTS.test(sentence.folded))
    return undefined;
  const meets = talks || asks || sentence.has(MET);
  // What is named may be denied; what is told in other words is not to be.
  const told = sentence.has(NEGO) ? [] : [sentence.has(REOPENED) ? DENIES : NOT_IMPROVED];
  const not = [REGULARISE, LATER, NO, RESERVE, NOBODY, ...told];
  const folded = sentence.folded.replace(ADMITTED, ' ').replace(NOT_SHUT, 'il se peut');
  // « la négociation collective »: of another kind, or the name of a procedure.
  const otherKind = sentence.has(NEGO) && !has(sentence.folded.replace(NAME, ' '), NEGO);
  if (
    !meets ||
    otherKind ||
    !sentence.has(OFFERED) ||
    sentence.section.under(fr`sourcages?|consultations? prealables?|visites?`) ||
    not.some((pattern) => has(folded, pattern))
  )
    return undefined;
  return { at: sentence.at(), sentence, certaine: !NOT_SHUT.test(sentence.folded) && !sentence.has(FACULTY), doubt };
}
/** « Il n'est pas exclu que… »: two negations. */
export const NOT_SHUT = /(?:il )?n'est (?:pas|nullement) (?:exclu|interdit|impossible)(?: a l'acheteur)?/;
/** « Nous recevrons les trois premières équipes. Nous y discuterons de tout, prix compris. » */
export const talksOfPrice = (s: Sentence): boolean =>
  (s.has(TALK) || s.has(IMPROVE)) && s.has(PRICE) && isNear(s, CALLED) && isToBidders(s);
/** In the sentence, or in the one before. */
const isNear = (s: Sentence, pattern: RegExp): boolean => s.has(pattern) || s.previous?.has(pattern) === true;
/** Said of those who offer, there or just before: « ils », « leur offre ». */
const isToBidders = (s: Sentence): boolean => isNear(s, FIRST_OFFERS) || s.has(YOURS);
const YOURS = fr`(?:vous|votre) [^.;]{0,80}(?:votre|une) (?:[a-z]+ ){0,2}?(?:offre|prix|proposition|devis)`;
/** They talk, whatever of. */
export const TALK = fr`(?:discut|débatt|négoci|échang)(?:e|ée?s?|er|era|erons|eront|re|ra|rons|ront|ons|ent|u|ue|us|ues)`;
const PRICE = fr`prix|tarifs?|montants?|coûts?`;
const FIRST_OFFERS = fr`candidats?|soumissionnaires?|concurrents?|(?:équipes?|entreprises?|sociétés?)(?: [a-z]+){0,3} (?:réponses?|offres?|propositions?|mieux (?:classé|placé|noté)[a-z]*)|auteurs? d(?:es|e l')|les (?:[a-z]+ ){0,2}?(?:entreprises|sociétés|équipes|prestataires)|(?:les|aux|des) (?:deux|trois|quatre|cinq|\\d) (?:premi[eè]re?s?|meilleure?s?|mieux [a-zé]+)`;
/** They meet, or what they offer moves: a statement without any of it is on something else. */
const MET = fr`(?:re)?(?:negoci|discut|discuss|echang|entreti|audition|rencontr|debatt|debat|amelior)[a-z]*|pourparlers|tours? de table|revoir|revus?|revues?|rabais`;
/** What is spoken of: what candidates offer, and its price. */
const OFFERED = fr`(?:re)?negoci[a-z]*|offres?|propositions?|prix|tarifs?|conditions?|devis|montants?|rabais|remises?|delais|taux|ristournes?|mieux (?:placée?s?|classée?s?|notée?s?)|en tête|premier(?:s|es?)? (?:du|au) classement|(?:deux|trois|quatre|cinq) premi(?:ers|ères)`;
const CALLED = fr`(?:recu|recev|recoi|invit|convi|convoqu|sollicit|rappel|demand|contact|relanc|reuni)[a-z]*|(?:revenir|reviendr[a-z]*|retourn[a-z]*) vers`;
const BETTER_OFFER = fr`(?:revo|revu|amelior|retouch|remani|redui|abaiss|raccourc|diminu)[a-z]* (?:[a-z]+ ){0,2}?(?:leurs?|votre|vos|son|sa|ses|le|la|les) (?:[a-z]+ ){0,2}?(?:offres?|propositions?|devis|prix|tarifs?|couts?|delais?|copies?)|meilleure?s? (?:offres?|propositions?|devis|prix|tarifs?|conditions?|delais?)`;
const BETTER = fr`(?:obten|obtien|baiss|ajust|effort|meilleur|remise|heure)[a-z]*|${BETTER_OFFER}`;
const DENIES = fr`ne|n'[a-z]+|ni|sans|aucune?|precis(?:er|ion|ions)`;
const NOBODY = fr`visites?|sourcages?|syntheses?|etudes? de marche|usagers?|habitants?|agents?|riverains?|sous-traitants?|apres (?:la )?notification`;

/** « 6. NÉGOCIATION », and under it « Portant sur le prix »: the title is the subject of what goes on. */
export function noteFragment(said: Decided, { heading, passages }: Section): void {
  if (!heading || !TITLE_ALONE.test(heading.folded)) return;
  const told = passages.filter((p) => !p.isTitle).flatMap((p) => p.sentences);
  const [first] = told;
  if (!first || [NO, REGULARISE, LATER].some((p) => first.has(p))) return;
  // Under its title, how the talks are held says that they are.
  const isHeld = told.some((s) => s.has(HELD)) && !told.some((s) => s.has(NO));
  if (!(GOES_ON.test(first.folded) && !first.has(DENIES)) && !isHeld) return;
  if (!said.found.some(({ sentence }) => sentence === first))
    said.found.push({ at: first.at(), sentence: first, certaine: !first.has(FACULTY) && !MAYBE.test(first.folded) });
}
/** « Possible avec les trois premiers », under the title. */
const MAYBE = /^[^a-z]*(?:possible|autorisee|admise)/;
const TITLE_ALONE = /^[^a-z]*(?:article [0-9. ]+)?[^a-z]*(?:(?:la |phase de )?negociations?)[^a-z]*$/;
const HELD = fr`séances?|tours?|entretiens?|auditions?|(?:[a-z]+ ){0,3}(?:rencontr|reçoi|recev|reçu|entend|discut|échang|revoi|révis|amélior|retouch)[a-zé]*`;
const GOES_ON =
  /^[^a-z]*(?:portant sur|menee?s? (?:avec|par|sur)|conduite?s? (?:avec|par)|ouverte? (?:a|aux)|possible|prevue|autorisee|admise|engagee (?:avec|par|sur)|organisee (?:avec|en|par)|limitee? (?:a|aux)|avec (?:les|tous|chaque|trois|deux|l'ensemble)|sur (?:le|les|tous))(?![a-z])/;

const TALKS = fr`discussions?|pourparlers|tours? de table|échanges sur (?:les? )?(?:prix|offres?)`;
/** « Échanges avec les candidats | Possibles, sur le loyer »: not of the questions that anyone asks. */
const MEETINGS = fr`échanges?|entretiens?|auditions?|rencontres?`;
const OF_PRICE = fr`${PRICE}|loyers?|taux|honoraires|forfaits?|devis|délais?|contenu des offres`;
/** « Négociation | Oui » */
export function noteRow(said: Decided, { cells: [label, value] }: Row): void {
  const sentence = value?.sentences[0];
  if (!sentence || !label || label.folded.length >= 50) return;
  const talks = label.has(BIDDERS) && (label.has(TALKS) || (label.has(MEETINGS) && value.has(OF_PRICE)));
  if (!label.has(NEGO) && !talks) return;
  if (/^ ?(?:oui|avec|possible|prevue|autorisee|facultative|eventuelle)/.test(value.folded))
    said.found.push({ at: sentence.at(), sentence, certaine: false });
  if (/^ ?(?:non|sans|aucune|neant|interdite)/.test(value.folded)) said.exclues.push(sentence.at());
}

const MAY_BEAR = fr`(?:peu(?:t|vent)|pourr(?:a|ont)) (?:[a-z]+ ){0,2}porter`;
/** Some place binds the buyer to negotiate, and none leaves him free. */
export const areBinding = (prevues: readonly Prevue[]): boolean =>
  prevues.some((p) => p.certaine) && !prevues.some((p) => !p.certaine && !p.sentence.has(MAY_BEAR));
