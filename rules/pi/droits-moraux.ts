import { clauseText } from '../clauses/clauses.ts';
import { droitsMoraux } from '../facts/pi/index.ts';
import { replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { cpi, guide } from '../kit/source.ts';

export default defineRule({
  id: 'pi/droits-moraux',
  title: 'Droits moraux cédés ou abandonnés',
  level: 'error',
  pieces: ['cctp', 'ccap', 'rc', 'reglement-concours', 'ae'],
  why: `Les droits moraux de l'auteur – respect de son nom, de sa qualité et de son œuvre, divulgation, retrait – sont perpétuels, inaliénables et
imprescriptibles. Une clause qui les cède ou y fait renoncer est nulle et fragilise le reste de la cession. Pour un logiciel, la loi les limite déjà (article L121-7 du CPI).`,
  sources: [guide('III.A', 24), cpi('L121-1'), cpi('L121-7')],
  messages: {
    nul: 'Cette clause fait céder ou abandonner des droits moraux : elle est nulle.\nLes droits moraux ne peuvent être ni cédés ni abandonnés (article L121-1 du CPI). Ne céder que les droits patrimoniaux et rappeler que les droits moraux des auteurs sont respectés.',
  },
  examples: {
    bad: [
      {
        text: '⟦Le studio s’assure que les monteurs ne feront pas valoir leur droit au respect de l’œuvre.⟧',
        fixed: { gains: 'inaliénables' },
      },
      {
        text: '⟦Les auteurs abandonnent à la ville le droit de divulgation de leurs œuvres.⟧',
        fixed: { gains: 'inaliénables' },
      },
      {
        text: '⟦Le peintre vend la fresque : ni les droits patrimoniaux ni les droits moraux ne lui restent.⟧',
        fixed: { gains: 'inaliénables' },
      },
      {
        text: '⟦Le concepteur s’interdit d’élever la moindre protestation, au nom du respect dû à son œuvre, si la ville la repeint.⟧',
        fixed: { gains: 'inaliénables' },
      },
      {
        text: '⟦L’auteur accepte par avance toute transformation de ses dessins, dût-elle les dénaturer.⟧',
        fixed: { gains: 'inaliénable' },
      },
      {
        text: "⟦Le designer abandonne au maître d'ouvrage toute prérogative, y compris d'ordre moral, sur les meubles.⟧",
        fixed: { gains: 'inaliénables' },
      },
      {
        text: '⟦Le titulaire déclare que ses salariés ont renoncé à leur droit moral sur le portail.⟧',
        fixed: { gains: 'perpétuels, inaliénables et imprescriptibles' },
      },
      {
        text: "⟦L'ensemble des droits patrimoniaux et moraux sur les créations est cédé à la Ville.⟧",
        fixed: { gains: 'ne portent que sur les droits patrimoniaux' },
      },
      {
        text: '⟦Les auteurs abandonnent au Syndicat le droit de faire respecter leur nom et leur œuvre.⟧',
        fixed: { gains: 'inaliénables' },
      },
      {
        text: '⟦Le photographe s’interdit d’invoquer son droit moral pour s’opposer aux recadrages.⟧',
        fixed: { gains: 'inaliénables' },
      },
      {
        text: "⟦Le candidat renonce à tout droit moral sur son projet au profit de l'organisateur.⟧",
        head: { piece: 'reglement-concours' },
        fixed: { gains: 'inaliénables' },
      },
      {
        text: "⟦L'auteur ne pourra se prévaloir de son droit moral pour s'opposer à l'exploitation des visuels.⟧",
        fixed: { gains: 'inaliénables' },
      },
      {
        text: "⟦Le titulaire accepte que l'acheteur modifie les créations sans pouvoir opposer son droit au respect de l'œuvre.⟧",
        fixed: { gains: 'inaliénables' },
      },
      {
        text: "⟦LES AUTEURS DES CONTENUS RENONCENT, PAR L'INTERMEDIAIRE DU TITULAIRE, A FAIRE VALOIR LEUR DROIT AU NOM ET AU RESPECT DE L'ŒUVRE.⟧",
        fixed: { gains: 'inaliénables' },
      },
      {
        text: '⟦Les auteurs renoncent à être cités et à signer leurs créations.⟧',
        fixed: { gains: 'inaliénables' },
      },
      {
        text: "⟦Le titulaire s'interdit d'invoquer l'intégrité de l'œuvre contre les adaptations que l'acheteur en fait.⟧",
        fixed: { gains: 'inaliénables' },
      },
      {
        text: '⟦Les graphistes ne demandent pas que leur nom soit cité.⟧',
        fixed: { gains: 'inaliénables' },
      },
      {
        text: "⟦L'auteur renonce à s'opposer aux retouches, même si elles déforment ses images.⟧",
        fixed: { gains: 'inaliénables' },
      },
      {
        text: '⟦Les architectes dispensent la commune de la mention de leur nom.⟧',
        fixed: { gains: 'inaliénables' },
      },
    ],
    good: [
      // What a form holds gives nothing up.
      'Bordereau : clichés, altérations, date, signatures.',
      'Le titulaire garantit la ville contre toute action de tiers fondée sur la contrefaçon, le droit moral ou le droit à l’image attachés aux résultats cédés.',
      'Est un incident la perte ou la divulgation non autorisée de données transmises au titulaire.',
      { text: 'Le titulaire : ☐ demande l’avance ☐ y renonce', head: { piece: 'ae' } },
      'L’auteur ne conserve que son droit moral.',
      'L’auteur ne conserve aucun droit sur l’affiche, hors le droit moral.',
      'L’auteur n’a renoncé à aucun droit moral.',
      'L’auteur accepte d’avance toute adaptation technique de ses dessins, sans les dénaturer.',
      'Le nom du dessinateur reste sur les plans. Le droit moral ne se cède pas.',
      '9.1. Cession\n\nLe titulaire cède à la ville le droit de reproduire les plans.\n\n9.2. Droit moral\n\nIl reste attaché à ses auteurs.\n',
      "L'acheteur n'exige pas que son nom soit cité dans les publications du titulaire.",
      "Les auteurs peuvent s'opposer à une modification qui dénature leurs images.",
      "Le titulaire ne peut s'opposer aux évolutions du logiciel que l'acheteur confie à un tiers.",
      'Les auteurs demandent que leur nom soit cité.',
      'Le droit moral des auteurs, inaliénable et perpétuel, ne peut faire l’objet d’aucune renonciation.',
      "Le titulaire cède ses droits patrimoniaux à l'acheteur, à l'exclusion des droits moraux.",
      "L'acheteur exerce les droits cédés dans le respect du droit moral de l'auteur.",
      'La cession ne porte pas sur le droit moral.',
      'Rien, dans le présent article, n’emporte renonciation au droit moral.',
      "Le candidat renonce à tout recours. Le nom de l'auteur est mentionné.",
      "Le titulaire cède les droits de reproduction ; les droits moraux restent attachés à la personne de l'auteur.",
      'La personne morale candidate cède ses droits sur les plans.',
      "Le nom de l'auteur est cité sur chaque visuel ; l'acheteur veille au respect de l'œuvre et du droit au nom.",
      "Le titulaire cède les droits de reproduction ; l'acheteur respecte le droit au nom et l'intégrité de l'œuvre.",
      "L'auteur ne renonce ni à son droit au nom ni au respect de son œuvre.",
      'Le titulaire renonce à tout droit au nom de domaine.',
    ],
    limits: [],
  },
  *check(piece) {
    for (const { at, doubt } of piece.ask(droitsMoraux)) {
      yield {
        at,
        message: 'nul',
        doubt,
        fixes: [replace(piece, at, clauseText('pi-droits-moraux-rappel'), 'Remplacer par le rappel des droits moraux')],
      };
    }
  },
});
