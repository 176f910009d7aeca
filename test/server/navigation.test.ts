import assert from 'node:assert/strict';
import type { DocumentLink, Location } from 'vscode-languageserver/node';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';
const CCAP = 'file:///marches/2027/ccap.md';
const PLAN = 'file:///marches/2027/Annexe%203%20-%20plan.pdf';

const RC_TEXT = `---
dce:
  date: 2026-10-01
---

# Règlement de la consultation

## 1. Objet

Les critères suivent l'article R. 2152-7 du code de la commande publique et l'article L. 131-3 du CPI.
Le prix est fixé à l'article 5.2 du CCAP et le plan figure en annexe 3.

## 2. Offres

### 2.3 Pli

Le contenu du pli est fixé par l'article 1 ci-dessus (cf. 2.3).
Le CCAP et l'acte d'engagement sont remis aux candidats.
`;
const CCAP_TEXT = `# CCAP

## Article 5 – Prix

### 5.2 Révision

Le délai de l'article 2.3 du règlement de la consultation et l'article 5.2 ci-dessus s'appliquent.
`;

describe('navigation', () => {
  let dialogue: Dialogue;
  beforeEach(async () => {
    dialogue = await Dialogue.start({ files: { [CCAP]: CCAP_TEXT, [PLAN]: '%PDF' } });
    await dialogue.open(RC, RC_TEXT);
  });
  afterEach(() => dialogue.end());

  const textAt = ({ uri, range }: Location) => {
    const text = uri === RC ? RC_TEXT : uri === CCAP ? CCAP_TEXT : '';
    const line = text.split('\n')[range.start.line] ?? '';
    return `${uri.split('/').pop()} « ${line.slice(range.start.character, range.end.character)} »`;
  };
  const definition = async (words: string) => {
    const found = await dialogue.request<Location[]>('textDocument/definition', {
      textDocument: { uri: RC },
      position: dialogue.rangeOf(RC, words).start,
    });
    return found.map(textAt);
  };
  const references = async (uri: string, words: string, includeDeclaration = false) => {
    const found = await dialogue.request<Location[]>('textDocument/references', {
      textDocument: { uri },
      position: dialogue.rangeOf(uri, words).start,
      context: { includeDeclaration },
    });
    return found.map(textAt);
  };
  const links = async (uri = RC) => {
    const found = await dialogue.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    return found.map((l) => [dialogue.textOf(uri).getText(l.range), l.target]);
  };

  describe('to a definition', () => {
    it('goes from a reference to the heading of its number, in this piece or another', async () => {
      assert.deepEqual(await definition('article 5.2'), ['ccap.md « 5.2 Révision »']);
      assert.deepEqual(await definition('article 1 ci'), ['rc.md « 1. Objet »']);
      assert.deepEqual(await definition('cf. 2.3'), ['rc.md « 2.3 Pli »']);
    });

    it('goes from an annex to its file, and from the name of a piece to its title', async () => {
      assert.deepEqual(await definition('annexe 3'), ['Annexe%203%20-%20plan.pdf «  »']);
      assert.deepEqual(await definition("CCAP et l'acte"), ['ccap.md « CCAP »']);
    });

    it('goes nowhere from plain words, from a citation of the law, or from a piece that is not there', async () => {
      for (const words of ['contenu du pli', 'R. 2152-7', "l'acte d'engagement"])
        assert.deepEqual(await definition(words), [], words);
    });
  });

  describe('to references', () => {
    it('gives the places of all pieces that cite a heading', async () => {
      assert.deepEqual(await references(RC, '2.3 Pli'), [
        'ccap.md « article 2.3 du règlement de la consultation »',
        'rc.md « cf. 2.3 »',
      ]);
      await dialogue.open(CCAP, CCAP_TEXT);
      assert.deepEqual(await references(CCAP, '5.2 Révision'), [
        'ccap.md « article 5.2 ci-dessus »',
        'rc.md « article 5.2 du CCAP »',
      ]);
    });

    it('gives the same from a reference, with the heading first when it is asked for', async () => {
      assert.deepEqual(await references(RC, 'cf. 2.3', true), [
        'rc.md « 2.3 Pli »',
        'ccap.md « article 2.3 du règlement de la consultation »',
        'rc.md « cf. 2.3 »',
      ]);
    });

    it('follows what is typed in another piece', async () => {
      await dialogue.open(CCAP, CCAP_TEXT);
      await dialogue.type(CCAP, 'article 2.3', 'article 1');
      assert.deepEqual(await references(RC, '2.3 Pli'), ['rc.md « cf. 2.3 »']);
    });

    it('has none for words that are no heading', async () => {
      assert.deepEqual(await references(RC, 'contenu du pli'), []);
    });
  });

  describe('by links', () => {
    it('opens the public page of each citation in its state of the day of the consultation', async () => {
      assert.deepEqual((await links()).slice(0, 2), [
        ['R. 2152-7', 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000037701019/2026-10-01/'],
        ['L. 131-3', 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006278958'],
      ]);
    });

    it('opens the pieces and annexes of the folder that are referred to', async () => {
      assert.deepEqual((await links()).slice(2), [
        ['article 5.2 du CCAP', `${CCAP}#L5`],
        ['annexe 3', PLAN],
        ['CCAP', `${CCAP}#L1`],
      ]);
    });

    it('gives none for what our data does not have or whose page is not known', async () => {
      const uri = 'file:///marches/seul/rc.md';
      await dialogue.open(
        uri,
        '# RC\n\nL’article R. 2152-99 du code de la commande publique, l’article L. 1262-1 du code du travail, l’article 32 de l’ordonnance n° 2015-899, le CCAP, l’annexe 2.\n',
      );
      assert.deepEqual(await links(uri), []);
    });

    it('gives the page of a repealed text and of a CCAG where it is known', async () => {
      const uri = 'file:///marches/seul/rc.md';
      await dialogue.open(uri, '# RC\n\nL’article 58 du décret n° 2016-360 et l’article 46.1 du CCAG-TIC.\n');
      assert.deepEqual(await links(uri), [
        ['article 58 du décret n° 2016-360', 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000032295952'],
        ['46.1', 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000043310689'],
        ['CCAG', 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000043310689'],
      ]);
    });
  });
});
