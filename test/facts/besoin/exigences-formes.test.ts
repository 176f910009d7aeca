import assert from 'node:assert/strict';
import { exigences } from '../../../rules/facts/besoin/exigences.ts';
import { piecesExcessives } from '../../../rules/facts/candidature/pieces.ts';
import { nameInTable, trancheNames } from '../../../rules/facts/commun/tranches-noms.ts';
import { retenues } from '../../../rules/facts/execution/retenue.ts';
import { champs } from '../../../rules/facts/redaction/champs.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string, path = 'cctp.md'): Piece => open([{ path, text: `${text}\n` }]).pieces[0] as Piece;

describe('functions and requirements', () => {
  const read = (text: string) =>
    piece(`# CCTP\n\n${text}`)
      .ask(exigences)
      .fonctions.map((f) => `${f.id} ${f.kind} ${f.shape} : ${f.name.trim()} (${f.states})`);

  it('are titles, with what stands below them', () => {
    assert.deepEqual(
      read(
        '## Fonctions\n\n### F1 Mesurer le bruit\n\nLe niveau est mesuré à 1 dB près.\n\n### F2 Alerter\n\nUne alerte est envoyée.',
      ),
      ['f1 fonction titre : mesurer le bruit (niveau)', 'f2 fonction titre : alerter (resultat)'],
    );
    assert.deepEqual(read('## Fonctions attendues\n\n### Fonction principale\n\nTexte.\n\n#### F1 Mesurer\n\nA.'), [
      'f1 fonction titre : mesurer (rien)',
    ]);
  });

  it('are bold beginnings of paragraphs, items of lists, and paragraphs', () => {
    assert.deepEqual(
      read(
        '## Exigences\n\n**EXI-01 Débit.** Le débit est de 10 Mbit/s.\n\n**EXI-02 Portée.**\n\nLa portée est de 100 m.',
      ),
      ['exi1 exigence paragraphe : debit. (niveau)', 'exi2 exigence paragraphe : portee (niveau)'],
    );
    assert.deepEqual(
      read('EXI-1 : le débit est de 10 Mbit/s.\n\n- EXI-2 : la portée est de 100 m ;\n- EXI-3 : le poids.'),
      [
        'exi1 exigence paragraphe : le debit est de 10 mbit/s (niveau)',
        'exi2 exigence element : la portee est de 100 m (niveau)',
        'exi3 exigence element : le poids (rien)',
      ],
    );
  });

  it('are rows of tables, named in the first cell or in the next', () => {
    assert.deepEqual(read('| Fonction | Niveau |\n|---|---|\n| F1 Mesurer | 1 dB |\n| F2 | Alerter |'), [
      'f1 fonction ligne : mesurer (niveau)',
      'f2 fonction ligne : alerter (rien)',
    ]);
    assert.deepEqual(
      read('| Id | Exigence | Niveau |\n|---|---|---|\n| EXI-1 | Débit | 10 Mbit/s |\n| EXI-2 | Portée | 100 m |'),
      ['exi1 exigence ligne : debit (niveau)', 'exi2 exigence ligne : portee (niveau)'],
    );
  });

  it('are none without an identifier', () => {
    assert.deepEqual(read('## Fonction de mesure\n\nMesurer le bruit.'), []);
  });
});

describe('the name of a tranche', () => {
  const inCell = (text: string, nature?: string) => {
    const found = nameInTable(plain(text), nature);
    return found && `${found.nature} ${found.number ?? '-'}`;
  };
  it('begins a cell, or is its only number under a column of one nature', () => {
    const cases: [text: string, nature: string | undefined, expected: string | undefined][] = [
      ['1re optionnelle', undefined, 'optionnelle 1'],
      ['2e ferme', undefined, 'ferme 2'],
      ['Optionnelle 2', undefined, 'optionnelle 2'],
      ['TF', undefined, 'ferme -'],
      ['TO 2', undefined, 'optionnelle 2'],
      ['Ferme', undefined, 'ferme -'],
      ['la tranche optionnelle 3', undefined, 'optionnelle 3'],
      ['2', 'optionnelle', 'optionnelle 2'],
      ['Tranche b', 'optionnelle', 'optionnelle b'],
      ['2', undefined, undefined],
      ['étude', undefined, undefined],
      ['étude', 'ferme', undefined],
      ['tranches optionnelles', undefined, undefined],
    ];
    for (const [text, nature, expected] of cases) assert.equal(inCell(text, nature), expected, text);
  });

  it('is said once where its letters follow in brackets', () => {
    const names = (text: string) => trancheNames(plain(text)).map((n) => `${n.nature} ${n.number ?? '-'}`);
    assert.deepEqual(names('tranche ferme (TF)'), ['ferme -']);
    assert.deepEqual(names('(tranche 1 ferme)'), ['ferme 1']);
    assert.deepEqual(names('deuxième tranche optionnelle, 3e tranche optionnelle'), ['optionnelle 2', 'optionnelle 3']);
    assert.deepEqual(names('tranche optionnelle n° 02'), ['optionnelle 2']);
  });
});

describe('a retention', () => {
  const shown = (text: string) =>
    piece(`# CCAP\n\n${text}`, 'ccap.md')
      .ask(retenues)
      .map((r) => `${r.percent} % ${r.pme ?? '-'}`);

  it('is none at the source, of an advance, by day, nor in points', () => {
    for (const text of [
      'Une retenue de 5 % est opérée à la source.',
      'La retenue de garantie est de 5 % par jour.',
      'La retenue de garantie est de 5 points.',
      'La retenue de garantie est prévue.',
    ])
      assert.deepEqual(shown(text), [], text);
    assert.deepEqual(shown('Une avance de 10 % est versée et une retenue de garantie de 5 % est prélevée.'), ['5 % -']);
  });

  it('has its rate under its own title, and says whom it is for', () => {
    assert.deepEqual(shown('## Retenue de garantie\n\nElle est de 5 %.'), ['5 % -']);
    assert.deepEqual(shown('La retenue de garantie est de 5 %, y compris pour une PME.'), ['5 % compris']);
    assert.deepEqual(shown('La retenue de garantie est de 3 % du montant pour les petites et moyennes entreprises.'), [
      '3 % seules',
    ]);
    assert.deepEqual(shown('## Retenue de garantie\n\nElle est de 5 %.\n\nUne disposition vaut pour une PME.'), [
      '5 % distinctes',
    ]);
  });
});

describe('a document that only the winner owes', () => {
  const asked = (text: string) =>
    piece(`# Règlement de la consultation\n\n## Candidature\n\n${text}`, 'rc.md')
      .ask(piecesExcessives)
      .map((p) => p.sentence.text);

  it('is asked of every candidate in a sentence, a list, a table or under a title', () => {
    assert.deepEqual(asked('Le candidat remet son extrait Kbis.'), ['Le candidat remet son extrait Kbis.']);
    assert.deepEqual(asked('Les documents sont fournis :\n\n- extrait Kbis ;\n- RIB.'), ['extrait Kbis ;']);
    assert.deepEqual(asked('| Document | Exigé |\n|---|---|\n| Extrait Kbis | oui |'), ['Extrait Kbis']);
    assert.deepEqual(asked('### Pièces à remettre par le candidat\n\n- extrait Kbis'), ['extrait Kbis']);
  });

  it('is not where it may be left out, where the winner brings it, or where it is a declaration', () => {
    for (const text of [
      'Documents facultatifs :\n\n- extrait Kbis.',
      'L’attributaire fournit :\n\n- un extrait Kbis ;\n- une attestation fiscale.',
      'Le candidat retenu produit un extrait Kbis. Il remet aussi une attestation fiscale.',
      'Le candidat déclare sur l’honneur ne pas être en liquidation judiciaire.',
      '### Extrait Kbis\n\nRien.',
    ])
      assert.deepEqual(asked(text), [], text);
  });
});

describe('three dots', () => {
  it('are a field only where something is to be written', () => {
    const fields = (text: string) => piece(`# RC\n\n${text}`, 'rc.md').ask(champs).length;
    for (const text of [
      'etc…',
      'Liste : a, b…',
      'Total : 12 …',
      'Durée : 10 h …',
      '« … »',
      'abc… def',
      '(…)',
      'n.c.',
      '…',
    ])
      assert.equal(fields(text), 0, text);
    assert.equal(fields('Lot n° …'), 1);
    assert.equal(fields('Il dit « [à compléter] » ici'), 1);
  });
});
