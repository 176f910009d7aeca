import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync, strToU8, unzipSync } from 'fflate';
import { avisExemple } from '../../rules/facts/avis/exemple.ts';
import { FAULTY, ods, xlsx } from '../bordereau/workbooks.ts';
import { compound } from '../compound.ts';
import { ooxml, p, r, zipped } from '../word/ooxml.ts';
import { folder } from './terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = pathToFileURL(`${root}server/cli/program.ts`).href;
const MOST_MEMORY = 600;

/** Checks each folder in turn, in a process of its own: exit codes, what is said, and megabytes at most. */
const SCRIPT = `
const { run } = await import(${JSON.stringify(program)});
const results = [];
for (const cwd of process.argv.slice(1)) {
  let err = '';
  const quiet = { out() {}, err(s) { err += s; }, colour: false, today: '2026-12-01', stdin: async () => new Uint8Array() };
  const code = await run(['check', '.', '--format', 'json'], { cwd, ...quiet });
  results.push({ code, err });
}
console.log(JSON.stringify({ results, memory: process.resourceUsage().maxRSS / 1024 }));
`;

const MB = 1024 * 1024;
const large = () => Uint8Array.from(randomBytes(20 * MB));
const filled = (begin: string) => strToU8(begin.padEnd(20 * MB, ' 1;2;3\n'));
const blank = () => new Uint8Array(64 * MB).fill(32);
/** A billion laughs: each entity is twice the one before. */
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 40 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('')}]>`;
const AVIS = avisExemple({ lots: [{ mois: 12 }] });
const RC = p(r('Règlement de la consultation'));

/** The parts of a workbook with others in their place, or more. */
const rebuilt = (bytes: Uint8Array, more: Readonly<Record<string, string | Uint8Array>>) =>
  zipped({ ...unzipSync(bytes), ...more });

type Bytes = Uint8Array | Promise<Uint8Array>;
/** A file and the one line that says why it is not read; undefined where it is read, and nothing of it is run or expanded. */
type Case = readonly [bytes: () => Bytes, why: RegExp | undefined];

const WAYS = ['damaged', 'encrypted', 'macros', 'huge', 'bomb', 'entities'] as const;
type Hostile = Readonly<Record<(typeof WAYS)[number], Case>>;

const HOSTILE: Readonly<Record<string, Hostile>> = {
  'CCAP.docx': {
    damaged: [() => ooxml({ body: RC }).slice(0, 300), /endommagé/],
    encrypted: [() => compound('EncryptedPackage'), /mot de passe/],
    macros: [() => ooxml({ body: RC, files: { 'word/vbaProject.bin': new Uint8Array([1]) } }), /macros/],
    huge: [() => ooxml({ body: RC, files: { 'word/media/image1.png': large() } }), undefined],
    bomb: [() => ooxml({ body: ' '.repeat(40_000_000) }), /démesuré/],
    entities: [
      () => ooxml({ body: '', files: { 'word/document.xml': `${LAUGHS}<w:document xmlns:w="w">&a40;</w:document>` } }),
      /entités/,
    ],
  },
  'bpu.xlsx': {
    damaged: [async () => (await xlsx(FAULTY)).slice(0, -60), /endommagé/],
    encrypted: [() => compound('EncryptedPackage'), /mot de passe/],
    macros: [async () => rebuilt(await xlsx(FAULTY), { 'xl/vbaProject.bin': 'x' }), /macros/],
    huge: [async () => rebuilt(await xlsx(FAULTY), { 'xl/media/image1.png': large() }), /trop gros/],
    bomb: [async () => rebuilt(await xlsx(FAULTY), { 'xl/worksheets/sheet1.xml': blank() }), /démesuré/],
    entities: [async () => rebuilt(await xlsx(FAULTY), { 'xl/workbook.xml': `${LAUGHS}<a>&a40;</a>` }), /entités/],
  },
  'bpu.ods': {
    damaged: [async () => (await ods(FAULTY)).slice(0, -60), /endommagé/],
    encrypted: [
      async () => rebuilt(await ods(FAULTY), { 'META-INF/manifest.xml': '<m><e><encryption-data/></e></m>' }),
      /mot de passe/,
    ],
    macros: [async () => rebuilt(await ods(FAULTY), { 'Basic/Standard/Module1.xml': '<a/>' }), /macros/],
    huge: [async () => rebuilt(await ods(FAULTY), { 'Pictures/1.png': large() }), /trop gros/],
    bomb: [async () => rebuilt(await ods(FAULTY), { 'content.xml': blank() }), /démesuré/],
    entities: [async () => rebuilt(await ods(FAULTY), { 'content.xml': `${LAUGHS}<a>&a40;</a>` }), /entités/],
  },
  'bpu.csv': {
    damaged: [() => Uint8Array.from([0x4e, 0x3b, 0, 0xff, 0xfe, 0x0a]), /UTF-8/],
    encrypted: [() => compound('EncryptedPackage'), /fichier chiffré/],
    macros: [async () => rebuilt(await xlsx(FAULTY), { 'xl/vbaProject.bin': 'x' }), /classeur renommé/],
    huge: [() => filled('N°;Désignation;Prix\n'), /trop gros/],
    bomb: [() => gzipSync(blank()), /archive/],
    entities: [
      () => strToU8(`N°;Désignation;Unité;Prix unitaire HT\n1;${LAUGHS.replaceAll('"', '')}&a40;;m2;\n`),
      undefined,
    ],
  },
  'avis.xml': {
    damaged: [() => strToU8(AVIS.slice(0, -60)), /endommagé/],
    encrypted: [() => compound('EncryptedPackage'), /fichier chiffré/],
    macros: [async () => rebuilt(await xlsx(FAULTY), { 'xl/vbaProject.bin': 'x' }), /classeur renommé/],
    huge: [() => filled(AVIS), /trop gros/],
    bomb: [
      () => strToU8(AVIS.replace('</ContractNotice>', `${'<a>b</a>'.repeat(500_000)}</ContractNotice>`)),
      /démesuré/,
    ],
    entities: [() => strToU8(`${LAUGHS}${AVIS.replace('avis-1', '&a40;')}`), /entités/],
  },
  'avis.json': {
    damaged: [() => strToU8('{"idweb": "27-1", "datelimitereponse"'), /endommagé/],
    encrypted: [() => compound('EncryptedPackage'), /fichier chiffré/],
    macros: [async () => rebuilt(await xlsx(FAULTY), { 'xl/vbaProject.bin': 'x' }), /classeur renommé/],
    huge: [() => filled('{}'), /trop gros/],
    bomb: [() => strToU8('['.repeat(3_000_000) + ']'.repeat(3_000_000)), /démesuré/],
    entities: [() => strToU8(`${LAUGHS}{}`), /endommagé/],
  },
};

for (const [name, cases] of Object.entries(HOSTILE))
  describe(`dce-lint check beside a hostile ${name}`, () => {
    let made: ReturnType<typeof folder>;
    let told: { results: { code: number; err: string }[]; memory: number };

    before(async () => {
      made = folder({});
      const paths = WAYS.map((way) => join(made.path, way));
      for (const [i, way] of WAYS.entries()) {
        mkdirSync(paths[i] as string);
        writeFileSync(join(paths[i] as string, 'rc.md'), '# Règlement de la consultation\n');
        writeFileSync(join(paths[i] as string, name), await cases[way][0]());
      }
      const args = ['--import', 'tsx', '--input-type=module', '-e', SCRIPT, ...paths];
      told = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
    });
    after(() => made.remove());

    for (const [i, way] of WAYS.entries())
      it(`${cases[way][1] ? 'says what it is in one line, and exits 2' : 'reads it, and runs nothing of it'}: ${way}`, () => {
        const { code = -1, err = '' } = told.results[i] ?? {};
        const [, why] = cases[way];
        if (!why) {
          assert.ok(code === 0 || code === 1, err);
          assert.equal(err, '');
          return;
        }
        assert.equal(code, 2, err);
        assert.match(err, /^dce-lint : [^\n]{10,300}\.\n$/);
        assert.match(err, why);
        assert.ok(err.includes(name), err);
      });

    it(`takes less than ${MOST_MEMORY} MB for all of them`, () => {
      assert.ok(told.memory < MOST_MEMORY, `${told.memory} MB`);
    });
  });
