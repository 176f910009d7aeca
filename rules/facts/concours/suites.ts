import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has, type Match } from '../../kit/text.ts';
import { answering, clauseOf, hearing, telling } from '../commun/index.ts';

/** A contract with the winner. */
export interface Contract {
  readonly sentence: Sentence;
  readonly at: Span;
  /** It is called one. */
  readonly announced: boolean;
  readonly doubt?: Doubt;
}

export interface Suites {
  /** A contract that is to follow with the winner: where, and whether it is called a contract. Undefined when none is. */
  readonly contract: Contract | undefined;
  /** Where the text says that none follows. */
  readonly refused: Span | undefined;
  /** How its price stands to the prime: taken into account, or expressly not. Undefined when nothing is said. */
  readonly deduction: 'counted' | 'apart' | undefined;
  /** The sentence that says so. */
  readonly deductionAt: Span | undefined;
}

const WINNER =
  "(?:[dl]')?(?:laureat(?:e?s)?|laureate|gagnante?s?|vainqueurs?|equipes? (?:laureates?|gagnantes?|retenues?|victorieuses?)|(?:projet|candidat|concurrent|groupement|concepteur)s? (?:laureats?|retenus?|gagnants?|classes? premiers?)|(?:auteurs?|concepteurs?|createurs?) d[ue]s? (?:projets?|oeuvres?|propositions?) (?:choisie?s?|retenue?s?|laureate?s?|primee?s?|designee?s?|classee?s? premiere?s?)|premier(?:e)? (?:du classement|classee?)|l'attributaire du concours)";
const CONTRACT =
  "(?:[dl]')?(?:marches?(?! (?:du travail|de l'emploi|locaux?|existants?))(?: publics?)?(?: [a-z'-]+){0,4}|accords?-cadres?|contrats?(?! (?:de )?(?:cession|licence|travail))|commandes?|mission(?:s)? de maitrise d'oeuvre)";
const GIVES =
  "(?:attribue(?:r|ra|e|es|s)?|conclu(?:re|ra|s|e|es|t)?|confie(?:r|ra|e|es)?|passe(?:r|ra|e|es)?|signe(?:r|ra|e)?|negocie(?:r|ra|e|s|es)?|notifie(?:r|ra)?|propose(?:r|ra)?|suivi(?:e)? d'|donne(?:ra)? lieu|titulaire|debouche(?:ra)? sur|beneficie(?:ra)? d|invit(?:e|es|er|era)|attribution|conclusion|obtien(?:t|dra)|remporte(?:ra)?|aboutir(?:a)? a)";
const ANNOUNCED = fr`${GIVES},?(?: [a-z0-9',-]+){0,22}? ${CONTRACT},?(?: [a-z0-9',-]+){0,16}? ${WINNER}|${CONTRACT},?(?: [a-z0-9',-]+){0,16}? ${GIVES},?(?: [a-z0-9',-]+){0,12}? ${WINNER}|${WINNER},?(?: [a-z0-9',-]+){0,10}? ${GIVES},?(?: [a-z0-9',-]+){0,14}? ${CONTRACT}|${GIVES},?(?: [a-z',-]+){0,6}? ${WINNER},?(?: [a-z',-]+){0,9}? ${CONTRACT}|r\.? ?2122-6|(?:concours|hackathon|défi),?(?: [a-z',-]+){0,4} (?:sera|est) suivi d'un(?: [a-z]+){0,2}? (?:marché|accord-cadre|contrat)|négoci(?:ation|era|er|e),?(?: [a-z',-]+){0,6} avec (?:le |les |l'un des |la )?${WINNER}|à l'issue du (?:concours|hackathon|défi),?(?: [a-z',-]+){0,10} (?:marché|accord-cadre|contrat),?(?: [a-z',-]+){0,10} ${GIVES}|${WINNER},?(?: [a-z',-]+){0,3} (?:deviendra|devient|sera) (?:le )?titulaire`;
const WORK =
  "(?:[dl]')?(?:acheve[rz]?|achever|realise[rz]?|developpe[rz]?|construi(?:re|ra)|deploye[rz]?|deploie(?:ra)?|industrialise[rz]?|integre[rz]?|finalise[rz]?|mettre en (?:oeuvre|service|place|production)|execute[rz]?|produire|concevoir|poursuivre|maintenir|installe[rz]?|realisation|developpement|mise en (?:oeuvre|service|place|production)|execution|construction|deploiement|industrialisation|suite(?:s)? de l'operation|maitrise d'oeuvre|conception detaillee|fabrication|amenagement|travaux)";
const TACIT = fr`${WINNER},?(?: [a-z',-]+){0,3} (?:sera|seront|est|sont) (?:ensuite |alors )?(?:chargée?s?|rémunérée?s?|payée?s?|missionnée?s?|sollicitée?s? pour|retenue?s? pour|appelée?s? à|tenue?s? de),?(?: [a-z0-9',-]+){0,8}? ${WORK}|${WINNER},?(?: [a-z',-]+){0,2} (?:se verra|se voit|se verront),?(?: [a-z',-]+){0,3} (?:confiée?r?|confier|attribuer),?(?: [a-z',-]+){0,6}? ${WORK}|(?:confie(?:ra)?|confiera|confiée?s?),?(?: [a-z',-]+){0,6}? (?:à|au|aux) (?:la |l'|le )?${WINNER},?(?: [a-z',-]+){0,8}? ${WORK}|(?:${WORK}|(?:[dl]')?(?:oeuvres?|projets?|ouvrages?)),?(?: [a-z',-]+){0,10}? (?:sera|seront|est|sont) (?:ensuite |alors )?(?:confiée?s?|commandée?s?|achetée?s?) (?:à |au |aux )?(?:la |l')?${WINNER}|${WINNER},?(?: [a-z',-]+){0,2} (?:achèvera|réalisera|développera|construira|déploiera|industrialisera|intègrera|intégrera|finalisera|mettra en (?:oeuvre|service|place)|exécutera|assurera),?(?: [a-z0-9',-]+){0,16}? (?:moyennant|pour (?:un (?:montant|prix)|la somme)|contre (?:un|une|le)|rémunér)|${WINNER},?(?: [a-z',-]+){0,2} (?:dirige|conduit|conduira|mène|suit|suivra|pilote|assure|exécute)(?:ra|ront|nt)? (?:[a-z']+ ){0,2}?(?:[dl]')?(?:exécution|travaux|chantier|réalisation|construction|maîtrise d'oeuvre|fabrication)`;
const REFUSED = fr`(?:aucun|sans|ni|pas (?:de|d')|aucune)(?: [a-z]+){0,2}? (?:${CONTRACT})|n'(?:emporte|engage|entraîne|implique|est suivi d|ouvre),?(?: [a-z',-]+){0,8} (?:marché|contrat|commande)s?|ne (?:donne(?:ra)?|débouche(?:ra)?|sera|conduit|vaut|confère|garantit|constitue),?(?: [a-z',-]+){0,9} (?:marché|contrat|commande)s?`;
/** Another competition comes first: the winner gets nothing by right. */
const COMPETED = fr`(?<!sans )(?<!ni )(?:nouvelle|nouveau|autre|ultérieure?|distincte?|séparée?|fera l'objet d'une|après|par une|soumise? à) (?:[a-z]+ ){0,2}?(?:mise en concurrence|consultation|procédure|appel d'offres)|mettra en concurrence|sera mis en concurrence`;
const COUNTED = fr`(?:primes?|indemnités?|dotations?|sommes? (?:reçues?|versées?|perçues?|allouées?|octroyées?|attribuées?)),?(?: [a-z0-9',()-]+){0,18}? (?:[sd]')?(?:dédui(?:te?s?|re|t|sent|ra)|déduction|impute(?:r|e|ra|nt)?|imputée?s?|imputation|avance|diminution|acompte|à-valoir|à valoir sur|précompte|incluse?|comprise|défalquée?s?|prise?s? en compte|viendra en)|(?:tien(?:t|dra|nent|dront)|tenant|tenu|prend(?:ra)?|prise?) (?:en )?compte (?:de |du )?(?:[a-z']+ ){0,5}?(?:[dl]')?(?:primes?|indemnités?|dotations?|somme)|(?:dédui(?:t|te|re|ra|te)s?|déduction(?: faite)?|imput[a-zé]+|minor[a-zé]+|diminu[a-zé]+|net(?:te)?),?(?: [a-z',-]+){0,8}? (?:[dl]')?(?:primes?|indemnités?|dotations?)|intègre(?:ra)? (?:[a-z]+ ){0,3}?(?:l')?(?:prime|indemnité)`;
const APART = fr`(?:primes?|indemnités?|dotations?)(?: [a-z',-]+){0,4} (?:non|pas) (?:dédui|imput|défalqu|compri|inclu|prises? en compte)[a-zé]*|(?:primes?|indemnités?|dotations?),?(?: [a-z0-9',€-]+){0,14}? (?:s'ajoute(?:nt|ra)?|se cumule(?:nt|ra)?|reste(?:nt|ra)? acquise?s?|est cumulable|en sus|en plus|est sans incidence)|(?:n'est|ne (?:vient|viendra|sera|s'impute|sont)|sans|n'a),?(?: [a-z',-]+){0,7} (?:dédui[a-z]+|déduction|imput[a-zé]+|compte (?:de|des)|incidence|rapport),?(?: [a-z',-]+){0,8}|indépendamment (?:de |des )?(?:la |toute )?primes?|ne tien(?:t|dra) pas compte|en sus de (?:la|sa) prime|s'ajoute (?:à|au)(?: [a-z]+){0,2} prime|indépendante?s? de la prime`;

/** « L'équipe retenue garde la sienne, qui vient en plus du prix de son marché »: under a title on the prime, which is not named again. */
const APART_TOO = fr`(?:la sienne|celle-ci|celle du lauréat|celle (?:versée|remise|allouée|attribuée|reçue|perçue) (?:à|au|par) [a-z' ]{2,40}?|elle|cette somme),?(?: [a-z',-]+){0,4} (?:vien(?:t|dra) en (?:plus|sus)|s'ajoute(?:ra)?|se cumule(?:ra)?|en (?:plus|sus)) (?:[a-z']+ ){0,5}?(?:prix|rémunération|honoraires|forfait|marché)`;
const PRIME_TITLE = fr`primes?|indemnités?`;
const isApartToo = (s: Sentence): boolean => {
  const match = s.find(APART_TOO);
  return match !== undefined && s.section.under(PRIME_TITLE) && !UNSAID.test(s.folded.slice(0, match.to));
};
/** « La somme versée reste au lauréat. Le prix du marché est fixé sans en tenir compte. »: the sentence before names it. */
const WITHOUT_IT = fr`sans (?:l'(?:en )?(?:imputer|déduire)|la (?:déduire|retrancher)|en tenir compte|en (?:déduire|imputer|retrancher)[a-z ]{0,20})|(?:n'en (?:tient|tiendra|tiendront|tiennent)|n'en (?:est|sera) (?:pas )?tenu)(?: pas| aucun)? compte`;
const isWithoutPrize = ({ folded, previous, passage }: Sentence): boolean =>
  previous?.passage === passage && previous.has(NAMES_PRIZE) && has(folded, WITHOUT_IT) && has(folded, PAID_FOR);
const NAMES_PRIZE = fr`primes?|indemnités?|dotations?|sommes? (?:reçues?|versées?|perçues?|allouées?|gagnées?|remises?)`;
const PAID_FOR = fr`(?:prix|forfaits?|rémunération|honoraires|montant)[^.;]{0,30} (?:marché|contrat|lauréat|mission)`;

/** « Estimé à 90 000 € HT, primes non comprises »: what an estimate leaves out, and not how the contract is paid. */
const ESTIMATED = fr`estim(?:ée?s?|ations?)|évalu(?:ée?s?|ations?)`;

interface Mention {
  readonly contract?: { readonly match: Match; readonly announced: boolean };
  readonly refused?: Match;
  readonly deduction?: { readonly kind: 'counted' | 'apart'; readonly match: Match };
}

function deductionIn(phrase: Phrase): Pick<Mention, 'deduction'> | undefined {
  if (!phrase.has(fr`primes?|indemnités?|dotations?|sommes?`)) return undefined;
  const apart = phrase.has(ESTIMATED) ? undefined : phrase.find(APART);
  if (apart) return { deduction: { kind: 'apart', match: apart } };
  const counted = phrase.find(COUNTED);
  return counted && { deduction: { kind: 'counted', match: counted } };
}

/** A contract that follows, or that is refused; none where another competition comes first. */
function contractIn(phrase: Phrase): Omit<Mention, 'deduction'> | undefined {
  if (!phrase.has(fr`${WINNER}|marchés?|contrats?|r\.? ?2122-6|accords?-cadres?|commandes?`)) return undefined;
  const announced = phrase.find(ANNOUNCED);
  const refused = phrase.find(REFUSED);
  if (refused && (!announced || has(clauseOf(phrase.folded, announced), REFUSED))) return { refused };
  if (phrase.has(COMPETED)) return undefined;
  if (announced) return { contract: { match: announced, announced: true } };
  const tacit = phrase.find(TACIT);
  if (!tacit || has(clauseOf(phrase.folded, tacit), fr`n'est|ne sera|aucune?|ni`)) return undefined;
  const isNamed = phrase.has(fr`marchés?|contrats?(?! de cession)|accord-cadre`);
  return { contract: { match: tacit, announced: isNamed } };
}

const read = (phrase: Phrase): Mention | undefined => {
  const deduction = deductionIn(phrase);
  const contract = contractIn(phrase);
  return deduction || contract ? { ...deduction, ...contract } : undefined;
};

/** « Prime | déduite du premier acompte »: the label of the row says of what. */
const TAKEN_OFF = fr`(?:dédui|déduc|imput|défalqu|précompt)[a-zé]*|en (?:avance|diminution|moins)|acompte`;
const PRIZE = fr`\d+ ?(?:€|euros)|primes?|indemnités?|dotations?|sommes?|elle|celle-ci|montants?|récompenses?|prix`;
const BOUGHT = fr`marchés?|contrats?|accords?-cadres?|commandes?|honoraires`;
const UNSAID = /(?<![a-z])(?:ne|ni|sans|pas)(?![a-z])|(?<![a-z])n'/;
/** Of rights, and no purchase. */
const CEDED = fr`cessions?|cèd(?:e|ent|era)|licences?|droits`;

/** « L'équipe lauréate se verra attribuer la somme de 3 000 € »: the prize, and no contract. */
const isOfPrize = (s: Sentence): boolean =>
  /\d ?(?:€|euros)/.test(s.folded) && s.has(PRIZE) && !s.has(BOUGHT) && !s.has(fr`${WORK}|prestations?|missions?`);

/** What follows the choice of the winner: a contract, none, and how its price stands to the prime. */
export const suites = defineFact<Suites>({
  id: 'concours-suites',
  title: 'Suites du concours',
  read(piece) {
    const { draft } = piece;
    const found = draft.collect(read);
    const contracts = found.flatMap(({ value: { contract }, sentence }): Contract[] =>
      contract && !sentence.passage.heading?.level
        ? [{ sentence, at: sentence.at(contract.match), announced: contract.announced }]
        : [],
    );
    const ofPrime = new Set(found.flatMap((f) => (f.value.deduction ? [f.sentence] : [])));
    const heard = (concept: string, announced: boolean) =>
      contracts.length > 0
        ? []
        : telling(piece, concept)
            .filter(
              ({ sentence: s }) =>
                !s.has(COMPETED) && !s.has(REFUSED) && !s.has(CEDED) && !ofPrime.has(s) && !isOfPrize(s),
            )
            .map((one) => ({ sentence: one.sentence, at: one.sentence.span, announced, doubt: hearing(one) }));
    contracts.push(...heard('concours/marche-au-laureat', true), ...heard('concours/suite-sans-marche-annonce', false));
    const refused = found.find((f) => f.value.refused);
    const apart = found.find((f) => f.value.deduction?.kind === 'apart');
    const apartToo =
      draft.sentencesWith(APART_TOO).find(isApartToo) ?? draft.sentencesWith(WITHOUT_IT).find(isWithoutPrize);
    const inRow = draft.tables
      .flatMap((t) => t.rows)
      .filter(({ cells }) => cells[0]?.has(fr`primes?|indemnités?|dotations?`))
      .flatMap(({ cells }) => cells.slice(1))
      .find((c) => c.has(TAKEN_OFF) && !c.has(fr`ne|n'[a-z]+|ni|sans|aucune?`));
    const said = apart ?? found.find((f) => f.value.deduction);
    const counted =
      said || inRow
        ? undefined
        : answering(
            piece,
            'concours/prime-deduite',
            (s, sure) => s.has(PRIZE) && (sure ? s.has(BOUGHT) : s.has(TAKEN_OFF)),
          );
    return {
      contract: contracts.find((c) => c.announced) ?? contracts[0],
      refused: refused?.sentence.at(refused.value.refused),
      deduction: apartToo ? 'apart' : (said?.value.deduction?.kind ?? ((inRow ?? counted) && 'counted')),
      deductionAt: apartToo?.span ?? said?.sentence.span ?? inRow?.span ?? counted?.span,
    };
  },
  show: ({ contract, refused, deduction }) =>
    contract || refused
      ? {
          marche: contract ? (contract.announced ? 'annoncé' : 'tacite') : 'aucun',
          ...(deduction && { prime: deduction }),
        }
      : undefined,
});
