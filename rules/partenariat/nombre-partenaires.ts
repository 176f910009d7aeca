import { clauseText } from '../clauses/clauses.ts';
import { followsPartenariat, partenariatPlace, saidOfPartenariat } from '../facts/partenariat/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const head = { procedure: 'partenariat-innovation' };

export default defineRule({
  id: 'partenariat/nombre-partenaires',
  title: 'Un ou plusieurs partenaires : non précisé',
  level: 'error',
  pieces: ['rc'],
  absence: true,
  why: `Le partenariat d'innovation peut réunir un ou plusieurs opérateurs, sous des contrats séparés. L'acheteur doit annoncer son choix dans l'avis
ou dans les documents de la consultation : les candidats s'organisent en conséquence.`,
  sources: [guide('II.C.2', 22), ccp('R2172-20'), ccp('R2172-21')],
  messages: {
    nombre:
      'Le règlement ne dit pas si le partenariat est conclu avec un ou plusieurs partenaires.\nC’est à annoncer aux candidats. Écrire « avec un seul partenaire », ou « avec plusieurs partenaires qui exécutent chacun des activités de recherche et développement distinctes ».',
  },
  examples: {
    bad: [
      {
        text: "⟦Achat, après développement : contrat de l'article L. 2172-3 du code.⟧",
        fixed: { gains: "Le partenariat d'innovation est conclu avec [à compléter : partenaires" },
      },
      {
        text: '# ⟦Règlement⟧\n\n| Phase | Contenu | Candidats admis |\n|---|---|---|\n| P1 | Conception | 3 |\n| P2 | Achat | 1 |',
        head,
        fixed: { gains: "Le partenariat d'innovation est conclu avec [à compléter : partenaires" },
      },
      {
        text: "⟦La procédure suivie est le partenariat d'innovation.⟧ Le choix de conclure avec un partenaire ou de retenir plusieurs approches en parallèle sera arrêté à l'issue des négociations. Dans ce règlement, « titulaire » désigne tout opérateur avec lequel un partenariat est signé.",
        fixed: { gains: "Le partenariat d'innovation est conclu avec [à compléter : partenaires" },
      },
      {
        text: "⟦La procédure suivie est le partenariat d'innovation.⟧ Le nombre de partenaires sera fixé au vu des offres finales.",
        fixed: { gains: "Le partenariat d'innovation est conclu avec [à compléter : partenaires" },
      },
      {
        text: "⟦La procédure suivie est le partenariat d'innovation.⟧ L'acheteur décidera, au vu des offres, s'il retient un seul partenaire.",
        fixed: { gains: "Le partenariat d'innovation est conclu avec [à compléter : partenaires" },
      },
      {
        text: "⟦La procédure suivie est le partenariat d'innovation.⟧ Le ou les partenaires retenus exécutent le contrat.",
        fixed: { gains: "Le partenariat d'innovation est conclu avec [à compléter : partenaires" },
      },
      {
        text: "# ⟦Règlement de la consultation⟧\n\nQuatre candidats sont admis à négocier. Le contrat est attribué au candidat dont l'offre est la meilleure.",
        head,
        fixed: { gains: "Le partenariat d'innovation est conclu avec [à compléter : partenaires" },
      },
      {
        text: "⟦La consultation tend à la conclusion d'un partenariat d'innovation.⟧ Il peut être conclu avec un ou plusieurs opérateurs économiques.",
        fixed: { gains: "Le partenariat d'innovation est conclu avec [à compléter : partenaires" },
      },
    ],
    good: [
      'Procédure adaptée. L’achat est innovant au sens de l’article L. 2172-3 du code.',
      {
        text: '| Phase | Contenu | Contrats en cours |\n|---|---|---|\n| P1 | Conception | 3 |\n| P2 | Achat | 1 |',
        head,
      },
      {
        text: 'Le partenariat est conclu avec deux partenaires, dont le nom est connu à l’issue des négociations.',
        head,
      },
      { text: 'Le nombre de partenaires sera fixé à trois.', head },
      { text: 'Trois entreprises au plus seront retenues comme partenaires.', head },
      { text: "Le partenariat d'innovation est conclu avec un seul partenaire.", head },
      { text: 'Le partenariat est conclu avec trois partenaires au plus, qui travaillent séparément.', head },
      { text: "Le partenariat d'innovation est attribué à un opérateur économique unique.", head },
      {
        text: "Le partenariat d'innovation est mis en place avec plusieurs opérateurs économiques, par contrats individuels.",
        head,
      },
      { text: 'Nombre de partenaires : 2.', head },
      { text: "Le partenariat d'innovation est mono-attributaire.", head },
      'La procédure suivie est la procédure adaptée.',
      'Partenariat d’innovation : piste étudiée, puis écartée.',
      'Appel d’offres ouvert. Assistance à la préparation d’un futur partenariat d’innovation.',
    ],
    limits: [],
  },
  *check(piece) {
    const followed = followsPartenariat(piece);
    if (!followed || saidOfPartenariat(piece, 'nombre')) return;
    const at = partenariatPlace(piece);
    const fixes = [
      insertBlockAfter(piece, at, clauseText('partenariat-nombre-partenaires'), 'Ajouter le nombre de partenaires'),
    ];
    yield { at, message: 'nombre', doubt: followed.doubt, fixes };
  },
});
