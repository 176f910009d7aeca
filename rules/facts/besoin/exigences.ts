import type { Passage, Sentence } from '../../kit/draft.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { PassageContent } from '../../kit/markdown/block.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { unfolded, withHeard } from '../commun/index.ts';
import parties from '../words/pi-parties.json' with { type: 'json' };
import { announced, isMeasuredBeside } from './exigences-annonce.ts';
import { type Identified, INFINITIVE, identified, LEVEL_COLUMN } from './exigences-fonctions.ts';
import { isMeasured, statesLevel } from './exigences-mesure.ts';
import { isAim, isLegend, isNameOfLot } from './exigences-noms.ts';
import { isOfRank, repeatsName, saysNothing } from './exigences-rien.ts';
import { isFast, MEASURE, turnsAway } from './exigences-suite.ts';
import {
  isOfOtherSense,
  isVagueLabel,
  VAGUE_WORD,
  type Vague,
  vagueDuty,
  vagueIn,
  vagueWordsIn,
} from './exigences-vague.ts';
import { standsInDescription } from './references-existant.ts';

/** A requirement written with a verb of obligation. */
export interface Exigence {
  readonly sentence: Sentence;
  readonly at: Span;
  /** Words that cannot be assessed, by which alone it is qualified; empty when it has others. */
  readonly vague: readonly Vague[];
  /** A number, standard, test, period or reference stands in it, its list, its row, the sentence that goes on, or the identified requirement that holds it. */
  readonly measured: boolean;
  /** The identified function or requirement that it belongs to. */
  readonly of: Fonction | undefined;
  readonly doubt?: Doubt;
}

/** An identified function or requirement. */
export interface Fonction extends Identified {
  /** What it states: a level or criterion; a result in words; only vague words; nothing. */
  readonly states: 'niveau' | 'resultat' | 'vague' | 'rien';
}

export interface Exigences {
  readonly modales: readonly Exigence[];
  readonly fonctions: readonly Fonction[];
}

const MODAL = fr`doit|doivent|devra|devront|devant (?:être|rester|présenter|offrir|assurer|garantir)|(?:est|sont|sera|seront) tenue?s? d(?:e|u|es)?|(?:s'engage|s'engagent|s'engagera) à|il (?:est|sera) (?:[a-z]+ )?(?:exigé|demandé|requis|attendu|impératif|nécessaire|indispensable)|(?:est|sont|sera|seront) (?:[a-z]+ )?(?:exigée?s?|requise?s?|attendue?s?|impérati(?:f|ve)s?|imposée?s?|demandée?s?)|il convient|impérativement|obligatoirement|veill(?:er|era|eront|erez|ez)|être veillé|se doi(?:t|vent)|(?:pren(?:d|nent|dra|dront|ez|drez)|aura|auront|aurez) (?:garde|soin|à cœur)|(?:fai|fe)[a-z]+ en sorte|(?<!qui )(?:se |s')(?:attach|efforc|appliqu)[a-z]+ (?:à|de|d')|(?:font|fait|fera|feront) (?:[a-z]+ )?preuve d(?:e|')|sa(?:it|vent|ura|uront) (?:se montrer|rester|faire preuve|garder|s'adapter|être)|prend(?:ra|ront|rez)? tou(?:te|tes|s)(?= )`;
const CONTRACTOR_VERB = fr`(?:titulaire|prestataire|attributaire|fournisseur|entrepreneur|entreprise|mainteneur|hébergeur|intégrateur|il|elle) (?:[a-z']+ )?(?:intervient|interviendra|assure|assurera|garantit|garantira|répond|répondra|informe|informera|corrige|corrigera|remplace|remplacera|livre|livrera|met|mettra|rend|rendra|fournit|fournira|procède|procédera|effectue|effectuera|transmet|transmettra|traite|traitera|alerte|alertera)`;
const PRODUCT_FUTURE = fr`(?<!qui )(?:se |s')[a-z]+(?:era|eront|ira|iront)|(?:sera|seront|restera|resteront|présentera|présenteront|offrira|offriront)`;
/** « Les clés sont rendues sans tarder par le prestataire » */
const BY_CONTRACTOR = fr`(?:est|sont) [^.;]{3,60} par (?:le |l')(?:titulaire|prestataire|attributaire|fournisseur|entrepreneur|entreprise|mainteneur)`;
/** The buyer's own duties, and how the tender is to be written, are no requirement of the need. */
const NOT_NEED = fr`(?:l'acheteur|le pouvoir adjudicateur|l'entité adjudicatrice|le maître d'ouvrage|l'administration|la personne publique|le donneur d'ordres?|les candidats?|le candidat|le soumissionnaire|les soumissionnaires) (?:[a-z']+ ){0,3}(?:doit|doivent|devra|devront|s'engage|est tenu|sera|veille)|réputée?s?|éléments? de réponse|réponses? (?:(?:des?|du|de l'|de chaque|d'une?) ?(?:candidat|soumissionnaire|concurrent|entreprise|opérateur|participant)|apportées? (?:par|dans|à) [^.;]{0,40}(?:candidat|soumissionnaire|concurrent|questionnaire|dossier|mémoire|offre))[a-z]*|mémoire technique|son offre|leur offre|note méthodologique|doit permettre (?:d'apprécier|de juger)`;

const BUYER = `(?:nous|(?:l'|la |le |les )?(?:${parties.acheteur.join('|')}|lycee|college|hopital|centre hospitalier|universite))`;
/** « La commune notifiera au titulaire… dans les meilleurs délais »: what the buyer does himself. */
const BUYER_DOES = new RegExp(
  `^[^a-z]*(?:(?:en cas|lors|apres|avant|des|si|pour|dans) [^,;.]{3,90}, )?${BUYER}(?: (?:de |du |d'|des )[a-z' -]{2,40}?)?,? (?:[a-z]+ ){0,2}?(?:notifi|transm|communiqu|inform|fourni|remet|remett|met|mett|prend|prendr|proced|repond|valid|adress|s'efforc|s'attach|s'engag|se doi|veill|assur|facilit)[a-z]*(?![a-z])`,
);
/** « Informé de la volonté de la commune de… », « poursuivre sa stratégie d'achat »: what the buyer wishes, which binds no one. */
const BUYER_WISH = new RegExp(
  `(?<![a-z])(?:inform|conscien|avis|sensibilis)[a-z]* (?:de la|du|des) (?:volonte|souhait|politique|strategie|ambition|demarche|engagement|priorite)s?(?![a-z])|${BUYER} [^.;]{0,120}(?<![a-z])(?:sa|leur|notre|cette|une) (?:[a-z]+ )?(?:strategie|politique|ambition|feuille de route)(?![a-z])`,
);
const isOfBuyer = (phrase: Phrase | Sentence): boolean =>
  BUYER_DOES.test(phrase.folded) || BUYER_WISH.test(phrase.folded);

/** « Prise en main : la plus aisée possible » */
const AS_BEST = / : (?:le|la|les) (?:plus [a-z-]+|meilleure?s?|moindres?) possibles?(?![a-z])/;

const read = (phrase: Phrase): readonly Vague[] | undefined => {
  if (![MODAL, CONTRACTOR_VERB, PRODUCT_FUTURE, BY_CONTRACTOR, AS_BEST].some((p) => phrase.has(p))) return undefined;
  if (phrase.has(NOT_NEED) || isOfBuyer(phrase)) return undefined;
  const vague = vagueDuty(phrase.folded);
  return vague.length === 0 ? undefined : vague;
};

/** What may be a requirement by what announces it: an item, a cell, « Clé : valeur ». */
const readAnnounced = (phrase: Phrase, passage: PassageContent): true | undefined =>
  phrase.has(VAGUE_WORD) &&
  (passage.list !== undefined || passage.cell !== undefined || (passage.kind === 'paragraph' && phrase.has(KEYED))) &&
  !phrase.has(NOT_NEED) &&
  !isOfBuyer(phrase) &&
  !OF_FORMULA.test(phrase.folded) &&
  read(phrase) === undefined
    ? true
    : undefined;
const KEYED = / : /;
/** « F = flux nécessaire, en lumens »: what a letter of a formula stands for. */
const OF_FORMULA = /^[^a-z0-9]*[a-z]{1,3}\d? ?= /;

/** « au », « a », « 30 » prove nothing alone: the words around a requirement that give it its measure. */
function isMeasuredAround(sentence: Sentence): boolean {
  const { passage, next } = sentence;
  if (isMeasured(sentence.folded.replace(ALWAYS, ' '))) return true;
  if (next && isMeasured(next.folded.replace(LAWFUL, ' ').replace(LEADS, ' ')) && !turnsAway(sentence, next))
    return true;
  if (passage.items.some((p) => isMeasured(p.folded))) return true;
  return isMeasuredInRow(sentence) || followsUp(passage);
}

/** A cell of the row gives the measure: not a number alone, nor how often or how much where how well is asked. */
function isMeasuredInRow({ passage, folded }: Sentence): boolean {
  const cells = passage.table?.rowOf(passage)?.cells ?? [];
  const others = cells.filter((c, i) => c !== passage && i > 0);
  const counts = (c: Passage) =>
    !OF_RHYTHM.test(folded) && !isFast(folded) && passage.table?.headerOf(c)?.has(COUNT_COLUMN) === true;
  return others.some(
    (c) =>
      !counts(c) &&
      (isLevelCell(c) || (isMeasured(c.folded) && !/^ ?(?:\d{1,3}|[a-z]{1,4}[ .-]?\d{1,3}) ?$/.test(c.folded))),
  );
}
/** « Passages | 2 fois par jour », beside « un état irréprochable » */
const COUNT_COLUMN = fr`passages?|fréquences?|périodicités?|rythmes?|quantités?|qté|surfaces?|m2|nombre`;
const OF_RHYTHM = /reguli|frequen|period|souvent|interval|rythme|suffisan/;

/** « Elles portent le marquage CE et sont conformes aux normes »: what any thing must be, and no measure of the one before. */
const LAWFUL =
  /(?<![a-z])conformes? (?:a|aux?) (?:toutes? )?(?:la |les |l')?(?:normes?|reglementations?|legislation|reglements?)(?: (?:et (?:reglements?|normes?|lois?)|ce|francaises?|europeennes?|en vigueur|applicables?|de securite|d'hygiene))*(?! ?(?:n ?°|nf|en|iso|[a-z]+ ?\d|\d))(?![a-z])/g;
/** « Il exécute les tâches suivantes : … »: a list begins, whose figures are of its items. */
const LEADS =
  /(?<!(?:delai|duree|niveau|taux|seuil|critere|indicateur|objectif|valeur|mesure|resultat|exigence|condition|caracteristique|regle|modalite|frequence|periodicite|plage|horaire|performance)[sx]? )suivante?s? ?:.*/g;
/** « Présente en permanence un aspect soigné »: when, and not how much. */
const ALWAYS = /(?<![a-z])(?:en permanence|constamment|toujours|a tout moment|en tout temps)(?![a-z])/g;
/** « Cet écran affiche les dossiers des trente derniers jours »: what the thing does, with figures of its own. */
const OF_THE_THING = new RegExp(`^ ?(?:ce|cet|cette|ces) (?!(?:${MEASURE}|exigence)s?(?![a-z]))[a-z-]{4,} `);
const BOUNDED = fr`(?:au |à )?(?:moins|plus|maximum|minimum)|jusqu'à|excèd[a-z]+|inférieure?s?|supérieure?s?|compris[a-z]* entre|normes?|tests?|essais?|mesurée?s?|vérifiée?s?`;
/** The next paragraph that goes on with « Ce délai… », « À ce titre… », « Le critère… » and measures. */
function followsUp(passage: Passage): boolean {
  const { own } = passage.section;
  let at = own.indexOf(passage) + 1;
  // What stands under a list speaks of its items.
  while (passage.list && own[at]?.list) at++;
  const next = own[at];
  if (!next || next.isTitle || next.list || next.cell) return false;
  if (OF_THE_THING.test(next.folded) && !has(next.folded, BOUNDED)) return false;
  return (
    /^ ?(?:ce|cet|cette|ces|a ce titre|a cet effet|en particulier|notamment|pour cela|concretement|ainsi|soit|le critere|le niveau|resultat)(?![a-z])/.test(
      next.folded,
    ) && isMeasured(next.folded)
  );
}

const ACTS = fr`permet(?:tre|tra|tent|tront|tant)?|peu(?:t|vent)|pouvoir|pourr(?:a|ont)|doit|doivent|devra|devront|assure(?:r|ra|nt)?|garanti(?:t|r|ra|ssent)|résultats?|critères?|niveaux?|afin (?:de|que)|affich[a-z]+|enregistr[a-z]+|envo[a-z]+|transm[a-z]+|génèr[a-z]+|calcul[a-z]+|export[a-z]+|import[a-z]+|conserv[a-z]+|restitu[a-z]+|signal[a-z]+|alert[a-z]+|bloqu[a-z]+|vérifi[a-z]+|contrôl[a-z]+|chiffr[a-z]+|notifi[a-z]+|propos[a-z]+|mesur[a-z]+|détect[a-z]+|trac[a-z]+|est capable|sont capables|résist[a-z]+ à|support[a-z]+|tient|fonctionn[a-z]+|fourni[a-z]+|produi(?:re|ra|ront|sent|sant|t (?:un|une|des|le|la|les|l'|en|au|chaque|\d)[a-z]*)|reçoi[a-z]+|est informée?|sont informée?s|tout|toute|toutes|tous|chaque|aucune?|sans`;
const PRODUCT =
  /^[ "-]*(?:le|la|l'|les|un|une|chaque) ?(?:logiciel|solution|systeme|outil|application|plate-?forme|dispositif|interface|produit|equipement|materiel|appareil|borne|capteur|vehicule|portail|site|module|titulaire|prestataire|bouee|robot|machine|ouvrage|installation|reseau|serveur|batterie|ecran|poste|unite|ensemble)s?(?![a-z])/;
/** Whom the function is for, why it is wanted, what is there today, how it ranks: none of it is a performance. */
/** « Les infirmières en sont les utilisatrices », « six agents s'en serviront »: for whom, in other words. */
const FUNCTION_USERS = fr`utilisat(?:eurs?|rices?)|(?:s'en|se) ser(?:vent|vira|viront)|(?:utile|utilis|employ|sollicit|partag|command)(?:é|ée|és|ées|e|s)? (?:par|aux?) (?:les |des |le |la |l')?[a-z]+|(?:domaine|bloc|module|chapitre|rubrique|famille|groupe|niveau|branche) [a-z0-9]{1,3} d(?:e|u) (?:la |l'|le )?(?:arborescence|nomenclature|schéma|plan|référentiel|cartographie|liste|arbre)`;
const CONTEXT = fr`(?:fonction|exigence|besoin)s? (?:intéress|concern|vis)ant|(?:cette|la présente|ces) (?:fonction|exigence)s? (?:[a-z']+ ){0,3}?(?:intéress|concern|s'adress|est|sont|a été|répond|vise|correspond|figure|relève|découle|fait|se rattach|appartien|entre|prend|repren|remplac|prolong|complèt|provien|procèd|existe|port|regroup|sert|sera|tient|class)[a-z]*|${FUNCTION_USERS}|destinataires?|destinée?s? (?:à|aux?)|s'adresse(?:nt)? (?:à|aux?)|concernée?s?|intéressée?s?|concern(?:e|ent)|intéress(?:e|ent)|bénéficiaires?|aujourd'hui|actuellement|à ce jour|jusqu'(?:ici|à présent)|(?:très |particulièrement )?(?:importante?|essentielle?|prioritaire|majeure?|primordiale?|stratégique|centrale?|attendue)s?(?: (?:pour|par|aux?))?|priorité|enjeux?|(?:est|sont) (?:souvent|parfois|régulièrement)|demandée?s? par`;
/** « Transmettre le relevé, lisible dès la fermeture de la vanne », « même de nuit »: when, or whatever happens. */
const QUALIFIED = fr`dès (?:que |qu'|la |le |l'|les |son |sa )[a-z]+|en temps réel|au fur et à mesure|instantanément|simultanément|quel(?:le)?s? que soi(?:t|ent)|même (?:de|en|par|sans|si|quand|lorsqu[e']|au|à)|(?:si|tant que|lorsque|dès que|quand) (?:l[ea]s? |l'|une? |aucune? )[a-z]+|en cas d(?:e|'une?) [a-z]+|(?:lisible|visible|audible|consultable|accessible|exploitable|modifiable|réversible|imprimable|utilisable|praticable|étanche|détectable)s? (?:par|sur|à|aux?|depuis|de|d'|en|dans|sans|dès)`;
/** « Un utilisateur ne voit que ses projets »: what he is let do, and not who he is. */
const RESTRICTED = fr`(?:une?|chaque|aucune?) [a-z]+ ne [a-z]+ (?:plus |donc )?(?:que|qu')`;
/** Whether one sentence of a function states a result: it says what the product does, does not, or lets do. */
function statesResult(folded: string): boolean {
  if (isVagueOnly(folded)) return false;
  if (has(folded, RESTRICTED)) return true;
  if (has(folded, CONTEXT)) return has(folded, fr`doit|doivent|devra|devront|permet|permettra|résultats?|critères?`);
  return has(folded, ACTS) || has(folded, QUALIFIED) || PRODUCT.test(folded);
}

/** A cell filled in under « Niveau attendu », « Critère », « Mesure »… */
const isLevelCell = (p: Passage): boolean =>
  p.cell !== undefined &&
  (p.table?.headerOf(p)?.has(LEVEL_COLUMN) ?? false) &&
  !saysNothing(p.folded) &&
  !isVagueLabel(p.folded);

const isVagueOnly = (folded: string): boolean => vagueIn(folded).length > 0 || isVagueLabel(folded);

function statementOf(f: Identified): Fonction['states'] {
  const texts = [
    ...(f.rest.replace(/^[ .:-]+/, '') ? [f.rest] : []),
    ...f.body.filter((p) => !p.isTitle).flatMap((p) => (p.cell ? [p.folded] : p.sentences.map((s) => s.folded))),
  ].filter((t) => !saysNothing(t) && !repeatsName(t, f.name) && !isOfRank(t));
  if (f.body.some((p) => isLevelCell(p) && !repeatsName(p.folded, f.name) && !isOfRank(p.folded))) return 'niveau';
  if (statesLevel(f.name) || texts.some(statesLevel)) return 'niveau';
  // In a row, « 300 comptes », « au bout de deux relances ».
  if (f.shape === 'ligne' && texts.some((t) => /[a-z]{4}/.test(t) && isMeasured(t))) return 'niveau';
  // A heading over several items or a table says what is in it.
  if (f.body.filter((p) => p.list).length > 1 || f.body.some((p) => p.cell && f.shape !== 'ligne')) return 'resultat';
  if (texts.some((t) => givesResult(f, t))) return 'resultat';
  if (((isSentence(f) || isCondition(f)) && !isVagueOnly(f.name)) || saysOutcome(f.name)) return 'resultat';
  if ([f.name, ...texts].some(isVagueOnly)) return 'vague';
  // What is long and says neither who nor why is read as a description; « mettre en relation… » is what it does.
  return texts.some((t) => t.length > 60 && !has(t, CONTEXT) && !isAudience(t) && !INFINITIVE.test(t))
    ? 'resultat'
    : 'rien';
}

/** « Bois, verre, carton »: the values that it takes, as the cell beside gives them. */
const LISTS_VALUES = /^[^.;:,]{2,30}(?:, [^.;:,]{2,30}){2,}[. ]*$/;

const givesResult = ({ shape }: Identified, text: string): boolean =>
  statesResult(text) || beginsWithCount(text) || (shape === 'ligne' && LISTS_VALUES.test(text));

/** « Quarante brochures, présentées de face »: how many of what it bears. */
const beginsWithCount = (text: string): boolean =>
  numbers(text)[0]?.from === text.search(/\S/) && !isAudience(text) && !has(text, CONTEXT);

/** « F4 – Le journal est horodaté »: its name says what comes of it. */
const isSentence = ({ name }: Identified): boolean =>
  PRODUCT.test(name) ||
  has(name, QUALIFIED) ||
  has(name, fr`doit|doivent|devra|devront|permet|permettra|peut|peuvent|pourra|pourront|est|sont`);

/** « EM-03 : localisation des données dans l'Union », among the requirements that are not negotiated: a condition, met or not. */
const isCondition = ({ kind, passage }: Identified): boolean =>
  kind === 'exigence' && passage.section.under(fr`(?:exigences?|conditions?) (?:[a-z]+ )?minimales?|non négociables?`);

/** « ouvrir la vanne ; le voyant passe au vert »: what comes of it, after what it does. */
function saysOutcome(name: string): boolean {
  const outcome = /; ?(?=(?:(?:les?|la|une?|chaque|il|elle) |l'))(.{12,})$/.exec(name)?.[1];
  return (
    outcome !== undefined &&
    INFINITIVE.test(name) &&
    !has(outcome, CONTEXT) &&
    !isOfRank(outcome) &&
    !isVagueOnly(outcome)
  );
}

/** « Les agents consultent… », « Trois services sont concernés »: who does something with it. */
const isAudience = (folded: string): boolean =>
  /^ ?(?:(?:le|la|les|l'|des|deux|trois|quatre|plusieurs|tous les|toutes les) ?)?(?:[a-z']+ ){0,2}?(?:agents?|usagers?|utilisateurs?|services?|equipes?|directions?|visiteurs?|medecins?|soignants?|eleves?|chefs?|gestionnaires?|laboratoires?|communes?|organismes?|populations?|candidats?|citoyens?|habitants?|infirmier[es]*|aides?-soignante?s?|dieteticiens?|dieteticiennes?|archivistes?|magasiniers?|gardiens?|conducteurs?|chauffeurs?|enseignante?s?|bibliothecaires?|secretaires?|comptables?|jardiniers?|cuisiniers?|animateurs?|educateurs?|elus|riverains|familles?|manipulateurs?|radiologues?|chirurgiens?|praticiens?|regisseurs?|surveillants?|professeurs?|etudiants?|abonnes?|lecteurs|voyageurs?|patients?|residents?)(?![a-z])/.test(
    folded,
  ) || FOR_WHOM.test(folded);
/** « Fonction d'archivage, à l'usage des exploitants »: a name over again, and for whom. */
const FOR_WHOM =
  /^[^,;:.]{3,70},? (?:a (?:l'usage|l'attention|l'intention|destination)|au (?:profit|service|benefice)) (?:exclusi(?:f|ve) )?d(?:es |e |u |')[^,;:.]{3,60}[. ]*$/;

/** What a piece requires: its sentences of obligation qualified by vague words, and its identified functions. */
export const exigences = defineFact<Exigences>({
  id: 'exigences',
  title: 'Exigences et fonctions',
  read(piece: Piece) {
    const all = identified(piece.draft).map((f): Fonction => ({ ...f, states: statementOf(f) }));
    const fonctions = all.filter((f) => f.id === '' || bestOf(f, all) === f);
    // In a row the name stands in a cell of its own: neither its mark nor what is said of it.
    const sameRow = (f: Fonction, p: Passage) =>
      f.shape === 'ligne' && (p.table?.rowOf(p)?.cells.includes(f.passage) ?? false);
    const holder = (s: Sentence) =>
      all.findLast((f) => f.passage === s.passage && f.at.start <= s.span.start) ??
      all.find((f) => sameRow(f, s.passage)) ??
      all.find((f) => f.body.includes(s.passage));
    const modales = piece.draft.collect(read).map(({ value, sentence }): Exigence => {
      const of = holder(sentence);
      return {
        sentence,
        at: sentence.span,
        vague: value,
        measured: of?.states === 'niveau' || isMeasuredAround(sentence),
        of,
      };
    });
    for (const { sentence } of piece.draft.collect(readAnnounced)) {
      const said = announced(sentence);
      const of = holder(sentence);
      // The rest of an identified requirement says what it is worth as a whole.
      if (!said || said.vague.length === 0 || of) continue;
      const { vague, measured } = said;
      modales.push({
        sentence,
        at: sentence.span,
        vague,
        measured: measured || isMeasuredAround(sentence) || isMeasuredBeside(sentence, vague),
        of,
      });
    }
    const heard = withHeard(piece, 'besoin/exigence-sans-mesure', modales, (sentence, doubt) => {
      const vague = vagueWordsIn(sentence.folded);
      // « Aussi souvent que nécessaire »: no word of it is vague, and surely the whole is.
      if (vague.length === 0 && doubt?.surety === 'sure' && !isOfOtherSense(sentence.folded))
        vague.push(...owed(sentence));
      if (
        vague.length === 0 ||
        sentence.has(NOT_NEED) ||
        isOfBuyer(sentence) ||
        OF_FORMULA.test(sentence.folded) ||
        isNameOfLot(sentence) ||
        isLegend(sentence) ||
        (isAim(sentence) && !sentence.has(MODAL)) ||
        holder(sentence) ||
        tellsToday(sentence)
      )
        return undefined;
      const measured = isMeasuredAround(sentence) || isMeasuredBeside(sentence, vague);
      return { sentence, at: sentence.span, vague, measured, of: undefined, doubt };
    });
    return { modales: heard, fonctions };
  },
  show: ({ modales, fonctions }) =>
    modales.length + fonctions.length === 0
      ? undefined
      : {
          fonctions: fonctions.map((f) => ({
            repere: f.id,
            nom: unfolded(f.passage, f.name.trim()),
            enonce: f.states,
          })),
          vagues: modales.map((m) => ({
            mots: m.vague.map((v) => unfolded(m.sentence.passage, v.words)),
            mesuree: m.measured,
          })),
        },
});

/** « Les agents se partagent aujourd'hui… Ils disposent de tableurs et de bonne volonté »: what is there, and no duty. */
const TODAY = fr`aujourd'hui|actuellement|à ce jour|jusqu'(?:ici|à présent)`;
const tellsToday = (s: Sentence): boolean =>
  !s.has(MODAL) &&
  !s.has(CONTRACTOR_VERB) &&
  !s.has(PRODUCT_FUTURE) &&
  (standsInDescription(s) || [s, s.previous].some((o) => o?.has(TODAY)));

/** « Encastrées dans toutes les pièces », « accessible aux agents de la régie »: where a thing is put, who reaches it. */
const PLACED =
  /^(?:etre )?(?:[a-z]+ment )?(?:encastr|pos|fix|plac|install|implant|situ|raccord|scell|peint|viss|coll|soud|enterr|suspend|rang|stock|entrepos|evacu|affich)[a-z]* (?:dans|sur|sous|au|aux|a|en|contre|entre|le long|hors|derriere|devant)(?![a-z])|^(?:etre )?(?:[a-z]+ment )?accessibles? (?:aux?|a|depuis|via|par) ?(?:l'|la |les? )?(?!tous|toutes|tout|plus)[a-z]/;
/** « Sujétions de pose et finitions »: what a price includes. */
const PRICED =
  /^(?:toutes? |tous |y compris )?(?:les |la )?(?:sujetions?|fournitures?|pose|depose|accessoires|raccords?|evacuations?|finitions?|main d'oeuvre|transports?|coupes?|chutes?)(?![a-z])/;
/** What follows the verb of an obligation; the whole where there is none. */
function owed(sentence: Sentence): Vague[] {
  const after = sentence.find(MODAL)?.to ?? 0;
  const rest = /^[^a-z0-9]*(.*[a-z0-9)])/.exec(sentence.folded.slice(after))?.[1];
  if (!rest || rest.split(' ').length < 3 || PLACED.test(rest) || PRICED.test(rest)) return [];
  const from = sentence.folded.indexOf(rest, after);
  return [{ from, to: from + rest.length, words: rest }];
}

const RICHNESS = { niveau: 3, resultat: 2, vague: 1, rien: 0 };
/** Of the places that identify the same function, the one that says most: a list of functions comes before their chapters. */
function bestOf(f: Fonction, all: readonly Fonction[]): Fonction {
  const same = all.filter((o) => o.id === f.id && o.kind === f.kind);
  return same.reduce(
    (best, o) => (RICHNESS[o.states] > RICHNESS[best.states] ? o : best),
    same.find((o) => o.shape === 'titre') ?? (same[0] as Fonction),
  );
}
