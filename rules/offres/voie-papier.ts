import { clauseText } from '../clauses/clauses.ts';
import type { Said } from '../facts/commun/index.ts';
import { transmission } from '../facts/offres/index.ts';
import { inStyleOf, remove } from '../kit/fix.ts';
import { defineRule, type Edit } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

export default defineRule({
  id: 'offres/voie-papier',
  title: 'Offres demandées ou admises sur papier',
  level: 'error',
  pieces: ['rc'],
  why: `La communication entre l'acheteur et les candidats se fait par voie électronique. Une offre papier est irrégulière : celui qui suit le
règlement voit son offre contestée, et celui qui ne le suit pas aussi. Seuls restent matériels les échantillons, maquettes et modèles réduits, la copie de
sauvegarde et les autres cas de l'article R2132-12, que l'acheteur doit annoncer.`,
  sources: [ccp('L2132-2'), ccp('R2132-7'), ccp('R2132-11'), ccp('R2132-12'), ccp('R2132-13')],
  messages: {
    papier:
      'Les plis peuvent ici être remis sur papier, en main propre ou par la poste.\nLes candidatures et les offres se transmettent par voie électronique, sauf les cas de l’article R2132-12 (échantillons, maquettes…) et la copie de sauvegarde : renvoyer au profil d’acheteur.',
  },
  examples: {
    bad: [
      {
        text: '## Modalités\n\n| Point | Règle |\n|---|---|\n| Dépôt | ⟦au choix : profil d’acheteur ou lettre recommandée⟧ |\n',
        fixed: { gains: 'voie électronique' },
      },
      {
        text: '## Remise des offres\n\n⟦Mémoire technique : en plus, deux tirages papier reliés, à remettre au bureau 12 du siège contre reçu.⟧',
        fixed: { gains: 'fres' },
      },
      {
        text: '## Remise des offres\n\n⟦Les offres sont remises reliées, sur papier, dans un classeur à onglets.⟧',
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: '## Remise des offres\n\nL’offre se dépose en ligne. ⟦L’entreprise qui n’est pas équipée apporte son enveloppe à l’accueil de la mairie.⟧\n',
        fixed: { gains: 'par voie électronique' },
      },
      {
        text: "## Remise des offres\n\n⟦Les offres sont remises sur support papier, contre récépissé, au service des marchés.⟧ L'accueil est ouvert de 9 h à 16 h.\n",
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: '⟦Les plis sont envoyés par lettre recommandée avec avis de réception ou déposés à la mairie contre récépissé.⟧',
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: "⟦Les propositions peuvent être transmises au choix par voie électronique ou sous pli cacheté.⟧ Aucun courriel n'est accepté.",
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: "⟦La transmission des offres par voie électronique n'est pas autorisée.⟧",
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: '## Modalités de remise des plis\n\n| Étape | Mode |\n| --- | --- |\n| Offre | ⟦pli fermé, déposé contre reçu au secrétariat⟧ |\n',
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: '## Conditions de remise des offres\n\n- ⟦par la poste, en recommandé ;⟧\n- en main propre, au bureau 12.\n',
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: "⟦Le candidat adresse sa candidature et son offre en deux exemplaires papier, sous double enveloppe.⟧ L'enveloppe extérieure porte la mention « Ne pas ouvrir ».",
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: '⟦Les offres sont remises en deux exemplaires originaux, avec les attestations.⟧',
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: "## Contenu de l'offre\n\n- ⟦un mémoire technique, remis contre récépissé au secrétariat ;⟧\n- le bordereau des prix.\n",
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: '## Remise des offres\n\nUne copie de sauvegarde est admise. Les offres sont remises par écrit.\n\n⟦Elles sont déposées contre récépissé au service des marchés.⟧',
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: "## Remise des offres\n\n⟦Les horaires du dépôt contre récépissé sont ceux de l'accueil.⟧",
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
      {
        text: "⟦Le candidat peut également apporter son enveloppe à l'accueil du siège, où un reçu lui est remis.⟧",
        fixed: { gains: "déposées par voie électronique sur le profil d'acheteur" },
      },
    ],
    good: [
      // Answered by its row.
      '## Transmission des plis\n\n| Point | Règle |\n|---|---|\n| Dépôt | profil d’acheteur |\n| Dépôt à l’accueil, envoi postal, courriel | refusés |',
      '## Remise des offres\n\nPour le lot 2, un terminal en prêt. Le terminal prêté est déposé au centre technique contre reçu.\n',
      '## Jugement des offres\n\nTrois chantiers types par lot ont été déposés sous pli cacheté auprès du service des assemblées.',
      'Le candidat adresse, sur la plateforme, une enveloppe offre pour chaque lot.',
      '## Échantillons\n\nLes gants remis sont des échantillons de faible valeur.\n\n## Remise des offres\n\nLes plis sont déposés sur le profil d’acheteur. Les gants, eux, sont apportés ou envoyés au secrétariat.',
      '## Remise des offres\n\nPrésentation de l’offre : mémoire chiffré, comparé poste par poste avec l’existant, déposé sur la plateforme.',
      'La consultation a pour objet l’impression, la mise sous pli et l’expédition de courriers.',
      '## Remise des offres\n\nCanal : profil d’acheteur. Papier, remise au guichet : refusés.',
      // A workbook has sheets, and is no binder.
      '## Pièces de l’offre\n\nPour chaque lot, le candidat remet l’acte d’engagement complété, les onglets du classeur des prix qui concernent ce lot et un mémoire technique de vingt pages au plus.',
      '## Pièces de l’offre\n\nLe candidat remet l’acte d’engagement et le classeur Excel des prix, complétés, et une note de dix pages.',
      '## Remise des offres\n\n- Dépôt électronique sur le profil d’acheteur, rien par courriel, rien sur papier.\n- Jamais par la poste.',
      '## Jugement des offres\n\n| Sous-critère | Points |\n|---|---|\n| Prix | 60 |\n| Émissions de CO2 de la livraison, par poste | 40 |',
      '## Remise des offres\n\nLes plis sont transmis sur le profil d’acheteur. L’affiche du lot 2, et elle seule, est apportée sur papier à l’accueil du syndicat.',
      '## Jugement\n\nLe prix est noté sur un panier de commandes établi avant l’ouverture des plis, déposé sous enveloppe scellée et non communiqué aux candidats.',
      '## Remise des offres\n\nLes plis sont transmis sur le profil d’acheteur, ainsi que :\n\n- pour le lot 1, un jeu de trois brosses, déposé à l’accueil contre reçu et restitué sur demande.',
      'La voie électronique n’est pas obligatoire pour ce marché de services sociaux (article R. 2132-12). Les offres sont envoyées par courrier recommandé.',
      // What goes on with the backup copy, in a paragraph of its own.
      '## Remise des offres\n\nLes plis sont déposés en ligne. Une copie de sauvegarde est admise.\n\nElle est glissée dans une enveloppe fermée.\n\nElle est postée en recommandé ou déposée contre récépissé au service des marchés.',
      '## Remise des offres\n\nLa copie de sauvegarde peut être transmise :\n\nsoit en main propre contre récépissé,\n\nsoit par lettre recommandée.',
      // A title alone opens no way, and plain paper is a form.
      '## Remise des offres sur support papier\n\nElle n’est pas autorisée.',
      'La lettre de candidature est remise sur l’imprimé DC1 ou, avec les mêmes mentions, sur papier libre.',
      "## Dossier de candidature\n\n- l'extrait Kbis et l'attestation de régularité fiscale, en deux exemplaires originaux.\n",
      '## Contenu de l’offre\n\n- le mémoire technique ;\n- un fauteuil de bureau, livré contre reçu au magasin avant la même date.\n',
      '## Remise des offres\n\nChaque candidat remet contre récépissé deux luminaires au service technique.',
      '## Dossier d’offre\n\n- lot 2 : le vélo d’essai, remis en main propre à l’atelier.\n',
      'La copie de sauvegarde peut être apportée au secrétariat de la mairie, sous enveloppe.',
      'Aucune offre ne peut être apportée au secrétariat de la mairie.',
      'Le titulaire apporte son dossier au secrétariat de la mairie.',
      'Pour le lot 2, chaque candidat remet contre récépissé un capteur du commerce, rendu après analyse.',
      'L’offre contient :\n• un mémoire technique\n• le détail du prix, forfaitaire, par poste\n• le calendrier',
      "Les offres sont déposées sur le profil d'acheteur. Une copie de sauvegarde, sur papier ou sur clé USB, peut être remise contre récépissé. Elle est placée sous pli cacheté portant la mention « copie de sauvegarde ».",
      "Les plis sont transmis par voie électronique, à l'exclusion de tout envoi sur support papier.",
      'Les offres remises sur support papier ou par la poste sont irrégulières et ne sont pas ouvertes.',
      'Les échantillons qui accompagnent l’offre sont déposés en main propre au magasin, contre récépissé.',
      '### Copie de sauvegarde\n\nLes plis sont déposés contre récépissé au service des marchés, sous enveloppe cachetée.\n',
      "Le marché portant sur des services sociaux, les offres sont, en application de l'article R. 2132-12, remises sur support papier.",
      "L'offre électronique retenue est imprimée sur papier pour être signée avec l'attributaire.",
      'Le dossier de consultation peut être retiré sur support papier, contre récépissé.',
      'Les candidats non retenus sont avisés par courrier recommandé du rejet de leur offre.',
      '## Échantillons\n\nChaque soumissionnaire remet au service biomédical dix capteurs appairés. Cette remise se fait contre récépissé avant l’échéance.',
    ],
    limits: ['Les plis sont à remettre au 3e étage, bureau 12, avant midi.'],
  },
  *check(piece) {
    const bySection = new Map<unknown, Said[]>();
    for (const said of piece.ask(transmission).papier) {
      const group = bySection.get(said.sentence.section) ?? [];
      group.push(said);
      bySection.set(said.sentence.section, group);
    }
    for (const [first, ...others] of bySection.values()) {
      if (!first) continue;
      const text = inStyleOf(piece.draft, clauseText('offres-profil-acheteur'));
      const edits: Edit[] = [{ at: first.at, text }];
      // What only details the paper way goes with it; an item or a cell cannot be left empty.
      for (const { at, sentence } of others) {
        if (sentence.passage.sentences.length > 1) edits.push(...remove(piece, at, '').edits);
        else edits.push({ at, text: 'Sans objet.' });
      }
      yield {
        at: first.at,
        message: 'papier',
        doubt: others.every(({ doubt }) => doubt) ? first.doubt : undefined,
        related: others.map(({ at }) => ({ piece, at, message: 'Également sur papier ou en main propre' })),
        fixes: [{ title: "Renvoyer au profil d'acheteur", grade: 'review', edits }],
      };
    }
  },
});
