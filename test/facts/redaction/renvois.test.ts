import assert from 'node:assert/strict';
import { openConsultation, type SourceFile } from '../../../rules/consultation/open.ts';
import { annexesOf, hasAnnexe, numeros, piecesOf, renvois } from '../../../rules/facts/redaction/renvois.ts';
import { piecesNommees } from '../../../rules/facts/redaction/renvois-pieces.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const consultation = (sources: readonly SourceFile[], files: readonly string[] = []) =>
  openConsultation(sources, { date: '2026-12-01', files });
const open = (text: string, path = 'rc.md') => consultation([{ path, text }]).pieces[0] as Piece;
const read = (text: string) =>
  open(text)
    .ask(renvois)
    .map((r) => `${r.sort} ${r.key} ${r.vers}`);

describe('a reference to a part of the dossier', () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ["Voir l'article 4 du CCTP et l'article IV.2 du présent règlement.", 'article 4 cctp', 'article 4.2 ici'],
    [
      "Les articles 5.1, 5.2 et IV du CCAP, et l'article 7 ci-dessous.",
      'article 5.1 ccap',
      'article 5.2 ccap',
      'article 4 ccap',
      'article 7 ici',
    ],
    ['L’ARTICLE N° 3 DU REGLEMENT DE LA CONSULTATION', 'article 3 rc'],
    ['L’art. 2 de l’acte d’engagement', 'article 2 ae'],
    ['Le § 6.2 du cahier des clauses administratives particulières', 'article 6.2 ccap'],
    ['Le chapitre 3 du cahier des clauses techniques particulières', 'article 3 cctp'],
    ['La partie II du programme fonctionnel', 'article 2 programme-fonctionnel'],
    ['Les points 4 et 5 de l’AE', 'article 4 ae', 'article 5 ae'],
    ['L’article 5 de la présente consultation', 'article 5 ici'],
    ['L’article 5, ci-après', 'article 5 ici'],
    ['Les articles 5 à 7 supra', 'article 5 ici', 'article 7 ici'],
    ['L’article 8-2 infra', 'article 8.2 ici'],
    ['Voir article 3.', 'article 3 ici'],
    ['Cf. § 2.1', 'article 2.1 ici'],
    ['Cf 12.3', 'article 12.3 ici'],
    ['Se reporter à l’article 9', 'article 9 ici'],
    ['L’annexe n°12', 'annexe 12 ici'],
    ['Voir l’article 4 du CCTP.', 'article 4 cctp'],
    ['Voir l’article 4 ci-dessous et l’article 4 du CCAP', 'article 4 ici', 'article 4 ccap'],
    [
      'Au CCTP comme au RC : l’article 4 du CCAP, l’article 5 du même document, et le RC',
      'article 4 ccap',
      'article 5 ccap',
    ],
    ['CCTP : l’article 5 du même document', 'article 5 cctp'],
    ['L’article 5 du règlement de la consultation, présent marché compris', 'article 5 rc'],
    ['Voir l’article 4 ci-dessous.', 'article 4 ici'],
    ['Voir § 4 et § 5 infra', 'article 4 ici', 'article 5 ici'],
    ['Voir annexe 2.', 'annexe 2 ici'],
    ['L’annexe n° IV décrit les locaux.', 'annexe 4 ici'],
    ['Les annexes 1 et 2 décrivent les locaux.', 'annexe 1 ici'],
    // « du même document » goes back to the piece named last.
    ['L’article 4 du CCTP et l’article 5 du même document', 'article 4 cctp', 'article 5 cctp'],
    ['Selon le CCTP puis l’article 4 du CCAP et l’article 5 du même cahier', 'article 4 ccap', 'article 5 ccap'],
    ['L’article 5 du même règlement', 'article 5 ici'],
    // What has no place in the dossier, or may stand in any piece.
    ['L’article 5 du présent marché'],
    ['L’article 5 du présent accord-cadre'],
    ['L’article 14.1 du CCAG-TIC et l’annexe 2 du code de la commande publique s’appliquent.'],
    ['Voir l’article 3 du code civil.'],
    ['Selon l’arrêté, l’annexe 2 fixe les seuils.'],
    ['L’annexe 2 de l’offre'],
    ['L’article 5 fixe les prix.'],
    ['L’article 5 % du CCAP'],
    ['L’article 5° du CCAP'],
    ['Le 4 du CCTP'],
    ['L’annexe 2-1 et l’annexe 3.4'],
    ['L’annexe 120 et l’annexe 2°'],
    ['Porte CF 1 h, cloison CF 1/2 h, porte cf 2 heures.'],
    ['Voir 3 de mes collègues.'],
    ['## Article 4 du CCTP\n\nTexte.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text.replace(/\n+/g, ' / ')} » is ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(read(text), expected));

  it('is underlined with its words, or by its number alone where there are several', () => {
    const piece = open(
      'Selon l’article n° 4 du CCTP, voir **§ 2.1** et l’annexe n° 3.\n\nLes articles 5.1 et IV du CCAP.',
    );
    const at = piece.ask(renvois).map((r) => `${piece.draft.slice(r.at)} > ${piece.draft.slice(r.numberAt)}`);
    assert.deepEqual(at, ['article n° 4 du CCTP > 4', 'voir **§ 2.1 > 2.1', 'annexe n° 3 > 3', '5.1 > 5.1', 'IV > IV']);
    assert.equal(piece.ask(renvois)[0]?.sentence.text.slice(0, 5), 'Selon');
  });

  it('leads to its piece, to this one before others of its kind, or to none', () => {
    const all = consultation([
      { path: 'rc.md', text: 'L’article 2 du CCTP, l’article 3 du CCAP, l’article 4 ci-dessus, l’article 5 du RC.' },
      { path: 'cctp-lot1.md', text: '' },
      { path: 'cctp-lot2.md', text: '' },
      { path: 'rc-lot2.md', text: '' },
    ]);
    const [rc] = all.pieces as [Piece];
    assert.deepEqual(
      rc.ask(renvois).map((r) => piecesOf(rc, r).map((p) => p.path)),
      [['cctp-lot1.md', 'cctp-lot2.md'], [], ['rc.md'], ['rc.md', 'rc-lot2.md']],
    );
  });

  it('is told by `dce-lint facts`, or nothing is', () => {
    const shown = (text: string) => renvois.show(open(text).ask(renvois), open(text));
    assert.deepEqual(shown('Voir l’article 4 du CCTP.'), [{ nature: 'article', numero: '4', vers: 'cctp' }]);
    assert.equal(shown('Texte.'), undefined);
  });
});

describe('the numbers that the parts of a piece bear', () => {
  const CASES: readonly (readonly [name: string, text: string, has: readonly string[], lacks: readonly string[]])[] = [
    ['a chapter and its article', '# Chapitre 3\n\n## Article 1 – Objet\n\nUn.\n', ['3.1', '3', '1'], ['3.2', '2']],
    ['an article that repeats its chapter', '# 3 Objet\n\n## 3.1 Lieu\n\nUn.\n', ['3', '3.1'], ['3.3.1', '1']],
    ['a number of three levels', '## 5.3.2 Lieu\n\nUn.\n', ['5', '5.3', '5.3.2'], ['3', '3.2', '2']],
    ['an unnumbered title between', '# 2 Objet\n\n## Rappel\n\n### 1 Lieu\n\nUn.\n', ['2', '2.1', '1'], ['3']],
    ['Roman numbers', '# Titre IV\n\n## II. Lieu\n\nUn.\n', ['4', '4.2', '2'], ['iv', '3']],
    ['a numbered paragraph', '4.2 Le titulaire remet un rapport.\n', ['4.2'], ['4', '2']],
    ['a paragraph with a sign', '7 – Le titulaire remet un rapport.\n', ['7'], []],
    ['a bold number', '**9** Le titulaire remet un rapport.\n', ['9'], []],
    ['a labelled paragraph', 'Article 8 Le titulaire remet un rapport.\n', ['8'], []],
    ['a lone number and a title', '12 Titre\n\n**8** Le lieu.\n', ['8', '12'], []],
    ['no address', '12 Rue Haute\n\nLe lieu est clos.\n', [], ['12']],
    ['a number of two figures', '12 - Le titulaire remet un rapport.\n', ['12'], ['1']],
    ['a number and a sign at once', '7) Le lieu.\n'.replace('7)', '7\\)'), ['7'], []],
    ['a number inside a sentence', 'Le lieu 5. est visité.\n', [], ['5']],
    ['a quantity', '15 jours avant la remise, le site est visité.\n', [], ['15']],
    ['a quantity and a number further on', '15 jours avant la remise, 3. le site\n', [], ['15', '3']],
    ['a cell', '| 4.2 Lieu | B |\n|---|---|\n| 4.3 Objet | D |\n', [], ['4.2', '4.3']],
    ['no number', '# Objet\n\nTexte.\n', [], ['1']],
  ];
  for (const [name, text, has, lacks] of CASES)
    it(`are read from ${name}`, () => {
      const keys = open(text).ask(numeros);
      assert.deepEqual(
        has.filter((k) => !keys.has(k)),
        [],
      );
      assert.deepEqual(
        lacks.filter((k) => keys.has(k)),
        [],
      );
    });

  it('lead to the heading that bears the very number, before those whose number begins with it', () => {
    const piece = open(
      '# 1 Objet\n\n## 1.2 Lieu\n\n2.1 Un renvoi.\n\n# 2 Prix\n\n## 2.1 Forme\n\nTexte.\n\n# Annexe 1\n\n# Article 3\n\n# Article 3\n',
    );
    const keys = piece.ask(numeros);
    const at = (key: string) => keys.get(key)?.text;
    assert.deepEqual([at('1'), at('1.2'), at('2.1'), at('3')], ['1 Objet', '1.2 Lieu', '2.1 Forme', 'Article 3']);
    assert.equal(
      keys.get('3'),
      piece.draft.headings.find((h) => h.text === 'Article 3'),
    );
  });

  it('of an annex stand behind those of the articles', () => {
    const at = (text: string) => open(text).ask(numeros).get('1')?.text;
    assert.equal(at('# Annexe 1\n\nTexte.\n\n# Article 1\n\nTexte.\n'), 'Article 1');
    assert.equal(at('# Annexe 1\n\nTexte.\n'), 'Annexe 1');
  });
});

describe('an annex of the dossier', () => {
  const TEXTS = { 'rc.md': 'Voir annexe 2.', 'cctp.md': '# CCTP\n\n## Annexe n° II – Plans\n\nVoir l’annexe 5.\n' };
  const dossier = (files: readonly string[] = []) =>
    consultation(
      Object.entries(TEXTS).map(([path, text]) => ({ path, text })),
      files,
    ).pieces[0] as Piece;
  it('is a part that begins with its name, in any of the pieces', () => {
    const { places, files } = annexesOf(dossier(), '2');
    assert.deepEqual([places.map((p) => p.text), files], [['Annexe n° II – Plans'], []]);
    assert.equal(hasAnnexe(dossier(), '2'), true);
    assert.equal(hasAnnexe(dossier(), '5'), false);
    const has = (text: string, key: string) => hasAnnexe(open(text), key);
    assert.equal(has('(Annexe 7) Plan des locaux', '7'), true);
    assert.equal(has('« Annexe 7 » Plan des locaux', '7'), true);
    assert.equal(has('Son annexe 7 est un plan.', '7'), false);
    assert.equal(has('Annexe technique, qui complète le marché et son annexe 7', '7'), false);
  });
  const FILES: readonly (readonly [file: string, key: string | undefined])[] = [
    ['annexe 3.pdf', '3'],
    ['RC_Annexe_03_plan.pdf', '3'],
    ['ANNEXE-N°4.xlsx', '4'],
    ['annexe_IV.pdf', '4'],
    ['annexe3.pdf', '3'],
    ['annexe - 3.pdf', '3'],
    ['Annexe n° 12 – planning.pdf', '12'],
    ['annexes.zip', undefined],
    ['annexe financière.xlsx', undefined],
    ['plan 3.pdf', undefined],
    ['annexe 3bis.pdf', undefined],
  ];
  for (const [file, key] of FILES)
    it(`is ${key ? '' : 'not '}the file « ${file} »`, () =>
      assert.deepEqual(
        ['3', '4', '12'].filter((k) => hasAnnexe(dossier([file]), k)),
        key ? [key] : [],
      ));
  it('is given once where it is a piece and a file of the folder', () => {
    const all = consultation([{ path: 'annexe 7.md', text: 'Texte.' }], ['annexe 7.md', 'annexe 7.pdf']);
    assert.deepEqual(annexesOf(all.pieces[0] as Piece, '7').files, ['annexe 7.md', 'annexe 7.pdf']);
  });
});

describe('a piece called by its name', () => {
  const named = (text: string, path = 'note.md') => {
    const piece = open(text, path);
    return piece.ask(piecesNommees).map(({ vers, at }) => `${vers} « ${piece.draft.slice(at)} »`);
  };
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Le CCAP et l’acte d’engagement priment.', 'ccap « CCAP »', 'ae « acte d’engagement »'],
    ['Selon l’AE, le CCTP puis le RC.', 'ae « AE »', 'cctp « CCTP »', 'rc « RC »'],
    ['Le règlement de la consultation fixe la date.', 'rc « règlement de la consultation »'],
    ['Le règlement de consultation fixe la date.', 'rc « règlement de consultation »'],
    ['Le cahier des clauses techniques particulières', 'cctp « cahier des clauses techniques particulières »'],
    ['Le programme fonctionnel', 'programme-fonctionnel « programme fonctionnel »'],
    ['L’assurance RC professionnelle et la RC exploitation'],
    ['Le RC, pour un marché professionnel', 'rc « RC »'],
    ['La RC après livraison, la RC décennale'],
    ['Le fichier rc et la lettre ae'],
    ['Le ccap fixe les prix.', 'ccap « ccap »'],
    ['Le CCAP2 et l’ACTE'],
    ['Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\n## Le CCAP\n\nTexte.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text.replace(/\n+/g, ' / ')} » is ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(named(text), expected));
  it('is another than the one that speaks', () =>
    assert.deepEqual(named('# CCAP\n\nLe présent CCAP et le CCTP.', 'ccap.md'), ['cctp « CCTP »']));
});
