import { closingOf, moyens } from '../facts/besoin/index.ts';
import type { Sentence } from '../kit/draft.ts';
import { insertAfter, replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import type { Span } from '../kit/span.ts';

const OPENING =
  ', ou toute solution atteignant des performances au moins équivalentes, à démontrer par tout moyen approprié';

const TITLE = 'Admettre toute solution de performances au moins équivalentes';

export default defineRule({
  id: 'besoin/moyens-imposes',
  title: 'Moyen imposé là où un résultat suffirait',
  level: 'info',
  pieces: ['cctp', 'programme-fonctionnel'],
  why: `Imposer une technique, un langage, un procédé ou un matériau écarte les solutions qui atteignent le même résultat autrement, et
d'abord les plus nouvelles. Le guide recommande d'exprimer le besoin en performances ou en exigences fonctionnelles.`,
  sources: [guide('I.B', 9), ccp('R2111-7'), ccp('R2111-8')],
  messages: {
    imposed:
      '« {words} » impose un moyen.\nLes autres façons d’atteindre le même résultat sont écartées. Dire le résultat attendu, ou admettre toute solution de performances au moins équivalentes.',
  },
  examples: {
    bad: [
      '⟦Le moteur sera électrique ; l’usage d’un groupe thermique, même hybride, entraînerait le rejet de l’offre.⟧',
      '⟦Pour le comptage, c’est la boucle au sol ou rien.⟧',
      '⟦Nous avons fait le choix de cette chimie et nous n’en étudierons pas d’autre.⟧',
      '⟦Le portail est installé chez nous ; nous ne voulons pas d’hébergement loué.⟧',
      {
        text: '⟦La charpente sera en bois scié en place, les solutions collées étant écartées.⟧',
        fixed: { gains: 'cartées, ou toute solution atteignant' },
      },
      '⟦Le comptage repose sur une caméra thermique : un appareil qui s’appuierait sur un autre principe sera refusé, quelles que soient ses performances.⟧',
      {
        text: 'Le plan est laissé au tableau. ⟦La cire est enlevée à la brosse, les autres procédés étant écartés.⟧',
        fixed: { gains: 'cartés, ou toute solution atteignant' },
      },
      '⟦Le relevé est mené en méthode Delphi ; une autre démarche ne sera pas retenue.⟧',
      {
        text: '⟦Le serveur est placé au sous-sol ; une offre fondée sur un service tenu hors de nos murs ne sera pas étudiée.⟧',
        fixed: { gains: 'diée, ou toute solution atteignant' },
      },
      {
        text: '⟦La balise emprunte la voie radio ; nous refusons que vous y substituiez un autre moyen.⟧',
        fixed: { gains: 'moyen, ou toute solution atteignant' },
      },
      '⟦Le chantier est mené en binômes ; une autre conduite de projet ne sera pas retenue.⟧',
      {
        text: '⟦Le stage se tient dans nos ateliers, en groupe ; aucun module en ligne ne peut le remplacer.⟧',
        fixed: { gains: 'mplacer, ou toute solution atteignant' },
      },
      '⟦Le tri est fait à la main ; le recours à des trieuses n’est admis pour aucun article.⟧',
      '⟦Le stage se tient dans nos locaux ; les modules en ligne ne seront acceptés pour aucune séance.⟧',
      {
        text: '⟦L’ancienne cire est enlevée à la monobrosse, les autres procédés étant écartés.⟧',
        fixed: { gains: 'cartés, ou toute solution atteignant des performances au moi' },
      },
      {
        text: '⟦Le film est diffusé en direct par satellite ; il n’est admis aucune autre voie de transmission.⟧',
        fixed: { gains: 'admis, ou toute solution atteignant des performances au moin' },
      },
      '⟦Une solution bâtie avec une autre technologie sera tenue pour irrégulière.⟧',
      {
        text: '⟦Le marquage se fait à la résine, et il n’est reçu aucun autre procédé.⟧',
        fixed: { gains: 't reçu, ou toute solution atteignant des performances au moi' },
      },
      '⟦Un rapport établi d’après un autre outil de cotation est refusé.⟧',
      {
        text: '⟦Écrire le programme en Kotlin ; toute autre plateforme, écartée.⟧',
        fixed: { gains: 'cartée, ou toute solution atteignant des performances au moi' },
      },
      {
        text: '⟦La localisation repose sur une cartographie laser ; aucun autre principe ne sera accepté.⟧',
        fixed: { gains: 'laser, ou toute solution atteignant des performances au moin' },
      },
      {
        text: '⟦Le sol est collé en plein à la colle polyuréthane à deux composants et pas autrement.⟧',
        fixed: { gains: 'équivalent' },
      },
      {
        text: '⟦Les cloisons sont posées avec des vis en acier et d’aucune autre façon.⟧',
        fixed: { gains: 'équivalent' },
      },
      {
        text: '⟦Le service est installé dans la salle machines de la ville ; une proposition d’hébergement chez un tiers ne sera pas étudiée.⟧',
        fixed: { gains: 'équivalent' },
      },
      '⟦Les solutions fondées sur une lecture par code à barres seront écartées.⟧',

      '# CCTP\n\n⟦Les scores sont obtenus par des arbres de décision ; toute autre famille d’algorithmes sera refusée.⟧',
      {
        text: '⟦La reprise est faite par double saisie, seule méthode admise.⟧',
        fixed: { gains: 'équivalent' },
      },
      '⟦Une clôture en PVC, même à performances égales, ne sera pas retenue.⟧',
      '⟦Les serveurs sont posés dans les locaux de la ville ; toute solution hébergée chez un tiers est refusée, quelles que soient ses garanties.⟧',
      '⟦Les séances se tiennent uniquement en salle, sur les sites de la caisse, aucune séquence à distance n’étant recevable.⟧',
      { text: '⟦Les offres qui reposent sur une autre technologie seront écartées.⟧' },
      {
        text: '⟦Le code de l’application est écrit en Java ; aucun autre langage n’est accepté.⟧',
        fixed: { gains: 'performances au moins équivalentes' },
      },
      {
        text: '⟦Les relevés ne sont reçus qu’à travers un logiciel posé sur tablette.⟧',
        fixed: { gains: 'performances au moins équivalentes' },
      },
      {
        text: '⟦Toute technique autre que le forage dirigé est proscrite.⟧',
      },
      {
        text: "⟦L'enveloppe est obligatoirement moulée en ABS, à l'exclusion de toute autre matière.⟧",
        fixed: `L'enveloppe est obligatoirement moulée en ABS${OPENING}.`,
      },
      {
        text: "⟦Le module est écrit en langage Java, à l'exclusion de tout autre.⟧",
        fixed: `Le module est écrit en langage Java${OPENING}.`,
      },
      {
        text: '⟦Le désherbage des allées sera exclusivement réalisé à la vapeur.⟧',
        fixed: `Le désherbage des allées sera réalisé à la vapeur${OPENING}.`,
      },
      {
        text: '⟦La coque est réalisée exclusivement en polyéthylène rotomoulé.⟧',
        fixed: `La coque est réalisée en polyéthylène rotomoulé${OPENING}.`,
      },
      {
        text: "⟦Les assemblages sont impérativement réalisés par tourillons collés, à l'exclusion de tout autre procédé.⟧",
        fixed: `Les assemblages sont impérativement réalisés par tourillons collés${OPENING}.`,
      },
      {
        text: '⟦Le relevé est effectué par télérelève radio ; aucune autre technique n’est admise.⟧',
        fixed: `Le relevé est effectué par télérelève radio${OPENING}.`,
      },
      {
        text: '⟦Le portail devra obligatoirement être développé en Java.⟧',
        head: { piece: 'programme-fonctionnel' },
        fixed: `Le portail devra obligatoirement être développé en Java${OPENING}.`,
      },
      {
        text: '⟦Seul le désherbage thermique est admis.⟧ Les allées sont balayées.',
        fixed: `Seul le désherbage thermique est admis${OPENING}. Les allées sont balayées.`,
      },
      {
        text: '| Lot | Prescription |\n| --- | --- |\n| 1 | ⟦Cadres fabriqués uniquement en chêne massif⟧ |',
        fixed: `| Lot | Prescription |\n| --- | --- |\n| 1 | Cadres fabriqués en chêne massif${OPENING} |`,
      },
      { text: '⟦Le logiciel est écrit en Java.⟧', fixed: `Le logiciel est écrit en Java${OPENING}.` },
    ],
    good: [
      '## Matériaux\n\nL’emploi du bois n’est pas obligatoire : l’acier, l’aluminium, la pierre et les matières recyclées sont reçus dans les mêmes conditions.',
      'Le recours à un sous-traitant non déclaré entraîne l’exclusion de l’offre. Une offre incomplète fera tomber le pli.',
      'Le procédé est libre ; nous n’en étudierons pas moins sa durée de vie.',
      '## Lecture\n\n- « Impératif » : niveau sous lequel une solution est écartée.\n\n## Exigences\n\n| N° | Fonction | Niveau | Nature |\n|---|---|---|---|\n| S1 | Mesurer la température | ±0,5 °C | Impératif |\n| S2 | Alerter | SMS en 3 min | Impératif |',
      'Nous n’imposons aucun langage ; les tablettes sont proscrites dans la seule salle froide, et tout autre appareil y est permis.',
      '- Blouson : laine de 300 g/m², sans capuche.',
      'Le seul usage du vélo à des fins de service est admis dans le parc.',
      'Le pont est en place ; il repose sur deux piles, les travées étant écartées de douze mètres.',
      'Le recours à des trieuses n’est admis pour aucun article du lot 2.',
      'Nous refusons que vous recouriez à une autre équipe.',
      'Nature de l’isolant : panneaux semi-rigides en laine minérale',
      'Aucune autre indemnité ne sera versée.',
      'Le titulaire choisit le procédé de détection. Les caméras, seules, sont exclues.',
      'Les livraisons sont reçues par le quai nord et pas autrement.',
      'Une proposition de prix incomplète ne sera pas étudiée. Une offre sans planning sera écartée. Les solutions tardives sont refusées.',

      '# CCTP\n\nLes plans sont remis en PDF ; tout autre format sera refusé. Toute autre méthode est admise.',
      'Toute fourniture défectueuse est refusée, quelles que soient ses qualités.',
      'Les factures sont déposées en ligne, seul mode de transmission admis. Le format est libre, même à performances supérieures.',
      'Les offres fondées sur une autre année de référence seront écartées.',
      'Le désherbage est fait à la main, comme l’impose le code de l’environnement ; aucun autre procédé n’est accepté.',
      'Les relevés ne sont reçus que s’ils sont signés.',
      'L’enveloppe est moulée en ABS ou en toute matière qui tient le même choc.',
      "Les travaux sont réalisés par le titulaire, à l'exclusion de tout autre. La facture est établie uniquement au nom de la régie.",
      'Les contenus sont diffusés exclusivement en HTML, ou par toute solution atteignant les mêmes performances.',
      'Les échanges sont rédigés exclusivement en français et transmis uniquement par voie électronique.',
      'Les travaux sont obligatoirement exécutés par des personnels habilités, ainsi que la loi l’impose.',
      'Les livraisons sont effectuées exclusivement par la rue Haute, entre 8 h et 10 h.',
      'Les données sont utilisées exclusivement pour le marché, à l’exclusion de toute autre finalité.',
      'Les ardoises sont posées exclusivement au crochet, selon la prescription de l’architecte des Bâtiments de France.',
      'Seules les personnes habilitées sont autorisées à entrer. Seuls les jours ouvrés sont retenus.',
      '## Existant\n\nLe portail est développé uniquement en PHP.',
      'La stérilisation est faite par oxyde d’éthylène, ou par tout procédé de même résultat.',
      'Les interventions sont obligatoirement réalisées par des techniciens certifiés et facturées uniquement sur bon de commande.',
    ],
    limits: [],
  },
  *check(piece) {
    for (const { sentence, at, words, reason, open, doubt } of piece.ask(moyens)) {
      if (reason || open) continue;
      yield { at, message: 'imposed', doubt, data: { words }, fixes: opened(piece, sentence, at) };
    }
  },
});

/** The sentence with what it excludes taken away, and open to another solution; nothing where it says nothing else. */
function opened(piece: Piece, sentence: Sentence, at: Span): Fix[] {
  const { excluded, within, alone, last = at } = closingOf(sentence);
  if (within) return [];
  const opening = excluded
    ? replace(piece, sentence.at(excluded), OPENING, TITLE)
    : insertAfter(piece, last, OPENING, TITLE);
  const freed = alone ? replace(piece, sentence.at(alone), '', TITLE).edits : [];
  return [{ ...opening, edits: [...freed, ...opening.edits] }];
}
