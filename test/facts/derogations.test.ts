import assert from 'node:assert/strict';
import { covers, derogations } from '../../rules/facts/derogations.ts';
import { open } from '../rules/tester.ts';

const read = (text: string) => {
  const [piece] = open([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return { piece, fact: piece.ask(derogations) };
};
const made = (text: string) => {
  const { piece, fact } = read(text);
  return fact.made.map((m) => [m.articles.join(', '), piece.draft.slice(m.at)]);
};
/** « 5 → 14.1 »: article of the piece, article of the CCAG. */
const listed = (text: string) =>
  read(`## Article 20 – Dérogations au CCAG\n\n${text}`).fact.listed.map(({ own, articles, elsewhere }) =>
    `${own.join(', ')} → ${articles.join(', ')}${elsewhere ? ' (autre pièce)' : ''}`.trim(),
  );

describe('a derogation to the CCAG', () => {
  it('names its article before the CCAG, or after it in brackets or behind a comma', () => {
    assert.deepEqual(made('Par dérogation à l’article 14.1 du CCAG-FCS, les pénalités sont plafonnées.'), [
      ['14.1', 'Par dérogation à l’article 14.1 du CCAG-FCS'],
    ]);
    assert.deepEqual(made('Par dérogation au CCAG-TIC (article 14.1), les pénalités sont plafonnées.'), [
      ['14.1', 'Par dérogation au CCAG-TIC'],
    ]);
    assert.deepEqual(made('Par dérogation au CCAG, article 14.1, le délai est porté à dix jours.'), [
      ['14.1', 'Par dérogation au CCAG'],
    ]);
  });

  it('is none to another text', () => {
    assert.deepEqual(made('Par dérogation à l’article L. 2191-1 du code de la commande publique, rien.'), []);
  });

  it('is shown with those of the final list, or not at all', () => {
    const both = read(
      'Par dérogation à l’article 14.1 du CCAG, rien.\n\n## Dérogations au CCAG\n\n- article 20.2 du CCAG',
    );
    assert.deepEqual(derogations.show(both.fact, both.piece), { corps: ['14.1'], liste: ['20.2'] });
    const none = read('Le marché dure un an.');
    assert.equal(derogations.show(none.fact, none.piece), undefined);
  });
});

describe('the list of derogations', () => {
  it('tells the articles of the piece from those of the CCAG by their words', () => {
    assert.deepEqual(listed('- L’article 5 du CCAP déroge à l’article 14.1 du CCAG ;\n- CCAP 6 : CCAG 20.2'), [
      '5 → 14.1',
      '→ 20.2',
    ]);
    assert.deepEqual(
      listed(
        '- Article 5 : article 14.1 du CCAG-FCS\n- Article 6 du présent contrat : articles 20.2 et 30 du CCAG\n- Article 7 déroge à l’article 31',
      ),
      ['5 → 14.1', '6 → 20.2, 30', '7 → 31'],
    );
    assert.deepEqual(listed('14.1\n\n20.2'), ['→ 14.1', '→ 20.2']);
  });

  it('is a table of two columns in either order, or of lines that say it all', () => {
    assert.deepEqual(
      listed('| Article du CCAP | Article du CCAG |\n|---|---|\n| 5 | 14.1 |\n| 6.2 | 20 et 30 |\n| 7 | néant |'),
      ['5 → 14.1', '6.2 → 20, 30'],
    );
    assert.deepEqual(listed('| Article du CCAG | Article du présent CCAP |\n|---|---|\n| 14.1 | 5 |'), ['5 → 14.1']);
    assert.deepEqual(listed('| Article du CCAP | Autre |\n|---|---|\n| 5 | 14.1 |'), ['5 → 14.1']);
    assert.deepEqual(
      listed('| Objet | Détail |\n|---|---|\n| Pénalités | l’article 5 du CCAP déroge à l’article 14.1 du CCAG |'),
      ['5 → 14.1'],
    );
  });

  it('says when a derogation is made by another piece', () => {
    assert.deepEqual(listed('| Article du CCTP | CCAG auquel il est dérogé |\n|---|---|\n| 5 du CCTP | 14.1 |'), [
      '5 → 14.1 (autre pièce)',
    ]);
  });

  it('may be empty', () => {
    assert.deepEqual(listed('Néant.'), []);
    assert.deepEqual(listed('Sans objet.'), []);
  });

  it('may have a title at the head of its paragraph, or none but a sentence before it', () => {
    const articles = (text: string) => read(text).fact.listed.map((l) => l.articles.join(', '));
    assert.deepEqual(articles('**ARTICLE 17 – DÉROGATIONS.** L’article 5 déroge à l’article 14.1 du CCAG.'), ['14.1']);
    assert.deepEqual(
      articles(
        '## Divers\n\nLes dérogations au CCAG sont les suivantes :\n\n- article 14.1 du CCAG\n- article 20 du CCAG',
      ),
      ['14.1', '20'],
    );
  });

  it('covers an article by the one that holds it', () => {
    assert.deepEqual(
      [covers('14', '14.1'), covers('14.1', '14'), covers('14.1', '14.1'), covers('14', '140'), covers('14.1', '14.2')],
      [true, true, true, false, false],
    );
  });
});
