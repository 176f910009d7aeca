import { isDay } from '../../rules/facts/piece/index.ts';
import { rules } from '../../rules/index.ts';
import { dates, lawDate, repealedTexts, thresholds, unverified } from '../../rules/law/law.ts';
import { explainCommand } from '../cli/commands/explain.ts';
import { rulesCommand } from '../cli/commands/rules.ts';
import { UsageError } from '../cli/io.ts';
import { chapitres } from '../core/guide-parties.ts';
import { lawAge } from '../core/law-age.ts';
import { asJson } from './bounds.ts';
import { printed, type World } from './world.ts';

/** Something to read: of one address, or of as many as its template makes. */
export interface ResourceOffer {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
}

const SCHEME = 'dce-lint://';
const MARKDOWN = 'text/markdown';
const JSON_TYPE = 'application/json';

export const resources: readonly (ResourceOffer & { readonly uri: string })[] = [
  {
    uri: `${SCHEME}regles`,
    name: 'regles',
    title: 'Les règles',
    description: 'Chaque règle, son niveau, ses pièces, ses sources. / Every rule.',
    mimeType: JSON_TYPE,
  },
  {
    uri: `${SCHEME}guide`,
    name: 'guide',
    title: 'Les recommandations du guide',
    description:
      'Le guide « Innovation et marchés publics », partie par partie, avec les règles qui s’appuient dessus. / The guide, part by part.',
    mimeType: MARKDOWN,
  },
  {
    uri: `${SCHEME}droit`,
    name: 'droit',
    title: 'Le droit du jour',
    description: 'Seuils en vigueur, textes abrogés, ce qui n’a pas été vérifié. / The law of today.',
    mimeType: JSON_TYPE,
  },
];

export const templates: readonly (ResourceOffer & { readonly uriTemplate: string })[] = [
  {
    uriTemplate: `${SCHEME}regles/{theme}/{regle}`,
    name: 'regle',
    title: 'Une règle',
    description: 'La page d’une règle. / The page of a rule.',
    mimeType: MARKDOWN,
  },
  {
    uriTemplate: `${SCHEME}droit/{jour}`,
    name: 'droit-du-jour',
    title: 'Le droit d’un jour',
    description: 'Comme « droit », au jour AAAA-MM-JJ. / The law of a day.',
    mimeType: JSON_TYPE,
  },
  {
    uriTemplate: `${SCHEME}droit/{jour}/{article}`,
    name: 'article',
    title: 'Un article, un jour',
    description: 'Ce que dit un article (R2152-7, cpi L131-3) au jour AAAA-MM-JJ. / An article on a day.',
    mimeType: MARKDOWN,
  },
];

/** What stands at an address. Throws a `UsageError` where nothing does. */
export async function readResource(uri: string, world: World): Promise<{ mimeType: string; text: string }> {
  const nothing = () => new UsageError(`rien à l’adresse « ${uri.slice(0, 200)} »`);
  if (!uri.startsWith(SCHEME)) throw nothing();
  const parts = uri.slice(SCHEME.length).split('/').map(decoded);
  const [room, first, second] = parts;
  const page = (what: string, date: string) =>
    printed(world, { cwd: world.cwd, access: world.folders.access() }, (t) => explainCommand(what, { date }, t));
  const today = world.today();
  if (room === 'regles' && parts.length === 1)
    return {
      mimeType: JSON_TYPE,
      text: await printed(world, { cwd: world.cwd, access: world.folders.access() }, (t) =>
        rulesCommand({ format: 'json', date: today }, t),
      ),
    };
  if (room === 'regles' && parts.length === 3)
    return { mimeType: MARKDOWN, text: await page(`${first}/${second}`, today) };
  if (room === 'guide' && parts.length === 1) return { mimeType: MARKDOWN, text: guide() };
  if (room !== 'droit' || parts.length > 3) throw nothing();
  const day = first ?? today;
  if (!isDay(day)) throw new UsageError(`« ${first?.slice(0, 40)} » n’est pas une date AAAA-MM-JJ`);
  if (second !== undefined) return { mimeType: MARKDOWN, text: await page(second, day) };
  return { mimeType: JSON_TYPE, text: lawOf(day, today) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The guide, part by part, in our own words, with the rules that rest on each. */
function guide(): string {
  const lines = chapitres.flatMap((chapitre) => [
    `# ${chapitre.code}. ${chapitre.title}`,
    '',
    ...chapitre.parties.flatMap(({ code, title }) => {
      const resting = rules.flatMap((rule) => {
        const source = rule.sources.find((s) => s.kind === 'guide' && s.part === code);
        return source?.kind === 'guide' ? [{ rule, page: source.page }] : [];
      });
      const own = resting
        .sort((a, b) => a.page - b.page)
        .map(({ rule, page }) => `- p. ${page} : ${rule.title} (\`${rule.id}\`)`);
      return own.length > 0 ? [`## ${code} ${title}`, '', ...own, ''] : [];
    }),
  ]);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What of the law has a day: `until` is the first day on which it no longer holds. */
function lawOf(day: string, today: string): string {
  return asJson({
    date: day,
    law: lawAge(today),
    readUntil: lawDate,
    thresholds: thresholds(day),
    dates,
    repealedTexts: repealedTexts.map((text) => ({ ...text, repealed: text.until !== null && text.until <= day })),
    unverified,
  });
}
