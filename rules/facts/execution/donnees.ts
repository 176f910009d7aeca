import type { Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { PassageContent } from '../../kit/markdown/block.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Found } from '../../kit/reader.ts';
import type { Doubt } from '../../kit/rule.ts';
import { has } from '../../kit/text.ts';
import type { Heard } from '../../reading/hear.ts';
import { hearing, labelled, saying } from '../commun/index.ts';
import { BUYER, buyer } from '../pi/index.ts';
/** What the contract says of the processing of personal data for the buyer. */
export const DONNEES_PARTS = ['finalite', 'types', 'duree'] as const;
export type DonneesPart = (typeof DONNEES_PARTS)[number];

export interface DonneesPersonnelles {
  /** Where the holder is said to process personal data for the buyer; undefined when nowhere. */
  readonly processing: Sentence | undefined;
  readonly parts: ReadonlySet<DonneesPart>;
  /** Said that no personal data are processed, or that an annex describes it. */
  readonly settled: boolean;
  readonly doubt?: Doubt;
}

type Signal = 'traitement' | 'donnees' | 'repris' | 'manie' | 'regle' | DonneesPart;

/** People who are served: what is written of them one by one is personal, and is no list of those who do the work. */
const SERVED =
  '(?:patient|usager|allocataire|assure|eleve|etudiant|resident|abonne|adherent|locataire|apprenant|malade|enfant|parent|famille|beneficiaire|administre|habitant|voyageur|client|stagiaire|redevable|contribuable|electeur|joueur|professeur|enseignant|lecteur|visiteur|collegien|lyceen|ecolier|licencie|pensionnaire|personnes? (?:agee|handicapee|accueillie|hebergee|suivie|aidee|inscrite|transportee))(?:e|s|es)?';
/** « les fiches des nouveaux adhérents », « quatre cents dossiers de carrière » */
const FILES_OF = `(?:dossier|fichier|fiche|bulletin|registre|annuaire|trombinoscope|listing|carnet|liste|inscription|coordonnee|(?<!pour le |pour )compte|historique|profil)s?(?: [a-z'-]+){0,3} (?:des |d'|de chaque |de leurs |de nos |de vos )(?:anciens |anciennes |nouveaux |nouvelles |jeunes |futurs )?${SERVED}|(?:dossier|fiche|bulletin|fichier)s? (?:[a-z]+ ){0,2}(?:individuels?|scolaires?|medica(?:l|ux)|de (?:carriere|paie|salaire|soins|liaison|naissance|deces|mariage))`;
/** « les examens des patients », « les clichés nominatifs »: what is made of people one by one. */
const MADE_OF = `(?:examen|cliche|radiographie|analyse|prelevement|ordonnance|compte rendu|diagnostic|resultat|bilan|entretien|appel)s? (?:[a-z'-]+ ){0,3}(?:nominati(?:f|fs|ve|ves)|(?:des |d'|de chaque |de leurs )(?:anciens |jeunes )?${SERVED})`;
/** « des données relatives aux inscrits », « les relevés nominatifs »: personal by whom they are of. */
const ABOUT_PEOPLE = `donnees? (?:[a-z]+ )?(?:relatives? (?:a|aux)|concernant|portant sur|sur) (?:les |l'|des |la |chaque )?(?:personnes?|inscrite?s?|participante?s?|${SERVED})|(?:signalement|releve|historique|rapport|enregistrement)s?(?: [a-z'-]+){0,3} nominati(?:f|fs|ve|ves)`;
const DATA = fr`${FILES_OF}|${MADE_OF}|${ABOUT_PEOPLE}|données? (?:à caractère )?personnel(?:les?|s)?|données? nominatives?|données? (?:de santé|médicales?|sensibles)|(?:fichiers?|dossiers?|listes?|bases?|adresses|données?|listings?) (?:[a-z'-]+ ){0,4}nominati(?:f|fs|ve|ves)|(?:données?|dossiers?|fichiers?|(?<!la )bases?|coordonnées|identités?|numéros? de sécurité sociale) (?:[a-z'-]+ ){0,5}(?:des |d'|de leurs |de ses )(?:patients|assurés|allocataires|usagers|bénéficiaires|élèves|agents|salariés|adhérents|administrés|habitants|abonnés|volontaires|participants|résidents|demandeurs|locataires|clients|personnes|ayants droit)|numéros? de sécurité sociale|numéros? d(?:'|e )(?:allocataire|assuré|adhérent|usager|patient|bénéficiaire|ayant droit)s?|quotients? familia(?:l|ux)|compositions? (?:de (?:la |leur )?famille|familiales?|du foyer)|nir|renseignements nominatifs|informations nominatives`;
const PROCESS = fr`(?:(?:trait|exploit|héberg|collect|conserv|numéris|consult|manipul|stock|enregistr|utilis|archiv|rassembl)(?:e|ent|er|era|eront|ée?s?)|(?:trait|exploit|héberg|collect|conserv|numéris|consult|stock|enregistr|utilis|archiv|rassembl|gér|saisiss|ten)ez|tien(?:t|nent|dra|dront)|met(?:tez|tra|tent|tront)? à jour|traitements?|traitant|exploitation|hébergement|stockage|archivage|saisi(?:t|r|ra|e|es|s|ssent)?|accè(?:s|de|dera)|accéd(?:er|ent|eront)|gèr(?:e|ent|era)|gérer|reç(?:oit|oivent)|recevra|rattache|transmet)`;
const FOR_BUYER = fr`pour (?:nous|(?:le |la |l'|notre )${BUYER})|pour (?:le |son |notre |leur |votre )?(?:propre )?compte|au nom (?:et pour|de)|pour celui-ci|pour celle-ci|sous-traitants? (?:de (?:la|l')|du|au sens|rgpd)|responsables? (?:de|du) traitement|article 28|sur (?:les )?instructions?`;
/** « Numérisation de deux mille fiches d'abonnés »: what is bought, and so what the holder does. */
const WORK =
  /^[^a-z]*(?:objet : )?(?:la |le |l')?(?:numerisation|saisie|transcription|traitement|hebergement|archivage|conservation|indexation|tri|classement|impression|edition|routage|destruction|reprise|tenue|gestion|mise (?:a jour|sous pli|en ligne))(?: et (?:la |le |l')?[a-z]+)? (?:de |des |du |d')/;
const HOLDER = fr`titulaire|prestataire|entreprise|équipe|hébergeur|fournisseur|laboratoire|partenaire|loueur|contractant|attributaire|il|elle|vous|outil|application|portail|logiciel|plateforme|solution|système|marché|prestations?`;
const NOT_PROCESSED = fr`(?:aucune?|sans|ni|ne (?:[a-z]+ ){0,3}(?:pas|aucune?|ni)|n'(?:y )?(?:a|est|aura|accède|implique|entraîne|héberge|exploite)[a-z]* (?:[a-z]+ )?(?:pas|aucune?|ni)|exempte?s? de|anonym[a-z]*|fictives?|pseudonym[a-z]*)`;
/** Of those who offer, or of the holder's own people: « il remet la liste nominative des intervenants ». */
const OF_BIDDERS = fr`(?:remet|transmet|fourni|communiqu|adress)[a-z]* (?:[a-z'-]+ ){0,4}listes? (?:nominatives? )?(?:et [a-z]+ )?(?:des|de ses|de son|du) (?:intervenants?|personnels?|salariés?|équipes?|effectifs?|ouvriers?)|candidats?|soumissionnaires?|candidatures?|(?:ses|leurs) (?:propres )?(?:salariés|personnels|collaborateurs)|personnels? du titulaire|parties|gestion du marché|exécution administrative`;
/** The mere duty to obey the law, or a hypothesis. */
const GENERAL = fr`(?:respecte|se conforme|conformément|conforme|règlement général|dans le respect|obligations? (?:légales?|issues))|(?:s'il|si le|si l'|lorsque|lorsqu'|en cas de|dans l'hypothèse|le cas échéant|éventuel(?:le|les|s)?)`;

const PURPOSE = fr`(?:collect|recueill|trait|enregistr|demand)[a-zé]* pour (?:le|la|les) seule?s? [a-z]+|finalités?|(?:objet|but) ?:|(?:ont|a|ayant) pour (?:seule? |unique )?(?:but|objet|fin|finalité)s?|traitement (?:[a-z,'-]+ ){0,5}(?:destiné|vise|sert|pour objet)[a-z]*|objet du traitement|aux (?:seules )?fins (?:de|d'[a-z]+|suivantes)|(?:à|dans) (?:ce |la |le )?seule? (?:fin|but|usage)|n'en fait (?:rien d'autre|aucun autre usage|pas d'autre usage)|(?:afin|en vue) d(?:e|'[a-z]+)|à des fins`;
const TYPES = fr`(?:sont|est) (?:visée?s?|concernée?s?|en cause|traitée?s?|recueillie?s?) (?:le |la |les |l')|l'état civil|(?:nature|données(?: (?:traitées|concernées|visées))?) ?:|(?:types?|catégories?|nature|natures) (?:de |des |d')(?:ces )?(?:données|personnes|informations)|données (?:[a-z'-]+ ){0,4}(?:traitées|collectées|concernées|transmises|recueillies) (?:[a-z]+ )?(?:sont|comprennent|concernent|:)|(?:il|elles?|traitement|traitements) (?:porte|portent) sur|données (?:[a-z]+ ){0,3}suivantes|(?:noms?|identité|état civil|coordonnées|date de naissance)(?:,| et) (?:[a-z', ]{0,40})(?:prénoms?|coordonnées|adresses?|téléphone|date|numéro|identité)`;
const DURATION = fr`durées? (?:du traitement|de (?:leur |la )?conservation|d'archivage|:|de ce traitement)|durée|(?:conserv|détrui|effac|restitu|supprim|purg|archiv)[a-z]* (?:[a-z0-9,'-]+ ){0,12}(?<!(?:à|depuis [a-z0-9]{1,12}) )(?:jours?|mois|ans?|années?|durée|terme|fin|issue|semaines?|heures?)|(?:dure|durent|durera)|(?:conserv|gard|détien|archiv)[a-z]* (?:[a-z,'-]+ ){0,6}jusqu'`;
const ANNEX = fr`(?:annexe|convention|accord|contrat|protocole) (?:[a-z0-9'°-]+ ){0,6}(?:[ld]')?(?:rgpd|données|protection|sous-traitance|traitements?|article 28)|(?:données|traitements?|rgpd) (?:[a-z0-9,'-]+ ){0,14}(?:[ld]')?(?:annexe|fiche|registre joint)`;

/** « Ce fichier, qui lui est confié, est tenu à jour par lui », said of data that the title, or the sentence before, names. */
const THESE = fr`(?:ce|cet|cette|ces|lesdite?s?|ledit|ladite) (?:fichier|liste|registre|dossier|fiche|annuaire|base|document|donnée|information|bulletin|pièce)s?`;
const BY_HIM = fr`par lui|par elle|lui (?:est|sont|sera|seront) (?:[a-z]+ )?(?:remis|confié|transmis|communiqué|adressé|fourni)(?:e|s|es)?`;
const handlesThem = (phrase: Phrase): boolean =>
  phrase.has(THESE) &&
  phrase.has(PROCESS) &&
  (phrase.has(HOLDER) || phrase.has(BY_HIM)) &&
  ![GENERAL, NOT_PROCESSED, OF_BIDDERS].some((other) => phrase.has(other));

/** « Le titulaire les exploite », said of data that the sentence before names. */
const TAKES_UP = fr`(?:les|y|ces (?:données|dossiers|fichiers|informations)|celles-ci|ceux-ci|qu'(?:il|elle)) (?:[a-z]+ ){0,2}${PROCESS}|ces (?:données|dossiers|fichiers|informations) (?:sont|seront) (?:[a-z]+ ){0,2}${PROCESS}`;

const PEOPLE =
  '(?:patient|usager|allocataire|assure|eleve|etudiant|resident|abonne|adherent|locataire|apprenant|malade|enfant)(?:e|s|es)?';
const IMAGES = fr`(?:images?|vidéos?|photographies?|enregistrements?|voix|prises de vues?) (?:[a-z',-]+ ){0,8}?(?:personnes?|${PEOPLE}|usagers|passants|agents|visiteurs|véhicules) (?:[a-z',-]+ ){0,5}?(?:reconnaissables?|identifiables?|identifiée?s?)`;
/** « Le titulaire est sous-traitant au sens du RGPD »: his part says that he processes. */
const AS_PROCESSOR = fr`(?:titulaire|prestataire|hébergeur|fournisseur|éditeur|opérateur|il|elle) (?:est|agit|intervient|sera|opère|a la qualité)(?: [a-z,]+){0,3} (?:de |comme |que )?sous-?traitante? (?:au sens|rgpd|de données|du responsable)`;
const IDENTITY = `(?:noms?|prenoms?|identites?|photos?|photographies?|dates? de naissance|coordonnees|numeros? de telephone) (?:[a-z'-]+ ){0,3}?(?:du |de la |de l'|des |de chaque |d'un |d'une )${PEOPLE}`;
/** A tool that shows or keeps who people are: « le nom du patient s’affiche avec l’alerte ». */
const SHOWN = fr`${IDENTITY} (?:[a-z'-]+ ){0,3}?(?:s'affich(?:e|ent|era)|appara[a-z]+ (?:[a-z]+ )?(?:à l'écran|sur l'écran|avec|dans)|(?:est|sont|sera|seront) (?:[a-z]+ )?(?:affichée?s?|reprise?s?|importée?s?|enregistrée?s?|synchronisée?s?|récupérée?s?|mémorisée?s?|stockée?s?|hébergée?s?|horodatée?s?))|(?:affich|import|enregistr|mémoris|synchronis|récupèr|stock|héberg)(?:e|ent|er|era) (?:[a-z'-]+ ){0,4}?${IDENTITY}`;
const UNSHOWN = /(?<![a-z])(?:ne|ni|sans|jamais|aucune?)(?![a-z])|(?<![a-z])n'|anonym|pseudonym|masque/;

/** What is kept of people one by one, whatever it is called: who enrols, who is called, who came. */
const ENROLMENTS = [
  fr`inscri(?:t|vent|re|ra|ptions?)|enregistre(?:nt|r|ra)? (?:les |leurs |chaque )(?:demandes|arrivées|réservations|participant|stagiaire|usager)[a-z]*`,
  fr`convo(?:que|quent|quer|quera|cations?)|invitations? nominatives?`,
  fr`relance(?:nt|r|ra|s)?|rappelle(?:nt|r|ra)? (?:les |chaque |chacun)`,
  fr`rendez-vous (?:avec |des |de |aux )(?:les |chaque )?(?:${PEOPLE}|agents?|stagiaires?|beneficiaires?|demandeurs?|familles?|candidats)|(?:prend|fixe|note|gère)(?:nt|ra)? (?:leurs|les) (?:rendez-vous|réservations)`,
];
/** Papers that come of it. */
const ATTENDANCE = fr`émarg[a-z]+|présences?|absen(?:ts?|tes?|ces?)|attestations?|certificats?|assiduité|dossiers? individuels?`;
const ENROLLED = fr`${PEOPLE}|stagiaires?|participante?s?|inscrite?s?|les absents|agents?|salariée?s?|beneficiaires?|demandeurs?|candidats à la formation|familles?|visiteurs?|habitante?s?`;
function keepsRegister(phrase: Phrase): boolean {
  const acts = ENROLMENTS.filter((act) => phrase.has(act)).length;
  return (
    (acts > 1 || (acts === 1 && phrase.has(ATTENDANCE))) &&
    phrase.has(ENROLLED) &&
    phrase.has(REGISTRAR) &&
    ![NOT_PROCESSED, OF_BIDDERS, GENERAL, BY_BUYER].some((other) => phrase.has(other))
  );
}
const REGISTRAR = fr`(?:titulaire|prestataire|entreprise|organisme|opérateur|société|formateur|centre d'appels?|il|elle|vous)s?`;

const VIEWS = fr`visionn[a-z]+|regard[a-z]+|${PROCESS.source}|film[a-z]+|captur[a-z]+|diffus[a-z]+`;
const SUPPOSED = fr`s'il|si le|si l'|lorsqu[a-z']+|en cas|dans l'hypothèse|le cas échéant|éventuel[a-z]*|ne|n'[a-z]+`;
const isField = (phrase: Phrase) => /\[a (?:completer|preciser|definir)/.test(phrase.folded);

const NO_DATA = fr`ne traite (?:aucune|pas)|aucun traitement|(?:aucune|sans) (?:[a-z]+ )?donnée`;

/** What « dont » brings is said of another thing: « … dossiers, rangés dans un dépôt dont l'accès n'est pas permis ». */
const ASIDE = /,? dont (?:l'|la |le |les |[a-z]+ )[^.;]*/g;
const isDenied = ({ folded }: Phrase): boolean => has(folded.replace(ASIDE, ' '), NOT_PROCESSED);

/** « La Communauté remet au titulaire le fichier de ses abonnés » */
const HANDED_OVER = fr`(?:remet|transmet|confi|communiqu|adress|fourni|envoi|envoy|livr)[a-z]* (?:[a-z]+ ){0,2}(?:au (?:titulaire|prestataire|routeur|fournisseur)|à l'(?:entreprise|imprimeur|hébergeur|éditeur))`;

/** Data of people, which the contractor handles for the buyer or by his part. */
const processesData = (phrase: Phrase): boolean =>
  (phrase.has(DATA) || phrase.has(LISTED_OF_SERVED)) &&
  (phrase.has(PROCESS) || phrase.has(HANDED_OVER) || WORK.test(phrase.folded)) &&
  !phrase.has(OF_BIDDERS) &&
  !isDenied(phrase) &&
  (phrase.has(FOR_BUYER) || ((phrase.has(HOLDER) || WORK.test(phrase.folded)) && !phrase.has(GENERAL)));
const showsPeople = (phrase: Phrase): boolean =>
  phrase.has(SHOWN) && !UNSHOWN.test(phrase.folded) && !phrase.has(OF_BIDDERS);
/** « Les images des passants sont gardées par le titulaire »: by their names people are known, or by who keeps them. */
const FILMED = fr`(?:images?|vidéos?|enregistrements?|vues) (?:(?:vidéo|filmées?|prises) )?(?:des |d'|de (?:toutes )?(?:les )?)(?:personnes|passants|visiteurs|intrus|conducteurs|riverains|agents|${SERVED})`;
const KEPT = fr`(?:enregistr|conserv|gard|visionn|exploit|stock|héberg|consult)(?:e|ent|era|eront|ée?s?)`;
const filmsPeople = (phrase: Phrase): boolean =>
  !phrase.has(NOT_PROCESSED) &&
  ((phrase.has(IMAGES) && phrase.has(VIEWS)) ||
    (phrase.has(FILMED) && phrase.has(KEPT) && phrase.has(HOLDER) && !phrase.has(GENERAL)));
const PROCESSINGS = [processesData, keepsRegister, showsPeople, filmsPeople];

const PART_WORDS: readonly (readonly [DonneesPart, RegExp])[] = [
  ['finalite', PURPOSE],
  ['types', TYPES],
  ['duree', DURATION],
];

/** « Aucune donnée personnelle n'est traitée, voir l'annexe »: what the annex would describe is denied. */
const deniesAll = (phrase: Phrase): boolean => phrase.has(DATA) && phrase.has(NOT_PROCESSED) && !phrase.has(FOR_BUYER);

type Sign = readonly [Signal, (phrase: Phrase) => boolean];
/** What tells each signal, in a heading as in a sentence. */
const SIGNS: readonly Sign[] = [
  ['donnees', (phrase) => phrase.has(DATA) && !isDenied(phrase) && !phrase.has(OF_BIDDERS)],
  ['repris', (phrase) => !phrase.has(DATA) && phrase.has(TAKES_UP) && phrase.has(FOR_BUYER)],
  ['manie', (phrase) => !phrase.has(DATA) && handlesThem(phrase)],
  ['traitement', (phrase) => phrase.has(AS_PROCESSOR) && !phrase.has(SUPPOSED)],
  ['regle', (phrase) => phrase.has(ANNEX) && !deniesAll(phrase)],
];
/** What a sentence alone tells: a heading names the matter. */
const SENTENCE_SIGNS: readonly Sign[] = [
  ['traitement', (phrase) => PROCESSINGS.some((is) => is(phrase))],
  ['regle', (phrase) => phrase.has(DATA) && phrase.has(NO_DATA)],
];

const read = (phrase: Phrase, passage: PassageContent): Signal[] => {
  const signs = passage.kind === 'heading' ? SIGNS : [...SIGNS, ...SENTENCE_SIGNS];
  const told = signs.filter(([, tells]) => tells(phrase)).map(([signal]) => signal);
  const parts = PART_WORDS.filter(([, pattern]) => phrase.has(pattern));
  return parts.length === 0 || isField(phrase) ? told : [...told, ...parts.map(([part]) => part)];
};

/** Persons, and what is written of them: what is heard to speak of their data names one. */
const PERSONS = fr`patient(?:e|s|es)?|usag(?:er|ère)s?|allocataires?|assurée?s?|élèves?|étudiante?s?|résidente?s?|abonnée?s?|adhérente?s?|locataires?|enfants?|parents?|familles?|agents?|salariée?s?|voyageurs?|sortants?|habitante?s?|bénéficiaires?|administrée?s?|demandeurs?|appelants?|visiteurs?|clients?|personnes?|participante?s?|stagiaires?|citoyens?|contribuables?|électeurs?`;
const RECORDS = fr`fichiers?|listes?|registres?|bases?|annuaires?|dossiers?|bulletins?|fiches?|coordonnées|noms?|identités?|adresses|téléphones?|inscriptions?|paie|données|comptes|enregistrements?`;
/** « Il les détruit le soir du dernier voyage. » */
const ERASED = fr`(?:détrui|effac|supprim|purg|restitu)[a-z]* (?:[a-z,'-]+ ){0,6}(?:soir|lendemain|après|dernière?|marché|contrat)`;
const TO_DO = fr`(?:pour|afin d[e']) ?(?:la |le |les |l'|leur |lui |y )[a-z]+(?:er|ir|re)|(?:pour|afin d[e']) ?(?:la |le |les |l')?[a-z]+(?:er|ir|re)(?:,? (?:et|ou) [a-z]+(?:er|ir|re))? (?:la|le|les|l'|des?|du|un|une|leurs?|ses)`;
/** « le nom, le bureau et la taille des agents » */
const LISTED = fr`(?:noms?|prénoms?|coordonnées|adresses?(?: [a-z]+)?|téléphones?|photos?|numéros?(?: [a-z]+)?) (?:des |de (?:chaque |ces |leurs )|d')(?:${PERSONS.source})(?:,| et) (?:l[ea]s? |l'|leurs? )[a-z]+|(?:noms?|prénoms?|identités?|coordonnées|adresses?|téléphones?|photos?|numéros?(?: [a-z]+)?)(?:,| et) (?:[a-z'-]+,? ){1,9}(?:des |de (?:chaque |ces |leurs )|d')(?:${PERSONS.source})`;
const LISTED_OF_SERVED = fr`(?:noms?|prénoms?|identités?|coordonnées|adresses?|téléphones?|photos?)(?:,| et) (?:[a-z'-]+,? ){1,9}(?:des |de (?:chaque |ces |leurs )|d')${SERVED}`;
const IF_PROCESSOR = fr`(?:lorsqu'|s'|si |quand )(?:il|elle|le titulaire|le prestataire) (?:est|agit|intervient|a la qualité) (?:comme |en qualité de |en tant que |de )?sous-?traitante?`;
const isOnPersons = ({ surety, sentence }: Heard): boolean =>
  !sentence.has(IF_PROCESSOR) &&
  !sentence.has(NOT_PROCESSED) &&
  !sentence.has(OF_BIDDERS) &&
  [PERSONS, DATA, TITLE].some((p) => sentence.has(p)) &&
  (sentence.has(HOLDER) || sentence.has(GIVEN_TO_HIM) || !BY_BUYER.test(sentence.folded)) &&
  // « La vigilance des agents », « chez une personne malade »: persons alone, of whom nothing is written nor done.
  ((surety === 'sure' && [RECORDS, DATA, PROCESS].some((p) => sentence.has(p))) ||
    ((sentence.has(HOLDER) || sentence.has(PROCESS)) &&
      ((sentence.has(PERSONS) && sentence.has(RECORDS)) || sentence.has(DATA)) &&
      !sentence.has(GENERAL)));
/** « La ville lui adresse les dossiers »: he has them. */
const GIVEN_TO_HIM = fr`(?:lui|vous|leur) (?:adress|remet|remettr|transmet|confi|communiqu|envoi|fourni|ouvr|donne)[a-z]*`;
const BY_BUYER = new RegExp(`^(?:la |le |les |l')?${buyer.source}`);

const TITLE = fr`données (?:à caractère )?personnel(?:les?)?|rgpd|protection des données|vie privée|traitements? de données|données|(?:fait|usage|emploi|sort|devenir|traitement) (?:[a-z']+ ){0,2}(?:informations|renseignements|fichiers|dossiers)|informations (?:qu'il|sur les|relatives aux)|${FILES_OF}`;

/** « une fiche par traitement », « l'annexe des données d'entrée »: an annex settles it where personal data are the matter. */
const PERSONAL = fr`${DATA.source}|données? personnel[a-z]*|rgpd|protection des données|traitements? d(?:e|es) données|article 28|vie privée`;
const isOnData = (sentence: Sentence): boolean => sentence.has(PERSONAL) || sentence.section.under(TITLE);

type Told = readonly Found<Signal[]>[];

/** The first sentence by which the contractor processes data, or takes up those that the one before names. */
function processedIn(said: Told): Sentence | undefined {
  const named = new Set(said.filter(({ value }) => value.includes('donnees')).map(({ sentence }) => sentence));
  const isNamedBefore = ({ previous }: Sentence) => previous !== undefined && named.has(previous);
  return said.find(
    ({ value, sentence }) =>
      value.includes('traitement') ||
      (value.includes('repris') && isNamedBefore(sentence)) ||
      (value.includes('manie') && (isNamedBefore(sentence) || sentence.section.heading?.has(DATA))),
  )?.sentence;
}

/** A row on data that says how they are processed for the buyer. */
const processedInRow = (piece: Piece): Sentence | undefined =>
  labelled(piece.draft).find(
    ({ label, said }) =>
      label.has(DATA) && !said.has(NOT_PROCESSED) && !said.has(OF_BIDDERS) && said.has(PROCESS) && said.has(FOR_BUYER),
  )?.sentence;

/** Under a title on data, beside them, or listed under a clause that names them: « 5.5 Données personnelles. … : ». */
const isOfData = ({ section, passage }: Sentence): boolean =>
  section.under(TITLE) || passage.has(DATA) || (passage.list !== undefined && passage.lead?.has(DATA) === true);

/** Purpose and duration are words of every contract: they count where personal data are spoken of. */
const partsIn = (said: Told): DonneesPart[] =>
  said.flatMap(({ value, sentence }) => {
    const parts = DONNEES_PARTS.filter((part) => value.includes(part));
    return parts.length > 0 && isOfData(sentence) ? parts : [];
  });

const LABELS: readonly (readonly [DonneesPart, RegExp])[] = [
  ['finalite', fr`finalités?|objet|but|à quoi|pour ?quoi|à quelles? fins?|usages?|utilisations?|pour (?:quoi )?faire`],
  [
    'types',
    fr`données|catégories|informations|(?:ce qui|ce que (?:l')?[a-z]+) (?:est |sont )?(?:collect|trait|recueill|enregistr|conserv|transm)[a-zé]*|(?:quelles?|nature des?|types? d[e']) ?(?:données|informations|renseignements)`,
  ],
  [
    'duree',
    fr`durée|conservation|jusqu'(?:à quand|au)|(?:combien|pendant combien) de temps|effacement|suppression|destruction|échéance`,
  ],
];
const SHEET = fr`(?:fiche|registre|description|tableau)s? d(?:e|u|es) traitements?|traitements? confiés?`;
const OF_PROCESSING = fr`traitements?`;
/** A table that describes a processing: by its title, what leads to it, or its head. */
const isSheet = ({ section, lead, header }: Table): boolean =>
  section.under(TITLE) ||
  section.heading?.has(SHEET) === true ||
  lead?.has(DATA) === true ||
  header.cells[0]?.has(OF_PROCESSING) === true;
const partsInTables = (piece: Piece): DonneesPart[] =>
  piece.draft.tables
    .filter(isSheet)
    .flatMap(({ header, rows }) => [header, ...rows].map((r) => r.cells[0]))
    .flatMap((cell) => LABELS.flatMap(([part, words]) => (cell?.has(words) ? [part] : [])));

/** What is told with a processing, under whatever title. */
function partsWith({ passage, folded }: Sentence): DonneesPart[] {
  const told = passage.sentences.flatMap((s): DonneesPart[] => [
    ...(s.has(TYPES) || s.has(LISTED) ? (['types'] as const) : []),
    ...(s.has(DURATION) || s.has(ERASED) ? (['duree'] as const) : []),
  ]);
  return has(folded, PURPOSE) || has(folded, TO_DO) ? [...told, 'finalite'] : told;
}

/** Processing of personal data for the buyer in a piece, and what is fixed of it. */
export const donneesPersonnelles = defineFact<DonneesPersonnelles>({
  id: 'donnees-personnelles',
  title: 'Données personnelles traitées pour l’acheteur',
  read(piece: Piece) {
    const said = piece.draft.collect(read);
    const known = processedIn(said) ?? processedInRow(piece);
    const heard = known ? undefined : saying(piece, 'execution/donnees-personnelles-traitees').find(isOnPersons);
    const processing = known ?? heard?.sentence;
    const parts = new Set([...partsIn(said), ...partsInTables(piece), ...(processing ? partsWith(processing) : [])]);
    return {
      processing,
      parts,
      settled: said.some(({ value, sentence }) => value.includes('regle') && isOnData(sentence)),
      doubt: heard && hearing(heard),
    };
  },
  show: ({ processing, parts }) => (processing ? { precise: [...parts] } : undefined),
});
