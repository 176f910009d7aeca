/** What the bundles hold that others wrote: which packages, under which licences, with which notices to hand on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that a file belongs to; undefined for a file of ours. */
const packageOf = (/** @type {string} */ path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];

/** A package may come as one file with other packages in it: bundlers name them in comments. */
const CARRIED = /^\/\/(?:#region)? node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm;
const LICENCE = /^(?:un)?licen[cs]e|^notice|^copying|^copyright|^third.?party/i;

/**
 * One of several esbuild metafiles: what is in the bundles alone, and with the packages that a package carries in its own file.
 * Throws when a carried package is not installed.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root folder that the paths start from
 * @returns {import('esbuild').Metafile}
 */
export function madeOf(metafiles, root) {
  /** @type {import('esbuild').Metafile} */
  const made = { inputs: {}, outputs: {} };
  for (const { inputs, outputs } of structuredClone(metafiles)) {
    for (const [path, { inputs: held, ...output }] of Object.entries(outputs)) {
      const kept = Object.entries(held).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
      made.outputs[path] = { ...output, inputs: Object.fromEntries(kept) };
    }
    for (const [path, input] of Object.entries(inputs)) {
      const known = made.inputs[path];
      made.inputs[path] = known ? { ...known, imports: [...known.imports, ...input.imports] } : input;
    }
  }
  for (const { inputs } of Object.values(made.outputs)) {
    for (const path of Object.keys(inputs)) {
      for (const entry of carriedBy(path, root)) {
        made.inputs[entry] ??= { bytes: 0, imports: [] };
        made.inputs[path]?.imports.push({ path: entry, kind: 'import-statement' });
        // How many of its bytes are left is not known.
        inputs[entry] ??= { bytesInOutput: 1 };
      }
    }
  }
  return made;
}

/** What the reader has learnt holds forms of words out of a dictionary. */
const LEARNT = 'rules/reading/model/model.json';
const LEARNT_FROM = ['dictionary-fr'];

/** Manifests of the packages that a file holds something of, beside its own. */
function carriedBy(/** @type {string} */ path, /** @type {string} */ root) {
  if (path === LEARNT) return LEARNT_FROM.map((name) => `node_modules/${name}/package.json`);
  const host = packageOf(path);
  if (!host) return [];
  const names = new Set([...readFileSync(join(root, path), 'utf8').matchAll(CARRIED)].map(([, name]) => name));
  return [...names].map((name) => {
    const beside = host.slice(0, host.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const places = [`${host}/node_modules/${name}`, `${beside}${name}`];
    const place = places.find((folder) => existsSync(join(root, folder, 'package.json')));
    if (!place) throw new Error(`${path} carries ${name}, which is not installed: its licence is not known`);
    return `${place}/package.json`;
  });
}

/**
 * The packages of a metafile by name, then version.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} root folder that its paths start from
 */
export function bundledPackages(metafile, root) {
  const paths = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(paths.map(packageOf).filter((folder) => folder !== undefined));
  const packages = [...folders].map((folder) => {
    const { name, version, license, licenses } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const licence = license ?? licenses?.map((l) => l.type).join(' OR ');
    return { name, version, licence, texts: textsOf(join(root, folder)) };
  });
  const key = ({ name, version }) => `${name} ${version}`;
  return packages.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Licence and notice files of a package; where it has none, what its README says under « License ». */
function textsOf(/** @type {string} */ folder) {
  const names = readdirSync(folder, { withFileTypes: true });
  const files = names.filter((f) => f.isFile() && LICENCE.test(f.name)).map((f) => f.name);
  const others = names.filter((f) => f.isDirectory() && /^licen[cs]es$/i.test(f.name));
  files.push(...others.flatMap((d) => readdirSync(join(folder, d.name)).map((name) => `${d.name}/${name}`)));
  const read = (name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim();
  if (files.length > 0) return files.sort().map(read);
  const readme = names.find((f) => /^readme/i.test(f.name));
  const said = readme && read(readme.name).split(/^(?:#+ *)?License\b.*\n(?:[-=]+\n)?/im)[1];
  return said ? [said.trim()] : [];
}
