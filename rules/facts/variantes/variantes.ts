import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { type Span, TOP } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';
import { OTHER_NAME, VARIANTE } from './mots.ts';
import { answerLabels, isSure, loosely, meet, opposed, type Prise, saidIn } from './prises.ts';
import { heardPrises, maySpeakOfVariants } from './prises-entendues.ts';

const COUNT = '(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\\d+)';
const ALL_LOTS = fr`(?:tous(?: les)?|chacun des|l'ensemble des|la totalité des|chaque|quels? que soi(?:t|ent) les?|aucun(?: des)?|l'un (?:ni|ou|et) l'autre des|quelque)(?: ${COUNT})? lots?|pour les ${COUNT} lots`;
const BUT = fr`sauf|excepté|hormis|à l'exception|autres? que`;

/** True where what a place says is said of all the lots: by itself, at the head of its row or of its section. */
export function saidOfAllLots({ draft }: Piece, at: Span): boolean {
  const passage = draft.passageAt(at.start);
  const around = [passage, passage?.rowLabel, passage?.section.heading].map((p) => p?.folded ?? '').join(' ; ');
  return has(around, ALL_LOTS) && !has(passage?.folded ?? '', BUT);
}

/** What a piece says of variants. */
export interface Variantes {
  /** In order. Empty when the piece takes no side. */
  readonly prises: readonly Prise[];
  /** Statements before a box that nobody ticked: the piece does not choose. */
  readonly cases: readonly Span[];
  /** Two places that surely say the contrary for the same lots: the later, with the earlier. */
  readonly contradictions: readonly {
    readonly later: Prise;
    readonly earlier: Prise;
    readonly lots: readonly string[];
  }[];
  /** The section that treats of variants, where the piece has one. */
  readonly section: Passage['section'] | undefined;
}

/** What a piece says of variants: whether they are open, for which lots, and where. */
export const variantes = defineFact<Variantes>({
  id: 'variantes',
  title: 'Variantes',
  read(piece: Piece) {
    const { prises, titles, cases, read } = saidIn(piece);
    answerLabels(prises);
    // « Variantes autorisées » as a title gives way to what stands under it.
    for (const title of titles) {
      const { section } = title.sentence;
      const body =
        prises.some((p) => p.sentence.section.chain.includes(section)) ||
        cases.some((c) => c.start > title.at.start && c.start < section.span.end);
      if (!body) prises.push(title);
    }
    prises.push(...loosely(piece, read));
    prises.push(...heardPrises(piece, prises, read));
    const said = prises.filter((prise) => !isFreeMeans(prise, prises)).sort((a, b) => a.at.start - b.at.start);
    const section = piece.draft.sections.find((s) => s.heading?.has(VARIANTE));
    return { prises: said, cases, contradictions: contradictionsOf(said), section };
  },
  show: ({ prises, cases }) =>
    prises.length > 0 || cases.length > 0
      ? {
          positions: prises.map(({ position, lots, sentence }) => ({ position, lots, texte: sentence.text })),
          casesNonCochees: cases.length || undefined,
        }
      : undefined,
});

const MEANS = fr`(?:autres?|différentes?|votre|vos|propres?) (?:façons?|manières?|méthodes?|organisations?)`;
/** « Pas de variante. Votre façon de faire, si elle est autre, décrivez-la au mémoire »: how the work is done is free, and no offer is added. */
const isFreeMeans = ({ position, sentence }: Prise, all: readonly Prise[]): boolean =>
  position === 'autorisees' &&
  sentence.has(MEANS) &&
  !sentence.has(VARIANTE) &&
  all.some((ban) => ban.position === 'interdites' && ban.sentence === sentence.previous && ban.sentence.has(VARIANTE));

function contradictionsOf(prises: readonly Prise[]): Variantes['contradictions'] {
  const out: { later: Prise; earlier: Prise; lots: readonly string[] }[] = [];
  prises.forEach((later, i) => {
    for (const earlier of prises.slice(0, i)) {
      const lots = opposed(later, earlier) ? meet(earlier, later) : undefined;
      if (!lots || !(isSure(later) || isSure(earlier))) continue;
      out.push({ later, earlier, lots });
      return;
    }
  });
  return out;
}

/**
 * The first place of a piece that opens variants (or asks for them) and that nothing in the consultation contradicts
 * for all its lots; undefined when there is none.
 */
export function ouverture(piece: Piece): Prise | undefined {
  const { prises } = piece.ask(variantes);
  const bans = piece.consultation.pieces.flatMap((p) =>
    p
      .ask(variantes)
      .prises.filter((x) => x.position === 'interdites')
      // Another piece that bans them for every lot leaves none to this one.
      .map((ban) => ({ ...ban, whole: p !== piece && !ban.lots && saidOfAllLots(p, ban.at) })),
  );
  return prises.find((prise) => {
    if (prise.position === 'exigees') return true;
    if (prise.position !== 'autorisees') return false;
    const against = bans
      .filter((ban) => isSure(ban) || !isSure(prise))
      .map((ban) => (ban.whole ? [] : meet(prise, ban)))
      .filter((lots) => lots !== undefined);
    if (against.some((lots) => lots.length === 0)) return false;
    return !prise.lots || prise.lots.some((lot) => !against.some((lots) => lots.includes(lot)));
  });
}

/** That variants are open, as seen from one piece. */
export interface Ouverte {
  /** Where to report in the piece asked: the place that opens variants, else the section on variants, else the title. */
  readonly at: Span;
  /** The text that opens them stands in the piece asked. */
  readonly ici: boolean;
  /** Numbers of the lots that they are open for; undefined for all. */
  readonly lots: readonly string[] | undefined;
  readonly doubt: Doubt;
}

/** Whether any piece of the consultation opens variants, as seen from one piece; undefined when none does. */
export function ouvertureDuDossier(piece: Piece): Ouverte | undefined {
  const own = ouverture(piece);
  if (own) return { at: own.at, ici: true, lots: own.lots, doubt: own.doubt };
  const others = piece.consultation.of('rc', 'cctp', 'programme-fonctionnel', 'ccap', 'ae');
  const opening = others.filter(ouverture);
  const [first] = opening;
  // A piece of the same kind that opens variants speaks for itself.
  if (!first || opening.some((p) => p.kind === piece.kind)) return undefined;
  const there = ouverture(first);
  return { at: lieu(piece), ici: false, lots: there?.lots, doubt: there?.doubt };
}

/** Where the buyer would write on variants: the heading of their section, else the title of the piece. */
export const lieu = (piece: Piece): Span => (piece.ask(variantes).section?.heading ?? piece.draft.title)?.span ?? TOP;

/** True where the sentence speaks of variants: by its words, its passage, its section or the lead of its list. */
export function parleDeVariantes({ passage, folded }: Sentence): boolean {
  if (find(folded, VARIANTE) || passage.has(VARIANTE) || passage.has(OTHER_NAME)) return true;
  if (passage.section.chain.some((s) => s.heading?.has(VARIANTE) && s.level > 1)) return true;
  for (let lead = passage.lead; lead; lead = lead.list ? lead.lead : undefined) if (lead.has(VARIANTE)) return true;
  if (/^[^a-z]*(?:elles?|celles?-ci|leurs?|son|ces dernieres) /.test(folded) && !passage.heading) {
    const all = passage.draft.passages;
    const above = all[all.indexOf(passage) - 1];
    if (above && !above.heading && above.has(VARIANTE)) return true;
  }
  const row = passage.table?.rowOf(passage);
  return row?.cells.some((c) => c.has(VARIANTE)) ?? false;
}

const INCIDENTAL = fr`sauf variantes? eventuelles?|eventuelles? variantes?|variantes? eventuelles?|variantes? suivantes?`;
const RULES_ON = fr`respect[a-z]*|exigences?|criteres?|grilles?|notee?s?|jugee?s?|attendue?s?|portent|traitee?s?|regime|article|reglement|avis|present[a-z]*|accompagn[a-z]*|conditions?`;

/** True where the piece treats of variants without taking sides: a section of their own, a rule on them, a reference. */
export const traiteDesVariantes = (piece: Piece): boolean => {
  const { section } = piece.ask(variantes);
  if ((section && section.passages.length > 1) || maySpeakOfVariants(piece)) return true;
  return piece.draft.sentences.some(
    (s) => s.has(VARIANTE) && !s.has(INCIDENTAL) && s.has(RULES_ON) && !s.passage.heading,
  );
};
