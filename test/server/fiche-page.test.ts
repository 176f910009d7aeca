import assert from 'node:assert/strict';
import type { FichePage } from '../../server/protocol.ts';
import { fichePage } from '../../server/report/fiche-page.ts';
import { Dialogue } from './dialogue.ts';

const FOLDER = 'file:///marches/2027';
const RC = `${FOLDER}/rc.md`;
const CCAP = `${FOLDER}/ccap.md`;
const NONCE = 'abc123';

const TEXT = `# Règlement de la consultation

La durée du marché est de douze mois.

Le marché comporte 2 lots :

- lot 1 : câblage \\<script>x=1\\</script> ;
- lot 2 : pose & « réglage » des "capteurs".

Date limite de remise des offres : 26 février 2027 à 12 h 00.

| Critère | Pondération |
| --- | --- |
| Prix | 60 % |
| Valeur technique | 40 % |
`;

/** The text of a page, entities read. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe('the page of the sheet', () => {
  let d: Dialogue | undefined;
  afterEach(() => {
    d?.end();
    d = undefined;
  });
  // The charts' library is long to read in; no test is about that.
  before(() => import('../../server/report/main.ts'));
  const ask = (uri: string) => (d as Dialogue).request<FichePage>('dce-lint/fichePage', { uri, nonce: NONCE });

  it('lets in its own style and script, and nothing from elsewhere', async () => {
    d = await Dialogue.start();
    await d.open(RC, TEXT);
    const { page, content } = await ask(RC);
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1] ?? '';
    assert.equal(
      policy.replaceAll('&#x27;', "'"),
      "default-src 'none'; style-src 'nonce-abc123'; script-src 'nonce-abc123'",
    );
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.match(page, /<script nonce="abc123">/);
    assert.match(page, /<style nonce="abc123">/);
    assert.doesNotMatch(page, /(?:src|srcset|action)=|https?:(?!\/\/www\.w3\.org\/)|@import|url\(/);
    assert.doesNotMatch(content, / (?:style|on\w+)=/);
    assert.ok(page.includes(content));
    assert.match(page, /<html lang="fr">/);
  });

  it('shows as text a lot that is named like a script', async () => {
    d = await Dialogue.start();
    await d.open(RC, TEXT);
    const { content } = await ask(RC);
    assert.doesNotMatch(content, /<script/);
    assert.match(textOf(content), /Lot 1 Câblage <script>x=1<\/script> RC, ligne 7/);
  });

  it('begins with the findings, piece by piece, each a link to its place', async () => {
    d = await Dialogue.start({ files: { [CCAP]: '# CCAP\n\nProjet  innovant.\n' } });
    await d.open(RC, '# RC\n\nUn texte.\n');
    const { content, places } = await ask(RC);
    const text = textOf(content);
    assert.match(text, /Constats Constats par pièce Pièce Erreurs Avertissements Conseils Total RC \(rc\.md\) 0 0 0 0/);
    assert.match(text, /CCAP \(ccap\.md\) 1 1 0 2 Le dossier 1 1 0 2 CCAP : 2 constats/);
    assert.match(text, /Erreur , ligne 3 : Deux espaces se suivent/);
    assert.deepEqual(places['ccap.md:14-16']?.uri, CCAP);
    assert.ok(content.indexOf('Constats') < content.indexOf('Pièces lues'));
  });

  it('adds up the weights as they are written', async () => {
    d = await Dialogue.start();
    await d.open(RC, TEXT.replace('40 %', '30 %'));
    assert.match(textOf((await ask(RC)).content), /Total 90 % 90 % à revoir : 100 % attendus/);
    await d.type(RC, '30 %', '40 %');
    assert.match(textOf((await ask(RC)).content), /Total 100 % 100 % Le tableau/);
  });

  it('shows words as they are read: no mark of Markdown, no word of the program', async () => {
    d = await Dialogue.start({ files: { [`${FOLDER}/dce.yaml`]: 'procedure: appel-offres-ouvert\n' } });
    const grid = '| Critère | Poids |\n| --- | --- |\n| Prix \\| coût **global** | 60 % |\n| Qualité | 40 % |\n';
    await d.open(RC, `# RC\n\n## Critères d’attribution\n\n${grid}`);
    const text = textOf((await ask(RC)).content);
    assert.match(text, /Prix \| coût global 60 %/);
    assert.doesNotMatch(text, /\\\||\*\*|appel-offres-ouvert/);
  });

  it('does not call fixed a limit that is still to be filled in', async () => {
    d = await Dialogue.start();
    const clause =
      'Le titulaire cède à l’acheteur, à titre exclusif, le droit de reproduction sur les résultats.\n\n- Durée : [à compléter : durée]\n- Territoire : la France\n';
    await d.open(CCAP, `# CCAP\n\n## 8. Propriété intellectuelle\n\n${clause}`);
    assert.match(textOf((await ask(CCAP)).content), /limites fixées : lieu ; limites à compléter : durée/);
  });

  it('shows as text a folder that is named like markup', async () => {
    d = await Dialogue.start();
    const uri = 'file:///marches/%3Cimg%20src=x%20onerror=alert(1)%3E/rc.md';
    await d.open(uri, TEXT);
    const { content } = await ask(uri);
    assert.doesNotMatch(content, /<img/);
    assert.match(textOf(content), /<img src=x onerror=alert\(1\)>/);
  });

  it('gives the criteria as a chart and as a table', async () => {
    d = await Dialogue.start();
    await d.open(RC, TEXT);
    const { content } = await ask(RC);
    assert.match(content, /<svg aria-hidden="true"/);
    assert.match(textOf(content), /Prix 60 % 60 % RC, ligne 14 /);
  });

  it('leads from each value to its place in the draft', async () => {
    d = await Dialogue.start();
    await d.open(RC, TEXT);
    const { content, places } = await ask(RC);
    const keys = [...content.matchAll(/data-place="([^"]+)"/g)].map(([, key]) => key as string);
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(places).sort());
    const key = /data-place="([^"]+)">26 février 2027 à 12 h 00</.exec(content)?.[1] ?? '';
    assert.equal(places[key]?.uri, RC);
    assert.equal(places[key]?.range.start.line, 9);
  });

  it('puts contradictions side by side', async () => {
    d = await Dialogue.start({
      files: { [CCAP]: '# CCAP\n\n## Durée\n\nLa durée du marché est de vingt-quatre mois.\n' },
    });
    await d.open(RC, TEXT);
    const { content } = await ask(RC);
    const [, side = ''] = /<ul class="dce-versus">(.*?)<\/ul>/s.exec(content) ?? [];
    assert.match(textOf(side), /Douze mois +RC, ligne 3 +Vingt-quatre mois +CCAP, ligne 5/);
  });

  it('says why a document has none', async () => {
    d = await Dialogue.start();
    await d.open(`${FOLDER}/notes.md`, 'Rien de particulier.\n');
    const { content, places } = await ask(`${FOLDER}/notes.md`);
    assert.match(textOf(content), /n’est reconnu comme aucune pièce/);
    assert.deepEqual(places, {});
  });

  it('cannot be made to let in more by a nonce that is none', () => {
    assert.throws(() => fichePage('', "x'; script-src *"), /nonce/);
  });
});
