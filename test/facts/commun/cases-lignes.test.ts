import assert from 'node:assert/strict';
import { capacites } from '../../../rules/facts/candidature/capacites.ts';
import { piecesExcessives } from '../../../rules/facts/candidature/pieces.ts';
import { isAnsweredNo } from '../../../rules/facts/commun/index.ts';
import { transmission } from '../../../rules/facts/offres/transmission.ts';
import { prestations } from '../../../rules/facts/piece/prestations.ts';
import { negociation } from '../../../rules/facts/procedure/negociation.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string, path = 'rc.md') => {
  const [piece] = open([{ path, text: `# ${path.slice(0, -3).toUpperCase()}\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return piece;
};
const table = (...rows: readonly string[]): string => {
  const [head = '', ...others] = rows;
  return [head, head.replace(/[^|]+/g, '---'), ...others].join('\n');
};

describe('a row that is answered no', () => {
  const denied = (text: string) =>
    pieceOf(text)
      .draft.sentences.filter(isAnsweredNo)
      .map((s) => s.folded);

  it('is no in its column of answers, whatever else stands there, or in all that it has', () => {
    const cells = ['| Voie | Ouverte | Note |', '| Fax | non | hors service |', '| Portail | oui | gratuit |'];
    assert.deepEqual(denied(table(...cells)), ['fax']);
    assert.deepEqual(denied(table('| Objet | Règle |', '| Logiciels | sans objet |', '| Plans | rendus |')), [
      'logiciels',
    ]);
    assert.deepEqual(denied(table('| Papier | Tous | Retenu |', '| Bilan | non | oui |', '| Statuts | non | non |')), [
      'statuts',
    ]);
    assert.deepEqual(denied(table('| Objet | Règle |', '| Logiciels | non cédés |', '| Plans | |')), []);
  });

  it('asks for nothing that its label names', () => {
    const ways = (answer: string) =>
      pieceOf(
        `## Remise des offres\n\n${table('| Voie | Admise | Note |', `| Remise des offres par courrier | ${answer} | – |`, '| Portail | oui | – |')}`,
      ).ask(transmission).papier.length > 0;
    assert.deepEqual([ways('oui'), ways('non')], [true, false]);
    const works = (answer: string) =>
      pieceOf(table('| Objet | Réponse |', `| Développement d’un logiciel spécifique | ${answer} |`), 'cctp.md').ask(
        prestations,
      ).length > 0;
    assert.deepEqual([works('demandé'), works('sans objet')], [true, false]);
    const papers = (first: string, second: string) =>
      pieceOf(
        `## Candidature\n\n${table('| Pièce | À la candidature | Avant la signature |', `| Attestations fiscales | ${first} | ${second} |`)}`,
      ).ask(piecesExcessives).length;
    assert.equal(papers('non', 'oui'), 0);
  });

  it('puts out for want of references where its column says that the tender is left out', () => {
    const out = (head: string, answer: string) =>
      pieceOf(
        `## Capacités\n\n${table(`| Niveau minimal | ${head} |`, `| Deux marchés similaires exécutés | ${answer} |`)}`,
      ).ask(capacites).referencesEliminatoires.length;
    assert.equal(out('Candidature rejetée à défaut', 'oui'), 1);
    assert.equal(out('Candidature rejetée à défaut', 'non'), 0);
    assert.equal(out('N’est pas éliminé à défaut', 'oui'), 0);
  });

  it('opens no minimum to negotiation where it speaks of the day of the talks', () => {
    const text = table(
      '| Étape | Date | Heure |',
      '| Séances de négociation | semaine du 15 mars 2027 | fixée par l’invitation |',
    );
    assert.deepEqual(pieceOf(`Procédure avec négociation.\n\n## Calendrier\n\n${text}`).ask(negociation).interdits, []);
  });
});
