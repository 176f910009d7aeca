import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strToU8 } from 'fflate';
import { exportWord } from '../../server/word/export.ts';
import { importWord } from '../../server/word/import.ts';
import { compound } from '../compound.ts';
import { by, ooxml, p, r, zipped } from '../word/ooxml.ts';
import { dceLint, inFolder } from './terminal.ts';

const RC = `# Règlement de la consultation

## Article 1 – Objet

Le marché porte sur un assistant vocal. Les variantes sont autorisées.

## Article 2 – Jugement

Les offres sont jugées sur le prix (60 %) et la valeur technique (30 %).
`;
const word = async (text = RC) => (await exportWord(text)).bytes;
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const REFUSED = /^dce-lint : RC\.docx : [^\n]*\n/m;

interface Shown {
  readonly path: string;
  readonly findings: readonly { readonly rule: string; readonly place?: { readonly article?: string } }[];
}
const json = async (cwd: string, ...args: string[]) => {
  const { out, code, err } = await dceLint(cwd, ['check', ...args, '--format', 'json']);
  return { code, err, ...(JSON.parse(out) as { files: Shown[]; notChecked: { what: string; blocking: boolean }[] }) };
};

describe('dce-lint check of Word documents', () => {
  it('finds in a document what it finds in its draft, by article and paragraph', async () =>
    inFolder({ 'a/RC.docx': await word(), 'b/RC.md': RC }, async (cwd) => {
      const [docx, md] = (await json(cwd)).files;
      assert.equal(docx?.path, 'a/RC.docx');
      assert.ok((docx?.findings.length ?? 0) > 2);
      assert.deepEqual(
        docx?.findings.map((f) => f.rule),
        md?.findings.map((f) => f.rule),
      );
      assert.ok(docx?.findings.some((f) => f.place?.article === 'article 2'));
      assert.ok(md?.findings.every((f) => f.place === undefined));
    }));

  it('says the place in every format, and no line', async () =>
    inFolder({ 'RC.docx': await word() }, async (cwd) => {
      for (const format of ['text', 'markdown', 'junit', 'github', 'gitlab', 'sarif', 'html']) {
        const { out } = await dceLint(cwd, ['check', '--format', format]);
        assert.match(out, /[Aa]rticle 2, paragraphe 1/, format);
        assert.doesNotMatch(out, /ligne \d|[ ,]line=\d|"startLine"/, format);
      }
    }));

  it('says it as the schema of the report has it', async () =>
    inFolder({ 'RC.docx': await word() }, async (cwd) => {
      const schema = JSON.parse(
        readFileSync(new URL('../../schemas/check-report.schema.json', import.meta.url), 'utf8'),
      );
      const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
      const { out } = await dceLint(cwd, ['check', '--format', 'json']);
      assert.ok(valid(JSON.parse(out)), JSON.stringify(valid.errors));
    }));

  it('says it from parts, threads and cache as well', async () =>
    inFolder({ 'a/RC.docx': await word(), 'b/RC.docx': await word() }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check']);
      for (const more of [['--cache'], ['--cache'], ['--jobs', '2']])
        assert.equal((await dceLint(cwd, ['check', ...more])).out, out, more.join(' '));
      writeFileSync(join(cwd, 'part.json'), (await dceLint(cwd, ['check', '--format', 'part'])).out);
      assert.equal((await dceLint(cwd, ['merge', 'part.json', '--format', 'text'])).out, out);
    }));

  it('takes a document and the draft made from it for one piece: the draft, unless the document is named', async () =>
    inFolder({ 'rc.md': RC, 'RC.docx': await word(), 'Règlement v2.docx': await word() }, async (cwd) => {
      const { files, notChecked, code } = await json(cwd);
      assert.deepEqual(
        files.map((f) => f.path),
        ['rc.md'],
      );
      assert.deepEqual(
        notChecked.map(({ what, blocking }) => [what, blocking]),
        [
          ['RC.docx', false],
          ['Règlement v2.docx', false],
        ],
      );
      assert.equal(code, 1);
      assert.deepEqual(
        (await json(cwd, 'RC.docx')).files.map((f) => f.path),
        ['RC.docx'],
      );
    }));

  it('compares pieces in Word with pieces in Markdown', async () => {
    const rc = RC.replace(
      'Les variantes',
      'Le marché est divisé en deux lots : lot 1 : étude ; lot 2 : pose. Les variantes',
    );
    const cctp =
      '# CCTP\n\n## Article 1 – Lots\n\nLe marché est divisé en trois lots : lot 1 : étude ; lot 2 : pose ; lot 3 : suivi.\n';
    await inFolder({ 'RC.docx': await word(rc), 'cctp.md': cctp }, async (cwd) => {
      const { files } = await json(cwd);
      assert.ok(files.some((f) => f.findings.some((x) => x.rule === 'dossier/lots')));
    });
  });

  it('never writes in a document: --fix leaves it, even for a draft of the same check', async () =>
    inFolder({ 'RC.docx': await word(RC.replace('Objet', 'Objet ?')) }, async (cwd) => {
      const before = hash(join(cwd, 'RC.docx'));
      await dceLint(cwd, ['check', '--fix']);
      assert.equal(hash(join(cwd, 'RC.docx')), before);
    }));

  it('reads one on standard input, by the name that it is given', async () =>
    inFolder({}, async (cwd) => {
      const bytes = await word();
      const args = ['check', '--stdin', '--stdin-filename', 'RC.docx'];
      const { out } = await dceLint(cwd, args, { stdin: async () => bytes });
      assert.match(out, /RC\.docx[\s\S]*article 2, paragraphe 1/);
    }));

  it('says what is not read and what to do: other programs, files of a program that is open', async () =>
    inFolder(
      { 'rc.md': RC, 'CCTP.odt': 'a', 'CCAP.doc': 'a', 'AE.docm': 'a', 'rc.odt': 'a', '~$AE.docx': 'a' },
      async (cwd) => {
        const { notChecked } = await json(cwd);
        assert.deepEqual(
          notChecked.map(({ what, blocking }) => [what, blocking]),
          [
            ['AE.docm', false],
            ['CCAP.doc', false],
            ['CCTP.odt', false],
          ],
        );
        const named = await dceLint(cwd, ['check', 'CCTP.odt']);
        assert.match(named.err, /CCTP\.odt : document OpenDocument \(\.odt\).*l’enregistrer au format \.docx/);
        assert.equal(named.code, 2);
        const macros = await dceLint(cwd, ['check', 'AE.docm']);
        assert.match(
          macros.err,
          /^dce-lint : AE\.docm : document Word avec des macros[^\n]+enregistrer au format \.docx[^\n]+$/m,
        );
        assert.equal(macros.code, 2);
      },
    ));
});

describe('dce-lint check --annotate', () => {
  it('writes a copy with the findings as comments, twice the same, and leaves the document', async () =>
    inFolder({ 'dce/RC.docx': await word() }, async (cwd) => {
      const before = hash(join(cwd, 'dce/RC.docx'));
      const { err, code } = await dceLint(cwd, ['check', 'dce', '--annotate', 'relu']);
      assert.match(err, /relu\/RC\.docx : copie écrite, \d+ constats en commentaire\n$/);
      assert.equal(code, 1);
      const once = hash(join(cwd, 'relu/RC.docx'));
      await dceLint(cwd, ['check', '.', '--annotate', 'relu']);
      assert.equal(hash(join(cwd, 'relu/RC.docx')), once);
      assert.equal(hash(join(cwd, 'dce/RC.docx')), before);
      // A copy that nobody has changed is no piece.
      const { files, notChecked } = await json(cwd);
      assert.deepEqual([files.length, notChecked.map((n) => n.what)], [1, ['relu/RC.docx']]);
    }));

  it('keeps the comments of people, and refuses to replace a copy that they have changed', async () => {
    const comments = `<w:comment ${by('Paul', 3)}><w:p><w:r><w:t>à revoir</w:t></w:r></w:p></w:comment>`;
    const document = ooxml({
      body:
        p(r('Règlement de la consultation')) +
        p(
          `<w:commentRangeStart w:id="3"/>${r('Les variantes sont autorisées.')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>`,
        ),
      comments,
    });
    await inFolder({ 'RC.docx': document, 'relu/RC.docx': await word('# Autre\n') }, async (cwd) => {
      const before = hash(join(cwd, 'relu/RC.docx'));
      const refused = await dceLint(cwd, ['check', 'RC.docx', '--annotate', 'relu']);
      assert.match(refused.err, /relu\/RC\.docx existe et n’est pas une copie intacte/);
      assert.equal(refused.code, 2);
      assert.equal(hash(join(cwd, 'relu/RC.docx')), before);
      await dceLint(cwd, ['check', 'RC.docx', '--annotate', 'autre']);
      const { text } = importWord(readFileSync(join(cwd, 'autre/RC.docx')), 'RC.docx');
      assert.match(text, /commentaire de Paul, 2026-11-03, sur « Les variantes sont autorisées\. » : à revoir/);
    });
  });

  it('refuses the folder of the documents, and never takes their place', async () =>
    inFolder({ 'dce/RC.docx': await word() }, async (cwd) => {
      const before = hash(join(cwd, 'dce/RC.docx'));
      const same = await dceLint(cwd, ['check', 'dce', '--annotate', 'dce']);
      assert.match(same.err, /^dce-lint : --annotate : donner un autre dossier/);
      const beside = await dceLint(cwd, ['check', 'dce/RC.docx', '--annotate', 'dce']);
      assert.match(beside.err, /prendrait la place de ce document/);
      assert.deepEqual([same.code, beside.code], [2, 2]);
      assert.equal(hash(join(cwd, 'dce/RC.docx')), before);
      // A file where the folder should be.
      writeFileSync(join(cwd, 'relu'), 'a');
      const file = await dceLint(cwd, ['check', 'dce', '--annotate', 'relu']);
      assert.equal(file.code, 2);
      assert.equal(hash(join(cwd, 'dce/RC.docx')), before);
    }));

  it('says when there is no document', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      const { err } = await dceLint(cwd, ['check', '--annotate', 'relu']);
      assert.match(err, /aucun document Word à annoter/);
      assert.ok(!existsSync(join(cwd, 'relu')));
    }));
});

describe('dce-lint check refuses, with one clear line, exit 2 and the file as it was,', () => {
  /** So many bytes of paragraphs that do not shrink like a bomb. */
  const prose = (size: number) => {
    const parts: string[] = [];
    for (let n = 1, all = 0; all < size; n++) {
      parts.push(p(r(`article ${(n * 7919) % 104_729} ${(n * 104_729) % 1_299_709}`)));
      all += parts.at(-1)?.length ?? 0;
    }
    return parts.join('');
  };
  const entities = `<!DOCTYPE x [<!ENTITY a SYSTEM "http://a.example/">]><w:document xmlns:w="w"><w:body/></w:document>`;
  const MACRO = ooxml({ body: p(r('RC')), files: { 'word/vbaProject.bin': new Uint8Array([1]) } });
  const deep = '<w:p>'.repeat(200_000) + '</w:p>'.repeat(200_000);
  const CASES: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
    ['a damaged document', () => ooxml({ body: p(r('RC')) }).slice(0, 300), /endommagé/],
    ['an encrypted document', () => compound('EncryptedPackage'), /mot de passe/],
    ['a document with macros', () => MACRO, /macros/],
    ['a text', () => strToU8('RC'), /ce n’est pas un document Word/],
    ['a zip bomb', () => ooxml({ body: ' '.repeat(40_000_000) }), /démesuré/],
    ['a text larger than memory allows', () => ooxml({ body: prose(9_000_000) }), /démesuré/],
    ['entities', () => ooxml({ body: '', files: { 'word/document.xml': entities } }), /entités XML/],
    ['elements in elements without end', () => ooxml({ body: deep }), /endommagé/],
    ['another archive', () => zipped({ 'a.txt': 'a' }), /il n’a pas de texte/],
  ];
  for (const [what, bytes, message] of CASES)
    it(what, () =>
      inFolder({}, async (cwd) => {
        const path = join(cwd, 'RC.docx');
        writeFileSync(path, bytes());
        const before = hash(path);
        mkdirSync(join(cwd, 'relu'));
        const { code, err } = await dceLint(cwd, ['check', 'RC.docx', '--annotate', 'relu']);
        assert.equal(code, 2, err);
        assert.match(err, message);
        assert.match(err, REFUSED);
        assert.ok(!existsSync(join(cwd, 'relu/RC.docx')));
        assert.equal(hash(path), before);
      }),
    );
});
