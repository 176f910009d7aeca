import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { find, has } from '../../kit/text.ts';
import { isSure, isTold, saying, withHeard } from '../commun/index.ts';
import { isOnGrant } from './beneficiaires.ts';
import { NOT_HANDED } from './matieres-logiciel.ts';
import {
  AUDIENCE,
  CLAIMS,
  DESIGNATION,
  GRANTED_TO,
  IN_RIGHTS,
  isOfContractorBefore,
  isOfOtherThings,
  isUnderPrior,
  type Matter,
  type MatterFound,
  NO_COMMERCE,
  NOT_OURS,
  OWNER,
  RESULTS_ARE,
  THEIR_HOLDER,
  tellsResults,
  UNLISTED,
  whole,
} from './matieres-lues.ts';
import { BUYER, buyer, CONTRACTOR, contractor, production } from './parties-objets.ts';

/** « Le syndicat concède au partenaire le droit d'exploiter »: he gives what is his. */
const givesHim = ({ folded }: Sentence): boolean => {
  const gives = find(folded, GRANTED_TO);
  const to = gives && find(folded.slice(gives.to), contractor);
  return to !== undefined && to.from < 8 && has(folded.slice(0, gives?.from), buyer);
};
/** How candidates join to bid, and no use of results. */
const GROUPED = fr`groupements?|cotraitants?|mandataires?`;
/** The contractor is named, there or right before, and it is not of what it had or hands over that is spoken. */
const isOnUse = (s: Sentence, sure: boolean): boolean =>
  (sure || (s.has(USES) && !s.has(GROUPED))) &&
  !isOfOtherThings(s) &&
  ![HIS_OWN, HANDS, THEIR_HOLDER, CLAIMS].some((other) => s.has(other)) &&
  (s.has(contractor) || !s.has(CANDIDATES)) &&
  (s.has(contractor) ||
    YOU.test(s.folded) ||
    s.previous?.has(contractor) === true ||
    goesOn(s) ||
    (sure && !SOMEONE.test(s.folded) && !s.has(buyer)));
/** « Le titulaire peut vendre… » over a paragraph that begins with « Il publie… »: still of him. */
function goesOn({ folded, previous, passage, section }: Sentence): boolean {
  const [first] = section.own[section.own.indexOf(passage) - 1]?.sentences ?? [];
  const subject = first?.find(contractor);
  return !previous && SOMEONE.test(folded) && subject !== undefined && subject.from < 5;
}
/** What is asked of candidates is no use of results. */
const CANDIDATES = fr`candidats?|soumissionnaires?`;
/** Something is done with results, or with what is kept of them. */
const USES = fr`(?:publi|exploit|vend|vente|utilis|réutilis|réemplo|commercialis|diffus|breve|licen|expos|reprod|cite|référence|monétis|réserv|dispos|jou)[a-zé]*|résultats?|livrables?`;
/** « Vous pouvez… »: the contractor, whom the buyer writes to. */
const YOU =
  /(?<![a-z])vous (?:etes|pouvez|pourrez|serez|restez|gardez|faites|disposez|montrez|vendez|publiez)(?![a-z])|(?<![a-z])libre a vous (?:de |d')/;
/** « Il », « elle »: whom, the sentence before says. */
const SOMEONE = /^[^a-z]*(?:ils?|elles?|celui-ci|celle-ci) /;
/** « La société concède à la ville une licence d'usage »: nobody sells. */
const isBareGrant = (s: Sentence): boolean => (s.has(GRANTED_TO) || s.has(MAY_SHOW)) && !s.has(MONEY);
const MAY_SHOW = fr`(?:droit|faculté|possibilité) d(?:e|'[a-z]+)|utilis[a-z]+|diffus[a-z]+`;
const MONEY = fr`argent|monétis[a-z]+|lucrati[a-z]+|payants?|onéreux|recettes?|revenus?|prix|pa(?:y|i)[a-z]+|vend[a-z]*|ventes?|lou[a-z]+|commerc[a-z]+|tarifs?|abonnements?|bénéfices?|redevances?|clients?`;
/** « 8.5 Exploitation par le partenaire »: what is told there is his. */
const isUnderContractor = ({ section: { heading } }: Sentence): boolean =>
  heading?.has(contractor) === true && !heading.has(buyer);
const HIS_OWN = fr`ses (?:propres )?(?:méthodes|outils|savoir-faire|connaissances|modèles)`;
const HANDS = fr`(?:remet|remettent|remettra|livre|livrera|fournit|fournira)(?: [a-z']+){0,3} (?:résultats|livrables|études?)`;
/** « Résultats : au sens du marché »: defined by what defines nothing. */
const VOID =
  /^[^a-z]*(?:(?:les )?resultats? ?: ?)?(?:au sens|ceux|celui|tels qu[a-z' ]*)(?: (?:du|des|de la|de l'|le|la|les|l'))? ?(?:present )?(?:marches?|contrats?|accord-cadre|prestations?|missions?)[ .;]*$/;
/** « Résultats : … » */
const LISTS = /^ ?(?:resultats?|livrables?) ?:/;

/** Matters in which what is heard is weighed with what is read. */
const HEARD: ReadonlySet<Matter> = new Set([
  'usage-titulaire',
  'propriete-materielle',
  'commerce-acheteur',
  'beneficiaires-vagues',
]);

const BEFOREHAND = fr`avant|antérieur[a-z]*|antériorités?|pré-?exist[a-z]*|exist(?:ait|aient|ant)|déjà|posséd(?:ait|aient)|ancien[a-z]*|détenai[a-z]+|avai(?:t|ent)|background`;
/** What a list looks like. */
const LISTING = fr`list[a-zé]+|annexes?|tableau|inventaire|énumér[a-z]+|recens[a-z]+|néant|aucune?s?|rien|ni|seule?s?|suivant(?:e|es|s)?|nomm[a-zé]+|apport[a-z]+|inscri[a-z]+|joign[a-z]+|cadre`;
const NONE_LISTED = fr`aucune? (?:n'|ne )[a-z ]{0,20}(?:énumér|list|recens|nomm|détaill|cit|indiqu|précis)[a-z]*|(?:ne|n')[a-z ]{0,20} (?:énumér|list|recens|nomm|détaill|cit|indiqu|précis)[a-z]*`;
const CODE = fr`sources?|codes?|fichiers?|scripts?|forge|dépôts?|git[a-z]*|lignes|lisibles?|compil[a-z]+`;
/** « n'a pas à les remettre » */
const NOT_DUE = fr`n'(?:a|ont|aura|auront) pas à|sans (?:avoir|être tenue?s?) (?:à|de)|refus[a-z]+`;
/** « le code objet et le guide »: what the machine reads, and no source beside it. */
const isCompiled = (s: Sentence): boolean =>
  s.has(fr`codes? (?:objets?|exécutables?|compilés?|binaires?)`) && !s.has(fr`sources?|lisibles?`);
/** « devient propriétaire des lits », under a title on their supply: nothing there has an author. */
const isOfSupply = (s: Sentence): boolean =>
  !s.has(production) && s.passage.draft.title?.has(SUPPLY) === true && !s.passage.draft.title.has(production);
const SUPPLY = fr`fournitures?|acquisition|achat|livraison|location`;
/** « est en Java », « est sous licence »: what it is, and not what becomes of it. */
const IS_IN = fr`(?:est|sont|sera|seront) (?:[a-z]+ )?(?:en|sous) (?:langage|licence|java|python|php)`;
const OTHERS = fr`tiers|tierce|autres?|entreprises?|prestataires?|sociétés?|quiconque|qui (?:bon|elle|il|nous|l'acheteur)|choix|successeurs?|concurrents?|confrères?|libre|différente?s?|ailleurs|nos (?:agents|services)|tma`;
const ANSWERS_FOR = fr`charge|défen[a-z]+|procès|rembours[a-z]*|indemni[a-z]*|garanti[a-z]*|frais|dommages|répond[a-z]*|assum[a-z]*|couv[a-z]*|supporte[a-z]*|condamn[a-z]+|jouissance|paisible[a-z]*|seul[a-z]* (?:auteur|titulaire|détenteur)|libres?|à l'abri|réclam[a-z]+|revendi[a-z]+|inquiét[a-z]+|troubl[a-z]+`;

/** « à la charge et aux risques de la ville » */
const BORNE_BY_BUYER = new RegExp(
  `(?:charge|risques?|frais)(?: et [a-z' ]{2,24})? (?:de|du|des) ?(?:la |le |l'|les )?${BUYER}(?![a-z])`,
);

/** « le droit de concéder des sous-licences à des tiers »: the buyer receives it, and not they. */
const MAY_PASS_ON = fr`(?:re|sous-)?(?:céder|concéder)|transférer|rétrocéder|(?:droit|faculté) de (?:les? |la )?(?:distribuer|diffuser|communiquer|remettre|transmettre|prêter|mettre à disposition)`;
/** « L'organisme qui lui succéderait dans ses missions »: designated by what makes him receive. */
const SUCCEEDS = fr`(?:qui|que) (?:lui |leur |s'y |se )?(?:succéd|substitu|reprend|reprit)[a-zé]*|(?:lui|leur) succéd[a-zé]+|venant (?:à|aux) (?:ses |leurs |s)?droits`;
const THIRD_PARTIES = fr`tiers|partenaires?|organismes?|autres?|entités?|filiales?|membres?|ayants? (?:droit|cause)|structures?|établissements?|collectivités?|quiconque|(?:toute|autre)s? personnes?|opérateurs?|associations?|services?(?! (?:rendus?|publics?|internes?|en ligne|numériques?))|ceux (?:à|pour|auprès de|qu[e'])|celles (?:à|pour|auprès de|qu[e'])`;

/** Whoever is not the contractor. */
const ANYONE = fr`tiers|prestataires?|quiconque|entreprises?|sociétés?|éditeurs?|mainteneurs?|concurrents?|successeurs?|opérateurs?|autres? (?:que|titulaires?|fournisseurs?|équipes?|maisons?)|n'importe qui|qui (?:il|elle|bon)|choix|exclusivité|(?:bureaux?|sociétés?|équipes?|ateliers?|studios?|[a-z]+) différente?s?|(?:bureaux?|équipes?|ateliers?|studios?|mains?) (?:[a-z]+ )?autres?|autres? (?:bureaux?|ateliers?|studios?|mains?)|ailleurs`;

/** « La maintenance est réservée à l'éditeur, sans que nul autre… »: the contrary. */
const RESERVED = fr`(?:réservée?s?|l'apanage|le monopole) (?:exclusivement |de plein droit )?(?:à|au|de|du) (?:la |l')?${CONTRACTOR}|sans que (?:quiconque|personne|nul|qui que ce soit|(?:un|aucun|d'autres?) [a-z]+)|(?:nul|aucun) (?:autre|tiers)|${CONTRACTOR} (?:est|sera|reste|demeure) (?:le |la )?seule?|seule? (?:le |la |l')?${CONTRACTOR}|(?:ne|n')[a-z ]{1,20} (?:confi|faire|être)[a-z]* (?:[a-z']+ ){0,5}(?:aucun |un |d'autres )?(?:tiers|autres?)|interdi[a-z]+`;

/** What is done to a software once it is delivered. */
const UPKEEP = fr`maint[a-z]*|entret[a-z]*|évolu[a-z]*|corrig[a-z]*|correct[a-z]*|modif[a-z]*|dépann[a-z]*|repren[a-z]*|reprise|adapt[a-z]*|mis[a-z]* à jour|intervenir|suite|répar[a-z]*|en (?:bon )?état|progress[a-z]*|amélior[a-z]*|enrichi[a-z]*|complé[a-z]*|vivre`;

/** What answers a rule of absence, by its sense; `cue`: a word of it where that is but probable. `unless`: what tells that it does not. */
const ANSWERS: readonly (readonly [matter: Matter, concept: string, cue: RegExp, unless?: (s: Sentence) => boolean])[] =
  [
    // A grant names results, and does not tell what they are.
    [
      'resultats',
      'pi/definition-des-resultats',
      fr`résultats?|livrables?|productions?`,
      // What someone may do with them tells not what they are.
      (s) => s.has(IN_RIGHTS) || s.has(OWNER) || s.has(fr`peu(?:t|vent)|pourr(?:a|ont)`) || VOID.test(s.folded),
    ],
    ['anterieures', 'pi/connaissances-traitees', BEFOREHAND, (s) => !s.has(BEFOREHAND)],
    [
      'anterieures-listees',
      'pi/connaissances-listees',
      LISTING,
      (s) => s.has(UNLISTED) || s.has(NONE_LISTED) || !(s.has(BEFOREHAND) || isUnderPrior(s, BEFOREHAND)),
    ],
    [
      'code-source',
      'pi/code-source-livre',
      CODE,
      (s) => s.has(NOT_HANDED) || s.has(NOT_DUE) || s.has(IS_IN) || !s.has(CODE) || isCompiled(s),
    ],
    [
      'tierce-maintenance',
      'pi/tierce-maintenance-permise',
      OTHERS,
      (s) => !s.has(ANYONE) || !s.has(UPKEEP) || s.has(RESERVED),
    ],
    ['garantie', 'pi/garantie-jouissance', ANSWERS_FOR, (s) => BORNE_BY_BUYER.test(s.folded)],
  ];

/** What the matters of a piece are once what is heard is weighed with what is read. */
export function withMattersHeard(piece: Piece, all: readonly MatterFound[]): MatterFound[] {
  const heard = (matter: Matter, concept: string, unless: (s: Sentence, sure: boolean) => boolean) =>
    withHeard(
      piece,
      concept,
      all.filter((m) => m.matter === matter),
      (sentence, doubt) =>
        unless(sentence, isSure(doubt)) ? undefined : { matter, at: whole(sentence.folded), sentence, doubt },
    );
  const answered = ANSWERS.flatMap(([matter, concept, cue, unless]) =>
    saying(piece, concept)
      .filter(({ sentence }) => !all.some((m) => m.matter.startsWith(matter) && m.sentence === sentence))
      .filter(
        ({ sentence: s, surety }) =>
          isTold(s) && !unless?.(s) && (surety === 'sure' || cue === undefined || s.has(cue)),
      )
      .map(({ sentence }): MatterFound => ({ matter, at: whole(sentence.folded), sentence })),
  );
  const onCondition = new Set(
    all.filter(({ matter }) => matter === 'usage-titulaire-conditionne').map(({ sentence }) => sentence),
  );
  // « Le titulaire reste libre de vendre les résultats à tout établissement »: he uses them, and nobody is granted them.
  const usedByHim = new Set(
    saying(piece, 'pi/usage-libre-du-titulaire').flatMap(({ surety, sentence }) =>
      surety === 'sure' && sentence.has(contractor) ? sentence : [],
    ),
  );
  return [
    ...all.filter(({ matter }) => !HEARD.has(matter)),
    ...answered,
    ...heard(
      'commerce-acheteur',
      'pi/acheteur-commercialise',
      (s) => s.has(NO_COMMERCE) || givesHim(s) || isUnderContractor(s) || isBareGrant(s) || isOfContractorBefore(s),
    ),
    // One of an article says it for all.
    ...heard(
      'beneficiaires-vagues',
      'pi/tiers-non-designes',
      (s) =>
        [DESIGNATION, MAY_PASS_ON, AUDIENCE, SUCCEEDS].some((told) => s.has(told)) ||
        !s.has(THIRD_PARTIES) ||
        // « Vous pouvez en utiliser d'autres »: the contractor may.
        YOU.test(s.folded) ||
        usedByHim.has(s) ||
        !isOnGrant(s),
    ).filter(
      (one, i, vague) =>
        all.some((m) => m.matter === one.matter && m.sentence === one.sentence) ||
        !vague.some(
          (m, j) =>
            m.sentence.section.article === one.sentence.section.article &&
            (j < i || all.some((a) => a.matter === m.matter && a.sentence === m.sentence)),
        ),
    ),
    ...heard('usage-titulaire', 'pi/usage-libre-du-titulaire', (s, sure) => onCondition.has(s) || !isOnUse(s, sure)),
    ...heard(
      'propriete-materielle',
      'pi/propriete-du-livrable',
      (s, sure) =>
        tellsResults(s) ||
        isOfSupply(s) ||
        [NOT_OURS, LISTS].some((pattern) => s.has(pattern)) ||
        (!sure && [IN_RIGHTS, OWNER, RESULTS_ARE].some((pattern) => s.has(pattern))),
    ),
  ];
}
