import { accordCadre, meets } from '../facts/accord-cadre/index.ts';
import { isResearch } from '../facts/procedure/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

/** Months. */
const MOST_MONTHS = 48;
const MOST_ENTITE = 96;

export default defineRule({
  id: 'accord-cadre/duree',
  title: 'Accord-cadre de plus de quatre ans',
  level: 'error',
  pieces: ['rc', 'ccap', 'ae'],
  why: `Un accord-cadre d'un pouvoir adjudicateur dure quatre ans au plus, reconductions comprises, sauf cas exceptionnel dûment justifié, par son objet ou par des investissements amortis sur une durée plus longue.`,
  sources: [ccp('L2125-1')],
  messages: {
    long: 'L’accord-cadre dure {months} mois, reconductions comprises, sans motif écrit.\nAu-delà de {limit} mois, la durée se justifie par l’objet ou par l’amortissement. Réduire la durée ou écrire le motif.',
  },
  examples: {
    bad: [
      '## Durée\n\nL’accord-cadre est conclu pour deux ans. Il se poursuit ensuite par ⟦trois⟧ périodes d’un an, à moins que la caisse n’y renonce.',
      {
        text: 'Accord-cadre à bons de commande.\n\n## Durée de l’accord-cadre\n\nPremière période : 12 mois à compter de la notification. Reconduction tacite, quatre fois 12 mois, soit ⟦soixante mois⟧ en tout.',
        head: { piece: 'rc' },
      },
      'Accord-cadre à bons de commande.\n\n## Durée\n\n- Période initiale : deux ans.\n- ⟦Reconductions⟧ : trois, tacites, d’un an chacune.\n',
      'Les besoins sont commandés au fur et à mesure, par bons.\n\n| Étape | Date |\n|---|---|\n| Début des livraisons | 1er mars 2027 |\n| Fin des livraisons | ⟦28 février 2033⟧ |\n',
      'L’accord-cadre est conclu pour une durée de vingt-quatre mois, ⟦reconductible⟧ tacitement à deux reprises, chaque fois pour dix-huit mois.',
      'L’accord-cadre produit ses effets durant vingt-quatre mois et se ⟦renouvelle⟧ ensuite, par tacite reconduction, pour deux périodes successives de dix-huit mois.',
      'L’accord-cadre reste en vigueur deux ans, puis est ⟦reconduit⟧ deux fois de suite pour dix-huit mois.',
      '| Accord-cadre | Durée | Maximum HT |\n| --- | --- | --- |\n| Période initiale | 24 mois | 60 000 € |\n| Reconduction 1 | 18 mois | 30 000 € |\n| Reconduction 2 | ⟦18 mois⟧ | 30 000 € |',
      'Le contrat est un accord-cadre. Il lie les parties pendant ⟦cinq ans⟧, sans interruption ni reconduction.',
      'L’accord-cadre est conclu pour un an. Il est ⟦reconduit⟧ tacitement, au plus cinq fois, par périodes d’un an.',
      '| Rubrique | Contenu |\n| --- | --- |\n| Nature | accord-cadre à bons de commande |\n| Début | 1er mai 2027 |\n| Fin | ⟦30 avril 2033⟧ |',
      'L’accord-cadre prend effet à sa notification pour une période initiale de vingt-quatre mois. Il est reconduit trois fois, par périodes de douze mois, soit une durée totale de ⟦soixante mois⟧.',
      'Le lot 3 donne lieu à un accord-cadre à bons de commande. Il est passé pour un an et peut être ⟦reconduit⟧ cinq fois, pour la même durée.',
      'Le présent accord-cadre est conclu pour une durée de ⟦cinq ans⟧.',
      'L’accord-cadre est conclu pour une durée d’un an. Il est ⟦renouvelable⟧ quatre fois.',
      'L’accord-cadre commence le ⟦1er mai 2027 et expire le 30 avril 2032⟧.',
      'Le présent accord-cadre est à bons de commande.\n\n| Rubrique | Règle |\n| --- | --- |\n| Période | du ⟦1er janvier 2028 au 31 décembre 2033⟧ |',
      'Chaque lot est un accord-cadre à bons de commande.\n\n| Lot | Durée (en mois) |\n| --- | --- |\n| Lot 1 | 48 |\n| Lot 2 | ⟦72⟧ |',
      'L’accord-cadre prend effet le 1er juin 2027. Il s’achève le ⟦31 mai 2033⟧.',
      '| Rubrique | Valeur |\n|---|---|\n| Nature | accord-cadre à bons de commande |\n| Durée | ⟦six ans⟧ |\n| Lieu | Les fours du laboratoire |',
    ],
    good: [
      'Accord-cadre à bons de commande.\n\n## Lot 2 – Électricité\n\n1. Tableaux : coffret à portillon, repérage de chaque circuit.\n2. Détecteurs : fourniture et pose d’un appareil certifié, pile scellée de dix ans.\n',
      '| Rubrique | Valeur |\n|---|---|\n| Nature | accord-cadre à bons de commande |\n| Durée | six ans |\n| Motif | Les fours sont longs à amortir |',
      'Accord-cadre : non. Le marché est conclu pour six ans.',
      '| Rubrique | Valeur |\n|---|---|\n| Accord-cadre | non |\n| Durée du marché | six ans |',
      'Accord-cadre à bons de commande.\n\n## Durée\n\n- Période initiale : un an.\n- Reconductions : trois, tacites, d’un an chacune.\n',
      'Les travaux sont réglés au vu des bons de livraison.\n\n| Étape | Date |\n|---|---|\n| Début des livraisons | 1er mars 2027 |\n| Fin des livraisons | 28 février 2033 |\n',
      'L’accord-cadre est conclu pour deux ans, reconductible à une reprise pour deux ans.',
      'L’accord-cadre est conclu pour deux ans, reconductible une fois pour un an. Il comporte dix reprises de données.',
      '| Accord-cadre | Durée | Maximum HT |\n| --- | --- | --- |\n| Période initiale | 24 mois | 60 000 € |\n| Reconduction | 24 mois | 30 000 € |\n| Garantie | 36 mois | – |',
      'Le contrat est un accord-cadre de deux ans. La clause de secret lie les parties pendant dix ans.',
      'L’accord-cadre est conclu pour un an. Il est reconduit tacitement, au plus trois fois, par périodes d’un an.',
      '| Rubrique | Contenu |\n| --- | --- |\n| Nature | accord-cadre à bons de commande |\n| Début | 1er mai 2027 |\n| Fin | 30 avril 2031 |',
      '| Rubrique | Contenu |\n| --- | --- |\n| Nature | accord-cadre à bons de commande |\n| Début de la visite | 1er mai 2027 |\n| Fin de la garantie | 30 avril 2033 |',
      'Chaque lot est un accord-cadre à bons de commande.\n\n| Lot | Durée (en mois) | Garantie (en mois) |\n| --- | --- | --- |\n| Lot 1 | 48 | 72 |',
      'L’accord-cadre est conclu pour quatre ans à compter de sa notification. Il n’est pas reconductible.',
      'L’accord-cadre est conclu pour un an, reconductible trois fois par période d’un an.',
      'L’accord-cadre est conclu pour six ans, en raison de l’amortissement des équipements.',
      'Le marché est conclu pour six ans.',
      'L’accord-cadre prend effet le 1er avril 2027 et s’éteint le 31 mars 2031.',
      'L’accord-cadre précédent, conclu le 1er avril 2020, s’achève le 31 mars 2027.',
      'L’accord-cadre prend effet le 1er avril 2027 ; la garantie des matériels court jusqu’au 31 mars 2035.',
      'L’accord-cadre prend effet le 1er avril 2027. Le programme de rénovation s’achève le 31 mars 2035.',
      'L’accord-cadre est à bons de commande. Le marché en cours est régi par le décret n° 2016-360 du 25 mars 2016. Il prend fin le 30 juin 2027.',
      'L’accord-cadre prend effet le 1er avril 2027 et s’éteint le 31 mars 2033. Cette durée est justifiée par l’amortissement du matériel.',
      'L’accord-cadre est conclu pour quatre ans. La garantie des matériels est de cinq ans.',
      'Le lot 1 est un accord-cadre conclu pour quatre ans. Le lot 2, marché ordinaire, est conclu pour six ans.',
      'L’entité adjudicatrice conclut un accord-cadre. L’accord-cadre est conclu pour six ans.',
      'L’accord-cadre dure cinq ans. Cette durée est justifiée par l’amortissement du véhicule.',
    ],
    limits: ['L’accord-cadre court jusqu’au 31 décembre 2035.'],
  },
  *check(piece) {
    const { pieces } = piece.consultation;
    const declared = pieces
      .flatMap((p) => p.ask(accordCadre).declared)
      .filter((d) => !isResearch(piece.consultation, d.lots));
    const own = pieces.flatMap((p) => p.ask(accordCadre).durees);
    const limit = pieces.some((p) => p.ask(accordCadre).entiteAdjudicatrice) ? MOST_ENTITE : MOST_MONTHS;
    for (const d of piece.ask(accordCadre).durees) {
      const months = d.total ?? d.months ?? 0;
      if (months <= limit || !declared.some((x) => meets(x.lots, d.lots))) continue;
      if (own.some((o) => o.reason && meets(o.lots, d.lots) && (o.total ?? o.months ?? 0) > limit)) continue;
      yield {
        at: d.totalAt ?? (d.reconduction?.times === 0 ? undefined : d.reconduction?.at) ?? d.at,
        message: 'long',
        data: { months, limit },
        doubt: d.doubt ?? d.reconduction?.doubt,
      };
    }
  },
});
