import type { Draft, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { isSure, type Said, whole, withHeard } from '../commun/index.ts';

const FIRM =
  "(?:l'entreprise|l'operateur|l'industriel|le partenaire|au partenaire|cette entreprise|l'equipe|le titulaire|au titulaire|le laureat|au laureat|le laboratoire|la societe|la meme (?:entreprise|equipe|societe)|le meme (?:titulaire|operateur|laboratoire)|a celle-ci|a celui-ci|aupres (?:de (?:celui-ci|celle-ci|cette entreprise|l'entreprise|l'equipe)|du (?:titulaire|laureat|meme titulaire))|a l'entreprise|a l'equipe|l'attributaire|au laboratoire|lui|le ou les titulaires|les entreprises? retenues?|entreprise retenue|de l'entreprise|du titulaire|du laureat)";
const SUPPLY =
  "(?:[dl]')?(?:marches? (?:ulterieurs? )?(?:de |d')?(?:fournitures?|deploiement|services?|generalisation|equipement|industrialisation|acquisition|production|serie|maintenance|exploitation|livraison|subsequent)|contrats? (?:ulterieurs? )?(?:de |d')?(?:fournitures?|deploiement|services?|generalisation|equipement|acquisition|production|exploitation)|fournitures?(?: ulterieures?)?|deploiement|generalisation|commandes?|volumes? (?:d'achats?|de commandes?)|produits? finis?|(?:premiere )?series?|exemplaires?|boitiers?|appareils?|equipements?|dispositifs?|unites?|solutions? (?:definitives?|finales?|developpees?|finies?|issues?)|produit developpe|achats?|acquisition)";
const PROMISE = fr`(?:garanti|assur|réserv|promet|promett|attribu|confi|conclu|pass|command|acqui|achèt|achet|signe|engag)[a-z]* (?:[a-z0-9,'-]+ ){0,14}${SUPPLY}`;
const RIGHT = fr`(?:droit|priorité|préférence|exclusivité|vocation) (?:[a-z,'-]+ ){0,6}(?:(?:au|aux|à la|à l'|du|de la|de l'|pour (?:le|la|l')) ?(?:[a-z]+ ){0,2})?${SUPPLY}`;
const SUPPLY_TO = fr`${SUPPLY} (?:[a-z0-9,'-]+ ){0,12}(?:(?:est|sont|sera|seront) (?:[a-z]+ ){0,2}(?:attribu|confi|réserv|garanti|pass|conclu|command|acqui|achet)[a-z]*|lui (?:est|sont|sera|seront|revien[a-z]*)|(?:revien(?:t|nent|dra|dront)|échoi(?:t|ra)) (?:à|au|aux)|(?:est|sera) (?:de droit|automatiquement))`;
const BECOMES = fr`(?:devien(?:t|dra)|sera|est (?:de droit|automatiquement)) (?:[a-z]+ ){0,3}(?:titulaire|fournisseur|attributaire) (?:[a-z]+ ){0,4}${SUPPLY}|devien(?:t|dra) (?:le |son )?fournisseur`;
/** The winner hands over the product, in whatever name: « livrera ensuite 200 capteurs ». */
const DELIVERS = fr`(?:livre|fourni|équipe|install|déploie|produi|fabrique|vend)r?[a-z]* (?:[a-z,'-]+ ){0,4}(?:\d[\d ]*|les?|la|l'[a-z]+|ses|sa|son|cette|deux|trois|quatre|cinq|dix|vingt|trente|quarante|cinquante|cents?|mille|milliers?|centaines?|dizaines?)`;
/** No new choice: « sans (nouvelle) mise en concurrence ». */
const NO_NEW = fr`sans (?:[a-z']+ ){0,6}(?:(?:re)?mise|(?:re)?mettre|remettre) (?:[a-z]+ ){0,2}en concurrence|sans (?:nouvelle |autre )?(?:concurrence|consultation|procédure|appel d'offres|publicité)|sans (?:qu'il soit besoin|avoir à) [a-z' ]{0,20}consult|de gré à gré|directement|automatiquement|de (?:plein )?droit|d'office`;
const ENGAGED = fr`s'engage(?:nt)? (?:[a-z,'-]+ ){0,5}(?:à|auprès) ?|garanti(?:t|e|ssent|ra)|promet|se verra(?:it)?|réserve(?:ra)?|(?:droit|priorité|préférence|exclusivité)|est assurée?|engagement (?:d'achat|ferme|de commande)`;
const DENIED = fr`(?:ne|n'|aucun|aucune|sans|ni) ?(?:[a-z,']+ ){0,4}(?:[a-z]')?(?:garanti|assur|engag|donne|confère|emporte|ouvre|promet|promesse|droit|priorité|préférence|attribu|crée|constitue|vaut|obligation)[a-z]*|(?:ne|n') ?(?:peut|pourra|saurait|sera) [a-z' ]{0,12}(?:pas |être )?(?:commandé|acquis|attribué|confié|conclu|passé)|(?:fera|feront|fait|font) l'objet d'(?:une|un) (?:[a-z]+ ){0,2}(?:mise en concurrence|procédure|consultation|appel|marché)|met(?:tra|tront|trait)? en concurrence|(?:une|après|nouvelle) (?:[a-z]+ ){0,2}mise en concurrence|distincte? (?:et )?(?:passé|mis)|interdit|exclu(?:e|t)?`;
/** The programme's own work is no finished product. */
const OF_RESEARCH = fr`(?:phase|étape)s? (?:\d|suivante|de recherche)|démonstrateurs?|prototypes?|études?|rapports?`;
/** The test series of the last phase is still research. */
const TEST_SERIES = fr`séries? (?:de |d')?(?:tests?|essais?|expérimentales?)`;
const AFTER = fr`à l'issue|au terme|à la fin|ultérieure?s?|après|ensuite|suites?|par la suite|deux années suivantes|années suivantes|une fois|dès lors|lorsque|achève|en cas de (?:succès|réussite)|si (?:les|le|la)`;

interface Supply {
  readonly firm: boolean;
  /** Written that no new competition is held. */
  readonly direct: boolean;
}

const FIRM_PATTERN = fr`${FIRM}`;
/** « Option au profit du meilleur : livraison de vingt robots » */
const OPTION = fr`options? (?:[a-z,':-]+ ){0,8}(?:livraison|fourniture|acquisition|achat|commande)s? (?:de |d')(?:\d|[a-z]+)`;
const BEST = fr`${FIRM}|meilleure?|mieux classée?|lauréate?`;
const read = (phrase: Phrase): Supply | undefined => {
  if (phrase.has(OPTION) && phrase.has(BEST) && !phrase.has(DENIED) && !phrase.has(OF_RESEARCH))
    return { firm: true, direct: false };
  if (phrase.has(DEFINES) && !phrase.has(BOUGHT)) return undefined;
  const direct = phrase.has(NO_NEW);
  if (direct ? !promisesWithoutCall(phrase) : !promisesAfter(phrase)) return undefined;
  return { firm: phrase.has(FIRM_PATTERN), direct };
};

const NOT_WITHOUT = fr`(?:ne|n'|aucun|aucune|jamais|interdit|ni) (?:[a-z,']+ ){0,8}sans (?:nouvelle|une|mise)`;
const promises = (phrase: Phrase): boolean =>
  phrase.has(PROMISE) || phrase.has(RIGHT) || phrase.has(SUPPLY_TO) || phrase.has(BECOMES);

/** « sans nouvelle mise en concurrence » holds the words of a denial. */
const promisesWithoutCall = (phrase: Phrase): boolean =>
  !phrase.has(NOT_WITHOUT) &&
  (promises(phrase) ||
    (phrase.has(COMPETITION) && phrase.has(DELIVERS) && phrase.has(AFTER) && !phrase.has(OF_RESEARCH)));

/** A promise that binds, or that is of what comes after the research. */
const promisesAfter = (phrase: Phrase): boolean =>
  !phrase.has(DENIED) &&
  promises(phrase) &&
  !phrase.has(TEST_SERIES) &&
  (phrase.has(ENGAGED) || ((phrase.has(BECOMES) || phrase.has(AFTER)) && !phrase.has(OF_RESEARCH)));

/** « fabriqués automatiquement », « livre 200 capteurs »: how a thing is made, where nothing is said of competition. */
const isBareDelivery = (sentence: Sentence): boolean =>
  sentence.has(DELIVERS) &&
  !(sentence.has(COMPETITION) && sentence.has(AFTER)) &&
  !sentence.has(ENGAGED) &&
  !sentence.has(OUTCOME);
/** « L'institut garde ensuite les exemplaires », « il concède à l'équipe le droit d'exploiter »: kept, or licensed, and nothing bought. */
const KEPT = fr`(?:gard|conserv)(?:e|ent|era|eront)|(?:reste|demeure|devien)[a-z]* (?:[a-z']+ )?propriét[a-z]+|concè?d[a-z]+|licences?|droits? d'exploit[a-z]+`;
const OUTCOME = fr`produits? finis?|mise?s? au point|issue?s?|développée?s?`;
/** The product is bought, and not made alone. */
const BOUGHT = fr`command[a-z]+|ach[eè]t[a-z]*|acquér[a-z]+|acquier[a-z]+|tarifs?|(?:marché|contrat|convention|commande|fourniture|série|parc|avenant|achat|fournisseur|tranche|phase|option|acheteur|client|attributaire)s?|équiper(?:a|ont)?|(?<!(?:l'|une |cette |chaque |même ))équipe(?= (?:la |les? |l'|ses? |sa |son |nos |chaque |tou[st]|[0-9]))|commercialis[a-z]+|priorit[a-z]+`;
/** « « Vous » désigne l'entreprise qui signe »: words are given their sense, and nothing is promised. */
const DEFINES = fr`désigne(?:nt)?|signifie(?:nt)?|s'entend(?:ent)? (?:de|du|des|comme)|on entend par|ci-après dénommée?s?`;
const COMPETITION = fr`concurrence|consultation|gré à gré`;

/** « Tranche optionnelle. La même équipe fournit 300 capteurs ainsi mis au point »: the title says that it is bought if the buyer wants. */
const OPTIONAL = fr`tranches? (?:optionnelle|conditionnelle)s?|options?`;
const optional = (draft: Draft): Said[] =>
  draft.sentences
    .filter(
      (s) =>
        s.has(DELIVERS) &&
        s.has(OUTCOME) &&
        s.has(FIRM_PATTERN) &&
        !s.has(OF_RESEARCH) &&
        !s.has(DENIED) &&
        s.section.under(OPTIONAL),
    )
    .map((s) => whole(s, undefined));

/** Sentences that promise the supply of the finished product to the firm that did the research; empty when there is none. */
export const suites = defineFact<readonly Said[]>({
  id: 'recherche-suites',
  title: 'Fourniture promise à la suite de la recherche',
  read: (piece: Piece) =>
    withHeard(
      piece,
      'recherche/produit-promis',
      piece.draft
        .collect(read)
        .filter(({ value, sentence }) => !sentence.passage.isTitle && (value.firm || value.direct))
        .map(({ sentence }) => whole(sentence, undefined))
        .concat(optional(piece.draft)),
      (sentence, doubt) =>
        sentence.has(TEST_SERIES) ||
        ([DEFINES, KEPT].some((other) => sentence.has(other)) && !sentence.has(BOUGHT)) ||
        (isBareDelivery(sentence) && !(isSure(doubt) && sentence.has(BOUGHT)))
          ? undefined
          : whole(sentence, doubt),
    ),
  show: (list) => (list.length > 0 ? list.length : undefined),
});
