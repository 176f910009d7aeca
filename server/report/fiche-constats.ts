import type { Element } from 'hast';
import { h } from 'hastscript';
import type { FicheConstats } from '../core/fiche-constats.ts';

import { type Content, heading, number, plural, quoted, scrolled, table, tag } from './elements.ts';

import { LEVEL_TITLES, LEVELS } from './figures.ts';
import type { LinkTo } from './links.ts';

const ONE = { error: 'Erreur', warning: 'Avertissement', info: 'Conseil' } as const;

/** What the check says of each piece: figures, then the findings, folded. */
export function constatsSection(pieces: readonly FicheConstats[], linkTo: LinkTo): Element {
  const all = pieces.flatMap((p) => p.constats);
  const row = (name: Content, constats: FicheConstats['constats']) => [
    name,
    ...LEVELS.map((level) => number(constats.filter((c) => c.level === level).length)),
    number(constats.length),
  ];
  const rows = [...pieces.map((p) => row([p.name, ' (', quoted(p.path), ')'], p.constats)), row('Le dossier', all)];
  const head = ['Pièce', ...LEVELS.map((level) => LEVEL_TITLES[level]), 'Total'];
  return tag(
    'section',
    heading(2, 'Constats'),
    scrolled('dce-figures', 'Constats par pièce', table('Constats par pièce', head, rows)),
    ...pieces.filter((p) => p.constats.length > 0).map((p) => listOf(p, linkTo)),
  );
}

const listOf = ({ name, constats }: FicheConstats, linkTo: LinkTo): Element =>
  tag(
    'details',
    tag('summary', `${name} : ${plural(constats.length, 'constat')}`),
    tag(
      'ul',
      ...constats.map(({ level, message, place }) =>
        tag(
          'li',
          tag('b', ONE[level]),
          ', ',
          h('a', { ...linkTo(place) }, `ligne ${place.line}`),
          ` : `,
          quoted(message),
        ),
      ),
    ),
  );
