import { fr } from '../../kit/french/pattern.ts';

/** Assignment of rights (« cède ») or licence (« concède »). */
export type ActKind = 'cession' | 'concession';

/** What denies an act; some negative turns grant. */
export const NEGATED = fr`rien (?:ne|n'[a-z]+)|nul(?:le)? (?:[a-z]+ )?(?:ne|n'[a-z]+)|n'emporte(?:nt)?|n'entraîne(?:nt)?|n'implique(?:nt)?|ne (?:vaut|valent|constitue|constituent|confère|confèrent|donne|donnent|peut|peuvent|pourra|saurait|sauraient|prévoit|comporte|cède|cèdent|concède|transfère|procède|comprend|porte|fait|font)|ne (?:sont|seront|sera) (?:ni|pas)|n'est (?:ni|pas)|n'(?:acquiert|acquièrent|accorde|a pas)|aucune? (?:[a-z]+ )?(?:cession|licence|concession|droits?|transfert)|sans (?:[a-z]+ )?(?:cession|licence|transfert|concession)|ni (?:de )?(?:cession|licence|transfert)|pas (?:de |d')(?:cession|licence|transfert|concession)|interdi(?:t|te|ts|tes|ction)|nullités? (?:de|des) (?:la |toute )?(?:cessions?|transferts?|clauses?)|prohib(?:e|ée?|ition) (?:de |la |toute )*(?:cession|transfert)|à l'exclusion de toute? (?:cession|licence)`;
/** Negative turns that grant: « ne donne lieu qu'à une licence », « ne peut … sans ». */
export const ONLY = /(?<![a-z])n(?:e |')(?:[a-z']+ ){1,4}qu(?:'|e )/g;

const MUST =
  "(?:s'engag(?:e|ent) a|accept(?:e|ent) de|consent(?:ent)? a|declar(?:e|ent)|convien(?:t|nent) de|devra|devront|doit|doivent|tenue?s? de|entend(?:ent)?|s'oblig(?:e|ent) a|charge de|faire)(?: [a-z']+){0,3} ";
const BE =
  "(?:est|sont|sera|seront|soit|soient|etant|sont reputees?|sont reputes?|est reputee?|se trouvent?|se trouve)(?: (?!droits? )[a-z'-]+){0,5} ";
const PASSIVE = (verb: string) => `${BE}${verb}`;

/** Folded, « cédé » and « cède » are one word: an auxiliary or a noun before it makes it a participle. */
const ACTIVE =
  '(?<!(?:^| )(?:a|ont|ete|est|soit|etre|droits?|elements?|objet|avoir|aient|ait|deja|ayant|il a|usage|non|pas) )';

/** Patterns of acts: kind, strength, and who its subject is (giver, receiver, or the thing: none). */
export const ACTS: readonly (readonly [ActKind, boolean, 'giver' | 'receiver' | 'thing', RegExp])[] = [
  ['cession', true, 'giver', fr`${ACTIVE}cède(?:nt|ra|ront)?|${MUST}céder`],
  [
    'cession',
    true,
    'giver',
    fr`${ACTIVE}(?:transf[eé]r(?:e|ent|era|eront)|transmet(?:tent|tra)?|abandonne(?:nt)?|attribue(?:nt)?|${MUST}transf[eé]rer)|se (?:défait|défont|dessaisit|dessaisissent|départit|départent|dépouille(?:nt)?)`,
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
    fr`(?:appartien(?:t|nent|dra|dront)|pass(?:e|ent|era|eront)|revien(?:t|nent|dra|dront))(?: [a-z']+){0,3} (?:à|au|aux)`,
  ],
  [
    'cession',
    true,
    'thing',
    fr`(?:est|sont|sera|seront|deviennent|devient|demeurent|demeure|reste|restent|resteront) (?:alors )?(?:la |de la |en )?(?:pleine |seule |entière )?propriété (?:[a-z]+ ){0,3}d(?:u|e)`,
  ],
  ['cession', true, 'receiver', fr`acqui(?:ert|èrent)|acquerra`],
  [
    'cession',
    true,
    'receiver',
    fr`(?:devien(?:t|nent)|deviendra|est|sera|est investie?|sera investie?)(?: [a-z]+){0,3} (?:(?:titulaire|propriétaire|détenteur|détentrice|investie?) (?:[a-z]+ ){0,2}d(?:e|u|es)|cessionnaires?)`,
  ],
  ['cession', false, 'thing', fr`cessions?(?: exclusives?| non exclusives?| totale| intégrale)?`],
  ['concession', true, 'giver', fr`${ACTIVE}concède(?:nt|ra|ront)?|${MUST}concéder`],
  ['concession', true, 'thing', fr`${PASSIVE('(?:concedes?|concedees?)')}`],
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
    fr`(?:donne(?:nt)?|donnera) lieu (?:[a-z']+ ){0,2}(?:qu')?à (?:une? )?(?:concession|licence)|fait l'objet d'une (?:concession|licence)`,
  ],
  [
    'concession',
    true,
    'giver',
    fr`(?:accorde(?:nt|ra)?|octroie(?:nt|ra)?|confère(?:nt|ra)?|délivre(?:nt|ra)?|consent(?:ent|ira)?)(?: [a-z',-]+){0,9} (?:licences?|droits?)`,
  ],
  [
    'concession',
    true,
    'receiver',
    fr`(?:bénéficie(?:nt|ra)?|dispose(?:nt|ra)?|reçoi(?:t|vent)|recevra|obtien(?:t|nent)|jouit|jouissent),?(?: [a-z',-]+){0,9} (?:licences?|droits?)`,
  ],
  [
    'concession',
    true,
    'giver',
    fr`${ACTIVE}autorise(?:nt|ra)?(?: [a-z',-]+){0,12} à (?:[a-z]+ ){0,3}(?:utiliser|exploiter|reproduire|réutiliser|représenter|modifier|adapter|diffuser)`,
  ],
  [
    'concession',
    false,
    'receiver',
    fr`(?:est|sont|sera) autorisée?s? à (?:[a-z]+ ){0,3}(?:utiliser|exploiter|reproduire|réutiliser|représenter|modifier|adapter|diffuser)`,
  ],
];
