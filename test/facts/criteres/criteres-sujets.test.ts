import assert from 'node:assert/strict';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';
import { candidateIn } from '../../../rules/facts/criteres/sujet.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import { open } from '../../rules/tester.ts';

const subjects = (name: string): string => {
  const text = `# RC\n\n## Jugement des offres\n\nLes critères sont les suivants :\n\n- ${name} : 60 %\n- Divers : 40 %\n`;
  const [piece] = open([{ path: 'rc.md', text }]).pieces;
  return piece?.ask(criteres).grilles[0]?.criteria[0]?.subjects.join(', ') ?? '';
};
const about = (title: string, ...cases: readonly (readonly [string, string])[]) =>
  describe(title, () => {
    for (const [name, expected] of cases)
      it(`« ${name} » is of ${expected}`, () => assert.equal(subjects(name), expected));
  });

describe('what a criterion is about', () => {
  about(
    'prices and costs',
    ['Prix des prestations', 'prix'],
    ['Montant du DQE', 'prix'],
    ['Tarifs', 'prix'],
    ['COUT DE LA PRESTATION', 'prix'],
    ['Critère financier', 'prix'],
    ['Taux de remise', 'prix'],
    ['Rapport qualité-prix', 'prix, qualite'],
    ['Coût global', 'cout-global'],
    ['Coût total de possession', 'cout-global'],
    ['Coût d’utilisation', 'cout-global'],
    ['Coût du cycle de vie', 'cout-global, environnement'],
    ['Hors prix', 'prix'],
    ['Qualité technique hors prix', 'technique, qualite'],
    ['Valeur technique, indépendamment du prix', 'technique'],
    ['Prix et délais de paiement', 'delai'],
    ['Délai de paiement', 'delai'],
  );
  about(
    'what is offered',
    ['Valeur technique', 'technique'],
    ['Méthodologie', 'technique'],
    ['Qualité esthétique', 'qualite'],
    ['Esthétique et confort', 'qualite'],
    ['Service après-vente', 'qualite'],
    ['Délai de livraison', 'delai'],
    ['Planning', 'delai'],
    ['Insertion professionnelle', 'social'],
    ['Performance sociale', 'technique, social'],
    ['Égalité entre les femmes et les hommes', 'social'],
    ['Divers et imprévus', 'autre'],
  );
  about(
    'the environment, and not every environment',
    ['Performance environnementale', 'technique, environnement'],
    ['Émissions de CO2', 'environnement'],
    ['Bilan carbone', 'environnement'],
    ['Développement durable', 'environnement'],
    ['Démarche éco-responsable', 'environnement'],
    ['Environnement de travail', 'autre'],
    ['Environnement technique', 'technique'],
    ['Environnement technique et environnement naturel', 'technique, environnement'],
    ['Empreinte digitale', 'autre'],
    ['Climat social', 'social'],
  );
  about(
    'gains, and innovation for itself',
    ['Réduction des délais', 'delai, gains'],
    ['Gains de productivité', 'gains'],
    ['Économies d’énergie', 'environnement, gains'],
    ['Efficacité', 'gains'],
    ['Gaine technique', 'technique'],
    ['Caractère innovant', 'innovation'],
    ['Innovation', 'innovation'],
    ['Originalité du projet', 'innovation'],
    ['Partenariat d’innovation', 'autre'],
    ['Documents originaux', 'autre'],
    ['Innovation du partenariat d’innovation', 'innovation'],
  );
  about(
    'the candidate',
    ['Références', 'technique, candidat'],
    ['Référence', 'technique, candidat'],
    ['Références et expériences', 'technique, candidat'],
    ['Références et expérience', 'technique, candidat'],
    ['Pertinence des références', 'technique, candidat'],
    ['Qualité et nombre des références', 'technique, qualite, candidat'],
    ['Qualité des références', 'technique, qualite, candidat'],
    ['Références similaires', 'technique, candidat'],
    ['Expérience', 'technique, candidat'],
    ['Expériences', 'technique, candidat'],
    ['Expérience de l’entreprise', 'technique, candidat'],
    ['Capacité', 'candidat'],
    ['Capacités et moyens', 'technique, candidat'],
    ['Capacités et qualifications', 'candidat'],
    ['Capacités et qualification', 'candidat'],
    ['Références et capacités', 'technique, candidat'],
    ['Références et capacité', 'technique, candidat'],
    ['Effectif', 'candidat'],
    ['Effectifs', 'candidat'],
    ['Effectifs et certifications', 'technique, candidat'],
    ['Capacités et effectifs', 'candidat'],
    ['Capacités et effectif', 'candidat'],
    ['Capacités et certification', 'technique, candidat'],
    ['Certification', 'technique, candidat'],
    ['Qualification', 'candidat'],
    ['Qualifications du candidat', 'candidat'],
    ['Certification de l’entreprise', 'technique, candidat'],
    ['Moyens généraux', 'technique, candidat'],
    ['Implantation', 'candidat'],
    ['Proximité', 'candidat'],
    ['Localisation', 'candidat'],
    ['Notoriété', 'candidat'],
    ['Structure du candidat', 'candidat'],
    ['Chiffre d’affaires', 'candidat'],
  );
  about(
    'staff and goods of the offer, which are not the candidate',
    ['Moyens humains affectés au chantier', 'technique'],
    ['Moyens du candidat affectés au chantier', 'technique'],
    ['Expérience des intervenants', 'technique'],
    ['Expérience du chef de projet', 'technique'],
    ['Expérience de l’entreprise et de l’équipe dédiée', 'technique'],
    ['Effectif affecté au marché', 'autre'],
    ['Références des produits', 'technique'],
    ['Certification des produits', 'technique'],
    ['Nombre de références', 'technique'],
    ['Qualité des effectifs du chantier', 'qualite'],
    ['Notice sur les références', 'technique'],
  );

  it('is of the candidate where its words say so, be they few or many', () => {
    const words = (text: string) => candidateIn(plain(text))?.text;
    assert.equal(words('Qualité des références'), 'qualite des references');
    assert.equal(words('La note tient compte du chiffre d’affaires réalisé'), "chiffre d'affaires");
    assert.equal(words('Le nombre de postes et l’ancienneté de l’entreprise'), "anciennete de l'entreprise");
    // What is said further off is of something else.
    assert.equal(
      words(`Chiffre d’affaires du candidat, ${'au titre des trois derniers exercices clos, '.repeat(2)}des produits`),
      "chiffre d'affaires",
    );
    assert.equal(words(`Les produits, ${'livrés et posés, '.repeat(3)}chiffre d’affaires`), "chiffre d'affaires");
    assert.equal(words('Valeur technique'), undefined);
    assert.equal(
      words('Distance entre le site et l’agence la plus proche'),
      "distance entre le site et l'agence la plus proche",
    );
    assert.equal(words('Distance entre l’agence et le lieu de livraison'), undefined);
  });
});
