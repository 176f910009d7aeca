import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { isDay, nearest, nearOne } from '../../rules/facts/piece/index.ts';
import { LEVELS, type Level, type Rule } from '../../rules/kit/rule.ts';
import type { Span } from '../../rules/kit/span.ts';
import { isBlank, isTooDeep } from '../../rules/kit/yaml.ts';
import { matchesGlob } from './glob.ts';
import { levelAt } from './lint.ts';
import { Policies, type Policy } from './policy.ts';
import { readPolicy } from './policy-read.ts';
import { faultOf } from './yaml/fault.ts';

/** What a setting may give a rule. */
export type Setting = Level | 'off';
const SETTINGS: readonly Setting[] = [...LEVELS, 'off'];

/** Named sets of rules. `essentiel`: errors alone; `guide`: rules that rest on the guide of 2018; `complet`: all. */
export const PRESETS = ['essentiel', 'guide', 'complet'] as const;
export type Preset = (typeof PRESETS)[number];
export const DEFAULT_PRESET: Preset = 'complet';

/** Name of the configuration file. */
export const CONFIGURATION = '.dce-lint.yaml';

/** Where a value comes from, for people. */
export type Origin =
  | { readonly kind: 'rule' }
  | { readonly kind: 'preset'; readonly preset: Preset }
  /** `label`: path of the file, « réglages de l'éditeur », « ligne de commande ». `at`: place in the file. */
  | { readonly kind: 'layer'; readonly label: string; readonly at?: Span };

interface Value<T> {
  readonly value: T;
  readonly at?: Span;
}

/** One source of settings, read. */
export interface Layer {
  readonly label: string;
  readonly preset?: Value<Preset>;
  /** By rule id or `theme/*`. */
  readonly levels: ReadonlyMap<string, Value<Setting>>;
  readonly date?: Value<string>;
  /** The file that `extends` names, from the folder of this one, instead of a preset: a weaker layer. */
  readonly base?: Value<string>;
  readonly policy?: Policy;
  /** Globs of files left out, from the folder of the file. */
  readonly ignore: readonly Value<string>[];
  readonly problems: readonly SettingsProblem[];
  /** The text is no YAML as it stands: it is being written, or was cut short. */
  readonly broken?: true;
}

/** What is wrong in a layer, and left out. A French sentence; `at` in the text of a file. */
export interface SettingsProblem {
  readonly label: string;
  readonly at?: Span;
  readonly message: string;
}

/** The settings of a resource: every value knows its origin. */
export interface Settings {
  readonly preset: { readonly value: Preset; readonly origin: Origin };
  /** Day of the law where no piece says; undefined: today. */
  readonly date: { readonly value: string; readonly origin: Origin } | undefined;
  readonly problems: readonly SettingsProblem[];
  readonly policies: Policies;
  /** Level that a layer or a policy gives, `off`, or undefined: the rule's own. The piece tells the day of its law. */
  levelOf(rule: Rule, piece?: { readonly date: string }): Setting | undefined;
  /** What a rule is in the end for a consultation of that day: `off` also where the preset or the date leaves it out. */
  effective(rule: Rule, date: string): { readonly level: Setting; readonly origin: Origin };
  /** The lowest level shown of a rule: `error` under the preset `essentiel`, unless a layer speaks of the rule. */
  floor(rule: Rule): Level;
  origin(ruleId: string): Origin;
  /** The glob that leaves a file out, path from the configuration's folder; undefined when it is checked. */
  ignoredBy(path: string): string | undefined;
}

const list = (values: readonly string[]) => values.map((v) => `« ${v} »`).join(', ');

/** « , le plus proche d'abord : … », where one is near; « : … » otherwise. */
const admitted = (word: string, values: readonly string[], first: string): string =>
  `${nearOne(word, values) ? `, ${first} d'abord` : ''} : ${list(nearest(word, values))}`;

const themeOf = (id: string): string => `${id.split('/')[0]}/*`;

/** Gathers one layer, the wrong values left out and said. */
class LayerBuilder {
  private preset: Value<Preset> | undefined;
  private date: Value<string> | undefined;
  private base: Value<string> | undefined;
  private policy: Policy | undefined;
  private readonly levels = new Map<string, Value<Setting>>();
  private readonly ignore: Value<string>[] = [];
  private readonly problems: SettingsProblem[] = [];
  private readonly rules: readonly Rule[];
  private known: ReadonlySet<string> | undefined;
  private readonly label: string;
  private broken = false;

  constructor(label: string, rules: readonly Rule[]) {
    this.label = label;
    this.rules = rules;
  }

  /** Of rules and themes. */
  private get names(): ReadonlySet<string> {
    const ids = this.rules.map((r) => r.id);
    this.known ??= new Set([...ids, ...ids.map(themeOf)]);
    return this.known;
  }

  problem(message: string, at?: Span): void {
    this.problems.push({ label: this.label, message, ...(at && { at }) });
  }

  /** Says that the text cannot be read as a whole. */
  breach(message: string, at: Span): void {
    this.broken = true;
    this.problem(message, at);
  }

  setPolicy(value: unknown): void {
    this.policy = readPolicy(value, this.label, this.names, (message, at) => this.problem(message, at));
  }

  setPreset(value: unknown, at?: Span): void {
    if (typeof value === 'string' && FILE.test(value)) {
      this.base = { value, ...(at && { at }) };
      return;
    }
    const preset = PRESETS.find((p) => p === value);
    if (preset) this.preset = { value: preset, ...(at && { at }) };
    else
      this.problem(
        `« ${shown(value)} » n'est pas un préréglage : il est ignoré. Préréglages admis${admitted(shown(value), PRESETS, 'le plus proche')}.`,
        at,
      );
  }

  setDate(value: unknown, at?: Span): void {
    if (isDay(value)) this.date = { value, ...(at && { at }) };
    else this.problem(`« ${shown(value)} » n'est pas une date AAAA-MM-JJ (2027-01-15) : elle est ignorée.`, at);
  }

  setLevel(name: string, value: unknown, nameAt?: Span, valueAt?: Span): void {
    if (!this.names.has(name)) {
      const near = nearOne(name, [...this.names]);
      this.problem(
        `« ${name} » n'est pas une règle : ce réglage est ignoré.${near ? ` Règle la plus proche : « ${near} ».` : ''}`,
        nameAt,
      );
      return;
    }
    const setting = SETTINGS.find((s) => s === value);
    if (setting) this.levels.set(name, { value: setting, ...(nameAt && { at: nameAt }) });
    else
      this.problem(
        `« ${shown(value)} » n'est pas un niveau pour « ${name} » : ce réglage est ignoré. Niveaux admis : ${list(SETTINGS)}.`,
        valueAt ?? nameAt,
      );
  }

  addIgnore(value: unknown, at?: Span): void {
    if (typeof value === 'string' && value !== '') this.ignore.push({ value, ...(at && { at }) });
    else this.problem(`« ${shown(value)} » n'est pas un motif de fichiers (« modeles/** ») : il est ignoré.`, at);
  }

  get layer(): Layer {
    const { label, levels, ignore, problems, preset, date, broken, base, policy } = this;
    const rest = {
      ...(preset && { preset }),
      ...(base && { base }),
      ...(policy && { policy }),
      ...(date && { date }),
      ...(broken && { broken }),
    };
    return { label, levels, ignore, problems, ...rest };
  }
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));

/** A file that `extends` may name: beside or above, in YAML. */
const FILE = /^(?![a-z][a-z0-9+.-]*:)[^/\\].*\.ya?ml$/i;

const KEYS = ['extends', 'rules', 'date', 'ignore', 'politique'] as const;
/** Longest configuration read, in UTF-16 units. */
const LONGEST = 100_000;

/** Reads the text of a `.dce-lint.yaml`. What is wrong is left out and said at its place; the rest stands. */
export function readConfiguration(text: string, label: string, rules: readonly Rule[]): Layer {
  const builder = new LayerBuilder(label, rules);
  if (text.length > LONGEST || isTooDeep(text)) {
    builder.breach('Cette configuration est trop longue, ou trop imbriquée : elle est ignorée.', { start: 0, end: 0 });
    return builder.layer;
  }
  // Aliases are never followed: a node is read as it is written, so that a few lines cannot stand for millions.
  const doc = parseDocument(text, { uniqueKeys: false, strict: false, logLevel: 'error' });
  for (const error of doc.errors) {
    const [start, end] = faultOf(error, doc);
    if (error.code === 'MULTIPLE_DOCS') {
      builder.problem('Une configuration est d’un seul tenant : ce qui suit « --- » est ignoré.', { start, end });
      continue;
    }
    const at = { start: Math.min(start, text.length), end: Math.min(Math.max(end, start + 1), text.length) };
    builder.breach(
      "Ceci n'est pas du YAML valide. Vérifier les deux-points, les guillemets et le retrait des lignes.",
      at,
    );
  }
  if (isMap(doc.contents)) {
    sayRepeated(builder, doc.contents);
    for (const pair of doc.contents.items) readKey(builder, pair);
  } else if (doc.contents && !isBlank(doc.contents))
    builder.problem(`Une configuration contient des clés, une par ligne : ${list(KEYS)}.`, spanOf(doc.contents));
  return builder.layer;
}

const spanOf = (node: unknown): Span | undefined => {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: Math.max(range[1], range[0]) } : undefined;
};

const scalarOf = (node: unknown): unknown => (isScalar(node) ? node.value : undefined);

function readKey(builder: LayerBuilder, { key, value }: Pair): void {
  const name = String(scalarOf(key) ?? '');
  const at = spanOf(key);
  const valueAt = spanOf(value) ?? at;
  switch (name) {
    case 'extends':
      builder.setPreset(scalarOf(value), valueAt);
      return;
    case 'date':
      builder.setDate(scalarOf(value), valueAt);
      return;
    case 'politique':
      builder.setPolicy(value);
      return;
    case 'ignore':
      for (const item of isSeq(value) ? value.items : [value]) builder.addIgnore(scalarOf(item), spanOf(item) ?? at);
      return;
    case 'rules':
      if (isMap(value)) readLevels(builder, value);
      else if (scalarOf(value) !== null)
        builder.problem('« rules » contient des règles, une par ligne et en retrait : « pi/garantie: off ».', valueAt);
      return;
    default:
      builder.problem(
        `« ${name} » n'est pas une clé de la configuration : elle est ignorée. Clés admises${admitted(name, KEYS, 'la plus proche')}.`,
        at,
      );
  }
}

const nameOf = ({ key }: Pair) => String(scalarOf(key) ?? '');

/** Says of each key that stands there already. */
function sayRepeated(builder: LayerBuilder, { items }: YAMLMap): void {
  const seen = new Set<string>();
  for (const pair of items) {
    const name = nameOf(pair);
    if (name !== '' && seen.has(name))
      builder.problem(`« ${name} » est écrit deux fois : n'en garder qu'un.`, spanOf(pair.key));
    seen.add(name);
  }
}

function readLevels(builder: LayerBuilder, map: YAMLMap): void {
  sayRepeated(builder, map);
  for (const { key, value } of map.items)
    builder.setLevel(String(scalarOf(key) ?? ''), scalarOf(value), spanOf(key), spanOf(value));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings of the editor that choose how findings are shown: what each may be. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  langue: ['fr', 'en'],
  portee: ['dossier', 'pieces-ouvertes'],
};

function sayUnchosen(builder: LayerBuilder, values: Readonly<Record<string, unknown>>): void {
  for (const [name, choices] of Object.entries(CHOICES))
    if (values[name] !== undefined && !choices.includes(String(values[name])))
      builder.problem(
        `« ${shown(values[name])} » n'est pas une valeur de « ${name} » : elle est ignorée. Valeurs admises : ${list(choices)}.`,
      );
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * Reads settings given as JSON: the editor's section `dceLint` (`preset`, `date`, `levels`, and one key a rule under
 * `regles`, where « défaut » says nothing), or a command line's options in the same shape. Empty values say nothing.
 */
export function readSettings(value: unknown, label: string, rules: readonly Rule[]): Layer {
  const builder = new LayerBuilder(label, rules);
  if (!isRecord(value)) return builder.layer;
  const { preset, date, levels, regles } = value;
  sayUnchosen(builder, value);
  if (isGiven(preset)) builder.setPreset(preset);
  if (isGiven(date)) builder.setDate(date);
  if (isRecord(regles))
    for (const [name, level] of Object.entries(regles)) if (level !== 'défaut') builder.setLevel(name, level);
  if (isRecord(levels)) for (const [name, level] of Object.entries(levels)) builder.setLevel(name, level);
  return builder.layer;
}

/** Puts layers together, the last one strongest: configuration file, then editor or command line. */
export function resolveSettings(layers: readonly Layer[]): Settings {
  const strongest = [...layers].reverse();
  const originIn = (layer: Layer, at: Span | undefined): Origin => ({
    kind: 'layer',
    label: layer.label,
    ...(at && { at }),
  });
  const pick = <T>(of: (layer: Layer) => Value<T> | undefined) => {
    for (const layer of strongest) {
      const found = of(layer);
      if (found) return { value: found.value, origin: originIn(layer, found.at) };
    }
    return undefined;
  };
  const preset = pick((l) => l.preset) ?? { value: DEFAULT_PRESET, origin: { kind: 'rule' } as const };
  const givesLevels = layers.some((l) => l.levels.size > 0);
  const set = (id: string) => (givesLevels ? pick((l) => l.levels.get(id) ?? l.levels.get(themeOf(id))) : undefined);
  const byPreset: Origin = { kind: 'preset', preset: preset.value };
  const isNotice = (id: string) => id.startsWith('dce-lint/');
  const isLeftOut = (rule: Rule) =>
    preset.value === 'guide' && !isNotice(rule.id) && !rule.sources.some((s) => s.kind === 'guide');

  const policies = new Policies(layers.flatMap((l) => l.policy ?? []));
  const givenTo = (rule: Rule): Setting | undefined => set(rule.id)?.value ?? (isLeftOut(rule) ? 'off' : undefined);
  const floor = (rule: Rule): Level =>
    preset.value === 'essentiel' && !isNotice(rule.id) && !set(rule.id) && !policies.holds(rule) ? 'error' : 'info';
  return {
    preset,
    date: pick((l) => l.date),
    problems: layers.flatMap((l) => l.problems),
    policies,
    levelOf: (rule, piece) => policies.raise(rule, givenTo(rule), piece ? levelAt(rule, piece.date) : rule.level).level,
    floor,
    effective(rule, date) {
      const { level: raised, by } = policies.raise(rule, givenTo(rule), levelAt(rule, date));
      if (by)
        return { level: raised ?? levelAt(rule, date) ?? 'off', origin: { kind: 'layer', label: `politique : ${by}` } };
      const given = set(rule.id);
      if (given) return { level: given.value, origin: given.origin };
      if (isLeftOut(rule)) return { level: 'off', origin: byPreset };
      const own = levelAt(rule, date) ?? 'off';
      if (floor(rule) === 'error' && own !== 'error') return { level: 'off', origin: byPreset };
      return { level: own, origin: { kind: 'rule' } };
    },
    origin(id) {
      return set(id)?.origin ?? { kind: 'rule' };
    },
    ignoredBy(path) {
      return layers.flatMap((l) => l.ignore).find((glob) => matchesGlob(path, glob.value))?.value;
    },
  };
}
