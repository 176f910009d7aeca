import { insertClause } from '../clauses/insertion.ts';
import { ccagOf } from '../facts/droit/index.ts';
import { isDealtWith, isUnder2021 } from '../facts/pi/index.ts';
import { made } from '../facts/piece/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, cpi, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'pi/clause-absente',
  title: 'Aucune clause de propriété intellectuelle',
  level: 'error',
  pieces: ['ccap', 'cctp'],
  dossier: true,
  absence: true,
  why: `Le prestataire est l'auteur de ce qu'il crée, et le seul fait de l'avoir payé ne donne aucun droit à l'acheteur (article L111-1 du code de
la propriété intellectuelle). Sans clause, celui-ci ne peut ni modifier, ni reproduire, ni faire évoluer ce qu'il a commandé.`,
  sources: [guide('III.A', 24), cpi('L111-1'), cpi('L131-3'), ccag('tic', '46')],
  messages: {
    absente:
      'Le marché fait réaliser {objet}, sans dire quels droits l’acheteur acquiert.\nAucune pièce ne le dit, ni ne renvoie au régime d’un CCAG en vigueur : l’auteur les garde alors tous. Ajouter une clause de propriété intellectuelle.',
    defaut:
      'Le marché fait réaliser {objet}, sans clause de propriété intellectuelle.\nAucune pièce n’en traite : seul le régime par défaut du CCAG de 2021 jouera. Le compléter par une clause qui dit pour quels besoins les résultats seront utilisés.',
  },
  silencedBy: [{ rule: 'partenariat/propriete-intellectuelle', where: 'consultation' }],
  examples: {
    bad: [
      {
        text: '# Clauses particulières\n\n⟦Le bureau d’études établit un diagnostic des besoins, compare trois scénarios et rédige un rapport.⟧',
        fixed: { gains: 'le titulaire cède' },
      },
      {
        text: "# Clauses particulières\n\n⟦Le titulaire élabore l'étude de faisabilité du réseau de chaleur.⟧",
        fixed: { gains: 'Durée' },
      },
      {
        text: "# Clauses particulières\n\n⟦Le marché a pour objet le développement d'une application de réservation.⟧",
        fixed: { gains: 'le titulaire cède' },
      },
      {
        text: "# ⟦Clauses particulières⟧\n\nLe CCAG-TIC approuvé par l'arrêté du 30 mars 2021 s'applique.",
        files: { 'cctp.md': '# CCTP\n\nLe titulaire conçoit et développe un portail pour les usagers.' },
        fixed: { gains: "Les articles 43 à 46 du CCAG-TIC s'appliquent" },
      },
      {
        text: "# Clauses particulières\n\n⟦Le marché a pour objet la création de l'identité visuelle de la commune.⟧ Le titulaire est tenu au secret professionnel.",
        fixed: { gains: 'représentation' },
      },
      {
        text: '# Clauses particulières\n\n⟦Le marché a pour objet une étude de programmation du quartier de la gare.⟧',
        fixed: { gains: 'Durée' },
      },
      {
        text: '# Clauses particulières\n\n⟦Le marché a pour objet le développement d’une application de visite.⟧ Elle affiche les données d’OpenStreetMap, diffusées sous licence ODbL, et repose sur une base PostgreSQL, logiciel sous licence libre.',
        fixed: { gains: 'Durée' },
      },
    ],
    good: [
      'Le marché a pour objet le développement d’une application. Les écrans et données produits par le titulaire sont publiés sous licence ouverte.',
      "Le marché a pour objet le développement d'une application. L'éditeur autorise la commune, et elle seule, à imprimer, copier et traduire les écrans de l'application.",
      'Le titulaire réalise une étude prospective. La caisse est fondée à copier l’étude, à la traduire et à la remanier, en tous pays.',
      {
        text: '# CCAP\n\nAucun logiciel, étude ni création n’est réalisé pour l’acheteur.',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire réalise des affiches de menus pour les écoles.' },
      },
      'Les produits sont ceux du catalogue ; il n’est réalisé ni étude, ni logiciel, ni création pour le Département.',
      "Le marché a pour objet le développement d'une application. Le titulaire cède à l'acheteur les droits de reproduction sur l'application.",
      "Le marché a pour objet le développement d'une application.\n\n## Propriété intellectuelle\n\nL'acheteur n'acquiert aucun droit de propriété intellectuelle.",
      "Le marché a pour objet le développement d'une application.\n\n## Résultats\n\nLes articles 43 à 46 du CCAG-TIC s'appliquent.",
      'Le marché a pour objet la fourniture de mobilier et de tablettes. Le logiciel est un produit du commerce.',
      'Le marché a pour objet des travaux de voirie ; les études d’exécution incombent au titulaire.',
      "Le marché a pour objet le développement d'une application. Le code est publié sous licence libre.",
      'Le marché a pour objet la gestion de bases de données et le développement durable.',
    ],
    limits: [],
  },
  *check(piece) {
    const found = made(piece, 'logiciel', 'creation', 'etude');
    if (!found || isDealtWith(piece)) return;
    const objet = { logiciel: 'un logiciel', creation: 'des créations', etude: 'des études' }[found.kind];
    const at = found.sentence.passage.draft === piece.draft ? found.sentence.span : (piece.draft.title?.span ?? TOP);
    const isDefault = isUnder2021(piece);
    const { kinds } = ccagOf(piece.consultation);
    const id = !isDefault
      ? 'pi-cession-sans-ccag'
      : kinds.includes('pi')
        ? 'pi-concession-completee-ccag-pi'
        : kinds.includes('tic')
          ? 'pi-concession-completee'
          : 'pi-cession-sans-ccag';
    const fixes = [
      insertClause(piece, id, {
        heading: 'Propriété intellectuelle',
        title: 'Ajouter une clause de propriété intellectuelle',
      }),
    ];
    const { doubt } = found;
    if (isDefault) yield { at, message: 'defaut', level: 'warning', doubt, data: { objet }, fixes };
    else yield { at, message: 'absente', doubt, data: { objet }, fixes };
  },
});
