import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { presentation } from '../../../rules/facts/besoin/presentation.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string) => openConsultation([{ path: 'cctp.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;

describe('the presentation of the need', () => {
  /** « titre: 1. Contexte »: by what the need is presented, and where. */
  const read = (text: string) => {
    const piece = open(text);
    const found = piece.ask(presentation);
    return found && `${found.by}: ${piece.draft.slice(found.at)}`;
  };
  const section = (title: string) => `# CCTP\n\n## Prix\n\nFerme.\n\n## ${title}\n\nTexte.\n`;
  for (const title of [
    'Contexte',
    '2. PRESENTATION GENERALE',
    'Présentation de l’acheteur',
    'Préambule',
    'Objet du marché',
    'Objet de la présente consultation',
    'Description sommaire des travaux',
    'Définition du besoin',
    'Enjeux',
    'Pourquoi ce marché',
    'Le problème posé',
    'Constat initial',
  ])
    it(`is under the title « ${title} », wherever it stands`, () =>
      assert.equal(read(section(title)), `titre: ${title}`));
  for (const title of ['Pénalités', 'Objectifs', 'Généralités', 'Situation actuelle', 'Objet de la garantie'])
    it(`is not under a later title « ${title} »`, () =>
      assert.equal(
        read(`# CCTP\n\n## Prix\n\n## Délais\n\n## Lieu\n\n## Primes\n\n## ${title}\n\nTexte.\n`),
        undefined,
      ));
  for (const title of [
    'Objectifs',
    'Généralités',
    '1. Objet',
    'Objectif',
    'Objectif général',
    'Objectifs généraux',
    'Constat',
    'Situation',
    'Situation générale',
    'Diagnostic',
    'Chapitre 1 – Le projet',
    'Titre I. Dispositions générales',
    'Situation actuelle',
    'État des lieux',
    'Besoin',
    'Indications générales du projet',
  ])
    it(`is under « ${title} » at the head of the piece`, () =>
      assert.equal(read(`# CCTP\n\n## ${title}\n\nTexte.\n`), `titre: ${title}`));

  const CASES: readonly (readonly [name: string, text: string, expected: string | undefined])[] = [
    ['a title of a chapter far inside', '# CCTP\n\n## Lot\n\n### Formation\n\n#### Contexte\n\nTexte.\n', undefined],
    [
      'the object of the contract, far inside',
      '# CCTP\n\n## Lot\n\n### Clauses\n\n#### Objet du marché\n\nTexte.\n',
      'titre: Objet du marché',
    ],
    ['objectives far inside', '# CCTP\n\n## Lot\n\n### Formation\n\n#### Objectifs\n\nTexte.\n', undefined],
    ['a title that is the only one of its level', '## Contexte\n\nTexte.\n', 'titre: Contexte'],
    ['objectives that do not begin a title', '# CCTP\n\n## Formation et objectifs\n\nTexte.\n', undefined],
    ['a title two levels below that of the piece', '# CCTP\n\n## Lot\n\n### Contexte\n\nTexte.\n', 'titre: Contexte'],
    ['a lot after four passages', '# CCTP\n\nUn.\n\nDeux.\n\nTrois.\n\nLot 2.\n', undefined],
    ['a numbered title that names a lot', '# 1. CCTP – Lot n°2\n\nTexte.\n', 'renvoi: 1. CCTP – Lot n°2'],
    [
      'a label without a space',
      `# CCTP\n\n${'Un.\n\n'.repeat(14)}Objectif: pose de bancs.\n`,
      'texte: Objectif: pose de bancs.',
    ],
    ['the title of the whole piece', '# Contexte\n\nTexte.\n', undefined],
    ['a second title of the first level', '# CCTP\n\n# Contexte\n\nTexte.\n', 'titre: Contexte'],
    // The piece of one lot goes back to the one common to all.
    ['the name of a lot', '# CCTP – Lot n° 3 Peinture\n\n## Prix\n\nTexte.\n', 'renvoi: CCTP – Lot n° 3 Peinture'],
    ['a lot with a letter', '# CCTP\n\nLot B\n\nTexte.\n', 'renvoi: Lot B'],
    ['a lot in a word', '# CCTP\n\nUn lot de peinture, des pilotes 3.\n', undefined],
    ['a lot named further down', '# CCTP\n\n## 1 Prix\n\nUn.\n\nDeux.\n\nLot 2.\n', undefined],
    ['a lot in a numbered section', '# CCTP\n\n## 1 Prix\n\nLe lot 2 est ferme.\n', undefined],
    ['a lot in a very long paragraph', `# CCTP\n\n${'La peinture est mate. '.repeat(20)} Le lot 2 aussi.\n`, undefined],
    // Sentences that open.
    [
      'a sentence on the object',
      '# CCTP\n\nFerme. Le présent marché a pour objet la pose de bancs. Fin.\n',
      'texte: Le présent marché a pour objet la pose de bancs.',
    ],
    ['a wish', '# CCTP\n\nLa commune souhaite poser des bancs.\n', 'texte: La commune souhaite poser des bancs.'],
    [
      'a context',
      '# CCTP\n\nDans le cadre de sa politique, la commune pose des bancs.\n',
      'texte: Dans le cadre de sa politique, la commune pose des bancs.',
    ],
    [
      'several verbs',
      '# CCTP\n\nLes prestations consistent en la pose de bancs.\n',
      'texte: Les prestations consistent en la pose de bancs.',
    ],
    ['an item of a list', '# CCTP\n\n- L’opération porte sur des bancs.\n', 'texte: L’opération porte sur des bancs.'],
    [
      'a reference',
      '# CCTP\n\nLe besoin est décrit dans la note de présentation.\n',
      'renvoi: Le besoin est décrit dans la note de présentation.',
    ],
    ['a cell', '# CCTP\n\n| Le marché a pour objet la pose de bancs | B |\n|---|---|\n| A | B |\n', undefined],
    ['a heading that says it', '# CCTP\n\n## Le marché vise à poser des bancs\n\nTexte.\n', undefined],
    [
      'a sentence in the fourteenth passage',
      `# CCTP\n\n${'Un.\n\n'.repeat(12)}Le marché porte sur des bancs.\n`,
      'texte: Le marché porte sur des bancs.',
    ],
    [
      'a sentence in the fifteenth passage',
      `# CCTP\n\n${'Un.\n\n'.repeat(13)}Le marché porte sur des bancs.\n`,
      undefined,
    ],
    ['a label', `# CCTP\n\n${'Un.\n\n'.repeat(14)}Objet : pose de bancs.\n`, 'texte: Objet : pose de bancs.'],
    ['a label in the middle of a line', `# CCTP\n\n${'Un.\n\n'.repeat(14)}Prix, objet : pose de bancs.\n`, undefined],
    ['prescriptions', '# CCTP\n\n## Bancs\n\nLes bancs sont en chêne.\n', undefined],
    ['nothing', '', undefined],
  ];
  for (const [name, text, expected] of CASES)
    it(`from ${name} is ${expected ?? 'none'}`, () => assert.equal(read(text), expected));

  it('is told by `dce-lint facts`, or nothing is', () => {
    const shown = (text: string) => presentation.show(open(text).ask(presentation), open(text));
    assert.deepEqual(shown('## Contexte\n\nTexte.'), { par: 'titre' });
    assert.equal(shown('Texte.'), undefined);
  });
});
