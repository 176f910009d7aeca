import assert from 'node:assert/strict';
import { lots } from '../../../rules/facts/allotissement/lots.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string) => {
  const [piece] = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return { piece, fact: piece.ask(lots) };
};
const each = (expected: string, texts: readonly string[], summary: (text: string) => string) => {
  for (const text of texts) it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.equal(summary(text), expected));
};

const counts = (text: string) =>
  read(text)
    .fact.announced.map((a) => a.value)
    .join(' ');

describe('a number of lots', () => {
  describe('is announced by the contract, however it is cut', () => {
    each(
      '3',
      [
        'Le marché comprend trois lots.',
        'LE MARCHE COMPREND TROIS LOTS.',
        'La consultation est décomposée en 3 lots.',
        'Marché divisé en trois (3) lots',
        'L’accord-cadre est alloti en trois lots.',
        'La procédure est fractionnée en 3 lots.',
        'Les prestations sont réparties en trois lots séparés.',
        'Les travaux sont scindés en trois lots.',
        'Le marché est constitué de trois lots.',
        'Le marché est composé de trois lots.',
        'Il est découpé en trois lots.',
        'L’opération est structurée en trois lots.',
        'L’opération s’organise en trois lots.',
        'Le besoin se décline en trois lots.',
        'Le marché regroupe trois lots de travaux.',
        'La consultation compte 3 lots',
        'Le contrat contient trois lots.',
        'Le marché inclut trois lots.',
        'Les prestations font l’objet de trois lots.',
        'Le marché fait l’objet de trois lots.',
        'Le marché porte sur trois lots.',
        'Les prestations portent sur trois lots.',
        'Il y a trois lots.',
        'Un marché en trois lots est passé.',
        'Consultation en trois lots.',
        'Il comprend trois lots de fournitures et un de services.',
        'Le marché unique comprend trois lots.',
        'Le marché comprend trois seuls lots.',
        'L’appel d’offres ouvert est divisé en trois lots.',
        'Nombre de lots : 3',
        'Le nombre de lots est de trois.',
        'Trois lots :',
        'Le besoin est scindé en trois ensembles passés chacun séparément.',
        '3 lots distincts',
        'Trois lots séparés :',
        'Trois lots (voir l’annexe)',
        '(3 lots)',
      ],
      counts,
    );
  });

  describe('is heard by the sense of its sentence', () => {
    each('2', ['Deux lots sont prévus.'], counts);
    each('7', ['Les prestations donnent lieu à sept marchés distincts, un par corps d’état.'], counts);
    each('', ['Les œuvres arrivent par lots de cinq.'], counts);
  });

  describe('is none of limits, of one lot, of batches or of samples', () => {
    each(
      '',
      [
        'Le candidat peut soumissionner à deux lots.',
        'Le mémoire est scindé en deux parties notées séparément.',
        'Les soumissionnaires répondent à un marché qui comprend deux lots.',
        'Le soumissionnaire du marché qui comprend deux lots.',
        'L’offre porte sur deux lots.',
        'Les concurrents choisissent un marché divisé en deux lots.',
        'Le titulaire répartit les fournitures en deux lots.',
        'Les titulaires et l’opérateur répartissent les fournitures en deux lots.',
        'Les opérateurs répondent à un marché divisé en deux lots.',
        'Les attributaires d’un marché divisé en deux lots.',
        'Une entreprise peut se voir attribuer un marché composé de deux lots.',
        'L’attributaire de deux lots.',
        'Les offres portent sur deux lots.',
        'Les trois lots sont attribués.',
        'Le marché comprend ces deux lots.',
        'Chacun des deux lots est divisé.',
        'Le marché est organisé par deux lots.',
        'Parmi trois lots, deux sont attribués.',
        'Il est divisé pour deux lots.',
        'Le marché comprend au plus trois lots.',
        'Le marché comprend trois lots au maximum.',
        'Le marché comprend un lot.',
        'Le marché comprend un seul lot.',
        'Le marché comprend un lot unique.',
        'Le marché ne comprend aucun lot.',
        'Le marché comprend deux lots témoins.',
        'Le marché comprend deux lots tests.',
        'Le marché comprend trois lots de chaises.',
        'Le marché comprend trois lots d’outils.',
        'Le titulaire livre deux lots de vingt tables.',
        'Le document cite deux lots.',
      ],
      counts,
    );
  });

  it('is the words that say it', () => {
    const { piece, fact } = read('Le marché est divisé en **trois (3) lots** séparés.');
    assert.deepEqual(
      fact.announced.map((a) => piece.draft.slice(a.at)),
      ['trois (3) lots'],
    );
  });
});

const refused = (text: string) => {
  const { fact } = read(text);
  return fact.notAllotted.map((n) => (n.reason ? 'motivé' : 'sans motif')).join(', ');
};

describe('a contract in one piece', () => {
  describe('is said so', () => {
    each(
      'sans motif',
      [
        'Le marché n’est pas alloti.',
        'Le marché ne sera pas alloti.',
        'L’appel d’offres n’est pas alloti.',
        'Les marchés ne sont pas allotis.',
        'LE MARCHE N’EST PAS ALLOTI.',
        'La consultation ne comporte pas de lots.',
        'Le marché ne comporte aucun lot.',
        'Le marché ne fait l’objet d’aucun allotissement.',
        'Le marché ne donne pas lieu à une décomposition en lots.',
        'Les prestations ne sont pas divisées en lots.',
        'Il n’est pas prévu de division en lots.',
        'Il n’y a pas de lots.',
        'Le présent marché fait l’objet d’un lot unique.',
        'Marché non alloti.',
        'Marché non-alloti.',
        'L’acheteur renonce à l’allotissement.',
        'Il est décidé de ne pas allotir.',
        'Marché passé en un seul lot.',
        'Le marché forme un seul lot de travaux.',
        'Le marché ne comporte qu’un lot.',
        'Il n’y a qu’un seul lot.',
        'Il s’agit d’un marché unique.',
        'Le contrat est un marché global.',
        'Le marché est conclu sans allotissement.',
        'Allotissement : non',
        'Lots : néant',
        'Lot : sans objet',
        'Décomposition en lots : sans objet',
      ],
      refused,
    );
  });

  describe('is said by a word, under its title or beside its label', () => {
    each(
      'sans motif',
      [
        '## Allotissement\n\nSans objet.',
        '## Allotissement\n\nNéant',
        '## Article 3 – Allotissement\n\nAucun.',
        '## Article 3 – Division en lots\n\nNon.',
        '## III. Lots\n\nSans objet.',
        '## IX - Lots\n\nNon.',
        '## 2.1 Lot\n\nUnique.',
        '## DECOMPOSITION EN LOTS\n\nSANS OBJET',
        '| Rubrique | Contenu |\n|---|---|\n| Allotissement | Non |\n| Variantes | Non |',
        '| Rubrique | Contenu |\n|---|---|\n| Lots | Sans objet |',
        '| Rubrique | Contenu |\n|---|---|\n| Lot | Non |',
        '| Rubrique | Contenu |\n|---|---|\n| Division en lot | Non |',
        '| Rubrique | Contenu |\n|---|---|\n| Décomposition en lots | Aucune |',
      ],
      refused,
    );
  });

  describe('is not what is said of one lot, of offers, or of both ways at once', () => {
    each(
      '',
      [
        'Le marché est alloti.',
        'Le lot 2 n’est pas divisé en lots techniques.',
        'Le lot n° 2 n’est pas alloti.',
        'Chaque lot ne fait l’objet d’aucun allotissement.',
        'Les candidats ne peuvent pas être attributaires de plusieurs lots.',
        'Le nombre de lots attribués n’est pas limité.',
        'Aucune offre n’est admise pour tous les lots.',
        'Les variantes ne sont pas autorisées pour aucun lot.',
        'La négociation n’est pas prévue pour les lots.',
        'Il est passé un marché global de performance.',
        'Le chargement forme un seul lot de pièces.',
        'Le marché n’est pas alloti. Il est prévu une division en lots.',
        'Le marché n’est pas alloti. Les prestations sont réparties en lots.',
        '## Marché non alloti\n\nRien.',
        '## Allotissement\n\nVoir plus loin.\n\nSans objet.',
        '## Allotissement\n\nAucun candidat ne peut obtenir plus de deux marchés.',
        '## Allotissement\n\nNon seulement le prix compte, mais le délai aussi.',
        'Il n’est pas prévu d’attribution de plusieurs lots au même candidat.',
        'La soumission n’est pas permise pour les deux lots.',
        '## Allotissement\n\nLe candidat répond : sans objet.',
        '## Allotissement\n\nLe candidat répond oui ou non.',
        'Le marché n’est pas alloti. Il fait l’objet d’une décomposition en lots.',
        'Le marché n’est pas alloti. Une division est prévue : il donne lieu à division en lots.',
        '## Variantes\n\nSans objet.',
        '## Nombre de lots attribués\n\nNon.',
        '| Rubrique | Contenu |\n|---|---|\n| Variantes | Non |',
        '| Rubrique | Contenu |\n|---|---|\n| Visite des lots | Non |',
        '| Rubrique | Contenu |\n|---|---|\n| Non | Allotissement |',
      ],
      refused,
    );
  });

  it('is refused once, where the sentence says it twice', () =>
    assert.equal(refused('Marché non alloti : il n’est pas divisé en lots.'), 'sans motif'));

  it('may be refused in two places', () =>
    assert.equal(refused('Le marché n’est pas alloti.\n\n## Forme\n\nMarché non alloti.'), 'sans motif, sans motif'));

  it('is the sentence, cell or item that says so', () => {
    const said = (text: string) => {
      const { piece, fact } = read(text);
      return fact.notAllotted.map((n) => piece.draft.slice(n.at));
    };
    assert.deepEqual(said('Marché de services. Il n’est pas alloti. Il dure un an.'), ['Il n’est pas alloti.']);
    assert.deepEqual(said('| Rubrique | Contenu |\n|---|---|\n| Allotissement | Non |'), ['Non']);
    assert.deepEqual(said('- Allotissement : non\n- Variantes : non'), ['Allotissement : non']);
  });
});

describe('lots', () => {
  const mentioned = (text: string) => read(text).fact.mentioned;
  it('are spoken of in a word', () => {
    for (const text of [
      'Le candidat répond au lot n° 2.',
      'Le candidat répond au lot B.',
      'Chaque lot fait l’objet d’un acte d’engagement.',
      'Les candidats répondent à plusieurs lots.',
      'L’allotissement est décidé par l’acheteur.',
      'Le marché n’est pas alloti.',
      'La dévolution est décidée par l’acheteur.',
      'Le marché unique est retenu.',
      'Le marché comprend vingt lots.',
      '| Lot | Objet |\n|---|---|\n| 1 | peinture |',
      '## Lot\n\nSans objet.',
    ])
      assert.equal(mentioned(text), true, text);
    for (const text of ['Le titulaire livre des lots de vis.', 'Le marché dure un an.', 'Un pilote est nommé.'])
      assert.equal(mentioned(text), false, text);
  });

  it('are shown with their number, list and refusal, or not at all', () => {
    const shown = (text: string) => {
      const { piece, fact } = read(text);
      return JSON.stringify(lots.show(fact, piece));
    };
    assert.equal(
      shown('Le marché comprend deux lots :\n\n- Lot 1 : peinture, 1 000 €\n- Lot 2 : sols'),
      '{"annonces":[2],"lots":[{"lot":"1","objet":"peinture","montant":1000},{"lot":"2","objet":"sols"}]}',
    );
    assert.equal(
      shown('Le marché n’est pas alloti car les prestations sont indissociables.'),
      '{"annonces":[],"nonAlloti":{"motif":true}}',
    );
    assert.equal(shown('Le marché comprend deux lots.'), '{"annonces":[2]}');
    assert.equal(
      shown('## Lots\n\n- Lot 1 : peinture\n- Lot 2'),
      '{"annonces":[],"lots":[{"lot":"1","objet":"peinture"},{"lot":"2"}]}',
    );
    assert.equal(shown('Le marché n’est pas alloti.'), '{"annonces":[],"nonAlloti":{"motif":false}}');
    assert.equal(shown('Le candidat répond au lot n° 2.'), undefined);
  });
});
