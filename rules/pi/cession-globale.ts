import { oeuvresFutures } from '../facts/pi/index.ts';
import { field, insertBlockAfter, replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { cpi, guide } from '../kit/source.ts';

const ONLY = `La cession ne porte que sur les œuvres réalisées en exécution du marché : ${field('œuvres — désignation de chacune')}.`;
const LIST = `${ONLY} Les droits cédés sont la reproduction, la représentation, l'adaptation et la traduction de ces œuvres, dans les limites suivantes :

- étendue : ${field('étendue — supports, réseaux')} ;
- destination : ${field('destination — besoins et finalités')} ;
- lieu : ${field('lieu — territoire')} ;
- durée : ${field('durée — au plus la durée légale de protection')}.`;

export default defineRule({
  id: 'pi/cession-globale',
  title: "Cession globale d'œuvres futures",
  level: 'error',
  pieces: ['cctp', 'ccap', 'rc', 'reglement-concours', 'ae'],
  why: `La cession globale des œuvres futures est nulle (article L131-1 du code de la propriété intellectuelle). « Tous droits présents et à
venir », sans la liste délimitée des droits et des œuvres, tombe sous le même reproche.`,
  sources: [guide('III.A', 25), cpi('L131-1'), cpi('L131-3')],
  messages: {
    globale:
      'Cette clause cède d’avance des droits ou des œuvres à venir sans les délimiter.\nLa cession globale des œuvres futures est nulle (article L131-1 du CPI). La limiter aux œuvres réalisées pour le marché et énumérer les droits, leur étendue, leur destination, leur lieu et leur durée.',
  },
  examples: {
    bad: [
      {
        text: "⟦Le candidat retenu cède par avance à l'organisateur tous les droits sur les œuvres qu'il viendrait à créer dans les cinq ans qui suivent la remise du prix.⟧",
        head: { piece: 'reglement-concours' },
        fixed: { gains: 'désignation de chacune' },
      },
      {
        text: "⟦Le titulaire cède à titre exclusif à la Caf l'intégralité des droits, présents et à venir, afférents aux résultats.⟧",
        fixed: { gains: 'La cession ne porte que sur les œuvres réalisées' },
      },
      {
        text: "## 9\n\nLe titulaire cède à l'Institut ses droits de reproduction sur les résultats.\n\n⟦La cession s'étend aux droits sur les logiciels et œuvres que le titulaire viendrait à créer ultérieurement, y compris après le terme du marché.⟧",
        fixed: { gains: 'réalisées en exécution du marché' },
      },
      {
        text: "⟦Le prestataire cède à l'office ses droits d'auteur sur ses œuvres futures.⟧",
        fixed: { gains: 'désignation de chacune' },
      },
      {
        text: "## 13\n\nLe scénographe cède au musée les droits de reproduction et d'adaptation de l'exposition sur tous supports, pour ses besoins, en France et pour dix ans.\n\n⟦Les droits d'auteur sur les œuvres futures que le scénographe concevra sont d'ores et déjà cédés au musée.⟧",
        fixed: { gains: 'désignation de chacune' },
      },
    ],
    good: [
      // That one has the rights, and not that one gives them.
      'Les auteurs garantissent qu’ils disposent de l’intégralité des droits de propriété intellectuelle sur les œuvres qu’ils présenteront.',
      // Data that a system gathers, a word explained, what receives the works, laws to come.
      'La ville est propriétaire de toutes les données que l’automate produira, historiques et dérivés compris.',
      '## Glossaire\n\nModule : désigne tout composant qui sert à créer les fondations d’un logiciel.',
      '## Droits\n\nLe titulaire cède à la ville le droit de reproduire les plans et le droit de les intégrer dans des œuvres existantes ou à venir.',
      '## Droits\n\nLe titulaire cède à la ville le droit de reproduire les plans, pour la durée que fixent les législations et conventions internationales, actuelles ou futures.',
      '## Droits\n\nLe titulaire cède à la ville :\n\n- droit de représentation : le droit de montrer les plans de quelque manière que ce soit, par tout procédé connu ou inconnu à ce jour.',
      // What is to come is a support, and no work.
      '## Droits\n\nLe titulaire cède au musée le droit de reproduire les affiches. Ces droits s’entendent de tous les supports, papier, numérique ou à venir, et du monde entier.',
      'Le titulaire cède au musée le droit de reproduire les plans. Il profitera aussi, sans autre formalité, à toute antenne que le musée désignera par la suite.',
      'La convention prend effet à sa signature et s’achève dix mois plus tard, toutes phases comprises.',
      // Moral rights given up are another fault.
      'Le maître d’œuvre s’engage, pour lui et pour ses ayants droit, à ne jamais invoquer le respect dû à son œuvre à l’encontre des modifications que la ville déciderait, quelles qu’elles soient.',
      'Nullité de la cession globale des œuvres futures : aucune clause de cet ordre ne lie l’auteur. Par bon de commande, les droits de reproduction de chaque planche sont cédés pour le site, en France, huit ans.',
      "Le titulaire cède à la ville les droits de reproduction des plans qu'il viendrait à réaliser dans le cadre du marché.",
      "Le titulaire cède à l'acheteur les droits de reproduction des visuels sur tout support, présent ou futur.",
      "Le titulaire cède les droits de reproduction à l'acheteur pour la durée de protection reconnue par les lois présentes et futures.",
      "Les droits, présents et à venir, de reproduction et d'adaptation des plans sont cédés à la ville sur tout support, pour ses travaux, en France et pour dix ans.",
      "Les travaux futurs feront l'objet d'un autre marché.",
    ],
    limits: [],
  },
  *check(piece) {
    for (const { at, future, doubt } of piece.ask(oeuvresFutures)) {
      yield {
        at,
        message: 'globale',
        doubt,
        // A clause on works to come only is void whatever its limits: it gives way to the works of the contract.
        fixes: [
          future === 'oeuvres'
            ? replace(piece, at, ONLY, 'Limiter la cession aux œuvres du marché')
            : insertBlockAfter(piece, at, LIST, 'Délimiter la cession'),
        ],
      };
    }
  },
});
