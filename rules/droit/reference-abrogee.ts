import { citations, type RepealedCitation } from '../facts/citations.ts';
import { inForce } from '../facts/citations-successeurs.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, text } from '../kit/source.ts';
import { successor } from '../law/law.ts';

const CODE = 'code de la commande publique';

const WORDS = {
  article: { nom: "l'article ", de: "de l'article ", a: "à l'article ", nu: 'article ' },
  articles: { nom: 'les articles ', de: 'des articles ', a: 'aux articles ', nu: 'articles ' },
  code: { nom: 'le ', de: 'du ', a: 'au ', nu: '' },
} as const;

function fixOf(piece: Piece, cited: RepealedCitation, found: ReturnType<typeof inForce>) {
  if (!found && cited.articles.length > 0) return [];
  const kind = !found ? 'code' : found.plural ? 'articles' : 'article';
  const words = `${WORDS[kind][cited.case]}${found ? `${found.list} du ` : ''}${CODE}`;
  const written = piece.draft.text.slice(cited.determined.start, cited.determined.end);
  // « l'ord. 2015-899 » : what stands before the number is not known.
  if (/^n|^\d/i.test(written)) return [];
  const first = /^\p{Lu}/u.test(written) ? words.charAt(0).toUpperCase() : words.charAt(0);
  const label = `${first}${words.slice(1)}`;
  return [replace(piece, cited.determined, label, `Remplacer par « ${words} »`)];
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
      "Ce texte ({ancien}) n'est plus en vigueur depuis le {jour} : en vigueur aujourd'hui sur ce sujet : {nouveau} du code de la commande publique. Vérifier que la règle est bien celle que vous voulez, puis viser l'article en vigueur.",
    texte:
      "Ce texte ({ancien}) n'est plus en vigueur depuis le {jour} : viser à sa place le texte qui l'a remplacé ({nouveau}).",
  },
  examples: {
    bad: [
      "Le marché est passé selon l'ord. ⟦2015-899⟧.",
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
        text: 'Procédure conduite selon le ⟦code des marchés publics⟧.',
        fixed: 'Procédure conduite selon le code de la commande publique.',
      },
      {
        text: 'Vu le ⟦décret n° 2016-360 du 25 mars 2016 relatif aux marchés publics, notamment son article 5⟧ ;',
        fixed: 'Vu les articles R2111-2 et L2141-8 du code de la commande publique ;',
      },
    ],
    good: [
      "Le règlement de 2018 renvoyait à l'article 88 du décret n° 2016-360.",
      "Ces prestations sont exclues par l'article L. 2512-5 (ancien 3° de l'article 14 de l'ordonnance n° 2015-899).",
      "Le règlement cite l'ordonnance n° 2015-899. Ce texte est aujourd'hui abrogé.",
      "La procédure est soumise à l'article R. 2123-1 du code de la commande publique.",
      'Le code de la commande publique a remplacé le décret n° 2016-360 du 25 mars 2016.',
      'Le précédent marché avait été passé en application de l’article 27 du décret n° 2016-360.',
      "L'article R. 2151-8 (anciennement article 58 du décret n° 2016-360) régit les variantes.",
      "L'ordonnance n° 2015-899, abrogée, n'est plus visée.",
      'Les services du centre médico-psychologique (CMP) sont ouverts le lundi.',
      { text: 'La procédure est soumise au décret n° 2016-360.', head: { date: '2018-06-01' } },
      'Décret n° 2019-748 du 18 juin 2019 relatif à la commande publique.',
      'Le portail présente les marchés publics de la caisse.',
      "## Historique\n\nLa caisse a d'abord acheté selon le code des marchés publics.",
    ],
    limits: ['Le marché est passé selon la réglementation de 2016.'],
  },
  *check(piece) {
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
          jour: whole.until.split('-').reverse().join('/'),
          nouveau,
        },
        fixes: fixOf(piece, cited, found),
      };
    }
  },
});
