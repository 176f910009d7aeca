import { type ArticleCitation, ccagOf, ccagReference, citations, spelled } from '../facts/droit/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix, type Report } from '../kit/rule.ts';
import { ccag, ccp, cpi } from '../kit/source.ts';
import type { Span } from '../kit/span.ts';
import {
  type Article,
  article,
  articleAt,
  articleGround,
  ccagArticleAt,
  ccagListed,
  ccagSeriesGround,
  extentOf,
  familyOf,
  nearest,
  numbersGround,
} from '../law/law.ts';

const NAMES = { ccp: 'code de la commande publique', cpi: 'code de la propriété intellectuelle' } as const;
const day = (iso: string) => iso.split('-').reverse().join('/');

type Kind =
  | 'proche'
  | 'inconnu'
  | 'lettre'
  | 'vacant'
  | 'non-lu'
  | 'frappe'
  | 'frappe-proche'
  | 'sans-lettre'
  | 'ccag'
  | 'ccag-proche';

/** « Remplacer par « R. 2152-7 » », in the spelling of what it replaces. */
function instead(piece: Piece, at: Span, { number, subject }: Article): Fix {
  const sign = /^[A-Za-z]{1,2}(?<sign>\.?\s*)/.exec(piece.draft.slice(at))?.groups?.sign ?? '. ';
  const text = spelled(number, sign);
  return replace(piece, at, text, `Remplacer par « ${text} » (${subject})`);
}

/** The number has the form of those of the second part of the code, which other codes seldom have. */
const OF_MARKETS = /^[LRD]2[1-5]\d\d-\d/;
/** Chapters of the CPI that were read: the first part, and what no part has. */
const OF_CPI = /^[LRD](?:[123]\d\d|\d{4})-/;

type OurCode = keyof typeof NAMES;

function seriesOf(code: OurCode, number: string): string {
  const chapter = familyOf(code, number);
  return chapter ? `étendue du chapitre ${chapter.family}` : 'liste des chapitres du code';
}

/** A number alone, in a chapter known from a summary only, is left to the reader, and one that no code goes with. */
function isOfCode(code: OurCode, { number, from, linked }: ArticleCitation): boolean {
  const chapter = familyOf(code, number);
  if (from === 'contexte' && chapter?.confidence !== 'P') return false;
  return (linked && from === 'nommé') || (chapter !== undefined && (code === 'cpi' || OF_MARKETS.test(number)));
}

/** A number that its series does not have; `vacant`: it may have had it. */
function* ofAbsent(
  piece: Piece,
  code: OurCode,
  { number, at, linked, ends, sentence }: ArticleCitation,
  vacant: boolean,
  previous: ArticleCitation | undefined,
): Iterable<Report<Kind>> {
  const extent = extentOf(code, number);
  if (!extent) return;
  const rests = [{ verified: extent.confidence !== 'K', label: extent.label }];
  const data = { numero: number, code: NAMES[code], jour: day(extent.asOf) };
  if (vacant) {
    if (linked && !ends && piece.date >= extent.asOf) yield { at, message: 'vacant', level: 'info', data, rests };
    return;
  }
  const found = nearest(code, number, sentence.folded, ends ? previous?.number : undefined);
  if (!found) yield { at, message: 'inconnu', data, rests };
  else
    yield {
      at,
      message: 'proche',
      data: { ...data, proche: found.number, sujet: found.subject },
      rests: [...rests, articleGround(code, found.number)],
      fixes: [instead(piece, at, found)],
    };
}

function* ofCode(piece: Piece, cited: ArticleCitation, previous: ArticleCitation | undefined): Iterable<Report<Kind>> {
  const { code, number, at, linked } = cited;
  if (code !== 'ccp' && code !== 'cpi') return;
  const answer = articleAt(code, number, piece.date);
  const data = { numero: number, code: NAMES[code] };
  if (answer.status === 'absent') {
    if (isOfCode(code, cited)) yield* ofAbsent(piece, code, cited, answer.vacant, previous);
    return;
  }
  if (!linked || cited.from === 'contexte') return;
  if (answer.status === 'unknown') {
    if ((code === 'cpi' && !OF_CPI.test(number)) || !number.includes('-')) return;
    yield { at, message: 'non-lu', level: 'info', data, rests: [{ verified: false, label: seriesOf(code, number) }] };
    return;
  }
  const found = article(code, number);
  if (found && !cited.ends && found.number.charAt(0) !== number.charAt(0))
    yield {
      at,
      message: 'lettre',
      level: 'info',
      data: { ...data, proche: found.number, sujet: found.subject },
      rests: [articleGround(code, found.number)],
      fixes: [instead(piece, at, found)],
    };
}

function* ofCcag(piece: Piece): Iterable<Report<Kind>> {
  const reference = piece.ask(ccagReference);
  for (const cited of piece.ask(citations).ccag) {
    const kind = cited.kind ?? (reference.kind === 'aucun' ? undefined : reference.kind);
    const year = cited.year ?? ccagOf(piece.consultation).year;
    if (!kind || year !== 2021) continue;
    const answer = ccagArticleAt(kind, cited.article, piece.date);
    // Options A and B of 2009 on results are those of `droit/ccag-perime`.
    if (answer.status !== 'absent' || /^[AB]\.(?:25|38)(?:\.|$)/.test(cited.article)) continue;
    const rests = [ccagSeriesGround(kind)];
    const data = { numero: cited.article, texte: `CCAG-${kind.toUpperCase()}`, jour: day(answer.asOf) };
    const parent = ccagListed(kind, cited.article.replace(/\.\d+$/, ''));
    if (parent && cited.article.includes('.'))
      yield {
        at: cited.at,
        message: 'ccag-proche',
        data: { ...data, proche: parent.number, sujet: parent.subject },
        rests,
      };
    else yield { at: cited.at, message: 'ccag', data: { ...data, dernier: answer.last }, rests };
  }
}

/** « R.2161.5 », « article 2162-13 »: a dot for the dash, a letter left out where one article alone has the number: nobody misreads it. */
const isKnownAll = (code: OurCode, number: string, written: string): boolean =>
  /^\d/.test(number)
    ? new Set(['L', 'R', 'D'].flatMap((letter) => article(code, `${letter}${number}`)?.number ?? [])).size === 1
    : /^[LRD]\.? ?\d{4}\.\d{1,2}$/i.test(written) && article(code, number) !== undefined;

export default defineRule({
  id: 'droit/article-inexistant',
  title: 'Article qui n’existe pas',
  level: 'error',
  pieces: '*',
  why: `Un article qui n'existe pas ne fonde rien : la clause perd sa base, et le lecteur ne peut pas vérifier ce qu'elle annonce. C'est le plus souvent
une faute de frappe, ou l'invention d'un générateur de texte. L'outil tient pour inconnu un numéro du code de la commande publique ou d'un CCAG de 2021,
dont il connaît toute la série ; au code de la propriété intellectuelle, il ne le fait que pour les chapitres dont il connaît l'étendue.`,
  silencedBy: [{ rule: 'droit/ccag-perime', where: 'place' }],
  sources: [ccp('L1'), cpi('L111-1'), ccag('tic', '1.2')],
  messages: {
    proche:
      'L’article {numero} ne figure pas au {code}.\nÉtat du {jour}. Il s’agit peut-être de l’article {proche} ({sujet}).',
    inconnu: 'L’article {numero} ne figure pas au {code}.\nÉtat du {jour}. Vérifier le numéro.',
    lettre: 'L’article {numero} du {code} porte une autre lettre.\nC’est l’article {proche} ({sujet}).',
    vacant:
      'L’article {numero} ne figure pas au {code}.\nÉtat du {jour}. Le chapitre va plus loin : l’article a pu être abrogé. Vérifier le numéro.',
    'non-lu':
      'L’outil n’a pas lu d’article {numero} au {code}.\nIl est d’un chapitre dont l’outil ne sait pas s’il est entier : vérifier le numéro.',
    'sans-lettre':
      '« {ecrit} » n’est pas le numéro complet d’un article du code.\nIl y manque la lettre L, R ou D ({code}).',
    frappe:
      '« {ecrit} » ne peut être le numéro d’un article du code.\nC’est une faute de frappe ({code}). Vérifier le numéro.',
    'frappe-proche':
      '« {ecrit} » ne peut être le numéro d’un article du code.\nC’est une faute de frappe ({code}), peut-être pour l’article {proche} ({sujet}).',
    ccag: 'Le {texte} de 2021 n’a pas d’article {numero}.\nIl va jusqu’à l’article {dernier} (état du {jour}). Vérifier le numéro.',
    'ccag-proche':
      'Le {texte} de 2021 n’a pas d’article {numero}.\nL’article {proche} ({sujet}) n’a pas cette subdivision (état du {jour}). Vérifier le numéro.',
  },
  examples: {
    bad: [
      {
        text: "Les critères d'attribution relèvent de l'article ⟦R. 2152-77⟧ du code de la commande publique.",
        fixed: "Les critères d'attribution relèvent de l'article R. 2152-7 du code de la commande publique.",
      },
      {
        text: 'Variantes : voir article ⟦R2151-88⟧ du CCP.',
        fixed: 'Variantes : voir article R2151-8 du CCP.',
      },
      {
        text: "La cession suit l'article ⟦L. 131-33⟧ du code de la propriété intellectuelle.",
        fixed: "La cession suit l'article L. 131-3 du code de la propriété intellectuelle.",
      },
      {
        text: 'Les articles L. 2113-10 et ⟦L. 2113-110⟧ du code de la commande publique régissent les lots.',
        fixed: { gains: 'Les articles L. 2113-10 et L. 2113-1' },
      },
      {
        text: "Le code de la commande publique, en son article ⟦L2125-9⟧, définit l'accord-cadre.",
        fixed: { gains: 'L2125-1' },
      },
      {
        text: "L'attribution est régie par l'article ⟦R. 2162-215⟧.",
        fixed: { gains: 'article R. 2162-15.' },
      },
      "Marché régi par l'article ⟦R. 2141-888⟧ du code de la commande publique.",
      {
        text: "La retenue de garantie suit l'article ⟦R. 2911-33⟧ du code de la commande publique.",
        fixed: { gains: 'R. 2191-33' },
      },
      {
        text: 'Le marché comporte des tranches (article ⟦R.21113-4⟧ du code de la commande publique).',
        fixed: 'Le marché comporte des tranches (article R.2113-4 du code de la commande publique).',
      },
      "Le marché suit l'article ⟦R. 5555555⟧ du code de la commande publique.",
      {
        text: "Les bons de commande relèvent de l'article ⟦D. 2162-14⟧ du code de la commande publique.",
        fixed: "Les bons de commande relèvent de l'article R. 2162-14 du code de la commande publique.",
      },
      "L'acompte suit l'article ⟦R. 2191-19⟧ du code de la commande publique.",
      "La contrefaçon est réprimée par l'article ⟦L. 335-39⟧ du code de la propriété intellectuelle.",
      "Les litiges sont réglés par l'article ⟦47⟧ du CCAG-FCS de 2021.",
      "La réversibilité suit l'article ⟦42.1⟧ du CCAG-TIC de 2021.",
      "Procédure adaptée de l'article ⟦2123-1⟧ du code de la commande publique.",
      {
        text: "Cas d'exclusion des articles L. 2141-1 à ⟦L. 2124-11⟧ du code de la commande publique.",
        fixed: { gains: 'L. 2141-1 à L. 2141-11 du code' },
      },
      {
        text: "Appel d'offres ouvert, article ⟦L. 2124-11⟧ du code de la commande publique.",
        fixed: { gains: 'article L. 2124-2 du code' },
      },
      "Marché soumis à l'article ⟦R. 8999-999⟧ du code de la commande publique.",
    ],
    good: [
      "Appel d'offres ouvert, articles R. 2161-2 à R.2161.5 du code de la commande publique.",
      "L'accord-cadre s'exécute par bons de commande (article 2162-13 du code de la commande publique).",
      // An article of 2009.
      {
        head: { piece: 'ccap' },
        text: 'Le marché se réfère au CCAG-TIC de 2021. Les éléments repris suivent l’article 35.3 du CCAG-TIC du 16 septembre 2009.',
      },
      'La procédure est adaptée, en application de l’article R.2123-1-1° du code de la commande publique.',
      "Les offres sont jugées selon l'article R. 2152-7 du code de la commande publique.",
      'Articles L2113-10 et suivants du CCP.',
      'Les articles L. 2141-1 à L. 2141-11 du code de la commande publique sont applicables.',
      "L'article L. 8222-6 du code du travail et l'article R. 2152-7 du code de la commande publique s'appliquent.",
      "Le titulaire est soumis à l'article L. 2122-22 du code général des collectivités territoriales.",
      "Selon l'article R. 2122-9-1 du CCP, l'achat innovant est dispensé de publicité.",
      "Le candidat produit l'attestation de l'article D. 8222-5 du code du travail. L'article L. 2125-9 du même code est rappelé.",
      "La licence suit l'article L. 122-6-1 du CPI ; l'article R. 9999-1 du code de la santé publique est réservé.",
      "Selon l'article R. 2151-8, 2°, du code de la commande publique, les variantes sont admises.",
      'Articles R. 2123-1 à 2123-7 du code de la commande publique.',
      "Le brevet suit l'article L. 611-1 du code de la propriété intellectuelle.",
      "Selon l'article 16.1.1.1 et 2 du CCAG-TIC de 2021, alinéa 3, un facilitateur est désigné.",
      { text: "Les résultats suivent l'article 62 du CCAG-TIC de 2009.", head: { date: '2020-05-01' } },
      "Conformément au code de la commande publique, le candidat remet l'attestation de l'article L. 8222-9.",
      "L'avance de l'article 11.1 du CCAG-FCS de 2021, option B, est versée ; l'article A.11.1 est écarté.",
    ],
    limits: ["L'article 2123-41 relatif à la commande publique est cité sans son code."],
  },
  *check(piece) {
    const { articles } = piece.ask(citations);
    for (const [i, cited] of articles.entries()) yield* ofCode(piece, cited, articles[i - 1]);
    for (const { number, code, at, sentence } of piece.ask(citations).mistyped) {
      const exact = article(code, number);
      if (isKnownAll(code, number, piece.draft.slice(at))) continue;
      const found = exact ?? nearest(code, number, sentence.folded);
      const data = { ecrit: piece.draft.slice(at), code: NAMES[code] };
      const rests = [numbersGround(code)];
      if (/^\d/.test(number)) yield { at, message: 'sans-lettre', level: 'info', data, rests };
      else if (!found) yield { at, message: 'frappe', data, rests };
      else
        yield {
          at,
          message: 'frappe-proche',
          // Who reads it still finds the article.
          ...(exact && { level: 'warning' }),
          data: { ...data, proche: found.number, sujet: found.subject },
          rests: [articleGround(code, found.number)],
          fixes: [instead(piece, at, found)],
        };
    }
    yield* ofCcag(piece);
  },
});
