import { ccagReference, citations } from '../../rules/facts/droit/index.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import { articleAt, articlePage, ccagAt, lawPage } from '../../rules/law/law.ts';
import type { Code } from '../../rules/law/model.ts';

/** A citation with the public page of its text. */
export interface LawLink {
  readonly at: Span;
  readonly url: string;
  /** What the page is, and what to look for in it, in French. */
  readonly tooltip: string;
}

const french = (day: string) => day.split('-').reverse().join('/');

/** The public page of an article of a code as it stands on a day: its own where its address is known, else its code's. */
export function articleUrl(code: Code, number: string, date: string): Omit<LawLink, 'at'> | undefined {
  const answer = articleAt(code, number, date);
  if (answer.status === 'unknown' || answer.status === 'absent') return undefined;
  const own = 'since' in answer && articlePage(code, answer.number, answer.since);
  if (own) return { url: own.url, tooltip: `${own.label}, sur Légifrance` };
  // Before its first day the article is only in the text to come.
  const day = answer.status === 'not-yet' ? answer.inForceOn : date;
  const page = lawPage(code, day);
  return page && { url: page.url, tooltip: `${page.label} au ${french(day)}, sur Légifrance : y chercher ${number}` };
}

function articleLinks(piece: Piece): LawLink[] {
  return piece.ask(citations).articles.flatMap(({ code, number, at }) => {
    const page = code === 'ccp' || code === 'cpi' ? articleUrl(code, number, piece.date) : undefined;
    return page ? [{ at, ...page }] : [];
  });
}

function repealedLinks(piece: Piece): LawLink[] {
  return piece.ask(citations).repealed.flatMap(({ text, at, articles }) => {
    const page = lawPage(text, piece.date);
    if (!page) return [];
    const sought = articles.length > 0 ? ` : y chercher l’article ${articles.join(', ')}` : '';
    return [{ at, url: page.url, tooltip: `${page.label}, sur Légifrance${sought}` }];
  });
}

function ccagLinks(piece: Piece): LawLink[] {
  const reference = piece.ask(ccagReference);
  const { ccag } = piece.ask(citations);
  const pageOf = (kind: string | undefined, year: number | undefined) => {
    const known = kind ?? reference.kind;
    if (!known || known === 'aucun') return undefined;
    const of = year ?? (reference.kind === known ? reference.year : undefined);
    const now = of ?? ccagAt(known as Parameters<typeof ccagAt>[0], piece.date)?.text.year;
    return now && lawPage(`ccag-${known}-${now}`, piece.date);
  };
  const cited = ccag.flatMap(({ kind, year, article, at }) => {
    const page = pageOf(kind, year);
    return page
      ? [{ at, url: page.url, tooltip: `${page.label}, sur Légifrance : y chercher l’article ${article}` }]
      : [];
  });
  const named = reference.mentions.flatMap(({ kind, year, past, at }) => {
    const page = past ? undefined : kind && pageOf(kind, year);
    return page ? [{ at, url: page.url, tooltip: `${page.label}, sur Légifrance` }] : [];
  });
  return [...cited, ...named];
}

/** The citations of a piece whose text has a public page that we know, in order. Nothing for the others. */
export const lawLinks = (piece: Piece): readonly LawLink[] =>
  [...articleLinks(piece), ...repealedLinks(piece), ...ccagLinks(piece)].sort((a, b) => a.at.start - b.at.start);
