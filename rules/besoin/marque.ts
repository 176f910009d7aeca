import { insertClause } from '../clauses/insertion.ts';
import { afterLast, demands, type Reference } from '../facts/besoin/index.ts';
import { inStyleOf } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Edit } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { endOf } from '../kit/span.ts';

const LISTED_ONLY = { capitals: 'a name outside the list is told by its case' };

export default defineRule({
  id: 'besoin/marque',
  title: 'Marque, type, brevet ou origine imposés',
  mostAlike: 10,
  level: 'warning',
  pieces: ['cctp', 'rc', 'programme-fonctionnel'],
  why: `Nommer une marque, un modèle, un brevet ou une origine favorise une entreprise et ferme la porte aux produits nouveaux. Le code ne
l'admet que si l'objet du marché le justifie ou, à titre exceptionnel, si le besoin ne peut être décrit autrement, et alors avec la mention « ou équivalent ».`,
  sources: [guide('I.B', 9), ccp('R2111-7')],
  messages: {
    brand:
      '« {name} » est imposé sans « ou équivalent » ni justification.\nLes produits qui rendent le même service seraient écartés. Décrire les performances attendues, ou ajouter « ou équivalent ».',
    origin:
      'L’origine « {name} » est imposée : elle écarte les opérateurs d’autres États.\nDécrire la qualité attendue du produit, ou ajouter « ou équivalent ».',
    maybe:
      '« {name} » paraît désigner un produit, imposé sans « ou équivalent ».\nRien ne le justifie ici. Si d’autres rendent le même service, décrire les performances attendues, ou ajouter « ou équivalent ».',
    patent:
      '« {name} » impose un procédé protégé : seul son titulaire peut répondre.\nDécrire le résultat attendu, ou ajouter « ou équivalent ».',
  },
  settle: (piece) =>
    insertClause(piece, 'besoin-equivalence-generale', {
      heading: 'Références techniques',
      title: 'Ajouter une clause « ou équivalent » qui vaut pour toute la pièce',
    }),
  examples: {
    bad: [
      {
        text: '## Pose\n\nLes caméras sont achetées chez ⟦Hikvision⟧.',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: '## Livraison\n\nIl remet les maquettes finales sous ⟦Figma⟧, un fichier par parcours.',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: '## Maquettes\n\nLe titulaire établit les maquettes de l’ensemble des écrans sous ⟦Figma⟧.',
        fixed: { gains: 'Figma ou équivalent' },
      },
      {
        text: '## Chauffage\n\nChaque radiateur est équipé d’un robinet thermostatique ⟦Danfoss RA 2000⟧ avec coquille antivol.',
        fixed: { gains: '2000 ou équivalent' },
      },
      {
        text: 'Le titulaire fournit quatre terminaux de terrain : il s’agit de tablettes ⟦Samsung Galaxy Tab Active5⟧, avec leur housse.\n',
        fixed: { gains: 'ou équivalent' },
      },

      {
        text: '## 2. Le séchoir\n\nLe séchoir sera mis en service avec deux brûleurs de marque ⟦Corvane⟧ de 400 kW chacun.',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: '## 1. Besoin\n\nLe parc est renouvelé ; le titulaire livre des défibrillateurs de marque ⟦Zoll⟧.',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: '| Brique | Exigence |\n|---|---|\n| Base | ⟦PostgreSQL ≥ 14⟧ |\n| Conteneurs | Docker 25.x |\n| Sauvegarde | Chaque nuit |',
        fixed:
          '| Brique | Exigence |\n|---|---|\n| Base | PostgreSQL ≥ 14 ou équivalent |\n| Conteneurs | Docker 25.x ou équivalent |\n| Sauvegarde | Chaque nuit |',
      },
      {
        text: 'Les bornes de marque ⟦Aruba⟧ sont fournies et posées à la charge de l’entreprise retenue.',
        fixed: { gains: 'Aruba ou équivalent' },
      },
      {
        text: '| Réactif | Fabricant | Volume |\n|---|---|---|\n| Tampon | ⟦Korvolab⟧, en flacons | 200 |\n| Colorant | indifférent | 10 |',
        fixed: { gains: 'Korvolab ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Le titulaire pointe les rondes avec des badges ⟦Xyltra⟧ qu’il fournit.',
        fixed: { gains: 'Xyltra ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Le rail court d’un mur à l’autre. Il reçoit un variateur ⟦Danfoss FC102+⟧, réglé sur place.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: '## Prescriptions\n\nLes bancs sont en robinier ⟦récolté dans la vallée⟧ voisine.',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: '- ⟦miel de Savoie⟧, pots de 500 g ;\n- sucre, sacs de 1 kg.',
        fixed: { gains: 'Savoie ou équivalent' },
      },
      {
        text: '## Sols\n\nHall : revêtement ⟦Marmoleum Real⟧, épaisseur 2,5 mm.',
        fixed: { gains: 'm Real ou équivalent' },
      },
      {
        text: '## Mesures\n\nLes gestes sont enregistrés au moyen des capteurs inertiels ⟦Xsens MVN Awinda⟧.',
        fixed: { gains: 'Awinda ou équivalent' },
      },
      {
        text: '## Sols\n\nDeux couches d’émulsion ⟦Jontec Eternum⟧ sont ensuite passées, avec quatre heures de séchage.',
        fixed: { gains: 'ernum ou équivalent' },
      },
      {
        text: 'Le guichet prête au public vingt ⟦iPad⟧ mini, que le titulaire apporte avec leurs housses.',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: '## Équipement\n\nChaque poste de travail est doté d’un micro-casque ⟦Jabra Evolve2 65⟧.',
        fixed: { gains: 've2 65 ou équivalent' },
      },
      {
        text: 'Le collage fera appel au ⟦système breveté⟧ dont la licence est acquise.',
        fixed: { gains: 'breveté ou équivalent' },
      },
      {
        text: 'Les relevés sont, après reprise, rangés sous ⟦Oracle Database 23ai⟧, dont le prestataire livre les licences.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: '| Élément | Demandé |\n|---|---|\n| Porteur | ⟦Renault Trucks⟧, cabine courte |\n| Charge utile | 6 tonnes |',
        fixed: { gains: 'Trucks ou équivalent' },
      },
      {
        text: '## Analyse et restitution\n\nLes tableaux de bord sont livrés sous ⟦Power BI⟧.',
        fixed: { gains: 'wer BI ou équivalent' },
      },
      {
        text: 'Le sol des vestiaires est lavé avec des franges ⟦Vileda UltraMax⟧, changées à chaque local.',
        fixed: { gains: 'traMax ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Les morceaux sont découpés en portions de 120 g. La viande proviendra ⟦du seul département de la Creuse⟧.',
        fixed: { gains: 'Creuse ou équivalent' },
      },
      {
        text: 'Le titulaire livre et raccorde deux onduleurs triphasés ⟦Orbital eLine Pro⟧, posés sur socle.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Nous souhaitons recevoir :\n\n1. six ⟦Renault Kangoo⟧, cinq places ;\n2. un jeu de pneus par véhicule.',
        fixed: { gains: 'Kangoo ou équivalent' },
      },
      {
        text: 'Banc cassé : remplacer sous 48 h par le modèle ⟦Rivage⟧ 30 de Torben.',
        fixed: { gains: 'ivage ou équivalent' },
        skip: LISTED_ONLY,
      },
      { text: 'Vous nous livrez six ⟦iPad⟧ avec leur housse.', fixed: { gains: 'iPad ou équivalent' } },
      {
        text: '## Prescriptions\n\nLes quiz intégrés aux modules sont réalisés au moyen de ⟦Quizaro⟧.',
        fixed: { gains: 'uizaro ou équivalent' },
      },
      {
        text: '## Prescriptions\n\nL’accès sera fermé par des sangles ⟦Dorvek Flex⟧ sur les quatre côtés.',
        fixed: { gains: 'Flex ou équivalent' },
      },
      {
        text: 'Les piles de rechange sont des ⟦Saft LS 14500⟧.',
        fixed: { gains: '14500 ou équivalent' },
        skip: { capitals: 'its capital tells that it is a name' },
      },
      { text: '## Prescriptions\n\nLe jeu est réalisé avec ⟦Unity 6⟧.', fixed: { gains: 'nity 6 ou équivalent' } },
      {
        text: '## Prescriptions\n\nChaque départ est protégé par un disjoncteur ⟦Schneider Electric Acti9⟧, calibré par le titulaire.',
        fixed: { gains: 'Acti9 ou équivalent' },
      },
      {
        text: 'La mallette comprend :\n\n- un tensiomètre ⟦Omron M7⟧ ;\n- une table pliante.',
        fixed: { gains: 'on M7 ou équivalent' },
      },
      {
        text: 'Le titulaire y emploie le logiciel ⟦Vigidor Pro⟧, dont il supporte les licences.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Les modules sont développés sous ⟦Storydor⟧ et livrés avec leur projet.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'La file de messages du système est ⟦Apache Kafdor⟧, version 3.7 ou ultérieure.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: '## Exigences\n\nBase de données : ⟦Postgredor⟧ (version 15).',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      // What marked names are proved by opens none of the others.
      {
        text: 'Quand un article cite un produit avec la mention « ou équivalent », l’équivalence se prouve par tout moyen.\n\nFourniture et pose de luminaires de marque ⟦Thorn⟧.',
        fixed: { gains: 'Thorn ou équivalent' },
      },

      {
        text: 'Le four mixte est un ⟦Rational iCombi Pro⟧, dix niveaux.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Les maquettes sont réalisées sous ⟦Figma⟧ et leurs fichiers natifs sont remis.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      { text: 'Les plans seront établis sous ⟦Revit⟧.', fixed: { gains: 'ou équivalent' }, skip: LISTED_ONLY },
      {
        text: '## Exigences de réalisation\n\nLa liaison est assurée par un modem ⟦Moreta de type 1SJ⟧.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Le titulaire doit relever le réseau avec une station ⟦Leica TS16⟧.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Les ventilateurs devront être pilotés par des variateurs ⟦Danfoss FC102⟧, réglés sur place.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Les données sont stockées dans une base ⟦Oracle⟧ fournie par le titulaire.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: '| Article | Caractéristiques exigées |\n|---|---|\n| Colle | ⟦Uhu⟧, sans solvant |',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: '## Exigences techniques\n\nBase de données : ⟦Oracle Database 19c⟧.',
        fixed: { gains: 'ou équivalent' },
        skip: LISTED_ONLY,
      },
      {
        text: 'Seuls seront examinés les fourgons du constructeur ⟦Renault⟧.',
        head: { piece: 'rc' },
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: 'Le miel proviendra obligatoirement ⟦du département du Gers⟧, en pots de verre.',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: '| Lot | Véhicule à livrer | Quantité |\n|---|---|---|\n| 1 | ⟦Renault Trafic⟧ | 3 |',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: 'Les écoles seront équipées de bornes ⟦Cisco⟧ livrées par le titulaire.',
        fixed: 'Les écoles seront équipées de bornes Cisco ou équivalent livrées par le titulaire.',
      },
      {
        text: 'En remplacement des serrures actuelles, le titulaire pose des serrures de marque ⟦Vachette⟧.',
        fixed:
          'En remplacement des serrures actuelles, le titulaire pose des serrures de marque Vachette ou équivalent.',
      },
      {
        text: 'Les vannes à remplacer le seront par des vannes de marque ⟦Grundfos⟧.',
        fixed: 'Les vannes à remplacer le seront par des vannes de marque Grundfos ou équivalent.',
      },
      {
        text: 'Les vidéoprojecteurs délivrent 5 000 lumens et sont de marque ⟦Epson⟧.',
        fixed: 'Les vidéoprojecteurs délivrent 5 000 lumens et sont de marque Epson ou équivalent.',
      },
      {
        text: '- Les balises sont de marque ⟦Tagéo, modèle T3⟧, coloris blanc.',
        fixed: '- Les balises sont de marque Tagéo, modèle T3 ou équivalent, coloris blanc.',
      },
      {
        text: '| Article | Prescription |\n| --- | --- |\n| R2 | Passerelle type ⟦Cisco IR1101⟧ |\n| R3 | Support de type console |',
        fixed:
          '| Article | Prescription |\n| --- | --- |\n| R2 | Passerelle type Cisco IR1101 ou équivalent |\n| R3 | Support de type console |',
      },
      {
        text: 'Les automates ajoutés sont de type ⟦Modicon M340⟧.',
        fixed: 'Les automates ajoutés sont de type Modicon M340 ou équivalent.',
      },
      {
        text: 'Huisserie métallique de chez ⟦MALERBA⟧, finition prépeinte.',
        fixed: 'Huisserie métallique de chez MALERBA ou équivalent, finition prépeinte.',
      },
      {
        text: 'Le titulaire fournit quarante licences ⟦Microsoft 365⟧.',
        fixed: 'Le titulaire fournit quarante licences Microsoft 365 ou équivalent.',
      },
      {
        text: 'Les fauteuils sont du modèle ⟦Ploum de Ligne Roset⟧, tissu au choix.',
        fixed: 'Les fauteuils sont du modèle Ploum de Ligne Roset ou équivalent, tissu au choix.',
        skip: LISTED_ONLY,
      },
      {
        text: 'La plateforme devra être hébergée sur ⟦Oracle⟧ par le titulaire.',
        fixed: 'La plateforme devra être hébergée sur Oracle ou équivalent par le titulaire.',
        skip: LISTED_ONLY,
      },
      {
        text: 'Les postes seront livrés sous ⟦Windows 11⟧.',
        fixed: 'Les postes seront livrés sous Windows 11 ou équivalent.',
      },
      {
        text: 'L’application devra être développée avec la technologie ⟦Angular⟧, et documentée.',
        fixed: 'L’application devra être développée avec la technologie Angular ou équivalent, et documentée.',
        skip: LISTED_ONLY,
      },
      {
        text: 'Le titulaire met en place la solution ⟦Cegidor⟧ dans les écoles.',
        fixed: 'Le titulaire met en place la solution Cegidor ou équivalent dans les écoles.',
        skip: LISTED_ONLY,
      },
      {
        text: 'Les textiles doivent être ⟦de fabrication française⟧.',
        fixed: 'Les textiles doivent être de fabrication française ou équivalent.',
      },
      {
        text: 'La filtration devra utiliser un ⟦procédé breveté⟧ à membrane.',
        fixed: 'La filtration devra utiliser un procédé breveté ou équivalent à membrane.',
      },
      { text: '## Exigences\n\nLe bloc écran est un ⟦Zelo 2202L⟧.', fixed: { gains: 'ou équivalent' } },
      {
        text: '## Exigences\n\nLes capteurs livrés sortent d’une ⟦usine située en France⟧.',
        fixed: { gains: 'ou équivalent' },
      },
    ],
    good: [
      // Who has a part in the works.
      '## Intervenants\n\nContrôleur technique : Vaurance Contrôle, missions L, SEI, HAND et TH.',
      'Le titulaire vide les colonnes à verre et transporte le verre jusqu’à la plate-forme de Vernou (32 km).\n',

      '## 2. Le site\n\nLe séchoir a été mis en service en 2016 avec deux brûleurs de marque Corvane de 400 kW chacun.',
      '## 1. Présentation du besoin\n\nLe parc de défibrillateurs est de marque Zoll ; il n’est pas remplacé par le présent marché.',
      '## Environnement technique\n\n| Brique | Version |\n|---|---|\n| Base | PostgreSQL 14 |\n',
      '## Exigences\n\n| Poste | Compatibilité |\n|---|---|\n| Navigateur | Firefox ≥ 115 |\n',
      'La fourniture des serveurs Dell et de la messagerie de type Exchange est à la charge de la DSI. Les tablettes Samsung sont prêtées par le lycée.',
      'Le disque est de type NVMe, le bus de type Modbus, la prise de type DisplayPort. Les couches sont livrées en WGS84 – UTM 31 Nord.',
      '## Interfaces\n\nLe module doit lire les exports du logiciel de marque Berger-Levrault.',
      '| Réactif | Marque proposée | Quantité |\n|---|---|---|\n| Tampon | Korvolab | 200 |',
      'Les échelles en dotation, de marque Gazelle, datent pour la plupart de 2011.',
      '- agence de Bretagne, 12 agents ;\n- direction de Normandie, 20 m² de bureaux.',
      'Les déchets produits sur le territoire de la commune sont triés.',
      'Les noms de marques fixent un niveau. L’entreprise peut leur préférer tout produit de même tenue.\n\nLes portes sont de marque Malerba.',
      '## Sols\n\nLe sol du hall est en Marmoleum Real ; il est conservé.',
      'Le guichet prête au public vingt iPad mini, que le titulaire entretient.',
      'Les relevés sont repris d’Oracle Database 12c, dont le prestataire lit les exports.',
      'Les agents du service sont formés sous Windows 11.',
      'Les contrôles effectués en usine, atelier ou chantier situés en dehors du site sont annoncés dix jours avant.',
      '## Prescriptions\n\nLe titulaire doit réunir des agents Espaces Verts et remettre un dossier Qualité Sécurité.',
      'Le titulaire intervient :\n\n- au bâtiment Galilée B3 ;\n- en salle Pasteur 12.',
      'La ligne tourne déjà ; elle a été fournie en 2019 et ses automates sont des Siemens S7-1500.',
      'Le format d’échange est Géopaquet, version 1.3. Le plan est Directeur, version 2. Les modules sont développés sous Contrôle de la direction.',
      'Les marques citées sont réputées suivies de la mention « ou équivalent ».\n\nFourniture et pose de luminaires de marque Thorn.',
      '## Ce que nous avons déjà\n\nParcours : douze diaporamas, développés sous Storydor. La file de messages est Apache Kafdor, version 3.7.',

      '## Exigences\n\nLe référent est un Conseiller Technique. L’acheteur est un Établissement Public. Les plans sont rendus sous Excel et les marchés passés sous Chorus Pro. Les ouvrages sont réalisés sous Contrôle.',
      '## Existant\n\nLe four est un Rational iCombi Pro. Les maquettes sont réalisées sous Figma.',
      'A.2 Existant. La chaufferie comporte deux chaudières De Dietrich, l’automate est un Saia PCD2.',
      '3.1 – Équipements en place : l’automate est un Saia PCD2.',
      '## Exigences\n\nLes accès se font par la ligne Aubagne T35, avec le système Lambert RGF93.',
      'Le titulaire doit poser les cloisons avec le personnel de la salle Berlioz B12, avec des affiches imprimées sur papier Kraft A4.',
      '## Contexte\n\nLe relevé de 2021 a été fait avec une station Leica TS16.',
      '| Article | Compatibilité exigée |\n|---|---|\n| Imprimante | Windows 11 |',
      '## Exigences techniques\n\nAnnuaire : le titulaire reprend celui de la ville, Oracle Directory 11.',
      { text: 'Sont entretenus les seuls fourgons du constructeur Renault.', head: { piece: 'rc' } },
      'Les boues proviendront du département de la Creuse.',
      '| Lot | Véhicule repris | Quantité |\n|---|---|---|\n| 1 | Renault Trafic | 3 |',
      // Public services, formats, places, and what is there already.
      'Le titulaire utilise la plateforme Chorus Pro. Il met en place la plateforme Maximilien.',
      'La solution devra être hébergée en France, sur des serveurs situés à Nantes, avec Madame Durand.',
      'Le rapport est fourni sous Word. Le titulaire met en place la solution Technique décrite à l’annexe.',
      'Le site est hébergé sur Oracle. Le titulaire devra en reprendre les données.',
      'La solution devra être développée avec la technologie Angular ou équivalent.',
      'Le titulaire doit assister aux comités. Orange est le nom de la commune.',
      // What the buyer supplies, owns or will be given back.
      'Le titulaire installe les bornes ; la fourniture des routeurs Cisco est à la charge de l’acheteur.',
      'Le titulaire utilise les licences VMware mises à disposition par la commune.',
      '## Réversibilité\n\nLe titulaire remet les comptes et les licences Microsoft 365, et les configurations Fortinet.',
      'Le titulaire assure l’assistance des agents du studio, équipés de postes Apple. Il installera sur ces postes les outils Apple.',
      '## Ce qui existe\n\n| Brique | Produit | Remarque |\n|---|---|---|\n| Serveurs | marque Ferrox, modèle R2 | salle de 2021 |',
      'Les anciens copieurs, de marque Canon, seront remplacés par des appareils de 40 pages par minute.',
      'Les pompes ont été remplacées en 2019 par des pompes de marque Grundfos.',
      'Fenêtre de désenfumage de type SK06 de Velux ou équivalent.',
      'Appareillage (des Ets LEGRAND ou de technique et esthétique équivalente).',
      '## Contexte\n\nLe réseau sans fil, de marque Aruba, compte 310 bornes.',
      'Les chaufferies sont équipées d’automates de marque Siemens.',
      'Il est raccordé aux amplificateurs de marque Axon que possède déjà le laboratoire.',
      'BAES non permanent de type SATI, documents de type Word, échelle de type Likert et profil de type Administrateur.',
      'Les mobiliers sont de marque reconnue, de type fixe et d’un modèle identique.',
      'Les pièces de rechange sont de marque Otis, pour des raisons de compatibilité avec les ascenseurs du site.',
      'La plateforme doit être compatible avec Microsoft Edge et exporter vers Excel.',
      'Les marques citées ne constituent en aucun cas une obligation.\n\nBéquille de chez HOPPE.',
      'Le titulaire garantit l’acheteur contre toute action en contrefaçon de brevets, dessins, modèles et marques déposées.',
      'La maintenance porte sur les chaudières de marque Viessmann et les brûleurs de marque Weishaupt.',
      { text: 'Le candidat présente un modèle de rapport de type Synthèse.', head: { piece: 'rc' } },
      '## Exigences\n\nLe bloc écran est un modèle de 21 pouces.',
      '## Exigences\n\nLes capteurs livrés sortent d’usine étalonnés.',
    ],
    limits: ['Fourniture et pose d’un velux de désenfumage.', 'La fenêtre est une GGL à rotation.'],
  },
  *check(piece) {
    for (const { references, sentences, at } of demands(piece, false)) {
      const [first] = references;
      if (!first) continue;
      const kind = first.kind === 'origine' ? 'origin' : first.kind === 'brevet' ? 'patent' : 'brand';
      const doubtful = references.every((r) => r.doubtful);
      yield {
        at,
        message: doubtful ? 'maybe' : kind,
        ...(doubtful && { level: 'info' as const }),
        data: { name: piece.draft.slice(at).replace(/\s+/g, ' ') },
        fixes: [{ title: 'Ajouter « ou équivalent »', grade: 'review', edits: sentences.map((s) => opened(piece, s)) }],
        related: references.slice(1).map((r) => ({ piece, at: r.at, message: 'Autre produit de la même demande.' })),
      };
    }
  },
});

/** « ou équivalent », after the last product of a sentence. */
const opened = (piece: Piece, products: readonly Reference[]): Edit => ({
  piece,
  at: endOf(afterLast(products)),
  text: inStyleOf(piece.draft, ' ou équivalent'),
});
