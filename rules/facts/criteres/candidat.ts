import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { contains, overlaps, type Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { suretyIn } from '../../reading/hear.ts';
import { hearing, saying } from '../commun/index.ts';
import { type Critere, isPrice, walk } from './arbre.ts';
import { CANDIDATURE, zoneOf } from './contexte.ts';
import { criteres } from './criteres.ts';
import { ALIKE, differsIn, JUDGED, LEFT_OUT, OF_RESULT } from './differe.ts';
import { candidateIn, ofFirm } from './sujet.ts';
import { TIE } from './unique-phrase.ts';

/** Something of the candidate that the award is judged on. */
export interface JugeLeCandidat {
  readonly at: Span;
  /** The criterion's name, or the words that were heard. */
  readonly name: string;
  readonly doubt?: Doubt;
}

/** Where a criterion, or what it is judged on, bears on the candidate; undefined when it bears on the offer. */
function placeOf(c: Critere): Span | undefined {
  if (candidateIn(c.folded)) return c.at;
  // « Prix, d'après le bordereau et l'effectif de l'annexe »: what the sum is reckoned on.
  if (isPrice(c)) return undefined;
  // What holds sub-criteria is judged part by part.
  const element = c.definition.find(
    (d) =>
      contains(c.line, d.at) &&
      !c.children.some((child) => overlaps(child.at, d.at)) &&
      d.folded.length < 300 &&
      candidateIn(d.folded),
  );
  return element?.at;
}

/** How a mark is worked out, whoever the candidate is. */
const WORKED_OUT = fr`formules?|notation sur \d+|notée?s? (?:comme suit|ainsi|à proportion)|points? jusqu'|moins[- ]disante?s?|notes? (?:maximales?|totales?|globales?)|mieux classée?s?|sur (?:[a-z]+ )?(?:niveaux|paliers|échelons)|méthodes? de notation|notes? (?:inférieures?|éliminatoires?)|élimin[a-zé]+`;

/** Papers that who wins hands over: they prove that he may be awarded the contract, and judge no offer. */
const PROOFS = fr`attestations? (?:fiscales?|sociales?|d'assurances?|de régularité|de vigilance)|(?:produi(?:t|ra|re|ront|sent)|fourni(?:t|ra|ront|ssent)|remet(?:tra|tront|tent)?) (?:les|des|ces) (?:éléments|pièces|documents|justificatifs|certificats|attestations)|motifs? d'exclusion`;

/** « Six points d'accueil » weigh nothing. */
const PLACES =
  /(?<![a-z])points? d(?:'|e |u )(?:accueil|contact|vente|acces|rencontre|depart|arrivee|livraison|collecte|apport|recharge|charge|lumiere|eau|vue|situation)/g;
/** It stands where offers are judged, and tells neither how candidatures are chosen nor how a mark is worked out. */
const isJudged = (sentence: Sentence): boolean => {
  const { passage, previous, section } = sentence;
  const near = [sentence, previous, passage.lead];
  return (
    (zoneOf(section) === 'award' || near.some((words) => words && has(words.folded.replace(PLACES, ' '), JUDGED))) &&
    !near.some((words) => words?.has(CANDIDATURE) || words?.has(PROOFS)) &&
    !passage.has(WORKED_OUT)
  );
};

/** « Établi dans le département | 3 points de plus »: a row says one thing. */
const BONUS = fr`(?:de|en) (?:plus|moins)|supplémentaires?|bonus|malus|bonifi[a-zé]+|major[a-zé]+|minor[a-zé]+`;
const besideInRow = ({ passage }: Sentence): readonly Sentence[] =>
  (passage.table?.rowOf(passage)?.cells ?? []).filter((c) => c !== passage).flatMap((c) => c.sentences);

/** On one line of the grid, its name and what is looked at are one criterion. */
const isSameLine = (grid: readonly Critere[], at: Span, sentence: Sentence): boolean =>
  grid.some(({ line }) => overlaps(line, at) && overlaps(line, sentence.span)) ||
  besideInRow(sentence).some(({ span }) => overlaps(span, at));

/** A part of a criterion that says so by itself, where the whole of its line says more than one thing. */
function heardAlone({ draft }: Piece, { at, folded, line, name }: Critere): JugeLeCandidat[] {
  const sentence = draft.passageAt(at.start)?.sentences.find((s) => contains(s.span, at));
  if (!sentence || contains(line, sentence.span)) return [];
  return suretyIn(sentence, 'criteres/lie-au-candidat', folded) === 'sure' ? [{ at, name }] : [];
}

/** « Valeur de l'offre examinée × 2,5 », « la note résulte de l'addition des notes obtenues par le candidat »: how a note is reckoned. */
const RECKONS = fr`valeur de l' ?offre|notes? (?:finales?|totales?|attribuées?|obtenues?|globales?)|nombre de points|formules?|addition|moyenne`;

/** What the award judges of the candidates and not of their offers; empty when nothing. */
export const criteresCandidat = defineFact<readonly JugeLeCandidat[]>({
  id: 'criteres-candidat',
  title: 'Critères qui jugent le candidat',
  read(piece) {
    const grid = piece.ask(criteres).grilles.flatMap((grille) => grille.criteria.flatMap(walk));
    // « Références | 10 | Nombre de clients | 10 »: the one part of a criterion is that criterion.
    const again = new Set(grid.flatMap((c) => (c.children.length === 1 && placeOf(c) ? c.children : [])));
    const named = grid.flatMap((c): JugeLeCandidat[] => {
      const at = placeOf(c);
      return at && !again.has(c) ? [{ at, name: c.name }] : [];
    });
    const bonuses = new Set(saying(piece, 'criteres/critere-selon-le-candidat').map(({ sentence }) => sentence));
    const isOfBonus = (sentence: Sentence): boolean =>
      sentence.read(differsIn) === true ||
      besideInRow(sentence).some((s) => (bonuses.has(s) && s.has(BONUS)) || s.read(differsIn) === true);
    const heard = saying(piece, 'criteres/lie-au-candidat')
      .filter(
        ({ sentence, surety }) =>
          zoneOf(sentence.section) !== 'candidature' &&
          !(surety === 'probable' && suretyIn(sentence, 'criteres/annonce') === 'sure') &&
          !sentence.has(TIE) &&
          !sentence.has(ALIKE) &&
          !sentence.has(OF_RESULT) &&
          !sentence.has(LEFT_OUT) &&
          !(surety === 'probable' && sentence.has(RECKONS)) &&
          isJudged(sentence) &&
          !isOfBonus(sentence),
      )
      // What a grid names is read by its form, unless it says whose quality it is.
      .filter(({ sentence }) => ofFirm(sentence.folded) || !grid.some(({ line }) => overlaps(line, sentence.span)))
      .filter(({ sentence }) => !named.some(({ at }) => overlaps(at, sentence.span) || isSameLine(grid, at, sentence)))
      .map((one): JugeLeCandidat => {
        const { span, text } = one.sentence;
        const criterion = grid.find(({ at, folded }) => contains(span, at) && ofFirm(folded));
        return {
          at: criterion?.at ?? span,
          name: criterion?.name ?? text.replace(/\s+/g, ' ').trim(),
          doubt: hearing(one),
        };
      });
    const parts = grid
      .filter((c) => c.children.length === 0 && ofFirm(c.folded))
      .filter(({ at }) => ![...named, ...heard].some((one) => overlaps(one.at, at)))
      .flatMap((c) => heardAlone(piece, c));
    return [...named, ...heard, ...parts].sort((a, b) => a.at.start - b.at.start);
  },
  show: (judged) => (judged.length > 0 ? judged.map(({ name }) => name) : undefined),
});
