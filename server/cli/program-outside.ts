import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, relative, sep } from 'node:path';

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/**
 * Absolute path of a program in a search path (that of the environment, or one laid out like it), undefined where there is
 * none. What stands in `folder`, by itself or through a link, is passed over, and so is what the search path names from the
 * current folder: a name alone would be looked for there, first of all on some systems.
 */
export function programOutside(folder: string, name: string, searchPath = process.env.PATH ?? ''): string | undefined {
  const base = realpathSync(folder);
  return searchPath
    .split(delimiter)
    .filter(isAbsolute)
    .map((place) => join(place, name + SUFFIX))
    .find((path) => isProgram(path) && !isWithin(base, path) && !isWithin(base, realpathSync(path)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
