/** The address of the folder of a file, without a final `/`; undefined for what is in none (`untitled:`). */
export function folderOf(uri: string): string | undefined {
  const path = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(\/.*)$/i.exec(uri);
  if (!path?.[2]) return undefined;
  const folder = path[2].replace(/[?#].*$/, '').replace(/\/[^/]*$/, '');
  return (path[1] as string) + folder;
}

/** A folder and those above it, nearest first, up to the root of its authority. */
export function upwards(folder: string): string[] {
  const root = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(folder)?.[0] ?? '';
  const out = [folder];
  for (let at = folder; at !== root && at.includes('/', root.length); ) {
    at = at.slice(0, at.lastIndexOf('/'));
    out.push(at);
  }
  return out;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The name of a file as its folder holds it. */
export const nameOf = (uri: string): string => decoded(uri.replace(/[?#].*$/, '').replace(/^.*[/:]/s, ''));

/** The address of a file of a folder. */
export const child = (folder: string, name: string): string => `${folder}/${encodeURIComponent(name)}`;

/** The address of what a path leads to from a folder; the folder itself for an empty path. */
export const below = (folder: string, path: string): string =>
  path === '' ? folder : `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;

/**
 * One spelling for the addresses of one file: clients escape `:` or leave it, write drive letters in either case, and
 * accents in either normal form.
 */
export const keyOf = (uri: string): string =>
  decoded(uri)
    .normalize('NFC')
    .replace(/^file:\/\/\/([A-Za-z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`);

/** Path from a folder to a file below it, with `/`; undefined when it is not below. */
export function pathFrom(folder: string, uri: string): string | undefined {
  const base = `${keyOf(folder)}/`;
  const key = keyOf(uri);
  return key.startsWith(base) ? key.slice(base.length) : undefined;
}
