import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Draft } from '../../rules/kit/draft.ts';
import { cut } from '../../rules/kit/markdown/cut.ts';

/** The tables of a text: cells between bars, a row a line. */
const tablesOf = (text: string): string[] =>
  new Draft(text).tables.map(({ header, rows }) =>
    [header, ...rows].map(({ cells }) => cells.map((cell) => cell.text.replace(/\s+/g, ' ')).join(' | ')).join('\n'),
  );
const page = (...paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;
const UNDER = 'Les notes sont arrondies au centième, et les offres sont classées par note décroissante.';

const CRITERIA = page(
  '7.1 Appréciation\nCritères',
  'Pondération',
  'Prix des fournitures',
  '45 %',
  'Qualité du service, dont : délais (20 %),\naccueil (15 %)',
  '35 %',
  'Emballages repris',
  '20 %',
  UNDER,
);

describe('a table whose cells stand each in a paragraph', () => {
  it('is known by the names of its columns and by figures at the same place of each row', () => {
    assert.deepEqual(tablesOf(CRITERIA), [
      'Critères | Pondération\nPrix des fournitures | 45 %\nQualité du service, dont : délais (20 %), accueil (15 %) | 35 %\nEmballages repris | 20 %',
    ]);
    assert.deepEqual(
      tablesOf(
        page(
          'N°',
          'Désignation',
          'Estimation HT',
          '1',
          'Serres',
          '61 000 €',
          '2',
          'Bancs',
          '9 500 €',
          'Total',
          '70 500 €',
        ),
      ),
      ['N° | Désignation | Estimation HT\n1 | Serres | 61 000 €\n2 | Bancs | 9 500 €\nTotal |  | 70 500 €'],
    );
  });

  it('has its words at their places in the text, and leaves what stands over and under it', () => {
    const draft = new Draft(CRITERIA);
    const cell = draft.tables[0]?.rows[1]?.cells[0];
    assert.equal(
      draft.slice(cell?.span ?? { start: 0, end: 0 }),
      'Qualité du service, dont : délais (20 %),\naccueil (15 %)',
    );
    assert.equal(draft.passages[0]?.text, '7.1 Appréciation');
    assert.equal(draft.passages.at(-1)?.text, UNDER);
  });

  it('may have a figure among the lines of its label, two names in a line, words fallen out of a line', () => {
    assert.deepEqual(
      tablesOf(
        page(
          'Critère',
          'Poids',
          'Tenue des plantes dans le\n45 %\ntemps, et garantie',
          'Prix des\n30 %\nplants\nDélais',
          '25 %',
          UNDER,
        ),
      ),
      ['Critère | Poids\nTenue des plantes dans le temps, et garantie | 45 %\nPrix des plants | 30 %\nDélais | 25 %'],
    );
    assert.deepEqual(
      tablesOf(page('N° Désignation', 'Quantité', '1', 'Râteaux', '8', '2', 'Pelles à manche', 'long', '12', UNDER)),
      ['N° | Désignation | Quantité\n1 | Râteaux | 8\n2 | Pelles à manche long | 12'],
    );
  });

  it('goes on over a page that prints its heads again', () => {
    const under = '\fVille de Lorne – Serres\nPhase';
    assert.deepEqual(
      tablesOf(
        page(
          'Phase',
          'Contenu',
          'Montant HT',
          'Ferme',
          'Semis et',
          '9 000 €',
          '2/5',
          under,
          'Contenu\nrepiquage',
          'Montant HT',
          'Optionnelle',
          'Taille',
          '4 000 €',
          UNDER,
        ),
      ),
      ['Phase | Contenu | Montant HT\nFerme | Semis et repiquage | 9 000 €\nOptionnelle | Taille | 4 000 €'],
    );
  });

  it('is known by names alone where its rows are whole, or begin with codes', () => {
    assert.deepEqual(tablesOf(page('Lot', 'Objet', '1', 'Serres et abris', '2', 'Outils', 'Article 3 – Durée')), [
      'Lot | Objet\n1 | Serres et abris\n2 | Outils',
    ]);
    assert.deepEqual(
      tablesOf(page('Élément', 'Prescription', 'Vitrage', 'verre trempé', 'Ossature', 'acier galvanisé', UNDER)),
      ['Élément | Prescription\nVitrage | verre trempé\nOssature | acier galvanisé'],
    );
  });

  it('is a form, or the subjects of a piece and what is said of each', () => {
    assert.deepEqual(tablesOf(page('Candidat :\nNom', '..........', 'Adresse', '..........', UNDER)), [
      ' | \nNom | ..........\nAdresse | ..........',
    ]);
    assert.deepEqual(
      tablesOf(
        page(
          'Acheteur',
          'Ville de Lorne',
          'Objet',
          'Entretien des serres',
          'Procédure',
          'adaptée',
          'Durée',
          '12 mois',
          UNDER,
        ),
      ),
      [' | \nAcheteur | Ville de Lorne\nObjet | Entretien des serres\nProcédure | adaptée\nDurée | 12 mois'],
    );
  });

  it('is none where a row lacks a cell, where figures stand elsewhere, or where it is text', () => {
    for (const text of [
      page('Critères', 'Pondération', 'Prix', '45 %', 'Qualité', 'Délais', '35 %', '20 %', UNDER),
      page('Élément', 'Prescription', 'Vitrage', 'verre trempé', 'Ossature', UNDER),
      page('Lot', 'Objet', 'Forme', '1', 'Serres', 'marché', '2', 'Outils', UNDER),
      page('Lot 1', 'Serres', 'Lot 2', 'Outils', 'Lot 3', 'Bancs'),
      page('Critères', 'Pondération', UNDER, '45 %', UNDER),
      page('\fCritères', 'Poids', 'Prix', '35 %', 'Délais', '20 %', UNDER),
      page('Fait à Lorne', 'Le maire', 'Le titulaire', 'Date'),
      page('# Critères', 'Prix : 45 %', 'Qualité : 55 %'),
      page('Prix', '- 45 %', '- 55 %', 'Délais', '- 10 jours'),
      page('Article 1. Objet', UNDER, 'Article 2. Durée', 'Douze mois.'),
    ])
      assert.deepEqual(tablesOf(text), [], text);
  });

  it('is one chunk with what it stands under, and cut text loses no word', () => {
    assert.deepEqual(
      cut(CRITERIA).map(({ text }) => text.slice(0, 8)),
      ['7.1 Appr', 'Les note'],
    );
  });

  it('is read anew where an edit makes one from the first paragraph on', () => {
    const first = page('Objet', 'Prix', 'Prix', '2', 'Prix', 'Prix', 'Prix');
    const next = `${first.slice(0, 15)}${first.slice(18)}`;
    assert.equal(new Draft(next).tables.length, 1);
    assert.equal(new Draft(first).edit(next), undefined);
  });

  it('is read in an edited draft as in a new one', () => {
    const words = [
      'Prix',
      '45 %',
      '10 €',
      'Critères',
      'Poids',
      'Lot',
      'Objet',
      '1',
      '2',
      'Serres',
      '.....',
      UNDER,
      '# A',
      'Page 2 sur 5',
      '\fX',
    ];
    const text = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 14 }).map((all) => page(...all));
    const edit = fc.record({
      at: fc.nat(200),
      removed: fc.nat(6),
      added: fc.constantFrom('', 'x', ' %', '\n\n', '7', 'Prix\n\n10 €\n\n'),
    });
    fc.assert(
      fc.property(
        fc.oneof(text, fc.constant(CRITERIA)),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (first, edits) => {
          const draft = new Draft(first);
          let is = first;
          for (const { at, removed, added } of edits) {
            const from = Math.min(at, is.length);
            const next = is.slice(0, from) + added + is.slice(from + removed);
            if (!draft.edit(next)) return;
            is = next;
            const fresh = new Draft(is);
            const shape = (d: Draft) => d.passages.map((p) => [p.kind, p.text, p.span.start, p.cell]);
            assert.deepEqual(shape(draft), shape(fresh), JSON.stringify([first, is]));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
