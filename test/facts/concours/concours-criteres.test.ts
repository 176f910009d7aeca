import assert from 'node:assert/strict';
import { criteresProjets } from '../../../rules/facts/concours/criteres.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (body: string) => {
  const [piece] = open([{ path: 'reglement-concours.md', text: `# Règlement du concours\n\n${body}\n` }]).pieces;
  assert.ok(piece);
  return piece;
};
const read = (body: string) => pieceOf(body).ask(criteresProjets);

describe('what projects are judged on', () => {
  const GIVEN: readonly string[] = [
    'LES CRITERES SONT L’ORIGINALITE ET LE COUT.',
    'Le jury classe les projets au regard de leur faisabilité et de leur coût.',
    'Les projets sont notés selon leur clarté.',
    'Les critères d’évaluation des projets figurent dans l’avis de concours.',
    'Les critères des candidatures et des projets figurent dans l’avis de concours.',
    'La grille de notation est la suivante : usage 40, entretien 60.',
    'Les projets sont notés selon la grille de notation suivante :\n\n- usage ;\n- entretien.',
    'Les projets sont notés selon les critères suivants :\n\n| Critère | Points |\n|---|---|\n| Usage | 40 |\n| Entretien | 60 |',
    'Le jury juge les projets sur :\n\n- la clarté ;\n- le coût.',
    'Le jury juge les projets sur :\n– la clarté ;\n– le coût.',
    '## Critères de jugement\n\nLa clarté compte pour moitié.',
    '## Critères\n\n- Usage.\n- Entretien.',
    '## Appréciation\n\nDeux choses comptent : la lisibilité et la sobriété.',
    '## Appréciation\n\nLe jury regarde la lisibilité.',
    '## Calendrier\n\nLa lisibilité et la sobriété comptent.',
    '## Ce qui sera regardé\n\nLa clarté, puis l’intérêt de la réponse.',
    '## Sélection des projets\n\nLes critères sont la clarté et le coût.',
    '## Candidatures\n\nRéférences et moyens.\n\n## Jugement\n\nCritères : clarté, coût.',
    'La pertinence et l’originalité sont des critères.',
    'Délai 40 %, hauteur 60 % : tels sont les critères.',
    '| Critère | Pondération |\n|---|---|\n| Délai | 40 % |\n| Hauteur | 60 % |',
    'Le jury apprécie librement les projets selon leur qualité et leur coût.',
  ];
  for (const body of GIVEN)
    it(`is told: ${body.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual([read(body).given, read(body).refused], [true, undefined]);
    });

  const SILENT: readonly string[] = [
    'Le jury se réunit en mars.',
    'Le jury classe les projets au vu du rapport de la commission.',
    'Les projets sont remis en mars. Leur qualité est l’affaire des équipes.',
    'La qualité des plans est libre.',
    'Les critères de sélection des candidats sont la qualité des références et la pertinence des moyens.',
    'Les critères de sélection des équipes figurent dans l’avis de concours.',
    'Les candidats prennent connaissance des critères qui figurent dans l’avis.',
    '## Sélection des candidats\n\nLes critères sont la qualité et la pertinence des références.',
    '## Sélection des candidats\n\nLes dossiers sont notés selon les critères suivants :\n\n- références ;\n- moyens.',
    '## Sélection des candidats\n\nLes équipes sont notées selon :\n\n- la qualité des références ;\n- la pertinence des moyens.',
    '## Critères de sélection des candidats\n\n- Références.\n- Qualité des moyens.',
    '## Critères\n\nIls sont lus en séance.',
    '## Appréciation des candidatures\n\nLa pertinence et la qualité comptent.',
    '## Appréciation de la qualité et de la clarté\n\nElle a lieu en mars.',
    'Le texte est clair : la qualité y est dite.',
    '## Sélection des candidats\n\n| Critère | Pondération |\n|---|---|\n| Délai | 40 % |\n| Hauteur | 60 % |',
    'Les critères sont lus en séance.\n\nLe jury se réunit en mars.',
    'Le jury lit les critères :\n\nIl se réunit en mars.',
  ];
  for (const body of SILENT)
    it(`is not told: ${body.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual([read(body).given, read(body).refused], [false, undefined]);
    });

  const REFUSED: readonly string[] = [
    'Le jury choisit souverainement le lauréat.',
    'LE JURY SE PRONONCE SANS CRITERES.',
    'Aucun critère n’est fixé pour les projets.',
    'Les critères de jugement des projets seront communiqués ultérieurement.',
    'Les critères de notation restent à définir.',
    '## Critères de jugement\n\nLe jury apprécie librement les projets.',
    '## Évaluation\n\nLe jury juge en son intime conviction.',
  ];
  for (const body of REFUSED)
    it(`is refused: ${body.replaceAll('\n', ' ')}`, () => {
      const piece = pieceOf(body);
      const { given, refused } = piece.ask(criteresProjets);
      assert.deepEqual([given, refused && piece.draft.slice(refused.span)], [false, body.split('\n').at(-1)]);
    });

  it('is no refusal where something else is free', () => {
    for (const body of [
      'Les candidats composent librement leur équipe.',
      'Chacun fait un choix librement.',
      'Le jury se réunit librement ; la clarté et le coût sont pesés.',
      'Les critères de candidature seront précisés ultérieurement.',
    ])
      assert.equal(read(body).refused, undefined, body);
  });
});

describe('the heading under which projects are judged', () => {
  const heading = (body: string) => {
    const piece = pieceOf(body);
    const at = piece.ask(criteresProjets).heading;
    return at && piece.draft.slice(at).replace(/^#+ /, '');
  };
  it('names the judgement, else the jury, and no choice of candidates', () => {
    assert.equal(heading('## Jury\n\nTexte.\n\n## Évaluation\n\nTexte.'), 'Évaluation');
    assert.equal(heading('## Calendrier\n\nTexte.\n\n## Composition du jury\n\nTexte.'), 'Composition du jury');
    assert.equal(
      heading('## Sélection des candidats\n\nTexte.\n\n## Désignation du lauréat\n\nTexte.'),
      'Désignation du lauréat',
    );
    assert.equal(heading('## Calendrier\n\nTexte.'), undefined);
  });
  it('is not the title of the piece', () => {
    const [piece] = open([
      { path: 'reglement-concours.md', text: '# Règlement du jury et jugement\n\nTexte.\n' },
    ]).pieces;
    assert.equal(piece?.ask(criteresProjets).heading, undefined);
  });
});

describe('the summary of the criteria of projects', () => {
  it('tells whether they are given, and a refusal', () => {
    const shown = (body: string) => {
      const piece = pieceOf(body);
      return criteresProjets.show?.(piece.ask(criteresProjets), piece);
    };
    assert.deepEqual(shown('Critères : clarté, coût.'), { donnes: true });
    assert.deepEqual(shown('Le jury choisit souverainement le lauréat.'), { donnes: false, refuses: true });
  });
});
