import { minimatch } from 'minimatch';

/** Longest glob read: a configuration names folders and files, not programs. */
const LONGEST = 300;

/**
 * True when a glob names a path (from the same folder, with `/`). `*`, `**`, `?` and `[…]`; a glob without `/` names a
 * file in any folder; one that names a folder names what it holds. Nothing else is special.
 */
export function matchesGlob(path: string, glob: string): boolean {
  if (glob.length > LONGEST) return false;
  const clean = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
  const anywhere = clean.includes('/') || glob.startsWith('/') ? clean : `**/${clean}`;
  const options = {
    nobrace: true,
    noext: true,
    nocomment: true,
    nonegate: true,
    dot: true,
    platform: 'linux',
  } as const;
  return minimatch(path, anywhere, options) || minimatch(path, `${anywhere}/**`, options);
}
