import { clauseText } from '../clauses/clauses.ts';
import { echantillons } from '../facts/offres/index.ts';
import { procedure } from '../facts/procedure/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

export default defineRule({
  id: 'offres/prime-echantillons',
  title: 'Prototype ou maquette coûteux demandé sans prime',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `Fabriquer un prototype, une maquette ou un échantillon qui coûte cher, sans être sûr d'être retenu, écarte d'abord les jeunes entreprises, souvent les plus
innovantes. Quand la demande implique un investissement significatif, le code veut une prime, dont le montant est annoncé.`,
  sources: [ccp('R2151-15')],
  messages: {
    prime:
      'Cette demande paraît coûteuse pour les candidats et aucune prime n’est prévue.\nElle représenterait un investissement significatif. Indiquer dans le règlement le montant de la prime versée à chacun, ou se contenter d’une pièce moins coûteuse.',
  },
  examples: {
    bad: [
      {
        text: '## Essais\n\n⟦Chaque soumissionnaire équipe à ses frais une salle complète du bâtiment sud.⟧ L’ensemble reste en service pendant trois semaines.\n',
        fixed: { gains: 'prime' },
        skip: { 'broken-line': 'the second sentence follows the mark' },
      },
      {
        text: '| À remettre avec l’offre | Détail |\n|---|---|\n| Mémoire | dix pages |\n| Prototype | ⟦un banc monté à l’échelle 1⟧ |\n',
        fixed: { gains: 'prime' },
      },
      {
        text: '## Offre\n\n- Mémoire : dix pages\n- ⟦Maquette : un module fonctionnel par candidat⟧\n',
        fixed: { gains: 'prime' },
      },
      {
        text: 'Le contrat porte sur la réalisation d’un démonstrateur. ⟦Chaque candidat joint à son offre un prototype de la carte mère.⟧\n',
        fixed: { gains: 'prime' },
      },
      {
        text: '## Contenu de l’offre\n\n| Pièce | Précisions |\n|---|---|\n| Mémoire | dix pages |\n| Maquette | ⟦en bois, soit 200 heures d’atelier⟧ |\n',
        fixed: { gains: 'prime' },
      },
      {
        text: "⟦Chaque candidat joint à son offre un prototype fonctionnel de la borne.⟧ Il est rendu après l'attribution.",
        fixed: { gains: 'une prime de [à compléter : montant' },
      },
      {
        text: '## Contenu des offres\n\nLes soumissionnaires remettent :\n\n- un mémoire technique ;\n- ⟦un démonstrateur, exploité pendant six semaines.⟧\n',
        fixed: { gains: 'une prime de [à compléter : montant' },
      },
      {
        text: '⟦Les candidats doivent remettre gratuitement les maquettes de leurs modules.⟧ Leur absence entraîne le rejet de l’offre.',
        fixed: { gains: 'une prime de [à compléter : montant' },
      },
      {
        text: "## Prototype\n\n⟦Les candidats présentent un poste d'accueil grandeur nature, monté dans le hall.⟧ Aucune prime n'est versée.\n",
        fixed: { gains: 'une prime de [à compléter : montant' },
      },
      {
        text: '⟦Une maquette navigable de l’application est exigée de chaque soumissionnaire.⟧',
        fixed: { gains: 'une prime de [à compléter : montant' },
      },
      {
        text: '### La démonstration\n\n⟦Pour chaque lot, vous réalisez un prototype aux dimensions de nos gaines et vous le laissez quatre semaines sur place.⟧ Les frais de fabrication et de transport sont à votre charge.',
        fixed: { gains: 'une prime de [à compléter : montant' },
      },
      {
        text: 'Votre offre est jugée sur pièces. ⟦Vous nous remettrez un démonstrateur du guichet, installé à vos frais.⟧',
        fixed: { gains: 'une prime de [à compléter : montant' },
      },
    ],
    good: [
      '## Candidature\n\nSi vous n’avez pas de références, décrivez vos essais, vos prototypes ou les compétences de vos ingénieurs.\n',

      'Chaque candidat installe à ses frais, pendant trois semaines, une cellule complète. Chaque candidat reçoit une prime de 8 000 €.\n',
      'Le titulaire installe à ses frais une borne en état de marche, qu’il suit pendant deux mois.\n',
      'Le candidat décrit comment il installe le matériel, à ses frais, en trois semaines.\n',
      'Les candidats visitent le site à leurs frais pendant les trois semaines qui suivent la publication.\n',
      '## Offre\n\nLe candidat remet un prototype en état de marche. Nous versons 2 000 € à chaque candidat.\n',
      '## Offre\n\n- Mémoire : dix pages\n- Maquette : aucune n’est demandée aux candidats\n',
      '## Échantillons\n\nLe candidat joint un flacon et un rouleau des consommables proposés. Leur valeur n’excède pas 15 €.\n',
      'Le candidat remet une maquette fonctionnelle de l’écran d’accueil, qui demande moins d’une heure de travail.\n',
      'Le contrat porte sur la réalisation d’un démonstrateur. Le démonstrateur attendu est technologique : nous ne vous demandons ni présérie, ni outillage.\n',
      'Vous réalisez un prototype du guichet. Nous versons une prime de 4 000 € HT à chaque candidat qui remet le sien.',
      'Si vous le souhaitez, vous présentez un prototype lors de la visite.',
      'Une fois retenu, vous réalisez un prototype du guichet, à vos frais.',
      'Vous joignez un échantillon de tissu de la taille d’une main.',
      'Chaque candidat remet un prototype. Une prime de 3 000 € HT est versée à tout soumissionnaire dont le prototype est conforme.',
      'Les candidats joignent trois échantillons de tissu au format A5. Ils sont remis à titre gratuit.',
      'Le titulaire remet un prototype fonctionnel deux mois après la notification.',
      'Les candidats qui le souhaitent peuvent présenter un prototype.',
      "Aucun prototype n'est demandé aux candidats.",
      'Le contrôle porte sur un échantillon de 200 dossiers fournis par les candidats.',
      'Chaque candidat fournit en échantillon un fauteuil de série, tel que présenté à son catalogue.',
      {
        text: 'Chaque concurrent remet une maquette au 1/200e, complète, à ses frais.',
        head: { procedure: 'concours' },
      },
    ],
    limits: ['Chaque candidat meuble entièrement un bureau témoin et le laisse sur place un mois.'],
  },
  *check(piece) {
    if (piece.ask(procedure).name === 'concours') return;
    const { demandes, primes } = piece.ask(echantillons);
    const first = demandes.find((d) => d.lourd);
    if (!first || primes.length > 0) return;
    yield {
      at: first.at,
      message: 'prime',
      doubt: first.doubt,
      fixes: [insertBlockAfter(piece, first.at, clauseText('offres-prime-echantillons'), 'Ajouter une prime')],
    };
  },
});
