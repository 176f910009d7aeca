import { discord, objetMatter } from '../facts/dossier/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

export default defineRule({
  id: 'dossier/objet',
  title: 'Objet du contrat différent d’une pièce à l’autre',
  level: 'warning',
  pieces: '*',
  dossier: true,
  why: 'L’objet dit ce qui est acheté. Si une pièce, reprise d’un autre dossier, en nomme un autre, les candidats ne savent à quoi ils répondent et le contrat signé peut ne pas porter sur ce qui a été mis en concurrence.',
  sources: [ccp('L2111-1'), ccp('R2112-1')],
  messages: {
    differs:
      'Une autre pièce donne un autre objet au contrat.\nIci {ours}, mais {theirs} : ce ne sont pas les mêmes prestations. Reprendre le même objet dans toutes les pièces.',
  },
  examples: {
    bad: [
      {
        text: '## Article 1 – De quoi il s’agit\n\n⟦La commune souhaite confier à un prestataire la tonte des stades.⟧',
        files: { 'ae.md': '# Acte d’engagement\n\n## A – Marché\n\n⟦Entretien des chaufferies des écoles.⟧\n' },
      },
      {
        text: '⟦Intitulé : conception d’ateliers de prévention⟧',
        files: { 'ae.md': '# Acte d’engagement\n\n⟦Intitulé : fourniture de titres-restaurant⟧' },
      },
      {
        text: '## 1. Qui nous sommes\n\nNous exploitons 1 260 arrêts. ⟦Le contrat porte donc sur la maintenance des ascenseurs.⟧',
        files: {
          'ccap.md': '# CCAP\n\n## 1. Objet\n\n⟦Le marché a pour objet la location de vélos.⟧',
        },
      },
      {
        text: '## Objet\n\n⟦La présente consultation a pour objet la fourniture et la pose de capteurs de bruit.⟧',
        files: {
          'ccap.md':
            '# CCAP\n\n## Article 1 – Objet\n\n⟦Le marché a pour objet le nettoyage des vitreries de l’hôtel de région.⟧',
        },
      },
      {
        text: '## Objet du marché\n\n⟦Le marché porte sur la maintenance des ascenseurs de quatre collèges.⟧',
        files: {
          'ccap.md': '# CCAP\n\n## Objet\n\n⟦Maintenance des chaufferies du parc départemental.⟧',
          'cctp.md': '# CCTP\n\n## Objet\n\nLe marché concerne la maintenance préventive et corrective des ascenseurs.',
        },
      },
      {
        text: '| Rubrique | Contenu |\n|---|---|\n| Objet du marché | ⟦Location de chariots élévateurs⟧ |',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n## A. Objet\n\n⟦L'objet du marché est l'acquisition de chariots élévateurs.⟧",
        },
      },
      {
        text: '## 1. Objet\n\n⟦Le Département souhaite confier à un opérateur la restauration des registres paroissiaux.⟧',
        files: {
          'ccap.md': '# CCAP\n\n## 1. Objet\n\n⟦Le marché a pour objet l’entretien des espaces verts des collèges.⟧',
        },
      },
      {
        text: '## Objet\n\n⟦Le marché a pour objet le développement d’une application de suivi des rendez-vous.⟧',
        files: {
          'ccap.md': '# CCAP\n\n## Objet\n\n⟦Le marché a pour objet la maintenance du logiciel de paie des agents.⟧',
        },
      },
      {
        text: '## Objet\n\n⟦Le marché a pour objet l’audit d’accessibilité numérique des sites internet de la caisse.⟧',
        files: {
          'ccap.md':
            '# CCAP\n\n## Article 1 : Objet du marché\n\n⟦Les dispositions du présent CCAP concernent l’organisation de sessions de formation du personnel à la prévention des risques professionnels.⟧',
        },
      },
      {
        text: '## Objet\n\n⟦Le marché a pour objet le nettoyage des locaux de la mairie.⟧',
        files: {
          'ccap.md':
            '# CCAP\n\n## Objet\n\n⟦Le présent cahier s’applique à la location de photocopieurs.⟧ Il complète le CCAG.',
        },
      },
    ],
    good: [
      // Whom the sentence before names.
      {
        text: '## Objet\n\nLe marché a pour objet la conception et la conduite d’un service à destination des familles monoparentales.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Objet\n\nDes familles vivent loin de tout. L’objet du marché est de concevoir puis de conduire un service qui va au-devant d’elles.',
        },
      },
      {
        text: 'La consultation a pour objet la conclusion, par la caisse (ci-après « la caisse »), d’un marché de services portant sur l’écoute des assurés.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Objet\n\nL’objet du marché est de comprendre les réclamations, en recueillant la parole des assurés.\n',
        },
      },
      {
        text: 'Objet : suivi-animation de l’opération programmée d’amélioration de l’habitat.',
        files: { 'cctp.md': '# CCTP\n\nL’objet du marché est le suivi-animation de l’OPAH, signée pour trois ans.' },
      },
      {
        text: 'Objet : déménagement des services du rectorat.',
        files: {
          'cctp.md':
            '# CCTP\n\nUn autre marché, déjà notifié, a pour objet la rénovation des bureaux d’arrivée ; ce n’est pas le vôtre.',
        },
      },
      {
        text: '## Objet\n\nLe marché a pour objet le nettoyage des gymnases et de la vitrerie de la commune.',
        files: {
          'ccap.md':
            '# CCAP\n\n## 1. Objet\n\nLe présent cahier régit le nettoyage des gymnases et de la vitrerie de la commune, en deux lots. Il s’agit de prestations courantes, sans aucune étude.',
        },
      },
      {
        text: '## Objet\n\nLa consultation porte sur le portail des inscriptions scolaires : développement et hébergement.',
        files: {
          'cctp.md':
            '# CCTP\n\n## 1. Contexte\n\nLe présent cahier fixe les exigences applicables au portail des inscriptions scolaires : développement, hébergement. Le marché porte sur les exigences communes et sur celles de chaque phase.',
        },
      },
      {
        text: '## 1. Qui nous sommes, ce que nous cherchons\n\nNous exploitons 1 260 arrêts. Le contrat porte donc sur la recherche et l’essai d’un démonstrateur d’arrêt de bus.',
        files: {
          'ccap.md':
            '# CCAP\n\n## 1. De quoi nous convenons\n\nCe contrat porte sur la recherche et l’essai d’un démonstrateur d’arrêt de bus.',
        },
      },
      {
        text: '## 1. Ce que nous cherchons\n\nNous exploitons 1 260 arrêts.',
        files: { 'ccap.md': '# CCAP\n\n## 1. Objet\n\nLe marché a pour objet la location de vélos.' },
      },
      {
        text: '## Objet\n\nLe marché a pour objet l’audit d’accessibilité numérique des sites internet de la caisse.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Objet\n\nLes stipulations du présent CCAP concernent les prestations d’audit de l’accessibilité des sites.',
        },
      },
      {
        text: '## Objet\n\nLe marché a pour objet le nettoyage des locaux de la mairie.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Objet\n\nLes clauses du présent CCAP s’appliquent aux prestations de la tranche ferme et à la livraison des bons de commande.',
        },
      },
      {
        text: '## Objet\n\nLe marché a pour objet le nettoyage des locaux de la mairie.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Objet\n\nLe marché est relatif au nettoyage des locaux.\n\n## Article 9 – Assurances\n\nLes dispositions du présent article concernent la location de véhicules. Les clauses du présent CCAP concernent l’hébergement de données.',
        },
      },
      {
        text: '## Objet\n\nLa consultation a pour objet la fourniture, l’installation et la maintenance de bornes d’accueil dans les sept accueils de la caisse.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Objet\n\nLe marché a pour objet la fourniture et la maintenance de bornes interactives.',
        },
      },
      {
        text: '## Objet\n\nLe marché a pour objet le nettoyage des locaux administratifs.',
        files: { 'cctp.md': '# CCTP\n\n## Objet\n\nLe marché porte sur l’entretien courant des bureaux de la mairie.' },
      },
      {
        text: '## Objet\n\nLe marché a pour objet le développement d’une application de suivi des rendez-vous.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Objet\n\nLe présent CCAP a pour objet de fixer les clauses administratives du marché.\n\n## Prix\n\nLe prix concerne la location du serveur.',
        },
      },
      {
        text: '## Objet\n\nLe marché a pour objet le développement d’une application de suivi des rendez-vous.',
        files: { 'cctp.md': '# CCTP\n\n## Objet\n\nLe marché porte sur les prestations décrites au présent cahier.' },
      },
      {
        text: '## Objet\n\nLe marché a pour objet la rénovation de la salle des fêtes.',
        files: { 'cctp.md': '# CCTP – Lot 3 : plomberie\n\n## Objet\n\nLe marché porte sur la dépose des sanitaires.' },
      },
      {
        text: '## Objet\n\nLe marché a pour objet la refonte du portail des partenaires.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Objet\n\nConception et mise en service d’une plateforme en ligne pour les partenaires.\n\n## Prestations\n\nLe lot 2 a pour objet l’hébergement des serveurs.',
        },
      },
    ],
    limits: [
      {
        text: '## Objet\n\nLe marché a pour objet la maintenance des ascenseurs des écoles.',
        files: { 'ccap.md': '# CCAP\n\n## Objet\n\nLe marché a pour objet le contrôle technique des ascenseurs.' },
      },
    ],
  },
  *check(piece) {
    yield* discord(piece, objetMatter, () => 'differs');
  },
});
