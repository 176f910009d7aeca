import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { isPartial, placeOf } from '../core/not-checked.ts';
import type { WhyNotRun } from '../core/not-run.ts';
import type { Rapport } from '../core/rapport-types.ts';
import { block, type Content, day, french, heading, plural, scrolled, spaced, table, tag } from './elements.ts';
import { LEVEL_TITLES } from './figures.ts';
import { inLanguage } from './language.ts';
import { axesIntro } from './rapport-axes.ts';
import { carteTitle, classement, corpusSummary, evolutionSection, heatMap } from './rapport-corpus.ts';
import { DossierWriter } from './rapport-dossier.ts';
import type { Form } from './rapport-form.ts';
import { RAPPORT_STYLE } from './style.ts';

/** A part of the page, with what the table of contents says of it. */
interface Part {
  readonly anchor: string;
  readonly title: string;
  readonly content: readonly Element[];
  /** Anchors below it. */
  readonly below?: readonly (readonly [anchor: string, title: string])[];
}

/** What a draft cannot bring into a page: control characters, which no page may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * A report as one page that needs nothing else: neither script nor anything from elsewhere. `digest` is that by which the
 * policy of the page lets in its own style alone; `index`: address of the page that lists it with others.
 */
export function rapportPage(
  rapport: Rapport,
  digest: Digest,
  { form, index }: { readonly form: Form; readonly index?: string },
): string {
  const parts = rapport.resumes.length > 1 ? corpus(rapport, form) : single(rapport, form);
  const back = index ? [tag('nav', tag('p', h('a', { href: index }, 'Retour à l’index des dossiers')))] : [];
  return written(rapport, digest, form, titleOf(rapport), [...back, ...notChecked(rapport), ...pages(parts, rapport)]);
}

/** Consultations on one page of an index. */
const MOST_RANKS = 500;

/**
 * The index of a report whose consultations have a page each, at the addresses of `links`: all of them together, then their
 * ranking, which goes on over as many pages as it takes. `nameOf`: of these, from 0, which is the index itself.
 */
export function* indexPages(
  rapport: Rapport,
  digest: Digest,
  links: ReadonlyMap<string, string>,
  nameOf: (page: number) => string,
): Generator<string> {
  const { resumes, carte, evolution, version } = rapport;
  const count = Math.max(1, Math.ceil(resumes.length / MOST_RANKS));
  const ranking = (page: number) => {
    const from = page * MOST_RANKS;
    const to = Math.min(resumes.length, from + MOST_RANKS);
    const others = Array.from({ length: count }, (_, i) => i).filter((i) => i !== page);
    const more =
      count > 1
        ? tag(
            'p',
            `Rangs ${from + 1} à ${to}, sur ${resumes.length}. Autres pages : `,
            ...others.flatMap((i, n) => [n > 0 ? ', ' : '', h('a', { href: nameOf(i) }, String(i + 1))]),
            '.',
          )
        : '';
    return part('classement', 'Classement des dossiers', more, classement(rapport, links, { from, to }));
  };
  for (let page = 0; page < count; page++) {
    const parts =
      page > 0
        ? [ranking(page)]
        : [
            part('ensemble', 'Vue d’ensemble', ...corpusSummary(rapport)),
            ranking(0),
            sheet('carte', carteTitle(carte), ...heatMap(carte)),
            ...(evolution ? [sheet('evolution', 'Évolution', ...evolutionSection(evolution, version))] : []),
            sheet('regles', 'Règles appliquées', ...rules(rapport)),
          ];
    const title = page > 0 ? `${titleOf(rapport)}, page ${page + 1}` : titleOf(rapport);
    const body = [
      ...(page > 0 ? [] : notChecked(rapport)),
      contents(parts),
      tag('main', ...parts.map((p) => p.content)),
    ];
    yield written(rapport, digest, 'full', title, body);
  }
}

/** SHA-256 of a text in base 64. */
export type Digest = (text: string) => string;

function written(rapport: Rapport, digest: Digest, form: Form, title: string, content: readonly Element[]): string {
  const { phrasebook } = rapport;
  const policy = `default-src 'none'; style-src 'sha256-${digest(RAPPORT_STYLE)}'; base-uri 'none'; form-action 'none'`;
  const page = h('html', { lang: phrasebook.lang }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'generator', content: `dce-lint ${rapport.version}` }),
      h('title', title),
      h('style', {}, raw(RAPPORT_STYLE)),
    ]),
    h('body', { className: [form] }, [header(rapport, title), ...content, footer(rapport)]),
  ]);
  // The drawings and the style alone are not written from a tree; every word of the drafts is.
  const said = phrasebook.lang === 'fr' ? spaced(page) : inLanguage(page, phrasebook);
  return `<!DOCTYPE html>\n${toHtml(said, { allowDangerousHtml: true })}\n`.replace(CONTROL, '\ufffd');
}

/** Of one consultation, the first page is what is to be decided; of many, where each is. */
function pages(parts: readonly Part[], { resumes }: Rapport): Element[] {
  const content = parts.map((p) => p.content);
  if (resumes.length > 1) return [contents(parts), tag('main', ...content)];
  const [first, ...others] = content;
  return [tag('main', first ?? [], contents(parts), ...others)];
}

const raw = (value: string) => ({ type: 'raw', value }) as never;

const lastFolder = (path: string) =>
  path
    .split('/')
    .filter((p) => p !== '.' && p !== '..')
    .pop();

function titleOf({ resumes }: Rapport): string {
  const [first] = resumes;
  if (resumes.length > 1 || !first) return `Rapport de relecture de ${plural(resumes.length, 'dossier')}`;
  const name = lastFolder(first.path);
  return name ? `Rapport de relecture : ${name}` : 'Rapport de relecture';
}

function header({ day: written, law, version, resumes, minLevel, compared }: Rapport, title: string): Element {
  const dates = [...new Set(resumes.flatMap((r) => r.pieces.map((p) => p.date)))].sort().map(french);
  const few = dates.length > 1 ? `celui du ${dates.join(' ou du ')}, selon la pièce` : `celui du ${dates[0]}`;
  const pieces = dates.length > 0 ? '' : ' Aucune pièce n’a été relue.';
  const applied = dates.length > 3 ? `celui de ${dates.length} dates, indiquées pièce par pièce` : few;
  const shown =
    minLevel === 'info' ? '' : ` Niveaux affichés : ${minLevel === 'error' ? 'erreurs' : 'erreurs et avertissements'}.`;
  return tag(
    'header',
    heading(1, title),
    block(
      'p',
      'facts',
      `Écrit le ${french(written)} par DCE Lint ${version}.`,
      pieces || [' ', `Droit appliqué : ${applied}.`],
      shown,
    ),
    block('p', 'facts', law),
    compared ? block('p', 'facts', 'Seuls les constats nouveaux depuis l’état de référence sont repris.') : '',
    block(
      'p',
      'facts',
      'Erreur : contraire à un texte impératif. Avertissement : risque juridique ou écart avec le guide. Conseil : amélioration possible.',
    ),
  );
}

/** Before all else: what a reader would take for read. */
function notChecked({ notChecked: all }: Rapport): Element[] {
  if (all.length === 0) return [];
  const partial = isPartial(all);
  const rows = all.map((one) => [tag('code', placeOf(one)), one.why, one.remedy]);
  const words = partial
    ? 'Cette relecture n’est pas complète : ce qui suit n’a pas été vérifié, et aucun constat n’en parle.'
    : 'Ce qui suit n’est pas compté parmi les pièces, et n’a pas été vérifié.';
  return [
    h('section', { id: 'non-verifie', className: ['notice', partial ? 'error' : 'info'] }, [
      heading(2, 'Non vérifié'),
      tag('p', words),
      scrolled(
        'not-checked',
        'Non vérifié',
        table('Ce qui n’a pas été vérifié', ['Où', 'Pourquoi', 'Que faire'], rows),
      ),
    ]),
  ];
}

function contents(parts: readonly Part[]): Element {
  const link = (anchor: string, title: string) => h('a', { href: `#${anchor}` }, title);
  const item = ({ anchor, title, below = [] }: Part) =>
    tag('li', link(anchor, title), below.length > 0 ? tag('ul', ...below.map(([a, t]) => tag('li', link(a, t)))) : '');
  return h('nav', { ariaLabelledBy: 'sommaire' }, [
    tag('div', h('h2', { id: 'sommaire' }, 'Sommaire'), tag('ul', ...parts.map(item))),
  ]);
}

const part = (anchor: string, title: string, ...content: Content[]): Part => ({
  anchor,
  title,
  content: [h('section', { id: anchor }, [heading(2, title), tag('div', ...content)])],
});

/** A part that starts on a new page. */
const sheet = (anchor: string, title: string, ...content: Content[]): Part => ({
  anchor,
  title,
  content: [h('section', { id: anchor, className: ['sheet'] }, [heading(2, title), tag('div', ...content)])],
});

function single(rapport: Rapport, form: Form): Part[] {
  const { dossiers, evolution, version, phrasebook } = rapport;
  return [
    ...dossiers.flatMap((dossier) => {
      const writer = new DossierWriter(dossier, 'd1', {
        level: 2,
        form,
        phrasebook,
        signed: true,
        partial: isPartial(rapport.notChecked),
      });
      const sections = writer.whole();
      return writer.contents.map(([anchor, title], i) => ({ anchor, title, content: sections.slice(i, i + 1) }));
    }),
    ...(evolution ? [sheet('evolution', 'Évolution', ...evolutionSection(evolution, version))] : []),
    ...annexes(rapport, form),
  ];
}

/** Consultations that are too few to compare by their rules. */
const FEW = 10;

function corpus(rapport: Rapport, form: Form): Part[] {
  const { resumes, dossiers, carte, evolution, version, phrasebook } = rapport;
  const links = new Map(dossiers.map((d, i) => [d.path, `#d${i + 1}`]));
  const left = resumes.length - dossiers.length;
  return [
    part('ensemble', 'Vue d’ensemble', ...corpusSummary(rapport), form === 'short' ? axesIntro() : ''),
    part(
      'classement',
      'Classement des dossiers',
      classement(rapport, links),
      left > 0
        ? tag(
            'p',
            `Le détail est donné pour les ${dossiers.length} premiers dossiers ; pour un autre, lancer le rapport sur lui seul.`,
          )
        : '',
    ),
    ...(form === 'full' || resumes.length > FEW ? [sheet('carte', carteTitle(carte), ...heatMap(carte))] : []),
    ...(evolution ? [sheet('evolution', 'Évolution', ...evolutionSection(evolution, version))] : []),
    ...dossiers.map((dossier, i): Part => {
      const anchor = `d${i + 1}`;
      const title = `Dossier ${i + 1}${dossier.path === '.' ? '' : ` : ${dossier.path}`}`;
      const options = { level: 3, form, phrasebook, signed: false, partial: false };
      const content = new DossierWriter(dossier, anchor, options).whole();
      const className = form === 'full' ? ['sheet'] : [];
      return { anchor, title, content: [h('section', { id: anchor, className }, [heading(2, title), ...content])] };
    }),
    ...annexes(rapport, form),
  ];
}

function annexes(rapport: Rapport, form: Form): Part[] {
  return [
    ...(form === 'full' ? [sheet('regles', 'Règles appliquées', ...rules(rapport))] : []),
    part('empreintes', 'Pièces relues et empreintes', ...hashes(rapport)),
  ];
}

function rules({ regles, resumes }: Rapport): Content[] {
  const many = resumes.length > 1;
  const on = regles.filter((r) => r.active > 0);
  const head = ['Règle', 'Nom', 'Niveau d’origine', ...(many ? ['Dossiers'] : []), 'Constats', 'Ignorés'];
  const rows = on.map(({ rule, title, level, active, found, ignored }) => [
    title,
    tag('code', rule),
    LEVEL_TITLES[level].toLowerCase().replace(/s$/, ''),
    ...(many ? [String(active)] : []),
    String(found),
    String(ignored),
  ]);
  const aside = WHYS.flatMap(([why, words]) => {
    const own = regles.filter((r) => r.notRun[why]);
    const names = own.map((r) => (many ? `${r.rule} (${plural(r.notRun[why] as number, 'dossier')})` : r.rule));
    return names.length > 0
      ? [tag('p', tag('b', `${plural(names.length, 'règle')} ${words}`), ` : ${names.join(', ')}.`)]
      : [];
  });
  return [
    tag('p', `${plural(on.length, 'règle appliquée', 'règles appliquées')}.`),
    block('div', 'compact', table('Les règles, par thème', head, rows)),
    ...aside,
  ];
}

/** Why rules did not run, in words that follow their number. */
const WHYS: readonly (readonly [WhyNotRun, string])[] = [
  ['stopped', 'sans résultat complet (arrêt en cours de lecture)'],
  ['off', 'à l’écart par un réglage'],
  ['preset', 'à l’écart par le préréglage'],
  ['date', 'à l’écart, car leur droit n’est pas en vigueur au jour des pièces'],
];

function hashes({ resumes }: Rapport): Content[] {
  const rows = resumes.flatMap((r) =>
    r.pieces.map(({ path, name, date, sha256 }) => [
      tag('code', path),
      name,
      day(date),
      sha256 ? block('code', 'hash', sha256) : 'fichier corrigé pendant la relecture',
    ]),
  );
  return [
    tag(
      'p',
      'L’empreinte SHA-256 dit de quelle version exacte de chaque fichier ce rapport parle (commande sha256sum, ou Get-FileHash sous Windows).',
    ),
    table('Empreinte des fichiers relus', ['Fichier', 'Pièce', 'Droit au', 'SHA-256'], rows),
  ];
}

const footer = ({ version }: Rapport): Element =>
  tag(
    'footer',
    tag(
      'p',
      `DCE Lint ${version} relève des passages à revoir ; il ne remplace ni la lecture d’un juriste ni les textes cités. Un passage sans constat n’est pas pour autant conforme.`,
    ),
  );
