import { h } from 'hastscript';
import type { RapportConstat, RapportDossier } from '../core/rapport-types.ts';
import { block, type Content, day, heading, plural, table, tag } from './elements.ts';
import { badge, LEVEL_NAMES, LEVEL_TITLES, LEVELS, tiles } from './figures.ts';
import { whereOf } from './rapport-constat.ts';

const UNSAID = 'non indiqué dans les pièces relues';
/** Findings named on the first page: with the block for the signature, it holds on one sheet. */
const MOST_NAMED = 8;

const once = (values: readonly string[]): string[] => [...new Set(values)];

/** What the consultation is, as its pieces say it; a matter on which they differ shows all they say. */
export function identity({ identite, fiche, pieces }: RapportDossier): Content {
  const entries = (matter: string) => fiche.matters.find((m) => m.id === matter)?.entries ?? [];
  const values = (matter: string) => entries(matter).flatMap((e) => e.values.map((v) => v.text));
  const object = entries('objet')[0]?.values.map((v) => v.text) ?? [];
  const amounts = entries('montants').flatMap((e) => once(e.values.map((v) => `${e.label} : ${v.text}`)));
  const days = fiche.dates.filter((d) => d.kind === 'offres' || d.kind === 'candidatures');
  const deadlines = days.map(({ label, day: iso, time }) => [
    `${label} : `,
    day(iso),
    time ? ` à ${time.replace(':', '\u00a0h\u00a0')}` : '',
  ]);
  const lines = (all: readonly Content[]): Content =>
    all.length > 0 ? all.map((v) => tag('div', v)) : block('span', 'unsaid', UNSAID);
  const procedures = once(pieces.flatMap((p) => p.procedure ?? []));
  const dated = deadlines.length > 0 ? deadlines : once(values('delai')).slice(0, 2);
  const shared = entries('dce')
    .filter((e) => /montant/i.test(e.label))
    .flatMap((e) => e.values.map((v) => v.text));
  const rows: readonly (readonly [string, Content])[] = [
    ['Acheteur', lines(identite.acheteur ? [identite.acheteur] : [])],
    ['Objet', lines(object)],
    ['Numéro', lines(identite.numero ? [identite.numero] : [])],
    ['Procédure', lines(procedures)],
    ['Montant', lines(amounts.length > 0 ? amounts : shared)],
    ['Date limite', lines(dated)],
  ];
  return block('div', 'identite', table('Ce que disent les pièces', ['Point', 'Valeur'], rows));
}

/** What is to be decided, by what was counted. `partial`: something that was to be read was not. */
export function decision({ counts, fiche }: RapportDossier, partial: boolean): Content[] {
  const { error, warning } = counts;
  const parts = [
    error > 0
      ? `Corriger ${plural(error, 'erreur')} avant publication, ou dire par écrit pourquoi le texte est maintenu.`
      : 'Aucune erreur n’a été relevée.',
    warning > 0 ? `Trancher ${plural(warning, 'avertissement')}.` : '',
    fiche.conflicts > 0 ? `Accorder les pièces sur ${plural(fiche.conflicts, 'point')}.` : '',
    error + warning + fiche.conflicts === 0
      ? 'Rien de ce qui a été relevé ne s’oppose à présenter le dossier au visa ; ce n’est pas une preuve de conformité.'
      : '',
    partial ? 'La relecture n’est pas complète : faire vérifier d’abord ce qui ne l’a pas été (« Non vérifié »).' : '',
  ];
  return [block('p', 'lead', parts.filter(Boolean).join(' '))];
}

/** Figures, then the errors by name, or the warnings where there is no error. `anchorOf`: of the findings told in full. */
export function foremost(
  { counts, constats, fiche, ignored }: RapportDossier,
  anchorOf: (constat: RapportConstat) => string | undefined,
): Content[] {
  const level = LEVELS.find((l) => counts[l] > 0);
  const own = constats.filter((c) => c.level === level);
  const items = own.slice(0, MOST_NAMED).map((c) => {
    const anchor = anchorOf(c);
    return tag(
      'li',
      badge(c.level, LEVEL_NAMES[c.level]),
      ' ',
      anchor ? h('a', { href: `#${anchor}` }, c.title) : c.title,
      ` — ${whereOf(c)}`,
    );
  });
  const left = own.length - items.length;
  return [
    tiles([
      ...LEVELS.map((l) => [l, counts[l], LEVEL_TITLES[l]] as const),
      ['missing', fiche.conflicts, 'Contradictions'],
      ['ignored', ignored, 'Ignorés'],
    ]),
    items.length > 0 ? block('ul', 'foremost', ...items) : '',
    left > 0 ? tag('p', `Et ${plural(left, 'autre')}, dans la liste des constats.`) : '',
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
