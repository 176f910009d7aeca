import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { motifs } from '../../../rules/facts/procedure/motif.ts';

const read = (body: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text: `# RC\n\n${body}\n` }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece.ask(motifs);
};
/** An article that a table makes long. */
const table = (last: string) =>
  `| Point | Choix |\n|---|---|\n${'| Divers | Sans objet |\n'.repeat(8)}| Motif | ${last} |`;
const UNRELATED = 'Le titulaire livre.\n\nIl facture.\n\nIl garantit.\n\n';

describe('The reasons for doing without competition', () => {
  const INNOVANT = table('Sans publicité, sur le fondement de l’article R. 2122-9-1, pour 38 000 € HT');
  const WHY = 'L’achat est innovant, parce qu’aucun logiciel ne transcrit la langue des signes.';

  it('are read right after a table that invokes an innovative purchase, not pages later', () => {
    assert.equal(read(INNOVANT).achatInnovant?.justifie, false);
    assert.equal(read(`${INNOVANT}\n\n${WHY}`).achatInnovant?.justifie, true);
    assert.equal(read(`${INNOVANT}\n\n${UNRELATED}${WHY}`).achatInnovant?.justifie, false);
    assert.equal(read(`${INNOVANT}${'\n| Divers | Sans objet |'.repeat(2)}\n\n${WHY}`).achatInnovant?.justifie, true);
  });

  it('are read in the article that says why this procedure, wherever it stands', () => {
    const article = (title: string, text: string) => `${INNOVANT}\n\n${UNRELATED}## ${title}\n\n${text}`;
    assert.equal(read(article('Pourquoi cette procédure', WHY)).achatInnovant?.justifie, true);
    assert.equal(read(article('Délais', WHY)).achatInnovant?.justifie, false);
    const law = 'Est innovant, au sens de l’article L. 2172-3, un achat nouveau ou sensiblement amélioré.';
    assert.equal(read(article('Textes', law)).achatInnovant?.justifie, false);
  });

  it('are asked where the decree of 2018 is invoked for its first article, and not for another', () => {
    const invoked = (text: string) => read(text).achatInnovant !== undefined;
    assert.equal(invoked('Marché passé en application du décret n° 2018-1225 du 24 décembre 2018.'), true);
    assert.equal(invoked('Marché passé en application de l’article 1 du décret du 24 décembre 2018.'), true);
    assert.equal(invoked('L’avance est de 10 %, selon l’article 7 du décret du 24 décembre 2018.'), false);
    assert.equal(invoked('L’avance est de 20 %, en application du décret n° 2018-1225.'), false);
    assert.equal(invoked('Retenue de 3 % (article 12 du décret n° 2018-1225 du 24 décembre 2018).'), false);
  });

  it('are read right after a table that invokes exclusive rights', () => {
    const given = `Le marché est négocié sans publicité.\n\n${table('Droits exclusifs, article R. 2122-3')}`;
    const { exclusivite } = read(given);
    assert.deepEqual([exclusivite?.seulOperateur, exclusivite?.sansAlternative], [false, false]);
    const shown = read(
      `${given}\n\nUn seul opérateur peut l’exécuter.\n\nIl n’existe aucune solution de remplacement.`,
    );
    assert.deepEqual([shown.exclusivite?.seulOperateur, shown.exclusivite?.sansAlternative], [true, true]);
  });
});
