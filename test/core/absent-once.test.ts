import assert from 'node:assert/strict';
import { rules } from '../../rules/index.ts';
import { lint } from '../../server/core/lint.ts';
import { open } from '../rules/tester.ts';

describe('what a dossier does not say', () => {
  it('is told of the piece, and not of its annexes too', () => {
    const head =
      '---\ndce:\n  piece: ccap\n  categorie: services\n  acheteur: collectivite\n  montant-estime: 480000\n---\n';
    const consultation = open([
      { path: 'annexe-1.md', text: `${head}\n# Annexe 1 au CCAP\n\nLe titulaire livre le portail.\n` },
      { path: 'ccap.md', text: `${head}\n# CCAP\n\nLe titulaire livre le portail.\n` },
    ]);
    const own = rules.filter(({ id }) => id === 'execution/condition-sociale');
    assert.deepEqual(
      lint(consultation, { rules: own }).findings.map(({ piece }) => piece.path),
      ['ccap.md'],
    );
  });
});
