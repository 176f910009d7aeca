/** Random drafts and edits: every construct of Markdown, filled with what the rules speak of. */
import fc from 'fast-check';
import { rules } from '../rules/index.ts';

/** Texts that the rules find fault with, or not: the words that readings look for, in their natural place. */
const SAYINGS: readonly string[] = rules.flatMap(({ examples }) =>
  [...examples.bad, ...examples.good].map((e) => (typeof e === 'string' ? e : e.text).replace(/[⟦⟧]/g, '')),
);

const WORDS = [
  'le titulaire',
  'variantes',
  'tranche optionnelle',
  'lot 2',
  '60 %',
  '40 points',
  'le prix',
  'critère',
  'jury',
  '12 mois',
  '25 000 € HT',
  'article 5',
  'R2151-8',
  '[à compléter : nom]',
  'ou équivalent',
  'cède',
  'résultats',
  'négociation',
  'ne',
  'pas',
  'CCAG-TIC',
  '2016',
  '🏛️',
  'l’acheteur',
  'exclusif',
  'n°',
  'anonymat',
  ': ',
  '. ',
  '; ',
  'XXX',
  '1.',
  '- ',
  'Annexe 2',
  'délai',
]; // prettier-ignore
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((w) => w.join(' '));
const saying = fc.constantFrom(...SAYINGS);
const line = saying.map((s) => s.split(/\r?\n/).find((l) => /\p{L}{3}/u.test(l)) ?? 'Texte.');
const prose = fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: words });

const indent = (text: string, by: string) => text.replace(/\n(?=.)/g, `\n${by}`);
const list: fc.Arbitrary<string> = fc
  .array(fc.tuple(prose, fc.option(prose, { freq: 3 })), { minLength: 1, maxLength: 4 })
  .chain((items) =>
    fc
      .constantFrom('- ', '* ', '1. ', '+ ')
      .map((mark) =>
        items
          .map(([item, nested]) => `${mark}${item}${nested === null ? '' : `\n${' '.repeat(mark.length)}- ${nested}`}`)
          .join('\n'),
      ),
  );
const table = fc.array(fc.tuple(prose, prose), { minLength: 1, maxLength: 4 }).map((rows) => {
  const cell = (s: string) => s.replace(/\|/g, '/').trim();
  return ['| Critère | Pondération |', '| --- | --- |', ...rows.map(([a, b]) => `| ${cell(a)} | ${cell(b)} |`)].join(
    '\n',
  );
});
const heading = fc
  .tuple(fc.constantFrom('# ', '## ', '### ', '## Article 3 – ', '### 3.1 ', '**4.2** '), words)
  .map(([mark, text]) => mark + text);
const block = fc.oneof(
  { weight: 6, arbitrary: saying },
  { weight: 3, arbitrary: prose },
  { weight: 3, arbitrary: heading },
  { weight: 2, arbitrary: list },
  { weight: 2, arbitrary: table },
  ...[
    words.map((w) => `${w}\n===`),
    words.map((w) => `${w}\n---`),
    prose.map((p) => `> ${indent(p, '> ')}`),
    prose.map((p) => `\`\`\`\n${p}\n\`\`\``),
    words.map((w) => `<div>\n\n${w}\n\n</div>`),
    words.map((w) => `<!-- ${w} -->`),
    words.map((w) => `<table><tr><td>critère ${w}</td></tr></table>`),
    words.map((w) => `${w}[^1]\n\n[^1]: ${w}`),
    words.map((w) => `[${w}][ref] et *${w}* **${w}**\n\n[ref]: https://exemple.fr`),
    words.map((w) => `    ${w}`),
    words.map(
      (w) => `Le titulaire tient compte de ce qui\n\nRC – LOT 2 – Page 3 sur 20\n\nsuit, et ${w} de la notifi-\ncation`,
    ),
    words.map((w) => `JUGEMENT DES OFFRES\n\n${w}`),
    fc.constant('---'),
    fc.constant('<!-- dce-lint-ignore-next variantes/contradiction : choisi -->'),
  ].map((arbitrary) => ({ weight: 1, arbitrary })),
);

const front = fc.option(
  fc
    .constantFrom('rc', 'cctp', 'ccap', 'ae', 'reglement-concours')
    .map((piece) => `---\ndce:\n  piece: ${piece}\n---\n\n`),
  { nil: '' },
);

/** A draft of a few blocks, with either line end. */
export const drafts: fc.Arbitrary<string> = fc
  .tuple(front, fc.array(block, { minLength: 1, maxLength: 9 }), fc.boolean())
  .map(([head, blocks, crlf]) => {
    const text = `${head}${blocks.join('\n\n')}\n`;
    return crlf ? text.replace(/\r?\n/g, '\r\n') : text;
  });

/** What a buyer does to a text: `at` is a share of its length. */
export interface Stroke {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

/** Mostly single characters, as they are typed; at times words, lines, blocks. */
export const strokes: fc.Arbitrary<readonly Stroke[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.nat(40) },
    ),
    added: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('e', 's', ' ', 'x', '1', '0', 't') },
      {
        weight: 2,
        arbitrary: fc.constantFrom('.', ',', '\n', '\n\n', '%', ':', '|', '-', '*', '#', '`', '<', '>', '’', '\u00a0'),
      },
      { weight: 2, arbitrary: words },
      { weight: 1, arbitrary: fc.constantFrom('. A', '. ', '. Le titulaire ', ' ! Il est ', '.\u00a0Les ') },
      { weight: 1, arbitrary: words.map((w) => `. Le candidat : ${w}. `) },
      { weight: 1, arbitrary: block.map((b) => `\n\n${b}\n\n`) },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

export function strike(text: string, { at, removed, added }: Stroke): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + added + text.slice(from + removed);
}
