import { h } from 'hastscript';
import type { Fiche, FicheEntry, FicheMatter } from '../core/fiche-types.ts';
import type { RapportConstat, RapportDossier } from '../core/rapport-types.ts';
import { block, type Content, day, heading, joined, plural, quoted, table, tag } from './elements.ts';
import { badge, LEVEL_NAMES, LEVEL_TITLES, LEVELS, tiles } from './figures.ts';
import { whereOf } from './rapport-constat.ts';

const UNSAID = 'non indiqué dans les pièces relues';
/** Findings named on the first page: with the block for the signature, it holds on one sheet. */
const MOST_NAMED = 8;

const once = (values: readonly string[]): string[] => [...new Set(values)];

/** Values named on the first page for one matter. */
const MOST_VALUES = 4;

/** Values of a matter on one line, the most told first. */
const inLine = (values: readonly Content[]): Content => {
  if (values.length === 0) return block('span', 'unsaid', UNSAID);
  const shown = values.slice(0, MOST_VALUES);
  const left = values.length - shown.length;
  return [
    ...shown.flatMap((v, i) => [i > 0 ? ' ; ' : '', v]),
    left > 0 ? ` ; et ${plural(left, 'autre valeur', 'autres valeurs')}` : '',
  ];
};

/** What the consultation is, as its pieces say it; a matter on which they disagree shows all they say. */
export function identity({ identite, fiche, pieces }: RapportDossier): Content {
  const entries = (matter: string) => fiche.matters.find((m) => m.id === matter)?.entries ?? [];
  const said = ({ values, conflict }: FicheEntry) => (conflict ? values : values.slice(0, 1)).map((v) => v.text);
  const days = fiche.dates
    .filter((d) => d.kind === 'offres' || d.kind === 'candidatures')
    .map(({ label, day: iso, time }) => [
      `${label.replace('Date limite de remise', 'remise')} : `,
      day(iso),
      time ? ` à ${time.replace(':', '\u00a0h\u00a0')}` : '',
    ]);
  // The amounts of the whole before those of its lots.
  const amounts = [...entries('montants')].sort((a, b) => Number(/lot/.test(a.label)) - Number(/lot/.test(b.label)));
  const shared = entries('dce').filter((e) => /montant|amount/i.test(e.label));
  const rows: readonly (readonly [string, Content])[] = [
    ['Acheteur', inLine(identite.acheteur ? [quoted(identite.acheteur)] : [])],
    ['Objet', inLine(entries('objet').flatMap(said).map(quoted))],
    ['Numéro', inLine(identite.numero ? [quoted(identite.numero)] : [])],
    ['Procédure', inLine(once(pieces.flatMap((p) => p.procedure ?? [])))],
    [
      'Montant',
      inLine(
        amounts.length > 0
          ? once(amounts.flatMap((e) => e.values.map((v) => `${decapital(e.label)} : ${v.text}`)))
          : shared.flatMap(said),
      ),
    ],
    ['Date limite', inLine(days)],
  ];
  return block('div', 'identite', table('Ce que disent les pièces', ['Point', 'Valeur'], rows));
}

const decapital = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** What the pieces say in two ways, and the documents that they announce and that are not there. */
function disagreements({ matters }: Fiche): readonly [apart: string[], absent: string[]] {
  const labels = (own: readonly FicheMatter[]) =>
    own.flatMap((m) => m.entries.filter((e) => e.conflict).map((e) => e.label));
  const isList = ({ id }: FicheMatter) => id === 'pieces';
  return [labels(matters.filter((m) => !isList(m))), labels(matters.filter(isList))];
}

/** The first few of what a sentence counts, and its end. */
const named = (labels: readonly string[]): Content => [
  ' : ',
  quoted(`${labels.slice(0, MOST_VALUES).map(decapital).join(' ; ')}${labels.length > MOST_VALUES ? ' ; …' : '.'}`),
];

/** What is to be decided, by what was counted. `partial`: something that was to be read was not. */
export function decision({ counts, fiche }: RapportDossier, partial: boolean): Content[] {
  const { error, warning } = counts;
  const [apart, absent] = disagreements(fiche);
  const parts = [
    error > 0
      ? `Corriger ${plural(error, 'erreur')} avant publication, ou dire par écrit pourquoi le texte est maintenu.`
      : 'Aucune erreur n’a été relevée.',
    warning > 0 ? `Trancher ${plural(warning, 'avertissement')}.` : '',
    apart.length > 0 ? [`Accorder les pièces sur ${plural(apart.length, 'point')}`, named(apart)] : '',
    absent.length > 0
      ? [
          `Joindre ou retirer de la liste ${plural(absent.length, 'document annoncé', 'documents annoncés')}`,
          named(absent),
        ]
      : '',
    error + warning + fiche.conflicts === 0
      ? 'Rien de ce qui a été relevé ne s’oppose à présenter le dossier au visa ; ce n’est pas une preuve de conformité.'
      : '',
    partial ? 'La relecture n’est pas complète : faire vérifier d’abord ce qui ne l’a pas été (« Non vérifié »).' : '',
  ];
  return [
    block(
      'p',
      'lead',
      joined(
        parts.filter((p) => p !== ''),
        ' ',
      ),
    ),
  ];
}

/** Figures, then the errors by name, or the warnings where there is no error. `anchorOf`: of the findings told in full. */
export function foremost(
  { counts, constats, fiche, ignored }: RapportDossier,
  anchorOf: (constat: RapportConstat) => string | undefined,
): Content[] {
  const level = LEVELS.find((l) => counts[l] > 0);
  const own = constats.filter((c) => c.level === level);
  const rules = once(own.map((c) => c.rule));
  const items = rules.slice(0, MOST_NAMED).map((rule) => {
    const [first, ...others] = own.filter((c) => c.rule === rule) as [RapportConstat, ...RapportConstat[]];
    const anchor = anchorOf(first);
    const name = anchor ? h('a', { href: `#${anchor}` }, first.title) : first.title;
    const more = others.length > 0 ? `, et ${plural(others.length, 'autre passage', 'autres passages')}` : '';
    return tag('li', badge(first.level, LEVEL_NAMES[first.level]), ' ', name, ' — ', whereOf(first), more);
  });
  const left = rules.length - items.length;
  return [
    tiles([
      ...LEVELS.map((l) => [l, counts[l], LEVEL_TITLES[l]] as const),
      ['missing', disagreements(fiche)[0].length, 'Contradictions'],
      ['ignored', ignored, 'Ignorés'],
    ]),
    items.length > 0 ? block('ul', 'foremost', ...items) : '',
    left > 0 ? tag('p', `Et ${plural(left, 'autre règle', 'autres règles')}, dans la liste des constats.`) : '',
  ];
}

/** To be filled in by hand, on paper. */
export function visa(level: number): Content[] {
  const box = (words: string) => block('span', 'box', `☐\u00a0${words}`);
  const blank = (words: string, kind = 'blank') =>
    h('tr', [h('th', { scope: 'row' }, words), h('td', { className: [kind] }, '\u00a0')]);
  const opinions = tag('td', box('Favorable'), ' ', box('Favorable après corrections'), ' ', box('Défavorable'));
  return [
    heading(level, 'Avis et visa'),
    block(
      'div',
      'visa',
      tag(
        'table',
        tag('caption', 'À remplir par qui décide'),
        tag(
          'tbody',
          h('tr', [h('th', { scope: 'row' }, 'Avis'), opinions]),
          blank('Observations', 'tall'),
          blank('Nom et qualité'),
          blank('Date'),
          blank('Visa', 'tall'),
        ),
      ),
    ),
  ];
}
