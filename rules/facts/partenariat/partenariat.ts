import type { Sentence } from '../../kit/draft.ts';
import { counts } from '../../kit/french/counts.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { type Span, TOP } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { Readable } from '../../kit/words.ts';
import { answering, hearing, labelled, type SaidCell, saying } from '../commun/index.ts';
import { droits, regimes, saidInDossier } from '../pi/index.ts';
import { procedure } from '../procedure/index.ts';

/** What an innovation partnership must say, as far as single sentences tell. */
export type PartenariatSignal =
  /** One partner, or several. */
  | 'nombre'
  /** A target that a phase must reach. */
  | 'objectif'
  /** The partnership may end, or lose partners, when a phase misses its target. */
  | 'fin'
  /** No solution on the market meets the need. */
  | 'besoin'
  /** Who owns or may use the results. */
  | 'droits';

const PARTNERS = 'partenaires?(?! (?:sociaux|social|prives|publics|financiers?|institutionnels?|associatifs?|locaux))';
const HOLDERS =
  '(?:operateurs?(?: economiques?)?|titulaires?|entreprises?|attributaires?|laureats?|contractants?|cocontractants?|prestataires?|societes?|fournisseurs?|candidats?|soumissionnaires?)';
const CONCLUDED = fr`partenariat (?:d'innovation )?(?:[a-z,'-]+ ){0,8}(?:conclu|passé|attribué|confié|mis en (?:place|oeuvre)|signé|mené|noué|établi|constitué|associe|réunit|lie|unit|sera|est) (?:[a-z,'-]+ ){0,4}(?:avec|à|entre)?|(?:conclu|conclut|conclura|passe|signe|attribue)r? (?:[a-z,'-]+ ){0,3}partenariats?`;
const UNDECIDED = fr`(?:un|unique|mono-?[a-z]+)e? ou (?:plus|multi-?[a-z]+|multiple)|1 ou plus|choix entre|un(?:e)? ou plusieurs|le ou les|la ou les|du ou des|au ou aux|un\(e\) ou|soit un(?:e)? seule?|selon le cas|(?:un|une)(?: seule?)? (?:[a-z']+ ){1,3}ou (?:[a-z']+ ){0,4}plusieurs|(?:choix|décision|question|nombre) (?:[a-z',-]+ ){0,24}?(?:sera|seront) (?:[a-z]+ )?(?:arrêtée?s?|décidée?s?|fixée?s?|déterminée?s?|tranchée?s?|précisée?s?)(?! à (?:\d|une?|deux|trois|quatre|cinq))|(?:décidera|déterminera|arrêtera|fixera),? (?:[a-z',-]+ ){0,10}?(?:nombre|s'il|si elle|si le)`;
/** What a word stands for in the text, however many there are. */
const DEFINES = fr`désigne(?:nt)?|s'enten(?:d|dent) (?:de|d'|par)|tout (?:opérateur|titulaire|partenaire|contractant)|toute entreprise`;
/** What the words of the draft mean, or its division into lots, tells no number of partners. */
const NO_NUMBER = fr`${UNDECIDED}|${DEFINES}|lots?`;
const PLURAL = fr`plusieurs|différents|mono-?partenaires?|multi-?partenaires?|${PARTNERS} unique|(?:chacun|chaque|l'un) des partenaires|chaque partenaire|les partenaires (?:exécutent|réalisent|mènent|travaillent|conduisent)`;

const MONO_MULTI = fr`(?:mono|multi|pluri)-?(?:partenaires?|titulaires?|attributaires?)`;
const PARTNER = fr`partenaires?`;
const WITH_ONE = fr`avec (?:une?|le) (?:partenaire|${HOLDERS})`;
const ONE_OR_MORE = fr`(?:plusieurs|un seul|une seule) ${HOLDERS}`;
/** « Les deux offres les mieux classées donnent chacune lieu à un contrat. » */
const EACH_A_CONTRACT = fr`chacune? (?:[a-z']+ ){0,4}contrats?|contrats? (?:[a-z']+ ){0,3}(?:chacune?|distincts?|séparés?)`;
/** « Trois entreprises conduisent en parallèle des travaux distincts. » */
const SIDE_BY_SIDE = fr`en parallèle|de front|séparément|simultanément|chacune? de (?:son|leur) côté|(?:travaux|recherches?|activités) distincte?s?`;
const BECOMING = fr`(?:comme|en (?:tant que|qualité de)|deviennent|deviendront|seront) (?:[a-z]+ )?partenaires?`;
/** « Cocontractant : unique », in a line or a row. */
const LABELLED = fr`(?:partenaires?|contrats? (?:individuels?|distincts?|séparés?|en (?:cours|parallèle))|${HOLDERS})(?: retenus?| choisis?)? ?: ?(?:une?|unique|seul|deux|trois|quatre|cinq|plusieurs|\d{1,2})(?! ?(?:[%€]|ou))`;
const number = (phrase: Readable): boolean => {
  if (phrase.has(UNDECIDED)) return false;
  if (phrase.has(LABELLED)) return true;
  if (phrase.has(MONO_MULTI)) return true;
  if (counts(phrase.folded, PARTNERS).some((c) => !c.article && c.value > 0)) return true;
  if (phrase.has(PLURAL) && phrase.has(PARTNER)) return true;
  if (phrase.has(EACH_A_CONTRACT) && counts(phrase.folded, `offres?|${HOLDERS}`).some((c) => c.value > 1)) return true;
  if (phrase.has(SIDE_BY_SIDE) && counts(phrase.folded, HOLDERS).some((c) => c.value > 1)) return true;
  const become = phrase.has(BECOMING);
  if (!become && !phrase.has(CONCLUDED)) return false;
  if (phrase.has(WITH_ONE)) return true;
  return phrase.has(ONE_OR_MORE) || counts(phrase.folded, HOLDERS).some((c) => !c.article && c.value > 0);
};

const TARGET = fr`(?:décisions?|poursuite|arrêt|passage) (?:[a-z,'-]+ ){0,12}(?:seuils?|objectifs?|résultats (?:obtenus|atteints))|objectifs? (?:[a-z'-]+ ){0,2}(?:intermédiaires?|d'étape|d'avancement|à atteindre|à remplir|de (?:chaque |la )?phase|par phase|assignés?|chiffrés?|fixés? (?:[a-z'-]+ ){0,3}(?:phase|étape))|jalons?|(?:critères?|seuils?|conditions?) (?:de|d') ?(?:passage|poursuite|accès|franchissement|réussite)|(?:niveaux?|seuils?|cibles?|résultats?|performances?) (?:[a-z,'-]+ ){0,7}(?:(?:à|au|en) (?:l'issue|terme|la fin|fin) (?:[a-z']+ ){0,2}(?:phases?|étapes?)|par phase|de (?:chaque )?phase)|(?:à|au|en) (?:l'issue|terme|la fin|fin) (?:de |d'|du )?(?:[a-z']+ ){0,2}(?:phases?|étapes?)(?: n?°? ?\d)?,? (?:[a-z,'-]+ ){0,5}(?:atteint|atteindre|atteignent|détecte|satisfait|doit|démontre|présente)|points? (?:d'arrêt|de contrôle|de décision)|revues? de (?:fin de )?phase|go ?/ ?no-? ?go`;
/** A moment of the work, and what must be true of it then: « au mois 9, le taux atteint 85 % ». */
const DUE = fr`(?:à|au|en) (?:l'issue|terme|la fin|fin|bout|cours) (?:de |d'|du |des )?(?:l'|la |cette )?(?:[a-z0-9']+ ){0,2}(?:mois|trimestres?|semestres?|années?|ans?|semaines?)|(?:au|avant le|dès le|le) (?:mois (?:n° ?)?\d+|[a-z0-9]+ (?:mois|trimestre|semestre))|(?:contrôles?|essais?|tests?|points?|bilans?) d(?:e|u|es) (?:fin de )?(?:[a-z0-9]+ ){0,2}(?:mois|trimestres?|semestres?|phases?|étapes?)|revues?|(?:points?|bilans?) d'étape|mi-parcours|à m ?\+ ?\d+|(?:m|t ?0 ?\+|j ?\+|t ?\+) ?\d{1,2}(?! ?(?:[%€]|m[23]?\b))`;
const REACH = fr`[≥≤<>] ?\d+|trl ?\d|\d+ ?% d(?:es?|u) (?!montant|sommes?|prix|total)[a-z]+|attei(?:nt|ndre|ndra|ndront|nts|nte|ntes|gne|gnent)|dépass[a-z]*|excèd[a-z]*|(?:au moins|au plus|inférieure?s?|supérieure?s?) (?:à |de )?(?:[a-z]+ )?\d+(?!\d| ?(?:mois|jours?|semaines?|ans?|années?|heures?|€|euros?))|(?:doi(?:t|vent)|devr(?:a|ont)) (?:[a-z,'-]+ ){0,8}\d[\d,.]* ?(?:%|pour cent|secondes?|minutes?|millisecondes|ms|fois|points?|kg|km|kwh|db|mm|cm)|(?:taux|niveau|score|performances?|précision|rendement) (?:[a-z,'-]+ ){0,8}\d+`;
const MONEY_OR_DELAY = fr`paiements?|payée?s?|acomptes?|avances?|verse[a-z]*|prix|factur[a-z]*|pénalités?|retards?|reconduction|préavis`;
const END = fr`mett(?:re|ra|ent)? (?:un terme|fin)|met (?:un terme|fin)|fin (?:anticipée )?(?:du|au|de ce) partenariat|résili(?:er|e|é|era|ation)|arrêt(?:er|é|ée|e|era|ent|s)?|interromp(?:re|t|u|ra)|interruption|cess(?:er|e|era)|ne pas (?:poursuivre|engager|affermir|passer|reconduire)|ne (?:se )?poursui(?:t|vra) pas|pas (?:poursuivie?|reconduit|engagée?)|(?:réduire|réduit|réduction) (?:[a-z,'-]+ ){0,3}nombre|écart(?:er|é|e)|élimin(?:er|é|e)|(?:prend|prendra) fin|sorti(?:r|e)? (?:du |des? |d'un )?(?:partenariat|programme|partenaires?|titulaires?|l'entreprise)|abandonn(?:er|é|e)|exclu(?:re|sion|t) (?:du|d'un|des) partenaires?|romp(?:re|t|ra|ue?s?)|rupture|(?:nous|se) (?:se |nous )?sépar(?:e|ent|er|era|ons|erons)|diss(?:out|oute|oudre)|caducs?|caduque|s'étein(?:t|dra)`;
/** « cibles non tenues », « palier non franchi » */
const NOT_DONE = '(?:tenu|franchi|rempli|satisfait|obtenu|verifie|valide)e?s?';
/** What a review or a trial came to: « revue négative », « essais non concluants ». */
const NEGATIVE =
  '(?:revues?|essais?|tests?|evaluations?|bilans?|avis|resultats?) (?:(?:est|sont|soi(?:t|ent)) )?(?:negati(?:f|ve)s?|non concluante?s?|defavorables?|infructueu(?:x|se|ses))';
/** « le seuil n'est pas atteint », « s'ils ne le sont pas »: and not « l'essai n'est pas compté ». */
const NOT_REACHED =
  "(?:(?:n'est|n'a|n'ont|n'aura|n'auront|n'etai(?:t|ent)|ne (?:sont|soit|soient|sera|seront))(?: pas| plus| point| ete| [a-z]+ment)* (?:atteint|tenu(?! de| d'| a)|franchi|rempli|satisfai|obten|verifi|valid|demontr|conclu(?:ant|ante)|reuni|suffisa|constat|prouv|etabli|acquis|respect|leve|reussi|a la hauteur|au (?:niveau|rendez-vous))[a-z]*|n'(?:atteint|atteignent|atteindra|atteindrai[a-z]*|obtien[a-z]*)|ne (?:l'est|le sont|tien(?:t|nent)|rempli[a-z]*|satisf[a-z]*|franchi[a-z]*|parvien[a-z]*|repond[a-z]*|demontre[a-z]*|donne[a-z]*|convain[a-z]*|respecte[a-z]*))";
const MISSED = fr`(?:non[ -](?:atteints?|atteintes?|atteinte|${NOT_DONE}|réalisés?|réalisation|respect|obtention)|à défaut|faute de quoi|sans quoi|sinon|seuils?|faute (?:d'atteindre|d'avoir|de les)|échec|${NOT_REACHED}|manqués?|(?:dans le cas|en cas) (?:contraire|d'échec|d'insuffisance|de résultats?)|insuffisants?|pas atteints?|${NEGATIVE}|(?:si|lorsque|dès lors que|au cas où) (?:le |la |les |l'|ce |cette |ces |un |une )?(?:taux|seuils?|résultats?|performances?|niveaux?|objectifs?|scores?|précision|rendement|prototypes?|mesures?|écarts?) (?:[a-z0-9,'-]+ ){0,8}(?:dépass|reste|demeure|excèd|descend|tombe|échou|(?:est|sont) (?:en dessous|au-dessous|inférieur|supérieur))[a-z]*|au vu (?:des|de ces) résultats)|(?:à|au|en) (?:l'issue|terme|la fin|fin) (?:de |d'|du )?(?:[a-z']+ ){0,2}(?:phases?|étapes?|chacune)|après (?:chacune|chaque (?:phase|étape))|à chaque (?:fin de |passage de )?(?:phase|étape|jalon)`;
/** Any word for an end: of the partnership, or of one partner's part in it. */
const STOPS = fr`${END.source}|quitt(?:e|ent|er|era|eront)|s'arrête(?:nt)?|s'en tient|sort(?:ent|ira|iront)?|perd(?:ent|ra|ront)?`;
/** What a phase is judged by, at its end. */
const AIM = '(?:seuils?|objectifs?|cibles?|paliers?|jalons?|niveaux?|valeurs?|performances?)';
/** What ends for having missed a target has one. */
const SHORT_OF = fr`en deçà|(?:n'atteint|n'atteignent|n'(?:a|ont|aura|auront) pas atteint|n'est pas atteint|ne sont pas atteints) (?:le |la |les |l'|son |ses |leurs? |ce |ces |cet )?(?:seuils?|objectifs?|cibles?|paliers?|jalons?|niveaux?|résultats?)|${AIM} (?:[a-z0-9.§']+ ){0,7}(?:manquée?s?|pas (?:été )?(?:atteint|${NOT_DONE})e?s?|non[ -](?:atteint|${NOT_DONE})e?s?)`;
const OTHERWISE = fr`à défaut|sinon|en cas d'échec|si (?:l'objectif|le seuil|le jalon) (?:n'est pas|est manqué)|objectif manqué`;
const FAULT_ONLY = fr`faute(?! d'[ao]| de (?:quoi|les|tenir|parvenir|réussir))|intérêt général|liquidation|décès|mise en demeure`;

const MARKET = fr`(?:fabricants?|éditeurs?|industriels?|fournisseurs?|constructeurs?) (?:[a-z']+ ){0,2}?(?:livr|propos|fabriqu|vend|fourni|commercialis)[a-z]*|le marché (?:actuel )?(?:n'|ne )[a-z]+|(?:sur le|du|par le|dans l'offre du) marché|disponibles?|existante?s?|du commerce|commercialisée?s?|sur étagère|offres? (?:actuelle|existante|commerciale|industrielle)s?|chez les (?:éditeurs|fournisseurs|industriels|fabricants|prestataires)|des éditeurs|à ce jour|propose|commercialise|proposée?s? (?:par|sur)|se vend(?:ent)?|vendue?s?|personne (?:[a-z]+ )?ne`;
const SOLUTION =
  '(?:solutions?|produits?|services?|offres?|dispositifs?|technologies?|equipements?|systemes?|outils?|logiciels?|travaux|procedes?|fournitures?|reponses?|materiels?|equivalents?)';
const UNMET = fr`(?:aucune?|nulle?|pas (?:de|d')) ?(?:[a-z,'-]+ ){0,3}${SOLUTION}|(?:n'existe|n'existent|il n'y a|n'offre|ne propose|ne proposent|ne trouve|n'a|n'ont) (?:[a-z,'-]+ ){0,6}(?:pas|aucune?|point),? (?:[a-z,'-]+ ){0,5}(?:d')?${SOLUTION}|${SOLUTION} (?:[a-z,'-]+ ){0,8}(?:n'est|ne sont|n'existe|n'existent|n'ont) (?:[a-z,'-]+ ){0,3}(?:pas|aucune?|point)|${SOLUTION} (?:[a-z,'-]+ ){0,8}ne (?:[a-z']+ ){0,3}(?:répond|satisf|perme|couvr|convien|suffi|atteig|rempli)[a-z]*|ne (?:peut|peuvent|saurait|pouvant|pourrait)(?: pas)? (?:[a-z]+ )?être (?:satisfait|couvert|pourvu|comblé)[a-z]*|(?:besoin|demande)s? (?:[a-z]+ ){0,3}(?:non (?:couvert|satisfait|pourvu)|insatisfait)[a-z]*|absence de (?:toute )?${SOLUTION}|n(?:e |')[a-z]+ (?:[a-z,'-]+ ){0,6}rien (?:[a-z,'-]+ ){0,4}(?:répond|satisf|perme|couvr|convien|suffi|corresp|approch)[a-z]*|(?:aucune?|nulle?) (?:[a-z]+ ){0,2}(?:opérateur|fournisseur|éditeur|industriel|fabricant|acteur|entreprise|constructeur)s? (?:[a-z,'-]+ ){0,5}ne (?:propose|commercialise|fournit|fabrique|vend|offre|sait|peut)|${SOLUTION} (?:[a-z,'-]+ ){0,6}(?:est|sont|reste|restent|demeurent|s'avèrent|se révèlent) (?:[a-z]+ ){0,2}(?:insuffisant|inadapté|incapable|inapproprié|inopérant)[a-z]*|personne (?:[a-z]+ )?ne (?:[a-z]+ )?(?:propos|commercialis|fabriqu|vend|fourni|offr|sai)[a-z]*|sans (?:[a-z]+ ){0,1}${SOLUTION} (?:industrielle?s?|commerciale?s?|disponibles?|existante?s?|satisfaisante?s?|connue?s?|à ce jour)|(?:faute|absence) (?:de |d')(?:[a-z]+ )?${SOLUTION}|rien de ce (?:qui|que) (?:[a-z,'-]+ ){1,8}(?:ne |n')(?:[a-z]+ )?(?:répond|satisf|perme|couvr|convien|suffi|parvien|atteig)[a-z]*|carence|inexistence|inexistante?s?|indisponibles?`;
const NOT_UNMET = fr`de remplacement|redevance|candidats?|réserve|lots?`;

const OWNERSHIP = fr`(?:droits? (?:de propriété (?:intellectuelle|industrielle)|d'auteurs?|patrimoniaux|d'exploitation|d'utilisation|de reproduction|sur les (?:résultats|logiciels?|études|prototypes?))|propriété (?:intellectuelle|industrielle|des résultats|exclusive|du partenaire|de l'acheteur)|copropriété|brevets?|résultats)`;
/** Licences that are bought are the product; those that a party grants settle its rights. */
const LICENCE = fr`(?:cèd|céd|concèd|concéd|accord|consen|octro|conf[eéè]r|bénéfici|dispos|autoris)[a-z]* (?:[a-z,'()-]+ ){0,8}(?:d')?licences?|licences? (?:[a-z,'-]+ ){0,6}(?:(?:con)?céd|accord|consenti|octroy)[a-z]*|licences? (?:sur|d'exploitation|non exclusives?|exclusives?|gratuites?|libres?|perpétuelles?)`;
/** What the work brings forth, and whose it is: « inventions et logiciels nés de la R&D : propriété du syndicat ». */
const MADE = fr`inventions?|créations?|savoir-faire|développements?|logiciels?|programmes? (?:nés|issus|développés|informatiques)|codes? sources?|prototypes?|données (?:produites|issues|recueillies)|fruits? d(?:e|es) [a-z' ]+`;
const BELONGS = fr`appart(?:ien[a-z]*|enance|enir)|(?:co)?propriété (?:de l'|du |de la |exclusive|commune|conjointe|partagée|pleine)|pleine propriété|(?:reste|demeure|devien)[a-z]* propriétaires?|propriétaires? (?:des? |du )|indivis(?:ion|ément)?|revien(?:t|nent|dra|dront)|titularité`;
const GRANT = fr`(?:cèd|céd|concèd|concéd|transf[eéè]r|partag|répart|appart|accord|acqui|conserv|rest|demeur|dispos|titulaires? des|propriétaire|jouit|autoris|exploit|utilis)[a-z]*|(?:est|sont|sera|seront) (?:la |en )?(?:co)?propriété|cession|concession|régi(?:e|es|s)? par|licence`;
const SECRET = fr`négociations?|candidats?|soumissionnaires?|participants?|confidentiel(?:le|les|s)?|confidentialité|secrets?|sans (?:son|leur) accord|divulgu[a-z]*|révél[a-z]*|garanti[a-z]* (?:[a-z',-]+ ){0,5}contre`;

/** « La répartition des droits n'est pas réglée », « sera discutée plus tard »: put off, and not settled. */
const PUT_OFF = fr`(?:répartition|sort|partage|question|propriété|droits?) (?:[a-z',-]+ ){0,8}(?:(?:n'est|ne sont) (?:[a-z]+ ){0,2}(?:réglée?s?|traitée?s?|tranchée?s?|prévue?s?|abordée?s?|convenue?s?)|(?:sera|seront|fera|feront) (?:[a-z,']+ ){0,4}(?:discutée?s?|débattue?s?|négociée?s?|discussions?|négociations?)|restent? à (?:définir|négocier|convenir|discuter|préciser|régler))`;

const OF_PHASES = fr`objectifs?|phases?|niveaux?`;
const UNMET_NEED = fr`besoin (?:[a-z]+ ){0,3}non (?:couvert|satisfait|pourvu)`;

/** « aucun objectif intermédiaire n'est fixé »: denied. */
const NO_TARGET = fr`(?:fix|prév|assign|défin|comport|impos)[a-z]* (?:pas d(?:e |')|aucune?s? )${AIM}|aucune?s? ${AIM} (?:[a-z']+ ){0,4}?(?:n'est|n'a|ne sont|n'ont) (?:[a-z]+ ){0,2}(?:fix|prév|assign|défin|impos)[a-z]*|sans ${AIM} intermédiaires?`;
/** « Suite d'un objectif manqué : néant », « ne peut être interrompu »: the work goes on, whatever was missed. */
const GOES_ON = fr`(?:suites?|conséquences?|effets?|sanctions?) [^.;:]{0,60}: ?(?:néant|aucune?|sans objet|rien)|ne (?:peut|pourra|saurait)(?: pas| point| être| y){0,3} (?:interrompu|résilié|arrêté|rompu|mettre (?:un terme|fin))[a-z]*(?![^.;]{0,60} qu(?:e |'))|ne (?:prend|prendra) (?:pas|point) fin`;

const setsTarget = (phrase: Readable): boolean =>
  !phrase.has(NO_TARGET) &&
  (phrase.has(TARGET) || (phrase.has(DUE) && phrase.has(REACH) && !phrase.has(MONEY_OR_DELAY)));
/** What ends for having missed its target: it has one. */
const endsShort = (phrase: Readable): boolean =>
  !phrase.has(GOES_ON) && phrase.has(STOPS) && phrase.has(SHORT_OF) && !phrase.has(FAULT_ONLY);
/** An end for a fault is of a phase only where one is spoken of. */
const endsPhase = (phrase: Readable): boolean =>
  !phrase.has(GOES_ON) &&
  phrase.has(END) &&
  phrase.has(MISSED) &&
  (!phrase.has(FAULT_ONLY) || phrase.has(OF_PHASES) || setsTarget(phrase));
const isUnmet = (phrase: Readable): boolean =>
  (phrase.has(UNMET) && phrase.has(MARKET) && !phrase.has(NOT_UNMET)) || phrase.has(UNMET_NEED);
const settlesRights = (phrase: Readable): boolean => {
  const owned = (phrase.has(OWNERSHIP) && phrase.has(GRANT)) || (phrase.has(MADE) && phrase.has(BELONGS));
  return (owned || phrase.has(LICENCE)) && !phrase.has(SECRET) && !phrase.has(PUT_OFF);
};

/** What tells each signal in a sentence. */
const SIGNS: readonly (readonly [PartenariatSignal, (phrase: Readable) => boolean])[] = [
  ['nombre', number],
  ['objectif', setsTarget],
  ['fin', (phrase) => endsShort(phrase) || endsPhase(phrase)],
  ['objectif', endsShort],
  ['besoin', isUnmet],
  ['droits', settlesRights],
];

/** Reads the signals of one sentence. */
const read = (phrase: Readable): PartenariatSignal[] =>
  SIGNS.filter(([, tells]) => tells(phrase)).map(([signal]) => signal);

/** Columns that count contracts or partners, and those that tell whose the rights are. */
const HOW_MANY =
  /^ ?(?:nombre (?:de |d'))?(?:partenaires?|contrats?|titulaires?|cocontractants?|operateurs?|attributaires?)(?: (?:en (?:cours|lice|parallele|vigueur)|actifs?|retenus?|conserves?|maintenus?|signes?|distincts?|individuels?|engages?|restants?|au plus|maximum))* ?$/;
const BARE_NUMBER =
  /^ ?(?:\d{1,2}|une?|deux|trois|quatre|cinq|six|unique)(?: seule?)?(?: (?:partenaires?|contrats?|titulaires?|au plus|maximum))* ?$/;
const WHOSE = fr`titulaires? (?:des? |du )(?:la )?(?:droits?|propriété)|propriétaires?|propriété(?: (?:intellectuelle|des (?:droits|résultats)))?|à qui`;

/** « Solutions disponibles », « Produits du commerce »: a column of what is sold; and what its row says of it. */
const ON_SALE = fr`(?:solutions?|produits?|offres?|technologies|procédés|logiciels?|outils) [^.;]{0,20}(?:disponibles?|existante?s?|actuelle?s?|du commerce|du marché|sur le marché|connue?s?|vendue?s?|commercialisée?s?|étudiée?s?|essayée?s?|recensée?s?)|offre (?:du marché|existante|actuelle)`;
const FAILS = fr`aucune?|néant|insuffisante?s?|inadaptée?s?|ne (?:[a-z]+ ){0,3}(?:convien|répond|satisf|suffi|attei|perm|couvr)[a-z]*|non`;

/** What a cell says by the head of its column alone. */
function underHead({ said, head, sentence: { passage } }: SaidCell): PartenariatSignal[] {
  if (!head) return [];
  const compared = passage.table?.header.cells.some((c) => c.has(ON_SALE)) && passage.has(FAILS);
  const [label = '', cell = ''] = said.folded.split(/ : (.*)/);
  const counted = HOW_MANY.test(head.folded) && BARE_NUMBER.test(cell);
  const isWhose = head.has(fr`titulaires? des droits`) || (head.has(WHOSE) && has(label, THING));
  return [
    ...(compared ? (['besoin'] as const) : []),
    ...(counted ? (['nombre'] as const) : []),
    ...(isWhose && /[a-z]{3}/.test(cell) ? (['droits'] as const) : []),
  ];
}
const THING = fr`${MADE.source}|résultats?|brevets?|préexist[a-z]*|antérieure?s?|(?:dévelop|conç)[a-zç]*|interfaces?|briques?|livrables?|titres?|modèles?|algorithmes?`;

export interface PartenariatFound {
  readonly signals: readonly PartenariatSignal[];
  readonly sentence: Sentence;
}

/** What a piece says that an innovation partnership must say; empty when nothing. */
export const partenariat = defineFact<readonly PartenariatFound[]>({
  id: 'partenariat',
  title: "Contenu du partenariat d'innovation",
  read({ draft }: Piece) {
    const found = draft.collect(read).map(({ value, sentence }) => ({ signals: value, sentence }));
    const rows = labelled(draft).flatMap((row) => {
      const { sentence, said, head } = row;
      // What stands under « À défaut » tells what ends for having missed the target beside it.
      const missed: PartenariatSignal[] = head?.has(OTHERWISE) && said.has(STOPS) ? ['objectif', 'fin'] : [];
      const signals = [...read(said), ...missed, ...underHead(row)];
      return signals.length > 0 ? [{ signals, sentence }] : [];
    });
    return [...found, ...rows];
  },
  show: (found, piece) =>
    followsPartenariat(piece) ? { dit: [...new Set(found.flatMap((f) => f.signals))] } : undefined,
});

/**
 * That the piece follows a partenariat d'innovation, by its own words, failing them by another piece's, or by the sense
 * of a text that names no procedure; undefined when it does not.
 */
export function followsPartenariat(piece: Piece): { readonly doubt: Doubt } | undefined {
  const sure = { doubt: undefined };
  const own = piece.ask(procedure).name;
  if (own) return own === 'partenariat-innovation' ? sure : undefined;
  const { pieces } = piece.consultation;
  const names = pieces.map((p) => p.ask(procedure).name);
  if (names.includes('partenariat-innovation')) return sure;
  if (names.some((name) => name !== undefined)) return undefined;
  const [heard] = pieces.flatMap((p) => saying(p, 'procedure/suit-partenariat'));
  return heard && { doubt: hearing(heard) };
}

const COUNTED = fr`à l'exclusion de|une?|seule?s?|uniques?|plusieurs|chacune?|deux|trois|quatre|cinq|six|\d+`;
const AT_WILL = fr`s'(?:il|elle) le (?:juge|souhaite|veut|désire)|à tout moment|à (?:son|sa) (?:gré|convenance|discrétion)|${FAULT_ONLY.source}`;
const AIMED = fr`${REACH.source}|attei[a-z]+|seuils?|objectifs?|jalons?|paliers?|résultats?|performances?|niveaux?|taux|au moins|démontr[a-z]+|but|\d+ ?%|cibles?`;
const LACKING = fr`personne|ne|n'[a-z]+|aucune?|rien|nulle?|sans|pas|défaut|absence|manque(?:nt)?|néant|carence|in(?:existant|suffisant|adapté)e?s?|reste à`;
/** « rien n'est commandé », « la phase 2 ne s'ouvre pas »: nothing comes after. */
const NO_FURTHER =
  "(?:sans|aucune|pas de|ni) (?:[a-z]+ ){0,2}suites?|plus loin|en rest(?:e|er|era|ent)|(?:ne |n')(?:se |s'|est |sont |sera |seront )?(?:pas |plus )?(?:[a-z]+ )?(?:poursui|continu|ouvr|ouver|engag|command|pass|commenc|lanc|demarr|affermi|achet|acquis|appel|convi|retenu|garde|paye|du)[a-z]*|rien (?:n'|ne )[a-z]+";
const RIGHTS = fr`droits?|brevets?|propri[a-z]+|copropri[a-z]+|résultats?|inven[a-z]+|appart[a-z]+|cèd[a-z]*|céd[a-z]*|cession`;
/** What is heard of each signal in other words: what must stand in a sentence that is not surely heard, and what must in none. */
const HEARD: Readonly<Record<PartenariatSignal, readonly [concept: string, must?: RegExp, mustNot?: RegExp]>> = {
  nombre: ['partenariat/nombre-decide', COUNTED, NO_NUMBER],
  objectif: ['partenariat/objectif-intermediaire', AIMED, fr`${AT_WILL.source}|${NO_TARGET.source}`],
  fin: [
    'partenariat/fin-si-objectif-manque',
    fr`${STOPS.source}|${NO_FURTHER}|manquée?s?`,
    fr`${AT_WILL.source}|${GOES_ON.source}`,
  ],
  besoin: ['besoin/non-couvert-par-le-marche', LACKING],
  droits: [
    'pi/droits-sur-resultats-regles',
    RIGHTS,
    fr`${SECRET.source}|${PUT_OFF.source}|locaux|bâtiments?|terrains?|véhicules?|mobiliers?`,
  ],
};

/** First sentence of the consultation that says it; undefined when no piece does. Headings alone say nothing. */
export function saidOfPartenariat(piece: Piece, signal: PartenariatSignal): Sentence | undefined {
  for (const p of piece.consultation.pieces) {
    const found = p.ask(partenariat).find((f) => f.signals.includes(signal) && !f.sentence.passage.isTitle);
    if (found) return found.sentence;
    const [concept, must, mustNot] = HEARD[signal];
    const heard = answering(p, concept, (s, sure) => (sure || !must || s.has(must)) && !(mustNot && s.has(mustNot)));
    if (heard) return heard;
  }
  return undefined;
}

/** True when a piece deals with the rights in the results: a clause of its own, or a regime of a CCAG named for them. */
export function dealsWithRights(piece: Piece): boolean {
  const { pieces } = piece.consultation;
  if (saidOfPartenariat(piece, 'droits') || saidInDossier(piece, 'propriete-materielle')) return true;
  return pieces.some((p) => p.ask(droits).length > 0 || p.ask(regimes).length > 0);
}

/** Where the procedure is named in the piece, else its title. */
export function partenariatPlace(piece: Piece): Span {
  const named = piece.ask(procedure).evidence.find((e) => e.name === 'partenariat-innovation');
  return named?.sentence.span ?? piece.draft.title?.span ?? TOP;
}
