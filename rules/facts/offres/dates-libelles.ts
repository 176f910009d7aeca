import { fr } from '../../kit/french/pattern.ts';
import { CANDIDATURE, OFFRE, REMIS, REMISE } from './mots.ts';

/**
 * What a day is to the procedure.
 * - `envoi`: the notice is sent for publication
 * - `lancement`: the consultation is launched
 * - `publication`: the notice or the dossier is published
 * - `invitation`: the invitation to tender is sent
 * - `offres`, `candidatures`: the deadline by which they must be received
 */
export type OffresDateKind = 'envoi' | 'lancement' | 'publication' | 'invitation' | 'offres' | 'candidatures';

const OFFRES = `(?:${OFFRE}|projets?|chiffrages?|candidatures? et (?:des |les )?offres?|offres? et (?:des |les )?candidatures?)`;
const LIMITE = `(?:dates?|heures?|limites?|delais?|echeances?|cloture|terme|jour) (?:(?:et|,|/|ou|de|d'|la|les|l'|du|des|limites?|heures?|butoirs?|ultimes?|finales?|fixee?s?|pour|previsionnelle|jour) ?){0,6}`;
/** Between a label and its date: nothing that could be another matter. */
export const LINK =
  "[ :;,|()/-]*(?:(?:est|sont|a ete|sera|seront|fixee?s?|prevue?s?|arretee?s?|au plus tard|au|le|la|pour le|avant|limite|jusqu'au|jusqu'a|a|du|reportee?|imperativement|avis|date|et|heure)[ :;,|()/-]+){0,7}$";

/** « cessent d'être reçues », « est close », « se ferme »: the end of the time for handing in. */
const ENDS =
  "(?:closes?|clos|cloturee?s?|forclos(?:es?)?|(?:se |est |sera )(?:re)?(?:ferme|fermee|clot|fermera)|ferment?|fermera|cessent?|(?:prend|prennent) fin|s'(?:arrete|acheve|interrompt)(?:nt)?|n'accepte(?:nt|ra|ront)? plus|ne (?:prend|recoit|recevra) plus|(?:ne sont|ne seront|n'est|ne sera) plus (?:admis|recus?|acceptes?|recevables?|pris)(?:es?|e)?)";
/** Where what is handed in goes. */
const COUNTER =
  "(?:plate-?forme|profil d'acheteur|registre|guichet|coffre(?:-fort)?|depot)(?! (?:de|pour) maintenance)";
/** What the last day for handing in is called. */
const LAST_DAY =
  "(?:fin|terme|cloture|arret|dernier (?:jour|delai)|limite|echeance) (?:pour |de |du |des |d'|de la )?(?:remettre |deposer |envoyer |remise |depot |reception |envoi )?";
/** By kind, the labels a date may have before it; the one that ends nearest to the date is its own. */
export const LABELS: readonly (readonly [OffresDateKind | 'autre', RegExp])[] = [
  // « les questions relatives aux offres sont transmises avant le »
  [
    'autre',
    fr`(?:questions?|renseignements?|precisions?)(?: [a-z'-]+){0,6} (?:aux?|sur|des?|a|pour)(?: (?:les?|la|leurs?|l'|une?))? ?(?:${OFFRES}|${CANDIDATURE})(?: [a-z'",()-]+){0,12} (?:${REMIS})(?: [a-z'",():./-]+){0,22} ?(?:avant|au plus tard|jusqu'a|jusqu'au|apres|pour|d'ici|date limite)`,
  ],
  [
    'candidatures',
    fr`(?:${LIMITE})(?:${REMISE}) (?:electronique )?(?:des |de |d'une |de la |de votre |de leur )?(?:${CANDIDATURE})(?! et )`,
  ],
  ['candidatures', new RegExp(`\\b(?:${REMISE}) (?:des |de |de la )(?:${CANDIDATURE})(?! et )${LINK}`)],
  [
    'candidatures',
    fr`(?:${CANDIDATURE})(?! et )(?: (?!sous-|et )[a-z'()-]+){0,12} (?:${REMIS})(?: [a-z'",()-]+){0,16} ?(?:avant|au plus tard|jusqu'a|jusqu'au|apres|pour)`,
  ],
  [
    'offres',
    fr`(?:${LIMITE})(?:${REMISE}) (?:electronique |materielle )?(?:des |de |d'une |de l'|de la |de votre |de leur |de leurs )?(?:dossiers? (?:de |des )?|plis? (?:de |des |contenant les )?)?(?:${OFFRES})`,
  ],
  [
    'offres',
    new RegExp(
      `\\b(?:${REMISE}) (?:des |de |de l'|de la |de votre |de leur )(?:${OFFRES})(?: (?:initiales?|finales?|electroniques?))?${LINK}`,
    ),
  ],
  [
    'offres',
    fr`(?:${OFFRES}),?(?: (?!questions?)[a-z'",()-]+){0,12} \[?(?:${REMIS}|(?:est|sont|sera|seront) a (?:remettre|deposer|televerser|transmettre|adresser|envoyer))(?: [a-z'",():./-]+){0,22} ?(?:avant|au plus tard|jusqu'a|jusqu'au|apres|pour|d'ici|date limite)`,
  ],
  [
    'offres',
    fr`(?:remettre|deposer|transmettre|adresser|envoyer|remettent|deposent|transmettent|adressent|remettront|deposeront|transmettront|adresseront|remet|depose|transmet|adresse|presente|presentent|televers[a-z]+|faire parvenir|font parvenir) (?:[a-z'-]+ ){0,4}(?:${OFFRES})(?: [a-z'",()-]+){0,16} ?(?:avant|au plus tard|jusqu'a|jusqu'au|d'ici|pour)`,
  ],
  [
    'candidatures',
    fr`(?:cloture|fin|date limite|echeance|limite) (?:de |des |pour les |pour la |d')(?:${CANDIDATURE})(?! et )`,
  ],
  [
    'offres',
    fr`(?:cloture|fin|date limite|echeance|limite) (?:de |des |pour les |pour la |d'|de la |de l')(?:${OFFRES}|consultation)|cloture (?:du |de la |des )(?:depots?|remise|reception)|(?:depot|remise|reception) (?:des |de )(?:${OFFRES}) (?:se (?:clot|ferme|termine)|est clos|prend fin|cesse|s'acheve|s'arrete)(?:e)?`,
  ],
  // « Dernier jour pour déposer », « Fin de dépôt », « Terme des candidatures »
  [
    'candidatures',
    fr`(?:${LAST_DAY}) (?:les |des |de |la remise des |du dépôt des |de la remise des )?(?:${CANDIDATURE})(?! et )`,
  ],
  [
    'offres',
    fr`(?:${LAST_DAY}) (?:les |des |de |d')?(?:${OFFRES})|dernier (?:jour|délai) (?:pour|de|du|de la) (?:déposer|dépôt|remettre|remise|répondre|réponse|envoyer|envoi)(?! (?:des? |les |la )?(?:${CANDIDATURE}|questions?|échantillons?))|(?:fin|terme|arrêt|fermeture) (?:de |du |de la |des )(?:dépôts?|remises?|réception|réponses?)(?! (?:des? |les |la )?(?:${CANDIDATURE}|questions?|échantillons?))|plis (?:clos|attendus)`,
  ],
  ['candidatures', fr`(?:${CANDIDATURE})(?! et ),?(?: (?!offres?)[a-z'",()-]+){0,12} ${ENDS}(?: [a-z'",()-]+){0,6}`],
  [
    'offres',
    fr`(?:${OFFRES}|${COUNTER}),?(?: (?!questions?|maintenance)[a-z'",()-]+){0,8} ${ENDS}(?: (?!maintenance)[a-z'",()-]+){0,6}`,
  ],
  // What goes with an offer is handed in when it is.
  [
    'offres',
    new RegExp(
      `(?<!\\b(?:echantillon|maquette|prototype|attestation)s?\\b[^.;:]{0,60})\\b(?:${REMIS}|remettre|deposer|joindre|transmettre|fournir) avec (?:l'|son |leur |votre )(?:offre|pli)${LINK}`,
    ),
  ],
  // « Répondez avant le », « les entreprises nous répondent en ligne jusqu'au »
  [
    'offres',
    fr`(?:repondez|(?:on nous|vous(?: nous)?|candidats?|entreprises?|soumissionnaires?|fournisseurs?|concurrents?|cabinets?|societes?)(?: [a-z]+)? (?:repond(?:ez|ent|rez|ront)?)|se manifest[a-z]+,? (?:[a-z'-]+ ){0,3}(?:prix|devis|chiffrage|tarif)s?|ecrivez-nous [a-z ]{0,12}plate-?forme)(?!,? (?:[a-z'-]+ ){0,6}(?:questions?|demandes?|renseignements?|precisions?|convocations?|invitations?))(?: [a-z'",()-]+){0,10},? (?:avant|au plus tard|jusqu'a|jusqu'au|d'ici|pour)`,
  ],
  // « L'offre est reçue en bonne forme ; elle doit l'être avant le »
  [
    'offres',
    new RegExp(
      `\\b(?:${OFFRES})(?: [a-z'",()-]+){0,12} (?:${REMIS})[^.;]{0,50}[;,] (?:elles?|ils?) (?:devai|doi|devr)[a-z]* l'etre${LINK}`,
    ),
  ],
  // « Les prix proposés dans les temps, c'est-à-dire avant le »
  [
    'offres',
    fr`(?:remis|depos|propos|recu|transmis|envoy)[a-z]* (?:dans les (?:temps|delais)|a temps)(?: [a-z]+){0,4},? (?:soit|c'est-a-dire|a savoir),?`,
  ],
  [
    'offres',
    new RegExp(
      `\\b(?:dernier (?:moment|jour|delai|instant)|limite|fin) (?:pour|de|du) (?:nous )?(?:deposer|remettre|repondre|envoyer|transmettre|televerser|soumissionner)${LINK}`,
    ),
  ],
  ['offres', fr`(?:${OFFRES}) (?:(?:est|sont|sera|seront) )?attendue?s? (?:pour )?(?:le|avant)`],
  ['offres', fr`(?:dlro|dlrp|date limite de reponse|${LIMITE}(?:soumission|reponse|depot))`],
  [
    'invitation',
    fr`lettres? d'invitations?(?= ?[:,|-]? ?(?:le )?$)|(?:lettres? d')?invitations? (?:[a-z'-]+ ){0,8}(?:envoyee?s?|adressee?s?|transmises?|expediee?s?)|(?:date )?d?'?envoi (?:de l'|des |de la lettre d')invitations?`,
  ],
  [
    'envoi',
    fr`(?:avis|annonce|aapc|publicite)(?! (?:de preinformation|d'attribution|rectificatif|d'intention|de periodique))(?: [a-z'",()-]+){0,12} (?:envoyee?|transmise?|adressee?|expediee?|partie?)(?: [a-z'",()-]+){0,12}`,
  ],
  [
    'envoi',
    fr`(?:date )?(?:d')?(?:envoi|expedition) (?:du present avis|de l'avis|de l'annonce|de la publicite|a la publication|a l'organe|au boamp|au joue|au jal|pour publication|de l'aapc)(?! (?:de preinformation|d'attribution))(?: [a-z'",()-]+){0,10}|date d'(?:envoi|expedition)`,
  ],
  [
    'envoi',
    fr`départ (?:de l'avis|de l'annonce|de la publicité|pour publication)(?! (?:de preinformation|d'attribution))(?: [a-z'",()-]+){0,10}|envoi pour (?:publication|parution|insertion)`,
  ],
  [
    'envoi',
    fr`transmission (?:de l'avis (?:de marche|d'appel (?:public )?a la concurrence|a la publication|a l'o[a-z]+|au boamp|au joue)|de l'aapc)(?: [a-z'",()-]+){0,10}`,
  ],
  ['envoi', fr`(?:envoyee?|transmise?|adressee?) (?:a la publication|au boamp|au joue|au journal officiel)`],
  [
    'lancement',
    fr`(?:lancement|ouverture|debut) (?:de la (?:presente )?(?:consultation|procedure)|du (?:present )?marche|de l'appel d'offres|de la mise en concurrence)|(?:consultation|procedure|appel d'offres|mise en concurrence)(?: [a-z'-]+){0,6} (?:lancee?|(?<!appel d'offres )ouverte?|engagee?)`,
  ],
  [
    'publication',
    fr`(?:publication|parution|mise en ligne|diffusion) (?:de l'avis|du present avis|de l'annonce|de la (?:presente )?consultation|du (?:present )?(?:marche|dossier|dce|reglement)|de l'aapc|au boamp|au joue|au jal|sur (?:le|la|son) (?:profil|plateforme))(?! (?:de preinformation|d'attribution))(?: [a-z'-]+){0,6}|date de (?:publication|parution|mise en ligne)|(?:avis|annonce|dce|dossier|consultation|marche)(?! (?:de preinformation|d'attribution|rectificatif))(?: [a-z'",()-]+){0,10} (?:publiee?|parue?|mise? en ligne|diffusee?)|publie (?:un |son |l'|le present )avis(?: [a-z'-]+){0,12}`,
  ],
  [
    'autre',
    fr`questions?|renseignements?|visites?|preinformation|ouverture des (?:plis|offres|candidatures)|seances?|commission|negociations?|auditions?|notification|demarrage|execution|debut d[eu]|commencement|echantillons?|maquettes?|prototypes?|reunions?|rectificatif|attribution|demandes? (?:de(?! participation)|d'|ecrites?)|modifications?|modifie[es]*|loi|decret|arrete (?:du|ministeriel)|ordonnance|directive|reglement \(?(?:ue|n)|version|depuis|fin (?:du|de)|delai de validite|jury|invites?|selection des|reponses? aux (?:questions|demandes|interrogations)|reponses? (?:de |du |d')(?:la |l')?(?:caisse|acheteur|pouvoir|agence|commune|collectivite|etablissement|departement|region|metropole|universite|ville|syndicat|centre|hopital|maitre d'ouvrage|personne publique|organisme|administration)|choix|signature|livraison|mise en service|rentree|fait a|demonstrations?|presentations? orales?|dernieres? reponses?|deliberation|convention|emission|emise?|edition|mise a jour`,
  ],
];
/** Labels that may follow the date. */
export const AFTER: readonly (readonly [OffresDateKind | 'autre', RegExp])[] = [
  ['autre', fr`maintenance|indisponib[a-z]+|interruption`],
  // « 3 mars 2027, jour où part l'avis »
  [
    'envoi',
    fr`(?:date|jour|moment) (?:à laquelle|auquel|où|d[eu] (?:l')?(?:envoi|départ|expédition))(?: [a-z'-]+){0,6} (?:avis|annonce|publicité)|(?:part|partira|s'envoie|est (?:envoyé|adressé|transmis|expédié)e?) (?:l'avis|l'annonce|la publicité)`,
  ],
  // « 24 mars 2027, midi, terme des candidatures », « 1er mars 2027, expédition de l'avis »
  [
    'envoi',
    fr`^[^a-z]*(?:l')?(?:envoi|expédition|départ) (?:de l'avis|de l'annonce|pour publication)(?! (?:de preinformation|d'attribution))`,
  ],
  [
    'candidatures',
    fr`^[^a-z]*(?:(?:h|heures?|midi|minuit)(?![a-z])[^a-z]*)?(?:${LAST_DAY}) ?(?:les |des |de )?(?:${CANDIDATURE})(?! et )`,
  ],
  [
    'offres',
    fr`^[^a-z]*(?:(?:h|heures?|midi|minuit)(?![a-z])[^a-z]*)?(?:${LAST_DAY}) ?(?:les |des |de |d')?(?:${OFFRES})`,
  ],
  // « 22 mars 2027 à midi, la plateforme se ferme », « … aucun pli n'est plus recevable »
  [
    'candidatures',
    fr`(?:aucune?|nulle?) (?:${CANDIDATURE}) (?:n'|ne )(?:[a-z]+ ){0,3}(?:recevable|accept|admis|reçu|pris)[a-z]*`,
  ],
  [
    'offres',
    fr`(?:la |le |les |l')?(?:${COUNTER}|(?:${REMISE}) des (?:${OFFRES}))(?: [a-z'-]+){0,4} ${ENDS}|(?:aucune?|nulle?) (?:${OFFRES}) (?:n'|ne )(?:[a-z]+ ){0,3}(?:recevable|accept|admis|reçu|pris)[a-z]*`,
  ],
  [
    'offres',
    fr`(?:pour (?:remettre|deposer|transmettre|adresser|envoyer|presenter|televerser|charger|faire parvenir)|(?:${LIMITE})(?:de )?(?:${REMISE})) (?:[a-z'-]+ ){0,4}(?:${OFFRES})`,
  ],
  // « Les ateliers ont jusqu'au 7 mai, midi, pour nous répondre »
  ['offres', fr`pour (?:nous |y )?(?:repondre|soumissionner|concourir|chiffrer)(?!,? (?:a|aux?) )`],
  [
    'candidatures',
    fr`(?:pour (?:remettre|deposer|transmettre|adresser|envoyer|presenter|televerser|charger|faire parvenir)|(?:${LIMITE})(?:de )?(?:${REMISE})) (?:[a-z'-]+ ){0,4}(?:${CANDIDATURE})`,
  ],
];
/** « la consultation est ouverte du … au … » */
/** « … parviennent le 5 mars 2027 au plus tard » */
export const BY_THEN = /^ ?,? ?(?:au plus tard|dernier delai|delai de rigueur|terme de rigueur|inclus)/;
export const HANDED = [
  ['candidatures', fr`(?:${CANDIDATURE})(?! et )(?: [a-z'",()-]+){0,12} (?:${REMIS})`],
  ['offres', fr`(?:${OFFRES})(?: [a-z'",()-]+){0,12} (?:${REMIS})`],
] as const;
/** « … est reportée au », « … est reporté du 5 mars 2027 au », the date left out. */
export const POSTPONED = /(?:report|prorog|repouss|decal)ee?s? (?:du )? ?(?:jusqu')?au $/;
export const OPEN_FROM = fr`(?:consultation|depot|remise|plateforme|reception) (?:[a-z'-]+ ){0,8}(?:ouverte?|possible|lancee?|se deroule|court) ?(?:[a-z'-]+ ){0,4}du`;
export const OPENS = new RegExp(`(?:${OPEN_FROM.source}) $`);
/** Titles and labels that say by themselves what the date under them is. */
export const TITLE: readonly (readonly [OffresDateKind, RegExp])[] = [
  ['candidatures', fr`(?:${LIMITE}|^ ?)(?:de )?(?:${REMISE}) (?:[a-z']+ )?(?:${CANDIDATURE})(?! et )`],
  [
    'offres',
    fr`(?:${REMISE}) (?:[a-z']+ ){0,2}(?:${OFFRES})|(?:${OFFRES})(?! (?:maintenu|tenu|irrevocable|valable|valide|ferme)[a-z]*)|quand (?:[a-z-]+ ){0,2}(?:repondre|remettre|deposer)`,
  ],
  ['candidatures', fr`${CANDIDATURE}`],
];
