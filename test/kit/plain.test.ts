import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { readBlock } from '../../rules/kit/markdown/block.ts';
import { cut } from '../../rules/kit/markdown/cut.ts';
import { isTitle, readPlain, readTitle, titleLinesIn, titlesIn } from '../../rules/kit/markdown/plain.ts';
import { isRightlyPlain } from './rightly-plain.ts';

describe('what has no markup is read without the parser', () => {
  it('knows paragraphs, headings and lists', () => {
    for (const chunk of [
      'Le titulaire remet le rapport.\nIl le présente.',
      '## Article 2 – Durée',
      '- un ;\n- deux ;\n- trois.',
      '3. un\n4. deux',
      '| Critère | Poids |\n| :--- | ---: |\n| Prix |  60 %|\n|| - |',
    ])
      assert.ok(isRightlyPlain(chunk), chunk);
  });

  it('but for a numbered line that stands alone in the words of a title', () => {
    const titles = (text: string) =>
      cut(text)
        .filter((c) => readTitle(c.text))
        .map((c) => c.text);
    const text = '1. Objet\n\nUn parc.\n\n2) PÉNALITÉS DE RETARD\n\nAucune.\n\n10. Droits sur l’étude\n\nCédés.';
    assert.deepEqual(titles(text), ['1. Objet', '2) PÉNALITÉS DE RETARD', '10. Droits sur l’étude']);
    for (const chunk of [
      '1. Objet\n2. Lots',
      '1. Objet\n\n2. Lots',
      '1. Objet\nUn parc',
      '1. Le titulaire remet un rapport',
      '1. un acte d’engagement',
      '1. Un acte d’engagement ;',
      '1. Objet : un parc',
      '1. *Objet*',
      '2026. Objet',
      '- Objet',
    ])
      assert.deepEqual(titles(chunk), [], chunk);
  });

  it('but for a numbered title that a page prints with blanks about its number', () => {
    const kinds = (text: string) => new Draft(text).passages.map(({ kind, text: words }) => `${kind} ${words}`);
    assert.deepEqual(kinds('   1.  OBJET\n\nUn parc.\n\n   2.  LOTS DU MARCHÉ\n\n    2.1. Étendue\n\nUn.'), [
      'heading 1. OBJET',
      'paragraph Un parc.',
      'heading 2. LOTS DU MARCHÉ',
      'paragraph 2.1. Étendue',
      'paragraph Un.',
    ]);
    for (const [text, kind] of [
      ['   1. Objet', 'item'],
      ['1.  Intégrer le réemploi', 'item'],
      ['   1.  Le titulaire remet un rapport', 'item'],
      ['- a :\n\n  1. OBJET\n\n  2. LOTS', 'item'],
    ] as const)
      assert.ok(
        kinds(text).every((k) => k.startsWith(kind)),
        text,
      );
  });

  it('but for titles that stand among the lists of a chunk', () => {
    const read = (text: string) =>
      cut(text).flatMap(({ text: chunk, start }) => {
        const { passages, places } = readBlock(chunk, false);
        return passages.map(({ kind }, i) => {
          const { start: from, end: to } = places[i] ?? { start: 0, end: 0 };
          return `${kind} ${text.slice(start + from, start + to)}`;
        });
      });
    assert.deepEqual(read('8. Critères\n\n- prix ;\n- qualité.\n\n9. Recours\n\nAucun.'), [
      'heading 8. Critères',
      'item prix ;',
      'item qualité.',
      'heading 9. Recours',
      'paragraph Aucun.',
    ]);
    for (const list of ['1. Prix\n\n2. Qualité', '- a\n\n- b', '1. Prix\n\n   suite\n\n2. Qualité'])
      assert.ok(!read(list).some((line) => line.startsWith('heading')), list);
  });

  it('leaves to the parser whatever may be markup', () => {
    for (const chunk of [
      'un *mot*',
      'a\n---',
      '1. a\n- b',
      '- a\n\n- b',
      '- a\n  b',
      '# a #',
      '-',
      '#',
      'a  \nb',
      '- - a',
      '- 1. a',
      'a&nbsp;b',
      '1. a\n2) b',
      '| a | b |\n| - | - |\n| c |',
      '| a |\n| b |',
    ])
      assert.equal(readPlain(chunk), undefined, chunk);
  });
});

describe('a numbered line', () => {
  for (const line of [
    '1. Prix',
    '12. Prix',
    '3) Prix',
    '3. **Pénalités de retard**',
    '3) __Pénalités__',
    '3. PÉNALITÉS DE RETARD',
    '3. Éléments de mission',
    '3. Délai d’exécution',
    '3. Estimation des prix',
    '3. Remise des plis',
    '3. Santé et sécurité',
    '3. Nature et étendue des besoins',
    `3. P${'r'.repeat(90)}`,
  ])
    it(`is the title « ${line.slice(0, 50)} »`, () => {
      assert.ok(isTitle(line));
    });

  for (const line of [
    'Prix',
    '123. Prix',
    '3. **Prix** : 40',
    '3. **Prix est ferme**',
    '3 Prix',
    '3.Prix',
    '3. prix',
    '3. Les',
    '3.  ',
    '3. Prix.',
    '3. Prix ;',
    '3. Prix,',
    '3. Prix :',
    '3. Prix !',
    '3. Prix ',
    '3. Prix : ferme',
    '3. Prix ; délai',
    '3. Prix. Délai',
    '3. Quel prix ? Lequel',
    '3. Prix ! Délai',
    '3. *Prix*',
    '3. Prix\nDélai',
    `3. P${'r'.repeat(91)}`,
    ...[
      'est ferme',
      'sont fermes',
      'sera ferme',
      'SERONT FERMES',
      'doit être ferme',
      'doivent être fermes',
      'devra être ferme',
      'devront être fermes',
      'peut être ferme',
      'peuvent être fermes',
      'pourra être ferme',
      'pourront être fermes',
      'a été fixé',
      'ont été fixés',
      'aura été fixé',
      'ne varie pas',
      'n’évolue pas',
      "n'évolue pas",
      'remet un taux',
      'remettra un taux',
      'fournit un taux',
      'assure un gain',
      's’engage sur un an',
      "s'engage sur un an",
    ].map((state) => `3. Le prix ${state}`),
  ])
    it(`is no title: « ${line.slice(0, 50)} »`, () => {
      assert.ok(!isTitle(line));
    });
});

describe('a chunk', () => {
  /** The lines before which it is cut. */
  const cuts = (...lines: readonly string[]) => {
    const chunk = lines.join('\n');
    return titlesIn(chunk).map((at) => chunk.slice(at).split('\n')[0]);
  };
  it('is cut before and after a title alone between blank lines', () => {
    assert.deepEqual(cuts('8. Critères', '', '- prix', '- délai'), ['- prix']);
    assert.deepEqual(cuts('- prix', '', '9. Recours'), ['9. Recours']);
    assert.deepEqual(cuts('- prix', '', '', '9. Recours', '  ', '- référé'), ['9. Recours', '- référé']);
    assert.deepEqual(cuts('1. Objet', '', '- un', '', '2. Prix', '', '- deux'), ['- un', '2. Prix', '- deux']);
    assert.deepEqual(cuts('- un', '', '  suite', '', '2. Prix', '', 'Fermes.'), ['2. Prix', 'Fermes.']);
    assert.deepEqual(cuts('8. Critères', '', '10. Recours', '', '- un'), ['10. Recours', '- un']);
  });
  it('is not where its number goes on with that of the item beside it', () => {
    assert.deepEqual(cuts('1. Prix', '', '2. Délai'), []);
    assert.deepEqual(cuts('1. Prix', '', '   ferme', '', '2. Délai'), []);
    assert.deepEqual(cuts('1. Prix', '', '2. Le délai est ferme'), []);
    assert.deepEqual(cuts('9. Prix', '', '10. Délai', '', '11. Le recours est ouvert'), []);
    assert.deepEqual(cuts('10. Prix', '', '12. Délai', '', '- un'), ['12. Délai', '- un']);
    assert.deepEqual(cuts('1. Le prix est ferme', '', '2. Délai', '', '- un'), []);
  });
  it('is not where the line is not alone, or goes on in what is below it', () => {
    assert.deepEqual(cuts('- prix', '9. Recours', '', '- référé'), []);
    assert.deepEqual(cuts('- prix', '', '9. Recours', '- référé'), []);
    assert.deepEqual(cuts('- prix', '', '9. Recours', '', '   référé'), []);
    assert.deepEqual(cuts('- prix', '', '9. Le recours est ouvert', '', '- référé'), []);
    assert.deepEqual(cuts('- prix', '- délai'), []);
    assert.deepEqual(cuts('9. Recours'), []);
  });
});

describe('lines of a document that each were left as a line', () => {
  /** The lines before which they are cut. */
  const cuts = (...lines: readonly string[]) => {
    const chunk = lines.join('\n');
    return titleLinesIn(chunk).map((at) => chunk.slice(at).split('\n')[0]);
  };
  const TEXT = 'Les candidats sont traités de manière égale, et chacun reçoit la même information.';
  it('are cut before and after a numbered title', () => {
    assert.deepEqual(cuts('5.3 Garanties', TEXT), [TEXT]);
    assert.deepEqual(cuts('5.3.      Garanties', TEXT), [TEXT]);
    assert.deepEqual(cuts('5. PIECES A REMETTRE', TEXT), [TEXT]);
    assert.deepEqual(cuts('Le candidat retenu', 'a une heure pour répondre.', TEXT), []);
    assert.deepEqual(cuts('6. REMISE DES PLIS : REPONSE EN LIGNE', '6.1.   DEPOT', TEXT), ['6.1.   DEPOT', TEXT]);
    assert.deepEqual(cuts('ARTICLE 5 – GARANTIES', TEXT), [TEXT]);
    assert.deepEqual(cuts('Article 5 : garanties offertes', TEXT), [TEXT]);
    assert.deepEqual(cuts('Article 5 : garanties offertes par', 'le titulaire.', TEXT), []);
    assert.deepEqual(cuts('V.3 Garanties', TEXT), [TEXT]);
    assert.deepEqual(cuts('ARTICLE 5 – GARANTIES', '5.1 Égalité', TEXT), ['5.1 Égalité', TEXT]);
    assert.deepEqual(cuts('5.3 Garanties', TEXT, '5.4 Secret', TEXT), [TEXT, '5.4 Secret', TEXT]);
    assert.deepEqual(cuts('5.3 Garanties', '• égalité', '• secret'), ['• égalité']);
    assert.deepEqual(cuts('5.3 Pénalités', 'Néant'), ['Néant']);
    assert.deepEqual(cuts('5.3 – Garanties', TEXT), [TEXT]);
    assert.deepEqual(cuts('Fin.', '3 Exigences intangibles', TEXT), ['3 Exigences intangibles', TEXT]);
    assert.deepEqual(cuts('CCTP 2 / 4', '4 Réalisation'), ['4 Réalisation']);
    assert.deepEqual(cuts('Lots :', '1 Façades', '2 Toitures', TEXT), []);
    assert.deepEqual(cuts('Adresse :', '12 Rue Haute', TEXT), []);
    assert.deepEqual(cuts('Critères :', 'o Prix 40 %', '5.4 Secret', TEXT), ['5.4 Secret', TEXT]);
  });
  it('are, set off the margin and after the mark of a page too', () => {
    assert.deepEqual(cuts('   6.2 - Garanties', TEXT), [TEXT]);
    assert.deepEqual(cuts('            6.2-Garanties', TEXT), [TEXT]);
    assert.deepEqual(cuts('Fin.', '7 - Examen des offres', '   7.1 - Sélection', TEXT), [
      '7 - Examen des offres',
      '   7.1 - Sélection',
      TEXT,
    ]);
    assert.deepEqual(cuts('\f21. RESILIATION', '21.1. RESILIATION POUR FAUTE', TEXT), [
      '21.1. RESILIATION POUR FAUTE',
      TEXT,
    ]);
    assert.deepEqual(cuts('Critères :', '1 - Prix des prestations', '2 - Qualité des offres', 'Fin'), []);
    assert.deepEqual(cuts('Fin.', '24. ÉCARTS AU CCAG/FCS', TEXT), ['24. ÉCARTS AU CCAG/FCS', TEXT]);
    assert.deepEqual(cuts('Fin.', 'NUMÉRO 24/17', TEXT), []);
  });
  it('are not where the text was cut at a width, or goes on', () => {
    const wide = '5.3 Les garanties de la procédure, égalité de traitement et secret des échanges';
    assert.deepEqual(
      cuts(wide, 'Chaque candidat reçoit la même information, au même moment que les autres candidats'),
      [],
    );
    assert.deepEqual(
      cuts('5.3 Garanties', 'de la procédure et du secret des affaires de chaque candidat qui négocie'),
      [],
    );
    assert.deepEqual(cuts('5.3 Le titulaire est tenu au secret', TEXT), []);
    assert.deepEqual(cuts('Selon les articles', '5.3 Garanties', TEXT), []);
    assert.deepEqual(cuts('5.3 Garanties,', TEXT), []);
    assert.deepEqual(cuts('5.3 Garanties'), []);
  });
  it('are not in code, quotations or tables', () => {
    for (const mark of ['```', '> ', '| a |', '<p>']) assert.deepEqual(cuts(mark, '5.3 Garanties', TEXT), []);
  });
});
