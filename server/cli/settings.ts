import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rules } from '../../rules/index.ts';
import { findConfiguration } from '../configuration.ts';
import { decode } from '../core/decode.ts';
import { Lines } from '../core/lines.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { type Layer, readConfiguration, readSettings, resolveSettings, type Settings } from '../core/settings.ts';
import { nodeHost } from '../node-host.ts';
import { within } from './access.ts';
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
  /** What is wrong in the configuration, in the order of its lines. */
  readonly problems: readonly NotChecked[];
}

/** The settings of a folder: its configuration file, then the command line. */
export async function settingsOf(
  folder: string,
  options: SettingOptions,
  own: Layer,
  terminal: Pick<Terminal, 'cwd' | 'access'>,
): Promise<FolderSettings> {
  const found = await configurationOf(folder, options, terminal);
  const settings = resolveSettings(found ? [found.layer, own] : [own]);
  if (!found) return { settings, configured: folder, problems: [] };
  const { path, text, layer } = found;
  const lines = new Lines(text);
  const problems = layer.problems.map(({ at, message }) => ({
    what: shown(terminal.cwd, path),
    line: lines.positionAt(at?.start ?? 0).line + 1,
    why: message,
    remedy: saysNothing(layer)
      ? 'Rien de ce fichier n’est appliqué : la vérification s’est faite avec les réglages par défaut.'
      : 'Le reste de ce fichier s’applique.',
    blocking: true,
  }));
  return { settings, configured: dirname(path), problems: problems.sort((a, b) => a.line - b.line) };
}

const saysNothing = ({ preset, date, levels, ignore }: Layer) =>
  !preset && !date && levels.size === 0 && ignore.length === 0;

async function configurationOf(folder: string, { config }: SettingOptions, terminal: Pick<Terminal, 'cwd' | 'access'>) {
  if (config === undefined) {
    const found = await findConfiguration(
      within(
        nodeHost(() => {}),
        terminal.access,
      ),
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
