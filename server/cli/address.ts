import manifest from '../../package.json' with { type: 'json' };
import { version } from './version.ts';

/** What stands in the manifest as long as the project has no public address. */
const TO_FILL = 'VOTRE-ORGANISATION';

/** The project's own pages for a repository as npm writes it; undefined while that is to be filled in. */
export function pagesOf(url: string): { readonly home: string; rule(id: string): string } | undefined {
  if (url.includes(TO_FILL)) return undefined;
  const home = url.replace(/^git\+/, '').replace(/\.git$/, '');
  return { home, rule: (id) => `${home}/blob/v${version}/docs/regles/${id}.md` };
}

/** The pages of this very program; its address is filled in in `package.json` alone. */
export const pages = pagesOf(manifest.repository.url);
