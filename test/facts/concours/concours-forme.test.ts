import assert from 'node:assert/strict';
import { formeConcours } from '../../../rules/facts/concours/forme.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (body: string) => {
  const [piece] = open([{ path: 'reglement-concours.md', text: `# Règlement\n\n${body}\n` }]).pieces;
  assert.ok(piece);
  return piece;
};
const read = (body: string) => pieceOf(body).ask(formeConcours);

describe('a concours, open or restricted', () => {
  const TABLE: readonly (readonly [string, 'ouvert' | 'restreint' | undefined])[] = [
    ['LA PROCEDURE EST UN CONCOURS OUVERT.', 'ouvert'],
    ['Tout architecte inscrit à l’ordre peut concourir.', 'ouvert'],
    ['Le concours n’est pas restreint : chacun remet son projet.', 'ouvert'],
    ['Aucune présélection n’est faite.', 'ouvert'],
    ['Cinq candidats sont admis à concourir.', 'restreint'],
    ['Le concours est organisé en un degré ; il s’agit d’un concours restreint.', 'restreint'],
    ['Concours ouvert/restreint (rayer la mention inutile).', undefined],
    ['Le marché précédent a fait l’objet d’une procédure d’appel d’offres restreint.', undefined],
    ['Les inscriptions ne sont pas ouvertes à tous.', undefined],
    ['Le concours n’est pas ouvert à tous les métiers.', undefined],
    ['Les données ouvertes à tous sont celles du portail.', undefined],
    // Beside a label, under a title.
    ['Forme du concours : ouvert.', 'ouvert'],
    ['Forme : ouvert', 'ouvert'],
    ['Forme: ouvert.', 'ouvert'],
    ['Type de concours :restreint', 'restreint'],
    ['Type de procédure : concours restreint', 'restreint'],
    ['## Forme du concours\n\nOuvert.', 'ouvert'],
    ['## Forme du concours\n\nRestreint, en un degré.', 'restreint'],
    ['| Rubrique | Contenu |\n|---|---|\n| Type de concours | Restreint |', 'restreint'],
    ['Nature de la procédure :\n\n- ouvert\n- en un degré', 'ouvert'],
    ['| Rubrique | Contenu |\n|---|---|\n| Type de concours | Ouvert ou restreint |', undefined],
    ['| Rubrique | Contenu |\n|---|---|\n| Accès au site | Ouvert |', undefined],
    ['Accès au chantier : restreint.', undefined],
    ['## Accès au site\n\nOuvert.', undefined],
    ['## Forme du concours\n\nPrécisée par l’avis.', undefined],
    // One beside the other.
    ['Forme : ouvert.\n\nCinq candidats sont admis à concourir.', 'ouvert'],
    ['Le concours est restreint.\n\nTous peuvent participer à la visite.', 'restreint'],
  ];
  for (const [body, wanted] of TABLE)
    it(`reads ${wanted ?? 'no form'} in « ${body.replaceAll('\n', ' ')} »`, () => {
      assert.equal(read(body).forme, wanted);
    });

  it('is said where the text says so, a sentence before a label', () => {
    for (const [body, wanted] of [
      ['Les plis sont remis en ligne. Le concours est restreint.', 'Le concours est restreint.'],
      ['Forme : ouvert.', 'Forme : ouvert.'],
      ['La participation est ouverte à tous.', 'La participation est ouverte à tous.'],
      ['Cinq candidats sont admis à concourir. Le concours est restreint.', 'Le concours est restreint.'],
    ] as const) {
      const piece = pieceOf(body);
      const { sentence } = piece.ask(formeConcours);
      assert.equal(sentence && piece.draft.slice(sentence.span), wanted);
    }
  });
});

describe('the number of candidates of a concours', () => {
  const number = (body: string) => {
    const { nombre, limite, nombreAilleurs } = read(body);
    return [nombre ?? '', limite && 'donné', nombreAilleurs && 'ailleurs'].filter(Boolean).join(' ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['Cinq candidats sont admis à concourir.', '5 donné'],
    ['Le nombre de candidats est fixé à 4.', '4 donné'],
    ['Au plus six équipes sont retenues.', '6 donné'],
    ['Le nombre de candidats admis est de [à compléter].', 'donné'],
    ['Le nombre de candidats admis est de [ ... ].', 'donné'],
    ['Le nombre de candidats admis est de ____.', 'donné'],
    ['Le nombre de candidats admis figure dans l’avis de concours.', 'ailleurs'],
    ['Les candidats admis sont ceux que mentionne l’avis de concours.', ''],
    ['Le nombre de candidats admis sera fixé ultérieurement.', ''],
    ['Chaque équipe retenue compte trois concepteurs.', ''],
    ['Les cinq membres du jury admis à siéger sont élus parmi les candidats.', ''],
    ['Trois groupements ont visité le site.', ''],
    ['Un candidat est retenu.', ''],
    ['Quatre planches au maximum sont remises.', ''],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'is not given'}: ${body}`, () => {
      assert.equal(number(body), wanted);
    });
});

describe('how the candidates of a concours are chosen', () => {
  const TABLE: readonly (readonly [string, boolean])[] = [
    ['Les critères de sélection des candidatures sont les références et les moyens.', true],
    ['Les critères de sélection seront précisés dans l’avis de concours.', true],
    ['Les candidats sont choisis au vu de leurs références.', true],
    ['Les candidats sont retenus au vu de l’expérience de chacun.', true],
    ['Les critères d’admission sont les références.', true],
    ['LES EQUIPES SONT RETENUES EN FONCTION DE LEURS COMPETENCES.', true],
    ['## Candidatures\n\nSont appréciés, dans cet ordre : les références, les moyens.', true],
    ['## Sélection des candidats\n\n- Références de même nature.\n- Moyens humains.', true],
    ['## Critères de sélection\n\nRéférences et moyens.', true],
    ['Les critères de sélection des candidatures seront précisés ultérieurement.', false],
    ['Les candidats sont choisis librement par le maire, sans critères de sélection.', false],
    ['Les critères de choix du lauréat sont la qualité du projet et son coût.', false],
    ['Les critères de choix des projets et des candidatures sont l’usage et les références.', true],
    ['## Projets\n\nSont appréciés, dans cet ordre : les références, les moyens.', false],
    ['## Candidatures\n\nSont appréciés, dans cet ordre : l’esquisse, la méthodologie.', false],
    ['## Candidatures\n\nSont appréciés, dans cet ordre : les pièces un, deux, trois.', false],
    ['Les équipes présentent leurs plans selon leur expérience.', false],
    ['Le prestataire du secrétariat est choisi selon ses références.', false],
    ['Les candidats retenus sont avertis par courriel.', false],
    ['## Sélection des candidats\n\nLe maire choisit librement, au vu des moyens.', false],
    ['## Sélection des candidats\n\nElle a lieu en mars.', false],
    ['## Sélection des candidats\n\n### Références\n\nElle a lieu en mars.', false],
    ['## Remise des plis\n\nRéférences et moyens.', false],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted ? 'is told' : 'is not told'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(read(body).criteres, wanted);
    });
});

describe('the summary of the form of a concours', () => {
  const shown = (body: string) => {
    const piece = pieceOf(body);
    return formeConcours.show?.(piece.ask(formeConcours), piece);
  };
  it('tells candidates and criteria of a restricted one only', () => {
    assert.deepEqual(shown('Le concours est ouvert.'), { forme: 'ouvert' });
    assert.deepEqual(shown('Concours restreint. Cinq candidats sont admis, au vu de leurs références.'), {
      forme: 'restreint',
      candidats: 5,
      criteresDeSelection: true,
    });
    assert.deepEqual(shown('Le concours est restreint.'), {
      forme: 'restreint',
      candidats: null,
      criteresDeSelection: false,
    });
    assert.equal(shown('Les plis sont remis en ligne.'), undefined);
  });
});
