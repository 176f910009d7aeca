import assert from 'node:assert/strict';
import { importWord } from '../../server/word/import.ts';
import { by, ooxml, type Parts, p, r, t } from './ooxml.ts';

const read = (runs: string, more: Partial<Parts> = {}) => importWord(ooxml({ body: p(runs), ...more }), 'texte.docx');
const text = (runs: string, more: Partial<Parts> = {}) => read(runs, more).text;
const run = (inside: string) => `<w:r>${inside}</w:r>`;
const COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

describe('the words of a paragraph of Word', () => {
  it('keep what stands for a character: tab, hyphens, breaks of line and of page', () => {
    assert.equal(text(run(`${t('a')}<w:tab/>${t('b')}`)), 'a b\n');
    assert.equal(text(run(`${t('a')}<w:ptab/>${t('b')}`)), 'a b\n');
    assert.equal(text(run(`${t('sous')}<w:noBreakHyphen/>${t('traitant')}`)), 'sous‑traitant\n');
    assert.equal(text(run(t('mar\u00adché'))), 'marché\n');
    for (const line of ['<w:br/>', '<w:cr/>', '<w:br w:type="textWrapping"/>'])
      assert.equal(text(run(`${t('a')}${line}${t('b')}`)), 'a\\\nb\n', line);
    for (const page of ['<w:br w:type="page"/>', '<w:br w:type="column"/>'])
      assert.equal(text(run(`${t('a')}${page}${t('b')}`)), 'a b\n', page);
  });

  it('are read through what wraps them', () => {
    for (const wrap of ['w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:fldSimple'])
      assert.equal(text(`<${wrap}>${r('Lot 1')}</${wrap}>`), 'Lot 1\n', wrap);
    assert.equal(text(`<w:sdt><w:sdtContent>${r('Lot 1')}</w:sdtContent></w:sdt>`), 'Lot 1\n');
    assert.equal(text(`${r('Lot 1')}<w:inconnu>${r('rien')}</w:inconnu>`), 'Lot 1\n');
  });

  it('are struck, bold or italic as the run says', () => {
    assert.equal(text(r('a', '<w:b/>')), '**a**\n');
    assert.equal(text(r('a', '<w:b w:val="0"/>')), 'a\n');
    assert.equal(text(r('a', '<w:i w:val="true"/>')), '*a*\n');
    assert.equal(text(r('a', '<w:strike/>')), '~~a~~\n');
    assert.equal(text(r('a', '<w:dstrike/>')), '~~a~~\n');
  });

  it('are bold by the style of the run, unless the run says the contrary', () => {
    const styles = `<w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="Accent"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>`;
    assert.equal(text(r('a', '<w:rStyle w:val="Fort"/>'), { styles }), '**a**\n');
    assert.equal(text(r('a', '<w:rStyle w:val="Accent"/>'), { styles }), '*a*\n');
    assert.equal(text(r('a', '<w:rStyle w:val="Fort"/><w:b w:val="0"/>'), { styles }), 'a\n');
  });

  it('lead where the link leads, and nowhere for a place of the same document', () => {
    const links = { rId7: 'https://a.example/' };
    assert.equal(
      text(`<w:hyperlink r:id="rId7">${r('profil')}</w:hyperlink>`, { links }),
      '[profil](https://a.example/)\n',
    );
    assert.equal(text(`<w:hyperlink w:anchor="a">${r('profil')}</w:hyperlink>`), 'profil\n');
    assert.equal(text(`<w:hyperlink r:id="rId9">${r('profil')}</w:hyperlink>`), 'profil\n');
  });

  it('moved or inserted are additions, moved away or deleted are suppressions, with who and when', () => {
    for (const name of ['w:ins', 'w:moveTo'])
      assert.equal(
        text(`${r('Le ')}<${name} ${by('Léa', 1)}>${r('marché')}</${name}>`),
        'Le marché<!-- ajout de Léa, 2026-11-03 : « marché » -->\n',
        name,
      );
    for (const name of ['w:del', 'w:moveFrom'])
      assert.equal(
        text(`${r('Le')}<${name} ${by('Léa', 1)}><w:r><w:delText>s</w:delText></w:r></${name}>${r(' marché')}`),
        'Le<!-- suppression de Léa, 2026-11-03 : « s » --> marché\n',
        name,
      );
    assert.equal(
      text(`${r('Le')}<w:del w:id="1"><w:r><w:delText>s</w:delText></w:r></w:del>${r(' marché')}`).includes('2026'),
      false,
    );
  });

  it('said in two ways are taken once, in the newer', () => {
    const both = `<mc:AlternateContent ${COMPATIBLE}><mc:Choice>${r('neuf')}</mc:Choice><mc:Fallback>${r('vieux')}</mc:Fallback></mc:AlternateContent>`;
    assert.equal(text(both), 'neuf\n');
    assert.equal(
      text(`<mc:AlternateContent ${COMPATIBLE}><mc:Fallback>${r('vieux')}</mc:Fallback></mc:AlternateContent>`),
      'vieux\n',
    );
    const inRun = `<w:r><mc:AlternateContent ${COMPATIBLE}><mc:Choice>${t('neuf')}</mc:Choice><mc:Fallback>${t('vieux')}</mc:Fallback></mc:AlternateContent></w:r>`;
    assert.equal(text(inRun), 'neuf\n');
  });

  it('show a sign of a symbol font, and say when they cannot', () => {
    assert.equal(text(`${run('<w:sym w:font="Wingdings" w:char="F0FE"/>')}${r(' oui')}`), '☑ oui\n');
    const { text: draft, lost } = read(`${r('a')}${run('<w:sym w:font="Polices rares" w:char="F001"/>')}`);
    assert.equal(draft, 'a\n');
    assert.match(lost.join('\n'), /symbole/);
    assert.equal(text(`${r('a')}${run('<w:sym/>')}`), 'a\n');
    const signs: [font: string, code: string, sign: string][] = [
      ['Wingdings', '00A8', '☐'],
      ['WINGDINGS', 'F0FD', '☒'],
      ['Wingdings 2', 'F052', '☑'],
      ['Symbol', 'F0A3', '≤'],
      ['Arial', '2022', '•'],
    ];
    for (const [font, code, sign] of signs)
      assert.equal(text(run(`<w:sym w:font="${font}" w:char="${code}"/>`)), `${sign}\n`, code);
    for (const code of ['E010', '0001', 'rien'])
      assert.equal(text(run(`<w:sym w:font="Arial" w:char="${code}"/>`)), '');
  });

  it('call a note once each, and no note that is not there', () => {
    const footnotes = `<w:footnote w:id="2">${p(r('Note deux.'))}</w:footnote>`;
    const call = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const draft = text(`${r('a')}${call}${r(' b')}${call}`, { footnotes });
    assert.equal(draft, 'a[^1] b[^1]\n\n[^1]: Note deux.\n');
    assert.equal(text(`${r('a')}<w:r><w:footnoteReference w:id="5"/></w:r>`, { footnotes }), 'a\n');
    assert.equal(text(`${r('a')}<w:r><w:endnoteReference w:id="5"/></w:r>`), 'a\n');
  });

  it('lead where the link leads in a note too, which has addresses of its own', () => {
    const link = (id: string, words: string) => `<w:hyperlink r:id="${id}">${r(words)}</w:hyperlink>`;
    const noteLinks = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://note.example/" TargetMode="External"/>
    </Relationships>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('<w:instrText> HYPERLINK "https://champ.example/" </w:instrText>')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('champ')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const draft = text(`${link('rId1', 'profil')}<w:r><w:footnoteReference w:id="2"/></w:r>`, {
      footnotes: `<w:footnote w:id="2">${p(`${r('Voir ')}${link('rId1', 'le site')}${r(', ')}${field}${r(' ou ')}${link('rId7', 'rien')}`)}</w:footnote>`,
      links: { rId1: 'https://texte.example/', rId7: 'https://ailleurs.example/' },
      files: { 'word/_rels/footnotes.xml.rels': noteLinks },
    });
    assert.equal(
      draft,
      '[profil](https://texte.example/)[^1]\n\n[^1]: Voir [le site](https://note.example/), [champ](https://champ.example/) ou rien\n',
    );
  });

  it('commented on are quoted in the comment, shortened when they are long', () => {
    const comments = `<w:comment w:id="4" w:author="Léa" w:date="2026-11-03T09:00:00Z">${p(r('À revoir'))}${p(r('vite'))}</w:comment>`;
    const on = (words: string) =>
      `<w:commentRangeStart w:id="4"/>${r(words)}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`;
    assert.match(text(on('un an'), { comments }), /Léa.*2026-11-03.*« un an ».*À revoir \/ vite/);
    const long = text(on('mot '.repeat(40)), { comments });
    assert.match(long, /« (?:mot ){14}mot… »/);
    assert.equal(text(on('un an')), 'un an\n');
  });

  it('of a field are its result, boxes are ticked or not, and a table of contents is left out', () => {
    const mark = (kind: string, inside = '') => run(`<w:fldChar w:fldCharType="${kind}">${inside}</w:fldChar>`);
    const field = (instruction: string, result: string) =>
      `${mark('begin')}${run(`<w:instrText>${instruction}</w:instrText>`)}${mark('separate')}${result}${mark('end')}`;
    assert.equal(text(field(' DATE ', r('le 3 mars'))), 'le 3 mars\n');
    assert.equal(text(r('a') + field(' TOC \\o ', r('1. Objet'))), 'a\n');
    assert.equal(text(field('HYPERLINK "https://a.example/"', field(' PAGE ', r('3')))), '[3](https://a.example/)\n');
    assert.equal(text(field('HYPERLINK \\l "ici"', r('profil'))), 'profil\n');
    const box = (inside: string) =>
      mark('begin', `<w:ffData><w:checkBox>${inside}</w:checkBox></w:ffData>`) + mark('end') + r(' oui');
    assert.equal(text(box('')), '☐ oui\n');
    assert.equal(text(box('<w:default w:val="1"/>')), '☒ oui\n');
    assert.equal(text(box('<w:default w:val="1"/><w:checked w:val="0"/>')), '☐ oui\n');
    assert.equal(text(box('<w:checked/>')), '☒ oui\n');
    assert.equal(
      text(`${mark('separate')}${mark('end')}${mark('inconnu')}${run('<w:instrText>a</w:instrText>')}${r('b')}`),
      'b\n',
    );
  });

  it('leave out a picture that is not there, and link to one that is elsewhere', () => {
    const picture = (id: string, described = '') =>
      `<w:drawing xmlns:wp="urn:wp" xmlns:a="urn:a">${described}<a:blip r:link="${id}"/></w:drawing>`;
    const links = { rId3: 'https://a.example/logo.png' };
    assert.match(text(r('a') + run(picture('rId3')), { links }), /!\[image\]\(https:\/\/a\.example\/logo\.png\)/);
    const gone = read(r('a') + run(picture('rId8')));
    assert.equal(gone.text, 'a\n');
    assert.match(gone.lost.join('\n'), /dessin/);
    assert.deepEqual(read(r('a') + run('<w:pict/>')).lost, []);
  });
});
