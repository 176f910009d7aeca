import { clauseText } from '../clauses/clauses.ts';
import { sourcage } from '../facts/sourcage/index.ts';
import { insertAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'sourcage/secret-affaires',
  title: 'Secret des affaires des opérateurs rencontrés',
  level: 'warning',
  pieces: ['rc', 'cctp'],
  why: `Partager ce qui a été échangé ne veut pas dire livrer les prix, les procédés ou la stratégie des entreprises rencontrées : l'acheteur doit protéger le secret des
affaires, et plus aucune entreprise innovante ne répondrait à ses sourçages.`,
  sources: [guide('I.A', 8), ccp('L2132-1'), ccp('R2111-1')],
  messages: {
    secret:
      'Ce qui est diffusé peut contenir les secrets des entreprises rencontrées.\nExcepter la propriété intellectuelle, les procédés, les données économiques et financières et la stratégie commerciale.',
  },
  examples: {
    bad: [
      {
        text: 'Au titre du sourçage, quatre luthiers ont été reçus. ⟦Le rapport complet de ces rencontres est publié sur le profil d’acheteur, échanges compris.⟧',
        fixed: { gains: 'stratégie commerciale' },
      },
      {
        text: 'Lors de l’entretien du 3 mars, l’éditeur nous a remis ses tarifs. ⟦Ses tarifs, et tout l’entretien tenu avec lui, sont joints au dossier de consultation.⟧',
        fixed: { gains: 'secret' },
      },
      // The secrets of offers are not those of the exchanges.
      {
        text: '## Préparation\n\nSix loueurs rencontrés au sourçage.\n\n- Entretiens transcrits mot à mot, y compris ce qui touche à leurs marges.\n- ⟦Transcriptions publiées avec le présent règlement.⟧\n\nCe que les offres contiennent de protégé (procédés, prix) n’est pas communiqué aux évincés.\n',
        fixed: { gains: 'secret' },
      },
      {
        text: '## Sourçage\n\nLa ville a rencontré quatre fabricants. ⟦Leurs devis sont joints au dossier ; aucun prix n’en a été ôté.⟧\n',
        fixed: { gains: 'secret' },
      },
      {
        text: '## Sourçage\n\nAu printemps 2026, la ville a reçu cinq fabricants. ⟦Les enregistrements des entretiens vous sont ouverts : rien n’en sera retranché.⟧\n',
        fixed: { gains: 'secret' },
      },
      {
        text: "L'acheteur a mené un sourçage. ⟦Les offres initiales des fabricants rencontrés figurent au dossier de consultation.⟧",
        fixed: { gains: 'secret' },
      },
      {
        text: 'Un sourçage a été mené auprès de trois loueurs.\n\nNous remettons à chaque candidat :\n\n- ⟦les devis reçus de ces loueurs.⟧\n',
        fixed: { gains: 'Cette mise à disposition ne comprend pas' },
      },
      {
        text: "Au cours du sourçage, l'acheteur a reçu deux sociétés. ⟦L'intégralité des échanges avec ces sociétés est communiquée à tous les candidats.⟧",
        fixed: { gains: 'à tous les candidats. Cette mise à disposition ne comprend pas' },
      },
      {
        text: "L'acheteur a mené un sourçage. ⟦Les offres de prix remises par les entreprises rencontrées sont annexées au présent règlement.⟧",
        fixed: { gains: 'au présent règlement. Cette mise à disposition ne comprend pas' },
      },
      {
        text: 'Trois fabricants ont été reçus en 2026. ⟦Tout ce qu’ils ont présenté, procédés et coûts de revient compris, sera remis à l’ensemble des candidats.⟧',
        fixed: { gains: 'des candidats. Cette mise à disposition ne comprend pas' },
      },
      {
        text: 'Un sourcing a été effectué avec deux prestataires. ⟦Les candidats ont accès au contenu intégral des échanges, tarifs compris.⟧',
        fixed: { gains: 'tarifs compris. Cette mise à disposition ne comprend pas' },
      },
    ],
    good: [
      // How long they have to read them.
      '## Études\n\nLes sondages ont été dressés en 2025 par la société Arbogast. L’ensemble de ses rapports est tenu, dans les mêmes termes, à la disposition de tout candidat sur le profil d’acheteur. Les candidats disposent, pour en prendre connaissance, de la totalité du temps qui les sépare de la remise des offres.',
      '## Préparation\n\nUne étude d’évaluabilité a été réalisée par un laboratoire universitaire. Ces deux documents, intégralement communiqués, sont téléchargeables avec le dossier par toutes les entreprises.\n',
      '## Sourçage\n\nLes réponses des éditeurs interrogés sont en ligne sur le profil d’acheteur, déduction faite des tarifs et des procédés propres à chacun.\n',

      'Le cabinet Lanvert a établi pour nous l’étude de faisabilité de l’atelier. Son rapport complet est publié sur le profil d’acheteur, plans compris.',
      'Ce prix rémunère l’entretien préventif des portes, compte rendu et prix des pièces compris, tel que défini en annexe du CCTP.',
      'En juin, la ville a rencontré trois loueurs. Leurs réponses sur la pose sont résumées à l’annexe 2, à la disposition de tous ; ce qu’ils avaient signalé comme secret (marges, recettes) n’y est pas.\n',
      '## Préparation\n\nSourçage mené en avril 2026 auprès de cinq fabricants. Les comptes rendus sont publiés sur le profil d’acheteur ; en sont ôtés les procédés, les prix et la stratégie commerciale.',
      '## Sourçage\n\nLa ville a rencontré quatre fabricants ; le résumé de ces rencontres, dont ont été ôtés les prix et les procédés de chacun, est joint au règlement.\n',
      '## Sourçage\n\nLa ville a rencontré quatre fabricants. Le compte rendu des échanges est joint au dossier ; il tait leurs prix et leurs procédés.\n',
      '## Sourçage\n\nLa ville a rencontré quatre fabricants. La synthèse des échanges forme l’annexe 2 ; elle ne contient ni prix, ni procédé, ni stratégie.\n',
      '## Préparation\n\nLa synthèse des échanges menés avec cinq agences, ôtée de ce qui touche aux tarifs et aux procédés de chacune, est remise à tous les candidats.',
      '## Sourcing\n\nSix agences ont été rencontrées. Les supports de ces rencontres, débarrassés des tarifs et des méthodes propres à chacun, sont publiés avec le dossier.',
      '## Acheteur\n\nLa consultation est conduite par la direction des mobilités, dont les échanges avec les opérateurs économiques transitent en totalité par la plateforme dématérialisée.',
      'En 2026, le service a rencontré quatre prestataires du secteur. La synthèse de leurs réponses figure en libre accès sur le profil d’acheteur ; n’en ont été retranchés que les prix et les procédés propres à chacun.',
      '## Préparation\n\nQuatre éditeurs ont été reçus au printemps. Les grilles de prix qu’ils avaient remises sont versées au dossier, les éléments confidentiels en ayant été retirés.',
      '## Sourçage\n\nAu printemps 2026, la ville a reçu cinq fabricants. Nous publions sur le profil d’acheteur l’intégralité du diaporama que nous avons présenté aux fabricants rencontrés.\n',
      'Au printemps, la caisse a rencontré trois éditeurs au titre du sourçage. La synthèse de ces échanges est jointe au CCTP et accessible à tout candidat ; n’y figurent ni les prix, ni les procédés de ces sociétés.',
      'Deux exploitants ont été rencontrés au titre du sourçage. Les comptes rendus sont publiés avec le dossier, après retrait des données de prix et des procédés propres à ces entreprises.',
      "L'institut Alto a relu le programme en mai 2026. Sa note de relecture figure au dossier de consultation ; les candidats en disposent jusqu'à la remise des offres initiales.",
      'Un sourçage a été mené auprès de trois loueurs.\n\nNous remettons à chaque candidat :\n\n- les devis reçus de ces loueurs, prix masqués.\n',
      'Un sourçage a été mené auprès de trois loueurs.\n\nNous remettons à chaque candidat :\n\n- le bordereau des prix.\n',
      "L'acheteur a mené un sourçage. L'ensemble des échanges est communiqué à tous les candidats, à l'exception des éléments couverts par le secret des affaires.",
      "L'acheteur a mené un sourçage. Toutes les réponses sont publiées sur le profil d'acheteur. Les données couvertes par le secret des affaires en ont été retirées.",
      "L'acheteur a mené un sourçage. L'ensemble des documents remis aux entreprises rencontrées est publié sur le profil d'acheteur.",
      "L'acheteur a mené un sourçage auprès de quatre entreprises. La synthèse est jointe au dossier de consultation.",
      'Les prix des offres finales sont communiqués aux candidats qui en font la demande.',
      "L'ensemble des réponses aux questions posées est publié sur le profil d'acheteur.",
    ],
    limits: ["L'acheteur a mené un sourçage. Les réponses reçues sont publiées sur le profil d'acheteur."],
  },
  *check(piece) {
    for (const { sensible, reserve, at, doubt } of piece.ask(sourcage).partages) {
      if (!sensible || reserve) continue;
      const text = ` ${clauseText('sourcage-secret-affaires')}`;
      yield { at, message: 'secret', doubt, fixes: [insertAfter(piece, at, text, 'Excepter le secret des affaires')] };
    }
  },
});
