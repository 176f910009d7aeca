import type { Found, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { has, type Match } from '../../kit/text.ts';
import type { Heard } from '../../reading/hear.ts';
import { hearing, isAnsweredNo, isTold, saying } from '../commun/index.ts';

/** What the contract has made for the buyer, as far as rights are concerned. */
export type Prestation = 'logiciel' | 'creation' | 'etude';

export interface PrestationFound {
  readonly kind: Prestation;
  readonly at: Match;
  readonly sentence: Sentence;
  /** How surely it was heard; undefined where its words are those that one is used to. */
  readonly doubt?: Doubt;
}

const SOFTWARE =
  "(?:logiciels?|(?<!(?:en|mise en) )applications?(?! (?:de l'article|des articles|des penalites|de penalites|du present|des dispositions|de la loi|du code|de la clause|des clauses|stricte|immediate|de la formule|du reglement))|applicatifs?|plateformes?(?: numeriques?)?|portails?|sites? (?:internet|web)|sites?-web|outils? (?:numeriques?|informatiques?|logiciels?|web|en ligne)|systemes? d'information|solutions? (?:logicielles?|informatiques?|numeriques?|applicatives?)|interfaces?|extranets?|intranets?|api|chatbots?|agents? conversationnels?|connecteurs?|algorithmes?|modeles? (?:de classement|d'apprentissage|predictifs?)|programmes? informatiques?|bases? de donnees|demonstrateurs? (?:logiciels?|numeriques?)|modules? (?:logiciels?|applicatifs?))";
const CREATION =
  "(?:logos?|logotypes?|identites? visuelles?|chartes? graphiques?|films?|videos?|photographies|reportages? photo(?:graphique)?s?|illustrations?|visuels?|affiches?|supports? de communication|campagnes? (?:de communication|d'information|publicitaires?)|infographies?|scenographies?|podcasts?|oeuvres? (?:d'art|artistiques?|musicales?|audiovisuelles?)|contenus? (?:editoriaux|pedagogiques|audiovisuels))";
const MAKING =
  '(?:conceptions?|realisations?|creations?|refontes?|developpements?|ecriture|programmation|codage|mise au point)';
const MAKES =
  '(?:developpe(?:r|nt|ra|ront)?|concoi(?:t|vent)|concevoir|concevra|realise(?:r|nt|ra|ront)?|programme(?:r|ra)|code(?:r|ra)|ecri(?:re|ra|vent)|cree(?:r|nt|ra|ront)?|construi(?:t|re|ra)|met au point|elabore(?:r|nt|ra)?)';
/** Words between the making and the thing made: « conception, réalisation et maintenance d'une application ». */
const GAP_OF_NOUN = ",?(?: (?!(?:par|dans|sur|via|depuis|avec|entre|aux?|a) )[a-z,'-]+){0,9}? (?:[ld]')?";
/** A verb's object follows it: a preposition would begin something else. */
const GAP_OF_VERB = "(?: (?!(?:de|du|des|par|dans|sur|via|depuis|avec|pour|en|aux?|a) |d')[a-z,'-]+){0,4}? (?:[ld]')?";

/** « Le titulaire écrit le moteur de calcul »: written out, and not « averti par écrit ». */
const WRITES = `(?<!(?:par|accord|avis|ordre|demande|rapport) )ecri(?:t|vent|ra|ront) (?:le|la|l'|les|un|une|des) ?(?:[a-z]+ ){0,2}?(?:${SOFTWARE}|moteurs?|programmes?|modules?)`;
/** « Module développé », alone in its cell: what is handed over. */
const DEVELOPED = `^(?:les? |la |l')?(?:${SOFTWARE}|modules?|programmes?) (?:developpe|programme|code)e?s?$`;
const DEVELOPMENT = fr`${WRITES}|${DEVELOPED}|${MAKING}${GAP_OF_NOUN}${SOFTWARE}|${MAKES}${GAP_OF_VERB}${SOFTWARE}|développements? (?:informatiques?|logiciels?|spécifiques?|web|applicatifs?|sur mesure)|${SOFTWARE} (?:est |sera |doit être |[a-z]+ ){0,3}(?:développée?s?|écrite?s?|conçue?s?|programmée?s?|créée?s?) (?:[a-z]+ ){0,3}(?:pour|par le titulaire|spécifiquement|dans le cadre|sur mesure)|(?:développée?s?|codée?s?|programmée?s?) (?:spécialement |spécifiquement |entièrement )?(?:sur mesure|pour (?:l'|la |le |les |nos |notre ))`;
const MADE_CREATION = fr`(?:${MAKING}|production|élaboration)${GAP_OF_NOUN}${CREATION}|${MAKES}${GAP_OF_VERB}${CREATION}`;
const STUDY = fr`(?:marché|accord-cadre|prestations?|consultation|mission|contrat|(?<!bureaux? d')étude|contrats|titulaire|prestataire|bureau d'études|cabinet|consultant)(?: [a-z0-9',°-]+){0,6} (?:(?:a|ont|ayant) pour objet|porte(?:nt)? sur|concerne(?:nt)?|consiste(?:nt)? (?:en|à)|réalise(?:ra)?|conduit|conduira|mène(?:ra)?|élabore(?:ra)?|établi(?:t|ra)|produi(?:t|ra)|rédige(?:ra)?)(?: [a-z,'-]+){0,8} (?:[ld]')?(?:(?<!bureaux? d')études?|diagnostics?|schémas? directeurs?|audits?|évaluations?|recherches?|enquêtes?)`;

/** « Pas d'achat de logiciel ni de développement au titre du contrat » */
const NO_SOFTWARE =
  "pas d'(?:achat|acquisition) (?:de |d')(?:logiciels?|applications?)|(?:pas|ni|point) (?:de |d')(?:logiciels?|applications?|developpements?) (?:[a-z]+ ){0,2}?(?:developpee?s?|commandee?s?|a (?:developper|realiser|ecrire)|au titre|dans le cadre)";
/** No work is ordered: it is excluded, exists already, or is the candidate's own. */
const NOT_ORDERED = fr`${NO_SOFTWARE}|aucune? (?:[a-z]+ )?(?:développements?|création|conception|réalisation)|aucune? (?:[a-z]+ ){1,3}n(?:'est|e sera)|sans (?:[a-z]+ )?développements?|n'est (?:réalisé|créé|développé|conçu|produit|élaboré|commandé|fait)(?:e|s|es)? (?:ni|aucune?|pas)|ne (?:crée|développe|conçoit|produit|commande)(?:nt)? (?:ni|aucune?|pas)|ne (?:réalise|comporte|comprend|prévoit|nécessite|demande)(?:nt)? (?:aucun|pas)|n'(?:emporte|implique|entraîne|inclut|appelle|exige|impose)(?:nt)? (?:ni|aucune?|pas)|n'est (?:pas )?demandé|(?:a|ont|avait|avaient) (?:déjà )?été|avait|existante?s?|actuel(?:le|les|s)?|développement durable|développement économique|références|candidats? (?:a|ont|dispose|présente)|chiffre d'affaires|du commerce|standards?|sur étagère|créer (?:un|son|leur) (?:compte|espace|profil)|profil d'acheteur`;
const WORKS = fr`études d'exécution|dossier des ouvrages exécutés|études de prix`;

function read(phrase: Phrase): { kind: Prestation; at: Match }[] {
  if (phrase.has(NOT_ORDERED)) return [];
  const out: { kind: Prestation; at: Match }[] = [];
  const put = (kind: Prestation, at: Match | undefined) => {
    if (at) out.push({ kind, at });
  };
  put('logiciel', phrase.find(DEVELOPMENT));
  put('creation', phrase.find(MADE_CREATION));
  if (!phrase.has(WORKS)) put('etude', phrase.find(STUDY));
  return out;
}

/** What is on rights, or bought as it is, orders no work. */
const NO_WORK = fr`droits?|cède(?:nt)?|cession|licences?|concède(?:nt)?|propriété|redevances?|catalogue|abonnements?|louée?s?|location`;
const STUDIES = fr`études?|diagnostics?|enquêtes?|analyses?|audits?|schémas?|évaluations?|rapports?|inventaires?|plans? guides?|plans?-guides?|recherches?|expertises?`;
const ORDERED = ['pi/logiciel-a-developper', 'pi/creation-ou-etude-a-realiser'] as const;
/** A word of software. */
export const SOFTWARE_NAMED = fr`${SOFTWARE}|programm(?:es?|ée?s?|e|era)|moteurs?|cod(?:es?|ée?s?|age)|applis?|simulateurs?|robots?|assistants?|tableaux? de bord|téléservices?|services? en ligne|pages? web|outils?|jeux? (?:vidéo|sérieux|numériques?)|bots?|sites?|scripts?`;

/** « suivie sur une plateforme », « groupées par site »: where something is done, and not what is made. */
const ON_IT = fr`(?:(?:intégr|vers|import|charg|inject)[a-zé]* (?:à|dans)|sur|via|dans|par|depuis|avec) (?:une?|la|le|l'|les|notre|nos|son|sa|leurs?) ?${SOFTWARE}|(?:par|sur|chaque|entre|hors|d'un|sur (?:les?|nos|chaque)) sites?(?! (?:web|internet))`;
/** « le code de la santé publique »: a text of law. */
const LAW_CODE = fr`codes? (?:de la |de l'|du |des )?(?:commande|santé|travail|propriété|sécurité|consommation|environnement|commerce|urbanisme|construction|route|civil|pénal|général|relations|patrimoine|recherche|éducation|énergie|monétaire|justice|action sociale|sport|tourisme)`;
/** « toutes les tâches d'une fiche sur un site », « le programme de prévention »: these are software where something digital stands by. */
const DIGITAL = fr`${SOFTWARE}|codages?|codes? sources?|programmation|applis?|téléservices?|services? en ligne|pages? web|bots?|scripts?|numériques?|informatiques?|en ligne|web|internet|saisi[a-z]*|écrans?|ordinateurs?|tablettes?|téléphones?|données|calculs?|calcule[a-z]*|automati[a-z]+|connecté?[a-z]*|utilisateurs?|version|sources?|fichiers?|tableaux? de bord|simulateurs?`;
const namesSoftware = ({ folded }: Sentence, surety: Heard['surety']): boolean => {
  const words = folded.replace(ON_IT, ' ').replace(LAW_CODE, ' ');
  return has(words, SOFTWARE_NAMED) && (surety === 'sure' || has(words, DIGITAL));
};

/** « Deux autres bâtiments, le garage et l'annexe »: what stands there, and not what is made. */
const isOfPlaces = (s: Sentence): boolean => s.has(PLACES) && !s.has(MADE_THERE) && !s.has(STUDIES);
const PLACES = fr`bâtiments?|garages?|étages?|clôtures?|parkings?|parcelles?|hangars?|toitures?|façades?|portes?|locaux|cours?|jardins?|couloirs?|halls?`;
const MADE_THERE = fr`${MAKING}|${MAKES}|${CREATION}|(?:re)?dessin[a-z]*|perspectives?|vues?|reportages?|illustr[a-z]+|photographi[a-z]+|peint[a-z]*|fresques?|rédaction|redig[a-z]+|croquis|maquettes?|plans?|atlas|cartes?|guides?|textes?|marché|titulaire|prestataire|mission`;

function kindHeard(concept: string, { sentence, surety }: Heard): Prestation | undefined {
  if (concept === 'pi/logiciel-a-developper') return namesSoftware(sentence, surety) ? 'logiciel' : undefined;
  if (surety === 'probable' || isOfPlaces(sentence)) return undefined;
  return sentence.has(STUDIES) ? 'etude' : 'creation';
}

/** Works that are heard to be ordered, in sentences in which expressions read none. */
const heardIn = (piece: Piece, known: ReadonlySet<Sentence>): PrestationFound[] =>
  ORDERED.flatMap((concept) =>
    saying(piece, concept).flatMap((one): PrestationFound[] => {
      const { sentence } = one;
      if (known.has(sentence) || !isTold(sentence) || [NOT_ORDERED, NO_WORK, WORKS].some((p) => sentence.has(p)))
        return [];
      const kind = kindHeard(concept, one);
      if (!kind) return [];
      const at = { from: 0, to: sentence.folded.length, text: sentence.folded, groups: {} };
      return [{ kind, at, sentence, doubt: hearing(one) }];
    }),
  );

/** Works that a piece says are made for the buyer; empty when none, or for works and plain supplies. */
export const prestations = defineFact<readonly PrestationFound[]>({
  id: 'prestations',
  title: 'Productions attendues du titulaire',
  read(piece: Piece) {
    const category = piece.entete.values.categorie;
    if (category === 'travaux') return [];
    const told = piece.draft
      .collect(read)
      .flatMap(({ value, sentence }: Found<{ kind: Prestation; at: Match }[]>) =>
        value.map((v) => ({ ...v, sentence })),
      );
    const all = [...told, ...heardIn(piece, new Set(told.map(({ sentence }) => sentence)))].filter(
      ({ sentence }) =>
        !isAnsweredNo(sentence) &&
        !sentence.section.chain.some((s) => s.heading?.has(EXISTING) && !s.heading.has(fr`objets?|besoins?`)),
    );
    return category === 'fournitures' ? all.filter((p) => p.kind === 'logiciel') : all;
  },
  show: (list) => (list.length === 0 ? undefined : [...new Set(list.map((p) => p.kind))]),
});

const EXISTING = fr`existante?s?|contexte|historique|références|critères?|candidatures?|capacités?`;

/** « Aucune étude, aucun logiciel ni aucune création n'est demandé »: said of all of them at once, whatever a word lets think. */
const MADE_THINGS = '(?:études?|logiciels?|créations?|développements?|oeuvres?)';
const NONE_MADE = fr`(?:aucune?|ni|pas d[e']) ?${MADE_THINGS}(?:,| ni| ou| et)+ ?(?:aucune? |de |d')?${MADE_THINGS}(?:[a-z ,']{0,30}) (?:n'est|ne sont|n'y est|n'ont|n'a)`;
const saysNoneIsMade = ({ draft }: Piece): boolean => draft.sentencesWith(NONE_MADE).length > 0;

/** The first production of these kinds in the contract's own pieces; undefined when there is none. */
export function made(piece: Piece, ...kinds: readonly Prestation[]): PrestationFound | undefined {
  const { consultation } = piece;
  if (consultation.of('ccap', 'cctp', 'programme-fonctionnel', 'ae').some(saysNoneIsMade)) return undefined;
  for (const p of consultation.of('ccap', 'cctp', 'programme-fonctionnel', 'ae')) {
    const found = p.ask(prestations).find((f) => kinds.includes(f.kind));
    if (found) return found;
  }
  return undefined;
}
