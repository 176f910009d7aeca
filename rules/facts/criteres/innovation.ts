import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { answering } from '../commun/index.ts';
import { type Critere, walk } from './arbre.ts';
import { isOfChoice, zoneOf } from './contexte.ts';
import { criteres } from './criteres.ts';
import { expectsNewSolution, innovationIn, speaksOfGains } from './sujet.ts';

/** « Nouveaux procédés », « procédés nouveaux ». */
const NOVELTY = fr`nouve(?:au|aux|lle|lles) (?:procédé|méthode|technique|technologie|solution|approche|usage|service|manière|façon)s?|(?:procédé|méthode|technique|technologie|solution|approche|usage|service|matériau|matériaux)s? (?:nouve(?:au|aux|lle|lles)|novat(?:eur|rice)s?|inusité|inexploré)[a-z]*|inédite?s?`;
/** Other ways to say that something new is expected. */
const NEW = fr`sensiblement (?:amélioré|meilleur|améliorant|perfectionné)[a-zé]*|amélioration sensible|(?:au-delà|à la pointe) de l'état de l'art|rupture technologique|expériment(?:er|ation|al|ale)|prototypes?|démonstrateurs?|preuve de concept|recherche et développement|n'exist(?:e|ent) pas (?:encore )?(?:sur le marché|en série|sur étagère|dans le commerce)|n'exist(?:e|ent) pas encore|(?:solutions?|offres?|produits?|techniques?|procédés?|réponses?|méthodes?) (?:courante|existante|actuelle|habituelle|classique|connue|usuelle|disponible|du marché|du commerce)s? (?:ne|n')(?: y)? ?(?:suffi|convien|répond|permet|donne)[a-z]* (?:pas|plus|point)|(?:façon|manière|idée|réponse|voie|solution)s? neuves?|jamais (?:[a-z]+ )?(?:été )?(?:essayé|tenté|réalisé|employé)[a-z]*|(?:avancées|progrès) (?:techniques?|technologiques?|scientifiques?|récente?s?)|(?:technique|technologie|procédé|méthode|matériau|matériaux)s? (?:émergente?s?|d'avant-garde|non conventionnel(?:le)?s?)|sentiers battus|reste à inventer|à inventer|aucune? (?:produit|solution|offre)[^.;]{0,40}(?:n'est disponible|n'existe|ne répond)|${NOVELTY}`;
const NO = fr`ne (?:cherch|voul|souhait|attend|recherch|demand)[a-z]* (?:pas|aucune?|rien)|aucune?|ne (?:comporte|comprend|contient|présente|requiert|demande|appelle|suppose|vise|recherche|est|sont|sera)[a-z]* (?:pas|ni|aucune?)|n'(?:est|a|attend|appelle|exige|implique)[a-z]* (?:pas|ni|aucune?|rien)|sans|ni`;

/** True when a piece expresses an innovative dimension of the need somewhere. */
export const expressesInnovation = defineFact<boolean>({
  id: 'dimension-innovante',
  title: 'Dimension innovante du besoin',
  read: (piece: Piece) =>
    piece.draft.collect(expresses).length > 0 ||
    answering(piece, 'besoin/innovation-attendue', (s, sure) => sure || (!s.has(NO) && s.has(OPEN_TO_IT))) !==
      undefined,
  show: (value) => (value ? 'exprimée' : undefined),
});

/** What is but probably heard names something that is new, lacking or left to be found. */
const OPEN_TO_IT = fr`innov[a-z]*|inédit[a-z]*|nouve(?:au|aux|lle|lles)|neu(?:f|ve|fs|ves)|invent[a-z]*|imagin[a-z]*|rupture|expériment[a-z]*|original[a-z]*|prototypes?|(?:n'existe|aucune?|nul(?:le)?|jamais|encore|pas encore)|état de l'art|libres?|latitude|liberté|ouvert[a-z]*`;

/** « des progrès dont aucun hôpital n'a l'usage »: newness again, and no refusal. */
const THAT_NOBODY = /,? (?:dont|que|qu'|ou) ?(?:aucune?|nul|nulle|personne|jamais) [^,;.]*/g;

const expresses = ({ folded }: { readonly folded: string }): true | undefined => {
  const told = clauses(folded).some((c) => {
    const words = folded.slice(c.from, c.to).replace(THAT_NOBODY, ' ');
    if (!expectsNewSolution(words) && !has(words, NEW)) return false;
    return (
      !has(words, NO) ||
      has(words, fr`aucune? (?:produit|solution|offre)[^.;]{0,40}(?:n'est disponible|n'existe|ne répond)`)
    );
  });
  return told ? true : undefined;
};

/** Values innovation as such, or the gains of a new solution. */
const valuesInnovation = (c: Critere): boolean => {
  if (innovationIn(c.folded) || has(c.folded, NOVELTY) || has(c.folded, NEVER_SEEN)) return true;
  return speaksOfGains(c.folded) && (expectsNewSolution(c.folded) || has(c.folded, NEW_THINGS));
};

/** « des matériaux qu'aucun chantier n'a encore reçus », « absentes des modèles antérieurs »: new, in other words. */
const NEVER_SEEN = fr`(?:n'|ne )(?:[a-z]+ ){0,3}(?:pas |jamais )?(?:encore |jamais )(?:été )?(?:employé|utilisé|mis|éprouvé|installé|réalisé|expérimenté|essayé|posé|reçu|vu|commercialisé|diffusé|proposé|exploité|tenté|construit)[a-z]*|(?:encore )?jamais (?:encore )?(?:employé|utilisé|mis en oeuvre|éprouvé|installé|réalisé|expérimenté|essayé|posé|vu|tenté|construit)[a-z]*|absente?s? (?:du marché|des (?:produits|modèles|matériels|appareils|offres|gammes|versions) [a-z]+)|(?:au-delà|en avance|en rupture) (?:de|sur|avec) (?:l'état de l'art|les (?:usages|pratiques|solutions))`;
/** What is noted for its novelty. */
export interface Notee {
  readonly at: Span;
  readonly name: string;
}

/** « dont 10 points pour… », « les vingt derniers points iront à… »: a share of the note. */
const SHARE = fr`points?|%|pour cent|sur (?:cent|vingt|dix|100|20|10)`;
const MAYBE_NEW = fr`innov[a-z]*|inventiv[a-z]*|novat[a-z]*|nouve[a-z]*|original[a-z]*|inédit[a-z]*|${NEVER_SEEN}`;

/** A sentence of the part on the choice of an offer that gives points to novelty, or to what it gains. */
const givesPoints = (s: Sentence): boolean =>
  s.has(SHARE) &&
  (zoneOf(s.section) === 'award' || isOfChoice(s.section)) &&
  (s.has(NEVER_SEEN) || (!has(s.folded, NO) && namesNovelty(s.folded)));
const namesNovelty = (folded: string): boolean =>
  innovationIn(folded) !== undefined || (speaksOfGains(folded) && expectsNewSolution(folded));

/** What is noted for innovation: a criterion, else a share that words alone give; undefined where nothing is. */
export function innovationNotee(piece: Piece): Notee | undefined {
  const all = piece.ask(criteres).grilles.flatMap((g) => g.criteria.flatMap(walk));
  const told = all.find(valuesInnovation);
  if (told) return told;
  const share = piece.draft.sentencesWith(MAYBE_NEW).find(givesPoints);
  return share && { at: share.at(), name: share.text.trim() };
}

/** New things by which something is gained. */
const NEW_THINGS = fr`nouve(?:au|aux|lle|lles) (?:fonction|fonctionnalité|outil|matériau|matériaux|équipement|dispositif|organisation|capteur|système|produit|modèle)s?|(?:fonction|fonctionnalité|outil|matériau|matériaux|équipement|dispositif|organisation|capteur|système|produit|modèle)s? nouve(?:au|aux|lle|lles)`;
