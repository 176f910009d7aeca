import type { Sentence, Table } from '../../kit/draft.ts';
import { counts } from '../../kit/french/counts.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { DEFERRED, hearing, telling } from '../commun/index.ts';
import { inNegociation } from './negociation-lieux.ts';
import { procedure } from './procedure.ts';

/** A stage of a dialogue or a negotiation that leaves some out. */
export interface Phase {
  /** The sentence that eliminates. */
  readonly at: Span;
  readonly doubt?: Doubt;
  /** The cell of a table that leaves them out. */
  readonly cell?: true;
  /** The criteria of the phase are stated, there or elsewhere in the piece. */
  readonly criteres: boolean;
}

export const ELIMINATE = fr`(?:admis|autoris|invit|retenu)(?:e|s|es)? a (?:poursuivre|continuer)|les autres (?:[a-z']+ ){0,2}(?:cess|quitt|s'arret|se retir|s'en tien|sort)[a-z]*|(?:listes?|cercle|champ) (?:[a-z']+ ){0,4}(?:est|sera|sont|seront) (?:[a-z]+ )?(?:resserr|redui|restrein|raccourci|ecrem)[a-z]*|(?:resserr|ecrem|raccourci)[a-z]* (?:la liste|le nombre|le cercle|le champ)|(?:laiss|mett)[a-z]* de cote|(?:quitte(?:nt|ra|ront)?|sor(?:t|tent|tira|tiront)) (?:le|du) dialogue|ne (?:sera|serons|seront|sommes|reste(?:nt|ra|ront)?) plus que|(?:candidats?|participants?|soumissionnaires?|equipes?) (?:seulement|uniquement) (?:poursuiv|continu|rest|demeur|(?:sont|seront) (?:admis|retenu|invite))[a-z]*|reduit[a-z]* a (?:deux|trois|quatre|cinq|\\d)|elimin[a-z]*|ecart(?:e|ent|er|era|ees?|es)|reduire le nombre|reduction du nombre|reduit le nombre|ne (?:retien[a-z]*|conserv[a-z]*|garde[a-z]*|poursui[a-z]*|continu[a-z]*|avan[a-z]*|dialogue[a-z]*)[^.;]{0,40} que?|ne (?:seront|sont|sera) (?:plus )?(?:[a-z]+ ){0,2}que?|nombre (?:[a-z']+ ){0,5}(?:est|sera|sont|seront) (?:[a-z]+ )?(?:reduit|restreint|limite)[a-z]*|limit[a-z]* le nombre|les moins bien class[a-z]*|seuls? (?:[a-z0-9]+ ){0,6}(?:admis|retenus?|invites?|poursuiv[a-z]+|participent|accedent)|ne sont pas (?:admis|retenus|invites)`;
export const STAGE = fr`(?:premier|second|deuxieme|troisieme|chaque|deux|trois) temps|rencontres?|seconde?(?! (?:propositions?|offres?|reponses?|solutions?|variantes?))|phases?|tours?|etapes?|rondes?|sessions?|cycles?|(?:apres|a la fin de) (?:chaque|la premiere|la deuxieme)(?: [a-z]+)?|au fil d[a-z]+|au fur et a mesure|seances? de dialogue|au (?:terme|sortir) d[a-z]+|a l'issue d[a-z]+|premiere?|deuxieme|successi(?:f|ve)[a-z]*|progressi(?:f|ve)[a-z]*`;
/** « aucun d'eux n'est écarté », « sans éliminer personne » */
const NOBODY_OUT =
  "(?:aucune?|nulle?)(?: (?:d'(?:entre )?(?:eux|elles)|des [a-z]+|candidats?|participants?|equipes?|solutions?|groupements?|concurrents?|soumissionnaires?))?,? (?:n'(?:est|a|en|y)|ne (?:sera|peut|pourra|quitte))|personne (?:n'est|ne (?:sera|peut))|sans (?:ecarter|eliminer) (?:personne|aucun|de|quiconque)|tou(?:s|tes) (?:les [a-z]+ )?(?:sont|seront|restent|demeurent) (?:[a-z]+ )?(?:admis|retenu|invite|autorise)[a-z]*";
export const NO_PHASE = fr`candidatures?|plis?|hors delai|tranches?|(?:sans|aucune) (?:[a-z]+ )?elimination|inappropriees?|irregulieres?|inacceptables?|anormal[a-z]*|${NOBODY_OUT}`;

/** What announces a list. */
const OPENS = /:\s*$/;

/** Those that are heard, that a table leaves without criteria, or that a list of stages shows. */
export function phasesOf(piece: Piece, known: readonly Phase[]): Phase[] {
  const isDialogue = piece.ask(procedure).name === 'dialogue-competitif';
  const isStated = telling(piece, 'procedure/criteres-de-phase').some(
    ({ surety, sentence }) =>
      surety === 'sure' &&
      !sentence.has(DEFERRED) &&
      !sentence.has(UNSAID) &&
      !sentence.has(NOT_DISCUSSED) &&
      !isOfAward(sentence) &&
      isOfTalks(sentence),
  );
  const heard = telling(piece, 'procedure/phases-eliminatoires').flatMap((one): Phase[] => {
    const { sentence } = one;
    const isKnown = known.some(({ at }) => at.start <= sentence.span.start && sentence.span.start < at.end);
    const staged = [sentence, sentence.previous].some((s) => s?.has(STAGE)) || NARROWS.test(sentence.folded);
    if (
      isKnown ||
      !(staged && (one.surety === 'sure' || sentence.has(FEWER))) ||
      !(inNegociation(sentence) || isDialogue) ||
      sentence.has(NO_PHASE)
    )
      return [];
    return [{ at: sentence.span, criteres: isStated || hasCriteria(sentence), doubt: hearing(one) }];
  });
  const rows = piece.draft.tables.flatMap((table): Phase[] => {
    const column = table.column(fr`criteres?`);
    if (column < 0 || !table.header.cells[0]?.has(STAGE)) return [];
    return table.rows.flatMap(({ cells }) => {
      const empty = cells.find((c) => c.cell?.column === column);
      const fewer = cells.find((c) => NARROWS.test(c.folded));
      const without = empty && (NOTHING.test(empty.folded) || empty.folded.trim() === '');
      return without && fewer ? [{ at: (empty.text.trim() ? empty : fewer).span, cell: true, criteres: false }] : [];
    });
  });
  // Under a title, items that say they are stages; after a colon, any that leave fewer.
  const titled = piece.draft.headings.filter(({ items }) => items.some((item) => item.has(STAGE)));
  const stages = [...piece.draft.passagesWith(OPENS), ...titled].flatMap((lead): Phase[] => {
    const { items } = lead;
    const left = items.map((item) => counts(item.folded, LEFT)[0]?.value);
    const at = left.findIndex((n, i) => i > 0 && n !== undefined && n < (left[i - 1] ?? 0));
    const [sentence] = items[at]?.sentences ?? [];
    return sentence ? [{ at: sentence.at(), criteres: isStated || hasCriteria(sentence) }] : [];
  });
  const fewer = piece.draft.tables.flatMap((t) => fewerByStage(t, isStated));
  return [...heard, ...rows, ...stages, ...fewer].sort((a, b) => a.at.start - b.at.start);
}

/** The award has criteria too: those of a stage are told where the talks are, or with them. */
const isOfTalks = (s: Sentence): boolean => inNegociation(s) || s.has(STAGE) || s.has(fr`dialogue|auditions?`);

/** A table of stages that leaves fewer in from row to row, and has no column for criteria. */
function fewerByStage(table: Table, isStated: boolean): Phase[] {
  const column = table.column(fr`${LEFT_IN}`);
  if (column < 1 || !table.header.cells[0]?.has(STAGE) || table.column(fr`criteres?`) >= 0) return [];
  const cells = table.rows.map((row) => row.cells.find((c) => c.cell?.column === column));
  const left = cells.map((c) => Number(/^ ?(\d{1,2})(?! ?%)/.exec(c?.folded ?? '')?.[1]));
  const at = left.findIndex((n, i) => i > 0 && n < (left[i - 1] ?? 0));
  const sentence = cells[at]?.sentences[0];
  return sentence ? [{ at: sentence.at(), cell: true, criteres: isStated || hasCriteria(sentence) }] : [];
}
const FEWER = fr`(?:ecart|elimin|redui|reduc|retir|quitt|continu|poursuiv|restrein|conserv|gard|limit|retenu|admis|pass)[a-z]*|seuls?|seules?|moins`;
/** « 4 vers 2 », « de cinq à trois ». */
const NARROWS =
  /(?:\d+|deux|trois|quatre|cinq|six) (?:candidats? |equipes? |solutions? )?(?:vers|a|puis|->|→|au (?:premier|1er) [a-z]+,? (?:puis |et )?) ?(?:\d|une?|deux|trois|quatre|cinq)/;
const NOTHING = /^[^a-z]*(?:sans objet|neant|aucune?s?|non(?: prevus?)?)?[^a-z0-9]*$/;
export const LEFT_IN = fr`solutions?|projets?|propositions?|candidats?|participants?|equipes?|groupements?|concurrents?`;
const LEFT = '(?:equipes?|candidats?|participants?|solutions?|groupements?|concurrents?)';

/** « Notation du premier tour », and under it the weights. */
const WEIGHED = /\d ?(?:%|points?(?![a-z]))/;

const UNSAID = fr`sans criteres?|aucun critere|souverain[a-z]*|librement`;
/** Criteria are named there, and given: not put off, nor declared to be none. */
const namesCriteria = (s: Sentence): boolean =>
  (s.has(fr`criteres?`) || isWeighed(s)) &&
  !s.has(DEFERRED) &&
  !s.has(UNSAID) &&
  !s.has(NOT_DISCUSSED) &&
  !isOfAward(s);
/** « Critères d'attribution des offres finales : … »: those of the end, which no phase applies. */
const isOfAward = (s: Sentence): boolean =>
  s.has(fr`offres? finales?`) &&
  ![STAGE, ELIMINATE].some((p) => has(s.folded.replace(NO_STAGE, ' '), p)) &&
  !s.has(fr`mêmes critères`);
/** « sans usage aux phases 1 et 2 » */
const NO_STAGE =
  /(?<![a-z])(?:sans|pas|non|ni|hors)(?: [a-z]+)? (?:aux?|pour|dans|lors|les|des|en)(?: (?:les?|la))? (?:phases?|etapes?|tours?)/g;
/** « Nous les classons sur la portée (60 points) et le coût (40 points) »: two weights at least. */
const isWeighed = (s: Sentence): boolean => (s.folded.match(WEIGHT)?.length ?? 0) >= 2;
const WEIGHT = /(?<!\d)\d{1,3} ?(?:%|points?|pts|pour cent)(?![a-z])/g;
/** « Ni les critères ni leur poids ne sont ouverts à la discussion »: what the talks leave alone, and not what a phase applies. */
const NOT_DISCUSSED = fr`critères?[^.;]{0,60}(?:ne|n') ?(?:sont|seront|est|peuvent|font)[^.;]{0,40}(?:discussion|discut[a-zé]*|négoci[a-zé]*|débat[a-zé]*|modifi[a-zé]*)|(?:discussion|négociation|dialogue)s? [^.;]{0,30}ne port(?:e|ent|era)[^.;]{0,40}critères?`;

/** Criteria of a phase: in its section or its sentence's neighbours, or said to be those of a phase elsewhere. */
export function hasCriteria({ section, passage }: Sentence): boolean {
  if (section.own.some((p) => p.sentences.some(namesCriteria))) return true;
  if (passage.draft.sentences.some((s) => s.section.heading?.has(STAGE) && WEIGHED.test(s.folded))) return true;
  return passage.draft.sentences.some(
    (s) =>
      namesCriteria(s) &&
      s.has(
        fr`phases?|tours?|étapes?|rondes?|sessions?|(?:chaque|une|des|la|les) (?:séance|rencontre|audition|rendez-vous|entretien)s?|à chaque fois|réduire|réduction|dialogue|élimin[a-z]*`,
      ) &&
      !s.has(fr`candidatures?`),
  );
}
