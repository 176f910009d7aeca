import assert from 'node:assert/strict';
import { ccag, ccp, cpi, guide, text } from '../../rules/kit/source.ts';
import { bearsStyle, styleOf } from '../../rules/kit/style.ts';
import { isTooDeep } from '../../rules/kit/yaml.ts';

describe('how a draft is typed', () => {
  /** The habits it has. */
  const habits = (source: string): string[] =>
    Object.entries(styleOf(source)).flatMap(([habit, has]) => (has ? [habit] : []));

  it('has typographic apostrophes when most are', () => {
    assert.deepEqual(habits("l’un, l’autre et l'offre"), ['curly']);
    assert.deepEqual(habits("l’un et l'autre"), []);
    assert.deepEqual(habits('un'), []);
  });

  it('has no-break spaces, wide or narrow, from the second on', () => {
    assert.deepEqual(habits('Lots\u00a0: deux'), []);
    assert.deepEqual(habits('Lots\u00a0: deux\u00a0;'), ['hardSpaces']);
    assert.deepEqual(habits('Lots\u202f: deux\u202f;'), ['hardSpaces']);
    assert.deepEqual(habits('Lots\u00a0: deux\u202f;'), ['hardSpaces']);
  });

  it('ends its lines in two units where one does', () => {
    assert.deepEqual(habits('Un\r\ndeux'), ['crlf']);
    assert.deepEqual(habits('Un\ndeux\rtrois'), []);
  });

  it('may change with what is typed', () => {
    for (const typed of ["l'", 'l’', 'a\u00a0:', 'a\u202f:', '\r\n'])
      assert.ok(bearsStyle(typed), JSON.stringify(typed));
    for (const typed of ['', 'Un parc.', '\n', ' : ', '`']) assert.ok(!bearsStyle(typed), JSON.stringify(typed));
  });
});

describe('what a rule rests on', () => {
  it('is a part of the guide, an article of a code or of a CCAG, or another text', () => {
    assert.deepEqual(guide('I.D', 12), { kind: 'guide', part: 'I.D', page: 12 });
    assert.deepEqual(ccp('L2112-2'), { kind: 'code', code: 'ccp', article: 'L2112-2' });
    assert.deepEqual(cpi('L131-3'), { kind: 'code', code: 'cpi', article: 'L131-3' });
    assert.deepEqual(ccag('tic', '46'), { kind: 'ccag', ccag: 'tic', article: '46' });
    assert.deepEqual(ccag('tic'), { kind: 'ccag', ccag: 'tic' });
    assert.deepEqual(text('Directive 2014/24/UE', 'https://exemple.fr'), {
      kind: 'text',
      label: 'Directive 2014/24/UE',
      url: 'https://exemple.fr',
    });
    assert.deepEqual(text('Directive 2014/24/UE'), { kind: 'text', label: 'Directive 2014/24/UE' });
  });
});

describe('a YAML text', () => {
  const open = (times: number) => '[{'.repeat(times / 2);
  it('is too deep from fifty collections in one another on', () => {
    assert.ok(!isTooDeep(`a: ${open(50)}`));
    assert.ok(isTooDeep(`a: ${open(50)}[`));
    assert.ok(isTooDeep(`a: ${open(50)}{`));
    assert.ok(isTooDeep(`a: ${open(30)}\nb: ${open(30)}`));
  });

  it('is not for collections beside one another', () => {
    assert.ok(!isTooDeep('a: [{}, []]\n'.repeat(60)));
    // What closes nothing takes nothing from what opens.
    assert.ok(isTooDeep(`]]}}${open(50)}[`));
  });

  it('is too deep by its indentation, marks of lists included', () => {
    assert.ok(!isTooDeep(`a:\n${' '.repeat(200)}b: 1`));
    assert.ok(isTooDeep(`a:\n${' '.repeat(201)}b: 1`));
    assert.ok(isTooDeep(`a:\n${'\t'.repeat(201)}b: 1`));
    for (const mark of ['- ', '? ', ': ', '-\t'])
      assert.deepEqual(
        [100, 101].map((n) => isTooDeep(`${mark.repeat(n)}a`)),
        [false, true],
        JSON.stringify(mark),
      );
    assert.ok(isTooDeep(`${' '.repeat(100)}${'-   '.repeat(26)}a`));
    assert.ok(!isTooDeep(`a: ${'- '.repeat(101)}`));
    assert.ok(!isTooDeep(`${'-'.repeat(300)}\n${' '.repeat(150)}a${' '.repeat(100)}`));
  });
});
