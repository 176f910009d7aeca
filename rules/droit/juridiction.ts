import { administrativeCourts } from '../facts/droit/index.ts';
import { objetDe, statutDe } from '../facts/piece/index.ts';
import type { Section } from '../kit/draft.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, text } from '../kit/source.ts';

export default defineRule({
  id: 'droit/juridiction',
  title: 'Juridiction administrative pour un organisme de droit privé',
  level: 'warning',
  pieces: ['rc', 'ccap'],
  why: `Les contrats d'un organisme de droit privé de Sécurité sociale sont, en principe, des contrats de droit privé. Annoncer le tribunal administratif
égare les candidats sur le juge à saisir et sur leurs délais.`,
  sources: [ccp('L6'), text('Ordonnance n° 2009-515 du 7 mai 2009')],
  messages: {
    administrative:
      'L’acheteur paraît de droit privé : le juge serait le tribunal judiciaire.\nLes contrats d’un organisme de droit privé de Sécurité sociale ne sont pas administratifs par nature. La voie de recours exacte n’a pas été vérifiée par l’outil : la faire confirmer par le service juridique, puis corriger la clause.',
  },
  examples: {
    bad: [
      'Acheteur : Caf du Var.\n\n⟦Le tribunal administratif ne peut être saisi qu’après une médiation.⟧',
      "La Caisse primaire d'assurance maladie de la Creuse est l'acheteur.\n\n## Recours\n\n⟦Le tribunal administratif de Limoges peut être saisi d'un référé précontractuel.⟧",
      '# Marché de la Caf du Var\n\n## Litiges\n\n⟦Les litiges relèvent des juridictions administratives.⟧ Le tribunal administratif de Toulon est compétent.',
      'Acheteur : Urssaf Bretagne.\n\n## Recours\n\n⟦Les litiges sont portés devant le tribunal administratif de Rennes, 3 contour de la Motte, 35044 Rennes cedex.⟧',
      'Acheteur : Urssaf Bretagne.\n\n## Litiges\n\n⟦À défaut, le TA de Rennes est saisi.⟧',
      'Acheteur : Urssaf Bretagne.\n\n## Voies de recours\n\n| Instance | Adresse |\n| --- | --- |\n| ⟦Tribunal administratif de Rennes⟧ | 3 contour de la Motte |',
    ],
    good: [
      'Acheteur : Caf du Var. Le cabinet défend la caisse devant toute juridiction, tribunal administratif de Toulon compris.',
      'Acheteur : Caf du Var. Le tribunal judiciaire est compétent ; le tribunal administratif ne l’est pas.',
      'Acheteur : Caf du Var. Le tribunal administratif ne saurait en connaître.',
      "La Caisse primaire d'assurance maladie de la Creuse est l'acheteur. Le tribunal judiciaire de Guéret est compétent.",
      "La Caisse nationale de l'assurance maladie est l'acheteur.\n\nLe tribunal administratif de Paris est compétent.",
      "La commune de Sainte-Luce est l'acheteur. Le tribunal administratif de Nantes est compétent.",
      'Acheteur : Caf du Var. Le tribunal judiciaire est compétent, et non le tribunal administratif.',
      "Acheteur : Caf du Var. Le contrat étant privé, aucun juge administratif n'est saisi.",
      'Acheteur : Caf du Var. Le tribunal administratif, devant un contrat privé, n’en connaît pas.',
      'Acheteur : Caf du Var. Le marché, de droit privé, échappe à la compétence du tribunal administratif ; le tribunal judiciaire en connaît.',
      "Acheteur : Caf du Var. Le Conseil d'État, 28 janvier 2022, n° 456418, a jugé ce point.",
      'Acheteur : Caf du Var. Cette lecture est celle du tribunal administratif de Toulon, 3 mai 2024, n° 2301234.',
    ],
    limits: ['Acheteur : la caisse. Le TA de Toulon est compétent.'],
  },
  *check(piece) {
    if (objetDe(piece).acheteur !== 'organisme-securite-sociale' || statutDe(piece) !== 'prive') return;
    const seen = new Set<Section>();
    for (const sentence of administrativeCourts(piece)) {
      if (seen.has(sentence.section)) continue;
      seen.add(sentence.section);
      yield { at: sentence.at(), message: 'administrative' };
    }
  },
});
