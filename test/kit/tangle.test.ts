import assert from 'node:assert/strict';
import { parse } from '../../rules/kit/markdown/parse.ts';
import { isTangled } from '../../rules/kit/markdown/tangle.ts';

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
        [100, 101].map((n) => isTangled(`${mark.repeat(n)}a`)),
        [false, true],
        JSON.stringify(mark),
      );
    assert.ok(isTangled(`Un parc.\n\n${'> '.repeat(101)}a`));
    assert.ok(isTangled(`Un parc.\r${'> '.repeat(101)}a`));
    assert.ok(isTangled(`Un parc.\r\n${'> '.repeat(101)}a`));
    assert.ok(isTangled(`${'> - 1. '.repeat(34)}a`));
  });

  it('and not with marks that open nothing', () => {
    for (const mark of ['-', '1.', '1234567890. ', '[a]: ', '[^ ]: ', 'a > ', '# '])
      assert.ok(!isTangled(`${mark.repeat(120)}a`), JSON.stringify(mark));
    assert.ok(!isTangled('> a\n'.repeat(200)));
  });

  it('with an item so far from the margin that hundreds of lists are around it', () => {
    for (const mark of ['- a', '+ a', '* a', '1. a', '1) a', '123456789. a']) {
      assert.ok(isTangled(`${' '.repeat(401)}${mark}`), mark);
      assert.ok(!isTangled(`${' '.repeat(400)}${mark}`), mark);
    }
    assert.ok(isTangled(`a\n${' '.repeat(401)}- b`));
    assert.ok(!isTangled(`${' '.repeat(401)}a`));
    assert.ok(!isTangled(`${' '.repeat(401)}un parc, deux lots - trois`));
    assert.ok(!isTangled(`a${' '.repeat(401)}- b`));
  });

  it('with more than four thousand units of emphasis, code, links and images in a paragraph', () => {
    for (const mark of ['*', '_', '~', '`', '[', ' *', '_a'])
      assert.deepEqual(
        [4000, 4001].map((n) => isTangled(`a${mark.repeat(n)}`)),
        [false, true],
        JSON.stringify(mark),
      );
    assert.deepEqual(
      [2000, 2001].map((n) => isTangled(`a${'!['.repeat(n)}`)),
      [false, true],
    );
    assert.ok(isTangled(`a ${'*b '.repeat(3000)}\na ${'*b '.repeat(3000)}`));
    assert.ok(!isTangled(`a${'!'.repeat(5000)}`));
  });

  it('and not where a blank line, an item or a row of a table parts them', () => {
    const marks = '*b '.repeat(3000);
    for (const between of ['\n\na ', '\n \t\na ', '\n- ', '\n  * ', '\n+ ', '\n1. ', '\n12) ', '\n-\t', '\n|', '\n  |'])
      assert.ok(!isTangled(`a ${marks}${between}${marks}`), JSON.stringify(between));
    for (const between of ['\n', '\n-', '\n1.', '\n# ', '\na | ', '\na - '])
      assert.ok(isTangled(`a ${marks}${between}${marks}`), JSON.stringify(between));
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
