import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';

describe('a hover on a finding that was heard', () => {
  it('says what the sentence was taken for, and how surely', async () => {
    const dialogue = await Dialogue.start({ rules });
    try {
      await dialogue.open(
        RC,
        `---
dce:
  piece: rc
  date: 2026-10-01
---

# Règlement de la consultation

Ces offres, quoique tardives, participent au classement dans les mêmes conditions que les offres arrivées à temps.
`,
      );
      const hover = await dialogue.hover(RC, 'quoique tardives');
      const { value } = (hover as { contents: MarkupContent }).contents;
      assert.match(value, /`offres\/hors-delai`/);
      assert.match(
        value,
        /\n\nLu comme : « Ces offres, quoique tardives, .*arrivées à temps\. » \((?:sûr|probable)\)\.\n\n/,
      );
    } finally {
      await dialogue.end();
    }
  });
});
