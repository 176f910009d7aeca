import type { Rule } from '../rules/kit/rule.ts';
import { decode, NO_FILE } from './core/decode.ts';
import { CONFIGURATION, type Layer, readConfiguration } from './core/settings.ts';
import type { Host } from './host.ts';
import { child, pathFrom, upwards } from './uri.ts';

/** The configuration file that a folder is under. */
export interface Configuration {
  readonly uri: string;
  readonly folder: string;
  /** False when the file cannot be read as text: `text` is then empty, and `layer` says why. */
  readonly readable: boolean;
  readonly text: string;
  readonly layer: Layer;
  /** The files that it extends, the weakest first. */
  readonly bases: readonly Layer[];
  /** Their texts: what they say changes with these. */
  readonly basesText: string;
}

/** The nearest `.dce-lint.yaml`, from a folder (a URI) upwards; undefined when there is none. */
export async function findConfiguration(
  host: Host,
  folder: string,
  rules: readonly Rule[],
): Promise<Configuration | undefined> {
  const folders = upwards(folder);
  const [root = folder] = folders.slice(-1);
  const stamps = await Promise.all(folders.map((at) => host.stat(child(at, CONFIGURATION))));
  for (const [i, at] of folders.entries()) {
    const uri = child(at, CONFIGURATION);
    if (stamps[i]) {
      const found = read(await host.readFile(uri), uri, at, rules, pathFrom(root, uri) ?? uri);
      return { ...found, ...(await basesOf(found.layer, uri, host, rules)) };
    }
  }
  return undefined;
}

/** Files that extend one another beyond this are not followed: they go in a circle. */
const DEEPEST = 5;

/** The files that a configuration extends, from one to the next; one that cannot be read is said where it is named. */
export async function basesOf(
  layer: Layer,
  uri: string,
  host: Pick<Host, 'readFile'>,
  rules: readonly Rule[],
): Promise<Pick<Configuration, 'bases' | 'basesText'>> {
  const bases: Layer[] = [];
  let basesText = '';
  let [from, at] = [layer, uri];
  while (from.base && bases.length < DEEPEST) {
    const { value, at: place } = from.base;
    const next = new URL(value.split('/').map(encodeURIComponent).join('/'), at).href;
    const bytes = await host.readFile(next);
    const decoded = bytes ? decode(bytes) : NO_FILE;
    if (!decoded.ok) {
      const message = `« ${value} » ne peut pas être lu : ${decoded.reason}`;
      bases.unshift({
        ...NOTHING,
        label: from.label,
        problems: [{ label: from.label, message, ...(place && { at: place }) }],
      });
      break;
    }
    basesText += `${next}\n${decoded.text}\n`;
    from = readConfiguration(decoded.text, value, rules);
    at = next;
    // Its globs start from its own folder, where none of these pieces is.
    bases.unshift({ ...from, ignore: [] });
  }
  return { bases, basesText };
}

const NOTHING = { levels: new Map(), ignore: [] } as const;

function read(
  bytes: Uint8Array | undefined,
  uri: string,
  folder: string,
  rules: readonly Rule[],
  path: string,
): Omit<Configuration, 'bases' | 'basesText'> {
  const decoded = bytes ? decode(bytes) : NO_FILE;
  if (decoded.ok) {
    const layer = readConfiguration(decoded.text, path, rules);
    return { uri, folder, readable: true, text: decoded.text, layer };
  }
  const problem = { label: path, at: { start: 0, end: 0 }, message: `Configuration illisible : ${decoded.reason}` };
  return {
    uri,
    folder,
    readable: false,
    text: '',
    layer: { label: path, levels: new Map(), ignore: [], problems: [problem], broken: true },
  };
}

/** Configurations as they were when they could last be read: one that is half written does not undo what it said. */
export class LastGood {
  private readonly byHome = new Map<string, Configuration>();

  /**
   * The configuration of a consultation, with what it last said in the place of what cannot be read now; its faults are
   * those of now. One that is gone leaves nothing behind. `home`: URI of the consultation's folder.
   */
  steadied(home: string, found: Configuration | undefined): Configuration | undefined {
    const good = this.byHome.get(home);
    if (found?.layer.broken) {
      if (good?.uri !== found.uri) return found;
      return { ...found, layer: { ...good.layer, problems: found.layer.problems } };
    }
    if (found) this.byHome.set(home, found);
    else this.byHome.delete(home);
    return found;
  }
}
