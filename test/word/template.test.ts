import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { WordError } from '../../server/word/error.ts';
import { exportWord } from '../../server/word/export.ts';
import { importWord } from '../../server/word/import.ts';
import { list, nums, ooxml, type Parts, p, r, zipped } from './ooxml.ts';

const DRAFT = [
  '# Règlement',
  '1. un\n2. deux',
  'Voir [le profil](https://a.example/) et la note[^1].',
  '[^1]: Lire le guide.',
].join('\n\n');

const template = (more: Partial<Parts> = {}) => ooxml({ body: p(r('Texte du modèle')), ...more });
/** Empty elements in one tag, however they are written. */
const closed = (xml: string) => xml.replace(/<([\w:]+)((?: [^<>]*[^<>/])?)><\/\1>/g, '<$1$2/>');
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, closed(strFromU8(content))]));
const into = async (model: Uint8Array, draft = DRAFT) => (await exportWord(draft, { template: model })).bytes;
/** A template without one of its parts, or with another in its place. */
const changed = (model: Uint8Array, path: string, content?: string): Uint8Array => {
  const { [path]: _, ...rest } = partsOf(model);
  return zipped(content === undefined ? rest : { ...rest, [path]: content });
};

describe('a draft put into a template', () => {
  it('takes the place of the words of the template, whatever parts the template lacks', async () => {
    const full = {
      styles: '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>',
      numbering: list(1, ['decimal', 'Lot %1']) + nums(1),
      footnotes: `<w:footnote w:id="1">${p(r('Note du modèle'))}</w:footnote>`,
      comments: `<w:comment w:id="0">${p(r('Remarque du modèle'))}</w:comment>`,
    };
    for (const model of [template(), template(full), changed(template(), 'word/_rels/document.xml.rels')])
      assert.equal(importWord(await into(model), 'texte.docx').text, `${DRAFT}\n`);
  });

  it('keeps the styles of the template under their own identifiers, and adds those it lacks', async () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="Heading 1"/><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="Autre chose"/></w:style>';
    const parts = partsOf(await into(template({ styles }), '# Un\n\n## Deux\n\n### Trois\n'));
    const [text = '', sheet = ''] = [parts['word/document.xml'], parts['word/styles.xml']];
    assert.match(sheet, /w:styleId="Titre1"><w:name w:val="Heading 1"\/><w:rPr><w:color w:val="FF0000"/);
    assert.equal(sheet.match(/w:default="1"/g)?.length, 1);
    const used = [...text.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((m) => m[1]);
    const known = [...sheet.matchAll(/w:styleId="([^"]+)"/g)].map((m) => m[1]);
    assert.equal(new Set(known).size, known.length);
    assert.deepEqual(
      used.filter((id) => !known.includes(id)),
      [],
    );
    assert.ok(!used.includes('Heading2'), 'the style of that identifier is another one of the template');
  });

  it('numbers its lists beside those of the template', async () => {
    const numbering = `${list(4, ['decimal', 'Lot %1'])}<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>`;
    const parts = partsOf(await into(template({ numbering })));
    const lists = parts['word/numbering.xml'] ?? '';
    const ids = (pattern: RegExp) => [...lists.matchAll(pattern)].map((m) => Number(m[1]));
    const abstracts = ids(/<w:abstractNum [^>]*w:abstractNumId="(\d+)"/g);
    const nums = ids(/<w:num [^>]*w:numId="(\d+)"/g);
    assert.ok(abstracts.includes(4) && nums.includes(7), lists.slice(0, 900));
    assert.deepEqual([new Set(abstracts).size, new Set(nums).size], [abstracts.length, nums.length]);
    for (const id of ids(/<w:abstractNumId w:val="(\d+)"/g)) assert.ok(abstracts.includes(id), String(id));
    const used = [...(parts['word/document.xml'] ?? '').matchAll(/<w:numId w:val="(\d+)"/g)].map((m) => Number(m[1]));
    assert.ok(used.some((id) => id > 0) && used.every((id) => id === 0 || (nums.includes(id) && id !== 7)));
  });

  it('keeps the addresses of its links, in the text and in the notes', async () => {
    const parts = partsOf(
      await into(template(), 'Voir [ici](https://a.example/)[^1].\n\n[^1]: Et [là](https://b.example/).\n'),
    );
    const pointed = (part: string) => {
      const id = /<w:hyperlink[^>]* r:id="([^"]+)"/.exec(parts[`word/${part}.xml`] ?? '')?.[1] ?? 'none';
      const relations = [...(parts[`word/_rels/${part}.xml.rels`] ?? '').matchAll(/<Relationship [^>]*>/g)];
      return relations.map(([relation]) => relation).find((relation) => relation.includes(`Id="${id}"`));
    };
    assert.match(pointed('document') ?? '', /Target="https:\/\/a\.example\/"/);
    assert.match(pointed('footnotes') ?? '', /Target="https:\/\/b\.example\/"/);
  });

  it('keeps the page of the template, or brings its own to a template without one', async () => {
    const page = '<w:sectPr><w:pgMar w:top="111"/></w:sectPr>';
    const model = template();
    const main = partsOf(model)['word/document.xml'] ?? '';
    const margins = partsOf(await into(changed(model, 'word/document.xml', main.replace('<w:sectPr/>', page))));
    assert.match(margins['word/document.xml'] ?? '', /<w:pgMar w:top="111"\/>/);
    const none = partsOf(await into(changed(model, 'word/document.xml', main.replace('<w:sectPr/>', ''))));
    assert.match(none['word/document.xml'] ?? '', /<w:sectPr[ >].*<\/w:body>/s);
  });

  it('makes a document of a .dotx, and says the kind of each part once', async () => {
    const model = template();
    const types = (partsOf(model)['[Content_Types].xml'] ?? '').replace('.document.main+xml', '.template.main+xml');
    const made = partsOf(await into(changed(model, '[Content_Types].xml', types)))['[Content_Types].xml'] ?? '';
    assert.match(made, /PartName="\/word\/document\.xml" ContentType="[^"]*\.document\.main\+xml"/);
    assert.ok(!made.includes('.template.main'));
    const names = [...made.matchAll(/PartName="([^"]+)"/g)].map((m) => m[1]);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.includes('/word/numbering.xml') && names.includes('/word/styles.xml'));
  });

  it('leaves out what spoke of the comments of the template', async () => {
    const model = template();
    const relations = (partsOf(model)['word/_rels/document.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="x" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
    );
    const made = partsOf(await into(changed(model, 'word/_rels/document.xml.rels', relations)));
    assert.ok(!made['word/_rels/document.xml.rels']?.includes('commentsExtended'));
  });

  it('is refused with a clear line when the template is none', async () => {
    const model = template();
    const refused: [model: Uint8Array, message: RegExp][] = [
      [changed(model, 'word/vbaProject.bin', 'x'), /^document avec des macros/],
      [changed(model, '[Content_Types].xml'), /^modèle endommagé : il n’a pas de \[Content_Types\]\.xml$/],
      [changed(model, 'word/document.xml', '<a/>'), /^modèle endommagé : il n’a pas de corps de texte$/],
    ];
    for (const [bad, message] of refused)
      await assert.rejects(into(bad), (error) => error instanceof WordError && message.test(error.message));
  });
});
