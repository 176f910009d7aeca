import { exigences } from '../facts/besoin/index.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import type { Span } from '../kit/span.ts';

export default defineRule({
  id: 'besoin/exigence-mesurable',
  title: 'Exigence que rien ne permet de mesurer',
  level: 'info',
  pieces: ['cctp', 'programme-fonctionnel'],
  why: `Une exigence exprimée en performances n'ouvre le marché à d'autres solutions que si chacun sait quand elle est atteinte. Des mots comme
« ergonomique » ou « dans les meilleurs délais » ne permettent ni de comparer les offres, ni de refuser une livraison.`,
  sources: [guide('I.B', 9), ccp('R2111-8'), ccp('R2111-10')],
  messages: {
    vague:
      'Exigence impossible à vérifier : {words}.\nRien ne permet de dire si elle est satisfaite. Ajouter une mesure (valeur et unité, délai, taux), une échelle, un essai d’acceptation ou une norme « ou équivalent ».',
  },
  silencedBy: [{ rule: 'besoin/fonction-sans-performance', where: 'place' }],
  examples: {
    bad: [
      '## Administration\n\n⟦Il devra être intuitif et faciliter au maximum le quotidien de ces agents.⟧',
      '## Dépannage\n\n⟦Le titulaire devra intervenir dans les meilleurs délais.⟧ Une astreinte est assurée 24 h sur 24.',
      '⟦Une attention particulière est exigée sur le graphisme.⟧',
      '⟦Le fournisseur doit donner un maximum d’informations sur les modes d’emploi.⟧',
      '⟦L’accueil fait preuve d’une patience à toute épreuve.⟧',
      // How many there are, what any thing conforms to, what the market has: no measure.
      '⟦Le gérant doit assurer un suivi régulier des bacs.⟧ Il exécute notamment les tâches suivantes :\n\n- le tri ;\n- le lavage.',
      '⟦Les trois volets doivent être faciles à manœuvrer.⟧',
      '⟦Le tour devra être d’une robustesse suffisante.⟧ Il porte le marquage CE et est conforme aux normes en vigueur.',
      '⟦La borne devra accepter des rouleaux du format du marché, simples à remplacer.⟧',
      '⟦Les deux canaux radio doivent être suffisamment espacés.⟧ Les fréquences proposées respectent la réglementation.',
      '⟦Le chariot doit être évolutif, extensible et permettre à terme l’ajout d’autres plateaux.⟧',
      '⟦Pour limiter les arrêts, le banc doit permettre le remplacement aisé des filtres.⟧',
      '⟦La pompe doit pouvoir être démontée simplement par les agents.⟧',
      '⟦Les lampes devront être de conception récente.⟧',
      '⟦Les écrans seront conçus dans une logique de lisibilité et de confort.⟧',
      '⟦Le mainteneur s’engage à nettoyer réguliè- rement les filtres.⟧',
      '## Interfaces\n\n⟦Le boîtier doit être simple et moderne.⟧',
      '⟦Le titulaire prend soin à ce que le promeneur d’un jour s’y retrouve sans peine.⟧',
      '⟦Les circuits seront intelligemment tracés.⟧ Le chauffage délivre 40 W par m².',
      '⟦L’équipe prendra toutes dispositions pour limiter les nuisances.⟧',
      '⟦La commande doit être facile d’accès pour nos 40 agents.⟧',
      '⟦Teinte du plateau : la plus belle possible⟧',
      'Pour les comptes rendus :\n\n- ⟦employer un ton agréable ;⟧\n- les remettre en deux jours.',
      '⟦Le pupitre doit rester commode à porter et bien fini.⟧ Les housses présentent deux niveaux de protection, selon la norme EN 342 ou équivalente.',
      '⟦Les volants devront être maniables.⟧ Indice de protection : IP 65.',
      '⟦La réponse du régisseur devra être satisfaisante.⟧ Une visite d’une heure est prévue au foyer.',
      '⟦Les vues doivent rester claires et agréables.⟧ Un changement de bobine prend moins de quatre minutes.',
      '⟦Le pupitre devra être agréable.⟧ Il doit en outre être silencieux : 40 dB au plus.',
      '⟦Les réponses apportées aux riverains devront être satisfaisantes.⟧',
      '⟦Les appels qui ne relèvent d’aucun de ces niveaux devront être traités avec toute la promptitude voulue.⟧',
      '⟦La console devra offrir un confort d’usage satisfaisant.⟧ Elle permet de relire les 90 derniers jours de journaux.',
      '⟦Les badges perdus sont remplacés au plus vite par le prestataire.⟧',
      '| Local | Fréquence | Prestation |\n|---|---|---|\n| Douches | 2 fois par jour | ⟦Le titulaire doit garder un état de propreté impeccable⟧ |',
      '⟦Le réglage des stores se fera sans effort.⟧',
      '⟦Les plaintes des riverains sont traitées avec l’attention qu’elles méritent et devront recevoir une réponse à bref délai.⟧',
      '⟦Toute panne sera réparée avec la diligence que la situation appelle.⟧',
      '⟦Le bilan des visites devra être remis à intervalles réguliers.⟧',
      '- ⟦Signalisation devant être claire pour les usagers.⟧',
      '⟦La réponse du chef de chantier aux riverains devra être satisfaisante.⟧',
      'Nous voulons un lit dont :\n\n- le sommier supporte 180 kg ;\n- ⟦la finition donne entière satisfaction aux soignants.⟧',
      '⟦L’écran de suivi doit être ergonomique et intuitif.⟧\n\nCet écran affiche les dossiers clos au cours des trente derniers jours.',
      '⟦Le pilotage doit réagir de manière souple et harmonieuse.⟧ La boucle est stable : l’écart à la consigne reste sous 5 %.',
      '⟦L’assise doit être confortable et facile d’entretien.⟧ La table rabattable supporte une charge de 25 kg.',
      '⟦Après un arrêt, les équipes doivent remettre la chaîne en route dans les meilleurs délais.⟧ Le préventif est exécuté la nuit, selon un planning annuel.',

      '## Exigences\n\nEX-01. Une affiche est lisible à huit mètres.\n\nEX-02. Une bannière pèse au plus 150 Ko.\n\nEX-03. ⟦L’identité visuelle doit être moderne et attractive.⟧\n\nLes fichiers sont remis en trois exemplaires.',
      '⟦Les supports de formation devront être clairs, attractifs et bien adaptés à leur public.⟧ Le titulaire forme douze référents en deux sessions.',
      '⟦Les halls devront présenter en permanence un aspect soigné et accueillant.⟧',
      '⟦L’identité visuelle doit être forte, moderne et fédératrice.⟧',
      "## Exigences\n\n| Réf. | Exigence |\n|---|---|\n| EXI-1 | ⟦Le portail doit être simple d'emploi⟧ |\n| EXI-2 | Le portail répond en moins de 2 s |\n",
      '⟦Les balises doivent être robustes et faciles à nettoyer.⟧',
      "⟦L'interface de consultation devra être moderne, conviviale et suffisamment souple pour s'adapter aux habitudes des ports.⟧",
      'La supervision est assurée. ⟦En cas de panne, le titulaire devra intervenir dans les meilleurs délais.⟧',
      '⟦Il est tenu d’assurer un suivi optimal des réparations.⟧',
      "⟦Le banc doit être d'une utilisation intuitive et d'un encombrement adapté à une salle d'expérimentation.⟧",
      {
        text: '⟦La solution devra présenter une bonne ergonomie.⟧',
        head: { piece: 'programme-fonctionnel' },
      },
      '| Repère | Exigence |\n| --- | --- |\n| A | ⟦Le mobilier devra être résistant et d’un entretien facile.⟧ |\n| B | Le plateau doit être facile à nettoyer : 2 minutes par table. |',
      '⟦Le prestataire s’engage à traiter rapidement les demandes des utilisateurs.⟧',
      '⟦L’interface destinée aux tuteurs doit être intuitive et demeurer simple.⟧',
      '⟦5.1 L’interface doit être intuitive.⟧\n\n5.2 La page s’affiche en deux secondes.',
      '⟦L’outil devra rester fluide, se montrer robuste et offrir une bonne ergonomie.⟧',
      '## Suivi\n\nLe titulaire devra :\n\n- ⟦intervenir dans les meilleurs délais ;⟧\n- remettre un rapport chaque mois.',
      '## Suivi\n\nLe titulaire devra :\na) remettre un carnet ;\nb) ⟦intervenir au plus vite.⟧\n\nLe portail doit être :\n\n• ⟦intuitif ;⟧\n\n• disponible 99 % du temps.',
      '## Suivi\n\nLe titulaire :\n\n- fournit un carnet ;\n- ⟦répond rapidement aux demandes.⟧\n\nLe prestataire assurera notamment :\n\n- ⟦un suivi optimal des réparations ;⟧\n- une visite par an.',
      '⟦Le titulaire devra entretenir une coopération fluide avec les équipes.⟧\n\n⟦Le prestataire assure la reprise des fiches et la correction rapide des anomalies.⟧',
      '⟦Le titulaire doit alerter le service avec la plus grande diligence.⟧\n\n⟦Il devra fournir la surveillance la plus complète possible.⟧\n\n⟦Les agents devront tenir le poste, offrant une communication fluide.⟧',
      '⟦Le prestataire devra mobiliser les outils et ressources adaptés, conformément aux engagements du marché.⟧',
      '## Exploitation et administration\n\nLe titulaire devra :\n\n- corriger les failles de sécurité :\n  - remettre un rapport de sécurité chaque mois ;\n  - ⟦assurer la mise à jour régulière des postes.⟧',
      '## Portail\n\nLe portail doit être :\n\n- ⟦intuitif ;⟧\n- disponible 99 % du temps.',
      '## Portail\n\nExigences applicables :\n\n- ⟦une interface conviviale ;⟧\n- des exports au format CSV.',
      '## Portail\n\nLa solution présente les qualités suivantes :\n\n1. ⟦Prise en main : rapide et aisée ;⟧\n2. authentification par clé.',
      '| Fonction | Exigence |\n| --- | --- |\n| Recherche | ⟦Rapide et fluide⟧ |\n| Export | Format CSV |',
      '## Exigences ergonomiques\n\n⟦Affichage : agréable et moderne⟧',
      '## Exigences\n\n⟦L’écran doit rester lisible et agréable au quotidien.⟧',
    ],
    good: [
      '## Plans\n\nLe Plan d’Assurance Qualité et celui de Sécurité devront être finalisés et remis par le titulaire.\n\nIls sont établis dans le cadre d’une démarche de qualité.',
      '## Usage\n\nL’application doit être simple. Concrètement : huit parents sur dix d’un panel de trente accomplissent les trois parcours sans aide.',
      '## Exigences fonctionnelles\n\n« I » : impérative. « S » : souhaitée.\n',

      // What a lot is called, what is aimed at in a word.
      '| Lot | Intitulé | Quantités |\n|---|---|---|\n| 1 | Mobilier de propreté et de confort des gares | 60 corbeilles, 30 bancs |\n| 2 | Pose | 90 ensembles |\n',
      '## 1.2 Objectifs poursuivis\n\n- qualité d’usage ;\n- durabilité.\n',
      // What anyone can see, what is set, sized or changed: no praise.
      'Le placage devra être de teinte assez claire. Le sirop doit rester limpide. Les poules devront être élevées au sol.',
      'L’intensité des lampes doit pouvoir être adaptée à l’heure. Le câble doit être adapté à la tension du réseau. Le menu devra être adapté à chaque enfant. Le balisage sera évolutif selon les phases.',
      // What the buyer does or wishes.
      'En cas de report, la commune informera le titulaire dans les meilleurs délais. Le titulaire est informé de la volonté de la ville d’assurer un accueil de qualité.',
      'Les boîtiers seront obligatoirement encastrés dans les murs des salles. Le journal devra aussi être accessible aux gardiens du port.',
      '- Enduit et bande.\n- Sujétions de pose et raccords.\n',
      'Le défaut devra être signalé simplement par courriel. Les deux semaines de formation sont fixées au planning.',
      'Le portail doit être intuitif et permettre de filtrer les demandes.',
      'Le titulaire prend toutes les mesures nécessaires à la signature des plans.',
      'Il devra être tenu compte régulièrement des relevés, selon les dates portées au calendrier.',
      '## Contexte\n\nLe public attend dans une salle claire et agréable.\n',
      '| Local | Fréquence | Prestation |\n|---|---|---|\n| Douches | 2 fois par jour | Le titulaire doit passer régulièrement |',
      'Le pupitre doit être maniable. Les agents répondent à un questionnaire : neuf sur dix sont satisfaits.',
      'L’interface doit être intuitive. La lisibilité répond au niveau AA du RGAA.',
      'La saisie doit être simple. Une fiche se fait en trois clics.',
      'Le suivi devra être satisfaisant. Un essai d’une heure est prévu au foyer.',
      'Les réponses apportées par les candidats au questionnaire devront être claires.',
      'Le bilan des visites devra être remis à intervalles réguliers, tous les deux mois au plus.',
      'L’arrosage doit être régulier : un passage chaque soir.',
      'Le nettoyage doit être régulier, une fois par jour.',
      'Calcul de l’éclairement, dans lequel :\n\n- F = flux nécessaire, exprimé en lumens ;\n- S = surface du local.',
      'L’écran de suivi doit être fluide.\n\nCette fluidité se vérifie : une page s’affiche en moins de deux secondes.',
      'Les agents se partagent aujourd’hui les appels. Ils disposent de tableurs et de beaucoup de bonne volonté.',
      'La recherche doit être rapide. La page des résultats s’affiche en deux secondes.',
      'Après un arrêt, les équipes doivent remettre la chaîne en route dans les meilleurs délais. Le délai est fixé à deux heures.',

      'Les supports de formation devront être clairs et attractifs. Le titulaire les fait relire par douze agents, dont dix les comprennent.',
      'Les supports de formation devront être clairs. Le titulaire remet ces supports à douze agents, dont dix les comprennent.',
      'Les bancs doivent être robustes et demeurer démontables.',
      'L’interface doit être intuitive et permettre de trier les dossiers.',
      '5.1 L’interface doit être intuitive.\n\nLe niveau attendu : neuf agents sur dix réussissent un essai.',
      'L’écran doit être simple et demeurer lisible à 3 mètres.',
      "La recherche doit être rapide : la position s'affiche en moins de trois secondes pour 95 % des requêtes.",
      'La borne doit être robuste :\n\n- résistance au choc : IK 08 ;\n- chute de 1 m sans dommage.',
      'L’interface devra être fluide ; cette exigence est vérifiée par un essai auprès de trente visiteurs.',
      '| Exigence | Niveau |\n| --- | --- |\n| L’interface doit être intuitive | 9 agents sur 10 réussissent sans aide |',
      'Le titulaire devra fournir, sur simple demande, un double vitrage et un sol souple.',
      'Le titulaire doit intervenir rapidement. Le délai ne dépasse pas quatre heures ouvrées.',
      'Les sols doivent être robustes et lavables à la vapeur.',
      'L’acheteur devra répondre rapidement aux questions du titulaire.',
      'Le candidat devra présenter son offre de façon claire ; elle devra être concise.',
      'Les locaux doivent être adaptés aux personnes à mobilité réduite.',
      'L’entreprise devra être régulièrement constituée.',
      'Le logiciel est moderne et convivial.',
      // A thing and its sort, what it suits, what it is for, a check, a step of the contract.
      'Le titulaire devra poser un parquet clair et livrer des documents cohérents avec le plan.',
      'Le titulaire doit fournir des outils adaptés aux locaux, et un nombre suffisant pour chaque atelier.',
      'Le titulaire remet un carnet afin de permettre une correction rapide des anomalies.',
      'Le titulaire devra tenir des réunions régulières, dont la fréquence est fixée à l’annexe 2.',
      'Le titulaire devra lever les réserves ; à défaut, la vérification de service régulier n’est pas prononcée.',
      '## Exploitation\n\nL’administration devra :\n\n- suivre les incidents :\n  - assurer une réponse rapide.',
      '## Portail\n\nLe portail doit être :\n\n- rapide : une page s’affiche en deux secondes ;\n- simple et lisible à trois mètres.\n\nLe portail existant est :\n\n- intuitif.',
      '## Portail\n\nPour neuf agents sur dix, le portail doit être :\n\n- intuitif ;\n- lisible.',
      '## Portail\n\nLe portail doit être :\n\n- intuitif ;\n- lisible.\n\nCes qualités sont vérifiées par un essai auprès de trente agents.',
      '## Portail\n\nLe portail doit être :\n\na) rapide : deux secondes ;\n\nb) simple et lisible à trois mètres.\n\nLes agents ont :\n\n• un accès rapide ;\n\n• une interface simple.',
      '## Service\n\nLe titulaire assurera :\n\n- une haute disponibilité ;\n- un taux de disponibilité de 97 %.',
      '## Offre\n\nLe candidat devra :\n\n- présenter son offre de façon claire ;\n- répondre rapidement.',
      '## Portail\n\nL’acheteur devra :\n\n- répondre dans les meilleurs délais.',
      '## Contexte\n\nLes agents ont aujourd’hui :\n\n- une interface conviviale ;\n- un accès rapide.',
      '| Fonction | Exigence | Niveau |\n| --- | --- | --- |\n| Recherche | Rapide | 2 s |',
      '| Salle | Usage |\n| --- | --- |\n| A | Simple et moderne |',
    ],
    limits: ['La rapidité du service est indispensable.'],
  },
  *check(piece) {
    const { modales } = piece.ask(exigences);
    for (const { sentence, at, vague, measured, of, doubt } of modales) {
      if (measured || vague.length === 0) continue;
      // The function that states nothing has its own finding.
      if (of?.kind === 'fonction' && (of.states === 'vague' || of.states === 'rien')) continue;
      const words = wordsOf(vague.map((v) => printed(piece, sentence.at(v))));
      yield { at, message: 'vague', data: { words }, doubt };
    }
    for (const f of piece.ask(exigences).fonctions)
      if (f.kind === 'exigence' && f.states === 'vague' && !modales.some((m) => m.of === f))
        yield { at: f.at, message: 'vague', data: { words: wordsOf([printed(piece, f.at)]) } };
  },
});

const printed = (piece: Piece, at: Span): string => piece.draft.slice(at).replace(/\s+/g, ' ');

/** The first words, without repeating what holds them. */
const wordsOf = (all: readonly string[]): string => {
  const short = all.filter((w) => w.length <= 40);
  const words = [...new Set(short.length > 0 ? short : all)];
  const first = words.filter((w) => !words.some((o) => o !== w && w.includes(o))).slice(0, 3);
  return first.map((w) => `« ${w} »`).join(', ');
};
