import { champs } from '../facts/redaction/index.ts';
import { defineRule } from '../kit/rule.ts';
import { guide } from '../kit/source.ts';

export default defineRule({
  id: 'redaction/champ-a-completer',
  title: 'Champ resté à compléter',
  mostAlike: 10,
  level: 'warning',
  pieces: '*',
  why: `Un champ resté vide se lit dans le dossier publié : au mieux il appelle une question et un rectificatif, au pire il prive une clause d'effet (une pénalité sans montant, un délai sans durée).`,
  sources: [guide('I.B', 9)],
  messages: {
    marked:
      '« {text} » reste à compléter{label}.\nPublié ainsi, le passage est sans effet ou appelle une question. Remplir ce champ ou le supprimer.',
    empty:
      'Cette cellule est vide (colonne « {label} »).\nLes autres lignes sont remplies. La compléter, ou y écrire « sans objet ».',
  },
  silencedBy: [
    { rule: 'allotissement/lot-sans-objet', where: 'place' },
    { rule: 'tranches/montant-indefini', where: 'place' },
    { rule: 'tranches/objet-indefini', where: 'place' },
    { rule: 'criteres/ponderation-absente', where: 'place' },
    { rule: 'concours/prime', where: 'place' },
  ],
  examples: {
    bad: [
      'Date prévisionnelle de notification : ⟦XX/03/2027⟧.\n',
      '## Présentation des demandes de paiement\n\nNuméro du marché : ⟦……………………⟧',
      '| Pièce | Surface | Usage |\n|---|---|---|\n| **Salle haute** | 45 m² ⟦| |⟧\n| **Salle basse** | 30 m² | Réunions |\n| **Réserve** | 12 m² | Archives |',
      '- Surface à nettoyer : ⟦??⟧ m² (voir avec le service)',
      'La file reçoit ⟦XX⟧ messages par seconde et ⟦xx⟧ utilisateurs à la fois.',
      'Le projet est dénommé « ⟦[nom du projet]⟧ ».',
      {
        text: 'CADRE A REMPLIR PAR LE CANDIDAT\n\nRaison sociale : ______________\n\nLe cahier s’applique à tous les lots.\n\nBanque : ⟦______________⟧',
        head: { piece: 'ccap' },
      },
      'La retenue est de ⟦[X %]⟧ du prix. Le délai est de ⟦[N]⟧ jours.',
      'Lieu de livraison : ⟦Cliquez ou appuyez ici pour entrer du texte⟧.',
      'Mode d’attribution : ⟦Choisissez un élément⟧.\n\nDurée : ⟦Non renseigné⟧\n\nLes plis sont remis le ⟦JJ MM 20XX⟧.',
      '## Délais\n\n<table>\n<tr><th>Livrable</th><th>Délai</th></tr>\n<tr><td>Plan</td><td>⟦XX⟧ jours</td></tr>\n</table>',
      'Les lots sont :\n\n- Lot 1 : ⟦XX⟧\n- Lot 2 : entretien\n\nMarché n° ⟦………………⟧ 1',
      'Les lieux d’exécution sont, pour le lot 1, à ⟦……………⟧ et, pour le lot 2, à Lyon.',
      'Renseignements auprès de la cellule des marchés, téléphone : ⟦[à compléter]⟧.',
      'Nombre de comptes ouverts : ⟦à préciser⟧.',
      'La rencontre se tient salle ⟦XXX⟧ du pôle universitaire.',
      'Le retard donne lieu à une pénalité de ⟦…⟧ € par jour ouvré.',
      'Questions : ⟦[nom du correspondant à compléter]⟧, direction des achats.',
      { text: 'Les offres sont remises avant le ⟦JJ MM 20XX – XX⟧ h 00.', head: { etat: 'final' } },
      'Le marché pourra être reconduit ⟦.....⟧ fois.',
      'Observations de l’acheteur :\n⟦........................................⟧',
      'Le délai est de ⟦......⟧ mois pour le lot 1\net de ⟦......⟧ mois pour le lot 2.',
      'avec un maximum de ⟦XX⟧ € HT pour l’ensemble du marché',
      'La date de la visite reste ⟦à définir⟧.',
      'Le délai est de ⟦____⟧ jours ouvrés.',
      '| Site | Adresse | Surface |\n|---|---|---|\n| Siège | 1 rue du Port | 200 m² |\n| Annexe ⟦| ⟧| 80 m² |\n| Entrepôt | 3 rue Neuve | 90 m² |',
      { text: 'La durée du marché est de ⟦[à compléter]⟧ mois à compter de sa notification.', head: { piece: 'ae' } },
      { text: 'Montant maximum de l’accord-cadre : ⟦[à compléter : montant]⟧ € HT.', head: { piece: 'ae' } },
    ],
    good: [
      // A paper that candidates fill.
      '## Dossier\n\nLe dossier comprend le CCTP, auquel est annexé le bordereau des prix à remplir. Les formulaires ne sont pas fournis.',
      'ARTICLE 15 – RECOURS\n\nLe greffe du tribunal renseigne les candidats.\n\nANNEXE 1 – FICHE DE L’ÉQUIPE (à remplir par le candidat)\n\n    Compétence            Nom et adresse                      Temps prévu\n    ----------------------------------------------------------------------\n    Architecture          ..............................      ...........\n    Structure             ..............................      ...........\n    Acoustique            ..............................      ...........\n',

      '{% file src="../../../assets/presentation.pdf" %}',
      // The marks of a site's pages.
      '{{< callout emoji="X" >}}\nLe texte qui suit est libre.\n{{< /callout >}}\n',
      // A criterion over its parts.
      '| Critère | Points | Ce qui est regardé |\n|---|---|---|\n| **Organisation** | **45** | |\n| – Équipe | 25 | Qualification, présence |\n| – Relève | 20 | Délai de remplacement |\n| **Prix** | **55** | Total du devis |',
      '*À remplir par l’association :*\n\nNom : ______________________\nTitre du projet : ______________________',
      '| Ligne | Quantité | Prix unitaire HT |\n|---|---|---|\n| Journée d’ergonome | 60 | ......... € |\n| Mois de maintenance | 18 | ......... € |',
      'Interlocuteur (candidat) : ......................................',
      'BORDEREAU DES PRIX (à remplir par le candidat)\n\nLots 1 et 2\n\n- vidage d’une borne, par an : .......... € HT l’unité\n- nettoyage d’une borne, par an : ......... € HT l’unité\n\nLot 3\n\n- tri d’une tonne : ..... € HT la tonne',
      '# Convention\n\n*Modèle. Les zones entre crochets sont remplies par le porteur du projet.*\n\n[nom de la structure], dont le siège est [adresse], ci-après « le bénéficiaire ».\n\nFait en deux exemplaires, à [lieu], le [date]\n',
      '# Règlement\n\n## Annexe – Engagement\n\nNom et qualité du signataire : ______________\n\nDate : JJ/MM/AAAA\n',
      '[ARTICLE 1 – ACHETEUR [3](#acheteur)](#acheteur)',
      '| Chapitre | Volume |\n|---|---|\n| Méthode | [X pages] |\n| Équipe | [X pages] |\n\nLes mentions entre crochets sont renseignées par le candidat.',
      '| Connaissances antérieures | Nature |\n|---|---|\n| La commune | Plan cadastral |\n| Le titulaire (à remplir dans l’offre) | …………… |',
      { text: 'Adresse du soumissionnaire : ____________ Date : ____________', head: { piece: 'rc' } },
      'Pièces du dossier :\n\n- le budget : dépenses ……… €, recettes ……… €.',
      '<table>\n<tr><td>SOMMAIRE</td><td>Page</td></tr>\n<tr><td>ARTICLE 1 – ACHETEUR ..........</td><td>2</td></tr>\n<tr><td>ARTICLE 2 – OBJET .............</td><td>3</td></tr>\n</table>',
      'Nom du chef de projet : ……………… (à remplir par vous)',
      // A sum that the candidate offers, for the whole duration.
      { head: { piece: 'ae' }, text: '## Prix\n\nPart forfaitaire sur toute la durée : [à compléter] € HT' },
      'Le candidat supprime de son mémoire les mentions d’attente (« [insérer ici] », « à compléter ») laissées par ses modèles.',
      'Une offre dont un champ, du genre « [nom de la société] », subsiste n’est pas rejetée pour cela. Vêtements : taille XX hommes.',
      {
        text: 'CADRE A REMPLIR PAR LE CANDIDAT\n\nRaison sociale : ______________\n\nBanque : ______________\n\nCompte à créditer : ______________',
        head: { piece: 'ccap' },
      },
      '| Pompe | Année de pose |\n|---|---|\n| P1 | 2004 |\n| P2 | Non renseigné |\n| P3 | 2011 |',
      'Un champ non renseigné rend l’offre irrégulière. Choisissez un créneau de visite sur la plateforme. Cliquez ici pour accéder au dossier.',
      'Taille : XXL.\n\n4.2 Prix ............... 11\n\nArt. 3 Taille : XX cent deux',
      {
        text: '# Annexe 1 à l’appel à projets – Dossier de demande de subvention\n\nNom : ……………………\n\nNombre d’adhérents : ………',
        head: { piece: 'appel-a-projets' },
      },
      // Who signs a statement fills what follows it.
      '## Déclaration\n\nJe soussigné …………………… déclare l’exactitude de ce qui suit.\n\nPièces en ligne :\n\n- Site : ……………………………\n- Accès : ……………………………',
      '## Annexe 3 – Modèle de convention\n\nLa structure d’accueil …………………… verse la somme de ……… euros.',
      'Entre la ville et (à remplir par le bénéficiaire)\nDénomination : ……………………………\nAdresse : ……………………………\nTéléphone : ……………………………',
      // « And so on », and the leader of an item.
      'Le titulaire fournit les câbles, les fiches, les goulottes, ….',
      'L’arrondi se fait ainsi :\n……… - si la décimale est inférieure à cinq, elle est abandonnée.',
      { text: 'Dénomination sociale : …………………………\n\nFait à ……………, le ……………', head: { piece: 'ae' } },
      // What a content control of Word asks of the candidate, beside words of the contract.
      {
        text: 'Montant de l’offre pour la durée du marché : [à compléter : montant] € HT.\n\nRéférence IBAN du compte à créditer : [à compléter]\n\nDélai d’exécution proposé : [à compléter] semaines.',
        head: { piece: 'ae' },
      },
      'Le candidat indique son délai : …… jours.',
      'Le plan de charge est à préciser dans l’offre du candidat.',
      '(à définir le cas échéant dans le PAQ)',
      'Les modalités sont à définir avec le titulaire après la notification.',
      'L’acte d’engagement, à compléter par le candidat.',
      '| Rubrique | Réponse du candidat |\n|---|---|\n| Raison sociale | |\n| SIRET | |',
      '| Poste | Objet | Montant |\n|---|---|---|\n| 1 | Étude | 10 € |\n| 2 | Pose | 20 € |\n| Total | | 30 € |',
      '| Critère | Sous-critère | Description |\n|---|---|---|\n| Technique | Méthode | Notes |\n| | Équipe | Profils |',
      '1.1 Objet du marché ........................ 3 1.2 Durée ............ 4',
      'Écrans, claviers, etc....',
      // What a page prints between two parts, and from a label to its value.
      'Procédure : appel d’offres ouvert\n\n................................................\n\nARTICLE 1 – OBJET',
      'Anomalie      Correction\n................................\nbloquante     8 heures ouvrées\nmajeure       3 jours ouvrés',
      'Commune de Val-le-Pont                Marché 2026-07\n________________________________________\nObjet : étude',
      '| Rubrique | Lots 1 et 2 | Lot 3 |\n|---|---|---|\n| Durée | 12 mois | 6 mois |\n| Avance | 10 % | 5 % |\n| Validité des offres | 90 jours | |',
      'Centre de gestion\n\n\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n\nObjet : étude',
      'Les fichiers remis portent un nom de cette forme :\n\n- \\[lot\\]\\_devis\\_\\[nom du soumissionnaire\\] ;\n- \\[lot\\]\\_notice.',
      'Site – mise en ligne .............. six mois après la notification\nSite – correction ....... quatre heures ouvrées',
      'Objet ............ entretien des\n                   toitures\nProcédure ........ adaptée (article R. 2123-1\n                   du code)\nLieu ............. Brest',
      'Les fichiers sont datés au format JJ/MM/AAAA.',
      '## Formulaire d’inscription\n\nNom de l’équipe : ……………………\n\nNombre de personnes : ……………',
      'Les mentions « à compléter » du modèle sont supprimées.',
      'La séance du XXe congrès. Un panneau de 40 × 60 cm.',
      'Le marché est notifié par le profil d’acheteur [1].',
      '<table>\n<tr><th>Livrable</th><th>Lieu</th><th>Échéance</th></tr>\n<tr><td>Plan</td><td>Gare</td><td rowspan="2">3 mois</td></tr>\n<tr><td>Maquette</td><td>Quai</td></tr>\n<tr><td>Notice</td><td>Halle</td><td>4 mois</td></tr>\n</table>',
    ],
    limits: ['Le lieu d’exécution est communiqué plus tard.'],
  },
  *check(piece) {
    const level = piece.state === 'final' ? ('error' as const) : undefined;
    for (const { at, kind, text, label, candidate } of piece.ask(champs)) {
      if (candidate) continue;
      const data = kind === 'cell' ? { text, label } : { text, label: label ? ` (${label})` : '' };
      yield { at, message: kind === 'cell' ? 'empty' : 'marked', data, ...(level && { level }) };
    }
  },
});
