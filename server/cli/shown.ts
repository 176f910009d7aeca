import { relative, sep } from 'node:path';

/** Path relative to the working directory, with `/`. */
export const shown = (cwd: string, path: string): string => relative(cwd, path).split(sep).join('/') || '.';
