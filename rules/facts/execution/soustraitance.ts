import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { cover } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import {
  isOpenChoice,
  isRowLabel,
  isSure,
  isTickedNo,
  lotsNamed,
  type Said,
  whole,
  withHeard,
} from '../commun/index.ts';
import { keepsThirdsOut } from './tiers.ts';

const SUB = '(?:sous-?traitances?|sous-?traitants?|sous-?trait(?:er|ee?s?|es)|sous traitances?|sous traiter)';
const FORBID = fr`(?:interdit|prohib|proscri|exclu|refus)(?:e|es|s|t|ts|te|tes|ee|ees|ent|ion)?|interdiction|interdire|formellement interdit[es]*|n'(?:est|etant|sera|y a) (?:en aucun cas |donc |strictement |jamais )?(?:ni )?(?:pas |point |aucune? )?(?:autorise|admis|permis|possible|accepte|toler|prevu|envisage|recours|ouvert)[a-z]*|ne (?:sont|seront|sera|saurait|saurait etre|pourra|peut|peuvent|pourront) (?:en aucun cas |jamais |etre )?(?:pas |ni |point )?(?:etre )?(?:autoris|admis|permis|accept|toler|sous-?trait|faire l'objet|donner lieu|recourir|recouru|confi|avoir recours)[a-z]*`;
const ABLE = fr`(?:ne|n') ?(?:peut|pourra|peuvent|saurait|est (?:pas )?autorise|a (?:pas )?le droit|recourt|recourra|fait(?! obstacle)|sous-traite|confie|dispose)(?:a|ra)? ?(?:[a-z',]+ ){0,8}${SUB}`;
const RESTRICTED = fr`sous-?traitance de tou(?:te la|t le|s les|tes les)|sous-?traitante?s?,? (?:que|dont|qui) [^.;]{0,60}?(?:ne |n')[^.;]{0,40}?(?:accept|agree|declar|autoris)[a-z]*|(?:en )?totalit[eé]|integralit[eé]|l'ensemble (?:du marche|des prestations|de (?:ses|son))|integrale(?:ment)?|totale(?:ment)?|entiere(?:ment)?|en cascade|(?:second|deuxieme|troisieme) (?:rang|degre|niveau)|indirecte?s?|ulterieure?s?|occultes?|non (?:declaree?|agreee?|autorisee?|acceptee?)s?|irreguli[a-z]*|sans (?:y |en )?(?:l'|son |cet |un |une |avoir (?:ete |obtenu )?(?:l'|son |cet |un |une )?)?(?:accord|autoris|autorisation|acceptation|agrement|accepte|prealable|declar)[a-z]*|avant (?:l'|son |cette |d'avoir |que |(?:toute |leur )?(?:acceptation|agrement|accord|autorisation|notification|validation)(?![a-z]))|(?:que|qu') ?(?:(?:a la )?condition|sous reserve|apres|si|avec|en cas|pour|a|dans|d'un|d'une|certaines)|prealable(?:ment)?|sauf|hors|excepte|hormis|a l'exception|seulement|uniquement|au-dela|plus de|donnees (?:a caractere )?personnel[a-z]*|rgpd|transfert|hors (?:de )?l'union|sous-traitants? (?:au sens|ulterieur)|plus d'un|deux niveaux|pour cent|%|frais|chiffre d'affaires`;
const ESSENTIAL = fr`essentiel(?:le)?s?`;
/** All of it, whatever is said before: « quels que soient la tâche et le montant ». */
const WHATEVER = fr`quels? que soi(?:t|ent)|quelles? que soi(?:t|ent)|quelque prestation que ce soit|quelque (?:[a-z]+ ){1,3}que ce soit|aucune? (?:[a-z']+ ){0,3}(?:sous-?trait|recours)[a-z]*|toute sous-?traitance|aucune (?:prestation|partie|tache)|la moindre (?:part|partie|prestation|tache)|m[eê]me partielle(?:ment)?|en tout ou partie|tout ou partie|totale(?:ment)? (?:ou|comme|et) partielle(?:ment)?`;
/** One part named: « sous-traiter la partie maintenance », « la sous-traitance est interdite pour les fournitures ». */
const OF_ONE_PART = fr`sous-?traitance (?:de (?:la |l')|du |des |d'une? )(?!tout|part|present|marche|prestations? (?:du|objet)|prestations? (?:est|sont)|prestations?$)[a-z]+|sous-?trait(?:er|ee?s?) (?:la |l'|le |les |cette |ces )(?!present|totalite|integralite|moindre|marche|prestations? (?:du|de|objet)|prestations?$)[a-z]+|sous-?traitance (?:[a-z']+ ){0,4}?(?:pour|en|sur) (?:la |les |l')?(?:seule?s? )?(?:(?:part|partie|fourniture|pose)s?|(?:prestation|mission|tâche)s? (?:principale|de |d'|relative))[a-z]*`;
/** The same of what cannot be sub-contracted: « la pose n'est pas sous-traitée ». */
const OF_A_PART = fr`${OF_ONE_PART.source}|(?:cette|ces|la|des|les(?! prestations? (?:(?:objet )?d(?:u|e l') ?(?:present )?(?:marche|contrat|accord-cadre) )?ne )) (?:[a-z'-]+ ){1,8}(?:ne (?:peut|peuvent|pourra|pourront)|n'est|ne sont) (?:pas )?(?:[a-z]+ ){0,2}sous-?traitee?s?`;
const ALLOWED = fr`(?<!n'|ne |n'en |n'y )(?:peut|peuvent|pourra|pourront|est|sont|sera|seront) (?:toutefois |cependant |librement |aussi |egalement |neanmoins )?(?:etre )?(?:recourir|sous-?trait|autoris|admis|possible|permis|faire appel|confi)[a-z]*|(?<!n'|ne |n'en |n'y )(?:peut|peuvent|pourra|pourront), [a-z' ]{4,50}, sous-?trait[a-z]*|(?:ne |n')(?:peut|pourra|est)[a-z ]{0,20} sous-?trait[^.;:]{0,120} qu(?:e |')(?:[àa] (?:la )?condition|apr[eè]s|avec|sous|si|sur|pour|apres)`;
const GDPR_TITLE = fr`données|rgpd|protection des données|confidentialité`;

const SUB_CONTRACT = fr`${SUB}`;
/** The refusal of one sub-contractor or of one request, and what keeps a person out of contracts: no ban on sub-contracting. */
const OTHER_ACT = fr`(?:accords?|acceptations?|agréments?|accepter|agréer|notifi[a-z]*|oppos[a-z]*|motiv[a-z]*|prononc[a-z]*)(?:,? (?:et|ou|ni))? (?:de |son |sa |un |le |leur |ce |cette )*refus(?:er)?|(?:en cas|sous peine|à peine|motifs?|décisions?|délais?|lettre|risques?) de (?:refus|rejet|exclusion)(?: d[ue] (?:ce |la demande d[ue] )?sous-?traitants?)?|(?:refus|exclu)[a-z]* (?:de |d'accepter |d'agréer |l'acceptation |l'agrément )*(?:du|de ce|d'un|un|le|ce|chaque) (?:[a-z]+ )?sous-?traitant(?![a-z])|le sous-?traitant (?:est|sera|serait) (?:alors )?refusé|(?:interdi[a-z]*|exclu[a-z]*) (?:de (?:soumissionner|concourir|la procédure|la passation|la commande publique)|des? (?:procédures|marchés publics))|(?:cas|motifs?|causes?) d'(?:exclusion|interdiction)|interdi[a-z]*(?: [a-z']+){0,4}? de (?:se )?présenter(?: [a-z']+){0,8}? (?:plusieurs (?:offres|candidatures)|en agissant|en qualité|à la fois)|(?:autorisée?s?|admise?s?|droit|possibilité) (?:à|de) (?:soumissionner|concourir|candidater|participer|répondre|déposer)|(?:autorisée?s?|admise?s?|droit|possibilité) (?:à|de) (?:[a-z]+ )?(?:remettre|présenter|se présenter|se porter)(?: (?:une |son |sa |leur )?(?:offre|candidature|pli|candidate?))?|ne (?:peut|peuvent|pourra|pourront|saurait) (?:[a-z]+ ){0,2}(?:soumissionner|concourir|candidater|participer|répondre|se présenter|se porter candidate?|(?:remettre|présenter|déposer) (?:une |son |sa )?(?:offre|candidature|pli))`;
const OTHER_ACTS = new RegExp(OTHER_ACT.source, 'g');
/** « La sous-traitance ne décharge pas le titulaire »: what is denied is that he be freed by it. */
const RELEASES = fr`(?:ne |n')(?:[a-z]+ ){0,4}?(?:libér|décharg|exonér|dégag|délivr|affranchi|dispens|soustrai|diminu|attén|rédui|modifi|limit|transf)[a-z]*(?: [a-z]+){0,4}? (?:le titulaire|le cocontractant|l'entrepreneur|le prestataire|l'entreprise|l'attributaire|ce dernier|celui-ci|la responsabilité|sa responsabilité|les obligations|ses obligations|de sa|de ses)`;
/** « la part du marché qui ne fait pas l'objet de sous-traitance »: which part is meant, and no ban. */
const WHICH_PART = new RegExp(
  `(?<![a-z])(?:qui|que|dont|non) (?:[a-z'-]+ ){0,6}?(?:ne |n'|non )(?:[a-z'-]+ ){0,10}?${SUB}`,
  'g',
);
/** The sub-contractor as a party, with his letters and bills: what is refused or denied there is no sub-contracting. */
const AS_A_PARTY = fr`(?:factures?|demandes? de paiement|pièces?(?: justificatives?)?|prestations? exécutées|défaillances?|fautes?|retards?|carences?|manquements?|paiements?|règlements?|salariés|personnels?) (?:du |d'un |des |de son |de ses |de ce |de chaque |de l'un )sous-?traitants?|sous-?traitants? (?:[a-z]+ ){0,2}?(?:adress|join(?:t|dr)|transm|envoi|envoy|dépos|produi|libell|inform|conserv)[a-z]*|sous-?traitants? dont|accès (?:[a-z'-]+ ){0,6}(?:interdit|refus)[a-z]*|(?:plis?|factures?|courriers?|envois?|lettres?) (?:[a-z']+ ){0,8}?refus[a-z]*`;
/** « Toute sous-traitance non déclarée est interdite » forbids no declared one. */
const UNDECLARED = fr`sans (?:l'|son |cet |un |une |avoir )?(?:accord|autorisation|acceptation|agrement|obtenu)[a-z]*|non (?:declaree?|agreee?|autorisee?|acceptee?)s?|en cascade|second rang|prealable|occultes?|avant (?:d'avoir|d'etre|que|son|l')`;
const NOT_FORBIDDEN = fr`rien (?:[a-z]+ )?(?:ne |n')(?:[a-z]+ ){0,2}interdi[a-z]*|(?:n'est|ne (?:sont|peut|saurait)) (?:pas |en rien |nullement )?(?:etre )?(?:interdit|exclu|refus|prohib)[a-z]*|ne peut (?:pas )?(?:interdire|refuser)|n'interdit pas|(?:ne |n')(?:[a-z]+ ){1,4}?(?:d'|de |à |pas |pour effet d')?(?:les |la |l')?(?:interdire|proscrire|prohiber|exclure|bannir)|(?:sans|illégal|illicite|irrégulier|contraire [a-z' ]{2,20}|impossible|vain|faute de pouvoir|saurait) (?:[a-z]+ ){0,2}?(?:de |d')?(?:interdire|proscrire|prohiber|exclure|bannir)|aucune (?:[a-z]+ )?restriction`;
const WITHOUT = fr`sans (?:pouvoir|possibilite|recours|recourir|faire appel|aucune?) (?:[a-z' ]+ )?${SUB}|aucune? (?:[a-z]+ )?sous-?traitance (?:n'|ne)`;

/** Sub-contractors among those that another ban binds: « interdit à tous, y compris aux sous-traitants ». */
const AMONG =
  /(?:y compris|meme|ainsi que|comme|et) (?:(?:chez|par|pour|a|aux) )?(?:les |ses |leurs |des |aux )?sous-?traitants(?! (?:est|sont|ne|sera))/g;
/** True for a clause that forbids any sub-contracting. */
const forbids = (whole: string): boolean => {
  const clause = whole.replace(OTHER_ACTS, ' ').replace(AMONG, ' ').replace(WHICH_PART, ' ');
  if (!has(clause, SUB_CONTRACT) || has(clause, ESSENTIAL)) return false;
  if (has(clause, NOT_FORBIDDEN) || has(clause, AS_A_PARTY)) return false;
  if (has(clause, WHATEVER) ? has(clause, UNDECLARED) : has(clause, RESTRICTED) || has(clause, OF_A_PART)) return false;
  return has(clause, FORBID) || has(clause, ABLE) || has(clause, WITHOUT);
};

/** « 8 SOUS-TRAITANCE. Interdite. », a row « Sous-traitance | interdite ». */
const BANNED = '(?:strictement |formellement )?(?:(?:interdit|exclu|prohibe|proscrit)e?|non (?:autorise|admis)e?)';
const BARE_BAN = new RegExp(`^[^a-z]*${BANNED}[ .]*$`);
/** « Sous-traitance : interdite » */
const LABELLED_BAN = fr`sous-?traitance ?: ?${BANNED}(?= ?[.;]|$)`;
const BARE_NAME = /^[^a-z]*(?:recours a la )?sous-?traitance[ .:-]*$/;

/** « Aucune part du marché, même petite, n'est confiée à une autre entreprise », « aucune entreprise ne peut en recevoir une part ». */
const NO_PART = fr`(?:aucune|nulle) (?:part|partie|fraction|prestation|tâche)[^.;]{0,80} (?:n'(?:en )?est|n'(?:en )?étant|ne sera|n'en sera|n'en peut être|n'en saurait être|ne peut être|ne saurait être|ne peut en être) (?:pas )?(?:confi|délégu|remis|cédé|donné|transmis)[a-zé]* à (?:une? autre (?:entreprise|société|opérateur|prestataire)|autrui|(?:des? |un |une )?tiers|quiconque|d'autres)|(?:aucune|nulle) (?:autre )?(?:entreprise|société) ne (?:peut|pourra|saurait) (?:en )?(?:recevoir|exécuter|assurer|prendre) (?:[a-z]+ )?(?:une )?(?:part|partie|fraction)`;
/** « Tout pli assorti d'un acte spécial de sous-traitance est écarté »: who names a sub-contractor is kept out. */
const NAMES_ONE = fr`(?:offres?|plis?|candidatures?|propositions?|candidats?|soumissionnaires?|concurrents?|réponses?|dossiers?)(?: qui| dont [a-z' ]{2,30})?(?: [a-z'-]+){0,4} (?:comport|conten|contien|présent|inclu|propos|mentionn|prév|déclar|joi[gn]|assorti|accompagn|recour|appel|annon|désign|compren)[a-zé]*(?: [a-z'-]+){0,5}? (?:${SUB}|dc ?4|acte spécial)`;
const PUT_OUT = fr`(?:sera|seront|est|sont) (?:[a-z]+ )?(?:écart|rejet|élimin|refus|exclu)[a-zé]*|irrecevables?|irréguli(?:er|ère)s?|éliminatoires?|(?:ne|n') ?(?:sera|seront|est|sont) (?:pas|ni) (?:[a-z]+ )?(?:examin|admis|reten|reç|class|analys|recevab)[a-zé]*`;
/** What is wrong with the sub-contractor, or with his papers, and not that there is one. */
const FAULTY = fr`sans|incompl[a-z]+|non |n'(?:est|a|aurait|ont)|pas (?:signé|rempli|joint|complété)[a-z]*|plus de|plus d'un|au-delà|dépass[a-z]+|excèd[a-z]+|la totalité|l'intégralité|interdi[a-z]+|exclu(?:e|s|es)? (?:de|des)|frappé[a-z]*|omett[a-z]+|omis|anormalement|(?:pour|d'une?|des?|cette|ces|l'une des) (?:[a-z]+ )?(?:tâche|part|partie|prestation)s?`;
const putsOut = (phrase: Phrase): boolean =>
  phrase.has(NAMES_ONE) && phrase.has(PUT_OUT) && !phrase.has(FAULTY) && !phrase.has(ESSENTIAL);

const isOfAll = (phrase: Phrase): boolean => phrase.has(NO_PART) && !phrase.has(UNDECLARED) && !phrase.has(ESSENTIAL);

const read = (phrase: Phrase) =>
  isOfAll(phrase) ||
  putsOut(phrase) ||
  keepsThirdsOut(phrase) ||
  phrase.has(BARE_BAN) ||
  phrase.has(LABELLED_BAN) ||
  forbidding(phrase)
    ? true
    : undefined;

const forbidding = (phrase: Phrase): boolean =>
  phrase.has(SUB_CONTRACT) && !isOfOne(phrase) && withoutAsides(phrase.folded).some(forbids);
/** « Les prestations de levage (chapitre 3) ne peuvent être sous-traitées »: brackets cut no subject from its verb. */
function withoutAsides(folded: string): string[] {
  const whole = folded.replace(/ ?\((?![^()]*sous-?trait)[^()]*\)/g, '');
  return clauses(whole).map(({ from, to }) => whole.slice(from, to));
}

/** « Recours à un autre prestataire pour une part quelconque », in a row whose other cell says « exclu ». */
const RECOURSE = fr`recours (?:à|aux?) (?:[a-z']+ ){0,2}(?:autres? (?:prestataire|entreprise|opérateur|société|intervenant)s?|tiers|tierce [a-z]+|sous-?traitants?)`;
const ON_TERMS = fr`sans|préalable|hors|au-delà|plus de|non (?:déclaré|agréé|autorisé)[a-z]*`;
/** Its subject stands alone right before it, as a title or the label of its row. */
const namedBefore = ({ previous, passage }: Sentence): boolean => {
  const label = passage.rowLabel;
  const heading = passage.section.own[1] === passage ? passage.section.heading : undefined;
  return (
    [previous, label === passage ? undefined : label, previous ? undefined : heading].some((x) => x?.has(BARE_NAME)) ||
    (label !== passage && label?.has(RECOURSE) === true && !label.has(ON_TERMS))
  );
};

/** « Présenté à l'aide du DC4, avec la déclaration qu'il n'est frappé d'aucune interdiction de soumissionner »: papers. */
const PAPERS = fr`(?:imprimé|formulaire)s? dc ?4|interdictions? d(?:'accéder|e soumissionner)`;
/** Its subject is not named, a part is reserved, or another act is spoken of. */
const isElsewhere = (sentence: Sentence): boolean =>
  sentence.has(BARE_NAME) ||
  (sentence.has(BARE_BAN) && !namedBefore(sentence)) ||
  !namesAnother(sentence) ||
  sentence.has(PAPERS) ||
  sentence.has(UNDECLARED) ||
  isOfOne(sentence) ||
  (sentence.has(OF_ONE_PART) && !sentence.has(WHATEVER)) ||
  [ESSENTIAL, NOT_FORBIDDEN, OTHER_ACT, RELEASES, ALLOWED, OTHER_THING, OF_THE_WHOLE].some((p) => sentence.has(p));
/** « Le cabinet X ne peut intervenir, ni comme sous-traitant »: one person is kept out, whatever his part. */
const IN_PERSON = fr`(?:comme|en (?:qualité|tant) (?:de|que)|à titre de|au titre de) (?:de )?sous-?traitante?s?|(?:soumissionner|concourir|candidater|se présenter|se porter candidat|remettre une offre)[^.;]{0,60} (?:ni|ou) [^.;]{0,20}sous-?traitante?s?|être (?:ni )?(?:candidat|soumissionnaire|membre d'un groupement|titulaire|mandataire)e?s? (?:ni|ou) [^.;]{0,20}sous-?traitante?s?`;
const ANYBODY = fr`aucune?|nul(?:le)?|personne|tiers|quiconque|toute?s?|autres?`;
/** One firm in two parts: « un même sous-traitant ne peut l'être de plusieurs candidats ». */
const TWICE = fr`(?:un|une|la|le) même (?:prestataire|sous-?traitant|opérateur|entreprise|candidat|société|cabinet|personne)|qu'entreprise sous-?traitante|être (?:[a-z'-]+ ){0,4}sous-?traitante?s? (?:de plusieurs|au sein|d'un autre|dans)`;
const isOfOne = (words: Pick<Phrase, 'has'>): boolean =>
  words.has(TWICE) || (words.has(IN_PERSON) && (!words.has(ANYBODY) || words.has(WHERE_HE_IS)));
/** « Tout dossier où il figure est rejeté » */
const WHERE_HE_IS = fr`(?:où|dans lequel|dont) (?:il|elle|ce (?:cabinet|prestataire)|cette société) (?:figure|apparaît|est|fait partie)`;
/** To have all of it done by others is forbidden by the law itself. */
const OF_THE_WHOLE = fr`sous-?traitance (?:totale|intégrale|de la totalité|de l'intégralité|de tou(?:te la|t le|s les|tes les))|sous-?traiter (?:la totalité|l'intégralité|en totalité|totalement|intégralement)`;
/** An agreement is asked for, or something else than work is kept from others. */
const isRestricted = (sentence: Sentence): boolean =>
  !sentence.has(SHUTS) ||
  sentence.has(AS_A_PARTY) ||
  (!sentence.has(WHATEVER) && (sentence.has(RESTRICTED) || sentence.has(OF_A_PART)));
/** « Il assume seul, devant la ville comme devant tous tiers, l'entière responsabilité »: he answers for the work, whoever does it. */
const ANSWERS_ALONE = fr`responsab[a-z]+|répond(?:re|ra)?|garant`;
const HANDED_ON = fr`sous-?trait[a-z]*|confi(?:er|e|ent|ée?s?)|délég[a-z]+|fai(?:t|re) appel|recour[a-z]*|exécut[a-zé]+|réalis[a-zé]+`;
/** Somebody else who would do the work, or the holder who does it alone: what is heard to forbid names one. */
const ANOTHER = fr`${SUB}|sous-trait[a-z]*|tiers|tierces?|quiconque|autrui|personne d'autre|(?:d'|un |une )?autres? (?:[a-z]+ )?(?:entreprise|opérateur|prestataire|société|exécutant|intervenant|personne|structure)s?|extérieure?s?|externes?|confr[eè]res?|confi[a-z]+|délég[a-z]+|recours|recourir|concours|renforts?|substitu[a-z]+|façonniers?|lui-même|elle-même|eux-mêmes|propres?|seule?s?|salariés|personnellement|intuitu personae`;
const namesAnother = (sentence: Sentence): boolean => {
  const label = sentence.passage.rowLabel;
  return [sentence, sentence.previous, label].some((p) => p?.has(ANOTHER));
};
/** What forbids has one of these, in whatever words; sub-contractors are named among other persons without. */
const SHUTS = fr`ne|n'|ni|aucune?s?|sans|seule?s?|exclusivement|uniquement|lui-même|propres?|(?:interdi|exclu|refus|rejet|proscri|prohib|fermé|ferme|bann)[a-zé]*|sans objet|néant|zéro|0 ?%`;
/** The contract, or what is known of it: not its work. */
const OTHER_THING = fr`dommages?|sinistres?|assurances?|préposés|(?:céd|cession|transf[eé]r|divulg|communiqu)[a-z]*|données?|n'est pas limitée?|lui-même l'ensemble|concours d'un tiers|frais et risques|(?:acheteur|pouvoir adjudicateur|maître d'ouvrage|administration) (?:[a-z']+ ){0,6}?fai(?:t|re) (?:[a-z]+ )?(?:exécuter|réaliser|achever|effectuer)`;

/** « Recours à des sous-traitants | ☐ oui ☐ non »: the row asks. */
const asksHim = (sentence: Sentence): boolean =>
  isRowLabel(sentence) &&
  (sentence.passage.table?.rowOf(sentence.passage)?.cells.some((c) => c.sentences[0] && isOpenChoice(c.sentences[0])) ??
    false);

/** False where what stands beside it lets some sub-contracting in, or where the matter is personal data. */
function standsAlone(sentence: Sentence): boolean {
  if (sentence.passage.isTitle || isOpenChoice(sentence) || asksHim(sentence)) return false;
  if (isTickedNo(sentence)) return false;
  if (sentence.section.heading?.has(GDPR_TITLE)) return false;
  const lots = new Set(lotsNamed(sentence.folded));
  // What is said of a lot by its name yields to nothing that is said of others.
  const near = sentence.section.own
    .flatMap((p) => p.sentences)
    .filter((s) => s !== sentence && (lots.size === 0 || lotsNamed(s.folded).some((lot) => lots.has(lot))));
  return !near.some(
    (s) =>
      (s.has(SUB_CONTRACT) && (s.has(ESSENTIAL) || (s.has(ALLOWED) && !read(s.phrase)))) ||
      (s.passage === sentence.passage && s.has(LETS_SOME)),
  );
}
/** « Le transport et le montage peuvent l'être », « tout le reste peut être confié à un tiers » */
const LETS_SOME = fr`(?:peut|peuvent|pourra|pourront) l'être|(?:le reste|(?:les |aux |des )autres? (?:[a-z]+ )?(?:prestations?|tâches?|travaux|missions?|parties?))[^.;]{0,60}(?:peut|peuvent|pourra|pourront) (?:[a-z]+ )?(?:être (?:confi|sous-?trait|délégu)|l'être)[a-zé]*`;

/** « Il fait tout lui-même. Il n'en confie rien à d'autres »: one ban, heard twice, but for lots by their names. */
function joined(bans: readonly Said[], ban: Said): Said[] {
  const last = bans.at(-1);
  const { sentence } = ban;
  if (!last?.doubt || !ban.doubt || last.sentence !== sentence.previous || lotsNamed(sentence.folded).length > 0)
    return [...bans, ban];
  const doubt = isSure(last.doubt) ? last.doubt : ban.doubt;
  return [...bans.slice(0, -1), { sentence, at: cover(last.at, ban.at), doubt }];
}

/** Sentences that forbid all sub-contracting; empty when it is free, or when essential tasks only are reserved. */
export const sousTraitanceInterdite = defineFact<readonly Said[]>({
  id: 'sous-traitance',
  title: 'Sous-traitance interdite en totalité',
  read(piece: Piece) {
    const found = piece.draft
      .collect(read)
      .map(({ sentence }) => whole(sentence, undefined))
      .filter(
        ({ sentence }) =>
          !sentence.has(PAPERS) && (!sentence.has(BARE_BAN) || namedBefore(sentence)) && standsAlone(sentence),
      );
    const said = withHeard(piece, 'execution/aucune-sous-traitance', found, (sentence, doubt) =>
      !found.some((f) => f.sentence.passage === sentence.passage) &&
      standsAlone(sentence) &&
      !isElsewhere(sentence) &&
      !(sentence.has(ANSWERS_ALONE) && !sentence.has(HANDED_ON)) &&
      (isSure(doubt) || !isRestricted(sentence))
        ? whole(sentence, doubt)
        : undefined,
    );
    return said.reduce<Said[]>(joined, []);
  },
  show: (list) => (list.length > 0 ? list.length : undefined),
});
