import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Element, Text } from 'hast';
import { NASTY, ODD } from '../cli/odd.ts';
import { dceLint, inFolder } from '../cli/terminal.ts';
import { readPage, textOf } from './page.ts';

type Files = Readonly<Record<string, string>>;

const page = (files: Files, ...more: string[]) =>
  inFolder(files, async (cwd) => {
    const { out, err } = await dceLint(cwd, ['check', '--format', 'html', '--report', 'full', ...more]);
    assert.equal(err, '');
    return { html: out, ...readPage(out) };
  });

const example = (folder: string): Files =>
  Object.fromEntries(
    ['rc', 'ccap', 'cctp'].map((name) => [
      `${folder}/${name}.md`,
      readFileSync(new URL(`../../examples/${folder}/${name}.md`, import.meta.url), 'utf8'),
    ]),
  );

const SCRIPT = '<script>alert(1)</script>';
const HOSTILE = `# Règlement de la consultation ${SCRIPT}

Objet : fourniture de <img src=x onerror=alert(2)> "capteurs" & [plans](javascript:alert(3)).

La durée du marché est de douze mois. Les variantes sont autorisées.

Le marché comporte 2 lots :

- lot 1 : câblage <script>alert(4)</script> [à compléter] ;
- lot 2 : pose « </style><svg onload=alert(5)> ».

Tranche optionnelle 1 : \\</svg>\\<script>alert(6)\\</script>, 3 mois.

<!-- dce-lint-ignore-next redaction/champ-a-completer : motif <b onclick=alert(7)>gras</b> -->

Le montant est de [à compléter] euros HT.\u0007\u0090

| Critère | Pondération |
| --- | --- |
| Prix </text><script>alert(8)</script> | 60 % |
| javascript:alert | 50 % |
`;
const HOSTILE_CCAP = '# CCAP\n\nLa durée du marché est de deux ans <script>alert(11)</script>.\n';

const ELEMENTS_THAT_ACT =
  'script, img, iframe, object, embed, form, input, link, base, video, audio, foreignObject, use';

describe('The HTML report', () => {
  // The charts’ library is long to read in; no test is about that.
  before(() => import('../../server/report/main.ts'));

  it('shows a hostile draft as words, and lets none of it act', async () => {
    const { all, text, html } = await page({ "d'<b>/rc.md": HOSTILE, "d'<b>/ccap.md": HOSTILE_CCAP });
    assert.deepEqual(all(ELEMENTS_THAT_ACT), []);
    const attributes = all('*').flatMap((e) => Object.entries(e.properties ?? {}));
    assert.deepEqual(
      attributes.filter(([name]) => /^on/i.test(name) || ['src', 'srcSet', 'action', 'style'].includes(name)),
      [],
    );
    assert.deepEqual(
      attributes.filter(([name, value]) => /href/i.test(name) && !/^(?:#|https:\/\/)/.test(String(value))),
      [],
    );
    assert.match(text('#d1-constats'), /lot 1 : câblage <script>alert\(4\)<\/script> \[à compléter\]/);
    assert.match(text('#d1-reperes'), /<script>alert montant non indiqué/);
    assert.match(text(), /motif <b onclick=alert\(7\)>gras<\/b>/);
    assert.match(text('title'), /d'<b>/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    assert.doesNotMatch(html, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  it('shows the words that trip other formats as they are', async () => {
    assert.ok((await page(ODD)).text().includes(NASTY.replace(/\s+/g, ' ')));
  });

  it('lets in its own style and nothing else', async () => {
    const { one, all } = await page(example('consultation-fautive'));
    const style = (one('style').children[0] as Text).value;
    const hash = createHash('sha256').update(style).digest('base64');
    const meta = one('meta[http-equiv="Content-Security-Policy"]');
    assert.equal(
      meta.properties.content,
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    assert.doesNotMatch(style, /@import|url\(/);
    assert.deepEqual(all(ELEMENTS_THAT_ACT), []);
  });

  it('has anchors that are each there once, and a table of contents that leads to all its parts', async () => {
    for (const files of [example('consultation-fautive'), { ...example('consultation-fautive'), ...ODD }]) {
      const { all } = await page(files);
      const ids = all('[id]').map((e) => String(e.properties.id));
      assert.deepEqual(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        [],
      );
      const links = all('a[href^="#"]').map((e) => String(e.properties.href).slice(1));
      assert.deepEqual(
        links.filter((id) => !ids.includes(id)),
        [],
      );
      const listed = all('nav a').map((e) => String(e.properties.href).slice(1));
      assert.deepEqual(
        all('main > section').map((e) => e.properties.id),
        listed,
      );
    }
  });

  it('has the findings of the JSON report, each with its level, its line and the words it speaks of', () =>
    inFolder(example('consultation-fautive'), async (cwd) => {
      const { all } = readPage((await dceLint(cwd, ['check', '--format', 'html', '--report', 'full'])).out);
      const json = JSON.parse((await dceLint(cwd, ['check', '--format', 'json'])).out);
      const shown = all('article.constat').map((e) => [
        /(error|warning|info)/.exec(String(e.properties.className))?.[0],
        / · [a-z-]+\/[a-z-]+ /.test(textOf(e)),
        Number(/, ligne (\d+) · /.exec(textOf(e))?.[1]) - 1,
      ]);
      const told = json.files.flatMap((f: { findings: { level: string; range: { start: { line: number } } }[] }) =>
        f.findings.map((x) => [x.level, true, x.range.start.line]),
      );
      assert.ok(told.length > 5);
      assert.deepEqual(shown, told);
      const marked = all('article.constat mark').map(textOf);
      assert.ok(marked.includes('ISO/IEC 27001'), marked.join(' | '));
    }));

  it('goes through the parts of the guide in its order, with the state of each rule', async () => {
    const { all, text } = await page(example('consultation-fautive'));
    const parts = all('#d1-guide .figures tbody th').map(textOf);
    assert.deepEqual(parts.slice(0, 3), ['I.A. Sourçage', 'I.B. Besoin ouvert et fonctionnel', 'I.C. Allotissement']);
    assert.match(text('#d1-guide'), /Norme, label ou certification exigés sans « ou équivalent » à revoir/);
  });

  it('sets contradictions side by side, and draws criteria and dates', async () => {
    const files = {
      'rc.md': `# Règlement de la consultation\n\nLa durée du marché est de douze mois.\n\nDate limite de remise des offres : 26 février 2027 à 12 h 00.\n\n| Critère | Pondération |\n| --- | --- |\n| Prix | 60 % |\n| Valeur technique | 40 % |\n`,
      'ccap.md': '# CCAP\n\nLa durée du marché est de deux ans.\n',
    };
    const { all, text } = await page(files);
    assert.deepEqual(
      all('#d1-contradictions .dce-versus > li').map((e) => textOf(e)),
      ['Douze mois RC, ligne 3', 'Deux ans CCAP, ligne 3'],
    );
    assert.equal(all('#d1-reperes figure svg').length, 2);
    assert.match(text('#d1-reperes'), /26\/02\/2027 à 12 h 00/);
  });

  it('gives the law applied, the rules run, and the hash of the very bytes read', async () => {
    const rc = '\ufeff# Règlement de la consultation\r\n\r\nLes variantes sont autorisées.\r\n';
    const { text, all } = await page({ 'rc.md': rc }, '--date', '2027-03-01', '--rule', 'variantes/*=off');
    assert.match(text('header'), /Droit appliqué : celui du 01\/03\/2027/);
    assert.match(text('#empreintes'), new RegExp(createHash('sha256').update(rc).digest('hex')));
    const run = all('#regles tbody code').map(textOf);
    assert.ok(run.includes('allotissement/absence-motivee'));
    assert.ok(!run.some((id) => id.startsWith('variantes/')));
    assert.match(text('#regles'), /\d règles à l’écart par un réglage\s: .*variantes\/exigences-minimales/);
  });

  it('begins no line with a mark that French ties to the word before, and touches no word of the drafts', async () => {
    const { html, all } = await page(example('consultation-fautive'));
    const body = html.slice(html.indexOf('<main'));
    const own = body.replace(/<(blockquote|code|svg)\b[\s\S]*?<\/\1>/g, '');
    assert.deepEqual(
      [...own.matchAll(/.{20}(?: [;:!?»](?=\s)| »|« ).{10}/g)].map(([m]) => m),
      [],
    );
    assert.ok(
      all('blockquote')
        .map(textOf)
        .some((t) => /[a-z0-9] [%:;»]/.test(t)),
    );
  });

  it('says in French of how many days the law applies', async () => {
    const rc = (day: string) => `---\ndce:\n  piece: rc\n  date: ${day}\n---\n\n# RC\n`;
    const days = ['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01'];
    const of = async (n: number) =>
      (await page(Object.fromEntries(days.slice(0, n).map((d) => [`${d}/rc.md`, rc(d)])))).text('header');
    assert.match(await of(1), /Droit appliqué : celui du 01\/09\/2026\./);
    assert.match(await of(2), /celui du 01\/09\/2026 ou du 01\/10\/2026, selon la pièce\./);
    assert.match(await of(4), /celui de 4 dates, indiquées pièce par pièce\./);
  });

  it('ranks the dossiers, and counts the rules by sub-folder', async () => {
    const wrong = '# CCAP\n\nLa tranche conditionnelle est affermie. Le prix est de [à compléter] euros.\n';
    const { all, text } = await page({
      'caisse-a/un/ccap.md': wrong,
      'caisse-a/deux/ccap.md': wrong.replace('La tranche conditionnelle est affermie. ', ''),
      'caisse-b/trois/ccap.md': '# CCAP\n\nLe titulaire livre.\n',
    });
    const ranks = all('#classement tbody th').map(textOf);
    assert.deepEqual([ranks[0], ranks.length], ['caisse-a/un', 3]);
    const heads = all('#carte thead th').map(textOf);
    assert.deepEqual(heads, ['Règle', 'caisse-a (2)', 'caisse-b (1)']);
    const row = all('#carte tbody tr').find((e) => textOf(e).includes('tranches/terminologie')) as Element;
    assert.match(textOf(row), /1 \(50 %\)\s*–/);
    assert.equal(all('main > section h2').filter((e) => textOf(e).startsWith('Dossier ')).length, 3);
    assert.match(text('#ensemble'), /3 dossiers, 3 pièces/);
  });

  it('groups by the kind of buyer where each dossier has its own folder', async () => {
    const rc = (who: string) =>
      `---\ndce:\n  piece: rc\n  acheteur: ${who}\n---\n\n# Règlement de la consultation\n\nLe montant est de [à compléter].\n`;
    const { all } = await page({ 'a/rc.md': rc('etat'), 'b/rc.md': rc('collectivite') });
    assert.deepEqual(all('#carte thead th').map(textOf), [
      'Règle',
      'collectivité territoriale et ses établissements (1)',
      'État et ses établissements publics (1)',
    ]);
  });

  it('tells in full the hundred dossiers with the most to mend, ranks them all, and says so', async () => {
    const text = (n: number) =>
      `# CCAP\n\n${n === 50 ? 'La tranche conditionnelle est affermie.' : 'Le titulaire livre.'}\n`;
    const files = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`d${n}/ccap.md`, text(n)]));
    const { all, text: words } = await page(files);
    assert.equal(all('#classement tbody tr').length, 101);
    assert.equal(all('main > section h2').filter((e) => textOf(e).startsWith('Dossier ')).length, 100);
    assert.match(words('#classement'), /Le détail est donné pour les 100 premiers dossiers/);
    assert.equal(textOf(all('#classement tbody th')[0] as Element), 'd50');
  }).timeout(60_000);
});
