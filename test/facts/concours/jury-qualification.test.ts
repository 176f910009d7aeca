import assert from 'node:assert/strict';
import { juryQualification } from '../../../rules/facts/concours/jury-qualification.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const ASKED = 'Une qualification professionnelle d’architecte est exigée des participants. ';
const shown = (text: string): unknown => {
  const [piece] = open([{ path: 'reglement-concours.md', text: `# Règlement du concours\n\n${text}\n` }]).pieces;
  return JSON.parse(JSON.stringify(juryQualification.show?.((piece as Piece).ask(juryQualification), piece as Piece)));
};

describe('the qualified members of a jury', () => {
  it('are a third by what is said of them, or by their share', () => {
    for (const [text, tiers] of [
      ['Le jury comprend 40 % de membres ayant cette qualification.', true],
      ['Le jury comprend 25 % de membres ayant cette qualification.', false],
      ['Au moins un tiers des membres du jury a la même qualification.', true],
    ] as const)
      assert.deepEqual(shown(ASKED + text), { exigee: true, tiers }, text);
  });

  it('are counted in a list and in a table, by the number of each row', () => {
    assert.deepEqual(
      shown(
        `${ASKED}\n\nComposition du jury :\n\n| Membre | Nombre |\n|---|---|\n| Élus | 4 |\n| Architectes ayant cette qualification | 2 |`,
      ),
      { exigee: true, tiers: false, membres: 6, qualifies: 2 },
    );
    assert.deepEqual(
      shown(`${ASKED}\n\nLe jury est composé de :\n\n- un élu ;\n- un architecte diplômé ;\n- un agent.`),
      { exigee: true, tiers: false, membres: 3, qualifies: 1 },
    );
  });
});
