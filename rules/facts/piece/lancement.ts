import type { Passage } from '../../kit/draft.ts';
import { DATE_FIGURES, dates } from '../../kit/french/dates.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { linesOf } from '../commun/index.ts';

const MONTHS = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const OF = "(?: (?:de l'|de la |du |de |d'un |d')(?:present |presente )?";

/** What a label says before the day of the launch, surest first. A sentence that tells the story of another act is none. */
const LABELS: readonly RegExp[] = [
  fr`(?:envoi|expédition|transmission)${OF}(?:avis|aapc|annonce)(?: d'appel (?:public )?à (?:la )?concurrence| de marché)?)(?: (?:à la publication|au boamp|au joue|aux organes de publication|pour publication))?`,
  fr`(?:lancement|ouverture)${OF}(?:consultation|procédure|marché|appel d'offres|mise en concurrence))`,
  fr`(?:publication|parution|mise en ligne)(?:${OF}(?:avis|aapc|annonce|consultation|dossier|dce|marché))?)`,
  fr`émission(?:${OF}(?:document|dossier|dce|règlement|consultation))?)`,
].map(
  (label) =>
    new RegExp(
      `^[^a-z0-9]*(?:dates?(?: previsionnelle| effective)?(?: de | d'| ?: ?))?${label.source}[^a-z0-9]*(?:le )?$`,
    ),
);

/** Before the day of a cover: « Metz, le », « Version du ». */
const COVER =
  /^[^a-z0-9]*(?:(?:[a-z][a-z' -]{1,30}, )?le |(?:version|edition|etabli|redige)[a-z0-9.: -]{0,12} (?:du|le) |date ?: ?)?$/;
const MONTH = new RegExp(`(?<![a-z0-9])(?:mois de )?(${MONTHS}) (20\\d\\d)[^a-z0-9]*$`);
/** Passages that a cover may hold. */
const COVER_LENGTH = 12;

interface Dated {
  readonly iso: string;
  readonly before: string;
  readonly alone: boolean;
}

/** The one day of a sentence that says no more than a label. */
const dated = (phrase: Phrase): Dated | undefined => {
  if (!phrase.has(DATE_FIGURES)) return undefined;
  const [item, ...more] = dates(phrase.folded);
  if (!item?.iso || more.length > 0 || /[a-z]{3}/.test(phrase.folded.slice(item.to))) return undefined;
  const before = phrase.folded.slice(0, item.from);
  return { iso: item.iso, before, alone: !/[a-z0-9]/.test(before) };
};

/**
 * The day on which the consultation was launched, as a label or the cover of a piece gives it; undefined where neither
 * does. Nothing is drawn from a sentence: it may be about another act.
 */
export function readLancement({ draft }: Piece): string | undefined {
  const found: (readonly [rank: number, iso: string])[] = draft.collect(dated).flatMap(({ value, sentence }) => {
    const { table } = sentence.passage;
    const beside =
      table && value.alone ? [table.rowOf(sentence.passage)?.cells[0], table.headerOf(sentence.passage)] : [];
    const words = [value.before, ...beside.map((p) => p?.folded ?? '')];
    const rank = LABELS.findIndex((label) => words.some((w) => label.test(w)));
    return rank < 0 ? [] : [[rank, value.iso] as const];
  });
  const best = Math.min(...found.map(([rank]) => rank));
  return found.find(([rank]) => rank === best)?.[1] ?? onCover(draft);
}

/** « Version 1.0 – », « DCE B », « Indice 2 du », « Ville de Redon – Consultation »: what a cover, or the foot of its page, dates. */
const MARK =
  /(?:^|[^a-z0-9])(?:(?:version|edition|indice|ind|revision|rev|v|dce|maj|mise a jour)\.?|(?<!(?:la|une|cette) )consultation|date de la consultation) ?(?:n ?° ?)?(?:[a-z]|[a-z]?\d{1,3}(?:\.\d{1,2}){0,2})?(?: ?[-:/,(] ?| )(?:d[ue] |le |en )?$/;
/** A text that has versions of its own, or a day of another matter. */
const OTHER_MARK = fr`c\.?c\.?a\.?g|normes?|conventions?|codes?|arrêtés?|guides?|chartes?|référentiels?|limites?|remises?|réceptions?|dépôts?|formulaires?|modèles?|attri ?1?|dc ?[1-4]|fin|clôture|relance|renouvellement|précédente?s?|depuis|questions?|visites?`;

/** The day that the words of a line end with; the first of a month that has no day. */
function dayEnding(folded: string): { readonly iso: string; readonly before: string } | undefined {
  const [item, ...more] = dates(folded);
  if (item?.iso)
    return more.length > 0 || item.time || /[a-z0-9]/.test(folded.slice(item.to))
      ? undefined
      : { iso: item.iso, before: folded.slice(0, item.from) };
  const found = MONTH.exec(folded);
  const [, month, year] = found ?? [];
  if (!found || !month || !year) return undefined;
  const number = String(MONTHS.split('|').indexOf(month) + 1).padStart(2, '0');
  return { iso: `${year}-${number}-01`, before: folded.slice(0, found.index) };
}

const isMarked = (before: string): boolean => MARK.test(before) && !has(before, OTHER_MARK);

/** « Date limite de remise des offres », over the day that stands alone under it. */
const isDeadline = ({ before }: Passage): boolean => before?.has(DEADLINE) === true;
const DEADLINE = fr`limites?|remises?|réceptions?|dépôts?|avant`;

/** The day of the version that a passage of the cover gives, alone or at the end of a line of marks. */
function dayOfVersion(passage: Passage): string | undefined {
  const { folded } = passage;
  const alone = folded.length < 80 && !isDeadline(passage) ? dayEnding(folded) : undefined;
  if (alone && COVER.test(alone.before)) return alone.iso;
  for (const { from, to } of linesOf(passage)) {
    const marked = to - from < 110 ? dayEnding(folded.slice(from, to)) : undefined;
    if (marked && isMarked(marked.before)) return marked.iso;
  }
  return undefined;
}

function onCover(draft: Piece['draft']): string | undefined {
  for (const passage of draft.passages.slice(0, COVER_LENGTH)) {
    if (passage.kind === 'cell' || passage.kind === 'item' || passage.section.number) continue;
    const day = dayOfVersion(passage);
    if (day) return day;
  }
  return undefined;
}
