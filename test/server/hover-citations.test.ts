import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver/node';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';

describe('a hover on a citation', () => {
  let dialogue: Dialogue;
  beforeEach(async () => {
    dialogue = await Dialogue.start();
    await dialogue.open(
      RC,
      `---
dce:
  date: 2026-10-01
---

# Règlement de la consultation

Les critères suivent l'article R. 2152-7 du code de la commande publique.
Les variantes relevaient de l'article 58 du décret n° 2016-360 et de l'article 28 du CMP.
Les résultats suivent l'article 46.2.1 du CCAG-TIC ; il s'agit anciennement de l'article 35.4 du CCAG-TIC de 2009.
Le salarié est couvert par l'article L. 1262-1 du code du travail et l'article 99 du CCAG-TIC.
`,
    );
  });
  afterEach(() => dialogue.end());
  const said = async (words: string) =>
    ((await dialogue.hover(RC, words))?.contents as MarkupContent | undefined)?.value;

  it('says what the article of a code says that day, and what it said before', async () => {
    const text = (await said('R. 2152-7')) ?? '';
    assert.match(text, /^# Article R2152-7 du code de la commande publique/);
    assert.match(text, /En vigueur depuis le 21\/08\/2026\./);
    assert.match(text, /Auparavant \(depuis le 01\/04\/2019\)/);
  });

  it('says what took the place of a repealed text, and how sure that is', async () => {
    const known = (await said('article 58')) ?? '';
    assert.match(known, /^# Décret n° 2016-360 du 25 mars 2016/);
    assert.match(known, /abrogé le 01\/04\/2019/);
    assert.match(known, /articles L2151-2 et R2151-8 à R2151-11 du code de la commande publique/);
    assert.match((await said('article 28')) ?? '', /rapprochement par le sujet, non vérifié/);
  });

  it('says what an article of a CCAG says, or what became of it', async () => {
    assert.match(
      (await said('46.2.1')) ?? '',
      /^# Article 46\.2\.1 du CCAG-TIC de 2021\n\nObjet \(Régime des résultats\) : /,
    );
    assert.match((await said('35.4')) ?? '', /Devenu en 2021 : sans équivalent dans le CCAG de 2021/);
  });

  it('says that a text has no such number, and nothing of what our data does not have', async () => {
    assert.match((await said('99 du')) ?? '', /^# Article 99 du CCAG-TIC de 2021\n\nNuméro inconnu/);
    assert.equal(await said('L. 1262-1'), undefined);
  });
});
