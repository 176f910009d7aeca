import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { type Annotation, annotateWord } from '../../server/word/annotate.ts';
import { importWord } from '../../server/word/import.ts';
import { isCopy } from '../../server/word/package.ts';
import { by, ooxml, type Parts, p, r, table } from './ooxml.ts';

const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
const body = (bytes: Uint8Array): string => parts(bytes)['word/document.xml'] ?? '';

/** A copy with one comment at each of the passages of the draft. */
function annotated(document: Uint8Array, ...words: string[]): Uint8Array {
  const { text } = importWord(document, 'RC.docx');
  const annotations = words.map((word, i): Annotation => {
    const start = text.indexOf(word);
    assert.ok(start >= 0, `${word} in ${text}`);
    return { at: { start, end: start + word.length }, lines: [`constat ${i}`], links: [] };
  });
  return annotateWord(document, 'RC.docx', text, annotations, '2026-12-01').bytes;
}

/** The words between the marks of each comment, by number. */
function commented(bytes: Uint8Array): Record<string, string> {
  const xml = body(bytes);
  return Object.fromEntries(
    [...xml.matchAll(/<w:commentRangeStart[^>]* w:id="(\d+)"\/>([\s\S]*?)<w:commentRangeEnd[^>]* w:id="\1"\/>/g)].map(
      ([, id, inside = '']) => [
        id,
        [...inside.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(''),
      ],
    ),
  );
}

const of = (content: string, more: Partial<Parts> = {}) => ooxml({ body: content, ...more });

describe('an annotated copy of a Word document', () => {
  it('has each comment at its words, in runs cut where they must be', () => {
    const document = of(
      p(r('Les variantes sont ', '<w:b/>') + r('autorisées. Prix : ') + r('60 &amp; 40', '<w:i/>')) + p(r('Fin.')),
    );
    const copy = annotated(document, 'autorisées', '40', 'Fin.');
    assert.deepEqual(commented(copy), { 0: 'autorisées', 1: '40', 2: 'Fin.' });
    assert.match(body(copy), /<w:rPr><w:i\/><\/w:rPr><w:t xml:space="preserve">40<\/w:t>/);
    assert.equal(importWord(copy, 'RC.docx').text, importWord(document, 'RC.docx').text);
  });

  it('has the words of several runs and of links', () => {
    const document = of(
      p(`${r('Le ')}<w:hyperlink r:id="rId7">${r('profil')}</w:hyperlink>${r(' d’acheteur', '<w:b/>')}`),
      { links: { rId7: 'https://a.example/' } },
    );
    const { text } = importWord(document, 'RC.docx');
    const at = { start: text.indexOf('profil'), end: text.indexOf('acheteur') + 8 };
    const { bytes } = annotateWord(document, 'RC.docx', text, [{ at, lines: ['a'], links: [] }], '2026-12-01');
    assert.deepEqual(commented(bytes), { 0: 'profil d’acheteur' });
  });

  it('says who, when, and each line; links lead where they say', () => {
    const document = of(p(r('Prix')));
    const { text } = importWord(document, 'RC.docx');
    const annotation = {
      at: { start: 0, end: 4 },
      lines: ['Erreur : <b>', 'Pourquoi'],
      links: [{ label: 'CCP', url: 'https://l.example/?a="b"' }, { label: 'Guide' }],
    };
    const { bytes, comments } = annotateWord(document, 'RC.docx', text, [annotation], '2026-12-01');
    const written = parts(bytes)['word/comments.xml'] ?? '';
    assert.equal(comments, 1);
    assert.match(written, /w:author="dce-lint" w:date="2026-12-01T12:00:00Z" w:initials="DCE"/);
    assert.deepEqual(
      [...written.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]),
      ['Erreur : &#x3C;b>', 'Pourquoi', 'CCP', 'Guide'],
    );
    // A field would be shown as its code by LibreOffice, in the comments of others too.
    assert.doesNotMatch(written, /HYPERLINK/);
    const id = /<w:hyperlink [^>]*r:id="([^"]+)"/.exec(written)?.[1];
    assert.match(
      parts(bytes)['word/_rels/comments.xml.rels'] ?? '',
      new RegExp(`Id="${id}" [^>]*Target="https://l\\.example/\\?a=%22b%22" TargetMode="External"`),
    );
    assert.match(parts(bytes)['[Content_Types].xml'] ?? '', /PartName="\/word\/comments\.xml"/);
    assert.match(parts(bytes)['word/_rels/document.xml.rels'] ?? '', /Target="\/word\/comments\.xml"/);
  });

  it('keeps the comments and tracked changes of others as they are written, and all other parts', () => {
    const theirs = `<w:comment ${by('Paul', 4)}><w:p><w:r><w:t>à vérifier</w:t></w:r></w:p></w:comment>`;
    const changed = `<w:del ${by('Léa', 8)}><w:r><w:delText>six</w:delText></w:r></w:del><w:ins ${by('Léa', 9)}>${r('douze')}</w:ins>`;
    const commentedWords = `<w:commentRangeStart w:id="4"/>${r(' mois')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`;
    const document = of(p(r('Durée : ') + changed + commentedWords), {
      comments: theirs,
      files: { 'word/header1.xml': '<w:hdr xmlns:w="a"/>', 'word/media/a.png': new Uint8Array([1, 2, 3]) },
    });
    const copy = annotated(document, 'douze');
    assert.ok(body(copy).includes(changed.replace(r('douze'), '').slice(0, 60)));
    assert.ok(body(copy).includes(commentedWords));
    assert.ok((parts(copy)['word/comments.xml'] ?? '').includes(theirs));
    assert.equal(commented(copy)['5'], 'douze');
    const [before, after] = [unzipSync(document), unzipSync(copy)];
    for (const path of Object.keys(before))
      if (!/document\.xml$|comments\.xml$/.test(path)) assert.deepEqual(after[path], before[path], path);
  });

  it('has one set of comments, those of the last check, when it is annotated again', () => {
    const document = of(p(r('Les variantes sont autorisées.')) + p(r('Prix : 60 %')));
    const once = annotated(document, 'variantes', '60 %');
    assert.ok(isCopy(once));
    assert.ok(!isCopy(document));
    const twice = annotated(once, 'Prix');
    assert.deepEqual(Object.values(commented(twice)), ['Prix']);
    assert.equal((parts(twice)['word/comments.xml']?.match(/<w:comment /g) ?? []).length, 1);
    assert.equal((body(twice).match(/commentReference/g) ?? []).length, 1);
    const none = annotateWord(once, 'RC.docx', importWord(once, 'RC.docx').text, [], '2026-12-01').bytes;
    assert.deepEqual(commented(none), {});
    assert.equal(importWord(none, 'RC.docx').text, importWord(document, 'RC.docx').text);
  });

  it('has one set of links too, and keeps those of others', () => {
    const rels = 'word/_rels/comments.xml.rels';
    const theirs = '<Relationship Id="rId1" Type="a/hyperlink" Target="https://paul.example/" TargetMode="External"/>';
    const document = of(p(r('Prix')), {
      comments: `<w:comment ${by('Paul', 1)}><w:p><w:r><w:t>vu</w:t></w:r></w:p></w:comment>`,
      files: { [rels]: `<Relationships>${theirs}</Relationships>` },
    });
    const { text } = importWord(document, 'RC.docx');
    const start = text.indexOf('Prix');
    const at = { start, end: start + 4 };
    const link = { label: 'CCP', url: 'https://l.example/' };
    const once = annotateWord(document, 'RC.docx', text, [{ at, lines: ['a'], links: [link, link] }], '2026-12-01');
    const twice = annotateWord(once.bytes, 'RC.docx', text, [{ at, lines: ['a'], links: [link] }], '2026-12-01');
    for (const { bytes } of [once, twice]) {
      assert.ok(parts(bytes)[rels]?.includes(theirs));
      assert.equal(parts(bytes)[rels]?.match(/\/l\.example/g)?.length, 1);
    }
    const none = annotateWord(once.bytes, 'RC.docx', text, [], '2026-12-01');
    assert.equal(parts(none.bytes)[rels], `<Relationships>${theirs}</Relationships>`);
  });

  it('keeps the answer to a comment that goes', () => {
    const document = of(
      p(
        `<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>${r('Prix')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
      ),
      {
        comments: `<w:comment xmlns:w14="w14" ${by('dce-lint', 0)}><w:p w14:paraId="AA"><w:r><w:t>constat</w:t></w:r></w:p></w:comment><w:comment xmlns:w14="w14" ${by('Paul', 1)}><w:p w14:paraId="BB"><w:r><w:t>vu</w:t></w:r></w:p></w:comment>`,
        files: {
          'word/commentsExtended.xml':
            '<w15:commentsEx xmlns:w15="w15"><w15:commentEx w15:paraId="AA" w15:done="0"/><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA" w15:done="0"/></w15:commentsEx>',
          'word/_rels/document.xml.rels':
            '<Relationships xmlns="r"><Relationship Id="a" Type="x/comments" Target="comments.xml"/><Relationship Id="b" Type="x/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
        },
      },
    );
    const copy = annotateWord(document, 'RC.docx', importWord(document, 'RC.docx').text, [], '2026-12-01').bytes;
    assert.equal(
      parts(copy)['word/commentsExtended.xml'],
      '<w15:commentsEx xmlns:w15="w15"><w15:commentEx w15:paraId="BB" w15:done="0"/></w15:commentsEx>',
    );
    assert.match(parts(copy)['word/comments.xml'] ?? '', /vu/);
    assert.doesNotMatch(parts(copy)['word/comments.xml'] ?? '', /constat/);
    assert.equal((body(copy).match(/w:id="0"/g) ?? []).length, 0);
  });

  it('puts a comment of a note where the note is cited, of a table in one cell, of a text box at the box', () => {
    const note = of(p(`${r('Voir')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' ici')}`), {
      footnotes: `<w:footnote w:id="2">${p(r('Au sens du CCAG'))}</w:footnote>`,
    });
    assert.match(
      body(annotated(note, 'CCAG')),
      /<w:commentRangeStart w:id="0"\/><w:r><w:footnoteReference w:id="2"\/><\/w:r><w:commentRangeEnd w:id="0"\/>/,
    );
    const cells = of(table([p(r('Critère')), p(r('Poids'))], [p(r('Prix')), p(r('60 %'))]));
    assert.deepEqual(commented(annotated(cells, 'Critère | Poids |')), { 0: 'Critère' });
    const box = of(p(`<w:r><w:pict><w:txbxContent>${p(r('Encadré'))}</w:txbxContent></w:pict></w:r>${r('Texte')}`));
    assert.match(body(annotated(box, 'Encadré')), /<w:commentRangeStart w:id="0"\/><w:r><w:pict>/);
  });

  it('puts a comment of words that the document lacks at the nearest paragraph', () => {
    const document = of(p(r('Règlement de la consultation')) + p(r('Objet')));
    const { text } = importWord(document, 'RC.docx');
    const at = { start: 0, end: 0 };
    const { bytes } = annotateWord(document, 'RC.docx', text, [{ at, lines: ['a'], links: [] }], '2026-12-01');
    assert.deepEqual(commented(bytes), { 0: 'Règlement de la consultation' });
  });
});

describe('the places of a Word document', () => {
  it('are articles, paragraphs, rows and the pages that Word laid out', () => {
    const title = '<w:outlineLvl w:val="0"/>';
    const document = of(
      p(r('Article 1 – Objet'), title) +
        p(r('Un.')) +
        p(`<w:r><w:lastRenderedPageBreak/><w:t>Deux.</w:t></w:r>`) +
        table([p(r('Lot')), p(r('Objet'))], [p(r('1')), p(r('Nettoyage'))]) +
        p(r('Conditions'), title) +
        p(r('Trois.')),
    );
    const { text, landmarks } = importWord(document, 'RC.docx');
    const placeOf = (word: string) => {
      const { from, ...place } = landmarks.filter((l) => l.from <= text.indexOf(word)).at(-1) ?? { from: 0 };
      return place;
    };
    assert.deepEqual(placeOf('Objet'), { article: 'article 1', paragraph: 0, page: 1 });
    assert.deepEqual(placeOf('Un.'), { article: 'article 1', paragraph: 1, page: 1 });
    assert.deepEqual(placeOf('Deux.'), { article: 'article 1', paragraph: 2, page: 2 });
    assert.deepEqual(placeOf('Nettoyage'), { article: 'article 1', row: 2, page: 2 });
    assert.deepEqual(placeOf('Trois.'), { article: '« Conditions »', paragraph: 1, page: 2 });
  });
});
