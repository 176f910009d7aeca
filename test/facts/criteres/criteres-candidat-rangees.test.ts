import assert from 'node:assert/strict';
import { criteresCandidat } from '../../../rules/facts/criteres/candidat.ts';
import { open } from '../../rules/tester.ts';

describe('what the award judges of the candidates, in a row', () => {
  const judged = (rule: string) => {
    const rows = ['| Note | Règle |', '|---|---|', `| Entreprise ayant son siège dans la vallée | ${rule} |`];
    const [piece] = open([
      { path: 'rc.md', text: `# RC\n\n## Jugement des offres\n\n### Notation\n\n${rows.join('\n')}\n` },
    ]).pieces;
    assert.ok(piece);
    return piece.ask(criteresCandidat).map(({ name }) => name);
  };
  it('is no criterion where the row gives some candidates more points', () =>
    assert.deepEqual(judged('2 points de plus sur la note globale'), []));
  it('is one where the row gives its points to all', () =>
    assert.deepEqual(judged('appréciée sur 10 points'), [
      'Entreprise ayant son siège dans la vallée',
      'appréciée sur 10 points',
    ]));
});
