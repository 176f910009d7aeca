import assert from 'node:assert/strict';
import { draftOf } from '../scripts/bench/drafts.ts';
import { identities } from '../server/core/identity.ts';
import { assertSound, findingsIn, openTexts } from './fuzz/examine.ts';

const TITLE = '# Règlement de la consultation\n\n';

/** So many units of what comes back, each time with another number. */
function repeated(part: (i: number) => string, units: number): string {
  let out = '';
  for (let i = 1; out.length < units; i++) out += part(i);
  return out;
}

const table = (head: string, row: (i: number) => string) => (units: number) => head + repeated(row, units);
const text = (part: (i: number) => string) => (units: number) => repeated(part, units);

/** Made-up texts, each of which once took the square of its size, by what they repeat. */
const TEXTS: Readonly<Record<string, (units: number) => string>> = {
  'ends of links': text(() => ']('),
  'ends of links on lines': text(() => 'a](b\n'),
  'ends of links without a beginning': text(() => ']'),
  'comments that nothing closes': text(() => 'a <!-- '),
  'comments that nothing closes, on lines': text(() => '<!--\n'),
  'processing that nothing closes': text(() => 'a <? '),
  'titles underlined': text((i) => `Titre ${i}\n---\n`),
  suppressions: text((i) => `<!-- dce-lint-ignore-next redaction/entete-invalide : motif ${i} -->\n\n`),
  'suppressions on one line': text(() => '<!-- dce-lint-ignore-next redaction/entete-invalide : motif --> '),
  'suppressions of unknown rules': text(
    (i) => `<!-- dce-lint-ignore-next regle/inconnue${i} : motif -->\n\nTexte.\n\n`,
  ),
  'names in one suppression': (units) =>
    `<!-- dce-lint-ignore-next ${repeated((i) => `regle/inconnue${i} `, units)}: motif -->\n\nTexte.\n`,
  'faults in one paragraph': text(() => 'Les variantes sont autorisées. Une tranche conditionnelle. '),
  'faults in paragraphs': text(() => 'Les variantes sont autorisées. Une tranche conditionnelle.\n\n'),
  'lots in a list': text((i) => `- Lot ${i} : fourniture de chaises\n`),
  'lots in a table': table('| Lot | Objet |\n|---|---|\n', (i) => `| ${i} | Chaises ${i} |\n`),
  'columns of a table': (units) => ['a|', '-|', 'b|'].map((cell) => `|${cell.repeat(units / 6)}\n`).join(''),
  'rows of a table': table('| A | B |\n|---|---|\n', (i) => `| x${i} | y |\n`),
  'tranches in a list': text((i) => `- Tranche optionnelle ${i} : fourniture de chaises\n`),
  'tranches under titles': text((i) => `## Tranche optionnelle ${i}\n\nDes chaises.\n\n`),
  'criteria in a list': table(
    'Les offres sont jugées selon les critères suivants :\n\n',
    (i) => `- Qualité ${i} : 10 %\n`,
  ),
  'criteria under titles': text((i) => `## Critères d'attribution ${i}\n\n- Prix : 40 %\n- Qualité : 60 %\n\n`),
  'lists under unmarked titles': text((i) => `${(i * 7) % 90}. Objet\n\n- un parc\n\n`),
  'articles that do not exist': text(
    (i) => `Conformément à l'article R21${i}-${i} du code de la commande publique.\n\n`,
  ),
  titles: text((i) => `## Titre ${i}\n\n`),
  'letters that begin again': text(() => 'a) un parc\nb) un square\n'),
  'lists of letters under one another': text(() => 'a) un parc\nb) un square\n\n1. Un lot.\n\n'),
  'bullets of a word processor': text((i) => `• un parc ${i}\n`),
  'options with boxes': text((i) => `☐ un parc ${i}\n`),
  'lines that are titles': text((i) => `5.${i % 90} Étendue\nLe marché porte sur un parc.\n`),
  'text indented as pages are': text((i) => `    Le parc ${i} est entretenu par le titulaire.\n`),
  'blank lines under a text indented': (units) => `    Le parc est entretenu ;\n- a${'\n'.repeat(units)}  b\n`,
  'cells of a table in HTML': table('<table>', (i) => `<tr><td>Chaises ${i}<td>Lot\n`),
  'cells of a table in HTML over many rows': (units) =>
    `<table><tr>${'<td rowspan=9999>a\n'.repeat(units / 36)}${'<tr><td>a\n'.repeat(units / 20)}</table>`,
  'tables in HTML': text(() => '<table><tr><td>a</table>\n'),
  'tables without bars, one upon another': text((i) => `Poste  Prix\nPlan   ${i % 9}0 €\nRelevé 10 €\n`),
  'rows of a table without bars': table('Poste   Prix\n', (i) => `Plan    ${(i % 90) + 10} €\n`),
  'clauses on lines that follow each other': text((i) => `2.${i % 90} Le parc est entretenu.\n`),
  'tags that nothing closes in a table in HTML': table('<table><td>', () => '<a '),
};

/** Milliseconds of work, whatever else the machine does: the least of two times, of which the first prepares patterns. */
function workOf(body: string): number {
  const times = [1, 2].map(() => {
    const before = process.cpuUsage();
    identities(findingsIn(openTexts({ 'rc.md': TITLE + body })));
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...times);
}

describe('the time of a check', () => {
  // The square of a text eight times as long is sixty-four times its time.
  for (const [what, make] of Object.entries(TEXTS))
    it(`is in proportion to its size for ${what}`, () => {
      const [small, large] = [make(5000), make(40_000)].map(workOf) as [number, number];
      assert.ok(large < 24 * Math.max(small, 4), `${Math.round(small)} ms, then ${Math.round(large)} ms`);
    }).timeout(120_000);
});

describe('what is past any size of a draft', () => {
  const said = (body: string) =>
    findingsIn(openTexts({ 'rc.md': TITLE + body }))
      .filter((f) => f.rule.id === 'dce-lint/passage-non-lu')
      .map((f) => f.message);

  it('is cut off and said, and what stands beside it is read', () => {
    const fault = '\n\nLes variantes sont autorisées.\n';
    for (const [body, words] of [
      ['Un parc '.repeat(20_000), /60\u00a0000 caractères/],
      ['> '.repeat(200), /trop de listes ou de citations/],
      ['*a '.repeat(9000), /trop de marques/],
      [
        repeated((i) => `## Critères d'attribution ${i}\n\n- Prix : 40 %\n- Qualité : 60 %\n\n`, 50_000),
        /500 listes de critères/,
      ],
    ] as const) {
      const findings = findingsIn(openTexts({ 'rc.md': TITLE + body + fault }));
      assertSound(findings);
      assert.match(said(body + fault).join('\n'), words);
      assert.ok(findings.some((f) => f.rule.id === 'variantes/exigences-minimales'));
    }
  }).timeout(60_000);

  it('is nothing of a draft of five million characters', () => {
    assert.deepEqual(said(draftOf(300_000)), []);
    const { draft } = openTexts({ 'rc.md': draftOf(5_000_000) }).pieces[0] as { draft: { unread: readonly unknown[] } };
    assert.deepEqual(draft.unread, []);
  }).timeout(120_000);
});
