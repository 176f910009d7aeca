import { hearing } from '../facts/commun/index.ts';
import { heardOfAssistant, surelyOfAssistant } from '../facts/redaction/index.ts';
import { remove } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

export default defineRule({
  id: 'redaction/residu-assistant',
  title: 'Reste d’une conversation avec un assistant',
  mostAlike: 10,
  level: 'warning',
  pieces: '*',
  why: `Un texte repris d’un assistant laisse parfois ses propres mots : une introduction, une offre de service, une réserve, une remarque à celui qui
rédige. Publiés, ils jettent un doute sur toutes les clauses, et une clause qui n’a pas été relue peut citer un texte qui n’existe pas.`,
  sources: [ccp('L3')],
  messages: {
    residu:
      'Ce passage s’adresse à celui qui rédige, non aux candidats.\nIl paraît resté d’une conversation avec un assistant. Le supprimer, et relire la clause qui l’accompagne (articles cités, montants, délais).',
  },
  examples: {
    bad: [
      {
        text: 'La durée est d’un an.\n\n⟦6.3. Voici une rédaction plus nette de ce paragraphe, adaptée à une mairie :⟧',
        fixed: 'La durée est d’un an.\n\n',
      },
      {
        text: 'La durée est d’un an.\n\n⟦Bien sûr, voici une version plus technique du paragraphe consacré aux essais :⟧',
        fixed: 'La durée est d’un an.\n\n',
      },
      {
        text: 'La durée est d’un an.\n\n⟦Voici, pour vous, des formules plus administratives telles que « le titulaire s’engage » ; dites-moi si je dois reformuler.⟧',
        fixed: 'La durée est d’un an.\n\n',
      },
      {
        text: 'La durée est d’un an.\n\n⟦Il ne vous reste plus qu’à compléter les crochets et à transmettre le document pour relecture.⟧',
        fixed: 'La durée est d’un an.\n\n',
      },
      {
        text: 'La durée est d’un an.\n\n⟦Si cela vous convient, je peux détailler la partie sur les livrables.⟧',
        fixed: 'La durée est d’un an.\n\n',
      },
      {
        text: '⟦Voici une version reformulée de l’article, plus claire et plus complète :⟧\n\nLe titulaire remet un rapport chaque trimestre.',
        fixed: '\n\nLe titulaire remet un rapport chaque trimestre.',
      },
      {
        text: 'La durée est d’un an.\n\n⟦Souhaitez-vous que je rédige la même clause pour le lot 3 ?⟧',
        fixed: 'La durée est d’un an.\n\n',
      },
      {
        text: '⟦En tant qu’assistant IA, voici la proposition de clause sur les pénalités.⟧ Les pénalités sont de 100 € par jour.',
        fixed: 'Les pénalités sont de 100 € par jour.',
      },
      {
        text: 'Le marché est conclu pour un an.\n\n⟦N’hésitez pas à revenir vers moi pour une autre version.⟧',
        fixed: 'Le marché est conclu pour un an.\n\n',
      },
      {
        text: '⟦Voici une proposition de clause que vous pouvez adapter à votre marché.⟧ Le titulaire remet un rapport chaque trimestre.',
        fixed: 'Le titulaire remet un rapport chaque trimestre.',
      },
      {
        text: "Le délai de paiement est de trente jours.\n\n⟦N'hésitez pas à me demander si vous souhaitez que je développe une autre partie.⟧",
        fixed: 'Le délai de paiement est de trente jours.\n\n',
      },
      {
        text: 'Le marché est conclu pour deux ans.\n\n⟦En tant que modèle de langage, je ne peux pas vérifier que cet article est toujours en vigueur.⟧',
        fixed: 'Le marché est conclu pour deux ans.\n\n',
      },
    ],
    good: [
      // The data are erased, and nobody is spoken to.
      '## Données personnelles\n\n- Finalité : supprimer les plaques relevées, vérifier cette suppression.',
      // What a machine that is bought is to say.
      'Le robot salue ainsi le visiteur : « Bonjour, en quoi puis-je vous aider ? » Il passe ensuite la main.',
      'L’assistant vocal commence par : « Bonjour, que puis-je faire pour vous aujourd’hui ? »',
      'Avance : [ ] je la demande [ ] j’y renonce',
      'Il relit tout texte ainsi produit et ôte les formules que l’outil y laisse, telles que « n’hésitez pas à me demander ».',
      'Le titulaire retire du rapport toutes les traces de l’assistant, par exemple « voici une version plus courte du paragraphe ».',
      'Celui qui se sert d’un assistant relit ce qui part. On ne veut pas lire « en tant que modèle, je ne peux pas » sous la signature du directeur.',
      'Le titulaire qui emploie un modèle de langage relit les textes et supprime les mentions du genre « N’hésitez pas à me demander » que l’outil y laisse.',
      'Renseignements : greffe de cette juridiction.',
      'Ajoutez le cadre de prix, rempli, et le CCAP, que vous n’avez pas besoin de signer maintenant.',
      'Voici la liste des pièces à joindre, plus complète que celle de l’avis :\n\n- attestation ;\n- plan.',
      'Je m’engage à vous remettre les attestations, si vous me les demandez.',
      'Souhaitez-vous une visite du site ? La demande est faite sur le profil d’acheteur.',
      'À une question de droit, l’agent répond « en tant qu’assistant virtuel, je ne peux pas vous conseiller ».',
      'L’agent virtuel d’accueil se présente comme tel à l’usager, qui peut demander un conseiller.',
      'N’hésitez pas à nous écrire par le profil d’acheteur.',
      "Les candidats n'hésitent pas à poser leurs questions sur le profil d'acheteur.",
      'Si le titulaire recourt à un assistant conversationnel, il relit ce que celui-ci propose et en répond.',
      "L'assistant à maîtrise d'ouvrage propose une rédaction des clauses techniques.",
      "Voici la liste des pièces à remettre à l'appui de l'offre.",
    ],
    limits: [],
  },
  *check(piece) {
    const said = new Set(surelyOfAssistant(piece));
    for (const sentence of said)
      yield { at: sentence.span, message: 'residu', fixes: [remove(piece, sentence.span, 'Supprimer ce reste')] };
    for (const heard of heardOfAssistant(piece)) {
      if (said.has(heard.sentence)) continue;
      yield {
        at: heard.sentence.span,
        message: 'residu',
        doubt: hearing(heard),
        fixes: [remove(piece, heard.sentence.span, 'Supprimer ce reste')],
      };
    }
  },
});
