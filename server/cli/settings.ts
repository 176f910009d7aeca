import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rules } from '../../rules/index.ts';
import { basesOf, findConfiguration } from '../configuration.ts';
import { decode } from '../core/decode.ts';
import { Lines } from '../core/lines.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { type Layer, readConfiguration, readSettings, resolveSettings, type Settings } from '../core/settings.ts';
import { nodeHost } from '../node-host.ts';
import { within } from './access.ts';
import { type Terminal, UsageError } from './io.ts';
import { shown } from './shown.ts';

/** Where files are read from, and which may be. */
type Place = Pick<Terminal, 'cwd' | 'access'>;

/** Options of a command that bear on settings. */
export interface SettingOptions {
  readonly date?: string;
  /** `ID=LEVEL`. */
  readonly rule: readonly string[];
  readonly config?: string;
  /** A configuration whose `politique` holds over all others. */
  readonly policy?: string;
}

/** The command line as a layer of settings. Throws a `UsageError` for an unknown rule or level. */
export function commandLine(options: SettingOptions): Layer {
  const levels = Object.fromEntries(
    options.rule.map((given) => {
      const [id = '', level] = given.split('=');
      if (level === undefined) throw new UsageError(`« ${given} » ne convient pas pour --rule : écrire RÈGLE=NIVEAU`);
      return [id, level];
    }),
  );
  const layer = readSettings({ levels, date: options.date }, 'ligne de commande', rules);
  const [problem] = layer.problems;
  if (problem) throw new UsageError(problem.message);
  return layer;
}

export interface FolderSettings {
  readonly settings: Settings;
  /** Folder that the globs of `ignore` start from. */
  readonly configured: string;
  /** What is wrong in the configuration, in the order of its lines. */
  readonly problems: readonly NotChecked[];
}

/** The settings of a folder: its configuration file, then the command line. */
export async function settingsOf(
  folder: string,
  options: SettingOptions,
  own: Layer,
  terminal: Place,
): Promise<FolderSettings> {
  const policy = await policyOf(options, terminal);
  const found = await configurationOf(folder, options, terminal);
  const layers = [...(policy?.all ?? []), ...(found?.all ?? []), own];
  const problems = [...(policy?.problems ?? []), ...(found?.problems ?? [])];
  return { settings: resolveSettings(layers), configured: found ? dirname(found.path) : folder, problems };
}

/** A configuration that was read: its layers, the weakest first, and what is wrong in its own. */
interface Found {
  /** Absolute. */
  readonly path: string;
  readonly all: readonly Layer[];
  readonly problems: readonly NotChecked[];
}

/** What is wrong in a file, in the order of its lines, and in those that it extends. */
function problemsIn(path: string, text: string, layer: Layer, bases: readonly Layer[], { cwd }: Place) {
  const lines = new Lines(text);
  const own = layer.problems.map(({ at, message }) => ({
    what: shown(cwd, path),
    line: lines.positionAt(at?.start ?? 0).line + 1,
    why: message,
    remedy: saysNothing(layer)
      ? 'Rien de ce fichier n’est appliqué : la vérification s’est faite avec les réglages par défaut.'
      : 'Le reste de ce fichier s’applique.',
    blocking: true,
  }));
  const others = bases.flatMap((base) =>
    base.problems.map(({ label, message }) => ({
      what: label === layer.label ? shown(cwd, path) : label,
      why: message,
      remedy: 'Le reste des réglages s’applique.',
      blocking: true,
    })),
  );
  return [...own.sort((a, b) => a.line - b.line), ...others];
}

const hostOf = ({ access }: Place) =>
  within(
    nodeHost(() => {}),
    access,
  );

async function foundIn(path: string, text: string, layer: Layer, terminal: Place): Promise<Found> {
  const host = hostOf(terminal);
  const { bases } = await basesOf(layer, pathToFileURL(path).href, host, rules);
  return { path, all: [...bases, layer], problems: problemsIn(path, text, layer, bases, terminal) };
}

/** The policy that the command line names. Throws a `UsageError` where there is none in it. */
async function policyOf({ policy }: SettingOptions, terminal: Place): Promise<Found | undefined> {
  if (policy === undefined) return undefined;
  const found = await named(policy, 'politique', terminal);
  if (!found.all.some((layer) => layer.policy))
    throw new UsageError(`${policy} : ce fichier ne contient pas de « politique »`);
  // Its globs start from its own folder, where none of these pieces is.
  return { ...found, all: found.all.map((layer) => ({ ...layer, ignore: [] })) };
}

const saysNothing = ({ preset, date, levels, ignore, policy, base }: Layer) =>
  !preset && !date && levels.size === 0 && ignore.length === 0 && !policy && !base;

async function configurationOf(
  folder: string,
  { config }: SettingOptions,
  terminal: Place,
): Promise<Found | undefined> {
  if (config === undefined) {
    const found = await findConfiguration(hostOf(terminal), pathToFileURL(folder).href, rules);
    if (!found) return undefined;
    const path = fileURLToPath(found.uri);
    const layer = { ...found.layer, label: shown(terminal.cwd, path) };
    return foundIn(path, found.text, layer, terminal);
  }
  return named(config, 'configuration', terminal);
}

/** A configuration that the command line names. */
async function named(name: string, what: string, terminal: Place): Promise<Found> {
  const path = resolve(terminal.cwd, name);
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`${name} : ${what} introuvable ou illisible`);
  });
  const decoded = decode(bytes);
  if (!decoded.ok) throw new UsageError(`${name} : ${decoded.reason}`);
  return foundIn(path, decoded.text, readConfiguration(decoded.text, name, rules), terminal);
}
