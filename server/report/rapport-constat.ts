import type { Element } from 'hast';
import { h } from 'hastscript';
import type { RapportConstat, RapportPlace, RapportWording } from '../core/rapport-types.ts';
import type { Stretch } from '../core/unmarked.ts';
import { block, type Content, heading, quoted, tag } from './elements.ts';
import { badge, LEVEL_NAMES } from './figures.ts';
import { markdownBody } from './markdown.ts';

/** Its line, or where it is in a Word document. */
const lineOf = ({ where, line }: RapportPlace): string => where ?? `ligne ${line}`;

/** The lines of several places of one piece. */
function linesOfAll(places: readonly RapportPlace[]): string {
  if (places.some((p) => p.where !== undefined)) return [...new Set(places.map(lineOf))].join(' ; ');
  const lines = [...new Set(places.map((p) => p.line))];
  return `${lines.length > 1 ? 'lignes' : 'ligne'} ${lines.join(', ')}`;
}

type Related = RapportConstat['related'];

/** Places of which the same is said, together; never empty. */
function grouped(related: Related) {
  const groups = new Map<string, { said: string; places: [RapportPlace, ...RapportPlace[]] }>();
  for (const { message: said, ...place } of related) {
    const key = `${place.path} ${said}`;
    const group = groups.get(key);
    if (group) group.places.push(place);
    else groups.set(key, { said, places: [place] });
  }
  return [...groups.values()];
}

/** Where something stands, as one says it on paper: by its article, by its line where it has none. */
export const whereOf = (place: RapportPlace): string =>
  [place.pieceName, place.article && !place.where ? `« ${place.article} »` : lineOf(place)].join(', ');

/** One finding in full, with the wording that is proposed. `level`: of its title. */
export function constatCard(constat: RapportConstat, id: string, level: number): Element {
  const { rule, title, level: gravity, message, excerpt, sources, fix, related, path } = constat;
  const { before, words, after } = excerpt;
  const seen = grouped(related).map(({ places: [first, ...others], said }) => {
    const piece = first.path === path ? '' : `${first.pieceName}, `;
    if (others.length === 0) return tag('div', piece, lineOf(first), ' : ', quoted(said));
    return tag('div', quoted(said.replace(/\.$/, '')), ' : ', piece, linesOfAll([first, ...others]));
  });
  return h('article', { id, className: ['constat', gravity] }, [
    heading(level, badge(gravity, LEVEL_NAMES[gravity]), ' ', title),
    block(
      'p',
      'facts',
      whereOf(constat),
      constat.article && !constat.where ? `, ligne ${constat.line}` : '',
      ' · ',
      tag('code', rule),
    ),
    ...message.split('\n').map((part) => tag('p', quoted(part))),
    ...(words ? [tag('blockquote', before, tag('mark', words), after)] : []),
    ...(fix?.wordings ?? []).map((w) => wording(w, constat)),
    ...(seen.length + sources.length > 0
      ? [
          h('dl', [
            ...(seen.length > 0 ? [tag('dt', 'Voir aussi'), tag('dd', ...seen)] : []),
            ...(sources.length > 0 ? [tag('dt', 'Sources'), tag('dd', ...sources.flatMap(sourceLink))] : []),
          ]),
        ]
      : []),
  ]);
}

/** The words to write, and where when that is elsewhere. */
function wording({ added, sentences = [], before, ...place }: RapportWording, constat: RapportConstat): Element {
  const there = place.path !== constat.path || place.article !== constat.article ? [', ', whereOf(place)] : '';
  const told = (how: string, ...content: Content[]) =>
    tag(
      'div',
      block(
        'p',
        'proposed',
        tag('b', 'Rédaction proposée'),
        ` (${how}`,
        there,
        ') : ',
        quoted(constat.fix?.title ?? ''),
      ),
      h('div', { className: ['wording'], translate: 'no' }, tag('div', ...content).children as Element[]),
    );
  if (added !== undefined) return told('à ajouter', markdownBody(added));
  if (sentences.length > 0)
    return told(before ? 'à la place' : 'ligne à ajouter au tableau', tag('p', ...sentences.map(stretch)));
  return told('à supprimer', tag('p', ...(before ?? []).map(({ text }) => tag('del', text))));
}

const stretch = ({ text, marked }: Stretch): Content => (marked ? tag('ins', text) : text);

/** The address of a source is ours; anything but a secure one is left as words. */
const sourceLink = ({ label, url }: RapportConstat['sources'][number], i: number): Content[] => [
  i > 0 ? ' ; ' : '',
  url?.startsWith('https://') ? h('a', { href: url }, quoted(label)) : quoted(label),
];

/** Characters on a printed line of a card, and lines that a card takes beside its words. */
const WIDTH = 105;
const AROUND = 5;

/** About how many printed lines a finding takes. */
export function linesOf({ message, excerpt, sources, fix, related }: RapportConstat): number {
  const lines = (text: string) => text.split('\n').reduce((n, part) => n + Math.ceil(part.length / WIDTH), 0);
  const wordings = (fix?.wordings ?? []).map(
    ({ added = '', sentences = [] }) => 2 + lines(added) + lines(sentences.map((s) => s.text).join('')),
  );
  const parts = [
    lines(message),
    lines(excerpt.before + excerpt.words + excerpt.after) + 1,
    ...wordings,
    grouped(related).length,
    lines(sources.map((s) => s.label).join(' ; ')),
  ];
  return parts.reduce((n, part) => n + part, AROUND);
}
