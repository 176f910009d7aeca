import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';
import { contentOf } from '../piece/index.ts';

const RANK =
  /^ ?(?:p ?\d|f\d|[0-3]|[a-z]|oui|non|obligatoire|optionnel(?:le)?|facultati(?:f|ve)|imperati(?:f|ve)|souhaitable|souhaitee?|attendue?|requise?|exigee?|demandee?|necessaire|utile|standard|normale?|haute?|moyen(?:ne)?|bas(?:se)?|forte?|faible|indispensable|must|should|could|m|s|c|w|priorite ?:? ?[a-z0-9]*|sans objet|neant|non (?:fixe|defini|precise|determine|chiffre|renseigne)e?|a (?:fixer|arreter|chiffrer)|-+|\.+|a (?:completer|definir|preciser))? ?$/;

const PARTY =
  "(?:le |la |l'|les |son |sa |du |de la |de l')(?:titulaire|prestataire|prestations?|offre|prix|forfait|marche|contrat|mission)";
/** « À prévoir dans la prestation », « compris dans le prix »: the contractor owes it, and nothing says how well. */
const OWED = new RegExp(
  `^ ?(?:(?:est|sont|sera|seront) )?(?:a (?:prevoir|prendre en (?:compte|charge)|traiter|inclure|integrer|assurer|etudier|chiffrer)(?: (?:dans|par|avec|au titre) ?(?:de )?${PARTY})?|(?:compris|inclus|prevu|integre)e?s? (?:dans|par|a) ${PARTY}|a la charge ${PARTY}|(?:selon|suivant|en fonction d(?:es?|u)) ?(?:les? |l'|la |chaque )?(?:besoin|usage|habitude|pratique|lieu|lieux|site|cas|situation|circonstance|possibilite|contrainte|contexte|moyen|disponibilite|saison|terrain|configuration|local|locaux)s?(?: (?:du|des|de la|de l') ?[a-z'-]+)?|au mieux|(?:si|autant que) possible|dans la mesure du possible) ?[.;]? ?$`,
);
/** « À l'usage des agents d'accueil », in a cell: for whom, and not how well. */
const FOR_WHOM =
  /^ ?(?:pour|a l'(?:usage|attention) d(?:es?|u|e l')|a (?:destination|disposition) d(?:es?|u)|destinee?s? a(?:ux?)?|reservee?s? a(?:ux?)?|au (?:profit|benefice|service) d(?:es?|u)) ?(?:la |le |les |l'|tous les |toutes les |chaque )?(?:agent|responsable|utilisateur|usager|gestionnaire|instructeur|administrateur|encadrant|chef|cadre|service|direction|equipe|direct(?:eur|rice)|visiteur|public|lecteur|famille|technicien|personnel|salarie|entreprise|partenaire|citoyen|habitant|patient|soignant|enseignant|eleve)s?(?: [a-z'-]+){0,6} ?[.;]? ?$/;
/** Words that any function may be said in, whatever it does, beside those that say nothing of any object. */
const SAYS_A_FUNCTION =
  /^(?:modul|logici|soluti|system|outil|applic|plate|produi|dispos|compor|compre|permet|propos|offr|prevoi|prevu|inclu|assur|fourni|posse|contie|gere|foncti|possib|doit|doiv|devr)/;
/** What a text is about, as roots: « archiver » and « archivage » have one. */
const matterOf = (folded: string): readonly string[] =>
  [...contentOf(folded)].filter((word) => !SAYS_A_FUNCTION.test(word)).map((word) => word.slice(0, 4));
/** « La solution comporte un annuaire des fournisseurs », « le suivi des prêts de la réserve »: of what and where, and not how well. */
const HAS_ONE =
  /^(.*(?:comport|compren|dispos|integr|offr|propos|inclu|contien|possed|est dote|est muni|est equip)[a-z]* (?:d')?(?:de )?(?:une? |des )?[a-z'-]+) (?:des?|du|de la|de l'|d') ?[a-z'-]+[ .;]*$/;
const OF_ITS_PLACE = /^(.+) (?:du|de la|de l') ?[a-z'-]+[ .;]*$/;

/** « Habilitations | le module comporte une gestion des habilitations »: the name of the function, said again. */
export function repeatsName(folded: string, name: string): boolean {
  const named = matterOf(name);
  const says = [folded, HAS_ONE.exec(folded)?.[1], OF_ITS_PLACE.exec(folded)?.[1]].map((text) => matterOf(text ?? ''));
  return !/\d/.test(folded) && says.some((words) => words.length > 0 && words.every((word) => named.includes(word)));
}

/** « Prévue », « Installé par le titulaire »: that there is one. */
const THERE_IS = new RegExp(
  `^ ?(?:(?:est|sera) )?(?:prevu|install|fourni|pos|realis|assur|inclus|compris|integr|livr|mis en place|effectu)[a-z]{0,2}(?: (?:par|dans) ${PARTY})? ?[.;]? ?$`,
);
/** « Fonction de supervision de la chaîne »: its name, under the head of another column. */
const NAMES_IT = /^ ?(?:fonction|module|outil|service|dispositif)s? (?:de |d')[a-z' -]{3,50}[.;]? ?$/;
/** « Voir le chef d'atelier », « à caler avec les équipes »: whom to ask. */
const ASK_THEM =
  "(?:a )?(?:voir|discuter|convenir|caler|affiner|preciser|confirmer|definir) (?:avec |aupres d[eu] ?)?(?:l'|la |le |les |des |nos )?(?:equipe|service|direction|chef|cheffe|referente?|responsable|utilisateur|metier|agent|titulaire|dsi|exploitant)s?(?: [a-z'-]+){0,5}";
/** « Voir ce que proposera le candidat », « À l'appréciation du titulaire »: left to another. */
const LEFT_OPEN = new RegExp(
  `^ ?(?:fonction (?:requise|demandee|attendue|prevue|souhaitee|permanente|courante|de base|a (?:presenter|demontrer|decrire|prevoir|traiter))(?!,? (?:en|sous|sans|avec|a (?:tout|chaque))(?![a-z]))[^.;:0-9]{0,50}|selon ce qui convien[a-z]+[^.;:0-9]{0,50}|(?:(?:voir|selon|suivant|d'apres) )?(?:(?:ce que|celui que|celle que) (?:propose|presente|offr)[a-z]* (?:le|l'|la|chaque) ?[a-z]+|(?:la |les )?(?:propositions?|offres?|reponses?) d(?:u |e l'|es |e chaque )[a-z]+|(?:laisse(?:e)?s? )?(?:a l'(?:appreciation|initiative)|au choix|a la (?:discretion|libre appreciation)|libre(?: choix)?|${ASK_THEM})(?: (?:du|de l'|des|de la) ?[a-z]+)?)) ?[.;]? ?$`,
);
/** « Elle a été retenue lors de l'atelier du 3 mai », « La fonction est classée en catégorie B »: where it comes from or stands, whatever the figures. */
const DEBATED =
  "(?:a|ont) (?:deja )?(?:fait l'objet|ete (?:evoque|discute|debattu|presente|demande|recueilli|reclame|valide|recense|examine|aborde)e?s?)[^.;]{0,40}(?<![a-z])(?:ateliers?|reunions?|enquetes?|comites?|groupes? de travail|conseils?|entretiens?|audits?|sondages?|votes?|concertations?|demandes?)";
const ABOUT_IT = fr`${DEBATED}|(?:^ ?)(?:(?:elle|celle-ci|cette fonction|la (?:présente )?fonction|ce besoin|le sujet) (?:[a-z']+ ){0,2}?(?:demandée?|retenue?|validée?|issue?|née?|inscrite?|classée?|rangée?|numérotée?|liée?|rattachée?|ajoutée?|reprise?|tirée?|commune|sensible|nouvelle|première|seconde|dernière|partagée?|votée?|arrêtée?|complète|dépend|relève|figure|rattache|appartient|vient|provient|procède|fait suite|n'appelle|remonte|date)|c'est (?:la|une|l'une)|il s'agit (?:[a-z]+ )?d(?:e |')(?:l')?(?:une? )?(?:sujet|demande|souhait|attente|préoccupation|thème|point|question)|(?:(?:une |cette |notre )?(?:demande|attente|idée|souhait)|(?:un |ce )souhait) (?:ancienne?|récurrente?|revenue?|exprimée?|formulée?|portée?|remontée?|issue?|née?|recueillie?|émise?)|(?:intitulé|origine|source|demandeur|rang|rattachement|à rapprocher)(?! (?:de|du) (?:mesure|donnée)))`;
const HOW_WELL = fr`doit|doivent|devra|permet[a-z]*|garanti[a-z]*|assur[a-z]*|résultats?|critères?|niveaux?|moins|(?<!(?:le|la|les) )plus|maximum|minimum|jusqu'[a-z]+|%`;
/** « La cuisine compte onze agents »: how large the buyer is. */
const SIZE =
  /^ ?(?:le |la |l'|notre |chaque )(?:service|direction|magasin|blanchisserie|laboratoire|hopital|ecole|commune|ville|centre|etablissement|equipe|atelier|cuisine|bibliotheque|mairie|syndicat|departement|region|pole|regulation|caisse|prefecture)(?: [a-z'-]+){0,3} (?:en )?(?:compte|emploie|comprend|reunit|occupe|recoit|realise|traite|rassemble)(?![a-z])/;
/** True for words that tell how large the buyer is, or where a function comes from and stands. */
export const isOfRank = (folded: string): boolean =>
  (has(folded, ABOUT_IT) || SIZE.test(folded)) && !has(folded, HOW_WELL);
/** True for words that ask nothing of a function, but that there is one. */
export const saysNothing = (folded: string): boolean =>
  [RANK, OWED, THERE_IS, NAMES_IT, LEFT_OPEN, FOR_WHOM].some((empty) => empty.test(folded));
