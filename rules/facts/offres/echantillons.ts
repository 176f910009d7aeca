import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { Reading } from '../../kit/trace.ts';
import { hearing, isTold, saying, sumsHeard } from '../commun/index.ts';

export interface Echantillon {
  /** How surely it was heard; undefined where its words are those that one is used to. */
  readonly doubt?: Doubt;
  /** True when it costs the tenderers much: a prototype, an object at full scale, a demonstrator to run… */
  readonly lourd: boolean;
  readonly at: Span;
  readonly sentence: Sentence;
}

export interface Echantillons {
  /** What candidates must hand in or show before the award, optional and catalogue things left out. */
  readonly demandes: readonly Echantillon[];
  /** Sentences that grant them a prime, an indemnity or a payment for it. */
  readonly primes: readonly Sentence[];
}

const HEAVY =
  "prototypes?|demonstrateurs?|preuves? de concept|proofs? of concept|poc|modeles? (?:grandeur nature|d'essai|fonctionnels?)";
const LIGHT = "echantillons?|maquettes?|modeles? reduits?|specimens?|eprouvettes?|planches? d'essai";
const THING = fr`${HEAVY}|${LIGHT}`;
/** « échelle 1 », « échelle 1:1 », and not « échelle 1/20 ». */
const FULL_SCALE = fr`grandeur (?:nature|reelle)|taille reelle|echelle (?:un|reelle|1(?: ?[/:] ?1(?![0-9]))?(?! ?[/:] ?[0-9]))|vraie grandeur`;
/** What makes a sample or a model costly, its scale aside. */
const COSTLY = fr`fonctionnel(?:le)?s?|operationnel(?:le)?s?|interactive?s?|navigables?|complete?s?|equipee?s?|entierement|sur mesure|specialement|fabriquee?s?|realisee?s? (?:pour|specialement)|pret(?:e|s|es)? a (?:etre|l'emploi|fonctionner)|exploite[a-z]*|mis(?:e|es)? en service|motorisee?s?|en etat de (?:marche|fonctionnement)`;
/** A thing that stays in place, is tried for long, or is at the tenderer's expense: enough for a model, not for a sample. */
const BORNE = fr`(?:a|aux) (?:leurs?|ses|sa|son|vos|votre|l'entiere|la) (?:seuls? )?(?:frais|charge)|(?:aux frais|a la charge) d[eu]s? (?:candidat|soumissionnaire|participant|concurrent)s?|gratuitement|sans (?:aucune? )?(?:contrepartie|remuneration|indemnite|indemnisation)|pendant (?:[a-z0-9() -]+ )(?:jours?|semaines?|mois)`;
const ASKING =
  '(?:remet|remettent|remettra|remettront|remis(?:es?)?|remettre|fournit|fournissent|fournira|fourniront|fournir|fournie?s?|present(?:e|ent|era|eront|er|ee?s?)|joint|joignent|joindra|joindront|joindre|jointe?s?|install(?:e|ent|era|eront|er|ee?s?)|depos(?:e|ent|era|eront|er|ee?s?)|realis(?:e|ent|era|eront|er|ee?s?)|livr(?:e|ent|era|eront|er|ee?s?)|produi(?:t|sent|ra|ront|re|te?s?)|fabriqu(?:e|ent|era|eront|er|ee?s?)|mont(?:e|ent|era|eront|er|ee?s?)|construi(?:t|sent|ra|ront|re)|mettent a disposition|met a disposition|mettre a disposition|developp(?:e|ent|era|eront|er|ee?s?)|comprend|comprennent|comprendra|comporte|comportent|comportera|accompagnee?s?|exigee?s?|demandee?s?|requis(?:es?)?|attendue?s?|envoi(?:e|ent)|adress(?:e|ent|era|eront|er|ee?s?)|(?:remett|fourniss|present|joign|install|depos|realis|livr|produis|fabriqu|mont|construis|developp|envoy|adress|mett)ez(?: a disposition)?|(?:remett|fourni|presente|joind|installe|depose|realise|livre|produi|fabrique|monte|construi|developpe|enver|adresse)r?ez)';
const ASKED = fr`${ASKING}`;
/** The verb and its object: « remet avec son offre un prototype », « un prototype est exigé ». */
const ASKED_FOR = fr`(?:${ASKING})(?:-nous)?,?(?: [a-z0-9',():-]+){0,14} [(]?(?:l'|d')?(?:${HEAVY}|${LIGHT})|(?:${HEAVY}|${LIGHT}),?(?: [a-z0-9',():-]+){0,10} (?:${ASKING})`;
const WHO = fr`(?:le|les|chaque|tout|tous les|des|aux|au|du|de|par|a chaque) ?(?:autres? )?(?:candidats?|soumissionnaires?|participants?|concurrents?|entreprises?|equipes?|operateurs? economiques|finalistes|groupements?)|candidats?|soumissionnaires?|participants?|finalistes?|offres?|propositions?|vous|votre`;
/** Not asked: offered, optional, of the contract's performance, or sold in a catalogue. */
const NOT_ASKED = fr`décri(?:vez|re|t|vent|vant|ra|ront) (?:les |ses |leurs |vos |des )?(?:[a-z]+, )?(?:essais|prototypes|réalisations)|facultati(?:f|fs|ve|ves)|s'ils? le souhaite(?:nt)?|s'ils? le desire(?:nt)?|si vous le (?:souhaitez|desirez|voulez)|peu(?:t|vent|x)|pouvez|pourr(?:a|ont|ez)|n'avez pas a|sans y etre tenu[es]*|le cas echeant|(?:aucune?|ni|sans) (?:${HEAVY}|${LIGHT})|(?:n'est|ne sont|ne sera|ne seront) (?:pas|ni) (?:[a-z]+ )?(?:exige|demande|requis|attendu)[a-z]*|n'ont pas a|n'a pas a|tout(?:e)? autre (?:element|moyen|preuve|document)|par tout moyen|par exemple|droits? (?:de|sur|d')|cess?ion|cede[a-z]*`;
const CATALOGUE = fr`du commerce|de serie|sur catalogue|au catalogue|standards?|deja (?:existante?s?|realise[a-z]*|commercialise[a-z]*|disponibles?)|existante?s?|documentation`;
const EXECUTION = fr`titulaires?|attributaire|(?:candidat|soumissionnaire) retenu|tranche|livrables?|apres (?:la )?notification|en cours d'execution|prestataire|comptable|laureate?s?|une fois (?:retenue?s?|choisie?s?|notifiee?s?)|si (?:vous etes|votre offre est) (?:retenue?s?|choisie?s?)|pendant l'execution`;
/** « échantillon de 200 usagers », « maquette budgétaire », « modèle de lettre ». */
const OTHER_SENSE = fr`echantillons? (?:representatifs?|statistiques?|d'(?:usagers|assures|agents|personnes|appels|dossiers|adherents)|de (?:\d+ |[a-z]+ )?(?:usagers|assures|agents|personnes|dossiers|donnees|appels|factures|population))|maquettes? (?:budgetaires?|financieres?|pedagogiques?)|echantillonnage`;
const PRIME = fr`primes?|indemnit[a-z]+|indemnis[a-z]+|dedommag[a-z]+|compensation financiere|defray[a-z]+|remuner(?:e|es|ee|ees|ation)|contrepartie financiere`;
/** « Chaque candidat reçoit 3 000 € », « nous versons 2 000 € à chaque équipe »: a prime that does not say its name. */
const MONEY = '\\d[\\d ]{0,9} ?(?:€|euros?)';
const PAID_TO = fr`(?:candidats?|equipes?|participants?|soumissionnaires?|concurrents?|chacune?|vous) (?:[a-z]+ ){0,2}?(?:reco[a-z]+|recev[a-z]+|touch[a-z]+|percoi[a-z]+|percev[a-z]+)[^.;]{0,40} ${MONEY}|(?:vers|pay|paie|attribu|allou|donn)[a-z]* [^.;]{0,30}?${MONEY}[^.;]{0,30} (?:a |aux? )(?:chaque |chacune?|tous les |les )?(?:candidats?|equipes?|participants?|soumissionnaires?|concurrents?|finalistes?)`;
const PRIME_FOR = fr`candidats?|soumissionnaires?|participants?|concurrents?|equipes?|chacune?s?|${HEAVY}|${LIGHT}|attributaire|laureat|offres?|remise|allouee?|versee?`;
const NO_PRIME = /\b(?:aucune?|sans|ni|pas d[e'])\b|\b(?:ne |n')(?:[a-z']+ ){0,4}(?:pas|droit)\b/;
const OTHER_PRIME = fr`assurances?|avance d'execution|retard|penalites?|performance|dedit|attente|resiliation|prix de vente|licenciement|salariale?s?|sous-traitan[a-z]+|recouvrement|moratoires?|deplacements?|visites?`;

interface SampleRead {
  readonly thing: boolean;
  readonly heavy: boolean;
  readonly scale: boolean;
  readonly costly: boolean;
  readonly borne: boolean;
  readonly asked: boolean;
  readonly who: boolean;
  readonly prime: boolean;
}

const HEAVY_THING = fr`${HEAVY}`;
const read = (phrase: Phrase): SampleRead | undefined => {
  const thing = phrase.has(THING) && !phrase.has(OTHER_SENSE);
  const scale = phrase.has(FULL_SCALE);
  const prime =
    ((phrase.has(PRIME) && phrase.has(PRIME_FOR)) || phrase.has(PAID_TO)) &&
    !phrase.has(OTHER_PRIME) &&
    !has(phrase.folded, NO_PRIME);
  if (!thing && !scale && !prime) return undefined;
  return {
    thing,
    heavy: phrase.has(HEAVY_THING),
    scale,
    costly: phrase.has(COSTLY),
    borne: phrase.has(BORNE),
    asked: (phrase.has(ASKED_FOR) || (scale && phrase.has(ASKED))) && !phrase.has(NOT_ASKED),
    who: phrase.has(WHO),
    prime,
  };
};

/** « Leur valeur n'excède pas 15 € », « moins d'une heure de travail »: the text itself says that it costs little. */
const CHEAP = fr`(?:valeur|coût|prix)(?: [a-z']+){0,4} (?:n'excède(?:nt|ra)?|ne dépasse(?:nt|ra)?|inférieure?s?|limitée?s?|modiques?|symboliques?|faibles?|minimes?|négligeables?|au plus|de moins)|(?:sans|de faible|à faible) (?:valeur|coût)|moins d(?:e|')(?: ?(?:une?|deux|trois|quatre|\d+|demi))?(?:-| )?(?:heures?|journée|demi-journée|minutes)`;
const isCheap = (sentence: Sentence): boolean => [sentence, sentence.next].some((s) => s?.has(CHEAP));

/** The contract is for such a thing: « porte sur la réalisation d'un démonstrateur ». What is asked with an offer then says so. */
const OBJECT_IS = fr`(?:a|ont) pour objet|porte(?:nt)? (?:[a-z]+ )?sur|objet (?:du|de la|de l')`;
const WITH_OFFER = fr`candidats?|candidatures?|soumissionnaires?|participants?|concurrents?|offres?|propositions?|réponses?|finalistes?|entretiens?|soutenances?|auditions?`;
const isBought = (piece: Piece): boolean => piece.draft.sentencesWith(OBJECT_IS).some((s) => s.has(HEAVY_THING));

const ABOUT = fr`offres?|candidats?|remise|${HEAVY}|${LIGHT}`;
const MODEL = fr`maquettes?|modeles?`;
const OPTIONAL = fr`(?:cet envoi|cette remise|ce depot|elle|il) est facultati(?:f|ve)`;
function demand(value: SampleRead, sentence: Sentence): Echantillon | undefined {
  const { passage } = sentence;
  const head = passage.table?.header.cells.map((c) => c.folded) ?? [];
  const titles = [...passage.section.chain.map((s) => s.title), passage.rowLabel?.folded ?? '', ...head].join(' ; ');
  const thing = value.thing || (value.scale && has(titles, THING));
  if (!thing || sentence.has(EXECUTION) || sentence.has(CATALOGUE) || sentence.next?.has(OPTIONAL)) return undefined;
  // The list of what an offer holds: « - un prototype fonctionnel », after « Les candidats remettent : ».
  const lead = passage.list ? passage.lead : undefined;
  const asked =
    value.asked || isLabelled(sentence) || (!sentence.has(NOT_ASKED) && lead?.has(ASKED) === true && lead.has(WHO));
  const who = value.who || lead?.has(WHO) === true || has(titles, ABOUT);
  if (!asked || !who) return undefined;
  if (lead?.has(NOT_ASKED) || lead?.has(EXECUTION)) return undefined;
  return { lourd: isCostly(value, sentence), at: sentence.span, sentence };
}

/** « Prototype : un banc par candidat », on a line or in a row of what is asked. */
const KEYED =
  /^[^a-z]*(?:echantillons?|maquettes?|prototypes?|specimens?|demonstrateurs?)(?: (?:demande|exige|requis|attendu|a (?:remettre|fournir|joindre|presenter))e?s?)? ?: (?!aucun|neant|non|sans objet|facultati|pas )/;
const isLabelled = (s: Sentence): boolean => {
  const row = s.passage.rowLabel;
  return (
    !s.has(NOT_ASKED) && KEYED.test(row && row !== s.passage ? `${row.folded.trim()} : ${s.folded.trim()}` : s.folded)
  );
};

function isCostly({ heavy, scale, costly, borne }: SampleRead, sentence: Sentence): boolean {
  if (isCheap(sentence)) return false;
  return heavy || scale || costly || ((borne || sentence.next?.has(BORNE) === true) && sentence.has(MODEL));
}

/** « soit 300 heures d'atelier », « d'un coût de 8 000 € »: what an object costs the tenderer. */
const LONG_WORK = fr`[0-9]+ (?:heures|jours|semaines|mois) (?:de travail|de fabrication|d'atelier|de conception|de montage)|(?:d'un coût|coûte|d'une valeur|budget)(?: [a-z]+){0,3} [0-9 ]+ ?(?:€|euros)`;
const isLongWork: Reading<boolean> = (folded) => has(folded, LONG_WORK);
/** The cell beside « Maquette », in the table of what an offer holds. */
function isPartOfOffer(passage: Passage): boolean {
  const { table } = passage;
  const label = table?.rowOf(passage)?.cells[0];
  if (!table || !label || label === passage || !label.has(THING) || passage.has(EXECUTION)) return false;
  return table.header.cells.some((c) => c.has(ABOUT)) || passage.section.chain.some((s) => s.heading?.has(ABOUT));
}

/** Titles under which objects are asked for. */
const THINGS = fr`${HEAVY}|${LIGHT}|essais?`;

/** « Les candidats la verront grandeur nature »: it is shown to them. */
const SEEN = fr`(?:candidats?|équipes?|soumissionnaires?|concurrents?|participants?|vous|ils|elles) (?:la |le |les |l')?(?:verr(?:ont|ez|a)|voi(?:ent|t)|découvr[a-z]+|observ[a-z]+)`;

/** Objects that are heard to be asked for and to cost much, in sentences in which expressions read no demand. */
function heardDemands(piece: Piece, known: readonly Echantillon[]): Echantillon[] {
  const asked = new Set(saying(piece, 'offres/objet-demande').map(({ sentence }) => sentence));
  const optional = new Set(saying(piece, 'offres/objet-facultatif').map(({ sentence }) => sentence));
  // A buyer who refuses to pay for it knows that it costs.
  const isRefused = refusals(piece).length > 0;
  return saying(piece, 'offres/objet-couteux').flatMap((one): Echantillon[] => {
    const { sentence } = one;
    if (one.surety !== 'sure' && !asked.has(sentence) && !isRefused) return [];
    const isNamed = sentence.has(THING) || sentence.section.under(THINGS);
    if (!isNamed && (sentence.has(PAPERS) || !(sentence.has(COSTLY) || sentence.has(LONG_WORK)))) return [];
    if (isCheap(sentence) || known.some((d) => d.sentence === sentence)) return [];
    const isLeft = [sentence, sentence.next].some((s) => s && optional.has(s));
    if (isLeft || sentence.has(SEEN) || [NOT_ASKED, CATALOGUE, EXECUTION, OTHER_SENSE].some((p) => sentence.has(p)))
      return [];
    return [{ lourd: true, at: sentence.span, sentence, doubt: hearing(one) }];
  });
}

/** « Chaque candidat installe à ses frais une cellule complète, qu'il fait tourner trois semaines »: what is set up costs, whatever it is called. */
const SETS_UP = fr`(?:install|équip|aménag|mont|construi|fabriqu|déploi|implant|exploit|apport|pos|livr)(?:e|ent|t|sent|era|eront|ra|ront|ez|erez)|(?:me(?:t|ttent|ttez|ttra|ttront)|fai(?:t|tes)|f(?:ont|era|eront)) (?:en place|en service|en route|à disposition|évoluer|fonctionner|tourner|construire|fabriquer|installer|poser)`;
const AT_THEIR_COST = fr`(?:à|aux) (?:leurs?|ses|sa|son|vos|votre) (?:seuls? |propres? |entiers? )?(?:frais|charge|compte)|(?:aux frais|à la charge)(?: exclusive| entière)? (?:d[eu]s? (?:candidat|soumissionnaire|participant|concurrent)s?|de (?:celui-ci|ceux-ci|chacun|l'intéressé|son auteur))`;
/** It is there for weeks, or was made for this. */
const LASTS = fr`(?<!(?:en|dans|sous|les|ces) )(?:deux|trois|quatre|cinq|six|huit|dix|douze|\d+) (?:semaines|mois)|(?:construit|conçu|fabriqué|réalisé|développé|assemblé|adapté)(?:e|s|es)? (?:pour (?:la circonstance|l'occasion|cet essai|cette épreuve|les besoins de)|spécialement|sur mesure|tout exprès)|en état de marche`;
/** « montent leur dossier à leurs frais »: papers and trips, which everyone pays for himself. */
const PAPERS = fr`dossiers?|mémoires?|pièces?|certificats?|signature|déplacements?|visites?|copies?|plis?|dépôts?|validité|comment|(?:décri|expliqu|indiqu)[a-z]*`;

/** What candidates set up at their own cost for long, in the sentence and the two after. */
function setUp({ draft }: Piece): Echantillon[] {
  return draft.sentencesWith(SETS_UP).flatMap((sentence): Echantillon[] => {
    const { passage } = sentence;
    const at = passage.sentences.indexOf(sentence);
    const told = passage.sentences.slice(at, at + 3);
    const isAsked = sentence.has(CANDIDATE) && told.some((s) => s.has(AT_THEIR_COST)) && told.some((s) => s.has(LASTS));
    const not = [NOT_ASKED, CATALOGUE, EXECUTED, PAPERS];
    if (!isAsked || isCheap(sentence) || not.some((p) => sentence.has(p))) return [];
    return [{ lourd: true, at: sentence.span, sentence }];
  });
}
const CANDIDATE = fr`(?:le|les|chaque|tout|tous les|chacun des) (?:candidats?|soumissionnaires?|participants?|concurrents?|finalistes?|équipes?)|vous`;
const EXECUTED = fr`titulaires?|attributaires?|après (?:la )?notification|en cours d'exécution|livrables?|lauréats?`;

/** Sentences that surely refuse a prime. */
const refusals = (piece: Piece): readonly Sentence[] =>
  saying(piece, 'offres/prime-refusee').flatMap(({ sentence, surety }) => (surety === 'sure' ? sentence : []));

/** Where a prime is heard to be paid, and is neither refused nor another, nor what the object costs. */
function primesHeard(piece: Piece): readonly Sentence[] {
  const refused = new Set(saying(piece, 'offres/prime-refusee').map(({ sentence }) => sentence));
  const costly = new Set(saying(piece, 'offres/objet-couteux').map(({ sentence }) => sentence));
  const isShut = refusals(piece).length > 0;
  const sums = [...sumsHeard(piece.draft)].filter(
    ([s, all]) => !costly.has(s) && all.some(({ role }) => role === 'prime'),
  );
  const said = saying(piece, 'offres/prime-versee').filter(({ surety }) => surety === 'sure' || !isShut);
  const paid = [...said.map(({ sentence }) => sentence), ...sums.map(([s]) => s)];
  return [...new Set(paid)].filter(
    (s) => isTold(s) && !refused.has(s) && !has(s.folded, NO_PRIME) && !s.has(OTHER_PRIME),
  );
}

/** Samples, models and prototypes that the candidates must hand in, and the prime they are given. */
export const echantillons = defineFact<Echantillons>({
  id: 'echantillons',
  title: 'Échantillons, maquettes et prototypes demandés',
  read(piece: Piece) {
    const demandes: Echantillon[] = [];
    const primes: Sentence[] = [];
    const bought = isBought(piece);
    for (const { value, sentence } of piece.draft.collect(read)) {
      const found = value.prime ? undefined : demand(value, sentence);
      const isOfOffer = !bought || [sentence, sentence.passage.lead].some((p) => p?.has(WITH_OFFER));
      if (found && isOfOffer) demandes.push(found);
      if (value.prime) primes.push(sentence);
    }
    for (const passage of piece.draft.passagesWith(isLongWork)) {
      const sentence = passage.sentences[0];
      if (sentence && isPartOfOffer(passage) && !demandes.some((d) => d.sentence.passage === passage))
        demandes.push({ lourd: true, at: passage.span, sentence });
    }
    const known = new Set(demandes.map(({ sentence }) => sentence));
    demandes.push(...setUp(piece).filter(({ sentence }) => !known.has(sentence) && !primes.includes(sentence)));
    primes.push(...primesHeard(piece).filter((sentence) => !primes.includes(sentence)));
    return {
      demandes: [...demandes, ...heardDemands(piece, demandes).filter(({ sentence }) => !primes.includes(sentence))],
      primes,
    };
  },
  show({ demandes, primes }) {
    if (demandes.length === 0) return undefined;
    return {
      demandes: demandes.map(({ lourd, sentence }) => ({ texte: sentence.text, investissement: lourd })),
      primes: primes.map((s) => s.text),
    };
  },
});
