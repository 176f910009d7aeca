import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from '../../rules/index.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import { PIECES } from '../../rules/kit/piece.ts';
import { readConcept } from '../../rules/reading/concept-file.ts';
import { readSealed } from '../../scripts/measure/sealed.ts';
import { readConcepts, readHard, readOrdinary, readSaying } from '../../scripts/train/concepts.ts';

const concepts = readConcepts();

describe('The concepts', () => {
  /** Where several concepts are said of one thing, each one's wordings are the look-alikes of the others. */
  const isRivalled = (thing: string | undefined) =>
    thing !== undefined && concepts.filter((other) => other.thing === thing).length > 1;
  for (const { id, says, pieces, rules: own, thing, said, unsaid } of concepts) {
    it(`${id} has what a reader learns from: wordings and look-alikes of three hands`, () => {
      assert.ok(says.endsWith('.'), says);
      assert.ok(
        pieces.every((piece) => PIECES.includes(piece)),
        String(pieces),
      );
      assert.ok(
        own.every((rule) => rules.some((r) => r.id === rule)),
        String(own),
      );
      for (const lines of isRivalled(thing) ? [said] : [said, unsaid]) {
        assert.ok(lines.length >= 100, String(lines.length));
        assert.ok(!lines.some(({ text }) => /^\[A /.test(text)), 'a line that `npm run new-concept` left to fill');
        assert.ok(new Set(lines.map(({ hand }) => hand)).size >= 3);
      }
    });

    it(`${id} does not say a line and its contrary`, () => {
      const key = ({ text, context, heading }: { text: string; context: string; heading: string }) =>
        plain(`${heading}|${context}|${text}`);
      const saying = new Set(said.map(key));
      assert.deepEqual(
        unsaid.map(key).filter((line) => saying.has(line)),
        [],
      );
    });
  }

  it('hold no sealed line, nor does ordinary text', () => {
    const taught = new Set([
      ...concepts.flatMap(({ said, unsaid }) => [...said, ...unsaid].map(({ text }) => plain(text))),
      ...[...readOrdinary(), ...readHard()].map(({ text }) => plain(text)),
    ]);
    assert.equal(readSealed().filter(({ text }) => taught.has(plain(text))).length, 0);
  });

  it('know which concepts ordinary sentences do say', () => {
    const ids = new Set(concepts.map(({ id }) => id));
    const ordinary = new Set([...readOrdinary(), ...readHard()].map(({ text }) => text));
    for (const [text, saying] of readSaying()) {
      assert.ok(ordinary.has(text), text);
      for (const id of saying) assert.ok(ids.has(id), id);
    }
  });

  it('name the document of every ordinary sentence, with its licence', () => {
    const rows = readFileSync(new URL('../../rules/concepts/ordinaire-sources.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const named = new Map(rows.map((row) => [row.split('\t')[0], row.split('\t')[3]]));
    for (const { document } of [...readOrdinary(), ...readHard()]) assert.ok(named.get(document), document);
  });
});

describe('A concept with an error', () => {
  const RIGHT =
    'dit-que: "Une chose."\npieces: [rc]\nregles: [offres/hors-delai]\ndit:\n  h1:\n    - Un pli.\nne-dit-pas:\n  h1:\n    - [Titre, "", Un autre.]\n';
  it('is read where it has none', () => {
    const { said, unsaid } = readConcept('a/b', RIGHT);
    assert.deepEqual(said, [{ text: 'Un pli.', heading: '', context: '', hand: 'h1' }]);
    assert.deepEqual(unsaid, [{ text: 'Un autre.', heading: 'Titre', context: '', hand: 'h1' }]);
  });
  const WRONG: readonly (readonly [string, string, RegExp])[] = [
    ['a key that is unknown', RIGHT.replace('regles', 'regle'), /a\/b\.yaml:3: unknown key "regle"/],
    ['a key that is missing', RIGHT.replace('pieces: [rc]\n', ''), /a\/b\.yaml:1: "pieces" is missing/],
    [
      'a line of two parts',
      RIGHT.replace('[Titre, "", Un autre.]', '[Titre, Un autre.]'),
      /a\/b\.yaml:9: a line is a text/,
    ],
    [
      'lines that are not given by hand',
      RIGHT.replace('  h1:\n    - Un pli.', '  - Un pli.'),
      /a\/b\.yaml:5: "dit" must give/,
    ],
    ['bad YAML', RIGHT.replace('[rc]', '[rc'), /a\/b\.yaml:\d+: /],
  ];
  for (const [name, source, message] of WRONG)
    it(`is refused with file and line: ${name}`, () => {
      assert.throws(() => readConcept('a/b', source), message);
    });
});
