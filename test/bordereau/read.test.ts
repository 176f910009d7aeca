import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { openConsultation } from '../../rules/consultation/open.ts';
import { bordereau } from '../../rules/facts/bordereau/bordereau.ts';
import { fautesDeTotal, quantitesAbsentes } from '../../rules/facts/bordereau/index.ts';
import { discordes } from '../../rules/facts/bordereau/unites.ts';
import { readCompanion } from '../../rules/formats/index.ts';
import type { Workbook } from '../../rules/kit/workbook.ts';
import { compound } from '../compound.ts';
import { FAULTY, HEADER, ods, type Sheets, xlsx } from './workbooks.ts';

const read = async (bytes: Uint8Array, name: string) => {
  const found = await readCompanion(bytes, name);
  if (!found?.ok) throw new Error(found?.why ?? 'not read');
  return found;
};
const pieceOf = async (bytes: Uint8Array, path: string, values = {}) => {
  const { text, data } = await read(bytes, path);
  const { companions } = openConsultation([{ path, text, data, values }], { date: '2026-12-01' });
  return companions[0];
};
const cells = ({ sheets }: Workbook) =>
  sheets.map(({ name, rows }) => [name, rows.map((r) => r.cells.map((c) => `${c.ref}=${c.formula ?? c.text}`))]);

describe('a spreadsheet', () => {
  it('gives the same cells from .xlsx and .ods, formulas as they are written', async () => {
    const [x, o] = [await read(await xlsx(FAULTY), 'a.xlsx'), await read(await ods(FAULTY), 'a.ods')];
    assert.deepEqual(cells(x.data as Workbook), cells(o.data as Workbook));
    assert.deepEqual((cells(x.data as Workbook)[0]?.[1] as string[][] | undefined)?.at(-1), [
      'B7=TOTAL HT',
      'F7=SUM(F4:F5)',
    ]);
  });

  it('has every cell at its place in the text that shows it', async () => {
    const { text, data } = await read(await xlsx(FAULTY), 'a.xlsx');
    for (const { rows } of (data as Workbook).sheets)
      for (const { cells: all } of rows)
        for (const { at, text: shown, formula, ref } of all) {
          const words = text.slice(at.start, at.end);
          assert.ok(words.startsWith(shown) && words.includes(formula ?? ''), ref);
          assert.equal(text.slice(at.start - ref.length - 1, at.start), `${ref} `);
        }
  });
});

describe('a CSV file', () => {
  it('is read by whatever separates it, its fields at their places', async () => {
    for (const mark of [';', ',', '\t']) {
      const text = `Désignation${mark}Unité${mark}Prix unitaire\r\n"Pose d’un ""banc""\nneuf"${mark}U${mark}\r\nTonte${mark}m2${mark}"1 250,50 €"\n`;
      const { data } = await read(strToU8(text), 'bpu.csv');
      const rows = (data as Workbook).sheets[0]?.rows ?? [];
      assert.deepEqual(
        rows.map((r) => r.cells.map((c) => c.text)),
        [
          ['Désignation', 'Unité', 'Prix unitaire'],
          ['Pose d’un "banc" neuf', 'U'],
          ['Tonte', 'm2', '1 250,50 €'],
        ],
      );
      const price = rows[2]?.cells[2];
      assert.deepEqual(price?.value, { units: 125050n, places: 2 });
      assert.equal(text.slice(price?.at.start, price?.at.end), '1 250,50 €');
    }
  });

  it('may be in Windows-1252, as Excel writes it', async () => {
    const bytes = Uint8Array.from([...'D\xe9signation;Prix unitaire \x80;Unit\xe9\n'].map((c) => c.charCodeAt(0)));
    const { data } = await read(bytes, 'bpu.csv');
    assert.deepEqual(
      (data as Workbook).sheets[0]?.rows[0]?.cells.map((c) => c.text),
      ['Désignation', 'Prix unitaire €', 'Unité'],
    );
  });
});

const LINES: Sheets['x'] = [HEADER, [1, 'Bureaux', 'U', 12, null, null], [2, 'Chaises', 'U', 24, null, null]];

describe('a price schedule', () => {
  it('is known by its name, by its title, by its look, or by dce.yaml', async () => {
    const plain = await xlsx({ Feuil1: LINES });
    const kind = async (bytes: Uint8Array, path: string, values = {}) => {
      const piece = await pieceOf(bytes, path, values);
      return piece && [piece.kinds.join(), piece.kindFrom];
    };
    assert.deepEqual(await kind(plain, 'BPU_mobilier.xlsx'), ['bpu', 'name']);
    assert.deepEqual(await kind(plain, 'détail quantitatif estimatif.xlsx'), ['dqe', 'name']);
    assert.deepEqual(
      await kind(await xlsx({ Feuil1: [['Décomposition du prix global et forfaitaire'], ...LINES] }), 'prix.xlsx'),
      ['dpgf', 'title'],
    );
    assert.deepEqual(await kind(await xlsx({ BPU: LINES, DQE: LINES }), 'annexe financière.xlsx'), [
      'bpu,dqe',
      'title',
    ]);
    assert.deepEqual(await kind(plain, 'annexe.xlsx'), ['dqe', 'text']);
    assert.deepEqual(await kind(plain, 'annexe.xlsx', { piece: 'dpgf' }), ['dpgf', 'dce-yaml']);
    // The buyer's own figures, and tables of something else.
    assert.equal(await kind(plain, 'estimation confidentielle.xlsx'), undefined);
    assert.equal(
      await kind(
        await xlsx({
          Feuil1: [
            ['Nom', 'Service', 'Poste'],
            ['A', 'B', 12],
          ],
        }),
        'annuaire.xlsx',
      ),
      undefined,
    );
  });

  it('has its lots, tranches, lines, options and totals', async () => {
    const sheets: Sheets = {
      'Lot 2': [
        HEADER,
        [null, 'Tranche ferme'],
        [1, 'Bureaux', 'U', 12, null, null],
        [null, 'Sous-total ferme', null, null, null, null],
        [null, 'Tranche optionnelle n° 1'],
        [2, 'Chaises', 'U', 24, null, null],
        [null, 'Option'],
        [3, 'Lampes', 'U', 2, null, null],
        [null, 'Total HT', null, null, null, null],
        [null, 'TVA 20 %', null, null, null, null],
      ],
    };
    const piece = await pieceOf(await xlsx(sheets), 'dpgf.xlsx');
    const [table] = piece?.ask(bordereau) ?? [];
    assert.deepEqual(
      table?.lignes.map((l) => [l.cells.libelle?.text, l.lot?.id, l.tranche?.id, l.option]),
      [
        ['Bureaux', '2', 'ferme', false],
        ['Chaises', '2', 'optionnelle 1', false],
        ['Lampes', '2', 'optionnelle 1', true],
      ],
    );
    assert.deepEqual(
      table?.totaux.map((t) => [t.label.text, t.sort]),
      [
        ['Sous-total ferme', 'partiel'],
        ['Total HT', 'general'],
        ['TVA 20 %', 'taxe'],
      ],
    );
  });
});

describe('a price schedule as others write it', () => {
  const tables = async (sheets: Sheets, path = 'prix.xlsx') =>
    (await pieceOf(await xlsx(sheets), path, { piece: 'dpgf' }))?.ask(bordereau) ?? [];
  const f = (formula: string) => ({ formula });

  it('names its lots and tranches in sheets and titles of any form', async () => {
    for (const [name, lot] of [
      ['LOT 01', '1'],
      ['Lot n°2', '2'],
      ['L3', '3'],
      ['Lot 4 - Éclairage', '4'],
      ['L3 mobilier 2027', '3'],
      ['L1-L2', undefined],
      ['Lotissement', undefined],
      ['Feuil1', undefined],
    ] as const) {
      const [table] = await tables({ [name]: LINES });
      assert.equal(table?.lignes[0]?.lot?.id, lot, name);
    }
    for (const [title, tranche] of [
      ['T.O.1', 'optionnelle 1'],
      ['TO1', 'optionnelle 1'],
      ['Tranche optionnelle n° 1 – Maquette', 'optionnelle 1'],
      ['T.F.', 'ferme'],
      ['Total TO', undefined],
      ['Toiture 1', undefined],
    ] as const) {
      const [table] = await tables({ Prix: [HEADER, [title], ...LINES.slice(1)] });
      assert.equal(table?.lignes[0]?.tranche?.id, tranche, title);
    }
  });

  it('has columns under headers of two rows, and of many names', async () => {
    const [table] = await tables({
      Prix: [
        ['Ville de Brest'],
        ['N°', 'Profil', 'Unité (UO)', 'Nombre', 'Prix HT', null],
        [null, null, null, null, 'Unitaire', 'Total'],
        [1, 'Chef de projet', 'jour', 2, 10, 20],
        [null, 'Montant HT', null, null, null, 30],
      ],
    });
    assert.deepEqual([...(table?.columns.keys() ?? [])].sort(), [
      'libelle',
      'montant',
      'numero',
      'prix',
      'quantite',
      'unite',
    ]);
    assert.deepEqual(table && fautesDeTotal(table).map((x) => [x.kind, x.at.ref]), [['somme', 'F5']]);
  });

  it('sums by filter or rounded, whether the values were saved or not', async () => {
    for (const [formula, wrong] of [
      ['SUBTOTAL(9,F2:F3)', true],
      ['ROUND(SUM(F2:F3),2)', true],
      ['SUMPRODUCT(D2:D3,E2:E3)', true],
      ['SUMPRODUCT(D2:D4,E2:E4)', false],
      ['SUMPRODUCT(D2:D3,E3:E4)', false],
      ['SUBTOTAL(109,F2:F4)', false],
      ['ROUND(SUM(F2:F4),2)', false],
      ['SUM(F2:F4)*1.2', false],
    ] as const) {
      const line = (row: number, words: string) => [row, words, 'U', 1, null, f(`D${row}*E${row}`)];
      const [table] = await tables({
        Prix: [
          HEADER,
          line(2, 'Bureaux'),
          line(3, 'Chaises'),
          line(4, 'Lampes'),
          ['Montant HT', null, null, null, null, f(formula)],
        ],
      });
      assert.equal(table && fautesDeTotal(table).length === 1, wrong, formula);
    }
  });

  it('leaves a quantity to be given in words', async () => {
    const lines = (quantity: string) => [
      ...LINES,
      [3, 'Lampes', 'U', quantity, null, null],
      [4, 'Tables', 'U', 1, null, null],
    ];
    for (const [quantity, missing] of [
      ['à définir', 1],
      ['…', 1],
      ['selon besoin', 0],
      ['à compléter par le candidat', 0],
    ] as const) {
      const [table] = await tables({ Prix: lines(quantity) });
      assert.equal(table && quantitesAbsentes(table).length, missing, quantity);
    }
  });

  it('has one line under one number in near words, and two under others', async () => {
    const open = async (words: string, unit: string) => {
      const files = await Promise.all(
        [
          ['dpgf.xlsx', 'Pose de cloisons', 'ml'],
          ['dqe.xlsx', words, unit],
        ].map(async ([path = '', label = '', u = '']) => {
          const bytes = await xlsx({
            Prix: [HEADER, ['1.1', label, u, 3, null, null], ['1.2', 'Dépose', 'U', 3, null, null]],
          });
          return { path, values: {}, ...(await read(bytes, path)) };
        }),
      );
      return discordes(openConsultation(files, { date: '2026-12-01' })).map((d) => d.what);
    };
    assert.deepEqual(await open('Pose des cloisons existantes', 'u'), ['unite']);
    assert.deepEqual(await open('Pose des cloisons existantes', 'm.l.'), []);
    assert.deepEqual(await open('Nettoyage de fin de chantier', 'u'), []);
  });
});

const zipped = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([n, c]) => [n, typeof c === 'string' ? strToU8(c) : c])));
/** An archive whose directory says of an entry that it is `size` bytes long. */
const lying = (bytes: Uint8Array, from: number, size: number): Uint8Array => {
  const out = new Uint8Array(bytes);
  const view = new DataView(out.buffer);
  for (let i = 0; i + 46 < out.length; i++)
    if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) === from)
      view.setUint32(i + 24, size, true);
  return out;
};
const bomb = zipped({ 'xl/worksheets/sheet1.xml': new Uint8Array(64 * 1024 * 1024).fill(32) });
const entities = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';

const REFUSED: readonly (readonly [
  what: string,
  name: string,
  bytes: () => Uint8Array | Promise<Uint8Array>,
  why: RegExp,
])[] = [
  ['nothing at all', 'bpu.xlsx', () => new Uint8Array(), /pas un classeur/],
  ['a text', 'bpu.xlsx', () => strToU8('Bordereau'), /pas un classeur/],
  ['an archive of something else', 'bpu.xlsx', () => zipped({ 'a.txt': 'a' }), /endommagé/],
  ['a workbook cut short', 'bpu.xlsx', async () => (await xlsx(FAULTY)).slice(0, -60), /endommagé/],
  ['a workbook of OpenDocument cut short', 'bpu.ods', async () => (await ods(FAULTY)).slice(0, -60), /endommagé/],
  ['a workbook with a password', 'bpu.xlsx', () => compound('EncryptedPackage'), /mot de passe/],
  ['an old .xls', 'bpu.xls', () => compound('Workbook'), /ancien format/],
  [
    'an OpenDocument workbook with a password',
    'bpu.ods',
    () => zipped({ 'META-INF/manifest.xml': '<m><e><encryption-data/></e></m>', 'content.xml': 'x' }),
    /mot de passe/,
  ],
  ['macros', 'bpu.xlsm', () => zipped({ 'xl/workbook.xml': '<a/>', 'xl/vbaProject.bin': 'x' }), /macros/],
  [
    'macros of OpenDocument',
    'bpu.ods',
    () => zipped({ 'content.xml': '<a/>', 'Basic/Standard/Module1.xml': '<a/>' }),
    /macros/,
  ],
  ['an archive that swells', 'bpu.xlsx', () => bomb, /démesuré/],
  ['an archive that lies on how it swells', 'bpu.xlsx', () => lying(bomb, 64 * 1024 * 1024, 1000), /endommagé/],
  ['entities', 'bpu.xlsx', () => zipped({ 'xl/workbook.xml': `${entities}<a>&b;</a>` }), /entités/],
  ['entities in a notice', 'avis.xml', () => strToU8(`${entities}<ContractNotice>&b;</ContractNotice>`), /entités/],
  [
    'a notice of a hundred thousand elements',
    'avis.xml',
    () => strToU8(`<ContractNotice>${'<a>b</a>'.repeat(100_000)}</ContractNotice>`),
    /démesuré/,
  ],
  ['a notice cut short', 'avis.xml', () => strToU8('<ContractNotice><a>'), /endommagé/],
  ['a notice in no encoding', 'avis.xml', () => Uint8Array.from([0x3c, 0xe9, 0x3e]), /UTF-8/],
  ['a record cut short', 'boamp.json', () => strToU8('{"idweb": "26-1"'), /endommagé/],
];

describe('a file that cannot be read in safety', () => {
  for (const [what, name, bytes, why] of REFUSED)
    it(`is refused in one French sentence: ${what}`, async () => {
      const found = await readCompanion(await bytes(), name);
      assert.ok(found && !found.ok, what);
      assert.match(found.why, why);
      assert.match(`${found.why} ${found.remedy}`, /^[^\n]{10,200}\.$/);
    });

  it('is not so for XML or JSON that is no notice', async () => {
    assert.equal(await readCompanion(strToU8('<svg/>'), 'plan.xml'), undefined);
    assert.equal(await readCompanion(strToU8('{"name": "x"}'), 'avis.json'), undefined);
  });

  it('takes no cell set far apart for a sheet of millions', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const content = await xlsx({ A: [[1]] });
    const { unzipSync } = await import('fflate');
    const parts = unzipSync(content);
    const path = Object.keys(parts).find((p) => /worksheets\/sheet1\.xml$/.test(p)) as string;
    const sheet = new TextDecoder()
      .decode(parts[path])
      .replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`);
    const found = await readCompanion(zipSync({ ...parts, [path]: strToU8(sheet) }), 'bpu.xlsx');
    assert.ok(found);
    if (found.ok) assert.equal((found.data as Workbook).sheets[0]?.rows.length, 1);
    else assert.match(found.why, /endommagé/);
  });
});
