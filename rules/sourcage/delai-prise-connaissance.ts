import { sourcage } from '../facts/sourcage/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'sourcage/delai-prise-connaissance',
  title: 'Délai pour prendre connaissance des informations',
  level: 'info',
  pieces: ['rc'],
  absence: true,
  why: `Quand une entreprise a participé à la préparation, les autres doivent avoir le temps de prendre connaissance de ce qu'elle sait déjà. Le guide recommande de fixer
des délais raisonnables à cette fin.`,
  sources: [guide('I.A', 8), ccp('R2111-2')],
  messages: {
    delai:
      'Rien ne laisse aux candidats le temps de connaître les informations partagées.\nUn opérateur a participé à la préparation et le règlement ne donne ni date limite de réception des offres, ni délai pour en prendre connaissance. En fixer un, assez long pour les autres candidats.',
  },
  examples: {
    bad: [
      "⟦La régie a fait relire le cahier des charges par deux sociétés.⟧ Leurs notes sont publiées sur le profil d'acheteur.",
      "⟦L'étude de faisabilité a été confiée au bureau Orvélis.⟧ Son rapport est publié sur le profil d'acheteur.",
      "⟦La société Alphée a participé à l'élaboration du cahier des charges.⟧",
      '⟦Une association a relu le projet de cahier des charges.⟧ Les questions sont posées avant le 3 mars 2027.',
      "⟦L'acheteur a fait appel à un assistant à maîtrise d'ouvrage, la société Numea, pour rédiger les spécifications.⟧ L'adresse du profil d'acheteur figure dans l'avis.",
    ],
    good: [
      'Trois éditeurs ont été rencontrés en amont de la consultation ; aucun n’a participé à la rédaction du cahier des charges.',
      "**Entreprises ayant préparé le marché**\n\nSont exclues les entreprises ayant pris part aux travaux préparatoires et qui n'ont pas démontré que la concurrence est préservée.",
      "L'étude de faisabilité a été confiée au bureau Orvélis. Date limite de réception des offres : 12 mars 2027 à 12 heures.",
      "La société Alphée a participé à l'élaboration du cahier des charges. Les candidats disposent de trente jours au moins pour prendre connaissance des documents publiés.",
      "La société Alphée a relu le cahier des charges. La date limite de réception des offres est indiquée dans l'avis de marché.",
      'Un sourçage a été mené auprès de trois éditeurs.',
      "Le maître d'œuvre a rédigé le CCTP.",
      'Tout opérateur ayant participé à la préparation peut concourir.',
    ],
    limits: ['Le plan de masse est l’œuvre du bureau Orvélis.'],
  },
  *check(piece) {
    const { prealables, delai } = piece.ask(sourcage);
    const first = prealables.find((p) => p.kind === 'participation');
    if (first && !delai) yield { at: first.at, message: 'delai', doubt: first.doubt };
  },
});
