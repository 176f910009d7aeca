import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/consultation/open.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { explainAt } from '../../server/core/explain-cited.ts';
import { lawLinks } from '../../server/core/law-links.ts';

const open = (text: string, date = '2026-12-01'): Piece =>
  openConsultation([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }], { date }).pieces[0] as Piece;

/** What is said on the words of a text, and the words it is said of. */
const said = (text: string, words: string, date?: string) => {
  const piece = open(text, date);
  const found = explainAt(piece, piece.draft.text.indexOf(words), []);
  return found && { of: piece.draft.slice(found.at), parts: found.markdown.split('\n\n') };
};
const links = (text: string, date?: string) => {
  const piece = open(text, date);
  return lawLinks(piece).map(({ at, tooltip }) => `${piece.draft.slice(at)} → ${tooltip}`);
};

describe('what is said of a citation', () => {
  it('of a CCAG without its kind is said of the one that the piece refers to', () => {
    const text = 'Le marché se réfère au CCAG-TIC. L’article 46 du CCAG s’applique.';
    assert.deepEqual(said(text, '46')?.parts.slice(0, 2), [
      '# Article 46 du CCAG-TIC de 2021',
      'Objet : Régime des résultats.',
    ]);
    assert.deepEqual(links(text), [
      'CCAG → CCAG-TIC, arrêté du 30 mars 2021, sur Légifrance',
      '46 → CCAG-TIC, arrêté du 30 mars 2021, sur Légifrance : y chercher l’article 46',
    ]);
  });

  it('leads to the page of the article where its address is known, in the wording of the day', () => {
    const piece = (date: string) => open('Voir l’article L. 2192-1 du code de la commande publique.', date);
    const code = 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000037701019';
    const [now] = lawLinks(piece('2026-12-01'));
    assert.equal(now?.url, 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000046195587');
    assert.equal(now?.tooltip, 'Article L2192-1 du code de la commande publique, sur Légifrance');
    // The page of an older wording is not known: the whole code, in its state of that day.
    assert.deepEqual(
      lawLinks(piece('2022-03-01')).map(({ url }) => url),
      [`${code}/2022-03-01/`],
    );
  });

  it('of an old CCAG says what became of the article', () => {
    assert.deepEqual(said('Le marché se réfère au CCAG-PI de 2009. L’article 25 du CCAG s’applique.', '25')?.parts, [
      '# Article 25 du CCAG-PI de 2009',
      'Objet : régime des résultats.',
      'Devenu en 2021 : articles 35 du CCAG de 2021. Régime unique sans option A ni B',
      'Sûreté : texte lu à la source.',
    ]);
  });

  it('of a CCAG of 2021 is the subject of any of its numbers, since when, and what it does not have', () => {
    assert.deepEqual(said('Voir l’article 45.2 du CCAG-FCS.', '45.2')?.parts, [
      '# Article 45.2 du CCAG-FCS de 2021',
      'Objet (Exécution de la prestation aux frais et risques du titulaire) : Prestations équivalentes de substitution.',
      'En vigueur depuis le 01/04/2021.',
      'Sûreté : texte lu à la source.',
    ]);
    assert.ok(said('Voir l’article 11.1 du CCAG-FCS.', '11.1')?.parts.includes('En vigueur, modifié le 01/01/2023.'));
    assert.ok(
      said('Voir l’article 11.1 du CCAG-FCS.', '11.1', '2022-06-01')?.parts.includes(
        'Rédaction de ce jour non lue : l’article a été modifié le 01/01/2023.',
      ),
    );
    assert.ok(
      said('L’article 99 du CCAG-FCS de 2021 s’applique.', '99')?.parts.includes(
        'Numéro inconnu : ce CCAG n’a pas cet article dans l’état du 23/08/2026 (il va jusqu’à l’article 46).',
      ),
    );
  });

  it('is nothing for a CCAG of no kind, or an article of 2009 that we do not know', () => {
    assert.equal(said('L’article 14.1 du CCAG s’applique.', '14.1'), undefined);
    assert.deepEqual(links('L’article 14.1 du CCAG s’applique.'), []);
    assert.equal(said('L’article 99 du CCAG-TIC de 2009 s’applique.', '99'), undefined);
  });

  it('of a repealed text says since when, by what it was replaced, article by article', () => {
    assert.deepEqual(said('Voir le code des marchés publics.', 'code des'), {
      of: 'code des marchés publics',
      parts: [
        '# Code des marchés publics (décret n° 2006-975 du 1er août 2006)',
        'En vigueur depuis le 01/09/2006, abrogé le 01/04/2016.',
        'Remplacé par : code de la commande publique, après l’ordonnance n° 2015-899 et le décret n° 2016-360.',
        'Sûreté : de mémoire, non vérifié, à vérifier.',
      ],
    });
    const article = said('Voir l’article 3 de la loi n° 85-704 du 12 juillet 1985.', 'article 3');
    assert.equal(article?.of, 'article 3 de la loi n° 85-704 du 12 juillet 1985');
    assert.ok(
      article?.parts.includes('Article 3, remplacé par : code de la commande publique (deuxième partie, livre IV).'),
    );
  });

  it('of a text that was still in force that day says from when it no longer is', () => {
    const text = 'Voir l’ordonnance n° 2015-899.';
    assert.equal(
      said(text, 'ordonnance', '2018-01-01')?.parts[1],
      'En vigueur depuis le 01/04/2016 ; abrogé à partir du 01/04/2019.',
    );
    assert.equal(said(text, 'ordonnance')?.parts[1], 'En vigueur depuis le 01/04/2016, abrogé le 01/04/2019.');
  });

  it('leads to the page of the text, at the day of the piece', () => {
    assert.deepEqual(links('Voir l’article 999 du décret n° 2016-360.'), [
      'article 999 du décret n° 2016-360 → Décret n° 2016-360 du 25 mars 2016, sur Légifrance : y chercher l’article 999',
    ]);
    assert.deepEqual(links('Voir le décret n° 2016-360.'), [
      'décret n° 2016-360 → Décret n° 2016-360 du 25 mars 2016, sur Légifrance',
    ]);
    assert.deepEqual(links('Voir l’article R. 2152-7 du code de la commande publique.', '2019-05-01'), [
      'R. 2152-7 → Code de la commande publique au 01/05/2019, sur Légifrance : y chercher R2152-7',
    ]);
    assert.deepEqual(links('Voir l’article L. 9999-1 du code de la commande publique.'), []);
  });

  it('of an article of a code is about the day of the piece', () => {
    const text = 'Voir l’article R. 2152-7 du code de la commande publique.';
    assert.ok(said(text, 'R. 2152-7', '2019-05-01')?.parts.includes('## Au 01/05/2019'));
    assert.ok(said(text, 'R. 2152-7')?.parts.includes('## Au 01/12/2026'));
    assert.ok(
      said('Voir l’article L. 9999-1 du code de la commande publique.', 'L. 9999-1')?.parts.includes(
        "Numéro inconnu : le code n'a pas cet article dans l'état du 23/08/2026.",
      ),
    );
    assert.ok(
      said('Voir l’article R. 2193-7 du code de la commande publique.', 'R. 2193-7', '2022-06-01')?.parts.includes(
        "Rédaction de ce jour non lue : l'article figure au code dans l'état du 23/08/2026, seul lu.",
      ),
    );
    assert.equal(said('Rien.', 'Rien'), undefined);
  });
});
