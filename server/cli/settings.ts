import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rules } from '../../rules/index.ts';
import { findConfiguration } from '../configuration.ts';
import { decode } from '../core/decode.ts';
import { type Layer, readConfiguration, readSettings, resolveSettings, type Settings } from '../core/settings.ts';
import { nodeHost } from '../node-host.ts';
import { shown } from './files.ts';
import { type Terminal, UsageError } from './io.ts';

/** Options of a command that bear on settings. */
export interface SettingOptions {
  readonly date?: string;
  /** `ID=LEVEL`. */
  readonly rule: readonly string[];
  readonly config?: string;
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
  /** What is wrong in the configuration: one French line with its place. */
  readonly problem?: string;
}

/** The settings of a folder: its configuration file, then the command line. */
export async function settingsOf(
  folder: string,
  options: SettingOptions,
  own: Layer,
  terminal: Pick<Terminal, 'cwd'>,
): Promise<FolderSettings> {
  const found = await configurationOf(folder, options, terminal);
  const settings = resolveSettings(found ? [found.layer, own] : [own]);
  const [wrong] = found?.layer.problems ?? [];
  if (!found || !wrong) return { settings, configured: found ? dirname(found.path) : folder };
  const line = found.text.slice(0, wrong.at?.start ?? 0).split('\n').length;
  return {
    settings,
    configured: dirname(found.path),
    problem: `${shown(terminal.cwd, found.path)}, ligne ${line} : ${wrong.message}`,
  };
}

async function configurationOf(folder: string, { config }: SettingOptions, terminal: Pick<Terminal, 'cwd'>) {
  if (config === undefined) {
    const found = await findConfiguration(
      nodeHost(() => {}),
      pathToFileURL(folder).href,
      rules,
    );
    if (!found) return undefined;
    const path = fileURLToPath(found.uri);
    return { path, text: found.text, layer: { ...found.layer, label: shown(terminal.cwd, path) } };
  }
  const path = resolve(terminal.cwd, config);
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`${config} : configuration introuvable ou illisible`);
  });
  const decoded = decode(bytes);
  if (!decoded.ok) throw new UsageError(`${config} : ${decoded.reason}`);
  return { path, text: decoded.text, layer: readConfiguration(decoded.text, config, rules) };
}
