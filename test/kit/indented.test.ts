import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { readBlock } from '../../rules/kit/markdown/block.ts';

const words = (chunk: string) => readBlock(chunk, false).passages.map((p) => `${p.kind} ${p.prose.text}`);

describe('a text indented as pages are printed', () => {
  it('is read as if it stood flush', () => {
    assert.deepEqual(words('    Le marché est passé\n    pour un an.'), ['paragraph Le marché est passé\npour un an.']);
    assert.deepEqual(words('        Le marché est passé\n    pour un an.'), [
      'paragraph Le marché est passé\npour un an.',
    ]);
    assert.deepEqual(words('\tLe marché est passé\nà Brest.'), ['paragraph Le marché est passé\nà Brest.']);
    assert.deepEqual(words('    - le plan ;\n    - le devis.'), ['item le plan ;', 'item le devis.']);
    assert.deepEqual(words('    3. Pénalités'), ['heading 3. Pénalités']);
    assert.deepEqual(words('    | Objet du lot | Rue |\n    |---|---|\n    | Parc public | Entretien |'), [
      'cell Objet du lot',
      'cell Rue',
      'cell Parc public',
      'cell Entretien',
    ]);
    assert.deepEqual(words('    qui sont remis en mains propres ou envoyés'), [
      'paragraph qui sont remis en mains propres ou envoyés',
    ]);
  });

  it('is filled with dots or dashes up to its figures', () => {
    assert.deepEqual(words('     Gestion des abonnements _________ 40/100'), [
      'paragraph Gestion des abonnements _________ 40/100',
    ]);
  });

  it('holds measures', () => {
    for (const line of ['- Résistance thermique : R = 3,75 m².K/W', '- Menuiseries de Uw < 1,3 W/m².K'])
      assert.deepEqual(words(`    ${line}`), [`item ${line.slice(2)}`]);
  });

  it('has its titles, and places in the source', () => {
    const text = '    Article 2 – Durée\n\n      Le marché est *passé*\n    pour un an. Il est reconduit.\n';
    const draft = new Draft(text);
    assert.deepEqual(
      draft.headings.map((h) => h.text),
      ['Article 2 – Durée'],
    );
    assert.deepEqual(
      draft.passages.map((p) => text.slice(p.node.start, p.node.end)),
      ['Article 2 – Durée', 'Le marché est *passé*\n    pour un an. Il est reconduit.'],
    );
    const [first, second] = draft.passages[1]?.sentences ?? [];
    assert.equal(first?.text, 'Le marché est *passé*\n    pour un an.');
    assert.equal(second?.text, 'Il est reconduit.');
    assert.equal(first && draft.slice(first.at(/pass.+ pour/)), 'passé*\n    pour');
  });

  it('has one list of the items that blank lines part', () => {
    const { passages } = new Draft(
      '    1. Prix : 60 points\n    Note = prix / prix\n\n    2. Délai : 40 points\n\nSuite.\n',
    );
    assert.deepEqual(
      passages.map((p) => [p.kind, p.list?.index]),
      [
        ['item', 0],
        ['item', 1],
        ['paragraph', undefined],
      ],
    );
  });

  it('is none where it is a program, data, or in a list', () => {
    for (const chunk of [
      '    npm install',
      '    const prix = 3;',
      '    prix = 3',
      '    { "lot": "Parc" }',
      '    <a>Parc</a>',
      '    12 000    14 000',
      '    # Installer le programme',
      '```\n    Le marché est passé.\n```',
    ])
      assert.deepEqual(words(chunk), [], chunk);
    assert.deepEqual(words('- le plan\n\n      Le code est montré.'), ['item le plan']);
  });
});
