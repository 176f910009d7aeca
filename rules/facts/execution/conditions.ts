import type { Draft, Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { PassageContent } from '../../kit/markdown/block.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { answering } from '../commun/index.ts';
import parties from '../words/pi-parties.json' with { type: 'json' };

/** Conditions of execution of article L2112-2 that a piece states. */
export interface ConditionsExecution {
  /** Sentences that bind the holder in environmental matters, in order. */
  readonly environnement: readonly Sentence[];
  /** The same in social or employment matters. */
  readonly social: readonly Sentence[];
  /** Where one of the four exceptions of article L2112-2-1 is given, or its reasons are said to be kept. */
  readonly exception: Sentence | undefined;
}

type Matter = 'environnement' | 'social' | 'exception' | 'motif' | 'sans-suite';

const VEHICLE =
  '(?:vehicule|fourgon|fourgonnette|camion|camionnette|utilitaire|engin|car|bus|autocar|chariot|tondeuse|souffleur|voiture|moteur|parc|flotte)s?';
/** What goods come in, and may go back: « les bidons vides sont repris, rincés et remplis de nouveau ». */
const CONTAINER =
  '(?:emballage|barquette|bac|contenant|bouteille|palette|caisses|fut|bidon|cartouche|gobelet|recipient|carton|housse|conditionnement|sac)s?';
/** Words that are of the environment wherever they stand. */
const GREEN = fr`recycl[a-z]*|réemplo[a-z]*|(?<!(?:ne |n')(?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|sera|seront|est|sont) (?:pas |jamais |en aucun cas )?(?:être )?)réutilis(?:e|é|ée|és|ées|able|ables|ation)|reconditionn[a-z]*|déchets?|éco-?(?:conception|conçu[es]*|organismes?|responsables?|label[a-z]*|gestes?|conduite|emballages?)|empreintes? (?:(?:carbone|écologique|environnementale|numérique)|(?:de |du |des |d')(?:l'|la |son )?(?:applications?|services?|sites?|logiciels?|hébergement|plate-?forme|terminaux|prestations?))|rgesn|éco-?index|bilans? (?:carbone|(?:des |d')?(?:émissions?|gaz)[a-z ]*)|gaz à effet de serre|émissions? (?:de |d')?(?:co2|carbone|gaz|polluant)[a-z]*|(?:émet(?:tent|tra|tront|tre|tant)?|rejet(?:te|tent|tera)) (?:[a-z0-9'-]+ ){0,8}(?:co2|carbone|gaz|polluants?|particules)|(?:g|grammes?|kg|kilos?|tonnes?) (?:de |d'équivalent )?(?:co2|carbone)|bas[ -]carbone|décarbon[a-z]*|${VEHICLE} (?:[a-z]+ ){0,3}(?:électriques?|hybrides?|propres?|faibles? émissions?|peu polluants?|(?:à|au|roulant au) (?:hydrogène|biogaz|biométhane|bio-?gnv|pédales))|motorisations? (?:[a-z]+ ){0,2}(?:électriques?|hybrides?|(?:à|au) hydrogène)|crit'air|triporteurs?|(?:très )?faibles? émissions?|mobilités? douces?|vélos?(?:-cargos?)?|co-?voiturage|consommations? (?:[a-z]+ ){0,3}(?:électrique|énergétique|d'énergie|d'électricité|d'eau|de papier|d'encre|de carburant)s?|(?:électricité|énergie|eau|kilowattheures?|kwh) (?:[a-z]+ ){0,2}(?:consommée?|économisée?)|économies? (?:d'énergie|d'eau|de ressources)|efficacité énergétique|sobriété|énergies? (?:[a-z]+ ){0,2}renouvelables?|électricité (?:verte|d'origine renouvelable)|matières? (?:[a-z]+ ){0,2}(?:recyclée|biosourcée|renouvelable|première secondaire)s?|biosourcée?s?|biodégradables?|compost[a-z]*|biodiversité|plastiques?|(?:sans|réduction des?|limit[a-z]* (?:les )?|réduire (?:les )?) ?emballages?|${CONTAINER},? (?:[a-z]+ ){0,4}(?:repris|consign|réutilis|recycl|réduit|limit|lavab|retournab|rapport|reprend|réemploy)[a-z]*|rem(?:ise?s?|et|ettent|ettra|ettre) en (?:circulation|service après)|repris(?:e|es)? vides?|à usage (?:multiple|répété)|repris(?:e)? (?:[a-z]+ ){0,3}(?:emballages|équipements usagés|piles|appareils usagés)|filières? (?:[a-z]+ ){0,3}(?:agréées?|traitement|recyclage|réemploi|valorisation)|deee|d3e|durée de vie (?:du matériel|des équipements)|(?:réparabilité|réparables?)|impacts? (?:[a-z]+ ){0,2}(?:environnementa(?:l|ux)|écologiques?)|(?:nuisances?|pollutions?)|polluants?|produits? (?:[a-z'-]+ ){0,3}écologiques?|papier recyclé|(?:respect|protection|préservation|protéger|préserver|respecter|respectueux|respectueuse) (?:de |d')?l'environnement|développement durable|environnementa(?:l|le|ux|les)|transition écologique|iso 14001|emas|poids (?:moyen )?(?:d'un|des|d'une|de chaque) (?:écrans?|pages?)|économe[s]? en|à basse consommation|faible consommation`;
const GREEN_TITLE = fr`environnement|environnementa(?:l|le|les|ux)|développement durable|écologi[a-z]*|éco-?(?:conception|responsab[a-z]*)|transition écologique|sobriété|achats? (?:durables?|responsables?)|rse|gestion des déchets|clauses? vertes?`;
/** « environnement technique », the milieu of a software or of work. */
const MILIEU = fr`environnements? (?:techniques?|existants?|informatiques?|logiciels?|fonctionnels?|applicatifs?|de travail|de (?:test|recette|production|développement|pré-?production|qualification)s?|en place|actuels?|numériques?|juridique|réglementaire|matériels?|bureautique|scolaire|hospitalier|pertinent|représentatif|d'exécution|général|institutionnel|économique|concurrentiel|du (?:site|projet|marché))`;

const SOCIAL = fr`insertion (?:[a-z'-]+ ){0,3}(?:professionnelle|sociale|par (?:l'activité|le travail)|(?:de|des|par|au) (?:personnes|publics|demandeurs|l'emploi|jeunes))|(?:heures|clause|parcours|action|démarche|engagement|structures?|entreprises?|ateliers?|personnes|salariés|publics|objectif) (?:[a-z']+ ){0,2}d'insertion|(?:en|d') insertion|(?:éloignée?s?|privée?s?) (?:durablement )?(?:de|d') ?(?:l')?emploi|demandeurs? d'emploi|chômeurs?|retour à l'emploi|accès à l'emploi|rsa|revenu de solidarité active|apprentis?|apprentissage|alternants?|alternance|(?:accueil(?:le|lent|lera)?|clauses?|places?|offres?) (?:[a-z'-]+ ){0,3}stag(?:es?|iaires?)|stagiaires? accueillie?s|contrats? de professionnalisation|doctorants?|stagiaires? (?:de|en) (?:la )?formation professionnelle|(?:travailleurs?|personnes|salariés|agents) (?:[a-z]+ ){0,3}handicap[a-z]*|situation de handicap|entreprises? adaptées?|esat|établissements? et services? d'(?:aide|accompagnement) par le travail|égalité (?:professionnelle|entre les femmes|femmes|salariale|(?:des |de )(?:salaires?|rémunérations?))|écarts? (?:de |des |entre les )(?:salaires?|rémunérations?)|(?:lutte|prévention) contre les discriminations|jeunes (?:[a-z]+ ){0,4}(?:sans emploi|sans qualification|peu qualifiés)|clauses? sociales?|conditions? sociales?|commerce équitable|conditions de travail (?:décentes|des salariés)|publics? (?:[a-z]+ ){0,2}(?:en difficulté|éloignés?|prioritaires?|fragiles?|précaires?)|quartiers? (?:prioritaires?|de la politique)`;
const SOCIAL_TITLE = fr`^[^a-z]{0,12}(?:volet |aspects? )?soci(?:al|aux)$|insertion|clauses? (?:d'exécution )?(?:[a-z]+ et )?sociales?(?: et [a-z]+)?|(?:conditions?|considérations?|dispositions?|engagements?) (?:[a-z'-]+ ){0,5}(?:sociales?|sociaux)|emploi|égalité professionnelle|responsabilité sociale|rse|achats? (?:responsables?|durables?)|développement durable`;
/** Titles under which an obligation that is not of the environment is social. */
const SOCIAL_ONLY = fr`insertion|sociales?|sociaux|égalité professionnelle`;
/** « insertion de tickets », « apprentissage automatique », and bodies with « sociale » in their name. */
const NOT_SOCIAL = fr`maisons? (?:[a-z]+ )?des personnes handicapées|mdph|centres? (?:inter)?commun(?:al|aux) d'action sociale|(?:plate-?formes?|outils?|espaces?|modules?|dispositifs?) d'apprentissage|(?:méthodes?|techniques?|modèles?|algorithmes?|données|jeux?|bases?|corpus|taux|phases?) d'apprentissage|apprentissage (?:automatique|profond|supervisé|statistique|par renforcement)|apprentissage[^.;]{0,60} (?:modèles?|algorithmes?)|(?:modèles?|algorithmes?)[^.;]{0,60} apprentissage|droits (?:de|des|d'auteur de) (?:[a-z]+ )?(?:salariés|stagiaires|auteurs)|cotisations? sociales?|sécurité sociale|attestations? (?:[a-z]+ ){0,3}sociales?|charges sociales|obligations? (?:fiscales? et sociales?|sociales? et fiscales?)|raison sociale|capital social|travail dissimulé|(?:usagers?|allocataires?|assurés|bénéficiaires|patients|demandes?|dossiers?|statistiques?|prestations?|dispositifs?) (?:[a-z]+ ){0,4}(?:rsa|handicap[a-z]*|insertion)`;

/** What other contracts will ask: « les marchés de travaux, que l'office passera en 2029, réserveront… ». */
const TO_BE_PASSED = fr`(?:futurs?|prochains?) (?:marchés?|contrats?)|(?:marchés?|contrats?)(?: [a-z]+){0,3} (?:à venir|ultérieurs?|futurs?|à conclure|à passer)|(?:marchés?|contrats?)(?: [a-z]+){0,3},? qu(?:e |')[^,;.]{2,40}(?:passera|conclura|lancera|attribuera|signera)`;
const BINDS = fr`affectée?s? (?:aux?|à l'exécution)|(?:est|sont|seront) confiée?s? à|(?:marché|contrat|accord-cadre) (?:[a-z]+ ){0,2}(?:comporte|prévoit|intègre|inclut|comprend|fait (?:[a-z]+ ){0,2}(?:place|l'objet)|est assorti)|titulaire|maître d'oeuvre|prestataire|entreprise|fournisseur|attributaire|entrepreneur|loueur|équipe|partenaire|contractant|cocontractant|laboratoire|hébergeur|exploitant|transporteur|mandataire|il|elle|vous|s'engage|doi(?:t|vent)|devra|devront|tenue?s?|exigée?s?|obligatoire(?:ment)?|interdit[es]*|assure|à peine|pénalité|sous peine|proscrit[es]*|privilégi[a-z]*|limit[a-z]*|réserv[a-z]*`;
/** « Les plants voyagent sans tourbe », « aucun engin ne rejette plus de… », « au moins la moitié »: in a contract, what is done or bounded is owed. */
const DONE = fr`(?:voyage|circule|roule)(?:nt)?|(?:est|sont|sera|seront) (?:[a-z]+ )?(?:livr|transport|achemin|effectu|assur|repris|réutilis|collect|tri|valoris|remis|lav|fabriqu|imprim|consign|étein|aliment|évacu)(?:é|i|t)?e?s?|aucune?|au (?:moins|plus|minimum|maximum)`;
/** What is there today, or done by the buyer, binds nobody: « les piles sont collectées par la ville ». */
const NOT_OWED = fr`aujourd'hui|actuellement|à ce jour|jusqu'(?:ici|à présent)|par (?:le |la |les |l'|son |ses )?(?:${parties.acheteur.join('|')})`;
const isOwed = (phrase: Phrase): boolean => phrase.has(BINDS) || (phrase.has(DONE) && !phrase.has(NOT_OWED));
/** The buyer's own policy, the award of the contract, what is described or asked of candidates. */
const NOT_BINDING = fr`critères? (?:[a-z'-]+ ){0,5}(?:attribution|jugement|choix|sélection|notation|environnementa[a-z]*)|sous-critères?|notée?s? sur|jugement des offres|candidats?|soumissionnaires?|mémoire technique|(?:aucune?|pas de|sans) (?:[a-z]+ ){0,3}(?:condition|clause|considération|disposition|exigence|obligation)s?|il n'est (?:pas )?(?:prévu|fixé|imposé) (?:aucune?|de)|ne (?:comporte|comprend|prévoit|contient|fixe|impose)(?:nt)? (?:aucune?|pas|ni)|règlement de (?:la )?consultation|n'est pas applicable|sans objet|néant`;
const CONTEXT_TITLE = fr`contexte|présentation|existants?|historique|enjeux|préambule|objet|critères?|candidatures?|jugement|données|sécurité informatique`;

const EXCEPTION_CITED = fr`l\.? ?2112-2-1`;
/** « fait usage de l'exception du 1° de l'article L. 2112-2-1 »: which one says why. */
const EXCEPTION_USED = fr`(?:exception|exemption|dispense|dérogation|faculté)s? (?:[a-zé]+ ){0,3}(?:au|du|par le) [1-4] ?° (?:[a-z'-]+ ){0,6}l\.? ?2112-2-1`;
const NO_SOCIAL = fr`(?:aucune?|pas de|sans|ne (?:comporte|comprend|prévoit|contient|fixe|impose|retient)(?:nt)? (?:pas|aucune?)|renonc[a-z]*|n'est (?:pas )?prévue?|n'a pas (?:été )?(?:prévu|retenu)[a-z]*|dispens[a-z]*|déroge[a-z]*|écart[a-z]*|exempt[a-z]*) (?:[a-z,'-]+ ){0,14}(?:l'|d')?(?:sociales?|social|emploi|insertion)|(?:sociales?|social|emploi|insertion) (?:[a-z,'-]+ ){0,10}(?:n'est|ne sont|n'a|n'ont|aucune|écartée?s?|exclue?s?|renonc[a-z]*)|(?:sociales?|social|emploi|insertion) ?: (?:non prévue?s?|aucune?|néant|sans objet)`;
/** « Une telle clause serait sans lien suffisant avec l'objet »: whose matter its title, or the sentence before, tells. */
const CLAUSE_DENIED = fr`(?:clause|condition|considération|obligation|réservation|disposition)s?(?: [a-z'-]+){0,6} (?:ne|n'[a-z]+|serai(?:t|ent)|restreindrai[a-z]+|est|sont)|(?:aucune?|pas de|sans|renonc[a-z]*|écart[a-z]*) (?:[a-z'-]+ ){0,5}(?:clause|condition|considération|obligation|réservation|disposition)s?|il n'(?:y )?en (?:est|a|sera)`;
const NOT_USED = fr`aucune?|ni|(?:n'|ne )(?:[a-zé']+ ){0,4}pas|sans`;
const REASON = fr`(?:car|parce qu[e']|en raison|du fait|au motif|motifs?|considérant|dès lors qu[e']|puisqu[e']|compte tenu|faute de|dans la mesure où|étant donné|(?:durée|délai|objet|nature|marché|prestations?|travaux|fournitures?)(?: [a-z]+)? étant|immédiatement disponible|lien suffisant|restreindr[a-z]*|restriction|techniquement|économiquement|moins de six mois|inférieure? à six mois|rapport de présentation|(?:dis)?proportionnée?s?)`;

/** Reads the matters of one sentence. A title says a matter only with what stands under it. */
const read = (phrase: Phrase, passage: PassageContent): Matter[] => {
  const out: Matter[] = [];
  if (passage.kind === 'heading') return out;
  if (phrase.has(TO_BE_PASSED)) return out;
  const refused = phrase.has(NOT_BINDING);
  if (!refused && phrase.has(GREEN) && (isOwed(phrase) || passage.list || passage.kind === 'cell'))
    out.push('environnement');
  if (!refused && phrase.has(SOCIAL) && phrase.has(BINDS) && !phrase.has(NOT_SOCIAL)) out.push('social');
  const invoked = (phrase.has(NO_SOCIAL) || phrase.has(EXCEPTION_CITED)) && phrase.has(REASON);
  if (invoked || (phrase.has(EXCEPTION_USED) && !phrase.has(NOT_USED))) out.push('exception');
  if (phrase.has(CLAUSE_DENIED) && phrase.has(REASON)) out.push('motif');
  if (refused) out.push('sans-suite');
  return out;
};

/** A title of the matter makes a condition of any sentence under it that is no refusal. */
const titled = (section: Section, title: RegExp): boolean =>
  section.chain
    .filter((s) => s.heading)
    .slice(-2)
    .some((s) => s.heading?.has(title) && !s.heading.has(MILIEU) && !s.heading.has(CONTEXT_TITLE));

/** The passages under such titles. */
const under = ({ sections }: Draft, title: RegExp): readonly Passage[] =>
  sections.filter((s) => titled(s, title)).flatMap((s) => s.own);

/** « Environnement : » at the beginning of a paragraph does what a title does. */
const LABEL = fr`^ ?.{0,12}environnement ?[.:]`;

/** How much of the work is reserved. */
const VOLUME = fr`\d+(?:,\d+)? ?(?:%|heures?|h|postes?|mois|jours|etp)(?![a-z])|(?:cent|[a-z]+(?:ante|ingts?)|[a-z]+ cents?) heures`;

/** Words without which a text under a title is a mere reference or a hole. */
const MEANS = /(?<![a-z])[a-z]{3,} [a-z']+ [a-z]{3,}/;

interface Bound {
  readonly environnement: Sentence[];
  readonly social: Sentence[];
}

/** Its title, or the sentence before, is of the social matter. */
const isOnSocial = ({ section, previous }: Sentence): boolean =>
  titled(section, SOCIAL_TITLE) || previous?.has(SOCIAL) === true;

/** What sentences say by themselves; `refusals`: those that say that there is no condition. */
function saidIn(piece: Piece): Bound & { readonly refusals: ReadonlySet<Sentence>; readonly exception?: Sentence } {
  const said = piece.draft.collect(read);
  const saying = (what: Matter) => said.filter(({ value }) => value.includes(what)).map(({ sentence }) => sentence);
  const isContext = ({ section }: Sentence) => section.heading?.has(CONTEXT_TITLE) ?? false;
  const [exception] = [...saying('exception'), ...saying('motif').filter(isOnSocial)];
  return {
    environnement: saying('environnement').filter((s) => !isContext(s) || s.section.heading?.has(GREEN_TITLE)),
    social: saying('social').filter((s) => !isContext(s) || titled(s.section, SOCIAL_TITLE)),
    refusals: new Set(saying('sans-suite')),
    ...(exception && { exception }),
  };
}

/** What sentences say under a title on the matter. */
function underTitles(draft: Draft, refusals: ReadonlySet<Sentence>): Bound {
  const bound: Bound = { environnement: [], social: [] };
  const green = new Set([...under(draft, GREEN_TITLE), ...draft.passagesWith(LABEL).filter((p) => !p.has(MILIEU))]);
  const social = new Set(under(draft, SOCIAL_TITLE));
  for (const passage of [...new Set([...green, ...social])].sort((a, b) => a.index - b.index)) {
    if (passage.isTitle) continue;
    const told = passage.sentences.filter((s) => !refusals.has(s) && MEANS.test(s.folded));
    const binds = (s: Sentence) => s.has(BINDS) && !s.has(GREEN) && titled(passage.section, SOCIAL_ONLY);
    if (green.has(passage)) bound.environnement.push(...told.filter((s) => !s.has(SOCIAL)));
    if (social.has(passage)) bound.social.push(...told.filter((s) => s.has(SOCIAL) || binds(s)));
  }
  return bound;
}

/** « | Public | éloigné de l'emploi (RSA) | / | Volume | 3 % des heures | » under « Insertion »: no sentence, but terms. */
const inTables = (draft: Draft, refusals: ReadonlySet<Sentence>): Sentence[] =>
  draft.tables
    .filter((table) => titled(table.section, SOCIAL_ONLY) && !table.lead?.has(NOT_BINDING))
    .flatMap((table) => {
      const cells = [table.header, ...table.rows].flatMap((r) => r.cells);
      const said = cells.flatMap((c) => c.sentences).find((s) => s.has(SOCIAL) && !refusals.has(s));
      return said && cells.some((c) => c.has(VOLUME)) ? [said] : [];
    });

/** What binds the holder of the contract in environmental, social or employment matters; empty lists when nothing does. */
export const conditionsExecution = defineFact<ConditionsExecution>({
  id: 'conditions-execution',
  title: "Conditions d'exécution environnementales et sociales",
  read(piece: Piece) {
    const said = saidIn(piece);
    const titled = underTitles(piece.draft, said.refusals);
    return {
      environnement: [...said.environnement, ...titled.environnement],
      social: [...said.social, ...titled.social, ...inTables(piece.draft, said.refusals)],
      exception: said.exception,
    };
  },
  show: ({ environnement, social, exception }) =>
    environnement.length + social.length > 0 || exception
      ? { environnement: environnement.length > 0, social: social.length > 0, exception: exception !== undefined }
      : undefined,
});

/** What is but probably heard of a social condition binds somebody, and names people or their work: no category of data, no travel. */
const isOfPeople = (s: Sentence, sure: boolean): boolean =>
  !s.has(TO_BE_PASSED) &&
  (!s.has(OWN_STAFF) || s.has(SOCIAL)) &&
  (sure || ((s.has(SOCIAL) || s.has(PEOPLE)) && s.has(BINDS) && !s.has(NOT_SOCIAL) && !s.has(NOT_BINDING)));
/** « Il exécute le marché par ses propres salariés »: who does the work, not what is done for people. */
const OWN_STAFF = fr`(?:par|avec|à) (?:l'aide de |le concours de )?(?:ses|son|leurs?|vos|votre) (?:seule?s? |propres? )+(?:et [a-z]+ )?(?:salarié|personnel|agent|équipe|moyen|employé|ouvrier|technicien)s?|(?:lui|elle|eux|elles)-mêmes? (?:la totalité|l'intégralité|l'ensemble|toutes)`;
const PEOPLE = fr`insertion|insér[a-zé]+|emplois?|embauch[a-zé]*|recrut[a-zé]*|employ[a-zé]*|travailleurs?|salariée?s?|salaires?|rémunér[a-zé]*|apprent[a-zé]*|altern[a-zé]*|stag[a-zé]+|tut(?:eurs?|orat|orée?s?)|(?:form(?:e|er|era|ent)|formations?)(?: [a-z'-]+){0,5} (?:salarié|personne|public|jeune|professionnel)[a-z]*|qualifi[a-zé]*|jeunes?|seniors?|femmes?|parité|mixité|handicap[a-zé]*|éloignée?s?|précar[a-zé]*|difficultés?|discrimin[a-zé]*|égalité|sociale?s?|sociaux|solidaires?|associations?|heures?|(?:les |des |aux )(?:personnes|publics|habitants)|élèves?|étudiante?s?`;

/** The conditions of all the pieces of a consultation that may hold one. */
export function conditionsOf(piece: Piece): { environnement: boolean; social: boolean; exception: boolean } {
  const binding = piece.consultation.of('ccap', 'cctp', 'programme-fonctionnel', 'ae');
  const all = binding.map((p) => p.ask(conditionsExecution));
  const isAnswered = (concept: string, isAnswer?: (s: Sentence, sure: boolean) => boolean) =>
    binding.some((p) => answering(p, concept, isAnswer));
  // The reasons of an exception may be told to candidates.
  const told = piece.consultation.pieces.some((p) => p.ask(conditionsExecution).exception);
  return {
    environnement: all.some((c) => c.environnement.length > 0) || isAnswered('execution/obligation-environnementale'),
    social: all.some((c) => c.social.length > 0) || isAnswered('execution/obligation-sociale', isOfPeople),
    exception: told,
  };
}
