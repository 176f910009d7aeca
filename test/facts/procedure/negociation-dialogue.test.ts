import assert from 'node:assert/strict';
import { negociation } from '../../../rules/facts/procedure/negociation.ts';
import { baseDialogue } from '../../../rules/facts/procedure/negociation-base.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (body: string, title = 'Examen des offres') => {
  const [piece] = open([{ path: 'rc.md', text: `# RC\n\n## ${title}\n\n${body}\n` }]).pieces;
  assert.ok(piece);
  return piece;
};

describe('phases that eliminate', () => {
  const phases = (body: string, title = 'Dialogue') =>
    pieceOf(body, title)
      .ask(negociation)
      .phases.map((p) => p.criteres);
  it('are read under the dialogue or the negotiation', () => {
    for (const body of [
      'À l’issue du premier tour, les moins bien classés sont éliminés.',
      'Les solutions sont écartées au fur et à mesure.',
      'LE NOMBRE DES CANDIDATS EST REDUIT A CHAQUE ETAPE.',
    ])
      assert.deepEqual(phases(body), [false], body);
    assert.deepEqual(phases('À l’issue du premier tour, deux solutions sont écartées.', 'Exécution'), []);
    assert.deepEqual(phases('Le dialogue a deux tours ; les moins bien classés sont éliminés.', 'Exécution'), [false]);
  });
  it('are no rejection of candidatures or of faulty offers', () => {
    for (const body of [
      'Les candidatures incomplètes sont écartées à la première étape.',
      'Les offres irrégulières sont éliminées dès la première phase.',
      'Les solutions sont écartées.',
      'Le dialogue comprend deux phases.',
    ])
      assert.deepEqual(phases(body), [], body);
  });
  it('have their criteria in the article, or where a text says that they are theirs', () => {
    const out = 'À l’issue de la première phase, deux solutions sont écartées.';
    for (const [text, wanted] of [
      [`${out}\n\nLes critères sont le coût et la qualité.`, true],
      [`${out}\n\n## Critères\n\nÀ chaque phase, les critères sont le coût et la qualité.`, true],
      [`${out}\n\n## Offres\n\nLes critères d’attribution sont le prix et la qualité.`, false],
      [`${out}\n\n## Candidatures\n\nLes critères de la phase de candidature sont les références.`, false],
      [`${out}\n\n## Calendrier\n\nLa seconde phase du dialogue dure un mois.`, false],
    ] as const)
      assert.deepEqual(phases(text), [wanted], text);
  });
});

describe('the summary of a negotiation', () => {
  const shown = (body: string, title?: string): unknown => {
    const piece = pieceOf(body, title);
    return JSON.parse(JSON.stringify(negociation.show?.(piece.ask(negociation), piece) ?? null));
  };
  it('tells all that is read, and nothing where nothing is said', () => {
    assert.equal(shown('Les plis sont ouverts en séance.'), null);
    const none = {
      prevue: false,
      certaine: false,
      egalite: false,
      protection: false,
      offresInitiales: false,
      interdits: [],
    };
    assert.deepEqual(shown('Il n’y a pas de négociation.'), none);
    assert.deepEqual(shown('Les critères peuvent être modifiés.', 'Négociation'), { ...none, interdits: ['criteres'] });
    assert.deepEqual(shown('Les solutions sont écartées à chaque tour.', 'Dialogue'), { ...none, phases: 1 });
    assert.deepEqual(
      shown(
        'La ville négocie avec tous. Les offres finales sont négociées. Les candidats sont traités de manière égale. Leurs propositions sont confidentielles.',
      ),
      { ...none, prevue: true, certaine: true, egalite: true, protection: true, offreFinaleNegociee: true },
    );
    assert.deepEqual(shown('La ville peut négocier ou attribuer le marché sur la base des offres initiales.'), {
      ...none,
      prevue: true,
      offresInitiales: true,
    });
  });
});

describe('the base of a dialogue', () => {
  const found = (body: string) => {
    const piece = pieceOf(body, 'Dialogue');
    return piece.ask(baseDialogue).map((b) => [b.lot ?? '', piece.draft.slice(b.at)]);
  };
  const TABLE: readonly (readonly [string, boolean])[] = [
    ['Le dialogue est conduit sur la base du CCTP.', true],
    ['Les participants discutent à partir du cahier des charges.', true],
    ['Le cahier des charges, complet et définitif, est remis au début du dialogue.', true],
    ['LE DIALOGUE S’APPUIE SUR LES SPECIFICATIONS TECHNIQUES.', true],
    ['Le dialogue est conduit sur la base du programme fonctionnel, et non du cahier des charges.', false],
    ['Le cahier des charges définitif sera établi au terme du dialogue.', false],
    ['Le dialogue est conduit sur la base des propositions.', false],
    ['Les prestations sont réglées sur la base du CCTP.', false],
    ['Le CCTP est complet et définitif.', false],
    ['Le CCTP est remis aux participants.', false],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted ? 'is' : 'is not'} settled beforehand: ${body}`, () => {
      assert.deepEqual(found(body), wanted ? [['', body]] : []);
    });
  it('is told once for each lot', () => {
    assert.deepEqual(
      found(
        'Le dialogue du lot 1 est conduit sur la base du CCTP. Pour le lot 2, le dialogue repose sur le cahier des charges. Le dialogue du lot 1 part du CCTP : il est mené sur la base du CCTP.',
      ).map(([lot]) => lot),
      ['1', '2'],
    );
  });
  it('is shown with the lot it is for', () => {
    const piece = pieceOf('Le dialogue du lot 3 est conduit sur la base du CCTP.', 'Dialogue');
    assert.deepEqual(baseDialogue.show?.(piece.ask(baseDialogue), piece), [{ lot: '3' }]);
    const none = pieceOf('Le dialogue est conduit sur la base du programme.', 'Dialogue');
    assert.equal(baseDialogue.show?.(none.ask(baseDialogue), none), undefined);
  });
});
