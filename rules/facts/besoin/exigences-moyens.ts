import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has, type Match } from '../../kit/text.ts';
import { isSure, isTold, withHeard } from '../commun/index.ts';
import { isLegend } from './exigences-noms.ts';
import { opensToEquivalent } from './references-equivalence.ts';
import { saysState, standsInDescription } from './references-existant.ts';

/** A technology, process or material that a piece imposes to the exclusion of others. */
export interface Moyen {
  readonly sentence: Sentence;
  readonly at: Span;
  /** The words that exclude, as printed: « exclusivement en polyéthylène ». */
  readonly words: string;
  /** Why the choice is closed, when the text says so. */
  readonly reason: 'loi' | 'existant' | undefined;
  /** Another solution that does as well is admitted. */
  readonly open: boolean;
  readonly doubt?: Doubt;
}

const ONLY = '(?:exclusivement|uniquement|imperativement|obligatoirement|seulement)';
const MAKING =
  '(?:realis|fabriqu|construi|constitu|developp|effectu|execut|assembl|pos|fix|relev|mesur|coul|peint|soud|nettoy|desherb|produi|cod|ecri|concu|programm|mont|install|trait|isol|chauff|revet|imprim|ancr|scell|coll|viss|usin|decoup|transport|distribu|collect|recept|stock|chiffr|depos|moul|inject|thermoform|forg|tiss|aliment|sous-titr|captur|enregistr|rempli|protege|lav|desinfect|sterilis|arros|taill)[a-z]*';
const MEANS =
  "(?:en|par|avec|sous|au moyen d(?:e|u|es)?|a l'aide d(?:e|u|es)?|a partir d(?:e|u|es)?|selon|sur la base d(?:e|u|es)?|a base d(?:e|u)?|via)";
/** « à la vapeur », « au rouleau »: ways of making that take no other preposition; the rest of « à la… » are places and times. */
const WAY =
  "(?:a la|au|a l'|aux) ?(?:vapeur|main|machine|rouleau|pinceau|brosse|chaux|ciment|platre|eau (?:chaude|froide|claire|ozonee)|(?:tres )?haute pression|gaz|electricite|bois|laser|jet|nettoyeur|chaud|froid|arc|tour|four|broyeur|mortier|silicone|vernis|pistolet|chalumeau|lance|compresseur|colle|scie|cylindre|finisseur|fil|crochet|clou|balai|rateau|tracteur|cheval|karcher|sabl[a-z]+|tourbe|robot|drone)s?";
const NOUN =
  "(?:procedes?|techniques?|technologies?|solutions?|materia(?:u|ux)|langages?|methodes?|systemes?|dispositifs?|modes? (?:de |d')?[a-z]+|essences?|types? d[e'] ?[a-z]+|frameworks?|moteurs?|bases? de donnees|formats?|supports?|energies?|alliages?|produits?|fixations?|assemblages?|matieres?)";
/** The same, and words that say a way of doing where all others are refused. */
const WAYS = `(?:${NOUN}|formules?|manieres?|facons?|voies?|approches?|architectures?|cadres? d(?:e |')(?:developpement|travail)|configurations?|organisations?|schemas?|outils?|plate-?formes?|environnements?|marques?|modeles?|conduites? de projet|methodologies?|demarches?|procedures? de (?:pose|fabrication|traitement|calcul)|hebergements?|lieux? d'hebergement)`;
/** Other things are not let in, and no way of doing is closed. */
const NO_WAY =
  '(?:personnes?|documents?|factures?|frais|prix|indemnit|reclamation|exemplaire|lots?|candidat|offres?|prestations?|titulaire|entreprise|societe|prestataire|remuneration|paiement|supplement|delai|date|usage|utilisation|tiers|donnees?|informations?|modification|condition|criteres?|demande|formalite|acces|clause|stipulation|motif|sujet|element|format|support|membre|agent|droit)';

/** « regardée comme non conforme », « tenue pour irrégulière » */
const HELD_FAULTY =
  '(?:(?:est|sont|sera|seront) (?:[a-z]+ )?(?:regard|consider|tenu|declar|jug|reput)[a-z]* (?:comme |pour )?(?:etant )?(?:non[ -]conforme|irreguli|irrecevab|inaccept|inapte)[a-z]*)';
const REFUSED =
  "(?:(?:est|sont|sera|seront) (?:[a-z]+ )?(?:refus|rejet|exclu|ecart|elimin|proscri|banni|interdi)[a-z]*|(?:ne|n'(?:est|etant)) ?(?:[a-z]+ ){0,3}?(?:pas|ni) (?:[a-z]+ )?(?:admis|accept|recu|recev|retenu|tolere|examin)[a-z]*)";
/** « Conduira à écarter l'offre », « ferait tomber la proposition », « serait rédhibitoire »: the same, by what comes of it. */
const COSTS =
  "(?:(?:condui|mene|amene)[a-z]* (?:a |au )(?:l'|la |le )?(?:ecarter|rejeter|eliminer|exclure|rejet|elimination|exclusion)|(?:entrain|emport|provoqu|impliqu)[a-z]* (?:le |l'|la )?(?:rejet|elimination|exclusion|irregularite)|(?:fer(?:a|ait|ont|aient)|vau(?:t|dra|drait)) (?:tomber|ecarter|rejeter|rejet|elimination|exclusion)|(?:est|sont|sera|seront|serait|seraient|etant) (?:redhibitoires?|eliminatoires?|hors de (?:propos|question)|exclue?s? d'office))";
const FAULTY =
  "(?:defectueu|defaillan|abime|tardi|incomplet|irreguli|conforme|perime|hors(?! (?:d[eu]s? |de l'|les )))";
/** However good it may be: no other solution is let in, even one that does as well. */
const WORTH =
  '(?:garanties?|performances?|qualites?|resultats?|avantages?|merites?|niveaux?|caracteristiques?|rendements?)';
const WHATEVER = `(?:meme a titre d'equivalen[a-z]+|quel(?:le)?s? qu(?:e |'en )soi(?:t|ent) (?:ses|sa|son|leurs?|les?|la) ${WORTH}|(?:meme|y compris|fut-ce|fussent-elles) (?:a|de|avec|pour) (?:[a-z]+ )?(?:memes? )?${WORTH}(?: (?:[a-z]+ )?(?:egale?s?|equivalente?s?|superieure?s?|identiques?))?|(?:meme|quand bien meme|fut-elle|fut-il|si) (?:[a-z']+ ){0,2}?(?:plus |aussi )?performante?s?)`;

const PATTERNS: readonly RegExp[] = [
  // « réalisé exclusivement en… », « exclusivement réalisé en… », « doivent impérativement être posés avec… »
  new RegExp(`(?<![a-z])${MAKING} (?:[a-z]+ ){0,2}?${ONLY} ${MEANS}(?![a-z])`),
  new RegExp(`(?<![a-z])${ONLY} (?:etre )?${MAKING} (?:[a-z]+ ){0,2}?${MEANS}(?![a-z])`),
  new RegExp(`(?<![a-z])(?:${MAKING} (?:[a-z]+ ){0,2}?${ONLY}|${ONLY} (?:etre )?${MAKING}) ${WAY}(?![a-z])`),
  new RegExp(
    `(?<![a-z])(?:est|sont|sera|seront|etre) ${ONLY} (?:en|de type|a base) (?!ligne|cours|fonction|vigueur|place|service|francais|langue|charge)[a-z]`,
  ),
  new RegExp(`(?<![a-z])(?:utilis|emploi|employ)[a-z]* ${ONLY} (?:le|la|les|l'|des|du|de|un|une)(?![a-z])`),
  new RegExp(
    `(?<![a-z])a l'exclusion d(?:e|u)? ?(?:tout|toute|tous|toutes)(?: (?:les|le|l'))? ?autres? ${NOUN}(?![a-z])`,
  ),
  new RegExp(`(?<![a-z])a l'exclusion de toute? ${NOUN} (?:autre|different|alternatif)`),
  /(?<![a-z])seule?s? (?:le |la |les |l')?(?:[a-z'-]+ ){1,8}?(?:est|sont|sera|seront) (?:admis|autoris|accept|retenu|tolere|envisag)[a-z]*/,
  new RegExp(
    `(?<![a-z])(?:le|la|les) seule?s? ${NOUN} (?:qui soit |a etre )?(?:admis|autoris|accept|retenu|tolere)[a-z]* (?:est|sont|sera|seront)(?![a-z])`,
  ),
  new RegExp(
    `(?<![a-z])(?:est|sont|sera|seront) (?:le |la |les )?seule?s? ${NOUN} (?:[a-z]+ ){0,2}?(?:admis|autoris|accept|retenu|tolere)[a-z]*`,
  ),
  new RegExp(
    `(?<![a-z])(?:tou(?:t|te|s|tes) (?:les )?)${NOUN} (?:autres?|differente?s?) (?:que|de) [^.;]{3,80} (?:est|sont|sera|seront) (?:proscrit|interdit|exclu|refus|rejet)[a-z]*`,
  ),
  // « toute autre famille d'algorithmes sera refusée »
  new RegExp(
    `(?<![a-z])(?:toute?|tous|toutes(?: les)?|une?) autres? (?!formats?|supports?|modes? d|produits?)(?:${NOUN}|familles? d(?:e |')[a-z]+|approches?|algorithmes?|architectures?|reseaux?|conduites? de projet|methodologies?|demarches?)(?: [a-z'-]+){0,6} ${REFUSED}`,
  ),
  // « Les offres fondées sur une autre technique seront écartées »
  new RegExp(
    `(?<![a-z])(?:offre|solution|proposition|produit)s? (?:[a-z']+ ){0,6}?(?:une?|toute?|d') ?autres? (?:${NOUN}|moyens?)(?![a-z])[^.;]{0,60}? (?:${HELD_FAULTY}|(?:sera|seront|est|sont) (?:ecart|rejet|elimin|refus|exclu|irrecevab|irregul)[a-z]*)`,
  ),
  new RegExp(
    `(?<![a-z])aucune? autre (?!${NO_WAY})[a-z-]+ (?:[a-z']+ ){0,6}?(?:n'est|ne sera|n'etant|ne peut|ne pourra)(?![a-z])`,
  ),
  // « nous n'accepterons aucune autre manière de former »
  new RegExp(
    `(?<![a-z])(?:n'(?:accept|admet|autoris|examin|etudi)[a-z]*|ne (?:reti|rete|reco|rece|toler)[a-z]*) (?:pas |point |ni )?(?:d'|aucune? )autres? ${WAYS}(?![a-z])`,
  ),
  // « il n'est reçu aucun autre procédé », « sans qu'il soit fait usage d'aucune autre technique »
  new RegExp(
    `(?<![a-z])(?:n'(?:est|y a)|ne ser(?:a|ont)|sans)(?: [a-z']+){0,8} (?:d'|de )?aucune? autre (?!formats?|supports?|voies? (?!de (?:transmission|diffusion|transport|liaison))|modes? d|produits?|organisations?)${WAYS}(?![a-z])`,
  ),
  // « un rapport établi d'après un autre outil est refusé », « nous n'examinerons pas de projet qui recoure à une autre matière »
  new RegExp(
    `(?<![a-z])(?:une?|tout|toute|les|des) (?!offre|candidat|pli)[a-z]+ (?:etabli|realise|fonde|obtenu|produi|fait|concu|ecri|mene)[a-z]* (?:d'apres|avec|par|sur|selon|en|au moyen d'|a l'aide d'|a partir d') ?(?:une? |d'une? )?autre ${WAYS}(?: [a-z'-]+){0,5} ${REFUSED}`,
  ),
  /(?<![a-z])(?:n'(?:examin|accept|admet|etudi|retien)[a-z]*|ne (?:reti|rete|reco|rece|lir|jug)[a-z]*) (?:pas |point |aucune? )(?:de |d'|les )?(?:projet|offre|solution|proposition|produit|reponse)s? (?:qui |ayant |fondee?s? )(?:[a-z']+ ){0,3}(?:a |sur |en |d')?(?:une? |d')?autre(?:s)? [a-z]+/,
  // « écrit en Kotlin ; toute autre plateforme, écartée »
  new RegExp(
    `(?<![a-z])(?:toute?|tous les|toutes les|les) autres? (?!formats?|supports?|modes? d|produits?)${WAYS}(?: (?:de |d'|du )?[a-z'-]+){0,4},? (?:(?:est|sont|sera|seront|etant) )?(?:ecart|exclu|proscri|refus|banni|rejet)[a-z]*(?= ?(?:[.;,)]|$))`,
  ),
  new RegExp(
    `(?<![a-z])(?:le|la|les|l'|recours a[u]?|utilisation d[eu]?) ?(?:[a-z]+ )?${NOUN} (?:[a-z'-]+ ){1,4}?(?:est|sont|sera|seront) (?:impose|obligatoire)e?s?(?![a-z])`,
  ),
  // « par double saisie, seule méthode reçue », « au rouleau, unique procédé admis »
  new RegExp(
    `(?<![a-z])(?<=, |comme |a titre de )(?:(?:le|la|les) )?(?:seule?s?|uniques?) (?!(?:modes? d|supports?|formats?))${NOUN} (?:[a-z]+ ){0,2}?(?:admis|autoris|accept|recu|retenu|tolere|permis|agre|valid|reconnu|possible|envisag)[a-z]*`,
  ),
  // « toute solution hébergée ailleurs est refusée, quelles que soient ses garanties »
  new RegExp(
    `(?<![a-z])(?:tou(?:t|te|s|tes)|une?|l'|les?|la) ?(?:(?!${FAULTY})[a-z'-]+ ){1,16}?${REFUSED}[^.;]{0,12} ${WHATEVER}`,
  ),
  new RegExp(
    `(?<![a-z])(?:tou(?:t|te|s|tes)|une?|l'|les?|la) ?(?:(?!${FAULTY})[a-z'-]+,? ){1,16}?${WHATEVER}[^.;]{0,40}? ${REFUSED}`,
  ),
  // « …dans nos salles ; une proposition d'hébergement chez un tiers ne sera pas étudiée »
  new RegExp(
    `(?<![a-z])(?:une|toute|les|des) (?:propositions?|solutions?|offres?|reponses?|alternatives?) (?:(?:fonde|base)e?s? sur|reposant sur|utilisant|recourant a|a base d[eu']|en mode|d[e'] ?(?:hebergement|stockage|installation|pose|fixation|collage|traitement|chauffage|captage|mesure|impression|transport|fabrication|construction|developpement|sauvegarde)) ?(?:(?!(?:${FAULTY}|sans|prix|delai|heure|annee|date|version|hypothese|donnee|quantite|duree|montant|estimation|calcul|erreur))[a-z'-]+ ){1,10}?(?:${REFUSED}|ne (?:sera|seront) (?:pas |point )?(?:etudie|examine|instruit|recevable)[a-z]*)`,
  ),
  // « nous refusons que vous y substituiez une autre matière »
  new RegExp(
    `(?<![a-z])(?:refus|interdi|exclu)[a-z]* (?:qu[e'] ?(?:[a-z']+ ){1,3}|d[e'] ?(?:y )?)(?:y )?(?:substitu|recour|utilis|emplo|remplac|prefer)[a-z]* (?:a |par )?(?:une? |d')autre (?:${WAYS}|moyen)(?![a-z])`,
  ),
  // « Le tri est fait à la main ; le recours à des machines n'est admis pour aucun lot », « … ; aucun module en ligne ne peut le remplacer »
  new RegExp(
    `(?<![a-z])(?:se |(?:est|sont|sera|seront) )(?:tien|donn|fai|deroul|men|assur|dispens|conduit|${MAKING})[a-z]* (?:en|dans|par|a|au|sur|avec) [^.;]{3,60}; (?:(?:(?:le recours|l'emploi|l'usage|l'utilisation) (?:a|au|aux|d[eu']s?) ?|(?:aucune?|les?|la|des) [a-z-]+ (?:a distance|en ligne|en visio[a-z]*|virtuel[a-z]*))[^.;]{0,60}? n(?:e |')(?:est|sont|ser[a-z]+|peu[a-z]+|pourr[a-z]+) (?:admis|accept|toler|permis|autoris|retenu)[a-z]* (?:pour|dans|en|a|sur) (?:aucun|quelque)|aucune? (?!${NO_WAY})[a-z-]+ [^.;]{0,60}?n(?:e |')(?:peu|saur|pourr)[a-z]* (?:l[aes]{1,2} |s'y |y )?(?:remplac|substitu)[a-z]*)`,
  ),
  // « … ; une formule louée, publique ou non, ferait tomber l'offre »
  new RegExp(
    `(?<=[;:,.] )(?:une?|toute?|le|la|les|l'|des) ?(?!${FAULTY})(?:autres? )?(?:${WAYS}|recours|appel|emploi|usage|installations?|[a-z]{4,}isations?)(?![a-z])(?:(?! (?:${FAULTY}|sous-trait|tiers|interim|groupement|personnel|candidat|langue|variante|reserve|incomplet))[^.;:]){0,80}? ${COSTS}`,
  ),
  // « Une proposition qui reposerait sur un autre principe, même en partie, ne sera pas retenue »
  new RegExp(
    `(?<![a-z])(?:propositions?|offres?|solutions?|reponses?|projets?) qui (?:[a-z']+ ){1,4}?(?:(?:sur|a|en|avec|par) )?(?:une? |d')autres? (?!${NO_WAY}(?<!format|support)|langue|prix|societe|annee|lieu|calendrier|hypothese)[a-z-]+[^.;]{0,40}? (?:${REFUSED}|ne (?:sera|seront) (?:pas |point )?(?:retenu|etudie|examine|instruit)[a-z]*|${COSTS})`,
  ),
  // « … ; nous ne prendrons pas de fûts », « nous n'en étudierons pas d'autre »
  new RegExp(
    `(?<![a-z])(?:est|sont|sera|seront|se) (?!tenue?s? (?:de|d'|a)(?![a-z]))[^.;]{3,90}; (?:et )?(?:nous|on) n(?:e |')(?:prend|retien|accepter|veu|voul|voudr|etudier|examiner|admettr|recevr)[a-z]* (?:pas|point) (?:d'|de )(?!${NO_WAY}|pli|retard|reserve|variante|excuse|report)[a-z-]+`,
  ),
  /(?<![a-z])(?:choix|options?|parti|techniques?|technologies?|procedes?|matieres?|materia(?:u|ux)|solutions?|langages?|methodes?|principes?)(?![a-z])[^.;]{0,60}(?<![a-z])n(?:e |')(?:l'|les? )?(?:en|y en) (?:[a-z]+ )?(?:etudi|examin|accept|admet|retien|veu|voul|prend|recev|aura)[a-z]* (?:pas|point|aucune?) ?(?:d')?(?:autres?)?(?= ?[.;,])/,
  // « c'est la pince ou rien », « en cuivre et en rien d'autre », « Kafdor faisant office de file unique »
  /(?<![a-z])(?:c'est|ce sera|ce seront) [^.;:]{2,50} ou rien(?= ?[.;:!]|$)/,
  /(?<![a-z])et (?:dans|en|par|avec|sur|sous|a|au) rien d'autre(?![a-z])/,
  /(?<![a-z])(?:faisant|fera|feront|fait|font) office d(?:e |')(?:[a-z-]+ ){1,3}?uniques?(?= ?[;:.,])/,
  // « ne sont reçus qu'à travers… »
  /(?<![a-z])(?:ne|n') ?(?:est|sont|sera|seront) (?:[a-z]+ ){0,2}?(?:recu|admis|accept|transmis|remis|rendu|consult|saisi)[a-z]* qu[e'] ?(?:a travers|via|au moyen d)(?![a-z])/,
];

/** What follows is a person, a place, a time, a channel or a language, not a way of making. */
const NOT_MEANS =
  /^ ?(?:(?:le|la|les|l'|un|une|des|du|de|d'|son|ses|leur|leurs) ?)?(?:francais|langue|euros?|ligne|journee|semaine|horaires?|heures?|jours?|periode|dehors|presence|cas|fonction|application|accord|interne|externe|salle|site|sites|locaux|atelier|usine|france|europe|union|territoire|voie (?:electronique|dematerialisee|postale|publique|d'affichage)|courriel|courriers?|mail|ecrit|telephone|bons? de commande|ordres? de service|profil|plateforme (?:de dematerialisation|des achats)|chorus|personnels?|agents?|ouvriers?|entreprises?|titulaire|prestataire|societes?|techniciens?|electriciens?|personnes?|operateurs?|intervenants?|equipes?|formateurs?|medecins?|professionnels?|salaries?|chauffeurs?|conducteurs?|service|services|laboratoires?|organismes?|acheteur|maitre|collectivite|commune|direction|responsable|geometre|bureau|rue|acces|quais?|portes? d|entrees?|escaliers?|couloirs?|ascenseurs?|avocats?|traducteurs?|enseignants?|[a-z]+eurs? (?:habilite|qualifie|agree|diplome|certifie)s?|avance|accord|commun|double|exemplaire|virement|fiches?|formulaires?|bordereau)(?![a-z])/;
const ONLY_PERSONS = fr`seule?s? (?:le |la |les |l')?(?:[a-z'-]+ )?(?:usages?|ports?|emplois? d|accès|produits?|matériels?|équipements?|fournitures?|articles?|offres?|candidats?|candidatures?|personnes?|personnels?|agents?|entreprises?|prestations?|dépenses?|factures?|réclamations?|travaux|heures?|lots?|variantes?|documents?|réponses?|questions?|exemplaires?|versions?|véhicules?|modifications?|commandes?|livraisons?|plis?|critères?|pièces?|quantités?|demandes?|juridictions?|tribunal|tribunaux|interventions?|absences?|titulaire|représentants?|utilisateurs?|soumissionnaires?|groupements?|communications?|jours?|signatures?)`;
const LAW = fr`lois?|code (?:du|de la|de l'|de)(?! ?(?:l'|la )?(?:application|logiciel|portail|programme|module|outil|site|plate-?forme|solution|interface)s?(?![a-z]))|arrêtés?|décrets?|règlement(?:ation)?s?|réglementaire(?:s|ment)?|directives?|légal(?:e|es|ement)?|rgpd|rgaa|rgs|architectes? des bâtiments de france|abf|monuments? historiques?|sdis|plu|amiante|sécurité incendie`;
const REASON = fr`n'accept(?:e|ent|ant) que|(?:qu'|que seule?s? )accept(?:e|ent)|compatib[a-z]+|interop[a-z]+|à l'identique|identiques? (?:à|aux?)|en raison d(?:e|u|es)?|afin d(?:e|')? ?(?:assurer|garantir|préserver|conserver)|pour des raisons|compte tenu d(?:e|u|es)?`;
/** « Le titulaire choisit le procédé. Les caméras, seules, sont exclues »: one is banned, and the rest is free. */
const FREE_CHOICE = fr`(?:titulaire|prestataire|candidat|soumissionnaire|fournisseur|entreprise)s? (?:choisi(?:t|ssent)|propose(?:nt)?|reste(?:nt)? libres?|est libre|sont libres)|(?:au|libre) choix|laissée?s? (?:libres?|(?:au|à l')(?: libre)? ?(?:choix|appréciation|initiative|titulaire|candidat|prestataire))|tout autre (?:procédé|moyen|solution)[^.;]{0,30}(?:admis|accept|recevable)[a-zé]*`;
const SAME_PERFORMANCE = fr`(?:mêmes?|équivalente?s?) (?:performances?|résultats?|niveaux?|caractéristiques?|fonctions?)|sauf (?:accord|proposition|solution)|à défaut|ou (?:par |avec |en |selon )?(?:tout|toute) (?:autre )?(?:solution|procédé|technique|technologie|matériau|moyen|méthode|dispositif|système|langage|produit)s?`;

/** « Chaque bac est lavé, ou subit un rinçage qui donne le même résultat »: the choice is between two things of that sentence. */
const OF_ITS_OWN = /^[^a-z]*(?:chaque|les?|la|l'|une?) ?[a-z' -]{3,80}, ou (?!tou|autre|par|avec|en |de |une? )[a-z]+ /;

/** « écrit en langage Java, à l'exclusion de tout autre »: the noun is not said again. */
const ELLIPSIS = new RegExp(
  `(?<![a-z])(?:${MAKING}|est|sont|sera|seront) (?:${MEANS}(?![a-z])${NOT_MEANS.source.slice(1).replace(/^(.*)$/, '(?!$1)')}|${WAY})[^,;.:]{0,60},? (?:a l'exclusion de toute? autre|et (?:pas|non|jamais) (?:autrement|d'une autre (?:facon|maniere|sorte))|et d'aucune autre (?:facon|maniere|sorte)|(?:et )?rien d'autre)(?= ?(?:[.;:,)]|$))`,
);

/** « Collage seul interdit », « les caméras, seules, sont exclues », « tout autre appareil y est permis »: one means is banned, and the others are free. */
const BANS_ONE = fr`(?:tout|toute|tous|toutes|les|l'|un|une) ?(?:les )?autres? [a-z]+ (?:[a-z]+ ){0,2}(?:est|sont|reste|restent|demeure|demeurent|étant) (?:permis|admis|accept|autoris|possible|libre)[a-zé]*|seule?s?,? (?:(?:[a-z'-]+ ){0,6}?(?:est|sont|sera|seront|étant) )?(?:interdit|exclu|proscri|bann|écart|refus|rejet)[a-zé]*`;

/** « Nature de l'isolant : laine minérale »: a value beside its label, that shuts nothing out. */
const isSpecified = ({ folded }: Sentence): boolean =>
  /^[^a-z]*[a-z][a-z' -]{3,40} : [^.;:]{3,80}[.;]? ?$/.test(folded) && !has(folded, EXCLUDES);
const EXCLUDES = fr`exclusi[a-z]+|unique(?:ment)?|seule?s?|seulement|impos[a-zé]+|obligatoire[a-z]*|impérati[a-z]+|autres?|refus[a-zé]+|écart[a-zé]+|interdi[a-z]+|à l'exclusion|sans équivalent`;

/** « L'emploi du bois n'est pas obligatoire : l'acier est reçu dans les mêmes conditions » */
const NOT_IMPOSED = fr`(?:n'est|ne sont|ne sera|ne seront) (?:pas|nullement|en rien|point) (?:obligatoire|imposé|exigé|requis|prescrit)[a-z]*|(?:reçu|admis|accept|examin)[a-zé]* (?:dans les mêmes conditions|au même titre)`;

/** Longer, it is a page without full stops, and no sentence. */
const A_PAGE = 600;

const IMPOSED =
  /office d|ou rien|hors de (?:propos|question)|tomber|redhibitoire|eliminatoire|d'office|(?:condui|mene|entrain|emport|provoqu|impliqu|vaut|vaudr)[a-z]* |nous n|on n|n'en |y en |non[ -]conforme|irreguli|(?:ser(?:a|ont)|est|sont) (?:pas )?(?:etudie|examine|instruit|refus|rejet|ecart|exclu|recevable)|autrement|autre (?:facon|maniere|sorte)|rien d'autre|qu[e'] ?(?:a travers|via|au moyen)|exclusi|unique|imperati|obligatoire|seul|(?:aucune?|une?|toute?|d') ?autre|les autres (?:[a-z]+ ){1,3}(?:etant|sont|seront) |autres? que|different|impose|quel(?:le)?s? que soi|meme (?:a|de|avec|pour)|performante|(?:pour|dans|en|a|sur) aucun|remplacer|substituer/;
const NONE_AS_GOOD = fr`${WHATEVER}`;
const firstMeans = (phrase: Phrase): Match | undefined => {
  if (!phrase.has(IMPOSED) || phrase.folded.length > A_PAGE) return undefined;
  const { folded } = phrase;
  for (const pattern of PATTERNS) {
    const m = phrase.find(pattern);
    if (m && !NOT_MEANS.test(folded.slice(m.to)) && !(m.text.startsWith('seul') && has(m.text, ONLY_PERSONS))) return m;
  }
  return phrase.find(ELLIPSIS);
};

/** What shuts all others out is no state of what is there. */
const NO_OTHER =
  /(?<![a-z])(?:aucune? autre|toute? autre|tous autres|toutes autres|a l'exclusion|etant (?:refus|rejet|exclu|ecart|proscri)[a-z]*|(?:sera|seront) (?:refus|rejet|exclu|ecart|proscri)[a-z]*)(?![a-z])/;

/** What a sentence imposes: `place`, the words that do. */
function meansOf(piece: Piece, sentence: Sentence, place: Span): Moyen {
  const existing =
    standsInDescription(sentence) ||
    (saysState(sentence) && !sentence.has(NO_OTHER)) ||
    sentence.has(REASON) ||
    (sentence.next?.has(REASON) ?? false);
  return {
    sentence,
    at: sentence.span,
    words: piece.draft.slice(place).replace(/\s+/g, ' '),
    reason: sentence.has(LAW) ? 'loi' : existing ? 'existant' : undefined,
    open:
      !sentence.has(NONE_AS_GOOD) &&
      (opensToEquivalent(sentence.folded) ||
        sentence.has(SAME_PERFORMANCE) ||
        [sentence.next, sentence.previous].some((s) => s?.has(SAME_PERFORMANCE) && !s.has(OF_ITS_OWN)) ||
        (sentence.previous?.has(FREE_CHOICE) ?? false)),
  };
}

/** Means that a piece imposes, one a sentence. */
export const moyens = defineFact<readonly Moyen[]>({
  id: 'moyens',
  title: 'Moyens imposés',
  read: (piece) =>
    withHeard(
      piece,
      'besoin/moyen-impose',
      piece.draft.collect(firstMeans).map(({ value, sentence }) => {
        // The exclusion with the thing it names: one or two words more.
        const after =
          /^(?: ?(?:le|la|les|l'|un|une|des|du|de|d'))? ?[a-z'-]+(?: [a-z-]{4,})?/.exec(
            sentence.folded.slice(value.to),
          )?.[0] ?? '';
        return meansOf(piece, sentence, sentence.at({ from: value.from, to: value.to + after.length }));
      }),
      (sentence, doubt) =>
        sentence.folded.length > A_PAGE ||
        !isTold(sentence) ||
        isLegend(sentence) ||
        sentence.has(BANS_ONE) ||
        sentence.has(NOT_IMPOSED) ||
        ((!isSure(doubt) || /\d/.test(sentence.folded)) && isSpecified(sentence))
          ? undefined
          : { ...meansOf(piece, sentence, sentence.span), doubt },
    ),
  show: (all) =>
    all.length === 0
      ? undefined
      : all.map(({ words, reason, open }) => ({ mots: words, raison: reason ?? 'aucune', ouvert: open })),
});
