import { clauseText } from '../clauses/clauses.ts';
import { FORMALISEES, procedureDe } from '../facts/procedure/index.ts';
import { traiteDesVariantes, variantes } from '../facts/variantes/index.ts';
import { appendSection } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';
import { datedRules, type Ground } from '../law/law.ts';

const { codeInForce, variantsDefault } = datedRules;

/** What the law makes of the silence, as a sentence, and what that rests on. */
const silence = (piece: Piece): { readonly words: string; readonly rests: readonly Ground[] } => {
  const name = procedureDe(piece);
  const [formal, adapted] =
    piece.date < codeInForce.date
      ? ['article 58 du décret n° 2016-360', 'article 58 du décret n° 2016-360']
      : ['article R2151-8, 1°', 'article R2151-8, 2°'];
  const rests = [codeInForce];
  if (name === 'mapa') return { words: `Dans une procédure adaptée, ce silence les autorise (${adapted}).`, rests };
  if (!name || !FORMALISEES.includes(name))
    return { words: 'Selon la procédure, ce silence les autorise ou les interdit.', rests };
  if (piece.date < variantsDefault.date)
    return { words: `Dans une procédure formalisée, ce silence les interdit (${formal}).`, rests };
  const words =
    "Dans une procédure formalisée, l'article L2151-2, dans sa rédaction en vigueur depuis le 28 mai 2026, les autorise sauf mention contraire, alors que l'article R2151-8 dit encore l'inverse.";
  return { words, rests: [...rests, variantsDefault] };
};

const without = (heading: string): string => clauseText(heading).replace(/^#+ .*\n+/, '');

export default defineRule({
  id: 'variantes/non-mentionnees',
  title: 'Variantes passées sous silence',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `Le règlement doit dire si les variantes sont autorisées : les entreprises innovantes proposent par elles ce que l'acheteur n'a pas
imaginé. Le sens du silence change avec la procédure et avec la date de la consultation : mieux vaut choisir et l'écrire, dans l'avis et dans
le règlement.`,
  sources: [guide('I.D', 10), ccp('L2151-2'), ccp('R2151-8')],
  messages: {
    absentes:
      'Le règlement ne dit pas si les variantes sont autorisées.\n{silence} L’écrire expressément, dans l’avis et dans le règlement.',
    cases: 'Aucune des cases relatives aux variantes n’est cochée.\n{silence} Cocher un choix et supprimer l’autre.',
  },
  examples: {
    bad: [
      {
        text: '# ⟦RC⟧\n\nProcédure adaptée. Deux visites sont possibles : une seconde, différente, est organisée à côté de la première.\n',
        fixed: { gains: 'Les variantes' },
      },
      {
        text: '# ⟦RC⟧\n\nProcédure adaptée. Le pli peut être remis par un autre moyen que la plateforme. Le prix ne s’écarte pas du cadre.\n',
        fixed: { gains: 'Les variantes' },
      },
      {
        text: '# ⟦RC⟧\n\nProcédure adaptée. Une variante du tracé est étudiée par le titulaire en phase APS.\n',
        fixed: { gains: 'Les variantes' },
      },
      {
        text: '# ⟦RC⟧\n\nProcédure adaptée. En négociation, une contre-proposition de délai est discutée.\n',
        fixed: { gains: 'Les variantes' },
      },
      {
        text: '# ⟦RC⟧\n\nProcédure adaptée. Une autre réponse est donnée aux questions posées hors délai.\n',
        fixed: { gains: 'Les variantes' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\n## Article 1 : Procédure\n\nLa consultation est passée selon une procédure adaptée.\n',
        fixed: { gains: 'Les variantes à l’initiative des candidats sont autorisées'.replace('’', "'") },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nLa consultation est un appel d’offres ouvert.\n',
        head: { date: '2026-03-02' },
        fixed: { gains: 'Les variantes' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nAppel d’offres ouvert. Il n’est pas prévu de prestation supplémentaire éventuelle.\n',
        fixed: { gains: 'Les variantes' },
      },
      {
        text: '# ⟦RC⟧\n\nPièces de l’offre : un acte d’engagement par offre (sauf variantes éventuelles).\n',
        fixed: { gains: 'Les variantes' },
      },
      {
        text: '# RC\n\n## 3. Variantes\n\n☐ ⟦Les variantes sont autorisées.⟧\n\n☐ Les variantes ne sont pas autorisées.\n'.replace(
          '☐⟦ ',
          '☐ ⟦',
        ),
      },
    ],
    good: [
      // The sheet that opens many a règlement: a label, what answers it, each in a paragraph of its own.
      'L’ESSENTIEL DE LA PROCÉDURE\nObjet\n\nLocation de bennes\n\nMode de passation\n\nAppel d’offres ouvert\n\nNombre de lots\n\n3\n\nVariantes\n\nSans\n\nPSE\n\nSans\n\nVisite sur site\n\nSans\n',
      '# RC\n\nVARIANTES .............. NON\nVISITE ................ OUI\n',
      '# RC\n\nUne offre en variante, sur une autre essence, sera étudiée si elle tient dix ans dehors.\n',
      '# RC\n\nSi vous connaissez un autre liant que le bitume, proposez-le nous aussi.\n',
      '# RC\n\nLe candidat qui fabrique des bacs d’un autre litrage que 240 peut les offrir en plus.\n',
      '# RC\n\nUne teinte autre que le blanc est ouverte aux candidats, si elle réfléchit autant.\n',
      '# RC\n\nLes entreprises peuvent s’écarter du procédé décrit, à performance égale.\n',
      '# RC\n\nVous ne remettez rien d’autre que ce qui est décrit.\n',
      '# RC\n\nChaque candidat remet une réponse unique ; celle qui en proposerait une autre, fût-elle moins chère, est écartée.\n',
      '# RC\n\nAucun autre procédé que le gommage n’est admis.\n',
      '# RC\n\nPour ce lot, nulle variante, donc.\n',
      'Les candidats s’en tiennent à la solution décrite : une offre qui en présenterait une autre, à la place ou à côté, ne sera pas examinée.',
      '# RC\n\nProcédure : procédure adaptée\nVariante : NON – PSE : NON\nLes vitrages sont lavés de nuit.\n',
      '# RC\n\n| Rubrique | Réponse |\n| --- | --- |\n| Variante | 2 par candidat |\n',
      '# RC\n\n## Variantes\n\nLes fabricants n’en présentent aucune.\n',
      '# RC\n\nLe dépôt d’une variante entraîne l’élimination du pli.\n',
      '# RC\n\nVariantes admises : aucune\n',
      '# RC\n\nLes variantes sont-elles admises ?\n\nVariantes : non\n',

      '# Règlement de la consultation\n\nProcédure : appel d’offres ouvert\n\nVariantes : fermées (même mention à l’avis).\n',
      '# RC\n\nVotre proposition suit notre demande. Une seconde, qui s’en éloigne quant au montage, est recevable à côté de la première.\n',
      '# RC\n\nLe candidat remet une offre entièrement conforme au dossier, toute contre-proposition étant rejetée.\n',
      '# RC\n\nAucune autre proposition que celle demandée n’est examinée.\n',
      '# RC\n\nSeules les offres de base sont examinées.\n',
      '# RC\n\nChaque entreprise peut remettre, en plus de son offre de base, une autre méthode de désherbage.\n',
      '# RC\n\n## 5. Solutions alternatives\n\nAdmises pour le chauffage.\n',
      '# RC\n\nLes variantes sont autorisées.\n',
      '# RC\n\n| Rubrique | Contenu |\n| --- | --- |\n| Variantes | Sans |\n',
      '# RC\n\n## Variantes\n\nSans objet.\n',
      '# RC\n\nLa présente consultation est lancée sans variante.\n',
      '# RC\n\n## 3. Variantes\n\n☒ Les variantes sont autorisées.\n\n☐ Les variantes ne sont pas autorisées.\n',
      '# RC\n\nLes variantes sont traitées à l’article 5 du règlement propre à chaque lot.\n',
      {
        text: '# RC\n\nLe marché, exclu du code, relève du 2° de l’article L. 2512-5.\n',
        head: { procedure: 'recherche-developpement' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const { prises, cases } = piece.ask(variantes);
    if (prises.length > 0) return;
    const name = procedureDe(piece);
    if (name === 'recherche-developpement' || name === 'appel-a-projets') return;
    const { words, rests } = silence(piece);
    const data = { silence: words };
    const [box] = cases;
    if (box) {
      yield { at: box, message: 'cases', data, rests };
      return;
    }
    if (traiteDesVariantes(piece)) return;
    yield {
      at: piece.draft.title?.span ?? TOP,
      message: 'absentes',
      data,
      rests,
      fixes: [
        appendSection(
          piece,
          'Variantes',
          without('variantes-autorisees'),
          'Ajouter un article qui autorise les variantes',
        ),
        appendSection(
          piece,
          'Variantes',
          without('variantes-interdites'),
          'Ajouter un article qui ne les autorise pas',
        ),
      ],
    };
  },
});
