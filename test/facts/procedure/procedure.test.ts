import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { procedure } from '../../../rules/facts/procedure/procedure.ts';

const read = (text: string, path = 'rc.md') => {
  const { pieces } = openConsultation([{ path, text }], { date: '2026-12-01' });
  const [piece] = pieces;
  assert.ok(piece);
  return piece.ask(procedure);
};
const inBody = (sentence: string) =>
  `# Règlement de la consultation\n\n## 1. Objet\n\nFourniture de balances.\n\n## 2. Conditions\n\n${sentence}\n`;

const NAMED: readonly (readonly [string, string | undefined])[] = [
  ['La consultation est passée selon une procédure adaptée ouverte.', 'mapa'],
  ['Le présent MAPA est soumis aux dispositions du code de la commande publique.', 'mapa'],
  ['LA PROCEDURE EST ADAPTEE, EN APPLICATION DE L’ARTICLE R. 2123-1.', 'mapa'],
  ['Le marché est conclu en application des articles L. 2123-1 et R. 2123-1, 1°, du code.', 'mapa'],
  ['Il s’agit d’un marché à procédure adaptée avec possibilité de négociation.', 'mapa'],
  ['La présente consultation est un appel d’offres ouvert.', 'appel-offres-ouvert'],
  ['Le marché est lancé par voie d’appel d’offres.', 'appel-offres-ouvert'],
  ['La consultation est organisée en appel d’offres restreint, en deux phases.', 'appel-offres-restreint'],
  ['Le marché est passé en application des articles L. 2124-2 et R. 2161-2 à R. 2161-5.', 'appel-offres-ouvert'],
  [
    'Le marché est passé selon la procédure avec négociation, après un appel d’offres infructueux.',
    'procedure-avec-negociation',
  ],
  ['La procédure concurrentielle avec négociation a été retenue.', 'procedure-avec-negociation'],
  ['Le marché est attribué à l’issue d’un dialogue compétitif.', 'dialogue-competitif'],
  ['La consultation prend la forme d’un partenariat d’innovation.', 'partenariat-innovation'],
  ['Le présent concours restreint est organisé par la Métropole.', 'concours'],
  ['Le contrat est passé sans publicité ni mise en concurrence préalables.', 'negociee-sans-publicite'],
  [
    'Le marché relève de l’article R. 2122-9-1 du code de la commande publique : il est conclu avec la société Nox.',
    'negociee-sans-publicite',
  ],
  [
    'Le marché, exclu du code, relève de l’article L. 2512-5, 2° : il porte sur des services de recherche.',
    'recherche-developpement',
  ],
  [
    'L’acheteur pourra passer un marché négocié sans publicité ni mise en concurrence pour des prestations similaires.',
    undefined,
  ],
  ['Si l’appel d’offres est infructueux, un marché peut être conclu selon une procédure avec négociation.', undefined],
  ['Le montant est inférieur au seuil des procédures formalisées.', undefined],
  ['Le candidat prête son concours à l’acheteur en cas de contrôle.', undefined],
  ['Un dialogue avec le jury suit chaque présentation.', undefined],
  ['Le précédent marché avait été passé par appel d’offres ouvert en 2022.', undefined],
  ['Le candidat cite trois références acquises en dialogue compétitif.', undefined],
];

describe('the procedure a piece follows', () => {
  for (const [sentence, name] of NAMED)
    it(`${name ?? 'none'}: ${sentence}`, () => {
      assert.equal(read(inBody(sentence)).name, name);
    });

  it('is read in the row of a table', () => {
    const table =
      '| Rubrique | Contenu |\n| --- | --- |\n| Procédure | Adaptée |\n| Mode de passation | Appel d’offres ouvert |\n';
    assert.equal(read(inBody(table)).name, 'appel-offres-ouvert');
  });

  it('is read under a heading that bears its matter alone', () => {
    assert.equal(
      read('# RC\n\n## Procédure de passation\n\nProcédure adaptée (article R. 2123-1 du code).\n').name,
      'mapa',
    );
    assert.equal(read('# RC\n\n## Mode de passation\n\nAppel d’offres.\n').name, 'appel-offres-ouvert');
  });

  it('is read on the cover page', () => {
    assert.equal(read('# CCAP\n\nProcédure adaptée – février 2027\n', 'ccap.md').name, 'mapa');
  });

  it('keeps what contradicts it as evidence', () => {
    const { name, evidence } = read(
      inBody(
        'Le marché est passé selon une procédure adaptée. La procédure suivie est celle de l’appel d’offres ouvert.',
      ),
    );
    assert.equal(name, 'mapa');
    assert.deepEqual(
      evidence.map((e) => e.name),
      ['mapa', 'appel-offres-ouvert'],
    );
  });

  it('takes the front matter first', () => {
    const text = '---\ndce:\n  procedure: dialogue-competitif\n---\n\n# RC\n\nLa procédure est adaptée.\n';
    assert.deepEqual([read(text).name, read(text).from], ['dialogue-competitif', 'front-matter']);
  });

  it('tells an adapted procedure by its object from one by its amount', () => {
    const of = (s: string) => read(inBody(s)).grounds.map((g) => g.ground);
    assert.deepEqual(of('Marché passé selon une procédure adaptée, 3° de l’article R. 2123-1 (services sociaux).'), [
      'services-specifiques',
    ]);
    assert.deepEqual(of('Procédure adaptée en application de l’article R. 2123-1, 1°.'), ['montant']);
    assert.deepEqual(of('Ce lot relève du 2° de l’article R. 2123-1.'), ['petits-lots']);
  });
});
