import { clause } from '../clauses/clauses.ts';
import { sourcage } from '../facts/sourcage/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'sourcage/informations-partagees',
  title: 'Informations du sourçage non partagées',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `Une entreprise entendue avant la consultation, ou qui a aidé à la préparer, sait des choses que les autres ignorent. L'avantage disparaît si tous les candidats
reçoivent les mêmes informations utiles ; sinon un concurrent évincé peut faire annuler la procédure.`,
  sources: [guide('I.A', 8), ccp('R2111-1'), ccp('R2111-2'), ccp('L3')],
  messages: {
    echange:
      'Rien ne dit que les informations échangées avec des opérateurs vont à tous les candidats.\nDes opérateurs ont été entendus avant la consultation. Annexer les informations utiles échangées ou les publier sur le profil d’acheteur, secrets d’affaires exceptés.',
    participation:
      'Rien ne dit que les informations d’un opérateur associé vont à tous les candidats.\nIl a participé à la préparation. Annexer les informations qu’il a reçues ou produites, ou les publier sur le profil d’acheteur, secrets d’affaires exceptés.',
  },
  examples: {
    bad: [
      // What another article puts in line is not of the exchanges.
      {
        text: '## 3. Sourçage\n\n### 3.1 Rencontres\n\n⟦En mars 2026, nous avons rencontré cinq fabricants de lits.⟧\n\n## 4. Dossier\n\n### 4.1 Retrait\n\nLe cahier et ses notes de calcul sont mis en ligne avec l’avis de marché.\n',
        fixed: { gains: 'tous les candidats' },
      },
      {
        text: '## Préparation\n\n⟦La caisse a échangé avec quatre éditeurs.⟧ Les offres sont déposées sur le profil d’acheteur.',
        fixed: { gains: 'tous les candidats' },
      },
      {
        text: '## Préparation\n\nNous avions sollicité quatre ateliers. ⟦Un seul est venu nous montrer ses presses.⟧\n',
        fixed: { gains: 'sont mis à la disposition de tous les candidats' },
      },
      {
        text: '## Préparation\n\n⟦Au mois de mai 2026, la directrice a reçu trois entreprises de propreté, chacune une demi-heure, pour connaître les machines du commerce.⟧',
        fixed: { gains: 'merce.' },
      },
      {
        text: '## Préparation\n\n⟦La ville a reçu trois éditeurs en mai 2026, en amont de la consultation.⟧\n\n## Négociation\n\nChaque candidat est traité de la même façon : même durée d’entretien, mêmes questions.\n',
        fixed: { gains: 'sont mis à la disposition de tous les candidats' },
      },
      {
        text: "⟦Un sourçage a été mené auprès de quatre entreprises à l'automne 2026.⟧ Il a permis de préciser le besoin.",
        fixed: { gains: 'sont mis à la disposition de tous les candidats' },
      },
      {
        text: "⟦L'étude de faisabilité a été confiée au bureau Orvélis Conseil.⟧",
        fixed: { gains: 'sont mis à la disposition de tous les candidats' },
      },
      {
        text: "⟦L'acheteur a consulté plusieurs éditeurs lors de la préparation de la consultation.⟧ Les comptes rendus restent confidentiels et ne sont pas communiqués aux candidats.",
        fixed: { gains: 'sont mis à la disposition de tous les candidats' },
      },
      {
        text: "## Préparation\n\n⟦L'acheteur a bénéficié d'une mission d'assistance à maîtrise d'ouvrage de la société Thermalys, qui a relevé les installations.⟧\n\n## Renseignements\n\nLes réponses aux questions sont communiquées à tous les candidats.\n",
        fixed: { gains: 'sont mis à la disposition de tous les candidats' },
      },
      {
        text: '⟦La rédaction du cahier des charges a été précédée d’échanges avec trois industriels.⟧',
        fixed: { gains: 'sont mis à la disposition de tous les candidats' },
      },
    ],
    good: [
      '| Maître d’ouvrage | Communauté de communes des Monts |\n|---|---|\n| Maître d’œuvre | SARL Infra, 6 rue du Viaduc, 19999 Brive |\n\n## Objet\n\nLe marché porte sur des travaux.',
      '## Préparation\n\nEn mars, l’université a rencontré quatre éditeurs dans le cadre d’un sourçage. La trame des questions posées et la synthèse des réponses sont en libre téléchargement avec le dossier.\n',

      // In a sub-heading of the article on the exchanges.
      '## 3. Sourçage\n\n### 3.1 Rencontres\n\nEn mars 2026, nous avons rencontré cinq fabricants de lits.\n\n### 3.2 Transparence\n\nLe support présenté, la grille de questions et la note de synthèse sont mis en ligne avec l’avis de marché. Tout candidat en dispose.\n',
      'Avant de publier, nous avons rencontré trois luthiers. Le compte rendu de ces entretiens est publié avec le dossier de consultation, sans les prix ni les procédés qu’ils nous ont confiés.',
      'Le cabinet Lanvert a établi pour nous l’étude de faisabilité. Son rapport complet est consultable par toutes les équipes, plans compris.',
      'Quatre éditeurs ont présenté leurs solutions en mars 2026 ; la synthèse de ces rencontres est jointe à l’avis, sans leurs prix ni leurs procédés.',
      '## Préparation\n\nLa région a rencontré quatre fournisseurs. Les questions posées et les volumes qui leur ont été donnés sont en ligne sur la plateforme, pour tout le monde.',
      '## Préparation\n\nLa caisse a échangé avec quatre éditeurs. Le questionnaire qui leur a été adressé est déposé sur le profil d’acheteur, avec le présent dossier ; leurs prix en ont été retirés.',
      '## Préparation\n\nLa caisse a échangé avec une seule entreprise. Ce qu’elle en a retenu est repris au chapitre 1 du CCTP, remis à tous.',
      'Au printemps, nous avons rencontré quatre éditeurs. Vous lirez à l’annexe 2 du CCTP ce que nous leur avons dit et ce que nous en avons retenu.\n',
      'Nous n’avons mené aucun sourçage, commandé aucune étude et consulté personne.\n',
      'Le marché n’a pas fait l’objet d’un sourçage, ni d’une étude de marché.\n',
      '## Préparation\n\nEn mai 2026, la ville a entendu quatre éditeurs, en amont de la consultation. Les questions posées et la synthèse des réponses sont mises en ligne avec le dossier.\n',
      'La commune n’a rencontré aucune entreprise avant de lancer la consultation.',
      'Le sourçage mené de février à juin auprès de quatorze entreprises, dont le compte rendu est en annexe 1, a établi que les caméras ne voient que le feu de surface.',
      'Un sourçage a été mené auprès de quatre entreprises. La synthèse des échanges est annexée au présent règlement.',
      "La société Alphée a participé à l'élaboration du cahier des charges. Les informations qu'elle a reçues sont publiées sur le profil d'acheteur.",
      "Le traitement a fait l'objet d'une consultation préalable de la CNIL.",
      "Le marché a pour objet une mission d'assistance à maîtrise d'ouvrage.",
      "Assistant à maîtrise d'ouvrage : cabinet Orvélis, 3 rue du Port.",
      'Une visite du site est obligatoire. La consultation a été lancée le 3 mars 2027.',
      'Les candidats présélectionnés sont reçus en audition par le jury.',
      '**4. Ce qui a précédé.** Deux éditeurs ont été entendus en octobre 2026. Le relevé de leurs réponses, expurgé de leurs prix, forme le paragraphe 8 du CCTP. Chaque entreprise consultée le reçoit.',
      'La Caf a consulté en mars 2026 trois éditeurs, par questionnaire. Le questionnaire et le relevé des réponses (hors secrets d’affaires) sont en ligne avec le dossier.',
      'Un sourcing a été réalisé en 2026.\n\n## Documents de la consultation\n\n- le CCTP ;\n- la synthèse du sourcing (annexe 2).\n',
      {
        text: 'Un sourçage a été mené auprès de trois éditeurs.',
        files: { 'cctp.md': '# CCTP\n\nLa synthèse du sourçage figure en annexe 1 du présent CCTP.\n' },
      },
    ],
    limits: ['Le responsable du service s’est rendu au salon professionnel et y a vu des démonstrations.'],
  },
  *check(piece) {
    const { prealables } = piece.ask(sourcage);
    const first = prealables[0];
    if (!first || piece.consultation.pieces.some((p) => p.ask(sourcage).partages.length > 0)) return;
    const { body } = clause('sourcage-informations-partagees');
    yield {
      at: first.at,
      message: first.kind,
      doubt: first.doubt,
      fixes: [insertBlockAfter(piece, first.at, body, 'Partager les informations avec tous les candidats')],
    };
  },
});
