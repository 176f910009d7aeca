import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/consultation/open.ts';
import { excerptOf } from '../../server/core/excerpt.ts';

/** Half a character. */
const LONE = /\p{Cs}/u;

const excerpt = (text: string, words: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  const start = text.indexOf(words);
  assert.ok(start >= 0);
  return excerptOf(piece, { start, end: start + words.length });
};

describe('The excerpt of a finding', () => {
  it('is its words with the rest of their lines', () => {
    assert.deepEqual(excerpt('# RC\r\n\r\nLe prix est de dix euros.\r\nAutre ligne.\r\n', 'dix euros'), {
      before: 'Le prix est de ',
      words: 'dix euros',
      after: '.',
    });
  });

  it('goes over lines where the words do', () => {
    assert.deepEqual(excerpt('# RC\n\nLe prix\nest ferme.\nSuite.\n', 'prix\nest'), {
      before: 'Le ',
      words: 'prix est',
      after: ' ferme.',
    });
  });

  it('tells cells apart without the bars of the table, an empty one as a dash', () => {
    const table =
      '# RC\n\n| Tranche | Objet | Montant |\n|---|:---:|---:|\n| TF | étude \\| plan | 40 000 € |\n| TO 1 | | à définir |\n';
    assert.deepEqual(excerpt(table, 'à définir'), { before: 'TO 1 · – · ', words: 'à définir', after: '' });
    assert.deepEqual(excerpt(table, 'étude'), { before: 'TF · ', words: 'étude', after: ' | plan · 40 000 €' });
    assert.deepEqual(excerpt(table, 'TO 1 | | à définir'), { before: '', words: 'TO 1 · – · à définir', after: '' });
    assert.deepEqual(excerpt(table, '| TO 1 | | à définir |').words, 'TO 1 · – · à définir');
    const whole = table.slice(table.indexOf('| Tranche')).trimEnd();
    assert.equal(
      excerpt(table, whole).words,
      'Tranche · Objet · Montant ; TF · étude | plan · 40 000 € ; TO 1 · – · à définir',
    );
    const led = `# RC\n\nLes tranches :\n${whole}\n`;
    assert.equal(excerpt(led, `tranches :\n${whole}`).words.slice(0, 40), 'tranches : Tranche · Objet · Montant ; T');
  });

  it('leaves the bars of a sentence, and the marks of a title or an item before it', () => {
    assert.deepEqual(excerpt('# RC\n\nLa valeur |x| est close.\n', '|x|'), {
      before: 'La valeur ',
      words: '|x|',
      after: ' est close.',
    });
    assert.deepEqual(excerpt('## Lot 1\n', 'Lot 1'), { before: '', words: 'Lot 1', after: '' });
    assert.equal(excerpt('# RC\n\n- un prix ferme\n', 'prix').before, 'un ');
  });

  it('begins and ends with its sentences, over their lines, without marks', () => {
    const text =
      '# RC\n\nLes offres sont **jugées. Le prix** compte pour *dix\neuros* au plus, selon `x`. Une autre phrase.\n';
    assert.deepEqual(excerpt(text, 'dix'), {
      before: 'Le prix compte pour ',
      words: 'dix',
      after: ' euros au plus, selon x.',
    });
    assert.deepEqual(
      excerpt('# RC\n\n1. **Le prix est ferme.**\n', '**Le prix est ferme.**').words,
      'Le prix est ferme.',
    );
    assert.equal(excerpt('# RC\n\n- [Le prix](https://x.example) est **ferme**.\n', 'est').before, 'Le prix ');
  });

  it('is cut where it is long, never inside a word or a character', () => {
    const long = 'mot '.repeat(400);
    const { before, words, after } = excerpt(`# RC\n\n${long}ICI ${long}\n`, 'ICI');
    assert.match(before, /^…mot (?:mot )+$/);
    assert.equal(words, 'ICI');
    assert.match(after, /^(?: mot)+…$/);
    const emoji = '🏛'.repeat(900);
    const cut = excerpt(`# RC\n\n${emoji}X${emoji}\n`, 'X');
    for (const part of Object.values(cut)) assert.doesNotMatch(part, LONE);
    assert.doesNotMatch(excerpt(`# RC\n\n${emoji}\n`, emoji).words, LONE);
  });
});
