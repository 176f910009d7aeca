import assert from 'node:assert/strict';
import type { CodeLens, DocumentLink, InlayHint } from 'vscode-languageserver/node';
import { Dialogue, MODERN } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';
const HEAD = '---\ndce:\n  piece: rc\n  date: 2027-01-18\n---\n\n# Règlement de la consultation\n\n';
const CRITERIA = '## Critères\n\n| Critère | Pondération |\n|---|---|\n';

describe('lenses and hints', () => {
  let d: Dialogue;
  const open = async (text: string, settings: unknown = {}) => {
    d = await Dialogue.start({ settings });
    await d.open(RC, HEAD + text);
  };
  afterEach(() => d.end());

  /** The lenses, as « first words of the line below: title ». */
  const lenses = async (uri = RC) => {
    const found = await d.request<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri } });
    return (found ?? []).map(({ range, command }) => {
      const { line } = range.start;
      const below = d.textOf(uri).getText({ start: { line, character: 0 }, end: { line, character: 12 } });
      return `${below} ▸ ${command?.title.replace(/\s/gu, ' ')}`;
    });
  };
  /** The hints, as « words before: label ». */
  const hints = async (from = RC) => {
    const document = d.textOf(from);
    const range = { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } };
    const found = await d.request<InlayHint[] | null>('textDocument/inlayHint', { textDocument: { uri: from }, range });
    return (found ?? []).map(({ position: end, label }) => {
      const start = { line: end.line, character: Math.max(0, end.character - 8) };
      return `${document.getText({ start, end })} ▸ ${label}`;
    });
  };
  const aboutCriteria = async () => (await lenses()).filter((l) => l.includes('poids')).map((l) => l.split(' ▸ ')[1]);

  describe('above lots and tranches that are no table', () => {
    it('count and add up lists, to the cent', async () => {
      await open(
        '## Lots\n\nLe marché comporte 2 lots :\n\n- lot 1 : balises, 10 000,50 € HT ;\n- lot 2 : logiciel, 20 000,25 € HT.\n\n## Tranches\n\n- Tranche ferme : étude, 20 000 € HT ;\n- Tranche optionnelle 1 : travaux, 30 000 € HT ;\n- Tranche optionnelle 2 : suivi, 5 000 € HT.\n',
      );
      const said = (await lenses()).map((l) => l.split(' ▸ ')[1]);
      assert.ok(said.includes('1 tranche ferme, 2 tranches optionnelles – total : 55 000 €'), said.join('\n'));
      assert.ok(
        said.some((l) => l?.startsWith('2 lots')),
        said.join('\n'),
      );
    });

    it('add up nothing where an amount is missing', async () => {
      await open('## Tranches\n\n- Tranche optionnelle 1 : travaux, 30 000 € HT ;\n- Tranche optionnelle 2 : suivi.\n');
      const said = (await lenses()).map((l) => l.split(' ▸ ')[1]);
      assert.ok(said.includes('2 tranches optionnelles'), said.join('\n'));
    });
  });

  describe('above the criteria', () => {
    it('give what is missing, and what is too much', async () => {
      await open(`${CRITERIA}| Prix | 45 % |\n| Qualité | 40 % |\n`);
      assert.deepEqual(await aboutCriteria(), ['Total des poids : 85 % – il manque 15 %']);
      assert.deepEqual(await hints(), ['é | 40 % ▸ total : 85 %']);
      await d.type(RC, '40 %', '60 %');
      assert.deepEqual(await aboutCriteria(), ['Total des poids : 105 % – 5 % de trop']);
    });

    it('give a short total once it is right, roundings included, and the hint goes', async () => {
      await open('## Critères\n\n- Prix : 33,33 %\n- Qualité : 33,33 %\n- Délai : 33,33 %\n');
      assert.deepEqual(await aboutCriteria(), ['Total des poids : 99,99 %']);
      assert.deepEqual(await hints(), []);
    });

    it('count those without weight', async () => {
      await open(
        '## Critères\n\nLes offres sont notées sur cent points :\n\n- Prix : 45 points\n- Qualité : 25 points\n- Délai\n',
      );
      assert.deepEqual(await aboutCriteria(), [
        'Total des poids : 70 points – il manque 30 points, 1 critère sans poids',
      ]);
    });

    it('say nothing where nothing can be added up: no weight, ranges, coefficients, one criterion', async () => {
      await open('');
      for (const list of [
        '- Prix ;\n- Qualité.\n',
        '- Prix (pondération comprise entre 50 et 80 %)\n- Qualité (pondération comprise entre 20 et 50 %)\n',
        '- Prix : coefficient 2\n- Qualité : coefficient 3\n',
        'Seul le prix est pris en considération.\n',
      ]) {
        const uri = `file:///marches/${encodeURIComponent(list.slice(0, 30))}/rc.md`;
        await d.open(uri, `${HEAD}## Critères\n\nLes critères sont les suivants :\n\n${list}`);
        assert.deepEqual(await lenses(uri), ['# Règlement  ▸ Droit au 18/01/2027'], list);
      }
    });
  });

  it('count lots and tranches above what sets them out, and add up their amounts where each has one', async () => {
    await open(
      '## Lots\n\nLe marché est divisé en deux lots :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision.\n\n' +
        '## Tranches\n\n| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Étude | 40 000 € |\n' +
        '| Optionnelle 1 | Travaux | 92 000 € |\n| Optionnelle 2 | Suivi | 8 000,50 € |\n',
    );
    assert.deepEqual(await lenses(), [
      '# Règlement  ▸ Droit au 18/01/2027',
      '- Lot 1 : ba ▸ 2 lots',
      '| Tranche |  ▸ 1 tranche ferme, 2 tranches optionnelles – total : 140 000,50 €',
    ]);
    await d.type(RC, '92 000 €', 'selon devis');
    assert.match((await lenses())[2] ?? '', /2 tranches optionnelles$/);
  });

  it('are in English where English is asked for, figures and all', async () => {
    const cited = "L'article 58 du décret n° 2016-360 du 25 mars 2016 s'applique.";
    const tranches =
      '## Tranches\n\n| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Étude | 40 000 € |\n| Optionnelle 1 | Travaux | 92 000,50 € |\n\n';
    await open(`${tranches}${CRITERIA}| Prix | 45,5 % |\n| Qualité | 60 % |\n| Délai | |\n\n${cited}\n`, {
      langue: 'en',
    });
    assert.deepEqual(
      (await lenses()).map((l) => l.split(' ▸ ')[1]),
      [
        'Law as at 18 January 2027',
        'Total of the weights: 105.5% – 5.5% too much, 1 criterion without a weight',
        '1 firm tranche, 1 optional tranche – total: EUR 132,000.50',
      ],
    );
    assert.deepEqual(
      (await hints()).map((l) => l.split(' ▸ ')[1]),
      ['total: 105.5%', '→ L2151-2 and R2151-8 to R2151-11'],
    );
    const links = await d.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: RC } });
    assert.match(links[0]?.tooltip ?? '', /, on Légifrance: look for Article 58 there$/);
  });

  it('are silent on tranches that a sentence names', async () => {
    await open('Le marché comprend une tranche ferme (étude) et une tranche optionnelle (travaux).\n');
    assert.deepEqual(await lenses(), ['# Règlement  ▸ Droit au 18/01/2027']);
  });

  it('name the article in force after a repealed one, once it was repealed, and not where it is history', async () => {
    const cited = "L'article 58 du décret n° 2016-360 du 25 mars 2016 s'applique.";
    await open(`${cited} Le marché précédent avait été passé selon l'article 27 du décret n° 2016-360.\n`);
    const [hint, ...others] = await hints();
    assert.match(hint ?? '', /^ars 2016 ▸ → L2151-2 et R2151-8 à R2151-11$/);
    assert.deepEqual(others, []);
    await d.type(RC, '2027-01-18', '2018-06-01');
    assert.deepEqual(await hints(), []);
  });

  it('are given for the lines shown only', async () => {
    await open(`${CRITERIA}| Prix | 45 % |\n| Qualité | 40 % |\n`);
    const range = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };
    assert.deepEqual(await d.request('textDocument/inlayHint', { textDocument: { uri: RC }, range }), []);
  });

  it('can be switched off one by one', async () => {
    const text = `${CRITERIA}| Prix | 45 % |\n| Qualité | 40 % |\n`;
    await open(text, { codeLens: { droit: false }, inlayHints: { textesAbroges: false } });
    assert.deepEqual(await lenses(), ['| Critère |  ▸ Total des poids : 85 % – il manque 15 %']);
    assert.equal((await hints()).length, 1);
    d.end();
    await open(text, { codeLens: { criteres: false }, inlayHints: { total: false } });
    assert.deepEqual(await lenses(), ['# Règlement  ▸ Droit au 18/01/2027']);
    assert.deepEqual(await hints(), []);
  });

  it('are asked for again when the settings change', async () => {
    const workspace = { ...MODERN.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } };
    d = await Dialogue.start({ capabilities: { ...MODERN, workspace } });
    await d.open(RC, HEAD);
    await d.notify('workspace/didChangeConfiguration', { settings: {} });
    await d.next('workspace/codeLens/refresh');
    await d.next('workspace/inlayHint/refresh');
  });

  it('are none for a document that is no piece', async () => {
    d = await Dialogue.start();
    const notes = 'file:///marches/2027/notes.md';
    await d.open(notes, '# Notes\n\nAppeler Paul.\n');
    assert.deepEqual(await lenses(notes), []);
    assert.deepEqual(await hints(notes), []);
  });
});
