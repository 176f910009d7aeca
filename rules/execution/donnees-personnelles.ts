import { insertClause } from '../clauses/insertion.ts';
import { DONNEES_PARTS, type DonneesPart, donneesPersonnelles, isPublicContract } from '../facts/execution/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, text } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

const NAMES: Readonly<Record<DonneesPart, string>> = {
  finalite: 'la finalité',
  types: 'les types de données',
  duree: 'la durée',
};
const gains = '| Finalité du traitement |';

export default defineRule({
  id: 'execution/donnees-personnelles',
  title: 'Traitement de données personnelles non décrit',
  level: 'warning',
  pieces: ['ccap', 'cctp'],
  dossier: true,
  absence: true,
  why: `Lorsque le titulaire traite des données personnelles pour l'acheteur, le contrat décrit ce traitement : finalité, types de données, personnes
concernées, durée. Sans cette description, l'acheteur, responsable du traitement, ne maîtrise pas ce qui est fait des données.`,
  sources: [ccag('tic', '5.2'), text('Règlement (UE) 2016/679, article 28')],
  messages: {
    absente:
      'Aucune pièce ne dit {manque} du traitement.\nLe titulaire traite des données personnelles pour l’acheteur. Décrire le traitement dans un article : finalité, types de données, personnes concernées, durée, sort des données.',
  },
  examples: {
    bad: [
      {
        text: '## 4.2 Envois\n\n⟦Deux fois par an, la Communauté remet au titulaire le fichier nominatif de ses abonnés.⟧ Il imprime les lettres et les met sous pli.',
        fixed: { gains: 'finalité' },
      },
      {
        text: '## Reprise\n\n⟦Vous hébergez pour nous les comptes des abonnés.⟧ Une fiche de données de sécurité accompagne chaque produit.',
        fixed: { gains: 'finalité' },
      },
      {
        text: '## Atelier\n\n⟦L’hôpital lui adresse les dossiers des patients par messagerie chiffrée.⟧',
        fixed: { gains: 'finalité' },
      },
      { text: '# CCAP\n\n⟦Vous mettez à jour la liste des élèves inscrits au car.⟧', fixed: { gains } },
      { text: '# CCAP\n\n⟦Le prestataire consulte les radiographies nominatives et les range.⟧', fixed: { gains } },
      {
        text: '# CCAP\n\n⟦Les images des passants sont conservées par le titulaire dans son propre centre.⟧',
        fixed: { gains },
      },
      { text: '# CCAP\n\n⟦Tri et numérisation de 3 000 fiches d’anciens élèves.⟧', fixed: { gains } },
      {
        text: '# CCAP\n\n## Fichier des abonnés\n\n⟦Ce fichier, qui lui est remis en mai, est conservé par lui.⟧',
        fixed: { gains },
      },
      {
        text: '# CCAP\n\n⟦Le prestataire agit comme sous-traitant au sens du RGPD et en respecte les obligations.⟧',
        fixed: { gains },
      },
      {
        text: '# CCAP\n\n⟦L’opérateur visionne les images sur lesquelles les usagers sont reconnaissables.⟧',
        fixed: { gains },
      },
      {
        text: '# CCAP\n\n⟦Sont confiés à la société le tri et la numérisation des dossiers des allocataires.⟧',
        fixed: { gains },
      },
      {
        text: "# CCAP\n\n⟦Le titulaire traite des données à caractère personnel pour le compte de l'acheteur.⟧ Il respecte le RGPD.",
        fixed: { gains },
      },
      {
        text: '# ⟦CCAP⟧\n\nLe titulaire observe le secret.',
        files: {
          'cctp.md':
            "# CCTP\n\nL'Institut remet à l'entreprise le fichier nominatif des volontaires, qu'elle exploite pour son compte.",
        },
        fixed: { gains },
      },
      {
        text: "# CCAP\n\n⟦L'application traite les noms, numéros d'allocataire et quotients familiaux, que le titulaire manipule pour le compte de la Caf.⟧",
        fixed: { gains },
      },
      {
        text: '# CCAP\n\nLe présent CCAP, valant cahier des clauses techniques particulières, est signé.\n\n⟦Le prestataire héberge les dossiers médicaux nominatifs des patients.⟧',
        fixed: { gains },
      },
      {
        text: '# CCAP\n\n⟦Le prestataire héberge les dossiers médicaux nominatifs des patients.⟧',
        fixed: { gains },
      },
      {
        text: '# ⟦CCAP⟧\n\n## Confidentialité\n\nLe titulaire respecte le règlement (UE) 2016/679.',
        files: {
          'cctp.md':
            "# CCTP\n\n| N° | Fonction | Résultat |\n|---|---|---|\n| 1 | Identité | le nom du patient s'affiche avec l'alerte |",
        },
        fixed: { gains },
      },
      {
        text: "# CCAP\n\n⟦Le terminal enregistre la photographie de l'élève et son heure de passage.⟧",
        fixed: { gains },
      },
      {
        text: '# CCAP\n\n⟦Le titulaire ouvre les inscriptions, convoque chaque stagiaire et relance les absents.⟧ Il respecte le RGPD.',
        fixed: { gains },
      },
      {
        text: '# CCAP\n\n⟦L’opérateur prend les rendez-vous des locataires et rappelle chacun la veille.⟧',
        fixed: { gains },
      },
      {
        text: '# CCAP\n\n⟦Il inscrit les participants, tient la feuille d’émargement et leur remet une attestation.⟧',
        fixed: { gains },
      },
    ],
    good: [
      '## Article 9 – Données personnelles\n\nLe titulaire traite, pour le compte du syndicat, l’adresse électronique des voyageurs et les lignes pour lesquelles ils ont demandé une alerte. Ce traitement a pour seule fin l’envoi des alertes. Il prend fin avec le marché ; les données d’un compte fermé sont effacées sous trente jours.',
      // His own people.
      '## Accès\n\nLe titulaire remet la liste nominative des intervenants, aux seules fins du contrôle des accès ; cette liste est détruite à la fin du marché.',
      // Persons alone, of whom nothing is written nor done.
      '## Contrôle des prestations\n\nLe contrôle du titulaire porte sur :\n\n- la tenue des registres de la salle,\n- la vigilance des agents.\n\nLes lunettes sont portées dans les cas suivants :\n\n- intervention chez une personne malade.',
      {
        text: '# CCAP\n\nLe titulaire traite pour l’université les données personnelles des étudiants, décrites au CCTP.',
        files: {
          'cctp.md':
            '# CCTP\n\n| Traitement | Détail |\n|---|---|\n| But | envoi des convocations |\n| Catégories | nom, adresse |\n| Conservation | trois mois |\n',
        },
      },
      // The accounts of those who do the work.
      '## Sécurité\n\nLe titulaire utilise des comptes nominatifs, protégés par une double authentification.',
      '# CCAP\n\nVous mettez à jour la liste des arrêts du car.',
      '# CCAP\n\nLa ville enregistre les images des passants. Le titulaire règle les mâts.',
      '# CCAP\n\nLe titulaire exploite les résultats des analyses d’eau.',
      '# CCAP\n\n## Fichier des familles\n\nLe titulaire utilise les noms et adresses des familles aux seules fins de préparer les tournées ; il les efface deux mois après la dernière.',
      '# CCAP\n\n## Fichier des points lumineux\n\nCe fichier, qui lui est remis en mai, est conservé par lui.',
      '# CCAP\n\n## Fiche de traitement\n\n| Rubrique | Contenu |\n|---|---|\n| À quoi servent les données | facturer l’eau |\n| Ce qui est collecté | identité de l’abonné, adresse, index quotidien |\n| Jusqu’à quand | cinq ans après le dernier relevé |\n',
      '# CCAP\n\nLorsqu’il est sous-traitant au sens du RGPD, le titulaire prévient la ville.',
      '# CCAP\n\nLe titulaire pose les caméras ; les images sur lesquelles les passants sont reconnaissables ne sont pas enregistrées.',
      '# CCAP\n\nLa caisse inscrit les stagiaires, les convoque et relance les absents.',
      '# CCAP\n\nLe titulaire convoque les entreprises à la réunion de chantier et relance celles qui sont absentes.',
      '# CCAP\n\nLe titulaire forme les stagiaires et leur remet une attestation de présence.',
      '# CCAP\n\nPour les ateliers, le titulaire traite, pour le compte de l’office, les nom et courriel des locataires inscrits, afin de les convier. Il les conserve jusqu’à l’approbation des études, puis les détruit.',
      'Pour préparer les postes, la caisse transmet le nom, le bureau et la taille des agents. Le titulaire, sous-traitant au sens du RGPD, ne traite ces données personnelles que pour régler et étiqueter le mobilier.',
      '# CCAP\n\n## Sous-traitance\n\nLa conduite du chantier et la tenue du registre de passages, tâches essentielles, sont accomplies par le titulaire lui-même.',
      "# CCAP\n\nLe nom du patient ne s'affiche jamais sur le poste.",
      "# CCAP\n\nLes repas sont servis à l'élève dont le nom est appelé par le surveillant.",
      "# CCAP\n\nLe numéro de chambre s'affiche avec l'alerte.",
      "# CCAP\n\nLe titulaire traite des données personnelles pour le compte de la caisse. Le traitement a pour finalité l'envoi de rappels. Il porte sur l'identité et les coordonnées. Les données sont conservées douze mois.",
      {
        text: '# CCAP\n\nLe traitement de données personnelles est décrit au CCTP.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Données personnelles\n\nLe portail traite des données personnelles pour le compte de la Caf.\n\n- Finalités : instruction des demandes.\n- Catégories de données : identité.\n- Durée : celle du marché.',
        },
      },
      '# CCAP\n\n## Données des assurés\n\nLe titulaire héberge les données des assurés pour le compte de la Caisse. Objet : repérage des ruptures de soins ; durée : celle du marché ; nature : identité et recours aux soins ; personnes : assurés volontaires.',
      '# CCAP\n\nLe titulaire ne traite aucune donnée personnelle pour le compte de la Carsat.',
      '# CCAP\n\nLe titulaire respecte le règlement général sur la protection des données.',
      '# CCAP\n\nLe logiciel compte les passages sans donnée à caractère personnel.',
      "# CCAP\n\nLe titulaire traite des données personnelles pour le compte de l'acheteur, dans les conditions de l'annexe RGPD.",
      "# CCAP\n\nL'aide est calculée par la Caf d'après le quotient familial ; le titulaire n'y a pas accès.",
      "# CCAP\n\nLes données personnelles des candidats sont traitées par l'acheteur pour l'analyse des offres.",
    ],
    limits: [],
  },
  *check(piece) {
    if (!isPublicContract(piece)) return;
    const all = piece.consultation
      .of('ccap', 'cctp', 'programme-fonctionnel', 'ae')
      .map((p) => p.ask(donneesPersonnelles));
    const told = all.filter((d) => d.processing);
    if (told.length === 0 || all.some((d) => d.settled)) return;
    const missing = DONNEES_PARTS.filter((part) => !all.some((d) => d.parts.has(part)));
    // One part left unsaid is a matter of reading: the processing is described.
    if (missing.length < 2) return;
    const names = missing.map((p) => NAMES[p]);
    const manque = names.length === 3 ? `${names[0]}, ${names[1]} ni ${names[2]}` : names.join(' ni ');
    const at = piece.ask(donneesPersonnelles).processing?.span ?? piece.draft.title?.span ?? TOP;
    const fixes = [
      insertClause(piece, 'execution-donnees-personnelles', {
        heading: 'Données personnelles',
        title: 'Décrire le traitement de données personnelles',
      }),
    ];
    const surest = told.find((d) => d.doubt?.surety !== 'probable') ?? told[0];
    yield { at, message: 'absente', data: { manque }, doubt: surest?.doubt, fixes };
  },
});
