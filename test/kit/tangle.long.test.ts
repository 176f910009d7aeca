import assert from 'node:assert/strict';
import { readBlock } from '../../rules/kit/markdown/block.ts';
import { parse } from '../../rules/kit/markdown/parse.ts';
import { isDeep, LONGEST, longParagraphs } from '../../rules/kit/markdown/tangle.ts';

describe('a text is too tangled to be read', () => {
  it('with more than a hundred quotations, lists and notes in one another', () => {
    for (const mark of [
      '>',
      '> ',
      '- ',
      '+ ',
      '* ',
      '1. ',
      '12) ',
      '123456789. ',
      '[^a]: ',
      '[^note]: ',
      '  > ',
      '\t>',
    ])
      assert.deepEqual(
        [100, 101].map((n) => isDeep(`${mark.repeat(n)}a`)),
        [false, true],
        JSON.stringify(mark),
      );
    assert.ok(isDeep(`Un parc.\n\n${'> '.repeat(101)}a`));
    assert.ok(isDeep(`Un parc.\r${'> '.repeat(101)}a`));
    assert.ok(isDeep(`Un parc.\r\n${'> '.repeat(101)}a`));
    assert.ok(isDeep(`${'> - 1. '.repeat(34)}a`));
  });

  it('and not with marks that open nothing', () => {
    for (const mark of ['-', '1.', '1234567890. ', '[a]: ', '[^ ]: ', 'a > ', '# '])
      assert.ok(!isDeep(`${mark.repeat(120)}a`), JSON.stringify(mark));
    assert.ok(!isDeep('> a\n'.repeat(200)));
  });

  it('with an item so far from the margin that hundreds of lists are around it', () => {
    for (const mark of ['- a', '+ a', '* a', '1. a', '1) a', '123456789. a']) {
      assert.ok(isDeep(`${' '.repeat(401)}${mark}`), mark);
      assert.ok(!isDeep(`${' '.repeat(400)}${mark}`), mark);
    }
    assert.ok(isDeep(`a\n${' '.repeat(401)}- b`));
    assert.ok(!isDeep(`${' '.repeat(401)}a`));
    assert.ok(!isDeep(`${' '.repeat(401)}un parc, deux lots - trois`));
    assert.ok(!isDeep(`a${' '.repeat(401)}- b`));
  });
});

describe('a paragraph', () => {
  const isLong = (text: string) => longParagraphs(text).length > 0;
  const most = 2 * LONGEST;
  const long = 'a '.repeat(LONGEST + 1);

  it('is too long to be parsed past twice sixty thousand units', () => {
    assert.deepEqual(longParagraphs('a'.repeat(most)), []);
    assert.deepEqual(longParagraphs('a'.repeat(most + 1)), [{ start: 0, end: most + 1 }]);
    assert.deepEqual(longParagraphs(`Un parc.\r\n\r\n${long}b\n\nUn lot.`), [{ start: 12, end: 13 + long.length }]);
    assert.ok(isLong(`${'a\n'.repeat(LONGEST)}bb`));
  });

  it('is not where a blank line, an item or a row of a table parts it', () => {
    const half = 'a '.repeat(LONGEST / 1.5);
    for (const between of [
      '\n\na',
      '\n \t\na',
      '\r\n\r\na',
      '\n- ',
      '\n  * ',
      '\n1. ',
      '\n12) ',
      '\n-\t',
      '\n|',
      '\n  |',
    ])
      assert.ok(!isLong(`a ${half}${between}${half}`), JSON.stringify(between));
    for (const between of ['\n', '\n-', '\n1.', '\n# ', '\na | ', '\na - '])
      assert.ok(isLong(`a ${half}${between}${half}`), JSON.stringify(between));
  });

  it('is as long as its words, whatever comments and pictures stand between them', () => {
    assert.ok(!isLong(`Un parc <!-- ${long} --> clos.`));
    assert.ok(!isLong(`Le plan ![](data:image/png;base64,${'A'.repeat(most)}) est joint.`));
    assert.ok(isLong(`Un parc <!-- ${long}`));
  });
});

describe('marks of which a paragraph has too many', () => {
  const wordsOf = (text: string) => readBlock(text, false).passages.map((p) => p.prose.text);
  const beyond = (text: string) => readBlock(text, false).unread?.map((u) => u.why);

  it('are read as words, and so said', () => {
    for (const mark of [
      '*',
      '_a ',
      '~',
      '` ',
      '[',
      '![',
      ']',
      '](',
      '](b (',
      'a](b ',
      '<!-- ',
      '<?',
      '<!A ',
      '&amp;',
    ]) {
      const text = `Un parc. ${mark.repeat(9000)}`;
      assert.ok(wordsOf(text)[0]?.startsWith('Un parc.'), mark);
      if (!['*', '~', '&amp;'].includes(mark)) assert.deepEqual(beyond(text), ['marks'], mark);
    }
    assert.deepEqual(beyond(`${'**mot** '.repeat(3000)}`), ['marks']);
  });

  it('are not too many where a thousand words are in bold, linked or noted', () => {
    for (const word of ['**mot** ', '[mot](lieu) ', '[à compléter] ', 'mot[^1] ', 'mot <!-- note --> ', '`mot` '])
      assert.equal(beyond(word.repeat(/^\[mot|^mot </.test(word) ? 250 : 500)), undefined, word);
    assert.equal(beyond('- **Lot 1** : [à compléter]\n'.repeat(2000)), undefined);
    assert.equal(beyond('| **Prix** | *40 %* |\n|---|---|\n| **a** | [b] |\n'.repeat(1000)), undefined);
    assert.equal(beyond(`a | b\n--- | ---\n${'**a** | [b]\n'.repeat(2000)}`), undefined);
  });
});

describe('the tree of a text', () => {
  const kinds = (text: string) => parse(text).children.map((n) => n.type);
  it('is empty where it is too tangled', () => {
    assert.deepEqual(kinds(`${'> '.repeat(101)}a`), []);
    assert.deepEqual(kinds('> a'), ['blockquote']);
  });

  it('has each place as it is in the text, after a mark of byte order too', () => {
    const [paragraph] = parse('\ufeffUn parc.').children;
    assert.equal(paragraph?.position?.start.offset, 1);
    assert.equal(paragraph?.position?.end.offset, 9);
    const [joined] = parse('Un \ufeffparc.').children;
    assert.equal(joined?.position?.end.offset, 9);
  });

  it('knows tables, notes, boxes and struck text, and leaves addresses as they are', () => {
    assert.deepEqual(kinds('| a |\n|---|'), ['table']);
    assert.deepEqual(kinds('a[^1]\n\n[^1]: b'), ['paragraph', 'footnoteDefinition']);
    const inline = (text: string) => {
      const [first] = parse(text).children;
      return first?.type === 'paragraph' ? first.children.map((n) => n.type) : [];
    };
    assert.deepEqual(inline('~~a~~'), ['delete']);
    assert.deepEqual(inline('https://exemple.fr'), ['text']);
    const [list] = parse('- [x] a').children;
    assert.equal(list?.type === 'list' && list.children[0]?.checked, true);
  });
});
