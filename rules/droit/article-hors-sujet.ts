import {
  type CcagCitation,
  type CcagKind,
  type CcagYear,
  ccagOf,
  ccagReference,
  citations,
  covers,
  isOfConcessions,
  speaksOf,
} from '../facts/droit/index.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccag, ccp } from '../kit/source.ts';
import { article, articleGround, ccagGround, ccagListed, ccagSubjects, familyOf, parseNumber } from '../law/law.ts';

type Kind = 'code' | 'ccag' | 'autre-ccag' | 'concession';

const isIn = (number: string, places: readonly string[]) =>
  places.some((p) => p === number || (!p.includes('-') && parseNumber(number)?.family === p));

function* ofCodes(piece: Piece): Iterable<Report<Kind>> {
  for (const cited of piece.ask(citations).articles) {
    const { number, at, code } = cited;
    if (code !== 'ccp') continue;
    if (isOfConcessions(piece, cited)) {
      yield { at, message: 'concession', data: { numero: number }, rests: [articleGround('ccp', number)] };
      continue;
    }
    const { matter } = cited;
    const found = article('ccp', number);
    const right = matter?.ccp[0];
    if (!matter || !found || !right || isIn(number, matter.ccp)) continue;
    const about = [
      found.subject,
      familyOf('ccp', number)?.subject ?? '',
      ...found.versions.map((v) => v.summary ?? ''),
    ];
    if (speaksOf(cited.sentence.folded, matter, about)) continue;
    yield {
      at,
      message: 'code',
      data: { numero: number, sujet: found.subject, matiere: matter.name, bon: right },
      rests: [articleGround('ccp', number), articleGround('ccp', right)],
    };
  }
}

/** The CCAG and the version that a citation is of. */
function textOf(
  piece: Piece,
  { kind, year }: CcagCitation,
): { kind: CcagKind; year: CcagYear | undefined } | undefined {
  const reference = piece.ask(ccagReference);
  const of = kind ?? reference.kind;
  if (!of || of === 'aucun') return undefined;
  return { kind: of, year: year ?? ccagOf(piece.consultation).year };
}

/** The CCAG that a piece names otherwise than to cite an article of it: it may be one of those that apply. */
function isReferredTo(piece: Piece, kind: CcagKind): boolean {
  const cited = piece.consultation.pieces.flatMap((p) => p.ask(citations).ccag.map((c) => c.sentence));
  return piece.consultation.pieces.some((p) =>
    p.ask(ccagReference).mentions.some((m) => m.kind === kind && !cited.includes(m.sentence)),
  );
}

const RESULTS = 'le régime des résultats';
/** What the CCAG of 2009 had on results under these numbers is said by `droit/ccag-perime`. */
const OLD_RESULTS: Partial<Record<CcagKind, RegExp>> = { tic: /^3[5-8](?:\.|$)/, pi: /^2[345](?:\.|$)/ };

function* ofCcag(piece: Piece): Iterable<Report<Kind>> {
  const reference = piece.ask(ccagReference);
  const own = reference.kind === 'aucun' ? undefined : reference.kind;
  for (const cited of piece.ask(citations).ccag) {
    const of = textOf(piece, cited);
    if (of?.year !== 2021) continue;
    const { kind } = of;
    const texte = `CCAG-${kind.toUpperCase()}`;
    if (cited.asModel && kind !== own) continue;
    if (own && kind !== own && isReferredTo(piece, own) && !isReferredTo(piece, kind)) {
      yield {
        at: cited.at,
        message: 'autre-ccag',
        data: { numero: cited.article, texte, propre: `CCAG-${own.toUpperCase()}` },
        rests: [ccagGround(kind, cited.article)],
      };
      continue;
    }
    const meant = articleMeant(cited, kind);
    if (meant)
      yield {
        at: cited.at,
        message: 'ccag',
        data: { numero: cited.article, texte, ...meant },
        rests: [ccagGround(kind, cited.article), ccagGround(kind, meant.bon)],
      };
  }
}

/** What an article is about, what it is cited for, and the article that is about that; undefined where they may go together. */
function articleMeant({ article: number, matter, sentence }: CcagCitation, kind: CcagKind) {
  const listed = ccagListed(kind, number);
  const places = matter?.ccag[kind];
  const [bon] = places ?? [];
  if (!listed || !matter || !places || !bon) return undefined;
  if (places.some((a) => covers(a, listed.number))) return undefined;
  if (matter.against && !matter.against[kind]?.some((a) => covers(a, listed.number))) return undefined;
  if (speaksOf(sentence.folded, matter, ccagSubjects(kind, listed.number))) return undefined;
  if (OLD_RESULTS[kind]?.test(listed.number) && matter.name === RESULTS) return undefined;
  return { sujet: listed.within, matiere: matter.name, bon };
}

export default defineRule({
  id: 'droit/article-hors-sujet',
  title: 'Article cité pour une matière qu’il ne traite pas',
  level: 'warning',
  pieces: '*',
  why: `Un numéro qui existe peut renvoyer à tout autre chose : celui d'un CCAG antérieur, d'un autre CCAG, d'une autre partie du code. La clause perd alors
sa base sans que rien ne se voie. L'outil ne le dit que si la phrase donne l'article pour une matière précise, dont l'article, son chapitre et ses
subdivisions ne parlent pas.`,
  sources: [ccp('R2112-3'), ccag('tic', '1.2'), ccp('L2')],
  messages: {
    code: 'L’article {numero} du code ne porte pas sur {matiere}.\nSon sujet est autre ({sujet}) ; c’est l’article {bon} du code de la commande publique qui traite de celui de la phrase. Vérifier le numéro.',
    ccag: 'L’article {numero} du {texte} de 2021 ne porte pas sur {matiere}.\nSon sujet est autre ({sujet}) ; c’est l’article {bon} qui traite de celui de la phrase. Vérifier le numéro.',
    'autre-ccag':
      'L’article {numero} du {texte} est cité dans un marché qui se réfère au {propre}.\nLe {texte} ne s’y applique pas. Viser l’article du {propre}, ou dire que le {texte} s’applique aussi.',
    concession:
      'L’article {numero} concerne les concessions, non les marchés.\nCette partie du code de la commande publique ne s’applique pas à un marché. Viser l’article de la deuxième partie (L2… ou R2…).',
  },
  examples: {
    bad: [
      'Le CCAG-Travaux de 2021 est applicable.\n\nL’ajournement est prononcé selon l’article ⟦24⟧ du CCAG-FCS approuvé par l’arrêté du 30 mars 2021.',
      "Le CCAG-FCS de 2021 est applicable.\n\nLa résiliation pour faute est prononcée en application de l'article ⟦32⟧ du CCAG-FCS.",
      "Le CCAG-TIC de 2021 est applicable.\n\nLes différends entre les parties sont réglés selon l'article ⟦47⟧ du CCAG-TIC.",
      "Le CCAG-TIC de 2021 est applicable.\n\nLes pénalités de retard sont celles de l'article ⟦27⟧ du CCAG-TIC.",
      "Le CCAG-TIC de 2021 est applicable.\n\nLes prix sont révisés dans les conditions de l'article ⟦10.2.2⟧ du CCAG-FCS.",
      'Le CCAG-Travaux de 2021 est applicable.\n\nLe plan de réversibilité est remis en application de l’article ⟦42⟧ du CCAG-TIC.',
      "Une retenue de garantie est prélevée en application de l'article ⟦R. 2152-7⟧ du code de la commande publique.",
      "Le titulaire peut sous-traiter dans les conditions de l'article ⟦L. 2113-10⟧ du code de la commande publique.",
      'Le marché pourra être modifié (article ⟦R. 3135-2⟧ du code de la commande publique).',
    ],
    good: [
      // That of 2009 is said to be over by `droit/ccag-perime`.
      'Le CCAG-Travaux de 2021 est applicable.\n\nL’ajournement est prononcé selon l’article 24 du CCAG-FCS approuvé par l’arrêté du 19 janvier 2009.',
      "Le CCAG-FCS de 2021 est applicable.\n\nLa résiliation pour faute est prononcée en application de l'article 41 du CCAG-FCS.",
      "Le CCAG-FCS de 2021 est applicable.\n\nEn cas de résiliation pour faute, le décompte est établi selon l'article 43 du CCAG-FCS.",
      'Le CCAG-TIC et le CCAG-FCS de 2021 sont applicables.\n\nLes prix sont révisés selon l’article 10.2.2 du CCAG-FCS.',
      {
        text: "La résiliation pour faute est prononcée selon l'article 32 du CCAG-FCS de 2009.",
        head: { date: '2020-05-01' },
      },
      "Une retenue de garantie est prélevée en application de l'article R. 2191-33 du code de la commande publique.",
      "La retenue de garantie est remboursée au candidat retenu selon les critères de l'article R. 2152-7 du code de la commande publique.",
      "Le contrat de concession de service est régi par l'article L. 3111-1 du code de la commande publique.",
      "La retenue de garantie s'ajoute ; l'offre est jugée selon l'article R. 2152-7 du code de la commande publique.",
      // A clause drawn from another CCAG, and a note that lists texts: neither says that it applies.
      'Le CCAG-Travaux de 2021 est applicable.\n\nLa réversibilité suit un régime inspiré de l’article 42 du CCAG-TIC, que le CCAG-Travaux n’a pas.',
      'Le CCAG-Travaux de 2021 est applicable.\n\nÀ l’instar de l’article 42 du CCAG-TIC, un plan de réversibilité est remis.',
      'Le CCAG-Travaux de 2021 est applicable.\n\nRéférences citées : CCAG-TIC, article 42 (réversibilité) ; code civil.',
      "Par dérogation à l'article 14.1 du CCAG-FCS, les pénalités de retard ne sont pas plafonnées.",
    ],
    limits: ["Le marché est passé en procédure adaptée selon l'article R. 2181-1 du code de la commande publique."],
  },
  *check(piece) {
    yield* ofCodes(piece);
    yield* ofCcag(piece);
  },
});
