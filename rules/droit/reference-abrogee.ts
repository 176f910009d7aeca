import {
  citationStyle,
  citations,
  inForce,
  isCitedAsFormer,
  type RepealedCitation,
  runOf,
  spelled,
} from '../facts/droit/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp, text } from '../kit/source.ts';
import { between } from '../kit/span.ts';
import { articleAt, lawDate, listArticles, successor } from '../law/law.ts';

const CODE = 'code de la commande publique';

const WORDS = {
  article: { nom: "l'article ", de: "de l'article ", a: "à l'article ", nu: 'article ' },
  articles: { nom: 'les articles ', de: 'des articles ', a: 'aux articles ', nu: 'articles ' },
  code: { nom: 'le ', de: 'du ', a: 'au ', nu: '' },
} as const;

/** Words in the letters of those they replace. */
function cased(words: string, written: string): string {
  if (written.length > 3 && written === written.toUpperCase()) return words.toUpperCase();
  return /^\p{Lu}/u.test(written) ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words;
}

function fixOf(piece: Piece, cited: RepealedCitation, found: ReturnType<typeof inForce>) {
  if (!found && cited.articles.length > 0) return [];
  const kind = !found ? 'code' : found.plural ? 'articles' : 'article';
  const sign = piece.ask(citationStyle).sign ?? '';
  const list = found?.list.replace(/[LRD](?=\d)/g, (letter) => `${letter}${sign}`);
  const run = found ? [cited] : runOf(piece, cited);
  const [first = cited] = run;
  const words = `${WORDS[kind][first.case]}${list ? `${list} du ` : ''}${CODE}`;
  const at = between(first.determined, (run.at(-1) ?? cited).determined);
  const written = piece.draft.slice(at);
  // « n° 2016-360 » : what stands before the number is not known.
  if (/^n|^\d/i.test(written)) return [];
  // A run of texts goes as one: those beyond the finding's own are named.
  const whole = run.length > 1 ? ` « ${written.replace(/\s+/g, ' ')} »` : '';
  return [replace(piece, at, cased(words, written), `Remplacer${whole} par « ${words} »`)];
}

const french = (day: string) => day.split('-').reverse().join('/');

/** Articles of the code that it no longer holds. */
function* articlesOfCode(piece: Piece): Iterable<Report<'code'>> {
  for (const { code, number, at, sentence } of piece.ask(citations).articles) {
    const answer = code === 'ccp' ? articleAt(code, number, piece.date) : undefined;
    if (answer?.status !== 'repealed' || isCitedAsFormer(sentence)) continue;
    const [next, ...others] = answer.successors;
    if (next === undefined) continue;
    const sign = /^[A-Za-z](?<sign>\.?\s*)/.exec(piece.draft.slice(at))?.groups?.sign ?? '. ';
    const text = spelled(next, sign);
    const data = {
      ancien: number,
      lu: french(lawDate),
      nouveau: listArticles(answer.successors),
      jour: french(answer.on),
    };
    // A choice between several is left to the reader.
    const fixes = others.length > 0 ? [] : [replace(piece, at, text, `Remplacer par « ${text} »`)];
    yield { at, message: 'code', data, fixes };
  }
}

export default defineRule({
  id: 'droit/reference-abrogee',
  title: 'Texte abrogé cité comme applicable',
  level: 'warning',
  pieces: '*',
  why: `Depuis le 1er avril 2019, le code de la commande publique remplace le décret et l'ordonnance sur les marchés publics et, avant eux, le code
des marchés publics. Viser un texte abrogé rend incertaine la règle que la consultation suit, et nourrit le recours d'un candidat évincé.`,
  sources: [
    text('Ordonnance n° 2018-1074 du 26 novembre 2018'),
    text('Décret n° 2018-1075 du 3 décembre 2018'),
    ccp('L2'),
  ],
  messages: {
    article:
      'Ce texte ({ancien}) n’est plus en vigueur depuis le {jour}.\nEn vigueur aujourd’hui sur ce sujet : {nouveau} du code de la commande publique. Vérifier que la règle est bien celle que vous voulez, puis viser l’article en vigueur.',
    texte:
      'Ce texte ({ancien}) n’est plus en vigueur depuis le {jour}.\nViser à sa place le texte qui l’a remplacé ({nouveau}).',
    code: 'L’article {ancien} ne figure plus au code de la commande publique.\nÉtat lu au {lu} ; ce sujet relève de l’article {nouveau}. Abrogation datée du {jour}, à vérifier : relire la clause, puis viser l’article en vigueur.',
  },
  examples: {
    bad: [
      {
        text: 'Les études de projet sont conduites selon le ⟦décret n° 93-1268 du 29 novembre 1993 relatif aux missions de maîtrise d’œuvre⟧.',
        fixed: 'Les études de projet sont conduites selon le code de la commande publique.',
      },
      {
        text: 'Les interdictions de soumissionner s’apprécient comme le prévoyait l’⟦article 48 du décret n° 2016-360 du 25 mars 2016⟧, qui s’applique à la présente consultation.',
        fixed: { gains: 'ticle R2143-3 du code de la commande publique' },
      },
      {
        text: 'Faut-il viser l’⟦article 27 du décret n° 2016-360⟧ ? Oui, il fixe la procédure. Le règlement de 2012 est abrogé.',
        fixed: { gains: 'R2123-1' },
      },
      {
        text: "Le marché est passé selon l'⟦ord. 2015-899⟧.",
        fixed: 'Le marché est passé selon le code de la commande publique.',
      },
      {
        text: "Marché soumis à l'⟦ordonnance n° 2015-899 du 23 juillet 2015⟧ et au ⟦décret n° 2016-360 du 25 mars 2016⟧.",
        fixed: 'Marché soumis au code de la commande publique.',
      },
      { text: 'PROCÉDURE ADAPTÉE (⟦ARTICLE 4 DU DÉCRET N° 2016-360⟧)', fixed: { gains: '(ARTICLE R2111-1 DU CODE' } },
      'Marché soumis au texte ⟦n° 2015-899⟧.',
      {
        text: "Les prestations juridiques suivent l'article ⟦R. 2123-8⟧ du code de la commande publique.",
        fixed: "Les prestations juridiques suivent l'article L. 2512-5 du code de la commande publique.",
      },
      {
        text: "Les variantes sont présentées dans les conditions de l'⟦article 58 du décret n° 2016-360 du 25 mars 2016⟧.",
        fixed: { gains: 'dans les conditions des articles L2151-2 et R2151-8 à R2151-11 du code' },
      },
      {
        text: 'La procédure est soumise au ⟦décret n°2016-360⟧.',
        fixed: 'La procédure est soumise au code de la commande publique.',
      },
      {
        text: 'Conformément aux ⟦articles 88 et 89 du décret n° 2016-360 du 25 mars 2016⟧, un jury est constitué.',
        fixed: { gains: 'R2162-15 à R2162-26' },
      },
      {
        text: "L'⟦article 4 du décret marchés publics⟧ permet de consulter les entreprises.",
        fixed: "L'article R2111-1 du code de la commande publique permet de consulter les entreprises.",
      },
      "Procédure adaptée en application de l'⟦article 999 du code des marchés publics⟧.",
      "Marché passé en application de l'⟦art. 999 du CMP⟧.",
      {
        text: "Le présent marché est soumis à l'⟦ordonnance n°2015-899⟧.",
        fixed: 'Le présent marché est soumis au code de la commande publique.',
      },
      {
        text: 'Le titulaire exécute les missions de base au sens de la ⟦loi MOP⟧.',
        fixed: 'Le titulaire exécute les missions de base au sens du code de la commande publique.',
      },
      {
        text: 'Le marché est passé sous le régime du ⟦code des marchés publics⟧.',
        fixed: 'Le marché est passé sous le régime du code de la commande publique.',
      },
      {
        text: 'Procédure conduite selon le ⟦code des marchés publics⟧.',
        fixed: 'Procédure conduite selon le code de la commande publique.',
      },
      {
        text: "L'offre suit l'article R. 2151-1 du code de la commande publique. Un jury est constitué (⟦art. 89 du décret n° 2016-360⟧).",
        fixed: { gains: 'articles R. 2162-22 à R. 2162-26 du code de la commande publique)' },
      },
      {
        text: 'Vu le ⟦décret n° 2016-360 du 25 mars 2016 relatif aux marchés publics, notamment son article 5⟧ ;',
        fixed: 'Vu les articles R2111-2 et L2141-8 du code de la commande publique ;',
      },
    ],
    good: [
      'Les éléments de mission viennent du décret n° 93-1268, codifié aux articles R2431-1 et suivants du code de la commande publique.',
      'Le concours suit les articles R2162-15 à R2162-26 du code de la commande publique, qui ont pris la suite du décret n° 2016-360.',
      '**« Vos modèles parlent de l’article 27 du décret n° 2016-360. Faut-il encore le viser ? »** Non : ce décret est abrogé.',
      'Peut-on invoquer le décret n° 2016-360 ? Il n’est plus en vigueur.',
      'Avant 2016, ces aides prenaient la forme de petits marchés passés sous le code des marchés publics.',
      {
        text: "Les prestations juridiques suivent l'article R. 2123-8 du code de la commande publique.",
        head: { date: '2020-02-01' },
      },
      "L'ancien article R. 2123-3 du code de la commande publique portait sur les services juridiques.",
      "Le règlement de 2018 renvoyait à l'article 88 du décret n° 2016-360.",
      "Ces prestations sont exclues par l'article L. 2512-5 (ancien 3° de l'article 14 de l'ordonnance n° 2015-899).",
      "Le règlement cite l'ordonnance n° 2015-899. Ce texte est aujourd'hui abrogé.",
      "La procédure est soumise à l'article R. 2123-1 du code de la commande publique.",
      'Le code de la commande publique a remplacé le décret n° 2016-360 du 25 mars 2016.',
      'Le précédent marché avait été passé en application de l’article 27 du décret n° 2016-360.',
      "L'article R. 2151-8 (anciennement article 58 du décret n° 2016-360) régit les variantes.",
      "L'ordonnance n° 2015-899, abrogée, n'est plus visée.",
      'Les anciens marchés de la caisse, passés sous le régime du code des marchés publics, ne sont pas concernés.',
      'Les services du centre médico-psychologique (CMP) sont ouverts le lundi.',
      { text: 'La procédure est soumise au décret n° 2016-360.', head: { date: '2018-06-01' } },
      'Décret n° 2019-748 du 18 juin 2019 relatif à la commande publique.',
      'Le portail présente les marchés publics de la caisse.',
      "## Historique\n\nLa caisse a d'abord acheté selon le code des marchés publics.",
    ],
    limits: ['Le marché est passé selon la réglementation de 2016.'],
  },
  *check(piece) {
    yield* articlesOfCode(piece);
    for (const cited of piece.ask(citations).repealed) {
      const whole = successor(cited.text)?.text;
      if (cited.past || !whole || whole.partial || !whole.until || piece.date < whole.until) continue;
      const found = inForce(cited);
      const nouveau = found ? `${found.plural ? 'articles' : 'article'} ${found.list}` : CODE;
      yield {
        at: cited.at,
        message: found ? 'article' : 'texte',
        data: {
          ancien: whole.short,
          jour: french(whole.until),
          nouveau,
        },
        rests: [
          { verified: whole.verified, label: `fin de ce texte (${whole.short})` },
          { verified: found?.verified !== false, label: `correspondance avec ${nouveau}` },
        ],
        fixes: fixOf(piece, cited, found),
      };
    }
  },
});
