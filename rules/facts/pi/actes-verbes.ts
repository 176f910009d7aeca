import { fr } from '../../kit/french/pattern.ts';
import { CONTRACTOR } from './parties-objets.ts';

/** Assignment of rights (« cède ») or licence (« concède »). */
export type ActKind = 'cession' | 'concession';

/** What denies an act; some negative turns grant. */
export const NEGATED = fr`rien (?:ne|n'[a-z]+)|nul(?:le)? (?:[a-z]+ )?(?:ne|n'[a-z]+)|n'emporte(?:nt)?|n'entraîne(?:nt)?|n'implique(?:nt)?|ne (?:vaut|valent|constitue|constituent|confère|confèrent|donne|donnent|peut|peuvent|pourra|saurait|sauraient|prévoit|comporte|cède|cèdent|concède|transfère|procède|comprend|porte|fait|font)|ne se (?:cède|concède|transfère|transmet)[a-z]*|ne (?:sont|seront|sera) (?:ni|pas)|n'est (?:ni|pas)|n'(?:acquiert|acquièrent|accorde|a pas)|aucune? (?:[a-z]+ )?(?:cession|licence|concession|droits?|transfert)|sans (?:[a-z]+ )?(?:cession|licence|transfert|concession)|ni (?:de )?(?:cession|licence|transfert)|pas (?:de |d')(?:cession|licence|transfert|concession)|interdi(?:t|te|ts|tes|ction)|nullités? (?:de|des) (?:la |toute )?(?:cessions?|transferts?|clauses?)|prohib(?:e|ée?|ition) (?:de |la |toute )*(?:cession|transfert)|à l'exclusion de toute? (?:cession|licence)`;
/** Negative turns that grant: « ne donne lieu qu'à une licence », « ne peut … sans ». */
export const ONLY = /(?<![a-z])n(?:e |')(?:[a-z']+ ){1,4}qu(?:'|e )/g;

const MUST =
  "(?:s'engag(?:e|ent) a|vous engagez a|devez|acceptez de|accept(?:e|ent) de|consent(?:ent)? a|declar(?:e|ent)|convien(?:t|nent) de|devra|devront|doit|doivent|tenue?s? de|entend(?:ent)?|s'oblig(?:e|ent) a|charge de|faire)(?: [a-z']+){0,3} ";
const BE =
  "(?:est|sont|sera|seront|soit|soient|etant|sont reputees?|sont reputes?|est reputee?|se trouvent?|se trouve)(?: (?!droits? )[a-z'-]+){0,5} ";
const PASSIVE = (verb: string) => `${BE}${verb}`;

/** Folded, « cédé » and « cède » are one word: an auxiliary or a noun before it makes it a participle. */
const ACTIVE =
  '(?<!(?:^| )(?:a|ont|ete|est|soit|etre|droits?|elements?|objet|avoir|aient|ait|deja|ayant|il a|usage|non|pas) )';

/** What one does with a work, of which its author has the right. */
const REPRODUCE =
  'reproduire|copier|dupliquer|representer|traduire|recadrer|projeter|exposer|imprimer|adapter|remanier|decliner';
const EXPLOIT = `${REPRODUCE}|utiliser|exploiter|reutiliser|modifier|diffuser|distribuer|publier|editer|mettre en (?:ligne|vente)|commercialiser|monnayer|vendre|ecouler|louer|tirer (?:profit|parti|benefice)`;

/** Not of a work: « publier son nom », « diffuser leurs coordonnées ». */
const NO_WORK = '(?! (?:son|leurs?|le|ses|les) (?:noms?|coordonnees|prix|adresses?|references?)(?![a-z]))';
/** What one permits with a work: « exploiter », « utiliser » are said of a network or a building too. */
const ACTS_OF_LAW = `${REPRODUCE}|diffuser|distribuer|publier|editer|mettre en (?:ligne|vente)|commercialiser|monnayer|vendre|ecouler`;

/** What an owner of rights gives who keeps them: « une licence », « une permission d'usage ». */
const TO_USE = "d'(?:usage|utilisation|emploi|exploitation)";
const LEAVE = `(?:licences?(?: ${TO_USE})?|(?:autorisation|permission|droit|tolerance)s? (?:[a-z-]+ ){0,2}?${TO_USE}|(?:permission|autorisation)s? (?:simple|non[- ]exclusive))`;
const ALLOTTED = '(?:donne|accorde|consenti|concede|octroye|delivre|laisse)e?s?';
/** « le studio », and not « l'outil du studio ». */
const BY_HIM = `(?<!(?:de|des|par) )(?:le|la|les|l'|notre|nos|un|une) ?${CONTRACTOR}`;

/** Rights as a whole: « ses droits », « la propriété intellectuelle ». */
const ALL_RIGHTS =
  "(?:(?:ses|vos|leurs|tous les|l'ensemble des|la totalite des) droits(?! (?:a|au|et obligations)(?![a-z]))|(?:la |toute la )?propriete (?:intellectuelle|litteraire|artistique))";

/** Patterns of acts: kind, strength, and who its subject is (giver, receiver, or the thing: none). */
export const ACTS: readonly (readonly [ActKind, boolean, 'giver' | 'receiver' | 'thing', RegExp])[] = [
  ['cession', true, 'giver', fr`${ACTIVE}cède(?:nt|ra|ront)?|cédez|${MUST}céder`],
  [
    'cession',
    true,
    'giver',
    fr`${ACTIVE}(?:transf[eé]r(?:e|ent|era|eront|ez)|transmet(?:tent|tez|tra)?|abandonne(?:nt|z)?|attribue(?:nt|z)?|${MUST}transf[eé]rer)|se (?:défait|défont|dessaisit|dessaisissent|départit|départent|dépouille(?:nt)?)`,
  ],
  [
    'cession',
    true,
    'thing',
    fr`${PASSIVE('(?:cedes?|cedees?|transferes?|transferees?|transmis(?:es?)?|acquis(?:es?)?|devolus?|devolues?|attribuee?s?)')}`,
  ],
  [
    'cession',
    true,
    'thing',
    fr`(?:emporte(?:nt)?|entraîne(?:nt)?|vaut|opère|implique(?:nt)?|comprend|comprennent|inclut|incluent|consent(?:ent)?(?: à)?|procède(?:nt)? à|fait l'objet d'une|font l'objet d'une)(?: [a-z'-]+){0,6} (?:cession|transfert)`,
  ],
  [
    'cession',
    true,
    'thing',
    fr`(?:(?<!(?:^|[^a-z])il )(?:appartien|revien)(?:t|nent|dra|dront)|pass(?:e|ent|era|eront))(?: [a-z']+){0,3} (?:à|au|aux)`,
  ],
  [
    'cession',
    true,
    'thing',
    fr`(?:est|sont|sera|seront|deviennent|devient|demeurent|demeure|reste|restent|resteront) (?:alors )?(?:la |de la |en )?(?:pleine |seule |entière )?propriété (?:[a-z]+ ){0,3}d(?:u|e)`,
  ],
  ['cession', true, 'receiver', fr`acqui(?:ert|èrent)|acquerra`],
  // « transmis au musée par voie de cession exclusive »
  [
    'cession',
    true,
    'thing',
    fr`(?:par|à titre de|en|sous forme de|par la voie d'une|au titre d'une) (?:voie de )?cession (?:exclusive|privative|totale|complète|pleine et entière|de (?:tous les |ses )?droits)`,
  ],
  // « La ville recueille les droits de… », « est subrogée dans tous les droits de l'auteur »
  [
    'cession',
    true,
    'receiver',
    fr`recueill(?:e|ent|era|eront)(?=,?(?: [a-z',-]+){1,12} droits? (?:d(?:e |u |')|patrimoniaux|sur |attachés))|(?:substitué|subrogé)e?s?(?=(?: [a-z']+){0,6} dans (?:[a-z']+ ){0,4}(?:droits?|prérogatives?)(?: [a-z']+){0,8} (?:d'|l'|des )auteurs?)`,
  ],
  [
    'cession',
    true,
    'receiver',
    fr`(?:devien(?:t|nent)|deviendra|est|sera|est investie?|sera investie?)(?: [a-z]+){0,3} (?:(?:titulaire|propriétaire|détenteur|détentrice|investie?) (?:[a-z]+ ){0,2}d(?:e|u|es)|cessionnaires?)`,
  ],
  [
    'cession',
    true,
    'giver',
    fr`(?:donne|laisse|remet|vend)(?:nt|z|ez|ra|ront)?(?: [a-z0-9',-]+){0,9} ${ALL_RIGHTS}|vend(?:ent|ez|ra|ront)?(?: [a-z0-9',-]+){0,9} (?:le|les) droits? d(?:e|'[a-z]+)|(?:donne|laisse|accorde)(?:nt|z|ra|ront)?(?: [a-z0-9',-]+){0,6} pour (?:lui|elle|eux) seule?s?, le droit d(?:e|'[a-z]+)`,
  ],
  [
    'cession',
    true,
    'receiver',
    fr`(?:récup[eè]re|obtien|reçoi|recev|détien|achèt)(?:e|ent|nt|t|nent|vent|ra|ons)?(?: [a-z]+){0,2} (?:la |toute la )?propriété (?:intellectuelle|littéraire|artistique)|(?:récup[eè]re|achèt)(?:e|ent|ra|nt)?(?: [a-z]+){0,2} ${ALL_RIGHTS}`,
  ],
  ['cession', false, 'thing', fr`cessions?(?: exclusives?| non exclusives?| totale| intégrale)?`],
  ['concession', true, 'giver', fr`${ACTIVE}concède(?:nt|ra|ront)?|concédez|${MUST}concéder`],
  [
    'concession',
    true,
    'thing',
    fr`${PASSIVE('(?:concedes?|concedees?)')}|(?:donnée?s?|mise?s?|fournie?s?|remise?s?) (?:en|sous) licence`,
  ],
  [
    'concession',
    true,
    'thing',
    fr`(?:licences?|droits? (?:[a-z]+ )?d(?:e |')(?:usage|utilis(?:er|ation)))(?: [a-z',-]+){0,14} ${PASSIVE('(?:accordee?s?|octroyee?s?|conferee?s?|delivree?s?|consentie?s?)')}`,
  ],
  [
    'concession',
    true,
    'thing',
    fr`(?:donne(?:nt)?|donnera) lieu (?:[a-z']+ ){0,2}(?:qu')?à (?:une? )?(?:concession|licence)|(?:fait|font|fera|feront) (?:[a-z]+ )?l'objet,?(?: [a-z',-]+){0,8}? d'une? (?:[a-z]+ )?(?:concession|${LEAVE})|mise?s? à (?:la |sa |leur )?disposition(?: [a-z',-]+){0,6}? (?:par|sous|selon|dans le cadre d|en vertu d)[e']? ?une? (?:[a-z]+ )?${LEAVE}`,
  ],
  [
    'concession',
    true,
    'giver',
    fr`(?:accorde(?:nt|ra|z)?|octroie(?:nt|ra)?|octroyez|confère(?:nt|ra)?|délivre(?:nt|ra)?|consent(?:ent|ira|ez)?)(?: [a-z',-]+){0,9} (?:licences?|droits?|${LEAVE})|(?:donne|laisse)(?:nt|z|ra|ront)?(?! (?:lieu|droit|suite))(?: [a-z',-]+){0,9} (?:une licence|le droit d(?:e |')(?:(?:les?|la|y|en) |l')?[a-z]+(?:er|ir|re))`,
  ],
  [
    'concession',
    true,
    'receiver',
    fr`(?:bénéficie(?:nt|ra)?|dispose(?:nt|ra)?|reçoi(?:t|vent)|recevra|obtien(?:t|nent)|jouit|jouissent),?(?: [a-z',-]+){0,9} (?:licences?|droits?)|(?:se content(?:e|ent)|(?:n'[a-z]+|ne [a-z]+) qu')(?: [a-z]+){0,2} ?(?:d')?(?:une licence|un droit d'(?:usage|utilisation))`,
  ],
  [
    'concession',
    true,
    'giver',
    fr`${ACTIVE}autorise(?:nt|ra|z)?,?(?: [a-z0-9',-]+){0,20} à (?:[a-z]+ ){0,3}(?:${EXPLOIT})${NO_WORK}`,
  ],
  [
    'concession',
    false,
    'receiver',
    fr`(?:est|sont|sera|sommes) autorisée?s? à (?:[a-z]+ ){0,3}(?:${EXPLOIT})|(?:a|ont|aura|auront|avons)(?: [a-z]+){0,2} (?:la permission|la faculté|l'autorisation|la possibilité) d(?:e |')(?:(?:les?|la) |l')?(?:${EXPLOIT})|(?:peu(?:t|vent)|pourr(?:a|ont)|pou(?:vons|rrons))(?: [a-z]+){0,2} (?:(?:les?|la) |l')?(?:${REPRODUCE})(?: [a-z']+){0,4}(?:,| et| ou)(?: à)? (?:(?:les?|la) |l')?(?:${EXPLOIT}|montrer|publier)`,
  ],
  // « … par la permission non exclusive que le studio lui accorde », « une autorisation d'usage est donnée au lycée »
  [
    'concession',
    true,
    'thing',
    fr`${LEAVE}(?: [a-z-]+){0,3} que ${BY_HIM} (?:lui |leur |nous )?(?:accorde|consent|donne|concède|octroie|délivre|laisse)(?:nt|ra)?|${LEAVE}(?: [a-z-]+){0,4} (?:est|sont|sera|seront) (?:[a-z]+ )?${ALLOTTED}(?! par (?:le préfet|la préfecture|arrêté))|simple ${LEAVE}`,
  ],
  [
    'concession',
    true,
    'giver',
    fr`${BY_HIM}(?:, [^,;.]{1,50},)? (?:lui |leur |nous )?permet(?:tent|tra|tront)?(?: [a-z0-9',-]+){0,12} d(?:e |')(?:(?:les?|la|en) |l')?(?:${ACTS_OF_LAW})${NO_WORK}`,
  ],
];
