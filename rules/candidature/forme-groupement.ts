import { clauseText } from '../clauses/clauses.ts';
import { groupement } from '../facts/candidature/index.ts';
import { replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import { articleGround, datedRules } from '../law/law.ts';

/** The day the form had to be justified. */
const JUSTIFIED = datedRules.groupingFormJustified;
const FREE = "L'acheteur n'impose aucune forme de groupement";

export default defineRule({
  id: 'candidature/forme-groupement',
  title: 'Forme de groupement imposée',
  level: 'error',
  pieces: ['rc'],
  why: `Imposer la solidarité pour répondre dissuade les petites entreprises de se grouper : chacune répondrait de toute la part des autres. Le code interdit d'exiger
une forme pour présenter l'offre ; après l'attribution, la forme demandée doit être nécessaire à la bonne exécution et la raison écrite dans les documents.`,
  sources: [ccp('R2142-22')],
  messages: {
    offre:
      'Une forme de groupement est imposée pour présenter une candidature ou une offre.\nAucune ne peut l’être (article R2142-22). Laisser la forme libre ; une forme ne peut être exigée qu’après l’attribution, avec sa justification.',
    attribution:
      'Cette forme est imposée au groupement retenu sans dire pourquoi.\nL’article R2142-22 veut qu’elle soit nécessaire à la bonne exécution et que la raison soit écrite dans les documents : la donner, ou laisser la forme libre.',
  },
  examples: {
    bad: [
      {
        text: '## Groupement\n\n⟦Après attribution, le groupement retenu aura la forme d’un groupement conjoint, avec mandataire solidaire.⟧',
        fixed: { gains: 'n’impose aucune forme de groupement' },
      },
      {
        text: '## Groupements\n\n⟦Quelle que soit la forme sous laquelle il a remis son offre, le groupement retenu sera tenu d’adopter la forme solidaire avant la notification.⟧',
        fixed: { gains: 'n’impose aucune forme de groupement' },
      },
      {
        text: '## Groupements\n\nLe groupement se présente conjoint ou solidaire. ⟦Une fois le marché attribué, ses membres répondent solidairement de son exécution.⟧',
        fixed: { gains: 'aire. Les entreprises peuvent se présenter seules ou en grou' },
      },
      { text: '⟦Si le marché revient à un groupement, celui-ci adopte la forme solidaire.⟧', fixed: { gains: FREE } },

      { text: '⟦Les groupements ne peuvent concourir que sous la forme solidaire.⟧', fixed: { gains: FREE } },
      {
        text: 'En cas de groupement, le DC1 est commun. ⟦Le groupement devra être solidaire.⟧',
        fixed: { gains: FREE },
      },
      { text: '⟦Les groupements conjoints ne sont pas admis.⟧', fixed: { gains: FREE } },
      {
        text: '⟦Les candidats groupés doivent se constituer en groupement solidaire, afin de garantir la bonne exécution.⟧',
        fixed: { gains: FREE },
      },
      {
        text: '⟦Si le lot est attribué à un groupement conjoint, celui-ci devra se transformer en groupement solidaire avant la signature.⟧',
        fixed: { gains: FREE },
      },
      {
        text: "Le groupement est libre de sa forme. ⟦En cas d'attribution, il pourra se voir contraint d'assurer sa transformation en groupement solidaire.⟧",
        fixed: { gains: FREE },
      },
      {
        text: "⟦Les entreprises qui se groupent remettent leur candidature et leur offre sous la forme d'un groupement solidaire.⟧",
        fixed: { gains: FREE },
      },
      {
        text: "⟦Quand deux entreprises s'associent pour répondre, elles doivent être solidaires.⟧",
        fixed: { gains: FREE },
      },
      {
        text: "⟦Les sociétés qui s'allient répondent en s'engageant chacune pour le tout.⟧",
        fixed: { gains: FREE },
      },
      {
        text: '| Rubrique | Règle |\n| --- | --- |\n| Forme du groupement | ⟦Solidaire⟧ |\n',
        fixed: { gains: FREE },
      },
      { text: '⟦Un groupement conjoint ne pourra pas se présenter.⟧', fixed: { gains: FREE } },
      { text: "⟦La candidature d'un groupement conjoint n'est pas recevable.⟧", fixed: { gains: FREE } },
    ],
    good: [
      'La négociation est engagée avec l’ensemble des soumissionnaires dont l’offre initiale n’est pas inappropriée.\n',
      '## Groupements\n\nEn cas de groupement solidaire, ses membres répondent solidairement, après attribution, de toute l’exécution.',
      'Les entreprises se présentent seules ou groupées, sans que l’une ou l’autre forme de groupement, solidaire ou conjoint, leur soit prescrite.',
      'Après l’attribution, le groupement prendra la forme solidaire, cette exigence s’expliquant par l’engagement de résultat, qui ne peut être fractionné.',
      'S’il est retenu, le groupement devra devenir solidaire, parce qu’un ménage doit pouvoir compter sur chacune des structures.',
      'Les opérateurs se présentent seuls ou à plusieurs, sous la forme qu’ils souhaitent. Si le contrat revient à un groupement, celui-ci adopte la forme conjointe avec mandataire solidaire : la continuité du service impose un répondant unique en cas de défaillance d’un membre.',
      'La forme est libre. Le groupement qui remporte le lot 2 prend la forme solidaire : la salle est fermée pendant tout le retrait et une défaillance empêcherait toute remise en service.',

      'L’habitude d’exiger un groupement solidaire n’a pas cours ici.',
      'Après l’attribution, le groupement devient solidaire. Raison : la toiture reste ouverte au-dessus d’un atelier occupé.',
      'Le groupement retenu devra prendre la forme d’un groupement solidaire : la sécurité des usagers dépend de la chaîne entière et un seul doit en répondre.',
      "Le mandataire d'un groupement conjoint n'est pas tenu d'être solidaire.",
      'Le groupement conjoint n’est pas obligé de désigner un mandataire solidaire.',
      'Un groupement conjoint ne peut pas changer de composition après la remise des offres.',
      'Les membres d’un groupement solidaire ne peuvent pas répondre seuls.',

      {
        text: 'Le groupement attributaire sera contraint de prendre la forme solidaire.',
        head: { date: '2024-06-01' },
      },
      "Le groupement attributaire devra adopter la forme solidaire, l'intrication des prestations l'exigeant.",
      'Les candidats se présentent seuls ou en groupement, conjoint ou solidaire.',
      "Aucune forme n'est imposée au groupement, solidaire ou non, ni pour l'offre ni après l'attribution.",
      'En cas de groupement conjoint, le mandataire est solidaire de chacun des membres du groupement.',
      'Le groupement est solidaire lorsque chacun des opérateurs est engagé pour la totalité du marché.',
      "Le groupement attributaire sera solidaire, en raison de l'imbrication du matériel et de sa maintenance.",
      "Après l'attribution, le groupement adopte la forme solidaire. Cette exigence est nécessaire à la bonne exécution, chaque panne pouvant venir du logiciel ou du matériel.",
      'En cas de groupement conjoint, chaque membre devra indiquer sa part dans le prix.',
      'En cas de groupement, la forme souhaitée est le groupement solidaire.',
      'Dans un groupement solidaire, chaque membre répond pour le tout.',
      'Les sociétés qui s’allient pour répondre sont libres de s’engager chacune pour le tout ou pour sa part.',
      'Le titulaire est tenu pour le tout des dommages causés par ses cotraitants.',
      '☐ groupement solidaire ☐ groupement conjoint',
      'Les opérateurs qui se présentent sous la forme d’un groupement solidaire désignent un mandataire.',
      'Lorsque les entreprises répondent en groupement solidaire, une seule habilitation suffit.',
      'Les entreprises groupées remettent un seul DC1, que le groupement soit ou non solidaire.',
      'Un candidat ne peut être à la fois membre d’un groupement solidaire et candidat individuel.',
      'Après l’attribution, le groupement prend la forme solidaire : la continuité du service impose que chaque membre puisse reprendre la part d’un autre.',
    ],
    limits: ['Le groupement répond comme un seul homme de toutes ses obligations.'],
  },
  *check(piece) {
    for (const { stade, motif, at, doubt } of piece.ask(groupement)) {
      // What was asked of that reason before was not read.
      if (stade === 'attribution' && (motif || piece.date < JUSTIFIED.date)) continue;
      yield {
        at,
        message: stade,
        doubt,
        rests: [stade === 'attribution' ? JUSTIFIED : articleGround('ccp', 'R2142-22')],
        fixes: [replace(piece, at, clauseText('candidature-groupement'), 'Laisser libre la forme des groupements')],
      };
    }
  },
});
