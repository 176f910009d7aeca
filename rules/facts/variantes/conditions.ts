import type { Found, Passage, Section, Sentence } from '../../kit/draft.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece, type PieceKind } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';
import { answering, isRowLabel, isTold, lotAt, lotNames, saying } from '../commun/index.ts';
import { numeros } from '../redaction/index.ts';
import type { Prise } from './prises.ts';
import { gainToFill, gridWithVariants, partsOpen, thresholdInTable } from './tableaux.ts';
import { parleDeVariantes, variantes } from './variantes.ts';

/** Where a piece states each condition of presentation of variants; undefined when it does not. */
export interface ConditionsVariantes {
  readonly exigences: Span | undefined;
  /** The lots of each place that states requirements; empty: all. */
  readonly exigencesLots: readonly (readonly string[])[];
  readonly criteres: Span | undefined;
  readonly justification: Span | undefined;
  readonly elements: Span | undefined;
  readonly confidentialite: Span | undefined;
  /** A place for them in the technical proposal. */
  readonly memoire: Span | undefined;
}

const MINIMUM = fr`(?:exigences?|conditions?|caracteristiques|prescriptions?|specifications|performances?|niveaux?) (?:[a-z]+ ){0,2}(?:minimales?|minima|minimums?|intangibles?|imperatives?|a respecter)|a minima|au minimum|intangibles?|non negociables?`;
const RESPECT = fr`respect(?:e|ent|er|era|eront|ant)?|satisf(?:aire|ait|ont|era|eront|aisant|assent)|repond(?:re|ent|ra|ront)? a|conformes? (?:a|aux|au)|(?:ne (?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|sauraient|saurait) (?:[a-z]+ ){0,2})?(?:diminuer|degrader|deroger|s'ecarter|remettre en cause|porter atteinte|modifier|affecter)|au moins (?:egale|equivalent|identique|superieur|aussi)[a-z]*|garanti(?:r|t|ssent|ssant)|dans le respect|sous reserve d[ue]|atteindre|atteint`;
/** What the variant must respect, when it is more than « the requirements ». */
const OBJECT = fr`fonctions?|fonctionnalites?|performances?|normes?|reglementation|dimensions?|delais?|niveaux?|caracteristiques|prescriptions?|specifications?|exigences? (?:fonctionnelles?|techniques?|essentielles?|de (?:performance|securite|resultat|qualite))|qualite|securite|aspect|capacite|autonomie|disponibilite|accessibilite|calendrier|architecture|objectifs?|emprise|budget|chartes?|rgaa|rgs|rgesn|referentiels?|codes?|reglements?`;
/** « au minimum offrir deux clés », « a minima garantir l'étanchéité »: what follows is the requirement. */
const WHAT = fr`^[ ,:]*(?:etre (?!conforme|admis|recevable)[a-z]{4,}|offrir|comporter|garantir|assurer|permettre|disposer|conserver|atteindre|presenter|couvrir|supporter|resister|contenir|maintenir|fournir|proposer|inclure) [a-z']+ ?[a-z]{3,}`;
const NONE = fr`aucune (?:exigence|condition|prescription|limite|contrainte)|sans (?:exigence|condition|restriction|limite)|ne (?:fixe|prevoit|comporte|pose|sont|est) (?:pas|aucune)|ulterieurement|a definir|a preciser|seront (?:fixees|precisees|definies|communiquees)`;
const REFERENCE = fr`(?:articles?|chapitres?|paragraphes?|points?|sections?|annexes?|titre|partie|§) ?(?:n ?° ?)?(?<number>[0-9ivx]+(?:[.-][0-9]+)*|[a-z](?![a-z]))?`;
const PIECE_NAMES: readonly (readonly [PieceKind, RegExp])[] = [
  ['cctp', fr`cctp|cahier des (?:clauses|charges) techniques(?: particulieres)?|cahier des charges`],
  ['ccap', fr`ccap|cahier des clauses administratives(?: particulieres)?`],
  ['programme-fonctionnel', fr`programme(?: fonctionnel)?`],
  ['ae', fr`acte d'engagement`],
  ['rc', fr`reglement (?:particulier )?(?:de (?:la )?)?consultation`],
];

const CRITERIA = fr`criteres?|grilles?|baremes?|ponderations?|notations?`;
const JUDGED = fr`juge(?:e|s|es)?|appliqu(?:er|ee?s?)|jugement|note(?:e|s|es)|evalue(?:e|s|es)?|classe(?:e|s|es)|classement|appreci(?:e|ee|es|ees)|analyse(?:e|s|es)?|examine(?:e|s|es)?|compare(?:e|s|es)?|selectionne(?:e|s|es)?|notation|evaluation`;
const ALIKE = fr`memes?|identiques?|communs?|ensemble|de la meme (?:maniere|facon)|(?:comme|au meme titre que) (?:une |les |l'|toute )offres?|simultanement|au regard|selon|sur la base|tant aux|aux offres de base (?:comme|et)|s'appliquent|applicables?`;
const PROVE = fr`vérifi[a-z]*|calcul[a-z]*|preuves?|démonstrations?|justifi[a-z]*|demontr[a-z]*|expliqu[a-z]*|explications?|f(?:ai(?:t|re|sant)|era|eront|ont) (?:ressortir|apparaitre)|chiffr[a-z]*|quantifi[a-z]*|mesur(?:e|es|er|ee|ees)|explicit[a-z]*|argument[a-z]*|prouv[a-z]*|mett(?:re|ra|ront|ent|ant) en (?:evidence|avant|valeur)|valoris[a-z]*|precis(?:e|er|era|eront|ent|ant)|etabli[a-z]*|expos(?:e|er|era|ent)|indiqu(?:e|er|era|eront|ent)|present(?:e|er|era|ent|eront|ation)|detaill[a-z]*|decri[a-z]*|compar[a-z]*|motiv[a-z]*|evalu[a-z]*`;
const GAIN = fr`gains?|profits?|allègements?|en quoi (?:ils?|elles?|celle-ci|celui-ci|(?:ce|cette|la|le|sa|son) [a-z]+)|(?:dur|coût|consomm|pès|us|pollu|vau|ser)[a-zé]* (?:plus|moins|mieux)|ce (?:que|qu')(?: ?(?:la|le|l'|nous|on)(?: ?[a-z]+)?)? ?(?:y )?gagn[a-z]*|ameliorations?|avantages?|benefices?|interets?|plus-values?|economies?|apports?|valeur ajoutee|bilan|impact|superiorite|optimisation|incidences?|épargn[a-z]*|économis[a-z]*|(?:que l'on |fai(?:t|re) |font |ce qu'elles? |fer(?:a|ont) )gagne[a-z]*|comparati(?:f|ve)s?|par rapport à (?:la (?:solution de )?base|l'offre (?:de base|initiale|conforme))`;
const EXPECTED = fr`(?:admis|autorisé|ouvert|accepté|possibl|permis)e?s?,?(?: [a-z',-]+){0,8} (?:sur|pour) (?:la |les? |l'|une? )?seule?s? (?!lots?|candidats?|tranche)[a-z]+|(?<!(?:réponse|offre|proposition|solution) que nous )(?:attendons|souhaitons|cherchons|recherchons|esperons)|c'est (?:sur|pour|en matière de) (?:l[ea]s? |l')[a-z]+|(?:espérée?s?|recherchée?s?|sollicitée?s?)|(?<!(?:marché|consultation|contrat|offre|réponse|lot|candidat|proposition)s? (?:[a-z]+ )?)peu(?:t|vent) (?:[a-z]+ )?(?:recevoir|appeler|admettre|faire l'objet d|donner lieu à)[a-z' ]*|(?<!(?:ne|n') ?)(?:peu(?:t|vent)|pourr(?:a|ont)) (?:[a-z]+ )?etre (?:repense|modifie|adapte|remplace|revue?|amenage)(?:s|e|es)?|attendu(?:e|s|es)?|port(?:e|ent|er|era|eront|ant) (?:[a-z]+ ){0,2}sur|souhaite(?:e|s|es)?|(?:peu(?:t|vent)|pourr(?:a|ont)) (?:[a-z]+ ){0,2}(?:porter|concerner|intéresser(?= (?:l'|les? |la |une? |des ))|(?:toucher|viser) (?:à |au |aux )?(?:l'|les? |la |une? |des |d'autres )(?!primes?|indemnit|somme|prix|part)[a-z]+|jouer sur|s'exercer)|^[^a-z]*sur quoi ?(?:[(?]|$)|^[^a-z]*(?:sur )?(?:quoi|(?:quel(?:le)?s )?(?:points?|elements?|postes?|domaines?)(?: (?:ouverts?|concernes?))?|objet(?: des variantes)?) ?:|relatives? (?:a|au|aux)|concern(?:e|ent|er|ant)|limitee?s? (?:a|au|aux)|s'appliqu[a-z]+ (?:a|au|aux)|sur les (?:points|elements|postes|aspects|sujets)|en ce qui concerne|notamment sur|en particulier sur|pour (?:le poste|la partie|les postes|les prestations)|en matiere de|champ|perimetre|(?:autorise|admis|accepte|permis|ouvert|possible|recevable)[a-z]* (?:uniquement |seulement |exclusivement |que )?sur (?:l[ea]s? |l')(?!lots?|ensemble|presente?|base|profil|plate-?forme|demande|initiative|totalite|marche|consultation)[a-z]+`;
/** « L'entreprise peut revoir l'ordre des arrêts »: what she may change of the need. */
const FREE_TO = fr`(?<!(?:ne|n') ?)(?:peu(?:t|vent)|pouvez|libres? d(?:e |'))(?: [a-z]+)? ?(?:revoir|repenser|redessiner|reconsidérer|réinventer|modifier|changer|remplacer|substituer|adapter|réorganiser) (?:les? |la |l'|une? |des |à |d')(?!offre|plis?|réponse|proposition|candidature|groupement|dossier|prix|document|date|marché|contrat|présent|règlement|composition|formulaire|cadre|bordereau|trame|tableau|formule|fichier|pièce|acte)[a-z]+`;
const OF_BUYER = fr`titulaire|acheteur|nous|pouvoir adjudicateur|collectivité|commission|maître d'[a-z]+|représentant|attributaire|administration`;
/** Objects of « porter sur » that are not the elements awaited. */
const NOT_ELEMENT = fr`criteres?|attributi[a-z]+|article r|ouverture|jugement`;
const SECRET = fr`confidenti[a-z]*|secret(?:s|e|es)?|discretion|divulgu[a-z]*|revel[a-z]*|(?:ne |n')(?:sera|seront|sont|est|peut|peuvent|pourra|pourront) (?:[a-z]+ ){0,4}(?:communiqu|transmis|partag|diffus|devoil|montr)[a-z]*|non[ -]divulgation`;
/** « Pas de transmission d'un candidat à l'autre »: what is said in talks stays there. */
const KEPT = fr`(?:pas|aucune|sans|nulle) (?:de |d')?(?:transmission|communication|divulgation|circulation|diffusion|partage|fuite)[a-z ]*|(?:ne |n')[a-z ']{0,30}(?:circul|transmi|transmet|pass|répét|rapport|dévoil|livr)[a-z]* [a-z' ]{0,20}(?:d'un |aux autres|aux? concurrents?|à un autre|à d'autres)`;
const TALKS = fr`négoci[a-z]*|dialogues?|auditions?|entretiens?|échanges?|séances?|cloison[a-z]*`;
const SHARED = fr`solutions?|idees?|variantes?|propositions?|informations?|candidats?|soumissionnaires?|offres?|echanges?|negociations?|dialogue|propriete intellectuelle|savoir-faire`;
/** Confidentiality that binds the holder or protects the buyer's own data. */
const DUTY = fr`titulaire|sous-traitants?|personnel|donnees (?:de|du|personnelles|a caractere)|agents|prestataire|dossiers? de candidature confidentiel`;

/** What stands for base offers and variants together, in other words. */
const BOTH = fr`sans distinction|à titre (?:principal|subsidiaire|alternatif)|de rechange|(?:les|des|aux) deux (?:offres|réponses|propositions|solutions)|l'une (?:et|comme|ou) l'autre|quelle que soit (?:la |l')(?:offre|réponse|proposition|solution)|(?:seconde|autre|deuxième) (?:offre|réponse|proposition|solution)|(?:offres?|réponses?|propositions?|solutions?) alternatives?`;
/** They are judged otherwise than base offers. */
const APART = fr`(?:ne|n') ?(?:[a-z]+ ){0,2}(?:obéi[a-z]*|relèv[a-z]*|suiv[a-z]*|s'appliqu[a-z]*|soumis[a-z]*|jugée?s?|notée?s?) (?:pas|point)|(?:n'est|ne sont|ne seront) (?:pas|point) (?:[a-z]+ ){0,2}(?:jugée?s?|notée?s?|classée?s?|soumis[a-z]*|appréciée?s?)|(?:jugée?s?|notée?s?|classée?s?|appréciée?s?) (?:à part|séparément|autrement|selon (?:d'autres|une autre|une méthode))`;
/** The criteria of base offers say nothing of variants, unless these are named too. */
const BASE = fr`(?:offres?|solutions?|réponses?|propositions?) (?:de base|demandées?|initiales?)`;
const WITH_VARIANTS = fr`variantes?|alternati(?:f|ve|fs|ves)|comme|même|mêmes|également|aussi|toutes|tous|ensemble|identiques?|communs?|confondues?|quelles?|l'une|autres?`;
/** « Au moins 30 m³/h », « ne peut descendre sous 92 % »: how far a variant may go. */
const BOUND = fr`(?:au|à) (?:moins|plus|minimum|maximum|minima)|(?:inférieure?s?|supérieure?s?|égale?s?) (?:ou égale?s? )?(?:à|au)|(?:sans|ne|n') ?(?:[a-z]+ ){0,3}?(?:excéder|excède|dépasser|dépasse|dépassent|descendre|descend|tomber|passer) ?(?:pas |sous |en dessous |au-dessous |au-dessus |les? |la |de |d')*|plus (?:petite?|grande?|haute?|basse?) que`;
/** « à délai égal », « tous les arrêts restant desservis », « portée ≥ 18 m »: what does not move. */
const UNCHANGED = new RegExp(
  `${fr`à [a-z]+(?: [a-z'-]+){0,3} (?:égale?s?|constante?s?|identiques?|inchangée?s?)|(?:reste|demeure)(?:nt|ra|ront)? (?:inchangée?s?|identiques?|fixes?|constante?s?|les? mêmes?)|(?:restant|demeurant) (?!ouvert|libre|facultati|possible|admis|interdit|exclu|autoris|entendu)[a-z0-9]+`.source}|[≥≤] ?\\d`,
);
const MINIMUM_LABEL =
  /^[^a-z]*(?:minimums?|minima|seuils?|planchers?|plafonds?|garde-fous?|limites?|(?:doi(?:t|vent) )?respecter|a (?:respecter|conserver|tenir)|intangibles?|socle)(?: (?:a respecter|a tenir|des variantes|commune?s?))? ?: [a-z0-9]/;
/** How many variants, how long their file is. */
const COUNTED =
  /^[^a-z0-9]*(?:(?:au (?:plus|moins|maximum|minimum)|maximum|minimum) )?(?:par (?:candidat|soumissionnaire|concurrent|participant|groupement|entreprise|equipe|offre|lot)|variantes?|offres?|solutions?|propositions?|reponses?|pages?|candidats?|exemplaires?)\b/;
/** The number stands beside its bound: those of a list of headings bound nothing. */
const isBounded = (phrase: Phrase): boolean =>
  phrase.has(BOUND) &&
  numbers(phrase.folded).some(
    ({ from, to }) =>
      !COUNTED.test(phrase.folded.slice(to)) && has(phrase.folded.slice(Math.max(0, from - 40), to + 25), BOUND),
  );

/** « Dans le cadre que trace l'article 3 du CCTP »: how far they may go is said there. */
const FRAMED = fr`(?:dans|à l'intérieur d(?:u|es)|sans (?:sortir d(?:u|es)|franchir|excéder)) ?(?:les? |la )?(?:cadre|limites?|bornes?|périmètre|contraintes?|socle) [a-z' ]{0,40}(?:articles?|chapitres?|paragraphes?|points?|sections?|annexes?|titre|partie|§) ?(?:n ?° ?)?[0-9]`;

/** « Sous les réserves suivantes : »: the items may be requirements, or say how the variant is to be handed in. */
const ON_CONDITIONS = fr`(?:sous|aux|avec) (?:les |certaines )?(?:réserves?|conditions?) (?:[a-z]+ )?(?:suivante?s?|ci-après|ci-dessous)`;
/** « Esthétique identique », « performances équivalentes » */
const WORTH_THE_SAME = fr`identiques?|équivalente?s?|(?:au moins )?égale?s?|supérieure?s?|compatibles?|inchangée?s?|conformes?|normalisée?s?`;

/** Criteria by which variants are judged as base offers are. */
const judgesAlike = (phrase: Phrase): boolean =>
  !phrase.has(APART) &&
  (!phrase.has(BASE) || phrase.has(WITH_VARIANTS)) &&
  ((phrase.has(CRITERIA) && (phrase.has(JUDGED) || phrase.has(ALIKE))) ||
    (phrase.has(JUDGED) &&
      phrase.has(
        fr`memes?|identique(?:s|ment)?|ensemble|de la meme (?:maniere|facon)|comme (?:une offre|les offres)`,
      )));

const opensElements = (phrase: Phrase): boolean =>
  (phrase.has(EXPECTED) && !phrase.has(NOT_ELEMENT)) ||
  phrase.has(fr`(?:a titre de variante|en variante),? (?:une?|des|l[ea]s?) [a-z]+`);

const keepsSecret = (phrase: Phrase): boolean =>
  (phrase.has(SECRET) || phrase.has(KEPT)) && phrase.has(SHARED) && !phrase.has(DUTY);

const requires = (phrase: Phrase, bounded: boolean): boolean =>
  !phrase.has(NONE) &&
  (bounded ||
    [MINIMUM, FRAMED, UNCHANGED, MINIMUM_LABEL, ON_CONDITIONS].some((r) => phrase.has(r)) ||
    (phrase.has(RESPECT) && (phrase.has(OBJECT) || /\d/.test(phrase.folded))));

/** Which conditions a sentence speaks of; undefined where it speaks of none. */
const says = (phrase: Phrase) => {
  const bounded = isBounded(phrase);
  const said = {
    criteres: judgesAlike(phrase),
    justification: phrase.has(PROVE) && phrase.has(GAIN),
    elements: opensElements(phrase),
    free: phrase.has(FREE_TO) && !phrase.has(OF_BUYER),
    confidentialite: keepsSecret(phrase),
    exigence: requires(phrase, bounded),
  };
  return Object.values(said).includes(true) ? { ...said, bounded } : undefined;
};
type Said = Found<NonNullable<ReturnType<typeof says>>>;

/** Titles of the requirements that every offer must meet. */
const MINIMUM_TITLE = fr`(?:exigences?|conditions?|caracteristiques|prescriptions?|specifications|performances?|socles?|points?|éléments?|contraintes?|règles?) (?:[a-z]+ ){0,2}(?:minimales?|minima|minimums?|intangibles?|impératives?|impératifs?|non négociables?)|(?:nulle?|aucune?) (?:offre|variante|proposition|solution|réponse)[a-z ]* (?:déroge|s'écarte|s'affranchi|s'éloigne)[a-z]*`;
/** « Le gabarit et la hauteur libre forment un socle intangible »: what is said to be so stands before. */
const ARE_SO =
  /^[^a-z]*(?:les? |la |l')(?!(?:exigence|condition|caracteristique|prescription|specification|performance|point|element|contrainte|variante|offre|proposition|minim|stipulation|disposition|clause)s?\b)[a-z][^.;:]*? (?:forme|constitue|reste|demeure|sont|est)(?:nt)? (?:[a-z']+ ){0,5}$/;

/** « R. 2151-10 du code »: where the law is, and no requirement. */
const OF_CODE = /\b[lrd]\*?\.? ?\d{3,}(?:-\d+)*(?: du code)?/g;

/** True where a sentence that speaks of requirements gives them, or says where they are. */
function isStated(sentence: Sentence, piece: Piece): boolean {
  const { passage, folded } = sentence;
  if (passage.list || passage.cell) return true;
  if (sentence.has(ON_CONDITIONS) && ![MINIMUM, RESPECT].some((p) => sentence.has(p)))
    return passage.items.some((p) => p.has(WORTH_THE_SAME));
  if (passage.items.length > 0) return true;
  const minimum = sentence.find(MINIMUM);
  if (minimum && ARE_SO.test(folded.slice(0, minimum.from))) return true;
  const rest = folded.slice(minimum?.to ?? 0);
  if (/:\s*\S{3}/.test(rest)) return true;
  if (piece.draft.tables.some((t) => t.lead === passage)) return true;
  const referred = refersTo(sentence, piece);
  if (referred !== undefined) return referred;
  if (/:$/.test(folded.trim())) return true;
  const measured = numbers(rest.replace(OF_CODE, '')).length > 0 || find(rest, WHAT) !== undefined;
  const bare = sentence.has(MINIMUM) && !has(folded.replace(OF_CODE, ''), OBJECT) && !measured;
  return !bare;
}

/** Whether the article or piece that is said to hold the requirements does; undefined when none is named. */
function refersTo(sentence: Sentence, piece: Piece): boolean | undefined {
  const kind = PIECE_NAMES.find(([, name]) => sentence.has(name))?.[0];
  const reference = sentence.find(REFERENCE);
  const legal = reference && /^.{0,3}[lr]\.? ?\d/.test(sentence.folded.slice(reference.from + 7));
  const number = legal ? undefined : reference?.groups.number;
  if (!kind && !number) return undefined;
  const targets = kind ? piece.consultation.of(kind) : [piece];
  if (targets.length === 0) return true;
  if (/annexe/.test(reference?.text ?? '')) return true;
  if (number && /^\d/.test(number)) return targets.some((t) => t.ask(numeros).has(number.replace(/-/g, '.')));
  if (number) return true;
  return targets.some((t) =>
    t.draft.passages.some(
      (p) =>
        p.has(MINIMUM) ||
        p.has(fr`exigences? (?:fonctionnelles?|techniques?|essentielles?)|prescriptions|specifications`),
    ),
  );
}

const lotsAt = (passage: Passage): readonly string[] => {
  const lot = lotAt(passage);
  return lot === undefined ? [] : [lot];
};
/** The lots that a sentence names, else those of its place. */
function lotsOf({ folded, passage }: Sentence): readonly string[] {
  const own = lotNames(folded).flatMap((n) => n.numbers);
  return own.length > 0 ? own : lotsAt(passage);
}

/** Gains in other words. */
const WORTH = fr`progrès|mieux|meilleure?s?|compte|atouts?|mérites?|bienfaits?|plus-values?|bénéfique|supérieure?s?`;
const ABOUT = fr`sur|pour|quant|seule?s?|côté|hormis|excepté|sauf|(?:ne |n')[a-z]+ (?:que|qu')`;
const LOTS = fr`(?:pour |sur |du |des |au |aux )?(?:les? )?lots? (?:n ?° ?)?\d+(?:(?:,| et| à) \d+)*`;
const isAbout = ({ folded }: Sentence): boolean => has(folded.replace(new RegExp(LOTS.source, 'g'), ' '), ABOUT);
const IN_MEMOIRE = fr`mémoires?|notes?|notices?|cadres?|dossiers?|parties?|chapitres?|rubriques?|sections?|plan|trame|pages?|volets?`;

const isDemanding = (s: Sentence): boolean => s.has(RESPECT) || s.has(OBJECT) || s.has(MINIMUM) || s.has(BOUND);

/** In the paragraph, the row or the article that opens variants, were it in other words. */
const isBesideOpening = ({ passage, section }: Sentence, openings: readonly Prise[]): boolean =>
  openings.some(
    ({ sentence: { passage: other } }) =>
      other === passage ||
      (other.table?.rowOf(other)?.cells.includes(passage) ?? false) ||
      (section.heading !== undefined && section.level > 1 && other.section === section),
  );

/** « Un mémoire articulé ainsi : 1. méthode… 5. exposé de la variante »: what a paper of the offer tells. */
const PAPER =
  /^[^a-z]*(?:(?:l'offre|le dossier|le pli|la reponse|la proposition) [^.;:]{0,60}?)?(?:une?|les?|la|l')? ?(?:memoire|note|notice|cadre|planning|descriptif)s? /;
/** « Offres et variantes sont classées ensemble, d'après les critères »: how they are judged. */
const isOfJudging = (s: Sentence): boolean => s.has(CRITERIA) && s.has(JUDGED) && s.has(WITH_VARIANTS);
const isOfPaper = (s: Sentence): boolean => PAPER.test(s.folded) && !s.has(RESPECT);

const tellsElse = (s: Sentence): boolean => isRowLabel(s) || isOfPaper(s) || (isOfJudging(s) && !isDemanding(s));

/** What is heard to require something of variants, where expressions read no requirement. */
const requirementsHeard = (piece: Piece, read: ReadonlySet<Sentence>, openings: readonly Prise[]): Sentence[] =>
  saying(piece, 'variantes/exigences-enoncees').flatMap(({ surety, sentence }) => {
    // What refers to an article that does not exist states nothing.
    if (read.has(sentence) || !isTold(sentence) || tellsElse(sentence)) return [];
    if (sentence.has(PROVE) && sentence.has(GAIN)) return [];
    // « Variantes : oui (voir l'article 5) » opens them and requires nothing.
    if (surety === 'probable' && openings.some((o) => o.sentence === sentence) && !isDemanding(sentence)) return [];
    // What any thing must do is no requirement of variants.
    const known = surety === 'sure' && openings.length > 0;
    return known || parleDeVariantes(sentence) || isBesideOpening(sentence, openings) ? [sentence] : [];
  });

/** « | Notation des variantes | non prévue | » */
const isAnsweredNo = ({ passage }: Sentence): boolean =>
  passage.table
    ?.rowOf(passage)
    ?.cells.some((c) => c !== passage && /^[^a-z]*(?:non|aucune?|neant|sans objet|pas)(?![a-z])/.test(c.folded)) ??
  false;

/** What no bidder hears of another, in the article or the table on talks. */
const isInTalks = ({ passage, section }: Sentence): boolean =>
  [section.heading, passage.table?.headerOf(passage)].some((above) => above?.has(TALKS));

/** The article gives the minimum of the team or of its references: « cinq ans de pratique ». */
const OF_TEAM = fr`candidatures?|chiffres? d'affaires|curriculum|cv|diplôm[a-z]*|ans? (?:d'expérience|de pratique|d'ancienneté)|années d'expérience|références?|effectifs?|habilitations?|capacités? (?:financières?|professionnelles?|économiques?)`;
const isOfTeam = ({ passages, heading, chain }: Section): boolean =>
  chain.some((s) => s.heading?.has(fr`candidatures?|capacités?`)) ||
  passages.flatMap((p) => (p === heading ? [] : p.sentences)).every((s) => s.has(OF_TEAM));

/** A place that states requirements, and the lots that it is for; empty: all. */
interface Requirement {
  readonly at: Span;
  readonly lots: readonly string[];
}

/** The article that a title gives to what every offer must meet. */
function requirementTitled({ draft }: Piece): Requirement[] {
  const section = draft.sections.find(
    (s) => s.heading && find(s.title, MINIMUM_TITLE) && s.passages.length > 1 && !isOfTeam(s),
  );
  const provisional = section?.has(NONE) || section?.has(fr`indicati(?:f|ve|fs|ves)`);
  return section?.heading && !provisional ? [{ at: section.heading.at(), lots: lotsAt(section.heading) }] : [];
}

/** Where the requirements stand: in sentences, a table, else under a title. */
function requirementsIn(
  piece: Piece,
  said: readonly Said[],
  ofVariants: ReadonlySet<Sentence>,
  openings: readonly Prise[],
): Requirement[] {
  const read = said.filter(({ value, sentence }) => value.exigence && !isOfPaper(sentence));
  const stated = read
    .filter(({ value, sentence }) => ofVariants.has(sentence) && (value.bounded || isStated(sentence, piece)))
    .map(({ sentence }) => sentence);
  const heard = requirementsHeard(piece, new Set(read.map(({ sentence }) => sentence)), openings);
  const threshold = thresholdInTable(piece);
  const all = [
    ...[...stated, ...heard].map((s) => ({ at: s.at(), lots: lotsOf(s) })),
    ...(threshold ? [{ at: threshold, lots: [] }] : []),
  ];
  return all.length > 0 ? all : requirementTitled(piece);
}

/** « Elles sont classées avec les offres de base » */
const THEY = /^[^a-z]*(?:elles?|celles?-ci|ces dernieres) /;
const criteriaHeard = (piece: Piece) =>
  answering(
    piece,
    'variantes/memes-criteres',
    (s, sure) =>
      (sure && (s.has(WITH_VARIANTS) || !s.has(BASE) || (s.has(THEY) && parleDeVariantes(s)))) ||
      (parleDeVariantes(s) && s.has(WITH_VARIANTS) && (s.has(CRITERIA) || s.has(JUDGED))),
  );

const gainsHeard = (piece: Piece) =>
  answering(piece, 'variantes/gains-a-justifier', (s, sure) => s.has(PROVE) && (sure || s.has(GAIN) || s.has(WORTH)));

const elementsHeard = (piece: Piece, openings: readonly Prise[]) =>
  answering(
    piece,
    'variantes/elements-ouverts',
    (s, sure) => s.has(EXPECTED) || ((sure || openings.some((o) => o.sentence === s)) && isAbout(s)),
  );

export const conditionsVariantes = defineFact<ConditionsVariantes>({
  id: 'conditions-variantes',
  title: 'Conditions de présentation des variantes',
  read(piece: Piece) {
    const openings = piece.ask(variantes).prises.filter(({ position }) => /^(?:autorisees|exigees)$/.test(position));
    const said = piece.draft.collect(says);
    const ofVariants: ReadonlySet<Sentence> = new Set(
      said.map((s) => s.sentence).filter((s) => parleDeVariantes(s) || isBesideOpening(s, openings)),
    );
    const isOfRules = piece.kinds.includes('rc');
    const first = (states: (value: Said['value'], s: Sentence, isOfVariants: boolean) => boolean): Span | undefined =>
      said.find(({ value, sentence }) => states(value, sentence, ofVariants.has(sentence)))?.sentence.at();
    const requirements = requirementsIn(piece, said, ofVariants, openings);
    return {
      exigences: requirements[0]?.at,
      exigencesLots: requirements.map((r) => r.lots),
      criteres:
        first((v, s, isOfVariants) => v.criteres && (s.has(BOTH) || (isOfVariants && !isAnsweredNo(s)))) ??
        gridWithVariants(piece, CRITERIA) ??
        criteriaHeard(piece)?.at(),
      justification:
        first((v, _, isOfVariants) => v.justification && isOfVariants) ??
        gainToFill(piece, GAIN) ??
        gainsHeard(piece)?.at(),
      elements:
        first((v, _, isOfVariants) => (v.free && isOfRules) || ((v.elements || v.free) && isOfVariants)) ??
        partsOpen(piece) ??
        elementsHeard(piece, openings)?.at(),
      confidentialite: first((v, s, isOfVariants) => v.confidentialite && (isOfVariants || isInTalks(s))),
      memoire: answering(piece, 'variantes/place-au-memoire', (s) => s.has(IN_MEMOIRE))?.at(),
    };
  },
  show: ({ exigencesLots: _, ...c }) => {
    const stated = Object.entries(c).filter(([, at]) => at !== undefined);
    return stated.length > 0 ? stated.map(([name]) => name) : undefined;
  },
});
