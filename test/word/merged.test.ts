import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { exportWord } from '../../server/word/export.ts';
import { importWord } from '../../server/word/import.ts';
import { ooxml, p, r, table } from './ooxml.ts';
import { rcDocument } from './rc-ooxml.ts';

const read = (body: string) => importWord(ooxml({ body }), 'texte.docx');
const across = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const DOWN = '<w:vMerge w:val="restart"/>';
const GOES_ON = '<w:vMerge/>';
/** Words, columns and rows of each cell that Word shows, by row. */
async function cellsOf(draft: string): Promise<string[][]> {
  const { bytes } = await exportWord(draft);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
  return [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => {
      const words = [...cell.matchAll(/<w:t [^>]*>([^<]*)/g)].map((t) => t[1]).join('');
      const columns = /<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? '1';
      return `${words} ${columns} ${/<w:vMerge w:val="(\w+)"/.exec(cell)?.[1] ?? '-'}`;
    }),
  );
}

const WORD = table(
  [p(r('Lot')), [across(2), p(r('Prix'))], p(r('Délai'))],
  [[DOWN, p(r('1'))], p(r('HT')), p(r('TTC')), p(r('10'))],
  [[GOES_ON, p('')], p(r('100')), p(r('120')), p(r('12'))],
  [[across(2) + DOWN, p(r('Bloc'))], p(r('x')), p(r('y'))],
  [[across(2) + GOES_ON, p('')], p(r('z')), p('')],
  [[across(4), p(r('En entier'))]],
);
const DRAFT = `| Lot | Prix | <!-- ← --> | Délai |
| - | - | - | - |
| 1 | HT | TTC | 10 |
| <!-- ↑ --> | 100 | 120 | 12 |
| Bloc | <!-- ← --> | x | y |
| <!-- ↑ --> | <!-- ↑ --> | z | |
| En entier | <!-- ← --> | <!-- ← --> | <!-- ← --> |
`;

describe('merged cells', () => {
  it('go from Word to a draft and back, over columns, rows and both', async () => {
    const { text, lost } = read(WORD);
    assert.equal(text, DRAFT);
    assert.deepEqual(lost, []);
    assert.deepEqual(await cellsOf(text), [
      ['Lot 1 -', 'Prix 2 -', 'Délai 1 -'],
      ['1 1 restart', 'HT 1 -', 'TTC 1 -', '10 1 -'],
      [' 1 continue', '100 1 -', '120 1 -', '12 1 -'],
      ['Bloc 2 restart', 'x 1 -', 'y 1 -'],
      [' 2 continue', 'z 1 -', ' 1 -'],
      ['En entier 4 -'],
    ]);
    for (const template of [undefined, rcDocument()]) {
      const made = await exportWord(DRAFT, template ? { template } : {});
      assert.equal(made.comments, 0);
      assert.deepEqual(made.lost, []);
      assert.equal(importWord(made.bytes, 'texte.docx').text, DRAFT);
    }
  });

  it('are made without comments too, and are no comments elsewhere', async () => {
    const { bytes } = await exportWord(DRAFT, { comments: false });
    assert.equal(importWord(bytes, 'texte.docx').text, DRAFT);
    assert.equal((await exportWord('Texte<!-- ← -->.\n')).comments, 1);
  });

  it('are apart again, and said so, where they make no rectangle any more', async () => {
    const draft = '| a | <!-- ← --> |\n| - | - |\n| <!-- ↑ --> | rempli |\n';
    assert.deepEqual(await cellsOf(draft), [
      ['a 1 -', ' 1 -'],
      [' 1 -', 'rempli 1 -'],
    ]);
    assert.deepEqual((await exportWord(draft)).lost, [
      '1 fusion de cellules : non refaites : leurs cellules ne font plus un rectangle',
    ]);
  });

  it('of the first row or column point to nothing', async () => {
    assert.deepEqual(await cellsOf('| <!-- ↑ --> | b |\n| - | - |\n| <!-- ← --> | c |\n'), [
      [' 1 -', 'b 1 -'],
      [' 1 -', 'c 1 -'],
    ]);
    // A table that begins in the middle of a merge.
    assert.equal(
      read(table([[GOES_ON, p('')], p(r('b'))], [p(r('c')), p(r('d'))])).text,
      '| | b |\n| - | - |\n| c | d |\n',
    );
  });

  it('have a title over all their columns above them, and say so', () => {
    const { text, lost } = read(table([[across(2), p(r('Prix'))]], [p(r('Lot')), p(r('€'))], [p(r('1')), p(r('2'))]));
    assert.equal(text, '**Prix**\n\n| Lot | € |\n| - | - |\n| 1 | 2 |\n');
    assert.deepEqual(lost, ['1 titre sur la largeur d’un tableau : repris en gras au-dessus de lui']);
  });

  it('of a table in HTML are those of Word, and tags among its words are said to be left out', async () => {
    const html =
      '<table><caption>Critères</caption><tr><th>A</th><th colspan="2">B</th></tr><tr><td rowspan=2>1</td><td>2<br>x</td><td>3</td></tr><tr><td>5</td><td>6</td></tr></table>\n';
    const { bytes, lost } = await exportWord(html);
    assert.deepEqual(lost, []);
    assert.equal(
      importWord(bytes, 'texte.docx').text,
      '**Critères**\n\n| A | B | <!-- ← --> |\n| - | - | - |\n| 1 | 2<br>x | 3 |\n| <!-- ↑ --> | 5 | 6 |\n',
    );
    const bold = await exportWord('<table><tr><td><b>a</b></td></tr></table>\n');
    assert.match(bold.lost.join('\n'), /balise HTML/);
  });
});
