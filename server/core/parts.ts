import { stringify } from 'yaml';
import { kindOfName } from '../../rules/facts/piece/index.ts';
import { plain } from '../../rules/kit/french/fold.ts';

/** A folder beside others, with the names of its drafts. */
export interface Part {
  readonly name: string;
  readonly drafts: readonly string[];
}

/** Folders that are named after what they hold of a consultation, and after no one piece: « 1 - Pièces administratives ». */
const GROUP =
  /^(?:\d{1,2}[a-z]? )?(?:pieces? )?(?:administrati(?:f|ve)s?|techniques?|financi(?:er|ere)s?|contractuel(?:le)?s?|juridiques?|annexes?|prix|engagement)$/;

const named = (name: string): boolean =>
  kindOfName(name) !== undefined ||
  GROUP.test(
    plain(name)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );

/**
 * The folders that hold one consultation between them, by their names: two at least, each with a draft, `own` among them, and
 * one for its RC at most. None in doubt: folders of several consultations stand beside each other too.
 */
export function partsOf(own: string, siblings: readonly Part[]): readonly Part[] {
  const parts = siblings.filter(({ name, drafts }) => drafts.length > 0 && named(name));
  const rules = parts.filter(({ name }) => kindOfName(name) === 'rc');
  if (parts.length < 2 || rules.length > 1 || !parts.some(({ name }) => name === own)) return [];
  return [...parts].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text of a `dce.yaml` that lists the drafts of these folders. */
export function gathered(parts: readonly Part[]): string {
  const pieces = parts.flatMap(({ name, drafts }) => [...drafts].sort().map((draft) => `${name}/${draft}`));
  return `# Les pièces de la consultation, réunies de ${parts.length} dossiers.\n${stringify({ pieces }, { lineWidth: 0 })}`;
}
