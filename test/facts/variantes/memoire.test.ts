import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { trameMemoire } from '../../../rules/facts/variantes/memoire.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string) => openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;

describe('the frame of the technical proposal', () => {
  /** What introduces it, then its parts. */
  const read = (text: string) => {
    const piece = open(text);
    const trame = piece.ask(trameMemoire);
    return trame && [piece.draft.slice(trame.at), ...trame.parts.map((p) => p.text)];
  };
  const all = (text: string) =>
    open(text)
      .ask(trameMemoire)
      ?.passages.map((p) => p.text);
  const ITEMS = '\n\n- méthode ;\n- équipe.\n';
  it('is the list that a sentence introduces', () => {
    const text = `Le pli est clos. Le mémoire technique comprend :${ITEMS}`;
    assert.deepEqual(read(text), ['Le mémoire technique comprend :', 'méthode ;', 'équipe.']);
    assert.deepEqual(all(text), ['Le pli est clos. Le mémoire technique comprend :', 'méthode ;', 'équipe.']);
    for (const lead of [
      'LA NOTE MÉTHODOLOGIQUE DÉCRIT :',
      'La trame du mémoire justificatif est la suivante :',
      'L’offre technique traite les points suivants :',
      'Le cadre de réponse est organisé ainsi :',
    ])
      assert.equal(read(`${lead}${ITEMS}`)?.length, 3, lead);
  });
  it('is the table that a sentence introduces', () => {
    const text =
      'Le mémoire suit le plan ci-dessous :\n\n| Partie | Contenu |\n|---|---|\n| 1 | Méthode |\n| 2 | Moyens |\n';
    assert.deepEqual(read(text), ['Le mémoire suit le plan ci-dessous :', '1', 'Méthode', '2', 'Moyens']);
    assert.equal(all(text)?.length, 5);
  });
  it('is what stands under its title', () => {
    const text = '## Mémoire technique\n\nIl est noté.\n\n- méthode ;\n- équipe.\n\n## Prix\n\n- ferme.\n';
    assert.deepEqual(read(text), ['Mémoire technique', 'méthode ;', 'équipe.']);
    assert.deepEqual(all(text), ['Mémoire technique', 'Il est noté.', 'méthode ;', 'équipe.']);
    assert.deepEqual(read('## Mémoire technique\n\n### Méthode\n\nTexte.\n\n### Équipe\n\nTexte.\n'), [
      'Mémoire technique',
      'Méthode',
      'Équipe',
    ]);
    assert.deepEqual(read('## Cadre du mémoire\n\n| A | B |\n|---|---|\n')?.slice(1), ['A', 'B']);
  });
  it('is a sentence that names its parts in a row', () => {
    for (const text of [
      'Le mémoire technique suit le plan suivant : A. matériel ; B. pose ; C. entretien.',
      'Le mémoire technique comprend 1) la méthode, 2) les moyens humains et 3) le calendrier.',
      'Le mémoire technique comporte : I - méthode de pose ; II - moyens.',
    ])
      assert.deepEqual(read(text), [text]);
  });
  it('is none where no part is named, or where something else is listed', () => {
    for (const text of [
      'Le candidat remet un mémoire technique.',
      `Le mémoire technique est noté :${ITEMS}`,
      `Le dossier comprend :${ITEMS}`,
      'Le mémoire technique comprend :\n\n- méthode.\n',
      'Le mémoire technique comprend :\n\n| A | B |\n|---|---|\n| 1 | Méthode |\n',
      '## Mémoire technique\n\nIl est noté.\n\n- méthode.\n',
      '## Mémoire technique\n\nUn.\n\nDeux.\n',
      '| Le mémoire technique comprend : A. matériel ; B. pose ; C. fin. | B |\n|---|---|\n',
      'Le mémoire technique comprend la méthode et les moyens.',
      'Le mémoire suit le plan ci-dessous.\n\nFin.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n',
    ])
      assert.equal(read(text), undefined, text);
  });
  it('is the first that has parts', () =>
    assert.deepEqual(
      read(`## Mémoire technique\n\nIl est noté.\n\nLe mémoire est un atout.\n\nLa note technique comprend :${ITEMS}`),
      ['Mémoire technique', 'méthode ;', 'équipe.'],
    ));
  it('is told by `dce-lint facts`, or nothing is', () => {
    const shown = (text: string) => trameMemoire.show(open(text).ask(trameMemoire), open(text));
    assert.deepEqual(shown(`Le mémoire technique comprend :${ITEMS}`), { parties: ['méthode ;', 'équipe.'] });
    assert.equal(shown('Texte.'), undefined);
  });
});
