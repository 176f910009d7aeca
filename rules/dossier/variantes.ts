import { discord, variantesMatter } from '../facts/dossier/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const LOTS = '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.\n\n';

export default defineRule({
  id: 'dossier/variantes',
  title: 'Variantes autorisées dans une pièce et interdites dans une autre',
  level: 'error',
  pieces: '*',
  dossier: true,
  why: 'Un candidat qui suit une pièce remet une variante que l’autre oblige à rejeter. L’égalité de traitement est rompue, et le rejet comme l’acceptation de la variante peuvent être contestés.',
  sources: [guide('I.D', 10), ccp('R2151-8')],
  messages: {
    differs:
      'Les variantes sont ici {ours}, mais {theirs}.\nLes candidats ne savent s’ils peuvent en remettre. Dire la même chose dans toutes les pièces.',
  },
  examples: {
    bad: [
      {
        text: '## Variantes\n\n⟦Les variantes ne sont pas autorisées.⟧',
        files: {
          'cctp.md':
            '# CCTP\n\n⟦Les candidats conservent par ailleurs la faculté de remettre, en sus de la solution de base, une variante.⟧',
        },
      },
      // The verb of the sentence before, taken up.
      {
        text: `${LOTS}## Variantes\n\nLes variantes sont interdites pour le lot 1.\n\n⟦Pour le lot 2, elles ne le sont pas.⟧`,
        files: { 'cctp.md': '# CCTP\n\n## Lot 2\n\n⟦Les variantes sont interdites pour le lot 2.⟧' },
      },
      {
        text: '## Offres\n\n⟦Les candidats peuvent présenter une variante.⟧',
        files: {
          'cctp.md':
            '# CCTP\n\n⟦Toute proposition différente de la solution de base exposée plus bas, pour quelque lot que ce soit, est écartée.⟧\n',
        },
      },
      {
        text: '⟦VARIANTES INTERDITES⟧\nAPPEL D’OFFRES OUVERT\nLes circuits sont affichés en mairie.',
        files: { 'cctp.md': '# CCTP\n\n## Variantes\n\n⟦Les variantes sont autorisées.⟧\n' },
      },
      {
        text: '## Offres\n\n⟦La présentation d’une solution différente entraîne le rejet du pli.⟧',
        files: {
          'ae.md': '# Acte d’engagement\n\n- [ ] Je réponds à la base\n- [ ] ⟦Je présente une variante (autorisée)⟧',
        },
      },
      {
        text: '## Variantes\n\n⟦Les variantes sont admises.⟧',
        files: { 'ccap.md': '# CCAP\n\n## Prestations\n\n⟦Le candidat n’était pas admis à présenter de variante.⟧' },
      },

      {
        text: `${LOTS}## Variantes\n\n⟦Les variantes ne sont reçues pour aucun des deux lots.⟧`,
        files: {
          'cctp.md':
            '# CCTP\n\n## Lot 2\n\n⟦À côté de leur offre, les candidats qui le souhaitent remettent une variante sur la pose.⟧',
        },
      },

      // Without the word: an idea that is sent, and what may be no other.
      {
        text: '⟦Si vous croyez à un autre liant que le bitume, envoyez-nous aussi cette idée, chiffrée.⟧',
        files: {
          'ae.md': '# AE\n\n⟦Le signataire remet une offre unique, pour un enrobé, toute autre étant interdite.⟧',
        },
      },
      {
        text: '⟦Nous n’acceptons que la solution décrite.⟧',
        files: {
          'ae.md':
            '# AE\n\n☐ l’offre demandée, au prix de …… € HT\n\n⟦☐ en plus, une solution en bois local, admise si elle tient dix ans, au prix de …… € HT⟧',
        },
      },
      // Said of all the lots, it is said of each.
      {
        text: `${LOTS}## Variantes\n\n⟦Les variantes sont autorisées pour tous les lots.⟧`,
        files: { 'cctp.md': '# CCTP\n\n## Lot 2\n\n⟦Les variantes sont interdites pour le lot 2.⟧' },
      },
      {
        text: `${LOTS}## Variantes\n\n⟦Les variantes sont autorisées pour le lot 2.⟧`,
        files: {
          'ccap.md': `# CCAP\n\n| Procédure | Appel d’offres ouvert |\n|---|---|\n| Variantes | ⟦Non autorisées, quel que soit le lot⟧ |\n\n${LOTS}`,
        },
      },
      {
        text: `${LOTS}## Variantes\n\n⟦Les variantes sont autorisées pour le lot 2.⟧`,
        files: { 'ccap.md': `# CCAP\n\n${LOTS}## Variantes, tous lots confondus\n\n⟦Les variantes sont interdites.⟧` },
      },
      {
        text: `${LOTS}## Variantes\n\n⟦Les variantes sont autorisées pour le lot 2.⟧`,
        files: {
          'ccap.md': `# CCAP\n\n${LOTS}## Offres\n\n| Lots | Variantes |\n|---|---|\n| Tous les lots | ⟦Variantes interdites⟧ |`,
        },
      },
      {
        text: '## Variantes\n\n⟦Les variantes ne sont pas autorisées.⟧',
        files: {
          'cctp.md': '# CCTP\n\n## Mesure\n\n⟦Le candidat peut proposer, en variante, une mesure optique.⟧',
        },
      },
      {
        text: '## Variantes\n\n⟦La présentation de variantes est admise.⟧',
        files: {
          'ccap.md': '# CCAP\n\n## Variantes\n\n⟦Aucune variante n’est acceptée.⟧',
          'cctp.md': '# CCTP\n\n## Variantes\n\nLes candidats peuvent présenter des variantes.',
        },
      },
      {
        text: '## Variantes\n\n⟦Pour le lot 2, les variantes sont autorisées.⟧',
        files: { 'cctp.md': '# CCTP\n\n## Lot 2\n\n⟦Les variantes sont interdites pour le lot 2.⟧' },
      },
    ],
    good: [
      {
        text: '## Variantes\n\nLes variantes ne sont pas autorisées.',
        files: {
          'cctp.md':
            '# CCTP\n\nL’entreprise pourra proposer des variantes dans la seule mesure où le règlement de la consultation l’autorise.',
        },
      },
      {
        text: `${LOTS}## Variantes\n\nLes variantes sont interdites pour le lot 1.\n\nPour le lot 2, elles le sont aussi.`,
        files: { 'cctp.md': '# CCTP\n\n## Lot 2\n\nLes variantes sont interdites pour le lot 2.' },
      },
      {
        text: '## Variantes\n\nAucune variante n’est reçue.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Reconnaissance\n\nUn même panneau existe dans plusieurs variantes ; toutes sont acceptées par le logiciel en place.',
        },
      },
      // A thing that is no variant.
      {
        text: '## Variantes\n\nLes variantes sont interdites.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Évolutions\n\nLe titulaire peut proposer un matériel plus récent. Ce remplacement n’est pas une variante, laquelle reste exclue de l’offre.',
        },
      },
      {
        text: '## Offre\n\nLe candidat remet, en plus, un autre exemplaire que l’original.',
        files: { 'ae.md': '# AE\n\nLe signataire remet une offre unique, toute autre étant interdite.' },
      },
      {
        text: '## Variantes\n\nAucune variante n’est reçue.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Tenues\n\n| Article | Exigence |\n|---|---|\n| Tenue de poste | Deux variantes, été et hiver, logo de l’entreprise visible |',
        },
      },

      // A general rule, of which the lot's own is the exception.
      {
        text: `${LOTS}## Variantes\n\nLes variantes sont autorisées pour le lot 2.`,
        files: { 'ccap.md': `# CCAP\n\n${LOTS}## Variantes\n\nLes variantes sont interdites.` },
      },
      {
        text: `${LOTS}## Variantes\n\nLes variantes sont autorisées pour le lot 2.`,
        files: {
          'ccap.md': `# CCAP\n\n${LOTS}| Variantes | Non autorisées, quel que soit le lot, sauf le lot 2 |\n|---|---|\n| Langue | Français |`,
        },
      },
      {
        text: `${LOTS}## Variantes\n\nLes variantes sont autorisées pour tous les lots, sauf pour le lot 2.`,
        files: { 'cctp.md': '# CCTP\n\n## Lot 2\n\nLes variantes sont interdites pour le lot 2.' },
      },
      {
        text: '## Variantes\n\nAucune variante ne sera examinée.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Affichage\n\nUne variante d’affichage en noir et blanc est prévue pour l’impression des tournées.',
        },
      },
      {
        text: '## Variantes\n\nLes variantes sont autorisées.',
        files: { 'cctp.md': '# CCTP\n\n## Variantes\n\nLes variantes sont admises, sous réserve de l’article 4.' },
      },
      {
        text: '## Variantes\n\nLes variantes sont autorisées pour le lot 1.',
        files: { 'cctp.md': '# CCTP\n\n## Lot 2\n\nLes variantes sont interdites pour le lot 2.' },
      },
      {
        text: '## Variantes\n\nLes variantes sont interdites, sauf pour le lot 2.',
        files: { 'cctp.md': '# CCTP\n\n## Lot 2\n\nLes variantes sont autorisées pour le lot 2.' },
      },
      {
        text: '## Variantes\n\nLes variantes à l’initiative du candidat sont interdites.',
        files: {
          'cctp.md': '# CCTP\n\n## Variante\n\nUne variante est exigée : le candidat chiffre un moteur hybride.',
        },
      },
      {
        text: '## Variantes\n\nLes variantes sont autorisées.\n\n## Autres\n\nLes variantes ne sont pas autorisées.',
        files: { 'cctp.md': '# CCTP\n\nLes variantes sont autorisées.' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    yield* discord(piece, variantesMatter, () => 'differs');
  },
});
