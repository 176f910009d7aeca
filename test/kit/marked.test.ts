import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { readBlock } from '../../rules/kit/markdown/block.ts';
import { cut } from '../../rules/kit/markdown/cut.ts';

/** Kind, list, depth, rank and words of each passage. */
const read = (chunk: string) =>
  readBlock(chunk, false).passages.map(({ kind, list, prose }) =>
    list
      ? `${kind} ${list.list}.${list.depth}.${list.index}${list.number ? ` n° ${list.number}` : ''}${list.parent === undefined ? '' : ` in ${list.parent}`} ${prose.text}`
      : `${kind} ${prose.text}`,
  );

describe('a list that Markdown does not know', () => {
  it('has items by letters in order, under what announces them', () => {
    assert.deepEqual(read('Le titulaire devra :\na) fournir le plan\ndu parc ;\nb) le *poser*.'), [
      'paragraph Le titulaire devra :',
      'item 0.1.0 n° 1 fournir le plan\ndu parc ;',
      'item 0.1.1 n° 2 le poser.',
    ]);
    assert.deepEqual(read('Il suit la trame ci-dessous :\n  A. Matériel\n  B. Équipe'), [
      'paragraph Il suit la trame ci-dessous :',
      'item 0.1.0 n° 1 Matériel',
      'item 0.1.1 n° 2 Équipe',
    ]);
    assert.deepEqual(read('a. le plan ;\n\nb. le devis.'), ['item 0.1.0 n° 1 le plan ;', 'item 0.1.1 n° 2 le devis.']);
  });

  it('has items by numbers in order, with the marks of laws and of typists', () => {
    for (const [one, two] of [
      ['1°', '2°'],
      ['1/', '2/'],
      ['1 -', '2 –'],
      ['(1)', '(2)'],
      ['(a)', '(b)'],
      ['i)', 'ii)'],
      ['(i)', '(ii)'],
    ])
      for (const apart of ['\n', '\n\n']) {
        const text = `${one} le plan ;${apart}${two} le devis.`;
        assert.deepEqual(read(text), ['item 0.1.0 n° 1 le plan ;', 'item 0.1.1 n° 2 le devis.'], text);
        assert.equal(cut(text).length, 1, text);
      }
  });

  it('has none by marks that begin titles, or out of their order', () => {
    assert.equal(cut('1 - Objet\n\n2 - Durée').length, 2);
    assert.deepEqual(read('au titre du 2° et\n1° du code, et\n3° du décret.'), [
      'paragraph au titre du 2° et\n1° du code, et\n3° du décret.',
    ]);
  });

  it('has items whose marks have no blank after them, or many', () => {
    assert.deepEqual(read('Pièces :\n-le plan ;\n-le devis.'), [
      'paragraph Pièces :',
      'item 0.1.0 le plan ;',
      'item 0.1.1 le devis.',
    ]);
    assert.deepEqual(read('•le plan ;\n•le devis.'), ['item 0.1.0 le plan ;', 'item 0.1.1 le devis.']);
    assert.deepEqual(read('      o      Ouvrir ;\n      o      Fermer.'), [
      'item 0.1.0 Ouvrir ;',
      'item 0.1.1 Fermer.',
    ]);
    assert.deepEqual(read('le rendez\n-vous est pris'), ['paragraph le rendez\n-vous est pris']);
  });

  it('has items whose marks stand alone over their words, or under them', () => {
    assert.deepEqual(read('Sont remis :\n-\nle plan\ndu parc ;\n- \nle devis.'), [
      'paragraph Sont remis :',
      'item 0.1.0 le plan\ndu parc ;',
      'item 0.1.1 le devis.',
    ]);
    assert.deepEqual(read('Sont remis :\n-'), ['paragraph Sont remis :']);
    assert.deepEqual(read('Pièces\n---'), ['heading Pièces']);
    assert.deepEqual(read('-\nle plan'), ['paragraph le plan']);
  });

  it('has items that run on in one paragraph', () => {
    assert.deepEqual(read('Sont remis : • le plan du\nparc ; • le devis.'), [
      'paragraph Sont remis :',
      'item 0.1.0 le plan du\nparc ;',
      'item 0.1.1 le devis.',
    ]);
    assert.deepEqual(read('• Le banc est en chêne. • Il est\nverni.\n• Il pèse 40 kg.'), [
      'item 0.1.0 Le banc est en chêne.',
      'item 0.1.1 Il est\nverni.',
      'item 0.1.2 Il pèse 40 kg.',
    ]);
    for (const text of ['Valmer • 2 rue du Port • Aude', 'Le banc est en chêne. • Il est verni.'])
      assert.deepEqual(read(text), [`paragraph ${text}`]);
  });

  it('has items by bullets, and lists below them', () => {
    assert.deepEqual(read('• le plan :\n- en couleur ;\n- en relief ;\n• le devis.'), [
      'item 0.1.0 le plan :',
      'item 1.2.0 in 0 en couleur ;',
      'item 1.2.1 in 0 en relief ;',
      'item 0.1.1 le devis.',
    ]);
    assert.deepEqual(read('La note tient compte :\n  o du prix ;\n  o du délai.\nRien d’autre n’est regardé.'), [
      'paragraph La note tient compte :',
      'item 0.1.0 du prix ;',
      'item 0.1.1 du délai.',
      'paragraph Rien d’autre n’est regardé.',
    ]);
    assert.deepEqual(read('Le dossier contient :\n        •  le plan du\n           parc\n        •  le devis'), [
      'paragraph Le dossier contient :',
      'item 0.1.0 le plan du\nparc',
      'item 0.1.1 le devis',
    ]);
    assert.deepEqual(read('Le dossier contient :\n\n  \uf0e4 le plan ;\n  \uf0e4 le devis'), [
      'paragraph Le dossier contient :',
      'item 0.1.0 le plan ;',
      'item 0.1.1 le devis',
    ]);
    assert.deepEqual(read('– le plan ;\n– le devis.\n\n- Un lot.'), [
      'item 0.1.0 le plan ;',
      'item 0.1.1 le devis.',
      'item 1.1.0 Un lot.',
    ]);
  });

  it('may stand under another, or begin again in its last item', () => {
    assert.deepEqual(read('a) un ;\nb) deux.\n\n1. Trois.\n\na) quatre ;\nb) cinq.'), [
      'item 0.1.0 n° 1 un ;',
      'item 0.1.1 n° 2 deux.',
      'item 1.1.0 n° 1 Trois.',
      'item 2.1.0 n° 1 quatre ;',
      'item 2.1.1 n° 2 cinq.',
    ]);
    assert.deepEqual(read('a) un ;\nb) deux :\na) trois ;\nb) quatre.'), [
      'item 0.1.0 n° 1 un ;',
      'item 0.1.1 n° 2 deux :',
      'item 1.2.0 n° 1 in 1 trois ;',
      'item 1.2.1 n° 2 in 1 quatre.',
    ]);
  });

  it('is none with one item, other letters, or letters of a word', () => {
    for (const chunk of [
      'a) le plan',
      '• le plan',
      'b) le plan ;\nd) le devis.',
      'Le parc est ouvert\na un public varié\nb au plus.',
      '• le plan ;\n▪ le devis.',
    ])
      assert.deepEqual(read(chunk), [`paragraph ${chunk}`]);
  });

  it('is one chunk, whatever blank lines part its items', () => {
    const texts = (text: string) => cut(text).map((c) => c.text);
    assert.deepEqual(texts('Objet :\n\na) le plan ;\n\nb) le devis.\n\nFin.'), [
      'Objet :',
      'a) le plan ;\n\nb) le devis.',
      'Fin.',
    ]);
  });

  it('has places, and a lead for each item', () => {
    const text = 'Le portail doit être :\n\na) **simple** et beau ;\n\nb) durable.\n';
    const draft = new Draft(text);
    const items = draft.passages.slice(1);
    assert.deepEqual(
      items.map((p) => text.slice(p.node.start, p.node.end)),
      ['**simple** et beau ;', 'durable.'],
    );
    assert.deepEqual(
      items.map((p) => p.lead?.text),
      ['Le portail doit être :', 'Le portail doit être :'],
    );
    assert.equal(items[0] && draft.slice(items[0].at(/beau/)), 'beau');
  });
});
