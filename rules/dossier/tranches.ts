import { discord, type TrancheSaying, tranchesMatter } from '../facts/dossier/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule<TrancheSaying['kind']>({
  id: 'dossier/tranches',
  title: 'Tranches différentes d’une pièce à l’autre',
  level: 'error',
  pieces: '*',
  dossier: true,
  why: 'Les tranches fixent ce à quoi l’acheteur s’engage et ce qu’il peut affermir. Si leur nombre, leur objet ou leur prix change d’une pièce à l’autre, l’affermissement n’a plus de base certaine.',
  sources: [guide('I.F', 11), ccp('R2113-4')],
  messages: {
    nombre:
      'Cette pièce prévoit {ours}, mais on lit {theirs}.\nLes candidats ne chiffrent pas la même chose. Donner les mêmes tranches dans toutes les pièces.',
    objet:
      'Une autre pièce donne un autre objet à cette tranche.\nIci {ours}, mais {theirs} : on ne sait ce qui sera affermi. Reprendre le même objet dans toutes les pièces.',
    montant:
      'Montant de la tranche : {ours} ici, mais {theirs}.\nOn ne sait à quel prix elle sera affermie. Écrire le même montant dans toutes les pièces.',
  },
  examples: {
    bad: [
      // Places known by a letter, told apart by what the brackets add.
      {
        text: '## Tranches\n\n- Tranche ferme : rénovation du pavillon A (accueil) ;\n- Tranche optionnelle 1 : ⟦rénovation du bâtiment C (médecine et soins)⟧.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranches\n\n- Tranche ferme : rénovation du pavillon A (accueil) ;\n- Tranche optionnelle 1 : ⟦rénovation de la cuisine et du réfectoire⟧.',
        },
        fixed: { gains: 'Tranche optionnelle 1 : rénovation du bâtiment C (médecine et soins).' },
      },
      // Two shares that differ, where the cost is shared.
      {
        text: '## Tranches\n\n| Tranche | Objet | Coût total (HT) | Participation de la région (HT) |\n|---|---|---|---|\n| Ferme | Essais en serre | 90 000 € | 45 000 € |\n| Optionnelle 1 | Essais en plein champ | ⟦60 000 €⟧ | 30 000 € |',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| Tranche | Coût total (HT), dont participation de 50 % |\n|---|---|\n| Ferme : essais en serre | 90 000 € |\n| Optionnelle 1 : essais en plein champ | ⟦72 500 €⟧ |",
        },
      },
      // An annex does not silence the piece that it goes with.
      {
        text: '## Tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle 1 : ⟦pose des capteurs de bruit⟧.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle 1 : ⟦formation des agents communaux⟧.',
          'annexe.md':
            '---\ndce:\n  piece: cctp\n---\n\n# Annexe 1 au CCTP\n\n## Inventaire des tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle 1 : pose des capteurs de bruit.',
        },
        fixed: { gains: 'Tranche optionnelle 1 : pose des capteurs de bruit.' },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : mise au point ;\n- ⟦Tranche optionnelle 1 : usine de Lannoy⟧.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Périmètre\n\nLa tranche ferme porte sur la mise au point, la ⟦tranche optionnelle 1 sur l’usine de Lannoy⟧, la tranche optionnelle 2 sur le quai de Brécourt.',
        },
      },
      // « TO » by itself begins a row of a table of tranches.
      {
        text: '## Tranches\n\nTF – buffet : 60 000 € HT\nTO – tuyauterie : ⟦48 000 € HT⟧',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| Tranche | Montant |\n|---|---|\n| TF – buffet | 60 000 € HT |\n| TO – tuyauterie | ⟦84 000 € HT⟧ |",
        },
        fixed: { gains: '| TO – tuyauterie | 48 000 € HT |' },
      },
      // The object is in the brackets, whatever comes after the sum.
      {
        text: '## Tranches\n\n- Tranche ferme (étude) : 20 000 € HT, prix fermes ;\n- Tranche optionnelle 1 (⟦pose des capteurs⟧) : 10 000 € HT, prix fermes.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n- Tranche ferme : étude, 20 000 € HT ;\n- Tranche optionnelle 1 : ⟦formation des agents⟧, 10 000 € HT.",
        },
        fixed: { gains: 'Tranche optionnelle 1 : pose des capteurs, 10 000 € HT.' },
      },
      // One thing under two names.
      {
        text: '## Tranches\n\n- Tranche ferme : transfert des postes du siège ;\n- Tranche optionnelle 1 : ⟦transfert de 85 postes de l’agence de Montrieux⟧.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranches\n\n- Tranche ferme : transfert des postes du siège ;\n- Tranche optionnelle 1 : ⟦transfert de 85 postes de l’agence de Trémaudan⟧.',
        },
        fixed: { gains: 'Tranche optionnelle 1 : transfert de 85 postes de l’agence de Montrieux.' },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : pose de 40 bornes ;\n- Tranche optionnelle 1 : ⟦pose de 25 bornes⟧.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranches\n\n- Tranche ferme : pose de 40 bornes ;\n- Tranche optionnelle 1 : ⟦pose de 35 bornes⟧.',
        },
        fixed: { gains: 'Tranche optionnelle 1 : pose de 25 bornes.' },
      },
      {
        head: { piece: 'ccap' },
        text: '## Tranches\n\n| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Portail | 90 000 € |\n| Optionnelle 1 | Application mobile | ⟦64 000 €⟧ |',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n## Prix\n\n| Tranche | Montant HT |\n|---|---|\n| Tranche ferme – Portail | 90 000 € |\n| Tranche optionnelle 1 – Application mobile | ⟦68 000 €⟧ |",
        },
        fixed: { gains: 'Application mobile | 64 000 € |' },
      },
      {
        text: '## Tranches\n\nLe marché comprend ⟦une tranche ferme et deux tranches optionnelles⟧.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranches\n\n- Tranche ferme : étude ;\n- ⟦Tranche optionnelle 1 : pose⟧ ;\n- Tranche optionnelle 2 : suivi ;\n- Tranche optionnelle 3 : dépose.',
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle 1 : ⟦pose des capteurs de bruit⟧.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle 1 : ⟦formation des agents communaux⟧.',
        },
        fixed: { gains: 'Tranche optionnelle 1 : pose des capteurs de bruit.' },
      },
      {
        text: '## Forme\n\nLe marché ⟦ne comporte pas de tranches⟧.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Forme\n\nLe marché est fractionné en ⟦une tranche ferme et une tranche optionnelle⟧.',
        },
      },
    ],
    good: [
      {
        text: '# RC\n\n| Tranche | Objet |\n|---|---|\n| Ferme | Analyse des pratiques d’accueil |\n| Optionnelle 1 | Ateliers |\n',
        files: {
          'ccp.md':
            '# CCP\n\n## Tranche ferme\n\nLe titulaire conduit douze entretiens.\n\n## Tranche optionnelle 1\n\nLe titulaire anime six ateliers.\n',
          'ae.md':
            '# Acte d’engagement\n\nTranche ferme : 9 mois, y compris 30 jours de préparation. Tranche optionnelle 1 : 6 mois.\n',
        },
      },

      // Nor is how its price goes.
      {
        text: '## Tranches\n\n- Tranche ferme : étude de sol ;\n- Tranche optionnelle : forages.',
        files: {
          'ccap.md':
            '# CCAP\n\nTranche ferme : prix ferme, actualisable au bout de trois mois.\nFormule : P = P0 × I / I0.\nTranche optionnelle : prix révisé une seule fois, à son affermissement.\nFormule : P = P0 × J / J0, mois zéro : mars 2027.',
        },
      },
      // How offers are judged and how long a tranche lasts are no object.
      {
        text: '## Tranches\n\n| Tranche | Objet |\n|---|---|\n| Tranche ferme | Étude des sols et tableaux de suivi |\n| Tranche optionnelle | Pose des capteurs |\n\nLes offres sont jugées sur l’ensemble constitué de la tranche ferme et de la tranche optionnelle.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n- Tranche ferme : étude des sols, tableaux de suivi ;\n- Tranche optionnelle : pose des capteurs.\n\n## Délais\n\nTranche ferme : quatorze mois, période de préparation de deux mois comprise. Tranche optionnelle : cinq mois.",
        },
      },
      // What one step of a tranche does.
      {
        text: '| Tranche | Objet |\n|---|---|\n| Tranche ferme | Inventaire des collections, plan de récolement |\n| Tranche optionnelle | Numérisation des registres |',
        files: {
          'cctp.md':
            '# CCTP\n\n## 2.1 Tranche ferme\n\n### 2.1.1 Visite des réserves\n\nLe titulaire visite six dépôts et rencontre les conservateurs.\n\n## 2.2 Tranche optionnelle – numérisation des registres\n\nLes registres sont numérisés en couleur.',
        },
      },
      // The whole of a cost, and the part of it that the buyer pays; phases of a tranche are no object of it.
      {
        text: '## Tranches\n\n| Tranche | Objet | Coût total (HT) | Participation de la région (HT) |\n|---|---|---|---|\n| Ferme | Essais en serre | 90 000 € | 45 000 € |\n| Optionnelle 1 | Essais en plein champ | 60 000 € | 30 000 € |',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| Tranche | Participation demandée (HT) |\n|---|---|\n| Ferme : essais en serre | 45 000 € |\n| Optionnelle 1 : essais en plein champ | 30 000 € |",
          'cctp.md':
            '# CCTP\n\n## 2.1 Tranche ferme\n\n| Phase | Contenu | Mois |\n|---|---|---|\n| A | Choix des variétés | 1 à 2 |\n| B | Semis et relevés | 3 à 9 |\n\n## 2.2 Tranche optionnelle 1\n\n| Phase | Contenu | Mois |\n|---|---|---|\n| C | Repiquage | 10 à 11 |\n| D | Récolte | 12 à 15 |',
        },
      },
      // A lot's name beside the prices of its tranches; what a CCTP wants of each, chapter by chapter.
      {
        text: '## Estimation\n\n| Lot | Désignation | Tranche ferme | TO1 | Total |\n|---|---|---|---|---|\n| 1 | Gros œuvre | 620 000 | 85 000 | 705 000 |\n| 2 | Second œuvre | 410 000 | 60 000 | 470 000 |',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| Lot | Poste | Tranche ferme | TO1 |\n|---|---|---|---|\n| 1 | Installations de chantier | | |\n| 1 | Fondations | | |\n| 2 | Cloisons et peintures | | |",
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : le bâtiment ;\n- TO1 : un abri à sel ;\n- TO2 : une aire de lavage.',
        files: {
          'cctp.md':
            '# CCTP\n\n## 3.4 Tranches optionnelles\n\nTO1 : enrobés de 6 cm, caniveau. TO2 : pente de 2 %, cuve enterrée de 40 m³.\n\n## 4.4 Tranches optionnelles\n\nTO1 : murs de poussée de 3,50 m. TO2 : radier de 25 cm.',
        },
      },
      // The cost of the works and the fee of the mission, an amount by the month, an object in brackets.
      {
        text: '## Mission de maîtrise d’œuvre\n\nLe marché porte sur la maîtrise d’œuvre de l’internat et du gymnase.\n\n| Tranche | Estimation des honoraires |\n|---|---|\n| Tranche ferme : l’internat | 500 000 € HT |\n| Tranche optionnelle : le gymnase | 120 000 € HT |',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| Tranche | Enveloppe de travaux |\n|---|---|\n| Tranche ferme : l’internat | 5 000 000 € HT |\n| Tranche optionnelle : le gymnase | 1 200 000 € HT |",
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : rénovation du bâtiment A (externat) ;\n- Tranche optionnelle 1 : rénovation du bâtiment B (sciences et ateliers).',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n- Tranche ferme : bâtiment A, externat ;\n- Tranche optionnelle 1 : bâtiment B, sciences et ateliers.",
        },
      },
      {
        text: '## Tranches\n\n| Tranche | Objet | Loyer HT/mois | HT sur la durée |\n|---|---|---|---|\n| Ferme | citadines | 3 600 € | 172 800 € |\n| Optionnelle 1 | utilitaires | 1 300 € | 62 400 € |',
        files: {
          'ccap.md':
            '# CCAP\n\n## Véhicules\n\n| | Tranche ferme | Tranche optionnelle 1 |\n|---|---|---|\n| Type | citadines | utilitaires |\n| Kilomètres par an | 15 000 | 20 000 |\n',
        },
      },
      {
        text: '| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Halle : toiture | 54 000 € |\n| Optionnelle | Préau : toiture | 33 500 € |',
        files: {
          'ccap.md':
            '# CCAP\n\nTranche ferme : halle, toiture.\n\nTranche optionnelle : la Ville la commande par écrit, au plus tard huit mois après. Sinon elle tombe.',
        },
      },
      // What is said of the price and of the decision is no object.
      {
        text: '## Tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle 1 : plantation de la haie.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n- Tranche ferme – étude des sols : …… € HT ;\n- Tranche optionnelle 1 – plantation : non évaluée ici ; l’entreprise la chiffre quand la commune le demande.",
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle : plantation de la haie.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Tranche optionnelle\n\nLa tranche optionnelle du lot n° 1 est affermie par ordre de service, notifié douze mois au plus après le début, si la subvention est acquise. À défaut de décision, aucun dédit n’est dû au jardinier.',
        },
      },
      {
        text: 'Une tranche ferme (ailes nord et est, 1 200 000 € HT) et une tranche optionnelle (aile ouest, 600 000 € HT).',
        files: {
          'cctp.md':
            '# CCTP\n\nLa tranche ferme couvre les deux premières ailes ; la tranche optionnelle ajoute la troisième.\n',
        },
      },
      {
        text: '| Tranche | Consistance | Montant estimé HT |\n|---|---|---|\n| Tranche ferme | Diagnostic | 40 000 € |\n| Tranche optionnelle 1 | Étude de la toiture | 20 000 € |\n| Tranche optionnelle 2 | Étude des sols | 15 000 € |',
        files: {
          'ae.md':
            '# Acte d’engagement\n\n| Tranche | Poste | Prix HT |\n|---|---|---|\n| TF | Visites | …… |\n| TF | Rapport | …… |\n| TO 1 | Relevés | …… |\n| TO 1 | Plans | …… |\n',
        },
      },
      {
        text: '| Tranche | Contenu | Montant |\n|---|---|---|\n| Tranche ferme | 24 berlines | 720 000 |\n| Tranche optionnelle 1 | 12 berlines | 348 000 |',
        files: {
          'ccap.md':
            '# CCAP\n\nTranche ferme : obligatoire dès la notification.\n\n| Tranche optionnelle | Contenu | Décision |\n|---|---|---|\n| 1 | 12 berlines | Avant le 30 novembre 2027 |',
        },
      },
      // A table of something else, shared out among the tranches.
      {
        text: '## Tranches\n\n| Tranche | Contenu |\n|---|---|\n| TF | Déploiement dans deux sites |\n| TO1 | Déploiement dans les deux autres sites |\n| TO2 | Module de prévision |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Annexe – Sites\n\n| Site | Lits | Tranche |\n|---|---|---|\n| Clinique de Courlieu | 720 | TF |\n| Clinique de Vernay | 330 | TF |\n| Maison de l’Estuaire | 140 | TO1 |\n| Maison des Tilleuls | 110 | TO1 |',
        },
      },
      // « Néant » in a table of tranches is said of what its column tells.
      {
        text: '## Tranches\n\nLe marché comprend une tranche ferme et deux tranches optionnelles.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Tranches\n\n| Tranche | Décision d’affermissement au plus tard | Indemnité de dédit |\n|---|---|---|\n| TO1 | 18 mois après la notification | néant |\n| TO2 | 30 mois après la notification | néant |',
        },
      },
      // The third is left to a line under the table, with its price to come.
      {
        text: '## Tranches\n\n| Tranche | Contenu |\n|---|---|\n| TF | Socle et interfaces |\n| TO1 | Déploiement dans les autres sites |\n| TO2 | Module de prévision |',
        files: {
          'ae.md':
            '# Acte d’engagement\n\n## Prix\n\n| Tranche | Montant HT |\n|---|---|\n| Tranche ferme | ________ € |\n| Tranche optionnelle 1 | ________ € |\n\nTranche optionnelle 2 (module de prévision) : devis à établir par le titulaire avant l’affermissement.',
        },
      },
      {
        text: '## Tranches\n\n| Tranche | Objet | Montant (€ HT) |\n|---|---|---|\n| Tranche ferme | Portail | 640 000 |\n| Tranche optionnelle 1 | Outils | 220 000 |',
        files: {
          'ccap.md':
            '# CCAP\n\n## Avance\n\nElle est accordée pour la tranche ferme dès lors que le montant de la tranche excède 50 000 € HT.',
        },
      },
      // Two pieces of one kind are each for a part of the contract.
      {
        text: '## Tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle 1 : pose des capteurs de bruit.',
        files: {
          'cctp-a.md':
            '# CCTP A\n\n## Tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle 1 : formation des agents communaux.',
          'cctp-b.md':
            '# CCTP B\n\n## Tranches\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle 1 : pose des capteurs de bruit.',
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : mise au point ;\n- Tranche optionnelle 1 : usine de Lannoy ;\n- Tranche optionnelle 2 : quai de Brécourt.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Périmètre\n\nLa tranche ferme porte sur la mise au point. La tranche optionnelle 1 porte sur l’usine de Lannoy, la tranche optionnelle 2 sur le quai de Brécourt.',
          'ccap.md':
            '# CCAP\n\n## Périmètre\n\nLa tranche ferme comprend la mise au point ; la tranche optionnelle 1, l’usine de Lannoy. Quant à la tranche optionnelle 2, elle attendra.',
        },
      },
      // One name, in fewer words or otherwise spelt.
      {
        text: '## Tranches\n\n- Tranche ferme : équipement du siège de Port-Hélier ;\n- Tranche optionnelle 1 : équipement de l’agence de Saint-Jean-de-Monts et du site CHU.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranches\n\n- Tranche ferme : équipement du siège de Port Hélier (1 200 m²) ;\n- Tranche optionnelle 1 : équipement de l’agence de St Jean de Monts et du site Centre Hospitalier.',
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : pose de 40 bornes dans le quartier des Écluses ;\n- Tranche optionnelle 1 : pose de 1 025 bornes à la gare Nord.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranches\n\n- Tranche ferme : pose de quarante bornes au quartier Les Écluses ;\n- Tranche optionnelle 1 : pose de 1025 bornes, dont 60 bornes murales, à la gare Nord.',
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : mise en ligne du guichet ;\n- Tranche optionnelle 1 : reprise des archives.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Matériel\n\nLa tranche ferme comprend la livraison de neuf imprimantes d’étiquettes.',
        },
      },
      {
        text: '## Tranches\n\nLe marché comprend une tranche ferme (étude) et deux tranches optionnelles.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tranches\n\n- Tranche ferme : étude ;\n- Tranche optionnelle 1 : pose ;\n- Tranche optionnelle 2 : suivi.\n\n## Pose\n\nLa tranche optionnelle 1 dure six mois.',
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : étude, 20 000 € HT ;\n- Tranche optionnelle 1 : pose, 10 000 € HT.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n- Tranche ferme : étude, 24 000 € TTC ;\n- Tranche optionnelle 1 : pose, 12 000 € TTC.",
        },
      },
      // What follows a sum tells of the sum.
      {
        text: '## Tranches\n\nTranche ferme : étude, 20 000 € HT\n\nTranche optionnelle 1 : pose, 10 000 € HT',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n- Tranche ferme (étude) : 24 000 € TTC, au taux de 20 % ;\n- Tranche optionnelle 1 (pose) : 12 000 € TTC, prix révisables.",
        },
      },
      // The sum nearest to the name is its own, whatever others come before.
      {
        text: '## Tranches\n\n| Tranche | Objet | Montant HT |\n|---|---|---|\n| Tranche ferme | Étude | 48 000 € |\n| Tranche optionnelle 1 | Pose | 22 000 € |',
        files: {
          'ae.md':
            "# Acte d'engagement\n\nMaximum : lot 1, 240 000 € HT ; lot 2, 70 000 € HT, dont 48 000 € HT pour la tranche ferme et 22 000 € HT pour la tranche optionnelle 1.",
        },
      },
      {
        text: '## Tranches\n\nLe lot 1 comprend une tranche ferme et une tranche optionnelle.',
        files: {
          'ccap.md': '# CCAP\n\n## Tranches\n\nLe lot 2 comprend une tranche ferme et deux tranches optionnelles.',
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme : étude ;\n- Tranche optionnelle 1 : pose, montant estimé à 20 000 € HT.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Tranches\n\n- Tranche ferme : étude ;\n- Tranche optionnelle 1 : pose, plafonnée à 25 000 € HT.',
        },
      },
      {
        text: '## Tranches\n\n- Tranche ferme (TF) : étude des sols ;\n- Tranche optionnelle 1 (TO1) : pose des capteurs de bruit.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Tranches\n\n| Tranche | Condition | Décision au plus tard |\n|---|---|---|\n| TO1 | 70 % des fuites repérées pendant la tranche ferme | dix mois après la notification |',
          'cctp.md':
            '# CCTP\n\n## Calendrier\n\n| Tranche | Livraison | Délai |\n|---|---|---|\n| TF | modèle et maquettes | 3 mois |\n| TF | rapport d’essai | 9 mois |\n| TO1 | mise en service | 3 mois après affermissement |',
        },
      },
    ],
    limits: [],
  },
  *check(piece) {
    yield* discord(piece, tranchesMatter, (ours) => ours.value.kind);
  },
});
