import type { Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import parties from '../words/pi-parties.json' with { type: 'json' };

/** Titles that say of anything that it is there already: « Contexte », « Ce qui existe », « Situation actuelle ». */
export const EXISTING_TITLE = fr`contextes?|ce qui (?:existe(?! sur le marché)|est (?:déjà )?(?:là|installé|en service))|ce (?:que|dont) (?:[a-z']+ ){1,4}(?:possède|utilise|exploite|dispose)(?:nt)?|ce (?:que|dont) (?:nous|vous) (?:(?:avons|avez) (?:déjà|aujourd'hui|en place)|(?:possédons|utilisons|exploitons|disposons)(?! p))|point de départ|existants?|situation (?:actuelle|existante|présente|de départ)|états? des lieux|état (?:actuel|existant)|historique`;
/** Titles of sections that say what is there, not what is wanted. */
const TITLE = fr`${EXISTING_TITLE.source}|états? (?:du|de la|des) (?:fonds?|bâti(?:ments?)?|sites?|réseaux?|collections?|archives|installations?|ouvrages?|voirie|équipements?)|(?<!mise )en place|environnements? (?:technique|informatique|logiciel|matériel|applicatif|système|actuel|existant|si|technologique|de travail|numérique)s?(?: [a-z]+)?|parc(?: (?:informatique|existant|actuel|installé|matériel|applicatif|logiciel|machines?|des? [a-z' -]+|d'[a-z' -]+))?|patrimoine|inventaires?|architecture (?:actuelle|existante|en place)|infrastructures? (?:actuelles?|existantes?|en place)|cartographie|(?:installations?|équipements?|matériels?|appareils|ouvrages) (?:actuel(?:le)?s?|existants?|existantes?|en service|installés|concernés|à (?:maintenir|entretenir|vérifier|contrôler))|système d'information|liste des (?:équipements|appareils|installations|matériels|sites|bâtiments)|réversibilité|restitutions? (?:des?|du|de la|de l') ?(?:données|matériels?|équipements?|locaux|clés|documents?|supports?|biens|mobiliers?|véhicules?)|éléments? à (?:restituer|transférer|rendre)|description (?:du|des|de l') ?(?:sites?|installations?|équipements?|existant|parc|bâtiments?|immeuble)|présentation (?:du|de la|des|de l') ?(?:sites?|établissement|acheteur|collectivité|service|commune|direction|bâtiments?|si)`;
/** Titles of sections on what the supply works with: the goods named there are installed, and the standards are asked. */
const INTERFACE_TITLE = fr`interfaces?|interfaçages?|interopérabilité|compatibilité`;
/** Titles of sections that say what is wanted. */
export const WANTED_TITLE = fr`prescriptions?|exigences?|spécifications?|caractéristiques|fournitures?|besoins?|attendue?s?|à fournir|à livrer|cible|interface (?:utilisateurs?|graphique|homme.machine|de consultation)|ergonomie`;
/** A paragraph that names its matter, numbered or not: « Existant. Le parc est… », « A.2 Équipements en place – … ». */
const LABEL =
  /^ ?(?:[a-z]?[.-]?\d{1,2}(?:\.\d{1,2})*[.)]? ?-? ?)?(?:l'|les |le )?(?:existants?|contexte|situation (?:actuelle|existante)|etat (?:des lieux|existant|actuel)|environnement (?:technique|actuel)|(?:installations?|equipements?|materiels?|parc|locaux) (?:existant|actuel|en place)[a-z]*) ?[.:-]/;

/** « Mise en service » tells what is to be done, « en service » what is there. */
const NOT_PUT = '(?<!(?:mises?|mis|met|mets|mettent|mettre|mettra|mettront|mettant) )';
const STATE = fr`existante?s?|de marques? diverses?|louée?s? (?:avec option|en crédit-bail|jusqu')|en dotation|dat(?:e|ent),? [^.;]{0,40}de (?:19|20)\d\d|appartien(?:nen)?t (?:au|aux|à la|à l')|${NOT_PUT}en place|déjà [a-z]+|actuel(?:le)?s?|actuellement|à ce jour|aujourd'hui|de l'époque|en (?:leur|son) temps|d'origine du bâtiment|(?<!(?:seront|sera|être) )(?:acquis|achet[ée]|install[ée]|pos[ée]|déploy[ée]|renouvel[ée]|fourni|livr[ée])e?s? (?:en|depuis|entre|fin|début) (?:19|20)\d\d|${NOT_PUT}en service(?: depuis)?|en cours d'utilisation|sont conservée?s?|est conservée?|que possède|dont dispose l(?:e|a)?|historiquement|à remplacer|sortants?|(?:le|notre|leur|son) parc (?:[a-z'-]+ ){0,6}(?:est|compte|comprend|se compose)(?! (?:[a-z]+ )?(?:remplac|renouvel|livr|fourni|install|complét|étendu))|(?:n'est|ne sont|ne sera|ne seront) pas (?:renouvelé|remplacé|changé)e?s?`;
/** Verbs of a state, when the one who has it is not the contractor. */
const HAS = fr`(?:est|sont) (?:[a-z]+ )?(?:équipée?s?|dotée?s?|composée?s?|hébergée?s?|gérée?s?|administrée?s?|supervisée?s?|constituée?s?|raccordée?s?|reliée?s?|chauffée?s?) (?:de|d|des|du|par|avec|sur|sous|à|au|aux|chez)|possède(?:nt)?|dispose(?:nt)? (?:de|d|du|des)|utilise(?:nt)?|s'appuie(?:nt)? sur|repose(?:nt)? sur|fonctionne(?:nt)? (?:sous|avec|sur)|exploite(?:nt)?`;
const CONTRACTOR = fr`offres?|titulaire|prestataire|candidats?|soumissionnaires?|attributaire|fournisseur|entrepreneur|entreprises?|hébergeur|exploitant|cocontractant|éditeur|constructeur|intervenants?|techniciens?|la solution|le centre (?:de données|d'hébergement)|le système proposé|produits? proposés?`;
const REQUIRES = fr`doit|doivent|devra|devront|exigée?s?|requise?s?|obligatoire(?:ment)?|impérati(?:f|ve|vement)s?`;

const isTitled = ({ heading }: Section, title: RegExp): boolean =>
  heading?.has(title) === true && !heading.has(WANTED_TITLE);

/** The section of the title of the whole, which tells nothing of a passage. */
const wholeOf = ({ draft }: Passage): Section | undefined =>
  draft.title?.section.level === 1 ? draft.title.section : undefined;

/** True under « Interfaces », « Compatibilité ». */
export const standsAmongInterfaces = ({ passage, section }: Sentence): boolean =>
  section.chain.some((s) => s !== wholeOf(passage) && isTitled(s, INTERFACE_TITLE));

/** True when the section, the paragraph's label or the table's lead says that it describes what exists. */
export function standsInDescription(sentence: Sentence): boolean {
  const { passage, section } = sentence;
  if (section.chain.some((s) => s !== wholeOf(passage) && isTitled(s, TITLE))) return true;
  if (LABEL.test(passage.folded)) return true;
  for (let lead = passage.lead; lead; lead = lead.lead) {
    if (LABEL.test(lead.folded)) return true;
    if (!lead.isTitle && saysState(lead)) return true;
  }
  const header = passage.table?.header.cells;
  return (
    header?.some((c) =>
      c.has(
        fr`existante?s?|actuel(?:le)?s?|en place|année (?:d'installation|de mise en service|d'achat)|date (?:d'achat|de mise en service)|n° de série|numéro de série`,
      ),
    ) ?? false
  );
}

interface ExistingRead {
  has(pattern: RegExp): boolean;
  find(pattern: RegExp): { readonly from: number } | undefined;
  readonly folded: string;
}

/** « L'acheteur est certifié… », « la commune, labellisée… »: what the buyer himself has. */
const BUYER_IS = fr`(?:l'acheteur|la collectivité|la commune|la ville|le département|la région|l'établissement|le chu|le centre hospitalier|la caisse|le pouvoir adjudicateur|le maître d'ouvrage|l'université|le syndicat)(?:,? (?:est(?: elle-même| lui-même)?|déjà|a été|a obtenu|détient|possède)|, (?:certifi|labellis|agré|qualifi|titulair|détent|équip|dot|abonn|adhér|engag)[a-z]*)`;
/** « La salle a été aménagée selon la norme… »: works done, of which nothing is asked. */
const BUILT = fr`(?:a|ont|avait|avaient) (?:déjà |récemment )?été (?:aménag|constru|bâti|rénov|réhabilit|restaur|équip|conç|install|pos|cré|câbl|réalis|refai)[a-zé]*|(?:a|ont|avait|avaient) (?:déjà |récemment )?été mis(?:es?)? en (?:service|place|eau|route|ligne)`;
/** « Le siège a obtenu la certification… », « certifiée ISO 50001 depuis 2019 »: had, and not asked. */
const OBTAINED = fr`(?:a|ont|avait|avaient) (?:déjà |récemment |ainsi )?(?:obtenu|reçu|décroché|conservé)|(?:certifi|labellis|agré|class|accrédit)ée?s? (?:[a-z0-9 '-]+ )?depuis (?:[a-zéû]+ )?(?:19|20)\d\d|(?:certification|label|labellisation|agrément)s? (?:[a-z0-9 '-]+ )?(?:obtenu|délivré|décerné|reçu)e?s? en (?:[a-zéû]+ )?(?:19|20)\d\d`;
const TO_PROVE = fr`offres?|titulaire|prestataire|candidats?|fournisseur|attest[a-z]*|certificats?|justifi[a-z]*|preuves?|garanti[a-z]*|vérifi[a-z]*|contrôl[a-z]*|proposée?s?`;

const BUYER = `(?:${parties.acheteur.join('|')})`;
/** Who is to supply, or makes what is supplied: anyone else named by it is on the buyer's side. */
const OTHER_PARTY = `(?:l'|la |le |les |notre |nos |chaque |chacun |ses |son )?(?:${parties.titulaire.join('|')}|vainqueurs?|retenue?s?|installateurs?|exploitants?|fabricants?|mainteneurs?|marques?|distributeurs?|infogerants?|lots?|corps|macons?|electriciens?|plombiers?|menuisiers?|charpentiers?|couvreurs?|peintres?|celles?|celui|ceux|lui|il|elles?|un|une|tous?|tout|toute|produits?|solutions?|logiciels?|systemes?|outils?|licences?|modules?|marche|present)(?![a-z])`;
/** What the buyer supplies, hosts, owns or is given back is no supply that he asks for. */
const OF_BUYER = fr`(?:(?:fourni|prêté|hébergé|apporté|détenu|administré|acquis)e?s?|mis(?:es?)? à (?:sa |leur |la )?disposition) (?:[a-z]+ ){0,2}par (?:l'|la |le |les )?${BUYER}|mis(?:es?)? (?:[a-z]+ )?à (?:la )?disposition d(?:u|es) (?:titulaire|prestataire|exploitant|cocontractant)s?|(?:rendu|restitué)e?s? (?:[a-z]+ ){0,2}(?:à|au|aux) ?(?:l'|la |le |les )?${BUYER}|à la charge (?:exclusive )?(?:de |du |des |d')(?!${OTHER_PARTY})[a-z']+|(?:fournie?s?|prêtée?s?|mise?s? à (?:sa |leur |la )?disposition) (?:[a-z]+ )?par (?!${OTHER_PARTY})(?:l'|la |le |les |notre |nos )[a-z]+|(?:l'|la |le |les )${BUYER} (?:[a-z]+ )?(?:fournit|fournira|met (?:[a-z]+ )?à (?:la )?disposition|mettra (?:[a-z]+ )?à (?:la )?disposition|héberge|prête|apporte|possède|est propriétaire|demeure propriétaire|reste propriétaire|conserve)|à restituer`;
/** « les agents, équipés de… »: a participle says what they have, a future or a duty what they are to have. */
const EQUIPPED = fr`(?:utilisateurs?|agents?|services?|postes?|sites?|salles?|locaux|bâtiments?|écoles?|véhicules?|directions?)(?: (?!(?:est|sont|seront|sera|être|doivent|devront)(?![a-z]))[a-z'-]+){0,8},? (?<!(?:être|seront|sera) )(?:équipée?s?|dotée?s?) (?:de|d'|des)`;

/** « Le territoire compte 260 km de voies. Les porteurs sont… »: the buyer presents himself, and asks nothing yet. */
const BUYER_COUNTS =
  /^[^a-z]*(?:(?:le|la|notre|les|nos) |l')(?!titulaire|prestataire|candidat|entreprise|lot|marche|fournitu|solution|appareil)[a-z-]+,? (?:[^.;]{1,40}, )?(?:[a-z'-]+ ){0,4}?(?:compte|dessert|accueille|emploie|gere|entretient|exploite|recoit|forme|heberge|traite)(?:nt)? [^.;]*\d/;
const ASKED = fr`doit|doivent|devra|devront|sera|seront|exigée?s?|titulaire|prestataire|fournisseur|fourni[a-z]*|livr[a-z]+`;
/** True for what only says how things are, after words on how large the buyer is. */
export const isOfBuyer = (s: Sentence): boolean =>
  s.previous !== undefined && BUYER_COUNTS.test(s.previous.folded) && !s.has(ASKED);

/** True when the words themselves say that the thing is there already: « est équipé de », « en place », « que possède déjà ». */
export function saysState(words: ExistingRead): boolean {
  if (words.has(STATE) || words.has(BUYER_IS) || words.has(OF_BUYER) || words.has(EQUIPPED)) return true;
  if ((words.has(BUILT) || words.has(OBTAINED)) && !words.has(TO_PROVE) && !words.has(REQUIRES)) return true;
  const has = words.find(HAS);
  if (!has) return false;
  const before = words.folded.slice(0, has.from);
  // « Chaque poste est doté de… »: what each is to have.
  if (/^[^a-z]*(?:[a-z' ]+, )?(?:chaque|tout(?:e|es)?|tous) /.test(words.folded)) return false;
  return !CONTRACTOR_BEFORE.test(before) && !words.has(REQUIRES);
}

const CONTRACTOR_BEFORE = new RegExp(CONTRACTOR.source);
