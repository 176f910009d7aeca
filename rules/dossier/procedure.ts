import { discord, type ProcedureSaying, procedureMatter } from '../facts/dossier/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, ccp } from '../kit/source.ts';

export default defineRule<ProcedureSaying['kind']>({
  id: 'dossier/procedure',
  title: 'Procédure ou CCAG différents d’une pièce à l’autre',
  level: 'error',
  pieces: '*',
  dossier: true,
  why: 'La procédure fixe les droits des candidats, le CCAG ceux des parties au contrat. Deux procédures ou deux CCAG dans un même dossier laissent incertaines les règles qui s’appliquent.',
  sources: [ccp('L2120-1'), ccp('R2112-2'), ccag('tic')],
  messages: {
    procedure:
      'Autre procédure : {theirs}.\nIci {ours} : on ne sait quelles règles de passation s’appliquent. Nommer la même procédure dans toutes les pièces.',
    ccag: 'CCAG différents : ici {ours}, mais {theirs}.\nLes clauses qui régiront le contrat sont incertaines. Se référer au même CCAG, dans la même version.',
  },
  examples: {
    bad: [
      {
        text: '## Procédure\n\nLa consultation est passée selon la ⟦procédure adaptée⟧.',
        files: {
          'ae.md': "# Acte d'engagement\n\nLe présent marché est attribué au terme d'un ⟦dialogue compétitif⟧.",
        },
      },
      {
        text: 'Le lot 2 du marché est passé selon ⟦une procédure adaptée⟧.'.replace('⟦une ', 'une ⟦'),
        files: { 'ccap.md': '# CCAP\n\nLe lot 2 du marché est passé par ⟦appel d’offres ouvert⟧.' },
      },
      {
        text: '## Procédure\n\nLa consultation est passée selon la ⟦procédure adaptée⟧.',
        files: {
          'ccap.md': "# CCAP\n\n## Procédure\n\nLe marché est passé selon la procédure de l'⟦appel d'offres ouvert⟧.",
        },
      },
      {
        text: '## Cadre\n\n⟦Le marché se réfère au CCAG-TIC approuvé par l’arrêté du 30 mars 2021.⟧',
        files: {
          'ccap.md':
            '# CCAP\n\n## Pièces\n\n⟦Le CCAG-TIC approuvé par l’arrêté du 16 septembre 2009 s’applique.⟧ Il est dérogé à l’article 14 du CCAG-TIC.',
        },
      },
      {
        text: '## Cadre\n\n⟦Le marché se réfère au CCAG-PI.⟧',
        files: {
          'ccap.md': '# CCAP\n\n## Cadre\n\nLe marché est soumis au CCAG applicable aux prestations intellectuelles.',
          'ae.md':
            "# Acte d'engagement\n\n## Pièces\n\n⟦Le titulaire s'engage à respecter le CCAG des marchés publics de fournitures courantes et de services.⟧",
        },
      },
    ],
    good: [
      {
        text: 'La consultation est passée selon une procédure adaptée.',
        files: { 'cctp.md': '# CCTP\n\nLa commission organise chaque année un concours de dessins entre les écoles.' },
      },
      // What is done in a phase.
      {
        text: '## Procédure\n\nLe partenariat d’innovation est passé selon la procédure avec négociation.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Phases\n\n| Phase | Nature | Durée |\n|---|---|---|\n| A | recherche et développement : prototypes, expérimentation | 9 mois |\n| B | acquisition : livraison des prothèses | 24 mois |',
        },
      },
      // How a part of the contract is bought.
      {
        text: '## Procédure\n\nLa consultation est passée selon la procédure avec négociation.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Phases\n\nLa phase 2 échappe au code de la commande publique comme service de recherche et développement (2° de l’article L. 2512-5).',
        },
      },
      {
        text: 'La consultation est passée en procédure adaptée.',
        files: {
          'cctp.md': '# CCTP\n\nLa région avait tenté un appel d’offres ouvert en 2025, déclaré sans suite.',
        },
      },
      {
        text: '## Procédure\n\nLa consultation est passée selon la procédure adaptée.',
        files: {
          'ccap.md': "# CCAP\n\n## Cadre\n\nLe marché est conclu à la suite d'un appel d'offres ouvert infructueux.",
        },
      },
      {
        text: 'Le lot 2 du marché est passé selon une procédure adaptée.',
        files: { 'ccap.md': '# CCAP\n\nLe lot 1 du marché est passé par appel d’offres ouvert.' },
      },
      {
        text: '## Procédure\n\nLa consultation est passée selon la procédure adaptée ouverte.',
        files: { 'ccap.md': '# CCAP\n\n## Procédure\n\nLe marché est passé en procédure adaptée (article L. 2123-1).' },
      },
      {
        text: "## Procédure\n\nLa consultation est passée par appel d'offres restreint.",
        files: { 'ccap.md': "# CCAP\n\n## Procédure\n\nLe marché est passé par appel d'offres." },
      },
      {
        text: '## Procédure\n\nLa consultation est passée selon la procédure adaptée.',
        files: { 'cctp.md': "# CCTP\n\n## Contexte\n\nLe précédent marché, passé par appel d'offres ouvert, expire." },
      },
      {
        text: '## Procédure\n\nLe partenariat d’innovation est passé selon la procédure avec négociation.',
        files: { 'ccap.md': '# CCAP\n\n## Cadre\n\nLe contrat est un partenariat d’innovation.' },
      },
      {
        text: '## Procédure\n\nLe marché est passé selon la procédure adaptée.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Connecteur\n\nLe connecteur fait l’objet d’un marché distinct, conclu sans publicité ni mise en concurrence préalables.',
        },
      },
      {
        text: '## Cadre\n\nLe marché se réfère au CCAG-TIC de 2021.',
        files: { 'ccap.md': '# CCAP\n\n## Cadre\n\nLe CCAG-TIC s’applique. Il remplace l’ancien CCAG-TIC de 2009.' },
      },
      {
        text: '## Cadre\n\nLe marché se réfère au CCAG-TIC.',
        files: {
          'ccap.md': '# CCAP\n\n## Cadre\n\nLe CCAG-TIC s’applique ; le chapitre 7 du CCAG-PI régit les études.',
        },
      },
    ],
    limits: [],
  },
  *check(piece) {
    yield* discord(piece, procedureMatter, (ours) => ours.value.kind);
  },
});
