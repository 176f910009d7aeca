import type { Passage, Sentence, Table } from '../../kit/draft.ts';
import { counts } from '../../kit/french/counts.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { hearing, saying } from '../commun/index.ts';

/** A place that keeps a single firm for a phase of a programme, or for all that is left of it. */
export interface LonePhase {
  readonly at: Span;
  readonly doubt?: Doubt;
}

const FIRMS =
  '(?:entreprises?|equipes?|societes?|candidats?|titulaires?|participants?|operateurs?(?: economiques?)?|laureats?|laboratoires?|prestataires?|contractants?|fournisseurs?|partenaires?|organismes?|consortiums?|attributaires?)';
const FIRM = fr`${FIRMS}`;
const KEPT = fr`(?:est|sera|reste|restera|demeure|demeurera|soit|etant)? ?(?:retenue?|selectionnee?|choisie?|admise?|conservee?|maintenue?|designee?|qualifiee?)|poursui(?:t|vra|vre)|continue(?:ra)?|participe(?:ra)?|conserve(?:ra)?|garde(?:ra)?|retient|retiendra|selectionne(?:ra)?|accede(?:ra)?|menee?s?|menera|conduit(?:e|es)?|realisee?s?|realisera|executee?s?|executera|confiee?s?|attribuee?s?|reste en lice|passe(?:ra)?|reste|restera|demeure|acheve|achevera|est seule`;
const ALONE = fr`une? seule?(?: (?:d'entre|parmi) (?:elles|eux|les [a-z]+)| de (?:ces|celles|ceux) ?(?:[a-z-]+)?| des (?:[a-z0-9]+ ){0,3}${FIRMS})|(?:ne|n'en) (?:[a-z]+ ){0,2}qu'une? (?:${FIRMS}|d'entre|seule?)|n'en (?:[a-z]+ ){1,2}qu'une?(?! [a-z])|(?:une|un|la|le|l'|cette|celle|celui)? ?(?:seule?|unique) ${FIRMS}|${FIRMS} (?:unique|seule?)|(?:la |le |l')(?:entreprise|equipe|societe|candidat|laboratoire|operateur) restante?|(?:poursui(?:t|vra)|continue(?:ra)?|mene(?:ra)?|realise(?:ra)?|execute(?:ra)?|conduit|conduira|acheve(?:ra)?|reste(?:ra)?|demeure(?:ra)?|accede(?:ra)?|passe(?:ra)?) (?:[a-z'-]+ ){0,2}seule?|(?:poursui|continu|achev|mene|avanc|travaill)[a-z]* (?:[a-z'-]+ ){0,2}sans (?:l'autre|les (?:deux |trois )?autres)`;
const PHASE = fr`phases?|étapes?|programme|terme|fin|suite|lice|démonstrateurs?|prototypes?|prototypage|essais?|développement|réalisation|expérimentation`;
const DENIED = fr`(?:jamais|(?:ne|n'|sans) (?:[a-z']+ ){0,8}(?:une?|la|le) (?:seule?|unique)|si (?:une|un|[a-z]+) seule?|seule?s? ou (?:en groupement|groupées?|groupés?)|au moins (?:une|un)|par (?:lot|${FIRMS})|chacune?|chaque|pour (?:son|leur) propre compte|interrompu|suspendue?s?|tant qu[e']|déclaré sans suite)`;
const ADMINISTRATIVE = fr`candidatures?|offres?|groupements?|mandataires?|interlocuteur|correspondant`;

/** « Après le terme, un marché distinct, ouvert à tous, est attribué à un seul titulaire »: another contract. */
const OF_ANOTHER = fr`(?:marché|contrat|consultation)s? (?:[a-z]+ ){0,3}(?:distincte?|ultérieure?|séparée?)s?|ouverte?s? à tou(?:te)?s?`;

const THE_ONE = fr`celle|celui|lauréate?`;
/** « Le comité en retient une, qui poursuit seule »: of the firms that the sentence before counts. */
const OF_THEM = fr`en (?:retien(?:t|nent|dra)|gard(?:e|ent|era)|conserv(?:e|ent|era)|choisi(?:t|ssent|ra)|sélectionne(?:nt|ra)?|désigne(?:nt|ra)?|maintien(?:t|dra)) (?:qu')?une?(?: seule?)?(?! [a-z])`;
const EXCEPTED = [DENIED, ADMINISTRATIVE, OF_ANOTHER];

/** « Une seule d'entre elles est admise à la suivante »: of the firms and the phase of the sentence before. */
const AMONG = fr`(?:d'entre|parmi) (?:elles|eux)`;
const leansOn = (s: Sentence): boolean =>
  [ALONE, AMONG, KEPT].every((pattern) => s.has(pattern)) &&
  !EXCEPTED.some((pattern) => s.has(pattern)) &&
  [FIRM, PHASE].every((pattern) => s.previous?.has(pattern));

/** A sentence that keeps one firm only. */
const lone = (phrase: Phrase) => {
  const m = phrase.find(ALONE) ?? phrase.find(OF_THEM);
  if (!m || EXCEPTED.some((pattern) => phrase.has(pattern))) return undefined;
  return phrase.has(KEPT) && phrase.has(PHASE) && (phrase.has(FIRM) || phrase.has(THE_ONE) || phrase.has(OF_THEM))
    ? m
    : undefined;
};

const COUNT_COLUMN = fr`(?:nombre (?:de |d')?)?(?:${FIRMS})(?: (?:retenus?|retenues?|en lice|admise?s?|participantes?|sélectionnée?s?|maximum|minimum))?`;
const PHASE_CELL = fr`phases?|étapes?`;

/** The cells that count one firm, in a table of phases. */
function loneCells(table: Table): readonly Passage[] {
  const column = table.column(COUNT_COLUMN);
  if (column < 0 || !table.header.cells.some((c) => c.has(PHASE_CELL))) return [];
  const cells = table.rows.flatMap((row) => row.cells.find((c) => c.cell?.column === column) ?? []);
  return cells.filter((c) => isOne(c.folded) || (c.has(FIRM) && c.has(LEFT_ALONE) && !c.has(DENIED)));
}
/** « L'équipe la mieux notée, désormais seule ». */
const LEFT_ALONE = fr`seule|seul|unique|restante?|(?:la|le) mieux (?:notée?|classée?|placée?)`;

/** Phases kept to a single firm, in order; empty when every phase keeps two or more, or none is counted. */
export const lonePhases = defineFact<readonly LonePhase[]>({
  id: 'recherche-phases',
  title: 'Phases de recherche confiées à une seule entreprise',
  read(piece: Piece) {
    const out: LonePhase[] = piece.draft
      .collect(lone)
      .filter(({ sentence }) => !sentence.passage.isTitle)
      .map(({ sentence }) => ({ at: sentence.span }));
    out.push(...piece.draft.tables.flatMap(loneCells).map(({ span }) => ({ at: span })));
    for (const sentence of piece.draft.sentences)
      if (((sentence.passage.list || isOneOfSeveral(sentence)) && countsOne(sentence)) || leansOn(sentence))
        out.push({ at: sentence.span });
    for (const one of saying(piece, 'recherche/entreprise-unique'))
      if (keepsOne(one.sentence)) out.push({ at: one.sentence.span, doubt: hearing(one) });
    const unique = new Map(out.reverse().map((o) => [o.at.start, o]));
    return [...unique.values()].sort((a, b) => a.at.start - b.at.start);
  },
  show: (list) => (list.length > 0 ? list.length : undefined),
});

/** « Phase 1 – étude : quatre entreprises. Phase 2 – essais : une seule entreprise. » */
const isOneOfSeveral = (sentence: Sentence): boolean =>
  sentence.has(PHASE_LABEL) && sentence.passage.sentences.filter((s) => s.has(PHASE_LABEL)).length > 1;
const PHASE_LABEL = /^(?:phase|etape) (?:n° ?)?\d[^.:]{0,60}: /;
const LONE_PHASE = fr`(?:seule|unique) (?:phase|étape)|(?:phase|étape) unique`;
const LESS = fr`une?|seule?s?|unique|1|restante?|mieux|meilleure?|premi(?:er|ère)|plus (?:haute?|élevée?)|${THE_ONE.source}`;
const KEEPING = fr`${KEPT.source}|gard[a-z]+|conserv[a-z]+|re(?:tien|ten)[a-z]+|choisi[a-z]*|quitt[a-z]+|écart[a-z]+|élimin[a-z]+`;
/** What must stand in a sentence that is heard to keep one firm: somebody kept, for what comes next, and no two. */
const keepsOne = (sentence: Sentence): boolean =>
  [LESS, KEEPING, PHASE].every((pattern) => sentence.has(pattern)) &&
  (sentence.has(FIRM) || sentence.has(THE_ONE)) &&
  !EXCEPTED.some((pattern) => sentence.has(pattern)) &&
  !sentence.has(LONE_PHASE) &&
  !counts(sentence.folded, FIRMS).some((c) => c.value > 1);
const isOne = (folded: string): boolean =>
  /^(?:0?1|une?)(?: \((?:0?1|une?)\))?(?: seule?)?(?: [a-z]+)?$/.test(folded.trim());

/** « Phase 3 : 1 entreprise ». */
function countsOne(sentence: Sentence): boolean {
  if (
    !sentence.has(fr`phase (?:n° ?)?\d|(?:première|deuxième|seconde|troisième|dernière) phase`) ||
    sentence.has(DENIED)
  )
    return false;
  // « Une entreprise » counts where the other items of its list count theirs.
  const isCounted = siblings(sentence).some((p) => counts(p.folded, FIRMS).some((c) => c.value > 1));
  const found = counts(sentence.folded, FIRMS).filter((c) => isCounted || !c.article);
  return found.length > 0 && found.every((c) => c.value === 1 && !c.bound);
}

const siblings = ({ passage }: Sentence): readonly Passage[] => (passage.list ? (passage.lead?.items ?? []) : []);
