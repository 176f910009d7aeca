import { openConsultation } from '../../rules/consultation/open.ts';
import { type CcagCitation, ccagReference, citations, type RepealedCitation } from '../../rules/facts/droit/index.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import type { Span } from '../../rules/kit/span.ts';
import {
  type CcagKind,
  ccagArticle,
  ccagArticleAt,
  ccagAt,
  ccagSuccessor,
  ccagSureness,
  type Mapping,
  successor,
} from '../../rules/law/law.ts';
import { explainArticle } from './explain-article.ts';
import { surety } from './surety.ts';

/** What our data says of a citation, as Markdown in French, with its place. */
export interface Explained {
  readonly at: Span;
  readonly markdown: string;
}

const french = (day: string) => day.split('-').reverse().join('/');
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const MAPPED: Readonly<Record<Mapping, string>> = {
  W: 'la rédaction ancienne se retrouve dans le texte en vigueur',
  X: 'le texte en vigueur renvoie à ces articles',
  K: 'rapprochement par le sujet, non vérifié, à vérifier',
};

function explainRepealed({ text, articles }: RepealedCitation, date: string): string | undefined {
  const whole = successor(text)?.text;
  if (!whole) return undefined;
  const inForce = date < (whole.until ?? '9999');
  const state =
    whole.until === null
      ? ''
      : inForce
        ? ` ; abrogé à partir du ${french(whole.until)}`
        : `, abrogé le ${french(whole.until)}`;
  const lines = (articles.length > 0 ? articles : [undefined]).flatMap((article) => {
    const found = successor(text, article);
    if (!found) return [];
    const what =
      article === undefined
        ? 'Remplacé par'
        : `Article ${article}${found.subject ? ` (${found.subject})` : ''}, remplacé par`;
    const how = found.mapping ? ` Correspondance : ${MAPPED[found.mapping]}.` : '';
    return [`${what} : ${found.label}.${how}${found.note ? ` ${found.note}` : ''}`];
  });
  const partly = whole.partial ? ['Une partie de ce texte peut être encore en vigueur.'] : [];
  return [
    `# ${capital(whole.label)}`,
    `En vigueur depuis le ${french(whole.since)}${state}.`,
    ...partly,
    ...lines,
    surety(whole),
  ].join('\n\n');
}

/** What the CCAG of 2021 says under a number on a day, as lines. */
export function ccagLines(kind: CcagKind, article: string, date: string): string[] {
  const answer = ccagArticleAt(kind, article, date);
  switch (answer.status) {
    case 'absent':
      return [
        `Numéro inconnu : ce CCAG n’a pas cet article dans l’état du ${french(answer.asOf)} (il va jusqu’à l’article ${answer.last}).`,
      ];
    case 'not-yet':
      return [`Pas encore en vigueur le ${french(date)} (il l’est depuis le ${french(answer.inForceOn)}).`];
    case 'in-force':
    case 'changed':
    case 'unread': {
      const row = ccagArticle(kind, article);
      const about = answer.subject === answer.within ? '' : ` (${answer.within})`;
      const since = {
        'in-force': `En vigueur depuis le ${french(answer.since)}.`,
        changed: `En vigueur, modifié le ${french(answer.since)}.`,
        unread: `Rédaction de ce jour non lue : l’article a été modifié le ${french(answer.since)}.`,
      }[answer.status];
      return [
        `Objet${about} : ${answer.subject}.`,
        ...(row?.number === answer.number ? [row.summary] : []),
        since,
        ...[ccagSureness(kind, article)].flatMap((sure) => (sure ? [surety(sure)] : [])),
      ];
    }
    default:
      return [];
  }
}

function explainCcag(piece: Piece, { kind: said, year: of, article }: CcagCitation): string | undefined {
  const reference = piece.ask(ccagReference);
  const kind = said ?? (reference.kind === 'aucun' ? undefined : reference.kind);
  const text = kind && ccagAt(kind, piece.date)?.text;
  const year = of ?? (reference.kind === kind ? reference.year : undefined) ?? text?.year;
  if (!kind || !year) return undefined;
  const title = `# Article ${article} du CCAG-${kind.toUpperCase()} de ${year}`;
  if (year === 2021) return [title, ...ccagLines(kind, article, piece.date)].join('\n\n');
  const next = ccagSuccessor(kind, article);
  if (!next) return undefined;
  const to =
    next.to.length > 0 ? `articles ${next.to.join(', ')} du CCAG de 2021` : 'sans équivalent dans le CCAG de 2021';
  return [title, `Objet : ${next.subject}.`, `Devenu en 2021 : ${to}. ${capital(next.change)}`, surety(next)].join(
    '\n\n',
  );
}

/** What our data says of an article of a CCAG named alone (« 14.1 CCAG-TIC »), in the law of a day; undefined where it names none, or we know nothing of it. */
export function explainCcagArticle(what: string, date: string): string | undefined {
  const [, number, text] = /^\s*(?:art(?:icle|\.)?\s*)?([AB]?[\d.\s-]*\d)\s*,?\s*(?:du\s+)?(CCAG.*)$/i.exec(what) ?? [];
  if (!number || !text) return undefined;
  const sentence = `Article ${number} du ${text}.`;
  const [piece] = openConsultation([{ path: 'ccap.md', text: `# CCAP\n\n${sentence}\n` }], { date }).pieces;
  const cited = piece?.ask(citations).ccag[0];
  return piece && cited && explainCcag(piece, cited);
}

/** What our data says of the citation at a place, in the law of the day of the piece; undefined where there is none, or we know nothing of it. */
export function explainAt(piece: Piece, offset: number, rules: readonly Rule[]): Explained | undefined {
  const { articles, repealed, ccag } = piece.ask(citations);
  const holds = ({ at }: { readonly at: Span }) => at.start <= offset && offset <= at.end;
  const article = articles.find((a) => holds(a) && (a.code === 'ccp' || a.code === 'cpi'));
  const old = repealed.find(holds);
  const general = ccag.find(holds);
  const at = article?.at ?? general?.at ?? old?.at;
  const markdown = article
    ? explainArticle(`${article.code} ${article.number}`, piece.date, rules)
    : general
      ? explainCcag(piece, general)
      : old && explainRepealed(old, piece.date);
  return at && markdown !== undefined ? { at, markdown } : undefined;
}
