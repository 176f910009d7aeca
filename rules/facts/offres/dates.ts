import type { Passage, Sentence } from '../../kit/draft.ts';
import { DATE_FIGURES, type DateItem, dates, hourIn } from '../../kit/french/dates.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { findAll, has } from '../../kit/text.ts';
import { lotsNamed, rowLots } from '../commun/index.ts';
import {
  AFTER,
  BY_THEN,
  HANDED,
  LABELS,
  LINK,
  type OffresDateKind,
  OPEN_FROM,
  OPENS,
  POSTPONED,
  TITLE,
} from './dates-libelles.ts';
import { REMIS, REMISE } from './mots.ts';

export type { OffresDateKind };

export interface OffresDate {
  readonly kind: OffresDateKind;
  readonly date: DateItem;
  /** `2027-03-05`; undefined when the calendar has no such day. */
  readonly iso: string | undefined;
  /** Final offers, in a procedure with phases. */
  readonly finale: boolean;
  /** Numbers of the lots it is for; empty for all. */
  readonly lots: readonly string[];
  /** The date as written, day of the week and hour included. */
  readonly at: Span;
  readonly sentence: Sentence;
}

const PRONOUN = fr`(?:elles?|ils?|celle-ci|celles-ci|ceux-ci|celui-ci) (?:[a-z]+ ){0,3}(?:${REMIS})`;
/** What a deadline under a title is for: « Les attestations datent du 5 mars 2027 au plus tard » is another matter. */
const HANDING = fr`${REMIS}|${REMISE}|date limite|heures? limites?|echeance|cloture`;
const DEADLINE_WORDS = fr`date limite|dates? et heures? limites?|heure limite|echeance|au plus tard|avant le|cloture`;

/** « du lot 2 », « (lots 1 et 3) », « relatives au lot n° 2 »: says for whom, and stands in the way of what is handed in. */
const OF_LOTS =
  / ?\(?(?:(?:du|des|de|pour les?|(?:relati(?:f|ve)|afferente?|propre|concernant|correspondant)[a-z]* (?:(?:aux?|le|les) )?) ?)?lots? (?:n ?°s? ?)?\d{1,2}(?:(?: ?,| et| ou| a| -)(?: (?:du |le |au )?(?:lot )?(?:n ?° ?)?)?\d{1,2})*\)?,?(?![a-z0-9])/g;
const LOTS_BESIDE = new RegExp(`^,?(?:${OF_LOTS.source})`);
/** « et celles du lot 2 avant le »: as the date before it, for another lot. */
const SAME = new RegExp(`^(?:[ ,;]*(?:et|puis|celles?|ceux|les offres|les plis))*${LINK}`);

interface DateRead {
  readonly item: DateItem;
  /** Numbers of the lots that the sentence says it is for. */
  readonly lots: readonly string[];
  /** Undefined where only the context may tell. */
  readonly kind: OffresDateKind | 'autre' | undefined;
  readonly limit: boolean;
  readonly alone: boolean;
}

const nearest = (words: string, labels: typeof LABELS): OffresDateKind | 'autre' | undefined => {
  let best: { kind: OffresDateKind | 'autre'; to: number } | undefined;
  for (const [kind, pattern] of labels)
    for (const { to } of findAll(words, pattern)) if (!best || to > best.to) best = { kind, to };
  return best?.kind;
};

/** The words after a date that may say for which lots it is; none where those before it do. */
function lotsAfter(before: string, after: string, isOnly: boolean): string {
  if (lotsNamed(before).length > 0) return '';
  return isOnly ? after : (LOTS_BESIDE.exec(after)?.[0] ?? '');
}

/** The dates of a sentence with what stands around each. */
const read = (phrase: Phrase): DateRead[] | undefined => {
  if (!phrase.has(DATE_FIGURES)) return undefined;
  const { folded } = phrase;
  const items = dates(folded);
  const out: DateRead[] = [];
  let start = 0;
  let earlier = '';
  for (const [i, item] of items.entries()) {
    const near = folded.slice(start, item.from);
    const rest = folded.slice(item.to, items[i + 1]?.from);
    const beside = lotsAfter(near, rest, items.length === 1);
    start = item.to + beside.length;
    const lots = [near, beside, folded.slice(0, item.from)].map(lotsNamed).find((l) => l.length > 0) ?? [];
    const before = near.replace(OF_LOTS, '');
    const role = roleOf(before, rest.replace(OF_LOTS, ''), has(folded, OPEN_FROM), items.length === 1);
    const last = out[out.length - 1];
    const same = (before !== near || beside !== '') && SAME.test(before);
    // The new day takes the place of the one put off.
    if (last && POSTPONED.test(earlier + before)) out[out.length - 1] = { ...last, item };
    else out.push({ item, lots, ...role, ...(same && last && { kind: last.kind }) });
    earlier = before;
  }
  return out;
};

/** The way of handing in, behind the day and hour of a deadline. */
const WAY =
  /[ ,(-]+(?:(?:uniquement|exclusivement) )?(?:par (?:la )?voie (?:electronique|dematerialisee)|sur (?:le|la|son|notre) (?:profil d'acheteur|plate-?forme)(?: (?:de dematerialisation|des achats|plateforme))?|en ligne|(?:au|pour le) (?:journal officiel(?: de l'union(?: europeenne)?)?|joue|boamp)|sous (?:forme|format) (?:electronique|dematerialisee?))(?: (?:uniquement|exclusivement))?[ .;)]*$/;

/** « La ville lance le 3 mars 2027 un appel d'offres ouvert » */
const LAUNCHES = /(?<![a-z'])(?:lance|engage|ouvre|publie)(?:nt|ra|ront)?,? (?:le )?$/;
const LAUNCHED = fr`(?:un|une|la|son|sa|ce|cette|l'|le) ?(?:présente? )?(?:appel d'offres|consultation|procédure|mise en concurrence|dialogue compétitif|marché)`;

const BEFORE_IT = /^,? (?:soit |c'est-a-dire )?[a-z0-9-]+ (?:jours?|semaines?|mois)(?: [a-z]+)? avant /;
/** What the words on either side of a date say of it. `range`: a date before it may have opened a period. */
function roleOf(before: string, after: string, range: boolean, single: boolean): Omit<DateRead, 'item' | 'lots'> {
  // « 5 mars 2027 à 12 h, par voie électronique »: how says nothing of what.
  const alone =
    single &&
    /^(?:le |au |a |avant |au plus tard |jusqu'au |h|heures?|de paris|[^a-z])*$/.test(before + after.replace(WAY, ' '));
  // « Dès le 4 décembre, soit sept semaines avant la date limite »: how long before it.
  if (BEFORE_IT.test(after)) return { kind: undefined, limit: false, alone: false };
  if (LAUNCHES.test(before) && has(after, LAUNCHED)) return { kind: 'lancement', limit: false, alone };
  if (OPENS.test(before) && /^ au $/.test(after)) return { kind: 'lancement', limit: false, alone };
  if (range && /^ au $/.test(before)) return { kind: 'offres', limit: true, alone };
  const byThen = BY_THEN.test(after);
  const kind =
    nearest(before, LABELS) ??
    AFTER.find(([, p]) => has(after, p))?.[0] ??
    (byThen ? HANDED.find(([, p]) => has(before, p))?.[0] : undefined);
  return { kind, limit: byThen || has(before, DEADLINE_WORDS), alone };
}

const byTitle = (words: string): OffresDateKind | 'autre' | undefined => {
  // « Date limite de réception des offres » as a whole label, before the looser titles.
  const label = nearest(words, LABELS);
  if (label) return label;
  return TITLE.find(([, p]) => has(words, p))?.[0];
};

/** The label of a date that stands alone: its row, its list's or item's head, the title above. */
function contextOf(passage: Passage): string[] {
  const { table } = passage;
  if (table) {
    const row = table.rowOf(passage);
    // The day first, and what it is for beside it.
    const label = row?.cells[0] === passage && row.index > 0 ? row.cells[1] : row?.cells[0];
    const others = [label, table.headerOf(passage)].filter((p) => p !== passage);
    return others.flatMap((p) => p?.folded ?? []);
  }
  const titles = passage.section.chain.map((s) => s.title).reverse();
  return passage.list && passage.lead ? [passage.lead.folded, ...titles] : titles;
}

/** « Date limite : 5 mars 2027 »: of what, its title alone may tell. */
const LIMIT_LABEL = /^[^a-z]*(?:clotures?|dates? (?:et heures? )?limites?|echeances?) ?: /;
/** « 4. Clôture », and under it « Elle est fixée au 5 mars 2027 » */
const TAKES_TITLE =
  /^[^a-z]*(?:elles?|ils?|celle-ci|celui-ci) (?:est|sont|sera|seront|a ete|ont ete|intervien|aura lieu|s'entend|tombe)/;
const CLOSING =
  /^[^a-z]*(?:la )?(?:clotures?|dates? (?:et heures? )?limites?|echeances?|heures? limites?|limites?|terme)[^a-z]*$/;
const ofOffers = (kind: DateRead['kind']): OffresDateKind | undefined => (kind === 'autre' ? undefined : kind);

/** `isRules`: in a règlement, a deadline that says no more is that of the offers. */
function kindOf({ kind, alone, limit }: DateRead, sentence: Sentence, isRules: boolean): OffresDateKind | undefined {
  if (kind) return ofOffers(kind);
  const { passage, previous, folded } = sentence;
  const bare = isRules && (LIMIT_LABEL.test(folded) || (!previous && TAKES_TITLE.test(folded)));
  if (!alone && !bare && !(limit && sentence.has(HANDING))) return undefined;
  const takenUp = previous && !passage.table && (alone || sentence.has(PRONOUN)) ? [previous.folded] : [];
  const above = [...takenUp, ...contextOf(passage).map((title) => `${title} `)];
  const said = above.map((words) => (CLOSING.test(words) ? undefined : byTitle(words))).find((found) => found);
  if (said) return ofOffers(said);
  const isClosing = isRules && above.some((words) => CLOSING.test(words));
  return isClosing || (bare && LIMIT_LABEL.test(folded)) ? 'offres' : undefined;
}

const FINALES = fr`offres? (?:[a-z]+ )?finales?`;
/** « Heure limite : 12 h », on the line or in the row under that of the day. */
const HOUR_LABEL =
  /^[^a-z]*heures?(?: (?:limites?|butoirs?))?(?: de (?:remise|depot|reception)(?: des (?:offres|plis))?)? ?:? ?(?=\d|midi|minuit)/;
function hourBelow({ next, passage }: Sentence): DateItem['time'] {
  const { table, after } = passage;
  const row = table?.rowOf(passage);
  const below = table?.rows.find(({ index }) => index - 1 === row?.index);
  const words = row ? below?.cells.map((c) => c.folded.trim()).join(' ') : (next ?? after)?.folded;
  return words && HOUR_LABEL.test(words) ? hourIn(words) : undefined;
}

/** The days of the procedure that a piece writes, in order. */
export function readDates(piece: Piece): OffresDate[] {
  const isRules = piece.kind === 'rc';
  return piece.draft.collect(read).flatMap(({ value, sentence }) =>
    value.flatMap((found): OffresDate[] => {
      const kind = kindOf(found, sentence, isRules);
      if (!kind) return [];
      const { table } = sentence.passage;
      const label = table?.rowOf(sentence.passage)?.cells[0]?.folded ?? '';
      const head = table?.headerOf(sentence.passage)?.folded ?? '';
      return [
        {
          kind,
          date: { ...found.item, time: found.item.time ?? hourBelow(sentence) },
          iso: found.item.iso,
          finale: [sentence.folded, label].some((w) => has(w, FINALES)),
          lots:
            [found.lots, lotsNamed(label), rowLots(sentence.passage), lotsNamed(head)].find((l) => l.length > 0) ?? [],
          at: sentence.at(found.item),
          sentence,
        },
      ];
    }),
  );
}
