import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { exportWord } from '../../server/word/export.ts';
import { importWord } from '../../server/word/import.ts';
import { picturesIn } from '../../server/word/pictures.ts';
import { dceLint, inFolder } from '../cli/terminal.ts';
import { rcDocument } from './rc-ooxml.ts';

/** CRC-32 of the chunks of a PNG. */
function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let i = 0; i < 8; i++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}

/** A white PNG. */
function png(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0xff).map((b, i) => (i % (width + 1) === 0 ? 0 : b));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** The head of a JPEG: enough to know its size. `orientation`: as a camera writes it. */
function jpeg(width: number, height: number, orientation = 1): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const exif = [...Buffer.from('Exif'), 0, 0, ...tiff];
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const frame = [0xff, 0xc0, 0, 17, 8, ...size, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...frame, 0xff, 0xd9]);
}

const SOUND = '# Règlement de la consultation\n\nLe lieu : ![Plan du site](plans/plan%20masse.png) et ![](logo.jpg).\n';
const PICTURES = new Map([
  ['plans/plan%20masse.png', png(1200, 600)],
  ['logo.jpg', jpeg(80, 40)],
]);

const xmlOf = (document: Uint8Array, path = 'word/document.xml') =>
  Buffer.from(unzipSync(document)[path] ?? '').toString();
/** Width and height of each picture, in pixels of 96 an inch. */
const sizesIn = (xml: string) =>
  [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map((m) => [Number(m[1]) / 9525, Number(m[2]) / 9525]);

describe('The pictures of a draft, in Word', () => {
  it('are found in its text, its notes and its definitions, each once', () => {
    const text = `${SOUND}\nVoir ![][vue] et ![encore](logo.jpg)[^1].\n\n[vue]: vue.png\n\n[^1]: ![note](note.png)\n`;
    assert.deepEqual(picturesIn(`---\ndce:\n  piece: rc\n---\n\n${text}`), [
      'plans/plan%20masse.png',
      'logo.jpg',
      'vue.png',
      'note.png',
    ]);
  });

  for (const [where, template] of [
    ['in a new document', undefined],
    ['in a template', rcDocument()],
  ] as const)
    it(`are in the document, no wider than the page, and links again when it is read (${where})`, async () => {
      const text = `${SOUND}\nUne note[^1].\n\n[^1]: ![note](note.png)\n`;
      const pictures = new Map([...PICTURES, ['note.png', png(30, 20)] as const]);
      const { bytes, lost } = await exportWord(text, { pictures, ...(template && { template }) });
      assert.deepEqual(lost, []);
      assert.deepEqual(sizesIn(xmlOf(bytes)), [
        [600, 300],
        [80, 40],
      ]);
      const files = unzipSync(bytes);
      const targets = ['document', 'footnotes'].flatMap((part) =>
        [...xmlOf(bytes, `word/_rels/${part}.xml.rels`).matchAll(/Target="\/?(?:word\/)?(media\/[^"]+)"/g)].map(
          (m) => m[1],
        ),
      );
      assert.deepEqual(
        targets.map((t) => Buffer.from(files[`word/${t}`] as Uint8Array).length).sort(),
        [...pictures.values()].map((p) => p.length).sort(),
      );
      assert.match(xmlOf(bytes, '[Content_Types].xml'), /Extension="png"/);
      assert.match(xmlOf(bytes, '[Content_Types].xml'), /Extension="jpg"/);
      const read = importWord(bytes, 'copie.docx');
      assert.ok(read.text.endsWith(text), read.text);
      assert.deepEqual(read.lost, ['3 images : liens vers les fichiers d’origine, à garder à côté du brouillon']);
    });

  it('are no wider than the column of a table that they stand in', async () => {
    const table = '| Vue | Nom |\n| --- | --- |\n| ![vue](vue.png) | sud |\n';
    const { bytes } = await exportWord(table, { pictures: new Map([['vue.png', png(1200, 600)]]) });
    const xml = xmlOf(bytes);
    const [column = 0] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((m) => Number(m[1]));
    const [[width = 0] = []] = sizesIn(xml);
    assert.ok(width > 100 && width < column / 15, `${width} px in ${column / 15} px`);
  });

  it('stand upright when the camera was held on its side', async () => {
    const pictures = new Map([['photo.jpg', jpeg(1600, 1200, 6)]]);
    const { bytes } = await exportWord('![photo](photo.jpg)\n', { pictures });
    const xml = xmlOf(bytes);
    assert.match(xml, /rot="5400000"/);
    // Lying, it is as wide as it is high once turned.
    assert.deepEqual(sizesIn(xml), [[800, 600]]);
  });

  it('leave their link and are named when they cannot be had', async () => {
    const text =
      'Voir ![vue](vue.svg), ![carte](https://exemple.fr/carte.png), [![logo](logo.gif)](https://exemple.fr) et ![sans][nulle].\n';
    const { bytes, lost } = await exportWord(text, { pictures: new Map([['vue.svg', 'fichier absent']]) });
    assert.deepEqual(lost, [
      'image « vue.svg » : fichier absent, son lien en tient la place',
      'image « https://exemple.fr/carte.png » : fichier non lu, son lien en tient la place',
      'image « logo.gif » : fichier non lu, son lien en tient la place',
    ]);
    const again = importWord(bytes, 'copie.docx').text;
    assert.match(again, /Voir !\[vue\]\(vue\.svg\), !\[carte\]\(https:\/\/exemple\.fr\/carte\.png\), /);
    assert.deepEqual(
      Object.keys(unzipSync(bytes)).filter((p) => p.includes('media')),
      [],
    );
  });
});

describe('dce-lint export', () => {
  it('takes the pictures of the folder and below, and of the Word document that an import left there', () =>
    inFolder({ 'rc.md': SOUND, 'logo.jpg': jpeg(80, 40), 'plans/plan masse.png': png(1200, 600) }, async (cwd) => {
      const first = await dceLint(cwd, ['export', 'rc.md']);
      assert.deepEqual([first.code, first.err], [0, '']);
      // As a document that never was ours: its pictures have no address of a draft.
      const files = unzipSync(readFileSync(join(cwd, 'rc.docx')));
      const foreign = xmlOf(readFileSync(join(cwd, 'rc.docx'))).replace(/name="dce-lint:[^"]*"/g, 'name="Image"');
      const { zipSync } = await import('fflate');
      writeFileSync(
        join(cwd, 'venu d’ailleurs.docx'),
        zipSync({ ...files, 'word/document.xml': Buffer.from(foreign) }),
      );
      await dceLint(cwd, ['import', 'venu d’ailleurs.docx', '--output', 'venu.md']);
      const draft = readFileSync(join(cwd, 'venu.md'), 'utf8');
      assert.match(draft, /!\[Plan du site\]\(<venu d’ailleurs\.docx#word\/media\/image1\.png>\)/);
      const second = await dceLint(cwd, ['export', 'venu.md']);
      assert.deepEqual([second.code, second.err], [0, '']);
      assert.equal(sizesIn(xmlOf(readFileSync(join(cwd, 'venu.docx')))).length, 2);
      await dceLint(cwd, ['import', 'venu.docx', '--output', 'revenu.md']);
      assert.equal(readFileSync(join(cwd, 'revenu.md'), 'utf8'), draft);
    }));

  it('takes nothing from outside of the folder, nothing too large, nothing that is no picture, and says so', () =>
    inFolder({ 'secret.png': png(5, 5), 'dossier/note.png': 'du texte', 'dossier/gros.png': '' }, async (cwd) => {
      const dossier = join(cwd, 'dossier');
      mkdirSync(join(dossier, 'images.png'));
      symlinkSync(join(cwd, 'secret.png'), join(dossier, 'lien.png'));
      truncateSync(join(dossier, 'gros.png'), 11 * 1024 * 1024);
      writeFileSync(join(dossier, 'faux.docx'), 'PK');
      const names = [
        '../secret.png',
        'lien.png',
        join(cwd, 'secret.png'),
        'file:///etc/hostname',
        'https://exemple.fr/a.png',
        '//serveur/partage/a.png',
        'gros.png',
        'images.png',
        'absent.png',
        'note.png',
        'faux.docx#word/media/image1.png',
        '%zz.png',
      ];
      writeFileSync(join(dossier, 'rc.md'), names.map((n) => `![x](<${n}>)\n`).join('\n'));
      const { code, err } = await dceLint(cwd, ['export', 'dossier/rc.md']);
      assert.equal(code, 0);
      const why = [...err.matchAll(/image « (.*) » : (.*), son lien en tient la place/g)].map((m) => [m[1], m[2]]);
      assert.deepEqual(why, [
        ['../secret.png', 'hors du dossier du brouillon'],
        ['lien.png', 'hors du dossier du brouillon'],
        [join(cwd, 'secret.png'), 'hors du dossier du brouillon'],
        ['file:///etc/hostname', 'hors du dossier du brouillon, rien n’est téléchargé'],
        ['https://exemple.fr/a.png', 'hors du dossier du brouillon, rien n’est téléchargé'],
        ['//serveur/partage/a.png', 'hors du dossier du brouillon, rien n’est téléchargé'],
        ['gros.png', 'plus de 10 Mo'],
        ['images.png', 'ce n’est pas un fichier'],
        ['absent.png', 'fichier absent'],
        ['note.png', 'ni PNG ni JPEG, ou fichier endommagé'],
        ['faux.docx#word/media/image1.png', 'document endommagé : l’archive .docx ne se décompresse pas'],
        ['%zz.png', 'fichier absent'],
      ]);
      assert.deepEqual(
        Object.keys(unzipSync(readFileSync(join(dossier, 'rc.docx')))).filter((p) => p.includes('media')),
        [],
      );
    }));
});

describe('the size of a picture', () => {
  const sized = async (text: string) => (await exportWord(text, { pictures: new Map([['p.png', png(10, 5)]]) })).bytes;

  it('is that which its title gives, and comes back with it', async () => {
    const draft = 'Le lieu : ![plan](p.png "4 × 2 cm").\n';
    const document = await sized(draft);
    const [[width = 0, height = 0] = []] = sizesIn(xmlOf(document));
    assert.deepEqual([Math.round(width), Math.round(height)], [151, 76]);
    assert.equal(importWord(document, 'texte.docx').text, draft);
  });

  it('is that which it has in the document, said only where it is not the usual one', async () => {
    const usual = await sized('Le lieu : ![plan](p.png).\n');
    assert.equal(importWord(usual, 'texte.docx').text, 'Le lieu : ![plan](p.png).\n');
    const larger = zipSync({
      ...unzipSync(usual),
      'word/document.xml': Buffer.from(
        xmlOf(usual).replaceAll('cx="95250"', 'cx="1440000"').replaceAll('cy="47625"', 'cy="720000"'),
      ),
    });
    assert.equal(importWord(larger, 'texte.docx').text, 'Le lieu : ![plan](p.png "4 × 2 cm").\n');
  });

  it('is no more than the page, and another title is none', async () => {
    const [[width = 0] = []] = sizesIn(xmlOf(await sized('![plan](p.png "40 × 20 cm")\n')));
    assert.equal(width, 600);
    const [[own = 0] = []] = sizesIn(xmlOf(await sized('![plan](p.png "Plan de 4 × 2 cm")\n')));
    assert.equal(own, 10);
  });
});
