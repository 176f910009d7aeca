import { clauseText } from '../clauses/clauses.ts';
import {
  conditionsVariantes,
  OTHER_NAME,
  ouverture,
  placesVariante,
  trameMemoire,
  VARIANTE,
} from '../facts/variantes/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { guide } from '../kit/source.ts';

export default defineRule({
  id: 'variantes/trame-memoire',
  title: 'Trame du mémoire technique sans place pour la variante',
  level: 'info',
  pieces: ['rc'],
  absence: true,
  why: `Une trame imposée qui ne laisse aucune place à la variante la fait oublier, ou la disperse dans des parties où elle se lit mal.`,
  sources: [guide('Note', 62)],
  messages: {
    absente:
      'La trame du mémoire technique ne réserve aucune partie aux variantes.\nElles sont ouvertes. Ajouter à la trame une partie sur la variante éventuelle : description, respect des exigences minimales, gains justifiés.',
  },
  silencedBy: [{ rule: 'variantes/non-mentionnees', where: 'piece' }],
  examples: {
    bad: [
      {
        text: 'Les variantes sont autorisées.\n\n⟦Le mémoire, de vingt pages au plus, suit ce plan : compréhension du besoin ; calendrier ; équipe affectée.⟧\n',
        fixed: { gains: 'partie réservée à la variante' },
      },
      {
        text: 'Les variantes sont autorisées.\n\n⟦Cadre du mémoire :⟧\n\n| Chapitre | Attendu |\n|---|---|\n| A | Méthode |\n| B | Équipe |\n',
        fixed: { gains: 'partie réservée à la variante' },
      },
      {
        text: 'Les variantes sont autorisées.\n\n| ⟦Mémoire technique – rubrique⟧ | Pages |\n| --- | --- |\n| Ateliers | 4 |\n| Délais | 3 |\n',
        fixed: { gains: 'partie réservée à la variante' },
      },
      {
        text: 'Les variantes sont autorisées.\n\n## Mémoire technique\n\n⟦Le questionnaire compte trois parties : les moyens, la pose et la garantie.⟧\n',
        fixed: { gains: 'partie réservée à la variante' },
      },

      {
        text: 'Les variantes sont autorisées.\n\n⟦Le candidat remet une note de douze pages suivant ce plan :⟧\n\n- moyens ;\n- méthode ;\n- sécurité.\n',
        fixed: { gains: 'partie réservée à la variante' },
      },
      {
        text: 'Les variantes sont autorisées.\n\n| ⟦Partie du mémoire⟧ | Pages |\n| --- | --- |\n| Méthode | 4 |\n| Moyens | 3 |\n',
        fixed: { gains: 'partie réservée à la variante' },
      },
      {
        text: 'Les variantes sont admises. ⟦Le mémoire technique est divisé en deux parties : la première sur les véhicules, la seconde sur les tournées.⟧\n',
        fixed: { gains: 'partie réservée à la variante' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: 'Les variantes sont autorisées.\n\n⟦Le mémoire technique comprend les parties suivantes :⟧\n\n- compréhension du besoin ;\n- méthode ;\n- équipe.\n',
        fixed: { gains: 'partie réservée à la variante' },
      },
      {
        text: 'Les variantes sont admises. ⟦Le mémoire technique suit le plan suivant : A. matériel ; B. pose ; C. entretien.⟧\n',
        fixed: { gains: 'partie réservée à la variante' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: 'Les candidats peuvent proposer une variante.\n\n⟦La trame du mémoire justificatif est la suivante :⟧\n\n| Partie | Contenu |\n| --- | --- |\n| 1 | Méthode |\n| 2 | Moyens |\n',
        fixed: { gains: 'partie réservée à la variante' },
      },
    ],
    good: [
      'Les variantes sont autorisées.\n\nLe mémoire suit ce plan : compréhension du besoin ; équipe affectée ; variante proposée.\n',
      'Les variantes sont autorisées.\n\nLe mémoire technique comporte trois parties : les moyens, la pose et, pour qui suit une autre voie, ce qui change.\n',

      'Les variantes sont autorisées.\n\nLa trame du mémoire compte deux chapitres :\n\n1. compréhension du besoin ;\n2. le cas échéant, solutions alternatives proposées.',
      'Les variantes sont autorisées. Une note inférieure à 8 entraîne le rejet du plan proposé.\n',
      'Les variantes ne sont pas autorisées.\n\nLe mémoire technique comprend :\n\n- méthode ;\n- équipe.\n',
      'Les variantes sont autorisées.\n\nLe mémoire technique comprend :\n\n- méthode ;\n- équipe ;\n- variante éventuelle.\n',
      'Les variantes sont autorisées. Le candidat décrit la sienne au chapitre 4 du mémoire technique.\n\nLe mémoire technique comprend :\n\n- méthode ;\n- équipe ;\n- le chapitre 4, réservé à la variante.\n',
      'Les variantes sont autorisées. Le candidat remet un mémoire technique.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const trame = piece.ask(trameMemoire);
    const opening = trame && ouverture(piece);
    if (
      !opening ||
      trame.placesOther ||
      trame.parts.some((p) => p.has(VARIANTE) || p.has(OTHER_NAME)) ||
      piece.ask(conditionsVariantes).memoire
    )
      return;
    if (placesVariante(piece)) return;
    const last = trame.parts[trame.parts.length - 1]?.node ?? trame.at;
    const text = clauseText('variantes-trame-memoire');
    yield {
      at: trame.at,
      message: 'absente',
      doubt: opening.doubt,
      fixes: [insertBlockAfter(piece, last, text, 'Ajouter une partie pour la variante')],
    };
  },
});
