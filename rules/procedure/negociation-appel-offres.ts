import { lotsNamed } from '../facts/commun/index.ts';
import type { ProcedureName } from '../facts/piece/index.ts';
import { negociation, procedure, procedureOfLots } from '../facts/procedure/index.ts';
import type { Sentence } from '../kit/draft.ts';
import { removals, replace } from '../kit/fix.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

/** True for a sentence that is all there is under its title. */
const isAlone = ({ passage, section }: Sentence): boolean =>
  section.heading !== undefined &&
  section.parent?.heading !== undefined &&
  section.children.length === 0 &&
  section.own.every((p) => p === section.heading || (p === passage && p.sentences.length === 1));

/** The lots that a sentence is said of, by its words, its title or the sentence before; empty: of all. */
const lotsOf = ({ folded, previous, section }: Sentence): readonly string[] =>
  [folded, section.heading?.folded, previous?.folded]
    .map((said) => lotsNamed(said ?? ''))
    .find((named) => named.length > 0) ?? [];

const isOpenCall = (name: ProcedureName | undefined): boolean =>
  name === 'appel-offres-ouvert' || name === 'appel-offres-restreint';

export default defineRule({
  id: 'procedure/negociation-appel-offres',
  title: "Négociation dans un appel d'offres",
  level: 'error',
  pieces: ['rc'],
  why: `L'appel d'offres se juge sans négociation. Négocier, même avec tous et même peu, entache la procédure entière : l'attribution peut être
annulée.`,
  sources: [guide('II.B', 14), ccp('L2124-2')],
  messages: {
    prevue:
      'Une négociation est prévue dans un appel d’offres.\nL’appel d’offres l’exclut (article L2124-2 du code de la commande publique). Supprimer ce passage, ou choisir une procédure qui la permet. Une mise au point avec l’attributaire reste possible.',
  },
  silencedBy: [{ rule: 'procedure/mapa-procedure-formalisee', where: 'piece' }],
  examples: {
    bad: [
      // Their own lowest price, which is asked of them.
      {
        text: 'Appel d’offres ouvert.\n\n## Jugement\n\nLes deux candidats placés en tête sont reçus. ⟦Ils sont ensuite invités à remettre leur prix le plus bas.⟧',
        fixed: 'Appel d’offres ouvert.\n\n## Jugement\n\nLes deux candidats placés en tête sont reçus.',
      },
      {
        text: 'Appel d’offres ouvert.\n\n## Jugement\n\nLes deux soumissionnaires placés en tête sont reçus par la direction. ⟦Ils disposent ensuite d’une semaine pour consentir de meilleurs tarifs.⟧',
        fixed:
          'Appel d’offres ouvert.\n\n## Jugement\n\nLes deux soumissionnaires placés en tête sont reçus par la direction.',
      },
      {
        text: 'Appel d’offres ouvert.\n\n## Jugement\n\n⟦Les trois concurrents les mieux placés sont rappelés pour ramener leur montant dans l’enveloppe du budget.⟧',
        fixed: 'Appel d’offres ouvert.\n\n## Jugement\n',
      },
      {
        text: 'Appel d’offres ouvert.\n\n## Jugement\n\nLes trois soumissionnaires les mieux placés sont reçus. ⟦Ils y reprennent leurs tarifs, puis déposent des chiffres améliorés.⟧',
        fixed: 'Appel d’offres ouvert.\n\n## Jugement\n\nLes trois soumissionnaires les mieux placés sont reçus.',
      },
      {
        text: 'Appel d’offres ouvert.\n\n## Jugement\n\n⟦Les deux premiers du classement sont reçus une heure et remettent ensuite un prix amélioré.⟧',
        fixed: 'Appel d’offres ouvert.\n\n## Jugement\n',
      },
      {
        text: 'Les offres sont classées.\n\n⟦Une fois le classement établi, les deux soumissionnaires de tête sont reçus et invités à parfaire leurs conditions tarifaires.⟧\n',
        fixed: 'Les offres sont classées.\n',
        head: { procedure: 'appel-offres-ouvert' },
      },
      {
        text: 'La consultation comprend deux lots. Le lot 1 relève de la procédure adaptée. Le lot 2 est passé selon la procédure de l’appel d’offres ouvert.\n\n⟦Pour le lot 2, les trois soumissionnaires les mieux classés sont invités à négocier leurs prix.⟧',
        fixed:
          'La consultation comprend deux lots. Le lot 1 relève de la procédure adaptée. Le lot 2 est passé selon la procédure de l’appel d’offres ouvert.\n',
      },
      {
        text: '# RC\n\nLa consultation est un appel d’offres ouvert.\n\n## 6. NEGOCIATION\n\n⟦PORTANT SUR LE PRIX ET LES DELAIS DE LIVRAISON.⟧\n\n## 7. Plis\n\nIls sont remis en ligne.\n',
        fixed:
          '# RC\n\nLa consultation est un appel d’offres ouvert.\n\n## 6. NEGOCIATION\n\nLes offres ne sont pas négociées.\n\n## 7. Plis\n\nIls sont remis en ligne.\n',
      },
      {
        text: '## 2. Procédure\n\nLe lot 4 relève de la procédure adaptée. Les lots 1 et 2 sont passés en appel d’offres ouvert, et l’ensemble est un appel d’offres ouvert.\n\n## 7. Offres\n\nLes offres sont classées. ⟦L’acheteur négocie le lot 1 avec les deux premiers candidats.⟧\n',
        head: { procedure: 'appel-offres-ouvert' },
        fixed:
          '## 2. Procédure\n\nLe lot 4 relève de la procédure adaptée. Les lots 1 et 2 sont passés en appel d’offres ouvert, et l’ensemble est un appel d’offres ouvert.\n\n## 7. Offres\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦Les trois candidats de tête seront entendus ; chacun pourra remettre une offre plus basse.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦Les deux premiers de chaque lot pourront être reçus pour revoir ensemble leurs taux horaires.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nL’Agence reçoit les trois soumissionnaires de tête. ⟦Au sortir de l’entretien, ils ont cinq jours pour déposer un prix abaissé.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nL’Agence reçoit les trois soumissionnaires de tête.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦L’acheteur pourra réunir les deux premiers de chaque lot afin qu’ils revoient leurs tarifs à la baisse.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\n⟦L’acheteur négociera avec les candidats retenus.⟧\n\nLes plis sont remis par voie électronique.\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes plis sont remis par voie électronique.\n',
      },
      {
        text: '# RC\n\nLa consultation est un appel d’offres ouvert.\n\n## 7. Négociation\n\n⟦L’acheteur négociera avec les candidats retenus.⟧\n\n## 8. Plis\n\nLes plis sont remis par voie électronique.\n',
        fixed:
          '# RC\n\nLa consultation est un appel d’offres ouvert.\n\n## 7. Négociation\n\nLes offres ne sont pas négociées.\n\n## 8. Plis\n\nLes plis sont remis par voie électronique.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦La mise au point sert à rediscuter le taux de remise avec l’entreprise retenue.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦Les deux premiers candidats peuvent être invités à discuter leurs conditions financières.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦Les deux mieux classés pourront être conviés à un tour de table afin d’améliorer leurs conditions financières.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦L’acheteur se réserve la faculté de négocier avec les trois premiers.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'Le marché est passé par voie d’appel d’offres restreint.\n\nDeux séances suivent. ⟦Une phase de négociation pourra être mise en œuvre.⟧\n',
        fixed: 'Le marché est passé par voie d’appel d’offres restreint.\n\nDeux séances suivent.\n',
      },
      {
        text: 'Analyse. ⟦L’acheteur négociera avec les candidats retenus.⟧\n',
        head: { procedure: 'appel-offres-ouvert' },
        fixed: 'Analyse.\n',
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦Avant de signer, l’acheteur peut inviter l’attributaire pressenti de chaque lot à revoir ses prix à la baisse.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦Un geste commercial pourra être demandé à l’entreprise retenue.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦Les trois concurrents de tête sont rencontrés pour obtenir d’eux de meilleurs prix.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
      {
        text: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. ⟦Une remise supplémentaire peut être demandée aux deux candidats les mieux placés.⟧\n',
        fixed: 'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées.\n',
      },
    ],
    good: [
      // Which combination of lots costs least.
      'Appel d’offres ouvert.\n\n## Attribution\n\nUn candidat classé premier sur trois lots reçoit les deux lots dont la réunion avec les offres classées deuxièmes donne le montant total le plus bas.\n',
      'Appel d’offres ouvert.\n\n## Jugement\n\nEst classée première parmi les offres examinées celle qui présente le coût le plus bas.\n',
      'Appel d’offres ouvert.\n\n## Jugement\n\nLes candidats les mieux placés présentent leurs échantillons dans les meilleurs délais.\n',
      'Appel d’offres ouvert.\n\n## Jugement\n\nLe soumissionnaire placé en tête est invité à prolonger le délai de validité de son offre.\n',
      'Appel d’offres ouvert.\n\n## Jugement\n\nEn cas d’égalité, l’offre du soumissionnaire dont le prix est le plus bas est classée première.\n',
      'La consultation est un appel d’offres ouvert. Le candidat décrit comment il négocie ses achats de blé et répercute les baisses obtenues.\n',
      '# RC\n\nLa consultation est un appel d’offres ouvert.\n\n## 6. Négociation\n\nAvec les candidats, aucune.\n',
      '## 2. Procédure\n\nLes lots 1, 2 et 3 sont passés en appel d’offres ouvert. Le lot 4 relève de la procédure adaptée.\n\n## 7. Négociation du lot 4\n\nPour ce seul lot, l’acheteur négocie avec les deux candidats les mieux classés.\n',
      'La consultation est un appel d’offres ouvert. Le mémoire présente la cellule chargée de négocier avec les compagnies aériennes.\n',
      'La consultation est un appel d’offres ouvert.\n\nLes usagers sont reçus par l’agent d’accueil. Après cet entretien, ils obtiennent un tarif réduit.\n',
      'La consultation est un appel d’offres ouvert.\n\nLes deux premiers de chaque lot pourront être reçus pour préciser leurs taux horaires, sans les revoir.\n',
      'La consultation est un appel d’offres ouvert.\n\nLe titulaire réunit les agents afin qu’ils revoient les tarifs de la cantine.\n',
      {
        text: 'La consultation ne comporte aucune phase de négociation ; la ville pourra seulement demander aux candidats de préciser la teneur de leur offre.',
        head: { procedure: 'appel-offres-ouvert' },
      },
      'Lot 1 : appel d’offres ouvert. Lot 2 : procédure adaptée, avec négociation possible de ses seules offres.\n',
      'La consultation est un appel d’offres ouvert. Les comptes rendus des échanges de sourçage sont joints au dossier, sans les prix.\n',
      'La consultation est un appel d’offres ouvert. Si elle est sans suite, une nouvelle consultation, avec négociation, pourra être lancée.\n',
      'La consultation est un appel d’offres ouvert. L’allotissement vise à obtenir de meilleures conditions des entreprises locales.\n',
      'La consultation est un appel d’offres ouvert. Les candidats rencontrent le service pendant la visite, afin de préparer de meilleures offres.\n',
      'La consultation est un appel d’offres ouvert. Il est demandé aux candidats d’aligner leurs prix sur le cadre fourni.\n',
      'La consultation est un appel d’offres ouvert. Les entreprises retenues sont appelées à remettre de nouvelles offres à chaque mini-concurrence.\n',
      'La consultation est un appel d’offres ouvert. L’attributaire pressenti est invité à produire ses attestations avant de signer.\n',
      'La consultation est un appel d’offres ouvert. L’attributaire pressenti peut être invité à une mise au point, sans revoir ses prix.\n',
      'La consultation est un appel d’offres ouvert. Le titulaire peut être invité à revoir son planning à chaque réunion.\n',
      'La consultation est un appel d’offres ouvert. Les prix du titulaire sont revus à la baisse quand l’indice diminue.\n',
      'La consultation est un appel d’offres ouvert. Les candidats pourront être conviés à une soutenance afin de préciser la teneur de leur offre.\n',
      'La consultation est un appel d’offres ouvert. Un tour de table trimestriel réunit le titulaire et les services.\n',
      'La consultation est un appel d’offres ouvert. Les candidats sont invités à remettre leur meilleure offre avant la date limite.\n',
      'La consultation est un appel d’offres ouvert. Les candidats sont auditionnés, sans que cet échange puisse améliorer leur offre.\n',
      'La consultation est un appel d’offres ouvert. Il ne sera procédé à aucune négociation.\n',
      'La consultation est un appel d’offres ouvert. Une mise au point peut intervenir avec l’attributaire.\n',
      'La consultation est passée selon une procédure adaptée. L’acheteur peut négocier.\n',
      'Appel d’offres ouvert. L’acheteur se réserve la possibilité de passer un marché négocié pour des prestations similaires.\n',
      'Appel d’offres ouvert. Si l’appel d’offres est infructueux, l’acheteur pourra négocier avec les candidats.\n',
      'Appel d’offres ouvert. Une offre irrégulière pourra être régularisée, sans négociation.\n',
    ],
    limits: [
      'La consultation est un appel d’offres ouvert.\n\nLes offres sont classées. Le titulaire pressenti est invité à aligner ses prix sur l’offre la moins chère.\n',
    ],
  },
  *check(piece) {
    const { name, evidence } = piece.ask(procedure);
    if (![name, ...evidence.map((e) => e.name)].some(isOpenCall)) return;
    // « Lot 2 : procédure adaptée, avec négociation » is said of another procedure.
    const others = evidence.filter((e) => !isOpenCall(e.name)).map((e) => e.sentence);
    const prevues = piece
      .ask(negociation)
      .prevues.filter(({ sentence: s }) => !others.includes(s) && isOpenCall(procedureOfLots(piece, lotsOf(s))));
    const [first, ...more] = prevues;
    if (!first) return;
    // An article left with its title alone says so.
    const alone = prevues.length === 1 && isAlone(first.sentence);
    const title = 'Supprimer la négociation';
    const fix: Fix = alone
      ? replace(piece, first.at, 'Les offres ne sont pas négociées.', title)
      : {
          title,
          grade: 'review',
          edits: removals(
            piece,
            prevues.map((p) => p.at),
          ),
        };
    yield {
      at: first.at,
      message: 'prevue',
      doubt: first.doubt,
      fixes: [fix],
      related: more.map(({ at }) => ({ piece, at, message: 'Négociation prévue aussi ici.' })),
    };
  },
});
