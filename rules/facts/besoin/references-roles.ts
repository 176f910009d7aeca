import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before } from '../../kit/french/scan.ts';
import { TICKED_BOXES } from '../../kit/markdown/boxes.ts';
import { has } from '../../kit/text.ts';
import { isPutToUse } from './references-emplois.ts';
import {
  isOfBuyer,
  saysState,
  standsAmongInterfaces,
  standsInDescription,
  WANTED_TITLE,
} from './references-existant.ts';
import type { GoodsKind, GoodsName } from './references-noms.ts';
import type { StandardKind, StandardName } from './references-normes.ts';

/** What the sentence makes of a reference. `exigee`: the supply must meet it. */
export type ReferenceRole = 'exigee' | 'existant' | 'exemple' | 'facultative' | 'citee';

export type ReferenceKind = StandardKind | GoodsKind;
const STANDARD_KINDS: readonly ReferenceKind[] = ['norme', 'label', 'certification', 'qualification', 'agrement'];
/** True for a standard, label, certification, qualification or technical approval; false for goods. */
export const isStandard = ({ kind }: { readonly kind: ReferenceKind }): boolean => STANDARD_KINDS.includes(kind);

/** A name in a sentence. */
export type Named = StandardName | GoodsName;

const EXAMPLE = fr`par exemple|(?:à titre|pour) (?:d'|l')?(?:exemples?|indicatif|d'information|indication)|ex\.? ?:|exemples? (?:d(?:e|es)?|:)|tel(?:le)?s? que|du genre|comme (?:le|la|les|par)|inspirée?s? d(?:e|u|es)?|de préférence|idéalement`;
const OPTIONAL = fr`le cas échéant|éventuel(?:le)?s?|éventuellement|facultati(?:f|ve)s?|s'il en (?:dispose|est titulaire)|si (?:le candidat|l'entreprise|vous) (?:en )?(?:dispose|est|possède)|serait? un (?:plus|atout)|constitue(?:ra)? un (?:plus|atout)|(?:est|sont|sera|seront|serait|seraient) (?:[a-z]+ )?appréciée?s?|valorisée?s?|bonifi[a-z]+|souhait(?:é|able)[es]*|recommand(?:é|ation)[es]*|ne (?:sont|est|sera|seront|constitue[a-z]*) (?:pas|ni) (?:[a-z]+ )?(?:exigée?s?|obligatoires?|imposée?s?|requise?s?|demandée?s?|exclusi(?:f|ve)s?|limitati(?:f|ve)s?)|n'(?:est|étant) (?:pas|ni) (?:[a-z]+ )?(?:exigée?s?|obligatoires?|imposée?s?|requise?s?|demandée?s?)|(?:comme|à titre d(?:e|')) ?(?:étalon|simple référence|repère|niveau de référence)|aucune?[^.;]{0,40}(?:exigé|imposé|requis|obligatoire|demandé)[a-z]*|pourr(?:a|ont) (?:être |se )?(?:[a-z]+er|[a-z]+ir)|facultatif`;
const CITED = fr`signatures? électroniques?|eidas|a été (?:revue?s?|créée?s?|mise?s? à jour|publiée?s?)|(?:on entend|désigne|signifie|définition(?!s? (?:et|de|des|du|d)(?![a-z]))|abréviation|acronyme)s?|rendue?s? obligatoires? (?:par|en application)|d'application obligatoire|(?:imposée?s?|exigée?s?|prévue?s?|obligatoires?|requise?s?) (?:par|en application d(?:e|u)?|au titre d(?:e|u)?) (?:la loi|le code|code|l'article|les articles|l'arrêté|le décret|la réglementation|le règlement)|code de la santé publique|l\. ?1111-8|copyright|marques? déposées?|marques? de (?:fabrique|commerce|l'acheteur|la collectivité)|propriété intellectuelle|contrefaçons?|(?:bannir|interdite?s?|exclue?s?|proscrite?s?|proscrire|à l'exception d(?:e|u|es)?)`;
/** « La classe est définie par la norme »: where words come from, unless something has to be as it says. */
const DEFINED = fr`définie?s? (?:par|dans) la norme|au sens de`;
const AS_DEFINED = fr`(?:selon|suivant|conform[a-zé]*|respect[a-z]*|répond[a-z]*|satisf[a-z]*|d'après|appliqu[a-z]*)[^.;]{0,60} définie?s? (?:par|dans) la norme|classée?s? [^.;]{0,40}au sens de|(?:atteint|attei[a-z]+|présente(?:nt|ra|ront)?|obtien[a-z]+|respecte[a-z]*|au (?:moins|minimum)|(?:est|sont|sera|seront)) (?:[a-z']+ ){0,3}(?:classe|niveau|indice|catégorie|grade|degré)s? [^.;]{0,30}au sens de`;
/** A named thing to work with, read or move: an interface with what is installed. */
const INTERFACE = fr`compatib[a-z]+|interfa[a-zç]+|interop[a-z]+|connect[a-z]+|connexions? (?:à|avec|au)|passerelle (?:avec|vers)|raccord[a-z]+|s'intègr[a-z]+|intégr(?:ée?s?|er|ation|era|able)s? (?:dans|avec|au|à)|communiqu[a-z]+ avec|dialogu[a-z]+ avec|échang[a-z]+ avec|synchronis[a-z]+|import[a-z]*|export[a-z]*|au format|formats?|fichiers?|documents?|migr[a-z]+|repris[a-z]*|récupér[a-z]+|navigateurs?|accessibles? (?:depuis|via|sur|avec)|stores?|smartphones?|terminaux|systèmes? d'exploitation|support(?:e|er|ent|era)(?! (?:seul |tous )?(?:les |la |le |l'|des )?(?:licences?|coûts?|frais|charges?|dépenses?|abonnements?|risques?|prix))|fonctionn(?:e|er|era|ent) (?:sur|sous|avec)|lecture|lisibles?|ouvr(?:ir|ables?)|remplac[a-z]+|retrait|(?:est|sont|seront|sera) (?:entreten|maint|vérifi|répar|contrôl|nettoy|révis)[a-zé]+|dépos[a-z]+|démont[a-z]+`;
const TAKEN_AWAY = fr`migr[a-z]+|repris[a-z]*|récupér[a-z]+|remplac[a-z]+|retrait|dépos[a-z]+|démont[a-z]+|(?:est|sont|seront|sera) (?:entreten|maint|vérifi|répar|contrôl|nettoy|révis)[a-zé]+`;
const UPKEEP = fr`(?:maintenance|entretien|dépannage|vérifications?|contrôles?|réparations?|dépose|démontage|remplacement|révision|télémaintenance|exploitation|conduite|nettoyage|démolition|recharge|support|assistance|infogérance|administration|formations?) (?:[a-z']+ ){0,4}(?:de|du|des|d|sur|aux?)`;
const DEMANDS = fr`il est attendu|seule?s? (?:[a-z]+ )?(?:retenu|admis|accept|autoris|valid)[a-zé]*|doit|doivent|devra|devront|sera|seront|est tenue?|exig[ée]e?s?|impos[ée]e?s?|impérati(?:f|ve|vement)s?|obligatoire(?:ment)?|requise?s?|il convient|fournir|fournit|fournie?s? (?:[a-z]+ )?par le (?:titulaire|prestataire|fournisseur)|fourniture|livre|livrera|livraison|fournira|installe|installera|met(?:tra|tent|tront)? en (?:place|oeuvre)|achat|acquisition|licences?|abonnements?|on utilisera|utilisera|utiliseront|(?:titulaire|prestataire) (?:y |en )?(?:emploie|utilise|se sert)|(?:livr|fourniss|install|pos|utilis|employ|équip|remett|prévoy|intégr)ez`;
/** « Corbeille cassée : remplacer par… », « Fournir et poser… »: an order in the infinitive. */
const ORDERS =
  /(?:^|[:;.] ?)(?:[-–•] ?)?(?:fournir|installer|poser|livrer|remplacer|monter|prevoir|utiliser|employer|equiper|integrer|appliquer|mettre en (?:place|oeuvre))(?![a-z])/;
const SUPPLY = fr`fourni[a-z]*|livr[a-z]+|équip[a-zé]+|réalis[a-zé]+|développ[a-zé]+|héberg[a-zé]+|utilis[a-zé]+|basée?s? sur|construi[a-z]+|install[a-zé]+|déploy[a-zé]+|dotée?s?|acquisition|achat|licences?|abonnements?|être|sera|seront|montée?s?|posée?s?|m(?:is[a-z]*|ets?|ett[a-z]+) en (?:place|oeuvre)`;
const IN_RC = fr`doit|doivent|devra|devront|exig[ée]e?s?|exigences?|requise?s?|obligatoire(?:ment)?|impos[ée]e?s?|impérati(?:f|ve|vement)s?|est tenue?|minimum|minimale?s?|minimaux|justifi(?:e|er|era|ant) (?:de|d|d'une?)|produi(?:t|re|ra|sent)|fourni(?:t|r|ra|ront)|sous peine|à peine|conformes?|respect[a-z]+|(?:votre|vos|candidats?|soumissionnaires?|entreprises?|prestataires?|hébergeurs?|titulaire|laboratoires?) (?:(?!qui )[a-z']+ ){0,4}(?:détien(?:t|nent)|dispos(?:e|ent) d(?:e|u|es)?|possèd(?:e|ent)|(?:est|sont) titulaires?)|(?:il|elle|ils|elles) (?:est|sont|sera|seront) titulaires?|sans (?:laquelle|lequel|lesquels|lesquelles)|seule?s? (?:[a-z']+ ){0,3}(?:examin|admis|accept|recev|reten|étudi)[a-zé]*|ne (?:[a-z]+ ){0,2}(?:examin|admis|accept|reten|étudi)[a-zé]* qu[e']|(?:selon|suivant) (?:la |les |l')?(?:normes?|dtu|nf)`;
/** What an offer holds in order to be one. */
const MUST_HOLD = fr`(?:offres?|plis?|candidatures?|dossiers?)[^.;]{0,30} (?:comprend|comprennent|contient|contiennent|comporte|comportent|inclut)|recevables?|(?:candidats?|soumissionnaires?) (?:[a-z]+ )?(?:joint|joignent|remet|remettent|dépose|déposent)`;

/** Lead or sentence of a list or table of things to supply. */
const SUPPLY_LIST = fr`recevoir|recevr[a-z]+|(?:souhait|command|achet|acqu)[a-z]+|besoin|fourni[a-z]*|livr[a-z]+|comprend[a-z]*|compos[a-zé]+|devra|devront|doit|doivent|suivante?s?|caractéristiques|prescriptions?|matériels?|équipements?|articles?|désignation`;
const SUPPLY_TABLE = fr`demandes?|épaisseurs?|conditionnements?|volumes?|quantités?|qté|désignation|prescriptions?|caractéristiques|spécifications?|article|exigences?|prix`;

/** What a sentence says of all its names. */
interface Say {
  readonly role: Exclude<ReferenceRole, 'exigee'> | undefined;
  /** It speaks of working with the thing, reading or moving it. */
  readonly interfaces: boolean;
  readonly demands: boolean;
  readonly toSupply: boolean;
  /** Its section is one of what is wanted. */
  readonly wanted: boolean;
}

/** A numbered line without a verb may yet be a requirement: « 4.2 Portes conformes à la norme… ». */
const isHeadingOnly = (p: Passage): boolean => p.kind === 'heading' || (p.isTitle && !p.has(REQUIRES));
const REQUIRES = fr`conformes?|posée?s?`;

function roleOfAll(sentence: Sentence, leads: readonly Passage[]): Say['role'] {
  const { passage } = sentence;
  if (isHeadingOnly(passage) || passage.cell?.row === 0 || sentence.has(CITED)) return 'citee';
  if (sentence.has(DEFINED) && !sentence.has(AS_DEFINED)) return 'citee';
  if (standsInDescription(sentence) || isOfBuyer(sentence)) return 'existant';
  if (saysState(sentence) && !sentence.has(NO_OTHER)) return 'existant';
  if (sentence.has(EXAMPLE)) return 'exemple';
  if (sentence.has(OPTIONAL)) return 'facultative';
  return leads.some((p) => p.has(EXAMPLE) || p.has(OPTIONAL)) ? 'facultative' : undefined;
}

/** In rules of the consultation, a name is spoken of, unless something must be had or handed in. */
const isCitedInRules = (sentence: Sentence, leads: readonly Passage[]): boolean =>
  !sentence.passage.table?.headerOf(sentence.passage)?.has(ORDERED) &&
  ![sentence, ...leads].some((p) => p.has(IN_RC) || p.has(MUST_HOLD));

/** Things installed in place of what exists: « les vannes à remplacer le seront par… ». */
const REPLACED_BY = fr`(?:remplac[a-zé]+|le (?:sera|seront)|substitu[a-zé]+|chang[a-zé]+) (?:[a-z0-9'-]+ ){0,4}?par`;
const IN_PLACE_OF = fr`en (?:lieu et place|remplacement|substitution) d(?:e|es|u|')|à la place d(?:e|es|u|')|(?:viennent|vient|viendra|viendront) (?:[a-z]+ )?remplacer`;
/** The replacement took place already. */
const REPLACED_BEFORE = fr`(?:a|ont|avait|avaient|ayant) (?:[a-zé]+ ){0,2}?(?:été )?(?:remplacé|substitué|changé)e?s?`;

/** True for a name that the sentence gives to what comes instead of the existing thing. */
export function comesInstead(sentence: Sentence, from: number): boolean {
  if (standsInDescription(sentence) || sentence.has(REPLACED_BEFORE)) return false;
  const by = sentence.find(REPLACED_BY);
  if (by) return from >= by.to;
  const place = sentence.find(IN_PLACE_OF);
  return place !== undefined && (from < place.from || sentence.folded.slice(place.to, from).includes(','));
}

/** What a sentence makes of the names in it. */
export interface Roles {
  /** In rules of the consultation it is spoken of, whatever its role elsewhere. */
  readonly citedInRules: boolean;
  readonly of: (name: Named) => ReferenceRole;
}

export function rolesIn(sentence: Sentence): Roles {
  const { lead } = sentence.passage;
  const leads = [lead, lead?.lead].filter((p) => p !== undefined);
  const role = roleOfAll(sentence, leads);
  const say: Say = {
    role,
    interfaces: sentence.has(INTERFACE),
    demands: isDemanding(sentence),
    toSupply: isToSupply(sentence) || sentence.passage.table?.lead?.has(TO_SUPPLY) === true,
    wanted: sentence.section.chain.some(({ heading }) => heading?.has(WANTED_TITLE)),
  };
  return { citedInRules: !role && isCitedInRules(sentence, leads), of: (name) => roleOf(say, sentence, name) };
}

const isDemanding = (sentence: Sentence): boolean => sentence.has(DEMANDS) || ORDERS.test(sentence.folded);
export const isToSupply = (sentence: Sentence): boolean => sentence.has(TO_SUPPLY);
/** Something is ordered, or supplied. */
export const isOrder = (sentence: Sentence): boolean => sentence.has(DEMANDS) || sentence.has(SUPPLY);

function roleOf(say: Say, sentence: Sentence, name: Named): ReferenceRole {
  const instead = (say.role === 'existant' || say.interfaces) && comesInstead(sentence, name.from);
  if (instead && (say.role === undefined || say.role === 'existant')) return 'exigee';
  if (say.role) return say.role;
  if (!('by' in name)) return 'exigee';
  return IS_WHO.test(sentence.folded) ? 'citee' : roleOfGoods(say, sentence, name);
}

const isWorkedWith = (say: Say, sentence: Sentence, name: Named): boolean =>
  say.interfaces && has(upToComma(sentence, name), INTERFACE);
/** A patent or an origin is demanded where something is, or of a thing in a list or a cell. */
const isAskedOf = (say: Say, sentence: Sentence): boolean =>
  say.demands ||
  say.wanted ||
  [SUPPLY, COMES_FROM, RESORTS_TO, SHAPED].some((p) => sentence.has(p)) ||
  sentence.passage.list !== undefined ||
  sentence.passage.cell !== undefined;

const isDelivered = ({ folded }: Sentence, { from, to }: GoodsName): boolean =>
  DELIVERS.test(before(folded, from, 160)) || HE_SUPPLIES.test(folded.slice(to));

/** It is there already: kept, taken away, or what the supplies are joined to. */
function isKept(say: Say, sentence: Sentence, name: GoodsName): boolean {
  // What is heard surely may be joined to other things, not taken away.
  const isLeft = name.surety === 'sure' ? sentence.has(TAKEN_AWAY) : isWorkedWith(say, sentence, name);
  return isLeft || has(before(sentence.folded, name.from, 90), UPKEEP);
}

/** « Contrôleur technique : Vaurance Contrôle, missions L et SEI »: who has a part in the works. */
const IS_WHO =
  /^[^a-z]*(?:controleu(?:r|se)|coordonna(?:teur|trice)|maitre d'(?:ouvrage|oeuvre)|maitrise d'(?:ouvrage|oeuvre)|mandataire|architecte|assureur|assistant|geometre|acheteur|pouvoir adjudicateur)s?(?: [a-z',-]+){0,8} ?: /;
function roleOfGoods(say: Say, sentence: Sentence, name: GoodsName): ReferenceRole {
  if (standsAmongInterfaces(sentence)) return 'existant';
  if (name.kind === 'brevet' || name.kind === 'origine') return isAskedOf(say, sentence) ? 'exigee' : 'citee';
  if (name.by === 'outil' || TICKED.test(sentence.folded.slice(0, name.from))) return 'exigee';
  if (isDelivered(sentence, name)) return 'exigee';
  if (isKept(say, sentence, name)) return 'existant';
  if (name.surety) return 'exigee';
  if (name.by === 'mot' || (name.by === 'place' && (say.demands || say.wanted))) return 'exigee';
  return isDemanded(say, sentence, name) ? 'exigee' : 'citee';
}

/** « ☒ Renault Zoe »: the buyer ticked it. */
const TICKED = new RegExp(`[${TICKED_BOXES}] ?$`, 'u');
/** « Un lecteur de marque Brantel, avec lecture des badges »: what comes after a comma speaks of something else, unless one opens before. */
const upToComma = ({ folded }: Sentence, { from, to }: Named): string =>
  folded.slice(0, from).includes(',') ? folded : folded.slice(0, to) + (/^[^,;]*/.exec(folded.slice(to))?.[0] ?? '');

/** A listed name alone is demanded when the sentence orders its supply, or its item or row is one of a list of supplies. */
function isDemanded(say: Say, sentence: Sentence, name: Named): boolean {
  const { passage } = sentence;
  const header = passage.table?.headerOf(passage);
  if (header?.has(INTERFACE)) return false;
  if (say.toSupply || (passage.cell && header?.has(ORDERED))) return true;
  return isOrdered(say, sentence, name) || isAmongSupplies(sentence, name, header);
}

/** The words before a name order its supply, or the sentence puts it to use. */
const isOrdered = ({ demands }: Say, sentence: Sentence, name: Named): boolean =>
  (demands && has(before(sentence.folded, name.from, 70), SUPPLY)) || isPutToUse(sentence, name);

/** The row or the item of a name is one of a list of supplies. */
function isAmongSupplies({ passage, folded }: Sentence, { from, to }: Named, header: Passage | undefined): boolean {
  const lead = folded.slice(0, from);
  const isOfSupplies =
    passage.cell !== undefined && (passage.table?.header.cells.some((c) => c.has(SUPPLY_TABLE)) ?? false);
  if (isOfSupplies && header?.has(SPECIFIED)) return true;
  const inList = passage.list !== undefined && (passage.lead?.has(SUPPLY_LIST) ?? false);
  if (inList && COUNTED.test(lead)) return true;
  // A mark alone may be spoken of in passing: with the number of a model, it is what is wanted.
  if (!/[ -][a-z]*\d/.test(folded.slice(from, to))) return false;
  if (passage.cell) return isOfSupplies;
  return inList || (passage.section.heading?.has(WANTED_TITLE) === true && LABELLED.test(lead));
}
/** « Dix … »: so many of them, at the head of an item. */
const COUNTED =
  /^[^a-z0-9]*(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente) (?:[a-z-]+ ){0,3}$/;
/** « Livre et raccorde quatre fours … »: what is delivered, whatever else is done with it. */
const DELIVERS =
  /(?<![a-z])(?:livr|fourni|install|acqui|achet)(?:e|er|era|eront|ent|t|r|ra|ront|ssent)(?: et [a-z]+)? (?:[^.;:]{3,80} : (?:il s'agit d(?:es? |')|ce sont |a savoir |soit ))?(?:(?:\d+|une?|des|les?|la|deux|trois|quatre|cinq|six|huit|dix|douze) )?(?:[a-z-]+ ){1,3}$/;
/** « …, dont le titulaire fournit les licences », « …, que le titulaire installe », « fourni par le prestataire »: after the name. */
const HE_SUPPLIES =
  /^(?:(?:,? (?:en )?version [0-9.]+)|(?: [a-z]{2,5}){1,2})?,? (?:(?:dont|qu[e']) ?(?:ils? |(?:le |l')(?:titulaire|prestataire|fournisseur|attributaire|entreprise) )(?!(?:[a-z]+ )?(?:maintien|entretien|conserv|reprend|repren|verifi|nettoi))(?:[a-z]+ )?(?:fourni|acqu|livr|apport|souscri|install|achet)|(?:fourni|livre|apporte|acquis|souscrit|installe)e?s? (?:et [a-z]+ )?par (?:le |l')(?:titulaire|prestataire|fournisseur|attributaire|entreprise))/;
/** « fera appel au procédé du brevet… » */
const RESORTS_TO = fr`(?:fait|fera|feront|font|faire) appel (?:à|aux?)|recour(?:t|ra|ront|ir|ent) (?:à|aux?)|emplo(?:ie|iera|ieront|ient|yer|yée?s?)|met(?:tra|tent|tront)? en oeuvre|(?:selon|suivant|d'après) (?:le |la )?(?:procédé|technique|système|brevet)`;
/** « On les taille dans du sapin de… » */
const SHAPED = fr`(?:taill|sci|faç|coul|tiss|cuisin|prépar|mont|plant|tress|tourn|assembl)[a-zé]+ (?:dans|en|avec|à partir d)`;
const COMES_FROM = fr`(?:sort(?:ent|ira|iront)?|issue?s?|extraite?s?|tirée?s?) d(?:e|es|u|')|provien(?:t|nent|dra|dront)|provenir|vien(?:t|nent|dra|dront)`;
/** « Seul retenu », « à l'exclusion de tout autre »: no state of what is there. */
const NO_OTHER = fr`seule?s? (?:[a-z]+ )?(?:retenu|admis|accept|autoris|valid)[a-zé]*|à l'exclusion|(?:aucune?|toute?s?|tous) autres?`;

const TO_SUPPLY = fr`à (?:fournir|livrer|installer|poser|prévoir|mettre en (?:place|oeuvre))`;
/** The head of a column of what each article must be. */
const SPECIFIED = fr`demandes?|fournitures?|matériaux?|matières?|spécifications?|caractéristiques|prescriptions?|exigences?`;
/** The head of a column of what is to be supplied, or must be had. */
const ORDERED = fr`à (?:fournir|livrer|installer|poser|prévoir|mettre en (?:place|oeuvre))|demandée?s?|exigée?s?|imposée?s?|requise?s?|attendue?s?`;
/** « Base de données : » and nothing more. */
const LABELLED = /^[^a-z]*[a-z][^:.;,]{2,50} ?: ?$/;
