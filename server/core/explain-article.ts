import type { Rule } from '../../rules/kit/rule.ts';
import {
  type ArticleAnswer,
  article,
  articleAt,
  lawDate,
  listArticles,
  parseNumber,
  repealedTexts,
  reserved,
} from '../../rules/law/law.ts';
import { inForceSince, surety } from './surety.ts';

export const CODE_NAMES = {
  ccp: 'code de la commande publique',
  cpi: 'code de la propriété intellectuelle',
} as const;

const french = (day: string) => day.split('-').reverse().join('/');

/** What the law of a day says of an article, as lines. */
export function answerLines(answer: ArticleAnswer, date: string): string[] {
  switch (answer.status) {
    case 'unknown':
      return ["Nos données n'ont pas cet article : cela ne dit rien du droit."];
    case 'repealed':
      return [
        `Abrogé le ${french(answer.on)}.`,
        ...(answer.successors.length > 0 ? [`À sa place : ${listArticles(answer.successors)}.`] : []),
        surety(answer),
      ];
    case 'not-yet':
      return [
        `Pas encore en vigueur le ${french(date)} (il l'est depuis le ${french(answer.inForceOn)}${answer.dates === 'K' ? ', date à vérifier' : ''}).`,
        ...answer.predecessors.map(({ text, label, mapping }) => {
          const verified = mapping !== 'K' && repealedTexts.some((t) => t.id === text && t.verified);
          return `Texte d'alors : ${reserved(label, verified)}.`;
        }),
        surety(answer),
      ];
    case 'unread':
      return [
        `Rédaction de ce jour non lue : l'article figure au code dans l'état du ${french(answer.asOf)}, seul lu.`,
        surety(answer),
      ];
    case 'absent':
      return [
        `Numéro inconnu : le code n'a pas cet article dans l'état du ${french(answer.asOf)}.`,
        ...(answer.vacant ? ["Il a pu l'avoir, et ne plus l'avoir : son chapitre va plus loin."] : []),
        surety({ ...answer, verified: answer.confidence !== 'K' }),
      ];
    default:
      return inForceLines(answer);
  }
}

function inForceLines(answer: Extract<ArticleAnswer, { status: 'in-force' | 'changed' }>): string[] {
  return [
    answer.summary ?? `Objet : ${answer.subject}. La rédaction de ce jour n'a pas été lue.`,
    answer.detail === 'section'
      ? `En vigueur dans l'état du ${french(answer.asOf)} ; depuis quand n'a pas été lu.`
      : inForceSince(answer),
    ...(answer.status === 'changed'
      ? [
          `Auparavant (depuis le ${french(answer.previousSince)}) : ${answer.before ?? "rédaction que nous n'avons pas lue"}`,
        ]
      : []),
    ...(answer.next
      ? [`À partir du ${french(answer.next.since)} : ${answer.next.summary ?? 'nouvelle rédaction.'}`]
      : []),
    surety(answer),
    ...(answer.afterLawDate ? [`Données arrêtées au ${french(lawDate)}.`] : []),
  ];
}

/**
 * The page of an article of the CCP or the CPI as Markdown in French, in the law of a day (`YYYY-MM-DD`). `written` in any
 * spelling (« R. 2152-7 », « cpi L131-3 »). Undefined when it is no article number, or one that no code of ours has.
 */
export function explainArticle(written: string, date: string, rules: readonly Rule[]): string | undefined {
  const named = /^(ccp|cpi)\b[ ,:]*/i.exec(written.trim());
  const number = parseNumber(written.trim().slice(named?.[0].length ?? 0));
  if (!number) return undefined;
  const codes = named ? [named[1]?.toLowerCase() as 'ccp' | 'cpi'] : (['ccp', 'cpi'] as const);
  const isAnswered = (c: 'ccp' | 'cpi', ...without: ArticleAnswer['status'][]) =>
    !without.includes(articleAt(c, number.canonical, date).status);
  // A number alone that neither code has is told of the one whose numbers have as many figures.
  const like = /^.\d{4}/.test(number.canonical) ? 'ccp' : 'cpi';
  const code =
    codes.find((c) => isAnswered(c, 'unknown', 'absent')) ??
    codes.find((c) => isAnswered(c, 'unknown') && (named !== null || c === like));
  if (!code) return undefined;
  const known = article(code, number.canonical);
  const citing = rules.filter((r) =>
    r.sources.some(
      (s) => s.kind === 'code' && s.code === code && parseNumber(s.article)?.canonical === number.canonical,
    ),
  );
  return [
    `# Article ${number.canonical} du ${CODE_NAMES[code]}`,
    '',
    ...(known ? [`Objet : ${known.subject}.`, ''] : []),
    `## Au ${french(date)}`,
    '',
    ...answerLines(articleAt(code, number.canonical, date), date).flatMap((line) => [line, '']),
    ...(known?.note ? [`Note : ${known.note}`, ''] : []),
    ...(citing.length > 0
      ? ['## Règles qui s’appuient dessus', '', ...citing.map((r) => `- \`${r.id}\` : ${r.title}`), '']
      : []),
  ].join('\n');
}
